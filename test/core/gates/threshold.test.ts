import { describe, expect, it } from "vitest";
import {
  type Evidence,
  type GateEnd,
  holdTo,
  judge,
  measuresOf,
  type ReportReading,
  type ReportResult,
  type Severity,
  type Threshold,
  unmeasured,
} from "../../../src/core/gates/index.ts";

const reading: ReportReading = {
  ...{ producer: null, tests: null, findings: [], totals: { error: 0, warning: 0, note: 0 }, work: null },
  ...{ problems: [], notAudited: null, remark: null, coverage: null },
};

function findings(error: number, warning = 0, note = 0): ReportResult {
  return { kind: "read", reading: { ...reading, totals: { error, warning, note } } };
}

function tests(executed: number, failed = 0): ReportResult {
  const counted = { executed, failed, skipped: 0, flaky: 0 };
  const totals = { error: failed, warning: 0, note: 0 };
  return { kind: "read", reading: { ...reading, tests: counted, totals, work: { amount: executed, unit: "tests" } } };
}

function coverage(percent: number): ReportResult {
  return { kind: "read", reading: { ...reading, totals: null, coverage: percent } };
}

function judged(
  threshold: Threshold,
  results: readonly ReportResult[],
  { end = { kind: "exited", code: 0 }, tool = null }: { readonly end?: GateEnd; readonly tool?: string | null } = {},
) {
  const reports: Evidence["reports"] = results.map((result) => ({ format: "sarif", path: "out/a", result }));
  const { outcome, reason } = judge({ gate: { tool, run: "x", exitCodes: null, threshold }, end, reports, log: "" });
  return [outcome, reason];
}

const exited = (code: number) => ({ end: { kind: "exited", code } }) as const;

/** Every way a command may end, and what it is without a threshold over a report with findings and one without. */
const ENDS: readonly (readonly [string, GateEnd, { readonly some: string; readonly none: string }])[] = [
  ["a clean exit", { kind: "exited", code: 0 }, { some: "tool-error", none: "passed" }],
  ["findings", { kind: "exited", code: 1 }, { some: "failed", none: "tool-error" }],
  ["another code", { kind: "exited", code: 2 }, { some: "tool-error", none: "tool-error" }],
  ["no program", { kind: "exited", code: 127 }, { some: "tool-error", none: "tool-error" }],
  ["killed in a shell", { kind: "exited", code: 137 }, { some: "tool-error", none: "tool-error" }],
  ["a signal", { kind: "signalled", signal: "SIGSEGV" }, { some: "tool-error", none: "tool-error" }],
  ["out of time", { kind: "timed-out", afterMs: 1 }, { some: "timed-out", none: "timed-out" }],
  ["stopped", { kind: "stopped" }, { some: "cancelled", none: "cancelled" }],
  ["not started", { kind: "not-started", reason: "other", message: "no" }, { some: "tool-error", none: "tool-error" }],
];

