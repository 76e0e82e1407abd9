import { kindOf } from "../detect/index.ts";
import type { Plan } from "../gates/index.ts";
import type { Known } from "./covering.ts";
import { jobObstacle } from "./job-conditions.ts";
import type { JobFacts, StepFacts, WorkflowFacts } from "./model.ts";
import { referencesOf } from "./references.ts";
import { isRoadsBuild, type Releasing } from "./releases.ts";
import { roleOf } from "./role.ts";
import type { Role } from "./role-types.ts";
import { type Starts, startsOf, triggerObstacle } from "./triggers.ts";

/** A job on the way to a decision. A step that is once kept stays kept, so that deciding comes to an end. */
export interface JobState {
  readonly workflow: WorkflowFacts;
  readonly job: JobFacts;
  readonly roles: readonly Role[];
  /** Why a step is kept, by its index. */
  readonly kept: Map<number, string>;
  /** True when nothing of the job is left. */
  gone: boolean;
  /** True when the road builds what this job releases. */
  readonly isReleasing: boolean;
}

/** What is known when deciding begins. */
export interface World {
  readonly workflows: readonly WorkflowFacts[];
  readonly known: Known;
  readonly build: Plan["build"];
  /** The workflow that releases, when the road can build for it. */
  readonly releasing: Releasing | undefined;
}

/** Everything that is decided about at once. */
export interface Settling {
  readonly jobs: JobState[];
  /** Files of the repository by path, for calls of reusable workflows. */
  readonly workflows: ReadonlyMap<string, WorkflowFacts>;
}

/** Index under which the call of a reusable workflow is kept. */
export const CALL = -1;

const RUNS_NOTHING = "nothing of the job is the road's";

function keepReason(role: Role): string {
  switch (role.kind) {
    case "stays":
    case "publish":
    case "person":
      return role.why;
    case "build":
      return "it builds on every run; the road builds on a release";
    case "inspect":
      return "it looks at what was built before";
    case "coverage":
      return "it hands coverage on, which the road does not";
    default:
      return "";
  }
}

/** Events that start a workflow, by way of those in the repository that call it. */
function effectiveEvents(workflow: WorkflowFacts, workflows: readonly WorkflowFacts[]): WorkflowFacts["on"] {
  if (!startsOf(workflow.on).onlyCalled) return workflow.on;
  const callers = workflows.filter(({ jobs }) => jobs.some(({ call }) => call?.uses === `./${workflow.file}`));
  const events = callers.filter((caller) => caller.file !== workflow.file).flatMap(({ on }) => [...on]);
  return events.length === 0 ? workflow.on : new Map(events);
}

function startState(job: JobFacts, workflow: WorkflowFacts, world: World): JobState {
  const { known, workflows, build, releasing } = world;
  const isReleasing = releasing?.file === workflow.file;
  const roles = job.steps.map((step) => roleOf(step, { workflow, job, known }));
  const state: JobState = { workflow, job, roles, kept: new Map(), gone: job.call === null, isReleasing };
  const on = effectiveEvents(workflow, workflows);
  const obstacle = triggerObstacle(startsOf(on), on) ?? jobObstacle(job) ?? releaseObstacle(startsOf(on), isReleasing);
  const built = job.steps.map((step) => isReleasing && isRoadsBuild(step, job, build) && canLeave(job));
  for (const [index, role] of roles.entries()) {
    if (isReleasing && isLeftToRoad(role, index, { built, workflow })) continue;
    if (obstacle !== undefined) state.kept.set(index, obstacle);
    else if (["stays", "publish", "build", "inspect", "coverage"].includes(role.kind))
      state.kept.set(index, keepReason(role));
  }
  return state;
}

/** A workflow that only releases and whose build stays has no road in it that could run its checks. */
function releaseObstacle({ checks }: Starts, isReleasing: boolean): string | undefined {
  return checks || isReleasing ? undefined : "the workflow runs on releases only, and the road does not build for it";
}

