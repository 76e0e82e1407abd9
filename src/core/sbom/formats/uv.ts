import type { Problem } from "../../../errors.ts";
import { toHash } from "../hashes.ts";
import type { Artifact, ConflictItem, Edge, EdgeCondition, Lock, LockedPackage, PackageKey, Source } from "../lock.ts";
import { type LockText, lockError, shown } from "../lock-error.ts";
import { fileNameOf, withoutCredentials } from "../urls.ts";
import { normalName, splitDigest } from "./python-names.ts";
import { arrayTableLines, parseTomlLock } from "./toml.ts";
import {
  type UvArtifact,
  type UvDependency,
  type UvLock,
  type UvPackage,
  type UvRequirement,
  type UvSource,
  uvLockSchema,
} from "./uv-schema.ts";

/** The one schema version that exists; another one may mean anything (uv docs/concepts/resolution.md, "Lockfile versioning"). */
const SCHEMA_VERSION = 1;

/** Key of the package that stands for a lock without a project. */
const NO_PROJECT: PackageKey = "";

/** A package as the file has it, with its key and its position among the packages. */
interface Entry {
  readonly wire: UvPackage;
  readonly key: PackageKey;
  readonly index: number;
}

interface Reading {
  readonly lock: LockText;
  readonly entries: readonly Entry[];
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly problems: Omit<Problem, "where">[];
  /** `package`, or `distribution` in old files. */
  readonly header: string;
}

/** Two sources are the same when every key is (uv crates/uv-resolver/src/lock/mod.rs, PackageIdForDependency::unwire). */
function sourceId(source: UvSource): string {
  return Object.entries(source)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("&");
}

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

