import type { Json } from "../expressions/index.ts";

/** Events that a run can be of. */
export const EVENTS = ["push", "pull_request", "merge_group", "workflow_dispatch", "release", "schedule"] as const;

/** An event that a run can be of. */
export type EventName = (typeof EVENTS)[number];

/** What a run is about: the facts behind the `github` context. All ids are decimal text. */
export interface RunFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly visibility: "public" | "private" | "internal";
  readonly defaultBranch: string;
  readonly event: EventName;
  readonly payload: { readonly [key: string]: Json };
  /** Full ref: `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
  readonly ref: string;
  readonly sha: string;
  /** Branch names of a pull request, else empty. */
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  readonly runId: string;
  readonly runNumber: string;
  readonly runAttempt: string;
  /** Name of the workflow, or its path when it has none. */
  readonly workflow: string;
  /** Path in the repository. */
  readonly workflowPath: string;
}

/** Address of GitHub. Clients look at its host name, so it stays the real one. */
export const SERVER_URL = "https://github.com";

/** `owner/name/path@ref` of the workflow that the event started. */
export function workflowRef(facts: RunFacts): string {
  return `${facts.repository}/${facts.workflowPath}@${facts.ref}`;
}

/** @returns `refs/heads/main` without the prefix; `1/merge` for a pull request */
export function refName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags|pull)\//, "");
}

/** @returns whether a ref is a tag; everything else counts as a branch, as on GitHub */
export function refType(ref: string): "branch" | "tag" {
  return ref.startsWith("refs/tags/") ? "tag" : "branch";
}

/** @returns the part before the slash */
export function ownerOf(repository: string): string {
  return repository.split("/")[0] ?? "";
}
