/** Longest line that any line format needs. A longer one is handed out cut. */
const LONGEST_LINE = 64 * 1024;

/** Cuts pieces of text into lines, in bounded memory whatever the length of a line. */
export class LineCutter {
  readonly #onLine: (line: string) => void;
  #rest = "";

  /** @param onLine called with each line, without its end, cut to 64 KiB */
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** @param text the next piece */
  push(text: string): void {
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      this.#onLine(this.#rest + text.slice(from, Math.min(at, from + LONGEST_LINE)));
      this.#rest = "";
      from = at + 1;
    }
    const room = LONGEST_LINE - this.#rest.length;
    if (room > 0) this.#rest += text.slice(from, from + room);
  }

  /** Hands out what follows the last line end. */
  end(): void {
    if (this.#rest !== "") this.#onLine(this.#rest);
    this.#rest = "";
  }
}
