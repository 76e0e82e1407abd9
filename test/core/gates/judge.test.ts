import { describe, expect, it } from "vitest";
import {
  type Evidence,
  judge,
  type ReportReading,
  type ReportResult,
  saysTestsFailed,
} from "../../../src/core/gates/index.ts";

const emptyReading: ReportReading = {
  producer: null,
  tests: null,
  findings: [],
  totals: { error: 0, warning: 0, note: 0 },
  work: null,
  problems: [],
  notAudited: null,
  remark: null,
  coverage: null,
};

function read(reading: Partial<ReportReading> = {}): ReportResult {
  return { kind: "read", reading: { ...emptyReading, ...reading } };
}

function testReport(executed: number, failed = 0, skipped = 0, flaky = 0): ReportResult {
  return read({
    tests: { executed, failed, skipped, flaky },
    totals: { error: failed, warning: 0, note: 0 },
    work: { amount: executed, unit: "tests" },
  });
}

function judged(code: number, results: readonly ReportResult[], more: Partial<Evidence["gate"]> = {}, log = "") {
  const reports = results.map((result) => ({ format: "junit" as const, path: "out/report.xml", result }));
  const gate = { tool: null, run: "check", exitCodes: null, ...more };
  const { outcome, reason } = judge({ gate, end: { kind: "exited", code }, reports, log });
  return [outcome, reason];
}

describe("a gate without a report", () => {
  it.each([
    [0, "passed", null],
    [1, "failed", "ended with exit code 1"],
    [255, "failed", "ended with exit code 255"],
    [126, "tool-error", "the command could not be executed (exit code 126)"],
    [127, "tool-error", "the command was not found (exit code 127)"],
    [130, "tool-error", "was interrupted (exit code 130)"],
    [137, "tool-error", "was killed, most likely because memory ran out (exit code 137)"],
    [139, "tool-error", "crashed (exit code 139, segmentation fault)"],
  ])("ending with %i is judged by its exit code", (code, outcome, reason) => {
    expect(judged(code, [])).toEqual([outcome, reason]);
  });

  it("follows its own table of exit codes", () => {
    const exitCodes = { clean: [0, 127], findings: [3] };
    expect(judged(127, [], { exitCodes })[0]).toBe("passed");
    expect(judged(3, [], { exitCodes })[0]).toBe("failed");
    expect(judged(1, [], { exitCodes })[0]).toBe("tool-error");
  });

  it("is in trouble when uv could not start the program", () => {
    const log = "error: Failed to spawn: `mypy`\n  Caused by: No such file or directory";
    expect(judged(2, [], { tool: "mypy" }, log)).toEqual(["tool-error", "mypy is not installed in the environment"]);
  });
});

