import "./attestations-file.js";
import { t as nearestName } from "./parse.js";
import { _ as union, a as boolean, c as literal, d as object, f as record, i as base64, l as looseObject, m as string, n as _enum, p as strictObject, r as array, s as int, v as unknown, y as url$1 } from "./schemas.js";
import { l as datetime } from "./gates.js";
import { n as TurnpikeError, o as unreachable } from "./errors.js";
import { t as require_dist } from "./dist.js";
import "./contract.js";
import { n as readYamlTree } from "./config.js";

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

// src/core/provenance/claims.ts
/** The claims of a GitHub identity token that statements are made from; all are texts, ids too (docs.github.com, "OpenID Connect reference"). */
const claimsSchema = object({
	iss: string().min(1),
	sub: string().min(1),
	ref: string().min(1),
	sha: string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
	repository: string().min(1),
	repository_id: string().min(1),
	repository_owner_id: string().min(1),
	event_name: string().min(1),
	job_workflow_ref: string().min(1),
	job_workflow_sha: string().optional(),
	workflow_ref: string().min(1),
	runner_environment: string().min(1),
	run_id: string().min(1),
	run_attempt: string().min(1),
	repository_visibility: string().optional()
});
function payloadOf(token) {
	try {
		const [, payload = ""] = token.split(".");
		return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
	} catch {
		return;
	}
}
/**
* Reads the claims of a token without checking its signature: the certification authority does that, and what is signed is
* compared with the certificate afterwards.
*
* @param token a JWT; no part of it gets into an error
* @returns the claims
* @throws TurnpikeError `OIDC_REFUSED` with the names of claims that are missing or wrong
*/
function readClaims(token) {
	const payload = payloadOf(token);
	const parsed = claimsSchema.safeParse(payload);
	if (parsed.success) return parsed.data;
	const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].filter((name) => name !== "");
	const what = names.length === 0 ? "is not a JSON Web Token" : `lacks, or has in another form, ${names.join(", ")}`;
	throw new TurnpikeError("OIDC_REFUSED", "service", `The identity token ${what}; a GitHub Actions token is needed.`);
}

// src/core/provenance/evidence.ts
/**
* @param evidence a verified bundle's
* @returns the earliest time that a third party vouches for, or undefined
*/
function signedAt(evidence) {
	const times = [...evidence.timestamps, ...evidence.logTimes].map((time) => time.getTime());
	return times.length === 0 ? void 0 : new Date(Math.min(...times));
}

// src/core/provenance/pattern.ts
/**
* Whether a text matches a pattern of a policy, as a whole. `*` stands for any characters but `/`, `**` for any characters;
* everything else stands for itself.
*
* @param pattern `refs/tags/v*`
* @param text `refs/tags/v1.2.0`
*/
function matchesPattern(pattern, text) {
	const source = pattern.split(/(\*+)/).map((part) => {
		if (part.startsWith("**")) return "[^]*";
		if (part === "*") return "[^/]*";
		return part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
	}).join("");
	return new RegExp(`^${source}$`, "u").test(text);
}

// src/core/provenance/judge-certificate.ts
/** A value as it is shown in a reason. */
function shown(value) {
	return value === void 0 ? "nothing" : value;
}
function either(values) {
	return values.length === 1 ? values[0] ?? "" : `one of ${values.join(", ")}`;
}
function signerReasons({ subjectAlternativeName: san, extensions }, policy) {
	const { identity, workflow, refs, commits } = policy.signer;
	const reasons = [];
	if (extensions.buildSignerUri !== san) reasons.push(`The certificate contradicts itself: it names ${san} and the workflow ${shown(extensions.buildSignerUri)}.`);
	if (identity !== void 0) {
		if (san !== identity) reasons.push(`It was signed by ${san}; the policy asks for ${identity}.`);
		return reasons;
	}
	const at = san.lastIndexOf("@");
	const [path, ref] = at < 0 ? [san, ""] : [san.slice(0, at), san.slice(at + 1)];
	if (path !== workflow) {
		reasons.push(`It was signed by the workflow ${path}; the policy asks for ${shown(workflow)}.`);
		return reasons;
	}
	const isKnownRef = refs?.some((pattern) => matchesPattern(pattern, ref)) ?? false;
	const isKnownCommit = extensions.buildSignerDigest !== void 0 && (commits?.includes(extensions.buildSignerDigest) ?? false);
	if (!isKnownRef && !isKnownCommit) {
		const wanted = [...refs === void 0 ? [] : [`a ref like ${refs.join(" or ")}`], ...commits === void 0 ? [] : ["a commit of its list"]].join(", or ");
		reasons.push(`The workflow signed as ${ref} (commit ${shown(extensions.buildSignerDigest)}); the policy asks for ${wanted}.`);
	}
	return reasons;
}
function sourceReasons({ extensions }, policy) {
	const { repository, refs, commit } = policy.source;
	const reasons = [];
	const expect = (name, what, wanted, holds) => {
		if (!holds) reasons.push(`${what} is ${shown(extensions[name])}; the policy asks for ${wanted}.`);
	};
	const ref = extensions.sourceRepositoryRef;
	expect("sourceRepositoryUri", "The source repository", repository, extensions.sourceRepositoryUri === repository);
	if (refs !== void 0) {
		const isKnown = ref !== void 0 && refs.some((pattern) => matchesPattern(pattern, ref));
		expect("sourceRepositoryRef", "The source ref", either(refs), isKnown);
	}
	if (commit !== void 0) expect("sourceRepositoryDigest", "The source commit", commit, extensions.sourceRepositoryDigest === commit);
	if (policy.events !== void 0) {
		const event = extensions.buildTrigger;
		expect("buildTrigger", "The event", either(policy.events), event !== void 0 && policy.events.includes(event));
	}
	if (policy.runner !== "any") expect("runnerEnvironment", "The runner", policy.runner, extensions.runnerEnvironment === policy.runner);
	return reasons;
}
/**
* Who signed, against who must have signed.
*
* @param certificate read from a certificate that chains to a trusted root
* @param policy the policy
* @returns every reason against it, as sentences
*/
function judgeCertificate(certificate, policy) {
	const { issuer } = certificate.extensions;
	return [
		...issuer === policy.issuer ? [] : [`The signer's identity comes from ${shown(issuer)}; the policy asks for ${policy.issuer}.`],
		...signerReasons(certificate, policy),
		...sourceReasons(certificate, policy)
	];
}
function logReasons(entry) {
	const name = `The log entry ${entry.index}`;
	const reasons = [];
	if (entry.certificate === "other") reasons.push(`${name} is about another certificate.`);
	if (entry.certificate === "none") reasons.push(`${name} records a bare key and not the certificate.`);
	if (!entry.isProofOfCheckpoint) reasons.push(`${name} has a proof for another tree than the one that the log signed.`);
	if (entry.apiVersion === 1) return reasons;
	if (entry.proofIndex !== entry.index) reasons.push(`${name} has a proof for index ${shown(entry.proofIndex)}.`);
	if (entry.integratedTime !== void 0) reasons.push(`${name} claims a time, which logs of version 2 do not vouch for.`);
	return reasons;
}
function plural(count, one, many) {
	return `${count} ${count === 1 ? one : many}`;
}
/**
* Which third parties vouch, against how many must.
*
* @param evidence of a verified bundle
* @param policy the policy
* @returns every reason against it, as sentences
*/
function judgeWitnesses(evidence, policy) {
	const { logEntries, timestamps } = policy.thresholds;
	const reasons = evidence.log.flatMap(logReasons);
	if (evidence.log.length < logEntries) {
		const count = plural(evidence.log.length, "transparency log entry", "transparency log entries");
		reasons.push(`It has ${count}; the policy asks for ${logEntries}.`);
	}
	if (evidence.timestamps.length < timestamps) {
		const count = plural(evidence.timestamps.length, "signed timestamp", "signed timestamps");
		reasons.push(`It has ${count}; the policy asks for ${timestamps}.`);
	}
	return reasons;
}

