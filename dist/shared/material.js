import { d as object, m as string } from "./schemas.js";
import { n as TurnpikeError, o as unreachable } from "./errors.js";
import { Pt as shellWord } from "./first-gate.js";
import { r as verdictFileSchema } from "./verdict.js";
import { n as attestationsFileSchema, t as ATTESTATIONS_FILE } from "./attestations-file.js";
import { a as TRUSTED_ROOT_FILE, c as commitSubject, d as readCycloneDx, f as PREDICATE_TYPES, i as POLICY_FILE, l as toTestResult, n as parsePolicy, o as predicateName, r as renderPolicy, s as judgeEvidence, u as toSlsaProvenance } from "./sigstore.js";
import { i as toStatement, n as splitSubjects } from "./statement.js";
import { r as parseSubjects, t as SUBJECTS_FILE_LIMIT_BYTES } from "./subjects.js";
import { i as trustedRootSchema, n as selectServices, r as trustConfigSchema } from "./trusted-root.js";
import { t as keepClientOutput } from "./client-output.js";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path/posix";

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
	if (verdict.partial === true) return {
		kind: "refuse",
		message: "it is about a part of the gates, and the others were left out on request"
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
		statement: toStatement(subjects, PREDICATE_TYPES.provenance, provenance)
	}));
	for (const { fileName, document } of material.sboms) {
		const base = safeName(fileName.replace(/(?:\.cdx)?\.json$/, ""));
		for (const subjects of parts) {
			const statement = toStatement(subjects, PREDICATE_TYPES.sbom, document);
			planned.push({
				fileName: names.take(base, ".sbom"),
				statement
			});
		}
	}
	if (material.verdict !== void 0) {
		const { file, content } = material.verdict;
		const predicate = toTestResult(content, file, provenance.runDetails.metadata.invocationId);
		const statement = toStatement([commitSubject(claims, serverUrl)], PREDICATE_TYPES.testResult, predicate);
		planned.push({
			fileName: names.take("test-result", ""),
			statement
		});
	}
	return planned;
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
	return shellWord(text.startsWith("-") ? `./${text}` : text);
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

