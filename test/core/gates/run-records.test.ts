import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mergeRuns,
  mergeTests,
  parseRuns,
  type RunRecord,
  renderRuns,
  toRunRecord,
} from "../../../src/core/gates/index.ts";
import { anyText } from "../../fakes/any-text.ts";

function run(at: number, more: Partial<RunRecord> = {}): RunRecord {
  return {
    ...{ schema: "turnpike/runs/1", run: String(at), attempt: 1, event: "push", branch: "main", isDefaultBranch: true },
    ...{ at: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(), commit: null, verdict: "passed", spentMs: 1000 },
    ...{ gates: { tests: 900 }, coverage: 91.4, components: null },
    ...more,
  };
}

describe("runs.ndjson", () => {
  it("comes back as it was written, each attempt once, the newest last", () => {
    const all = [run(1), run(2), run(3, { run: "2", attempt: 2 })];
    expect(parseRuns(renderRuns(all))).toEqual(all);
    expect(mergeRuns([all[2] ?? run(9)], all)).toEqual([all[0], all[1], all[2]]);
  });

  it("keeps the newest 200 within 2 MiB, and the components of the newest run on the default branch alone", () => {
    const components = Array.from({ length: 3000 }, (_, at) => `package-${at} 1.0.0`);
    const many = Array.from({ length: 250 }, (_, at) => run(at, { components, isDefaultBranch: at !== 249 }));
    const text = renderRuns(many);
    expect(text.length).toBeLessThan(2 * 1024 * 1024);
    const kept = parseRuns(text);
    expect(kept).toHaveLength(200);
    expect(kept.flatMap((one, at) => (one.components === null ? [] : [at]))).toEqual([198]);
  });

  it("is bounded whatever a run brings along", () => {
    const gates = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`gate-${at}-${"x".repeat(500)}`, 1.6]));
    const record = toRunRecord(
      run(1, { gates, components: Array.from({ length: 4000 }, String), branch: "b".repeat(999) }),
    );
    expect(Object.keys(record.gates)).toHaveLength(500);
    expect(record.components).toBeNull();
    expect(parseRuns(renderRuns([record]))).toEqual([record]);
  });

  it("is read whatever is in it", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(parseRuns(`${text}\n${JSON.stringify(run(1))}\n{"schema":"turnpike/runs/2"}`)).toEqual([run(1)]);
      }),
    );
  });
});

describe("what several runners say of tests", () => {
  it("is joined: what failed somewhere failed, what was used somewhere was used", () => {
    const test = { name: "a", id: "1", gate: "tests", variant: "linux", state: "suspected", evidence: "e" } as const;
    const entry = { name: "a", owner: "o", issue: "i", reason: "r", expires: "2026-01-01", line: 3 };
    const merged = mergeTests([
      { tests: [{ ...test, now: "passed" }], quarantine: [{ ...entry, status: "idle" }] },
      {
        tests: [
          { ...test, now: "failed" },
          { ...test, id: "2", now: "flaky" },
        ],
        quarantine: [{ ...entry, status: "used" }],
      },
    ]);
    expect(merged.tests?.map(({ id, now }) => [id, now])).toEqual([
      ["2", "flaky"],
      ["1", "failed"],
    ]);
    expect(merged.quarantine).toEqual([{ ...entry, status: "used" }]);
    expect(mergeTests([{}, {}])).toEqual({});
  });
});
