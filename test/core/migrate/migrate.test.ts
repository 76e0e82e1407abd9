import { describe, expect, it } from "vitest";
import { parseWorkflowFile } from "../../../src/core/workflow/index.ts";
import { afterOf, FOLDER, migrated, SHA, verdictsOf } from "./repository.ts";

const SET_UP = `      - uses: actions/checkout@v6
      - uses: astral-sh/setup-uv@v8
`;

const ON = "on:\n  push: { branches: [main] }\n  pull_request:\n";

function job(id: string, steps: string, more = ""): string {
  return `  ${id}:\n    runs-on: ubuntu-latest\n${more}    steps:\n${SET_UP}${steps}`;
}

const LINT = job("lint", "      - run: uv run ruff check .\n");
const TESTS = job("tests", "      - run: uv run pytest -v\n");

describe("a workflow that the plan runs whole", () => {
  it("goes, and a caller comes", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${LINT}${TESTS}` });
    expect(verdictsOf(migration)).toMatchObject({ kept: [], person: [] });
    expect(afterOf(migration, "ci.yml")).toBeNull();
    const caller = afterOf(migration, "turnpike.yml");
    expect(caller).toContain(`uses: acme/turnpike/.github/workflows/checks.yml@${SHA} # v1.0.0`);
    expect(migration.calledIn).toBe(`${FOLDER}turnpike.yml`);
    expect(migration.judged.find(({ unit }) => unit.label === "uv run pytest -v")?.verdict).toEqual({
      kind: "replaced",
      by: "gate tests",
      gates: ["tests"],
      why: "the road runs `uv run pytest`",
    });
  });

  it("has nothing left to do a second time", async () => {
    const first = await migrated({ "ci.yml": `${ON}jobs:\n${LINT}` });
    const second = await migrated({ "turnpike.yml": afterOf(first, "turnpike.yml") ?? "" });
    expect(second.changes).toEqual([]);
    expect(second.judged.map(({ verdict }) => verdict)).toEqual([{ kind: "kept", why: "it is the road" }]);
  });
});

describe("jobs that stay", () => {
  const deploy = `  # Ships it.
  deploy:
    needs: [lint, tests]
    runs-on: ubuntu-latest
    steps:
${SET_UP}      - run: |
          ./deploy.sh   # not  reformatted

          echo done
`;

  it("wait for the road in place of the jobs that go, and are not touched otherwise", async () => {
    const migration = await migrated({ "ci.yml": `name: CI\n${ON}\njobs:\n${LINT}\n${TESTS}\n${deploy}` });
    const after = afterOf(migration, "ci.yml") ?? "";
    expect(after).toBe(`name: CI
${ON}
jobs:
  turnpike:
    name: turnpike
    permissions:
      contents: read # to check the repository out
    uses: acme/turnpike/.github/workflows/checks.yml@${SHA} # v1.0.0

${deploy.replace("needs: [lint, tests]", "needs: turnpike")}`);
    expect(afterOf(migration, "turnpike.yml")).toBeUndefined();
    expect(migration.checks.after.names).toEqual(["deploy", "turnpike / gate"]);
    expect((await parseWorkflowFile("ci.yml", after)).kind).toBe("workflow");
    const second = await migrated({ "ci.yml": after });
    expect(second.changes).toEqual([]);
  });

  it("keep what they take outputs of", async () => {
    const text = `${ON}jobs:
  lint:
    runs-on: ubuntu-latest
    outputs: { version: "\${{ steps.v.outputs.version }}" }
    steps:
${SET_UP}      - run: uv run ruff check .
      - id: v
        run: echo "version=1" >> "$GITHUB_OUTPUT"
  announce:
    needs: lint
    runs-on: ubuntu-latest
    steps:
      - run: ./announce.sh "$VERSION"
        env: { VERSION: "\${{ needs.lint.outputs.version }}" }
`;
    const migration = await migrated({ "ci.yml": text });
    expect(verdictsOf(migration).replaced).toEqual([]);
    expect(migration.changes).toEqual([]);
  });

  it("keep the upload that they download", async () => {
    const text = `${ON}jobs:
${job("tests", "      - run: uv run pytest\n      - uses: actions/upload-artifact@v7\n        with: { name: reports, path: reports/junit.xml }\n")}  show:
    needs: tests
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v8
        with: { name: reports }
      - run: ./show.sh
`;
    expect(verdictsOf(await migrated({ "ci.yml": text })).replaced).toEqual([]);
  });

  it("keep coverage together with the tests that write it", async () => {
    const steps =
      "      - run: uv run ruff check .\n      - run: uv run pytest\n      - uses: codecov/codecov-action@v5\n";
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", steps)}` });
    expect(verdictsOf(migration).replaced).toEqual(["tests: uv run ruff check ."]);
    expect(afterOf(migration, "ci.yml")).not.toContain("ruff");
    expect(afterOf(migration, "turnpike.yml")).toContain("checks.yml");
  });
});

