import type { WorkflowFacts } from "./model.ts";

/** What starts a workflow, as far as a migration cares. */
export interface Starts {
  /** By pushes to branches, pull requests or the merge queue: what the road checks. */
  readonly checks: boolean;
  /** By pushed tags or published releases. */
  readonly releases: boolean;
  /** Events that the road does not serve. */
  readonly others: readonly string[];
  /** True when it is only called by others. */
  readonly onlyCalled: boolean;
}

const CHECKS = new Set(["pull_request", "merge_group"]);
const HARMLESS = new Set(["schedule", "workflow_dispatch", "workflow_call"]);

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function pushStarts(settings: unknown): { readonly checks: boolean; readonly releases: boolean } {
  const keys = keysOf(settings);
  const namesTags = keys.includes("tags") || keys.includes("tags-ignore");
  const namesBranches = keys.includes("branches") || keys.includes("branches-ignore");
  // Without a filter on either, both branches and tags start it; a filter on one leaves out the other.
  return { checks: namesBranches || !namesTags, releases: namesTags };
}

/** @returns names of the workflows whose end starts a workflow (`workflow_run`) */
export function namesWatched(on: WorkflowFacts["on"]): readonly string[] {
  const settings = on.get("workflow_run");
  const names = typeof settings === "object" && settings !== null && "workflows" in settings ? settings.workflows : [];
  return (Array.isArray(names) ? names : [names]).map(String);
}

/** @returns what starts a workflow */
export function startsOf(on: WorkflowFacts["on"]): Starts {
  const push = on.has("push") ? pushStarts(on.get("push")) : { checks: false, releases: false };
  const events = [...on.keys()];
  return {
    checks: push.checks || events.some((event) => CHECKS.has(event)),
    releases: push.releases || events.includes("release"),
    others: events.filter(
      (event) => event !== "push" && event !== "release" && !CHECKS.has(event) && !HARMLESS.has(event),
    ),
    onlyCalled: events.length > 0 && events.every((event) => event === "workflow_call"),
  };
}

/**
 * @param starts what starts a workflow
 * @param on its events
 * @returns why the road does not run when this workflow does, as a clause; undefined when it does
 */
export function triggerObstacle(starts: Starts, on: WorkflowFacts["on"]): string | undefined {
  const events = [...on.keys()];
  if (starts.others.length > 0) return `the workflow runs on ${starts.others.join(", ")}, which the road does not`;
  if (starts.checks || starts.releases) return undefined;
  if (events.length === 0) return "nothing says when the workflow runs";
  return `the workflow runs on ${events.join(", ")} only; the road runs on pushes and pull requests`;
}
