import { parse } from "unbash";
import { ShellReader } from "./reader.ts";
import type { ShellSurroundings, ShellText } from "./text.ts";

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
