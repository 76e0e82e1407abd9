import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUvLock } from "../../../src/core/detect/python/uv-lock.ts";
import { readIni } from "../../../src/core/documents/ini.ts";
import { jsonLines } from "../../../src/core/documents/json-lines.ts";
import { tomlLines } from "../../../src/core/documents/toml-lines.ts";

describe("lines of a TOML document", () => {
  const lineOf = tomlLines(`# [tool.fake]
[project]
name = "a" # [tool.fake]
description = """
[tool.fake]
key = 1
"""
dependencies = [
  "b", # ]
  "c[d]",
]

[tool.ruff.lint]
select = ["E"]

[ tool . "odd.name" ]
"quoted key" = 1
dotted.key = 2

[[tool.list]]
x = 1
[[tool.list]]
x = 2
`);

  it.each([
    [["project"], 2],
    [["project", "name"], 3],
    [["project", "dependencies"], 8],
    [["tool", "ruff"], 13],
    [["tool", "ruff", "lint", "select"], 14],
    [["tool", "odd.name", "quoted key"], 17],
    [["tool", "odd.name", "dotted", "key"], 18],
    [["tool", "list", "x"], 21],
  ])("%j", (path, line) => expect(lineOf(path)).toBe(line));

  it("fall back to the nearest table above, and to 1", () => {
    expect(lineOf(["tool", "ruff", "format", "quote-style"])).toBe(13);
    expect(lineOf(["build-system"])).toBe(1);
  });

  it("see no table inside a text of several lines", () => expect(lineOf(["tool", "fake"])).not.toBe(5));
});

describe("lines of a JSON document", () => {
  const lineOf = jsonLines(`{
  "name": "x: {\\"scripts\\": 1}",
  "list": [ { "scripts": 1 }, "a" ],
\t"scripts": { "a\\u0062": "x",
    "test": "node --test" },
  "private":
    true
}
`);

  it.each([
    [["name"], 2],
    [["scripts"], 4],
    [["scripts", "ab"], 4],
    [["scripts", "test"], 5],
    [["private"], 6],
    [["nothing"], 1],
    [["scripts", "nothing"], 4],
  ])("%j", (path, line) => expect(lineOf(path)).toBe(line));

  it("are right for any object that JSON.stringify writes", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.dictionary(name, fc.dictionary(name, fc.string()), { minKeys: 1 }), (value) => {
        const text = JSON.stringify(value, null, 2);
        const lines = text.split("\n");
        const find = jsonLines(text);
        for (const [outer, inner] of Object.entries(value)) {
          expect(lines[find([outer]) - 1]).toContain(`  ${JSON.stringify(outer)}:`);
          for (const key of Object.keys(inner))
            expect(lines[find([outer, key]) - 1]).toContain(`    ${JSON.stringify(key)}:`);
        }
      }),
    );
  });
});

describe("an INI file", () => {
  it("gives sections, keys and values that go on in further lines", () => {
    const { sections, lineOf } = readIni(
      "[mypy]\nfiles =\n    src,\n    tests\n# no\nstrict = True\n\n[tool:pytest]\ntestpaths: tests\n",
    );
    expect(sections).toEqual({
      mypy: { files: "\nsrc,\ntests", strict: "True" },
      "tool:pytest": { testpaths: "tests" },
    });
    expect(lineOf(["mypy", "files"])).toBe(2);
    expect(lineOf(["tool:pytest", "testpaths"])).toBe(9);
  });
});

describe("a uv.lock", () => {
  const lock = readUvLock(`version = 1

[[package]]
name = "pytest-cov"
version = "7.1.0"
source = { registry = "https://example.org/simple" }
dependencies = [
    { name = "coverage", extra = ["toml"] },
    { name = "pytest" },
]

[[package]]
name = "pytest"
version = "9.2.0"
dependencies = [
    { name = "pytest-cov" },
]

[[package]]
name = "own"
source = { editable = "." }
`);

  it("gives versions", () => {
    expect(Object.fromEntries(lock.versions)).toEqual({ "pytest-cov": "7.1.0", pytest: "9.2.0" });
  });

  it("says what needs what, in circles too", () => {
    expect(lock.reaches(["pytest-cov"], "pytest")).toBe(true);
    expect(lock.reaches(["pytest"], "coverage")).toBe(true);
    expect(lock.reaches(["own"], "pytest")).toBe(false);
    expect(lock.reaches([], "pytest")).toBe(false);
  });
});
