import { describe, expect, it } from "vitest";
import { arrived, begun, parseFirstGreen } from "../../../src/core/first-run/index.ts";

const noon = new Date("2026-11-21T12:00:00.000Z");
const later = new Date("2026-11-21T12:12:00.000Z");

describe("the time to the first green run", () => {
  it("counts from the first begin, whatever begins after it", () => {
    const first = begun(undefined, { by: "try", at: noon });
    expect(begun(first, { by: "init", at: later })).toBe(first);
    expect(arrived(first, { by: "gates", at: later })).toEqual({
      record: { ...first, greenAt: later.toISOString(), greenBy: "gates" },
      tookMs: 12 * 60_000,
    });
  });

  it("is told once, and not at all where nobody began", () => {
    const record = arrived(begun(undefined, { by: "try", at: noon }), { by: "try", at: later })?.record;
    expect(arrived(record, { by: "run", at: later })).toBeUndefined();
    expect(arrived(undefined, { by: "run", at: later })).toBeUndefined();
  });

  it("is never negative, even when the clock went back", () => {
    expect(arrived(begun(undefined, { by: "init", at: later }), { by: "run", at: noon })?.tookMs).toBe(0);
  });

  it("is read back as it was written; anything else counts as never begun", () => {
    const record = begun(undefined, { by: "try", at: noon });
    expect(parseFirstGreen(JSON.stringify(record))).toEqual(record);
    for (const text of [undefined, "", "{", "[]", '{"schema":"turnpike/first-green/2"}', "null"]) {
      expect(parseFirstGreen(text)).toBeUndefined();
    }
  });
});
