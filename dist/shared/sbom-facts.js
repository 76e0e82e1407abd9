import { c as literal, l as looseObject, m as string, r as array, v as unknown } from "./schemas.js";

// src/core/summary/facts.ts
const component = looseObject({
	licenses: array(unknown()).optional(),
	group: string().optional(),
	name: string().optional(),
	version: string().optional()
});
/** More names than any page compares. */
const MOST_NAMES = 3e3;
/** `requests 2.32.0`, each once. */
function namesOf(components) {
	if (components.length > MOST_NAMES) return {};
	const names = components.map(({ group, name, version }) => {
		return [group === void 0 || group === "" ? name : `${group}/${name}`, version].filter((part) => part !== void 0).join(" ");
	});
	return { names: [...new Set(names)].sort() };
}
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
		...namesOf(components),
		licensesUnknown: components.filter((entry) => (entry.licenses ?? []).length === 0).length
	};
}

export { sbomFacts as t };