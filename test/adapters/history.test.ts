import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { ArtifactHistory, CacheHistory, RefHistory, storedHistory } from "../../src/adapters/history/index.ts";
import { historyOfRun } from "../../src/adapters/history/of-run.ts";
import { MemoryArtifacts } from "../../src/adapters/memory/artifacts.ts";
import { MemoryCache } from "../../src/adapters/memory/cache.ts";
import { VirtualClock } from "../../src/adapters/memory/clock.ts";
import { MemoryFiles } from "../../src/adapters/memory/files.ts";
import { MemoryGitHub } from "../../src/adapters/memory/github.ts";
import { ScriptedProcesses } from "../../src/adapters/memory/processes.ts";
import { definedVariables } from "../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { historyPolicy, parseObservations, renderObservations } from "../../src/core/flaky/index.ts";
import type { HistoryStore } from "../../src/ports/history-store.ts";
import { record } from "../core/flaky/records.ts";
import { memoryLog } from "../fakes/log.ts";
import { RUN_CONTEXT } from "../fakes/run-context.ts";

const FOLDER = "/repo/.turnpike/history";
const OBSERVATIONS = `${FOLDER}/observations.ndjson`;
const base = mkdtempSync(join(tmpdir(), "turnpike-history-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a history in the cache", () => {
  const run = (runId: string) => ({ runId, attempt: 1, job: "check" });

  it("is kept under a key of its own, and the newest one is found by the next run", async () => {
    const files = new MemoryFiles({ [OBSERVATIONS]: "first" }, "/repo");
    const cache = new MemoryCache(files);
    expect(await new CacheHistory(cache, ".turnpike/history", run("1")).keep()).toEqual({ kind: "kept" });
    await files.write(OBSERVATIONS, "second");
    await new CacheHistory(cache, ".turnpike/history", run("2")).keep();
    await files.remove(FOLDER);
    expect(await new CacheHistory(cache, ".turnpike/history", run("3")).load()).toEqual({ kind: "loaded" });
    expect(await files.readText(OBSERVATIONS)).toBe("second");
  });

  it.each(["gone", "none", "read"] as const)("that is %s is a result", async (mode) => {
    const files = new MemoryFiles({ [OBSERVATIONS]: "x" }, "/repo");
    const cache = new MemoryCache(files);
    cache.mode = mode;
    const store = new CacheHistory(cache, ".turnpike/history", run("1"));
    expect((await store.keep()).kind).toBe("unavailable");
    expect((await store.load()).kind).toBe(mode === "read" ? "none" : "unavailable");
  });
});

describe("a history in an artifact", () => {
  const zipOf = (texts: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)])));
  const storeOf = (files: MemoryFiles, zip?: Uint8Array, mayReadActions = true) => {
    const github = new MemoryGitHub({
      mayReadActions,
      ...(zip === undefined ? {} : { artifacts: { "turnpike-history": zip } }),
    });
    return new ArtifactHistory({ github, artifacts: new MemoryArtifacts(files), files }, FOLDER);
  };

  it("gives its own files, never others, never over what is there", async () => {
    const files = new MemoryFiles({ [`${FOLDER}/durations.json`]: "mine" }, "/repo");
    const zip = zipOf({
      "observations.ndjson": "theirs",
      "durations.json": "theirs",
      "../../evil": "x",
      "evil.sh": "x",
    });
    expect(await storeOf(files, zip).load()).toEqual({ kind: "loaded" });
    expect(await files.readText(OBSERVATIONS)).toBe("theirs");
    expect(await files.readText(`${FOLDER}/durations.json`)).toBe("mine");
    expect((await files.list("/repo")).filter(({ kind }) => kind === "file")).toHaveLength(2);
  });

  it("that is absent, may not be read, or is no archive is a result", async () => {
    const files = new MemoryFiles({}, "/repo");
    expect(await storeOf(files).load()).toEqual({ kind: "none" });
    expect(await storeOf(files, undefined, false).load()).toMatchObject({ kind: "unavailable" });
    expect(await storeOf(files, new Uint8Array([1, 2, 3])).load()).toMatchObject({ kind: "unavailable" });
  });
});

