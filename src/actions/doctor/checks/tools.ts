import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { below, type Check, type Scene } from "../scene.ts";

const UNBROUGHT = /no dependency group, extra or dependency brings it/;

function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash === -1 ? "." : file.slice(0, slash);
}

/** A tool that something else brings: a hook of pre-commit, or an environment of tox, nox or hatch that a gate runs in. */
async function isBrought(scene: Scene, tool: string): Promise<boolean> {
  if (scene.plan.kind === "invalid") return true;
  const { gates, suggestions } = scene.plan.planned.plan;
  const all = [...gates, ...suggestions.map(({ gate }) => gate)];
  if (all.some((gate) => gate.tool === tool || gate.reproduce.split(/[\s/]+/).includes(tool))) return true;
  const hooks = (await scene.files.readText(".pre-commit-config.yaml")) ?? "";
  return hooks.includes(tool);
}

/** Tools that have settings in a project of uv's, and that nothing brings. */
export const toolsCheck: Check = {
  id: "tools",
  section: "repository",
  async examine(scene) {
    if (scene.plan.kind === "invalid") return NOT_APPLICABLE;
    // Only uv's own projects say all that they install in their manifest.
    const candidates = scene.plan.planned.leftOut.filter(({ file }) =>
      scene.names.has(below(folderOf(file), "uv.lock")),
    );
    const unbrought = candidates.filter(({ reason }) => UNBROUGHT.test(reason));
    const brought = await Promise.all(unbrought.map(({ what }) => isBrought(scene, what)));
    if (!scene.names.has("uv.lock") && unbrought.length === 0) return NOT_APPLICABLE;
    const findings = unbrought
      .filter((_, index) => brought[index] === false)
      .map(
        ({ what, file, line }): Finding => ({
          severity: "warning",
          message: `${what} has settings, but no dependency group, extra or dependency brings it`,
          where: { file, line },
          why: "it is not checked, because nothing says which version to run.",
          mend: `uv add --dev ${what}`,
        }),
      );
    return found(findings, "every tool with settings is in an environment");
  },
};
