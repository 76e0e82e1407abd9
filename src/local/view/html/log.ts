import { countOf, plainText } from "../../../core/summary/index.ts";
import type { LogLine, SeenStep } from "../../seen-run.ts";
import { href, html } from "./text.ts";

function lineHtml(line: LogLine): string {
  const text = html(plainText(line.text).replaceAll("\n", " "));
  return `<div class="line${line.style === "plain" ? "" : ` ${line.style}`}">${text === "" ? " " : text}</div>`;
}

function linesHtml(lines: readonly LogLine[]): string {
  const out: string[] = [];
  let isFolded = false;
  for (const line of lines) {
    if (line.style === "fold-begin") {
      if (isFolded) out.push("</details>");
      out.push(`<details class="fold"><summary>${html(line.text)}</summary>`);
      isFolded = true;
    } else if (line.style === "fold-end") {
      if (isFolded) out.push("</details>");
      isFolded = false;
    } else out.push(lineHtml(line));
  }
  if (isFolded) out.push("</details>");
  return out.join("");
}

/** The style sheet turns the outer box upside down, so that a long log is scrolled to its end. */
function box(lines: string): string {
  return `<div class="log" tabindex="0"><div>${lines}</div></div>`;
}

/**
 * A step's log, groups folded.
 *
 * @param step the step
 * @param limit most lines; the last ones are kept
 * @param whole path of the whole log, relative to the page
 * @returns HTML; an empty text when the step said nothing
 */
export function logHtml(step: SeenStep, limit: number, whole?: string): string {
  if (step.lines.length === 0) return "";
  const isWhole = step.droppedLines === 0 && step.lines.length <= limit;
  if (isWhole) return box(linesHtml(step.lines));
  const first = Math.min(20, Math.floor(limit / 4));
  const head = step.lines.slice(0, first);
  const tail = step.lines.slice(Math.max(first, step.lines.length - (limit - first)));
  const hidden = step.droppedLines + step.lines.length - head.length - tail.length;
  const link = whole === undefined ? "" : `; <a href="${html(href(whole))}">the whole log</a>`;
  const gap = hidden > 0 ? `<div class="gap">${countOf(hidden, "line")} not shown here${link}</div>` : "";
  return box(linesHtml(head) + gap + linesHtml(tail));
}
