import type { Call, DeclarationSource, DeclaredEntry } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { entryId } from "../own-files.ts";
import { splitWords } from "../words.ts";

/** Which packages a call means. */
interface Selection {
  readonly folder: string | undefined;
  /** Names or paths of packages; empty: the one of the folder. */
  readonly packages: readonly string[];
  readonly isEvery: boolean;
}

interface ManagerWords extends Selection {
  readonly rest: readonly string[];
}

const FOLDER = /^(?:--prefix|--cwd|-C|--dir)$/;
const PACKAGE = /^(?:-w|--workspace|--filter|-F)$/;
const EVERY = /^(?:-ws|--workspaces|-r|--recursive|-A|--all)$/;
/** Options of the managers that take the next word and choose no package. */
const VALUES =
  /^(?:--loglevel|--reporter|--concurrency|--workspace-concurrency|--script-shell|--userconfig|--jobs|-j)$/;

/** What options in two places choose together. */
function joined(first: Selection, second: Selection): Selection {
  return {
    folder: first.folder === undefined ? undefined : second.folder,
    packages: [...first.packages, ...second.packages],
    isEvery: first.isEvery || second.isEvery,
  };
}

/** Reads options before and behind the name of the script, which managers take in both places. */
function readOptions(words: readonly string[], cwd: string): ManagerWords {
  let folder: string | undefined = cwd;
  const packages: string[] = [];
  const rest: string[] = [];
  let isEvery = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--" || rest.length > 0 || !word.startsWith("-")) {
      rest.push(word);
      continue;
    }
    const [option = "", attached] = word.split("=", 2);
    const value = attached ?? words[index + 1] ?? "";
    const takes = FOLDER.test(option) || VALUES.test(option) || (PACKAGE.test(option) && !(option === "-w" && !value));
    if (takes && attached === undefined) index += 1;
    if (FOLDER.test(option) && folder !== undefined) folder = enterFolder(folder, value);
    if (PACKAGE.test(option)) packages.push(value);
    if (EVERY.test(option)) isEvery = true;
  }
  return { folder, packages, isEvery, rest };
}

/** The script that a manager's words name, with what is handed on to it; undefined when it is a command of its own. */
interface Named {
  readonly script: string;
  readonly passedOn: readonly string[];
  /** True when the word may be a command of the manager or a program, so that the script must exist. */
  readonly isShort: boolean;
}

const NPM_SHORT: Readonly<Record<string, string>> = {
  t: "test",
  tst: "test",
  test: "test",
  start: "start",
  stop: "stop",
  restart: "restart",
};
const RUN = /^(?:run|run-script|rum|urn)$/;

function nameOf(manager: string, rest: readonly string[]): Named | undefined {
  const [first = "", second, ...others] = rest;
  if (RUN.test(first)) return second === undefined ? undefined : { script: second, passedOn: others, isShort: false };
  const behind = rest.slice(1);
  if (manager === "npm") {
    const script = Object.hasOwn(NPM_SHORT, first) ? NPM_SHORT[first] : undefined;
    return script === undefined ? undefined : { script, passedOn: behind, isShort: false };
  }
  if (first === "" || (manager === "bun" && first === "test")) return undefined;
  const script = manager === "pnpm" && /^(?:t|tst)$/.test(first) ? "test" : first;
  return { script, passedOn: behind, isShort: true };
}

/** npm hands on what stands behind `--` only; the options before it are npm's own. */
function handedOn(manager: string, words: readonly string[]): readonly string[] {
  const dashes = words.indexOf("--");
  if (manager === "npm") return dashes === -1 ? words.filter((word) => !word.startsWith("-")) : words.slice(dashes + 1);
  return dashes === 0 ? words.slice(1) : words;
}

/** Finds entries of scripts by package and name. */
class Scripts {
  readonly #entries: readonly DeclaredEntry[];

  constructor(entries: readonly DeclaredEntry[]) {
    this.#entries = entries.filter(({ system }) => system === "scripts");
  }

  /** @returns the entry of the nearest package above the folder, as managers look for it */
  at(folder: string, name: string): DeclaredEntry | undefined {
    for (let here = folder; ; here = folderOf(here)) {
      const inside = this.#entries.filter((entry) => entry.id === entryId("scripts", entry.name, here));
      if (inside.length > 0) return inside.find((entry) => entry.name === name);
      if (here === ".") return undefined;
    }
  }

  namesAt(folder: string): readonly string[] {
    return this.#entries.filter((entry) => entry.id === entryId("scripts", entry.name, folder)).map(({ name }) => name);
  }