describe("a gate with a report", () => {
  it("passes only with a clean exit, a whole report, no findings, and work that was done", () => {
    expect(judged(0, [testReport(5)])).toEqual(["passed", null]);
    expect(judged(0, [testReport(0)])).toEqual(["inconclusive", "no tests were run"]);
    expect(judged(0, [testReport(0, 0, 3)])).toEqual(["inconclusive", "all 3 tests were skipped"]);
    expect(judged(0, [read({ work: { amount: 0, unit: "files" } })])).toEqual([
      "inconclusive",
      "no files were looked at",
    ]);
  });

  it("says what was looked at: one file or many", () => {
    const said = (amount: number) => {
      const result = read({ work: { amount, unit: "files" } });
      const reports = [{ format: "eslint-json" as const, path: "out/lint.json", result }];
      const gate = { tool: "eslint", run: "npm run lint", exitCodes: null };
      return judge({ gate, end: { kind: "exited", code: 0 }, reports, log: "" }).summary;
    };
    expect([said(1), said(2)]).toEqual(["1 file", "2 files"]);
  });

  it.each<[ReportResult, string]>([
    [{ kind: "missing" }, "its report report.xml (junit) was not written"],
    [{ kind: "empty" }, "its report report.xml (junit) is empty"],
    [{ kind: "broken", reason: "unclosed tag" }, "its report report.xml (junit) cannot be read: unclosed tag"],
  ])("is in trouble when the report is not whole, whatever the exit code: %j", (result, reason) => {
    expect(judged(0, [result])).toEqual(["tool-error", reason]);
    expect(judged(1, [result])).toEqual(["tool-error", reason]);
    expect(judged(0, [testReport(5), result])).toEqual(["tool-error", reason]);
  });

  it("is in trouble when exit code and report disagree", () => {
    expect(judged(0, [testReport(5, 2)])).toEqual([
      "tool-error",
      "ended with exit code 0, but its report has 2 failed tests",
    ]);
    expect(judged(1, [testReport(5)])).toEqual([
      "tool-error",
      "ended with exit code 1, but its report has no failed test",
    ]);
  });

  it("fails when they agree", () => {
    expect(judged(1, [testReport(5, 2)])).toEqual(["failed", "2 of 5 tests failed"]);
    expect(judged(1, [read({ totals: { error: 0, warning: 1, note: 0 } })])).toEqual(["failed", "1 finding"]);
  });

  it("passes with warnings and a clean exit, unless the tool fails for every finding", () => {
    const warnings = read({ totals: { error: 0, warning: 2, note: 1 } });
    expect(judged(0, [warnings])).toEqual(["passed", null]);
    expect(judged(0, [warnings], { tool: "bandit" })[0]).toBe("tool-error");
    expect(judged(0, [warnings], { tool: "zizmor" })[0]).toBe("failed");
  });

  it("is flaky when a test passed only in a retry", () => {
    expect(judged(0, [testReport(5, 0, 0, 1)])).toEqual(["flaky-passed", "1 test passed only when tried again"]);
  });

  it("believes a report that says that the tool left something out", () => {
    expect(judged(0, [read({ problems: ["a.py: cannot be read"] })])).toEqual(["tool-error", "a.py: cannot be read"]);
  });

  it("says that no tests were collected when pytest says so", () => {
    expect(judged(5, [testReport(0)], { tool: "pytest" })).toEqual(["inconclusive", "no tests were collected"]);
    expect(judged(5, [{ kind: "missing" }], { tool: "pytest" })[0]).toBe("inconclusive");
  });
});

describe("what a gate counted", () => {
  const counted = (...results: readonly ReportResult[]) => {
    const reports = results.map((result) => ({ format: "junit" as const, path: "out/report.xml", result }));
    const gate = { tool: null, run: "check", exitCodes: null };
    return judge({ gate, end: { kind: "exited", code: 1 }, reports, log: "" });
  };

  it("is tests where a report has some, findings where none has, and nothing without a report", () => {
    expect(counted(testReport(5, 2), testReport(3)).counts).toEqual({ tests: 8, failures: 2, findings: null });
    const found = counted(read({ totals: { error: 1, warning: 2, note: 4 } }));
    expect(found.counts).toEqual({ tests: null, failures: null, findings: 7 });
    expect(found.findingsTotal).toBe(7);
    expect(counted().counts).toEqual({ tests: null, failures: null, findings: null });
  });

  it("is covered as far as the first report says that tells", () => {
    expect(counted(testReport(5, 2), read({ coverage: 81.5 }), read({ coverage: 10 })).coverage).toBe(81.5);
    expect(counted(read({ coverage: 0 })).coverage).toBe(0);
    expect(counted(testReport(5, 2)).coverage).toBeNull();
  });
});

describe("an exit code that says that tests failed", () => {
  const says = (code: number, tool: string | null, exitCodes: Evidence["gate"]["exitCodes"] = null) =>
    saysTestsFailed({ gate: { tool, run: "x", exitCodes }, end: { kind: "exited", code }, reports: [] });

  it("is the one that the tool keeps for it, and no other", () => {
    expect([0, 1, 2, 3].map((code) => says(code, "pytest"))).toEqual([false, true, false, false]);
    expect([0, 1].map((code) => says(code, null))).toEqual([false, false]);
  });

  it("is none that the tool ends with when all is well too", () => {
    expect([0, 1].map((code) => says(code, null, { clean: [0], findings: [0, 1] }))).toEqual([false, true]);
  });
});

