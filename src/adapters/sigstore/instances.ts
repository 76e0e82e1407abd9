import seeds from "@sigstore/tuf/seeds.json" with { type: "json" };
import { z } from "zod";
import type { SigningServices } from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Processes } from "../../ports/processes.ts";
import type { KnownInstance } from "../../ports/signing.ts";

/** Addresses of the instances. */
export const SERVICES: Readonly<Record<KnownInstance, SigningServices>> = {
  /** Sigstore's public good instance, with the log that every verifier knows. */
  "public-good": {
    fulcioUrl: "https://fulcio.sigstore.dev",
    logs: [{ url: "https://rekor.sigstore.dev", apiVersion: 1 }],
    timestampUrls: ["https://timestamp.sigstore.dev/api/v1/timestamp"],
  },
  /** GitHub's instance for private repositories: no public log (actions/toolkit packages/attest/src/endpoints.ts). */
  github: {
    fulcioUrl: "https://fulcio.githubapp.com",
    logs: [],
    timestampUrls: ["https://timestamp.githubapp.com/api/v1/timestamp"],
  },
};

const TIMEOUT_MS = 60_000;
const GITHUB_ORGANIZATION = "GitHub, Inc.";

const seedSchema = z.object({ targets: z.object({ "trusted_root.json": z.base64() }) });
const organizationSchema = z.looseObject({
  certificateAuthorities: z.array(z.looseObject({ subject: z.looseObject({ organization: z.string() }) })).min(1),
});

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

function isGitHubs(root: unknown): boolean {
  const parsed = organizationSchema.safeParse(root);
  return (
    parsed.success &&
    parsed.data.certificateAuthorities.every(({ subject }) => subject.organization === GITHUB_ORGANIZATION)
  );
}

/**
 * The trusted root of GitHub's instance, from `gh attestation trusted-root`, which checks it by TUF and is on every hosted
 * runner (cli.github.com/manual/gh_attestation_trusted-root).
 *
 * @param processes starts gh
 * @param env its environment
 * @returns the JSON document
 * @throws TurnpikeError `SIGN_FAILED` with what to do instead
 */
export async function githubTrustedRoot(processes: Processes, env: Readonly<Record<string, string>>): Promise<unknown> {
  const file = (await processes.which("gh", env)) ?? "gh";
  const command = { file, args: ["attestation", "trusted-root"], cwd: process.cwd(), env };
  const { end, stdout } = await processes.capture(command, { timeoutMs: TIMEOUT_MS });
  if (end.kind === "exited" && end.code === 0) {
    const roots = stdout.split("\n").flatMap((line): unknown[] => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    });
    const root = roots.find(isGitHubs);
    if (root !== undefined) return root;
  }
  throw new TurnpikeError(
    "SIGN_FAILED",
    "user",
    "The trusted root of GitHub's Sigstore instance could not be had from `gh attestation trusted-root`, and what cannot be verified is not signed.",
    {
      hint: "Give a client trust configuration with `trust-config`, or set `instance: public-good`: that shows the repository's name in a public log.",
    },
  );
}
