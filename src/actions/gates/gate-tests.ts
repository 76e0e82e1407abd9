import { join } from "node:path/posix";
import { concerns, forgive, nameOfEntry, type ObservedGate, type QuarantineEntry } from "../../core/flaky/index.ts";
import {
  type Evidence,
  type Gate,
  holdTo,
  type Judgement,
  type Masker,
  measuresOf,
  saysTestsFailed,
  type TestCase,
  type TestCases,
} from "../../core/gates/index.ts";
import type { GatePorts } from "./gate-ports.ts";

/** Entries of the quarantine, and the moment that counts for their end. */
export interface Quarantine {
  readonly entries: readonly QuarantineEntry[];
  /** Ms since 1970. */
  readonly at: number;
  /** `linux`. */
  readonly os: string;
}

/** What one gate's report says of single tests. Texts are masked. */
export interface GateTests extends Omit<ObservedGate, "gate"> {
  /** Entries of the quarantine by which the gate was forgiven. */
  readonly used: readonly QuarantineEntry[];
  /** Entries that are about a failed test, whether or not they hold. */
  readonly asked: readonly QuarantineEntry[];
}

/** Tools that run on Node.js, whose version is not that of a Python environment. */
const NODE_TOOLS = new Set(["vitest", "node-test", "node", "jest"]);

async function pythonOf(gate: Gate, root: string, { files, env }: GatePorts): Promise<string | undefined> {
  const folder = env["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
  const cwd = gate.environment?.cwd ?? gate.cwd;
  const place = folder.startsWith("/") ? folder : join(root, cwd, folder);
  const text = await files.readText(join(place, "pyvenv.cfg")).catch(() => undefined);
  return /^version(?:_info)?\s*=\s*(\d{1,3}\.\d{1,3})/m.exec(text ?? "")?.[1];
}

async function nodeOf(gate: Gate, root: string, { processes, env }: GatePorts): Promise<string | undefined> {
  const command = { file: "node", args: ["--version"], cwd: join(root, gate.cwd), env };
  const answer = await processes.capture(command, { timeoutMs: 5000 });
  return /^v(\d{1,3})\./.exec(answer.stdout)?.[1];
}

/** `linux/py3.12`: tests of one name on two interpreters are two tests. */
async function variantOf(gate: Gate, os: string, root: string, ports: GatePorts): Promise<string> {
  if (NODE_TOOLS.has(gate.tool ?? "")) {
    const node = await nodeOf(gate, root, ports).catch(() => undefined);
    return node === undefined ? os : `${os}/node${node}`;
  }
  const python = await pythonOf(gate, root, ports);
  return python === undefined ? os : `${os}/py${python}`;
}

function masked(test: TestCase, masker: Masker): TestCase {
  const mask = (text: string) => masker.maskCut(text);
  const { file, className, name, label } = test;
  return { ...test, file: mask(file), className: mask(className), name: mask(name), label: mask(label) };
}

/** Without a list of numbers in between, which takes five times as much. */
function joined(sets: readonly (Float64Array | null)[]): Float64Array | null {
  const known = sets.filter((set) => set !== null);
  if (known.length < sets.length) return null;
  const all = new Float64Array(known.reduce((sum, set) => sum + set.length, 0));
  let at = 0;
  for (const set of known) {
    all.set(set, at);
    at += set.length;
  }
  return all;
}

/** All reports of a gate taken together. */
function casesOf({ reports }: Evidence): TestCases | undefined {
  const all = reports.flatMap(({ result }) =>
    result.kind === "read" && result.reading.cases !== undefined ? [result.reading.cases] : [],
  );
  if (all.length < 2) return all[0];
  return {
    failed: all.flatMap((one) => one.failed),
    flaky: all.flatMap((one) => one.flaky),
    passed: joined(all.map(({ passed }) => passed)),
    isComplete: all.every((one) => one.isComplete),
  };
}

/** What a red run hides: figures that the gate is held to are not asked when tests failed. */
function thresholdReason({ gate, reports }: Evidence): string | undefined {
  if (gate.threshold === undefined) return undefined;
  const readings = reports.flatMap(({ result }) => (result.kind === "read" ? [result.reading] : []));
  const held = holdTo(gate.threshold, measuresOf(gate.threshold, readings));
  return held.kind === "held" ? undefined : held.kind === "unknown" ? held.reason : held.reasons.join("; ");
}

/** When the oldest of the entries that are used ends. */
function reasonOf(entries: readonly QuarantineEntry[]): string {
  const ends = entries.map(({ expires }) => expires).sort()[0] ?? "";
  const names = entries.slice(0, 3).map((entry) => `\`${nameOfEntry(entry)}\``);
  const more = entries.length > names.length ? ` and ${entries.length - names.length} more` : "";
  return `only listed tests failed, until ${ends}: ${names.join(", ")}${more}`;
}

/**
 * Looks at the single tests of a gate that ran: what later runs should know of them, and whether the quarantine forgives
 * what failed.
 *
 * @param evidence what the gate was judged by, the gate whole
 * @param judgement what it came to
 * @param how the quarantine, where it ran, what hides secrets
 * @param ports the world
 * @returns the judgement, forgiven or with the reason why it is not, and the tests; no tests where no report tells of them
 */
export async function lookAtTests(
  evidence: Evidence & { readonly gate: Gate },
  judgement: Judgement,
  how: { readonly quarantine: Quarantine; readonly root: string; readonly masker: Masker },
  ports: GatePorts,
): Promise<{ readonly judgement: Judgement; readonly tests: GateTests | null }> {
  const cases = casesOf(evidence);
  const isTrusted = ["passed", "flaky-passed", "failed", "timed-out"].includes(judgement.outcome);
  if (cases === undefined || !isTrusted) return { judgement, tests: null };
  const { quarantine, masker } = how;
  const variant = await variantOf(evidence.gate, quarantine.os, how.root, ports);
  const place = { gate: evidence.gate.id, variant };
  const executed = judgement.counts.tests ?? 0;
  const tests: GateTests = {
    ...{ variant, executed, failedTotal: judgement.counts.failures ?? 0, used: [] },
    hasTimedOut: judgement.outcome === "timed-out",
    asked: quarantine.entries.filter((entry) => cases.failed.some((test) => concerns(entry, test, place))),
    cases: {
      ...cases,
      failed: cases.failed.map((test) => masked(test, masker)),
      flaky: cases.flaky.map((test) => masked(test, masker)),
    },
  };
  if (judgement.outcome !== "failed") return { judgement, tests };
  const hasAllReports = evidence.reports.every(({ result }) => result.kind === "read");
  const red = {
    otherReason: thresholdReason(evidence),
    ...place,
    saysTestsFailed: saysTestsFailed(evidence),
    hasAllReports,
    cases,
    executed,
    log: evidence.log,
  };
  const answer = forgive(red, quarantine.entries, quarantine.at);
  switch (answer.kind) {
    case "silent":
      return { judgement, tests };
    case "refused":
      return { judgement: { ...judgement, reason: `${judgement.reason}; not forgiven: ${answer.why}` }, tests };
    case "forgiven": {
      const reason = reasonOf(answer.entries);
      return { judgement: { ...judgement, outcome: "quarantined", reason }, tests: { ...tests, used: answer.entries } };
    }
  }
}
