import { T as countOf } from "./begin.js";

// src/core/flaky/evidence.ts
function percent(share) {
	const value = share * 100;
	return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
function rateOf({ failed, runs, lowerBound }) {
	if (runs < 2 || failed === 0) return "";
	return `; failed in ${failed} of ${countOf(runs, "run")}, so in at least ${percent(lowerBound)}`;
}
/**
* @param standing what is thought of a test
* @returns why, in a few words without a full stop: `passed and failed on 2 trees; failed in 3 of 41 runs, so in at least 2.6 %`
*/
function evidenceOf(standing) {
	const { state, disagreements, cleanRuns, cleanBound } = standing;
	const proof = disagreements > 0 ? `passed and failed on ${countOf(disagreements, "tree")}` : "";
	switch (state) {
		case "healthy": return `failed without a sign that it is flaky${rateOf(standing)}`;
		case "suspected":
		case "flaky": return `${proof}${rateOf(standing)}`.replace(/^; /, "");
		case "broken": return "failed in all of the last runs on the default branch, so it is no flaky test";
		case "recovered": return `${countOf(cleanRuns, "clean run")} since it failed last, so it fails in less than ${percent(cleanBound)}`;
	}
}

export { evidenceOf as t };