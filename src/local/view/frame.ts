import { pad, type Styles, truncate } from "../../adapters/terminal/index.ts";
import { spinnerAt } from "../../adapters/terminal/spinner.ts";
import { countOf, formatDuration, oneLine } from "../../core/summary/index.ts";
import type { SeenJob, SeenRun } from "../seen-run.ts";
import { type JobTree, spanOf, treeOf } from "./job-tree.ts";
import { lastLines } from "./log-tail.ts";
import { markOf, nameOf, whereOf } from "./words.ts";

/** What a frame is drawn for. */
export interface FrameOptions {
  readonly styles: Styles;
  readonly columns: number;
  readonly rows: number;
  /** Ms since the run started. */
  readonly nowMs: number;
}

type State = "running" | "ended" | "waiting";

interface Entry {
  readonly state: State;
  readonly lines: readonly string[];
}

/** Durations stand at most this far right. */
const MOST_COLUMNS = 100;

function spinner({ nowMs, styles }: FrameOptions): string {
  return styles.cyan(spinnerAt(nowMs));
}

function row(left: string, ms: number | null, options: FrameOptions): string {
  const width = Math.min(options.columns - 1, MOST_COLUMNS);
  if (ms === null) return truncate(left, width);
  const time = formatDuration(ms);
  return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`;
}

function stateOf(tree: JobTree): State {
  if (tree.job.conclusion !== null) return "ended";
  const isRunning = tree.job.startMs !== null || tree.children.some((child) => stateOf(child) !== "waiting");
  return isRunning ? "running" : "waiting";
}

function elapsed(tree: JobTree, nowMs: number): number | null {
  if (tree.job.conclusion !== null)
    return tree.job.conclusion === "skipped" ? null : (spanOf(tree)?.durationMs ?? null);
  const starts = [tree.job.startMs, ...tree.children.map((child) => child.job.startMs)].filter((ms) => ms !== null);
  return starts.length === 0 ? null : Math.max(0, nowMs - Math.min(...starts));
}

function runningLines(job: SeenJob, left: string, indent: string, options: FrameOptions): string[] {
  const { styles } = options;
  const step = job.steps.findLast((one) => one.conclusion === null);
  const name = step === undefined ? "" : `${styles.dim(" › ")}${oneLine(step.name, 80)}`;
  const last = step === undefined ? undefined : lastLines(step.lines, 1)[0];
  const first = row(left + name, elapsed({ job, children: [] }, options.nowMs), options);
  return [first, row(`${indent}  ${styles.dim(`│ ${oneLine(last?.text ?? "", 300)}`)}`, null, options)];
}

function entriesOf(tree: JobTree, depth: number, parent: SeenJob | undefined, options: FrameOptions): Entry[] {
  const { styles } = options;
  const { job } = tree;
  const state = stateOf(tree);
  const indent = "  ".repeat(depth + 1);
  const name = nameOf(job, parent);
  const below = tree.children.flatMap((child) => entriesOf(child, depth + 1, job, options));
  if (state === "waiting") {
    const needs =
      job.node.needs.length === 0 ? "waits" : `waits for ${job.node.needs.map((id) => shortName(id)).join(", ")}`;
    const line = row(`${indent}${markOf(null, styles)} ${styles.dim(`${name}  ${needs}`)}`, null, options);
    // Called jobs that wait with their caller would only repeat it.
    return [{ state, lines: [line] }];
  }
  if (state === "ended") {
    const word = job.conclusion === "skipped" ? styles.dim("  skipped") : "";
    const line = row(
      `${indent}${markOf(job.conclusion, styles)} ${name}${word}`,
      elapsed(tree, options.nowMs),
      options,
    );
    return [{ state, lines: [line] }, ...below];
  }
  const left = `${indent}${spinner(options)} ${name}`;
  if (tree.children.length > 0 || job.node.isCall) {
    return [{ state, lines: [row(left, elapsed(tree, options.nowMs), options)] }, ...below];
  }
  return [{ state, lines: runningLines(job, left, indent, options) }];
}

/** The last part of a job's id inside a called workflow. */
function shortName(id: string): string {
  return oneLine(id.split("/").at(-1) ?? id, 40).trim();
}

/** Leaves out what can be missed until the rest fits: ended jobs first, then waiting ones. */
function fitRows(entries: readonly Entry[], room: number, styles: Styles): string[] {
  const shown = [...entries];
  const left: Record<"ended" | "waiting", number> = { ended: 0, waiting: 0 };
  const height = (): number =>
    shown.reduce((sum, entry) => sum + entry.lines.length, 0) + (left.ended > 0 ? 1 : 0) + (left.waiting > 0 ? 1 : 0);
  for (const state of ["ended", "waiting"] as const) {
    while (height() > room) {
      const index =
        state === "ended"
          ? shown.findIndex((entry) => entry.state === state)
          : shown.findLastIndex((entry) => entry.state === state);
      if (index < 0) break;
      shown.splice(index, 1);
      left[state] += 1;
    }
  }
  return [
    ...(left.ended > 0 ? [styles.dim(`  … ${countOf(left.ended, "more", "more")} ended`)] : []),
    ...shown.flatMap((entry) => entry.lines),
    ...(left.waiting > 0 ? [styles.dim(`  … ${countOf(left.waiting, "more", "more")} waiting`)] : []),
  ].slice(0, Math.max(1, room));
}

/**
 * One picture of a run that is going on: jobs as a tree, the current step of each with its last line.
 *
 * @param record the run as far as it is known
 * @param options size and time
 * @returns lines that fit the terminal
 */
export function frameOf(record: SeenRun, options: FrameOptions): readonly string[] {
  const { styles } = options;
  const title = `${spinner(options)} ${styles.bold(oneLine(record.title, 60))}  ${styles.dim(whereOf(record))}`;
  const entries = treeOf(record.jobs).flatMap((tree) => entriesOf(tree, 0, undefined, options));
  return ["", row(title, options.nowMs, options), ...fitRows(entries, options.rows - 4, styles)];
}
