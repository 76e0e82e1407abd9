import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { doraContract } from "../../../src/actions/dora/contract.ts";
import type { DoraPorts } from "../../../src/actions/dora/ports.ts";
import { recordDelivery } from "../../../src/actions/dora/run.ts";
import { readRunContext } from "../../../src/adapters/actions/context.ts";
import { MemoryGitHub } from "../../../src/adapters/memory/github.ts";
import { type MemoryAnswer, MemoryHttp } from "../../../src/adapters/memory/http.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { systemRandom } from "../../../src/adapters/node/random.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { type CDEvent, parseEvents } from "../../../src/core/dora/index.ts";
import type { JobRecord } from "../../../src/ports/github.ts";
import type { RunContext } from "../../../src/ports/run-context.ts";
import { recordingLog } from "../../ports/job-environment.ts";

const NOW = "2026-03-05T10:40:00.000Z";
const WHEEL = `${"a".repeat(64)}  orders-1.1.0-py3-none-any.whl\n`;

let folder: string;
let files: NodeFiles;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "turnpike-dora-"));
  files = new NodeFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: "Ada Lovelace", GIT_AUTHOR_EMAIL: "lovelace@example.org" };
  const committer = { GIT_COMMITTER_NAME: "Ada Lovelace", GIT_COMMITTER_EMAIL: "lovelace@example.org" };
  return execFileSync("git", args, {
    cwd: folder,
    env: { ...process.env, ...who, ...committer },
    encoding: "utf8",
  }).trim();
}

function commit(authorDate: string): void {
  git("commit", "--quiet", "--allow-empty", "--no-gpg-sign", "-m", "change something", `--date=${authorDate}`);
}

const verdict = {
  schema: "turnpike/verdict/1",
  verdict: "passed",
  ...{ commit: null, tree: null, dirty: false, startedAt: "2026-03-05T10:30:00.000Z", durationMs: 60_000 },
  gates: [
    {
      ...{ id: "tests", outcome: "flaky-passed", required: true, startMs: 1000, durationMs: 48_000, exitCode: 0 },
      ...{ reason: "1 test needed a second try", counts: { tests: 719, failures: 0, findings: 0 } },
    },
    {
      ...{ id: "lint", outcome: "passed", required: true, startMs: 0, durationMs: 500, exitCode: 0 },
      ...{ reason: null, counts: { tests: null, failures: null, findings: 0 } },
    },
  ],
};

function job(id: number, name: string, overrides: Partial<JobRecord> = {}): JobRecord {
  return {
    ...{ id, name, status: "completed", conclusion: "success" },
    createdAt: "2026-03-05T10:29:00Z",
    startedAt: "2026-03-05T10:29:30Z",
    completedAt: "2026-03-05T10:31:00Z",
    url: `https://github.com/acme/shop/actions/runs/4711/job/${id}`,
    ...overrides,
  };
}

interface Setting {
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly jobs?: readonly JobRecord[];
  readonly sink?: (event: unknown) => MemoryAnswer;
}

