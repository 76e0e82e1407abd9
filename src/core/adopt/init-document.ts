import { z } from "zod";
import { CHECK_NAME } from "./caller.ts";
import type { Remark } from "./change.ts";
import type { Pin } from "./pin.ts";
import type { Adoption } from "./propose.ts";

const changeSchema = z.object({
  path: z.string().describe("Relative to the repository's root."),
  kind: z.enum(["create", "update"]),
  before: z.string().nullable().describe("The text before; null for a new file."),
  after: z.string(),
  why: z.string(),
});

/** What `turnpike init --json` prints. */
export const initFileSchema = z
  .object({
    schema: z.literal("turnpike/init/1"),
    written: z.boolean().describe("Whether the changes were written; false without --yes."),
    lane: z.enum(["pipeline", "checks"]).describe("The reusable workflow that a new caller calls."),
    pin: z.object({
      repository: z.string(),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      version: z.string().nullable().describe("The release at that commit; null when it is not known."),
    }),
    check: z.string().describe("Name of the one check to require."),
    changes: z.array(changeSchema).describe("Empty when there is nothing to change."),
    remarks: z.array(z.object({ where: z.string(), message: z.string() })).describe("What was left alone, and why."),
  })
  .describe("What `turnpike init --json` prints.");

/** What `turnpike init --json` prints, schema `turnpike/init/1`. */
export type InitDocument = z.infer<typeof initFileSchema>;

/**
 * @param adoption what was proposed
 * @param of the pin, further remarks, and whether it was written
 */
export function toInitDocument(
  adoption: Adoption,
  of: { readonly pin: Pin; readonly remarks: readonly Remark[]; readonly isWritten: boolean },
): InitDocument {
  return {
    schema: "turnpike/init/1",
    written: of.isWritten && adoption.changes.length > 0,
    lane: adoption.lane,
    pin: { ...of.pin },
    check: CHECK_NAME,
    changes: adoption.changes.map(({ path, before, after, why }) => ({
      path,
      kind: before === null ? ("create" as const) : ("update" as const),
      before,
      after,
      why,
    })),
    remarks: [...of.remarks, ...adoption.remarks],
  };
}
