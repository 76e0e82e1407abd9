import { t as require_dist } from "./dist2.js";
import { _ as union, d as object, f as record, i as base64, l as looseObject, m as string, o as hex, r as array, u as number } from "./schemas.js";
import { t as pLimit } from "./p-limit.js";
import { g as PAYLOAD_TYPE } from "./provenance.js";
import { n as TurnpikeError } from "./errors.js";
import { X509Certificate, createHash, generateKeyPairSync, sign } from "node:crypto";

// src/adapters/sigstore/exchange.ts
var import_dist = require_dist();
/**
* Rekor v2 answers when its next checkpoint is out, and a request that is dropped earlier disturbs those of others
* (sigstore/rekor-tiles CLIENTS.md asks for at least 20 s).
*/
const TIMEOUT_MS = 3e4;
const ATTEMPTS = 4;
const FIRST_DELAY_MS = 1e3;
const LONGEST_DELAY_MS = 3e4;
const MESSAGE_LENGTH = 300;
/** The status that a gateway gives for "the client went away"; seen when another client's request was dropped. */
const CLIENT_CLOSED_REQUEST = 499;
function isTemporary(status) {
	return [
		408,
		425,
		429,
		CLIENT_CLOSED_REQUEST
	].includes(status) || status >= 500;
}
/** `Retry-After` in ms, seconds or a date (RFC 9110, 10.2.3), within reason. */
function retryAfterMs(response, clock) {
	const value = response.headers["retry-after"]?.trim();
	if (value === void 0 || value === "") return void 0;
	const ms = /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - clock.now().getTime();
	return Number.isNaN(ms) ? void 0 : Math.min(Math.max(ms, 0), LONGEST_DELAY_MS);
}
/**
* Takes secrets out of foreign text: those that are named, and all that looks like a token.
*
* @param text foreign
* @param secrets texts to take out
* @returns one line, cut, fit to be shown
*/
function redact(text, secrets = []) {
	const clean = secrets.filter((secret) => secret !== "").reduce((rest, secret) => rest.replaceAll(secret, "***"), text).replaceAll(/eyJ[\w-]*(?:\.[\w-]*){0,2}/g, "***").replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
	return clean.length > MESSAGE_LENGTH ? `${clean.slice(0, MESSAGE_LENGTH)}…` : clean;
}
function messageOf(response, secrets) {
	const text = Buffer.from(response.body).toString("utf8");
	try {
		const body = JSON.parse(text);
		if (typeof body === "object" && body !== null && "message" in body && typeof body.message === "string") return redact(body.message, secrets);
	} catch {}
	return redact(text, secrets);
}
/**
* @param response an answer that is no success
* @param request what was asked
* @returns the error to throw
*/
function refusal(response, request) {
	const { host } = new URL(request.url);
	const message = messageOf(response, request.secrets ?? []);
	const said = message === "" ? "" : `: ${message}`;
	const hint = host.endsWith("sigstore.dev") ? { hint: "Whether Sigstore is up: https://status.sigstore.dev" } : {};
	return new TurnpikeError("SIGN_FAILED", "service", `${request.service} (${host}) answered with HTTP status ${response.status}${said}. Nothing was signed.`, hint);
}
function toHttpRequest(request) {
	const isPost = request.body !== void 0;
	return {
		method: request.method,
		url: request.url,
		redirect: "manual",
		timeoutMs: TIMEOUT_MS,
		headers: {
			accept: "application/json",
			...isPost ? { "content-type": "application/json" } : {}
		},
		...isPost ? { body: JSON.stringify(request.body) } : {}
	};
}
/**
* Asks until there is an answer that will not change by waiting: up to four times, with growing pauses, or as long as
* `Retry-After` says.
*
* @param ports HTTP and clock
* @param request what to ask
* @returns the last answer, whatever its status
* @throws TurnpikeError `NETWORK_UNREACHABLE` when there was none at all
*/
async function exchange({ http, clock }, request) {
	for (let attempt = 1;; attempt += 1) {
		let waitMs = FIRST_DELAY_MS * 2 ** (attempt - 1);
		try {
			const response = await http.send(toHttpRequest(request));
			if (!isTemporary(response.status) || attempt === ATTEMPTS) return response;
			waitMs = retryAfterMs(response, clock) ?? waitMs;
		} catch (error) {
			if (attempt === ATTEMPTS || !(error instanceof TurnpikeError) || error.code !== "NETWORK_UNREACHABLE") throw error;
		}
		await clock.sleep(waitMs);
	}
}
/**
* @param response an answer
* @param request what was asked
* @returns its JSON
* @throws TurnpikeError `SIGN_FAILED` when it is no success, or not JSON
*/
function jsonOf(response, request) {
	if (response.status < 200 || response.status >= 300) throw refusal(response, request);
	try {
		return JSON.parse(Buffer.from(response.body).toString("utf8"));
	} catch {
		throw unexpected(request);
	}
}
/**
* @param request what was asked
* @returns the error for a success that holds something else than promised
*/
function unexpected(request) {
	const { host } = new URL(request.url);
	const message = `${request.service} (${host}) answered with something else than it should. Nothing was signed.`;
	return new TurnpikeError("SIGN_FAILED", "service", message);
}