function contextOf(env: Record<string, string>): RunContext {
  return readRunContext({
    ...{ GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "4711", GITHUB_RUN_ATTEMPT: "1", GITHUB_WORKFLOW: "turnpike" },
    ...{ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main", GITHUB_SHA: "f".repeat(40), GITHUB_ACTOR: "ada" },
    GITHUB_WORKSPACE: folder,
    GITHUB_ACTIONS: "true",
    ...env,
  });
}

async function record(setting: Setting = {}) {
  const { log, lines } = recordingLog();
  const http = new MemoryHttp((request) => setting.sink?.(JSON.parse(String(request.body))) ?? { status: 204 });
  let at = Date.parse(NOW);
  const ports: DoraPorts = {
    ...{ files, http, log, random: systemRandom, context: contextOf(setting.env ?? {}) },
    git: new GitProgram(new NodeProcesses(), definedVariables(process.env)),
    github: new MemoryGitHub({ mayReadActions: setting.jobs !== undefined, jobs: setting.jobs ?? [] }),
    clock: {
      now: () => new Date(at),
      monotonicMs: () => at,
      sleep: async (ms) => {
        at += ms;
      },
    },
  };
  const { outputs } = await recordDelivery(parseInputs(doraContract, setting.inputs ?? {}), ports);
  const { events } = parseEvents((await files.readText(".turnpike/events.ndjson")) ?? "");
  return { outputs, events, lines, http };
}

const kinds = (events: readonly CDEvent[]): readonly string[] =>
  events.map(({ context }) => context.type.replace("dev.cdevents.", "").replace(/\.\d.*$/, ""));
const only = (events: readonly CDEvent[], kind: string): readonly CDEvent[] =>
  events.filter(({ context }) => context.type.startsWith(`dev.cdevents.${kind}.`));

const needs = JSON.stringify({
  check: { result: "success", outputs: { release: "false" } },
  build: { result: "skipped", outputs: {} },
});

/** A repository with two releases, and what the jobs of the second one leave. */
async function release(): Promise<Setting> {
  git("init", "--quiet", "--initial-branch=main");
  commit("2026-03-01T10:40:00Z");
  git("tag", "v1.0.0");
  commit("2026-03-05T08:40:00Z");
  commit("2026-03-05T06:40:00Z");
  git("tag", "nightly-7");
  commit("2026-03-05T09:40:00Z");
  git("tag", "v1.1.0");
  await files.write(".turnpike/verdict.json", JSON.stringify(verdict));
  await files.write(".turnpike/parts/build/subjects.sha256", WHEEL);
  const bom = { serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", version: 1 };
  await files.write(".turnpike/parts/sbom/orders.cdx.json", JSON.stringify(bom));
  const released = {
    check: { result: "success", outputs: { release: "true" } },
    build: { result: "success", outputs: {} },
  };
  return {
    env: { GITHUB_REF: "refs/tags/v1.1.0", GITHUB_SHA: git("rev-parse", "HEAD") },
    inputs: { needs: JSON.stringify(released), environment: "production" },
  };
}

describe("recording a check", () => {
  it("tells of the run, its jobs and its tests, with the times that the API knows", async () => {
    await files.write(".turnpike/verdict.json", JSON.stringify(verdict));
    const skipped = job(9, "turnpike / sign", { conclusion: "skipped" });
    const running = job(10, "turnpike / gate", { status: "in_progress", conclusion: null, completedAt: null });
    const { events, outputs } = await record({
      inputs: { needs },
      jobs: [job(7, "turnpike / check"), skipped, running],
    });
    expect(kinds(events)).toEqual([
      ...["pipelinerun.queued", "pipelinerun.started", "taskrun.started", "testsuiterun.finished", "taskrun.finished"],
      "pipelinerun.finished",
    ]);
    expect(only(events, "pipelinerun.started")[0]).toMatchObject({
      context: { timestamp: "2026-03-05T10:29:30Z" },
      customData: { queueSeconds: 30, startedFrom: "jobs" },
    });
    expect(only(events, "testsuiterun.finished")[0]).toMatchObject({
      context: { timestamp: "2026-03-05T10:30:49.000Z" },
      subject: { content: { outcome: "success", testSuite: { id: "tests" } } },
      customData: { tests: 719, failures: 0, isFlaky: true },
    });
    expect(only(events, "pipelinerun.finished")[0]?.subject.content).toMatchObject({ outcome: "success" });
    expect(outputs).toEqual({ eventsFile: ".turnpike/events.ndjson", events: "6", delivered: "0", spooled: "6" });
  });

  it("makes do without the API: results of jobs, and the start of the gates", async () => {
    await files.write(".turnpike/parts/check/verdict.json", JSON.stringify(verdict));
    const { events, lines } = await record({ inputs: { needs } });
    expect(kinds(events)).toEqual([
      "pipelinerun.started",
      "testsuiterun.finished",
      "taskrun.finished",
      "pipelinerun.finished",
    ]);
    expect(only(events, "pipelinerun.started")[0]?.customData).toMatchObject({
      startedFrom: "gates",
      queueSeconds: null,
    });
    expect(lines.join("\n")).toContain("actions: read");
  });

  it("does not tell again of jobs that a re-run carried over", async () => {
    const old = job(7, "turnpike / check", { createdAt: "2026-03-05T10:35:00Z" });
    const { events } = await record({ jobs: [old, job(8, "turnpike / build")], env: { GITHUB_RUN_ATTEMPT: "2" } });
    expect(only(events, "taskrun.finished").map((event) => event.subject.id)).toEqual(["4711.2.8"]);
    for (const { customData } of events) expect(customData).not.toMatchObject({ queueSeconds: -330 });
  });

  it.each([
    ["failed", "failure"],
    ["error", "error"],
    ["cancelled", "cancel"],
    ["nothing-to-check", "success"],
  ])("says of a verdict %s that the run came to %s", async (name, outcome) => {
    await files.write(".turnpike/verdict.json", JSON.stringify({ ...verdict, verdict: name }));
    const { events } = await record();
    expect(only(events, "pipelinerun.finished")[0]?.subject.content).toMatchObject({ outcome });
  });

  it("takes the results of the jobs where there is no verdict that can be read", async () => {
    await files.write(".turnpike/verdict.json", `{"schema":"turnpike/verdict/9"}`);
    const failed = JSON.stringify({ check: { result: "failure", outputs: {} } });
    const { events, lines } = await record({ inputs: { needs: failed } });
    expect(only(events, "pipelinerun.finished")[0]?.subject.content).toMatchObject({ outcome: "failure" });
    expect(lines.join("\n")).toContain("verdict.json: schema is not right");
  });

  it("tells of an event without a repository, a commit or a run", async () => {
    const none = { GITHUB_REPOSITORY: "", GITHUB_SHA: "", GITHUB_RUN_ID: "", GITHUB_WORKFLOW: "" };
    const { events } = await record({ env: none });
    expect(kinds(events)).toEqual(["pipelinerun.started", "pipelinerun.finished"]);
  });
});

describe("recording a release", () => {
  it("tells of the artifact, its SBOM, the deployment and the lead time of each commit", async () => {
    const { events } = await record(await release());
    expect(kinds(events)).toEqual(
      expect.arrayContaining(["artifact.packaged", "artifact.published", "service.deployed", "pipelinerun.finished"]),
    );
    expect(only(events, "artifact.packaged")[0]?.subject).toMatchObject({
      id: expect.stringMatching(/^pkg:pypi\/orders@1\.1\.0\?checksum=sha256/),
      content: { sbom: { uri: "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1" } },
    });
    const [deployed] = only(events, "service.deployed");
    expect(deployed?.subject).toMatchObject({ id: "shop", content: { environment: { id: "production" } } });
    expect(deployed?.customData).toMatchObject({
      release: "v1.1.0",
      leadTime: {
        base: "v1.0.0",
        n: 3,
        medianSeconds: 7200,
        commits: [{ seconds: 3600 }, { seconds: 14_400 }, { seconds: 7200 }],
      },
    });
  });

  it("carries the signature that the sign job left", async () => {
    const setting = await release();
    const attestations = ".turnpike/parts/attestations";
    const subjects = [{ name: "orders-1.1.0-py3-none-any.whl", digest: { sha256: "a".repeat(64) } }];
    const statement = {
      ...{ predicateType: "https://slsa.dev/provenance/v1", title: "SLSA provenance", bundle: "p.sigstore.json" },
      ...{ bundleDigest: "b".repeat(64), subjects, verified: true, log: null, signedAt: null },
      store: { outcome: "off", url: null, reason: null },
    };
    const document = {
      ...{ schema: "turnpike/attestations/1", instance: "private", issuer: "i", identity: "s", repository: "r" },
      ...{ commit: "c", policy: "policy.yml", trustedRoot: null, verifyCommand: "v", statements: [statement] },
    };
    await files.write(`${attestations}/attestations.json`, JSON.stringify(document));
    await files.write(
      `${attestations}/p.sigstore.json`,
      JSON.stringify({ dsseEnvelope: { signatures: [{ sig: "c2ln" }] } }),
    );
    const { events } = await record(setting);
    expect(only(events, "artifact.signed")[0]).toMatchObject({
      subject: { content: { signature: "c2ln" } },
      customData: { predicateTypes: ["https://slsa.dev/provenance/v1"] },
    });
  });

  it("deploys and publishes nothing when the run failed", async () => {
    const setting = await release();
    await files.write(".turnpike/verdict.json", JSON.stringify({ ...verdict, verdict: "failed" }));
    const { events } = await record(setting);
    expect(kinds(events)).toContain("artifact.packaged");
    expect(kinds(events)).not.toContain("artifact.published");
    expect(kinds(events)).not.toContain("service.deployed");
  });

  it("says of the first release, of a shallow clone and of no repository that there is not enough data", async () => {
    const setting = await release();
    const leadTime = async (): Promise<unknown> => {
      const { events, lines } = await record(setting);
      expect(lines.join("\n")).toContain("Lead time: not enough data");
      const customData = only(events, "service.deployed")[0]?.customData;
      return typeof customData === "object" && customData !== null && "leadTime" in customData
        ? customData.leadTime
        : undefined;
    };
    git("tag", "--delete", "v1.0.0");
    expect(await leadTime()).toEqual({ notEnoughData: expect.stringContaining("first release") });
    await files.write(".git/shallow", `${git("rev-parse", "HEAD~1")}\n`);
    expect(await leadTime()).toEqual({ notEnoughData: expect.stringContaining("shallow") });
    rmSync(join(folder, ".git"), { recursive: true });
    expect(await leadTime()).toEqual({ notEnoughData: expect.stringContaining("no commit") });
  });

  it("works on a detached head, and takes a tag for a release where nobody told", async () => {
    const setting = await release();
    git("checkout", "--quiet", "--detach", "v1.1.0");
    const { events } = await record({ ...setting, inputs: { environment: "production" } });
    expect(only(events, "service.deployed")[0]?.customData).toMatchObject({ leadTime: { base: "v1.0.0", n: 3 } });
    const other = await record({ env: { GITHUB_REF: "refs/tags/nightly-7" }, inputs: { environment: "production" } });
    expect(kinds(other.events)).not.toContain("service.deployed");
  });

  it("names no person", async () => {
    const { events } = await record(await release());
    expect(JSON.stringify(events)).not.toMatch(/lovelace|@example/i);
  });
});

describe("delivering", () => {
  const sinkInputs = { "sink-url": "https://events.example.org/in", "sink-token": "secret-token" };

  it("sends what this run made and what earlier runs left", async () => {
    await record({ inputs: sinkInputs, sink: () => "unreachable" });
    const { outputs, http } = await record({ inputs: sinkInputs, env: { GITHUB_RUN_ID: "4712" } });
    expect(outputs).toMatchObject({ events: "2", delivered: "4", spooled: "0" });
    expect(http.requests).toHaveLength(4);
  });

  it("warns and goes on when the sink is gone, with the events in the spool and no secret in the log", async () => {
    const { outputs, lines } = await record({ inputs: sinkInputs, sink: () => "unreachable" });
    expect(outputs).toMatchObject({ events: "2", delivered: "0", spooled: "2" });
    expect(lines.join("\n")).toMatch(/2 events wait in \.turnpike\/spool for a later run/);
    expect(lines.join("\n")).not.toContain("secret");
  });

  it("keeps the events before it refuses a sink that is no address", async () => {
    await expect(record({ inputs: { "sink-url": "events.example.org" } })).rejects.toMatchObject({
      code: "INPUT_INVALID",
      problems: [{ where: "sink-url" }],
    });
    const [spooled] = await files.list(".turnpike/spool");
    const { events } = parseEvents((await files.readText(`.turnpike/spool/${spooled?.path}`)) ?? "");
    expect(events).toHaveLength(2);
  });

  it("gives the sink the version of CDEvents that was asked for", async () => {
    const versions: unknown[] = [];
    await record({
      inputs: { ...sinkInputs, "cdevents-version": "0.4.1" },
      sink: (event) => {
        versions.push((event as CDEvent).context.version);
        return { status: 200 };
      },
    });
    expect(versions).toEqual(["0.4.1", "0.4.1"]);
  });

  it("says what was put aside", async () => {
    await files.write(".turnpike/spool/0.ndjson", "broken\n");
    const { lines } = await record({ inputs: sinkInputs, sink: () => ({ status: 422 }) });
    expect(lines.join("\n")).toContain("1 line of the spool is no event; kept in .turnpike/spool/corrupt");
    expect(lines.join("\n")).toContain("2 events were refused by the sink for good; kept in .turnpike/spool/dead");
  });

  it("warns of a token that would travel in the open", async () => {
    const { lines } = await record({ inputs: { ...sinkInputs, "sink-url": "http://events.example.org/in" } });
    expect(lines.join("\n")).toContain("The sink is not https");
  });
});
