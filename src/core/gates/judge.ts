import { unreachable } from "../../errors.ts";
import type { Check, Finding } from "./details.ts";
import type { Threshold } from "./gate-rules.ts";
import { explanation, toolTrouble, whyNotAudited } from "./log-signs.ts";
import type { Gate, ReportFormat } from "./plan.ts";
import type { ReportReading, ReportResult } from "./reading.ts";
import { allowedFindings, holdTo, measuresOf } from "./threshold.ts";
import { type ToolFacts, toolFacts, toolName, toolOf } from "./tools.ts";
import type { GateResult, Outcome } from "./verdict.ts";

/** How a gate's command ended. */
export type GateEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-started"; readonly reason: string; readonly message: string };

/** Everything that a judgement rests on. */
export interface Evidence {
  readonly gate: Pick<Gate, "tool" | "run" | "exitCodes" | "threshold">;
  readonly end: GateEnd;
  /** One for each report that the gate declares, in order. */
  readonly reports: readonly { readonly format: ReportFormat; readonly path: string; readonly result: ReportResult }[];
  /** Beginning and end of the output, without colours. */
  readonly log: string;
}

/** What a gate came to. */
export interface Judgement {
  readonly outcome: Outcome;
  /** Why it is not `passed`, one sentence; null when it needs none. */
  readonly reason: string | null;
  /** What the tool says of itself in a few words. */
  readonly summary: string | null;
  readonly counts: GateResult["counts"];
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
  /** Covered lines in percent, when a report says so. */
  readonly coverage: number | null;
  /** What a gate script of a team's own checked; absent for other gates. */
  readonly checks?: readonly Check[];
}

type Decision = Pick<Judgement, "outcome" | "reason">;

const passed: Decision = { outcome: "passed", reason: null };
const toolError = (reason: string): Decision => ({ outcome: "tool-error", reason });

/**
 * Judges one gate from exit code, reports and the work that was done. None of them is believed alone: `passed` needs a
 * clean exit, whole reports, no finding that blocks, and something that was looked at. Where they disagree, the tool is
 * in trouble, and the gate is neither green nor simply red.
 *
 * @param given what is known after the run
 * @returns the outcome of docs/architecture.md, section 8, and what to show of it
 */
export function judge(given: Evidence): Judgement {
  const evidence = { ...given, gate: { ...given.gate, tool: toolOf(given.gate.tool, given.reports) } };
  const readings = readingsOf(evidence, () => true);
  const sum = summarize(readings);
  // Lines of text show where to look. They are guessed, so they decide nothing.
  const told = readingsOf(evidence, (format) => format !== "text");
  const checks = readings.flatMap((reading) => reading.checks ?? []);
  const decision = decide(evidence, { readings: told, sum: summarize(told), shown: sum });
  return {
    ...decision,
    summary: describe(sum, readings),
    counts: {
      tests: sum.tests?.executed ?? null,
      failures: sum.tests?.failed ?? null,
      findings: sum.tests === null && sum.hasTotals ? sum.findings : null,
    },
    findings: readings.flatMap((reading) => reading.findings),
    findingsTotal: sum.findings,
    coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
    ...(checks.length === 0 ? {} : { checks }),
  };
}

function readingsOf({ reports }: Evidence, take: (format: ReportFormat) => boolean): readonly ReportReading[] {
  return reports.flatMap(({ format, result }) => (result.kind === "read" && take(format) ? [result.reading] : []));
}

interface Sum {
  /** What one case is called: `test`. */
  readonly noun: string;
  readonly tests: { executed: number; failed: number; skipped: number; flaky: number } | null;
  /** True when a report counts findings. */
  readonly hasTotals: boolean;
  readonly errors: number;
  readonly findings: number;
}

