import type { StopPlan } from "../adapters/node/processes/stop-tree.ts";
import type { CacheMode, Result } from "../core/workflow/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { Random } from "../ports/random.ts";
import type { RunListener } from "./events.ts";
import type { FactsRequest } from "./facts.ts";
import type { RunRecord } from "./record/run-record.ts";
import type { SeenFile } from "./seen-run.ts";
import type { LocalServices, ServiceName, ServiceOptions } from "./services/index.ts";

/** A folder that stands for a repository, as it was given. */
export interface MapRequest {
  /** `owner/name`. */
  readonly repository: string;
  /** Undefined: any ref. */
  readonly ref: string | undefined;
  /** Absolute. */
  readonly folder: string;
}

/** What a run is asked to be. */
export interface RunRequest extends Omit<FactsRequest, "runId"> {
  /** Path or file name; undefined: the one that listens to the event. */
  readonly workflow: string | undefined;
  /** Id of a job; it runs with all that it needs. */
  readonly job: string | undefined;
  readonly maps: readonly MapRequest[];
  readonly vars: Readonly<Record<string, string>>;
  /** Values by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Variables of this process that steps may see although they look like secrets. */
  readonly passEnv: readonly string[];
  /** Keep the jobs' folders. */
  readonly keep: boolean;
  /** How many jobs run at once. */
  readonly jobsAtOnce: number;
  /** Services that the run does not get. */
  readonly without: readonly ServiceName[];
  /** What jobs may do with the cache; undefined: what GitHub allows the event. */
  readonly cacheMode: CacheMode | undefined;
}

/** What a run works with. */
export interface RunWorld {
  /** Absolute folder of this project, which stands for repositories called `turnpike`. */
  readonly projectRoot: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly random: Random;
  /**
   * Who watches.
   *
   * @param files what a reader can open, relative to the repository's top level; complete when the run has finished
   */
  readonly watch: (files: () => readonly SeenFile[]) => readonly RunListener[];
  /** Cancels the run; its reason is the name of the signal. */
  readonly signal: AbortSignal;
  readonly startServices: (options: ServiceOptions) => Promise<LocalServices>;
  /** Makes the start of signing services that keep keys and logs in a folder; undefined: none. */
  readonly startSigstore?: (folder: string) => NonNullable<ServiceOptions["sigstore"]>;
  /** Length of a minute of `timeout-minutes` in ms; default 60,000. */
  readonly minuteMs?: number;
  /** How long each signal may work when a step is stopped; default: as long as on GitHub. */
  readonly stopPlan?: StopPlan;
}

/** What a run came to. */
export interface RunOutcome {
  readonly conclusion: Result;
  /** 0 passed, 1 a job failed, 130 or 143 cancelled. */
  readonly exitCode: number;
  /** Absolute folder of the run's files. */
  readonly folder: string;
  readonly record: RunRecord;
}
