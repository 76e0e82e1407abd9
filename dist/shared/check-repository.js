import { n as TurnpikeError, o as unreachable, t as EXIT } from "./errors.js";
import { t as nearestName } from "./parse.js";
import { _ as union, a as boolean, d as object, f as record, l as looseObject, m as string, n as _enum, r as array, u as number, v as unknown } from "./schemas.js";
import { i as renderHistory, n as parseHistory, r as remember, t as judge } from "./gates.js";
import "./contract.js";
import "./uv.js";
import { t as childEnvironment } from "./child-environment.js";
import { a as syncArguments, n as explainSync, t as classifySync } from "./sync-failure.js";
import { t as readExcerpt } from "./log-excerpt.js";
import { t as require_saxes } from "./saxes.js";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { dirname, join, normalize } from "node:path/posix";

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

// src/core/gates/graph.ts
/** Most cycles that are named; a repository that has more needs to mend these first. */
const MOST_CYCLES = 50;
/**
* @param gates gates with unique ids
* @returns pairs of a gate and a need of it that no gate has, in the order of the gates
*/
function findUnknownNeeds(gates) {
	const known = new Set(gates.map((gate) => gate.id));
	return gates.flatMap((gate) => gate.needs.filter((need) => !known.has(need)).map((need) => ({
		id: gate.id,
		need
	})));
}
/**
* Finds circles of needs. Each gate that is on a circle is on at least one that is returned (the shortest through it).
*
* @param gates gates with unique ids; unknown needs are ignored
* @returns paths `[a, b, c]`, meaning that a needs b, b needs c and c needs a; each begins with its first id in order of
*   names. At most 50
*/
function findCycles(gates) {
	const needs = new Map(gates.map((gate) => [gate.id, gate.needs]));
	const found = [];
	const covered = /* @__PURE__ */ new Set();
	for (const component of components(gates)) {
		const members = new Set(component);
		for (const id of component.sort()) {
			if (found.length >= MOST_CYCLES) return found;
			const cycle = covered.has(id) ? void 0 : shortestCycle(id, needs, members);
			if (cycle === void 0) continue;
			for (const member of cycle) covered.add(member);
			found.push(rotateToFirst(cycle));
		}
	}
	return found;
}
function rotateToFirst(cycle) {
	const first = cycle.indexOf([...cycle].sort()[0] ?? "");
	return [...cycle.slice(first), ...cycle.slice(0, first)];
}
function shortestCycle(from, needs, members) {
	const cameFrom = /* @__PURE__ */ new Map();
	const queue = [from];
	for (const at of queue) for (const need of needs.get(at) ?? []) {
		if (need === from) return pathTo(at, from, cameFrom);
		if (!members.has(need) || cameFrom.has(need)) continue;
		cameFrom.set(need, at);
		queue.push(need);
	}
}
function pathTo(end, from, cameFrom) {
	const path = [];
	for (let at = end; at !== void 0 && at !== from; at = cameFrom.get(at)) path.push(at);
	return [from, ...path.reverse()];
}
/** Strongly connected components (Tarjan, SIAM J. Comput. 1972), without recursion: a chain may be 10,000 gates long. */
function components(gates) {
	const needsOf = new Map(gates.map((gate) => [gate.id, gate.needs]));
	const index = /* @__PURE__ */ new Map();
	const low = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Set();
	const stack = [];
	const found = [];
	for (const gate of gates) {
		if (index.has(gate.id)) continue;
		const visits = [enter(gate.id)];
		for (let visit = visits.at(-1); visit !== void 0; visit = visits.at(-1)) {
			const need = visit.needs[visit.next];
			visit.next += 1;
			if (need === void 0) {
				visits.pop();
				leave(visit.id, visits.at(-1)?.id);
			} else if (needsOf.has(need)) {
				if (!index.has(need)) visits.push(enter(need));
				else if (open.has(need)) lower(visit.id, index.get(need));
			}
		}
	}
	return found;
	function enter(id) {
		index.set(id, index.size);
		low.set(id, index.size - 1);
		open.add(id);
		stack.push(id);
		return {
			id,
			needs: needsOf.get(id) ?? [],
			next: 0
		};
	}
	function lower(id, to) {
		low.set(id, Math.min(low.get(id) ?? 0, to ?? 0));
	}
	function leave(id, parent) {
		if (parent !== void 0) lower(parent, low.get(id));
		if (low.get(id) !== index.get(id)) return;
		const members = stack.splice(stack.lastIndexOf(id));
		for (const member of members) open.delete(member);
		found.push(members);
	}
}
/**
* @param gates gates without cycles
* @returns them, each after what it needs; else in the order given
*/
function inOrderOfNeeds(gates) {
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const entered = /* @__PURE__ */ new Set();
	const ordered = [];
	for (const gate of gates) {
		const path = entered.has(gate.id) ? [] : [{
			gate,
			next: 0
		}];
		entered.add(gate.id);
		for (let at = path.at(-1); at !== void 0; at = path.at(-1)) {
			const id = at.gate.needs[at.next];
			at.next += 1;
			const need = id === void 0 || entered.has(id) ? void 0 : byId.get(id);
			if (need !== void 0) {
				entered.add(need.id);
				path.push({
					gate: need,
					next: 0
				});
			} else if (id === void 0) {
				ordered.push(at.gate);
				path.pop();
			}
		}
	}
	return ordered;
}
/**
* What a required gate needs decides for it, so it is required too: else an advisory gate that fails would keep a
* required one from running, and nobody would be stopped.
*
* @param gates all gates
* @returns them, in order, with `required` handed on to all that required gates need
*/
function requireNeeds(gates) {
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const required = /* @__PURE__ */ new Set();
	const open = gates.filter((gate) => gate.required);
	for (let gate = open.pop(); gate !== void 0; gate = open.pop()) {
		if (required.has(gate.id)) continue;
		required.add(gate.id);
		for (const need of gate.needs) {
			const needed = byId.get(need);
			if (needed !== void 0) open.push(needed);
		}
	}
	return gates.map((gate) => gate.required === required.has(gate.id) ? gate : {
		...gate,
		required: true
	});
}

// src/core/gates/mask.ts
/** Shorter values are words like `true` or `12345`, and hiding them would hide half of every log. */
const SHORTEST_SECRET = 6;
const MASK = "***";
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|CREDENTIALS?|PAT|AUTH)(?:$|_(?!URL|URI|SOCK|FILE|PATH|DIR|ENDPOINT|HOST|TYPE|METHOD|ID$))/i;
/** `https://user:password@host` in any variable, such as a proxy or an index. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi;
/**
* @param env the environment of this process
* @returns values that look like secrets: by the name of their variable, or as the password in a URL
*/
function secretsOf(env) {
	const found = /* @__PURE__ */ new Set();
	for (const [name, value] of Object.entries(env)) {
		const bare = name.replace(/^INPUT_/, "").replaceAll("-", "_");
		if (SECRET_NAME.test(bare) && !isHarmless(value)) found.add(value);
		for (const match of value.matchAll(URL_PASSWORD)) found.add(match[1] ?? "");
	}
	return [...found].filter((value) => value.length >= SHORTEST_SECRET);
}
/** A path or a URL without a password is where a secret is kept, not the secret. */
function isHarmless(value) {
	return /^(?:\/|\.\/|[a-z][a-z0-9+.-]*:\/\/[^@]*$)/i.test(value.trim());
}
function base64(text) {
	const bytes = new TextEncoder().encode(text);
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary);
}
/**
* In the middle of a longer text base64 looks different by where the value begins; the parts that depend on its neighbours
* are cut off (actions/runner src/Sdk/DTLogging/Logging/ValueEncoders.cs).
*/
function base64Forms(secret) {
	const cut = [
		0,
		1,
		2
	].map((shift) => base64("\0".repeat(shift) + secret).replace(/=+$/, "")).map((text, shift) => text.slice(shift === 0 ? 0 : shift + 1));
	const forms = [...cut, ...cut.map((text) => text.slice(0, -1))];
	return [...forms, ...forms.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))];
}
function formsOf(secret) {
	const lines = secret.split(/\r?\n/).filter((line) => line.trim().length >= SHORTEST_SECRET);
	const plain = lines.length > 1 ? [secret, ...lines.map((line) => line.trim())] : [secret, secret.trim()];
	const encoded = plain.flatMap((one) => {
		const wellFormed = one.toWellFormed();
		const url = encodeURIComponent(wellFormed);
		return [
			url,
			url.toLowerCase(),
			url.replaceAll("%20", "+"),
			JSON.stringify(one).slice(1, -1)
		];
	});
	return [
		...plain,
		...encoded,
		...plain.flatMap(base64Forms)
	];
}
/** Takes secrets out of text: as they are, percent-encoded, in JSON, and in base64. */
var Masker = class {
	#pattern;
	/** The longest form in characters; what may stand at the end of one piece and the beginning of the next. */
	longest;
	/** @param secrets values to hide */
	constructor(secrets) {
		const longestFirst = [...new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST_SECRET))].sort((a, b) => b.length - a.length);
		this.longest = longestFirst[0]?.length ?? 0;
		this.#pattern = longestFirst.length === 0 ? void 0 : new RegExp(longestFirst.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g");
	}
	/** True when there is nothing to hide. */
	get isEmpty() {
		return this.#pattern === void 0;
	}
	/**
	* @param text any text
	* @returns the text without secrets
	*/
	mask(text) {
		return this.#pattern === void 0 ? text : text.replace(this.#pattern, MASK);
	}
	/**
	* @param pieces a text in pieces
	* @returns the same text without secrets, also those that were cut in two
	*/
	async *maskPieces(pieces) {
		let held = "";
		for await (const piece of pieces) {
			if (this.#pattern === void 0) {
				yield piece;
				continue;
			}
			const text = this.mask(held + piece);
			const end = Math.max(0, text.length - this.longest);
			held = text.slice(end);
			if (end > 0) yield text.slice(0, end);
		}
		if (held !== "") yield held;
	}
};

