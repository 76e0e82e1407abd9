import type { DeclaredCommand, Place } from "./declaration.ts";
import {
  readShell,
  type ShellCommand,
  type ShellSurroundings,
  shortly,
  UNKNOWN_CLOSE,
  UNKNOWN_OPEN,
} from "./shell/index.ts";

const MARK = new RegExp(`${UNKNOWN_OPEN}(\\d+)${UNKNOWN_CLOSE}`, "g");

/** Parts of a text that are known only when it runs, marked while its shell is read and put back behind it. */
export class UnknownParts {
  readonly #parts: string[] = [];

  /** @returns what stands for the part meanwhile */
  mark(original: string): string {
    const known = this.#parts.indexOf(original);
    if (known === -1) this.#parts.push(original);
    return `${UNKNOWN_OPEN}${known === -1 ? this.#parts.length - 1 : known}${UNKNOWN_CLOSE}`;
  }

  /** @returns whether a text holds a marked part */
  isIn(text: string): boolean {
    return text.includes(UNKNOWN_OPEN);
  }

  /** @returns the text with its parts as they were written */
  restore(text: string): string {
    return text.replaceAll(MARK, (_, index: string) => this.#parts[Number(index)] ?? "");
  }

  /** @returns a clause for each part that the text holds */
  doubts(text: string): readonly string[] {
    const parts = [...text.matchAll(MARK)].map(([, index]) => this.#parts[Number(index)] ?? "");
    return [...new Set(parts)].map((part) => `\`${shortly(part)}\` is known only when it runs`);
  }
}

/** What holds for all commands of a shell text. */
export interface ScriptManner extends ShellSurroundings {
  readonly place: Place;
  readonly mayFail: boolean;
  /** Each makes the commands unsure. */
  readonly doubts: readonly string[];
  /** Each makes the commands likely. */
  readonly assumptions?: readonly string[];
  readonly unknown: UnknownParts;
}

/** The commands of a shell text, and what could not be read of it. */
export interface ScriptCommands {
  readonly commands: readonly DeclaredCommand[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** @returns what a command of a text that begins at a place lost, with places of the file */
export function lostIn({ file, line }: Place, command: ShellCommand): Pick<DeclaredCommand, "lost"> {
  if (command.lost === undefined) return {};
  return { lost: command.lost.map((one) => ({ name: one.name, place: { file, line: line + one.line - 1 } })) };
}

function toDeclared(command: ShellCommand, manner: ScriptManner): DeclaredCommand {
  const { place, unknown } = manner;
  const isMarked = unknown.isIn(command.text) || Object.values(command.env).some((value) => unknown.isIn(value));
  const own = isMarked ? command.doubts.filter((doubt) => !doubt.endsWith("known only when it runs")) : command.doubts;
  const assumptions = manner.assumptions ?? [];
  const doubts = [...manner.doubts, ...assumptions, ...own, ...unknown.doubts(command.text)];
  const isUnsure = isMarked || manner.doubts.length > 0 || command.certainty === "unsure";
  return {
    place: { file: place.file, line: place.line + command.line - 1 },
    text: unknown.restore(command.text),
    words: unknown.isIn(command.text) ? null : command.words,
    env: Object.fromEntries(Object.entries(command.env).filter(([, value]) => !unknown.isIn(value))),
    ...lostIn(place, command),
    cwd: command.cwd,
    mayFail: manner.mayFail || command.mayFail,
    certainty: isUnsure ? "unsure" : doubts.length > 0 ? "likely" : "certain",
    doubts: [...new Set(doubts)],
  };
}

/** @returns the commands of a shell text with marked parts put back */
export function readScript(text: string, manner: ScriptManner): ScriptCommands {
  const { commands, faults } = readShell(text, manner);
  return {
    commands: commands.map((command) => toDeclared(command, manner)),
    faults: faults.map(({ line, message }) => ({ line: manner.place.line + line - 1, message })),
  };
}
