import { a as isExpired, n as concerns, o as mostForgiven, s as nameOfEntry } from "./quarantine.js";
import { T as countOf } from "./begin.js";
import { ft as saysTestsFailed, lt as holdTo, ut as measuresOf } from "./first-gate.js";
import { join } from "node:path/posix";

// src/core/flaky/forgive.ts
/** By the same exit code a tool tells of more than failed tests; its output tells which. */
const MORE_THAN_TESTS = [
	{
		pattern: /^(?:ERROR: )?(?:Coverage failure|FAIL Required test coverage)/m,
		why: "the coverage is too low too"
	},
	{
		pattern: /Coverage for [\w ]{1,40}\([\d.]+%\) does not meet/,
		why: "the coverage is too low too"
	},
	{
		pattern: /coverage does not meet threshold/i,
		why: "the coverage is too low too"
	},
	{
		pattern: /Unhandled (?:Error|Rejection)|caught \d+ unhandled error/,
		why: "errors outside of tests were not handled"
	},
	{
		pattern: /^!+ stopping after \d+ failures? !+$/m,
		why: "pytest stopped at a failure, so the tests after it did not run"
	},
	{
		pattern: /INTERNALERROR>|Fatal Python error|^!+ Interrupted/m,
		why: "the interpreter or the tool crashed"
	},
	{
		pattern: /^\[gw\d+\] node down|worker '?gw\d+'? crashed/m,
		why: "a worker crashed"
	}
];
/** Why listed tests are not forgiven; undefined when they are. */
function objection(gate, cases, matches, at) {
	if (!gate.saysTestsFailed) return "the exit code says more than that tests failed";
	if (!gate.hasAllReports || !cases.isComplete) return "the report is not complete";
	const more = MORE_THAN_TESTS.find(({ pattern }) => pattern.test(gate.log));
	if (more !== void 0) return more.why;
	if (gate.otherReason !== void 0) return gate.otherReason;
	const open = matches.filter(({ entries }) => entries.every((entry) => isExpired(entry, at)));
	const expired = open.flatMap(({ test, entries }) => entries.slice(0, 1).map((entry) => ({
		test,
		entry
	})))[0];
	if (expired !== void 0) return `the entry for \`${expired.test.label}\` ended on ${expired.entry.expires}`;
	if (open.length > 0) return `${countOf(open.length, "failed test")} not listed`;
	const most = mostForgiven(gate.executed);
	if (matches.length > most) return `${matches.length} failed, and at most ${most} of ${gate.executed} are forgiven`;
}
/**
* Decides whether a red gate is forgiven: only when the exit code says that tests failed and nothing else did, the report is
* complete, every failed test is listed by an entry that holds, and they are few.
*
* @param gate the gate that failed
* @param entries the quarantine
* @param at the moment that counts for the end of entries, in ms since 1970
* @returns forgiven with the entries that were used, or why not
*/
function forgive(gate, entries, at) {
	const { cases } = gate;
	if (cases === void 0 || cases.failed.length === 0) return { kind: "silent" };
	const matches = cases.failed.map((test) => {
		return {
			test,
			entries: entries.filter((entry) => concerns(entry, test, gate))
		};
	});
	if (matches.every((match) => match.entries.length === 0)) return { kind: "silent" };
	const why = objection(gate, cases, matches, at);
	if (why !== void 0) return {
		kind: "refused",
		why
	};
	const used = matches.flatMap((match) => match.entries.filter((entry) => !isExpired(entry, at)));
	return {
		kind: "forgiven",
		entries: [...new Set(used)]
	};
}

