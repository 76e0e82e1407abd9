import { o as unreachable, t as EXIT } from "./errors.js";

// src/core/gates/verdict-of.ts
/**
* The table of docs/architecture.md, section 8.
*
* @param gate the gate and its outcome
* @param release whether this run is a release
* @returns what it does to the verdict
*/
function effectOf(gate, release) {
	const { outcome } = gate;
	if (outcome === null || outcome === "skipped") return "nothing";
	if (outcome === "cancelled") return "cancels";
	if (!gate.required) return "ran";
	switch (outcome) {
		case "passed":
		case "cached":
		case "flaky-passed":
		case "quarantined":
		case "waived": return "ran";
		case "failed":
		case "timed-out": return "fails";
		case "inconclusive": return release || gate.inconclusive === "fail" ? "errs" : "ran";
		case "tool-error": return "errs";
		default: return unreachable(outcome);
	}
}
/** Outcomes after which a gate that needs this one may run. */
const OPENING = /* @__PURE__ */ new Set([
	"passed",
	"cached",
	"flaky-passed",
	"quarantined",
	"waived"
]);
const RED = /* @__PURE__ */ new Set([
	"failed",
	"timed-out",
	"tool-error"
]);
/**
* @param outcome what a gate came to; null when it was not asked for
* @returns whether people have to see to it
*/
function isRed(outcome) {
	return outcome !== null && RED.has(outcome);
}
/**
* What is only warned of keeps nobody from running: else gates that need it would be left unchecked, and nothing would be red.
*
* @param gate a gate and what it came to
* @param release whether this run is a release
* @returns whether gates that need it may run
*/
function opensTheWay({ outcome, inconclusive }, release) {
	return OPENING.has(outcome) || outcome === "inconclusive" && inconclusive === "warn" && !release;
}
/**
* @param gates what each gate came to
* @param options release, budget, and how the run ended
* @returns the verdict, strongest first: cancelled, failed, error, passed, nothing-to-check
*/
function verdictOf(gates, options) {
	const effects = gates.map((gate) => effectOf(gate, options.release));
	const has = (effect) => effects.includes(effect);
	const blocking = gates.filter((_, at) => effects[at] === "fails" || effects[at] === "errs").map((gate) => gate.id);
	const isOverBudget = options.budget.totalMs < options.durationMs;
	const conclude = (verdict, exitCode) => ({
		verdict,
		exitCode,
		blocking,
		isOverBudget
	});
	if (has("cancels") || options.stoppedBy !== void 0) return conclude("cancelled", options.stoppedBy === "SIGTERM" ? EXIT.terminated : EXIT.interrupted);
	if (has("fails")) return conclude("failed", EXIT.failed);
	if (!has("ran") && !has("errs")) return conclude("nothing-to-check", options.requireGates === true ? EXIT.failed : EXIT.passed);
	if (isOverBudget && options.budget.enforce) return conclude("failed", EXIT.overBudget);
	return has("errs") ? conclude("error", EXIT.service) : conclude("passed", EXIT.passed);
}

export { opensTheWay as n, verdictOf as r, isRed as t };