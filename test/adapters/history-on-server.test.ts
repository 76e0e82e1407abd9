import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { RefHistory } from "../../src/adapters/history/index.ts";
import { definedVariables } from "../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { parseObservations, renderObservations } from "../../src/core/flaky/index.ts";
import { record } from "../core/flaky/records.ts";
import { type GitServer, startGitServer } from "../fakes/git-server.ts";

const base = mkdtempSync(join(tmpdir(), "turnpike-history-server-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const TOKENS = { "t-write-5d1f": "write", "t-read-8c20": "read" } as const;
const REF = "refs/turnpike/history";

let server: GitServer | undefined;
afterEach(() => server?.close());

async function serve(): Promise<{ readonly remote: string; readonly path: string }> {
  const root = mkdtempSync(join(base, "root-"));
  const path = join(root, "orders.git");
  execFileSync("git", ["init", "-q", "--bare", path]);
  // As on GitHub, where nobody may write without a token; the server asks for it before git does.
  execFileSync("git", ["-C", path, "config", "http.receivepack", "true"]);
  server = await startGitServer(root, TOKENS);
  return { remote: `${server.url}/orders.git`, path };
}

/** A job with a token of its own. `env` may bring settings of git along, as a checkout's step leaves them. */
function job(remote: string, token: string, env: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(base, "job-"));
  const files = new NodeFiles(root);
  const place = { remote, token, folder: join(root, "history"), scratch: join(root, "scratch") };
  const store = new RefHistory({ processes: new NodeProcesses(), files }, place, {
    ...definedVariables(process.env),
    ...env,
  });
  const path = join(root, "history", "observations.ndjson");
  return { root, store, write: (text: string) => files.write(path, text), read: () => files.readText(path) };
}

function refOf(path: string): string {
  return execFileSync("git", ["-C", path, "for-each-ref", "--format=%(refname)"], { encoding: "utf8" }).trim();
}

describe("a history in a ref of a git server", () => {
  it("is written with a token that may write, and read with one that may only read", async () => {
    const { remote, path } = await serve();
    const one = record({ failed: ["test_a"] });
    const writer = job(remote, "t-write-5d1f");
    expect(await writer.store.load()).toEqual({ kind: "none" });
    await writer.write(renderObservations([one]));
    expect(await writer.store.keep()).toEqual({ kind: "kept" });
    const reader = job(remote, "t-read-8c20");
    expect(await reader.store.load()).toEqual({ kind: "loaded" });
    expect(parseObservations(await reader.read())).toEqual([one]);
    expect(refOf(path)).toBe(REF);
  });

  it("is refused to a token that may only read, with the permission that is wanting, and stays as it was", async () => {
    const { remote, path } = await serve();
    const reader = job(remote, "t-read-8c20");
    await reader.write(renderObservations([record({ failed: ["test_a"] })]));
    const wanting = "pushing needs the permission `contents: write`";
    expect(await reader.store.keep()).toEqual({ kind: "unavailable", reason: wanting });
    expect(refOf(path)).toBe("");
    expect(readdirSync(reader.root)).toEqual(["history"]);
  });

  it("is out of reach with a token that is none, or that git's own settings would bring", async () => {
    const { remote } = await serve();
    const extra = Buffer.from("x-access-token:t-write-5d1f").toString("base64");
    const stranger = job(remote, "t-old", {
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "http.extraheader",
      GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${extra}`,
    });
    await stranger.write("x");
    const refused = { kind: "unavailable", reason: "its token is not let into the repository" };
    expect(await stranger.store.load()).toEqual(refused);
    expect(await stranger.store.keep()).toEqual(refused);
  });

  it("loses nothing when several runs push at the same time", async () => {
    const { remote, path } = await serve();
    const records = [1, 2, 3, 4].map(() => record({ passed: ["test_a"] }));
    const jobs = records.map(() => job(remote, "t-write-5d1f"));
    for (const [index, one] of records.entries()) await jobs[index]?.write(renderObservations([one]));
    const results = await Promise.all(jobs.map(({ store }) => store.keep()));
    expect(results).toEqual(records.map(() => ({ kind: "kept" })));
    const reader = job(remote, "t-read-8c20");
    await reader.store.load();
    expect(parseObservations(await reader.read())).toEqual(records);
    expect(execFileSync("git", ["-C", path, "rev-list", "--count", REF], { encoding: "utf8" }).trim()).toBe("1");
  });

  it("that no longer answers is a result", async () => {
    const { remote } = await serve();
    await server?.close();
    const { store, write } = job(remote, "t-write-5d1f");
    await write("x");
    const silent = { kind: "unavailable", reason: "the repository did not answer" };
    expect(await store.load()).toEqual(silent);
    expect(await store.keep()).toEqual(silent);
  });
});
