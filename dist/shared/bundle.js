import { _ as union, i as base64, m as string, p as strictObject, r as array, s as int, v as unknown } from "./schemas.js";

// src/core/provenance/bundle.ts
/** Largest bundle that is read, in bytes. */
const BUNDLE_LIMIT_BYTES = 67108864;
/** Media types of bundles (sigstore/protobuf-specs sigstore_bundle.proto), and how many certificates each holds. */
const MEDIA_TYPES = {
	"application/vnd.dev.sigstore.bundle.v0.3+json": "one",
	"application/vnd.dev.sigstore.bundle+json;version=0.3": "one",
	"application/vnd.dev.sigstore.bundle+json;version=0.2": "chain",
	"application/vnd.dev.sigstore.bundle+json;version=0.1": "chain"
};
const bytes = base64().min(1);
/** 64-bit numbers are texts in protobuf's JSON; writers that do not know that write numbers. */
const int64 = union([string().regex(/^\d{1,19}$/), int().nonnegative().transform(String)]);
const certificate = strictObject({ rawBytes: bytes });
const tlogEntrySchema = strictObject({
	logIndex: int64.optional(),
	logId: strictObject({ keyId: bytes }),
	kindVersion: strictObject({
		kind: string(),
		version: string()
	}),
	integratedTime: int64.optional(),
	inclusionPromise: strictObject({ signedEntryTimestamp: bytes }).nullish(),
	inclusionProof: strictObject({
		logIndex: int64.optional(),
		rootHash: bytes,
		treeSize: int64,
		hashes: array(bytes).optional(),
		checkpoint: strictObject({ envelope: string() })
	}).nullish(),
	canonicalizedBody: bytes
});
/** A Sigstore bundle that holds a signed statement. Fields that are not in the specification are refused. */
const bundleSchema = strictObject({
	mediaType: string(),
	verificationMaterial: strictObject({
		certificate: certificate.optional(),
		x509CertificateChain: strictObject({ certificates: array(certificate).min(1) }).optional(),
		publicKey: strictObject({ hint: string().optional() }).optional(),
		tlogEntries: array(tlogEntrySchema).default([]),
		timestampVerificationData: strictObject({ rfc3161Timestamps: array(strictObject({ signedTimestamp: bytes })).default([]) }).nullish()
	}),
	dsseEnvelope: strictObject({
		payload: bytes,
		payloadType: string(),
		signatures: array(strictObject({
			sig: bytes,
			keyid: string().optional()
		}))
	}).optional(),
	messageSignature: unknown().optional()
});
function materialProblems({ mediaType, verificationMaterial: material }) {
	if (material.publicKey !== void 0) return ["It is signed with a bare key; a policy names identities, which only certificates have."];
	const expected = MEDIA_TYPES[mediaType];
	if (expected === void 0) return [`Its media type "${mediaType}" is not one of a Sigstore bundle 0.1 to 0.3.`];
	const found = material.certificate !== void 0 ? "one" : material.x509CertificateChain !== void 0 ? "chain" : "none";
	if (material.certificate !== void 0 && material.x509CertificateChain !== void 0) return ["It holds both a certificate and a certificate chain."];
	if (found === expected) return [];
	return [`Its media type "${mediaType}" asks for ${expected === "one" ? "a single certificate" : "a certificate chain"}, and it holds ${found === "none" ? "none" : "the other form"}.`];
}
function contentProblems({ dsseEnvelope, messageSignature }) {
	if (messageSignature !== void 0 && dsseEnvelope !== void 0) return ["It holds two kinds of content."];
	if (messageSignature !== void 0) return ["It signs a file and says nothing about it; a signed statement is needed."];
	if (dsseEnvelope === void 0) return ["It holds no signed statement."];
	if (dsseEnvelope.signatures.length !== 1) return [`It holds ${dsseEnvelope.signatures.length} signatures; there must be one.`];
	return [];
}
function describeIssue(issue) {
	const place = issue.path.map(String).join(".");
	if (issue.code === "unrecognized_keys") return `It has fields that no bundle has: ${issue.keys.map((key) => `"${key}"`).join(", ")}${place === "" ? "" : ` in ${place}`}.`;
	if (place === "") return "It is not a JSON object.";
	return `The field ${place} ${issue.code === "invalid_type" && issue.message.endsWith("undefined") ? "is missing" : "is not what a bundle holds there"}.`;
}
/**
* Reads a bundle strictly: structure, media type, one certificate, one signature, nothing unknown.
*
* @param value parsed JSON
* @returns the bundle, or all reasons against it as sentences
*/
function readBundle(value) {
	const parsed = bundleSchema.safeParse(value);
	if (!parsed.success) return {
		kind: "refused",
		reasons: parsed.error.issues.map(describeIssue)
	};
	const reasons = [...materialProblems(parsed.data), ...contentProblems(parsed.data)];
	return reasons.length > 0 ? {
		kind: "refused",
		reasons
	} : {
		kind: "bundle",
		bundle: parsed.data
	};
}
/**
* @param text a file with one bundle as JSON, or one bundle a line
* @returns the parsed documents in order, or undefined when it is neither
*/
function splitBundles(text) {
	const parse = (part) => {
		try {
			return [JSON.parse(part)];
		} catch {
			return;
		}
	};
	const whole = parse(text);
	if (whole !== void 0) return whole;
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	const parsed = lines.map(parse);
	return lines.length > 1 && parsed.every((value) => value !== void 0) ? parsed.flat() : void 0;
}

export { readBundle as n, splitBundles as r, BUNDLE_LIMIT_BYTES as t };