import type { Readable } from "node:stream";

/** Keeps the last bytes of a stream. */
export class StreamTail {
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>;
  readonly #stream: Readable | null;
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  #bytes = 0;

  /**
   * @param stream the stream; null counts as ended
   * @param maxBytes how much of its end to keep
   */
  constructor(stream: Readable | null, maxBytes: number) {
    this.#stream = stream;
    this.#maxBytes = maxBytes;
    stream?.on("data", (chunk: Buffer) => this.#keep(chunk));
    this.ended = new Promise((resolve) => {
      if (stream === null) resolve();
      stream?.once("close", resolve);
      stream?.once("error", () => resolve());
    });
  }

  #keep(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#chunks.length > 1 && this.#bytes - (this.#chunks[0]?.length ?? 0) >= this.#maxBytes) {
      this.#bytes -= this.#chunks.shift()?.length ?? 0;
    }
  }

  /** @returns the kept text, UTF-8; what is invalid becomes U+FFFD. The stream is read no further. */
  close(): string {
    this.#stream?.destroy();
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return all.subarray(Math.max(0, all.length - this.#maxBytes)).toString("utf8");
  }
}
