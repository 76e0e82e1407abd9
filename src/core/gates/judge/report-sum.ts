import { countOf } from "../../../contract/index.ts";
import type { ReportReading } from "../reading.ts";

/** What reports count together. */
export interface Sum {
  /** What one case is called: `test`. */
  readonly noun: string;
  readonly tests: { executed: number; failed: number; skipped: number; flaky: number } | null;
  /** True when a report counts findings. */
  readonly hasTotals: boolean;
  readonly errors: number;
  readonly findings: number;
}

/** @returns the sums of reports */
export function summarize(readings: readonly ReportReading[]): Sum {
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const tests = readings.flatMap((reading) => (reading.tests === null ? [] : [reading.tests]));
  const totals = readings.flatMap((reading) => (reading.totals === null ? [] : [reading.totals]));
  const unit = readings.find((reading) => reading.tests !== null)?.work?.unit ?? "tests";
  return {
    noun: unit.replace(/s$/, ""),
    tests:
      tests.length === 0
        ? null
        : {
            executed: add(tests.map((one) => one.executed)),
            failed: add(tests.map((one) => one.failed)),
            skipped: add(tests.map((one) => one.skipped)),
            flaky: add(tests.map((one) => one.flaky)),
          },
    hasTotals: totals.length > 0,
    errors: add(totals.map((one) => one.error)),
    findings: add(totals.map((one) => one.error + one.warning + one.note)),
  };
}

/** @returns how many failed, or were found */
export function whyFailed(sum: Sum): string {
  return sum.tests === null
    ? countOf(sum.findings, "finding")
    : `${sum.tests.failed} of ${countOf(sum.tests.executed, sum.noun)} failed`;
}

/** @returns why nothing was judged, from the report that says so */
export function whyIdle(sum: Sum, idle: ReportReading): string {
  if (sum.tests !== null && sum.tests.skipped > 0) return allSkipped(sum.tests.skipped, sum.noun);
  const unit = idle.work?.unit ?? "files";
  return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}

/** @returns that nothing of what there was ran */
export function allSkipped(amount: number, noun: string): string {
  return amount === 1 ? `its only ${noun} was skipped` : `all ${amount} ${noun}s were skipped`;
}

/** @returns what one thing that counts against a gate is called */
export function nounOf(sum: Sum): string {
  return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}

/** @returns what the tool says of itself in a few words; null when its reports say nothing */
export function describe(sum: Sum, readings: readonly ReportReading[]): string | null {
  const parts: string[] = [];
  if (sum.tests !== null) {
    const { executed, failed, flaky, skipped } = sum.tests;
    parts.push(failed > 0 ? `${failed} of ${executed} failed` : countOf(executed, sum.noun));
    if (flaky > 0) parts.push(`${flaky} flaky`);
    if (skipped > 0) parts.push(`${skipped} skipped`);
  } else if (sum.hasTotals && sum.findings > 0) parts.push(countOf(sum.findings, "finding"));
  for (const { work, remark, coverage } of readings) {
    if (work !== null && work.unit !== `${sum.noun}s` && work.unit !== "lines")
      parts.push(countOf(work.amount, work.unit.replace(/s$/, "")));
    if (coverage !== null) parts.push(`${coverage.toFixed(1)} % covered`);
    if (remark !== null) parts.push(remark);
  }
  return parts.length === 0 ? null : parts.join(", ");
}