// src/core/gates/schedule-state.ts
/** Assumed for a gate that never ran, when none of its tier did. */
const ASSUMED_MS = {
	fast: 2e3,
	normal: 1e4,
	slow: 6e4
};
/** Share of a core that is enough to start on, so that a gate that mostly waits for the network keeps no core idle. */
const LEAST_SHARE = .9;
const TIER_RANK = {
	fast: 0,
	normal: 1,
	slow: 2
};
/**
* @param tasks the gates, without cycles or unknown needs
* @param options the machine, and durations of earlier runs
* @returns what is known of each gate, by id, in the order given
*/
function makeStates(tasks, options) {
	const { capacity } = options;
	const assumed = assumedDurations(tasks, options.durations ?? /* @__PURE__ */ new Map());
	const states = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const cpu = Math.min(Math.max(task.cpu, 0), capacity.cores);
		const durationMs = assumed(task);
		states.set(task.id, {
			task,
			durationMs,
			isRemembered: options.durations?.has(task.id) === true,
			cpu,
			cpuToStart: Math.max(Math.min(1, cpu) * LEAST_SHARE, cpu / 2),
			memoryBytes: Math.min(task.memoryBytes ?? 0, capacity.memoryBytes ?? Number.POSITIVE_INFINITY),
			pathMs: durationMs,
			openNeeds: new Set(task.needs).size,
			dependents: [],
			phase: "waiting"
		});
	}
	for (const task of tasks) for (const need of new Set(task.needs)) states.get(need)?.dependents.push(task.id);
	measurePaths(tasks, states);
	return states;
}
function assumedDurations(tasks, durations) {
	const known = (task) => {
		const ms = durations.get(task.id);
		return ms !== void 0 && Number.isFinite(ms) && ms >= 0 ? ms : void 0;
	};
	const medians = /* @__PURE__ */ new Map();
	for (const tier of [
		"fast",
		"normal",
		"slow"
	]) {
		const seen = tasks.filter((task) => task.tier === tier).flatMap((task) => known(task) ?? []);
		medians.set(tier, seen.sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? ASSUMED_MS[tier]);
	}
	return (task) => known(task) ?? medians.get(task.tier) ?? ASSUMED_MS[task.tier];
}
/** Gates that share a lock run one after another, so their durations add up like those of a chain. */
function measurePaths(tasks, states) {
	const lockLoad = /* @__PURE__ */ new Map();
	for (const state of states.values()) for (const lock of state.task.locks) lockLoad.set(lock, (lockLoad.get(lock) ?? 0) + state.durationMs);
	for (const task of [...inOrderOfNeeds(tasks)].reverse()) {
		const state = states.get(task.id);
		if (state === void 0) continue;
		const after = Math.max(0, ...state.dependents.map((id) => states.get(id)?.pathMs ?? 0));
		const held = Math.max(0, ...task.locks.map((lock) => lockLoad.get(lock) ?? 0));
		state.pathMs = Math.max(state.durationMs + after, held);
	}
}
function byName(a, b) {
	return a.task.id < b.task.id ? -1 : a.task.id > b.task.id ? 1 : 0;
}
/** Longest path first. */
const compareByPath = (a, b) => b.pathMs - a.pathMs || byName(a, b);
/** Cheap tiers first, longest path first within one. */
const compareByTier = (a, b) => TIER_RANK[a.task.tier] - TIER_RANK[b.task.tier] || compareByPath(a, b);
/**
* @param list sorted by `compare`
* @param state what to look for
* @param compare the order
* @returns where it stands, or would stand
*/
function position$1(list, state, compare) {
	let [from, to] = [0, list.length];
	while (from < to) {
		const middle = from + to >> 1;
		const at = list[middle];
		if (at !== void 0 && compare(at, state) < 0) from = middle + 1;
		else to = middle;
	}
	return from;
}
/**
* @param list sorted by `compare`; changed
* @param state what to put where it belongs
* @param compare the order
*/
function insert(list, state, compare) {
	list.splice(position$1(list, state, compare), 0, state);
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
		this.#byPath.splice(position$1(this.#byPath, state, compareByPath), 1);
		this.#byTier.splice(position$1(this.#byTier, state, compareByTier), 1);
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

// src/core/gates/verdict-of.ts
/**
* The table of docs/architecture.md, section 8.
*
* @param gate the gate and its outcome
* @param release whether this run is a release
* @returns what it does to the verdict
*/
function effectOf(gate, release) {
	const { outcome } = gate;
	if (outcome === null || outcome === "skipped") return "nothing";
	if (outcome === "cancelled") return "cancels";
	if (!gate.required) return "ran";
	switch (outcome) {
		case "passed":
		case "cached":
		case "flaky-passed":
		case "quarantined":
		case "waived": return "ran";
		case "failed":
		case "timed-out": return "fails";
		case "inconclusive": return release || gate.inconclusive === "fail" ? "errs" : "ran";
		case "tool-error": return "errs";
		default: return unreachable(outcome);
	}
}
/** Outcomes after which a gate that needs this one may run. */
const OPENING = /* @__PURE__ */ new Set([
	"passed",
	"cached",
	"flaky-passed",
	"quarantined",
	"waived"
]);
/**
* @param outcome what a gate came to
* @returns whether gates that need it may run
*/
function opensTheWay(outcome) {
	return OPENING.has(outcome);
}
/**
* @param gates what each gate came to
* @param options release, budget, and how the run ended
* @returns the verdict, strongest first: cancelled, failed, error, passed, nothing-to-check
*/
function verdictOf(gates, options) {
	const effects = gates.map((gate) => effectOf(gate, options.release));
	const has = (effect) => effects.includes(effect);
	const blocking = gates.filter((_, at) => effects[at] === "fails" || effects[at] === "errs").map((gate) => gate.id);
	const isOverBudget = options.budget.totalMs < options.durationMs;
	const conclude = (verdict, exitCode) => ({
		verdict,
		exitCode,
		blocking,
		isOverBudget
	});
	if (has("cancels") || options.stoppedBy !== void 0) return conclude("cancelled", options.stoppedBy === "SIGTERM" ? EXIT.terminated : EXIT.interrupted);
	if (has("fails")) return conclude("failed", EXIT.failed);
	if (!has("ran") && !has("errs")) return conclude("nothing-to-check", options.requireGates === true ? EXIT.failed : EXIT.passed);
	if (isOverBudget && options.budget.enforce) return conclude("failed", EXIT.overBudget);
	return has("errs") ? conclude("error", EXIT.service) : conclude("passed", EXIT.passed);
}

// src/adapters/node/machine.ts
/** Quota over period of the control group, in cores (Linux kernel, admin-guide/cgroup-v2, `cpu.max`). */
function cgroupCores() {
	try {
		const [quota, period] = readFileSync("/sys/fs/cgroup/cpu.max", "latin1").trim().split(" ");
		const cores = Number(quota) / Number(period);
		return Number.isFinite(cores) && cores > 0 ? cores : Number.POSITIVE_INFINITY;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}
/** This machine. */
const thisMachine = {
	cores: () => Math.max(1, Math.floor(Math.min(availableParallelism(), cgroupCores()))),
	load: () => process.platform === "win32" ? null : loadavg()[0] ?? null,
	memoryBytes: () => {
		const limit = process.constrainedMemory();
		return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
	}
};

// src/adapters/node/stop-request.ts
/**
* Listens for SIGINT and SIGTERM. The first one asks for an orderly end. A second SIGINT ends the process at once; a later
* SIGTERM does not, because a runner sends it while the orderly end is still on its way (actions/runner
* src/Runner.Sdk/ProcessInvoker.cs).
*
* @returns what came
*/
function listenForStop() {
	const controller = new AbortController();
	let cause;
	const take = (signal) => {
		if (cause === void 0) {
			cause = signal;
			controller.abort();
		} else if (signal === "SIGINT" && cause === "SIGINT") process.exit(130);
	};
	process.on("SIGINT", () => take("SIGINT"));
	process.on("SIGTERM", () => take("SIGTERM"));
	return {
		signal: controller.signal,
		cause: () => cause
	};
}

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
		}
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

// src/actions/gates/install-environments.ts
/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 12e5;
/**
* @param need an environment
* @returns what tells it from others
*/
function keyOf(need) {
	return `${need.manager}\0${need.cwd}`;
}
/**
* @param gate a gate
* @returns the environment whose packages must be there before it starts; null when it needs none. `uv lock --check`
*   needs uv alone: a lock that cannot be installed is just what it tells
*/
function packagesFor(gate) {
	return gate.tool === "uv lock" ? null : gate.environment;
}
/** Folders from an environment's own up to the root: a workspace keeps its packages at the top. */
function upwards(cwd) {
	const folders = [cwd];
	for (let at = cwd; at !== "."; at = dirname(at)) folders.push(dirname(at));
	return folders;
}
/** A lock without packages: `npm ci` makes no node_modules for it. */
async function locksNothing(lock, root, ports) {
	try {
		const { packages } = JSON.parse(await ports.files.readText(join(root, lock)) ?? "");
		return packages !== void 0 && !Object.keys(packages).some((path) => path.includes("node_modules/"));
	} catch {
		return false;
	}
}
async function isInstalled(need, root, ports) {
	if (need.manager === "npm" && need.lock !== null && await locksNothing(need.lock, root, ports)) return true;
	const own = ports.env["UV_PROJECT_ENVIRONMENT"] ?? "";
	const folder = need.manager === "npm" ? "node_modules" : own === "" ? ".venv" : own;
	if (folder.startsWith("/")) return ports.files.exists(folder);
	for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
	return false;
}
function fromRoot(cwd, command) {
	return cwd === "." ? command : `cd ${cwd} && ${command}`;
}
/** What a person types; the options that are for machines are left out. */
function commandFor(environment) {
	if (environment.manager === "npm") return fromRoot(environment.cwd, "npm ci");
	const options = [...environment.groups.map((one) => `--group ${one}`), ...environment.extras.map((one) => `--extra ${one}`)];
	return fromRoot(environment.cwd, ["uv sync --locked", ...options].join(" "));
}
async function syncWithUv(environment, root, ports) {
	const env = childEnvironment(ports.env);
	const uv = await ports.processes.which("uv", env);
	if (uv === void 0) return {
		reason: "uv is not installed",
		mend: void 0
	};
	const cwd = join(root, environment.cwd);
	const command = {
		file: uv,
		args: syncArguments(environment, void 0),
		cwd,
		env
	};
	const { end, stderr } = await ports.processes.capture(command, { timeoutMs: SYNC_TIMEOUT_MS });
	const own = commandFor(environment);
	if (end.kind === "exited") {
		if (end.code === 0) return void 0;
		if ((ports.env["UV_PROJECT_ENVIRONMENT"] ?? "") === "") await ports.files.remove(join(cwd, ".venv"));
		const { reason, mend } = explainSync(classifySync(end.code, stderr), environment.cwd);
		return {
			reason: reason === "" ? `uv ended with ${end.code}` : reason,
			mend: mend ?? own
		};
	}
	return {
		reason: end.kind === "not-started" ? end.message : "uv did not end by itself",
		mend: own
	};
}
/**
* Sees to the packages that gates need. Where a Python environment is missing, it is installed exactly as locked, as a step
* that is shown; the lock is never written. Packages of npm are not installed here, because that runs scripts of theirs.
*
* @param gates the gates that will run
* @param options environments of the plan, and the repository's root
* @param ports the world
* @param listener is told of the step
* @returns why gates cannot run, for environments that are not there
*/
async function installEnvironments(gates, options, ports) {
	const problems = /* @__PURE__ */ new Map();
	const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
	for (const environment of options.environments.filter((one) => needed.has(keyOf(one)))) {
		if (environment.manager === "uv" && environment.lock === null) continue;
		if (await isInstalled(environment, options.root, ports)) continue;
		const command = commandFor(environment);
		const what = environment.manager === "uv" ? "the Python environment" : "node_modules";
		if (environment.manager === "npm") {
			problems.set(keyOf(environment), `${what} is not installed; run \`${command}\``);
			continue;
		}
		options.listener({
			kind: "setup-started",
			command
		});
		const problem = await syncWithUv(environment, options.root, ports);
		options.listener({
			kind: "setup-finished",
			command,
			problem: problem?.reason
		});
		if (problem === void 0) continue;
		const mend = problem.mend === void 0 ? "" : `; run \`${problem.mend}\``;
		problems.set(keyOf(environment), `${what} could not be installed (${problem.reason})${mend}`);
	}
	return problems;
}

// src/actions/gates/gate-environment.ts
/** Shorter values are shared by chance. */
const SHORTEST_TOKEN = 6;
const TOKEN_VARIABLES = /^(?:ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_.*(?:TOKEN|SECRET|PASSWORD).*)$/i;
/**
* The environment of a gate: what the repository's own command would have, less the runner's tokens, action inputs and state,
* and less any variable that holds one of these tokens under another name; plus what the gate declares.
*
* @param env the environment of this process
* @param declared the gate's own variables
* @returns the whole environment of the gate
*/
function gateEnvironment(env, declared) {
	const tokens = new Set(Object.entries(env).filter(([name, value]) => TOKEN_VARIABLES.test(name) && value.length >= SHORTEST_TOKEN).map(([, value]) => value));
	const kept = Object.entries(childEnvironment(env)).filter(([, value]) => !tokens.has(value));
	return {
		...Object.fromEntries(kept),
		...declared
	};
}

// src/core/reports/json-reader.ts
/** Largest JSON report; a larger one would have to be held in memory whole. */
const LARGEST_JSON = 134217728;
/** A format that is one JSON document. */
var JsonReader = class {
	#schema;
	#interpret;
	#context;
	#pieces = [];
	#length = 0;
	/**
	* @param schema what the document must be; fields that it does not name are ignored
	* @param interpret what it means
	* @param context where the tool ran
	*/
	constructor(schema, interpret, context) {
		this.#schema = schema;
		this.#interpret = interpret;
		this.#context = context;
	}
	push(text) {
		this.#length += text.length;
		if (this.#length <= 134217728) this.#pieces.push(text);
	}
	end() {
		if (this.#length > 134217728) return {
			kind: "broken",
			reason: "it is larger than 128 MiB"
		};
		return readJson(this.#pieces.join(""), this.#schema, (document) => this.#interpret(document, this.#context));
	}
};
/**
* @param text a JSON document, colours before it allowed
* @param schema what it must be
* @param interpret what it means
* @returns what `interpret` gives, or why the document cannot be read
*/
function readJson(text, schema, interpret) {
	let document;
	try {
		document = JSON.parse(withoutPrefix(text));
	} catch {
		return {
			kind: "broken",
			reason: "it is no whole JSON document"
		};
	}
	const parsed = schema.safeParse(document);
	if (!parsed.success) return {
		kind: "broken",
		reason: `it is not the report that was expected: ${firstIssue(parsed.error)}`
	};
	return interpret(parsed.data);
}
/** Biome prints a colour reset before its document when the report goes to standard output. */
function withoutPrefix(text) {
	return text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*/, "");
}
function firstIssue(error) {
	const issue = error.issues[0];
	if (issue === void 0) return "unknown";
	const at = issue.path.map(String).join(".").slice(0, 80);
	return at === "" ? issue.message : `${at}: ${issue.message}`;
}
/** A position that a tool may leave out. */
const optionalNumber = number().nullish();
/** A text that a tool may leave out. */
const optionalText = string().nullish();

// src/core/reports/place.ts
/** Longest path that is kept. */
const LONGEST_PATH = 1024;
function decode(path) {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
/**
* Brings a path of a report to one form.
*
* @param path as the tool wrote it: relative to its folder, absolute, or a `file:` URI
* @param context where the tool ran
* @returns the path relative to the repository's root with `/`, or null when it is empty or lies outside
*/
function placeInRepository(path, context) {
	const slashed = (path.startsWith("file:") ? decode(path.replace(/^file:(\/\/[^/]*)?/, "")) : path).replaceAll("\\", "/").replace(/^\/([A-Za-z]:\/)/, "$1");
	if (slashed.trim() === "" || slashed.length > LONGEST_PATH) return null;
	const isAbsolute = slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed);
	const root = context.root.replaceAll("\\", "/").replace(/\/$/, "");
	const full = normalize(isAbsolute ? slashed : `${root}/${context.cwd}/${slashed}`);
	return full.startsWith(`${root}/`) ? full.slice(root.length + 1) : null;
}

// src/core/reports/tally.ts
/** Most findings of one report that are kept; all are counted. */
const MOST_FINDINGS = 200;
/** Longest message and rule that are kept, in UTF-16 units. */
const LONGEST_MESSAGE = 4e3;
const LONGEST_RULE = 500;
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
function position(value) {
	return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;
}
function cut(text, limit) {
	return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
/** Collects findings: counts all, keeps the first of each severity, puts paths into one form. */
var Tally = class {
	#context;
	#kept = {
		error: [],
		warning: [],
		note: []
	};
	#totals = {
		error: 0,
		warning: 0,
		note: 0
	};
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
	}
	/** @param raw the next finding */
	add(raw) {
		this.#totals[raw.severity] += 1;
		const kept = this.#kept[raw.severity];
		if (kept.length >= MOST_FINDINGS) return;
		const path = raw.path ?? null;
		const file = path === null ? null : placeInRepository(path, this.#context);
		const message = file === null && path !== null && path !== "" ? `${path}: ${raw.message}` : raw.message;
		kept.push({
			severity: raw.severity,
			rule: raw.rule === void 0 || raw.rule === null || raw.rule === "" ? null : cut(raw.rule, LONGEST_RULE),
			message: cut(message, LONGEST_MESSAGE),
			file,
			line: file === null ? null : position(raw.line),
			column: file === null || position(raw.line) === null ? null : position(raw.column)
		});
	}
	/**
	* @param rest what else the report says
	* @returns the reading
	*/
	toReading(rest = {}) {
		return {
			producer: null,
			tests: null,
			findings: SEVERITIES.flatMap((severity) => this.#kept[severity]).slice(0, MOST_FINDINGS),
			totals: { ...this.#totals },
			work: null,
			problems: [],
			notAudited: null,
			remark: null,
			coverage: null,
			...rest
		};
	}
	/**
	* @param rest what else the report says
	* @returns the reading as a result
	*/
	toResult(rest = {}) {
		return {
			kind: "read",
			reading: this.toReading(rest)
		};
	}
};

// src/core/reports/audits.ts
function fixedIn(versions) {
	return versions.length === 0 ? "no fixed version yet" : `fixed in ${versions.join(", ")}`;
}
/** `pip-audit -f json`. A package that could not be looked up has `skip_reason` instead of `vulns`; the exit code is 0 all the same. */
const pipAuditSchema = object({ dependencies: array(object({
	name: string(),
	version: optionalText,
	skip_reason: optionalText,
	vulns: array(object({
		id: string(),
		fix_versions: array(string()).default([]),
		description: optionalText
	})).nullish()
})) });
/** @see pipAuditSchema */
const readPipAudit = (document, context) => {
	const tally = new Tally(context);
	const all = document.dependencies;
	const audited = all.filter((one) => one.vulns !== void 0 && one.vulns !== null);
	for (const { name, version, vulns } of audited) for (const { id, fix_versions: fixes, description } of vulns ?? []) {
		const text = description?.split("\n", 1)[0] ?? "";
		tally.add({
			severity: "error",
			rule: id,
			message: `${name} ${version ?? ""}: ${text} (${fixedIn(fixes)})`
		});
	}
	const skipped = all.length - audited.length;
	const isNotAudited = all.length > 0 && audited.length === 0;
	return tally.toResult({
		work: {
			amount: audited.length,
			unit: "packages"
		},
		notAudited: isNotAudited ? `${skipped} of ${all.length} packages skipped` : null,
		remark: skipped > 0 && !isNotAudited ? `${skipped} of ${all.length} packages not audited` : null
	});
};
/** `uv audit --output-format json`. */
const uvAuditSchema = object({
	summary: object({
		audited_packages: number(),
		vulnerabilities: number()
	}),
	vulnerabilities: array(object({
		dependency: object({
			name: string(),
			version: optionalText
		}),
		id: string(),
		summary: optionalText,
		fix_versions: array(string()).default([])
	})),
	adverse_statuses: array(looseObject({
		name: optionalText,
		status: optionalText
	})).default([])
});
/** @see uvAuditSchema */
const readUvAudit = (document, context) => {
	const tally = new Tally(context);
	for (const { dependency, id, summary, fix_versions: fixes } of document.vulnerabilities) {
		const message = `${dependency.name} ${dependency.version ?? ""}: ${summary ?? id} (${fixedIn(fixes)})`;
		tally.add({
			severity: "error",
			rule: id,
			message,
			path: "uv.lock",
			line: 1
		});
	}
	for (const { name, status } of document.adverse_statuses) tally.add({
		severity: "note",
		rule: "adverse-status",
		message: `${name ?? "a package"}: ${status ?? "adverse status"}`
	});
	return tally.toResult({ work: {
		amount: document.summary.audited_packages,
		unit: "packages"
	} });
};
const npmVia = union([string(), looseObject({
	title: optionalText,
	url: optionalText,
	severity: optionalText,
	range: optionalText
})]);
const npmReport = object({
	auditReportVersion: number(),
	vulnerabilities: record(string(), object({
		name: string(),
		severity: string(),
		range: optionalText,
		via: array(npmVia).default([])
	})),
	metadata: object({ dependencies: looseObject({ total: number() }) })
});
const npmFailure = object({
	message: optionalText,
	error: looseObject({
		code: optionalText,
		summary: optionalText
	}).nullish()
});
/** `npm audit --json`: a report, or an error document, which has no `auditReportVersion`. */
const npmAuditSchema = union([npmReport, npmFailure]);
/** @see npmAuditSchema */
const readNpmAudit = (document, context) => {
	const tally = new Tally(context);
	if (!("auditReportVersion" in document)) {
		const why = document.error?.summary || document.message || "no report";
		if (document.error?.code === "ENOLOCK") return tally.toResult({ problems: ["there is no lock file to audit"] });
		return tally.toResult({ notAudited: `the advisory service did not answer (${why.slice(0, 200)})` });
	}
	for (const { name, severity, range, via } of Object.values(document.vulnerabilities)) {
		const own = via.filter((one) => typeof one !== "string");
		const level = severity === "info" ? "note" : "error";
		const about = own.map((one) => one.title ?? "").filter((title) => title !== "");
		const through = via.filter((one) => typeof one === "string").join(", ");
		const text = about.length > 0 ? about.join("; ") : through === "" ? "vulnerable" : `through ${through}`;
		tally.add({
			severity: level,
			rule: name,
			message: `${name} ${range ?? ""} (${severity}): ${text}`
		});
	}
	return tally.toResult({ work: {
		amount: document.metadata.dependencies.total,
		unit: "packages"
	} });
};

// src/core/reports/line-cutter.ts
var import_saxes = require_saxes();
/** Longest line that any line format needs. A longer one is handed out cut. */
const LONGEST_LINE$1 = 65536;
/** Cuts pieces of text into lines, in bounded memory whatever the length of a line. */
var LineCutter = class {
	#onLine;
	#rest = "";
	/** @param onLine called with each line, without its end, cut to 64 KiB */
	constructor(onLine) {
		this.#onLine = onLine;
	}
	/** @param text the next piece */
	push(text) {
		let from = 0;
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
			this.#onLine(this.#rest + text.slice(from, Math.min(at, from + LONGEST_LINE$1)));
			this.#rest = "";
			from = at + 1;
		}
		const room = LONGEST_LINE$1 - this.#rest.length;
		if (room > 0) this.#rest += text.slice(from, from + room);
	}
	/** Hands out what follows the last line end. */
	end() {
		if (this.#rest !== "") this.#onLine(this.#rest);
		this.#rest = "";
	}
};

// src/core/reports/xml-cleaner.ts
const DISALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(x[0-9a-fA-F]{1,8}|[0-9]{1,8});/g;
function isAllowed(code) {
	return code === 9 || code === 10 || code === 13 || code >= 32 && code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111;
}
/**
* Replaces characters that XML 1.0 forbids (section 2.2), raw or as references, by U+FFFD. `node --test` writes them raw when
* a test's name or message holds them, and a strict parser refuses the whole report.
*/
var XmlCleaner = class {
	#held = "";
	#isFirst = true;
	/**
	* @param piece the next piece
	* @returns text for a strict parser; the beginning of a reference at the end is held back
	*/
	clean(piece) {
		let text = this.#held + piece;
		if (this.#isFirst && text !== "") {
			text = text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*\s*(?=<)/, "");
			this.#isFirst = false;
		}
		const last = text.lastIndexOf("&");
		const isCut = last !== -1 && text.length - last < 12 && !text.includes(";", last);
		this.#held = isCut ? text.slice(last) : "";
		return repair(isCut ? text.slice(0, last) : text);
	}
	/** @returns what was held back */
	rest() {
		const held = this.#held;
		this.#held = "";
		return repair(held);
	}
};
function repair(text) {
	const clean = text.replace(DISALLOWED, "�");
	if (!clean.includes("&#")) return clean;
	return clean.replace(REFERENCE, (reference, digits) => {
		return isAllowed(digits.startsWith("x") ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)) ? reference : "�";
	});
}

// src/core/reports/coverage.ts
function toReading(lines, context) {
	const coverage = lines.total === 0 ? null : 100 * lines.covered / lines.total;
	return {
		...new Tally(context).toReading({
			coverage,
			work: {
				amount: lines.total,
				unit: "lines"
			}
		}),
		totals: null
	};
}
/** `coverage json`. */
const coverageSchema = object({
	meta: looseObject({ version: string() }),
	totals: object({
		covered_lines: number(),
		num_statements: number()
	})
});
/** @see coverageSchema */
const readCoverage = ({ totals }, context) => {
	return {
		kind: "read",
		reading: toReading({
			covered: totals.covered_lines,
			total: totals.num_statements
		}, context)
	};
};
const istanbulTotal = looseObject({ lines: object({
	total: number(),
	covered: number()
}) });
const istanbulFile = looseObject({
	statementMap: record(string(), object({ start: object({ line: number() }) })),
	s: record(string(), number())
});
/** Istanbul's `coverage-summary.json`, or `coverage-final.json` with one entry a file. */
const istanbulSchema = union([object({ total: istanbulTotal }), record(string(), istanbulFile)]);
/** @see istanbulSchema */
const readIstanbul = (document, context) => {
	const lines = {
		covered: 0,
		total: 0
	};
	const summary = object({ total: istanbulTotal }).safeParse(document);
	if (summary.success) {
		const { total, covered } = summary.data.total.lines;
		return {
			kind: "read",
			reading: toReading({
				total,
				covered
			}, context)
		};
	}
	for (const file of Object.values(record(string(), istanbulFile).parse(document))) {
		const hits = /* @__PURE__ */ new Map();
		for (const [id, { start }] of Object.entries(file.statementMap)) hits.set(start.line, Math.max(hits.get(start.line) ?? 0, file.s[id] ?? 0));
		lines.total += hits.size;
		lines.covered += [...hits.values()].filter((count) => count > 0).length;
	}
	return {
		kind: "read",
		reading: toReading(lines, context)
	};
};
/** LCOV's tracefile (geninfo(1)). Totals are counted from the lines: `LF` and `LH` may be missing, a file may come twice. */
var LcovReader = class {
	#context;
	#files = /* @__PURE__ */ new Map();
	#lines = new LineCutter((line) => this.#line(line.trim()));
	#current;
	#isWhole = true;
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		if (!this.#isWhole) return {
			kind: "broken",
			reason: "it ends within a file"
		};
		if (this.#files.size === 0) return {
			kind: "broken",
			reason: "it names no file"
		};
		const hits = [...this.#files.values()].flatMap((file) => [...file.values()]);
		return {
			kind: "read",
			reading: toReading({
				covered: hits.filter((count) => count > 0).length,
				total: hits.length
			}, this.#context)
		};
	}
	#line(line) {
		if (line.startsWith("SF:")) {
			const name = line.slice(3);
			this.#current = this.#files.get(name) ?? /* @__PURE__ */ new Map();
			this.#files.set(name, this.#current);
			this.#isWhole = false;
		} else if (line === "end_of_record") {
			this.#current = void 0;
			this.#isWhole = true;
		} else if (line.startsWith("DA:") && this.#current !== void 0) {
			const [number, count] = line.slice(3).split(",").map(Number);
			if (number === void 0 || count === void 0 || Number.isNaN(number + count)) return;
			this.#current.set(number, (this.#current.get(number) ?? 0) + count);
		}
	}
};
/** Cobertura's XML. Lines are counted, because rates are rounded; methods repeat lines of their class and are left out. */
var CoberturaReader = class {
	#parser = new import_saxes.SaxesParser({ xmlns: false });
	#cleaner = new XmlCleaner();
	#context;
	#lines = {
		covered: 0,
		total: 0
	};
	#path = [];
	#broken;
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
		this.#parser.on("error", (error) => {
			this.#broken ??= error.message;
		});
		this.#parser.on("doctype", (doctype) => {
			if (doctype.includes("[")) this.#broken ??= "it declares entities";
		});
		this.#parser.on("opentag", ({ name, attributes }) => {
			if (this.#path.length === 0 && name !== "coverage") this.#broken ??= `its root is <${name.slice(0, 40)}>`;
			if (name === "line" && this.#path.at(-1) === "lines" && this.#path.at(-2) === "class") {
				this.#lines.total += 1;
				if (Number(attributes["hits"]) > 0) this.#lines.covered += 1;
			}
			this.#path.push(name);
		});
		this.#parser.on("closetag", () => this.#path.pop());
	}
	push(text) {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.clean(text)));
	}
	end() {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
		if (this.#broken !== void 0) return {
			kind: "broken",
			reason: this.#broken
		};
		return {
			kind: "read",
			reading: toReading(this.#lines, this.#context)
		};
	}
	#parse(work) {
		try {
			work();
		} catch (error) {
			this.#broken ??= error instanceof Error ? error.message : "it could not be parsed";
		}
	}
};

