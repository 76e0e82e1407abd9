import { a as environmentHome, i as NodeEnvironmentStore, n as situationHere, t as checkRepository } from "./check-repository.js";
import { t as systemClock } from "./clock.js";
import { t as columnsOf } from "./columns.js";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { realpathSync } from "node:fs";

// src/actions/gates/local-origin.ts
/** Node's names of systems, as they are written elsewhere. */
const PLATFORMS = {
	darwin: "macos",
	win32: "windows"
};
/**
* @param branch what is checked out; null when HEAD is detached
* @param random makes the name of the run
* @param platform Node's name of the system
* @returns where a run of the bare command line takes place
*/
function localOrigin(branch, random, platform) {
	return {
		run: random.uuid(),
		attempt: 1,
		part: 0,
		branch,
		event: "local",
		headSha: null,
		isDefaultBranch: branch === "main" || branch === "master",
		os: PLATFORMS[platform] ?? platform
	};
}

// src/cli/late-view.ts
/** Nobody sees a shorter delay; by then the first gate is running. */
const DELAY_MS = 40;
/**
* The view measures text, which takes tens of milliseconds to load. The first gate does not wait for it: events are kept
* until there is something to show, and are then shown in their order.
*
* @param options what the view is made from
* @param load gives the function that makes it
*/
function lateView(options, load) {
	const kept = [];
	let view;
	let loading;
	let hurry = () => void 0;
	const soon = () => new Promise((resolve) => {
		hurry = resolve;
		setTimeout(resolve, DELAY_MS).unref();
	});
	const start = async () => {
		const made = (await load())(options);
		for (const event of kept.splice(0)) made.listener(event);
		view = made;
	};
	return {
		listener: (event) => {
			if (view !== void 0) return view.listener(event);
			kept.push(event);
			loading ??= soon().then(start);
		},
		end: async () => {
			hurry();
			await loading;
			view?.end();
		}
	};
}

// src/cli/gates-round.ts
/**
* @param session the repository
* @returns where environments of its own installs are kept between runs
*/
function environmentsOf({ env, args }) {
	return new NodeEnvironmentStore(environmentHome(env), systemClock, !args.cache);
}
function isUnfinished(event) {
	return event.kind === "finished" && (event.run.outcome === "cancelled" || event.run.outcome === "skipped");
}
/**
* Runs gates once, shown while they run.
*
* @param session the repository
* @param round what this run is about
*/
async function runRound(session, round) {
	const { args, root, ports, look, memory } = session;
	const { plan, stop, checkout, change, cut } = round;
	const shownStop = cut === void 0 ? stop.signal : new AbortController().signal;
	const view = lateView({
		stream: process.stderr,
		styles: look,
		plan,
		stop: shownStop
	}, async () => (await import("./gates-view.js")).watchGates);
	try {
		const { only, jobs, failFast, config } = args;
		const { branch, ...facts } = await checkout;
		return await checkRepository({
			root,
			plan,
			facts: Promise.resolve(facts),
			only,
			jobs,
			failFast,
			config,
			change,
			origin: localOrigin(branch, ports.random, process.platform),
			release: false,
			requireGates: false,
			secrets: [],
			situation: () => situationHere(root, void 0, ports),
			results: memory,
			environments: environmentsOf(session),
			outputDirectory: join(root, ".turnpike", "gates"),
			historyFile: join(root, ".turnpike", "history", "durations.json"),
			temp: realpathSync(tmpdir())
		}, ports, {
			listener: (event) => cut?.aborted === true && isUnfinished(event) ? void 0 : view.listener(event),
			stop
		});
	} finally {
		await view.end();
	}
}
/**
* Shows what came of it. Everything for people goes to standard error.
*
* @param session the repository
* @param checked the run
* @param notes of the plan; what they say of turnpike.yml is shown
*/
async function showRound({ args, root, look, ports }, checked, notes = []) {
	const { renderGatesReport } = await import("./gates-report.js");
	const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
	const top = checked.verdict.gates.length === 0 ? await ports.git.topLevel(root) : void 0;
	const above = top === void 0 ? void 0 : relative(root, top);
	process.stderr.write(renderGatesReport(checked, {
		styles: look,
		width,
		root,
		top: above === "" ? void 0 : above,
		notes: notes.filter(({ file }) => file === args.config)
	}));
}

export { runRound as n, showRound as r, environmentsOf as t };