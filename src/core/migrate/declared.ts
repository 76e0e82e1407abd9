import { callOf, readDeclarations } from "../declarations/index.ts";
import type { Declarations, RepositorySnapshot } from "../detect/index.ts";

/**
 * What make, tox, hooks, workflows and the like declare in a repository, for planning and for what a step calls.
 *
 * @param snapshot the repository as it is, or as it would be
 */
export function declarationsIn(snapshot: RepositorySnapshot): Declarations {
  const reading = readDeclarations(snapshot);
  return { reading, callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, snapshot, around) };
}
