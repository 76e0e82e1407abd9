import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ActionsCache } from "../../src/adapters/actions/cache.ts";
import { MemoryCache } from "../../src/adapters/memory/cache.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { cacheContract } from "./cache.contract.ts";
import { type JobEnvironment, openJobEnvironment, recordingLog } from "./job-environment.ts";

cacheContract("memory", async () => {
  const folder = await mkdtemp(join(tmpdir(), "turnpike-cache-"));
  const cache = new MemoryCache(new NodeFiles(folder));
  return {
    cache,
    folder,
    as(mode) {
      cache.mode = mode;
      return cache;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
});

/** A port that nobody listens on. */
async function deadOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

cacheContract("@actions/cache with the embedded service", async () => {
  const job = await openJobEnvironment();
  const dead = await deadOrigin();
  const { log } = recordingLog();
  const env = job.services.runtimeEnv({ jobId: "a", cacheMode: "write" });
  const enter = (variables: Record<string, string>): ActionsCache => {
    job.enter(variables);
    return new ActionsCache({ ...process.env }, log);
  };
  return {
    cache: enter(env),
    folder: job.folder,
    as(mode) {
      if (mode === "read") return enter(job.services.runtimeEnv({ jobId: "b", cacheMode: "read" }));
      return enter(mode === "gone" ? { ...env, ACTIONS_RESULTS_URL: dead } : {});
    },
    close: () => job.close(),
  };
});

describe("the cache of GitHub Actions", () => {
  let job: JobEnvironment;
  afterEach(() => job.close());

  it("reads the service's refusal to write from the client's log", async () => {
    job = await openJobEnvironment();
    const { ACTIONS_CACHE_MODE: _mode, ...env } = job.services.runtimeEnv({ jobId: "a", cacheMode: "read" });
    job.enter(env);
    const file = join(job.folder, "file");
    await writeFile(file, "x");
    expect(await new ActionsCache(env, recordingLog().log).save([file], "key")).toEqual({
      kind: "denied",
      reason: "cache write denied: the effective cache-mode of this job is read",
    });
  });

  it("reads the service's refusal to read from the client's log", async () => {
    job = await openJobEnvironment();
    const { ACTIONS_CACHE_MODE: _mode, ...env } = job.services.runtimeEnv({ jobId: "a", cacheMode: "none" });
    job.enter(env);
    expect(await new ActionsCache(env, recordingLog().log).restore([job.folder], "key")).toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("cache read denied"),
    });
  });

  it("prints nothing that the runner would take for an annotation, and logs no signature", async () => {
    job = await openJobEnvironment();
    const env = job.services.runtimeEnv({ jobId: "a", cacheMode: "write" });
    job.enter(env);
    const file = join(job.folder, "file");
    await writeFile(file, "x");
    const { log, lines } = recordingLog();
    const cache = new ActionsCache(env, log);
    await cache.save([file], "key");
    await cache.restore([file], "key");
    expect(lines.join("\n")).toContain("Cache restored successfully");
    expect(lines.join("\n")).not.toMatch(/^::|sig=/m);
  });

  it("does not wait for a service that never answers", async () => {
    job = await openJobEnvironment();
    const server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const env = {
      ...job.services.runtimeEnv({ jobId: "a", cacheMode: "write" }),
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
    };
    job.enter(env);
    const cache = new ActionsCache(env, recordingLog().log, { lookupMs: 100, transferMs: 100 });
    expect(await cache.restore([job.folder], "key")).toEqual({ kind: "unavailable", reason: "no answer within 0.1 s" });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  it("reports a key that GitHub would not take", async () => {
    job = await openJobEnvironment();
    const env = job.services.runtimeEnv({ jobId: "a", cacheMode: "write" });
    job.enter(env);
    const cache = new ActionsCache(env, recordingLog().log);
    expect(await cache.restore([job.folder], "a,b")).toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("cannot contain commas"),
    });
  });
});
