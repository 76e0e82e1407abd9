import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlan } from "../../../src/adapters/node/read-plan.ts";
import type { Plan } from "../../../src/core/gates/index.ts";

let top: string;
let root: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "turnpike-odd-"));
  root = join(top, "repository");
  mkdirSync(root);
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const workflow = (steps: string, head = ""): string =>
  `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${head}    steps:\n${steps}`;

function notesOf({ notes }: Plan): readonly string[] {
  return notes.map(({ file, line, message }) => `${file}${line === null ? "" : `:${line}`} ${message}`);
}

/** Whatever would run leaves a file. */
const trap = (): string => `touch ${join(top, "ran")}`;

describe("a repository", () => {
  it("with files in other encodings says which, and reads the rest", async () => {
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
    write("Makefile", utf16("test:\n\tpytest\n"));
    write("tox.ini", Buffer.from("[tox]\n# caf\xe9\nenv_list = py\n", "latin1"));
    write(
      ".github/workflows/bom.yml",
      `\ufeff${workflow("      - run: pip install ruff\n      - run: ruff check .\n")}`,
    );
    const plan = await readPlan(root);
    expect(plan.gates.map(({ id }) => id)).toEqual(["lint"]);
    expect(notesOf(plan)).toEqual([
      "Makefile is not UTF-8 text; nothing is detected in it",
      "tox.ini is not UTF-8 text; nothing is detected in it",
    ]);
  });

  it("with links that lead in circles or out of it follows none of them out", async () => {
    writeFileSync(join(top, "outside.ini"), `[tox]\n[testenv]\ncommands = ${trap()}\n`);
    symlinkSync(join(top, "outside.ini"), join(root, "tox.ini"));
    symlinkSync("Makefile", join(root, "Makefile"));
    symlinkSync("..", join(root, "up"));
    symlinkSync(".", join(root, "here"));
    write("a/justfile", "test:\n  pytest\n");
    symlinkSync("a/justfile", join(root, "justfile"));
    const plan = await readPlan(root);
    expect(notesOf(plan)).toEqual(
      expect.arrayContaining([
        "tox.ini is a link that leads out of the repository; it was not read",
        "Makefile could not be read; nothing is detected in it",
      ]),
    );
    expect(JSON.stringify(plan)).not.toContain("ran");
  });

  it.skipIf(process.platform === "win32")("with pipes, sockets and closed files waits for none of them", async () => {
    execFileSync("mkfifo", [join(root, "Makefile")]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "justfile"), resolve));
    write("tox.ini", "[tox]\n");
    chmodSync(join(root, "tox.ini"), 0o000);
    try {
      const notes = notesOf(await readPlan(root));
      expect(notes).toContain("Makefile is not a regular file; it was not read");
      expect(notes.some((note) => note.startsWith("justfile "))).toBe(true);
      // Root may read everything.
      if (process.getuid?.() !== 0) expect(notes).toContain("tox.ini could not be read; nothing is detected in it");
    } finally {
      server.close();
    }
  });

  it("of templates is not taken for what its templates will be", async () => {
    const name = "{{cookiecutter.name}}";
    write(`${name}/.github/workflows/ci.yml`, workflow("      - run: pytest\n"));
    write(`${name}/tox.ini`, "[tox]\nenv_list = {{ cookiecutter.envs }}\n");
    write(`${name}/pyproject.toml`, "[project]\nname = {{ cookiecutter.name }}\n");
    write("cookiecutter.json", "{}");
    const plan = await readPlan(root);
    expect([plan.gates, plan.suggestions]).toEqual([[], []]);
  });

  it("runs nothing while it is read, whatever its names and commands say", async () => {
    const run = trap();
    write(
      ".github/workflows/ci.yml",
      workflow(`      - run: |\n          $(${run})\n          make "$(${run})"\n          pytest \`${run}\`\n`),
    );
    write(
      "Makefile",
      `X := $(shell ${run})\n$(shell ${run}):\n\t$(X)\ntest: $(X)\n\tpytest $(X)\n-include $(shell ${run})\n`,
    );
    write("justfile", `x := \`${run}\`\ntest:\n  pytest {{x}}\n`);
    write(
      "noxfile.py",
      `import os\nos.system(${JSON.stringify(run)})\nimport nox\n@nox.session\ndef test(s): s.run("pytest")\n`,
    );
    write("tasks.py", `from invoke import task\n__import__("os").system(${JSON.stringify(run)})\n`);
    write("setup.py", `import os; os.system(${JSON.stringify(run)})\n`);
    write(
      ".pre-commit-config.yaml",
      `repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: ${run}, language: system}\n`,
    );
    write(`a$(${run.replaceAll("/", " ")})/package.json`, "{}");
    write("package.json", JSON.stringify({ scripts: { test: run, preinstall: run } }));
    await readPlan(root);
    expect(existsSync(join(top, "ran"))).toBe(false);
  });

  it("with names and texts that speak to terminals and runners is told without them", () => {
    const sequence = "\u001b]0;title\u0007\u001b[31m";
    write(
      ".github/workflows/ci.yml",
      workflow(`      - run: "pytest -k '${JSON.stringify(sequence).slice(1, -1)}'"\n`),
    );
    write(`::error::x${sequence}/pyproject.toml`, "[[[");
    write(`::error::x${sequence}/uv.lock`, "");
    write("Makefile", `test:\n\techo ::set-env name=X::y ${sequence}; pytest\n`);
    const program = join(import.meta.dirname, "../../../src/cli/main.ts");
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, "plan", root], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    expect(stdout + stderr).not.toMatch(/[\u0007\u001b]/);
    expect(stdout + stderr).not.toMatch(/^::/m);
  });

  it("with lines of a megabyte is read and let go", async () => {
    const long = "x".repeat(1_000_000);
    write("Makefile", `test:\n\tpytest ${long}\n`);
    write("package.json", JSON.stringify({ scripts: { test: `jest ${long}` } }));
    write(".github/workflows/ci.yml", workflow(`      - run: pytest ${long.slice(0, 400_000)}\n`));
    write("tox.ini", `[tox]\nenv_list = ${"{a,b}".repeat(40_000)}\n`);
    write("scripts/test.sh", `#!/bin/sh\n${"(".repeat(60_000)}\n`);
    const plan = await readPlan(root);
    expect(JSON.stringify(plan.notes).length).toBeLessThan(20_000);
  });
});

describe("a workflow", () => {
  it.each([
    ["a key twice", "on: push\non: push\njobs: {}\n"],
    ["tabs", "on: push\njobs:\n\ttest: {}\n"],
    [
      "aliases that unfold without end",
      `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
        .split("")
        .map((one, at) => `${one}: &${one} [${Array(9).fill(`*${"abcdefg"[at]}`).join(",")}]\n`)
        .join("")}on: push\njobs: {}\n`,
    ],
    ["an alias of itself", "on: push\njobs: &a\n  test: *a\n"],
  ])("with %s is said, and the others are read", async (_, text) => {
    write(".github/workflows/bad.yml", text);
    write(".github/workflows/good.yml", workflow("      - run: pip install ruff\n      - run: ruff check .\n"));
    const plan = await readPlan(root);
    expect(plan.gates.map(({ id }) => id)).toEqual(["lint"]);
    expect(notesOf(plan).some((note) => note.startsWith(".github/workflows/bad.yml:"))).toBe(true);
  });
});
