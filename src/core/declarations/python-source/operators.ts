import { asTexts, equal, type PythonValue } from "./value.ts";

/** Characters of a text that is still put together. */
export const MAX_TEXT = 100_000;
const MAX_ITEMS = 10_000;

/** @returns what an operator makes of two values; undefined when it cannot be told */
export function operate(operator: string, a: PythonValue, b: PythonValue): PythonValue | undefined {
  switch (operator) {
    case "==":
    case "is":
      return equal(a, b);
    case "!=":
    case "is not":
      return negated(equal(a, b));
    case "in":
      return contains(b, a);
    case "not in":
      return negated(contains(b, a));
    case "+":
      return added(a, b);
    case "/":
      return typeof a === "string" && typeof b === "string" ? joinPath(a, b) : undefined;
    case "%":
      return typeof a === "string" ? formatted(a, b) : undefined;
    default:
      return typeof a === "number" && typeof b === "number" ? compared(operator, a, b) : undefined;
  }
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function contains(owner: PythonValue, item: PythonValue): boolean | undefined {
  if (typeof owner === "string" && typeof item === "string") return owner.includes(item);
  if (owner instanceof Map && typeof item === "string") return owner.has(item);
  if (!Array.isArray(owner)) return undefined;
  const results = owner.map((one: PythonValue) => equal(one, item));
  if (results.includes(true)) return true;
  return results.includes(undefined) ? undefined : false;
}

function added(a: PythonValue, b: PythonValue): PythonValue | undefined {
  if (typeof a === "string" && typeof b === "string" && a.length + b.length <= MAX_TEXT) return a + b;
  if (typeof a === "number" && typeof b === "number") return a + b;
  if (Array.isArray(a) && Array.isArray(b) && a.length + b.length <= MAX_ITEMS) return [...a, ...b];
  return undefined;
}

function compared(operator: string, a: number, b: number): boolean | undefined {
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  if (operator === ">") return a > b;
  return operator === ">=" ? a >= b : undefined;
}

function joinPath(a: string, b: string): string {
  return b.startsWith("/") || a === "." || a === "" ? b : `${a.replace(/\/$/, "")}/${b}`;
}

function formatted(pattern: string, value: PythonValue): string | undefined {
  const values = [...(asTexts(value) ?? (typeof value === "number" ? [String(value)] : []))];
  const count = pattern.match(/%[sd]/g)?.length ?? 0;
  if (/%[^sd%]/.test(pattern) || count !== values.length) return undefined;
  return pattern.replaceAll(/%[sd]/g, () => values.shift() ?? "").replaceAll("%%", "%");
}
