import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { sourceOf } from "../../fakes/declarations.ts";
import { faultyPlaces } from "../../fakes/faulty-places.ts";

function read(justfile: string, more: Readonly<Record<string, string>> = {}) {
  return readDeclarations(sourceOf({ justfile, ...more }));
}

function recipe(justfile: string, name: string) {
  return read(justfile).entries.find((entry) => entry.name === name);
}

function linesOf(justfile: string, name: string) {
  return recipe(justfile, name)?.commands.map(({ text }) => text);
}

describe("a justfile", () => {
  it("is read into one entry a recipe, with constants put in and places", () => {
    const text = `# comment
src := "src" / "app"
export MODE := 'test'

# check the style
@lint: fmt
    ruff check {{src}}
    -mypy {{ src }} tests

[private]
fmt:
    ruff format --check
`;
    expect(read(text)).toMatchObject({
      entries: [
        {
          id: "just:lint",
          system: "just",
          name: "lint",
          place: { file: "justfile", line: 6 },
          runsOn: ["default"],
          doubts: [],
          commands: [
            { place: { line: 12 }, words: ["ruff", "format", "--check"], env: { MODE: "test" } },
            { place: { line: 7 }, words: ["ruff", "check", "src/app"], mayFail: false, certainty: "certain" },
            { place: { line: 8 }, words: ["mypy", "src/app", "tests"], mayFail: true },
          ],
        },
        { id: "just:fmt", runsOn: [], commands: [{ text: "ruff format --check" }] },
      ],
      unread: [],
    });
  });

  it.each<[string, string, string[]]>([
    ["a joined text", "a := 'x' + \"y\"\nt:\n  echo {{a + '!'}}", ["echo xy!"]],
    ["a condition", "a := if os() == 'windows' { 'x' } else { 'y' }\nt:\n  echo {{a}}", ["echo y"]],
    ["a variable of the environment with a default", "a := env('A', 'x')\nt:\n  echo {{a}}", ["echo x"]],
    ["escaped braces", "t:\n  echo '{{{{x}}'", ["echo '{{x}}'"]],
    ["parameters with defaults", "t a='x' *b:\n  echo {{a}} {{b}}", ["echo x"]],
    ["arguments of what it needs", "t: (u 'x')\nu a:\n  echo {{a}}", ["echo x"]],
    ["what runs after it", "t: u && v\n  echo t\nu:\n  echo u\nv:\n  echo v", ["echo u", "echo t", "echo v"]],
    ["a circle", "t: u\n  echo t\nu: t\n  echo u", ["echo u", "echo t"]],
    ["what is needed twice", "t: u v\nu: w\nv: w\nw:\n  echo w", ["echo w"]],
    ["a continued line", "t:\n  echo a \\\n    b", ["echo a b"]],
    ["blank lines and comments in it", "t:\n  # no\n  echo a\n\n  echo b\n", ["echo a", "echo b"]],
    ["another system's recipe of its name", "[linux]\nt:\n  echo l\n[windows]\nt:\n  echo w", ["echo l"]],
    ["a shell script", "t:\n  #!/usr/bin/env bash\n  set -e\n  cd x\n  echo a", ["echo a"]],
    ["tabs", "t:\n\techo a", ["echo a"]],
    ["a colon in a default", "t a='x:y':\n  echo {{a}}", ["echo x:y"]],
  ])("with %s is read", (_, text, lines) => {
    expect(linesOf(text, "t")).toEqual(lines);
  });

  it.each<[string, string, string, string]>([
    ["a command in backticks", "a := `git x`\nt:\n  echo {{a}}", "unsure", "`{{a}}` is known only when it runs"],
    ["a parameter without a default", "t a:\n  echo {{a}}", "unsure", "`{{a}}` is known only when it runs"],
    [
      "a script for another program",
      "t:\n  #!/usr/bin/env python3\n  print(1)",
      "unsure",
      "it is a script for python3",
    ],
    [
      "another shell",
      "set shell := ['pwsh', '-c']\nt:\n  echo a",
      "unsure",
      "it is written for the shell ['pwsh', '-c']",
    ],
    ["no folder of its own", "[no-cd]\nt:\n  echo a", "unsure", "it runs in the folder that just is called in"],
  ])("with %s says why it is not certain", (_, text, certainty, doubt) => {
    expect(recipe(text, "t")?.commands).toMatchObject([{ certainty, doubts: [doubt] }]);
  });

  it("says what a recipe must be given", () => {
    expect(recipe("t a b='x' +c:\n  echo", "t")?.doubts).toEqual(["it must be given `a`", "it must be given `c`"]);
  });

  it("knows folders: of its file, of its settings and of a recipe", () => {
    const text = "set working-directory := 'app'\nt:\n  cd x && echo a\n[working-directory: 'y']\nu:\n  echo b\n";
    const { entries } = read("", { "web/justfile": text });
    expect(entries.map(({ id, commands }) => [id, commands[0]?.cwd])).toEqual([
      ["just:t@web", "web/app/x"],
      ["just:u@web", "web/app/y"],
    ]);
  });

  it("reads what it imports from the repository, and says what it does not", () => {
    const text = "import 'ci/more.just'\nimport? 'gone'\nimport 'gone.just'\nmod web\nt:\n  echo {{a}}\n";
    expect(read(text, { "ci/more.just": "a := 'x'\nu:\n  echo u\n" })).toMatchObject({
      entries: [
        { name: "u", place: { file: "ci/more.just", line: 2 } },
        { name: "t", commands: [{ text: "echo x" }] },
      ],
      unread: [
        { file: "justfile", line: 3, message: "imports `gone.just`, which is not read" },
        { file: "justfile", line: 4, message: "has the module `web`, whose recipes are not read" },
      ],
    });
  });
});

