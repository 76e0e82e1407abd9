import { o as unreachable } from "./errors.js";
import { n as holdTo, r as measuresOf, t as allowedFindings } from "./threshold.js";

// src/core/gates/tools.ts
const PYTEST = {
	clean: [0],
	findings: [1],
	words: {
		2: "collection failed, or pytest was interrupted",
		3: "pytest had an internal error",
		4: "pytest was called wrongly"
	}
};
const SIMPLE = {
	clean: [0],
	findings: [1]
};
const STRICT = {
	...SIMPLE,
	everyFindingFails: true
};
const AUDIT = {
	...SIMPLE,
	isAudit: true
};
const FACTS = {
	actionlint: {
		...STRICT,
		words: {
			2: "actionlint was called wrongly",
			3: "actionlint could not run"
		}
	},
	bandit: STRICT,
	biome: SIMPLE,
	coverage: {
		clean: [0],
		findings: [2]
	},
	deptry: STRICT,
	"detect-secrets": {
		clean: [0],
		findings: [0, 1],
		everyFindingFails: true
	},
	"detect-secrets-hook": STRICT,
	eslint: {
		...SIMPLE,
		words: { 2: "eslint crashed, or its configuration is wrong" }
	},
	gitleaks: {
		clean: [0],
		findings: [7, 1],
		everyFindingFails: true,
		words: { 126: "gitleaks was called wrongly" }
	},
	knip: SIMPLE,
	mypy: {
		...SIMPLE,
		words: { 2: "mypy stopped before it had checked everything" }
	},
	"node-test": SIMPLE,
	"npm-audit": AUDIT,
	"pip-audit": AUDIT,
	prettier: {
		...SIMPLE,
		words: { 2: "prettier could not read a file" }
	},
	pyright: {
		...SIMPLE,
		words: {
			2: "pyright had a fatal error",
			3: "pyright's configuration is wrong",
			4: "pyright was called wrongly"
		}
	},
	pytest: PYTEST,
	"pytest-xdist": PYTEST,
	ruff: {
		...STRICT,
		words: { 2: "ruff could not run: its configuration or call is wrong, or a file does not parse" }
	},
	tsc: {
		clean: [0],
		findings: [1, 2]
	},
	ty: STRICT,
	uv: SIMPLE,
	"uv-audit": {
		...AUDIT,
		words: { 2: "uv could not audit" }
	},
	"uv-check": SIMPLE,
	"uv-lock": {
		...SIMPLE,
		words: { 2: "uv could not read the project" }
	},
	vitest: SIMPLE,
	zizmor: {
		clean: [0],
		findings: [
			0,
			10,
			11,
			12,
			13,
			14
		],
		everyFindingFails: true,
		words: {
			1: "zizmor could not audit",
			2: "zizmor was called wrongly",
			3: "zizmor found nothing to audit"
		}
	}
};
/** Names under which a plan may know a tool. */
const ALIASES = {
	"ruff-format": "ruff",
	"ruff-check": "ruff",
	node: "node-test",
	"node:test": "node-test",
	"node --test": "node-test",
	basedpyright: "pyright",
	"npm audit": "npm-audit",
	"uv audit": "uv-audit",
	"uv lock": "uv-lock",
	"uv check": "uv-check",
	tsc7: "tsc"
};
/**
* @param tool a tool's name, or null
* @returns the name under which its facts stand, the same name when there are none
*/
function toolName(tool) {
	return tool === null ? null : ALIASES[tool] ?? tool;
}
const FORMAT_TOOLS = {
	"mypy-json": "mypy",
	"pyright-json": "pyright",
	"ruff-json": "ruff",
	"bandit-json": "bandit",
	"pip-audit-json": "pip-audit",
	"uv-audit-json": "uv-audit",
	"npm-audit-json": "npm-audit",
	"eslint-json": "eslint",
	"gitleaks-json": "gitleaks",
	"deptry-json": "deptry",
	"actionlint-json": "actionlint",
	"biome-json": "biome",
	"detect-secrets-json": "detect-secrets",
	"knip-json": "knip",
	"zizmor-json": "zizmor",
	"coverage-json": "coverage"
};
/** uv writes SARIF for its audit alone. */
const PRODUCER_TOOLS = { uv: "uv-audit" };
/**
* A gate that a person wrote names no tool, but its report does. An audit is told by its report too, whatever the plan
* calls the program.
*
* @param named the gate's tool in the plan
* @param reports its reports
* @returns the tool to judge by; `named` when the reports tell nothing better
*/
function toolOf(named, reports) {
	if (toolFacts(named)?.isAudit === true) return named;
	const known = reports.flatMap(({ format, result }) => {
		const producer = result.kind === "read" ? result.reading.producer : null;
		return [FORMAT_TOOLS[format], producer === null ? void 0 : PRODUCER_TOOLS[producer] ?? producer];
	}).filter((name) => name !== void 0 && toolFacts(name) !== void 0);
	return known.find((name) => toolFacts(name ?? null)?.isAudit === true) ?? (toolFacts(named) === void 0 ? known[0] ?? named : named);
}
/**
* @param tool a tool's name, or null
* @returns what is known of it
*/
function toolFacts(tool) {
	const name = toolName(tool);
	return name !== null && Object.hasOwn(FACTS, name) ? FACTS[name] : void 0;
}

