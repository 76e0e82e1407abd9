import { dirname, join, relative } from "node:path/posix";
import { upwards } from "./scene.ts";

/** A repository as it is seen from one of its folders. */
export class FolderView {
  /** Relative to the top. */
  readonly folder: string;
  readonly #files: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;

  /**
   * @param folder the folder, relative to the top
   * @param files all files, relative to the top
   */
  constructor(folder: string, files: readonly string[]) {
    this.folder = folder;
    this.#files = new Set(files);
    const folders = new Set(["."]);
    for (const file of files) {
      for (let at = dirname(file); !folders.has(at); at = dirname(at)) folders.add(at);
    }
    this.#folders = folders;
  }

  /** @returns a path of the top as a path of the folder: `../ci.yml`, `src`, `.` */
  path(path: string): string {
    const found = relative(`/${this.folder}`, `/${path}`);
    return found === "" ? "." : found;
  }

  /** @returns true for the folder and what lies in it */
  isWithin(path: string): boolean {
    return path === this.folder || path.startsWith(`${this.folder}/`);
  }

  /** @returns true for the folders that the folder lies in */
  isAbove(path: string): boolean {
    return path !== this.folder && upwards(this.folder).includes(path);
  }

  /** @returns true when there is a file of that path */
  hasFile(path: string): boolean {
    return this.#files.has(path);
  }

  /** @returns true when there is a file or folder of that path */
  has(path: string): boolean {
    return this.#files.has(path) || this.#folders.has(path);
  }

  /** @returns a text for people, with its `file:line` seen from the folder */
  text(text: string): string {
    return text.replaceAll(/([^\s`'",()]+):(\d+)/g, (whole, file: string, line: string) =>
      this.#files.has(file) ? `${this.path(file)}:${line}` : whole,
    );
  }
}

/** A word of a command that names a file or folder that is there. */
export interface ArgumentPlace {
  /** Which word. */
  readonly index: number;
  /** What stands before the path in the word: `--config=`, or nothing. */
  readonly before: string;
  /** Relative to the top. */
  readonly path: string;
  /** True when it is, or may be, the value of an option. */
  readonly isValue: boolean;
}

/**
 * @param words a command
 * @param cwd the folder that it runs in
 * @param view the repository
 * @returns words that name what is there; the program itself is none
 */
export function argumentPlaces(words: readonly string[], cwd: string, view: FolderView): readonly ArgumentPlace[] {
  return words.flatMap((word, index): ArgumentPlace[] => {
    const [, before = ""] = /^(--?[\w-]+=)/.exec(word) ?? [];
    const text = word.slice(before.length);
    if (index === 0 || text === "" || /^[-/]|[$*{}]/.test(text)) return [];
    const path = join(cwd, text).replace(/(?<=.)\/$/, "");
    const isValue = before !== "" || /^-[^=]*$/.test(words[index - 1] ?? "");
    return view.has(path) ? [{ index, before, path, isValue }] : [];
  });
}

/**
 * @param words a command
 * @param places its {@link argumentPlaces}
 * @param isDropped says which of them go
 * @param show how a path is written now
 * @returns the command with its paths written anew
 */
export function rewritePlaces(
  words: readonly string[],
  places: readonly ArgumentPlace[],
  isDropped: (place: ArgumentPlace) => boolean,
  show: (path: string) => string,
): readonly string[] {
  const byIndex = new Map(places.map((place) => [place.index, place]));
  return words.flatMap((word, index) => {
    const place = byIndex.get(index);
    if (place === undefined) return [word];
    return isDropped(place) ? [] : [`${place.before}${show(place.path)}`];
  });
}
