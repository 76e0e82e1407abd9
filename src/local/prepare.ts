import { join } from "node:path";
import { NodeProcesses } from "../adapters/node/processes.ts";
import { checkPermissions } from "../core/workflow/index.ts";
import { type Problem, TurnpikeError } from "../errors.ts";
import type { Processes } from "../ports/processes.ts";
import { ActionResolver } from "./actions.ts";
import { type Choice, chooseWorkflow } from "./choose-workflow.ts";
import { type DispatchInputs, dispatchInputs } from "./dispatch-inputs.ts";
import type { LoadedWorkflow } from "./executor/job-plan.ts";
import { type RepositoryFacts, readRepository } from "./facts.ts";
import { Git } from "./git.ts";
import { jobsWithNeeds } from "./job-nodes.ts";
import { WorkflowLoader } from "./load.ts";
import { OwnRepository } from "./own-repository.ts";
import type { RunRequest, RunWorld } from "./request.ts";
import { type MappedFolder, type Source, Sources } from "./sources.ts";

/** Everything that is known before the first job starts. */
export interface PreparedRun {
  readonly git: Git;
  readonly processes: Processes;
  readonly found: RepositoryFacts;
  readonly repository: OwnRepository;
  readonly sources: Sources;
  readonly actions: ActionResolver;
  readonly choice: Choice;
  readonly workflow: LoadedWorkflow;
  /** Jobs of the first workflow that take part; undefined: all. */
  readonly onlyJobs: ReadonlySet<string> | undefined;
  readonly dispatch: DispatchInputs;
  readonly vars: Readonly<Record<string, string>>;
  /** Absolute folder of the run, which is removed in the end. */
  readonly temp: string;
}

const ZERO_SHA = "0".repeat(40);

async function commitOf(git: Git, folder: string): Promise<string> {
  return (await git.line(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")) ?? ZERO_SHA;
}

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}, nothing was run.`;
  return new TurnpikeError("WORKFLOW_INVALID", "config", count, { problems });
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

async function findSources(request: RunRequest, world: RunWorld, of: { git: Git; own: Source }): Promise<Sources> {
  const maps: MappedFolder[] = [];
  for (const map of request.maps) maps.push({ ...map, sha: await commitOf(of.git, map.folder) });
  const folder = world.projectRoot;
  const project = folder === undefined ? undefined : { folder, sha: await commitOf(of.git, folder) };
  return new Sources(of.own, maps, project);
}

/**
 * Reads everything that a run needs and checks what can be checked before a job starts.
 *
 * @param request what to run
 * @param world what to run it with
 * @param temp absolute folder of the run
 * @throws TurnpikeError with all that is wrong
 */
export async function prepareRun(request: RunRequest, world: RunWorld, temp: string): Promise<PreparedRun> {
  const processes = new NodeProcesses();
  const git = new Git(processes, world.env);
  const found = await readRepository(git, { ...request, runId: "" });
  const repository = new OwnRepository(git, found.commit, join(temp, "overlay"));
  const own = ownSource(found, repository, join(temp, "sources", "own"));
  const sources = await findSources(request, world, { git, own });
  const actions = new ActionResolver(sources);
  const choice = await chooseWorkflow(repository, git, { wanted: request.workflow, event: found.event });
  const onlyJobs = request.job === undefined ? undefined : jobsWithNeeds(choice.workflow, request.job);
  const loaded = await new WorkflowLoader(sources, actions).load({ source: own, path: choice.path }, onlyJobs);
  if (loaded.kind === "invalid") throw invalid(loaded.problems);
  const { workflow } = loaded;
  const violations = checkPermissions(workflow, onlyJobs);
  const [first] = violations;
  if (first !== undefined) {
    const problems = violations.map(({ problem }) => problem);
    const message = "The run would not start on GitHub: it asks for more permissions than it is granted.";
    throw new TurnpikeError("WORKFLOW_PERMISSIONS", "config", message, { problems, hint: first.hint });
  }
  const dispatch = dispatchInputs(choice.workflow, found.event, request.inputs);
  return {
    git,
    processes,
    found,
    repository,
    sources,
    actions,
    choice,
    workflow,
    onlyJobs,
    dispatch,
    vars: request.vars,
    temp,
  };
}
