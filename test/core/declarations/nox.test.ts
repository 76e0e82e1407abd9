import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noxReader } from "../../../src/core/declarations/nox/reader.ts";
import { entriesOf, sourceOf, textsOf } from "./source.ts";

const NOXFILE = `"""Sessions."""
import os

import nox
from nox import parametrize

nox.options.sessions = ["lint", "tests"]
PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
COVERAGE = ("coverage[toml]", "pytest" ">=8")
COMMON = [*COVERAGE, f"{'x'}-plugin"]


def install(session, *extra, editable=True):
    session.install("-e" if editable else "--no-deps", ".", *extra)


@nox.session(python=PYTHONS, tags=["quick"])
@nox.parametrize("django", ["4.2", nox.param("5.0", id="new")])
def tests(session: nox.Session, django: str) -> None:
    install(session, *COMMON)
    session.install(f"django=={django}")
    session.env["MODE"] = "all"
    if os.environ.get("CI"):
        session.run("echo", "in ci")
    if session.python == "3.13":
        session.run("newest")
    session.run("pytest", *(session.posargs or ["tests"]), env={"A": "b"}, success_codes=[0, 1])


@nox.session(python=False)
def lint(session):
    for tool in ("ruff", "black"):
        session.run(tool, "--check", external=True)
    with session.chdir("docs"):
        session.run("make", "html")
    session.run("mypy", session.bin)


@nox.session(name="build-it", venv_backend="conda", default=False)
def build(session):
    session.conda_install("numpy")
    session.notify("lint")
`;

const PYPROJECT = `[project]
classifiers = ["Programming Language :: Python :: 3.13", "Programming Language :: Python :: 3.9"]
`;

const TEXTS = { "noxfile.py": NOXFILE, "pyproject.toml": PYPROJECT };

describe("noxfile.py", () => {
  const entries = entriesOf(noxReader, TEXTS);

  it("lists sessions as nox does, one for each Python and parameter", () => {
    expect(Object.keys(entries)).toEqual([
      "nox:tests-3.9(django='4.2')",
      "nox:tests-3.9(new)",
      "nox:tests-3.13(django='4.2')",
      "nox:tests-3.13(new)",
      "nox:lint",
      "nox:build-it",
    ]);
    expect(entries["nox:tests-3.13(new)"]).toMatchObject({ python: "3.13", tags: ["quick"], runsOn: ["default"] });
    expect(entries["nox:build-it"]).toMatchObject({ runsOn: [], doubts: ["it queues the session lint behind it"] });
  });

  it("follows helpers and constants, and takes the branch that a known value chooses", () => {
    expect(textsOf(entries["nox:tests-3.13(new)"])).toEqual([
      "pip install -e . 'coverage[toml]' 'pytest>=8' x-plugin",
      "pip install django==5.0",
      "echo 'in ci'",
      "newest",
      "pytest tests",
    ]);
    expect(textsOf(entries["nox:tests-3.9(new)"])).not.toContain("newest");
  });

  it("knows that it runs on Linux, by the usual Python", () => {
    const text = `import nox, platform, sysconfig
IS_MINGW = sysconfig.get_platform().startswith("mingw")
@nox.session
def tests(session):
    session.install(*([] if IS_MINGW else ["uv"]), platform.system(), platform.python_implementation())
`;
    const { entries } = noxReader.read({ files: ["noxfile.py"], texts: new Map([["noxfile.py", text]]) });
    expect(entries[0]?.commands.map(({ words }) => words)).toEqual([["pip", "install", "uv", "Linux", "CPython"]]);
  });

  it("is unsure of what stands under a condition that only a run can tell", () => {
    const [, , echo, , pytest] = entries["nox:tests-3.13(new)"]?.commands ?? [];
    expect(echo).toMatchObject({ certainty: "unsure", doubts: ['it runs only where `os.environ.get("CI")`'] });
    expect(pytest).toMatchObject({ certainty: "certain", env: { MODE: "all", A: "b" }, mayFail: true });
    expect(pytest?.place).toEqual({ file: "noxfile.py", line: 28 });
  });

  it("unrolls loops, enters folders and leaves them, and marks words that it cannot tell", () => {
    const commands = entries["nox:lint"]?.commands ?? [];
    expect(commands.map(({ text, cwd }) => [text, cwd])).toEqual([
      ["ruff --check", "."],
      ["black --check", "."],
      ["make html", "docs"],
      ["mypy session.bin", "."],
    ]);
    expect(commands[3]?.doubts).toEqual(["`session.bin` is known only when it runs"]);
    expect(entries["nox:lint"]?.isolated).toBe(false);
  });
});

