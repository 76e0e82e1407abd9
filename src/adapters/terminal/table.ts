import sliceAnsi from "slice-ansi";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** How a table is laid out. */
export interface TableOptions {
  /** Column heads; a line of their own above the rows. */
  readonly head?: readonly string[];
  /** Which columns are set flush right; default none. */
  readonly right?: readonly number[];
  /** Most columns of the terminal that a line may take; the widest columns of the table give way. Default: no limit. */
  readonly width?: number;
  /** What happens to text that is wider than its column: it is cut (default), or goes on in the next line. */
  readonly overflow?: "cut" | "wrap";
  /** Blanks between columns; default 2. */
  readonly gap?: number;
  /** Blanks before each line; default 0. */
  readonly indent?: number;
  /** Applied to the heads after they are aligned, for colours. */
  readonly styleHead?: (text: string) => string;
}

/** Narrowest that text is wrapped to beside an indent. */
const LEAST_HANGING = 30;

/** Narrowest that a column is cut to. */
const LEAST_WIDTH = 8;

/**
 * Cuts text to a width. Colour sequences are kept whole.
 *
 * @param text one line, possibly with colour sequences
 * @param width most terminal columns, 1 or more
 * @returns text that is at most `width` columns wide; a cut one ends with `…`
 */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const room = Math.max(0, width - 1);
  const kept = sliceAnsi(text, 0, room);
  // A wide character may straddle the edge.
  return `${stringWidth(kept) > room ? sliceAnsi(text, 0, Math.max(0, room - 1)) : kept}…`;
}

/**
 * @param text one line, possibly with colour sequences
 * @param width terminal columns
 * @param side which side the text is flush with
 * @returns text filled up with blanks
 */
export function pad(text: string, width: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return side === "left" ? text + blanks : blanks + text;
}

/**
 * @param text text, possibly with colour sequences
 * @param width most terminal columns of a line, 1 or more
 * @returns lines joined by `\n`; words longer than a line are broken
 */
export function wrap(text: string, width: number): string {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true });
}

/**
 * @param text lines, possibly with colour sequences
 * @returns terminal columns of the widest line
 */
export function widthOf(text: string): number {
  return Math.max(0, ...text.split("\n").map((line) => stringWidth(line)));
}

/**
 * @param text words
 * @param width most terminal columns of a line
 * @param indent blanks before each line but the first, which begins behind as many columns already
 * @returns lines that stand below each other
 */
export function hanging(text: string, width: number, indent: number): string {
  return wrap(text, Math.max(LEAST_HANGING, width - indent)).replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** Words are kept whole up to this width, as long as there is room. */
const WORD_WIDTH = 20;

function wordWidth(text: string): number {
  return text.split(" ").reduce((widest, word) => Math.max(widest, Math.min(WORD_WIDTH, stringWidth(word))), 0);
}

/** Takes from the widest columns first, from as wide ones alike, and leaves each what it needs least. */
function shrink(widths: readonly number[], least: readonly number[], available: number): readonly number[] {
  const fitted = [...widths];
  let over = fitted.reduce((sum, width) => sum + width, 0) - available;
  while (over > 0) {
    const open = [...fitted.keys()].filter((index) => (fitted[index] ?? 0) > (least[index] ?? 0));
    const widest = Math.max(...open.map((index) => fitted[index] ?? 0));
    const alike = open.filter((index) => fitted[index] === widest);
    const [index] = alike;
    if (index === undefined) break;
    const next = Math.max(least[index] ?? 0, ...open.map((one) => fitted[one] ?? 0).filter((width) => width < widest));
    const step = Math.min(Math.ceil(over / alike.length), widest - next);
    fitted[index] = widest - step;
    over -= step;
  }
  return fitted;
}

/** Widths of the columns for cells that are cut, or, for ones that go on in the next line, with words kept whole. */
function columnWidths(
  rows: readonly (readonly string[])[],
  natural: readonly number[],
  room: number,
  isWrapped: boolean,
) {
  if (natural.reduce((sum, width) => sum + width, 0) <= room) return natural;
  const least = natural.map((width) => Math.min(width, LEAST_WIDTH));
  if (!isWrapped) return shrink(natural, least, room);
  const words = least.map((width, column) => Math.max(width, ...rows.map((row) => wordWidth(row[column] ?? ""))));
  return shrink(shrink(natural, words, room), least, room);
}

/**
 * Aligned text without borders. Widths are display widths: wide and combining characters and colours count right.
 *
 * @param rows cells, one line each; rows may have different lengths
 * @param options heads, alignment and limits
 * @returns lines joined by `\n`, without blanks at line ends; an empty text when there are no rows
 */
export function renderTable(rows: readonly (readonly string[])[], options: TableOptions = {}): string {
  if (rows.length === 0) return "";
  const all = options.head === undefined ? rows : [options.head, ...rows];
  const columns = Math.max(...all.map((row) => row.length));
  const natural = Array.from({ length: columns }, (_, column) =>
    Math.max(...all.map((row) => stringWidth(row[column] ?? ""))),
  );
  const room = (options.width ?? Number.POSITIVE_INFINITY) - (options.indent ?? 0) - (options.gap ?? 2) * (columns - 1);
  const widths = columnWidths(all, natural, room, options.overflow === "wrap");
  const line = (row: readonly string[]): string => renderRow(row, widths, options);
  const lines = rows.map(line);
  if (options.head !== undefined) lines.unshift((options.styleHead ?? ((text) => text))(line(options.head)));
  return lines.join("\n");
}

function renderRow(row: readonly string[], widths: readonly number[], options: TableOptions): string {
  const gap = " ".repeat(options.gap ?? 2);
  const indent = " ".repeat(options.indent ?? 0);
  const cells = widths.map((width, column) => {
    const text = row[column] ?? "";
    return options.overflow === "wrap" ? wrap(text, width).split("\n") : [truncate(text, width)];
  });
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const parts = widths.map((width, column) => {
      const side = options.right?.includes(column) === true ? "right" : "left";
      return pad(cells[column]?.[index] ?? "", width, side);
    });
    return (indent + parts.join(gap)).trimEnd();
  }).join("\n");
}
