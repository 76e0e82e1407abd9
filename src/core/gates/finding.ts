import { z } from "zod";

/** One finding of a tool, or one failed test. All texts are foreign data. */
export const findingSchema = z.object({
  severity: z.enum(["error", "warning", "note"]),
  rule: z.string().nullable().describe("The tool's rule id, or the test's id."),
  message: z.string(),
  file: z.string().nullable().describe("Relative to the repository's root, with `/`."),
  line: z.number().int().positive().nullable(),
  column: z.number().int().positive().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One thing that a gate script of a team's own checked. All texts are foreign data. */
export const checkSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  passed: z.boolean(),
  message: z.string().nullable(),
  durationMs: z.number().nonnegative().nullable(),
});
export type Check = z.infer<typeof checkSchema>;