// src/core/reports/gates-json.ts
/** The protocol for a team's own gate scripts: what they checked, and what passed. */
const gatesJsonSchema = object({ gates: array(object({
	id: string(),
	name: optionalText,
	passed: boolean(),
	message: optionalText,
	duration_seconds: number().nonnegative().nullish()
})) });
/** @see gatesJsonSchema */
const readGatesJson = ({ gates }, context) => {
	const tally = new Tally(context);
	const failed = gates.filter((gate) => !gate.passed);
	for (const { id, name, message } of failed) tally.add({
		severity: "error",
		rule: id,
		message: message ?? name ?? "failed"
	});
	const tests = {
		executed: gates.length,
		failed: failed.length,
		skipped: 0,
		flaky: 0
	};
	return tally.toResult({
		tests,
		work: {
			amount: gates.length,
			unit: "checks"
		}
	});
};

// src/core/reports/junit-dialects.ts
const LINTERS = [
	"ruff",
	"biome",
	"mypy",
	"gitleaks",
	"bandit",
	"ty"
];
/**
* @param suite the name of the outermost suite that has one
* @param tool the gate's tool, when it is known
* @returns how to read it
*/
function dialectOf(suite, tool) {
	const name = suite.toLowerCase();
	const linter = LINTERS.find((one) => name === one || tool === one);
	if (linter === "mypy") return MYPY;
	if (linter !== void 0) return LINTER;
	if (name.startsWith("pytest") || tool === "pytest") return PYTEST;
	if (tool === "node-test" || tool === "node") return NODE;
	return {
		...TESTS,
		isGuess: suite === ""
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0]?.trim() ?? "";
}
function escapeForRegExp(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/** The places of a file in a stack trace or an assertion, in the order of the text. */
function placesOf(text, file) {
	const pattern = new RegExp(`${escapeForRegExp(file)}:(\\d{1,7})(?::(\\d{1,7}))?`, "g");
	return [...text.matchAll(pattern)].map((match) => ({
		line: Number(match[1]),
		column: Number(match[2])
	}));
}
/** vitest and jest write the file into the class name. */
function fileOf(failed) {
	if (failed.file !== "") return failed.file;
	return /^[\w@./ -]+\.[cm]?[jt]sx?$/.test(failed.className) ? failed.className : "";
}
const TESTS = {
	kind: "tests",
	isGuess: false,
	findingsOf(failed) {
		const path = fileOf(failed);
		const place = path === "" ? void 0 : placesOf(failed.text, path)[0];
		return [{
			severity: "error",
			rule: failed.className === "" || failed.className === failed.name ? failed.name : `${failed.className} > ${failed.name}`,
			message: failed.message || firstLine(failed.text) || "failed",
			path,
			line: place?.line ?? failed.line,
			column: place?.column ?? failed.column
		}];
	},
	problemOf: endedEarly
};
/**
* `node --test` reports a file that told of no test as one test with the file's own name. It may have none, or it may have
* ended before it got to them (`process.exit`), and then everything in it is gone, with exit code 0.
*/
function endedEarly(one) {
	const isWholeFile = one.className === "test" && one.file !== "" && one.file.replaceAll("\\", "/").endsWith(`/${one.name}`);
	if (one.failed || !isWholeFile) return void 0;
	return `${one.name} told of no test: it has none, or it ended before they ran`;
}
const NODE = { ...TESTS };
/** `tests.test_money.TestPlus` in `tests/test_money.py` is the class `TestPlus`. */
function pytestId(failed) {
	if (failed.file === "") return [failed.className, failed.name].filter((part) => part !== "").join("::");
	const module = failed.file.replace(/\.py$/, "").replaceAll("/", ".");
	if (failed.className === "" || failed.name === module) return failed.file;
	const classes = (failed.className.startsWith(module) ? failed.className.slice(module.length + 1) : failed.className).split(".").filter((part) => part !== "");
	return [
		failed.file,
		...classes,
		failed.name
	].join("::");
}
const PYTEST = {
	kind: "tests",
	isGuess: false,
	findingsOf(failed) {
		const line = placesOf(failed.text, failed.file).at(-1)?.line ?? failed.line + 1;
		const path = failed.file;
		const message = firstLine(failed.message) || firstLine(failed.text) || "failed";
		const more = failed.message.split("\n").slice(1, 4).join("\n");
		return [{
			severity: "error",
			rule: pytestId(failed),
			message: `${message}\n${more}`.trim(),
			path,
			line
		}];
	}
};
const LINTER = {
	kind: "linter",
	isGuess: false,
	findingsOf(failed) {
		const rule = failed.name.replace(/^org\.(ruff|biome)\./, "").replace(/ has detected .*$/s, "");
		const line = Number.isNaN(failed.line) ? Number(/, line (\d+)\.?$/.exec(failed.message)?.[1]) : failed.line;
		return [{
			severity: "error",
			rule,
			message: failed.message || failed.text,
			path: failed.file || failed.suite,
			line,
			column: failed.column
		}];
	}
};
const MYPY_LINE = /^(.+?):(\d+):(?:(\d+):)? (error|warning|note): (.*?)(?: {2}\[([\w-]+)\])?$/;
/** mypy writes one case a file, with all messages of it as text (`--junit-format per_file`), or one case in all. */
const MYPY = {
	kind: "linter",
	isGuess: false,
	findingsOf(failed) {
		const found = failed.text.split("\n").filter((line) => line.trim() !== "").flatMap((text) => {
			const match = MYPY_LINE.exec(text);
			if (match === null) return [];
			const [, path, line, column, severity, message, rule] = match;
			if (severity === "note") return [];
			return [{
				severity: "error",
				rule,
				message: message ?? "",
				path,
				line: Number(line),
				column: Number(column)
			}];
		});
		return found.length > 0 ? found : [{
			severity: "error",
			message: failed.text || failed.message
		}];
	}
};

// src/core/reports/junit.ts
/** Longest text of one failure that is kept while reading. */
const LONGEST_TEXT = 16384;
/** Most failed cases that are remembered, so that a later pass of the same case is seen. */
const MOST_REMEMBERED = 5e4;
/** Most failed cases whose texts are kept. */
const MOST_DETAILED = 1e3;
const MOST_PROBLEMS = 20;
/** Deeper nesting than any producer writes. */
const DEEPEST = 200;
const OUTCOMES = /* @__PURE__ */ new Set([
	"failure",
	"error",
	"skipped",
	"flakyFailure",
	"flakyError"
]);
function attribute(attributes, name) {
	const value = attributes[name];
	return typeof value === "string" ? value : "";
}
/**
* JUnit's XML as its many producers write it. There is no standard; counts in attributes are missing or wrong, so the cases
* themselves are counted, at any depth. Read as a stream: a report of a million cases needs no more memory than a small one.
*/
var JunitReader = class {
	#parser = new import_saxes.SaxesParser({ xmlns: false });
	#cleaner = new XmlCleaner();
	#tally;
	#tool;
	#counts = {
		executed: 0,
		failed: 0,
		skipped: 0,
		flaky: 0
	};
	/** Failed cases by identity, for those that pass later; without their texts after the first ones. */
	#failed = /* @__PURE__ */ new Map();
	#suites = [];
	#problems = [];
	#dialect;
	#case;
	#inOutcome = false;
	#depth = 0;
	#hasRoot = false;
	#broken;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tool = context.tool;
		this.#tally = new Tally(context);
		this.#dialect = dialectOf("", context.tool);
		this.#parser.on("error", ({ message }) => {
			if (!message.includes(`"]]>" is disallowed`)) this.#refuse(message.replace(/^[\d:]+\s*/, ""));
		});
		this.#parser.on("doctype", () => this.#refuse("it declares a document type, which may hold entity bombs"));
		this.#parser.on("opentag", (tag) => this.#open(tag));
		this.#parser.on("closetag", (tag) => this.#close(tag.name));
		this.#parser.on("text", (text) => this.#text(text));
		this.#parser.on("cdata", (text) => this.#text(text));
	}
	push(text) {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.clean(text)));
	}
	end() {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
		if (this.#broken !== void 0) return {
			kind: "broken",
			reason: this.#broken
		};
		if (!this.#hasRoot) return {
			kind: "broken",
			reason: "it holds no XML"
		};
		const problems = this.#problems;
		if (this.#dialect.kind === "linter") return this.#tally.toResult({ problems });
		for (const failed of this.#failed.values()) if (failed !== void 0) this.#report(failed);
		const tests = { ...this.#counts };
		const totals = {
			error: tests.failed,
			warning: 0,
			note: 0
		};
		return this.#tally.toResult({
			tests,
			totals,
			problems,
			work: {
				amount: tests.executed,
				unit: "tests"
			}
		});
	}
	#parse(work) {
		try {
			work();
		} catch (error) {
			this.#refuse(error instanceof Error ? error.message : "it could not be parsed");
		}
	}
	#refuse(reason) {
		this.#broken ??= reason;
	}
	#open(tag) {
		this.#depth += 1;
		if (this.#depth > DEEPEST) this.#refuse(`it nests deeper than ${DEEPEST} elements`);
		const name = tag.name;
		if (!this.#hasRoot && name !== "testsuites" && name !== "testsuite") this.#refuse(`its root is <${name.slice(0, 40)}>, not <testsuites> or <testsuite>`);
		this.#hasRoot = true;
		if (name === "testsuites" || name === "testsuite") this.#openSuite(attribute(tag.attributes, "name"));
		if (name === "testcase") this.#openCase(tag.attributes);
		if (this.#case !== void 0 && OUTCOMES.has(name)) this.#openOutcome(this.#case, name, tag.attributes);
	}
	#openSuite(name) {
		this.#suites.push(name);
		if (this.#dialect.isGuess && name !== "") this.#dialect = dialectOf(name, this.#tool);
	}
	#openCase(attributes) {
		this.#case = {
			suite: this.#suites.at(-1) ?? "",
			name: attribute(attributes, "name"),
			className: attribute(attributes, "classname"),
			file: attribute(attributes, "file"),
			line: Number.parseInt(attribute(attributes, "line"), 10),
			column: Number.parseInt(attribute(attributes, "column"), 10),
			failed: false,
			skipped: false,
			flaky: false,
			message: "",
			text: ""
		};
	}
	#openOutcome(open, name, attributes) {
		if (name === "skipped") open.skipped = true;
		else if (name.startsWith("flaky")) open.flaky = true;
		else {
			open.failed = true;
			if (open.message === "") open.message = attribute(attributes, "message");
			this.#inOutcome = true;
		}
	}
	#text(text) {
		if (!this.#inOutcome || this.#case === void 0) return;
		const room = LONGEST_TEXT - this.#case.text.length;
		if (room > 0) this.#case.text += text.slice(0, room);
	}
	#close(name) {
		this.#depth -= 1;
		if (name === "failure" || name === "error") this.#inOutcome = false;
		if (name === "testsuites" || name === "testsuite") this.#suites.pop();
		if (name === "testcase" && this.#case !== void 0) {
			this.#count(this.#case);
			this.#case = void 0;
		}
	}
	#count(done) {
		if (done.name === "" && done.className === "") return;
		const problem = this.#dialect.problemOf?.(done);
		if (problem !== void 0 && this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
		if (done.skipped) this.#counts.skipped += 1;
		else if (done.failed) this.#countFailed(done);
		else this.#countPassed(done);
	}
	#countFailed(done) {
		if (this.#dialect.kind === "linter") {
			this.#report(done);
			return;
		}
		const id = identityOf(done);
		if (this.#failed.has(id)) return;
		this.#counts.executed += 1;
		this.#counts.failed += 1;
		if (this.#failed.size >= MOST_REMEMBERED) return;
		this.#failed.set(id, this.#failed.size < MOST_DETAILED ? detached(done) : void 0);
	}
	#countPassed(done) {
		if (done.flaky) this.#counts.flaky += 1;
		if (this.#failed.size > 0 && this.#failed.delete(identityOf(done))) {
			this.#counts.failed -= 1;
			this.#counts.flaky += 1;
		} else this.#counts.executed += 1;
	}
	#report(failed) {
		const text = failed.text.trim();
		for (const finding of this.#dialect.findingsOf({
			...failed,
			text
		})) this.#tally.add(finding);
	}
};
/** A part of a text keeps the whole piece in memory that it was cut from; a text that was joined does not. */
function copied(text) {
	return ` ${text}`.slice(1);
}
function detached(one) {
	const { name, className, suite, file, message, text } = one;
	const fields = {
		className: copied(className),
		suite: copied(suite),
		file: copied(file)
	};
	return {
		...one,
		...fields,
		name: copied(name),
		message: copied(message),
		text: copied(text)
	};
}
/** Same file, class and name: the same case, tried again. */
function identityOf(one) {
	return [
		one.suite,
		one.file,
		one.className,
		one.name
	].join("\0");
}

