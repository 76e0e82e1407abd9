import { c as literal, d as object, f as record, m as string, r as array, u as number } from "./schemas.js";
import { t as datetime } from "./iso.js";
import { n as findingSchema, t as checkSchema } from "./finding.js";
import { t as LARGEST_STORE_BYTES } from "./result-policy.js";

// src/core/gates/recall.ts
/**
* Chooses the gates that need not run. A pass stands for a gate only when it stands for all that need the gate too:
* they may want what it leaves behind, and a pass leaves nothing behind.
*
* @param gates all gates that would run
* @param keys their keys
* @param passOf what is remembered of a key
* @returns judgements of those that do not run
*/
function recallPasses(gates, keys, passOf) {
	const found = /* @__PURE__ */ new Map();
	for (const { id } of gates) {
		const key = keys.get(id);
		const pass = key?.kind === "key" ? passOf(key.key) : void 0;
		if (pass !== void 0) found.set(id, pass);
	}
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const open = gates.filter(({ id }) => !found.has(id));
	for (let gate = open.pop(); gate !== void 0; gate = open.pop()) for (const need of gate.needs) {
		const needed = byId.get(need);
		if (found.delete(need) && needed !== void 0) open.push(needed);
	}
	return found;
}

// src/core/gates/result-store.ts
const count = number().int().nonnegative().nullable();
const entrySchema = object({
	gate: string(),
	passedAt: datetime(),
	/** Where it passed, as people say it: `here`, `in run 123`. */
	where: string().max(200),
	durationMs: number().nonnegative(),
	exitCode: number().int().nullable(),
	summary: string().nullable(),
	counts: object({
		tests: count,
		failures: count,
		findings: count
	}),
	coverage: number().nullable(),
	findings: array(findingSchema),
	findingsTotal: number().int().nonnegative(),
	checks: array(checkSchema).optional()
});
const storeSchema = object({
	schema: literal("turnpike/results/1"),
	passes: record(string(), entrySchema)
});
/** Time after which a pass is not believed any more: what nobody can see, such as a certificate, changes in time. */
const BELIEVED_MS = 6048e5;
const MOST_FINDINGS = 20;
/**
* @param text the file; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read: any fault is a miss
*/
function parseResults(text) {
	if (text === void 0 || text.length > 16777216) return /* @__PURE__ */ new Map();
	try {
		const parsed = storeSchema.safeParse(JSON.parse(text));
		return parsed.success ? new Map(Object.entries(parsed.data.passes)) : /* @__PURE__ */ new Map();
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
/**
* @param store what to remember
* @returns the text of the file
*/
function renderResults(store) {
	return `${JSON.stringify({
		schema: "turnpike/results/1",
		passes: Object.fromEntries(store)
	})}\n`;
}
/**
* @param store what is remembered
* @param passes new passes by key
* @param now the time
* @returns the newest of both; what is too old to be believed is forgotten
*/
function rememberPasses(store, passes, now) {
	const all = [...[...store].filter(([key]) => !passes.has(key)), ...passes];
	return new Map(all.filter(([, pass]) => isBelieved(pass, now)).slice(-1e3));
}
function isBelieved({ passedAt }, now) {
	const age = now.getTime() - Date.parse(passedAt);
	return age <= BELIEVED_MS && age >= -6e4;
}
/**
* @param judgement a gate that passed
* @param run where and when, and what it took
* @returns what to remember of it; undefined for every other outcome: a flaky pass, a waiver and doubt are not remembered
*/
function toPass(judgement, run) {
	if (judgement.outcome !== "passed") return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks } = judgement;
	const kept = {
		summary,
		counts,
		coverage,
		findings: findings.slice(0, MOST_FINDINGS),
		findingsTotal
	};
	return {
		...run,
		...kept,
		...checks === void 0 ? {} : { checks: [...checks] }
	};
}
/**
* @param pass a pass that is remembered
* @param now the time
* @returns the judgement of the gate that is not run again; undefined when the pass is too old
*/
function recalled(pass, now) {
	if (!isBelieved(pass, now)) return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks, passedAt, where } = pass;
	return {
		outcome: "cached",
		reason: `passed with the same inputs on ${passedAt.replace(/T(\d\d:\d\d).*$/, " $1 UTC")}, ${where}`,
		summary,
		counts,
		coverage,
		findings,
		findingsTotal,
		...checks === void 0 ? {} : { checks }
	};
}

// src/actions/gates/remembered-passes.ts
/**
* @param text the file of remembered passes
* @param gates all gates that would run
* @param keys their keys
* @param now the time
* @returns judgements of gates that need not run
*/
function recallFrom(text, gates, keys, now) {
	const store = parseResults(text);
	return recallPasses(gates, keys, (key) => {
		const pass = store.get(key);
		return pass === void 0 ? void 0 : recalled(pass, now);
	});
}
/**
* @param executed a gate that ran
* @param now the time
* @param where it ran, as people say it
* @returns what to remember of it; undefined when it did not simply pass
*/
function passOf(executed, now, where) {
	const { gate, judgement, durationMs, exitCode } = executed;
	const passedAt = now.toISOString();
	return toPass(judgement, {
		gate: gate.id,
		passedAt,
		where,
		durationMs: durationMs ?? 0,
		exitCode
	});
}
/**
* @param text the file of remembered passes; undefined when there is none
* @param passes new ones by key
* @param now the time
* @returns the file with them
*/
function withPasses(text, passes, now) {
	return renderResults(rememberPasses(parseResults(text), passes, now));
}

export { passOf, recallFrom, withPasses };