import type { Check, Finding } from "../finding.ts";
import type { Gate, ReportFormat } from "../plan.ts";
import type { ReportResult } from "../reading.ts";
import type { GateResult, Outcome } from "../verdict.ts";

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

/** What it came to, and why. */
export type Decision = Pick<Judgement, "outcome" | "reason">;

/** Nothing stands against it. */
export const passed: Decision = { outcome: "passed", reason: null };

/** @returns that the tool is in trouble, for this reason */
export const toolError = (reason: string): Decision => ({ outcome: "tool-error", reason });
