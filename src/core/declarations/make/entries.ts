import type { DeclaredCommand, DeclaredEntry, Unread } from "../declaration.ts";
import { toEntry } from "../drafts.ts";
import { folderOf, inFolder } from "../folders.ts";
import { readScript } from "../unknown-parts.ts";
import { apply, type Makefile, type RecipeLine, type Target } from "./makefile.ts";
import { MakeVariables } from "./variables.ts";

/** Of one entry: bounds against files written to be slow. */
const MAX_COMMANDS = 500;
const MAX_ENTRIES = 1000;

/** Turns the targets of one Makefile into entries. */
class TargetReader {
  readonly #makefile: Makefile;
  readonly #folder: string;
  readonly #files: ReadonlySet<string>;
  readonly #own = new Map<string, readonly DeclaredCommand[]>();
  readonly unread: Unread[] = [];

  constructor(makefile: Makefile, folder: string, files: ReadonlySet<string>) {
    this.#makefile = makefile;
    this.#folder = folder;
    this.#files = files;
  }

  /** @returns the target's commands behind those of what it needs, each target once */
  commands(target: Target): readonly DeclaredCommand[] {
    const done = new Set<string>();
    const commands: DeclaredCommand[] = [];
    const visit = (one: Target): void => {
      if (done.has(one.name) || commands.length > MAX_COMMANDS) return;
      done.add(one.name);
      for (const name of one.prerequisites) {
        const needed = this.#makefile.targets.get(name);
        if (needed !== undefined && needed !== target) visit(needed);
      }
      const doubt =
        one === target || !this.#isFile(one.name) ? [] : [`it runs only when \`${one.name}\` is out of date`];
      for (const command of this.#recipe(one)) commands.push(withAssumptions(command, doubt));
    };
    visit(target);
    return commands.slice(0, MAX_COMMANDS);
  }

  /** A target that is no file runs each time, whether it is declared phony or not. */
  #isFile(name: string): boolean {
    if (this.#makefile.phony.has(name)) return false;
    return /[./]/.test(name) || this.#files.has(inFolder(this.#folder, name));
  }

  /** @returns what the rule for every target does for one */
  commandsOf(rule: Target, name: string): readonly DeclaredCommand[] {
    return this.commands({ ...rule, name, prerequisites: rule.prerequisites.filter((one) => one !== name) });
  }

  #recipe(target: Target): readonly DeclaredCommand[] {
    const known = this.#own.get(target.name);
    if (known !== undefined) return known;
    const variables = new MakeVariables(this.#makefile.unknown, this.#makefile.variables);
    for (const { name, operator, value } of target.variables) apply(variables, name, operator, value.trim());
    variables.set("@", target.name, false);
    if (!this.#makefile.targets.has(target.name)) variables.set("*", target.name, false);
    variables.set("<", target.prerequisites[0] ?? "", false);
    variables.set("^", [...new Set(target.prerequisites)].join(" "), false);
    const lines = this.#makefile.isOneShell ? joined(target.recipe) : target.recipe;
    const commands = lines.flatMap((line) => this.#line(line, variables, target));
    this.#own.set(target.name, commands);
    return commands;
  }

  #line(line: RecipeLine, variables: MakeVariables, target: Target): readonly DeclaredCommand[] {
    const [prefix = ""] = /^[\s@+-]*/.exec(line.text) ?? [];
    const { text, unset } = variables.expand(line.text.slice(prefix.length));
    // A prefix may also come out of a variable: `Q = @`.
    const [more = ""] = /^[\s@+-]*/.exec(text) ?? [];
    const { commands, faults } = readScript(text.slice(more.length), {
      cwd: this.#folder,
      env: this.#environment(variables),
      place: { file: line.file, line: line.line },
      mayFail: /-/.test(prefix + more),
      doubts: [...target.doubts, ...line.doubts],
      assumptions: unset.map((name) => `nothing sets \`${name}\``),
      unknown: this.#makefile.unknown,
    });
    for (const fault of faults) this.unread.push({ file: line.file, ...fault });
    return commands;
  }

  #environment(variables: MakeVariables): Record<string, string> {
    const { exported, unknown } = this.#makefile;
    const pairs = [...exported]
      .filter((name) => variables.has(name))
      .map((name) => [name, variables.expand(`$(${name})`).text]);
    return Object.fromEntries(pairs.filter(([, value]) => !unknown.isIn(value ?? "")));
  }
}

function joined(recipe: readonly RecipeLine[]): readonly RecipeLine[] {
  const [first] = recipe;
  if (first === undefined) return [];
  return [{ ...first, text: recipe.map(({ text }) => text.replace(/^[@+-]+/, "")).join("\n") }];
}

function withAssumptions(command: DeclaredCommand, doubts: readonly string[]): DeclaredCommand {
  if (doubts.length === 0) return command;
  const certainty = command.certainty === "certain" ? "likely" : command.certainty;
  return { ...command, certainty, doubts: [...doubts, ...command.doubts] };
}

/** What people call: no file with an ending, no path. */
const GOAL = /^[A-Za-z][\w-]*$/;

/**
 * @param file the Makefile
 * @param makefile what it says
 * @param goals names that are called; the rule `%:` makes those that no other rule makes
 * @returns entries of these goals alone, in their order
 */
export function goalEntries(
  file: string,
  makefile: Makefile,
  files: ReadonlySet<string>,
  goals: readonly string[],
): readonly DeclaredEntry[] {
  const { entries } = makeEntries(file, makefile, files);
  const rule = makefile.catchAll;
  const folder = folderOf(file);
  return goals.flatMap((name) => {
    const known = entries.find((entry) => entry.name === name);
    if (known !== undefined || rule === undefined || rule.recipe.length === 0 || !GOAL.test(name)) return known ?? [];
    const commands = new TargetReader(makefile, folder, files).commandsOf(rule, name);
    return toEntry({
      system: "make",
      name,
      folder,
      place: { file: rule.file, line: rule.line },
      commands,
      runsOn: [],
      anyName: true,
    });
  });
}

/**
 * @param file the Makefile
 * @param makefile what it says
 * @param files every file of the repository
 * @returns an entry for each target that can be called, and what could not be read
 */
export function makeEntries(file: string, makefile: Makefile, files: ReadonlySet<string>) {
  const folder = folderOf(file);
  const reader = new TargetReader(makefile, folder, files);
  const entries: DeclaredEntry[] = [];
  for (const target of makefile.targets.values()) {
    if (entries.length >= MAX_ENTRIES) break;
    const commands = reader.commands(target);
    if (commands.length === 0 && target.prerequisites.length === 0 && target.variables.length > 0) continue;
    entries.push(
      toEntry({
        system: "make",
        name: target.name,
        folder,
        place: { file: target.file, line: target.line },
        commands,
        runsOn: target.name === makefile.defaultGoal ? ["default"] : [],
      }),
    );
  }
  return { entries, unread: [...makefile.unread, ...reader.unread] };
}
