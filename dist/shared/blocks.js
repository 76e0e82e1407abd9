import { a as unreachable } from "./errors.js";
import { n as oneLine, r as plainText } from "./text.js";
import { appendFile } from "node:fs/promises";

// src/adapters/actions/page.ts
/**
* The step's summary file.
*
* @param env the process environment
* @returns a page that does nothing when the runner gave no file
*/
function stepSummary(env) {
	const file = env["GITHUB_STEP_SUMMARY"];
	return { async append(markdown) {
		if (file !== void 0 && file !== "") await appendFile(file, `${markdown}\n`);
	} };
}

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
	return `<code>${oneLine(text).replaceAll(/[!-,:-@[-`{-~]/g, entity)}</code>`;
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
	return `${marks}${language}\n${safe}\n${marks}`;
}
/**
* @param text foreign text
* @returns a label that no Mermaid diagram takes for syntax: letters, digits and a few marks, never empty
*/
function mermaidLabel(text) {
	const label = oneLine(text, 60).replaceAll(/[^\p{L}\p{N} ._@/()+-]/gu, " ").replaceAll(/\s+/g, " ").trim();
	return label === "" ? "(no name)" : label;
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

// src/core/summary/blocks.ts
/** @returns text in a code font, to be copied */
function code(text) {
	return {
		kind: "code",
		text
	};
}
/**
* Prose in which what stands between backticks is code, as tools and people write it.
*
* @param text foreign text
* @param limit most characters to keep
* @returns text and code
*/
function prose(text, limit) {
	return oneLine(text, limit).split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? code(part) : part).filter((part) => part !== "");
}
/** @returns text that stands out */
function strong(...content) {
	return {
		kind: "strong",
		content
	};
}
/**
* @param url an absolute address whose foreign parts went through `urlPath`; undefined for no link
* @param content what is shown
* @returns a link, or the content alone when there is no https address
*/
function link(url, ...content) {
	return url === void 0 || !/^https:\/\/[\w.:-]+\/[^\s()<>"'`\\|]*$/.test(url) ? content : [{
		kind: "link",
		url,
		content
	}];
}
function toMarkdown(content) {
	let text = "";
	for (const part of content) if (typeof part === "string") text += keepEnds(part, escapeMarkdown);
	else text += inlineMarkdown(part, text.endsWith("`"));
	return text.trim();
}
function inlineMarkdown(part, followsCode) {
	switch (part.kind) {
		case "code": return followsCode ? codeElement(part.text) : codeSpan(part.text);
		case "strong": return bold(toMarkdown(part.content));
		case "link": return `[${toMarkdown(part.content)}](${part.url})`;
		default: return unreachable(part);
	}
}
/** Asterisks open and close only beside certain characters (CommonMark 0.31, section 6.2); a tag always does. */
function bold(inner) {
	return /^[A-Za-z0-9](.*[A-Za-z0-9])?$/.test(inner) ? `**${inner}**` : `<strong>${inner}</strong>`;
}
/** Parts are joined, so the blanks at their ends count. */
function keepEnds(part, escapeText) {
	const inner = escapeText(part);
	if (inner === "") return /\s/.test(part) ? " " : "";
	return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) ? " " : ""}`;
}
function toHtml(content) {
	return content.map((part) => {
		if (typeof part === "string") return keepEnds(part, escapeHtml);
		switch (part.kind) {
			case "code": return codeElement(part.text);
			case "strong": return `<strong>${toHtml(part.content)}</strong>`;
			case "link": return `<a href="${part.url}">${toHtml(part.content)}</a>`;
			default: return unreachable(part);
		}
	}).join("").trim();
}
/**
* @param content inline content
* @returns its text alone, unescaped: foreign
*/
function inlineText(content) {
	return content.map((part) => typeof part === "string" ? part : part.kind === "code" ? part.text : inlineText(part.content)).join("");
}
function renderTable(columns, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(columns.map((column) => escapeMarkdown(column.title))),
		line(columns.map((column) => column.align === "right" ? "---:" : ":---")),
		...rows.map((row) => line(columns.map((_, index) => toMarkdown(row[index] ?? []))))
	].join("\n");
}
function renderBlock(block) {
	switch (block.kind) {
		case "heading": return `${"#".repeat(block.level)} ${toMarkdown(block.content)}`;
		case "paragraph": return escapeBlockStart(toMarkdown(block.content));
		case "small": return `<sub>${toMarkdown(block.content)}</sub>`;
		case "list": return block.items.map((item) => `- ${escapeBlockStart(toMarkdown(item))}`).join("\n");
		case "table": return renderTable(block.columns, block.rows);
		case "code": return fence(block.text, block.language);
		case "alert": return `> [!${block.level}]\n> ${escapeBlockStart(toMarkdown(block.content))}`;
		case "details": return [
			`<details${block.open ? " open" : ""}>\n<summary>${toHtml(block.summary)}</summary>`,
			...block.blocks.map(renderBlock),
			"</details>"
		].join("\n\n");
		default: return unreachable(block);
	}
}
/**
* The only place where a page becomes text.
*
* @param blocks the page
* @returns GitHub-flavoured Markdown that ends with a line feed
*/
function renderBlocks(blocks) {
	return `${blocks.map(renderBlock).join("\n\n")}\n`;
}

export { renderBlocks as a, urlPath as c, prose as i, stepSummary as l, inlineText as n, strong as o, link as r, mermaidLabel as s, code as t };