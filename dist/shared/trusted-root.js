import { c as literal, i as base64, l as looseObject, m as string, n as _enum, r as array, s as int, y as url } from "./schemas.js";
import { u as datetime } from "./last-gate.js";

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
	url: url({ protocol: /^https?$/ }),
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

export { trustedRootSchema as i, selectServices as n, trustConfigSchema as r, TRUST_CONFIG_VARIABLE as t };