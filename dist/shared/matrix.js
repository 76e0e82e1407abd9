import { i as fromValue, r as unfoldMatrix } from "./parse.js";
import { p as childOf } from "./project-root.js";
import { i as evaluateNumber, n as evaluateFlag, t as evaluate } from "./evaluate.js";

// src/core/workflow/matrix.ts
/**
* @param token value of a `strategy` key
* @param scope contexts of the job
* @returns what it says; no strategy is one leg without values
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function readStrategy(token, scope) {
	const matrix = childOf(token, "matrix");
	return {
		legs: matrix === void 0 ? void 0 : unfoldMatrix(fromValue(evaluate(matrix, scope))),
		failFast: evaluateFlag(childOf(token, "fail-fast"), scope, true),
		maxParallel: evaluateNumber(childOf(token, "max-parallel"), scope)
	};
}
/** Longest name of a job (JobNameBuilder.cs). */
const MAX_NAME = 100;
/**
* @param name the job's id, or its name when no expression stands in it
* @param label the leg's label; empty when there is no matrix
* @returns `test (3.12, ubuntu)`
*/
function legName(name, label) {
	const full = label === "" ? name : `${name} (${label})`;
	return full.length > MAX_NAME ? `${full.slice(0, 97)}...` : full;
}

export { readStrategy as n, legName as t };