import { remembered } from "./remembered.ts";

/** Finds the line that declares a table or a key. */
export type LineFinder = (path: readonly string[]) => number;

const HEADER = /^\s*\[{1,2}\s*(.+?)\s*\]{1,2}\s*(?:#.*)?$/;
const KEY =
  /^\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=/;
const KEY_PART = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+)/g;
/** No table or key of a hand-written file is longer; what is would only cost time. */
const MAX_LINE = 1000;

const MULTILINE = /"""|'''/g;

function partsOf(dotted: string): readonly string[] {
  return [...dotted.matchAll(KEY_PART)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function keyOf(path: readonly string[]): string {
  return path.join("\0");
}

/**
 * Lines of the tables and keys of a TOML document that is known to parse. It reads line by line: a table or key that is
 * written inside an inline table is found by the line of the nearest part above it.
 *
 * @param text the document
 * @returns a finder; 1 when nothing on the way to the path was found
 */
export const tomlLines: (text: string) => LineFinder = remembered((text) => {
  let lines: ReadonlyMap<string, number> | undefined;
  return (path) => {
    lines ??= readLines(text);
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
});

/** What is open at the end of a line: a string over several lines, brackets of an array. */
interface Open {
  readonly quotes: string | undefined;
  readonly brackets: number;
}

function openAfter(line: string, before: Open): Open {
  let { quotes } = before;
  for (const [mark] of line.matchAll(MULTILINE)) {
    if (quotes === undefined) quotes = mark;
    else if (quotes === mark) quotes = undefined;
  }
  const brackets = quotes === undefined ? Math.max(0, before.brackets + bracketDepth(line)) : before.brackets;
  return { quotes, brackets };
}

function readLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let table: readonly string[] = [];
  let open: Open = { quotes: undefined, brackets: 0 };
  for (const [index, line] of text.split("\n").entries()) {
    if (open.quotes === undefined && open.brackets === 0 && line.length <= MAX_LINE) {
      const header = HEADER.exec(line)?.[1];
      if (header !== undefined) {
        table = partsOf(header);
        noteLine(lines, table, index + 1);
        continue;
      }
      const key = KEY.exec(line)?.[1];
      if (key !== undefined) noteLine(lines, [...table, ...partsOf(key)], index + 1);
    }
    open = openAfter(line, open);
  }
  return lines;
}

/** The first line wins, also for the tables above: `[tool.ruff.lint]` alone declares `tool.ruff`. */
function noteLine(lines: Map<string, number>, path: readonly string[], line: number): void {
  for (let length = 1; length <= path.length; length += 1) {
    const key = keyOf(path.slice(0, length));
    if (!lines.has(key)) lines.set(key, line);
  }
}

/** Brackets of an array over several lines, strings and comments left out. */
function bracketDepth(line: string): number {
  const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "").replace(/#.*$/, "");
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
