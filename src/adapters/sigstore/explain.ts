import { ValidationError } from "@sigstore/bundle";
import { X509Certificate } from "@sigstore/core";
import { VerificationError } from "@sigstore/verify";

function causes(error: unknown): string {
  const messages: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message);
  return messages.join("; ");
}

function explainCertificate(message: string, certificate: Buffer | undefined): string {
  if (/SCT/.test(message)) return "No trusted certificate log vouches for the certificate.";
  if (/expired at the specified date/.test(message) && certificate !== undefined) {
    const { notBefore, notAfter } = X509Certificate.parse(Buffer.from(certificate));
    return `The certificate was not valid at the time of signing: it is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}.`;
  }
  return "The certificate was not issued by an authority that the trusted root names, or not at a time when it was trusted.";
}

function explainTimestamp(message: string): string {
  if (/duplicate/.test(message)) return "It holds the same timestamp twice.";
  if (/expected \d+ timestamps/.test(message)) {
    return "Nobody vouches for the time of signing: it has neither a signed timestamp nor a log entry with a promised time.";
  }
  return "A signed timestamp does not hold: it belongs to another signature, or comes from an authority that is not trusted.";
}

/**
 * A failure of the verifier as a sentence. The library fails with five kinds of errors, of which only one has codes
 * (sigstore/sigstore-js packages/verify/src/error.ts).
 *
 * @param error what was thrown
 * @param certificate the bundle's, in DER
 */
export function explain(error: unknown, certificate: Buffer | undefined): string {
  const message = causes(error);
  if (error instanceof ValidationError) return `It lacks what its media type asks for: ${error.fields.join(", ")}.`;
  if (!(error instanceof VerificationError)) return "It is damaged: a part of it cannot be read as what it should be.";
  switch (error.code) {
    case "SIGNATURE_ERROR":
      return "The signature does not fit: the statement or the signature was changed after signing.";
    case "CERTIFICATE_ERROR":
      return explainCertificate(message, certificate);
    case "TIMESTAMP_ERROR":
      return explainTimestamp(message);
    case "TLOG_BODY_ERROR":
      return `The log entry is about something else (${error.message}).`;
    case "TLOG_INCLUSION_PROMISE_ERROR":
      return "The log's promise does not hold: it belongs to another entry, or comes from a log that is not trusted.";
    case "TLOG_INCLUSION_PROOF_ERROR":
      return `The proof that the log holds the entry does not hold (${error.message}).`;
    case "TLOG_MISSING_INCLUSION_ERROR":
      return "Nothing proves that the log holds the entry.";
    case "TLOG_ERROR":
      return /duplicate/.test(message) ? "It holds the same log entry twice." : "It lacks a log entry.";
    default:
      return "It could not be verified.";
  }
}
