import type { DeclarationReader, DeclarationSource, Reading } from "./declaration.ts";
import { unwrapLayers } from "./launchers.ts";
import { pythonVersionWants } from "./python-versions.ts";
import { READERS } from "./readers.ts";
import { requirementsWants } from "./requirements.ts";
import { toolchainWants } from "./toolchains/version-files.ts";

/**
 * Reads everything that a repository declares; nothing is run.
 *
 * @param source names of all files, and the texts that {@link wantsDeclaration} asks for
 * @returns entries of all systems, and what could not be read, in order of files and lines
 */
export function readDeclarations(source: DeclarationSource): Reading {
  const readings = READERS.map((reader) => reader.read(source));
  const unread = readings.flatMap((reading) => reading.unread);
  return {
    entries: readings.flatMap((reading) => reading.entries),
    unread: unread.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * @param path any file of a repository
 * @returns the most bytes that some reader would read of it; undefined when none has a use for it
 */
export function wantsDeclaration(path: string): number | undefined {
  const others = [pythonVersionWants(path), requirementsWants(path), toolchainWants(path)].filter(
    (size) => size !== undefined,
  );
  const sizes = [...READERS.flatMap((reader) => reader.wants(path) ?? []), ...others];
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/**
 * @param words one plain command, as it is written
 * @param cwd the folder it runs in
 * @param entries what {@link readDeclarations} found
 * @param source what it was given; without it, a call of an entry that no file lists is not recognised
 * @param around the job on GitHub that calls; absent for a call by hand
 * @returns the entries that it runs, whatever starts it (`uv run`, `npx`, `sudo`); undefined when it runs none
 */
export const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source, around) => {
  for (const layer of unwrapLayers(words, cwd)) {
    for (const reader of READERS) {
      const call = reader.callOf(layer.words, layer.cwd, entries, source, around);
      if (call !== undefined) return call;
    }
  }
  return undefined;
};
