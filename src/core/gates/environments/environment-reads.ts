import { dirname, join, normalize } from "node:path/posix";
import type { InstallCommand } from "../plan.ts";

/** One thing that an install reads or says. Paths are relative to the repository's root. */
export type InstallFact =
  | { readonly kind: "file"; readonly path: string }
  /** The repository's own code is installed: left where it is, or as a copy of what it was. */
  | { readonly kind: "own"; readonly how: "editable" | "copied" }
  /** A package whose version is said exactly; its name in normal form (PEP 503). */
  | { readonly kind: "pin"; readonly name: string }
  /** Why what comes of the install must not be used twice, as a clause. */
  | { readonly kind: "never"; readonly reason: string };

/** Options that name a file of requirements. */
const FILE_OPTION = /^(?:-r|--requirements?|-c|--constraints?|--overrides?|--excludes|-b|--build-constraints?)$/;
const EDITABLE_OPTION = /^(?:-e|--editable)$/;
const LINKS_OPTION = /^(?:-f|--find-links)$/;
const OTHER_OPTION =
  /^(?:-i|--index-url|--extra-index-url|--only-binary|--no-binary|--group|--extra|--config-settings?|-C|--no-build-isolation-package|--index|--default-index|--index-strategy|--resolution|--prerelease|--reinstall-package|--refresh-package|-P|--upgrade-package|--exclude-newer|--allow-insecure-host|--keyring-provider)$/;
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$/i;

const never = (reason: string): InstallFact => ({ kind: "never", reason });

/**
 * @param name name of a package as somebody wrote it
 * @returns the name that all spellings share (PEP 503)
 */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

const PROJECT: InstallFact = { kind: "own", how: "editable" };

function fileAt(path: string, folder: string): InstallFact {
  if (path.includes("://")) return never(`it reads ${path}`);
  const place = path.startsWith("/") ? ".." : normalize(join(folder, path));
  return place.startsWith("..") ? never(`${path} is outside of the repository`) : { kind: "file", path: place };
}

function ownAt(path: string, cwd: string, how: "editable" | "copied"): readonly InstallFact[] {
  if (path.includes("://")) return [];
  const bare = path.replace(/\s*\[[^\]]*\]\s*$/, "");
  const place = fileAt(bare, cwd);
  if (place.kind === "never" || (ARCHIVE.test(bare) && how === "copied")) return [place];
  return [{ kind: "own", how }];
}

/** One requirement, as a word or a line says it. */
function ofRequirement(text: string, cwd: string): readonly InstallFact[] {
  if (text.includes("${")) return [never(`\`${text}\` depends on a variable`)];
  const bare = text.replace(/\s+--.*$/s, "").replace(/\s*;.*$/s, "");
  if (/^file:|@\s*(?:file:|[./])/.test(bare)) return [never(`\`${bare}\` is a file of this machine`)];
  if (bare.includes("://")) return [];
  if (bare.startsWith(".") || bare.includes("/") || ARCHIVE.test(bare)) return ownAt(bare, cwd, "copied");
  const pin = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*={2,3}\s*[^\s*,]+$/.exec(bare);
  return pin?.[1] === undefined ? [] : [{ kind: "pin", name: normalName(pin[1]) }];
}

/** Words as pairs of an option and its value; a plain word has no option. */
function pairs(words: readonly string[]): readonly (readonly [option: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const long = /^(--[^=]+)=(.*)$/s.exec(word);
    const short = /^(-[recbfiCP])(.+)$/s.exec(word);
    const [option, attached] = [long?.[1] ?? short?.[1] ?? word, long?.[2] ?? short?.[2]];
    const takes = [FILE_OPTION, EDITABLE_OPTION, LINKS_OPTION, OTHER_OPTION].some((one) => one.test(option));
    if (!word.startsWith("-")) found.push(["", word]);
    else if (attached !== undefined) found.push([option, attached]);
    else found.push([option, takes ? (words[at + 1] ?? "") : ""]);
    if (takes && attached === undefined) at += 1;
  }
  return found;
}

