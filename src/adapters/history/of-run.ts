import { join, relative } from "node:path/posix";
import { asText, valueAt } from "../../core/documents/index.ts";
import { historyPolicy } from "../../core/flaky/index.ts";
import type { Artifacts } from "../../ports/artifacts.ts";
import type { Cache } from "../../ports/cache.ts";
import type { Files } from "../../ports/files.ts";
import type { GitHub } from "../../ports/github.ts";
import type { RunHistory } from "../../ports/history-store.ts";
import type { Log } from "../../ports/log.ts";
import type { Processes } from "../../ports/processes.ts";
import type { RunContext } from "../../ports/run-context.ts";
import { ArtifactHistory } from "./in-artifact.ts";
import { CacheHistory } from "./in-cache.ts";
import { RefHistory } from "./in-ref.ts";
import { storedHistory } from "./index.ts";

/** A history is worth no longer wait. */
export const HISTORY_LIMITS = { lookupMs: 10_000, transferMs: 30_000 } as const;

/** What the history of a run works with. */
export interface RunHistoryPorts {
  readonly cache: Cache;
  readonly artifacts: Artifacts;
  readonly github: GitHub;
  readonly files: Files;
  readonly processes: Processes;
  readonly log: Log;
  readonly context: RunContext;
  readonly env: Readonly<Record<string, string>>;
}

/** What an action says of its history. */
export interface RunHistoryInputs {
  readonly mode: "auto" | "ref" | "off";
  /** Absolute, or relative to the workspace. */
  readonly folder: string;
  readonly token: string;
}

function isDefaultBranch({ event, ref }: RunContext): boolean {
  const name = asText(valueAt(event, "repository", "default_branch")) ?? "";
  return name !== "" && ref === `refs/heads/${name}`;
}

/**
 * @param ports the world
 * @param inputs what the action says
 * @returns the history of this workflow run
 */
export function historyOfRun(ports: RunHistoryPorts, inputs: RunHistoryInputs): RunHistory {
  const { cache, artifacts, github, files, processes, log, context, env } = ports;
  const { eventName, refType, workspace, runId, runAttempt: attempt, job } = context;
  const policy = historyPolicy({ mode: inputs.mode, eventName, refType, isDefaultBranch: isDefaultBranch(context) });
  const folder = files.absolute(inputs.folder);
  // `turnpike run` has its API on loopback and serves no git: there GitHub itself would be asked, with a token that is none.
  const hasRef = policy.useRef && [context.serverUrl, context.apiUrl].every((url) => url.startsWith("https://"));
  if (policy.useRef && !hasRef) log.info("The history is not kept in a ref: this run is not on GitHub.");
  const place = {
    ...{ remote: `${context.serverUrl}/${context.repository}.git`, token: inputs.token, folder },
    scratch: join(context.temp, `turnpike-history-${runId}-${job}`),
  };
  return storedHistory(
    {
      cache: new CacheHistory(cache, relative(workspace, folder), { runId, attempt, job }),
      ref: hasRef ? new RefHistory({ processes, files }, place, env) : undefined,
      artifact: new ArtifactHistory({ github, artifacts, files }, folder),
    },
    policy,
    log,
  );
}
