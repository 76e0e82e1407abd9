import { describe, expect, it } from "vitest";
import { askForReport } from "../../../src/core/detect/own/ask-for-report.ts";
import { knowCommand } from "../../../src/core/detect/own/known-commands.ts";

const ask = (run: string | readonly string[]) => askForReport(run, knowCommand(run), "unit:python=3.12");

describe("a command without a report whose exit code alone cannot be believed", () => {
  it.each([
    ["uv run pytest -x", 'uv run pytest -x -o junit_family=xunit1 "--junitxml=${reports}/unit-python-3.12.xml"'],
    ["poetry run pytest", 'poetry run pytest -o junit_family=xunit1 "--junitxml=${reports}/unit-python-3.12.xml"'],
    [
      'pytest -m "not slow"',
      'pytest -m "not slow" -o junit_family=xunit1 "--junitxml=${reports}/unit-python-3.12.xml"',
    ],
    ["bandit -q -r src", 'bandit -q -r src -f json -o "${reports}/unit-python-3.12.json"'],
    ["pip-audit -r req.txt", 'pip-audit -r req.txt -f json -o "${reports}/unit-python-3.12.json"'],
    [
      "npx eslint --no-error-on-unmatched-pattern src",
      'npx eslint --no-error-on-unmatched-pattern src -f json -o "${reports}/unit-python-3.12.json"',
    ],
    ["zizmor --format=sarif .", "zizmor --format=sarif ."],
    ["detect-secrets scan --all-files", "detect-secrets scan --all-files"],
  ])("is asked for one: %s", (run, expected) => expect(ask(run)?.run).toBe(expected));

  it("as a list keeps its words", () => {
    expect(ask([".venv/bin/pytest", "a b"])).toEqual({
      run: [".venv/bin/pytest", "a b", "-o", "junit_family=xunit1", "--junitxml=${reports}/unit-python-3.12.xml"],
      report: { format: "junit", path: "${reports}/unit-python-3.12.xml" },
    });
  });

  it.each([
    "pytest --junitxml=out.xml",
    "pytest --collect-only",
    "pytest -p no:junitxml",
    "pytest # all of them",
    "pytest a \\",
    "pytest | tee log",
    "pytest -- a",
    "bandit -r src -f txt",
    "pip-audit --fix",
    "ruff check",
    "npx eslint .",
    "zizmor .",
    "detect-secrets scan --baseline .secrets.baseline",
    "make test",
  ])("stays as it is where it has its own, does other work, or is more than one command: %s", (run) => {
    expect(ask(run)).toBeUndefined();
  });
});
