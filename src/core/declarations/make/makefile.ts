import type { Unread } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { UnknownParts } from "../unknown-parts.ts";
import { conditionOf, type Truth } from "./conditions.ts";
import { type MakeLine, makeLines, splitRule, withoutComment } from "./lines.ts";
import { MakeVariables } from "./variables.ts";

/** One line of a recipe, as make hands it to a shell. */
export interface RecipeLine {
  readonly file: string;
  readonly line: number;
  /** Not expanded yet. */
  readonly text: string;
  readonly doubts: readonly string[];
}

/** What a Makefile says of one target, all its rules taken together. */
export interface Target {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly prerequisites: string[];
  readonly recipe: RecipeLine[];
  /** `target: NAME = value`. */
  readonly variables: { readonly name: string; readonly operator: string; readonly value: string }[];
  readonly doubts: readonly string[];
}

/** A Makefile as far as it is known before make runs. */
export interface Makefile {
  readonly targets: ReadonlyMap<string, Target>;
  readonly variables: MakeVariables;
  readonly unknown: UnknownParts;
  readonly phony: ReadonlySet<string>;
  readonly exported: ReadonlySet<string>;
  readonly defaultGoal: string | undefined;
  /** The rule `%:`, which makes every target that has none of its own. */
  readonly catchAll: Target | undefined;
  readonly isOneShell: boolean;
  readonly unread: readonly Unread[];
}

