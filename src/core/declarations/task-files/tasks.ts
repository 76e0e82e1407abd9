import type { DeclaredCommand, DeclaredEntry, DeclaringSystem, Unread } from "../declaration.ts";
import { toEntry } from "../drafts.ts";
import { readScript, type UnknownParts } from "../unknown-parts.ts";

/** Tasks inside each other, and commands of one task. */
const MAX_DEPTH = 10;
const MAX_COMMANDS = 300;

/** One line of a task: a text for a shell, or the name of another task. */
export type TaskLine = { readonly line: number } & (
  | { readonly text: string; readonly mayFail?: boolean; readonly doubts?: readonly string[] }
  | { readonly task: string }
);

/** A task of a file, texts not filled in yet. */
export interface TaskSpec {
  readonly name: string;
  readonly line: number;
  /** Tasks that run before it; `lint:*` stands for several. */
  readonly needs: readonly string[];
  readonly lines: readonly TaskLine[];
  /** Relative to the root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
}

/** The tasks of one file. */
export interface TaskFile {
  readonly system: DeclaringSystem;
  readonly file: string;
  /** Folder that ids carry. */
  readonly folder: string;
  readonly tasks: ReadonlyMap<string, TaskSpec>;
  /** Other names of tasks. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly defaultTask: string | undefined;
  /** @returns the text with what is known put in */
  readonly fill: (text: string, task: TaskSpec, unknown: UnknownParts) => string;
}

/** @returns tasks that a name stands for: `lint:*` for all that begin so */
export function tasksNamed({ tasks, aliases }: TaskFile, name: string): readonly TaskSpec[] {
  const plain = tasks.get(aliases.get(name) ?? name);
  if (plain !== undefined || !name.includes("*")) return plain === undefined ? [] : [plain];
  const escaped = name.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${escaped.join("[^:]*")}$`);
  return [...tasks.values()].filter((task) => pattern.test(task.name));
}

/** Reads the tasks of one file into commands. */
export class TaskCommands {
  readonly #file: TaskFile;
  readonly #unknown: UnknownParts;
  readonly unread: Unread[] = [];

  constructor(file: TaskFile, unknown: UnknownParts) {
    this.#file = file;
    this.#unknown = unknown;
  }

  /** @returns what a task runs, with what it needs before it, each once */
  entry(task: TaskSpec): DeclaredEntry {
    const { system, file, folder, defaultTask } = this.#file;
    const commands = this.#commands(task, new Set(), 0).slice(0, MAX_COMMANDS);
    return toEntry({
      ...{ system, name: task.name, folder, commands },
      place: { file, line: task.line },
      runsOn: task.name === defaultTask ? ["default"] : [],
    });
  }

  #commands(task: TaskSpec, done: Set<string>, depth: number): readonly DeclaredCommand[] {
    if (depth > MAX_DEPTH || done.has(task.name)) return [];
    done.add(task.name);
    const called = (name: string): readonly DeclaredCommand[] =>
      tasksNamed(this.#file, name).flatMap((one) => this.#commands(one, done, depth + 1));
    const needed = task.needs.flatMap(called);
    const found = [...needed];
    for (const line of task.lines) {
      if (found.length > MAX_COMMANDS) break;
      found.push(...("task" in line ? called(line.task) : this.#shell(line, task)));
    }
    return found;
  }

  #shell(line: Extract<TaskLine, { text: string }>, task: TaskSpec): readonly DeclaredCommand[] {
    const { file, fill } = this.#file;
    const filled = Object.entries(task.env).map(([name, value]) => [name, fill(value, task, this.#unknown)] as const);
    const env = Object.fromEntries(filled.filter(([, value]) => !this.#unknown.isIn(value)));
    const { commands, faults } = readScript(fill(line.text, task, this.#unknown), {
      ...{ cwd: task.cwd, env, place: { file, line: line.line } },
      mayFail: line.mayFail === true,
      doubts: [...task.doubts, ...(line.doubts ?? [])],
      unknown: this.#unknown,
    });
    for (const fault of faults) this.unread.push({ file, ...fault });
    return commands;
  }
}
