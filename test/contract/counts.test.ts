import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupDigits } from "../../src/contract/index.ts";

describe("numbers as people read them", () => {
  it("have the groups that English writes", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (count) => groupDigits(count) === count.toLocaleString("en-US")));
    expect([0, 999, 1000, 1_234_567].map(groupDigits)).toEqual(["0", "999", "1,000", "1,234,567"]);
  });
});
