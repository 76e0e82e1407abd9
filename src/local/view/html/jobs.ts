import { formatDuration } from "../../../core/summary/index.ts";
import { type JobRecord, type JobTree, type StepRecord, spanOf, treeOf } from "../record.ts";
import { nameOf, wordOf } from "../words.ts";
import { type GanttRow, ganttHtml } from "./gantt.ts";
import { logHtml } from "./log.ts";
import { html, icon, type Mark } from "./text.ts";

/** Lines of a log that are shown; what failed gets more. */
const LINES = 200;
const LINES_OF_FAILED = 1000;

function isForgiven(step: StepRecord): boolean {
  return step.outcome === "failure" && step.conclusion === "success";
}

function markOfStep(step: StepRecord): Mark {
  return isForgiven(step) ? "warning" : (step.conclusion ?? "running");
}

function row(mark: Mark, name: string, word: string, ms: number | null): string {
  const shown = word === "" ? "" : `<span class="word">${word}</span>`;
  const time = ms === null ? "" : `<span class="time">${formatDuration(ms)}</span>`;
  return `${icon(mark)}<span class="name">${html(name)}</span>${shown}${time}`;
}

function stepHtml(job: JobRecord, step: StepRecord, logOf: LogOf): string {
  const failed = step.outcome === "failure" || step.conclusion === "cancelled" || step.conclusion === null;
  const word = isForgiven(step) ? "failed, which it may" : "";
  const time = step.conclusion === "skipped" ? null : step.durationMs;
  const inner = row(markOfStep(step), step.name, word, time);
  const log = logHtml(step, failed ? LINES_OF_FAILED : LINES, logOf(job.node.id, step.number));
  const quiet = step.conclusion === "skipped" ? " quiet-row" : "";
  if (log === "") return `<li><div class="row${quiet}">${inner}</div></li>`;
  const open = failed && !isForgiven(step) ? " open" : "";
  return `<li><details class="step"${open}><summary class="row${quiet}">${inner}</summary>${log}</details></li>`;
}

function jobHtml(tree: JobTree, parent: JobRecord | undefined, logOf: LogOf): string {
  const { job } = tree;
  const word = job.conclusion === "success" ? "" : wordOf(job.conclusion);
  const quiet = job.conclusion === "skipped" ? " quiet-row" : "";
  const time = job.conclusion === "skipped" ? null : (spanOf(tree)?.durationMs ?? null);
  const inside = [
    ...job.steps.map((step) => stepHtml(job, step, logOf)),
    ...tree.children.map((child) => jobHtml(child, job, logOf)),
  ];
  const list = inside.length === 0 ? "" : `<ul>${inside.join("\n")}</ul>`;
  return `<li class="job"><div class="row${quiet}">${row(job.conclusion ?? "running", nameOf(job, parent), word, time)}</div>${list}</li>`;
}

/** Path of a step's whole log, relative to the page; undefined when there is none. */
export type LogOf = (jobId: string, step: number) => string | undefined;

/**
 * @param jobs all jobs of a run
 * @param logOf where whole logs are
 * @returns the tree of jobs and steps with their logs, closed where they passed
 */
export function jobsHtml(jobs: readonly JobRecord[], logOf: LogOf): string {
  return `<ul class="tree">${treeOf(jobs)
    .map((tree) => jobHtml(tree, undefined, logOf))
    .join("\n")}</ul>`;
}

function rowsOf(tree: JobTree, depth: number, parent: JobRecord | undefined): GanttRow[] {
  const { job } = tree;
  const span = spanOf(tree);
  if (span === undefined || job.conclusion === "skipped") return [];
  const steps = job.steps.flatMap((step) =>
    step.durationMs === null || step.conclusion === "skipped"
      ? []
      : [{ label: step.name, startMs: step.startMs, durationMs: step.durationMs, tone: markOfStep(step) }],
  );
  const whole = { label: "", ...span, tone: "quiet" };
  const segments = steps.length > 0 ? steps : [whole];
  return [
    { label: nameOf(job, parent), depth, durationMs: span.durationMs, segments },
    ...tree.children.flatMap((child) => rowsOf(child, depth + 1, job)),
  ];
}

/**
 * @param jobs all jobs of a run
 * @returns a Gantt chart with a row a job and a segment a step; empty when nothing ran
 */
export function timelineHtml(jobs: readonly JobRecord[]): string {
  return ganttHtml(
    "Jobs and steps over time",
    treeOf(jobs).flatMap((tree) => rowsOf(tree, 0, undefined)),
  );
}
