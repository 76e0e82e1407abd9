import { o as unreachable } from "./errors.js";
import { n as toolName, r as toolOf } from "./tools.js";
import { a as saysFindings, c as toolError, i as meaningOf, n as factsOf, r as judgeEnd, s as passed, t as explainCode } from "./exit-code.js";
import { n as remember, r as renderHistory, t as parseHistory } from "./history.js";
import { n as holdTo, r as measuresOf, t as allowedFindings } from "./threshold.js";
import { r as verdictOf } from "./verdict-of.js";
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
	return sum.tests === null ? count(sum.findings, "finding") : `${sum.tests.failed} of ${count(sum.tests.executed, sum.noun)} failed`;
}
/** @returns why nothing was judged, from the report that says so */
function whyIdle(sum, idle) {
	if (sum.tests !== null && sum.tests.skipped > 0) return `all ${count(sum.tests.skipped, sum.noun)} were skipped`;
	const unit = idle.work?.unit ?? "files";
	return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}
/** @returns what one thing that counts against a gate is called */
function nounOf(sum) {
	return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}
/** @returns an amount with its noun */
function count(amount, noun) {
	return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
/** @returns what the tool says of itself in a few words; null when its reports say nothing */
function describe$1(sum, readings) {
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
	const { readReport } = await import("./read-report.js");
	for (const { format, path } of typeof files === "string" ? [] : files) reports.push({
		format,
		path,
		result: await readReport(ports.files, {
			format,
			path
		}, context)
	});
	if (result.end.kind === "exited" && result.end.code !== 0 && !reports.some((report) => report.result.kind === "read")) {
		const shown = await readReport(ports.files, {
			format: "text",
			path: place.log
		}, context);
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
	return {
		judgement: maskJudgement(judgement, masker),
		result,
		excerpt,
		tests
	};
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

// src/actions/gates/history.ts
/** What single tests did, beside the file of durations. */
const OBSERVATIONS_FILE = "observations.ndjson";
/** Nothing was looked at. */
const NO_TESTS = {
	fresh: [],
	standings: [],
	text: ""
};
/** Files that differ from the commit belong to no tree, so a run of them proves nothing of it. */
function observedRun({ origin, facts, startedAt }) {
	if (origin === void 0 || facts.tree === null || facts.dirty) return void 0;
	const { run, attempt, part, branch, isDefaultBranch, event } = origin;
	const { tree, commit } = facts;
	return {
		tree,
		commit,
		branch,
		isDefaultBranch,
		event,
		run,
		attempt,
		part,
		at: startedAt
	};
}
/** A test that failed in one attempt of its gate and passed in the last one did both. */
function ofAllAttempts({ tests, earlier }) {
	if (tests === null || earlier.length === 0) return tests;
	const passed = new Set(tests.cases.passed);
	const before = earlier.flatMap((attempt) => attempt.tests?.hasTimedOut === false ? attempt.tests.cases.failed : []);
	const both = new Map(before.filter(({ key }) => passed.has(key)).map((test) => [test.id, test]));
	return {
		...tests,
		cases: {
			...tests.cases,
			flaky: [...tests.cases.flaky, ...both.values()]
		}
	};
}
/**
* @param check the run
* @param gates what each gate came to
* @param files where the history lies; what cannot be read there counts as not remembered
* @returns this run's records, and what all records together say
*/
async function lookBack(check, gates, files) {
	const withTests = gates.flatMap((executed) => {
		const tests = ofAllAttempts(executed);
		return tests === null ? [] : [{
			gate: executed.gate.id,
			...tests
		}];
	});
	if (withTests.length === 0) return NO_TESTS;
	const flaky = await import("./flaky2.js");
	const run = observedRun(check);
	const fresh = run === void 0 ? [] : withTests.map((gate) => flaky.toObservation(run, gate));
	const kept = await files.readText(join(dirname(check.historyFile), OBSERVATIONS_FILE)).catch(() => void 0);
	const all = flaky.mergeObservations(flaky.parseObservations(kept), fresh);
	return {
		fresh,
		standings: flaky.analyseTests(all),
		text: flaky.renderObservations(all)
	};
}
/**
* Keeps what this run took, and what its tests did. Without it the next run starts in another order and knows less of its
* tests, and that is all, so a fault is silent.
*
* @param historyFile absolute path of the file of durations
* @param execution what gates took
* @param tests what tests did
* @param files where it is kept
*/
async function keepHistory(historyFile, execution, tests, files) {
	try {
		const history = parseHistory(await files.readText(historyFile));
		await files.write(historyFile, renderHistory(remember(history, execution.measured)));
		if (tests.fresh.length > 0) await files.write(join(dirname(historyFile), OBSERVATIONS_FILE), tests.text);
	} catch {}
}
/**
* Takes over what the runners of a fan-out remembered.
*
* @param folders absolute folder of each runner's results
* @param historyFile absolute path of the file of durations of the whole
* @param files where all of it lies
*/
async function joinHistories(folders, historyFile, files) {
	try {
		const flaky = await import("./flaky2.js");
		const read = async (path) => files.readText(path).catch(() => void 0);
		const observationsFile = join(dirname(historyFile), OBSERVATIONS_FILE);
		const durations = new Map(parseHistory(await read(historyFile)));
		let observations = flaky.parseObservations(await read(observationsFile));
		for (const folder of folders) {
			const fresh = flaky.parseObservations(await read(join(folder, OBSERVATIONS_FILE)));
			observations = flaky.mergeObservations(observations, fresh);
			for (const [id, entry] of parseHistory(await read(join(folder, "history/durations.json")))) if (entry.runs > (durations.get(id)?.runs ?? 0)) durations.set(id, entry);
		}
		await files.write(historyFile, renderHistory(durations));
		if (observations.length > 0) await files.write(observationsFile, flaky.renderObservations(observations));
	} catch {}
}

// src/actions/gates/keep-results.ts
/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 67108864;
const MOST_REPORTS = 1e3;
/** Where tests put what they write, `${reports}/tmp` of a gate; thousands of files that nobody asks for later. */
const SCRATCH = /^[^/]+\/tmp\//;
/** What a run of the gates writes into the output directory. */
const RESULT_NAMES = [
	"verdict.json",
	"details.json",
	"observations.ndjson",
	"report.json",
	"logs",
	"reports",
	"shares"
];
/**
* Takes the results of an earlier run away, because gates that look at every file would look at them too.
*
* @param files the files
* @param outputDirectory absolute path
*/
async function removeOldResults(files, outputDirectory) {
	for (const name of RESULT_NAMES) await files.remove(join(outputDirectory, name));
}
/**
* Turnpike's own folder ignores itself, so that what it holds is never committed.
*
* @param files the files
* @param root absolute path of the repository
* @param outputDirectory absolute path of where results go
*/
async function ignoreOwnFolder(files, root, outputDirectory) {
	const own = join(root, ".turnpike");
	if (outputDirectory !== own && !outputDirectory.startsWith(`${own}/`)) return;
	const ignore = join(own, ".gitignore");
	if (!await files.exists(ignore)) await files.write(ignore, "*\n");
}
async function holdsSecret(files, path, masker) {
	let held = "";
	for await (const piece of files.streamText(path)) {
		const text = held + piece;
		if (masker.mask(text) !== text) return true;
		held = text.slice(-masker.longest);
	}
	return false;
}
/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files, from, to, masker) {
	if (masker.isEmpty || !await holdsSecret(files, from, masker)) {
		await files.copy(from, to);
		return;
	}
	await files.write(to, "");
	for await (const piece of masker.maskPieces(files.streamText(from))) await files.append(to, piece);
}
/**
* Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets.
*
* @param files the files
* @param folders scratch folder and output directory, absolute
* @param masker hides secrets
*/
async function keepResults(files, folders, masker) {
	for (const name of ["logs", "reports"]) {
		const from = join(folders.scratch, name);
		const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
		const isReport = ({ path, size }) => size <= LARGEST_REPORT_BYTES && !SCRATCH.test(path);
		const kept = name === "logs" ? entries : entries.filter(isReport);
		for (const { path } of name === "logs" ? kept : kept.slice(0, MOST_REPORTS)) await copyMasked(files, join(from, path), join(folders.outputDirectory, name, path), masker);
	}
}

// src/actions/gates/fixes.ts
/**
* @param gates gates after the run
* @returns by id of a gate that failed: the command that mends what it found, for tools that can. What knows the tools is
* loaded when something failed
*/
async function fixesOf(gates) {
	const failed = gates.filter(({ judgement }) => judgement.outcome === "failed" || judgement.outcome === "waived");
	if (failed.length === 0) return /* @__PURE__ */ new Map();
	const { fixCommand } = await import("./fix-command.js");
	return new Map(failed.flatMap(({ gate }) => {
		const fix = fixCommand(gate);
		return fix === null ? [] : [[gate.id, { fix }]];
	}));
}

// src/actions/gates/write-results.ts
function toResult(executed) {
	const { gate, judgement, startMs, durationMs, exitCode } = executed;
	return {
		id: gate.id,
		outcome: judgement.outcome,
		required: gate.required,
		startMs: startMs === null ? null : Math.round(startMs),
		durationMs: durationMs === null ? null : Math.round(durationMs),
		exitCode,
		reason: judgement.reason,
		counts: judgement.counts
	};
}
/**
* @param gate a gate that was left out on request
* @param reason why, a few words
* @returns its entry in verdict.json
*/
function notRun({ id, required }, reason = "not among the gates that were asked for") {
	return {
		id,
		required,
		outcome: null,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason,
		counts: {
			tests: null,
			failures: null,
			findings: null
		}
	};
}
function attemptsOf({ earlier, fileName }) {
	if (earlier.length === 0) return {};
	return { attempts: earlier.map(({ judgement, result, why }, at) => ({
		outcome: judgement.outcome,
		reason: judgement.reason,
		why,
		durationMs: Math.round(result.durationMs),
		logFile: attemptLog(`logs/${fileName}.log`, at + 1)
	})) };
}
/** What the page says of single tests; loaded when there is something to say. */
async function toldOf({ execution, quarantine, tests }) {
	if (quarantine.entries.length === 0 && execution.gates.every((one) => one.tests === null)) return {};
	const { tellTests } = await import("./test-details.js");
	return tellTests(tests.standings, quarantine, execution.gates);
}
async function detailsOf(request, ran) {
	const { execution, cores } = ran;
	const [told, fixes] = await Promise.all([toldOf(ran), fixesOf(execution.gates)]);
	const { plan } = request;
	const { remarks = [] } = ran.installed;
	return {
		schema: "turnpike/details/1",
		cores,
		budgetMs: plan.budget.totalMs,
		budgetEnforced: plan.budget.enforce,
		release: request.release,
		coverage: execution.gates.map((one) => one.judgement.coverage).find((percent) => percent !== null) ?? null,
		gates: execution.gates.map((executed) => {
			const { gate, judgement, excerpt, logFile, fileName } = executed;
			return {
				id: gate.id,
				tool: gate.tool,
				tier: gate.tier,
				reproduce: gate.reproduce,
				cwd: gate.cwd,
				...fixes.get(gate.id),
				source: gate.source,
				summary: judgement.summary,
				logFile: logFile === null ? null : `logs/${fileName}.log`,
				logTail: [...excerpt?.tail ?? []],
				findings: [...judgement.findings],
				findingsTotal: judgement.findingsTotal,
				cpuMs: executed.cpuMs,
				peakBytes: executed.peakBytes,
				waitedMs: executed.waitedMs,
				...attemptsOf(executed),
				...judgement.checks === void 0 ? {} : { checks: [...judgement.checks] }
			};
		}),
		suggestions: plan.suggestions.map(({ gate, enable }) => ({
			id: gate.id,
			command: gate.reproduce,
			why: gate.why,
			enable
		})),
		...changedOf(await situationOf(request, ran)),
		...told,
		...remarks.length === 0 ? {} : { remarks: [...remarks] }
	};
}
/** Most files that the page is told of. */
const MOST_CHANGED = 3e3;
/** A page is made on GitHub alone; here nobody waits for what only it shows. */
async function situationOf({ origin, situation }, ran) {
	if (ran.situation !== void 0 || origin === void 0 || origin.event === "local") return ran.situation;
	return await situation?.().catch(() => void 0);
}
function changedOf(situation) {
	if (situation?.changed.kind !== "known" || situation.changed.files.length > MOST_CHANGED) return {};
	const { since, files } = situation.changed;
	return { changed: {
		since,
		files: [...files]
	} };
}
/**
* Writes verdict.json, details.json and what tests did.
*
* @param request what was asked for
* @param ran what came of it
* @param ports the world
* @param watch tells whether somebody stopped the run
* @returns the verdict and all that was measured
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function writeResults(request, ran, ports, watch) {
	const { plan, outputDirectory } = request;
	const { execution, facts, masker, startedAt, durationMs, situation, results } = ran;
	const { release, requireGates } = request;
	const run = verdictOf(execution.gates.map(({ gate, judgement }) => ({
		...gate,
		outcome: judgement.outcome
	})), {
		release,
		budget: plan.budget,
		durationMs,
		requireGates,
		stoppedBy: watch.stop.cause()
	});
	const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
	const declared = plan.gates.filter((gate) => gate.declared);
	const verdict = {
		schema: "turnpike/verdict/1",
		verdict: run.verdict,
		...facts,
		startedAt,
		durationMs,
		...declared.some((gate) => !byId.has(gate.id)) ? { partial: true } : {},
		gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate, ran.unaffected.get(gate.id)))
	};
	const details = await detailsOf(request, ran);
	const verdictFile = join(outputDirectory, "verdict.json");
	const detailsFile = join(outputDirectory, "details.json");
	await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
	await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
	const observations = ran.tests.fresh.map((one) => `${JSON.stringify(one)}\n`).join("");
	if (observations !== "") await ports.files.write(join(outputDirectory, OBSERVATIONS_FILE), observations);
	return {
		run,
		verdict,
		details,
		execution,
		verdictFile,
		verdictDigest: await ports.files.sha256(verdictFile),
		detailsFile,
		masker,
		logs: join(outputDirectory, "logs"),
		situation,
		results,
		installed: ran.installed
	};
}

export { removeOldResults as a, lookBack as c, keepResults as i, runAttempts as l, writeResults as n, joinHistories as o, ignoreOwnFolder as r, keepHistory as s, notRun as t };