import type { Check, Finding } from "./finding.ts";

/** What the cases of a test report came to. */
export interface TestCounts {
  /** Cases that ran. */
  readonly executed: number;
  /** Cases that failed or had an error, without those that passed when they were tried again. */
  readonly failed: number;
  readonly skipped: number;
  /** Cases that failed and then passed. */
  readonly flaky: number;
}

/** One test, and how to find it again in a later run. All texts are foreign. */
export interface TestCase {
  /** Lower-case hex SHA-256 of format, suite, file, class and name. */
  readonly id: string;
  /** 48 bits for sets of many tests. */
  readonly key: number;
  readonly format: "junit";
  /** Relative to the repository's root where that is possible; empty when the report names none. */
  readonly file: string;
  /** Empty when there is none. */
  readonly className: string;
  readonly name: string;
  /** As findings name it: `tests/test_stock.py::test_oversold`. */
  readonly label: string;
}

/** Which tests a report tells of, as far as later runs need to know. */
export interface TestCases {
  /** The first failed tests. */
  readonly failed: readonly TestCase[];
  /** Tests that failed and passed in the same report, the first ones. */
  readonly flaky: readonly TestCase[];
  /** Keys of the tests that passed, in the order of the report; null when they are too many to keep. */
  readonly passed: Float64Array | null;
  /** Whether the report holds all that it announces, and every failed test is in `failed`. */
  readonly isComplete: boolean;
}

/** What a report says, whatever its format. */
export interface ReportReading {
  /** Who wrote it, lower case, when the format says so. */
  readonly producer: string | null;
  /** Null for a report that is not about tests. */
  readonly tests: TestCounts | null;
  /** Only where single tests can be told apart. */
  readonly cases?: TestCases;
  /** The first findings by severity; failed tests are findings too. */
  readonly findings: readonly Finding[];
  /** How many there are in all, by severity. Null when the format says nothing of findings (coverage). */
  readonly totals: { readonly error: number; readonly warning: number; readonly note: number } | null;
  /** What a gate script of a team's own checked, those that did not pass first. */
  readonly checks?: readonly Check[];
  /** What was looked at, such as 12 files; null when the format does not tell. */
  readonly work: { readonly amount: number; readonly unit: string } | null;
  /** What the tool could not do, one sentence each: a path that it could not read, a file that it left out. */
  readonly problems: readonly string[];
  /** Why nothing was audited, when that is so. */
  readonly notAudited: string | null;
  /** Something that a person should know of a report that is whole: `3 of 12 packages not audited`. */
  readonly remark: string | null;
  /** Covered lines in percent. */
  readonly coverage: number | null;
}

/** A report file after the run. */
export type ReportResult =
  | { readonly kind: "read"; readonly reading: ReportReading }
  /** There is no such file. */
  | { readonly kind: "missing" }
  /** It has 0 bytes. */
  | { readonly kind: "empty" }
  /** It is cut, no such format, or hostile. */
  | { readonly kind: "broken"; readonly reason: string };
