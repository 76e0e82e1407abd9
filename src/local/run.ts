import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { MARKER_VARIABLE } from "../adapters/node/processes/process-table.ts";
import { makeTemporaryFolder } from "../adapters/node/temporary-folder.ts";
import {
  DEFAULT_PERMISSIONS,
  defaultCacheMode,
  evaluateText,
  githubContext,
  isFromFork,
  type Result,
  type RunFacts,
  refName,
  SecretMasker,
  toValue,
} from "../core/workflow/index.ts";
import { EXIT } from "../errors.ts";
import { baseEnvironment, withheldNames } from "./base-environment.ts";
import type { JobNode } from "./events.ts";
import { needsIdentity } from "./executor/identity.ts";
import { JobList } from "./executor/job-list.ts";
import type { FrameOutcome } from "./executor/job-runner.ts";
import type { NewEvent, RunShared } from "./executor/run-shared.ts";
import { Scheduler } from "./executor/scheduler.ts";
import { CANCEL_PLAN } from "./executor/step-process.ts";
import { makeFacts } from "./facts.ts";
import { collectFiles, listedFiles, loadPage, type RunFiles, writeResults } from "./finish.ts";
import { jobNodes } from "./job-nodes.ts";
import { firstCron, openingNotes } from "./opening-notes.ts";
import { type PreparedRun, prepareRun } from "./prepare.ts";
import { makeRunFolder } from "./record/run-folder.ts";
import { StepLogs } from "./record/step-logs.ts";
import type { RunOutcome, RunRequest, RunWorld } from "./request.ts";
import { RunRecorder } from "./run-recorder.ts";
import type { LocalServices } from "./services/index.ts";

/**
 * Runs a workflow of a repository on this machine.
 *
 * @param request what to run
 * @param world what to run it with
 * @throws TurnpikeError when nothing can be run: wrong workflow, permissions, input or repository
 */
export async function runWorkflow(request: RunRequest, world: RunWorld): Promise<RunOutcome> {
  const temp = await makeTemporaryFolder("turnpike-");
  if (request.keep) await temp.keep();
  try {
    return await execute(request, world, await prepareRun(request, world, temp.path));
  } finally {
    if (!request.keep) await temp.remove();
  }
}

async function execute(request: RunRequest, world: RunWorld, run: PreparedRun): Promise<RunOutcome> {
  const { clock } = world;
  const startedAt = clock.now();
  const began = clock.monotonicMs();
  const facts = await factsOf(request, run, startedAt);
  const folder = await makeRunFolder(run.found.commit.top);
  const logs = new StepLogs(folder);
  const recorder = new RunRecorder();
  let files: RunFiles = { artifacts: [], artifactFolders: [], others: [] };
  const listeners = [logs.listen, recorder.listen, ...world.watch(() => listedFiles(files))];
  const emit = (event: NewEvent): void => {
    const atMs = clock.monotonicMs() - began;
    for (const listen of listeners) listen({ ...event, atMs });
  };
  const nodes = jobNodes(run.workflow, run.onlyJobs);
  const announce = announcer(nodes, emit);
  const services = await servicesOf(request, world, { run, facts, startedAt });
  try {
    const shared = await sharedOf(request, world, { run, facts, services, emit, announce });
    await open(request, run, { facts, nodes, emit });
    void loadPage();
    const scheduler = new Scheduler(shared, pLimit(request.jobsAtOnce), run.onlyJobs);
    const { result, jobs } = await scheduler.runFrame({
      workflow: run.workflow,
      idPrefix: "",
      namePrefix: "",
      parent: undefined,
      inputs: toValue(run.dispatch.values),
      // GitHub hands none to a pull request from a fork.
      secrets: isFromFork(facts.event, facts.payload, facts.repository) ? {} : request.secrets,
      permissions: run.workflow.file.permissions ?? DEFAULT_PERMISSIONS,
      signal: world.signal,
    });
    const conclusion: Result = world.signal.aborted ? "cancelled" : result;
    const exitCode = exitCodeFor(conclusion, world.signal, jobs);
    files = await collectFiles(services, folder);
    emit({ kind: "run-finished", conclusion, exitCode, durationMs: clock.monotonicMs() - began });
    await logs.close();
    const logOf = logs.pathOf.bind(logs);
    const record = await writeResults(folder, recorder.record(), { startedAt, logOf, files });
    return { conclusion, exitCode, folder, record };
  } finally {
    await services.close();
  }
}

/** Tells of jobs that were not told of before, or under another name. */
function announcer(nodes: readonly JobNode[], emit: (event: NewEvent) => void): RunShared["announce"] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (job) => {
    if (names.get(job.id) === job.name) return;
    names.set(job.id, job.name);
    emit({ kind: "job-added", job });
  };
}

async function open(
  request: RunRequest,
  run: PreparedRun,
  of: { readonly facts: RunFacts; readonly nodes: readonly JobNode[]; readonly emit: (event: NewEvent) => void },
): Promise<void> {
  const { facts, emit } = of;
  emit({
    kind: "run-started",
    title: titleOf(run, facts),
    event: facts.event,
    ref: facts.ref,
    sha: facts.sha,
    repository: facts.repository,
    workflowFile: run.choice.path,
    jobs: of.nodes,
  });
  for (const note of await openingNotes(run, request)) emit(note);
}

