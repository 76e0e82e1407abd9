import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knowCommand } from "../../../src/core/detect/own/known-commands.ts";

const UV = { manager: "uv", groups: [], extras: [] };
const NPM = { manager: "npm", groups: [], extras: [] };

describe("a command that a person wrote", () => {
  it.each([
    ["pytest -x", "pytest", null],
    ["uv run pytest -x", "pytest", UV],
    [
      "uv run --group tests --extra=yaml --python 3.12 pytest",
      "pytest",
      { manager: "uv", groups: ["tests"], extras: ["yaml"] },
    ],
    ["uv run --with pytest-cov -- pytest", "pytest", UV],
    ["uv run -m pytest", "pytest", UV],
    ["uv run python -m mypy src", "mypy", UV],
    ["python3 -m pytest", "pytest", null],
    ["uvx ruff check", "ruff", UV],
    ["uv audit", "uv audit", UV],
    ["npx --no-install eslint .", "eslint", NPM],
    ["npm audit --json", "npm audit", null],
    ["npm run lint", null, NPM],
    ["CI=1 DEBUG='a b' pytest", "pytest", null],
    ["uv run ruff check src && uv run ruff format --check", null, UV],
    ["node_modules/.bin/vitest run", "vitest", null],
    ["/opt/tools/bin/python3 -m pytest", "pytest", null],
    ["xvfb-run -a uv run pytest", "pytest", UV],
    ["cargo clippy -- -D warnings", "cargo clippy", null],
    ["flake8 src", "flake8", null],
    ["black --check .", "black", null],
    ["black .", "black", null],
    ["tsc -p .", "tsc", null],
    ["pytest --benchmark-only", "pytest", null],
    ["npm exec -- eslint .", "eslint", NPM],
    ["poetry run pytest", "pytest", null],
    ["uv sync", null, UV],
    ["node server.js", null, null],
    ["pytest | tee log", null, null],
    ["make test", null, null],
    ["", null, null],
  ])("%s", (run, tool, needs) => expect(knowCommand(run)).toMatchObject({ tool, needs }));

  it("as a list is read the same way", () => {
    expect(knowCommand(["uv", "run", "--group", "tests", "pytest"])).toMatchObject({
      tool: "pytest",
      needs: { groups: ["tests"] },
    });
    expect(knowCommand(["pytest", "a;b"])).toMatchObject({ tool: "pytest" });
  });

  it.each([
    ["zizmor .github", { clean: [0], findings: [11, 12, 13, 14] }],
    ["npx tsc --noEmit", { clean: [0], findings: [1, 2] }],
    ["ruff check", { clean: [0], findings: [1] }],
    ["ruff server", null],
  ])("has the exit codes of its tool: %s", (run, codes) => expect(knowCommand(run).exitCodes).toEqual(codes));

  it("may be anything", () => {
    const words = fc.constantFrom(
      "uv",
      "run",
      "--group",
      "-m",
      "--",
      "=",
      "npx",
      "pytest",
      "A=",
      "'",
      '"',
      "$(",
      " ",
      "\n",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        expect(() => [knowCommand(parts), knowCommand(parts.join(" "))]).not.toThrow();
      }),
    );
  });
});
