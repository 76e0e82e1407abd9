import type { ConflictItem } from "../lock.ts";
import { conflictId, conflictOf } from "./conflicts.ts";
import { atomsOf, type Marker, type MarkerAtom, parseMarker } from "./parse.ts";
import { holdsForPython, pythonBreaks, pythonPoints, specifierAtoms } from "./python.ts";

/** A set of environments: one bit for each, or `all`. */
export type Worlds = "all" | Uint32Array;

/** What is known of a conflicting extra or group. */
export type ConflictState = "on" | "off" | "maybe";

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

/** String variables whose `==` and `!=` are judged. */
const STRING_VARIABLES = new Set([
  "sys_platform",
  "platform_system",
  "platform_machine",
  "os_name",
  "implementation_name",
  "platform_python_implementation",
]);

/** What a platform implies (docs.python.org, sys.platform, os.name, platform.system). */
const IMPLIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: { os_name: "posix", platform_system: "Linux" },
  darwin: { os_name: "posix", platform_system: "Darwin" },
  win32: { os_name: "nt", platform_system: "Windows" },
};

/** One variable and the values that it is told apart by. */
interface Dimension {
  readonly name: string;
  readonly size: number;
  readonly uses: number;
  /** Text of a value; undefined for "none of the named ones". */
  readonly texts: readonly (string | undefined)[] | undefined;
  /** Whether an atom of this variable holds for the value at an index. */
  readonly holds: (atom: MarkerAtom, index: number) => boolean;
}

function variableOf(atom: MarkerAtom): string | undefined {
  if (atom.variable === "python_version" || atom.variable === "python_full_version") {
    return pythonBreaks(atom) === undefined ? undefined : "python";
  }
  const conflict = conflictOf(atom);
  if (conflict !== undefined && (atom.operator === "==" || atom.operator === "!=")) return conflictId(conflict);
  const isEquality = atom.operator === "==" || atom.operator === "!=" || atom.operator === "===";
  return STRING_VARIABLES.has(atom.variable) && isEquality ? atom.variable : undefined;
}

/** Points that `requires-python` leaves; all of them when it leaves none, because then it was not understood. */
function pythonDimension(atoms: readonly MarkerAtom[], required: readonly MarkerAtom[]): Dimension {
  const all = pythonPoints([...atoms, ...required].flatMap((atom) => pythonBreaks(atom) ?? []));
  const left = all.filter((point) => required.every((atom) => holdsForPython(atom, point)));
  const points = left.length === 0 ? all : left;
  return {
    name: "python",
    size: points.length,
    uses: Number.POSITIVE_INFINITY,
    texts: undefined,
    holds: (atom, index) => holdsForPython(atom, points[index] ?? 0),
  };
}

function stringDimension(name: string, atoms: readonly MarkerAtom[]): Dimension {
  const implied = Object.values(IMPLIED).flatMap((values) => values[name] ?? []);
  const named = [...atoms.map(({ value }) => value), ...(name === "sys_platform" ? Object.keys(IMPLIED) : implied)];
  const texts = [...new Set(named), undefined];
  return {
    name,
    size: texts.length,
    uses: atoms.length,
    texts,
    holds: (atom, index) => (texts[index] === atom.value) === (atom.operator !== "!="),
  };
}

function conflictDimension(name: string, state: ConflictState): Dimension {
  const values = state === "maybe" ? [false, true] : [state === "on"];
  return {
    name,
    size: values.length,
    uses: Number.POSITIVE_INFINITY,
    texts: undefined,
    holds: (atom, index) => values[index] === (atom.operator === "=="),
  };
}

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
      name === "python" ? pythonDimension(list, python) : makeDimension(name, list, options),
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
    const worlds = normal(bits, this.#count);
    this.#atoms.set(id, worlds);
    return worlds;
  }
}

function makeDimension(name: string, atoms: readonly MarkerAtom[], options: UniverseOptions): Dimension {
  const [first] = atoms;
  const item = first === undefined ? undefined : conflictOf(first);
  return item === undefined ? stringDimension(name, atoms) : conflictDimension(name, options.stateOf(item));
}

