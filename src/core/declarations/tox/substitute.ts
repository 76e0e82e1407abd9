import { type Doubt, likely, unsure } from "../drafts.ts";

/** What a reference between braces can ask for. */
export interface Known {
  /** Values that tox itself knows, such as `envname`; undefined when there is none of that name. */
  readonly constant: (name: string) => Value | undefined;
  /** Raw text of a key of a section, or of the environment itself; undefined when there is none. */
  readonly reference: (section: string | undefined, key: string) => string | undefined;
  /** A variable that the environment sets itself; undefined when it comes from outside. */
  readonly variable: (name: string) => string | undefined;
  /** Arguments that the call hands on, as the command line would have them; undefined when it hands on none. */
  readonly passedOn: string | undefined;
}

/** A text and why it is not certain. */
export interface Value {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** Substitutions inside each other; tox stops at 100, people at 3. */
const MAX_DEPTH = 25;
/** Substitutions of one value. */
const MAX_STEPS = 2000;
/** Longest text that a value may grow to. */
const MAX_TEXT = 100_000;

const REFERENCE = /^(?:\[([^\]]+)\])?([-a-zA-Z0-9_]+)(?::(.*))?$/s;

interface Braces {
  readonly args: readonly string[];
  /** Behind the closing brace. */
  readonly end: number;
}

/** Finds the brace that closes the one at `start`, and the parts between colons. */
function bracesAt(text: string, start: number): Braces | undefined {
  const args = [""];
  let depth = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "}" && depth === 0) return { args, end: at + 1 };
    if (char === ":" && depth === 0) {
      args.push("");
      continue;
    }
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    const isEscape = char === "\\" && /[:{}[\]]/.test(text.charAt(at + 1));
    args[args.length - 1] += isEscape ? text.slice(at, at + 2) : char;
    if (isEscape) at += 1;
  }
  return undefined;
}

/** Puts values in for what stands between braces; one instance works on one value. */
class Substitution {
  readonly doubts: Doubt[] = [];
  readonly #known: Known;
  #steps = 0;
  #length = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  expand(text: string, depth: number): string {
    if (depth > MAX_DEPTH || this.#steps > MAX_STEPS || this.#length > MAX_TEXT) {
      this.doubts.push(unsure("its substitutions stand too deep inside each other"));
      return text;
    }
    let result = "";
    for (let at = 0; at < text.length; ) {
      const { value, end } = this.#next(text, at, depth);
      result += value;
      at = end;
    }
    this.#length += result.length;
    return result;
  }

  #next(text: string, at: number, depth: number): { readonly value: string; readonly end: number } {
    if (text.charAt(at) === "\\" && /[:{}[\]]/.test(text.charAt(at + 1))) {
      return { value: text.charAt(at + 1), end: at + 2 };
    }
    if (text.startsWith("[]", at)) return { value: this.#posargs([], depth), end: at + 2 };
    const braces = text.charAt(at) === "{" ? bracesAt(text, at) : undefined;
    if (braces === undefined) return { value: text.charAt(at), end: at + 1 };
    this.#steps += 1;
    const value = this.#resolve(braces.args, depth + 1);
    return { value: value ?? this.#asWritten(braces.args, depth + 1), end: braces.end };
  }

  /** What is no reference stays: `{}` of a Python format, `{a,b}` of a generated name. */
  #asWritten(args: readonly string[], depth: number): string {
    return `{${args.map((arg) => this.expand(arg, depth)).join(":")}}`;
  }

  #resolve(args: readonly string[], depth: number): string | undefined {
    const name = args[0] ?? "";
    if (name === "posargs") return this.#posargs(args.slice(1), depth);
    if (name === "env" && args.length > 1) return this.#variable(args, depth);
    if (name === "tty" && args.length > 1) return this.expand(args[2] ?? "", depth);
    if (name === "glob" || name === "factor") {
      this.doubts.push(unsure(`\`{${name}:…}\` is known only when it runs`));
      return this.expand(args[1] ?? "", depth);
    }
    if (args.length === 2 && name === "" && args[1] === "") return ":";
    if (args.length === 1 && name === "/") return "/";
    return this.#reference(args.join(":"), depth);
  }

  #posargs(fallback: readonly string[], depth: number): string {
    return this.#known.passedOn ?? this.expand(fallback.join(":"), depth);
  }

  #variable(args: readonly string[], depth: number): string {
    const name = this.expand(args[1] ?? "", depth);
    const own = this.#known.variable(name);
    if (own !== undefined) return this.expand(own, depth);
    const hasDefault = args.length > 2;
    this.doubts.push(
      hasDefault
        ? likely(`the variable ${name} may say otherwise`)
        : unsure(`the variable ${name} is known only when it runs`),
    );
    return hasDefault ? this.expand(args.slice(2).join(":"), depth) : "";
  }

  #reference(text: string, depth: number): string | undefined {
    const [, section, key, fallback] = REFERENCE.exec(text) ?? [];
    if (key === undefined) return undefined;
    const constant = section === undefined ? this.#known.constant(key) : undefined;
    if (constant !== undefined) {
      this.doubts.push(...constant.doubts);
      return constant.text;
    }
    const raw = this.#known.reference(section, key);
    if (raw !== undefined) return this.expand(raw, depth);
    if (fallback !== undefined) return this.expand(fallback, depth);
    if (section !== undefined) this.doubts.push(unsure(`there is no \`${key}\` in [${section}]`));
    return undefined;
  }
}

/**
 * Puts in what stands between braces, as tox does (tox.wiki, "Substitutions").
 *
 * @param text of the configuration
 * @param known what references stand for
 */
export function substitute(text: string, known: Known): Value {
  const substitution = new Substitution(known);
  const result = substitution.expand(text, 0);
  return { text: result, doubts: substitution.doubts };
}
