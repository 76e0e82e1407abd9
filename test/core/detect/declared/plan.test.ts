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

  it("is shown as a person can paste it where it ran in the environment of a lock", () => {
    const texts = { "pyproject.toml": PYPROJECT, "uv.lock": uvLock(["six", "1.0"]) };
    const job = entry("workflow:ci.yml#test", ["uv sync --group tests", ". .venv/bin/activate", "pytest -q"]);
    const [tests] = planOf([job], texts).gates.filter(({ tool }) => tool === "pytest");
    expect([tests?.reproduce, tests?.environment?.manager]).toEqual(["uv run --group tests pytest -q", "uv"]);
  });

  it("has its own environment where other things are installed over what the lock says", () => {
    const texts = { "pyproject.toml": PYPROJECT, "uv.lock": uvLock(["six", "1.0"]) };
    const entries = [
      entry("workflow:ci.yml#test", ["uv sync --locked", "tox -e min", "tox -e latest"]),
      entry("tox:min", ["uv sync --locked --group tests", "uv pip install six==1.0", "pytest --basetemp=.tox/tmp/min"]),
      entry("tox:latest", ["uv sync --locked --group tests", "pytest --basetemp=.tox/tmp/latest"]),
    ];
    const [min, latest] = planOf(entries, texts).gates.filter(({ tool }) => tool === "pytest");
    expect(min?.environment?.recipe?.installs.map(({ words }) => words.join(" "))).toEqual([
      "uv sync --locked --active --group tests",
      "uv pip install six==1.0",
    ]);
    expect(min?.run).toEqual(expect.arrayContaining(["pytest", "--basetemp=${reports}/tmp"]));
    expect(latest?.environment).toMatchObject({ manager: "uv", groups: ["tests"] });
    const job = (last: string) => entry("workflow:ci.yml#test", ["uv sync", "uv pip install six==1.0", last]);
    const installsOf = (last: string) =>
      planOf([job(last)], texts).gates.find(({ tool }) => tool === "pytest")?.environment?.recipe?.installs.length;
    // `uv run` puts back what the lock says; without a sync it leaves what is there.
    expect([installsOf("uv run pytest"), installsOf("uv run --no-sync pytest")]).toEqual([3, 2]);
    const tools = entry("workflow:ci.yml#test", ["uv sync", "uv tool install codespell", "uv run pytest"]);
    expect(planOf([tools], texts).gates.find(({ tool }) => tool === "pytest")?.environment?.manager).toBe("uv");
  });

  it("is only suggested where an action brings a tool that nothing else brings", () => {
    const plan = planOf([entry("workflow:ci.yml#go", ["golangci-lint run", "go test ./..."])]);
    expect(ids(plan)).toEqual(["tests"]);
    expect(gateOf(plan, "lint")?.why).toContain("GitHub's runners do not have golangci-lint");
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

  it("is left to hatch where hatch brings the settings, in the version that the job installs", () => {
    const job = entry("workflow:ci.yml#test", [
      "pip install hatch==1.16.1",
      "hatch fmt --check",
      "hatch test --python 3.13 --cover-quiet",
      "hatch run types:mypy src",
      "hatch check --fix",
    ]);
    const plan = planOf([{ ...job, python: "3.13" }], { "pyproject.toml": PYPROJECT });
    expect(plan.gates.map(({ id, run, reports }) => [id, run, reports])).toEqual([
      ["lint", ["uvx", "--python", "3.13", "hatch@1.16.1", "fmt", "--check"], []],
      ["types", ["uvx", "--python", "3.13", "hatch@1.16.1", "run", "types:mypy", "src"], []],
      ["tests", ["uvx", "--python", "3.13", "hatch@1.16.1", "test", "--python", "3.13", "--cover-quiet"], []],
    ]);
    expect(plan.environments).toEqual([]);
  });

  it("is no check where its name says that something is made", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#docs", [
          "pip install -e .",
          "python scripts/generate_docs.py",
          "python scripts/check_docs.py",
        ]),
        entry("workflow:ci.yml#test", ["pip install -e .", "make test", "python scripts/collect_coverage.py"]),
        entry("make:test", ["python make_fixtures.py", "pytest"]),
      ],
      { "pyproject.toml": PYPROJECT },
    );
    expect(plan.gates.map(({ id, needs }) => [id, needs])).toEqual([
      ["tests", ["make-fixtures"]],
      ["generate-docs", []],
      ["check-docs", ["generate-docs"]],
      ["make-fixtures", []],
    ]);
  });

  it("is no check where the step says that something is made", () => {
    const command = { title: "Generate a sample project", text: "python -m test.sample out" };
    const job = entry("workflow:ci.yml#test", {
      commands: ["pip install -e .", { ...command, words: command.text.split(" ") }],
    });
    expect(ids(planOf([job], { "pyproject.toml": PYPROJECT }))).toEqual([]);
  });

  it("is only suggested where what it looks at is not there, or comes from a script that nobody read", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#a", ["pip install ruff", "ruff check dist", "ruff check src tests/x.py"]),
        entry("workflow:ci.yml#b", ["pip install -e .", "bash ci/run-tests.sh"]),
        entry("workflow:ci.yml#c", [
          "xvfb-run -a make test",
          "python tools/pip.py install build",
          "sh -c 'mypy $TARGET'",
        ]),
        entry("make:test", ["pip install -e .", "pytest"]),
      ],
      { "pyproject.toml": PYPROJECT, "src/a.py": "", "tests/x.py": "" },
    );
    expect(plan.gates.map(({ shows }) => shows)).toEqual(["ruff check src tests/x.py"]);
    const why = Object.fromEntries(plan.suggestions.map(({ gate }) => [gate.shows, gate.why]));
    expect(why["ruff check dist"]).toContain("dist is not in the repository");
    expect(why["bash ci/run-tests.sh"]).toContain("what the script installs and changes is not known");
    expect(why["pytest"]).toContain("`xvfb-run` starts what it stands in");
  });

  it("is a check where git tells behind it whether it has rewritten anything", () => {
    const plan = planOf([entry("workflow:ci.yml#a", ["pip install ruff", "ruff format .", "git diff --exit-code"])]);
    expect(gateOf(plan, "format")?.shows).toBe("ruff format --check .");
  });

  it("is only suggested where a script may look at the distribution that its job builds before", () => {
    const job = ["pip install build", "python -m build", "python scripts/validate_wheel.py", "ruff check ."];
    const plan = planOf([entry("workflow:ci.yml#build", ["pip install ruff", ...job])], {
      "pyproject.toml": PYPROJECT,
    });
    expect([ids(plan), suggested(plan)]).toEqual([["lint"], ["validate-wheel"]]);
    expect(gateOf(plan, "validate-wheel")?.why).toContain("`python -m build` builds before it what it may look at");
  });

  it("may ask for any patch of a version", () => {
    const plan = planOf([entry("workflow:ci.yml#a", ["pip install 'ruff==0.14.*'", "ruff check ."])]);
    expect(plan.environments[0]?.recipe?.installs[0]?.words).toEqual(["uv", "pip", "install", "ruff==0.14.*"]);
    expect(ids(plan)).toEqual(["lint"]);
  });

  it("is run on the interpreter of its job where tox asks for none", () => {
    const job = entry("workflow:ci.yml#test", ["pip install tox", "grep -r TODO src | wc -l", "tox -e mindeps"]);
    const plan = planOf([
      { ...job, python: "3.10" },
      entry("tox:mindeps", ["python -I -m pip install pytest", "pytest"]),
    ]);
    expect(plan.environments[0]?.recipe).toMatchObject({ name: "tox:mindeps", python: "3.10" });
    expect(gateOf(plan, "tests")?.why).not.toContain("only suggested");
    const tool = entry("workflow:ci.yml#test", ["uv tool install --python 3.14 tox --with tox-uv", "tox -e mindeps"]);
    const other = planOf([tool, entry("tox:mindeps", ["python -I -m pip install pytest", "pytest"])]);
    expect(other.environments[0]?.recipe).toMatchObject({ python: "3.14" });
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
      expect.arrayContaining([
        expect.stringContaining("runs `./build-everything` in the job `a`, and whether it checks is not known"),
      ]),
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

describe("packages of Yarn's Plug'n'Play", () => {
  const pack = JSON.stringify({ devDependencies: { jest: "1" }, scripts: { test: "jest" } });
  const job = entry("workflow:ci.yml#test", [
    "yarn install --immutable",
    "npx jest",
    "node check-api.js",
    "jest | cat",
  ]);
  const files = { "package.json": pack, "yarn.lock": "" };

  it("are found by what Yarn starts, in the version that its settings name", () => {
    const plan = planOf([job], { ...files, ".yarnrc.yml": "yarnPath: .yarn/releases/yarn-4.5.0.cjs\n" });
    const yarn = ["npx", "--yes", "@yarnpkg/cli-dist@4.5.0"];
    expect(gateOf(plan, "tests")?.run).toEqual([...yarn, "run", "-B", "jest"]);
    expect(gateOf(plan, "check-api")?.run).toEqual([...yarn, "node", "check-api.js"]);
    expect(plan.environments[0]?.recipe?.installs[0]?.words).toEqual([...yarn, "install", "--immutable"]);
    expect(plan.suggestions[0]?.gate.why).toContain("Plug'n'Play keeps no node_modules that a shell could run from");
  });

  it("are packages like others where the settings ask for node_modules", () => {
    const plan = planOf([job], { ...files, ".yarnrc.yml": "nodeLinker: node-modules\n" });
    expect(gateOf(plan, "tests")?.run).toEqual(["jest"]);
  });
});

describe("what Turnpike installs nothing of", () => {
  it("is only suggested: conda, pixi, deno", () => {
    const plan = planOf(
      [
        entry("workflow:ci.yml#conda", ["conda env create --file environment.yml", "pip install -e .", "pytest"]),
        entry("workflow:ci.yml#run", ["pip install -e .", "conda run -n x mypy src"]),
        entry("workflow:ci.yml#pixi", ["pixi install", "pixi run lint"]),
        entry("workflow:ci.yml#deno", ["deno fmt --check", "deno lint", "deno task build"]),
      ],
      { "pyproject.toml": PYPROJECT },
    );
    expect(ids(plan)).toEqual([]);
    expect(gateOf(plan, "tests")?.why).toContain("conda makes the environment, which Turnpike does not");
    expect(gateOf(plan, "types")).toMatchObject({ run: ["conda", "run", "-n", "x", "mypy", "src"] });
    expect(gateOf(plan, "format")?.why).toContain("it needs deno, which Turnpike does not install");
    expect(plan.notes.map(({ message }) => message)).toContainEqual(
      "runs `deno task build`, and what it checks is not known: tasks of deno are not read; what of them checks can be a gate of turnpike.yml",
    );
  });
});

describe("scripts that bring their packages", () => {
  it("are started by uv where there is no project", () => {
    const plan = planOf([entry("workflow:ci.yml#test", ["uv run --no-sync scripts/check_links.py docs"])]);
    expect(gateOf(plan, "check-links")?.run).toEqual(["uv", "run", "--no-sync", "scripts/check_links.py", "docs"]);
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
