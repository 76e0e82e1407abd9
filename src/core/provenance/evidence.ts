import type { CertificateIdentity } from "./certificate.ts";

/** What a transparency log vouches for. */
export interface LogEvidence {
  /** Major version of the log's interface: 2 has no promise and no time of its own. */
  readonly apiVersion: 1 | 2;
  /** The log's base URL in the trusted root; undefined when it is not in it. */
  readonly url: string | undefined;
  /** Index that the entry gives itself, a decimal number; not covered by any signature in version 2. */
  readonly index: string;
  /** Index that the inclusion proof is for; undefined without a proof. */
  readonly proofIndex: string | undefined;
  /** Whether the proof names the tree that the checkpoint signs: the same size and the same root. */
  readonly isProofOfCheckpoint: boolean;
  /** Seconds since 1970 as text; undefined when absent or 0. */
  readonly integratedTime: string | undefined;
  /** Whether the log recorded the certificate of the bundle, another one, or none. */
  readonly certificate: "same" | "other" | "none";
}

/**
 * What a bundle proves once its cryptography holds: signature, certificate chain, certificate logs, log entries and
 * timestamps. Whether that is what somebody wants is for the policy.
 */
export interface Evidence {
  readonly certificate: CertificateIdentity;
  readonly payloadType: string;
  /** The signed text. */
  readonly payload: string;
  readonly log: readonly LogEvidence[];
  /** Times that time-stamp authorities vouch for. */
  readonly timestamps: readonly Date[];
  /** Times that logs vouch for by a promise. */
  readonly logTimes: readonly Date[];
}

/**
 * @param evidence a verified bundle's
 * @returns the earliest time that a third party vouches for, or undefined
 */
export function signedAt(evidence: Evidence): Date | undefined {
  const times = [...evidence.timestamps, ...evidence.logTimes].map((time) => time.getTime());
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}
