import { createHash } from "node:crypto";
import { z } from "zod";
import { parseToml } from "../documents/index.ts";

/** Counted up when entries of older keys must not be found any more. */
const KEY_VERSION = 1;

const packageSchema = z.looseObject({ source: z.record(z.string(), z.unknown()).optional() });
const lockSchema = z.looseObject({ package: z.array(packageSchema).optional() });

/** Sources of packages that are the checkout itself; their version changes with each release of it. */
const LOCAL_SOURCES = ["virtual", "editable", "directory", "path"];

function withoutOwnVersion(entry: z.infer<typeof packageSchema>): unknown {
  const isLocal = LOCAL_SOURCES.some((kind) => entry.source?.[kind] !== undefined);
  return isLocal ? { ...entry, version: undefined } : entry;
}

/** Facts of a file that an index tells at one time and not at another; its hash says all that counts. */
function isToldByIndex(key: string, value: unknown): boolean {
  return (key === "size" || key === "upload-time") && typeof value !== "object";
}

/**
 * What of a uv.lock decides which packages are fetched. A new version of the project itself does not change it.
 *
 * @param text uv.lock
 * @returns lower-case hex SHA-256; of the whole text when it cannot be read as a lock
 */
export function lockIdentity(text: string): string {
  let identity: string = text;
  try {
    const lock = lockSchema.parse(parseToml(text));
    const rest = { ...lock, package: (lock.package ?? []).map(withoutOwnVersion), revision: undefined };
    identity = JSON.stringify(rest, (key, value: unknown) => {
      if (isToldByIndex(key, value)) return undefined;
      return typeof value === "bigint" ? String(value) : value;
    });
  } catch {
    // uv will say what is wrong with the lock; a key is needed all the same.
  }
  return createHash("sha256").update(identity).digest("hex");
}

/** What decides whether a cached uv cache is of use. */
export interface CacheKeyParts {
  /** `linux`, `macos`, `windows`. */
  readonly os: string;
  readonly arch: string;
  /** `gnu`, `musl`, or null. */
  readonly libc: string | null;
  /** The runner's image (`ubuntu24`), or null: other images have other system libraries to build against. */
  readonly image: string | null;
  /** `3.13`: wheels are built for a minor version. */
  readonly python: string;
  /** Result of `bucketFingerprint`. */
  readonly buckets: string;
  /** Keeps jobs with different needs apart; empty for none. */
  readonly suffix: string;
  /** One per environment that is installed. */
  readonly environments: readonly {
    readonly cwd: string;
    readonly lock: string;
    readonly groups: readonly string[];
    readonly extras: readonly string[];
  }[];
}

/** Names for one entry: the exact one, and what older entries that help begin with. */
export interface CacheKey {
  readonly key: string;
  readonly prefixes: readonly string[];
}

/** Keys may hold no comma and 512 characters (dependency caching reference of GitHub's documentation). */
function safe(part: string): string {
  return part.replaceAll(/[^A-Za-z0-9._]+/g, "_").slice(0, 60);
}

/**
 * @param parts what the entry is for
 * @returns `turnpike-uv-1-linux-x86_64-gnu-ubuntu24-py3.13-w7s10-<suffix>-<hash>`, and the same without the hash as prefix
 */
export function cacheKey(parts: CacheKeyParts): CacheKey {
  const machine = [parts.os, parts.arch, parts.libc, parts.image].filter((part) => part !== null && part !== "");
  const fixed = [...machine.map((part) => safe(part ?? "")), `py${safe(parts.python)}`, safe(parts.buckets)];
  const suffix = parts.suffix === "" ? "all" : safe(parts.suffix);
  const prefix = `turnpike-uv-${KEY_VERSION}-${fixed.join("-")}-${suffix}-`;
  const environments = [...parts.environments]
    .map(({ cwd, lock, groups, extras }) => [cwd, lock, [...groups].sort(), [...extras].sort()])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  const hash = createHash("sha256").update(JSON.stringify(environments)).digest("hex").slice(0, 24);
  return { key: prefix + hash, prefixes: [prefix] };
}
