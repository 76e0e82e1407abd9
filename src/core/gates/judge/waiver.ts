import type { Waiver } from "../gate-rules.ts";
import type { Judgement } from "./evidence.ts";

/** Days before its end from which a waiver is warned of. */
const WARNED_DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;

/** Outcomes that can be excused. What could not run or crashed says nothing of the code, so nothing of it is excused. */
const EXCUSABLE: ReadonlySet<Judgement["outcome"]> = new Set(["failed", "timed-out", "inconclusive"]);

function daysLeft({ expires }: Waiver, day: string): number {
  return Math.round((Date.parse(expires) - Date.parse(day)) / DAY_MS);
}

function whose({ owner, issue }: Waiver): string {
  return issue === undefined ? owner : `${owner}, ${issue}`;
}

/**
 * @param judgement what the gate came to
 * @param waiver its waiver
 * @param day the day of the run, `2026-12-31`
 * @returns `waived` with who, why and until when; after its last day the judgement as it is, which then says so
 */
export function waive(judgement: Judgement, waiver: Waiver | undefined, day: string): Judgement {
  if (waiver === undefined || !EXCUSABLE.has(judgement.outcome)) return judgement;
  const what = judgement.reason ?? judgement.summary ?? judgement.outcome;
  if (daysLeft(waiver, day) < 0) {
    return { ...judgement, reason: `${what}; its waiver (${whose(waiver)}) ended on ${waiver.expires}` };
  }
  return {
    ...judgement,
    outcome: "waived",
    reason: `${what}; waived until ${waiver.expires} by ${whose(waiver)}: ${waiver.reason}`,
  };
}

/**
 * What people should know of a waiver beside what it did.
 *
 * @param id the gate
 * @param waiver its waiver
 * @param run the day of the run, and what the gate came to; null when it was not run
 * @returns one sentence; undefined when there is nothing to say
 */
export function waiverRemark(
  id: string,
  waiver: Waiver,
  { day, outcome }: { readonly day: string; readonly outcome: Judgement["outcome"] | null },
): string | undefined {
  const left = daysLeft(waiver, day);
  if (left < 0) return `The waiver of ${id} (${whose(waiver)}) ended on ${waiver.expires} and does nothing any more.`;
  if (outcome === "passed" || outcome === "cached") {
    return `The waiver of ${id} (${whose(waiver)}) is not needed now: the gate passed. Take it out.`;
  }
  if (left > WARNED_DAYS) return undefined;
  const time = left === 0 ? "today" : left === 1 ? "tomorrow" : `in ${left} days`;
  return `The waiver of ${id} (${whose(waiver)}) ends ${time}, on ${waiver.expires}.`;
}
