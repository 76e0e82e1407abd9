import { describe, expect, it } from "vitest";
import { afterOf, GATES, migrated, verdictsOf } from "./repository.ts";

const ON = "on:\n  push: { branches: [main] }\n  pull_request:\n";
const ACTION = ".github/actions/ci/action.yml";

function composite(...steps: readonly string[]): string {
  const inputs = 'inputs:\n  python-version:\n    default: "3.12"\n';
  return `name: ci\n${inputs}runs:\n  using: composite\n  steps:\n${steps.map((step) => `    - ${step}\n`).join("")}`;
}

function workflow(uses: string, run: string): string {
  return `${ON}jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n      - run: ${run}\n`;
}

const SET_UP = composite(
  "uses: actions/checkout@v6",
  "uses: actions/setup-python@v6\n      with: { python-version: '${{ inputs.python-version }}' }",
  "run: pip install uv\n      shell: bash",
);

describe("an action of the repository's own", () => {
  it.each(["./.github/actions/ci", "$/.github/actions/ci"])("that only sets up goes with its job: %s", async (uses) => {
    const more = { "turnpike.yml": GATES, [ACTION]: SET_UP };
    const migration = await migrated({ "ci.yml": workflow(uses, "uv run ruff check .") }, more);
    expect(verdictsOf(migration).kept).toEqual([]);
    expect(afterOf(migration, "ci.yml")).toBeNull();
  });

  it("that does more stays", async () => {
    const more = { "turnpike.yml": GATES, [ACTION]: composite("run: ./deploy.sh\n      shell: bash") };
    const migration = await migrated({ "ci.yml": workflow("./.github/actions/ci", "uv run ruff check .") }, more);
    expect(verdictsOf(migration).kept).toEqual(["a: ./.github/actions/ci"]);
  });

  it("says which interpreter its job asks for", async () => {
    const more = { "turnpike.yml": GATES, [ACTION]: SET_UP, ".python-version": "3.14\n" };
    const migration = await migrated({ "ci.yml": workflow("./.github/actions/ci", "uv run pytest") }, more);
    expect(migration.judged.at(-1)?.verdict.why).toBe("its job asks for Python 3.12, and the gate tests runs on 3.14");
  });

  it("is looked into through others, and a circle ends", async () => {
    const more = {
      "turnpike.yml": GATES,
      [ACTION]: composite("uses: ./.github/actions/inner"),
      ".github/actions/inner/action.yml": composite("uses: ./.github/actions/ci"),
    };
    const migration = await migrated({ "ci.yml": workflow("./.github/actions/ci", "uv run ruff check .") }, more);
    expect(verdictsOf(migration).kept).toEqual(["a: ./.github/actions/ci"]);
  });
});