/** The environment of a job guards what it publishes; the build needs none. */
function canLeave(job: JobFacts): boolean {
  return jobObstacle({ ...job, environment: false }) === undefined;
}

/** In a workflow that releases: the build, and what looks at it or signs it, is the road's. */
function isLeftToRoad(
  role: Role,
  index: number,
  of: { readonly built: readonly boolean[]; readonly workflow: WorkflowFacts },
): boolean {
  if (role.kind === "build") return of.built[index] === true;
  const isAfterBuild = of.built.slice(0, index).includes(true);
  if (role.kind === "evidence") return isAfterBuild && role.what === "signature";
  const checksMetadata = of.workflow.jobs.some(({ steps }) =>
    steps.some(({ uses }) => uses?.startsWith("pypa/gh-action-pypi-publish@")),
  );
  return role.kind === "inspect" && isAfterBuild && checksMetadata;
}

function keep(state: JobState, index: number, why: string): boolean {
  if (state.kept.has(index)) return false;
  state.kept.set(index, why);
  return true;
}

/** @returns whether anything was kept that was not before */
export function keepAll(state: JobState, why: string): boolean {
  state.gone = false;
  // A job that calls a workflow has no steps; its call is kept as one.
  const indexes = state.job.call === null ? state.roles.keys() : [CALL];
  const added = [...indexes].map((index) => keep(state, index, why));
  return added.some(Boolean);
}

function labelOf({ label }: StepFacts): string {
  return label.split("\n")[0]?.slice(0, 60) ?? "";
}

/** Kinds of gates that judge and write nothing that another step could take up. */
const JUDGES = new Set(["lock", "format", "lint", "types", "sast", "audit", "deps", "secrets", "workflows"]);

function isProducer(role: Role): boolean {
  if (role.kind === "build") return true;
  return role.kind === "gate" && !role.gates.every(({ id }) => JUDGES.has(kindOf(id)));
}

/** Kinds of gates that leave nothing behind that another gate could need. */
const QUIET = new Set([...JUDGES, "tests", "spelling", "docstrings"]);

/** Steps of a job follow one another and gates run side by side: what a step makes, the next one may need. */
function settleOrder(state: JobState): boolean {
  const working = [...state.roles.entries()].flatMap(([index, role]) =>
    role.kind === "gate" && !state.kept.has(index) ? [{ index, gates: role.gates }] : [],
  );
  const makes = working.some(({ gates }) => gates.some(({ id }) => !QUIET.has(kindOf(id))));
  const isAlone = working.length < 2 && state.kept.size === 0;
  if (!makes || isAlone) return false;
  const added = working.map(({ index }) =>
    keep(state, index, "its job makes something on the way, and gates run side by side"),
  );
  return added.some(Boolean);
}

/** Steps whose work the step at `index` may take up: what ran before it and is no set-up. */
function keepProducers(state: JobState, index: number, why: string): boolean {
  const added = state.roles.map((role, before) =>
    before < index && isProducer(role) ? keep(state, before, why) : false,
  );
  return added.some(Boolean);
}

function pullSteps(state: JobState): boolean {
  let changed = false;
  for (const index of [...state.kept.keys()]) {
    const step = state.job.steps[index];
    const role = state.roles[index];
    if (step === undefined || role === undefined) continue;
    const { steps } = referencesOf(step.source);
    for (const [other, { id }] of state.job.steps.entries()) {
      if (id !== null && steps.has(id))
        changed = keep(state, other, `the step "${labelOf(step)}" uses what it says`) || changed;
    }
    const takesFiles =
      role.kind === "coverage" || role.kind === "inspect" || role.kind === "publish" || role.kind === "upload";
    // What the road built is fetched before the first step that wants it.
    if (takesFiles && !fetchesBuild(state))
      changed = keepProducers(state, index, `the step "${labelOf(step)}" takes up what it writes`) || changed;
  }
  return changed;
}

/** @returns whether the road builds what this job built itself, so that the job must fetch it */
export function fetchesBuild(state: JobState): boolean {
  return state.kept.size > 0 && state.roles.some(({ kind }, index) => kind === "build" && !state.kept.has(index));
}

