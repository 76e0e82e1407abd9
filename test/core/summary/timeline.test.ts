import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gantt, mermaidLabel, parseGantt } from "../../../src/core/summary/index.ts";
import { anyText } from "../../fakes/any-text.ts";

const bar = fc.record({
  label: fc.oneof(
    anyText({ maxLength: 20 }),
    fc.constantFrom(
      "section x",
      "title x",
      "gantt",
      "todayMarker off",
      "a :crit, 00:00:00.000, 1ms",
      "%%{init}%%",
      "2026-01-01",
      ";",
      "#",
    ),
  ),
  startMs: fc.integer({ min: 0, max: 80_000_000 }),
  durationMs: fc.integer({ min: 1, max: 1_000_000 }),
  tag: fc.constantFrom("crit" as const, "active" as const, "done" as const, null),
});
const chart = fc.array(
  fc.record({
    title: anyText({ maxLength: 10 }),
    bars: fc.array(bar, { minLength: 1, maxLength: 6 }),
  }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const shown = (text: string): string => mermaidLabel(text).replaceAll("\u200b", "");

describe("the timeline", () => {
  it("is read back as it was written, whatever the names are", () => {
    fc.assert(
      fc.property(chart, (sections) => {
        const meant = sections.map(({ title, bars }) => ({
          title: shown(title),
          bars: bars.map((one) => ({ ...one, label: shown(one.label) })),
        }));
        expect(parseGantt(gantt(sections))).toEqual(meant);
      }),
    );
  });

  it("has one line for each bar and each section, and no statement that a name made", () => {
    fc.assert(
      fc.property(chart, (sections) => {
        const lines = gantt(sections).split("\n");
        expect(lines).toHaveLength(4 + sections.length + sections.flatMap(({ bars }) => bars).length);
        const tasks = lines.slice(4).filter((line) => !line.startsWith("  section "));
        for (const line of tasks) {
          expect(line).not.toMatch(
            /^ {2}(gantt|title|section|click|call|href|acc|week|date|axis|tick|today|incl|excl|top)/i,
          );
          expect(line.match(/[:;#%{}]/g)).toEqual([":", ":", ":"]);
        }
      }),
    );
  });

  it.each([
    "pie\n a: 1",
    "gantt\n  title x",
    "gantt\n  section a\n  x :a1, 2026-01-01, 3d",
    "gantt\n  x :00:00:00.000, 1ms",
    "",
  ])("leaves other diagrams alone: %j", (text) => {
    expect(parseGantt(text)).toBeUndefined();
  });

  it("shows hours only when there are some", () => {
    const one = (durationMs: number) =>
      gantt([{ title: "a", bars: [{ label: "x", startMs: 0, durationMs, tag: null }] }]);
    expect(one(60_000)).toContain("axisFormat %M:%S\n");
    expect(one(3_700_000)).toContain("axisFormat %H:%M:%S\n");
  });
});
