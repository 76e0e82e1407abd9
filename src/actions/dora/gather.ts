import type { InputsOf } from "../../contract/index.ts";
import {
  type EventOutcome,
  type JobFacts,
  outcomeOfConclusion,
  outcomeOfGate,
  outcomeOfVerdict,
  type ReleaseFacts,
  type RunFacts,
  type SuiteFacts,
} from "../../core/dora/index.ts";
import {
  detailsFileSchema,
  isRelease,
  JOBS,
  type Needs,
  needsSchema,
  type VerdictFile,
  verdictFileSchema,
} from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { JobRecord } from "../../ports/github.ts";
import type { doraContract } from "./contract.ts";
import type { DoraPorts } from "./ports.ts";
import { readJson } from "./read-json.ts";
import { measureLeadTime, readArtifacts } from "./release.ts";

type Inputs = InputsOf<typeof doraContract>;

/** The facts of a run, and what could not be found out. */
export interface Gathered {
  readonly facts: RunFacts;
  /** One sentence each. */
  readonly notes: readonly string[];
}

function readNeeds(value: unknown, notes: string[]): Needs {
  if (value === undefined) return {};
  const parsed = needsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  notes.push("The input needs is not the `needs` context, so the results of the jobs are not known.");
  return {};
}

async function readVerdict(inputs: Inputs, ports: DoraPorts, notes: string[]): Promise<VerdictFile | undefined> {
  for (const path of [inputs.verdictFile, `${inputs.directory}/${JOBS.check}/verdict.json`]) {
    const read = await readJson(ports.files, path, verdictFileSchema);
    if (read.kind === "read") return read.value;
    if (read.kind === "refused") notes.push(`The verdict was not used: ${read.reason}.`);
  }
  return undefined;
}

async function listJobs(ports: DoraPorts, notes: string[]): Promise<readonly JobRecord[] | undefined> {
  try {
    const jobs = await ports.github.jobsOfRun();
    // A local run may know none.
    if (jobs?.length === 0) return undefined;
    if (jobs === undefined) notes.push("Job times are not known: this job may not read them (`actions: read`).");
    return jobs;
  } catch (error) {
    if (!(error instanceof TurnpikeError) || error.kind !== "service") throw error;
    notes.push(`Job times are not known: ${error.message}`);
    return undefined;
  }
}

/** A re-run of failed jobs carries the others over with their old start; their own run told of them. */
function isOfThisAttempt(job: JobRecord): boolean {
  return job.startedAt === null || Date.parse(job.startedAt) >= Date.parse(job.createdAt);
}

function jobOf(job: JobRecord): JobFacts | undefined {
  const outcome = job.conclusion === null ? null : outcomeOfConclusion(job.conclusion);
  if (job.status !== "completed" || job.completedAt === null || outcome === null) return undefined;
  return {
    id: String(job.id),
    name: job.name,
    ...{ createdAt: job.createdAt, startedAt: job.startedAt, finishedAt: job.completedAt, outcome },
    url: URL.canParse(job.url) ? job.url : null,
  };
}

function jobsOfNeeds(needs: Needs, now: string): readonly JobFacts[] {
  return Object.entries(needs).flatMap(([id, { result }]) => {
    const outcome = outcomeOfConclusion(result);
    if (outcome === null) return [];
    return [{ id, name: id, createdAt: null, startedAt: null, finishedAt: now, outcome, url: null }];
  });
}

function suitesOf(verdict: VerdictFile): readonly SuiteFacts[] {
  const began = Date.parse(verdict.startedAt);
  return verdict.gates.flatMap((gate) => {
    const outcome = outcomeOfGate(gate.outcome);
    if (outcome === null || gate.counts.tests === null) return [];
    const finishedAt = new Date(began + (gate.startMs ?? 0) + (gate.durationMs ?? 0)).toISOString();
    return [
      {
        gate: gate.id,
        ...{ outcome, finishedAt, durationMs: gate.durationMs, reason: gate.reason },
        tests: gate.counts.tests,
        failures: gate.counts.failures,
        isFlaky: gate.outcome === "flaky-passed",
      },
    ];
  });
}

