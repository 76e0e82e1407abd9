import { shellLine } from "../../contract/index.ts";
import type { Certainty, DeclaredCommand, DeclaredEntry, Place } from "./declaration.ts";
import { entryId } from "./own-files.ts";

/** Why something is not certain. */
export interface Doubt {
  readonly certainty: "likely" | "unsure";
  /** A clause that can follow "because". */
  readonly reason: string;
}

/** What must be known of a command; the rest has defaults. */
export interface CommandDraft {
  readonly place: Place;
  readonly text?: string;
  readonly words: readonly string[] | null;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly mayFail?: boolean;
  readonly doubts?: readonly Doubt[];
}

/** What must be known of an entry; the rest has defaults. */
export type EntryDraft = Pick<DeclaredEntry, "system" | "name" | "place" | "commands"> &
  Partial<Omit<DeclaredEntry, "id" | "system" | "name" | "place" | "commands">> & {
    /** Where it is declared, for its id. */
    readonly folder: string;
  };

/** @returns a doubt that leaves only a convention open */
export function likely(reason: string): Doubt {
  return { certainty: "likely", reason };
}

/** @returns a doubt about something that is known only when it runs */
export function unsure(reason: string): Doubt {
  return { certainty: "unsure", reason };
}

function worst(doubts: readonly Doubt[]): Certainty {
  if (doubts.some(({ certainty }) => certainty === "unsure")) return "unsure";
  return doubts.length === 0 ? "certain" : "likely";
}

/** @returns a declared command, as sure as its doubts let it be */
export function toCommand(draft: CommandDraft): DeclaredCommand {
  const doubts = draft.doubts ?? [];
  return {
    place: draft.place,
    text: draft.text ?? shellLine(draft.words ?? []),
    words: draft.words,
    env: draft.env ?? {},
    cwd: draft.cwd,
    mayFail: draft.mayFail ?? false,
    certainty: worst(doubts),
    doubts: [...new Set(doubts.map(({ reason }) => reason))],
  };
}

/** @returns a declared entry that needs nothing around it unless the draft says so */
export function toEntry({ folder, ...draft }: EntryDraft): DeclaredEntry {
  return {
    isolated: false,
    python: null,
    surroundings: { services: [], container: null, secrets: [] },
    runsOn: [],
    doubts: [],
    ...draft,
    id: entryId(draft.system, draft.name, folder),
  };
}
