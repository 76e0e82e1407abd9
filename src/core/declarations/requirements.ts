import type { DeclarationSource, Place, Unread } from "./declaration.ts";
import { enterFolder, folderOf } from "./folders.ts";
import { isOwnFile, nameOf } from "./own-files.ts";

/** One requirement of a requirements file. */
export interface Requirement {
  /** As pip would read it, without options of its own. */
  readonly text: string;
  /** Name of the project; null for a path or URL. */
  readonly name: string | null;
  readonly place: Place;
  /** True when only one version can be meant: `==1.2`, a path of the repository, a URL of a commit or with a hash. */
  readonly isPinned: boolean;
  readonly hasHash: boolean;
}

/** What a requirements file and those that it includes say. */
export interface RequirementsFile {
  readonly requirements: readonly Requirement[];
  /** Of files included by `-c`. */
  readonly constraints: readonly Requirement[];
  /** Every file that was read, in order. */
  readonly files: readonly string[];
  /** Options for all of them: `--index-url`, `--no-binary`. */
  readonly options: readonly string[];
  /** Files that are not there, and includes that go round in a circle. */
  readonly unread: readonly Unread[];
  /** True when every requirement is pinned, by itself or by a constraint. */
  readonly isLocked: boolean;
}

const MAX_BYTES = 512 * 1024;
const MAX_FILES = 60;
const MAX_LINES = 20_000;

const NAME = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s;

/** @returns the most bytes that are read of a file that pip may be given with `-r` or `-c` */
export function requirementsWants(path: string): number | undefined {
  const isNamed = /(?:requirements|constraints|reqs?|deps)[^/]*\.(?:txt|in)$/i.test(path);
  const isIn = /(?:^|\/)(?:requirements|reqs?|constraints)\/[^/]+\.(?:txt|in)$/i.test(path);
  if (!isNamed && !isIn) return undefined;
  return isOwnFile(path) || nameOf(path) === path ? MAX_BYTES : undefined;
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

/** Lines that pip sees: continued ones joined, comments taken off. */
function logicalLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).slice(0, MAX_LINES).entries()) {
    const line = raw.replace(/(^|\s)#.*$/, "").trimEnd();
    const current: { text: string; line: number } = open ?? { text: "", line: index + 1 };
    current.text += line.endsWith("\\") ? `${line.slice(0, -1)} ` : line;
    open = line.endsWith("\\") ? current : undefined;
    if (open === undefined && current.text.trim() !== "") found.push({ ...current, text: current.text.trim() });
  }
  return found;
}

function toRequirement(text: string, place: Place): Requirement {
  const hasHash = /\s--hash[= ]/.test(text);
  const bare = text.replace(/\s+--(?:hash|config-settings|global-option)\b.*$/s, "").trim();
  const editable = /^(?:-e|--editable)[\s=]+(.+)$/.exec(bare)?.[1];
  const [, name, rest = ""] = NAME.exec(editable ?? bare) ?? [];
  const target = editable ?? (rest.startsWith("@") ? rest.slice(1).trim() : bare);
  if (isAddress(target))
    return {
      text: bare,
      name: name !== undefined && rest.startsWith("@") ? normal(name) : null,
      place,
      isPinned: isFixedAddress(target) || hasHash,
      hasHash,
    };
  const spec = (rest.split(";")[0] ?? "").trim().replace(/^\((.*)\)$/, "$1");
  const isPinned = /^={2,3}\s*[^*,\s]+$/.test(spec);
  return { text: bare, name: name === undefined ? null : normal(name), place, isPinned: isPinned || hasHash, hasHash };
}

function isAddress(target: string): boolean {
  return (
    /^(?:[a-z+]+:\/\/|\.{0,2}\/|\.(?:\[|$)|file:)/i.test(target) || /\.(?:whl|zip|tar\.gz)(?:$|[#;\s])/.test(target)
  );
}

function isFixedAddress(target: string): boolean {
  return (
    !/^[a-z+]+:\/\//i.test(target) || /@[0-9a-f]{7,40}(?:[#;\s]|$)/.test(target) || /#.*(?:sha256|md5)=/.test(target)
  );
}

/** Reads one file and what it includes; one instance reads one tree of files. */
class Includes {
  readonly requirements: Requirement[] = [];
  readonly constraints: Requirement[] = [];
  readonly files: string[] = [];
  readonly options: string[] = [];
  readonly unread: Unread[] = [];
  readonly #source: DeclarationSource;

  constructor(source: DeclarationSource) {
    this.#source = source;
  }

  read(file: string, asConstraint: boolean, trail: readonly string[]): void {
    const text = this.#source.texts.get(file);
    if (text === undefined || this.files.length >= MAX_FILES) return;
    if (!this.files.includes(file)) this.files.push(file);
    for (const { text: line, line: number } of logicalLines(text)) {
      this.#line(line, { file, line: number }, asConstraint, [...trail, file]);
    }
  }

  #line(line: string, place: Place, asConstraint: boolean, trail: readonly string[]): void {
    const include = /^(-r|--requirement|-c|--constraint)(?:\s+|=|(?=[^-\s]))(.+)$/.exec(line);
    if (include?.[2] !== undefined) {
      this.#include(
        include[2].trim(),
        place,
        asConstraint || /c/.test(include[1]?.replace("--requirement", "") ?? ""),
        trail,
      );
    } else if (line.startsWith("-") && !/^(?:-e|--editable)\b/.test(line)) this.options.push(line);
    else (asConstraint ? this.constraints : this.requirements).push(toRequirement(line, place));
  }

  #include(target: string, place: Place, asConstraint: boolean, trail: readonly string[]): void {
    const path = enterFolder(folderOf(place.file), target);
    if (path !== undefined && trail.includes(path)) {
      this.unread.push({ ...place, message: `includes ${path}, which includes it again` });
    } else if (path === undefined || this.#source.texts.get(path) === undefined) {
      const why = path !== undefined && this.#source.files.includes(path) ? "was not read" : "is not in the repository";
      this.unread.push({ ...place, message: `includes ${target}, which ${why}` });
    } else this.read(path, asConstraint, trail);
  }
}

/**
 * Reads what `pip install -r FILE` would read.
 *
 * @param source the repository
 * @param file relative to the root
 * @returns undefined when there is no such file, or it was not read
 */
export function readRequirements(source: DeclarationSource, file: string): RequirementsFile | undefined {
  if (!source.texts.has(file)) return undefined;
  const includes = new Includes(source);
  includes.read(file, false, []);
  const { requirements, constraints, files, options, unread } = includes;
  const fixed = new Set(constraints.filter(({ isPinned }) => isPinned).map(({ name }) => name));
  const isLocked =
    unread.length === 0 && requirements.every(({ isPinned, name }) => isPinned || (name !== null && fixed.has(name)));
  return { requirements, constraints, files, options, unread, isLocked: isLocked && requirements.length > 0 };
}
