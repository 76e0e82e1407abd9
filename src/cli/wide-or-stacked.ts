import { renderTable, type Styles, widthOf } from "../adapters/terminal/index.ts";

/** How it is drawn. */
export interface StackLook {
  readonly styles: Styles;
  /** Columns of a line. */
  readonly width: number;
  /** Heads of the columns, where there is room for columns. */
  readonly head?: readonly string[];
}

const INDENT = 2;

/**
 * A table where every row fits on a line; else what it is called, what it does, and the rest below that, so that nothing
 * is cut and a command can be copied.
 *
 * @param rows the name, the text, and what else is said of it; cells may be empty
 * @param look colours and width
 * @returns lines joined by `\n`
 */
export function wideOrStacked(rows: readonly (readonly string[])[], { styles, width, head }: StackLook): string {
  const dimmed = rows.map(([name = "", text = "", ...more]) => [styles.bold(name), text, ...more.map(styles.dim)]);
  const table = renderTable(dimmed, {
    ...(head === undefined ? {} : { head }),
    ...{ indent: INDENT, styleHead: styles.dim },
  });
  if (widthOf(table) <= width) return table;
  const stacked = rows.flatMap(([name = "", text = "", ...more]) => {
    const rest = more.filter((one) => one !== "" && one !== "–").join(" · ");
    return [[styles.bold(name), text], ...(rest === "" ? [] : [["", styles.dim(rest)]])];
  });
  return renderTable(stacked, { width, indent: INDENT, overflow: "wrap" });
}
