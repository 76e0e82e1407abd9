import { inert } from "../../adapters/actions/inert.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { type Styles, styles } from "../../adapters/terminal/index.ts";
import { isLive, type LiveRegion, type LiveStream, liveRegion } from "../../adapters/terminal/live.ts";
import { formatDuration, oneLine } from "../../core/summary/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RunEvent, RunListener } from "../events.ts";
import { RunRecorder } from "../run-recorder.ts";
import type { SeenFile, SeenNote } from "../seen-run.ts";
import { frameOf } from "./frame.ts";
import { reportOf } from "./report.ts";
import { markOf, nameOf, stepMark, whereOf, wordOf } from "./words.ts";

/** How a run is shown in a terminal. */
export interface TerminalViewOptions {
  /** Decides about colours, and about the live tree: `CI` or a dumb terminal gets one line a change. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a reader can open when the run has ended; asked for once, then. */
  readonly files?: () => readonly SeenFile[];
  readonly clock?: Clock;
  /** Calls back until the returned function is called; the default keeps no process alive. */
  readonly every?: (ms: number, callback: () => void) => () => void;
}

const TICK_MS = 100;
const PLAIN_COLUMNS = 100;

function everyUnreferenced(ms: number, callback: () => void): () => void {
  const timer = setInterval(callback, ms).unref();
  return () => clearInterval(timer);
}

function noteLine(note: SeenNote, paint: Styles): string {
  const mark = { info: paint.marks.info, warning: paint.marks.warn, error: paint.marks.fail }[note.level];
  return `${mark} ${oneLine(note.message, 2000)}`;
}

class TerminalView {
  readonly #output: LiveStream;
  readonly #options: TerminalViewOptions;
  readonly #styles: Styles;
  readonly #recorder = new RunRecorder();
  readonly #clock: Clock;
  #region: LiveRegion | undefined;
  #stop: () => void = () => undefined;
  #startedAt = 0;

  constructor(output: LiveStream, options: TerminalViewOptions) {
    this.#output = output;
    this.#options = options;
    this.#styles = styles(output, options.env);
    this.#clock = options.clock ?? systemClock;
  }

  readonly listen: RunListener = (event) => {
    this.#recorder.listen(event);
    if (event.kind === "run-started") this.#start(event.atMs);
    if (event.kind === "note") this.#say([noteLine(event, this.#styles)]);
    else if (this.#region === undefined) this.#say(this.#change(event));
    if (event.kind === "run-finished") this.#finish();
  };

  #start(atMs: number): void {
    this.#startedAt = this.#clock.monotonicMs() - atMs;
    if (!isLive(this.#output, this.#options.env)) return;
    this.#region = liveRegion(this.#output, () => this.#draw());
    this.#stop = (this.#options.every ?? everyUnreferenced)(TICK_MS, () => this.#draw());
    this.#draw();
  }

  #draw(): void {
    if (this.#region === undefined) return;
    const nowMs = Math.max(0, this.#clock.monotonicMs() - this.#startedAt);
    this.#region.draw(frameOf(this.#recorder.record(), { styles: this.#styles, nowMs, ...this.#region.size() }));
  }

  #finish(): void {
    this.#stop();
    const columns = this.#region?.size().columns ?? this.#output.columns ?? PLAIN_COLUMNS;
    this.#region?.end();
    this.#region = undefined;
    const files = this.#options.files?.() ?? [];
    this.#say(reportOf(this.#recorder.record(), { styles: this.#styles, columns, files }));
  }

  #say(lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (this.#region === undefined) this.#output.write(`${this.#inert(lines.join("\n"))}\n`);
    else this.#region.above(lines);
  }

  /** Inside a GitHub job our output is read for workflow commands, and what it repeats is foreign. */
  #inert(text: string): string {
    return this.#options.env["GITHUB_ACTIONS"] === "true" ? inert(text) : text;
  }

  /** One line for what changed, where there is no live tree. */
  #change(event: RunEvent): readonly string[] {
    // Most events are lines, and there can be millions.
    if (event.kind === "line" || event.kind === "annotation") return [];
    const paint = this.#styles;
    const record = this.#recorder.record();
    if (event.kind === "run-started") return [`${paint.bold(oneLine(event.title, 60))}  ${paint.dim(whereOf(record))}`];
    const job = "jobId" in event ? record.jobs.find(({ node }) => node.id === event.jobId) : undefined;
    if (job === undefined) return [];
    const name = nameOf(job);
    switch (event.kind) {
      case "job-started":
        return [`${paint.dim("·")} ${paint.bold(name)} ${paint.dim("started")}`];
      case "job-finished": {
        // What was stopped before it began took no time.
        const hasRun = event.conclusion !== "skipped" && Math.round(event.durationMs) > 0;
        const time = hasRun ? paint.dim(` after ${formatDuration(event.durationMs)}`) : "";
        return [`${markOf(event.conclusion, paint)} ${paint.bold(name)} ${wordOf(event.conclusion)}${time}`];
      }
      case "step-finished": {
        const step = job.steps.find((one) => one.number === event.step);
        if (step === undefined || event.conclusion === "skipped") return [];
        const time = paint.dim(`  ${formatDuration(event.durationMs)}`);
        return [`${stepMark(step, paint)} ${paint.dim(`${name} ›`)} ${oneLine(step.name, 100)}${time}`];
      }
      default:
        return [];
    }
  }
}

/**
 * Shows a run to people: in a terminal a live tree, elsewhere one line a change; at the end the report.
 *
 * @param output where to write; standard error in the command line
 * @param options environment and what can be opened at the end
 * @returns takes the events of one run; does not throw
 */
export function makeTerminalView(output: LiveStream, options: TerminalViewOptions): RunListener {
  return new TerminalView(output, options).listen;
}
