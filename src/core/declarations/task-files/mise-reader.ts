import { asList, asTable, asText, type Table } from "../../documents/index.ts";
import { CHECKOUT } from "../checkout-root.ts";
import type { DeclarationReader, DeclarationSource, Reading } from "../declaration.ts";
import { enterFolder } from "../folders.ts";
import { readTomlFiles, type TomlFile, tomlWants } from "../python-tasks/toml-files.ts";
import { UnknownParts } from "../unknown-parts.ts";
import { TaskCommands, type TaskFile, type TaskLine, type TaskSpec, tasksNamed } from "./tasks.ts";

/** At the root of a project (mise.jdx.dev/configuration.html); those of a person are named otherwise. */
const NAMES = ["mise.toml", ".mise.toml"];
const MAX_TASKS = 500;
const VALUES = /^(?:-[CjoE]|--(?:cd|jobs|output|env|timeout))$/;
const RUNS_NOTHING = /^(?:-n|--dry-run|-h|--help)$/;

function texts(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (Array.isArray(item) ? (asText(item[0]) ?? []) : (asText(item) ?? [])));
}

function environmentOf(value: unknown): Readonly<Record<string, string>> {
  const pairs = Object.entries(asTable(value)).filter(([name]) => name !== "_");
  return Object.fromEntries(
    pairs.flatMap(([name, one]) => (/^(?:string|number|boolean)$/.test(typeof one) ? [[name, String(one)]] : [])),
  );
}

function linesOf(run: unknown, line: number): readonly TaskLine[] {
  const items: readonly unknown[] = Array.isArray(run) ? asList(run) : [run];
  return items.flatMap((item): readonly TaskLine[] => {
    const text = asText(item);
    if (text === undefined) {
      const { task, tasks } = asTable(item);
      return [...texts(task), ...texts(tasks)].map((name) => ({ line, task: name }));
    }
    const interpreter = /^\s*#!\s*(?:\S*\/env\s+)?(\S+)/.exec(text)?.[1];
    const isOther = interpreter !== undefined && !/(?:^|\/)(?:ba|z|da)?sh$/.test(interpreter);
    return [{ line, text, doubts: isOther ? [`it is a script for ${interpreter}`] : [] }];
  });
}

function taskOf(name: string, value: unknown, file: TomlFile): TaskSpec {
  const line = file.lineOf(["tasks", name]);
  const table: Table = typeof value === "string" || Array.isArray(value) ? { run: value } : asTable(value);
  const dir = asText(table["dir"]);
  const cwd = enterFolder(file.folder, (dir ?? ".").replace(/^\{\{\s*(?:config_root|cwd)\s*\}\}\/?/, "./"));
  const script = asText(table["file"]);
  const runLine = Object.hasOwn(table, "run") && table !== value ? line : file.lineOf(["tasks", name, "run"]);
  return {
    ...{ name, line, needs: texts(table["depends"]) },
    lines: linesOf(script === undefined ? table["run"] : `./${script.replace(/^\.\//, "")}`, runLine),
    cwd: cwd ?? file.folder,
    env: environmentOf(table["env"]),
    doubts: cwd === undefined ? ["its folder is known only when it runs"] : [],
  };
}

function toTaskFile(file: TomlFile): TaskFile {
  const { document, folder } = file;
  const env = environmentOf(document["env"]);
  const found = Object.entries(asTable(document["tasks"])).slice(0, MAX_TASKS);
  const tasks = new Map(found.map(([name, value]) => [name, taskOf(name, value, file)]));
  const place = folder === "." ? CHECKOUT : `${CHECKOUT}/${folder}`;
  return {
    ...{ system: "mise", file: file.file, folder, defaultTask: undefined },
    tasks: new Map([...tasks].map(([name, task]) => [name, { ...task, env: { ...env, ...task.env } }])),
    aliases: new Map(
      found.flatMap(([name, value]) => texts(asTable(value)["alias"]).map((alias) => [alias, name] as const)),
    ),
    fill: (text, _, unknown) =>
      text.replaceAll(/\{\{([^{}]*)\}\}|\{%[^%]*%\}/g, (whole: string, inner?: string) =>
        inner?.trim() === "config_root" ? place : unknown.mark(whole),
      ),
  };
}

function filesOf(source: DeclarationSource): ReturnType<typeof readTomlFiles> {
  return readTomlFiles(source, NAMES, "tasks");
}

function read(source: DeclarationSource): Reading {
  const { files, unread } = filesOf(source);
  const readings = files.map((file) => {
    const taskFile = toTaskFile(file);
    const reader = new TaskCommands(taskFile, new UnknownParts());
    return { entries: [...taskFile.tasks.values()].map((task) => reader.entry(task)), unread: reader.unread };
  });
  return {
    entries: readings.flatMap(({ entries }) => entries),
    unread: [...unread, ...readings.flatMap((one) => one.unread)],
  };
}

/** Words behind `mise run`, `mise r` and `mise tasks run`; undefined for other commands of mise. */
function taskWords([program, ...words]: readonly string[]): readonly string[] | undefined {
  if (program !== "mise") return undefined;
  const [first = "", second = ""] = words;
  if (/^(?:run|r)$/.test(first)) return words.slice(1);
  return /^(?:tasks?|t)$/.test(first) && /^(?:run|r)$/.test(second) ? words.slice(2) : undefined;
}

/** Tasks are divided by `:::`; words behind a name are its arguments. */
function namesOf(
  words: readonly string[],
): { readonly names: readonly string[]; readonly isPlain: boolean } | undefined {
  if (words.some((word) => RUNS_NOTHING.test(word))) return undefined;
  const plain = words.filter((word, index) => !word.startsWith("-") && !VALUES.test(words[index - 1] ?? ""));
  const groups = plain
    .join("\0")
    .split(/\0?:::\0?/)
    .map((group) => group.split("\0"));
  return {
    names: groups.map(([name = ""]) => name),
    isPlain: !words.includes("--") && groups.every((group) => group.length === 1),
  };
}

const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source) => {
  const behind = taskWords(words);
  const call = behind === undefined ? undefined : namesOf(behind);
  if (call === undefined || source === undefined || !call.isPlain) return undefined;
  const file = filesOf(source).files.find(({ folder }) => folder === cwd || folder === ".");
  const taskFile = file === undefined ? undefined : toTaskFile(file);
  const found = taskFile === undefined ? [] : call.names.map((name) => tasksNamed(taskFile, name));
  if (found.length === 0 || found.some((tasks) => tasks.length === 0)) return undefined;
  const names = new Set(found.flat().map(({ name }) => name));
  const ids = entries.filter(
    ({ system, name, place }) => system === "mise" && names.has(name) && place.file === file?.file,
  );
  return { system: "mise", entries: ids.map(({ id }) => id), passedOn: [] };
};

/** Reads the tasks of mise (mise.jdx.dev/tasks) that stand in its configuration. */
export const miseReader: DeclarationReader = { system: "mise", wants: tomlWants(NAMES), read, callOf };
