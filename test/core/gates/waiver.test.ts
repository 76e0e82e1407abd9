import { describe, expect, it } from "vitest";
import { type Judgement, OUTCOMES, waive, waiverRemark } from "../../../src/core/gates/index.ts";

const waiver = { owner: "@team", reason: "the API lands in May", expires: "2026-12-01", issue: "#7" };

function judgement(outcome: Judgement["outcome"]): Judgement {
  const counts = { tests: 5, failures: 2, findings: null };
  const none = { summary: null, findings: [], findingsTotal: 2, coverage: null };
  return { outcome, reason: "2 of 5 tests failed", counts, ...none };
}

describe("a waiver", () => {
  it("excuses what failed, ran out of time or could not judge, and nothing else", () => {
    const waived = OUTCOMES.filter((outcome) => waive(judgement(outcome), waiver, "2026-11-21").outcome !== outcome);
    expect(waived).toEqual(["failed", "timed-out", "inconclusive"]);
    expect(waive(judgement("failed"), waiver, "2026-11-21")).toMatchObject({
      outcome: "waived",
      reason: "2 of 5 tests failed; waived until 2026-12-01 by @team, #7: the API lands in May",
      counts: { failures: 2 },
    });
  });

  it("holds on its last day, is inert after it, and says so", () => {
    expect(waive(judgement("failed"), waiver, "2026-12-01").outcome).toBe("waived");
    expect(waive(judgement("failed"), waiver, "2026-12-02")).toMatchObject({
      outcome: "failed",
      reason: "2 of 5 tests failed; its waiver (@team, #7) ended on 2026-12-01",
    });
  });

  it.each([
    ["2026-11-16", "failed", undefined],
    ["2026-11-17", "waived", "The waiver of a (@team, #7) ends in 14 days, on 2026-12-01."],
    ["2026-11-30", "waived", "The waiver of a (@team, #7) ends tomorrow, on 2026-12-01."],
    ["2026-12-01", "waived", "The waiver of a (@team, #7) ends today, on 2026-12-01."],
    ["2026-12-02", "failed", "The waiver of a (@team, #7) ended on 2026-12-01 and does nothing any more."],
    ["2026-10-01", "passed", "The waiver of a (@team, #7) is not needed now: the gate passed. Take it out."],
    ["2026-10-01", "skipped", undefined],
  ] as const)("is spoken of in time: on %s, %s", (day, outcome, remark) => {
    expect(waiverRemark("a", waiver, { day, outcome })).toBe(remark);
  });
});
