import { V as oneLine } from "./first-gate.js";
import { t as placeText } from "./place-text.js";

// src/cli/page/note-texts.ts
/** Places that are named of what is said of several. */
const MOST_PLACES = 2;
const MOST_TEXT = 400;
/**
* @param notes what people should know of how a repository was read
* @returns a text for each thing that is said, with its places; what is said of many places is said once
*/
function noteTexts(notes) {
	const places = /* @__PURE__ */ new Map();
	for (const note of notes) {
		const at = places.get(note.message) ?? /* @__PURE__ */ new Set();
		places.set(note.message, at.add(note.file === "." ? "this repository" : placeText(note)));
	}
	return [...places].map(([message, all]) => {
		return `${[...all].slice(0, MOST_PLACES).join(", ")}${all.size > MOST_PLACES ? ` and ${all.size - MOST_PLACES} more` : ""}${all.size > 1 ? ":" : ""} ${oneLine(message, MOST_TEXT)}`;
	});
}

export { noteTexts as t };