import type { ConflictItem } from "../lock.ts";
import type { Marker, MarkerAtom } from "./parse.ts";

/**
 * Reads a conflict atom's value. uv writes the state of conflicting extras and groups as extras that nobody can ask for:
 * `extra-3-foo-x1`, `group-3-foo-dev`, `project-3-foo`, the number being the length of the package's name
 * (uv crates/uv-resolver/src/universal_marker.rs).
 *
 * @param value what `extra` is compared with
 * @returns the item, or undefined when it is an ordinary extra
 */
export function decodeConflict(value: string): ConflictItem | undefined {
  const match = /^(extra|group|project)-(\d{1,4})-(.+)$/s.exec(value);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined;
  const [, kind, digits, rest] = match;
  const length = Number(digits);
  const name = rest.slice(length + 1);
  if (kind === "project") return rest.length === length ? { package: rest, kind, name: "" } : undefined;
  if (rest.length <= length + 1 || rest[length] !== "-") return undefined;
  return kind === "extra" || kind === "group" ? { package: rest.slice(0, length), kind, name } : undefined;
}

/**
 * @param item a conflict item
 * @returns a text that is the same for the same item
 */
export function conflictId(item: ConflictItem): string {
  return `${item.kind} ${item.package} ${item.name}`;
}

/**
 * @param atom a comparison
 * @returns the conflict item that it asks about, if it does
 */
export function conflictOf(atom: MarkerAtom): ConflictItem | undefined {
  return atom.variable === "extra" ? decodeConflict(atom.value) : undefined;
}

/**
 * Takes conflict atoms out, for people: in `and` they are dropped, an `or` branch of nothing else goes whole.
 *
 * @param marker a marker
 * @returns the rest, or undefined when nothing is left
 */
export function withoutConflicts(marker: Marker): Marker | undefined {
  if (marker.kind === "atom") return conflictOf(marker) === undefined ? marker : undefined;
  const parts = marker.parts.map(withoutConflicts).filter((part) => part !== undefined);
  if (parts.length <= 1) return parts[0];
  return { kind: marker.kind, parts };
}
