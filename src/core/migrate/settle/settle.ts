import type { JobState, Settling } from "./job-state.ts";
import { pullJobs, settleAggregate, settleCall, settleConditions, settleHelper } from "./settle-jobs.ts";
import { pullSteps, settleGuards, settleOrder, settleSetUp, settleUploads, settleWatched } from "./settle-steps.ts";
import { startState, type World } from "./start-state.ts";

function settleOne(settling: Settling, state: JobState): boolean {
  if (state.job.call !== null) return false;
  const changes = [
    settleWatched(state),
    settleGuards(state),
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
    const crossed = settling.jobs
      .filter(isKeptAtAll)
      .flatMap((state) => [pullJobs(settling, state), settleConditions(settling, state)]);
    changed = own.some(Boolean) || crossed.some(Boolean);
  }
}
