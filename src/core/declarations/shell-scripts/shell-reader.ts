import type { DeclarationReader, DeclarationSource, DeclaredEntry, Reading, Unread } from "../declaration.ts";
import { toEntry } from "../drafts.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { readScript, UnknownParts } from "../unknown-parts.ts";

/** Folders that repositories keep their own scripts in; what has no ending may be a program in the others. */
const SCRIPT_FOLDER = /^(?:\.?ci|\.github(?:\/workflows)?\/scripts|dev|hack|scripts?)\/(?:[^/]+\/)?[^/.]+$/;
const SHELL_FILE =
  /^(?:(?:\.?ci|\.github(?:\/[^/]+)?|bin|build|dev|hack|scripts?|tools?|tasks?|tests?|utils?|etc|e2e|integration)\/(?:[^/]+\/)?)?[^/]+\.(?:ba)?sh$/;
const MAX_BYTES = 64 * 1024;
const MAX_ENTRIES = 500;
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?(?:ba|da|z|k)?sh\b/;
/** Stops at the first command that fails. */
const STRICT = /^#!.*\s-\w*e|^\s*set\s+(?:-\w+\s+)*-\w*e|^\s*set\s+.*-o\s+errexit/m;
const SHELL = /^(?:ba|da|z|k)?sh$/;

function wants(path: string): number | undefined {
  return SHELL_FILE.test(path) || SCRIPT_FOLDER.test(path) ? MAX_BYTES : undefined;
}

function isScript(path: string, text: string | undefined): boolean {
  if (text === undefined || wants(path) === undefined) return false;
  return SHEBANG.test(text) || (/\.(?:ba)?sh$/.test(path) && !text.startsWith("#!"));
}

/** Files and folders of a repository. */
class Tree {
  readonly #paths = new Set<string>(["."]);

  constructor(files: readonly string[]) {
    for (const file of files) {
      for (let path = file; path !== "." && !this.#paths.has(path); path = folderOf(path)) this.#paths.add(path);
    }
  }

  readonly exists = (folder: string, path: string): boolean => {
    const target = enterFolder(folder, path);
    return target !== undefined && this.#paths.has(target);
  };
}

/** Arguments as the script sees them: `$1`, `$#`, `$@`. */
function positional(args: readonly string[]): Record<string, string> {
  const numbers = Array.from({ length: 9 }, (_, index) => [String(index + 1), args[index] ?? ""]);
  const all = args.join(" ");
  return { ...Object.fromEntries(numbers), "#": String(args.length), "@": all, "*": all };
}

/** On GitHub both are set, and a script that asks for them means to behave as it does there. */
const ON_GITHUB = { CI: "true", GITHUB_ACTIONS: "true" };

interface Run {
  readonly cwd: string;
  readonly args: readonly string[];
}

function entryOf(path: string, text: string, run: Run, tree: Tree, unread?: Unread[]): DeclaredEntry {
  const { commands, faults } = readScript(text, {
    cwd: run.cwd,
    constants: { ...ON_GITHUB, ...positional(run.args) },
    exists: tree.exists,
    ownFolder: folderOf(path),
    place: { file: path, line: 1 },
    mayFail: false,
    doubts: [],
    unknown: new UnknownParts(),
  });
  for (const { line, message } of faults) unread?.push({ file: path, line, message });
  const isStrict = STRICT.test(text);
  const counted = commands.map((command, index) =>
    // Without `set -e` only the last command decides.
    isStrict || index === commands.length - 1 ? command : { ...command, mayFail: true },
  );
  return toEntry({ system: "shell", name: path, folder: ".", place: { file: path, line: 1 }, commands: counted });
}

function read(source: DeclarationSource): Reading {
  const paths = source.files.filter((path) => isScript(path, source.texts.get(path))).slice(0, MAX_ENTRIES);
  if (paths.length === 0) return { entries: [], unread: [] };
  const unread: Unread[] = [];
  const tree = new Tree(source.files);
  const run = { cwd: ".", args: [] };
  const entries = paths.map((path) => entryOf(path, source.texts.get(path) ?? "", run, tree, unread));
  return { entries, unread };
}

/** `bash -eu scripts/test.sh -k fast`, `./scripts/test.sh`, `source scripts/env.sh`. */
function scriptOf(words: readonly string[]): { readonly path: string; readonly args: readonly string[] } | undefined {
  const [first = ""] = words;
  const program = first.slice(first.lastIndexOf("/") + 1);
  if (SHELL.test(program)) {
    let index = 1;
    for (; index < words.length && /^[-+]./.test(words[index] ?? ""); index += 1) {
      if (/^-[a-zA-Z]*c$/.test(words[index] ?? "")) return undefined;
      if (/^[-+][a-zA-Z]*o$/.test(words[index] ?? "")) index += 1;
    }
    const path = words[index];
    return path === undefined ? undefined : { path, args: words.slice(index + 1) };
  }
  return first.includes("/") ? { path: first, args: words.slice(1) } : undefined;
}

const callOf: DeclarationReader["callOf"] = (words, cwd, entries, source) => {
  const called = scriptOf(words);
  const path = called === undefined ? undefined : enterFolder(cwd, called.path);
  const entry = entries.find(({ system, name }) => system === "shell" && name === path);
  if (called === undefined || entry === undefined) return undefined;
  const isPlain = called.args.length === 0 && cwd === ".";
  const text = source?.texts.get(entry.name);
  if (isPlain || source === undefined || text === undefined) {
    return isPlain ? { system: "shell", entries: [entry.id], passedOn: [] } : undefined;
  }
  if (called.args.some((arg) => /\s/.test(arg) || arg === "")) return undefined;
  const run = { cwd, args: called.args };
  const id = `${entry.id}(${[...called.args, ...(cwd === "." ? [] : [`in ${cwd}`])].join(" ")})`;
  const made = [{ ...entryOf(entry.name, text, run, new Tree(source.files)), id }];
  return { system: "shell", entries: [id], passedOn: [], made };
};

/** Reads the shell scripts that a repository keeps for itself, such as `scripts/test`. */
export const shellReader: DeclarationReader = { system: "shell", wants, read, callOf };
