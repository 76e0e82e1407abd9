import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { sourceOf } from "../../fakes/declarations.ts";
import { faultyPlaces } from "../../fakes/faulty-places.ts";

const TASKFILE = `version: '3'
includes: { docs: ./docs }
env: { CGO_ENABLED: '0' }
vars:
  BIN: '{{.ROOT_DIR}}/bin'
  FILES: '{{default "./..." .FILES}}'
  COMMIT: { sh: git rev-parse HEAD }
tasks:
  default:
    cmds:
      - task: lint
      - task: test
  test:
    aliases: [t]
    deps: [generate]
    env: { LC_ALL: C, ROOT: '{{.ROOT_DIR}}' }
    vars:
      RACE: '{{if eq (default "true" .RACE) "true"}}-race{{else}}-short{{end}}'
    cmds:
      - go test {{.RACE}} {{.FILES}} {{.CLI_ARGS}}
  generate: go generate ./...
  lint:
    dir: tools
    cmds:
      - cmd: go vet ./...
        ignore_error: true
      - cmd: del a
        platforms: [windows]
      - '{{.BIN}}/check {{OS}}'
  stamp:
    cmds:
      - echo {{.COMMIT}} {{.MISSING | default "none"}}
  each:
    cmds:
      - for: [a, b]
        cmd: check {{.ITEM}}
`;

function read(text: string, file = "Taskfile.yml") {
  return readDeclarations(sourceOf({ [file]: text }));
}

function commands(text: string, name: string, file?: string) {
  return read(text, file).entries.find((entry) => entry.name === name)?.commands ?? [];
}

function called(words: readonly string[], files: Readonly<Record<string, string>>, env = {}) {
  const source = sourceOf(files);
  const { entries } = readDeclarations(source);
  const call = callOf(words, ".", entries, source, { pythons: [], env });
  const all = [...entries, ...(call?.made ?? [])];
  // The one that was made for the call comes last.
  return call?.entries.flatMap((id) => all.findLast((entry) => entry.id === id)?.commands.map(({ text }) => text));
}

describe("a Taskfile", () => {
  it("is read into one entry a task, with what it needs before it, variables put in, and places", () => {
    expect(commands(TASKFILE, "test")).toMatchObject([
      { text: "go generate ./...", place: { file: "Taskfile.yml", line: 21 }, env: { CGO_ENABLED: "0" } },
      {
        text: "go test -race ./...",
        place: { line: 20 },
        env: { CGO_ENABLED: "0", LC_ALL: "C", ROOT: "${checkout}" },
        certainty: "certain",
      },
    ]);
    expect(commands(TASKFILE, "lint")).toMatchObject([
      { text: "go vet ./...", cwd: "tools", mayFail: true, place: { line: 25 } },
      { words: ["../bin/check", "linux"], cwd: "tools", mayFail: false },
    ]);
    expect(read(TASKFILE).entries.find(({ name }) => name === "default")).toMatchObject({ runsOn: ["default"] });
    expect(read(TASKFILE).unread).toMatchObject([{ line: 2, message: "includes `docs`, which is not read" }]);
  });

  it("is unsure of what only a run knows, and of loops", () => {
    expect(commands(TASKFILE, "stamp")).toMatchObject([{ text: "echo {{.COMMIT}} none", certainty: "unsure" }]);
    expect(commands(TASKFILE, "each")).toMatchObject([
      { certainty: "unsure", doubts: expect.arrayContaining(["it runs once for each item of a list"]) },
    ]);
  });

  it("is called by name, alias, with variables, with words behind `--`, and with the job's variables", () => {
    const files = { "Taskfile.yml": TASKFILE };
    const generate = "go generate ./...";
    expect(called(["task", "t"], files)).toEqual([generate, "go test -race ./..."]);
    expect(called(["task", "test", "RACE=false", "--", "-v"], files)).toEqual([generate, "go test -short ./... -v"]);
    expect(called(["task", "test"], files, { FILES: "./a" })).toEqual([generate, "go test -race ./a"]);
    expect(called(["task"], files)?.length).toBe(4);
    expect(called(["task", "--list"], files)).toBeUndefined();
    expect(called(["task", "docs:build"], files)).toBeUndefined();
    expect(called(["task", "-d", "api", "a"], { "api/Taskfile.yaml": "tasks: { a: [go vet .] }" })).toEqual([
      "go vet .",
    ]);
  });

  it("whose tasks and variables stand for one another in circles ends", () => {
    const text =
      "vars: { A: '{{.B}}', B: '{{.A}}' }\ntasks:\n  a: { deps: [b], cmds: ['x {{.A}}'] }\n  b: { deps: [a] }\n";
    expect(commands(text, "a").length).toBe(1);
  });

  it("of any lines does not throw, and its places are lines of it", () => {
    const piece = fc.constantFrom(
      "tasks:\n",
      "  a:\n",
      "    cmds:\n",
      "    - x\n",
      "{{.A}}",
      "{{if ",
      "{{end}}",
      "}}",
      "\n",
    );
    const more = fc.constantFrom(
      "      - task: a\n",
      "    deps: [a, b]\n",
      "vars: { A: '{{.A}}' }\n",
      '"',
      "(",
      "|",
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, more), { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        expect(faultyPlaces(read(text), text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("tasks of mise", () => {
  const MISE = `[env]
LEVEL = 1
_.path = ["bin"]

[tasks]
fmt = "cargo fmt --check"

[tasks.test]
alias = "t"
depends = ["build"]
env = { RUST_BACKTRACE = "1", ROOT = "{{config_root}}" }
run = "cargo test"

[tasks.build]
run = ["cargo build", { task = "fmt" }]

[tasks.lint]
depends = ["lint:*"]
[tasks."lint:a"]
run = '''
cargo clippy
cargo doc
'''
[tasks."lint:b"]
dir = "{{config_root}}/go"
run = "go vet {{ vars.x }}"
[tasks.py]
run = """#!/usr/bin/env python
import a
"""
`;

  it("are read with what they need, their variables and places", () => {
    expect(commands(MISE, "test", "mise.toml")).toMatchObject([
      { text: "cargo build" },
      { text: "cargo fmt --check", place: { line: 6 } },
      { text: "cargo test", env: { LEVEL: "1", RUST_BACKTRACE: "1", ROOT: "${checkout}" }, place: { line: 12 } },
    ]);
    expect(commands(MISE, "lint", "mise.toml")).toMatchObject([
      { text: "cargo clippy", certainty: "certain" },
      { text: "cargo doc" },
      { text: "go vet {{ vars.x }}", cwd: "go", certainty: "unsure" },
    ]);
    expect(commands(MISE, "py", "mise.toml").every(({ certainty }) => certainty === "unsure")).toBe(true);
  });

  it("are called by `mise run`, by its short forms and several at once", () => {
    const files = { "mise.toml": MISE };
    expect(called(["mise", "run", "fmt"], files)).toEqual(["cargo fmt --check"]);
    expect(called(["mise", "r", "-j", "2", "fmt", ":::", "lint:a"], files)?.length).toBe(3);
    expect(called(["mise", "tasks", "run", "t"], files)?.at(-1)).toBe("cargo test");
    expect(called(["mise", "run", "fmt", "--", "-v"], files)).toBeUndefined();
    expect(called(["mise", "install"], files)).toBeUndefined();
    expect(called(["mise", "run", "none"], files)).toBeUndefined();
  });
});
