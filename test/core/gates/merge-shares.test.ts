import { describe, expect, it } from "vitest";
import {
  type GateDetails,
  type GateResult,
  mergeShares,
  OUTCOMES,
  type Outcome,
  type ShareFile,
  type ShareResult,
  type TestPart,
  type VerdictFile,
} from "../../../src/core/gates/index.ts";
import { gate } from "../../actions/gates/world.ts";
import { detailsFile } from "../summary/samples.ts";

const TREE = "d".repeat(40);
const START = "2026-01-05T10:00:00.000Z";

function share(index: number, gates: readonly (readonly [string, TestPart | null])[], of = 2): ShareFile {
  const shared = gates.map(([id, part]) => ({ id, part: part === null ? null : { ...part } }));
  return { schema: "turnpike/share/1", plan: "a".repeat(64), index, of, name: "", gates: shared, expectedMs: 0 };
}

function result(id: string, outcome: Outcome, more: Partial<GateResult> = {}): GateResult {
  const counts = { tests: 3, failures: outcome === "failed" ? 1 : 0, findings: null };
  const reason = outcome === "passed" ? null : "why";
  return { id, outcome, required: true, startMs: 100, durationMs: 1000, exitCode: 0, reason, counts, ...more };
}

function left(of: ShareFile, gates: readonly GateResult[], more: Partial<VerdictFile> = {}): ShareResult {
  const verdict: VerdictFile = {
    ...{ schema: "turnpike/verdict/1", verdict: "passed", commit: null, tree: TREE, dirty: false, startedAt: START },
    ...{ durationMs: 1100, gates: [...gates] },
    ...more,
  };
  return { share: of, verdict, details: null, folder: `shares/${of.index}/` };
}

const first = share(1, [["tests", { index: 1, of: 2 }]]);
const second = share(2, [
  ["tests", { index: 2, of: 2 }],
  ["lint", null],
]);
const tests: GateDetails = {
  ...{ id: "tests", tool: "pytest", tier: "normal", reproduce: "pytest", cwd: ".", source: null, summary: null },
  ...{ logFile: null, logTail: [], findings: [], findingsTotal: 0, cpuMs: null, peakBytes: null, waitedMs: null },
};

function finding(message: string): GateDetails["findings"][number] {
  return { severity: "error", rule: null, message, file: null, line: null, column: null };
}

const gates = [gate("tests"), gate("lint")];
const request = { gates, shares: [first, second], tree: TREE, startedAt: START };

describe("results of several runners", () => {
  it("are one result: counts add up, times are those of the whole run", () => {
    const later = new Date(Date.parse(START) + 5000).toISOString();
    const merged = mergeShares({
      ...request,
      results: [
        left(second, [result("tests", "passed"), result("lint", "passed")], { startedAt: later }),
        left(first, [result("tests", "passed")]),
      ],
    });
    expect(merged.gates.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["tests", "passed"],
      ["lint", "passed"],
    ]);
    expect(merged.gates[0]).toMatchObject({ startMs: 100, durationMs: 6000, counts: { tests: 6, failures: 0 } });
    expect(merged.gates[1]).toMatchObject({ startMs: 5100, durationMs: 1000 });
    expect(merged).toMatchObject({ startedAt: START, durationMs: 6100 });
  });

  it.each(OUTCOMES)("are not green when one part is %s and that is not", (outcome) => {
    const merged = mergeShares({
      ...request,
      results: [
        left(first, [result("tests", "passed")]),
        left(second, [result("tests", outcome), result("lint", "passed")]),
      ],
    });
    const isQuiet = ["passed", "cached", "inconclusive"].includes(outcome);
    expect(merged.gates[0]?.outcome).toBe(isQuiet ? "passed" : outcome);
    if (!isQuiet) expect(merged.gates[0]?.reason).toBe("part 2 of 2: why");
  });

  it("are inconclusive when every part is", () => {
    const none = result("tests", "inconclusive");
    const results = [left(first, [none]), left(second, [none, result("lint", "passed")])];
    expect(mergeShares({ ...request, results }).gates[0]?.outcome).toBe("inconclusive");
  });

  it("say which runner left nothing, checked another commit, or left a gate out", () => {
    const whole = left(second, [result("tests", "passed"), result("lint", "passed")]);
    const lost = mergeShares({ ...request, results: [whole] });
    expect(lost.gates[0]).toMatchObject({
      outcome: "tool-error",
      reason: "share 1 of 2 left no result of it; see the log of that job, and run the failed jobs again",
    });
    expect(lost.gates[1]?.outcome).toBe("passed");
    const other = left(first, [result("tests", "passed")], { tree: "e".repeat(40) });
    const moved = mergeShares({ ...request, results: [other, whole] });
    expect(moved.gates[0]).toMatchObject({
      outcome: "tool-error",
      reason: "share 1 of 2 checked another commit; run the whole workflow again",
    });
    const nobody = mergeShares({ ...request, shares: [first], results: [left(first, [result("tests", "passed")])] });
    expect(nobody.gates[1]).toMatchObject({ outcome: "tool-error", reason: "no runner was given it" });
  });

  it("keep what each part found, under the logs of the one that decides", () => {
    const part = (index: number, more: Partial<GateDetails>): ShareResult => {
      const of = index === 1 ? first : second;
      const results = [
        result("tests", index === 1 ? "passed" : "failed"),
        ...(index === 2 ? [result("lint", "passed")] : []),
      ];
      return {
        ...left(of, results),
        details: detailsFile([{ ...tests, ...more }], { coverage: 70 + index }),
      };
    };
    const merged = mergeShares({
      ...request,
      results: [
        part(1, {
          summary: "3 tests",
          logFile: "logs/tests.log",
          findings: [finding("a")],
          findingsTotal: 1,
          cpuMs: 100,
        }),
        part(2, {
          summary: "1 of 3 failed",
          logFile: "logs/tests.log",
          findings: [finding("b")],
          findingsTotal: 5,
          peakBytes: 7,
        }),
      ],
    });
    expect(merged.details).toMatchObject([
      {
        ...{ id: "tests", summary: "1 of 3 failed; 3 tests", logFile: "shares/2/logs/tests.log" },
        ...{ findings: [{ message: "b" }, { message: "a" }], findingsTotal: 6, cpuMs: 100, peakBytes: 7 },
      },
    ]);
    expect(merged).toMatchObject({ cores: 4, coverage: 71 });
  });

  it("have no summary, log and coverage where no part has them", () => {
    const silent = {
      ...left(second, [result("tests", "passed"), result("lint", "passed")]),
      details: detailsFile([tests], { coverage: null }),
    };
    const merged = mergeShares({ ...request, results: [silent, left(first, [result("tests", "passed")])] });
    expect(merged.details).toMatchObject([{ summary: null, logFile: null, cpuMs: null, peakBytes: null }]);
    expect(merged.coverage).toBeNull();
  });

  it("stay failed when a part failed and another is lost", () => {
    const results = [left(first, [result("tests", "failed")])];
    expect(mergeShares({ ...request, results }).gates[0]).toMatchObject({ outcome: "failed" });
  });
});
