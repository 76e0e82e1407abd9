import { t as require_dist } from "./dist.js";

// src/core/documents/yaml-documents.ts
var import_dist = require_dist();
/**
* Measures nesting with the lexer, which is fast. The parser is slow on deep nesting and recurses, so it must not see such
* a text.
*
* @param text YAML
* @param maxDepth levels of `[` and `{`, or of `- ` on one line
* @returns where the text goes deeper; undefined when it does not
*/
function tooDeepAt(text, maxDepth) {
	let flow = 0;
	let dashes = 0;
	let offset = 0;
	for (const token of new import_dist.Lexer().lex(text)) {
		if (token === "[" || token === "{") flow += 1;
		else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
		else if (token === "-" || token === "?") dashes += 1;
		else if (token === "\n" || token === "\r\n") dashes = 0;
		if (flow > maxDepth || dashes > maxDepth) return offset;
		offset += isMark(token) ? 0 : token.length;
	}
}
/** The lexer's own marks (document, flow error, scalar, byte order mark) are no part of the text. */
function isMark(token) {
	return token === "" || token === "" || token === "";
}
function faultAt(text, offset, message) {
	const before = text.slice(0, offset).split("\n");
	return {
		kind: "fault",
		line: before.length,
		column: (before.at(-1)?.length ?? 0) + 1,
		message
	};
}
/**
* Parses YAML 1.2 (core schema) into nodes. Keys that are written twice are left to the caller, who can say where.
*
* @param text any number of documents; the caller has checked its size
* @param maxDepth levels of `[` and `{`, or of `- ` on one line; deeper ones are a fault
*/
function parseYaml(text, maxDepth) {
	const deep = tooDeepAt(text, maxDepth);
	if (deep !== void 0) return faultAt(text, deep, `is nested more than ${maxDepth} levels deep`);
	const lines = new import_dist.LineCounter();
	const options = {
		lineCounter: lines,
		uniqueKeys: false,
		prettyErrors: false,
		keepSourceTokens: false
	};
	try {
		const documents = (0, import_dist.parseAllDocuments)(text, options);
		return {
			kind: "documents",
			documents: Array.isArray(documents) ? documents : [],
			lines
		};
	} catch (error) {
		if (error instanceof RangeError) return faultAt(text, 0, "is nested too deeply");
		throw error;
	}
}

export { tooDeepAt as n, parseYaml as t };