import { t as ActionsArtifacts } from "./shared/artifacts.js";
import { t as inert } from "./shared/inert.js";
import { t as ActionsCache } from "./shared/cache.js";
import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as ActionsGitHub } from "./shared/github.js";
import { t as keepArtifact } from "./shared/keep-artifact.js";
import { t as stepSummary } from "./shared/page.js";
import { n as historyOfRun, t as HISTORY_LIMITS } from "./shared/of-run.js";
import { O as defineAction, _ as NodeFiles, c as NodeProcesses, r as asText, s as valueAt, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { Et as GitProgram, G as systemRandom, I as thisMachine, M as toolchainsOf, N as listenForStop, P as NodeResultGrounds, R as NodeEnvironmentStore, W as formatDuration, f as checkRepository, g as situationOnGitHub, ht as renderHistory, nt as decideResults, p as readCommitFacts, pt as parseHistory, rt as isForkEvent } from "./shared/first-gate.js";
import { t as readPlan } from "./shared/read-plan.js";
import { a as json, c as path, i as flag, l as secret, n as count, o as list, r as duration, t as choice, u as text } from "./shared/fields.js";
import { t as isRelease } from "./shared/release.js";
import { n as TurnpikeError } from "./shared/errors.js";
import { n as parseObservations, r as renderObservations, t as mergeObservations } from "./shared/observation.js";
import { s as OBSERVATIONS_FILE } from "./shared/last-gate.js";
import { S as renderRuns, b as mergeRuns, i as recordedRunOf, x as parseRuns } from "./shared/summary.js";
import { a as toneOf, i as idColumns, n as alignedLine, t as PLAIN_MARKS } from "./shared/describe-gate.js";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dirname as dirname$1, isAbsolute as isAbsolute$1, join as join$1, normalize, relative as relative$1 } from "node:path/posix";

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
		config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", { default: "turnpike.yml" }),
		"working-directory": path("The repository's root.", { default: "." }),
		only: list("Gates to run, by id. Empty: all."),
		jobs: count("How many cores to use. Empty: what the machine has."),
		"fail-fast": flag("Stop at the first required gate that fails.", { default: "false" }),
		"result-cache": flag("Do not run a gate again whose inputs passed before. On releases, and for code with rights over others', every gate runs.", { default: "true" }),
		"require-gates": flag("Fail when there is nothing to check.", { default: "false" }),
		"release-tags": list("Tags that are releases, as globs.", { default: "v*" }),
		summary: flag("Write the page into this job's summary.", { default: "true" }),
		"output-directory": path("Where verdict.json, details.json, reports and logs go.", { default: ".turnpike" }),
		"plan-runners": count("Only plan: into how many runners the gates may be spread when they outgrow one. Nothing is run; the output `shares` says who runs what."),
		"fan-out-above": duration("How long one runner may be expected to take before gates are spread. Empty: half of the budget."),
		share: json("Run this share alone: one entry of the output `shares` of the job that planned."),
		shares: json("Join the results of these shares instead of running gates: the output `shares` of the job that planned."),
		"shares-directory": path("Where the artifacts of the shares lie, each in a folder `turnpike-share-<n>`.", { default: ".turnpike/shares-in" }),
		history: choice("Where durations and tests of earlier runs are remembered. `auto`: the cache, else the artifact of the default branch's last run; `ref`: the ref `refs/turnpike/history` too.", [
			"auto",
			"ref",
			"off"
		], { default: "auto" }),
		"keep-history": flag("Keep the history for later runs; `false` where a later job of the run does.", { default: "true" }),
		"github-token": secret("For the history: the artifact (`actions: read`) and the ref (`contents: write`).", { default: "${{ github.token }}" }),
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
	permissions: {
		contents: {
			level: "read",
			why: "read the repository; `write` for `history: ref`",
			optional: false
		},
		actions: {
			level: "read",
			why: "read the history from the last run's artifact when the cache has none",
			optional: true
		}
	},
	onServiceError: "fail",
	branding: {
		icon: "check-circle",
		color: "purple"
	}
});

// src/actions/gates/history/join-histories.ts
/**
* Takes over what the runners of a fan-out remembered.
*
* @param folders absolute folder of each runner's results
* @param historyFile absolute path of the file of durations of the whole
* @param files where all of it lies
*/
async function joinHistories(folders, historyFile, files) {
	try {
		const read = async (path) => files.readText(path).catch(() => void 0);
		const observationsFile = join$1(dirname$1(historyFile), OBSERVATIONS_FILE);
		const durations = new Map(parseHistory(await read(historyFile)));
		let observations = parseObservations(await read(observationsFile));
		for (const folder of folders) {
			const fresh = parseObservations(await read(join$1(folder, OBSERVATIONS_FILE)));
			observations = mergeObservations(observations, fresh);
			for (const [id, entry] of parseHistory(await read(join$1(folder, "history/durations.json")))) if (entry.runs > (durations.get(id)?.runs ?? 0)) durations.set(id, entry);
		}
		await files.write(historyFile, renderHistory(durations));
		if (observations.length > 0) await files.write(observationsFile, renderObservations(observations));
	} catch {}
}

