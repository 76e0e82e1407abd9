import { s as valueAt } from "./tables.js";

// src/core/gates/result-policy.ts
/** A file that is larger was not written by this program. */
const LARGEST_STORE_BYTES = 16777216;
const none = (why) => ({
	restore: false,
	save: false,
	why
});
/**
* @param situation the run
* @returns whether earlier results are used; never on a release, never saved by code of others or with rights over it
*/
function decideResults(situation) {
	const { eventName } = situation;
	if (!situation.isWanted) return none("the input result-cache is false");
	if (situation.release || situation.refType === "tag") return none("a release is checked whole");
	if ([
		"pull_request_target",
		"workflow_run",
		"issue_comment"
	].includes(eventName)) return none(`${eventName} runs with rights over code of others`);
	if (situation.isFork) return {
		restore: true,
		save: false,
		why: "code of a fork leaves no results behind"
	};
	if (eventName === "merge_group") return {
		restore: true,
		save: false,
		why: "results of a merge queue are never read again"
	};
	return {
		restore: true,
		save: true,
		why: "on"
	};
}
/**
* @param event GitHub's payload
* @returns true when it is a pull request from another repository, or nobody can tell
*/
function isForkEvent(event) {
	if (event["pull_request"] === void 0) return false;
	const name = (side) => valueAt(event, "pull_request", side, "repo", "full_name");
	return typeof name("head") !== "string" || name("head") !== name("base");
}

export { decideResults as n, isForkEvent as r, LARGEST_STORE_BYTES as t };