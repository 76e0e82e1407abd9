import type { NpmEntry } from "./npm-schema.ts";

/** A place where npm installs a package: a path below the lock's folder; the empty one is the root. */
export type InstallPath = string;

/** What a dependency resolves to, and on which terms. */
export interface NpmDependency {
  readonly name: string;
  readonly kind: "always" | "dev" | "peer";
  readonly isOptional: boolean;
}

/**
 * What an entry asks for. Development dependencies count only for the root and workspaces: elsewhere npm does not install them.
 *
 * @param entry an entry
 * @returns its dependencies; a name that is asked for in several ways appears in each of them
 */
export function dependenciesOf(entry: NpmEntry): readonly NpmDependency[] {
  const optional = Object.keys(entry.optionalDependencies ?? {});
  const isOptional = new Set(optional);
  const peersMeta = entry.peerDependenciesMeta ?? {};
  return [
    ...Object.keys(entry.dependencies ?? {})
      .filter((name) => !isOptional.has(name))
      .map((name) => ({ name, kind: "always" as const, isOptional: false })),
    ...optional.map((name) => ({ name, kind: "always" as const, isOptional: true })),
    ...Object.keys(entry.peerDependencies ?? {}).map((name) => ({
      name,
      kind: "peer" as const,
      isOptional: Object.hasOwn(peersMeta, name) && peersMeta[name]?.optional === true,
    })),
    ...Object.keys(entry.devDependencies ?? {}).map((name) => ({ name, kind: "dev" as const, isOptional: false })),
  ];
}

function parentOf(path: InstallPath): InstallPath | undefined {
  if (path === "" || path === "..") return undefined;
  const slash = path.lastIndexOf("/");
  const parent = slash === -1 ? "" : path.slice(0, slash);
  return parent === ".." || parent.endsWith("/..") ? undefined : parent;
}

/**
 * Node's resolution: the nearest `node_modules` folder upwards that has the name (nodejs.org, Modules: "Loading from
 * node_modules folders"). Links lead to what they point at.
 *
 * @param entries the lock's `packages`
 * @param from where the dependency is asked for
 * @param name the name asked for
 * @returns where it is installed, or undefined
 */
export function resolveFrom(
  entries: ReadonlyMap<InstallPath, NpmEntry>,
  from: InstallPath,
  name: string,
): InstallPath | undefined {
  for (let folder: InstallPath | undefined = from; folder !== undefined; folder = parentOf(folder)) {
    if (folder === "node_modules" || folder.endsWith("/node_modules")) continue;
    const candidate = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const entry = entries.get(candidate);
    if (entry !== undefined) return followLink(entries, candidate, entry);
  }
  return undefined;
}

function followLink(entries: ReadonlyMap<InstallPath, NpmEntry>, path: InstallPath, entry: NpmEntry): InstallPath {
  if (entry.link !== true) return path;
  const target = (entry.resolved ?? "").replace(/^file:/, "").replace(/\/$/, "");
  return entries.has(target) ? target : path;
}

/**
 * @param path where an entry is installed
 * @param entry the entry
 * @returns the package's own name: an alias says it in `name`, others in the folder
 */
export function nameOf(path: InstallPath, entry: NpmEntry): string {
  if (entry.name !== undefined) return entry.name;
  const at = path.lastIndexOf("node_modules/");
  return at === -1 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(at + "node_modules/".length);
}
