import { a as prose, i as link, n as heading, o as renderBlocks, r as inlineText, s as strong, t as code } from "./blocks.js";
import { r as formatDuration, t as countOf } from "./format.js";
import { c as urlPath } from "./escape.js";
import { o as unreachable, t as EXIT } from "./errors.js";
import { n as readFailure, t as headOf } from "./failure.js";
import { n as oneLine, r as plainText, t as cut } from "./text.js";
import { n as timeline } from "./timeline.js";

// src/core/summary/join.ts
/** Id of the job that runs the gates, in every workflow of ours. */
const CHECK_JOB = "check";
/**
* Jobs before the check job, which answers for them: it joins what they found, and what they lost is an error of its
* verdict. Where one runner is enough they are skipped.
*/
const FORE_JOBS = /* @__PURE__ */ new Set(["plan", "share"]);
/** Gates that block, given the outcomes that the table of docs/architecture.md, section 8 names. */
function hasBlockingGate(verdict) {
	return verdict.gates.some((gate) => gate.required && (gate.outcome === "failed" || gate.outcome === "timed-out"));
}
/**
* @param verdict what verdict.json says
* @param details what details.json says of the budget; null when it is not known
* @returns true when the gates passed and only the enforced budget made the verdict `failed`
*/
function isOnlyOverBudget(verdict, details) {
	return verdict.verdict === "failed" && details?.budgetEnforced === true && verdict.durationMs > details.budgetMs && !hasBlockingGate(verdict);
}
/**
* @param verdict the verdict
* @param onlyOverBudget whether nothing but the enforced budget failed
* @returns the exit code that stands for it
*/
function exitCodeOfVerdict(verdict, onlyOverBudget) {
	switch (verdict) {
		case "cancelled": return EXIT.interrupted;
		case "failed": return onlyOverBudget ? EXIT.overBudget : EXIT.failed;
		case "error": return EXIT.service;
		case "passed":
		case "nothing-to-check": return EXIT.passed;
	}
}
const SEE_LOG = "open the log of the job; its last lines say why";
const GATES_REQUIRED = {
	job: null,
	message: "there is nothing to check, and this run requires gates",
	advice: "declare a gate in `turnpike.yml`, or do not set `require-gates`",
	stopped: false
};
/** What a step of ours in a job said when it gave up. */
function failureOf(needs, job) {
	return needs?.[job]?.result === "failure" ? readFailure(needs[job]?.outputs["failure"]) : void 0;
}
/** A job that failed, in the words of the step that gave up where there are any. */
function failed(job, words, failure) {
	if (failure === void 0) return {
		job,
		message: words,
		advice: SEE_LOG,
		stopped: false
	};
	return {
		job,
		message: `${words}: ${failure.problems.length > 0 || failure.hint?.includes("\n") === true ? headOf(failure) : failure.message.replace(/\.$/, "")}`,
		advice: adviceOf$1(failure),
		stopped: false,
		failure
	};
}
/** One line of what to do; the rest stands in a block of its own. */
function adviceOf$1({ kind, problems, hint }) {
	if (hint !== null) return hint.includes("\n") || problems.length > 0 ? "see below" : hint.replace(/\.$/, "");
	if (problems.length === 0) return SEE_LOG;
	return kind === "config" ? "mend what is listed below" : "see below";
}
/** The check job left no file. */
function absent(needs) {
	const job = CHECK_JOB;
	const { result, outputs } = needs?.["check"] ?? {};
	const verdict = outputs?.["verdict"] ?? "";
	if (result === "skipped") return {
		job,
		message: "was skipped before the gates",
		advice: SEE_LOG,
		stopped: false
	};
	if (result === "failure" && verdict === "") return failed(job, "failed before the gates", failureOf(needs, job));
	return {
		job,
		message: verdict === "" ? "left no verdict" : `said \`${verdict}\`, and its files were not handed on`,
		advice: SEE_LOG,
		stopped: false
	};
}
function reasonsOfCheck(input) {
	const { check, needs } = input;
	const result = needs?.[CHECK_JOB]?.result;
	if (needs !== void 0 && result === void 0) return [{
		job: CHECK_JOB,
		message: "is not among the jobs that this one needs",
		advice: `list \`${CHECK_JOB}\` in the \`needs\` of the job that gives the verdict`,
		stopped: false
	}];
	if (check.kind === "refused") return [{
		job: CHECK_JOB,
		message: check.why,
		advice: "run the workflow again",
		stopped: false
	}];
	if (check.kind === "absent" && result !== "cancelled") return [absent(needs)];
	if (check.kind === "read" && result === "skipped") return [{
		job: CHECK_JOB,
		message: "was skipped, so its verdict is of another run",
		advice: "run the workflow again",
		stopped: false
	}];
	if (check.kind === "read" && isExplained(check.verdict.verdict, input.requireGates)) return [];
	if (result === "failure") return [failed(CHECK_JOB, "failed although the gates passed", failureOf(needs, CHECK_JOB))];
	return [];
}
/** Whether a failing check job says no more than its verdict does. */
function isExplained(verdict, requireGates) {
	return verdict === "nothing-to-check" ? requireGates : verdict !== "passed";
}
function reasonsOfOthers(input, base) {
	const mayGoOn = base === "passed" || base === "nothing-to-check";
	const reasons = [];
	for (const [job, { result }] of Object.entries(input.needs ?? {})) {
		if (job === "check" || FORE_JOBS.has(job) && base !== null) continue;
		if (result === "failure") reasons.push(failed(job, "failed", failureOf(input.needs, job)));
		if (result === "skipped" && input.isRelease && mayGoOn) reasons.push({
			job,
			message: "was skipped, which a release must not do",
			advice: "see which of the jobs that it needs did not succeed",
			stopped: false
		});
	}
	return reasons;
}
/** Every job waits for the check job, so where that one was cancelled the others say no more. */
function reasonsOfCancelling(needs) {
	const cancelled = Object.entries(needs ?? {}).filter(([, { result }]) => result === "cancelled");
	const own = cancelled.filter(([job]) => job === CHECK_JOB);
	return (own.length > 0 ? own : cancelled).map(([job]) => ({
		job,
		message: "was cancelled, or ran out of its time",
		advice: "run the workflow again",
		stopped: true
	}));
}
/** 2 when what stopped the run is a person's to mend, else 3 (docs/architecture.md, section 7). */
function exitCodeOfError([first]) {
	const kind = first?.failure?.kind;
	return kind === "config" || kind === "user" ? EXIT.config : EXIT.service;
}
/** A verdict that a skipped job carried over counts for nothing. */
function believed(input) {
	const result = input.needs?.[CHECK_JOB]?.result;
	return input.check.kind === "read" && result !== "skipped" ? input.check.verdict : null;
}
/**
* Joins what the gates say with what became of the jobs. Strongest first: cancelled, failed, error, passed,
* nothing-to-check (docs/architecture.md, section 8). A job that was skipped counts as success for a required check of
* GitHub's, so whatever is missing is an error here.
*
* @param input what the check job left, and the results of all jobs
* @returns the last word, its exit code, and why it differs from the gates' own
*/
function joinVerdict(input) {
	const file = believed(input);
	const base = file?.verdict ?? null;
	const cancelled = reasonsOfCancelling(input.needs);
	const errors = [...reasonsOfCheck(input), ...reasonsOfOthers(input, base)];
	const reasons = [...cancelled, ...errors];
	const conclude = (verdict, onlyOverBudget = false) => ({
		verdict,
		exitCode: exitCodeOfVerdict(verdict, onlyOverBudget),
		reasons
	});
	if (cancelled.length > 0 || base === "cancelled") return conclude("cancelled");
	if (base === "failed") {
		const details = input.check.kind === "read" ? input.check.details : null;
		return conclude("failed", file !== null && errors.length === 0 && isOnlyOverBudget(file, details));
	}
	if (base === null || errors.length > 0) return {
		verdict: "error",
		exitCode: exitCodeOfError(errors),
		reasons
	};
	if (base === "nothing-to-check" && input.requireGates) return {
		verdict: base,
		exitCode: EXIT.failed,
		reasons: [...reasons, GATES_REQUIRED]
	};
	return conclude(base);
}