// src/core/provenance/predicates.ts
/** Predicate types that Turnpike signs. */
const PREDICATE_TYPES = {
	/** SLSA provenance v1. */
	provenance: "https://slsa.dev/provenance/v1",
	/** A CycloneDX document, whole (in-toto attestation framework, spec/predicates/cyclonedx.md). */
	sbom: "https://cyclonedx.org/bom",
	/** In-toto test result (spec/predicates/test-result.md). */
	testResult: "https://in-toto.io/attestation/test-result/v0.1"
};
/** What people call a predicate type. */
const TITLES = {
	[PREDICATE_TYPES.provenance]: "SLSA provenance",
	[PREDICATE_TYPES.sbom]: "CycloneDX SBOM",
	[PREDICATE_TYPES.testResult]: "test result"
};
/**
* @param predicateType a predicate type URI
* @returns a short name for people; the URI itself when it is none of ours
*/
function titleOfPredicate(predicateType) {
	return TITLES[predicateType] ?? predicateType;
}

// src/core/provenance/sbom-predicate.ts
/** What makes a document CycloneDX JSON; the rest is carried as it is (CycloneDX 1.x, bom-1.6.schema.json). */
const cycloneDxSchema = looseObject({
	bomFormat: literal("CycloneDX"),
	specVersion: string().regex(/^1\.\d+$/)
});
/** Largest SBOM that becomes a predicate, in bytes (actions/attest src/sbom.ts has the same limit). */
const SBOM_LIMIT_BYTES = 16777216;
/**
* Reads a CycloneDX document to be attested whole.
*
* @param text JSON
* @param where the file's name, for messages
* @returns the document
* @throws TurnpikeError `FILE_SCHEMA` when it is not CycloneDX JSON, or too large
*/
function readCycloneDx(text, where) {
	const refuse = (message) => new TurnpikeError("FILE_SCHEMA", "config", `${where} cannot be attested: ${message}. Nothing was signed.`);
	const size = Buffer.byteLength(text);
	if (size > 16777216) throw refuse(`it has ${size} bytes, and a predicate may have ${SBOM_LIMIT_BYTES}`);
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw refuse("it is not JSON");
	}
	const parsed = cycloneDxSchema.safeParse(value);
	if (!parsed.success) throw refuse("it has no `\"bomFormat\": \"CycloneDX\"` with a 1.x specVersion");
	return parsed.data;
}

