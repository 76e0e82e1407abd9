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

/** No answer: somebody pressed Escape or Ctrl+C. */
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
    const answer = await multiselect({
      ...terminal,
      message: "Not sure about these, so they do not run by themselves. Which shall? (Enter: none)",
      required: false,
      maxItems: MOST_SHOWN,
      options: questions.suggestions.map(({ gate }) => ({
        value: gate.id,
        label: `${oneLine(gate.id, 60)}  ${oneLine(gate.reproduce.split("\n")[0] ?? "", 80)}`,
        hint: oneLine(gate.why.replace(/^.*only suggested, because /s, "because "), 160),
      })),
    });
    if (isCancel(answer)) return STOPPED;
    gates = answer;
  }
  if (!questions.lacksBuild) return { gates, build: null };
  const build = await text({
    ...terminal,
    message: "This repository releases. Which command builds what is released? (Enter: none; then nothing is signed)",
    placeholder: "make dist",
  });
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
  const answer = await confirm({
    ...terminal,
    message: count === 1 ? "Write this file?" : `Write these ${count} files?`,
  });
  return !isCancel(answer) && answer;
}
