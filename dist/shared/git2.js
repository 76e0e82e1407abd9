import { t as inert } from "./inert.js";
import { T as countOf, v as systemClock } from "./begin.js";
import { n as TurnpikeError, o as unreachable } from "./errors.js";
import { H as plainText, Ot as SafeGit, U as formatBytes, V as oneLine, W as formatDuration, l as styles } from "./first-gate.js";
import { l as parseGantt } from "./summary.js";
import { i as truncate, n as pad, o as wrap, r as renderTable, s as stringWidth } from "./table.js";
import "./terminal.js";
import { n as isLive, r as liveRegion, t as spinnerAt } from "./spinner.js";
import { a as markOf, c as whereOf, i as treeOf, l as wordOf, n as x, o as nameOf, r as spanOf, s as stepMark } from "./page2.js";
import { join } from "node:path/posix";

// src/local/run-recorder.ts
/** Lines kept of each step: the beginning says what was run, the end how it ended. */
const FIRST_LINES = 50;
const LAST_LINES = 950;
/** Characters kept of a line. */
const LINE_LENGTH = 2e3;
/** Puts a run together from its events. */
var RunRecorder = class {
	#jobs = /* @__PURE__ */ new Map();
	#notes = [];
	#start;
	#end;
	/** Takes the next event; an event of an unknown job or step makes it known, so that nothing is lost. */
	listen = (event) => {
		switch (event.kind) {
			case "run-started":
				this.#start = event;
				for (const job of event.jobs) this.#addJob(job);
				return;
			case "job-added":
				this.#addJob(event.job);
				return;
			case "job-started":
				this.#job(event.jobId).startMs = event.atMs;
				return;
			case "job-finished": {
				const { conclusion, durationMs, outputs } = event;
				Object.assign(this.#job(event.jobId), {
					conclusion,
					durationMs,
					outputs
				});
				return;
			}
			case "step-started":
				this.#step(event.jobId, event.step, event);
				return;
			case "step-finished":
				this.#finishStep(event);
				return;
			case "line":
				keepLine(this.#step(event.jobId, event.step, event), event);
				return;
			case "annotation":
				this.#job(event.jobId).annotations.push({
					step: event.step,
					annotation: event.annotation
				});
				return;
			case "note":
				this.#notes.push({
					level: event.level,
					message: event.message
				});
				return;
			case "run-finished":
				this.#end = event;
				return;
			default: unreachable(event);
		}
	};
	/** @returns the run as far as it is known; later events do not change it, but may change its parts */
	record() {
		const { title = "", event = "", ref = "", sha = "", repository = "", workflowFile = "" } = this.#start ?? {};
		return {
			title,
			event,
			ref,
			sha,
			repository,
			workflowFile,
			conclusion: this.#end?.conclusion ?? null,
			exitCode: this.#end?.exitCode ?? null,
			durationMs: this.#end?.durationMs ?? null,
			jobs: [...this.#jobs.values()],
			notes: [...this.#notes],
			artifacts: [],
			files: []
		};
	}
	#addJob(node) {
		const known = this.#jobs.get(node.id);
		if (known !== void 0) known.node = node;
		else this.#jobs.set(node.id, {
			node,
			startMs: null,
			durationMs: null,
			conclusion: null,
			outputs: {},
			steps: [],
			annotations: []
		});
	}
	#job(id) {
		const known = this.#jobs.get(id);
		if (known !== void 0) return known;
		this.#addJob({
			id,
			name: id,
			needs: [],
			isCall: false
		});
		return this.#job(id);
	}
	#step(jobId, number, event) {
		const job = this.#job(jobId);
		const known = job.steps.find((step) => step.number === number);
		if (known !== void 0) return known;
		const step = {
			number,
			name: event.name ?? `step ${number}`,
			startMs: event.atMs,
			durationMs: null,
			summary: "",
			outcome: null,
			conclusion: null,
			lines: [],
			droppedLines: 0
		};
		job.steps.push(step);
		return step;
	}
	#finishStep(event) {
		const started = {
			atMs: Math.max(0, event.atMs - event.durationMs),
			name: event.name
		};
		const { outcome, conclusion, summary, durationMs, name } = event;
		Object.assign(this.#step(event.jobId, event.step, started), {
			outcome,
			conclusion,
			summary,
			durationMs,
			name
		});
	}
};
function keepLine(step, event) {
	const text = event.text.length > LINE_LENGTH ? `${event.text.slice(0, LINE_LENGTH)}…` : event.text;
	step.lines.push({
		text,
		style: event.style
	});
	if (step.lines.length < 1950) return;
	const surplus = step.lines.length - FIRST_LINES - LAST_LINES;
	step.lines.splice(FIRST_LINES, surplus);
	step.droppedLines += surplus;
}