  select(selection: Selection, name: string): readonly DeclaredEntry[] {
    const { folder } = selection;
    if (folder === undefined) return [];
    const pattern = patternOf(name);
    if (pattern !== undefined && selection.packages.length === 0) {
      const names = new Set(selection.isEvery ? this.#entries.map((entry) => entry.name) : this.namesAt(folder));
      return [...names].filter((one) => pattern.test(one)).flatMap((one) => this.select(selection, one));
    }
    if (selection.packages.length > 0) return selection.packages.flatMap((one) => this.#ofPackage(one, folder, name));
    if (selection.isEvery) return this.#entries.filter((entry) => entry.name === name && entry.id.includes("@", 8));
    const entry = this.at(folder, name);
    return entry === undefined ? [] : [entry];
  }

  #ofPackage(wanted: string, folder: string, name: string): readonly DeclaredEntry[] {
    const bare = wanted.replace(/^\.{3}\^?|\^?\.{3}$/g, "").replace(/^\{(.*)\}$/, "$1");
    const path = enterFolder(folder, bare);
    const pattern = new RegExp(`^${bare.split("*").map(literal).join("[^/]*")}$`);
    return this.#entries.filter((entry) => {
      if (entry.name !== name) return false;
      const isAt = path !== undefined && entry.id === entryId("scripts", name, path);
      return isAt || (entry.tags ?? []).some((tag) => pattern.test(tag));
    });
  }
}

/** `pnpm run "/^test:/"` runs all scripts that the pattern fits (pnpm.io/cli/run). */
function patternOf(name: string): RegExp | undefined {
  const source = /^\/(.{1,200})\/$/.exec(name)?.[1];
  // Only what reads as names, joined: a pattern of others could be slow.
  if (source === undefined || !/^\^?(?:[\w:.|-]|\.\*|\(\?:|[()])*\$?$/.test(source)) return undefined;
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Which packages a call means, and the words from the script's name on. */
function selectionOf(manager: string, behind: readonly string[], cwd: string): ManagerWords {
  const before = readOptions(behind, cwd);
  const [first = "", second = ""] = before.rest;
  if (RUN.test(first)) {
    const between = readOptions(before.rest.slice(1), before.folder ?? cwd);
    return { ...joined(before, between), rest: [first, ...between.rest] };
  }
  if (manager === "yarn" && first === "workspace") return { ...before, packages: [second], rest: before.rest.slice(2) };
  if (manager === "yarn" && first === "workspaces") {
    const inner = readOptions(before.rest.slice(second === "foreach" ? 2 : 1), cwd);
    return { ...before, isEvery: true, rest: inner.rest };
  }
  return before;
}

/** Why a call leads to no script; undefined where it may be a program, or where nothing is known of the package. */
function withoutScript(words: readonly string[], named: Named, chosen: Selection, scripts: Scripts): Call | undefined {
  const nothing = { system: "scripts", entries: [], passedOn: [] } as const;
  const isKnown = chosen.folder !== undefined && scripts.namesAt(chosen.folder).length > 0;
  if (words.includes("--if-present")) return isKnown ? { ...nothing, reason: "" } : undefined;
  const isName = !named.isShort || named.script.includes(":");
  // Paths and what has changed are matched by the manager alone.
  const isNamed = chosen.packages.every((one) => /^!?[\w@*]/.test(one) && !/\.{3}|\[/.test(one));
  if (chosen.packages.length === 0 || !isName || !isNamed) return undefined;
  const which = chosen.packages.map((one) => `\`${one.slice(0, 60)}\``).join(", ");
  return { ...nothing, reason: `no package of the repository that ${which} names has a script \`${named.script}\`` };
}

function managerCall(words: readonly string[], cwd: string, scripts: Scripts): Call | undefined {
  const [manager = "", ...behind] = words;
  const { rest, ...selection } = selectionOf(manager, behind, cwd);
  const named = nameOf(manager, rest);
  if (named === undefined) return undefined;
  const dashes = named.passedOn.indexOf("--");
  const own =
    manager === "npm" ? readOptions(named.passedOn.slice(0, dashes === -1 ? undefined : dashes), cwd) : undefined;
  const chosen =
    own === undefined ? selection : joined(selection, own.folder === cwd ? { ...own, folder: selection.folder } : own);
  const entries = scripts.select(chosen, named.script);
  if (entries.length === 0) return withoutScript(words, named, chosen, scripts);
  const passed = own !== undefined && dashes === -1 ? own.rest : handedOn(manager, named.passedOn);
  return { system: "scripts", entries: entries.map(({ id }) => id), passedOn: passed };
}

/** `lint:*` stands for one more part of a name, `lint:**` for any (github.com/mysticatea/npm-run-all). */
function matching(pattern: string, names: readonly string[]): readonly string[] {
  if (!pattern.includes("*")) return names.includes(pattern) ? [pattern] : [];
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^:]*" : literal(part)))
    .join("");
  const regex = new RegExp(`^${source}$`);
  return names.filter((name) => regex.test(name));
}

const RUN_ALL_VALUES = /^(?:--max-parallel|--npm-path)$/;

/** `run-s a b`, `run-p "test:*"`, `npm-run-all a --parallel b c`. */
function runAll(words: readonly string[], cwd: string, scripts: Scripts): Call | undefined {
  const names = scripts.namesAt(cwd);
  const wanted = words
    .slice(1)
    .filter((word, index, all) => !word.startsWith("-") && !RUN_ALL_VALUES.test(all[index - 1] ?? ""));
  const found = wanted.map((word) => matching(word.split(" ")[0] ?? "", names));
  if (found.length === 0 || found.some((one) => one.length === 0)) return undefined;
  const ids = found.flat().map((name) => entryId("scripts", name, cwd));
  return { system: "scripts", entries: [...new Set(ids)], passedOn: [] };
}

const CONCURRENTLY_VALUES =
  /^(?:-n|--names|-c|--prefix-colors|-m|--max-processes|-s|--success|-p|--prefix|-l|--prefix-length|-t|--timestamp-format|--restart-tries|--restart-after|--kill-signal|--name-separator|--hide|--handle-input|--default-input-target|-P|--teardown)$/;

/** `concurrently "npm:lint" "npm:test:*" "npm run build"`; undefined when one of them is no script. */
function concurrently(words: readonly string[], cwd: string, scripts: Scripts): Call | undefined {
  const ids: string[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word.startsWith("-")) {
      if (CONCURRENTLY_VALUES.test(word)) index += 1;
      continue;
    }
    const short = /^(?:npm|pnpm|yarn|bun|node):(\S+)$/.exec(word)?.[1];
    const found =
      short === undefined
        ? managerOf(splitWords(word) ?? [], cwd, scripts)?.entries
        : matching(short, scripts.namesAt(cwd)).map((name) => entryId("scripts", name, cwd));
    if (found === undefined || found.length === 0) return undefined;
    ids.push(...found);
  }
  return ids.length === 0 ? undefined : { system: "scripts", entries: [...new Set(ids)], passedOn: [] };
}

function managerOf(words: readonly string[], cwd: string, scripts: Scripts): Call | undefined {
  return /^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "") ? managerCall(words, cwd, scripts) : undefined;
}

