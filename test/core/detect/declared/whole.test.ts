import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { sourceOf } from "../../../fakes/declarations.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

/** Texts of whole repositories, read by the readers themselves. */
function planOf(files: Readonly<Record<string, string>>): Plan {
  const source = sourceOf(files);
  const planned = planRepository(snapshotOf(files), undefined, {
    reading: readDeclarations(source),
    callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, source, around),
  });
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

const CI = ".github/workflows/ci.yml";

/** One job with these lines below `steps:`. */
function job(steps: string, head = ""): string {
  const indented = steps.trimEnd().replaceAll(/^/gm, "      ");
  return `on: [push, pull_request]\njobs:\n  a:\n    runs-on: ubuntu-latest\n${head}    steps:\n${indented}\n`;
}

const ids = (plan: Plan): readonly string[] => plan.gates.map(({ id }) => id);
const gateOf = (plan: Plan, id: string): Gate | undefined =>
  [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
const installsOf = (gate: Gate | undefined): readonly string[] =>
  (gate?.environment?.recipe?.installs ?? []).map(({ words }) => words.join(" "));

const PYPROJECT = '[project]\nname = "shop"\nversion = "1"\n[build-system]\nrequires = []\n';

describe("a job", () => {
  it("that runs on pushes is checked, whatever is open of pull requests", () => {
    const head = "    if: github.event_name != 'pull_request' || github.head_ref != 'devel'\n";
    expect(ids(planOf({ [CI]: job("- run: pip install pytest\n- run: pytest", head) }))).toEqual(["tests"]);
    const open = "    if: vars.CHECK == 'yes'\n";
    expect(ids(planOf({ [CI]: job("- run: pip install pytest\n- run: pytest", open) }))).toEqual([]);
  });

  it("is read past what it tells the runner", () => {
    const steps = `
- id: version
  run: echo version=$(python -c "import sys; print('-'.join(map(str, sys.version_info)))") >> "$GITHUB_OUTPUT"
- run: pip install pytest
- run: pytest`;
    expect(ids(planOf({ [CI]: job(steps) }))).toEqual(["tests"]);
  });

  it("runs steps of one version of its matrix with that version", () => {
    const head = "    strategy: { matrix: { python: ['3.10', '3.13', '3.14t', pypy3.10] } }\n";
    const steps = `
- uses: actions/setup-python@v6
  with: { python-version: "\${{ matrix.python }}" }
- run: pip install ruff pytest
- run: pytest
- if: matrix.python == '3.10'
  run: ruff check src
- if: matrix.python == '3.14t'
  run: pytest --parallel-threads=4`;
    const plan = planOf({ [CI]: job(steps, head), "src/a.py": "" });
    expect(plan.gates.map(({ id, environment }) => [id, environment?.recipe?.python])).toEqual([
      ["lint", "3.10"],
      ["tests", "3.13"],
    ]);
  });

  it("takes the newest version of a matrix of lists", () => {
    const head = "    strategy: { matrix: { py: [['3.10', '310'], ['3.13', '313']] } }\n";
    const steps = `
- uses: actions/setup-python@v6
  with: { python-version: "\${{ matrix.py[0] }}" }
- run: tox -e py\${{ matrix.py[1] }}`;
    const plan = planOf({ [CI]: job(steps, head), "tox.ini": "[testenv]\ndeps = pytest\ncommands = pytest\n" });
    expect(gateOf(plan, "tests")?.environment?.recipe).toMatchObject({ name: "tox:py313", python: "3.13" });
  });
});

describe("what `uv run` starts", () => {
  const tasks = `${PYPROJECT}[dependency-groups]\ndev = ["poethepoet", "ruff"]\n[tool.poe.tasks]\nlint = "ruff check ."\n`;

  it("has the packages of the project, through a task too", () => {
    const plan = planOf({ [CI]: job("- run: uv run --python 3.13 poe lint"), "pyproject.toml": tasks });
    const lint = gateOf(plan, "lint");
    expect(ids(plan)).toEqual(["lint"]);
    expect(lint?.reproduce).toBe("uv run --python 3.13 poe lint");
    expect(lint?.environment?.recipe?.python).toBe("3.13");
    expect(installsOf(lint)).toEqual(["uv pip install -e . --group dev"]);
  });

  it("is not what `uvx` starts for itself alone", () => {
    const plan = planOf({ [CI]: job("- run: uvx --from poethepoet poe lint"), "pyproject.toml": tasks });
    expect(gateOf(plan, "lint")?.why).toContain("nothing there says where ruff comes from");
  });

  it("of Django runs on what was installed", () => {
    const steps = `
- run: uv venv
- run: uv pip install -r requirements.txt
- run: uv run ./manage.py check
- run: uv run ./manage.py makemigrations --check
- run: uv run ./manage.py test`;
    const plan = planOf({ [CI]: job(steps), "requirements.txt": "django\n", "manage.py": "" });
    expect(plan.gates.map(({ id, run }) => [id, run])).toEqual([
      ["tests", ["./manage.py", "test"]],
      ["checks", ["./manage.py", "check"]],
      ["migrations", ["./manage.py", "makemigrations", "--check"]],
    ]);
    expect(installsOf(gateOf(plan, "tests"))).toEqual(["uv pip install -r requirements.txt"]);
  });
});

describe("a call of tox", () => {
  const call = "- run: tox run -e py --installpkg `find dist/*.tar.gz`";

  it("that is handed a package checks the same as one that builds it", () => {
    const plan = planOf({ [CI]: job(call), "tox.ini": "[testenv]\ndeps = pytest\ncommands = pytest tests\n" });
    expect(gateOf(plan, "tests")).toMatchObject({ required: true, reproduce: "tox -e py" });
    expect(ids(plan)).toEqual(["tests"]);
  });

  it("asks the interpreter where packages are installed, and makes the folder that it runs in", () => {
    const tox = `
[testenv]
change_dir = .tox
deps = pytest
commands = pytest {envsitepackagesdir}/shop {toxinidir}/tests
`;
    const tests = gateOf(planOf({ [CI]: job("- run: tox -e py"), "tox.ini": tox, "tests/test_a.py": "" }), "tests");
    expect(tests?.cwd).toBe(".");
    expect(tests?.run).toBe(
      "mkdir -p .tox && cd .tox && " +
        `site_packages="$(python -c 'import site; print(site.getsitepackages()[0])')" && ` +
        'pytest "${site_packages}/shop" ../tests -o junit_family=xunit1 "--junitxml=${reports}/tests.xml"',
    );
  });

  it("without names is one gate, though variables name each environment", () => {
    const tox = `
[tox]
env_list = py312, py313, py313-extra
[testenv]
deps = pytest
set_env = PYTEST_ADDOPTS = --cov-report=xml:{envname}.xml
commands = pytest
`;
    const plan = planOf({ [CI]: job("- run: tox"), "tox.ini": tox });
    expect(plan.gates.map(({ id, environment }) => [id, environment?.recipe?.name])).toEqual([["tests", "tox:py313"]]);
  });

  it("deletes bytecode before its tests, which changes nothing", () => {
    const tox = "[testenv]\ndeps = stestr\ncommands =\n    find shop -type f -name *.pyc -delete\n    stestr run\n";
    expect(ids(planOf({ [CI]: job("- run: tox -e py"), "tox.ini": tox }))).toEqual(["tests"]);
    const other = tox.replace("*.pyc", "*.json");
    expect(gateOf(planOf({ [CI]: job("- run: tox -e py"), "tox.ini": other }), "tests")?.why).toContain(
      "changes files before it",
    );
  });

  it("names where its tools come from, also where that is a tool for packages", () => {
    const tox =
      "[testenv:pack]\nskip_install = true\ndeps = build\n    twine\ncommands =\n    python -m build\n    twine check dist/*\n";
    const plan = planOf({ [CI]: job("- run: tox -e pack"), "tox.ini": tox });
    expect(plan.suggestions.map(({ gate }) => gate.why)).toEqual([
      expect.stringMatching(/because it checks files that a build before it makes\.$/),
    ]);
  });
});

describe("a call of nox", () => {
  const noxfile = `import nox
@nox.session
def lint(session):
    session.install("ruff")
    session.run("ruff", "check", ".")
`;
  const matrix = (value: string): string => `    strategy: { matrix: { session: "\${{ ${value} }}" } }\n`;
  const call = '- run: uvx nox -s "${{ matrix.session }}" -- ${{ matrix.args }}';

  it("by what nox itself lists runs what nox runs by itself", () => {
    const list = `
  b:
    runs-on: ubuntu-latest
    steps:
      - run: echo "sessions=$(nox --list-sessions --json | jq '[.[].session]')" >> "$GITHUB_OUTPUT"
`;
    const head = matrix("fromJson(needs.b.outputs.sessions)");
    const plan = planOf({ [CI]: job(call, head) + list, "noxfile.py": noxfile });
    expect(gateOf(plan, "lint")).toMatchObject({ required: true, reproduce: "nox -s lint" });
    expect(ids(plan)).toEqual(["lint"]);
  });

  it("by a list that only a run can tell is suggested", () => {
    const plan = planOf({ [CI]: job(call, matrix("fromJson(vars.SESSIONS)")), "noxfile.py": noxfile });
    expect(ids(plan)).toEqual([]);
    expect(gateOf(plan, "lint")?.why).toContain("its matrix is known only when it runs");
  });
});

describe("a command that only asks", () => {
  it("is no gate", () => {
    const steps = "- run: cargo clippy --version\n- run: cargo clippy -- -D warnings";
    expect(planOf({ [CI]: job(steps) }).gates.map(({ shows }) => shows)).toEqual(["cargo clippy -- -D warnings"]);
  });
});

describe("a pipe into a checker", () => {
  it("is a gate of that checker", () => {
    const steps = "- run: pip install djhtml\n- run: git ls-files '*.html' | xargs djhtml --check";
    expect(planOf({ [CI]: job(steps) }).gates.map(({ id, shows }) => [id, shows])).toEqual([
      ["lint", "git ls-files '*.html' | xargs djhtml --check"],
    ]);
  });
});

describe("a hook of pre-commit", () => {
  const config = `
ci: {}
repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v6.0.0
    hooks: [{ id: debug-statements }, { id: debug-statements, files: a }, { id: detect-private-key }, { id: trailing-whitespace }]
  - repo: https://github.com/ambv/black
    rev: 25.1.0
    hooks: [{ id: black }]
  - repo: local
    hooks: [{ id: no-print, name: no print, language: pygrep, entry: "^ *print\\\\(", types: [python] }]
`;
  const plan = planOf({ ".pre-commit-config.yaml": config, "a.py": "" });

  it("that looks is a gate, whatever it is called and wherever its repository was", () => {
    expect(ids(plan)).toEqual(["format", "debug-statements", "detect-private-key", "no-print"]);
  });

  it("that only rewrites files is left out", () => {
    expect(gateOf(plan, "trailing-whitespace")).toBeUndefined();
  });

  it("that is a script of the repository starts itself, on Python alone", () => {
    const hooks =
      "repos:\n  - repo: local\n    hooks:\n      - { id: names, name: Names, entry: ./scripts/validate_names.py, language: script }\n";
    const [gate] = planOf({ ".pre-commit-config.yaml": hooks, "scripts/validate_names.py": "" }).gates;
    expect([gate?.run[0], installsOf(gate), gate?.environment?.manager]).toEqual([
      "./scripts/validate_names.py",
      [],
      "venv",
    ]);
  });

  it("of one package of Node is brought by npx, whatever packages the repository has", () => {
    const hooks =
      "repos:\n  - repo: https://github.com/pre-commit/mirrors-prettier\n    rev: v3.1.0\n    hooks: [{ id: prettier }]\n";
    const packages = [{}, { "package.json": '{ "name": "shop" }' }];
    for (const more of packages) {
      const [gate] = planOf({ ".pre-commit-config.yaml": hooks, "a.json": "{}", ...more }).gates;
      expect(gate).toMatchObject({ environment: null, reproduce: "pre-commit run prettier --all-files" });
      expect(gate?.run.slice(0, 5)).toEqual(["npx", "--yes", "prettier@3.1.0", "--ignore-unknown", "--check"]);
    }
    const two = hooks.replace("id: prettier", "id: prettier, additional_dependencies: [prettier@3.1.0, plugin@1]");
    expect(
      planOf({ ".pre-commit-config.yaml": two, "package.json": '{ "name": "shop" }', "a.json": "{}" }).gates,
    ).toEqual([]);
  });

  it("that searches is run by pre-commit's own search", () => {
    const search = gateOf(plan, "no-print");
    expect(search?.run).toEqual(["python", "-m", "pre_commit.languages.pygrep", "^ *print\\(", "a.py"]);
    expect(installsOf(search)).toEqual(["uv pip install pre_commit"]);
  });
});

describe("what comes before the tests of a job", () => {
  it("may tell the runner something the old way, and install a manager by its script", () => {
    const steps = `
- run: echo ::set-output name=version::$(python -c "import sys; print(sys.version)")
- run: curl -sSL https://install.python-poetry.org | python3 - --version 2.1.0
- run: poetry install
- run: poetry run pytest`;
    const pyproject = `${PYPROJECT}[tool.poetry]\nname = "shop"\n`;
    expect(ids(planOf({ [CI]: job(steps), "pyproject.toml": pyproject }))).toEqual(["tests"]);
    const other = steps.replace("install.python-poetry.org", "example.org/setup");
    expect(ids(planOf({ [CI]: job(other), "pyproject.toml": pyproject }))).toEqual([]);
  });
});

describe("a module of the repository", () => {
  it("that checks needs no package, and is no path", () => {
    const steps = "- run: python -m shop.tests.check_all\n- run: pip install mypy\n- run: stubtest shop.orders";
    const files = { "shop/tests/check_all.py": "", "shop/orders.py": "" };
    const plan = planOf({ [CI]: job(steps), ...files });
    expect(plan.gates.map(({ shows }) => shows).toSorted()).toEqual([
      "python -m shop.tests.check_all",
      "stubtest shop.orders",
    ]);
    expect(planOf({ [CI]: job(steps) }).gates).toEqual([]);
  });
});

describe("a command in a folder that something before it makes", () => {
  it("is only suggested", () => {
    const plan = planOf({ [CI]: job("- run: pip install pytest\n- run: mkdir -p .cache/a && cd .cache/a && pytest") });
    expect(ids(plan)).toEqual([]);
    expect(plan.suggestions[0]?.gate.why).toContain("its folder .cache/a is not in the repository");
  });
});

describe("what is not checked here", () => {
  const tests = "- run: pip install pytest\n- run: pytest";
  const notes = (files: Readonly<Record<string, string>>): readonly string[] =>
    planOf(files).notes.map(({ file, message }) => `${file} ${message}`);

  it("is said of a limit for what several jobs covered together", () => {
    const all = `${job(tests)}  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: coverage report --fail-under=90\n`;
    expect(notes({ [CI]: all })).toEqual([
      expect.stringMatching(
        /^\.github.*runs `coverage report --fail-under=90` over .* `threshold: \{ coverage: 90 \}`/,
      ),
    ]);
    const own = job(`${tests.replace("pytest\n", "pytest-cov\n")} --cov\n- run: coverage report --fail-under=90`);
    expect(notes({ [CI]: own })).toEqual([]);
  });

  it("is said of containers and of other services", () => {
    const docker = job(`${tests}\n- run: docker compose run app python manage.py test`);
    expect(notes({ [CI]: docker })).toEqual([expect.stringContaining("not known: it runs in a container")]);
    expect(notes({ ".circleci/config.yml": "version: 2\n" })).toContainEqual(
      expect.stringContaining(".circleci/config.yml tells CircleCI what to check, which is not read"),
    );
    expect(notes({ [CI]: job(tests), ".travis.yml": "language: python\n" })).toEqual([]);
  });

  it("is suggested of hooks that no workflow runs, and run where there is nothing else", () => {
    const hooks =
      "repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.14.0\n    hooks: [{ id: ruff-check }]\n";
    const files = { ".pre-commit-config.yaml": hooks, "a.py": "" };
    expect(gateOf(planOf({ ...files, [CI]: job(tests) }), "lint")?.why).toContain("because no workflow runs it");
    const tox =
      "[tox]\nenv_list = lint\n[testenv:lint]\nset_env = A = 1\ndeps = pre-commit\ncommands = pre-commit run -a\n";
    const both = planOf({ ...files, [CI]: job(tests), "tox.ini": tox });
    expect(both.suggestions.map(({ gate }) => gate.id)).toEqual(["lint"]);
    expect(ids(planOf(files))).toEqual(["lint"]);
    // tox sets a variable for the hooks that it starts, and pre-commit.ci starts the same ones.
    const served = { ...files, ".pre-commit-config.yaml": `ci: { autofix_prs: false }\n${hooks}` };
    expect(ids(planOf({ ...served, [CI]: job("- run: pip install tox\n- run: tox -e lint"), "tox.ini": tox }))).toEqual(
      ["lint"],
    );
  });
});

describe("an installation of what a command before it makes", () => {
  it("keeps its tests from being gates", () => {
    const steps = "- run: pip install cython pytest\n- run: cython shop/fast.pyx\n- run: pip install .\n- run: pytest";
    const plan = planOf({ [CI]: job(steps), "pyproject.toml": PYPROJECT, "shop/fast.pyx": "" });
    expect(ids(plan)).toEqual([]);
    expect(gateOf(plan, "tests")?.why).toMatch(
      /`pip install \.`: it is built of what .*`cython shop\/fast\.pyx` makes before it/,
    );
  });
});

describe("an installation of the folder by its address", () => {
  it("is one of the project", () => {
    const steps = '- run: pip install -e "file://`pwd`#egg=shop[tests]"\n- run: pytest';
    const plan = planOf({ [CI]: job(steps), "pyproject.toml": PYPROJECT });
    expect(installsOf(gateOf(plan, "tests"))).toEqual(["uv pip install -e .[tests]"]);
  });
});

describe("variants of one command", () => {
  it("become the one that installs releases, and not what an address has now", () => {
    const tox = `
[tox]
env_list = py313-dj{51,main}
[testenv]
deps =
    dj51: django~=5.1
    djmain: https://example.org/django/main.tar.gz
commands = python -m django test
`;
    const plan = planOf({ [CI]: job("- run: tox"), "tox.ini": tox });
    expect(plan.gates.map(({ id, environment }) => [id, environment?.recipe?.name])).toEqual([
      ["tests", "tox:py313-dj51"],
    ]);
  });
});

describe("an action that installs requirements", () => {
  it("brings what the tests need", () => {
    const steps = "- uses: py-actions/py-dependency-install@v4\n  with: { path: requirements-dev.txt }\n- run: pytest";
    const plan = planOf({ [CI]: job(steps), "requirements-dev.txt": "pytest\n" });
    expect(installsOf(gateOf(plan, "tests"))).toEqual(["uv pip install -r requirements-dev.txt"]);
  });
});

describe("a version without its dots", () => {
  it("is worked out where a shell only takes them away", () => {
    const steps = "- run: uvx --with tox-uv tox run -f py$(echo 3.13 | tr -d .)";
    const tox = "[tox]\nenv_list = py312, py313-a\n[testenv]\ndeps = pytest\ncommands = pytest\n";
    const plan = planOf({ [CI]: job(steps), "tox.ini": tox });
    expect(plan.gates.map(({ reproduce }) => reproduce)).toEqual(["tox -e py313-a"]);
  });
});

describe("gates of one kind in one place", () => {
  it("are called by what tells them apart", () => {
    const tox = `
[testenv:lint]
deps = mypy
    flake8
    isort
commands =
    mypy --python-version=3.14 src
    mypy --python-version=3.13 src
    isort --check src/ tests/
    isort --check plugins/orders/
    flake8 src
`;
    const plan = planOf({
      [CI]: job("- run: tox -e lint"),
      "tox.ini": tox,
      "src/a.py": "",
      "tests/b.py": "",
      "plugins/orders/c.py": "",
    });
    expect(ids(plan)).toEqual(["format", "format-orders", "lint", "types", "types-3.13"]);
  });

  it("of several tools are called by the tool", () => {
    const steps = "- run: pip install flake8 ruff\n- run: flake8 src\n- run: ruff check src";
    expect(ids(planOf({ [CI]: job(steps), "src/a.py": "" }))).toEqual(["lint-flake8", "lint-ruff"]);
  });

  it("of two systems are called by the system", () => {
    const hooks =
      "repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.14.0\n    hooks: [{ id: ruff }]\n";
    const tox = "[testenv:ruff]\ndeps = ruff\ncommands = ruff check\n";
    const steps = "- run: tox -e ruff\n- run: pre-commit run --all-files";
    const plan = planOf({ [CI]: job(steps), "tox.ini": tox, ".pre-commit-config.yaml": hooks, "a.py": "" });
    expect(ids(plan)).toEqual(["lint", "lint-pre-commit"]);
  });

  it("are called by the variable that tells them apart", () => {
    const steps = "- run: pip install pytest\n- run: pytest tests\n- run: SHOP_PURE=1 pytest tests";
    expect(ids(planOf({ [CI]: job(steps), "tests/b.py": "" }))).toEqual(["tests", "tests-shop-pure"]);
  });
});