describe("a decorator of the noxfile itself", () => {
  const text = `
from pathlib import Path
import nox
ROOT = Path(__file__).parent
SUPPORTED = ["3.12", "3.13"]
nox.options.sessions = []

def session(default=True, python=SUPPORTED[-1], **kwargs):
    def _session(fn):
        if default:
            nox.options.sessions.append(kwargs.get("name", fn.__name__))
        return nox.session(python=python, **kwargs)(fn)
    return _session

@session(tags=["style"])
def style(session):
    session.install("ruff", f"{ROOT}[format]")
    session.run("ruff", "check", ROOT / "src")

@session(default=False, python=["3.12"])
def bench(session):
    session.run("pytest", str(ROOT))
`;
  const found = noxReader.read(sourceOf({ "noxfile.py": text })).entries;

  it("makes sessions as the one that it hands on to", () => {
    expect(found.map(({ name, python, tags, runsOn }) => [name, python, tags, runsOn])).toEqual([
      ["style", "3.13", ["style"], ["default"]],
      ["bench-3.12", "3.12", undefined, []],
    ]);
  });

  it("finds paths from where the noxfile lies", () => {
    expect(found.map(textsOf)).toEqual([["pip install ruff '.[format]'", "ruff check src"], ["pytest ."]]);
  });
});

describe("a call of nox", () => {
  const source = sourceOf(TEXTS);
  const { entries } = noxReader.read(source);
  const ids = (line: string) => noxReader.callOf(line.split(" "), ".", entries, source)?.entries;

  it.each([
    ["nox -s lint", ["nox:lint"]],
    ["nox -s tests-3.13", ["nox:tests-3.13(django='4.2')", "nox:tests-3.13(new)"]],
    ["nox -R -e tests -p 3.9", ["nox:tests-3.9(django='4.2')", "nox:tests-3.9(new)"]],
    ["nox --session=build-it", ["nox:build-it"]],
    ["nox --list", []],
  ])("%s runs %j", (line, expected) => {
    expect(ids(line)).toEqual(expected);
  });

  it("runs what nox.options names without a session, and a tag's sessions", () => {
    expect(ids("nox")).toHaveLength(5);
    expect(ids("nox -t quick")).toHaveLength(4);
  });

  it("hands words behind -- to session.posargs", () => {
    const call = noxReader.callOf(["nox", "-s", "tests-3.9(new)", "--", "-k", "a"], ".", entries, source);
    expect(call?.made?.map((entry) => textsOf(entry).at(-1))).toEqual(["pytest -k a"]);
  });
});

describe("hostile noxfiles", () => {
  const read = (text: string) => noxReader.read(sourceOf({ "noxfile.py": `import nox\n${text}` })).entries;

  it.each([
    ["endless recursion", "@nox.session\ndef a(session):\n    a(session)\n"],
    [
      "a list that doubles",
      `x = ["a"]\n${"x = x + x\n".repeat(60)}@nox.session\ndef a(session):\n    session.run(*x)\n`,
    ],
    [
      "loops in loops",
      `@nox.session\ndef a(session):\n${[1, 2, 3, 4, 5].map((n) => `${"  ".repeat(n)}for i${n} in range(1000):\n`).join("")}            session.run("x")\n`,
    ],
    ["deep nesting", `x = ${"(".repeat(3000)}1\n`],
    ["nothing but a part", "@nox.session(python=[\ndef a(session"],
  ])("%s ends", (_, text) => {
    expect(read(text).length).toBeLessThanOrEqual(400);
  });

  it("whatever the text, nothing throws, ids are unique and places lie in the file", () => {
    const line = fc.constantFrom(
      "@nox.session",
      "@nox.session(python=['3.9', *x])",
      "def a(session, x=1):",
      "    session.run('a', *b, env={})",
      "    if x:",
      "    for i in [1,",
      "        session.install(f'{i}')",
      "    with session.chdir('x'):",
      "x = [y for y in z]",
      "@nox.parametrize('a', [1, nox.param(2, id='b')])",
      "else:",
      "    return",
      "x += 1",
      '"""',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 25 }), (lines) => {
        const entries = read(lines.join("\n"));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        for (const { place } of entries)
          expect(place.line).toBeLessThanOrEqual(lines.join("\n").split("\n").length + 1);
      }),
      { numRuns: 300 },
    );
  });
});