// src/core/summary/caps.ts
/** From everything to the least. */
const LEVELS = [
	{
		level: 0,
		rows: 200,
		names: 40,
		blocks: 50,
		lines: 40,
		lineLength: 400,
		findings: 25,
		text: 400,
		name: 120,
		bars: 60,
		entries: 20
	},
	{
		level: 1,
		rows: 150,
		names: 30,
		blocks: 30,
		lines: 20,
		lineLength: 300,
		findings: 10,
		text: 300,
		name: 100,
		bars: 40,
		entries: 10
	},
	{
		level: 2,
		rows: 100,
		names: 20,
		blocks: 15,
		lines: 10,
		lineLength: 200,
		findings: 5,
		text: 200,
		name: 80,
		bars: 0,
		entries: 5
	},
	{
		level: 3,
		rows: 60,
		names: 10,
		blocks: 0,
		lines: 0,
		lineLength: 0,
		findings: 0,
		text: 120,
		name: 60,
		bars: 0,
		entries: 3
	},
	{
		level: 4,
		rows: 20,
		names: 5,
		blocks: 0,
		lines: 0,
		lineLength: 0,
		findings: 0,
		text: 80,
		name: 40,
		bars: 0,
		entries: 1
	}
];

// src/core/summary/standing.ts
/**
* What a gate means to the reader, worst first: it blocks; it is a problem that does not block; it passed with a remark;
* it did not run; it passed.
*/
const STANDINGS = [
	"blocks",
	"problem",
	"remark",
	"idle",
	"passed"
];
function standingOfProblem(gate, verdict) {
	if (!gate.required) return "problem";
	return gate.outcome === "inconclusive" && verdict === "passed" ? "problem" : "blocks";
}
/**
* @param gate one result
* @param verdict the verdict of the file that it is from
* @returns what it means to the reader (docs/architecture.md, section 8)
*/
function standingOf(gate, verdict) {
	switch (gate.outcome) {
		case "failed":
		case "timed-out":
		case "tool-error":
		case "inconclusive": return standingOfProblem(gate, verdict);
		case "cancelled": return "problem";
		case "flaky-passed":
		case "quarantined":
		case "waived": return "remark";
		case "skipped":
		case null: return "idle";
		case "passed":
		case "cached": return "passed";
		default: return unreachable(gate.outcome);
	}
}
/** Words for an outcome, as they stand after a gate's name. */
const OUTCOME_WORDS = {
	passed: "passed",
	cached: "passed before with the same inputs",
	"flaky-passed": "flaky: passed after a retry",
	quarantined: "only quarantined tests failed",
	waived: "waived",
	failed: "failed",
	"timed-out": "ran out of time",
	inconclusive: "could not judge",
	"tool-error": "could not do its work",
	skipped: "skipped",
	cancelled: "cancelled"
};
/**
* @param outcome a gate's outcome; null when it was not run
* @returns a few words
*/
function wordsOf(outcome) {
	return outcome === null ? "not run" : OUTCOME_WORDS[outcome];
}
function countsOf(gate) {
	const { tests, failures, findings } = gate.counts;
	if (failures !== null && failures > 0) return tests === null ? `${failures} failed` : `${failures} of ${tests.toLocaleString("en-US")} failed`;
	if (findings !== null && findings > 0) return countOf(findings, "finding");
	return tests === null || tests === 0 ? null : `${tests.toLocaleString("en-US")} passed`;
}
/** Outcomes that a tool's own words do not tell. */
const NAMED = /* @__PURE__ */ new Set([...[
	"cached",
	"flaky-passed",
	"quarantined",
	"waived",
	"timed-out",
	"skipped",
	"cancelled"
], null]);
/**
* The result of a gate in a few words, foreign text included.
*
* @param gate one result
* @param details what else is known of it
* @returns what the tool says, else why, else what was counted, with the outcome where it is not plain from that
*/
function resultOf(gate, details) {
	const words = wordsOf(gate.outcome);
	const said = [
		details?.summary,
		gate.outcome === "failed" ? countsOf(gate) : void 0,
		gate.reason,
		countsOf(gate)
	].find((text) => text !== void 0 && text !== null && text !== "");
	if (said === void 0 || said === null) return words;
	const why = gate.outcome === "passed" || gate.outcome === "failed" || gate.outcome === "cached" || gate.reason === null || said.includes(gate.reason) ? "" : ` (${gate.reason})`;
	return NAMED.has(gate.outcome) ? `${words}: ${said}${why}` : `${said}${why}`;
}
const MARKS = {
	blocks: "❌",
	problem: "⚠️",
	remark: "⚠️",
	idle: "⚪",
	passed: "✅"
};
/** For what was stopped. */
const STOPPED_MARK = "⏹️";
/**
* @param standing what a gate means
* @param outcome what it came to, when it is one gate
* @returns one emoji: the only colour that GitHub's Markdown has
*/
function markOf(standing, outcome) {
	return outcome === "cancelled" ? STOPPED_MARK : MARKS[standing];
}

