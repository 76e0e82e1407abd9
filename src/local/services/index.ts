import { join } from "node:path";
import type { JSONWebKeySet } from "jose";
import type { CacheMode } from "../../core/workflow/index.ts";
import type { JobRecord } from "../../ports/github.ts";
import { ARTIFACT_SERVICE, artifactMethods } from "./artifact-service.ts";
import { ArtifactStore, artifactNameFault, type LocalArtifact } from "./artifact-store.ts";
import { Blobs } from "./blobs.ts";
import { CACHE_SERVICE, type CacheScopes, cacheMethods } from "./cache-service.ts";
import { CacheStore } from "./cache-store.ts";
import type { Handler } from "./exchange.ts";
import { JobTokens, type PermissionLevel } from "./job-tokens.ts";
import { OidcIssuer } from "./oidc-issuer.ts";
import { type ApiFacts, apiFault } from "./rest-answers.ts";
import { API_PATH, RestApi } from "./rest-api.ts";
import { type LoopbackServer, startLoopbackServer } from "./server.ts";
import { twirpHandler } from "./twirp.ts";

export type { LocalArtifact } from "./artifact-store.ts";

/** The services that a run may be given. */
export const SERVICES = ["cache", "artifacts", "oidc", "api"] as const;

/** One of them. */
export type ServiceName = (typeof SERVICES)[number];

/** An OIDC issuer whose tokens others verify. */
export interface LocalIssuer {
  /** `iss` of its tokens; discovery is below it. */
  readonly url: string;
  jwks(): Promise<JSONWebKeySet>;
}

/** Signing infrastructure of the run, started beside the services. */
export interface SigstoreServices {
  /** Variables for signing and verifying steps. */
  env(): Record<string, string>;
  close(): Promise<void>;
}

/** What services of one run need to know. Only `folder`, `repository` and `runId` have no default. */
export interface ServiceOptions extends Partial<Omit<ApiFacts, "repository" | "runId">> {
  /** Absolute folder of this run: artifacts and attestations. */
  readonly folder: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Decimal text. */
  readonly runId: string;
  /** Absolute folder of cache entries, shared by runs; default: in `folder`, so that nothing is kept. */
  readonly cacheFolder?: string;
  /** What cache entries may take together in bytes; default 10 GiB, as on GitHub. */
  readonly cacheCapBytes?: number;
  /** Refs whose cache entries the run sees; the first is written to. Default: the default branch. */
  readonly cacheScopes?: CacheScopes;
  /** Most bytes of one artifact; default 5 GiB. */
  readonly artifactLimitBytes?: number;
  /** Services that this run does not get. */
  readonly services?: Partial<Record<ServiceName, "on" | "off">>;
  /** Starts signing services that trust the issuer. */
  readonly sigstore?: (issuer: LocalIssuer) => Promise<SigstoreServices>;
  /** Takes a line for each request; never a secret. */
  readonly log?: (message: string) => void;
}

/** GitHub's services on this machine, for one run. */
export interface LocalServices {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly issuer: LocalIssuer;
  /** Whether the run was given a service. */
  isOn(service: ServiceName): boolean;
  /** Variables of cache and artifact clients: for JavaScript actions only (actions/runner NodeScriptActionHandler.cs). */
  runtimeEnv(job: { readonly jobId: string; readonly cacheMode: CacheMode }): Record<string, string>;
  /** Variables of `core.getIDToken`: for jobs with `id-token: write` only. Claim values are texts, ids too. */
  oidcEnv(job: { readonly jobId: string; readonly claims: Readonly<Record<string, string>> }): Record<string, string>;
  /** A `GITHUB_TOKEN` with these permissions (a scope that is not named is `none`), and `GITHUB_API_URL`. */
  apiEnv(job: { readonly jobId: string; readonly permissions: Readonly<Record<string, PermissionLevel>> }): {
    readonly env: Record<string, string>;
    readonly token: string;
  };
  /** Adds a job to what the API tells, or replaces it. */
  recordJob(job: JobRecord): void;
  /** Check runs and comments that steps posted, as files to look at; none when nothing was. */
  posted(): readonly { readonly name: string; readonly text: string }[];
  readonly artifacts: {
    /** Newest first. */
    list(): readonly LocalArtifact[];
    /** The stored file, mostly a zip; undefined when there is none of that name. */
    read(name: string): Promise<Uint8Array | undefined>;
    /** Stores a zip. `taken` when the name is in use, `refused` with what is wrong with the name. */
    save(name: string, zipBytes: Uint8Array): Promise<SavedArtifact>;
    /** True when there was one. */
    remove(name: string): Promise<boolean>;
  };
  sigstoreEnv(): Record<string, string>;
  /** Ends all services at once. What was stored stays. */
  close(): Promise<void>;
}

/** What storing an artifact did. */
export type SavedArtifact =
  | { readonly kind: "saved"; readonly artifact: LocalArtifact }
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly reason: string };

const GIBIBYTE = 1024 ** 3;

function factsOf(options: ServiceOptions): ApiFacts {
  return {
    repository: options.repository,
    repositoryId: options.repositoryId ?? "1",
    ownerId: options.ownerId ?? "1",
    defaultBranch: options.defaultBranch ?? "main",
    isPrivate: options.isPrivate ?? true,
    serverUrl: options.serverUrl ?? "https://github.com",
    runId: options.runId,
    runNumber: options.runNumber ?? 1,
    runAttempt: options.runAttempt ?? 1,
    workflow: options.workflow ?? "",
    event: options.event ?? "push",
    sha: options.sha ?? "",
    refName: options.refName ?? "main",
    createdAt: options.createdAt ?? new Date().toISOString(),
  };
}

