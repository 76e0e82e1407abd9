import type {
  ChangedFiles,
  DetailsFile,
  Masker,
  Plan,
  RunVerdict,
  Situation,
  VerdictFile,
} from "../../core/gates/index.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";
import type { CommitFacts } from "./commit-facts.ts";
import type { InstalledEnvironments } from "./environments/environment.ts";
import type { Execution } from "./executed.ts";
import type { GateListener, StopRequest } from "./gate-ports.ts";
import type { RunOrigin } from "./history/quarantine.ts";
import type { ResultMemory, ResultUse } from "./results/result-cache.ts";

/** What is asked of a run. Paths are absolute. */
export interface CheckRequest {
  readonly root: string;
  /** Where the root lies below the checkout, with a slash at the end; undefined or empty: they are the same. */
  readonly prefix?: string;
  readonly plan: Plan;
  /** Asked for before anything is written. */
  readonly facts: Promise<CommitFacts>;
  /** Gates to run, and what they need; empty: all. The entry of a matrix stands for all of its gates. */
  readonly only: readonly string[];
  /** Only gates that this change can make say something else, and what they need; undefined: all. */
  readonly change?: ChangedFiles | undefined;
  /** The configuration file, relative to the root. Default: turnpike.yml. */
  readonly config?: string;
  /** Tells why and where this run takes place; undefined: nobody asks, so no `when` holds a gate back. */
  readonly situation?: (() => Promise<Situation>) | undefined;
  /** Cores to use; undefined: what the machine has. */
  readonly jobs: number | undefined;
  readonly failFast: boolean;
  /** Where passes are remembered; undefined: every gate runs. */
  readonly results?: ResultMemory | undefined;
  /** Where environments of the repository's own installs are kept between runs; undefined, or a release: each is made anew. */
  readonly environments?: EnvironmentStore | undefined;
  readonly requireGates: boolean;
  readonly release: boolean;
  /** True where the repository is a copy that goes away after the run. */
  readonly isShortLived?: boolean;
  /** True where packages of a lock of npm are installed too, because nobody else does it. */
  readonly installsLocks?: boolean;
  /** True where scripts of Node packages may run, because the machine is nobody's own. */
  readonly allowScripts?: boolean;
  readonly outputDirectory: string;
  /** Where durations are remembered; what single tests did lies beside it. */
  readonly historyFile: string;
  /** Undefined: a run that leaves no trace in the memory of tests. */
  readonly origin?: RunOrigin;
  /**
   * For logs and reports while gates run, outside the repository; made when it is not there, and left to whoever asked. Short:
   * tests make sockets below it, whose paths have room for 107 bytes (unix(7)).
   */
  readonly scratch: string;
  /** Values to hide besides those of the environment. */
  readonly secrets: readonly string[];
}

/** What a run came to. */
export interface Checked {
  readonly run: RunVerdict;
  readonly verdict: VerdictFile;
  readonly details: DetailsFile;
  readonly execution: Execution;
  readonly verdictFile: string;
  readonly verdictDigest: string;
  readonly detailsFile: string;
  readonly masker: Masker;
  /** Folder with the logs of the gates, by {@link Executed.fileName}. */
  readonly logs: string;
  /** Undefined when nobody asked. */
  readonly situation: Situation | undefined;
  /** Undefined when nothing is remembered. */
  readonly results: ResultUse | undefined;
  /** What became of the packages. */
  readonly installed: InstalledEnvironments;
}

/** Who watches, and who may stop a run. */
export interface CheckWatch {
  readonly listener: GateListener;
  readonly stop: StopRequest;
}
