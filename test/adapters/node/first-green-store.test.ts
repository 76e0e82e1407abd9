import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { noteBegin, noteGreen } from "../../../src/adapters/node/first-green-store.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { repositoryState } from "../../../src/adapters/node/state-folder.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-first-green-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const env = { PATH: process.env["PATH"] ?? "", HOME: base };
const git = new GitProgram(new NodeProcesses(), env);

function folder(name: string, origin?: string): string {
  const path = join(base, name);
  mkdirSync(path, { recursive: true });
  const run = (...args: string[]) => execFileSync("git", args, { cwd: path, stdio: "ignore" });
  if (origin !== undefined) {
    run("init", "-q");
    run("remote", "add", "origin", origin);
  }
  return path;
}

/** A clock that stands at a minute of an hour. */
function world(minute: number, more: Readonly<Record<string, string>> = {}) {
  const now = () => new Date(Date.UTC(2026, 10, 21, 12, minute));
  return { git, env: { ...env, ...more }, clock: { now, monotonicMs: () => 0, sleep: async () => undefined } };
}

describe("the first green run of a repository", () => {
  it("is remembered in the state folder of the person, and told once", async () => {
    const home = { XDG_STATE_HOME: join(base, "state-a") };
    const repository = folder("a", "https://name:secret@example.org/team/a.git");
    expect(await noteGreen(repository, "gates", world(0, home))).toBeUndefined();
    await noteBegin(repository, "try", world(1, home));
    await noteBegin(repository, "init", world(5, home));
    expect(await noteGreen(repository, "gates", world(13, home))).toBe(12 * 60_000);
    expect(await noteGreen(repository, "run", world(14, home))).toBeUndefined();
    expect(readdirSync(repository)).toEqual([".git"]);
    const file = join(await repositoryState(repository, git, home), "first-green.json");
    expect(file.startsWith(join(base, "state-a", "turnpike", "repositories"))).toBe(true);
    expect(readFileSync(file, "utf8")).not.toMatch(/secret|example\.org|team/);
  });

  it("is one for all clones of an origin, and one for each folder that has none", async () => {
    const clones = [folder("b1", "https://example.org/b.git"), folder("b2", "https://example.org/b")];
    const alone = [folder("c1"), folder("c2")];
    const [b1, b2, c1, c2] = await Promise.all([...clones, ...alone].map((dir) => repositoryState(dir, git, env)));
    expect(b1).toBe(b2);
    expect(new Set([b1, c1, c2]).size).toBe(3);
    expect(b1?.startsWith(join(base, ".local", "state", "turnpike"))).toBe(true);
  });

  it("is not told where nothing can be kept, and nothing fails", async () => {
    const locked = join(base, "locked");
    mkdirSync(locked);
    writeFileSync(join(locked, "turnpike"), "a file");
    chmodSync(locked, 0o500);
    const home = { XDG_STATE_HOME: locked };
    await noteBegin(folder("d"), "try", world(0, home));
    expect(await noteGreen(folder("d"), "try", world(1, home))).toBeUndefined();
  });
});
