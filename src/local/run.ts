import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { MARKER_VARIABLE } from "../adapters/node/processes/process-table.ts";
import { NodeProcesses } from "../adapters/node/processes.ts";
import { childOf, DEFAULT_PERMISSIONS, itemsOf, type Result, SecretMasker, toValue } from "../core/workflow/index.ts";
import { EXIT, type Problem, TurnpikeError } from "../errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Random } from "../ports/random.ts";
import { ActionResolver } from "./actions.ts";
import { baseEnvironment } from "./base-environment.ts";
import { type Choice, chooseWorkflow } from "./choose-workflow.ts";
import { dispatchInputs } from "./dispatch-inputs.ts";
import type { RunListener } from "./events.ts";
import type { LoadedWorkflow } from "./executor/job-plan.ts";
import type { NewEvent, RunShared } from "./executor/run-shared.ts";
import { Scheduler } from "./executor/scheduler.ts";
import { type FactsRequest, makeFacts, type RepositoryFacts, readRepository } from "./facts.ts";
import { Git } from "./git.ts";
import { jobNodes, jobsWithNeeds } from "./job-nodes.ts";
import { WorkflowLoader } from "./load.ts";
import { OwnRepository } from "./own-repository.ts";
import { checkPermissions } from "./permission-check.ts";
import { RunRecorder } from "./record/recorder.ts";
import { keepArtifacts, makeRunFolder, writeRecord } from "./record/run-folder.ts";
import type { RunRecord } from "./record/run-record.ts";
import type { LocalServices, ServiceOptions } from "./services/index.ts";
import { type MappedFolder, type Source, Sources } from "./sources.ts";

/** A folder that stands for a repository, as it was given. */
export interface MapRequest {
  readonly repository: string;
  readonly ref: string | undefined;
  /** Absolute. */
  readonly folder: string;
}

/** What a run is asked to be. */
export interface RunRequest extends Omit<FactsRequest, "runId"> {
  /** Path or file name; undefined: the one that listens to the event. */
  readonly workflow: string | undefined;
  /** Id of a job; it runs with all that it needs. */
  readonly job: string | undefined;
  readonly maps: readonly MapRequest[];
  readonly vars: Readonly<Record<string, string>>;
  /** Values by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Variables of this process that steps may see although they look like secrets. */
  readonly passEnv: readonly string[];
  /** Keep the jobs' folders. */
  readonly keep: boolean;
  /** How many jobs run at once. */
  readonly jobsAtOnce: number;
  /** Services that the run does not get. */
  readonly services: ServiceOptions["services"];
}

/** What a run works with. */
export interface RunWorld {
  /** Absolute folder of this project, which stands for repositories called `turnpike`. */
  readonly projectRoot: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly listeners: readonly RunListener[];
  /** Cancels the run. */
  readonly signal: AbortSignal;
  readonly startServices: (options: ServiceOptions) => Promise<LocalServices>;
  /** Length of a minute of `timeout-minutes` in ms; default 60,000. */
  readonly minuteMs?: number;
  /** Makes further files from the record: the page. */
  readonly finish?: (folder: string, record: RunRecord) => Promise<void>;
}

/** What a run came to. */
export interface RunOutcome {
  readonly conclusion: Result;
  readonly exitCode: number;
  /** Absolute folder of the run's files. */
  readonly folder: string;
  readonly record: RunRecord;
}

const ZERO_SHA = "0".repeat(40);

