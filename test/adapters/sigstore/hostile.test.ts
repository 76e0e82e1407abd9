import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SigstoreVerifier } from "../../../src/adapters/sigstore/verifier.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { check, type Json, policyOf, type SigstoreWorld, startWorld, WHEEL } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;
/** One good bundle of each log version, and one of another run. */
const good: { v1: Json; v2: Json; other: Json } = { v1: {}, v2: {}, other: {} };

beforeAll(async () => {
  world = await startWorld();
  const statement = await world.provenance();
  [good.v1] = await world.sign([statement], { log: 1 });
  [good.v2] = await world.sign([statement], { log: 2 });
  [good.other] = await world.sign([await world.provenance({ run_id: "999" })], { log: 2, claims: { run_id: "999" } });
});

afterAll(() => world.close());

/** Every reason that is given, for artifact and bundle. */
function reasons(bundle: Json, options: Parameters<typeof check>[2] = {}): readonly string[] {
  const report = check(world, [bundle], options);
  const all = [...report.statements.flatMap((one) => one.reasons), ...report.artifacts.flatMap((one) => one.reasons)];
  expect(report.verified).toBe(false);
  expect(all.length).toBeGreaterThan(0);
  for (const reason of all) expect(reason).toMatch(/^[A-Z].*\.$/s);
  return all;
}

function changed(bundle: Json, change: (copy: Json) => void): Json {
  const copy = structuredClone(bundle);
  change(copy);
  return copy;
}

function flip(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  return bytes.toString("base64");
}

function rewritten(base64: string, from: string, to: string): string {
  const text = Buffer.from(base64, "base64").toString("utf8");
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to)).toString("base64");
}

