import type { RunFacts } from "../../../src/core/dora/index.ts";

/** A release run with one of everything. */
export const releaseRun: RunFacts = {
  source: "https://github.com/acme/shop",
  repository: "acme/shop",
  runId: "4711",
  attempt: 1,
  pipeline: "turnpike",
  runUri: "https://github.com/acme/shop/actions/runs/4711",
  commit: "0123456789abcdef0123456789abcdef01234567",
  trigger: "push",
  queuedAt: "2026-03-03T19:55:00.000Z",
  startedAt: "2026-03-03T19:55:30.000Z",
  startedFrom: "jobs",
  finishedAt: "2026-03-03T20:00:00.000Z",
  outcome: "success",
  jobs: [
    {
      id: "7",
      name: "turnpike / check",
      createdAt: "2026-03-03T19:55:00.000Z",
      startedAt: "2026-03-03T19:55:30.000Z",
      finishedAt: "2026-03-03T19:57:00.000Z",
      outcome: "success",
      url: "https://github.com/acme/shop/actions/runs/4711/job/7",
    },
    {
      id: "docs",
      name: "docs",
      createdAt: null,
      startedAt: null,
      finishedAt: "2026-03-03T20:00:00.000Z",
      outcome: "cancel",
      url: null,
    },
  ],
  suites: [
    {
      gate: "tests",
      outcome: "failure",
      finishedAt: "2026-03-03T19:56:40.000Z",
      durationMs: 48_000,
      tests: 719,
      failures: 2,
      isFlaky: false,
      reason: "2 of 719 failed",
    },
  ],
  release: {
    tag: "v1.2.0",
    artifacts: [
      {
        purl: `pkg:pypi/orders@1.2.0?checksum=sha256:${"a".repeat(64)}&file_name=orders-1.2.0-py3-none-any.whl`,
        sbomUri: "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1",
        signature: "MEYCIQCBT8U5ypDXWCjlNKfzTV4KH516",
        predicateTypes: ["https://slsa.dev/provenance/v1"],
      },
      { purl: "pkg:generic/notes.txt", sbomUri: null, signature: null, predicateTypes: [] },
    ],
    leadTime: {
      kind: "measured",
      base: "v1.1.0",
      commits: [
        { sha: "0123456789abcdef0123456789abcdef01234567", seconds: 32_400 },
        { sha: "fedcba9876543210fedcba9876543210fedcba98", seconds: 126_000 },
      ],
      medianSeconds: 79_200,
      p75Seconds: 102_600,
      p90Seconds: 116_640,
      fromTheFuture: 0,
      isCut: false,
    },
    publishedAt: "2026-03-03T20:00:00.000Z",
    deployment: { service: "shop", environment: "production", at: "2026-03-03T20:00:00.000Z" },
  },
};
