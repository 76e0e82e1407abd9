import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { NodeResultGrounds } from "../../../src/adapters/node/result-ground.ts";
import { WorkTreeReader } from "../../../src/adapters/node/work-tree.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-tree-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const reader = new WorkTreeReader(new NodeProcesses(), definedVariables(process.env));
let repositories = 0;

function makeRepository() {
  const root = join(scratch, `r${repositories++}`);
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always", ...args],
      {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(root);
  git("init", "-q", "-b", "main");
  write(".gitignore", "ignored/\n*.env\n");
  write("a.py", "a\n");
  write("src/with blank é.py", "b\n");
  git("add", "-A");
  git("commit", "-qm", "a");
  return { root, git, write, at: (path: string) => join(root, path), read: () => reader.read(root) };
}

type Repository = ReturnType<typeof makeRepository>;

describe("what the files of a repository hold", () => {
  it.each<[string, (repository: Repository) => void]>([
    ["another content", ({ write }) => write("a.py", "A\n")],
    [
      "another content of the same size and time",
      ({ write, at }) => {
        const old = new Date(1_000_000_000_000);
        utimesSync(at("a.py"), old, old);
        write("a.py", "A\n");
        utimesSync(at("a.py"), old, old);
      },
    ],
    ["a file that is not committed", ({ write }) => write("new.py", "")],
    ["a file in a new folder", ({ write }) => write("new/x/y.py", "")],
    ["a single file that is ignored", ({ write }) => write(".env", "A=1")],
    ["a deleted file", ({ at }) => rmSync(at("a.py"))],
    ["a renamed file", ({ at }) => renameSync(at("a.py"), at("b.py"))],
    ["a mode bit", ({ at }) => chmodSync(at("a.py"), 0o755)],
    [
      "a link in its place",
      ({ at }) => {
        rmSync(at("a.py"));
        symlinkSync("src", at("a.py"));
      },
    ],
    [
      "a change that is staged",
      ({ write, git }) => {
        write("a.py", "A\n");
        git("add", "a.py");
      },
    ],
    [
      "a change that git was told not to look at",
      ({ write, git }) => {
        git("update-index", "--assume-unchanged", "a.py");
        write("a.py", "A\n");
      },
    ],
    [
      "a file that is out of the sparse checkout and there all the same",
      ({ write, git }) => {
        git("update-index", "--skip-worktree", "a.py");
        write("a.py", "A\n");
      },
    ],
  ])("is different after %s", async (_, change) => {
    const repository = makeRepository();
    const before = await repository.read();
    expect(before.blind).toBeUndefined();
    change(repository);
    const after = await repository.read();
    expect(after.blind).toBeUndefined();
    expect(after.files).not.toEqual(before.files);
  });

  it.each<[string, (repository: Repository) => void]>([
    ["nothing", () => undefined],
    ["times alone", ({ at }) => utimesSync(at("a.py"), new Date(1), new Date(1))],
    [
      "a change and back",
      ({ write }) => {
        write("a.py", "A\n");
        write("a.py", "a\n");
      },
    ],
    ["an empty commit", ({ git }) => void git("commit", "-q", "--allow-empty", "-m", "b")],
    ["a branch", ({ git }) => void git("checkout", "-q", "-b", "topic")],
    ["files in a folder that is ignored", ({ write }) => write("ignored/x.py", "x")],
    ["Turnpike's own folder", ({ write }) => write(".turnpike/history.json", "{}")],
    [
      "a tool's cache, which ignores itself",
      ({ write }) => {
        write(".mypy_cache/.gitignore", "*\n");
        write(".mypy_cache/CACHEDIR.TAG", "x");
        write(".mypy_cache/3.13/a.json", "x");
      },
    ],
    [
      "what test runs leave behind",
      ({ write }) => {
        write(".coverage", "x");
        write("coverage.xml", "x");
        write("src/x.pyc", "x");
      },
    ],
  ])("is the same after %s", async (_, change) => {
    const repository = makeRepository();
    const held = async () => {
      const { files, blind, untracked } = await repository.read();
      return { files, blind, untracked };
    };
    const before = await held();
    change(repository);
    expect(await held()).toEqual(before);
  });

  it("is the same whether a change is committed, staged, or neither", async () => {
    const repository = makeRepository();
    repository.write("a.py", "A\n");
    repository.write("new.py", "n\n");
    const { files, untracked } = await repository.read();
    expect([...untracked]).toEqual(["new.py"]);
    repository.git("add", "-A");
    expect((await repository.read()).files).toEqual(files);
    repository.git("commit", "-qm", "b");
    expect((await repository.read()).files).toEqual(files);
  });

  it("is the same for whoever has told git to take paths literally", async () => {
    const { root } = makeRepository();
    const env = { ...definedVariables(process.env), GIT_LITERAL_PATHSPECS: "1" };
    const literal = await new WorkTreeReader(new NodeProcesses(), env).read(root);
    expect(literal.files.map(({ path }) => path)).toEqual([".gitignore", "a.py", "src/with blank é.py"]);
  });

  it("is told relative to the folder that is checked, what lies above it included", async () => {
    const { root } = makeRepository();
    const { files } = await reader.read(join(root, "src"));
    expect(files.map(({ path }) => path)).toEqual(["../.gitignore", "../a.py", "with blank é.py"]);
  });

  it("leaves out what gates write, as long as nobody commits it", async () => {
    const { root, write, git } = makeRepository();
    write("out/report.xml", "1");
    write("other.xml", "1");
    const grounds = new NodeResultGrounds(new NodeProcesses(), definedVariables(process.env), false);
    const paths = async () => {
      const asked = { root, env: {}, programs: [], packages: [], written: ["out/", "other.xml"] };
      return (await grounds.look(asked)).files.map(({ path }) => path).filter((path) => path.endsWith(".xml"));
    };
    expect(await paths()).toEqual([]);
    git("add", "-A");
    expect(await paths()).toEqual(["other.xml", "out/report.xml"]);
  });

  it("reads a conflict from the disk", async () => {
    const { root, git, write, read } = makeRepository();
    git("checkout", "-q", "-b", "topic");
    write("a.py", "topic\n");
    git("commit", "-qam", "t");
    git("checkout", "-q", "main");
    write("a.py", "main\n");
    git("commit", "-qam", "m");
    expect(() => git("merge", "-q", "topic")).toThrow();
    const before = await read();
    expect(before.files.filter(({ path }) => path === "a.py")).toHaveLength(1);
    writeFileSync(join(root, "a.py"), "solved\n");
    expect((await read()).files).not.toEqual(before.files);
  });

  it.each<[string, (repository: Repository) => void, string]>([
    [
      "a repository inside that is not committed",
      ({ root }) => {
        execFileSync("git", ["clone", "-q", root, join(root, "inner")]);
      },
      "inner/ is a repository of its own that is not committed",
    ],
    [
      "a submodule with changes",
      ({ git, write }) => {
        const other = makeRepository();
        git("submodule", "--quiet", "add", other.root, "sub");
        git("commit", "-qm", "s");
        write("sub/a.py", "changed\n");
      },
      "the submodule sub has changes",
    ],
  ])("is not known with %s", async (_, change, blind) => {
    const repository = makeRepository();
    change(repository);
    expect(await repository.read()).toMatchObject({ files: [], blind });
  });

  it("is not known outside a repository", async () => {
    expect(await reader.read(scratch)).toMatchObject({ files: [], blind: "this is no git repository" });
  });

  it("does not wait for a pipe", async () => {
    const { root, read } = makeRepository();
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect((await read()).blind).toBeUndefined();
  });
});
