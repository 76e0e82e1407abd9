import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { RENOVATE_FILES } from "../../core/adopt/index.ts";

const WORKFLOWS = ".github/workflows";
const FILES = [...RENOVATE_FILES, ".github/dependabot.yml", ".github/dependabot.yaml", "package.json", "turnpike.yml"];

/** Larger files are not configuration that people wrote. */
const MOST_BYTES = 1024 * 1024;

/** The texts that say how a repository works with GitHub, and files that are there and could not be read. */
export interface AdoptTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
}

type Read = { readonly text: string } | { readonly why: string } | undefined;

async function readInside(root: string, path: string): Promise<Read> {
  const file = join(root, path);
  if ((await lstat(file).catch(() => undefined)) === undefined) return undefined;
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) return { why: "is a link that leads nowhere" };
  if (!real.startsWith(root + sep)) return { why: "is a link that leads out of the repository; it was not read" };
  try {
    const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const info = await handle.stat();
      if (!info.isFile()) return { why: "is no regular file; it was not read" };
      if (info.size > MOST_BYTES) return { why: "is larger than 1 MiB; it was not read" };
      return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await handle.readFile()) };
    } finally {
      await handle.close();
    }
  } catch {
    return { why: "is no UTF-8 text that can be read" };
  }
}

/**
 * @param top absolute top level of a repository
 * @returns workflow files and the configurations of update bots, without following a link out of the repository
 */
export async function readAdoptTexts(top: string): Promise<AdoptTexts> {
  const root = await realpath(top);
  const real = await realpath(join(root, WORKFLOWS)).catch(() => undefined);
  const isInside = real?.startsWith(root + sep) === true;
  const names = isInside ? await readdir(join(root, WORKFLOWS)).catch(() => []) : [];
  const paths = [...FILES, ...names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`)];
  const texts = new Map<string, string>();
  const unreadable: { path: string; why: string }[] = [];
  for (const path of paths) {
    const read = await readInside(root, path);
    if (read === undefined) continue;
    if ("text" in read) texts.set(path, read.text);
    else unreadable.push({ path, why: read.why });
  }
  return { texts, unreadable };
}

/**
 * @param top absolute top level of a repository
 * @param paths relative to it
 * @returns those that are there and can be read as text
 */
export async function readPages(
  top: string,
  paths: readonly string[],
): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const root = await realpath(top);
  const read = await Promise.all(paths.map(async (file) => ({ file, read: await readInside(root, file) })));
  return read.flatMap(({ file, read: one }) => (one !== undefined && "text" in one ? [{ file, text: one.text }] : []));
}
