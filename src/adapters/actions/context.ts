import { readFileSync } from "node:fs";
import type { RunContext } from "../../ports/run-context.ts";

type Env = Readonly<Record<string, string | undefined>>;

function readEvent(path: string | undefined): Record<string, unknown> {
  if (path === undefined || path === "") return {};
  try {
    const event: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof event === "object" && event !== null ? (event as Record<string, unknown>) : {};
  } catch {
    // A run without a readable payload is still a run; who needs a field of it says so.
    return {};
  }
}

function present(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

/**
 * Reads the default variables of a GitHub step.
 *
 * @param env the process environment
 * @returns the context; empty texts and 0 for what is not set
 */
export function readRunContext(env: Env): RunContext {
  const ref = env["GITHUB_REF"] ?? "";
  return {
    repository: env["GITHUB_REPOSITORY"] ?? "",
    repositoryId: env["GITHUB_REPOSITORY_ID"] ?? "",
    repositoryOwnerId: env["GITHUB_REPOSITORY_OWNER_ID"] ?? "",
    serverUrl: (env["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/$/, ""),
    apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    sha: env["GITHUB_SHA"] ?? "",
    ref,
    refName: env["GITHUB_REF_NAME"] ?? ref.replace(/^refs\/(heads|tags)\//, ""),
    refType: env["GITHUB_REF_TYPE"] === "tag" || ref.startsWith("refs/tags/") ? "tag" : "branch",
    headRef: present(env["GITHUB_HEAD_REF"]),
    baseRef: present(env["GITHUB_BASE_REF"]),
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    event: readEvent(env["GITHUB_EVENT_PATH"]),
    runId: env["GITHUB_RUN_ID"] ?? "",
    runAttempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    runNumber: Number(env["GITHUB_RUN_NUMBER"] ?? "0"),
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    workflowRef: env["GITHUB_WORKFLOW_REF"] ?? "",
    job: env["GITHUB_JOB"] ?? "",
    actor: env["GITHUB_ACTOR"] ?? "",
    workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(),
    temp: env["RUNNER_TEMP"] ?? "",
    runnerOs: env["RUNNER_OS"] ?? "",
    runnerArch: env["RUNNER_ARCH"] ?? "",
    runnerEnvironment: env["RUNNER_ENVIRONMENT"] ?? "",
    isActions: env["GITHUB_ACTIONS"] === "true",
  };
}
