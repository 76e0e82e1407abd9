import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText, planAnnotations, type RankedFinding, rankAnnotations } from "../../../src/core/summary/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { finding } from "./samples.ts";

const of = (
  gate: string,
  file: string | null,
  line: number,
  severity: "error" | "warning" | "note" = "error",
): RankedFinding => ({
  gate,
  finding: finding(file, line, `message ${line}`, { severity, rule: "R1" }),
});
const places = (findings: readonly RankedFinding[], changed?: readonly string[], limit?: number): string[] =>
  rankAnnotations(findings, changed, limit).annotations.map(({ file, line, message }) =>
    file === null ? message : `${file}:${line}`,
  );

describe("which findings become annotations", () => {
  it("gives those in changed files first, those without a place last", () => {
    const findings = [of("lint", null, 1), of("lint", "old.py", 2), of("lint", "new.py", 3)];
    expect(places(findings, ["new.py"])).toEqual(["new.py:3", "old.py:2", "message 1"]);
  });

  it("lets gates take turns, so that a talkative one does not hide the others", () => {
    const many = Array.from({ length: 20 }, (_, index) => of("lint", "a.py", index + 1));
    expect(places([...many, of("types", "b.py", 1)], [], 3)).toEqual([
      "a.py:1",
      "b.py:1",
      "a.py:2",
      "18 more findings in the report",
    ]);
  });

  it("says the same finding once, whoever found it", () => {
    const { annotations, dropped } = rankAnnotations([of("lint", "a.py", 1), of("lint2", "a.py", 1)]);
    expect(annotations.map(({ title }) => title)).toEqual(["lint: R1"]);
    expect(dropped).toBe(0);
  });

  it("keeps errors, warnings and notices apart, ten of each, and says how many are missing", () => {
    const severities = ["error", "warning", "note"] as const;
    const findings = severities.flatMap((severity) =>
      Array.from({ length: 12 }, (_, index) => of("lint", "a.py", index + 1, severity)),
    );
    const { annotations, dropped } = rankAnnotations(
      findings.map((entry, index) => ({ ...entry, finding: { ...entry.finding, rule: `R${index}` } })),
    );
    const count = (level: string): number => annotations.filter((annotation) => annotation.level === level).length;
    expect([count("error"), count("warning"), count("notice"), dropped]).toEqual([10, 10, 10, 7]);
    expect(annotations.at(-1)).toEqual({
      ...{
        level: "notice",
        title: "Turnpike",
        message: "7 more findings in the report",
        file: null,
        line: null,
        column: null,
      },
    });
  });

  it("never exceeds the limit of any level, loses nothing uncounted, and gives clean texts", () => {
    const entry = fc.record({
      gate: anyText({ maxLength: 5 }),
      finding: fc.record({
        severity: fc.constantFrom("error" as const, "warning" as const, "note" as const),
        ...{ rule: fc.option(anyText(), { nil: null }), message: anyText() },
        ...{
          file: fc.option(fc.constantFrom("a", "b", "c"), { nil: null }),
          line: fc.constantFrom(1, 2, null),
          column: fc.constant(null),
        },
      }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (findings, limit) => {
        const { annotations, dropped } = rankAnnotations(findings, ["a"], limit);
        for (const level of ["error", "warning", "notice"]) {
          expect(annotations.filter((annotation) => annotation.level === level).length).toBeLessThanOrEqual(limit);
        }
        const unique = new Set(
          findings.map(({ finding: { file, line, rule, message } }) => JSON.stringify([file, line, rule, message])),
        );
        expect(annotations.length - (dropped > 0 ? 1 : 0) + dropped).toBe(unique.size);
        for (const { title, message } of annotations) expect(plainText(title + message)).toBe(title + message);
      }),
    );
  });
});

describe("all that one step says", () => {
  const plain = (count: number, title: string) =>
    Array.from({ length: count }, (_, index) => ({ title: `${title}${index}`, message: "why" }));
  const findings = Array.from({ length: 15 }, (_, index) => of("lint", "a.py", index + 1));

  it("leaves room for the step's own last error, for gates without findings, and for remarks", () => {
    const step = { findings, silent: plain(5, "gate"), remarks: plain(12, "note"), endsWithError: true };
    const annotations = planAnnotations(step);
    const titles = (level: string) => annotations.filter((one) => one.level === level).map(({ title }) => title);
    expect(titles("error")).toEqual(["gate0", "gate1", "gate2", ...Array(6).fill("lint: R1")]);
    expect(titles("warning")).toHaveLength(10);
    expect(annotations.filter((one) => one.level === "notice").map(({ message }) => message)).toEqual([
      "9 more findings and 2 more gates that block and 2 more remarks in the report",
    ]);
  });

  it("says everything where there is room, and no more", () => {
    const step = {
      findings: findings.slice(0, 2),
      silent: plain(7, "gate"),
      remarks: plain(1, "note"),
      endsWithError: true,
    };
    expect(planAnnotations(step)).toHaveLength(10);
    expect(planAnnotations({ findings: [], silent: [], remarks: [], endsWithError: true })).toEqual([]);
  });

  it("never has more than ten of a level", () => {
    const size = fc.integer({ min: 0, max: 30 });
    const severity = fc.constantFrom("error" as const, "warning" as const, "note" as const);
    fc.assert(
      fc.property(
        fc.array(severity, { maxLength: 60 }),
        size,
        size,
        fc.boolean(),
        (severities, a, b, endsWithError) => {
          const all = severities.map((one, at) => of("lint", "a.py", at, one));
          const made = planAnnotations({ findings: all, silent: plain(a, "g"), remarks: plain(b, "r"), endsWithError });
          const count = (level: string) => made.filter((one) => one.level === level).length;
          expect(count("error")).toBeLessThanOrEqual(endsWithError ? 9 : 10);
          expect(count("warning")).toBeLessThanOrEqual(10);
          expect(count("notice")).toBeLessThanOrEqual(10);
          const told = made.filter(({ message }) => !message.endsWith("in the report")).length;
          expect(made.length > told).toBe(told < all.length + a + b);
        },
      ),
    );
  });
});
