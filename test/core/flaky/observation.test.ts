import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  analyseTests,
  mergeObservations,
  observationSchema,
  parseObservations,
  renderObservations,
  toObservation,
} from "../../../src/core/flaky/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { record, testCase } from "./records.ts";

const run = {
  ...{ tree: "a".repeat(40), commit: "b".repeat(40), branch: "main", isDefaultBranch: true, event: "push" },
  ...{ run: "1", attempt: 1, part: 0, at: "2026-11-21T10:00:00.000Z" },
};

function gate(failed: number, executed: number, more: Partial<Parameters<typeof toObservation>[1]> = {}) {
  const names = Array.from({ length: failed }, (_, at) => testCase(`test_${at}`));
  const cases = { failed: names, flaky: [], passed: Float64Array.from([1, 2, 3]), isComplete: true };
  const counts = { executed, failedTotal: failed, hasTimedOut: false };
  return { gate: "tests", variant: "linux/py3.12", cases, ...counts, ...more };
}

describe("a record of a run", () => {
  it("holds failed tests by name and passed ones as a set", () => {
    const one = toObservation(run, gate(1, 100));
    expect(observationSchema.parse(one)).toEqual(one);
    expect(one).toMatchObject({ guard: null, failed: [{ name: "test_0" }], passed: { count: 3 } });
  });

  it.each([
    [4, 5, "mass-failure"],
    [80, 100, "mass-failure"],
    [79, 100, null],
    [4, 4, null],
  ])("of %i failures in %i tests has the guard %s", (failed, executed, guard) => {
    const one = toObservation(run, gate(failed, executed));
    expect(one.guard).toBe(guard);
    if (guard !== null) expect(one).toMatchObject({ failed: [], passed: null });
  });

  it("of a gate that ran out of time says nothing of its tests", () => {
    expect(toObservation(run, gate(1, 100, { hasTimedOut: true }))).toMatchObject({ guard: "timed-out", failed: [] });
  });

  it("does not count a test as passed that also failed under the same name", () => {
    const test = testCase("test_0");
    const cases = { failed: [test], flaky: [], passed: Float64Array.from([test.key]), isComplete: true };
    expect(toObservation(run, gate(1, 100, { cases }))).toMatchObject({ passed: { count: 0 } });
  });
});

describe("observations.ndjson", () => {
  it("comes back as it was written, each run once, the newest last", () => {
    const all = [record({ failed: ["test_a"] }), record({ passed: ["test_a"] }), record({ flaky: ["test_b"] })];
    const text = renderObservations(all);
    expect(parseObservations(text)).toEqual(all);
    expect(mergeObservations([all[2] ?? record()], all, parseObservations(text))).toEqual(all);
  });

  it("keeps the newest records within 400 and 4 MiB", () => {
    const many = Array.from({ length: 450 }, () => record({ passed: ["test_a"] }));
    const kept = parseObservations(renderObservations(many));
    expect(kept).toHaveLength(400);
    expect(kept.at(-1)).toEqual(many.at(-1));
    const heavy = Array.from({ length: 60 }, () =>
      record({ failed: Array.from({ length: 200 }, (_, at) => `test_${at}_${"x".repeat(900)}`) }),
    );
    const text = renderObservations(heavy);
    expect(text.length).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(parseObservations(text).at(-1)).toEqual(heavy.at(-1));
  });

  it("is read whatever is in it: what is no record is left out", () => {
    const good = record({ failed: ["test_a"] });
    const line = JSON.stringify(good);
    const bad = [
      "",
      "null",
      "{}",
      "[".repeat(10_000),
      line.slice(0, -1),
      line.replace("observations/1", "observations/2"),
    ];
    const lying = JSON.stringify({ ...good, run: "x", passed: { count: 1e9, bits: "AAAA" } });
    expect(parseObservations([...bad, line, lying].join("\\n").replaceAll("\\n", "\n"))).toEqual([good]);
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(analyseTests(parseObservations(`${text}\n${line}`)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
