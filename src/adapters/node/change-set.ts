import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { TurnpikeError } from "../../errors.ts";
import type { ChangeSet, FileChange } from "../../ports/change-set.ts";

/** A change with its new text written beside the place where it goes. */
interface Staged {
  readonly change: FileChange;
  readonly file: string;
  readonly temporary: string;
}

function refused(path: string, why: string, hint?: string): TurnpikeError {
  const details = hint === undefined ? {} : { hint };
  return new TurnpikeError("FILE_UNWRITABLE", "user", `${path} ${why}. Nothing was written.`, details);
}

function whyNot(path: string, cause: unknown): TurnpikeError {
  if (cause instanceof TurnpikeError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  const readOnly = ["EACCES", "EPERM", "EROFS"].includes(code);
  const why = readOnly ? `cannot be written: its folder is read-only here (${code})` : `cannot be written (${code})`;
  return refused(path, why, readOnly ? `Look at the folder's rights: ls -ld "${dirname(path)}"` : undefined);
}

/** Files of one folder, written together or not at all: all are staged beside their places, then renamed; a fault renames back. */
export class NodeChangeSet implements ChangeSet {
  readonly #root: string;

  /** @param root absolute folder that nothing may lead out of */
  constructor(root: string) {
    this.#root = root;
  }

  async apply(changes: readonly FileChange[]): Promise<void> {
    const root = await realpath(this.#root);
    const madeFolders: string[] = [];
    const staged: Staged[] = [];
    const placed: Staged[] = [];
    try {
      for (const change of changes) await check(root, change);
      for (const change of changes) staged.push(await stage(root, change, madeFolders));
      for (const one of staged) {
        await check(root, one.change);
        const done = one.change.after === null ? rm(one.file) : rename(one.temporary, one.file);
        await done.catch((cause: unknown) => {
          throw whyNot(one.change.path, cause);
        });
        placed.push(one);
      }
    } catch (error) {
      await undo(staged, placed, madeFolders);
      throw error;
    }
  }
}

/** Nothing on the way may be a link that leads out, and the file must be what the change was made from. */
async function check(root: string, { path, before }: FileChange): Promise<void> {
  if (path.split("/").includes("..")) throw refused(path, "leads out of the repository");
  let folder = root;
  for (const part of path.split("/").slice(0, -1)) {
    folder = join(folder, part);
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined) break;
    if (real !== root && !real.startsWith(root + sep)) {
      throw refused(path, `would be written outside of the repository: ${part} is a link that leads to ${real}`);
    }
  }
  const info = await lstat(join(root, path)).catch(() => undefined);
  if (info?.isSymbolicLink() === true) throw refused(path, "is a symbolic link; what it points at was left alone");
  if (info !== undefined && !info.isFile()) throw refused(path, "is no regular file");
  const now = info === undefined ? null : await readFile(join(root, path), "utf8");
  if (now !== before) throw refused(path, "was changed meanwhile", "Start again; the difference is shown anew.");
}

async function stage(root: string, change: FileChange, madeFolders: string[]): Promise<Staged> {
  const file = join(root, change.path);
  const temporary = `${file}.${randomUUID()}.tmp`;
  if (change.after === null) return { change, file, temporary };
  try {
    const first = await mkdir(dirname(file), { recursive: true });
    if (first !== undefined) madeFolders.push(...foldersFrom(first, dirname(file)));
    const mode = change.before === null ? 0o666 : (await lstat(file)).mode & 0o777;
    await writeFile(temporary, change.after, { flag: "wx", mode });
    return { change, file, temporary };
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw whyNot(change.path, cause);
  }
}

/** Folders that were made, the innermost first. */
function foldersFrom(first: string, last: string): readonly string[] {
  const made: string[] = [];
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) made.push(folder);
  return made;
}

async function undo(staged: readonly Staged[], placed: readonly Staged[], folders: readonly string[]): Promise<void> {
  for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => undefined);
  for (const { file, change } of placed) {
    const back = change.before === null ? rm(file, { force: true }) : writeFile(file, change.before);
    await back.catch(() => undefined);
  }
  for (const folder of folders) await rmdir(folder).catch(() => undefined);
}
