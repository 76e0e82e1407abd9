import { z } from "zod";

const conclusion = z.enum(["success", "failure", "cancelled", "skipped"]);

const annotation = z.object({
  level: z.enum(["error", "warning", "notice"]),
  message: z.string(),
  title: z.string().optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});

const step = z.object({
  number: z.number(),
  name: z.string(),
  outcome: conclusion,
  conclusion,
  durationMs: z.number(),
  /** Relative to the run's folder. */
  log: z.string(),
  summary: z.string(),
  annotations: z.array(annotation),
});

const job = z.object({
  id: z.string(),
  name: z.string(),
  /** Id of the calling or the matrix job; null at the top. */
  parent: z.string().nullable(),
  needs: z.array(z.string()),
  /** Null for what was stopped before it began. */
  conclusion: conclusion.nullable(),
  startMs: z.number().nullable(),
  durationMs: z.number(),
  outputs: z.record(z.string(), z.string()),
  steps: z.array(step),
});

/** Schema of `run.json`. */
export const runRecordSchema = z.object({
  schema: z.literal("turnpike/run/1"),
  title: z.string(),
  repository: z.string(),
  event: z.string(),
  ref: z.string(),
  sha: z.string(),
  workflow: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  durationMs: z.number(),
  conclusion,
  exitCode: z.number(),
  notes: z.array(z.object({ level: z.enum(["info", "warning", "error"]), message: z.string() })),
  jobs: z.array(job),
  /** Names of artifacts, each a folder below `artifacts/`. */
  artifacts: z.array(z.string()),
});

/** What `.turnpike/run/run.json` says of a run. Texts are masked. */
export type RunRecord = z.infer<typeof runRecordSchema>;

/** A job of a record. */
export type JobEntry = z.infer<typeof job>;

/** A step of a record. */
export type StepEntry = z.infer<typeof step>;
