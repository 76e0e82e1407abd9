import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { InitArguments } from "../../src/cli/init/init-command.ts";
import { runInitCommand } from "../../src/cli/init/init-command.ts";
import { initFileSchema } from "../../src/core/adopt/index.ts";
import { formatError } from "../../src/errors.ts";
import { makeRepository, type TestRepository } from "../local/rig.ts";
import { captured } from "./capture.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const CALLER = ".github/workflows/turnpike.yml";
const state = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-init-state-")));
afterAll(() => rmSync(state, { recursive: true, force: true }));
beforeEach(() => {
  vi.stubEnv("XDG_STATE_HOME", state);
  vi.stubEnv("NO_COLOR", "1");
});

function init(repository: { readonly path: string }, more: Partial<InitArguments> = {}) {
  const args: InitArguments = {
    directory: repository.path,
    yes: false,
    json: false,
    checksOnly: false,
    ruleset: false,
    ref: `acme/turnpike@${SHA}`,
    branch: undefined,
    workflow: "turnpike.yml",
    ...more,
  };
  return captured(() => runInitCommand(args));
}

function library(): TestRepository {
  return makeRepository({
    "pyproject.toml": '[project]\nname = "x"\n[build-system]\nrequires = []\n',
    ".github/dependabot.yml":
      "# ours\nversion: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule: { interval: monthly } # often enough\n",
  });
}

