import { r as findPassed } from "./passed-set.js";

// src/core/flaky/bounds.ts
/** The 95 % quantile of the normal distribution, for one-sided bounds. */
const Z = 1.6448536269514722;
/** What may be wrong about a bound. */
const DOUBT = .05;
/**
* The rate that is surpassed with 95 % confidence: Wilson's score interval, one-sided (Wilson 1927; Brown, Cai, DasGupta
* 2001). 1 of 10 gives 2.3 %, 3 of 10 12.7 %, 5 of 100 2.5 %.
*
* @param failed failures, 0 to `runs`
* @param runs runs, 0 or more
* @returns a share from 0 to 1; 0 without runs
*/
function lowerBound(failed, runs) {
	if (runs <= 0 || failed <= 0) return 0;
	const share = failed / runs;
	const square = Z * Z;
	const middle = share + square / (2 * runs);
	const spread = Z * Math.sqrt(share * (1 - share) / runs + square / (4 * runs * runs));
	return Math.max(0, (middle - spread) / (1 + square / runs));
}
/**
* The rate that is not reached with 95 % confidence after nothing but passes: about 3 divided by the runs (Clopper and
* Pearson for no failure, also called the rule of three). 7 give 35 %, 100 give 3 %.
*
* @param runs clean runs in a row
* @returns a share from 0 to 1; 1 without runs
*/
function cleanBound(runs) {
	return runs <= 0 ? 1 : 1 - DOUBT ** (1 / runs);
}
function logFactorials(largest) {
	const table = new Float64Array(largest + 1);
	for (let n = 2; n <= largest; n += 1) table[n] = (table[n - 1] ?? 0) + Math.log(n);
	return table;
}
/**
* @param failed failures, 0 to `runs`
* @param runs runs
* @param rate a rate between 0 and 1
* @returns the probability of at least so many failures when the rate is this one (binomial tail)
*/
function chanceOf(failed, runs, rate) {
	if (failed <= 0) return 1;
	const factorial = logFactorials(runs);
	let sum = 0;
	for (let k = failed; k <= runs; k += 1) {
		const choose = (factorial[runs] ?? 0) - (factorial[k] ?? 0) - (factorial[runs - k] ?? 0);
		sum += Math.exp(choose + k * Math.log(rate) + (runs - k) * Math.log1p(-rate));
	}
	return Math.min(1, sum);
}
/**
* Chooses discoveries so that at most 5 % of them are expected to be false (Benjamini and Hochberg 1995).
*
* @param chances one probability for each test that failed at all
* @param tests how many were looked at, also those that never failed
* @returns the largest probability that counts as a discovery; -1 when none does
*/
function discoveryLimit(chances, tests) {
	const sorted = [...chances].sort((a, b) => a - b);
	const many = Math.max(tests, sorted.length);
	return sorted.reduce((limit, chance, at) => chance <= (at + 1) / many * DOUBT ? chance : limit, -1);
}

