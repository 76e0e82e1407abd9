import { join } from "node:path/posix";
import { OWN_FOLDER } from "../own-folder.ts";
import type { BuildPorts } from "./build-ports.ts";

/**
 * Does work while Turnpike's own folder is out of the tree: some build backends pack every file that the top .gitignore does
 * not name, and what is released would hold the logs of its own checks. The folder waits inside `.git`, where nothing is packed.
 *
 * @param ports the world
 * @param work the build
 * @returns what `work` returns
 */
export async function withFolderAside<T>(ports: BuildPorts, work: () => Promise<T>): Promise<T> {
  const { files, context } = ports;
  const folder = join(context.workspace, OWN_FOLDER);
  const git = join(context.workspace, ".git");
  const isRepository = await files.exists(join(git, "HEAD"));
  if (!isRepository || !(await files.exists(folder))) return await work();
  const aside = join(git, "turnpike-aside");
  await files.remove(aside);
  await files.move(folder, aside);
  try {
    return await work();
  } finally {
    // A build that wrote there all the same loses to what was there before.
    await files.remove(folder);
    await files.move(aside, folder);
  }
}
