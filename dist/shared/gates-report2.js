import { a as toneOf } from "./describe-gate.js";
import { t as remarksOf } from "./remarks.js";
import "./terminal.js";
import { T as countOf } from "./begin.js";
import { V as oneLine, W as formatDuration } from "./first-gate.js";
import { i as truncate, n as pad, t as hanging } from "./table.js";
import { s as verdictSentence } from "./summary.js";
import { t as noteTexts } from "./note-texts.js";
import { relative } from "node:path";

// src/cli/gates/gates-report.ts
const MOST_FINDINGS = 10;
/** Shorter reasons may be said again. */
const SHORT_REASON = 60;
function placeOf({ file, line, column }) {
	if (file === null) return "";
	return `${oneLine(file, 120)}${line === null ? "" : `:${line}`}${column === null ? "" : `:${column}`}`;
}
function findingLines({ judgement }, { styles, width }) {
	const shown = judgement.findings.slice(0, MOST_FINDINGS);
	const places = shown.map(placeOf);
	const room = Math.min(Math.floor(width / 2), Math.max(0, ...places.map((place) => place.length)));
	const lines = shown.map((finding, at) => {
		const rule = finding.rule === null ? "" : `  ${styles.dim(oneLine(finding.rule, 80))}`;
		const place = places[at] ?? "";
		const text = `${oneLine(finding.message, 300)}${rule}`;
		return truncate(`  ${room === 0 ? "" : `${styles.cyan(pad(truncate(place, room), room))}  `}${text}`, width);
	});
	const more = judgement.findingsTotal - shown.length;
	return more > 0 ? [...lines, styles.dim(`  … ${countOf(more, "more finding")}`)] : lines;
}
function logLines({ excerpt }, { styles, width }) {
	return (excerpt?.tail ?? []).slice(-12).map((line) => truncate(`  ${styles.dim("│")} ${line}`, width));
}
/** What a person pastes: what mends it where the tool can, and what shows it again. */
function commandLines(reproduce, fix, { cyan, dim, marks }) {
	const again = cyan(oneLine(reproduce, 400));
	if (fix === void 0) return [`  ${marks.arrow} ${again}`];
	return [`  ${marks.arrow} ${dim("mend: ")} ${cyan(oneLine(fix, 400))}`, `    ${dim("check:")} ${again}`];
}
function gateBlock(one, checked, options, more) {
	const { styles } = options;
	const { gate, judgement, durationMs } = one;
	const mark = toneOf({
		outcome: judgement.outcome,
		required: gate.required
	}) === "bad" ? styles.marks.fail : styles.marks.warn;
	const time = durationMs === null ? "" : styles.dim(`  ${formatDuration(durationMs)}`);
	const why = oneLine(judgement.reason ?? judgement.summary ?? judgement.outcome, 300);
	const title = `${mark} ${hanging(`${styles.bold(gate.id)}  ${why}${time}`, options.width, 2)}`;
	const fix = checked.details.gates.find(({ id }) => id === gate.id)?.fix;
	const log = `${options.logs ?? relative(options.root, checked.logs)}/${one.fileName}.log`;
	return [
		title,
		...findingLines(one, options),
		...logLines(one, options),
		...more,
		...commandLines(gate.reproduce, fix, styles),
		...one.logFile === null ? [] : [styles.dim(`    the whole log: ${log}`)]
	];
}
/**
* What did not pass, a block each.
*
* @param checked the run
* @param options looks
* @param more further lines for a gate, before its command
*/
function gateBlocks(checked, options, more = () => []) {
	return sayOnce(checked.execution.gates.filter(({ gate, judgement }) => {
		const tone = toneOf({
			outcome: judgement.outcome,
			required: gate.required
		});
		return tone === "bad" || tone === "odd" && judgement.outcome !== "flaky-passed";
	})).map((one) => gateBlock(one, checked, options, more(one.gate.id)).join("\n"));
}
/** Gates that could not be started because of one thing, such as packages that cannot be installed, tell it once. */
function sayOnce(gates) {
	const first = /* @__PURE__ */ new Map();
	return gates.map((one) => {
		const { reason } = one.judgement;
		if (reason === null || one.logFile !== null || reason.length < SHORT_REASON) return one;
		const id = first.get(reason);
		if (id === void 0) first.set(reason, one.gate.id);
		const again = `could not run, for the same reason as ${oneLine(id ?? "", 80)}`;
		return id === void 0 ? one : {
			...one,
			judgement: {
				...one.judgement,
				reason: again
			}
		};
	});
}
/**
* @param checked the run
* @param styles looks
* @param cost what it took, at the end of the line
* @returns the verdict in one line
*/
function verdictLine(checked, styles, cost) {
	const sentence = verdictSentence({
		verdict: checked.verdict,
		details: checked.details
	});
	return `${{
		passed: styles.marks.pass,
		failed: styles.marks.fail,
		error: styles.marks.fail,
		cancelled: styles.marks.cancel,
		"nothing-to-check": styles.marks.skip
	}[checked.run.verdict]} ${styles.bold(sentence)}  ${cost}`;
}
/** Gates that a change cannot touch, by reason. Those that nobody asked for by name are known to whoever asked. */
function leftOutLines({ verdict, run }, { styles, width }) {
	if (run.verdict === "cancelled") return [];
	const byReason = /* @__PURE__ */ new Map();
	for (const { id, outcome, reason } of verdict.gates) {
		if (outcome !== null || reason === null || reason.startsWith("not among")) continue;
		byReason.set(reason, [...byReason.get(reason) ?? [], id]);
	}
	return [...byReason].map(([reason, ids]) => truncate(styles.dim(`  left out: ${oneLine(ids.join(", "), 300)} (${oneLine(reason, 200)})`), width));
}
function hintOf({ styles, top }) {
	const here = styles.dim("  No gate is declared here. `turnpike plan` says what could be, and how.");
	if (top === void 0) return [here];
	return [here, styles.dim(`  This is a folder of a repository; \`turnpike gates ${top}\` runs the gates of all of it.`)];
}
/**
* What a person reads after a run: only what did not pass, then the verdict.
*
* @param checked the run
* @param options looks
* @returns lines, each ended
*/
function renderGatesReport(checked, options) {
	const { styles } = options;
	const { budgetMs } = checked.details;
	const cost = styles.dim(`${formatDuration(checked.verdict.durationMs)} of ${formatDuration(budgetMs)}`);
	const hint = checked.run.verdict === "nothing-to-check" && checked.verdict.gates.length === 0 ? hintOf(options) : [];
	const left = leftOutLines(checked, options);
	const remarks = [...remarksOf(checked, checked.situation), ...noteTexts(options.notes ?? [])].map((text) => `${styles.marks.warn} ${hanging(oneLine(text, 400), options.width, 2)}`);
	return `${[
		"",
		...gateBlocks(checked, options).flatMap((block) => [block, ""]),
		hanging(verdictLine(checked, styles, cost), options.width, 2),
		...hint,
		...left,
		...remarks
	].join("\n")}\n`;
}

export { renderGatesReport as n, verdictLine as r, gateBlocks as t };