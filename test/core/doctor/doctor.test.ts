import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  npmLockDifferences,
  readTracked,
  startedFiles,
  uvLockGaps,
  versionSourceOf,
} from "../../../src/core/doctor/index.ts";

describe("what makes the version from tags", () => {
  it.each([
    ['[project]\ndynamic = ["version"]\n[build-system]\nrequires = ["hatchling", "hatch-vcs"]', "hatch-vcs"],
    ['[build-system]\nrequires = ["setuptools_scm>=8"]', "setuptools_scm"],
    ['[project]\ndynamic = ["version"]\n[tool.pdm.version]\nsource = "scm"', "pdm-backend"],
  ])("is found in %j", (text, tool) => {
    expect(versionSourceOf(text, "pyproject.toml")?.tool).toBe(tool);
  });

  it.each([
    ['[project]\nversion = "1"\n[build-system]\nrequires = ["setuptools-scm"]'],
    ['[build-system]\nrequires = ["hatchling"]'],
    ["[broken"],
    ["project = 3"],
  ])("is not there in %j", (text) => {
    expect(versionSourceOf(text, "pyproject.toml")).toBeUndefined();
  });
});

describe("files that commands start", () => {
  it.each([
    ["./a.sh", ["a.sh"]],
    ["X=1 Y='' tools/a.sh | tee log/x", ["tools/a.sh"]],
    ["make && (../b/c.sh; /usr/bin/env x)", []],
    ["bash tools/a.sh", []],
    ["$HOME/x tools/*.sh", []],
  ])("are read from %j", (run, paths) => {
    expect(startedFiles([{ run, cwd: "." }])).toEqual(paths);
  });

  it("are relative to the root, whatever the folder, and never lead out", () => {
    expect(startedFiles([{ run: ["../tools/a"], cwd: "deep" }])).toEqual(["tools/a"]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (run, cwd) => {
        for (const path of startedFiles([{ run, cwd }])) expect(path.split("/")).not.toContain("..");
      }),
    );
  });
});

it("git's listing is read with odd names in it", () => {
  const text =
    "100644 abc 0\ti/crlf  w/crlf  attr/text=auto eol=lf \tx/a b\tc.sh\u0000broken\u0000100755 abc 0\ti/lf    w/lf    attr/                 \tb\u0000";
  expect(readTracked(text)).toEqual([
    { path: "x/a b\tc.sh", mode: "100644", lineEnds: "crlf" },
    { path: "b", mode: "100755", lineEnds: "lf" },
  ]);
});

describe("package-lock.json", () => {
  it.each([
    ["{}", '{ "packages": { "": { "name": "x" } } }', []],
    ['{ "dependencies": { "a": "1" } }', '{ "packages": { "": { "dependencies": { "a": "2" } } } }', ["dependencies"]],
    [
      '{ "dependencies": { "b": "1", "a": "1" } }',
      '{ "packages": { "": { "dependencies": { "a": "1", "b": "1" } } } }',
      [],
    ],
    ["{}", '{ "dependencies": {} }', undefined],
    ["no", "json", undefined],
  ])("of %s and %s", (manifest, lock, lists) => {
    expect(npmLockDifferences(manifest, lock)).toEqual(lists);
  });
});

describe("packages that a uv.lock does not know", () => {
  const manifest = `[project]
dependencies = ["Typing_Extensions>=4", "tomli; python_version < '3.11'", "left"]
[project.optional-dependencies]
web = ["starlette[full] @ https://example.org/s.whl"]
[dependency-groups]
dev = ["pytest", { include-group = "x" }]
[tool.uv]
exclude-dependencies = ["left"]
`;
  const lock = (...names: readonly string[]) => names.map((name) => `[[package]]\nname = "${name}"\n`).join("");

  it("are named, those aside that a marker may leave out", () => {
    expect(uvLockGaps(manifest, lock("typing-extensions"))).toEqual(["starlette", "pytest"]);
    expect(uvLockGaps(manifest, lock("typing-extensions", "starlette", "pytest"))).toEqual([]);
  });

  it("are none where nothing can be read", () => {
    expect([uvLockGaps("[broken", lock("a")), uvLockGaps(manifest, "")]).toEqual([[], []]);
  });
});
