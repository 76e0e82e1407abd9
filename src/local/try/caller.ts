import { readAdoptTexts } from "../../adapters/node/adopt-facts.ts";
import { readOwnCopy } from "../../adapters/node/own-copy.ts";
import { projectRoot } from "../../adapters/node/project-root.ts";
import { choosePin, shortCaller } from "../../core/adopt/index.ts";
import type { TryCaller } from "../../core/first-run/index.ts";
import type { Git } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";

const WORKFLOWS = ".github/workflows";

/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;

/** The default branch as the clone noted it, else by its usual names, else the one that is checked out. */
async function defaultBranch(top: string, git: Git & GitRefs): Promise<string> {
  const remote = await git.remoteHead(top);
  if (remote !== undefined) return remote;
  const branches = await git.branches(top);
  return ["main", "master"].find((name) => branches.includes(name)) ?? (await git.branch(top)) ?? "main";
}

/**
 * The workflow to paste.
 *
 * @param top absolute top level of the repository, which is only read
 * @param git answers for it
 * @param signs whether a release of it would be signed
 */
export async function callerFor(top: string, git: Git & GitRefs, signs: boolean): Promise<TryCaller> {
  const [branch, tags, { texts }, own] = await Promise.all([
    defaultBranch(top, git),
    git.newestTags(top, MOST_TAGS),
    readAdoptTexts(top),
    readOwnCopy(git, projectRoot(), undefined),
  ]);
  const pin = choosePin(undefined, own);
  const facts = { texts, tags, signs, defaultBranch: branch, pin: pin.kind === "known" ? pin.pin : undefined };
  const name = texts.has(`${WORKFLOWS}/turnpike.yml`) ? "turnpike-road.yml" : "turnpike.yml";
  return { path: `${WORKFLOWS}/${name}`, ...(await shortCaller(facts)) };
}
