import { describe, expect, it } from "vitest";
import type { DeclaredEntry } from "../../../../src/core/declarations/index.ts";
import { planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { declarations, entry } from "../../../fakes/declared-entries.ts";
import { snapshotOf, uvLock } from "../../../fakes/snapshot.ts";

function planOf(entries: readonly DeclaredEntry[], texts: Readonly<Record<string, string>> = {}): Plan {
  const planned = planRepository(snapshotOf(texts), undefined, declarations(...entries));
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

function gateOf(plan: Plan, id: string): Gate | undefined {
  return [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
}

const ids = (plan: Plan): readonly string[] => plan.gates.map(({ id }) => id);
const suggested = (plan: Plan): readonly string[] => plan.suggestions.map(({ gate }) => gate.id);

const PYPROJECT =
  '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.10"\n[build-system]\nrequires = []\n';

describe("what workflows run", () => {
  it("is what a repository requires, in the environment that its job makes", () => {
    const job = entry("workflow:ci.yml#test", [
      "pip install -U pip",
      'pip install -e ".[dev]"',
      "ruff check src",
      "mypy src",
      "pytest -q",
    ]);
    const plan = planOf([{ ...job, python: "3.12" }], { "pyproject.toml": PYPROJECT });
    expect(ids(plan)).toEqual(["lint", "types", "tests"]);
    expect(gateOf(plan, "lint")).toMatchObject({
      run: ["ruff", "check", "src"],
      required: true,
      source: { file: ".github/workflows/ci.yml", line: 4 },
    });
    expect(plan.environments).toMatchObject([
      {
        manager: "venv",
        recipe: {
          name: "ci.yml test",
          python: "3.12",
          requiresPython: ">=3.10",
          installs: [{ words: ["uv", "pip", "install", "-e", ".[dev]"] }],
        },
      },
    ]);
    expect(gateOf(plan, "tests")?.run).toEqual(
      expect.arrayContaining(["pytest", "-q", "--junitxml=${reports}/tests.xml"]),
    );
  });

  it("is only suggested where an action brings a tool that nothing else brings", () => {
    const plan = planOf([entry("workflow:ci.yml#go", ["golangci-lint run", "go test ./..."])]);
    expect(ids(plan)).toEqual(["tests"]);
    expect(gateOf(plan, "lint")?.why).toContain("nothing there says where golangci-lint comes from");
  });

  it("is followed through make and tox, and the way is kept", () => {
    const plan = planOf([
      entry("workflow:ci.yml#lint", ["pip install tox", "make lint"]),
      entry("make:lint", ["tox -e lint"]),
      entry("tox:lint", ["python -I -m pip install ruff==0.14.0", "ruff check ."]),
    ]);
    const lint = gateOf(plan, "lint");
    expect(lint).toMatchObject({
      reproduce: "tox -e lint",
      shows: "ruff check .",
      environment: {
        manager: "venv",
        recipe: { name: "tox:lint", installs: [{ words: ["uv", "pip", "install", "ruff==0.14.0"] }] },
      },
      chain: [{ text: "make lint", line: 3 }, { text: "tox -e lint" }, { text: "ruff check .", file: "tox.ini" }],
    });
    expect(lint?.run.slice(0, 3)).toEqual(["ruff", "check", "."]);
  });

  it("comes to an end when it goes in circles", () => {
    const plan = planOf([
      entry("workflow:ci.yml#a", ["make a"]),
      entry("make:a", ["make b"]),
      entry("make:b", ["make a"]),
    ]);
    expect(ids(plan)).toEqual([]);
    expect(plan.notes.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining("it calls itself")]),
    );
  });

  it("leaves what no workflow runs as a suggestion, because a stale target is the commonest false red", () => {
    const plan = planOf(
      [entry("workflow:ci.yml#test", ["pip install -e .", "pytest"]), entry("make:lint", ["ruff check ."])],
      { "pyproject.toml": PYPROJECT },
    );
    expect([ids(plan), suggested(plan)]).toEqual([["tests"], ["lint"]]);
    expect(gateOf(plan, "lint")?.why).toContain("no workflow runs it");
  });

  it("never includes what publishes or deploys, and names it", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#test", [
          "pip install -e .",
          "pytest",
          "twine upload dist/*",
          "git push --tags",
          "./scripts/deploy.sh prod",
        ]),
      ],
      { "pyproject.toml": PYPROJECT },
    );
    expect(ids(plan)).toEqual(["tests"]);
    expect(plan.neverRun?.map(({ text, line }) => [text, line])).toEqual([
      ["twine upload dist/*", 4],
      ["git push --tags", 5],
      ["./scripts/deploy.sh prod", 6],
    ]);
  });

  it("is only suggested where its job needs services, secrets or another machine", () => {
    const around = { services: ["postgres"], container: null, secrets: ["DATABASE_PASSWORD", "GITHUB_TOKEN"] };
    const plan = planOf(
      [{ ...entry("workflow:ci.yml#test", ["pip install -e .", "ruff check .", "pytest"]), surroundings: around }],
      { "pyproject.toml": PYPROJECT },
    );
    expect([ids(plan), suggested(plan)]).toEqual([["lint"], ["tests"]]);
    expect(gateOf(plan, "tests")?.why).toMatch(
      /needs the service postgres, and its job reads the secret DATABASE_PASSWORD\.$/,
    );
  });

  it("is advisory where its failure is ignored", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#a", {
          commands: ["pip install -e .", { text: "mypy .", words: ["mypy", "."], mayFail: true }],
        }),
      ],
      { "pyproject.toml": PYPROJECT },
    );
    expect(gateOf(plan, "types")).toMatchObject({ required: false, declared: true });
  });

  it("is no check where it rewrites files", () => {
    const plan = planOf([
      entry("workflow:ci.yml#a", ["pip install black ruff", "black .", "ruff check --fix .", "ruff format --check ."]),
    ]);
    expect(ids(plan)).toEqual(["format"]);
    expect(gateOf(plan, "format")?.tool).toBe("ruff");
  });
});

