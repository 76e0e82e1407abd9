import type { JobFacts, StepFacts, WorkflowFacts } from "../model.ts";
import type { Role } from "../roles/role-types.ts";

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

/** Everything that is decided about at once. */
export interface Settling {
  readonly jobs: JobState[];
  /** Files of the repository by path, for calls of reusable workflows. */
  readonly workflows: ReadonlyMap<string, WorkflowFacts>;
}

/** Index under which the call of a reusable workflow is kept. */
export const CALL = -1;

/** @returns whether the step was not kept before */
export function keep(state: JobState, index: number, why: string): boolean {
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

/** @returns whether the road builds what this job built itself, so that the job must fetch it */
export function fetchesBuild(state: JobState): boolean {
  return state.kept.size > 0 && state.roles.some(({ kind }, index) => kind === "build" && !state.kept.has(index));
}

/** @returns jobs of the same workflow, itself too */
export function siblings(settling: Pick<Settling, "jobs">, state: JobState): readonly JobState[] {
  return settling.jobs.filter(({ workflow }) => workflow.file === state.workflow.file);
}

/** @returns what a step is called in a sentence */
export function labelOf({ label }: StepFacts): string {
  return label.split("\n")[0]?.slice(0, 60) ?? "";
}
