import type { DeclaredCommand, DeclaredEntry, Unread } from "../declaration.ts";
import { toEntry } from "../drafts.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { readScript, UnknownParts } from "../unknown-parts.ts";
import { justValue } from "./expression.ts";
import { type Justfile, type Recipe, scopeOf } from "./justfile.ts";

type Values = ReadonlyMap<string, string | undefined>;

const MAX_COMMANDS = 500;
const INTERPOLATION = /\{\{\{\{|\{\{((?:'[^']*'|"(?:[^"\\]|\\.)*"|[^}'"]|\}(?!\}))*)\}\}/g;

/** Turns the recipes of one justfile into entries. */
export class RecipeReader {
  readonly #justfile: Justfile;
  readonly #folder: string;
  readonly #overrides: Values;
  readonly #bodies = new Map<string, readonly DeclaredCommand[]>();
  readonly unread: Unread[] = [];

  constructor(file: string, justfile: Justfile, overrides: Values = new Map()) {
    this.#justfile = justfile;
    this.#folder = folderOf(file);
    this.#overrides = overrides;
  }

  /** @returns the entry of a recipe, called with these arguments */
  entry(recipe: Recipe, args: readonly string[] = []): DeclaredEntry {
    const commands: DeclaredCommand[] = [];
    this.#collect(recipe, this.#bind(recipe, args), commands, new Set());
    const missing = recipe.parameters.filter((one, index) => isNeeded(one) && index >= args.length);
    return toEntry({
      system: "just",
      name: recipe.name,
      folder: this.#folder,
      place: { file: recipe.file, line: recipe.line },
      commands: commands.slice(0, MAX_COMMANDS),
      runsOn: recipe.name === this.#justfile.first ? ["default"] : [],
      doubts: missing.map(({ name }) => `it must be given \`${name}\``),
    });
  }

  #bind(recipe: Recipe, args: readonly (string | undefined)[]): Values {
    const values = new Map<string, string | undefined>(this.#overrides);
    recipe.parameters.forEach((parameter, index) => {
      const given = parameter.variadic === "" ? args.slice(index, index + 1) : args.slice(index);
      const value = given.includes(undefined) ? undefined : given.join(" ");
      if (given.length > 0) values.set(parameter.name, value);
      else if (parameter.fallback !== undefined) {
        values.set(parameter.name, justValue(parameter.fallback, scopeOf(this.#justfile, values)));
      } else values.set(parameter.name, parameter.variadic === "*" ? "" : undefined);
    });
    return values;
  }

  /** What a recipe needs runs before it, or behind `&&` after it; each once for the same arguments. */
  #collect(recipe: Recipe, values: Values, commands: DeclaredCommand[], done: Set<string>): void {
    const id = `${recipe.name}\0${[...values.values()].join("\0")}`;
    if (done.has(id) || commands.length > MAX_COMMANDS) return;
    done.add(id);
    const scope = scopeOf(this.#justfile, values);
    const run = (isAfter: boolean): void => {
      for (const needed of recipe.needs.filter((one) => one.isAfter === isAfter)) {
        const found = this.#justfile.recipes.get(this.#justfile.aliases.get(needed.name) ?? needed.name);
        const args = needed.args.map((arg) => justValue(arg, scope));
        if (found !== undefined) this.#collect(found, this.#bind(found, args), commands, done);
      }
    };
    run(false);
    const known = this.#bodies.get(id) ?? this.#body(recipe, values);
    this.#bodies.set(id, known);
    for (const command of known) commands.push(command);
    run(true);
  }

  #body(recipe: Recipe, values: Values): readonly DeclaredCommand[] {
    const unknown = new UnknownParts();
    const [first] = recipe.body;
    if (first === undefined) return [];
    const env = this.#environment(recipe, values);
    const isScript = first.text.startsWith("#!") || recipe.attributes.some((one) => /^script\b/.test(one));
    const cwd = this.#cwd(recipe);
    const doubts = recipe.attributes.includes("no-cd") ? ["it runs in the folder that just is called in"] : [];
    if (isScript) return this.#script(recipe, values, unknown, env, cwd);
    const commands: DeclaredCommand[] = [];
    for (const { line, text } of joinedLines(recipe.body)) {
      const [prefix = ""] = /^[@-]*/.exec(text) ?? [];
      const filled = this.#fill(text.slice(prefix.length), values, unknown);
      const place = { file: recipe.file, line };
      const manner = { cwd, env, place, mayFail: prefix.includes("-"), doubts, unknown };
      const read = readScript(filled, manner);
      commands.push(...read.commands);
      for (const fault of read.faults) this.unread.push({ file: recipe.file, ...fault });
    }
    return this.#otherShell(commands);
  }

  /** A recipe that begins with `#!` is one program. */
  #script(recipe: Recipe, values: Values, unknown: UnknownParts, env: Record<string, string>, cwd: string) {
    const text = this.#fill(recipe.body.map((one) => one.text).join("\n"), values, unknown);
    const line = recipe.body[0]?.line ?? recipe.line;
    const program = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(\S+)/.exec(text)?.[1] ?? "sh";
    const place = { file: recipe.file, line };
    if (/(?:^|\/)(?:ba|z|da)?sh$/.test(program)) {
      const read = readScript(text, { cwd, env, place, mayFail: false, doubts: [], unknown });
      for (const fault of read.faults) this.unread.push({ file: recipe.file, ...fault });
      return read.commands;
    }
    const doubts = [`it is a script for ${program.slice(0, 60)}`];
    const whole = { place, text: unknown.restore(text), words: null, env, cwd, mayFail: false };
    return [{ ...whole, certainty: "unsure", doubts } as const];
  }

  #otherShell(commands: readonly DeclaredCommand[]): readonly DeclaredCommand[] {
    const shell = this.#justfile.settings.get("shell");
    if (shell === undefined || /["'](?:\S*\/)?(?:ba|z|da)?sh["']/.test(shell)) return commands;
    const doubts = [`it is written for the shell ${shell.slice(0, 60)}`];
    return commands.map((command) => ({ ...command, words: null, certainty: "unsure" as const, doubts }));
  }

  #cwd(recipe: Recipe): string {
    const own = recipe.attributes.flatMap((one) => /^working-directory\s*[:(]\s*['"]([^'"]*)/.exec(one)?.[1] ?? []);
    const setting = this.#justfile.settings.get("working-directory");
    const outer = setting === undefined ? undefined : justValue(setting, scopeOf(this.#justfile, new Map()));
    const folder = outer === undefined ? this.#folder : (enterFolder(this.#folder, outer) ?? this.#folder);
    return own[0] === undefined ? folder : (enterFolder(folder, own[0]) ?? folder);
  }

  #environment(recipe: Recipe, values: Values): Record<string, string> {
    const { settings, variables, exported } = this.#justfile;
    const isAll = settings.has("export") && settings.get("export") !== "false";
    const names = [...variables.keys()].filter((name) => isAll || exported.has(name));
    const own = recipe.parameters.filter((one) => isAll || one.isExported).map(({ name }) => name);
    const scope = scopeOf(this.#justfile, values);
    const pairs = [...names, ...own].map((name) => [name, scope.variable(name)] as const);
    return Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
  }

  #fill(text: string, values: Values, unknown: UnknownParts): string {
    const scope = scopeOf(this.#justfile, values);
    return text.replaceAll(INTERPOLATION, (whole: string, expression: string | undefined) => {
      if (expression === undefined) return "{{";
      return justValue(expression, scope) ?? unknown.mark(whole);
    });
  }
}

function isNeeded({ fallback, variadic }: Recipe["parameters"][number]): boolean {
  return fallback === undefined && variadic !== "*";
}

/** Lines that end in `\` go on. */
function joinedLines(body: Recipe["body"]): Recipe["body"] {
  const lines: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const { line, text } of body) {
    const last = lines.at(-1);
    if (isOpen && last !== undefined) last.text += `\n${text}`;
    else if (!/^@?#/.test(text)) lines.push({ line, text });
    isOpen = text.endsWith("\\");
  }
  return lines;
}
