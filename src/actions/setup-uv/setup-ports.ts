import type { InputsOf } from "../../contract/index.ts";
import type { Environment, Plan } from "../../core/gates/index.ts";
import type { Platform } from "../../core/uv/index.ts";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { JobEnvironment } from "../../ports/job-environment.ts";
import type { Log } from "../../ports/log.ts";
import type { Processes } from "../../ports/processes.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { UvProvider } from "../../ports/uv.ts";
import type { setupUvContract } from "./contract.ts";

/** The action's inputs. */
export type SetupInputs = InputsOf<typeof setupUvContract>;

/** What the machine is, as far as setting up asks. */
export interface SetupMachine {
  readonly platform: Platform;
  /** Absolute folder to use where uv's own choice of a cache folder is on another file system than the checkout. */
  readonly spareCacheFolder: string;
  /** True when files can be hard-linked between two folders; either may be absent yet. */
  readonly shareFileSystem: (a: string, b: string) => Promise<boolean>;
  /** Pythons in the runner's tool cache and the like. */
  readonly pythons: readonly InstalledPython[];
}

/** A Python that is installed, but not on PATH. */
export interface InstalledPython {
  readonly version: string;
  /** Absolute path of the interpreter. */
  readonly path: string;
}

/** Everything that setting up needs of the world. */
export interface SetupPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly context: RunContext;
  readonly job: JobEnvironment;
  readonly uv: UvProvider;
  readonly machine: SetupMachine;
  readonly env: Readonly<Record<string, string>>;
  /** What the repository's gates need; `root` is absolute, `config` relative to it. */
  readonly readPlan: (root: string, config: string) => Promise<Plan>;
  /** Variables that put the Node first which the gates of an environment ask for; undefined: the one on the path. */
  readonly toolchainFor?: (gates: Plan["gates"], environment: Environment) => Promise<Readonly<Record<string, string>>>;
}
