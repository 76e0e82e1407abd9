import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MemoryGitHub } from "../../../src/adapters/memory/github.ts";
import { MemoryOidc } from "../../../src/adapters/memory/oidc.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { sigstore } from "../../../src/adapters/sigstore/index.ts";
import { attestationsFileSchema } from "../../../src/core/provenance/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import type { Sigstore } from "../../../src/ports/signing.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { RELEASE_CLAIMS } from "../../fakes/issuer.ts";
import { BUILT, type ReleaseJob, releaseJob, sha256, VERDICT } from "../../fakes/release.ts";
import { type SigstoreWorld, startWorld } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;
let job: ReleaseJob;

beforeAll(async () => {
  world = await startWorld();
});

beforeEach(async () => {
  job = await releaseJob(world);
});

afterEach(() => rm(job.folder, { recursive: true, force: true }));
afterAll(() => world.close());

async function written(): Promise<readonly string[]> {
  return (await readdir(join(job.folder, "attestations")).catch(() => [])).sort();
}

async function refusal(inputs: Readonly<Record<string, string>> = {}, ports = {}): Promise<TurnpikeError> {
  const error = await errorOf(job.sign(inputs, ports));
  expect(await written()).toEqual([]);
  expect(job.github.bundles).toEqual([]);
  return error;
}

const ALL = [
  "attestations.json",
  "orders.provenance.sigstore.json",
  "orders.sbom.sigstore.json",
  "policy.yml",
  "test-result.sigstore.json",
  "trusted-root.json",
];

describe("signing a release", () => {
  it("writes three bundles, the policy, the trusted root and what was signed", async () => {
    const outputs = await job.sign();
    expect(await written()).toEqual(ALL);
    expect(outputs).toEqual({
      bundles: ALL.filter((name) => name.endsWith(".sigstore.json"))
        .map((name) => `attestations/${name}`)
        .join("\n"),
      policyFile: "attestations/policy.yml",
      trustedRootFile: "attestations/trusted-root.json",
      attestationsFile: "attestations/attestations.json",
      statements: "3",
      attestationUrls: [1, 2, 3].map((id) => `https://github.com/acme/shop/attestations/${id}`).join("\n"),
    });
  });

  it("says in attestations.json what was signed, as whom, and where it is", async () => {
    await job.sign();
    const text = await readFile(join(job.folder, "attestations/attestations.json"), "utf8");
    const file = attestationsFileSchema.parse(JSON.parse(text));
    expect(file).toMatchObject({
      instance: "private",
      issuer: world.issuer.url,
      identity: "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1",
      repository: "https://github.com/acme/orders",
      commit: RELEASE_CLAIMS.sha,
      verifyCommand: `turnpike verify ${BUILT.join(" ")} --bundle . --policy policy.yml`,
    });
    const [provenance, , result] = file.statements;
    expect(provenance?.subjects).toEqual(BUILT.map((name) => ({ name, digest: { sha256: sha256(name) } })));
    expect(provenance).toMatchObject({
      title: "SLSA provenance",
      verified: true,
      signedAt: "2026-11-21T10:00:00.000Z",
    });
    expect(result?.subjects[0]?.digest).toEqual({ gitCommit: RELEASE_CLAIMS.sha });
    for (const { bundle, bundleDigest, log } of file.statements) {
      expect(sha256(await readFile(join(job.folder, "attestations", bundle), "utf8"))).toBe(bundleDigest);
      expect(log).toMatchObject({ url: "https://rekor-v2.turnpike.localhost", apiVersion: 2 });
    }
  });

  it("tells the log what it did, and leaves a paragraph when it should", async () => {
    await job.sign({ summary: "true" });
    expect(job.log.lines).toContain(
      "info: 2 subjects of build/subjects.sha256; 2 of them are here and have the digest that it says.",
    );
    expect(job.log.lines).toContain("info: Signed and verified 3 statements with a private Sigstore instance:");
    expect(job.page.join()).toContain("**3 statements signed and verified**");
    expect(job.page.join()).toContain("turnpike verify");
  });

  it("takes the digests that other jobs gave, in either spelling", async () => {
    const subjects = await readFile(join(job.folder, "build/subjects.sha256"), "utf8");
    await job.sign({
      "subjects-digest": sha256(subjects).toUpperCase(),
      "verdict-digest": `sha256:${sha256(JSON.stringify(VERDICT))}`,
    });
    expect(await written()).toEqual(ALL);
  });

  it("needs neither SBOM nor verdict, nor the files themselves", async () => {
    await Promise.all(BUILT.map((name) => rm(join(job.folder, "build", name))));
    const { statements } = await job.sign({ sbom: "", "verdict-file": "" });
    expect(statements).toBe("1");
    expect(job.log.lines[0]).toContain("0 of them are here");
  });

  it("asks for one token, for Sigstore", async () => {
    const audiences: string[] = [];
    const oidc = {
      isAvailable: () => true,
      token: (audience: string) => {
        audiences.push(audience);
        return world.issuer.token();
      },
    };
    await job.sign({}, { oidc });
    expect(audiences).toEqual(["sigstore"]);
  });

  it("finds SBOMs in a folder", async () => {
    await job.write("sbom/web/web.cdx.json", '{"bomFormat":"CycloneDX","specVersion":"1.5"}');
    await job.write("sbom/README.txt", "no");
    expect((await job.sign({ sbom: "sbom" })).statements).toBe("4");
  });

  it("leaves the test result out when the checked files were changed, and says so", async () => {
    await job.write("check/verdict.json", JSON.stringify({ ...VERDICT, dirty: true }));
    expect((await job.sign()).statements).toBe("2");
    expect(job.log.lines).toContain(
      "warning: No test result is signed: it says that the checked files differ from the commit.",
    );
  });

  it("replaces what an earlier run left, and nothing else", async () => {
    await job.sign();
    await job.write("attestations/notes.sigstore.json", "mine");
    await job.sign({ sbom: "", "verdict-file": "" });
    expect(await written()).toEqual([
      "attestations.json",
      "notes.sigstore.json",
      "orders.provenance.sigstore.json",
      "policy.yml",
      "trusted-root.json",
    ]);
  });
});

