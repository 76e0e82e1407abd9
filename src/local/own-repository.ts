import { cp, lstat, mkdir, readFile, readlink, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { partsOf } from "../adapters/node/safe-git.ts";
import type { Git } from "./git.ts";
import { type CheckoutRequest, makeCheckout, type Origin, readOrigin } from "./make-checkout.ts";

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

/** The repository that a run is of. It is read only: everything is written into checkouts of it. */
export class OwnRepository {
  readonly commit: RunCommit;
  readonly #git: Git;
  readonly #overlay: string;
  #changes: Promise<readonly string[]> | undefined;
  #gone: readonly string[] = [];
  #origin: Promise<Origin> | undefined;

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
    const paths = partsOf(status)
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
   * Makes a real git checkout of the repository, from its own objects. No hook of anybody's runs.
   *
   * @param request what and where
   * @throws TurnpikeError `GIT_FAILED`
   */
  async checkout(request: CheckoutRequest): Promise<void> {
    this.#origin ??= readOrigin(this.#git, this.commit.top);
    await makeCheckout(this.#git, await this.#origin, request);
    if (request.withChanges) await this.#overlayChanges(request.to);
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

async function copyEntry(from: string, to: string, isLink: boolean): Promise<void> {
  await rm(to, { force: true, recursive: true });
  await mkdir(dirname(to), { recursive: true });
  if (isLink) await symlink(await readlink(from), to);
  else await cp(from, to, { preserveTimestamps: true });
}
