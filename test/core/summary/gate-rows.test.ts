import { describe, expect, it } from "vitest";
import type { GateDetails, GateResult } from "../../../src/core/gates/index.ts";
import { LEVELS } from "../../../src/core/summary/caps.ts";
import { gateBlocks } from "../../../src/core/summary/gate-blocks.ts";
import { renderBlocks } from "../../../src/core/summary/index.ts";
import { modelOf } from "../../../src/core/summary/model.ts";
import { resultOf } from "../../../src/core/summary/standing.ts";

const bare: GateDetails = {
  ...{ id: "own", tool: null, tier: "normal", reproduce: "make own", cwd: ".", source: null, summary: null },
  ...{ logFile: null, logTail: [], findings: [], findingsTotal: 0, cpuMs: null, peakBytes: null, waitedMs: null },
};

function page(result: Partial<GateResult>, details: Partial<GateDetails>): string {
  const gate: GateResult = {
    ...{ id: "own", outcome: "passed", required: true, startMs: 0, durationMs: 1500, exitCode: 0, reason: null },
    counts: { tests: null, failures: null, findings: null },
    ...result,
  };
  const more: GateDetails = { ...bare, ...details };
  const verdict = {
    ...({ schema: "turnpike/verdict/1", verdict: "passed", commit: null, tree: null, dirty: false } as const),
    ...{ startedAt: "2026-11-21T12:00:00Z", durationMs: 1500, gates: [gate] },
  };
  const file = {
    ...({ schema: "turnpike/details/1", cores: 2, budgetMs: 1, budgetEnforced: false, release: false } as const),
    ...{ coverage: null, gates: [more], suggestions: [] },
  };
  const [caps] = LEVELS;
  if (caps === undefined) throw new Error("there is a first level");
  return renderBlocks(gateBlocks(modelOf({ verdict, details: file }), caps));
}

describe("a gate whose tool can mend what it finds", () => {
  it("shows the command that mends before the one that shows it again", () => {
    const failed = { outcome: "failed", exitCode: 1 } as const;
    const text = page(failed, { reproduce: "ruff format --check .", fix: "ruff format ." });
    expect(text).toContain("ruff format .\nruff format --check .\n");
  });
});

describe("what a script of a team's own checked", () => {
  it("is a row each, with its time, also where all is well", () => {
    const text = page(
      {},
      {
        checks: [
          { id: "schema", name: "Schema is compatible", passed: false, message: "field `id` | gone", durationMs: 400 },
          { id: "links", name: null, passed: true, message: null, durationMs: null },
        ],
      },
    );
    expect(text).toContain("Schema is compatible `schema`");
    expect(text).toMatch(/❌.*field.*gone.*400 ms/);
    expect(text).toMatch(/✅.*`links`/);
  });
});

describe("a gate that was tried again", () => {
  it("shows each attempt, why there was another, and where its log is", () => {
    const text = page(
      { outcome: "flaky-passed", reason: "passed on attempt 2" },
      {
        attempts: [
          {
            outcome: "timed-out",
            reason: "took longer than 1 s",
            durationMs: 1000,
            why: "timeout",
            logFile: "logs/own.attempt-1.log",
          },
        ],
      },
    );
    expect(text).toMatch(/1 \| ran out of time: took longer than 1 s `logs\/own.attempt-1.log` \| timeout \| 1 s/);
  });

  it("has no such rows when there was but one", () => {
    expect(page({ outcome: "failed", reason: "no" }, {})).not.toContain("Attempt");
  });
});

describe("what a gate came to, in a few words", () => {
  const result = (more: Partial<GateResult>): GateResult => ({
    ...{ id: "own", outcome: "passed", required: true, startMs: 0, durationMs: 1500, exitCode: 0, reason: null },
    counts: { tests: null, failures: null, findings: null },
    ...more,
  });

  it.each([
    [
      "waived",
      { outcome: "waived", reason: "2 findings; waived until 2026-12-31 by @a: later" },
      "2 findings; waived until 2026-12-31 by @a: later",
    ],
    [
      "flaky",
      { outcome: "flaky-passed", reason: "passed on attempt 2; attempt 1: crashed (SIGSEGV)" },
      "flaky: passed on attempt 2; attempt 1: crashed (SIGSEGV)",
    ],
    [
      "cached",
      { outcome: "cached", reason: "passed with the same inputs on 2026-11-21 16:39 UTC" },
      "passed before: with the same inputs on 2026-11-21 16:39 UTC",
    ],
  ] as const)("says nothing twice: %s", (_, more, words) => {
    expect(resultOf(result(more), undefined)).toBe(words);
  });

  it("says the tool's own count once where the reason begins with it", () => {
    const reason = "2 findings; waived until 2026-12-31 by @a: later";
    expect(resultOf(result({ outcome: "waived", reason }), { ...bare, summary: "2 findings" })).toBe(reason);
  });
});
