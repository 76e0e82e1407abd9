import { t as countOf } from "./counts.js";

// src/core/gates/threshold.ts
/** Formats that tell coverage alone. */
const COVERAGE = [
	"coverage-json",
	"cobertura",
	"istanbul-json",
	"lcov"
];
/** Formats whose entries are tests. */
const TESTS = ["junit", "gates-json"];
/** Lines of text are guessed; nothing is held to them. */
const FINDINGS_NOT = [
	...COVERAGE,
	...TESTS,
	"text"
];
/**
* @param threshold what a gate is held to
* @param reports its reports
* @returns parts that none of them measures
*/
function unmeasured(threshold, reports) {
	const has = (fits) => reports.some(({ format }) => fits(format));
	const found = [];
	const key = threshold.findings === void 0 ? "severity" : "findings";
	if (threshold[key] !== void 0 && !has((format) => !FINDINGS_NOT.includes(format))) found.push({
		key,
		formats: ["sarif"]
	});
	if (threshold.coverage !== void 0 && !has((format) => COVERAGE.includes(format))) found.push({
		key: "coverage",
		formats: COVERAGE.slice(0, 2)
	});
	if (threshold.tests !== void 0 && !has((format) => TESTS.includes(format))) found.push({
		key: "tests",
		formats: ["junit"]
	});
	return found;
}
const RANK = {
	error: 0,
	warning: 1,
	note: 2
};
/**
* @param threshold says which findings count
* @param readings what structured reports say
*/
function measuresOf(threshold, readings) {
	const least = RANK[threshold.severity ?? "note"];
	const counted = readings.flatMap(({ tests, totals }) => tests === null && totals !== null ? [totals] : []);
	const tests = readings.flatMap((reading) => reading.tests === null ? [] : [reading.tests.executed]);
	const add = (values) => values.reduce((sum, value) => sum + value, 0);
	return {
		findings: counted.length === 0 ? null : add(counted.map(({ error, warning, note }) => add([
			error,
			warning,
			note
		].filter((_, severity) => severity <= least)))),
		coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
		tests: tests.length === 0 ? null : add(tests)
	};
}
/** Findings that are let through; undefined when the threshold says nothing of findings. */
function allowedFindings({ findings, severity }) {
	return findings ?? (severity === void 0 ? void 0 : 0);
}
function percent(value) {
	return `${value.toFixed(2).replace(/\.?0+$/, "")} %`;
}
/**
* @param threshold what the gate is held to
* @param measures what its reports say
* @returns whether it holds; a figure that is missing is neither
*/
function holdTo(threshold, measures) {
	const unknown = (what) => ({
		kind: "unknown",
		reason: `no report tells ${what}, which its threshold asks for`
	});
	const reasons = [];
	const allowed = allowedFindings(threshold);
	if (allowed !== void 0) {
		if (measures.findings === null) return unknown("how many findings there are");
		if (measures.findings > allowed) {
			const of = threshold.severity === void 0 || threshold.severity === "note" ? "" : ` of severity ${threshold.severity} or worse`;
			reasons.push(`${countOf(measures.findings, "finding")}${of}, ${allowed === 0 ? "none is" : `at most ${allowed} are`} let through`);
		}
	}
	if (threshold.tests !== void 0) {
		if (measures.tests === null) return unknown("how many tests ran");
		if (measures.tests < threshold.tests) reasons.push(`${countOf(measures.tests, "test")} ran, at least ${threshold.tests} are wanted`);
	}
	if (threshold.coverage !== void 0) {
		if (measures.coverage === null) return unknown("the coverage");
		if (measures.coverage < threshold.coverage) reasons.push(`${percent(measures.coverage)} covered, at least ${percent(threshold.coverage)} are wanted`);
	}
	return reasons.length === 0 ? { kind: "held" } : {
		kind: "broken",
		reasons
	};
}

export { unmeasured as i, holdTo as n, measuresOf as r, allowedFindings as t };