// src/local/view/log-tail.ts
/** What the runner prints where commands are switched off and on; the token is masked. */
const STOP_TOKEN = /^::(stop-commands::)?\*\*\*(::)?$/;
function isWorth(line) {
	return !line.style.startsWith("fold-") && line.style !== "debug" && !STOP_TOKEN.test(line.text.trim());
}
/**
* @param lines of a step's log
* @param count most lines
* @returns the last lines that say something, without marks of groups
*/
function lastLines(lines, count) {
	const worth = lines.filter(isWorth);
	const end = worth.findLastIndex((line) => line.text.trim() !== "");
	return worth.slice(Math.max(0, end + 1 - count), end + 1);
}
/** Lines that are in no group; a group that is not closed holds the rest. */
function unfolded(lines) {
	let isFolded = false;
	return lines.filter((line) => {
		if (line.style === "fold-begin") isFolded = true;
		if (line.style === "fold-end") isFolded = false;
		return !isFolded;
	});
}
/**
* The end of a failed step's log as a person wants it: without groups, which hold what went well, and without the
* annotations, which are shown by themselves. What would leave nothing is not left out.
*
* @param job the job
* @param step a step of it
* @param count most lines
* @returns the last lines
*/
function tellingLines(job, step, count) {
	const said = new Set(job.annotations.filter((entry) => entry.step === step.number).flatMap(({ annotation }) => annotation.message.split(/\r?\n/).map((line) => line.trim())));
	const isAnnotation = (line) => said.has(line.text.trim()) && line.text.trim() !== "";
	const open = unfolded(step.lines);
	return [
		open.filter((line) => !isAnnotation(line)),
		open,
		step.lines
	].map((lines) => lastLines(lines, count)).find((lines) => lines.length > 0) ?? [];
}

