import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { NodeResultGrounds } from "../../../src/adapters/node/result-ground.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-ground-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
function makeRoot(files: Readonly<Record<string, string>>) {
  const root = join(scratch, `r${count++}`);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write };
}

async function packagesOf(root: string, place: string): Promise<string | undefined> {
  const grounds = new NodeResultGrounds(new NodeProcesses(), {}, false);
  return (await grounds.look({ root, env: {}, programs: [], packages: [place], written: [] })).packages[place];
}

describe("what is installed", () => {
  it("is told of a Python environment by its interpreter and the names of its packages", async () => {
    const place = ".\0.venv";
    const { root, write } = makeRoot({
      ".venv/pyvenv.cfg": "version = 3.13.1\n",
      ".venv/lib/python3.13/site-packages/ruff-1.dist-info/RECORD": "",
    });
    const before = await packagesOf(root, place);
    write(".venv/lib/python3.13/site-packages/__pycache__/x.pyc", "");
    write(".venv/bin/ruff", "");
    expect(await packagesOf(root, place)).toBe(before);
    write(".venv/lib/python3.13/site-packages/mypy-1.dist-info/RECORD", "");
    const more = await packagesOf(root, place);
    expect(more).not.toBe(before);
    write(".venv/pyvenv.cfg", "version = 3.13.2\n");
    expect(await packagesOf(root, place)).not.toBe(more);
  });

  it.each([".package-lock.json", ".modules.yaml", ".yarn-state.yml"])("is told of node_modules by %s", async (name) => {
    const { root, write } = makeRoot({ [`node_modules/${name}`]: "1", "node_modules/a/package.json": "1" });
    const before = await packagesOf(root, ".\0node_modules");
    write("node_modules/a/package.json", "2");
    expect(await packagesOf(root, ".\0node_modules")).toBe(before);
    write(`node_modules/${name}`, "2");
    expect(await packagesOf(root, ".\0node_modules")).not.toBe(before);
  });

  it("is nothing where nothing is", async () => {
    const { root } = makeRoot({ a: "" });
    expect([await packagesOf(root, ".\0.venv"), await packagesOf(root, ".\0node_modules")]).toEqual(["", ""]);
  });
});

describe("a program", () => {
  it("that is called by its path is looked at there; one of the repository by its content", async () => {
    const { root, write } = makeRoot({ "repo/bin/tool": "one\n", "else/tool": "one\n" });
    const outside = join(root, "else/tool");
    const look = async () => {
      const grounds = new NodeResultGrounds(new NodeProcesses(), {}, false);
      const programs = [outside, "./bin/tool", "./bin/none"];
      return (await grounds.look({ root: join(root, "repo"), env: {}, programs, packages: [], written: [] })).programs;
    };
    const before = await look();
    expect(before["./bin/none"]).toBe("absent");
    utimesSync(join(root, "repo/bin/tool"), new Date(1), new Date(1));
    expect(await look()).toEqual(before);
    write("repo/bin/tool", "two\n");
    write("else/tool", "another\n");
    const after = await look();
    expect([after[outside], after["./bin/tool"]]).not.toContain(before[outside]);
    expect(after["./bin/tool"]).not.toBe(before["./bin/tool"]);
  });

  it("is another one with another size, place or time; on a fresh machine the time tells nothing", async () => {
    const { root, write } = makeRoot({ "one/tool": "#!/bin/sh\n", "two/tool": "#!/bin/sh\n" });
    for (const folder of ["one", "two"]) chmodSync(join(root, folder, "tool"), 0o755);
    const at = async (folder: string, isFresh = false) => {
      const grounds = new NodeResultGrounds(new NodeProcesses(), {}, isFresh);
      const env = { PATH: join(root, folder) };
      return (await grounds.look({ root, env, programs: ["tool"], packages: [], written: [] })).programs["tool"];
    };
    const [before, fresh] = [await at("one"), await at("one", true)];
    expect(await at("two")).not.toBe(before);
    expect(await at("nowhere")).toBe("absent");
    utimesSync(join(root, "one/tool"), new Date(1), new Date(1));
    expect(await at("one")).not.toBe(before);
    expect(await at("one", true)).toBe(fresh);
    write("one/tool", "#!/bin/sh\nexit 1\n");
    expect(await at("one", true)).not.toBe(fresh);
  });
});
