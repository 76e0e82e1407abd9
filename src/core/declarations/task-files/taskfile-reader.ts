import { CHECKOUT } from "../checkout-root.ts";
import type { DeclarationReader, DeclarationSource, DeclaredEntry, Reading, Unread } from "../declaration.ts";
import { enterFolder, folderOf, inFolder } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";
import { UnknownParts } from "../unknown-parts.ts";
import { childNode, readYaml, textOf, textsOf, type YamlNode } from "../yaml-nodes.ts";
import { TaskCommands, type TaskFile, type TaskLine, type TaskSpec, tasksNamed } from "./tasks.ts";
import { fillTemplate } from "./template.ts";

const MAX_BYTES = 256 * 1024;
const MAX_TASKS = 500;
/** In Task's own order (taskfile.dev/docs/guide, "Supported file names"). */
const NAMES = ["yml", "yaml", "dist.yml", "dist.yaml"].flatMap((end) => [`Taskfile.${end}`, `taskfile.${end}`]);
const RUNS_NOTHING = /^(?:-[lan]|--(?:list|list-all|dry|summary|init|version|help|status|completion|watch)|-[hiw])$/;
const VALUES = /^(?:-[dtoCI]|--(?:dir|taskfile|output|concurrency|interval))$/;

/** What a call gives a Taskfile. */
interface Given {
  readonly variables: Readonly<Record<string, string>>;
  /** Variables of the environment, which the file's own come before. */
  readonly environment: Readonly<Record<string, string>>;
  /** What stands behind `--`. */
  readonly rest: string;
}

const NOTHING_GIVEN: Given = { variables: {}, environment: {}, rest: "" };

type Variables = ReadonlyMap<string, string | null>;

/** Values of a `vars:`; null for what a command or a reference computes. */
function variablesOf(node: YamlNode | undefined): Variables {
  return new Map([...(node?.entries ?? [])].map(([name, entry]) => [name, textOf(entry.node) ?? null]));
}

function environmentOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...variablesOf(node)].filter((pair): pair is [string, string] => pair[1] !== null));
}

function isForLinux(node: YamlNode | undefined): boolean {
  const platforms = textsOf(childNode(node, "platforms"));
  return platforms.length === 0 || platforms.some((one) => /^(?:linux(?:\/.*)?|amd64)$/.test(one));
}

function lineOf(item: YamlNode): readonly TaskLine[] {
  const { line } = item;
  const own = textOf(item);
  if (own !== undefined) return [{ line: item.isBlock ? line + 1 : line, text: own }];
  const task = textOf(childNode(item, "task"));
  const cmd = childNode(item, "cmd");
  const text = textOf(cmd);
  if (!isForLinux(item)) return [];
  if (task !== undefined) return [{ line, task }];
  if (text === undefined) return [];
  const isLoop = childNode(item, "for") !== undefined;
  const mayFail = textOf(childNode(item, "ignore_error")) === "true";
  const doubts = isLoop ? ["it runs once for each item of a list"] : [];
  return [{ line: cmd?.isBlock === true ? cmd.line + 1 : (cmd?.line ?? line), text, mayFail, doubts }];
}

function needsOf(node: YamlNode | undefined): readonly string[] {
  return (childNode(node, "deps")?.items ?? []).flatMap(
    (item) => textOf(childNode(item, "task")) ?? textOf(item) ?? [],
  );
}

function taskOf(name: string, node: YamlNode, line: number, folder: string): TaskSpec {
  const body = childNode(node, "cmds") ?? childNode(node, "cmd");
  const list = node.kind === "map" ? body : node;
  const items = list === undefined ? [] : list.kind === "list" ? list.items : [list];
  const dir = textOf(childNode(node, "dir"));
  const cwd = dir === undefined ? folder : enterFolder(folder, dir.replace(/^\{\{\s*\.ROOT_DIR\s*\}\}\/?/, "./"));
  const required = textsOf(childNode(node, "requires", "vars"));
  return {
    ...{ name, line, needs: needsOf(node), lines: isForLinux(node) ? items.flatMap(lineOf) : [] },
    cwd: cwd ?? folder,
    env: environmentOf(childNode(node, "env")),
    doubts: [
      ...(cwd === undefined ? ["its folder is known only when it runs"] : []),
      ...(required.length > 0 ? [`it asks for ${required.slice(0, 3).join(", ")}`] : []),
    ],
  };
}

function aliasesOf(tasks: YamlNode | undefined): ReadonlyMap<string, string> {
  return new Map(
    [...(tasks?.entries ?? [])].flatMap(([name, { node }]) =>
      textsOf(childNode(node, "aliases")).map((alias) => [alias, name] as const),
    ),
  );
}

function readTaskfile(file: string, root: YamlNode, given: Given): TaskFile {
  const folder = folderOf(file);
  const tasks = childNode(root, "tasks");
  const global = variablesOf(childNode(root, "vars"));
  const env = environmentOf(childNode(root, "env"));
  const specs = [...(tasks?.entries ?? [])].slice(0, MAX_TASKS).map(([name, { node, line }]) => {
    const spec = taskOf(name, node, line, folder);
    return [name, { ...spec, env: { ...env, ...spec.env } }] as const;
  });
  const own = new Map(specs.map(([name]) => [name, variablesOf(childNode(tasks, name, "vars"))]));
  const place = folder === "." ? CHECKOUT : `${CHECKOUT}/${folder}`;
  const facts: Variables = new Map([
    ...["ROOT_DIR", "TASKFILE_DIR"].map((name) => [name, place] as const),
    ...[["CLI_ARGS", given.rest] as const, ["USER_WORKING_DIR", null] as const],
  ]);
  return {
    ...{ system: "task", file, folder, tasks: new Map(specs), aliases: aliasesOf(tasks), defaultTask: "default" },
    // In Task's own order (taskfile.dev/docs/guide, "Variables").
    fill: (text, task, unknown) => {
      const layers = [own.get(task.name) ?? new Map(), new Map(Object.entries(given.variables)), global, facts];
      return new Filler([...layers, new Map(Object.entries(given.environment))], unknown).fill(
        text,
        new Set([task.name]),
      );
    },
  };
}

