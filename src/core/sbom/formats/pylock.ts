import { z } from "zod";
import { toHash } from "../hashes.ts";
import type { Artifact, Lock, LockedPackage, Source } from "../lock.ts";
import { type LockText, lockError, shown } from "../lock-error.ts";
import { fileNameOf, withoutCredentials } from "../urls.ts";
import { normalName } from "./python-names.ts";
import { arrayTableLines, parseTomlLock } from "./toml.ts";

const hashes = z.record(z.string(), z.string());
const location = { url: z.string().optional(), path: z.string().optional(), size: z.number().nonnegative().optional() };
const file = z.object({ ...location, name: z.string().optional(), hashes });

const lockedPackage = z.object({
  name: z.string().min(1),
  version: z.string().min(1).optional(),
  marker: z.string().optional(),
  index: z.string().optional(),
  vcs: z
    .object({
      type: z.string(),
      url: z.string().optional(),
      path: z.string().optional(),
      "commit-id": z.string(),
      subdirectory: z.string().optional(),
    })
    .optional(),
  directory: z.object({ path: z.string() }).optional(),
  archive: z.object({ ...location, hashes, subdirectory: z.string().optional() }).optional(),
  sdist: file.optional(),
  wheels: z.array(file).optional(),
});
type PylockPackage = z.infer<typeof lockedPackage>;

/** What is read of a pylock.toml (packaging.python.org, "pylock.toml Specification"). */
const pylockSchema = z.object({
  "requires-python": z.string().optional(),
  environments: z.array(z.string()).optional(),
  extras: z.array(z.string()).optional(),
  "dependency-groups": z.array(z.string()).optional(),
  "default-groups": z.array(z.string()).optional(),
  packages: z.array(lockedPackage),
});

function checkVersion(lock: LockText, table: Readonly<Record<string, unknown>>): string {
  const version = table["lock-version"];
  const line = Math.max(1, lock.text.split("\n").findIndex((text) => /^lock-version\s*=/.test(text)) + 1);
  if (typeof version !== "string")
    throw lockError(lock, [{ line, message: 'has no lock-version; pylock.toml says `lock-version = "1.0"`' }]);
  // Another minor number may add, another major one may change the meaning.
  if (/^1(\.\d+)?$/.test(version)) return version;
  throw lockError(lock, [
    { line, message: `has lock-version ${shown(version)}, and only 1 is known; a newer Turnpike may read it` },
  ]);
}

function toSource(wire: PylockPackage): Source {
  const { vcs, directory, archive } = wire;
  if (vcs !== undefined) {
    const address = withoutCredentials(vcs.url ?? vcs.path ?? "");
    const url = vcs.type === "git" ? address : `${vcs.type}+${address}`;
    return { kind: "git", url, commit: vcs["commit-id"], subdirectory: vcs.subdirectory };
  }
  if (directory !== undefined) return { kind: "folder", path: directory.path, isBuilt: true };
  if (archive?.url !== undefined) {
    return { kind: "url", url: withoutCredentials(archive.url), subdirectory: archive.subdirectory };
  }
  if (archive !== undefined) return { kind: "path", path: archive.path ?? "" };
  return { kind: "registry", url: wire.index === undefined ? undefined : withoutCredentials(wire.index) };
}

interface WireFile {
  readonly url?: string | undefined;
  readonly path?: string | undefined;
  readonly name?: string | undefined;
  readonly size?: number | undefined;
  readonly hashes: Readonly<Record<string, string>>;
}

function toArtifact(kind: Artifact["kind"], wire: WireFile): Artifact {
  const found = Object.entries(wire.hashes).map(([algorithm, hex]) => toHash(algorithm, hex));
  return {
    kind,
    fileName: wire.name ?? fileNameOf(wire.url ?? wire.path ?? ""),
    url: wire.url === undefined ? undefined : withoutCredentials(wire.url),
    hashes: found.filter((hash) => hash !== undefined),
    size: wire.size,
  };
}

const NOTHING = {
  license: undefined,
  edges: [],
  areEdgesComplete: false,
  extras: [],
  groups: [],
  properties: [],
} as const;

function toPackage(wire: PylockPackage, key: string): LockedPackage {
  return {
    ...NOTHING,
    key,
    ecosystem: "pypi",
    name: normalName(wire.name),
    version: wire.version,
    source: toSource(wire),
    artifacts: [
      ...(wire.sdist === undefined ? [] : [toArtifact("sdist", wire.sdist)]),
      ...(wire.wheels ?? []).map((wheel) => toArtifact("wheel", wheel)),
      ...(wire.archive === undefined ? [] : [toArtifact("archive", wire.archive)]),
    ],
    marker: wire.marker,
  };
}

/**
 * Reads pylock.toml, version 1. The format lists what to install; what needs what is not in it.
 *
 * @param lock the file
 * @returns the lock, without edges
 * @throws TurnpikeError `SBOM_LOCK` with every problem and its line
 */
export function readPylock(lock: LockText): Lock {
  const table = parseTomlLock(lock);
  const version = checkVersion(lock, table);
  const parsed = pylockSchema.safeParse(table);
  if (!parsed.success) {
    const lines = arrayTableLines(lock.text, "packages");
    throw lockError(
      lock,
      parsed.error.issues.map(({ path, message }) => {
        const [top, index, ...rest] = path;
        const line = top === "packages" && typeof index === "number" ? lines[index] : undefined;
        const place = (line === undefined ? path : rest).map(String).join(".");
        return { ...(line === undefined ? {} : { line }), message: shown(`${place}: ${message}`) };
      }),
    );
  }
  const { packages, extras = [], environments = [] } = parsed.data;
  const groups = parsed.data["dependency-groups"] ?? [];
  const root: LockedPackage = {
    ...NOTHING,
    key: "",
    ecosystem: "pypi",
    name: "",
    version: undefined,
    source: { kind: "none" },
    artifacts: [],
    extras: extras.map(normalName).sort(),
    groups: groups.map(normalName).sort(),
    marker: undefined,
  };
  // A name may stand several times, for different environments; the position tells them apart.
  const entries = packages.map((wire, index) => toPackage(wire, `${wire.name}@${wire.version ?? ""} ${index}`));
  return {
    format: "pylock",
    path: lock.path,
    schemaVersion: version,
    packages: new Map([root, ...entries].map((entry) => [entry.key, entry])),
    root: root.key,
    members: [],
    includesMembers: true,
    graph: "unknown",
    impliedGroups: (parsed.data["default-groups"] ?? []).map(normalName),
    requiresPython: parsed.data["requires-python"],
    supportedMarkers: environments,
    conflicts: [],
    notes: [],
  };
}
