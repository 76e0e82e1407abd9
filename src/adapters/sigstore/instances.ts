import seeds from "@sigstore/tuf/seeds.json" with { type: "json" };
import { z } from "zod";
import type { SigningServices } from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";

/** Sigstore's public good instance, with the log that every verifier knows. */
export const PUBLIC_GOOD_SERVICES: SigningServices = {
  fulcioUrl: "https://fulcio.sigstore.dev",
  logs: [{ url: "https://rekor.sigstore.dev", apiVersion: 1 }],
  timestampUrls: ["https://timestamp.sigstore.dev/api/v1/timestamp"],
};

/** GitHub's instance for private repositories: no public log (actions/toolkit packages/attest/src/endpoints.ts). */
export const GITHUB_SERVICES: SigningServices = {
  fulcioUrl: "https://fulcio.githubapp.com",
  logs: [],
  timestampUrls: ["https://timestamp.githubapp.com/api/v1/timestamp"],
};

const seedSchema = z.object({ targets: z.object({ "trusted_root.json": z.base64() }) });

/**
 * The trusted root of the public good instance, as the project's own client ships it, so that no network is needed.
 *
 * @returns the JSON document
 */
export function publicGoodTrustedRoot(): unknown {
  const [seed] = z.array(seedSchema).parse(Object.values(seeds));
  if (seed === undefined) throw new TurnpikeError("BUG_UNEXPECTED", "bug", "The shipped trusted root is missing.");
  return JSON.parse(Buffer.from(seed.targets["trusted_root.json"], "base64").toString("utf8"));
}