// src/core/summary/model.ts
/** Savings under this are not worth a word. */
const LEAST_SAVED_MS = 1e3;
function timeOf$1(input) {
	const serialMs = (input.verdict?.gates ?? []).reduce((sum, gate) => sum + (gate.outcome === "cached" ? 0 : gate.durationMs ?? 0), 0);
	const wallMs = input.verdict?.durationMs ?? 0;
	const savedMs = serialMs - wallMs;
	const ends = (input.jobs ?? []).flatMap((job) => job.startMs === null || job.durationMs === null ? [] : [{
		from: job.startMs,
		to: job.startMs + job.durationMs
	}]);
	return {
		spentMs: ends.length === 0 ? wallMs + (input.setup?.durationMs ?? 0) : Math.max(...ends.map((end) => end.to)) - Math.min(...ends.map((end) => end.from)),
		budgetMs: input.details?.budgetMs ?? null,
		serialMs,
		wallMs,
		savedMs: savedMs >= LEAST_SAVED_MS && input.verdict?.verdict !== "cancelled" ? savedMs : 0
	};
}
function joinedOf(verdict, details) {
	if (verdict === null) return {
		verdict: "error",
		exitCode: exitCodeOfVerdict("error", false),
		reasons: [{
			job: null,
			message: "the gates left no verdict",
			advice: "see the log of this run",
			stopped: false
		}]
	};
	const onlyOverBudget = isOnlyOverBudget(verdict, details);
	return {
		verdict: verdict.verdict,
		exitCode: exitCodeOfVerdict(verdict.verdict, onlyOverBudget),
		reasons: []
	};
}
/**
* @param input everything that is known
* @returns the same, joined by gate and added up
*/
function modelOf(input) {
	const details = input.details ?? null;
	const byId = new Map(details?.gates.map((gate) => [gate.id, gate]));
	const verdict = input.verdict;
	return {
		input,
		details,
		joined: input.joined ?? joinedOf(verdict, details),
		gates: (verdict?.gates ?? []).map((result) => ({
			result,
			details: byId.get(result.id),
			standing: standingOf(result, verdict?.verdict ?? "error")
		})),
		time: timeOf$1(input)
	};
}
/**
* @param model the page
* @param standing what to look for
* @returns the gates of that standing, in the order of the plan
*/
function gatesOf(model, standing) {
	return model.gates.filter((gate) => gate.standing === standing);
}
/**
* @param place where
* @param run where the commit can be seen
* @param caps how long a path may be
* @returns `file:line:column`, as far as it is known, linked to the file at the commit where that is possible
*/
function placeOf(place, run, caps) {
	const parts = [place.line, place.column ?? null].filter((part) => part !== null);
	const shown = [oneLine(place.file, caps.name), ...parts].join(":");
	const isInside = !place.file.startsWith("/") && !place.file.split("/").includes("..") && place.file.length <= 1024;
	const anchor = place.line === null ? "" : `#L${place.line}`;
	const base = run?.webUrl;
	const url = base === null || base === void 0 || !isInside ? void 0 : `${base}/blob/${urlPath(run?.sha ?? "")}/${urlPath(place.file)}${anchor}`;
	return link(url, {
		kind: "code",
		text: shown
	});
}

