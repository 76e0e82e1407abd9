import { formatDuration } from "../../../core/summary/index.ts";
import type { SeenJob, SeenStep } from "../../seen-run.ts";
import { type JobTree, spanOf, treeOf } from "../job-tree.ts";
import { nameOf, wordOf } from "../words.ts";
import { type GanttRow, ganttHtml } from "./gantt.ts";
import { logHtml } from "./log.ts";
import { html, icon, type Mark } from "./text.ts";

/** Lines of a log that are shown; what failed gets more. */
const LINES = 200;
const LINES_OF_FAILED = 1000;
/** Times of steps that follow each other are rounded each by itself. */
const ROUNDING_MS = 5;

function isForgiven(step: SeenStep): boolean {
  return step.outcome === "failure" && step.conclusion === "success";
}

function markOfStep(step: SeenStep): Mark {
  return isForgiven(step) ? "warning" : (step.conclusion ?? "running");
}

function row(mark: Mark, name: string, word: string, ms: number | null): string {
  const shown = word === "" ? "" : `<span class="word">${word}</span>`;
  const time = ms === null ? "" : `<span class="time">${formatDuration(ms)}</span>`;
  return `${icon(mark)}<span class="name">${html(name)}</span>${shown}${time}`;
}

function stepHtml(job: SeenJob, step: SeenStep, logOf: LogOf): string {
  const failed = step.outcome === "failure" || step.conclusion === "cancelled" || step.conclusion === null;
  const word = isForgiven(step) ? "failed, which it may" : "";
  const time = step.conclusion === "skipped" ? null : step.durationMs;
  const inner = row(markOfStep(step), step.name, word, time);
  const log = logHtml(step, failed ? LINES_OF_FAILED : LINES, logOf(job.node.id, step.number));
  const quiet = step.conclusion === "skipped" ? " quiet-row" : "";
  if (log === "") return `<li><div class="row${quiet}">${inner}</div></li>`;
  const open = failed && !isForgiven(step) ? " open" : "";
  return `<li><details class="step fold-row"${open}><summary class="row${quiet}">${inner}</summary>${log}</details></li>`;
}

/** Whether everything below a job went well, so that it may be closed. */
function isQuiet(tree: JobTree): boolean {
  const steps = tree.job.steps.every((step) => step.outcome !== "failure" && step.conclusion !== null);
  return (
    steps && (tree.job.conclusion === "success" || tree.job.conclusion === "skipped") && tree.children.every(isQuiet)
  );
}

function jobHtml(tree: JobTree, parent: SeenJob | undefined, logOf: LogOf): string {
  const { job } = tree;
  const word = job.conclusion === "success" ? "" : wordOf(job.conclusion);
  const quiet = job.conclusion === "skipped" ? " quiet-row" : "";
  const time = job.conclusion === "skipped" ? null : (spanOf(tree)?.durationMs ?? null);
  const inside = [
    ...job.steps.map((step) => stepHtml(job, step, logOf)),
    ...tree.children.map((child) => jobHtml(child, job, logOf)),
  ];
  const inner = row(job.conclusion ?? "running", nameOf(job, parent), word, time);
  if (inside.length === 0) return `<li class="job"><div class="row${quiet}">${inner}</div></li>`;
  const open = tree.children.length > 0 || !isQuiet(tree) ? " open" : "";
  return `<li class="job"><details class="fold-row"${open}><summary class="row${quiet}">${inner}</summary><ul>${inside.join("\n")}</ul></details></li>`;
}

/** Path of a step's whole log, relative to the page; undefined when there is none. */
export type LogOf = (jobId: string, step: number) => string | undefined;

/**
 * @param jobs all jobs of a run
 * @param logOf where whole logs are
 * @returns the tree of jobs and steps with their logs, closed where they passed
 */
export function jobsHtml(jobs: readonly SeenJob[], logOf: LogOf): string {
  return `<ul class="tree">${treeOf(jobs)
    .map((tree) => jobHtml(tree, undefined, logOf))
    .join("\n")}</ul>`;
}

/** Steps that went side by side, as gates do, cannot be drawn in one line. */
function overlap(steps: readonly { readonly startMs: number; readonly durationMs: number }[]): boolean {
  const sorted = steps.toSorted((a, b) => a.startMs - b.startMs);
  return sorted.some((step, at) => {
    const before = sorted[at - 1];
    return before !== undefined && before.startMs + before.durationMs > step.startMs + ROUNDING_MS;
  });
}

function rowsOf(tree: JobTree, depth: number, parent: SeenJob | undefined): GanttRow[] {
  const { job } = tree;
  const span = spanOf(tree);
  if (span === undefined || job.conclusion === "skipped") return [];
  const steps = job.steps.flatMap((step) =>
    step.durationMs === null || step.conclusion === "skipped"
      ? []
      : [{ label: step.name, startMs: step.startMs, durationMs: step.durationMs, tone: markOfStep(step) }],
  );
  const whole = { label: "", ...span, tone: "quiet" };
  const segments = steps.length > 0 && !overlap(steps) ? steps : [whole];
  return [
    { label: nameOf(job, parent), depth, durationMs: span.durationMs, segments },
    ...tree.children.flatMap((child) => rowsOf(child, depth + 1, job)),
  ];
}

/**
 * @param jobs all jobs of a run
 * @returns a Gantt chart with a row a job and a segment a step; empty when nothing ran
 */
export function timelineHtml(jobs: readonly SeenJob[]): string {
  const rows = treeOf(jobs).flatMap((tree) => rowsOf(tree, 0, undefined));
  // One bar from the beginning to the end tells nothing.
  const isBare = rows.length === 1 && rows[0]?.segments.every(({ label }) => label === "") === true;
  return isBare ? "" : ganttHtml("Jobs and steps over time", rows);
}