function ofOption(option: string, value: string, cwd: string, folder: string): readonly InstallFact[] {
  if (option === "") return ofRequirement(value, cwd);
  if (FILE_OPTION.test(option)) {
    // What a project asks for may lie in the tree too.
    return [fileAt(value, folder), ...(value.endsWith("pyproject.toml") ? [PROJECT] : [])];
  }
  if (EDITABLE_OPTION.test(option)) return ownAt(value, cwd, "editable");
  if (LINKS_OPTION.test(option)) return value.includes("://") ? [] : [never("it takes packages from a folder")];
  if (option === "--group")
    return [fileAt(value.includes(":") ? value.replace(/:[^:]*$/, "") : "pyproject.toml", folder), PROJECT];
  return [];
}

/** Files by which managers know what to install. */
const MANAGER_FILES: Readonly<Record<string, readonly string[]>> = {
  poetry: ["poetry.lock", "poetry.toml"],
  pdm: ["pdm.lock", "pdm.toml"],
  pipenv: ["Pipfile", "Pipfile.lock"],
};

function ofManager([started = "", command = "", ...args]: readonly string[], cwd: string): readonly InstallFact[] {
  const files = MANAGER_FILES[started.replace(/@.*$/, "")];
  if (files === undefined || !/^(?:install|sync)$/.test(command)) {
    return [never(`what \`${started} ${command}\` installs is not known`)];
  }
  const how = args.includes("--no-editable") ? "copied" : "editable";
  return [...files.map((name) => fileAt(name, cwd)), { kind: "own", how }];
}

/** Settings of uv that count for an install in a folder. */
function settingsAbove(cwd: string): readonly InstallFact[] {
  const folders = [cwd];
  for (let at = cwd; at !== "." && at !== "/"; at = dirname(at)) folders.push(dirname(at));
  return folders.flatMap((folder) => ["pyproject.toml", "uv.toml"].map((name) => fileAt(name, folder)));
}

/**
 * @param install one command of a recipe
 * @returns what it reads and says; files that may not be there among it
 */
export function factsOfInstall({ words, cwd }: InstallCommand): readonly InstallFact[] {
  const [program, first = "", second = "", ...rest] = words;
  const settings = settingsAbove(cwd);
  if (program === "uvx") return [...settings, ...ofManager(words.slice(1), cwd)];
  if (program !== "uv" || first !== "pip") return [never(`what \`${words.join(" ")}\` installs is not known`)];
  const isSync = second === "sync";
  const facts = pairs(rest).flatMap(([option, value]) =>
    isSync && option === "" ? [fileAt(value, cwd)] : ofOption(option, value, cwd, cwd),
  );
  return [...settings, ...facts];
}

/** Logical lines of a file of requirements: comments gone, continued lines joined. */
function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s+)#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** Names in a lock of poetry, pdm, pipenv, or of PEP 751. */
function lockedNames(text: string): readonly InstallFact[] {
  const found = text.matchAll(/^(?:name = "([^"]+)"|\s{8}"([^"]+)": \{)\s*$/gm);
  return [...found].map((match) => ({ kind: "pin", name: normalName(match[1] ?? match[2] ?? "") }));
}

/**
 * @param path a file that an install reads
 * @param text what is in it
 * @param cwd folder of the install, from which uv counts paths of packages
 * @returns what it makes the install read beside it
 */
export function factsOfFile(path: string, text: string, cwd: string): readonly InstallFact[] {
  if (/(?:^|\/)setup\.(?:py|cfg)$/.test(path)) return [{ kind: "own", how: "copied" }];
  if (/\.lock$|(?:^|\/)pylock\.[^/]*toml$/.test(path)) return lockedNames(text);
  if (/link-mode\s*=\s*["']symlink/.test(text)) return [never("its files are links into uv's cache")];
  if (path.endsWith(".toml") || path.endsWith("Pipfile") || ARCHIVE.test(path)) return [];
  return linesOf(text).flatMap((line) => {
    if (!line.startsWith("-")) return ofRequirement(line, cwd);
    return pairs(line.split(/\s+/)).flatMap(([option, value]) => ofOption(option, value, cwd, dirname(path)));
  });
}
