import type { GitProgram } from "../adapters/node/git.ts";

/** The default branch of a clone, as far as it can be told. */
export interface DefaultBranch {
  readonly name: string;
  /** False when the clone does not say it, and a usual name or the current branch was taken. */
  readonly isSure: boolean;
}

/**
 * @param git reads the repository
 * @param top its absolute top level
 * @param asked what a person names; undefined: what the clone says
 * @returns undefined when nothing tells it: no remote, no usual name, no branch
 */
export async function defaultBranchOf(
  git: GitProgram,
  top: string,
  asked: string | undefined,
): Promise<DefaultBranch | undefined> {
  const said = asked ?? (await git.remoteHead(top));
  if (said !== undefined) return { name: said, isSure: true };
  const branches = await git.branches(top);
  const name = ["main", "master"].find((usual) => branches.includes(usual)) ?? (await git.branch(top));
  return name === undefined ? undefined : { name, isSure: false };
}
