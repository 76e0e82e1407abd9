import type { Call, DeclarationReader, DeclarationSource, DeclaredEntry, Reading } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { entryId, isOwnFile, nameOf } from "../own-files.ts";
import { RecipeReader } from "./entries.ts";
import { type Justfile, readJustfile } from "./justfile.ts";

const MAX_BYTES = 256 * 1024;
const MAX_RECIPES = 1000;

function isJustfile(path: string): boolean {
  return /^\.?justfile$/i.test(nameOf(path)) && isOwnFile(path);
}

function read(source: DeclarationSource): Reading {
  const readings = source.files
    .filter((path) => isJustfile(path) && source.texts.has(path))
    .map((path) => {
      const justfile = readJustfile(path, source.texts);
      const reader = new RecipeReader(path, justfile);
      const entries = [...justfile.recipes.values()].slice(0, MAX_RECIPES).map((recipe) => reader.entry(recipe));
      return { entries, unread: [...justfile.unread, ...reader.unread] };
    });
  return { entries: readings.flatMap(({ entries }) => entries), unread: readings.flatMap(({ unread }) => unread) };
}

/** Options with which no recipe runs (just.systems/man/en/command-line-options.html). */
const RUNS_NOTHING =
  /^(?:-[lnseV]|--(?:list|dry-run|show|summary|dump|edit|evaluate|fmt|init|choose|changelog|completions|groups|man|variables|help|version|command)|-c|-h)$/;
const VALUES =
  /^(?:-f|--justfile|-d|--working-directory|--color|--shell|--shell-arg|--dotenv-path|--dotenv-filename|--chooser|-E)$/;

interface JustWords {
  readonly folder: string;
  readonly words: readonly string[];
  readonly overrides: ReadonlyMap<string, string>;
}

function readWords(words: readonly string[], cwd: string): JustWords | undefined {
  let folder: string | undefined = cwd;
  const overrides = new Map<string, string>();
  let index = 1;
  for (; index < words.length; index += 1) {
    const [word = "", next = "", third = ""] = words.slice(index, index + 3);
    const [, name, value = ""] = /^([A-Za-z_][\w-]*)=(.*)$/s.exec(word) ?? [];
    if (RUNS_NOTHING.test(word)) return undefined;
    if (name === undefined && !word.startsWith("-")) break;
    if (name !== undefined) overrides.set(name, value);
    if (word === "--set") overrides.set(next, third);
    if (/^(?:-f|--justfile)$/.test(word)) folder = enterFolder(cwd, folderOf(next));
    index += word === "--set" ? 2 : Number(VALUES.test(word));
  }
  return folder === undefined ? undefined : { folder, words: words.slice(index), overrides };
}

/** just looks for its file from the folder it runs in upward. */
function fileFor(folder: string, source: DeclarationSource): string | undefined {
  for (let here = folder; ; here = folderOf(here)) {
    const found = source.files.find((path) => isJustfile(path) && folderOf(path) === here && source.texts.has(path));
    if (found !== undefined || here === ".") return found;
  }
}

interface Chosen {
  readonly name: string;
  readonly args: readonly string[];
}

/** Each recipe takes as many words as it has parameters; what is left names the next. */
function chosenRecipes(words: readonly string[], justfile: Justfile): readonly Chosen[] | undefined {
  const chosen: Chosen[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index] ?? "";
    const recipe = justfile.recipes.get(justfile.aliases.get(word) ?? word);
    if (recipe === undefined) return undefined;
    const isVariadic = recipe.parameters.some(({ variadic }) => variadic !== "");
    const end = isVariadic ? words.length : index + 1 + recipe.parameters.length;
    chosen.push({ name: recipe.name, args: words.slice(index + 1, end) });
    index = end;
  }
  return chosen;
}

const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source) => {
  if (words[0] !== "just") return undefined;
  const call = readWords(words, cwd);
  if (call === undefined) return undefined;
  if (source === undefined) return plainCall(call, entries);
  const file = fileFor(call.folder, source);
  if (file === undefined) return undefined;
  const justfile = readJustfile(file, source.texts);
  const wanted = call.words.length > 0 ? call.words : justfile.first === undefined ? [] : [justfile.first];
  const chosen = chosenRecipes(wanted, justfile);
  if (chosen === undefined || chosen.length === 0) return undefined;
  const reader = new RecipeReader(file, justfile, call.overrides);
  const made: DeclaredEntry[] = [];
  const ids = chosen.map(({ name, args }) => {
    const recipe = justfile.recipes.get(name);
    const id = entryId("just", name, folderOf(file));
    const given = [...[...call.overrides].map(([key, value]) => `${key}=${value}`), ...args].join(" ");
    if (recipe === undefined || given === "") return id;
    made.push({ ...reader.entry(recipe, args), id: `${id}(${given})` });
    return `${id}(${given})`;
  });
  return { system: "just", entries: ids, passedOn: [], ...(made.length === 0 ? {} : { made }) };
};

/** Without the files nothing says how many words a recipe takes: each must name one. */
function plainCall({ folder, words, overrides }: JustWords, entries: readonly DeclaredEntry[]): Call | undefined {
  const here = entries.filter(({ system, id, name }) => system === "just" && id === entryId("just", name, folder));
  const first = here.find(({ runsOn }) => runsOn.includes("default"))?.name;
  const names = words.length > 0 ? words : first === undefined ? [] : [first];
  const found = names.map((name) => here.find((entry) => entry.name === name)?.id);
  if (overrides.size > 0 || found.length === 0) return undefined;
  const ids = found.filter((id): id is string => id !== undefined);
  return ids.length === found.length ? { system: "just", entries: ids, passedOn: [] } : undefined;
}

/** Reads justfiles; there is no parser of them in the registry that is kept up. */
export const justReader: DeclarationReader = {
  system: "just",
  wants: (path) => (isJustfile(path) || (path.endsWith(".just") && isOwnFile(path)) ? MAX_BYTES : undefined),
  read,
  callOf,
};