describe("turnpike init", () => {
  it("shows the difference and writes nothing where it cannot ask", async () => {
    using repository = library();
    const { stderr, stdout, exitCode, error } = await init(repository);
    expect(error).toBeUndefined();
    await expect(stderr).toMatchFileSnapshot("init-shown.golden.txt");
    expect([stdout, exitCode]).toEqual(["", 2]);
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("writes with --yes, says what comes next, and finds nothing to change a second time", async () => {
    using repository = library();
    const first = await init(repository, { yes: true });
    expect(first.error).toBeUndefined();
    const next = first.stderr.slice(first.stderr.indexOf("✓")).replace(/ cd \S+/, " cd REPOSITORY");
    await expect(next).toMatchFileSnapshot("init-next.golden.txt");
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe(
      `M .github/dependabot.yml\n?? ${CALLER}`,
    );
    const second = await init(repository, { yes: true });
    expect(second).toMatchObject({ stderr: "✓ Nothing to change.\n", exitCode: 0 });
    const moved = await init(repository, { yes: true, ref: `acme/turnpike@${"a".repeat(40)}` });
    expect(moved.stderr).toContain("moves the pin from 0123456789ab to aaaaaaaaaaaa");
    expect(repository.read(CALLER)).toContain(`@${"a".repeat(40)}\n`);
  });

  it("says when git ignores what it writes, and how it gets into the commit", async () => {
    using repository = makeRepository({ "a.py": "", ".gitignore": ".*\n" });
    const { stderr } = await init(repository, { yes: true });
    expect(stderr).toContain(`! ${CALLER} is ignored by git; \`git add -f\` takes it into the commit`);
    expect(stderr).toMatch(/git add -f \.github\/workflows\/turnpike\.yml/);
    const { stdout } = await init(repository, { json: true, ref: `acme/turnpike@${"a".repeat(40)}` });
    expect(JSON.parse(stdout).remarks).toEqual([]);
  });

  it.each(["", "a b", "-x", "a..b", "x.lock"])("refuses a branch that git would refuse: %j", async (branch) => {
    using repository = library();
    const { error } = await init(repository, { yes: true, branch });
    expect(formatError(error)).toContain(`--branch "${branch}" is no name of a branch.`);
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("says when the clone has no branch of that name, and where the caller stands when it was asked for below the top", async () => {
    using repository = makeRepository({ "services/api/a.py": "" });
    const { stderr } = await init({ path: join(repository.path, "services/api") }, { branch: "mian" });
    expect(stderr).toContain("! --branch this clone has no branch mian; pushes to another start nothing");
    expect(stderr).toContain("! services/api is a folder of this repository; the caller checks all of it");
  });

  it("ends with commands that work where there is no remote, or another one", async () => {
    using repository = makeRepository({ "a.py": "" });
    const first = await init(repository, { yes: true });
    expect(first.stderr).toContain("git remote add origin git@github.com:OWNER/REPOSITORY.git\n");
    repository.git("remote", "add", "upstream", "https://example.org/x.git");
    const second = await init(repository, { yes: true, ref: `acme/turnpike@${"a".repeat(40)}` });
    expect(second.stderr).toContain("git push -u upstream turnpike\n");
    expect(second.stderr).not.toContain("git remote add");
  });

  it("ends with a first commit where there is none to branch from", async () => {
    using repository = makeRepository({ "a.py": "" });
    repository.git("update-ref", "-d", "HEAD");
    const { stderr } = await init(repository, { yes: true });
    expect(stderr).toContain("Commit it with your first commit:");
    expect(stderr).not.toContain("git switch");
    expect(stderr).toContain("git push -u origin main");
  });

  it("writes nothing where the caller's place is a link that leads nowhere", async () => {
    using repository = library();
    mkdirSync(join(repository.path, ".github/workflows"), { recursive: true });
    symlinkSync(join(repository.path, "nowhere.yml"), join(repository.path, CALLER));
    const { error } = await init(repository, { yes: true });
    expect(formatError(error)).toContain(`${CALLER} is a link that leads nowhere. Nothing was written.`);
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe(`?? ${CALLER}`);
  });

  it("prints one document with --json, and writes only with --yes", async () => {
    using repository = library();
    const shown = await init(repository, { json: true });
    const document = initFileSchema.parse(JSON.parse(shown.stdout));
    expect(document).toMatchObject({ written: false, lane: "pipeline", check: "turnpike / gate", pin: { sha: SHA } });
    expect(document.changes.map(({ path, kind }) => [path, kind])).toEqual([
      [CALLER, "create"],
      [".github/dependabot.yml", "update"],
    ]);
    expect([shown.exitCode, existsSync(join(repository.path, CALLER))]).toEqual([0, false]);
    const done = await init(repository, { json: true, yes: true });
    expect(JSON.parse(done.stdout)).toMatchObject({ written: true });
    expect(JSON.parse((await init(repository, { json: true, yes: true })).stdout)).toMatchObject({
      written: false,
      changes: [],
    });
  });

  it("works from any folder of the repository", async () => {
    using repository = library();
    mkdirSync(join(repository.path, "src/deep"), { recursive: true });
    await init({ path: join(repository.path, "src/deep") }, { yes: true });
    expect(existsSync(join(repository.path, CALLER))).toBe(true);
  });

  it("leaves a file alone that has the caller's name and is about something else", async () => {
    using repository = library();
    repository.write({ [CALLER]: "on: push\njobs: {}\n" });
    const { error } = await init(repository, { yes: true });
    expect(formatError(error)).toBe(
      `${CALLER} is there already and does not call Turnpike. Nothing was written.\nGive the caller another name: turnpike init --workflow turnpike-road.yml`,
    );
    const other = await init(repository, { yes: true, workflow: "turnpike-road.yml" });
    expect(other.error).toBeUndefined();
    expect(repository.read(".github/workflows/turnpike-road.yml")).toContain("pipeline.yml@");
    expect(repository.read(CALLER)).toBe("on: push\njobs: {}\n");
  });

  it("refuses to follow a link out of the repository, and leaves no half behind", async () => {
    using repository = makeRepository({ "README.md": "" });
    using elsewhere = makeRepository({ "README.md": "" });
    symlinkSync(elsewhere.path, join(repository.path, ".github"));
    const { error } = await init(repository, { yes: true });
    expect(formatError(error)).toContain(".github is a link that leads to");
    expect(elsewhere.git("status", "--porcelain")).toBe("");
  });

  it("refuses outside of a repository, without a known commit, and with a name that is a path", async () => {
    const folder = mkdtempSync(join(state, "bare-"));
    expect(formatError((await init({ path: folder })).error)).toBe(
      `${folder} is in no git repository. Nothing was written.\nMake it one, or go to yours:\n  git init`,
    );
    using repository = library();
    expect(formatError((await init(repository, { ref: "v99.0.0" })).error)).toContain("git ls-remote");
    expect(formatError((await init(repository, { workflow: "../x.yml" })).error)).toContain("is no file name");
    repository.git("switch", "--quiet", "--detach");
    repository.git("branch", "--quiet", "--delete", "--force", "main");
    expect(formatError((await init(repository)).error)).toContain("turnpike init --branch main");
    expect((await init(repository, { branch: "trunk" })).stderr).toContain("branches: [trunk]");
  });

  it("prints the ruleset that requires the check", async () => {
    using repository = makeRepository({ "README.md": "" });
    const { stdout } = await init(repository, { ruleset: true });
    await expect(stdout).toMatchFileSnapshot("ruleset.golden.json");
  });

  it("notes when somebody began, on this machine alone", async () => {
    using repository = library();
    await init(repository, { yes: true });
    const { execFileSync } = await import("node:child_process");
    const found = execFileSync("grep", ["-rl", '"init"', state], { encoding: "utf8" }).trim().split("\n");
    expect(found.length).toBeGreaterThan(0);
    expect(readFileSync(found[0] ?? "", "utf8")).not.toContain(repository.path);
  });
});
