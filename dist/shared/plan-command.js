import { a as kindOf, n as readPlanned } from "./read-plan.js";
import { t as styles } from "./styles.js";
import { n as runLine, r as toPlanDocument, t as commandLine } from "./plan-document.js";
import { n as renderTable } from "./table.js";
import { t as nearestName } from "./parse.js";
import { n as formatBytes, r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine, r as plainText } from "./text.js";
import { n as TurnpikeError } from "./errors.js";
import { n as renderPlan, t as placeText } from "./plan-page.js";
import { resolve } from "node:path";

// src/cli/plan-rules.ts
const MOST$1 = 2e3;
function whenText({ paths, events, branches }) {
	return [
		...events === void 0 ? [] : [`on ${events.join(", ")}`],
		...branches === void 0 ? [] : [`on the branches ${branches.join(", ")}`],
		...paths === void 0 ? [] : [`when one of ${paths.join(", ")} changed`]
	].join(", and ");
}
function retriesText({ max, classes, exitCodes, outputs }) {
	const reasons = [
		...classes,
		...exitCodes.map((code) => `exit code ${code}`),
		...outputs.map((text) => `"${text}" in the output`)
	];
	return `up to ${countOf(max, "more time")}, for ${reasons.join(", ")}`;
}
function thresholdText({ findings, severity, coverage, tests }) {
	const counted = severity === void 0 ? "" : ` of severity ${severity} or worse`;
	return [
		...findings === void 0 && severity === void 0 ? [] : [`at most ${countOf(findings ?? 0, "finding")}${counted}`],
		...coverage === void 0 ? [] : [`at least ${coverage} % covered`],
		...tests === void 0 ? [] : [`at least ${countOf(tests, "test")}`]
	].join(", ");
}
/**
* @param gate any gate
* @returns what turnpike.yml says of it beside its command, for `turnpike plan --explain`
*/
function ruleRows({ when, retries, threshold, waiver, inputs, cache, matrix }) {
	const values = Object.entries(matrix?.values ?? {}).map(([key, value]) => `${key} ${value}`);
	return [
		matrix && ["matrix", `one of the gates of ${matrix.of}: ${values.join(", ")}`],
		when && ["runs", whenText(when)],
		retries && ["tried again", retriesText(retries)],
		threshold && ["threshold", thresholdText(threshold)],
		waiver && ["waived", `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`],
		inputs && ["depends on", inputs.join(", ")],
		cache === void 0 ? void 0 : ["cache", cache ? "a pass is remembered" : "a pass is never remembered"]
	].flatMap((row) => row === void 0 ? [] : [[row[0], oneLine(row[1], MOST$1)]]);
}

