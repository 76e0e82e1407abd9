import type { FileSelection } from "../declaration.ts";
import { pythonPattern } from "../python-pattern.ts";
import { interpreterTags, isKnownTag, isModeTag, tagsOf } from "./identify.ts";

/** What names do not tell of files. */
export interface FileFacts {
  readonly symlinks: ReadonlySet<string>;
  /** First lines of executable files whose name has no extension. */
  readonly firstLines: ReadonlyMap<string, string>;
}

/** The files of a selection. */
export interface SelectedFiles {
  readonly files: readonly string[];
  /** What keeps the list from being certain, each a clause. */
  readonly doubts: readonly string[];
}

class Selector {
  readonly doubts = new Set<string>();
  readonly #selection: FileSelection;
  readonly #files: readonly RegExp[];
  readonly #exclude: readonly RegExp[];
  /** True when `text` decides, which only the content tells for files of unknown kind. */
  readonly #asksContent: boolean;
  readonly #facts: FileFacts | undefined;

  constructor(selection: FileSelection, facts: FileFacts | undefined) {
    this.#selection = selection;
    this.#facts = facts;
    this.#files = this.#patterns(selection.files);
    this.#exclude = this.#patterns(selection.exclude);
    const tags = [...selection.types, ...selection.typesOr, ...selection.excludeTypes];
    this.#asksContent = tags.includes("text") || tags.includes("binary");
    for (const tag of tags) {
      if (isModeTag(tag)) this.doubts.add(`\`${tag}\` is no matter of names`);
      else if (!isKnownTag(tag)) this.doubts.add(`which files are \`${tag}\` is not known here`);
    }
  }

  #patterns(patterns: readonly string[]): readonly RegExp[] {
    const read = patterns.map((pattern) => pythonPattern(pattern));
    if (read.includes(undefined)) this.doubts.add("one of its patterns cannot be read");
    return read.filter((pattern) => pattern !== undefined);
  }

  takes(path: string): boolean {
    if (!this.#files.every((pattern) => pattern.test(path))) return false;
    if (this.#exclude.some((pattern) => pattern.test(path))) return false;
    if (this.#facts?.symlinks.has(path) === true) return this.#matches(new Set(["symlink"]));
    const { tags, knowsContent } = tagsOf(path);
    const isTaken = this.#matches(new Set([...tags, ...this.#interpreter(path)]));
    if (isTaken && this.#asksContent && !knowsContent) {
      this.doubts.add("only the content of some files tells whether they are text");
    }
    if (!isTaken && !knowsContent && this.#facts === undefined && this.#asksLanguage() && !isExtended(path)) {
      this.doubts.add("only the first line of some files tells their language");
    }
    return isTaken;
  }

  #interpreter(path: string): readonly string[] {
    const line = isExtended(path) ? undefined : this.#facts?.firstLines.get(path);
    return line === undefined ? [] : interpreterTags(line);
  }

  #asksLanguage(): boolean {
    const { types, typesOr } = this.#selection;
    return [...types, ...typesOr].some((tag) => interpreterTags(`#!${tag}`).length > 0 || tag === "shell");
  }

  #matches(tags: ReadonlySet<string>): boolean {
    const { types, typesOr, excludeTypes } = this.#selection;
    return (
      types.every((tag) => tags.has(tag) || (isModeTag(tag) && tag !== "symlink")) &&
      (typesOr.length === 0 || typesOr.some((tag) => tags.has(tag))) &&
      !excludeTypes.some((tag) => tags.has(tag))
    );
  }
}

function isExtended(path: string): boolean {
  return /[^./]\.[^./]+$/.test(path);
}

/**
 * The files that pre-commit would hand to a hook with `--all-files`.
 *
 * @param files every file that git knows, relative to the root
 * @param selection of the hook
 * @param facts what names do not tell; without it, links count as files, and scripts without an extension as no language
 */
export function selectFiles(files: readonly string[], selection: FileSelection, facts?: FileFacts): SelectedFiles {
  const selector = new Selector(selection, facts);
  const selected = files.filter((path) => selector.takes(path));
  return { files: selected, doubts: [...selector.doubts] };
}
