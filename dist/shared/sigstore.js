import { T as countOf } from "./begin.js";
import { c as literal, d as object, f as record, l as looseObject, m as string, n as _enum, p as strictObject, r as array, s as int, y as url$1 } from "./schemas.js";
import { n as TurnpikeError, o as unreachable } from "./errors.js";
import { r as require_dist } from "./yaml-documents.js";
import { r as statementSchema, t as PAYLOAD_TYPE } from "./statement.js";
import { a as toProblems, n as readYamlFile, r as firstProblems } from "./config.js";

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
		const count = countOf(evidence.log.length, "transparency log entry", "transparency log entries");
		reasons.push(`It has ${count}; the policy asks for ${logEntries}.`);
	}
	if (evidence.timestamps.length < timestamps) {
		const count = countOf(evidence.timestamps.length, "signed timestamp", "signed timestamps");
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
	if (size > SBOM_LIMIT_BYTES) throw refuse(`it has ${size} bytes, and a predicate may have ${SBOM_LIMIT_BYTES}`);
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

// src/core/provenance/policy.ts
var import_dist = require_dist();
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
/** Largest policy in characters; hand-written ones are a hundredth of it. */
const POLICY_LIMIT = 131072;
const keysAt = ([first]) => {
	if (first === void 0) return { known: Object.keys(policySchema.shape) };
	if (first === "signer") return { known: SIGNER_KEYS };
	return { known: first === "source" ? SOURCE_KEYS : THRESHOLD_KEYS };
};
/** The schema's own words where it has some, else what would be right. */
function inWords(issue) {
	if (!issue.message.startsWith("Invalid ")) return issue;
	if (issue.code === "invalid_value") return {
		...issue,
		message: `must be ${issue.values.map(String).join(", ")}`
	};
	if (issue.code !== "invalid_type") return issue;
	return {
		...issue,
		message: `must be ${issue.expected === "array" ? "a list" : `of type ${issue.expected}`}`
	};
}
function invalid(problems) {
	const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
	return new TurnpikeError("CONFIG_INVALID", "config", `${count} in the policy; nothing was verified.`, {
		problems: firstProblems(problems),
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
	const read = readYamlFile(text, where, POLICY_LIMIT);
	if (read.problems.length > 0 || read.kind === "unreadable") throw invalid(read.problems);
	const { tree } = read;
	if (tree.isEmpty) throw invalid([{
		where,
		message: "is empty"
	}]);
	const parsed = policySchema.safeParse(tree.value);
	if (parsed.success) return parsed.data;
	throw invalid(toProblems({ issues: parsed.error.issues.map(inWords) }, tree, where, keysAt));
}
/**
* @param policy what is asked for
* @returns YAML that `parsePolicy` reads, with a comment that says what it is
*/
function renderPolicy(policy) {
	return "# Who must have signed what. `turnpike verify` checks files and bundles against it.\n" + (0, import_dist.stringify)(policy, { lineWidth: 0 });
}

// src/adapters/sigstore/index.ts
/**
* Sigstore over HTTP and `@sigstore/verify`. Libraries are loaded when they are needed.
*
* @param ports HTTP, clock and processes
*/
function sigstore(ports) {
	return {
		async services(instance) {
			return (await import("./instances.js")).SERVICES[instance];
		},
		async trustedRoot(instance) {
			const { githubTrustedRoot, publicGoodTrustedRoot } = await import("./instances.js");
			return instance === "github" ? await githubTrustedRoot(ports.processes, ports.env) : publicGoodTrustedRoot();
		},
		async signer(services) {
			const { SigstoreSigner } = await import("./signer.js");
			return new SigstoreSigner(ports, services);
		},
		async verifier(trustedRoot, where) {
			const { SigstoreVerifier } = await import("./verifier.js");
			return new SigstoreVerifier(trustedRoot, where);
		}
	};
}

export { TRUSTED_ROOT_FILE as a, commitSubject as c, readCycloneDx as d, PREDICATE_TYPES as f, POLICY_FILE as i, toTestResult as l, parsePolicy as n, predicateName as o, titleOfPredicate as p, renderPolicy as r, judgeEvidence as s, sigstore as t, toSlsaProvenance as u };