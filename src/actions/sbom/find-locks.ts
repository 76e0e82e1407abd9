import { posix } from "node:path";
import { sortedBy } from "../../core/sbom/compare.ts";
import { chooseLocks, formatOf, isForeignFolder, LOCK_FORMATS, type LockPlaces } from "../../core/sbom/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";

/** Ports of the search. */
export interface SearchPorts {
  readonly files: Files;
  readonly git: Git;
}

/** File names that are looked for even where git ignores them. */
const PLAIN_NAMES = ["uv.lock", "package-lock.json", "npm-shrinkwrap.json", "pylock.toml"] as const;

async function filesBelow(folder: string, { files, git }: SearchPorts): Promise<readonly string[]> {
  const absolute = files.absolute(folder);
  if ((await git.topLevel(absolute)) === undefined) {
    const entries = await files.list(folder, isForeignFolder);
    return entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
  }
  const listed = await git.listFiles(absolute);
  const own: string[] = [];
  for (const name of PLAIN_NAMES) if (await files.exists(posix.join(folder, name))) own.push(name);
  const isThere = async (path: string): Promise<boolean> =>
    formatOf(path) === undefined || (await files.exists(posix.join(folder, path)));
  const present: string[] = [];
  for (const path of new Set([...listed, ...own])) if (await isThere(path)) present.push(path);
  return present;
}

async function isFolder(path: string, files: Files): Promise<boolean> {
  if ((await files.list(path, () => true)).length > 0) return true;
  // An empty folder and a file list the same; only a file has bytes.
  return await files.readBytes(path).then(
    (bytes) => bytes === undefined,
    () => true,
  );
}

/**
 * Finds locks. A lock that is named is read whatever folder it stands in.
 *
 * @param paths locks and folders, as given
 * @param ports see {@link SearchPorts}
 * @returns locks to read, the outermost first, and locks passed over, as paths that start like those given
 * @throws TurnpikeError `SBOM_NO_LOCK` with a problem for each path that is not there or is no lock
 */
export async function findLocks(paths: readonly string[], ports: SearchPorts): Promise<LockPlaces> {
  const problems: { where: string; message: string }[] = [];
  const read = new Map<string, string>();
  const passedOver = new Map<string, { path: string; why: string }>();
  for (const given of paths) {
    const path = posix.normalize(given.replaceAll("\\", "/"));
    if (!(await ports.files.exists(path))) problems.push({ where: given, message: "is not there" });
    else if (await isFolder(path, ports.files)) {
      const places = chooseLocks(await filesBelow(path, ports));
      for (const found of places.read) read.set(ports.files.absolute(posix.join(path, found)), posix.join(path, found));
      for (const { path: found, why } of places.passedOver) {
        const joined = posix.join(path, found);
        passedOver.set(ports.files.absolute(joined), { path: joined, why });
      }
    } else if (formatOf(path) === undefined) {
      const known = LOCK_FORMATS.map(({ name }) => name).join(", ");
      problems.push({ where: given, message: `is no lock file that I know; known are ${known}` });
    } else read.set(ports.files.absolute(path), path);
  }
  if (problems.length > 0) {
    const what = problems.length === 1 ? "A path does" : `${problems.length} paths do`;
    throw new TurnpikeError("SBOM_NO_LOCK", "config", `${what} not lead to a lock; nothing was written.`, { problems });
  }
  return {
    read: sortedBy(read.values(), (path) => `${String(path.split("/").length).padStart(4, "0")} ${path}`),
    passedOver: [...passedOver].filter(([absolute]) => !read.has(absolute)).map(([, passed]) => passed),
  };
}
