import { st as isRed } from "./first-gate.js";
import { T as countOf } from "./begin.js";

// src/core/first-run/count-tests.ts
function numberBefore(text, word) {
	const match = new RegExp(`(\\d+) (?:${word.source})`).exec(text);
	return match?.[1] === void 0 ? 0 : Number(match[1]);
}
/**
* `== 2 failed, 17 passed, 1 skipped in 0.31s ==`: skipped and deselected tests were not executed. Those that failed as
* expected (`xfailed`) stand in its JUnit report as skipped, so they are not counted here either.
*/
function pytest(text) {
	const said = [...text.matchAll(/^(?:=+ )?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s\b.*$/gm)].at(-1)?.[1];
	if (said === void 0) return void 0;
	const failures = numberBefore(said, /failed/) + numberBefore(said, /errors?/);
	return {
		tests: failures + (numberBefore(said, /passed/) + numberBefore(said, /xpassed/)),
		failures
	};
}
/** `Tests  3 failed | 20 passed (23)`; several projects have several such lines. */
function vitest(text) {
	const lines = [...text.matchAll(/^\s*Tests {2}(.*\(\d+\))\s*$/gm)].map(([, said = ""]) => said);
	if (lines.length === 0) return void 0;
	return sumOf(lines.map((said) => {
		const failures = numberBefore(said, /failed/);
		return {
			failures,
			tests: failures + numberBefore(said, /passed/)
		};
	}));
}
/** `Tests:       1 failed, 2 skipped, 5 passed, 8 total`. */
function jest(text) {
	const lines = [...text.matchAll(/^Tests:\s+(.*\d+ total)\s*$/gm)].map(([, said = ""]) => said);
	if (lines.length === 0) return void 0;
	return sumOf(lines.map((said) => {
		const failures = numberBefore(said, /failed/);
		return {
			failures,
			tests: failures + numberBefore(said, /passed/)
		};
	}));
}
/** Node's runner: `# tests 12`, `# fail 1` (tap) or `ℹ tests 12` (spec). */
function nodeTest(text) {
	const values = (word) => [...text.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)\\s*$`, "gm"))].map(([, count]) => Number(count));
	const sum = (word) => values(word).reduce((total, count) => total + count, 0);
	if (values("tests").length === 0 || values("fail").length === 0) return void 0;
	return {
		tests: sum("tests") - sum("skipped") - sum("todo") - sum("cancelled"),
		failures: sum("fail")
	};
}
/** `Ran 12 tests in 0.1s`, then `FAILED (failures=1, errors=2, skipped=1)`. */
function unittest(text) {
	const ran = [...text.matchAll(/^Ran (\d+) tests? in /gm)].at(-1)?.[1];
	if (ran === void 0) return void 0;
	const value = (word) => Number(new RegExp(`\\b${word}=(\\d+)`).exec(text)?.[1] ?? 0);
	return {
		tests: Number(ran) - value("skipped"),
		failures: value("failures") + value("errors")
	};
}
function sumOf(counts) {
	return {
		tests: counts.reduce((sum, { tests }) => sum + tests, 0),
		failures: counts.reduce((sum, { failures }) => sum + failures, 0)
	};
}
/** The escape that begins a colour. */
const ESCAPE = "\x1B";
/**
* Reads the end of a log as people do: what the runner of tests says it has executed.
*
* @param log text of the log, foreign, colours and all
* @returns executed and failed tests; undefined when no known runner says so
*/
function countTests(log) {
	const text = log.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]*[A-Za-z]`, "g"), "").replaceAll("\r", "");
	return pytest(text) ?? vitest(text) ?? jest(text) ?? nodeTest(text) ?? unittest(text);
}

