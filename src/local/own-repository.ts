import { cp, lstat, mkdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Git } from "./git.ts";

/** Which commit a run is of. */
export interface RunCommit {
  /** Absolute top level. */
  readonly top: string;
  /** Full ref. */
  readonly ref: string;
  readonly sha: string;
  /** True when the working tree, with what is not committed, is what runs. */
  readonly usesWorkingTree: boolean;
}

/** How a checkout is wanted. */
export interface CheckoutRequest {
  /** Absolute folder; made when it is not there. */
  readonly to: string;
  /** `owner/name`, for the remote's address. */
  readonly repository: string;
  /** Full ref that the commit is checked out as; empty: detached. */
  readonly ref: string;
  readonly sha: string;
  /** Commits of history; 0: all, with all branches and tags. */
  readonly depth: number;
  readonly tags: boolean;
  /** Put what is not committed on top. */
  readonly withChanges: boolean;
}

/** The repository that a run is of. It is read only: everything is written into checkouts of it. */
export class OwnRepository {
  readonly commit: RunCommit;
  readonly #git: Git;
  readonly #overlay: string;
  #changes: Promise<readonly string[]> | undefined;
  #gone: readonly string[] = [];

  /**
   * @param git runs git
   * @param commit what the run is of
   * @param overlay absolute folder that the uncommitted files are copied to, once, so that all jobs see the same ones
   */
  constructor(git: Git, commit: RunCommit, overlay: string) {
    this.#git = git;
    this.commit = commit;
    this.#overlay = overlay;
  }

  /** @returns a file's text at the run's commit, uncommitted changes included where the run is of the working tree */
  async readText(path: string): Promise<string | undefined> {
    if (!this.commit.usesWorkingTree) {
      return await this.#git.ask(this.commit.top, "show", `${this.commit.sha}:${path}`);
    }
    return await readFile(join(this.commit.top, path), "utf8").catch(() => undefined);
  }

  /** @returns whether the working tree differs from its HEAD */
  async isDirty(): Promise<boolean> {
    const status = await this.#git.ask(this.commit.top, "status", "--porcelain", "--untracked-files=normal");
    return (status ?? "").split("\n").some((line) => line !== "" && !line.endsWith(" .turnpike/"));
  }

  /** @returns paths that differ from the commit, or are new and not ignored; `.turnpike/` is left out */
  changes(): Promise<readonly string[]> {
    this.#changes ??= this.#snapshot();
    return this.#changes;
  }

  async #snapshot(): Promise<readonly string[]> {
    if (!this.commit.usesWorkingTree) return [];
    const { top } = this.commit;
    const status = await this.#git.must(top, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames");
    const paths = status
      .split("\0")
      .filter((entry) => entry.length > 3)
      .map((entry) => entry.slice(3))
      .filter((path) => !path.startsWith(".turnpike/"));
    const gone: string[] = [];
    for (const path of paths) {
      const [from, to] = [join(top, path), join(this.#overlay, path)];
      const info = await lstat(from).catch(() => undefined);
      if (info === undefined) gone.push(path);
      else if (info.isFile() || info.isSymbolicLink()) await copyEntry(from, to, info.isSymbolicLink());
    }
    this.#gone = gone;
    return paths;
  }

  /**
   * Makes a real git checkout, as actions/checkout does (its src/ref-helper.ts), from the repository's own objects. No
   * hook of anybody's runs.
   *
   * @param request what and where
   * @throws TurnpikeError `GIT_FAILED`
   */
  async checkout(request: CheckoutRequest): Promise<void> {
    const { to, sha } = request;
    await mkdir(to, { recursive: true });
    const branch = /^refs\/heads\/(.+)$/.exec(request.ref)?.[1];
    await this.#git.must(to, "init", "--quiet", "--template=", "--initial-branch", "turnpike-empty");
    await this.#borrowObjects(to);
    await this.#git.ask(to, "remote", "add", "origin", `https://github.com/${request.repository}`);
    for (const specs of refspecs(request, branch)) {
      const depth = request.depth > 0 ? [`--depth=${request.depth}`] : [];
      const fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--update-shallow", ...depth];
      await this.#git.must(to, ...fetch, this.commit.top, ...specs);
    }
    if (branch === undefined) await this.#git.must(to, "checkout", "--quiet", "--force", "--detach", sha);
    else {
      await this.#git.must(to, "checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`);
    }
    if (request.withChanges) await this.#overlayChanges(to);
  }

  /** Objects are read from the repository itself, so that nothing is copied. */
  async #borrowObjects(to: string): Promise<void> {
    const objects = await this.#git.must(
      this.commit.top,
      "rev-parse",
      "--path-format=absolute",
      "--git-path",
      "objects",
    );
    const info = join(to, ".git", "objects", "info");
    await mkdir(info, { recursive: true });
    await writeFile(join(info, "alternates"), `${objects.trim()}\n`);
  }

  async #overlayChanges(to: string): Promise<void> {
    const changes = await this.changes();
    for (const path of this.#gone) await rm(join(to, path), { force: true, recursive: true });
    const copied = new Set(changes.filter((path) => !this.#gone.includes(path)));
    for (const path of copied) {
      const from = join(this.#overlay, path);
      const info = await lstat(from).catch(() => undefined);
      if (info !== undefined) await copyEntry(from, join(to, path), info.isSymbolicLink());
    }
  }
}

/**
 * What to fetch, in turns: the commit comes last, so that the branch stands where the run is and not where it is now
 * (actions/checkout src/ref-helper.ts, getRefSpec and getRefSpecForAllHistory).
 */
function refspecs(request: CheckoutRequest, branch: string | undefined): readonly (readonly string[])[] {
  const { ref, sha, depth, tags } = request;
  const other = ref === "" ? "origin/turnpike-commit" : ref.replace(/^refs\//, "");
  const own = ref.startsWith("refs/tags/")
    ? `+${ref}:${ref}`
    : `+${sha}:refs/remotes/${branch === undefined ? other : `origin/${branch}`}`;
  const allTags = "+refs/tags/*:refs/tags/*";
  if (depth === 0) return [["+refs/heads/*:refs/remotes/origin/*", allTags], [own]];
  return tags ? [[allTags], [own]] : [[own]];
}

async function copyEntry(from: string, to: string, isLink: boolean): Promise<void> {
  await rm(to, { force: true, recursive: true });
  await mkdir(dirname(to), { recursive: true });
  if (isLink) await symlink(await readlink(from), to);
  else await cp(from, to, { preserveTimestamps: true });
}