function summarize(readings: readonly ReportReading[]): Sum {
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const tests = readings.flatMap((reading) => (reading.tests === null ? [] : [reading.tests]));
  const totals = readings.flatMap((reading) => (reading.totals === null ? [] : [reading.totals]));
  const unit = readings.find((reading) => reading.tests !== null)?.work?.unit ?? "tests";
  return {
    noun: unit.replace(/s$/, ""),
    tests:
      tests.length === 0
        ? null
        : {
            executed: add(tests.map((one) => one.executed)),
            failed: add(tests.map((one) => one.failed)),
            skipped: add(tests.map((one) => one.skipped)),
            flaky: add(tests.map((one) => one.flaky)),
          },
    hasTotals: totals.length > 0,
    errors: add(totals.map((one) => one.error)),
    findings: add(totals.map((one) => one.error + one.warning + one.note)),
  };
}

/** What structured reports say, and what is shown beside it. */
interface Told {
  readonly readings: readonly ReportReading[];
  readonly sum: Sum;
  readonly shown: Sum;
}

function decide(evidence: Evidence, told: Told): Decision {
  const { end, gate, log } = evidence;
  const { readings, sum } = told;
  if (end.kind !== "exited") return judgeEnd(end);
  const facts = factsOf(gate);
  const audit = notAudited(evidence, readings, facts);
  if (audit !== undefined) return audit;
  if (isPytest(gate.tool) && end.code === 5) return { outcome: "inconclusive", reason: "no tests were collected" };
  const trouble = readings.flatMap((reading) => reading.problems)[0] ?? toolTrouble(gate.tool, log);
  if (trouble !== undefined) return toolError(trouble);
  const meaning = meaningOf(end.code, facts, evidence.reports.length > 0);
  if (meaning === "error") return toolError(explainCode(end.code, facts));
  const broken = evidence.reports.map(reportProblem).find((problem) => problem !== undefined);
  if (broken !== undefined) return toolError(broken);
  const isRed = meaning === "findings" || (meaning === "either" && sum.findings > 0);
  if (gate.threshold !== undefined)
    return judgeByThreshold(evidence, told, { facts, isRed, threshold: gate.threshold });
  return isRed ? judgeRed(evidence, told, facts) : judgeClean(evidence, told, facts);
}

/**
 * A threshold decides how many findings are too many, and holds figures that the exit code says nothing of. It forgives
 * findings alone: a failed test, a code that is not the tool's "there are findings", or a report that does not tell, is
 * what it would be without.
 */
function judgeByThreshold(
  evidence: Evidence,
  told: Told,
  {
    facts,
    isRed,
    threshold,
  }: { readonly facts: ToolFacts | undefined; readonly isRed: boolean; readonly threshold: Threshold },
): Decision {
  const measures = measuresOf(threshold, told.readings);
  const allowed = allowedFindings(threshold);
  const decidesFindings = allowed !== undefined && measures.findings !== null && (told.sum.tests?.failed ?? 0) === 0;
  if (isRed && !(decidesFindings && told.sum.findings > 0 && saysFindings(evidence, facts))) {
    return judgeRed(evidence, told, facts);
  }
  const decision = judgeClean(evidence, told, facts, decidesFindings);
  if (decision.outcome !== "passed" && decision.outcome !== "flaky-passed") return decision;
  const result = holdTo(threshold, measures);
  if (result.kind === "unknown") return toolError(result.reason);
  return result.kind === "held" ? decision : { outcome: "failed", reason: result.reasons.join("; ") };
}

/** Whether the exit code means findings and nothing else. Of a program that nobody knows, 1 is what most mean by it. */
function saysFindings({ end }: Evidence, facts: ToolFacts | undefined): boolean {
  if (end.kind !== "exited") return false;
  return facts === undefined ? end.code === 1 : facts.findings.includes(end.code);
}

function judgeEnd(end: Exclude<GateEnd, { kind: "exited" }>): Decision {
  switch (end.kind) {
    case "signalled":
      return toolError(explainSignal(end.signal));
    case "timed-out":
      return { outcome: "timed-out", reason: `took longer than ${formatLimit(end.afterMs)}` };
    case "stopped":
      return { outcome: "cancelled", reason: "somebody stopped it" };
    case "not-started":
      return toolError(end.message);
    default:
      return unreachable(end);
  }
}

