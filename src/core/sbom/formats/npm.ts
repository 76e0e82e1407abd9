import type { Problem } from "../../../errors.ts";
import type { Artifact, Edge, EdgeCondition, Lock, LockedPackage, PackageKey } from "../lock.ts";
import { type LockText, lockError, shown } from "../lock-error.ts";
import { fileNameOf, withoutCredentials } from "../urls.ts";
import { lineOfKey, parseJsonLock } from "./json.ts";
import { type Placement, place } from "./npm-place.ts";
import { type NpmEntry, type PackageLock, packageLockSchema } from "./npm-schema.ts";
import { dependenciesOf, type InstallPath, type NpmDependency, resolveFrom } from "./npm-tree.ts";

/** Versions whose `packages` key holds everything. Version 1 has only the older `dependencies` tree. */
const SCHEMA_VERSIONS: readonly unknown[] = [2, 3];

function checkVersion(lock: LockText, value: unknown): void {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) throw lockError(lock, [{ line: 1, message: "is no JSON object" }]);
  const version: unknown = "lockfileVersion" in value ? value.lockfileVersion : undefined;
  if (SCHEMA_VERSIONS.includes(version)) return;
  const line = lineOfKey(lock.text, "lockfileVersion") ?? 1;
  const found =
    version === undefined ? "has no lockfileVersion" : `has lockfileVersion ${shown(JSON.stringify(version))}`;
  const advice =
    version === 1 ? "`npm install --package-lock-only --lockfile-version 3` makes a newer one" : "known are 2 and 3";
  throw lockError(lock, [{ line, message: `${found}; ${advice}` }]);
}

function parseWire(lock: LockText): { wire: PackageLock; version: number } {
  const value = parseJsonLock(lock);
  checkVersion(lock, value);
  const parsed = packageLockSchema.safeParse(value);
  if (!parsed.success) {
    throw lockError(
      lock,
      parsed.error.issues.map((issue): Omit<Problem, "where"> => {
        const [top, path] = issue.path;
        const key = top === "packages" && typeof path === "string" ? path : String(top ?? "");
        const line = lineOfKey(lock.text, key);
        return {
          ...(line === undefined ? {} : { line }),
          message: shown(`${issue.path.join(" > ")}: ${issue.message}`),
        };
      }),
    );
  }
  const version = typeof value === "object" && value !== null && "lockfileVersion" in value ? value.lockfileVersion : 0;
  return { wire: parsed.data, version: Number(version) };
}

/** What is needed to turn placements into packages. */
interface Reading {
  readonly entries: ReadonlyMap<InstallPath, NpmEntry>;
  readonly placements: ReadonlyMap<InstallPath, Placement>;
  readonly notes: string[];
}

function conditionOf(kind: NpmDependency["kind"]): EdgeCondition {
  return kind === "dev" ? { kind: "group", name: "dev" } : { kind: "always" };
}

/** Edges of one install path; `isComplete` is false when a dependency that must be there is not. */
function edgesFrom(reading: Reading, path: InstallPath, entry: NpmEntry): { edges: Edge[]; isComplete: boolean } {
  const isProject = !path.includes("node_modules/");
  const edges: Edge[] = [];
  let isComplete = true;
  for (const dependency of dependenciesOf(entry)) {
    if (dependency.kind === "dev" && !isProject) continue;
    // For a project's own development dependency the peer range says nothing more (npm @npmcli/arborist lib/node.js, _loadDeps).
    if (dependency.kind === "peer" && isProject && Object.hasOwn(entry.devDependencies ?? {}, dependency.name))
      continue;
    const target = resolveFrom(reading.entries, path, dependency.name);
    const placement = target === undefined ? undefined : reading.placements.get(target);
    if (placement === undefined) {
      if (dependency.isOptional || dependency.kind === "peer") continue;
      isComplete = false;
      reading.notes.push(
        `${shown(path === "" ? "the root" : path)} needs ${shown(dependency.name)}, which the lock does not hold`,
      );
      continue;
    }
    edges.push({
      to: placement.key,
      extras: [],
      when: conditionOf(dependency.kind),
      marker: undefined,
      isOptional: dependency.isOptional,
    });
  }
  return { edges, isComplete };
}

function firstOf<T>(entries: readonly NpmEntry[], pick: (entry: NpmEntry) => T | undefined): T | undefined {
  return entries.map(pick).find((value) => value !== undefined);
}

