import { generateKeyPairSync, sign, X509Certificate } from "node:crypto";
import { ASN1Obj, X509Certificate as SigstoreCertificate } from "@sigstore/core";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FULCIO_EXTENSIONS, type FulcioExtension } from "../../../src/core/provenance/index.ts";
import { RELEASE_CLAIMS } from "../../fakes/issuer.ts";
import { type Json, type SigstoreWorld, startWorld } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

interface Request {
  readonly token?: string;
  readonly proofOf?: string;
  readonly curve?: string;
}

async function ask({ token, proofOf = RELEASE_CLAIMS.sub, curve = "P-256" }: Request): Promise<[number, Json]> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const response = await fetch(`${world.sigstore.origin}/api/v2/signingCert`, {
    method: "POST",
    body: JSON.stringify({
      credentials: { oidcIdentityToken: token ?? (await world.issuer.token()) },
      publicKeyRequest: {
        publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }) },
        proofOfPossession: sign("sha256", Buffer.from(proofOf), privateKey).toString("base64"),
      },
    }),
  });
  return [response.status, await response.json()];
}

async function certify(claims: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const [status, body] = await ask({ token: await world.issuer.token(claims) });
  expect(status).toBe(201);
  return body.signedCertificateEmbeddedSct.chain.certificates;
}

function extensionOf(pem: string, name: FulcioExtension): string | undefined {
  const value = SigstoreCertificate.parse(pem).extension(FULCIO_EXTENSIONS[name])?.valueObj.value;
  return value === undefined ? undefined : ASN1Obj.parseBuffer(Buffer.from(value)).value.toString("utf8");
}

describe("a certificate", () => {
  it("names what the token says, in every extension", async () => {
    const [leaf = ""] = await certify();
    const found = Object.fromEntries(
      Object.keys(FULCIO_EXTENSIONS).map((name) => [name, extensionOf(leaf, name as FulcioExtension)]),
    );
    expect(found).toEqual({
      issuer: "https://token.example.org",
      buildSignerUri: "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1",
      buildSignerDigest: RELEASE_CLAIMS.job_workflow_sha,
      runnerEnvironment: "github-hosted",
      sourceRepositoryUri: "https://github.com/acme/orders",
      sourceRepositoryDigest: RELEASE_CLAIMS.sha,
      sourceRepositoryRef: "refs/tags/v1.2.0",
      sourceRepositoryId: "777000000",
      sourceRepositoryOwnerUri: "https://github.com/acme",
      sourceRepositoryOwnerId: "4242",
      buildConfigUri: "https://github.com/acme/orders/.github/workflows/turnpike.yml@refs/tags/v1.2.0",
      buildConfigDigest: RELEASE_CLAIMS.workflow_sha,
      buildTrigger: "push",
      runInvocationUri: "https://github.com/acme/orders/actions/runs/1234567890/attempts/1",
      sourceRepositoryVisibility: "public",
      deploymentEnvironment: undefined,
      tokenSubject: "repo:acme/orders:ref:refs/tags/v1.2.0",
    });
  });

  it("names the environment when there is one", async () => {
    const [leaf = ""] = await certify({ environment: "production" });
    expect(extensionOf(leaf, "deploymentEnvironment")).toBe("production");
  });

  it("lives for ten minutes, has the signer as its only name, and chains to the root", async () => {
    const [leaf, intermediate, root] = (await certify()).map((pem) => new X509Certificate(pem));
    expect([leaf?.validFrom, leaf?.validTo]).toEqual(["Nov 21 10:00:00 2026 GMT", "Nov 21 10:10:00 2026 GMT"]);
    expect(leaf?.subject).toBeUndefined();
    expect(leaf?.subjectAltName).toBe(
      "URI:https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1",
    );
    expect(leaf?.keyUsage).toEqual(["1.3.6.1.5.5.7.3.3"]);
    if (intermediate === undefined || root === undefined) throw new Error("the chain is short");
    expect([leaf?.verify(intermediate.publicKey), intermediate.verify(root.publicKey)]).toEqual([true, true]);
    expect([leaf?.ca, intermediate.ca, root.ca]).toEqual([false, true, true]);
  });

  it("has a serial number of its own each time", async () => {
    const serials = await Promise.all(
      Array.from({ length: 5 }, async () => new X509Certificate((await certify())[0] ?? "")),
    );
    expect(new Set(serials.map(({ serialNumber }) => serialNumber)).size).toBe(5);
  });
});

describe("a request is refused", () => {
  it("when the token is for another audience, of another issuer, expired, or signed by another key", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const forged = (issuer: string, expires: number): Promise<string> =>
      new SignJWT({ ...RELEASE_CLAIMS })
        .setProtectedHeader({ alg: "RS256", kid: "1" })
        .setIssuer(issuer)
        .setAudience("sigstore")
        .setExpirationTime(expires)
        .sign(privateKey);
    const now = world.clock.now().getTime() / 1000;
    const tokens = [
      await world.issuer.token({}, "somebody-else"),
      await world.issuer.token({ exp: undefined }, "sigstore").then((token) => token.replace(/\.[^.]*$/, ".AAAA")),
      await forged(world.issuer.url, now + 60),
      await forged("https://evil.example.org", now + 60),
      "not a token",
      "",
    ];
    for (const token of tokens) {
      expect(await ask({ token })).toEqual([
        401,
        expect.objectContaining({ message: "There was an error processing the identity token" }),
      ]);
    }
  });

  it("when the token has expired", async () => {
    const token = await world.issuer.token();
    await world.clock.sleep(6 * 60_000);
    expect((await ask({ token }))[0]).toBe(401);
  });

  it("when the token has no signature at all", async () => {
    const [, payload] = (await world.issuer.token()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect((await ask({ token: `${header}.${payload}.` }))[0]).toBe(401);
  });

  it("when a claim is missing or a number, and says which", async () => {
    const [status, body] = await ask({ token: await world.issuer.token({ run_id: 5, workflow_sha: undefined }) });
    expect(status).toBe(400);
    expect(body.message).toBe("the identity token lacks, or has in the wrong type: workflow_sha, run_id");
  });

  it("when the job has no workflow", async () => {
    expect((await ask({ token: await world.issuer.token({ job_workflow_ref: "" }) }))[0]).toBe(400);
  });

  it("when the key is not the one that signed the proof, or is of another kind", async () => {
    expect((await ask({ proofOf: "repo:mallory/orders" }))[1].message).toContain("could not be verified");
    expect((await ask({ curve: "P-384" }))[1].message).toContain("not a P-256 key");
  });

  it.each(["", "[]", "{}", "x", '{"credentials":{}}'])("when its body is %j", async (body) => {
    const response = await fetch(`${world.sigstore.origin}/api/v2/signingCert`, { method: "POST", body });
    expect(response.status).toBe(400);
  });
});
