import { E as groupDigits, T as countOf, r as asText, s as valueAt } from "./begin.js";
import { a as boolean, c as literal, d as object, f as record, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { u as datetime } from "./last-gate.js";
import { n as parseRecords, r as renderRecords, t as newestLast } from "./record-file.js";
import { n as VERDICTS } from "./verdict.js";
import { o as unreachable, t as EXIT } from "./errors.js";
import { B as cut, H as plainText, Pt as shellWord, V as oneLine, W as formatDuration } from "./first-gate.js";
import { n as JOBS, t as FORE_JOBS } from "./needs.js";
import { n as readFailure, t as headOf } from "./failure.js";

// src/core/gates/run-records.ts
const BOUNDS = {
	records: 200,
	characters: 2097152
};
/** Most components and gates that a record names. */
const MOST_COMPONENTS = 3e3;
const MOST_GATES = 500;
const name = string().max(300);
/** One line of runs.ndjson: what a run came to and cost. Texts are foreign. */
const runRecordSchema = object({
	schema: literal("turnpike/runs/1"),
	run: string().min(1).max(100),
	attempt: number().int().positive(),
	at: datetime().describe("Start, UTC."),
	event: string().max(100),
	branch: name.nullable(),
	isDefaultBranch: boolean(),
	commit: string().max(64).nullable(),
	verdict: _enum(VERDICTS),
	spentMs: number().nonnegative().describe("What counts against the budget."),
	gates: record(name, number().nonnegative()).describe("How long each gate took, in ms."),
	coverage: number().min(0).max(100).nullable(),
	components: array(name).max(MOST_COMPONENTS).nullable().describe("Names and versions of the SBOM's components; null when they are not known.")
}).meta({
	title: "runs.ndjson",
	description: "One line. What later pages compare themselves with."
});
/**
* @param histories records from several places
* @returns each attempt of a run once, the newest last
*/
function mergeRuns(...histories) {
	return newestLast(histories.flat(), ({ run, attempt }) => [run, attempt]);
}
/**
* @param content runs.ndjson; undefined when there is none
* @returns its records, the newest last; what is no record is left out, because losing it decides nothing
*/
function parseRuns(content) {
	return mergeRuns(parseRecords(content, BOUNDS, (value) => runRecordSchema.safeParse(value).data));
}
/**
* @param record a run
* @returns the same within what a record may hold
*/
function toRunRecord(record) {
	const gates = Object.entries(record.gates).slice(0, MOST_GATES);
	const components = record.components;
	return {
		...record,
		branch: record.branch?.slice(0, 300) ?? null,
		gates: Object.fromEntries(gates.map(([id, ms]) => [id.slice(0, 300), Math.round(ms)])),
		components: components === null || components.length > MOST_COMPONENTS ? null : components.map((one) => one.slice(0, 300))
	};
}
/**
* @param records the newest last
* @returns runs.ndjson with the newest of them; components of the newest on the default branch alone
*/
function renderRuns(records) {
	const base = records.findLastIndex((one) => one.isDefaultBranch && one.components !== null);
	const told = records.map((record, at) => at === base ? record : {
		...record,
		components: null
	});
	return renderRecords(told, BOUNDS);
}

// src/core/summary/annotations.ts
/** Most annotations of one level that a step keeps (actions/runner src/Runner.Worker/ExecutionContext.cs, `_maxCountPerIssueType`). */
const ANNOTATIONS_PER_LEVEL = 10;
/** A message is cut at 4096 characters by the runner (same file, `_maxIssueMessageLength`). */
const MESSAGE_LENGTH = 2e3;
const LEVEL_OF$1 = {
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
		level: LEVEL_OF$1[finding.severity],
		title: `${oneLine(gate, 80)}${rule}`,
		message: cut(plainText(finding.message.slice(0, 4 * MESSAGE_LENGTH)).trim() || "no message", MESSAGE_LENGTH),
		file: finding.file,
		line: finding.line,
		column: finding.column
	};
}
function plainAnnotation(level, { title, message }) {
	const text = cut(plainText(message.slice(0, 4 * MESSAGE_LENGTH)).trim(), MESSAGE_LENGTH);
	return {
		level,
		title: oneLine(title, 80),
		message: text,
		file: null,
		line: null,
		column: null
	};
}
/** In the order in which they are worth to be shown. */
function ranked(findings, changedFiles) {
	const changed = new Set(changedFiles ?? []);
	const unique = [...new Map([...findings].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
	const classOf = ({ finding }) => finding.file === null ? 2 : changed.has(finding.file) ? 0 : 1;
	return [
		0,
		1,
		2
	].flatMap((rank) => inTurns(unique.filter((entry) => classOf(entry) === rank)));
}
/** @param more what is left out already, in words; empty: nothing */
function choose(entries, room, more) {
	const of = (severity, count) => entries.filter(({ finding }) => finding.severity === severity).slice(0, Math.max(0, count));
	const most = [
		...of("error", room.error),
		...of("warning", room.warning),
		...of("note", room.note)
	];
	if (most.length === entries.length && more.length === 0) return {
		annotations: most.map(toAnnotation),
		dropped: 0
	};
	const chosen = [
		...of("error", room.error),
		...of("warning", room.warning),
		...of("note", room.note - 1)
	];
	const dropped = entries.length - chosen.length;
	const last = plainAnnotation("notice", {
		title: "Turnpike",
		message: `${[...dropped > 0 ? [countOf(dropped, "more finding")] : [], ...more].join(" and ")} in the report`
	});
	return {
		annotations: [...chosen.map(toAnnotation), ...room.note > 0 ? [last] : []],
		dropped
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
function rankAnnotations(findings, changedFiles, limit = ANNOTATIONS_PER_LEVEL) {
	return choose(ranked(findings, changedFiles), {
		error: limit,
		warning: limit,
		note: limit
	}, []);
}
/** Places that gates without findings have, however many findings others have. */
const SILENT_PLACES = 3;
const REMARK_PLACES = 4;
/**
* Shares the places of one step between all that it has to say, so that the runner drops nothing unsaid.
*
* @param step what there is to say
* @param changedFiles files of the change, relative to the root; undefined when they are not known
* @returns the annotations; at most ten of each level, the step's own last error among them
*/
function planAnnotations(step, changedFiles) {
	const entries = ranked(step.findings, changedFiles);
	const count = (severity) => entries.filter(({ finding }) => finding.severity === severity).length;
	const errors = ANNOTATIONS_PER_LEVEL - (step.endsWithError ? 1 : 0);
	const silent = step.silent.slice(0, Math.max(SILENT_PLACES, errors - count("error")));
	const remarks = step.remarks.slice(0, Math.max(REMARK_PLACES, ANNOTATIONS_PER_LEVEL - count("warning")));
	const room = {
		error: errors - silent.length,
		warning: ANNOTATIONS_PER_LEVEL - remarks.length,
		note: ANNOTATIONS_PER_LEVEL
	};
	const more = [...step.silent.length > silent.length ? [countOf(step.silent.length - silent.length, "more gate that blocks", "more gates that block")] : [], ...step.remarks.length > remarks.length ? [countOf(step.remarks.length - remarks.length, "more remark")] : []];
	return [
		...silent.map((one) => plainAnnotation("error", one)),
		...choose(entries, room, more).annotations,
		...remarks.map((one) => plainAnnotation("warning", one))
	];
}

// src/core/summary/escape.ts
/** Never seen, zero width; put where a viewer would otherwise make a mention, an issue link or an emoji of foreign text. */
const BREAK = "​";
/** Text that GitHub's viewer would turn into something else after the Markdown is parsed. */
function inertText(line) {
	return line.replaceAll(/@(?=[A-Za-z0-9])/g, `@${BREAK}`).replaceAll(/#(?=\d)/g, `#${BREAK}`).replaceAll(/:(?=[\w+-]+:)/g, `:${BREAK}`);
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"|": "&#124;",
	$: "&#36;"
};
function entity(character) {
	return ENTITIES[character] ?? `&#${character.codePointAt(0)};`;
}
/**
* Foreign text as inline Markdown that shows as it is (CommonMark 0.31, sections 2.4 and 2.5: neither a backslash escape
* nor a character reference can be structure). Fit for paragraphs, list items, headings and table cells.
*
* @param text foreign text; line breaks become spaces
* @returns one line of Markdown without any structure
*/
function escapeMarkdown(text) {
	return inertText(oneLine(text)).replaceAll(/[\\`*[\]~#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&").replaceAll(/[&<>|$]/g, entity).replaceAll(/:(?=\/\/)/g, "\\:").replaceAll(/(www)\.(?=\S)/gi, "$1\\.").replace(/!$/, "\\!");
}
/**
* Keeps the beginning of a paragraph or list item from being a list marker, a quote, a rule or an underline of a heading.
*
* @param inline inline Markdown
* @returns the same text, its first character escaped where it could be structure
*/
function escapeBlockStart(inline) {
	return inline.replace(/^[-+=>:]/, entity).replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
/**
* @param text foreign text; line breaks become spaces
* @returns text for HTML, between tags or in a quoted attribute
*/
function escapeHtml(text) {
	return inertText(oneLine(text)).replaceAll(/[&<>"']/g, entity);
}
/**
* @param text foreign text; line breaks become spaces
* @returns text as an HTML `code` element; every punctuation character is a reference, so it is fit for Markdown too
*/
function codeElement(text) {
	return `<code>${oneLine(text).replaceAll(/[!-,:-@[-`{-~]/g, entity).replaceAll(/(www)\./gi, "$1&#46;").replaceAll("&#64;", "&#64;<!-- -->")}</code>`;
}
/**
* @param text foreign text; line breaks become spaces
* @returns a code span that shows the text as it is and can be copied, in table cells too
*/
function codeSpan(text) {
	const line = oneLine(text);
	return line === "" || /[`|]/.test(line) ? codeElement(line) : `\`${line}\``;
}
/**
* @param text foreign text of any number of lines
* @param language the fence's info string; ours, not foreign
* @returns a fenced block whose fence is longer than any in the text (CommonMark 0.31, section 4.5)
*/
function fence(text, language) {
	const safe = plainText(text).replace(/\n+$/, "");
	const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map((run) => run[0].length));
	const marks = "`".repeat(longest + 1);
	return [
		`${marks}${language}`,
		...safe === "" ? [] : [safe],
		marks
	].join("\n");
}
/** What Mermaid's lexer takes for a statement at the beginning of a line (mermaid-js/mermaid, gantt.jison). */
const MERMAID_KEYWORD = /^(acc|call|click|dateFormat|excludes|gantt|href|inclu|axisFormat|section|tickInterval|title|todayMarker|topAxis|week|\d{4}-)/i;
/**
* @param text foreign text
* @returns a label that no Mermaid diagram takes for syntax: letters, digits and a few marks, never empty
*/
function mermaidLabel(text) {
	const label = oneLine(text, 60).replaceAll(/[^\p{L}\p{N} ._@/()+-]/gu, " ").replaceAll(/\s+/g, " ").trim();
	if (label === "") return "(no name)";
	return MERMAID_KEYWORD.test(label) ? BREAK + label : label;
}
/**
* A path as part of a URL inside Markdown's `(…)` or a quoted attribute.
*
* @param path foreign path with `/`
* @returns each segment percent-encoded, parentheses and quotes too (RFC 3986, section 2.1)
*/
function urlPath(path) {
	return path.toWellFormed().split("/").map((segment) => encodeURIComponent(segment).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}

// src/core/summary/blocks.ts
/** @returns a heading of our own words */
function heading(level, title) {
	return {
		kind: "heading",
		level,
		content: [title]
	};
}
/** @returns text in a code font, to be copied */
function code(text) {
	return {
		kind: "code",
		text
	};
}
/**
* Prose in which what stands between backticks is code, as tools and people write it.
*
* @param text foreign text
* @param limit most characters to keep
* @returns text and code
*/
function prose(text, limit) {
	return oneLine(text, limit).split(/`([^`]+)`/).map((part, index) => index % 2 === 1 ? code(part) : part).filter((part) => part !== "");
}
/** @returns text that stands out */
function strong(...content) {
	return {
		kind: "strong",
		content
	};
}
/**
* @param url an absolute address whose foreign parts went through `urlPath`; undefined for no link
* @param content what is shown
* @returns a link, or the content alone when there is no https address
*/
function link(url, ...content) {
	return url === void 0 || !/^https:\/\/[\w.:-]+\/[^\s()<>"'`\\|]*$/.test(url) ? content : [{
		kind: "link",
		url,
		content
	}];
}
function toMarkdown(content) {
	let text = "";
	for (const part of content) if (typeof part === "string") text += keepEnds(part, escapeMarkdown);
	else text += inlineMarkdown(part, text.endsWith("`"));
	return text.trim();
}
function inlineMarkdown(part, followsCode) {
	switch (part.kind) {
		case "code": return followsCode ? codeElement(part.text) : codeSpan(part.text);
		case "strong": return bold(toMarkdown(part.content));
		case "link": return `[${toMarkdown(part.content)}](${part.url})`;
		default: return unreachable(part);
	}
}
/** Asterisks open and close only beside certain characters (CommonMark 0.31, section 6.2); a tag always does. */
function bold(inner) {
	return /^[A-Za-z0-9](.*[A-Za-z0-9])?$/.test(inner) ? `**${inner}**` : `<strong>${inner}</strong>`;
}
/** Parts are joined, so the blanks at their ends count. */
function keepEnds(part, escapeText) {
	const inner = escapeText(part);
	if (inner === "") return /\s/.test(part) ? " " : "";
	return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) ? " " : ""}`;
}
function toHtml(content) {
	return content.map((part) => {
		if (typeof part === "string") return keepEnds(part, escapeHtml);
		switch (part.kind) {
			case "code": return codeElement(part.text);
			case "strong": return `<strong>${toHtml(part.content)}</strong>`;
			case "link": return `<a href="${part.url}">${toHtml(part.content)}</a>`;
			default: return unreachable(part);
		}
	}).join("").trim();
}
/**
* @param content inline content
* @returns its text alone, unescaped: foreign
*/
function inlineText(content) {
	return content.map((part) => typeof part === "string" ? part : part.kind === "code" ? part.text : inlineText(part.content)).join("");
}
function renderTable(columns, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(columns.map((column) => escapeMarkdown(column.title))),
		line(columns.map((column) => column.align === "right" ? "---:" : ":---")),
		...rows.map((row) => line(columns.map((_, index) => toMarkdown(row[index] ?? []))))
	].join("\n");
}
function renderBlock(block) {
	switch (block.kind) {
		case "heading": return `${"#".repeat(block.level)} ${toMarkdown(block.content)}`;
		case "paragraph": return escapeBlockStart(toMarkdown(block.content));
		case "small": return `<sub>${toMarkdown(block.content)}</sub>`;
		case "list": return block.items.map((item) => `- ${escapeBlockStart(toMarkdown(item))}`).join("\n");
		case "table": return renderTable(block.columns, block.rows);
		case "code": return fence(block.text, block.language);
		case "alert": return `> [!${block.level}]\n> ${escapeBlockStart(toMarkdown(block.content))}`;
		case "details": return [
			`<details${block.open ? " open" : ""}>\n<summary>${toHtml(block.summary)}</summary>`,
			...block.blocks.map(renderBlock),
			"</details>"
		].join("\n\n");
		default: return unreachable(block);
	}
}
/**
* The only place where a page becomes text.
*
* @param blocks the page
* @returns GitHub-flavoured Markdown that ends with a line feed
*/
function renderBlocks(blocks) {
	return `${blocks.map(renderBlock).join("\n\n")}\n`;
}

// src/core/summary/join.ts
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
	const job = JOBS.check;
	const { result, outputs } = needs?.[JOBS.check] ?? {};
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
	const result = needs?.[JOBS.check]?.result;
	if (needs !== void 0 && result === void 0) {
		const advice = `list \`${JOBS.check}\` in the \`needs\` of the job that gives the verdict`;
		return [{
			job: JOBS.check,
			message: "is not among the jobs that this one needs",
			advice,
			stopped: false
		}];
	}
	if (check.kind === "refused") return [{
		job: JOBS.check,
		message: check.why,
		advice: "run the workflow again",
		stopped: false
	}];
	if (check.kind === "absent" && result !== "cancelled") return [absent(needs)];
	if (check.kind === "read" && result === "skipped") return [{
		job: JOBS.check,
		message: "was skipped, so its verdict is of another run",
		advice: "run the workflow again",
		stopped: false
	}];
	if (check.kind === "read" && isExplained(check.verdict.verdict, input.requireGates)) return [];
	if (result === "failure") return [failed(JOBS.check, "failed although the gates passed", failureOf(needs, JOBS.check))];
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
		if (job === JOBS.check || FORE_JOBS.has(job) && base !== null) continue;
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
	const own = cancelled.filter(([job]) => job === JOBS.check);
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
	const result = input.needs?.[JOBS.check]?.result;
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
	cached: "passed before",
	"flaky-passed": "flaky: passed after a retry",
	quarantined: "quarantined",
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
	if (failures !== null && failures > 0) return tests === null ? `${failures} failed` : `${failures} of ${groupDigits(tests)} failed`;
	if (findings !== null && findings > 0) return countOf(findings, "finding");
	return tests === null || tests === 0 ? null : `${groupDigits(tests)} passed`;
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
/** A reason without what the outcome's own words say already. */
function reasonOf({ outcome, reason }) {
	return outcome === "cached" && reason !== null ? reason.replace(/^passed /, "") : reason;
}
/** The outcome's words, as far as a reason of ours does not say the same: how often it was tried, until when it is waived. */
function introOf({ outcome, reason }) {
	if (!NAMED.has(outcome)) return "";
	if (outcome === "flaky-passed" && reason?.startsWith("passed on attempt ") === true) return "flaky: ";
	if (outcome === "waived" && reason?.includes("waived until ") === true) return "";
	return `${wordsOf(outcome)}: `;
}
/**
* The result of a gate in a few words, foreign text included.
*
* @param gate one result
* @param details what else is known of it
* @returns what the tool says, else why, else what was counted, with the outcome where it is not plain from that
*/
function resultOf(gate, details) {
	const reason = reasonOf(gate);
	const said = [
		details?.summary,
		gate.outcome === "failed" ? countsOf(gate) : void 0,
		reason,
		countsOf(gate)
	].find((text) => text !== void 0 && text !== null && text !== "");
	if (said === void 0 || said === null) return wordsOf(gate.outcome);
	if (gate.outcome === "passed" || gate.outcome === "failed" || reason === null || said.includes(reason)) return `${introOf(gate)}${said}`;
	return `${introOf(gate)}${reason.startsWith(`${said};`) ? reason : `${said} (${reason})`}`;
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
	const prefix = details?.prefix;
	return {
		input: prefix === void 0 || input.run === void 0 ? input : {
			...input,
			run: {
				...input.run,
				prefix
			}
		},
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
	const url = base === null || base === void 0 || !isInside ? void 0 : `${base}/blob/${urlPath(run?.sha ?? "")}/${urlPath(`${run?.prefix ?? ""}${place.file}`)}${anchor}`;
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

// src/core/summary/gate-rows.ts
const CHECK_COLUMNS = [
	{
		title: "",
		align: "left"
	},
	{
		title: "Check",
		align: "left"
	},
	{
		title: "What it says",
		align: "left"
	},
	{
		title: "Time",
		align: "right"
	}
];
const ATTEMPT_COLUMNS = [
	{
		title: "Attempt",
		align: "right"
	},
	{
		title: "Result",
		align: "left"
	},
	{
		title: "Why again",
		align: "left"
	},
	{
		title: "Time",
		align: "right"
	}
];
/**
* @param gate one gate
* @returns true for a script of a team's own that says what it checked
*/
function hasChecks({ details }) {
	return (details?.checks?.length ?? 0) > 0;
}
function named(id, name, caps) {
	const own = code(oneLine(id, caps.name));
	return name === null || name === id ? [own] : [
		...prose(name, caps.name),
		" ",
		own
	];
}
/**
* @param gate one gate
* @param caps how much may be shown
* @returns a row for each thing that a script of a team's own checked, those that did not pass first; nothing for others
*/
function checkTable({ details }, caps) {
	const checks = details?.checks ?? [];
	const shown = checks.slice(0, caps.findings);
	if (shown.length === 0) return [];
	const rows = shown.map(({ id, name, passed, message, durationMs }) => [
		[markOf(passed ? "passed" : "blocks")],
		named(id, name, caps),
		message === null ? [] : prose(message, caps.text),
		durationMs === null ? [] : [formatDuration(durationMs)]
	]);
	const table = {
		kind: "table",
		columns: CHECK_COLUMNS,
		rows
	};
	const more = checks.length - shown.length;
	if (more <= 0) return [table];
	return [table, {
		kind: "paragraph",
		content: [`${countOf(more, "more check")} in the report.`]
	}];
}
/**
* @param gate one gate
* @param caps how much may be shown
* @returns a row for each attempt before the last one; nothing when there was but one
*/
function attemptTable({ details }, caps) {
	const attempts = details?.attempts ?? [];
	if (attempts.length === 0) return [];
	const rows = attempts.map(({ outcome, reason, why, durationMs, logFile }, at) => [
		[String(at + 1)],
		[
			wordsOf(outcome),
			...reason === null ? [] : [": ", ...prose(reason, caps.text)],
			" ",
			code(oneLine(logFile, caps.name))
		],
		prose(why, caps.text),
		[formatDuration(durationMs)]
	]);
	return [{
		kind: "table",
		columns: ATTEMPT_COLUMNS,
		rows
	}];
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
/** Which of the findings the change brought along, most likely. */
function diffSentence(inDiff, known, total) {
	if (inDiff === total) return [{
		kind: "paragraph",
		content: [`All ${countOf(total, "finding")} are in files that this change touches.`]
	}];
	const all = known < total ? `the first ${countOf(known, "finding")}` : countOf(total, "finding");
	return [{
		kind: "paragraph",
		content: [`${inDiff === 0 ? "None" : groupDigits(inDiff)} of ${all} ${inDiff === 1 || inDiff === 0 ? "is" : "are"} in files that this change touches${inDiff === 0 ? "" : "; they come first"}.`]
	}];
}
function findingsTable(gate, model, caps) {
	const changed = new Set(model.details?.changed?.files);
	const isInDiff = ({ file }) => file !== null && changed.has(file);
	const all = gate.details?.findings ?? [];
	const inDiff = all.filter(isInDiff);
	const findings = [...inDiff, ...all.filter((finding) => !isInDiff(finding))];
	const shown = findings.slice(0, caps.findings);
	if (shown.length === 0) return [];
	const rows = shown.map((finding) => findingRow(finding, model, caps));
	const total = Math.max(gate.details?.findingsTotal ?? 0, findings.length);
	const more = total - shown.length;
	const table = {
		kind: "table",
		columns: FINDING_COLUMNS,
		rows
	};
	const known = model.details?.changed === void 0 || total < 2 ? [] : diffSentence(inDiff.length, findings.length, total);
	if (more <= 0) return [...known, table];
	return [
		...known,
		table,
		{
			kind: "paragraph",
			content: [`${countOf(more, "more", "more")} in the report.`]
		}
	];
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
/** What a person pastes: what mends it, then what shows it again. */
function commandBlocks(details, caps) {
	if (details === void 0) return [];
	const { fix, reproduce } = details;
	return [{
		kind: "paragraph",
		content: [fix === void 0 ? "To see it again:" : "To mend what the tool can mend, and to see it again:"]
	}, {
		kind: "code",
		language: "sh",
		text: (fix === void 0 ? [reproduce] : [fix, reproduce]).map((line) => oneLine(line, caps.text)).join("\n")
	}];
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
			...attemptTable(gate, caps),
			...checkTable(gate, caps),
			...hasChecks(gate) ? [] : findings,
			...logBlocks(gate, findings.length > 0, caps),
			...commandBlocks(details, caps),
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
	const told = gatesOf(model, "passed").filter(hasChecks);
	const worthy = [
		...gatesOf(model, "blocks"),
		...gatesOf(model, "problem"),
		...gatesOf(model, "remark"),
		...told
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
/** Columns of the table of gates. */
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
	switch (gate.standing) {
		case "blocks":
		case "problem": return adviceAgainst(gate, caps);
		case "remark": return [adviceBeside(gate)].filter((words) => words !== "");
		case "idle":
		case "passed": return [];
	}
}
/** What to do about a gate that did not pass. */
function adviceAgainst({ result, details, standing }, caps) {
	if (result.outcome === "cancelled") return ["run it again"];
	if (result.outcome === "inconclusive" && standing === "problem") return [result.required ? "nothing now; a release fails on it" : "nothing; it is advisory here"];
	if (details === void 0) return [];
	return [
		...details.fix === void 0 ? [] : [code(oneLine(details.fix, caps.text)), ", then "],
		code(oneLine(details.reproduce, caps.text)),
		...result.outcome === "timed-out" ? [", or raise its ", code("timeout")] : []
	];
}
/** What to do about a gate that passed all the same; empty for nothing. */
function adviceBeside({ result }) {
	switch (result.outcome) {
		case "flaky-passed": return result.reason?.startsWith("passed on attempt ") === true ? "nothing now; see why it was tried again" : "mend or quarantine the flaky test";
		case "waived": return "mend it before its waiver ends";
		case "quarantined": return "mend the test before its entry ends";
		default: return "";
	}
}
/** @returns the row of one gate */
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
	const timed = gates.filter((gate) => gate.result.durationMs !== null);
	const sum = timed.reduce((total, gate) => total + (gate.result.durationMs ?? 0), 0);
	const words = standing === "passed" ? "passed" : "not run";
	const repeated = gates.filter((gate) => gate.result.outcome === "cached").length;
	const before = repeated === 0 ? "" : repeated === gates.length ? "; all passed before" : `; ${repeated} passed before`;
	return [
		[markOf(standing)],
		[`${groupDigits(gates.length)} ${words}`],
		[
			...names,
			...rest,
			before
		],
		[timed.length === 0 ? "" : formatDuration(sum)],
		[]
	];
}
function isFolded(standing, count, model) {
	if (standing !== "passed" && standing !== "idle") return false;
	return count > (model.gates.every((gate) => gate.standing === "passed") ? FEW_PASSES : FEW_PASSES_BESIDE_FAILURES);
}
/** Why the packages could not be installed, when that is why the check job gave up. */
function setupFailure(reason, model) {
	if (reason.job !== JOBS.check || reason.failure !== void 0) return void 0;
	return (model.input.setup?.environments.find((environment) => environment.outcome === "failed"))?.reason ?? void 0;
}
/** @returns a row for each job that decided the verdict */
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
	const quarantined = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "quarantined").length;
	const problems = gatesOf(model, "problem").length;
	const waived = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "waived").length;
	const remarks = [
		...waived > 0 ? [`${waived} waived`] : [],
		...flaky > 0 ? [`${flaky} flaky`] : [],
		...quarantined > 0 ? [`${quarantined} quarantined`] : [],
		...problems > 0 ? [`${countOf(problems, "advisory problem")}`] : []
	];
	return [required === 0 ? `Passed: ${countOf(model.gates.length, "advisory gate")}` : required === 1 ? "The required gate passed" : `All ${groupDigits(required)} required gates passed`, ...remarks].join(", ");
}
function share(count, model) {
	const required = requiredCount(model);
	if (required === 1) return "The required gate";
	return `${groupDigits(count)} of ${countOf(required, "required gate")}`;
}
function failedSentence(model) {
	const blocking = gatesOf(model, "blocks");
	const failed = blocking.filter(({ result }) => result.outcome === "failed" || result.outcome === "timed-out").length;
	const unclear = blocking.length - failed;
	if (failed > 0) {
		const rest = unclear > 0 ? `, ${groupDigits(unclear)} could not be judged` : "";
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
	if (model.gates.length === 0) return "Cancelled before there was a verdict";
	const ended = model.gates.filter((gate) => gate.standing !== "idle" && gate.result.outcome !== "cancelled").length;
	return `Cancelled: ${groupDigits(ended)} of ${countOf(model.gates.length, "gate")} had ended`;
}
/** A run that left gates out on request is never taken for the whole. */
function partialRemark({ input, gates }) {
	if (input.verdict?.partial !== true) return [];
	const left = gates.filter(({ result }) => result.outcome === null).length;
	return [` (partial: ${groupDigits(left)} of ${countOf(gates.length, "gate")} left out)`];
}
/**
* @param model the page
* @returns did it pass: a mark and one sentence
*/
function sentenceOf(model) {
	const { input } = model;
	const { verdict, exitCode } = model.joined;
	switch (verdict) {
		case "passed": return [
			"✅ ",
			passedSentence(model),
			...partialRemark(model)
		];
		case "failed": return [
			"❌ ",
			failedSentence(model),
			...partialRemark(model)
		];
		case "error": return [
			"❌ ",
			...errorSentence(model),
			...partialRemark(model)
		];
		case "cancelled": return [
			"⏹️ ",
			cancelledSentence(model),
			...partialRemark(model)
		];
		case "nothing-to-check":
			if (input.verdict?.partial === true) return ["⚠️ Nothing ran", ...partialRemark(model)];
			return exitCode === 0 ? ["⚠️ Nothing to check"] : ["❌ Nothing to check, and this run requires gates"];
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

// src/core/summary/timeline.ts
const HOUR_MS = 36e5;
const DAY_MS = 24 * HOUR_MS;
function clock(ms) {
	return new Date(Math.min(Math.max(0, Math.round(ms)), 86399999)).toISOString().slice(11, 23);
}
/**
* A Mermaid gantt chart. Times are written as times of a day and read back as such, so that every time zone shows the same.
*
* @param sections groups of bars
* @returns the source of the chart; every foreign text is a harmless label
*/
function gantt(sections) {
	const lines = [
		"gantt",
		"  dateFormat HH:mm:ss.SSS",
		`  axisFormat ${Math.max(0, ...sections.flatMap(({ bars }) => bars.map((bar) => bar.startMs + bar.durationMs))) < HOUR_MS ? "%M:%S" : "%H:%M:%S"}`,
		"  todayMarker off"
	];
	for (const { title, bars } of sections) {
		lines.push(`  section ${mermaidLabel(title)}`);
		for (const bar of bars) {
			const tag = bar.tag === null ? "" : `${bar.tag}, `;
			const length = Math.min(Math.max(1, Math.round(bar.durationMs)), DAY_MS);
			lines.push(`  ${mermaidLabel(bar.label)} :${tag}${clock(bar.startMs)}, ${length}ms`);
		}
	}
	return lines.join("\n");
}
const TASK = /^(.+?) :(?:(crit|active|done), )?(\d{2}):(\d{2}):(\d{2}\.\d{3}), (\d{1,8})ms$/;
/** Without the mark that keeps a name from being a statement. */
function shown(label) {
	return (label ?? "").replace("​", "");
}
/**
* Reads back what `gantt` writes, and nothing else of Mermaid.
*
* @param text the source of a Mermaid diagram, foreign
* @returns its sections, or undefined when any line of it is not what `gantt` writes
*/
function parseGantt(text) {
	const [first, ...lines] = text.trim().split("\n").map((line) => line.trim());
	if (first !== "gantt") return void 0;
	const sections = [];
	for (const line of lines) {
		if (/^(dateFormat HH:mm:ss\.SSS|axisFormat [%MSH:]+|todayMarker off)$/.test(line)) continue;
		const section = /^section (.+)$/.exec(line);
		if (section !== null) {
			sections.push({
				title: shown(section[1]),
				bars: []
			});
			continue;
		}
		const [, label = "", tag, hours, minutes, seconds, length] = TASK.exec(line) ?? [];
		const last = sections.at(-1);
		if (last === void 0 || length === void 0) return void 0;
		const startMs = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e3);
		last.bars.push({
			label: shown(label),
			startMs,
			durationMs: Number(length),
			tag: tag === "crit" || tag === "active" || tag === "done" ? tag : null
		});
	}
	return sections;
}
function tagOf(gate) {
	switch (gate.standing) {
		case "blocks": return "crit";
		case "problem":
		case "remark": return gate.result.outcome === "cancelled" ? "done" : "active";
		case "idle": return "done";
		case "passed": return gate.result.outcome === "cached" ? "done" : null;
	}
}
function gateBars(model, offsetMs) {
	return model.gates.flatMap((gate) => {
		const { id, startMs, durationMs } = gate.result;
		if (startMs === null || durationMs === null) return [];
		return [{
			label: id,
			startMs: startMs + offsetMs,
			durationMs,
			tag: tagOf(gate)
		}];
	});
}
function jobBars(model) {
	return (model.input.jobs ?? []).flatMap((job) => {
		if (job.startMs === null || job.durationMs === null) return [];
		const tag = job.result === "failure" ? "crit" : job.result === "success" ? null : "done";
		return [{
			label: job.id,
			startMs: job.startMs,
			durationMs: job.durationMs,
			tag
		}];
	});
}
/** The longest bars, in the order of their start. */
function pick(bars, count) {
	return [...bars].sort((a, b) => b.durationMs - a.durationMs).slice(0, count).sort((a, b) => a.startMs - b.startMs || (a.label < b.label ? -1 : 1));
}
/**
* @param model the page
* @param caps how many bars may be shown
* @returns the timeline of jobs and gates; nothing when there are fewer than two bars, or when they have to go
*/
function timeline(model, caps) {
	const jobs = pick(jobBars(model), caps.bars);
	const setupMs = model.input.setup?.durationMs ?? 0;
	const setup = setupMs === 0 ? [] : [{
		label: "set-up",
		startMs: 0,
		durationMs: setupMs,
		tag: "done"
	}];
	const bars = pick(gateBars(model, setupMs), caps.bars);
	const sections = [];
	if (jobs.length > 0) sections.push({
		title: "jobs",
		bars: jobs
	});
	if (bars.length > 0) sections.push({
		title: "gates",
		bars: [...setup, ...bars]
	});
	if (caps.bars === 0 || sections.flatMap((section) => section.bars).length < 2) return [];
	return [{
		kind: "code",
		language: "mermaid",
		text: gantt(sections)
	}];
}

// src/core/summary/trend.ts
const FEWEST = 3;
/** A gate that takes so much longer than before is named. */
const SLOWER_SHARE = 1.25;
const SLOWER_MS = 2e3;
/** Most gates and components that are named. */
const MOST_NAMED = 5;
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
const BARS = "▁▂▃▄▅▆▇█";
/** One bar a run, from nothing to the longest. */
function sparkline(values) {
	const most = Math.max(1, ...values);
	return values.map((value) => BARS[Math.min(7, Math.floor(value / most * 8))] ?? "").join("");
}
function pastOf({ input }) {
	return input.past ?? [];
}
function onDefault(model) {
	return pastOf(model).filter((record) => record.isDefaultBranch);
}
/**
* @param model the page
* @returns the newest remembered run of the default branch; undefined when there is none
*/
function baseOf(model, has) {
	return onDefault(model).findLast(has);
}
/** `on main`, as far as it is known. */
function branchOf(record, caps) {
	return record?.branch == null ? ["the default branch"] : [code(oneLine(record.branch, caps.name))];
}
/**
* @param model the page
* @param caps how long a name may be
* @returns how long the loop took over the last runs, against the budget; nothing when there were too few
*/
function loopSentences(model, caps) {
	const main = onDefault(model).slice(-20);
	const pulls = pastOf(model).filter(({ event }) => event === "pull_request").slice(-20);
	const parts = [];
	const over = (records, where) => {
		if (records.length < FEWEST) return;
		const spent = records.map(({ spentMs }) => spentMs);
		parts.push([`${formatDuration(median(spent))} over the last ${countOf(records.length, "run")} `, ...where]);
	};
	over(main, [
		"on ",
		...branchOf(main.at(-1), caps),
		...main.length < FEWEST ? [] : [` ${sparkline(main.map(({ spentMs }) => spentMs))}`]
	]);
	over(pulls, ["of pull requests"]);
	if (parts.length === 0) return [];
	const budget = model.time.budgetMs === null ? "" : `; the budget is ${formatDuration(model.time.budgetMs)}`;
	return [[
		"Median of the loop: ",
		...parts.flatMap((part, at) => at === 0 ? part : [", ", ...part]),
		`${budget}.`
	]];
}
function before(model, id) {
	const known = onDefault(model).slice(-20).flatMap(({ gates }) => Object.hasOwn(gates, id) ? [gates[id] ?? 0] : []);
	return known.length < FEWEST ? void 0 : median(known);
}
/**
* @param model the page
* @param caps how long a name may be
* @returns gates that took clearly longer than on the default branch before; nothing when none did
*/
function slowerSentences(model, caps) {
	const slower = model.gates.flatMap(({ result }) => {
		const now = result.outcome === "cached" ? null : result.durationMs;
		const then = now === null ? void 0 : before(model, result.id);
		if (now === null || then === void 0) return [];
		return now > then * SLOWER_SHARE && now > then + SLOWER_MS ? [{
			id: result.id,
			now,
			then
		}] : [];
	}).sort((a, b) => b.now - b.then - (a.now - a.then));
	if (slower.length === 0) return [];
	const named = slower.slice(0, MOST_NAMED).flatMap(({ id, now, then }, at) => [
		at === 0 ? "" : ", ",
		code(oneLine(id, caps.name)),
		` ${formatDuration(now)} instead of ${formatDuration(then)}`
	]);
	const more = slower.length > MOST_NAMED ? [` and ${countOf(slower.length - MOST_NAMED, "more", "more")}`] : [];
	return [[
		"Slower than on median before: ",
		...named,
		...more,
		"."
	]];
}
/**
* @param model the page
* @param caps how long a name may be
* @returns the change of the coverage since the default branch, in points, to stand after it; nothing when it is not known
*/
function coverageChange(model, caps) {
	const now = model.details?.coverage ?? null;
	const base = baseOf(model, ({ coverage }) => coverage !== null);
	if (now === null || base === void 0 || base.coverage === null) return [];
	const change = Math.round((now - base.coverage) * 10) / 10;
	const where = branchOf(base, caps);
	if (change === 0) return [
		" (as on ",
		...where,
		")"
	];
	return [
		` (${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(1)} against `,
		...where,
		")"
	];
}
function listed(names, sign, caps) {
	if (names.length === 0) return [];
	const shown = names.slice(0, MOST_NAMED);
	const more = names.length > shown.length ? ` and ${countOf(names.length - shown.length, "more", "more")}` : "";
	return [
		`, ${sign}`,
		...shown.flatMap((name, at) => [at === 0 ? " " : ", ", code(oneLine(name, caps.name))]),
		more
	];
}
/**
* @param model the page
* @param sboms all documents of the run
* @param caps how long a name may be
* @returns which components came and went since the default branch; nothing when that is not known
*/
function componentChange(model, sboms, caps) {
	const base = baseOf(model, ({ components }) => components !== null);
	if (sboms.length === 0 || sboms.some(({ names }) => names === void 0)) return [];
	if (base === void 0 || base.components === null) return [];
	const now = new Set(sboms.flatMap(({ names }) => names ?? []));
	const then = new Set(base.components);
	const came = [...now].filter((name) => !then.has(name));
	const went = [...then].filter((name) => !now.has(name));
	const where = branchOf(base, caps);
	if (came.length === 0 && went.length === 0) return [["Components: as on ", ...where]];
	return [[
		`Components: +${groupDigits(came.length)} −${groupDigits(went.length)} against `,
		...where,
		...listed(came, "new:", caps),
		...listed(went, "gone:", caps)
	]];
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
/** What was not run again. */
function repeated(model) {
	const count = model.gates.filter(({ result }) => result.outcome === "cached").length;
	return count === 0 ? [] : [[`${countOf(count, "gate")} passed before with the same inputs, and did not run again.`]];
}
function gatesSentences(model, caps) {
	const { serialMs, wallMs, savedMs } = model.time;
	const timed = model.gates.filter((gate) => gate.result.durationMs !== null);
	const longest = timed.reduce((best, gate) => (gate.result.durationMs ?? 0) > (best?.result.durationMs ?? -1) ? gate : best, void 0);
	if (longest === void 0) return repeated(model);
	const cores = model.details === null ? "" : ` on ${countOf(model.details.cores, "core")}`;
	const saved = savedMs === 0 ? "." : `; one after another ${formatDuration(serialMs)}, as measured here where they share the machine: ${formatDuration(savedMs)} saved.`;
	const name = code(oneLine(longest.result.id, caps.name));
	if (timed.length === 1) return [[
		"One gate ran: ",
		name,
		`, ${formatDuration(longest.result.durationMs ?? 0)}.`
	], ...repeated(model)];
	return [
		[`The gates took ${formatDuration(wallMs)} side by side${cores}${saved}`],
		...repeated(model),
		[
			"The longest gate was ",
			name,
			` with ${formatDuration(longest.result.durationMs ?? 0)}.`
		]
	];
}
/**
* @param model the page
* @param caps how much may be shown
* @returns what the run cost: set-up, gates, savings, timeline; nothing when nothing was timed
*/
function costSection(model, caps) {
	const items = [
		...setupSentences(model, caps),
		...gatesSentences(model, caps),
		...slowerSentences(model, caps),
		...loopSentences(model, caps)
	];
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
	const counted = `${countOf(sbom.components, "component")}, ${countOf(sbom.edges, "dependency edge")}, ${unknown}`;
	return [
		strong("SBOM"),
		` of ${oneLine(sbom.subject ?? "this repository", caps.name)}: `,
		`${sbom.components === 0 ? "no component, nothing is shipped beside the project itself" : counted} (`,
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
		...coverage === null ? [] : [[
			strong("Coverage"),
			`: ${coverage.toFixed(1)} % of lines`,
			...coverageChange(model, caps)
		]],
		...sboms.slice(0, caps.entries).map((sbom) => sbomItem(sbom, caps)),
		...sboms.length > caps.entries ? [[`${countOf(sboms.length - caps.entries, "more SBOM")}`]] : [],
		...componentChange(model, sboms, caps),
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
/** Packages that were installed otherwise than the project asks for. */
function setupRemarks({ input }) {
	return (input.setup?.environments ?? []).flatMap(({ outcome, reason }) => outcome === "installed" && reason !== null ? [`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`] : []);
}
/**
* What has to be said before the table.
*
* @param model the page
* @param caps how much may be shown
* @returns alerts: over budget, nothing to check, checked files that differ from the commit, remarks on packages
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
	for (const remark of [...model.details?.remarks ?? [], ...setupRemarks(model)].slice(0, caps.entries)) alerts.push({
		kind: "alert",
		level: "WARNING",
		content: prose(remark, caps.text)
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
		...sha === "" ? [] : [link(url, code(oneLine(sha, 64).slice(0, 12)))],
		...run === void 0 || run.refName === "" ? [] : [[oneLine(run.refName, caps.name)]],
		...run === void 0 || run.eventName === "" ? [] : [[oneLine(run.eventName, caps.name)]]
	];
	if (parts.length === 0) return [];
	return [{
		kind: "small",
		content: parts.flatMap((part, index) => index === 0 ? part : [" · ", ...part])
	}];
}

// src/core/summary/test-section.ts
const TEST_COLUMNS = [
	{
		title: "Test",
		align: "left"
	},
	{
		title: "State",
		align: "left"
	},
	{
		title: "Why",
		align: "left"
	},
	{
		title: "In this run",
		align: "left"
	}
];
const QUARANTINE_COLUMNS = [
	{
		title: "Quarantined",
		align: "left"
	},
	{
		title: "Until",
		align: "left"
	},
	{
		title: "Owner",
		align: "left"
	},
	{
		title: "Issue",
		align: "left"
	},
	{
		title: "In this run",
		align: "left"
	}
];
const NOW = {
	passed: "passed",
	failed: "failed",
	flaky: "failed, then passed"
};
const STATUS = {
	used: "failed, and was forgiven",
	refused: "failed, and was not forgiven",
	expired: "has ended and forgives nothing",
	idle: "did not fail"
};
function testRow(test, caps) {
	return [
		[code(oneLine(test.name, caps.name))],
		test.state === "flaky" || test.state === "broken" ? [strong(test.state)] : [test.state],
		prose(test.evidence, caps.text),
		[NOW[test.now]]
	];
}
function quarantineRow(entry, caps) {
	return [
		[code(oneLine(entry.name, caps.name))],
		[oneLine(entry.expires, 10)],
		[oneLine(entry.owner, caps.name)],
		link(entry.issue.length <= 300 ? entry.issue : void 0, oneLine(entry.issue, caps.name)),
		[STATUS[entry.status]]
	];
}
function tableOf(columns, all, rowOf, most) {
	if (all.length === 0) return [];
	const table = {
		kind: "table",
		columns,
		rows: all.slice(0, most).map(rowOf)
	};
	const more = all.length - most;
	return more <= 0 ? [table] : [table, {
		kind: "paragraph",
		content: [`${countOf(more, "more", "more")} in details.json.`]
	}];
}
/** What to do about the first test that needs it. */
function advice(tests, quarantine) {
	const listed = new Set(quarantine.filter(({ status }) => status !== "expired").map(({ name }) => name));
	const unwell = tests.find(({ state, now, name }) => state === "flaky" && now !== "passed" && !listed.has(name));
	if (unwell === void 0) return [];
	return [{
		kind: "paragraph",
		content: ["Mend it, or forgive it for at most 30 days:"]
	}, {
		kind: "code",
		language: "sh",
		text: `turnpike quarantine add ${shellWord(oneLine(unwell.name, 300))} --owner WHO --issue WHERE --reason WHY`
	}];
}
/**
* @param model the page
* @param caps how much may be shown
* @returns tests that are not simply healthy, and the quarantine; nothing when there are none
*/
function testSection(model, caps) {
	const tests = model.details?.tests ?? [];
	const quarantine = model.details?.quarantine ?? [];
	if (tests.length === 0 && quarantine.length === 0) return [];
	const title = tests.length === 0 ? "Quarantined tests" : quarantine.length === 0 ? "Flaky tests" : "Flaky and quarantined tests";
	return [
		heading(3, title),
		...tableOf(TEST_COLUMNS, tests, (test) => testRow(test, caps), caps.entries),
		...tableOf(QUARANTINE_COLUMNS, quarantine, (entry) => quarantineRow(entry, caps), caps.entries),
		...advice(tests, quarantine)
	];
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
		...testSection(model, caps),
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

// src/core/summary/past.ts
/**
* @param context what GitHub says
* @returns which run it is
*/
function recordedRunOf({ runId, runAttempt, ref, refName, headRef, eventName, event }) {
	const main = asText(valueAt(event, "repository", "default_branch")) ?? "";
	return {
		run: runId === "" ? "0" : runId,
		attempt: Math.max(1, runAttempt),
		event: eventName,
		branch: headRef ?? (refName === "" ? null : refName),
		isDefaultBranch: main !== "" && ref === `refs/heads/${main}`
	};
}
/** Components of all SBOMs, each once; null when one of them is not known. */
function componentsOf({ sboms }) {
	if (sboms === void 0 || sboms.length === 0 || sboms.some(({ names }) => names === void 0)) return null;
	return [...new Set(sboms.flatMap(({ names }) => names ?? []))].sort();
}
/**
* @param page what the page of the run is made from
* @param run the run
* @returns what later pages compare themselves with; undefined for a run that says nothing, such as a cancelled one
*/
function recordOf(page, run) {
	const { verdict } = page;
	if (verdict === null) return void 0;
	const model = modelOf(page);
	if (model.joined.verdict === "cancelled" || model.joined.verdict === "nothing-to-check") return void 0;
	const timed = verdict.gates.flatMap(({ id, outcome, durationMs }) => durationMs === null || outcome === "cached" ? [] : [[id, durationMs]]);
	return toRunRecord({
		schema: "turnpike/runs/1",
		...run,
		at: verdict.startedAt,
		commit: verdict.commit,
		verdict: model.joined.verdict,
		spentMs: Math.round(model.time.spentMs),
		gates: Object.fromEntries(timed),
		coverage: page.details?.coverage ?? null,
		components: componentsOf(page)
	});
}

// src/core/summary/report.ts
/** Limits of check runs and comments (docs.github.com, REST API; gates.md of the guide, "GitHub limits"). */
const LONGEST_TITLE = 255;
const LONGEST_SUMMARY = 65535;
const LONGEST_COMMENT = 6e4;
/** More annotations than anybody reads; each 50 are a call. */
const MOST_ANNOTATIONS = 200;
const LARGEST_DETAILS_BYTES = 65536;
/** report.json, schema `turnpike/report/1`: what a check run and a comment say, before anybody posts it. Texts are safe. */
const reportFileSchema = object({
	schema: literal("turnpike/report/1"),
	conclusion: _enum([
		"success",
		"failure",
		"cancelled",
		"neutral"
	]),
	title: string().max(LONGEST_TITLE).describe("Text without Markdown."),
	summary: string().max(LONGEST_SUMMARY).describe("The page as Markdown."),
	comment: string().max(LONGEST_COMMENT).describe("Markdown: what to do, and nothing that changes with the time."),
	runUrl: string().nullable(),
	annotations: array(object({
		path: string(),
		line: number().int().positive(),
		level: _enum([
			"failure",
			"warning",
			"notice"
		]),
		title: string().max(LONGEST_TITLE),
		message: string(),
		details: string().optional()
	})).max(MOST_ANNOTATIONS).describe("Findings in changed files first.")
});
function conclusionOf({ joined }) {
	switch (joined.verdict) {
		case "passed": return "success";
		case "cancelled": return "cancelled";
		case "nothing-to-check": return joined.exitCode === 0 ? "neutral" : "failure";
		case "failed":
		case "error": return "failure";
	}
}
const LEVEL_OF = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
/** The end of a text within so many bytes of UTF-8. */
function lastBytes(text, most) {
	const bytes = new TextEncoder().encode(text);
	if (bytes.length <= most) return text;
	return new TextDecoder().decode(bytes.subarray(bytes.length - most + 3)).replace(/^\ufffd+/, "");
}
/** Whether an annotation is a gate's own: `lint` is not `lint-docs`. */
function isTitleOf(title, id) {
	const name = oneLine(id, 80);
	return title === name || title.startsWith(`${name}: `);
}
function annotationsOf(model) {
	const findings = [
		...gatesOf(model, "blocks"),
		...gatesOf(model, "problem"),
		...gatesOf(model, "remark"),
		...gatesOf(model, "passed")
	].flatMap(({ result, details }) => (details?.findings ?? []).map((finding) => ({
		gate: result.id,
		finding: result.required || finding.severity !== "error" ? finding : {
			...finding,
			severity: "warning"
		}
	})));
	const tails = new Map(gatesOf(model, "blocks").map(({ result, details }) => [result.id, details?.logTail ?? []]));
	const { annotations } = rankAnnotations(findings, model.details?.changed?.files, MOST_ANNOTATIONS);
	return annotations.flatMap(({ file, line, level, title, message }) => {
		if (file === null) return [];
		const gate = [...tails.keys()].find((id) => isTitleOf(title, id));
		const tail = gate === void 0 ? [] : tails.get(gate) ?? [];
		if (gate !== void 0) tails.delete(gate);
		const details = lastBytes(tail.join("\n"), LARGEST_DETAILS_BYTES);
		return [{
			path: `${model.details?.prefix ?? ""}${file}`,
			line: line ?? 1,
			level: LEVEL_OF[level],
			title: cut(title, LONGEST_TITLE),
			message,
			...details === "" ? {} : { details }
		}];
	}).slice(0, MOST_ANNOTATIONS);
}
/** Column of the times, which no comment has: it would change with every run. */
const TIME_COLUMN = COLUMNS.findIndex(({ title }) => title === "Time");
function commentBlocks(model, caps) {
	const worthy = [
		...gatesOf(model, "blocks"),
		...gatesOf(model, "problem"),
		...gatesOf(model, "remark")
	];
	const all = [...jobRows(model, caps), ...worthy.map((gate) => rowOf(gate, caps))];
	const rows = all.slice(0, caps.rows).map((row) => row.filter((_, at) => at !== TIME_COLUMN));
	const more = all.length - rows.length;
	const table = {
		kind: "table",
		columns: COLUMNS.filter((_, at) => at !== TIME_COLUMN),
		rows
	};
	const page = link(model.input.run?.runUrl ?? void 0, "The whole page");
	return [
		heading3(sentenceOf(model)),
		...rows.length === 0 ? [] : [table],
		...more > 0 ? [{
			kind: "paragraph",
			content: [`${countOf(more, "more", "more")} on the page.`]
		}] : [],
		...page[0] === "The whole page" ? [] : [{
			kind: "paragraph",
			content: page
		}],
		...footer(model, caps)
	];
}
function heading3(content) {
	return {
		...heading(3, ""),
		content
	};
}
/** The largest of some texts that fits. */
function fitting(texts, most) {
	let text = "";
	for (const make of texts) {
		text = make();
		if (text.length <= most) return text;
	}
	return "";
}
/**
* @param page what the page is made from
* @returns what a check run and a comment say of the run, within GitHub's limits
*/
function reportOf(page) {
	const model = modelOf(page);
	const title = cut(verdictSentence(page), LONGEST_TITLE);
	const plain = () => renderBlocks([{
		kind: "paragraph",
		content: [code(title)]
	}]);
	return {
		schema: "turnpike/report/1",
		conclusion: conclusionOf(model),
		title,
		summary: fitting([() => renderPage(page, LONGEST_SUMMARY), plain], LONGEST_SUMMARY),
		comment: fitting([...LEVELS.slice(2).map((caps) => () => renderBlocks(commentBlocks(model, caps))), plain], LONGEST_COMMENT),
		runUrl: page.run?.runUrl ?? null,
		annotations: annotationsOf(model)
	};
}

export { renderRuns as S, mermaidLabel as _, PAGE_LIMIT_BYTES as a, mergeRuns as b, gantt as c, code as d, link as f, fence as g, escapeMarkdown as h, recordedRunOf as i, parseGantt as l, strong as m, reportOf as n, renderPage as o, renderBlocks as p, recordOf as r, verdictSentence as s, reportFileSchema as t, joinVerdict as u, planAnnotations as v, parseRuns as x, rankAnnotations as y };