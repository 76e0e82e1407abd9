import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Call, CallSurroundings } from "../../../src/core/declarations/declaration.ts";
import { toxReader } from "../../../src/core/declarations/tox/reader.ts";
import { entriesOf, sourceOf, textsOf } from "./source.ts";

const INI = `[tox]
env_list = py{310,313}-{a,b}, lint
labels =
    quick = lint

[testenv]
deps =
    pytest
    b: attrs>=20 ; python_version < "3.13"
    -r requirements/test.txt
extras = speed
set_env =
    MODE = {env:MODE:fast}
    NAME = {env_name}
commands =
    py310: python -c 'print("old # not a comment")'  # a comment
    pytest {posargs:tests} --cov \\
        --strict
    !b: - coverage report

[testenv:lint]
description = looks at the code
base_python = python3.12
skip_install = true
deps = ruff
labels = checks
change_dir = src
commands = ruff check {[flags]ruff} {tox_root}/x
[flags]
ruff = --no-fix
`;

describe("tox.ini", () => {
  const entries = entriesOf(toxReader, { "tox.ini": INI });

  it("lists every environment that a generated name stands for", () => {
    expect(Object.keys(entries)).toEqual(["tox:py310-a", "tox:py310-b", "tox:py313-a", "tox:py313-b", "tox:lint"]);
    expect(Object.values(entries).map(({ runsOn }) => runsOn)).toEqual(Array(5).fill(["default"]));
  });

  it("installs dependencies and the package first, those of the environment's factors alone", () => {
    expect(textsOf(entries["tox:py310-a"]).slice(0, 2)).toEqual([
      "pip install pytest -r requirements/test.txt",
      "pip install '.[speed]'",
    ]);
    expect(entries["tox:py313-b"]?.commands[0]?.words).toContain('attrs>=20 ; python_version < "3.13"');
  });

  it("keeps the commands of its factors, joins continued lines and takes comments off", () => {
    expect(entries["tox:py310-a"]?.commands.slice(2).map(({ words }) => words)).toEqual(
      [
        ["python", "-c", 'print("old'],
        ["pytest", "tests", "--cov", "--strict"],
        ["coverage", "report"],
      ].map((words, at) => (at === 0 ? ["python -c 'print(\"old"] : words)),
    );
    expect(entries["tox:py310-a"]?.commands.map(({ mayFail }) => mayFail)).toEqual([false, false, false, false, true]);
    expect(textsOf(entries["tox:py313-b"]).slice(2)).toEqual(["pytest tests --cov --strict"]);
  });

  it("knows the interpreter by a factor or by base_python", () => {
    expect(entries["tox:py310-a"]?.python).toBe("3.10");
    expect(entries["tox:lint"]?.python).toBe("3.12");
  });

  it("asks for another implementation by its name, and says which it does not know", () => {
    const text = "[tox]\nenv_list = pypy3, graalpy-x, rp\n[testenv:rp]\nbase_python = rustpython\n";
    const others = entriesOf(toxReader, { "tox.ini": text });
    expect(Object.values(others).map(({ python }) => python)).toEqual(["pypy", "graalpy", null]);
    expect(others["tox:rp"]?.doubts).toEqual(["it asks for the interpreter rustpython"]);
  });

  it("puts in references, and folders as seen from where the command runs", () => {
    expect(entries["tox:lint"]?.commands.at(-1)).toMatchObject({
      text: "ruff check --no-fix ../x",
      cwd: "src",
      place: { file: "tox.ini", line: 28 },
    });
  });

  it("is only likely right where a variable from outside has a default", () => {
    const command = entries["tox:py313-a"]?.commands[2];
    expect(command?.env).toEqual({ MODE: "fast", NAME: "py313-a" });
    expect(command).toMatchObject({ certainty: "likely", doubts: ["the variable MODE may say otherwise"] });
  });

  it("collects labels of both places", () => {
    expect(entries["tox:lint"]?.tags).toEqual(["checks", "quick"]);
  });
});

