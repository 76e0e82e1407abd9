import type { Plan } from "../../core/gates/index.ts";
import { oneLine } from "../../core/summary/text.ts";
import { placeText } from "./place-text.ts";

/** Places that are named of what is said of several. */
const MOST_PLACES = 2;
const MOST_TEXT = 400;

/**
 * @param notes what people should know of how a repository was read
 * @returns a text for each thing that is said, with its places; what is said of many places is said once
 */
export function noteTexts(notes: Plan["notes"]): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const note of notes) {
    const at = places.get(note.message) ?? new Set();
    places.set(note.message, at.add(note.file === "." ? "this repository" : placeText(note)));
  }
  return [...places].map(([message, all]) => {
    const shown = [...all].slice(0, MOST_PLACES).join(", ");
    const more = all.size > MOST_PLACES ? ` and ${all.size - MOST_PLACES} more` : "";
    return `${shown}${more}${all.size > 1 ? ":" : ""} ${oneLine(message, MOST_TEXT)}`;
  });
}
