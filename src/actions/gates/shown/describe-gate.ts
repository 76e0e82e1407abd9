import type { Outcome } from "../../../core/gates/index.ts";
import { formatDuration } from "../../../core/summary/index.ts";
import type { FinishedGate } from "../gate-ports.ts";

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
 * @returns its result in words: `failed: 2 of 719 failed`
 */
function resultWords(gate: FinishedGate): string {
  const { outcome, reason, summary, required } = gate;
  const word = WORDS[outcome] ?? outcome;
  // A reason says more than the tool's own count, which often says the same.
  const why = outcome === "passed" ? summary : (reason ?? summary);
  const advisory = required || outcome === "passed" || outcome === "skipped" ? "" : " (advisory)";
  return `${word}${advisory}${why === null ? "" : `: ${why}`}`;
}

/**
 * @param gate a gate that ended
 * @returns its result in one line: `tests  failed: 2 of 719 failed  48 s`
 */
export function gateLine(gate: FinishedGate): string {
  const time = gate.durationMs === null ? "" : `  ${formatDuration(gate.durationMs)}`;
  return `${gate.id}  ${resultWords(gate)}${time}`;
}

/** Columns of a duration such as `12 min 3 s`. */
export const TIME_COLUMNS = 10;

/** Share of a narrow line that ids may take: time and words have to stand beside them. */
const ID_SHARE = 0.4;

/**
 * @param ids ids of all gates of a run
 * @param lineColumns columns of a whole line; default: as many as one likes
 * @returns columns that ids take when results stand below each other
 */
export function idColumns(ids: readonly string[], lineColumns = Number.POSITIVE_INFINITY): number {
  return Math.min(28, Math.max(8, Math.floor(lineColumns * ID_SHARE)), Math.max(0, ...ids.map((id) => id.length)));
}

/**
 * @param gate a gate that ended
 * @param columns columns of the id
 * @returns its result in a line that stands well below others: `tests        48 s  failed: 2 of 719 failed`
 */
export function alignedLine(gate: FinishedGate, columns: number): string {
  const time = gate.durationMs === null ? "" : formatDuration(gate.durationMs);
  return `${gate.id.padEnd(columns)}  ${time.padStart(TIME_COLUMNS)}  ${resultWords(gate)}`;
}
