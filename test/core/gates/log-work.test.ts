import { describe, expect, it } from "vitest";
import { type Evidence, judge } from "../../../src/core/gates/index.ts";

/** A gate without a report that ended with 0. */
function outcomeOf(tool: string | null, log: string, code = 0) {
  const gate: Evidence["gate"] = { tool, run: [tool ?? "x"], exitCodes: null };
  const { outcome, reason } = judge({ gate, end: { kind: "exited", code }, reports: [], log });
  return reason === null ? outcome : `${outcome}: ${reason}`;
}

const NODE = (tests: number, skipped = 0) =>
  `ℹ tests ${tests}\nℹ suites 0\nℹ pass ${tests - skipped}\nℹ fail 0\nℹ cancelled 0\nℹ skipped ${skipped}\nℹ todo 0\nℹ duration_ms 20.2\n`;

// The words are those of node 24, vitest 5, jest 30, mocha 11, pytest 9, bandit 1.9, pyright 1.1.414, ruff 0.17, ty 0.0.104,
// gitleaks 8.30 and pip-audit 2.10 as they were run.
describe("a tool that ended with 0 and wrote no report", () => {
  it.each([
    ["node --test", NODE(0), "inconclusive: no tests were collected"],
    ["node --test", NODE(2, 2), "inconclusive: all 2 tests were skipped"],
    ["node --test", `a test prints\n${NODE(0)}${NODE(3, 1)}`, "passed"],
    ["node --test", "# tests 0\n# suites 0\n# pass 0\n", "inconclusive: no tests were collected"],
    ["vitest", "No test files found, exiting with code 0\n", "inconclusive: no tests were collected"],
    ["vitest", " Test Files  1 skipped (1)\n      Tests  2 skipped (2)\n", "inconclusive: all 2 tests were skipped"],
    ["vitest", " Test Files  1 passed (1)\n      Tests  2 passed | 1 skipped (3)\n", "passed"],
    ["jest", "No tests found, exiting with code 0\n", "inconclusive: no tests were collected"],
    ["jest", "Tests:       1 skipped, 1 total\n", "inconclusive: its only test was skipped"],
    ["jest", "Tests:       1 skipped, 3 passed, 4 total\n", "passed"],
    [null, "\n\n  0 passing (0ms)\n\n", "inconclusive: no tests were collected"],
    [null, "\n\n  12 passing (3s)\n\n", "passed"],
    [null, "\n\n  12 passing (3s)\n\n\n  0 passing (1ms)\n  2 pending\n", "passed"],
    ["unittest", "\nRan 0 tests in 0.000s\n\nOK\n", "inconclusive: no tests were collected"],
    ["pytest", "===== 1 skipped in 0.04s =====\n", "inconclusive: its only test was skipped"],
    ["pytest", "1 passed, 2 skipped in 0.13s\n", "passed"],
    ["pytest", "2 skipped, 5 deselected, 1 warning in 0.13s\n", "inconclusive: all 2 tests were skipped"],
    ["bandit", "Code scanned:\n\tTotal lines of code: 0\n", "inconclusive: no lines were looked at"],
    [
      "bandit",
      "\tTotal lines of code: 2\nFiles skipped (1):\n\tbad/broken.py (syntax error while parsing AST from file)\n",
      "tool-error: bandit left out bad/broken.py: syntax error while parsing AST from file",
    ],
    ["bandit", "\tTotal lines of code: 2\nFiles skipped (0):\n", "passed"],
    [
      "pyright",
      'File or directory "/r/nosuch" does not exist.\n0 errors, 0 warnings, 0 informations\n',
      "inconclusive: `/r/nosuch` does not exist",
    ],
    [
      "ruff",
      "warning: No Python files found under the given path(s)\nAll checks passed!\n",
      "inconclusive: no files were looked at",
    ],
    [
      "ty",
      "WARN No python files found under the given path(s)\nAll checks passed!\n",
      "inconclusive: no files were looked at",
    ],
    [
      "pip-audit",
      "No known vulnerabilities found\nName Skip Reason\n---- ----\nrich Dependency not found on PyPI and could not be audited: rich (13.0.0)\n",
      "inconclusive: not audited: 1 package could not be looked up, and no report tells of the others",
    ],
  ])("%s is not believed when its words say that it did nothing: %j", (tool, log, expected) => {
    expect(outcomeOf(tool, log)).toBe(expected);
  });

  it.each([
    ["ruff", "E902 No such file or directory (os error 2)\n--> nosuch:1:1\n\nFound 1 error.\n"],
    ["ruff", "nosuch:1:1: E902 No such file or directory (os error 2)\nFound 1 error.\n"],
  ])("%s that could not read a file found nothing wrong with it", (tool, log) => {
    expect(outcomeOf(tool, log, 1)).toBe(
      "tool-error: ruff could not read nosuch: No such file or directory (os error 2)",
    );
  });

  it("gitleaks says 1 for findings and for its own trouble; its words tell", () => {
    const log = "8:55PM FTL stat nosuch: no such file or directory\n";
    expect(outcomeOf("gitleaks", log, 1)).toBe("tool-error: gitleaks stopped: stat nosuch: no such file or directory");
    expect(outcomeOf("gitleaks", "8:55PM WRN leaks found: 1\n", 1)).toBe("failed: ended with exit code 1");
  });

  it("biome says 1 when it looked at nothing", () => {
    const log = "Checked 0 files in 24ms. No fixes applied.\n  ✖ No files were processed in the specified paths.\n";
    expect(outcomeOf("biome", log, 1)).toBe("tool-error: biome looked at no file");
  });

  it("unittest says 5 when there was no test", () => {
    expect(outcomeOf("unittest", "NO TESTS RAN\n", 5)).toBe("inconclusive: no tests were collected");
  });
});

