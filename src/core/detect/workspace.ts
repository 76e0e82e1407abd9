import { dirname } from "node:path/posix";
import picomatch from "picomatch";
import { asTable, asText, parseToml, tableAt, textList } from "../documents/index.ts";
import { normalizeName, type PythonProject, requirementNames } from "./python/python-project.ts";
import type { RepositorySnapshot } from "./snapshot.ts";

interface Member {
  readonly name: string;
  readonly needs: readonly string[];
}

function readMember(text: string): Member | undefined {
  try {
    const project = asTable(asTable(parseToml(text))["project"]);
    const name = asText(project["name"]);
    return name === undefined
      ? undefined
      : { name: normalizeName(name), needs: requirementNames(project["dependencies"]) };
  } catch {
    // uv will say what is wrong with it; here it is a member of unknown name.
    return undefined;
  }
}

/** Members by `[tool.uv.workspace]` (docs.astral.sh/uv/concepts/projects/workspaces). */
function membersOf(project: PythonProject, snapshot: RepositorySnapshot): readonly Member[] {
  const workspace = tableAt(project.document, ["tool", "uv", "workspace"]);
  const globs = textList(workspace?.["members"]);
  if (globs.length === 0) return [];
  const { cwd } = project.root;
  const isMember = picomatch(
    globs.map((glob) => glob.replace(/\/+$/, "")),
    { ignore: [...textList(workspace?.["exclude"])] },
  );
  const prefix = cwd === "." ? "" : `${cwd}/`;
  return [...snapshot.texts].flatMap(([path, text]) => {
    if (!path.startsWith(prefix) || !path.endsWith("/pyproject.toml")) return [];
    const folder = dirname(path.slice(prefix.length));
    const member = folder !== "." && isMember(folder) ? readMember(text) : undefined;
    return member === undefined ? [] : [member];
  });
}

/**
 * Members of a uv workspace that `uv sync` at its root does not install, because the root's project does not need them.
 *
 * @param project the root of the workspace
 * @param snapshot where the members' texts are
 * @returns their names, sorted; none when it is no workspace
 */
export function membersNotInstalled(project: PythonProject, snapshot: RepositorySnapshot): readonly string[] {
  const members = membersOf(project, snapshot);
  if (members.length === 0) return [];
  const byName = new Map(members.map((member) => [member.name, member]));
  const installed = new Set(
    project.sets
      .filter(({ kind, name }) => kind !== "group" || project.defaultGroups.includes(name))
      .flatMap(({ packages }) => [...packages]),
  );
  // The lock also knows what a build backend computes.
  const own = asText(asTable(project.document["project"])["name"]);
  if (own !== undefined) installed.add(normalizeName(own));
  for (const name of installed) for (const need of byName.get(name)?.needs ?? []) installed.add(need);
  const isInstalled = (name: string): boolean => installed.has(name) || project.lock?.reaches(installed, name) === true;
  return [...byName.keys()].filter((name) => !isInstalled(name)).sort();
}

/**
 * Extras to install for gates that import the code (tests, type checkers): all of them, as most projects' own checks
 * do, less those that `[tool.uv] conflicts` says cannot be installed together.
 *
 * @param project the project
 * @returns names of extras, sorted
 */
export function extrasToImport(project: PythonProject): readonly string[] {
  const conflicts = asTable(asTable(project.document["tool"])["uv"])["conflicts"];
  const conflicting = new Set<string>();
  for (const set of Array.isArray(conflicts) ? conflicts : []) {
    for (const entry of Array.isArray(set) ? set : []) {
      const extra = asText(asTable(entry)["extra"]);
      if (extra !== undefined) conflicting.add(normalizeName(extra));
    }
  }
  return project.sets
    .filter(({ kind, name }) => kind === "extra" && !conflicting.has(normalizeName(name)))
    .map(({ name }) => name)
    .sort();
}