// src/core/reports/linters.ts
/** `pyright --outputjson`; lines and columns count from 0. */
const pyrightSchema = object({
	generalDiagnostics: array(object({
		file: optionalText,
		severity: string(),
		message: string(),
		rule: optionalText,
		range: object({ start: object({
			line: number(),
			character: number()
		}) }).nullish()
	})),
	summary: object({
		filesAnalyzed: number(),
		errorCount: number()
	})
});
/** @see pyrightSchema */
const readPyright = (document, context) => {
	const tally = new Tally(context);
	for (const { severity, message, rule, file, range } of document.generalDiagnostics) tally.add({
		severity: severity === "error" ? "error" : severity === "warning" ? "warning" : "note",
		rule,
		message,
		path: file,
		line: range == null ? null : range.start.line + 1,
		column: range == null ? null : range.start.character + 1
	});
	return tally.toResult({ work: {
		amount: document.summary.filesAnalyzed,
		unit: "files"
	} });
};
/** `ruff check --output-format json`. */
const ruffSchema = array(object({
	code: optionalText,
	message: string(),
	filename: string(),
	location: object({
		row: number(),
		column: number()
	}).nullish()
}));
/** @see ruffSchema */
const readRuff = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	for (const { code, message, filename, location } of document) {
		if (code === "E902") problems.push(`${filename}: ${message}`);
		const at = {
			path: filename,
			line: location?.row,
			column: location?.column
		};
		tally.add({
			severity: "error",
			rule: code ?? "invalid-syntax",
			message,
			...at
		});
	}
	return tally.toResult({ problems });
};
/** `bandit -f json`. */
const banditSchema = object({
	errors: array(object({
		filename: optionalText,
		reason: optionalText
	})),
	metrics: object({ _totals: looseObject({ loc: number() }) }),
	results: array(object({
		filename: string(),
		line_number: optionalNumber,
		col_offset: optionalNumber,
		issue_severity: string(),
		issue_text: string(),
		test_id: string(),
		test_name: optionalText
	}))
});
/** @see banditSchema */
const readBandit = (document, context) => {
	const tally = new Tally(context);
	for (const found of document.results) {
		const severity = found.issue_severity === "HIGH" ? "error" : found.issue_severity === "LOW" ? "note" : "warning";
		const column = typeof found.col_offset === "number" ? found.col_offset + 1 : null;
		const at = {
			path: found.filename,
			line: found.line_number,
			column
		};
		tally.add({
			severity,
			rule: found.test_id,
			message: found.issue_text,
			...at
		});
	}
	const problems = document.errors.map((one) => `${one.filename ?? "a file"}: ${one.reason ?? "not read"}`);
	return tally.toResult({
		problems,
		work: {
			amount: document.metrics._totals.loc,
			unit: "lines"
		}
	});
};
/** `eslint -f json`. */
const eslintSchema = array(object({
	filePath: string(),
	messages: array(object({
		ruleId: optionalText,
		severity: number(),
		message: string(),
		line: optionalNumber,
		column: optionalNumber
	}))
}));
/** @see eslintSchema */
const readEslint = (document, context) => {
	const tally = new Tally(context);
	for (const { filePath, messages } of document) for (const { ruleId, severity, message, line, column } of messages) tally.add({
		severity: severity >= 2 ? "error" : "warning",
		rule: ruleId,
		message,
		path: filePath,
		line,
		column
	});
	return tally.toResult({ work: {
		amount: document.length,
		unit: "files"
	} });
};
/** `gitleaks --report-format json`. The secret itself is not read, even when it was not redacted. */
const gitleaksSchema = array(object({
	RuleID: string(),
	Description: optionalText,
	File: string(),
	StartLine: optionalNumber,
	StartColumn: optionalNumber
}));
/** @see gitleaksSchema */
const readGitleaks = (document, context) => {
	const tally = new Tally(context);
	for (const { RuleID: rule, Description, File: path, StartLine: line, StartColumn: column } of document) tally.add({
		severity: "error",
		rule,
		message: Description ?? "a secret",
		path,
		line,
		column
	});
	return tally.toResult();
};
/** `deptry --json-output`. */
const deptrySchema = array(object({
	error: object({
		code: string(),
		message: string()
	}),
	location: object({
		file: string(),
		line: optionalNumber,
		column: optionalNumber
	})
}));
/** @see deptrySchema */
const readDeptry = (document, context) => {
	const tally = new Tally(context);
	for (const { error, location } of document) {
		const { file: path, line, column } = location;
		tally.add({
			severity: "error",
			rule: error.code,
			message: error.message,
			path,
			line,
			column
		});
	}
	return tally.toResult();
};
/** `actionlint -format '{{json .}}'`; `null` stands for no findings in some versions. */
const actionlintSchema = array(object({
	message: string(),
	filepath: optionalText,
	line: optionalNumber,
	column: optionalNumber,
	kind: optionalText
})).nullable();
/** @see actionlintSchema */
const readActionlint = (document, context) => {
	const tally = new Tally(context);
	for (const { message, filepath, line, column, kind } of document ?? []) tally.add({
		severity: "error",
		rule: kind,
		message,
		path: filepath,
		line,
		column
	});
	return tally.toResult();
};
const gitlabPosition = object({
	line: optionalNumber,
	column: optionalNumber
}).nullish();
/** GitLab's code quality format, as `ty check --output-format gitlab` and others write it. */
const gitlabSchema = array(object({
	check_name: string(),
	description: string(),
	severity: string(),
	location: object({
		path: string(),
		lines: object({ begin: optionalNumber }).nullish(),
		positions: object({ begin: gitlabPosition }).nullish()
	})
}));
/** @see gitlabSchema */
const readGitlab = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	for (const { check_name: rule, description, severity, location } of document) {
		if (rule === "io" && location.path === "") problems.push(description);
		const level = severity === "info" ? "note" : severity === "minor" ? "warning" : "error";
		const line = location.positions?.begin?.line ?? location.lines?.begin;
		const column = location.positions?.begin?.column;
		const message = description.startsWith(`${rule}: `) ? description.slice(rule.length + 2) : description;
		tally.add({
			severity: level,
			rule,
			message,
			path: location.path,
			line,
			column
		});
	}
	return tally.toResult({ problems });
};

