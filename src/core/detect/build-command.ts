import type { Plan } from "../gates/index.ts";
import type { NodePackage } from "./node/node-package.ts";
import type { PythonProject } from "./python/python-project.ts";

/**
 * The build that the root's manifests declare: `uv build` with a `[build-system]` (without one uv would fall back to
 * building an accidental package), else `npm pack` for a package that is not private.
 *
 * @param project the Python project of the repository's root
 * @param pack the package of the repository's root
 */
export function detectBuild(project: PythonProject | undefined, pack: NodePackage | undefined): Plan["build"] {
  if (project?.document["build-system"] !== undefined) {
    return { run: "uv build", cwd: ".", source: { file: project.file, line: project.lineOf(["build-system"]) } };
  }
  if (pack === undefined || pack.document["private"] === true || typeof pack.document["name"] !== "string") return null;
  if (pack.document["version"] === undefined || pack.manager !== "npm") return null;
  return { run: "npm pack", cwd: ".", source: { file: pack.file, line: pack.lineOf(["name"]) } };
}
