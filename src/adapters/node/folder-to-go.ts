import { realpathSync } from "node:fs";
import { relative } from "node:path";

/**
 * Where somebody has to go for commands whose paths are relative to the top of a repository.
 *
 * @param from absolute folder where they are
 * @param top absolute top level
 * @returns a path for `cd`, the shorter of relative and absolute; null when they are there
 */
export function folderToGo(from: string, top: string): string | null {
  const [here, there] = [from, top].map((path) => realpathSync(path)) as [string, string];
  if (here === there) return null;
  const way = relative(here, there);
  return way.length < there.length ? way : there;
}
