import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOf, formatBytes, formatDuration } from "../../../src/core/summary/index.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [-5, "0 ms"],
    [Number.NaN, "0 ms"],
    [350, "350 ms"],
    [999.4, "999 ms"],
    [999.6, "1 s"],
    [1000, "1 s"],
    [4240, "4.2 s"],
    [9949, "9.9 s"],
    [9950, "10 s"],
    [48_211, "48 s"],
    [59_499, "59 s"],
    [59_500, "1 min"],
    [72_000, "1 min 12 s"],
    [1_200_000, "20 min"],
    [3_599_499, "59 min 59 s"],
    [3_599_600, "1 h"],
    [3_900_000, "1 h 5 min"],
    [86_370_000, "1 d"],
    [183_600_000, "2 d 3 h"],
  ])("says %d ms as %s", (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });

  it("never says 60 s, 60 min or 24 h", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (ms) => {
        expect(formatDuration(ms)).not.toMatch(/\b(60 s|60 min|24 h|1000 ms)/);
      }),
    );
  });
});

it.each([
  [0, "0 B"],
  [512, "512 B"],
  [1280, "1.2 KiB"],
  [34_500_000, "32 MiB"],
])("formatBytes says %d as %s", (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});

it("countOf agrees in number", () => {
  expect([countOf(1, "gate"), countOf(0, "gate"), countOf(10_000, "entry", "entries")]).toEqual([
    "1 gate",
    "0 gates",
    "10,000 entries",
  ]);
});
