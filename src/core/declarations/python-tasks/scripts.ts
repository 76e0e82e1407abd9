import { asList, asTable, asText, isTable, type Table, tableAt } from "../../documents/index.ts";
import type {
  Call,
  DeclarationReader,
  DeclaredCommand,
  DeclaredEntry,
  DeclaringSystem,
  Place,
} from "../declaration.ts";
import { type Doubt, likely, toCommand, toEntry, unsure } from "../drafts.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { functionCall, plainCommand, shellCommands, withoutArgs } from "./task-commands.ts";
import { readTomlFiles, type TomlFile, tomlWants } from "./toml-files.ts";

/** Scripts inside each other, and of one file. */
const MAX_DEPTH = 8;
const MAX_SCRIPTS = 300;
const MAX_COMMANDS = 200;

/** How one tool names what its scripts are made of. */
interface Dialect {
  readonly system: DeclaringSystem;
  readonly names: readonly string[];
  readonly path: readonly string[];
  /** Key of a list of other scripts and commands. */
  readonly composite: string;
  /** True when a text is run by a shell. */
  readonly inShell: boolean;
  /** True when `pre_x` and `post_x` run around `x`. */
  readonly hasHooks: boolean;
  /** Words before the name of a script: `pdm run`. */
  readonly run: readonly (readonly string[])[];
  readonly cwdKey: string;
}

class ScriptTable {
  readonly #dialect: Dialect;
  readonly #file: TomlFile;
  readonly #table: Table;
  #count = 0;

  constructor(dialect: Dialect, file: TomlFile, table: Table) {
    this.#dialect = dialect;
    this.#file = file;
    this.#table = table;
  }

