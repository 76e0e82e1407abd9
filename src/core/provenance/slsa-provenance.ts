import { z } from "zod";
import type { Claims } from "./claims.ts";

/** GitHub's build type, the one that its attestation store takes (actions/buildtypes workflow/v1/README.md). */
export const GITHUB_BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";

/** SLSA provenance v1 with GitHub's build type: exactly these fields, and no others in the external parameters. */
export const slsaProvenanceSchema = z.object({
  buildDefinition: z.object({
    buildType: z.literal(GITHUB_BUILD_TYPE),
    externalParameters: z.strictObject({
      workflow: z.strictObject({ ref: z.string(), repository: z.string(), path: z.string() }),
    }),
    internalParameters: z.object({
      github: z.object({
        event_name: z.string(),
        repository_id: z.string(),
        repository_owner_id: z.string(),
        runner_environment: z.string(),
      }),
    }),
    resolvedDependencies: z.array(z.object({ uri: z.string(), digest: z.record(z.string(), z.string()) })),
  }),
  runDetails: z.object({
    builder: z.object({ id: z.string() }),
    metadata: z.object({ invocationId: z.string() }),
  }),
});

/** The predicate of `https://slsa.dev/provenance/v1`. */
export type SlsaProvenance = z.infer<typeof slsaProvenanceSchema>;

/**
 * Makes the predicate from what the platform says of the job. The external parameters describe the caller's workflow, the
 * builder is the workflow that signs (the same shape as actions/toolkit packages/attest/src/provenance.ts).
 *
 * @param claims of the identity token
 * @param serverUrl `https://github.com`
 */
export function toSlsaProvenance(claims: Claims, serverUrl: string): SlsaProvenance {
  const repository = `${serverUrl}/${claims.repository}`;
  const path = claims.workflow_ref.slice(`${claims.repository}/`.length).replace(/@.*$/s, "");
  return {
    buildDefinition: {
      buildType: GITHUB_BUILD_TYPE,
      externalParameters: { workflow: { ref: claims.ref, repository, path } },
      internalParameters: {
        github: {
          event_name: claims.event_name,
          repository_id: claims.repository_id,
          repository_owner_id: claims.repository_owner_id,
          runner_environment: claims.runner_environment,
        },
      },
      resolvedDependencies: [{ uri: `git+${repository}@${claims.ref}`, digest: { gitCommit: claims.sha } }],
    },
    runDetails: {
      builder: { id: `${serverUrl}/${claims.job_workflow_ref}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}`,
      },
    },
  };
}
