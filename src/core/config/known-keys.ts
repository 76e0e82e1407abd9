import { gateShape } from "./gate-schema.ts";
import type { KeysAt } from "./problems.ts";
import { fileShape } from "./schema.ts";

/** Keys of the format that are planned, and that must not be taken for built. */
const LATER_FILE_KEYS = ["setup", "sbom", "sign", "verify", "events"];

/** Keys of the maps inside. */
const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  budget: ["total", "enforce"],
  resources: ["cpu", "memory", "locks"],
  when: ["paths", "events", "branches"],
  retries: ["max", "on"],
  threshold: ["findings", "severity", "coverage", "tests"],
  waiver: ["owner", "reason", "expires", "issue"],
};

/** Keys of turnpike.yml. */
export const keysAt: KeysAt = (path) => {
  const last = path.at(-1);
  if (path.length === 0) return { known: Object.keys(fileShape), later: LATER_FILE_KEYS };
  if (path[0] === "gates" && path.length === 2) return { known: Object.keys(gateShape) };
  const known = typeof last === "string" && Object.hasOwn(INNER_KEYS, last) ? INNER_KEYS[last] : undefined;
  return { known: known ?? (path.includes("retries") ? ["output"] : ["format", "path"]) };
};
