import { asText, valueAt } from "../../core/documents/index.ts";
import { recordedRunOf } from "../../core/summary/index.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { GatePorts } from "./gate-ports.ts";
import type { RunOrigin } from "./quarantine.ts";

/** GitHub's names of systems, as they are written elsewhere. */
const SYSTEMS: Readonly<Record<string, string>> = { Linux: "linux", macOS: "macos", Windows: "windows" };

/**
 * @param context of a workflow run
 * @param part which runner of a fan-out it is, from 1; 0 for a run as a whole
 * @returns where the run takes place
 */
export function originOf(context: RunContext, part = 0): RunOrigin {
  const { event, runnerOs } = context;
  return {
    ...recordedRunOf(context),
    part,
    headSha: asText(valueAt(event, "pull_request", "head", "sha")) || null,
    os: SYSTEMS[runnerOs] ?? (runnerOs === "" ? "unknown" : runnerOs.toLowerCase()),
  };
}

/** Node's names of systems, as they are written elsewhere. */
const PLATFORMS: Readonly<Record<string, string>> = { darwin: "macos", win32: "windows" };

/**
 * @param root absolute path of the repository's root
 * @param ports the world
 * @param platform Node's name of the system
 * @returns where a run of the bare command line takes place
 */
export async function localOrigin(
  root: string,
  { git, random }: Pick<GatePorts, "git" | "random">,
  platform: string,
): Promise<RunOrigin> {
  const branch = (await git.branch(root)) ?? null;
  return {
    ...{ run: random.uuid(), attempt: 1, part: 0, branch, event: "local", headSha: null },
    isDefaultBranch: branch === "main" || branch === "master",
    os: PLATFORMS[platform] ?? platform,
  };
}
