import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { dirname as parentOf, relative } from "node:path/posix";
import { fileURLToPath } from "node:url";
import type { RepositorySnapshot } from "../../core/detect/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import type { SnapshotAround } from "./repository-snapshot.ts";

/** A change within this time of being looked at could go unseen, because clocks of file systems are coarse. */
const SETTLED_MS = 2000;
/** Larger repositories are planned anew each time; looking at every folder would take as long. */
const MOST_PLACES = 30_000;

/** What a file or folder looked like: change time in ms, size in bytes, inode; null when it was not there. */
type Look = readonly [changedMs: number, size: number, inode: number] | null;

interface KeptPlan {
  readonly schema: "turnpike/kept-plan/1";
  readonly program: Look;
  readonly looks: Readonly<Record<string, Look>>;
  readonly plan: Plan;
}

/** Where plans are kept, and what asks for them. */
export interface PlanCachePlace {
  /** The repository's root, absolute. */
  readonly root: string;
  /** turnpike.yml as the command line names it. */
  readonly config: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A folder that changes whenever the program does; undefined when there is none, and nothing is kept. */
  readonly program: string | undefined;
}

function lookAt(path: string): Look {
  const info = statSync(path, { throwIfNoEntry: false });
  return info === undefined ? null : [info.ctimeMs, info.size, info.ino];
}

function isSame(a: Look | undefined, b: Look): boolean {
  if (a === undefined || a === null || b === null) return a === b;
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/**
 * @param kind what is kept
 * @param about what it is about; told apart by a digest
 * @param env the process environment
 * @returns absolute path of a file in the user's cache folder, which need not exist
 */
export function cacheFile(kind: string, about: string, env: Readonly<Record<string, string | undefined>>): string {
  const home = env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
  const name = createHash("sha256").update(about).digest("hex").slice(0, 32);
  return join(home, "turnpike", kind, `${name}.json`);
}

/**
 * Not in the repository, which could bring one along: a plan says what is run, so it must come from this program alone.
 */
function fileOf({ root, config, env }: PlanCachePlace): string {
  return cacheFile("plans", `${root}\0${config}`, env);
}

/**
 * @returns the folder of the bundle, whose files a build or a checkout of another version makes anew; undefined where the
 *   program runs from its sources, any of which may change alone
 */
export function bundleFolder(): string | undefined {
  const own = fileURLToPath(import.meta.url);
  return own.endsWith(".ts") ? undefined : dirname(own);
}

/** Every folder with a file in it, every text that was read, and what decides which files git lists. */
function placesOf(snapshot: RepositorySnapshot, config: string): readonly string[] {
  const folders = new Set<string>(["."]);
  for (const file of snapshot.files) {
    for (let at = parentOf(file); !folders.has(at); at = parentOf(at)) folders.add(at);
  }
  const ignores = snapshot.files.filter((file) => file === ".gitignore" || file.endsWith("/.gitignore"));
  const read = [...snapshot.texts.keys(), ...snapshot.unreadable.map(({ file }) => file)];
  return [...new Set([...folders, ...read, ...ignores, config, ".git/index", ".git/info/exclude", ".git/HEAD"])];
}

/** The same of the repository around a folder, seen from the folder. */
function placesAround(around: SnapshotAround | undefined): readonly string[] {
  if (around === undefined) return [];
  const up = relative(`/${around.folder}`, "/");
  return placesOf(around.snapshot, "turnpike.yml").map((path) => `${up}/${path}`);
}

/**
 * The plan of the run before, when nothing that it was made from has changed: no folder got or lost an entry, no text that
 * was read is another one, and this is the same program.
 *
 * @param place the repository, and where plans are kept
 * @returns undefined when there is none or something changed; any fault is a miss
 */
export async function recallPlan(place: PlanCachePlace): Promise<Plan | undefined> {
  if (place.program === undefined) return undefined;
  try {
    const kept = JSON.parse(await readFile(fileOf(place), "utf8")) as KeptPlan;
    if (kept.schema !== "turnpike/kept-plan/1" || !isSame(kept.program, lookAt(place.program))) return undefined;
    const isUnchanged = Object.entries(kept.looks).every(([path, look]) =>
      isSame(look, lookAt(join(place.root, path))),
    );
    return isUnchanged ? kept.plan : undefined;
  } catch {
    return undefined;
  }
}

/** What a plan was made from, as it looked then. */
export type PlanGround = Readonly<Record<string, Look>>;

/**
 * Looks at all that a plan is made from. To be called when the plan is made, before gates run: what they change makes the
 * next plan another one.
 *
 * @param place the repository, and where plans are kept
 * @param snapshot what the plan was made from
 * @param nowMs the time, in ms since 1970
 * @param around the repository around it, where that was looked at too
 * @returns undefined when the plan is not to be kept: something was changed a moment ago, or the repository is very large
 */
export function lookAtGround(
  place: PlanCachePlace,
  snapshot: RepositorySnapshot,
  nowMs: number,
  around?: SnapshotAround,
): PlanGround | undefined {
  const isWhole = (one: RepositorySnapshot | undefined): boolean => one?.isCut !== true && one?.sparse === undefined;
  if (place.program === undefined || !isWhole(snapshot) || !isWhole(around?.snapshot)) return undefined;
  const places = [...placesOf(snapshot, place.config), ...placesAround(around)];
  if (places.length > MOST_PLACES) return undefined;
  const looks = places.map((path) => [path, lookAt(join(place.root, path))] as const);
  const isSettled = looks.every(([, look]) => look === null || look[0] < nowMs - SETTLED_MS);
  return isSettled ? Object.fromEntries(looks) : undefined;
}

/**
 * Keeps a plan for {@link recallPlan}. A fault is no reason to fail: the next run plans anew.
 *
 * @param place the repository, and where plans are kept
 * @param looks what {@link lookAtGround} gave
 * @param plan the plan
 */
export async function keepPlan(place: PlanCachePlace, looks: PlanGround, plan: Plan): Promise<void> {
  if (place.program === undefined) return;
  const kept: KeptPlan = { schema: "turnpike/kept-plan/1", program: lookAt(place.program), looks, plan };
  const file = fileOf(place);
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, JSON.stringify(kept), { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