describe("a good bundle", () => {
  it.each(["v1", "v2"] as const)("of a log of version %s is accepted", (version) => {
    const report = check(world, [good[version]]);
    expect(report.statements.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([["accepted", []]]);
    expect(report.verified).toBe(true);
    expect(report.statements[0]?.log[0]?.url).toBe(
      version === "v1" ? "https://rekor-v1.turnpike.localhost" : "https://rekor-v2.turnpike.localhost",
    );
  });

  it("is accepted with the older spelling of its media type", () => {
    const bundle = changed(good.v2, (copy) => {
      copy.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.3";
    });
    expect(check(world, [bundle]).verified).toBe(true);
  });

  it("survives being written and read again", () => {
    expect(check(world, [JSON.parse(JSON.stringify(good.v1))]).verified).toBe(true);
  });
});

type Change = readonly [what: string, version: "v1" | "v2", change: (copy: Json) => void, expected: RegExp];
const material = (copy: Json): Json => copy.verificationMaterial;
const entry = (copy: Json): Json => material(copy).tlogEntries[0];

const changes: readonly Change[] = [
  [
    "another payload",
    "v1",
    (c) => (c.dsseEnvelope.payload = rewritten(c.dsseEnvelope.payload, "orders", "0rders")),
    /log entry is about something else|signature does not fit/,
  ],
  [
    "another payload in version 2",
    "v2",
    (c) => (c.dsseEnvelope.payload = rewritten(c.dsseEnvelope.payload, "orders", "0rders")),
    /log entry is about something else|signature does not fit/,
  ],
  ["another payload type", "v1", (c) => (c.dsseEnvelope.payloadType = "text/plain"), /signature does not fit/],
  [
    "a flipped bit in the signature",
    "v2",
    (c) => (c.dsseEnvelope.signatures[0].sig = flip(c.dsseEnvelope.signatures[0].sig)),
    /signed timestamp does not hold/,
  ],
  [
    "a second signature",
    "v2",
    (c) => c.dsseEnvelope.signatures.push(c.dsseEnvelope.signatures[0]),
    /holds 2 signatures; there must be one/,
  ],
  ["no signature", "v2", (c) => (c.dsseEnvelope.signatures = []), /holds 0 signatures; there must be one/],
  [
    "the certificate of another run",
    "v2",
    (c) => (material(c).certificate = material(good.other).certificate),
    /signature does not fit/,
  ],
  [
    "a flipped bit in the certificate",
    "v2",
    (c) => (material(c).certificate.rawBytes = flip(material(c).certificate.rawBytes)),
    /certificate was not issued by an authority/,
  ],
  [
    "the log entry of another run",
    "v2",
    (c) => (material(c).tlogEntries = material(good.other).tlogEntries),
    /log entry is about something else/,
  ],
  ["the same log entry twice", "v2", (c) => material(c).tlogEntries.push(entry(c)), /same log entry twice/],
  [
    "no log entry",
    "v2",
    (c) => (material(c).tlogEntries = []),
    /has 0 transparency log entries; the policy asks for 1/,
  ],
  [
    "no log entry, in version 1",
    "v1",
    (c) => (material(c).tlogEntries = []),
    /has 0 transparency log entries; the policy asks for 1/,
  ],
  [
    "the timestamp of another run",
    "v2",
    (c) => (material(c).timestampVerificationData = material(good.other).timestampVerificationData),
    /signed timestamp does not hold/,
  ],
  [
    "the same timestamp twice",
    "v2",
    (c) =>
      material(c).timestampVerificationData.rfc3161Timestamps.push(
        material(c).timestampVerificationData.rfc3161Timestamps[0],
      ),
    /same timestamp twice/,
  ],
  ["no timestamp", "v2", (c) => delete material(c).timestampVerificationData, /Nobody vouches for the time of signing/],
  [
    "no timestamp, in version 1, where the log has a time",
    "v1",
    (c) => (material(c).timestampVerificationData.rfc3161Timestamps = []),
    /has 0 signed timestamps; the policy asks for 1/,
  ],
  [
    "a timestamp of zeros",
    "v2",
    (c) => (material(c).timestampVerificationData.rfc3161Timestamps[0].signedTimestamp = "AAAAAAAA"),
    /damaged/,
  ],
  [
    "another time in the log entry",
    "v1",
    (c) => (entry(c).integratedTime = String(Number(entry(c).integratedTime) + 60)),
    /log's promise does not hold/,
  ],
  ["another index, in version 1", "v1", (c) => (entry(c).logIndex = "77"), /log's promise does not hold/],
  [
    "another index in the proof",
    "v2",
    (c) => (entry(c).inclusionProof.logIndex = "0"),
    /proof that the log holds the entry does not hold/,
  ],
  ["no proof", "v2", (c) => delete entry(c).inclusionProof, /lacks what its media type asks for: .*inclusionProof/],
  [
    "a checkpoint of another origin",
    "v2",
    (c) =>
      (entry(c).inclusionProof.checkpoint.envelope = entry(c).inclusionProof.checkpoint.envelope.replaceAll(
        "rekor-v2",
        "rekor-v3",
      )),
    /proof that the log holds the entry does not hold/,
  ],
  [
    "a checkpoint without lines",
    "v2",
    (c) => (entry(c).inclusionProof.checkpoint.envelope = "x"),
    /proof that the log holds the entry does not hold/,
  ],
  [
    "another log id",
    "v2",
    (c) => (entry(c).logId.keyId = flip(entry(c).logId.keyId)),
    /proof that the log holds the entry does not hold/,
  ],
  ["an entry that is no JSON", "v2", (c) => (entry(c).canonicalizedBody = "AAAA"), /does not hold|something else/],
  // From here on: what the library alone accepts.
  [
    "another outer index, in version 2",
    "v2",
    (c) => (entry(c).logIndex = "77"),
    /log entry 77 has a proof for index \d+/,
  ],
  [
    "a time in an entry of version 2",
    "v2",
    (c) => (entry(c).integratedTime = "1790000000"),
    /claims a time, which logs of version 2 do not vouch for/,
  ],
  [
    "a proof of another size",
    "v1",
    (c) => (entry(c).inclusionProof.treeSize = "77"),
    /proof for another tree than the one that the log signed/,
  ],
  [
    "a proof of another root",
    "v2",
    (c) => (entry(c).inclusionProof.rootHash = flip(entry(c).inclusionProof.rootHash)),
    /proof for another tree than the one that the log signed/,
  ],
  [
    "a media type that does not exist",
    "v2",
    (c) => (c.mediaType = "application/vnd.dev.sigstore.bundle.v0.9+json"),
    /media type .* is not one of a Sigstore bundle/,
  ],
  [
    "a media type with something behind it",
    "v2",
    (c) => (c.mediaType = "application/vnd.dev.sigstore.bundle.v0.3+json;x=1"),
    /media type .* is not one/,
  ],
  [
    "the media type of a chain with a single certificate",
    "v1",
    (c) => (c.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.1"),
    /asks for a certificate chain, and it holds the other form/,
  ],
  [
    "a chain with the media type of a single certificate",
    "v1",
    (c) => {
      material(c).x509CertificateChain = { certificates: [material(c).certificate] };
      delete material(c).certificate;
    },
    /asks for a single certificate/,
  ],
  [
    "a certificate and a chain",
    "v1",
    (c) => (material(c).x509CertificateChain = { certificates: [material(c).certificate] }),
    /both a certificate and a certificate chain/,
  ],
  ["an unknown field", "v2", (c) => (c.comment = "trust me"), /fields that no bundle has: "comment"/],
  [
    "an unknown field deep down",
    "v2",
    (c) => (entry(c).note = 1),
    /fields that no bundle has: "note" in verificationMaterial.tlogEntries.0/,
  ],
  [
    "a key instead of a certificate",
    "v2",
    (c) => {
      material(c).publicKey = { hint: "x" };
      delete material(c).certificate;
    },
    /bare key; a policy names identities/,
  ],
  ["no certificate", "v2", (c) => delete material(c).certificate, /asks for a single certificate, and it holds none/],
  [
    "a signed file instead of a statement",
    "v2",
    (c) => {
      c.messageSignature = { messageDigest: { algorithm: "SHA2_256", digest: "AAAA" }, signature: "AAAA" };
      delete c.dsseEnvelope;
    },
    /says nothing about it; a signed statement is needed/,
  ],
  ["nothing signed", "v2", (c) => delete c.dsseEnvelope, /holds no signed statement/],
  [
    "a text where bytes belong",
    "v2",
    (c) => (c.dsseEnvelope.payload = "€"),
    /dsseEnvelope.payload is not what a bundle holds there/,
  ],
];

describe("a bundle is refused with", () => {
  it.each(changes)("%s (%s)", (_, version, change, expected) => {
    const bundle = changed(good[version], change);
    expect(bundle).not.toEqual(good[version]);
    expect(reasons(bundle).join("\n")).toMatch(expected);
  });

  it.each([[null], [1], ["x"], [[]], [{}]])("%j instead of a bundle", (value) => {
    expect(reasons(value)).not.toEqual([]);
  });
});

describe("no change anywhere in a bundle is accepted", () => {
  /** What no signature covers, and nobody reads: a hint, lines behind the checkpoint's signatures, the wrapping of a timestamp. */
  const unread = [
    "dsseEnvelope.signatures.0.keyid",
    "verificationMaterial.tlogEntries.0.inclusionProof.checkpoint.envelope",
  ];

  function leaves(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== "object" || value === null) return [path];
    return Object.keys(value).flatMap((key) => leaves(value[key], [...path, key]));
  }

  function at(value: Json, path: readonly string[]): Json {
    return path.reduce((found, key) => found[key], value);
  }

  const mutations: readonly (readonly [string, (old: string) => unknown])[] = [
    ["removed", () => undefined],
    ["emptied", () => ""],
    ["another number", () => "7"],
    ["an object", () => ({})],
    [
      "the first bit flipped",
      (old) =>
        Buffer.from(Buffer.from(old, "base64").map((byte, index) => (index === 0 ? byte ^ 1 : byte))).toString(
          "base64",
        ),
    ],
    ["the last bit flipped", (old) => flip(old)],
    ["longer", (old) => `${old}AAAA`],
  ];

  it.each(["v1", "v2"] as const)("of a log of version %s", (version) => {
    const accepted: string[] = [];
    for (const path of leaves(good[version])) {
      const place = path.join(".");
      if (unread.includes(place)) continue;
      for (const [what, mutate] of mutations) {
        const copy = structuredClone(good[version]);
        const parent = at(copy, path.slice(0, -1));
        const key = path.at(-1) ?? "";
        const value = mutate(parent[key]);
        if (value === parent[key] || (value === "" && parent[key] === "")) continue;
        if (value === undefined) delete parent[key];
        else parent[key] = value;
        if (check(world, [copy]).verified) accepted.push(`${place}: ${what}`);
      }
    }
    expect(accepted).toEqual([
      "verificationMaterial.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp: the first bit flipped",
    ]);
  });
});

describe("an artifact", () => {
  it("that was changed is refused, and both digests are named", () => {
    const tampered = { ...WHEEL, sha256: "00".repeat(32) };
    expect(reasons(good.v2, { artifacts: [tampered] })).toEqual([
      `This is not the file that was signed: it has SHA-256 ${tampered.sha256}, and the SLSA provenance says ${WHEEL.sha256}.`,
    ]);
  });

  it("that no statement speaks of is refused", () => {
    const report = check(world, [good.v2], { artifacts: [{ name: "other.whl", sha256: "00".repeat(32) }] });
    expect(report.verified).toBe(false);
    expect(report.statements[0]?.outcome).toBe("unrelated");
    expect(report.artifacts[0]?.reasons).toEqual(["No accepted SLSA provenance speaks of this file."]);
  });

  it("is accepted under another name", () => {
    expect(check(world, [good.v2], { artifacts: [{ ...WHEEL, name: "/tmp/renamed" }] }).verified).toBe(true);
  });

  it("is not accepted without any bundle, nor is nothing accepted", () => {
    expect(check(world, []).verified).toBe(false);
    expect(check(world, [good.v2], { artifacts: [] }).verified).toBe(false);
  });

  it("is refused beside one that is accepted", () => {
    const report = check(world, [good.v2], { artifacts: [WHEEL, { name: "other.whl", sha256: "00".repeat(32) }] });
    expect(report.artifacts.map(({ verified }) => verified)).toEqual([true, false]);
    expect(report.verified).toBe(false);
  });

  it("is refused when one of its bundles is", () => {
    const broken = changed(good.v2, (copy) => {
      entry(copy).logIndex = "77";
    });
    const report = check(world, [good.v1, broken]);
    expect(report.statements.map(({ outcome }) => outcome)).toEqual(["accepted", "refused"]);
    expect(report.verified).toBe(false);
  });
});

describe("a policy", () => {
  const identity = "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1";
  const workflow = identity.replace(/@.*/, "");
  const other = "https://github.com/acme/orders-evil";

  it.each([
    [
      "another issuer",
      { issuer: "https://token.example.com" },
      /identity comes from https:\/\/token.example.org; the policy asks for https:\/\/token.example.com/,
    ],
    [
      "a prefix of the signer",
      { signer: { identity: identity.slice(0, -1) } },
      /signed by .*refs\/tags\/v1; the policy asks for .*refs\/tags\/v\./,
    ],
    [
      "a dot where the signer has one, elsewhere a letter",
      { signer: { identity: identity.replace("pipeline.yml", "pipelineXyml") } },
      /It was signed by/,
    ],
    [
      "another version of the workflow",
      { signer: { workflow, refs: ["refs/tags/v2*"] } },
      /signed as refs\/tags\/v1 .*; the policy asks for a ref like refs\/tags\/v2\*/,
    ],
    [
      "a commit that was not released",
      { signer: { workflow, commits: ["0".repeat(40)] } },
      /asks for a commit of its list/,
    ],
    [
      "another workflow",
      { signer: { workflow: workflow.replace("pipeline", "p"), refs: ["**"] } },
      /signed by the workflow .*pipeline.yml; the policy asks for/,
    ],
    [
      "another repository",
      { source: { repository: other } },
      /source repository is https:\/\/github.com\/acme\/orders; the policy asks for https:\/\/github.com\/acme\/orders-evil/,
    ],
    [
      "a repository that is a prefix",
      { source: { repository: "https://github.com/acme/order" } },
      /source repository is/,
    ],
    [
      "another ref",
      { source: { repository: "https://github.com/acme/orders", refs: ["refs/heads/main", "refs/tags/v2.*"] } },
      /source ref is refs\/tags\/v1.2.0; the policy asks for one of/,
    ],
    [
      "another commit",
      { source: { repository: "https://github.com/acme/orders", commit: "0".repeat(40) } },
      /source commit is/,
    ],
    ["another event", { events: ["release"] }, /event is push; the policy asks for release/],
    ["another runner", { runner: "self-hosted" as const }, /runner is github-hosted; the policy asks for self-hosted/],
    ["more log entries", { thresholds: { logEntries: 2 } }, /has 1 transparency log entry; the policy asks for 2/],
    ["more timestamps", { thresholds: { timestamps: 2 } }, /has 1 signed timestamp; the policy asks for 2/],
    ["more certificate logs", { thresholds: { certificateLogs: 2 } }, /No trusted certificate log vouches/],
    ["a further statement", { predicates: ["provenance", "sbom"] }, /No accepted CycloneDX SBOM speaks of this file/],
  ])("that asks for %s refuses", (_, changes, expected) => {
    const policy = policyOf(world.issuer, changes as Parameters<typeof policyOf>[1]);
    expect(reasons(good.v2, { policy }).join("\n")).toMatch(expected);
  });

  it.each([
    ["a tag pattern", { workflow, refs: ["refs/tags/v*"] }],
    ["a released commit", { workflow, commits: ["1d1e1f202122232425262728292a2b2c2d2e2f30"] }],
    ["either", { workflow, refs: ["refs/tags/v9"], commits: ["1d1e1f202122232425262728292a2b2c2d2e2f30"] }],
  ])("that names the workflow by %s accepts", (_, signer) => {
    expect(check(world, [good.v2], { policy: policyOf(world.issuer, { signer }) }).verified).toBe(true);
  });

  it("gives all reasons at once", () => {
    const policy = policyOf(world.issuer, {
      issuer: "https://token.example.com",
      source: { repository: other },
      events: ["release"],
      runner: "self-hosted",
    });
    expect(check(world, [good.v2], { policy }).statements[0]?.reasons).toHaveLength(4);
  });
});

describe("a trusted root", () => {
  const other = (change: (root: Json) => void): Json => {
    const root = structuredClone(world.sigstore.trustedRoot);
    change(root);
    return root;
  };

  it.each([
    ["without a start for a log", (root: Json) => delete root.tlogs[0].publicKey.validFor.start],
    ["without a validity for a log", (root: Json) => delete root.tlogs[1].publicKey.validFor],
    ["without a start for a certificate log", (root: Json) => delete root.ctlogs[0].publicKey.validFor.start],
    ["without a start for an authority", (root: Json) => delete root.certificateAuthorities[0].validFor],
    ["without a start for a time-stamp authority", (root: Json) => delete root.timestampAuthorities[0].validFor.start],
    ["without an authority", (root: Json) => (root.certificateAuthorities = [])],
    ["with a key that is none", (root: Json) => (root.tlogs[0].publicKey.rawBytes = "AAAA")],
    ["of another media type", (root: Json) => (root.mediaType = "application/json")],
  ])("%s is refused", (_, change) => {
    const make = () => new SigstoreVerifier(other(change), "trusted-root.json");
    expect(make).toThrow(TurnpikeError);
    expect(make).toThrow(/trusted-root.json/);
  });

  it("of somebody else accepts nothing", async () => {
    const elsewhere = await startWorld();
    const report = check({ ...elsewhere, issuer: world.issuer }, [good.v2]);
    await elsewhere.close();
    expect(report.statements[0]?.reasons.join()).toMatch(/timestamp does not hold/);
  });

  it("that no longer trusted the authority at that time accepts nothing", () => {
    const root = other((copy) => {
      copy.certificateAuthorities[0].validFor.end = "2026-01-01T00:00:00Z";
    });
    const verifier = new SigstoreVerifier(root, "trusted-root.json");
    const report = check({ ...world, verifier }, [good.v2]);
    expect(report.statements[0]?.reasons).toEqual([
      "The certificate was not issued by an authority that the trusted root names, or not at a time when it was trusted.",
    ]);
  });
});
