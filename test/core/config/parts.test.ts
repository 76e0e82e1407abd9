import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCycles } from "../../../src/core/config/cycles.ts";
import { parseSize } from "../../../src/core/config/size.ts";

describe("a size", () => {
  it.each([
    ["512MiB", 512 * 1024 ** 2],
    ["2 GB", 2_000_000_000],
    ["1.5KiB", 1536],
    ["0B", 0],
    ["1TiB", 1024 ** 4],
  ])("%s", (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(["", "1", "1gib", "-1GiB", "GiB", "1 G", "1e3B"])("is not %j", (text) =>
    expect(parseSize(text)).toBeUndefined(),
  );
});

describe("circles of needs", () => {
  it("are none where every need points to a later gate", () => {
    const graph = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(graph, (rows) => {
        const needs = new Map(rows.map((row, index) => [`${index}`, row.map((step) => `${index + 1 + step}`)]));
        expect(findCycles(needs)).toEqual([]);
      }),
    );
  });

  it("are found wherever one gate needs itself by way of others", () => {
    const path = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(path, (length) => {
        const needs = new Map(Array.from({ length }, (_, index) => [`${index}`, [`${(index + 1) % length}`]]));
        expect(findCycles(needs)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });
});
