import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { type PlanResult, planRepository } from "../../../src/core/detect/index.ts";
import type { Gate } from "../../../src/core/gates/index.ts";
import { formatProblem } from "../../../src/errors.ts";
import { snapshotOf, uvLock } from "../../fakes/snapshot.ts";

const PYPROJECT = `[dependency-groups]
dev = ["ruff", "mypy", "bandit"]
tests = ["pytest"]
[tool.ruff]
src = ["src"]
[tool.mypy]
files = ["src"]
[tool.pytest.ini_options]
testpaths = ["tests"]
[tool.bandit]
targets = ["src"]
`;

const FILES = { "pyproject.toml": PYPROJECT, "uv.lock": uvLock(["pytest", "9.2.0"]), "src/a/__init__.py": "" };

function plan(text: string, files: Readonly<Record<string, string>> = FILES): PlanResult {
  const config = parseConfig(text, "turnpike.yml");
  if (!config.ok) throw new Error(config.problems.map(formatProblem).join("\n"));
  return planRepository(snapshotOf(files), config.config);
}

function gatesOf(text: string, files?: Readonly<Record<string, string>>): readonly Gate[] {
  const result = plan(text, files);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.plan.gates;
}

function find(gates: readonly Gate[], id: string): Gate | undefined {
  return gates.find((gate) => gate.id === id);
}

function problemsOf(text: string): readonly string[] {
  const result = plan(text);
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe("turnpike.yml over what is detected", () => {
  it("replaces a detected gate whole when it has `run`", () => {
    const lint = find(gatesOf("gates:\n  lint: { run: uv run ruff check src tests }\n"), "lint");
    expect(lint).toMatchObject({
      run: "uv run ruff check src tests",
      reproduce: "uv run ruff check src tests",
      tool: "ruff",
      reports: [],
      tier: "normal",
      required: true,
      exitCodes: { clean: [0], findings: [1] },
      source: { file: "turnpike.yml", line: 2 },
      declared: true,
    });
    expect(lint?.why).toBe("turnpike.yml declares it, in place of the command that pyproject.toml shows.");
  });

  it("keeps the packages of the gate that it replaces, since the same tool comes from them", () => {
    const tests = find(gatesOf("gates: { tests: { run: uv run --group docs pytest -x } }"), "tests");
    expect(tests?.environment).toEqual({ manager: "uv", cwd: ".", groups: ["docs", "tests"], extras: [] });
  });

  it("extends a detected gate key by key without `run`", () => {
    const text =
      "gates:\n  tests: { timeout: 20m, env: { A: b }, needs: [lint], resources: { cpu: 4, locks: [db] }, required: false, owner: me }\n";
    expect(find(gatesOf(text), "tests")).toMatchObject({
      timeoutMs: 1_200_000,
      env: { A: "b" },
      needs: ["lint"],
      cpu: 4,
      locks: ["db"],
      required: false,
      owner: "me",
      reproduce: "A=b uv run --group tests pytest",
      source: { file: "pyproject.toml", line: 9 },
      reports: [{ format: "junit" }],
    });
  });

  it("switches a suggestion on, which is then required unless it says otherwise", () => {
    const gates = gatesOf("gates:\n  sast: {}\n  audit: { required: false }\n");
    expect(gates.map(({ id }) => id)).toEqual(["lock", "lint", "types", "tests", "sast", "audit"]);
    expect(find(gates, "sast")).toMatchObject({
      required: true,
      declared: true,
      source: { file: "turnpike.yml", line: 2 },
    });
    expect(find(gates, "audit")).toMatchObject({ required: false, inconclusive: "warn" });
  });

  it.each(["off", "false"])("switches a gate off with %s", (word) => {
    expect(gatesOf(`gates: { tests: ${word} }`).map(({ id }) => id)).not.toContain("tests");
  });

  it("switches a suggestion off, so that nobody is asked again", () => {
    const result = plan("gates: { audit: off, sast: off }");
    expect(result.ok && result.plan.suggestions).toEqual([]);
  });

  it("adds gates of its own after those that are detected", () => {
    const text = `gates:
  contract:
    run: [uv, run, python, -m, checks.contract, --out, out/contract.xml]
    cwd: ./src/git/
    needs: [lint]
    tier: slow
    timeout: 10m
    resources: { cpu: 1, memory: 1GiB, locks: [database] }
    report: { format: junit, path: out/contract.xml }
`;
    const gates = gatesOf(text);
    expect(gates.at(-1)).toMatchObject({
      id: "contract",
      cwd: "src/git",
      reproduce: "cd src/git && uv run python -m checks.contract --out out/contract.xml",
      memoryBytes: 1024 ** 3,
      reports: [{ format: "junit", path: "out/contract.xml" }],
      environment: { manager: "uv", cwd: "src/git" },
      exitCodes: null,
    });
  });

  it("keeps the budget and the build that it says, else the defaults", () => {
    const result = plan("budget: { total: 5m, enforce: true }\nbuild: make dist\n");
    expect(result.ok && result.plan.budget).toEqual({ totalMs: 300_000, enforce: true });
    expect(result.ok && result.plan.build).toEqual({
      run: "make dist",
      cwd: ".",
      source: { file: "turnpike.yml", line: 2 },
    });
    const bare = plan("");
    expect(bare.ok && bare.plan.budget).toEqual({ totalMs: 1_200_000, enforce: false });
  });

  it.each([
    ["none", []],
    ["[node]", ["lock-npm"]],
    ["[python]", ["lock-uv", "lint", "types", "tests"]],
    ["auto", ["lock-uv", "lint", "types", "tests", "lock-npm"]],
  ])("looks only for the presets that it names: %s", (presets, ids) => {
    const files = { ...FILES, "package.json": '{ "name": "a" }', "package-lock.json": "" };
    const gates = gatesOf(`presets: ${presets}`, files).map(({ id }) => id);
    const plain = (id: string): string => id.replace(/-.*/, "");
    expect(gates.map(plain)).toEqual(ids.map(plain));
  });

  it("warns for an audit that cannot judge, whoever wrote its command", () => {
    const gates = gatesOf(
      "gates:\n  audit: { run: uv run pip-audit }\n  audit-npm: { run: npm audit, inconclusive: fail }\n",
    );
    expect(find(gates, "audit")).toMatchObject({ inconclusive: "warn", network: true, tool: "pip-audit" });
    expect(find(gates, "audit-npm")).toMatchObject({ inconclusive: "fail", environment: null });
  });
});

describe("turnpike.yml that names what is not there", () => {
  it("is told every fault at its place, with the nearest name", () => {
    const text = `gates:
  test: { timeout: 20m }
  sast: off
  audit: off
  a: { run: x, needs: [lnt, lint] }
  b: { run: x, needs: [sast] }
  c: { run: x, needs: [xyzzy] }
`;
    expect(problemsOf(text)).toEqual([
      "turnpike.yml:2:3  gates.test has no `run`, and no gate of that id is detected; did you mean `tests`? Else write the command as `run`",
      'turnpike.yml:5:24  gates.a.needs names "lnt", which is no gate here; did you mean `lint`?',
      'turnpike.yml:6:24  gates.b.needs names "sast", which is switched off',
      'turnpike.yml:7:24  gates.c.needs names "xyzzy", which is no gate here; gates are lock, lint, types, tests, a, b, c',
    ]);
  });

  it("is told that a need is only suggested", () => {
    expect(problemsOf("gates: { a: { run: x, needs: [audit] } }")[0]).toContain(
      "is only suggested; switch it on with `audit: {}`",
    );
  });

  it("is only warned when it switches off what is not there", () => {
    const result = plan("gates: { tetsts: off }");
    expect(result.ok && result.plan.notes).toEqual([
      {
        file: "turnpike.yml",
        line: 1,
        message: "gates.tetsts is switched off, but nothing of that id is detected; did you mean `tests`?",
      },
    ]);
  });
});

it("tells of gates that change files while others read them", () => {
  const commands =
    "fmt: { run: uv run ruff format }, fix: { run: [npx, prettier, --write, .] }, c: { run: make check }";
  const result = plan(`gates: { ${commands} }`, {});
  const notes = result.ok ? result.plan.notes : [];
  expect(notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
    "1 gates.fmt changes files that other gates read meanwhile (it rewrites files); `ruff format --check` only checks",
    "1 gates.fix changes files that other gates read meanwhile (it rewrites files); `prettier --check .` only checks",
  ]);
});

