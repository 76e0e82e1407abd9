import type { z } from "zod";
import { nearestName } from "../../contract/index.ts";
import type { Problem } from "../../errors.ts";
import { type PathPart, pathText, readYamlTree, type YamlTree } from "../config/index.ts";
import { valueAt } from "../documents/index.ts";
import { daysOf, entryShape, LONGEST_DAYS, type QuarantineEntry, quarantineSchema } from "./quarantine.ts";

/** Largest file in characters that is read. */
const LARGEST = 256 * 1024;
/** The first faults of a file are enough to mend it. */
const MOST_PROBLEMS = 50;

/** A file, or everything that is wrong with it. */
export type QuarantineResult =
  | { readonly ok: true; readonly entries: readonly QuarantineEntry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function shown(value: unknown): string {
  if (typeof value === "object") return "";
  return ` ${JSON.stringify(value)?.slice(0, 60) ?? ""}`;
}

function unknownKey(path: readonly PathPart[], key: string): string {
  const known = path.length === 0 ? ["quarantine"] : Object.keys(entryShape);
  const nearest = nearestName(key, known);
  const where = pathText([...path, key]);
  return nearest === undefined
    ? `${where} is not a key I know; known here are ${known.join(", ")}`
    : `${where} is not a key I know; did you mean \`${nearest}\`?`;
}

function toProblems(issue: z.core.$ZodIssue, tree: YamlTree, file: string): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      return { where: file, ...tree.placeOf([...path, key], "key"), message: unknownKey(path, key) };
    });
  }
  const value = valueAt(tree.value, ...path);
  const name = path.length === 0 ? "the file" : pathText(path);
  const isMissing = value === undefined || value === null;
  const message = isMissing
    ? `${name} is missing: ${issue.message.replace(/^is not [^;]*; /, "")}`
    : `${name}${shown(value)} ${issue.message}`;
  return [{ where: file, ...tree.placeOf(path, "value"), message }];
}

function keyOf(entry: QuarantineEntry): string {
  const { id, file, class: className, name, gate, variant } = entry;
  return JSON.stringify([id, file, className, name, gate, variant]);
}

/** Rules that join several keys. */
function crossProblems(entries: readonly QuarantineEntry[], tree: YamlTree, file: string): readonly Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, at) => {
    const problems: Problem[] = [];
    const say = (key: string, message: string) =>
      problems.push({ where: file, ...tree.placeOf(["quarantine", at, key], "value"), message });
    const name = `quarantine[${at}]`;
    const isNamed = entry.name !== undefined && (entry.file !== undefined || entry.class !== undefined);
    if (entry.id === undefined && !isNamed) {
      say("name", `${name} does not say which test; write its id, or its name with file or class`);
    }
    if (entry.id !== undefined && entry.name !== undefined) say("id", `${name} has an id and a name; keep one of them`);
    const days = daysOf(entry);
    if (days < 0) say("expires", `${name}.expires is before ${name}.added`);
    if (days > LONGEST_DAYS) {
      say("expires", `${name}.expires is ${days} days after added; ${LONGEST_DAYS} is the most`);
    }
    const before = first.get(keyOf(entry));
    if (before !== undefined) say("name", `${name} is about the same test as the entry in line ${before}`);
    else first.set(keyOf(entry), entry.line);
    return problems;
  });
}

/**
 * Reads quarantine.yml strictly: all problems at once, each with its place.
 *
 * @param text the file; undefined when there is none
 * @param file its path, for messages
 * @returns the entries, none when there is no file, or every problem (at most 50). Never throws
 */
export function parseQuarantine(text: string | undefined, file: string): QuarantineResult {
  if (text === undefined) return { ok: true, entries: [] };
  const refused = (problems: readonly Problem[]): QuarantineResult => {
    const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    return { ok: false, problems: sorted.slice(0, MOST_PROBLEMS) };
  };
  if (text.length > LARGEST) {
    return refused([{ where: file, line: 1, column: 1, message: "is larger than 256 KiB; it was not read" }]);
  }
  const tree = readYamlTree(text);
  const found: Problem[] = tree.problems.map(({ line, column, message }) => ({ where: file, line, column, message }));
  if (!tree.isWhole) return refused(found);
  if (tree.isEmpty) return { ok: true, entries: [] };
  const parsed = quarantineSchema.safeParse(tree.value);
  if (!parsed.success)
    return refused([...found, ...parsed.error.issues.flatMap((issue) => toProblems(issue, tree, file))]);
  const entries = (parsed.data.quarantine ?? []).map((entry, at): QuarantineEntry => {
    return { ...entry, line: tree.placeOf(["quarantine", at], "value").line };
  });
  found.push(...crossProblems(entries, tree, file));
  return found.length > 0 ? refused(found) : { ok: true, entries };
}
