import { childEnvironment, hasWheels } from "../../core/uv/index.ts";
import { unreachable } from "../../errors.ts";
import type { SetupPorts } from "./setup-ports.ts";
import { cacheStateSchema } from "./use-cache.ts";

/** Above this many bytes an unpacked cache takes longer to restore than to fetch again; only what was built is kept then. */
const LARGEST_BYTES = 1024 ** 3;
/** Below this many bytes an entry saves nobody time. */
const SMALLEST_BYTES = 64 * 1024;
const PRUNE_MS = 60_000;

/** What saving needs of the world. */
export type SavePorts = Pick<SetupPorts, "files" | "processes" | "cache" | "log" | "job" | "clock" | "env">;

async function sizeOf(ports: SavePorts, folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await ports.files.list(folder)) bytes += entry.size;
  return bytes;
}

function shown(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Keeps only what uv built itself; `--force`, because a uv that still runs would make it wait. */
async function prune(ports: SavePorts, state: { folder: string; uvPath: string }): Promise<void> {
  const env = childEnvironment(ports.env, { UV_CACHE_DIR: state.folder });
  const args = ["cache", "prune", "--ci", "--force", "--no-config"];
  await ports.processes.capture({ file: state.uvPath, args, cwd: state.folder, env }, { timeoutMs: PRUNE_MS });
}

async function save(ports: SavePorts, key: string, folder: string): Promise<void> {
  const start = ports.clock.monotonicMs();
  const result = await ports.cache.save([folder], key);
  const seconds = ((ports.clock.monotonicMs() - start) / 1000).toFixed(1);
  switch (result.kind) {
    case "saved": {
      const size = result.bytes === undefined ? "" : `, ${shown(result.bytes)} packed`;
      return ports.log.info(`Cache: saved ${key} in ${seconds} s${size}.`);
    }
    case "exists":
      return ports.log.info(`Cache: ${key} was saved by another job meanwhile.`);
    case "denied":
      return ports.log.info(
        `Cache: this run may only read (${result.reason}); nothing was saved, which is as it should be.`,
      );
    case "unavailable":
      return ports.log.info(`Cache: not saved (${result.reason}).`);
    default:
      return unreachable(result);
  }
}

/**
 * The post step: saves uv's cache when the main step asked for it, also when the job failed. Nothing here fails a job.
 *
 * @param ports the world
 */
export async function saveCache(ports: SavePorts): Promise<void> {
  const text = ports.job.readState();
  if (text === undefined) return ports.log.info("Cache: nothing to save.");
  const state = cacheStateSchema.parse(JSON.parse(text));
  const names = (await ports.files.list(state.folder, () => true)).map((entry) => entry.path);
  if (!hasWheels(names, state.uvVersion)) return ports.log.info("Cache: uv kept nothing; nothing to save.");
  let bytes = await sizeOf(ports, state.folder);
  if (bytes > LARGEST_BYTES) {
    ports.log.info(`Cache: ${shown(bytes)} would take longer to restore than to fetch; only what was built is kept.`);
    await prune(ports, state);
    bytes = await sizeOf(ports, state.folder);
  }
  if (bytes < SMALLEST_BYTES) return ports.log.info("Cache: too little to be worth saving.");
  ports.log.info(`Cache: saving ${shown(bytes)} …`);
  await save(ports, state.key, state.folder);
}