describe("what is kept, each with its reason", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "services",
      job("tests", "      - run: uv run pytest\n", "    services: { db: { image: postgres } }\n"),
      "services (db)",
    ],
    ["a container", job("tests", "      - run: uv run pytest\n", "    container: python:3.13\n"), "container"],
    [
      "another system",
      job("tests", "      - run: uv run pytest\n").replace("ubuntu", "windows"),
      "the road runs on Linux",
    ],
    [
      "a runner of one's own",
      job("tests", "      - run: uv run pytest\n").replace("ubuntu-latest", "big"),
      "runs on big",
    ],
    [
      "a matrix",
      job("tests", "      - run: uv run pytest\n", "    strategy: { matrix: { py: ['3.12', '3.13'] } }\n"),
      "2 combinations of py (2)",
    ],
    [
      "a secret",
      job("tests", "      - run: uv run pytest\n        env: { KEY: '${{ secrets.KEY }}' }\n"),
      "reads the secret KEY",
    ],
    ["variables", job("tests", "      - run: uv run pytest\n        env: { MODE: full }\n"), "runs with MODE set"],
    ["an expression", job("tests", "      - run: uv run pytest ${{ inputs.args }}\n"), "holds an expression"],
    ["other arguments", job("tests", "      - run: uv run pytest tests/slow\n"), "which no gate of the plan runs"],
    [
      "a shell's tricks",
      job("tests", "      - run: for i in 1 2; do uv run pytest; done\n"),
      "does more than start commands",
    ],
    ["tolerance", job("tests", "      - run: uv run pytest\n        continue-on-error: true\n"), "tolerated"],
    [
      "another folder",
      job("tests", "      - run: uv run pytest\n        working-directory: sub\n"),
      "which no gate of the plan runs",
    ],
  ];

  it.each(cases)("%s", async (_, jobs, why) => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${jobs}` });
    expect(migration.changes).toEqual([]);
    expect(migration.judged.map(({ verdict }) => verdict.why).join("\n")).toContain(why);
  });

  it("a linter in a matrix is not: its answer is the same everywhere", async () => {
    const steps = "      - run: uv run ruff check .\n      - run: uv run pytest\n";
    const text = `${ON}jobs:\n${job("tests", steps, "    strategy: { matrix: { py: ['3.12', '3.13'] } }\n")}`;
    expect(verdictsOf(await migrated({ "ci.yml": text })).replaced).toEqual(["tests: uv run ruff check ."]);
  });

  it("workflows of other events", async () => {
    const migration = await migrated({ "nightly.yml": `on: { schedule: [{ cron: '0 0 * * *' }] }\njobs:\n${LINT}` });
    expect(migration.judged[0]?.verdict.why).toContain("runs on schedule only");
  });
});

describe("a step that watches for failure", () => {
  it("needs a person, and keeps what it watches", async () => {
    const steps = "      - run: uv run pytest\n      - if: failure()\n        run: ./notify.sh\n";
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", steps)}` });
    expect(verdictsOf(migration)).toMatchObject({ replaced: [], person: ["tests: ./notify.sh"] });
    expect(migration.todo).toEqual([expect.stringContaining("ci.yml:11 decide what it shall watch")]);
  });
});