/** An upload goes with what it uploads: reports of gates are kept by the road; everything else stays. */
function settleUploads(state: JobState): boolean {
  let changed = false;
  for (const [index, role] of state.roles.entries()) {
    if (role.kind !== "upload" || state.kept.has(index)) continue;
    const before = state.roles.slice(0, index);
    const hasGate = before.some((one, at) => one.kind === "gate" && !state.kept.has(at));
    const hasBuild = before.some((one, at) => one.kind === "build" && !state.kept.has(at));
    if (role.what === "build" ? !hasBuild : role.what !== "reports" || !hasGate)
      changed = keep(state, index, "what it uploads, the road does not make") || changed;
  }
  return changed;
}

function settleSetUp(state: JobState): boolean {
  if (state.kept.size === 0) return false;
  const added = state.roles.map((role, index) => {
    if (role.kind === "upload" && role.what === "build") return false;
    if (role.kind === "set-up" || role.kind === "download") return keep(state, index, "the steps after it need it");
    if (role.kind === "evidence" && !fetchesBuild(state)) return keep(state, index, "it speaks of what this job makes");
    return false;
  });
  return added.some(Boolean);
}

/** A step that watches the others for failure keeps them: what it would watch must not vanish from under it. */
function settleWatched(state: JobState): boolean {
  const index = state.roles.findIndex(({ kind }) => kind === "person");
  const step = state.job.steps[index];
  if (step === undefined) return false;
  return keepAll(state, `the step "${labelOf(step)}" watches it for failure`);
}

function hasWork(state: JobState): boolean {
  const isBuilt = state.isReleasing && state.roles.some((role) => role.kind === "build");
  return isBuilt || state.roles.some((role) => role.kind === "gate" || role.kind === "aggregate");
}

function siblings(settling: Settling, state: JobState): readonly JobState[] {
  return settling.jobs.filter(({ workflow }) => workflow.file === state.workflow.file);
}

/** A job of set-up alone goes when all that waited for it went; else it is a check of its own. */
function settleHelper(settling: Settling, state: JobState): boolean {
  if (!state.gone || state.kept.size > 0 || hasWork(state)) return false;
  const waiting = siblings(settling, state).filter(({ job }) => job.needs.includes(state.job.id));
  if (waiting.length > 0 && waiting.every(({ gone }) => gone)) return false;
  return keepAll(state, waiting.length > 0 ? "jobs that stay wait for it" : RUNS_NOTHING);
}

function settleAggregate(settling: Settling, state: JobState): boolean {
  if (!state.roles.some(({ kind }) => kind === "aggregate")) return false;
  const needed = siblings(settling, state).filter(({ job }) => state.job.needs.includes(job.id));
  const left = needed.filter(({ gone }) => !gone).map(({ job }) => job.id);
  if (needed.length > 0 && left.length === 0) return false;
  return keepAll(
    state,
    left.length === 0 ? "nothing says what it sums up" : `it sums up jobs that stay (${left.slice(0, 4).join(", ")})`,
  );
}

function settleOne(settling: Settling, state: JobState): boolean {
  if (state.job.call !== null) return false;
  const changes = [
    settleWatched(state),
    settleOrder(state),
    settleUploads(state),
    pullSteps(state),
    settleAggregate(settling, state),
    settleHelper(settling, state),
    settleSetUp(state),
  ];
  state.gone = state.kept.size === 0;
  return changes.some(Boolean);
}

function artifactsOf(state: JobState): readonly { readonly index: number; readonly name: string }[] {
  return state.roles.flatMap((role, index) => (role.kind === "upload" ? [{ index, name: role.name }] : []));
}

