import { readlinkSync, rmSync } from "node:fs";
import { chmod, lstat, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TurnpikeError } from "../../errors.ts";
import { LinuxProcessTable } from "./processes/process-table.ts";

/** A folder that goes away with this process, however that ends, unless it is kept. */
export interface TemporaryFolder {
  /** Absolute, without links. */
  readonly path: string;
  /** Removes it whole, and what runs left here that were killed. */
  remove(): Promise<void>;
  /** Leaves it there for good. */
  keep(): Promise<void>;
}

/** What such folders are called; `mkdtemp` puts six letters behind it. */
const PREFIXES = ["tpk-", "tpk-try-", "turnpike-"] as const;
export type TemporaryPrefix = (typeof PREFIXES)[number];

const NAME = new RegExp(`^(?:${PREFIXES.join("|")})[A-Za-z0-9]{6}$`);
const OWNER = ".owner";
/** Whoever clears up does not hold somebody up for long. */
const MOST_CLEARED = 20;

/** Who a folder belongs to; ids of processes mean something only beside others of the same namespace and boot. */
function ownerMark(pid: number): string | undefined {
  try {
    const start = new LinuxProcessTable().startSync(pid);
    return start === undefined ? undefined : `${readlinkSync("/proc/self/ns/pid")} ${pid} ${start}\n`;
  } catch {
    return undefined; // No procfs: what is left behind is left to `turnpike doctor`.
  }
}

/** True only when its owner surely lives no more: marks of other machines, containers and platforms tell nothing. */
function isOrphan(mark: string): boolean {
  const [namespace, pid] = mark.trim().split(" ");
  const own = ownerMark(process.pid);
  if (pid === undefined || own === undefined || !own.startsWith(`${namespace} `)) return false;
  return ownerMark(Number(pid)) !== mark;
}

async function openAll(folder: string): Promise<void> {
  const info = await lstat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true) return;
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await openAll(join(folder, entry.name));
}

const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;

/** Tests leave folders behind that may not be written, and package caches are kept so. */
async function removeWhole(folder: string): Promise<void> {
  try {
    await rm(folder, REMOVAL);
  } catch {
    await openAll(folder);
    await rm(folder, REMOVAL).catch(() => undefined);
  }
}

/** Whoever was killed could not clear up. Only folders that say whose they were are touched. */
async function clearOrphans(parent: string): Promise<void> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => NAME.test(name)).slice(0, 1000);
  let cleared = 0;
  for (const name of names) {
    const folder = join(parent, name);
    const info = await lstat(folder).catch(() => undefined);
    // Somebody else's folder in a place that all may write to could hold any mark.
    if (info?.isDirectory() !== true || info.uid !== process.getuid?.()) continue;
    const mark = await readFile(join(folder, OWNER), "utf8").catch(() => undefined);
    if (mark === undefined || !isOrphan(mark)) continue;
    await removeWhole(folder);
    cleared += 1;
    if (cleared === MOST_CLEARED) return;
  }
}

/**
 * @param prefix what its name begins with
 * @param parent absolute folder to make it in; default: the system's folder for temporary files
 * @throws TurnpikeError `FILE_UNWRITABLE`
 */
export async function makeTemporaryFolder(
  prefix: TemporaryPrefix,
  parent: string = tmpdir(),
): Promise<TemporaryFolder> {
  const home = await realpath(parent).catch(() => parent);
  const path = await mkdtemp(join(home, prefix)).catch((cause: unknown) => {
    const hint = "Name another folder for temporary files: TMPDIR=/path turnpike ...";
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `No folder can be made in ${home}.`, { cause, hint });
  });
  // Whoever stops us twice does not wait for the orderly end.
  const removeNow = (): void => {
    try {
      rmSync(path, REMOVAL);
    } catch {
      // The next run sees to it.
    }
  };
  process.once("exit", removeNow);
  const mark = ownerMark(process.pid);
  if (mark !== undefined) await writeFile(join(path, OWNER), mark).catch(() => undefined);
  return {
    path,
    async remove() {
      await removeWhole(path);
      process.off("exit", removeNow);
      await clearOrphans(home);
    },
    async keep() {
      process.off("exit", removeNow);
      await rm(join(path, OWNER), { force: true });
    },
  };
}
