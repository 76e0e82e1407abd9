import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  EVENTS,
  type EventName,
  eventPayload,
  type Json,
  ownerOf,
  type RunFacts,
  refName,
  refType,
} from "../core/workflow/index.ts";
import { TurnpikeError } from "../errors.ts";
import type { Git } from "./git.ts";
import type { RunCommit } from "./own-repository.ts";

/** What was asked for on the command line, as far as it says what the run is about. */
export interface FactsRequest {
  /** Absolute folder in the repository. */
  readonly directory: string;
  readonly event: string | undefined;
  readonly ref: string | undefined;
  /** `owner/name`. */
  readonly repository: string | undefined;
  readonly visibility: "public" | "private" | "internal";
  readonly inputs: Readonly<Record<string, string>>;
  /** Absolute file with a payload. */
  readonly eventFile: string | undefined;
  readonly actor: string;
  /** Decimal text. */
  readonly runId: string;
}

/** The repository's part of the facts, before the workflow is chosen. */
export interface RepositoryFacts {
  readonly commit: RunCommit;
  /** The branch or tag itself; `commit.ref` is a merge ref for a pull request. */
  readonly pushedRef: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly event: EventName;
  readonly isShallow: boolean;
}

function config(message: string, hint: string): TurnpikeError {
  return new TurnpikeError("WORKFLOW_EVENT", "config", message, { hint });
}

/**
 * Finds out what the run is of. Nothing is written.
 *
 * @param git runs git
 * @param request what was asked for
 * @throws TurnpikeError `GIT_NOT_A_REPOSITORY` or `WORKFLOW_EVENT`, with what to do
 */
export async function readRepository(git: Git, request: FactsRequest): Promise<RepositoryFacts> {
  const { directory } = request;
  const top = await git.line(directory, "rev-parse", "--show-toplevel");
  if (top === undefined) {
    throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `${directory} is in no git repository.`, {
      hint: "git init && git add -A && git commit -m start",
    });
  }
  const head = await git.line(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  if (head === undefined) {
    throw new TurnpikeError("GIT_FAILED", "user", "The repository has no commit yet, and a run is of a commit.", {
      hint: "git add -A && git commit -m start",
    });
  }
  const event = eventName(request);
  const defaultBranch = await findDefaultBranch(git, top);
  const ref = await findRef(git, top, request);
  const isTag = refType(ref.ref) === "tag";
  if (event === "release" && !isTag) {
    throw config(`A release is of a tag, and ${ref.ref} is none.`, "Say which: --ref TAG");
  }
  const usesWorkingTree = !isTag && ref.sha === head;
  const baseSha = await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`);
  const runRef = eventRef(event, ref.ref, { branch: defaultBranch, sha: baseSha ?? ref.sha });
  return {
    commit: { top, ref: runRef, sha: ref.sha, usesWorkingTree },
    pushedRef: ref.ref,
    repository: await findRepository(git, top, request.repository),
    defaultBranch,
    event,
    isShallow: (await git.line(top, "rev-parse", "--is-shallow-repository")) === "true",
  };
}

function eventName({ event }: FactsRequest): EventName {
  const known = EVENTS.find((one) => one === (event ?? "push"));
  if (known !== undefined) return known;
  throw config(`The event "${event}" is not one that turnpike run makes.`, `Use one of: ${EVENTS.join(", ")}`);
}

/** A pull request runs on its merge ref, a merge group on the queue's branch. */
function eventRef(event: EventName, ref: string, base: { readonly branch: string; readonly sha: string }): string {
  if (event === "pull_request") return "refs/pull/1/merge";
  if (event === "merge_group") return `refs/heads/gh-readonly-queue/${base.branch}/pr-1-${base.sha}`;
  return ref;
}

async function findRef(
  git: Git,
  top: string,
  request: FactsRequest,
): Promise<{ readonly ref: string; readonly sha: string }> {
  const shaOf = (ref: string) => git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (request.ref !== undefined) {
    const wanted = request.ref;
    const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/tags/${wanted}`, `refs/heads/${wanted}`];
    for (const ref of candidates) {
      const sha = await shaOf(ref);
      if (sha !== undefined) return { ref, sha };
    }
    throw config(`There is no tag and no branch "${wanted}".`, "git tag --list && git branch --list");
  }
  const branch = await git.line(top, "symbolic-ref", "--quiet", "HEAD");
  const sha = await shaOf("HEAD");
  if (branch !== undefined && sha !== undefined) return { ref: branch, sha };
  const names = ["for-each-ref", "--points-at", "HEAD", "--sort=-refname", "--format=%(refname:short)"];
  const here = await git.line(top, ...names, "refs/tags", "refs/heads");
  const example = here?.split("\n")[0] ?? "BRANCH";
  throw config("HEAD is detached, so the run has no branch.", `Say which ref the run is of: --ref ${example}`);
}

