import { describe, expect, test } from "vitest";
import { joinEnvironments, projectFolder, syncArguments } from "../../../src/core/uv/index.ts";

describe("the folder of a project", () => {
  test.each([
    [".", "/work"],
    ["", "/work"],
    ["a/b/", "/work/a/b"],
    ["./a", "/work/a"],
    ["/work/a", "/work/a"],
    ["/work", "/work"],
    ["a/../b", "/work/b"],
    ["..", undefined],
    ["a/../../b", undefined],
    ["/etc", undefined],
    ["/workshop", undefined],
  ])("%j", (given, folder) => {
    expect(projectFolder("/work/", given)).toBe(folder);
  });
});

describe("environments", () => {
  const uv = { manager: "uv", cwd: ".", groups: ["lint"], extras: [], lock: "uv.lock" } as const;

  test("of one folder are joined with what the inputs name, and others are left alone", () => {
    const sub = { ...uv, cwd: "sub", lock: null };
    const npm = { manager: "npm", cwd: ".", groups: [], extras: [], lock: "package-lock.json" } as const;
    const wanted = { cwd: ".", groups: ["docs", "lint"], extras: ["fast"] };
    expect(joinEnvironments([npm, sub, uv, { ...uv, groups: ["test"], lock: null }], wanted)).toEqual([
      { ...uv, groups: ["docs", "lint", "test"], extras: ["fast"] },
      npm,
      sub,
    ]);
  });

  test("reach uv as one argument each, whatever a group is called", () => {
    const odd = { ...uv, groups: ["--all-groups", "a b"] };
    expect(syncArguments(odd, "/py")).toEqual([
      "sync",
      "--locked",
      "--no-progress",
      "--color=never",
      "--group=--all-groups",
      "--group=a b",
      "--python",
      "/py",
    ]);
  });
});
