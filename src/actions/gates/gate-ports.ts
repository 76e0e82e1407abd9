import type { GateResult, Outcome, Plan } from "../../core/gates/index.ts";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";
import type { Files } from "../../ports/files.ts";
import type { ForeignOutput } from "../../ports/foreign-output.ts";
import type { Git } from "../../ports/git.ts";
import type { RunHistory } from "../../ports/history-store.ts";
import type { Log } from "../../ports/log.ts";
import type { Machine } from "../../ports/machine.ts";
import type { Page } from "../../ports/page.ts";
import type { Processes } from "../../ports/processes.ts";
import type { Random } from "../../ports/random.ts";
import type { ResultGrounds } from "../../ports/result-ground.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { Toolchains } from "../../ports/toolchains.ts";

/** What running gates works with. */
export interface GatePorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly random: Random;
  readonly git: Git;
  readonly machine: Machine;
  /** The environment of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Loads what looks for toolchains, where a gate asks for one; undefined: gates run on those of the path. */
  readonly toolchains?: () => Promise<Toolchains>;
}

/** What results are shared by between the machines of GitHub. */
export interface SharedResultPorts {
  readonly cache: Cache;
  readonly grounds: ResultGrounds;
}

/** What the action works with. */
export interface GatesActionPorts extends GatePorts {
  readonly log: Log;
  readonly page: Page;
  readonly output: ForeignOutput;
  readonly context: RunContext;
  readonly readPlan: (root: string, config: string) => Promise<Plan>;
  readonly stop: StopRequest;
  /** What results of earlier runs are shared by; undefined: every gate runs. */
  readonly results?: SharedResultPorts;
  /** Where environments are kept for later steps of the job; undefined: each is made anew. */
  readonly environments?: EnvironmentStore;
  /** Undefined: nothing is remembered beyond the output directory. */
  readonly history?: RunHistory;
}

/** Whether somebody asked this process to end, and how. */
export interface StopRequest {
  readonly signal: AbortSignal;
  /** The signal that came; undefined while none did. */
  readonly cause: () => "SIGINT" | "SIGTERM" | undefined;
}

/** What a run tells whoever watches. Texts are masked. */
export type GateEvent =
  /** How many gates this run is about. */
  | { readonly kind: "begun"; readonly gates: number }
  | { readonly kind: "setup-started"; readonly command: string }
  | { readonly kind: "setup-finished"; readonly command: string; readonly problem: string | undefined }
  | { readonly kind: "started"; readonly id: string; readonly atMs: number }
  | { readonly kind: "line"; readonly id: string; readonly text: string }
  | { readonly kind: "finished"; readonly run: FinishedGate }
  | {
      readonly kind: "silent";
      readonly running: readonly { readonly id: string; readonly forMs: number; readonly line: string }[];
    };

/** The part of a gate's result that is known as soon as it ends. */
export interface FinishedGate {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly summary: string | null;
  readonly durationMs: GateResult["durationMs"];
  readonly required: boolean;
}

/** Takes events in order; must not throw. */
export type GateListener = (event: GateEvent) => void;
