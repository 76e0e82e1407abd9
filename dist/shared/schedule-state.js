import { i as inOrderOfNeeds } from "./select-gates.js";

// src/core/gates/schedule-state.ts
/** Assumed for a gate that never ran, when none of its tier did. */
const ASSUMED_MS = {
	fast: 2e3,
	normal: 1e4,
	slow: 6e4
};
/**
* Assumed for a gate of tier `normal` that never ran, by its tool: tests usually take longest, then type checkers and
* scanners that start an interpreter for many files. Only the order rests on it.
*/
const USUAL_MS = {
	pytest: 6e4,
	unittest: 6e4,
	coverage: 6e4,
	vitest: 6e4,
	jest: 6e4,
	mocha: 6e4,
	ava: 6e4,
	"node-test": 6e4,
	playwright: 6e4,
	"go test": 6e4,
	"cargo test": 6e4,
	pyright: 2e4,
	basedpyright: 2e4,
	mypy: 2e4,
	"detect-secrets": 2e4,
	tsc: 2e4,
	pylint: 2e4,
	"set-up": 4e3,
	ruff: 1e3,
	ty: 3e3,
	"uv lock": 1e3,
	actionlint: 1e3,
	zizmor: 1e3,
	codespell: 2e3
};
/**
* Share of a gate's first core that is enough to start on. Beside a gate that keeps one and a half of two cores busy, the
* other half would stay idle; with less than that, two gates would only take turns.
*/
const LEAST_SHARE = .5;
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
			cpuToStart: Math.min(1, cpu) * LEAST_SHARE,
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
	const usual = ({ tier, tool }) => tier === "normal" && typeof tool === "string" && Object.hasOwn(USUAL_MS, tool) ? USUAL_MS[tool] : void 0;
	return (task) => known(task) ?? usual(task) ?? medians.get(task.tier) ?? ASSUMED_MS[task.tier];
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
/** A gate that can use several cores fills what is left at the end, which one that cannot leaves idle. */
function urgency({ pathMs, durationMs, cpu }) {
	return pathMs - durationMs + durationMs / Math.max(1, cpu);
}
/** Longest path first, a gate on several cores counted as long as it would take on all of them. */
const compareByPath = (a, b) => urgency(b) - urgency(a) || byName(a, b);
/** Cheap tiers first, longest path first within one. */
const compareByTier = (a, b) => TIER_RANK[a.task.tier] - TIER_RANK[b.task.tier] || compareByPath(a, b);
/**
* @param list sorted by `compare`
* @param state what to look for
* @param compare the order
* @returns where it stands, or would stand
*/
function position(list, state, compare) {
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
	list.splice(position(list, state, compare), 0, state);
}

export { position as a, makeStates as i, compareByTier as n, insert as r, compareByPath as t };