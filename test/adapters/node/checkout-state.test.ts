import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";

let folder: string;
const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));

function run(...args: string[]): string {
  const identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-state-")));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("where a checkout stands", () => {
  it("is nowhere outside a repository", async () => {
    expect(await git.state(folder)).toBeUndefined();
  });

  it("is on a branch without a commit at first", async () => {
    run("init", "-q", "-b", "topic/one");
    const nothing = { top: folder, prefix: "", commit: null, tree: null, branch: "topic/one" };
    expect(await git.state(folder)).toEqual(nothing);
  });

  it("is told by commit, tree and branch, from a folder inside too", async () => {
    run("init", "-q", "-b", "topic/one");
    run("commit", "-q", "--allow-empty", "-m", "a");
    const [commit, tree] = [run("rev-parse", "HEAD"), run("rev-parse", "HEAD^{tree}")];
    mkdirSync(join(folder, "a/b"), { recursive: true });
    const state = { top: folder, commit, tree, branch: "topic/one" };
    expect(await git.state(folder)).toEqual({ ...state, prefix: "" });
    expect(await git.state(join(folder, "a/b"))).toEqual({ ...state, prefix: "a/b/" });
  });

  it("is on no branch when a commit is checked out", async () => {
    run("init", "-q");
    run("commit", "-q", "--allow-empty", "-m", "a");
    run("checkout", "-q", "--detach");
    expect(await git.state(folder)).toMatchObject({ branch: null, commit: run("rev-parse", "HEAD") });
  });

  it("is told where folders and files have names that git could take for something else", async () => {
    folder = join(folder, "line\nfeed");
    mkdirSync(join(folder, "HEAD"), { recursive: true });
    run("init", "-q", "-b", "main");
    run("commit", "-q", "--allow-empty", "-m", "a");
    expect(await git.state(join(folder, "HEAD"))).toMatchObject({ top: folder, prefix: "HEAD/", branch: "main" });
  });
});