async function commitOf(git: Git, folder: string): Promise<string> {
  return (await git.line(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")) ?? ZERO_SHA;
}

function invalid(problems: readonly Problem[], hint?: string): TurnpikeError {
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}, nothing was run.`;
  return new TurnpikeError("WORKFLOW_INVALID", "config", count, { problems, ...(hint === undefined ? {} : { hint }) });
}

/** Everything that is known before the first job starts. */
interface Prepared {
  readonly git: Git;
  readonly found: RepositoryFacts;
  readonly repository: OwnRepository;
  readonly sources: Sources;
  readonly actions: ActionResolver;
  readonly choice: Choice;
  readonly workflow: LoadedWorkflow;
  readonly onlyJobs: ReadonlySet<string> | undefined;
}

async function prepare(request: RunRequest, world: RunWorld, temp: string): Promise<Prepared> {
  const git = new Git(new NodeProcesses(), world.env);
  const found = await readRepository(git, { ...request, runId: "" });
  const repository = new OwnRepository(git, found.commit, join(temp, "overlay"));
  const own = ownSource(found, repository, join(temp, "sources", "own"));
  const maps: MappedFolder[] = [];
  for (const map of request.maps) maps.push({ ...map, sha: await commitOf(git, map.folder) });
  const { projectRoot } = world;
  const project =
    projectRoot === undefined ? undefined : { folder: projectRoot, sha: await commitOf(git, projectRoot) };
  const sources = new Sources(own, maps, project);
  const actions = new ActionResolver(sources);
  const choice = await chooseWorkflow(repository, git, { wanted: request.workflow, event: found.event });
  const onlyJobs = request.job === undefined ? undefined : jobsWithNeeds(choice.workflow, request.job);
  const loaded = await new WorkflowLoader(sources, actions).load({ source: own, path: choice.path }, onlyJobs);
  if (loaded.kind === "invalid") throw invalid(loaded.problems);
  const violations = checkPermissions(loaded.workflow, onlyJobs);
  const [first] = violations;
  if (first !== undefined) {
    const problems = violations.map(({ problem }) => problem);
    const count = `The run would not start on GitHub: it asks for more permissions than it is granted.`;
    throw new TurnpikeError("WORKFLOW_PERMISSIONS", "config", count, { problems, hint: first.hint });
  }
  return { git, found, repository, sources, actions, choice, workflow: loaded.workflow, onlyJobs };
}

/** The run's repository at the run's commit. A tree of it is made when an action of it is used by `$/`. */
function ownSource(found: RepositoryFacts, repository: OwnRepository, folder: string): Source {
  let made: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const { ref, sha, usesWorkingTree } = found.commit;
    const request = { to: folder, repository: found.repository, ref, sha, depth: 1, tags: false };
    await repository.checkout({ ...request, withChanges: usesWorkingTree });
    return folder;
  };
  return {
    repository: found.repository,
    ref: found.commit.ref,
    sha: found.commit.sha,
    readText: (path) => repository.readText(path),
    folder: () => {
      made ??= make();
      return made;
    },
  };
}

/**
 * Runs a workflow of a repository on this machine.
 *
 * @param request what to run
 * @param world what to run it with
 * @throws TurnpikeError when nothing can be run: wrong workflow, permissions, input or repository
 */
export async function runWorkflow(request: RunRequest, world: RunWorld): Promise<RunOutcome> {
  const temp = await mkdtemp(join(tmpdir(), "turnpike-run-"));
  try {
    const prepared = await prepare(request, world, temp);
    return await execute(request, world, { ...prepared, temp });
  } finally {
    if (!request.keep) await rm(temp, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function execute(
  request: RunRequest,
  world: RunWorld,
  prepared: Prepared & { readonly temp: string },
): Promise<RunOutcome> {
  const { git, found, repository, sources, actions, choice, workflow, onlyJobs, temp } = prepared;
  const { clock } = world;
  const startedAt = clock.now();
  const began = clock.monotonicMs();
  const folder = await makeRunFolder(found.commit.top);
  const recorder = new RunRecorder(folder, startedAt.toISOString());
  const listeners = [recorder.listen, ...world.listeners];
  const emit = (event: NewEvent): void => {
    const atMs = clock.monotonicMs() - began;
    for (const listen of listeners) listen({ ...event, atMs });
  };
  const branch = (await git.line(found.commit.top, "symbolic-ref", "--quiet", "--short", "HEAD")) ?? "";
  const dispatch = dispatchInputs(choice.workflow, found.event, request.inputs);
  const cron = firstCron(choice);
  const runId = String(startedAt.getTime());
  const about = { found, workflow: choice.workflow.name ?? choice.path, workflowPath: choice.path, cron, branch };
  const facts = await makeFacts(git, { ...request, inputs: dispatch.texts, runId }, about);
  const services = await world.startServices({
    folder: join(temp, "services"),
    cacheFolder: join(found.commit.top, ".turnpike", "cache"),
    repository: facts.repository,
    runId,
    repositoryId: facts.repositoryId,
    ownerId: facts.ownerId,
    defaultBranch: facts.defaultBranch,
    isPrivate: facts.visibility !== "public",
    workflow: facts.workflow,
    event: facts.event,
    sha: facts.sha,
    refName: facts.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    createdAt: startedAt.toISOString(),
    cacheScopes: [facts.ref, `refs/heads/${facts.defaultBranch}`],
    ...(request.services === undefined ? {} : { services: request.services }),
  });
  try {
    const toolCache = world.env["RUNNER_TOOL_CACHE"] ?? join(cacheHome(world.env), "turnpike", "tools");
    await mkdir(toolCache, { recursive: true });
    const masker = new SecretMasker();
    for (const secret of Object.values(request.secrets)) masker.addLines(secret);
    const outer = world.env[MARKER_VARIABLE];
    const marker = Buffer.from(world.random.bytes(9)).toString("hex");
    const shared: RunShared = {
      facts,
      services,
      sources,
      actions,
      repository,
      git,
      masker,
      clock,
      emit,
      temp,
      toolCache,
      baseEnv: baseEnvironment(world.env, request.passEnv),
      vars: request.vars,
      secrets: request.secrets,
      signal: world.signal,
      minuteMs: world.minuteMs ?? 60_000,
      isDebug: request.vars["ACTIONS_STEP_DEBUG"] === "true" || request.secrets["ACTIONS_STEP_DEBUG"] === "true",
      marker: outer === undefined || outer === "" ? marker : `${outer}/${marker}`,
      random: world.random,
    };
    emit({
      kind: "run-started",
      title: facts.workflow,
      event: facts.event,
      ref: facts.ref,
      sha: facts.sha,
      repository: facts.repository,
      workflowFile: choice.path,
      jobs: jobNodes(workflow, onlyJobs),
    });
    for (const message of await openingNotes(prepared)) emit({ kind: "note", level: "info", message });
    const scheduler = new Scheduler(shared, pLimit(request.jobsAtOnce), onlyJobs);
    const { result } = await scheduler.runFrame({
      workflow,
      idPrefix: "",
      namePrefix: "",
      parent: undefined,
      inputs: toValue(dispatch.values),
      secrets: request.secrets,
      permissions: defaultPermissions(workflow),
      signal: world.signal,
    });
    const conclusion: Result = world.signal.aborted ? "cancelled" : result;
    const exitCode = exitCodeOf(conclusion, world.signal);
    emit({ kind: "run-finished", conclusion, exitCode, durationMs: clock.monotonicMs() - began });
    await recorder.close();
    const record = recorder.record(await keepArtifacts(services, folder));
    await writeRecord(folder, record);
    await world.finish?.(folder, record);
    return { conclusion, exitCode, folder, record };
  } finally {
    await services.close();
  }
}

function defaultPermissions(workflow: LoadedWorkflow) {
  return workflow.file.permissions ?? DEFAULT_PERMISSIONS;
}

function cacheHome(env: RunWorld["env"]): string {
  return env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? tmpdir(), ".cache");
}

function exitCodeOf(conclusion: Result, signal: AbortSignal): number {
  if (signal.aborted) return signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
  return conclusion === "success" || conclusion === "skipped" ? EXIT.passed : EXIT.failed;
}

function firstCron({ workflow }: Choice): string {
  const schedule = workflow.triggers.find(({ event }) => event === "schedule")?.settings;
  const [first] = schedule === undefined ? [] : itemsOf(schedule);
  return childOf(first, "cron")?.toString() ?? "";
}

async function openingNotes({ sources, repository, found }: Prepared): Promise<readonly string[]> {
  const notes = [...sources.assumed].map(([name, folder]) => `${name} is taken for this project: ${folder}`);
  if (Number(process.versions.node.split(".")[0]) < 24) {
    notes.push(`JavaScript actions run with Node ${process.version}; on GitHub they get Node 24.`);
  }
  if (found.isShallow) notes.push("The repository is a shallow clone; steps do not find its whole history.");
  const { usesWorkingTree, top, ref } = repository.commit;
  const changes = await repository.changes();
  if (usesWorkingTree && changes.length > 0) {
    notes.push(`${changes.length} uncommitted ${changes.length === 1 ? "change is" : "changes are"} part of the run.`);
  }
  if (!usesWorkingTree) notes.push(`The run is of ${ref}; uncommitted changes in ${top} are left out.`);
  return notes;
}
