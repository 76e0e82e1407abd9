import { describe, expect, it } from "vitest";
import type { DeclaredEntry } from "../../../../src/core/declarations/index.ts";
import { planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { declarations, entry } from "../../../fakes/declared-entries.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

const PYPROJECT =
  '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.10"\n[build-system]\nrequires = []\n';

function planOf(entries: readonly DeclaredEntry[], texts: Readonly<Record<string, string>> = {}): Plan {
  const planned = planRepository(
    snapshotOf({ "pyproject.toml": PYPROJECT, ...texts }),
    undefined,
    declarations(...entries),
  );
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

const job = (...commands: readonly string[]): DeclaredEntry => entry("workflow:ci.yml#test", commands);
const ids = (plan: Plan): readonly string[] => plan.gates.map(({ id }) => id);

function installs(gate: Gate | undefined): readonly string[] | undefined {
  return gate?.environment?.recipe?.installs.map(({ words }) => words.join(" "));
}

function suggestion(plan: Plan, id: string): string {
  const why = plan.suggestions.find(({ gate }) => gate.id === id)?.gate.why ?? "is no suggestion";
  return why.replace(/^.*?, because /s, "");
}

describe("what is installed for a gate", () => {
  it.each([
    ["pip --disable-pip-version-check install pytest six", "uv pip install pytest six"],
    ["python -m pip -q install pytest", "uv pip install pytest"],
    ["uv --no-progress pip install pytest", "uv pip install pytest"],
  ])("is read behind options of the installer: %s", (line, words) => {
    expect(installs(planOf([job(line, "pytest")]).gates[0])).toEqual([words]);
  });

  it("is a manager that brings nothing, whatever its options", () => {
    const plan = planOf([job("pip --disable-pip-version-check install poetry", "poetry install", "poetry run pytest")]);
    expect(installs(plan.gates[0])).toEqual(["uvx poetry install --no-interaction"]);
  });

  it("holds coverage, which comes along with coveralls", () => {
    const plan = planOf([job("pip install coveralls --upgrade", "coverage run test.py")], { "test.py": "" });
    expect(installs(plan.gates[0])).toEqual(["uv pip install coveralls --upgrade"]);
  });

  it("is not known where one of its words is known only when it runs, and that alone is the reason", () => {
    const open = 'f"--constraint={requirements.name}"';
    const session = entry("nox:lint", {
      commands: [
        {
          ...{ text: `pip install '${open}' flake8`, words: ["pip", "install", open, "flake8"] },
          ...{ certainty: "unsure", doubts: [`\`${open}\` is known only when it runs`] },
        },
        "flake8 src",
      ],
    });
    const plan = planOf([job("nox -s lint"), session], { "src/a.py": "" });
    expect(ids(plan)).toEqual([]);
    expect(suggestion(plan, "lint")).toMatch(/^of noxfile\.py:2 .* is known only when it runs\.$/);
  });
});

describe("a command", () => {
  it("of a module of the repository's own is called by the module's last part", () => {
    const tox = entry("tox:py313", ["pip install .", "python -bb -m shop.test"]);
    const plan = planOf([job("tox -e py313"), tox]);
    expect(plan.gates.map(({ id, run }) => [id, run])).toEqual([["tests", ["python", "-bb", "-m", "shop.test"]]]);
  });

  it("that runs without assertions is another one", () => {
    const tox = entry("tox:py313", ["pip install .", "python -m shop.test", "python -O -m shop.test"]);
    expect(planOf([job("tox -e py313"), tox]).gates.map(({ run }) => [run].flat().join(" "))).toEqual([
      "python -m shop.test",
      "python -O -m shop.test",
    ]);
  });

  it("keeps what takes a variable away from it", () => {
    const plan = planOf([job("pip install mypy", "env -u WARN A=1 mypy src")], { "src/a.py": "" });
    expect(plan.gates[0]).toMatchObject({ env: { A: "1" } });
    expect(plan.gates[0]?.run.slice(0, 5)).toEqual(["env", "-u", "WARN", "mypy", "src"]);
  });

  it("of a runner of the repository's own is the task that it is told to do", () => {
    const texts = { "scripts/tasks.py": "", "requirements.txt": "six\n" };
    const plan = planOf(
      [job("pip install -r requirements.txt", "python scripts/tasks.py lint", "python scripts/tasks.py release")],
      texts,
    );
    expect(ids(plan)).toEqual(["lint"]);
    expect(plan.gates[0]?.run).toEqual(["python", "scripts/tasks.py", "lint"]);
  });

  it("that is told by a variable what to start with tox is no gate", () => {
    const run = { text: "python test_runner.py", words: ["python", "test_runner.py"], env: { TOXENV: "py3" } };
    const plan = planOf([entry("workflow:ci.yml#test", { commands: ["pip install tox six", run] })], {
      "test_runner.py": "",
    });
    expect(ids(plan)).toEqual([]);
    expect(suggestion(plan, "test-runner")).toMatch(/`TOXENV` tells its script what to start/);
    const tox = entry("tox:py3", ["pip install six", "python test_runner.py"]);
    const called = { text: "tox", env: { TOXENV: "py3" } };
    expect(ids(planOf([entry("workflow:ci.yml#test", { commands: [called] }), tox], { "test_runner.py": "" }))).toEqual(
      ["test-runner"],
    );
  });

  it("on Python 2 is no gate: nothing brings that", () => {
    const plan = planOf([{ ...job("pip install pytest", "pytest"), python: "2.7" }]);
    expect([ids(plan), suggestion(plan, "tests")]).toEqual([[], expect.stringMatching(/Python 2\.7, which neither/)]);
  });

  it("that asks sites or compares with another branch is none, however its options are written", () => {
    const texts = { "docs/conf.py": "" };
    const commands = [
      "pip install sphinx commitizen",
      "python -m sphinx docs out -W -blinkcheck",
      "sphinx-build -M linkcheck docs out",
      "cz --no-raise 3 check --rev-range origin/master..",
    ];
    const plan = planOf([job(...commands)], texts);
    expect(ids(plan)).toEqual([]);
    expect(plan.suggestions.map(({ gate }) => gate.id).toSorted()).toEqual(["commits", "links", "links-linkcheck"]);
  });

  it("that only writes findings for code scanning is none beside the one that fails", () => {
    const plan = planOf([job("uvx zizmor --format=sarif . > results.sarif", "uvx zizmor --format=github .")]);
    expect(plan.gates.map(({ run }) => [run].flat().join(" "))).toEqual(["uvx zizmor --format=github ."]);
    expect(plan.suggestions.map(({ gate }) => gate.why)).toEqual([
      expect.stringMatching(/ends with 0 whatever it finds/),
    ]);
  });

  it("whose job names a cache by a secret needs no secret", () => {
    const around = { services: [], container: null, secrets: ["CACHE_VERSION"] };
    const plan = planOf([{ ...job("pip install pytest", "pytest"), surroundings: around }]);
    expect(ids(plan)).toEqual(["tests"]);
  });

  it("that publishes is shown by its own line and not by the one that a condition begins", () => {
    const text = 'if [ -n "$(git status --porcelain)" ]; then\n  echo new\n  git push\nfi';
    const plan = planOf([
      entry("workflow:ci.yml#test", {
        commands: ["pip install pytest", "pytest", { text, words: null, certainty: "unsure" }],
      }),
    ]);
    expect(plan.neverRun?.map((one) => one.text)).toEqual(["git push"]);
  });
});

describe("a folder that is made before a command", () => {
  it("is made before its gate too, where it is not in the repository", () => {
    const make = entry("make:docs", {
      commands: [
        "mkdir -p -m 755 docs/_static src",
        { text: "sphinx-build . _build", cwd: "docs", words: ["sphinx-build", ".", "_build"] },
      ],
    });
    const texts = { "docs/conf.py": "", "src/a.py": "" };
    const plan = planOf([job("pip install sphinx ruff", "make docs", "mkdir out", "ruff check src"), make], texts);
    expect(plan.gates.map(({ run }) => run)).toEqual([
      expect.arrayContaining(["ruff", "check", "src"]),
      "mkdir -p _static && sphinx-build . _build",
    ]);
  });
});

describe("the same check said twice", () => {
  it("is one where the same version of a tool that reads files alone stands beside other packages", () => {
    const tox = entry("tox:style", ["pip install ruff==0.14.1", "pip install .", "ruff check src"]);
    const both = planOf([job("tox -e style", "pip install ruff==0.14.1 six", "ruff check src"), tox], {
      "src/a.py": "",
    });
    expect(ids(both)).toEqual(["lint"]);
    const other = planOf([job("tox -e style", "pip install ruff==0.14.2", "ruff check src"), tox], { "src/a.py": "" });
    expect(ids(other)).toHaveLength(2);
  });
});

describe("variables of pip", () => {
  it("say to uv what they say to pip", () => {
    const env = { PIP_EXTRA_INDEX_URL: "https://a.example.org/simple", PIP_CONSTRAINT: "c.txt", PIP_PRE: "1", A: "b" };
    const tox = entry("tox:dev", { commands: [{ text: "pip install numpy pytest", env }, "pytest"] });
    const [gate] = planOf([job("tox -e dev"), tox]).gates;
    expect(gate?.environment?.recipe?.installs[0]?.env).toEqual({
      ...env,
      ...{ UV_EXTRA_INDEX_URL: env.PIP_EXTRA_INDEX_URL, UV_INDEX_STRATEGY: "unsafe-best-match" },
      ...{ UV_CONSTRAINT: "c.txt", UV_PRERELEASE: "allow" },
    });
  });

  it("that name an index further away let another leg of a matrix stand for all", () => {
    const leg = (name: string, python: string, env: Readonly<Record<string, string>>) => ({
      ...entry(`tox:${name}`, { commands: [{ text: "pip install numpy pytest", env }, "pytest"] }),
      python,
      place: { file: "tox.ini", line: 1 },
    });
    const nightly = leg("py314", "3.14", { PIP_EXTRA_INDEX_URL: "https://a.example.org/simple" });
    const plan = planOf([job("tox -e py314", "tox -e py313"), nightly, leg("py313", "3.13", {})]);
    expect(plan.gates.map(({ environment }) => environment?.recipe?.python)).toEqual(["3.13"]);
  });
});

describe("a script of the repository's own", () => {
  const texts = { "scripts/update.py": "", "scripts/links.py": "", "requirements.txt": "six\n" };

  it("that is asked whether there is anything to do is a gate", () => {
    const plan = planOf([job("pip install -r requirements.txt", "python scripts/update.py --check")], texts);
    expect(plan.gates.map(({ run }) => run)).toEqual([["python", "scripts/update.py", "--check"]]);
  });

  it("that only its step calls a check is suggested", () => {
    const command = { text: "python scripts/links.py README.md", title: "Check that no link stands twice" };
    const plan = planOf(
      [entry("workflow:ci.yml#test", { commands: ["pip install -r requirements.txt", command] })],
      texts,
    );
    expect([ids(plan), suggestion(plan, "links")]).toEqual([[], expect.stringMatching(/only the name of its step/)]);
  });
});
