import type { SyntaxNode } from "@lezer/common";

/** Something that is known only when the program runs. */
export class Unknown {
  /** As it is written. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A name that was imported, or an attribute below it: `nox.options`. */
export class Imported {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }
}

/** A function of the file. */
export class PythonFunction {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly decorators: readonly SyntaxNode[];

  constructor(name: string, node: SyntaxNode, decorators: readonly SyntaxNode[]) {
    this.name = name;
    this.node = node;
    this.decorators = decorators;
  }
}

/** An object that a program that calls the file's functions hands in, such as nox's session. */
export class HostObject {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A value with a method, about to be called. */
export class BoundMethod {
  readonly owner: PythonValue;
  readonly name: string;

  constructor(owner: PythonValue, name: string) {
    this.owner = owner;
    this.name = name;
  }
}

/** A value of Python as far as a file says it. Lists and tuples are arrays, dictionaries with text keys are maps. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | Unknown
  | Imported
  | PythonFunction
  | HostObject
  | BoundMethod;

/** @returns the value when it is a list whose parts are all text */
export function asTexts(value: PythonValue | undefined): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return undefined;
  const list: readonly PythonValue[] = value;
  return list.every((item) => typeof item === "string") ? list : undefined;
}

/** @returns true, false as Python's `bool()` has it; undefined when that is known only when it runs */
export function truth(value: PythonValue): boolean | undefined {
  if (value instanceof Unknown || value instanceof Imported) return undefined;
  if (value instanceof Map) return value.size > 0;
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false && value !== 0 && value !== "";
}

/** @returns the value as Python's `repr()` writes it */
export function repr(value: PythonValue): string {
  if (typeof value === "string") {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    return quote + value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
  }
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  return value instanceof Unknown ? value.text : "…";
}

/** @returns two known values compared; undefined when one is not known */
export function equal(a: PythonValue, b: PythonValue): boolean | undefined {
  if (a instanceof Unknown || b instanceof Unknown || a instanceof Imported || b instanceof Imported) return undefined;
  return typeof a === "object" && a !== null ? repr(a) === repr(b) : a === b;
}
