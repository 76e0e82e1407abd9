import type { InputsOf } from "../../contract/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";
import type { Log } from "../../ports/log.ts";
import type { Processes } from "../../ports/processes.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { buildContract } from "./contract.ts";

/** The action's inputs. */
export type BuildInputs = InputsOf<typeof buildContract>;

/** Everything that building needs of the world. */
export interface BuildPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly git: Git;
  readonly clock: Clock;
  readonly log: Log;
  readonly context: RunContext;
  readonly env: Readonly<Record<string, string>>;
  /** What the repository declares; `root` is absolute, `config` relative to it. */
  readonly readPlan: (root: string, config: string) => Promise<Plan>;
}
