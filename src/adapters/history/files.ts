import { join } from "node:path/posix";
import type { Files } from "../../ports/files.ts";

/** Files of a history. Whatever else a store holds is left there. */
export const HISTORY_FILES = ["durations.json", "observations.ndjson", "runs.ndjson"] as const;

/** Larger files are not ours. */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

/**
 * @param files the files
 * @param folder absolute path of the history
 * @param found text by name; names that are not of a history are left out
 * @returns how many were written
 */
export async function writeMissing(files: Files, folder: string, found: ReadonlyMap<string, string>): Promise<number> {
  let written = 0;
  for (const name of HISTORY_FILES) {
    const text = found.get(name);
    const path = join(folder, name);
    if (text === undefined || (await files.exists(path))) continue;
    await files.write(path, text);
    written += 1;
  }
  return written;
}

/**
 * @param files the files
 * @param folder absolute path of the history
 * @returns text by name of what is there
 */
export async function readHistory(files: Files, folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of HISTORY_FILES) {
    const text = await files.readText(join(folder, name));
    if (text !== undefined) found.set(name, text);
  }
  return found;
}
