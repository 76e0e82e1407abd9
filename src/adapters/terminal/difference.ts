import { structuredPatch } from "diff";
import type { Styles } from "./styles.ts";

/** A file before and after. */
export interface Difference {
  readonly path: string;
  /** Null when there is no such file. */
  readonly before: string | null;
  /** Null when the file is deleted. */
  readonly after: string | null;
}

const CONTEXT_LINES = 3;

function paint(line: string, styles: Styles): string {
  if (line.startsWith("+")) return styles.green(line);
  if (line.startsWith("-")) return styles.red(line);
  return line.startsWith("\\") ? styles.dim(line) : line;
}

/**
 * A unified difference, as `git diff` and `patch` write it. Control characters of the file become visible.
 *
 * @param difference one file
 * @param styles colours
 * @param safe makes foreign text safe to show
 * @returns lines, without a line feed at the end
 */
export function renderDifference(difference: Difference, styles: Styles, safe: (text: string) => string): string {
  const { path, before, after } = difference;
  const patch = structuredPatch(path, path, before ?? "", after ?? "", undefined, undefined, {
    context: CONTEXT_LINES,
  });
  const lines = patch.hunks.flatMap((hunk) => [
    styles.cyan(
      `@@ -${before === null ? 0 : hunk.oldStart},${hunk.oldLines} +${after === null ? 0 : hunk.newStart},${hunk.newLines} @@`,
    ),
    ...hunk.lines.map((line) => paint(safe(line.replace(/\r$/, "")), styles)),
  ]);
  const head = [
    before === null ? "--- /dev/null" : `--- a/${path}`,
    after === null ? "+++ /dev/null" : `+++ b/${path}`,
  ];
  return [...head.map((line) => styles.bold(safe(line))), ...lines].join("\n");
}
