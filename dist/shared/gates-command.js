import { n as changedHere } from "./changed-files.js";
import { t as systemClock } from "./clock.js";
import { r as listenForStop } from "./commit-facts.js";
import { n as TurnpikeError } from "./errors.js";
import { n as openSession, r as planOf, t as askCheckout } from "./gates-session.js";
import { dirname, resolve } from "node:path";
import { statSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";

// src/cli/gates-command.ts
async function keepVerdict(checked, file) {
	if (file === void 0) return;
	const target = resolve(file);
	try {
		await mkdir(dirname(target), { recursive: true });
		await copyFile(checked.verdictFile, target);
	} catch (cause) {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause });
	}
}
/** What to write when a folder was meant. */
function forFolder(folder) {
	return `for the folder, write it first: turnpike gates ${folder} --changed`;
}
/** `--changed DIR` reads like a run of DIR, and DIR is what the option takes for its base. */
function folderAsBase(folder, { dir }) {
	const message = `${folder} is a folder, and --changed takes a commit, branch or tag. Nothing was run.`;
	const hint = dir === "." ? `For the folder, write it first:\n  turnpike gates ${folder} --changed` : void 0;
	return new TurnpikeError("INPUT_INVALID", "config", message, hint === void 0 ? {} : { hint });
}
/** What `--changed` stands for; a base that a person names must be there. */
async function changeOf({ args, root, ports }) {
	if (args.changed === void 0) return void 0;
	const base = args.changed === true ? void 0 : args.changed;
	const change = await changedHere(root, base, ports.git);
	const isFolder = base !== void 0 && statSync(base, { throwIfNoEntry: false })?.isDirectory() === true;
	if (change.kind === "known") {
		if (isFolder) process.stderr.write(`${base} is taken for a commit; ${forFolder(base)}\n`);
		return change;
	}
	if (isFolder) throw folderAsBase(base, args);
	if (base !== void 0) throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", { problems: [{
		where: "--changed",
		message: `what changed since ${base} cannot be told: ${change.reason}`
	}] });
	process.stderr.write(`What changed is not known (${change.reason}), so every gate runs.\n`);
	return change;
}
async function runOnce(session) {
	const { args, root, ports, env, look } = session;
	const checkout = askCheckout(session);
	const [planned, change, { runRound, showRound }] = await Promise.all([
		planOf(session),
		changeOf(session),
		import("./gates-round2.js")
	]);
	const stop = listenForStop();
	const checked = await runRound(session, {
		plan: planned.plan,
		stop,
		checkout,
		change
	});
	await keepVerdict(checked, args.verdict);
	await showRound(session, checked, planned.plan.notes);
	if (args.json) process.stdout.write(`${JSON.stringify(checked.verdict, null, 2)}\n`);
	if (checked.run.verdict === "passed" && checked.verdict.partial !== true) {
		const { tellFirstGreen } = await import("./first-green.js");
		await tellFirstGreen({
			dir: root,
			by: "gates"
		}, {
			git: ports.git,
			clock: systemClock,
			env
		}, look);
	}
	process.exitCode = checked.run.exitCode;
	await planned.keep();
}
/**
* Runs the gates here.
*
* @param args what the command line says
* @throws TurnpikeError for what cannot be run at all; a failed gate is an exit code
*/
async function runGatesCommand(args) {
	const session = openSession(args);
	if (args.explainCache !== void 0) {
		const { explainCache } = await import("./explain-cache.js");
		const { environmentsOf } = await import("./gates-round2.js");
		const { plan } = await planOf(session);
		const { root, memory } = session;
		return explainCache(args.explainCache, {
			root,
			plan,
			memory,
			environments: environmentsOf(session)
		}, session.ports);
	}
	if (args.watch === true) {
		const { watchGatesHere } = await import("./watch-gates.js");
		return watchGatesHere(session);
	}
	return runOnce(session);
}

export { runGatesCommand };