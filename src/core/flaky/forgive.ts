import { countOf } from "../../contract/index.ts";
import type { TestCase, TestCases } from "../gates/index.ts";
import { concerns, isExpired, mostForgiven, type QuarantineEntry, type TestPlace } from "./quarantine.ts";

/** What a red gate is asked about. */
export interface RedGate extends TestPlace {
  /** Whether the exit code is the one by which the tool says that tests failed. */
  readonly saysTestsFailed: boolean;
  /** Whether every report that the gate declares was read to its end. */
  readonly hasAllReports: boolean;
  /** Undefined when no report tells single tests apart. */
  readonly cases: TestCases | undefined;
  readonly executed: number;
  /** Why the gate would fail without its tests too, such as a threshold that is not held. */
  readonly otherReason?: string | undefined;
  /** Beginning and end of the output. */
  readonly log: string;
}

/** What the quarantine says of a red gate. */
export type Forgiveness =
  /** It knows none of the failed tests, so that there is nothing to tell. */
  | { readonly kind: "silent" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "forgiven"; readonly entries: readonly QuarantineEntry[] };

/** By the same exit code a tool tells of more than failed tests; its output tells which. */
const MORE_THAN_TESTS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^(?:ERROR: )?(?:Coverage failure|FAIL Required test coverage)/m, why: "the coverage is too low too" },
  { pattern: /Coverage for [\w ]{1,40}\([\d.]+%\) does not meet/, why: "the coverage is too low too" },
  { pattern: /coverage does not meet threshold/i, why: "the coverage is too low too" },
  {
    pattern: /Unhandled (?:Error|Rejection)|caught \d+ unhandled error/,
    why: "errors outside of tests were not handled",
  },
  {
    pattern: /^!+ stopping after \d+ failures? !+$/m,
    why: "pytest stopped at a failure, so the tests after it did not run",
  },
  { pattern: /INTERNALERROR>|Fatal Python error|^!+ Interrupted/m, why: "the interpreter or the tool crashed" },
  { pattern: /^\[gw\d+\] node down|worker '?gw\d+'? crashed/m, why: "a worker crashed" },
];

interface Match {
  readonly test: TestCase;
  readonly entries: readonly QuarantineEntry[];
}

/** Why listed tests are not forgiven; undefined when they are. */
function objection(gate: RedGate, cases: TestCases, matches: readonly Match[], at: number): string | undefined {
  if (!gate.saysTestsFailed) return "the exit code says more than that tests failed";
  if (!gate.hasAllReports || !cases.isComplete) return "the report is not complete";
  const more = MORE_THAN_TESTS.find(({ pattern }) => pattern.test(gate.log));
  if (more !== undefined) return more.why;
  if (gate.otherReason !== undefined) return gate.otherReason;
  const open = matches.filter(({ entries }) => entries.every((entry) => isExpired(entry, at)));
  const expired = open.flatMap(({ test, entries }) => entries.slice(0, 1).map((entry) => ({ test, entry })))[0];
  if (expired !== undefined) return `the entry for \`${expired.test.label}\` ended on ${expired.entry.expires}`;
  if (open.length > 0) return `${countOf(open.length, "failed test")} not listed`;
  const most = mostForgiven(gate.executed);
  if (matches.length > most) return `${matches.length} failed, and at most ${most} of ${gate.executed} are forgiven`;
  return undefined;
}

/**
 * Decides whether a red gate is forgiven: only when the exit code says that tests failed and nothing else did, the report is
 * complete, every failed test is listed by an entry that holds, and they are few.
 *
 * @param gate the gate that failed
 * @param entries the quarantine
 * @param at the moment that counts for the end of entries, in ms since 1970
 * @returns forgiven with the entries that were used, or why not
 */
export function forgive(gate: RedGate, entries: readonly QuarantineEntry[], at: number): Forgiveness {
  const { cases } = gate;
  if (cases === undefined || cases.failed.length === 0) return { kind: "silent" };
  const matches = cases.failed.map((test): Match => {
    return { test, entries: entries.filter((entry) => concerns(entry, test, gate)) };
  });
  if (matches.every((match) => match.entries.length === 0)) return { kind: "silent" };
  const why = objection(gate, cases, matches, at);
  if (why !== undefined) return { kind: "refused", why };
  const used = matches.flatMap((match) => match.entries.filter((entry) => !isExpired(entry, at)));
  return { kind: "forgiven", entries: [...new Set(used)] };
}
