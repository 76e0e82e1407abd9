import { constants } from "node:fs";
import { copyFile, lstat, mkdir, readlink, symlink, utimes } from "node:fs/promises";

/** What is copied, and where to. Folders are absolute. */
export interface CopyRequest {
  readonly from: string;
  readonly to: string;
  /** Relative paths, Latin-1, one character a byte; parents need not be listed. */
  readonly paths: readonly string[];
  /** Links that lead into it by an absolute path lead into `into` in the copy: `{ top, into }`. */
  readonly links: { readonly top: string; readonly into: string };
  readonly signal: AbortSignal;
  /** Called now and then with the files copied so far. */
  readonly onProgress: (files: number) => void;
}

/** A file that could not be copied. */
export interface NotCopied {
  readonly path: string;
  readonly why: string;
}

/** What was copied. */
export interface CopiedFiles {
  readonly files: number;
  readonly left: readonly NotCopied[];
}

/** Copies at a time: the file system answers in parallel, and more would only queue. */
const WORKERS = 8;

function at(folder: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, "latin1")]);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return "may not be read";
  if (code === "ENOSPC") return "does not fit on the disk";
  return `could not be copied (${code === "" ? "unknown" : code})`;
}

/** A link as it is; one that leads by an absolute path into the repository would be a way to write there. */
async function copyLink(request: CopyRequest, path: string): Promise<void> {
  const { top, into } = request.links;
  const target = await readlink(at(request.from, path), { encoding: "latin1" });
  const inside = Buffer.from(top).toString("latin1");
  const isInside = target === inside || target.startsWith(`${inside}/`);
  const own = isInside ? Buffer.from(into).toString("latin1") + target.slice(inside.length) : target;
  await symlink(Buffer.from(own, "latin1"), at(request.to, path));
}

async function copyOne(request: CopyRequest, path: string): Promise<string | undefined> {
  const [from, to] = [at(request.from, path), at(request.to, path)];
  const info = await lstat(from).catch(() => undefined);
  // Deleted in the work tree, but not in the index.
  if (info === undefined) return undefined;
  if (info.isSymbolicLink()) {
    await copyLink(request, path);
    return undefined;
  }
  if (!info.isFile()) return "is no regular file";
  // Where the file system can share blocks, nothing is copied until it is written.
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await utimes(to, info.atime, info.mtime);
  return undefined;
}

async function makeParents({ to, paths }: CopyRequest): Promise<void> {
  const folders = new Set(paths.map(parentOf));
  for (const folder of folders) if (folder !== "") await mkdir(at(to, folder), { recursive: true });
}

/**
 * Copies files as they are: bytes, modes, times, links as links.
 *
 * @param request what, and where to
 * @returns how many, and which could not be copied; less of either when it was stopped
 */
export async function copyFiles(request: CopyRequest): Promise<CopiedFiles> {
  await mkdir(request.to, { recursive: true });
  await makeParents(request);
  const left: NotCopied[] = [];
  let [next, files] = [0, 0];
  const work = async (): Promise<void> => {
    for (let path = request.paths[next++]; path !== undefined; path = request.paths[next++]) {
      if (request.signal.aborted) return;
      const why = await copyOne(request, path).catch(reasonOf);
      if (why === undefined) files += 1;
      else left.push({ path: Buffer.from(path, "latin1").toString("utf8"), why });
      if (files % 100 === 0) request.onProgress(files);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return { files, left };
}
