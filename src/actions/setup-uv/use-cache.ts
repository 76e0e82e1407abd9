import { z } from "zod";
import {
  bucketFingerprint,
  type CacheDecision,
  cacheKey,
  decideCache,
  hasWheels,
  lockIdentity,
} from "../../core/uv/index.ts";
import { unreachable } from "../../errors.ts";
import type { RestoreResult } from "../../ports/cache.ts";
import type { ProvidedUv } from "../../ports/uv.ts";
import type { InstallTarget } from "./install.ts";
import type { SetupInputs, SetupPorts } from "./setup-ports.ts";

/** What the post step must know; kept as one text. */
export const cacheStateSchema = z.object({
  version: z.literal(1),
  key: z.string(),
  folder: z.string(),
  uvPath: z.string(),
  uvVersion: z.string(),
});
export type CacheState = z.infer<typeof cacheStateSchema>;

/** What the cache came to. */
export interface CacheUse {
  readonly outcome: "hit" | "partial" | "miss" | "off" | "unavailable";
  /** Why it is off; undefined where it is not, and where there is nothing to keep. */
  readonly why?: string;
  /** The key that was looked for, empty when none was. */
  readonly key: string;
  /** What the post step is to save; undefined for nothing. */
  readonly state: CacheState | undefined;
}

/** What an entry is for. */
export interface CacheSubject {
  readonly uv: ProvidedUv;
  /** `3.13.1`, one an environment. */
  readonly pythons: readonly string[];
  readonly targets: readonly InstallTarget[];
  /** Absolute cache folder of uv. */
  readonly folder: string;
}

const NONE = { key: "", state: undefined } as const;

async function topLevel(ports: SetupPorts, folder: string): Promise<readonly string[]> {
  const entries = await ports.files.list(folder, () => true);
  return entries.map((entry) => entry.path);
}

async function keyFor(ports: SetupPorts, inputs: SetupInputs, subject: CacheSubject) {
  const { platform } = ports.machine;
  const environments = [];
  for (const { root, environment } of subject.targets) {
    const lock = await ports.files.readText(`${root}/${environment.lock ?? "uv.lock"}`);
    const { cwd, groups, extras } = environment;
    environments.push({ cwd, groups, extras, lock: lock === undefined ? "" : lockIdentity(lock) });
  }
  return cacheKey({
    os: platform.os,
    arch: platform.arch,
    libc: platform.libc,
    image: ports.env["ImageOS"] ?? null,
    python: [...new Set(subject.pythons.map((version) => version.split(".").slice(0, 2).join(".")))].sort().join("_"),
    buckets: bucketFingerprint(subject.uv.version),
    suffix: inputs.cacheSuffix ?? "",
    environments,
  });
}

/** What was restored counts only when this uv finds its folders in it. */
async function outcomeOf(
  ports: SetupPorts,
  result: RestoreResult,
  { uv, folder }: CacheSubject,
): Promise<"hit" | "partial" | "miss"> {
  if (result.kind !== "hit" && result.kind !== "partial") return "miss";
  if (hasWheels(await topLevel(ports, folder), uv.version)) return result.kind;
  ports.log.info(`The entry ${result.key} holds nothing that uv ${uv.version} reads; it counts as a miss.`);
  return "miss";
}

function mustSave(decision: CacheDecision, outcome: "hit" | "partial" | "miss"): boolean {
  switch (decision.save) {
    case "always":
      return outcome !== "hit";
    case "miss":
      return outcome === "miss";
    case "never":
      return false;
    default:
      return unreachable(decision.save);
  }
}

/**
 * Restores uv's cache when that is allowed and of use. Nothing here can fail the step.
 *
 * @param ports the world
 * @param inputs the action's inputs
 * @param subject what the entry is for
 */
export async function restoreCache(ports: SetupPorts, inputs: SetupInputs, subject: CacheSubject): Promise<CacheUse> {
  const { log, context } = ports;
  const { folder } = subject;
  if (subject.targets.length === 0) return { ...NONE, outcome: "off" };
  const isWarm = (await topLevel(ports, folder)).some((name) => /^wheels-v\d+$/.test(name));
  const { eventName, refType } = context;
  const decision = decideCache({ mode: inputs.cache, eventName, refType, isWarm });
  if (!decision.restore) {
    log.info(`Cache: off (${decision.why}).`);
    return { ...NONE, outcome: "off", why: decision.why };
  }
  const { key, prefixes } = await keyFor(ports, inputs, subject);
  if (!ports.cache.isAvailable()) {
    log.info("Cache: no cache service here; packages come from the index.");
    return { outcome: "unavailable", key, state: undefined };
  }
  const start = ports.clock.monotonicMs();
  const result = await ports.cache.restore([folder], key, prefixes);
  const seconds = ((ports.clock.monotonicMs() - start) / 1000).toFixed(1);
  if (result.kind === "unavailable") {
    log.info(`Cache: not reachable (${result.reason}); packages come from the index.`);
    return { outcome: "unavailable", key, state: undefined };
  }
  const outcome = await outcomeOf(ports, result, subject);
  const found = result.kind === "miss" ? "nothing found" : `found ${result.key}`;
  log.info(`Cache: ${outcome} in ${seconds} s (${decision.why}); looked for ${key}; ${found}.`);
  const state = mustSave(decision, outcome)
    ? ({
        version: 1,
        key,
        folder,
        uvPath: subject.uv.path,
        uvVersion: subject.uv.version,
      } as const)
    : undefined;
  return { outcome, key, state };
}
