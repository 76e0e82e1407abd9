import type { Random } from "../../../ports/random.ts";
import type { RunOrigin } from "./quarantine.ts";

/** Node's names of systems, as they are written elsewhere. */
const PLATFORMS: Readonly<Record<string, string>> = { darwin: "macos", win32: "windows" };

/**
 * @param branch what is checked out; null when HEAD is detached
 * @param random makes the name of the run
 * @param platform Node's name of the system
 * @returns where a run of the bare command line takes place
 */
export function localOrigin(branch: string | null, random: Random, platform: string): RunOrigin {
  return {
    ...{ run: random.uuid(), attempt: 1, part: 0, branch, event: "local", headSha: null },
    isDefaultBranch: branch === "main" || branch === "master",
    os: PLATFORMS[platform] ?? platform,
  };
}
