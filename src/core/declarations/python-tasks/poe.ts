import { posix } from "node:path";
import { TomlError } from "smol-toml";
import {
  asList,
  asTable,
  asText,
  isTable,
  type LineFinder,
  parseToml,
  readYaml,
  type Table,
  tableAt,
  textList,
  tomlLines,
} from "../../documents/index.ts";
import type {
  Call,
  DeclarationReader,
  DeclarationSource,
  DeclaredCommand,
  DeclaredEntry,
  Place,
  Unread,
} from "../declaration.ts";
import { type Doubt, likely, toCommand, toEntry, unsure } from "../drafts.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";
import { splitWords } from "../words.ts";
import { withArguments } from "./scripts.ts";
import { functionCall, shellCommands } from "./task-commands.ts";

const NAMES = ["pyproject.toml", "poe_tasks.toml", "poe_tasks.yaml", "poe_tasks.json"];
const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 8;
const MAX_TASKS = 300;
const MAX_COMMANDS = 300;
const MAX_INCLUDES = 20;
const EXPRESSION = "it is an expression that poe works out itself";

/** One file of tasks. */
interface TaskFile {
  readonly file: string;
  readonly settings: Table;
  readonly lineOf: (name: string) => number;
  /** Folder that its tasks run in. */
  readonly folder: string;
}

/** A task and the file that it stands in. */
interface Task {
  readonly value: unknown;
  readonly from: TaskFile;
}

function wants(path: string): number | undefined {
  const isIncluded = /\.toml$/.test(path) && /(?:poe|tasks)/i.test(nameOf(path));
  return (NAMES.includes(nameOf(path)) || isIncluded) && isOwnFile(path) ? MAX_BYTES : undefined;
}

function parseFile(file: string, text: string, folder: string): TaskFile | Unread | undefined {
  if (/\.(?:yaml|json)$/.test(file)) {
    const read = readYaml(text);
    if ("fault" in read) return { file, ...read.fault };
    const top = asTable(read.value);
    const inner = tableAt(top, ["tool", "poe"]);
    return {
      file,
      settings: inner ?? top,
      lineOf: (name) => read.lineOf([...(inner ? ["tool", "poe"] : []), "tasks", name]),
      folder,
    };
  }
  try {
    const document = asTable(parseToml(text));
    const inner = tableAt(document, ["tool", "poe"]);
    if (inner === undefined && nameOf(file) === "pyproject.toml") return undefined;
    const lines: LineFinder = tomlLines(text);
    const path = inner === undefined ? [] : ["tool", "poe"];
    return { file, settings: inner ?? document, lineOf: (name) => lines([...path, "tasks", name]), folder };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    if (!text.includes("tool.poe")) return undefined;
    return { file, line: error.line, message: "is no TOML, so no task is read in it" };
  }
}

/** Tasks of one project, with those of the files that it includes. */
class Project {
  readonly tasks = new Map<string, Task>();
  readonly unread: Unread[] = [];
  readonly #main: TaskFile;
  readonly #source: DeclarationSource;
  #count = 0;

  constructor(main: TaskFile, source: DeclarationSource) {
    this.#main = main;
    this.#source = source;
    this.#add(main);
    for (const include of includesOf(main.settings).slice(0, MAX_INCLUDES)) this.#include(include);
  }

