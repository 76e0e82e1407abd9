import { type Draft, ZERO_ONE } from "../draft.ts";
import type { PythonScene } from "./python-gate.ts";

/**
 * `uv.lock` in the repository declares that it should be kept current.
 *
 * @param scene one Python project
 * @returns the `lock` gate, or nothing without a lock
 */
export function lockGate({ project }: PythonScene): readonly Draft[] {
  const { cwd, uvLock } = project.root;
  if (uvLock === undefined) return [];
  return [
    {
      kind: "lock",
      label: "uv",
      tool: "uv lock",
      cwd,
      run: () => ["uv", "lock", "--check"],
      reproduce: ["uv", "lock", "--check"],
      tier: "fast",
      exitCodes: ZERO_ONE,
      source: { file: uvLock, line: 1 },
      why: `${uvLock} is in the repository, so it should match ${project.file}`,
      blockers: [],
      environment: { manager: "uv", cwd, groups: [], extras: [] },
    },
  ];
}
