import type { RunContext } from "../../src/ports/run-context.ts";

/** A push to the main branch of a repository; the folders are the test's own. */
export const RUN_CONTEXT: Omit<RunContext, "workspace" | "temp"> = {
  repository: "example/orders",
  repositoryId: "1",
  repositoryOwnerId: "2",
  serverUrl: "https://github.com",
  apiUrl: "https://api.github.com",
  sha: "0".repeat(40),
  ref: "refs/heads/main",
  refName: "main",
  refType: "branch",
  headRef: undefined,
  baseRef: undefined,
  eventName: "push",
  event: {},
  runId: "1",
  runAttempt: 1,
  runNumber: 1,
  workflow: "ci",
  workflowRef: "example/orders/.github/workflows/ci.yml@refs/heads/main",
  job: "check",
  actor: "someone",
  runnerOs: "Linux",
  runnerArch: "X64",
  runnerEnvironment: "github-hosted",
  isActions: true,
};