// src/actions/gates/history/origin.ts
/** GitHub's names of systems, as they are written elsewhere. */
const SYSTEMS = {
	Linux: "linux",
	macOS: "macos",
	Windows: "windows"
};
/**
* @param context of a workflow run
* @param part which runner of a fan-out it is, from 1; 0 for a run as a whole
* @returns where the run takes place
*/
function originOf(context, part = 0) {
	const { event, runnerOs } = context;
	return {
		...recordedRunOf(context),
		part,
		headSha: asText(valueAt(event, "pull_request", "head", "sha")) || null,
		os: SYSTEMS[runnerOs] ?? (runnerOs === "" ? "unknown" : runnerOs.toLowerCase())
	};
}

// src/actions/gates/history/past.ts
/** What runs came to, below the output directory. */
const RUNS_FILE = "history/runs.ndjson";
/**
* @param outputDirectory absolute path
* @param files where the history lies
* @returns earlier runs, the newest last; none when they cannot be read
*/
async function pastRuns(outputDirectory, files) {
	return parseRuns(await files.readText(join$1(outputDirectory, RUNS_FILE)).catch(() => void 0));
}
/**
* Keeps what the run came to for later pages, with the rest of the history. A fault is silent: it decides nothing.
*
* @param outputDirectory absolute path
* @param page what the page is made from
* @param ports the world
*/
async function rememberRun(outputDirectory, page, { files, context, history }) {
	try {
		const { recordedRunOf, recordOf } = await import("./shared/summary2.js");
		const record = recordOf(page, recordedRunOf(context));
		if (record !== void 0) await files.write(join$1(outputDirectory, RUNS_FILE), renderRuns(mergeRuns(page.past ?? [], [record])));
	} catch {}
	await history?.keep();
}

// src/actions/gates/results/shared-results.ts
/** Keys may hold no comma and 512 characters (docs.github.com, "Dependency caching reference"). */
function safe(part) {
	return part.replaceAll(/[^A-Za-z0-9._]+/g, "_").slice(0, 60);
}
function namesOf(context, part = 0) {
	const machine = `turnpike-results-1-${safe(context.runnerOs)}-${safe(context.runnerArch)}-`;
	const job = `${machine}${safe(context.job)}-`;
	return {
		key: `${job}${context.runId}-${context.runAttempt}-${part}`,
		prefixes: [job, machine]
	};
}
function decide(context, run) {
	const isFork = isForkEvent(context.event);
	return decideResults({
		...run,
		eventName: context.eventName,
		refType: context.refType,
		isFork
	});
}
/**
* Fetches what earlier runs on GitHub passed. GitHub keeps entries of a pull request from its base branch; beyond that
* nothing is saved by code of others, and a release neither fetches nor saves.
*
* @param file absolute path of the file of results; what lies there is no result of ours, and is removed
* @param run whether results are wanted, whether this run is a release, and which runner of a fan-out this is
* @param ports the world
*/
async function fetchResults(file, run, ports) {
	const { context, log, results } = ports;
	await ports.files.remove(file).catch(() => void 0);
	const none = {
		memory: void 0,
		share: async () => void 0
	};
	if (results === void 0 || !results.cache.isAvailable()) return none;
	const decision = decide(context, run);
	if (!decision.restore) {
		log.info(`Results of earlier runs are not used: ${decision.why}.`);
		return none;
	}
	const paths = [relative$1(run.workspace, file)];
	const { key, prefixes } = namesOf(context, run.part);
	const found = await results.cache.restore(paths, key, prefixes);
	if (found.kind === "unavailable") log.info(`Results of earlier runs could not be fetched: ${found.reason}.`);
	const where = context.runId === "" ? "here" : `in run ${context.runId} (${context.eventName})`;
	return {
		memory: {
			file,
			grounds: results.grounds,
			where
		},
		async share(use) {
			if (use?.hasNew !== true || !decision.save) return;
			const saved = await results.cache.save(paths, key);
			if (saved.kind === "saved" || saved.kind === "exists") return;
			log.info(`Results of this run were not kept: ${saved.reason}.`);
		}
	};
}

// src/actions/gates/shown/show-progress.ts
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
			case "begun":
			case "started":
			case "line": return;
		}
	};
}

