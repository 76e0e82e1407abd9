import { T as countOf, _ as NodeFiles, b as secretsOf, c as NodeProcesses, n as asTable, v as systemClock, x as Masker, y as definedVariables } from "./begin.js";
import { A as stoppable, D as packagesFor, E as keyOf, Et as GitProgram, G as systemRandom, I as thisMachine, M as toolchainsOf, N as listenForStop, O as gateEnvironment, R as NodeEnvironmentStore, S as readExcerpt, T as installEnvironments, V as oneLine, W as formatDuration, c as existingFolder, d as columnsOf, f as checkRepository, gt as fileNamesOf, h as situationHere, k as inCheckout, l as styles, m as findToolchains, p as readCommitFacts, st as isRed, x as runAttempts, z as environmentHome } from "./first-gate.js";
import { t as noteBegin } from "./first-green-store.js";
import { t as repositoryState } from "./state-folder.js";
import "./terminal.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { n as tellFirstGreen, t as holdsPassedVerdict } from "./first-green2.js";
import { r as toPlanDocument } from "./plan-document.js";
import { i as starterOf, n as makesItsOwnEnvironment, r as prove$1, t as isOurs } from "./proof.js";
import { t as countLocks } from "./count-locks2.js";
import { n as pad } from "./table.js";
import { n as makePrivateCopy, r as environmentInCopy, t as callerFor } from "./caller.js";
import { n as readPlanned, o as packsNode } from "./read-plan.js";
import { t as parse } from "./dist.js";
import { o as renderPage } from "./summary.js";
import { t as Git } from "./git2.js";
import { o as hideSecrets } from "./last-gate.js";
import { t as watchGates } from "./gates-view2.js";
import { n as wayText, r as workText } from "./gate-texts.js";
import { n as isLive, r as liveRegion, t as spinnerAt } from "./spinner.js";
import { t as renderSummaryHtml } from "./page2.js";
import { n as wideOrStacked } from "./wide-or-stacked.js";
import { basename, dirname, join } from "node:path";
import { copyFile, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";

// src/core/first-run/release-preview.ts
/** What people call the statements that the signing job makes; core/provenance names them by their types. */
const STATEMENT_TITLES = {
	provenance: "SLSA provenance",
	sbom: "CycloneDX SBOM",
	testResult: "test result"
};
function read(text, parse) {
	try {
		return text === void 0 ? {} : asTable(parse(text));
	} catch {
		return {};
	}
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
/** Names as they stand in file names (packaging.python.org, binary distribution format, "Escaping and Unicode"). */
function pythonFiles(pyproject) {
	const project = asTable(pyproject["project"]);
	const name = textOf(project["name"])?.replaceAll(/[-_.]+/g, "_").toLowerCase() ?? "*";
	const version = textOf(project["version"])?.replace(/(dev|post)$/, (word) => `${word}0`) ?? "*";
	return [`${name}-${version}.tar.gz`, `${name}-${version}-*.whl`];
}
/** `@scope/name` becomes `scope-name` (npm documentation, npm pack). */
function npmFiles(manifest) {
	return [`${textOf(manifest["name"])?.replace(/^@/, "").replaceAll("/", "-") ?? "*"}-${textOf(manifest["version"]) ?? "*"}.tgz`];
}
function subjectsOf(command, manifests) {
	const [first = ""] = command.split("\n");
	if (packsNode(first)) return npmFiles(read(manifests.packageJson, JSON.parse));
	if (!/^(?:uv build|python3? -m build|hatch build|pdm build|poetry build|flit build)\b/.test(first)) return ["dist/*"];
	const files = pythonFiles(read(manifests.pyproject, parse));
	if (/ (?:--wheel|-w)\b/.test(first) && !/ (?:--sdist|-s)\b/.test(first)) return files.slice(1);
	return / (?:--sdist|-s)\b/.test(first) && !/ (?:--wheel|-w)\b/.test(first) ? files.slice(0, 1) : files;
}
/**
* @param build the build command of the plan
* @param manifests manifests of the folder that it runs in
* @param hasLock whether there is a lock to make an SBOM from
* @returns what would be built and signed; null when nothing is declared to be built
*/
function previewRelease(build, manifests, hasLock) {
	if (build === null) return null;
	const { provenance, sbom, testResult } = STATEMENT_TITLES;
	return {
		command: build.run,
		source: build.source,
		subjects: subjectsOf(build.run.trim(), manifests),
		statements: [
			provenance,
			...hasLock ? [sbom] : [],
			testResult
		]
	};
}

// src/core/first-run/try-document.ts
function whole(ms) {
	return Math.round(ms);
}
function wholeTimes({ sequential, ...times }) {
	const { copyMs, setUpMs, gatesMs, totalMs } = times;
	const own = sequential === null ? null : {
		copyMs: whole(sequential.copyMs),
		setUpMs: whole(sequential.setUpMs),
		commandsMs: whole(sequential.commandsMs)
	};
	return {
		copyMs: whole(copyMs),
		setUpMs: whole(setUpMs),
		gatesMs: whole(gatesMs),
		totalMs: whole(totalMs),
		sequential: own
	};
}
/**
* @param document what was planned
* @param ran what came of it: the verdict, and of each environment in the order of the plan
* @param trial what only a try knows
*/
function toTryDocument(document, ran, trial) {
	const results = new Map(ran.verdict.gates.map((gate) => [gate.id, gate]));
	const { verdict, startedAt, durationMs } = ran.verdict;
	return {
		...document,
		verdict,
		startedAt,
		durationMs,
		gates: document.gates.map((gate) => {
			const result = gate.declared ? results.get(gate.id) : void 0;
			return result === void 0 ? gate : {
				...gate,
				...result
			};
		}),
		setup: document.setup.map((environment, at) => {
			const { outcome, reason } = ran.setUp[at] ?? {
				outcome: "skipped",
				reason: "the try was stopped"
			};
			return {
				...environment,
				outcome,
				reason
			};
		}),
		trial: {
			...trial,
			times: wholeTimes(trial.times)
		}
	};
}

// src/local/try/document.ts
/**
* @param result a try
* @returns the exit code: that of the verdict; a fault of ours that a proof found is no verdict on the repository
*/
function exitCodeOfTry({ checked, proofs }) {
	return proofs.some(isOurs) ? EXIT.service : checked.run.exitCode;
}
/**
* @param result a try
* @returns what `turnpike try --json` prints
*/
function documentOfTry(result) {
	const { checked, planned, sbom, setUp, times, proofs, release, caller, results } = result;
	const { commit, tree, dirty } = checked.verdict;
	const document = toPlanDocument(planned, {
		commit,
		tree,
		dirty: commit === null ? null : dirty
	}, sbom);
	const trial = {
		exitCode: exitCodeOfTry(result),
		times,
		proofs,
		release,
		caller,
		results
	};
	return toTryDocument(document, {
		verdict: checked.verdict,
		setUp
	}, trial);
}

// src/local/try/page.ts
function conclusionOf(exitCode) {
	if (exitCode === 0) return "success";
	return exitCode === 130 || exitCode === 143 ? "cancelled" : "failure";
}
/** The log of each gate as a step, so that the page opens it as it does that of a job. */
function stepsOf({ checked }) {
	return checked.execution.gates.map(({ gate, judgement, startMs, durationMs, excerpt }, at) => {
		const conclusion = judgement.outcome === "skipped" ? "skipped" : isRed(judgement.outcome) ? "failure" : "success";
		return {
			number: at + 1,
			name: gate.id,
			startMs: startMs ?? 0,
			durationMs,
			summary: "",
			droppedLines: 0,
			outcome: conclusion,
			conclusion,
			lines: (excerpt?.tail ?? []).map((text) => ({
				text,
				style: "plain"
			}))
		};
	});
}
/**
* The page of a try: what the job summary on GitHub would show, with the logs of the gates.
*
* @param parts the try
* @param name of the repository
* @returns HTML
*/
function tryPage(parts, name) {
	const { verdict, details, run } = parts.checked;
	const conclusion = conclusionOf(run.exitCode);
	return renderSummaryHtml({
		title: "turnpike try",
		event: "try",
		ref: "",
		sha: verdict.commit ?? "",
		repository: name,
		workflowFile: "",
		conclusion,
		exitCode: run.exitCode,
		durationMs: verdict.durationMs,
		notes: [],
		artifacts: [],
		summary: renderPage({
			verdict,
			details
		}),
		jobs: [{
			node: {
				id: "gates",
				name: "gates",
				needs: [],
				isCall: false
			},
			startMs: 0,
			durationMs: verdict.durationMs,
			conclusion,
			outputs: {},
			annotations: [],
			steps: stepsOf(parts)
		}],
		files: [{
			label: "logs",
			path: "logs",
			bytes: null
		}, {
			label: "verdict",
			path: "verdict.json",
			bytes: null
		}]
	});
}

// src/local/try/keep-results.ts
/** What gates took; with it the next try starts the longest first. */
const HISTORY = "history.json";
/**
* @param folder absolute folder of the results of an earlier try; undefined: there is none
* @param scratch absolute folder of the try that begins
* @param root absolute folder of the copied repository's original, whose own history counts where there was no try
* @returns absolute path of the history that the try reads and writes
*/
async function recallHistory(folder, scratch, root) {
	const file = join(scratch, HISTORY);
	const own = join(root, ".turnpike", HISTORY);
	const earlier = folder === void 0 ? own : join(folder, HISTORY);
	await copyFile(earlier, file).catch(() => copyFile(own, file)).catch(() => void 0);
	return file;
}
/**
* Keeps logs, reports and verdict of a try where the next one replaces them.
*
* @param result the try
* @param folder absolute folder; undefined: nothing is kept
* @returns the folder; null when nothing could be kept, which changes nothing else
*/
async function keepResults(result, folder) {
	if (folder === void 0) return null;
	try {
		await rm(folder, {
			recursive: true,
			force: true
		});
		await mkdir(dirname(folder), { recursive: true });
		await cp(join(result.copy.scratch, "results"), folder, { recursive: true });
		await copyFile(join(result.copy.scratch, HISTORY), join(folder, HISTORY)).catch(() => void 0);
		await writeFile(join(folder, "turnpike.yml"), result.caller.text);
		await writeFile(join(folder, "page.html"), tryPage(result, basename(result.copy.top)));
		return folder;
	} catch {
		return null;
	}
}

// src/local/try/prove.ts
const REPORTS = "${reports}";
function endOf(end) {
	switch (end.kind) {
		case "exited":
		case "signalled":
		case "stopped": return end;
		case "timed-out": return { kind: "timed-out" };
		case "not-started": return {
			kind: "not-started",
			why: end.message
		};
	}
}
/** What the repository declares for the command, without what is ours alone: places of reports that it does not name. */
async function ownVariables({ env, reproduce }, { logs, root }) {
	const own = Object.fromEntries(Object.entries(inCheckout(env, root)).filter(([, value]) => !value.includes(REPORTS)));
	if (!reproduce.includes(REPORTS)) return own;
	return {
		...own,
		reports: await mkdtemp(join(logs, "own-"))
	};
}
/** A starter such as tox that is not installed here is started by uv, which leaves no trace of it. */
async function commandLineOf({ reproduce }, env, ports) {
	const starter = starterOf(reproduce);
	if (starter === void 0 || await ports.processes.which(starter, env) !== void 0) return reproduce;
	return await ports.processes.which("uvx", env) === void 0 ? reproduce : `uvx ${reproduce.trimStart()}`;
}
/** What git does not track, with folders that are empty. */
async function untracked(root, ports) {
	const { stdout } = await new Git(ports.processes, ports.env).run(root, "-c", "core.quotePath=false", "clean", "-dxn");
	return new Set(stdout.split("\n").flatMap((line) => /^Would remove ([^"].*)$/.exec(line)?.[1] ?? []));
}
/** Own commands, of which one may stand for several gates: `npm test` is run once. */
var OwnCommands = class {
	#place;
	#ports;
	#masker;
	#known = /* @__PURE__ */ new Map();
	constructor(place, ports) {
		this.#place = place;
		this.#ports = ports;
		this.#masker = new Masker(secretsOf(ports.env));
	}
	/** What all commands took together, in ms, each counted once. */
	get totalMs() {
		return [...this.#known.values()].reduce((sum, { durationMs }) => sum + durationMs, 0);
	}
	/**
	* @param gate of which the command is
	* @param logFile absolute
	* @param isAgain true: it is run although it is known what it comes to, and that is not counted
	* @returns the command line as it is run, and what came of it; undefined when it was stopped
	*/
	async run(gate, logFile, isAgain = false) {
		const { installed, listener, root, signal } = this.#place;
		const tell = (line) => listener({
			kind: "proving",
			label: `${gate.id}, by its own command`,
			line
		});
		tell("");
		const own = gate.environment === null ? {} : installed.variables.get(keyOf(gate.environment)) ?? {};
		const around = installed.toolchains?.withToolchains(gate, own) ?? own;
		const env = gateEnvironment(this.#ports.env, {
			...around,
			...await ownVariables(gate, this.#place)
		});
		const command = await commandLineOf(gate, env, this.#ports);
		const id = JSON.stringify([command, Object.entries(env).sort()]);
		const known = this.#known.get(id);
		if (known !== void 0 && !isAgain) return {
			command,
			own: known
		};
		const onLine = (line) => tell(this.#masker.mask(line));
		const ran = await this.#ports.processes.runLogged({
			file: "bash",
			args: [
				"-eo",
				"pipefail",
				"-c",
				command
			],
			cwd: root,
			env
		}, {
			logFile,
			timeoutMs: gate.timeoutMs,
			signal,
			onLine
		});
		if (signal.aborted) return void 0;
		const { text } = await readExcerpt(this.#ports.files, logFile, this.#masker);
		await hideSecrets(this.#ports.files, logFile, this.#masker);
		const ended = {
			end: endOf(ran.end),
			durationMs: ran.durationMs,
			text
		};
		if (!isAgain) this.#known.set(id, ended);
		return {
			command,
			own: ended
		};
	}
};
/** @returns the gates that ran at the same time, the one that did so longest first */
function besideOf({ result }, gates) {
	const endsAt = (one) => (one.startMs ?? 0) + (one.durationMs ?? 0);
	const sharedMs = (one) => Math.min(endsAt(one), endsAt(result)) - Math.max(one.startMs ?? 0, result.startMs ?? 0);
	return gates.map((other) => other.result).filter((other) => other.id !== result.id && other.startMs !== null && sharedMs(other) > 0).sort((a, b) => sharedMs(b) - sharedMs(a)).map(({ id }) => id);
}
/** Own commands beside our runs. */
var Prover = class {
	#gates;
	#runAlone;
	#commands;
	#logs;
	#names;
	#problems;
	#root;
	#ports;
	constructor(gates, runAlone, place, ports) {
		this.#gates = gates;
		this.#runAlone = runAlone;
		this.#commands = new OwnCommands(place, ports);
		this.#logs = place.logs;
		this.#problems = place.installed.problems;
		this.#root = place.root;
		this.#ports = ports;
		this.#names = fileNamesOf(gates.map(({ gate }) => gate.id));
	}
	get totalMs() {
		return this.#commands.totalMs;
	}
	/** Takes away what an own command left: a run of ours after it would find what it had to make itself. */
	async #tidy(before) {
		for (const path of await untracked(this.#root, this.#ports)) if (!before.has(path)) await rm(join(this.#root, path), {
			recursive: true,
			force: true
		});
	}
	/** @returns undefined when it was stopped */
	async prove(ran) {
		const { gate, result } = ran;
		const before = await untracked(this.#root, this.#ports);
		const done = await this.#commands.run(gate, this.#log(gate, "own"));
		if (done === void 0) return void 0;
		const redBeside = this.#gates.filter((other) => other.gate.id !== gate.id && other.gate.reproduce === gate.reproduce).filter((other) => isRed(other.result.outcome)).map((other) => other.gate.id);
		const { command, own } = done;
		const compared = {
			id: gate.id,
			command,
			outcome: result.outcome ?? "skipped",
			ourExitCode: result.exitCode,
			ourTests: result.counts.tests,
			own: own.end,
			ownMs: Math.round(own.durationMs),
			ownLog: own.text,
			redBeside,
			setUpProblem: gate.environment === null ? void 0 : this.#problems.get(keyOf(gate.environment))
		};
		const proof = prove$1(compared);
		await this.#tidy(before);
		const again = await this.#askAgain(ran, proof);
		return again === void 0 ? proof : prove$1({
			...compared,
			again
		});
	}
	/** Before anybody is blamed, the side that is red alone is asked once more: tests of time fail beside others. */
	async #askAgain(ran, { verdict }) {
		if (verdict === "ours-is-wrong") return {
			kind: "ours",
			outcome: await this.#runAlone(ran),
			beside: besideOf(ran, this.#gates)
		};
		if (verdict !== "ours-is-blind") return void 0;
		const done = await this.#commands.run(ran.gate, this.#log(ran.gate, "own-again"), true);
		return done === void 0 ? void 0 : {
			kind: "own",
			end: done.own.end
		};
	}
	#log({ id }, kind) {
		return join(this.#logs, `${this.#names.get(id) ?? "gate"}.${kind}.log`);
	}
};
/**
* Runs the commands of gates as a person would, one after another, and compares.
*
* @param ran all gates that ran, and the part of them to prove, in the order to run them
* @param runAlone runs a gate once more by our way
* @param place where
* @param ports the world, with the environment of the copy
*/
async function proveGates(ran, runAlone, place, ports) {
	await mkdir(place.logs, { recursive: true });
	const prover = new Prover(ran.all, runAlone, place, ports);
	const proofs = [];
	for (const gate of ran.asked) {
		if (place.signal.aborted) break;
		const proof = await prover.prove(gate);
		if (proof === void 0) break;
		proofs.push(proof);
		place.listener({
			kind: "proved",
			proof
		});
	}
	return {
		proofs,
		commandsMs: prover.totalMs
	};
}

// src/local/try/run-alone.ts
/**
* @param place where
* @param ports the world, with the environment of the copy
* @returns runs a gate as the road does, with nothing beside it; nothing is forgiven
*/
function aloneIn(place, ports) {
	const masker = new Masker(secretsOf(ports.env));
	return async ({ gate }) => {
		await mkdir(place.logs, { recursive: true });
		const tell = (line) => place.listener({
			kind: "proving",
			label: `${gate.id}, by our command, alone`,
			line: masker.mask(line)
		});
		tell("");
		const log = join(place.logs, `${fileNamesOf([gate.id]).get(gate.id) ?? "gate"}.alone.log`);
		const { judgement } = await runAttempts(gate, {
			place: {
				root: place.root,
				log,
				reports: await mkdtemp(join(place.scratch, "alone-")),
				variables: gate.environment === null ? {} : place.installed.variables.get(keyOf(gate.environment)) ?? {}
			},
			masker,
			quarantine: {
				entries: [],
				at: 0,
				os: process.platform
			},
			signal: place.signal,
			onLine: tell
		}, ports);
		await hideSecrets(ports.files, log, masker);
		return judgement.outcome;
	};
}

// src/local/try/sequential.ts
/**
* Runs all that ran once more: a copy of its own, set-up, then the repository's own commands one after another. This is what
* the road is compared with.
*
* @param request what ran
* @param world the world, with the environment of this process
* @param watch is told what happens, and may stop it
*/
async function runSequentially(request, world, watch) {
	const { signal } = watch.stop;
	const { clock } = world;
	const start = clock.monotonicMs();
	const temp = request.temp === void 0 ? {} : { temp: request.temp };
	const copy = await makePrivateCopy(request.dir, {
		signal,
		onProgress: () => void 0,
		...temp
	});
	try {
		const env = environmentInCopy(world.env, {
			original: copy.originalTop,
			copy: copy.top
		});
		const processes = stoppable(world.processes, signal);
		const ports = {
			...world,
			env,
			processes,
			files: new NodeFiles(copy.root)
		};
		const begin = clock.monotonicMs();
		const own = request.gates.map(({ gate }) => gate).filter(({ reproduce }) => !makesItsOwnEnvironment(reproduce));
		const options = {
			root: copy.root,
			environments: request.plan.environments,
			folder: join(copy.scratch, "environments"),
			allowScripts: true,
			installsLocks: true,
			toolchains: await findToolchains(own, ports),
			listener: (event) => {
				if (event.kind !== "setup-started") return;
				watch.listener({
					kind: "proving",
					label: `its own set-up: ${event.command}`,
					line: ""
				});
			}
		};
		const installed = await installEnvironments(own, options, ports);
		const setUpMs = clock.monotonicMs() - begin;
		const place = {
			root: copy.root,
			logs: request.logs,
			installed,
			signal,
			listener: watch.listener
		};
		const { proofs, commandsMs } = await proveGates({
			all: request.gates,
			asked: request.gates
		}, request.runAlone, place, ports);
		return {
			proofs,
			times: proofs.length === request.gates.length && proofs.every(({ verdict }) => verdict !== "unproven") ? {
				copyMs: begin - start,
				setUpMs,
				commandsMs
			} : null
		};
	} finally {
		await copy.remove();
	}
}
/** @returns the folder that logs of own commands lie in, beside ours */
function ownLogs(scratch) {
	return join(scratch, "results", "logs");
}

// src/local/try/set-up.ts
/**
* @param environments environments of the plan
* @param gates the gates that ran
* @param installed what was there for them
* @returns what became of each environment, in the order of the plan
*/
function setUpResults(environments, gates, installed) {
	const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
	return environments.map((environment) => {
		const reason = installed.problems.get(keyOf(environment));
		if (reason !== void 0) return {
			environment,
			outcome: "failed",
			reason
		};
		if (!needed.has(keyOf(environment))) return {
			environment,
			outcome: "skipped",
			reason: "no gate needs it"
		};
		if (!(environment.lock !== null || environment.recipe !== void 0)) return {
			environment,
			outcome: "skipped",
			reason: "there is no lock file"
		};
		return {
			environment,
			outcome: "installed",
			reason: null
		};
	});
}

// src/local/try/run-try.ts
async function tellBegin(request, world, watch) {
	const folder = await realpath(request.dir).catch(() => request.dir);
	const { branch, commit } = await world.git.state(folder) ?? {
		branch: null,
		commit: null
	};
	const ref = commit === null ? null : `${branch ?? "detached"}@${commit.slice(0, 7)}`;
	watch.listener({
		kind: "began",
		name: basename(folder),
		ref
	});
}
/** The plan is read from the original while it is copied: it is the same, and the wait is shorter. */
async function prepare(request, world, watch) {
	const begin = world.clock.monotonicMs();
	const { listener } = watch;
	const onProgress = (files) => listener({
		kind: "copying",
		files
	});
	const temp = world.temp === void 0 ? {} : { temp: world.temp };
	const copying = makePrivateCopy(request.dir, {
		signal: watch.stop.signal,
		onProgress,
		...temp
	});
	const [made, read] = await Promise.allSettled([copying.then((copy) => {
		listener({
			kind: "copied",
			copy,
			tookMs: world.clock.monotonicMs() - begin
		});
		return copy;
	}), readPlanned(request.dir, { config: request.config })]);
	if (made.status === "rejected") throw made.reason;
	if (read.status === "rejected") {
		await made.value.remove();
		throw read.reason;
	}
	listener({
		kind: "planned",
		planned: read.value
	});
	const copy = made.value;
	const historyFile = await recallHistory(world.resultsFolder, copy.scratch, request.dir);
	return {
		planned: read.value,
		copy,
		historyFile,
		tookMs: world.clock.monotonicMs() - begin
	};
}
function portsOf(copy, world, signal) {
	const env = environmentInCopy(world.env, {
		original: copy.originalTop,
		copy: copy.top
	});
	return {
		...world,
		env,
		files: new NodeFiles(copy.root),
		processes: stoppable(world.processes, signal)
	};
}
async function previewOf(planned, copy, hasLock) {
	const { build } = planned.plan;
	const read = (name) => readFile(join(copy.root, build?.cwd ?? ".", name), "utf8").catch(() => void 0);
	const [pyproject, packageJson] = await Promise.all([read("pyproject.toml"), read("package.json")]);
	return previewRelease(build, {
		pyproject,
		packageJson
	}, hasLock);
}
/** Installs and runs the gates in the copy, and counts what the SBOM holds meanwhile. */
async function check(request, prepared, { ports, store }, watch) {
	const { planned, copy, historyFile } = prepared;
	const { plan } = planned;
	const begin = ports.clock.monotonicMs();
	let setUpMs = 0;
	const listener = (event) => {
		if (event.kind === "setup-finished") setUpMs = ports.clock.monotonicMs() - begin;
		watch.listener({
			kind: "gate",
			event
		});
	};
	const counting = countLocks(".", ports).catch(() => null);
	const checked = await checkRepository({
		root: copy.root,
		plan,
		facts: readCommitFacts(copy.root, ports.git),
		only: [],
		jobs: request.jobs,
		failFast: false,
		requireGates: false,
		release: false,
		secrets: [],
		allowScripts: true,
		installsLocks: true,
		isShortLived: true,
		environments: store,
		outputDirectory: join(copy.scratch, "results"),
		historyFile,
		scratch: join(copy.scratch, "gates"),
		situation: () => situationHere(copy.root, void 0, ports)
	}, ports, {
		listener,
		stop: watch.stop
	});
	watch.listener({ kind: "gates-ended" });
	const ran = checked.execution.gates.map(({ gate }) => gate);
	return {
		setUp: setUpResults(plan.environments, ran, checked.installed),
		setUpMs,
		sbom: await counting,
		checked
	};
}
const NOT_RUN = /* @__PURE__ */ new Set(["skipped", "cancelled"]);
function ranGates({ verdict, execution }) {
	const results = new Map(verdict.gates.map((result) => [result.id, result]));
	return execution.gates.flatMap(({ gate }) => {
		const result = results.get(gate.id);
		return result === void 0 || NOT_RUN.has(result.outcome ?? "skipped") ? [] : [{
			gate,
			result
		}];
	});
}
/** Runs own commands beside ours, as far as that was asked for. */
async function prove(request, of, { world, watch }) {
	const { copy, planned } = of.prepared;
	const gates = ranGates(of.checked);
	const logs = ownLogs(copy.scratch);
	const { signal } = watch.stop;
	if (request.prove === "none" || signal.aborted) return {
		proofs: [],
		times: null
	};
	const place = {
		root: copy.root,
		logs,
		installed: of.checked.installed,
		signal,
		listener: watch.listener
	};
	const runAlone = aloneIn({
		...place,
		scratch: copy.scratch
	}, of.ports);
	if (request.prove === "all") {
		const asked = {
			dir: request.dir,
			plan: planned.plan,
			gates,
			runAlone,
			logs,
			temp: world.temp
		};
		return await runSequentially(asked, world, watch);
	}
	const asked = gates.filter(({ result }) => isRed(result.outcome));
	const { proofs } = await proveGates({
		all: gates,
		asked
	}, runAlone, place, of.ports);
	return {
		proofs,
		times: null
	};
}
/**
* Tries the road on a repository, in a copy that is left to the caller to remove.
*
* @param request what was asked for
* @param world what to work with
* @param watch is told what happens, and may stop it
* @returns what it came to; undefined when it was stopped before a gate could start, and nothing is left then
* @throws TurnpikeError for what cannot be tried at all; nothing is left then
*/
async function runTry(request, world, watch) {
	const begin = world.clock.monotonicMs();
	await tellBegin(request, world, watch);
	const prepared = await prepare(request, world, watch);
	const { copy, planned } = prepared;
	const { signal } = watch.stop;
	try {
		const ports = portsOf(copy, world, signal);
		const done = signal.aborted ? void 0 : await check(request, prepared, {
			ports,
			store: world.environments
		}, watch);
		if (done === void 0) {
			await copy.remove();
			return;
		}
		const { setUp, setUpMs, sbom, checked } = done;
		const totalMs = world.clock.monotonicMs() - begin;
		const own = await prove(request, {
			prepared,
			checked,
			ports
		}, {
			world,
			watch
		});
		const release = await previewOf(planned, copy, sbom !== null);
		const caller = await callerFor(copy.originalTop, world.git, release !== null);
		const { tookMs: copyMs } = prepared;
		const times = {
			copyMs,
			setUpMs,
			gatesMs: checked.verdict.durationMs,
			totalMs,
			sequential: own.times
		};
		const result = {
			planned,
			copy,
			setUp,
			checked,
			sbom,
			release,
			proofs: own.proofs,
			times,
			caller
		};
		return {
			...result,
			results: await keepResults(result, world.resultsFolder)
		};
	} catch (error) {
		await copy.remove();
		throw error;
	}
}

// src/cli/page/waiting.ts
/** What a person waits for, with the time that it takes; nothing but lines that stay where the stream is no terminal. */
var Waiting = class {
	#stream;
	#styles;
	#region;
	#timer;
	#rows = [];
	#detail = "";
	#since = performance.now();
	constructor(stream, styles) {
		this.#stream = stream;
		this.#styles = styles;
	}
	/**
	* @param rows what is under way, a line each
	* @param detail what it says, dim behind the last one
	*/
	show(rows, detail = "") {
		if (rows.join("\n") !== this.#rows.join("\n")) this.#since = performance.now();
		this.#rows = rows;
		this.#detail = detail;
		if (!isLive(this.#stream, process.env) || rows.length === 0) {
			this.#stop();
			return;
		}
		this.#region ??= liveRegion(this.#stream, () => this.#draw());
		if (this.#timer === void 0) {
			this.#timer = setInterval(() => this.#draw(), 100);
			this.#draw();
		}
	}
	/** Writes lines that stay. */
	say(lines) {
		if (this.#region === void 0) this.#stream.write(`${lines.join("\n")}\n`);
		else this.#region.above(lines);
	}
	/** Takes the live part away. May be called again. */
	end() {
		this.show([]);
	}
	#stop() {
		clearInterval(this.#timer);
		this.#timer = void 0;
		this.#region?.end();
		this.#region = void 0;
	}
	#draw() {
		const { cyan, dim } = this.#styles;
		const spinner = cyan(spinnerAt(performance.now()));
		const waited = performance.now() - this.#since;
		const time = waited < 1e3 ? "" : `  ${dim(formatDuration(Math.floor(waited / 1e3) * 1e3))}`;
		const last = this.#rows.length - 1;
		this.#region?.draw(this.#rows.map((row, at) => `${spinner} ${row}${time}${at === last ? `  ${dim(this.#detail)}` : ""}`));
	}
};

// src/cli/try/try-view.ts
const LABEL = 9;
function gateRow(gate, { dim }) {
	const level = gate.required ? "" : dim("  advisory");
	return [
		oneLine(gate.id, 80),
		`${workText(gate)}${level}`,
		wayText(gate)
	];
}
/** What is checked, and who says so. */
function planLines({ plan }, { styles, width }) {
	const rows = plan.gates.map((gate) => gateRow(gate, styles));
	return [
		"",
		wideOrStacked(rows, {
			styles,
			width,
			head: [
				"gate",
				"command",
				"because of"
			]
		}),
		""
	];
}
function foundWords({ plan }) {
	return `${plan.gates.length === 0 ? "no gate is declared" : `${countOf(plan.gates.length, "gate")} declared`}${plan.suggestions.length === 0 ? "" : `, ${countOf(plan.suggestions.length, "suggestion")}`}`;
}
var Watching = class {
	#options;
	#waiting;
	#gates;
	#planned;
	constructor(options) {
		this.#options = options;
		this.#waiting = new Waiting(options.stream, options.styles);
	}
	listener = (event) => {
		const { styles: look } = this.#options;
		switch (event.kind) {
			case "began":
				this.#begin(event.name, event.ref);
				break;
			case "copying":
				this.#waiting.show([`copying`], countOf(event.files, "file"));
				break;
			case "copied":
				this.#done("copied", `${countOf(event.copy.files, "file")}`, event.tookMs);
				for (const { path, why } of event.copy.left.slice(0, 5)) this.#waiting.say([`${look.marks.warn} ${oneLine(path, 200)} ${why}; the copy does without it`]);
				break;
			case "planned":
				this.#planned = event.planned;
				this.#done("read", foundWords(event.planned), null);
				this.#waiting.end();
				if (event.planned.plan.gates.length > 0) this.#waiting.say(planLines(event.planned, this.#options));
				break;
			case "gate":
				this.#gate(event);
				break;
			case "gates-ended":
				this.#gates?.end();
				this.#gates = void 0;
				break;
			case "proving":
				this.#waiting.show([event.label], oneLine(event.line, 200));
				break;
			case "proved": {
				const mark = isOurs(event.proof) ? look.marks.fail : look.marks.info;
				this.#waiting.say([`${mark} ${oneLine(event.proof.id, 80)}  ${oneLine(event.proof.sentence, 300)}`]);
				break;
			}
		}
	};
	end() {
		this.#gates?.end();
		this.#waiting.end();
	}
	#begin(name, ref) {
		const { bold, dim } = this.#options.styles;
		const what = `${bold("turnpike try")}  ${bold(oneLine(name, 100))}${ref === null ? "" : `  ${oneLine(ref, 100)}`}`;
		this.#waiting.say([
			what,
			dim("Everything happens in a copy; nothing of the repository is touched."),
			""
		]);
		this.#waiting.show(["copying"]);
	}
	#done(label, what, tookMs) {
		const { dim, marks } = this.#options.styles;
		const time = tookMs === null ? "" : `  ${dim(formatDuration(tookMs))}`;
		this.#waiting.say([`${marks.pass} ${pad(label, LABEL)} ${what}${time}`]);
	}
	#gate({ event }) {
		const { stream, styles, stop } = this.#options;
		if (this.#planned === void 0) return;
		this.#gates ??= watchGates({
			stream,
			styles,
			plan: this.#planned.plan,
			stop
		});
		this.#gates.listener(event);
	}
};
/**
* @param options the stream and its looks
* @returns a live view in a terminal, lines elsewhere
*/
function watchTry(options) {
	return new Watching(options);
}

// src/cli/try/try-command.ts
/** The time to the first green run begins with the first try. */
async function setScene(args) {
	const dir = existingFolder(args.dir);
	const env = definedVariables(process.env);
	const processes = new NodeProcesses();
	const git = new GitProgram(processes, env);
	const look = styles(process.stderr, env);
	const stop = listenForStop();
	const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
	const view = watchTry({
		stream: process.stderr,
		styles: look,
		width,
		stop: stop.signal
	});
	const begun = noteBegin(dir, "try", {
		git,
		clock: systemClock,
		env
	});
	const [state] = await Promise.all([repositoryState(dir, git, env), begun]);
	const base = {
		processes,
		git,
		env,
		clock: systemClock,
		random: systemRandom,
		machine: thisMachine
	};
	const toolchains = toolchainsOf(processes, env);
	const environments = new NodeEnvironmentStore(environmentHome(env), systemClock);
	return {
		dir,
		look,
		width,
		world: {
			...base,
			toolchains,
			files: new NodeFiles(dir),
			resultsFolder: join(state, "try"),
			environments
		},
		stop,
		view
	};
}
function stopped({ stop }) {
	process.stderr.write("Stopped; nothing is left of it.\n");
	process.exitCode = stop.cause() === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
}
/**
* Tries the road on a repository. Everything for people goes to standard error.
*
* @param args what the command line says
* @throws TurnpikeError for what cannot be tried at all
*/
async function runTryCommand(args) {
	if (args.event !== void 0 && args.prove !== "none") throw new TurnpikeError("INPUT_INVALID", "config", "--prove runs gates alone, and --event the whole road.", { hint: "One after the other:\n  turnpike try --prove\n  turnpike try --event push" });
	const scene = await setScene(args);
	try {
		await (args.event === void 0 ? tryGates(args, scene) : tryEvent(args, args.event, scene));
	} finally {
		scene.view.end();
	}
}
async function tryGates(args, scene) {
	const { dir, look, world, stop, view } = scene;
	const result = await runTry({
		...args,
		dir
	}, world, {
		listener: view.listener,
		stop
	});
	view.end();
	if (result === void 0) return stopped(scene);
	await finish(result, args, scene);
	if (result.checked.run.verdict === "passed") await tellFirstGreen({
		dir,
		by: "try"
	}, world, look);
}
/** The whole road: what the local runner shows of it, then where it is kept. */
async function tryEvent(args, event, scene) {
	const { dir, look, world, stop, view } = scene;
	const { tryWholeRoad } = await import("./whole-road.js");
	const road = await tryWholeRoad({
		dir,
		event,
		config: args.config
	}, world, {
		listener: view.listener,
		stop
	});
	if (road === void 0) return stopped(scene);
	const { renderRoad } = await import("./try-page.js");
	process.stderr.write(renderRoad(road, {
		styles: look,
		width: scene.width
	}));
	if (args.json) process.stdout.write(`${JSON.stringify(road.outcome.record, null, 2)}\n`);
	const isGreen = road.outcome.exitCode === 0 && await holdsPassedVerdict(road.outcome.folder);
	await leave(road.copy, args);
	process.exitCode = road.outcome.exitCode;
	if (isGreen) await tellFirstGreen({
		dir,
		by: "try"
	}, world, look);
}
async function leave(copy, { keep }) {
	if (!keep) return copy.remove();
	await copy.keep();
	process.stderr.write(`\nThe copy is kept: ${copy.top}\n`);
}
async function finish(result, args, { look, width }) {
	const { renderTry } = await import("./try-page.js");
	process.stderr.write(renderTry(result, {
		styles: look,
		width
	}));
	if (args.json) process.stdout.write(`${JSON.stringify(documentOfTry(result), null, 2)}\n`);
	await leave(result.copy, args);
	process.exitCode = exitCodeOfTry(result);
}

export { runTryCommand };