import { asTexts, type PythonValue, repr, truth, Unknown } from "./value.ts";

type BuiltIn = (first: PythonValue, second: PythonValue | undefined) => PythonValue | undefined;

/** Longest range that is unfolded. */
const MAX_RANGE = 1000;

const asText: BuiltIn = (first) => (typeof first === "string" || typeof first === "number" ? String(first) : undefined);

const asList: BuiltIn = (first) => {
  if (first instanceof Map) return [...(first.keys() as Iterable<string>)];
  return Array.isArray(first) ? first : undefined;
};

const sorted: BuiltIn = (first) => {
  const texts = asTexts(first);
  return texts === undefined || typeof first === "string" ? undefined : texts.toSorted();
};

const range: BuiltIn = (first, second) => {
  const [from, to] = typeof second === "number" ? [Number(first), second] : [0, Number(first)];
  const isSane = Number.isInteger(from) && Number.isInteger(to) && to - from <= MAX_RANGE;
  return isSane ? Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at) : undefined;
};

const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map([
  ["str", asText],
  ["Path", asText],
  ["list", asList],
  ["tuple", asList],
  ["set", asList],
  ["frozenset", asList],
  ["sorted", sorted],
  ["len", (first) => (Array.isArray(first) || typeof first === "string" ? first.length : undefined)],
  ["bool", (first) => truth(first)],
  ["range", range],
  ["repr", (first) => (first instanceof Unknown ? undefined : repr(first))],
]);

/** @returns what a function that every file has gives, as far as they are needed; undefined when it cannot be told */
export function builtIn(name: string, [first, second]: readonly PythonValue[]): PythonValue | undefined {
  if (first === undefined) return name === "list" || name === "tuple" || name === "set" ? [] : undefined;
  return BUILT_INS.get(name)?.(first, second);
}
