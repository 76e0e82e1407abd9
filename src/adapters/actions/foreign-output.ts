import type { ForeignOutput } from "../../ports/foreign-output.ts";
import type { Random } from "../../ports/random.ts";
import { inert } from "./log.ts";

/** The part of a stream that is written to. */
export interface Sink {
  write(text: string, done: () => void): unknown;
}

/**
 * The log of a GitHub step. While foreign text is written, commands are stopped with a token that nobody can guess
 * (actions/runner src/Runner.Worker/ActionCommandManager.cs, `stop-commands`); a fresh one each time, because the runner
 * masks it in the log from then on. `##[` is shown by the log viewer as a fold even then, so it is taken apart.
 */
export class ActionsForeignOutput implements ForeignOutput {
  readonly #sink: Sink;
  readonly #random: Random;

  /**
   * @param sink standard output
   * @param random makes the tokens
   */
  constructor(sink: Sink, random: Random) {
    this.#sink = sink;
    this.#random = random;
  }

  async show(title: string, lines: AsyncIterable<string>, isFolded: boolean): Promise<void> {
    const token = Buffer.from(this.#random.bytes(24)).toString("hex");
    await this.#write(isFolded ? `::group::${inert(title).replaceAll(/\r?\n/g, " ")}\n` : `${inert(title)}\n`);
    await this.#write(`::stop-commands::${token}\n`);
    let held = "";
    for await (const piece of lines) {
      // `##[` may be cut between two pieces.
      const text = held + piece;
      const tail = /#{1,2}$/.exec(text)?.[0] ?? "";
      held = tail;
      await this.#write(harmless(text.slice(0, text.length - tail.length)));
    }
    await this.#write(`${held}\n::${token}::\n${isFolded ? "::endgroup::\n" : ""}`);
  }

  #write(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#sink.write(text, resolve);
    });
  }
}

/** A carriage return alone would let a line begin anew in some viewers. */
function harmless(text: string): string {
  return text.replaceAll("##[", "##\u200b[").replaceAll(/\r(?!\n)/g, "\n");
}
