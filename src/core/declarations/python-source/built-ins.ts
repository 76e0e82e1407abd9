import { asTexts, type PythonValue, repr, truth, Unknown } from "./value.ts";

/** @returns what a function that every file has gives, as far as they are needed; undefined when it cannot be told */
export function builtIn(name: string, [first, second]: readonly PythonValue[]): PythonValue | undefined {
  if (first === undefined) return name === "list" || name === "tuple" || name === "set" ? [] : undefined;
  switch (name) {
    case "str":
    case "Path":
      return typeof first === "string" || typeof first === "number" ? String(first) : undefined;
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
      return Array.isArray(first) ? first : first instanceof Map ? [...(first.keys() as Iterable<string>)] : undefined;
    case "sorted": {
      const texts = asTexts(first);
      return texts === undefined || typeof first === "string" ? undefined : texts.toSorted();
    }
    case "len":
      return Array.isArray(first) || typeof first === "string" ? first.length : undefined;
    case "bool":
      return truth(first);
    case "range": {
      const [from, to] = typeof second === "number" ? [Number(first), second] : [0, Number(first)];
      const isSane = Number.isInteger(from) && Number.isInteger(to) && to - from <= 1000;
      return isSane ? Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at) : undefined;
    }
    case "isinstance":
      return undefined;
    case "repr":
      return first instanceof Unknown ? undefined : repr(first);
    default:
      return undefined;
  }
}
