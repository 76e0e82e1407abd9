import { o as __toESM } from "./rolldown-runtime.js";
import { n as TurnpikeError } from "./errors.js";
import { n as Masker, t as secretsOf } from "./secrets-of.js";
import { t as require_picomatch } from "./picomatch.js";
import { n as filesNamedBy } from "./environment-key.js";
import { i as inOrderOfNeeds, n as findCycles, r as findUnknownNeeds, t as selectGates } from "./select-gates.js";
import { c as UNUSED_MS, d as countsBeside, i as stoppable, l as isPinned, n as Environments, s as FLOATING_MS, t as ResultCache, u as isYoung } from "./result-cache.js";
import { r as asText, s as valueAt } from "./tables.js";
import { a as WHEN_EVENTS } from "./plan.js";
import { a as position, i as makeStates, n as compareByTier, r as insert, t as compareByPath } from "./schedule-state.js";
import { t as parseHistory } from "./history.js";
import { n as runAttempts } from "./run-attempts.js";
import { n as opensTheWay, t as isRed } from "./verdict-of.js";
import { t as waive } from "./waiver.js";
import { t as clearOutput } from "./output-directory.js";
import { n as changedHere, t as changedByEvent } from "./changed-files.js";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join as join$1 } from "node:path/posix";

// src/core/gates/when.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const ALIASES = { pull_request_target: "pull_request" };
/**
* @param facts the event
* @param release whether this run is a release
* @returns the names that `when.events` may call it by
*/
function eventsOf({ eventName }, release) {
	const name = ALIASES[eventName] ?? eventName;
	return release && name !== "release" ? [name, "release"] : [name];
}
/**
* @param facts the event
* @returns the branch that `when.branches` is about: where the change goes, not where it comes from
*/
function branchOf({ eventName, event, refType, refName, baseRef }) {
	if (eventName === "pull_request" || eventName === "pull_request_target") return baseRef;
	if (eventName === "merge_group") return asText(valueAt(event, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, "");
	return refType === "branch" && refName !== "" ? refName : void 0;
}
function eventProblem(events, situation) {
	if (situation.events.some((name) => events.some((event) => event === name))) return void 0;
	const here = WHEN_EVENTS.find((event) => event === situation.events[0]) === "local" ? "a run without GitHub" : `the event ${situation.events[0] ?? "unknown"}`;
	return `\`when.events\` names ${events.join(", ")}, and this is ${here}`;
}
function branchProblem(branches, { branch }) {
	if (branch === void 0 || import_picomatch.default.isMatch(branch, [...branches], { dot: true })) return void 0;
	return `\`when.branches\` names ${branches.slice(0, 5).join(", ")}, and this is ${branch}`;
}
/**
* @param files files that changed
* @param since what they are compared with
* @returns words that follow a verb: `none of the 3 files that changed since main`
*/
function noneOf(files, since) {
	if (files.length === 0) return `some files, and nothing changed since ${since}`;
	return files.length === 1 ? `other files than the one that changed since ${since}` : `none of the ${files.length} files that changed since ${since}`;
}
function pathProblem(paths, { changed }) {
	if (changed.kind === "unknown" || changed.files.some(filesNamedBy(paths))) return void 0;
	return `\`when.paths\` names ${noneOf(changed.files, changed.since)}`;
}
/**
* @param when the condition of a gate
* @param situation the run
* @returns why the gate does not run, naming the part that does not hold; undefined when it runs, also wherever that is in doubt
*/
function whyNotNow(when, situation) {
	if (when === void 0) return void 0;
	return (when.events === void 0 ? void 0 : eventProblem(when.events, situation)) ?? (when.branches === void 0 ? void 0 : branchProblem(when.branches, situation)) ?? (when.paths === void 0 ? void 0 : pathProblem(when.paths, situation));
}
/**
* Decides which gates do not run, and why. What a gate that runs needs, runs too, whatever is said of it: else a change
* could be checked by nothing.
*
* @param gates all gates that were asked for
* @param whyNot why one would not run by itself
* @returns the reason by id of those that do not run
*/
function leftOut(gates, whyNot) {
	const left = /* @__PURE__ */ new Map();
	const needed = /* @__PURE__ */ new Set();
	for (const gate of [...inOrderOfNeeds(gates)].reverse()) {
		const reason = needed.has(gate.id) ? void 0 : whyNot(gate);
		if (reason !== void 0) left.set(gate.id, reason);
		else for (const need of gate.needs) needed.add(need);
	}
	return left;
}

// src/core/gates/affected.ts
/** Files whose change may have changed the gate itself: where it is declared, what leads there, and turnpike.yml. */
function declares({ source, chain = [] }, config) {
	const files = /* @__PURE__ */ new Set([
		config,
		source.file,
		...chain.map((step) => step.file)
	]);
	return (file) => files.has(file);
}
/**
* Whether a change can make a gate say something else. A gate that names neither `inputs` nor `when.paths` depends on all
* files, so every change can.
*
* @param gate any gate
* @param changed what changed
* @param config path of turnpike.yml
* @returns why it cannot, naming what was looked at; undefined when it can, also when nobody knows what changed
*/
function whyUnaffected(gate, changed, config = "turnpike.yml") {
	if (changed.kind === "unknown") return void 0;
	if (changed.files.length === 0) return `nothing changed since ${changed.since}`;
	const patterns = gate.inputs ?? gate.when?.paths;
	if (patterns === void 0) return void 0;
	const isNamed = filesNamedBy(patterns);
	const isBeside = gate.inputs === void 0 ? () => false : countsBeside(gate);
	const isItsOwn = declares(gate, config);
	if (changed.files.some((file) => isNamed(file) || isBeside(file) || isItsOwn(file))) return void 0;
	return `${gate.inputs === void 0 ? "its `when.paths` name" : "its `inputs` name"} ${noneOf(changed.files, changed.since)}`;
}

// src/core/gates/gate-names.ts
/** Longest part of a file name that a gate's id becomes. */
const LONGEST_NAME = 80;
/**
* @param ids ids of gates
* @returns for each a name that every file system takes, different for each also where case does not count
*/
function fileNamesOf(ids) {
	const used = /* @__PURE__ */ new Set();
	const names = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const plain = id.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, LONGEST_NAME) || "gate";
		let name = plain;
		for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`;
		used.add(name.toLowerCase());
		names.set(id, name);
	}
	return names;
}

// src/core/gates/schedule.ts
/** A gate whose path is at least this share of all that is left to do must not wait behind cheap ones. */
const CRITICAL_SHARE = .35;
/** A fast gate that took at most this share of all that is left to do delays nothing that counts: its verdict comes first. */
const BRIEF_SHARE = .02;
/** Rounding of sums of weights such as 0.1. */
const EPSILON = 1e-9;
/**
* Decides which gates run when. Pure: told of starts and ends, asked what to start next. It never leaves a core idle
* while a gate that fits waits. Brief gates of the fast tier go first, then those on the longest path; the rest by tier, so
* that cheap verdicts come early, then longest first; ties by name, so that the same input gives the same order.
*/
var Schedule = class {
	#states;
	#capacity;
	#byPath = [];
	#byTier = [];
	#heldLocks = /* @__PURE__ */ new Set();
	#leastCpu;
	#usedCpu = 0;
	#usedMemory = 0;
	#running = 0;
	#unfinished;
	/** Core milliseconds of gates that were not started. */
	#workLeft = 0;
	/**
	* @param tasks the gates, ids unique
	* @param options the machine, and durations of earlier runs
	* @throws TurnpikeError `PLAN_CYCLE` naming all cycles, `PLAN_UNKNOWN_GATE` naming all needs that do not exist
	*/
	constructor(tasks, options) {
		refuseBrokenGraph(tasks);
		this.#capacity = options.capacity;
		this.#states = makeStates(tasks, options);
		this.#unfinished = tasks.length;
		this.#leastCpu = Math.min(...[...this.#states.values()].map((state) => state.cpuToStart));
		for (const state of this.#states.values()) {
			this.#workLeft += state.durationMs * state.cpu;
			if (state.openNeeds === 0) this.#makeReady(state);
		}
	}
	/** True when every gate ran or was skipped. */
	get isDone() {
		return this.#unfinished === 0;
	}
	/** How many gates run now. */
	get running() {
		return this.#running;
	}
	/** Cores asked for by what runs now; may be more than there are. */
	get usedCpu() {
		return this.#usedCpu;
	}
	/**
	* @returns the gates to start now, most urgent first; all of them fit at the same time. Empty when none fits. Asking
	*   changes nothing
	*/
	startable() {
		const room = {
			cpu: this.#usedCpu,
			memory: this.#usedMemory,
			locks: new Set(this.#heldLocks),
			count: this.#running
		};
		const chosen = /* @__PURE__ */ new Set();
		const consider = (state) => {
			if (chosen.has(state.task.id) || !this.#fits(state, room)) return;
			chosen.add(state.task.id);
			room.cpu += state.cpu;
			room.memory += state.memoryBytes;
			room.count += 1;
			for (const lock of state.task.locks) room.locks.add(lock);
		};
		const isFull = () => room.cpu + this.#leastCpu > this.#capacity.cores + EPSILON;
		const leftMs = this.#workLeft / this.#capacity.cores;
		for (const state of this.#byTier) {
			if (isFull() || state.task.tier !== "fast") break;
			if (!state.isRemembered || state.durationMs <= BRIEF_SHARE * leftMs) consider(state);
		}
		const criticalMs = CRITICAL_SHARE * leftMs;
		for (const state of this.#byPath) {
			if (isFull() || state.pathMs < criticalMs) break;
			consider(state);
		}
		for (const state of this.#byTier) {
			if (isFull()) break;
			consider(state);
		}
		return [...chosen];
	}
	/**
	* Records that a gate was started.
	*
	* @param id a gate that {@link startable} named
	*/
	start(id) {
		const state = this.#expect(id, "ready");
		state.phase = "running";
		this.#leaveReady(state);
		this.#running += 1;
		this.#usedCpu += state.cpu;
		this.#usedMemory += state.memoryBytes;
		for (const lock of state.task.locks) this.#heldLocks.add(lock);
	}
	/**
	* Records how a running gate ended. Afterwards {@link startable} knows of it, so a failure stops others before they start.
	*
	* @param id the gate
	* @param passed whether gates that need it may run
	* @returns the gates that will not run because of it, nearest first
	*/
	finish(id, passed) {
		const state = this.#expect(id, "running");
		state.phase = "done";
		this.#unfinished -= 1;
		this.#running -= 1;
		this.#usedCpu = this.#running === 0 ? 0 : this.#usedCpu - state.cpu;
		this.#usedMemory -= state.memoryBytes;
		for (const lock of state.task.locks) this.#heldLocks.delete(lock);
		if (!passed) return this.#skipDependents(id);
		for (const dependent of state.dependents) {
			const next = this.#get(dependent);
			next.openNeeds -= 1;
			if (next.openNeeds === 0 && next.phase === "waiting") this.#makeReady(next);
		}
		return [];
	}
	/**
	* Takes back everything that has not started, for a cancelled run or after a failure when the first one is enough.
	*
	* @returns the ids, in the order of the plan
	*/
	giveUp() {
		const given = [...this.#states.values()].filter((state) => state.phase === "waiting" || state.phase === "ready");
		for (const state of given) this.#drop(state);
		return given.map((state) => state.task.id);
	}
	#fits(state, room) {
		if (state.task.locks.some((lock) => room.locks.has(lock))) return false;
		if (room.count === 0) return true;
		if (room.cpu + state.cpuToStart > this.#capacity.cores + EPSILON) return false;
		return this.#capacity.memoryBytes === null || room.memory + state.memoryBytes <= this.#capacity.memoryBytes;
	}
	#skipDependents(id) {
		const skips = [];
		const causes = [id];
		for (const cause of causes) for (const dependent of this.#get(cause).dependents) {
			const state = this.#get(dependent);
			if (state.phase === "done") continue;
			this.#drop(state);
			skips.push({
				id: dependent,
				need: cause
			});
			causes.push(dependent);
		}
		return skips;
	}
	#drop(state) {
		if (state.phase === "ready") this.#leaveReady(state);
		else this.#workLeft -= state.durationMs * state.cpu;
		state.phase = "done";
		this.#unfinished -= 1;
	}
	#makeReady(state) {
		state.phase = "ready";
		insert(this.#byPath, state, compareByPath);
		insert(this.#byTier, state, compareByTier);
	}
	#leaveReady(state) {
		this.#byPath.splice(position(this.#byPath, state, compareByPath), 1);
		this.#byTier.splice(position(this.#byTier, state, compareByTier), 1);
		this.#workLeft -= state.durationMs * state.cpu;
	}
	#get(id) {
		const state = this.#states.get(id);
		if (state === void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `There is no gate ${id} to schedule.`);
		return state;
	}
	#expect(id, phase) {
		const state = this.#get(id);
		if (state.phase === phase) return state;
		throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The gate ${id} is ${state.phase}, not ${phase}.`);
	}
};
function refuseBrokenGraph(tasks) {
	const unknown = findUnknownNeeds(tasks);
	if (unknown.length > 0) {
		const problems = unknown.map(({ id, need }) => ({
			where: id,
			message: `needs \`${need}\`, which is no gate here`
		}));
		throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "A gate needs one that does not exist.", { problems });
	}
	const cycles = findCycles(tasks);
	if (cycles.length === 0) return;
	const problems = cycles.map((cycle) => ({
		where: cycle[0] ?? "",
		message: `needs itself: ${[...cycle, cycle[0]].join(" → ")}`
	}));
	throw new TurnpikeError("PLAN_CYCLE", "config", "Gates need each other in a circle; nothing was run.", { problems });
}

