import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { TreeWatcher } from "../../../src/adapters/node/tree-watcher.ts";
import { WorkTreeReader } from "../../../src/adapters/node/work-tree.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-watch-")));
const watchers: TreeWatcher[] = [];
afterEach(() => {
  for (const one of watchers.splice(0)) one.close();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function watched(name: string) {
  const root = join(scratch, name);
  mkdirSync(join(root, "src"), { recursive: true });
  mkdirSync(join(root, "ignored"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: root });
  git("init", "-q");
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write(".gitignore", "ignored/\n");
  write("src/a.py", "a\n");
  git("add", "-A");
  git("commit", "-qm", "a");
  const tree = new TreeWatcher(root, new WorkTreeReader(new NodeProcesses(), definedVariables(process.env)));
  watchers.push(tree);
  return { root, git, write, tree, problem: await tree.start(), never: new AbortController().signal };
}

describe("watching a repository", () => {
  it("tells changes of contents, also in folders that are new, each once", async () => {
    const { root, write, tree, never } = await watched("contents");
    const first = tree.next(never);
    write("src/a.py", "A\n");
    expect(await first).toEqual(["src/a.py"]);
    const second = tree.next(never);
    mkdirSync(join(root, "new/deep"), { recursive: true });
    write("new/deep/b.py", "b\n");
    expect(await second).toEqual(["new/deep/b.py"]);
    expect([tree.isUntracked("new/deep/b.py"), tree.isUntracked("src/a.py")]).toEqual([true, false]);
    const third = tree.next(never);
    write("new/deep/b.py", "B\n");
    expect(await third).toEqual(["new/deep/b.py"]);
    const fourth = tree.next(never);
    rmSync(join(root, "new"), { recursive: true });
    expect(await fourth).toEqual(["new/deep/b.py"]);
  });

  it("tells nothing of times, of ignored folders, of what is taken back, or of a commit", async () => {
    const { root, git, write, tree, never } = await watched("quiet");
    const next = tree.next(never);
    utimesSync(join(root, "src/a.py"), new Date(1), new Date(1));
    write("ignored/x", "x");
    write("src/a.py", "A\n");
    write("src/a.py", "a\n");
    git("commit", "-q", "--allow-empty", "-m", "b");
    write("src/last.py", "");
    expect(await next).toEqual(["src/last.py"]);
  });

  it("ends its wait when it is told to, and keeps what happens meanwhile for the next", async () => {
    const { write, tree, never } = await watched("ended");
    const controller = new AbortController();
    const next = tree.next(controller.signal);
    controller.abort();
    expect(await next).toEqual([]);
    write("src/a.py", "A\n");
    expect(await tree.next(never)).toEqual(["src/a.py"]);
  });

  it("says why it cannot, outside a repository", async () => {
    const tree = new TreeWatcher(scratch, new WorkTreeReader(new NodeProcesses(), definedVariables(process.env)));
    expect(await tree.start()).toBe("this is no git repository");
  });
});
