import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";

let folder: string;
const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));

function run(...args: string[]): void {
  const identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" });
}

let commits = 0;

/** Each commit has a message of its own: two equal ones in one second would be one commit. */
function commitAndTag(...tags: string[]): void {
  commits += 1;
  run("commit", "--allow-empty", "-m", `change ${commits}`);
  for (const tag of tags) run("tag", tag);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "turnpike-tags-"));
  run("init", "--initial-branch=main");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the release before a commit", () => {
  it("is the nearest earlier tag that matches, not a tag of the commit itself", async () => {
    commitAndTag("v1.0.0");
    commitAndTag("nightly");
    commitAndTag("v1.1.0", "v1.1.0-rc.1");
    expect(await git.previousTag(folder, "HEAD", ["v*"])).toBe("v1.0.0");
    expect(await git.previousTag(folder, "HEAD", ["release-*", "nightly"])).toBe("nightly");
    expect(await git.previousTag(folder, "HEAD", [])).toBeUndefined();
    expect(await git.previousTag(folder, "v1.0.0", ["v*"])).toBeUndefined();
  });

  it("sees a release on the other side of a merge", async () => {
    commitAndTag("start");
    run("checkout", "-b", "fix");
    commitAndTag("v1.0.1");
    run("checkout", "main");
    commitAndTag();
    run("merge", "--no-ff", "-m", "merge", "fix");
    run("tag", "v1.1.0");
    expect(await git.previousTag(folder, "HEAD", ["v*"])).toBe("v1.0.1");
  });

  it("is not found where there is no commit and no repository", async () => {
    expect(await git.previousTag(folder, "HEAD", ["v*"])).toBeUndefined();
    rmSync(join(folder, ".git"), { recursive: true });
    expect(await git.previousTag(folder, "HEAD", ["v*"])).toBeUndefined();
  });
});
