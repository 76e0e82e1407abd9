import { constants, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";

/** How often a followed file is looked at. */
const POLL_MS = 200;
const CHUNK_BYTES = 256 * 1024;
/** With `onlyNewest`, what is read of all that came since the last look. */
const NEWEST_BYTES = 16 * 1024;
/** Longer lines are cut, so that a line of 100 MB costs no memory. */
export const LONGEST_LINE = 8 * 1024;

/** Cuts a stream of bytes into lines. Invalid UTF-8 becomes U+FFFD; `\r\n` ends a line as `\n` does. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new StringDecoder("utf8");
  readonly #redraws: boolean;
  #line = "";
  /** What stood on the line before a `\r` took the cursor back. */
  #drawn = "";
  #isSkipping = false;

  /**
   * @param onLine called with each complete line, cut to {@link LONGEST_LINE} characters
   * @param redraws true: of a line that is drawn again and again with `\r`, as progress is, only the newest counts
   */
  constructor(onLine: (line: string) => void, redraws = false) {
    this.#onLine = onLine;
    this.#redraws = redraws;
  }

  /** What stands on the line that is not complete yet; empty when there is none. */
  get unfinished(): string {
    return this.#line.trim() === "" ? this.#drawn : this.#line;
  }

  /** @param bytes the next bytes */
  push(bytes: Uint8Array): void {
    this.#take(this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  }

  /** Forgets what it has of a line; the next bytes begin anywhere in another one. */
  skipToNextLine(): void {
    this.#decoder.end();
    this.#line = "";
    this.#drawn = "";
    this.#isSkipping = true;
  }

  /** Gives out what is left as a last line. */
  end(): void {
    this.#take(this.#decoder.end());
    if (this.unfinished !== "") this.#flush();
  }

  #take(text: string): void {
    let from = 0;
    if (this.#isSkipping) {
      from = text.indexOf("\n") + 1;
      if (from === 0) return;
      this.#isSkipping = false;
    }
    for (let at = text.indexOf("\n", from); at !== -1; at = text.indexOf("\n", from)) {
      this.#grow(text, from, at);
      this.#flush();
      from = at + 1;
    }
    this.#grow(text, from, text.length);
  }

  #grow(text: string, begin: number, to: number): void {
    let from = begin;
    for (let at = this.#back(text, from, to); at !== -1; at = this.#back(text, from, to)) {
      this.#add(text, from, at);
      if (this.#line.trim() !== "") this.#drawn = this.#line;
      this.#line = "";
      from = at + 1;
    }
    this.#add(text, from, to);
  }

  /** Where the cursor goes back to the beginning of the line; -1 where it does not, or nobody asks. */
  #back(text: string, from: number, to: number): number {
    const at = this.#redraws ? text.indexOf("\r", from) : -1;
    return at < to ? at : -1;
  }

  #add(text: string, from: number, to: number): void {
    const room = LONGEST_LINE - this.#line.length;
    if (room > 0) this.#line += text.slice(from, Math.min(to, from + room));
  }

  #flush(): void {
    const line = this.#redraws ? this.unfinished : this.#line;
    this.#line = "";
    this.#drawn = "";
    this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
  }
}

/** Reads a file that another process is writing. */
export class LogFollower {
  readonly #path: string;
  readonly #splitter: LineSplitter;
  readonly #onLine: (line: string) => void;
  readonly #onlyNewest: boolean;
  #shown = "";
  /** Whether the look that is being taken found a complete line. */
  #hasTold = false;
  readonly #buffer = Buffer.allocUnsafeSlow(NEWEST_BYTES);
  #handle: FileHandle | undefined;
  #position = 0;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #isDone = false;

  /**
   * @param path the file; it exists
   * @param onLine called with each complete line
   * @param onlyNewest whether lines may be left out that nobody could read in time; the line that is being written, as by a
   *   program that prints a dot for each test, is told then too
   */
  constructor(path: string, onLine: (line: string) => void, onlyNewest = false) {
    this.#path = path;
    this.#onlyNewest = onlyNewest;
    this.#onLine = onLine;
    this.#splitter = new LineSplitter((line) => {
      this.#hasTold = true;
      onLine(line);
    }, onlyNewest);
    this.#poll();
  }

  #poll(): void {
    this.#timer = setTimeout(() => {
      this.#reading = this.#read().finally(() => {
        if (!this.#isDone) this.#poll();
      });
    }, POLL_MS);
  }

  async #read(): Promise<void> {
    try {
      // Most gates are over before the first look, and many say nothing.
      if (this.#handle === undefined && statSync(this.#path).size === 0) return;
      this.#handle ??= await open(this.#path, constants.O_RDONLY);
      const { size } = await this.#handle.stat();
      // Whoever opens /dev/stdout anew may cut the file.
      if (size < this.#position) this.#position = 0;
      if (this.#onlyNewest && size - this.#position > NEWEST_BYTES) {
        this.#position = size - NEWEST_BYTES;
        this.#splitter.skipToNextLine();
      }
      const wanted = Math.min(CHUNK_BYTES, size - this.#position);
      const buffer = wanted <= NEWEST_BYTES ? this.#buffer : Buffer.allocUnsafe(wanted);
      while (this.#position < size) {
        const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, this.#position);
        if (bytesRead === 0) break;
        this.#position += bytesRead;
        this.#splitter.push(buffer.subarray(0, bytesRead));
      }
      this.#tellUnfinished();
    } catch {
      // Following is a service to people; the file itself stays for whoever reads it later.
    }
  }

  /** Of a program that prints line after line the last one is only cut. */
  #tellUnfinished(): void {
    const { unfinished } = this.#splitter;
    const isCut = this.#hasTold;
    this.#hasTold = false;
    if (!this.#onlyNewest || this.#isDone || isCut || unfinished === "" || unfinished === this.#shown) return;
    this.#shown = unfinished;
    this.#onLine(unfinished);
  }

  /** Gives out what is still unread, up to the size that the file has now. */
  async end(): Promise<void> {
    this.#isDone = true;
    clearTimeout(this.#timer);
    await this.#reading;
    await this.#read();
    this.#splitter.end();
    await this.#handle?.close().catch(() => undefined);
  }
}
