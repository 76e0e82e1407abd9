import { certainArtifact } from "./artifacts.ts";
import { sortedBy } from "./compare.ts";
import type { Inventory, Member } from "./inventory.ts";
import { type License, toLicense } from "./licenses/license.ts";
import type { InstalledPackage } from "./licenses/python-metadata.ts";
import type { Artifact, LockProperty, PackageKey } from "./lock.ts";
import type { Project } from "./project.ts";
import { mainIndexOf, purlOf, splitName } from "./purl.ts";

/** A component with everything that is known of it, ready for any format. */
export interface Described {
  readonly key: PackageKey;
  /** Unique in the document, the same for the same content. */
  readonly ref: string;
  readonly group: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
  readonly purl: string;
  readonly member: Member;
  /** Declared by the package; empty: unknown. */
  readonly licenses: readonly License[];
  /** The file that is certainly used. */
  readonly artifact: Artifact | undefined;
  readonly properties: readonly LockProperty[];
}

/** What a document is made from: components with their facts, and what they belong to. */
export interface Description {
  readonly inventory: Inventory;
  readonly project: Project;
  readonly root: Described;
  /** Without the root, in the inventory's order. */
  readonly components: readonly Described[];
  readonly byKey: ReadonlyMap<PackageKey, Described>;
  readonly mainIndex: string | undefined;
}

/** What installed packages say, by normalised name: an environment has one version of each. */
export type InstalledIndex = ReadonlyMap<string, InstalledPackage>;

/** A version, and who knows it. */
interface KnownVersion {
  readonly text: string;
  readonly from: "lock" | "installed" | "tag" | "commit";
}

/**
 * The lock leaves the version of a source tree out when it is computed while building. Then the installed package knows it;
 * else the root is of the release that the commit is; else the commit itself says what is meant.
 */
function versionOf(member: Member, context: DescribeContext): KnownVersion | undefined {
  const { name, version, source } = member.package;
  if (version !== undefined) return { text: version, from: "lock" };
  if (source.kind !== "folder" && source.kind !== "none") return undefined;
  const { project, installed, root } = context;
  const known = installed.get(name)?.version;
  if (known !== undefined) return { text: known, from: "installed" };
  if (member === root && project.release !== undefined) return { text: project.release, from: "tag" };
  return project.commit === undefined ? undefined : { text: project.commit, from: "commit" };
}

interface DescribeContext {
  readonly project: Project;
  readonly installed: InstalledIndex;
  readonly root: Member;
}

function licensesOf(member: Member, installed: InstalledPackage | undefined): readonly License[] {
  const locked = member.package.license === undefined ? undefined : toLicense(member.package.license);
  return locked === undefined ? (installed?.licenses ?? []) : [locked];
}

function propertiesOf(member: Member, version: KnownVersion | undefined): readonly LockProperty[] {
  const { package: found, need } = member;
  const property = (name: string) => (value: string) => ({ name, value });
  return [
    ...found.properties,
    ...(found.ecosystem === "npm" && need === "excluded"
      ? [{ name: "cdx:npm:package:development", value: "true" }]
      : []),
    ...member.requiredExtras.map(property("cdx:python:package:required-extra")),
    ...member.throughExtras.map(property("turnpike:extra")),
    ...(found.ecosystem === "pypi" ? member.throughGroups.map(property("turnpike:dependency-group")) : []),
    ...member.markers.map(property("turnpike:marker")),
    ...(version === undefined || version.from === "lock"
      ? []
      : [{ name: "turnpike:version-from", value: version.from }]),
  ];
}

/** The purl without qualifiers where it is unique, else the whole purl, else numbered. */
function uniqueRefs(
  members: readonly Member[],
  purls: ReadonlyMap<PackageKey, { full: string; short: string }>,
): ReadonlyMap<PackageKey, string> {
  const times = new Map<string, number>();
  for (const { full, short } of purls.values()) {
    for (const purl of new Set([full, short])) times.set(purl, (times.get(purl) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const refs = new Map<PackageKey, string>();
  for (const { package: found } of members) {
    const { full, short } = purls.get(found.key) ?? { full: found.key, short: found.key };
    const base = times.get(short) === 1 ? short : full;
    let ref = base;
    for (let count = 2; taken.has(ref); count += 1) ref = `${base}#${count}`;
    taken.add(ref);
    refs.set(found.key, ref);
  }
  return refs;
}

/**
 * Joins what the lock, the repository and the installed environment know.
 *
 * @param inventory what the selection reaches
 * @param project the repository
 * @param installed metadata of installed packages; empty when there is no environment
 * @returns components with their facts
 */
export function describe(inventory: Inventory, project: Project, installed: InstalledIndex): Description {
  const members = [inventory.root, ...inventory.members];
  const mainIndex = mainIndexOf(inventory.lock.packages.values());
  const context: DescribeContext = { project, installed, root: inventory.root };
  const named = (member: Member): Member =>
    member.package.name === "" ? { ...member, package: { ...member.package, name: project.name } } : member;
  const purls = new Map(
    members.map((member) => {
      // A commit is no version that an index could have; the purl's vcs_url says it.
      const version = versionOf(member, context);
      const inPurl = version?.from === "commit" ? undefined : version?.text;
      return [member.package.key, purlOf(named(member).package, { project, mainIndex, version: inPurl })] as const;
    }),
  );
  const refs = uniqueRefs(members, purls);
  const toDescribed = (given: Member): Described => {
    const member = named(given);
    const { key, name } = member.package;
    const version = versionOf(given, context);
    const found = member.package.ecosystem === "pypi" ? installed.get(name) : undefined;
    const same = found?.version === version?.text ? found : undefined;
    return {
      key,
      ref: refs.get(key) ?? key,
      ...splitName(member.package),
      version: version?.text,
      purl: purls.get(key)?.full ?? "",
      member,
      licenses: licensesOf(member, same),
      artifact: certainArtifact(member.package, same?.wheelTags ?? []),
      properties: propertiesOf(member, version),
    };
  };
  const root = toDescribed(inventory.root);
  const components = sortedBy(inventory.members.map(toDescribed), ({ ref }) => ref);
  return {
    inventory,
    project,
    root,
    components,
    byKey: new Map([root, ...components].map((described) => [described.key, described])),
    mainIndex,
  };
}
