import { n as verdictSentence, r as joinVerdict, t as renderPage } from "./page.js";
import { t as countOf } from "./format.js";
import { n as oneLine, r as plainText, t as cut } from "./text.js";
import { a as toneOf, r as gateLine, t as PLAIN_MARKS } from "./describe-gate.js";
import { n as showLog } from "./log-excerpt.js";
import { t as remarksOf } from "./remarks.js";
import { join } from "node:path/posix";

// src/core/summary/annotations.ts
/** Most annotations of one level that a step keeps (actions/runner src/Runner.Worker/ExecutionContext.cs, `_maxCountPerIssueType`). */
const ANNOTATIONS_PER_LEVEL = 10;
/** A message is cut at 4096 characters by the runner (same file, `_maxIssueMessageLength`). */
const MESSAGE_LENGTH = 2e3;
const LEVEL_OF = {
	error: "error",
	warning: "warning",
	note: "notice"
};
function keyOf({ finding }) {
	return JSON.stringify([
		finding.file,
		finding.line,
		finding.rule,
		finding.message
	]);
}
/** Takes one finding of each gate in turn, so that one talkative gate does not hide the others. */
function inTurns(findings) {
	const queues = /* @__PURE__ */ new Map();
	for (const entry of findings) {
		const queue = queues.get(entry.gate);
		if (queue === void 0) queues.set(entry.gate, [entry]);
		else queue.push(entry);
	}
	const longest = Math.max(0, ...[...queues.values()].map((queue) => queue.length));
	return Array.from({ length: longest }, (_, turn) => [...queues.values()].flatMap((queue) => queue.slice(turn, turn + 1))).flat();
}
function toAnnotation({ gate, finding }) {
	const rule = finding.rule === null || finding.rule === "" ? "" : `: ${oneLine(finding.rule, 120)}`;
	return {
		level: LEVEL_OF[finding.severity],
		title: `${oneLine(gate, 80)}${rule}`,
		message: cut(plainText(finding.message.slice(0, 4 * MESSAGE_LENGTH)).trim() || "no message", MESSAGE_LENGTH),
		file: finding.file,
		line: finding.line,
		column: finding.column
	};
}
/**
* Chooses which findings become annotations: those in changed files first, then those with a place, gates taking turns;
* the same finding of two gates counts once.
*
* @param findings in the order of their gates' rank
* @param changedFiles files of the change, relative to the root; undefined when they are not known
* @param limit most annotations of each level
* @returns the annotations, errors first; the last notice says how many more there are
*/
function rankAnnotations(findings, changedFiles, limit = 10) {
	const changed = new Set(changedFiles ?? []);
	const unique = [...new Map([...findings].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
	const classOf = ({ finding }) => finding.file === null ? 2 : changed.has(finding.file) ? 0 : 1;
	const ranked = [
		0,
		1,
		2
	].flatMap((rank) => inTurns(unique.filter((entry) => classOf(entry) === rank)));
	const of = (severity, count) => ranked.filter(({ finding }) => finding.severity === severity).slice(0, Math.max(0, count));
	const most = [
		...of("error", limit),
		...of("warning", limit),
		...of("note", limit)
	];
	if (most.length === unique.length) return {
		annotations: most.map(toAnnotation),
		dropped: 0
	};
	const chosen = [
		...of("error", limit),
		...of("warning", limit),
		...of("note", limit - 1)
	];
	const dropped = unique.length - chosen.length;
	const more = {
		level: "notice",
		title: "Turnpike",
		message: `${countOf(dropped, "more finding")} in the report`,
		file: null,
		line: null,
		column: null
	};
	return {
		annotations: [...chosen.map(toAnnotation), ...limit > 0 ? [more] : []],
		dropped
	};
}

// src/actions/gates/show-run.ts
/** How much of a log is shown in the run's log; the whole is kept beside the verdict. */
const GOOD_PART = {
	headBytes: 32768,
	tailBytes: 65536
};
const BAD_PART = {
	headBytes: 65536,
	tailBytes: 524288
};
function finished({ gate, judgement, durationMs }) {
	const { outcome, reason, summary } = judgement;
	return {
		id: gate.id,
		required: gate.required,
		outcome,
		reason,
		summary,
		durationMs
	};
}
/** Folded: what is well. Open, and last: what a person has to read. */
async function showLogs(checked, ports) {
	const started = checked.execution.gates.filter((one) => one.logFile !== null && (one.excerpt?.bytes ?? 0) > 0);
	const isOpen = (one) => toneOf(finished(one)) === "bad";
	for (const one of [...started.filter((each) => !isOpen(each)), ...started.filter(isOpen)]) {
		const gate = finished(one);
		const path = join(checked.logs, `${one.fileName}.log`);
		const part = isOpen(one) ? BAD_PART : GOOD_PART;
		const lines = showLog(ports.files, path, {
			masker: checked.masker,
			part,
			whole: `logs/${one.fileName}.log`
		});
		await ports.output.show(`${PLAIN_MARKS[toneOf(gate)]} ${gateLine(gate)}`, lines, !isOpen(one));
		if (isOpen(one)) ports.log.info(`To see it again: ${one.gate.reproduce}`);
	}
}
function annotate(checked, { log, prefix, situation }) {
	const rank = {
		bad: 0,
		odd: 1,
		good: 2,
		idle: 3
	};
	const findings = [...checked.execution.gates].sort((a, b) => rank[toneOf(finished(a))] - rank[toneOf(finished(b))]).flatMap(({ gate, judgement }) => judgement.findings.map((finding) => ({
		gate: gate.id,
		finding: gate.required && judgement.outcome !== "waived" || finding.severity !== "error" ? finding : {
			...finding,
			severity: "warning"
		}
	})));
	const { changed } = situation;
	const plan = rankAnnotations(findings, changed.kind === "known" ? changed.files : void 0);
	for (const { level, message, title, file, line, column } of plan.annotations) {
		const place = {
			title,
			...file === null ? {} : { file: `${prefix}${file}` },
			...line === null ? {} : { line },
			...column === null ? {} : { column }
		};
		log[level](message, place);
	}
}
/** Gates that block and have no finding to point at would leave no trace beside the log. */
function annotateSilentGates(checked, log) {
	for (const one of checked.execution.gates) if (one.judgement.findings.length === 0 && toneOf(finished(one)) === "bad") log.error(`${one.judgement.reason ?? "did not pass"}. To see it again: ${one.gate.reproduce}`, { title: one.gate.id });
}
/**
* Shows a run in the log: folded logs of what is well, open ones of what is not, then annotations.
*
* @param checked the run
* @param ports where to show it
*/
async function showRun(checked, ports) {
	await showLogs(checked, ports);
	annotate(checked, ports);
	annotateSilentGates(checked, ports.log);
	for (const remark of remarksOf(checked, ports.situation)) ports.log.warning(remark, { title: "Turnpike" });
	if (checked.run.verdict === "nothing-to-check") ports.log.warning("Nothing to check: no gate was found in this repository. Declare one in turnpike.yml.", { title: "Turnpike" });
}
function runFacts(context) {
	const webUrl = context.isActions && context.serverUrl.startsWith("https://") && context.repository !== "" ? `${context.serverUrl}/${context.repository}` : null;
	const { repository, sha, refName, eventName, runId } = context;
	return {
		repository,
		sha,
		refName,
		eventName,
		webUrl,
		runUrl: webUrl === null || runId === "" ? null : `${webUrl}/actions/runs/${runId}`
	};
}
/**
* @param checked the run
* @param options whether gates are required, and where the run took place
* @returns the page; Markdown is made only when it is asked for
*/
function pageOf(checked, { requireGates, context }) {
	const { verdict, details } = checked;
	const page = {
		verdict,
		joined: joinVerdict({
			check: {
				kind: "read",
				verdict,
				details
			},
			needs: void 0,
			requireGates,
			isRelease: details.release
		}),
		details,
		run: runFacts(context)
	};
	return {
		sentence: verdictSentence(page),
		markdown: () => renderPage(page)
	};
}

export { pageOf, showRun };