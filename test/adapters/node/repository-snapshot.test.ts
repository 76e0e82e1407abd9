import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSnapshot } from "../../../src/adapters/node/repository-snapshot.ts";

let top: string;
let root: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "snapshot-")));
  root = join(top, "repository");
  mkdirSync(root);
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array = ""): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: root, stdio: "ignore" });
}

describe.each(["with git", "without git"])("a repository %s", (how) => {
  beforeEach(() => {
    if (how === "with git") git("init", "-q");
  });

  it("shows its files, and the texts that say what to check", async () => {
    write("pyproject.toml", "\ufeff[project]\n");
    write("src/a.py", "x = 1\n");
    write("src/git/package.json", "{}");
    write("node_modules/x/package.json", "{}");
    write(".gitignore", "node_modules/\n");
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.files).toEqual([".gitignore", "pyproject.toml", "src/a.py", "src/git/package.json"]);
    expect([...snapshot.texts]).toEqual([
      ["pyproject.toml", "[project]\n"],
      ["src/git/package.json", "{}"],
    ]);
    expect(snapshot).toMatchObject({ unreadable: [], isCut: false });
  });

  it("is never left through a link", async () => {
    writeFileSync(join(top, "secret"), "[project]\nname = 'secret'\n");
    mkdirSync(join(top, "elsewhere"));
    writeFileSync(join(top, "elsewhere", "pyproject.toml"), "[project]\n");
    write("package.json", "{}");
    symlinkSync("../secret", join(root, "pyproject.toml"));
    symlinkSync("../elsewhere", join(root, "linked"));
    symlinkSync("package.json", join(root, "pytest.ini"));
    symlinkSync("nowhere", join(root, "tox.ini"));
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.files.filter((file) => file.startsWith("linked/"))).toEqual([]);
    expect([...snapshot.texts.keys()]).toEqual(["package.json", "pytest.ini"]);
    expect(snapshot.unreadable).toEqual([
      { file: "pyproject.toml", reason: "outside" },
      { file: "tox.ini", reason: "unreadable" },
    ]);
  });

  it("with files that are no text says so, and waits for no pipe", async () => {
    write("pyproject.toml", new Uint8Array([0x5b, 0xff, 0xfe]));
    write("turnpike.yml", "#".repeat(200_000));
    execFileSync("mkfifo", [join(root, "setup.cfg")]);
    mkdirSync(join(root, "tox.ini"));
    write("tox.ini/x", "");
    const snapshot = await readSnapshot(root, "turnpike.yml");
    const reasons = Object.fromEntries(snapshot.unreadable.map(({ file, reason }) => [file, reason]));
    expect(reasons).toMatchObject({ "pyproject.toml": "not-utf8", "turnpike.yml": "too-large" });
    expect(reasons["setup.cfg"] ?? "not-a-file").toBe("not-a-file");
    expect([...snapshot.texts]).toEqual([]);
  });
});

describe("a repository", () => {
  it("shows what is new and not ignored, and hides what was deleted", async () => {
    git("init", "-q");
    write("package.json", "{}");
    write("gone/pyproject.toml", "");
    git("add", "-A");
    git("commit", "-qm", "a");
    rmSync(join(root, "gone"), { recursive: true });
    write("uv.lock", "version = 1\n");
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.files).toEqual(["package.json", "uv.lock"]);
  });

  it("in a sparse checkout is read from git where files are left out, and says which", async () => {
    git("init", "-q");
    write(".github/workflows/ci.yml", "on: push\n");
    write("Makefile", "a:\n");
    write("api/a.go");
    write("web/package.json", "{}");
    git("add", "-A");
    git("commit", "-qm", "a");
    git("sparse-checkout", "set", "api");
    rmSync(join(root, "Makefile"));
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.sparse).toEqual([".github/workflows/ci.yml", "web/package.json"]);
    expect([...snapshot.texts]).toEqual([
      [".github/workflows/ci.yml", "on: push\n"],
      ["web/package.json", "{}"],
    ]);
    expect(snapshot.files).not.toContain("Makefile");
  });

  it("with a pipe where git reads what to ignore is looked at without git, which would wait for ever", async () => {
    git("init", "-q");
    write("package.json", "{}");
    git("add", "-A");
    execFileSync("mkfifo", [join(root, ".gitignore")]);
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.files).toEqual([".gitignore", "package.json"]);
  });

  it("runs nothing that its own git configuration names", async () => {
    git("init", "-q");
    const trap = join(top, "ran");
    writeFileSync(join(top, "trap.sh"), `#!/bin/sh\ntouch ${trap}\n`, { mode: 0o755 });
    git("config", "core.fsmonitor", join(top, "trap.sh"));
    write("package.json", "{}");
    const snapshot = await readSnapshot(root, "turnpike.yml");
    expect(snapshot.files).toEqual(["package.json"]);
    expect(() => realpathSync(trap)).toThrow();
  });

  it("that a folder above ignores is walked instead", async () => {
    git("init", "-q");
    write(".gitignore", "inner/\n");
    write("inner/package.json", "{}");
    const snapshot = await readSnapshot(join(root, "inner"), "turnpike.yml");
    expect(snapshot.files).toEqual(["package.json"]);
  });

  it("with odd names is listed as it is", async () => {
    git("init", "-q");
    const names = ["a b.txt", "é.txt", "$(x).txt", "a\nb.txt", "'.txt"];
    for (const name of names) write(name);
    expect((await readSnapshot(root, "turnpike.yml")).files).toEqual([...names].sort());
  });
});
