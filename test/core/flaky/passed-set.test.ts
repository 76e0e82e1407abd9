import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePassed, findPassed, KEY_SPACE, MOST_PASSED, TestKeys, testId } from "../../../src/core/flaky/index.ts";

const key = fc.integer({ min: 0, max: KEY_SPACE - 1 });

describe("the set of passed tests", () => {
  it("finds every key that was put in, in any order, repeated or not", () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const set = encodePassed(Float64Array.from(keys));
        expect(set?.count).toBe(new Set(keys).size);
        expect(findPassed(set ?? { count: 0, bits: "" }, keys)).toEqual(new Set(keys));
      }),
    );
  });

  it("finds none of 10,000 others, and takes less than 28 bits a test", () => {
    const keys = new TestKeys();
    const keyFor = (at: number) =>
      keys.keyOf({ format: "junit", suite: "s", file: `f${at % 97}.py`, className: "C", name: `test_${at}` });
    const set = encodePassed(Float64Array.from({ length: 10_000 }, (_, at) => keyFor(at)));
    const others = Array.from({ length: 10_000 }, (_, at) => keyFor(at + 10_000));
    expect(set?.count).toBe(10_000);
    expect(findPassed(set ?? { count: 0, bits: "" }, others).size).toBe(0);
    expect((set?.bits.length ?? 0) * 6).toBeLessThan(28 * 10_000);
  });

  it("keeps no more tests than it can", () => {
    expect(encodePassed(new Float64Array(MOST_PASSED + 1))).toBeNull();
  });

  it("survives bits that make no sense", () => {
    fc.assert(
      fc.property(fc.base64String({ maxLength: 400 }), fc.nat(MOST_PASSED), key, (bits, count, one) => {
        expect(findPassed({ bits, count }, [one]).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a test's id", () => {
  it("tells all of its parts apart", () => {
    const parts = { format: "junit", suite: "a", file: "b", className: "c", name: "d" } as const;
    const ids = [
      parts,
      { ...parts, suite: "" },
      { ...parts, file: "" },
      { ...parts, className: "" },
      { ...parts, name: "e" },
    ];
    expect(new Set(ids.map(testId)).size).toBe(5);
    expect(testId(parts)).toMatch(/^[0-9a-f]{64}$/);
  });
});
