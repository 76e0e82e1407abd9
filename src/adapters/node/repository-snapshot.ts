import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { type RepositorySnapshot, type UnreadableFile, type WantedFile, wantedFiles } from "../../core/detect/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { partsOf, SAFE_OPTIONS, safeEnvironment, stopsGit } from "./safe-git.ts";

/** More files than this are not listed. */
const MAX_FILES = 200_000;
const MAX_LIST_BYTES = 64 * 1024 * 1024;
const MAX_DEPTH = 16;
const GIT_TIMEOUT_MS = 20_000;

/** Folders that hold no sources; only a walk needs this, git knows by itself. */
const SKIPPED = new Set([".git", ".hg", ".venv", "venv", "node_modules", "__pycache__", ".turnpike", ".tox", ".nox"]);

const run = promisify(execFile);

/** What git says in a folder; undefined where it has no answer. */
async function askGit(cwd: string, args: readonly string[], more = {}): Promise<string | undefined> {
  try {
    const bounds = { timeout: GIT_TIMEOUT_MS, maxBuffer: MAX_LIST_BYTES };
    return (
      await run("git", [...SAFE_OPTIONS, ...args], {
        cwd,
        env: { ...safeEnvironment(process.env), ...more },
        ...bounds,
      })
    ).stdout;
  } catch {
    // Not a repository, no git, or a listing that is too long: the walk has its own bounds.
    return undefined;
  }
}

/** Tracked files and untracked ones that are not ignored; undefined where git has no answer. */
async function listByGit(root: string): Promise<readonly string[] | undefined> {
  if (stopsGit(root) !== undefined) return undefined;
  const listed = await askGit(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const files = partsOf(listed);
  // A folder that a repository above it ignores has files, but git lists none.
  return files.length === 0 ? undefined : files;
}

/** The repository that a folder is a part of. */
export interface SnapshotAround {
  /** The folder, relative to the top of the repository, with `/`. */
  readonly folder: string;
  /** The whole repository, with paths relative to its top. */
  readonly snapshot: RepositorySnapshot;
}

/**
 * Looks at the repository that a folder lies in, as {@link readSnapshot} does; nothing above its top is read.
 *
 * @param root an existing folder, absolute
 * @returns undefined when the folder is the top of a repository, lies in none, or holds nothing that the repository tracks
 */
export async function readAround(root: string): Promise<SnapshotAround | undefined> {
  const folder = await realpath(root);
  if ((await lstat(join(folder, ".git")).catch(() => undefined)) !== undefined) return undefined;
  const said = (await askGit(folder, ["rev-parse", "--show-toplevel"]))?.replace(/\r?\n$/, "");
  if (said === undefined || said === "") return undefined;
  const top = await realpath(said).catch(() => folder);
  if (top === folder || !folder.startsWith(top.endsWith(sep) ? top : top + sep)) return undefined;
  const tracked = await askGit(folder, ["ls-files", "-z", "--cached"]);
  if (tracked === undefined || tracked === "") return undefined;
  return { folder: relative(top, folder).split(sep).join("/"), snapshot: await readSnapshot(top, "turnpike.yml") };
}

async function listByWalk(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  let level: readonly string[] = [""];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && files.length <= MAX_FILES; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      const below = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
      const folders = entries.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
      files.push(...entries.filter((entry) => !entry.isDirectory()).map(({ name }) => below(name)));
      next.push(...folders.map(({ name }) => below(name)));
      if (files.length > MAX_FILES) break;
    }
    level = next;
  }
  return files.slice(0, MAX_FILES + 1);
}

type ReadResult = { readonly text: string } | Omit<UnreadableFile, "file"> | undefined;

/** The text, or where the first byte is that is not UTF-8. */
function decode(bytes: Uint8Array): ReadResult {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const before = new TextDecoder().decode(bytes).split("\ufffd", 1)[0]?.split("\n") ?? [];
    return { reason: "not-utf8", place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
  }
}

/** Reads a bounded regular file inside `root`; undefined when there is none. */
async function readInside(root: string, { path, maxBytes }: WantedFile): Promise<ReadResult> {
  const file = join(root, path);
  if ((await lstat(file).catch(() => undefined)) === undefined) return undefined;
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) return { reason: "unreadable" };
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return { reason: "outside" };
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    // Without O_NONBLOCK a named pipe would be waited for.
    handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const info = await handle.stat();
    if (!info.isFile()) return { reason: "not-a-file" };
    if (info.size > maxBytes) return { reason: "too-large" };
    return decode(await handle.readFile());
  } catch {
    return { reason: "unreadable" };
  } finally {
    await handle?.close();
  }
}

/** More files than this are not asked of git one by one. */
const MOST_SPARSE = 200;

/** Without it git fetches what a partial clone lacks. */
const NO_FETCH = { GIT_NO_LAZY_FETCH: "1" };

/** Texts of files that git tracks and a sparse checkout leaves out, as git's index has them. */
async function readSparse(root: string, wanted: readonly WantedFile[]): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  const tagged = partsOf(await askGit(root, ["ls-files", "-z", "-t", "--cached"]));
  const left = new Set(tagged.filter((line) => line.startsWith("S ")).map((line) => line.slice(2)));
  const texts = new Map<string, string>();
  for (const { path, maxBytes } of wanted.filter((one) => left.has(one.path)).slice(0, MOST_SPARSE)) {
    const text = await askGit(root, ["cat-file", "blob", `:./${path}`], NO_FETCH);
    if (text !== undefined && Buffer.byteLength(text) <= maxBytes) texts.set(path, text);
  }
  return texts;
}

/**
 * Looks at a repository without running anything of it and without following a link out of it.
 *
 * @param root folder of the repository, absolute
 * @param configFile path of turnpike.yml, relative to `root`
 * @throws TurnpikeError `FILE_UNREADABLE` when `root` is no folder
 * @returns file names, by git where it knows the folder, else by a bounded walk; and the texts that detection needs
 */
export async function readSnapshot(root: string, configFile: string): Promise<RepositorySnapshot> {
  const realRoot = await realpath(root);
  if (!(await lstat(realRoot)).isDirectory())
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${root} is no folder.`);
  const listed = (await listByGit(realRoot)) ?? (await listByWalk(realRoot));
  const files = [...new Set(listed)].sort().slice(0, MAX_FILES);
  const texts = new Map<string, string>();
  const unreadable: UnreadableFile[] = [];
  const missing = new Set<string>();
  for (const wanted of wantedFiles(files, configFile)) {
    const result = await readInside(realRoot, wanted);
    if (result === undefined) missing.add(wanted.path);
    else if ("text" in result) texts.set(wanted.path, result.text);
    else unreadable.push({ file: wanted.path, ...result });
  }
  const sparse = await readSparse(
    realRoot,
    wantedFiles(files, configFile).filter(({ path }) => missing.has(path)),
  );
  for (const [path, text] of sparse) {
    texts.set(path, text);
    missing.delete(path);
  }
  // A file that is deleted in the work tree, but not in git's index, is not there.
  return {
    files: files.filter((file) => !missing.has(file)),
    texts,
    unreadable,
    isCut: listed.length > MAX_FILES,
    ...(sparse.size === 0 ? {} : { sparse: [...sparse.keys()] }),
  };
}
