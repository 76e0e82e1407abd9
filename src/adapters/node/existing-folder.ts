import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { TurnpikeError } from "../../errors.ts";

/**
 * @param directory a folder as a person wrote it
 * @param hint what else may be meant by a name that is no folder
 * @returns its absolute path
 * @throws TurnpikeError `FILE_UNREADABLE` when it is not there, or no folder
 */
export function existingFolder(directory: string, hint?: (name: string) => string): string {
  const path = resolve(directory);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${directory}.`, {
      ...(hint === undefined || !/^[\w.:=+-]+$/.test(directory) ? {} : { hint: hint(directory) }),
    });
  }
  if (found.isDirectory()) return path;
  throw new TurnpikeError("FILE_UNREADABLE", "user", `${directory} is a file; the folder of a repository is needed.`, {
    hint: `The folder that it is in: ${dirname(directory)}`,
  });
}