const ASSIGNMENT = /^\s*((?:(?:export|override|private|unexport)\s+)*)([^\s:#=!?+]+)\s*(::?:?=|[?+!]?=)\s*(.*)$/s;
const DIRECTIVE =
  /^\s*(ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|-?include|sinclude|export|unexport|vpath|undefine|load|-load)\b(.*)$/s;
const MAX_INCLUDES = 20;

interface Branch {
  readonly truth: Truth;
  readonly text: string;
  /** True when an earlier branch was taken. */
  readonly isTaken: boolean;
}

/** What a call gives a Makefile. */
interface Given {
  /** Variables of the command line, which win over the file's own. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads a Makefile and what it includes; nothing is run. */
class MakefileParser {
  readonly targets = new Map<string, Target>();
  readonly unknown = new UnknownParts();
  readonly variables = new MakeVariables(this.unknown);
  readonly phony = new Set<string>();
  readonly exported = new Set<string>();
  readonly unread: Unread[] = [];
  readonly #texts: ReadonlyMap<string, string>;
  readonly #fixed: ReadonlySet<string>;
  readonly #branches: Branch[] = [];
  #current: readonly Target[] = [];
  #first: string | undefined;
  #includes = 0;
  isOneShell = false;
  catchAll: Target | undefined;

  constructor(texts: ReadonlyMap<string, string>, { overrides, environment }: Given) {
    this.#texts = texts;
    this.#fixed = new Set(Object.keys(overrides));
    // Of the environment `=` and `:=` of the file win, and `?=` does not (gnu.org/software/make/manual, 6.10).
    for (const [name, value] of Object.entries({ ...environment, ...overrides }))
      this.variables.set(name, value, false);
  }

  get defaultGoal(): string | undefined {
    const chosen = this.variables.has(".DEFAULT_GOAL") ? this.variables.expand("$(.DEFAULT_GOAL)").text.trim() : "";
    return this.targets.has(chosen) ? chosen : this.#first;
  }

  read(file: string): void {
    const lines = makeLines(this.#texts.get(file) ?? "");
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (line === undefined) break;
      if (line.isRecipe && this.#current.length > 0) this.#recipe(file, line);
      else if (/^\s*(?:(?:export|override)\s+)*define\b/.test(line.text)) index = this.#define(lines, index);
      else this.#line(file, line);
    }
    this.#branches.length = 0;
    this.#current = [];
  }

  #line(file: string, line: MakeLine): undefined {
    const text = withoutComment(line.text);
    if (text.trim() === "") return;
    const directive = DIRECTIVE.exec(text);
    const assignment = ASSIGNMENT.exec(text);
    if (
      directive !== null &&
      (assignment === null || /^(?:ifeq|ifneq|else|-?include|sinclude)$/.test(directive[1] ?? ""))
    ) {
      return this.#directive(file, line, directive[1] ?? "", (directive[2] ?? "").trim());
    }
    if (this.#isLeftOut()) return;
    if (assignment !== null && !/^[^=]*:(?!:?:?=)/.test(text)) return this.#assign(assignment);
    this.#rule(file, line, text);
  }

  #isLeftOut(): boolean {
    return this.#branches.some(({ truth }) => truth === "no");
  }

  #doubts(): readonly string[] {
    return this.#branches.flatMap(({ truth, text }) =>
      truth === "unknown" ? [`it stands in \`${text}\`, which is known only when make runs`] : [],
    );
  }

  #directive(file: string, line: MakeLine, name: string, rest: string): undefined {
    if (/^if/.test(name)) this.#push(name, rest, false);
    else if (name === "else") this.#else(rest);
    else if (name === "endif") this.#branches.pop();
    else if (this.#isLeftOut()) return;
    else if (/include$/.test(name)) this.#include(file, line, rest, name === "include");
    else if (name === "export") for (const one of rest.split(/\s+/)) this.exported.add(one === "" ? "*" : one);
    else if (name === "undefine") this.variables.set(rest, "", false);
  }

  #push(name: string, rest: string, isTaken: boolean): undefined {
    const truth = isTaken ? "no" : conditionOf(name, rest, this.variables, this.unknown);
    this.#branches.push({ truth, text: `${name} ${rest}`.trim(), isTaken: isTaken || truth === "yes" });
  }

  #else(rest: string): undefined {
    const before = this.#branches.pop();
    const [, name, inner = ""] = /^(ifn?eq|ifn?def)\b(.*)$/s.exec(rest) ?? [];
    const isTaken = before?.isTaken === true;
    if (name !== undefined) return this.#push(name, inner.trim(), isTaken);
    const truth = isTaken ? "no" : before?.truth === "unknown" ? "unknown" : "yes";
    this.#branches.push({ truth, text: "else", isTaken: true });
  }

  #include(file: string, line: MakeLine, rest: string, isNeeded: boolean): void {
    for (const word of this.variables
      .expand(rest)
      .text.split(/\s+/)
      .filter((one) => one !== "")) {
      const path = this.unknown.isIn(word) ? undefined : enterFolder(folderOf(file), word);
      this.#includes += 1;
      if (path !== undefined && this.#texts.has(path) && this.#includes < MAX_INCLUDES && path !== file)
        this.#follow(path);
      else if (isNeeded) {
        const message = `includes \`${this.unknown.restore(word).slice(0, 100)}\`, which is not read`;
        this.unread.push({ file, line: line.line, message });
      }
    }
  }

  /** Conditions around an `include` hold for what it includes. */
  #follow(path: string): void {
    const outer = [...this.#branches];
    const current = this.#current;
    this.read(path);
    this.#branches.push(...outer);
    this.#current = current;
  }

  /** A text of several lines is used as a recipe more often than as a value; what it runs is not followed. */
  #define(lines: readonly MakeLine[], start: number): number {
    const name = /\bdefine\s+([^\s=:?+!]+)/.exec(lines[start]?.text ?? "")?.[1];
    if (name !== undefined && !this.#isLeftOut()) this.variables.open(name);
    const end = lines.findIndex(({ text }, index) => index > start && /^\s*endef\b/.test(text));
    return end === -1 ? lines.length : end;
  }

  #assign([, modifiers = "", name = "", operator = "", value = ""]: RegExpExecArray): undefined {
    const variable = this.variables.expand(name).text;
    if (/\bexport\b/.test(modifiers)) this.exported.add(variable);
    if (this.#fixed.has(variable) || /\bunexport\b/.test(modifiers)) return;
    if (operator === "!=" || (this.#doubts().length > 0 && operator !== "?=")) {
      this.variables.open(variable);
      return;
    }
    this.#current = [];
    apply(this.variables, variable, operator, value.trim());
  }

  #rule(file: string, line: MakeLine, text: string): undefined {
    this.#current = [];
    const { left, right } = splitRule(text) ?? { left: "", right: "" };
    const names = this.#words(left);
    if (names.length === 0) return;
    const [head = "", inline] = splitInline(right);
    const specific = /^\s*(?:(?:export|override|private)\s+)*([^\s:#=!?+]+)\s*(::?:?=|[?+]?=)\s*(.*)$/s.exec(right);
    const words = specific === null ? this.#words(head) : [];
    if (names.includes(".PHONY")) for (const word of words) this.phony.add(word);
    if (names.includes(".ONESHELL")) this.isOneShell = true;
    const own = names.filter((name) => isTarget(name) && !this.unknown.isIn(name));
    const targets = own.map((name) => this.#target(name, file, line.line));
    if (specific !== null) {
      const [, name = "", operator = "=", value = ""] = specific;
      for (const target of targets) target.variables.push({ name, operator, value });
      return;
    }
    for (const target of targets) target.prerequisites.push(...words.filter((word) => !word.includes("%")));
    if (names.includes("%")) {
      const doubts = this.#doubts();
      this.catchAll = {
        name: "%",
        file,
        line: line.line,
        prerequisites: [...words],
        recipe: [],
        variables: [],
        doubts,
      };
      targets.push(this.catchAll);
    }
    this.#current = /(?:^|\s)\S*%/.test(head) ? [] : targets;
    if (inline !== undefined) this.#recipe(file, { line: line.line, text: inline.trim(), isRecipe: true });
  }

  /** Names in a text, variables put in; `|` stands before those whose age does not count. */
  #words(text: string): readonly string[] {
    return this.variables
      .expand(text)
      .text.split(/[\s|]+/)
      .filter((one) => one !== "");
  }

  #target(name: string, file: string, line: number): Target {
    const known = this.targets.get(name);
    if (known !== undefined) return known;
    const target = { name, file, line, prerequisites: [], recipe: [], variables: [], doubts: this.#doubts() };
    this.targets.set(name, target);
    if (this.#first === undefined && !name.startsWith(".")) this.#first = name;
    return target;
  }

  #recipe(file: string, { line, text }: MakeLine): void {
    if (this.#isLeftOut() || text.trim() === "") return;
    const doubts = this.#doubts();
    for (const target of this.#current) target.recipe.push({ file, line, text, doubts });
  }
}

/** @returns whether the name is one that people call: no pattern, no special target */
function isTarget(name: string): boolean {
  return !name.includes("%") && !/^\.[A-Z_]+$/.test(name) && !/^[-=]/.test(name);
}

/** `target: prerequisites ; command`. */
function splitInline(text: string): readonly [string, string | undefined] {
  const at = text.indexOf(";");
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Sets a variable by its operator. */
export function apply(variables: MakeVariables, name: string, operator: string, value: string): void {
  if (operator === "?=") {
    if (!variables.has(name)) variables.set(name, value, true);
  } else if (operator === "+=") variables.append(name, value);
  else variables.set(name, value, operator === "=");
}

/**
 * @param file a Makefile
 * @param texts it and what it may include
 * @param given variables of the command line, and of the environment
 */
export function readMakefile(
  file: string,
  texts: ReadonlyMap<string, string>,
  { overrides = {}, environment = {} }: Partial<Given> = {},
): Makefile {
  const parser = new MakefileParser(texts, { overrides, environment });
  parser.read(file);
  return parser;
}
