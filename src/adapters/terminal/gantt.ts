import stringWidth from "string-width";
import { type Bar, formatDuration, type Section } from "../../core/summary/index.ts";
import type { Styles } from "./styles.ts";
import { pad, truncate } from "./table.ts";

/** How a chart is drawn. */
export interface GanttOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly styles: Styles;
}

const LEAST_BAR_COLUMNS = 10;
const MOST_BAR_COLUMNS = 60;
const MOST_LABEL_COLUMNS = 24;

function paint(bar: Bar, styles: Styles): (text: string) => string {
  switch (bar.tag) {
    case "crit":
      return styles.red;
    case "active":
      return styles.yellow;
    case "done":
      return styles.gray;
    case null:
      return styles.blue;
  }
}

/**
 * @param sections groups of bars
 * @param options width and colours
 * @returns one line a bar: label, bar on a common scale, duration
 */
export function renderGantt(sections: readonly Section[], options: GanttOptions): string {
  const { styles, width } = options;
  const bars = sections.flatMap((section) => section.bars);
  const end = Math.max(1, ...bars.map((bar) => bar.startMs + bar.durationMs));
  const labels = Math.min(MOST_LABEL_COLUMNS, Math.max(...bars.map((bar) => stringWidth(bar.label)), 0));
  const room = Math.min(MOST_BAR_COLUMNS, Math.max(LEAST_BAR_COLUMNS, width - labels - 16));
  const line = (bar: Bar): string => {
    const from = Math.min(room - 1, Math.floor((bar.startMs / end) * room));
    const length = Math.max(1, Math.min(room - from, Math.round((bar.durationMs / end) * room)));
    const drawn = " ".repeat(from) + paint(bar, styles)("█".repeat(length));
    return `${pad(truncate(bar.label, labels), labels)}  ${pad(drawn, room)}  ${formatDuration(bar.durationMs)}`;
  };
  return sections
    .flatMap((section) => [...(sections.length > 1 ? [styles.dim(section.title)] : []), ...section.bars.map(line)])
    .join("\n");
}
