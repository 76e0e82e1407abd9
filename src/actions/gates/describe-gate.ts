import type { Outcome } from "../../core/gates/index.ts";
import { formatDuration } from "../../core/summary/index.ts";
import type { FinishedGate } from "./gate-ports.ts";

/** What a person should make of an outcome. */
export type Tone = "good" | "bad" | "odd" | "idle";

/**
 * @param gate an outcome, and whether the gate can block
 * @returns how to show it: `bad` blocks, `odd` wants a look, `idle` did not run
 */
export function toneOf({ outcome, required }: { readonly outcome: Outcome; readonly required: boolean }): Tone {
  switch (outcome) {
    case "passed":
    case "cached":
      return "good";
    case "flaky-passed":
    case "quarantined":
    case "waived":
    case "inconclusive":
      return "odd";
    case "failed":
    case "timed-out":
    case "tool-error":
      return required ? "bad" : "odd";
    case "skipped":
    case "cancelled":
      return "idle";
  }
}

/** Marks that every log viewer shows. */
export const PLAIN_MARKS: Readonly<Record<Tone, string>> = { good: "✓", bad: "✗", odd: "!", idle: "–" };

const WORDS: Partial<Record<Outcome, string>> = {
  "flaky-passed": "passed, flaky",
  "timed-out": "timed out",
  "tool-error": "tool error",
};

/**
 * @param gate a gate that ended
 * @returns its result in one line: `tests  failed: 2 of 719 failed  48 s`
 */
export function gateLine(gate: FinishedGate): string {
  const { id, outcome, reason, summary, durationMs, required } = gate;
  const word = WORDS[outcome] ?? outcome;
  // A reason says more than the tool's own count, which often says the same.
  const why = outcome === "passed" ? summary : (reason ?? summary);
  const advisory = required || outcome === "passed" || outcome === "skipped" ? "" : " (advisory)";
  const time = durationMs === null ? "" : `  ${formatDuration(durationMs)}`;
  return `${id}  ${word}${advisory}${why === null ? "" : `: ${why}`}${time}`;
}