// src/core/first-run/proof.ts
/** What a command says when this machine lacks something; that a check failed is another matter. */
const LACKS = [
	{
		pattern: /could not find python interpreter|Failed to inspect Python interpreter|No interpreter found for|No download found for request|InvalidInterpreter/i,
		what: "found its Python missing here"
	},
	{
		pattern: /failed to lookup address|Could not resolve host|getaddrinfo (?:EAI_AGAIN|ENOTFOUND)|Temporary failure in name resolution/i,
		what: "did not reach the network"
	},
	{
		pattern: /Refusing to run pnpm@\S+ its npm registry signature could not be verified/i,
		what: "refused its package manager, whose signature the registry here does not give"
	}
];
/** Only of a command that failed: what is printed on the way to success stood in nobody's way. */
function lackIn(own, log) {
	if (own.kind !== "exited" || own.code === 0) return void 0;
	return LACKS.find(({ pattern }) => pattern.test(log))?.what;
}
/** nox and tox end with 0 although a session or an environment was left out, as where its interpreter is missing. */
const LEFT_OUT = /^nox > Session \S+ (?:was )?skipped|^\s*\S+: SKIP\b/m;
const RAN = /^nox > Session \S+ was successful|^\s*\S+: OK\b/m;
function ranNothing(own, log) {
	return own.kind === "exited" && own.code === 0 && LEFT_OUT.test(log) && !RAN.test(log);
}
/** Longest part of an installer's words that stands in a sentence. */
const MAX_LINE = 200;
/** The first line of what an installer said, of a problem that names the command before it. */
function firstLine(problem) {
	return (problem.replace(/^.*? did not work: /s, "").replace(/\)$/, "").split(/\n| \| /)[0] ?? "").trim().slice(0, MAX_LINE);
}
/** What was not installed for us: nothing that ran without it says anything of the gate. */
function withoutSetUp({ setUpProblem, own, ownLog, command }) {
	if (setUpProblem === void 0 || own.kind !== "exited" || own.code === 0) return void 0;
	if (!makesItsOwnEnvironment(command)) return "never";
	return countTests(ownLog) === void 0 ? "both" : void 0;
}
function colorOfOutcome(outcome) {
	if (isRed(outcome)) return "red";
	return outcome === "passed" || outcome === "cached" || outcome === "flaky-passed" ? "green" : "open";
}
/** Codes of a shell that found no program, or may not start it (POSIX, 2.8.2). */
const NOT_STARTED = /* @__PURE__ */ new Set([126, 127]);
/** pre-commit ends with 3 when it could not make the environment of a hook (pre_commit/error_handler.py). */
const PRE_COMMIT_BROKE = 3;
function couldNotRun(code, command) {
	return NOT_STARTED.has(code) || code === PRE_COMMIT_BROKE && /(?:^|[\s/])pre-commit(?:\s|$)/.test(command);
}
function colorOfOwn(own, command) {
	if (own.kind === "exited") return own.code === 0 ? "green" : couldNotRun(own.code, command) ? "open" : "red";
	return own.kind === "stopped" || own.kind === "not-started" ? "open" : "red";
}
function endWords(own, command) {
	switch (own.kind) {
		case "exited": return couldNotRun(own.code, command) ? `found something missing here (exit code ${own.code})` : `ended with ${own.code}`;
		case "signalled": return `was ended by ${own.signal}`;
		case "timed-out": return "ran out of time";
		case "stopped": return "was stopped";
		case "not-started": return `could not be started (${own.why})`;
	}
}
function countWords(ours, own) {
	if (ours === null || own === void 0) return "";
	if (ours === own.tests) return `, ${countOf(ours, "test")} in both`;
	return `; ours counts ${countOf(ours, "test")}, it counts ${countOf(own.tests, "test")}`;
}
/** Our own number is the report's, which no failed start of the tool has. */
function decide(ours, own, isOtherCount) {
	if (ours === "open" || own === "open") return "unproven";
	if (ours !== own) return ours === "red" ? "ours-is-wrong" : "ours-is-blind";
	return isOtherCount ? "other-count" : "agrees";
}
/** Whether the side that was red alone was green when it was asked once more: then neither of them is to blame. */
function isUnsteady(verdict, { again, command }) {
	if (verdict === "ours-is-wrong") return again?.kind === "ours" && colorOfOutcome(again.outcome) === "green";
	return verdict === "ours-is-blind" && again?.kind === "own" && colorOfOwn(again.end, command) === "green";
}
const MOST_APART = 4;
/** The line of turnpike.yml that keeps a gate and those that ran beside it from running at once. */
function linesApart(ids) {
	const entry = (id) => {
		return `${/^[A-Za-z_][\w-]*$/.test(id) ? id : JSON.stringify(id)}: { resources: { locks: [alone] } }`;
	};
	return `gates: { ${ids.map(entry).join(", ")} }`;
}
function unsteadyWords({ id, again, own, command }) {
	if (again?.kind !== "ours") return `flaky: its own command ${endWords(own, command)} once, and passed when it was run again`;
	const { beside } = again;
	if (beside.length === 0) return "flaky: red once, and green when it was run again, by our command and by its own";
	const more = beside.length - MOST_APART;
	return `red only beside other gates (${`${beside.slice(0, MOST_APART).join(", ")}${more > 0 ? ` and ${more} more` : ""}`}), green alone: it needs \`resources\` or is flaky; to keep them apart: ${linesApart([id, ...beside.slice(0, MOST_APART)])}`;
}
/** One command that stands for several gates is red when one of them is. */
function isRedForOthers({ outcome, redBeside = [] }) {
	return redBeside.length > 0 && colorOfOutcome(outcome) === "green";
}
function whyUnproven({ own, ownLog, command }) {
	if (ranNothing(own, ownLog)) return "left itself out, as where its Python is missing";
	return lackIn(own, ownLog) ?? endWords(own, command);
}
function sentenceOf(verdict, compared, counts) {
	const setUp = withoutSetUp(compared);
	const line = `a problem of the set-up and not of the gate: ${firstLine(compared.setUpProblem ?? "")}`;
	if (setUp === "both") return `red by its own command too, and what it needs could not be installed, ${line}`;
	if (setUp === "never") return `not proven: what it needs could not be installed, ${line}`;
	const code = compared.ourExitCode === null ? "" : ` (ours with ${compared.ourExitCode})`;
	const end = `${endWords(compared.own, compared.command)}${code}`;
	switch (verdict) {
		case "agrees":
			if (isRedForOthers(compared) && colorOfOwn(compared.own, compared.command) === "red") return `green; its own command ${endWords(compared.own, compared.command)}, as it runs ${compared.redBeside?.join(", ")} too`;
			return colorOfOwn(compared.own, compared.command) === "red" ? `red by its own command too: it ${end}${counts}` : `green by its own command too${counts}`;
		case "other-count": return `same result by its own command, of other tests${counts}`;
		case "ours-is-wrong": return `OURS IS WRONG: its own command passes${counts}`;
		case "ours-is-blind": return `OURS IS WRONG: its own command is red, it ${end}${counts}`;
		case "unsteady": return unsteadyWords(compared);
		case "unproven": return `not proven: its own command ${whyUnproven(compared)}`;
	}
}
/**
* @param compared both runs of a gate
* @returns which of them is right, as far as that can be told
*/
function prove(compared) {
	const { id, command, ourExitCode, ourTests, own, ownMs } = compared;
	const counted = countTests(compared.ownLog);
	const isLacking = counted === void 0 && lackIn(own, compared.ownLog) !== void 0;
	const isOtherCount = ourTests !== null && counted !== void 0 && counted.tests !== ourTests;
	const theirs = isLacking || ranNothing(own, compared.ownLog) || withoutSetUp(compared) === "never" ? "open" : colorOfOwn(own, command);
	const first = decide(theirs === "red" && isRedForOthers(compared) ? "red" : colorOfOutcome(compared.outcome), theirs, isOtherCount);
	const verdict = isUnsteady(first, compared) ? "unsteady" : first;
	return {
		id,
		command,
		verdict,
		ourExitCode,
		ourTests,
		ownMs,
		sentence: sentenceOf(verdict, compared, countWords(ourTests, counted)),
		ownExitCode: own.kind === "exited" ? own.code : null,
		ownTests: counted?.tests ?? null
	};
}
/** @returns whether a proof says that Turnpike is wrong about a gate */
function isOurs({ verdict }) {
	return verdict === "ours-is-wrong" || verdict === "ours-is-blind";
}
/** Programs that make environments themselves, and that a repository expects to be there. */
const STARTERS = /* @__PURE__ */ new Set([
	"tox",
	"nox",
	"pre-commit",
	"hatch",
	"pdm",
	"poetry"
]);
/**
* @param command the repository's own command
* @returns its program, when it is one that `uvx` can start where it is not installed; else undefined
*/
function starterOf(command) {
	const [first = ""] = command.trimStart().split(/\s/, 1);
	return STARTERS.has(first) ? first : void 0;
}
/** Programs that install packages for what they start, whatever is installed around them. */
const MAKES_ITS_OWN = /^\s*(?:uvx\s+)?(?:tox|nox|pre-commit|prek)(?:@\S+)?(?:\s|$)/;
/**
* @param command the repository's own command
* @returns whether nothing needs to be installed before it, because it sees to that itself
*/
function makesItsOwnEnvironment(command) {
	return MAKES_ITS_OWN.test(command);
}

export { starterOf as i, makesItsOwnEnvironment as n, prove as r, isOurs as t };