// src/adapters/node/environment-store.ts
/** Environments that are kept at most; those used least go first. */
const MOST_KEPT = 100;
/** Whoever found one a moment ago may still be at work in it. */
const IN_USE_MS = 216e5;
/** A shebang has room for few bytes (128 in older kernels), so names are short. */
const NAME_LENGTH = 24;
/**
* @param env the process environment
* @returns absolute folder of the environments that are kept for this person; it need not exist
*/
function environmentHome(env) {
	const given = env["XDG_CACHE_HOME"] ?? "";
	const home = isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".cache");
	return join(home, "turnpike", "environments");
}
function sitesOf(folder) {
	return readdirSync(join(folder, "lib")).filter((name) => name.startsWith("python")).sort().map((version) => join(folder, "lib", version, "site-packages"));
}
/** Throws when it is no whole environment. */
function lookOf(folder) {
	const python = realpathSync(join(folder, "bin", "python"));
	const { size, mtimeMs } = statSync(python);
	const folders = [...sitesOf(folder), join(folder, "bin")].map((one) => [one, statSync(one).mtimeMs]);
	return JSON.stringify([
		python,
		size,
		mtimeMs,
		folders,
		readFileSync(join(folder, "pyvenv.cfg"), "utf8")
	]);
}
/** Records hold a digest of each file; scripts name this very folder, and uv's own note the time. */
function recordOf(info) {
	const path = join(info, "RECORD");
	if (!existsSync(path)) return "";
	return readFileSync(path, "utf8").split(/\r?\n/).filter((line) => !line.startsWith("../") && !/uv_cache\.json|\.pyc,/.test(line)).sort().join("\n");
}
function contentsOf(folder) {
	const hash = createHash("sha256");
	const distributions = [];
	for (const site of sitesOf(folder)) for (const name of readdirSync(site).sort()) {
		if (!/\.(?:dist-info|egg-info|egg-link|egg)$/.test(name)) continue;
		const address = join(site, name, "direct_url.json");
		const source = existsSync(address) ? readFileSync(address, "utf8") : "";
		distributions.push({
			name: name.replace(/\.[a-z-]+$/, "").replace(/-[^-]*$/, ""),
			isLocal: /"url":\s*"file:/.test(source)
		});
		hash.update(`${name}\0${source}\0${recordOf(join(site, name))}\0`);
	}
	return {
		distributions,
		digest: hash.digest("hex")
	};
}
/** Environments in a folder: `KEY.json` names the folder of the newest that is whole; others are leftovers. */
var NodeEnvironmentStore = class {
	#home;
	#clock;
	#findsNothing;
	/**
	* @param home absolute folder, which need not exist
	* @param clock tells how old environments are
	* @param findsNothing true to make every environment anew
	*/
	constructor(home, clock, findsNothing = false) {
		this.#home = home;
		this.#clock = clock;
		this.#findsNothing = findsNothing;
	}
	async find(key) {
		if (this.#findsNothing) return void 0;
		try {
			const file = this.#recordFile(key);
			const record = await this.#read(file);
			if (record === void 0) return void 0;
			const now = this.#clock.now();
			const times = {
				madeAt: new Date(record.madeAt),
				usedAt: statSync(file).mtime,
				isPinned: record.isPinned
			};
			if (!isYoung(times, now)) return void 0;
			const kept = this.#kept(key, record);
			if (!await this.isWhole(kept)) return void 0;
			await utimes(file, now, now);
			return kept;
		} catch {
			return;
		}
	}
	async place(key) {
		try {
			await mkdir(this.#home, {
				recursive: true,
				mode: 448
			});
			return join(this.#home, `${key.slice(0, NAME_LENGTH)}-${randomUUID().slice(0, 8)}`);
		} catch {
			return;
		}
	}
	async keep({ key, folder, pins, leans }) {
		try {
			for (const site of sitesOf(folder)) mkdirSync(join(site, "__pycache__"), { recursive: true });
			const { distributions, digest } = contentsOf(folder);
			const record = {
				schema: "turnpike/environment/1",
				folder: folder.slice(this.#home.length + 1),
				madeAt: this.#clock.now().toISOString(),
				isPinned: isPinned(distributions, pins),
				installed: digest,
				look: lookOf(folder),
				leans: leans.filter((path) => existsSync(path))
			};
			await this.#leave(await this.#read(this.#recordFile(key)));
			await this.#write(this.#recordFile(key), record);
			await this.#prune().catch(() => void 0);
			return this.#kept(key, record);
		} catch {
			return;
		}
	}
	async isWhole({ folder, identity }) {
		try {
			const record = await this.#read(this.#recordFile(identity.split(" ")[0] ?? ""));
			if (record === void 0 || join(this.#home, record.folder) !== folder) return false;
			return record.look === lookOf(folder) && record.leans.every((path) => existsSync(path));
		} catch {
			return false;
		}
	}
	#recordFile(key) {
		return join(this.#home, `${key.slice(0, NAME_LENGTH)}.json`);
	}
	#kept(key, { folder, installed }) {
		return {
			folder: join(this.#home, folder),
			identity: `${key} ${installed}`
		};
	}
	async #read(file) {
		if (!existsSync(file)) return void 0;
		const { parseEnvironmentRecord } = await import("./environment-record.js");
		return parseEnvironmentRecord(readFileSync(file, "utf8"));
	}
	async #write(file, record) {
		const temporary = `${file}.${randomUUID()}.tmp`;
		await writeFile(temporary, `${JSON.stringify(record)}\n`);
		const now = this.#clock.now();
		await utimes(temporary, now, now);
		await rename(temporary, file);
	}
	/** One that is replaced may still be in use: its time as a leftover begins now. */
	async #leave(old) {
		const now = this.#clock.now();
		if (old !== void 0) await utimes(join(this.#home, old.folder), now, now).catch(() => void 0);
	}
	/** Records that nobody used for long or that are too many, then folders that no record names. */
	async #prune() {
		const now = this.#clock.now().getTime();
		const names = readdirSync(this.#home);
		const ages = names.filter((name) => name.endsWith(".json")).map((name) => ({
			name,
			age: now - statSync(join(this.#home, name)).mtimeMs
		})).sort((a, b) => a.age - b.age);
		const old = ages.filter(({ age }, at) => age > 12096e5 || at >= MOST_KEPT && age > IN_USE_MS);
		for (const { name } of old) await rm(join(this.#home, name), { force: true });
		const gone = new Set(old.map(({ name }) => name));
		const whole = ages.filter(({ name }) => !gone.has(name));
		const records = await Promise.all(whole.map(({ name }) => this.#read(join(this.#home, name))));
		const named = new Set(records.map((record) => record?.folder));
		const freed = new Set(old.map(({ name }) => name.slice(0, -5)));
		for (const name of names.filter((one) => !one.endsWith(".json") && !named.has(one))) {
			const path = join(this.#home, name);
			if (freed.has(name.slice(0, NAME_LENGTH)) || now - statSync(path).mtimeMs > 864e5) await rm(path, {
				recursive: true,
				force: true
			});
		}
	}
};

// src/actions/gates/executed.ts
/** What a gate found that was not run. */
const nothing = {
	summary: null,
	counts: {
		tests: null,
		failures: null,
		findings: null
	},
	findings: [],
	findingsTotal: 0,
	coverage: null
};
/**
* @param executed a gate
* @returns when it ended, in ms after the run began; 0 when it did not run
*/
function endOf(executed) {
	return executed?.startMs == null ? 0 : executed.startMs + (executed.durationMs ?? 0);
}
/**
* @param judgement what a need came to
* @returns why it does not open the way, after the need's name
*/
function whyClosed(judgement) {
	switch (judgement?.outcome) {
		case void 0: return "did not pass";
		case "failed": return "failed";
		case "timed-out": return "ran out of time";
		case "skipped": return "was skipped";
		case "cancelled": return "was cancelled";
		case "inconclusive": return "could not be judged";
		default: return "did not pass";
	}
}
/**
* @param reason one sentence
* @returns a gate whose command was not started
*/
function couldNotRun(reason) {
	return {
		judgement: {
			...nothing,
			outcome: "tool-error",
			reason
		},
		result: {
			end: {
				kind: "not-started",
				reason: "other",
				message: reason
			},
			durationMs: 0
		},
		excerpt: {
			text: "",
			tail: [],
			bytes: 0
		},
		tests: null,
		earlier: [],
		totalMs: 0
	};
}
/**
* @param run a gate with all of its attempts
* @returns the CPU time of all of them and the largest memory of any; undefined where the platform does not tell
*/
function usedByAll({ result, earlier }) {
	const all = [...earlier.map((one) => one.result), result];
	const cpu = all.flatMap(({ cpuMs }) => cpuMs ?? []);
	const peaks = all.flatMap(({ peakBytes }) => peakBytes ?? []);
	return {
		...cpu.length === 0 ? {} : { cpuMs: cpu.reduce((sum, one) => sum + one, 0) },
		...peaks.length === 0 ? {} : { peakBytes: Math.max(...peaks) }
	};
}
/**
* What earlier runs measured is better than a guess. Less than half of several declared cores is not believed: the work may
* be done by a service that the gate calls.
*
* @param gate the gate
* @param history what is remembered
* @returns the gate as the scheduler should see it
*/
function withMeasuredSize(gate, history) {
	const entry = history.get(gate.id);
	if (entry === void 0) return gate;
	const cpu = entry.cpu === null ? gate.cpu : Math.max(.1, gate.cpu > 1 ? Math.max(gate.cpu / 2, entry.cpu) : entry.cpu);
	return {
		...gate,
		cpu,
		memoryBytes: gate.memoryBytes ?? entry.peakBytes
	};
}

// src/actions/gates/execute.ts
/** Silence after which people are told what still runs. */
const HEARTBEAT_MS = 6e4;
/** CPU time is counted in steps of 10 ms, so the cores of a shorter run are not known. */
const LEAST_MEASURED_MS = 500;
/** Above this many processes a core somebody else wants the machine too. */
const CROWDED_LOAD = 1.25;
const NO_QUARANTINE = {
	entries: [],
	at: 0,
	os: "unknown"
};
/** One run of gates: starts what the schedule offers, tells it of ends, until nothing is left. */
var GateRunner = class {
	#gates;
	/** Tasks of the schedule that are no gates. */
	#setUps;
	/** Since when each of them runs, in ms after the run began. */
	#settingUp = /* @__PURE__ */ new Map();
	/** When each of them ended, in ms after the run began. */
	#setUpEnds = /* @__PURE__ */ new Map();
	#waitsFor;
	#schedule;
	#options;
	#ports;
	#names;
	#executed = /* @__PURE__ */ new Map();
	#measured = /* @__PURE__ */ new Map();
	#running = /* @__PURE__ */ new Map();
	#beginMs;
	#stop = new AbortController();
	/** The first required gate that failed, when one is enough. */
	#firstFailure;
	#lastEventMs = 0;
	#done = () => void 0;
	constructor(gates, options, ports) {
		this.#gates = new Map(gates.map((gate) => [gate.id, gate]));
		this.#options = options;
		this.#ports = ports;
		this.#names = fileNamesOf(gates.map((gate) => gate.id));
		const durations = new Map([...options.history].map(([id, entry]) => [id, entry.durationMs]));
		const capacity = {
			cores: options.cores,
			memoryBytes: options.memoryBytes
		};
		const started = gates.filter((gate) => options.known?.has(gate.id) !== true);
		const { environments } = options;
		const setUps = environments.tasksFor(started);
		this.#waitsFor = new Map(started.map((gate) => [gate.id, environments.waitsFor(gate)]));
		const tasks = started.map((gate) => {
			const needs = [...this.#waitsFor.get(gate.id) ?? [], ...gate.needs];
			return {
				...withMeasuredSize(gate, options.history),
				needs
			};
		});
		this.#setUps = new Set(setUps.map(({ id }) => id));
		this.#schedule = new Schedule([...setUps, ...tasks], {
			capacity,
			durations
		});
		this.#beginMs = ports.clock.monotonicMs();
	}
	async run() {
		const finished = new Promise((resolve) => {
			this.#done = resolve;
		});
		const onStop = () => this.#stopAll("the run was cancelled before it started");
		this.#options.signal.addEventListener("abort", onStop, { once: true });
		const heart = new AbortController();
		this.#beat(this.#ports.clock, heart.signal);
		for (const [id, judgement] of this.#options.known ?? []) this.#recordUnstarted(id, judgement);
		if (this.#options.signal.aborted) onStop();
		else this.#pump();
		await finished;
		heart.abort();
		this.#options.signal.removeEventListener("abort", onStop);
		return {
			gates: [...this.#gates.keys()].flatMap((id) => this.#executed.get(id) ?? []),
			measured: this.#measured,
			durationMs: this.#now()
		};
	}
	#now() {
		return this.#ports.clock.monotonicMs() - this.#beginMs;
	}
	#pump() {
		if (!this.#stop.signal.aborted) for (const id of this.#schedule.startable()) if (this.#setUps.has(id)) this.#setUp(id);
		else this.#start(id);
		if (this.#schedule.isDone) this.#done();
	}
	#start(id) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		this.#schedule.start(id);
		this.#running.set(id, {
			sinceMs: this.#now(),
			line: "",
			isCrowded: false
		});
		if (this.#schedule.usedCpu > this.#options.cores) for (const one of this.#running.values()) one.isCrowded = true;
		this.#tell({
			kind: "started",
			id,
			atMs: this.#now()
		});
		this.#runGate(gate).then((run) => this.#finish(gate, run), (error) => this.#finish(gate, couldNotRun(error instanceof Error ? error.message : String(error))));
	}
	/** Whether it worked is told by the gates that need it. */
	#setUp(id) {
		const begin = this.#now();
		this.#schedule.start(id);
		this.#settingUp.set(id, begin);
		this.#options.environments.install(id, this.#stop.signal).then(() => {
			const durationMs = this.#now() - begin;
			this.#settingUp.delete(id);
			this.#setUpEnds.set(id, this.#now());
			if (!this.#stop.signal.aborted) this.#measured.set(id, {
				durationMs,
				cpu: null,
				peakBytes: null,
				wasCrowded: true
			});
			this.#schedule.finish(id, true);
			this.#pump();
		});
	}
	async #runGate(gate) {
		const { environments } = this.#options;
		const problem = environments.problemFor(gate);
		if (problem !== void 0) return couldNotRun(this.#options.masker.mask(problem));
		const name = this.#names.get(gate.id) ?? gate.id;
		const place = {
			root: this.#options.root,
			variables: environments.variablesFor(gate),
			reports: join$1(this.#options.scratch, "reports", name),
			log: join$1(this.#options.scratch, "logs", `${name}.log`)
		};
		await this.#ports.files.makeDirectory(place.reports);
		const onLine = (line) => this.#onLine(gate.id, line);
		const { masker, quarantine = NO_QUARANTINE } = this.#options;
		return runAttempts(gate, {
			place,
			masker,
			quarantine,
			signal: this.#stop.signal,
			onLine
		}, this.#ports);
	}
	#onLine(id, line) {
		const running = this.#running.get(id);
		if (running === void 0 || line.trim() === "") return;
		running.line = this.#options.masker.maskCut(line);
		this.#options.listener({
			kind: "line",
			id,
			text: running.line
		});
	}
	#finish(gate, run) {
		const running = this.#running.get(gate.id);
		this.#running.delete(gate.id);
		const judgement = this.#judgementOf(gate, run);
		this.#record(gate, {
			...run,
			judgement
		}, running?.sinceMs ?? 0);
		if (run.result.end.kind === "exited") this.#measure(gate.id, run, running?.isCrowded ?? true);
		const { inconclusive } = gate;
		const isOpen = opensTheWay({
			outcome: judgement.outcome,
			inconclusive
		}, this.#options.release === true);
		const skips = this.#schedule.finish(gate.id, isOpen);
		for (const { id, need } of skips) this.#skip(id, `\`${need}\` ${whyClosed(this.#executed.get(need)?.judgement)}`);
		if (gate.required && isRed(judgement.outcome) && this.#options.failFast && this.#firstFailure === void 0) {
			this.#firstFailure = gate.id;
			this.#stopAll(`not started, because \`${gate.id}\` failed first`);
		}
		this.#pump();
	}
	/** What was stopped because of the first failure was not cancelled by anybody. */
	#judgementOf({ waiver }, { judgement }) {
		if (judgement.outcome !== "cancelled" || this.#options.signal.aborted || this.#firstFailure === void 0) return this.#options.day === void 0 ? judgement : waive(judgement, waiver, this.#options.day);
		return {
			...judgement,
			outcome: "skipped",
			reason: `stopped, because \`${this.#firstFailure}\` failed first`
		};
	}
	#measure(id, { result }, sharedCores) {
		const load = this.#ports.machine.load();
		const wasCrowded = sharedCores || load !== null && load > CROWDED_LOAD * this.#options.cores;
		const { durationMs, cpuMs, peakBytes } = result;
		const cpu = cpuMs === void 0 || durationMs < LEAST_MEASURED_MS ? null : cpuMs / durationMs;
		this.#measured.set(id, {
			durationMs,
			cpu,
			peakBytes: peakBytes ?? null,
			wasCrowded
		});
	}
	#record(gate, run, sinceMs) {
		const { end } = run.result;
		const { cpuMs, peakBytes } = usedByAll(run);
		const durationMs = run.totalMs;
		const setUpEnds = (this.#waitsFor.get(gate.id) ?? []).map((id) => this.#setUpEnds.get(id) ?? 0);
		const readyMs = Math.max(0, ...setUpEnds, ...gate.needs.map((need) => endOf(this.#executed.get(need))));
		const name = this.#names.get(gate.id) ?? gate.id;
		const wasStarted = end.kind !== "not-started";
		this.#executed.set(gate.id, {
			gate,
			judgement: run.judgement,
			startMs: sinceMs,
			durationMs,
			waitedMs: Math.max(0, sinceMs - readyMs),
			exitCode: end.kind === "exited" ? end.code : null,
			cpuMs: cpuMs ?? null,
			peakBytes: peakBytes ?? null,
			fileName: name,
			logFile: wasStarted ? join$1(this.#options.scratch, "logs", `${name}.log`) : null,
			excerpt: wasStarted ? run.excerpt : null,
			earlier: run.earlier,
			tests: run.tests
		});
		this.#tellFinished(gate, run.judgement, durationMs);
	}
	#skip(id, reason) {
		this.#recordUnstarted(id, {
			...nothing,
			outcome: "skipped",
			reason
		});
	}
	#recordUnstarted(id, judgement) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		this.#executed.set(id, {
			gate,
			judgement,
			startMs: null,
			durationMs: null,
			waitedMs: null,
			exitCode: null,
			cpuMs: null,
			peakBytes: null,
			fileName: this.#names.get(id) ?? id,
			logFile: null,
			excerpt: null,
			earlier: [],
			tests: null
		});
		this.#tellFinished(gate, judgement, null);
	}
	#stopAll(reason) {
		for (const id of this.#schedule.giveUp()) this.#skip(id, reason);
		this.#stop.abort();
		if (this.#schedule.isDone) this.#done();
	}
	#tellFinished({ id, required }, judgement, durationMs) {
		const { outcome, reason, summary } = judgement;
		this.#tell({
			kind: "finished",
			run: {
				id,
				outcome,
				reason,
				summary,
				durationMs,
				required
			}
		});
	}
	#tell(event) {
		this.#lastEventMs = this.#now();
		this.#options.listener(event);
	}
	async #beat(clock, signal) {
		while (!signal.aborted) {
			await clock.sleep(Math.max(1, this.#lastEventMs + HEARTBEAT_MS - this.#now()), signal);
			if (signal.aborted || this.#now() - this.#lastEventMs < HEARTBEAT_MS) continue;
			const running = [...[...this.#settingUp].map(([id, sinceMs]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line: ""
			})), ...[...this.#running].map(([id, { sinceMs, line }]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line
			}))];
			if (running.length > 0) this.#tell({
				kind: "silent",
				running
			});
		}
	}
};
/**
* Runs gates as a graph.
*
* @param gates the gates to run; what they need is among them
* @param options where and how
* @param ports the world
* @returns what each came to; a failed gate is a result
* @throws TurnpikeError `PLAN_CYCLE`, `PLAN_UNKNOWN_GATE`
*/
function executeGates(gates, options, ports) {
	return new GateRunner(gates, options, ports).run();
}

