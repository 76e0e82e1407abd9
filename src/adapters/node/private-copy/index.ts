import { mkdir, readdir, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { shellWord } from "../../../contract/index.ts";
import { TurnpikeError } from "../../../errors.ts";
import { partsOf, stopsGit } from "../safe-git.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { type CopiedFiles, copyFiles, type NotCopied } from "./copy-files.ts";
import { copyGitFolder } from "./git-folder.ts";
import { askGit, asText } from "./git-of.ts";

/** A copy of a repository that a run may change as it likes. */
export interface PrivateCopy {
  /** Absolute top level of the original; the folder itself when it is in no repository. */
  readonly originalTop: string;
  /** Absolute top level of the copy; its name is the original's. */
  readonly top: string;
  /** Absolute folder in the copy of the folder that was asked for. */
  readonly root: string;
  /** Absolute folder beside it for other files of the run; goes with the copy. */
  readonly scratch: string;
  readonly isRepository: boolean;
  readonly files: number;
  readonly left: readonly NotCopied[];
  /** Removes it whole. */
  remove(): Promise<void>;
  /** Leaves it there; without this it goes with the process. */
  keep(): Promise<void>;
}

/** How a copy is made. */
export interface CopyOptions {
  readonly signal: AbortSignal;
  /** Called now and then with the files copied so far. */
  readonly onProgress: (files: number) => void;
  /** Parent of the copy; default: the system's folder for temporary files. */
  readonly temp?: string;
}

/** Folders that a folder without git would have ignored. */
const SKIPPED = new Set([
  ...[".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".turnpike", ".tox", ".nox"],
  ...[".mypy_cache", ".ruff_cache", ".pytest_cache"],
]);
const MOST_FILES = 200_000;
const MOST_DEPTH = 64;

/** Every file below a folder; links are listed, never followed. Paths are Latin-1, one character a byte. */
async function walk(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  let level: readonly string[] = [""];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const found = await listFolder(root, folder);
      files.push(...found.files);
      next.push(...found.folders);
      if (files.length > MOST_FILES) throw tooMany(root);
    }
    level = next;
  }
  return files;
}

/** What lies in one folder, with its path from the root. */
async function listFolder(root: string, folder: string) {
  const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(folder, "latin1")]);
  const entries = await readdir(path, { withFileTypes: true, encoding: "buffer" }).catch(() => []);
  const named = entries.map((entry) => ({ name: entry.name.toString("latin1"), isFolder: entry.isDirectory() }));
  const below = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
  return {
    files: named.filter(({ isFolder }) => !isFolder).map(({ name }) => below(name)),
    folders: named.filter(({ name, isFolder }) => isFolder && !SKIPPED.has(name)).map(({ name }) => below(name)),
  };
}

function tooMany(folder: string): TurnpikeError {
  return new TurnpikeError(
    "INPUT_INVALID",
    "user",
    `${folder} holds more than 200,000 files and is no git repository.`,
    {
      hint: "Name the folder of a project: turnpike try DIR",
    },
  );
}

/** The repository that knows the folder's files; undefined where none does, as in a folder that the one above ignores. */
async function topOf(dir: string): Promise<string | undefined> {
  const said = await askGit(dir, "rev-parse", "--show-toplevel");
  if (said === undefined || said.trim() === "") return undefined;
  const top = asText(said).replace(/\n$/, "");
  if (top === dir) return top;
  const listed = await askGit(dir, "ls-files", "--cached", "--others", "--exclude-standard", "--directory", "-z");
  return partsOf(listed).length === 0 ? undefined : top;
}

interface Copying extends CopyOptions {
  readonly links: { readonly top: string; readonly into: string };
}

/** A repository with all that is not committed and not ignored, and what is nested in it: submodules, clones. */
async function copyRepository(from: string, to: string, options: Copying): Promise<CopiedFiles> {
  const stop = stopsGit(from);
  if (stop !== undefined) {
    const path = join(from, stop);
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${path} is no regular file, and git would wait at it.`, {
      hint: `Remove it: rm ${shellWord(path)}`,
    });
  }
  const listed = await askGit(from, "ls-files", "--cached", "--others", "--exclude-standard", "-z");
  const entries = [...new Set(partsOf(listed))];
  const nested = await nestedOf(from, entries);
  const paths = entries.filter((path) => !path.endsWith("/") && !nested.includes(path));
  const { links, signal, onProgress } = options;
  let { files, left } = await copyFiles({ ...{ from, to, paths, links, signal, onProgress } });
  for (const path of nested) {
    if (signal.aborted) break;
    const inner = await copyRepository(join(from, asText(path)), join(to, asText(path)), options);
    files += inner.files;
    left = [...left, ...inner.left];
  }
  if (!signal.aborted) await copyGitFolder(from, to);
  return { files, left };
}

/** Folders among what git lists: submodules by their name, untracked clones with a slash behind it. */
async function nestedOf(top: string, entries: readonly string[]): Promise<readonly string[]> {
  const staged = partsOf(await askGit(top, "ls-files", "--stage", "-z"));
  const modules = staged.flatMap((line) => (line.startsWith("160000 ") ? [line.slice(line.indexOf("\t") + 1)] : []));
  const clones = entries.filter((path) => path.endsWith("/")).map((path) => path.replace(/\/$/, ""));
  const found: string[] = [];
  for (const path of new Set([...modules, ...clones])) {
    const folder = join(top, asText(path));
    const own = await askGit(folder, "rev-parse", "--show-toplevel").catch(() => undefined);
    // A submodule that was never fetched is an empty folder of its parent.
    if (own !== undefined && asText(own).trim() === folder) found.push(path);
  }
  return found;
}

/**
 * Copies a repository as it is on the disk, uncommitted and untracked files included, ignored ones not. Nothing of the
 * original is written, locked or refreshed, no hook runs, and the copy has no remote.
 *
 * @param dir a folder, in a repository or not
 * @param options how it is stopped and watched
 * @returns the copy; it must be removed or kept
 * @throws TurnpikeError `FILE_UNREADABLE`, `GIT_FAILED`, `INPUT_INVALID`
 */
export async function makePrivateCopy(dir: string, options: CopyOptions): Promise<PrivateCopy> {
  const folder = await realpath(dir).catch((cause: unknown) => {
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${dir} is no folder that can be read.`, { cause });
  });
  const top = await topOf(folder);
  const originalTop = top ?? folder;
  const base = await makeTemporaryFolder("tpk-try-", options.temp);
  const remove = (): Promise<void> => base.remove();
  const keep = (): Promise<void> => base.keep();
  const to = join(base.path, "copy", basename(originalTop) || "root");
  const scratch = join(base.path, "scratch");
  try {
    await mkdir(to, { recursive: true });
    await mkdir(scratch);
    const copying = { ...options, links: { top: originalTop, into: to } };
    const copied =
      top === undefined
        ? await copyFiles({ ...copying, from: folder, to, paths: await walk(folder) })
        : await copyRepository(top, to, copying);
    const root = to + folder.slice(originalTop.length);
    await mkdir(root, { recursive: true });
    return { originalTop, top: to, root, scratch, isRepository: top !== undefined, ...copied, remove, keep };
  } catch (error) {
    await remove();
    throw error;
  }
}
