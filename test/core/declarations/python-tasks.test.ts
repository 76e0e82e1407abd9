import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poeReader } from "../../../src/core/declarations/python-tasks/poe.ts";
import {
  pdmReader,
  pipenvReader,
  ryeReader,
  taskipyReader,
} from "../../../src/core/declarations/python-tasks/scripts.ts";
import { entriesOf, sourceOf, textsOf } from "./source.ts";

describe("scripts of pdm", () => {
  const text = `[tool.pdm.scripts]
_.env = { SHARED = "1" }
pre_test = "echo before"
test = "pytest {args:tests}"
lint.cmd = ["ruff", "check", "."]
cover = { shell = "coverage run -m pytest && coverage report", env = { A = "b" } }
all = { composite = ["lint --statistics", "test", "mypy src"] }
call = { call = "tasks:main" }
loop = { composite = ["loop"] }
`;
  const entries = entriesOf(pdmReader, { "pyproject.toml": text });

  it("reads each form, with what runs before and the shared variables", () => {
    expect(textsOf(entries["pdm:test"])).toEqual(["echo before", "pytest tests"]);
    expect(entries["pdm:test"]?.commands[1]).toMatchObject({ env: { SHARED: "1" }, place: { line: 4 } });
    expect(textsOf(entries["pdm:cover"])).toEqual(["coverage run -m pytest", "coverage report"]);
    expect(textsOf(entries["pdm:call"])[0]).toContain("from tasks import main");
  });

  it("puts scripts that others name in their place, with arguments", () => {
    expect(textsOf(entries["pdm:all"])).toEqual([
      "ruff check . --statistics",
      "echo before",
      "pytest tests",
      "mypy src",
    ]);
    expect(entries["pdm:loop"]?.commands[0]?.doubts).toEqual(["it calls itself"]);
  });

  it("knows its calls", () => {
    const all = Object.values(entries);
    expect(pdmReader.callOf(["pdm", "run", "test", "-k", "a"], ".", all)).toEqual({
      system: "pdm",
      entries: ["pdm:test"],
      passedOn: ["-k", "a"],
    });
    expect(pdmReader.callOf(["pdm", "lint"], ".", all)?.entries).toEqual(["pdm:lint"]);
    expect(pdmReader.callOf(["pdm", "install", "-G", "test"], ".", all)).toBeUndefined();
  });
});

describe("tasks of poe", () => {
  const text = `[tool.poe]
include = ["more_tasks.toml"]
env = { MODE = "all" }
[tool.poe.tasks]
lint = "ruff check \${TARGET:-src}"
check = ["lint", { cmd = "mypy src" }]
build = { script = "tools.build:run(clean=True)" }
pick = { control = "x", switch = [{ case = "a", cmd = "b" }] }
system = { control.expr = "sys.platform", switch = [{ case = ["win32", "darwin"], cmd = "a" }, { case = "linux", ref = "lint" }] }
other = { control.expr = "os.name", switch = [{ case = "nt", cmd = "a" }, { cmd = "b" }] }
none = { control.expr = "sys.platform", default = "pass", switch = [{ case = "win32", cmd = "a" }] }
version = { expr = "1 == 1", assert = true }
[tool.poe.tasks.test]
cmd = "pytest $MARK tests"
args = [{ name = "MARK", default = "-q" }]
deps = ["lint"]
cwd = "sub"
`;
  const entries = entriesOf(poeReader, {
    "pyproject.toml": text,
    "more_tasks.toml": '[tasks]\ndocs.shell = "sphinx-build docs out | tee log"\n',
  });

  it("reads commands, sequences, arguments with defaults, and what they need first", () => {
    expect(textsOf(entries["poe:check"])).toEqual(["ruff check src", "mypy src"]);
    expect(textsOf(entries["poe:test"])).toEqual(["ruff check src", "pytest -q tests"]);
    expect(entries["poe:test"]?.commands[1]).toMatchObject({ cwd: "sub", place: { file: "pyproject.toml" } });
  });

  it("reads the tasks of included files at their place", () => {
    expect(entries["poe:docs"]).toMatchObject({ place: { file: "more_tasks.toml", line: 2 } });
    expect(entries["poe:docs"]?.commands[0]?.words).toBeNull();
  });

  it("takes the case of a switch that the system chooses", () => {
    const texts = ["system", "other", "none"].map((name) => textsOf(entries[`poe:${name}`]));
    expect(texts).toEqual([["ruff check src"], ["b"], []]);
  });

  it("is unsure of what poe decides itself, and calls it by its name", () => {
    expect(entries["poe:pick"]?.commands[0]).toMatchObject({ certainty: "unsure", text: "poe pick" });
    expect(entries["poe:version"]?.commands[0]).toMatchObject({
      certainty: "unsure",
      text: "poe version",
      words: null,
    });
    expect(entries["poe:build"]?.commands[0]).toMatchObject({ certainty: "likely" });
  });

  it("knows its calls", () => {
    expect(poeReader.callOf(["poe", "-q", "lint", "--fix"], ".", Object.values(entries))).toMatchObject({
      entries: ["poe:lint"],
      passedOn: ["--fix"],
    });
  });
});

describe("scripts of other runners", () => {
  it("reads taskipy's through a shell, with what runs behind", () => {
    const entries = entriesOf(taskipyReader, {
      "pyproject.toml": '[tool.taskipy.tasks]\ntest = { cmd = "a && b", help = "x" }\npost_test = "task lint"\n',
    });
    expect(textsOf(entries["taskipy:test"])).toEqual(["a", "b", "task lint"]);
    expect(taskipyReader.callOf(["task", "test"], ".", Object.values(entries))?.entries).toEqual(["taskipy:test"]);
  });

  it("reads rye's and pipenv's", () => {
    const rye = entriesOf(ryeReader, { "pyproject.toml": '[tool.rye.scripts]\na = "x"\nb = { chain = ["a", "y"] }\n' });
    expect(textsOf(rye["rye:b"])).toEqual(["x", "y"]);
    const pipenv = entriesOf(pipenvReader, { Pipfile: '[scripts]\ntest = "pytest"\n' });
    expect(pipenvReader.callOf(["pipenv", "run", "test"], ".", Object.values(pipenv))?.entries).toEqual([
      "pipenv:test",
    ]);
  });
});

it("whatever the tasks, nothing throws, ids are unique and places lie in the file", () => {
  const line = fc.constantFrom(
    "[tool.poe.tasks]",
    "[tool.pdm.scripts]",
    "[tool.taskipy.tasks]",
    'a = "b"',
    'b = ["a", "b"]',
    "c.cmd = 'x {args'",
    'd = { composite = ["d", "a"] }',
    "e = { switch = 1 }",
    'f.sequence = [["a"], {ref = "f"}]',
    "g = 1",
    'h.call = "x"',
    "include = 3",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 15 }), (lines) => {
      const source = sourceOf({ "pyproject.toml": lines.join("\n") });
      for (const reader of [poeReader, pdmReader, taskipyReader, ryeReader]) {
        const { entries } = reader.read(source);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        for (const { place } of entries) expect(place.line).toBeLessThanOrEqual(lines.join("\n").split("\n").length);
      }
    }),
    { numRuns: 300 },
  );
});
