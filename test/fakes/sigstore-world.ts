import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VirtualClock } from "../../src/adapters/memory/clock.ts";
import { nodeHttp } from "../../src/adapters/node/http.ts";
import { SigstoreSigner } from "../../src/adapters/sigstore/signer.ts";
import { SigstoreVerifier } from "../../src/adapters/sigstore/verifier.ts";
import {
  type Artifact,
  commitSubject,
  type JudgedBundle,
  judgeEvidence,
  type Policy,
  type PolicyInput,
  PREDICATE_TYPES,
  policySchema,
  readClaims,
  type SigningServices,
  type Statement,
  toSlsaProvenance,
  toStatement,
  type VerificationReport,
} from "../../src/core/provenance/index.ts";
import { type LocalSigstore, startSigstore } from "../../src/local/sigstore/index.ts";
import { type FakeIssuer, fakeIssuer, RELEASE_CLAIMS } from "./issuer.ts";

const SERVER = "https://github.com";

/** A wheel that was built, by its digest. */
export const WHEEL: Artifact = { name: "orders-1.2.0-py3-none-any.whl", sha256: "ab".repeat(32) };

/** Sigstore on loopback, at a time that stands still. */
export interface SigstoreWorld {
  readonly clock: VirtualClock;
  readonly issuer: FakeIssuer;
  readonly sigstore: LocalSigstore;
  readonly folder: string;
  readonly verifier: SigstoreVerifier;
  /** Services with a log of that version, or without a log. */
  services(log?: 1 | 2 | "none"): SigningServices;
  signer(log?: 1 | 2 | "none"): SigstoreSigner;
  /** Provenance of the wheel, changed by `change` before it is signed. */
  provenance(claims?: Readonly<Record<string, string>>): Promise<Statement>;
  sbom(): Statement;
  testResult(claims?: Readonly<Record<string, string>>): Promise<Statement>;
  sign(statements: readonly Statement[], options?: SignOptions): Promise<readonly Json[]>;
  close(): Promise<void>;
}

/** What a signature is made with. */
interface SignOptions {
  readonly log?: 1 | 2 | "none";
  readonly claims?: Readonly<Record<string, string>>;
}

/** A JSON document that tests take apart. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into foreign documents
export type Json = any;

/** The policy that fits what the world signs. */
export function policyOf(issuer: FakeIssuer, changes: Partial<PolicyInput> = {}): Policy {
  return policySchema.parse({
    schema: "turnpike/policy/1",
    issuer: issuer.url,
    signer: { identity: `${SERVER}/${RELEASE_CLAIMS.job_workflow_ref}` },
    source: {
      repository: `${SERVER}/${RELEASE_CLAIMS.repository}`,
      refs: [RELEASE_CLAIMS.ref],
      commit: RELEASE_CLAIMS.sha,
    },
    events: ["push"],
    predicates: ["provenance"],
    ...changes,
  });
}

/** Verifies and judges in one go, as the command does. */
export function check(
  world: SigstoreWorld,
  bundles: readonly unknown[],
  options: { policy?: Policy; artifacts?: readonly Artifact[] } = {},
): VerificationReport {
  const policy = options.policy ?? policyOf(world.issuer);
  const judged: JudgedBundle[] = bundles.map((bundle, index) =>
    world.verifier.verify(`${index}.json`, bundle, policy.thresholds.certificateLogs),
  );
  return judgeEvidence(judged, policy, options.artifacts ?? [WHEEL]);
}

/** Starts the world. */
export async function startWorld(): Promise<SigstoreWorld> {
  const clock = new VirtualClock("2026-11-21T10:00:00Z");
  const issuer = await fakeIssuer(clock);
  const folder = await mkdtemp(join(tmpdir(), "sigstore-world-"));
  const sigstore = await startSigstore({ issuer, folder, clock });
  const ports = { http: nodeHttp, clock };
  const services = (log: 1 | 2 | "none" = 2): SigningServices => ({
    fulcioUrl: sigstore.origin,
    logs: log === "none" ? [] : [{ url: sigstore.origin, apiVersion: log }],
    timestampUrls: [`${sigstore.origin}/api/v1/timestamp`],
  });
  const subject = [{ name: WHEEL.name, digest: { sha256: WHEEL.sha256 } }];
  const claimsOf = async (claims?: Readonly<Record<string, string>>) => readClaims(await issuer.token(claims));
  return {
    ...{ clock, issuer, sigstore, folder, services },
    verifier: new SigstoreVerifier(sigstore.trustedRoot, "trusted-root.json"),
    signer: (log) => new SigstoreSigner(ports, services(log)),
    provenance: async (claims) =>
      toStatement(subject, PREDICATE_TYPES.provenance, toSlsaProvenance(await claimsOf(claims), SERVER)),
    sbom: () =>
      toStatement(subject, PREDICATE_TYPES.sbom, { bomFormat: "CycloneDX", specVersion: "1.6", components: [] }),
    testResult: async (claims) =>
      toStatement([commitSubject(await claimsOf(claims), SERVER)], PREDICATE_TYPES.testResult, {
        result: "PASSED",
        configuration: [{ name: "verdict.json", digest: { sha256: "cd".repeat(32) } }],
      }),
    sign: async (statements, { log, claims } = {}) =>
      await new SigstoreSigner(ports, services(log)).sign(statements, await issuer.token(claims)),
    async close() {
      await sigstore.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The trust configuration that the services wrote. */
export async function readTrustConfig(world: SigstoreWorld): Promise<Json> {
  return JSON.parse(await readFile(world.sigstore.trustConfigFile, "utf8"));
}
