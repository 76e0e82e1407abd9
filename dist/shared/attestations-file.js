import { _ as union, a as boolean, c as literal, d as object, f as record, m as string, n as _enum, r as array } from "./schemas.js";
import { u as datetime } from "./last-gate.js";

// src/core/provenance/attestations-file.ts
/** One signed and verified statement. All names are foreign data. */
const attestationSchema = object({
	predicateType: string().describe("Predicate type URI."),
	title: string().describe("What people call it: `SLSA provenance`, `CycloneDX SBOM`, `test result`."),
	bundle: string().describe("File name of the bundle, beside this file."),
	bundleDigest: string().describe("SHA-256 of the bundle."),
	subjects: array(object({
		name: string(),
		digest: record(string(), string())
	})).describe("What the statement speaks of, all of it: files by sha256, or the commit by gitCommit."),
	verified: boolean().describe("True when it was verified against policy.yml in the run that signed it."),
	log: object({
		url: string().describe("The transparency log."),
		index: string().describe("The entry's index, a decimal number."),
		apiVersion: union([literal(1), literal(2)]).describe("Major version of the log's interface.")
	}).nullable().describe("The log entry; null for an instance without a public log."),
	signedAt: datetime().nullable().describe("The earliest time that a third party vouches for."),
	store: object({
		outcome: _enum([
			"stored",
			"not-permitted",
			"unavailable",
			"off"
		]),
		url: string().nullable().describe("Where GitHub shows it."),
		reason: string().nullable().describe("Why it was not stored, one sentence.")
	}).describe("What GitHub's attestation store said.")
});
/** attestations.json, schema `turnpike/attestations/1`: what was signed, for the page and for other tools. */
const attestationsFileSchema = object({
	schema: literal("turnpike/attestations/1").describe("Name and major version of this format."),
	instance: _enum([
		"public-good",
		"github",
		"private"
	]).describe("The Sigstore instance."),
	issuer: string().describe("Who vouched for the signer: the OIDC issuer."),
	identity: string().describe("Who signed: the certificate's subject alternative name."),
	repository: string().describe("URL of the source repository, from the certificate."),
	commit: string().describe("The source commit, from the certificate."),
	policy: string().describe("File name of the policy, beside this file."),
	trustedRoot: string().nullable().describe("File name of the trusted root; null for the public good instance."),
	verifyCommand: string().describe("A command that verifies the artifacts offline, fit to paste in the folder of this file."),
	statements: array(attestationSchema)
});
/** Name of the file in the output folder. */
const ATTESTATIONS_FILE = "attestations.json";

export { attestationsFileSchema as n, ATTESTATIONS_FILE as t };