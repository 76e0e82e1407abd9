import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { type Declarations, planRepository, type RepositorySnapshot } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { snapshotOf, uvLock } from "../../../fakes/snapshot.ts";

const FOLDER = "services/api";

function declarationsOf(snapshot: RepositorySnapshot): Declarations {
  return {
    reading: readDeclarations(snapshot),
    callOf: (words, cwd, entries) => callOf(words, cwd, entries, snapshot),
  };
}

/** The plan of services/api in a repository of these files. */
function planBelow(files: Readonly<Record<string, string>>): Plan {
  const inFolder = Object.entries(files).filter(([path]) => path.startsWith(`${FOLDER}/`));
  const below = snapshotOf(Object.fromEntries(inFolder.map(([path, text]) => [path.slice(FOLDER.length + 1), text])));
  const snapshot = snapshotOf(files);
  const around = { folder: FOLDER, snapshot, declarations: declarationsOf(snapshot) };
  const planned = planRepository(below, undefined, declarationsOf(below), around);
  if (!planned.ok) throw new Error("there is no turnpike.yml");
  return planned.plan;
}

function workflow(...steps: readonly string[]): string {
  return `on: [push]\njobs:\n  api:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join("")}`;
}

const CI = ".github/workflows/ci.yml";
const gateOf = ({ gates, suggestions }: Plan, id: string): Gate | undefined =>
  [...gates, ...suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
const ids = ({ gates }: Plan): readonly string[] => gates.map(({ id }) => id);

const FILES = {
  "services/api/src/a.py": "",
  "services/api/requirements.txt": "pytest\nruff\nmypy\nbandit\n",
  "services/api/Makefile": "types:\n\tmypy src\n",
  "services/web/tests/test_a.py": "",
};

describe("a folder of a repository", () => {
  const plan = planBelow({
    ...FILES,
    [CI]: workflow(
      "run: pip install -r services/api/requirements.txt",
      "run: cd services/api && pytest -q",
      "run: ruff check src\n        working-directory: services/api",
      "run: make -C services/api types",
      "run: ruff format --check services/api/src",
      "run: bandit -r services/api/src",
      "run: pytest services/web/tests",
    ),
  });

  it("has the gates that its repository runs there, or on nothing but its files", () => {
    expect(ids(plan)).toEqual(["format", "lint", "types", "tests"]);
    expect(plan.gates.map(({ cwd }) => cwd)).toEqual([".", ".", ".", "."]);
    expect(gateOf(plan, "format")?.run).toEqual(expect.arrayContaining(["ruff", "format", "--check", "src"]));
    expect(gateOf(plan, "types")?.run).toEqual(expect.arrayContaining(["mypy", "src"]));
  });

  it("keeps a variable that names a folder of the checkout right, which lies above it", () => {
    const step = "run: ROOT=$PWD/lib pytest -q\n        working-directory: services/api";
    const top = 'env: { TOP: "${{ github.workspace }}/services/api/a" }';
    const text = workflow("run: pip install pytest", `${step}\n        ${top}`);
    const { env } = gateOf(planBelow({ ...FILES, [CI]: text }), "tests") ?? {};
    expect(env).toMatchObject({ ROOT: "${checkout}/lib", TOP: "${checkout}/a" });
    const { env: above } = gateOf(planBelow({ ...FILES, [CI]: text.replace("/services/api/a", "/x") }), "tests") ?? {};
    expect(above).toMatchObject({ TOP: "${checkout}/../../x" });
  });

  it("says where they stand as it is seen from the folder, and how they are run from there", () => {
    expect(gateOf(plan, "lint")?.source).toEqual({ file: "../../.github/workflows/ci.yml", line: 8 });
    expect(gateOf(plan, "lint")?.why).toContain("../../.github/workflows/ci.yml:8 runs `ruff check src`");
    expect(gateOf(plan, "tests")?.reproduce).toBe("pytest -q");
    expect(gateOf(plan, "types")?.chain?.map(({ file }) => file)).toEqual([
      "../../.github/workflows/ci.yml",
      "Makefile",
    ]);
    expect(gateOf(plan, "format")?.reproduce).toBe("cd ../.. && ruff format --check services/api/src");
  });

  it("gets its packages where the repository installs them, and keeps no results that rest on what lies above", () => {
    expect(plan.environments[0]?.recipe?.installs).toMatchObject([
      { words: ["uv", "pip", "install", "-r", "services/api/requirements.txt"], cwd: "../.." },
    ]);
    expect(plan.gates.map(({ cache }) => cache)).toEqual([false, false, false, false]);
  });

  it("has a suggestion where a tool may read its settings above, and one note for all that runs elsewhere", () => {
    expect(gateOf(plan, "sast")?.why).toContain("it is started in ../.., where its settings may be read");
    expect(plan.notes).toEqual([
      {
        file: "../..",
        line: null,
        message: "declares 1 further command that runs outside of this folder; the plan of the whole repository has it",
      },
    ]);
  });
});

describe("a folder of which its repository says nothing", () => {
  it("is planned by what it declares itself", () => {
    const plan = planBelow({
      ...FILES,
      "services/api/Makefile": "lint:\n\tuvx ruff check src\n",
      [CI]: workflow("run: pip install pytest", "run: pytest services/web/tests"),
    });
    expect(ids(plan)).toEqual(["lint"]);
    expect(gateOf(plan, "lint")?.source.file).toBe("Makefile");
    expect(plan.notes.map(({ file }) => file)).toContain("../..");
  });
});

describe("packages and hooks of the repository around", () => {
  it("are those of the folder that `uv run --directory` names, which is gone into once", () => {
    const plan = planBelow({
      "services/api/pyproject.toml": '[project]\nname = "api"\nversion = "1"\n[dependency-groups]\ndev = ["pytest"]\n',
      "services/api/uv.lock": uvLock(["pytest", "9.2.0"]),
      [CI]: workflow("run: uv run --directory services/api pytest -q"),
    });
    expect(gateOf(plan, "tests")?.cwd).toBe(".");
    expect(gateOf(plan, "tests")?.run.slice(0, 5)).toEqual(["uv", "run", "--no-sync", "pytest", "-q"]);
  });

  it("come from the lock of the workspace", () => {
    const plan = planBelow({
      "pyproject.toml": '[project]\nname = "all"\nversion = "1"\n[tool.uv.workspace]\nmembers = ["services/*"]\n',
      "uv.lock": uvLock(["pytest", "9.2.0"]),
      "services/api/pyproject.toml": '[project]\nname = "api"\nversion = "1"\n[dependency-groups]\ndev = ["pytest"]\n',
      "services/api/tests/test_a.py": "",
      [CI]: workflow("run: uv run pytest\n        working-directory: services/api"),
    });
    expect(ids(plan)).toEqual(["tests"]);
    expect(plan.environments).toMatchObject([{ manager: "uv", cwd: ".", lock: "../../uv.lock" }]);
  });

  it("look at the files of the folder alone", () => {
    const plan = planBelow({
      ...FILES,
      ".pre-commit-config.yaml":
        "repos:\n  - repo: local\n    hooks:\n      - id: lint\n        name: lint\n        entry: ruff check\n        language: python\n        additional_dependencies: [ruff]\n        types: [python]\n",
      [CI]: workflow("run: uvx pre-commit run --all-files"),
    });
    const words = gateOf(plan, "lint")?.run ?? [];
    expect(words).toContain("src/a.py");
    expect(words).not.toContain("../web/tests/test_a.py");
  });

  it("do not run where a build that they need lies elsewhere", () => {
    const plan = planBelow({
      "package.json": '{ "scripts": { "build": "node build.js" } }',
      "package-lock.json": "{}",
      "services/api/package.json": '{ "scripts": { "test": "vitest run" } }',
      [CI]: workflow("run: npm ci", "run: npm run build", "run: npm test\n        working-directory: services/api"),
    });
    expect(ids(plan)).toEqual([]);
    expect(gateOf(plan, "tests")?.why).toContain("comes before it, outside of this folder");
  });
});