// src/core/reports/more-linters.ts
const zizmorPoint = object({
	row: number(),
	column: number()
});
/** `zizmor --format json`; rows and columns count from 0. */
const zizmorSchema = array(object({
	ident: string(),
	desc: string(),
	determinations: object({ severity: string() }).nullish(),
	locations: array(object({
		symbolic: object({
			key: object({ Local: looseObject({ verbatim_path: optionalText }).nullish() }).nullish(),
			kind: optionalText
		}),
		concrete: object({ location: object({ start_point: zizmorPoint }) }).nullish()
	}))
}));
/** @see zizmorSchema */
const readZizmor = (document, context) => {
	const tally = new Tally(context);
	for (const { ident, desc, determinations, locations } of document) {
		const level = determinations?.severity ?? "High";
		const primary = locations.find((one) => one.symbolic.kind === "Primary") ?? locations[0];
		const start = primary?.concrete?.location.start_point;
		tally.add({
			severity: level === "High" ? "error" : level === "Medium" ? "warning" : "note",
			rule: ident,
			message: desc,
			path: primary?.symbolic.key?.Local?.verbatim_path,
			line: start === void 0 ? null : start.row + 1,
			column: start === void 0 ? null : start.column + 1
		});
	}
	return tally.toResult();
};
const biomePoint = object({
	line: optionalNumber,
	column: optionalNumber
}).nullish();
/** `biome ci --reporter=json`. */
const biomeSchema = object({
	summary: object({
		errors: number(),
		warnings: number(),
		changed: optionalNumber,
		unchanged: optionalNumber,
		diagnosticsNotPrinted: optionalNumber
	}),
	diagnostics: array(object({
		severity: string(),
		message: unknown(),
		category: optionalText,
		location: object({
			path: unknown(),
			start: biomePoint
		}).nullish()
	}))
});
/** @see biomeSchema */
const readBiome = (document, context) => {
	const tally = new Tally(context);
	for (const { severity, message, category, location } of document.diagnostics) {
		const isError = severity === "error" || severity === "fatal";
		tally.add({
			severity: isError ? "error" : severity === "warning" ? "warning" : "note",
			rule: category,
			message: typeof message === "string" ? message : JSON.stringify(message),
			path: typeof location?.path === "string" ? location.path : null,
			line: location?.start?.line,
			column: location?.start?.column
		});
	}
	const { summary } = document;
	const reading = tally.toReading();
	const totals = {
		error: Math.max(summary.errors, reading.totals?.error ?? 0),
		warning: Math.max(summary.warnings, reading.totals?.warning ?? 0),
		note: reading.totals?.note ?? 0
	};
	const files = (summary.changed ?? 0) + (summary.unchanged ?? 0);
	const work = summary.unchanged == null ? null : {
		amount: files,
		unit: "files"
	};
	return {
		kind: "read",
		reading: {
			...reading,
			totals,
			work
		}
	};
};
const knipEntry = object({
	name: optionalText,
	line: optionalNumber,
	col: optionalNumber
});
/** `knip --reporter json`: one entry a file, one list a kind of issue. */
const knipSchema = object({ issues: array(looseObject({ file: string() })) });
/** @see knipSchema */
const readKnip = (document, context) => {
	const tally = new Tally(context);
	for (const issue of document.issues) for (const [kind, list] of Object.entries(issue)) {
		const entries = array(unknown()).safeParse(list);
		for (const entry of entries.data ?? []) {
			const { name, line, col } = knipEntry.catch({
				name: null,
				line: null,
				col: null
			}).parse(entry);
			const message = `${name ?? "it"} is unused or unresolved (${kind})`;
			tally.add({
				severity: "error",
				rule: kind,
				message,
				path: issue.file,
				line,
				column: col
			});
		}
	}
	return tally.toResult();
};
/** `detect-secrets scan`, and its hook with `--json`. */
const detectSecretsSchema = object({ results: record(string(), array(object({
	type: string(),
	line_number: optionalNumber
}))) });
/** @see detectSecretsSchema */
const readDetectSecrets = (document, context) => {
	const tally = new Tally(context);
	for (const [path, secrets] of Object.entries(document.results)) for (const { type, line_number: line } of secrets) tally.add({
		severity: "error",
		rule: type,
		message: `possible secret: ${type}`,
		path,
		line
	});
	return tally.toResult();
};
const mypyLine = object({
	file: string(),
	line: optionalNumber,
	column: optionalNumber,
	message: string(),
	code: optionalText,
	severity: string()
});
/** `mypy -O json`: one document a line, columns from 0; lines that are text (the closing one) are left out. */
var MypyReader = class {
	#tally;
	#lines = new LineCutter((line) => this.#line(line));
	#isBroken = false;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tally = new Tally(context);
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		return this.#isBroken ? {
			kind: "broken",
			reason: "a line of it is no whole JSON document"
		} : this.#tally.toResult();
	}
	#line(line) {
		if (!line.startsWith("{")) return;
		try {
			const found = mypyLine.parse(JSON.parse(line));
			const severity = found.severity === "error" ? "error" : "note";
			const column = typeof found.column === "number" ? found.column + 1 : null;
			const at = {
				path: found.file,
				line: found.line,
				column
			};
			this.#tally.add({
				severity,
				rule: found.code,
				message: found.message,
				...at
			});
		} catch {
			this.#isBroken = true;
		}
	}
};