// src/adapters/actions/oidc.ts
/** What the calling job needs, fit to paste. */
const GRANT = "Grant it in the job that calls this, and in every workflow that calls that job:\npermissions:\n  id-token: write";
/**
* @returns the error of a job that may not ask for an identity
*/
function oidcUnavailable() {
	return new TurnpikeError("OIDC_UNAVAILABLE", "user", "This job was not granted an identity token.", { hint: GRANT });
}
/** The identity of a GitHub job, through `core.getIDToken`. */
var ActionsOidc = class {
	#env;
	/** @param env the process environment; the client itself reads the same variables from the process */
	constructor(env) {
		this.#env = env;
	}
	isAvailable() {
		return Boolean(this.#env["ACTIONS_ID_TOKEN_REQUEST_URL"]) && Boolean(this.#env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
	}
	async token(audience) {
		if (!this.isAvailable()) throw oidcUnavailable();
		const lines = [];
		try {
			const { getIDToken } = await import("./core2.js");
			return await keepClientOutput(() => getIDToken(audience), lines);
		} catch (error) {
			const status = error instanceof Error ? /Error Code : (\d{3})/.exec(error.message)?.[1] : void 0;
			const reason = status === void 0 ? "gave no token" : `answered with HTTP status ${status}`;
			throw new TurnpikeError("OIDC_REFUSED", "service", `The identity provider of this run ${reason}.`);
		}
	}
};

// src/actions/provenance/attest.ts
async function readTrustConfig(path, { files, clock }) {
	const text = await files.readText(path);
	if (text === void 0) throw new TurnpikeError("FILE_UNREADABLE", "config", `${path} is not there (\`trust-config\`).`);
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not JSON; a client trust configuration is.`);
	}
	const parsed = trustConfigSchema.safeParse(value);
	if (!parsed.success) {
		const problems = parsed.error.issues.map((issue) => ({
			where: path,
			message: `${issue.path.map(String).join(".") || "the document"}: ${issue.message}`
		}));
		throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not a client trust configuration.`, { problems });
	}
	const services = selectServices(parsed.data.signingConfig, clock.now());
	if (typeof services === "string") throw new TurnpikeError("FILE_SCHEMA", "config", services);
	return {
		instance: "private",
		services,
		trustedRoot: parsed.data.trustedRoot,
		where: path
	};
}
async function chooseTrust(claims, options, ports) {
	if (options.trustConfig !== void 0) return await readTrustConfig(options.trustConfig, ports);
	const instance = chooseInstance(options.instance, claims) === "github" ? "github" : "public-good";
	if (instance === "public-good" && claims.repository_visibility !== "public") ports.log.warning("The repository is not public, and its name is now in Sigstore's public log for ever.");
	return {
		instance,
		services: await ports.sigstore.services(instance),
		trustedRoot: await ports.sigstore.trustedRoot(instance),
		where: `the trusted root of the ${instance} instance`
	};
}
function plan(material, claims, options, log) {
	const { verdict } = material;
	const problem = verdict === void 0 ? void 0 : verdictProblem(verdict.content, claims);
	if (problem?.kind === "refuse") {
		const message = `${verdict?.file.name} cannot be attested: ${problem.message}. Nothing was signed.`;
		throw new TurnpikeError("SIGN_FAILED", "user", message);
	}
	if (problem !== void 0) log.warning(`No test result is signed: ${problem.message}.`);
	const attested = problem === void 0 ? material : {
		...material,
		verdict: void 0
	};
	return planStatements(attested, claims, options.serverUrl);
}
function notAccepted(statements, reasons) {
	const problems = [...statements.flatMap(({ bundle, reasons: own }) => own.map((message) => ({
		where: bundle,
		message
	}))), ...reasons.map((message) => ({
		where: POLICY_FILE,
		message
	}))];
	return new TurnpikeError("SIGN_FAILED", "service", "What was signed just now does not verify, so nothing of it is kept.", { problems });
}
/**
* Signs statements about the material, and verifies each against the policy that is written beside it.
*
* @param material what there is to attest
* @param options instance and server
* @param ports see {@link AttestPorts}
* @returns bundles, policy and trusted root, as texts
* @throws TurnpikeError `OIDC_UNAVAILABLE`, `OIDC_REFUSED`, `SIGN_FAILED`, `FILE_SCHEMA`, `NETWORK_UNREACHABLE`
*/
async function attest(material, options, ports) {
	const token = await ports.oidc.token("sigstore");
	const claims = readClaims(token);
	const planned = plan(material, claims, options, ports.log);
	const trust = await chooseTrust(claims, options, ports);
	const root = trustedRootSchema.safeParse(trust.trustedRoot);
	const isPublicGood = trust.instance === "public-good";
	const policyText = renderPolicy(policyFor({
		claims,
		serverUrl: options.serverUrl,
		statements: planned.map(({ statement }) => statement),
		services: trust.services,
		trustedRoot: { ctlogs: root.success ? root.data.ctlogs : [] },
		isPublicGood
	}));
	const verifier = await ports.sigstore.verifier(trust.trustedRoot, trust.where);
	const texts = (await (await ports.sigstore.signer(trust.services)).sign(planned.map(({ statement }) => statement), token)).map((bundle) => `${JSON.stringify(bundle)}\n`);
	const policy = parsePolicy(policyText, POLICY_FILE);
	const values = texts.map((text) => JSON.parse(text));
	const judged = values.map((value, index) => verifier.verify(planned[index]?.fileName ?? "", value, policy.thresholds.certificateLogs));
	const artifacts = material.subjects.map(({ name, digest }) => ({
		name,
		sha256: digest["sha256"] ?? ""
	}));
	const verification = judgeEvidence(judged, policy, artifacts);
	if (!verification.verified) throw notAccepted(verification.statements, verification.artifacts.flatMap(({ reasons }) => reasons));
	return {
		instance: trust.instance,
		policyText,
		trustedRootText: isPublicGood ? void 0 : `${JSON.stringify(trust.trustedRoot, null, 2)}\n`,
		bundles: verification.statements.map((report, index) => ({
			fileName: report.bundle,
			value: values[index] ?? {},
			text: texts[index] ?? "",
			report
		}))
	};
}
/** @returns names and texts of the files that signing makes, the policy and the trusted root last */
function filesOf(attested) {
	return [
		...attested.bundles.map(({ fileName, text }) => [fileName, text]),
		...attested.trustedRootText === void 0 ? [] : [[TRUSTED_ROOT_FILE, attested.trustedRootText]],
		[POLICY_FILE, attested.policyText]
	];
}

