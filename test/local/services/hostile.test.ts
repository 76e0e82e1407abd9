import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LocalServices, type ServiceOptions, startServices } from "../../../src/local/services/index.ts";

const CACHE = "github.actions.results.api.v1.CacheService";
const ARTIFACTS = "github.actions.results.api.v1.ArtifactService";

let folder: string;
let services: LocalServices;

async function start(options: Partial<ServiceOptions> = {}): Promise<LocalServices> {
  return await startServices({
    ...{ folder: join(folder, "run"), cacheFolder: join(folder, "cache"), repository: "acme/shop", runId: "4711" },
    ...options,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "turnpike-hostile-"));
  services = await start();
});
afterEach(async () => {
  await services.close();
  await rm(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number;
  readonly body: Record<string, string>;
}

function tokenOf(of: LocalServices = services): string {
  return of.runtimeEnv({ jobId: "a", cacheMode: "write" })["ACTIONS_RUNTIME_TOKEN"] ?? "";
}

async function call(method: string, body: unknown, token = tokenOf(), of = services): Promise<Reply> {
  const response = await fetch(`${of.origin}/twirp/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

function idsOf(token: string): Record<string, string> {
  const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { scp: string };
  const [, run = "", job = ""] = payload.scp.split(":");
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}

async function upload(url: string, bytes: string, init: RequestInit = {}): Promise<Response> {
  return await fetch(url, { method: "PUT", body: bytes, headers: { "x-ms-blob-type": "BlockBlob" }, ...init });
}

/** All files below the folder, by path. */
async function allFiles(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("who may call the services", () => {
  it("is nobody without a token that was handed out", async () => {
    for (const token of ["", "x", `${tokenOf().split(".").slice(0, 2).join(".")}.forged`]) {
      expect((await call(`${CACHE}/GetCacheEntryDownloadURL`, { key: "k", version: "v" }, token)).status).toBe(401);
    }
  });

  it("speaks for its own job only", async () => {
    const mine = tokenOf();
    const ids = idsOf(tokenOf());
    const reply = await call(`${ARTIFACTS}/CreateArtifact`, { ...ids, name: "a", version: 7 }, mine);
    expect(reply).toMatchObject({ status: 403, body: { code: "permission_denied" } });
  });

  it("gets tokens and signatures that are long and different each time", async () => {
    const { env, token } = services.apiEnv({ jobId: "a", permissions: {} });
    const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc = "" } = services.oidcEnv({ jobId: "a", claims: {} });
    for (const secret of [token, oidc, tokenOf()]) expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(services.apiEnv({ jobId: "a", permissions: {} }).token).not.toBe(token);
    expect(env["GITHUB_API_URL"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    const created = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" });
    const sig = new URL(created.body["signed_upload_url"] ?? "").searchParams.get("sig") ?? "";
    expect(sig.length).toBeGreaterThanOrEqual(40);
  });

  it("may not upload with another signature, and not download what it only may upload", async () => {
    const created = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" });
    const url = new URL(created.body["signed_upload_url"] ?? "");
    url.searchParams.set("sig", "guess");
    expect((await upload(url.href, "x")).status).toBe(403);
    expect((await fetch(created.body["signed_upload_url"] ?? "")).status).toBe(404);
  });
});

describe("what a client sends", () => {
  it("never becomes a path", async () => {
    const token = tokenOf();
    const ids = idsOf(token);
    const wild = fc.oneof(fc.constantFrom("../../escape", "/etc/passwd", "..", "a\0b", "__proto__"), fc.string());
    await fc.assert(
      fc.asyncProperty(wild, wild, async (name, version) => {
        for (const [method, body] of [
          [`${CACHE}/CreateCacheEntry`, { key: name, version }],
          [`${ARTIFACTS}/CreateArtifact`, { ...ids, name, version: 7 }],
        ] as const) {
          const created = await call(method, body, token);
          expect([200, 400, 409]).toContain(created.status);
          const url = created.body["signed_upload_url"];
          if (url === undefined) continue;
          expect((await upload(url, "content")).status).toBe(201);
        }
        await call(`${CACHE}/FinalizeCacheEntryUpload`, { key: name, version, size_bytes: "7" }, token);
        await call(`${ARTIFACTS}/FinalizeArtifact`, { ...ids, name, size: "7" }, token);
      }),
      { numRuns: 25 },
    );
    for (const file of await allFiles()) {
      expect(file.slice(folder.length)).toMatch(
        /^\/(run\/artifacts|cache)\/(uploads\/)?[0-9a-f]{32,64}(\.blob|\.json)?$/,
      );
    }
  });

  it("is bounded, in a request and in an upload, whole or in blocks", async () => {
    await services.close();
    services = await start({ cacheCapBytes: 1000, artifactLimitBytes: 1000 });
    expect((await call(`${CACHE}/CreateCacheEntry`, `{"key":"${"x".repeat(2_000_000)}"}`)).status).toBe(400);
    const created = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" });
    const url = created.body["signed_upload_url"] ?? "";
    expect((await upload(url, "x".repeat(1001))).status).toBe(413);
    expect((await upload(`${url}&comp=block&blockid=AAAA`, "x".repeat(600))).status).toBe(201);
    expect((await upload(`${url}&comp=block&blockid=AAAB`, "x".repeat(600))).status).toBe(413);
    const list = "<BlockList><Latest>AAAA</Latest><Latest>AAAA</Latest></BlockList>";
    expect((await upload(`${url}&comp=blocklist`, list)).status).toBe(413);
  });

  it("is refused when it makes no sense", async () => {
    const created = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" });
    const url = created.body["signed_upload_url"] ?? "";
    expect((await upload(`${url}&comp=blocklist`, "<BlockList><Latest>AAAA</Latest></BlockList>")).status).toBe(400);
    expect((await upload(`${url}&comp=blocklist`, "<BlockList><Latest>")).status).toBe(400);
    expect((await upload(`${url}&comp=else`, "x")).status).toBe(400);
    expect((await call(`${CACHE}/CreateCacheEntry`, "[1,2")).body).toMatchObject({ code: "invalid_argument" });
    expect((await call(`${CACHE}/CreateCacheEntry`, { key: "a,b", version: "v" })).status).toBe(400);
    expect((await call(`${CACHE}/DeleteEverything`, {})).status).toBe(501);
    expect((await call(`${CACHE}/constructor`, {})).status).toBe(501);
    expect((await call(`${CACHE}/FinalizeCacheEntryUpload`, { key: "k", version: "v", size_bytes: "1" })).status).toBe(
      404,
    );
    expect((await fetch(`${services.origin}/elsewhere`)).status).toBe(501);
  });

  it("is an answer, not a crash, when it is no HTTP or no address", async () => {
    const port = Number(new URL(services.origin).port);
    for (const line of [
      "GET // HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
      "hello\r\n\r\n",
    ]) {
      const answer = await new Promise<string>((done) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(line));
        let text = "";
        socket.on("data", (chunk) => {
          text += chunk.toString();
          socket.end();
        });
        socket.on("close", () => done(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 (400|501)/);
    }
    expect((await fetch(`${services.origin}/elsewhere`)).status).toBe(501);
  });

  it("is stored only when it is what was announced", async () => {
    const token = tokenOf();
    const ids = idsOf(token);
    const artifact = await call(`${ARTIFACTS}/CreateArtifact`, { ...ids, name: "a", version: 7 }, token);
    await upload(artifact.body["signed_upload_url"] ?? "", "content");
    const hash = `sha256:${"0".repeat(64)}`;
    expect((await call(`${ARTIFACTS}/FinalizeArtifact`, { ...ids, name: "a", size: "7", hash }, token)).status).toBe(
      400,
    );
    const entry = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" }, token);
    await upload(entry.body["signed_upload_url"] ?? "", "content");
    const finalize = { key: "k", version: "v", size_bytes: "8" };
    expect((await call(`${CACHE}/FinalizeCacheEntryUpload`, finalize, token)).status).toBe(400);
    expect(await allFiles()).toEqual([]);
  });
});

describe("a cache folder that runs share", () => {
  async function save(of: LocalServices, key: string, content: string): Promise<number> {
    const token = tokenOf(of);
    const created = await call(`${CACHE}/CreateCacheEntry`, { key, version: "v" }, token, of);
    if (created.status !== 200) return created.status;
    await upload(created.body["signed_upload_url"] ?? "", content);
    const finalize = { key, version: "v", size_bytes: String(content.length) };
    return (await call(`${CACHE}/FinalizeCacheEntryUpload`, finalize, token, of)).status;
  }

  async function restore(of: LocalServices, key: string): Promise<string | undefined> {
    const found = await call(`${CACHE}/GetCacheEntryDownloadURL`, { key, version: "v" }, tokenOf(of), of);
    const url = found.body["signed_download_url"];
    return url === undefined || url === "" ? undefined : await (await fetch(url)).text();
  }

  it("keeps one of two entries that two runs save under one key at the same time", async () => {
    const other = await start();
    const statuses = await Promise.all([save(services, "k", "from one"), save(other, "k", "from the other")]);
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect(await restore(services, "k")).toBe(await restore(other, "k"));
    expect((await allFiles()).filter((file) => file.endsWith(".blob"))).toHaveLength(1);
    await other.close();
  });

  it("shows a run the entries of its own ref and of the refs below, never those of others", async () => {
    const main = await start({ cacheScopes: ["refs/heads/main"] });
    const pull = await start({ cacheScopes: ["refs/pull/1/merge", "refs/heads/main"] });
    await save(main, "k-1", "of main");
    await save(pull, "k-2", "of the pull request");
    expect(await restore(pull, "k-")).toBe("of the pull request");
    expect(await restore(pull, "k-1")).toBe("of main");
    expect(await restore(main, "k-2")).toBeUndefined();
    await Promise.all([main.close(), pull.close()]);
  });

  it("takes a torn entry for none, and lets it be saved again", async () => {
    await save(services, "k", "content");
    const [entry = ""] = (await allFiles()).filter((file) => file.endsWith(".json"));
    const [blob = ""] = (await allFiles()).filter((file) => file.endsWith(".blob"));
    await writeFile(blob, "con");
    expect(await restore(services, "k")).toBeUndefined();
    await writeFile(entry, "{");
    expect(await restore(services, "k")).toBeUndefined();
    expect(await save(services, "k", "again")).toBe(200);
    expect(await restore(services, "k")).toBe("again");
  });

  it("is rid of what a killed run left, once nobody can be writing it any more", async () => {
    await services.close();
    await mkdir(join(folder, "cache", "uploads"), { recursive: true });
    const names = ["old.blob", "uploads/old", "young.blob", "uploads/young"].map((name) => join(folder, "cache", name));
    for (const name of names) await writeFile(name, "x");
    const dayBefore = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const name of names.slice(0, 2)) await utimes(name, dayBefore, dayBefore);
    services = await start();
    expect((await allFiles()).toSorted()).toEqual(names.slice(2).toSorted());
  });
});

describe("ending the services", () => {
  it("cuts what is under way, and keeps what was stored", async () => {
    await services.artifacts.save("kept", new TextEncoder().encode("PK"));
    const created = await call(`${CACHE}/CreateCacheEntry`, { key: "k", version: "v" });
    const url = new URL(created.body["signed_upload_url"] ?? "");
    const socket = connect(Number(url.port), "127.0.0.1");
    const head = `PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nx-ms-blob-type: BlockBlob\r\n`;
    socket.on("error", () => undefined);
    socket.write(`${head}Content-Length: 1000000\r\n\r\nbeginning`);
    const cut = new Promise((done) => socket.on("close", done));
    await services.close();
    await cut;
    await expect(fetch(services.origin)).rejects.toThrow();
    const [stored] = services.artifacts.list();
    expect(await readFile(stored?.file ?? "", "utf8")).toBe("PK");
  });

  it("ends the signing services too, and leaves nothing open when those do not start", async () => {
    let isClosed = false;
    const close = async (): Promise<void> => {
      isClosed = true;
    };
    const signing = await start({ sigstore: async ({ url }) => ({ env: () => ({ ISSUER: url }), close }) });
    expect(signing.sigstoreEnv()).toEqual({ ISSUER: signing.issuer.url });
    await signing.close();
    expect(isClosed).toBe(true);
    let origin = "";
    const failing = start({
      sigstore: async ({ url }) => {
        origin = url;
        throw new Error("no keys");
      },
    });
    await expect(failing).rejects.toThrow("no keys");
    await expect(fetch(origin)).rejects.toThrow();
  });

  it("gives a job nothing of a service that is switched off", async () => {
    const off = await start({ services: { cache: "off", artifacts: "off", oidc: "off" } });
    expect(off.runtimeEnv({ jobId: "a", cacheMode: "write" })).toEqual({});
    expect(off.oidcEnv({ jobId: "a", claims: {} })).toEqual({});
    await off.close();
    const half = await start({ services: { artifacts: "off" } });
    const reply = await call(`${ARTIFACTS}/ListArtifacts`, {}, tokenOf(half), half);
    expect(reply.body["msg"]).toMatch(/switched off in this local run/);
    await half.close();
  });
});
