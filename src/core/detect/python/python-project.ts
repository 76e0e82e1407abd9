import { TomlError } from "smol-toml";
import { asList, asTable, asText, type LineFinder, parseToml, type Table, tomlLines } from "../../documents/index.ts";
import { firstLine, type Note } from "../notes.ts";
import type { Root } from "../roots.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import { readUvLock, type UvLock } from "./uv-lock.ts";

/** Where a project may name its tools. */
export interface DependencySet {
  readonly kind: "project" | "group" | "extra";
  /** Name of the group or extra; empty for the project's own dependencies. */
  readonly name: string;
  /** Normalised names (PEP 503) with the line of each requirement's list. */
  readonly packages: ReadonlySet<string>;
  readonly line: number;
}

/** A Python project as its pyproject.toml and uv.lock show it. */
export interface PythonProject {
  readonly root: Root;
  readonly file: string;
  readonly document: Table;
  readonly lineOf: LineFinder;
  readonly sets: readonly DependencySet[];
  /** Groups that uv installs without being asked (docs.astral.sh/uv, "Default groups"). */
  readonly defaultGroups: readonly string[];
  readonly lock: UvLock | undefined;
}

/** Where a tool comes from, and what must be installed to have it. */
export interface ToolHome {
  /** Groups and extras to ask for beyond the default groups. */
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  /** `group tests`, for people. */
  readonly where: string;
  /** Locked version, when the lock tells. */
  readonly version: string | undefined;
}

/** PEP 503: case, `-`, `_` and `.` do not tell names apart. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function requirementName(requirement: unknown): string | undefined {
  const match = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(asText(requirement) ?? "");
  return match?.[1] === undefined ? undefined : normalizeName(match[1]);
}

/** @returns normalised names of a list of requirements (PEP 508) */
export function requirementNames(requirements: unknown): readonly string[] {
  return asList(requirements)
    .map(requirementName)
    .filter((name) => name !== undefined);
}

/** Members of a group with those of the groups it includes (PEP 735); a circle ends where it began. */
function groupMembers(groups: Table, name: string, seen: ReadonlySet<string>): readonly string[] {
  if (seen.has(name)) return [];
  const key = Object.keys(groups).find((other) => normalizeName(other) === name);
  const entries = key === undefined ? [] : asList(groups[key]);
  const included = entries.flatMap((entry) => {
    const other = asText(asTable(entry)["include-group"]);
    return other === undefined ? [] : groupMembers(groups, normalizeName(other), new Set([...seen, name]));
  });
  return [...requirementNames(entries), ...included];
}

function dependencySets(document: Table, lineOf: LineFinder): readonly DependencySet[] {
  const project = asTable(document["project"]);
  const uv = asTable(asTable(document["tool"])["uv"]);
  const groups = asTable(document["dependency-groups"]);
  const extras = asTable(project["optional-dependencies"]);
  const sets: DependencySet[] = [];
  const add = (kind: DependencySet["kind"], name: string, packages: readonly string[], path: readonly string[]) =>
    sets.push({ kind, name, packages: new Set(packages), line: lineOf(path) });
  add("project", "", requirementNames(project["dependencies"]), ["project", "dependencies"]);
  for (const name of Object.keys(groups)) {
    add("group", name, groupMembers(groups, normalizeName(name), new Set()), ["dependency-groups", name]);
  }
  if (uv["dev-dependencies"] !== undefined) {
    add("group", "dev", requirementNames(uv["dev-dependencies"]), ["tool", "uv", "dev-dependencies"]);
  }
  for (const name of Object.keys(extras)) {
    add("extra", name, requirementNames(extras[name]), ["project", "optional-dependencies", name]);
  }
  return sets;
}

function defaultGroupsOf(document: Table): readonly string[] {
  const groups = Object.keys(asTable(document["dependency-groups"]));
  const uv = asTable(asTable(document["tool"])["uv"]);
  const declared = uv["default-groups"];
  if (declared === "all") return groups;
  if (Array.isArray(declared)) return declared.filter((name) => typeof name === "string");
  return groups.includes("dev") || uv["dev-dependencies"] !== undefined ? ["dev"] : [];
}

/**
 * @param root a root with a pyproject.toml
 * @param snapshot where the texts are
 * @param notes gets what could not be read
 * @returns the project, or undefined when pyproject.toml could not be read
 */
export function readPythonProject(root: Root, snapshot: RepositorySnapshot, notes: Note[]): PythonProject | undefined {
  const file = root.pyproject;
  const text = file === undefined ? undefined : snapshot.texts.get(file);
  if (file === undefined || text === undefined) return undefined;
  const lineOf = tomlLines(text);
  try {
    const document = asTable(parseToml(text));
    const lockText = root.uvLock === undefined ? undefined : snapshot.texts.get(root.uvLock);
    return {
      root,
      file,
      document,
      lineOf,
      sets: dependencySets(document, lineOf),
      defaultGroups: defaultGroupsOf(document),
      lock: lockText === undefined ? undefined : readUvLock(lockText),
    };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : null;
    notes.push({ file, line, message: `is not TOML that can be read: ${firstLine(error)}; nothing is detected in it` });
    return undefined;
  }
}

/**
 * Finds the tool in a group, extra or the project's own dependencies, else in what the lock says that these need. Among several the one that needs nothing extra
 * wins, then one whose name says what it is for.
 *
 * @param project the project
 * @param tool normalised name of the package
 * @param likely names of groups or extras that usually hold it, best first
 * @returns undefined when no set names the tool
 */
export function findTool(project: PythonProject, tool: string, likely: readonly string[]): ToolHome | undefined {
  const direct = project.sets.filter((set) => bringsTool(set, tool));
  const homes = direct.length > 0 ? direct : project.sets.filter((set) => project.lock?.reaches(set.packages, tool));
  const rank = (set: DependencySet): number => {
    const position = likely.indexOf(normalizeName(set.name));
    const named = position === -1 ? likely.length : position;
    const isFree = set.kind === "project" || (set.kind === "group" && project.defaultGroups.includes(set.name));
    return (isFree ? 0 : 100) + named;
  };
  const best = [...homes].sort((a, b) => rank(a) - rank(b))[0];
  if (best === undefined) return undefined;
  const isDefault = best.kind === "group" && project.defaultGroups.includes(best.name);
  return {
    groups: best.kind === "group" && !isDefault ? [best.name] : [],
    extras: best.kind === "extra" ? [best.name] : [],
    where: `${best.kind === "project" ? "the project's own list" : `${best.kind} ${best.name}`}${direct.length > 0 ? "" : ", by way of the lock,"}`,
    version: project.lock?.versions.get(tool),
  };
}

/** A plugin of pytest depends on pytest: `pytest-cov` in a group brings it. */
function bringsTool(set: DependencySet, tool: string): boolean {
  if (set.packages.has(tool)) return true;
  return tool === "pytest" && [...set.packages].some((name) => name.startsWith("pytest-"));
}