// src/actions/provenance/keep.ts
/** Removes what an earlier run left, so that bundles of two runs are never mixed; files that are not listed stay. */
async function removeEarlier(files, folder) {
	const path = join(folder, ATTESTATIONS_FILE);
	const text = await files.readText(path);
	if (text === void 0) return;
	let earlier;
	try {
		earlier = attestationsFileSchema.parse(JSON.parse(text));
	} catch {
		return;
	}
	await files.remove(path);
	const names = [
		...earlier.statements.map(({ bundle }) => bundle),
		earlier.policy,
		TRUSTED_ROOT_FILE
	];
	for (const name of names) if (!/[/\\]/.test(name)) await files.remove(join(folder, name));
}
/**
* Writes all files, or none: what was written before a failure is taken back.
*
* @param files the file system
* @param folder the output folder; what an earlier run left in it is replaced
* @param contents names and texts
*/
async function writeAll(files, folder, contents) {
	await removeEarlier(files, folder);
	const written = [];
	try {
		for (const [name, text] of contents) {
			await files.write(join(folder, name), text);
			written.push(name);
		}
	} catch (error) {
		for (const name of written) await files.remove(join(folder, name)).catch(() => void 0);
		throw error;
	}
}
function toStore(result) {
	switch (result.kind) {
		case "stored": return {
			outcome: "stored",
			url: result.url,
			reason: null
		};
		case "not-permitted":
		case "unavailable": return {
			outcome: result.kind,
			url: null,
			reason: result.reason
		};
		default: return unreachable(result);
	}
}
/**
* Puts bundles into GitHub's attestation store. The first one that is not taken ends it: the others would not be either.
*
* @param bundles verified bundles
* @param github the API
* @param wanted false when the user does not want them stored
* @returns one result a bundle, in order
*/
async function storeAll(bundles, github, wanted) {
	const off = {
		outcome: "off",
		url: null,
		reason: "switched off by `store: false`"
	};
	if (!wanted) return bundles.map(() => off);
	const results = [];
	for (const { value } of bundles) {
		const last = results.at(-1);
		results.push(last !== void 0 && last.outcome !== "stored" ? last : toStore(await github.storeAttestation(value)));
	}
	return results;
}
/**
* Writes bundles, policy and trusted root, whole or not at all, puts the bundles into the attestation store where that is
* wanted, and writes attestations.json last.
*
* @param attested what was signed and verified
* @param options output folder, names of the artifacts, and whether to use the store
* @param ports see {@link KeepPorts}
* @returns the content of attestations.json
*/
async function keep(attested, options, { files, github }) {
	await writeAll(files, options.output, filesOf(attested));
	const stored = await storeAll(attested.bundles, github, options.store);
	const file = toAttestationsFile(attested.bundles.map(({ report, text }, index) => ({
		report,
		digest: createHash("sha256").update(text).digest("hex"),
		store: stored[index] ?? {
			outcome: "off",
			url: null,
			reason: null
		}
	})), attested.instance, options.artifacts);
	await files.write(join(options.output, ATTESTATIONS_FILE), `${JSON.stringify(file, null, 2)}\n`);
	return file;
}

