import { z } from "zod";

/** Jobs of the pipeline by what they do: their ids in `checks.yml` and `pipeline.yml`. */
export const JOBS = { check: "check", build: "build", sign: "sign" } as const;

/**
 * Jobs before the check job, which answers for them: it joins what they found, and what they lost is an error of its
 * verdict. Where one runner is enough they are skipped.
 */
export const FORE_JOBS: ReadonlySet<string> = new Set(["plan", "share"]);

/** What a later job knows of the jobs that it needs: GitHub's `needs` context. */
export const needsSchema = z.record(
  z.string(),
  z.object({
    result: z.enum(["success", "failure", "cancelled", "skipped"]),
    outputs: z.record(z.string(), z.string()).default({}),
  }),
);
export type Needs = z.infer<typeof needsSchema>;
