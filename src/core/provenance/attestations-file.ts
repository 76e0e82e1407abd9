import { z } from "zod";

/** One signed and verified statement. All names are foreign data. */
const attestationSchema = z.object({
  predicateType: z.string().describe("Predicate type URI."),
  title: z.string().describe("What people call it: `SLSA provenance`, `CycloneDX SBOM`, `test result`."),
  bundle: z.string().describe("File name of the bundle, beside this file."),
  bundleDigest: z.string().describe("SHA-256 of the bundle."),
  subjects: z
    .array(z.object({ name: z.string(), digest: z.record(z.string(), z.string()) }))
    .describe("What the statement speaks of, all of it: files by sha256, or the commit by gitCommit."),
  verified: z.boolean().describe("True when it was verified against policy.yml in the run that signed it."),
  log: z
    .object({
      url: z.string().describe("The transparency log."),
      index: z.string().describe("The entry's index, a decimal number."),
      apiVersion: z.union([z.literal(1), z.literal(2)]).describe("Major version of the log's interface."),
    })
    .nullable()
    .describe("The log entry; null for an instance without a public log."),
  signedAt: z.iso.datetime().nullable().describe("The earliest time that a third party vouches for."),
  store: z
    .object({
      outcome: z.enum(["stored", "not-permitted", "unavailable", "off"]),
      url: z.string().nullable().describe("Where GitHub shows it."),
      reason: z.string().nullable().describe("Why it was not stored, one sentence."),
    })
    .describe("What GitHub's attestation store said."),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** attestations.json, schema `turnpike/attestations/1`: what was signed, for the page and for other tools. */
export const attestationsFileSchema = z.object({
  schema: z.literal("turnpike/attestations/1").describe("Name and major version of this format."),
  instance: z.enum(["public-good", "github", "private"]).describe("The Sigstore instance."),
  issuer: z.string().describe("Who vouched for the signer: the OIDC issuer."),
  identity: z.string().describe("Who signed: the certificate's subject alternative name."),
  repository: z.string().describe("URL of the source repository, from the certificate."),
  commit: z.string().describe("The source commit, from the certificate."),
  policy: z.string().describe("File name of the policy, beside this file."),
  trustedRoot: z.string().nullable().describe("File name of the trusted root; null for the public good instance."),
  verifyCommand: z
    .string()
    .describe("A command that verifies the artifacts offline, fit to paste in the folder of this file."),
  statements: z.array(attestationSchema),
});
export type AttestationsFile = z.infer<typeof attestationsFileSchema>;

/** Name of the file in the output folder. */
export const ATTESTATIONS_FILE = "attestations.json";
