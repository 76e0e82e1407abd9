import pc from "picocolors";

type Paint = (text: string) => string;

/** Colours and marks for one stream. Every function gives its text back unchanged when colours are off. */
export interface Styles {
  /** Whether colours are on. */
  readonly isColored: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly italic: Paint;
  readonly underline: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly magenta: Paint;
  readonly cyan: Paint;
  readonly gray: Paint;
  /** Marks, coloured, one column wide. */
  readonly marks: {
    readonly pass: string;
    readonly fail: string;
    readonly warn: string;
    readonly skip: string;
    readonly cancel: string;
    readonly info: string;
    readonly arrow: string;
  };
}

/** What decides about colours. */
export interface StyledStream {
  readonly isTTY?: boolean | undefined;
}

/**
 * Whether a stream gets colours. `NO_COLOR` (not empty) switches them off (no-color.org), `FORCE_COLOR` on, or off when it
 * is `0` or `false` (force-color.org); else a terminal gets them unless it says that it is `dumb`.
 *
 * @param stream the stream
 * @param env the process environment
 * @returns true when colours may be written
 */
export function wantsColor(stream: StyledStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/**
 * @param stream where the text will be written
 * @param env the process environment
 * @returns colours and marks that fit the stream
 */
export function styles(stream: StyledStream, env: Readonly<Record<string, string | undefined>>): Styles {
  const isColored = wantsColor(stream, env);
  const colors = pc.createColors(isColored);
  const { bold, dim, italic, underline, red, green, yellow, blue, magenta, cyan, gray } = colors;
  return {
    isColored,
    ...{ bold, dim, italic, underline, red, green, yellow, blue, magenta, cyan, gray },
    marks: {
      pass: green("✓"),
      fail: red("✗"),
      warn: yellow("!"),
      skip: gray("–"),
      cancel: yellow("■"),
      info: blue("i"),
      arrow: cyan("→"),
    },
  };
}
