import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const entrySchema = z.object({
  schema: z.literal("turnpike/cache-entry/1"),
  id: z.string().regex(/^\d+$/),
  key: z.string(),
  version: z.string(),
  scope: z.string(),
  blob: z.string().regex(/^[0-9a-f]{32}\.blob$/),
  size: z.number().int().nonnegative(),
  createdAt: z.iso.datetime(),
});

/** A stored entry. */
export type CacheEntry = z.infer<typeof entrySchema>;

/** What identifies an entry. */
export interface CacheIdentity {
  readonly key: string;
  /** Hash of paths and compression; entries of another version do not exist for a client. */
  readonly version: string;
  /** The ref that the entry belongs to. */
  readonly scope: string;
}

/** What is looked for. */
export interface CacheQuery {
  /** The primary key, then the restore keys. */
  readonly keys: readonly string[];
  readonly version: string;
  /** Refs to look in, in order. */
  readonly scopes: readonly string[];
}

/** Another run may still be writing what is younger. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

function nameOf(identity: CacheIdentity): string {
  const text = JSON.stringify([identity.scope, identity.version, identity.key]);
  return `${createHash("sha256").update(text).digest("hex")}.json`;
}

/**
 * Cache entries in a folder. Several runs may share the folder: an entry appears by a hard link that only one can make,
 * and is never changed afterwards.
 */
export class CacheStore {
  readonly #folder: string;
  readonly #capBytes: number;

  /**
   * @param folder absolute
   * @param capBytes what all blobs together may take; the least recently used entries go first
   */
  constructor(folder: string, capBytes: number) {
    this.#folder = folder;
    this.#capBytes = capBytes;
  }

  /** Absolute folder for uploads; on the same file system, so that taking one over is a rename. */
  get uploadFolder(): string {
    return join(this.#folder, "uploads");
  }

  /** Most bytes that one entry may have. */
  get limitBytes(): number {
    return this.#capBytes;
  }

  /** Removes uploads and archives that a run left behind when it was killed, once they are a day old. */
  async tidy(): Promise<void> {
    const named = new Set((await this.#all()).map((entry) => entry.blob));
    const left = await readdir(this.#folder).catch(() => [] as string[]);
    const uploads = await readdir(this.uploadFolder).catch(() => [] as string[]);
    const candidates = [
      ...left.filter((name) => /\.(blob|tmp)$/.test(name) && !named.has(name)).map((name) => join(this.#folder, name)),
      ...uploads.map((name) => join(this.uploadFolder, name)),
    ];
    for (const path of candidates) {
      const info = await stat(path).catch(() => undefined);
      if (info !== undefined && Date.now() - info.mtimeMs > ABANDONED_MS)
        await rm(path, { recursive: true, force: true });
    }
  }

  /** @returns true when there is an entry of exactly this identity */
  async has(identity: CacheIdentity): Promise<boolean> {
    return (await this.#read(nameOf(identity))) !== undefined;
  }

  /**
   * Takes a finished file over as an entry.
   *
   * @param file absolute path; it is moved
   * @returns the entry, or undefined when another run was first
   */
  async add(identity: CacheIdentity, file: string, size: number): Promise<CacheEntry | undefined> {
    await mkdir(this.#folder, { recursive: true });
    const blob = `${randomBytes(16).toString("hex")}.blob`;
    const entry: CacheEntry = {
      schema: "turnpike/cache-entry/1",
      id: BigInt(`0x${randomBytes(6).toString("hex")}`).toString(),
      ...identity,
      blob,
      size,
      createdAt: new Date().toISOString(),
    };
    const temporary = join(this.#folder, `${randomBytes(16).toString("hex")}.tmp`);
    await rename(file, join(this.#folder, blob));
    try {
      await writeFile(temporary, JSON.stringify(entry), { flag: "wx" });
      if (await this.#claim(temporary, nameOf(identity))) {
        await this.#evict(entry);
        return entry;
      }
    } finally {
      await rm(temporary, { force: true });
    }
    await rm(join(this.#folder, blob), { force: true });
    return undefined;
  }

  /**
   * Finds what GitHub would restore: per scope the exact key, then for each key in order the newest entry that starts with it
   * (https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching).
   */
  async find(query: CacheQuery): Promise<CacheEntry | undefined> {
    const entries = (await this.#all()).filter((entry) => entry.version === query.version);
    entries.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    for (const scope of query.scopes) {
      const ofScope = entries.filter((entry) => entry.scope === scope);
      for (const key of query.keys) {
        const found = ofScope.find((entry) => entry.key === key) ?? ofScope.find((entry) => entry.key.startsWith(key));
        if (found !== undefined) return await this.#used(found);
      }
    }
    return undefined;
  }

  /** @returns absolute path of an entry's archive */
  fileOf(entry: CacheEntry): string {
    return join(this.#folder, entry.blob);
  }

  /** @returns true when the name is ours now; a torn entry under it makes way */
  async #claim(temporary: string, name: string): Promise<boolean> {
    for (const isLast of [false, true]) {
      try {
        await link(temporary, join(this.#folder, name));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if (isLast || (await this.#read(name)) !== undefined) return false;
        await rm(join(this.#folder, name), { force: true });
      }
    }
    return false;
  }

  async #used(entry: CacheEntry): Promise<CacheEntry> {
    const now = new Date();
    // Only the order of eviction depends on it; a read-only folder still serves.
    await utimes(this.fileOf(entry), now, now).catch(() => undefined);
    return entry;
  }

  async #read(name: string): Promise<CacheEntry | undefined> {
    try {
      const entry = entrySchema.parse(JSON.parse(await readFile(join(this.#folder, name), "utf8")));
      const info = await stat(this.fileOf(entry));
      return info.size === entry.size ? entry : undefined;
    } catch {
      // A missing, torn or foreign file is no entry.
      return undefined;
    }
  }

  async #all(): Promise<CacheEntry[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    const entries = await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => this.#read(name)));
    return entries.filter((entry) => entry !== undefined);
  }

  async #evict(keep: CacheEntry): Promise<void> {
    const entries = await this.#all();
    let total = entries.reduce((sum, entry) => sum + entry.size, 0);
    const used = await Promise.all(
      entries
        .filter((entry) => entry.id !== keep.id)
        .map(async (entry) => ({
          entry,
          at: (await stat(this.fileOf(entry)).catch(() => undefined))?.mtimeMs ?? 0,
        })),
    );
    for (const { entry } of used.sort((a, b) => a.at - b.at)) {
      if (total <= this.#capBytes) return;
      await rm(join(this.#folder, nameOf(entry)), { force: true });
      await rm(this.fileOf(entry), { force: true });
      total -= entry.size;
    }
  }
}