/** Node's own runner: `node --run test -- -v`. */
function nodeRun(words: readonly string[], cwd: string, scripts: Scripts): Call | undefined {
  const at = words.findIndex((word) => word === "--run" || word.startsWith("--run="));
  if (at === -1) return undefined;
  const name = words[at]?.startsWith("--run=") === true ? words[at].slice(6) : (words[at + 1] ?? "");
  const entry = scripts.at(cwd, name);
  const dashes = words.indexOf("--");
  if (entry === undefined) return undefined;
  return { system: "scripts", entries: [entry.id], passedOn: dashes === -1 ? [] : words.slice(dashes + 1) };
}

const KNOWN = new WeakMap<readonly DeclaredEntry[], Scripts>();

/** Every command of a repository is asked about, and the entries are the same each time. */
function scriptsAmong(entries: readonly DeclaredEntry[]): Scripts {
  const scripts = KNOWN.get(entries) ?? new Scripts(entries);
  KNOWN.set(entries, scripts);
  return scripts;
}

function isOfUnreadPackage(cwd: string, scripts: Scripts, source: DeclarationSource | undefined): boolean {
  if (source === undefined) return false;
  for (let here = cwd; here !== "."; here = folderOf(here)) {
    if (scripts.namesAt(here).length > 0) return false;
    if (isThere(`${here}/package.json`, source)) return true;
  }
  return false;
}

const FILES = new WeakMap<readonly string[], ReadonlySet<string>>();

function isThere(path: string, { files }: DeclarationSource): boolean {
  const known = FILES.get(files) ?? new Set(files);
  FILES.set(files, known);
  return known.has(path);
}

/** @returns the scripts that a command runs, whichever package manager or runner starts them */
export function scriptCall(
  words: readonly string[],
  cwd: string,
  entries: readonly DeclaredEntry[],
  source?: DeclarationSource,
): Call | undefined {
  const program = words[0] ?? "";
  const scripts = scriptsAmong(entries);
  // Managers take the nearest package.json; one that was not read, such as a fixture's, has scripts that nobody knows.
  if (isOfUnreadPackage(cwd, scripts, source)) return undefined;
  if (/^(?:npm-run-all2?|run-s|run-p)$/.test(program)) return runAll(words, cwd, scripts);
  if (/^(?:concurrently|conc)$/.test(program)) return concurrently(words, cwd, scripts);
  if (program === "node") return nodeRun(words, cwd, scripts);
  return managerOf(words, cwd, scripts);
}
