import type { StdioOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setMaxListeners } from "node:events";
import { closeSync, ftruncateSync, openSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { TurnpikeError } from "../../errors.ts";
import type {
  CapturedResult,
  CaptureOptions,
  Command,
  LoggedOptions,
  ProcessEnd,
  Processes,
  ProcessResult,
} from "../../ports/processes.ts";
import { Child, type Platform, platformOf, whyNotStarted } from "./processes/child.ts";
import { LogFollower } from "./processes/log-follower.ts";
import { MARKER_VARIABLE } from "./processes/process-table.ts";
import { STOP_PLAN, SWEEP_PLAN } from "./processes/stop-tree.ts";
import { StreamTail } from "./processes/stream-tail.ts";
import { findProgram } from "./processes/which.ts";

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** How long a stream that an escaped child holds open is read after its program has ended. */
const HELD_PIPE_MS = 1000;

interface Limits {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Programs as processes of this machine. Each gets a session and a process group of its own and a marker variable, by
 * which children are found that left both. A marker of an outer run is kept as the beginning of the own ones, so that the
 * outer run finds them too.
 */
export class NodeProcesses implements Processes {
  readonly #platform: Platform;
  readonly #runMarker: string;
  #count = 0;

  /** @param outerMarker marker of the run that started this one, if any */
  constructor(outerMarker: string | undefined = process.env[MARKER_VARIABLE]) {
    this.#platform = platformOf(process.platform);
    const own = randomBytes(9).toString("hex");
    this.#runMarker = outerMarker === undefined || outerMarker === "" ? own : `${outerMarker}/${own}`;
  }

  async capture(command: Command, options: CaptureOptions = {}): Promise<CapturedResult> {
    const started = performance.now();
    if (options.signal?.aborted === true) return { end: { kind: "stopped" }, durationMs: 0, stdout: "", stderr: "" };
    const child = await this.#start(command, [options.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"]);
    if (!(child instanceof Child)) return { ...child, durationMs: performance.now() - started, stdout: "", stderr: "" };
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    const stdout = new StreamTail(child.process.stdout, maxBytes);
    const stderr = new StreamTail(child.process.stderr, maxBytes);
    child.process.stdin?.on("error", () => undefined); // It may end without reading.
    child.process.stdin?.end(options.stdin);
    const result = await this.#supervise(child, options, started);
    await Promise.race([Promise.all([stdout.ended, stderr.ended]), delay(HELD_PIPE_MS, undefined, { ref: false })]);
    child.forget();
    return { ...result, stdout: stdout.close(), stderr: stderr.close() };
  }

  async runLogged(command: Command, options: LoggedOptions): Promise<ProcessResult> {
    const started = performance.now();
    if (options.signal?.aborted === true) return { end: { kind: "stopped" }, durationMs: 0 };
    const opened: number[] = [];
    try {
      const log = openEmpty(options.logFile, opened);
      const report = options.stdoutFile === undefined ? log : openEmpty(options.stdoutFile, opened);
      const outputs = [options.logFile, ...(options.stdoutFile === undefined ? [] : [options.stdoutFile])];
      const child = await this.#start(command, ["ignore", report, log], outputs);
      if (!(child instanceof Child)) return { ...child, durationMs: performance.now() - started };
      const follower =
        options.onLine === undefined ? undefined : new LogFollower(options.logFile, options.onLine, options.onlyNewest);
      const result = await this.#supervise(child, options, started);
      // A gate's end is the end of all that it started; whatever it left behind would take the time of the next one.
      await child.stop(SWEEP_PLAN);
      await follower?.end();
      return result;
    } finally {
      for (const file of opened) closeSync(file);
    }
  }

  which(name: string, env: Readonly<Record<string, string>>): Promise<string | undefined> {
    return findProgram(name, env);
  }

  async #start(
    command: Command,
    stdio: StdioOptions,
    outputs: readonly string[] = [],
  ): Promise<Child | { readonly end: ProcessEnd }> {
    this.#count += 1;
    const marker = `${this.#runMarker}.${this.#count}`;
    try {
      return new Child(command, stdio, { platform: this.#platform, marker, outputs });
    } catch (error) {
      return { end: await whyNotStarted(command, error) };
    }
  }

  async #supervise(child: Child, limits: Limits, started: number): Promise<ProcessResult> {
    const { timeoutMs, signal } = limits;
    let stopping: Promise<boolean> | undefined;
    let cause: ProcessEnd | undefined;
    const stop = (end: ProcessEnd) => {
      cause ??= end;
      stopping ??= child.stop(STOP_PLAN);
    };
    const stopped = new Promise<undefined>((resolve) => {
      const finish = (end: ProcessEnd) => {
        stop(end);
        void stopping?.then(() => resolve(undefined));
      };
      if (timeoutMs !== undefined) setTimer(timeoutMs, child, () => finish({ kind: "timed-out", afterMs: timeoutMs }));
      const onAbort = () => finish({ kind: "stopped" });
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener("abort", onAbort, { once: true });
      void child.ended.then(() => signal?.removeEventListener("abort", onAbort));
      if (signal?.aborted === true) onAbort();
    });
    // What cannot be killed (a process inside the kernel) must not hold us: then the stop's own end counts.
    const ended = await Promise.race([child.ended, stopped.then(() => delay(50, undefined))]);
    await stopping;
    if (ended === undefined) child.process.unref();
    const durationMs = performance.now() - started;
    return { end: cause ?? ended?.end ?? { kind: "stopped" }, durationMs, ...ended?.usage };
  }
}

/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function setTimer(ms: number, child: Child, onTimeout: () => void): void {
  const timer = setTimeout(onTimeout, Math.min(ms, LONGEST_TIMER_MS));
  void child.ended.then(() => clearTimeout(timer));
}

function openEmpty(path: string, opened: number[]): number {
  try {
    // Appending, so that a child that opens /dev/stdout anew and cuts the file leaves no hole.
    const file = openSync(path, "a");
    opened.push(file);
    ftruncateSync(file, 0);
    return file;
  } catch (cause) {
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written.`, { cause });
  }
}