function outcomeOf(verdict: VerdictFile | undefined, needs: Needs): EventOutcome {
  if (verdict !== undefined) return outcomeOfVerdict(verdict.verdict);
  const results = Object.values(needs).map(({ result }) => result);
  if (results.includes("cancelled")) return "cancel";
  if (results.includes("failure")) return "failure";
  return results.length === 0 ? "error" : "success";
}

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.filter((time) => time !== null);
  return known.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** What the gates decided; by their rule where they left no word of it. */
async function wasRelease(inputs: Inputs, ports: DoraPorts, needs: Needs): Promise<boolean> {
  const told = needs[JOBS.check]?.outputs["release"];
  if (told === "true" || told === "false") return told === "true";
  const details = await readJson(ports.files, `${inputs.directory}/${JOBS.check}/details.json`, detailsFileSchema);
  if (details.kind === "read") return details.value.release;
  return isRelease(ports.context, inputs.releaseTags);
}

async function gatherRelease(
  inputs: Inputs,
  ports: DoraPorts,
  run: { readonly runUri: string; readonly now: string; readonly outcome: EventOutcome; readonly isBuilt: boolean },
): Promise<ReleaseFacts> {
  const { context, files, git } = ports;
  const artifacts = await readArtifacts(files, inputs.directory, run.runUri);
  const tags = { releaseTags: inputs.releaseTags, releasedAt: run.now };
  const service = inputs.service ?? context.repository.split("/")[1] ?? "service";
  const isOut = run.outcome === "success";
  return {
    tag: context.refName,
    artifacts,
    leadTime: await measureLeadTime(git, context.workspace, tags),
    publishedAt: isOut && run.isBuilt ? run.now : null,
    deployment:
      isOut && inputs.environment !== undefined ? { service, environment: inputs.environment, at: run.now } : null,
  };
}

function addresses(ports: DoraPorts): { readonly source: string; readonly runUri: string } {
  const { serverUrl, repository, runId } = ports.context;
  if (repository === "") return { source: "urn:turnpike:local", runUri: `urn:turnpike:run:${runId || "local"}` };
  const source = encodeURI(`${serverUrl}/${repository}`);
  return { source, runUri: `${source}/actions/runs/${runId}` };
}

/**
 * Collects what is known of this run when its last job reports.
 *
 * @param inputs of the action
 * @param ports the world
 */
export async function gather(inputs: Inputs, ports: DoraPorts): Promise<Gathered> {
  const notes: string[] = [];
  const { context } = ports;
  const now = ports.clock.now().toISOString();
  const needs = readNeeds(inputs.needs, notes);
  const verdict = await readVerdict(inputs, ports, notes);
  const records = (await listJobs(ports, notes))?.filter(isOfThisAttempt);
  const startedByJobs = earliest(records?.map((job) => job.startedAt) ?? []);
  const outcome = outcomeOf(verdict, needs);
  const { source, runUri } = addresses(ports);
  const isBuilt = needs[JOBS.build]?.result === "success";
  const release = (await wasRelease(inputs, ports, needs))
    ? await gatherRelease(inputs, ports, { runUri, now, outcome, isBuilt })
    : null;
  if (release?.leadTime.kind === "not-enough-data")
    notes.push(`Lead time: not enough data: ${release.leadTime.reason}.`);
  const facts: RunFacts = {
    ...{ source, runUri, repository: context.repository, runId: context.runId, attempt: context.runAttempt },
    pipeline: context.workflow === "" ? "turnpike" : context.workflow,
    commit: context.sha === "" ? null : context.sha,
    trigger: context.eventName,
    queuedAt: earliest(records?.map((job) => job.createdAt) ?? []),
    startedAt: startedByJobs ?? verdict?.startedAt ?? now,
    startedFrom: startedByJobs !== null ? "jobs" : verdict !== undefined ? "gates" : "report",
    ...{ finishedAt: now, outcome, release },
    jobs: records?.map(jobOf).filter((job) => job !== undefined) ?? jobsOfNeeds(needs, now),
    suites: verdict === undefined ? [] : suitesOf(verdict),
  };
  return { facts, notes };
}
