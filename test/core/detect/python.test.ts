import { describe, expect, it } from "vitest";
import { detect } from "../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../src/core/gates/index.ts";
import { snapshotOf, uvLock } from "../../fakes/snapshot.ts";

const LOCK = uvLock(
  ["ruff", "0.17.5"],
  ["mypy", "2.4.1"],
  ["pyright", "1.1.414"],
  ["pytest", "9.2.0"],
  ["bandit", "1.9.4"],
);

const PYPROJECT = `[project]
name = "ledger"
version = "1"
[dependency-groups]
dev = ["ruff"]
tests = ["pytest", "pytest-cov"]
typing = ["mypy", {include-group = "tests"}]
[build-system]
requires = []
`;

function planOf(pyproject: string, further: Readonly<Record<string, string>> = {}): Plan {
  return detect(
    snapshotOf({
      "pyproject.toml": PYPROJECT + pyproject,
      "uv.lock": LOCK,
      "src/ledger/__init__.py": "",
      "tests/test_a.py": "",
      ...further,
    }),
  );
}

function find(plan: Plan, id: string): Gate | undefined {
  return [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
}

function idsOf(plan: Plan): { readonly gates: readonly string[]; readonly suggested: readonly string[] } {
  return { gates: plan.gates.map(({ id }) => id), suggested: plan.suggestions.map(({ gate }) => gate.id) };
}

describe("a Python project", () => {
  it("with a lock declares that the lock is current, and nothing else", () => {
    const plan = planOf("");
    expect(idsOf(plan)).toEqual({ gates: ["lock"], suggested: ["audit"] });
    expect(find(plan, "lock")).toMatchObject({
      run: ["uv", "lock", "--check"],
      source: { file: "uv.lock", line: 1 },
      tier: "fast",
    });
  });

  it.each([
    [
      "[tool.ruff]\nsrc = ['src', 'tests', 'nothing']\n",
      "lint",
      [
        "uv",
        "run",
        "--no-sync",
        "ruff",
        "check",
        "--no-fix",
        "src",
        "tests",
        "--no-cache",
        "--output-format",
        "sarif",
        "-o",
        "${reports}/lint.sarif",
      ],
    ],
    [
      "[tool.ruff]\ninclude = ['src/**']\n",
      "lint",
      [
        "uv",
        "run",
        "--no-sync",
        "ruff",
        "check",
        "--no-fix",
        "--no-cache",
        "--output-format",
        "sarif",
        "-o",
        "${reports}/lint.sarif",
      ],
    ],
    [
      "[tool.ruff]\nsrc = ['src']\n[tool.ruff.format]\nquote-style = 'single'\n",
      "format",
      ["uv", "run", "--no-sync", "ruff", "format", "--check", "src", "--no-cache", "--output-format", "sarif"],
    ],
    ["[tool.mypy]\nfiles = ['src']\n", "types", ["uv", "run", "--no-sync", "mypy", "-O", "json"]],
    ["[tool.mypy]\npackages = 'ledger'\n", "types", ["uv", "run", "--no-sync", "mypy", "-O", "json"]],
    [
      "[tool.pytest.ini_options]\ntestpaths = ['tests']\n",
      "tests",
      [
        "uv",
        "run",
        "--no-sync",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-o",
        "junit_family=xunit1",
        "--junitxml=${reports}/tests.xml",
      ],
    ],
    [
      "[tool.pytest.ini_options]\ntestpaths = 'tests'\naddopts = '--ff'\n",
      "tests",
      [
        "uv",
        "run",
        "--no-sync",
        "pytest",
        "-o",
        "cache_dir=${reports}/tests.cache",
        "-o",
        "junit_family=xunit1",
        "--junitxml=${reports}/tests.xml",
      ],
    ],
  ])("declares with %j the gate %s", (text, id, run) => {
    expect(find(planOf(text), id)).toMatchObject({
      declared: true,
      required: true,
      run,
      exitCodes: { clean: [0], findings: [1] },
    });
  });

  it.each([
    ["[tool.ruff]\nline-length = 100\n", "lint", "neither `include` nor `src` of ruff says what to check"],
    ["[tool.ruff]\nsrc = ['nothing']\n", "lint", "neither `include` nor `src` of ruff says what to check"],
    [
      "[tool.ruff.format]\nquote-style = 'single'\n",
      "format",
      "neither `include` nor `src` of ruff says what to check",
    ],
    ["[tool.mypy]\nstrict = true\n", "types", "no `files` of mypy says what to check"],
    ["[tool.pytest.ini_options]\naddopts = '-q'\n", "tests", "no `testpaths` of pytest says where the tests are"],
  ])("only suggests with %j the gate %s", (text, id, reason) => {
    const gate = find(planOf(text), id);
    expect(gate).toMatchObject({ declared: false });
    expect(gate?.why).toContain(`only suggested, because ${reason}`);
  });

  it("without a lock only suggests, because nothing says which versions to install", () => {
    const plan = detect(
      snapshotOf({
        "pyproject.toml": `${PYPROJECT}[tool.pytest.ini_options]\ntestpaths = ['tests']\n`,
        "tests/test_a.py": "",
      }),
    );
    expect(idsOf(plan)).toEqual({ gates: [], suggested: ["tests"] });
    expect(find(plan, "tests")?.run.slice(0, 5)).toEqual(["uv", "run", "--group", "tests", "pytest"]);
    expect(plan.environments).toEqual([]);
  });

  it("does not format what no [tool.ruff.format] says that ruff formats", () => {
    expect(find(planOf("[tool.ruff]\nsrc = ['src']\n"), "format")).toBeUndefined();
  });

  it("leaves a tool out that no group brings", () => {
    expect(
      find(planOf("[tool.pyright]\ninclude = ['src']\n[tool.bandit]\ntargets = ['src']\n"), "types"),
    ).toBeUndefined();
  });

  it("names two type checkers of one root apart, and doubts settings that serve editors", () => {
    const typing = PYPROJECT.replace('"mypy",', '"mypy", "pyright",');
    const files = { "uv.lock": LOCK };
    const strict = detect(
      snapshotOf({
        ...files,
        "pyproject.toml": `${typing}[tool.mypy]\nfiles='src'\n[tool.pyright]\ninclude=['src']\n`,
      }),
    );
    expect(idsOf(strict).gates).toEqual(["lock", "types-mypy", "types-pyright"]);
    expect(find(strict, "types-pyright")).toMatchObject({
      cpu: 2,
      reports: [{ format: "pyright-json", path: "${reports}/types-pyright.json", fromStdout: true }],
    });
    const basic = detect(
      snapshotOf({
        ...files,
        "pyproject.toml": `${typing}[tool.mypy]\nfiles='src'\n[tool.pyright]\ninclude=['src']\ntypeCheckingMode='basic'\n`,
      }),
    );
    expect(idsOf(basic)).toEqual({ gates: ["lock", "types-mypy"], suggested: ["types-pyright", "audit"] });
  });

  it("asks for the groups that its tools are in, less those that uv installs by itself", () => {
    const plan = planOf(
      "[tool.ruff]\nsrc=['src']\n[tool.mypy]\nfiles='src'\n[tool.pytest.ini_options]\ntestpaths='tests'\n",
    );
    expect(find(plan, "lint")?.environment).toEqual({ manager: "uv", cwd: ".", groups: [], extras: [] });
    expect(find(plan, "tests")).toMatchObject({
      environment: { groups: ["tests"] },
      reproduce: "uv run --group tests pytest",
    });
    expect(plan.environments).toEqual([
      { manager: "uv", cwd: ".", groups: ["tests", "typing"], extras: [], lock: "uv.lock" },
    ]);
    const all = planOf("[tool.uv]\ndefault-groups = 'all'\n[tool.pytest.ini_options]\ntestpaths='tests'\n");
    expect(all.environments[0]?.groups).toEqual([]);
  });

  it("installs the extras that tests and type checkers may import, less those that conflict", () => {
    const extras = '[project.optional-dependencies]\ncpu = ["a"]\ngpu = ["b"]\nyaml = ["c"]\n';
    const conflicts = '[tool.uv]\nconflicts = [[{ extra = "cpu" }, { extra = "gpu" }]]\n';
    const plan = planOf(
      `${extras}${conflicts}[tool.ruff]\nsrc=['src']\n[tool.pytest.ini_options]\ntestpaths='tests'\n`,
    );
    expect(find(plan, "tests")?.environment?.extras).toEqual(["yaml"]);
    expect(find(plan, "lint")?.environment?.extras).toEqual([]);
  });

  it("finds a tool that a group brings by way of the lock", () => {
    const lock =
      '[[package]]\nname = "checks"\nversion = "1"\ndependencies = [\n    { name = "mypy" },\n]\n\n[[package]]\nname = "mypy"\nversion = "1.10"\n';
    const plan = detect(
      snapshotOf({
        "pyproject.toml": '[dependency-groups]\nlint = ["checks"]\n[tool.mypy]\nfiles = "src"\n',
        "uv.lock": lock,
      }),
    );
    expect(find(plan, "types")).toMatchObject({ declared: true, environment: { groups: ["lint"] } });
    expect(find(plan, "types")?.run).toContain("--junit-format");
  });

  it.each([
    ["1.8", []],
    ["1.10", ["junit"]],
    ["1.11", ["mypy-json"]],
    ["2.4.1", ["mypy-json"]],
  ])("asks mypy %s for the report that it can write", (version, formats) => {
    const files = { "pyproject.toml": `${PYPROJECT}[tool.mypy]\nfiles='src'\n`, "uv.lock": uvLock(["mypy", version]) };
    expect(find(detect(snapshotOf(files)), "types")?.reports.map(({ format }) => format)).toEqual(formats);
  });

  it.each([
    ["0.1.9", [], []],
    ["0.13.0", ["sarif"], []],
    ["0.15.5", ["sarif"], []],
    ["0.16.0", ["sarif"], ["sarif"]],
  ])("asks ruff %s for the reports that it can write", (version, lint, format) => {
    const text = "[tool.ruff]\nsrc = ['src']\n[tool.ruff.format]\nquote-style = 'single'\n";
    const plan = planOf(text, { "uv.lock": uvLock(["ruff", version]) });
    expect(find(plan, "lint")?.reports.map((report) => report.format)).toEqual(lint);
    expect(find(plan, "format")?.reports.map((report) => report.format)).toEqual(format);
  });

  it.each([
    ["0.0.15", []],
    ["0.0.20", ["junit"]],
    ["0.0.104", ["sarif"]],
  ])("asks ty %s for the report that it can write", (version, formats) => {
    const files = {
      "pyproject.toml": '[dependency-groups]\ndev = ["ty"]\n[tool.ty.src]\ninclude = ["src"]\n',
      "uv.lock": uvLock(["ty", version]),
    };
    expect(find(detect(snapshotOf(files)), "types")?.reports.map(({ format }) => format)).toEqual(formats);
  });

  it.each([
    ["'-n auto'", 2],
    ["['-n', '4']", 4],
    ["'--numprocesses=3'", 3],
    ["'-q'", 1],
  ])("counts the processes of pytest-xdist: %s", (options, cpu) => {
    expect(find(planOf(`[tool.pytest.ini_options]\ntestpaths='tests'\naddopts=${options}\n`), "tests")?.cpu).toBe(cpu);
  });

  it("gives a test run a coverage file of its own where coverage is measured", () => {
    const plan = planOf("[tool.pytest.ini_options]\ntestpaths='tests'\naddopts='--cov'\n");
    expect(find(plan, "tests")?.env).toEqual({ COVERAGE_FILE: "${reports}/tests.coverage" });
  });

  it.each([
    ["pytest.ini", "[pytest]\ntestpaths = tests\n", "tests", 2],
    ["setup.cfg", "[tool:pytest]\ntestpaths =\n    tests\n", "tests", 2],
    ["tox.ini", "[tox]\n[pytest]\ntestpaths = tests\n", "tests", 3],
    ["mypy.ini", "[mypy]\nfiles = src\n", "types", 2],
    ["ruff.toml", "line-length = 100\nsrc = ['src']\n", "lint", 2],
  ])("reads %s too", (file, text, id, line) => {
    expect(find(planOf("", { [file]: text }), id)).toMatchObject({ declared: true, source: { file, line } });
  });

  it("prefers a tool's own file to pyproject.toml, as the tool does", () => {
    const plan = planOf("[tool.ruff]\nsrc = ['src']\n", { "ruff.toml": "line-length = 100\n" });
    expect(find(plan, "lint")?.declared).toBe(false);
  });

  it("suggests bandit with the folders that it should look at, and shows its findings without blocking", () => {
    const dev = PYPROJECT.replace('dev = ["ruff"]', 'dev = ["ruff", "bandit[sarif]"]');
    const plan = detect(snapshotOf({ "pyproject.toml": `${dev}[tool.bandit]\ntargets = ["src"]\n`, "uv.lock": LOCK }));
    expect(find(plan, "sast")).toMatchObject({
      declared: false,
      required: false,
      run: [
        "uv",
        "run",
        "--no-sync",
        "bandit",
        "-q",
        "-c",
        "pyproject.toml",
        "-r",
        "src",
        "-f",
        "json",
        "-o",
        "${reports}/sast.json",
      ],
    });
  });

  it("builds with uv where there is a build system, and only there", () => {
    expect(planOf("").build).toEqual({ run: "uv build", cwd: ".", source: { file: "pyproject.toml", line: 8 } });
    expect(detect(snapshotOf({ "pyproject.toml": '[project]\nname = "a"\n' })).build).toBeNull();
  });
});

describe("a uv workspace", () => {
  const root = `[project]
name = "root"
dependencies = ["core"]
[dependency-groups]
dev = ["pytest"]
[tool.uv.workspace]
members = ["packages/*"]
exclude = ["packages/old"]
[tool.pytest.ini_options]
testpaths = ["packages"]
`;
  const member = (name: string, needs = "") => `[project]\nname = "${name}"\ndependencies = [${needs}]\n`;

  it("declares tests when the root needs all its members", () => {
    const files = {
      "packages/core/pyproject.toml": member("core", '"base"'),
      "packages/base/pyproject.toml": member("base"),
      "packages/old/pyproject.toml": member("old"),
    };
    const plan = detect(snapshotOf({ "pyproject.toml": root, "uv.lock": uvLock(["pytest", "9.2.0"]), ...files }));
    expect(find(plan, "tests")?.declared).toBe(true);
  });

  it("only suggests them when a member would not be installed", () => {
    const files = { "packages/core/pyproject.toml": member("core"), "packages/cli/pyproject.toml": member("cli") };
    const plan = detect(snapshotOf({ "pyproject.toml": root, "uv.lock": uvLock(["pytest", "9.2.0"]), ...files }));
    expect(find(plan, "tests")?.why).toContain("the workspace's members cli");
  });

  it("does not read the lock of a member, since uv reads that of the workspace", () => {
    const own = `${member("core")}[dependency-groups]\ndev = ["pytest"]\n[tool.pytest.ini_options]\ntestpaths = ["t"]\n`;
    const files = {
      "packages/core/pyproject.toml": own,
      "packages/core/uv.lock": uvLock(["pytest", "9.2.0"]),
      "packages/old/pyproject.toml": own,
      "packages/old/uv.lock": uvLock(["pytest", "9.2.0"]),
    };
    const plan = detect(snapshotOf({ "pyproject.toml": root, "uv.lock": uvLock(["pytest", "9.2.0"]), ...files }));
    expect(idsOf(plan).gates).toEqual(["lock", "tests", "lock@packages/old", "tests@packages/old"]);
  });
});

describe("further roots", () => {
  const project = '[dependency-groups]\ndev = ["pytest"]\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n';

  it("with locks of their own get gates of their own, named after their folder", () => {
    const plan = detect(
      snapshotOf({
        "src/git/pyproject.toml": project,
        "src/git/uv.lock": uvLock(["pytest", "9"]),
        "src/time/pyproject.toml": project,
      }),
    );
    expect(idsOf(plan).gates).toEqual(["lock@src/git", "tests@src/git"]);
    expect(find(plan, "tests@src/git")).toMatchObject({
      cwd: "src/git",
      reproduce: "cd src/git && uv run pytest",
      reports: [{ path: "${reports}/tests-src-git.xml" }],
      environment: { cwd: "src/git" },
    });
    expect(plan.environments).toEqual([
      { manager: "uv", cwd: "src/git", groups: [], extras: [], lock: "src/git/uv.lock" },
    ]);
  });

  it.each(["examples/a", "tests/fixtures/a", "docs/a", "vendor/a", "template/a", ".hidden/a"])(
    "in %s are left alone",
    (folder) => {
      const plan = detect(snapshotOf({ [`${folder}/pyproject.toml`]: project, [`${folder}/uv.lock`]: uvLock() }));
      expect(plan.gates).toEqual([]);
    },
  );
});
