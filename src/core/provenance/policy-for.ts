import type { Claims } from "./claims.ts";
import { type PolicyInput, predicateName, TRUSTED_ROOT_FILE } from "./policy.ts";
import type { Statement } from "./statement.ts";
import type { SigningServices, TrustedRootDocument } from "./trusted-root.ts";

/** What a run is about to sign, and with what. */
export interface SigningPlan {
  readonly claims: Claims;
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly statements: readonly Statement[];
  readonly services: SigningServices;
  readonly trustedRoot: Pick<TrustedRootDocument, "ctlogs">;
  /** True when verifiers know the trusted root without being given it. */
  readonly isPublicGood: boolean;
}

/**
 * The policy that exactly this run fulfils: this signer, this source, this commit, these statements.
 *
 * @param plan what is about to be signed
 * @returns a policy, ready to be written
 */
export function policyFor(plan: SigningPlan): PolicyInput {
  const { claims, serverUrl, services } = plan;
  const runner = claims.runner_environment;
  return {
    schema: "turnpike/policy/1",
    issuer: claims.iss,
    signer: { identity: `${serverUrl}/${claims.job_workflow_ref}` },
    source: { repository: `${serverUrl}/${claims.repository}`, refs: [claims.ref], commit: claims.sha },
    events: [claims.event_name],
    runner: runner === "github-hosted" || runner === "self-hosted" ? runner : "any",
    predicates: [...new Set(plan.statements.map(({ predicateType }) => predicateName(predicateType)))],
    thresholds: {
      logEntries: services.logs.length,
      timestamps: services.timestampUrls.length,
      certificateLogs: plan.trustedRoot.ctlogs.length > 0 ? 1 : 0,
    },
    ...(plan.isPublicGood ? {} : { trustedRoot: TRUSTED_ROOT_FILE }),
  };
}

/** Sigstore instances by what a user calls them. */
export type Instance = "public-good" | "github" | "private";

/**
 * @param wanted what the user chose; `private` when a trust configuration was given
 * @param claims of the identity token
 * @returns the instance: the public log only for repositories that are public already, as it shows their names for ever
 */
export function chooseInstance(wanted: Instance | "auto", claims: Claims): Instance {
  if (wanted !== "auto") return wanted;
  return claims.repository_visibility === "public" ? "public-good" : "github";
}