function artifactOf(placement: Placement): readonly Artifact[] {
  if (placement.source.kind === "folder" || placement.source.kind === "git") return [];
  const resolved = firstOf(placement.entries, ({ resolved }) => (resolved === "" ? undefined : resolved));
  if (resolved === undefined && placement.hashes.size === 0) return [];
  const isUrl = resolved !== undefined && /^https?:/.test(resolved);
  const url = isUrl ? withoutCredentials(resolved.replace(/#.*$/s, "")) : undefined;
  const hashes = [...placement.hashes.values()].sort((a, b) => (a.algorithm < b.algorithm ? -1 : 1));
  return [{ kind: "archive", fileName: fileNameOf(resolved ?? ""), url, hashes, size: undefined }];
}

/** Properties of the CycloneDX npm taxonomy (CycloneDX/cyclonedx-property-taxonomy, cdx/npm.md). */
function propertiesOf(placement: Placement): LockedPackage["properties"] {
  const paths = placement.paths.filter((path) => path !== "").sort();
  const isBundled = placement.entries.every(({ inBundle }) => inBundle === true);
  const isExtraneous = placement.entries.every(({ extraneous }) => extraneous === true);
  return [
    ...(isBundled ? [{ name: "cdx:npm:package:bundled", value: "true" }] : []),
    ...(isExtraneous ? [{ name: "cdx:npm:package:extraneous", value: "true" }] : []),
    ...paths.map((value) => ({ name: "cdx:npm:package:path", value })),
  ];
}

function toPackage(reading: Reading, placement: Placement): LockedPackage {
  const found = placement.paths.map((path) => edgesFrom(reading, path, reading.entries.get(path) ?? {}));
  const hasGroups = placement.entries.some(({ devDependencies }) => devDependencies !== undefined);
  return {
    key: placement.key,
    ecosystem: "npm",
    name: placement.name,
    version: placement.version === "" ? undefined : placement.version,
    source: placement.source,
    artifacts: artifactOf(placement),
    license: firstOf(placement.entries, ({ license }) => license),
    marker: undefined,
    edges: found.flatMap(({ edges }) => edges),
    areEdgesComplete: found.every(({ isComplete }) => isComplete),
    extras: [],
    groups: hasGroups && placement.source.kind === "folder" ? ["dev"] : [],
    properties: propertiesOf(placement),
  };
}

/** Folders that the root installs as links: its workspaces, and folders it names with `file:`. */
function linkedFolders(entries: ReadonlyMap<InstallPath, NpmEntry>): readonly InstallPath[] {
  const links = [...entries].filter(
    ([path, { link }]) => link === true && /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path),
  );
  const targets = links.map(([, { resolved }]) => (resolved ?? "").replace(/^file:/, "").replace(/\/$/, ""));
  return [...new Set(targets)].filter((path) => entries.has(path)).sort();
}

function withRoot(reading: Reading, lock: PackageLock, members: readonly PackageKey[]): LockedPackage {
  const placement = reading.placements.get("");
  const links = members.map(
    (to): Edge => ({ to, extras: [], when: { kind: "workspace" }, marker: undefined, isOptional: false }),
  );
  const root = placement === undefined ? undefined : toPackage(reading, placement);
  return {
    key: placement?.key ?? "",
    ecosystem: "npm",
    source: { kind: "folder", path: ".", isBuilt: true },
    artifacts: [],
    license: undefined,
    marker: undefined,
    areEdgesComplete: true,
    extras: [],
    groups: [],
    properties: [],
    ...root,
    version: root?.version ?? lock.version,
    name: firstOf(placement?.entries ?? [], ({ name }) => name) ?? lock.name ?? "",
    edges: [...(root?.edges ?? []), ...links],
  };
}

/**
 * Reads package-lock.json and npm-shrinkwrap.json, versions 2 and 3. Packages that are installed in several places are one
 * package; its edges are those of all its places. Development dependencies are the group `dev`.
 *
 * @param lock the file
 * @returns the lock
 * @throws TurnpikeError `SBOM_LOCK` with every problem and its line
 */
export function readPackageLock(lock: LockText): Lock {
  const { wire, version } = parseWire(lock);
  const entries = new Map(Object.entries(wire.packages));
  const reading: Reading = { entries, placements: place(entries), notes: [] };
  const root = reading.placements.get("");
  const folders = linkedFolders(entries).map((path) => reading.placements.get(path));
  const members = [
    ...new Set(folders.filter((folder) => folder !== undefined && folder !== root).map((folder) => folder?.key ?? "")),
  ];
  const packages = new Map<PackageKey, LockedPackage>();
  for (const placement of new Set(reading.placements.values())) {
    if (placement !== root) packages.set(placement.key, toPackage(reading, placement));
  }
  const top = withRoot(reading, wire, members);
  packages.set(top.key, top);
  return {
    format: "npm",
    path: lock.path,
    schemaVersion: String(version),
    packages,
    root: top.key,
    members,
    includesMembers: true,
    graph: "known",
    impliedGroups: [],
    requiresPython: undefined,
    supportedMarkers: [],
    conflicts: [],
    notes: [...new Set(reading.notes)].sort(),
  };
}
