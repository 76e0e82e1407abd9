import { r as plainText, t as cut } from "./text.js";

// src/actions/gates/log-excerpt.ts
/** Bytes of a log's beginning and end that are looked at. */
const EDGE_BYTES = 65536;
const TAIL_LINES = 40;
const LONGEST_LINE = 400;
async function readRange(files, path, start, end) {
	let text = "";
	for await (const piece of files.streamText(path, {
		start,
		end
	})) text += piece;
	return text;
}
/** A progress bar draws one line again and again; what stands there at last is what a person would see. */
function lastDrawn(line) {
	return line.replace(/\r+$/, "").split("\r").at(-1) ?? "";
}
/** One line as a person reads it: what it is indented by stays, because tracebacks and diffs mean something by it. */
function shownLine(line) {
	return cut(plainText(lastDrawn(line).slice(0, LONGEST_LINE * 4)), LONGEST_LINE).replaceAll("	", "    ").replaceAll("\n", " ").trimEnd();
}
/**
* @param files where the log lies
* @param path the log
* @param masker hides secrets
* @returns beginning and end of it; empty when there is no log
*/
async function readExcerpt(files, path, masker) {
	const bytes = await files.size(path).catch(() => void 0) ?? 0;
	if (bytes === 0) return {
		text: "",
		tail: [],
		bytes
	};
	const isShort = bytes <= 2 * EDGE_BYTES;
	const head = await readRange(files, path, 0, isShort ? bytes : EDGE_BYTES);
	const end = isShort ? head : await readRange(files, path, bytes - EDGE_BYTES, bytes);
	const lines = (isShort ? masker.mask(end) : masker.maskCut(end)).split("\n").map(shownLine);
	const last = lines.findLastIndex((line) => line !== "");
	return {
		text: plainText(isShort ? head : `${head}\n${end}`),
		tail: lines.slice(Math.max(0, last + 1 - TAIL_LINES), last + 1).map((line) => masker.mask(line)),
		bytes
	};
}
/**
* A log for people: whole when it is short, else its beginning and its end with a line that says what is left out.
*
* @param files where the log lies
* @param path the log
* @param options hides secrets; how much to show; where the whole log is, as a person finds it
*/
async function* showLog(files, path, options) {
	const { masker, part, whole } = options;
	const bytes = await files.size(path).catch(() => void 0) ?? 0;
	const isShort = bytes <= part.headBytes + part.tailBytes;
	const head = files.streamText(path, { end: isShort ? bytes : part.headBytes });
	yield* masker.maskPieces(head, { end: !isShort });
	if (isShort) return;
	yield `\n… ${bytes - part.headBytes - part.tailBytes} bytes are left out here; the whole log is ${whole} …\n`;
	yield* masker.maskPieces(files.streamText(path, {
		start: bytes - part.tailBytes,
		end: bytes
	}), { start: true });
}

export { showLog as n, readExcerpt as t };