// src/core/provenance/slsa-provenance.ts
/** GitHub's build type, the one that its attestation store takes (actions/buildtypes workflow/v1/README.md). */
const GITHUB_BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";
/** SLSA provenance v1 with GitHub's build type: exactly these fields, and no others in the external parameters. */
const slsaProvenanceSchema = object({
	buildDefinition: object({
		buildType: literal(GITHUB_BUILD_TYPE),
		externalParameters: strictObject({ workflow: strictObject({
			ref: string(),
			repository: string(),
			path: string()
		}) }),
		internalParameters: object({ github: object({
			event_name: string(),
			repository_id: string(),
			repository_owner_id: string(),
			runner_environment: string()
		}) }),
		resolvedDependencies: array(object({
			uri: string(),
			digest: record(string(), string())
		}))
	}),
	runDetails: object({
		builder: object({ id: string() }),
		metadata: object({ invocationId: string() })
	})
});
/**
* Makes the predicate from what the platform says of the job. The external parameters describe the caller's workflow, the
* builder is the workflow that signs (the same shape as actions/toolkit packages/attest/src/provenance.ts).
*
* @param claims of the identity token
* @param serverUrl `https://github.com`
*/
function toSlsaProvenance(claims, serverUrl) {
	const repository = `${serverUrl}/${claims.repository}`;
	const path = claims.workflow_ref.slice(`${claims.repository}/`.length).replace(/@.*$/s, "");
	return {
		buildDefinition: {
			buildType: GITHUB_BUILD_TYPE,
			externalParameters: { workflow: {
				ref: claims.ref,
				repository,
				path
			} },
			internalParameters: { github: {
				event_name: claims.event_name,
				repository_id: claims.repository_id,
				repository_owner_id: claims.repository_owner_id,
				runner_environment: claims.runner_environment
			} },
			resolvedDependencies: [{
				uri: `git+${repository}@${claims.ref}`,
				digest: { gitCommit: claims.sha }
			}]
		},
		runDetails: {
			builder: { id: `${serverUrl}/${claims.job_workflow_ref}` },
			metadata: { invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}` }
		}
	};
}

// src/core/provenance/test-result.ts
/** Results of the in-toto test-result predicate (in-toto attestation framework, spec/predicates/test-result.md). */
const TEST_RESULTS = [
	"PASSED",
	"WARNED",
	"FAILED"
];
/** The predicate of `https://in-toto.io/attestation/test-result/v0.1`. Tests are gates, by id. */
const testResultSchema = object({
	result: _enum(TEST_RESULTS),
	configuration: array(object({
		name: string().optional(),
		digest: record(string(), string()).optional()
	})).min(1),
	url: string().optional(),
	passedTests: array(string()).optional(),
	warnedTests: array(string()).optional(),
	failedTests: array(string()).optional()
});
function classOf({ outcome, required }) {
	switch (outcome) {
		case "passed":
		case "cached": return "passed";
		case "flaky-passed":
		case "quarantined":
		case "waived": return "warned";
		case "failed":
		case "timed-out":
		case "inconclusive":
		case "tool-error": return required ? "failed" : "warned";
		case "skipped":
		case "cancelled":
		case null: return "not-run";
		default: return unreachable(outcome);
	}
}
function resultOf({ verdict }, gates) {
	if (verdict === "failed" || verdict === "error" || verdict === "cancelled") return "FAILED";
	if (verdict === "nothing-to-check" || gates.warned.length > 0 || gates.failed.length > 0) return "WARNED";
	return "PASSED";
}
/**
* @param verdict what the gates came to
* @param file name and digest of verdict.json, the configuration that the result refers to
* @param url the run
* @returns the predicate; a required gate that was only shown (`inconclusive: warn`) counts as a warning
*/
function toTestResult(verdict, file, url) {
	const gates = {
		passed: [],
		warned: [],
		failed: [],
		"not-run": []
	};
	for (const gate of verdict.gates) gates[classOf(gate)].push(gate.id);
	const result = resultOf(verdict, gates);
	return {
		result,
		configuration: [{
			name: file.name,
			digest: { ...file.digest }
		}],
		url,
		passedTests: gates.passed,
		warnedTests: result === "FAILED" ? gates.warned : [...gates.warned, ...gates.failed],
		failedTests: result === "FAILED" ? gates.failed : []
	};
}
/**
* @param claims of the identity token
* @param serverUrl `https://github.com`
* @returns the commit as a subject, named as SLSA provenance names it
*/
function commitSubject(claims, serverUrl) {
	return {
		name: `git+${serverUrl}/${claims.repository}@${claims.ref}`,
		digest: { gitCommit: claims.sha }
	};
}

// src/core/provenance/judge-predicate.ts
function places(error) {
	const names = error.issues.flatMap((issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key].map(String).join(".")) : [issue.path.map(String).join(".")]);
	return [...new Set(names)].join(", ");
}
const buildTypeSchema = object({ buildDefinition: object({ buildType: string() }) });
/** What provenance says twice: in the predicate, where the signer writes it, and in the certificate, where the platform does. */
function claimsOf(predicate, { subjectAlternativeName, extensions }) {
	const { externalParameters, internalParameters, resolvedDependencies } = predicate.buildDefinition;
	const { workflow } = externalParameters;
	const { github } = internalParameters;
	const source = `git+${extensions.sourceRepositoryUri}@${extensions.sourceRepositoryRef}`;
	const dependency = resolvedDependencies.find(({ uri }) => uri === source);
	return [
		[
			"runDetails.builder.id",
			predicate.runDetails.builder.id,
			subjectAlternativeName
		],
		[
			"runDetails.metadata.invocationId",
			predicate.runDetails.metadata.invocationId,
			extensions.runInvocationUri
		],
		[
			"externalParameters.workflow.repository",
			workflow.repository,
			extensions.sourceRepositoryUri
		],
		[
			"externalParameters.workflow.ref",
			workflow.ref,
			extensions.sourceRepositoryRef
		],
		[
			"externalParameters.workflow.path",
			`${workflow.repository}/${workflow.path}`,
			extensions.buildConfigUri?.replace(/@[^@]*$/, "")
		],
		[
			"internalParameters.github.event_name",
			github.event_name,
			extensions.buildTrigger
		],
		[
			"internalParameters.github.repository_id",
			github.repository_id,
			extensions.sourceRepositoryId
		],
		[
			"internalParameters.github.repository_owner_id",
			github.repository_owner_id,
			extensions.sourceRepositoryOwnerId
		],
		[
			"internalParameters.github.runner_environment",
			github.runner_environment,
			extensions.runnerEnvironment
		],
		[
			`resolvedDependencies[${source}].digest.gitCommit`,
			dependency?.digest["gitCommit"],
			extensions.sourceRepositoryDigest
		]
	];
}
function judgeProvenance(statement, certificate) {
	const parsed = slsaProvenanceSchema.safeParse(statement.predicate);
	if (!parsed.success) {
		const { data } = buildTypeSchema.safeParse(statement.predicate);
		const buildType = data?.buildDefinition.buildType;
		return buildType === void 0 || buildType === "https://actions.github.io/buildtypes/workflow/v1" ? [`The provenance is not as GitHub's build type has it: ${places(parsed.error)}.`] : [`The provenance is of the build type ${buildType}; only that of ${GITHUB_BUILD_TYPE} can be compared with a certificate.`];
	}
	return claimsOf(parsed.data, certificate).filter(([, said, certified]) => said !== certified || certified === void 0).map(([field, said, certified]) => `The provenance contradicts the certificate: ${field} is ${said ?? "missing"}, certified is ${certified ?? "nothing"}.`);
}
function judgeTestResult(statement, certificate, policy) {
	const parsed = testResultSchema.safeParse(statement.predicate);
	if (!parsed.success) return [`The test result is not one: ${places(parsed.error)}.`];
	const reasons = [];
	const { result } = parsed.data;
	if (!policy.testResults.includes(result)) reasons.push(`The test result is ${result}; the policy asks for ${policy.testResults.join(" or ")}.`);
	const certified = certificate.extensions.sourceRepositoryDigest;
	const commits = statement.subject.map(({ digest }) => digest["gitCommit"]);
	if (certified === void 0 || commits.some((commit) => commit !== certified)) {
		const said = [...new Set(commits.map((commit) => commit ?? "no commit"))].join(", ");
		reasons.push(`The test result is about ${said}; the certificate's commit is ${certified ?? "missing"}.`);
	}
	return reasons;
}
/**
* What a statement says, against what the certificate says of the same run.
*
* @param statement the statement
* @param certificate who signed it
* @param policy what a test result may be
* @returns every reason against it, as sentences; none for predicate types that are not known here
*/
function judgePredicate(statement, certificate, policy) {
	switch (statement.predicateType) {
		case PREDICATE_TYPES.provenance: return judgeProvenance(statement, certificate);
		case PREDICATE_TYPES.sbom: return cycloneDxSchema.safeParse(statement.predicate).success ? [] : ["The SBOM is not a CycloneDX document."];
		case PREDICATE_TYPES.testResult: return judgeTestResult(statement, certificate, policy);
		default: return [];
	}
}

// src/core/provenance/statement.ts
/** In-toto statement, version 1 (in-toto attestation framework, spec/v1/statement.md). */
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** DSSE payload type of in-toto statements (spec/v1/envelope.md). */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** Most subjects of one statement that GitHub's attestation store takes (actions/attest src/subject.ts). */
const SUBJECTS_PER_STATEMENT = 1024;
const digestSetSchema = record(string().min(1), string().min(1)).refine((digest) => Object.keys(digest).length > 0, "a digest is missing");
/** Reads a statement. Fields that it does not know are ignored, as the framework asks (spec/v1/README.md, "Parsing rules"). */
const statementSchema = object({
	_type: literal(STATEMENT_TYPE),
	subject: array(object({
		name: string().default(""),
		digest: digestSetSchema
	})).min(1),
	predicateType: string().min(1),
	predicate: record(string(), unknown())
});
/**
* @param subject what it is about
* @param predicateType the predicate's type URI
* @param predicate what is said
*/
function toStatement$1(subject, predicateType, predicate) {
	return {
		_type: STATEMENT_TYPE,
		subject,
		predicateType,
		predicate
	};
}
/**
* @param subjects any number
* @param size most in one part
* @returns the subjects in order, in parts for one statement each
*/
function splitSubjects(subjects, size = SUBJECTS_PER_STATEMENT) {
	const count = Math.ceil(subjects.length / size);
	return Array.from({ length: count }, (_, index) => subjects.slice(index * size, (index + 1) * size));
}

// src/core/provenance/judge.ts
function baseName(name) {
	return name.split(/[\\/]/).at(-1) ?? name;
}
function readStatement(payload) {
	try {
		const parsed = statementSchema.safeParse(JSON.parse(payload ?? ""));
		return parsed.success ? parsed.data : void 0;
	} catch {
		return;
	}
}
/** Names that stand for two files, which no reader could tell apart. */
function ambiguousNames(subjects) {
	const digests = /* @__PURE__ */ new Map();
	const ambiguous = /* @__PURE__ */ new Set();
	for (const { name, digest } of subjects) {
		const text = JSON.stringify(Object.entries(digest).sort());
		if ((digests.get(name) ?? text) !== text) ambiguous.add(name);
		digests.set(name, text);
	}
	return [...ambiguous].map((name) => `It names ${name} twice, with different digests.`);
}
function judgeStatement(evidence, policy) {
	const { certificate } = evidence;
	const reasons = [...judgeCertificate(certificate, policy), ...judgeWitnesses(evidence, policy)];
	if (evidence.payloadType !== "application/vnd.in-toto+json") return { reasons: [...reasons, `It signs "${evidence.payloadType}", and an in-toto statement is needed.`] };
	const statement = readStatement(evidence.payload);
	if (statement === void 0) return { reasons: [...reasons, "What it signs is not an in-toto statement of version 1."] };
	return {
		statement,
		reasons: [
			...reasons,
			...ambiguousNames(statement.subject),
			...judgePredicate(statement, certificate, policy)
		]
	};
}
function toReport(judged, policy) {
	const isVerified = judged.kind === "verified";
	const outcome = isVerified ? judgeStatement(judged.evidence, policy) : { reasons: judged.reasons };
	const statement = isVerified ? readStatement(judged.evidence.payload) : readStatement(judged.payload);
	return {
		bundle: judged.bundle,
		outcome: outcome.reasons.length === 0 ? "accepted" : "refused",
		reasons: outcome.reasons,
		predicateType: statement?.predicateType,
		title: statement === void 0 ? "unreadable" : titleOfPredicate(statement.predicateType),
		subjects: statement?.subject ?? [],
		certificate: isVerified ? judged.evidence.certificate : void 0,
		log: isVerified ? judged.evidence.log : [],
		signedAt: isVerified ? signedAt(judged.evidence) : void 0
	};
}
function indexOf(artifacts) {
	return {
		digests: new Set(artifacts.map(({ sha256 }) => sha256)),
		names: new Set(artifacts.map(({ name }) => baseName(name)))
	};
}
/** Whether a statement has anything to do with the artifacts; one that cannot be read has, as nobody can say. */
function isRelated(report, { digests, names }, commits) {
	if (report.subjects.length === 0) return true;
	return report.subjects.some(({ name, digest }) => {
		const { sha256, gitCommit } = digest;
		if (gitCommit !== void 0 && commits.has(gitCommit)) return true;
		return sha256 !== void 0 && digests.has(sha256) || names.has(baseName(name));
	});
}
/** Commits that statements about the artifacts come from. */
function commitsAbout(reports, index) {
	const commits = reports.filter((report) => isRelated(report, index, /* @__PURE__ */ new Set())).map((report) => report.certificate?.extensions.sourceRepositoryDigest);
	return new Set(commits.filter((commit) => commit !== void 0));
}
function acceptedOf(reports) {
	return reports.filter(({ outcome }) => outcome === "accepted").map((report) => ({
		report,
		commit: report.certificate?.extensions.sourceRepositoryDigest ?? "",
		digests: new Set(report.subjects.flatMap(({ digest }) => digest["sha256"] ?? []))
	}));
}
/** A statement that is good in itself, but of another file of that name, proves that the artifact was changed. */
function changedReasons(artifact, accepted) {
	const said = /* @__PURE__ */ new Map();
	for (const { report, digests } of accepted) {
		if (digests.has(artifact.sha256)) continue;
		for (const { name, digest } of report.subjects) {
			const { sha256 } = digest;
			if (sha256 !== void 0 && baseName(name) === baseName(artifact.name) && !said.has(sha256)) said.set(sha256, report.title);
		}
	}
	return [...said].map(([digest, title]) => `This is not the file that was signed: it has SHA-256 ${artifact.sha256}, and the ${title} says ${digest}.`);
}
/** A test result speaks of the commit, and so of every file of that commit; the others speak of files. */
function covers({ report, commit, digests }, artifact, wanted) {
	if (commit !== wanted) return false;
	if (report.predicateType !== PREDICATE_TYPES.testResult) return digests.has(artifact.sha256);
	return report.subjects.some(({ digest }) => digest["gitCommit"] === commit);
}
function judgeArtifact(artifact, accepted, policy) {
	const commits = accepted.length === 0 ? [""] : [...new Set(accepted.map(({ commit }) => commit))];
	const best = [...commits.map((commit) => policy.predicates.filter((type) => !accepted.some((one) => one.report.predicateType === type && covers(one, artifact, commit))))].sort((a, b) => a.length - b.length)[0] ?? [];
	if (best.length === 0) return {
		...artifact,
		verified: true,
		reasons: []
	};
	const changed = changedReasons(artifact, accepted);
	if (changed.length > 0) return {
		...artifact,
		verified: false,
		reasons: changed
	};
	const among = commits.length > 1 && best.length < policy.predicates.length ? " from the same commit as the others" : "";
	const reasons = best.map((type) => `No accepted ${titleOfPredicate(type)} speaks of this file${among}.`);
	return {
		...artifact,
		verified: false,
		reasons
	};
}
/**
* Judges artifacts by bundles and a policy. Pure: the cryptography was done before, all else is decided here.
*
* @param bundles what came of each bundle's cryptography
* @param policy who must have signed what
* @param artifacts the files, at least one
* @returns every artifact and every bundle, with all reasons at once
*/
function judgeEvidence(bundles, policy, artifacts) {
	const judged = bundles.map((bundle) => toReport(bundle, policy));
	const index = indexOf(artifacts);
	const commits = commitsAbout(judged, index);
	const statements = judged.map((report) => isRelated(report, index, commits) ? report : {
		...report,
		outcome: "unrelated",
		reasons: []
	});
	const accepted = acceptedOf(statements);
	const reports = artifacts.map((artifact) => judgeArtifact(artifact, accepted, policy));
	return {
		verified: reports.length > 0 && reports.every((report) => report.verified) && statements.every(({ outcome }) => outcome !== "refused"),
		artifacts: reports,
		statements
	};
}

// src/core/provenance/plan-statements.ts
/** What bundles are called at the end. */
const BUNDLE_SUFFIX = ".sigstore.json";
function safeName(name) {
	const safe = name.replaceAll(/[^\w.+-]+/g, "-").replaceAll(/^[.-]+|[.-]+$/g, "");
	return safe === "" ? "artifact" : safe.slice(0, 100);
}
/** Names one after the other, each only once, whatever the file system makes of upper case. */
var FileNames = class {
	#taken = /* @__PURE__ */ new Set();
	take(base, kind) {
		for (let count = 1;; count += 1) {
			const name = `${count === 1 ? base : `${base}-${count}`}${kind}${BUNDLE_SUFFIX}`;
			if (this.#taken.has(name.toLowerCase())) continue;
			this.#taken.add(name.toLowerCase());
			return name;
		}
	}
};
/**
* What is wrong with attesting a verdict as the test result of a run's commit.
*
* @param verdict what the gates came to
* @param claims of the run that signs
* @returns `refuse`: nothing may be signed; `leave-out`: there is no test result to sign; undefined: it is fine
*/
function verdictProblem(verdict, claims) {
	if (verdict.commit !== claims.sha) return {
		kind: "refuse",
		message: `it is about commit ${verdict.commit ?? "none"}, and this run is about ${claims.sha}`
	};
	if (verdict.verdict === "failed" || verdict.verdict === "error" || verdict.verdict === "cancelled") return {
		kind: "refuse",
		message: `its verdict is "${verdict.verdict}", and what did not pass is not signed`
	};
	if (verdict.dirty) return {
		kind: "leave-out",
		message: "it says that the checked files differ from the commit"
	};
}
/**
* The statements of a release: provenance and SBOMs about the files, in parts of at most 1024, and the test result about the
* commit.
*
* @param material what there is to attest
* @param claims of the identity token
* @param serverUrl `https://github.com`
*/
function planStatements(material, claims, serverUrl) {
	const names = new FileNames();
	const parts = splitSubjects(material.subjects);
	const provenance = toSlsaProvenance(claims, serverUrl);
	const repository = safeName(claims.repository.split("/").at(-1) ?? "");
	const planned = parts.map((subjects) => ({
		fileName: names.take(repository, ".provenance"),
		statement: toStatement$1(subjects, PREDICATE_TYPES.provenance, provenance)
	}));
	for (const { fileName, document } of material.sboms) {
		const base = safeName(fileName.replace(/(?:\.cdx)?\.json$/, ""));
		for (const subjects of parts) {
			const statement = toStatement$1(subjects, PREDICATE_TYPES.sbom, document);
			planned.push({
				fileName: names.take(base, ".sbom"),
				statement
			});
		}
	}
	if (material.verdict !== void 0) {
		const { file, content } = material.verdict;
		const predicate = toTestResult(content, file, provenance.runDetails.metadata.invocationId);
		const statement = toStatement$1([commitSubject(claims, serverUrl)], PREDICATE_TYPES.testResult, predicate);
		planned.push({
			fileName: names.take("test-result", ""),
			statement
		});
	}
	return planned;
}

// src/core/provenance/policy.ts
/** Short names that a policy may write instead of a predicate type URI. */
const PREDICATE_NAMES = {
	provenance: PREDICATE_TYPES.provenance,
	sbom: PREDICATE_TYPES.sbom,
	"test-result": PREDICATE_TYPES.testResult
};
const url = url$1({
	protocol: /^https?$/,
	error: "must be a URL such as https://example.org/x"
});
const commit = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "must be a full commit SHA in lower case");
const pattern = string().min(1).max(512);
const threshold = int().min(0).max(10);
const event = string().regex(/^[a-z_]+$/, "must be an event's name such as push");
const signerSchema = strictObject({
	identity: url.optional().describe("The certificate's subject alternative name, exactly: the signing workflow with its ref."),
	workflow: url.optional().describe("The signing workflow without its ref, exactly; `refs` or `commits` say which versions of it."),
	refs: array(pattern).min(1).optional().describe("Refs of `workflow`, as patterns: `refs/tags/v*`."),
	commits: array(commit).min(1).optional().describe("Commits of `workflow` that were released.")
}).superRefine((signer, context) => {
	const versions = signer.refs !== void 0 || signer.commits !== void 0;
	if (signer.identity === void 0 === (signer.workflow === void 0)) context.addIssue({
		code: "custom",
		message: "needs either `identity` or `workflow`"
	});
	else if (signer.workflow !== void 0 && !versions) context.addIssue({
		code: "custom",
		message: "needs `refs` or `commits` beside `workflow`"
	});
	else if (signer.identity !== void 0 && versions) context.addIssue({
		code: "custom",
		message: "`identity` is exact: `refs` and `commits` go with `workflow`"
	});
	if (signer.workflow?.includes("@") === true) context.addIssue({
		code: "custom",
		path: ["workflow"],
		message: "must not hold a ref; write it under `refs`"
	});
});
/** Keys below `signer`, `source` and `thresholds`, for messages. */
const SIGNER_KEYS = [
	"identity",
	"workflow",
	"refs",
	"commits"
];
const SOURCE_KEYS = [
	"repository",
	"refs",
	"commit"
];
const THRESHOLD_KEYS = [
	"logEntries",
	"timestamps",
	"certificateLogs"
];
/**
* @param predicateType a predicate type URI
* @returns the short name that a policy may write, or the URI itself
*/
function predicateName(predicateType) {
	return Object.keys(PREDICATE_NAMES).find((name) => PREDICATE_NAMES[name] === predicateType) ?? predicateType;
}
/** policy.yml, schema `turnpike/policy/1`: who must have signed what. Unknown keys are errors. */
const policySchema = strictObject({
	schema: literal("turnpike/policy/1").describe("Name and major version of this format."),
	issuer: url.describe("The OIDC issuer that vouched for the signer, exactly."),
	signer: signerSchema.describe("The workflow that signed: of a reusable workflow, the reusable one."),
	source: strictObject({
		repository: url.describe("The source repository, exactly."),
		refs: array(pattern).min(1).optional().describe("Refs that were built, as patterns. Absent: any."),
		commit: commit.optional().describe("The commit that was built. Absent: any.")
	}).describe("What was built."),
	events: array(event).min(1).optional().describe("Events that may have started the run. Absent: any."),
	runner: _enum([
		"github-hosted",
		"self-hosted",
		"any"
	]).default("github-hosted").describe("Where the signing job may have run."),
	predicates: array(string().min(1)).min(1).transform((names) => [...new Set(names.map((name) => PREDICATE_NAMES[name] ?? name))]).pipe(array(url$1("must be provenance, sbom, test-result, or a predicate type URI"))).describe("Statements that every artifact must have: `provenance`, `sbom`, `test-result` or predicate type URIs."),
	testResults: array(_enum(TEST_RESULTS)).min(1).default(["PASSED", "WARNED"]).describe("What a test result may say."),
	thresholds: strictObject({
		logEntries: threshold.default(1).describe("Entries in transparency logs that a bundle must have."),
		timestamps: threshold.default(1).describe("Timestamps of time-stamp authorities that a bundle must have."),
		certificateLogs: threshold.default(1).describe("Certificate logs that a certificate must be in.")
	}).refine((given) => given.logEntries + given.timestamps > 0, "`logEntries` and `timestamps` cannot both be 0").prefault({}).describe("How many third parties must vouch."),
	trustedRoot: string().regex(/^[^/\\\0]+$/, "must be a file name, without folders").optional().describe("File name of the trusted root beside the policy. Absent: Sigstore's public good instance.")
});
/** Name of the policy in the output folder. */
const POLICY_FILE = "policy.yml";
/** Name of a private instance's trusted root in the output folder. */
const TRUSTED_ROOT_FILE = "trusted-root.json";

// src/core/provenance/policy-file.ts
var import_dist = require_dist();
/** Largest policy in characters; hand-written ones are a hundredth of it. */
const POLICY_LIMIT = 131072;
function keysAt([first]) {
	if (first === void 0) return Object.keys(policySchema.shape);
	if (first === "signer") return SIGNER_KEYS;
	return first === "source" ? SOURCE_KEYS : THRESHOLD_KEYS;
}
function unknownKey(path, key) {
	const nearest = nearestName(key, keysAt(path));
	const advice = nearest === void 0 ? `known are ${keysAt(path).join(", ")}` : `did you mean \`${nearest}\`?`;
	return `${[...path, key].join(".")} is not a key of a policy; ${advice}`;
}
function isMissing(tree, path) {
	let value = tree.value;
	for (const part of path) {
		if (typeof value !== "object" || value === null) return true;
		value = Reflect.get(value, part);
	}
	return value === void 0;
}
function wordsOf(issue) {
	if (issue.code === "invalid_value") return `must be ${issue.values.map((value) => String(value)).join(", ")}`;
	if (issue.code === "invalid_type") return `must be ${issue.expected === "array" ? "a list" : `of type ${issue.expected}`}`;
	return issue.message;
}
function problemsOf(tree, where, issue) {
	const path = issue.path.map((part) => typeof part === "number" ? part : String(part));
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		where,
		...tree.placeOf([...path, key], "key"),
		message: unknownKey(path, key)
	}));
	const name = path.length === 0 ? "the policy" : path.join(".");
	const message = isMissing(tree, path) ? "is missing" : wordsOf(issue);
	return [{
		where,
		...tree.placeOf(path, "value"),
		message: `${name} ${message}`
	}];
}
function invalid(problems) {
	const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
	const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
	return new TurnpikeError("CONFIG_INVALID", "config", `${count} in the policy; nothing was verified.`, {
		problems: sorted,
		doc: "docs/policy.md"
	});
}
/**
* Reads a policy. Duplicate and unknown keys are refused.
*
* @param text YAML
* @param where the file's name, for messages
* @returns the policy with its defaults
* @throws TurnpikeError `CONFIG_INVALID` with every problem, its line and column, and what would be right
*/
function parsePolicy(text, where) {
	if (text.length > POLICY_LIMIT) throw invalid([{
		where,
		message: `is larger than ${POLICY_LIMIT / 1024} KiB; it was not read`
	}]);
	const tree = readYamlTree(text);
	if (tree.problems.length > 0) throw invalid(tree.problems.map((problem) => ({
		where,
		...problem
	})));
	if (tree.isEmpty) throw invalid([{
		where,
		message: "is empty"
	}]);
	const parsed = policySchema.safeParse(tree.value);
	if (parsed.success) return parsed.data;
	throw invalid(parsed.error.issues.flatMap((issue) => problemsOf(tree, where, issue)));
}
/**
* @param policy what is asked for
* @returns YAML that `parsePolicy` reads, with a comment that says what it is
*/
function renderPolicy(policy) {
	return "# Who must have signed what. `turnpike verify` checks files and bundles against it.\n" + (0, import_dist.stringify)(policy, { lineWidth: 0 });
}

