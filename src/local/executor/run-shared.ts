import type { StopPlan } from "../../adapters/node/processes/stop-tree.ts";
import type { CacheMode, RunFacts, SecretMasker } from "../../core/workflow/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Processes } from "../../ports/processes.ts";
import type { ActionResolver } from "../actions.ts";
import type { JobNode, RunEvent } from "../events.ts";
import type { Git } from "../git.ts";
import type { OwnRepository } from "../own-repository.ts";
import type { LocalServices } from "../services/index.ts";
import type { Sources } from "../sources.ts";
import type { JobList } from "./job-list.ts";

type WithoutTime<T> = T extends unknown ? Omit<T, "atMs"> : never;

/** An event of the run before its time is known. */
export type NewEvent = WithoutTime<RunEvent>;

/** What all jobs of a run share. */
export interface RunShared {
  readonly facts: RunFacts;
  readonly services: LocalServices;
  /** What jobs may do with the cache. */
  readonly cacheMode: CacheMode;
  readonly sources: Sources;
  readonly actions: ActionResolver;
  readonly repository: OwnRepository;
  readonly git: Git;
  readonly processes: Processes;
  readonly jobs: JobList;
  readonly masker: SecretMasker;
  readonly clock: Clock;
  readonly emit: (event: NewEvent) => void;
  /** Tells of a job, or that it is called otherwise than it was said before. */
  readonly announce: (job: JobNode) => void;
  /** Absolute folder of the run; jobs have folders below it. */
  readonly temp: string;
  readonly toolCache: string;
  /** Environment of every step, before anything of GitHub's. */
  readonly baseEnv: Readonly<Record<string, string>>;
  /** Names of variables that steps do not get because they look like secrets. */
  readonly withheld: readonly string[];
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Cancels the run. */
  readonly signal: AbortSignal;
  /** Length of a minute of `timeout-minutes` in ms. */
  readonly minuteMs: number;
  /** How long each signal may work when a step is stopped. */
  readonly stopPlan: StopPlan;
  readonly isDebug: boolean;
  /** Marker of the run; markers of jobs begin with it. */
  readonly marker: string;
  readonly random: { uuid(): string };
}
