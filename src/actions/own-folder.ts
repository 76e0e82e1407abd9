import { join } from "node:path/posix";
import type { Files } from "../ports/files.ts";

/** Turnpike's own folder at the root of a repository. */
export const OWN_FOLDER = ".turnpike";

/**
 * Makes Turnpike's own folder ignore itself, so that what it holds is never packed or committed.
 *
 * @param files the files
 * @param root absolute path of the repository
 * @param output absolute path that is about to be written; nothing is done where it is outside of the folder
 * @throws TurnpikeError `FILE_UNWRITABLE`
 */
export async function ignoreOwnFolder(files: Files, root: string, output: string): Promise<void> {
  const folder = join(root, OWN_FOLDER);
  if (output !== folder && !output.startsWith(`${folder}/`)) return;
  const ignore = join(folder, ".gitignore");
  if (!(await files.exists(ignore))) await files.write(ignore, "*\n");
}
