import { unreachable } from "../../../errors.ts";
import type { Marker } from "./parse.ts";

/** Tells whether an extra or a group is asked for. */
export interface Asked {
  readonly extra: (name: string) => boolean;
  readonly group: (name: string) => boolean;
}

/** `'x' in extras` and `'x' in dependency_groups`, as lock files may ask (PEP 751, "Markers"). */
function membershipOf(marker: Marker): ((asked: Asked) => boolean) | undefined {
  if (marker.kind !== "atom" || (marker.operator !== "contains" && marker.operator !== "not contains"))
    return undefined;
  const isWanted = marker.operator === "contains";
  if (marker.variable === "extras") return (asked) => asked.extra(marker.value) === isWanted;
  return marker.variable === "dependency_groups" ? (asked) => asked.group(marker.value) === isWanted : undefined;
}

/**
 * Answers what a marker asks about the selection, and keeps what it asks about the environment.
 *
 * @param marker a marker
 * @param asked the selection
 * @returns the rest of the marker, or whether it holds when nothing is left
 */
export function answerMembership(marker: Marker, asked: Asked): Marker | boolean {
  const membership = membershipOf(marker);
  if (membership !== undefined) return membership(asked);
  switch (marker.kind) {
    case "atom":
      return marker;
    case "and":
    case "or": {
      const decides = marker.kind === "or";
      const parts = marker.parts.map((part) => answerMembership(part, asked));
      if (parts.includes(decides)) return decides;
      const rest = parts.filter((part) => typeof part !== "boolean");
      const [only] = rest;
      if (only === undefined) return !decides;
      return rest.length === 1 ? only : { kind: marker.kind, parts: rest };
    }
    default:
      return unreachable(marker);
  }
}
