/** Escape sequences of terminals: CSI, OSC (ended by BEL or ST), and the two-character ones (ECMA-48, 5.4 and 5.6). */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Characters that change the order in which text is shown (Unicode UAX 9, table 4), and separators that some viewers take for a new line. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g;

/**
 * Foreign text made safe to show: terminal escapes are removed, other control characters and direction overrides become
 * U+FFFD, so that what is seen is what is there. Line feeds and tabs stay; CR LF and CR become LF.
 *
 * @param text foreign text
 * @returns well-formed text without control characters other than `\n` and `\t`
 */
export function plainText(text: string): string {
  return text
    .replaceAll(ESCAPES, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(CONTROLS, "\ufffd")
    .replaceAll(REORDERING, "\ufffd")
    .toWellFormed();
}

/**
 * Foreign text on one line.
 *
 * @param text foreign text
 * @param limit most characters (UTF-16 units) to keep
 * @returns safe text with every run of white space turned to one space; what is over the limit is replaced by `…`
 */
export function oneLine(text: string, limit = Number.POSITIVE_INFINITY): string {
  // Cut before the costly work: a name of many megabytes must cost no more than a short one.
  const raw = Number.isFinite(limit) ? text.slice(0, limit * 4 + 64) : text;
  const line = plainText(raw).replaceAll(/\s+/g, " ").trim();
  return cut(line, limit);
}

/**
 * @param text safe text
 * @param limit most characters to keep, 1 or more
 * @returns the text, or its beginning and `…`; a surrogate pair is never split
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}