describe("one command said several times", () => {
  it("by a matrix runs once, with the newest released interpreter", () => {
    const variant = (python: string) => ({
      ...entry(`tox:py${python}`, { commands: ["pip install pytest", "pytest"], place: { file: "tox.ini", line: 1 } }),
      python,
      isolated: true,
    });
    const plan = planOf([
      entry("workflow:ci.yml#test", ["tox -e py3.9,py3.16,py3.13"]),
      ...["3.9", "3.16", "3.13"].map(variant),
    ]);
    expect(ids(plan)).toEqual(["tests"]);
    expect(plan.environments[0]?.recipe?.python).toBe("3.13");
  });

  it("in two jobs runs once, where one environment has what the other has", () => {
    const plan = planOf([
      entry("workflow:ci.yml#a", ["pip install ruff", "ruff check ."]),
      entry("workflow:ci.yml#b", ["pip install ruff", "pip install mypy", "ruff check .", "mypy ."]),
    ]);
    expect(ids(plan)).toEqual(["lint", "types"]);
  });

  it("with other words stays several gates with names that tell them apart", () => {
    const plan = planOf([
      entry("workflow:ci.yml#test", ["tox -e tests,tests-typing,docs"]),
      entry("tox:tests", ["pip install pytest", "pytest tests"]),
      entry("tox:tests-typing", ["pip install pytest", "pytest typing"]),
      entry("tox:docs", ["pip install sphinx", "sphinx-build docs out"]),
    ]);
    expect(ids(plan)).toEqual(["tests", "tests-typing", "docs"]);
  });
});

describe("a repository whose workflows check nothing", () => {
  it("is checked as its Makefile says, with the tools of its lock", () => {
    const pyproject = `${PYPROJECT}[dependency-groups]\nlint = ["ruff"]\n`;
    const plan = planOf([entry("make:lint", ["ruff check src"]), entry("make:deploy", ["./deploy.sh"])], {
      "pyproject.toml": pyproject,
      "uv.lock": uvLock(["ruff", "0.14.0"]),
    });
    expect(ids(plan)).toEqual(["lock", "lint"]);
    expect(gateOf(plan, "lint")).toMatchObject({
      reproduce: "make lint",
      environment: { manager: "uv", groups: ["lint"] },
    });
  });

  it("is told when a workflow runs on pushes and no check could be read in it", () => {
    const plan = planOf([entry("workflow:ci.yml#a", ["./build-everything"])]);
    expect(plan.gates).toEqual([]);
    expect(plan.notes.map(({ file, message }) => `${file} ${message}`)).toEqual(
      expect.arrayContaining([expect.stringContaining("no check of the code could be read in it")]),
    );
  });
});

