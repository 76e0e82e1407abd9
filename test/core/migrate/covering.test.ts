import { describe, expect, it } from "vitest";
import { afterOf, migrated, verdictsOf } from "./repository.ts";

const ON = "on:\n  push: { branches: [main] }\n  pull_request:\n";

function job(id: string, command: string): string {
  return `  ${id}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n      - run: ${command}\n`;
}

const MAKEFILE = "check: lint\n\tuv run pytest\nlint:\n\tuv run ruff check .\nall: check\n\t./own.sh\n";
const GATES = "gates:\n  lint: { run: uv run ruff check . }\n  tests: { run: uv run pytest }\n";

describe("a step that calls what the repository declares elsewhere", () => {
  it("is replaced by the gates of all that it calls", async () => {
    const more = { "turnpike.yml": GATES, Makefile: MAKEFILE };
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("check", "make check")}` }, more);
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.judged.at(-1)?.verdict).toMatchObject({ kind: "replaced", gates: ["lint", "tests"] });
  });

  it("is kept when a part of what it calls is no gate, and says which", async () => {
    const more = { "turnpike.yml": GATES, Makefile: MAKEFILE };
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("all", "make all")}` }, more);
    expect(migration.changes).toEqual([]);
    expect(migration.judged.at(-1)?.verdict.why).toBe(
      "it runs `make all`, and by it `./own.sh`, which no gate of the plan runs",
    );
  });

  it("is kept when it hands on arguments", async () => {
    const scripts = '{ "name": "x", "scripts": { "lint": "eslint ." } }';
    const more = { "turnpike.yml": "gates:\n  lint: { run: npm run lint }\n", "package.json": scripts };
    const text = `${ON}jobs:\n${job("lint", "npm run lint")}${job("other", "npm run lint -- --max-warnings 0")}`;
    expect(verdictsOf(await migrated({ "ci.yml": text }, more)).replaced).toContain("lint: npm run lint");
    expect(verdictsOf(await migrated({ "ci.yml": text }, more)).kept).toContain(
      "other: npm run lint -- --max-warnings 0",
    );
  });
});