// src/core/summary/failure-blocks.ts
const COLUMNS$1 = [{
	title: "Where",
	align: "left"
}, {
	title: "What",
	align: "left"
}];
function problemTable(failure, model, caps) {
	const shown = failure.problems.slice(0, caps.findings);
	if (shown.length === 0) return [];
	const rows = shown.map(({ where, line, column, message }) => [line === null ? [code(oneLine(where, caps.name))] : placeOf({
		file: where,
		line,
		column
	}, model.input.run, caps), prose(message, caps.text)]);
	const more = Math.max(failure.problemsTotal, failure.problems.length) - shown.length;
	const table = {
		kind: "table",
		columns: COLUMNS$1,
		rows
	};
	return more <= 0 ? [table] : [table, {
		kind: "paragraph",
		content: [`${countOf(more, "more", "more")} in the log.`]
	}];
}
function hintBlocks({ hint, problems }, caps) {
	if (hint === null) return [];
	if (hint.includes("\n")) return [{
		kind: "code",
		language: "text",
		text: plainText(hint.slice(0, 10 * caps.text))
	}];
	return problems.length === 0 ? [] : [{
		kind: "paragraph",
		content: prose(hint, caps.text)
	}];
}
/**
* What steps of ours said when they gave up, in full: a block for each job that stopped the run so.
*
* @param model the page
* @param caps how much may be shown
* @returns open blocks; nothing for a failure that one line tells
*/
function failureBlocks(model, caps) {
	return model.joined.reasons.slice(0, caps.entries).flatMap(({ job, failure }) => {
		if (failure === void 0) return [];
		const blocks = [...problemTable(failure, model, caps), ...hintBlocks(failure, caps)];
		if (blocks.length === 0) return [];
		const name = job === null ? [] : [strong(oneLine(job, caps.name)), ": "];
		const summary = [
			`${markOf("blocks")} `,
			...name,
			...prose(failure.message.replace(/\.$/, ""), caps.text)
		];
		const more = failure.doc === null ? [] : [{
			kind: "small",
			content: ["more in Turnpike's ", code(oneLine(failure.doc, caps.name))]
		}];
		return [{
			kind: "details",
			open: true,
			summary,
			blocks: [...blocks, ...more]
		}];
	});
}

// src/core/summary/gate-blocks.ts
const FINDING_COLUMNS = [
	{
		title: "Where",
		align: "left"
	},
	{
		title: "What",
		align: "left"
	},
	{
		title: "Rule",
		align: "left"
	}
];
function findingRow(finding, model, caps) {
	const { file, line, message, rule, severity } = finding;
	const weight = severity === "error" ? "" : `${severity}: `;
	return [
		file === null ? [] : placeOf({
			file,
			line
		}, model.input.run, caps),
		[weight, ...prose(message, caps.text)],
		rule === null || rule === "" ? [] : [code(oneLine(rule, caps.name))]
	];
}
function findingsTable(gate, model, caps) {
	const findings = gate.details?.findings ?? [];
	const shown = findings.slice(0, caps.findings);
	if (shown.length === 0) return [];
	const rows = shown.map((finding) => findingRow(finding, model, caps));
	const more = Math.max(gate.details?.findingsTotal ?? 0, findings.length) - shown.length;
	const table = {
		kind: "table",
		columns: FINDING_COLUMNS,
		rows
	};
	if (more <= 0) return [table];
	return [table, {
		kind: "paragraph",
		content: [`${countOf(more, "more", "more")} in the report.`]
	}];
}
function logOf(gate, caps) {
	const lines = (gate.details?.logTail ?? []).slice(-caps.lines).map((line) => cut(plainText(line.slice(0, caps.lineLength * 4)).replaceAll("\n", " ").trimEnd(), caps.lineLength));
	while (lines.length > 0 && lines[0] === "") lines.shift();
	while (lines.length > 0 && lines.at(-1) === "") lines.pop();
	if (lines.length === 0) return null;
	return {
		title: lines.length === 1 ? "Last line of the log" : `Last ${lines.length} lines of the log`,
		text: lines.join("\n")
	};
}
function logBlocks(gate, isFolded, caps) {
	const log = logOf(gate, caps);
	if (log === null) return [];
	const block = {
		kind: "code",
		language: "text",
		text: log.text
	};
	return isFolded ? [{
		kind: "details",
		open: false,
		summary: [log.title],
		blocks: [block]
	}] : [block];
}
function sourceOf(gate, model, caps) {
	const { source, logFile } = gate.details ?? {
		source: null,
		logFile: null
	};
	const declared = source === null ? [] : ["declared in ", ...placeOf(source, model.input.run, caps)];
	const log = logFile === null ? [] : ["whole log in ", code(oneLine(logFile, caps.name))];
	return declared.length > 0 && log.length > 0 ? [
		...declared,
		" · ",
		...log
	] : [...declared, ...log];
}
/** Whether a reason repeats the result that stands above it, or its counts. */
function isSaid(result, said) {
	const { reason, counts } = result;
	if (reason === null || said.includes(reason)) return true;
	return reason.startsWith(`${counts.failures} of ${counts.tests} `) && reason.endsWith(" failed");
}
function gateBlock(gate, model, caps) {
	const { result, details, standing } = gate;
	const time = result.durationMs === null ? "" : ` · ${formatDuration(result.durationMs)}`;
	const said = resultOf(result, details);
	const summary = [
		`${markOf(standing, result.outcome)} `,
		strong(oneLine(result.id, caps.name)),
		": ",
		...prose(said, caps.text),
		time
	];
	const findings = findingsTable(gate, model, caps);
	const source = sourceOf(gate, model, caps);
	const why = result.reason === null || isSaid(result, said) ? null : prose(result.reason, 4 * caps.text);
	return {
		kind: "details",
		open: standing === "blocks",
		summary,
		blocks: [
			...why === null ? [] : [{
				kind: "paragraph",
				content: why
			}],
			...findings,
			...logBlocks(gate, findings.length > 0, caps),
			...details === void 0 ? [] : [{
				kind: "code",
				language: "sh",
				text: oneLine(details.reproduce, caps.text)
			}],
			...source.length === 0 ? [] : [{
				kind: "small",
				content: source
			}]
		]
	};
}
/**
* A block for each gate that a person has to look at: open for what blocks, closed for the others.
*
* @param model the page
* @param caps how much may be shown
* @returns blocks, the blocking gates first
*/
function gateBlocks(model, caps) {
	if (caps.blocks === 0) return [];
	const worthy = [
		...gatesOf(model, "blocks"),
		...gatesOf(model, "problem"),
		...gatesOf(model, "remark")
	].filter((gate) => gate.result.outcome !== "cancelled" || (gate.details?.logTail.length ?? 0) > 0);
	const blocks = worthy.slice(0, caps.blocks).map((gate) => gateBlock(gate, model, caps));
	const rest = worthy.length - blocks.length;
	if (rest <= 0) return blocks;
	return [...blocks, {
		kind: "paragraph",
		content: [`${countOf(rest, "more gate")} without a block here.`]
	}];
}