describe("other homes of tox's settings", () => {
  it("reads native TOML with references and arguments", () => {
    const entries = entriesOf(toxReader, {
      "pyproject.toml": `[tool.tox]
env_list = ["3.13", "docs"]
[tool.tox.env_run_base]
package = "editable"
dependency_groups = ["test"]
commands = [["pytest", { replace = "posargs", default = ["-q"], extend = true }]]
[tool.tox.env.docs]
skip_install = true
dependency_groups = [{ replace = "ref", of = ["tool", "tox", "env_run_base", "dependency_groups"], extend = true }, "docs"]
commands = [["sphinx-build", "{env_tmp_dir}/out"]]
`,
    });
    expect(textsOf(entries["tox:3.13"])).toEqual(["pip install --group test", "pip install -e .", "pytest -q"]);
    expect(entries["tox:3.13"]?.python).toBe("3.13");
    expect(textsOf(entries["tox:docs"])).toEqual([
      "pip install --group test --group docs",
      "sphinx-build .tox/docs/tmp/out",
    ]);
    expect(entries["tox:docs"]?.commands[1]?.certainty).toBe("likely");
  });

  it("reads an INI text inside pyproject.toml with its lines there", () => {
    const entries = entriesOf(toxReader, {
      "pyproject.toml": '[tool.tox]\nlegacy_tox_ini = """\n[tox]\nenvlist = py\n[testenv]\ncommands = pytest\n"""\n',
    });
    expect(entries["tox:py"]?.commands.at(-1)?.place).toEqual({ file: "pyproject.toml", line: 6 });
  });

  it("prefers tox.ini to the other files of one folder", () => {
    const entries = entriesOf(toxReader, {
      "tox.ini": "[tox]\nenvlist = a\n",
      "tox.toml": 'env_list = ["b"]\n',
    });
    expect(Object.keys(entries)).toEqual(["tox:a"]);
  });

  it("asks uv for the locked environment where tox-uv's lock runner makes it", () => {
    const entries = entriesOf(toxReader, {
      "tox.ini":
        "[tox]\nenvlist = py312\n[testenv]\nrunner = uv-venv-lock-runner\ndependency_groups = test\nuv_sync_flags = --no-build\ncommands = pytest\n",
    });
    expect(textsOf(entries["tox:py312"])).toEqual([
      "uv sync --locked --no-default-groups --group test --no-build -p 3.12",
      "pytest",
    ]);
  });

  it("says where a file cannot be read, and why", () => {
    expect(toxReader.read(sourceOf({ "tox.ini": "[tox]\na=1\na=2\n" })).unread).toEqual([
      { file: "tox.ini", line: 3, message: "says `a` twice in one section, so tox refuses it" },
    ]);
    expect(toxReader.read(sourceOf({ "tox.toml": "a = [\n" })).unread).toMatchObject([{ file: "tox.toml" }]);
  });
});

describe("a call of tox", () => {
  const source = sourceOf({ "tox.ini": INI });
  const { entries } = toxReader.read(source);
  const ids = (line: string): readonly string[] | undefined =>
    toxReader.callOf(line.split(" "), ".", entries, source)?.entries;

  it.each([
    ["tox", ["tox:py310-a", "tox:py310-b", "tox:py313-a", "tox:py313-b", "tox:lint"]],
    ["tox run -e lint,py313-a", ["tox:lint", "tox:py313-a"]],
    ["tox p -p auto -e lint", ["tox:lint"]],
    ["tox -qe lint", ["tox:lint"]],
    ["tox -m quick", ["tox:lint"]],
    ["tox -f py313 b", ["tox:py313-b"]],
    ["tox --skip-env py.*", ["tox:lint"]],
    ["tox -e py{310,313}-a", ["tox:py310-a", "tox:py313-a"]],
    ["tox -e lint --notest", []],
    ["tox list", []],
  ])("%s runs %j", (line, expected) => {
    expect(ids(line)).toEqual(expected);
  });

  it("makes an environment that only the call names", () => {
    const call = toxReader.callOf(["tox", "-e", "py314"], ".", entries, source);
    expect(call?.made?.[0]).toMatchObject({ id: "tox:py314", python: "3.14" });
    expect(textsOf(call?.made?.[0])).toContain("pytest tests --cov --strict");
  });

  it("hands words behind -- to where the environment wants them", () => {
    const call = toxReader.callOf(["tox", "-e", "py313-a", "--", "-k", "not slow"], ".", entries, source);
    expect(call?.passedOn).toEqual(["-k", "not slow"]);
    expect(call?.made?.[0]?.commands[2]?.words).toEqual(["pytest", "-k", "not slow", "--cov", "--strict"]);
  });

  it("is none of tox's when something else is called", () => {
    expect(toxReader.callOf(["nox"], ".", entries, source)).toBeUndefined();
  });
});