describe("coverage below its limit, with tests that passed", () => {
  const reading = {
    ...{ producer: null, tests: { executed: 2, failed: 0, skipped: 0, flaky: 0 }, findings: [], problems: [] },
    ...{ totals: { error: 0, warning: 0, note: 0 }, work: { amount: 2, unit: "tests" } },
    ...{ notAudited: null, remark: null, coverage: null },
  };

  it.each([
    [
      "pytest",
      "FAIL Required test coverage of 100% not reached. Total coverage: 12.00%",
      "coverage is 12.00%, and 100% is required",
    ],
    [
      "pytest",
      "ERROR: Coverage failure: total of 12 is less than fail-under=100",
      "coverage: total of 12 is less than fail-under=100",
    ],
    [
      "vitest",
      "ERROR: Coverage for lines (50%) does not meet global threshold (90%)",
      "coverage for lines (50%) does not meet global threshold (90%)",
    ],
    [
      "jest",
      'Jest: "global" coverage threshold for lines (90%) not met: 50%',
      '"global" coverage threshold for lines (90%) not met: 50%',
    ],
  ])("is a failure of %s, and no trouble of the tool", (tool, log, reason) => {
    const gate: Evidence["gate"] = { tool, run: [tool], exitCodes: { clean: [0], findings: [1] } };
    const report = { format: "junit", path: "j.xml", result: { kind: "read", reading } } as const;
    const judged = (text: string) => judge({ gate, end: { kind: "exited", code: 1 }, reports: [report], log: text });
    expect(judged(`${log}\n`)).toMatchObject({ outcome: "failed", reason });
    expect(judged("2 passed\n")).toMatchObject({ outcome: "tool-error" });
  });

  it("is a failure where `coverage report` says so behind the tests, with a code that is trouble for them", () => {
    const gate: Evidence["gate"] = { tool: "pytest", run: "pytest && coverage report", exitCodes: null };
    const report = { format: "junit", path: "j.xml", result: { kind: "read", reading } } as const;
    const judged = (text: string) => judge({ gate, end: { kind: "exited", code: 2 }, reports: [report], log: text });
    expect(judged("2 passed\nCoverage failure: total of 8.64 is less than fail-under=100.00\n")).toMatchObject({
      outcome: "failed",
      reason: "coverage: total of 8.64 is less than fail-under=100.00",
    });
    expect(judged("2 passed\n!!! Interrupted: stopping\n")).toMatchObject({ outcome: "tool-error" });
  });
});