describe("a history in a ref, with real git", () => {
  const env = definedVariables(process.env);
  let at = 0;
  function clone(remote: string) {
    at += 1;
    const root = join(base, `clone-${at}`);
    const files = new NodeFiles(root);
    const folder = join(root, "history");
    const place = { remote, token: "", folder, scratch: join(root, "scratch") };
    const store = new RefHistory({ processes: new NodeProcesses(), files }, place, env);
    const path = join(folder, "observations.ndjson");
    return { store, write: (text: string) => files.write(path, text), read: () => files.readText(path) };
  }
  function bare(): string {
    const remote = mkdtempSync(join(base, "remote-"));
    execFileSync("git", ["init", "-q", "--bare", remote]);
    return remote;
  }

  it("is written by one run and read by the next, and holds one commit however often it is written", async () => {
    const remote = bare();
    const first = clone(remote);
    expect(await first.store.load()).toEqual({ kind: "none" });
    const one = record({ failed: ["test_a"] });
    await first.write(renderObservations([one]));
    expect(await first.store.keep()).toEqual({ kind: "kept" });
    expect(await first.store.keep()).toEqual({ kind: "kept" });
    const second = clone(remote);
    expect(await second.store.load()).toEqual({ kind: "loaded" });
    expect(parseObservations(await second.read())).toEqual([one]);
    const count = execFileSync("git", ["rev-list", "--count", "refs/turnpike/history"], {
      cwd: remote,
      encoding: "utf8",
    });
    expect(count.trim()).toBe("1");
  });

  it("loses nothing when several runs write at the same time", async () => {
    const remote = bare();
    const records = [1, 2, 3].map(() => record({ passed: ["test_a"] }));
    const clones = records.map(() => clone(remote));
    for (const [index, one] of records.entries()) await clones[index]?.write(renderObservations([one]));
    const results = await Promise.all(clones.map(({ store }) => store.keep()));
    expect(results).toEqual(records.map(() => ({ kind: "kept" })));
    const reader = clone(remote);
    await reader.store.load();
    expect(parseObservations(await reader.read())).toEqual(records);
  });

  it("that is not there is a result", async () => {
    const { store, write } = clone(join(base, "nowhere"));
    await write("x");
    expect((await store.load()).kind).toBe("unavailable");
    expect((await store.keep()).kind).toBe("unavailable");
  });
});

describe("the history of a run", () => {
  const base = { mode: "auto", eventName: "push", refType: "branch", isDefaultBranch: true } as const;
  function storeThat(name: string, kind: "loaded" | "none", seen: string[]): HistoryStore {
    return {
      name,
      load: async () => {
        seen.push(`load ${name}`);
        return { kind };
      },
      keep: async () => {
        seen.push(`keep ${name}`);
        throw new Error("full");
      },
    };
  }

  it.each([
    ["a push to the default branch", {}, ["load cache", "load artifact", "keep cache", "keep artifact"]],
    [
      "the same with the own ref",
      { mode: "ref" },
      ["load cache", "load ref", "load artifact", "keep cache", "keep ref", "keep artifact"],
    ],
    [
      "a pull request",
      { eventName: "pull_request", isDefaultBranch: false },
      ["load cache", "load artifact", "keep cache"],
    ],
    ["a merge group", { eventName: "merge_group", isDefaultBranch: false }, ["load cache", "load artifact"]],
    ["a tag", { refType: "tag", isDefaultBranch: false }, []],
    ["a release", { eventName: "release", isDefaultBranch: false }, []],
    ["code of others with our rights", { eventName: "pull_request_target" }, []],
    ["a run that wants none", { mode: "off" }, []],
  ] as const)(
    "of %s is read and kept where it may be, and no fault of a store reaches anybody",
    async (_, more, expected) => {
      const policy = historyPolicy({ ...base, ...more });
      const seen: string[] = [];
      const stores = {
        cache: storeThat("cache", "none", seen),
        ref: policy.useRef ? storeThat("ref", "none", seen) : undefined,
        artifact: storeThat("artifact", "none", seen),
      };
      const log = memoryLog();
      const history = storedHistory(stores, policy, log);
      await history.load();
      await history.keep();
      expect(seen).toEqual(expected);
    },
  );
});

describe("the history of a run with `history: ref`", () => {
  async function startedFor(urls: { readonly serverUrl: string; readonly apiUrl: string }) {
    const files = new MemoryFiles({}, "/repo");
    const processes = new ScriptedProcesses({ git: () => ({ code: 128 }) }, { clock: new VirtualClock(), files });
    const log = memoryLog();
    const context = { ...RUN_CONTEXT, ...urls, workspace: "/repo", temp: "/temp" };
    const [cache, artifacts] = [new MemoryCache(files), new MemoryArtifacts(files)];
    const github = new MemoryGitHub({ mayReadActions: true });
    const ports = { cache, artifacts, github, files, processes, log, context, env: {} };
    await historyOfRun(ports, { mode: "ref", folder: FOLDER, token: "t" }).load();
    return { started: processes.started.length > 0, log: log.lines.join("\n") };
  }

  it("asks git on GitHub and on a server of one's own", async () => {
    const [serverUrl, apiUrl] = ["https://git.example.org", "https://git.example.org/api/v3"];
    expect((await startedFor({ serverUrl, apiUrl })).started).toBe(true);
    expect((await startedFor({ serverUrl: RUN_CONTEXT.serverUrl, apiUrl: RUN_CONTEXT.apiUrl })).started).toBe(true);
  });

  it("asks nobody where the API is on loopback, and says so", async () => {
    const local = await startedFor({ serverUrl: "https://github.com", apiUrl: "http://127.0.0.1:4000/api/v3" });
    expect(local).toMatchObject({ started: false, log: expect.stringContaining("this run is not on GitHub") });
  });
});
