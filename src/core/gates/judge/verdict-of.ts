import { EXIT, unreachable } from "../../../errors.ts";
import type { Gate } from "../plan.ts";
import type { GateResult, Outcome, Verdict } from "../verdict.ts";

/** A gate's result, and what an inconclusive one means for it. */
export type JudgedGate = Pick<GateResult, "id" | "outcome" | "required"> & Pick<Gate, "inconclusive">;

/** What a verdict rests on beside the gates. */
export interface VerdictOptions {
  /** On a release nothing may stay unjudged: `inconclusive: warn` does not hold. */
  readonly release: boolean;
  readonly budget: { readonly totalMs: number; readonly enforce: boolean };
  /** Wall time of all gates in ms. */
  readonly durationMs: number;
  /** What stopped the run, when something did. */
  readonly stoppedBy?: "SIGINT" | "SIGTERM" | undefined;
  /** Whether nothing to check is a failure. It stays `nothing-to-check`, but with exit code 1. */
  readonly requireGates?: boolean;
}

/** What all gates together came to. */
export interface RunVerdict {
  readonly verdict: Verdict;
  readonly exitCode: number;
  /** Ids of the gates that block, in the order given. */
  readonly blocking: readonly string[];
  readonly isOverBudget: boolean;
}

/** How one gate counts in the verdict. */
export type Effect = "ran" | "fails" | "errs" | "cancels" | "nothing";

/**
 * The table of docs/architecture.md, section 8.
 *
 * @param gate the gate and its outcome
 * @param release whether this run is a release
 * @returns what it does to the verdict
 */
export function effectOf(gate: Omit<JudgedGate, "id">, release: boolean): Effect {
  const { outcome } = gate;
  if (outcome === null || outcome === "skipped") return "nothing";
  if (outcome === "cancelled") return "cancels";
  if (!gate.required) return "ran";
  switch (outcome) {
    case "passed":
    case "cached":
    case "flaky-passed":
    case "quarantined":
    case "waived":
      return "ran";
    case "failed":
    case "timed-out":
      return "fails";
    case "inconclusive":
      return release || gate.inconclusive === "fail" ? "errs" : "ran";
    case "tool-error":
      return "errs";
    default:
      return unreachable(outcome);
  }
}

/** Outcomes after which a gate that needs this one may run. */
const OPENING: ReadonlySet<Outcome> = new Set(["passed", "cached", "flaky-passed", "quarantined", "waived"]);

const RED: ReadonlySet<Outcome> = new Set(["failed", "timed-out", "tool-error"]);

/**
 * @param outcome what a gate came to; null when it was not asked for
 * @returns whether people have to see to it
 */
export function isRed(outcome: Outcome | null): boolean {
  return outcome !== null && RED.has(outcome);
}

/**
 * What is only warned of keeps nobody from running: else gates that need it would be left unchecked, and nothing would be red.
 *
 * @param gate a gate and what it came to
 * @param release whether this run is a release
 * @returns whether gates that need it may run
 */
export function opensTheWay(
  { outcome, inconclusive }: { readonly outcome: Outcome } & Pick<Gate, "inconclusive">,
  release: boolean,
): boolean {
  return OPENING.has(outcome) || (outcome === "inconclusive" && inconclusive === "warn" && !release);
}

/**
 * @param gates what each gate came to
 * @param options release, budget, and how the run ended
 * @returns the verdict, strongest first: cancelled, failed, error, passed, nothing-to-check
 */
export function verdictOf(gates: readonly JudgedGate[], options: VerdictOptions): RunVerdict {
  const effects = gates.map((gate) => effectOf(gate, options.release));
  const has = (effect: Effect) => effects.includes(effect);
  const blocking = gates.filter((_, at) => effects[at] === "fails" || effects[at] === "errs").map((gate) => gate.id);
  const isOverBudget = options.budget.totalMs < options.durationMs;
  const conclude = (verdict: Verdict, exitCode: number): RunVerdict => ({ verdict, exitCode, blocking, isOverBudget });
  if (has("cancels") || options.stoppedBy !== undefined) {
    return conclude("cancelled", options.stoppedBy === "SIGTERM" ? EXIT.terminated : EXIT.interrupted);
  }
  if (has("fails")) return conclude("failed", EXIT.failed);
  if (!has("ran") && !has("errs")) {
    return conclude("nothing-to-check", options.requireGates === true ? EXIT.failed : EXIT.passed);
  }
  if (isOverBudget && options.budget.enforce) return conclude("failed", EXIT.overBudget);
  return has("errs") ? conclude("error", EXIT.service) : conclude("passed", EXIT.passed);
}