// src/adapters/sigstore/certify.ts
const chainSchema = object({ chain: object({ certificates: array(string()).min(1) }) });
const answerSchema = union([object({ signedCertificateEmbeddedSct: chainSchema }).transform((value) => value.signedCertificateEmbeddedSct), object({ signedCertificateDetachedSct: chainSchema }).transform((value) => value.signedCertificateDetachedSct)]);
/** Fulcio wants the subject, or the e-mail address where there is one, signed with the new key (sigstore/fulcio docs/how-certificate-issuing-works.md). */
function challengeOf(token) {
	try {
		const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		const parsed = object({
			sub: string(),
			email: string().optional()
		}).safeParse(claims);
		return parsed.success ? parsed.data.email ?? parsed.data.sub : "";
	} catch {
		return "";
	}
}
/**
* Makes a key and has it certified.
*
* @param ports HTTP and clock
* @param url Fulcio's address
* @param token an identity token; gets into no message
* @returns the key and its certificate
* @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
*/
async function certify(ports, url, token) {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const proof = sign("sha256", Buffer.from(challengeOf(token)), privateKey);
	const request = {
		service: "Fulcio",
		method: "POST",
		url: `${url.replace(/\/$/, "")}/api/v2/signingCert`,
		secrets: [token],
		body: {
			credentials: { oidcIdentityToken: token },
			publicKeyRequest: {
				publicKey: {
					algorithm: "ECDSA",
					content: publicKey.export({
						format: "pem",
						type: "spki"
					}).toString()
				},
				proofOfPossession: proof.toString("base64")
			}
		}
	};
	const answer = answerSchema.safeParse(jsonOf(await exchange(ports, request), request));
	const [pem] = answer.success ? answer.data.chain.certificates : [];
	try {
		const certificate = new X509Certificate(pem ?? "");
		return {
			privateKey,
			certificate: certificate.raw,
			certificatePem: certificate.toString()
		};
	} catch {
		throw unexpected(request);
	}
}

// src/adapters/sigstore/witnesses.ts
/** The log has an entry of this signature already, and does not show it. A new signature is a new entry. */
const CONFLICT = Symbol("conflict");
const v1EntrySchema = object({
	body: base64(),
	integratedTime: number(),
	logID: hex(),
	logIndex: number(),
	verification: object({
		inclusionProof: object({
			checkpoint: string(),
			hashes: array(hex()),
			logIndex: number(),
			rootHash: hex(),
			treeSize: number()
		}),
		signedEntryTimestamp: base64()
	})
});
const v1BodySchema = object({
	kind: string(),
	apiVersion: string()
});
const v2EntrySchema = looseObject({
	logIndex: string(),
	canonicalizedBody: base64(),
	inclusionProof: looseObject({})
});
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest();
}
function hexToBase64(hex) {
	return Buffer.from(hex, "hex").toString("base64");
}
/** Version 1 answers in its own form; a bundle holds that of the protocol buffers (sigstore/protobuf-specs sigstore_rekor.proto). */
function fromV1(answer) {
	const entries = record(string(), v1EntrySchema).safeParse(answer);
	const [entry] = entries.success ? Object.values(entries.data) : [];
	if (entry === void 0) return void 0;
	const { inclusionProof: proof, signedEntryTimestamp } = entry.verification;
	const body = v1BodySchema.parse(JSON.parse(Buffer.from(entry.body, "base64").toString("utf8")));
	return {
		logIndex: String(entry.logIndex),
		logId: { keyId: hexToBase64(entry.logID) },
		kindVersion: {
			kind: body.kind,
			version: body.apiVersion
		},
		integratedTime: String(entry.integratedTime),
		inclusionPromise: { signedEntryTimestamp },
		inclusionProof: {
			logIndex: String(proof.logIndex),
			rootHash: hexToBase64(proof.rootHash),
			treeSize: String(proof.treeSize),
			hashes: proof.hashes.map(hexToBase64),
			checkpoint: { envelope: proof.checkpoint }
		},
		canonicalizedBody: entry.body
	};
}
/** Logs the whole envelope, as a `dsse` entry (sigstore/rekor pkg/types/dsse/v0.0.1). */
async function logV1(ports, url, envelope) {
	const document = {
		payload: envelope.payload.toString("base64"),
		payloadType: envelope.payloadType,
		signatures: [{
			sig: envelope.signature.toString("base64"),
			keyid: ""
		}]
	};
	const verifier = Buffer.from(envelope.key.certificatePem).toString("base64");
	const request = {
		service: "Rekor",
		method: "POST",
		url: `${url}/api/v1/log/entries`,
		body: {
			apiVersion: "0.0.1",
			kind: "dsse",
			spec: { proposedContent: {
				envelope: JSON.stringify(document),
				verifiers: [verifier]
			} }
		}
	};
	let response = await exchange(ports, request);
	const location = response.headers["location"];
	if (response.status === 409) {
		const uuid = location?.split("/").at(-1);
		if (uuid === void 0 || !/^[0-9a-f]{64,80}$/.test(uuid)) return CONFLICT;
		response = await exchange(ports, {
			service: "Rekor",
			method: "GET",
			url: `${url}/api/v1/log/entries/${uuid}`
		});
	}
	const entry = fromV1(jsonOf(response, request));
	if (entry === void 0) throw unexpected(request);
	return entry;
}
/**
* Logs the hash of what was signed: version 2 takes DSSE envelopes as hashed records over their pre-authentication encoding
* (sigstore/rekor-tiles CLIENTS.md).
*/
async function logV2(ports, url, envelope) {
	const request = {
		service: "Rekor",
		method: "POST",
		url: `${url}/api/v2/log/entries`,
		body: { hashedRekordRequestV002: {
			digest: sha256(envelope.signedBytes).toString("base64"),
			signature: {
				content: envelope.signature.toString("base64"),
				verifier: {
					x509Certificate: { rawBytes: envelope.key.certificate.toString("base64") },
					keyDetails: "PKIX_ECDSA_P256_SHA_256"
				}
			}
		} }
	};
	const response = await exchange(ports, request);
	if (response.status === 409) return CONFLICT;
	const entry = v2EntrySchema.safeParse(jsonOf(response, request));
	if (!entry.success) throw unexpected(request);
	return entry.data;
}
/**
* Has a transparency log record a signed envelope.
*
* @param ports HTTP and clock
* @param log address and major version of the log's interface
* @param envelope what was signed
* @returns a TransparencyLogEntry (JSON), or `CONFLICT`
* @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
*/
async function recordInLog(ports, log, envelope) {
	const url = log.url.replace(/\/$/, "");
	return log.apiVersion === 2 ? await logV2(ports, url, envelope) : await logV1(ports, url, envelope);
}
/**
* Has a time-stamp authority vouch for the time of a signature (RFC 3161).
*
* @param ports HTTP and clock
* @param url the authority's address, with its path
* @param signature what is stamped
* @returns the response in DER
* @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
*/
async function stampTime(ports, url, signature) {
	const request = {
		service: "The time-stamp authority",
		method: "POST",
		url: new URL(url).pathname === "/" ? `${url.replace(/\/$/, "")}/api/v1/timestamp` : url,
		body: {
			artifactHash: sha256(signature).toString("base64"),
			hashAlgorithm: "sha256"
		}
	};
	const response = await exchange(ports, request);
	if (response.status < 200 || response.status >= 300) throw refusal(response, request);
	return Buffer.from(response.body);
}

