import { asList, asText, type Table, textList } from "../../documents/index.ts";
import type { Call, DeclarationReader, DeclarationSource, DeclaredCommand, DeclaredEntry } from "../declaration.ts";
import { type Doubt, likely, toCommand, toEntry, unsure } from "../drafts.ts";
import { folderOf } from "../folders.ts";
import { shellCommands, withoutArgs } from "../python-tasks/task-commands.ts";
import { readTomlFiles, type TomlFile, tomlWants } from "../python-tasks/toml-files.ts";
import { interpreterOf } from "../tox/interpreter.ts";
import { type HatchEnvironment, type HatchSettings, hatchEnvironments, settingsOf } from "./environments.ts";

const NAMES = ["hatch.toml", "pyproject.toml"];
const MAX_DEPTH = 8;
const MAX_COMMANDS = 200;
const MAX_ENTRIES = 600;

/** Scripts of one environment, as commands. */
class EnvironmentScripts {
  readonly #environment: HatchEnvironment;
  readonly #file: TomlFile;
  readonly #path: readonly string[];
  #count = 0;

  constructor(environment: HatchEnvironment, { file, path }: HatchSettings) {
    this.#environment = environment;
    this.#file = file;
    this.#path = path;
  }

  entries(): readonly DeclaredEntry[] {
    const { name, scripts, doubts } = this.#environment;
    return Object.keys(scripts).map((script) => {
      this.#count = 0;
      return toEntry({
        system: "hatch",
        name: name === "default" ? script : `${name}:${script}`,
        folder: this.#file.folder,
        place: this.#place(script),
        commands: [...this.#installs(), ...this.#script(script, "", [])],
        isolated: true,
        python: this.#python(),
        doubts,
      });
    });
  }

  #python(): string | null {
    const said = this.#environment.matrix["python"] ?? asText(this.#environment.settings["python"]);
    return said === undefined ? null : interpreterOf(said);
  }

  #place(script: string): { readonly file: string; readonly line: number } {
    const env = this.#environment.name.split(".")[0] ?? "";
    const line = this.#file.lineOf([...this.#path, env, "scripts", script]);
    return { file: this.#file.file, line: line === 1 ? this.#environment.line : line };
  }

  #setting(name: string): readonly string[] {
    return textList(this.#environment.settings[name]).map((text) => this.#filled(text).text);
  }