describe("commands of packages", () => {
  const texts = { "package.json": '{"name":"web","devDependencies":{"eslint":"9"}}', "package-lock.json": "{}" };

  it("run from the lock, each part of a script for itself", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#a", ["npm ci", "npm test"]),
        entry("scripts:test", ["eslint .", "tsc --noEmit", "vitest run"]),
      ],
      texts,
    );
    expect(ids(plan)).toEqual(["lock", "lint", "types", "tests"]);
    expect(gateOf(plan, "lint")?.run).toEqual(["eslint", ".", "-f", "json", "-o", "${reports}/lint.json"]);
    expect(plan.environments).toMatchObject([{ manager: "npm", cwd: ".", lock: "package-lock.json" }]);
  });

  it("wait for what their job builds before them", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#a", ["npm ci", "npm run build", "npm test"]),
        entry("scripts:build", ["tsup src"]),
        entry("scripts:test", ["mocha"]),
      ],
      texts,
    );
    expect(ids(plan)).toEqual(["lock", "build", "tests"]);
    expect(gateOf(plan, "build")?.run).toEqual(["npm", "run", "build"]);
    expect(gateOf(plan, "tests")?.needs).toEqual(["build"]);
  });

  it("are installed by the manager that the repository pins", () => {
    const plan = planOf([entry("workflow:ci.yml#a", ["pnpm install", "pnpm vitest run"])], {
      "package.json": '{"name":"web","packageManager":"pnpm@9.1.0","devDependencies":{"vitest":"3"}}',
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
    });
    expect(plan.environments).toMatchObject([
      {
        manager: "pnpm",
        recipe: { installs: [{ words: ["npx", "--yes", "pnpm@9.1.0", "install", "--frozen-lockfile"] }] },
      },
    ]);
    expect(ids(plan)).toEqual(["tests"]);
  });
});

describe("submodules", () => {
  it("are not entered, and it is said", () => {
    expect(planOf([], { ".gitmodules": "" }).notes).toContainEqual({
      ...{ file: ".gitmodules", line: null },
      message: "names submodules; what is in them is not looked at",
    });
  });
});

describe("hooks", () => {
  const selection = {
    ...{ files: [], exclude: ["(?x)^(\n  docs/ # no\n)"], types: ["python"], typesOr: [], excludeTypes: [] },
    ...{ passFilenames: true, alwaysRun: false },
  };
  const hook = (more: Partial<DeclaredEntry>) => ({
    ...entry("pre-commit:ruff", ["pip install ruff==0.14.0", "ruff check --force-exclude"]),
    ...{ isolated: true, service: "pre-commit.ci", fileSelection: selection, ...more },
  });
  const files = { "a.py": "", "docs/b.py": "", "c.md": "" };

  it("are handed the files that they ask for", () => {
    const lint = gateOf(planOf([hook({})], files), "lint");
    expect(lint?.run).toEqual(expect.arrayContaining(["ruff", "check", "--force-exclude", "a.py"]));
    expect(lint?.run).not.toContain("docs/b.py");
    expect(lint?.reproduce).toBe("pre-commit run ruff --all-files");
  });

  it("are nothing without such files, and only suggested when the files cannot be told", () => {
    expect(ids(planOf([hook({})], { "c.md": "" }))).toEqual([]);
    const plan = planOf([hook({ fileSelection: { ...selection, types: ["executable"] } })], files);
    expect([ids(plan), suggested(plan)]).toEqual([[], ["lint"]]);
  });
});

describe("coverage", () => {
  it("that is judged after the tests is one gate with them, with data of its own", () => {
    const plan = planOf([
      entry("workflow:ci.yml#a", [
        "pip install coverage pytest",
        "coverage run -m pytest",
        "coverage report --fail-under=90",
        "coverage xml",
      ]),
    ]);
    expect(ids(plan)).toEqual(["tests"]);
    expect(gateOf(plan, "tests")?.run).toBe(
      'coverage run -m pytest -o junit_family=xunit1 "--junitxml=${reports}/tests.xml" && coverage report --fail-under=90',
    );
    expect(gateOf(plan, "tests")?.env).toEqual({ COVERAGE_FILE: "${reports}/tests.coverage" });
  });
});
