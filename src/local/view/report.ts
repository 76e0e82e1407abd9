import { join } from "node:path/posix";
import { pad, renderTable, type Styles, truncate, wrap } from "../../adapters/terminal/index.ts";
import { renderMarkdown } from "../../adapters/terminal/markdown.ts";
import { countOf, formatBytes, formatDuration, oneLine, plainText } from "../../core/summary/index.ts";
import type { RunAnnotation } from "../events.ts";
import type { LogLine, SeenFile, SeenJob, SeenRun, SeenStep } from "../seen-run.ts";
import { type JobTree, spanOf, treeOf } from "./job-tree.ts";
import { tellingLines } from "./log-tail.ts";
import { markOf, nameOf, stepMark, whereOf, wordOf } from "./words.ts";

/** How a report is written. */
export interface ReportOptions {
  readonly styles: Styles;
  readonly columns: number;
  /** What a reader can open. */
  readonly files: readonly SeenFile[];
}

const MOST_COLUMNS = 100;
const FAILURE_LINES = 20;
const CANCELLED_LINES = 5;
const MOST_ANNOTATIONS = 30;

function widthOf(options: ReportOptions): number {
  return Math.min(options.columns - 1, MOST_COLUMNS);
}

function row(left: string, ms: number | null, options: ReportOptions): string {
  const width = widthOf(options);
  const time = ms === null ? "" : formatDuration(ms);
  return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`.trimEnd();
}

/** Steps of a job that went well are worth a word from this share of its time on. */
const WORTH_SHARE = 0.1;

function mainSteps(job: SeenJob): string {
  const least = Math.max(1, (job.durationMs ?? 0) * WORTH_SHARE);
  return job.steps
    .filter((step) => (step.durationMs ?? 0) >= least)
    .map((step) => `${oneLine(step.name, 40)} ${formatDuration(step.durationMs ?? 0)}`)
    .join(", ");
}

function stepLines(job: SeenJob, indent: string, options: ReportOptions): string[] {
  const { styles } = options;
  return job.steps.map((step) => {
    const isSkipped = step.conclusion === "skipped";
    const title = isSkipped ? styles.dim(oneLine(step.name, 100)) : oneLine(step.name, 100);
    return row(`${indent}  ${stepMark(step, styles)} ${title}`, isSkipped ? null : step.durationMs, options);
  });
}

function treeLines(tree: JobTree, depth: number, parent: SeenJob | undefined, options: ReportOptions): string[] {
  const { styles } = options;
  const { job } = tree;
  const indent = "  ".repeat(depth);
  const wentWell = job.conclusion === "success" && job.steps.every((step) => step.outcome !== "failure");
  const remark = job.conclusion === "success" ? (wentWell ? mainSteps(job) : "") : wordOf(job.conclusion);
  const isQuiet = job.conclusion === "skipped" || job.conclusion === null;
  const name = isQuiet ? styles.dim(nameOf(job, parent)) : styles.bold(nameOf(job, parent));
  const span = job.conclusion === "skipped" ? undefined : spanOf(tree);
  const left = `${indent}${markOf(job.conclusion, styles)} ${name}${remark === "" ? "" : styles.dim(`  ${remark}`)}`;
  return [
    row(left, span?.durationMs ?? null, options),
    ...(wentWell ? [] : stepLines(job, indent, options)),
    ...tree.children.flatMap((child) => treeLines(child, depth + 1, job, options)),
  ];
}

function logLine(line: LogLine, options: ReportOptions): string {
  const { styles } = options;
  const text = plainText(line.text).replaceAll("\n", " ").replaceAll("\t", "    ");
  const paint = { error: styles.red, warning: styles.yellow, command: styles.blue } as const;
  const shown =
    line.style === "error" || line.style === "warning" || line.style === "command" ? paint[line.style](text) : text;
  return `  ${styles.dim("│")} ${shown}`;
}

function stepTail(job: SeenJob, step: SeenStep, count: number, options: ReportOptions): string[] {
  const { styles } = options;
  const tail = tellingLines(job, step, count);
  const time = step.durationMs === null ? "" : styles.dim(` · ${formatDuration(step.durationMs)}`);
  const head = `${stepMark(step, styles)} ${styles.bold(`${nameOf(job)} › ${oneLine(step.name, 80)}`)}${time}`;
  return [head, ...tail.map((line) => logLine(line, options)), ""];
}

function failureLines(record: SeenRun, options: ReportOptions): string[] {
  return record.jobs.flatMap((job) => {
    const failed = job.steps.filter((step) => step.outcome === "failure");
    const stopped = job.steps.filter((step) => step.conclusion === "cancelled" && step.lines.length > 0);
    return [
      ...failed.flatMap((step) => stepTail(job, step, FAILURE_LINES, options)),
      ...stopped.flatMap((step) => stepTail(job, step, CANCELLED_LINES, options)),
    ];
  });
}

function placeOf(annotation: RunAnnotation): string {
  if (annotation.file === undefined) return "";
  const line = annotation.line === undefined ? "" : `:${annotation.line}`;
  const column = annotation.line === undefined || annotation.column === undefined ? "" : `:${annotation.column}`;
  return `${oneLine(annotation.file, 200)}${line}${column}`;
}

/** Lines of at most `width`, each as far in as the first. */
function wrapIndented(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0].slice(0, 20) ?? "";
  return wrap(line, width - indent.length)
    .split("\n")
    .map((part) => `${indent}${part}`);
}

/** Most lines of one annotation: what gave up says each way that it tried. */
const ANNOTATION_LINES = 16;

/** Place, title and message; a message of many lines stands below its title, with its own indentation. */
function annotationText(annotation: RunAnnotation, { styles }: ReportOptions): readonly string[] {
  const place = placeOf(annotation);
  const title = annotation.title === undefined ? "" : oneLine(annotation.title, 80);
  const message = plainText(annotation.message.slice(0, 8000));
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  const head = place === "" ? "" : `${styles.underline(place)}  `;
  if (lines.length > 1) {
    const shown = lines.slice(0, ANNOTATION_LINES);
    const rest = lines.length - shown.length;
    return [`${head}${title}`, ...shown, ...(rest > 0 ? [`… ${countOf(rest, "more line")} in the log`] : [])].filter(
      (line) => line !== "",
    );
  }
  // Our own errors begin with their place, for logs that do not show it.
  const own = oneLine(message, 500);
  const text = place !== "" && own.startsWith(`${place} `) ? own.slice(place.length + 1) : own;
  return [`${head}${title === "" ? "" : `${title}: `}${text}`];
}

function annotationLines(record: SeenRun, options: ReportOptions): string[] {
  const { styles } = options;
  const all = record.jobs.flatMap((job) => job.annotations.map(({ annotation }) => annotation));
  const unique = [...new Map(all.map((one) => [JSON.stringify([one.level, placeOf(one), one.message]), one])).values()];
  const rank = { error: 0, warning: 1, notice: 2 };
  const marks = { error: styles.marks.fail, warning: styles.marks.warn, notice: styles.marks.info };
  const sorted = unique.sort((a, b) => rank[a.level] - rank[b.level]);
  const lines = sorted.slice(0, MOST_ANNOTATIONS).flatMap((annotation) => {
    return annotationText(annotation, options)
      .flatMap((line) => wrapIndented(line, widthOf(options) - 2))
      .map((line, index) => (index === 0 ? `${marks[annotation.level]} ${line}` : `  ${line}`));
  });
  const more = sorted.length - MOST_ANNOTATIONS;
  if (more > 0) lines.push(styles.dim(`  … ${countOf(more, "more annotation")}`));
  return lines;
}

function summaryLines(record: SeenRun, options: ReportOptions): string[] {
  const { styles } = options;
  const pages = record.jobs.flatMap((job) =>
    job.steps.filter((step) => step.summary.trim() !== "").map((step) => ({ job, step })),
  );
  return pages.flatMap(({ job, step }) => [
    ...(pages.length > 1 ? [styles.dim(`from ${nameOf(job)} › ${oneLine(step.name, 80)}`), ""] : []),
    renderMarkdown(step.summary, { width: widthOf(options), styles }),
    "",
  ]);
}

function fileLines(files: readonly SeenFile[]): string[] {
  const rows = files.map((file) => [file.label, join(file.path), file.bytes === null ? "" : formatBytes(file.bytes)]);
  return rows.length === 0 ? [] : renderTable(rows, { indent: 2, right: [2] }).split("\n");
}

function section(title: string, lines: readonly string[], options: ReportOptions): string[] {
  if (lines.length === 0) return [];
  const trimmed = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  const rule = "─".repeat(Math.max(2, widthOf(options) - title.length - 4));
  return [options.styles.dim(`── ${title} ${rule}`), "", ...trimmed, ""];
}

/**
 * @param record a run that has ended
 * @param options colours and files
 * @returns the last line: what the run came to and how long it took
 */
function closingLine(record: SeenRun, { styles }: ReportOptions): string {
  const time = record.durationMs === null ? "" : ` in ${formatDuration(record.durationMs)}`;
  const exit = record.exitCode === null || record.exitCode === 0 ? "" : styles.dim(`  (exit code ${record.exitCode})`);
  const word = `${oneLine(record.title, 60)} ${wordOf(record.conclusion)}${time}`;
  return `${markOf(record.conclusion, styles)} ${styles.bold(word)}${exit}`;
}

/**
 * What is said when a run has ended: the tree with durations, what failed with its last lines, annotations, the summary
 * pages, the files, and the verdict last, where the eye is.
 *
 * @param record the run
 * @param options colours, size and files
 * @returns lines
 */
export function reportOf(record: SeenRun, options: ReportOptions): readonly string[] {
  const tree = treeOf(record.jobs).flatMap((one) => treeLines(one, 0, undefined, options));
  return [
    "",
    `${options.styles.bold(oneLine(record.title, 60))}  ${options.styles.dim(whereOf(record))}`,
    "",
    ...tree,
    "",
    ...section("what did not pass", failureLines(record, options), options),
    ...section("annotations", annotationLines(record, options), options),
    ...section("summary", summaryLines(record, options), options),
    ...section("files", fileLines(options.files), options),
    closingLine(record, options),
  ];
}