function formatLimit(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60 || seconds % 60 !== 0) return `${seconds} s`;
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}

function explainSignal(signal: string): string {
  if (signal === "SIGKILL") return "was killed, most likely because memory ran out";
  if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL") return `crashed (${signal})`;
  return `was ended by ${signal}, which Turnpike did not send`;
}

/** A shell reports a child's signal as 128 and its number (POSIX.1-2024, 2.8.2). */
const SHELL_CODES: Readonly<Record<number, string>> = {
  126: "the command could not be executed (exit code 126)",
  127: "the command was not found (exit code 127)",
  130: "was interrupted (exit code 130)",
  134: "crashed (exit code 134, abort)",
  137: "was killed, most likely because memory ran out (exit code 137)",
  139: "crashed (exit code 139, segmentation fault)",
  143: "was terminated (exit code 143)",
};

type Meaning = "clean" | "findings" | "either" | "error";

function factsOf(gate: Evidence["gate"]): ToolFacts | undefined {
  const known = toolFacts(gate.tool);
  if (gate.exitCodes === null) return known;
  const findings = [...new Set([...gate.exitCodes.findings, ...(known?.findings ?? [])])];
  return { ...known, clean: gate.exitCodes.clean, findings };
}

/**
 * @param evidence how a gate ended
 * @returns true when its exit code is the one by which its tool says that it found something, or that tests failed
 */
export function saysTestsFailed({ gate, end, reports }: Pick<Evidence, "gate" | "end" | "reports">): boolean {
  if (end.kind !== "exited") return false;
  const facts = factsOf({ ...gate, tool: toolOf(gate.tool, reports) });
  return facts?.findings.includes(end.code) === true && !facts.clean.includes(end.code);
}

function meaningOf(code: number, facts: ToolFacts | undefined, hasReports: boolean): Meaning {
  const isClean = facts === undefined ? code === 0 : facts.clean.includes(code);
  const isFindings = facts === undefined ? code !== 0 : facts.findings.includes(code);
  const isSpoken = facts !== undefined && (isClean || isFindings);
  if (!isSpoken && code in SHELL_CODES) return "error";
  if (isClean && isFindings) return hasReports ? "either" : "clean";
  if (isClean) return "clean";
  return isFindings ? "findings" : "error";
}

function explainCode(code: number, facts: ToolFacts | undefined): string {
  const words = facts?.words?.[code];
  if (words !== undefined) return `${words} (exit code ${code})`;
  return SHELL_CODES[code] ?? `ended with exit code ${code}, which says neither clean nor findings`;
}

function reportProblem({ path, format, result }: Evidence["reports"][number]): string | undefined {
  const name = path.split("/").at(-1) ?? path;
  switch (result.kind) {
    case "read":
      return undefined;
    case "missing":
      return `its report ${name} (${format}) was not written`;
    case "empty":
      return `its report ${name} (${format}) is empty`;
    case "broken":
      return `its report ${name} (${format}) cannot be read: ${result.reason}`;
    default:
      return unreachable(result);
  }
}

function judgeClean(
  { end }: Evidence,
  { readings, sum }: Told,
  facts: ToolFacts | undefined,
  areFindingsJudged = false,
): Decision {
  const blocking = areFindingsJudged ? 0 : facts?.everyFindingFails === true ? sum.findings : sum.errors;
  if (blocking > 0) {
    const code = end.kind === "exited" ? end.code : 0;
    return toolError(`ended with exit code ${code}, but its report has ${count(blocking, nounOf(sum))}`);
  }
  const idle = readings.find((reading) => reading.work !== null && reading.work.amount === 0);
  if (idle !== undefined) return { outcome: "inconclusive", reason: whyIdle(sum, idle) };
  if (sum.tests !== null && sum.tests.flaky > 0) {
    return { outcome: "flaky-passed", reason: `${count(sum.tests.flaky, "test")} passed only when tried again` };
  }
  return passed;
}