describe("the attestation store", () => {
  it("that may not be written to is said, and changes nothing else", async () => {
    job = await releaseJob(world, new MemoryGitHub({ mayAttest: false }));
    const outputs = await job.sign();
    expect(outputs.attestationUrls).toBe("");
    expect(await written()).toEqual(ALL);
    expect(job.log.lines.join("\n")).toMatch(/notice: The bundles are files only; .* `attestations: write`\./);
    const file = JSON.parse(await readFile(join(job.folder, "attestations/attestations.json"), "utf8"));
    expect(file.statements[2].store).toMatchObject({ outcome: "not-permitted", url: null });
  });

  it("that is not there is said too", async () => {
    const github = new MemoryGitHub();
    github.available = false;
    job = await releaseJob(world, github);
    await job.sign();
    expect(job.log.lines.join("\n")).toContain("there is no token for GitHub's API");
  });

  it("is left alone when that is wanted", async () => {
    await job.sign({ store: "false" });
    expect(job.github.bundles).toEqual([]);
    expect(job.log.lines.join("\n")).toContain("not put into the attestation store, as asked for");
  });

  it("gets the bundles as they are written", async () => {
    await job.sign();
    const text = await readFile(join(job.folder, "attestations/orders.provenance.sigstore.json"), "utf8");
    expect(job.github.bundles[0]).toEqual(JSON.parse(text));
  });
});

