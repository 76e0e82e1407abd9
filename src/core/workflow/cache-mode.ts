import type { EventName } from "./run-facts.ts";

/** What a job may do with the cache: `cache-mode` of a workflow or a job. */
export const CACHE_MODES = ["write", "read", "write-only", "none"] as const;

/** One of them. */
export type CacheMode = (typeof CACHE_MODES)[number];

/**
 * What GitHub allows where no `cache-mode` is written. Reading alone is the default of events that outsiders can cause and
 * that see the default branch's entries (`pull_request_target`, `issue_comment`, `workflow_run` …); none of these is made
 * here. A pull request writes to a scope of its own, also one from a fork (docs.github.com, Dependency caching reference,
 * "Cache access for low-trust events").
 */
const DEFAULTS: Readonly<Record<EventName, CacheMode>> = {
  push: "write",
  pull_request: "write",
  merge_group: "write",
  workflow_dispatch: "write",
  release: "write",
  schedule: "write",
};

/**
 * @param event the event of a run
 * @returns what its jobs may do with the cache
 */
export function defaultCacheMode(event: EventName): CacheMode {
  return DEFAULTS[event];
}
