import type { Styles } from "../../adapters/terminal/index.ts";
import { isLive, type LiveRegion, type LiveStream, liveRegion } from "../../adapters/terminal/live.ts";
import { FRAME_MS, spinnerAt } from "../../adapters/terminal/spinner.ts";
import { formatDuration } from "../../core/summary/format.ts";

/** What a person waits for, with the time that it takes; nothing but lines that stay where the stream is no terminal. */
export class Waiting {
  readonly #stream: LiveStream;
  readonly #styles: Styles;
  #region: LiveRegion | undefined;
  #timer: NodeJS.Timeout | undefined;
  #rows: readonly string[] = [];
  #detail = "";
  #since = performance.now();

  constructor(stream: LiveStream, styles: Styles) {
    this.#stream = stream;
    this.#styles = styles;
  }

  /**
   * @param rows what is under way, a line each
   * @param detail what it says, dim behind the last one
   */
  show(rows: readonly string[], detail = ""): void {
    if (rows.join("\n") !== this.#rows.join("\n")) this.#since = performance.now();
    this.#rows = rows;
    this.#detail = detail;
    if (!isLive(this.#stream, process.env) || rows.length === 0) {
      this.#stop();
      return;
    }
    this.#region ??= liveRegion(this.#stream, () => this.#draw());
    if (this.#timer === undefined) {
      this.#timer = setInterval(() => this.#draw(), FRAME_MS);
      this.#draw();
    }
  }

  /** Writes lines that stay. */
  say(lines: readonly string[]): void {
    if (this.#region === undefined) this.#stream.write(`${lines.join("\n")}\n`);
    else this.#region.above(lines);
  }

  /** Takes the live part away. May be called again. */
  end(): void {
    this.show([]);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#region?.end();
    this.#region = undefined;
  }

  #draw(): void {
    const { cyan, dim } = this.#styles;
    const spinner = cyan(spinnerAt(performance.now()));
    const waited = performance.now() - this.#since;
    const time = waited < 1000 ? "" : `  ${dim(formatDuration(Math.floor(waited / 1000) * 1000))}`;
    const last = this.#rows.length - 1;
    this.#region?.draw(
      this.#rows.map((row, at) => `${spinner} ${row}${time}${at === last ? `  ${dim(this.#detail)}` : ""}`),
    );
  }
}
