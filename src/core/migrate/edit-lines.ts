import type { Lines } from "./model.ts";

/** A change of a text by lines. */
export type LineEdit =
  | { readonly kind: "delete"; readonly lines: Lines }
  /** New lines in place of old ones. */
  | { readonly kind: "replace"; readonly lines: Lines; readonly text: readonly string[] }
  /** New lines above a line. */
  | { readonly kind: "insert"; readonly before: number; readonly text: readonly string[] };

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === "";
}

function deleteLines(lines: string[], { first, last }: Lines): void {
  let end = last;
  // The blank lines behind what goes go with it, so that what stays stands as far apart as before.
  while (isBlank(lines[end])) end += 1;
  const atEnd = end >= lines.length;
  lines.splice(first - 1, end - first + 1);
  if (!atEnd) return;
  while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop();
  lines.push("");
}

/**
 * @param text a file
 * @param edits that do not overlap, in any order
 * @returns the file with all of them done; lines that no edit names are the same bytes as before
 */
export function editLines(text: string, edits: readonly LineEdit[]): string {
  const lines = text.split("\n");
  const place = (edit: LineEdit): number => (edit.kind === "insert" ? edit.before - 0.5 : edit.lines.first);
  for (const edit of [...edits].sort((a, b) => place(b) - place(a))) {
    if (edit.kind === "insert") lines.splice(edit.before - 1, 0, ...edit.text);
    else if (edit.kind === "replace")
      lines.splice(edit.lines.first - 1, edit.lines.last - edit.lines.first + 1, ...edit.text);
    else deleteLines(lines, edit.lines);
  }
  return lines.join("\n");
}
