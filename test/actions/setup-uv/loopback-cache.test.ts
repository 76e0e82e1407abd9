import { afterEach, describe, expect, test } from "vitest";
import { setUp } from "../../../src/actions/setup-uv/run.ts";
import { saveCache } from "../../../src/actions/setup-uv/save-cache.ts";
import type { SetupPorts } from "../../../src/actions/setup-uv/setup-ports.ts";
import { ActionsCache } from "../../../src/adapters/actions/cache.ts";
import { sharedUvWithIndex } from "../../fakes/shared-uv.ts";
import { type JobEnvironment, openJobEnvironment } from "../../ports/job-environment.ts";
import { DEFAULT_INPUTS, makeRig, type Rig } from "./rig.ts";

const uv = await sharedUvWithIndex();

const PYPROJECT =
  '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.9"\ndependencies = ["packaging"]\n';

let job: JobEnvironment;
afterEach(() => job.close());

/** The ports of a job whose cache is the real client against the embedded service. */
function inJob(rig: Rig, jobId: string, cacheMode: "read" | "write"): SetupPorts {
  const env = job.services.runtimeEnv({ jobId, cacheMode });
  job.enter(env);
  return { ...rig.ports, cache: new ActionsCache({ ...process.env, ...env }, rig.log) };
}

describe.skipIf(uv === undefined)("uv's cache in GitHub's cache service", () => {
  test("comes back whole: the next machine installs without the network", async () => {
    job = await openJobEnvironment();
    await using rig = await makeRig({
      uv,
      files: { "pyproject.toml": PYPROJECT },
      environments: [{ manager: "uv", cwd: ".", groups: [], extras: [], lock: "uv.lock" }],
    });
    rig.run(uv?.path ?? "", "lock", "--quiet");
    rig.freshMachine();

    const first = inJob(rig, "a", "write");
    expect((await setUp(DEFAULT_INPUTS, first)).cacheHit).toBe("false");
    await saveCache(first);
    expect(rig.log.lines.at(-1)).toMatch(/saved turnpike-uv-1-/);

    rig.freshMachine();
    const second = inJob(rig, "b", "write");
    const offline = { ...second, env: { ...second.env, UV_OFFLINE: "1" } };
    expect(await setUp(DEFAULT_INPUTS, offline)).toMatchObject({ cacheHit: "true", synced: "true" });
    expect(rig.run(`${rig.workspace}/.venv/bin/python`, "-c", "import packaging; print(packaging.__name__)")).toBe(
      "packaging\n",
    );
  });

  test("is not written by a job that may only read, and that is said in one line", async () => {
    job = await openJobEnvironment();
    await using rig = await makeRig({
      uv,
      files: { "pyproject.toml": PYPROJECT },
      environments: [{ manager: "uv", cwd: ".", groups: [], extras: [], lock: "uv.lock" }],
    });
    rig.run(uv?.path ?? "", "lock", "--quiet");
    rig.freshMachine();
    const ports = inJob(rig, "a", "read");
    expect((await setUp(DEFAULT_INPUTS, ports)).synced).toBe("true");
    await saveCache(ports);
    expect(rig.log.lines.at(-1)).toMatch(/^info: Cache: this run may only read/);
  });
});
