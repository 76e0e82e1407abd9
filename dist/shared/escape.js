import { n as oneLine, r as plainText } from "./text.js";

// src/core/summary/escape.ts
/** Never seen, zero width; put where a viewer would otherwise make a mention, an issue link or an emoji of foreign text. */
const BREAK = "​";
/** Text that GitHub's viewer would turn into something else after the Markdown is parsed. */
function inertText(line) {
	return line.replaceAll(/@(?=[A-Za-z0-9])/g, `@${BREAK}`).replaceAll(/#(?=\d)/g, `#${BREAK}`).replaceAll(/:(?=[\w+-]+:)/g, `:${BREAK}`);
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"|": "&#124;",
	$: "&#36;"
};
function entity(character) {
	return ENTITIES[character] ?? `&#${character.codePointAt(0)};`;
}
/**
* Foreign text as inline Markdown that shows as it is (CommonMark 0.31, sections 2.4 and 2.5: neither a backslash escape
* nor a character reference can be structure). Fit for paragraphs, list items, headings and table cells.
*
* @param text foreign text; line breaks become spaces
* @returns one line of Markdown without any structure
*/
function escapeMarkdown(text) {
	return inertText(oneLine(text)).replaceAll(/[\\`*[\]~#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&").replaceAll(/[&<>|$]/g, entity).replaceAll(/:(?=\/\/)/g, "\\:").replaceAll(/(www)\.(?=\S)/gi, "$1\\.").replace(/!$/, "\\!");
}
/**
* Keeps the beginning of a paragraph or list item from being a list marker, a quote, a rule or an underline of a heading.
*
* @param inline inline Markdown
* @returns the same text, its first character escaped where it could be structure
*/
function escapeBlockStart(inline) {
	return inline.replace(/^[-+=>:]/, entity).replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
/**
* @param text foreign text; line breaks become spaces
* @returns text for HTML, between tags or in a quoted attribute
*/
function escapeHtml(text) {
	return inertText(oneLine(text)).replaceAll(/[&<>"']/g, entity);
}
/**
* @param text foreign text; line breaks become spaces
* @returns text as an HTML `code` element; every punctuation character is a reference, so it is fit for Markdown too
*/
function codeElement(text) {
	return `<code>${oneLine(text).replaceAll(/[!-,:-@[-`{-~]/g, entity).replaceAll(/(www)\./gi, "$1&#46;").replaceAll("&#64;", "&#64;<!-- -->")}</code>`;
}
/**
* @param text foreign text; line breaks become spaces
* @returns a code span that shows the text as it is and can be copied, in table cells too
*/
function codeSpan(text) {
	const line = oneLine(text);
	return line === "" || /[`|]/.test(line) ? codeElement(line) : `\`${line}\``;
}
/**
* @param text foreign text of any number of lines
* @param language the fence's info string; ours, not foreign
* @returns a fenced block whose fence is longer than any in the text (CommonMark 0.31, section 4.5)
*/
function fence(text, language) {
	const safe = plainText(text).replace(/\n+$/, "");
	const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map((run) => run[0].length));
	const marks = "`".repeat(longest + 1);
	return [
		`${marks}${language}`,
		...safe === "" ? [] : [safe],
		marks
	].join("\n");
}
/** What Mermaid's lexer takes for a statement at the beginning of a line (mermaid-js/mermaid, gantt.jison). */
const MERMAID_KEYWORD = /^(acc|call|click|dateFormat|excludes|gantt|href|inclu|axisFormat|section|tickInterval|title|todayMarker|topAxis|week|\d{4}-)/i;
/**
* @param text foreign text
* @returns a label that no Mermaid diagram takes for syntax: letters, digits and a few marks, never empty
*/
function mermaidLabel(text) {
	const label = oneLine(text, 60).replaceAll(/[^\p{L}\p{N} ._@/()+-]/gu, " ").replaceAll(/\s+/g, " ").trim();
	if (label === "") return "(no name)";
	return MERMAID_KEYWORD.test(label) ? BREAK + label : label;
}
/**
* A path as part of a URL inside Markdown's `(…)` or a quoted attribute.
*
* @param path foreign path with `/`
* @returns each segment percent-encoded, parentheses and quotes too (RFC 3986, section 2.1)
*/
function urlPath(path) {
	return path.toWellFormed().split("/").map((segment) => encodeURIComponent(segment).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}

export { escapeMarkdown as a, urlPath as c, escapeHtml as i, codeSpan as n, fence as o, escapeBlockStart as r, mermaidLabel as s, codeElement as t };