  #installs(): readonly DeclaredCommand[] {
    const { settings, line } = this.#environment;
    const place = { file: this.#file.file, line };
    const make = (words: readonly string[]): DeclaredCommand => toCommand({ place, words, cwd: this.#file.folder });
    const features = this.#setting("features");
    const target = features.length === 0 ? "." : `.[${features.join(",")}]`;
    const project =
      settings["skip-install"] === true
        ? []
        : [make(["pip", "install", ...(settings["dev-mode"] === false ? [] : ["-e"]), target])];
    const groups = this.#setting("dependency-groups").flatMap((group) => ["--group", group]);
    const needed = [...this.#setting("dependencies"), ...this.#setting("extra-dependencies"), ...groups];
    const around = { place, cwd: this.#file.folder, env: {} };
    return [
      ...this.#setting("pre-install-commands").flatMap((text) => shellCommands(text, around)),
      ...project,
      ...(needed.length === 0 ? [] : [make(["pip", "install", ...needed])]),
      ...this.#setting("post-install-commands").flatMap((text) => shellCommands(text, around)),
    ];
  }

  /** A script's lines; a line that begins with another script's name stands for its lines. */
  #script(name: string, args: string, trail: readonly string[]): readonly DeclaredCommand[] {
    const value = this.#environment.scripts[name];
    const lines = typeof value === "string" ? [value] : asList(value).filter((line) => typeof line === "string");
    return lines.flatMap((line) => this.#line(line, args, name, [...trail, name]));
  }

  #line(line: string, args: string, name: string, trail: readonly string[]): readonly DeclaredCommand[] {
    this.#count += 1;
    const mayFail = line.startsWith("- ");
    const bare = mayFail ? line.slice(2) : line;
    const [, first = "", rest = ""] = /^\s*(\S+)\s*(.*)$/s.exec(bare) ?? [];
    const around = { place: this.#place(trail[0] ?? name), cwd: this.#file.folder, env: this.#variables() };
    const isNested = Object.hasOwn(this.#environment.scripts, first) && first !== name;
    if (isNested && (trail.includes(first) || trail.length > MAX_DEPTH || this.#count > MAX_COMMANDS)) {
      return [toCommand({ ...around, words: [first], doubts: [unsure("it calls itself")] })];
    }
    const given = args === "" ? bare : bare.replaceAll(/\{args(?::(?:[^{}]|\{[^{}]*\})*)?\}/g, args);
    if (isNested) {
      const more = withoutArgs(args === "" ? rest : given.slice(given.indexOf(first) + first.length)).trim();
      return this.#script(first, more, trail).map((command) => ({ ...command, mayFail: mayFail || command.mayFail }));
    }
    const { text, doubts } = this.#filled(withoutArgs(given));
    return shellCommands(text, { ...around, doubts }).map((command) => ({
      ...command,
      mayFail: mayFail || command.mayFail,
    }));
  }

  #variables(): Record<string, string> {
    const table = this.#environment.settings["env-vars"];
    const pairs = typeof table === "object" && table !== null ? Object.entries(table as Table) : [];
    return Object.fromEntries(pairs.map(([name, value]) => [name, this.#filled(String(value)).text]));
  }

  /** Puts in what stands between braces (hatch.pypa.io, "Context formatting"). */
  #filled(text: string): { readonly text: string; readonly doubts: readonly Doubt[] } {
    const doubts: Doubt[] = [];
    const filled = text.replaceAll(
      /\{(root|env_name|verbosity|\/|:|matrix:\w+|env:\w+)(:[^{}]*)?\}/g,
      (all, key: string, rest?: string) => {
        const fallback = rest?.replace(/^:/, "");
        if (key === "root") return ".";
        if (key === "/" || key === ":") return key;
        if (key === "env_name") return this.#environment.name;
        if (key === "verbosity") return "0";
        if (key.startsWith("matrix:")) return this.#environment.matrix[key.slice("matrix:".length)] ?? fallback ?? all;
        const name = key.slice("env:".length);
        doubts.push(
          fallback === undefined
            ? unsure(`the variable ${name} is known only when it runs`)
            : likely(`the variable ${name} may say otherwise`),
        );
        return fallback ?? "";
      },
    );
    return { text: filled, doubts };
  }
}

function read(source: DeclarationSource): ReturnType<DeclarationReader["read"]> {
  const { files, unread } = readTomlFiles(source, NAMES, "envs");
  const folders = [...new Set(files.map(({ folder }) => folder))];
  const entries = folders.flatMap((folder) => {
    const settings = settingsOf(files.filter((file) => file.folder === folder));
    if (settings === undefined) return [];
    return hatchEnvironments(settings).flatMap((environment) =>
      new EnvironmentScripts(environment, settings).entries(),
    );
  });
  const unique = new Map(entries.map((entry) => [entry.id, entry]));
  return { entries: [...unique.values()].slice(0, MAX_ENTRIES), unread };
}

/** The part of a name that stands before its matrix: `test.py3.13:run` -> `test:run`. */
function isMeant({ name }: DeclaredEntry, wanted: string): boolean {
  const [env = "", script = ""] = wanted.includes(":") ? wanted.split(/:(.*)/s) : ["default", wanted];
  const full = env === "default" ? script : `${env}:${script}`;
  if (name === full) return true;
  const [own = "", ownScript] = name.includes(":") ? name.split(/:(.*)/s) : ["default", name];
  return ownScript === script && (own.startsWith(`${env}.`) || (env === "default" && /^py/.test(own)));
}

function callOf(words: readonly string[], cwd: string, entries: readonly DeclaredEntry[]): Call | undefined {
  if (words[0] !== "hatch") return undefined;
  const own = entries.filter(({ system, place }) => system === "hatch" && folderOf(place.file) === cwd);
  let [at, env] = [1, ""];
  while (words[at]?.startsWith("-") === true) {
    if (/^(?:-e|--env)$/.test(words[at] ?? "")) env = words[at + 1] ?? "";
    at += /^(?:-e|--env|-p|--project|--config|--data-dir|--cache-dir)$/.test(words[at] ?? "") ? 2 : 1;
  }
  if (words[at] !== "run") return undefined;
  at += 1;
  const pythons: string[] = [];
  while (/^[-+]/.test(words[at] ?? "")) {
    const chosen = /^\+(?:py|python)=(.+)$/.exec(words[at] ?? "")?.[1];
    if (chosen !== undefined) pythons.push(...chosen.split(","));
    at += 1;
  }
  const target = words[at] ?? "";
  const wanted = target.includes(":") || env === "" ? target : `${env}:${target}`;
  const found = own.filter(
    (entry) =>
      isMeant(entry, wanted) && (pythons.length === 0 || (entry.python !== null && pythons.includes(entry.python))),
  );
  if (found.length === 0) return undefined;
  return { system: "hatch", entries: found.map(({ id }) => id), passedOn: words.slice(at + 1) };
}

/** Reads environments of hatch and their scripts (hatch.pypa.io, "Environments"). */
export const hatchReader: DeclarationReader = { system: "hatch", wants: tomlWants(NAMES), read, callOf };
