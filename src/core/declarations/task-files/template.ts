import type { UnknownParts } from "../unknown-parts.ts";

/** What names of a template stand for; undefined for those that nothing sets, null for those that only a run knows. */
export type TemplateLookup = (name: string) => string | null | undefined;

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|`[^`]*`|\d+|true\b|false\b|[()|]|\.[A-Za-z_]\w*|[A-Za-z_]\w*)/y;
const ACTION = /\{\{-?\s*([\s\S]*?)\s*-?\}\}/g;
/** What Task computes on the runners of GitHub (taskfile.dev/reference/templating). */
const FACTS: Readonly<Record<string, string>> = { OS: "linux", ARCH: "amd64", exeExt: "" };

class Open extends Error {}

/** One expression of a template: names, texts, brackets, a few functions and pipes. */
class Expression {
  readonly #tokens: readonly string[];
  readonly #lookup: TemplateLookup;
  #at = 0;

  constructor(text: string, lookup: TemplateLookup) {
    this.#tokens = tokensOf(text);
    this.#lookup = lookup;
  }

  /** @throws Open when it is known only when it runs */
  value(): string {
    const value = this.#pipeline();
    if (this.#at < this.#tokens.length) throw new Open();
    return value;
  }

  #pipeline(): string {
    let value = this.#call([]);
    while (this.#tokens[this.#at] === "|") {
      this.#at += 1;
      value = this.#call([value]);
    }
    return value;
  }

  #call(piped: readonly string[]): string {
    const first = this.#tokens[this.#at] ?? "";
    const isName = /^[A-Za-z_]/.test(first) && !/^(?:true|false)$/.test(first);
    if (!isName) return piped.length === 0 ? this.#operand() : fail();
    this.#at += 1;
    const args: string[] = [];
    while (this.#at < this.#tokens.length && !/^[)|]$/.test(this.#tokens[this.#at] ?? "")) args.push(this.#operand());
    return callFunction(first, [...args, ...piped]);
  }

  #operand(): string {
    const token = this.#tokens[this.#at] ?? "";
    this.#at += 1;
    if (token === "(") {
      const value = this.#pipeline();
      if (this.#tokens[this.#at] !== ")") throw new Open();
      this.#at += 1;
      return value;
    }
    if (token.startsWith("."))
      return this.#lookup(token.slice(1)) === null ? fail() : (this.#lookup(token.slice(1)) ?? "");
    if (/^["`]/.test(token)) return token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
    if (/^(?:\d+|true|false)$/.test(token)) return token;
    return Object.hasOwn(FACTS, token) ? (FACTS[token] ?? "") : fail();
  }
}

function fail(): never {
  throw new Open();
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? "");
  const read = tokens.length === 0 ? 0 : text.length;
  const rest = text.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, "").replaceAll(/[\w\s().|]/g, "");
  return read === 0 || rest !== "" ? fail() : tokens;
}

const isTrue = (value: string): boolean => value !== "" && value !== "false" && value !== "0";

function callFunction(name: string, args: readonly string[]): string {
  const [a = "", b = ""] = args;
  switch (name) {
    case "default":
      return b === "" ? a : b;
    case "eq":
      return String(a === b);
    case "ne":
      return String(a !== b);
    case "not":
      return String(!isTrue(a));
    case "and":
      return args.find((arg) => !isTrue(arg)) ?? args.at(-1) ?? "";
    case "or":
      return args.find(isTrue) ?? args.at(-1) ?? "";
    case "trim":
      return a.trim();
    default:
      return args.length === 0 && Object.hasOwn(FACTS, name) ? (FACTS[name] ?? "") : fail();
  }
}

function evaluate(text: string, lookup: TemplateLookup): string | undefined {
  try {
    return new Expression(text, lookup).value();
  } catch (error) {
    if (error instanceof Open) return undefined;
    throw error;
  }
}

/** `{{if …}}a{{else}}b{{end}}`, without another one inside. */
const CONDITION = /\{\{-?\s*if\s+([^{}]*?)\s*-?\}\}((?:(?!\{\{-?\s*(?:if|range|with)\b)[\s\S])*?)\{\{-?\s*end\s*-?\}\}/;
const ELSE = /\{\{-?\s*else\s*-?\}\}/;
const MOST_CONDITIONS = 20;

/**
 * Puts into a Go template what is known of it; the rest is marked as known only when it runs.
 *
 * @param text of a Taskfile
 * @param lookup what its names stand for
 * @param unknown takes the parts that stay open
 */
export function fillTemplate(text: string, lookup: TemplateLookup, unknown: UnknownParts): string {
  let here = text;
  for (let count = 0; count < MOST_CONDITIONS; count += 1) {
    const match = CONDITION.exec(here);
    if (match === null) break;
    const [whole = "", condition = "", body = ""] = match;
    const value = evaluate(condition, lookup);
    const [yes = "", no = ""] = body.split(ELSE);
    here = here.replace(whole, () => (value === undefined ? unknown.mark(whole) : isTrue(value) ? yes : no));
  }
  return here.replaceAll(
    ACTION,
    (whole: string, expression: string) => evaluate(expression, lookup) ?? unknown.mark(whole),
  );
}
