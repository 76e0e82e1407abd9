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

/**
 * @param threshold what the gate is held to
 * @param measures what its reports say
 * @returns whether it holds; a figure that is missing is neither
 */
export function holdTo(threshold: Threshold, measures: Measures): ThresholdResult {
  const unknown = (what: string): ThresholdResult => ({
    kind: "unknown",
    reason: `no report tells ${what}, which its threshold asks for`,
  });
  const reasons: string[] = [];
  const allowed = allowedFindings(threshold);
  if (allowed !== undefined) {
    if (measures.findings === null) return unknown("how many findings there are");
    if (measures.findings > allowed) {
      const of =
        threshold.severity === undefined || threshold.severity === "note"
          ? ""
          : ` of severity ${threshold.severity} or worse`;
      reasons.push(
        `${countOf(measures.findings, "finding")}${of}, ${allowed === 0 ? "none is" : `at most ${allowed} are`} let through`,
      );
    }
  }
  if (threshold.tests !== undefined) {
    if (measures.tests === null) return unknown("how many tests ran");
    if (measures.tests < threshold.tests) {
      reasons.push(`${countOf(measures.tests, "test")} ran, at least ${threshold.tests} are wanted`);
    }
  }
  if (threshold.coverage !== undefined) {
    if (measures.coverage === null) return unknown("the coverage");
    if (measures.coverage < threshold.coverage) {
      reasons.push(`${percent(measures.coverage)} covered, at least ${percent(threshold.coverage)} are wanted`);
    }
  }
  return reasons.length === 0 ? { kind: "held" } : { kind: "broken", reasons };
}
