import { parse } from "unbash";
import type { DeclaredCommand } from "./declaration.ts";
import type { ShellState } from "./shell-context.ts";
import { ShellReader } from "./shell-reader.ts";

export { shortly, UNKNOWN_CLOSE, UNKNOWN_OPEN } from "./shell-words.ts";

/** One command of a shell text, without the `cd` before it; its variables hold what was exported before it. */
export interface ShellCommand extends Omit<DeclaredCommand, "place"> {
  /** In the text, 1-based. */
  readonly line: number;
  /** What it appends to a file that a variable names, such as `GITHUB_ENV`; no command for anybody to run. */
  readonly appends: { readonly variable: string; readonly text: string } | undefined;
}

/** Where a shell text runs. */
export interface ShellSurroundings {
  /** Relative to the root. */
  readonly cwd: string;
  /** Variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further names that it may use and that are no environment, such as `1` for the first argument. */
  readonly constants?: Readonly<Record<string, string>>;
  /** @returns whether a path, relative to a folder of the repository, is in it; without it tests for files stay open */
  readonly exists?: (folder: string, path: string) => boolean;
  /** Where the text itself is kept, for `cd "$(dirname "$0")"`. */
  readonly ownFolder?: string;
}

/** A shell text taken apart. */
export interface ShellText {
  readonly commands: readonly ShellCommand[];
  /** What could not be read, with its line in the text. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** Variables and folder after it, for texts that run in the same shell. */
  readonly after: ShellState;
}

/** Longest text in characters that is taken apart; no step written by a person is longer. */
const MAX_CHARACTERS = 64 * 1024;

/** Substitutions and here-documents that the parser is given; it is slow on thousands inside each other. */
const MAX_OPENINGS = 1000;

function isTooLarge(text: string): boolean {
  return text.length > MAX_CHARACTERS || (text.match(/[$<>]\(|<<|`/g) ?? []).length > MAX_OPENINGS;
}

/**
 * Takes a shell text apart with a Bash grammar; nothing is run. Constants that the text assigns are put in, `cd` and
 * `export` hold for what follows, subshells and braces are entered, and what only a shell can run stays whole.
 *
 * @param text a `run:` block, a recipe, a script
 * @param around where it runs
 */
export function readShell(text: string, around: ShellSurroundings): ShellText {
  const source = text.replaceAll("\r\n", "\n").replaceAll("\0", "");
  const reader = new ShellReader(source, around);
  const failed = (message: string): ShellText => ({
    commands: [],
    faults: [{ line: 1, message }],
    after: reader.state,
  });
  if (isTooLarge(source)) return failed("is too large a shell text to be taken apart");
  try {
    const script = parse(source);
    const faults = (script.errors ?? []).slice(0, 1).map(({ message, pos }) => ({
      line: reader.lineAt(pos),
      message: `is not shell that can be read: ${message}`,
    }));
    return { commands: reader.script(script), faults, after: reader.state };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failed("is nested too deeply to be taken apart");
  }
}
