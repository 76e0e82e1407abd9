import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatError } from "../../src/errors.ts";
import type { Oidc } from "../../src/ports/oidc.ts";

/** An identity to try, and its world. */
export interface OidcWorld {
  readonly oidc: Oidc;
  /** The identity of a job without permission, or of one that the provider refuses. */
  as(mode: "missing" | "refusing"): Oidc;
  close(): Promise<void>;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
}

/**
 * What every identity does.
 *
 * @param name of the implementation
 * @param open makes one whose claims have `sub: "repo:acme/shop:ref:refs/heads/main"`
 */
export function oidcContract(name: string, open: () => Promise<OidcWorld>): void {
  describe(`oidc: ${name}`, () => {
    let world: OidcWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("gives a token for the audience that was asked for", async () => {
      expect(world.oidc.isAvailable()).toBe(true);
      for (const audience of ["sigstore", "https://example.org/a b?c=d&e"]) {
        expect(claimsOf(await world.oidc.token(audience))).toMatchObject({
          aud: audience,
          sub: "repo:acme/shop:ref:refs/heads/main",
        });
      }
    });

    it("says which permission is missing, with the YAML that grants it", async () => {
      const oidc = world.as("missing");
      expect(oidc.isAvailable()).toBe(false);
      await expect(oidc.token("sigstore")).rejects.toMatchObject({
        code: "OIDC_UNAVAILABLE",
        kind: "user",
        hint: expect.stringContaining("permissions:\n  id-token: write"),
      });
    });

    it("tells a refusal by its status and nothing else", async () => {
      const error: unknown = await world
        .as("refusing")
        .token("sigstore")
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "OIDC_REFUSED", kind: "service", message: expect.stringContaining("401") });
      expect(error).not.toHaveProperty("cause");
      expect(formatError(error)).not.toMatch(/wrong-token|request token is not/);
    });
  });
}
