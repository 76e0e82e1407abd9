import { describe, expect, it } from "vitest";
import { unwrapLaunchers } from "../../../src/core/declarations/index.ts";

describe("a command without its launchers", () => {
  it.each<[string, string, string[]]>([
    ["pytest -q", "pytest -q", []],
    ["uv run pytest -q", "pytest -q", ["uv run"]],
    ["uv run --group test --extra=x --frozen pytest", "pytest", ["uv run"]],
    ["uv run -m pytest -q", "pytest -q", ["uv run"]],
    ["uv run -- python -m pytest", "pytest", ["uv run", "python -m"]],
    [
      "uv run --with-requirements r.txt -p 3.12 python3.12 -Xdev -W error -m mypy src",
      "mypy src",
      ["uv run", "python -m"],
    ],
    ["uvx ruff@0.14.1 check", "ruff check", ["uvx"]],
    ["uvx --from build pyproject-build", "pyproject-build", ["uvx"]],
    ["uv tool run --with tox-uv tox -e py", "tox -e py", ["uv tool run"]],
    ["pipx run nox -s lint", "nox -s lint", ["pipx run"]],
    ["poetry run pytest", "pytest", ["poetry run"]],
    ["pdm run pytest", "pytest", ["pdm run"]],
    ["python -m pip install -e .", "pip install -e .", ["python -m"]],
    ["python -Im build --sdist", "build --sdist", ["python -m"]],
    ["python -mpytest --no-cov", "pytest --no-cov", ["python -m"]],
    ["python3 -W error -bbImcoverage run", "coverage run", ["python -m"]],
    ["python setup.py test", "python setup.py test", []],
    ["npx --yes eslint@8 .", "eslint .", ["npx"]],
    ["npx @biomejs/biome ci", "@biomejs/biome ci", ["npx"]],
    ["npm exec -- tsc --noEmit", "tsc --noEmit", ["npm exec"]],
    ["pnpm exec eslint .", "eslint .", ["pnpm exec"]],
    ["pnpm install --frozen-lockfile", "pnpm install --frozen-lockfile", []],
    ["yarn eslint .", "eslint .", ["yarn"]],
    ["yarn install --immutable", "yarn install --immutable", []],
    ["time nice -n 10 env A=b C= pytest", "pytest", ["time", "nice", "env"]],
    ["sudo -E xvfb-run -a npm test", "npm test", ["sudo", "xvfb-run"]],
    ["timeout -k 5 60 pytest", "pytest", ["timeout"]],
    ["cross-env NODE_ENV=test mocha", "mocha", ["cross-env"]],
    [".venv/bin/python -m pytest", "pytest", ["python -m"]],
    ["./node_modules/.bin/eslint .", "eslint .", []],
    ["uv run", "uv run", []],
    ["", "", []],
  ])("%s", (line, bare, launchers) => {
    const unwrapped = unwrapLaunchers(line.split(" "));
    expect([unwrapped.words.join(" "), unwrapped.launchers.map(({ name }) => name)]).toEqual([bare, launchers]);
  });

  it("keeps the launchers' options, variables and folder", () => {
    expect(
      unwrapLaunchers(["uv", "run", "--directory", "x/", "--group", "dev", "env", "A=b", "pytest"], "app"),
    ).toEqual({
      words: ["pytest"],
      launchers: [
        { name: "uv run", options: ["--directory", "x/", "--group", "dev"] },
        { name: "env", options: ["A=b"] },
      ],
      env: { A: "b" },
      cwd: "app/x",
    });
  });
});
