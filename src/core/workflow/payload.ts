import { valueAt } from "../documents/index.ts";
import type { Json } from "../expressions/index.ts";
import { type EventName, ownerOf, type RunFacts, refName, SERVER_URL } from "./run-facts.ts";

/** What payloads are made from. */
export interface PayloadFacts
  extends Omit<RunFacts, "event" | "payload" | "runId" | "runNumber" | "runAttempt" | "workflow"> {
  /** The commit before; 40 zeros when there is none. */
  readonly before: string;
  readonly baseSha: string;
  readonly commit: { readonly message: string; readonly timestamp: string; readonly author: string };
  /** Inputs of a dispatch, as text. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of a schedule. */
  readonly cron: string;
}

type Fields = { readonly [key: string]: Json };

function repositoryOf(facts: PayloadFacts): Fields {
  const [owner, name = ""] = [ownerOf(facts.repository), facts.repository.split("/")[1]];
  return {
    id: Number(facts.repositoryId),
    name,
    full_name: facts.repository,
    private: facts.visibility !== "public",
    visibility: facts.visibility,
    default_branch: facts.defaultBranch,
    html_url: `${SERVER_URL}/${facts.repository}`,
    clone_url: `${SERVER_URL}/${facts.repository}.git`,
    fork: false,
    owner: { login: owner, id: Number(facts.ownerId), type: "Organization" },
  };
}

function commitOf(facts: PayloadFacts): Fields {
  return {
    id: facts.sha,
    message: facts.commit.message,
    timestamp: facts.commit.timestamp,
    url: `${SERVER_URL}/${facts.repository}/commit/${facts.sha}`,
    author: { name: facts.commit.author },
    committer: { name: facts.commit.author },
    distinct: true,
  };
}

/**
 * A payload with the fields that workflows read (docs.github.com, Webhook events and payloads). For more, a payload of
 * one's own can be given.
 *
 * @param event the event
 * @param facts what it is about
 */
export function eventPayload(event: EventName, facts: PayloadFacts): Fields {
  const shared: Fields = {
    repository: repositoryOf(facts),
    sender: { login: facts.actor, id: Number(facts.ownerId), type: "User" },
  };
  switch (event) {
    case "push":
      return {
        ...shared,
        ref: facts.ref,
        before: facts.before,
        after: facts.sha,
        created: /^0+$/.test(facts.before),
        deleted: false,
        forced: false,
        base_ref: null,
        compare: `${SERVER_URL}/${facts.repository}/compare/${facts.before.slice(0, 12)}...${facts.sha.slice(0, 12)}`,
        commits: facts.ref.startsWith("refs/tags/") ? [] : [commitOf(facts)],
        head_commit: commitOf(facts),
        pusher: { name: facts.actor },
      };
    case "pull_request":
      return { ...shared, action: "synchronize", number: 1, pull_request: pullRequest(facts) };
    case "merge_group":
      return {
        ...shared,
        action: "checks_requested",
        merge_group: {
          head_sha: facts.sha,
          head_ref: facts.ref,
          base_sha: facts.baseSha,
          base_ref: `refs/heads/${facts.baseRef === "" ? facts.defaultBranch : facts.baseRef}`,
          head_commit: commitOf(facts),
        },
      };
    case "workflow_dispatch":
      return { ...shared, ref: facts.ref, inputs: facts.inputs, workflow: facts.workflowPath };
    case "release":
      return {
        ...shared,
        action: "published",
        release: {
          id: 1,
          tag_name: refName(facts.ref),
          name: refName(facts.ref),
          target_commitish: facts.defaultBranch,
          draft: false,
          prerelease: false,
          created_at: facts.commit.timestamp,
          published_at: facts.commit.timestamp,
          html_url: `${SERVER_URL}/${facts.repository}/releases/tag/${refName(facts.ref)}`,
          assets: [],
        },
      };
    case "schedule":
      return { ...shared, schedule: facts.cron, workflow: facts.workflowPath };
  }
}

/**
 * @param event the event
 * @param payload its payload
 * @param repository where the workflow runs
 * @returns true when it is a pull request from another repository
 */
export function isFromFork(event: EventName, payload: Fields, repository: string): boolean {
  const head = valueAt(payload, "pull_request", "head", "repo", "full_name");
  return event === "pull_request" && typeof head === "string" && head !== repository;
}

function pullRequest(facts: PayloadFacts): Fields {
  const repo = repositoryOf(facts);
  return {
    number: 1,
    state: "open",
    draft: false,
    merged: false,
    title: facts.commit.message.split("\n")[0] ?? "",
    body: "",
    user: { login: facts.actor, id: Number(facts.ownerId), type: "User" },
    html_url: `${SERVER_URL}/${facts.repository}/pull/1`,
    labels: [],
    head: { ref: facts.headRef, sha: facts.sha, label: `${ownerOf(facts.repository)}:${facts.headRef}`, repo },
    base: { ref: facts.baseRef, sha: facts.baseSha, label: `${ownerOf(facts.repository)}:${facts.baseRef}`, repo },
    merge_commit_sha: facts.sha,
  };
}