function takes(download: string | null, upload: string): boolean {
  if (download === null || /\$\{\{/.test(`${download}${upload}`)) return true;
  return download === upload;
}

/** What the job refers to of other jobs, outside of the downloads that are written anew. */
function needsWithout({ job }: JobState, rewired: ReadonlySet<number>): ReadonlySet<string> {
  const sources = job.steps.filter((_, index) => !rewired.has(index)).map(({ source }) => source);
  return referencesOf([job.head, ...sources].join("\n")).needs;
}

/**
 * Downloads of what a job of the same workflow built and the road builds from now on: they fetch the road's artifact.
 *
 * @returns indexes of steps
 */
export function rewiredDownloads(settling: Pick<Settling, "jobs">, state: JobState): ReadonlySet<number> {
  if (!state.isReleasing) return new Set();
  const others = settling.jobs.filter(({ workflow }) => workflow.file === state.workflow.file);
  const uploads = others.flatMap((other) => artifactsOf(other).map(({ index, name }) => ({ other, index, name })));
  const actionBuilt = others.some(({ job, kept }) =>
    job.steps.some(({ uses }, at) => !kept.has(at) && /build-and-inspect/.test(uses ?? "")),
  );
  const indexes = state.roles.flatMap((role, index) => {
    if (role.kind !== "download" || !state.kept.has(index)) return [];
    // hynek/build-and-inspect-python-package uploads what it builds as `Packages`.
    if (actionBuilt && role.name === "Packages") return [index];
    const taken = uploads.filter(({ name }) => takes(role.name, name));
    const isBuilds = taken.every(
      ({ other, index: at }) =>
        other.roles[at]?.kind === "upload" && !other.kept.has(at) && isBuildUpload(other.roles[at]),
    );
    return taken.length > 0 && isBuilds ? [index] : [];
  });
  return new Set(indexes);
}

function isBuildUpload(role: Role | undefined): boolean {
  return role?.kind === "upload" && role.what === "build";
}

/** Outputs and artifacts that kept jobs take from jobs that would go. */
function pullJobs(settling: Settling, state: JobState): boolean {
  let changed = false;
  const rewired = rewiredDownloads(settling, state);
  const needs = needsWithout(state, rewired);
  const downloads = state.roles.flatMap((role, index) =>
    role.kind === "download" && state.kept.has(index) && !rewired.has(index) ? [role.name] : [],
  );
  for (const other of siblings(settling, state)) {
    if (other === state) continue;
    if (needs.has(other.job.id))
      changed = keepAll(other, `the job ${state.job.id} uses its outputs or its result`) || changed;
    for (const { index, name } of artifactsOf(other)) {
      if (other.kept.has(index) || !downloads.some((download) => takes(download, name))) continue;
      changed = keep(other, index, `the job ${state.job.id} takes the artifact`) || changed;
    }
  }
  return changed;
}

/** A job that calls a workflow of the repository goes when nothing is left of that workflow. */
function settleCall(settling: Settling, state: JobState): boolean {
  if (state.job.call === null) return false;
  const path = state.job.call.uses.replace(/^\.\//, "");
  const called = settling.jobs.filter(({ workflow }) => workflow.file === path);
  const before = state.gone;
  state.gone = called.length > 0 && called.every(({ gone }) => gone) && state.kept.size === 0;
  return before !== state.gone;
}

function isKeptAtAll(state: JobState): boolean {
  return !state.gone;
}

/**
 * Decides what can go: starts with everything that the road replaces, and takes back what something kept needs, until
 * nothing changes.
 *
 * @param world all workflows of the repository that can be edited, and what the road does
 */
export function settle(world: World): Settling {
  const { workflows } = world;
  const jobs = workflows.flatMap((workflow) => workflow.jobs.map((job) => startState(job, workflow, world)));
  const settling: Settling = { jobs, workflows: new Map(workflows.map((workflow) => [workflow.file, workflow])) };
  resettle(settling);
  return settling;
}

/** Decides again after something was taken back. */
export function resettle(settling: Settling): void {
  for (let changed = true; changed; ) {
    const own = settling.jobs.map((state) => settleOne(settling, state) || settleCall(settling, state));
    const crossed = settling.jobs.filter(isKeptAtAll).map((state) => pullJobs(settling, state));
    changed = own.some(Boolean) || crossed.some(Boolean);
  }
}
