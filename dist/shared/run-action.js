import { a as error, d as notice, g as warning, h as startGroup, i as endGroup, l as info, m as setSecret, p as setOutput, r as debug, u as isDebug } from "./core.js";
import { C as parseInputs, D as FAILURE_OUTPUT, b as secretsOf, w as secretsOf$1, x as Masker, y as definedVariables } from "./begin.js";
import { r as toFailure } from "./failure.js";
import { a as formatProblem, i as formatError, n as TurnpikeError, r as exitCodeOf, t as EXIT } from "./errors.js";
import { t as inert } from "./inert.js";

// src/adapters/actions/log.ts
function toProperties(place) {
	if (place === void 0) return {};
	return {
		...place.title === void 0 ? {} : { title: place.title },
		...place.file === void 0 ? {} : { file: place.file },
		...place.line === void 0 ? {} : { startLine: place.line },
		...place.column === void 0 ? {} : { startColumn: place.column }
	};
}
/** The log of a GitHub step. */
const actionsLog = {
	info: (message) => info(inert(message)),
	debug: (message) => debug(message),
	notice: (message, place) => notice(message, toProperties(place)),
	warning: (message, place) => warning(message, toProperties(place)),
	error: (message, place) => error(message, toProperties(place)),
	async group(title, work) {
		startGroup(inert(title));
		try {
			return await work();
		} finally {
			endGroup();
		}
	},
	mask: (value) => setSecret(value)
};

// src/adapters/actions/inputs.ts
/**
* The texts of an action's inputs. The runner exports `INPUT_<NAME>`, upper case, spaces turned to `_`
* (actions/runner src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment); hyphens stay.
*
* @param contract whose inputs
* @param env the process environment
* @returns text by input name; names that the contract does not know are kept, so that the parser can report them
*/
function readInputs(contract, env) {
	const raw = {};
	for (const [variable, value] of Object.entries(env)) {
		if (!variable.startsWith("INPUT_") || value === void 0) continue;
		const name = variable.slice(6).toLowerCase();
		if (name in contract.inputs || value !== "") raw[name] = value;
	}
	return raw;
}

// src/adapters/actions/run-action.ts
function toKebabCase(name) {
	return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** GitHub keeps ten errors of a step; one is the sentence at the end. */
const PLACED_PROBLEMS = 9;
/** Shows problems at their places in the changed files, and the rest with the sentence that says what happened. */
function annotate(title, error) {
	const placed = (error instanceof TurnpikeError ? error.problems : []).filter(({ line }) => line !== void 0).slice(0, PLACED_PROBLEMS);
	for (const problem of placed) {
		const { where: file, line, column } = problem;
		const place = {
			...line === void 0 ? {} : { line },
			...column === void 0 ? {} : { column }
		};
		actionsLog.error(formatProblem(problem), {
			title,
			file,
			...place
		});
	}
	actionsLog.error(formatError(error, placed), { title });
}
function reportError(contract, error) {
	if (contract.onServiceError === "warn" && error instanceof TurnpikeError && error.kind === "service") {
		actionsLog.warning(formatError(error), { title: contract.title });
		return EXIT.passed;
	}
	annotate(contract.title, error);
	try {
		const masker = new Masker(secretsOf(definedVariables(process.env)));
		setOutput(FAILURE_OUTPUT, JSON.stringify(toFailure(error, (text) => masker.mask(text))));
	} catch {}
	if (isDebug() && error instanceof Error) actionsLog.debug(error.stack ?? "");
	return exitCodeOf(error);
}
/**
* Runs one action from inputs to exit code: reads inputs (all problems at once), masks secrets before anything may log,
* calls the use case, writes the declared outputs, renders one message for an error. Ends the process, because open
* sockets of clients would keep it alive.
*
* @param contract the action's contract
* @param useCase the work
*/
async function runAction(contract, useCase) {
	let exitCode = EXIT.passed;
	try {
		const raw = readInputs(contract, process.env);
		for (const secret of secretsOf$1(contract, raw)) actionsLog.mask(secret);
		const result = await useCase(parseInputs(contract, raw));
		for (const [name, value] of Object.entries(result.outputs)) if (value !== void 0) setOutput(toKebabCase(name), value);
		exitCode = result.exitCode ?? EXIT.passed;
		if (exitCode !== EXIT.passed && result.failure !== void 0) actionsLog.error(result.failure, { title: contract.title });
	} catch (error) {
		exitCode = reportError(contract, error);
	}
	return await endProcess(exitCode);
}
/**
* Runs a post step. It never fails a job: an error becomes a warning.
*
* @param contract the action's contract
* @param work the work
*/
async function runPost(contract, work) {
	try {
		await work();
	} catch (error) {
		actionsLog.warning(formatError(error), { title: contract.title });
	}
	return await endProcess(EXIT.passed);
}
/** Ends the process once standard output has taken everything. */
async function endProcess(exitCode) {
	await new Promise((done) => process.stdout.write("", () => done()));
	process.exit(exitCode);
}

export { runPost as n, actionsLog as r, runAction as t };