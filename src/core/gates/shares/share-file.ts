import { createHash } from "node:crypto";
import { z } from "zod";
import type { Gate } from "../plan.ts";

const part = z.object({ index: z.number().int().positive(), of: z.number().int().positive() });

/** One share as it travels from the job that plans to the job that runs it. */
export const shareSchema = z.object({
  schema: z.literal("turnpike/share/1").describe("Name and major version of this format."),
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("Digest of the plan that was spread; a runner with another plan refuses."),
  index: z.number().int().positive(),
  of: z.number().int().positive(),
  name: z.string().describe("What a person sees of it: its gates."),
  gates: z.array(z.object({ id: z.string().min(1), part: part.nullable() })),
  expectedMs: z.number().nonnegative().describe("What it should take, in ms, set-up aside."),
});
export type ShareFile = z.infer<typeof shareSchema>;

/** All shares of a run: what the matrix of the workflow is made from. */
export const sharesSchema = z.array(shareSchema).min(1).max(256);

/**
 * @param gates the gates of a plan
 * @returns SHA-256 of what would be run: two runners with the same digest run the same
 */
export function planDigest(gates: readonly Gate[]): string {
  const facts = gates.map(({ id, run, cwd, env, needs, reports, environment }) => [
    ...[id, run, cwd, Object.entries(env).sort(), needs, reports],
    environment,
  ]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
