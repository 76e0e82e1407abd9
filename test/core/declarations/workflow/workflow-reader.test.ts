import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeclarations } from "../../../../src/core/declarations/index.ts";
import { sourceOf } from "../../../fakes/declarations.ts";
import { faultyPlaces } from "../../../fakes/faulty-places.ts";

const CI = ".github/workflows/ci.yml";

function read(workflow: string, more: Readonly<Record<string, string>> = {}) {
  const { entries, unread } = readDeclarations(sourceOf({ [CI]: workflow, ...more }));
  return { entries: entries.filter(({ system }) => system === "workflow"), unread };
}

/** A job with these lines below `steps:`. */
function job(steps: string, head = ""): string {
  const indented = steps.trimEnd().replaceAll(/^/gm, "      ");
  return `on: [push, pull_request]\njobs:\n  a:\n    runs-on: ubuntu-latest\n${head}    steps:\n${indented}\n`;
}

function linesOf(workflow: string, more: Readonly<Record<string, string>> = {}) {
  return read(workflow, more).entries.flatMap(({ commands }) => commands.map(({ text }) => text));
}

describe("a workflow", () => {
  it("is read into one entry a job, with places, variables, folder, versions and events", () => {
    const text = `name: CI
on:
  push: { branches: [main] }
  pull_request:
env:
  A: 1
defaults:
  run:
    working-directory: app
jobs:
  test:
    runs-on: ubuntu-24.04
    container: { image: "debian:13" }
    services: { db: { image: postgres } }
    env: { B: "\${{ env.A }}2" }
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with: { python-version: "3.13" }
      - name: both
        env: { C: x, T: "\${{ secrets.TOKEN }}" }
        run: |
          pip install .[test]

          pytest -q \${{ env.B }}
        working-directory: sub
      - run: ruff check
        continue-on-error: true
`;
    const { entries, unread } = read(text);
    expect(unread).toEqual([]);
    expect(entries).toEqual([
      {
        id: `workflow:${CI}#test`,
        system: "workflow",
        name: "test",
        place: { file: CI, line: 11 },
        commands: [
          {
            place: { file: CI, line: 23 },
            title: "both",
            text: "pip install .[test]",
            words: ["pip", "install", ".[test]"],
            env: { A: "1", B: "12", C: "x" },
            cwd: "sub",
            mayFail: false,
            certainty: "certain",
            doubts: [],
          },
          {
            place: { file: CI, line: 25 },
            title: "both",
            text: "pytest -q 12",
            words: ["pytest", "-q", "12"],
            env: { A: "1", B: "12", C: "x" },
            cwd: "sub",
            mayFail: false,
            certainty: "certain",
            doubts: [],
          },
          {
            place: { file: CI, line: 27 },
            text: "ruff check",
            words: ["ruff", "check"],
            env: { A: "1", B: "12" },
            cwd: "app",
            mayFail: true,
            certainty: "certain",
            doubts: [],
          },
        ],
        isolated: false,
        python: "3.13",
        surroundings: { services: ["db"], container: "debian:13", secrets: ["TOKEN"] },
        runsOn: ["push", "pull_request"],
        doubts: [],
      },
    ]);
  });

  it.each<[string, string, string[]]>([
    ["on: push", "both kinds of push", ["push", "tag"]],
    ["on: { push: { branches: [main] } }", "a branch", ["push"]],
    ["on: { push: { tags: ['v*'] } }", "a tag", ["tag"]],
    ["on: { push: { branches: [main], tags: [v1] } }", "both", ["push", "tag"]],
    ["on: [schedule, workflow_dispatch]", "others", ["schedule", "workflow_dispatch"]],
  ])("with `%s` runs on %s", (on, _, kinds) => {
    const text = `${on}\njobs: { a: { runs-on: x, steps: [{ run: b }] } }`;
    expect(read(text).entries).toMatchObject([{ runsOn: kinds }]);
  });

  it.each<[string, string[]]>([
    ["github.event_name == 'push'", ["push", "tag"]],
    ["github.event_name != 'pull_request'", ["push", "tag"]],
    ["startsWith(github.ref, 'refs/tags/')", ["tag"]],
    ["github.ref == 'refs/heads/develop'", ["push"]],
    ["github.repository == 'a/b'", ["push", "tag", "pull_request"]],
    ["github.repository_owner == 'a' && github.event_name == 'pull_request'", ["pull_request"]],
    ["!github.event.pull_request.draft", ["push", "tag", "pull_request"]],
    ["github.actor != 'dependabot[bot]'", ["push", "tag", "pull_request"]],
    ["always()", ["push", "tag", "pull_request"]],
    ["${{ github.event.pull_request.head.repo.fork == false }}", ["push", "tag", "pull_request"]],
    ["failure()", []],
    ["false", []],
  ])("leaves out runs in which the job's condition `%s` does not hold", (condition, kinds) => {
    const { entries } = read(job("- run: b", `    if: "${condition}"\n`));
    expect(entries.flatMap(({ runsOn }) => runsOn)).toEqual(kinds);
    expect(entries.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it("says of a condition that is known only when it runs that it is", () => {
    const text = job("- run: b\n  if: steps.x.outputs.y == 'z'", "    if: vars.RUN == 'yes'\n");
    expect(read(text).entries).toMatchObject([
      {
        doubts: ["its condition `vars.RUN == 'yes'` is known only when it runs"],
        commands: [
          { certainty: "unsure", doubts: ["its condition `steps.x.outputs.y == 'z'` is known only when it runs"] },
        ],
      },
    ]);
  });

  it("leaves out steps that do not run when all goes well, or not on Linux", () => {
    const steps = ["failure()", "runner.os == 'Windows'", "cancelled()"].map((one) => `- run: no\n  if: ${one}\n`);
    expect(linesOf(job(`${steps.join("")}- run: yes\n  if: runner.os == 'Linux' && success()`))).toEqual(["yes"]);
  });

  it("keeps an expression that is known only when it runs, with its place", () => {
    const { entries } = read(job("- run: |\n    a\n    pytest '${{ vars.ARGS }}' ${{ github.sha }}"));
    expect(entries[0]?.commands).toMatchObject([
      { text: "a", certainty: "certain" },
      {
        place: { line: 8 },
        text: "pytest '${{ vars.ARGS }}' ${{ github.sha }}",
        words: null,
        certainty: "unsure",
        doubts: ["`${{ vars.ARGS }}` is known only when it runs", "`${{ github.sha }}` is known only when it runs"],
      },
    ]);
  });

  it("evaluates what is constant", () => {
    const steps =
      "- run: x ${{ 'a' }} ${{ github.event_name == 'push' && 'b' || 'c' }} ${{ format('{0}!', 1) }} ${{ runner.os }}";
    expect(linesOf(job(steps))).toEqual(["x a c '1!' Linux".replace("'1!'", "1!")]);
  });

  it("keeps what a step tells the runner for later steps", () => {
    const steps = `- run: echo "X=1" >> $GITHUB_ENV
- id: s
  run: |
    echo "v=2" >> "$GITHUB_OUTPUT"
    echo "### Title" >> $GITHUB_STEP_SUMMARY
- run: x $X \${{ env.X }} \${{ steps.s.outputs.v }}`;
    expect(linesOf(job(steps))).toEqual(["x 1 1 2"]);
  });

  it("takes scripts for other shells whole", () => {
    expect(read(job("- run: |\n    import os\n    print(1)\n  shell: python")).entries[0]?.commands).toMatchObject([
      { text: "import os\nprint(1)", words: null, certainty: "unsure", doubts: ["it is a script for python"] },
    ]);
  });

  it("takes what a part of a context says for no whole", () => {
    expect(read(job("- run: echo '${{ toJSON(github) }}'")).entries[0]?.commands).toMatchObject([
      { text: "echo '${{ toJSON(github) }}'", words: null, certainty: "unsure" },
    ]);
  });

  it("does not read a script whose program is known only when it runs", () => {
    const doubts = ["it is a script for a program that is known only when it runs"];
    expect(read(job("- run: import os\n  shell: '${{ vars.X }} {0}'")).entries[0]?.commands).toMatchObject([
      { doubts },
    ]);
  });

  it("takes a checkout beside this one for another where only a run can tell which it is", () => {
    const steps = `- uses: actions/checkout@v5
  with: { repository: "\${{ steps.find.outputs.name }}", path: package }
- uses: actions/checkout@v5
  with: { repository: "\${{ github.event.pull_request.head.repo.full_name }}", path: own }
- run: npm test
  working-directory: package
- run: npm test
  working-directory: own`;
    expect(read(job(steps)).entries[0]?.commands.map(({ doubts }) => doubts)).toEqual([
      ["it runs in a checkout of another repository"],
      [],
    ]);
  });

  it("says which variables only a run gives their values", () => {
    const steps = `- run: pytest
  env: { URL: "\${{ vars.URL }}", REF: "\${{ github.sha }}", ARCH: "\${{ runner.arch }}" }`;
    expect(read(job(steps)).entries[0]?.commands).toMatchObject([
      { certainty: "unsure", doubts: ["its variable URL is known only when it runs"], env: { ARCH: "X64" } },
    ]);
  });

  it("does not say what tox runs where a script works it out", () => {
    const steps = `- run: |
    case x in *) py=3.13;; esac
    echo "TOXENV=$py" >> "$GITHUB_ENV"
- run: tox run
- run: pytest`;
    expect(read(job(steps)).entries[0]?.commands.slice(-2)).toMatchObject([
      { text: "tox run", doubts: ["its variable TOXENV is known only when it runs"] },
      { text: "pytest", doubts: [] },
    ]);
    const known = '- run: echo "TOXENV=lint" >> $GITHUB_ENV\n- run: tox';
    expect(read(job(known)).entries[0]?.commands.at(-1)).toMatchObject({ doubts: [], env: { TOXENV: "lint" } });
  });

  it("is no check of a change where labels and reviews of a pull request start it", () => {
    const on = (types: string): string =>
      job("- run: pytest").replace("on: [push, pull_request]", `on: { pull_request: { types: ${types} } }`);
    expect(read(on("[labeled]")).entries[0]?.runsOn).toEqual(["pull_request.activity"]);
    expect(read(on("[opened, labeled]")).entries[0]?.runsOn).toEqual(["pull_request"]);
  });

  it("knows folders of checkouts", () => {
    const steps = `- uses: actions/checkout@v5
  with: { path: here }
- uses: actions/checkout@v5
  with: { repository: other/one, path: there }
- run: a
  working-directory: here/web
- run: b
  working-directory: there
- run: c`;
    expect(read(job(steps)).entries[0]?.commands).toMatchObject([
      { cwd: "web", doubts: [] },
      { cwd: ".", certainty: "unsure", doubts: ["it runs in a checkout of another repository"] },
      { cwd: ".", certainty: "unsure", doubts: ["it runs outside of the checkout"] },
    ]);
  });
});

describe("a matrix", () => {
  const setUp = "- uses: actions/setup-python@v6\n  with: { python-version: '${{ matrix.python }}' }\n";
  const matrix = (text: string): string => `    strategy:\n      matrix: ${text}\n`;

  it("is read at one combination: Linux, the newest release", () => {
    const head = matrix("{ os: [windows-latest, ubuntu-latest], python: ['3.9', '3.13', '3.14-dev', pypy3.10] }");
    const text = job(`${setUp}- run: pytest \${{ matrix.python }}`, head).replace(
      "ubuntu-latest\n",
      "${{ matrix.os }}\n",
    );
    expect(read(text).entries).toMatchObject([
      {
        python: "3.13",
        pythons: ["3.9", "3.13", "3.14-dev", "pypy3.10"],
        doubts: ["it is one of 8 combinations of its matrix: os ubuntu-latest, python 3.13"],
        commands: [
          {
            text: "pytest 3.13",
            certainty: "likely",
            doubts: ["`matrix.python` is that of one combination of its matrix"],
          },
        ],
      },
    ]);
  });

  it("is read at the version that the repository pins", () => {
    const text = job(`${setUp}- run: pytest`, matrix("{ python: ['3.12', '3.13'] }"));
    expect(read(text, { ".python-version": "3.12.4\n" }).entries).toMatchObject([{ python: "3.12" }]);
  });

  it("of different tasks is read into one entry a task", () => {
    const head = matrix(`
        include:
          - { python: '3.12', tox: py312 }
          - { python: '3.13', tox: py313 }
          - { python: '3.13', tox: typing }`);
    const { entries } = read(job(`${setUp}- run: tox -e \${{ matrix.tox }}`, head));
    expect(entries.map(({ name, python, commands }) => [name, python, commands[0]?.text])).toEqual([
      ["a", "3.13", "tox -e py313"],
      ["a(typing)", "3.13", "tox -e typing"],
    ]);
  });

  it("honours exclude and include", () => {
    const head = matrix(`
        python: ['3.12', '3.13']
        exclude: [{ python: '3.13' }]
        include: [{ python: '3.12', extra: yes-please }]`);
    expect(linesOf(job("- run: x ${{ matrix.python }} ${{ matrix.extra }}", head))).toEqual(["x 3.12 yes-please"]);
  });

  it("that is known only when it runs is said", () => {
    const { entries } = read(job("- run: x ${{ matrix.a }}", matrix("${{ fromJSON(needs.b.outputs.m) }}")));
    expect(entries).toMatchObject([{ doubts: ["its matrix is known only when it runs"], commands: [{ words: null }] }]);
  });

  it("with work of other systems beside that of Linux is said", () => {
    const head = matrix("{ include: [{ os: ubuntu-latest, task: lint }, { os: windows-latest, task: tests }] }");
    const text = job("- run: tox -e ${{ matrix.task }}", head).replace("ubuntu-latest\n", "${{ matrix.os }}\n");
    expect(read(text).unread.map(({ message }) => message)).toEqual([
      "the job `a` also runs on windows-latest; only Linux is read",
    ]);
  });

  it("for other systems alone is passed over, and said once", () => {
    const text = job("- run: x").replace("ubuntu-latest", "macos-15");
    expect(read(text)).toMatchObject({
      entries: [],
      unread: [{ file: CI, line: 3, message: "the job `a` runs on macos-15; only Linux is read" }],
    });
  });
});

describe("an action", () => {
  it.each<[string, string, string | undefined]>([
    ["astral-sh/ruff-action@v3", "", "uv tool install ruff\nuvx ruff check ."],
    [
      "astral-sh/ruff-action@v3",
      "{ version: 0.14.1, args: 'format --check', src: './src ./tests' }",
      "uv tool install ruff==0.14.1\nuvx ruff@0.14.1 format --check ./src ./tests",
    ],
    ["chartboost/ruff-action@v1", "{ args: --select I }", "uvx ruff --select I ."],
    ["psf/black@stable", "", "uvx black --check --diff ."],
    ["psf/black@stable", "{ version: '25.1.0', options: --check, src: src }", "uvx black@25.1.0 --check src"],
    ["pre-commit/action@v3.0.1", "", "pre-commit run --show-diff-on-failure --color=always --all-files"],
    ["isort/isort-action@v1", "", "uvx isort --check-only --diff ."],
    ["jakebailey/pyright-action@v2", "{ version: 1.1.400 }", "npx pyright@1.1.400"],
    ["pypa/gh-action-pip-audit@v1", "{ inputs: requirements.txt }", "pip-audit -r requirements.txt"],
    ["pypa/cibuildwheel@v3.1.4", "", "pipx run cibuildwheel . --output-dir wheelhouse"],
    ["pypa/gh-action-pypi-publish@release/v1", "", "twine upload 'dist/*'"],
    ["hynek/build-and-inspect-python-package@v2", "", "python -m build ."],
    ["codecov/codecov-action@v5", "", "codecovcli upload-process"],
    ["crate-ci/typos@v1.36", "", "typos ."],
    ["zizmorcore/zizmor-action@v0.2", "", "uvx zizmor ."],
    ["docker://rhysd/actionlint:1.7.7", "", "actionlint"],
    ["nick-fields/retry@v3", "{ command: pytest -q, timeout_minutes: 5 }", "pytest -q"],
    ["actions/cache@v4", "{ path: x }", undefined],
    ["astral-sh/setup-uv@v6", "", undefined],
  ])("%s with %s stands for a command", (uses, inputs, line) => {
    const text = job(`- uses: ${uses}${inputs === "" ? "" : `\n  with: ${inputs}`}`);
    const { entries, unread } = read(text);
    expect(entries[0]?.commands.map((command) => command.text)).toEqual(line?.split("\n") ?? []);
    expect(unread).toEqual([]);
  });

  it("that is not known is said with its place", () => {
    expect(read(job("- uses: some/thing@v1")).unread).toEqual([
      { file: CI, line: 6, message: "calls `some/thing@v1`, an action that is not known here" },
    ]);
  });

  it("of the repository itself is followed, with its inputs", () => {
    const action = `inputs:
  python: { default: "3.12" }
  flags: {}
runs:
  using: composite
  steps:
    - uses: actions/setup-python@v6
      with: { python-version: "\${{ inputs.python }}" }
    - run: pip install -e . \${{ inputs.flags }}
      shell: bash
`;
    const text = job("- uses: $/.github/actions/setup\n  with: { flags: -v }\n- run: pytest");
    const { entries } = read(text, { ".github/actions/setup/action.yml": action });
    expect(entries).toMatchObject([
      {
        python: "3.12",
        commands: [
          { text: "pip install -e . -v", place: { file: ".github/actions/setup/action.yml", line: 9 } },
          { text: "pytest" },
        ],
      },
    ]);
  });

  it("that calls itself ends", () => {
    const action = "runs:\n  steps:\n    - uses: ./x\n    - uses: ./x\n";
    expect(read(job("- uses: ./x"), { "x/action.yml": action }).unread).toMatchObject([
      { message: "calls `./x` inside too many others" },
      { message: "calls `./x` inside too many others" },
    ]);
  });
});

describe("a reusable workflow", () => {
  const caller = "on: pull_request\njobs:\n  all:\n    uses: ./.github/workflows/re.yml\n    with: { flags: -x }\n";
  const callee = `on: { workflow_call: { inputs: { flags: { type: string }, folder: { type: string, default: tests } } } }
jobs: { test: { runs-on: ubuntu-latest, steps: [{ run: "pytest \${{ inputs.flags }} \${{ inputs.folder }}" }] } }`;

  it("of the repository is followed, with the caller's events and inputs", () => {
    expect(read(caller, { ".github/workflows/re.yml": callee })).toMatchObject({
      entries: [
        {
          id: `workflow:${CI}#all/test`,
          name: "all / test",
          place: { file: ".github/workflows/re.yml" },
          runsOn: ["pull_request"],
          commands: [{ text: "pytest -x tests" }],
        },
      ],
      unread: [],
    });
  });

  it("that is the road itself declares nothing", () => {
    const road = caller.replace("./.github", "o/turnpike/.github").replace("re.yml", "pipeline.yml@v1");
    expect(read(road)).toMatchObject({ entries: [], unread: [] });
  });

  it("of others is said", () => {
    expect(read(caller.replace("./.github", "o/r/.github").replace("re.yml", "re.yml@v1")).unread).toEqual([
      {
        file: CI,
        line: 4,
        message: "calls `o/r/.github/workflows/re.yml@v1`, a workflow of another repository, which is not read",
      },
    ]);
  });
});

describe("a workflow that GitHub refuses", () => {
  it.each<[string, string, number, string]>([
    ["a tab", "on: push\njobs:\n\ta: {}\n", 3, "is not YAML"],
    ["a key twice", "on: push\non: push\njobs: {}\n", 2, "has `on` twice"],
    ["an unknown key", "on: push\njob: {}\n", 2, "`job` is no key of a workflow"],
    ["no jobs", "on: push\n", 1, "has no jobs"],
    ["no machine", "on: push\njobs:\n  a:\n    steps: [{ run: x }]\n", 4, "the job `a` has no `runs-on`"],
    [
      "an empty step",
      "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - name: y\n",
      6,
      "a step has neither `run` nor `uses`",
    ],
    [
      "a need that is not there",
      "on: push\njobs:\n  a:\n    needs: [b]\n    runs-on: x\n    steps: [{ run: x }]\n",
      4,
      "`needs` names the job `b`",
    ],
    ["a merge key", "on: push\nx: &x { a: 1 }\njobs: { <<: *x }\n", 3, "uses a merge key"],
  ])("for %s is said with its line", (_, text, line, message) => {
    const { entries, unread } = read(text);
    expect(entries).toEqual([]);
    expect(unread).toEqual([{ file: CI, line, message: expect.stringContaining(message) }]);
  });

  it.each<[string, string]>([
    [
      "an anchors bomb",
      `a: &a [x]\n${"bcdefghij"
        .split("")
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[index]}`).join(",")}]`)
        .join("\n")}`,
    ],
    ["deep nesting", `on: ${"[".repeat(50_000)}`],
    ["deep lists", `on: ${"- ".repeat(50_000)}`],
    ["a megabyte in one line", `on: ${"x".repeat(1_000_000)}`],
    ["NUL", "on: push\0\njobs:\0"],
    [
      "a matrix of billions",
      job(
        "- run: x",
        `    strategy: { matrix: { ${"abcdefghij"
          .split("")
          .map((name) => `${name}: [1,2,3,4,5,6,7,8,9,0]`)
          .join(", ")} } }\n`,
      ),
    ],
    [
      "lists where a text belongs, of what is known only when it runs",
      job(
        '- { uses: astral-sh/ruff-action@v3, with: { args: ["${{ github.sha }}"] }, continue-on-error: ["${{ x }}"] }',
      ),
    ],
    [
      "a hostile key",
      "on: push\njobs:\n  __proto__:\n    runs-on: x\n    env: { __proto__: 1 }\n    steps: [{ run: x }]\n",
    ],
  ])("for %s, or nearly so, ends soon and does not throw", (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  it("whatever it holds does not throw, and every place is a line of its file", () => {
    const piece = fc.constantFrom(
      "on: push\n",
      "jobs:\n",
      "  a:\n",
      "    runs-on: x\n",
      "    steps:\n",
      "      - run: ",
      "      - uses: ",
      "a && b\n",
      "|\n",
      "          x | y\n",
      "${{ matrix.a }}",
      "${{",
      "}}",
      "\n",
      "'",
      '"',
      "*a",
      "&a ",
      "[",
      "{",
      "    strategy: { matrix: { a: [1, 2] } }\n",
      "    if: ",
      "./x",
      "true",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${pieces.join("")}`;
        for (const content of [text, pieces.join("")]) {
          expect(faultyPlaces(read(content), content)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