/** Puts variables into texts; those of a task may be made of those around it under the same name. */
class Filler {
  readonly #layers: readonly Variables[];
  readonly #unknown: UnknownParts;

  constructor(layers: readonly Variables[], unknown: UnknownParts) {
    this.#layers = layers;
    this.#unknown = unknown;
  }

  fill(text: string, open: ReadonlySet<string>, from = 0): string {
    const lookup = (name: string): string | null | undefined => {
      const at = this.#layers.findIndex((layer, index) => index >= (open.has(name) ? from + 1 : 0) && layer.has(name));
      const value = this.#layers[at]?.get(name);
      if (at === -1 || value === undefined || value === null) return value;
      if (open.size > 20) return null;
      const filled = this.fill(value, new Set([...open, name]), at);
      return this.#unknown.isIn(filled) ? null : filled;
    };
    return fillTemplate(text, lookup, this.#unknown);
  }
}

function isTaskfile(path: string): boolean {
  return NAMES.includes(nameOf(path)) && isOwnFile(path);
}

/** Of several in a folder Task reads the first. */
function taskfileIn(folder: string, texts: ReadonlyMap<string, string>): string | undefined {
  return NAMES.map((name) => inFolder(folder, name)).find((path) => texts.has(path));
}

function entriesOf(file: string, text: string): Reading {
  const reading = readYaml(text);
  if (reading.kind === "fault")
    return { entries: [], unread: [{ file, line: reading.line, message: reading.message }] };
  const taskfile = readTaskfile(file, reading.node, NOTHING_GIVEN);
  const reader = new TaskCommands(taskfile, new UnknownParts());
  const entries = [...taskfile.tasks.values()].map((task) => reader.entry(task));
  const includes = [...(childNode(reading.node, "includes")?.entries ?? [])];
  const skipped: readonly Unread[] = includes.map(([name, { line }]) => ({
    ...{ file, line },
    message: `includes \`${name.slice(0, 60)}\`, which is not read`,
  }));
  return { entries, unread: [...skipped, ...reader.unread] };
}

function read(source: DeclarationSource): Reading {
  const paths = source.files.filter((path) => isTaskfile(path) && taskfileIn(folderOf(path), source.texts) === path);
  const readings = paths.map((path) => entriesOf(path, source.texts.get(path) ?? ""));
  return { entries: readings.flatMap(({ entries }) => entries), unread: readings.flatMap(({ unread }) => unread) };
}

interface TaskWords extends Given {
  readonly folder: string;
  readonly names: readonly string[];
}

function readWords(words: readonly string[], cwd: string, environment: Given["environment"]): TaskWords | undefined {
  const end = words.indexOf("--");
  const rest = end === -1 ? "" : words.slice(end + 1).join(" ");
  const own = end === -1 ? words : words.slice(0, end);
  const variables: Record<string, string> = {};
  const names: string[] = [];
  let folder: string | undefined = cwd;
  for (let index = 1; index < own.length; index += 1) {
    const word = own[index] ?? "";
    const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (RUNS_NOTHING.test(word)) return undefined;
    if (/^(?:-d|--dir)$/.test(word)) folder = enterFolder(cwd, own[index + 1] ?? "");
    if (/^(?:-t|--taskfile)$/.test(word)) folder = enterFolder(cwd, folderOf(own[index + 1] ?? ""));
    if (name !== undefined) variables[name] = value;
    else if (!word.startsWith("-")) names.push(word);
    index += Number(VALUES.test(word));
  }
  return folder === undefined ? undefined : { folder, names, variables, environment, rest };
}

const callOf: DeclarationReader["callOf"] = (words, cwd, _entries, source, around) => {
  if (!/^(?:go-)?task$/.test(words[0] ?? "") || source === undefined) return undefined;
  const call = readWords(words, cwd, around?.env ?? {});
  const file = call === undefined ? undefined : taskfileIn(call.folder, source.texts);
  const reading = file === undefined ? undefined : readYaml(source.texts.get(file) ?? "");
  if (call === undefined || file === undefined || reading?.kind !== "node") return undefined;
  const taskfile = readTaskfile(file, reading.node, call);
  const reader = new TaskCommands(taskfile, new UnknownParts());
  const found = (call.names.length === 0 ? ["default"] : call.names).map((name) => tasksNamed(taskfile, name)[0]);
  if (found.includes(undefined)) return undefined;
  const given = [...Object.entries(call.variables).map(([name, value]) => `${name}=${value}`), call.rest]
    .join(" ")
    .trim();
  const suffix = given === "" ? "" : `(${given})`;
  const made = found.flatMap((task): readonly DeclaredEntry[] => {
    if (task === undefined) return [];
    const entry = reader.entry(task);
    return [{ ...entry, id: `${entry.id}${suffix}`, ...(suffix === "" ? {} : { overrides: call.variables }) }];
  });
  return { system: "task", entries: made.map(({ id }) => id), passedOn: [], made };
};

/** Reads Taskfiles (taskfile.dev); its own parser is a Go program. */
export const taskfileReader: DeclarationReader = {
  system: "task",
  wants: (path) => (isTaskfile(path) ? MAX_BYTES : undefined),
  read,
  callOf,
};
