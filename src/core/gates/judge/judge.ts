import { countOf } from "../../../contract/index.ts";
import { unreachable } from "../../../errors.ts";
import type { Threshold } from "../gate-rules.ts";
import type { ReportFormat } from "../plan.ts";
import type { ReportReading } from "../reading.ts";
import { type Decision, type Evidence, type Judgement, passed, toolError } from "./evidence.ts";
import { explainCode, factsOf, judgeEnd, meaningOf, saysFindings } from "./exit-code.ts";
import { brokenLimit, explanation, toolTrouble, whyMaybeNotAudited, whyNotAudited } from "./log-signs.ts";
import { whyNothingDone } from "./log-work.ts";
import { describe, nounOf, type Sum, summarize, whyFailed, whyIdle } from "./report-sum.ts";
import { allowedFindings, holdTo, measuresOf } from "./threshold.ts";
import { type ToolFacts, toolName, toolOf } from "./tools.ts";

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
  if (facts?.idle?.includes(end.code) === true) return { outcome: "inconclusive", reason: "no tests were collected" };
  const trouble = readings.flatMap((reading) => reading.problems)[0] ?? toolTrouble(gate.tool, log);
  if (trouble !== undefined) return toolError(trouble);
  const meaning = meaningOf(end.code, facts, evidence.reports.length > 0);
  if (meaning === "error") return belowLimit(evidence, told) ?? toolError(explainCode(end.code, facts));
  const broken = evidence.reports.map(reportProblem).find((problem) => problem !== undefined);
  if (broken !== undefined) return toolError(broken);
  const isRed = meaning === "findings" || (meaning === "either" && sum.findings > 0);
  if (gate.threshold !== undefined)
    return judgeByThreshold(evidence, told, { facts, isRed, threshold: gate.threshold });
  return isRed ? judgeRed(evidence, told, facts) : judgeClean(evidence, told, facts);
}

/** `coverage report` ends with 2 below its limit, and behind `&&` that is the code of tests that passed. */
function belowLimit({ end, gate, log, reports }: Evidence, { sum }: Told): Decision | undefined {
  const isWhole = reports.length > 0 && reports.every(({ result }) => result.kind === "read");
  if (end.kind !== "exited" || end.code !== 2 || !isWhole || (sum.tests?.failed ?? 1) > 0) return undefined;
  const reason = brokenLimit(gate.tool, log);
  return reason === undefined ? undefined : { outcome: "failed", reason };
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
  { gate, end, log }: Evidence,
  { readings, sum }: Told,
  facts: ToolFacts | undefined,
  areFindingsJudged = false,
): Decision {
  const blocking = areFindingsJudged ? 0 : facts?.everyFindingFails === true ? sum.findings : sum.errors;
  if (blocking > 0) {
    const code = end.kind === "exited" ? end.code : 0;
    return toolError(`ended with exit code ${code}, but its report has ${countOf(blocking, nounOf(sum))}`);
  }
  const idle = readings.find((reading) => reading.work !== null && reading.work.amount === 0);
  if (idle !== undefined) return { outcome: "inconclusive", reason: whyIdle(sum, idle) };
  const hasWorked = readings.some(({ work }) => work !== null && work.amount > 0);
  const why = hasWorked ? undefined : whyNothingDone(gate.tool, log);
  if (why !== undefined) return { outcome: "inconclusive", reason: why };
  if (sum.tests !== null && sum.tests.flaky > 0) {
    return { outcome: "flaky-passed", reason: `${countOf(sum.tests.flaky, "test")} passed only when tried again` };
  }
  return passed;
}

function judgeRed(evidence: Evidence, { sum, shown }: Told, facts: ToolFacts | undefined): Decision {
  const { gate, end, log } = evidence;
  const code = end.kind === "exited" ? end.code : 0;
  if (sum.findings > 0) return { outcome: "failed", reason: whyFailed(sum) };
  const limit = brokenLimit(gate.tool, log);
  if (limit !== undefined) return { outcome: "failed", reason: limit };
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
  if (isWhole) return undefined;
  const sign = (reports.length === 0 && isClean ? whyMaybeNotAudited : whyNotAudited)(gate.tool, log);
  return sign === undefined ? undefined : silent(sign);
}