async function saveZip(store: ArtifactStore, name: string, zipBytes: Uint8Array): Promise<SavedArtifact> {
  const reason = artifactNameFault(name);
  if (reason !== undefined) return { kind: "refused", reason };
  const artifact = await store.save(name, zipBytes, "application/zip");
  return artifact === undefined ? { kind: "taken" } : { kind: "saved", artifact };
}

/** The parts of the services, before there is an address. */
interface Parts {
  readonly tokens: JobTokens;
  readonly issuer: OidcIssuer;
  readonly artifacts: ArtifactStore;
  readonly api: RestApi;
  readonly handlers: readonly Handler[];
  isOn(name: ServiceName): boolean;
}

/** Stands where the API would be. */
const noApi: Handler = async ({ url }) =>
  url.pathname.startsWith(API_PATH) ? apiFault(501, "This run has no REST API.") : undefined;

async function makeParts(options: ServiceOptions, origin: () => string): Promise<Parts> {
  const facts = factsOf(options);
  const isOn = (name: ServiceName): boolean => options.services?.[name] !== "off";
  const blobs = new Blobs();
  const tokens = new JobTokens(`run-${facts.runId}-${facts.runAttempt}`);
  const artifacts = new ArtifactStore(join(options.folder, "artifacts"));
  const cacheFolder = options.cacheFolder ?? join(options.folder, "caches");
  const caches = new CacheStore(cacheFolder, options.cacheCapBytes ?? 10 * GIBIBYTE);
  await caches.tidy();
  const api = new RestApi(facts, join(options.folder, "attestations"), artifacts);
  const issuer = new OidcIssuer(origin, facts.repository.split("/")[0] ?? "");
  const limitBytes = options.artifactLimitBytes ?? 5 * GIBIBYTE;
  const scopes = options.cacheScopes ?? [`refs/heads/${facts.defaultBranch}`];
  const ofCache = isOn("cache") ? cacheMethods({ store: caches, blobs, scopes, origin }) : undefined;
  const ofArtifacts = isOn("artifacts") ? artifactMethods({ store: artifacts, blobs, limitBytes, origin }) : undefined;
  const handlers = [
    twirpHandler(CACHE_SERVICE, ofCache, tokens),
    twirpHandler(ARTIFACT_SERVICE, ofArtifacts, tokens),
    blobs.handler,
    ...(isOn("oidc") ? [issuer.handler] : []),
    isOn("api") ? api.handler : noApi,
  ];
  return { tokens, issuer, artifacts, api, handlers, isOn };
}

/**
 * Starts GitHub's services for one run: cache, artifacts, OIDC and REST API, on 127.0.0.1 at a free port.
 * Everything is answered as GitHub's own clients expect it; what is missing answers 404 or 501 and says so.
 *
 * @param options where things are kept, whose run it is, and which services are switched off
 * @returns the running services; call `close` when the run has ended
 */
export async function startServices(options: ServiceOptions): Promise<LocalServices> {
  let origin = "";
  const { tokens, issuer, artifacts, api, handlers, isOn } = await makeParts(options, () => origin);
  const server = await startLoopbackServer(handlers, options.log ?? (() => undefined));
  origin = server.origin;
  const localIssuer: LocalIssuer = { url: origin, jwks: () => issuer.jwks() };
  const sigstore = await startBeside(options.sigstore, localIssuer, server);
  return {
    origin,
    issuer: localIssuer,
    isOn,
    runtimeEnv({ jobId, cacheMode }) {
      if (!isOn("cache") && !isOn("artifacts")) return {};
      return {
        ACTIONS_RESULTS_URL: `${origin}/`,
        ACTIONS_RUNTIME_URL: `${origin}/`,
        ACTIONS_RUNTIME_TOKEN: tokens.issueRuntime(jobId, cacheMode),
        // Without this the client asks for version 1, which is not there, and says that caching is not available.
        ...(isOn("cache") ? { ACTIONS_CACHE_SERVICE_V2: "true", ACTIONS_CACHE_MODE: cacheMode } : {}),
      };
    },
    oidcEnv: ({ claims }) => (isOn("oidc") ? issuer.env(claims) : {}),
    apiEnv({ permissions }) {
      return { env: { GITHUB_API_URL: `${origin}${API_PATH}` }, token: api.issueToken(permissions) };
    },
    recordJob: (job) => api.recordJob(job),
    posted: () => api.posted(),
    artifacts: {
      list: () => artifacts.list(),
      read: (name) => artifacts.read(name),
      save: (name, zipBytes) => saveZip(artifacts, name, zipBytes),
      remove: async (name) => (await artifacts.remove(name)) !== undefined,
    },
    sigstoreEnv: () => sigstore?.env() ?? {},
    async close() {
      await sigstore?.close();
      await server.close();
    },
  };
}

/** Starts the signing services; when they do not start, the server is closed again. */
async function startBeside(
  start: ServiceOptions["sigstore"],
  issuer: LocalIssuer,
  server: LoopbackServer,
): Promise<SigstoreServices | undefined> {
  try {
    return await start?.(issuer);
  } catch (error) {
    await server.close();
    throw error;
  }
}
