import { relative } from "node:path/posix";
import { decideResults, isForkEvent, type ResultDecision } from "../../../core/gates/index.ts";
import type { RunContext } from "../../../ports/run-context.ts";
import type { GatesActionPorts } from "../gate-ports.ts";
import type { ResultMemory, ResultUse } from "./result-cache.ts";

/** Results of earlier runs, fetched for this one. */
export interface SharedResults {
  /** Undefined where nothing is remembered. */
  readonly memory: ResultMemory | undefined;
  /** Puts what is new where later runs find it: one entry a run. Never fails. */
  readonly share: (use: ResultUse | undefined) => Promise<void>;
}

/** Keys may hold no comma and 512 characters (docs.github.com, "Dependency caching reference"). */
function safe(part: string): string {
  return part.replaceAll(/[^A-Za-z0-9._]+/g, "_").slice(0, 60);
}

function namesOf(context: RunContext, part = 0): { readonly key: string; readonly prefixes: readonly string[] } {
  const machine = `turnpike-results-1-${safe(context.runnerOs)}-${safe(context.runnerArch)}-`;
  const job = `${machine}${safe(context.job)}-`;
  return { key: `${job}${context.runId}-${context.runAttempt}-${part}`, prefixes: [job, machine] };
}

function decide(context: RunContext, run: { readonly isWanted: boolean; readonly release: boolean }): ResultDecision {
  const isFork = isForkEvent(context.event);
  return decideResults({ ...run, eventName: context.eventName, refType: context.refType, isFork });
}

/**
 * Fetches what earlier runs on GitHub passed. GitHub keeps entries of a pull request from its base branch; beyond that
 * nothing is saved by code of others, and a release neither fetches nor saves.
 *
 * @param file absolute path of the file of results; what lies there is no result of ours, and is removed
 * @param run whether results are wanted, whether this run is a release, and which runner of a fan-out this is
 * @param ports the world
 */
export async function fetchResults(
  file: string,
  run: {
    readonly isWanted: boolean;
    readonly release: boolean;
    readonly workspace: string;
    readonly part?: number | undefined;
  },
  ports: GatesActionPorts,
): Promise<SharedResults> {
  const { context, log, results } = ports;
  await ports.files.remove(file).catch(() => undefined);
  const none: SharedResults = { memory: undefined, share: async () => undefined };
  if (results === undefined || !results.cache.isAvailable()) return none;
  const decision = decide(context, run);
  if (!decision.restore) {
    log.info(`Results of earlier runs are not used: ${decision.why}.`);
    return none;
  }
  // The client tells entries of other paths apart, and workspaces lie in different places.
  const paths = [relative(run.workspace, file)];
  const { key, prefixes } = namesOf(context, run.part);
  const found = await results.cache.restore(paths, key, prefixes);
  if (found.kind === "unavailable") log.info(`Results of earlier runs could not be fetched: ${found.reason}.`);
  const where = context.runId === "" ? "here" : `in run ${context.runId} (${context.eventName})`;
  return {
    memory: { file, grounds: results.grounds, where },
    async share(use) {
      if (use?.hasNew !== true || !decision.save) return;
      const saved = await results.cache.save(paths, key);
      if (saved.kind === "saved" || saved.kind === "exists") return;
      log.info(`Results of this run were not kept: ${saved.reason}.`);
    },
  };
}
