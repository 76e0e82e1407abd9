import { describe, expect, it } from "vitest";
import { type FixedGate, fixCommand } from "../../../src/core/detect/fix-command.ts";

const gate = (reproduce: string, more: Partial<FixedGate> = {}): FixedGate => ({
  ...{ reproduce, cwd: ".", tool: null },
  ...more,
});

describe("the command that mends what a gate finds", () => {
  it.each([
    ["ruff format --check .", "ruff format ."],
    ["uv run ruff format --check --diff src tests", "uv run ruff format src tests"],
    ["uv run --group lint ruff check --no-fix src", "uv run --group lint ruff check --fix src"],
    ["ruff check --output-format=github .", "ruff check --fix ."],
    ["ruff check --output-format github .", "ruff check --fix ."],
    ["uvx ruff@0.14.1 check .", "uvx ruff@0.14.1 check --fix ."],
    ["uvx --from ruff==0.14.1 ruff check .", "uvx --from ruff==0.14.1 ruff check --fix ."],
    ["python -m black --check .", "python -m black ."],
    ["isort --check-only --diff src", "isort src"],
    ["npx prettier --check 'src/**/*.ts'", "npx prettier --write 'src/**/*.ts'"],
    ["npx prettier -l -c .", "npx prettier --write ."],
    ["npx eslint . --max-warnings 0", "npx eslint --fix . --max-warnings 0"],
    ["npx eslint -f stylish src", "npx eslint --fix src"],
    ["npx @biomejs/biome ci --reporter=github .", "npx @biomejs/biome check --write ."],
    ["biome format .", "biome format --write ."],
    ["cargo fmt --all -- --check", "cargo fmt --all"],
    ["cargo fmt --check", "cargo fmt"],
    ["cargo fmt -- --check --config max_width=100", "cargo fmt -- --config max_width=100"],
    ["gofmt -l .", "gofmt -w ."],
    ["dprint check", "dprint fmt"],
    ["codespell docs", "codespell --write-changes docs"],
    ["stylelint '**/*.css'", "stylelint '**/*.css' --fix"],
    ["sqlfluff lint models", "sqlfluff fix models"],
    ["uv lock --check", "uv lock"],
    ["npm ci --dry-run --ignore-scripts", "npm install --package-lock-only"],
    ["cd web && npx eslint .", "cd web && npx eslint --fix ."],
    ["FORCE=1 uv run ruff check .", "FORCE=1 uv run ruff check --fix ."],
  ])("is made from the check itself: %s", (check, fix) => {
    expect(fixCommand(gate(check))).toBe(fix);
  });

  it.each([
    "uv run pytest",
    "mypy",
    "npx tsc --noEmit",
    "make lint",
    "flake8 src",
    "cargo clippy",
    "ruff format .",
    "ruff check . && mypy",
    "ruff check $(git ls-files '*.py')",
    "poetry check",
    "pip install -r ruff",
    "",
  ])("is not said where nothing is known for sure: %s", (check) => {
    expect(fixCommand(gate(check))).toBeNull();
  });

  it("is started as what calls the tool starts it", () => {
    const chain = [
      { file: "ci.yml", line: 3, text: "make lint" },
      { file: "Makefile", line: 12, text: "uv run ruff check src" },
    ];
    expect(fixCommand(gate("make lint", { shows: "ruff check src", chain }))).toBe("uv run ruff check --fix src");
    expect(fixCommand(gate("tox -e lint", { shows: "ruff check src" }))).toBe("ruff check --fix src");
    expect(fixCommand(gate("cd api && make lint", { cwd: "api", shows: "black --check ." }))).toBe("cd api && black .");
  });

  it("takes the programs of the packages for scripts of package.json", () => {
    expect(fixCommand(gate("npm run lint", { shows: "eslint ." }))).toBe("npx eslint --fix .");
    expect(fixCommand(gate("pnpm run format", { shows: "prettier --check ." }))).toBe("pnpm exec prettier --write .");
    expect(fixCommand(gate("cd web && yarn run lint", { cwd: "web", shows: "biome check" }))).toBe(
      "cd web && yarn biome check --write",
    );
    expect(fixCommand(gate("npm run lint", { tool: "eslint" }))).toBe("npm run lint -- --fix");
    expect(fixCommand(gate("npm run lint", { tool: "biome" }))).toBeNull();
  });

  it("says nothing of hooks, which mend by themselves where they can", () => {
    expect(fixCommand(gate("pre-commit run ruff --all-files", { shows: "ruff check" }))).toBeNull();
  });
});
