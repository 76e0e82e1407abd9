import { createLogUpdate } from "log-update";
import stringWidth from "string-width";
import type { StyledStream } from "./styles.ts";
import { truncate } from "./table.ts";

/** What a live region is drawn on. */
export interface LiveStream extends StyledStream {
  write(text: string): unknown;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on?(event: "resize", listener: () => void): unknown;
  off?(event: "resize", listener: () => void): unknown;
}

/** The last lines of a terminal, drawn anew whenever something changes. */
export interface LiveRegion {
  /** Columns and rows as they are now. */
  size(): { readonly columns: number; readonly rows: number };
  /** Draws lines in place of the last ones; each is cut to the terminal's width. */
  draw(lines: readonly string[]): void;
  /** Writes lines above the region; they stay. */
  above(lines: readonly string[]): void;
  /** Removes the region. */
  clear(): void;
  /** Removes the region and gives the cursor back. Nothing may be drawn after it. */
  end(): void;
}

/**
 * @param stream where something is shown
 * @param env the process environment
 * @returns whether lines can be drawn anew there: in a terminal that is not dumb, and not in CI
 */
export function isLive(stream: LiveStream, env: Readonly<Record<string, string | undefined>>): boolean {
  const isCi = (env["CI"] ?? "") !== "" && env["CI"] !== "false";
  return stream.isTTY === true && !isCi && env["TERM"] !== "dumb";
}

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;

/**
 * @param stream a terminal
 * @param onResize called when its size changed
 * @returns a region at the end of what the terminal shows
 */
export function liveRegion(stream: LiveStream, onResize: () => void): LiveRegion {
  const update = createLogUpdate(stream as NodeJS.WritableStream, {
    defaultWidth: DEFAULT_COLUMNS,
    defaultHeight: DEFAULT_ROWS,
  });
  let drawn: readonly string[] = [];
  const size = (): { columns: number; rows: number } => ({
    columns: Math.max(20, stream.columns ?? DEFAULT_COLUMNS),
    rows: Math.max(5, stream.rows ?? DEFAULT_ROWS),
  });
  const clear = (): void => {
    update.clear();
    drawn = [];
  };
  const resized = (): void => {
    // A terminal that becomes narrower breaks the lines that stand there, so they take more rows than were written.
    const { columns } = size();
    const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
    if (rows > 0) stream.write(`\u001b[${rows}A\r\u001b[J`);
    update.done();
    drawn = [];
    onResize();
  };
  stream.on?.("resize", resized);
  return {
    ...{ size, clear },
    draw(lines) {
      // log-update's patch does not move the lines below an added or removed one (7.2.0, buildPatch).
      if (lines.length !== drawn.length) clear();
      const { columns } = size();
      drawn = lines.map((line) => truncate(line, columns - 1));
      update(drawn.join("\n"));
    },
    above(lines) {
      update.persist(lines.join("\n"));
      drawn = [];
    },
    end() {
      stream.off?.("resize", resized);
      clear();
      update.done();
    },
  };
}
