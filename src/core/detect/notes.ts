/** Something that could not be read or is not done, with place; never silent. */
export interface Note {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** Something that was looked at and is no gate, and why. Shown by `--explain`. */
export interface LeftOut {
  /** The kind of gate that it might have been: `tests`, `lint`, … */
  readonly kind: string;
  /** What was looked at, in a few words: `scripts.test:watch`. */
  readonly what: string;
  readonly file: string;
  readonly line: number;
  /** Why it is no gate, one sentence. */
  readonly reason: string;
}

/** The first line of a library's message, without its code frame. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? "").replace(/:$/, "").slice(0, 200);
}
