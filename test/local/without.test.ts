import { describe, expect, it } from "vitest";
import { run, workflow } from "./rig.ts";

/** Tells which variables of the services a JavaScript action sees. */
const TELL = {
  "tell/action.yml": "name: tell\ndescription: tells\nruns: { using: node24, main: main.mjs }\n",
  "tell/main.mjs":
    'const names = ["ACTIONS_CACHE_SERVICE_V2", "ACTIONS_CACHE_MODE", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_URL"];\nfor (const name of names) console.log(`${name} ${name in process.env ? (name.endsWith("MODE") ? process.env[name] : "there") : "absent"}`);\n',
};

const JOB =
  "a: { runs-on: x, permissions: { id-token: write }, steps: [{ uses: actions/checkout@v4 }, { uses: ./tell }] }";

describe("a run without a service", () => {
  it("has all of them by default", async () => {
    using repository = workflow(JOB, TELL);
    const done = await run(repository);
    expect(done.lines("a")).toEqual(
      expect.arrayContaining([
        "ACTIONS_CACHE_SERVICE_V2 there",
        "ACTIONS_CACHE_MODE write",
        "ACTIONS_RUNTIME_TOKEN there",
        "ACTIONS_ID_TOKEN_REQUEST_URL there",
      ]),
    );
    expect(done.notes()).toEqual([]);
  });

  it("tells clients nothing of the cache and of the identity provider, and says so at the start", async () => {
    using repository = workflow(JOB, TELL);
    const done = await run(repository, { without: ["cache", "oidc"] });
    expect(done.lines("a")).toEqual(
      expect.arrayContaining([
        "ACTIONS_CACHE_SERVICE_V2 absent",
        "ACTIONS_RUNTIME_TOKEN there",
        "ACTIONS_ID_TOKEN_REQUEST_URL absent",
      ]),
    );
    expect(done.notes()).toEqual([
      "The run has no cache service, as --without asks.",
      "The run has no identity provider, as --without asks.",
    ]);
    const none = await run(repository, { without: ["cache", "artifacts"] });
    expect(none.lines("a")).toContain("ACTIONS_RUNTIME_TOKEN absent");
  });

  it("fails the steps that keep and fetch artifacts", async () => {
    using repository = workflow(`
      up: { runs-on: x, steps: [{ run: date > date }, { uses: actions/upload-artifact@v4, with: { path: date } }] }
      down: { runs-on: x, steps: [{ uses: actions/download-artifact@v4, with: { name: artifact } }] }
    `);
    const done = await run(repository, { without: ["artifacts"] });
    expect(done.jobs()).toEqual(["down: failure", "up: failure"]);
    expect(done.annotations()).toEqual(
      expect.arrayContaining([
        "error: Failed to CreateArtifact: this run has no artifact service.",
        "error: Unable to download artifact(s): this run has no artifact service.",
      ]),
    );
    expect(done.record.artifacts).toEqual([]);
  });

  it("may have a cache that its jobs only read", async () => {
    using repository = workflow(JOB, TELL);
    const done = await run(repository, { cacheMode: "read" });
    expect(done.lines("a")).toContain("ACTIONS_CACHE_MODE read");
    expect(done.notes()).toEqual(["Jobs have the cache mode `read`."]);
  });
});
