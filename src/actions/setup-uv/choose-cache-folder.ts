import { childEnvironment } from "../../core/uv/index.ts";
import type { SetupPorts } from "./setup-ports.ts";

const QUESTION_MS = 30_000;

/** Where uv keeps its cache. */
export interface CacheFolder {
  readonly path: string;
  /** False when uv must be told by `UV_CACHE_DIR`. */
  readonly isUvsOwn: boolean;
}

/**
 * uv's own choice, unless it is on another file system than the checkout: then every file would be copied, not linked.
 *
 * @param ports the world
 * @param uv absolute path of uv
 * @param root absolute folder of the project, whose settings may name a cache folder
 */
export async function chooseCacheFolder(ports: SetupPorts, uv: string, root: string): Promise<CacheFolder> {
  const env = childEnvironment(ports.env, { NO_COLOR: "1" });
  const args = ["cache", "dir"];
  const result = await ports.processes.capture({ file: uv, args, cwd: root, env }, { timeoutMs: QUESTION_MS });
  const path = result.stdout.trim();
  const spare = ports.machine.spareCacheFolder;
  if (result.end.kind !== "exited" || result.end.code !== 0 || path === "") return { path: spare, isUvsOwn: false };
  const isNamed = (ports.env["UV_CACHE_DIR"] ?? "") !== "";
  if (isNamed || (await ports.machine.shareFileSystem(path, root))) return { path, isUvsOwn: true };
  ports.log.info(
    `uv's cache ${path} is on another disk than the checkout; ${spare} is used, so that files are linked.`,
  );
  return { path: spare, isUvsOwn: false };
}
