import { W as formatDuration } from "./first-gate.js";

// src/actions/gates/shown/describe-gate.ts
/**
* @param gate an outcome, and whether the gate can block
* @returns how to show it: `bad` blocks, `odd` wants a look, `idle` did not run
*/
function toneOf({ outcome, required }) {
	switch (outcome) {
		case "passed":
		case "cached": return "good";
		case "flaky-passed":
		case "quarantined":
		case "waived":
		case "inconclusive": return "odd";
		case "failed":
		case "timed-out":
		case "tool-error": return required ? "bad" : "odd";
		case "skipped":
		case "cancelled": return "idle";
	}
}
/** Marks that every log viewer shows. */
const PLAIN_MARKS = {
	good: "✓",
	bad: "✗",
	odd: "!",
	idle: "–"
};
const WORDS = {
	"flaky-passed": "passed, flaky",
	"timed-out": "timed out",
	"tool-error": "tool error"
};
/**
* @param gate a gate that ended
* @returns its result in words: `failed: 2 of 719 failed`
*/
function resultWords(gate) {
	const { outcome, reason, summary, required } = gate;
	const word = WORDS[outcome] ?? outcome;
	const why = outcome === "passed" ? summary : reason ?? summary;
	return `${word}${required || outcome === "passed" || outcome === "skipped" ? "" : " (advisory)"}${why === null ? "" : `: ${why}`}`;
}
/**
* @param gate a gate that ended
* @returns its result in one line: `tests  failed: 2 of 719 failed  48 s`
*/
function gateLine(gate) {
	const time = gate.durationMs === null ? "" : `  ${formatDuration(gate.durationMs)}`;
	return `${gate.id}  ${resultWords(gate)}${time}`;
}
/** Columns of a duration such as `12 min 3 s`. */
const TIME_COLUMNS = 10;
/** Share of a narrow line that ids may take: time and words have to stand beside them. */
const ID_SHARE = .4;
/**
* @param ids ids of all gates of a run
* @param lineColumns columns of a whole line; default: as many as one likes
* @returns columns that ids take when results stand below each other
*/
function idColumns(ids, lineColumns = Number.POSITIVE_INFINITY) {
	return Math.min(28, Math.max(8, Math.floor(lineColumns * ID_SHARE)), Math.max(0, ...ids.map((id) => id.length)));
}
/**
* @param gate a gate that ended
* @param columns columns of the id
* @returns its result in a line that stands well below others: `tests        48 s  failed: 2 of 719 failed`
*/
function alignedLine(gate, columns) {
	const time = gate.durationMs === null ? "" : formatDuration(gate.durationMs);
	return `${gate.id.padEnd(columns)}  ${time.padStart(10)}  ${resultWords(gate)}`;
}

export { toneOf as a, idColumns as i, alignedLine as n, gateLine as r, PLAIN_MARKS as t };