function parseWire(lock: LockText): UvLock {
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

function toEntries(wire: UvLock): readonly Entry[] {
  const packages = wire.package ?? wire.distribution ?? [];
  const seen = new Map<string, number>();
  for (const { name, version } of packages) {
    const id = `${name}@${version ?? ""}`;
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return packages.map((wirePackage, index) => {
    const id = `${wirePackage.name}@${wirePackage.version ?? ""}`;
    const key = (seen.get(id) ?? 0) > 1 ? `${id} ${sourceId(wirePackage.source)}` : id;
    return { wire: wirePackage, key, index };
  });
}

function indexByName(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const list = byName.get(entry.wire.name);
    if (list === undefined) byName.set(entry.wire.name, [entry]);
    else list.push(entry);
  }
  return byName;
}

function checkUnique(reading: Reading): void {
  const keys = new Set<PackageKey>();
  for (const entry of reading.entries) {
    if (keys.has(entry.key)) {
      const message = `${shown(entry.wire.name)} stands twice with the same version and source`;
      reading.problems.push(at(lineOf(reading, entry), message));
    }
    keys.add(entry.key);
  }
}

function at(line: number | undefined, message: string): Omit<Problem, "where"> {
  return line === undefined ? { message } : { line, message };
}

/** The package that a dependency means: by name, then version, then source. A version is left out for a source tree that computes its own. */
function resolve(reading: Reading, dependency: UvDependency): readonly Entry[] {
  let found = reading.byName.get(dependency.name) ?? [];
  if (dependency.version !== undefined) found = found.filter(({ wire }) => wire.version === dependency.version);
  const { source } = dependency;
  if (source !== undefined) found = found.filter(({ wire }) => sourceId(wire.source) === sourceId(source));
  if (found.length > 1 && dependency.version === undefined) {
    const dynamic = found.filter(({ wire }) => wire.version === undefined);
    if (dynamic.length > 0) return dynamic;
  }
  return found;
}

/** Line of a package's table. Only looked for when there is something to say: most locks are sound, and long. */
function lineOf(reading: Reading, entry: Entry): number | undefined {
  return arrayTableLines(reading.lock.text, reading.header)[entry.index];
}

/** Line of a dependency inside its package's table; the package's own line when it is not found. */
function lineOfDependency(reading: Reading, from: Entry, name: string): number | undefined {
  const first = lineOf(reading, from);
  if (first === undefined) return undefined;
  const lines = reading.lock.text.split("\n");
  for (let line = first + 2; line <= lines.length; line += 1) {
    const text = lines[line - 1] ?? "";
    if (text.startsWith("[[")) break;
    if (text.includes(`name = "${name}"`)) return line;
  }
  return first;
}

function toEdge(reading: Reading, from: Entry, dependency: UvDependency, when: EdgeCondition): readonly Edge[] {
  const found = resolve(reading, dependency);
  const [target] = found;
  if (target !== undefined && found.length === 1) {
    const extras = (dependency.extra ?? []).map(normalName);
    return [{ to: target.key, extras, when, marker: dependency.marker, isOptional: false }];
  }
  const name = shown(dependency.version === undefined ? dependency.name : `${dependency.name} ${dependency.version}`);
  const owner = shown(from.wire.name);
  const message =
    target === undefined
      ? `${owner} needs ${name}, which the lock does not hold`
      : `${owner} needs ${name}, which ${found.length} packages answer to; version or source must tell them apart`;
  reading.problems.push(at(lineOfDependency(reading, from, dependency.name), message));
  return [];
}

function tableEdges(
  reading: Reading,
  from: Entry,
  table: Readonly<Record<string, readonly UvDependency[]>> | undefined,
  kind: "extra" | "group",
): readonly Edge[] {
  return Object.entries(table ?? {}).flatMap(([name, dependencies]) =>
    dependencies.flatMap((dependency) => toEdge(reading, from, dependency, { kind, name: normalName(name) })),
  );
}

function edgesOf(reading: Reading, entry: Entry): readonly Edge[] {
  const { wire } = entry;
  return [
    ...(wire.dependencies ?? []).flatMap((dependency) => toEdge(reading, entry, dependency, { kind: "always" })),
    ...tableEdges(reading, entry, wire["optional-dependencies"], "extra"),
    ...tableEdges(reading, entry, wire["dev-dependencies"], "group"),
    ...tableEdges(reading, entry, wire["dependency-groups"], "group"),
  ];
}

/** A declared requirement meets every fork of its name, each under the fork's own markers. */
function requirementEdges(reading: Reading, requirement: UvRequirement, when: EdgeCondition): readonly Edge[] {
  const found = reading.byName.get(requirement.name) ?? reading.byName.get(normalName(requirement.name)) ?? [];
  if (found.length === 0) {
    reading.problems.push({
      message: `the manifest asks for ${shown(requirement.name)}, which the lock does not hold`,
    });
  }
  return found.map(({ key, wire }) => {
    const fork = (wire["resolution-markers"] ?? []).map((marker) => `(${marker})`).join(" or ");
    const parts = [requirement.marker, found.length > 1 ? fork : ""].filter(
      (part) => part !== undefined && part !== "",
    );
    const marker = parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join(" and ");
    return { to: key, extras: (requirement.extras ?? []).map(normalName), when, marker, isOptional: false };
  });
}

function toSource(source: UvSource): Source {
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

function toArtifact(kind: "sdist" | "wheel", wire: UvArtifact, source: UvSource): Artifact {
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

function toConflict(item: { package: string; extra?: string | undefined; group?: string | undefined }): ConflictItem {
  if (item.extra !== undefined)
    return { package: normalName(item.package), kind: "extra", name: normalName(item.extra) };
  if (item.group !== undefined)
    return { package: normalName(item.package), kind: "group", name: normalName(item.group) };
  return { package: normalName(item.package), kind: "project", name: "" };
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
  const wire = parseWire(lock);
  const entries = toEntries(wire);
  const header = wire.package === undefined ? "distribution" : "package";
  const reading: Reading = { lock, entries, byName: indexByName(entries), problems: [], header };
  checkUnique(reading);
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