// src/actions/gates/quarantine.ts
/** The same file as `QUARANTINE_FILE` of core/flaky, which is loaded only where there is one. */
const FILE = ".github/turnpike/quarantine.yml";
/**
* The moment that counts for the end of entries. A commit is judged the same whenever it is run again, so the commit's own
* date counts; a scheduled run is there to find what has ended, so it goes by today.
*/
async function momentOf(origin, facts, root, ports) {
	const today = ports.clock.now().getTime();
	if (origin?.event === "schedule") return today;
	for (const commit of [origin?.headSha ?? null, facts.commit]) {
		const seconds = commit === null ? void 0 : await ports.git.commitTime(root, commit);
		if (seconds !== void 0) return seconds * 1e3;
	}
	return today;
}
/**
* @param root absolute path of the repository's root
* @param origin where the run takes place
* @param facts what is checked out
* @param ports the world
* @returns the quarantine; without entries where there is no file
* @throws TurnpikeError `CONFIG_INVALID` with all problems of the file
*/
async function readQuarantine(root, origin, facts, ports) {
	const text = await ports.files.readText(join$1(root, FILE));
	const os = origin?.os ?? "unknown";
	if (text === void 0) return {
		entries: [],
		at: 0,
		os
	};
	const { parseQuarantine } = await import("./parse-quarantine.js");
	const parsed = parseQuarantine(text, FILE);
	if (!parsed.ok) throw new TurnpikeError("CONFIG_INVALID", "config", "Nothing was run.", {
		problems: parsed.problems,
		doc: "docs/flaky.md"
	});
	return {
		entries: parsed.entries,
		at: await momentOf(origin, facts, root, ports),
		os
	};
}

