import type {
  DeclarationReader,
  DeclarationSource,
  DeclaredEntry,
} from "../../../src/core/declarations/declaration.ts";

/** @returns a repository of the given texts */
export function sourceOf(texts: Readonly<Record<string, string>>): DeclarationSource {
  return { files: Object.keys(texts).toSorted(), texts: new Map(Object.entries(texts)) };
}

/** @returns entries that a reader finds, by id */
export function entriesOf(
  reader: DeclarationReader,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, DeclaredEntry>> {
  return Object.fromEntries(reader.read(sourceOf(texts)).entries.map((entry) => [entry.id, entry]));
}

/** @returns the texts of an entry's commands */
export function textsOf(entry: DeclaredEntry | undefined): readonly string[] {
  return (entry?.commands ?? []).map(({ text }) => text);
}
