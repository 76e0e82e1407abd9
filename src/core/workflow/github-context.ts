import type { Json } from "../expressions/index.ts";
import { ownerOf, type RunFacts, refName, refType, SERVER_URL, workflowRef } from "./run-facts.ts";

/** Parts of the `github` context that differ by job. */
export interface JobFacts {
  readonly job: string;
  readonly workspace: string;
  readonly eventPath: string;
  readonly token: string;
  readonly apiUrl: string;
}

/**
 * The `github` context of a job (docs.github.com, Contexts reference).
 *
 * @param facts the run
 * @param job the job
 */
export function githubContext(facts: RunFacts, job: JobFacts): { readonly [key: string]: Json } {
  return {
    token: job.token,
    job: job.job,
    ref: facts.ref,
    sha: facts.sha,
    repository: facts.repository,
    repository_owner: ownerOf(facts.repository),
    repository_owner_id: facts.ownerId,
    repositoryUrl: `git://github.com/${facts.repository}.git`,
    run_id: facts.runId,
    run_number: facts.runNumber,
    retention_days: "90",
    run_attempt: facts.runAttempt,
    repository_visibility: facts.visibility,
    repository_id: facts.repositoryId,
    actor_id: facts.ownerId,
    actor: facts.actor,
    triggering_actor: facts.actor,
    workflow: facts.workflow,
    head_ref: facts.headRef,
    base_ref: facts.baseRef,
    event_name: facts.event,
    event: facts.payload,
    event_path: job.eventPath,
    server_url: SERVER_URL,
    api_url: job.apiUrl,
    graphql_url: job.apiUrl.replace(/\/?$/, "/graphql"),
    ref_name: refName(facts.ref),
    ref_protected: false,
    ref_type: refType(facts.ref),
    secret_source: "Actions",
    workflow_ref: workflowRef(facts),
    workflow_sha: facts.sha,
    workspace: job.workspace,
  };
}

/** Keys of the `github` context that become variables (actions/runner src/Runner.Worker/GitHubContext.cs). */
const EXPORTED = new Set(
  (
    "action_path action_ref action_repository action actor actor_id api_url artifacts artifacts_list base_ref env " +
    "event_name event_path graphql_url head_ref job output path ref_name ref_protected ref_type ref repository " +
    "repository_id repository_owner repository_owner_id retention_days run_attempt run_id run_number server_url sha " +
    "state step_summary triggering_actor workflow workflow_ref workflow_sha workspace"
  ).split(" "),
);

/**
 * @param github a `github` context
 * @returns the `GITHUB_*` variables of a step
 */
export function githubVariables(github: { readonly [key: string]: Json }): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [key, value] of Object.entries(github)) {
    if (!EXPORTED.has(key)) continue;
    if (typeof value === "string" || typeof value === "boolean")
      variables[`GITHUB_${key.toUpperCase()}`] = String(value);
  }
  return variables;
}