// src/core/provenance/policy-for.ts
/**
* The policy that exactly this run fulfils: this signer, this source, this commit, these statements.
*
* @param plan what is about to be signed
* @returns a policy, ready to be written
*/
function policyFor(plan) {
	const { claims, serverUrl, services } = plan;
	const runner = claims.runner_environment;
	return {
		schema: "turnpike/policy/1",
		issuer: claims.iss,
		signer: { identity: `${serverUrl}/${claims.job_workflow_ref}` },
		source: {
			repository: `${serverUrl}/${claims.repository}`,
			refs: [claims.ref],
			commit: claims.sha
		},
		events: [claims.event_name],
		runner: runner === "github-hosted" || runner === "self-hosted" ? runner : "any",
		predicates: [...new Set(plan.statements.map(({ predicateType }) => predicateName(predicateType)))],
		thresholds: {
			logEntries: services.logs.length,
			timestamps: services.timestampUrls.length,
			certificateLogs: plan.trustedRoot.ctlogs.length > 0 ? 1 : 0
		},
		...plan.isPublicGood ? {} : { trustedRoot: TRUSTED_ROOT_FILE }
	};
}
/**
* @param wanted what the user chose; `private` when a trust configuration was given
* @param claims of the identity token
* @returns the instance: the public log only for repositories that are public already, as it shows their names for ever
*/
function chooseInstance(wanted, claims) {
	if (wanted !== "auto") return wanted;
	return claims.repository_visibility === "public" ? "public-good" : "github";
}

