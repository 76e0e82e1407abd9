import { countOf } from "../../../contract/index.ts";
import type { Severity, Threshold } from "../gate-rules.ts";
import type { ReportFormat, ReportSpec } from "../plan.ts";
import type { ReportReading } from "../reading.ts";

/** Formats that tell coverage alone. */
const COVERAGE: readonly ReportFormat[] = ["coverage-json", "cobertura", "istanbul-json", "lcov"];

/** Formats whose entries are tests. */
const TESTS: readonly ReportFormat[] = ["junit", "gates-json"];

/** Lines of text are guessed; nothing is held to them. */
const FINDINGS_NOT: readonly ReportFormat[] = [...COVERAGE, ...TESTS, "text"];

/** A part of a threshold that no report can be held to. */
export interface Unmeasured {
  readonly key: keyof Threshold;
  /** Formats that would tell. */
  readonly formats: readonly ReportFormat[];
}

/**
 * @param threshold what a gate is held to
 * @param reports its reports
 * @returns parts that none of them measures
 */
export function unmeasured(threshold: Threshold, reports: readonly ReportSpec[]): readonly Unmeasured[] {
  const has = (fits: (format: ReportFormat) => boolean) => reports.some(({ format }) => fits(format));
  const found: Unmeasured[] = [];
  const key = threshold.findings === undefined ? "severity" : "findings";
  if (threshold[key] !== undefined && !has((format) => !FINDINGS_NOT.includes(format))) {
    found.push({ key, formats: ["sarif"] });
  }
  if (threshold.coverage !== undefined && !has((format) => COVERAGE.includes(format))) {
    found.push({ key: "coverage", formats: COVERAGE.slice(0, 2) });
  }
  if (threshold.tests !== undefined && !has((format) => TESTS.includes(format))) {
    found.push({ key: "tests", formats: ["junit"] });
  }
  return found;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** What is held to a threshold. */
export interface Measures {
  /** Findings that count, without failed tests; null when no report counts findings. */
  readonly findings: number | null;
  /** Percent; null when no report tells. */
  readonly coverage: number | null;
  /** Tests that ran; null when no report is about tests. */
  readonly tests: number | null;
}

/**
 * @param threshold says which findings count
 * @param readings what structured reports say
 */
export function measuresOf(threshold: Threshold, readings: readonly ReportReading[]): Measures {
  const least = RANK[threshold.severity ?? "note"];
  const counted = readings.flatMap(({ tests, totals }) => (tests === null && totals !== null ? [totals] : []));
  const tests = readings.flatMap((reading) => (reading.tests === null ? [] : [reading.tests.executed]));
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    findings:
      counted.length === 0
        ? null
        : add(
            counted.map(({ error, warning, note }) =>
              add([error, warning, note].filter((_, severity) => severity <= least)),
            ),
          ),
    coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
    tests: tests.length === 0 ? null : add(tests),
  };
}

/** Findings that are let through; undefined when the threshold says nothing of findings. */
export function allowedFindings({ findings, severity }: Threshold): number | undefined {
  return findings ?? (severity === undefined ? undefined : 0);
}

/** What measures come to against a threshold. */
export type ThresholdResult =
  | { readonly kind: "held" }
  /** Reasons, one sentence each. */
  | { readonly kind: "broken"; readonly reasons: readonly string[] }
  /** A report does not tell what the threshold asks for. */
  | { readonly kind: "unknown"; readonly reason: string };

function percent(value: number): string {
  return `${value.toFixed(2).replace(/\.?0+$/, "")} %`;
}

/** One figure that a threshold asks for. */
interface Ask {
  /** What is asked for, after "no report tells". */
  readonly what: string;
  readonly measured: number | null;
  readonly holds: (measured: number) => boolean;
  readonly reason: (measured: number) => string;
}

function asksOf(threshold: Threshold, measures: Measures): readonly Ask[] {
  const { severity, tests, coverage } = threshold;
  const allowed = allowedFindings(threshold);
  const asks: Ask[] = [];
  if (allowed !== undefined) {
    const of = severity === undefined || severity === "note" ? "" : ` of severity ${severity} or worse`;
    const limit = allowed === 0 ? "none is" : `at most ${allowed} are`;
    asks.push({
      what: "how many findings there are",
      measured: measures.findings,
      holds: (measured) => measured <= allowed,
      reason: (measured) => `${countOf(measured, "finding")}${of}, ${limit} let through`,
    });
  }
  if (tests !== undefined) {
    asks.push({
      what: "how many tests ran",
      measured: measures.tests,
      holds: (measured) => measured >= tests,
      reason: (measured) => `${countOf(measured, "test")} ran, at least ${tests} are wanted`,
    });
  }
  if (coverage !== undefined) {
    asks.push({
      what: "the coverage",
      measured: measures.coverage,
      holds: (measured) => measured >= coverage,
      reason: (measured) => `${percent(measured)} covered, at least ${percent(coverage)} are wanted`,
    });
  }
  return asks;
}

/**
 * @param threshold what the gate is held to
 * @param measures what its reports say
 * @returns whether it holds; a figure that is missing is neither
 */
export function holdTo(threshold: Threshold, measures: Measures): ThresholdResult {
  const reasons: string[] = [];
  for (const { what, measured, holds, reason } of asksOf(threshold, measures)) {
    if (measured === null) return { kind: "unknown", reason: `no report tells ${what}, which its threshold asks for` };
    if (!holds(measured)) reasons.push(reason(measured));
  }
  return reasons.length === 0 ? { kind: "held" } : { kind: "broken", reasons };
}
