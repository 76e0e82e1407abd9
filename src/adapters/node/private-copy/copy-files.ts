import { constants, copyFileSync, lstatSync, mkdirSync, readlinkSync, symlinkSync, utimesSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";

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

/** Files between two looks at whether somebody wants an end; about 5 ms. */
const BATCH = 64;

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
function copyLink(request: CopyRequest, path: string): void {
  const { top, into } = request.links;
  const target = readlinkSync(at(request.from, path), { encoding: "latin1" });
  const inside = Buffer.from(top).toString("latin1");
  const isInside = target === inside || target.startsWith(`${inside}/`);
  const own = isInside ? Buffer.from(into).toString("latin1") + target.slice(inside.length) : target;
  symlinkSync(Buffer.from(own, "latin1"), at(request.to, path));
}

function copyOne(request: CopyRequest, path: string): string | undefined {
  const [from, to] = [at(request.from, path), at(request.to, path)];
  const info = lstatSync(from, { throwIfNoEntry: false });
  // Deleted in the work tree, but not in the index.
  if (info === undefined) return undefined;
  if (info.isSymbolicLink()) {
    copyLink(request, path);
    return undefined;
  }
  if (info.isDirectory()) return "is a submodule or a repository of its own, without its files here";
  if (!info.isFile()) return "is no regular file";
  // Where the file system can share blocks, nothing is copied until it is written.
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  utimesSync(to, info.atime, info.mtime);
  return undefined;
}

function whyNot(request: CopyRequest, path: string): string | undefined {
  try {
    return copyOne(request, path);
  } catch (error) {
    return reasonOf(error);
  }
}

function makeParents({ to, paths }: CopyRequest): void {
  const folders = new Set(paths.map(parentOf));
  for (const folder of folders) if (folder !== "") mkdirSync(at(to, folder), { recursive: true });
}

/**
 * Copies files as they are: bytes, modes, times, links as links. Small files are copied faster one after another by the main
 * thread than by handing each to another one, so it goes by batches.
 *
 * @param request what, and where to
 * @returns how many, and which could not be copied; less of either when it was stopped
 */
export async function copyFiles(request: CopyRequest): Promise<CopiedFiles> {
  await mkdir(request.to, { recursive: true });
  makeParents(request);
  const left: NotCopied[] = [];
  let files = 0;
  for (const [index, path] of request.paths.entries()) {
    if (index % BATCH === 0) {
      if (index > 0) request.onProgress(files);
      await nextTurn();
    }
    if (request.signal.aborted) break;
    const why = whyNot(request, path);
    if (why === undefined) files += 1;
    else left.push({ path: Buffer.from(path, "latin1").toString("utf8"), why });
  }
  return { files, left };
}
