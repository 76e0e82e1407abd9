import { n as renderTable } from "./table.js";
import { t as commandLine } from "./plan-document.js";
import { r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine } from "./text.js";

// src/cli/plan-page.ts
const MOST_COMMAND = 300;
const MOST_PLACE = 80;
const MOST_LEFT_OUT = 12;
/** @returns `file:line` of foreign names, safe to show */
function placeText(source) {
	return `${oneLine(source.file, MOST_PLACE)}${source.line === null ? "" : `:${source.line}`}`;
}
/** @returns the report formats of a gate, or a dash */
function reportText(gate) {
	return gate.reports.length === 0 ? "–" : gate.reports.map(({ format }) => format).join(", ");
}
function commandText(gate) {
	const where = gate.cwd === "." ? "" : `  (in ${oneLine(gate.cwd, MOST_PLACE)})`;
	const [first = "", ...more] = commandLine(gate).split("\n");
	return `${oneLine(first, MOST_COMMAND)}${more.length > 0 ? " …" : ""}${where}`;
}
function gateTable(gates, { styles, width }) {
	const rows = gates.map((gate) => [
		styles.bold(oneLine(gate.id, MOST_PLACE)),
		commandText(gate),
		gate.required ? "required" : styles.dim("advisory"),
		gate.tier,
		formatDuration(gate.timeoutMs),
		gate.reports.length === 0 ? styles.dim("–") : reportText(gate),
		styles.dim(placeText(gate.source))
	]);
	return renderTable(rows, {
		head: [
			"gate",
			"command",
			"level",
			"tier",
			"timeout",
			"report",
			"declared in"
		],
		width,
		indent: 2,
		right: [4],
		styleHead: styles.dim
	});
}
function heading(plan, { styles }) {
	const budget = `budget ${formatDuration(plan.budget.totalMs)}${plan.budget.enforce ? ", enforced" : ""}`;
	if (plan.gates.length === 0) return `${styles.marks.warn} ${styles.bold("Nothing to check here.")}`;
	const advisory = plan.gates.filter(({ required }) => !required).length;
	const counts = [countOf(plan.gates.length, "gate"), ...advisory === 0 ? [] : [`${advisory} of them advisory`]];
	return `${styles.bold(counts.join(", "))}  ${styles.dim(`· ${budget} · nothing was run`)}`;
}
function suggestionLines({ suggestions }, { styles, width }) {
	if (suggestions.length === 0) return [];
	const rows = suggestions.flatMap(({ gate }) => [[
		styles.bold(oneLine(gate.id, MOST_PLACE)),
		commandText(gate),
		styles.dim(placeText(gate.source))
	], [
		"",
		styles.dim(oneLine(gate.why.replace(/^.*only suggested, because /s, "because "), 300)),
		""
	]]);
	const ids = suggestions.map(({ enable }) => enable.split("\n")[1] ?? "");
	return [
		"",
		`${styles.bold("Suggested")}  ${styles.dim("· never run until turnpike.yml switches them on")}`,
		renderTable(rows, {
			width,
			indent: 2
		}),
		"",
		styles.dim("  turnpike.yml"),
		styles.cyan("    gates:"),
		...ids.map((line) => styles.cyan(`    ${oneLine(line, MOST_PLACE).replace(/^/, "  ")}`))
	];
}
function setUpLines(plan, { styles, width }) {
	const setUp = plan.environments.map(({ manager, cwd, groups, extras, lock }) => {
		const options = [...groups.map((name) => `--group ${name}`), ...extras.map((name) => `--extra ${name}`)];
		const command = manager === "uv" ? ["uv sync --locked", ...options].join(" ") : "npm ci";
		const where = cwd === "." ? "" : `  (in ${oneLine(cwd, MOST_PLACE)})`;
		const what = lock === null ? `${manager} alone, without packages: there is no lock` : oneLine(command, MOST_COMMAND);
		return [
			styles.bold("set-up"),
			what + where,
			styles.dim(lock === null ? "" : oneLine(lock, MOST_PLACE))
		];
	});
	const { build } = plan;
	const made = build === null ? [] : [[
		styles.bold("build"),
		oneLine(build.run, MOST_COMMAND),
		styles.dim(build.source === null ? "" : placeText(build.source))
	]];
	const rows = [...setUp, ...made];
	return rows.length === 0 ? [] : ["", renderTable(rows, {
		width,
		indent: 2
	})];
}
/** Where nothing runs, people want to know what was looked at. */
function leftOutLines({ plan, leftOut }, { styles, width }) {
	if (plan.gates.length > 0 || leftOut.length === 0) return [];
	const rows = leftOut.slice(0, MOST_LEFT_OUT).map((one) => [
		styles.bold(oneLine(one.kind, 40)),
		oneLine(one.reason, 200),
		styles.dim(placeText(one))
	]);
	const more = leftOut.length - rows.length;
	return [
		"",
		`${styles.bold("Looked at")}  ${styles.dim("· and left out")}`,
		renderTable(rows, {
			width,
			indent: 2
		}),
		...more > 0 ? [styles.dim(`  and ${more} more`)] : []
	];
}
function noteLines({ notes }, { styles }) {
	if (notes.length === 0) return [];
	return ["", ...notes.map((note) => {
		const place = note.file === "." ? "this repository" : placeText(note);
		return `${styles.marks.warn} ${place} ${oneLine(note.message, 400)}`;
	})];
}
/**
* @param planned the plan
* @param look colours and width
* @returns the page of `turnpike plan`, ending with a line feed
*/
function renderPlan(planned, look) {
	const { plan } = planned;
	return `${[
		heading(plan, look),
		...plan.gates.length === 0 ? [] : ["", gateTable(plan.gates, look)],
		...setUpLines(plan, look),
		...suggestionLines(plan, look),
		...leftOutLines(planned, look),
		...noteLines(plan, look)
	].join("\n")}\n`;
}

export { renderPlan as n, placeText as t };