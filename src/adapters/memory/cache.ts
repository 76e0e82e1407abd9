import type { Cache, RestoreResult, SaveResult } from "../../ports/cache.ts";
import type { Files } from "../../ports/files.ts";

interface Entry {
  readonly key: string;
  /** Entries of other paths do not exist for a reader, as with GitHub's. */
  readonly version: string;
  /** Content by absolute path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A cache that lives as long as the process. */
export class MemoryCache implements Cache {
  /** `write`: everything works; `read`: saves are denied; `gone`: nobody answers; `none`: there is no service. */
  mode: "write" | "read" | "gone" | "none" = "write";
  readonly #files: Files;
  readonly #entries: Entry[] = [];

  /** @param files where paths are read from and restored to */
  constructor(files: Files) {
    this.#files = files;
  }

  isAvailable(): boolean {
    return this.mode !== "none";
  }

  async restore(paths: readonly string[], key: string, prefixes: readonly string[] = []): Promise<RestoreResult> {
    if (this.mode === "none") return { kind: "unavailable", reason: "there is no cache service here" };
    if (this.mode === "gone") return { kind: "unavailable", reason: "the cache service does not answer" };
    const entry = this.#find(paths.join("|"), key, prefixes);
    if (entry === undefined) return { kind: "miss" };
    for (const [path, bytes] of entry.files) await this.#files.write(path, bytes);
    return { kind: entry.key === key ? "hit" : "partial", key: entry.key };
  }

  async save(paths: readonly string[], key: string): Promise<SaveResult> {
    if (this.mode === "none") return { kind: "unavailable", reason: "there is no cache service here" };
    if (this.mode === "gone") return { kind: "unavailable", reason: "the cache service does not answer" };
    if (this.mode === "read") return { kind: "denied", reason: "cache-mode read does not permit writes" };
    const version = paths.join("|");
    if (this.#entries.some((entry) => entry.key === key && entry.version === version)) return { kind: "exists" };
    const files = new Map<string, Uint8Array>();
    for (const path of paths) await this.#collect(this.#files.absolute(path), files);
    if (files.size === 0) return { kind: "unavailable", reason: "none of the paths exists" };
    this.#entries.push({ key, version, files });
    return { kind: "saved", bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) };
  }

  #find(version: string, key: string, prefixes: readonly string[]): Entry | undefined {
    const newestFirst = this.#entries.filter((entry) => entry.version === version).reverse();
    const exact = newestFirst.find((entry) => entry.key === key);
    if (exact !== undefined) return exact;
    for (const prefix of prefixes) {
      const found = newestFirst.find((entry) => entry.key.startsWith(prefix));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #collect(path: string, into: Map<string, Uint8Array>): Promise<void> {
    const listed = await this.#files.list(path);
    const found = listed.filter((entry) => entry.kind === "file").map((entry) => `${path}/${entry.path}`);
    for (const file of listed.length === 0 ? [path] : found) {
      const bytes = await this.#files.readBytes(file);
      if (bytes !== undefined) into.set(file, bytes);
    }
  }
}