// src/actions/gates/run.ts
/** Below the workspace; a path that leads elsewhere is refused, because the folder's old results are removed. */
function placeOf(workspace, input) {
	const path = normalize(isAbsolute$1(input.value) ? input.value : join$1(workspace, input.value)).replace(/(?<=.)\/$/, "");
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
		historyFile: join$1(scene.outputDirectory, HISTORY_FILE)
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
	const folders = shares.map((share) => join$1(directory, `turnpike-share-${share.index}`));
	await joinHistories(folders, join$1(outputDirectory, HISTORY_FILE), ports.files);
	const past = await pastRuns(outputDirectory, ports.files);
	const page = pageOf(merged, {
		requireGates,
		context: ports.context,
		past
	});
	if (inputs.summary) await showPage(page, outputDirectory, ports);
	if (inputs.keepHistory) await rememberRun(outputDirectory, page.input, ports);
	for (const { index, of, name } of merged.lost) ports.log.warning(`Share ${index} of ${of} left no result: ${name}. Run the failed jobs again.`);
	ports.log.info(`Joined the results of ${shares.length - merged.lost.length} of ${shares.length} runners.`);
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
/** The page, and what a later step may post. */
async function showPage(page, outputDirectory, ports) {
	await ports.page.append(page.markdown());
	const { reportOf } = await import("./shared/summary2.js");
	await ports.files.write(join$1(outputDirectory, "report.json"), `${JSON.stringify(reportOf(page.input), null, 2)}\n`);
}
async function runHere(inputs, scene, ports) {
	const { log, context } = ports;
	const { workspace, root, outputDirectory, release, facts, situation, plan } = scene;
	const { jobs, failFast, requireGates } = inputs;
	const only = inputs.share === void 0 ? inputs.only : [];
	const wanted = {
		isWanted: inputs.resultCache,
		release,
		workspace,
		part: scene.part
	};
	const shared = await fetchResults(join$1(outputDirectory, "results.json"), wanted, ports);
	const prefix = root === workspace ? "" : `${root.slice(workspace.length + 1)}/`;
	const scratch = join$1(context.temp, `tpk-${ports.random.uuid().slice(0, 8)}`);
	const checked = await checkRepository({
		root,
		prefix,
		plan,
		facts,
		outputDirectory,
		release,
		only,
		jobs,
		failFast,
		requireGates,
		situation: () => situation,
		results: shared.memory,
		environments: inputs.resultCache ? ports.environments : void 0,
		historyFile: join$1(outputDirectory, HISTORY_FILE),
		origin: originOf(context, scene.part),
		scratch,
		secrets: [],
		allowScripts: true
	}, ports, {
		listener: progressTo(log, plan.gates.map((gate) => gate.id)),
		stop: ports.stop
	}).finally(() => ports.files.remove(scratch).catch(() => void 0));
	const { pageOf, showRun } = await import("./shared/show-run.js");
	await showRun(checked, {
		...ports,
		prefix,
		situation: await situation
	});
	const page = pageOf(checked, {
		requireGates,
		context,
		past: await pastRuns(outputDirectory, ports.files)
	});
	if (inputs.summary) await showPage(page, outputDirectory, ports);
	await shared.share(checked.results);
	if (inputs.keepHistory && scene.part === void 0) await rememberRun(outputDirectory, page.input, ports);
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
	const loading = ports.history?.load();
	const plan = await ports.readPlan(root, inputs.config);
	for (const note of plan.notes) log.info(`${note.file}${note.line === null ? "" : `:${note.line}`}  ${note.message}`);
	await loading;
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
	const artifacts = new ActionsArtifacts(process.env, actionsLog);
	const history = historyOfRun({
		artifacts,
		files,
		processes,
		log: actionsLog,
		context,
		env,
		cache: new ActionsCache(process.env, actionsLog, HISTORY_LIMITS),
		github: new ActionsGitHub(inputs.githubToken, context)
	}, {
		mode: inputs.history,
		folder: join(inputs.outputDirectory, "history"),
		token: inputs.githubToken
	});
	const temp = context.temp === "" ? tmpdir() : context.temp;
	const result = await runGates(inputs, {
		history,
		...context.temp === "" ? {} : { environments: new NodeEnvironmentStore(join(temp, "turnpike-environments"), systemClock) },
		processes,
		env,
		stop,
		log: actionsLog,
		clock: systemClock,
		random: systemRandom,
		machine: thisMachine,
		context: {
			...context,
			temp
		},
		files,
		git: new GitProgram(processes, env),
		toolchains: toolchainsOf(processes, env),
		page: stepSummary(process.env),
		output: new ActionsForeignOutput(process.stdout, systemRandom),
		readPlan: (root, config) => readPlan(root, { config }),
		results: {
			cache: new ActionsCache(process.env, actionsLog, {
				lookupMs: 1e4,
				transferMs: 2e4
			}),
			grounds: new NodeResultGrounds(processes, env, context.runnerEnvironment === "github-hosted")
		}
	});
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