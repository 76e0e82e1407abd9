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