// src/actions/gates/situation.ts
function dayOf(date) {
	return date.toISOString().slice(0, 10);
}
/** The checks of one commit must not turn red by waiting, so they go by the commit's own day. */
const DAY_OF_COMMIT = /* @__PURE__ */ new Set([
	"push",
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
async function dayOfCommit(root, { git, clock }) {
	const seconds = await git.commitTime(root, "HEAD");
	return dayOf(seconds === void 0 ? clock.now() : /* @__PURE__ */ new Date(seconds * 1e3));
}
/**
* @param root absolute path of the repository's root
* @param run what GitHub says, and whether it is a release
* @param ports the world
* @returns why and where this run takes place
*/
async function situationOnGitHub(root, { context, release }, ports) {
	const byCommit = DAY_OF_COMMIT.has(context.eventName) && !release;
	const [changed, day] = await Promise.all([changedByEvent(root, context, release, ports.git), byCommit ? dayOfCommit(root, ports) : dayOf(ports.clock.now())]);
	return {
		events: eventsOf(context, release),
		branch: branchOf(context),
		changed,
		day
	};
}
/**
* @param root absolute path of the repository's root
* @param base what to compare with; undefined: where the current branch left the default branch
* @param ports the world
* @returns a run without GitHub
*/
async function situationHere(root, base, ports) {
	const [changed, branch] = await Promise.all([changedHere(root, base, ports.git), ports.git.branch(root)]);
	return {
		events: ["local"],
		branch,
		changed,
		day: dayOf(ports.clock.now())
	};
}
/**
* @param gates gates that may run
* @returns whether any of them asks for the situation; reading it costs a few calls of git
*/
function asksForSituation(gates) {
	return gates.some((gate) => gate.when !== void 0 || gate.waiver !== void 0);
}

// src/actions/gates/check-repository.ts
/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = .9;
/** Installers may say what they were given. */
function maskedInstalled(installed, masker) {
	const problems = new Map([...installed.problems].map(([key, text]) => [key, masker.mask(text)]));
	return {
		...installed,
		problems,
		remarks: (installed.remarks ?? []).map((text) => masker.mask(text))
	};
}
/** A release is checked whole, whoever asks, in environments that are its own. */
async function open$1(request, gates, { scratch, masker, listener, signal }, ports) {
	const { root, plan, results, release, outputDirectory } = request;
	let hasInstalled = false;
	const options = {
		root,
		environments: plan.environments,
		folder: join$1(scratch, "environments"),
		allowScripts: request.allowScripts === true,
		installsLocks: request.installsLocks === true,
		isShortLived: request.isShortLived === true,
		store: release ? void 0 : request.environments,
		listener: (event) => {
			hasInstalled ||= event.kind === "setup-started";
			listener(event.kind === "setup-finished" && event.problem !== void 0 ? {
				...event,
				problem: masker.mask(event.problem ?? "")
			} : event);
		}
	};
	const processes = stoppable(ports.processes, signal);
	const environments = await Environments.open(gates, options, {
		...ports,
		processes
	});
	if (results === void 0 || release) return {
		environments,
		cache: void 0
	};
	await environments.installAll(({ manager }) => manager !== "venv");
	const written = outputDirectory.startsWith(`${root}/`) ? [`${outputDirectory.slice(root.length + 1)}/`] : [];
	return {
		environments,
		cache: await ResultCache.open(results, {
			gates,
			root,
			written,
			hasInstalled,
			environments
		}, ports)
	};
}
/** Gates that a change cannot make say something else, with the reason. */
function unaffectedBy({ change, config }, gates) {
	return change === void 0 ? /* @__PURE__ */ new Map() : leftOut(gates, (gate) => whyUnaffected(gate, change, config));
}
/** Gates that `when` holds back, with the reason. */
function heldBack(gates, situation) {
	if (situation === void 0) return /* @__PURE__ */ new Map();
	const left = leftOut(gates, ({ when }) => whyNotNow(when, situation));
	return new Map([...left].map(([id, reason]) => [id, {
		...nothing,
		outcome: "skipped",
		reason
	}]));
}
/**
* Runs the gates of a repository, writes verdict.json, details.json, logs and reports.
*
* @param request what to run, and where results go
* @param ports the world
* @param watch is told what happens, and may stop it; a stopped run leaves its verdict too
* @returns the verdict and all that was measured
* @throws TurnpikeError `PLAN_UNKNOWN_GATE`, `PLAN_CYCLE`, `FILE_UNWRITABLE`
*/
async function checkRepository(request, ports, watch) {
	const { root, plan, outputDirectory, failFast } = request;
	const { files } = ports;
	const asked = selectGates(plan, request.only);
	const unaffected = unaffectedBy(request, asked);
	const gates = asked.filter((gate) => !unaffected.has(gate.id));
	if (gates.length > 0) watch.listener({
		kind: "begun",
		gates: gates.length
	});
	const facts = await request.facts;
	const quarantine = await readQuarantine(root, request.origin, facts, ports);
	const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
	const scratch = join$1(request.temp, `tpk-${ports.random.uuid().slice(0, 8)}`);
	const cores = request.jobs ?? ports.machine.cores();
	const memory = ports.machine.memoryBytes();
	const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
	try {
		const clearing = clearOutput(files, root, outputDirectory);
		clearing.catch(() => void 0);
		await files.makeDirectory(join$1(scratch, "logs"));
		const startedAt = ports.clock.now().toISOString();
		const begin = ports.clock.monotonicMs();
		const { listener } = watch;
		const situation = asksForSituation(gates) ? await request.situation?.() : void 0;
		const held = heldBack(gates, situation);
		const { environments, cache } = await open$1(request, gates.filter((gate) => !held.has(gate.id)), {
			scratch,
			masker,
			listener,
			signal: watch.stop.signal
		}, ports);
		const known = new Map([...held, ...await cache?.recall() ?? []]);
		const history = parseHistory(await files.readText(request.historyFile).catch(() => void 0));
		await clearing;
		const where = {
			root,
			scratch,
			cores,
			memoryBytes
		};
		const how = {
			failFast,
			release: request.release,
			history,
			environments,
			masker,
			listener,
			signal: watch.stop.signal,
			known,
			quarantine
		};
		const day = situation === void 0 ? {} : { day: situation.day };
		const execution = await executeGates(gates, {
			...where,
			...how,
			...day
		}, ports);
		const ran = {
			execution,
			facts,
			masker,
			cores,
			startedAt,
			durationMs: Math.round(ports.clock.monotonicMs() - begin),
			situation,
			quarantine,
			results: await cache?.keep(execution, masker),
			unaffected,
			installed: maskedInstalled(environments.installed(), masker)
		};
		const { conclude } = await import("./conclude.js");
		return await conclude(request, ran, scratch, ports, watch);
	} finally {
		if (request.isShortLived !== true) await files.remove(scratch).catch(() => void 0);
	}
}

export { environmentHome as a, NodeEnvironmentStore as i, situationHere as n, fileNamesOf as o, situationOnGitHub as r, checkRepository as t };