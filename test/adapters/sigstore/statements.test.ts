import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { SigstoreSigner } from "../../../src/adapters/sigstore/signer.ts";
import { PREDICATE_TYPES, type Statement } from "../../../src/core/provenance/index.ts";
import { loadKeys } from "../../../src/local/sigstore/keys.ts";
import { checkpoint, TransparencyLog } from "../../../src/local/sigstore/transparency-log.ts";
import { LOCAL_HOSTS } from "../../../src/local/sigstore/trust.ts";
import type { Http } from "../../../src/ports/http.ts";
import { RELEASE_CLAIMS } from "../../fakes/issuer.ts";
import { check, type Json, policyOf, type SigstoreWorld, startWorld, WHEEL } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

/** Signs a changed statement with an honest identity, and judges it. */
async function reasonsAgainst(statement: Statement, change: (copy: Json) => void): Promise<readonly string[]> {
  const copy: Json = structuredClone(statement);
  change(copy);
  const report = check(world, await world.sign([copy]));
  expect(report.verified).toBe(false);
  return report.statements.flatMap(({ reasons }) => reasons);
}

const workflowOf = (s: Json): Json => s.predicate.buildDefinition.externalParameters.workflow;
const githubOf = (s: Json): Json => s.predicate.buildDefinition.internalParameters.github;
const dependencyOf = (s: Json): Json => s.predicate.buildDefinition.resolvedDependencies[0];

