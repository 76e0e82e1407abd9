import { describe, expect, test } from "vitest";
import { placeEnvironments } from "../../../src/actions/setup-uv/place-environments.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import type { Environment, Plan } from "../../../src/core/gates/index.ts";

const ROOT = "/repo";

function place(files: Record<string, string>, ...environments: Environment[]): Promise<readonly Environment[]> {
  const plan: Plan = {
    gates: [],
    suggestions: [],
    environments,
    budget: { totalMs: 1, enforce: false },
    build: null,
    notes: [],
  };
  return placeEnvironments(new MemoryFiles(files, ROOT), ROOT, plan);
}

const need = (cwd: string, lock: string | null = null): Environment => ({
  manager: "uv",
  cwd,
  groups: ["dev"],
  extras: [],
  lock,
});

describe("an environment", () => {
  test("that the plan has with its lock stays as it is", async () => {
    const environment = need("src/git", "src/git/uv.lock");
    expect(await place({ "src/git/pyproject.toml": "" }, environment)).toEqual([environment]);
  });

  test("of a gate below its project is that of the project", async () => {
    const files = { "pyproject.toml": "", "uv.lock": "", "docs/conf.py": "" };
    expect(await place(files, need("docs"))).toEqual([need(".", "uv.lock")]);
  });

  test("of a member of a workspace has the workspace's lock", async () => {
    const files = { "pyproject.toml": "[tool.uv.workspace]\nmembers = ['a']\n", "uv.lock": "", "a/pyproject.toml": "" };
    expect(await place(files, need("a"))).toContainEqual(need("a", "uv.lock"));
  });

  test("of a project beside another's lock has none", async () => {
    const files = { "pyproject.toml": "", "uv.lock": "", "a/pyproject.toml": "" };
    expect(await place(files, need("a"))).toContainEqual(need("a", null));
  });

  test("is there for the root's own locks, also when no gate needs them", async () => {
    const files = { "pyproject.toml": "", "uv.lock": "", "package.json": "{}", "package-lock.json": "{}" };
    expect(await place(files)).toEqual([
      { manager: "uv", cwd: ".", groups: [], extras: [], lock: "uv.lock" },
      { manager: "npm", cwd: ".", groups: [], extras: [], lock: "package-lock.json" },
    ]);
  });

  test("is there for a Python project without a lock, so that uv is, but not for a Node one", async () => {
    expect(await place({ "pyproject.toml": "", "package.json": "{}" })).toEqual([
      { manager: "uv", cwd: ".", groups: [], extras: [], lock: null },
    ]);
  });
});
