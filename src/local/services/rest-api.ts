import type { JobRecord } from "../../ports/github.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { AttestationStore } from "./attestation-store.ts";
import { type Answer, bearerOf, type Exchange, type Handler, jsonAnswer, readObject } from "./exchange.ts";
import { type PermissionLevel, randomSecret } from "./job-tokens.ts";
import { ReportStore } from "./report-store.ts";

import {
  type ApiFacts,
  apiFault,
  describeArtifacts,
  describeJobs,
  describeRepository,
  describeRun,
  pageAnswer,
} from "./rest-answers.ts";

/** Path below which the REST API is served. */
export const API_PATH = "/api/v3";

/** Most bytes of a request; GitHub takes bundles of up to 16 MiB. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

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
  readonly #artifacts: ArtifactStore;
  readonly #jobs = new Map<number, JobRecord>();
  readonly #tokens = new Map<string, Permissions>();
  readonly #attestations: AttestationStore;
  readonly #reports: ReportStore;
  readonly #routes: readonly Route[];

  /**
   * @param facts repository and run
   * @param folder absolute folder where attestations are kept
   * @param artifacts of the run
   */
  constructor(facts: ApiFacts, folder: string, artifacts: ArtifactStore) {
    this.#facts = facts;
    this.#attestations = new AttestationStore(folder);
    this.#artifacts = artifacts;
    this.#reports = new ReportStore(facts);
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

  /** @returns check runs and comments as files */
  posted(): readonly { readonly name: string; readonly text: string }[] {
    return this.#reports.posted();
  }

  /** Serves everything below `API_PATH`. */
  readonly handler: Handler = async (exchange) => {
    const { pathname } = exchange.url;
    if (pathname !== API_PATH && !pathname.startsWith(`${API_PATH}/`)) return undefined;
    const path = decodePath(pathname.slice(API_PATH.length));
    if (path === undefined) return apiFault(400, "The path is not well-formed.");
    const permissions = this.#tokens.get(bearerOf(exchange) ?? "");
    if (permissions === undefined) return apiFault(401, "Bad credentials");
    const match = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path);
    if (match === null) return this.#absent(exchange.method, path);
    if (match[1]?.toLowerCase() !== this.#facts.repository.toLowerCase()) return apiFault(404, "Not Found");
    const rest = match[2] ?? "";
    for (const route of this.#routes) {
      const parts = route.method === exchange.method ? route.path.exec(rest) : null;
      if (parts === null) continue;
      if (!isGranted(permissions, route.needs))
        return apiFault(403, "Resource not accessible by integration", route.doc);
      return await route.answer({ exchange, permissions, parts: parts.slice(1) });
    }
    return this.#absent(exchange.method, path);
  };

  #absent(method: string, path: string): Answer {
    return apiFault(501, `The local stand-in of GitHub's API does not have ${method} ${path}.`);
  }

  #makeRoutes(): readonly Route[] {
    const run = "/actions/workflow-runs";
    return [
      {
        method: "GET",
        path: /^$/,
        doc: "/repos/repos#get-a-repository",
        answer: () => jsonAnswer(200, describeRepository(this.#facts)),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)$/,
        needs: ["actions", "read"],
        doc: `${run}#get-a-workflow-run`,
        answer: (call) => this.#ofThisRun(call, () => jsonAnswer(200, describeRun(this.#facts))),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)(?:\/attempts\/(\d+))?\/jobs$/,
        needs: ["actions", "read"],
        doc: "/actions/workflow-jobs#list-jobs-for-a-workflow-run",
        answer: (call) =>
          this.#ofThisRun(call, () =>
            pageAnswer(call.exchange, "jobs", describeJobs(this.#facts, this.#jobs.values())),
          ),
      },
      {
        method: "GET",
        path: /^\/actions\/runs\/(\d+)\/artifacts$/,
        needs: ["actions", "read"],
        doc: "/actions/artifacts#list-workflow-run-artifacts",
        answer: (call) =>
          this.#ofThisRun(call, () =>
            pageAnswer(call.exchange, "artifacts", describeArtifacts(this.#facts, this.#artifacts.list())),
          ),
      },
      {
        method: "GET",
        path: /^\/actions\/artifacts$/,
        needs: ["actions", "read"],
        doc: "/actions/artifacts#list-artifacts-for-a-repository",
        answer: ({ exchange }) => {
          const name = exchange.url.searchParams.get("name");
          const listed = this.#artifacts.list().filter((one) => name === null || one.name === name);
          return pageAnswer(exchange, "artifacts", describeArtifacts(this.#facts, listed));
        },
      },
      {
        method: "GET",
        path: /^\/actions\/artifacts\/(\d+)\/zip$/,
        needs: ["actions", "read"],
        doc: "/actions/artifacts#download-an-artifact",
        answer: (call) => this.#downloadArtifact(Number(call.parts[0])),
      },
      ...this.#reportRoutes(),
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

  #reportRoutes(): readonly Route[] {
    const [checks, pulls] = ["/checks/runs", "/issues/comments"];
    return [
      {
        ...{ method: "GET", path: /^\/commits\/([^/]+)\/check-runs$/, needs: ["checks", "read"], doc: checks },
        answer: ({ exchange, parts }) => this.#reports.listChecks(exchange, parts[0] ?? ""),
      },
      {
        ...{ method: "GET", path: /^\/check-runs\/(\d+)\/annotations$/, needs: ["checks", "read"], doc: checks },
        answer: ({ exchange, parts }) => this.#reports.listAnnotations(exchange, parts[0] ?? ""),
      },
      {
        ...{ method: "POST", path: /^\/check-runs$/, needs: ["checks", "write"], doc: checks },
        answer: ({ exchange }) => this.#reports.putCheck(exchange),
      },
      {
        ...{ method: "PATCH", path: /^\/check-runs\/(\d+)$/, needs: ["checks", "write"], doc: checks },
        answer: ({ exchange, parts }) => this.#reports.putCheck(exchange, parts[0] ?? ""),
      },
      {
        ...{ method: "GET", path: /^\/issues\/(\d+)\/comments$/, needs: ["pull-requests", "read"], doc: pulls },
        answer: ({ exchange, parts }) => this.#reports.listComments(exchange, parts[0] ?? ""),
      },
      {
        ...{ method: "POST", path: /^\/issues\/(\d+)\/comments$/, needs: ["pull-requests", "write"], doc: pulls },
        answer: ({ exchange, parts }) => this.#reports.putComment(exchange, { pull: parts[0] ?? "" }),
      },
      {
        ...{ method: "PATCH", path: /^\/issues\/comments\/(\d+)$/, needs: ["pull-requests", "write"], doc: pulls },
        answer: ({ exchange, parts }) => this.#reports.putComment(exchange, { id: parts[0] ?? "" }),
      },
    ];
  }

  #ofThisRun(call: Call, answer: () => Answer): Answer {
    const [runId, attempt] = call.parts;
    if (runId !== this.#facts.runId) return apiFault(404, "Not Found");
    if (attempt !== undefined && attempt !== String(this.#facts.runAttempt)) return apiFault(404, "Not Found");
    return answer();
  }

  /** GitHub answers with a redirection to its store; here the store is this. */
  async #downloadArtifact(id: number): Promise<Answer> {
    const artifact = this.#artifacts.list().find((one) => one.id === id);
    const bytes = artifact === undefined ? undefined : await this.#artifacts.read(artifact.name);
    if (bytes === undefined) return apiFault(404, "Not Found", "/actions/artifacts#download-an-artifact");
    return { status: 200, headers: { "content-type": "application/zip" }, body: bytes };
  }

  async #storeAttestation(exchange: Exchange): Promise<Answer> {
    const body = await readObject(exchange.stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return apiFault(body.status, body.reason);
    const bundle = body.value["bundle"];
    if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) {
      return apiFault(422, "Invalid request: `bundle` is not an object.", "/repos/attestations#create-an-attestation");
    }
    return jsonAnswer(201, { id: await this.#attestations.add(bundle) });
  }

  async #findAttestations(digest: string): Promise<Answer> {
    const bundles = await this.#attestations.about(digest);
    if (bundles.length === 0) return apiFault(404, "Not Found", "/repos/attestations#list-attestations");
    const repositoryId = Number(this.#facts.repositoryId);
    return jsonAnswer(200, { attestations: bundles.map((bundle) => ({ bundle, repository_id: repositoryId })) });
  }
}
