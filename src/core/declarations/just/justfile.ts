import type { Unread } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { type JustScope, justValue } from "./expression.ts";

/** What a recipe is called with. */
export interface Parameter {
  readonly name: string;
  /** Expression; undefined when it must be given. */
  readonly fallback: string | undefined;
  /** `+` or `*`: it takes all that is left. */
  readonly variadic: "" | "+" | "*";
  readonly isExported: boolean;
}

/** A recipe that another one needs, with its arguments as expressions. */
export interface Needed {
  readonly name: string;
  readonly args: readonly string[];
  readonly isAfter: boolean;
}

/** A recipe of a justfile. */
export interface Recipe {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly parameters: readonly Parameter[];
  readonly needs: readonly Needed[];
  /** Lines of the body with their lines in the file, indentation removed. */
  readonly body: readonly { readonly line: number; readonly text: string }[];
  readonly attributes: readonly string[];
}

/** A justfile as far as it is known before just runs. */
export interface Justfile {
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly aliases: ReadonlyMap<string, string>;
  /** Expressions. */
  readonly variables: ReadonlyMap<string, string>;
  readonly exported: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly first: string | undefined;
  readonly unread: readonly Unread[];
}

const NAME = "[A-Za-z_][\\w-]*";
const ASSIGNMENT = new RegExp(`^(export\\s+)?(${NAME})\\s*:=\\s*(.*)$`, "s");
const ALIAS = new RegExp(`^alias\\s+(${NAME})\\s*:=\\s*([\\w:-]+)`);
const SETTING = new RegExp(`^set\\s+(${NAME})\\s*(?::=\\s*(.*))?$`, "s");
const IMPORT = /^import(\?)?\s+x?(?:'([^']*)'|"([^"]*)")/;
const MODULE = new RegExp(`^mod\\??\\s+(${NAME})`);
const RECIPE = new RegExp(`^@?(${NAME})\\b([^:]*(?::(?!=)[^:]*)*)$`);
const OTHER_SYSTEMS = /^(?:windows|macos|openbsd|freebsd|android)$/;
const OWN_SYSTEMS = /^(?:linux|unix)$/;
const MAX_LINES = 20_000;
const MAX_IMPORTS = 20;

/** A line at the margin, with what is joined to it. */
interface Item {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** All of the file; a recipe's body begins at `next`. */
  readonly lines: readonly string[];
  readonly next: number;
}

class JustfileParser {
  readonly recipes = new Map<string, Recipe>();
  readonly aliases = new Map<string, string>();
  readonly variables = new Map<string, string>();
  readonly exported = new Set<string>();
  readonly settings = new Map<string, string>();
  readonly unread: Unread[] = [];
  readonly #texts: ReadonlyMap<string, string>;
  readonly #read = new Set<string>();
  #attributes: string[] = [];
  #default: string | undefined;
  #first: string | undefined;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  get first(): string | undefined {
    return this.#default ?? this.#first;
  }

  read(file: string): void {
    this.#read.add(file);
    const text = (this.#texts.get(file) ?? "").replaceAll("\r\n", "\n").replaceAll("\0", "");
    const lines = text.split("\n").slice(0, MAX_LINES);
    for (let index = 0; index < lines.length; ) {
      const { text: joined, next } = logicalLine(lines, index);
      const isItem = !/^\s*(?:#.*)?$/.test(joined) && !/^\s/.test(joined);
      index = isItem ? this.#item({ file, line: index + 1, text: joined, lines, next }) : next;
    }
  }

  /** @returns the index of the line behind what was read */
  #item(item: Item): number {
    const { file, line, text, next } = item;
    if (text.startsWith("[")) {
      this.#attributes.push(...attributesOf(text));
      return next;
    }
    const attributes = this.#attributes;
    this.#attributes = [];
    const assignment = ASSIGNMENT.exec(text);
    const alias = ALIAS.exec(text);
    const setting = SETTING.exec(text);
    const imported = IMPORT.exec(text);
    const module = MODULE.exec(text);
    if (alias !== null) this.aliases.set(alias[1] ?? "", alias[2] ?? "");
    else if (setting !== null) this.settings.set(setting[1] ?? "", (setting[2] ?? "true").trim());
    else if (assignment !== null) this.#assign(assignment);
    else if (imported !== null) this.#import(item, imported);
    else if (module !== null && !/^mod\s*[^:]*:(?!=)/.test(text)) {
      this.unread.push({ file, line, message: `has the module \`${module[1]}\`, whose recipes are not read` });
    } else return this.#recipe(item, attributes);
    return next;
  }

  #assign([, exported, name = "", value = ""]: RegExpExecArray): void {
    this.variables.set(name, withoutComment(value));
    if (exported !== undefined) this.exported.add(name);
  }

  /** `import` fails without its file, `import?` does not. */
  #import({ file, line }: Item, [, optional, single, double]: RegExpExecArray): void {
    const path = single ?? double ?? "";
    const target = enterFolder(folderOf(file), path);
    if (target !== undefined && this.#texts.has(target) && !this.#read.has(target) && this.#read.size < MAX_IMPORTS) {
      this.read(target);
      return;
    }
    if (optional === undefined && (target === undefined || !this.#read.has(target))) {
      this.unread.push({ file, line, message: `imports \`${path.slice(0, 100)}\`, which is not read` });
    }
  }

  #recipe({ file, line, text, lines, next }: Item, attributes: readonly string[]): number {
    const { body, end } = bodyOf(lines, next);
    const match = RECIPE.exec(withoutComment(text));
    const colon = match === null ? -1 : colonAt(match[2] ?? "");
    if (match === null || colon === -1) {
      this.unread.push({ file, line, message: "is no line of a justfile that can be read" });
      return end;
    }
    const [, name = "", rest = ""] = match;
    const recipe: Recipe = {
      name,
      file,
      line,
      parameters: parametersOf(rest.slice(0, colon)),
      needs: needsOf(rest.slice(colon + 1)),
      body,
      attributes,
    };
    this.#keep(recipe);
    return end;
  }

  /** Of recipes of one name for several systems, Linux's is kept. */
  #keep(recipe: Recipe): void {
    const { attributes, name } = recipe;
    const isOther =
      attributes.some((one) => OTHER_SYSTEMS.test(one)) && !attributes.some((one) => OWN_SYSTEMS.test(one));
    if (isOther) return;
    this.recipes.set(name, recipe);
    this.#first ??= name;
    if (attributes.includes("default")) this.#default = name;
  }
}