// src/cli/plan-explain.ts
const MOST = 2e3;
const CERTAINTIES = {
	certain: "the text says so",
	likely: "a convention of its tool was needed to read it",
	unsure: "something in it is known only when it runs"
};
function environmentText({ environment }) {
	if (environment === null) return "none";
	const { manager, cwd, groups, extras, recipe } = environment;
	if (recipe !== void 0) {
		const python = recipe.python === null ? "any Python" : `Python ${recipe.python}`;
		const installs = recipe.installs.map(({ words, source }) => `${words.join(" ")} (${placeText(source)})`).join(", then ");
		const what = manager === "venv" ? `${recipe.name}, an environment outside of the tree with ${python}: ` : "";
		return oneLine(`${what}${installs === "" ? "nothing installed" : installs}`, MOST);
	}
	const parts = [...groups.map((name) => `group ${name}`), ...extras.map((name) => `extra ${name}`)];
	return oneLine(`${manager} in ${cwd}${parts.length === 0 ? "" : ` with ${parts.join(", ")}`}`, MOST);
}
function exitText({ exitCodes }) {
	if (exitCodes === null) return "0 passes; the tool is not known, so everything else fails";
	return `${exitCodes.clean.join(", ")} is clean, ${exitCodes.findings.join(", ")} has findings, anything else is the tool's own trouble`;
}
function facts(gate) {
	const env = Object.entries(gate.env).map(([name, value]) => `${name}=${value}`);
	const reports = gate.reports.map(({ format, path, fromStdout }) => `${format} at ${path}${fromStdout === true ? " (its standard output)" : ""}`);
	const needs = gate.memoryBytes === null ? "" : `, ${formatBytes(gate.memoryBytes)}`;
	return [
		["command", plainText(commandLine(gate))],
		["runs as", plainText(runLine(gate))],
		["in", oneLine(gate.cwd, MOST)],
		...env.length === 0 ? [] : [["with", oneLine(env.join(" "), MOST)]],
		[gate.declared ? "declared in" : "seen in", placeText(gate.source)],
		...(gate.chain ?? []).map((step, index) => [index === 0 ? "the way" : "", oneLine(`${placeText(step)} runs ${(step.text.split("\n")[0] ?? "").trim()}`, MOST)]),
		...gate.certainty === void 0 ? [] : [["certainty", CERTAINTIES[gate.certainty]]],
		["why", oneLine(gate.why, MOST)],
		["packages", environmentText(gate)],
		["order", `${gate.tier}${gate.needs.length === 0 ? "" : `, after ${gate.needs.join(", ")}`}`],
		["takes", `${countOf(gate.cpu, "core")}${needs}, at most ${formatDuration(gate.timeoutMs)}${gate.locks.length === 0 ? "" : `, alone with ${gate.locks.join(", ")}`}`],
		["report", reports.length === 0 ? "none; the exit code decides" : oneLine(reports.join("; "), MOST)],
		["exit codes", exitText(gate)],
		["if it cannot judge", gate.inconclusive === "fail" ? "the run is an error" : "a warning; on a release an error"],
		...ruleRows(gate),
		...gate.owner === void 0 ? [] : [["owner", oneLine(gate.owner, MOST)]],
		...gate.docs === void 0 ? [] : [["read", oneLine(gate.docs, MOST)]]
	];
}
function gateLines(gate, enable, { styles, width }) {
	const state = enable !== void 0 ? "suggested, does not run" : gate.required ? "required" : "advisory";
	const rows = facts(gate).map(([name, value]) => [styles.dim(name), value]);
	return [
		`${styles.bold(oneLine(gate.id, MOST))}  ${styles.dim(`· ${gate.tool === null ? "" : `${gate.tool}, `}${state}`)}`,
		renderTable(rows, {
			width,
			indent: 2,
			overflow: "wrap"
		}),
		...enable === void 0 ? [] : [
			"",
			styles.dim("  To switch it on, in turnpike.yml:"),
			styles.cyan(plainText(enable).replaceAll(/^/gm, "    "))
		]
	];
}
function leftOutLines(title, leftOut, { styles, width }) {
	if (leftOut.length === 0) return [];
	const rows = leftOut.map((one) => [
		`${styles.marks.skip} ${oneLine(one.what, 80)}`,
		styles.dim(placeText(one)),
		oneLine(one.reason, 300)
	]);
	return [
		"",
		styles.bold(title),
		renderTable(rows, {
			width,
			indent: 2,
			overflow: "wrap"
		})
	];
}
/**
* @param planned the plan and what was left out
* @param id a gate's id, or a kind of gates
* @param look colours and width
* @returns the page of `turnpike plan --explain`, ending with a line feed
* @throws TurnpikeError `PLAN_UNKNOWN_GATE` when nothing of that name was even considered
*/
function renderExplanation({ plan, leftOut }, id, look) {
	const all = [...plan.gates.map((gate) => ({
		gate,
		enable: void 0
	})), ...plan.suggestions.map(({ gate, enable }) => ({
		gate,
		enable
	}))];
	const exact = all.filter(({ gate }) => gate.id === id);
	const chosen = exact.length > 0 ? exact : all.filter(({ gate }) => kindOf(gate.id) === id);
	const kind = kindOf(chosen[0]?.gate.id ?? id);
	const others = all.filter(({ gate }) => kindOf(gate.id) === kind && !chosen.some((one) => one.gate === gate));
	const passedOver = leftOut.filter((one) => one.kind === kind);
	if (chosen.length === 0 && passedOver.length === 0) {
		const known = all.map(({ gate }) => gate.id);
		const nearest = nearestName(id, [
			...known,
			...known.map(kindOf),
			...leftOut.map((one) => one.kind)
		]);
		const advice = nearest === void 0 ? `There are ${known.length === 0 ? "none" : known.join(", ")}.` : `Did you mean ${nearest}?`;
		throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", `There is no gate "${oneLine(id, 80)}" here. ${oneLine(advice, 1e3)}`);
	}
	return `${[
		...chosen.length === 0 ? [look.styles.bold(`No gate ${oneLine(id, 80)} here.`)] : [],
		...chosen.flatMap(({ gate, enable }, index) => [...index === 0 ? [] : [""], ...gateLines(gate, enable, look)]),
		...others.length === 0 ? [] : ["", look.styles.dim(`Also ${kind}: ${oneLine(others.map(({ gate }) => gate.id).join(", "), MOST)}`)],
		...leftOutLines("Considered and left out", passedOver, look)
	].join("\n")}\n`;
}

// src/cli/plan-command.ts
/** Columns of a line where the output is no terminal. */
const WIDE = 200;
async function checkoutFacts(git, cwd) {
	const [commit, tree] = await Promise.all([git.head(cwd), git.tree(cwd)]);
	if (commit === void 0) return {
		commit: null,
		tree: null,
		dirty: null
	};
	return {
		commit,
		tree: tree ?? null,
		dirty: await git.isDirty(cwd)
	};
}
/** The document, with what only programs ask for; what finds that out is loaded for it alone. */
async function documentOf(planned, directory) {
	const [{ GitProgram }, { NodeProcesses }, { definedVariables }, { NodeFiles }, { countLocks }] = await Promise.all([
		import("./git.js"),
		import("./processes2.js"),
		import("./environment.js"),
		import("./files.js"),
		import("./count-locks.js")
	]);
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const cwd = resolve(directory);
	const counting = countLocks(".", {
		git,
		files: new NodeFiles(cwd)
	}).catch(() => null);
	const [checkout, sbom] = await Promise.all([checkoutFacts(git, cwd), counting]);
	return toPlanDocument(planned, checkout, sbom);
}
/**
* @param args what was asked for
* @throws TurnpikeError `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE` or `FILE_UNREADABLE`
*/
async function runPlanCommand(args) {
	const planned = await readPlanned(args.directory, { config: args.config });
	if (args.json) {
		const document = await documentOf(planned, args.directory);
		process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
		return;
	}
	const look = {
		styles: styles(process.stdout, process.env),
		width: process.stdout.columns ?? WIDE
	};
	const page = args.explain === void 0 ? renderPlan(planned, look) : renderExplanation(planned, args.explain, look);
	process.stdout.write(page);
}

export { runPlanCommand };