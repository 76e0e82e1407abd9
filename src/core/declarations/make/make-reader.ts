import { withoutCheckoutVariable } from "../checkout-root.ts";
import type { DeclarationReader, DeclarationSource, DeclaredEntry, Reading } from "../declaration.ts";
import { enterFolder, folderOf, inFolder } from "../folders.ts";
import { entryId, isOwnFile, nameOf } from "../own-files.ts";
import { goalEntries, makeEntries } from "./entries.ts";
import { readMakefile } from "./makefile.ts";

/** In make's own order (gnu.org/software/make/manual, 3.2). */
const NAMES = ["GNUmakefile", "makefile", "Makefile"];
const MAX_BYTES = 256 * 1024;
/** Documentation has a Makefile of its own more often than anything else has. */
const DOCS = /^docs?\/[^/]+$/;
/** Options that take the next word (gnu.org/software/make/manual, 9.8). */
const VALUES = /^(?:-[CfIoWjlE]|--(?:directory|file|makefile|include-dir|old-file|assume-old|what-if|new-file|eval))$/;
/** Options with which nothing is run. */
const RUNS_NOTHING =
  /^(?:-[a-zA-Z]*[nqtphv][a-zA-Z]*|--(?:dry-run|just-print|recon|question|touch|print-data-base|help|version))$/;

function isMakefile(path: string): boolean {
  return NAMES.includes(nameOf(path)) && (isOwnFile(path) || DOCS.test(path));
}

/** Of several in a folder make reads the first. */
function makefileIn(folder: string, texts: ReadonlyMap<string, string>): string | undefined {
  return NAMES.map((name) => inFolder(folder, name)).find((path) => texts.has(path));
}

function read(source: DeclarationSource): Reading {
  const files = new Set(source.files);
  const paths = source.files.filter(
    (path) => isMakefile(path) && source.texts.has(path) && makefileIn(folderOf(path), source.texts) === path,
  );
  const readings = paths.map((path) => makeEntries(path, readMakefile(path, source.texts), files));
  return { entries: readings.flatMap(({ entries }) => entries), unread: readings.flatMap(({ unread }) => unread) };
}

interface MakeWords {
  readonly folder: string;
  readonly targets: readonly string[];
  readonly overrides: Readonly<Record<string, string>>;
}

interface Option {
  readonly name: string;
  readonly value: string;
  readonly takesNext: boolean;
}

/** `-C sub`, `--file=x`, `-j4`, `-s`; the value of an option without one says nothing. */
function optionOf(word: string, next: string): Option {
  const [name = "", attached] = word.startsWith("--")
    ? word.split("=", 2)
    : [word.slice(0, 2), word.slice(2) || undefined];
  // `make -j lint`: the number may be left out.
  const isGiven = VALUES.test(name) && (!/^-[jl]$/.test(name) || /^\d+$/.test(next));
  return { name, value: attached ?? next, takesNext: attached === undefined && isGiven };
}

/** The folder that make runs in; undefined outside of the repository, and for a makefile of another name. */
function folderBehind(folder: string, { name, value }: Option): string | undefined {
  if (/^(?:-f|--file|--makefile)$/.test(name) && !NAMES.includes(value)) return undefined;
  return /^(?:-C|--directory)$/.test(name) ? enterFolder(folder, value) : folder;
}

function readWords(words: readonly string[], cwd: string): MakeWords | undefined {
  let folder = cwd;
  const targets: string[] = [];
  const overrides: Record<string, string> = {};
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [, name, value = ""] = /^([A-Za-z_][\w.-]*)[:?]?=(.*)$/s.exec(word) ?? [];
    if (name !== undefined) overrides[name] = value;
    else if (!word.startsWith("-")) targets.push(word);
    else if (RUNS_NOTHING.test(word)) return undefined;
    else {
      const option = optionOf(word, words[index + 1] ?? "");
      const entered = folderBehind(folder, option);
      if (entered === undefined) return undefined;
      folder = entered;
      index += Number(option.takesNext);
    }
  }
  return { folder, targets, overrides };
}

const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source, around) => {
  if (!/^(?:g?make|gnumake)$/.test(words[0] ?? "")) return undefined;
  const call = readWords(words, cwd);
  if (call === undefined) return undefined;
  const here = entries.filter(({ system, id, name }) => system === "make" && id === entryId("make", name, call.folder));
  const first = here.find(({ runsOn }) => runsOn.includes("default"))?.name;
  const names = call.targets.length > 0 ? call.targets : first === undefined ? [] : [first];
  const found = names.flatMap((name) => here.find((entry) => entry.name === name) ?? []);
  if (names.length === 0) return undefined;
  const made = madeFor(names, call, source, around?.env ?? {});
  if (made !== undefined && made.length === names.length)
    return { system: "make", entries: made.map(({ id }) => id), passedOn: [], made };
  if (found.length < names.length) return undefined;
  return { system: "make", entries: found.map(({ id }) => id), passedOn: [] };
};

/** Variables of the environment that a Makefile asks for. */
function askedOf(text: string, environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asked = Object.entries(environment).filter(
    ([name]) => text.includes(`$(${name})`) || text.includes(`\${${name}}`),
  );
  return Object.fromEntries(asked.map(([name, value]) => [name, withoutCheckoutVariable(value)]));
}

/**
 * Variables on the command line and in the environment change what targets run, and a rule for every target makes those
 * that no other rule names.
 *
 * @returns undefined where the entries that were read serve
 */
function madeFor(
  names: readonly string[],
  call: MakeWords,
  source: DeclarationSource | undefined,
  environment: Readonly<Record<string, string>>,
): readonly DeclaredEntry[] | undefined {
  const file = source === undefined ? undefined : makefileIn(call.folder, source.texts);
  if (source === undefined || file === undefined) return undefined;
  const text = source.texts.get(file) ?? "";
  const asked = askedOf(text, environment);
  const isGiven = Object.keys(call.overrides).length + Object.keys(asked).length > 0;
  if (!isGiven && !/^%\s*:/m.test(text)) return undefined;
  const makefile = readMakefile(file, source.texts, { overrides: call.overrides, environment: asked });
  const entries = goalEntries(file, makefile, new Set(source.files), names);
  const given = Object.entries({ ...asked, ...call.overrides }).map(([name, value]) => `${name}=${value}`);
  const suffix = given.length === 0 ? "" : `(${given.join(" ")})`;
  return entries.map((entry) => ({ ...entry, id: `${entry.id}${suffix}`, overrides: call.overrides }));
}

/** Reads Makefiles; there is no parser of them in the registry that is kept up and runs nothing. */
export const makeReader: DeclarationReader = {
  system: "make",
  wants: (path) => (isMakefile(path) || (path.endsWith(".mk") && isOwnFile(path)) ? MAX_BYTES : undefined),
  read,
  callOf,
};
