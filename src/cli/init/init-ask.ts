import type { Readable, Writable } from "node:stream";
import type { ConfigChoices } from "../../core/adopt/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import { oneLine } from "../../core/summary/text.ts";

/** What only a person can know. */
export interface Questions {
  readonly suggestions: Plan["suggestions"];
  /** Whether releases exist and nothing says how they are built. */
  readonly lacksBuild: boolean;
}

/** Suggestions that are on the screen at once; the others scroll in. */
const MOST_SHOWN = 12;

/** Where questions are asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Standard output is for documents. */
const TERMINAL: Terminal = { input: process.stdin, output: process.stderr };

/** Columns of a terminal that does not say how wide it is. */
const USUAL_WIDTH = 80;

/** Ctrl+D on an empty line: the question would be left without an answer, and the program without anything to wait for. */
const END_OF_INPUT = "\u0004";

/**
 * @param terminal where it is asked
 * @param ask one question; the signal ends it
 */
async function untilInputEnds<T>(terminal: Terminal, ask: (at: Terminal & { signal: AbortSignal }) => Promise<T>) {
  const { input, output } = terminal;
  if ("columns" in output && output.columns === 0) output.columns = USUAL_WIDTH;
  const ending = new AbortController();
  const onEnd = (): void => ending.abort();
  const onData = (chunk: Buffer | string): void => {
    if (chunk.toString().includes(END_OF_INPUT)) onEnd();
  };
  input.prependListener("data", onData).prependListener("end", onEnd);
  try {
    return await ask({ input, output, signal: ending.signal });
  } finally {
    input.off("data", onData).off("end", onEnd);
  }
}

/** No answer: somebody pressed Escape, Ctrl+C or Ctrl+D. */
export const STOPPED = Symbol("stopped");

/**
 * Asks which suggestions shall run, and for the build command where releases lack one.
 *
 * @param questions what is open; nothing is asked where nothing is
 * @param terminal where it is asked
 */
export async function askChoices(
  questions: Questions,
  terminal: Terminal = TERMINAL,
): Promise<ConfigChoices | typeof STOPPED> {
  const { isCancel, multiselect, text } = await import("@clack/prompts");
  let gates: readonly string[] = [];
  if (questions.suggestions.length > 0) {
    const options = questions.suggestions.map(({ gate }) => ({
      value: gate.id,
      label: `${oneLine(gate.id, 60)}  ${oneLine(gate.reproduce.split("\n")[0] ?? "", 80)}`,
      hint: oneLine(gate.why.replace(/^.*only suggested, because /s, "because "), 160),
    }));
    const message = "Not sure about these, so they do not run by themselves. Which shall? (Enter: none)";
    const answer = await untilInputEnds(terminal, (at) =>
      multiselect({ ...at, message, required: false, maxItems: MOST_SHOWN, options }),
    );
    if (isCancel(answer)) return STOPPED;
    gates = answer;
  }
  if (!questions.lacksBuild) return { gates, build: null };
  const message =
    "This repository releases. Which command builds what is released? (Enter: none; then nothing is signed)";
  const build = await untilInputEnds(terminal, (at) => text({ ...at, message, placeholder: "make dist" }));
  if (isCancel(build)) return STOPPED;
  return { gates, build: (build ?? "").trim() === "" ? null : build.trim() };
}

/**
 * @param count how many files would be written
 * @param terminal where it is asked
 * @returns true for yes
 */
export async function askToWrite(count: number, terminal: Terminal = TERMINAL): Promise<boolean> {
  const { confirm, isCancel } = await import("@clack/prompts");
  const message = count === 1 ? "Write this file?" : `Write these ${count} files?`;
  const answer = await untilInputEnds(terminal, (at) => confirm({ ...at, message }));
  return !isCancel(answer) && answer;
}
