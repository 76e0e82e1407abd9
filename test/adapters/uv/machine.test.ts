import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { detectMachine } from "../../../src/adapters/uv/detect-machine.ts";
import { detectPlatform } from "../../../src/adapters/uv/detect-platform.ts";
import { toolPlace } from "../../../src/adapters/uv/tool-place.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "turnpike-machine-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function touch(...parts: string[]): string {
  const path = join(top, ...parts);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
}

describe("the machine", () => {
  test("has the platform of this process, with the version of its C library", () => {
    const platform = detectPlatform();
    expect(platform.arch).toMatch(/^(x86_64|aarch64)$/);
    if (platform.libc === "gnu") expect(platform.version?.[0]).toBe(2);
  });

  test("has the Pythons of the runner's tool cache and of pyenv", async () => {
    const arch = detectPlatform().arch === "aarch64" ? "arm64" : "x64";
    const tool = touch("tools", "Python", "3.13.1", arch, "bin", "python3");
    touch("tools", "Python", "3.12.0", "other-arch", "bin", "python3");
    const pyenv = touch("home", ".pyenv", "versions", "3.11.7", "bin", "python3");
    const machine = await detectMachine({ RUNNER_TOOL_CACHE: join(top, "tools"), HOME: join(top, "home") }, top);
    expect(machine.pythons).toEqual([
      { version: "3.13.1", path: tool },
      { version: "3.11.7", path: pyenv },
    ]);
  });

  test("tells whether two folders are on one file system, also before they are made", async () => {
    const { shareFileSystem } = await detectMachine({}, top);
    expect(await shareFileSystem(join(top, "a/b"), join(top, "c"))).toBe(true);
    expect(await shareFileSystem("/proc", top)).toBe(false);
  });
});

describe("the tool folder", () => {
  test("is the runner's, else the user's, else the job's", async () => {
    expect(await toolPlace({ RUNNER_TOOL_CACHE: join(top, "runner"), HOME: top }, top)).toBe(join(top, "runner"));
    expect(await toolPlace({ HOME: top }, top)).toBe(join(top, ".cache/turnpike/tools"));
    const file = touch("file");
    const blocked = { RUNNER_TOOL_CACHE: join(file, "x"), XDG_CACHE_HOME: join(file, "y") };
    expect(await toolPlace(blocked, top)).toBe(join(top, "turnpike-tools"));
  });
});
