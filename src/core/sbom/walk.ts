import type { ConflictItem, Edge, Lock, LockedPackage, PackageKey } from "./lock.ts";
import { conflictId } from "./markers/conflicts.ts";
import type { ConflictState } from "./markers/dimensions.ts";
import { Universe } from "./markers/universe.ts";
import { intersection, isNone, isWithin, union, type Worlds } from "./markers/worlds.ts";
import { includesMembers, isAsked, projectsOf, type Selection } from "./select.ts";

/** What a walk is asked for. */
export interface WalkOptions extends Selection {
  /** Whether edges are followed that an installation succeeds without. */
  readonly followsOptional: boolean;
}

/** A part of a package that edges hang off: itself, one of its extras, one of its groups. */
type Part = `always` | `extra ${string}` | `group ${string}` | `workspace`;

const NOWHERE: Worlds = new Uint32Array(0);

/** What a walk reached. */
export interface Walk {
  /** For each package, its parts and the environments where they are asked for. */
  readonly parts: ReadonlyMap<PackageKey, ReadonlyMap<string, Worlds>>;
  /** Edges between reached packages that the parts asked for declare and some environment admits, by package. */
  readonly edges: ReadonlyMap<PackageKey, readonly Edge[]>;
}

function partOf(edge: Edge): Part {
  const { when } = edge;
  return when.kind === "extra" || when.kind === "group" ? `${when.kind} ${when.name}` : when.kind;
}

/** Edges by package and part. */
export type EdgeIndex = ReadonlyMap<PackageKey, ReadonlyMap<string, readonly Edge[]>>;

/**
 * @param lock a lock
 * @returns its edges, by package and part
 */
function indexEdges(lock: Lock): EdgeIndex {
  const index = new Map<PackageKey, Map<string, Edge[]>>();
  for (const [key, { edges }] of lock.packages) {
    const parts = new Map<string, Edge[]>();
    for (const edge of edges) {
      const list = parts.get(partOf(edge));
      if (list === undefined) parts.set(partOf(edge), [edge]);
      else list.push(edge);
    }
    index.set(key, parts);
  }
  return index;
}

function startsOf(lock: Lock, options: WalkOptions): readonly (readonly [PackageKey, Part])[] {
  const ofProject = ({ key, extras, groups }: LockedPackage): (readonly [PackageKey, Part])[] => [
    [key, "always"],
    ...extras.filter((name) => isAsked(options.extras, name)).map((name) => [key, `extra ${name}`] as const),
    ...groups.filter((name) => isAsked(options.groups, name)).map((name) => [key, `group ${name}`] as const),
  ];
  const starts = projectsOf(lock, options).flatMap(ofProject);
  return includesMembers(lock, options) ? [...starts, [lock.root, "workspace"]] : starts;
}

/**
 * Follows edges from the projects, each only in the environments that every marker on the way admits.
 *
 * @param lock the lock and its edges
 * @param options what is asked for
 * @param universe judges markers; undefined follows every edge
 * @returns what was reached
 */
function walkOnce(
  { lock, index }: { readonly lock: Lock; readonly index: EdgeIndex },
  options: WalkOptions,
  universe: Universe | undefined,
): Walk {
  const parts = new Map<PackageKey, Map<string, Worlds>>();
  const queue: [PackageKey, string][] = [];
  const follows = (edge: Edge): boolean => options.followsOptional || !edge.isOptional;
  const admits = (edge: Edge): Worlds => universe?.admits(edge.marker) ?? "all";
  const reach = (key: PackageKey, part: string, worlds: Worlds): void => {
    const known = parts.get(key) ?? new Map<string, Worlds>();
    const before = known.get(part);
    if (before !== undefined && isWithin(worlds, before)) return;
    known.set(part, before === undefined ? worlds : union(before, worlds));
    parts.set(key, known);
    queue.push([key, part]);
  };
  for (const [key, part] of startsOf(lock, options)) reach(key, part, "all");
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [key, part] = next;
    const here = parts.get(key)?.get(part) ?? "all";
    for (const edge of index.get(key)?.get(part) ?? []) {
      const worlds = follows(edge) ? intersection(here, admits(edge)) : NOWHERE;
      if (isNone(worlds)) continue;
      reach(edge.to, "always", worlds);
      for (const extra of edge.extras) reach(edge.to, `extra ${extra}`, worlds);
    }
  }
  const edges = new Map<PackageKey, readonly Edge[]>();
  for (const [key, active] of parts) {
    const declared = [...active.keys()].flatMap((part) => index.get(key)?.get(part) ?? []);
    const held = declared.filter((edge) => follows(edge) && parts.has(edge.to) && !isNone(admits(edge)));
    if (held.length > 0) edges.set(key, held);
  }
  return { parts, edges };
}

