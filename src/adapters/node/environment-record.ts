import { z } from "zod";

const recordSchema = z.object({
  schema: z.literal("turnpike/environment/1"),
  folder: z.string().regex(/^[\w.-]+$/),
  madeAt: z.iso.datetime(),
  isPinned: z.boolean(),
  /** Digest of what is installed. */
  installed: z.string(),
  /** What would differ if something had been installed since, or the interpreter was replaced. */
  look: z.string(),
  leans: z.array(z.string()),
});

/** What is kept beside an environment. */
export type EnvironmentRecord = z.infer<typeof recordSchema>;

/**
 * @param text a record
 * @returns it; undefined when this program did not write it
 * @throws SyntaxError when it is no JSON
 */
export function parseEnvironmentRecord(text: string): EnvironmentRecord | undefined {
  const parsed = recordSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}
