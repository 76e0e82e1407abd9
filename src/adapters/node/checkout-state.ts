import type { CheckoutState } from "../../ports/git.ts";
import type { SafeGit } from "./safe-git.ts";

const QUESTIONS = ["--show-toplevel", "--show-prefix", "HEAD^{commit}", "HEAD^{tree}", "--symbolic-full-name", "HEAD"];

function branchOf(ref: string): string | null {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}

/**
 * Asks one call of git, because each costs a process, and people wait for the first gate.
 *
 * @param git runs git
 * @param cwd a folder
 * @returns where the checkout stands; undefined when the folder is in none
 */
export async function askCheckoutState(git: SafeGit, cwd: string): Promise<CheckoutState | undefined> {
  const { end, stdout } = await git.run(cwd, "rev-parse", ...QUESTIONS);
  const lines = stdout.split("\n").slice(0, -1);
  if (end.kind === "exited" && end.code === 0 && lines.length >= 5) {
    const [commit = "", tree = "", ref = ""] = lines.slice(-3);
    // A folder may have a line feed in its name, and only the first of them all can be that long.
    const [prefix = "", ...top] = lines.slice(0, -3).reverse();
    return { top: top.reverse().join("\n"), prefix, commit, tree, branch: branchOf(ref) };
  }
  // Before the first commit git answers the first two and gives up at HEAD (git-rev-parse, "fatal: ambiguous argument").
  const [top = "", prefix = ""] = lines;
  if (top === "") return undefined;
  const branch = await git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD");
  return { top, prefix, commit: null, tree: null, branch: branch ?? null };
}
