import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadTimeOf, quantile, type ReleaseHistory } from "../../../src/core/dora/index.ts";

const RELEASED = "2026-03-05T10:40:00Z";

function history(overrides: Partial<ReleaseHistory> = {}): ReleaseHistory {
  return { head: "head", isShallow: false, previousTag: "v1.0.0", commits: [], isCut: false, ...overrides };
}

/** A commit that was written this many hours before the release. */
function commit(hours: number, parents = ["p"]): ReleaseHistory["commits"][number] {
  return { sha: `c${hours}`, authorDate: new Date(Date.parse(RELEASED) - hours * 3_600_000).toISOString(), parents };
}

describe("lead time for changes", () => {
  it("is the time of each commit from being written to being released, and its median", () => {
    const hours = [35, 29, 9, 0.8, 98.5];
    const leadTime = leadTimeOf(history({ commits: hours.map((h) => commit(h)) }), RELEASED);
    expect(leadTime).toMatchObject({ kind: "measured", base: "v1.0.0", medianSeconds: 29 * 3600, fromTheFuture: 0 });
    expect(leadTime.kind === "measured" ? leadTime.commits.map(({ seconds }) => seconds / 3600) : []).toEqual(hours);
  });

  it("counts the time zone of the author date", () => {
    const commits = [{ sha: "c", authorDate: "2026-03-05T12:40:00+03:00", parents: ["p"] }];
    expect(leadTimeOf(history({ commits }), RELEASED)).toMatchObject({ medianSeconds: 3600 });
  });

  it("leaves merge commits out, and says how many commits came from the future", () => {
    const commits = [commit(2, ["p", "q"]), commit(4), commit(-3), commit(6)];
    expect(leadTimeOf(history({ commits }), RELEASED)).toMatchObject({
      commits: [{ sha: "c4" }, { sha: "c6" }],
      medianSeconds: 5 * 3600,
      fromTheFuture: 1,
    });
  });

  it("counts a commit of the very moment of the release", () => {
    expect(leadTimeOf(history({ commits: [commit(0)] }), RELEASED)).toMatchObject({
      kind: "measured",
      medianSeconds: 0,
      fromTheFuture: 0,
    });
  });

  it.each([
    ["no repository", history({ head: undefined, isShallow: true }), /no commit to measure from/],
    ["a shallow checkout", history({ isShallow: true, previousTag: undefined }), /shallow.*fetch-depth: 0/],
    ["the first release", history({ previousTag: undefined }), /first release/],
    ["a release of nothing new", history(), /no commit is new since v1\.0\.0/],
    ["only merges", history({ commits: [commit(2, ["p", "q"])] }), /only merge commits/],
    ["only commits from the future", history({ commits: [commit(-2)] }), /after the release/],
  ])("has not enough data for %s, and is never 0 then", (_, given, reason) => {
    const leadTime = leadTimeOf(given, RELEASED);
    expect(leadTime).toEqual({ kind: "not-enough-data", reason: expect.stringMatching(reason) });
  });
});

describe("a quantile", () => {
  it("interpolates between neighbours", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([10], 0.9)).toBe(10);
    expect(quantile([0, 10], 0.75)).toBe(7.5);
  });

  it("lies between the smallest and the largest, and grows with q", () => {
    const numbers = fc.array(fc.nat(), { minLength: 1 }).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (sorted, q) => {
        const value = quantile(sorted, q);
        expect(value).toBeGreaterThanOrEqual(sorted[0] ?? 0);
        expect(value).toBeLessThanOrEqual(sorted.at(-1) ?? 0);
        expect(quantile(sorted, 1)).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
