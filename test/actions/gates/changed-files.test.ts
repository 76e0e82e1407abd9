import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changedByEvent, changedHere } from "../../../src/actions/gates/changed-files.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-changed-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));

/** A repository with git of its own, and nobody's settings. */
class Repository {
  readonly root: string;

  constructor(name: string, from?: readonly string[]) {
    this.root = join(scratch, name);
    if (from === undefined) {
      mkdirSync(this.root);
      this.run("init", "-q", "-b", "main");
    } else execFileSync("git", ["clone", "-q", ...from, this.root]);
    this.run("config", "user.email", "a@example.org");
    this.run("config", "user.name", "A");
  }

  run(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.root, encoding: "utf8" }).trim();
  }

  write(...paths: readonly string[]): void {
    for (const path of paths) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), `${path} ${Math.random()}\n`);
    }
  }

  commit(...paths: readonly string[]): string {
    this.write(...paths);
    this.run("add", "-A");
    this.run("commit", "-q", "-m", "change");
    return this.run("rev-parse", "HEAD");
  }
}

/** main: base, later; topic: off base, two commits; merged: topic merged into later, as GitHub checks a pull request out. */
function forked(name: string) {
  const repository = new Repository(name);
  const base = repository.commit("a.py", "docs/a.md", "with blank é.txt");
  repository.run("checkout", "-q", "-b", "topic");
  repository.commit("src/one.py");
  repository.run("mv", "a.py", "b.py");
  const head = repository.commit("src/two.py");
  repository.run("checkout", "-q", "main");
  const later = repository.commit("docs/later.md");
  return { repository, base, head, later };
}

const pull = (base: string, head: string) => ({
  eventName: "pull_request",
  event: { pull_request: { base: { sha: base }, head: { sha: head } } },
  refType: "branch" as const,
});
const push = (before: string) => ({ eventName: "push", event: { before }, refType: "branch" as const });

const TOPIC = ["a.py", "b.py", "src/one.py", "src/two.py"];

describe("what an event changed", () => {
  const { repository, base, head, later } = forked("events");
  const { root } = repository;

  it("is of a pull request what it adds to its base, moves as both names", async () => {
    repository.run("checkout", "-q", "--detach", head);
    expect(await changedByEvent(root, pull(later, head), false, git)).toMatchObject({ kind: "known", files: TOPIC });
  });

  it("is of a merged checkout just what the merge brings, however old the event's base is", async () => {
    repository.run("checkout", "-q", "--detach", later);
    repository.run("merge", "-q", "--no-ff", "-m", "merge", head);
    expect(await changedByEvent(root, pull(base, head), false, git)).toMatchObject({ kind: "known", files: TOPIC });
  });

  it("is of a push what differs from the commit before, of a new branch what differs from the default branch", async () => {
    repository.run("checkout", "-q", "--detach", later);
    expect(await changedByEvent(root, push(base), false, git)).toEqual({
      kind: "known",
      files: ["docs/later.md"],
      since: base.slice(0, 7),
    });
    repository.run("checkout", "-q", "topic");
    expect(await changedByEvent(root, push("0".repeat(40)), false, git)).toMatchObject({ files: TOPIC });
  });

  it("is of a merge queue what it adds to its base", async () => {
    repository.run("checkout", "-q", "--detach", later);
    const queue = { eventName: "merge_group", event: { merge_group: { base_sha: base } }, refType: "branch" as const };
    expect(await changedByEvent(root, queue, false, git)).toMatchObject({ files: ["docs/later.md"] });
  });

  it.each([
    ["a release", push("0".repeat(40)), true, "a release is checked whole"],
    ["a tag", { ...push("0".repeat(40)), refType: "tag" as const }, false, "a release is checked whole"],
    ["a schedule", { ...push(""), eventName: "schedule" }, false, "the event schedule is about no change"],
    ["an unknown commit", push("1".repeat(40)), false, "the clone has no commit 1111111"],
    ["no commit", pull("--output=x", "y"), false, "the event does not say what the pull request is based on"],
  ])("is not known for %s", async (_, event, release, reason) => {
    expect(await changedByEvent(root, event, release, git)).toEqual({ kind: "unknown", reason });
  });

  it("is not known in a shallow clone, and the reason says what brings it", async () => {
    const shallow = new Repository("shallow", ["--depth=1", "--branch=topic", `file://${root}`]);
    expect(await changedByEvent(shallow.root, pull(later, head), false, git)).toEqual({
      kind: "unknown",
      reason: `the clone has no commit ${later.slice(0, 7)}; the clone is shallow, \`fetch-depth: 0\` brings all of it`,
    });
  });
});

describe("what is changed here", () => {
  const { repository } = forked("local");
  const { root } = repository;

  it("is what differs from where the branch left, committed or not, and names of any kind", async () => {
    repository.run("checkout", "-q", "topic");
    repository.write("new file é.txt", "docs/a.md");
    expect(await changedHere(root, undefined, git)).toEqual({
      kind: "known",
      files: [...TOPIC, "docs/a.md", "new file é.txt"].sort(),
      since: "main",
    });
    repository.run("stash", "-q", "-u");
  });

  it("may be measured from any commit", async () => {
    expect(await changedHere(root, "HEAD~1", git)).toMatchObject({ files: ["a.py", "b.py", "src/two.py"] });
    expect(await changedHere(root, "--help", git)).toMatchObject({ kind: "unknown" });
  });

  it("is told relative to the folder that is checked, and only below it", async () => {
    mkdirSync(join(root, "src"), { recursive: true });
    expect(await changedHere(join(root, "src"), undefined, git)).toMatchObject({ files: ["one.py", "two.py"] });
  });

  it("is not known on the default branch without a remote, and measured from the remote with one", async () => {
    repository.run("checkout", "-q", "main");
    expect(await changedHere(root, undefined, git)).toEqual({
      kind: "unknown",
      reason: "this is main itself, and there is no remote to compare it with",
    });
    const clone = new Repository("clone", [root]);
    clone.commit("ahead.py");
    expect(await changedHere(clone.root, undefined, git)).toEqual({
      kind: "known",
      files: ["ahead.py"],
      since: "origin/main",
    });
  });

  it("is not known before the first commit, and outside a repository", async () => {
    const empty = new Repository("empty");
    expect(await changedHere(empty.root, undefined, git)).toMatchObject({ kind: "unknown" });
    expect(await changedHere(scratch, undefined, git)).toMatchObject({ kind: "unknown" });
  });
});