function whyIdle(sum: Sum, idle: ReportReading): string {
  if (sum.tests !== null && sum.tests.skipped > 0) return `all ${count(sum.tests.skipped, sum.noun)} were skipped`;
  const unit = idle.work?.unit ?? "files";
  return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}

function judgeRed(evidence: Evidence, { sum, shown }: Told, facts: ToolFacts | undefined): Decision {
  const { gate, end, log } = evidence;
  const code = end.kind === "exited" ? end.code : 0;
  if (sum.findings > 0) return { outcome: "failed", reason: whyFailed(sum) };
  if (sum.hasTotals) return toolError(`ended with exit code ${code}, but its report has no ${nounOf(sum)}`);
  const hasLines = shown.findings > 0 && facts !== undefined;
  if (!hasLines && needsLines(gate.tool)) {
    return toolError(`ended with exit code ${code}, but its output has no finding`);
  }
  const why = explanation(gate.tool, log) ?? (hasLines ? whyFailed(shown) : undefined);
  return { outcome: "failed", reason: why ?? `ended with exit code ${code}` };
}

/** tsc says 1 for findings and for a wrong call; only its lines tell them apart. */
function needsLines(tool: string | null): boolean {
  return toolName(tool) === "tsc";
}

function whyFailed(sum: Sum): string {
  return sum.tests === null
    ? count(sum.findings, "finding")
    : `${sum.tests.failed} of ${count(sum.tests.executed, sum.noun)} failed`;
}

function nounOf(sum: Sum): string {
  return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

function notAudited(
  evidence: Evidence,
  readings: readonly ReportReading[],
  facts: ToolFacts | undefined,
): Decision | undefined {
  if (facts?.isAudit !== true) return undefined;
  const { gate, end, reports, log } = evidence;
  const silent = (reason: string): Decision => ({ outcome: "inconclusive", reason: `not audited: ${reason}` });
  const told = readings.find((reading) => reading.notAudited !== null)?.notAudited;
  if (told !== undefined && told !== null) return silent(told);
  const command = typeof gate.run === "string" ? gate.run : gate.run.join(" ");
  // npm says that all is well when it was told to ask nobody.
  if (/(^|\s)--offline(\s|=|$)/.test(command)) return silent("offline");
  const isWhole = reports.length > 0 && reports.every((report) => report.result.kind === "read");
  const isClean = end.kind === "exited" && facts.clean.includes(end.code);
  if (isWhole || (reports.length === 0 && isClean)) return undefined;
  const sign = whyNotAudited(gate.tool, log);
  return sign === undefined ? undefined : silent(sign);
}

function isPytest(tool: string | null): boolean {
  return tool === "pytest" || tool === "pytest-xdist";
}

function describe(sum: Sum, readings: readonly ReportReading[]): string | null {
  const parts: string[] = [];
  if (sum.tests !== null) {
    const { executed, failed, flaky, skipped } = sum.tests;
    parts.push(failed > 0 ? `${failed} of ${executed} failed` : count(executed, sum.noun));
    if (flaky > 0) parts.push(`${flaky} flaky`);
    if (skipped > 0) parts.push(`${skipped} skipped`);
  } else if (sum.hasTotals && sum.findings > 0) parts.push(count(sum.findings, "finding"));
  for (const { work, remark, coverage } of readings) {
    if (work !== null && work.unit !== `${sum.noun}s` && work.unit !== "lines")
      parts.push(count(work.amount, work.unit.replace(/s$/, "")));
    if (coverage !== null) parts.push(`${coverage.toFixed(1)} % covered`);
    if (remark !== null) parts.push(remark);
  }
  return parts.length === 0 ? null : parts.join(", ");
}
