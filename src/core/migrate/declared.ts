import { callOf, readDeclarations } from "../declarations/index.ts";
import type { Declarations, RepositorySnapshot } from "../detect/index.ts";

/** Each round of a migration asks again for the repository as it is. */
const KNOWN = new WeakMap<RepositorySnapshot, Declarations>();

/**
 * What make, tox, hooks, workflows and the like declare in a repository, for planning and for what a step calls.
 *
 * @param snapshot the repository as it is, or as it would be
 */
export function declarationsIn(snapshot: RepositorySnapshot): Declarations {
  const known = KNOWN.get(snapshot);
  if (known !== undefined) return known;
  const reading = readDeclarations(snapshot);
  const declarations: Declarations = {
    reading,
    callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, snapshot, around),
  };
  KNOWN.set(snapshot, declarations);
  return declarations;
}
