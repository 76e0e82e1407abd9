import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { tryPage } from "./page.ts";
import type { TryResult } from "./request.ts";

/** What gates took; with it the next try starts the longest first. */
const HISTORY = "history.json";

/**
 * @param folder absolute folder of the results of an earlier try; undefined: there is none
 * @param scratch absolute folder of the try that begins
 * @param root absolute folder of the copied repository's original, whose own history counts where there was no try
 * @returns absolute path of the history that the try reads and writes
 */
export async function recallHistory(folder: string | undefined, scratch: string, root: string): Promise<string> {
  const file = join(scratch, HISTORY);
  const own = join(root, ".turnpike", HISTORY);
  const earlier = folder === undefined ? own : join(folder, HISTORY);
  await copyFile(earlier, file)
    .catch(() => copyFile(own, file))
    .catch(() => undefined);
  return file;
}

/**
 * Keeps logs, reports and verdict of a try where the next one replaces them.
 *
 * @param result the try
 * @param folder absolute folder; undefined: nothing is kept
 * @returns the folder; null when nothing could be kept, which changes nothing else
 */
export async function keepResults(
  result: Omit<TryResult, "results">,
  folder: string | undefined,
): Promise<string | null> {
  if (folder === undefined) return null;
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await cp(join(result.copy.scratch, "results"), folder, { recursive: true });
    await copyFile(join(result.copy.scratch, HISTORY), join(folder, HISTORY)).catch(() => undefined);
    await writeFile(join(folder, "turnpike.yml"), result.caller.text);
    await writeFile(join(folder, "page.html"), tryPage(result, basename(result.copy.top)));
    return folder;
  } catch {
    return null;
  }
}
