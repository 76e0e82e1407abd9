import { posix } from "node:path";
import { type Project, parseRemote, versionOfTag } from "../../core/sbom/project.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Git } from "../../ports/git.ts";
import type { RunContext } from "../../ports/run-context.ts";

/** What a checkout says of the repository. */
export interface SourceFacts {
  /** Absolute top folder. */
  readonly top: string;
  readonly commit: string | undefined;
  /** Tags of the commit that may be releases. */
  readonly tags: readonly string[];
  /** URL of the repository, of any form. */
  readonly remote: string | undefined;
  /** Commit time in seconds since 1970. */
  readonly commitTime: number | undefined;
}

function present(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

async function factsOf(top: string, git: Git, context: RunContext | undefined): Promise<SourceFacts> {
  const repository = present(context?.repository);
  const commit = present(context?.sha) ?? (await git.head(top));
  const [tags, remote, commitTime] = await Promise.all([
    context === undefined ? git.tagsAt(top, "HEAD") : context.refType === "tag" ? [context.refName] : [],
    repository === undefined ? git.remoteUrl(top, "origin") : `${context?.serverUrl ?? ""}/${repository}`,
    commit === undefined ? undefined : git.commitTime(top, commit),
  ]);
  return { top, commit, tags, remote, commitTime };
}

/**
 * Asks each repository once, however many locks it has.
 *
 * @param git asks the checkout
 * @param context of a runner; it knows the repository and the ref better than the checkout
 * @returns tells what is known of an absolute folder; the folder itself is the top where there is no repository
 */
export function sourceReader(git: Git, context: RunContext | undefined): (folder: string) => Promise<SourceFacts> {
  const known = new Map<string, Promise<SourceFacts>>();
  return async (folder) => {
    const top = await git.topLevel(folder);
    if (top === undefined && context === undefined) {
      return { top: folder, commit: undefined, tags: [], remote: undefined, commitTime: undefined };
    }
    const place = top ?? context?.workspace ?? folder;
    const facts = known.get(place) ?? factsOf(place, git, context);
    known.set(place, facts);
    return await facts;
  };
}

/** The longest version among the tags: `v1.2.0` says more than a moving `v1.2`. */
function releaseOf(tags: readonly string[]): string | undefined {
  const versions = tags.map(versionOfTag).filter((version) => version !== undefined);
  return versions.sort((a, b) => b.length - a.length || (a < b ? 1 : -1))[0];
}

/**
 * @param source what the checkout says
 * @param folder absolute folder of the lock
 * @returns the project that a lock in that folder belongs to
 */
export function toProject(source: SourceFacts, folder: string): Project {
  const below = posix.relative(source.top, folder);
  const inside = below.startsWith("..") ? "" : below;
  const remote = source.remote === undefined ? undefined : parseRemote(source.remote);
  const repository = posix.basename(remote?.address ?? source.top);
  const at = source.commit === undefined ? "" : `@${source.commit}`;
  return {
    name: [repository, ...inside.split("/")].filter((part) => part !== "").join("-"),
    release: releaseOf(source.tags),
    commit: source.commit,
    vcsUrl: remote === undefined ? undefined : `git+${remote.address}${at}`,
    owner: remote?.owner,
    folder: inside,
  };
}

/**
 * The time that a document carries: `SOURCE_DATE_EPOCH` (reproducible-builds.org, "SOURCE_DATE_EPOCH specification"), else
 * the commit's. Never the clock's, so that two runs give the same bytes.
 *
 * @param epoch value of the variable; empty counts as not set
 * @param source what the checkout says
 * @returns the time, or undefined when neither is known
 * @throws TurnpikeError `INPUT_INVALID` when the variable is no whole number of seconds
 */
export function documentTime(epoch: string | undefined, source: SourceFacts): Date | undefined {
  if (epoch === undefined || epoch === "") {
    return source.commitTime === undefined ? undefined : new Date(source.commitTime * 1000);
  }
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  throw new TurnpikeError("INPUT_INVALID", "user", "SOURCE_DATE_EPOCH is no time.", {
    problems: [{ where: "SOURCE_DATE_EPOCH", message: "write whole seconds since 1970, such as 1700000000" }],
    hint: "export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)",
  });
}