describe("a job that sums up others", () => {
  const green = `  green:
    if: always()
    needs: [lint, tests]
    runs-on: ubuntu-latest
    steps:
      - uses: re-actors/alls-green@v1
        with: { jobs: "\${{ toJSON(needs) }}" }
`;

  it("goes when all of them go", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${LINT}${TESTS}${green}` });
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.checks).toMatchObject({
      before: { names: ["green", "lint", "tests"] },
      after: { names: ["turnpike / gate"] },
    });
  });

  it("stays for those that stay, and sums up the road too", async () => {
    const other = TESTS.replace("pytest -v", "pytest tests/slow");
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${LINT}${other}${green}` });
    expect(afterOf(migration, "ci.yml")).toContain("needs: [turnpike, tests]");
    expect(migration.checks.after.names).toEqual(["green", "tests", "turnpike / gate"]);
  });
});

describe("workflows that call each other", () => {
  const called = `on: workflow_call\njobs:\n${LINT}`;

  it("go together", async () => {
    const caller = `${ON}jobs:\n  checks:\n    uses: ./.github/workflows/shared.yml\n`;
    const migration = await migrated({ "ci.yml": caller, "shared.yml": called });
    expect([afterOf(migration, "ci.yml"), afterOf(migration, "shared.yml")]).toEqual([null, null]);
  });

  it("stay when only others can call them", async () => {
    const migration = await migrated({ "shared.yml": called });
    expect(migration.changes).toEqual([]);
    expect(migration.judged[0]?.verdict.why).toContain("workflow_call only");
  });
});

describe("files that are broken or strange", () => {
  const strange: readonly (readonly [string, string, string])[] = [
    ["tabs", `${ON}jobs:\n${LINT}\tx: 1\n`, "is no valid YAML"],
    ["a key twice", `${ON}jobs:\n${LINT}${LINT}`, "is no valid YAML"],
    [
      "anchors",
      `${ON}jobs:\n${LINT.replace("steps:", "steps: &s")}  again:\n    runs-on: ubuntu-latest\n    steps: *s\n`,
      "uses YAML anchors",
    ],
    ["braces", `${ON}jobs: { lint: { runs-on: ubuntu-latest, steps: [{ run: uv run ruff check . }] } }\n`, "in braces"],
  ];

  it.each(strange)("are left to a person whole: %s", async (_, text, why) => {
    const migration = await migrated({ "ci.yml": text, "other.yml": `${ON}jobs:\n${TESTS}` });
    const own = migration.judged.filter(({ unit }) => unit.file === `${FOLDER}ci.yml`);
    expect(own.length).toBeGreaterThan(0);
    for (const { verdict } of own) expect(verdict).toMatchObject({ kind: "person", why: expect.stringContaining(why) });
    expect(migration.todo).toHaveLength(1);
    expect(afterOf(migration, "other.yml")).toBeNull();
  });

  it("one that nests without end is not parsed, and is said", async () => {
    const migration = await migrated({
      "deep.yml": `on: push\njobs: ${"[".repeat(100_000)}`,
      "ci.yml": `${ON}jobs:\n${LINT}`,
    });
    expect(migration.workflows.find(({ file }) => file === `${FOLDER}deep.yml`)?.notEditable).toEqual([
      { line: 2, message: "is nested more than 100 levels deep" },
    ]);
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.todo).toEqual([
      `${FOLDER}deep.yml:2 is nested more than 100 levels deep; migrate leaves the file as it is`,
    ]);
  });

  it("an empty one has no steps, and is said", async () => {
    const migration = await migrated({ "ci.yml": "" });
    expect(migration.judged).toEqual([]);
    expect(migration.todo).toEqual([`${FOLDER}ci.yml:1 has no jobs; migrate leaves the file as it is`]);
  });
});

describe("a repository that is on the road already", () => {
  const CALL = `  road:\n    uses: acme/turnpike/.github/workflows/checks.yml@${SHA}\n`;
  const OWN = "  own:\n    needs: [lint]\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./x.sh\n";

  it("gets no second call in the file that has one, and its jobs wait for that", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${CALL}${LINT}${OWN}` });
    const after = afterOf(migration, "ci.yml") ?? "";
    expect(after.match(/checks\.yml@/g)).toHaveLength(1);
    expect(after).toContain("needs: road");
    expect(migration.todo).toEqual([]);
  });

  it("gets no second call in another file: what waits there keeps what it waits for", async () => {
    const migration = await migrated({ "road.yml": `${ON}jobs:\n${CALL}`, "ci.yml": `${ON}jobs:\n${LINT}${OWN}` });
    expect(migration.changes).toEqual([]);
  });
});
