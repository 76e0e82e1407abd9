import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { TreeFile } from "../../core/gates/index.ts";
import type { WorkTreeReader } from "./work-tree.ts";

/** Editors write a file in several steps; what follows within this time is one change. */
const SETTLE_MS = 150;
/** Where the system gives no more watches, the files are looked at this often. */
const POLL_MS = 2000;
/** Each folder takes a watch of the system, of which a user has some thousands (inotify(7), max_user_watches). */
const MOST_FOLDERS = 8192;

type Content = ReadonlyMap<string, string>;

function contentOf(files: readonly TreeFile[]): Content {
  return new Map(files.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
}

function changedBetween(before: Content, after: Content): readonly string[] {
  const changed = [...after].filter(([path, what]) => before.get(path) !== what).map(([path]) => path);
  return [...changed, ...[...before.keys()].filter((path) => !after.has(path))].sort();
}

/**
 * Tells which files of a repository change. Events of the file system only wake it; what changed is what git and the
 * contents say, so folders that git ignores, times and changes that were taken back are none.
 */
export class TreeWatcher {
  readonly #root: string;
  readonly #reader: WorkTreeReader;
  readonly #watches = new Map<string, FSWatcher>();
  #content: Content = new Map();
  #untracked: ReadonlySet<string> = new Set();
  #isPolling = false;
  /** True when something happened since the files were looked at. */
  #isStirred = false;
  #wake: () => void = () => undefined;

  /**
   * @param root absolute path of the repository's root
   * @param reader reads contents
   */
  constructor(root: string, reader: WorkTreeReader) {
    this.#root = root;
    this.#reader = reader;
  }

  /** How many files are watched. */
  get size(): number {
    return this.#content.size;
  }

  /**
   * Takes the files as they are now for unchanged.
   *
   * @returns why they cannot be watched, as a clause; undefined when they are
   */
  async start(): Promise<string | undefined> {
    const { blind } = await this.#look();
    return blind;
  }

  /**
   * @param file relative to the root
   * @returns true when nobody commits it
   */
  isUntracked(file: string): boolean {
    return this.#untracked.has(file);
  }

  /**
   * Looks without waiting.
   *
   * @returns files that changed since the last call, relative to the root, sorted
   */
  async changedNow(): Promise<readonly string[]> {
    if (!this.#isStirred && !this.#isPolling) return [];
    return (await this.#look()).changed;
  }

  async #look(): Promise<{ readonly changed: readonly string[]; readonly blind: string | undefined }> {
    this.#isStirred = false;
    const { files, blind, untracked } = await this.#reader.read(this.#root);
    // In the middle of a rebase git may have no answer; there will be another event.
    if (blind !== undefined) return { changed: [], blind };
    const after = contentOf(files);
    const changed = changedBetween(this.#content, after);
    this.#content = after;
    this.#untracked = untracked;
    this.#follow(files);
    return { changed, blind };
  }

  /**
   * Waits for a change.
   *
   * @param signal ends the wait
   * @returns files that changed since the last call, relative to the root, sorted; empty when the wait was ended
   */
  async next(signal: AbortSignal): Promise<readonly string[]> {
    while (!signal.aborted) {
      if (!this.#isStirred) await this.#untilStirred(signal);
      if (signal.aborted) break;
      await pause(SETTLE_MS, signal);
      const { changed } = await this.#look();
      if (changed.length > 0) return changed;
    }
    return [];
  }

  /** Ends all watches. */
  close(): void {
    for (const one of this.#watches.values()) one.close();
    this.#watches.clear();
  }

  async #untilStirred(signal: AbortSignal): Promise<void> {
    const stirred = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const waits = this.#isPolling ? [pause(POLL_MS, signal)] : [];
    const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    await Promise.race([stirred, ended, ...waits]);
  }

  #stir(): void {
    this.#isStirred = true;
    this.#wake();
  }

  /** Watches every folder with a file in it, and no other. */
  #follow(files: readonly TreeFile[]): void {
    const folders = new Set(["."]);
    for (const { path } of files) {
      for (let at = dirname(path); !path.startsWith("../") && !folders.has(at); at = dirname(at)) folders.add(at);
    }
    for (const [folder, one] of this.#watches) {
      if (folders.has(folder)) continue;
      one.close();
      this.#watches.delete(folder);
    }
    for (const folder of folders) if (!this.#watches.has(folder)) this.#watch(folder);
  }

  #watch(folder: string): void {
    if (this.#watches.size >= MOST_FOLDERS) {
      this.#isPolling = true;
      return;
    }
    try {
      const one = watch(join(this.#root, folder), { persistent: true }, () => this.#stir());
      one.on("error", () => this.#stir());
      this.#watches.set(folder, one);
    } catch {
      this.#isPolling = true;
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
