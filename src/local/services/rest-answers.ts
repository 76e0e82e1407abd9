import type { JobRecord } from "../../ports/github.ts";
import type { LocalArtifact } from "./artifact-store.ts";
import { type Answer, type Exchange, jsonAnswer } from "./exchange.ts";

/** What the API tells of the repository and the run. Ids are decimal texts. */
export interface ApiFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly serverUrl: string;
  readonly runId: string;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly workflow: string;
  readonly event: string;
  readonly sha: string;
  /** Branch or tag name. */
  readonly refName: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/**
 * @param status HTTP status
 * @param message as GitHub words it
 * @param doc where GitHub documents the endpoint, below https://docs.github.com/rest
 * @returns an error as GitHub answers it
 */
export function apiFault(status: number, message: string, doc = ""): Answer {
  return jsonAnswer(status, {
    message,
    documentation_url: `https://docs.github.com/rest${doc}`,
    status: String(status),
  });
}

/**
 * @param exchange a request with `per_page` and `page`
 * @param name of the list
 * @param items all of it
 * @returns one page, with the `Link` header that octokit's paginate follows
 */
export function pageAnswer(exchange: Exchange, name: string, items: readonly unknown[]): Answer {
  const query = exchange.url.searchParams;
  const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? "30") || 30));
  const page = Math.max(1, Number(query.get("page") ?? "1") || 1);
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
  next.search = new URLSearchParams({ per_page: String(perPage), page: String(page + 1) }).toString();
  const link = page * perPage < items.length ? { link: `<${next.href}>; rel="next"` } : undefined;
  return jsonAnswer(200, { total_count: items.length, [name]: shown }, link);
}

/** @returns a repository as `GET /repos/{owner}/{repo}` has it, in part */
export function describeRepository(facts: ApiFacts): Record<string, unknown> {
  const { repository, repositoryId, ownerId, defaultBranch, isPrivate, serverUrl } = facts;
  const [owner = "", name = ""] = repository.split("/");
  return {
    id: Number(repositoryId),
    name,
    full_name: repository,
    owner: { login: owner, id: Number(ownerId) },
    private: isPrivate,
    visibility: isPrivate ? "private" : "public",
    default_branch: defaultBranch,
    html_url: `${serverUrl}/${repository}`,
    fork: false,
    archived: false,
  };
}

/** @returns a run that is under way, as `GET …/actions/runs/{id}` has it, in part */
export function describeRun(facts: ApiFacts): Record<string, unknown> {
  return {
    id: Number(facts.runId),
    name: facts.workflow,
    event: facts.event,
    status: "in_progress",
    conclusion: null,
    run_number: facts.runNumber,
    run_attempt: facts.runAttempt,
    head_sha: facts.sha,
    head_branch: facts.refName,
    created_at: facts.createdAt,
    run_started_at: facts.createdAt,
    html_url: `${facts.serverUrl}/${facts.repository}/actions/runs/${facts.runId}`,
  };
}

/** @returns jobs as `GET …/jobs` has them, in part */
export function describeJobs(facts: ApiFacts, jobs: Iterable<JobRecord>): readonly unknown[] {
  const { runId, runAttempt, sha } = facts;
  return [...jobs].map((job) => ({
    id: job.id,
    run_id: Number(runId),
    run_attempt: runAttempt,
    head_sha: sha,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    html_url: job.url,
    steps: [],
  }));
}

/** @returns artifacts as `GET …/artifacts` has them, in part */
export function describeArtifacts(facts: ApiFacts, artifacts: readonly LocalArtifact[]): readonly unknown[] {
  return artifacts.map((artifact) => ({
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.size,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    expired: false,
    workflow_run: {
      ...{ id: Number(facts.runId), head_sha: facts.sha, head_branch: facts.refName },
      ...{ repository_id: Number(facts.repositoryId), head_repository_id: Number(facts.repositoryId) },
    },
  }));
}
