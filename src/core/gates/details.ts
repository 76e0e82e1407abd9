import { z } from "zod";
import { checkSchema, findingSchema } from "./finding.ts";
import { OUTCOMES } from "./verdict.ts";

/** What the page needs of a gate beyond verdict.json. */
const gateDetailsSchema = z.object({
  id: z.string(),
  tool: z.string().nullable(),
  tier: z.enum(["fast", "normal", "slow"]),
  /** What a person pastes to see the same on a laptop. */
  reproduce: z.string(),
  fix: z
    .string()
    .optional()
    .describe(
      "What a person pastes to have it mended, as far as the tool can; absent where it cannot, or nothing failed.",
    ),
  cwd: z.string().describe("Relative to the repository's root; `.` for the root."),
  source: z.object({ file: z.string(), line: z.number().int().positive() }).nullable(),
  summary: z.string().nullable().describe("What the tool says of itself in a few words: `2 of 719 failed`."),
  logFile: z.string().nullable().describe("Path of the whole log, relative to the output directory."),
  logTail: z.array(z.string()).describe("The last lines of the log, secrets masked, control characters removed."),
  findings: z.array(findingSchema).describe("The first findings, ranked."),
  findingsTotal: z.number().int().nonnegative(),
  cpuMs: z.number().nonnegative().nullable(),
  peakBytes: z.number().nonnegative().nullable(),
  waitedMs: z.number().nonnegative().nullable().describe("From being ready to being started."),
  checks: z
    .array(checkSchema)
    .optional()
    .describe("What a gate script of a team's own checked, those that did not pass first; absent for other gates."),
  attempts: z
    .array(
      z.object({
        outcome: z.enum(OUTCOMES),
        reason: z.string().nullable(),
        durationMs: z.number().nonnegative(),
        why: z.string().describe("Why there was another attempt."),
        logFile: z.string().describe("Its log, relative to the output directory."),
      }),
    )
    .optional()
    .describe("Attempts before the last one, in order; absent when there was one."),
});
export type GateDetails = z.infer<typeof gateDetailsSchema>;

/** A test that did not simply pass, now or before. */
const testDetailsSchema = z.object({
  name: z.string().describe("As findings name it."),
  id: z.string(),
  gate: z.string(),
  variant: z.string(),
  state: z.enum(["healthy", "suspected", "flaky", "broken", "recovered"]),
  evidence: z.string().describe("Why, in a few words."),
  now: z.enum(["passed", "failed", "flaky"]).describe("What it did in this run; `flaky`: both."),
});
export type TestDetails = z.infer<typeof testDetailsSchema>;

/** One entry of the quarantine in this run. */
const quarantineDetailsSchema = z.object({
  name: z.string(),
  owner: z.string(),
  issue: z.string(),
  reason: z.string(),
  expires: z.string().describe("The last day on which it holds."),
  line: z.number().int().positive().describe("Where it stands in the file."),
  status: z
    .enum(["used", "refused", "idle", "expired"])
    .describe(
      "`used`: a failure was forgiven. `refused`: the test failed, and the gate was not forgiven. `idle`: it did not fail.",
    ),
});
export type QuarantineDetails = z.infer<typeof quarantineDetailsSchema>;

/** details.json, schema `turnpike/details/1`: what the page is made from. */
export const detailsFileSchema = z.object({
  schema: z.literal("turnpike/details/1"),
  cores: z.number().positive(),
  budgetMs: z.number().positive(),
  budgetEnforced: z.boolean(),
  release: z.boolean(),
  prefix: z
    .string()
    .optional()
    .describe(
      "Where the repository's root lies below the checkout, with a slash at the end; absent when they are the same.",
    ),
  coverage: z.number().nullable().describe("Covered lines in percent, when a gate measured it."),
  gates: z.array(gateDetailsSchema),
  suggestions: z.array(
    z.object({
      id: z.string(),
      command: z.string(),
      why: z.string(),
      enable: z.string().describe("Lines for turnpike.yml."),
    }),
  ),
  changed: z
    .object({ since: z.string(), files: z.array(z.string()).max(3000) })
    .optional()
    .describe("Files that the change under check touches, relative to the root; absent when they are not known."),
  tests: z
    .array(testDetailsSchema)
    .optional()
    .describe("Tests that are not simply healthy; what failed or was flaky now first."),
  quarantine: z.array(quarantineDetailsSchema).optional(),
  remarks: z
    .array(z.string())
    .optional()
    .describe("What people should know of how packages were installed, one sentence each."),
});
export type DetailsFile = z.infer<typeof detailsFileSchema>;

/** setup.json, schema `turnpike/setup/1`: what setting up did, for the page. */
export const setupFileSchema = z.object({
  schema: z.literal("turnpike/setup/1"),
  durationMs: z.number().nonnegative(),
  uvVersion: z.string().nullable(),
  uvSource: z.string().nullable(),
  pythonVersion: z.string().nullable(),
  cache: z.enum(["hit", "partial", "miss", "off", "unavailable"]),
  cacheReason: z.string().nullable().default(null).describe("Why the cache was off; null when it was not."),
  environments: z.array(
    z.object({
      manager: z.enum(["uv", "npm"]),
      cwd: z.string(),
      outcome: z.enum(["installed", "skipped", "failed"]),
      reason: z.string().nullable().describe("Null when it was installed as locked."),
    }),
  ),
});
export type SetupFile = z.infer<typeof setupFileSchema>;
