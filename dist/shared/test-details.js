import { t as evidenceOf } from "./evidence.js";
import { a as isExpired, s as nameOfEntry } from "./quarantine.js";

// src/actions/gates/results/test-details.ts
/** Most tests that the page may be told of. */
const MOST_TESTS = 200;
const RANK = {
	flaky: 0,
	failed: 1,
	passed: 2
};
function nowOf(test, place, gates) {
	const tests = gates.find(({ gate, tests }) => gate.id === place.gate && tests?.variant === place.variant)?.tests;
	if (tests?.cases.flaky.some(({ id }) => id === test.id)) return "flaky";
	return tests?.cases.failed.some(({ id }) => id === test.id) ? "failed" : "passed";
}
/** Without a history a test that did both in this run is known all the same. */
function withoutHistory(gates, told) {
	return gates.flatMap(({ gate, tests }) => (tests?.cases.flaky ?? []).filter(({ id }) => !told.has(`${gate.id} ${id}`)).map((test) => {
		const { label: name, id } = test;
		return {
			name,
			id,
			gate: gate.id,
			variant: tests?.variant ?? "",
			state: "suspected",
			evidence: "failed and passed in this run",
			now: "flaky"
		};
	}));
}
function testsOf(standings, gates) {
	const known = standings.map((standing) => {
		const { test, gate, variant, state } = standing;
		const evidence = evidenceOf(standing);
		return {
			name: test.label,
			id: test.id,
			gate,
			variant,
			state,
			evidence,
			now: nowOf(test, standing, gates)
		};
	});
	const names = new Set(standings.map(({ gate, test }) => `${gate} ${test.id}`));
	return [...known.filter(({ state }) => state !== "healthy"), ...withoutHistory(gates, names)].sort((a, b) => RANK[a.now] - RANK[b.now]).slice(0, MOST_TESTS);
}
function quarantineOf({ entries, at }, gates) {
	const used = new Set(gates.flatMap(({ tests }) => tests?.used ?? []));
	const asked = new Set(gates.flatMap(({ tests }) => tests?.asked ?? []));
	const statusOf = (entry) => {
		if (used.has(entry)) return "used";
		if (isExpired(entry, at)) return "expired";
		return asked.has(entry) ? "refused" : "idle";
	};
	return entries.map((entry) => {
		const { owner, issue, reason, expires, line } = entry;
		return {
			name: nameOfEntry(entry),
			owner,
			issue,
			reason,
			expires,
			line,
			status: statusOf(entry)
		};
	});
}
/**
* @param standings what is thought of tests that failed at least once
* @param quarantine the file
* @param gates what each gate came to
* @returns for the page: tests that are not simply healthy, what failed or was flaky now first, and each entry of the quarantine with what it did in this run
*/
function tellTests(standings, quarantine, gates) {
	return {
		tests: testsOf(standings, gates),
		quarantine: quarantineOf(quarantine, gates)
	};
}

export { tellTests };