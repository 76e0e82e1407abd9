import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type GlobPatterns, readGlobs } from "../core/workflow/index.ts";

/** How files are looked for. */
export interface FindOptions {
  readonly followLinks: boolean;
  /** Leave out files and folders whose name begins with a dot. */
  readonly skipHidden: boolean;
}

/** What was found. */
export interface FoundFiles {
  /** Absolute, no folders. */
  readonly files: readonly string[];
  readonly searchPaths: readonly string[];
}

async function kindOf(path: string, followLinks: boolean): Promise<"file" | "folder" | undefined> {
  const info = await (followLinks ? stat(path) : lstat(path)).catch(() => undefined);
  if (info === undefined) return undefined;
  return info.isDirectory() ? "folder" : "file";
}

/**
 * Finds files as `@actions/glob` does (actions/toolkit packages/glob/src/internal-globber.ts).
 *
 * @param text patterns, one a line
 * @param root absolute folder that relative patterns start from
 * @param options links and hidden files
 */
export async function findFiles(text: string, root: string, options: FindOptions): Promise<FoundFiles> {
  const patterns = readGlobs(text, root);
  const files: string[] = [];
  for (const path of patterns.searchPaths) await walk(path, { patterns, options, files, above: [] });
  return { files, searchPaths: patterns.searchPaths };
}

interface Walk {
  readonly patterns: GlobPatterns;
  readonly options: FindOptions;
  readonly files: string[];
  /** Real paths of the folders above, against links that go round. */
  readonly above: readonly string[];
}

async function walk(path: string, at: Walk): Promise<void> {
  const { patterns, options, files } = at;
  const kind = await kindOf(path, options.followLinks);
  if (kind === undefined) return;
  if (kind === "file") {
    if (patterns.includes(path)) files.push(path);
    return;
  }
  if (!patterns.mayHold(path)) return;
  const real = options.followLinks ? await realpath(path) : path;
  if (at.above.includes(real)) return;
  for (const name of (await readdir(path)).sort()) {
    if (options.skipHidden && name.startsWith(".")) continue;
    await walk(join(path, name), { ...at, above: [...at.above, real] });
  }
}

/**
 * The hash of `hashFiles`: SHA-256 over the SHA-256 of each file below the folder
 * (actions/runner src/Misc/expressionFunc/hashFiles/src/hashFiles.ts). Files are taken in the order of their names.
 *
 * @returns lower-case hex; empty when no file matches
 */
export async function hashFiles(text: string, folder: string, followLinks: boolean): Promise<string> {
  const { files } = await findFiles(text, folder, { followLinks, skipHidden: false });
  const inside = files.filter((file) => file.startsWith(`${folder}/`));
  if (inside.length === 0) return "";
  const whole = createHash("sha256");
  for (const file of inside) {
    const one = createHash("sha256");
    await pipeline(createReadStream(file), one);
    whole.update(one.digest());
  }
  return whole.digest("hex");
}
