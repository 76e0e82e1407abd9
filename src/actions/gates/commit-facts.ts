import type { CheckoutState } from "../../ports/git.ts";
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
  const [state, dirty] = await Promise.all([git.state(root), git.isDirty(root)]);
  return commitFactsOf(state, dirty);
}

/**
 * @param state where the checkout stands; undefined: outside a repository
 * @param dirty whether files differ from it
 * @returns what the files are
 */
export function commitFactsOf(state: CheckoutState | undefined, dirty: boolean): CommitFacts {
  if (state === undefined) return { commit: null, tree: null, dirty: false };
  return { commit: state.commit, tree: state.tree, dirty };
}