  entries(): readonly DeclaredEntry[] {
    const names = Object.keys(this.#table).filter((name) => name !== "_");
    return names.slice(0, MAX_SCRIPTS).map((name) => {
      this.#count = 0;
      return toEntry({
        system: this.#dialect.system,
        name,
        folder: this.#file.folder,
        place: this.#place(name),
        commands: this.#withHooks(name, [], {}),
      });
    });
  }

  #place(name: string): Place {
    return { file: this.#file.file, line: this.#file.lineOf([...this.#dialect.path, name]) };
  }

  #withHooks(
    name: string,
    trail: readonly string[],
    env: Readonly<Record<string, string>>,
  ): readonly DeclaredCommand[] {
    const names = this.#dialect.hasHooks ? [`pre_${name}`, name, `post_${name}`] : [name];
    return names.flatMap((one) => (Object.hasOwn(this.#table, one) ? this.#script(one, trail, env) : []));
  }

  #script(name: string, trail: readonly string[], outer: Readonly<Record<string, string>>): readonly DeclaredCommand[] {
    const script = this.#table[name];
    const options = asTable(script);
    const shared = asTable(this.#table["_"]);
    const env = { ...variables(shared["env"]), ...variables(options["env"]), ...outer };
    const file = options["env_file"] ?? options["env-file"] ?? shared["env_file"];
    const doubts = file === undefined ? [] : [likely(`it reads variables from ${asText(file) ?? "a file"}`)];
    const folder = asText(options[this.#dialect.cwdKey]);
    const cwd = folder === undefined ? this.#file.folder : enterFolder(this.#file.folder, folder);
    const around = { place: this.#place(name), cwd: cwd ?? this.#file.folder, env, doubts };
    const composite = options[this.#dialect.composite] ?? options["chain"];
    if (composite !== undefined) return this.#composite(asList(composite), [...trail, name], env, around.place);
    return this.#plain(script, options, around);
  }

  #plain(
    script: unknown,
    options: Table,
    around: {
      readonly place: Place;
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
      readonly doubts: readonly Doubt[];
    },
  ): readonly DeclaredCommand[] {
    const call = asText(options["call"]);
    if (call !== undefined) {
      const words = functionCall(call);
      const doubts = [
        ...around.doubts,
        words === undefined ? unsure("what it calls is known only when it runs") : likely("it calls a function itself"),
      ];
      return [toCommand({ ...around, words: words ?? null, ...(words === undefined ? { text: call } : {}), doubts })];
    }
    const shell = asText(options["shell"]);
    if (shell !== undefined) return shellCommands(withoutArgs(shell), around);
    const command = isTable(script) ? options["cmd"] : script;
    if (Array.isArray(command)) {
      const words = command.map((word) => withoutArgs(String(word))).filter((word) => word !== "");
      return [toCommand({ ...around, words })];
    }
    const text = withoutArgs(asText(command) ?? "").replaceAll(/\{pdm\}/g, "pdm");
    if (text === "") return [];
    return this.#dialect.inShell ? shellCommands(text, around) : [plainCommand(text, around)];
  }

  /** Other scripts by name with arguments, or commands. */
  #composite(
    items: readonly unknown[],
    trail: readonly string[],
    env: Readonly<Record<string, string>>,
    place: Place,
  ): readonly DeclaredCommand[] {
    return items.flatMap((item) => {
      const text = withoutArgs(Array.isArray(item) ? item.map(String).join(" ") : (asText(item) ?? ""));
      const [first = "", ...rest] = text.split(/\s+/);
      this.#count += 1;
      if (this.#count > MAX_COMMANDS) return [];
      if (!Object.hasOwn(this.#table, first)) return [plainCommand(text, { place, cwd: this.#file.folder, env })];
      if (trail.includes(first) || trail.length > MAX_DEPTH) {
        return [toCommand({ place, words: [first], cwd: this.#file.folder, doubts: [unsure("it calls itself")] })];
      }
      const commands = this.#withHooks(first, trail, env);
      return rest.length === 0 ? commands : withArguments(commands, rest);
    });
  }
}

/** @returns the commands with words behind the last of them */
export function withArguments(
  commands: readonly DeclaredCommand[],
  more: readonly string[],
): readonly DeclaredCommand[] {
  return commands.map((command, at) => {
    if (at < commands.length - 1) return command;
    return {
      ...command,
      text: `${command.text} ${more.join(" ")}`,
      words: command.words === null ? null : [...command.words, ...more],
    };
  });
}

function variables(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asTable(value)).flatMap(([name, item]) =>
      typeof item === "string" || typeof item === "number" || typeof item === "boolean"
        ? [[name, String(item)] as const]
        : [],
    ),
  );
}

function callIn(
  { system, run }: Dialect,
  words: readonly string[],
  cwd: string,
  entries: readonly DeclaredEntry[],
): Call | undefined {
  const prefix = run.find((one) => one.every((word, at) => words[at] === word));
  if (prefix === undefined) return undefined;
  let at = prefix.length;
  while (words[at]?.startsWith("-") === true) at += /^(?:-p|--project|--venv)$/.test(words[at] ?? "") ? 2 : 1;
  const entry = entries.find(
    (one) => one.system === system && one.name === words[at] && folderOf(one.place.file) === cwd,
  );
  if (entry === undefined) return undefined;
  const rest = words.slice(at + 1);
  return { system, entries: [entry.id], passedOn: rest[0] === "--" ? rest.slice(1) : rest };
}

function reader(dialect: Dialect): DeclarationReader {
  const mark = dialect.path.length > 1 ? `${dialect.path[0]}.${dialect.path[1]}` : (dialect.path[0] ?? "");
  return {
    system: dialect.system,
    wants: tomlWants(dialect.names),
    read: (source) => {
      const { files, unread } = readTomlFiles(source, dialect.names, mark);
      const entries = files.flatMap((file) => {
        const table = tableAt(file.document, dialect.path);
        return table === undefined ? [] : new ScriptTable(dialect, file, table).entries();
      });
      return { entries, unread };
    },
    callOf: (words, cwd, entries) => callIn(dialect, words, cwd, entries),
  };
}

/** pdm-project.org, "PDM scripts". */
export const pdmReader: DeclarationReader = reader({
  system: "pdm",
  names: ["pyproject.toml"],
  path: ["tool", "pdm", "scripts"],
  composite: "composite",
  inShell: false,
  hasHooks: true,
  run: [["pdm", "run"], ["pdm"]],
  cwdKey: "working_dir",
});

/** github.com/taskipy/taskipy: each task is run by a shell. */
export const taskipyReader: DeclarationReader = reader({
  system: "taskipy",
  names: ["pyproject.toml"],
  path: ["tool", "taskipy", "tasks"],
  composite: "\0",
  inShell: true,
  hasHooks: true,
  run: [["task"]],
  cwdKey: "cwd",
});

/** rye.astral.sh/guide/pyproject, "tool.rye.scripts". */
export const ryeReader: DeclarationReader = reader({
  system: "rye",
  names: ["pyproject.toml"],
  path: ["tool", "rye", "scripts"],
  composite: "chain",
  inShell: false,
  hasHooks: false,
  run: [["rye", "run"]],
  cwdKey: "\0",
});

/** pipenv.pypa.io/en/latest/scripts.html. */
export const pipenvReader: DeclarationReader = reader({
  system: "pipenv",
  names: ["Pipfile"],
  path: ["scripts"],
  composite: "\0",
  inShell: false,
  hasHooks: false,
  run: [["pipenv", "run"]],
  cwdKey: "\0",
});
