import { n as ActionsArtifacts, t as keepArtifact } from "./shared/keep-artifact.js";
import { t as inert } from "./shared/inert.js";
import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as stepSummary } from "./shared/page2.js";
import { t as systemClock } from "./shared/clock.js";
import { t as definedVariables } from "./shared/environment2.js";
import { t as NodeFiles } from "./shared/files2.js";
import { t as GitProgram } from "./shared/git2.js";
import { n as listenForStop, r as thisMachine, t as readCommitFacts } from "./shared/commit-facts.js";
import { t as NodeProcesses } from "./shared/processes.js";
import { t as systemRandom } from "./shared/random.js";
import { t as readPlan } from "./shared/read-plan.js";
import { a as json, c as path, i as flag, n as count, o as list, r as duration, u as text } from "./shared/fields.js";
import { a as defineAction } from "./shared/parse.js";
import { t as isRelease } from "./shared/release.js";
import { r as formatDuration } from "./shared/format.js";
import { n as TurnpikeError } from "./shared/errors.js";
import { i as situationOnGitHub, t as checkRepository } from "./shared/check-repository.js";
import { n as originOf } from "./shared/origin.js";
import { a as toneOf, i as idColumns, n as alignedLine, t as PLAIN_MARKS } from "./shared/describe-gate.js";
import { tmpdir } from "node:os";
import { isAbsolute, join, normalize } from "node:path/posix";

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
		"output-directory": path("Where verdict.json, details.json, reports and logs go.", { default: ".turnpike" }),
		"plan-runners": count("Only plan: into how many runners the gates may be spread when they outgrow one. Nothing is run; the output `shares` says who runs what."),
		"fan-out-above": duration("How long one runner may be expected to take before gates are spread. Empty: half of the budget."),
		share: json("Run this share alone: one entry of the output `shares` of the job that planned."),
		shares: json("Join the results of these shares instead of running gates: the output `shares` of the job that planned."),
		"shares-directory": path("Where the artifacts of the shares lie, each in a folder `turnpike-share-<n>`.", { default: ".turnpike/shares-in" }),
		artifact: text("Keep what this step wrote as an artifact of this name. Empty: nothing is kept.")
	},
	outputs: {
		verdict: { description: "passed, failed, error, cancelled or nothing-to-check." },
		"exit-code": { description: "The exit code that the verdict stands for." },
		"verdict-file": { description: "Path of verdict.json." },
		"verdict-digest": { description: "SHA-256 of verdict.json." },
		"details-file": { description: "Path of details.json, which the page is made from." },
		release: { description: "true when this run is a release." },
		shares: { description: "With `plan-runners`: who runs what, as JSON for a matrix; empty when one runner is enough." },
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

// src/actions/gates/show-progress.ts
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

// src/actions/gates/run.ts
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
/** How long gates took, below the output directory; what single tests did lies beside it. */
const HISTORY_FILE = "history/durations.json";
const NO_RESULT = {
	verdict: "",
	verdictFile: "",
	verdictDigest: "",
	detailsFile: "",
	failed: ""
};
/** Decides who runs what, and runs nothing. */
async function planShares(inputs, scene, ports) {
	const { shareOut } = await import("./shared/share-out.js");
	const { root, plan, release } = scene;
	const { shares, oneRunnerMs } = await shareOut({
		root,
		plan,
		only: inputs.only,
		aboveMs: inputs.fanOutAbove,
		maxRunners: inputs.planRunners ?? 1,
		historyFile: join(scene.outputDirectory, HISTORY_FILE)
	}, ports);
	const one = formatDuration(oneRunnerMs);
	if (shares.length === 0) ports.log.info(`One runner is enough: the gates should take ${one} there.`);
	else ports.log.info(`One runner would take ${one}; ${shares.length} share the gates:`);
	for (const share of shares) ports.log.info(`  ${share.index} of ${share.of}: ${share.name} (${formatDuration(share.expectedMs)})`);
	return {
		outputs: {
			...NO_RESULT,
			exitCode: "0",
			release: String(release),
			shares: shares.length === 0 ? "" : JSON.stringify(shares)
		},
		exitCode: 0
	};
}
/** Joins what the runners of a fan-out left, as if one had run all gates. */
async function joinShares(inputs, scene, ports) {
	const [{ mergeResults }, { readShares }, { pageOf }] = await Promise.all([
		import("./shared/merge-results.js"),
		import("./shared/share-out.js"),
		import("./shared/show-run.js")
	]);
	const { root, outputDirectory, release, facts, plan, workspace } = scene;
	const { requireGates, only } = inputs;
	const directory = placeOf(workspace, {
		name: "shares-directory",
		value: inputs.sharesDirectory
	});
	const shares = readShares(inputs.shares);
	const merged = await mergeResults({
		root,
		plan,
		facts,
		only,
		release,
		requireGates,
		outputDirectory,
		shares,
		directory
	}, ports);
	const page = pageOf(merged, {
		requireGates,
		context: ports.context
	});
	if (inputs.summary) await ports.page.append(page.markdown());
	ports.log.info(`Joined the results of ${shares.length} runners.`);
	return resultOf(merged, page.sentence, release, ports);
}
function resultOf(ended, sentence, release, { log }) {
	const { verdict, exitCode, blocking } = ended.run;
	if (exitCode === 0) log.info(`Verdict: ${sentence}.`);
	const { verdictFile, verdictDigest, detailsFile } = ended;
	return {
		outputs: {
			verdict,
			exitCode: String(exitCode),
			verdictFile,
			verdictDigest,
			detailsFile,
			release: String(release),
			shares: "",
			failed: blocking.join("\n")
		},
		exitCode,
		...exitCode === 0 ? {} : { failure: `${sentence}.` }
	};
}
async function runHere(inputs, scene, ports) {
	const { log, context } = ports;
	const { workspace, root, outputDirectory, release, facts, situation, plan } = scene;
	const { jobs, failFast, requireGates } = inputs;
	const only = inputs.share === void 0 ? inputs.only : [];
	const checked = await checkRepository({
		root,
		plan,
		facts,
		outputDirectory,
		release,
		only,
		jobs,
		failFast,
		requireGates,
		situation: () => situation,
		historyFile: join(outputDirectory, HISTORY_FILE),
		origin: originOf(context, scene.part),
		temp: context.temp,
		secrets: []
	}, ports, {
		listener: progressTo(log, plan.gates.map((gate) => gate.id)),
		stop: ports.stop
	});
	const { pageOf, showRun } = await import("./shared/show-run.js");
	const prefix = root === workspace ? "" : `${root.slice(workspace.length + 1)}/`;
	await showRun(checked, {
		...ports,
		prefix,
		situation: await situation
	});
	const page = pageOf(checked, {
		requireGates,
		context
	});
	if (inputs.summary) await ports.page.append(page.markdown());
	return resultOf(checked, page.sentence, release, ports);
}
/**
* Runs all gates of the repository and gives one verdict; or spreads them over runners, runs one share of them, or joins
* what the shares came to.
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
	const facts = readCommitFacts(root, ports.git);
	facts.catch(() => void 0);
	const situation = situationOnGitHub(root, {
		context,
		release
	}, ports);
	situation.catch(() => void 0);
	const plan = await ports.readPlan(root, inputs.config);
	for (const note of plan.notes) log.info(`${note.file}${note.line === null ? "" : `:${note.line}`}  ${note.message}`);
	const scene = {
		workspace,
		root,
		outputDirectory,
		release,
		facts,
		situation,
		plan
	};
	if (inputs.planRunners !== void 0) return planShares(inputs, scene, ports);
	if (inputs.shares !== void 0) return joinShares(inputs, scene, ports);
	if (inputs.share === void 0) return runHere(inputs, scene, ports);
	const { planOfShare, readShare } = await import("./shared/share-out.js");
	const share = readShare(inputs.share);
	const ofShare = await planOfShare(plan, share, {
		root,
		only: inputs.only
	}, ports);
	return runHere(inputs, {
		...scene,
		plan: ofShare,
		part: share.index
	}, ports);
}

// src/actions/gates/main.ts
const stop = listenForStop();
const env = definedVariables(process.env);
const context = readRunContext(process.env);
const processes = new NodeProcesses();
const files = new NodeFiles(context.workspace);
await runAction(gatesContract, async (inputs) => {
	const result = await runGates(inputs, {
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
		files,
		git: new GitProgram(processes, env),
		page: stepSummary(process.env),
		output: new ActionsForeignOutput(process.stdout, systemRandom),
		readPlan: (root, config) => readPlan(root, { config })
	});
	const artifacts = new ActionsArtifacts(process.env, actionsLog);
	await keepArtifact({
		artifacts,
		files,
		log: actionsLog
	}, {
		name: inputs.artifact,
		folder: inputs.outputDirectory
	});
	return result;
});

export {  };