// src/local/view/frame.ts
/** Durations stand at most this far right. */
const MOST_COLUMNS$1 = 100;
function spinner({ nowMs, styles }) {
	return styles.cyan(spinnerAt(nowMs));
}
function row$1(left, ms, options) {
	const width = Math.min(options.columns - 1, MOST_COLUMNS$1);
	if (ms === null) return truncate(left, width);
	const time = formatDuration(ms);
	return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`;
}
function stateOf(tree) {
	if (tree.job.conclusion !== null) return "ended";
	return tree.job.startMs !== null || tree.children.some((child) => stateOf(child) !== "waiting") ? "running" : "waiting";
}
function elapsed(tree, nowMs) {
	if (tree.job.conclusion !== null) return tree.job.conclusion === "skipped" ? null : spanOf(tree)?.durationMs ?? null;
	const starts = [tree.job.startMs, ...tree.children.map((child) => child.job.startMs)].filter((ms) => ms !== null);
	return starts.length === 0 ? null : Math.max(0, nowMs - Math.min(...starts));
}
function runningLines(job, left, indent, options) {
	const { styles } = options;
	const step = job.steps.findLast((one) => one.conclusion === null);
	const name = step === void 0 ? "" : `${styles.dim(" › ")}${oneLine(step.name, 80)}`;
	const last = step === void 0 ? void 0 : lastLines(step.lines, 1)[0];
	return [row$1(left + name, elapsed({
		job,
		children: []
	}, options.nowMs), options), row$1(`${indent}  ${styles.dim(`│ ${oneLine(last?.text ?? "", 300)}`)}`, null, options)];
}
function entriesOf(tree, depth, parent, options) {
	const { styles } = options;
	const { job } = tree;
	const state = stateOf(tree);
	const indent = "  ".repeat(depth + 1);
	const name = nameOf(job, parent);
	const below = tree.children.flatMap((child) => entriesOf(child, depth + 1, job, options));
	if (state === "waiting") {
		const needs = job.node.needs.length === 0 ? "waits" : `waits for ${job.node.needs.map((id) => shortName(id)).join(", ")}`;
		return [{
			state,
			lines: [row$1(`${indent}${markOf(null, styles)} ${styles.dim(`${name}  ${needs}`)}`, null, options)]
		}];
	}
	if (state === "ended") {
		const word = job.conclusion === "skipped" ? styles.dim("  skipped") : "";
		return [{
			state,
			lines: [row$1(`${indent}${markOf(job.conclusion, styles)} ${name}${word}`, elapsed(tree, options.nowMs), options)]
		}, ...below];
	}
	const left = `${indent}${spinner(options)} ${name}`;
	if (tree.children.length > 0 || job.node.isCall) return [{
		state,
		lines: [row$1(left, elapsed(tree, options.nowMs), options)]
	}, ...below];
	return [{
		state,
		lines: runningLines(job, left, indent, options)
	}];
}
/** The last part of a job's id inside a called workflow. */
function shortName(id) {
	return oneLine(id.split("/").at(-1) ?? id, 40).trim();
}
/** Leaves out what can be missed until the rest fits: ended jobs first, then waiting ones. */
function fitRows(entries, room, styles) {
	const shown = [...entries];
	const left = {
		ended: 0,
		waiting: 0
	};
	const height = () => shown.reduce((sum, entry) => sum + entry.lines.length, 0) + (left.ended > 0 ? 1 : 0) + (left.waiting > 0 ? 1 : 0);
	for (const state of ["ended", "waiting"]) while (height() > room) {
		const index = state === "ended" ? shown.findIndex((entry) => entry.state === state) : shown.findLastIndex((entry) => entry.state === state);
		if (index < 0) break;
		shown.splice(index, 1);
		left[state] += 1;
	}
	return [
		...left.ended > 0 ? [styles.dim(`  … ${countOf(left.ended, "more", "more")} ended`)] : [],
		...shown.flatMap((entry) => entry.lines),
		...left.waiting > 0 ? [styles.dim(`  … ${countOf(left.waiting, "more", "more")} waiting`)] : []
	].slice(0, Math.max(1, room));
}
/**
* One picture of a run that is going on: jobs as a tree, the current step of each with its last line.
*
* @param record the run as far as it is known
* @param options size and time
* @returns lines that fit the terminal
*/
function frameOf(record, options) {
	const { styles } = options;
	const title = `${spinner(options)} ${styles.bold(oneLine(record.title, 60))}  ${styles.dim(whereOf(record))}`;
	const entries = treeOf(record.jobs).flatMap((tree) => entriesOf(tree, 0, void 0, options));
	return [
		"",
		row$1(title, options.nowMs, options),
		...fitRows(entries, options.rows - 4, styles)
	];
}

// src/adapters/terminal/gantt.ts
const LEAST_BAR_COLUMNS = 10;
const MOST_BAR_COLUMNS = 60;
const MOST_LABEL_COLUMNS = 24;
function paint(bar, styles) {
	switch (bar.tag) {
		case "crit": return styles.red;
		case "active": return styles.yellow;
		case "done": return styles.gray;
		case null: return styles.blue;
	}
}
/**
* @param sections groups of bars
* @param options width and colours
* @returns one line a bar: label, bar on a common scale, duration
*/
function renderGantt(sections, options) {
	const { styles, width } = options;
	const bars = sections.flatMap((section) => section.bars);
	const end = Math.max(1, ...bars.map((bar) => bar.startMs + bar.durationMs));
	const labels = Math.min(MOST_LABEL_COLUMNS, Math.max(...bars.map((bar) => stringWidth(bar.label)), 0));
	const room = Math.min(MOST_BAR_COLUMNS, Math.max(LEAST_BAR_COLUMNS, width - labels - 16));
	const line = (bar) => {
		const from = Math.min(room - 1, Math.floor(bar.startMs / end * room));
		const length = Math.max(1, Math.min(room - from, Math.round(bar.durationMs / end * room)));
		const drawn = " ".repeat(from) + paint(bar, styles)("█".repeat(length));
		return `${pad(truncate(bar.label, labels), labels)}  ${pad(drawn, room)}  ${formatDuration(bar.durationMs)}`;
	};
	return sections.flatMap((section) => [...sections.length > 1 ? [styles.dim(section.title)] : [], ...section.bars.map(line)]).join("\n");
}

// src/adapters/terminal/markdown.ts
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " "
};
/** The character references that our own pages and most others use (CommonMark 0.31, section 2.5). */
function decode(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name) => {
		if (name !== void 0) return NAMED[name] ?? whole;
		const point = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
		return point > 0 && point <= 1114111 ? plainText(String.fromCodePoint(point)) : "�";
	});
}
/** Emoji are two columns wide in some terminals and one in others; a mark is one everywhere. */
function withMarks(text, { marks }) {
	return text.replaceAll("✅", marks.pass).replaceAll("❌", marks.fail).replaceAll(/⚠\ufe0f?/g, marks.warn).replaceAll(/⏹\ufe0f?/g, marks.cancel).replaceAll("⚪", marks.skip).replaceAll("​", "");
}
function stripTags(html) {
	return html.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(/<!--[\s\S]*?-->/g, "").replaceAll(/<\/?[a-zA-Z][^>]*>/g, "");
}
/** No extension is installed, so every token is one of marked's own. */
function known(token) {
	return token;
}
var Renderer = class {
	#options;
	constructor(options) {
		this.#options = options;
	}
	inline(tokens) {
		const { styles } = this.#options;
		return (tokens ?? []).map((token) => this.#inlineToken(known(token), styles)).join("");
	}
	#inlineToken(token, styles) {
		switch (token.type) {
			case "strong": return styles.bold(this.inline(token.tokens));
			case "em": return styles.italic(this.inline(token.tokens));
			case "codespan": return styles.cyan(plainText(token.text));
			case "link": return styles.underline(this.inline(token.tokens));
			case "br": return "\n";
			case "html": return decode(stripTags(token.text));
			case "image":
			case "escape": return plainText(token.text);
			case "text": return token.tokens === void 0 ? withMarks(decode(token.raw), styles) : this.inline(token.tokens);
			default: return "tokens" in token ? this.inline(token.tokens) : "";
		}
	}
	blocks(tokens, width) {
		const parts = [];
		for (let index = 0; index < tokens.length; index += 1) {
			const next = tokens[index];
			if (next === void 0) continue;
			const token = known(next);
			const opening = token.type === "html" ? /<details(\s+open\b[^>]*)?[^>]*>/i.exec(token.text) : null;
			if (opening === null || token.type !== "html") {
				const text = this.#block(token, width);
				if (text !== "") parts.push(text);
				continue;
			}
			const end = endOfDetails(tokens, index);
			parts.push(this.#details(token.text, opening[1] !== void 0, tokens.slice(index + 1, end), width));
			index = end;
		}
		return parts;
	}
	#details(html, isOpen, inner, width) {
		const { styles } = this.#options;
		const title = withMarks(decode(stripTags(/<summary>([\s\S]*?)<\/summary>/i.exec(html)?.[1] ?? "Details")).trim(), styles);
		const head = (text) => indent(wrap(text, width - 2), "  ").trimStart();
		if (!isOpen) return `${styles.dim("▸")} ${head(title)}`;
		const body = this.blocks(inner, width - 2).join("\n\n");
		return `${styles.dim("▾")} ${head(styles.bold(title))}\n\n${indent(body, "  ")}`;
	}
	#block(token, width) {
		const { styles } = this.#options;
		switch (token.type) {
			case "heading": {
				const title = styles.bold(this.inline(token.tokens));
				return wrap(token.depth <= 2 ? styles.underline(title) : title, width);
			}
			case "paragraph":
			case "text": return wrap(this.inline("tokens" in token ? token.tokens : [token]), width);
			case "list": return token.items.map((item, index) => this.#item(item, token.ordered ? `${index + 1}.` : "•", width)).join("\n");
			case "table": return this.#table(token, width);
			case "code": {
				const chart = token.lang === "mermaid" ? parseGantt(token.text) : void 0;
				const drawn = chart === void 0 ? void 0 : renderGantt(chart, {
					width,
					styles
				});
				if (drawn !== void 0) return drawn;
				return token.lang === "sh" ? indent(styles.cyan(token.text), "  ") : indent(token.text, `${styles.dim("│")} `);
			}
			case "blockquote": return this.#quote(token, width);
			case "hr": return styles.dim("─".repeat(Math.min(width, 40)));
			case "html": return wrap(decode(stripTags(token.text)).trim(), width);
			default: return "";
		}
	}
	#item(item, bullet, width) {
		return `${bullet} ${indent(this.blocks(item.tokens, width - bullet.length - 1).join("\n"), " ".repeat(bullet.length + 1)).trimStart()}`;
	}
	#table(token, width) {
		const cells = (row) => row.map((cell) => this.inline(cell.tokens).replaceAll("\n", " "));
		return renderTable(token.rows.map(cells), {
			head: cells(token.header),
			right: token.align.flatMap((align, column) => align === "right" ? [column] : []),
			width,
			overflow: "wrap",
			styleHead: this.#options.styles.dim
		});
	}
	#quote(token, width) {
		const { styles } = this.#options;
		const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/.exec(token.text);
		const text = alert === null ? token.tokens : x.lexer(token.text.slice(alert[0].length));
		const body = this.blocks(text, width - 2).join("\n\n");
		const isLoud = alert?.[1] === "WARNING" || alert?.[1] === "CAUTION";
		const mark = alert === null ? styles.dim("│") : isLoud ? styles.marks.warn : styles.marks.info;
		return alert === null ? indent(body, `${mark} `) : `${mark} ${indent(body, "  ").trimStart()}`;
	}
};
function indent(text, prefix) {
	return text.split("\n").map((line) => (prefix + line).trimEnd()).join("\n");
}
/** The token that closes the `<details>` at `start`, nested ones skipped; the last token when nothing closes it. */
function endOfDetails(tokens, start) {
	let depth = 0;
	for (let index = start; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token?.type !== "html") continue;
		depth += (token.raw.match(/<details[\s>]/gi) ?? []).length - (token.raw.match(/<\/details>/gi) ?? []).length;
		if (depth <= 0) return index;
	}
	return tokens.length;
}
/**
* GitHub-flavoured Markdown as text for a terminal: headings, tables aligned, details (closed ones folded to their
* title), lists, code, alerts. HTML tags are dropped, their text stays.
*
* @param markdown foreign Markdown
* @param options width and colours
* @returns lines joined by `\n`, without a line feed at the end; holds no control sequence but our colours
*/
function renderMarkdown(markdown, options) {
	const tokens = x.lexer(plainText(markdown), { gfm: true });
	return new Renderer(options).blocks(tokens, options.width).join("\n\n");
}

// src/local/view/report.ts
const MOST_COLUMNS = 100;
const FAILURE_LINES = 20;
const CANCELLED_LINES = 5;
const MOST_ANNOTATIONS = 30;
function widthOf(options) {
	return Math.min(options.columns - 1, MOST_COLUMNS);
}
function row(left, ms, options) {
	const width = widthOf(options);
	const time = ms === null ? "" : formatDuration(ms);
	return `${pad(truncate(left, width - time.length - 2), width - time.length)}${options.styles.dim(time)}`.trimEnd();
}
/** Steps of a job that went well are worth a word from this share of its time on. */
const WORTH_SHARE = .1;
function mainSteps(job) {
	const least = Math.max(1, (job.durationMs ?? 0) * WORTH_SHARE);
	return job.steps.filter((step) => (step.durationMs ?? 0) >= least).map((step) => `${oneLine(step.name, 40)} ${formatDuration(step.durationMs ?? 0)}`).join(", ");
}
function stepLines(job, indent, options) {
	const { styles } = options;
	return job.steps.map((step) => {
		const isSkipped = step.conclusion === "skipped";
		const title = isSkipped ? styles.dim(oneLine(step.name, 100)) : oneLine(step.name, 100);
		return row(`${indent}  ${stepMark(step, styles)} ${title}`, isSkipped ? null : step.durationMs, options);
	});
}
function treeLines(tree, depth, parent, options) {
	const { styles } = options;
	const { job } = tree;
	const indent = "  ".repeat(depth);
	const wentWell = job.conclusion === "success" && job.steps.every((step) => step.outcome !== "failure");
	const remark = job.conclusion === "success" ? wentWell ? mainSteps(job) : "" : wordOf(job.conclusion);
	const name = job.conclusion === "skipped" || job.conclusion === null ? styles.dim(nameOf(job, parent)) : styles.bold(nameOf(job, parent));
	const span = job.conclusion === "skipped" ? void 0 : spanOf(tree);
	return [
		row(`${indent}${markOf(job.conclusion, styles)} ${name}${remark === "" ? "" : styles.dim(`  ${remark}`)}`, span?.durationMs ?? null, options),
		...wentWell ? [] : stepLines(job, indent, options),
		...tree.children.flatMap((child) => treeLines(child, depth + 1, job, options))
	];
}
function logLine(line, options) {
	const { styles } = options;
	const text = plainText(line.text).replaceAll("\n", " ").replaceAll("	", "    ");
	const paint = {
		error: styles.red,
		warning: styles.yellow,
		command: styles.blue
	};
	const shown = line.style === "error" || line.style === "warning" || line.style === "command" ? paint[line.style](text) : text;
	return `  ${styles.dim("│")} ${shown}`;
}
function stepTail(job, step, count, options) {
	const { styles } = options;
	const tail = tellingLines(job, step, count);
	const time = step.durationMs === null ? "" : styles.dim(` · ${formatDuration(step.durationMs)}`);
	return [
		`${stepMark(step, styles)} ${styles.bold(`${nameOf(job)} › ${oneLine(step.name, 80)}`)}${time}`,
		...tail.map((line) => logLine(line, options)),
		""
	];
}
function failureLines(record, options) {
	return record.jobs.flatMap((job) => {
		const failed = job.steps.filter((step) => step.outcome === "failure");
		const stopped = job.steps.filter((step) => step.conclusion === "cancelled" && step.lines.length > 0);
		return [...failed.flatMap((step) => stepTail(job, step, FAILURE_LINES, options)), ...stopped.flatMap((step) => stepTail(job, step, CANCELLED_LINES, options))];
	});
}
function placeOf(annotation) {
	if (annotation.file === void 0) return "";
	const line = annotation.line === void 0 ? "" : `:${annotation.line}`;
	const column = annotation.line === void 0 || annotation.column === void 0 ? "" : `:${annotation.column}`;
	return `${oneLine(annotation.file, 200)}${line}${column}`;
}
/** Lines of at most `width`, each as far in as the first. */
function wrapIndented(line, width) {
	const indent = /^ */.exec(line)?.[0].slice(0, 20) ?? "";
	return wrap(line, width - indent.length).split("\n").map((part) => `${indent}${part}`);
}
/** Most lines of one annotation: what gave up says each way that it tried. */
const ANNOTATION_LINES = 16;
/** Place, title and message; a message of many lines stands below its title, with its own indentation. */
function annotationText(annotation, { styles }) {
	const place = placeOf(annotation);
	const title = annotation.title === void 0 ? "" : oneLine(annotation.title, 80);
	const message = plainText(annotation.message.slice(0, 8e3));
	const lines = message.split("\n").filter((line) => line.trim() !== "");
	const head = place === "" ? "" : `${styles.underline(place)}  `;
	if (lines.length > 1) {
		const shown = lines.slice(0, ANNOTATION_LINES);
		const rest = lines.length - shown.length;
		return [
			`${head}${title}`,
			...shown,
			...rest > 0 ? [`… ${countOf(rest, "more line")} in the log`] : []
		].filter((line) => line !== "");
	}
	const own = oneLine(message, 500);
	const text = place !== "" && own.startsWith(`${place} `) ? own.slice(place.length + 1) : own;
	return [`${head}${title === "" ? "" : `${title}: `}${text}`];
}
function annotationLines(record, options) {
	const { styles } = options;
	const all = record.jobs.flatMap((job) => job.annotations.map(({ annotation }) => annotation));
	const unique = [...new Map(all.map((one) => [JSON.stringify([
		one.level,
		placeOf(one),
		one.message
	]), one])).values()];
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	const marks = {
		error: styles.marks.fail,
		warning: styles.marks.warn,
		notice: styles.marks.info
	};
	const sorted = unique.sort((a, b) => rank[a.level] - rank[b.level]);
	const lines = sorted.slice(0, MOST_ANNOTATIONS).flatMap((annotation) => {
		return annotationText(annotation, options).flatMap((line) => wrapIndented(line, widthOf(options) - 2)).map((line, index) => index === 0 ? `${marks[annotation.level]} ${line}` : `  ${line}`);
	});
	const more = sorted.length - MOST_ANNOTATIONS;
	if (more > 0) lines.push(styles.dim(`  … ${countOf(more, "more annotation")}`));
	return lines;
}
function summaryLines(record, options) {
	const { styles } = options;
	const pages = record.jobs.flatMap((job) => job.steps.filter((step) => step.summary.trim() !== "").map((step) => ({
		job,
		step
	})));
	return pages.flatMap(({ job, step }) => [
		...pages.length > 1 ? [styles.dim(`from ${nameOf(job)} › ${oneLine(step.name, 80)}`), ""] : [],
		renderMarkdown(step.summary, {
			width: widthOf(options),
			styles
		}),
		""
	]);
}
function fileLines(files) {
	const rows = files.map((file) => [
		file.label,
		join(file.path),
		file.bytes === null ? "" : formatBytes(file.bytes)
	]);
	return rows.length === 0 ? [] : renderTable(rows, {
		indent: 2,
		right: [2]
	}).split("\n");
}
function section(title, lines, options) {
	if (lines.length === 0) return [];
	const trimmed = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
	const rule = "─".repeat(Math.max(2, widthOf(options) - title.length - 4));
	return [
		options.styles.dim(`── ${title} ${rule}`),
		"",
		...trimmed,
		""
	];
}
/**
* @param record a run that has ended
* @param options colours and files
* @returns the last line: what the run came to and how long it took
*/
function closingLine(record, { styles }) {
	const time = record.durationMs === null ? "" : ` in ${formatDuration(record.durationMs)}`;
	const exit = record.exitCode === null || record.exitCode === 0 ? "" : styles.dim(`  (exit code ${record.exitCode})`);
	const word = `${oneLine(record.title, 60)} ${wordOf(record.conclusion)}${time}`;
	return `${markOf(record.conclusion, styles)} ${styles.bold(word)}${exit}`;
}
/**
* What is said when a run has ended: the tree with durations, what failed with its last lines, annotations, the summary
* pages, the files, and the verdict last, where the eye is.
*
* @param record the run
* @param options colours, size and files
* @returns lines
*/
function reportOf(record, options) {
	const tree = treeOf(record.jobs).flatMap((one) => treeLines(one, 0, void 0, options));
	return [
		"",
		`${options.styles.bold(oneLine(record.title, 60))}  ${options.styles.dim(whereOf(record))}`,
		"",
		...tree,
		"",
		...section("what did not pass", failureLines(record, options), options),
		...section("annotations", annotationLines(record, options), options),
		...section("summary", summaryLines(record, options), options),
		...section("files", fileLines(options.files), options),
		closingLine(record, options)
	];
}

// src/local/view/terminal.ts
const TICK_MS = 100;
const PLAIN_COLUMNS = 100;
function everyUnreferenced(ms, callback) {
	const timer = setInterval(callback, ms).unref();
	return () => clearInterval(timer);
}
function noteLine(note, paint) {
	return `${{
		info: paint.marks.info,
		warning: paint.marks.warn,
		error: paint.marks.fail
	}[note.level]} ${oneLine(note.message, 2e3)}`;
}
var TerminalView = class {
	#output;
	#options;
	#styles;
	#recorder = new RunRecorder();
	#clock;
	#region;
	#stop = () => void 0;
	#startedAt = 0;
	constructor(output, options) {
		this.#output = output;
		this.#options = options;
		this.#styles = styles(output, options.env);
		this.#clock = options.clock ?? systemClock;
	}
	listen = (event) => {
		this.#recorder.listen(event);
		if (event.kind === "run-started") this.#start(event.atMs);
		if (event.kind === "note") this.#say([noteLine(event, this.#styles)]);
		else if (this.#region === void 0) this.#say(this.#change(event));
		if (event.kind === "run-finished") this.#finish();
	};
	#start(atMs) {
		this.#startedAt = this.#clock.monotonicMs() - atMs;
		if (!isLive(this.#output, this.#options.env)) return;
		this.#region = liveRegion(this.#output, () => this.#draw());
		this.#stop = (this.#options.every ?? everyUnreferenced)(TICK_MS, () => this.#draw());
		this.#draw();
	}
	#draw() {
		if (this.#region === void 0) return;
		const nowMs = Math.max(0, this.#clock.monotonicMs() - this.#startedAt);
		this.#region.draw(frameOf(this.#recorder.record(), {
			styles: this.#styles,
			nowMs,
			...this.#region.size()
		}));
	}
	#finish() {
		this.#stop();
		const columns = this.#region?.size().columns ?? this.#output.columns ?? PLAIN_COLUMNS;
		this.#region?.end();
		this.#region = void 0;
		const files = this.#options.files?.() ?? [];
		this.#say(reportOf(this.#recorder.record(), {
			styles: this.#styles,
			columns,
			files
		}));
	}
	#say(lines) {
		if (lines.length === 0) return;
		if (this.#region === void 0) this.#output.write(`${this.#inert(lines.join("\n"))}\n`);
		else this.#region.above(lines);
	}
	/** Inside a GitHub job our output is read for workflow commands, and what it repeats is foreign. */
	#inert(text) {
		return this.#options.env["GITHUB_ACTIONS"] === "true" ? inert(text) : text;
	}
	/** One line for what changed, where there is no live tree. */
	#change(event) {
		if (event.kind === "line" || event.kind === "annotation") return [];
		const paint = this.#styles;
		const record = this.#recorder.record();
		if (event.kind === "run-started") return [`${paint.bold(oneLine(event.title, 60))}  ${paint.dim(whereOf(record))}`];
		const job = "jobId" in event ? record.jobs.find(({ node }) => node.id === event.jobId) : void 0;
		if (job === void 0) return [];
		const name = nameOf(job);
		switch (event.kind) {
			case "job-started": return [`${paint.dim("·")} ${paint.bold(name)} ${paint.dim("started")}`];
			case "job-finished": {
				const time = event.conclusion !== "skipped" && Math.round(event.durationMs) > 0 ? paint.dim(` after ${formatDuration(event.durationMs)}`) : "";
				return [`${markOf(event.conclusion, paint)} ${paint.bold(name)} ${wordOf(event.conclusion)}${time}`];
			}
			case "step-finished": {
				const step = job.steps.find((one) => one.number === event.step);
				if (step === void 0 || event.conclusion === "skipped") return [];
				const time = paint.dim(`  ${formatDuration(event.durationMs)}`);
				return [`${stepMark(step, paint)} ${paint.dim(`${name} ›`)} ${oneLine(step.name, 100)}${time}`];
			}
			default: return [];
		}
	}
};
/**
* Shows a run to people: in a terminal a live tree, elsewhere one line a change; at the end the report.
*
* @param output where to write; standard error in the command line
* @param options environment and what can be opened at the end
* @returns takes the events of one run; does not throw
*/
function makeTerminalView(output, options) {
	return new TerminalView(output, options).listen;
}

