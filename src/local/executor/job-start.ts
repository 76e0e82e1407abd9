import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  childOf,
  evaluateText,
  githubContext,
  type JobWorkflow,
  type Json,
  oidcClaims,
  toValue,
} from "../../core/workflow/index.ts";
import type { JobLeg } from "./job-plan.ts";
import type { JobStart } from "./job-state.ts";
import type { RunShared } from "./run-shared.ts";

/** @returns which workflow file the job stands in: `job.workflow_*` and the `job_workflow_*` claims */
function jobWorkflow(leg: JobLeg): JobWorkflow {
  const { source, path } = leg.frame.workflow;
  return { repository: source.repository, path, ref: source.ref, sha: source.sha };
}

/** @returns name of the job's environment; empty when there is none */
export function environmentName(leg: JobLeg): string {
  const { environment } = leg.definition;
  if (environment === undefined) return "";
  const token = environment.isScalar ? environment : childOf(environment, "name");
  return evaluateText(token, { contexts: leg.contexts, functions: [] });
}

function runnerFacts(
  shared: RunShared,
  home: { readonly temp: string; readonly work: string },
): Record<string, string> {
  const systems: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };
  return {
    name: "turnpike",
    os: systems[process.platform] ?? "Linux",
    arch: process.arch === "arm64" ? "ARM64" : "X64",
    temp: home.temp,
    tool_cache: shared.toolCache,
    workspace: home.work,
    environment: "self-hosted",
    ...(shared.isDebug ? { debug: "1" } : {}),
  };
}

/**
 * Makes the folders of a job, its tokens and its contexts.
 *
 * @param shared the run
 * @param leg the job
 * @param of its number in the run, and what cancels it
 */
export async function startJob(
  shared: RunShared,
  leg: JobLeg,
  of: { readonly number: number; readonly cancel: AbortController },
): Promise<JobStart> {
  const { frame, definition, nodeId, permissions } = leg;
  const { facts, services } = shared;
  const name = facts.repository.split("/")[1] ?? "work";
  // As short as on GitHub's machines (the folder of a hosted runner): tests make sockets in the checkout, and the path of a socket
  // has at most 108 bytes (unix(7)).
  const home = join(shared.temp, String(of.number));
  const [work, temp, eventPath] = [join(home, name), join(home, "_temp"), join(home, "event.json")];
  const workspace = join(work, name);
  await mkdir(workspace, { recursive: true });
  await mkdir(temp, { recursive: true });
  await writeFile(eventPath, JSON.stringify(facts.payload, undefined, 2));
  const api = services.apiEnv({ jobId: nodeId, permissions });
  const runtime = services.runtimeEnv({ jobId: nodeId, cacheMode: shared.cacheMode });
  const workflow = jobWorkflow(leg);
  const claims = oidcClaims(facts, workflow, environmentName(leg));
  const oidc = permissions["id-token"] === "write" ? services.oidcEnv({ jobId: nodeId, claims }) : {};
  shared.masker.add(api.token);
  for (const [key, value] of Object.entries({ ...runtime, ...oidc })) {
    if (key.endsWith("_TOKEN")) shared.masker.add(value);
  }
  const runner = runnerFacts(shared, { temp, work });
  const apiUrl = api.env["GITHUB_API_URL"] ?? "https://api.github.com";
  const job: { readonly [key: string]: Json } = {
    check_run_id: of.number,
    workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
    workflow_sha: workflow.sha,
    workflow_repository: workflow.repository,
    workflow_file_path: workflow.path,
  };
  return {
    shared,
    nodeId,
    definition,
    source: frame.workflow.source,
    permissions,
    workspace,
    temp,
    github: githubContext(facts, { job: definition.id, workspace, eventPath, token: api.token, apiUrl }),
    contexts: {
      ...leg.contexts,
      runner: toValue(runner),
      secrets: toValue({ ...frame.secrets, github_token: api.token }),
    },
    jobContext: job,
    runtimeEnv: { ...runtime, ...services.sigstoreEnv() },
    oidcEnv: oidc,
    runnerEnv: Object.fromEntries(Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value])),
    cancel: of.cancel,
  };
}
