import { shellWord } from "../../contract/index.ts";
import type { Attestation, AttestationsFile } from "./attestations-file.ts";
import type { StatementReport } from "./judge.ts";
import { POLICY_FILE, TRUSTED_ROOT_FILE } from "./policy.ts";
import type { Instance } from "./policy-for.ts";

/** One bundle that was signed and verified, and what became of it. */
export interface SignedBundle {
  readonly report: StatementReport;
  /** SHA-256 of the bundle's file. */
  readonly digest: string;
  readonly store: Attestation["store"];
}

/** Most artifacts that the printed command names. */
const NAMED_ARTIFACTS = 3;

function word(text: string): string {
  // A name that starts with a dash would be read as an option.
  return shellWord(text.startsWith("-") ? `./${text}` : text);
}

/**
 * A command that verifies the first artifacts, for a POSIX shell in the folder that holds the artifacts, the bundles and the
 * policy.
 *
 * @param names of artifacts
 */
export function verifyCommand(names: readonly string[]): string {
  const artifacts = names.slice(0, NAMED_ARTIFACTS).map(word);
  return ["turnpike verify", ...artifacts, "--bundle .", `--policy ${POLICY_FILE}`].join(" ");
}

function toAttestation({ report, digest, store }: SignedBundle): Attestation {
  const [entry] = report.log;
  return {
    predicateType: report.predicateType ?? "",
    title: report.title,
    bundle: report.bundle,
    bundleDigest: digest,
    subjects: report.subjects.map(({ name, digest: digests }) => ({ name, digest: { ...digests } })),
    verified: report.outcome === "accepted",
    log: entry === undefined ? null : { url: entry.url ?? "", index: entry.index, apiVersion: entry.apiVersion },
    signedAt: report.signedAt?.toISOString() ?? null,
    store,
  };
}

/**
 * @param bundles at least one, of one certificate
 * @param instance who signed
 * @param artifacts names of the artifacts
 * @returns the content of attestations.json
 */
export function toAttestationsFile(
  bundles: readonly SignedBundle[],
  instance: Instance,
  artifacts: readonly string[],
): AttestationsFile {
  const certificate = bundles[0]?.report.certificate;
  return {
    schema: "turnpike/attestations/1",
    instance,
    issuer: certificate?.extensions.issuer ?? "",
    identity: certificate?.subjectAlternativeName ?? "",
    repository: certificate?.extensions.sourceRepositoryUri ?? "",
    commit: certificate?.extensions.sourceRepositoryDigest ?? "",
    policy: POLICY_FILE,
    trustedRoot: instance === "public-good" ? null : TRUSTED_ROOT_FILE,
    verifyCommand: verifyCommand(artifacts),
    statements: bundles.map(toAttestation),
  };
}