// src/local/git.ts
/** Fetching from a folder is what a local run does; nothing is said, and nothing is tidied up behind its back. */
const OPTIONS = [
	...["-c", "protocol.file.allow=always"],
	...["-c", "advice.detachedHead=false"],
	...["-c", "gc.auto=0"],
	...["-c", "maintenance.auto=false"],
	...["-c", "init.defaultRefFormat=files"]
];
const TIMEOUT_MS = 6e5;
/** Runs git in a folder, for what must not fail too. */
var Git = class extends SafeGit {
	/**
	* @param processes starts git
	* @param env environment; variables that redirect git are dropped
	*/
	constructor(processes, env) {
		super(processes, env, {
			timeoutMs: TIMEOUT_MS,
			options: OPTIONS
		});
	}
	/**
	* @param cwd where
	* @param args what; without secrets, as they are in the message of a failure
	* @throws TurnpikeError `GIT_FAILED` with what git said
	*/
	async must(cwd, ...args) {
		const { end, stdout, stderr } = await this.run(cwd, ...args);
		if (end.kind === "exited" && end.code === 0) return stdout;
		const said = stderr.trim().split("\n").slice(-3).join(" ");
		const why = end.kind === "not-started" ? end.message : said;
		throw new TurnpikeError("GIT_FAILED", "user", `git ${args[0] ?? ""} failed: ${why}`);
	}
};

export { makeTerminalView as n, RunRecorder as r, Git as t };