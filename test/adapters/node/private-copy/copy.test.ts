import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { makePrivateCopy, type PrivateCopy } from "../../../../src/adapters/node/private-copy/index.ts";
import { fingerprint } from "../../../local/try/fingerprint.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-copy-test-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const IDENTITY = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
const FILES = ["-c", "protocol.file.allow=always"];

function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", [...IDENTITY, ...FILES, ...args], { cwd, encoding: "utf8", stdio: "pipe" }).trim();
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function repository(name: string, files: Readonly<Record<string, string>> = { "a.txt": "a\n" }): string {
  const folder = join(base, name);
  write(folder, files);
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "first");
  return folder;
}

const temp = join(base, "temp");
mkdirSync(temp);

async function copyOf(folder: string, signal = new AbortController().signal): Promise<PrivateCopy & AsyncDisposable> {
  const copy = await makePrivateCopy(folder, { signal, onProgress: () => undefined, temp });
  return { ...copy, [Symbol.asyncDispose]: () => copy.remove() };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !/^\.git(\/|$)/.test(path) && !lstatSync(join(folder, path)).isDirectory())
    .sort();
}

describe("a copy of a repository", () => {
  it("has what is committed, changed, staged and untracked, and not what is ignored or deleted", async () => {
    const folder = repository("states", {
      ".gitignore": "ignored/\n",
      "changed.txt": "old",
      "staged.txt": "old",
      "gone.txt": "x",
      "run.sh": "#!/bin/sh\n",
    });
    chmodSync(join(folder, "run.sh"), 0o755);
    git(folder, "commit", "--quiet", "--all", "--message", "mode");
    write(folder, { "changed.txt": "new", "staged.txt": "staged", "untracked/b.txt": "b", "ignored/c.txt": "c" });
    git(folder, "add", "staged.txt");
    rmSync(join(folder, "gone.txt"));
    utimesSync(join(folder, "changed.txt"), 1_700_000_000, 1_700_000_000);
    await using copy = await copyOf(folder);
    expect(filesOf(copy.top)).toEqual([".gitignore", "changed.txt", "run.sh", "staged.txt", "untracked/b.txt"]);
    expect(readFileSync(join(copy.top, "changed.txt"), "utf8")).toBe("new");
    expect(statSync(join(copy.top, "run.sh")).mode & 0o777).toBe(0o755);
    expect(statSync(join(copy.top, "changed.txt")).mtimeMs).toBe(1_700_000_000_000);
    expect(git(copy.top, "status", "--porcelain")).toBe(git(folder, "status", "--porcelain"));
  });

  it("keeps history, branches and tags, so that versions made from them are the same", async () => {
    const folder = repository("history");
    git(folder, "tag", "--annotate", "v1.2.0", "--message", "x");
    git(folder, "branch", "other");
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "second");
    git(folder, "pack-refs", "--all");
    await using copy = await copyOf(folder);
    for (const args of [
      ["describe", "--tags", "--long"],
      ["rev-parse", "HEAD", "other", "v1.2.0^{commit}"],
      ["symbolic-ref", "HEAD"],
      ["log", "--format=%H"],
    ]) {
      expect(git(copy.top, ...args)).toBe(git(folder, ...args));
    }
    expect(git(copy.top, "fsck", "--connectivity-only")).toBe("");
  });

  it("has no remote, no hook and no credential, and pushes nothing to an address either", async () => {
    const folder = repository("pushes");
    const target = join(base, "target.git");
    git(base, "init", "--quiet", "--bare", target);
    git(folder, "remote", "add", "origin", `https://name:secret@example.org/x.git`);
    git(folder, "config", "credential.helper", "!echo password=secret");
    git(folder, "config", "http.extraHeader", "Authorization: secret");
    write(folder, { ".git/hooks/post-checkout": `#!/bin/sh\ntouch '${join(base, "hooked")}'\n` });
    chmodSync(join(folder, ".git/hooks/post-checkout"), 0o755);
    git(folder, "config", "core.fsmonitor", `touch '${join(base, "hooked")}'`);
    await using copy = await copyOf(folder);
    expect(git(copy.top, "remote")).toBe("");
    expect(readFileSync(join(copy.top, ".git/config"), "utf8")).not.toMatch(/secret|example\.org|fsmonitor/);
    expect(existsSync(join(copy.top, ".git/hooks"))).toBe(false);
    expect(existsSync(join(base, "hooked"))).toBe(false);
    for (const url of [target, `file://${target}`, "https://example.org/x.git"]) {
      expect(() => git(copy.top, "push", url, "main")).toThrow(/turnpike-try-pushes-nothing/);
    }
  });

  it("leaves the original as it was: index, times, inodes, ignored files", async () => {
    const folder = repository("untouched", { ".gitignore": "ignored\n", "a.txt": "a", "b.txt": "b" });
    write(folder, { ignored: "i", "b.txt": "changed", "new.txt": "n" });
    // The index says otherwise than the file's times: a plain `git status` would write it anew.
    utimesSync(join(folder, "a.txt"), 1_600_000_000, 1_600_000_000);
    const before = fingerprint(folder);
    {
      await using copy = await copyOf(folder);
      writeFileSync(join(copy.top, "a.txt"), "written in the copy");
      git(copy.top, "add", "--all");
      git(copy.top, "commit", "--quiet", "--message", "in the copy");
      git(copy.top, "gc", "--quiet", "--prune=now");
    }
    expect(fingerprint(folder)).toEqual(before);
    expect(readdirSync(temp)).toEqual([]);
  });

  it("takes links as links; one by an absolute path into the repository leads into the copy", async () => {
    const folder = repository("links", { "data/x.txt": "x" });
    symlinkSync(join(folder, "data"), join(folder, "absolute"));
    symlinkSync("data/x.txt", join(folder, "relative"));
    symlinkSync("loop", join(folder, "loop"));
    symlinkSync("..", join(folder, "data/up"));
    symlinkSync("/dev/null", join(folder, "outside"));
    await using copy = await copyOf(folder);
    const links = ["absolute", "relative", "loop", "data/up", "outside"].map((path) =>
      readlinkSync(join(copy.top, path)),
    );
    expect(links).toEqual([join(copy.top, "data"), "data/x.txt", "loop", "..", "/dev/null"]);
  });

  it("takes names as they are, whatever is in them", async () => {
    const names = ["a b", "new\nline", "-rf", "'quote\"", "ünï", "$(touch hooked)", "*", "tab\there"];
    const folder = repository("names", Object.fromEntries(names.map((name) => [`${name}/${name}`, name])));
    const bytes = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe, 0x41])]);
    writeFileSync(bytes, "not UTF-8");
    await using copy = await copyOf(folder);
    const list = (top: string) =>
      readdirSync(top, { encoding: "buffer" })
        .map((name) => name.toString("latin1"))
        .sort();
    expect(list(copy.top)).toEqual(list(folder));
    expect(git(copy.top, "status", "--porcelain", "-z")).toBe(git(folder, "status", "--porcelain", "-z"));
  });

  it("is made of a folder below the top level with all that is above it", async () => {
    const folder = repository("above", { "shared.txt": "s", "packages/a/a.txt": "a" });
    await using copy = await copyOf(join(folder, "packages/a"));
    expect(copy.root).toBe(join(copy.top, "packages/a"));
    expect(readFileSync(join(copy.root, "../../shared.txt"), "utf8")).toBe("s");
    expect(copy.originalTop).toBe(folder);
  });

  it("is made of a folder that is no repository, and stays none; what tools leave behind is left out", async () => {
    const folder = join(base, "plain");
    write(folder, { "a.txt": "a", "src/b.py": "b", "node_modules/x/index.js": "", ".venv/pyvenv.cfg": "" });
    await using copy = await copyOf(folder);
    expect([copy.isRepository, filesOf(copy.top)]).toEqual([false, ["a.txt", "src/b.py"]]);
  });

  it("is made of a folder that the repository above ignores", async () => {
    const folder = repository("ignoring", { ".gitignore": "inner/\n" });
    write(folder, { "inner/a.txt": "a" });
    await using copy = await copyOf(join(folder, "inner"));
    expect([copy.isRepository, filesOf(copy.root)]).toEqual([false, ["a.txt"]]);
  });

  it("is made before the first commit, of a detached head, of a shallow clone and of a linked work tree", async () => {
    const empty = join(base, "empty");
    write(empty, { "a.txt": "a" });
    git(empty, "init", "--quiet", "--initial-branch", "main");
    const full = repository("full");
    git(full, "commit", "--quiet", "--allow-empty", "--message", "second");
    const shallow = join(base, "shallow");
    git(base, "clone", "--quiet", "--depth", "1", `file://${full}`, shallow);
    const linked = join(base, "linked");
    git(full, "worktree", "add", "--quiet", "--detach", linked);
    write(linked, { "more.txt": "m" });
    git(linked, "add", "more.txt");
    const stateOf = (top: string) =>
      git(top, "status", "--porcelain=v2", "--branch")
        .split("\n")
        .filter((line) => !/^# branch\.(upstream|ab) /.test(line));
    for (const folder of [empty, shallow, linked]) {
      await using copy = await copyOf(folder);
      expect(stateOf(copy.top)).toEqual(stateOf(folder));
    }
    await using copy = await copyOf(shallow);
    expect(git(copy.top, "log", "--format=%s")).toBe("second");
  });

  it("holds submodules and clones inside it as repositories of their own, and leaves out what was never fetched", async () => {
    const library = repository("library", { "lib.txt": "l" });
    const folder = repository("with-modules");
    git(folder, "submodule", "--quiet", "add", `file://${library}`, "vendor/library");
    git(folder, "submodule", "--quiet", "add", `file://${library}`, "vendor/absent");
    git(folder, "commit", "--quiet", "--all", "--message", "modules");
    git(folder, "submodule", "--quiet", "deinit", "--force", "vendor/absent");
    write(folder, { "vendor/library/untracked.txt": "u" });
    git(folder, "clone", "--quiet", `file://${library}`, "nested");
    const before = fingerprint(folder);
    await using copy = await copyOf(folder);
    expect(filesOf(join(copy.top, "vendor/library"))).toEqual(["lib.txt", "untracked.txt"]);
    expect(git(join(copy.top, "vendor/library"), "log", "--format=%s")).toBe("first");
    expect(git(join(copy.top, "nested"), "remote")).toBe("");
    expect(fingerprint(folder)).toEqual(before);
  });

  it("is gone when it could not be made, and says what was left out", async () => {
    await expect(copyOf(join(base, "not-there"))).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    const folder = repository("special");
    execFileSync("mkfifo", [join(folder, "pipe")]);
    await using copy = await copyOf(folder);
    expect(existsSync(join(copy.top, "pipe"))).toBe(false);
    expect(readdirSync(temp).length).toBe(1);
  });

  it("is refused where git would wait for ever at what it reads", async () => {
    const folder = repository("waiting");
    execFileSync("mkfifo", [join(folder, ".gitattributes")]);
    await expect(copyOf(folder)).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: expect.stringContaining("git would wait at it"),
    });
  });

  it("stops copying when it is told to", async () => {
    const folder = repository("many", Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, "x"])));
    await using copy = await copyOf(folder, AbortSignal.abort());
    expect(copy.files).toBe(0);
  });

  it("is removed even when tests left folders behind that may not be written", async () => {
    const copy = await copyOf(repository("locked"));
    mkdirSync(join(copy.top, "locked/inner"), { recursive: true });
    writeFileSync(join(copy.top, "locked/inner/file"), "");
    chmodSync(join(copy.top, "locked/inner"), 0o500);
    chmodSync(join(copy.top, "locked"), 0o000);
    await copy.remove();
    expect(existsSync(copy.top)).toBe(false);
  });
});

describe("a copy when the process ends", () => {
  const entry = fileURLToPath(new URL("../../../../src/adapters/node/private-copy/index.ts", import.meta.url));

  /** Makes a copy in a process of its own, says where, and ends without a word. */
  function makeAndEnd(then: string): string {
    const from = mkdtempSync(join(base, "ends-"));
    write(from, { "a.txt": "a" });
    const script = `import { makePrivateCopy } from ${JSON.stringify(entry)};
      const options = { signal: new AbortController().signal, onProgress: () => undefined, temp: ${JSON.stringify(base)} };
      const copy = await makePrivateCopy(${JSON.stringify(from)}, options);
      console.log(copy.top);
      ${then}
      process.exit(0);`;
    return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim();
  }

  it("goes with it", () => {
    expect(existsSync(makeAndEnd(""))).toBe(false);
  });

  it("stays when it is to be kept", () => {
    expect(readdirSync(makeAndEnd("await copy.keep();"))).toEqual(["a.txt"]);
  });
});
