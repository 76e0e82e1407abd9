import { t as countOf } from "./counts.js";
import { o as unreachable } from "./errors.js";
import { a as saysFindings, c as toolError, i as meaningOf, n as factsOf, r as judgeEnd, s as passed, t as explainCode } from "./exit-code.js";
import { n as toolName, r as toolOf } from "./tools.js";
import { n as holdTo, r as measuresOf, t as allowedFindings } from "./threshold.js";
import { t as gateEnvironment } from "./gate-environment.js";
import { t as readExcerpt } from "./log-excerpt.js";
import { dirname, join, normalize } from "node:path/posix";

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
/** A table of packages that pip-audit passed over, with exit code 0. */
const PASSED_OVER = /^\S+ +.*\bcould not be audited\b/gm;
/**
* @param tool the gate's tool
* @param log the output of an audit that ended well and wrote no report
* @returns why it may have audited nothing, when the output says so
*/
function whyMaybeNotAudited(tool, log) {
	const amount = toolName(tool) === "pip-audit" ? [...log.matchAll(PASSED_OVER)].length : 0;
	if (amount === 0) return void 0;
	return `${amount} package${amount === 1 ? "" : "s"} could not be looked up, and no report tells of the others`;
}
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
		tools: ["bandit"],
		pattern: /^Files skipped \([1-9]\d*\):\n\s+(.{1,200}?) \(([^()\n]{1,120})\)$/m,
		reason: (match) => `bandit left out ${match[1]}: ${match[2]}`
	},
	{
		tools: ["biome"],
		pattern: /No files were processed in the specified paths/,
		reason: "biome looked at no file"
	},
	{
		tools: ["gitleaks"],
		pattern: /^.{0,20}\bFTL\b (.{1,200})$/m,
		reason: (match) => `gitleaks stopped: ${match[1]}`
	},
	{
		tools: ["ruff"],
		pattern: /^(?:(\S.{0,200}?):\d+:\d+: E902 (.{1,120})|E902 (.{1,120})\n\s*--> (.{1,200}?):\d+:\d+)$/m,
		reason: (match) => `ruff could not read ${match[1] ?? match[4]}: ${match[2] ?? match[3]}`
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
/** Coverage below its limit: the tests passed, and their report says nothing of it. */
const LIMITS = [
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^(?:ERROR: )?Coverage failure: (.{1,120})$/m,
		reason: (match) => `coverage: ${match[1]}`
	},
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^FAIL Required test coverage of (\S{1,20}) not reached\. Total coverage: (\S{1,20})$/m,
		reason: (match) => `coverage is ${match[2]}, and ${match[1]} is required`
	},
	{
		tools: ["vitest"],
		pattern: /^\s*ERROR: (Coverage for \w{1,20} \([\d.]+%\) does not meet [^\n]{1,120})$/m,
		reason: (match) => (match[1] ?? "").replace("Coverage", "coverage")
	},
	{
		tools: ["jest"],
		pattern: /^Jest: (.{1,80} coverage threshold for .{1,120} not met: \S{1,20})$/m,
		reason: (match) => match[1] ?? ""
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
/**
* @param tool the gate's tool
* @param log the output
* @returns the limit that was not held, when the output says so
*/
function brokenLimit(tool, log) {
	return find(LIMITS, tool, log);
}

// src/core/gates/report-sum.ts
/** @returns the sums of reports */
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
/** @returns how many failed, or were found */
function whyFailed(sum) {
	return sum.tests === null ? countOf(sum.findings, "finding") : `${sum.tests.failed} of ${countOf(sum.tests.executed, sum.noun)} failed`;
}
/** @returns why nothing was judged, from the report that says so */
function whyIdle(sum, idle) {
	if (sum.tests !== null && sum.tests.skipped > 0) return allSkipped(sum.tests.skipped, sum.noun);
	const unit = idle.work?.unit ?? "files";
	return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}
/** @returns that nothing of what there was ran */
function allSkipped(amount, noun) {
	return amount === 1 ? `its only ${noun} was skipped` : `all ${amount} ${noun}s were skipped`;
}
/** @returns what one thing that counts against a gate is called */
function nounOf(sum) {
	return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}
/** @returns what the tool says of itself in a few words; null when its reports say nothing */
function describe$1(sum, readings) {
	const parts = [];
	if (sum.tests !== null) {
		const { executed, failed, flaky, skipped } = sum.tests;
		parts.push(failed > 0 ? `${failed} of ${executed} failed` : countOf(executed, sum.noun));
		if (flaky > 0) parts.push(`${flaky} flaky`);
		if (skipped > 0) parts.push(`${skipped} skipped`);
	} else if (sum.hasTotals && sum.findings > 0) parts.push(countOf(sum.findings, "finding"));
	for (const { work, remark, coverage } of readings) {
		if (work !== null && work.unit !== `${sum.noun}s` && work.unit !== "lines") parts.push(countOf(work.amount, work.unit.replace(/s$/, "")));
		if (coverage !== null) parts.push(`${coverage.toFixed(1)} % covered`);
		if (remark !== null) parts.push(remark);
	}
	return parts.length === 0 ? null : parts.join(", ");
}

// src/core/gates/log-work.ts
const NO_TESTS = "no tests were collected";
const IDLE = [
	{
		tools: ["node-test"],
		pattern: /^(?:ℹ|#) tests (\d+)\n(?:(?:ℹ|#) (?:suites|pass|fail|cancelled|skipped) \d+\n)*/gmu,
		reason: (match) => {
			if (match[1] === "0") return NO_TESTS;
			return new RegExp(`^(?:ℹ|#) skipped ${match[1]}$`, "mu").test(match[0]) ? allSkipped(Number(match[1]), "test") : void 0;
		}
	},
	{
		tools: ["vitest"],
		pattern: /^No test files found, exiting with code 0/gm,
		reason: NO_TESTS
	},
	{
		tools: ["vitest", "jest"],
		pattern: /^ *Tests:? +(?:(\d+) skipped)?(?:[^\n\d]*\d+ todo)?(?:, (\d+) total| \((\d+)\))$/gm,
		reason: (match) => {
			const total = match[2] ?? match[3];
			if (total === "0") return NO_TESTS;
			return match[1] === total ? allSkipped(Number(total), "test") : void 0;
		}
	},
	{
		tools: ["jest"],
		pattern: /^No tests found, exiting with code 0/gm,
		reason: NO_TESTS
	},
	{
		tools: ["mocha", null],
		pattern: /^ {2}0 passing \(\d+m?s\)$/gm,
		unless: /^ {2}(?:[1-9]\d* passing|\d+ failing)/m,
		reason: NO_TESTS
	},
	{
		tools: ["unittest"],
		pattern: /^Ran (\d+) tests? in \d/gm,
		reason: zeroOf(NO_TESTS)
	},
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^=*\s?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s(?: \([\d:]+\))?\s?=*$/gm,
		reason: (match) => {
			const parts = [...(match[1] ?? "").matchAll(/(\d+) ([a-z]+)/g)].map(([, amount, word]) => ({
				amount,
				word
			}));
			const ran = parts.some(({ word }) => !/^(?:skipped|deselected|warnings?)$/.test(word ?? ""));
			const skipped = parts.find(({ word }) => word === "skipped");
			return ran || skipped === void 0 ? void 0 : allSkipped(Number(skipped.amount), "test");
		}
	},
	{
		tools: ["bandit"],
		pattern: /^\tTotal lines of code: (\d+)$/gm,
		reason: zeroOf("no lines were looked at")
	},
	{
		tools: ["pyright"],
		pattern: /^(?:No source files found\.?|File or directory "([^"\n]{1,300})" does not exist\.)$/gm,
		reason: (match) => match[1] === void 0 ? "no files were looked at" : `\`${match[1]}\` does not exist`
	},
	{
		tools: ["ruff"],
		pattern: /^warning: No Python files found under/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["ty"],
		pattern: /^WARN No python files found under/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["black"],
		pattern: /^No Python files are present to be formatted/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["biome"],
		pattern: /^Checked (\d+) files? in /gm,
		reason: zeroOf("no files were looked at")
	}
];
/** @returns what a figure of 0 means; another one says nothing */
function zeroOf(reason) {
	return (match) => match[1] === "0" ? reason : void 0;
}
/**
* Of a tool that ended well and whose reports, if there are any, do not say what it looked at.
*
* @param tool the gate's tool
* @param log beginning and end of the output, without colours
* @returns that it looked at nothing, when its own words say so
*/
function whyNothingDone(tool, log) {
	const name = toolName(tool);
	for (const { tools, pattern, unless, reason } of IDLE) {
		if (!tools.includes(name) || unless?.test(log) === true) continue;
		const match = [...log.matchAll(pattern)].at(-1);
		const why = match === void 0 ? void 0 : typeof reason === "string" ? reason : reason(match);
		if (why !== void 0) return why;
	}
}

