import type { ConflictItem } from "../lock.ts";
import {
  advance,
  type ConflictState,
  type Dimension,
  makeDimension,
  possibility,
  pythonDimension,
  variableOf,
} from "./dimensions.ts";
import { atomsOf, type Marker, type MarkerAtom, parseMarker } from "./parse.ts";
import { pythonBreaks, specifierAtoms } from "./python.ts";
import { intersection, toWorlds, union, type Worlds } from "./worlds.ts";

/** What the environments are made from. */
export interface UniverseOptions {
  /** Every marker that will be asked about. */
  readonly markers: Iterable<string>;
  readonly requiresPython: string | undefined;
  /** At least one of these holds in every environment; empty: no restriction. */
  readonly supportedMarkers: readonly string[];
  readonly conflicts: readonly (readonly ConflictItem[])[];
  readonly stateOf: (item: ConflictItem) => ConflictState;
  /** Tells universes of one lock apart. */
  readonly id?: string;
}

/** Most environments that are told apart; beyond it the rarest variables count as unknown, which only keeps more. */
const MAX_WORLDS = 1 << 17;

/** Variables that are kept: all of them, or the most used ones when there would be too many environments. */
function keepSmall(dimensions: readonly Dimension[]): readonly Dimension[] {
  const kept = [...dimensions].sort((a, b) => b.uses - a.uses);
  const product = (): number => kept.reduce((size, dimension) => size * dimension.size, 1);
  while (product() > MAX_WORLDS && kept.length > 1) kept.pop();
  return kept;
}

/** The environments that a lock tells apart, and which of them a marker admits. Unknown comparisons admit all. */
export class Universe {
  readonly #dimensions: ReadonlyMap<string, Dimension>;
  /** For each environment kept, the index of its value in each dimension. */
  readonly #values: ReadonlyMap<string, Uint16Array>;
  #count: number;
  readonly #parsed = new Map<string, Marker | undefined>();
  readonly #markers = new Map<string, Worlds>();
  readonly #atoms = new Map<string, Worlds>();

  /** As given. */
  readonly id: string | undefined;

  /** @param options see {@link UniverseOptions} */
  constructor(options: UniverseOptions) {
    this.id = options.id;
    const restrictions = options.supportedMarkers.map(parseMarker);
    const python = specifierAtoms(options.requiresPython ?? "").filter((atom) => pythonBreaks(atom) !== undefined);
    const atoms = new Map<string, MarkerAtom[]>();
    const add = (atom: MarkerAtom): void => {
      const variable = variableOf(atom);
      if (variable === undefined) return;
      const list = atoms.get(variable);
      if (list === undefined) atoms.set(variable, [atom]);
      else list.push(atom);
    };
    for (const text of options.markers) {
      if (this.#parsed.has(text)) continue;
      const marker = parseMarker(text);
      this.#parsed.set(text, marker);
      if (marker !== undefined) for (const atom of atomsOf(marker)) add(atom);
    }
    for (const marker of restrictions) if (marker !== undefined) for (const atom of atomsOf(marker)) add(atom);
    const dimensions = [...atoms].map(([name, list]) =>
      name === "python" ? pythonDimension(list, python) : makeDimension(name, list, options.stateOf),
    );
    this.#dimensions = new Map(keepSmall(dimensions).map((dimension) => [dimension.name, dimension]));
    const { values, count } = this.#enumerate(options.conflicts);
    this.#values = values;
    this.#count = count;
    this.#restrict(restrictions);
  }

  /** How many environments are told apart. */
  get size(): number {
    return this.#count;
  }

  /**
   * @param text a marker; undefined stands for no condition
   * @returns the environments that it admits, or more when it cannot be judged
   */
  admits(text: string | undefined): Worlds {
    if (text === undefined) return "all";
    const known = this.#markers.get(text);
    if (known !== undefined) return known;
    const marker = this.#parsed.has(text) ? this.#parsed.get(text) : parseMarker(text);
    const worlds = marker === undefined ? "all" : this.#evaluate(marker);
    this.#markers.set(text, worlds);
    return worlds;
  }

  /** Counts through every combination of values, the first variable fastest, and keeps those that can be. */
  #enumerate(conflicts: readonly (readonly ConflictItem[])[]) {
    const dimensions = [...this.#dimensions.values()];
    const total = dimensions.reduce((size, dimension) => size * dimension.size, 1);
    const lists = dimensions.map(() => new Uint16Array(total));
    const sizes = dimensions.map(({ size }) => size);
    const current = new Uint16Array(dimensions.length);
    const isPossible = possibility(dimensions, conflicts);
    let count = 0;
    for (let world = 0; world < total; world += 1) {
      if (isPossible(current)) {
        for (let index = 0; index < lists.length; index += 1) {
          const list = lists[index];
          if (list !== undefined) list[count] = current[index] ?? 0;
        }
        count += 1;
      }
      advance(current, sizes);
    }
    return { values: new Map(dimensions.map(({ name }, index) => [name, lists[index] ?? new Uint16Array()])), count };
  }

  /** Drops the environments that no supported marker admits. */
  #restrict(restrictions: readonly (Marker | undefined)[]): void {
    if (restrictions.length === 0 || restrictions.some((marker) => marker === undefined)) return;
    const none = new Uint32Array(Math.ceil(this.#count / 32));
    const admitted = restrictions
      .map((marker) => (marker === undefined ? none : this.#evaluate(marker)))
      .reduce<Worlds>(union, none);
    if (admitted === "all") return;
    let count = 0;
    for (let world = 0; world < this.#count; world += 1) {
      if (((admitted[world >>> 5] ?? 0) & (1 << (world & 31))) === 0) continue;
      for (const list of this.#values.values()) list[count] = list[world] ?? 0;
      count += 1;
    }
    this.#count = count;
    this.#atoms.clear();
  }

  #evaluate(marker: Marker): Worlds {
    if (marker.kind === "atom") return this.#evaluateAtom(marker);
    const parts = marker.parts.map((part) => this.#evaluate(part));
    return parts.reduce(marker.kind === "and" ? intersection : union);
  }

  #evaluateAtom(atom: MarkerAtom): Worlds {
    const id = `${atom.variable} ${atom.operator} ${atom.value}`;
    const known = this.#atoms.get(id);
    if (known !== undefined) return known;
    const variable = variableOf(atom);
    const dimension = variable === undefined ? undefined : this.#dimensions.get(variable);
    const indexes = variable === undefined ? undefined : this.#values.get(variable);
    if (dimension === undefined || indexes === undefined) return "all";
    const truths = Array.from({ length: dimension.size }, (_, index) => dimension.holds(atom, index));
    const bits = new Uint32Array(Math.ceil(this.#count / 32));
    for (let world = 0; world < this.#count; world += 1) {
      if (truths[indexes[world] ?? 0]) bits[world >>> 5] = (bits[world >>> 5] ?? 0) | (1 << (world & 31));
    }
    const worlds = toWorlds(bits, this.#count);
    this.#atoms.set(id, worlds);
    return worlds;
  }
}
