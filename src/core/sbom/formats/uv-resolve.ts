import type { Problem } from "../../../errors.ts";
import type { Edge, EdgeCondition, PackageKey } from "../lock.ts";
import { type LockText, shown } from "../lock-error.ts";
import { normalName } from "./python-names.ts";
import { arrayTableLines } from "./toml.ts";
import type { UvDependency, UvLock, UvPackage, UvRequirement, UvSource } from "./uv-schema.ts";

/** A package as the file has it, with its key and its position among the packages. */
export interface Entry {
  readonly wire: UvPackage;
  readonly key: PackageKey;
  readonly index: number;
}

/** A lock while its dependencies are resolved. Problems are collected, so that all are told at once. */
export interface Reading {
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

/**
 * @param reading the lock; problems are added to it
 * @param entry one of its packages
 * @returns every edge of the package, resolved
 */
export function edgesOf(reading: Reading, entry: Entry): readonly Edge[] {
  const { wire } = entry;
  return [
    ...(wire.dependencies ?? []).flatMap((dependency) => toEdge(reading, entry, dependency, { kind: "always" })),
    ...tableEdges(reading, entry, wire["optional-dependencies"], "extra"),
    ...tableEdges(reading, entry, wire["dev-dependencies"], "group"),
    ...tableEdges(reading, entry, wire["dependency-groups"], "group"),
  ];
}

/**
 * A declared requirement meets every fork of its name, each under the fork's own markers.
 *
 * @param reading the lock; problems are added to it
 * @param requirement what the manifest asks for
 * @param when on which terms
 * @returns an edge for each fork
 */
export function requirementEdges(reading: Reading, requirement: UvRequirement, when: EdgeCondition): readonly Edge[] {
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

/**
 * @param lock the file
 * @param wire what it says
 * @returns its packages, ready to resolve
 */
export function startReading(lock: LockText, wire: UvLock): Reading {
  const entries = toEntries(wire);
  const header = wire.package === undefined ? "distribution" : "package";
  const reading: Reading = { lock, entries, byName: indexByName(entries), problems: [], header };
  checkUnique(reading);
  return reading;
}