describe("a call of just", () => {
  const source = sourceOf({
    justfile: "all: a\na x='1':\n  echo {{x}}\nb *args:\n  pytest {{args}}\nalias c := d\nd:\n  z\n",
    "web/.justfile": "e:\n  y\n",
  });
  const { entries } = readDeclarations(source);

  it.each<[string, string[] | undefined]>([
    ["just", ["just:all"]],
    ["just d a", ["just:d", "just:a"]],
    ["just c", ["just:d"]],
    ["just a 2 d", ["just:a(2)", "just:d"]],
    ["just b -k fast", ["just:b(-k fast)"]],
    ["just v=1 d", ["just:d(v=1)"]],
    ["just -f web/.justfile e", ["just:e@web"]],
    ["uvx --from rust-just just d", ["just:d"]],
    ["just gone", undefined],
    ["just --list", undefined],
    ["just -n d", undefined],
  ])("%s", (line, ids) => {
    expect(callOf(line.split(" "), ".", entries, source)?.entries).toEqual(ids);
  });

  it("with arguments makes entries that hold them", () => {
    expect(callOf(["just", "b", "-k", "fast"], ".", entries, source)?.made).toMatchObject([
      { id: "just:b(-k fast)", commands: [{ text: "pytest -k fast", certainty: "certain" }] },
    ]);
  });

  it("is recognised without the files as far as its words are names", () => {
    expect(callOf(["just", "d"], ".", entries)?.entries).toEqual(["just:d"]);
    expect(callOf(["just", "a", "2"], ".", entries)).toBeUndefined();
  });
});

describe("a hostile justfile", () => {
  it.each<[string, string]>([
    [
      "variables that fold into each other",
      `a0 := "xxxxxxxxxx"\n${Array.from({ length: 60 }, (__, index) => `a${index + 1} := a${index} + a${index}`).join("\n")}\nt:\n  echo {{a60}}\n`,
    ],
    ["a variable that names itself", "a := a + a\nt:\n  echo {{a}}\n"],
    ["open quotes", `t:\n  echo {{${"'".repeat(20_001)}\n`],
    ["open brackets", `a := ${"(".repeat(20_000)}\nt:\n  {{${"(".repeat(20_000)}}}\n`],
    [
      "many recipes that need each other",
      Array.from({ length: 1500 }, (__, index) => `t${index}: t${index + 1}\n  echo\n`).join(""),
    ],
    ["strings that do not end", 'a := """\n'.repeat(3000)],
    ["a megabyte in one line", `t: ${"a ".repeat(120_000)}\n  ${"x ".repeat(120_000)}\n`],
    ["an import of itself", "import 'justfile'\nt:\n  x\n"],
    ["NUL", "t:\0\n  \0x\n"],
  ])("with %s ends soon and does not throw", (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  it("of any lines does not throw, and its places are lines of it", () => {
    const piece = fc.constantFrom(
      "a: b\n",
      "b x='1' *y:\n",
      "  echo {{x}}\n",
      "  @-x\n",
      "x := 'a'\n",
      "y := `b`\n",
      "[linux]\n",
      "set shell := ['a']\n",
      "alias c := a\n",
      "import 'x'\n",
      "mod m\n",
      "{{",
      "}}",
      "'",
      '"',
      "(",
      ")",
      "\\\n",
      "\n",
      "  #!/bin/sh\n",
      "&&",
      ":",
      ":=",
      "if ",
      "'''",
      "+",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        expect(faultyPlaces(read(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
