import type { Edge, Lock, LockedPackage, PackageKey } from "../lock.ts";
import { type LockText, lockError } from "../lock-error.ts";
import { normalName } from "./python-names.ts";
import { type Entry, edgesOf, type Reading, requirementEdges, startReading } from "./uv-resolve.ts";
import type { UvLock } from "./uv-schema.ts";
import { parseUvLock, SCHEMA_VERSION, toArtifact, toConflict, toSource } from "./uv-wire.ts";

/** Key of the package that stands for a lock without a project. */
const NO_PROJECT: PackageKey = "";

function toPackage(reading: Reading, entry: Entry): LockedPackage {
  const { wire, key } = entry;
  const groupTables = { ...wire["dev-dependencies"], ...wire["dependency-groups"], ...wire.metadata?.["requires-dev"] };
  const extras = [...Object.keys(wire["optional-dependencies"] ?? {}), ...(wire.metadata?.["provides-extras"] ?? [])];
  const source = toSource(wire.source);
  const isMember = source.kind === "folder" && source.path !== ".";
  return {
    key,
    ecosystem: "pypi",
    name: wire.name,
    version: wire.version,
    source,
    artifacts: [
      ...(wire.sdist === undefined ? [] : [toArtifact("sdist", wire.sdist, wire.source)]),
      ...(wire.wheels ?? []).map((wheel) => toArtifact("wheel", wheel, wire.source)),
    ],
    license: undefined,
    marker: undefined,
    edges: edgesOf(reading, entry),
    areEdgesComplete: true,
    extras: [...new Set(extras.map(normalName))].sort(),
    groups: [...new Set(Object.keys(groupTables).map(normalName))].sort(),
    // Registered by uv in the CycloneDX property taxonomy.
    properties: isMember ? [{ name: "uv:workspace:path", value: source.path }] : [],
  };
}

function noProject(reading: Reading, wire: UvLock, members: readonly PackageKey[]): LockedPackage {
  const groups = Object.entries(wire.manifest?.["dependency-groups"] ?? {});
  const edges: Edge[] = [
    ...members.map(
      (to): Edge => ({ to, extras: [], when: { kind: "workspace" }, marker: undefined, isOptional: false }),
    ),
    ...(wire.manifest?.requirements ?? []).flatMap((requirement) =>
      requirementEdges(reading, requirement, { kind: "always" }),
    ),
    ...groups.flatMap(([name, requirements]) =>
      requirements.flatMap((requirement) =>
        requirementEdges(reading, requirement, { kind: "group", name: normalName(name) }),
      ),
    ),
  ];
  return {
    key: NO_PROJECT,
    ecosystem: "pypi",
    name: "",
    version: undefined,
    source: { kind: "none" },
    artifacts: [],
    license: undefined,
    marker: undefined,
    edges,
    areEdgesComplete: true,
    extras: [],
    groups: groups.map(([name]) => normalName(name)).sort(),
    properties: [],
  };
}

function isRoot({ wire }: Entry): boolean {
  return wire.source.editable === "." || wire.source.virtual === ".";
}

function isFolder({ wire: { source } }: Entry): boolean {
  return source.editable !== undefined || source.virtual !== undefined || source.directory !== undefined;
}

/** Adds the edges from a root project to its workspace's members. */
function withMembers(root: LockedPackage, members: readonly PackageKey[]): LockedPackage {
  const edges = members.map(
    (to): Edge => ({ to, extras: [], when: { kind: "workspace" }, marker: undefined, isOptional: false }),
  );
  return { ...root, edges: [...root.edges, ...edges] };
}

/**
 * Reads uv.lock, version 1, any revision.
 *
 * @param lock the file
 * @returns the lock; its root is the project at `.`, or a stand-in for a workspace or script without one
 * @throws TurnpikeError `SBOM_LOCK` with every problem and its line
 */
export function readUvLock(lock: LockText): Lock {
  const wire = parseUvLock(lock);
  const reading = startReading(lock, wire);
  const { entries } = reading;
  const root = entries.find(isRoot);
  const memberNames = new Set(wire.manifest?.members ?? []);
  const members = entries
    .filter((entry) => entry !== root && memberNames.has(entry.wire.name) && isFolder(entry))
    .map(({ key }) => key);
  const packages = new Map(entries.map((entry) => [entry.key, toPackage(reading, entry)] as const));
  const rootPackage = root === undefined ? undefined : packages.get(root.key);
  const top = rootPackage === undefined ? noProject(reading, wire, members) : withMembers(rootPackage, members);
  packages.set(top.key, top);
  if (reading.problems.length > 0) throw lockError(lock, reading.problems);
  return {
    format: "uv",
    path: lock.path,
    schemaVersion: `${SCHEMA_VERSION}, revision ${wire.revision ?? 0}`,
    packages,
    root: top.key,
    members,
    includesMembers: top.source.kind !== "folder" || !top.source.isBuilt,
    graph: "known",
    impliedGroups: [],
    requiresPython: wire["requires-python"],
    supportedMarkers: wire["supported-markers"] ?? [],
    conflicts: (wire.conflicts ?? []).map((set) => set.map(toConflict)),
    notes: [],
  };
}
