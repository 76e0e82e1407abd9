import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FanOutOptions, fanOut, type Gate, type History, planDigest } from "../../../src/core/gates/index.ts";
import { gate } from "../../actions/gates/world.ts";

function historyOf(durations: Readonly<Record<string, number>>): History {
  const entries = Object.entries(durations).map(
    ([id, durationMs]) => [id, { durationMs, cpu: 1, peakBytes: null, runs: 1 }] as const,
  );
  return new Map(entries);
}

function options(more: Partial<FanOutOptions> = {}): FanOutOptions {
  return { maxRunners: 4, aboveMs: 10_000, cores: 2, history: new Map(), partsOf: () => 1, ...more };
}

const sets = fc
  .array(
    fc.record({ durationMs: fc.integer({ min: 1, max: 100_000 }), need: fc.option(fc.nat(20)), parts: fc.nat(6) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((rows) => ({
    gates: rows.map(({ need }, at) => gate(`g${at}`, { needs: need === null || at === 0 ? [] : [`g${need % at}`] })),
    history: historyOf(Object.fromEntries(rows.map(({ durationMs }, at) => [`g${at}`, durationMs]))),
    parts: new Map(rows.map(({ parts }, at) => [`g${at}`, parts + 1])),
  }));

describe("gates spread over runners", () => {
  it("are each in one share, or all of their parts are, each once and on a runner of its own", () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 8 }), ({ gates, history, parts }, maxRunners) => {
        const partsOf = ({ id }: Gate) => parts.get(id) ?? 1;
        const { shares } = fanOut(gates, options({ maxRunners, history, partsOf }));
        expect(shares.length).toBeLessThanOrEqual(maxRunners);
        expect(shares.map(({ index, of }) => [index, of])).toEqual(shares.map((_, at) => [at + 1, shares.length]));
        for (const { id } of gates) {
          const places = shares.flatMap((share) => share.gates.filter((one) => one.id === id).map((one) => one.part));
          const [first] = places;
          if (first === null) expect(places).toEqual([null]);
          else {
            const indexes = places.map((part) => part?.index ?? 0).sort((a, b) => a - b);
            expect(indexes).toEqual(Array.from({ length: first?.of ?? 0 }, (_, at) => at + 1));
            expect(indexes.length).toBeLessThanOrEqual(parts.get(id) ?? 1);
            for (const share of shares) expect(share.gates.filter((one) => one.id === id).length).toBeLessThan(2);
          }
        }
      }),
    );
  });

  it("stay with the gates that they need", () => {
    fc.assert(
      fc.property(sets, ({ gates, history }) => {
        const { shares } = fanOut(gates, options({ history }));
        for (const { id, needs } of gates) {
          const share = shares.find((one) => one.gates.some((shared) => shared.id === id));
          for (const need of needs) expect(share?.gates.map((shared) => shared.id)).toContain(need);
        }
      }),
    );
  });

  it("end no later than an even share and the longest gate together (Graham 1966)", () => {
    fc.assert(
      fc.property(sets, ({ gates, history }) => {
        const loose = gates.map((one) => ({ ...one, needs: [] }));
        const { shares, oneRunnerMs } = fanOut(loose, options({ history, cores: 1, aboveMs: 1 }));
        const longest = Math.max(...[...history.values()].map(({ durationMs }) => durationMs));
        const even = oneRunnerMs / Math.min(4, Math.ceil(oneRunnerMs));
        expect(Math.max(...shares.map(({ expectedMs }) => expectedMs))).toBeLessThanOrEqual(even + longest);
      }),
    );
  });

  it("stay on one runner that ends in time, and where only one is allowed", () => {
    const gates = [gate("a"), gate("b")];
    const history = historyOf({ a: 9_000, b: 9_000 });
    expect(fanOut(gates, options({ history })).shares).toHaveLength(1);
    expect(fanOut(gates, options({ history, aboveMs: 1, maxRunners: 1 })).shares).toHaveLength(1);
    expect(fanOut([], options()).shares).toEqual([{ index: 1, of: 1, gates: [], expectedMs: 0 }]);
  });

  it("are split by their tests only as far as that shortens the run", () => {
    const history = historyOf({ tests: 60_000, lint: 1_000 });
    const { shares } = fanOut([gate("lint"), gate("tests")], options({ history, maxRunners: 3, partsOf: () => 16 }));
    expect(shares.flatMap((share) => share.gates.filter(({ id }) => id === "tests"))).toHaveLength(3);
    expect(Math.max(...shares.map(({ expectedMs }) => expectedMs))).toBeLessThan(22_000);
  });
});

describe("the digest of a plan", () => {
  it("tells plans apart that run something else, and no others", () => {
    const plan = [gate("a"), gate("b", { needs: ["a"] })];
    const digest = planDigest(plan);
    expect(planDigest([...plan])).toBe(digest);
    expect(planDigest([gate("a"), gate("b")])).not.toBe(digest);
    expect(planDigest([gate("a", { run: "b" }), gate("b", { needs: ["a"] })])).not.toBe(digest);
    expect(planDigest([gate("a", { why: "another reason" }), gate("b", { needs: ["a"] })])).toBe(digest);
  });
});
