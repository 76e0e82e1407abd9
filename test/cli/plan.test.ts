import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Look } from "../../src/adapters/terminal/look.ts";
import { styles } from "../../src/adapters/terminal/styles.ts";
import { planCommand } from "../../src/cli/plan/plan.ts";
import { renderExplanation } from "../../src/cli/plan/plan-explain.ts";
import { renderPlan } from "../../src/cli/plan/plan-page.ts";
import { parseConfig } from "../../src/core/config/index.ts";
import { type Planned, planRepository, toPlanDocument } from "../../src/core/detect/index.ts";
import { planFileSchema } from "../../src/core/detect/plan-schema.ts";
import { formatError } from "../../src/errors.ts";
import { snapshotOf, uvLock } from "../fakes/snapshot.ts";
import { commandLine, type Ended } from "./capture.ts";

const scratch = mkdtempSync(join(tmpdir(), "turnpike-plan-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const look: Look = { styles: styles({}, { NO_COLOR: "1" }), width: 160 };

const FILES = {
  "pyproject.toml": `[project]
name = "ledger"
[dependency-groups]
dev = ["ruff", "bandit"]
tests = ["pytest"]
[build-system]
requires = []
[tool.ruff]
src = ["src"]
[tool.mypy]
files = ["src"]
[tool.pytest.ini_options]
testpaths = ["tests"]
[tool.bandit]
targets = ["src"]
`,
  "uv.lock": uvLock(["pytest", "9.2.0"]),
  "src/ledger/__init__.py": "",
  "package.json":
    '{ "name": "site", "private": true,\n  "scripts": { "test": "vitest --watch", "lint": "eslint ." },\n  "devDependencies": { "eslint": "10" } }',
  "package-lock.json": "",
  "tools/x/uv.lock": "",
  "tools/x/pyproject.toml": "[broken",
  "examples/x/uv.lock": "",
  "examples/x/pyproject.toml": "",
};

const CONFIG = `budget: { total: 10m, enforce: true }
gates:
  tests: { timeout: 5m, required: false, owner: "@team/ledger" }
  contract:
    run: |
      make contract
      make report
    needs: [tests]
    tier: slow
    env: { DATABASE: "sqlite://" }
    resources: { cpu: 2, memory: 1GiB, locks: [database] }
    report: { format: junit, path: out/contract.xml }
  typo: off
`;

function planned(files: Readonly<Record<string, string>>, text = ""): Planned {
  const config = parseConfig(text, "turnpike.yml");
  const result = planRepository(snapshotOf(files), config.ok ? config.config : undefined);
  if (!config.ok || !result.ok) throw new Error("the fixture is wrong");
  return result;
}

function run(cwd: string, ...args: string[]): Promise<Ended> {
  const { FORCE_COLOR: _color, ...env } = process.env;
  return commandLine([planCommand], ["plan", ...args], { cwd, env: { ...env, NO_COLOR: "1" } });
}

describe("the page of turnpike plan", () => {
  it("shows each gate with its command and where it is declared, set-up, build, suggestions and notes", async () => {
    await expect(renderPlan(planned(FILES, CONFIG), look)).toMatchFileSnapshot("plan.golden.txt");
  });

  it("says plainly that there is nothing to check, and what was looked at", async () => {
    const files = { "go.mod": "module x", "package.json": '{ "scripts": { "test": "vitest --watch" } }' };
    await expect(renderPlan(planned(files), look)).toMatchFileSnapshot("plan-nothing.golden.txt");
  });

  it("shows of a folder of a repository what the top declares for it", async () => {
    const top = join(scratch, "monorepo");
    const files = {
      ".github/workflows/ci.yml": `on: [push]
jobs:
  api:
    runs-on: ubuntu-latest
    steps:
      - run: pip install -r requirements.txt pytest ruff
      - run: pytest -q
        working-directory: services/api
      - run: ruff check services/api/src
      - run: pytest services/web/tests
      - run: make -C services/web lint
`,
      "requirements.txt": "six\n",
      "services/api/src/a.py": "",
      "services/web/Makefile": "lint:\n\truff check src\n",
      "services/web/tests/test_a.py": "",
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    }
    for (const args of [
      ["init", "-q"],
      ["add", "-A"],
    ])
      execFileSync("git", args, { cwd: top, stdio: "ignore" });
    const below = await run(top, "services/api");
    expect(below.stderr).toBe("");
    await expect(below.stdout).toMatchFileSnapshot("plan-below.golden.txt");
  });

  it("keeps lines within a narrow terminal", () => {
    const lines = renderPlan(planned(FILES, CONFIG), { ...look, width: 90 }).split("\n");
    expect(lines.filter((line) => line.length > 90 && !line.startsWith("!"))).toEqual([]);
  });

  it("shows foreign names without their control characters", () => {
    const files = { "a\u001b[2J/pyproject.toml": "", "a\u001b[2J/uv.lock": "" };
    expect(renderPlan(planned(files), look)).not.toContain("\u001b");
  });
});

describe("the page of turnpike plan --explain", () => {
  it.each(["tests-pytest", "contract", "sast"])("says why %s is there and what it does", async (id) => {
    const config = CONFIG.replace("  tests:", "  tests-pytest:").replace("[tests]", "[tests-pytest]");
    const files = { ...FILES, "package.json": FILES["package.json"].replace(" --watch", "") };
    await expect(renderExplanation(planned(files, config), id, look)).toMatchFileSnapshot(`explain-${id}.golden.txt`);
  });

  it("shows what was considered for a kind of gate, also when there is none", async () => {
    await expect(renderExplanation(planned(FILES), "types", look)).toMatchFileSnapshot("explain-types.golden.txt");
    expect(renderExplanation(planned(FILES), "tests", look)).toContain("it watches and does not end");
  });

  it("knows no gate that was never considered, and says which is nearest", () => {
    try {
      renderExplanation(planned(FILES), "lnt", look);
      expect.unreachable();
    } catch (error) {
      expect(formatError(error)).toBe('There is no gate "lnt" here. Did you mean lint?');
    }
  });
});

describe("the document of turnpike plan --json", () => {
  it("keeps its schema, with gates first and suggestions after them", () => {
    const document = toPlanDocument(planned(FILES, CONFIG), { commit: null, tree: null, dirty: null });
    expect(planFileSchema.strict().parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document.gates.map(({ id, declared, enable }) => [id, declared, enable])).toEqual([
      ["lock-uv", true, null],
      ["lint-ruff", true, null],
      ["tests", true, null],
      ["lock-npm", true, null],
      ["lint-npm", true, null],
      ["contract", true, null],
      ["sast", false, "gates:\n  sast: {}"],
      ["audit-uv", false, "gates:\n  audit-uv: {}"],
      ["audit-npm", false, "gates:\n  audit-npm: {}"],
    ]);
  });
});

describe("turnpike plan", () => {
  it("prints one JSON document on standard output and nothing else", async () => {
    const folder = mkdtempSync(join(scratch, "json-"));
    writeFileSync(join(folder, "package.json"), '{ "scripts": { "test": "node --test" } }');
    const { status, stdout, stderr } = await run(scratch, folder, "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(planFileSchema.parse(JSON.parse(stdout))).toMatchObject({
      schema: "turnpike/plan/1",
      gates: [{ id: "tests", outcome: null, command: "npm test", cwd: "." }],
    });
  });

  it("ends with 0 where there is nothing to check", async () => {
    const { status, stdout } = await run(mkdtempSync(join(scratch, "nothing-")));
    expect(status).toBe(0);
    expect(stdout).toContain("Nothing to check here.");
  });

  it.each([
    ["a wrong turnpike.yml", "gates: { a: {} }\n", [], "gates.a has no `run`"],
    ["an unknown gate", "", ["--explain", "xyzzy"], 'There is no gate "xyzzy" here. There are none.'],
    ["no folder", "", ["nothing"], "There is no folder nothing."],
    ["an unknown option", "", ["--jsn"], "--json"],
  ])("ends with 2 and one message for %s", async (_, config, args, message) => {
    const folder = mkdtempSync(join(scratch, "wrong-"));
    if (config !== "") writeFileSync(join(folder, "turnpike.yml"), config);
    const { status, stdout, stderr } = await run(folder, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });
});
