import { type Block, type Column, code, type Inlines, prose } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf, formatDuration } from "./format.ts";
import type { PageGate } from "./model.ts";
import { markOf, wordsOf } from "./standing.ts";
import { oneLine } from "./text.ts";

const CHECK_COLUMNS: readonly Column[] = [
  { title: "", align: "left" },
  { title: "Check", align: "left" },
  { title: "What it says", align: "left" },
  { title: "Time", align: "right" },
];

const ATTEMPT_COLUMNS: readonly Column[] = [
  { title: "Attempt", align: "right" },
  { title: "Result", align: "left" },
  { title: "Why again", align: "left" },
  { title: "Time", align: "right" },
];

/**
 * @param gate one gate
 * @returns true for a script of a team's own that says what it checked
 */
export function hasChecks({ details }: PageGate): boolean {
  return (details?.checks?.length ?? 0) > 0;
}

function named(id: string, name: string | null, caps: Caps): Inlines {
  const own = code(oneLine(id, caps.name));
  return name === null || name === id ? [own] : [...prose(name, caps.name), " ", own];
}

/**
 * @param gate one gate
 * @param caps how much may be shown
 * @returns a row for each thing that a script of a team's own checked, those that did not pass first; nothing for others
 */
export function checkTable({ details }: PageGate, caps: Caps): readonly Block[] {
  const checks = details?.checks ?? [];
  const shown = checks.slice(0, caps.findings);
  if (shown.length === 0) return [];
  const rows = shown.map(({ id, name, passed, message, durationMs }): readonly Inlines[] => [
    [markOf(passed ? "passed" : "blocks")],
    named(id, name, caps),
    message === null ? [] : prose(message, caps.text),
    durationMs === null ? [] : [formatDuration(durationMs)],
  ]);
  const table: Block = { kind: "table", columns: CHECK_COLUMNS, rows };
  const more = checks.length - shown.length;
  if (more <= 0) return [table];
  return [table, { kind: "paragraph", content: [`${countOf(more, "more check")} in the report.`] }];
}

/**
 * @param gate one gate
 * @param caps how much may be shown
 * @returns a row for each attempt before the last one; nothing when there was but one
 */
export function attemptTable({ details }: PageGate, caps: Caps): readonly Block[] {
  const attempts = details?.attempts ?? [];
  if (attempts.length === 0) return [];
  const rows = attempts.map(({ outcome, reason, why, durationMs, logFile }, at): readonly Inlines[] => [
    [String(at + 1)],
    [
      wordsOf(outcome),
      ...(reason === null ? [] : [": ", ...prose(reason, caps.text)]),
      " ",
      code(oneLine(logFile, caps.name)),
    ],
    prose(why, caps.text),
    [formatDuration(durationMs)],
  ]);
  return [{ kind: "table", columns: ATTEMPT_COLUMNS, rows }];
}
