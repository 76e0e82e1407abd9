// src/core/summary/text.ts
/** Escape sequences of terminals: CSI, OSC (ended by BEL or ST), and the two-character ones (ECMA-48, 5.4 and 5.6). */
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
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
function plainText(text) {
	return text.replaceAll(ESCAPES, "").replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, "�").replaceAll(REORDERING, "�").toWellFormed();
}
/**
* Foreign text on one line.
*
* @param text foreign text
* @param limit most characters (UTF-16 units) to keep
* @returns safe text with every run of white space turned to one space; what is over the limit is replaced by `…`
*/
function oneLine(text, limit = Number.POSITIVE_INFINITY) {
	return cut(plainText(Number.isFinite(limit) ? text.slice(0, limit * 4 + 64) : text).replaceAll(/\s+/g, " ").trim(), limit);
}
/**
* @param text safe text
* @param limit most characters to keep, 1 or more
* @returns the text, or its beginning and `…`; a surrogate pair is never split
*/
function cut(text, limit) {
	if (text.length <= limit) return text;
	return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}

export { oneLine as n, plainText as r, cut as t };