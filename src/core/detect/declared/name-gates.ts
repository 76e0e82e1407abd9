import type { Candidate } from "./candidates.ts";
import { gateVariables, type Merged } from "./merge-candidates.ts";
import { SCRIPT_FILE } from "./rules/classify.ts";
import { isPlain } from "./script-tools.ts";

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, "-")
      .replaceAll(/^[-.]+|[-.]+$/g, "") || "more"
  );
}

function folderOf({ situation }: Candidate): string {
  return situation.step.launched?.cwd ?? situation.step.command.cwd;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** What people call where the command stands: the tox environment, the target, the job. */
function entryName({ situation }: Candidate): string {
  return slug(situation.step.entry.name);
}

const entryOf = ({ candidate }: Merged): string => candidate.situation.step.entry.id;

/** Folder and name of the file that a command runs, where nothing else is known of it. */
function fileName({ tool, situation }: Candidate): string | undefined {
  const file = isPlain(tool) ? (situation.step.launched?.bare ?? []).find((word) => SCRIPT_FILE.test(word)) : undefined;
  const parts = file
    ?.replace(/\.\w+$/, "")
    .split("/")
    .slice(-2);
  return parts === undefined ? undefined : slug(parts.join("-"));
}

/** How well a command stands for its kind: the plain one keeps the plain name. */
function plainness({ candidate }: Merged): number {
  const { tool, blockers, isPreparation } = candidate;
  const name = entryName(candidate);
  const isPlain = name === tool.kind || name === tool.tool || /^py\d*$|^(?:tests?|unit|ci|build|main)$/.test(name);
  return (blockers.length > 0 ? 4 : 0) + (isPreparation ? 2 : 0) + (isPlain ? 0 : 1);
}

const variablesOf = ({ candidate }: Merged): number => Object.keys(gateVariables(candidate.situation.step.env)).length;
const isSamePlace = (a: Merged, b: Merged): boolean =>
  placeOf(a) === placeOf(b) && !a.candidate.situation.run.home.isolated;

function placeOf({ candidate }: Merged): string {
  const { file, line } = candidate.situation.step.command.place;
  return `${line} ${file}`;
}

/** Of one line in two jobs the one with fewer variables around it is the usual one. */
const usualFirst = (a: Merged, b: Merged): number => (isSamePlace(a, b) ? variablesOf(a) - variablesOf(b) : 0);

/** What tells a line in one job from the same line in others; behind the name of its script, where that has another. */
function amongItsLine(one: Merged, counts: ReadonlyMap<string, number>, isNamedAlike: boolean): string | undefined {
  const own = ownPart(one, counts);
  return own === undefined || isNamedAlike ? own : `${entryName(one.candidate)}-${own}`;
}

/** How many of the commands of one line have a word, by the line; lines of one command are absent. */
function countByLine(all: readonly Merged[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const lines = [...groupBy(all, placeOf)].filter(([, alike]) => alike.length > 1);
  return new Map(lines.map(([place, alike]) => [place, countParts(alike)]));
}

/** Without the kind in front: `tests-typing` and not `tests-test-typing`. */
function labelled(kind: string, label: string): string {
  const singular = kind.replace(/s$/, "");
  const bare = label.replace(new RegExp(`^(?:${kind}|${singular})-+`), "");
  return bare === kind || bare === singular || bare === "" ? kind : `${kind}-${bare}`;
}

/** Longest part of an id that comes from a command's words. */
const MAX_LABEL = 40;

/** Words that say how a program is called and not what with. */
const CALLING = /^(?:-m|run|exec|check|test|tests|build|report|lint|format|pytest|unittest)$/;

/** Words and variables of a command that could tell it from others, the most telling first. */
function tellingParts({ situation }: Candidate): readonly string[] {
  const { step } = situation;
  const words = [...(step.launched?.bare.slice(1) ?? []), ...step.passedOn].filter((word) => !CALLING.test(word));
  const plain = words.filter((word) => !word.startsWith("-"));
  const valued = words.filter((word) => /^-.*=./.test(word));
  return [...plain, ...valued, ...Object.keys(gateVariables(step.env))];
}

/** `tests/integration/` is `integration`, `--python-version=3.13` is `3.13`. */
function partLabel(part: string): string {
  const value = part.replace(/^.*=/, "").replace(/\/+$/, "");
  return slug(value.replace(/^.*\//, "").replace(/(?<=.)\.\w*[a-z]\w*$/i, ""));
}

/** How many of the commands have a word. */
function countParts(all: readonly Merged[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { candidate } of all) {
    for (const part of new Set(tellingParts(candidate))) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** What this command says and none of the others does; undefined when nothing tells it apart. */
function ownPart(one: Merged, counts: ReadonlyMap<string, number>): string | undefined {
  return tellingParts(one.candidate)
    .filter((part) => counts.get(part) === 1)
    .map(partLabel)
    .find((label) => !/^(?:more|null|true|false|\d+)$/.test(label) && label.length <= MAX_LABEL);
}

/** The one tool that runs the tests: scripts that only their file tells, and suggestions, stand beside it. */
function mainTool(group: readonly Merged[]): string | undefined {
  if (group[0]?.candidate.tool.kind !== "tests") return undefined;
  const sure = group.filter(({ candidate }) => !isPlain(candidate.tool) && candidate.blockers.length === 0);
  const tools = new Set(sure.map(({ candidate }) => candidate.tool.tool));
  return tools.size === 1 ? [...tools][0] : undefined;
}

/** How many commands of one tool have a word: of all, and of those that stand on one line, by the line. */
interface PartCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly ofLines: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What commands of one tool may be called beside its plain name, the most readable first. */
function labelsOf(one: Merged, ordered: readonly Merged[], { counts, ofLines }: PartCounts): readonly string[] {
  const entry = entryName(one.candidate);
  const own = ownPart(one, counts);
  const { system } = one.candidate.situation.run.home;
  const isOfOne = new Set(ordered.map(entryOf)).size === 1;
  const isNamedAlike = ordered[0] !== undefined && entryName(ordered[0].candidate) === entry;
  const alike = ofLines.get(placeOf(one));
  const among = alike === undefined ? undefined : amongItsLine(one, alike, isNamedAlike);
  const beside = isNamedAlike ? [own, among, system, entry] : [entry, own, among, system];
  const labels = isOfOne ? [fileName(one.candidate), own, entry] : beside;
  return labels.filter((label) => label !== undefined);
}

/** Ids for the commands of one tool: the base for the plainest, labels for the others. */
function nameOfTool(ofTool: readonly Merged[], kind: string, base: string): ReadonlyMap<Merged, string> {
  const ids = new Map<Merged, string>();
  const used = new Set([base]);
  const counts = { counts: countParts(ofTool), ofLines: countByLine(ofTool) };
  for (const [index, one] of ofTool.entries()) {
    const names = labelsOf(one, ofTool, counts).map((label) => labelled(kind, label));
    const counted = labelled(base, `${entryName(one.candidate)}-${index + 1}`);
    const free = names.find((name) => name !== kind && !used.has(name)) ?? counted;
    const id = index === 0 ? base : free;
    used.add(id);
    ids.set(one, id);
  }
  return ids;
}

/**
 * Readable ids: the kind alone for the only one or the plainest one; the tool where kinds have several tools; else what
 * people call where it stands.
 *
 * @param all merged commands
 * @returns an id for each, before the folder is put behind it
 */
export function nameGates(all: readonly Merged[]): ReadonlyMap<Merged, string> {
  const groups = groupBy(all, ({ candidate }) => `${candidate.tool.kind}\0${folderOf(candidate)}`);
  const ids = new Map<Merged, string>();
  for (const group of groups.values()) {
    const tools = groupBy(group, ({ candidate }) => candidate.tool.tool);
    const main = mainTool(group);
    for (const [tool, ofTool] of tools) {
      const ordered = ofTool.toSorted((a, b) => plainness(a) - plainness(b) || usualFirst(a, b));
      const kind = ordered[0]?.candidate.tool.kind ?? tool;
      const base = tool === main || tools.size === 1 ? kind : labelled(kind, slug(tool));
      for (const [one, id] of nameOfTool(ordered, kind, base)) ids.set(one, id);
    }
  }
  return ids;
}
