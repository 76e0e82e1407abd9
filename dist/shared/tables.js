// src/core/documents/tables.ts
/** @returns the value when it is a table, else an empty one */
function asTable(value) {
	return isTable(value) ? value : {};
}
/** @returns true for an object that is neither a list nor a date */
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** @returns the value when it is a list, else an empty one */
function asList(value) {
	return Array.isArray(value) ? value : [];
}
/** @returns the value when it is text, else undefined */
function asText(value) {
	return typeof value === "string" ? value : void 0;
}
/** @returns the texts of a list, or of a text with entries divided by commas or line breaks (mypy's and INI style) */
function textList(value) {
	return (typeof value === "string" ? value.split(/[,\n]/) : asList(value)).map((entry) => asText(entry)?.trim()).filter((entry) => entry !== void 0 && entry !== "");
}
/**
* @param value where to begin: what a document of unknown content was read into
* @param path keys, or places in a list, one below the other
* @returns the value there, or undefined when there is none
*/
function valueAt(value, ...path) {
	return path.reduce((at, key) => typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : void 0, value);
}
/**
* @param table where to begin
* @param path keys one below the other
* @returns the table there, or undefined when there is none
*/
function tableAt(table, path) {
	const value = valueAt(table, ...path);
	return isTable(value) ? value : void 0;
}

export { tableAt as a, isTable as i, asTable as n, textList as o, asText as r, valueAt as s, asList as t };