import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as artifactPackage from "@actions/artifact";
import * as cachePackage from "@actions/cache";
import * as core from "@actions/core";
import { getOctokit } from "@actions/github";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepClientOutput } from "../../../src/adapters/actions/client-output.ts";
import { type LocalServices, type ServiceOptions, startServices } from "../../../src/local/services/index.ts";

/** The same client, whose talk does not fill the test's output. */
function quiet<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => keepClientOutput(() => Reflect.apply(value, target, args), []);
    },
  });
}

const cache = quiet({ ...cachePackage, isFeatureAvailable: undefined });
const artifactClient = quiet(new artifactPackage.DefaultArtifactClient());

const before = { ...process.env };
let folder: string;
let services: LocalServices;

/** Gives this process what a job's step would have. */
function enter(env: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (name.startsWith("ACTIONS_")) delete process.env[name];
  Object.assign(process.env, { RUNNER_TEMP: join(folder, "temp"), GITHUB_WORKSPACE: join(folder, "work") }, env);
}

async function start(options: Partial<ServiceOptions> = {}): Promise<LocalServices> {
  services = await startServices({
    folder: join(folder, "run"),
    cacheFolder: join(folder, "cache"),
    repository: "acme/shop",
    runId: "4711",
    ...options,
  });
  return services;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "turnpike-services-"));
  await mkdir(join(folder, "temp"));
  await mkdir(join(folder, "work"));
  delete process.env["GITHUB_SERVER_URL"];
});

afterEach(async () => {
  await services.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await rm(folder, { recursive: true, force: true });
});

describe("the cache service, asked by @actions/cache", () => {
  async function fill(name: string, bytes: Uint8Array | string): Promise<string> {
    const path = join(folder, "work", name);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, "file.bin"), bytes);
    return path;
  }

  it("keeps what was saved for the next run, and takes it back by key and by prefix", async () => {
    await start();
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const path = await fill("deps", Buffer.alloc(3_000_000, 7));
    expect(await cache.saveCache([path], "uv-linux-abc")).toBeGreaterThan(0);
    await services.close();
    await start();
    enter(services.runtimeEnv({ jobId: "b", cacheMode: "write" }));
    await rm(path, { recursive: true });
    expect(await cache.restoreCache([path], "uv-linux-xyz", ["uv-mac-", "uv-linux-"])).toBe("uv-linux-abc");
    expect((await readFile(join(path, "file.bin"))).length).toBe(3_000_000);
    expect(await cache.restoreCache([path], "uv-linux-abc")).toBe("uv-linux-abc");
    expect(await cache.restoreCache([path], "npm-")).toBeUndefined();
    expect(await cache.restoreCache([`${path}/other`], "uv-linux-abc")).toBeUndefined();
  });

  it("never changes an entry", async () => {
    await start();
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const path = await fill("deps", "first");
    expect(await cache.saveCache([path], "key")).toBeGreaterThan(0);
    await fill("deps", "second");
    expect(await cache.saveCache([path], "key")).toBe(-1);
    await rm(path, { recursive: true });
    await cache.restoreCache([path], "key");
    expect(await readFile(join(path, "file.bin"), "utf8")).toBe("first");
  });

  it("refuses writes of a read-only token and reads of a token without cache, whatever the client was told", async () => {
    await start();
    const path = await fill("deps", "x");
    const { ACTIONS_CACHE_MODE: _mode, ...readOnly } = services.runtimeEnv({ jobId: "a", cacheMode: "read" });
    enter(readOnly);
    expect(await cache.saveCache([path], "key")).toBe(-1);
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    expect(await cache.saveCache([path], "key")).toBeGreaterThan(0);
    const { ACTIONS_CACHE_MODE: _none, ...none } = services.runtimeEnv({ jobId: "a", cacheMode: "none" });
    enter(none);
    expect(await cache.restoreCache([path], "key")).toBeUndefined();
    enter(readOnly);
    expect(await cache.restoreCache([path], "key")).toBe("key");
  });

  it("drops the entries that were not used for longest when the folder is full", async () => {
    await start({ cacheCapBytes: 25_000 });
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const pathOf = (key: string): string => join(folder, "work", key);
    for (const key of ["one", "two"]) await cache.saveCache([await fill(key, randomBytes(10_000))], key);
    expect(await cache.restoreCache([pathOf("one")], "one")).toBe("one");
    expect(await cache.saveCache([await fill("three", randomBytes(10_000))], "three")).toBeGreaterThan(0);
    expect(await cache.restoreCache([pathOf("two")], "two")).toBeUndefined();
    expect(await cache.restoreCache([pathOf("one")], "one")).toBe("one");
    expect(await cache.restoreCache([pathOf("three")], "three")).toBe("three");
    expect((await readdir(join(folder, "cache"))).filter((name) => name.endsWith(".blob"))).toHaveLength(2);
  });

  it("is not available to the client when it is switched off", async () => {
    await start({ services: { cache: "off" } });
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    expect(cachePackage.isFeatureAvailable()).toBe(false);
  });
});

