import type { JudgedBundle, SigningServices, Statement } from "../core/provenance/index.ts";

/** Signs statements as the identity of a token. */
export interface StatementSigner {
  /**
   * Signs and logs all statements with one key and one certificate; the key is forgotten.
   *
   * @param statements at least one
   * @param token an identity token for the audience `sigstore`
   * @returns Sigstore bundles (JSON documents), in the order of the statements
   * @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`; never holds any part of the token
   */
  sign(statements: readonly Statement[], token: string): Promise<readonly object[]>;
}

/** Checks the cryptography of bundles against one trusted root, offline. */
export interface BundleVerifier {
  /**
   * @param name what the bundle is called, a file name
   * @param value the parsed JSON
   * @param certificateLogs how many certificate logs must vouch for the certificate
   * @returns what the bundle proves, or why it proves nothing; never throws
   */
  verify(name: string, value: unknown, certificateLogs: number): JudgedBundle;
}

/** Sigstore instances that need no configuration. */
export type KnownInstance = "public-good" | "github";

/** Signing and verifying with Sigstore. */
export interface Sigstore {
  services(instance: KnownInstance): Promise<SigningServices>;
  /**
   * @returns a trusted root (JSON document); the public good instance's needs no network
   * @throws TurnpikeError `SIGN_FAILED` when GitHub's cannot be had
   */
  trustedRoot(instance: KnownInstance): Promise<unknown>;
  signer(services: SigningServices): Promise<StatementSigner>;
  /**
   * @param trustedRoot JSON document
   * @param where what it is called, for messages
   * @throws TurnpikeError `VERIFY_INPUT` when it is none that can be trusted
   */
  verifier(trustedRoot: unknown, where: string): Promise<BundleVerifier>;
}
