import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findProgram } from "../../../src/adapters/node/processes/which.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "turnpike-which-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function program(path: string, mode = 0o755): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n", { mode });
  return file;
}

function find(
  name: string,
  folders: readonly string[],
  more: Record<string, string> = {},
): Promise<string | undefined> {
  return findProgram(name, { PATH: folders.map((folder) => join(root, folder)).join(":"), ...more });
}

describe("looking a program up", () => {
  it("takes the first that may be executed", async () => {
    program("a/tool", 0o644);
    const second = program("b/tool");
    mkdirSync(join(root, "c/tool"), { recursive: true });
    expect(await find("tool", ["none", "c", "a", "b"])).toBe(second);
    expect(await find("other", ["a", "b"])).toBeUndefined();
  });

  it("sees through pyenv's shims: the chosen version first, else the newest", async () => {
    program(".pyenv/shims/python3");
    const older = program(".pyenv/versions/3.9.18/bin/python3");
    const newer = program(".pyenv/versions/3.12.1/bin/python3");
    program(".pyenv/versions/pypy3.10/bin/python3");
    expect(await find("python3", [".pyenv/shims"])).toBe(newer);
    writeFileSync(join(root, ".pyenv/version"), "3.9.18\n");
    expect(await find("python3", [".pyenv/shims"])).toBe(older);
    expect(await find("python3", [".pyenv/shims"], { PYENV_VERSION: "3.12.1" })).toBe(newer);
  });

  it("takes the next on PATH when a shim has nothing behind it", async () => {
    program(".pyenv/shims/uv");
    mkdirSync(join(root, ".pyenv/versions"), { recursive: true });
    const real = program("usr/bin/uv");
    expect(await find("uv", [".pyenv/shims", "usr/bin"])).toBe(real);
    expect(await find("uv", [".pyenv/shims"])).toBeUndefined();
  });

  it("sees through the shims of asdf and mise", async () => {
    program("mise/shims/uv");
    program("mise/shims/npm");
    const uv = program("mise/installs/uv/0.9.1/uv-x86_64-unknown-linux-gnu/uv");
    const npm = program("mise/installs/node/24.1.0/bin/npm");
    expect(await find("uv", ["mise/shims"])).toBe(uv);
    expect(await find("npm", ["mise/shims"])).toBe(npm);
  });

  it("sees through volta's shims", async () => {
    program(".volta/bin/node");
    program(".volta/bin/eslint");
    const node = program(".volta/tools/image/node/24.1.0/bin/node");
    const eslint = program(".volta/tools/image/packages/eslint/bin/eslint");
    expect(await find("node", [".volta/bin"])).toBe(node);
    expect(await find("eslint", [".volta/bin"])).toBe(eslint);
  });

  it("only checks a path", async () => {
    const file = program("x/tool");
    expect(await findProgram(file, {})).toBe(file);
    expect(await findProgram(join(root, "x/none"), {})).toBeUndefined();
  });
});
