import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  arrived,
  type BeginsWith,
  begun,
  type FirstGreen,
  type GreenBy,
  parseFirstGreen,
} from "../../core/first-run/first-green.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Git } from "../../ports/git.ts";
import { repositoryState, stateHome } from "./state-folder.ts";

/** What the store works with. */
export interface FirstGreenWorld {
  readonly git: Git;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const NAME = "first-green.json";

async function readKept(file: string): Promise<string | undefined> {
  return await readFile(file, "utf8").catch(() => undefined);
}

async function keep(folder: string, record: FirstGreen): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, NAME);
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${file}.${process.pid}`, file);
}

/**
 * Notes that somebody begins with a repository. Kept below `$XDG_STATE_HOME/turnpike` on this machine and sent nowhere.
 * Never throws: without it nothing is told of the first green run, and that is all.
 *
 * @param dir a folder of the repository, which is not touched
 * @param by the command
 * @param world git, the clock and the environment
 */
export async function noteBegin(dir: string, by: BeginsWith, world: FirstGreenWorld): Promise<void> {
  const at = world.clock.now();
  try {
    const folder = await repositoryState(dir, world.git, world.env);
    const known = parseFirstGreen(await readKept(join(folder, NAME)));
    if (known === undefined) await keep(folder, begun(known, { by, at }));
  } catch {
    // No place to keep it.
  }
}

/**
 * Notes a passing run. Never throws.
 *
 * @param dir a folder of the repository, which is not touched
 * @param by the command
 * @param world git, the clock and the environment
 * @returns ms from the first begin to this run, when it is the first that passed; else undefined
 */
export async function noteGreen(dir: string, by: GreenBy, world: FirstGreenWorld): Promise<number | undefined> {
  try {
    // Where nobody ever began, git need not be asked.
    await access(join(stateHome(world.env), "repositories"));
    const folder = await repositoryState(dir, world.git, world.env);
    const arrival = arrived(parseFirstGreen(await readKept(join(folder, NAME))), { by, at: world.clock.now() });
    if (arrival === undefined) return undefined;
    await keep(folder, arrival.record);
    return arrival.tookMs;
  } catch {
    return undefined;
  }
}