// src/core/gates/judge.ts
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
		summary: describe$1(sum, readings),
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
function decide(evidence, told) {
	const { end, gate, log } = evidence;
	const { readings, sum } = told;
	if (end.kind !== "exited") return judgeEnd(end);
	const facts = factsOf(gate);
	const audit = notAudited(evidence, readings, facts);
	if (audit !== void 0) return audit;
	if (facts?.idle?.includes(end.code) === true) return {
		outcome: "inconclusive",
		reason: "no tests were collected"
	};
	const trouble = readings.flatMap((reading) => reading.problems)[0] ?? toolTrouble(gate.tool, log);
	if (trouble !== void 0) return toolError(trouble);
	const meaning = meaningOf(end.code, facts, evidence.reports.length > 0);
	if (meaning === "error") return belowLimit(evidence, told) ?? toolError(explainCode(end.code, facts));
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
/** `coverage report` ends with 2 below its limit, and behind `&&` that is the code of tests that passed. */
function belowLimit({ end, gate, log, reports }, { sum }) {
	const isWhole = reports.length > 0 && reports.every(({ result }) => result.kind === "read");
	if (end.kind !== "exited" || end.code !== 2 || !isWhole || (sum.tests?.failed ?? 1) > 0) return void 0;
	const reason = brokenLimit(gate.tool, log);
	return reason === void 0 ? void 0 : {
		outcome: "failed",
		reason
	};
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
function judgeClean({ gate, end, log }, { readings, sum }, facts, areFindingsJudged = false) {
	const blocking = areFindingsJudged ? 0 : facts?.everyFindingFails === true ? sum.findings : sum.errors;
	if (blocking > 0) {
		const code = end.kind === "exited" ? end.code : 0;
		return toolError(`ended with exit code ${code}, but its report has ${countOf(blocking, nounOf(sum))}`);
	}
	const idle = readings.find((reading) => reading.work !== null && reading.work.amount === 0);
	if (idle !== void 0) return {
		outcome: "inconclusive",
		reason: whyIdle(sum, idle)
	};
	const why = readings.some(({ work }) => work !== null && work.amount > 0) ? void 0 : whyNothingDone(gate.tool, log);
	if (why !== void 0) return {
		outcome: "inconclusive",
		reason: why
	};
	if (sum.tests !== null && sum.tests.flaky > 0) return {
		outcome: "flaky-passed",
		reason: `${countOf(sum.tests.flaky, "test")} passed only when tried again`
	};
	return passed;
}
function judgeRed(evidence, { sum, shown }, facts) {
	const { gate, end, log } = evidence;
	const code = end.kind === "exited" ? end.code : 0;
	if (sum.findings > 0) return {
		outcome: "failed",
		reason: whyFailed(sum)
	};
	const limit = brokenLimit(gate.tool, log);
	if (limit !== void 0) return {
		outcome: "failed",
		reason: limit
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
	if (isWhole) return void 0;
	const sign = (reports.length === 0 && isClean ? whyMaybeNotAudited : whyNotAudited)(gate.tool, log);
	return sign === void 0 ? void 0 : silent(sign);
}

// src/core/gates/retry.ts
/** What a connection that broke, or a name that was not found, looks like in outputs: the wording of curl, Python, Node, Rust and git. */
const NETWORK = [
	/\b(?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|EPIPE)\b/,
	/Connection (?:reset|refused|timed out|aborted)|connection (?:reset|refused|timed out|closed before)/,
	/Temporary failure in name resolution|Could not resolve host|dns error|failed to lookup address/,
	/Network is unreachable|No route to host|Remote end closed connection|unexpected disconnect|early EOF/,
	/Max retries exceeded|ReadTimeout|ConnectTimeout|Read timed out|operation timed out|TLS handshake timeout/,
	/\b(?:502 Bad Gateway|503 Service (?:Temporarily )?Unavailable|504 Gateway Time-?out)\b/i,
	/advisory service unreachable|error sending request/
];
const RATE_LIMIT = [
	/\b429\b.{0,40}Too Many Requests|Too Many Requests.{0,40}\b429\b|HTTP (?:Error|status)?.{0,30}\b429\b/i,
	/\btoomanyrequests\b|rate limit (?:exceeded|reached)|rate-limited|secondary rate limit/i,
	/advisory service answered 429/
];
/** Signals, and the exit codes by which a shell hands them on (POSIX.1-2024, 2.8.2): abort, bus error, illegal instruction, kill, segmentation fault. */
const CRASH_CODES = /* @__PURE__ */ new Set([
	132,
	134,
	135,
	137,
	139
]);
const CRASH_SIGNALS = /* @__PURE__ */ new Set([
	"SIGABRT",
	"SIGBUS",
	"SIGILL",
	"SIGKILL",
	"SIGSEGV"
]);
/** Whether tests or findings say no: then the code is at fault, whatever else the output says. */
function isPlainFailure({ judgement }) {
	return judgement.outcome === "failed" && ((judgement.counts.failures ?? 0) > 0 || (judgement.counts.findings ?? 0) > 0);
}
function isOfClass(kind, attempt) {
	const { end, judgement, log } = attempt;
	switch (kind) {
		case "timeout": return end.kind === "timed-out";
		case "crash": return end.kind === "signalled" ? CRASH_SIGNALS.has(end.signal) : end.kind === "exited" && judgement.outcome === "tool-error" && CRASH_CODES.has(end.code);
		case "network":
		case "rate-limit":
			if (end.kind !== "exited" || isPlainFailure(attempt)) return false;
			return (kind === "network" ? NETWORK : RATE_LIMIT).some((sign) => sign.test(log) || sign.test(judgement.reason ?? ""));
	}
}
const PASSED = /* @__PURE__ */ new Set([
	"passed",
	"flaky-passed",
	"cached"
]);
/**
* Whether a gate is worth another attempt. A test that fails, or a finding, is never retried for a class of trouble,
* only when its exit code or its output is listed by hand.
*
* @param retries what is listed
* @param attempt what the last attempt came to
* @returns why, in a few words; undefined when it stays as it is
*/
function reasonToRetry(retries, attempt) {
	const { end, judgement, log } = attempt;
	if (PASSED.has(judgement.outcome) || judgement.outcome === "cancelled") return void 0;
	if (end.kind === "stopped" || end.kind === "not-started") return void 0;
	const kind = retries.classes.find((one) => isOfClass(one, attempt));
	if (kind !== void 0) return kind;
	if (end.kind === "exited" && retries.exitCodes.includes(end.code)) return `exit code ${end.code}`;
	const text = retries.outputs.find((one) => log.includes(one));
	return text === void 0 ? void 0 : `"${text}" in the output`;
}
/** Delay before the second attempt at most, in ms; it doubles with each further one. */
const BASE_MS = 2e3;
const LONGEST_MS = 3e4;
/**
* Full jitter: anything from nothing to a bound that doubles, so that gates that failed together do not come back
* together (AWS Architecture Blog, "Exponential Backoff And Jitter").
*
* @param attempt how many attempts there were
* @param share a random number from 0 to 1
* @returns ms to wait before the next
*/
function retryDelay(attempt, share) {
	return Math.round(share * Math.min(LONGEST_MS, BASE_MS * 2 ** (attempt - 1)));
}

// src/actions/gates/run-gate.ts
const REPORTS = "${reports}";
/** A path inside the repository, or undefined when it leads out of it. */
function inside(root, ...parts) {
	if (parts.some((part) => part.startsWith("/"))) return void 0;
	const path = normalize(join(root, ...parts)).replace(/\/$/, "");
	return path === root || path.startsWith(`${root}/`) ? path : void 0;
}
function reportFiles(gate, place) {
	const files = [];
	for (const { format, path, fromStdout } of gate.reports) {
		const found = path.startsWith(`${REPORTS}/`) ? inside(place.reports, path.slice(11)) : inside(place.root, gate.cwd, path);
		if (found === void 0 || found === place.root) return `its report path ${path} leads out of the repository`;
		files.push({
			format,
			path: found,
			fromStdout: fromStdout === true
		});
	}
	return files;
}
/** What an executable's name stands for. A version manager's shim of uv fails where the folder asks for another version. */
async function programOf(ports, name, env) {
	if (name !== "uv" && name !== "uvx") return name;
	return await ports.processes.which(name, env) ?? name;
}
async function commandOf(gate, place, ports) {
	const cwd = inside(place.root, gate.cwd);
	if (cwd === void 0) return `its folder ${gate.cwd} leads out of the repository`;
	const fill = (text) => text.replaceAll(REPORTS, place.reports);
	const own = Object.fromEntries(Object.entries(gate.env).map(([name, value]) => [name, fill(value)]));
	const env = gateEnvironment(ports.env, {
		...place.variables,
		...own
	});
	if (typeof gate.run === "string") return {
		file: "bash",
		args: [
			"-eo",
			"pipefail",
			"-c",
			gate.run
		],
		cwd,
		env: {
			...env,
			reports: place.reports
		}
	};
	const [file = "", ...args] = gate.run.map(fill);
	return {
		file: await programOf(ports, file, env),
		args,
		cwd,
		env
	};
}
async function removeOld(ports, reports) {
	for (const { path, fromStdout } of reports) {
		if (await ports.files.size(path).catch(() => void 0) !== void 0) await ports.files.remove(path);
		if (fromStdout) await ports.files.makeDirectory(join(path, ".."));
	}
}
function toGateEnd(end) {
	switch (end.kind) {
		case "exited":
		case "signalled":
		case "timed-out":
		case "stopped":
		case "not-started": return end;
		default: return unreachable(end);
	}
}
const notStarted = (message) => ({
	end: {
		kind: "not-started",
		reason: "other",
		message
	},
	durationMs: 0
});
async function start(gate, options, ports) {
	const { place, signal, onLine } = options;
	const reports = reportFiles(gate, place);
	const command = await commandOf(gate, place, ports);
	if (typeof command === "string") return notStarted(command);
	if (typeof reports === "string") return notStarted(reports);
	await removeOld(ports, reports);
	const stdoutFile = reports.find((report) => report.fromStdout)?.path;
	return ports.processes.runLogged(command, {
		logFile: place.log,
		timeoutMs: gate.timeoutMs,
		signal,
		onLine,
		onlyNewest: true,
		...stdoutFile === void 0 ? {} : { stdoutFile }
	});
}
/**
* Runs one gate and judges it.
*
* @param gate the gate
* @param options where it runs, and what may stop it
* @param ports the world
* @returns what it came to; a gate that cannot be run is a `tool-error`
*/
async function runGate(gate, options, ports) {
	const { place, masker } = options;
	const result = await start(gate, options, ports);
	const excerpt = await readExcerpt(ports.files, place.log, masker);
	const context = {
		root: place.root,
		cwd: gate.cwd,
		tool: gate.tool
	};
	const files = reportFiles(gate, place);
	const reports = [];
	for (const { format, path } of typeof files === "string" ? [] : files) reports.push({
		format,
		path,
		result: await read({
			format,
			path
		}, context, ports)
	});
	if (result.end.kind === "exited" && result.end.code !== 0 && !reports.some((report) => report.result.kind === "read")) {
		const shown = await read({
			format: "text",
			path: place.log
		}, context, ports);
		if (shown.kind === "read") reports.push({
			format: "text",
			path: "output",
			result: shown
		});
	}
	const evidence = {
		gate,
		end: toGateEnd(result.end),
		reports,
		log: excerpt.text
	};
	const { judgement, tests } = await withTests(evidence, judge(evidence), options, ports);
	const full = judgement.outcome === "passed" ? void 0 : await whyFull(place, ports);
	return {
		judgement: maskJudgement(full === void 0 ? judgement : {
			...judgement,
			reason: `${judgement.reason ?? "failed"}; ${full}`
		}, masker),
		result,
		excerpt,
		tests
	};
}
/** Less is nothing to a program that writes. */
const FULL_BYTES = 65536;
/** Whoever cannot write says little of it, because what it says cannot be written either. */
async function whyFull({ root, log }, { machine }) {
	const places = [[dirname(log), "temporary files"], [root, "the repository"]];
	for (const [folder, whose] of places) {
		const free = await machine.freeBytes(folder);
		if (free !== null && free < FULL_BYTES) return `the disk of ${whose} is full`;
	}
}
/** Parsers are loaded with the first report, not before a gate runs. */
async function read(file, context, { files }) {
	const { readReport } = await import("./read-report.js");
	return readReport(files, file, context);
}
/** Only where a report tells of single tests; most gates have none. */
async function withTests(evidence, judgement, { quarantine, place, masker }, ports) {
	if (!evidence.reports.some(({ result }) => result.kind === "read" && result.reading.cases !== void 0)) return {
		judgement,
		tests: null
	};
	const { lookAtTests } = await import("./gate-tests.js");
	return lookAtTests(evidence, judgement, {
		quarantine,
		root: place.root,
		masker
	}, ports);
}
function maskJudgement(judgement, masker) {
	if (masker.isEmpty) return judgement;
	const mask = (text) => text === null ? null : masker.maskCut(text);
	return {
		...judgement,
		reason: mask(judgement.reason),
		summary: mask(judgement.summary),
		...judgement.checks === void 0 ? {} : { checks: judgement.checks.map((check) => maskCheck(check, masker)) },
		findings: judgement.findings.map((finding) => ({
			...finding,
			message: masker.maskCut(finding.message),
			rule: mask(finding.rule),
			file: mask(finding.file)
		}))
	};
}
function maskCheck(check, masker) {
	const mask = (text) => text === null ? null : masker.maskCut(text);
	return {
		...check,
		id: masker.maskCut(check.id),
		name: mask(check.name),
		message: mask(check.message)
	};
}

// src/actions/gates/run-attempts.ts
/** Where the log of an earlier attempt is kept, beside the log of the last one. */
function attemptLog(log, attempt) {
	return log.replace(/\.log$/, `.attempt-${attempt}.log`);
}
function randomShare(ports) {
	const [high = 0, low = 0] = ports.random.bytes(2);
	return (high * 256 + low) / 65536;
}
/** The next attempt finds what the first one found: an empty folder for reports and no log. */
async function makeReady({ place }, attempt, { files }) {
	await files.move(place.log, attemptLog(place.log, attempt)).catch(() => void 0);
	await files.remove(place.reports);
	await files.makeDirectory(place.reports);
	await files.makeDirectory(dirname(place.log));
}
function describe(earlier) {
	return earlier.map(({ judgement, why }, at) => `attempt ${at + 1}: ${judgement.reason ?? judgement.outcome} (${why})`).join("; ");
}
function judged(judgement, earlier) {
	if (earlier.length === 0) return judgement;
	if (judgement.outcome === "passed" || judgement.outcome === "flaky-passed") return {
		...judgement,
		outcome: "flaky-passed",
		reason: `passed on attempt ${earlier.length + 1}; ${describe(earlier)}`
	};
	if (judgement.outcome === "cancelled") return judgement;
	return {
		...judgement,
		reason: `${judgement.reason ?? judgement.outcome}, after ${earlier.length + 1} attempts`
	};
}
/**
* Runs a gate, again where it says for which trouble.
*
* @param gate the gate
* @param options where it runs, and what may stop it: also the wait between two attempts
* @param ports the world
* @returns what the last attempt came to; a pass after another one is `flaky-passed`
*/
async function runAttempts(gate, options, ports) {
	const begin = ports.clock.monotonicMs();
	const earlier = [];
	for (;;) {
		const run = await runGate(gate, options, ports);
		const { retries } = gate;
		const canRetry = retries !== void 0 && earlier.length < retries.max && !options.signal.aborted;
		const attempt = {
			end: run.result.end,
			judgement: run.judgement,
			log: run.excerpt.text
		};
		const why = canRetry ? reasonToRetry(retries, attempt) : void 0;
		const totalMs = () => earlier.length === 0 ? run.result.durationMs : ports.clock.monotonicMs() - begin;
		if (why === void 0) return {
			...run,
			judgement: judged(run.judgement, earlier),
			earlier,
			totalMs: totalMs()
		};
		const waitMs = retryDelay(earlier.length + 1, randomShare(ports));
		options.onLine(`${run.judgement.reason ?? run.judgement.outcome}; trying again in ${(waitMs / 1e3).toFixed(1)} s`);
		await ports.clock.sleep(waitMs, options.signal);
		if (options.signal.aborted) {
			const judgement = {
				...run.judgement,
				outcome: "cancelled",
				reason: "somebody stopped it"
			};
			return {
				...run,
				judgement,
				earlier,
				totalMs: ports.clock.monotonicMs() - begin
			};
		}
		earlier.push({
			judgement: run.judgement,
			tests: run.tests,
			result: run.result,
			why: options.masker.mask(why)
		});
		await makeReady(options, earlier.length, ports);
	}
}

export { runAttempts as n, attemptLog as t };