describe("an audit that asked nobody", () => {
  const audit = (tool: string, code: number, result: ReportResult, log: string, run = "audit") =>
    judged(code, [result], { tool, run }, log);

  it.each([
    ["uv-audit", 2, "error: Request failed after 3 retries\n  cause: dns error", "advisory service unreachable"],
    ["uv-audit", 2, "error: HTTP status client error (429 Too Many Requests) for url", "advisory service answered 429"],
    ["uv-audit", 2, "error decoding response body", "the advisory service did not answer in its own language"],
    ["uv-audit", 1, "The lockfile at `uv.lock` needs to be updated", "the lock is stale or missing"],
    ["pip-audit", 1, "requests.exceptions.ConnectionError: HTTPSConnectionPool(", "advisory service unreachable"],
    ["pip-audit", 1, "pip_audit._service.interface.ServiceError", "advisory service failed"],
  ])("is inconclusive: %s, exit %i, %s", (tool, code, log, reason) => {
    expect(audit(tool, code, { kind: "empty" }, log)).toEqual(["inconclusive", `not audited: ${reason}`]);
  });

  it("is inconclusive when it was told to stay offline, although it says that all is well", () => {
    const clean = read({ work: { amount: 200, unit: "packages" } });
    expect(audit("npm-audit", 0, clean, "", "npm audit --json --offline")[0]).toBe("inconclusive");
    expect(audit("npm-audit", 0, clean, "", "npm audit --json")[0]).toBe("passed");
  });

  it("is inconclusive while one of its reports is missing, whatever the others say", () => {
    const clean = read({ work: { amount: 200, unit: "packages" } });
    const log = "requests.exceptions.ConnectionError: HTTPSConnectionPool(";
    expect(judged(1, [clean, { kind: "missing" }], { tool: "pip-audit" }, log)).toEqual([
      "inconclusive",
      "not audited: advisory service unreachable",
    ]);
  });

  it("is in trouble when the output does not explain the missing report", () => {
    expect(audit("pip-audit", 1, { kind: "missing" }, "invalid requirements input")[0]).toBe("tool-error");
  });

  it("is what a report that names no tool shows by its format", () => {
    const reports = [{ format: "pip-audit-json" as const, path: "a.json", result: { kind: "missing" as const } }];
    const gate = { tool: null, run: "make audit", exitCodes: null };
    const end = { kind: "exited" as const, code: 1 };
    expect(judge({ gate, end, reports, log: "Max retries exceeded" }).outcome).toBe("inconclusive");
  });
});

describe("a gate that did not end by itself", () => {
  const ended = (end: Evidence["end"]) => {
    const { outcome, reason } = judge({ gate: { tool: null, run: "x", exitCodes: null }, end, reports: [], log: "" });
    return [outcome, reason];
  };

  it("is timed out, cancelled, or in trouble", () => {
    expect(ended({ kind: "timed-out", afterMs: 1_800_000 })).toEqual(["timed-out", "took longer than 30 min"]);
    expect(ended({ kind: "timed-out", afterMs: 90_000 })).toEqual(["timed-out", "took longer than 90 s"]);
    expect(ended({ kind: "timed-out", afterMs: 7_200_000 })).toEqual(["timed-out", "took longer than 2 h"]);
    expect(ended({ kind: "timed-out", afterMs: 5_400_000 })).toEqual(["timed-out", "took longer than 90 min"]);
    expect(ended({ kind: "stopped" })).toEqual(["cancelled", "somebody stopped it"]);
    expect(ended({ kind: "signalled", signal: "SIGKILL" })).toEqual([
      "tool-error",
      "was killed, most likely because memory ran out",
    ]);
    expect(ended({ kind: "signalled", signal: "SIGSEGV" })).toEqual(["tool-error", "crashed (SIGSEGV)"]);
    expect(ended({ kind: "not-started", reason: "not-found", message: "uv was not found." })).toEqual([
      "tool-error",
      "uv was not found.",
    ]);
  });
});
