import type { Gate, History, Judgement, Measured } from "../../core/gates/index.ts";
import type { GateTests } from "./gate-tests.ts";
import type { LogExcerpt } from "./log-excerpt.ts";
import type { AttemptedRun, EarlierAttempt } from "./run-attempts.ts";

/** One gate after the run. Times are ms after the run began. */
export interface Executed {
  readonly gate: Gate;
  readonly judgement: Judgement;
  readonly startMs: number | null;
  readonly durationMs: number | null;
  readonly waitedMs: number | null;
  readonly exitCode: number | null;
  readonly cpuMs: number | null;
  readonly peakBytes: number | null;
  /** Name of the gate in file names. */
  readonly fileName: string;
  /** Absolute; null when the gate was not started. */
  readonly logFile: string | null;
  readonly excerpt: LogExcerpt | null;
  /** Attempts before the last one, in order. */
  readonly earlier: readonly EarlierAttempt[];
  /** Null when no report tells single tests apart. */
  readonly tests: GateTests | null;
}

/** What all gates came to. */
export interface Execution {
  /** In the order given. */
  readonly gates: readonly Executed[];
  /** What gates took that ran to their end. */
  readonly measured: ReadonlyMap<string, Measured>;
  readonly durationMs: number;
}

/** What a gate found that was not run. */
export const nothing: Omit<Judgement, "outcome" | "reason"> = {
  summary: null,
  counts: { tests: null, failures: null, findings: null },
  findings: [],
  findingsTotal: 0,
  coverage: null,
};

/**
 * @param executed a gate
 * @returns when it ended, in ms after the run began; 0 when it did not run
 */
export function endOf(executed: Executed | undefined): number {
  return executed?.startMs == null ? 0 : executed.startMs + (executed.durationMs ?? 0);
}

/**
 * @param judgement what a need came to
 * @returns why it does not open the way, after the need's name
 */
export function whyClosed(judgement: Judgement | undefined): string {
  switch (judgement?.outcome) {
    case undefined:
      return "did not pass";
    case "failed":
      return "failed";
    case "timed-out":
      return "ran out of time";
    case "skipped":
      return "was skipped";
    case "cancelled":
      return "was cancelled";
    case "inconclusive":
      return "could not be judged";
    default:
      return "did not pass";
  }
}

/**
 * @param reason one sentence
 * @returns a gate whose command was not started
 */
export function couldNotRun(reason: string): AttemptedRun {
  return {
    judgement: { ...nothing, outcome: "tool-error", reason },
    result: { end: { kind: "not-started", reason: "other", message: reason }, durationMs: 0 },
    excerpt: { text: "", tail: [], bytes: 0 },
    tests: null,
    earlier: [],
    totalMs: 0,
  };
}

/**
 * @param run a gate with all of its attempts
 * @returns the CPU time of all of them and the largest memory of any; undefined where the platform does not tell
 */
export function usedByAll({ result, earlier }: AttemptedRun): Pick<AttemptedRun["result"], "cpuMs" | "peakBytes"> {
  const all = [...earlier.map((one) => one.result), result];
  const cpu = all.flatMap(({ cpuMs }) => cpuMs ?? []);
  const peaks = all.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    ...(cpu.length === 0 ? {} : { cpuMs: cpu.reduce((sum, one) => sum + one, 0) }),
    ...(peaks.length === 0 ? {} : { peakBytes: Math.max(...peaks) }),
  };
}

/**
 * What earlier runs measured is better than a guess. Less than half of several declared cores is not believed: the work may
 * be done by a service that the gate calls.
 *
 * @param gate the gate
 * @param history what is remembered
 * @returns the gate as the scheduler should see it
 */
export function withMeasuredSize(gate: Gate, history: History): Gate {
  const entry = history.get(gate.id);
  if (entry === undefined) return gate;
  const cpu =
    entry.cpu === null ? gate.cpu : Math.max(0.1, gate.cpu > 1 ? Math.max(gate.cpu / 2, entry.cpu) : entry.cpu);
  return { ...gate, cpu, memoryBytes: gate.memoryBytes ?? entry.peakBytes };
}
