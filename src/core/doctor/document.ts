import { z } from "zod";
import type { Examined, Finding, Severity } from "./finding.ts";

const findingSchema = z.object({
  severity: z.enum(["error", "warning", "note"]),
  message: z.string().describe("What is the case, one sentence."),
  where: z.object({ file: z.string(), line: z.number().int().positive().nullable() }).nullable(),
  why: z.string().describe("Why it matters, one sentence."),
  mend: z
    .string()
    .nullable()
    .describe("Commands or lines that mend it, fit to paste; null when only a person can decide."),
});

/** What `turnpike doctor --json` prints. */
export const doctorFileSchema = z
  .object({
    schema: z.literal("turnpike/doctor/1"),
    online: z.boolean().describe("Whether the network was asked."),
    counts: z.object({ error: z.number().int(), warning: z.number().int(), note: z.number().int() }),
    checks: z.array(
      z.object({
        id: z.string(),
        section: z.enum(["machine", "repository", "road"]),
        outcome: z.enum(["fine", "found", "not-applicable", "not-asked"]),
        text: z.string().nullable().describe("What was found to be well, or why nothing was asked."),
        findings: z.array(findingSchema),
      }),
    ),
  })
  .describe("What `turnpike doctor --json` prints.");

/** What `turnpike doctor --json` prints, schema `turnpike/doctor/1`. */
export type DoctorDocument = z.infer<typeof doctorFileSchema>;

/** @returns every finding, in the order of the checks */
function findingsOf(examined: readonly Examined[]): readonly Finding[] {
  return examined.flatMap(({ result }) => (result.kind === "found" ? result.findings : []));
}

/** @returns how many findings there are of each severity */
export function countFindings(examined: readonly Examined[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findingsOf(examined)) counts[severity] += 1;
  return counts;
}

/**
 * @param examined what the checks came to
 * @param isStrict whether warnings count too
 * @returns 1 when something is found that a run fails with, else 0
 */
export function doctorExitCode(examined: readonly Examined[], isStrict: boolean): 0 | 1 {
  const { error, warning } = countFindings(examined);
  return error > 0 || (isStrict && warning > 0) ? 1 : 0;
}

/**
 * @param examined what the checks came to
 * @param isOnline whether the network was asked
 */
export function toDoctorDocument(examined: readonly Examined[], isOnline: boolean): DoctorDocument {
  return {
    schema: "turnpike/doctor/1",
    online: isOnline,
    counts: { ...countFindings(examined) },
    checks: examined.map(({ id, section, result }) => ({
      id,
      section,
      outcome: result.kind,
      text: "text" in result ? result.text : null,
      findings:
        result.kind === "found" ? result.findings.map((one) => ({ ...one, where: one.where && { ...one.where } })) : [],
    })),
  };
}
