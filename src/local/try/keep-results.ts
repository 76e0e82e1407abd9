import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TryResult } from "./request.ts";

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
    await writeFile(join(folder, "turnpike.yml"), result.caller.text);
    return folder;
  } catch {
    return null;
  }
}
