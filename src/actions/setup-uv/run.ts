import { type InstallResult, installWithNpm } from "./install.ts";
import { failureOf, markFailed, writeSetupFile } from "./report.ts";
import { setUpPython } from "./set-up-python.ts";
import type { SetupInputs, SetupPorts } from "./setup-ports.ts";
import { type Done, planWork, type Work, whySkipped } from "./work.ts";

/** What setting up gives to later steps: the action's outputs. */
export interface SetupOutputs {
  readonly uvVersion: string;
  readonly uvPath: string;
  readonly uvSource: string;
  readonly pythonVersion: string;
  readonly cacheHit: string;
  readonly cacheKey: string;
  readonly synced: string;
  readonly setupFile: string;
}

const CACHE_HIT = { hit: "true", partial: "partial", miss: "false", off: "false", unavailable: "false" } as const;

/** Before gates a lock that does not match is no error of the set-up: the gate `lock` tells of it. */
function forGates(result: InstallResult, { sync }: Work): InstallResult {
  const { failure, ...rest } = result;
  return sync === "gates" && failure?.code === "NPM_LOCK_STALE" ? rest : result;
}

async function setUpNode(work: Work, ports: SetupPorts, done: Done): Promise<void> {
  for (const target of work.npm) {
    const { environment } = target;
    const reason = whySkipped(environment, work.sync);
    if (reason !== undefined) {
      done.results.push({ environment, outcome: "skipped", reason });
      continue;
    }
    const env = { ...ports.env, ...(await ports.toolchainFor?.(work.gates, environment)) };
    done.results.push(forGates(await installWithNpm({ ...ports, env }, target), work));
  }
}

function outputsOf(done: Done, setupFile: string): SetupOutputs {
  const isSynced = done.results.some((one) => one.environment.manager === "uv" && one.outcome === "installed");
  return {
    uvVersion: done.uv?.version ?? "",
    uvPath: done.uv?.path ?? "",
    uvSource: done.uv?.source ?? "",
    pythonVersion: done.python?.version ?? "",
    cacheHit: CACHE_HIT[done.cache.outcome],
    cacheKey: done.cache.key,
    synced: String(isSynced),
    setupFile,
  };
}

/**
 * Provides uv, Python and the packages that the repository's gates need, exactly as locked.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns the action's outputs
 * @throws TurnpikeError when a uv, a Python or the packages of a lock cannot be had; setup.json says so too
 */
export async function setUp(inputs: SetupInputs, ports: SetupPorts): Promise<SetupOutputs> {
  const startMs = ports.clock.monotonicMs();
  const work = await planWork(inputs, ports);
  const cache = { outcome: "off", key: "", state: undefined } as const;
  const done: Done = { uv: undefined, python: undefined, cache, results: [] };
  if (!work.wantsUv && work.npm.length === 0) {
    ports.log.info("Nothing to set up: there is no Python or Node project here.");
  }
  // The two have nothing in common but the machine; both end before the first error is raised.
  const ends = await Promise.allSettled([setUpPython(work, inputs, ports, done), setUpNode(work, ports, done)]);
  const broken = ends.find((end) => end.status === "rejected");
  if (broken !== undefined) markFailed(work, done, broken.reason);
  const setupFile = await writeSetupFile(ports, done, startMs);
  if (broken !== undefined) throw broken.reason;
  const failure = failureOf(done.results);
  if (failure !== undefined) throw failure;
  if (done.cache.state !== undefined) ports.job.saveState(JSON.stringify(done.cache.state));
  return outputsOf(done, setupFile);
}
