import { checkLockText, type LockText, lineAt, lockError, shown } from "../lock-error.ts";

/** Line of a JSON syntax error, from what V8 says of it; the last line when it only says that the text ends. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.length : Number(position));
}

/**
 * @param lock a JSON file
 * @returns its value
 * @throws TurnpikeError `SBOM_LOCK` with the line when it is empty, in conflict or no JSON
 */
export function parseJsonLock(lock: LockText): unknown {
  checkLockText(lock);
  try {
    return JSON.parse(lock.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const short = reason.replace(/,? ".*$/s, "").replace(/ in JSON at position.*$/s, "");
    const line = lineOf(lock.text, reason);
    throw lockError(lock, [{ line, message: `is no JSON: ${shown(short)}; the file may be cut off` }]);
  }
}

/**
 * @param text a JSON file
 * @param key a key of an object in it
 * @returns the 1-based line of the key's first appearance, or undefined
 */
export function lineOfKey(text: string, key: string): number | undefined {
  const at = text.indexOf(`${JSON.stringify(key)}:`);
  return at === -1 ? undefined : lineAt(text, at);
}
