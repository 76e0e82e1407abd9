import type { CheckoutState, Commit, Git } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";
import type { Processes } from "../../ports/processes.ts";
import { askCheckoutState } from "./checkout-state.ts";
import { partsOf, SafeGit } from "./safe-git.ts";

const TIMEOUT_MS = 60_000;
const FIELD = "\u001f";
const RECORD = "\u001e";
const LOG_FORMAT = ["%H", "%aI", "%cI", "%P", "%s", "%b"].join("%x1f");

/** git as a program; nothing of the repository's runs. */
export class GitProgram implements Git, GitRefs {
  readonly #git: SafeGit;

  /**
   * @param processes starts git
   * @param env the environment; variables that would redirect git are dropped
   */
  constructor(processes: Processes, env: Readonly<Record<string, string>>) {
    this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS });
  }

  topLevel(cwd: string): Promise<string | undefined> {
    return this.#git.line(cwd, "rev-parse", "--show-toplevel");
  }

  state(cwd: string): Promise<CheckoutState | undefined> {
    return askCheckoutState(this.#git, cwd);
  }

  head(cwd: string): Promise<string | undefined> {
    return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  }

  async isDirty(cwd: string): Promise<boolean> {
    return (
      (await this.#git.line(cwd, "status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none")) !==
      undefined
    );
  }

  async changedIn(cwd: string, paths: readonly string[]): Promise<readonly string[]> {
    const text =
      (await this.#git.ask(cwd, "status", "--porcelain", "-z", "--untracked-files=all", "--", ...paths)) ?? "";
    return text.split("\0").flatMap((entry) => (/^.. /.test(entry) ? [entry.slice(3)] : []));
  }

  /** Of paths that git has not, whether they are there or not, those that `git add` would refuse. */
  async ignored(cwd: string, paths: readonly string[]): Promise<readonly string[]> {
    const text = paths.length === 0 ? undefined : await this.#git.ask(cwd, "check-ignore", "--", ...paths);
    return (text ?? "").split("\n").filter((path) => paths.includes(path));
  }

  branch(cwd: string): Promise<string | undefined> {
    return this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD");
  }

  async isShallow(cwd: string): Promise<boolean> {
    return (await this.#git.line(cwd, "rev-parse", "--is-shallow-repository")) === "true";
  }

  async tagsAt(cwd: string, ref: string): Promise<readonly string[]> {
    return ((await this.#git.ask(cwd, "tag", "--points-at", ref)) ?? "").split("\n").filter((tag) => tag !== "");
  }

  async previousTag(cwd: string, ref: string, globs: readonly string[]): Promise<string | undefined> {
    if (globs.length === 0) return undefined;
    const own = await this.tagsAt(cwd, ref);
    // A backslash makes what follows it plain (gitglossary, pathspec; wildmatch).
    const excluded = own.map((tag) => `--exclude=${tag.replaceAll(/[[\]*?\\]/g, "\\$&")}`);
    const matched = globs.map((glob) => `--match=${glob}`);
    return await this.#git.line(cwd, "describe", "--tags", "--abbrev=0", ...matched, ...excluded, ref);
  }

  async listFiles(cwd: string): Promise<readonly string[]> {
    const text = await this.#git.ask(cwd, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
    return [...new Set(partsOf(text))].sort();
  }

  async log(cwd: string, range: string, limit: number): Promise<readonly Commit[]> {
    const text = await this.#git.ask(
      cwd,
      "log",
      `--max-count=${limit}`,
      `--format=${RECORD}${LOG_FORMAT}`,
      range,
      "--",
    );
    return (text ?? "").split(RECORD).slice(1).map(toCommit);
  }

  async changedFiles(cwd: string, base: string, head: string): Promise<readonly string[]> {
    return partsOf(await this.#git.ask(cwd, "diff", "--name-only", "-z", "--no-renames", base, head, "--"));
  }

  async changedSince(cwd: string, base: string, head?: string): Promise<readonly string[] | undefined> {
    const commits = head === undefined ? [base] : [base, head];
    const [changed, untracked] = await Promise.all([
      this.#git.ask(
        cwd,
        "diff",
        "--name-only",
        "-z",
        "--no-renames",
        "--relative",
        "--end-of-options",
        ...commits,
        "--",
      ),
      head === undefined ? this.#git.ask(cwd, "ls-files", "-z", "--others", "--exclude-standard") : "",
    ]);
    if (changed === undefined || untracked === undefined) return undefined;
    return [...new Set([...partsOf(changed), ...partsOf(untracked)])].sort();
  }

  mergeBase(cwd: string, one: string, other: string): Promise<string | undefined> {
    return this.#git.line(cwd, "merge-base", "--end-of-options", one, other);
  }

  async hasCommit(cwd: string, sha: string): Promise<boolean> {
    return (await this.#git.ask(cwd, "cat-file", "-e", "--end-of-options", `${sha}^{commit}`)) !== undefined;
  }

  async defaultBranch(cwd: string): Promise<string | undefined> {
    const remote = await this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
    if (remote !== undefined) return remote;
    const names = ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];
    const known = (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", ...names))?.split("\n") ?? [];
    const found = names.find((name) => known.includes(name));
    return found?.replace(/^refs\/(?:remotes|heads)\//, "");
  }

  async remoteUrl(cwd: string, remote: string): Promise<string | undefined> {
    const url = await this.#git.line(cwd, "config", "--get", `remote.${remote}.url`);
    return url?.replace(/^(\w+:\/\/)[^@/]*@/, "$1");
  }

  /** Where a folder lies below the top level of its repository; empty at the top. */
  async below(cwd: string): Promise<string> {
    return ((await this.#git.line(cwd, "rev-parse", "--show-prefix")) ?? "").replace(/\/$/, "");
  }

  /** The remote that a person pushes to: `origin`, else the only one there is. */
  async remote(cwd: string): Promise<string | undefined> {
    const names = ((await this.#git.ask(cwd, "remote")) ?? "").split("\n").filter((name) => name !== "");
    return names.includes("origin") ? "origin" : names[0];
  }

  resolve(cwd: string, ref: string): Promise<string | undefined> {
    return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  }

  async remoteHead(cwd: string): Promise<string | undefined> {
    return (await this.#git.line(cwd, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"))?.replace(
      /^refs\/remotes\/origin\//,
      "",
    );
  }

  async branches(cwd: string): Promise<readonly string[]> {
    const text =
      (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes/origin")) ?? "";
    const names = text.split("\n").map((ref) => ref.replace(/^refs\/(?:heads|remotes\/origin)\//, ""));
    return [...new Set(names.filter((name) => name !== "" && name !== "HEAD"))];
  }

  async newestTags(cwd: string, limit: number): Promise<readonly string[]> {
    const format = ["for-each-ref", "--sort=-creatordate", `--count=${limit}`, "--format=%(refname)", "refs/tags"];
    const text = (await this.#git.ask(cwd, ...format)) ?? "";
    return text
      .split("\n")
      .filter((ref) => ref !== "")
      .map((ref) => ref.slice("refs/tags/".length));
  }

  async commitTime(cwd: string, ref: string): Promise<number | undefined> {
    const text = await this.#git.line(cwd, "log", "-1", "--format=%ct", ref, "--");
    return text === undefined ? undefined : Number(text);
  }
}

function toCommit(record: string): Commit {
  const [sha = "", authorDate = "", committerDate = "", parents = "", subject = "", body = ""] = record.split(FIELD);
  return {
    sha,
    authorDate,
    committerDate,
    subject,
    body: body.trim(),
    parents: parents.split(" ").filter((parent) => parent !== ""),
  };
}
