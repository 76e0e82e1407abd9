import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JobRecord } from "../../ports/github.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { type Answer, bearerOf, type Exchange, type Handler, jsonAnswer, readObject } from "./exchange.ts";
import { type PermissionLevel, randomSecret } from "./job-tokens.ts";

/** Path below which the REST API is served. */
export const API_PATH = "/api/v3";

/** Most bytes of a request; GitHub takes bundles of up to 16 MiB. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

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

type Permissions = Readonly<Record<string, PermissionLevel>>;

interface Call {
  readonly exchange: Exchange;
  readonly permissions: Permissions;
  /** Groups of the route's pattern. */
  readonly parts: readonly string[];
}

interface Route {
  readonly method: string;
  /** Matches what follows `/repos/<owner>/<name>`. */
  readonly path: RegExp;
  /** Scope and level that the token needs. */
  readonly needs?: readonly [scope: string, level: "read" | "write"];
  /** Where GitHub documents the endpoint, below https://docs.github.com/rest/. */
  readonly doc: string;
  readonly answer: (call: Call) => Promise<Answer> | Answer;
}

function fault(status: number, message: string, doc = ""): Answer {
  return jsonAnswer(status, {
    message,
    documentation_url: `https://docs.github.com/rest${doc}`,
    status: String(status),
  });
}

/** @returns the path without percent-encoding, or undefined when it is malformed */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isGranted(permissions: Permissions, needs: Route["needs"]): boolean {
  if (needs === undefined) return true;
  const level = Object.hasOwn(permissions, needs[0]) ? permissions[needs[0]] : "none";
  return level === "write" || (level === "read" && needs[1] === "read");
}

/** GitHub's REST API as far as workflows use it here; what is missing says so. */
export class RestApi {
  readonly #facts: ApiFacts;
  readonly #folder: string;
  readonly #artifacts: ArtifactStore;
  readonly #jobs = new Map<number, JobRecord>();
  readonly #tokens = new Map<string, Permissions>();
  readonly #routes: readonly Route[];
  #attestations = 0;

  /**
   * @param facts repository and run
   * @param folder absolute folder where attestations are kept
   * @param artifacts of the run
   */
  constructor(facts: ApiFacts, folder: string, artifacts: ArtifactStore) {
    this.#facts = facts;
    this.#folder = folder;
    this.#artifacts = artifacts;
    this.#routes = this.#makeRoutes();
  }

  /** Adds a job, or replaces what was told of it. */
  recordJob(job: JobRecord): void {
    this.#jobs.set(job.id, job);
  }

  /** @returns a token in the form of GitHub's that may do what `permissions` say */
  issueToken(permissions: Permissions): string {
    const token = `ghs_${randomSecret()}`;
    this.#tokens.set(token, permissions);
    return token;
  }

  /** Serves everything below `API_PATH`. */
  readonly handler: Handler = async (exchange) => {
    const { pathname } = exchange.url;
    if (pathname !== API_PATH && !pathname.startsWith(`${API_PATH}/`)) return undefined;
    const path = decodePath(pathname.slice(API_PATH.length));
    if (path === undefined) return fault(400, "The path is not well-formed.");
    const permissions = this.#tokens.get(bearerOf(exchange) ?? "");
    if (permissions === undefined) return fault(401, "Bad credentials");
    const match = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path);
    if (match === null) return this.#absent(exchange.method, path);
    if (match[1]?.toLowerCase() !== this.#facts.repository.toLowerCase()) return fault(404, "Not Found");
    const rest = match[2] ?? "";
    for (const route of this.#routes) {
      const parts = route.method === exchange.method ? route.path.exec(rest) : null;
      if (parts === null) continue;
      if (!isGranted(permissions, route.needs)) return fault(403, "Resource not accessible by integration", route.doc);
      return await route.answer({ exchange, permissions, parts: parts.slice(1) });
    }
    return this.#absent(exchange.method, path);
  };

