import { formatDuration } from "../../../core/summary/index.ts";
import { html } from "./text.ts";

/** One piece of a row. Times are ms on the chart's scale. */
export interface Segment {
  /** Foreign text. */
  readonly label: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** Our own class name: `success`, `failure`, `cancelled`, `warning`, `quiet`. */
  readonly tone: string;
}

/** One row of a chart. */
export interface GanttRow {
  /** Foreign text. */
  readonly label: string;
  /** How far the label is set in. */
  readonly depth: number;
  readonly durationMs: number | null;
  readonly segments: readonly Segment[];
  /** True for a row that is only a title. */
  readonly isTitle?: boolean;
}

const SECOND = 1000;
const TICKS_MS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400].map(
  (seconds) => seconds * SECOND,
);
const MOST_TICKS = 6;
/** Room for names, in characters for each percent of a lane, on a wide screen; narrow ones show none. */
const CHARACTERS_PER_PERCENT = 0.85;

function percent(value: number, end: number): string {
  return `${Math.round((value / end) * 100_000) / 1000}%`;
}

function ticksOf(end: number): readonly number[] {
  const step = TICKS_MS.find((ms) => end / ms <= MOST_TICKS) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

function segmentSvg(segment: Segment, end: number): string {
  const width = Math.max(0.4, (segment.durationMs / end) * 100);
  const name = html(segment.label);
  const hasRoom = segment.label.length + 2 <= width * CHARACTERS_PER_PERCENT;
  const text = hasRoom ? `<text x="7" y="14">${name}</text>` : "";
  return [
    `<svg x="${percent(segment.startMs, end)}" y="5" width="${Math.round(width * 1000) / 1000}%" height="20" class="seg ${segment.tone}">`,
    `<title>${name} · ${formatDuration(segment.durationMs)}</title><rect width="100%" height="100%" rx="4"/>${text}</svg>`,
  ].join("");
}

function rowHtml(row: GanttRow, ticks: readonly number[], end: number): string {
  if (row.isTitle === true) return `<tr><th scope="rowgroup" colspan="3" class="group">${html(row.label)}</th></tr>`;
  const lines = ticks
    .map((tick) => `<line x1="${percent(tick, end)}" x2="${percent(tick, end)}" y1="0" y2="30"/>`)
    .join("");
  const segments = row.segments.map((segment) => segmentSvg(segment, end)).join("");
  const time = row.durationMs === null ? "" : formatDuration(row.durationMs);
  return [
    `<tr><th scope="row" style="--depth:${row.depth}"><span>${html(row.label)}</span></th>`,
    `<td class="lane"><svg width="100%" height="30" aria-hidden="true">${lines}${segments}</svg></td>`,
    `<td class="time">${time}</td></tr>`,
  ].join("");
}

function axis(ticks: readonly number[], end: number): string {
  const labels = ticks.map((tick) => {
    const anchor = tick === 0 ? "start" : tick / end > 0.94 ? "end" : "middle";
    return `<text x="${percent(tick, end)}" y="14" text-anchor="${anchor}">${tick === 0 ? "0" : formatDuration(tick)}</text>`;
  });
  return `<tr class="axis" aria-hidden="true"><td></td><td class="lane"><svg width="100%" height="20">${labels.join("")}</svg></td><td></td></tr>`;
}

/**
 * A Gantt chart: a table whose rows hold an SVG each, so that names and durations are text, and bars grow with the page.
 *
 * @param caption what the chart shows; our text
 * @param rows from top to bottom
 * @returns HTML; an empty text when nothing was timed
 */
export function ganttHtml(caption: string, rows: readonly GanttRow[]): string {
  const end = Math.max(
    0,
    ...rows.flatMap((row) => row.segments.map((segment) => segment.startMs + segment.durationMs)),
  );
  if (end === 0) return "";
  const ticks = ticksOf(end);
  return [
    `<table class="gantt"><caption class="hidden">${html(caption)}</caption>`,
    '<colgroup><col class="names"><col><col class="times"></colgroup>',
    '<thead class="hidden"><tr><th scope="col">Name</th><th scope="col">Time line</th><th scope="col">Duration</th></tr></thead>',
    `<tbody>${rows.map((row) => rowHtml(row, ticks, end)).join("\n")}${axis(ticks, end)}</tbody></table>`,
  ].join("\n");
}