/** Joins lines while a bracket, a string of several lines or a `\` is open. */
function logicalLine(lines: readonly string[], start: number): { readonly text: string; readonly next: number } {
  let text = lines[start] ?? "";
  let next = start + 1;
  const isOpen = (): boolean => {
    if (text.endsWith("\\")) return true;
    if (/^\s*#/.test(text)) return false;
    const triples = text.match(/'''|"""/g)?.length ?? 0;
    if (triples % 2 === 1) return true;
    const bare = text.replaceAll(/'''[\s\S]*?'''|"""[\s\S]*?"""|'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|#.*$/gm, "");
    if (/:=/.test(bare) && /['"]/.test(bare)) return true;
    return /:=/.test(bare) && (bare.match(/[({[]/g)?.length ?? 0) > (bare.match(/[)}\]]/g)?.length ?? 0);
  };
  while (next < lines.length && next - start < 200 && text.length < 20_000 && isOpen()) {
    text = `${text.replace(/\\$/, "")}\n${lines[next] ?? ""}`;
    next += 1;
  }
  return { text, next };
}

function bodyOf(lines: readonly string[], start: number) {
  const body: { line: number; text: string }[] = [];
  let indent: string | undefined;
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index] ?? "";
    if (text.trim() === "") continue;
    if (!/^[ \t]/.test(text)) break;
    indent ??= /^[ \t]+/.exec(text)?.[0] ?? "";
    body.push({ line: index + 1, text: text.startsWith(indent) ? text.slice(indent.length) : text.trimStart() });
    end = index + 1;
  }
  return { body, end: Math.max(end, start) };
}

function withoutComment(text: string): string {
  const match = /^(?:'''[\s\S]*?'''|"""[\s\S]*?"""|'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[^#'"`])*/.exec(text);
  return (match?.[0] ?? text).trimEnd();
}

function attributesOf(text: string): readonly string[] {
  const inner = /^\[(.*?)\]\s*(?:#.*)?$/s.exec(text)?.[1] ?? "";
  return splitOutside(inner, /[,]/).map((one) => one.trim());
}

/** Splits at signs that stand outside of strings and brackets. */
function splitOutside(text: string, sign: RegExp): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const piece of text.match(/'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g) ?? []) {
    if (piece === "(" || piece === "[") depth += 1;
    if (piece === ")" || piece === "]") depth -= 1;
    if (depth === 0 && piece.length === 1 && sign.test(piece)) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/** @returns where the colon stands that ends the parameters */
function colonAt(text: string): number {
  let at = 0;
  let depth = 0;
  for (const piece of text.match(/'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g) ?? []) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === ":" && depth === 0) return at;
    at += piece.length;
  }
  return -1;
}

function parametersOf(text: string): readonly Parameter[] {
  return splitOutside(text.replaceAll(/\s*=\s*/g, "="), /\s/)
    .filter((one) => one !== "")
    .flatMap((one) => {
      const [, sign = "", dollar, name = "", fallback] =
        /^([+*]?)(\$?)([A-Za-z_][\w-]*)(?:=([\s\S]*))?$/.exec(one) ?? [];
      if (name === "") return [];
      return [{ name, fallback, variadic: sign as "" | "+" | "*", isExported: dollar === "$" }];
    });
}

function needsOf(text: string): readonly Needed[] {
  let isAfter = false;
  return splitOutside(text, /\s/).flatMap((one) => {
    if (one === "&&") isAfter = true;
    if (one === "" || one === "&&") return [];
    const [, name = "", rest = ""] = /^\((\S+)\s*([\s\S]*)\)$/.exec(one) ?? [];
    if (name !== "") return [{ name, args: splitOutside(rest, /\s/).filter((arg) => arg !== ""), isAfter }];
    return [{ name: one, args: [], isAfter }];
  });
}

/** @returns what names of a justfile stand for; a variable that names itself is not known */
export function scopeOf(justfile: Justfile, own: ReadonlyMap<string, string | undefined>): JustScope {
  const open = new Set<string>();
  const scope: JustScope = {
    variable: (name) => {
      if (own.has(name)) return own.get(name);
      const expression = justfile.variables.get(name);
      if (expression === undefined || open.has(name) || open.size > 20) return undefined;
      open.add(name);
      const value = justValue(expression, scope);
      open.delete(name);
      return value !== undefined && value.length > 10_000 ? undefined : value;
    },
  };
  return scope;
}

/**
 * @param file a justfile
 * @param texts it and what it may import
 */
export function readJustfile(file: string, texts: ReadonlyMap<string, string>): Justfile {
  const parser = new JustfileParser(texts);
  parser.read(file);
  return parser;
}
