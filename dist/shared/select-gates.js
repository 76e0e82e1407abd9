import { t as nearestName } from "./parse.js";
import { n as TurnpikeError } from "./errors.js";

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

// src/actions/gates/select-gates.ts
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
	const idsOf = (id) => declared.filter((gate) => gate.id === id || gate.matrix?.of === id).map((gate) => gate.id);
	const problems = only.flatMap((id) => idsOf(id).length > 0 ? [] : [unknownGate(id, plan)]);
	if (problems.length > 0) throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "Nothing was run.", { problems });
	const chosen = new Set(only.flatMap(idsOf));
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

export { inOrderOfNeeds as i, findCycles as n, findUnknownNeeds as r, selectGates as t };