import type { ConflictItem } from "../lock.ts";
import { conflictId, conflictOf } from "./conflicts.ts";
import type { MarkerAtom } from "./parse.ts";
import { holdsForPython, pythonBreaks, pythonPoints } from "./python.ts";

/** What is known of a conflicting extra or group. */
export type ConflictState = "on" | "off" | "maybe";

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
export interface Dimension {
  readonly name: string;
  readonly size: number;
  readonly uses: number;
  /** Text of a value; undefined for "none of the named ones". */
  readonly texts: readonly (string | undefined)[] | undefined;
  /** Whether an atom of this variable holds for the value at an index. */
  readonly holds: (atom: MarkerAtom, index: number) => boolean;
}

/**
 * @param atom a comparison
 * @returns the variable that it is judged by; undefined when it cannot be judged
 */
export function variableOf(atom: MarkerAtom): string | undefined {
  if (atom.variable === "python_version" || atom.variable === "python_full_version") {
    return pythonBreaks(atom) === undefined ? undefined : "python";
  }
  const conflict = conflictOf(atom);
  if (conflict !== undefined && (atom.operator === "==" || atom.operator === "!=")) return conflictId(conflict);
  const isEquality = atom.operator === "==" || atom.operator === "!=" || atom.operator === "===";
  return STRING_VARIABLES.has(atom.variable) && isEquality ? atom.variable : undefined;
}

/**
 * Points that `requires-python` leaves; all of them when it leaves none, because then it was not understood.
 *
 * @param atoms comparisons of Python's version
 * @param required those of `requires-python`
 * @returns the variable's values
 */
export function pythonDimension(atoms: readonly MarkerAtom[], required: readonly MarkerAtom[]): Dimension {
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

/**
 * @param name a variable other than Python's version, as {@link variableOf} gives it
 * @param atoms its comparisons
 * @param stateOf what is known of conflicting extras and groups
 * @returns the variable's values
 */
export function makeDimension(
  name: string,
  atoms: readonly MarkerAtom[],
  stateOf: (item: ConflictItem) => ConflictState,
): Dimension {
  const [first] = atoms;
  const item = first === undefined ? undefined : conflictOf(first);
  return item === undefined ? stringDimension(name, atoms) : conflictDimension(name, stateOf(item));
}

/**
 * The next combination, like an odometer whose first wheel turns fastest.
 *
 * @param current an index for each variable; changed in place
 * @param sizes how many values each variable has
 */
export function advance(current: Uint16Array, sizes: readonly number[]): void {
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

/**
 * Tells whether values can stand together: platforms imply others, and of rivals at most one is on.
 *
 * @param dimensions the variables
 * @param conflicts sets of rivals
 * @returns judges an index for each variable
 */
export function possibility(dimensions: readonly Dimension[], conflicts: readonly (readonly ConflictItem[])[]) {
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
