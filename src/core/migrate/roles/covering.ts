import type { DeclaredCommand, DeclaredEntry } from "../../declarations/index.ts";
import type { Declarations } from "../../detect/index.ts";
import type { Gate } from "../../gates/index.ts";
import { kindOfCommand } from "./command-kind.ts";
import { gateFor, isNeutralWord, startsWords } from "./match-gate.ts";

/** What the road runs, and what the repository declares. */
export interface Known {
  readonly gates: readonly Gate[];
  readonly declarations: Declarations;
  /** Files of the repository that speak of this, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids of gates that the plan would not have without the workflows that run their commands. */
  readonly tied: ReadonlySet<string>;
  /** Python of the root's `.python-version`; null without one. */
  readonly pinnedPython: string | null;
  /** Python that the road would be called with, where nothing else decides; else null. */
  readonly calledWithPython: string | null;
}

/** A part of a command that no gate does. */
export interface MissingPart {
  /** The command, or the id of the hook. */
  readonly text: string;
  /** True when it writes anew what it judges, so that no gate could run it. */
  readonly rewrites: boolean;
}

/** What a command comes to: the gates that do all of it, or the parts that no gate does, at least one. */
export type Cover =
  | { readonly kind: "gates"; readonly gates: readonly Gate[] }
  | { readonly kind: "missing"; readonly parts: readonly MissingPart[] };

/** A task that runs tasks that run tasks; deeper ones are not looked into. */
const MOST_DEPTH = 6;

/** A step runs on GitHub, with any of the interpreters that its job has. */
const ON_GITHUB = { pythons: [], env: {} };

/** A command as a reader or a workflow has it. */
interface Part {
  readonly words: readonly string[];
  readonly text: string;
  readonly cwd: string;
}

function namesEntry({ reproduce }: Gate, { name }: DeclaredEntry): boolean {
  return reproduce.split(/[\s,'"]+/).includes(name);
}

/** The way to a gate ends at the command that it was made of, whatever it is started with by now: files of a hook, a report. */
function isMadeOf(gate: Gate, { place, text }: DeclaredCommand): boolean {
  const last = gate.chain?.at(-1);
  return last?.file === place.file && last.line === place.line && last.text.trim() === text.trim();
}

/** The gate that the plan made of a command of an entry: declared at its place, called by the entry's name, and the same. */
function gateAt(command: DeclaredCommand, entry: DeclaredEntry, gates: readonly Gate[]): Gate | undefined {
  const { place, words } = command;
  const there = gates.filter(
    (gate) => gate.source.file === place.file && gate.source.line === place.line && namesEntry(gate, entry),
  );
  return (
    there.find((gate) => isMadeOf(gate, command)) ??
    there.find((gate) => (words === null ? there.length === 1 : startsWords(gate, words)))
  );
}

/** A hook is known by its id; its command is pre-commit's own affair. */
function missingPart({ text, doubts }: DeclaredCommand, { system, name }: DeclaredEntry): Cover {
  const rewrites = doubts.some((doubt) => doubt.includes("rewrites files"));
  return { kind: "missing", parts: [{ text: system === "pre-commit" ? name : text, rewrites }] };
}

function coverCommand(command: DeclaredCommand, entry: DeclaredEntry, at: { known: Known; depth: number }): Cover {
  const own = gateAt(command, entry, at.known.gates);
  if (own !== undefined) return { kind: "gates", gates: [own] };
  // What may fail judges nothing.
  if (command.mayFail) return { kind: "gates", gates: [] };
  if (command.words === null) return missingPart(command, entry);
  const cover = coverPart({ words: command.words, text: command.text, cwd: command.cwd }, at.known, at.depth + 1);
  const isItself = cover.kind === "missing" && cover.parts.every(({ text }) => text === command.text);
  return isItself ? missingPart(command, entry) : cover;
}

function joinCovers(covers: readonly Cover[]): Cover {
  const parts = covers.flatMap((cover) => (cover.kind === "missing" ? cover.parts : []));
  if (parts.length > 0) return { kind: "missing", parts };
  return { kind: "gates", gates: [...new Set(covers.flatMap((cover) => (cover.kind === "gates" ? cover.gates : [])))] };
}

function coverPart(part: Part, known: Known, depth: number): Cover {
  const missing: Cover = { kind: "missing", parts: [{ text: part.text, rewrites: false }] };
  const gate = gateFor(part.words, part.cwd, known.gates);
  if (gate !== undefined) return { kind: "gates", gates: [gate] };
  if (kindOfCommand({ ...part, env: {}, mayFail: false }) === "set-up") return { kind: "gates", gates: [] };
  const call =
    depth >= MOST_DEPTH
      ? undefined
      : known.declarations.callOf(part.words, part.cwd, known.declarations.reading.entries, ON_GITHUB);
  if (call === undefined || !call.passedOn.every(isNeutralWord)) return missing;
  const entries = call.entries.flatMap(
    (id) => known.declarations.reading.entries.find((entry) => entry.id === id) ?? [],
  );
  if (entries.length === 0 || entries.length < call.entries.length) return missing;
  return joinCovers(
    entries.flatMap((entry) => entry.commands.map((command) => coverCommand(command, entry, { known, depth }))),
  );
}

/**
 * Finds the gates that do all that a command does, also when it only calls what the repository declares elsewhere: a make
 * target, tox environments, hooks, scripts. A part that no gate does makes it missing, so that nothing is lost.
 *
 * @param part the command
 * @param known gates and declarations
 * @returns gates, at least one; or what is missing
 */
export function coverOf(part: Part, known: Known): Cover {
  const cover = coverPart(part, known, 0);
  return cover.kind === "gates" && cover.gates.length === 0
    ? { kind: "missing", parts: [{ text: part.text, rewrites: false }] }
    : cover;
}
