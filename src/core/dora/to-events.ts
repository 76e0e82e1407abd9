import { type CDEvent, type CdeventsVersion, type EventDraft, toCdevent } from "./cdevent.ts";
import type { ArtifactFacts, JobFacts, ReleaseFacts, RunFacts, SuiteFacts } from "./facts.ts";
import { stableId } from "./ids.ts";
import type { LeadTime } from "./lead-time.ts";

/** Most commits whose lead times travel in an event; CloudEvents asks for at most 64 KiB (spec, size limits). */
const COMMITS_IN_EVENT = 250;
/** Longest foreign sentence in an event. */
const REASON_LIMIT = 500;

/** Where tests of a run happen; CDEvents asks for an environment. */
const CI_ENVIRONMENT = "ci";

/** Ids and fields that events of one run share. */
interface Run {
  readonly facts: RunFacts;
  readonly subjectId: string;
  /** Id of `pipelinerun.started`. */
  readonly startedId: string;
  readonly customData: Readonly<Record<string, unknown>>;
}

function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function idOf({ facts }: Run, ...parts: readonly string[]): string {
  return stableId(facts.source, facts.runId, ...parts);
}

function perAttempt({ facts }: Run): string {
  return String(facts.attempt);
}

function startRun(facts: RunFacts): Run {
  return {
    facts,
    subjectId: `${facts.runId}.${facts.attempt}`,
    startedId: stableId(facts.source, facts.runId, String(facts.attempt), "pipelinerun.started"),
    customData: {
      schema: "turnpike/event-data/1",
      repository: facts.repository,
      commit: facts.commit,
      runId: facts.runId,
      runAttempt: facts.attempt,
      trigger: facts.trigger,
    },
  };
}

function describeLeadTime(leadTime: LeadTime): Record<string, unknown> {
  if (leadTime.kind === "not-enough-data") return { notEnoughData: leadTime.reason };
  const { commits, base, medianSeconds, p75Seconds, p90Seconds, fromTheFuture, isCut } = leadTime;
  return {
    basis: "author date to release, per commit",
    base,
    n: commits.length,
    ...{ medianSeconds, p75Seconds, p90Seconds },
    ...(fromTheFuture === 0 ? {} : { fromTheFuture }),
    commits: commits.slice(0, COMMITS_IN_EVENT),
    ...(isCut || commits.length > COMMITS_IN_EVENT ? { isCut: true } : {}),
  };
}

function releaseData(release: ReleaseFacts | null): Record<string, unknown> {
  return release === null ? {} : { release: release.tag, leadTime: describeLeadTime(release.leadTime) };
}

function beginningOf(run: Run): readonly EventDraft[] {
  const { facts, subjectId, startedId, customData } = run;
  const content = { pipelineName: facts.pipeline, uri: facts.runUri };
  const queued: EventDraft[] =
    facts.queuedAt === null
      ? []
      : [
          {
            kind: "pipelinerun.queued",
            id: idOf(run, perAttempt(run), "pipelinerun.queued"),
            ...{ timestamp: facts.queuedAt, subjectId, content, customData, cause: null },
          },
        ];
  return [
    ...queued,
    {
      kind: "pipelinerun.started",
      id: startedId,
      ...{ timestamp: facts.startedAt, subjectId, content },
      customData: {
        ...customData,
        startedFrom: facts.startedFrom,
        queueSeconds: secondsBetween(facts.queuedAt, facts.startedAt),
      },
      cause: queued[0]?.id ?? null,
    },
  ];
}

function endOf(run: Run): EventDraft {
  const { facts, subjectId, startedId, customData } = run;
  return {
    kind: "pipelinerun.finished",
    id: idOf(run, perAttempt(run), "pipelinerun.finished"),
    ...{ timestamp: facts.finishedAt, subjectId },
    content: { pipelineName: facts.pipeline, uri: facts.runUri, outcome: facts.outcome },
    customData: {
      ...customData,
      durationSeconds: facts.startedFrom === "report" ? null : secondsBetween(facts.startedAt, facts.finishedAt),
      ...releaseData(facts.release),
    },
    cause: startedId,
  };
}

