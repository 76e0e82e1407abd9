import type { FileSelection } from "../declaration.ts";
import { pythonPattern } from "../python-pattern.ts";
import { isToldByName, tagsOf } from "./identify.ts";

/** The files that a hook is handed, or why they cannot be told. */
export type SelectedFiles =
  | { readonly kind: "files"; readonly files: readonly string[] }
  | { readonly kind: "unknown"; readonly reason: string };

/** Every hook asks again, and a listing does not change. */
const KNOWN = new WeakMap<readonly string[], readonly ReadonlySet<string>[]>();

function allTags(files: readonly string[]): readonly ReadonlySet<string>[] {
  const before = KNOWN.get(files);
  if (before !== undefined) return before;
  const tags = files.map(tagsOf);
  KNOWN.set(files, tags);
  return tags;
}

function hasTags({ types, typesOr, excludeTypes }: FileSelection, tags: ReadonlySet<string>): boolean {
  return (
    types.every((tag) => tags.has(tag)) &&
    (typesOr.length === 0 || typesOr.some((tag) => tags.has(tag))) &&
    !excludeTypes.some((tag) => tags.has(tag))
  );
}

/**
 * The files that pre-commit would hand to a hook with `--all-files`. Links count as files, and scripts whose name has no
 * ending as text of no language.
 *
 * @param selection what a hook says of its files
 * @param files every file that git knows, relative to the root
 */
export function selectFiles(selection: FileSelection, files: readonly string[]): SelectedFiles {
  const { types, typesOr, excludeTypes } = selection;
  const inside = [...types, ...typesOr, ...excludeTypes].find((tag) => !isToldByName(tag));
  if (inside !== undefined) {
    return { kind: "unknown", reason: `which files are ${inside} is not known from their names` };
  }
  const wanted = selection.files.map(pythonPattern);
  const unwanted = selection.exclude.map(pythonPattern);
  if ([...wanted, ...unwanted].includes(undefined)) {
    return { kind: "unknown", reason: "its expression for file names is one of Python's own, or could take too long" };
  }
  const tags = allTags(files);
  const isSelected = (path: string, index: number): boolean =>
    hasTags(selection, tags[index] ?? new Set()) &&
    wanted.every((pattern) => pattern?.test(path)) &&
    !unwanted.some((pattern) => pattern?.test(path));
  return { kind: "files", files: files.filter(isSelected) };
}
