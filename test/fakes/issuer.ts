import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from "jose";
import type { Clock } from "../../src/ports/clock.ts";

/** Claims of a release run through a reusable workflow, as GitHub writes them: all texts. */
export const RELEASE_CLAIMS = {
  sub: "repo:acme/orders:ref:refs/tags/v1.2.0",
  event_name: "push",
  sha: "8f3c1c5de5b4f0a3c9b1a4d2e6f7a8b9c0d1e2f3",
  workflow: "turnpike",
  repository: "acme/orders",
  repository_id: "777000000",
  repository_owner: "acme",
  repository_owner_id: "4242",
  repository_visibility: "public",
  ref: "refs/tags/v1.2.0",
  workflow_ref: "acme/orders/.github/workflows/turnpike.yml@refs/tags/v1.2.0",
  workflow_sha: "8f3c1c5de5b4f0a3c9b1a4d2e6f7a8b9c0d1e2f3",
  job_workflow_ref: "example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1",
  job_workflow_sha: "1d1e1f202122232425262728292a2b2c2d2e2f30",
  runner_environment: "github-hosted",
  run_id: "1234567890",
  run_attempt: "1",
} as const;

/** An OIDC issuer in memory. */
export interface FakeIssuer {
  readonly url: string;
  jwks(): JSONWebKeySet;
  /** A signed token; claims given here win over those of a release run. */
  token(claims?: Readonly<Record<string, unknown>>, audience?: string): Promise<string>;
}

/**
 * @param clock issue time of tokens; they live for five minutes
 * @param url `iss`
 */
export async function fakeIssuer(clock: Clock, url = "https://token.example.org"): Promise<FakeIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" };
  return {
    url,
    jwks: () => ({ keys: [jwk] }),
    async token(claims = {}, audience = "sigstore") {
      const now = Math.floor(clock.now().getTime() / 1000);
      return await new SignJWT({ ...RELEASE_CLAIMS, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "1" })
        .setIssuer(url)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + 300)
        .sign(privateKey);
    },
  };
}
