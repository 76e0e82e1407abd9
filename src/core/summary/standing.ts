import { groupDigits } from "../../contract/index.ts";
import { unreachable } from "../../errors.ts";
import type { GateDetails, GateResult, Outcome, Verdict } from "../gates/index.ts";
import { countOf } from "./format.ts";

/**
 * What a gate means to the reader, worst first: it blocks; it is a problem that does not block; it passed with a remark;
 * it did not run; it passed.
 */
export const STANDINGS = ["blocks", "problem", "remark", "idle", "passed"] as const;
export type Standing = (typeof STANDINGS)[number];

function standingOfProblem(gate: GateResult, verdict: Verdict): Standing {
  if (!gate.required) return "problem";
  // `inconclusive: warn` lets a required gate stay open; verdict.json shows it by its verdict alone.
  return gate.outcome === "inconclusive" && verdict === "passed" ? "problem" : "blocks";
}

/**
 * @param gate one result
 * @param verdict the verdict of the file that it is from
 * @returns what it means to the reader (docs/architecture.md, section 8)
 */
export function standingOf(gate: GateResult, verdict: Verdict): Standing {
  switch (gate.outcome) {
    case "failed":
    case "timed-out":
    case "tool-error":
    case "inconclusive":
      return standingOfProblem(gate, verdict);
    case "cancelled":
      return "problem";
    case "flaky-passed":
    case "quarantined":
    case "waived":
      return "remark";
    case "skipped":
    case null:
      return "idle";
    case "passed":
    case "cached":
      return "passed";
    default:
      return unreachable(gate.outcome);
  }
}

/** Words for an outcome, as they stand after a gate's name. */
const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  passed: "passed",
  cached: "passed before",
  "flaky-passed": "flaky: passed after a retry",
  quarantined: "quarantined",
  waived: "waived",
  failed: "failed",
  "timed-out": "ran out of time",
  inconclusive: "could not judge",
  "tool-error": "could not do its work",
  skipped: "skipped",
  cancelled: "cancelled",
};

/**
 * @param outcome a gate's outcome; null when it was not run
 * @returns a few words
 */
export function wordsOf(outcome: Outcome | null): string {
  return outcome === null ? "not run" : OUTCOME_WORDS[outcome];
}

function countsOf(gate: GateResult): string | null {
  const { tests, failures, findings } = gate.counts;
  if (failures !== null && failures > 0) {
    return tests === null ? `${failures} failed` : `${failures} of ${groupDigits(tests)} failed`;
  }
  if (findings !== null && findings > 0) return countOf(findings, "finding");
  return tests === null || tests === 0 ? null : `${groupDigits(tests)} passed`;
}

/** Outcomes that a tool's own words do not tell. */
const NAMED: ReadonlySet<Outcome | null> = new Set<Outcome | null>([
  ...(["cached", "flaky-passed", "quarantined", "waived", "timed-out", "skipped", "cancelled"] as const),
  null,
]);

/** A reason without what the outcome's own words say already. */
function reasonOf({ outcome, reason }: GateResult): string | null {
  return outcome === "cached" && reason !== null ? reason.replace(/^passed /, "") : reason;
}

/** The outcome's words, as far as a reason of ours does not say the same: how often it was tried, until when it is waived. */
function introOf({ outcome, reason }: GateResult): string {
  if (!NAMED.has(outcome)) return "";
  if (outcome === "flaky-passed" && reason?.startsWith("passed on attempt ") === true) return "flaky: ";
  if (outcome === "waived" && reason?.includes("waived until ") === true) return "";
  return `${wordsOf(outcome)}: `;
}

/**
 * The result of a gate in a few words, foreign text included.
 *
 * @param gate one result
 * @param details what else is known of it
 * @returns what the tool says, else why, else what was counted, with the outcome where it is not plain from that
 */
export function resultOf(gate: GateResult, details: GateDetails | undefined): string {
  const reason = reasonOf(gate);
  const said = [details?.summary, gate.outcome === "failed" ? countsOf(gate) : undefined, reason, countsOf(gate)].find(
    (text) => text !== undefined && text !== null && text !== "",
  );
  if (said === undefined || said === null) return wordsOf(gate.outcome);
  const isPlain = gate.outcome === "passed" || gate.outcome === "failed";
  if (isPlain || reason === null || said.includes(reason)) return `${introOf(gate)}${said}`;
  return `${introOf(gate)}${reason.startsWith(`${said};`) ? reason : `${said} (${reason})`}`;
}

const MARKS: Readonly<Record<Standing, string>> = {
  blocks: "❌",
  problem: "⚠️",
  remark: "⚠️",
  idle: "⚪",
  passed: "✅",
};

/** For what was stopped. */
export const STOPPED_MARK = "⏹️";

/**
 * @param standing what a gate means
 * @param outcome what it came to, when it is one gate
 * @returns one emoji: the only colour that GitHub's Markdown has
 */
export function markOf(standing: Standing, outcome?: Outcome | null): string {
  return outcome === "cancelled" ? STOPPED_MARK : MARKS[standing];
}