describe("the artifact service, asked by @actions/artifact", () => {
  it("takes files, tells of them, and gives them back with the same digest", async () => {
    await start();
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const client = artifactClient;
    const file = join(folder, "work", "dist", "a.txt");
    await mkdir(join(folder, "work", "dist"));
    await writeFile(file, "hello");
    const uploaded = await client.uploadArtifact("dist ü", [file], join(folder, "work"));
    expect(uploaded.id).toBe(1);
    enter(services.runtimeEnv({ jobId: "b", cacheMode: "write" }));
    const { artifact } = await client.getArtifact("dist ü");
    expect(artifact.digest).toBe(`sha256:${uploaded.digest}`);
    const target = join(folder, "out");
    const { digestMismatch } = await client.downloadArtifact(artifact.id, {
      path: target,
      ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
    });
    expect(digestMismatch).toBe(false);
    expect(await readFile(join(target, "dist", "a.txt"), "utf8")).toBe("hello");
    await expect(client.uploadArtifact("dist ü", [file], join(folder, "work"))).rejects.toThrow(/already exists/);
    await client.deleteArtifact("dist ü");
    expect((await client.listArtifacts()).artifacts).toHaveLength(0);
  });

  it("puts the blocks of a large file together in the order of the list", async () => {
    await start();
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const client = artifactClient;
    const file = join(folder, "work", "big.bin");
    const bytes = Buffer.alloc(20 * 1024 * 1024);
    for (let i = 0; i < bytes.length; i += 4096) bytes.writeUInt32LE(i, i);
    await writeFile(file, bytes);
    const { id } = await client.uploadArtifact("big.bin", [file], join(folder, "work"), { skipArchive: true });
    await client.downloadArtifact(id ?? 0, { path: join(folder, "out") });
    expect((await readFile(join(folder, "out", "big.bin"))).equals(bytes)).toBe(true);
  });

  it("gives what the runner itself stored to the client, and the other way round", async () => {
    await start();
    enter(services.runtimeEnv({ jobId: "a", cacheMode: "write" }));
    const file = join(folder, "work", "a.txt");
    await writeFile(file, "hello");
    await artifactClient.uploadArtifact("one", [file], join(folder, "work"));
    const zip = await services.artifacts.read("one");
    expect(zip?.subarray(0, 2)).toEqual(Buffer.from("PK"));
    expect((await services.artifacts.save("two", zip ?? new Uint8Array())).kind).toBe("saved");
    expect((await services.artifacts.save("two", new Uint8Array())).kind).toBe("taken");
    expect((await services.artifacts.save("../two", new Uint8Array())).kind).toBe("refused");
    const two = await artifactClient.getArtifact("two");
    await artifactClient.downloadArtifact(two.artifact.id, { path: join(folder, "out") });
    expect(await readFile(join(folder, "out", "a.txt"), "utf8")).toBe("hello");
  });
});

