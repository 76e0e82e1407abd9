import { c as NodeProcesses, v as systemClock, y as definedVariables } from "./begin.js";
import { Et as GitProgram, G as systemRandom, c as existingFolder } from "./first-gate.js";
import { t as projectRoot } from "./project-root.js";
import { i as CACHE_MODES, n as startServices, r as runWorkflow, t as SERVICES } from "./services.js";
import { n as TurnpikeError } from "./errors.js";
import { n as tellFirstGreen, t as holdsPassedVerdict } from "./first-green2.js";
import { n as makeTerminalView } from "./git2.js";
import { availableParallelism, userInfo } from "node:os";
import { resolve } from "node:path";
import { existsSync } from "node:fs";

// src/local/run-command.ts
function wrongInput(message) {
	return new TurnpikeError("INPUT_INVALID", "config", message);
}
/** `K=V` texts as a record; the value may hold further `=`. */
function pairs(option, texts) {
	return Object.fromEntries(texts.map((text) => {
		const at = text.indexOf("=");
		if (at < 1) throw wrongInput(`${option} "${text}" is not NAME=VALUE.`);
		return [text.slice(0, at), text.slice(at + 1)];
	}));
}
function readMaps(texts) {
	return Object.entries(pairs("--map", texts)).map(([name, folder]) => {
		const [repository = "", ref] = name.split("@");
		if (!/^[^/@]+\/[^/@]+$/.test(repository)) throw wrongInput(`--map "${name}" is not owner/repo@ref=DIR.`);
		if (!existsSync(folder)) throw wrongInput(`--map ${name}: there is no folder ${folder}.`);
		return {
			repository,
			ref,
			folder: resolve(folder)
		};
	});
}
function readSecrets(names) {
	return Object.fromEntries(names.map((name) => {
		const value = process.env[name];
		if (name.includes("=")) throw wrongInput("--secret takes a name; its value comes from the environment.");
		if (value === void 0) throw wrongInput(`--secret ${name}: the environment has no variable ${name}.`);
		return [name, value];
	}));
}
/** Texts as the words of a closed list. */
function readChoices(option, texts, known) {
	return texts.map((text) => {
		const choice = known.find((one) => one === text);
		if (choice === void 0) throw wrongInput(`${option} "${text}" is none of ${known.join(", ")}.`);
		return choice;
	});
}
function toRequest(options) {
	const { visibility } = options;
	if (visibility !== "public" && visibility !== "private" && visibility !== "internal") throw wrongInput(`--visibility "${visibility}" is none of public, private, internal.`);
	const jobs = options.jobs === void 0 ? Math.max(4, availableParallelism()) : Number(options.jobs);
	if (!Number.isInteger(jobs) || jobs < 1) throw wrongInput(`--jobs "${options.jobs}" is no number from 1 on.`);
	return {
		directory: existingFolder(options.directory),
		event: options.event,
		workflow: options.workflow,
		job: options.job,
		ref: options.ref,
		repository: options.repository,
		visibility,
		inputs: pairs("--input", options.input),
		eventFile: options.eventFile === void 0 ? void 0 : resolve(options.eventFile),
		actor: userInfo().username.replace(/[^A-Za-z0-9-]/g, "-"),
		maps: readMaps(options.map),
		vars: pairs("--var", options.var),
		secrets: readSecrets(options.secret),
		passEnv: options.passEnv,
		keep: options.keep === true,
		jobsAtOnce: jobs,
		without: readChoices("--without", options.without, SERVICES),
		cacheMode: options.cacheMode === void 0 ? void 0 : readChoices("--cache-mode", [options.cacheMode], CACHE_MODES)[0]
	};
}
/**
* `turnpike run`.
*
* @param options options of the command line
* @returns the exit code: 0 passed, 1 a job failed, 130 or 143 cancelled
* @throws TurnpikeError when nothing can be run
*/
async function runFromOptions(options) {
	const request = toRequest(options);
	const cancel = new AbortController();
	const onSignal = (signal) => {
		if (cancel.signal.aborted) process.exit(signal === "SIGTERM" ? 143 : 130);
		cancel.abort(signal === "SIGHUP" ? "SIGTERM" : signal);
	};
	process.on("SIGINT", onSignal);
	process.on("SIGTERM", onSignal);
	process.on("SIGHUP", onSignal);
	try {
		const outcome = await runWorkflow(request, {
			projectRoot: projectRoot(),
			env: process.env,
			clock: systemClock,
			random: systemRandom,
			watch: (files) => [makeTerminalView(process.stderr, {
				env: process.env,
				files
			})],
			signal: cancel.signal,
			startServices,
			startSigstore: (folder) => async (issuer) => {
				const { startSigstore } = await import("./sigstore2.js");
				return await startSigstore({
					issuer,
					folder,
					clock: systemClock
				});
			}
		});
		if (options.json === true) process.stdout.write(`${JSON.stringify(outcome.record, void 0, 2)}\n`);
		if (outcome.exitCode === 0 && await holdsPassedVerdict(outcome.folder)) {
			const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
			await tellFirstGreen({
				dir: request.directory,
				by: "run"
			}, {
				git,
				clock: systemClock,
				env: process.env
			});
		}
		return outcome.exitCode;
	} finally {
		process.off("SIGINT", onSignal);
		process.off("SIGTERM", onSignal);
		process.off("SIGHUP", onSignal);
	}
}

export { runFromOptions };