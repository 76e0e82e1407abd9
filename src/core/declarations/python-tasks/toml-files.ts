import { TomlError } from "smol-toml";
import { asTable, type LineFinder, parseToml, type Table, tomlLines } from "../../documents/index.ts";
import type { DeclarationSource, Unread } from "../declaration.ts";
import { folderOf } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";

/** A TOML file of a project. */
export interface TomlFile {
  readonly file: string;
  readonly folder: string;
  readonly document: Table;
  readonly lineOf: LineFinder;
}

const MAX_BYTES = 1024 * 1024;

/** @returns the most bytes that are read of a file of one of the names */
export function tomlWants(names: readonly string[]): (path: string) => number | undefined {
  return (path) => (names.includes(nameOf(path)) && isOwnFile(path) ? MAX_BYTES : undefined);
}

/**
 * @param source the repository
 * @param names of files
 * @param mark text that a file must hold to be worth reading
 * @returns those that are TOML, and why others are not
 */
export function readTomlFiles(
  source: DeclarationSource,
  names: readonly string[],
  mark: string,
): { readonly files: readonly TomlFile[]; readonly unread: readonly Unread[] } {
  const files: TomlFile[] = [];
  const unread: Unread[] = [];
  const wants = tomlWants(names);
  for (const [file, text] of source.texts) {
    if (wants(file) === undefined || !text.includes(mark)) continue;
    try {
      files.push({ file, folder: folderOf(file), document: asTable(parseToml(text)), lineOf: tomlLines(text) });
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      unread.push({ file, line: error.line, message: "is no TOML, so no task is read in it" });
    }
  }
  return { files, unread };
}