  #add(file: TaskFile): void {
    for (const [name, value] of Object.entries(asTable(file.settings["tasks"]))) {
      if (!this.tasks.has(name) && this.tasks.size < MAX_TASKS) this.tasks.set(name, { value, from: file });
    }
  }

  #include({ path, cwd }: { readonly path: string; readonly cwd: string | undefined }): void {
    const file = enterFolder(this.#main.folder, path);
    const text = file === undefined ? undefined : this.#source.texts.get(file);
    const line = 1;
    if (file === undefined || text === undefined) {
      this.unread.push({ file: this.#main.file, line, message: `includes tasks of ${path}, which was not read` });
      return;
    }
    const folder = cwd === undefined ? this.#main.folder : (enterFolder(this.#main.folder, cwd) ?? this.#main.folder);
    const read = parseFile(file, text, folder);
    if (read === undefined) return;
    if ("message" in read) this.unread.push(read);
    else this.#add(read);
  }

  entries(): readonly DeclaredEntry[] {
    return [...this.tasks].map(([name, task]) => {
      this.#count = 0;
      return toEntry({
        system: "poe",
        name,
        folder: this.#main.folder,
        place: this.#place(name, task),
        commands: this.#named(name, [], {}),
      });
    });
  }

  #place(name: string, { from }: Task): Place {
    return { file: from.file, line: from.lineOf(name) };
  }

  #named(name: string, trail: readonly string[], env: Readonly<Record<string, string>>): readonly DeclaredCommand[] {
    const task = this.tasks.get(name);
    if (task === undefined) return [];
    return this.#task(task.value, {
      from: task.from,
      place: this.#place(name, task),
      trail: [...trail, name],
      env,
      type: "cmd",
    });
  }

  #task(value: unknown, around: Around): readonly DeclaredCommand[] {
    this.#count += 1;
    if (this.#count > MAX_COMMANDS || around.trail.length > MAX_DEPTH) {
      return [this.#command(null, around, [unsure("its tasks stand too deep inside each other")])];
    }
    if (typeof value === "string") return this.#text(around.type, value, around, []);
    if (Array.isArray(value)) return this.#sequence(value, {}, around);
    if (!isTable(value)) return [];
    return this.#table(value, around);
  }

  #table(task: Table, outer: Around): readonly DeclaredCommand[] {
    const global = this.#main.settings;
    const env = { ...variables(global["env"]), ...outer.env, ...variables(task["env"]) };
    const folder = asText(task["cwd"]);
    const from =
      folder === undefined
        ? outer.from
        : { ...outer.from, folder: enterFolder(outer.from.folder, folder) ?? outer.from.folder };
    const around: Around = { ...outer, env: { ...env, ...defaults(task["args"]) }, from };
    const doubts = [
      ...(task["envfile"] === undefined
        ? []
        : [likely(`it reads variables from ${textList(task["envfile"]).join(", ")}`)]),
      ...(task["uses"] === undefined ? [] : [unsure("it uses what other tasks print")]),
      ...(folder?.includes("$") === true ? [unsure("the folder it runs in is known only when it runs")] : []),
    ];
    const needed = textList(task["deps"]).flatMap((call) => this.#reference(call, around));
    return [...needed, ...this.#own(task, around, doubts)];
  }

  #own(task: Table, around: Around, doubts: readonly Doubt[]): readonly DeclaredCommand[] {
    // Without it an expression is printed and fails nothing.
    if (task["expr"] !== undefined && task["assert"]) return [this.#open(around, [unsure(EXPRESSION)])];
    for (const type of ["cmd", "shell", "script", "expr", "ref"] as const) {
      const text = asText(task[type]);
      if (text !== undefined) return this.#text(type, text, around, [...doubts, ...interpreterDoubt(task)]);
    }
    if (task["sequence"] !== undefined || task["parallel"] !== undefined) {
      return this.#sequence(asList(task["sequence"] ?? task["parallel"]), task, around);
    }
    if (task["switch"] !== undefined) return this.#switch(task, around, doubts);
    return [];
  }

  /** The case that a value of the system chooses; any other value is known only when it runs. */
  #switch(task: Table, around: Around, doubts: readonly Doubt[]): readonly DeclaredCommand[] {
    const value = valueOnLinux(task["control"]);
    const cases = asList(task["switch"]).map(asTable);
    if (value === undefined) {
      return [this.#open(around, [...doubts, unsure("which of its cases runs is known only when it runs")])];
    }
    const isChosen = (one: Table): boolean => [one["case"]].flat().some((name) => String(name) === value);
    const chosen = cases.find(isChosen) ?? cases.find((one) => one["case"] === undefined);
    return chosen === undefined ? [] : this.#task(chosen, around);
  }

  /** A task that only poe can run. */
  #open(around: Around, doubts: readonly Doubt[]): DeclaredCommand {
    return this.#command(null, around, doubts, `poe ${around.trail[0] ?? ""}`);
  }

  #sequence(items: readonly unknown[], task: Table, around: Around): readonly DeclaredCommand[] {
    const type =
      asText(task["default_item_type"]) ?? asText(this.#main.settings["default_array_item_task_type"]) ?? "ref";
    const ignores = task["ignore_fail"] === true || task["ignore_fail"] === "return_zero";
    const commands = items.flatMap((item) => this.#task(item, { ...around, type }));
    return ignores ? commands.map((command) => ({ ...command, mayFail: true })) : commands;
  }

  #reference(call: string, around: Around): readonly DeclaredCommand[] {
    const [name = "", ...rest] = splitWords(call) ?? [call];
    if (around.trail.includes(name)) return [this.#command([name], around, [unsure("it calls itself")])];
    if (!this.tasks.has(name)) return [this.#command(null, around, [unsure(`there is no task ${name}`)])];
    const commands = this.#named(name, around.trail, around.env);
    return rest.length === 0 ? commands : withArguments(commands, rest);
  }

  #text(type: string, text: string, around: Around, doubts: readonly Doubt[]): readonly DeclaredCommand[] {
    const cwd = around.from.folder;
    const constants = { POE_ROOT: posix.relative(cwd, this.#main.folder) || ".", POE_PWD: "." };
    switch (type) {
      case "ref":
        return this.#reference(text, around);
      case "script": {
        const words = functionCall(text);
        const isKnown = words !== undefined && !namesVariables(text);
        const why = isKnown
          ? likely("poe calls the function itself")
          : unsure("what it calls is known only when it runs");
        return [this.#command(words ?? null, around, [...doubts, why], text)];
      }
      case "expr":
        return [this.#command(null, around, [...doubts, unsure(EXPRESSION)], text)];
      default:
        return shellCommands(text, { place: around.place, cwd, env: around.env, constants, doubts });
    }
  }

  #command(words: readonly string[] | null, around: Around, doubts: readonly Doubt[], text?: string): DeclaredCommand {
    const shown = text === undefined || words !== null ? {} : { text };
    return toCommand({ place: around.place, words, cwd: around.from.folder, env: around.env, doubts, ...shown });
  }
}

/** @returns what `control` comes to where the system alone decides it */
function valueOnLinux(control: unknown): string | undefined {
  const text = asText(asTable(control)["expr"])?.replaceAll(/\s/g, "");
  return text === "sys.platform" ? "linux" : text === "os.name" ? "posix" : undefined;
}

interface Around {
  readonly from: TaskFile;
  readonly place: Place;
  readonly trail: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What a bare text is. */
  readonly type: string;
}

/** Arguments of a function may name variables that only poe knows. */
function namesVariables(target: string): boolean {
  const args = /\((.*)\)\s*$/s.exec(target)?.[1] ?? "";
  const bare = args.replaceAll(/"[^"]*"|'[^']*'/g, "").replaceAll(/\b(?:True|False|None)\b/g, "");
  return /[A-Za-z_]\w*\b(?!\s*=)/.test(bare);
}

function interpreterDoubt(task: Table): readonly Doubt[] {
  const interpreters = textList(task["interpreter"]);
  const isShell = interpreters.length === 0 || interpreters.some((one) => /^(?:posix|sh|bash|zsh)$/.test(one));
  return isShell ? [] : [unsure(`${interpreters.join(", ")} runs it`)];
}

function includesOf(settings: Table): readonly { readonly path: string; readonly cwd: string | undefined }[] {
  const value = settings["include"];
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return items.flatMap((item) => {
    const path = asText(item) ?? asText(asTable(item)["path"]);
    return path === undefined ? [] : [{ path, cwd: asText(asTable(item)["cwd"]) }];
  });
}

function variables(value: unknown): Record<string, string> {
  const pairs = Object.entries(asTable(value)).flatMap(([name, item]) => {
    const text = isTable(item) ? item["default"] : item;
    return text === undefined || typeof text === "object" ? [] : [[name, String(text)] as const];
  });
  return Object.fromEntries(pairs);
}

/** Declared arguments that have defaults are variables for the task's text. */
function defaults(args: unknown): Record<string, string> {
  const pairs = Array.isArray(args)
    ? args.map((item): readonly [string, unknown] => [
        asText(item) ?? asText(asTable(item)["name"]) ?? "",
        asTable(item)["default"],
      ])
    : Object.entries(asTable(args)).map(([name, item]) => [name, asTable(item)["default"]] as const);
  const known = pairs.flatMap(([name, value]) =>
    name === "" ? [] : [[name, value === undefined || typeof value === "object" ? "" : String(value)] as const],
  );
  return Object.fromEntries(known);
}

function projects(source: DeclarationSource): {
  readonly found: readonly Project[];
  readonly unread: readonly Unread[];
} {
  const found: Project[] = [];
  const unread: Unread[] = [];
  const folders = new Set(
    [...source.texts.keys()].filter((path) => NAMES.includes(nameOf(path)) && isOwnFile(path)).map(folderOf),
  );
  for (const folder of folders) {
    for (const name of NAMES) {
      const file = folder === "." ? name : `${folder}/${name}`;
      const text = source.texts.get(file);
      const read = text === undefined ? undefined : parseFile(file, text, folder);
      if (read === undefined) continue;
      if ("message" in read) unread.push(read);
      else found.push(new Project(read, source));
      break;
    }
  }
  return { found, unread };
}

const WITH_VALUE = /^(?:-C|--directory|-e|--executor|-X|--executor-opt)$/;

function callOf(words: readonly string[], cwd: string, entries: readonly DeclaredEntry[]): Call | undefined {
  if (!/^(?:poe|poethepoet)$/.test(words[0] ?? "")) return undefined;
  let [at, folder] = [1, cwd as string | undefined];
  while (words[at]?.startsWith("-") === true) {
    if (/^(?:-C|--directory)$/.test(words[at] ?? "")) folder = enterFolder(cwd, words[at + 1] ?? "");
    at += WITH_VALUE.test(words[at] ?? "") ? 2 : 1;
  }
  const entry = entries.find(
    (one) => one.system === "poe" && one.name === words[at] && one.id === idOf(words[at] ?? "", folder),
  );
  if (entry === undefined) return undefined;
  const rest = words.slice(at + 1);
  return { system: "poe", entries: [entry.id], passedOn: rest[0] === "--" ? rest.slice(1) : rest };
}

function idOf(name: string, folder: string | undefined): string {
  return folder === "." || folder === undefined ? `poe:${name}` : `poe:${name}@${folder}`;
}

/** poethepoet.natn.io, "Task types". */
export const poeReader: DeclarationReader = {
  system: "poe",
  wants,
  read: (source) => {
    const { found, unread } = projects(source);
    return {
      entries: found.flatMap((project) => project.entries()),
      unread: [...unread, ...found.flatMap((project) => project.unread)],
    };
  },
  callOf,
};