// src/core/summary/gate-table.ts
const COLUMNS = [
	{
		title: "",
		align: "left"
	},
	{
		title: "Gate",
		align: "left"
	},
	{
		title: "Result",
		align: "left"
	},
	{
		title: "Time",
		align: "right"
	},
	{
		title: "What to do",
		align: "left"
	}
];
/** Passes are listed one by one up to this many; beside failures they get in the way sooner. */
const FEW_PASSES = 12;
const FEW_PASSES_BESIDE_FAILURES = 3;
function timeOf(gate) {
	return gate.result.durationMs === null ? "" : formatDuration(gate.result.durationMs);
}
function adviceOf(gate, caps) {
	const { result, details, standing } = gate;
	switch (standing) {
		case "blocks":
		case "problem":
			if (result.outcome === "cancelled") return ["run it again"];
			if (result.outcome === "inconclusive" && standing === "problem") return [result.required ? "nothing now; a release fails on it" : "nothing; it is advisory here"];
			if (details === void 0) return [];
			return [code(oneLine(details.reproduce, caps.text)), ...result.outcome === "timed-out" ? [", or raise its ", code("timeout")] : []];
		case "remark": return result.outcome === "flaky-passed" ? ["mend or quarantine the flaky test"] : [];
		case "idle":
		case "passed": return [];
	}
}
function rowOf(gate, caps) {
	const advisory = gate.result.required ? "" : " (advisory)";
	return [
		[markOf(gate.standing, gate.result.outcome)],
		[code(oneLine(gate.result.id, caps.name)), advisory],
		prose(resultOf(gate.result, gate.details), caps.text),
		[timeOf(gate)],
		adviceOf(gate, caps)
	];
}
/** One row for many gates. */
function foldedRow(gates, standing, caps) {
	const names = gates.slice(0, caps.names).flatMap((gate, index) => [...index === 0 ? [] : [", "], code(oneLine(gate.result.id, caps.name))]);
	const rest = gates.length > caps.names ? [`, and ${countOf(gates.length - caps.names, "more", "more")}`] : [];
	const sum = gates.reduce((total, gate) => total + (gate.result.durationMs ?? 0), 0);
	const words = standing === "passed" ? "passed" : "not run";
	return [
		[markOf(standing)],
		[`${gates.length.toLocaleString("en-US")} ${words}`],
		[...names, ...rest],
		[formatDuration(sum)],
		[]
	];
}
function isFolded(standing, count, model) {
	if (standing !== "passed" && standing !== "idle") return false;
	return count > (model.gates.every((gate) => gate.standing === "passed") ? FEW_PASSES : FEW_PASSES_BESIDE_FAILURES);
}
/** Why the packages could not be installed, when that is why the check job gave up. */
function setupFailure(reason, model) {
	if (reason.job !== "check" || reason.failure !== void 0) return void 0;
	return (model.input.setup?.environments.find((environment) => environment.outcome === "failed"))?.reason ?? void 0;
}
function jobRows(model, caps) {
	const runUrl = model.input.run?.runUrl ?? void 0;
	return model.joined.reasons.slice(0, caps.entries).map((reason) => [
		[reason.stopped ? STOPPED_MARK : markOf("blocks")],
		reason.job === null ? ["the run"] : ["job ", ...link(runUrl, code(oneLine(reason.job, caps.name)))],
		prose(reason.message, caps.text),
		[],
		prose(setupFailure(reason, model) ?? reason.advice, caps.text)
	]);
}
/**
* The table of all gates: what blocks first, then problems, remarks, what did not run, and the passes in one row when
* they are many. Jobs that decided the verdict stand above the gates.
*
* @param model the page
* @param caps how much may be shown
* @returns a table, and a sentence when rows had to go; nothing when there are no rows
*/
function gateTable(model, caps) {
	const rows = jobRows(model, caps);
	let hidden = 0;
	for (const standing of STANDINGS) {
		const gates = gatesOf(model, standing);
		if (isFolded(standing, gates.length, model)) {
			rows.push(foldedRow(gates, standing, caps));
			continue;
		}
		const room = Math.max(0, caps.rows - rows.length);
		rows.push(...gates.slice(0, room).map((gate) => rowOf(gate, caps)));
		hidden += Math.max(0, gates.length - room);
	}
	if (rows.length === 0) return [];
	const table = {
		kind: "table",
		columns: rows.some((row) => (row[COLUMNS.length - 1] ?? []).length > 0) ? COLUMNS : COLUMNS.slice(0, -1),
		rows
	};
	if (hidden === 0) return [table];
	return [table, {
		kind: "paragraph",
		content: [`${countOf(hidden, "more gate")} not shown here.`]
	}];
}