// src/core/reports/sarif.ts
const level = _enum([
	"none",
	"note",
	"warning",
	"error"
]).nullish().catch(null);
const message = object({
	text: optionalText,
	markdown: optionalText
}).nullish();
const location = object({
	physicalLocation: object({
		artifactLocation: object({
			uri: optionalText,
			uriBaseId: optionalText,
			index: optionalNumber
		}).nullish(),
		region: object({
			startLine: optionalNumber,
			startColumn: optionalNumber
		}).nullish()
	}).nullish(),
	logicalLocations: array(object({
		name: optionalText,
		fullyQualifiedName: optionalText
	})).nullish()
});
const rule = object({
	id: optionalText,
	defaultConfiguration: object({ level }).nullish()
});
const result = object({
	ruleId: optionalText,
	ruleIndex: optionalNumber,
	rule: object({
		id: optionalText,
		index: optionalNumber
	}).nullish(),
	kind: optionalText,
	level,
	message,
	locations: array(location).nullish(),
	suppressions: array(object({ status: optionalText })).nullish(),
	baselineState: optionalText
});
const notification = object({
	level,
	message,
	locations: array(location).nullish()
});
const run = object({
	tool: object({ driver: object({
		name: string(),
		rules: array(rule).nullish()
	}) }),
	results: array(result).nullish(),
	artifacts: array(object({ location: object({ uri: optionalText }).nullish() })).nullish(),
	originalUriBaseIds: record(string(), object({ uri: optionalText })).nullish(),
	invocations: array(object({
		executionSuccessful: boolean().nullish(),
		toolConfigurationNotifications: array(notification).nullish(),
		toolExecutionNotifications: array(notification).nullish()
	})).nullish()
});
/** The part of SARIF 2.1.0 that is read (OASIS, sections 3.14, 3.20, 3.27). */
const sarifSchema = object({
	version: string().regex(/^2\.1\./, "is not SARIF 2.1"),
	runs: array(run)
});
const SEVERITY = {
	error: "error",
	warning: "warning",
	note: "note",
	none: "note"
};
/** Rules of ruff and ty that mean that a file could not be read; with ruff they come with exit code 1, as findings do. */
const UNREADABLE_RULES = /* @__PURE__ */ new Set(["E902", "io"]);
function ruleOf(entry, driver) {
	const index = entry.ruleIndex ?? entry.rule?.index;
	const byIndex = typeof index === "number" ? driver.rules?.[index] : void 0;
	const id = entry.ruleId ?? entry.rule?.id;
	return byIndex ?? (id === void 0 || id === null ? void 0 : driver.rules?.find((one) => one.id === id));
}
/** 3.27.10: the result's own level, else the rule's default, else `warning`; only for kind `fail`. */
function severityOf$1(entry, driver) {
	if (entry.kind !== void 0 && entry.kind !== null && entry.kind !== "fail") return "note";
	const own = entry.level ?? ruleOf(entry, driver)?.defaultConfiguration?.level ?? "warning";
	return SEVERITY[own] ?? "warning";
}
/** 3.14.14: relative URIs may be below a named base. */
function uriOf(place, within) {
	const artifact = place?.physicalLocation?.artifactLocation;
	if (artifact === void 0 || artifact === null) return null;
	const index = artifact.index ?? -1;
	const uri = artifact.uri ?? within.artifacts?.[index]?.location?.uri ?? null;
	const base = artifact.uriBaseId ?? "";
	const baseUri = within.originalUriBaseIds?.[base]?.uri ?? "";
	const isRelative = uri !== null && !/^([a-z][a-z0-9+.-]*:|\/)/i.test(uri);
	const joined = isRelative && baseUri !== "" ? `${baseUri.replace(/\/?$/, "/")}${uri}` : uri;
	return joined !== null && isRelative && !joined.startsWith("file:") ? decoded$1(joined) : joined;
}
/** A relative URI is percent-encoded too; some tools write it raw. */
function decoded$1(uri) {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
function isSuppressed(entry) {
	return (entry.suppressions ?? []).some((one) => one.status !== "underReview" && one.status !== "rejected") || entry.baselineState === "absent";
}
function notificationsOf(within) {
	return (within.invocations ?? []).flatMap((invocation) => {
		const errors = [...invocation.toolConfigurationNotifications ?? [], ...invocation.toolExecutionNotifications ?? []].filter((one) => one.level === "error").map((one) => [uriOf(one.locations?.[0], within), one.message?.text].filter((part) => part).join(": "));
		if (errors.length > 0 || invocation.executionSuccessful !== false) return errors;
		return [`${within.tool.driver.name} says that it did not run well`];
	});
}
/** Results become findings; error notifications, unread files and unsuccessful invocations become problems. */
const readSarif = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	if (document.runs.length === 0) problems.push("the report holds no run");
	for (const within of document.runs) {
		problems.push(...notificationsOf(within));
		for (const entry of within.results ?? []) {
			if (isSuppressed(entry)) continue;
			const place = entry.locations?.[0];
			const id = entry.ruleId ?? entry.rule?.id ?? ruleOf(entry, within.tool.driver)?.id ?? null;
			const logical = place?.logicalLocations?.[0];
			const text = entry.message?.text ?? entry.message?.markdown ?? "no message";
			const owner = logical?.fullyQualifiedName ?? logical?.name;
			const path = uriOf(place, within);
			if (id !== null && UNREADABLE_RULES.has(id)) problems.push(`${path ?? "a file"}: ${text}`);
			tally.add({
				severity: severityOf$1(entry, within.tool.driver),
				rule: id,
				message: owner && !text.includes(owner) ? `${owner}: ${text}` : text,
				path,
				line: place?.physicalLocation?.region?.startLine,
				column: place?.physicalLocation?.region?.startColumn
			});
		}
	}
	const producer = document.runs[0]?.tool.driver.name.toLowerCase() ?? null;
	return tally.toResult({
		producer,
		problems
	});
};

