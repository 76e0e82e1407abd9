import { checkout } from "./checkout.ts";
import { downloadArtifact } from "./download-artifact.ts";
import type { StandIn } from "./stand-in.ts";
import { uploadArtifact } from "./upload-artifact.ts";

const ALL: readonly StandIn[] = [checkout, uploadArtifact, downloadArtifact];

/**
 * @param repository `owner/name`, any case
 * @returns the stand-in, whatever ref or SHA it is pinned by
 */
export function findStandIn(repository: string): StandIn | undefined {
  return ALL.find((one) => one.repository === repository.toLowerCase());
}
