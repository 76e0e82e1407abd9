import type { MarkerAtom } from "./parse.ts";

/** A Python release as one number: 3.11.4 is 3011004; half a step stands for all releases between two that are named. */
export type PythonPoint = number;

/** A version as markers write it: `3.11`, `3.11.4`, `3.13.*`. Pre-releases are left out. */
interface Literal {
  readonly point: PythonPoint;
  /** Numbers given: 2 for `3.11`. */
  readonly length: number;
  readonly isPrefix: boolean;
}

const STEPS = [1_000_000, 1_000, 1] as const;

function parseLiteral(value: string): Literal | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(value.trim());
  if (match === null) return undefined;
  const numbers = [match[1], match[2], match[3]].filter((part) => part !== undefined).map(Number);
  const point = numbers.reduce((sum, number, index) => sum + number * (STEPS[index] ?? 0), 0);
  return { point, length: numbers.length, isPrefix: match[4] !== undefined };
}

function parseLiterals(atom: MarkerAtom): readonly Literal[] | undefined {
  const values = atom.operator === "in" || atom.operator === "not in" ? atom.value.split(/[\s,|]+/) : [atom.value];
  const literals = values.filter((value) => value !== "").map(parseLiteral);
  return literals.every((literal) => literal !== undefined) ? literals : undefined;
}

/** First release after all that begin with the literal. */
function prefixEnd(literal: Literal): PythonPoint {
  return literal.point + (STEPS[literal.length - 1] ?? 1);
}

/**
 * Releases where the truth of a comparison may change.
 *
 * @param atom a comparison of `python_version` or `python_full_version`
 * @returns the releases; undefined when the comparison cannot be judged
 */
export function pythonBreaks(atom: MarkerAtom): readonly PythonPoint[] | undefined {
  const literals = parseLiterals(atom);
  if (literals === undefined || atom.operator === "contains" || atom.operator === "not contains") return undefined;
  return literals.flatMap((literal) => {
    const minor = Math.floor(literal.point / 1000) * 1000;
    const ends = atom.variable === "python_version" ? [minor, minor + 1000] : [];
    return [literal.point, prefixEnd(literal), ...ends];
  });
}

/**
 * One point for every named release and one for every stretch between two.
 *
 * @param breaks named releases
 * @returns points in order
 */
export function pythonPoints(breaks: Iterable<PythonPoint>): readonly PythonPoint[] {
  const sorted = [...new Set(breaks)].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return [3_000_000];
  return [first - 0.5, ...sorted.flatMap((point) => [point, point + 0.5])];
}

function compare(left: number, operator: string, right: Literal): boolean {
  const isWithin = left >= right.point && left < prefixEnd(right);
  switch (operator) {
    case "<":
      return left < right.point;
    case "<=":
      return left <= right.point;
    case ">":
      return left > right.point;
    case ">=":
      return left >= right.point;
    case "!=":
      return right.isPrefix ? !isWithin : left !== right.point;
    case "~=": {
      const parent = STEPS[Math.max(right.length - 2, 0)] ?? 1;
      return left >= right.point && left < Math.floor(right.point / parent) * parent + parent;
    }
    default:
      return right.isPrefix ? isWithin : left === right.point;
  }
}

/**
 * @param atom a comparison that {@link pythonBreaks} can judge
 * @param point a release
 * @returns whether it holds there
 */
export function holdsForPython(atom: MarkerAtom, point: PythonPoint): boolean {
  const left = atom.variable === "python_version" ? Math.floor(point / 1000) * 1000 : point;
  const literals = parseLiterals(atom) ?? [];
  if (atom.operator === "in") return literals.some((literal) => compare(left, "==", literal));
  if (atom.operator === "not in") return literals.every((literal) => compare(left, "!=", literal));
  return literals.every((literal) => compare(left, atom.operator, literal));
}

/**
 * @param specifier a PEP 440 specifier: `>=3.10,<4`
 * @returns the comparisons that it stands for; parts that cannot be read are left out
 */
export function specifierAtoms(specifier: string): readonly MarkerAtom[] {
  return specifier.split(",").flatMap((part): readonly MarkerAtom[] => {
    const match = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*([\w.*]+)\s*$/.exec(part);
    const [, operator, value] = match ?? [];
    if (value === undefined) return [];
    switch (operator) {
      case "===":
      case "==":
      case "!=":
      case "<=":
      case ">=":
      case "~=":
      case "<":
      case ">":
        return [{ kind: "atom", variable: "python_full_version", operator, value }];
      default:
        return [];
    }
  });
}