  #absent(method: string, path: string): Answer {
    return fault(501, `The local stand-in of GitHub's API does not have ${method} ${path}.`);
  }

  #makeRoutes(): readonly Route[] {
    const run = "/actions/workflow-runs";
    return [
      {
        method: "GET",
        path: /^$/,
        doc: "/repos/repos#get-a-repository",
        answer: () => jsonAnswer(200, this.#repository()),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)$/,
        needs: ["actions", "read"],
        doc: `${run}#get-a-workflow-run`,
        answer: (call) => this.#ofThisRun(call, () => jsonAnswer(200, this.#run())),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)(?:\/attempts\/(\d+))?\/jobs$/,
        needs: ["actions", "read"],
        doc: "/actions/workflow-jobs#list-jobs-for-a-workflow-run",
        answer: (call) => this.#ofThisRun(call, () => this.#page(call.exchange, "jobs", this.#jobList())),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)\/artifacts$/,
        needs: ["actions", "read"],
        doc: "/actions/artifacts#list-workflow-run-artifacts",
        answer: (call) => this.#ofThisRun(call, () => this.#page(call.exchange, "artifacts", this.#artifactList())),
      },
      {
        method: "POST",
        path: /^\/attestations$/,
        needs: ["attestations", "write"],
        doc: "/repos/attestations#create-an-attestation",
        answer: (call) => this.#storeAttestation(call.exchange),
      },
      {
        method: "GET",
        path: /^\/attestations\/(sha256:[0-9a-f]{64})$/,
        needs: ["attestations", "read"],
        doc: "/repos/attestations#list-attestations",
        answer: (call) => this.#findAttestations(call.parts[0] ?? ""),
      },
    ];
  }

  #ofThisRun(call: Call, answer: () => Answer): Answer {
    const [runId, attempt] = call.parts;
    if (runId !== this.#facts.runId) return fault(404, "Not Found");
    if (attempt !== undefined && attempt !== String(this.#facts.runAttempt)) return fault(404, "Not Found");
    return answer();
  }

  /** One page of a list, with `Link` headers that octokit's paginate follows. */
  #page(exchange: Exchange, name: string, items: readonly unknown[]): Answer {
    const query = exchange.url.searchParams;
    const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? "30") || 30));
    const page = Math.max(1, Number(query.get("page") ?? "1") || 1);
    const shown = items.slice((page - 1) * perPage, page * perPage);
    const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
    next.search = new URLSearchParams({ per_page: String(perPage), page: String(page + 1) }).toString();
    const link = page * perPage < items.length ? { link: `<${next.href}>; rel="next"` } : undefined;
    return jsonAnswer(200, { total_count: items.length, [name]: shown }, link);
  }

  #repository(): Record<string, unknown> {
    const { repository, repositoryId, ownerId, defaultBranch, isPrivate, serverUrl } = this.#facts;
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

  #run(): Record<string, unknown> {
    const facts = this.#facts;
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

  #jobList(): readonly unknown[] {
    const { runId, runAttempt, sha } = this.#facts;
    return [...this.#jobs.values()].map((job) => ({
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

  #artifactList(): readonly unknown[] {
    return this.#artifacts.list().map((artifact) => ({
      id: artifact.id,
      name: artifact.name,
      size_in_bytes: artifact.size,
      digest: artifact.digest,
      created_at: artifact.createdAt,
      expired: false,
      workflow_run: { id: Number(this.#facts.runId), head_sha: this.#facts.sha },
    }));
  }

  async #storeAttestation(exchange: Exchange): Promise<Answer> {
    const body = await readObject(exchange.stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return fault(body.status, body.reason);
    const bundle = body.value["bundle"];
    if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) {
      return fault(422, "Invalid request: `bundle` is not an object.", "/repos/attestations#create-an-attestation");
    }
    this.#attestations += 1;
    const id = this.#attestations;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#attestationFile(id), JSON.stringify(bundle), { flag: "wx" });
    return jsonAnswer(201, { id });
  }

  async #findAttestations(digest: string): Promise<Answer> {
    const bundles: unknown[] = [];
    for (let id = 1; id <= this.#attestations; id += 1) {
      const bundle: unknown = JSON.parse(await readFile(this.#attestationFile(id), "utf8"));
      if (subjectDigests(bundle).includes(digest)) bundles.push(bundle);
    }
    if (bundles.length === 0) return fault(404, "Not Found", "/repos/attestations#list-attestations");
    const repositoryId = Number(this.#facts.repositoryId);
    return jsonAnswer(200, { attestations: bundles.map((bundle) => ({ bundle, repository_id: repositoryId })) });
  }

  #attestationFile(id: number): string {
    return join(this.#folder, `${id}.sigstore.json`);
  }
}

/** `sha256:…` of the subjects of a bundle's in-toto statement; none when it holds no statement. */
function subjectDigests(bundle: unknown): readonly string[] {
  try {
    const { payload } = (bundle as { dsseEnvelope: { payload: string } }).dsseEnvelope;
    const statement = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as {
      subject: { digest: { sha256: string } }[];
    };
    return statement.subject.map((subject) => `sha256:${subject.digest.sha256}`);
  } catch {
    // A bundle without a readable statement has no subjects to be found by.
    return [];
  }
}