// src/core/summary/headline.ts
function requiredCount(model) {
	return model.gates.filter((gate) => gate.result.required && gate.standing !== "idle").length;
}
function passedSentence(model) {
	const required = requiredCount(model);
	const flaky = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "flaky-passed").length;
	const problems = gatesOf(model, "problem").length;
	const remarks = [...flaky > 0 ? [`${flaky} flaky`] : [], ...problems > 0 ? [`${countOf(problems, "advisory problem")}`] : []];
	return [required === 0 ? `Passed: ${countOf(model.gates.length, "advisory gate")}` : required === 1 ? "The required gate passed" : `All ${required.toLocaleString("en-US")} required gates passed`, ...remarks].join(", ");
}
function share(count, model) {
	const required = requiredCount(model);
	if (required === 1) return "The required gate";
	return `${count.toLocaleString("en-US")} of ${countOf(required, "required gate")}`;
}
function failedSentence(model) {
	const blocking = gatesOf(model, "blocks");
	const failed = blocking.filter(({ result }) => result.outcome === "failed" || result.outcome === "timed-out").length;
	const unclear = blocking.length - failed;
	if (failed > 0) {
		const rest = unclear > 0 ? `, ${unclear.toLocaleString("en-US")} could not be judged` : "";
		return `${share(failed, model)} failed${rest}`;
	}
	return "Over the budget, although every required gate passed";
}
function jobList(reasons) {
	const names = [...new Set(reasons.map((reason) => reason.job ?? ""))];
	const shown = names.slice(0, 3).flatMap((name, index) => [index === 0 ? "" : ", ", code(oneLine(name, 60))]);
	const more = names.length > 3 ? [` and ${countOf(names.length - 3, "more", "more")}`] : [];
	return [
		names.length === 1 ? "Job " : "Jobs ",
		...shown,
		...more
	];
}
/** Longest part of a heading that a job's own words may take. */
const WORDS = 120;
function noVerdict(model) {
	const [reason] = model.joined.reasons;
	if (reason?.failure !== void 0) return ["No verdict: ", ...prose(headOf(reason.failure), WORDS)];
	if (reason === void 0 || reason.job === null) return ["No verdict: the gates left no result"];
	return [
		"No verdict: job ",
		code(oneLine(reason.job, 60)),
		" ",
		...prose(reason.message, WORDS)
	];
}
function errorSentence(model) {
	const blocking = gatesOf(model, "blocks").length;
	if (blocking > 0) return [`${share(blocking, model)} could not be judged`];
	if (model.input.verdict === null) return noVerdict(model);
	const ofJobs = model.joined.reasons.filter((reason) => reason.job !== null);
	const failed = ofJobs.filter((reason) => reason.message.startsWith("failed"));
	if (failed.length > 0) return [...jobList(failed), " failed, although the gates passed"];
	if (ofJobs.length > 0) return [...jobList(ofJobs), " did not run, although the gates passed"];
	return ["No verdict"];
}
function cancelledSentence(model) {
	if (model.gates.length === 0) return "Cancelled before the gates";
	return `Cancelled: ${model.gates.filter((gate) => gate.standing !== "idle" && gate.result.outcome !== "cancelled").length.toLocaleString("en-US")} of ${countOf(model.gates.length, "gate")} had ended`;
}
/**
* @param model the page
* @returns did it pass: a mark and one sentence
*/
function sentenceOf(model) {
	const { verdict, exitCode } = model.joined;
	switch (verdict) {
		case "passed": return ["✅ ", passedSentence(model)];
		case "failed": return ["❌ ", failedSentence(model)];
		case "error": return ["❌ ", ...errorSentence(model)];
		case "cancelled": return ["⏹️ ", cancelledSentence(model)];
		case "nothing-to-check": return exitCode === 0 ? ["⚠️ Nothing to check"] : ["❌ Nothing to check, and this run requires gates"];
		default: return unreachable(verdict);
	}
}
function costOf(model) {
	const { spentMs, budgetMs, savedMs } = model.time;
	if (spentMs === 0) return [];
	const time = formatDuration(spentMs);
	return [budgetMs === null ? time : `${time} of ${formatDuration(budgetMs)}`, ...savedMs > 0 ? [`saved ${formatDuration(savedMs)}`] : []];
}
/**
* @param model the page
* @returns did it pass, and what did it cost: one line for a heading
*/
function headlineOf(model) {
	return [...sentenceOf(model), ...costOf(model).map((part) => ` · ${part}`)];
}

// src/core/summary/not-done.ts
function notJudged(model, caps) {
	return gatesOf(model, "problem").filter((gate) => gate.result.outcome === "inconclusive").map((gate) => [
		code(oneLine(gate.result.id, caps.name)),
		": ",
		...prose(resultOf(gate.result, gate.details), caps.text)
	]);
}
function cacheNote(model, caps) {
	const setup = model.input.setup;
	switch (setup?.cache) {
		case "off":
			if (setup.uvVersion === null) return [];
			if (model.details?.release === true) return [["No cache was used: a release is made from scratch"]];
			return [["The package cache was off", ...setup.cacheReason === null ? [] : [": ", ...prose(setup.cacheReason, caps.text)]]];
		case "unavailable": return [["The package cache was not reachable; everything was downloaded"]];
		default: return [];
	}
}
function environmentNotes(model, caps) {
	return (model.input.setup?.environments ?? []).filter((environment) => environment.outcome === "skipped" || environment.outcome === "failed" && model.input.verdict !== null).map((environment) => {
		const verb = environment.outcome === "failed" ? "could not be installed" : "were not installed";
		const reason = environment.reason === null ? [] : [": ", ...prose(environment.reason, caps.text)];
		return [
			`The ${environment.manager} packages `,
			...environment.cwd === "." ? [] : [
				"of ",
				code(oneLine(environment.cwd, caps.name)),
				" "
			],
			verb,
			...reason
		];
	});
}
/**
* @param model the page
* @param caps how much may be shown
* @returns what was not done, and why; nothing when everything was
*/
function notDoneSection(model, caps) {
	const items = [
		...notJudged(model, caps),
		...cacheNote(model, caps),
		...environmentNotes(model, caps),
		...(model.input.notDone ?? []).map((note) => prose(note, caps.text))
	];
	if (items.length === 0) return [];
	const rest = items.length - caps.entries;
	const shown = items.slice(0, caps.entries);
	return [heading(3, "What was not done"), {
		kind: "list",
		items: rest > 0 ? [...shown, [countOf(rest, "more", "more")]] : shown
	}];
}

