import { asText, valueAt } from "../../core/documents/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { ArtifactAnswer, GitHub, JobRecord, StoreResult } from "../../ports/github.ts";
import type { CheckRunText, CommentText, WriteResult } from "../../ports/reporting.ts";
import type { RunContext } from "../../ports/run-context.ts";
import { putCheckRun, putComment } from "./reporting.ts";

type Octokit = ReturnType<typeof import("@actions/github")["getOctokit"]>;

/** Longest wait for one call in ms. */
const TIMEOUT_MS = 30_000;
/** Calls that failed for a moment's reason are made this often in all. */
const ATTEMPTS = 3;
/** Pause before the second of them in ms, at least; each further one is twice as long. */
const PAUSE_MS = 500;
/** Larger artifacts are not ours. */
const LARGEST_ARTIFACT_BYTES = 32 * 1024 * 1024;

/** What a failed call says: its status, or why there was no answer. */
interface ApiFault {
  readonly status: number | undefined;
  readonly reason: string;
}

/** GitHub's messages end with the address of their documentation; the first line is enough, as part of a sentence. */
function firstLine(message: string): string {
  return (message.split(/\n| - https?:/, 1)[0] ?? "").slice(0, 200).replace(/\.$/, "");
}

function faultOf(error: unknown): ApiFault {
  const { status, response } = error as { readonly status?: unknown; readonly response?: unknown };
  // Octokit gives 500 to faults of the network too; those have no response.
  if (typeof status === "number" && response !== undefined && error instanceof Error) {
    return { status, reason: `HTTP ${status}, ${firstLine(error.message)}` };
  }
  let reason = "there was no answer";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === "string") reason = code;
    if (cause.name === "TimeoutError") reason = `no answer within ${TIMEOUT_MS / 1000} s`;
  }
  return { status: undefined, reason };
}

function isPermission(status: number | undefined): boolean {
  return status === 401 || status === 403 || status === 404;
}

/** An artifact as the API lists it, in part. */
interface ListedArtifact {
  readonly id: number;
  readonly expired: boolean;
  readonly size_in_bytes: number;
  readonly workflow_run?: {
    readonly head_branch?: string | null;
    readonly repository_id?: number;
    readonly head_repository_id?: number;
  } | null;
}

/** The newest of a branch of the repository itself: a branch of that name in a fork is somebody else's. */
function newestOf(artifacts: readonly ListedArtifact[], branch: string): number | undefined {
  const own = artifacts.filter(({ expired, size_in_bytes: size, workflow_run: run }) => {
    const isOwn = run?.head_branch === branch && run.head_repository_id === run.repository_id;
    return isOwn && !expired && size <= LARGEST_ARTIFACT_BYTES;
  });
  return own.map(({ id }) => id).sort((a, b) => b - a)[0];
}

/** GitHub's REST API, through `@actions/github`. */
export class ActionsGitHub implements GitHub {
  readonly #token: string;
  readonly #context: RunContext;
  readonly #pauseMs: number;

  /**
   * @param token `GITHUB_TOKEN`, or empty when there is none
   * @param context of the run
   * @param pauseMs shortest pause before a call is made again
   */
  constructor(token: string, context: RunContext, pauseMs = PAUSE_MS) {
    this.#token = token;
    this.#context = context;
    this.#pauseMs = pauseMs;
  }

  isAvailable(): boolean {
    return this.#token !== "" && this.#context.repository !== "";
  }

