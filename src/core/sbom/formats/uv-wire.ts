import { toHash } from "../hashes.ts";
import type { Artifact, ConflictItem, Source } from "../lock.ts";
import { type LockText, lockError, shown } from "../lock-error.ts";
import { fileNameOf, withoutCredentials } from "../urls.ts";
import { normalName, splitDigest } from "./python-names.ts";
import { arrayTableLines, parseTomlLock } from "./toml.ts";
import { type UvArtifact, type UvLock, type UvSource, uvLockSchema } from "./uv-schema.ts";

/** The one schema version that exists; another one may mean anything (uv docs/concepts/resolution.md, "Lockfile versioning"). */
export const SCHEMA_VERSION = 1;

function checkVersion(lock: LockText, table: Readonly<Record<string, unknown>>): void {
  const version = table["version"];
  if (version === SCHEMA_VERSION) return;
  const line = lock.text.split("\n").findIndex((text) => /^version\s*=/.test(text)) + 1;
  const place = line === 0 ? { line: 1 } : { line };
  if (version === undefined)
    throw lockError(lock, [{ ...place, message: "has no version; uv.lock begins with `version = 1`" }]);
  const found = shown(JSON.stringify(version) ?? "");
  throw lockError(lock, [
    {
      ...place,
      message: `has version ${found}, and only version ${SCHEMA_VERSION} is known; a newer Turnpike may read it`,
    },
  ]);
}

/**
 * @param lock the file
 * @returns what it says, checked
 * @throws TurnpikeError `SBOM_LOCK` with every problem and its line
 */
export function parseUvLock(lock: LockText): UvLock {
  const table = parseTomlLock(lock);
  checkVersion(lock, table);
  const parsed = uvLockSchema.safeParse(table);
  if (parsed.success) return parsed.data;
  const header = table["package"] === undefined ? "distribution" : "package";
  const lines = arrayTableLines(lock.text, header);
  const problems = parsed.error.issues.map((issue) => {
    const [top, index, ...rest] = issue.path;
    const line = top === header && typeof index === "number" ? lines[index] : undefined;
    const place = (line === undefined ? issue.path : rest).map(String).join(".");
    return { ...(line === undefined ? {} : { line }), message: shown(`${place}: ${issue.message}`) };
  });
  throw lockError(lock, problems);
}

/**
 * @param source as the file has it
 * @returns the source, without credentials
 */
export function toSource(source: UvSource): Source {
  const subdirectory = source.subdirectory;
  if (source.registry !== undefined) return { kind: "registry", url: withoutCredentials(source.registry) };
  if (source.git !== undefined) return toGitSource(source.git);
  if (source.url !== undefined) return { kind: "url", url: withoutCredentials(source.url), subdirectory };
  if (source.path !== undefined) return { kind: "path", path: source.path };
  if (source.virtual !== undefined) return { kind: "folder", path: source.virtual, isBuilt: false };
  return { kind: "folder", path: source.editable ?? source.directory ?? ".", isBuilt: true };
}

/** `https://host/repo?subdirectory=x&rev=v1#<commit>` (uv crates/uv-resolver/src/lock/mod.rs, GitSource::from_url). */
function toGitSource(address: string): Source {
  const hash = address.indexOf("#");
  const commit = hash === -1 ? undefined : address.slice(hash + 1);
  const before = hash === -1 ? address : address.slice(0, hash);
  const query = before.indexOf("?");
  const url = query === -1 ? before : before.slice(0, query);
  const parameters = new URLSearchParams(query === -1 ? "" : before.slice(query + 1));
  return {
    kind: "git",
    url: withoutCredentials(url),
    commit,
    subdirectory: parameters.get("subdirectory") ?? undefined,
  };
}

/**
 * @param kind what the file is
 * @param wire as the lock has it
 * @param source of its package; the file's address, where it has none of its own
 * @returns the file
 */
export function toArtifact(kind: "sdist" | "wheel", wire: UvArtifact, source: UvSource): Artifact {
  const raw = wire.url ?? (wire.path === undefined && wire.filename === undefined ? source.url : undefined);
  const url = raw === undefined ? undefined : withoutCredentials(raw);
  const digest = wire.hash === undefined ? undefined : splitDigest(wire.hash);
  const hash = digest === undefined ? undefined : toHash(...digest);
  const address = wire.filename ?? wire.path ?? raw ?? source.path;
  return {
    kind,
    fileName: address === undefined ? undefined : fileNameOf(address),
    url,
    hashes: hash === undefined ? [] : [hash],
    size: wire.size,
  };
}

/**
 * @param item one item of a conflict set, as the file has it
 * @returns the item, normalised
 */
export function toConflict(item: {
  package: string;
  extra?: string | undefined;
  group?: string | undefined;
}): ConflictItem {
  if (item.extra !== undefined)
    return { package: normalName(item.package), kind: "extra", name: normalName(item.extra) };
  if (item.group !== undefined)
    return { package: normalName(item.package), kind: "group", name: normalName(item.group) };
  return { package: normalName(item.package), kind: "project", name: "" };
}
