import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as delay } from "node:timers/promises";
import { Child, platformOf, whyNotStarted } from "../../adapters/node/processes/child.ts";
import { posixSignaller, type StopPlan, stopTree } from "../../adapters/node/processes/stop-tree.ts";
import type { Command } from "../../ports/processes.ts";

/** A cancelled step has 7.5 s after SIGINT and 2.5 s after SIGTERM (actions/runner src/Runner.Sdk/ProcessInvoker.cs). */
export const CANCEL_PLAN: StopPlan = { interruptMs: 7500, terminateMs: 10_000, giveUpMs: 12_000 };

/** What a step left running is asked once when the job ends. */
const LEFTOVER_PLAN: StopPlan = { interruptMs: 0, terminateMs: 500, giveUpMs: 3000 };

/** How long streams are read that somebody holds open after the program has ended (ProcessInvoker.cs, ProcessExitedHandler). */
const HELD_STREAM_MS = 5000;

const platform = platformOf(process.platform);

/** How a step's process ended. */
export type StepProcessEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-started"; readonly message: string };

/** What goes with a step's process. */
export interface StepProcessOptions {
  /** Value of the marker variable; all that the process starts carries it. */
  readonly marker: string;
  /** Stops it. */
  readonly signal: AbortSignal;
  /** How long each signal may work. */
  readonly plan: StopPlan;
  /** Called with each line of both streams, without its line break. */
  readonly onLine: (line: string) => void;
}

/** Longest line, in characters. What is longer is told in pieces, so that output without line breaks does not pile up. */
export const LONGEST_LINE = 1024 * 1024;

/** Puts chunks of text together to lines. What is already searched for a line break is not searched again. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  #parts: string[] = [];
  #length = 0;

  /** @param onLine takes each line, without its line break */
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** Takes the next piece of the stream. */
  push(text: string): void {
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      this.#keep(text.slice(from, end));
      this.#flush();
      from = end + 1;
    }
    this.#keep(text.slice(from));
    if (this.#length >= LONGEST_LINE) this.#flush();
  }

  /** Tells the last line when it has no line break. */
  end(): void {
    if (this.#length > 0) this.#flush();
  }

  #keep(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #flush(): void {
    const line = this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
  }
}

function readLines(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
  if (stream === null) return Promise.resolve();
  const decoder = new StringDecoder("utf8");
  const lines = new LineSplitter(onLine);
  stream.on("data", (chunk: Buffer) => lines.push(decoder.write(chunk)));
  stream.on("error", () => undefined);
  return new Promise((resolve) => {
    stream.once("close", () => {
      lines.push(decoder.end());
      lines.end();
      resolve();
    });
  });
}

/**
 * Starts a program of a step and reads its lines until it ends. What it leaves running stays until the job ends.
 *
 * @param command the program; its environment is complete
 * @param options marker, signal and reader
 */
export async function runStepProcess(command: Command, options: StepProcessOptions): Promise<StepProcessEnd> {
  if (options.signal.aborted) return { kind: "stopped" };
  let child: Child;
  try {
    child = new Child(command, ["ignore", "pipe", "pipe"], { platform, marker: options.marker });
  } catch (error) {
    return { kind: "not-started", message: (await whyNotStarted(command, error)).message };
  }
  const streams = Promise.all([
    readLines(child.process.stdout, options.onLine),
    readLines(child.process.stderr, options.onLine),
  ]);
  let stopping: Promise<boolean> | undefined;
  const stop = (): void => {
    stopping ??= child.stop(options.plan);
  };
  options.signal.addEventListener("abort", stop, { once: true });
  const { end } = await child.ended;
  options.signal.removeEventListener("abort", stop);
  await stopping;
  await Promise.race([streams, delay(HELD_STREAM_MS, undefined, { ref: false })]);
  child.process.stdout?.destroy();
  child.process.stderr?.destroy();
  child.forget();
  if (stopping !== undefined) return { kind: "stopped" };
  if (end.kind === "not-started") return { kind: "not-started", message: end.message };
  return { kind: "exited", code: end.kind === "exited" ? end.code : 128 };
}

/**
 * Ends everything that carries a marker: processes that steps left behind.
 *
 * @param marker the job's marker, which its steps' markers begin with
 */
export async function endLeftovers(marker: string): Promise<void> {
  const table = platform.linux;
  if (table === undefined) return;
  const tree = { leader: -1, leaderStart: undefined, marker };
  if (table.survivorsSync(tree).length === 0) return;
  await stopTree({ tree, table, signaller: posixSignaller, isLeaderOurs: () => false }, LEFTOVER_PLAN);
}