/** `run-name`, where there is one; else the workflow's name. */
function titleOf(run: PreparedRun, facts: RunFacts): string {
  const { runName } = run.choice.workflow;
  if (runName === undefined) return facts.workflow;
  const github = githubContext(facts, { job: "", workspace: "", eventPath: "", token: "", apiUrl: "" });
  const contexts = { github: toValue(github), inputs: toValue(run.dispatch.values), vars: toValue(run.vars) };
  return evaluateText(runName, { contexts, functions: [] }) || facts.workflow;
}

async function factsOf(request: RunRequest, run: PreparedRun, startedAt: Date): Promise<RunFacts> {
  const { workflow, path } = run.choice;
  const about = {
    found: run.found,
    workflow: workflow.name ?? path,
    workflowPath: path,
    cron: firstCron(workflow.triggers),
  };
  const runId = String(startedAt.getTime());
  return await makeFacts(run.git, { ...request, inputs: run.dispatch.texts, runId }, about);
}

async function servicesOf(
  request: RunRequest,
  world: RunWorld,
  of: { readonly run: PreparedRun; readonly facts: RunFacts; readonly startedAt: Date },
): Promise<LocalServices> {
  const { run, facts, startedAt } = of;
  const home = join(run.found.commit.top, ".turnpike");
  // Keys take a moment to make, and most runs sign nothing.
  const sigstore = needsIdentity(run.workflow) ? world.startSigstore?.(join(home, "sigstore")) : undefined;
  return await world.startServices({
    folder: join(run.temp, "services"),
    cacheFolder: join(home, "cache"),
    repository: facts.repository,
    repositoryId: facts.repositoryId,
    ownerId: facts.ownerId,
    defaultBranch: facts.defaultBranch,
    isPrivate: facts.visibility !== "public",
    runId: facts.runId,
    workflow: facts.workflow,
    event: facts.event,
    sha: facts.sha,
    refName: refName(facts.ref),
    createdAt: startedAt.toISOString(),
    cacheScopes: [facts.ref, `refs/heads/${facts.defaultBranch}`],
    services: Object.fromEntries(request.without.map((name) => [name, "off"])),
    ...(sigstore === undefined ? {} : { sigstore }),
  });
}

async function sharedOf(
  request: RunRequest,
  world: RunWorld,
  of: {
    readonly run: PreparedRun;
    readonly facts: RunFacts;
    readonly services: LocalServices;
    readonly emit: (event: NewEvent) => void;
    readonly announce: RunShared["announce"];
  },
): Promise<RunShared> {
  const { git, processes, sources, actions, repository, temp } = of.run;
  const toolCache = world.env["RUNNER_TOOL_CACHE"] ?? join(cacheHome(world.env), "turnpike", "tools");
  await mkdir(toolCache, { recursive: true });
  const masker = new SecretMasker();
  for (const secret of Object.values(request.secrets)) masker.addLines(secret);
  const outer = world.env[MARKER_VARIABLE];
  const own = Buffer.from(world.random.bytes(9)).toString("hex");
  return {
    facts: of.facts,
    services: of.services,
    cacheMode: request.cacheMode ?? defaultCacheMode(of.facts.event),
    sources,
    actions,
    repository,
    git,
    processes,
    jobs: new JobList(of.facts, world.clock, (job) => of.services.recordJob(job)),
    masker,
    clock: world.clock,
    emit: of.emit,
    announce: of.announce,
    temp,
    toolCache,
    baseEnv: baseEnvironment(world.env, request.passEnv),
    withheld: withheldNames(world.env, request.passEnv),
    vars: request.vars,
    secrets: request.secrets,
    signal: world.signal,
    minuteMs: world.minuteMs ?? 60_000,
    stopPlan: world.stopPlan ?? CANCEL_PLAN,
    isDebug: request.vars["ACTIONS_STEP_DEBUG"] === "true" || request.secrets["ACTIONS_STEP_DEBUG"] === "true",
    marker: outer === undefined || outer === "" ? own : `${outer}/${own}`,
    random: world.random,
  };
}

function cacheHome(env: RunWorld["env"]): string {
  // Empty counts as not set (XDG Base Directory Specification).
  const home = env["HOME"] || tmpdir();
  return env["XDG_CACHE_HOME"] || join(home, ".cache");
}

/** Exit codes of a run that did not pass, which a called workflow may have as its output `exit-code`. */
const CODES: ReadonlySet<string> = new Set([EXIT.failed, EXIT.config, EXIT.service, EXIT.overBudget].map(String));

/** The code that all failed jobs agree on; 1 when one says nothing, as jobs do that call no workflow of ours. */
function exitCodeFor(conclusion: Result, signal: AbortSignal, jobs: FrameOutcome["jobs"]): number {
  if (signal.aborted) return signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
  if (conclusion === "success" || conclusion === "skipped") return EXIT.passed;
  const failed = [...jobs.values()].filter(({ result }) => result === "failure");
  const codes = new Set(failed.map(({ outputs }) => outputs["exit-code"] ?? ""));
  const [code] = codes;
  return codes.size === 1 && code !== undefined && CODES.has(code) ? Number(code) : EXIT.failed;
}