// src/core/reports/text.ts
/** Lines longer than this are no finding. */
const LONGEST_LINE = 4096;
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
/** In the manner of problem matchers (actions/toolkit docs/problem-matchers.md): the first that fits wins. */
const PATTERNS = [
	{
		expression: /^(?<file>[^\s(][^(]*)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning|info)\s+(?<rule>[\w-]+): (?<message>.*)$/,
		severity: "error"
	},
	{
		expression: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? (?<severity>fatal error|error|warning|note|info): (?<message>.*?)(?: {1,4}\[(?<rule>[\w-]+)\])?$/i,
		severity: "error"
	},
	{
		expression: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?<column>\d+): (?<rule>[A-Z]+\d+)\s+(?<message>.*)$/,
		severity: "error"
	},
	{
		expression: /^\[warn\] (?<file>[\w@./ -]+\.\w+)$/,
		severity: "error"
	},
	{
		expression: /^\[error\] (?<file>[\w@./ -]+\.\w+): (?<message>\w*Error: .*?)(?: \((?<line>\d+):(?<column>\d+)\))?$/,
		severity: "error"
	}
];
/** ruff, ty and rustc write the place on a line of its own below the message. */
const HEADLINE = /^(?<severity>error|warning|info)(?:\[(?<rule>[\w-]+)\])?: (?<message>.+)$/;
const ARROW = /^\s*--> (?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/;
function severityOf(word, fallback) {
	const lower = word?.toLowerCase();
	if (lower === void 0) return fallback;
	if (lower.endsWith("error")) return "error";
	return lower === "warning" ? "warning" : "note";
}
/** Findings in the text that people read, line by line. It proves nothing by itself: no line found is not a clean run. */
var TextReader = class {
	#tally;
	#lines = new LineCutter((line) => this.#line(line));
	#headline;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tally = new Tally(context);
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		return this.#tally.toResult();
	}
	#line(raw) {
		if (raw.length > LONGEST_LINE) return;
		const line = raw.replace(COLOURS, "").trimEnd();
		const arrow = ARROW.exec(line)?.groups;
		if (arrow !== void 0 && this.#headline !== void 0) {
			this.#add({
				...this.#headline,
				...arrow
			}, "error");
			this.#headline = void 0;
			return;
		}
		const headline = HEADLINE.exec(line)?.groups;
		if (headline !== void 0) {
			this.#headline = headline;
			return;
		}
		for (const { expression, severity } of PATTERNS) {
			const groups = expression.exec(line)?.groups;
			if (groups === void 0) continue;
			this.#add(groups, severity);
			return;
		}
	}
	#add(groups, fallback) {
		this.#tally.add({
			severity: severityOf(groups["severity"], fallback),
			rule: groups["rule"],
			message: groups["message"] ?? "not formatted",
			path: groups["file"],
			line: Number(groups["line"]),
			column: Number(groups["column"])
		});
	}
};

// src/core/reports/index.ts
/** Formats whose clean report may have 0 bytes: one line a finding, and no finding. */
const MAY_BE_EMPTY = /* @__PURE__ */ new Set(["text", "mypy-json"]);
/**
* @param format what the report is
* @param context where the tool ran
* @returns a reader for one report
*/
function makeReader(format, context) {
	switch (format) {
		case "junit": return new JunitReader(context);
		case "sarif": return new JsonReader(sarifSchema, readSarif, context);
		case "mypy-json": return new MypyReader(context);
		case "pyright-json": return new JsonReader(pyrightSchema, readPyright, context);
		case "ruff-json": return new JsonReader(ruffSchema, readRuff, context);
		case "bandit-json": return new JsonReader(banditSchema, readBandit, context);
		case "eslint-json": return new JsonReader(eslintSchema, readEslint, context);
		case "gitleaks-json": return new JsonReader(gitleaksSchema, readGitleaks, context);
		case "deptry-json": return new JsonReader(deptrySchema, readDeptry, context);
		case "actionlint-json": return new JsonReader(actionlintSchema, readActionlint, context);
		case "gitlab-json": return new JsonReader(gitlabSchema, readGitlab, context);
		case "zizmor-json": return new JsonReader(zizmorSchema, readZizmor, context);
		case "biome-json": return new JsonReader(biomeSchema, readBiome, context);
		case "knip-json": return new JsonReader(knipSchema, readKnip, context);
		case "detect-secrets-json": return new JsonReader(detectSecretsSchema, readDetectSecrets, context);
		case "pip-audit-json": return new JsonReader(pipAuditSchema, readPipAudit, context);
		case "uv-audit-json": return new JsonReader(uvAuditSchema, readUvAudit, context);
		case "npm-audit-json": return new JsonReader(npmAuditSchema, readNpmAudit, context);
		case "coverage-json": return new JsonReader(coverageSchema, readCoverage, context);
		case "istanbul-json": return new JsonReader(istanbulSchema, readIstanbul, context);
		case "cobertura": return new CoberturaReader(context);
		case "lcov": return new LcovReader(context);
		case "gates-json": return new JsonReader(gatesJsonSchema, readGatesJson, context);
		case "text": return new TextReader(context);
		default: return unreachable(format);
	}
}

// src/actions/gates/read-report.ts
/**
* Reads a report as a stream.
*
* @param files where it lies
* @param report its absolute path and its format
* @param context where the tool ran
* @returns what it says; that it is missing or cannot be read is a result
*/
async function readReport(files, report, context) {
	const size = await files.size(report.path).catch(() => void 0);
	if (size === void 0) return { kind: "missing" };
	if (size === 0 && !MAY_BE_EMPTY.has(report.format)) return { kind: "empty" };
	const reader = makeReader(report.format, context);
	const decoder = new TextDecoder("utf-8");
	try {
		for await (const piece of files.stream(report.path)) reader.push(decoder.decode(piece, { stream: true }));
	} catch {
		return {
			kind: "broken",
			reason: "it is no file that can be read"
		};
	}
	reader.push(decoder.decode());
	return reader.end();
}

// src/actions/gates/run-gate.ts
const REPORTS = "${reports}";
/** A path inside the repository, or undefined when it leads out of it. */
function inside(root, ...parts) {
	if (parts.some((part) => part.startsWith("/"))) return void 0;
	const path = normalize(join(root, ...parts)).replace(/\/$/, "");
	return path === root || path.startsWith(`${root}/`) ? path : void 0;
}
function reportFiles(gate, place) {
	const files = [];
	for (const { format, path, fromStdout } of gate.reports) {
		const found = path.startsWith(`${REPORTS}/`) ? inside(place.reports, path.slice(11)) : inside(place.root, gate.cwd, path);
		if (found === void 0 || found === place.root) return `its report path ${path} leads out of the repository`;
		files.push({
			format,
			path: found,
			fromStdout: fromStdout === true
		});
	}
	return files;
}
/** What an executable's name stands for. A version manager's shim of uv fails where the folder asks for another version. */
async function programOf(ports, name, env) {
	if (name !== "uv" && name !== "uvx") return name;
	return await ports.processes.which(name, env) ?? name;
}
async function commandOf(gate, place, ports) {
	const cwd = inside(place.root, gate.cwd);
	if (cwd === void 0) return `its folder ${gate.cwd} leads out of the repository`;
	const fill = (text) => text.replaceAll(REPORTS, place.reports);
	const own = Object.fromEntries(Object.entries(gate.env).map(([name, value]) => [name, fill(value)]));
	const env = gateEnvironment(ports.env, own);
	if (typeof gate.run === "string") return {
		file: "bash",
		args: [
			"-eo",
			"pipefail",
			"-c",
			gate.run
		],
		cwd,
		env: {
			...env,
			reports: place.reports
		}
	};
	const [file = "", ...args] = gate.run.map(fill);
	return {
		file: await programOf(ports, file, env),
		args,
		cwd,
		env
	};
}
async function removeOld(ports, reports) {
	for (const { path, fromStdout } of reports) {
		if (await ports.files.size(path).catch(() => void 0) !== void 0) await ports.files.remove(path);
		if (fromStdout) await ports.files.makeDirectory(join(path, ".."));
	}
}
function toGateEnd(end) {
	switch (end.kind) {
		case "exited":
		case "signalled":
		case "timed-out":
		case "stopped":
		case "not-started": return end;
		default: return unreachable(end);
	}
}
const notStarted = (message) => ({
	end: {
		kind: "not-started",
		reason: "other",
		message
	},
	durationMs: 0
});
async function start(gate, options, ports) {
	const { place, signal, onLine } = options;
	const reports = reportFiles(gate, place);
	const command = await commandOf(gate, place, ports);
	if (typeof command === "string") return notStarted(command);
	if (typeof reports === "string") return notStarted(reports);
	await removeOld(ports, reports);
	const stdoutFile = reports.find((report) => report.fromStdout)?.path;
	return ports.processes.runLogged(command, {
		logFile: place.log,
		timeoutMs: gate.timeoutMs,
		signal,
		onLine,
		...stdoutFile === void 0 ? {} : { stdoutFile }
	});
}
/**
* Runs one gate and judges it.
*
* @param gate the gate
* @param options where it runs, and what may stop it
* @param ports the world
* @returns what it came to; a gate that cannot be run is a `tool-error`
*/
async function runGate(gate, options, ports) {
	const { place, masker } = options;
	const result = await start(gate, options, ports);
	const excerpt = await readExcerpt(ports.files, place.log, masker);
	const context = {
		root: place.root,
		cwd: gate.cwd,
		tool: gate.tool
	};
	const files = reportFiles(gate, place);
	const reports = [];
	for (const { format, path } of typeof files === "string" ? [] : files) reports.push({
		format,
		path,
		result: await readReport(ports.files, {
			format,
			path
		}, context)
	});
	if (result.end.kind === "exited" && result.end.code !== 0 && !reports.some((report) => report.result.kind === "read")) {
		const shown = await readReport(ports.files, {
			format: "text",
			path: place.log
		}, context);
		if (shown.kind === "read") reports.push({
			format: "text",
			path: "output",
			result: shown
		});
	}
	return {
		judgement: maskJudgement(judge({
			gate,
			end: toGateEnd(result.end),
			reports,
			log: excerpt.text
		}), masker),
		result,
		excerpt
	};
}
function maskJudgement(judgement, masker) {
	if (masker.isEmpty) return judgement;
	const mask = (text) => text === null ? null : masker.mask(text);
	return {
		...judgement,
		reason: mask(judgement.reason),
		summary: mask(judgement.summary),
		findings: judgement.findings.map((finding) => ({
			...finding,
			message: masker.mask(finding.message),
			rule: mask(finding.rule),
			file: mask(finding.file)
		}))
	};
}

