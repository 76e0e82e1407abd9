import { a as widthOf, n as pad, o as wrap, r as renderTable } from "./table.js";
import "./terminal.js";

// src/cli/page/wide-or-stacked.ts
const INDENT = "  ";
/** Names up to this width have a column of their own; longer ones a line. */
const MOST_NAME = 20;
/** Narrowest that text is wrapped to. */
const LEAST_TEXT = 30;
/**
* Names at the left, each with paragraphs at its right that go on below themselves.
*
* @param entries a name, and lines that may be wrapped; colours included
* @param look colours and width
* @returns lines joined by `\n`
*/
function stacked(entries, { styles, width }) {
	const widths = entries.map(({ name }) => widthOf(name)).filter((one) => one <= MOST_NAME);
	const column = Math.max(2, ...widths);
	const blank = INDENT + " ".repeat(column + 2);
	const room = Math.max(LEAST_TEXT, width - blank.length);
	return entries.flatMap(({ name, texts }) => {
		const lines = texts.flatMap((text) => wrap(text, room).split("\n"));
		const [first = "", ...rest] = lines;
		if (widthOf(name) > MOST_NAME) return [INDENT + styles.bold(name), ...lines.map((line) => blank + line)];
		return [`${INDENT}${pad(styles.bold(name), column + 2)}${first}`, ...rest.map((line) => blank + line)];
	}).join("\n");
}
/**
* A table where every row fits on a line; else what it is called, what it does, and the rest below that, so that nothing
* is cut and a command can be copied.
*
* @param rows the name, the text, and what else is said of it; cells may be empty
* @param look colours and width, and heads for where there is room for columns
* @returns lines joined by `\n`
*/
function wideOrStacked(rows, { head, ...look }) {
	const { styles, width } = look;
	const cells = rows.map(([name = "", text = "", ...more]) => [
		styles.bold(name),
		text,
		...more.map(styles.dim)
	]);
	const table = renderTable(cells, {
		...head === void 0 ? {} : { head },
		indent: 2,
		styleHead: styles.dim
	});
	if (widthOf(table) <= width) return table;
	return stacked(rows.map(([name = "", text = "", ...more]) => {
		const rest = more.filter((one) => one !== "" && one !== "–").join(" · ");
		return {
			name,
			texts: rest === "" ? [text] : [text, styles.dim(rest)]
		};
	}), look);
}

export { wideOrStacked as n, stacked as t };