import { z } from "zod";
import type { StatementReport, VerificationReport } from "./judge.ts";

/** What `turnpike verify --json` prints, schema `turnpike/verification/1`. All names are foreign data. */
export const verificationFileSchema = z.object({
  schema: z.literal("turnpike/verification/1").describe("Name and major version of this format."),
  verified: z.boolean().describe("True when every artifact has every statement that the policy asks for."),
  policy: z.string().describe("The policy, as it was named."),
  artifacts: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      verified: z.boolean(),
      reasons: z.array(z.string()).describe("Every reason against it, as sentences."),
    }),
  ),
  statements: z.array(
    z.object({
      bundle: z.string().describe("The bundle's file, as it was found."),
      outcome: z.enum(["accepted", "refused", "unrelated"]),
      reasons: z.array(z.string()).describe("Every reason against it, as sentences."),
      predicateType: z.string().nullable(),
      subjects: z.array(z.object({ name: z.string(), digest: z.record(z.string(), z.string()) })),
      signer: z
        .string()
        .nullable()
        .describe("The certificate's subject alternative name; null when nothing is proved."),
      certificate: z
        .record(z.string(), z.string())
        .describe("What the certificate's extensions say; empty when nothing is proved."),
      log: z.array(z.object({ url: z.string().nullable(), index: z.string() })),
      signedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type VerificationFile = z.infer<typeof verificationFileSchema>;

function toStatement(report: StatementReport): VerificationFile["statements"][number] {
  return {
    bundle: report.bundle,
    outcome: report.outcome,
    reasons: [...report.reasons],
    predicateType: report.predicateType ?? null,
    subjects: report.subjects.map(({ name, digest }) => ({ name, digest: { ...digest } })),
    signer: report.certificate?.subjectAlternativeName ?? null,
    certificate: { ...report.certificate?.extensions },
    log: report.log.map(({ url, index }) => ({ url: url ?? null, index })),
    signedAt: report.signedAt?.toISOString() ?? null,
  };
}

/**
 * @param report the result of a verification
 * @param policy the policy, as it was named
 * @returns the document
 */
export function toVerificationFile(report: VerificationReport, policy: string): VerificationFile {
  return {
    schema: "turnpike/verification/1",
    verified: report.verified,
    policy,
    artifacts: report.artifacts.map((artifact) => ({ ...artifact, reasons: [...artifact.reasons] })),
    statements: report.statements.map(toStatement),
  };
}
