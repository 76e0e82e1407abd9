import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { create } from "@actions/glob";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { passesFilter, readGlobs } from "../../../src/core/workflow/index.ts";
import { findFiles } from "../../../src/local/find-files.ts";

const FILES = [
  "a.txt",
  "b.md",
  ".hidden/x.txt",
  ".env",
  "src/a.ts",
  "src/deep/b.ts",
  "src/deep/c.js",
  "src/node_modules/x/d.ts",
  "dist/app.whl",
  "dist/app.tar.gz",
  "braces/{a,b}.txt",
  "with space/e.txt",
];

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "turnpike-glob-"));
  for (const file of FILES) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
  // The library tells about each file in workflow commands.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const PATTERNS = [
  "**",
  "*",
  "*.txt",
  "**/*.ts",
  "src",
  "src/",
  "src/**",
  "src/*",
  "src/**/b.ts",
  "./src/a.ts",
  "dist/*",
  "missing",
  "missing/**",
  "**\n!src",
  "**\n!**/node_modules/**",
  "**\n!src/**\nsrc/deep/**",
  "src\ndist",
  "# comment\n*.md",
  "braces/{a,b}.txt",
  "{a,b}.txt",
  "with space/*",
  "**/.hidden/*",
  ".*",
  "[ab].*",
  "?.txt",
  "**/deep",
  "src/[!x]*",
  "src/deep\nsrc/deep/b.ts",
];

describe("file patterns", () => {
  it.each(PATTERNS)("find what GitHub's own library finds: %j", async (pattern) => {
    const rooted = pattern
      .split("\n")
      .map((line) =>
        line.startsWith("!") ? `!${join(root, line.slice(1))}` : line.startsWith("#") ? line : join(root, line),
      )
      .join("\n");
    for (const skipHidden of [false, true]) {
      const globber = await create(rooted, { matchDirectories: false, excludeHiddenFiles: skipHidden });
      const expected = (await globber.glob()).map((path) => path.slice(root.length + 1)).sort();
      const { files } = await findFiles(pattern, root, { followLinks: true, skipHidden });
      expect(files.map((path) => path.slice(root.length + 1)).sort()).toEqual(expected);
      expect([...readGlobs(pattern, root).searchPaths].sort()).toEqual([...globber.getSearchPaths()].sort());
    }
  });
});

describe("filters of branches and tags", () => {
  // docs.github.com, Workflow syntax, Filter pattern cheat sheet.
  it.each([
    ["feature/*", "feature/my-branch", true],
    ["feature/*", "feature/beta-a/my-branch", false],
    ["feature/**", "feature/beta-a/my-branch", true],
    ["main", "main", true],
    ["main", "mains", false],
    ["*", "main", true],
    ["*", "all/the/branches", false],
    ["**", "all/the/branches", true],
    ["*feature", "mona-feature", true],
    ["v2*", "v2.0", true],
    ["v[12].[0-9]+.[0-9]+", "v1.10.1", true],
    ["v[12].[0-9]+.[0-9]+", "v3.10.1", false],
    ["v*", "v1.0.0", true],
  ])("%s lets %s pass: %s", (pattern, name, passes) => {
    expect(passesFilter({ include: [pattern], ignore: undefined }, name)).toBe(passes);
  });

  it("take out again with !, and the last pattern that matches decides", () => {
    const filter = { include: ["releases/**", "!releases/**-alpha"], ignore: undefined };
    expect(passesFilter(filter, "releases/10")).toBe(true);
    expect(passesFilter(filter, "releases/10-alpha")).toBe(false);
    expect(passesFilter({ include: undefined, ignore: ["x*"] }, "xy")).toBe(false);
    expect(passesFilter({ include: undefined, ignore: undefined }, "xy")).toBe(true);
  });
});