describe("gates that measure coverage", () => {
  it.each([
    ["run: pytest --cov", [".coverage"]],
    ["run: [uv, run, pytest, --cov=src], cwd: lib, resources: { locks: [db] }", ["db", "lib/.coverage"]],
    ["run: coverage run -m pytest && coverage report", [".coverage"]],
    ["run: pytest --cov, env: { COVERAGE_FILE: '${reports}/c' }", []],
    ["run: COVERAGE_FILE=x pytest --cov", []],
    ["run: pytest --cover-nothing", []],
  ])("never run at once where they share their data: %s", (settings, locks) => {
    expect(find(gatesOf(`gates: { a: { ${settings} } }`, {}), "a")?.locks).toEqual(locks);
  });
});

describe("lines to paste", () => {
  it.each([
    ["gates: { a: { run: [echo, \"it's\", '$HOME'] } }", "echo 'it'\\''s' '$HOME'"],
    ["gates: { a: { run: make test, env: { A: 'b c' } } }", "A='b c' make test"],
    ["gates: { a: { run: make a && make b, env: { A: 1 } } }", "export A=1; make a && make b"],
    ["gates: { a: { run: make, cwd: 'my folder' } }", "cd 'my folder' && make"],
    [
      "gates: { a: { run: 'x -o ${reports}/o.xml', cwd: src } }",
      "cd src && export reports=$(mktemp -d); x -o ${reports}/o.xml",
    ],
    [
      "gates: { a: { run: [x, '--out=${reports}/a b.xml'], env: { F: '${reports}/f' } } }",
      'export reports=$(mktemp -d); F="${reports}"/f x --out="${reports}"\'/a b.xml\'',
    ],
  ])("%s", (text, line) => expect(find(gatesOf(text, {}), "a")?.reproduce).toBe(line));
});
