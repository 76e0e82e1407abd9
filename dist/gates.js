import { o as __toESM } from "./shared/rolldown-runtime.js";
import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as inert } from "./shared/inert.js";
import { t as stepSummary } from "./shared/page.js";
import { i as defineAction } from "./shared/parse.js";
import { a as list, n as count, r as flag, s as path } from "./shared/fields.js";
import { t as systemClock } from "./shared/clock.js";
import { t as definedVariables } from "./shared/environment2.js";
import { t as NodeFiles } from "./shared/files.js";
import { t as GitProgram } from "./shared/git2.js";
import { a as toneOf, c as listenForStop, i as idColumns, l as thisMachine, n as alignedLine, o as checkRepository, r as gateLine, s as showLog, t as PLAIN_MARKS } from "./shared/describe-gate.js";
import { t as NodeProcesses } from "./shared/processes.js";
import { t as systemRandom } from "./shared/random.js";
import { t as readPlan } from "./shared/read-plan.js";
import "./shared/contract.js";
import "./shared/gates.js";
import "./shared/summary.js";
import { n as TurnpikeError } from "./shared/errors.js";
import { t as require_picomatch } from "./shared/picomatch.js";
import { i as countOf, n as oneLine, o as formatDuration, r as plainText, t as cut } from "./shared/text.js";
import { n as verdictSentence, r as joinVerdict, t as renderPage } from "./shared/page2.js";
import { tmpdir } from "node:os";
import { isAbsolute, join, normalize } from "node:path/posix";

// src/core/gates/release.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* A release is a published release, or a pushed tag that matches. Everything else is a check.
*
* @param facts the event
* @param tags globs of tags that are releases
* @returns whether this run is a release
*/
function isRelease(facts, tags) {
	if (facts.eventName === "release") return facts.event["action"] === "published";
	if (facts.eventName !== "push" || facts.refType !== "tag" || tags.length === 0) return false;
	return facts.event["deleted"] !== true && import_picomatch.default.isMatch(facts.refName, [...tags], { dot: true });
}

// src/adapters/actions/foreign-output.ts
/**
* The log of a GitHub step. While foreign text is written, commands are stopped with a token that nobody can guess
* (actions/runner src/Runner.Worker/ActionCommandManager.cs, `stop-commands`); a fresh one each time, because the runner
* masks it in the log from then on. `##[` is shown by the log viewer as a fold even then, so it is taken apart.
*/
var ActionsForeignOutput = class {
	#sink;
	#random;
	/**
	* @param sink standard output
	* @param random makes the tokens
	*/
	constructor(sink, random) {
		this.#sink = sink;
		this.#random = random;
	}
	async show(title, lines, isFolded) {
		const token = Buffer.from(this.#random.bytes(24)).toString("hex");
		await this.#write(isFolded ? `::group::${inert(title).replaceAll(/\r?\n/g, " ")}\n` : `${inert(title)}\n`);
		await this.#write(`::stop-commands::${token}\n`);
		let held = "";
		for await (const piece of lines) {
			const text = held + piece;
			const tail = /#{1,2}$/.exec(text)?.[0] ?? "";
			held = tail;
			await this.#write(harmless(text.slice(0, text.length - tail.length)));
		}
		await this.#write(`${held}\n::${token}::\n${isFolded ? "::endgroup::\n" : ""}`);
	}
	#write(text) {
		return new Promise((resolve) => {
			this.#sink.write(text, resolve);
		});
	}
};
/** A carriage return alone would let a line begin anew in some viewers. */
function harmless(text) {
	return text.replaceAll("##[", "##​[").replaceAll(/\r(?!\n)/g, "\n");
}

