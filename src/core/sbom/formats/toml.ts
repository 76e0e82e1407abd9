import { parse, TomlError } from "smol-toml";
import { checkLockText, type LockText, lockError } from "../lock-error.ts";

/**
 * @param lock a TOML file
 * @returns its table
 * @throws TurnpikeError `SBOM_LOCK` with the line when it is empty, in conflict or no TOML
 */
export function parseTomlLock(lock: LockText): Readonly<Record<string, unknown>> {
  checkLockText(lock);
  try {
    return parse(lock.text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    throw lockError(lock, [
      { line: error.line, column: error.column, message: `is no TOML: ${reason}; the file may be cut off` },
    ]);
  }
}

/**
 * Where the tables of an array stand, for messages.
 *
 * @param text the file
 * @param header `package` for `[[package]]`
 * @returns 1-based lines, in order
 */
export function arrayTableLines(text: string, header: string): readonly number[] {
  const lines: number[] = [];
  const wanted = `[[${header}]]`;
  let number = 0;
  for (const line of text.split("\n")) {
    number += 1;
    if (line.startsWith(wanted)) lines.push(number);
  }
  return lines;
}
