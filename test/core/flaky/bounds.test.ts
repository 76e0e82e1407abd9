import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, cleanBound, discoveryLimit, lowerBound } from "../../../src/core/flaky/index.ts";

const percent = (share: number) => Math.round(share * 1000) / 10;

describe("the bounds", () => {
  it.each([
    [1, 10, 2.3],
    [3, 10, 12.7],
    [1, 100, 0.2],
    [5, 100, 2.5],
  ])("say that %i failures in %i runs mean at least %f %%", (failed, runs, expected) => {
    expect(percent(lowerBound(failed, runs))).toBe(expected);
  });

  it.each([
    [7, 34.8],
    [14, 19.3],
    [20, 13.9],
    [100, 3],
    [300, 1],
  ])("say that after %i clean runs the rate is below %f %%", (runs, expected) => {
    expect(percent(cleanBound(runs))).toBe(expected);
  });

  it("stay between 0 and the share that was seen, and grow with the failures", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (runs, some) => {
        const failed = some % (runs + 1);
        const bound = lowerBound(failed, runs);
        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual(failed / runs);
        if (failed > 0) expect(bound).toBeGreaterThanOrEqual(lowerBound(failed - 1, runs));
      }),
    );
  });

  it("know the chance of so many failures: one of ten at 1 % is one in ten, three are one in ten thousand", () => {
    expect(chanceOf(1, 10, 0.01)).toBeCloseTo(0.0956, 4);
    expect(chanceOf(3, 10, 0.01)).toBeCloseTo(0.000114, 6);
    expect(chanceOf(0, 10, 0.01)).toBe(1);
  });

  it("take a chance of 1 % for a discovery among one test, and for none among a thousand", () => {
    expect(discoveryLimit([0.01], 1)).toBe(0.01);
    expect(discoveryLimit([0.01], 1000)).toBe(-1);
    expect(discoveryLimit([0.00001, 0.00009, 0.2], 1000)).toBe(0.00009);
    expect(discoveryLimit([], 1000)).toBe(-1);
  });
});
