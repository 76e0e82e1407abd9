import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Check, Scene } from "../scene.ts";

async function submodules(scene: Scene): Promise<readonly Finding[]> {
  if (!scene.names.has(".gitmodules")) return [];
  const ci: Finding = {
    severity: "warning",
    message: "the road checks out without submodules",
    where: { file: ".gitmodules", line: 1 },
    why: "gates that need what lies in them fail on GitHub; run those in a job of your own.",
    mend: null,
  };
  const { stdout } = await scene.askGit("submodule", "status");
  if (!/^-/m.test(stdout)) return [ci];
  const here: Finding = {
    ...ci,
    message: "submodules are not checked out here",
    why: "their folders are empty.",
    mend: "git submodule update --init --recursive",
  };
  return [here, ci];
}

async function largeFiles(scene: Scene): Promise<readonly Finding[]> {
  const text = scene.names.has(".gitattributes") ? await scene.files.readText(".gitattributes") : undefined;
  const index = (text ?? "").split("\n").findIndex((line) => /^[^#]*\bfilter=lfs\b/.test(line));
  if (index === -1) return [];
  return [
    {
      severity: "warning",
      message: "the road checks out without Git LFS",
      where: { file: ".gitattributes", line: index + 1 },
      why: "gates see small pointer files in place of what they stand for.",
      mend: null,
    },
  ];
}

/** Parts of the repository that a plain checkout does not bring. */
export const partsCheck: Check = {
  id: "parts",
  section: "repository",
  async examine(scene) {
    if (!scene.isRepository) return NOT_APPLICABLE;
    const findings = [...(await submodules(scene)), ...(await largeFiles(scene))];
    return findings.length === 0 ? NOT_APPLICABLE : found(findings, "");
  },
};