describe("exit code, report and threshold together", () => {
  it.each(ENDS)("are judged for %s", (_, end, without) => {
    const given = { end, tool: "ruff" };
    const forgiving: Threshold = { findings: 3 };
    const strict: Threshold = { findings: 1 };
    const byFindings = end.kind === "exited" && end.code <= 1;
    expect(judged(forgiving, [findings(2)], given)[0]).toBe(byFindings ? "passed" : without.some);
    expect(judged(strict, [findings(2)], given)[0]).toBe(byFindings ? "failed" : without.some);
    expect(judged(forgiving, [findings(0)], given)[0]).toBe(without.none);
    expect(judged({ tests: 5 }, [findings(2)], given)[0]).toBe(without.some);
  });

  it.each<[string, ReportResult]>([
    ["missing", { kind: "missing" }],
    ["empty", { kind: "empty" }],
    ["cut", { kind: "broken", reason: "cut" }],
    ["of a tool in trouble", { kind: "read", reading: { ...reading, problems: ["left a file out"] } }],
  ])("forgive nothing when the report is %s", (_, result) => {
    expect(judged({ findings: 99 }, [result], exited(0))[0]).toBe("tool-error");
    expect(judged({ findings: 99 }, [result], exited(1))[0]).toBe("tool-error");
    expect(judged({ findings: 99 }, [findings(1), result], exited(1))[0]).toBe("tool-error");
  });

  it("never forgive a failed test", () => {
    expect(judged({ findings: 99 }, [tests(5, 1)], exited(1))).toEqual(["failed", "1 of 5 tests failed"]);
    expect(judged({ findings: 99 }, [tests(5, 1), findings(1)], exited(1))[0]).toBe("failed");
  });

  it("take of a program that nobody knows only 1 for findings", () => {
    expect(judged({ findings: 2 }, [findings(2)], exited(1))[0]).toBe("passed");
    expect(judged({ findings: 2 }, [findings(2)], exited(2))).toEqual(["failed", "2 findings"]);
  });

  it("count severities from the worst down to the one that is named", () => {
    const of = (severity: Severity, allowed: number) =>
      judged({ severity, findings: allowed }, [findings(1, 2, 4)], { ...exited(1), tool: "ruff" });
    expect(of("error", 1)[0]).toBe("passed");
    expect(of("error", 0)).toEqual(["failed", "1 finding of severity error or worse, none is let through"]);
    expect(of("warning", 3)[0]).toBe("passed");
    expect(of("warning", 2)[0]).toBe("failed");
    expect(of("note", 6)).toEqual(["failed", "7 findings, at most 6 are let through"]);
    expect(judged({ severity: "error" }, [findings(0, 2)], { ...exited(1), tool: "ruff" })[0]).toBe("passed");
    expect(judged({ severity: "error" }, [findings(1, 2)], { ...exited(1), tool: "ruff" })[0]).toBe("failed");
  });

  it("fail what the tool calls green: too little coverage, too few tests", () => {
    const results = [tests(99), coverage(89.994)];
    expect(judged({ coverage: 90, tests: 100 }, results)).toEqual([
      "failed",
      "99 tests ran, at least 100 are wanted; 89.99 % covered, at least 90 % are wanted",
    ]);
    expect(judged({ coverage: 89.99, tests: 99 }, results)).toEqual(["passed", null]);
  });

  it("are in trouble when no report tells", () => {
    expect(judged({ coverage: 90 }, [tests(5)])).toEqual([
      "tool-error",
      "no report tells the coverage, which its threshold asks for",
    ]);
    expect(judged({ findings: 1 }, [coverage(5)])[0]).toBe("tool-error");
    expect(judged({ tests: 1 }, [findings(0)])[0]).toBe("tool-error");
  });

  it("leave what could not be judged as it is", () => {
    expect(judged({ tests: 1 }, [tests(0)])).toEqual(["inconclusive", "no tests were run"]);
  });
});

describe("a threshold", () => {
  it("holds exactly when no figure is beyond it", () => {
    for (const found of [0, 1, 2]) {
      for (const allowed of [0, 1, 2]) {
        const measures = { ...measuresOf({}, []), findings: found };
        expect(holdTo({ findings: allowed }, measures).kind).toBe(found <= allowed ? "held" : "broken");
      }
    }
  });

  it("names what no report of the gate measures", () => {
    const junit = { format: "junit", path: "a" } as const;
    const sarif = { format: "sarif", path: "b" } as const;
    const cobertura = { format: "cobertura", path: "c" } as const;
    const keys = (threshold: Threshold, ...reports: Parameters<typeof unmeasured>[1]) =>
      unmeasured(threshold, reports).map(({ key }) => key);
    const all = { findings: 1, coverage: 1, tests: 1 };
    expect(keys(all)).toEqual(["findings", "coverage", "tests"]);
    expect(keys(all, junit)).toEqual(["findings", "coverage"]);
    expect(keys(all, sarif)).toEqual(["coverage", "tests"]);
    expect(keys(all, junit, sarif, cobertura)).toEqual([]);
    expect(keys({ severity: "error" }, { format: "text", path: "d" })).toEqual(["severity"]);
  });
});