describe("a call of tox without names on GitHub", () => {
  const LIST = "[tox]\nenv_list = py{310,313}, py314t, lint, types\n[testenv]\ncommands = pytest\n";
  const GH = "[gh]\npython =\n    3.10 = py310\n    3.13 = py313, lint  # both\n    # 3.9 = py39\n    3.14t = py314t\n";
  const ACTIONS = `[gh-actions]
python =
    3.10: py310
    3.13: py313, lint
[gh-actions:env]
PLATFORM =
    ubuntu-latest: linux
    windows-latest: windows
`;
  const around = (...pythons: readonly string[]) => ({ pythons, env: {} });

  function called(file: string, text: string, from: CallSurroundings | undefined, words = ["tox"]): Call | undefined {
    const source = sourceOf({ [file]: text });
    return toxReader.callOf(words, ".", toxReader.read(source).entries, source, from);
  }

  it("runs what [gh] of tox-gh maps to the interpreters of the job, and all of env_list where it maps nothing", () => {
    const ids = (from?: CallSurroundings): readonly string[] | undefined => called("tox.ini", LIST + GH, from)?.entries;
    expect(ids(around("3.13"))).toEqual(["tox:py313", "tox:lint"]);
    expect(ids(around("3.10", "3.13", "3.14t"))).toEqual(["tox:py310", "tox:py313", "tox:lint", "tox:py314t"]);
    expect(ids(around("3.12"))).toHaveLength(5);
    expect(ids(around())).toEqual(["tox:py310", "tox:py313", "tox:lint", "tox:py314t"]);
    expect(ids({ pythons: ["3.12"], env: { TOX_GH_MAJOR_MINOR: "3.10" } })).toEqual(["tox:py310"]);
    expect(ids()).toHaveLength(5);
  });

  it.each([
    ["tox.toml", 'env_list = ["3.13", "lint"]\n[gh.python]\n"3.13" = ["3.13", "new-{a,b}"]\n'],
    ["pyproject.toml", '[tool.tox]\nenv_list = ["3.13"]\n[tool.tox.gh.python]\n"3" = ["3.13", "new-{a,b}"]\n'],
    ["setup.cfg", "[tox:tox]\nenv_list = 3.13\n[gh]\npython = 3.13 = 3.13, new-{a,b}\n"],
  ])("reads the mapping of %s, and makes environments that only it names", (file, text) => {
    const call = called(file, text, around("3.13"));
    expect(call?.entries).toEqual(["tox:3.13", "tox:new-a", "tox:new-b"]);
    expect(call?.made).toHaveLength(2);
  });

  it("keeps of env_list what has the factors that [gh-actions] maps to interpreters and variables", () => {
    const list = "[tox]\nenv_list = py{310,313}-{linux,windows}, lint, lint-linux\n";
    const ids = (from: CallSurroundings): readonly string[] | undefined =>
      called("tox.ini", list + ACTIONS, from)?.entries;
    const env = { PLATFORM: "ubuntu-latest" };
    expect(ids({ pythons: ["3.13"], env })).toEqual(["tox:py313-linux", "tox:lint-linux"]);
    expect(ids(around("3.13"))).toEqual(["tox:py313-linux", "tox:py313-windows", "tox:lint", "tox:lint-linux"]);
    expect(ids({ pythons: ["3.10", "3.13"], env })).toEqual(["tox:py310-linux", "tox:py313-linux", "tox:lint-linux"]);
  });

  it("says where the mapping leaves nothing to run", () => {
    expect(called("tox.ini", LIST + ACTIONS, around("3.9"))).toMatchObject({
      entries: [],
      reason: "[gh-actions] of tox.ini maps nothing to Python 3.9",
    });
  });

  it("runs what is asked for by name all the same", () => {
    expect(called("tox.ini", LIST + GH, around("3.10"), ["tox", "-e", "types"])?.entries).toEqual(["tox:types"]);
    expect(called("tox.ini", LIST + GH, around("3.10"), ["tox", "-f", "lint"])?.entries).toEqual(["tox:lint"]);
  });
});

describe("hostile settings of tox", () => {
  it.each([
    ["a circle of references", "[testenv]\ncommands = {[a]x}\n[a]\nx = {[b]y}\n[b]\ny = {[a]x}\n"],
    [
      "doubling references",
      `[testenv]\ncommands = {[a]x0}\n[a]\n${Array.from({ length: 40 }, (_, i) => `x${i} = {[a]x${i + 1}}{[a]x${i + 1}}`).join("\n")}\n`,
    ],
    ["a variable of itself", "[testenv]\nset_env =\n  A = {env:B}\n  B = {env:A}\ncommands = x {env:A}\n"],
    ["a great many environments", "[tox]\nenv_list = {0-99999}-{0-99999}\n"],
    ["braces without end", `[testenv]\ncommands = ${"{".repeat(3000)}\n`],
  ])("%s ends", (_, text) => {
    expect(toxReader.read(sourceOf({ "tox.ini": text })).entries.length).toBeLessThanOrEqual(500);
  });

  it("whatever the text, nothing throws, ids are unique and places lie in the file", () => {
    const line = fc.constantFrom(
      "[tox]",
      "[testenv]",
      "[testenv:a{b,c}]",
      "env_list = py{310-312}-{x,",
      "commands =",
      "  pytest {posargs",
      "  a: b {[testenv]deps}",
      "deps = -r x",
      "set_env = A=1",
      " B={env:A}",
      "base = a",
      "base_python = py",
      "\\",
      "  x \\",
      "{",
      "}",
      "package = {[x]y}",
      "change_dir = ../..",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const { entries } = toxReader.read(sourceOf({ "tox.ini": lines.join("\n") }));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        const count = lines.join("\n").split(/\r\n|\n|\r/).length;
        for (const place of entries.flatMap((entry) => [entry.place, ...entry.commands.map((one) => one.place)])) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.line).toBeLessThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });
});
