import { n as remember, r as renderHistory, t as parseHistory } from "./history.js";
import { dirname, join } from "node:path/posix";

// src/actions/gates/history.ts
/** What single tests did, beside the file of durations. */
const OBSERVATIONS_FILE = "observations.ndjson";
/** Nothing was looked at. */
const NO_TESTS = {
	fresh: [],
	standings: [],
	text: ""
};
/** Files that differ from the commit belong to no tree, so a run of them proves nothing of it. */
function observedRun({ origin, facts, startedAt }) {
	if (origin === void 0 || facts.tree === null || facts.dirty) return void 0;
	const { run, attempt, part, branch, isDefaultBranch, event } = origin;
	const { tree, commit } = facts;
	return {
		tree,
		commit,
		branch,
		isDefaultBranch,
		event,
		run,
		attempt,
		part,
		at: startedAt
	};
}
/** A test that failed in one attempt of its gate and passed in the last one did both. */
function ofAllAttempts({ tests, earlier }) {
	if (tests === null || earlier.length === 0) return tests;
	const passed = new Set(tests.cases.passed);
	const before = earlier.flatMap((attempt) => attempt.tests?.hasTimedOut === false ? attempt.tests.cases.failed : []);
	const both = new Map(before.filter(({ key }) => passed.has(key)).map((test) => [test.id, test]));
	return {
		...tests,
		cases: {
			...tests.cases,
			flaky: [...tests.cases.flaky, ...both.values()]
		}
	};
}
/**
* @param check the run
* @param gates what each gate came to
* @param files where the history lies; what cannot be read there counts as not remembered
* @returns this run's records, and what all records together say
*/
async function lookBack(check, gates, files) {
	const withTests = gates.flatMap((executed) => {
		const tests = ofAllAttempts(executed);
		return tests === null ? [] : [{
			gate: executed.gate.id,
			...tests
		}];
	});
	if (withTests.length === 0) return NO_TESTS;
	const kept = await files.readText(join(dirname(check.historyFile), OBSERVATIONS_FILE)).catch(() => void 0);
	const { observeTests } = await import("./observe-tests.js");
	return observeTests(observedRun(check), withTests, kept);
}
/**
* Keeps what this run took, and what its tests did. Without it the next run starts in another order and knows less of its
* tests, and that is all, so a fault is silent.
*
* @param historyFile absolute path of the file of durations
* @param execution what gates took
* @param tests what tests did
* @param files where it is kept
*/
async function keepHistory(historyFile, execution, tests, files) {
	try {
		const history = parseHistory(await files.readText(historyFile));
		await files.write(historyFile, renderHistory(remember(history, execution.measured)));
		if (tests.fresh.length > 0) await files.write(join(dirname(historyFile), OBSERVATIONS_FILE), tests.text);
	} catch {}
}

export { keepHistory as n, lookBack as r, OBSERVATIONS_FILE as t };