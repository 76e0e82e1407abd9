import { type Styles, styles } from "../../src/adapters/terminal/index.ts";
import { formatDuration } from "../../src/core/summary/index.ts";

/** A part of the demo that is over. */
export interface DemoPart {
  readonly name: string;
  readonly what: string;
  readonly durationMs: number;
}

/** What a part of the demo gives back: a sentence for people, beside what the next part needs. */
export interface Described {
  /** What was done, a few words. */
  readonly what: string;
}

/** Progress of the demo: one line a part. */
export class DemoConsole {
  readonly parts: DemoPart[] = [];
  readonly #stream: NodeJS.WriteStream;
  readonly #styles: Styles;

  /** @param stream where people look */
  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    this.#styles = styles(stream, process.env);
  }

  /** @param text the first line */
  title(text: string): void {
    this.#stream.write(`\n${this.#styles.bold(text)}\n\n`);
  }

  /** @param text a line of its own */
  say(text: string): void {
    this.#stream.write(`${this.#styles.dim(text)}\n`);
  }

  /** @param text what went wrong */
  fail(text: string): void {
    this.#stream.write(`\n${this.#styles.marks.fail} ${text}\n`);
  }

  /**
   * @param name shown at the left
   * @param work the work
   * @returns what the work gave
   */
  async part<T extends Described>(name: string, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    if (this.#stream.isTTY) this.#stream.write(`  ${this.#styles.marks.arrow} ${name.padEnd(11)}`);
    const result = await work();
    const durationMs = performance.now() - begin;
    this.parts.push({ name, what: result.what, durationMs });
    const time = this.#styles.dim(formatDuration(durationMs));
    const back = this.#stream.isTTY ? "\r" : "";
    this.#stream.write(`${back}  ${this.#styles.marks.pass} ${name.padEnd(11)} ${result.what}  ${time}\n`);
    return result;
  }
}
