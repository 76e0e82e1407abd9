import { Ct as environmentKey, H as plainText, U as formatBytes, V as oneLine, W as formatDuration, c as existingFolder, d as columnsOf, l as styles, xt as toolchainKey } from "./first-gate.js";
import { a as kindOf, n as readPlanned } from "./read-plan.js";
import { n as runLine, r as toPlanDocument, t as commandLine } from "./plan-document.js";
import { r as renderTable, t as hanging } from "./table.js";
import { S as nearestName, T as countOf } from "./begin.js";
import { n as TurnpikeError } from "./errors.js";
import { t as placeText } from "./place-text.js";
import { n as wayText, r as workText, t as environmentText$1 } from "./gate-texts.js";
import { t as noteTexts } from "./note-texts.js";
import { n as wideOrStacked, t as stacked } from "./wide-or-stacked.js";
import { resolve } from "node:path";

// src/cli/plan/plan-rules.ts
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

// src/cli/plan/plan-explain.ts
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
/** Toolchains of a gate, each with what this machine has of it. */
function toolchainFacts({ toolchains = [] }, rows) {
	return toolchains.map((wish) => {
		const row = rows.find((one) => one.key === toolchainKey(wish));
		const text = row === void 0 ? "" : `: ${row.text}`;
		return ["runs on", oneLine(`${wish.language} ${wish.version}, from ${placeText(wish.source)}${text}`, MOST)];
	});
}
function facts(gate, rows) {
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
		...toolchainFacts(gate, rows),
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
function gateLines(gate, enable, { styles, width }, toolchains) {
	const state = enable !== void 0 ? "suggested, does not run" : gate.required ? "required" : "advisory";
	const rows = facts(gate, toolchains).map(([name, value]) => [styles.dim(name), value]);
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
function leftOutLines$1(title, leftOut, { styles, width }) {
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
* @param toolchains what gates ask for, and what this machine has of it
* @returns the page of `turnpike plan --explain`, ending with a line feed
* @throws TurnpikeError `PLAN_UNKNOWN_GATE` when nothing of that name was even considered
*/
function renderExplanation({ plan, leftOut }, id, look, toolchains = []) {
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
		...chosen.flatMap(({ gate, enable }, index) => [...index === 0 ? [] : [""], ...gateLines(gate, enable, look, toolchains)]),
		...others.length === 0 ? [] : ["", look.styles.dim(`Also ${kind}: ${oneLine(others.map(({ gate }) => gate.id).join(", "), MOST)}`)],
		...leftOutLines$1("Considered and left out", passedOver, look)
	].join("\n")}\n`;
}

// src/cli/plan/plan-page.ts
const MOST_COMMAND = 300;
const MOST_PLACE = 80;
const MOST_LEFT_OUT = 12;
const MOST_NEVER = 8;
const MOST_NOTES = 12;
function gateTable({ gates, environments }, look) {
	const shared = new Map(environments.map((one) => [environmentKey(one), one]));
	const rows = gates.map((gate) => [
		oneLine(gate.id, MOST_PLACE),
		workText(gate),
		gate.required ? "required" : "advisory",
		wayText(gate),
		gate.environment === null ? "–" : environmentText$1(shared.get(environmentKey(gate.environment)) ?? gate.environment)
	]);
	return wideOrStacked(rows, {
		...look,
		head: [
			"gate",
			"command",
			"level",
			"declared in",
			"environment"
		]
	});
}
function heading(plan, { styles }) {
	const budget = `budget ${formatDuration(plan.budget.totalMs)}${plan.budget.enforce ? ", enforced" : ""}`;
	if (plan.gates.length === 0) return `${styles.marks.warn} ${styles.bold("Nothing to check here.")}`;
	const advisory = plan.gates.filter(({ required }) => !required).length;
	const counts = [countOf(plan.gates.length, "gate"), ...advisory === 0 ? [] : [`${advisory} of them advisory`]];
	return `${styles.bold(counts.join(", "))}  ${styles.dim(`· ${budget} · nothing was run`)}`;
}
function becauseText({ why }) {
	return oneLine(why.replace(/^.*only suggested, because /s, "because "), 300);
}
function suggestionLines({ suggestions }, look) {
	if (suggestions.length === 0) return [];
	const { styles } = look;
	const entries = suggestions.map(({ gate }) => ({
		name: oneLine(gate.id, MOST_PLACE),
		texts: [workText(gate), styles.dim(`${wayText(gate)} · ${becauseText(gate)}`)]
	}));
	const ids = suggestions.map(({ enable }) => enable.split("\n")[1] ?? "");
	return [
		"",
		`${styles.bold("Suggested")}  ${styles.dim("· never run until turnpike.yml switches them on")}`,
		stacked(entries, look),
		"",
		styles.dim("  turnpike.yml"),
		styles.cyan("    gates:"),
		...ids.map((line) => styles.cyan(`    ${oneLine(line, MOST_PLACE).replace(/^/, "  ")}`))
	];
}
/** What is run to install an environment. */
function installText({ manager, cwd, groups, extras, lock, recipe, options: more = [] }) {
	const where = cwd === "." ? "" : `  (in ${oneLine(cwd, MOST_PLACE)})`;
	if (recipe !== void 0) {
		const python = recipe.python === null ? "" : `Python ${recipe.python}: `;
		const installs = recipe.installs.map(({ words }) => words.join(" ")).join(" && ");
		return oneLine(`${python}${installs === "" ? "nothing beyond Python" : installs}`, MOST_COMMAND) + where;
	}
	if (lock === null) return `${manager} alone, without packages: there is no lock${where}`;
	const options = [
		...groups.map((name) => `--group ${name}`),
		...extras.map((name) => `--extra ${name}`),
		...more
	];
	return oneLine(manager === "uv" ? ["uv sync --locked", ...options].join(" ") : `${manager} ci`, MOST_COMMAND) + where;
}
function setUpLines(plan, look, toolchains) {
	const setUp = plan.environments.map((environment) => [
		"set-up",
		installText(environment),
		oneLine(environment.recipe === void 0 ? environment.lock ?? "" : environment.recipe.name, MOST_PLACE)
	]);
	const { build } = plan;
	const made = build === null ? [] : [[
		"build",
		oneLine(build.run, MOST_COMMAND),
		build.source === null ? "" : placeText(build.source)
	]];
	const asked = new Set(plan.gates.flatMap((gate) => (gate.toolchains ?? []).map(toolchainKey)));
	const rows = [
		...toolchains.filter(({ key }) => asked.has(key)).map(({ wish, where, text }) => [
			"toolchain",
			`${wish}: ${text}`,
			where
		]),
		...setUp,
		...made
	];
	return rows.length === 0 ? [] : ["", wideOrStacked(rows, look)];
}
/** What publishes or deploys is named, so that nobody wonders whether it runs. */
function neverLines({ neverRun = [] }, { styles, width }) {
	if (neverRun.length === 0) return [];
	const rows = neverRun.slice(0, MOST_NEVER).map((one) => [oneLine(one.text, 120), styles.dim(placeText(one).replace(/^\.github\/workflows\//, ""))]);
	const more = neverRun.length - rows.length;
	return [
		"",
		`${styles.bold("Never run")}  ${styles.dim("· publishes, deploys, or changes what others see")}`,
		renderTable(rows, {
			width,
			indent: 2,
			overflow: "wrap"
		}),
		...more > 0 ? [styles.dim(`  and ${more} more`)] : []
	];
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
			indent: 2,
			overflow: "wrap"
		}),
		...more > 0 ? [styles.dim(`  and ${more} more`)] : []
	];
}
/** What is said of the whole stands in the heading where there is nothing to check. */
function isOfFile({ file }) {
	return file !== ".";
}
/** A command that nobody guessed is the only thing that helps then. */
function ownGateLines({ gates, suggestions }, { styles }) {
	if (gates.length + suggestions.length > 0) return [];
	return [
		"",
		"  Nothing that could be read here says what to run before a change is taken. Say it:",
		"",
		styles.dim("  turnpike.yml"),
		...[
			"gates:",
			"  tests:",
			"    run: make test    # the command that you run before a commit"
		].map((line) => `    ${styles.cyan(line)}`)
	];
}
function noteLines({ notes, gates, suggestions }, { styles, width }) {
	if (notes.length === 0) return [];
	const texts = noteTexts(gates.length === 0 && suggestions.length === 0 ? notes.filter(isOfFile) : notes);
	const lines = texts.slice(0, MOST_NOTES).map((text) => `${styles.marks.warn} ${hanging(text, width, 2)}`);
	const more = texts.length - lines.length;
	return [
		"",
		...lines,
		...more > 0 ? [styles.dim(`  and ${more} more: turnpike plan --json lists all`)] : []
	];
}
/**
* @param planned the plan
* @param look colours and width
* @param toolchains what gates ask for, and what this machine has of it
* @returns the page of `turnpike plan`, ending with a line feed
*/
function renderPlan(planned, look, toolchains = []) {
	const { plan } = planned;
	return `${[
		heading(plan, look),
		...plan.gates.length === 0 ? [] : ["", gateTable(plan, look)],
		...setUpLines(plan, look, toolchains),
		...suggestionLines(plan, look),
		...leftOutLines(planned, look),
		...ownGateLines(plan, look),
		...neverLines(plan, look),
		...noteLines(plan, look)
	].join("\n")}\n`;
}

// src/cli/plan/toolchain-rows.ts
/** Versions are foreign text. */
const MOST_VERSION = 40;
/**
* @param plan a plan; where no gate of it asks for a toolchain, nothing is looked at
* @param env the environment of this process
* @returns each toolchain once, in the order of the gates
*/
async function toolchainRows({ gates, suggestions }, env) {
	const all = [...gates, ...suggestions.map(({ gate }) => gate)].filter(({ toolchains }) => toolchains !== void 0);
	if (all.length === 0) return [];
	const [{ chooseToolchains }, { choiceText }, { NodeToolchains }, { NodeProcesses }, { definedVariables }, { oneLine }] = await Promise.all([
		import("./choose.js"),
		import("./toolchains2.js"),
		import("./toolchains4.js"),
		import("./processes.js"),
		import("./environment.js"),
		import("./text.js")
	]);
	const own = definedVariables(env);
	const found = await chooseToolchains(all, {
		toolchains: new NodeToolchains(new NodeProcesses(), own),
		env: own
	});
	const rows = /* @__PURE__ */ new Map();
	for (const { wish, choice } of all.flatMap((gate) => found.chosenFor(gate))) {
		const key = toolchainKey(wish);
		if (rows.has(key)) continue;
		const text = `${wish.language} ${oneLine(wish.version, MOST_VERSION)}`;
		rows.set(key, {
			key,
			wish: text,
			where: placeText(wish.source),
			text: choiceText(choice)
		});
	}
	return [...rows.values()];
}

// src/cli/plan/plan-command.ts
/** Columns of a line where the output is no terminal. */
const WIDE = 200;
async function checkoutFacts(git, cwd) {
	const { commit, tree } = await git.state(cwd) ?? {
		commit: null,
		tree: null
	};
	if (commit === null) return {
		commit: null,
		tree: null,
		dirty: null
	};
	return {
		commit,
		tree,
		dirty: await git.isDirty(cwd)
	};
}
/** The document, with what only programs ask for; what finds that out is loaded for it alone. */
async function documentOf(planned, directory) {
	const [{ GitProgram }, { NodeProcesses }, { definedVariables }, { NodeFiles }, { countLocks }] = await Promise.all([
		import("./git.js"),
		import("./processes.js"),
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
	const planned = await readPlanned(existingFolder(args.directory, (name) => `For a gate of that name: turnpike plan --explain ${name}`), { config: args.config });
	if (args.json) {
		const document = await documentOf(planned, args.directory);
		process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
		return;
	}
	const look = {
		styles: styles(process.stdout, process.env),
		width: columnsOf([process.stdout, process.stderr], WIDE)
	};
	const toolchains = await toolchainRows(planned.plan, process.env);
	const page = args.explain === void 0 ? renderPlan(planned, look, toolchains) : renderExplanation(planned, args.explain, look, toolchains);
	process.stdout.write(page);
}

export { runPlanCommand };