import { access, constants, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where fetched versions of uv are kept: the runner's tool cache, which outlives a job on machines that do; else the user's
 * own cache folder; else the job's scratch folder.
 *
 * @param env the process environment
 * @param temp absolute scratch folder
 * @returns an absolute folder that can be written
 */
export async function toolPlace(env: Readonly<Record<string, string>>, temp: string): Promise<string> {
  const own = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? homedir(), ".cache");
  for (const folder of [env["RUNNER_TOOL_CACHE"], join(own, "turnpike", "tools")]) {
    if (folder === undefined || folder === "") continue;
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
      return folder;
    } catch {
      // A tool cache that belongs to somebody else is passed over.
    }
  }
  return join(temp, "turnpike-tools");
}
