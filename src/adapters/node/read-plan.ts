import { isAbsolute, relative, resolve } from "node:path";
import type { Config } from "../../core/config/index.ts";
import {
  type Around,
  type Declarations,
  type Planned,
  planRepository,
  type RepositorySnapshot,
} from "../../core/detect/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { readAround, readSnapshot, type SnapshotAround } from "./repository-snapshot.ts";

/** What may be said of a plan. */
export interface PlanOptions {
  /** turnpike.yml, relative to the root; it may be absent, a file of another name may not. */
  readonly config?: string;
  /** Is given what was looked at. */
  readonly onSnapshot?: (snapshot: RepositorySnapshot, around: SnapshotAround | undefined) => void;
}

const CONFIG_FILE = "turnpike.yml";

/** What `parseConfig` tells at most, and what stays readable. */
const MOST_TOLD = 100;

function invalid(problems: readonly Problem[]): TurnpikeError {
  // The last of them then says how many are not told.
  const isCut = problems.length > MOST_TOLD;
  const count = problems.length === 1 ? "1 problem" : `${isCut ? `More than ${MOST_TOLD}` : problems.length} problems`;
  return new TurnpikeError("CONFIG_INVALID", "config", `${count}, nothing was run.`, {
    problems,
    doc: "docs/turnpike-yml.md",
  });
}

const UNREADABLE = {
  "too-large": "is larger than 64 KiB, which no file written by hand is; it was not read",
  "not-utf8": "is not UTF-8 text",
  outside: "is a link that leads out of the repository; it was not read",
  "not-a-file": "is not a regular file; it was not read",
  unreadable: "could not be read",
} as const;

/** turnpike.yml as far as it can be read, and what is wrong with it. */
interface ReadConfig {
  readonly config: Config | undefined;
  readonly problems: readonly Problem[];
}

async function readConfig(snapshot: RepositorySnapshot, file: string): Promise<ReadConfig> {
  const fault = snapshot.unreadable.find((one) => one.file === file);
  if (fault !== undefined) {
    const { line, column } = fault.place ?? { line: 1, column: 1 };
    throw invalid([{ where: file, line, column, message: UNREADABLE[fault.reason] }]);
  }
  const text = snapshot.texts.get(file);
  if (text === undefined && file === CONFIG_FILE) return { config: undefined, problems: [] };
  // Whoever names another file has gates in it; without them a run would be green with nothing of them checked.
  if (text === undefined) {
    const there = snapshot.files.includes(CONFIG_FILE) ? `; ${CONFIG_FILE} is` : "";
    throw invalid([
      { where: file, line: 1, column: 1, message: `is named as the configuration, and is not there${there}` },
    ]);
  }
  // The parser and the schema are loaded only where there is something to parse.
  const { parseConfig } = await import("../../core/config/index.ts");
  const result = parseConfig(text, file, new Date());
  if (result.ok) return { config: result.config, problems: [] };
  if (result.readable === undefined) throw invalid(result.problems);
  return { config: result.readable, problems: result.problems };
}

/** What commands of the repository say. */
function declarationsOf(
  { callOf, readDeclarations }: typeof import("../../core/declarations/index.ts"),
  snapshot: RepositorySnapshot,
): Declarations {
  const reading = readDeclarations(snapshot);
  return { reading, callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, snapshot, around) };
}

function isEmpty({ reading }: Declarations): boolean {
  return reading.entries.length === 0 && reading.unread.length === 0;
}

/** What commands of the repository around the folder say. */
function aroundOf(
  readers: typeof import("../../core/declarations/index.ts"),
  around: SnapshotAround | undefined,
): Around | undefined {
  return around === undefined ? undefined : { ...around, declarations: declarationsOf(readers, around.snapshot) };
}

/** By place, each once: a name that is wrong in itself is not in the repository either. */
function joined(faults: readonly Problem[], names: readonly Problem[]): readonly Problem[] {
  const place = ({ line = 0, column = 0 }: Problem): string => `${line}:${column}`;
  const taken = new Set(faults.map(place));
  const order = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return [...faults, ...names.filter((problem) => !taken.has(place(problem)))].sort(order);
}

/**
 * What would run in a repository, and what was left out on the way.
 *
 * @param root folder of the repository
 * @param options where turnpike.yml is
 * @throws TurnpikeError `CONFIG_INVALID` with every problem of turnpike.yml; `FILE_UNREADABLE` when `root` is no folder
 */
export async function readPlanned(root: string, options: PlanOptions = {}): Promise<Planned> {
  const folder = resolve(root);
  const given = options.config ?? CONFIG_FILE;
  const file = (isAbsolute(given) ? relative(folder, given) : given).replace(/^\.\//, "");
  const snapshot = await readSnapshot(folder, file).catch((cause: unknown) => {
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${root} is no folder that can be read.`, { cause });
  });
  const around = await readAround(folder);
  options.onSnapshot?.(snapshot, around);
  const { config, problems } = await readConfig(snapshot, file);
  // The readers bring parsers with them; a plan that is remembered needs none.
  const readers = await import("../../core/declarations/index.ts");
  const own = declarationsOf(readers, snapshot);
  const planned = planRepository(snapshot, config, isEmpty(own) ? undefined : own, aroundOf(readers, around));
  if (!planned.ok) throw invalid(joined(problems, planned.problems));
  if (problems.length > 0) throw invalid(problems);
  return planned;
}

/**
 * What would run in a repository.
 *
 * @param root folder of the repository
 * @param options where turnpike.yml is
 * @throws TurnpikeError `CONFIG_INVALID` with every problem of turnpike.yml; `FILE_UNREADABLE` when `root` is no folder
 */
export async function readPlan(root: string, options: PlanOptions = {}): Promise<Plan> {
  return (await readPlanned(root, options)).plan;
}