// src/actions/gates/execute.ts
/** Silence after which people are told what still runs. */
const HEARTBEAT_MS = 6e4;
/** CPU time is counted in steps of 10 ms, so the cores of a shorter run are not known. */
const LEAST_MEASURED_MS = 500;
/** Above this many processes a core somebody else wants the machine too. */
const CROWDED_LOAD = 1.25;
/** One run of gates: starts what the schedule offers, tells it of ends, until nothing is left. */
var GateRunner = class {
	#gates;
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
		this.#schedule = new Schedule(gates.map((gate) => withMeasuredSize(gate, options.history)), {
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
		if (!this.#stop.signal.aborted) for (const id of this.#schedule.startable()) this.#start(id);
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
	async #runGate(gate) {
		const need = packagesFor(gate);
		const problem = need === null ? void 0 : this.#options.problems.get(keyOf(need));
		if (problem !== void 0) return couldNotRun(problem);
		const name = this.#names.get(gate.id) ?? gate.id;
		const place = {
			root: this.#options.root,
			reports: join(this.#options.scratch, "reports", name),
			log: join(this.#options.scratch, "logs", `${name}.log`)
		};
		await this.#ports.files.makeDirectory(place.reports);
		const onLine = (line) => this.#onLine(gate.id, line);
		const { masker } = this.#options;
		return runGate(gate, {
			place,
			masker,
			signal: this.#stop.signal,
			onLine
		}, this.#ports);
	}
	#onLine(id, line) {
		const running = this.#running.get(id);
		if (running === void 0 || line.trim() === "") return;
		running.line = this.#options.masker.mask(line);
		this.#options.listener({
			kind: "line",
			id,
			text: running.line
		});
	}
	#finish(gate, run) {
		const running = this.#running.get(gate.id);
		this.#running.delete(gate.id);
		const judgement = this.#judgementOf(run);
		this.#record(gate, {
			...run,
			judgement
		}, running?.sinceMs ?? 0);
		if (run.result.end.kind === "exited") this.#measure(gate.id, run, running?.isCrowded ?? true);
		const skips = this.#schedule.finish(gate.id, opensTheWay(judgement.outcome));
		for (const { id, need } of skips) this.#skip(id, `\`${need}\` ${whyClosed(this.#executed.get(need)?.judgement)}`);
		if (gate.required && [
			"failed",
			"timed-out",
			"tool-error"
		].includes(judgement.outcome) && this.#options.failFast && this.#firstFailure === void 0) {
			this.#firstFailure = gate.id;
			this.#stopAll(`not started, because \`${gate.id}\` failed first`);
		}
		this.#pump();
	}
	/** What was stopped because of the first failure was not cancelled by anybody. */
	#judgementOf({ judgement }) {
		if (judgement.outcome !== "cancelled" || this.#options.signal.aborted || this.#firstFailure === void 0) return judgement;
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
		const { end, durationMs, cpuMs, peakBytes } = run.result;
		const readyMs = Math.max(0, ...gate.needs.map((need) => endOf(this.#executed.get(need))));
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
			logFile: wasStarted ? join(this.#options.scratch, "logs", `${name}.log`) : null,
			excerpt: wasStarted ? run.excerpt : null
		});
		this.#tellFinished(gate, run.judgement, durationMs);
	}
	#skip(id, reason) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		const judgement = {
			...nothing,
			outcome: "skipped",
			reason
		};
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
			excerpt: null
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
			const running = [...this.#running].map(([id, { sinceMs, line }]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line
			}));
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

// src/actions/gates/keep-results.ts
/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 67108864;
const MOST_REPORTS = 1e3;
/** What a run of the gates writes into the output directory. */
const RESULT_NAMES = [
	"verdict.json",
	"details.json",
	"logs",
	"reports"
];
/**
* Takes the results of an earlier run away, because gates that look at every file would look at them too.
*
* @param files the files
* @param outputDirectory absolute path
*/
async function removeOldResults(files, outputDirectory) {
	for (const name of RESULT_NAMES) await files.remove(join(outputDirectory, name));
}
/**
* Turnpike's own folder ignores itself, so that what it holds is never committed.
*
* @param files the files
* @param root absolute path of the repository
* @param outputDirectory absolute path of where results go
*/
async function ignoreOwnFolder(files, root, outputDirectory) {
	const own = join(root, ".turnpike");
	if (outputDirectory !== own && !outputDirectory.startsWith(`${own}/`)) return;
	const ignore = join(own, ".gitignore");
	if (!await files.exists(ignore)) await files.write(ignore, "*\n");
}
async function* decoded(files, path) {
	const decoder = new TextDecoder("utf-8");
	for await (const piece of files.stream(path)) yield decoder.decode(piece, { stream: true });
	yield decoder.decode();
}
async function holdsSecret(files, path, masker) {
	let held = "";
	for await (const piece of decoded(files, path)) {
		const text = held + piece;
		if (masker.mask(text) !== text) return true;
		held = text.slice(-masker.longest);
	}
	return false;
}
/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files, from, to, masker) {
	if (masker.isEmpty || !await holdsSecret(files, from, masker)) {
		await files.copy(from, to);
		return;
	}
	await files.write(to, "");
	for await (const piece of masker.maskPieces(decoded(files, from))) await files.append(to, piece);
}
/**
* Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets.
*
* @param files the files
* @param folders scratch folder and output directory, absolute
* @param masker hides secrets
*/
async function keepResults(files, folders, masker) {
	for (const name of ["logs", "reports"]) {
		const from = join(folders.scratch, name);
		const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
		const kept = name === "logs" ? entries : entries.filter((entry) => entry.size <= LARGEST_REPORT_BYTES);
		for (const { path } of name === "logs" ? kept : kept.slice(0, MOST_REPORTS)) await copyMasked(files, join(from, path), join(folders.outputDirectory, name, path), masker);
	}
}

// src/actions/gates/check-repository.ts
/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = .9;
/**
* Chooses the gates that run.
*
* @param plan all gates
* @param only ids to run with all that they need; empty: all
* @returns them, in the order of the plan, what required gates need being required too
* @throws TurnpikeError `PLAN_UNKNOWN_GATE` naming every id that there is not
*/
function selectGates(plan, only) {
	const declared = requireNeeds(plan.gates.filter((gate) => gate.declared));
	if (only.length === 0) return declared;
	const byId = new Map(declared.map((gate) => [gate.id, gate]));
	const problems = only.flatMap((id) => byId.has(id) ? [] : [unknownGate(id, plan)]);
	if (problems.length > 0) throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "Nothing was run.", { problems });
	const chosen = new Set(only);
	for (const gate of [...inOrderOfNeeds(declared)].reverse()) if (chosen.has(gate.id)) for (const need of gate.needs) chosen.add(need);
	return declared.filter((gate) => chosen.has(gate.id));
}
function unknownGate(id, plan) {
	const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
	if (plan.suggestions.some((suggestion) => suggestion.gate.id === id)) return {
		where: id,
		message: "is only suggested; declare it in turnpike.yml to run it"
	};
	const nearest = nearestName(id, ids);
	if (nearest !== void 0) return {
		where: id,
		message: `is no gate here; did you mean \`${nearest}\`?`
	};
	return {
		where: id,
		message: ids.length === 0 ? "is no gate; there are none here" : `is no gate; there are ${ids.join(", ")}`
	};
}
function toResult(executed) {
	const { gate, judgement, startMs, durationMs, exitCode } = executed;
	return {
		id: gate.id,
		outcome: judgement.outcome,
		required: gate.required,
		startMs: startMs === null ? null : Math.round(startMs),
		durationMs: durationMs === null ? null : Math.round(durationMs),
		exitCode,
		reason: judgement.reason,
		counts: judgement.counts
	};
}
function notRun({ id, required }) {
	return {
		id,
		required,
		outcome: null,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason: "not among the gates that were asked for",
		counts: {
			tests: null,
			failures: null,
			findings: null
		}
	};
}
function detailsOf(request, execution, cores) {
	const { plan } = request;
	return {
		schema: "turnpike/details/1",
		cores,
		budgetMs: plan.budget.totalMs,
		budgetEnforced: plan.budget.enforce,
		release: request.release,
		coverage: execution.gates.map((one) => one.judgement.coverage).find((percent) => percent !== null) ?? null,
		gates: execution.gates.map((executed) => {
			const { gate, judgement, excerpt, logFile, fileName } = executed;
			return {
				id: gate.id,
				tool: gate.tool,
				tier: gate.tier,
				reproduce: gate.reproduce,
				cwd: gate.cwd,
				source: gate.source,
				summary: judgement.summary,
				logFile: logFile === null ? null : `logs/${fileName}.log`,
				logTail: [...excerpt?.tail ?? []],
				findings: [...judgement.findings],
				findingsTotal: judgement.findingsTotal,
				cpuMs: executed.cpuMs,
				peakBytes: executed.peakBytes,
				waitedMs: executed.waitedMs
			};
		}),
		suggestions: plan.suggestions.map(({ gate, enable }) => ({
			id: gate.id,
			command: gate.reproduce,
			why: gate.why,
			enable
		}))
	};
}
/**
* @param root absolute path of the repository's root
* @param git the checkout
* @returns what the files are; outside a repository they are bound to no commit
*/
async function readCommitFacts(root, git) {
	const asked = [
		git.topLevel(root),
		git.head(root),
		git.tree(root)
	];
	const [[top, commit, tree], dirty] = await Promise.all([Promise.all(asked), git.isDirty(root)]);
	if (top === void 0) return {
		commit: null,
		tree: null,
		dirty: false
	};
	return {
		commit: commit ?? null,
		tree: tree ?? null,
		dirty
	};
}
async function rememberDurations(request, execution, files) {
	try {
		const history = parseHistory(await files.readText(request.historyFile));
		await files.write(request.historyFile, renderHistory(remember(history, execution.measured)));
	} catch {}
}
async function writeResults(request, ran, ports, watch) {
	const { plan, outputDirectory } = request;
	const { execution, facts, masker, startedAt, durationMs } = ran;
	const { release, requireGates } = request;
	const run = verdictOf(execution.gates.map(({ gate, judgement }) => ({
		...gate,
		outcome: judgement.outcome
	})), {
		release,
		budget: plan.budget,
		durationMs,
		requireGates,
		stoppedBy: watch.stop.cause()
	});
	const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
	const declared = plan.gates.filter((gate) => gate.declared);
	const verdict = {
		schema: "turnpike/verdict/1",
		verdict: run.verdict,
		...facts,
		startedAt,
		durationMs,
		gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate))
	};
	const details = detailsOf(request, execution, ran.cores);
	const verdictFile = join(outputDirectory, "verdict.json");
	const detailsFile = join(outputDirectory, "details.json");
	await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
	await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
	return {
		run,
		verdict,
		details,
		execution,
		verdictFile,
		verdictDigest: await ports.files.sha256(verdictFile),
		detailsFile,
		masker,
		logs: join(outputDirectory, "logs")
	};
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
	const gates = selectGates(plan, request.only);
	const facts = await request.facts;
	await removeOldResults(files, outputDirectory);
	await ignoreOwnFolder(files, root, outputDirectory);
	const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
	const scratch = join(request.temp, `turnpike-gates-${ports.random.uuid()}`);
	const cores = request.jobs ?? ports.machine.cores();
	const memory = ports.machine.memoryBytes();
	const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
	try {
		await files.makeDirectory(join(scratch, "logs"));
		const startedAt = ports.clock.now().toISOString();
		const begin = ports.clock.monotonicMs();
		const { listener } = watch;
		const problems = await installEnvironments(gates, {
			root,
			environments: plan.environments,
			listener
		}, ports);
		const history = parseHistory(await files.readText(request.historyFile).catch(() => void 0));
		const where = {
			root,
			scratch,
			cores,
			memoryBytes
		};
		const how = {
			failFast,
			history,
			problems,
			masker,
			listener,
			signal: watch.stop.signal
		};
		const execution = await executeGates(gates, {
			...where,
			...how
		}, ports);
		const durationMs = Math.round(ports.clock.monotonicMs() - begin);
		await keepResults(files, {
			scratch,
			outputDirectory
		}, masker);
		const checked = await writeResults(request, {
			execution,
			facts,
			masker,
			cores,
			startedAt,
			durationMs
		}, ports, watch);
		await rememberDurations(request, execution, files);
		return checked;
	} finally {
		await files.remove(scratch).catch(() => void 0);
	}
}

export { thisMachine as i, readCommitFacts as n, listenForStop as r, checkRepository as t };