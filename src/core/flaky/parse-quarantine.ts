import type { Problem } from "../../errors.ts";
import { firstProblems, type KeysAt, readYamlFile, toProblems, type YamlTree } from "../config/index.ts";
import { daysOf, entryShape, LONGEST_DAYS, type QuarantineEntry, quarantineSchema } from "./quarantine.ts";

/** Largest file in characters that is read. */
const LARGEST = 256 * 1024;

/** A file, or everything that is wrong with it. */
export type QuarantineResult =
  | { readonly ok: true; readonly entries: readonly QuarantineEntry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const keysAt: KeysAt = (path) => ({ known: path.length === 0 ? ["quarantine"] : Object.keys(entryShape) });

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
  const refused = (problems: readonly Problem[]): QuarantineResult => ({
    ok: false,
    problems: firstProblems(problems),
  });
  const read = readYamlFile(text, file, LARGEST);
  if (read.kind === "unreadable") return refused(read.problems);
  const { tree } = read;
  if (tree.isEmpty) return { ok: true, entries: [] };
  const parsed = quarantineSchema.safeParse(tree.value);
  if (!parsed.success) return refused([...read.problems, ...toProblems(parsed.error, tree, file, keysAt)]);
  const entries = (parsed.data.quarantine ?? []).map((entry, at): QuarantineEntry => {
    return { ...entry, line: tree.placeOf(["quarantine", at], "value").line };
  });
  const found = [...read.problems, ...crossProblems(entries, tree, file)];
  return found.length > 0 ? refused(found) : { ok: true, entries };
}
