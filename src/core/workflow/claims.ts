import { ownerOf, type RunFacts, refType, workflowRef } from "./run-facts.ts";

/** Which workflow file a job stands in: the called one for a job of a reusable workflow. */
export interface JobWorkflow {
  /** `owner/name`. */
  readonly repository: string;
  /** Path in that repository. */
  readonly path: string;
  /** Ref as the caller wrote it, or the run's. */
  readonly ref: string;
  readonly sha: string;
}

/**
 * Claims of a job's OIDC token (docs.github.com, OpenID Connect reference, "Understanding the OIDC token"). Issuer,
 * audience and times are the issuer's to add.
 *
 * @param facts the run
 * @param workflow the file that the job stands in
 * @param environment name of the job's environment; empty when there is none
 */
export function oidcClaims(facts: RunFacts, workflow: JobWorkflow, environment: string): Record<string, string> {
  return {
    sub: subject(facts, environment),
    repository: facts.repository,
    repository_id: facts.repositoryId,
    repository_owner: ownerOf(facts.repository),
    repository_owner_id: facts.ownerId,
    repository_visibility: facts.visibility,
    ref: facts.ref,
    ref_type: refType(facts.ref),
    ref_protected: "false",
    sha: facts.sha,
    head_ref: facts.headRef,
    base_ref: facts.baseRef,
    event_name: facts.event,
    actor: facts.actor,
    actor_id: facts.ownerId,
    workflow: facts.workflow,
    workflow_ref: workflowRef(facts),
    workflow_sha: facts.sha,
    job_workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
    job_workflow_sha: workflow.sha,
    run_id: facts.runId,
    run_number: facts.runNumber,
    run_attempt: facts.runAttempt,
    // The truth: this machine is nobody's hosted runner.
    runner_environment: "self-hosted",
    ...(environment === "" ? {} : { environment }),
  };
}

/** The default subject: environment, else pull request, else ref. */
function subject(facts: RunFacts, environment: string): string {
  const prefix = `repo:${facts.repository}`;
  if (environment !== "") return `${prefix}:environment:${environment}`;
  return facts.event === "pull_request" ? `${prefix}:pull_request` : `${prefix}:ref:${facts.ref}`;
}