// src/actions/provenance/material.ts
function missing(input, path) {
	return new TurnpikeError("SIGN_SUBJECTS", "config", `${path} is not there (input \`${input}\`); nothing was signed.`);
}
/** A digest input, without the `sha256:` that some write before it. */
function expectDigest(actual, given, input) {
	const wanted = given?.toLowerCase().replace(/^sha256:/, "");
	if (wanted === void 0 || wanted === actual) return [];
	if (!/^[0-9a-f]{64}$/.test(wanted)) return [{
		where: input,
		message: "is not a SHA-256 of 64 hex digits"
	}];
	return [{
		where: input,
		message: `is ${wanted}, and the file has ${actual}: it is not the file that the other job made`
	}];
}
async function readFile(files, path, input) {
	const bytes = await files.readBytes(path);
	if (bytes === void 0) throw missing(input, path);
	return bytes;
}
function digestOf(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function textOf(bytes, path) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new TurnpikeError("SIGN_SUBJECTS", "config", `${path} is not UTF-8 text; nothing was signed.`);
	}
}
/** Files that came along are hashed again: what a channel carried is not believed because it arrived. */
async function rehash(files, folder, subjects) {
	const problems = [];
	let count = 0;
	for (const { name, digest } of subjects) {
		const path = join(folder, name);
		if (!await files.exists(path)) continue;
		const actual = await files.sha256(path);
		count += 1;
		if (actual !== digest["sha256"]) problems.push({
			where: path,
			message: `has SHA-256 ${actual}, and the subjects file says ${digest["sha256"]}`
		});
	}
	return [count, problems];
}
/**
* @param files the file system
* @param paths CycloneDX documents, or folders that hold them
* @returns the documents, with the names of their files
* @throws TurnpikeError `SIGN_SUBJECTS` when one is not there, `FILE_SCHEMA` when one is no CycloneDX
*/
async function readSboms(files, paths) {
	const sboms = [];
	const read = async (path) => {
		const text = textOf(await readFile(files, path, "sbom"), path);
		sboms.push({
			fileName: basename(path),
			document: readCycloneDx(text, path)
		});
	};
	for (const path of paths) {
		if (path.endsWith(".json")) {
			await read(path);
			continue;
		}
		if (!await files.exists(path)) throw missing("sbom", path);
		for (const entry of await files.list(path)) if (entry.kind === "file" && entry.path.endsWith(".cdx.json")) await read(join(path, entry.path));
	}
	return sboms;
}
function parseVerdict(text, path) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {}
	const parsed = verdictFileSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => ({
		where: path,
		message: `${issue.path.map(String).join(".") || "the document"}: ${issue.message}`
	}));
	throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not a verdict; nothing was signed.`, { problems });
}
/**
* @param files the file system
* @param path verdict.json
* @returns its name and digest, and what it says
* @throws TurnpikeError `SIGN_SUBJECTS` when it is not there, `FILE_SCHEMA` when it is none
*/
async function readVerdict(files, path) {
	const bytes = await readFile(files, path, "verdict-file");
	const content = parseVerdict(textOf(bytes, path), path);
	return {
		file: {
			name: basename(path),
			digest: { sha256: digestOf(bytes) }
		},
		content
	};
}
/**
* Reads everything that is to be attested, and checks it against the digests that came by another way.
*
* @param inputs the action's inputs
* @param files the file system
* @returns subjects, SBOMs and verdict
* @throws TurnpikeError `SIGN_SUBJECTS` with every digest that does not match; `FILE_SCHEMA` for an SBOM or verdict that is none
*/
async function readMaterial(inputs, files) {
	const { subjectsFile, verdictFile } = inputs;
	const size = await files.size(subjectsFile) ?? 0;
	if (size > 16777216) {
		const message = `${subjectsFile} has ${size} bytes; at most ${SUBJECTS_FILE_LIMIT_BYTES} are read. Nothing was signed.`;
		throw new TurnpikeError("SIGN_SUBJECTS", "config", message);
	}
	const bytes = await readFile(files, subjectsFile, "subjects-file");
	const problems = expectDigest(digestOf(bytes), inputs.subjectsDigest, "subjects-digest");
	const subjects = parseSubjects(textOf(bytes, subjectsFile), subjectsFile);
	const [rehashed, changed] = await rehash(files, dirname(subjectsFile), subjects);
	problems.push(...changed);
	const verdict = verdictFile === void 0 ? void 0 : await readVerdict(files, verdictFile);
	if (verdict !== void 0) problems.push(...expectDigest(verdict.file.digest["sha256"] ?? "", inputs.verdictDigest, "verdict-digest"));
	if (problems.length > 0) throw new TurnpikeError("SIGN_SUBJECTS", "config", "What was handed over is not what was made; nothing was signed.", { problems });
	return {
		subjects,
		sboms: await readSboms(files, inputs.sbom),
		verdict,
		rehashed
	};
}

export { attest as a, keep as i, readSboms as n, ActionsOidc as o, readVerdict as r, readMaterial as t };