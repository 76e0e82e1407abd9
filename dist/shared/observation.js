import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { u as datetime } from "./last-gate.js";
import { n as parseRecords, r as renderRecords, t as newestLast } from "./record-file.js";
import { i as KEY_SPACE, n as encodePassed, t as MOST_PASSED } from "./passed-set.js";

// src/core/flaky/observation.ts
/** Most failed and most flaky tests of one record. */
const MOST_NAMED = 200;
/** Most characters of a base64 set: 26 bits a key, with room for chance. */
const LONGEST_SET = MOST_PASSED * 6;
const BOUNDS = {
	records: 400,
	characters: 4194304
};
/** From this share of failures on, the surroundings are to blame (trunk.io docs, "flaky tests: detection": 80 %). */
const MASS_FAILURE = .8;
/** In a smaller suite one honest failure could be that share. */
const LEAST_FOR_MASS = 5;
const text = string().max(1100);
const testSchema = object({
	id: string().regex(/^[0-9a-f]{64}$/),
	key: number().int().nonnegative().max(KEY_SPACE - 1).describe("48 bits, as in `passed`."),
	format: literal("junit"),
	file: text,
	className: text,
	name: text,
	label: text
});
/** One line of observations.ndjson: what the tests of one gate did in one run. Texts are foreign. */
const observationSchema = object({
	schema: literal("turnpike/observations/1"),
	gate: string().max(300),
	variant: string().max(100).describe("Operating system and interpreter: `linux/py3.12`."),
	tree: string().regex(/^[0-9a-f]{40,64}$/).describe("SHA of the tree that was checked out: commits of one tree are the same code."),
	commit: string().max(64).nullable(),
	branch: string().max(300).nullable(),
	isDefaultBranch: boolean(),
	event: string().max(100),
	run: string().min(1).max(100),
	attempt: number().int().positive(),
	part: number().int().nonnegative().describe("Which runner of a fan-out, from 1; 0 for a run as a whole."),
	at: datetime(),
	executed: number().int().nonnegative(),
	failedTotal: number().int().nonnegative(),
	guard: _enum(["mass-failure", "timed-out"]).nullable().describe("Why the run says nothing of its tests: most of them failed, or the gate ran out of time."),
	failed: array(testSchema).max(MOST_NAMED),
	flaky: array(testSchema).max(MOST_NAMED).describe("Failed and passed in this run."),
	passed: object({
		count: number().int().nonnegative().max(MOST_PASSED),
		bits: string().max(LONGEST_SET)
	}).nullable().describe("A Golomb-coded set of the keys of tests that passed; null when it is not known which did.")
}).meta({
	title: "observations.ndjson",
	description: "One line. What later runs need to tell flaky tests from broken ones."
});
function guardOf({ hasTimedOut, executed, failedTotal }) {
	if (hasTimedOut) return "timed-out";
	return executed >= LEAST_FOR_MASS && failedTotal / executed >= MASS_FAILURE ? "mass-failure" : null;
}
function withoutFailed(passed, failed) {
	const keys = new Set(failed.map(({ key }) => key));
	return keys.size === 0 ? passed : passed.filter((key) => !keys.has(key));
}
/**
* @param run the run
* @param gate what its tests did
* @returns the record of it; without names when the surroundings are to blame
*/
function toObservation(run, gate) {
	const { cases, executed, failedTotal } = gate;
	const guard = guardOf(gate);
	const says = guard === null;
	return {
		schema: "turnpike/observations/1",
		gate: gate.gate.slice(0, 300),
		variant: gate.variant.slice(0, 100),
		...run,
		branch: run.branch?.slice(0, 300) ?? null,
		executed,
		failedTotal,
		guard,
		failed: says ? cases.failed.slice(0, MOST_NAMED) : [],
		flaky: says ? cases.flaky.slice(0, MOST_NAMED) : [],
		passed: says && cases.passed !== null ? encodePassed(withoutFailed(cases.passed, cases.failed)) : null
	};
}
function inOrder(observations) {
	return newestLast(observations, ({ run, attempt, part, gate, variant }) => [
		run,
		attempt,
		part,
		gate,
		variant
	]);
}
/**
* @param content observations.ndjson; undefined when there is none
* @returns its records, the newest last; lines that are no records are left out, because losing them decides nothing
*/
function parseObservations(content) {
	return inOrder(parseRecords(content, BOUNDS, (value) => observationSchema.safeParse(value).data));
}
/**
* @param histories records from several places
* @returns each record once, the newest last
*/
function mergeObservations(...histories) {
	return inOrder(histories.flat());
}
/**
* @param observations records, the newest last
* @returns observations.ndjson with the newest of them, at most 400 and 4 MiB
*/
function renderObservations(observations) {
	return renderRecords(observations, BOUNDS);
}

export { toObservation as i, parseObservations as n, renderObservations as r, mergeObservations as t };