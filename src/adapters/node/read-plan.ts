import { isAbsolute, relative, resolve } from "node:path";
import type { Config } from "../../core/config/index.ts";
import { type Planned, planRepository, type RepositorySnapshot } from "../../core/detect/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { readSnapshot } from "./repository-snapshot.ts";

/** What may be said of a plan. */
export interface PlanOptions {
  /** turnpike.yml, relative to the root; it may be absent. */
  readonly config?: string;
}

const CONFIG_FILE = "turnpike.yml";

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
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

async function readConfig(snapshot: RepositorySnapshot, file: string): Promise<Config | undefined> {
  const fault = snapshot.unreadable.find((one) => one.file === file);
  if (fault !== undefined) throw invalid([{ where: file, line: 1, column: 1, message: UNREADABLE[fault.reason] }]);
  const text = snapshot.texts.get(file);
  if (text === undefined) return undefined;
  // The parser and the schema are loaded only where there is something to parse.
  const { parseConfig } = await import("../../core/config/index.ts");
  const result = parseConfig(text, file);
  if (!result.ok) throw invalid(result.problems);
  return result.config;
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
  const planned = planRepository(snapshot, await readConfig(snapshot, file));
  if (!planned.ok) throw invalid(planned.problems);
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
