import type { DeclarationReader, DeclarationSource, DeclaredEntry, Unread } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";
import { Noxfile } from "./sessions.ts";

const MAX_BYTES = 512 * 1024;

function noxWants(path: string): number | undefined {
  const name = nameOf(path);
  return (name === "noxfile.py" || name === "pyproject.toml") && isOwnFile(path) ? MAX_BYTES : undefined;
}

function noxfiles(source: DeclarationSource): readonly Noxfile[] {
  return [...source.texts].flatMap(([file, text]) => {
    if (nameOf(file) !== "noxfile.py" || noxWants(file) === undefined || text.length > MAX_BYTES) return [];
    if (!/^\s*(?:import|from)\s+nox/m.test(text)) return [];
    return [new Noxfile(file, text, (path) => source.texts.get(enterFolder(folderOf(file), path) ?? ""))];
  });
}

/** Options that take one value (`nox --help`). */
const WITH_VALUE =
  /^(?:-f|--noxfile|--envdir|--extra-pythons?|--extra-python|-P|--force-pythons?|--force-python|-db|--default-venv-backend|-fb|--force-venv-backend|--report|-x--|--script-mode|--script-venv-backend|--download-python|-j|--parallel)$/;
/** Options after which every word up to the next option counts. */
const WITH_VALUES: Readonly<Record<string, "sessions" | "tags" | "pythons" | "keywords">> = {
  "-s": "sessions",
  "-e": "sessions",
  "--session": "sessions",
  "--sessions": "sessions",
  "-t": "tags",
  "--tag": "tags",
  "--tags": "tags",
  "-p": "pythons",
  "--python": "pythons",
  "--pythons": "pythons",
  "-k": "keywords",
  "--keywords": "keywords",
};

interface Asked {
  readonly sessions: string[];
  readonly tags: string[];
  readonly pythons: string[];
  readonly keywords: string[];
  runs: boolean;
}

/** Options with which no session runs. */
const RUNS_NOTHING = /^(?:-l|--list|--list-sessions|--help|-h|--version|--install-only)$/;

function readLine(words: readonly string[]): Asked {
  const asked: Asked = { sessions: [], tags: [], pythons: [], keywords: [], runs: true };
  let into: string[] | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const { name, joined } = optionOf(words[at] ?? "");
    const list = Object.hasOwn(WITH_VALUES, name) ? WITH_VALUES[name] : undefined;
    if (list !== undefined) {
      into = asked[list];
      into.push(...joined);
    } else if (RUNS_NOTHING.test(name)) asked.runs = false;
    else if (WITH_VALUE.test(name)) at += joined.length === 0 ? 1 : 0;
    else if (name.startsWith("-")) into = undefined;
    else into?.push(name);
  }
  return asked;
}

/** `--session=lint` is an option with what is joined to it; any other word stands for itself. */
function optionOf(word: string): { readonly name: string; readonly joined: readonly string[] } {
  const at = word.startsWith("--") ? word.indexOf("=") : -1;
  return at === -1 ? { name: word, joined: [] } : { name: word.slice(0, at), joined: [word.slice(at + 1)] };
}

/** `tests` names all of its Pythons, `tests-3.13` all of its parameters. */
function isNamed({ name, python }: DeclaredEntry, wanted: string): boolean {
  const bare = name.replace(/\(.*\)$/s, "");
  const base = python !== null && bare.endsWith(`-${python}`) ? bare.slice(0, -python.length - 1) : bare;
  return [name, bare, base, `${base}-${python}`].includes(wanted);
}

function chosen(own: readonly DeclaredEntry[], asked: Asked): readonly DeclaredEntry[] {
  const { sessions, tags, pythons, keywords } = asked;
  const isFree = sessions.length === 0 && tags.length === 0 && pythons.length === 0 && keywords.length === 0;
  const named =
    sessions.length === 0 ? own : sessions.flatMap((wanted) => own.filter((entry) => isNamed(entry, wanted)));
  return named.filter(
    (entry) =>
      (sessions.length > 0 || tags.length > 0 || keywords.length > 0 || entry.runsOn.includes("default")) &&
      (isFree || tags.length === 0 || tags.some((tag) => entry.tags?.includes(tag) === true)) &&
      (pythons.length === 0 || (entry.python !== null && pythons.includes(entry.python))) &&
      keywords.every((word) => entry.name.includes(word)),
  );
}

const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source) => {
  if (words[0] !== "nox") return undefined;
  const end = words.indexOf("--");
  const line = words.slice(1, end === -1 ? undefined : end);
  const file = line[line.findIndex((word) => word === "-f" || word === "--noxfile") + 1];
  const folder = line.some((word) => word === "-f" || word === "--noxfile")
    ? enterFolder(cwd, folderOf(file ?? ""))
    : cwd;
  const own = entries.filter(({ system, place }) => system === "nox" && folderOf(place.file) === folder);
  if (own.length === 0) return undefined;
  const asked = readLine(line);
  const passedOn = end === -1 ? [] : words.slice(end + 1);
  if (!asked.runs) return { system: "nox", entries: [], passedOn: [], reason: "" };
  const picked = chosen(own, asked);
  const noxfile =
    passedOn.length === 0 || source === undefined
      ? undefined
      : noxfiles(source).find((one) => folderOf(one.file) === folder);
  const ids = picked.map(({ id }) => id);
  if (noxfile === undefined) return { system: "nox", entries: ids, passedOn };
  const names = new Set(picked.map(({ name }) => name));
  const made = noxfile.entries(passedOn).filter(({ name }) => names.has(name));
  return { system: "nox", entries: made.map(({ id }) => id), passedOn, made };
};

/** Reads noxfiles as text with a grammar of Python (nox.thea.codes, "Configuration & API"). */
export const noxReader: DeclarationReader = {
  system: "nox",
  wants: noxWants,
  read: (source) => {
    const files = noxfiles(source);
    const unread = files.flatMap(({ file, faultLine }): Unread[] =>
      faultLine === undefined
        ? []
        : [{ file, line: faultLine, message: "is no Python here, so what stands there is left out" }],
    );
    const entries = new Map(files.flatMap((one) => one.entries()).map((entry) => [entry.id, entry]));
    return { entries: [...entries.values()], unread };
  },
  callOf,
};