// src/core/summary/sections.ts
function setupSentences(model, caps) {
	const setup = model.input.setup;
	if (setup === null || setup === void 0) return [];
	const tools = [...setup.uvVersion === null ? [] : [`uv ${oneLine(setup.uvVersion, caps.name)}`], ...setup.pythonVersion === null ? [] : [`Python ${oneLine(setup.pythonVersion, caps.name)}`]];
	const cache = {
		hit: "cache hit",
		partial: "cache hit in part",
		miss: "no cache yet",
		off: "cache off",
		unavailable: "cache not reachable"
	};
	const parts = setup.uvVersion === null && setup.cache === "off" ? tools : [...tools, cache[setup.cache]];
	return [[`Set-up took ${formatDuration(setup.durationMs)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}.`]];
}
function gatesSentences(model, caps) {
	const { serialMs, wallMs, savedMs } = model.time;
	const longest = model.gates.filter((gate) => gate.result.durationMs !== null).reduce((best, gate) => (gate.result.durationMs ?? 0) > (best?.result.durationMs ?? -1) ? gate : best, void 0);
	if (longest === void 0) return [];
	const cores = model.details === null ? "" : ` on ${countOf(model.details.cores, "core")}`;
	const saved = savedMs === 0 ? "." : `; one after another ${formatDuration(serialMs)}, as measured here where they share the machine: ${formatDuration(savedMs)} saved.`;
	const name = code(oneLine(longest.result.id, caps.name));
	return [[`The gates took ${formatDuration(wallMs)} side by side${cores}${saved}`], [
		"The longest gate was ",
		name,
		` with ${formatDuration(longest.result.durationMs ?? 0)}.`
	]];
}
/**
* @param model the page
* @param caps how much may be shown
* @returns what the run cost: set-up, gates, savings, timeline; nothing when nothing was timed
*/
function costSection(model, caps) {
	const items = [...setupSentences(model, caps), ...gatesSentences(model, caps)];
	const chart = timeline(model, caps);
	if (items.length === 0 && chart.length === 0) return [];
	const text = items.length === 0 ? [] : [{
		kind: "list",
		items
	}];
	return [
		heading(3, "What it cost"),
		...text,
		...chart
	];
}
function sbomItem(sbom, caps) {
	const unknown = sbom.licensesUnknown === 0 ? "every licence known" : `${countOf(sbom.licensesUnknown, "licence")} unknown`;
	return [
		strong("SBOM"),
		` of ${oneLine(sbom.subject ?? "this repository", caps.name)}: ${countOf(sbom.components, "component")}, `,
		`${countOf(sbom.edges, "dependency edge")}, ${unknown} (`,
		code(oneLine(sbom.file, caps.name)),
		")"
	];
}
function signingItems(signing, caps) {
	const kinds = [...new Set(signing.statements)].slice(0, caps.entries).map((kind) => oneLine(kind, caps.name));
	const subjects = signing.subjects.slice(0, caps.entries).flatMap((name, index) => [...index === 0 ? [] : [", "], code(oneLine(name, caps.name))]);
	const more = signing.subjects.length - Math.min(signing.subjects.length, caps.entries);
	const stored = signing.storedAt.slice(0, 1).flatMap((url) => [", ", ...link(url, "shown by GitHub")]);
	return [[
		strong("Signed"),
		`: ${countOf(signing.statements.length, "statement")} (${kinds.join(", ")}) about `,
		...subjects,
		...more > 0 ? [` and ${countOf(more, "more", "more")}`] : [],
		signing.isVerified ? ", verified in this run" : "",
		...stored
	]];
}
/**
* @param model the page
* @param caps how much may be shown
* @returns what came of the run: coverage, SBOM, signatures with the command that verifies them
*/
function resultSection(model, caps) {
	const coverage = model.details?.coverage ?? null;
	const signing = model.input.signing ?? null;
	const sboms = model.input.sboms ?? [];
	const items = [
		...coverage === null ? [] : [[strong("Coverage"), `: ${coverage.toFixed(1)} % of lines`]],
		...sboms.slice(0, caps.entries).map((sbom) => sbomItem(sbom, caps)),
		...sboms.length > caps.entries ? [[`${countOf(sboms.length - caps.entries, "more SBOM")}`]] : [],
		...signing === null || signing.statements.length === 0 ? [] : signingItems(signing, caps)
	];
	if (items.length === 0) return [];
	const commands = (signing?.verifyCommands ?? []).slice(0, caps.entries).map((line) => oneLine(line, 4 * caps.text));
	return [
		heading(3, "What came of it"),
		{
			kind: "list",
			items
		},
		...commands.length === 0 ? [] : [{
			kind: "code",
			language: "sh",
			text: commands.join("\n")
		}]
	];
}
/**
* @param model the page
* @param caps how much may be shown
* @returns gates that could be switched on, each with the lines of turnpike.yml that do it
*/
function suggestionSection(model, caps) {
	const suggestions = model.details?.suggestions ?? [];
	if (suggestions.length === 0 || caps.blocks === 0) return [];
	const shown = suggestions.slice(0, caps.entries);
	const rest = suggestions.length - shown.length;
	const blocks = shown.flatMap((suggestion) => [{
		kind: "paragraph",
		content: [
			code(oneLine(suggestion.id, caps.name)),
			": ",
			code(oneLine(suggestion.command, caps.text)),
			`. ${oneLine(suggestion.why, caps.text)}`
		]
	}, {
		kind: "code",
		language: "yaml",
		text: suggestion.enable.slice(0, 10 * caps.text)
	}]);
	const more = rest > 0 ? [{
		kind: "paragraph",
		content: [`${countOf(rest, "more", "more")} in the plan.`]
	}] : [];
	return [{
		kind: "details",
		open: model.joined.verdict === "nothing-to-check",
		summary: [`${countOf(suggestions.length, "gate")} could be switched on in turnpike.yml`],
		blocks: [...blocks, ...more]
	}];
}
/** Gates that took the most time, for the page of a run that went over its budget. */
function slowest(model, caps) {
	return [...model.gates].filter((gate) => gate.result.durationMs !== null).sort((a, b) => (b.result.durationMs ?? 0) - (a.result.durationMs ?? 0)).slice(0, 3).flatMap((gate, index) => [
		index === 0 ? "" : ", ",
		code(oneLine(gate.result.id, caps.name)),
		` ${formatDuration(gate.result.durationMs ?? 0)}`
	]);
}
function budgetEffect(model) {
	if (model.details?.budgetEnforced !== true) return "Nothing fails for it: the budget is not enforced.";
	if (model.time.wallMs <= (model.time.budgetMs ?? 0)) return "The gates alone stayed below it, so nothing fails for it.";
	return "The budget is enforced, so this fails the run.";
}
/**
* What has to be said before the table.
*
* @param model the page
* @param caps how much may be shown
* @returns alerts: over budget, nothing to check, checked files that differ from the commit
*/
function alertSection(model, caps) {
	const { spentMs, budgetMs } = model.time;
	const alerts = [];
	if (model.joined.verdict === "nothing-to-check") {
		const content = [
			"No gate was found in this repository, so nothing was checked. Declare one in ",
			code("turnpike.yml"),
			model.details !== null && model.details.suggestions.length > 0 ? "; these would fit:" : ", for example:"
		];
		alerts.push({
			kind: "alert",
			level: "WARNING",
			content
		});
		if (model.details === null || model.details.suggestions.length === 0) alerts.push({
			kind: "code",
			language: "yaml",
			text: "gates:\n  tests: { run: make test }"
		});
	}
	if (budgetMs !== null && spentMs > budgetMs) {
		const content = [
			`The run went over its budget by ${formatDuration(spentMs - budgetMs)}. ${budgetEffect(model)} Slowest: `,
			...slowest(model, caps),
			"."
		];
		alerts.push({
			kind: "alert",
			level: "WARNING",
			content
		});
	}
	if (model.input.verdict?.dirty === true) alerts.push({
		kind: "alert",
		level: "NOTE",
		content: ["The checked files differ from the commit."]
	});
	return alerts;
}
/**
* @param model the page
* @param caps how much may be shown
* @returns one small line: commit, ref, event
*/
function footer(model, caps) {
	const run = model.input.run;
	const sha = model.input.verdict?.commit ?? run?.sha ?? "";
	const url = run?.webUrl === null || run?.webUrl === void 0 || !/^[0-9a-f]{40,64}$/.test(sha) ? void 0 : `${run.webUrl}/commit/${sha}`;
	const parts = [
		...sha === "" ? [] : [link(url, code(oneLine(sha, 12).replace("…", "")))],
		...run === void 0 || run.refName === "" ? [] : [[oneLine(run.refName, caps.name)]],
		...run === void 0 || run.eventName === "" ? [] : [[oneLine(run.eventName, caps.name)]]
	];
	if (parts.length === 0) return [];
	return [{
		kind: "small",
		content: parts.flatMap((part, index) => index === 0 ? part : [" · ", ...part])
	}];
}