/** The next combination, like an odometer whose first wheel turns fastest. */
function advance(current: Uint16Array, sizes: readonly number[]): void {
  for (let index = 0; index < sizes.length; index += 1) {
    const next = (current[index] ?? 0) + 1;
    current[index] = next < (sizes[index] ?? 0) ? next : 0;
    if (current[index] !== 0) return;
  }
}

/** For each value of `sys_platform`, by index, the values of other variables that go with it. */
function impliedIndexes(
  dimensions: readonly Dimension[],
): readonly (readonly [from: number, value: number, to: number, needs: number])[] {
  const platform = dimensions.findIndex(({ name }) => name === "sys_platform");
  return (dimensions[platform]?.texts ?? []).flatMap((text, value) =>
    Object.entries(IMPLIED[text ?? ""] ?? {}).flatMap(([name, implied]) => {
      const to = dimensions.findIndex((dimension) => dimension.name === name);
      return to === -1 ? [] : [[platform, value, to, dimensions[to]?.texts?.indexOf(implied) ?? -1] as const];
    }),
  );
}

/** Tells whether values can stand together: platforms imply others, and of rivals at most one is on. */
function possibility(dimensions: readonly Dimension[], conflicts: readonly (readonly ConflictItem[])[]) {
  const implied = impliedIndexes(dimensions);
  const isOn: MarkerAtom = { kind: "atom", variable: "extra", operator: "==", value: "" };
  const sets = conflicts.map((set) => {
    const ids = new Set(set.map(conflictId));
    return dimensions.flatMap((dimension, index) => (ids.has(dimension.name) ? [{ dimension, index }] : []));
  });
  const rivals = sets.filter((set) => set.length > 1);
  return (current: Uint16Array): boolean => {
    for (const [from, value, to, needed] of implied) {
      if (current[from] === value && current[to] !== needed) return false;
    }
    for (const set of rivals) {
      let on = 0;
      for (const { dimension, index } of set) if (dimension.holds(isOn, current[index] ?? 0)) on += 1;
      if (on > 1) return false;
    }
    return true;
  };
}

function normal(bits: Uint32Array, count: number): Worlds {
  for (let index = 0; index < bits.length; index += 1) {
    const isLast = index === bits.length - 1 && count % 32 !== 0;
    const full = isLast ? 2 ** (count % 32) - 1 : 0xffffffff;
    if (bits[index] !== full) return bits;
  }
  return "all";
}

/**
 * @param a some environments
 * @param b others
 * @returns those in both
 */
export function intersection(a: Worlds, b: Worlds): Worlds {
  if (a === "all") return b;
  if (b === "all") return a;
  const both = a.slice();
  for (let index = 0; index < both.length; index += 1) both[index] = (both[index] ?? 0) & (b[index] ?? 0);
  return both;
}

/**
 * @param a some environments
 * @param b others
 * @returns those in either
 */
export function union(a: Worlds, b: Worlds): Worlds {
  if (a === "all" || b === "all") return "all";
  const either = a.slice();
  for (let index = 0; index < either.length; index += 1) either[index] = (either[index] ?? 0) | (b[index] ?? 0);
  return either;
}

/**
 * @param worlds some environments
 * @returns whether there is none
 */
export function isNone(worlds: Worlds): boolean {
  if (worlds === "all") return false;
  for (let index = 0; index < worlds.length; index += 1) if (worlds[index] !== 0) return false;
  return true;
}

/**
 * @param part some environments
 * @param whole others
 * @returns whether `whole` has all of `part`
 */
export function isWithin(part: Worlds, whole: Worlds): boolean {
  if (whole === "all") return true;
  if (part === "all") return false;
  for (let index = 0; index < part.length; index += 1) {
    if (((part[index] ?? 0) & ~(whole[index] ?? 0)) !== 0) return false;
  }
  return true;
}
