import { z } from "zod";

/** What a gate came to (docs/architecture.md, section 8). */
export const OUTCOMES = [
  "passed",
  "cached",
  "flaky-passed",
  "quarantined",
  "waived",
  "failed",
  "timed-out",
  "inconclusive",
  "tool-error",
  "skipped",
  "cancelled",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What all gates together came to, strongest first. */
export const VERDICTS = ["cancelled", "failed", "error", "passed", "nothing-to-check"] as const;
export type Verdict = (typeof VERDICTS)[number];

const count = z.number().int().nonnegative().nullable();

/** One gate in verdict.json. Fields that a reader does not know are ignored. */
export const gateResultSchema = z.object({
  id: z.string().min(1).describe("The gate's id, unique in the file."),
  outcome: z.enum(OUTCOMES).nullable().describe("What the gate came to; null when it was not run."),
  required: z.boolean().describe("Whether the gate can block."),
  startMs: z.number().nonnegative().nullable().describe("Start in ms after startedAt; null when it was not run."),
  durationMs: z.number().nonnegative().nullable().describe("Wall time in ms; null when it was not run."),
  exitCode: z.number().int().nullable().describe("Exit code of the command; null when there was none."),
  reason: z
    .string()
    .nullable()
    .describe("Why the outcome is not `passed`, one sentence; null when it needs no reason."),
  counts: z
    .object({
      tests: count.describe("Test cases that were executed; null when the gate has none."),
      failures: count.describe("Failed test cases; null when the gate has no tests."),
      findings: count.describe("Findings; null when the gate reports none."),
    })
    .describe("What was counted."),
  ranOn: z
    .array(
      z.object({
        language: z.enum(["node", "java", "go", "rust"]),
        version: z.string().nullable().describe("The version that it ran on; null when none was there."),
        asked: z.string().describe("What the repository asks for, as it is written."),
        source: z.object({ file: z.string(), line: z.number().int().positive() }).describe("Where it does."),
        isOther: z.literal(true).optional().describe("The version is another one than the one that is asked for."),
      }),
    )
    .optional()
    .describe("Toolchains that the repository asks for; absent where it asks for none."),
});
export type GateResult = z.infer<typeof gateResultSchema>;

/** verdict.json, schema `turnpike/verdict/1`. */
export const verdictFileSchema = z.object({
  schema: z.literal("turnpike/verdict/1").describe("Name and major version of this format."),
  verdict: z.enum(VERDICTS).describe("What all gates together came to."),
  commit: z.string().nullable().describe("Full SHA of the checked commit; null outside a repository."),
  tree: z.string().nullable().describe("SHA of the commit's tree; null outside a repository."),
  dirty: z.boolean().describe("True when the checked files differ from the commit."),
  startedAt: z.iso.datetime().describe("Start of the run, UTC."),
  durationMs: z.number().nonnegative().describe("Wall time of all gates in ms."),
  partial: z
    .literal(true)
    .optional()
    .describe(
      "Present when gates were left out on request; the verdict says nothing of those, so it is no verdict of the whole.",
    ),
  gates: z.array(gateResultSchema).describe("One entry a gate, in the order of the plan."),
  jobs: z
    .array(z.object({ id: z.string(), result: z.enum(["success", "failure", "cancelled", "skipped"]) }))
    .optional()
    .describe("What the jobs of the run came to; only in the file that joins them with the gates."),
});
export type VerdictFile = z.infer<typeof verdictFileSchema>;