  async storeAttestation(bundle: unknown): Promise<StoreResult> {
    if (!this.isAvailable()) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    try {
      const answer = await this.#call((octokit, request) =>
        octokit.request("POST /repos/{owner}/{repo}/attestations", {
          ...this.#repository(),
          bundle: bundle as Record<string, unknown>,
          request,
        }),
      );
      const id = String((answer.data as { id?: unknown }).id ?? "");
      const { serverUrl, repository } = this.#context;
      return { kind: "stored", id, url: `${serverUrl}/${repository}/attestations/${id}` };
    } catch (error) {
      const { status, reason } = faultOf(error);
      if (!isPermission(status)) return { kind: "unavailable", reason };
      return { kind: "not-permitted", reason: `${reason}; the job needs the permission \`attestations: write\`` };
    }
  }

  async jobsOfRun(): Promise<readonly JobRecord[] | undefined> {
    if (!this.isAvailable()) return undefined;
    const { runId, runAttempt } = this.#context;
    try {
      const jobs = await this.#call((octokit, request) =>
        octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
          ...this.#repository(),
          run_id: Number(runId),
          attempt_number: runAttempt,
          per_page: 100,
          request,
        }),
      );
      return jobs.map((job) => ({
        id: job.id,
        name: job.name,
        status: job.status,
        conclusion: job.conclusion,
        createdAt: job.created_at,
        // A job that has not begun has no such times, whatever the type says.
        startedAt: job.started_at ?? null,
        completedAt: job.completed_at,
        url: job.html_url ?? "",
      }));
    } catch (error) {
      const { status, reason } = faultOf(error);
      if (isPermission(status)) return undefined;
      throw new TurnpikeError("GITHUB_API", "service", `The jobs of this run could not be listed: ${reason}.`);
    }
  }

  async artifactOfDefaultBranch(name: string): Promise<ArtifactAnswer> {
    if (!this.isAvailable()) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    try {
      const listed = await this.#call((octokit, request) =>
        octokit.rest.actions.listArtifactsForRepo({ ...this.#repository(), name, per_page: 100, request }),
      );
      const id = newestOf(listed.data.artifacts, this.#defaultBranch());
      if (id === undefined) return { kind: "none" };
      const answer = await this.#call((octokit, request) =>
        octokit.rest.actions.downloadArtifact({
          ...this.#repository(),
          ...{ artifact_id: id, archive_format: "zip", request },
        }),
      );
      return { kind: "found", zip: new Uint8Array(answer.data as ArrayBuffer) };
    } catch (error) {
      const { status, reason } = faultOf(error);
      if (!isPermission(status)) return { kind: "unavailable", reason };
      return { kind: "not-permitted", reason: `${reason}; the job needs the permission \`actions: read\`` };
    }
  }

  async putCheckRun(run: CheckRunText): Promise<WriteResult> {
    return this.#write("checks: write", () => putCheckRun(run, this.#repository(), (use) => this.#call(use)));
  }

  async putComment(comment: CommentText): Promise<WriteResult> {
    return this.#write("pull-requests: write", () => putComment(comment, this.#repository(), (use) => this.#call(use)));
  }

  async #write(permission: string, work: () => Promise<WriteResult>): Promise<WriteResult> {
    if (!this.isAvailable()) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    try {
      return await work();
    } catch (error) {
      const { status, reason } = faultOf(error);
      // A limit of calls is told by 403 too.
      if (!isPermission(status) || /rate limit|abuse/i.test(reason)) return { kind: "unavailable", reason };
      return { kind: "not-permitted", reason: `${reason}; the job needs the permission \`${permission}\`` };
    }
  }

  /** As the event tells it; a payload without a repository is of no push. */
  #defaultBranch(): string {
    return asText(valueAt(this.#context.event, "repository", "default_branch")) || "main";
  }

  #repository(): { readonly owner: string; readonly repo: string } {
    const [owner = "", repo = ""] = this.#context.repository.split("/");
    return { owner, repo };
  }

  async #call<T>(use: (octokit: Octokit, request: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const [{ getOctokit }, { default: retry }] = await Promise.all([import("@actions/github"), import("p-retry")]);
    const octokit = getOctokit(this.#token, { baseUrl: this.#context.apiUrl });
    return await retry(() => use(octokit, { signal: AbortSignal.timeout(TIMEOUT_MS) }), {
      retries: ATTEMPTS - 1,
      minTimeout: this.#pauseMs,
      randomize: true,
      shouldRetry: ({ error }) => {
        const { status } = faultOf(error);
        // What is not implemented now is not in a second (RFC 9110, section 15.6.2).
        return status === undefined || (status >= 500 && status !== 501);
      },
    });
  }
}
