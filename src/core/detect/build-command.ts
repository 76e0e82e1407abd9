import type { Plan } from "../gates/index.ts";
import { type NodeBuildFacts, nodeBuild } from "./node/node-build.ts";
import type { NodePackage } from "./node/node-package.ts";
import type { Note } from "./notes.ts";
import type { PythonProject } from "./python/python-project.ts";

/** The package of the root, and what its build rests on. */
export interface PackageToBuild {
  readonly pack: NodePackage;
  readonly facts: NodeBuildFacts;
}

/**
 * The build that the root's manifests declare: `uv build` with a `[build-system]` (without one uv would fall back to
 * building an accidental package), else the archive of a package that is not private.
 *
 * @param project the Python project of the repository's root
 * @param node the package of the repository's root
 * @param notes gets why there is none, where a person would expect one
 */
export function detectBuild(
  project: PythonProject | undefined,
  node: PackageToBuild | undefined,
  notes: Note[],
): Plan["build"] {
  if (project?.document["build-system"] !== undefined) {
    return { run: "uv build", cwd: ".", source: { file: project.file, line: project.lineOf(["build-system"]) } };
  }
  return node === undefined ? null : nodeBuild(node.pack, node.facts, notes);
}
