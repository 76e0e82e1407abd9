import { dirname, join } from "node:path/posix";
import type { Environment, Plan } from "../../core/gates/index.ts";
import { isWorkspaceRoot } from "../../core/uv/index.ts";
import type { Files } from "../../ports/files.ts";

function has(files: Files, ...parts: readonly string[]): Promise<boolean> {
  return files.exists(join(...parts));
}

async function isWorkspace(files: Files, root: string, cwd: string): Promise<boolean> {
  const path = join(cwd, "pyproject.toml");
  const text = await files.readText(join(root, path));
  return text !== undefined && isWorkspaceRoot({ path, text });
}

/** A gate may run in a folder below its project: uv looks upwards for the project, and for the workspace that has the lock. */
async function place(files: Files, root: string, environment: Environment): Promise<Environment> {
  if (environment.manager !== "uv" || environment.lock !== null) return environment;
  let cwd = environment.cwd;
  while (cwd !== "." && !(await has(files, root, cwd, "pyproject.toml"))) cwd = dirname(cwd);
  for (let above = cwd; ; above = dirname(above)) {
    const isOwn = above === cwd || (await isWorkspace(files, root, above));
    if (isOwn && (await has(files, root, above, "uv.lock")))
      return { ...environment, cwd, lock: join(above, "uv.lock") };
    if (above === ".") return { ...environment, cwd };
  }
}

/**
 * What must be installed: what the gates need, each in the folder of its project, and what the root's own locks say.
 *
 * @param files the checkout
 * @param root absolute folder of the repository
 * @param plan what the gates need
 */
export async function placeEnvironments(files: Files, root: string, plan: Plan): Promise<readonly Environment[]> {
  const placed: Environment[] = [];
  // What the repository's own commands install is made where the gates run.
  const locked = plan.environments.filter(({ recipe }) => recipe === undefined);
  for (const environment of locked) placed.push(await place(files, root, environment));
  const roots = [
    { manager: "uv", lock: "uv.lock", project: "pyproject.toml" },
    { manager: "npm", lock: "package-lock.json", project: "package.json" },
  ] as const;
  for (const { manager, lock, project } of roots) {
    const isPlanned = placed.some((one) => one.manager === manager && one.cwd === ".");
    if (isPlanned || !(await has(files, root, project))) continue;
    // npm without a lock would choose versions by itself, which is nobody's wish here.
    const isLocked = await has(files, root, lock);
    if (!isLocked && manager === "npm") continue;
    placed.push({ manager, cwd: ".", groups: [], extras: [], lock: isLocked ? lock : null });
  }
  return placed;
}