// src/core/flaky/analyse.ts
/** Distinct trees with a disagreement that prove a test flaky. */
const PROVING_TREES = 2;
/** A rate at or above this counts as flaky. */
const FLAKY_RATE = .01;
/** Below these a rate says nothing (buildpulse.io docs: at least 10 results); one failure is no pattern. */
const LEAST_RUNS = 10;
const LEAST_FAILURES = 2;
/** Failures in a row on the default branch, on as many trees, that show a test broken. */
const BROKEN_RUNS = 3;
/** Fewer clean runs say nothing whatever the rate was. */
const LEAST_CLEAN_RUNS = 7;
/** What a record says of any of the tests that are followed. */
function outcomesOf(record, keys) {
	const passed = record.passed === null ? /* @__PURE__ */ new Set() : findPassed(record.passed, keys);
	const failed = new Set(record.failed.map(({ id }) => id));
	const flaky = new Set(record.flaky.map(({ id }) => id));
	return ({ id, key }) => {
		if (flaky.has(id)) return "both";
		if (failed.has(id)) return "failed";
		return passed.has(key) ? "passed" : void 0;
	};
}
/** Only tests that failed once are followed: of the others there is nothing to tell. */
function tracksOf(records) {
	const tests = /* @__PURE__ */ new Map();
	for (const record of records) for (const test of [...record.failed, ...record.flaky]) tests.set(test.id, test);
	const tracks = [...tests.values()].map((test) => ({
		test,
		seen: []
	}));
	if (tracks.length === 0) return [];
	const keys = tracks.map(({ test }) => test.key);
	for (const of of records) {
		const outcomeOf = outcomesOf(of, keys);
		for (const { test, seen } of tracks) {
			const outcome = outcomeOf(test);
			if (outcome !== void 0) seen.push({
				of,
				outcome
			});
		}
	}
	return tracks;
}
/** Trees on which it did both: proof that the result does not come from the code alone. */
function disagreeingTrees(seen) {
	const byTree = /* @__PURE__ */ new Map();
	for (const { of, outcome } of seen) {
		const outcomes = byTree.get(of.tree) ?? /* @__PURE__ */ new Set();
		byTree.set(of.tree, outcomes.add(outcome));
	}
	const disagrees = (outcomes) => outcomes.has("both") || outcomes.has("passed") && outcomes.has("failed");
	return new Set([...byTree].filter(([, outcomes]) => disagrees(outcomes)).map(([tree]) => tree));
}
/** Runs in which a failure is not the fault of a change under review. */
function countedRuns(seen) {
	const passedTrees = /* @__PURE__ */ new Set();
	return seen.filter(({ of, outcome }) => {
		const counts = of.isDefaultBranch || passedTrees.has(of.tree) || outcome === "both";
		if (outcome !== "failed") passedTrees.add(of.tree);
		return counts;
	});
}
/** One fault that stays for five commits is one fault: a row of plain failures counts as one run. */
function rateOf(counted) {
	let [failed, runs] = [0, 0];
	let inRow = false;
	for (const { outcome } of counted) {
		const continues = outcome === "failed" && inRow;
		inRow = outcome === "failed";
		if (continues) continue;
		runs += 1;
		if (outcome !== "passed") failed += 1;
	}
	return {
		failed,
		runs
	};
}
function isBroken(seen, disagreeing) {
	const onDefault = seen.filter(({ of }) => of.isDefaultBranch);
	const firstPass = [...onDefault].reverse().findIndex(({ outcome }) => outcome !== "failed");
	const row = firstPass === -1 ? onDefault : onDefault.slice(onDefault.length - firstPass);
	const trees = new Set(row.map(({ of }) => of.tree));
	return trees.size >= BROKEN_RUNS && ![...trees].some((tree) => disagreeing.has(tree));
}
function judgeTrack(track) {
	const rate = rateOf(countedRuns(track.seen));
	const chance = rate.failed === 0 ? 1 : chanceOf(rate.failed, rate.runs, FLAKY_RATE);
	return {
		track,
		trees: disagreeingTrees(track.seen),
		...rate,
		chance
	};
}
/** The last failure that says something, and how often there was one until then. */
function lastEvent({ track, trees }) {
	const isEvent = ({ of, outcome }) => outcome !== "passed" && (of.isDefaultBranch || trees.has(of.tree));
	const at = track.seen.findLastIndex(isEvent);
	const until = rateOf(countedRuns(track.seen.slice(0, at + 1)));
	return {
		at,
		rate: Math.max(FLAKY_RATE, until.runs === 0 ? 1 : until.failed / until.runs)
	};
}
function standingOf(judged, limit) {
	const { track, trees, failed, runs, chance } = judged;
	const { test, seen } = track;
	const bound = lowerBound(failed, runs);
	const event = lastEvent(judged);
	const cleanRuns = seen.slice(event.at + 1).filter(({ outcome }) => outcome === "passed").length;
	const hasRecovered = cleanRuns >= LEAST_CLEAN_RUNS && cleanBound(cleanRuns) <= event.rate;
	const hasRate = runs >= LEAST_RUNS && failed >= LEAST_FAILURES && bound >= FLAKY_RATE && chance <= limit;
	const unwell = trees.size >= PROVING_TREES || hasRate ? "flaky" : trees.size > 0 ? "suspected" : "healthy";
	const state = isBroken(seen, trees) ? "broken" : unwell !== "healthy" && hasRecovered ? "recovered" : unwell;
	const last = seen[seen.findLastIndex(({ outcome }) => outcome !== "passed")]?.of;
	return {
		test,
		gate: last?.gate ?? "",
		variant: last?.variant ?? "",
		state,
		disagreements: trees.size,
		failed,
		runs,
		lowerBound: bound,
		cleanRuns,
		cleanBound: cleanBound(cleanRuns),
		lastFailedAt: last?.at ?? null
	};
}
function standingsOfGroup(records) {
	const judged = tracksOf(records).map(judgeTrack);
	const tests = Math.max(0, ...records.map(({ executed }) => executed));
	const chances = judged.filter(({ failed }) => failed > 0).map(({ chance }) => chance);
	const limit = discoveryLimit(chances, tests);
	return judged.map((one) => standingOf(one, limit));
}
/**
* What the records say of tests that failed at least once. A test that passed and failed on one tree is proven not to depend
* on the code alone; a rate alone makes a test flaky only while at most 5 % of such discoveries are expected to be false.
* Runs in which the surroundings failed count for nothing. See docs/flaky.md.
*
* @param observations records, the newest last
* @returns one entry a test, gate and variant, healthy ones too, in the order of their first failure
*/
function analyseTests(observations) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of observations) {
		if (one.guard !== null) continue;
		const key = JSON.stringify([one.gate, one.variant]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return [...groups.values()].flatMap(standingsOfGroup);
}

export { analyseTests as t };