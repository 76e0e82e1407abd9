import type { GatePorts } from "./gate-ports.ts";

/** What the files of the repository are. */
export interface CommitFacts {
  readonly commit: string | null;
  readonly tree: string | null;
  readonly dirty: boolean;
}

/**
 * @param root absolute path of the repository's root
 * @param git the checkout
 * @returns what the files are; outside a repository they are bound to no commit
 */
export async function readCommitFacts(root: string, git: GatePorts["git"]): Promise<CommitFacts> {
  const asked = [git.topLevel(root), git.head(root), git.tree(root)] as const;
  const [[top, commit, tree], dirty] = await Promise.all([Promise.all(asked), git.isDirty(root)]);
  if (top === undefined) return { commit: null, tree: null, dirty: false };
  return { commit: commit ?? null, tree: tree ?? null, dirty };
}
