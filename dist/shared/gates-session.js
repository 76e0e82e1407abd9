import { i as thisMachine, t as commitFactsOf } from "./commit-facts.js";
import { t as systemClock } from "./clock.js";
import { t as definedVariables } from "./environment2.js";
import { t as existingFolder } from "./existing-folder.js";
import { t as NodeFiles } from "./files2.js";
import { t as GitProgram } from "./git.js";
import { t as NodeProcesses } from "./processes.js";
import { t as systemRandom } from "./random.js";
import { t as NodeResultGrounds } from "./result-ground.js";
import { t as styles } from "./styles.js";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { realpathSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname as dirname$1, relative as relative$1 } from "node:path/posix";
import { fileURLToPath } from "node:url";

// src/adapters/node/plan-cache.ts
/** A change within this time of being looked at could go unseen, because clocks of file systems are coarse. */
const SETTLED_MS = 2e3;
/** Larger repositories are planned anew each time; looking at every folder would take as long. */
const MOST_PLACES = 3e4;
function lookAt(path) {
	const info = statSync(path, { throwIfNoEntry: false });
	return info === void 0 ? null : [
		info.ctimeMs,
		info.size,
		info.ino
	];
}
function isSame(a, b) {
	if (a === void 0 || a === null || b === null) return a === b;
	return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
/**
* @param kind what is kept
* @param about what it is about; told apart by a digest
* @param env the process environment
* @returns absolute path of a file in the user's cache folder, which need not exist
*/
function cacheFile(kind, about, env) {
	const home = env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
	const name = createHash("sha256").update(about).digest("hex").slice(0, 32);
	return join(home, "turnpike", kind, `${name}.json`);
}
/**
* Not in the repository, which could bring one along: a plan says what is run, so it must come from this program alone.
*/
function fileOf({ root, config, env }) {
	return cacheFile("plans", `${root}\0${config}`, env);
}
/**
* @returns the folder of the bundle, whose files a build or a checkout of another version makes anew; undefined where the
*   program runs from its sources, any of which may change alone
*/
function bundleFolder() {
	const own = fileURLToPath(import.meta.url);
	return own.endsWith(".ts") ? void 0 : dirname(own);
}
/** Every folder with a file in it, every text that was read, and what decides which files git lists. */
function placesOf(snapshot, config) {
	const folders = /* @__PURE__ */ new Set(["."]);
	for (const file of snapshot.files) for (let at = dirname$1(file); !folders.has(at); at = dirname$1(at)) folders.add(at);
	const ignores = snapshot.files.filter((file) => file === ".gitignore" || file.endsWith("/.gitignore"));
	const read = [...snapshot.texts.keys(), ...snapshot.unreadable.map(({ file }) => file)];
	return [.../* @__PURE__ */ new Set([
		...folders,
		...read,
		...ignores,
		config,
		".git/index",
		".git/info/exclude",
		".git/HEAD"
	])];
}
/** The same of the repository around a folder, seen from the folder. */
function placesAround(around) {
	if (around === void 0) return [];
	const up = relative$1(`/${around.folder}`, "/");
	return placesOf(around.snapshot, "turnpike.yml").map((path) => `${up}/${path}`);
}
/**
* The plan of the run before, when nothing that it was made from has changed: no folder got or lost an entry, no text that
* was read is another one, and this is the same program.
*
* @param place the repository, and where plans are kept
* @returns undefined when there is none or something changed; any fault is a miss
*/
async function recallPlan(place) {
	if (place.program === void 0) return void 0;
	try {
		const kept = JSON.parse(await readFile(fileOf(place), "utf8"));
		if (kept.schema !== "turnpike/kept-plan/1" || !isSame(kept.program, lookAt(place.program))) return void 0;
		return Object.entries(kept.looks).every(([path, look]) => isSame(look, lookAt(join(place.root, path)))) ? kept.plan : void 0;
	} catch {
		return;
	}
}
/**
* Looks at all that a plan is made from. To be called when the plan is made, before gates run: what they change makes the
* next plan another one.
*
* @param place the repository, and where plans are kept
* @param snapshot what the plan was made from
* @param nowMs the time, in ms since 1970
* @param around the repository around it, where that was looked at too
* @returns undefined when the plan is not to be kept: something was changed a moment ago, or the repository is very large
*/
function lookAtGround(place, snapshot, nowMs, around) {
	if (place.program === void 0 || snapshot.isCut || around?.snapshot.isCut === true) return void 0;
	const places = [...placesOf(snapshot, place.config), ...placesAround(around)];
	if (places.length > MOST_PLACES) return void 0;
	const looks = places.map((path) => [path, lookAt(join(place.root, path))]);
	return looks.every(([, look]) => look === null || look[0] < nowMs - SETTLED_MS) ? Object.fromEntries(looks) : void 0;
}
/**
* Keeps a plan for {@link recallPlan}. A fault is no reason to fail: the next run plans anew.
*
* @param place the repository, and where plans are kept
* @param looks what {@link lookAtGround} gave
* @param plan the plan
*/
async function keepPlan(place, looks, plan) {
	if (place.program === void 0) return;
	const kept = {
		schema: "turnpike/kept-plan/1",
		program: lookAt(place.program),
		looks,
		plan
	};
	const file = fileOf(place);
	const draft = `${file}.${process.pid}`;
	try {
		await mkdir(dirname(file), {
			recursive: true,
			mode: 448
		});
		await writeFile(draft, JSON.stringify(kept), { mode: 384 });
		await rename(draft, file);
	} catch {
		await rm(draft, { force: true }).catch(() => void 0);
	}
}

// src/cli/gates-session.ts
/**
* @param args what the command line says
* @throws TurnpikeError `FILE_UNREADABLE` when the folder is none
*/
function openSession(args) {
	const root = realpathSync(existingFolder(args.dir, (name) => `For a gate of that name: turnpike gates --only ${name}`));
	const env = definedVariables(process.env);
	const processes = new NodeProcesses();
	const ports = {
		processes,
		env,
		clock: systemClock,
		random: systemRandom,
		machine: thisMachine,
		files: new NodeFiles(root),
		git: new GitProgram(processes, env)
	};
	const memory = {
		file: cacheFile("results", root, env),
		grounds: new NodeResultGrounds(processes, env, false),
		where: "here",
		readsNothing: !args.cache
	};
	return {
		args,
		root,
		env,
		processes,
		ports,
		look: styles(process.stderr, env),
		memory
	};
}
/**
* @param session the repository
* @returns its plan
* @throws TurnpikeError `CONFIG_INVALID`
*/
async function planOf({ root, env, args }) {
	const place = {
		root,
		config: args.config,
		env,
		program: bundleFolder()
	};
	const kept = await recallPlan(place);
	if (kept !== void 0) return {
		plan: kept,
		keep: async () => void 0
	};
	const { readPlan } = await import("./read-plan2.js");
	let ground;
	const onSnapshot = (snapshot, around) => {
		ground = lookAtGround(place, snapshot, Date.now(), around);
	};
	const plan = await readPlan(place.root, {
		config: place.config,
		onSnapshot
	});
	const keep = async () => ground === void 0 ? void 0 : keepPlan(place, ground, plan);
	return {
		plan,
		keep
	};
}
/**
* Asks early what the files are; awaited later.
*
* @param session the repository
*/
async function askCheckout({ root, memory }) {
	const { state, dirty } = await memory.grounds.begin(root);
	return {
		...commitFactsOf(state, dirty),
		branch: state?.branch ?? null
	};
}

export { openSession as n, planOf as r, askCheckout as t };