import { parseIntegrity } from "../hashes.ts";
import type { Hash, PackageKey, Source } from "../lock.ts";
import { withoutCredentials } from "../urls.ts";
import type { NpmEntry } from "./npm-schema.ts";
import { type InstallPath, nameOf } from "./npm-tree.ts";

/** All install paths of one package. */
export interface Placement {
  readonly key: PackageKey;
  readonly name: string;
  readonly version: string | undefined;
  readonly source: Source;
  readonly hashes: Map<string, Hash>;
  readonly paths: InstallPath[];
  readonly entries: NpmEntry[];
}

/** Where an entry comes from. A registry's tarballs stand below `/-/` (npm/registry docs) or GitHub's `/download/`. */
function sourceOf(path: InstallPath, entry: NpmEntry): Source {
  if (!path.includes("node_modules/") && path !== "node_modules")
    return { kind: "folder", path: path === "" ? "." : path, isBuilt: true };
  const resolved = entry.resolved ?? "";
  const git = /^git(?:\+[a-z]+)?:/.exec(resolved);
  if (git !== null) {
    const [address = "", commit] = resolved.replace(/^git\+/, "").split("#");
    return { kind: "git", url: withoutCredentials(address), commit, subdirectory: undefined };
  }
  if (resolved.startsWith("file:")) return { kind: "path", path: resolved.slice("file:".length) };
  const registry = /^(https?:\/\/.+?)\/(?:@[^/]+\/)?[^/]+\/-\/(?:@[^/]+\/)?[^/]+$|^(https?:\/\/[^/]+)\/download\//.exec(
    resolved
      .replace(/[?#].*$/s, "")
      .replaceAll("%2f", "/")
      .replaceAll("%2F", "/"),
  );
  const base = registry?.[1] ?? registry?.[2];
  if (base !== undefined) return { kind: "registry", url: withoutCredentials(base) };
  if (/^https?:/.test(resolved)) return { kind: "url", url: withoutCredentials(resolved), subdirectory: undefined };
  return { kind: "registry", url: undefined };
}

/** Registries agree on what a name and version is, so entries of any registry, or of none, are one package. */
function sourceId(source: Source): string {
  switch (source.kind) {
    case "git":
      return `git ${source.url}#${source.commit ?? ""}`;
    case "url":
      return `url ${source.url}`;
    case "path":
    case "folder":
      return `${source.kind} ${source.path}`;
    default:
      return "";
  }
}

function hasRival(placement: Placement, hashes: readonly Hash[]): boolean {
  return hashes.some(({ algorithm, hex }) => {
    const known = placement.hashes.get(algorithm);
    return known !== undefined && known.hex !== hex;
  });
}

/**
 * Joins the install paths of each package. Different digests under one name and version are different packages.
 *
 * @param entries the lock's `packages`
 * @returns the package of each path; links are left out
 */
export function place(entries: ReadonlyMap<InstallPath, NpmEntry>): ReadonlyMap<InstallPath, Placement> {
  const byId = new Map<string, Placement[]>();
  const byPath = new Map<InstallPath, Placement>();
  for (const [path, entry] of entries) {
    if (entry.link === true && entries.has((entry.resolved ?? "").replace(/^file:/, ""))) continue;
    const source = sourceOf(path, entry);
    const name = nameOf(path, entry);
    const id = `${name}@${entry.version ?? ""} ${sourceId(source)}`.trimEnd();
    const hashes = parseIntegrity(entry.integrity ?? "");
    const rivals = byId.get(id) ?? [];
    let placement = rivals.find((candidate) => !hasRival(candidate, hashes));
    if (placement === undefined) {
      const key = rivals.length === 0 ? id : `${id} ${rivals.length + 1}`;
      placement = { key, name, version: entry.version, source, hashes: new Map(), paths: [], entries: [] };
      rivals.push(placement);
      byId.set(id, rivals);
    }
    for (const hash of hashes) placement.hashes.set(hash.algorithm, hash);
    placement.paths.push(path);
    placement.entries.push(entry);
    byPath.set(path, placement);
  }
  return byPath;
}
