import { PackageURL } from "packageurl-js";
import type { LockedPackage, Source } from "./lock.ts";
import type { Project } from "./project.ts";

/** What a purl needs beside the package. */
export interface PurlContext {
  readonly project: Project;
  /** The index that purls do not name: the one that most packages of the lock come from. */
  readonly mainIndex: string | undefined;
  /** Version to use where the lock has none. */
  readonly version: string | undefined;
}

/**
 * @param url of the repository; with the tool in front where it is not git: `hg+https://…`
 * @param commit the revision
 * @param subdirectory of the package in the repository
 * @returns `git+https://host/repo@commit#sub/dir` (SPDX 2.3, section 7.7, as purl's `vcs_url` asks for)
 */
export function vcsUrl(url: string, commit: string | undefined, subdirectory: string | undefined): string {
  const scheme = /^(git|hg|svn|bzr)[+:]/.test(url) ? url : `git+${url}`;
  return `${scheme}${commit === undefined ? "" : `@${commit}`}${subdirectory === undefined ? "" : `#${subdirectory}`}`;
}

/** Source of a folder of the repository, when the repository's address is known. */
function projectVcsUrl(project: Project, path: string): string | undefined {
  if (project.vcsUrl === undefined) return undefined;
  const segments = [...project.folder.split("/"), ...path.split("/")].filter((part) => part !== "" && part !== ".");
  if (segments.includes("..")) return project.vcsUrl;
  return segments.length === 0 ? project.vcsUrl : `${project.vcsUrl}#${segments.join("/")}`;
}

function qualifiersOf(source: Source, context: PurlContext): Readonly<Record<string, string | undefined>> {
  switch (source.kind) {
    case "registry":
      // A folder of files is no repository that anybody else can reach.
      return {
        repository_url: /^https?:/.test(source.url ?? "") && source.url !== context.mainIndex ? source.url : undefined,
      };
    case "git":
      return { vcs_url: vcsUrl(source.url, source.commit, source.subdirectory) };
    case "url":
      return { download_url: source.url };
    case "path":
      return { file_name: source.path.slice(source.path.lastIndexOf("/") + 1) };
    case "folder":
      return { vcs_url: projectVcsUrl(context.project, source.path) };
    case "none":
      return { vcs_url: projectVcsUrl(context.project, ".") };
  }
}

/**
 * @param found a package
 * @returns its name; an npm scope is the purl's namespace and CycloneDX's group
 */
export function splitName(found: LockedPackage): { readonly group: string | undefined; readonly name: string } {
  const match = found.ecosystem === "npm" ? /^(@[^/]+)\/(.+)$/s.exec(found.name) : null;
  return match?.[1] === undefined || match[2] === undefined
    ? { group: undefined, name: found.name }
    : { group: match[1], name: match[2] };
}

/** A colon is never percent-encoded, other marks than `.-_~` always are (purl-spec, "Character encoding"). */
function canonical(purl: string): string {
  return purl
    .replaceAll("%3A", ":")
    .replaceAll(/[+!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether something of this source can be in an index at all. */
function isPublishable(source: Source): boolean {
  return source.kind !== "none" && !(source.kind === "folder" && !source.isBuilt);
}

/**
 * @param found a package
 * @param context see {@link PurlContext}
 * @returns its package URL (github.com/package-url/purl-spec), and the same without qualifiers
 */
export function purlOf(found: LockedPackage, context: PurlContext): { readonly full: string; readonly short: string } {
  const entries = Object.entries(qualifiersOf(found.source, context)).filter(([, value]) => value !== undefined);
  const qualifiers: Record<string, string> = {};
  for (const [key, value] of entries) qualifiers[key] = value ?? "";
  const version = found.version ?? context.version;
  const full = make(found, version, entries.length === 0 ? undefined : qualifiers);
  // A question mark is never left bare in any other part.
  return { full, short: full.replace(/\?.*$/s, "") };
}

function make(
  found: LockedPackage,
  version: string | undefined,
  qualifiers: Record<string, string> | undefined,
): string {
  const { group, name } = splitName(found);
  try {
    const type = isPublishable(found.source) ? found.ecosystem : "generic";
    return canonical(new PackageURL(type, group, name, version, qualifiers, undefined).toString());
  } catch {
    // The type's rules refuse the name; a generic purl takes any.
    return canonical(new PackageURL("generic", undefined, found.name, version, qualifiers, undefined).toString());
  }
}

/**
 * @param packages packages of one lock
 * @returns the index that most of them come from; of equals the first in order of their texts
 */
export function mainIndexOf(packages: Iterable<LockedPackage>): string | undefined {
  const counts = new Map<string, number>();
  for (const { source } of packages) {
    if (source.kind === "registry" && source.url !== undefined)
      counts.set(source.url, (counts.get(source.url) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0];
}
