import { z } from "zod";
import { PREDICATE_TYPES } from "./predicates.ts";
import { TEST_RESULTS } from "./test-result.ts";

/** Short names that a policy may write instead of a predicate type URI. */
const PREDICATE_NAMES: Readonly<Record<string, string>> = {
  provenance: PREDICATE_TYPES.provenance,
  sbom: PREDICATE_TYPES.sbom,
  "test-result": PREDICATE_TYPES.testResult,
};

const url = z.url({ protocol: /^https?$/, error: "must be a URL such as https://example.org/x" });
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "must be a full commit SHA in lower case");
const pattern = z.string().min(1).max(512);
const threshold = z.int().min(0).max(10);
const event = z.string().regex(/^[a-z_]+$/, "must be an event's name such as push");

const signerSchema = z
  .strictObject({
    identity: url
      .optional()
      .describe("The certificate's subject alternative name, exactly: the signing workflow with its ref."),
    workflow: url
      .optional()
      .describe("The signing workflow without its ref, exactly; `refs` or `commits` say which versions of it."),
    refs: z.array(pattern).min(1).optional().describe("Refs of `workflow`, as patterns: `refs/tags/v*`."),
    commits: z.array(commit).min(1).optional().describe("Commits of `workflow` that were released."),
  })
  .superRefine((signer, context) => {
    const versions = signer.refs !== undefined || signer.commits !== undefined;
    if ((signer.identity === undefined) === (signer.workflow === undefined)) {
      context.addIssue({ code: "custom", message: "needs either `identity` or `workflow`" });
    } else if (signer.workflow !== undefined && !versions) {
      context.addIssue({ code: "custom", message: "needs `refs` or `commits` beside `workflow`" });
    } else if (signer.identity !== undefined && versions) {
      context.addIssue({ code: "custom", message: "`identity` is exact: `refs` and `commits` go with `workflow`" });
    }
    if (signer.workflow?.includes("@") === true) {
      context.addIssue({ code: "custom", path: ["workflow"], message: "must not hold a ref; write it under `refs`" });
    }
  });

/** Keys below `signer`, `source` and `thresholds`, for messages. */
export const SIGNER_KEYS = ["identity", "workflow", "refs", "commits"] as const;
export const SOURCE_KEYS = ["repository", "refs", "commit"] as const;
export const THRESHOLD_KEYS = ["logEntries", "timestamps", "certificateLogs"] as const;

/**
 * @param predicateType a predicate type URI
 * @returns the short name that a policy may write, or the URI itself
 */
export function predicateName(predicateType: string): string {
  return Object.keys(PREDICATE_NAMES).find((name) => PREDICATE_NAMES[name] === predicateType) ?? predicateType;
}

/** policy.yml, schema `turnpike/policy/1`: who must have signed what. Unknown keys are errors. */
export const policySchema = z.strictObject({
  schema: z.literal("turnpike/policy/1").describe("Name and major version of this format."),
  issuer: url.describe("The OIDC issuer that vouched for the signer, exactly."),
  signer: signerSchema.describe("The workflow that signed: of a reusable workflow, the reusable one."),
  source: z
    .strictObject({
      repository: url.describe("The source repository, exactly."),
      refs: z.array(pattern).min(1).optional().describe("Refs that were built, as patterns. Absent: any."),
      commit: commit.optional().describe("The commit that was built. Absent: any."),
    })
    .describe("What was built."),
  events: z.array(event).min(1).optional().describe("Events that may have started the run. Absent: any."),
  runner: z
    .enum(["github-hosted", "self-hosted", "any"])
    .default("github-hosted")
    .describe("Where the signing job may have run."),
  predicates: z
    .array(z.string().min(1))
    .min(1)
    .transform((names) => [...new Set(names.map((name) => PREDICATE_NAMES[name] ?? name))])
    .pipe(z.array(z.url("must be provenance, sbom, test-result, or a predicate type URI")))
    .describe("Statements that every artifact must have: `provenance`, `sbom`, `test-result` or predicate type URIs."),
  testResults: z
    .array(z.enum(TEST_RESULTS))
    .min(1)
    .default(["PASSED", "WARNED"])
    .describe("What a test result may say."),
  thresholds: z
    .strictObject({
      logEntries: threshold.default(1).describe("Entries in transparency logs that a bundle must have."),
      timestamps: threshold.default(1).describe("Timestamps of time-stamp authorities that a bundle must have."),
      certificateLogs: threshold.default(1).describe("Certificate logs that a certificate must be in."),
    })
    .refine((given) => given.logEntries + given.timestamps > 0, "`logEntries` and `timestamps` cannot both be 0")
    .prefault({})
    .describe("How many third parties must vouch."),
  trustedRoot: z
    .string()
    .regex(/^[^/\\\0]+$/, "must be a file name, without folders")
    .optional()
    .describe("File name of the trusted root beside the policy. Absent: Sigstore's public good instance."),
});

/** A policy as it is applied. */
export type Policy = z.infer<typeof policySchema>;

/** A policy as it is written. */
export type PolicyInput = z.input<typeof policySchema>;

/** Name of the policy in the output folder. */
export const POLICY_FILE = "policy.yml";

/** Name of a private instance's trusted root in the output folder. */
export const TRUSTED_ROOT_FILE = "trusted-root.json";
