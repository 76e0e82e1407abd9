/** What lead time needs of a commit. */
export interface CommitTime {
  readonly sha: string;
  /** ISO 8601. */
  readonly authorDate: string;
  readonly parents: readonly string[];
}

/** What is known of the history behind a release. */
export interface ReleaseHistory {
  /** SHA of the release; undefined outside a repository. */
  readonly head: string | undefined;
  readonly isShallow: boolean;
  /** The release tag before this one; undefined when there is none. */
  readonly previousTag: string | undefined;
  /** Commits that are in this release and not in the previous one, newest first. */
  readonly commits: readonly CommitTime[];
  /** True when there are more commits than were listed. */
  readonly isCut: boolean;
}

/** Lead time of one commit. */
export interface CommitLeadTime {
  readonly sha: string;
  readonly seconds: number;
}

/** From a commit's author date to its release: measured per commit, or why not. Never 0 for want of data. */
export type LeadTime =
  | {
      readonly kind: "measured";
      /** The previous release's tag. */
      readonly base: string;
      /** Newest first, merge commits left out. */
      readonly commits: readonly CommitLeadTime[];
      readonly medianSeconds: number;
      readonly p75Seconds: number;
      readonly p90Seconds: number;
      /** Commits with an author date after the release: a clock was wrong. They are not counted. */
      readonly fromTheFuture: number;
      /** True when older commits of the release were not looked at. */
      readonly isCut: boolean;
    }
  | { readonly kind: "not-enough-data"; readonly reason: string };

/**
 * A quantile by linear interpolation between closest ranks (type 7 of Hyndman and Fan, 1996); for 0.5 the usual median.
 *
 * @param ascending sorted numbers, at least one
 * @param q from 0 to 1
 */
export function quantile(ascending: readonly number[], q: number): number {
  const position = (ascending.length - 1) * q;
  const low = ascending[Math.floor(position)] ?? 0;
  const high = ascending[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}

function without(history: ReleaseHistory): string | undefined {
  if (history.head === undefined) return "there is no commit to measure from";
  if (history.isShallow) return "the checkout is shallow; check out with `fetch-depth: 0`";
  if (history.previousTag === undefined) return "this is the first release: there is none to measure from";
  if (history.commits.length === 0) return `no commit is new since ${history.previousTag}`;
  return undefined;
}

/**
 * Lead time for changes of one release, per commit, from the author date
 * (https://dora.dev/guides/dora-metrics/: from committed to running in production).
 *
 * @param history what git tells
 * @param releasedAt ISO 8601, when the release was out
 */
export function leadTimeOf(history: ReleaseHistory, releasedAt: string): LeadTime {
  const reason = without(history);
  if (reason !== undefined) return { kind: "not-enough-data", reason };
  const end = Date.parse(releasedAt);
  const own = history.commits.filter((commit) => commit.parents.length < 2);
  const timed = own.map(({ sha, authorDate }) => ({ sha, seconds: Math.round((end - Date.parse(authorDate)) / 1000) }));
  const commits = timed.filter(({ seconds }) => seconds >= 0);
  if (commits.length === 0) {
    const what = own.length === 0 ? "only merge commits are new" : "every new commit has a date after the release";
    return { kind: "not-enough-data", reason: `${what} since ${history.previousTag}` };
  }
  const ascending = commits.map(({ seconds }) => seconds).sort((a, b) => a - b);
  return {
    kind: "measured",
    base: history.previousTag ?? "",
    commits,
    medianSeconds: quantile(ascending, 0.5),
    p75Seconds: quantile(ascending, 0.75),
    p90Seconds: quantile(ascending, 0.9),
    fromTheFuture: timed.length - commits.length,
    isCut: history.isCut,
  };
}