// src/adapters/sigstore/signer.ts
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** A log answers all requests of one interval together, so they are sent together; more than this many would crowd it. */
const PARALLEL = 50;
/** How often a statement is signed anew when the log knows its signature already. */
const SIGNATURES = 3;
/** Signs with short-lived certificates, transparency logs and time-stamp authorities. */
var SigstoreSigner = class {
	#ports;
	#services;
	/**
	* @param ports HTTP and clock
	* @param services where to sign
	*/
	constructor(ports, services) {
		this.#ports = ports;
		this.#services = services;
	}
	async sign(statements, token) {
		const key = await certify(this.#ports, this.#services.fulcioUrl, token);
		const limit = pLimit(PARALLEL);
		return await Promise.all(statements.map((statement) => limit(() => this.#signOne(statement, key))));
	}
	async #signOne(statement, key) {
		const payload = Buffer.from(JSON.stringify(statement));
		const signedBytes = import_dist.dsse.preAuthEncoding(PAYLOAD_TYPE, payload);
		for (let attempt = 1; attempt <= SIGNATURES; attempt += 1) {
			const signature = sign("sha256", signedBytes, key.privateKey);
			const bundle = await this.#witness({
				payloadType: PAYLOAD_TYPE,
				payload,
				signedBytes,
				signature,
				key
			});
			if (bundle !== CONFLICT) return bundle;
		}
		throw new TurnpikeError("SIGN_FAILED", "service", `The transparency log refused ${SIGNATURES} new signatures as known already. Nothing was signed.`);
	}
	async #witness(envelope) {
		const [entries, stamps] = await Promise.all([Promise.all(this.#services.logs.map((log) => recordInLog(this.#ports, log, envelope))), Promise.all(this.#services.timestampUrls.map((url) => stampTime(this.#ports, url, envelope.signature)))]);
		if (entries.includes(CONFLICT)) return CONFLICT;
		return {
			mediaType: MEDIA_TYPE,
			verificationMaterial: {
				certificate: { rawBytes: envelope.key.certificate.toString("base64") },
				tlogEntries: entries,
				timestampVerificationData: { rfc3161Timestamps: stamps.map((stamp) => ({ signedTimestamp: stamp.toString("base64") })) }
			},
			dsseEnvelope: {
				payload: envelope.payload.toString("base64"),
				payloadType: envelope.payloadType,
				signatures: [{
					sig: envelope.signature.toString("base64"),
					keyid: ""
				}]
			}
		};
	}
};

export { SigstoreSigner };