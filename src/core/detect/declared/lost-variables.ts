import type { Note } from "../notes.ts";
import { STATIC } from "./blockers.ts";
import { gateVariables, type Merged } from "./merge-candidates.ts";

/** Names of gates that a sentence lists. */
const MOST_NAMES = 3;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMES).map((id) => `\`${id}\``);
  const more = ids.length - shown.length;
  const all = more === 0 ? shown : [...shown, `${more} more`];
  const last = all.at(-1) ?? "";
  return all.length === 1 ? `the gate ${last} runs` : `the gates ${all.slice(0, -1).join(", ")} and ${last} run`;
}

/**
 * @param running commands that are gates, with their ids
 * @returns a note for each variable that the repository sets for them to what only a run knows: they run without it
 */
export function lostVariableNotes(running: ReadonlyMap<Merged, string>): readonly Note[] {
  const found = new Map<string, { readonly note: Omit<Note, "message">; readonly name: string; ids: string[] }>();
  for (const [{ candidate }, id] of running) {
    const { tool, situation } = candidate;
    if (STATIC.has(tool.kind) && tool.kind !== "types") continue;
    for (const { name, place } of situation.step.lost) {
      if (!(name in gateVariables({ [name]: "" })) || name in situation.step.env) continue;
      const key = `${name} ${place.file}:${place.line}`;
      const known = found.get(key) ?? { note: { file: place.file, line: place.line }, name, ids: [] };
      known.ids.push(id);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ note, name, ids }) => ({
    ...note,
    message: `sets \`${name}\` to what only a run there knows; ${listed(ids)} without it`,
  }));
}
