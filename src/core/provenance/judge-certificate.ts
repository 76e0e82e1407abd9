import { countOf } from "../../contract/index.ts";
import type { CertificateIdentity, FulcioExtension } from "./certificate.ts";
import type { Evidence, LogEvidence } from "./evidence.ts";
import { matchesPattern } from "./pattern.ts";
import type { Policy } from "./policy.ts";

/** A value as it is shown in a reason. */
function shown(value: string | undefined): string {
  return value === undefined ? "nothing" : value;
}

function either(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`;
}

function signerReasons({ subjectAlternativeName: san, extensions }: CertificateIdentity, policy: Policy): string[] {
  const { identity, workflow, refs, commits } = policy.signer;
  const reasons: string[] = [];
  if (extensions.buildSignerUri !== san) {
    reasons.push(
      `The certificate contradicts itself: it names ${san} and the workflow ${shown(extensions.buildSignerUri)}.`,
    );
  }
  if (identity !== undefined) {
    if (san !== identity) reasons.push(`It was signed by ${san}; the policy asks for ${identity}.`);
    return reasons;
  }
  // A path can hold `@`, a ref cannot hold one after the last.
  const at = san.lastIndexOf("@");
  const [path, ref] = at < 0 ? [san, ""] : [san.slice(0, at), san.slice(at + 1)];
  if (path !== workflow) {
    reasons.push(`It was signed by the workflow ${path}; the policy asks for ${shown(workflow)}.`);
    return reasons;
  }
  const isKnownRef = refs?.some((pattern) => matchesPattern(pattern, ref)) ?? false;
  const isKnownCommit =
    extensions.buildSignerDigest !== undefined && (commits?.includes(extensions.buildSignerDigest) ?? false);
  if (!isKnownRef && !isKnownCommit) {
    const wanted = [
      ...(refs === undefined ? [] : [`a ref like ${refs.join(" or ")}`]),
      ...(commits === undefined ? [] : ["a commit of its list"]),
    ].join(", or ");
    reasons.push(
      `The workflow signed as ${ref} (commit ${shown(extensions.buildSignerDigest)}); the policy asks for ${wanted}.`,
    );
  }
  return reasons;
}

function sourceReasons({ extensions }: CertificateIdentity, policy: Policy): string[] {
  const { repository, refs, commit } = policy.source;
  const reasons: string[] = [];
  const expect = (name: FulcioExtension, what: string, wanted: string, holds: boolean): void => {
    if (!holds) reasons.push(`${what} is ${shown(extensions[name])}; the policy asks for ${wanted}.`);
  };
  const ref = extensions.sourceRepositoryRef;
  expect("sourceRepositoryUri", "The source repository", repository, extensions.sourceRepositoryUri === repository);
  if (refs !== undefined) {
    const isKnown = ref !== undefined && refs.some((pattern) => matchesPattern(pattern, ref));
    expect("sourceRepositoryRef", "The source ref", either(refs), isKnown);
  }
  if (commit !== undefined) {
    expect("sourceRepositoryDigest", "The source commit", commit, extensions.sourceRepositoryDigest === commit);
  }
  if (policy.events !== undefined) {
    const event = extensions.buildTrigger;
    expect("buildTrigger", "The event", either(policy.events), event !== undefined && policy.events.includes(event));
  }
  if (policy.runner !== "any") {
    expect("runnerEnvironment", "The runner", policy.runner, extensions.runnerEnvironment === policy.runner);
  }
  return reasons;
}

/**
 * Who signed, against who must have signed.
 *
 * @param certificate read from a certificate that chains to a trusted root
 * @param policy the policy
 * @returns every reason against it, as sentences
 */
export function judgeCertificate(certificate: CertificateIdentity, policy: Policy): readonly string[] {
  const { issuer } = certificate.extensions;
  const issuerReasons =
    issuer === policy.issuer
      ? []
      : [`The signer's identity comes from ${shown(issuer)}; the policy asks for ${policy.issuer}.`];
  return [...issuerReasons, ...signerReasons(certificate, policy), ...sourceReasons(certificate, policy)];
}

function logReasons(entry: LogEvidence): string[] {
  const name = `The log entry ${entry.index}`;
  const reasons: string[] = [];
  if (entry.certificate === "other") reasons.push(`${name} is about another certificate.`);
  if (entry.certificate === "none") reasons.push(`${name} records a bare key and not the certificate.`);
  if (!entry.isProofOfCheckpoint)
    reasons.push(`${name} has a proof for another tree than the one that the log signed.`);
  if (entry.apiVersion === 1) return reasons;
  if (entry.proofIndex !== entry.index) {
    reasons.push(`${name} has a proof for index ${shown(entry.proofIndex)}.`);
  }
  if (entry.integratedTime !== undefined) {
    reasons.push(`${name} claims a time, which logs of version 2 do not vouch for.`);
  }
  return reasons;
}

/**
 * Which third parties vouch, against how many must.
 *
 * @param evidence of a verified bundle
 * @param policy the policy
 * @returns every reason against it, as sentences
 */
export function judgeWitnesses(evidence: Evidence, policy: Policy): readonly string[] {
  const { logEntries, timestamps } = policy.thresholds;
  const reasons = evidence.log.flatMap(logReasons);
  if (evidence.log.length < logEntries) {
    const count = countOf(evidence.log.length, "transparency log entry", "transparency log entries");
    reasons.push(`It has ${count}; the policy asks for ${logEntries}.`);
  }
  if (evidence.timestamps.length < timestamps) {
    const count = countOf(evidence.timestamps.length, "signed timestamp", "signed timestamps");
    reasons.push(`It has ${count}; the policy asks for ${timestamps}.`);
  }
  return reasons;
}