async function findDefaultBranch(git: Git, top: string): Promise<string> {
  const remote = await git.line(top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
  if (remote !== undefined) return remote.replace(/^origin\//, "");
  for (const name of ["main", "master"]) {
    if ((await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${name}`)) !== undefined) return name;
  }
  const branch = await git.line(top, "symbolic-ref", "--quiet", "--short", "HEAD");
  return branch ?? "main";
}

async function findRepository(git: Git, top: string, given: string | undefined): Promise<string> {
  if (given !== undefined) {
    if (/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(given)) return given;
    throw config(`"${given}" is no repository.`, "Write it as owner/name");
  }
  const url = await git.line(top, "config", "--get", "remote.origin.url");
  const match = url === undefined ? null : /[/:]([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/?$/.exec(url);
  if (match?.[1] !== undefined && match[2] !== undefined && /^(\w+:\/\/|[\w.-]+@)/.test(url ?? "")) {
    return `${match[1]}/${match[2]}`;
  }
  const folder = top.split("/").at(-1) ?? "";
  return `local/${folder.replace(/[^A-Za-z0-9_.-]/g, "-") || "repository"}`;
}

/** A decimal id that is the same for the same name each time. */
function idOf(name: string): string {
  return String(createHash("sha256").update(name.toLowerCase()).digest().readUInt32BE(0));
}

async function readPayload(file: string): Promise<{ readonly [key: string]: Json }> {
  try {
    const payload: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof payload === "object" && payload !== null && !Array.isArray(payload)) {
      return payload as { readonly [key: string]: Json };
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TurnpikeError("WORKFLOW_EVENT", "config", `${file} is no JSON payload: ${reason}`, { cause });
  }
  throw config(`${file} holds no JSON object.`, "Give the payload as GitHub sends it.");
}

/**
 * @param git runs git
 * @param request what was asked for
 * @param about the repository and the chosen workflow
 * @returns all facts of the run
 */
export async function makeFacts(
  git: Git,
  request: FactsRequest,
  about: {
    readonly found: RepositoryFacts;
    readonly workflow: string;
    readonly workflowPath: string;
    readonly cron: string;
  },
): Promise<RunFacts> {
  const { found } = about;
  const { commit, event, repository, defaultBranch } = found;
  const [message = "", timestamp = "", author = ""] = (
    (await git.ask(commit.top, "log", "-1", "--format=%B%x1f%cI%x1f%an", commit.sha)) ?? ""
  ).split("\u001f");
  const before = (await git.line(commit.top, "rev-parse", "--verify", "--quiet", `${commit.sha}~1`)) ?? "0".repeat(40);
  const isPullRequest = event === "pull_request";
  const baseSha =
    (await git.line(commit.top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`)) ?? before;
  const shared = {
    repository,
    repositoryId: idOf(repository),
    ownerId: idOf(ownerOf(repository)),
    visibility: request.visibility,
    defaultBranch,
    actor: request.actor,
    ref: commit.ref,
    sha: commit.sha,
    headRef: isPullRequest ? refName(found.pushedRef) : "",
    baseRef: isPullRequest ? defaultBranch : "",
    workflowPath: about.workflowPath,
  };
  const made = eventPayload(event, {
    ...shared,
    before,
    baseSha,
    commit: { message: message.trim(), timestamp, author: author.trim() },
    inputs: request.inputs,
    cron: about.cron,
  });
  const given = request.eventFile === undefined ? {} : await readPayload(request.eventFile);
  return {
    ...shared,
    event,
    payload: { ...made, ...given },
    runId: request.runId,
    runNumber: "1",
    runAttempt: "1",
    workflow: about.workflow,
  };
}
