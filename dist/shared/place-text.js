import { V as oneLine } from "./first-gate.js";

// src/cli/page/place-text.ts
const MOST_PLACE = 80;
/** @returns `file:line` of foreign names, safe to show */
function placeText(source) {
	return `${oneLine(source.file, MOST_PLACE)}${source.line === null ? "" : `:${source.line}`}`;
}

export { placeText as t };