describe("the OIDC issuer, asked by core.getIDToken", () => {
  it("issues tokens that its published keys verify, with the claims as texts", async () => {
    await start();
    enter(
      services.oidcEnv({
        jobId: "a",
        claims: { sub: "repo:acme/shop:ref:refs/heads/main", repository_id: "1", iss: "x" },
      }),
    );
    const token = await core.getIDToken("sigstore");
    const configuration = (await (await fetch(`${services.issuer.url}/.well-known/openid-configuration`)).json()) as {
      issuer: string;
      jwks_uri: string;
    };
    expect(configuration.issuer).toBe(services.issuer.url);
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(configuration.jwks_uri)), {
      issuer: services.issuer.url,
      audience: "sigstore",
    });
    expect(payload).toMatchObject({ sub: "repo:acme/shop:ref:refs/heads/main", repository_id: "1" });
  });

  it("uses GitHub's default audience and refuses a foreign request token", async () => {
    await start();
    enter(services.oidcEnv({ jobId: "a", claims: { sub: "s" } }));
    const token = await core.getIDToken();
    expect(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).aud).toBe(
      "https://github.com/acme",
    );
    process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "wrong";
    await expect(core.getIDToken()).rejects.toThrow(/401/);
  });
});

describe("the REST API, asked by octokit", () => {
  const job = {
    id: 7,
    name: "turnpike / check",
    status: "completed",
    conclusion: "success",
    createdAt: "2026-11-01T10:00:00Z",
    startedAt: "2026-11-01T10:00:05Z",
    completedAt: "2026-11-01T10:01:00Z",
    url: "https://github.com/acme/shop/actions/runs/4711/job/7",
  };
  const owner = { owner: "acme", repo: "shop" };

  function octokit(permissions: Record<string, "read" | "write" | "none">): ReturnType<typeof getOctokit> {
    const { env, token } = services.apiEnv({ jobId: "a", permissions });
    return getOctokit(token, { baseUrl: env["GITHUB_API_URL"] ?? "" });
  }

  it("tells of the repository, the run and its jobs, page by page", async () => {
    await start({ runAttempt: 2 });
    const api = octokit({ actions: "read" });
    expect((await api.rest.repos.get(owner)).data.full_name).toBe("acme/shop");
    expect((await api.rest.actions.getWorkflowRun({ ...owner, run_id: 4711 })).data.run_attempt).toBe(2);
    services.recordJob({ ...job, conclusion: null });
    services.recordJob(job);
    services.recordJob({ ...job, id: 8 });
    const jobs = await api.paginate(api.rest.actions.listJobsForWorkflowRunAttempt, {
      ...owner,
      run_id: 4711,
      attempt_number: 2,
      per_page: 1,
    });
    expect(jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      [7, "success"],
      [8, "success"],
    ]);
  });

  it("keeps an attestation for who may write one, and finds it by the subject's digest", async () => {
    await start();
    const digest = "a".repeat(64);
    const payload = Buffer.from(JSON.stringify({ subject: [{ name: "x", digest: { sha256: digest } }] }));
    const bundle = {
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      dsseEnvelope: { payload: payload.toString("base64") },
    };
    const path = "/repos/{owner}/{repo}/attestations";
    await expect(octokit({}).request(`POST ${path}`, { ...owner, bundle })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("Resource not accessible by integration"),
    });
    const stored = await octokit({ attestations: "write" }).request(`POST ${path}`, { ...owner, bundle });
    expect(stored.status).toBe(201);
    const found = await octokit({ attestations: "read" }).request(`GET ${path}/{digest}`, {
      ...owner,
      digest: `sha256:${digest}`,
    });
    expect(found.data.attestations[0].bundle).toEqual(bundle);
  });

  it("says what it does not have, and knows nobody without a token", async () => {
    await start();
    await expect(octokit({}).request("GET /repos/acme/shop/issues")).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining("does not have GET /repos/acme/shop/issues"),
    });
    await expect(octokit({}).request("GET /repos/acme/other")).rejects.toMatchObject({ status: 404 });
    await expect(
      getOctokit("ghs_wrong", {
        baseUrl: services.apiEnv({ jobId: "a", permissions: {} }).env["GITHUB_API_URL"] ?? "",
      }).request("GET /repos/acme/shop"),
    ).rejects.toMatchObject({ status: 401 });
  });
});