function jobEvents(run: Run, job: JobFacts): readonly EventDraft[] {
  const { facts, startedId, customData } = run;
  const subjectId = `${run.subjectId}.${job.id}`;
  const content = {
    taskName: job.name,
    pipelineRun: { id: run.subjectId, source: facts.source },
    ...(job.url === null ? {} : { uri: job.url }),
  };
  const started: EventDraft[] =
    job.startedAt === null
      ? []
      : [
          {
            kind: "taskrun.started",
            id: idOf(run, perAttempt(run), "taskrun.started", job.id),
            ...{ timestamp: job.startedAt, subjectId, content },
            customData: { ...customData, queueSeconds: secondsBetween(job.createdAt, job.startedAt) },
            cause: startedId,
          },
        ];
  return [
    ...started,
    {
      kind: "taskrun.finished",
      id: idOf(run, perAttempt(run), "taskrun.finished", job.id),
      ...{ timestamp: job.finishedAt, subjectId },
      content: { ...content, outcome: job.outcome },
      customData: { ...customData, durationSeconds: secondsBetween(job.startedAt, job.finishedAt) },
      cause: started[0]?.id ?? startedId,
    },
  ];
}

function suiteEvent(run: Run, suite: SuiteFacts): EventDraft {
  const { tests, failures, isFlaky, durationMs } = suite;
  return {
    kind: "testsuiterun.finished",
    id: idOf(run, perAttempt(run), "testsuiterun.finished", suite.gate),
    timestamp: suite.finishedAt,
    subjectId: `${run.subjectId}.${suite.gate}`,
    content: {
      outcome: suite.outcome,
      environment: { id: CI_ENVIRONMENT },
      testSuite: { id: suite.gate, name: suite.gate },
      ...(suite.reason === null ? {} : { reason: suite.reason.slice(0, REASON_LIMIT) }),
    },
    customData: { ...run.customData, ...{ tests, failures, isFlaky, durationMs } },
    cause: run.startedId,
  };
}

/** An artifact's events have no attempt in their ids: the same bytes built again by a re-run are the same artifact. */
function artifactEvents(run: Run, release: ReleaseFacts, artifact: ArtifactFacts): readonly EventDraft[] {
  const { facts, startedId } = run;
  const customData = { ...run.customData, release: release.tag };
  const sbom = artifact.sbomUri === null ? {} : { sbom: { uri: artifact.sbomUri } };
  const draft = (
    kind: EventDraft["kind"],
    timestamp: string,
    content: EventDraft["content"],
    more = {},
  ): EventDraft => ({
    kind,
    id: idOf(run, kind, artifact.purl),
    ...{ timestamp, subjectId: artifact.purl, content },
    customData: { ...customData, ...more },
    cause: startedId,
  });
  const change = { id: facts.commit ?? release.tag, source: facts.source };
  return [
    draft("artifact.packaged", facts.finishedAt, { change, ...sbom }),
    ...(artifact.signature === null
      ? []
      : [
          draft(
            "artifact.signed",
            facts.finishedAt,
            { signature: artifact.signature },
            { predicateTypes: artifact.predicateTypes },
          ),
        ]),
    ...(release.publishedAt === null ? [] : [draft("artifact.published", release.publishedAt, sbom)]),
  ];
}

/** A deployment's id has neither run attempt nor time: a re-run of the same release is not a second deployment. */
function deploymentEvents(run: Run, release: ReleaseFacts): readonly EventDraft[] {
  const { deployment } = release;
  if (deployment === null) return [];
  const { facts } = run;
  const artifactId = release.artifacts[0]?.purl ?? `pkg:github/${facts.repository}@${facts.commit ?? release.tag}`;
  return [
    {
      kind: "service.deployed",
      id: idOf(run, "service.deployed", deployment.service, deployment.environment),
      timestamp: deployment.at,
      subjectId: deployment.service,
      content: { environment: { id: deployment.environment }, artifactId },
      customData: { ...run.customData, ...releaseData(release) },
      cause: run.startedId,
    },
  ];
}

/**
 * Everything that one attempt of one run has to tell, as CDEvents. The same facts give the same events, ids included.
 *
 * @param facts what is known; what is not known makes no event
 * @param version of CDEvents
 * @returns events in the order of their times; what ends at the same moment comes before the end of the run
 */
export function toEvents(facts: RunFacts, version: CdeventsVersion): readonly CDEvent[] {
  const run = startRun(facts);
  const { release } = facts;
  const drafts = [
    ...beginningOf(run),
    ...facts.jobs.flatMap((job) => jobEvents(run, job)),
    ...facts.suites.map((suite) => suiteEvent(run, suite)),
    ...(release === null
      ? []
      : [
          ...release.artifacts.flatMap((artifact) => artifactEvents(run, release, artifact)),
          ...deploymentEvents(run, release),
        ]),
    endOf(run),
  ];
  const origin = { source: facts.source, chainId: stableId(facts.source, facts.runId) };
  return drafts
    .toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))
    .map((draft) => toCdevent(draft, origin, version));
}