// src/actions/gates/gate-tests.ts
/** Tools that run on Node.js, whose version is not that of a Python environment. */
const NODE_TOOLS = /* @__PURE__ */ new Set([
	"vitest",
	"node-test",
	"node",
	"jest"
]);
async function pythonOf(gate, root, { files, env }) {
	const folder = env["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
	const cwd = gate.environment?.cwd ?? gate.cwd;
	const place = folder.startsWith("/") ? folder : join(root, cwd, folder);
	const text = await files.readText(join(place, "pyvenv.cfg")).catch(() => void 0);
	return /^version(?:_info)?\s*=\s*(\d{1,3}\.\d{1,3})/m.exec(text ?? "")?.[1];
}
async function nodeOf(gate, root, { processes, env }) {
	const command = {
		file: "node",
		args: ["--version"],
		cwd: join(root, gate.cwd),
		env
	};
	const answer = await processes.capture(command, { timeoutMs: 5e3 });
	return /^v(\d{1,3})\./.exec(answer.stdout)?.[1];
}
/** `linux/py3.12`: tests of one name on two interpreters are two tests. */
async function variantOf(gate, os, root, ports) {
	if (NODE_TOOLS.has(gate.tool ?? "")) {
		const node = await nodeOf(gate, root, ports).catch(() => void 0);
		return node === void 0 ? os : `${os}/node${node}`;
	}
	const python = await pythonOf(gate, root, ports);
	return python === void 0 ? os : `${os}/py${python}`;
}
function masked(test, masker) {
	const mask = (text) => masker.maskCut(text);
	const { file, className, name, label } = test;
	return {
		...test,
		file: mask(file),
		className: mask(className),
		name: mask(name),
		label: mask(label)
	};
}
/** Without a list of numbers in between, which takes five times as much. */
function joined(sets) {
	const known = sets.filter((set) => set !== null);
	if (known.length < sets.length) return null;
	const all = new Float64Array(known.reduce((sum, set) => sum + set.length, 0));
	let at = 0;
	for (const set of known) {
		all.set(set, at);
		at += set.length;
	}
	return all;
}
/** All reports of a gate taken together. */
function casesOf({ reports }) {
	const all = reports.flatMap(({ result }) => result.kind === "read" && result.reading.cases !== void 0 ? [result.reading.cases] : []);
	if (all.length < 2) return all[0];
	return {
		failed: all.flatMap((one) => one.failed),
		flaky: all.flatMap((one) => one.flaky),
		passed: joined(all.map(({ passed }) => passed)),
		isComplete: all.every((one) => one.isComplete)
	};
}
/** What a red run hides: figures that the gate is held to are not asked when tests failed. */
function thresholdReason({ gate, reports }) {
	if (gate.threshold === void 0) return void 0;
	const readings = reports.flatMap(({ result }) => result.kind === "read" ? [result.reading] : []);
	const held = holdTo(gate.threshold, measuresOf(gate.threshold, readings));
	return held.kind === "held" ? void 0 : held.kind === "unknown" ? held.reason : held.reasons.join("; ");
}
/** When the oldest of the entries that are used ends. */
function reasonOf(entries) {
	const ends = entries.map(({ expires }) => expires).sort()[0] ?? "";
	const names = entries.slice(0, 3).map((entry) => `\`${nameOfEntry(entry)}\``);
	const more = entries.length > names.length ? ` and ${entries.length - names.length} more` : "";
	return `only listed tests failed, until ${ends}: ${names.join(", ")}${more}`;
}
/**
* Looks at the single tests of a gate that ran: what later runs should know of them, and whether the quarantine forgives
* what failed.
*
* @param evidence what the gate was judged by, the gate whole
* @param judgement what it came to
* @param how the quarantine, where it ran, what hides secrets
* @param ports the world
* @returns the judgement, forgiven or with the reason why it is not, and the tests; no tests where no report tells of them
*/
async function lookAtTests(evidence, judgement, how, ports) {
	const cases = casesOf(evidence);
	const isTrusted = [
		"passed",
		"flaky-passed",
		"failed",
		"timed-out"
	].includes(judgement.outcome);
	if (cases === void 0 || !isTrusted) return {
		judgement,
		tests: null
	};
	const { quarantine, masker } = how;
	const variant = await variantOf(evidence.gate, quarantine.os, how.root, ports);
	const place = {
		gate: evidence.gate.id,
		variant
	};
	const executed = judgement.counts.tests ?? 0;
	const tests = {
		variant,
		executed,
		failedTotal: judgement.counts.failures ?? 0,
		used: [],
		hasTimedOut: judgement.outcome === "timed-out",
		asked: quarantine.entries.filter((entry) => cases.failed.some((test) => concerns(entry, test, place))),
		cases: {
			...cases,
			failed: cases.failed.map((test) => masked(test, masker)),
			flaky: cases.flaky.map((test) => masked(test, masker))
		}
	};
	if (judgement.outcome !== "failed") return {
		judgement,
		tests
	};
	const hasAllReports = evidence.reports.every(({ result }) => result.kind === "read");
	const red = {
		otherReason: thresholdReason(evidence),
		...place,
		saysTestsFailed: saysTestsFailed(evidence),
		hasAllReports,
		cases,
		executed,
		log: evidence.log
	};
	const answer = forgive(red, quarantine.entries, quarantine.at);
	switch (answer.kind) {
		case "silent": return {
			judgement,
			tests
		};
		case "refused": return {
			judgement: {
				...judgement,
				reason: `${judgement.reason}; not forgiven: ${answer.why}`
			},
			tests
		};
		case "forgiven": {
			const reason = reasonOf(answer.entries);
			return {
				judgement: {
					...judgement,
					outcome: "quarantined",
					reason
				},
				tests: {
					...tests,
					used: answer.entries
				}
			};
		}
	}
}

export { lookAtTests };