// src/core/gates/log-signs.ts
const UNREACHABLE = "advisory service unreachable";
/** The advisory service was not there, or answered with an error; the wording of each tool. */
const NOT_AUDITED = [
	{
		tools: ["uv-audit"],
		pattern: /cannot be performed in offline mode/,
		reason: "offline"
	},
	{
		tools: ["uv-audit"],
		pattern: /HTTP status (?:server|client) error \((\d+)/,
		reason: (match) => `advisory service answered ${match[1]}`
	},
	{
		tools: ["uv-audit"],
		pattern: /error decoding response body/,
		reason: "the advisory service did not answer in its own language"
	},
	{
		tools: ["uv-audit"],
		pattern: /Request failed after \d+ retries|error sending request|dns error|tcp connect error/,
		reason: UNREACHABLE
	},
	{
		tools: ["uv-audit"],
		pattern: /lockfile .*needs to be updated|Unable to find lockfile/,
		reason: "the lock is stale or missing"
	},
	{
		tools: ["pip-audit"],
		pattern: /ServiceError/,
		reason: "advisory service failed"
	},
	{
		tools: ["pip-audit"],
		pattern: /ConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded/,
		reason: UNREACHABLE
	},
	{
		tools: ["pip-audit"],
		pattern: /could not be audited/,
		reason: "a package could not be looked up"
	},
	{
		tools: ["npm-audit"],
		pattern: /audit endpoint returned an error|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/,
		reason: UNREACHABLE
	}
];
/** The tool did not do what it was asked, although its exit code may say so or not. */
const TOOL_TROUBLE = [
	{
		tools: [],
		pattern: /error: Failed to spawn: `([^`\n]{1,80})`/,
		reason: (match) => `${match[1]} is not installed in the environment`
	},
	{
		tools: ["deptry"],
		pattern: /Skipping processing of (.{1,200}?) because of the following error/,
		reason: (match) => `deptry left out ${match[1]}, which does not parse`
	},
	{
		tools: ["zizmor"],
		pattern: /failed to parse input: (.{1,200})/,
		reason: (match) => `zizmor left out a file: ${match[1]}`
	},
	{
		tools: ["zizmor"],
		pattern: /failed to load (.{1,200}) as workflow/,
		reason: (match) => `zizmor could not read ${match[1]}`
	},
	{
		tools: ["uv-check"],
		pattern: /Failed to download/,
		reason: "uv could not download the type checker"
	},
	{
		tools: ["pyright"],
		pattern: /nodeenv failed|npm install pyright/,
		reason: "pyright could not get its own runtime"
	}
];
/** Words of an output that explain a failure without a report. */
const EXPLANATIONS = [
	{
		tools: ["uv-lock"],
		pattern: /needs to be updated/,
		reason: "uv.lock does not match pyproject.toml; run `uv lock`"
	},
	{
		tools: ["uv-lock"],
		pattern: /Unable to find lockfile/,
		reason: "there is no uv.lock; run `uv lock`"
	},
	{
		tools: [],
		pattern: /`npm ci` can only install packages when .{0,120} are in sync/,
		reason: "package-lock.json does not match package.json; run `npm install`"
	},
	{
		tools: ["coverage"],
		pattern: /Coverage failure: (.{1,120})/,
		reason: (match) => `coverage: ${match[1]}`
	}
];
function find(signs, tool, log) {
	const name = toolName(tool);
	for (const { tools, pattern, reason } of signs) {
		if (tools.length > 0 && (name === null || !tools.includes(name))) continue;
		const match = pattern.exec(log);
		if (match !== null) return typeof reason === "string" ? reason : reason(match);
	}
}
/**
* @param tool the gate's tool
* @param log the output
* @returns why the tool could not ask its advisory service, when the output says so
*/
function whyNotAudited(tool, log) {
	return find(NOT_AUDITED, tool, log);
}
/**
* @param tool the gate's tool
* @param log the output
* @returns what the tool could not do, when the output says so
*/
function toolTrouble(tool, log) {
	return find(TOOL_TROUBLE, tool, log);
}
/**
* @param tool the gate's tool
* @param log the output
* @returns what a failure means, when the output says so
*/
function explanation(tool, log) {
	return find(EXPLANATIONS, tool, log);
}

// src/core/gates/judge.ts
const passed = {
	outcome: "passed",
	reason: null
};
const toolError = (reason) => ({
	outcome: "tool-error",
	reason
});
/**
* Judges one gate from exit code, reports and the work that was done. None of them is believed alone: `passed` needs a
* clean exit, whole reports, no finding that blocks, and something that was looked at. Where they disagree, the tool is
* in trouble, and the gate is neither green nor simply red.
*
* @param given what is known after the run
* @returns the outcome of docs/architecture.md, section 8, and what to show of it
*/
function judge(given) {
	const evidence = {
		...given,
		gate: {
			...given.gate,
			tool: toolOf(given.gate.tool, given.reports)
		}
	};
	const readings = readingsOf(evidence, () => true);
	const sum = summarize(readings);
	const told = readingsOf(evidence, (format) => format !== "text");
	const checks = readings.flatMap((reading) => reading.checks ?? []);
	return {
		...decide(evidence, {
			readings: told,
			sum: summarize(told),
			shown: sum
		}),
		summary: describe(sum, readings),
		counts: {
			tests: sum.tests?.executed ?? null,
			failures: sum.tests?.failed ?? null,
			findings: sum.tests === null && sum.hasTotals ? sum.findings : null
		},
		findings: readings.flatMap((reading) => reading.findings),
		findingsTotal: sum.findings,
		coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
		...checks.length === 0 ? {} : { checks }
	};
}
function readingsOf({ reports }, take) {
	return reports.flatMap(({ format, result }) => result.kind === "read" && take(format) ? [result.reading] : []);
}
function summarize(readings) {
	const add = (values) => values.reduce((sum, value) => sum + value, 0);
	const tests = readings.flatMap((reading) => reading.tests === null ? [] : [reading.tests]);
	const totals = readings.flatMap((reading) => reading.totals === null ? [] : [reading.totals]);
	return {
		noun: (readings.find((reading) => reading.tests !== null)?.work?.unit ?? "tests").replace(/s$/, ""),
		tests: tests.length === 0 ? null : {
			executed: add(tests.map((one) => one.executed)),
			failed: add(tests.map((one) => one.failed)),
			skipped: add(tests.map((one) => one.skipped)),
			flaky: add(tests.map((one) => one.flaky))
		},
		hasTotals: totals.length > 0,
		errors: add(totals.map((one) => one.error)),
		findings: add(totals.map((one) => one.error + one.warning + one.note))
	};
}
function decide(evidence, told) {
	const { end, gate, log } = evidence;
	const { readings, sum } = told;
	if (end.kind !== "exited") return judgeEnd(end);
	const facts = factsOf(gate);
	const audit = notAudited(evidence, readings, facts);
	if (audit !== void 0) return audit;
	if (isPytest(gate.tool) && end.code === 5) return {
		outcome: "inconclusive",
		reason: "no tests were collected"
	};
	const trouble = readings.flatMap((reading) => reading.problems)[0] ?? toolTrouble(gate.tool, log);
	if (trouble !== void 0) return toolError(trouble);
	const meaning = meaningOf(end.code, facts, evidence.reports.length > 0);
	if (meaning === "error") return toolError(explainCode(end.code, facts));
	const broken = evidence.reports.map(reportProblem).find((problem) => problem !== void 0);
	if (broken !== void 0) return toolError(broken);
	const isRed = meaning === "findings" || meaning === "either" && sum.findings > 0;
	if (gate.threshold !== void 0) return judgeByThreshold(evidence, told, {
		facts,
		isRed,
		threshold: gate.threshold
	});
	return isRed ? judgeRed(evidence, told, facts) : judgeClean(evidence, told, facts);
}
/**
* A threshold decides how many findings are too many, and holds figures that the exit code says nothing of. It forgives
* findings alone: a failed test, a code that is not the tool's "there are findings", or a report that does not tell, is
* what it would be without.
*/
function judgeByThreshold(evidence, told, { facts, isRed, threshold }) {
	const measures = measuresOf(threshold, told.readings);
	const decidesFindings = allowedFindings(threshold) !== void 0 && measures.findings !== null && (told.sum.tests?.failed ?? 0) === 0;
	if (isRed && !(decidesFindings && told.sum.findings > 0 && saysFindings(evidence, facts))) return judgeRed(evidence, told, facts);
	const decision = judgeClean(evidence, told, facts, decidesFindings);
	if (decision.outcome !== "passed" && decision.outcome !== "flaky-passed") return decision;
	const result = holdTo(threshold, measures);
	if (result.kind === "unknown") return toolError(result.reason);
	return result.kind === "held" ? decision : {
		outcome: "failed",
		reason: result.reasons.join("; ")
	};
}
/** Whether the exit code means findings and nothing else. Of a program that nobody knows, 1 is what most mean by it. */
function saysFindings({ end }, facts) {
	if (end.kind !== "exited") return false;
	return facts === void 0 ? end.code === 1 : facts.findings.includes(end.code);
}
function judgeEnd(end) {
	switch (end.kind) {
		case "signalled": return toolError(explainSignal(end.signal));
		case "timed-out": return {
			outcome: "timed-out",
			reason: `took longer than ${formatLimit(end.afterMs)}`
		};
		case "stopped": return {
			outcome: "cancelled",
			reason: "somebody stopped it"
		};
		case "not-started": return toolError(end.message);
		default: return unreachable(end);
	}
}
function formatLimit(ms) {
	const seconds = ms / 1e3;
	if (seconds < 60 || seconds % 60 !== 0) return `${seconds} s`;
	return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}
function explainSignal(signal) {
	if (signal === "SIGKILL") return "was killed, most likely because memory ran out";
	if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL") return `crashed (${signal})`;
	return `was ended by ${signal}, which Turnpike did not send`;
}
/** A shell reports a child's signal as 128 and its number (POSIX.1-2024, 2.8.2). */
const SHELL_CODES = {
	126: "the command could not be executed (exit code 126)",
	127: "the command was not found (exit code 127)",
	130: "was interrupted (exit code 130)",
	134: "crashed (exit code 134, abort)",
	137: "was killed, most likely because memory ran out (exit code 137)",
	139: "crashed (exit code 139, segmentation fault)",
	143: "was terminated (exit code 143)"
};
function factsOf(gate) {
	const known = toolFacts(gate.tool);
	if (gate.exitCodes === null) return known;
	const findings = [.../* @__PURE__ */ new Set([...gate.exitCodes.findings, ...known?.findings ?? []])];
	return {
		...known,
		clean: gate.exitCodes.clean,
		findings
	};
}
/**
* @param evidence how a gate ended
* @returns true when its exit code is the one by which its tool says that it found something, or that tests failed
*/
function saysTestsFailed({ gate, end, reports }) {
	if (end.kind !== "exited") return false;
	const facts = factsOf({
		...gate,
		tool: toolOf(gate.tool, reports)
	});
	return facts?.findings.includes(end.code) === true && !facts.clean.includes(end.code);
}
function meaningOf(code, facts, hasReports) {
	const isClean = facts === void 0 ? code === 0 : facts.clean.includes(code);
	const isFindings = facts === void 0 ? code !== 0 : facts.findings.includes(code);
	if (!(facts !== void 0 && (isClean || isFindings)) && code in SHELL_CODES) return "error";
	if (isClean && isFindings) return hasReports ? "either" : "clean";
	if (isClean) return "clean";
	return isFindings ? "findings" : "error";
}
function explainCode(code, facts) {
	const words = facts?.words?.[code];
	if (words !== void 0) return `${words} (exit code ${code})`;
	return SHELL_CODES[code] ?? `ended with exit code ${code}, which says neither clean nor findings`;
}
function reportProblem({ path, format, result }) {
	const name = path.split("/").at(-1) ?? path;
	switch (result.kind) {
		case "read": return;
		case "missing": return `its report ${name} (${format}) was not written`;
		case "empty": return `its report ${name} (${format}) is empty`;
		case "broken": return `its report ${name} (${format}) cannot be read: ${result.reason}`;
		default: return unreachable(result);
	}
}
function judgeClean({ end }, { readings, sum }, facts, areFindingsJudged = false) {
	const blocking = areFindingsJudged ? 0 : facts?.everyFindingFails === true ? sum.findings : sum.errors;
	if (blocking > 0) {
		const code = end.kind === "exited" ? end.code : 0;
		return toolError(`ended with exit code ${code}, but its report has ${count(blocking, nounOf(sum))}`);
	}
	const idle = readings.find((reading) => reading.work !== null && reading.work.amount === 0);
	if (idle !== void 0) return {
		outcome: "inconclusive",
		reason: whyIdle(sum, idle)
	};
	if (sum.tests !== null && sum.tests.flaky > 0) return {
		outcome: "flaky-passed",
		reason: `${count(sum.tests.flaky, "test")} passed only when tried again`
	};
	return passed;
}
function whyIdle(sum, idle) {
	if (sum.tests !== null && sum.tests.skipped > 0) return `all ${count(sum.tests.skipped, sum.noun)} were skipped`;
	const unit = idle.work?.unit ?? "files";
	return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}
function judgeRed(evidence, { sum, shown }, facts) {
	const { gate, end, log } = evidence;
	const code = end.kind === "exited" ? end.code : 0;
	if (sum.findings > 0) return {
		outcome: "failed",
		reason: whyFailed(sum)
	};
	if (sum.hasTotals) return toolError(`ended with exit code ${code}, but its report has no ${nounOf(sum)}`);
	const hasLines = shown.findings > 0 && facts !== void 0;
	if (!hasLines && needsLines(gate.tool)) return toolError(`ended with exit code ${code}, but its output has no finding`);
	return {
		outcome: "failed",
		reason: explanation(gate.tool, log) ?? (hasLines ? whyFailed(shown) : void 0) ?? `ended with exit code ${code}`
	};
}
/** tsc says 1 for findings and for a wrong call; only its lines tell them apart. */
function needsLines(tool) {
	return toolName(tool) === "tsc";
}
function whyFailed(sum) {
	return sum.tests === null ? count(sum.findings, "finding") : `${sum.tests.failed} of ${count(sum.tests.executed, sum.noun)} failed`;
}
function nounOf(sum) {
	return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}
function count(amount, noun) {
	return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
function notAudited(evidence, readings, facts) {
	if (facts?.isAudit !== true) return void 0;
	const { gate, end, reports, log } = evidence;
	const silent = (reason) => ({
		outcome: "inconclusive",
		reason: `not audited: ${reason}`
	});
	const told = readings.find((reading) => reading.notAudited !== null)?.notAudited;
	if (told !== void 0 && told !== null) return silent(told);
	const command = typeof gate.run === "string" ? gate.run : gate.run.join(" ");
	if (/(^|\s)--offline(\s|=|$)/.test(command)) return silent("offline");
	const isWhole = reports.length > 0 && reports.every((report) => report.result.kind === "read");
	const isClean = end.kind === "exited" && facts.clean.includes(end.code);
	if (isWhole || reports.length === 0 && isClean) return void 0;
	const sign = whyNotAudited(gate.tool, log);
	return sign === void 0 ? void 0 : silent(sign);
}
function isPytest(tool) {
	return tool === "pytest" || tool === "pytest-xdist";
}
function describe(sum, readings) {
	const parts = [];
	if (sum.tests !== null) {
		const { executed, failed, flaky, skipped } = sum.tests;
		parts.push(failed > 0 ? `${failed} of ${executed} failed` : count(executed, sum.noun));
		if (flaky > 0) parts.push(`${flaky} flaky`);
		if (skipped > 0) parts.push(`${skipped} skipped`);
	} else if (sum.hasTotals && sum.findings > 0) parts.push(count(sum.findings, "finding"));
	for (const { work, remark, coverage } of readings) {
		if (work !== null && work.unit !== `${sum.noun}s` && work.unit !== "lines") parts.push(count(work.amount, work.unit.replace(/s$/, "")));
		if (coverage !== null) parts.push(`${coverage.toFixed(1)} % covered`);
		if (remark !== null) parts.push(remark);
	}
	return parts.length === 0 ? null : parts.join(", ");
}

export { saysTestsFailed as n, toolFacts as r, judge as t };