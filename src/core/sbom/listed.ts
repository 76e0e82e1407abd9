import { normalName } from "./formats/python-names.ts";
import type { Lock, PackageKey } from "./lock.ts";
import { answerMembership } from "./markers/membership.ts";
import { parseMarker, renderMarker } from "./markers/parse.ts";
import { Universe } from "./markers/universe.ts";
import { isNone, type Worlds } from "./markers/worlds.ts";
import { isAsked, type Selection } from "./select.ts";
import type { Walk } from "./walk.ts";

/** The condition that is left of a package's marker under a selection; `false` when the selection rules the package out. */
function conditionOf(marker: string | undefined, selection: Selection, implied: readonly string[]): string | boolean {
  const parsed = marker === undefined ? undefined : parseMarker(marker);
  if (parsed === undefined) return true;
  const rest = answerMembership(parsed, {
    extra: (name) => isAsked(selection.extras, name),
    group: (name) => isAsked(selection.groups, name) || implied.includes(normalName(name)),
  });
  return typeof rest === "boolean" ? rest : renderMarker(rest);
}

/**
 * For a lock that lists packages and not what needs what: those that the selection and some environment admit.
 *
 * @param lock a lock whose graph is unknown
 * @param selection what is asked for
 * @returns the packages, without edges
 */
export function listed(lock: Lock, selection: Selection): Walk {
  const conditions = new Map(
    [...lock.packages].map(([key, { marker }]) => [key, conditionOf(marker, selection, lock.impliedGroups)] as const),
  );
  const universe = new Universe({
    markers: [...conditions.values()].filter((condition) => typeof condition === "string"),
    requiresPython: lock.requiresPython,
    supportedMarkers: lock.supportedMarkers,
    conflicts: [],
    stateOf: () => "maybe",
  });
  const parts = new Map<PackageKey, ReadonlyMap<string, Worlds>>();
  for (const [key, condition] of conditions) {
    const worlds = typeof condition === "string" ? universe.admits(condition) : "all";
    if (condition !== false && !isNone(worlds)) parts.set(key, new Map([["always", worlds]]));
  }
  return { parts, edges: new Map() };
}
