import type { Plan } from "../../gates/index.ts";
import { jobObstacle } from "../job-conditions.ts";
import type { JobFacts, WorkflowFacts } from "../model.ts";
import type { Known } from "../roles/covering.ts";
import { isRoadsBuild, type Releasing } from "../roles/releases.ts";
import { roleOf } from "../roles/role.ts";
import type { Role } from "../roles/role-types.ts";
import { namesWatched, type Starts, startsOf, triggerObstacle } from "../triggers.ts";
import type { JobState } from "./job-state.ts";

/** What is known when deciding begins. */
export interface World {
  readonly workflows: readonly WorkflowFacts[];
  readonly known: Known;
  readonly build: Plan["build"];
  /** The workflow that releases, when the road can build for it. */
  readonly releasing: Releasing | undefined;
}

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

/** @returns a job with what surely stays of it */
export function startState(job: JobFacts, workflow: WorkflowFacts, world: World): JobState {
  const { known, workflows, build, releasing } = world;
  const isReleasing = releasing?.file === workflow.file;
  const roles = job.steps.map((step) => roleOf(step, { workflow, job, known }));
  const state: JobState = { workflow, job, roles, kept: new Map(), gone: job.call === null, isReleasing };
  const on = effectiveEvents(workflow, workflows);
  const obstacle =
    triggerObstacle(startsOf(on), on) ??
    watchedObstacle(workflow, workflows) ??
    jobObstacle(job) ??
    releaseObstacle(startsOf(on), isReleasing);
  const built = job.steps.map((step) => isReleasing && isRoadsBuild(step, job, build) && canLeave(job));
  for (const [index, role] of roles.entries()) {
    if (isReleasing && isLeftToRoad(role, index, { built, workflow })) continue;
    if (obstacle !== undefined) state.kept.set(index, obstacle);
    else if (["stays", "publish", "build", "inspect", "coverage"].includes(role.kind))
      state.kept.set(index, keepReason(role));
  }
  return state;
}

/** Another workflow that starts when this one has ended acts on what its jobs came to. */
function watchedObstacle(workflow: WorkflowFacts, workflows: readonly WorkflowFacts[]): string | undefined {
  const watcher = workflows.find(({ on }) => namesWatched(on).includes(workflow.name ?? workflow.file));
  return watcher === undefined
    ? undefined
    : `${watcher.file.split("/").at(-1)} starts when this workflow has ended, and may act on its result`;
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
