import { describe, expect, it } from "vitest";
import { readRunContext } from "../../src/adapters/actions/context.ts";
import { ActionsGitHub } from "../../src/adapters/actions/github.ts";
import { MemoryGitHub } from "../../src/adapters/memory/github.ts";
import { githubContract, KNOWN_ARTIFACT, KNOWN_JOB } from "./github.contract.ts";
import { openJobEnvironment } from "./job-environment.ts";

function contextOf(apiUrl: string): ReturnType<typeof readRunContext> {
  return readRunContext({
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_RUN_ID: "4711",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_API_URL: apiUrl,
  });
}

githubContract("memory", async () => {
  let latest = new MemoryGitHub();
  const make = (...args: ConstructorParameters<typeof MemoryGitHub>) => {
    latest = new MemoryGitHub(...args);
    return latest;
  };
  return {
    annotations: async (check) => [...latest.checks.values()][check - 1]?.annotations.map(({ line }) => line) ?? [],
    as: (grants) => make({ ...grants, jobs: [KNOWN_JOB], artifacts: { "turnpike-history": KNOWN_ARTIFACT } }),
    none() {
      const github = new MemoryGitHub();
      github.available = false;
      return github;
    },
    close: async () => undefined,
  };
});

githubContract("@actions/github with the embedded API", async () => {
  const job = await openJobEnvironment();
  job.services.recordJob(KNOWN_JOB);
  await job.services.artifacts.save("turnpike-history", KNOWN_ARTIFACT);
  return {
    as(grants) {
      const { env, token } = job.services.apiEnv({
        jobId: "a",
        permissions: {
          attestations: grants.mayAttest ? "write" : "read",
          actions: grants.mayReadActions ? "read" : "none",
          checks: grants.mayReport ? "write" : "none",
          "pull-requests": grants.mayReport ? "write" : "none",
        },
      });
      return new ActionsGitHub(token, contextOf(env["GITHUB_API_URL"] ?? ""));
    },
    async annotations(check) {
      const text = job.services.posted().find(({ name }) => name === "check-runs.json")?.text ?? "[]";
      const checks = JSON.parse(text) as { annotations: { start_line: number }[] }[];
      return checks[check - 1]?.annotations.map((one) => one.start_line) ?? [];
    },
    none: () => new ActionsGitHub("", contextOf("http://127.0.0.1:1")),
    close: () => job.close(),
  };
});

describe("GitHub's API that does not answer", () => {
  it("is a result for an attestation and an error for the jobs, without the token", async () => {
    const job = await openJobEnvironment();
    const { env } = job.services.apiEnv({ jobId: "a", permissions: {} });
    await job.close();
    const github = new ActionsGitHub("ghs_secret", contextOf(env["GITHUB_API_URL"] ?? ""), 1);
    expect(await github.storeAttestation({})).toEqual({
      kind: "unavailable",
      reason: "ECONNREFUSED",
    });
    const error: unknown = await github.jobsOfRun().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "GITHUB_API", kind: "service" });
    expect(JSON.stringify(error) + String(error)).not.toContain("ghs_secret");
  });
});