describe("provenance that was signed, but contradicts its certificate, is refused", () => {
  it.each<readonly [string, (s: Json) => void]>([
    ["runDetails.builder.id", (s) => (s.predicate.runDetails.builder.id = "https://github.com/acme/evil")],
    ["runDetails.metadata.invocationId", (s) => (s.predicate.runDetails.metadata.invocationId += "0")],
    ["externalParameters.workflow.repository", (s) => (workflowOf(s).repository = "https://github.com/acme/evil")],
    ["externalParameters.workflow.ref", (s) => (workflowOf(s).ref = "refs/heads/main")],
    ["externalParameters.workflow.path", (s) => (workflowOf(s).path = ".github/workflows/evil.yml")],
    ["internalParameters.github.event_name", (s) => (githubOf(s).event_name = "release")],
    ["internalParameters.github.repository_id", (s) => (githubOf(s).repository_id = "1")],
    ["internalParameters.github.repository_owner_id", (s) => (githubOf(s).repository_owner_id = "1")],
    ["internalParameters.github.runner_environment", (s) => (githubOf(s).runner_environment = "self-hosted")],
    ["digest.gitCommit", (s) => (dependencyOf(s).digest.gitCommit = "0".repeat(40))],
    ["digest.gitCommit", (s) => (dependencyOf(s).uri = "git+https://github.com/acme/evil@refs/tags/v1.2.0")],
  ])("in %s", async (field, change) => {
    const reasons = await reasonsAgainst(await world.provenance(), change);
    expect(reasons[0]).toContain("The provenance contradicts the certificate: ");
    expect(reasons[0]).toContain(field);
  });

  it("in everything, with every reason at once", async () => {
    const statement = await world.provenance({ sha: "0".repeat(40), run_id: "1", event_name: "release" });
    expect(await reasonsAgainst(statement, () => undefined)).toHaveLength(3);
  });

  it.each<readonly [string, (s: Json) => void]>([
    ["an unknown external parameter", (s) => (workflowOf(s).inputs = {})],
    ["another build type", (s) => (s.predicate.buildDefinition.buildType = "https://example.org/build")],
    ["no builder", (s) => delete s.predicate.runDetails.builder],
    ["an empty predicate", (s) => (s.predicate = {})],
  ])("or has %s", async (_, change) => {
    const [reason] = await reasonsAgainst(await world.provenance(), change);
    expect(reason).toMatch(
      /^The provenance is (not as GitHub's build type has it: |of the build type https:\/\/example.org\/build;)/,
    );
  });
});

describe("a statement is refused when", () => {
  it.each<readonly [string, (s: Json) => void, RegExp]>([
    ["it is of another version", (s) => (s._type = "https://in-toto.io/Statement/v0.1"), /not an in-toto statement/],
    ["it has no subject", (s) => (s.subject = []), /not an in-toto statement/],
    ["a subject has no digest", (s) => (s.subject[0].digest = {}), /not an in-toto statement/],
    [
      "it names a file twice",
      (s) => s.subject.push({ ...s.subject[0], digest: { sha256: "00" } }),
      /twice, with different/,
    ],
  ])("%s", async (_, change, expected) => {
    expect((await reasonsAgainst(await world.provenance(), change)).join()).toMatch(expected);
  });

  it("its subject has the right name and another digest algorithm", async () => {
    const statement: Json = structuredClone(await world.provenance());
    statement.subject[0].digest = { sha512: WHEEL.sha256 };
    const report = check(world, await world.sign([statement]));
    expect(report.artifacts[0]?.verified).toBe(false);
  });

  it("an SBOM is none", async () => {
    const sbom = world.sbom();
    const reasons = await reasonsAgainst(sbom, (copy) => (copy.predicate.bomFormat = "SPDX"));
    expect(reasons).toEqual(["The SBOM is not a CycloneDX document."]);
  });

  it("a test result failed, is about another commit, or says nothing", async () => {
    const result = await world.testResult();
    const policy = policyOf(world.issuer, { predicates: ["provenance", "test-result"] });
    const judge = async (change: (copy: Json) => void): Promise<readonly string[]> => {
      const copy: Json = structuredClone(result);
      change(copy);
      const report = check(world, await world.sign([await world.provenance(), copy]), { policy });
      expect(report.verified).toBe(false);
      return report.statements.flatMap(({ reasons }) => reasons);
    };
    expect(await judge((copy) => (copy.predicate.result = "FAILED"))).toEqual([
      "The test result is FAILED; the policy asks for PASSED or WARNED.",
    ]);
    expect(await judge((copy) => copy.subject.push({ name: "x", digest: { gitCommit: "0".repeat(40) } }))).toEqual([
      `The test result is about ${RELEASE_CLAIMS.sha}, ${"0".repeat(40)}; the certificate's commit is ${RELEASE_CLAIMS.sha}.`,
    ]);
    expect(await judge((copy) => delete copy.predicate.result)).toEqual([
      expect.stringMatching(/^The test result is not one: .*result/),
    ]);
  });
});

describe("statements of one release", () => {
  const predicates = ["provenance", "sbom", "test-result"];

  it("are accepted together, signed with one certificate", async () => {
    const bundles = await world.sign([await world.provenance(), world.sbom(), await world.testResult()]);
    const certificates = new Set(bundles.map((bundle) => bundle.verificationMaterial.certificate.rawBytes));
    expect(certificates.size).toBe(1);
    expect(check(world, bundles, { policy: policyOf(world.issuer, { predicates }) }).verified).toBe(true);
  });

  it("are refused when one is missing", async () => {
    const bundles = await world.sign([await world.provenance(), world.sbom()]);
    const report = check(world, bundles, { policy: policyOf(world.issuer, { predicates }) });
    expect(report.artifacts[0]?.reasons).toEqual(["No accepted test result speaks of this file."]);
  });

  it("are refused when they come from different commits", async () => {
    const claims = { sha: "1".repeat(40) };
    const bundles = [
      ...(await world.sign([await world.provenance()])),
      ...(await world.sign([world.sbom()], { claims })),
    ];
    const repository = "https://github.com/acme/orders";
    const policy = policyOf(world.issuer, { predicates: ["provenance", "sbom"], source: { repository } });
    expect(check(world, bundles, { policy }).artifacts[0]?.reasons).toEqual([
      "No accepted CycloneDX SBOM speaks of this file from the same commit as the others.",
    ]);
  });

  it("leave a bundle of other files aside", async () => {
    const other: Json = structuredClone(await world.provenance());
    other.subject = [{ name: "other.whl", digest: { sha256: "00".repeat(32) } }];
    const report = check(world, await world.sign([await world.provenance(), other]));
    expect(report.statements.map(({ outcome }) => outcome)).toEqual(["accepted", "unrelated"]);
    expect(report.verified).toBe(true);
  });
});

describe("the bundle of another repository", () => {
  it("is refused, and says whose it is", async () => {
    const claims = {
      repository: "mallory/orders",
      workflow_ref: "mallory/orders/.github/workflows/turnpike.yml@refs/tags/v1.2.0",
    };
    const report = check(world, await world.sign([await world.provenance(claims)], { claims }));
    expect(report.statements[0]?.reasons).toEqual([
      "The source repository is https://github.com/mallory/orders; the policy asks for https://github.com/acme/orders.",
    ]);
  });
});

describe("an instance without a public log", () => {
  it("is accepted when the policy asks for none, and refused when it does", async () => {
    const bundles = await world.sign([await world.provenance()], { log: "none" });
    const thresholds = { logEntries: 0, timestamps: 1, certificateLogs: 0 };
    expect(check(world, bundles, { policy: policyOf(world.issuer, { thresholds }) }).verified).toBe(true);
    expect(check(world, bundles).statements[0]?.reasons).toEqual([
      "It has 0 transparency log entries; the policy asks for 1.",
    ]);
  });
});

describe("a signature after the certificate's life", () => {
  it("is refused, and says how long that was", async () => {
    const late: Http = {
      async send(request) {
        if (request.url.endsWith("/timestamp")) await world.clock.sleep(11 * 60_000);
        return await nodeHttp.send(request);
      },
    };
    const signer = new SigstoreSigner({ http: late, clock: world.clock }, world.services(2));
    const bundles = await signer.sign([await world.provenance()], await world.issuer.token());
    expect(check(world, bundles).statements[0]?.reasons[0]).toMatch(
      /^The certificate was not valid at the time of signing: it is valid from .* to .*\.$/,
    );
  });
});

describe("a log that was fed something else", () => {
  async function relogged(change: (body: Json) => void): Promise<readonly string[]> {
    const [bundle] = await world.sign([await world.provenance()], { log: 2 });
    const [entry] = bundle.verificationMaterial.tlogEntries;
    const body = JSON.parse(Buffer.from(entry.canonicalizedBody, "base64").toString("utf8"));
    change(body.spec.hashedRekordV002.signature.verifier);
    const bytes = Buffer.from(JSON.stringify(body));
    const { rekorV2: key } = await loadKeys(world.folder);
    const log = new TransparencyLog(join(world.folder, "other.leaves"));
    const { index, treeSize, rootHash, path } = log.append(bytes);
    const envelope = checkpoint({ origin: LOCAL_HOSTS.rekorV2, key }, LOCAL_HOSTS.rekorV2, { treeSize, rootHash });
    Object.assign(entry, {
      logIndex: String(index),
      canonicalizedBody: bytes.toString("base64"),
      inclusionProof: {
        logIndex: String(index),
        rootHash: rootHash.toString("base64"),
        treeSize: String(treeSize),
        hashes: path.map((hash) => hash.toString("base64")),
        checkpoint: { envelope },
      },
    });
    return check(world, [bundle]).statements.flatMap(({ reasons }) => reasons);
  }

  it("is believed when it was fed the same", async () => {
    expect(await relogged(() => undefined)).toEqual([]);
  });

  it("is refused when it records a bare key", async () => {
    const reasons = await relogged((verifier) => {
      verifier.publicKey = { rawBytes: verifier.x509Certificate.rawBytes };
      delete verifier.x509Certificate;
    });
    expect(reasons).toEqual([expect.stringMatching(/records a bare key and not the certificate\.$/)]);
  });

  it("is refused when it records another certificate, or another kind of key", async () => {
    const [other] = await world.sign([world.sbom()]);
    const expected = [expect.stringMatching(/^The log entry \d+ is about another certificate\.$/)];
    const { rawBytes } = other.verificationMaterial.certificate;
    expect(await relogged((verifier) => (verifier.x509Certificate.rawBytes = rawBytes))).toEqual(expected);
    expect(await relogged((verifier) => (verifier.keyDetails = "PKIX_ED25519"))).toEqual(expected);
  });
});

describe("a statement that nobody here knows", () => {
  it("is accepted by who signed it, when the policy asks for it", async () => {
    const type = "https://example.org/review/v1";
    const review = { ...world.sbom(), predicateType: type, predicate: { reviewer: "x" } };
    const bundles = await world.sign([review]);
    expect(check(world, bundles, { policy: policyOf(world.issuer, { predicates: [type] }) }).verified).toBe(true);
    expect(PREDICATE_TYPES.provenance).not.toBe(type);
  });
});