// src/core/provenance/to-attestations-file.ts
/** Most artifacts that the printed command names. */
const NAMED_ARTIFACTS = 3;
function word(text) {
	const path = text.startsWith("-") ? `./${text}` : text;
	return /^[\w./@:+=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
/**
* A command that verifies the first artifacts, for a POSIX shell in the folder that holds the artifacts, the bundles and the
* policy.
*
* @param names of artifacts
*/
function verifyCommand(names) {
	return [
		"turnpike verify",
		...names.slice(0, NAMED_ARTIFACTS).map(word),
		"--bundle .",
		`--policy ${POLICY_FILE}`
	].join(" ");
}
function toAttestation({ report, digest, store }) {
	const [entry] = report.log;
	return {
		predicateType: report.predicateType ?? "",
		title: report.title,
		bundle: report.bundle,
		bundleDigest: digest,
		subjects: report.subjects.map(({ name, digest: digests }) => ({
			name,
			digest: { ...digests }
		})),
		verified: report.outcome === "accepted",
		log: entry === void 0 ? null : {
			url: entry.url ?? "",
			index: entry.index,
			apiVersion: entry.apiVersion
		},
		signedAt: report.signedAt?.toISOString() ?? null,
		store
	};
}
/**
* @param bundles at least one, of one certificate
* @param instance who signed
* @param artifacts names of the artifacts
* @returns the content of attestations.json
*/
function toAttestationsFile(bundles, instance, artifacts) {
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
		statements: bundles.map(toAttestation)
	};
}

// src/core/provenance/trusted-root.ts
const period = looseObject({
	start: datetime(),
	end: datetime().optional()
});
const log = looseObject({
	baseUrl: string().min(1),
	publicKey: looseObject({
		rawBytes: base64().min(1),
		keyDetails: string(),
		validFor: period
	}),
	logId: looseObject({ keyId: base64().min(1) })
});
const authority = looseObject({
	certChain: looseObject({ certificates: array(looseObject({ rawBytes: base64().min(1) })).min(1) }),
	validFor: period
});
/**
* A trusted root (sigstore/protobuf-specs sigstore_trustroot.proto, `TrustedRoot`). Every key and authority must say from
* when on it is valid: without it a verifier would believe it for all times.
*/
const trustedRootSchema = looseObject({
	mediaType: _enum([
		"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
		"application/vnd.dev.sigstore.trustedroot+json;version=0.2",
		"application/vnd.dev.sigstore.trustedroot.v0.2+json"
	]),
	tlogs: array(log).default([]),
	certificateAuthorities: array(authority).min(1),
	ctlogs: array(log).default([]),
	timestampAuthorities: array(authority).default([])
});
/** A service of a signing configuration. */
const serviceSchema = looseObject({
	url: url$1({ protocol: /^https?$/ }),
	majorApiVersion: int().positive(),
	validFor: period.optional()
});
const selectorSchema = looseObject({
	selector: _enum([
		"ANY",
		"ALL",
		"EXACT"
	]),
	count: int().positive().optional()
});
/** Where to sign (same file, `SigningConfig`). */
const signingConfigSchema = looseObject({
	mediaType: literal("application/vnd.dev.sigstore.signingconfig.v0.2+json"),
	caUrls: array(serviceSchema).min(1),
	rekorTlogUrls: array(serviceSchema).default([]),
	rekorTlogConfig: selectorSchema.optional(),
	tsaUrls: array(serviceSchema).default([]),
	tsaConfig: selectorSchema.optional()
});
/** Names a client trust configuration for steps that sign; what a local run gives them. */
const TRUST_CONFIG_VARIABLE = "TURNPIKE_SIGSTORE_TRUST_CONFIG";
/** Both in one file (same file, `ClientTrustConfig`). */
const trustConfigSchema = looseObject({
	mediaType: literal("application/vnd.dev.sigstore.clienttrustconfig.v0.1+json"),
	trustedRoot: trustedRootSchema,
	signingConfig: signingConfigSchema
});
const API_VERSIONS = {
	ca: 1,
	log: 2,
	timestamp: 1
};
function startOf(service) {
	return Date.parse(service.validFor?.start ?? "1970-01-01T00:00:00Z");
}
/** Services that may be used now, the newest interface first, then the newest service. */
function usable(services, maxVersion, now) {
	return services.filter(({ majorApiVersion }) => majorApiVersion <= maxVersion).filter((service) => startOf(service) <= now.getTime()).filter(({ validFor }) => validFor?.end === void 0 || Date.parse(validFor.end) >= now.getTime()).sort((a, b) => b.majorApiVersion - a.majorApiVersion || startOf(b) - startOf(a));
}
function select(services, config) {
	if (config === void 0) return [];
	if (config.selector === "ALL") return services;
	const count = config.selector === "EXACT" ? config.count ?? 1 : 1;
	return services.length < count ? void 0 : services.slice(0, count);
}
/**
* Chooses services as the specification says: those valid now, of the newest interface that is understood.
*
* @param config the signing configuration
* @param now the time of signing
* @returns the services, or a sentence that says which are missing
*/
function selectServices(config, now) {
	const [ca] = usable(config.caUrls, API_VERSIONS.ca, now);
	if (ca === void 0) return "The signing configuration names no certification authority that is valid now.";
	const logs = select(usable(config.rekorTlogUrls, API_VERSIONS.log, now), config.rekorTlogConfig);
	if (logs === void 0) return "The signing configuration asks for more transparency logs than are valid now.";
	const authorities = select(usable(config.tsaUrls, API_VERSIONS.timestamp, now), config.tsaConfig);
	if (authorities === void 0) return "The signing configuration asks for more time-stamp authorities than are valid now.";
	return {
		fulcioUrl: ca.url,
		logs: logs.map(({ url, majorApiVersion }) => ({
			url,
			apiVersion: majorApiVersion === 2 ? 2 : 1
		})),
		timestampUrls: authorities.map(({ url }) => url)
	};
}

// src/core/provenance/verification-file.ts
/** What `turnpike verify --json` prints, schema `turnpike/verification/1`. All names are foreign data. */
const verificationFileSchema = object({
	schema: literal("turnpike/verification/1").describe("Name and major version of this format."),
	verified: boolean().describe("True when every artifact has every statement that the policy asks for."),
	policy: string().describe("The policy, as it was named."),
	artifacts: array(object({
		name: string(),
		sha256: string(),
		verified: boolean(),
		reasons: array(string()).describe("Every reason against it, as sentences.")
	})),
	statements: array(object({
		bundle: string().describe("The bundle's file, as it was found."),
		outcome: _enum([
			"accepted",
			"refused",
			"unrelated"
		]),
		reasons: array(string()).describe("Every reason against it, as sentences."),
		predicateType: string().nullable(),
		subjects: array(object({
			name: string(),
			digest: record(string(), string())
		})),
		signer: string().nullable().describe("The certificate's subject alternative name; null when nothing is proved."),
		certificate: record(string(), string()).describe("What the certificate's extensions say; empty when nothing is proved."),
		log: array(object({
			url: string().nullable(),
			index: string()
		})),
		signedAt: datetime().nullable()
	}))
});
function toStatement(report) {
	return {
		bundle: report.bundle,
		outcome: report.outcome,
		reasons: [...report.reasons],
		predicateType: report.predicateType ?? null,
		subjects: report.subjects.map(({ name, digest }) => ({
			name,
			digest: { ...digest }
		})),
		signer: report.certificate?.subjectAlternativeName ?? null,
		certificate: { ...report.certificate?.extensions },
		log: report.log.map(({ url, index }) => ({
			url: url ?? null,
			index
		})),
		signedAt: report.signedAt?.toISOString() ?? null
	};
}
/**
* @param report the result of a verification
* @param policy the policy, as it was named
* @returns the document
*/
function toVerificationFile(report, policy) {
	return {
		schema: "turnpike/verification/1",
		verified: report.verified,
		policy,
		artifacts: report.artifacts.map((artifact) => ({
			...artifact,
			reasons: [...artifact.reasons]
		})),
		statements: report.statements.map(toStatement)
	};
}

export { splitBundles as S, readCycloneDx as _, trustedRootSchema as a, BUNDLE_LIMIT_BYTES as b, policyFor as c, POLICY_FILE as d, TRUSTED_ROOT_FILE as f, PAYLOAD_TYPE as g, judgeEvidence as h, trustConfigSchema as i, parsePolicy as l, verdictProblem as m, TRUST_CONFIG_VARIABLE as n, toAttestationsFile as o, planStatements as p, selectServices as r, chooseInstance as s, toVerificationFile as t, renderPolicy as u, titleOfPredicate as v, readBundle as x, readClaims as y };