import { z } from "zod";
import { unreachable } from "../../errors.ts";
import type { GateResult, VerdictFile } from "../gates/index.ts";
import type { Claims } from "./claims.ts";
import type { Subject } from "./subjects.ts";

/** Results of the in-toto test-result predicate (in-toto attestation framework, spec/predicates/test-result.md). */
export const TEST_RESULTS = ["PASSED", "WARNED", "FAILED"] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

/** The predicate of `https://in-toto.io/attestation/test-result/v0.1`. Tests are gates, by id. */
export const testResultSchema = z.object({
  result: z.enum(TEST_RESULTS),
  configuration: z
    .array(z.object({ name: z.string().optional(), digest: z.record(z.string(), z.string()).optional() }))
    .min(1),
  url: z.string().optional(),
  passedTests: z.array(z.string()).optional(),
  warnedTests: z.array(z.string()).optional(),
  failedTests: z.array(z.string()).optional(),
});
export type TestResultPredicate = z.infer<typeof testResultSchema>;

type Class = "passed" | "warned" | "failed" | "not-run";

function classOf({ outcome, required }: GateResult): Class {
  switch (outcome) {
    case "passed":
    case "cached":
      return "passed";
    case "flaky-passed":
    case "quarantined":
    case "waived":
      return "warned";
    case "failed":
    case "timed-out":
    case "inconclusive":
    case "tool-error":
      return required ? "failed" : "warned";
    case "skipped":
    case "cancelled":
    case null:
      return "not-run";
    default:
      return unreachable(outcome);
  }
}

function resultOf({ verdict }: VerdictFile, gates: Readonly<Record<Class, readonly string[]>>): TestResult {
  if (verdict === "failed" || verdict === "error" || verdict === "cancelled") return "FAILED";
  // Nothing was checked: that is not a pass.
  if (verdict === "nothing-to-check" || gates.warned.length > 0 || gates.failed.length > 0) return "WARNED";
  return "PASSED";
}

/**
 * @param verdict what the gates came to
 * @param file name and digest of verdict.json, the configuration that the result refers to
 * @param url the run
 * @returns the predicate; a required gate that was only shown (`inconclusive: warn`) counts as a warning
 */
export function toTestResult(verdict: VerdictFile, file: Subject, url: string): TestResultPredicate {
  const gates: Record<Class, string[]> = { passed: [], warned: [], failed: [], "not-run": [] };
  for (const gate of verdict.gates) gates[classOf(gate)].push(gate.id);
  const result = resultOf(verdict, gates);
  return {
    result,
    configuration: [{ name: file.name, digest: { ...file.digest } }],
    url,
    passedTests: gates.passed,
    warnedTests: result === "FAILED" ? gates.warned : [...gates.warned, ...gates.failed],
    failedTests: result === "FAILED" ? gates.failed : [],
  };
}

/**
 * @param claims of the identity token
 * @param serverUrl `https://github.com`
 * @returns the commit as a subject, named as SLSA provenance names it
 */
export function commitSubject(claims: Claims, serverUrl: string): Subject {
  return { name: `git+${serverUrl}/${claims.repository}@${claims.ref}`, digest: { gitCommit: claims.sha } };
}