// src/actions/gates/contract.ts
/** `actions/gates`: all gates of the repository in parallel, one verdict. */
const gatesContract = defineAction({
	name: "gates",
	title: "Turnpike: gates",
	description: "Runs the gates that the repository declares in parallel and gives one verdict, one page and annotations.",
	inputs: {
		config: path("The configuration file; it may be absent.", { default: "turnpike.yml" }),
		"working-directory": path("The repository's root.", { default: "." }),
		only: list("Gates to run, by id. Empty: all."),
		jobs: count("How many cores to use. Empty: what the machine has."),
		"fail-fast": flag("Stop at the first required gate that fails.", { default: "false" }),
		"require-gates": flag("Fail when there is nothing to check.", { default: "false" }),
		"release-tags": list("Tags that are releases, as globs.", { default: "v*" }),
		summary: flag("Write the page into this job's summary.", { default: "true" }),
		"output-directory": path("Where verdict.json, details.json, reports and logs go.", { default: ".turnpike" })
	},
	outputs: {
		verdict: { description: "passed, failed, error, cancelled or nothing-to-check." },
		"exit-code": { description: "The exit code that the verdict stands for." },
		"verdict-file": { description: "Path of verdict.json." },
		"verdict-digest": { description: "SHA-256 of verdict.json." },
		"details-file": { description: "Path of details.json, which the page is made from." },
		release: { description: "true when this run is a release." },
		failed: { description: "Ids of the gates that block, one a line." }
	},
	permissions: { contents: {
		level: "read",
		why: "read the repository",
		optional: false
	} },
	onServiceError: "fail",
	branding: {
		icon: "check-circle",
		color: "purple"
	}
});

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
/**
* @param log the step's log
* @param ids ids of the gates that run
* @returns a listener that says in one line what starts to be known
*/
function progressTo(log, ids) {
	const columns = idColumns(ids);
	return (event) => {
		switch (event.kind) {
			case "setup-started":
				log.info(`Installing what is missing: ${event.command}`);
				return;
			case "setup-finished":
				if (event.problem !== void 0) log.info(`It did not work: ${event.problem}`);
				return;
			case "finished":
				log.info(`${PLAIN_MARKS[toneOf(event.run)]} ${alignedLine(event.run, columns)}`);
				return;
			case "silent":
				for (const { id, forMs, line } of event.running) log.info(`… ${id} has run for ${formatDuration(forMs)}${line === "" ? "" : `; it last said: ${line}`}`);
				return;
			case "started":
			case "line": return;
		}
	};
}
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
function annotate(checked, log, prefix) {
	const rank = {
		bad: 0,
		odd: 1,
		good: 2,
		idle: 3
	};
	const findings = [...checked.execution.gates].sort((a, b) => rank[toneOf(finished(a))] - rank[toneOf(finished(b))]).flatMap(({ gate, judgement }) => judgement.findings.map((finding) => ({
		gate: gate.id,
		finding: gate.required || finding.severity !== "error" ? finding : {
			...finding,
			severity: "warning"
		}
	})));
	const plan = rankAnnotations(findings);
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
	annotate(checked, ports.log, ports.prefix);
	annotateSilentGates(checked, ports.log);
	if (checked.run.verdict === "nothing-to-check") ports.log.warning("Nothing to check: no gate was found in this repository. Declare one in turnpike.yml.", { title: "Turnpike" });
}

// src/actions/gates/run.ts
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
function pageOf(checked, requireGates, context) {
	const { verdict, details } = checked;
	return {
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
}
/** Below the workspace; a path that leads elsewhere is refused, because the folder's old results are removed. */
function placeOf(workspace, input) {
	const path = normalize(isAbsolute(input.value) ? input.value : join(workspace, input.value)).replace(/(?<=.)\/$/, "");
	if (path === workspace || path.startsWith(`${workspace}/`)) return path;
	const message = `"${input.value}" leads out of the checkout; name a folder inside it`;
	throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", { problems: [{
		where: input.name,
		message
	}] });
}
/**
* Runs all gates of the repository and gives one verdict.
*
* @param inputs the action's inputs
* @param ports the world
* @returns outputs and exit code; a verdict that fails is a result, not an error
* @throws TurnpikeError `INPUT_INVALID`, `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE`, `PLAN_CYCLE`, `FILE_UNWRITABLE`
*/
async function runGates(inputs, ports) {
	const { context, log } = ports;
	const workspace = context.workspace.replace(/(?<=.)\/$/, "");
	const root = placeOf(workspace, {
		name: "working-directory",
		value: inputs.workingDirectory
	});
	const outputDirectory = placeOf(workspace, {
		name: "output-directory",
		value: inputs.outputDirectory
	});
	const release = isRelease(context, inputs.releaseTags);
	const plan = await ports.readPlan(root, inputs.config);
	for (const note of plan.notes) log.info(`${note.file}${note.line === null ? "" : `:${note.line}`}  ${note.message}`);
	const checked = await checkRepository({
		root,
		plan,
		outputDirectory,
		release,
		only: inputs.only,
		jobs: inputs.jobs,
		failFast: inputs.failFast,
		requireGates: inputs.requireGates,
		historyFile: join(outputDirectory, "history.json"),
		temp: context.temp,
		secrets: []
	}, ports, {
		listener: progressTo(log, plan.gates.map((gate) => gate.id)),
		stop: ports.stop
	});
	const prefix = root === workspace ? "" : `${root.slice(workspace.length + 1)}/`;
	await showRun(checked, {
		...ports,
		prefix
	});
	const page = pageOf(checked, inputs.requireGates, context);
	if (inputs.summary) await ports.page.append(renderPage(page));
	const sentence = verdictSentence(page);
	const { verdict, exitCode, blocking } = checked.run;
	if (exitCode === 0) log.info(`Verdict: ${sentence}.`);
	return {
		outputs: {
			verdict,
			exitCode: String(exitCode),
			verdictFile: checked.verdictFile,
			verdictDigest: checked.verdictDigest,
			detailsFile: checked.detailsFile,
			release: String(release),
			failed: blocking.join("\n")
		},
		exitCode,
		...exitCode === 0 ? {} : { failure: `${sentence}.` }
	};
}

// src/actions/gates/main.ts
const stop = listenForStop();
const env = definedVariables(process.env);
const context = readRunContext(process.env);
const processes = new NodeProcesses();
await runAction(gatesContract, (inputs) => runGates(inputs, {
	processes,
	env,
	stop,
	log: actionsLog,
	clock: systemClock,
	random: systemRandom,
	machine: thisMachine,
	context: {
		...context,
		temp: context.temp === "" ? tmpdir() : context.temp
	},
	files: new NodeFiles(context.workspace),
	git: new GitProgram(processes, env),
	page: stepSummary(process.env),
	output: new ActionsForeignOutput(process.stdout, systemRandom),
	readPlan: (root, config) => readPlan(root, { config })
}));

export {  };