import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makePythonEnvironment } from "../../../src/actions/gates/environments/make-environment.ts";
import type { GatePorts } from "../../../src/actions/gates/gate-ports.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import type { Command } from "../../../src/ports/processes.ts";
import { makeWorld } from "./world.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-make-environment-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const RECIPE = { name: "lint", python: null, requiresPython: null, installs: [] };

/** Folders in which `uv venv` was started. */
async function foldersOf(root: string): Promise<readonly string[]> {
  const seen: string[] = [];
  const world = makeWorld();
  const processes = {
    ...world.processes,
    which: () => Promise.resolve("uv"),
    capture: ({ args, cwd }: Command) => {
      if (args[0] === "venv") seen.push(cwd);
      const end = { kind: "exited", code: 0 } as const;
      return Promise.resolve({ end, durationMs: 1, stdout: "", stderr: "", isCut: false });
    },
  } as unknown as GatePorts["processes"];
  const ports: GatePorts = { ...world, processes, files: new NodeFiles(root) };
  await makePythonEnvironment(RECIPE, { root, folder: join(base, "made") }, ports);
  return seen;
}

describe("an environment of Python", () => {
  it("is made where .python-version is read, but not where that leads to a device or a process", async () => {
    const [plain, linked, pipe] = ["plain", "linked", "pipe"].map((name) => join(base, name));
    for (const root of [plain, linked, pipe]) mkdirSync(root ?? "");
    writeFileSync(join(plain ?? "", ".python-version"), "3.12\n");
    symlinkSync("/proc/self/environ", join(linked ?? "", ".python-version"));
    execFileSync("mkfifo", [join(pipe ?? "", ".python-version")]);
    expect(await foldersOf(plain ?? "")).toEqual([plain]);
    expect(await foldersOf(linked ?? "")).toEqual(["/"]);
    expect(await foldersOf(pipe ?? "")).toEqual(["/"]);
  });
});
