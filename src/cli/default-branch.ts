import type { GitProgram } from "../adapters/node/git.ts";
import { TurnpikeError } from "../errors.ts";

/** The default branch of a clone, as far as it can be told. */
export interface DefaultBranch {
  readonly name: string;
  /** False when the clone does not say it, and a usual name or the current branch was taken. */
  readonly isSure: boolean;
  /** False when somebody named a branch that the clone does not have. */
  readonly isThere: boolean;
}

/** What git refuses in the name of a branch (git-check-ref-format), besides an empty one. */
const NO_BRANCH = /^$|^[-./]|[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|[/.]$|\.lock$/u;

/**
 * @param git reads the repository
 * @param top its absolute top level
 * @param asked what a person names; undefined: what the clone says
 * @throws TurnpikeError `INPUT_INVALID` when what a person names is no name of a branch
 * @returns undefined when nothing tells it: no remote, no usual name, no branch
 */
export async function defaultBranchOf(
  git: GitProgram,
  top: string,
  asked: string | undefined,
): Promise<DefaultBranch | undefined> {
  if (asked !== undefined && NO_BRANCH.test(asked)) {
    throw new TurnpikeError("INPUT_INVALID", "config", `--branch "${asked}" is no name of a branch.`, {
      hint: "Name the branch that pull requests go to: --branch main",
    });
  }
  const branches = await git.branches(top);
  if (asked !== undefined)
    return { name: asked, isSure: true, isThere: branches.length === 0 || branches.includes(asked) };
  const said = await git.remoteHead(top);
  if (said !== undefined) return { name: said, isSure: true, isThere: true };
  const name = ["main", "master"].find((usual) => branches.includes(usual)) ?? (await git.branch(top));
  return name === undefined ? undefined : { name, isSure: false, isThere: true };
}
