import type { Outcome, Verdict } from "../gates/index.ts";

/** How a run, a job or a suite ended, in the words of CDEvents 0.5 (spec/core.md, pipelineRun finished). */
export type EventOutcome = "success" | "failure" | "cancel" | "error";

/**
 * @param conclusion of a GitHub job or run (https://docs.github.com/rest/checks/runs), or a result of the `needs` context
 * @returns the outcome; null for what did not run, of which no event is made
 */
export function outcomeOfConclusion(conclusion: string): EventOutcome | null {
  switch (conclusion) {
    case "success":
    case "neutral":
      return "success";
    case "failure":
    case "action_required":
      return "failure";
    case "cancelled":
      return "cancel";
    case "skipped":
      return null;
    default:
      // timed_out, startup_failure, stale, and what GitHub may add: it did not end by its own judgement.
      return "error";
  }
}

/** @returns the outcome that a verdict stands for */
export function outcomeOfVerdict(verdict: Verdict): EventOutcome {
  switch (verdict) {
    case "passed":
    case "nothing-to-check":
      return "success";
    case "failed":
      return "failure";
    case "cancelled":
      return "cancel";
    case "error":
      return "error";
  }
}

/** @returns the outcome that a gate's stands for; null when the gate did not run */
export function outcomeOfGate(outcome: Outcome | null): EventOutcome | null {
  switch (outcome) {
    case "passed":
    case "cached":
    case "flaky-passed":
    case "quarantined":
    case "waived":
      return "success";
    case "failed":
      return "failure";
    case "timed-out":
    case "inconclusive":
    case "tool-error":
      return "error";
    case "cancelled":
      return "cancel";
    case "skipped":
    case null:
      return null;
  }
}
