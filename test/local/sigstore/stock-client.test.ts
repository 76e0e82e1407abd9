import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFromJSON, bundleToJSON } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } from "@sigstore/sign";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { type LocalSigstore, startSigstore } from "../../../src/local/sigstore/index.ts";
import { type FakeIssuer, fakeIssuer } from "../../fakes/issuer.ts";

let folder: string;
let issuer: FakeIssuer;
let sigstore: LocalSigstore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sigstore-"));
  issuer = await fakeIssuer(systemClock);
  sigstore = await startSigstore({ issuer, folder, clock: systemClock });
});

afterAll(async () => {
  await sigstore.close();
  await rm(folder, { recursive: true, force: true });
});

async function signWithStockClient(): Promise<unknown> {
  const options = { timeout: 20_000, retry: 0 };
  const signer = new FulcioSigner({
    ...options,
    fulcioBaseURL: sigstore.origin,
    identityProvider: { getToken: () => issuer.token() },
  });
  const witnesses = [
    new RekorWitness({ ...options, rekorBaseURL: sigstore.origin, entryType: "dsse" }),
    new TSAWitness({ ...options, tsaBaseURL: sigstore.origin }),
  ];
  const builder = new DSSEBundleBuilder({ signer, witnesses });
  return bundleToJSON(await builder.create({ data: Buffer.from("{}"), type: "application/vnd.in-toto+json" }));
}

describe("the stock client against the embedded services", () => {
  it("signs with Fulcio, Rekor v1 and the timestamp authority, and its bundle verifies", async () => {
    const bundle = bundleFromJSON(await signWithStockClient());
    const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(sigstore.trustedRoot)), {
      tlogThreshold: 1,
      ctlogThreshold: 1,
      timestampThreshold: 2,
    });
    const signer = verifier.verify(toSignedEntity(bundle));
    expect(signer.identity?.subjectAlternativeName).toBe(
      "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1",
    );
    expect(signer.identity?.extensions?.issuer).toBe(issuer.url);
  });

  it("verifies what was signed before the services were started again, at another port", async () => {
    const bundle = bundleFromJSON(await signWithStockClient());
    const again = await startSigstore({ issuer, folder, clock: systemClock });
    expect(again.trustedRoot).toEqual(sigstore.trustedRoot);
    const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(again.trustedRoot)));
    expect(() => verifier.verify(toSignedEntity(bundle))).not.toThrow();
    await again.close();
  });
});
