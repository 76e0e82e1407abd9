import { o as unreachable } from "./errors.js";
import { a as escapeMarkdown, i as escapeHtml, n as codeSpan, o as fence, r as escapeBlockStart, t as codeElement } from "./escape.js";
import { n as oneLine } from "./text.js";

// src/core/summary/blocks.ts
/** @returns a heading of our own words */
function heading(level, title) {
	return {
		kind: "heading",
		level,
		content: [title]
	};
}
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

export { prose as a, link as i, heading as n, renderBlocks as o, inlineText as r, strong as s, code as t };