import { cache, cacheRestore, cacheSave } from "./cache.ts";
import { checkout } from "./checkout.ts";
import { downloadArtifact } from "./download-artifact.ts";
import { setupNode } from "./setup-node.ts";
import { setupPython } from "./setup-python.ts";
import { setupUv } from "./setup-uv.ts";
import type { StandIn } from "./stand-in.ts";
import { uploadArtifact } from "./upload-artifact.ts";

const ALL: readonly StandIn[] = [
  checkout,
  uploadArtifact,
  downloadArtifact,
  setupNode,
  setupPython,
  setupUv,
  cache,
  cacheRestore,
  cacheSave,
];

/**
 * @param name `owner/name` or `owner/name/path`, any case
 * @returns the stand-in, whatever ref or SHA it is pinned by
 */
export function findStandIn(name: string): StandIn | undefined {
  return ALL.find((one) => one.repository === name.toLowerCase());
}
