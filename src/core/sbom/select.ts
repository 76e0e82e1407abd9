import { TurnpikeError } from "../../errors.ts";
import { normalName } from "./formats/python-names.ts";
import type { Lock, LockedPackage, PackageKey } from "./lock.ts";

/** Which part of a lock a document describes. */
export interface Selection {
  /** Dependency groups of the projects; npm's development dependencies are the group `dev`. */
  readonly groups: "all" | readonly string[];
  /** Extras of the projects. */
  readonly extras: "all" | readonly string[];
  /** `default`: the root, and its members where only they are built; `all`: every member of the workspace. */
  readonly members: "default" | "all";
}

/** What is shipped: no group, every extra. */
export const SHIPPED: Selection = { groups: [], extras: "all", members: "default" };

/** Everything that the lock holds. */
export const WHOLE: Selection = { groups: "all", extras: "all", members: "all" };

/**
 * @param lock a lock
 * @param selection what is asked for
 * @returns whether the root's workspace members are projects too
 */
export function includesMembers(lock: Lock, selection: Selection): boolean {
  return selection.members === "all" || lock.includesMembers;
}

/**
 * The packages that extras and groups are asked of.
 *
 * @param lock a lock
 * @param selection what is asked for
 * @returns the root first, then members
 */
export function projectsOf(lock: Lock, selection: Selection): readonly LockedPackage[] {
  const keys: readonly PackageKey[] = [lock.root, ...(includesMembers(lock, selection) ? lock.members : [])];
  return keys.map((key) => lock.packages.get(key)).filter((project) => project !== undefined);
}

/**
 * @param names what is asked for
 * @param name an extra or group of a lock, normalised
 * @returns whether it is asked for
 */
export function isAsked(names: "all" | readonly string[], name: string): boolean {
  return names === "all" || names.some((asked) => normalName(asked) === name);
}

/**
 * Refuses names that no lock knows, so that a slip does not make a smaller document.
 *
 * @param locks all locks of a run
 * @param selection what is asked for
 * @throws TurnpikeError `INPUT_INVALID` with one problem for each unknown name
 */
export function checkSelection(locks: readonly Lock[], selection: Selection): void {
  const projects = locks.flatMap((lock) => projectsOf(lock, { ...selection, members: "all" }));
  const unknown = (kind: "extra" | "group", asked: "all" | readonly string[], known: readonly string[]) =>
    (asked === "all" ? [] : asked)
      .filter((name) => !known.includes(normalName(name)))
      .map((name) => ({
        where: `${kind} ${JSON.stringify(name)}`,
        message: known.length === 0 ? `no lock has any ${kind}` : `no lock has it; there are ${known.join(", ")}`,
      }));
  const all = (pick: (project: LockedPackage) => readonly string[]): readonly string[] =>
    [...new Set(projects.flatMap(pick))].sort();
  const problems = [
    ...unknown(
      "extra",
      selection.extras,
      all(({ extras }) => extras),
    ),
    ...unknown(
      "group",
      selection.groups,
      all(({ groups }) => groups),
    ),
  ];
  if (problems.length === 0) return;
  throw new TurnpikeError("INPUT_INVALID", "config", "The selection names what the locks do not have.", { problems });
}
