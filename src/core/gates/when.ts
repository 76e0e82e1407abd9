import picomatch from "picomatch";
import { asText, valueAt } from "../documents/index.ts";
import { filesNamedBy } from "./file-patterns.ts";
import { WHEN_EVENTS, type When, type WhenEvent } from "./gate-rules.ts";
import { inOrderOfNeeds } from "./graph.ts";
import type { Gate } from "./plan.ts";
import type { EventFacts } from "./release.ts";

/** Files that differ from what was checked before, as far as that is known. */
export type ChangedFiles =
  | {
      readonly kind: "known";
      /** Relative to the repository's root. */
      readonly files: readonly string[];
      /** What they are compared with, for people. */
      readonly since: string;
    }
  /** `reason` is a clause: `the clone has no history`. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Why and where a run takes place. */
export interface Situation {
  /** Names that this run goes by; a release that a tag makes is a push too. */
  readonly events: readonly string[];
  /** The branch, or the one that is merged into; undefined when there is none or it is not known. */
  readonly branch: string | undefined;
  readonly changed: ChangedFiles;
  /** The day that waivers are held against, `2026-12-31`. */
  readonly day: string;
}

/** What GitHub says of a run, beside {@link EventFacts}. */
export interface BranchFacts extends EventFacts {
  /** The branch that a pull request is merged into. */
  readonly baseRef: string | undefined;
}

const ALIASES: Readonly<Record<string, WhenEvent>> = { pull_request_target: "pull_request" };

/**
 * @param facts the event
 * @param release whether this run is a release
 * @returns the names that `when.events` may call it by
 */
export function eventsOf({ eventName }: Pick<EventFacts, "eventName">, release: boolean): readonly string[] {
  const name = ALIASES[eventName] ?? eventName;
  return release && name !== "release" ? [name, "release"] : [name];
}

/**
 * @param facts the event
 * @returns the branch that `when.branches` is about: where the change goes, not where it comes from
 */
export function branchOf({ eventName, event, refType, refName, baseRef }: BranchFacts): string | undefined {
  if (eventName === "pull_request" || eventName === "pull_request_target") return baseRef;
  if (eventName === "merge_group") {
    return asText(valueAt(event, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, "");
  }
  return refType === "branch" && refName !== "" ? refName : undefined;
}

function eventProblem(events: readonly WhenEvent[], situation: Situation): string | undefined {
  if (situation.events.some((name) => events.some((event) => event === name))) return undefined;
  const known = WHEN_EVENTS.find((event) => event === situation.events[0]);
  const here = known === "local" ? "a run without GitHub" : `the event ${situation.events[0] ?? "unknown"}`;
  return `\`when.events\` names ${events.join(", ")}, and this is ${here}`;
}

function branchProblem(branches: readonly string[], { branch }: Situation): string | undefined {
  if (branch === undefined || picomatch.isMatch(branch, [...branches], { dot: true })) return undefined;
  return `\`when.branches\` names ${branches.slice(0, 5).join(", ")}, and this is ${branch}`;
}

/**
 * @param files files that changed
 * @param since what they are compared with
 * @returns words that follow a verb: `none of the 3 files that changed since main`
 */
export function noneOf(files: readonly string[], since: string): string {
  if (files.length === 0) return `some files, and nothing changed since ${since}`;
  return files.length === 1
    ? `other files than the one that changed since ${since}`
    : `none of the ${files.length} files that changed since ${since}`;
}

function pathProblem(paths: readonly string[], { changed }: Situation): string | undefined {
  if (changed.kind === "unknown" || changed.files.some(filesNamedBy(paths))) return undefined;
  return `\`when.paths\` names ${noneOf(changed.files, changed.since)}`;
}

/**
 * @param when the condition of a gate
 * @param situation the run
 * @returns why the gate does not run, naming the part that does not hold; undefined when it runs, also wherever that is in doubt
 */
export function whyNotNow(when: When | undefined, situation: Situation): string | undefined {
  if (when === undefined) return undefined;
  return (
    (when.events === undefined ? undefined : eventProblem(when.events, situation)) ??
    (when.branches === undefined ? undefined : branchProblem(when.branches, situation)) ??
    (when.paths === undefined ? undefined : pathProblem(when.paths, situation))
  );
}

/**
 * Decides which gates do not run, and why. What a gate that runs needs, runs too, whatever is said of it: else a change
 * could be checked by nothing.
 *
 * @param gates all gates that were asked for
 * @param whyNot why one would not run by itself
 * @returns the reason by id of those that do not run
 */
export function leftOut(
  gates: readonly Gate[],
  whyNot: (gate: Gate) => string | undefined,
): ReadonlyMap<string, string> {
  const left = new Map<string, string>();
  const needed = new Set<string>();
  for (const gate of [...inOrderOfNeeds(gates)].reverse()) {
    const reason = needed.has(gate.id) ? undefined : whyNot(gate);
    if (reason !== undefined) left.set(gate.id, reason);
    else for (const need of gate.needs) needed.add(need);
  }
  return left;
}
