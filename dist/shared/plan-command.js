import { a as shellLine, i as fromRoot, n as readPlanned, r as kindOf } from "./read-plan.js";
import { t as styles } from "./styles.js";
import { n as renderTable } from "./table.js";
import { t as nearestName } from "./parse.js";
import { n as formatBytes, r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine, r as plainText } from "./text.js";
import { n as TurnpikeError } from "./errors.js";

// src/core/detect/plan-document.ts
/**
* The command as a person types it in the gate's folder, without reports.
*
* @param gate any gate
*/
function commandLine(gate) {
	const prefix = fromRoot(gate.cwd, "");
	return gate.reproduce.startsWith(prefix) ? gate.reproduce.slice(prefix.length) : gate.reproduce;
}
/**
* @param gate any gate
* @returns exactly what is started, as a shell line
*/
function runLine(gate) {
	return typeof gate.run === "string" ? gate.run.trim() : shellLine(gate.run);
}
function toPlanGate(gate, enable) {
	const { id, required, tool, cwd, source, declared, run, reproduce, env, needs, tier } = gate;
	return {
		id,
		outcome: null,
		required,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason: null,
		counts: {
			tests: null,
			failures: null,
			findings: null
		},
		tool,
		command: commandLine(gate),
		cwd,
		source,
		declared,
		run,
		reproduce,
		env,
		needs,
		tier,
		timeoutMs: gate.timeoutMs,
		cpu: gate.cpu,
		memoryBytes: gate.memoryBytes,
		locks: gate.locks,
		reports: gate.reports,
		inconclusive: gate.inconclusive,
		environment: gate.environment,
		network: gate.network === true,
		why: gate.why,
		enable,
		owner: gate.owner ?? null,
		docs: gate.docs ?? null,
		when: gate.when ?? null,
		retries: gate.retries ?? null,
		threshold: gate.threshold ?? null,
		waiver: gate.waiver ?? null,
		inputs: gate.inputs ?? null,
		cache: gate.cache ?? null,
		matrix: gate.matrix ?? null
	};
}
/**
* @param planned the plan and what was left out
* @param checkout what is known of the checkout
* @returns the document of `turnpike plan --json`: gates that run first, suggestions after them
*/
function toPlanDocument({ plan, leftOut }, checkout) {
	return {
		schema: "turnpike/plan/1",
		verdict: plan.gates.length === 0 ? "nothing-to-check" : null,
		...checkout,
		startedAt: null,
		durationMs: null,
		gates: [...plan.gates.map((gate) => toPlanGate(gate, null)), ...plan.suggestions.map(({ gate, enable }) => toPlanGate(gate, enable))],
		setup: plan.environments.map((environment) => ({
			...environment,
			outcome: null,
			reason: null
		})),
		sbom: null,
		build: plan.build,
		budget: plan.budget,
		notes: plan.notes,
		leftOut
	};
}

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
function leftOutLines$1({ plan, leftOut }, { styles, width }) {
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
		...leftOutLines$1(planned, look),
		...noteLines(plan, look)
	].join("\n")}\n`;
}

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
function environmentText({ environment }) {
	if (environment === null) return "none";
	const { manager, cwd, groups, extras } = environment;
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
async function checkoutFacts(directory) {
	const [{ GitProgram }, { NodeProcesses }, { definedVariables }, { resolve }] = await Promise.all([
		import("./git.js"),
		import("./processes2.js"),
		import("./environment.js"),
		import("node:path")
	]);
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const cwd = resolve(directory);
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
/**
* @param args what was asked for
* @throws TurnpikeError `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE` or `FILE_UNREADABLE`
*/
async function runPlanCommand(args) {
	const planned = await readPlanned(args.directory, { config: args.config });
	if (args.json) {
		const document = toPlanDocument(planned, await checkoutFacts(args.directory));
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