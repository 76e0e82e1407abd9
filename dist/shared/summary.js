import { f as string, h as unknown, i as base64, o as literal, r as array, s as looseObject } from "./schemas.js";

// src/core/summary/facts.ts
const component = looseObject({ licenses: array(unknown()).optional() });
/** As much of a CycloneDX document as the page counts (ECMA-424). */
const bomSchema = looseObject({
	bomFormat: literal("CycloneDX"),
	metadata: looseObject({ component: looseObject({
		name: string(),
		version: string().optional()
	}).optional() }).optional(),
	components: array(component).default([]),
	dependencies: array(looseObject({ dependsOn: array(string()).default([]) })).default([])
});
/** The part of a Sigstore bundle that holds an in-toto statement (DSSE 1.0). */
const bundleSchema = looseObject({ dsseEnvelope: looseObject({
	payload: base64(),
	payloadType: literal("application/vnd.in-toto+json")
}) });
/** in-toto Statement v1. */
const statementSchema = looseObject({
	predicateType: string(),
	subject: array(looseObject({ name: string().optional() }))
});
const KINDS = [
	[/^https:\/\/slsa\.dev\/provenance\/v\d/, "SLSA provenance"],
	[/^https:\/\/cyclonedx\.org\/bom(\/|$)/, "CycloneDX SBOM"],
	[/^https:\/\/spdx\.dev\/Document/, "SPDX SBOM"],
	[/^https:\/\/in-toto\.io\/attestation\/test-result\/v\d/, "test result"],
	[/^https:\/\/slsa\.dev\/verification_summary\/v\d/, "SLSA verification summary"]
];
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/**
* Counts what a CycloneDX document holds.
*
* @param file the document's file name
* @param text the document
* @returns numbers for the page, or undefined when it is no CycloneDX JSON
*/
function sbomFacts(file, text) {
	const parsed = bomSchema.safeParse(parseJson(text));
	if (!parsed.success) return void 0;
	const { metadata, components, dependencies } = parsed.data;
	const root = metadata?.component;
	return {
		file,
		subject: root === void 0 ? null : [root.name, root.version].filter((part) => part !== void 0).join(" "),
		components: components.length,
		edges: dependencies.reduce((sum, entry) => sum + entry.dependsOn.length, 0),
		licensesUnknown: components.filter((entry) => (entry.licenses ?? []).length === 0).length
	};
}
/**
* @param text a Sigstore bundle
* @returns what its statement says, or undefined when it holds no in-toto statement
*/
function statementFacts(text) {
	const bundle = bundleSchema.safeParse(parseJson(text));
	if (!bundle.success) return void 0;
	const bytes = Uint8Array.from(atob(bundle.data.dsseEnvelope.payload), (character) => character.charCodeAt(0));
	const statement = statementSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
	if (!statement.success) return void 0;
	const { predicateType, subject } = statement.data;
	return {
		kind: KINDS.find(([pattern]) => pattern.test(predicateType))?.[1] ?? predicateType,
		subjects: subject.flatMap((entry) => entry.name === void 0 ? [] : [entry.name])
	};
}

export { statementFacts as n, sbomFacts as t };