// src/core/summary/page.ts
/**
* Largest page in bytes. A step's summary over 1 MiB is dropped whole (actions/runner
* src/Runner.Worker/FileCommandManager.cs); the rest is a margin for masking, which can make lines longer.
*/
const PAGE_LIMIT_BYTES = 1e6;
function cutNotice(caps) {
	if (caps.level === 0) return [];
	return [{
		kind: "alert",
		level: "NOTE",
		content: [`Cut to fit GitHub's limit of 1 MiB: ${[
			`rows over ${caps.rows}`,
			caps.blocks === 0 ? "all blocks of gates" : `blocks over ${caps.blocks}`,
			...caps.lines === 0 ? [] : [`log lines over ${caps.lines} of a gate`, `findings over ${caps.findings} of a gate`],
			...caps.bars === 0 ? ["the timeline"] : [],
			`texts over ${caps.text} characters`
		].join(", ")}. Everything is in details.json and the logs beside it.`]
	}];
}
/**
* The page as blocks, before it becomes text.
*
* @param model the page
* @param caps how much may be shown
* @returns in this order: did it pass, what to do, what it cost, what came of it
*/
function pageBlocks(model, caps) {
	return [
		{
			kind: "heading",
			level: 2,
			content: headlineOf(model)
		},
		...alertSection(model, caps),
		...cutNotice(caps),
		...gateTable(model, caps),
		...failureBlocks(model, caps),
		...gateBlocks(model, caps),
		...suggestionSection(model, caps),
		...costSection(model, caps),
		...resultSection(model, caps),
		...notDoneSection(model, caps),
		...footer(model, caps)
	];
}
/**
* The verdict in one sentence, for a log line or an annotation.
*
* @param input everything that is known
* @returns text without Markdown and without a mark; names of jobs and gates in it may be foreign
*/
function verdictSentence(input) {
	const model = modelOf(input);
	const blocking = (model.joined.verdict === "failed" || model.joined.verdict === "error" ? gatesOf(model, "blocks") : []).map((gate) => oneLine(gate.result.id, 60));
	const shown = blocking.slice(0, 10).join(", ");
	const names = blocking.length === 0 ? "" : `: ${shown}${blocking.length > 10 ? ", …" : ""}`;
	return `${inlineText(sentenceOf(model)).replace(/^\S+ /, "")}${names}`;
}
/**
* The summary page of a run as GitHub-flavoured Markdown.
*
* @param input everything that is known; all texts in it may be foreign
* @param limitBytes most bytes of UTF-8, at least 64 KiB; what has to be left out for it is said on the page
* @returns the page; ends with a line feed
*/
function renderPage(input, limitBytes = PAGE_LIMIT_BYTES) {
	const model = modelOf(input);
	const encoder = new TextEncoder();
	let page = "";
	for (const caps of LEVELS) {
		page = renderBlocks(pageBlocks(model, caps));
		if (encoder.encode(page).length <= limitBytes) break;
	}
	return page;
}

export { verdictSentence as n, joinVerdict as r, renderPage as t };