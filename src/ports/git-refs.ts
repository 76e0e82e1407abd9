/** What a checkout says of its branches and tags. Never writes the repository. */
export interface GitRefs {
  /** The commit that a ref or an abbreviated commit stands for; undefined when it is not known here. */
  resolve(cwd: string, ref: string): Promise<string | undefined>;
  /** The default branch of `origin`, as the clone noted it (`refs/remotes/origin/HEAD`); undefined when it did not. */
  remoteHead(cwd: string): Promise<string | undefined>;
  /** Names of local branches and of those of `origin`. */
  branches(cwd: string): Promise<readonly string[]>;
  /** Names of tags, newest first, at most `limit`. */
  newestTags(cwd: string, limit: number): Promise<readonly string[]>;
  /** Tracked and new files at or below these paths that differ from HEAD. */
  changedIn(cwd: string, paths: readonly string[]): Promise<readonly string[]>;
}
