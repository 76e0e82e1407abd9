import type { Block } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { mermaidLabel } from "./escape.ts";
import type { PageGate, PageModel } from "./model.ts";

/** One bar of a timeline. Times are ms after the timeline's start. */
export interface Bar {
  /** Foreign text. */
  readonly label: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** `crit` red, `active` highlighted, `done` grey, none: plain (Mermaid's gantt tags). */
  readonly tag: "crit" | "active" | "done" | null;
}

/** A named group of bars. */
export interface Section {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function clock(ms: number): string {
  return new Date(Math.min(Math.max(0, Math.round(ms)), DAY_MS - 1)).toISOString().slice(11, 23);
}

/**
 * A Mermaid gantt chart. Times are written as times of a day and read back as such, so that every time zone shows the same.
 *
 * @param sections groups of bars
 * @returns the source of the chart; every foreign text is a harmless label
 */
export function gantt(sections: readonly Section[]): string {
  const end = Math.max(0, ...sections.flatMap(({ bars }) => bars.map((bar) => bar.startMs + bar.durationMs)));
  const lines = [
    "gantt",
    "  dateFormat HH:mm:ss.SSS",
    `  axisFormat ${end < HOUR_MS ? "%M:%S" : "%H:%M:%S"}`,
    "  todayMarker off",
  ];
  for (const { title, bars } of sections) {
    lines.push(`  section ${mermaidLabel(title)}`);
    for (const bar of bars) {
      const tag = bar.tag === null ? "" : `${bar.tag}, `;
      const length = Math.min(Math.max(1, Math.round(bar.durationMs)), DAY_MS);
      lines.push(`  ${mermaidLabel(bar.label)} :${tag}${clock(bar.startMs)}, ${length}ms`);
    }
  }
  return lines.join("\n");
}

const TASK = /^(.+?) :(?:(crit|active|done), )?(\d{2}):(\d{2}):(\d{2}\.\d{3}), (\d{1,8})ms$/;

/** Without the mark that keeps a name from being a statement. */
function shown(label: string | undefined): string {
  return (label ?? "").replace("\u200b", "");
}

/**
 * Reads back what `gantt` writes, and nothing else of Mermaid.
 *
 * @param text the source of a Mermaid diagram, foreign
 * @returns its sections, or undefined when any line of it is not what `gantt` writes
 */
export function parseGantt(text: string): readonly Section[] | undefined {
  const [first, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim());
  if (first !== "gantt") return undefined;
  const sections: { title: string; bars: Bar[] }[] = [];
  for (const line of lines) {
    if (/^(dateFormat HH:mm:ss\.SSS|axisFormat [%MSH:]+|todayMarker off)$/.test(line)) continue;
    const section = /^section (.+)$/.exec(line);
    if (section !== null) {
      sections.push({ title: shown(section[1]), bars: [] });
      continue;
    }
    const [, label = "", tag, hours, minutes, seconds, length] = TASK.exec(line) ?? [];
    const last = sections.at(-1);
    if (last === undefined || length === undefined) return undefined;
    const startMs = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
    last.bars.push({
      label: shown(label),
      startMs,
      durationMs: Number(length),
      tag: tag === "crit" || tag === "active" || tag === "done" ? tag : null,
    });
  }
  return sections;
}

function tagOf(gate: PageGate): Bar["tag"] {
  switch (gate.standing) {
    case "blocks":
      return "crit";
    case "problem":
    case "remark":
      return gate.result.outcome === "cancelled" ? "done" : "active";
    case "idle":
      return "done";
    case "passed":
      return gate.result.outcome === "cached" ? "done" : null;
  }
}

function gateBars(model: PageModel, offsetMs: number): readonly Bar[] {
  return model.gates.flatMap((gate): Bar[] => {
    const { id, startMs, durationMs } = gate.result;
    if (startMs === null || durationMs === null) return [];
    return [{ label: id, startMs: startMs + offsetMs, durationMs, tag: tagOf(gate) }];
  });
}

function jobBars(model: PageModel): readonly Bar[] {
  return (model.input.jobs ?? []).flatMap((job): Bar[] => {
    if (job.startMs === null || job.durationMs === null) return [];
    const tag = job.result === "failure" ? "crit" : job.result === "success" ? null : "done";
    return [{ label: job.id, startMs: job.startMs, durationMs: job.durationMs, tag }];
  });
}

/** The longest bars, in the order of their start. */
function pick(bars: readonly Bar[], count: number): readonly Bar[] {
  const longest = [...bars].sort((a, b) => b.durationMs - a.durationMs).slice(0, count);
  return longest.sort((a, b) => a.startMs - b.startMs || (a.label < b.label ? -1 : 1));
}

/**
 * @param model the page
 * @param caps how many bars may be shown
 * @returns the timeline of jobs and gates; nothing when there are fewer than two bars, or when they have to go
 */
export function timeline(model: PageModel, caps: Caps): readonly Block[] {
  const jobs = pick(jobBars(model), caps.bars);
  const setupMs = model.input.setup?.durationMs ?? 0;
  const setup: Bar[] = setupMs === 0 ? [] : [{ label: "set-up", startMs: 0, durationMs: setupMs, tag: "done" }];
  const bars = pick(gateBars(model, setupMs), caps.bars);
  const sections: Section[] = [];
  if (jobs.length > 0) sections.push({ title: "jobs", bars: jobs });
  if (bars.length > 0) sections.push({ title: "gates", bars: [...setup, ...bars] });
  if (caps.bars === 0 || sections.flatMap((section) => section.bars).length < 2) return [];
  return [{ kind: "code", language: "mermaid", text: gantt(sections) }];
}
