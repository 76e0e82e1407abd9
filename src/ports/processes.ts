/** A command to start. No shell is involved: `file` is a program, `args` reach it as they are. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Absolute working directory. */
  readonly cwd: string;
  /** The whole environment; nothing is added to it but the marker that finds escaped children. */
  readonly env: Readonly<Record<string, string>>;
}

/** How a process ended. */
export type ProcessEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "stopped" }
  | {
      readonly kind: "not-started";
      readonly reason: "not-found" | "not-executable" | "no-such-cwd" | "other";
      readonly message: string;
    };

/** What a process did and used. */
export interface ProcessResult {
  readonly end: ProcessEnd;
  /** Wall time in ms. */
  readonly durationMs: number;
  /** User and system CPU time of the process and its waited-for children in ms, when the platform tells. */
  readonly cpuMs?: number;
  /** Largest resident size in bytes, when the platform tells. */
  readonly peakBytes?: number;
}

/** Options of a captured run. */
export interface CaptureOptions {
  /** Stop it after this many ms; default: never. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly stdin?: string;
  /** Keep at most this many bytes of each stream (the last ones); default 10 MiB. */
  readonly maxBytes?: number;
}

/** A run whose output was kept. */
export interface CapturedResult extends ProcessResult {
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run whose output goes to a file. */
export interface LoggedOptions {
  /** Both streams go to this file, in the order written. Its folder must exist. */
  readonly logFile: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with each new complete line while it runs; at most a few times a second. */
  readonly onLine?: (line: string) => void;
  /**
   * True: `onLine` need only be told of the newest lines, for whoever watches. Of a program that prints more than a person
   * could read the rest is in the log alone. Default: every line.
   */
  readonly onlyNewest?: boolean;
  /** The process's standard output goes here instead of into `logFile` (tools that print their report). */
  readonly stdoutFile?: string;
}

/** Starting programs. A stop means: SIGINT to the group, then SIGTERM, then SIGKILL, then a sweep for escaped children; gone within 7 s. */
export interface Processes {
  /** For short helper commands. Never throws for an exit code. */
  capture(command: Command, options?: CaptureOptions): Promise<CapturedResult>;
  /** For gates and builds. Never throws for an exit code. */
  runLogged(command: Command, options: LoggedOptions): Promise<ProcessResult>;
  /** Absolute path of a program on `PATH` of `env`, version-manager shims resolved where possible; undefined when there is none. */
  which(name: string, env: Readonly<Record<string, string>>): Promise<string | undefined>;
}
