import { TurnpikeError } from "../../errors.ts";
import { sortedBy } from "./compare.ts";
import { listed } from "./listed.ts";
import type { Edge, Lock, LockedPackage, PackageKey } from "./lock.ts";
import { withoutConflicts } from "./markers/conflicts.ts";
import { parseMarker, renderMarker } from "./markers/parse.ts";
import type { Selection } from "./select.ts";
import { type Walk, Walker } from "./walk.ts";

/**
 * Why a package is there: `required` by what ships; `optional`: only through an extra or an optional dependency;
 * `excluded`: only through a dependency group.
 */
export type Need = "required" | "optional" | "excluded";

/** A package that the selection reaches. */
export interface Member {
  readonly package: LockedPackage;
  readonly need: Need;
  /** Extras of the projects that lead here; filled for `optional`. */
  readonly throughExtras: readonly string[];
  /** Groups of the projects that lead here; filled for `excluded`. */
  readonly throughGroups: readonly string[];
  /** Extras of this package that something asks for, sorted. */
  readonly requiredExtras: readonly string[];
  /** Conditions of the edges that lead here, for people; empty when at least one has none. */
  readonly markers: readonly string[];
  /** What it needs, sorted, itself left out. */
  readonly dependsOn: readonly PackageKey[];
}

/** What a document lists. */
export interface Inventory {
  readonly lock: Lock;
  readonly selection: Selection;
  readonly root: Member;
  /** Without the root, sorted by name, version and source. */
  readonly members: readonly Member[];
  /** Distinct edges between packages, the root's included. */
  readonly edgeCount: number;
  /** Packages of the lock that the selection does not reach. */
  readonly leftOut: number;
  /** Workspace members that the selection does not reach. */
  readonly membersLeftOut: readonly string[];
}

/** Everything that the parts asked of the projects lead to. */
function closureOf(full: Walk, starts: ReadonlyMap<PackageKey, string>): ReadonlySet<PackageKey> {
  const seen = new Set<string>();
  const reached = new Set<PackageKey>();
  const queue: (readonly [PackageKey, string])[] = [...starts];
  const push = (key: PackageKey, part: string): void => {
    const id = `${key}\n${part}`;
    if (seen.has(id) || !full.parts.get(key)?.has(part)) return;
    seen.add(id);
    reached.add(key);
    queue.push([key, part]);
  };
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [key, part] = next;
    for (const edge of full.edges.get(key) ?? []) {
      if (partName(edge) !== part) continue;
      push(edge.to, "always");
      for (const extra of edge.extras) push(edge.to, `extra ${extra}`);
    }
  }
  return reached;
}

function partName(edge: Edge): string {
  return edge.when.kind === "extra" || edge.when.kind === "group"
    ? `${edge.when.kind} ${edge.when.name}`
    : edge.when.kind;
}

/** For each package, the extras or groups of the projects that lead to it. */
function leadingNames(lock: Lock, full: Walk, kind: "extra" | "group"): ReadonlyMap<PackageKey, readonly string[]> {
  const starts = new Map<string, Map<PackageKey, string>>();
  for (const key of [lock.root, ...lock.members]) {
    for (const part of full.parts.get(key)?.keys() ?? []) {
      if (!part.startsWith(`${kind} `)) continue;
      const name = part.slice(kind.length + 1);
      const byProject = starts.get(name) ?? new Map<PackageKey, string>();
      byProject.set(key, part);
      starts.set(name, byProject);
    }
  }
  const names = new Map<PackageKey, string[]>();
  for (const name of [...starts.keys()].sort()) {
    for (const key of closureOf(full, starts.get(name) ?? new Map())) {
      const list = names.get(key);
      if (list === undefined) names.set(key, [name]);
      else list.push(name);
    }
  }
  return names;
}

/** Conditions on the way in, by package; a package with an unconditional edge has none. */
function incomingMarkers(full: Walk): ReadonlyMap<PackageKey, readonly string[]> {
  const texts = new Map<PackageKey, Set<string>>();
  const free = new Set<PackageKey>();
  for (const edge of [...full.edges.values()].flat()) {
    const parsed = edge.marker === undefined ? undefined : parseMarker(edge.marker);
    const marker = parsed === undefined ? undefined : withoutConflicts(parsed);
    if (marker === undefined) {
      free.add(edge.to);
      continue;
    }
    const known = texts.get(edge.to);
    if (known === undefined) texts.set(edge.to, new Set([renderMarker(marker)]));
    else known.add(renderMarker(marker));
  }
  const conditional = [...texts].filter(([key]) => !free.has(key));
  return new Map(conditional.map(([key, set]) => [key, [...set].sort()] as const));
}

/** Extras of a package that were asked for by an edge or by the selection. */
function requiredExtras(full: Walk, key: PackageKey): readonly string[] {
  const parts = [...(full.parts.get(key)?.keys() ?? [])];
  return parts
    .filter((part) => part.startsWith("extra "))
    .map((part) => part.slice("extra ".length))
    .sort();
}

/**
 * Resolves what a selection reaches.
 *
 * @param lock a lock
 * @param selection what is asked for
 * @returns packages, why each is there, and what needs what
 */
export function takeInventory(lock: Lock, selection: Selection): Inventory {
  const walker = lock.graph === "known" ? new Walker(lock, selection) : undefined;
  const walkFor = (part: Selection, followsOptional: boolean): Walk =>
    walker?.walk({ ...part, followsOptional }) ?? listed(lock, part);
  const full = walkFor(selection, true);
  const shipped = walkFor({ ...selection, groups: [] }, true);
  const required = walkFor({ ...selection, groups: [], extras: [] }, false);
  const extras = leadingNames(lock, full, "extra");
  const groups = leadingNames(lock, full, "group");
  const markers = incomingMarkers(full);
  const toMember = (found: LockedPackage): Member => {
    const { key } = found;
    const need: Need = required.parts.has(key) ? "required" : shipped.parts.has(key) ? "optional" : "excluded";
    const targets = new Set((full.edges.get(key) ?? []).map(({ to }) => to));
    targets.delete(key);
    return {
      package: found,
      need,
      requiredExtras: requiredExtras(full, key),
      throughExtras: need === "optional" ? (extras.get(key) ?? []) : [],
      throughGroups: need === "excluded" ? (groups.get(key) ?? []) : [],
      markers: markers.get(key) ?? (found.marker === undefined ? [] : [found.marker]),
      dependsOn: [...targets].sort(),
    };
  };
  const reached = [...full.parts.keys()].map((key) => lock.packages.get(key)).filter((found) => found !== undefined);
  const members = sortedBy(reached, ({ name, version, key }) => `${name}\n${version ?? ""}\n${key}`).map(toMember);
  const root = members.find((member) => member.package.key === lock.root) ?? toMember(rootOf(lock));
  return {
    lock,
    selection,
    root,
    members: members.filter((member) => member !== root),
    edgeCount: members.reduce((count, { dependsOn }) => count + dependsOn.length, 0),
    leftOut: lock.packages.size - full.parts.size,
    membersLeftOut: lock.members
      .filter((key) => !full.parts.has(key))
      .map((key) => lock.packages.get(key)?.name ?? key),
  };
}

/** The root package of a lock; readers always put it there. */
function rootOf(lock: Lock): LockedPackage {
  const [first] = lock.packages.values();
  const root = lock.packages.get(lock.root) ?? first;
  if (root === undefined) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `${lock.path} was read without a root.`);
  return root;
}
