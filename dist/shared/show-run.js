import { o as renderPage, s as verdictSentence, u as joinVerdict, v as planAnnotations } from "./summary.js";
import { C as showLog } from "./first-gate.js";
import { a as toneOf, r as gateLine, t as PLAIN_MARKS } from "./describe-gate.js";
import { t as remarksOf } from "./remarks.js";
import { join } from "node:path/posix";

// src/actions/gates/shown/show-run.ts
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
		if (!await ports.files.exists(path)) continue;
		const part = isOpen(one) ? BAD_PART : GOOD_PART;
		const lines = showLog(ports.files, path, {
			masker: checked.masker,
			part,
			whole: `logs/${one.fileName}.log`
		});
		await ports.output.show(`${PLAIN_MARKS[toneOf(gate)]} ${gateLine(gate)}`, lines, !isOpen(one));
		if (!isOpen(one)) continue;
		const fix = checked.details.gates.find(({ id }) => id === one.gate.id)?.fix;
		if (fix !== void 0) ports.log.info(`To mend it: ${fix}`);
		ports.log.info(`To see it again: ${one.gate.reproduce}`);
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
	const silent = checked.execution.gates.filter((one) => one.judgement.findings.length === 0 && toneOf(finished(one)) === "bad").map(({ gate, judgement }) => ({
		title: gate.id,
		message: `${judgement.reason ?? "did not pass"}. To see it again: ${gate.reproduce}`
	}));
	const remarks = remarksOf(checked, situation).map((message) => ({
		title: "Turnpike",
		message
	}));
	const { changed } = situation;
	const annotations = planAnnotations({
		findings,
		silent,
		remarks,
		endsWithError: checked.run.exitCode !== 0
	}, changed.kind === "known" ? changed.files : void 0);
	for (const { level, message, title, file, line, column } of annotations) {
		const place = {
			title,
			...file === null ? {} : { file: `${prefix}${file}` },
			...line === null ? {} : { line },
			...column === null ? {} : { column }
		};
		log[level](message, place);
	}
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
* @param options whether gates are required, where the run took place, and what earlier ones came to
* @returns the page; Markdown is made only when it is asked for
*/
function pageOf(checked, options) {
	const { verdict, details } = checked;
	const { requireGates, context, past } = options;
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
		run: runFacts(context),
		past
	};
	return {
		sentence: verdictSentence(page),
		markdown: () => renderPage(page),
		input: page
	};
}

export { pageOf, showRun };