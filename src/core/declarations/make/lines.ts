/** A line of a Makefile, its continuations joined. */
export interface MakeLine {
  /** 1-based, of its first physical line. */
  readonly line: number;
  readonly text: string;
  readonly isRecipe: boolean;
}

const MAX_LINES = 20_000;

function endsContinued(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

/**
 * @param text a Makefile
 * @returns its logical lines; a recipe keeps its continuations, which are the shell's (gnu.org/software/make/manual, 3.1.1)
 */
export function makeLines(text: string): readonly MakeLine[] {
  const physical = text.replaceAll("\r\n", "\n").replaceAll("\0", "").split("\n").slice(0, MAX_LINES);
  const lines: MakeLine[] = [];
  let prefix = "\t";
  for (let index = 0; index < physical.length; index += 1) {
    const line = index + 1;
    const first = physical[index] ?? "";
    const isRecipe = first.startsWith(prefix);
    const parts = [isRecipe ? first.slice(prefix.length) : first];
    while (endsContinued(parts.at(-1) ?? "") && index + 1 < physical.length) {
      index += 1;
      const next = physical[index] ?? "";
      parts.push(isRecipe && next.startsWith(prefix) ? next.slice(prefix.length) : next);
    }
    const joined = isRecipe ? parts.join("\n") : parts.map((part, at) => trimPart(part, at)).join(" ");
    lines.push({ line, text: joined, isRecipe });
    const chosen = /^\s*\.RECIPEPREFIX\s*[:?]?=\s*(\S)/.exec(joined)?.[1];
    if (!isRecipe && chosen !== undefined) prefix = chosen;
  }
  return lines;
}

function trimPart(part: string, at: number): string {
  const text = endsContinued(part) ? part.slice(0, -1).trimEnd() : part;
  return at === 0 ? text : text.trimStart();
}

/** @returns the line without its comment; `\#` is no comment */
export function withoutComment(text: string): string {
  const found = /(?:^|[^\\])#/.exec(text);
  const kept = found === null ? text : text.slice(0, found[0] === "#" ? 0 : found.index + 1);
  return kept.replaceAll("\\#", "#");
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "{": "}" };

/** Where a reference that begins with `$` ends; one that is never closed is its two characters. */
function referenceEnd(text: string, at: number, last: Readonly<Record<string, number>>): number {
  const closing = CLOSING[text[at + 1] ?? ""];
  const isClosed = closing !== undefined && (last[closing] ?? -1) > at;
  return isClosed ? text.indexOf(closing, at) + 1 : at + 2;
}

/**
 * Takes a rule apart at the first colon that stands in no reference. It goes through the text once: a pattern would begin
 * anew at each of many references that nobody closes.
 *
 * @param text a line without its comment
 * @returns what stands before `:`, `::`, `&:` or `&::` and what behind; undefined without a colon
 */
export function splitRule(text: string): { readonly left: string; readonly right: string } | undefined {
  const last = { ")": text.lastIndexOf(")"), "}": text.lastIndexOf("}") };
  let at = 0;
  while (at < text.length && text[at] !== ":") at = text[at] === "$" ? referenceEnd(text, at, last) : at + 1;
  if (at >= text.length) return undefined;
  const left = text[at - 1] === "&" ? at - 1 : at;
  const right = text[at + 1] === ":" ? at + 2 : at + 1;
  return { left: text.slice(0, left), right: text.slice(right) };
}
