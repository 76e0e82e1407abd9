import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type {
  CapturedResult,
  CaptureOptions,
  Command,
  LoggedOptions,
  ProcessEnd,
  Processes,
  ProcessResult,
} from "../../ports/processes.ts";

/** What a scripted program does. */
export interface ScriptedRun {
  readonly stdout?: string;
  readonly stderr?: string;
  /** Exit code; default 0. */
  readonly code?: number;
  /** Ends by this signal instead of an exit code. */
  readonly signal?: string;
  /** Runs for so long by the clock; default 0. `Number.POSITIVE_INFINITY` runs until it is stopped. */
  readonly takesMs?: number;
  /** Written just before it ends by itself; text by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly cpuMs?: number;
  readonly peakBytes?: number;
}

/** A program in memory. */
export type ScriptedProgram = (command: Command, stdin: string) => ScriptedRun | Promise<ScriptedRun>;

/** Programs that are functions, on a clock and files of the caller's choice. */
export class ScriptedProcesses implements Processes {
  /** Every command that was started, in order. */
  readonly started: Command[] = [];
  readonly #programs: Readonly<Record<string, ScriptedProgram>>;
  readonly #ports: { readonly clock: Clock; readonly files: Files };

  /**
   * @param programs what there is, by the command's `file`
   * @param ports the clock that runs take their time from, and the files that they write
   */
  constructor(
    programs: Readonly<Record<string, ScriptedProgram>>,
    ports: { readonly clock: Clock; readonly files: Files },
  ) {
    this.#programs = programs;
    this.#ports = ports;
  }

  async capture(command: Command, options: CaptureOptions = {}): Promise<CapturedResult> {
    const { run, result } = await this.#run(command, options);
    const keep = (text = "") => {
      const bytes = new TextEncoder().encode(text);
      return new TextDecoder().decode(bytes.slice(Math.max(0, bytes.length - (options.maxBytes ?? bytes.length))));
    };
    return { ...result, stdout: keep(run.stdout), stderr: keep(run.stderr) };
  }

  async runLogged(command: Command, options: LoggedOptions): Promise<ProcessResult> {
    const { run, result } = await this.#run(command, options);
    const { stdout = "", stderr = "" } = run;
    const log = options.stdoutFile === undefined ? stdout + stderr : stderr;
    await this.#ports.files.write(options.logFile, log);
    if (options.stdoutFile !== undefined) await this.#ports.files.write(options.stdoutFile, stdout);
    if (log !== "") for (const line of log.replace(/\n$/, "").split("\n")) options.onLine?.(line);
    return result;
  }

  which(name: string): Promise<string | undefined> {
    return Promise.resolve(name in this.#programs ? `/programs/${name}` : undefined);
  }

  async #run(
    command: Command,
    options: { readonly timeoutMs?: number; readonly signal?: AbortSignal; readonly stdin?: string },
  ): Promise<{ readonly run: ScriptedRun; readonly result: ProcessResult }> {
    if (options.signal?.aborted === true) return { run: {}, result: { end: { kind: "stopped" }, durationMs: 0 } };
    const program = this.#programs[command.file.replace(/^\/programs\//, "")];
    if (program === undefined) {
      const message = `${command.file} was not found.`;
      return { run: {}, result: { end: { kind: "not-started", reason: "not-found", message }, durationMs: 0 } };
    }
    this.started.push(command);
    const begin = this.#ports.clock.monotonicMs();
    const run = await program(command, options.stdin ?? "");
    const end = await this.#take(run, options);
    if (end.kind === "exited" || end.kind === "signalled") {
      for (const [path, text] of Object.entries(run.files ?? {})) await this.#ports.files.write(path, text);
    }
    const durationMs = this.#ports.clock.monotonicMs() - begin;
    const cpu = run.cpuMs === undefined ? {} : { cpuMs: run.cpuMs };
    const peak = run.peakBytes === undefined ? {} : { peakBytes: run.peakBytes };
    return { run, result: { end, durationMs, ...cpu, ...peak } };
  }

  async #take(
    run: ScriptedRun,
    options: { readonly timeoutMs?: number; readonly signal?: AbortSignal },
  ): Promise<ProcessEnd> {
    const takesMs = run.takesMs ?? 0;
    const timeoutMs = options.timeoutMs ?? Number.POSITIVE_INFINITY;
    if (takesMs > 0) await this.#ports.clock.sleep(Math.min(takesMs, timeoutMs), options.signal);
    if (options.signal?.aborted === true) return { kind: "stopped" };
    if (takesMs > timeoutMs) return { kind: "timed-out", afterMs: timeoutMs };
    return run.signal === undefined
      ? { kind: "exited", code: run.code ?? 0 }
      : { kind: "signalled", signal: run.signal };
  }
}
