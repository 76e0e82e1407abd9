import type { UnknownParts } from "../unknown-parts.ts";
import { callFunction } from "./functions.ts";

/** A variable of a Makefile. */
interface Variable {
  readonly value: string;
  /** Expanded where it is used (`=`), not where it is set (`:=`). */
  readonly isLate: boolean;
}

/** What a text becomes. */
export interface MakeExpansion {
  readonly text: string;
  /** Names that nothing sets; make takes them from the environment, else they are empty. */
  readonly unset: readonly string[];
}

const MAX_DEPTH = 20;
const MAX_LENGTH = 32 * 1024;

/** gnu.org/software/make/manual, 10.3, "Variables Used by Implicit Rules", as far as recipes of checks use them. */
const BUILT_IN: Readonly<Record<string, string>> = {
  ...{ MAKE: "make", RM: "rm -f", CURDIR: ".", CC: "cc", CXX: "c++", CPP: "cc -E" },
  ...{ AR: "ar", ARFLAGS: "-rv", AS: "as", LD: "ld", LEX: "lex", YACC: "yacc", FC: "f77", TEX: "tex" },
};

/** Names that the environment always sets, so that a missing definition does not make them empty. */
const FROM_OUTSIDE =
  /^(?:HOME|PATH|PWD|USER|SHELL|OS|CI|VIRTUAL_ENV|GITHUB_\w+|TMPDIR|HOSTNAME|MAKEFLAGS|MAKEFILE_LIST|MAKECMDGOALS|MFLAGS)$/;

/** Variables of a Makefile at one point, and what texts become with them. */
export class MakeVariables {
  readonly #variables: Map<string, Variable>;
  /** Known only when make runs. */
  readonly #open: Set<string>;
  readonly #unknown: UnknownParts;

  constructor(unknown: UnknownParts, outer?: MakeVariables) {
    this.#unknown = unknown;
    this.#variables = new Map(outer === undefined ? [] : outer.#variables);
    this.#open = new Set(outer === undefined ? [] : outer.#open);
  }

  /** @returns whether it is set, to whatever */
  has(name: string): boolean {
    return this.#variables.has(name) || this.#open.has(name);
  }

  /** @returns whether its value is known only when make runs */
  isOpen(name: string): boolean {
    return this.#open.has(name);
  }

  /** From here on the value is known only when make runs. */
  open(name: string): void {
    this.#variables.delete(name);
    this.#open.add(name);
  }

  /** `isLate`: expanded where it is used (`=`), not where it is set (`:=`). */
  set(name: string, value: string, isLate: boolean): void {
    this.#open.delete(name);
    this.#variables.set(name, { value: isLate ? value : this.expand(value).text, isLate });
  }

  /** `+=` keeps how the variable was set. */
  append(name: string, value: string): void {
    if (this.#open.has(name)) return;
    const before = this.#variables.get(name);
    if (before === undefined) this.set(name, value, true);
    else this.set(name, `${before.value} ${before.isLate ? value : this.expand(value).text}`, before.isLate);
  }

  /** @returns the text with variables and functions put in, and names that nothing sets */
  expand(text: string): MakeExpansion {
    const unset = new Set<string>();
    const expanded = text.length > MAX_LENGTH ? text : this.#expand(text, 0, unset);
    return {
      text: expanded.length > MAX_LENGTH ? this.#unknown.mark(text.slice(0, 100)) : expanded,
      unset: [...unset],
    };
  }

  #expand(text: string, depth: number, unset: Set<string>): string {
    let result = "";
    for (let at = 0; at < text.length; ) {
      const dollar = text.indexOf("$", at);
      if (dollar === -1 || dollar === text.length - 1) return result + text.slice(at);
      result += text.slice(at, dollar);
      const end = referenceEnd(text, dollar);
      result += this.#reference(text.slice(dollar, end), depth, unset);
      if (result.length > MAX_LENGTH) return result;
      at = end;
    }
    return result;
  }

  #reference(reference: string, depth: number, unset: Set<string>): string {
    if (reference === "$$") return "$";
    if (depth > MAX_DEPTH) return this.#unknown.mark(reference.slice(0, 100));
    const name = /^\$[({]/.test(reference) ? reference.slice(2, -1) : reference.slice(1);
    const inner = name.includes("$") ? this.#expand(name, depth + 1, unset) : name;
    if (/^(?:info|warning)\s/.test(inner)) return "";
    if (this.#unknown.isIn(inner)) return this.#unknown.mark(reference);
    const computed = callFunction(inner);
    if (computed !== undefined) return computed;
    const variable = this.#variables.get(inner);
    if (variable !== undefined) {
      return variable.isLate ? this.#expand(variable.value, depth + 1, unset) : variable.value;
    }
    const builtIn = Object.hasOwn(BUILT_IN, inner) ? BUILT_IN[inner] : undefined;
    if (builtIn !== undefined && !this.#open.has(inner)) return builtIn;
    if (!/^[\w.-]+$/.test(inner) || this.#open.has(inner) || FROM_OUTSIDE.test(inner))
      return this.#unknown.mark(reference);
    unset.add(inner);
    return "";
  }
}

/** @returns where the reference that begins at `$` ends; brackets of one kind nest */
function referenceEnd(text: string, dollar: number): number {
  const open = text[dollar + 1] ?? "";
  if (open !== "(" && open !== "{") return dollar + 2;
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let at = dollar + 1; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