describe("nothing is signed, written or stored", () => {
  it("without an identity, and the permission to add is shown", async () => {
    const oidc = new MemoryOidc();
    oidc.mode = "missing";
    const error = await refusal({}, { oidc });
    expect([error.code, error.kind]).toEqual(["OIDC_UNAVAILABLE", "user"]);
    expect(error.hint).toContain("id-token: write");
  });

  it("when files are not what the other jobs made, with all of it at once", async () => {
    await job.write(`build/${BUILT[0]}`, "tampered");
    const error = await refusal({ "subjects-digest": "0".repeat(64), "verdict-digest": "x" });
    expect(error.code).toBe("SIGN_SUBJECTS");
    expect(error.problems.map(({ where, message }) => `${where} ${message}`)).toEqual([
      expect.stringMatching(/^subjects-digest is 0{64}, and the file has [0-9a-f]{64}/),
      expect.stringMatching(/^build\/orders-1\.2\.0-py3-none-any\.whl has SHA-256 .*, and the subjects file says /),
      "verdict-digest is not a SHA-256 of 64 hex digits",
    ]);
  });

  it.each([
    ["there is no subjects file", { "subjects-file": "nope" }, "SIGN_SUBJECTS"],
    ["there is no SBOM", { sbom: "nope.cdx.json" }, "SIGN_SUBJECTS"],
    ["there is no folder of SBOMs", { sbom: "nope" }, "SIGN_SUBJECTS"],
    ["there is no verdict", { "verdict-file": "nope" }, "SIGN_SUBJECTS"],
    ["there is no trust configuration", { "trust-config": "nope" }, "FILE_UNREADABLE"],
    ["the SBOM is none", { sbom: "check/verdict.json" }, "FILE_SCHEMA"],
    ["the verdict is none", { "verdict-file": "sbom/orders.cdx.json" }, "FILE_SCHEMA"],
    ["the verdict is no JSON", { "verdict-file": "build/subjects.sha256" }, "FILE_SCHEMA"],
    ["the trust configuration is none", { "trust-config": "check/verdict.json" }, "FILE_SCHEMA"],
    ["the trust configuration is no JSON", { "trust-config": "build/subjects.sha256" }, "FILE_SCHEMA"],
    ["the subjects file is none", { "subjects-file": "check/verdict.json" }, "SIGN_SUBJECTS"],
  ] as const)("when %s", async (_, inputs, code) => {
    expect((await refusal(inputs)).code).toBe(code);
  });

  it("when the subjects file is not text", async () => {
    await job.write("build/subjects.sha256", "");
    expect((await refusal()).problems[0]?.message).toContain("holds no subject");
    await writeFile(join(job.folder, "build/subjects.sha256"), Uint8Array.of(0xff, 0xfe));
    expect((await refusal()).message).toContain("is not UTF-8 text");
  });

  it("when the verdict is about another commit, or did not pass", async () => {
    await job.write("check/verdict.json", JSON.stringify({ ...VERDICT, commit: "0".repeat(40) }));
    expect((await refusal()).message).toContain(`it is about commit ${"0".repeat(40)}, and this run is about`);
    await job.write("check/verdict.json", JSON.stringify({ ...VERDICT, verdict: "failed" }));
    expect((await refusal()).message).toContain('its verdict is "failed"');
  });

  it("when what was signed does not verify", async () => {
    const real = sigstore({ http: nodeHttp, clock: world.clock, processes: new NodeProcesses(), env: {} });
    const careless: Sigstore = {
      ...real,
      async signer(services) {
        const signer = await real.signer(services);
        return {
          // Signs something else than it was given.
          sign: (statements, token) =>
            signer.sign(
              statements.map((one) => ({ ...one, subject: [{ name: "x", digest: { sha256: "00".repeat(32) } }] })),
              token,
            ),
        };
      },
    };
    const error = await refusal({}, { sigstore: careless });
    expect(error.message).toBe("What was signed just now does not verify, so nothing of it is kept.");
    expect(error.problems.length).toBeGreaterThan(0);
  });

  it("when a file cannot be written: the others are taken back", async () => {
    class Full extends NodeFiles {
      override async write(path: string, content: string | Uint8Array): Promise<void> {
        if (path.endsWith("policy.yml")) throw new TurnpikeError("FILE_UNWRITABLE", "user", "The disk is full.");
        await super.write(path, content);
      }
    }
    expect((await refusal({}, { files: new Full(job.folder) })).message).toBe("The disk is full.");
  });
});

describe("the instance of a private repository", () => {
  it("is GitHub's, and without its trusted root nothing is signed", async () => {
    const oidc = { isAvailable: () => true, token: () => world.issuer.token({ repository_visibility: "private" }) };
    const error = await refusal({ "trust-config": "" }, { oidc });
    expect(error.message).toContain("`gh attestation trusted-root`");
    expect(error.hint).toContain("trust-config");
  });
});
