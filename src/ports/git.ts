/** One commit. Times are ISO 8601. */
export interface Commit {
  readonly sha: string;
  readonly authorDate: string;
  readonly committerDate: string;
  readonly subject: string;
  readonly body: string;
  readonly parents: readonly string[];
}

/** Where a checkout stands. */
export interface CheckoutState {
  /** Absolute top level. */
  readonly top: string;
  /** The folder that was asked about, relative to the top level, with a slash at its end; empty for the top level itself. */
  readonly prefix: string;
  /** Full SHA of HEAD; null before the first commit. */
  readonly commit: string | null;
  /** Tree SHA of HEAD; null before the first commit. */
  readonly tree: string | null;
  /** Null when HEAD is detached. */
  readonly branch: string | null;
}

/** What a checkout says of itself. Never runs hooks, never writes the repository. */
export interface Git {
  /** Absolute top level, or undefined when `cwd` is in no repository. */
  topLevel(cwd: string): Promise<string | undefined>;
  /** All of it by one call of git; undefined when `cwd` is in no repository. */
  state(cwd: string): Promise<CheckoutState | undefined>;
  /** Full SHA of HEAD, or undefined before the first commit. */
  head(cwd: string): Promise<string | undefined>;
  /** True when tracked files differ from HEAD or untracked, not ignored files exist. */
  isDirty(cwd: string): Promise<boolean>;
  /** Branch name, or undefined when HEAD is detached. */
  branch(cwd: string): Promise<string | undefined>;
  isShallow(cwd: string): Promise<boolean>;
  /** Tags that point at `ref`. */
  tagsAt(cwd: string, ref: string): Promise<readonly string[]>;
  /** The release before `ref`: the nearest tag among its ancestors that matches one of `globs` (fnmatch) and does not point at `ref` itself. */
  previousTag(cwd: string, ref: string, globs: readonly string[]): Promise<string | undefined>;
  /** Tracked files and untracked ones that are not ignored, relative to `cwd`, sorted. */
  listFiles(cwd: string): Promise<readonly string[]>;
  /** Newest first; `range` as git takes it (`a..b` or one ref). Empty when the range is unknown. */
  log(cwd: string, range: string, limit: number): Promise<readonly Commit[]>;
  /** Files changed between two commits, relative to the top level. */
  changedFiles(cwd: string, base: string, head: string): Promise<readonly string[]>;
  /** Files that differ between a commit and another, or the files as they are now, untracked ones too; relative to `cwd`, and only below it. Undefined when that cannot be told. */
  changedSince(cwd: string, base: string, head?: string): Promise<readonly string[] | undefined>;
  /** The commit at which two parted, or undefined when this clone does not know. */
  mergeBase(cwd: string, one: string, other: string): Promise<string | undefined>;
  /** Whether the clone has a commit. */
  hasCommit(cwd: string, sha: string): Promise<boolean>;
  /** The default branch as far as the clone knows: `origin/main`, else `main`; undefined when there is none of the usual names. */
  defaultBranch(cwd: string): Promise<string | undefined>;
  /** Value of a remote's URL without credentials. */
  remoteUrl(cwd: string, remote: string): Promise<string | undefined>;
  /** Commit time of `ref` in seconds since 1970, or undefined. */
  commitTime(cwd: string, ref: string): Promise<number | undefined>;
}