/** Where a conflict item is asked for in a walk; undefined when it is not. */
function worldsOf(lock: Lock, walk: Walk, item: ConflictItem): Worlds | undefined {
  const part = item.kind === "project" ? "always" : `${item.kind} ${item.name}`;
  for (const [key, parts] of walk.parts) {
    if (lock.packages.get(key)?.name !== item.package) continue;
    const worlds = parts.get(part);
    if (worlds !== undefined) return worlds;
  }
  return undefined;
}

/** What a walk says of each conflict item: off when nothing asks for it, on when everything does and no rival is asked for. */
function conflictStates(lock: Lock, walk: Walk): ReadonlyMap<string, ConflictState> {
  const states = new Map<string, ConflictState>();
  const asked = (item: ConflictItem): boolean => worldsOf(lock, walk, item) !== undefined;
  for (const item of lock.conflicts.flat()) {
    const rivals = lock.conflicts
      .filter((set) => set.some((other) => conflictId(other) === conflictId(item)))
      .flat()
      .filter((other) => conflictId(other) !== conflictId(item));
    const worlds = worldsOf(lock, walk, item);
    const isOn = worlds === "all" && !rivals.some(asked);
    states.set(conflictId(item), worlds === undefined ? "off" : isOn ? "on" : "maybe");
  }
  return states;
}

/** Rounds until the states of conflicts settle; each round can only settle more. */
const MAX_ROUNDS = 8;

/** Walks one lock several times; edges, markers and environments are worked out once. */
export class Walker {
  readonly #lock: Lock;
  readonly #index: EdgeIndex;
  readonly #markers = new Set<string>();
  readonly #universes = new Map<string, Universe>();
  readonly #walks = new Map<string, Walk>();
  readonly #hasOptional: boolean;

  /**
   * @param lock a lock
   * @param widest a selection that reaches at least what any later one does
   */
  constructor(lock: Lock, widest: Selection) {
    this.#lock = lock;
    this.#index = indexEdges(lock);
    this.#hasOptional = [...lock.packages.values()].some(({ edges }) => edges.some(({ isOptional }) => isOptional));
    const { edges } = this.#once({ ...widest, followsOptional: true }, undefined);
    for (const list of edges.values()) {
      for (const { marker } of list) if (marker !== undefined) this.#markers.add(marker);
    }
  }

  /** Selections that ask for the same take the same way. */
  #once(options: WalkOptions, universe: Universe | undefined): Walk {
    const starts = startsOf(this.#lock, options).join("\n");
    const id = [universe?.id ?? "", !this.#hasOptional || options.followsOptional, starts].join("\n");
    const known = this.#walks.get(id);
    if (known !== undefined) return known;
    const walk = walkOnce({ lock: this.#lock, index: this.#index }, options, universe);
    this.#walks.set(id, walk);
    return walk;
  }

  #universe(states: ReadonlyMap<string, ConflictState>): Universe {
    const id = `environments ${[...states].join(" ")}`;
    const known = this.#universes.get(id);
    if (known !== undefined) return known;
    const { requiresPython, supportedMarkers, conflicts } = this.#lock;
    const universe = new Universe({
      markers: this.#markers,
      requiresPython,
      supportedMarkers,
      conflicts,
      stateOf: (item) => states.get(conflictId(item)) ?? "maybe",
      id,
    });
    this.#universes.set(id, universe);
    return universe;
  }

  /**
   * Follows edges from the projects, with markers and conflicts judged. Where something cannot be judged, it is kept.
   *
   * @param options what is asked for
   * @returns what was reached
   */
  walk(options: WalkOptions): Walk {
    const lock = this.#lock;
    if (this.#markers.size === 0) return this.#once(options, undefined);
    let states: ReadonlyMap<string, ConflictState> = new Map();
    if (lock.conflicts.length > 0) states = conflictStates(lock, this.#once(options, undefined));
    let result = this.#once(options, this.#universe(states));
    for (let round = 0; round < MAX_ROUNDS && lock.conflicts.length > 0; round += 1) {
      const next = conflictStates(lock, result);
      if ([...next].every(([id, state]) => states.get(id) === state)) break;
      states = next;
      result = this.#once(options, this.#universe(states));
    }
    return result;
  }
}
