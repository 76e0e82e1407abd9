import type { FinishedGate, GateEvent, GateListener } from "../../actions/gates/gate-ports.ts";
import { alignedLine, idColumns, TIME_COLUMNS, type Tone, toneOf } from "../../actions/gates/shown/describe-gate.ts";
import { isLive, type LiveRegion, type LiveStream, liveRegion } from "../../adapters/terminal/live.ts";
import { FRAME_MS, spinnerAt } from "../../adapters/terminal/spinner.ts";
import type { Styles } from "../../adapters/terminal/styles.ts";
import { pad, truncate, wrap } from "../../adapters/terminal/table.ts";
import type { Plan } from "../../core/gates/index.ts";
import { formatDuration, oneLine, plainText } from "../../core/summary/index.ts";

/** What a view is made from. */
export interface ViewOptions {
  readonly stream: LiveStream;
  readonly styles: Styles;
  readonly plan: Plan;
  /** Aborts when somebody asked for an end. */
  readonly stop: AbortSignal;
}

/** Shows gates while they run. */
export interface GatesView {
  readonly listener: GateListener;
  /** Takes the live part away. May be called again. */
  end(): void;
}

const FURTHER_IN = "    ";
/** Installations that are shown at once. */
const MOST_SET_UPS = 3;

function markOf(tone: Tone, { marks }: Styles): string {
  return { good: marks.pass, bad: marks.fail, odd: marks.warn, idle: marks.skip }[tone];
}

function finishedLine(run: FinishedGate, look: Styles, columns: number): string {
  const tone = toneOf(run);
  // Foreign words are made safe; the blanks between columns stay.
  const line = plainText(alignedLine(run, columns)).replaceAll("\n", " ").slice(0, 400);
  return `${markOf(tone, look)} ${tone === "idle" ? look.dim(line) : line}`;
}

function columnsOf(plan: Plan, lineColumns?: number): number {
  const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
  return idColumns(ids, lineColumns);
}

/** Whole seconds: the view is drawn often, and tenths would only flicker. */
function seconds(ms: number): string {
  return ms < 1000 ? "0 s" : formatDuration(Math.floor(ms / 1000) * 1000);
}

/** Line by line, for logs and pipes. */
function plainView({ stream, styles: look, plan, stop }: ViewOptions): GatesView {
  const columns = columnsOf(plan);
  const say = (line: string) => void stream.write(`${line}\n`);
  stop.addEventListener("abort", () => say("Stopping…"), { once: true });
  const listener = (event: GateEvent) => {
    if (event.kind === "finished") say(finishedLine(event.run, look, columns));
    if (event.kind === "setup-started") say(`Installing what is missing: ${event.command}`);
    if (event.kind === "setup-finished" && event.problem !== undefined)
      say(`It did not work: ${oneLine(event.problem, 400)}`);
    if (event.kind === "silent") {
      for (const one of event.running)
        say(`… ${one.id} has run for ${formatDuration(one.forMs)}  ${oneLine(one.line, 120)}`);
    }
  };
  return { listener, end: () => undefined };
}

interface Row {
  readonly startedMs: number;
  line: string;
}

class LiveView implements GatesView {
  readonly #options: ViewOptions;
  readonly #region: LiveRegion;
  readonly #rows = new Map<string, Row>();
  readonly #timer: NodeJS.Timeout;
  readonly #begin = performance.now();
  #left = 0;
  readonly #setUps = new Set<string>();
  #isOver = false;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#region = liveRegion(options.stream, () => this.#draw());
    this.#timer = setInterval(() => this.#draw(), FRAME_MS);
  }

  readonly listener = (event: GateEvent): void => {
    switch (event.kind) {
      case "begun":
        this.#left = event.gates;
        break;
      case "setup-started":
        this.#setUps.add(event.command);
        break;
      case "setup-finished":
        this.#setUps.delete(event.command);
        if (event.problem !== undefined) this.#region.above([`It did not work: ${oneLine(event.problem, 400)}`]);
        break;
      case "started":
        this.#rows.set(event.id, { startedMs: performance.now(), line: "" });
        break;
      case "line": {
        const row = this.#rows.get(event.id);
        if (row !== undefined) row.line = event.text;
        break;
      }
      case "finished":
        this.#rows.delete(event.run.id);
        this.#left -= 1;
        this.#region.above([this.#finished(event.run)]);
        break;
      case "silent":
        break;
    }
  };

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearInterval(this.#timer);
    this.#region.end();
  }

  /** A long reason goes on below itself, a little further in. */
  #finished(run: FinishedGate): string {
    const { styles: look, plan } = this.#options;
    const { columns } = this.#region.size();
    const room = columns - 1 - FURTHER_IN.length;
    return wrap(finishedLine(run, look, columnsOf(plan, columns)), room).replaceAll("\n", `\n${FURTHER_IN}`);
  }

  #draw(): void {
    if (this.#isOver) return;
    const { styles: look, plan, stop } = this.#options;
    const { columns, rows } = this.#region.size();
    const spinner = look.cyan(spinnerAt(performance.now()));
    const ids = columnsOf(plan, columns);
    const setUps = [...this.#setUps].slice(0, MOST_SET_UPS);
    const lines = [...this.#rows].slice(0, rows - 2 - setUps.length).map(([id, row]) => {
      const time = seconds(performance.now() - row.startedMs);
      return `${spinner} ${pad(truncate(oneLine(id, 200), ids), ids)}  ${time.padStart(TIME_COLUMNS)}  ${look.dim(oneLine(row.line, columns))}`;
    });
    for (const command of setUps) lines.push(`${spinner} ${look.dim(oneLine(`installing: ${command}`, columns))}`);
    const waiting = this.#left - this.#rows.size;
    const hidden = this.#rows.size + setUps.length - lines.length;
    const foot = [
      seconds(performance.now() - this.#begin),
      ...(hidden > 0 ? [`${hidden} more running`] : []),
      ...(stop.aborted ? ["stopping; once more to end at once"] : waiting > 0 ? [`${waiting} waiting`] : []),
    ];
    this.#region.draw([...lines, look.dim(foot.join("  ·  "))]);
  }
}

/**
 * @param options the stream and its looks, what will run
 * @returns a live view in a terminal, lines elsewhere
 */
export function watchGates(options: ViewOptions): GatesView {
  return isLive(options.stream, process.env) ? new LiveView(options) : plainView(options);
}
