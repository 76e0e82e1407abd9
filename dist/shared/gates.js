import { a as boolean, c as number, f as string, l as object, n as _enum, o as literal, r as array, u as record } from "./schemas.js";
import { t as datetime } from "./iso.js";

// src/core/gates/verdict.ts
/** What a gate came to (docs/architecture.md, section 8). */
const OUTCOMES = [
	"passed",
	"cached",
	"flaky-passed",
	"quarantined",
	"waived",
	"failed",
	"timed-out",
	"inconclusive",
	"tool-error",
	"skipped",
	"cancelled"
];
/** What all gates together came to, strongest first. */
const VERDICTS = [
	"cancelled",
	"failed",
	"error",
	"passed",
	"nothing-to-check"
];
const count = number().int().nonnegative().nullable();
/** One gate in verdict.json. Fields that a reader does not know are ignored. */
const gateResultSchema = object({
	id: string().min(1).describe("The gate's id, unique in the file."),
	outcome: _enum(OUTCOMES).nullable().describe("What the gate came to; null when it was not run."),
	required: boolean().describe("Whether the gate can block."),
	startMs: number().nonnegative().nullable().describe("Start in ms after startedAt; null when it was not run."),
	durationMs: number().nonnegative().nullable().describe("Wall time in ms; null when it was not run."),
	exitCode: number().int().nullable().describe("Exit code of the command; null when there was none."),
	reason: string().nullable().describe("Why the outcome is not `passed`, one sentence; null when it needs no reason."),
	counts: object({
		tests: count.describe("Test cases that were executed; null when the gate has none."),
		failures: count.describe("Failed test cases; null when the gate has no tests."),
		findings: count.describe("Findings; null when the gate reports none.")
	}).describe("What was counted.")
});
/** verdict.json, schema `turnpike/verdict/1`. */
const verdictFileSchema = object({
	schema: literal("turnpike/verdict/1").describe("Name and major version of this format."),
	verdict: _enum(VERDICTS).describe("What all gates together came to."),
	commit: string().nullable().describe("Full SHA of the checked commit; null outside a repository."),
	tree: string().nullable().describe("SHA of the commit's tree; null outside a repository."),
	dirty: boolean().describe("True when the checked files differ from the commit."),
	startedAt: datetime().describe("Start of the run, UTC."),
	durationMs: number().nonnegative().describe("Wall time of all gates in ms."),
	gates: array(gateResultSchema).describe("One entry a gate, in the order of the plan."),
	jobs: array(object({
		id: string(),
		result: _enum([
			"success",
			"failure",
			"cancelled",
			"skipped"
		])
	})).optional().describe("What the jobs of the run came to; only in the file that joins them with the gates.")
});

// src/core/gates/details.ts
/** One finding of a tool, or one failed test. All texts are foreign data. */
const findingSchema = object({
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	rule: string().nullable().describe("The tool's rule id, or the test's id."),
	message: string(),
	file: string().nullable().describe("Relative to the repository's root, with `/`."),
	line: number().int().positive().nullable(),
	column: number().int().positive().nullable()
});
/** What the page needs of a gate beyond verdict.json. */
const gateDetailsSchema = object({
	id: string(),
	tool: string().nullable(),
	tier: _enum([
		"fast",
		"normal",
		"slow"
	]),
	/** What a person pastes to see the same on a laptop. */
	reproduce: string(),
	cwd: string().describe("Relative to the repository's root; `.` for the root."),
	source: object({
		file: string(),
		line: number().int().positive()
	}).nullable(),
	summary: string().nullable().describe("What the tool says of itself in a few words: `2 of 719 failed`."),
	logFile: string().nullable().describe("Path of the whole log, relative to the output directory."),
	logTail: array(string()).describe("The last lines of the log, secrets masked, control characters removed."),
	findings: array(findingSchema).describe("The first findings, ranked."),
	findingsTotal: number().int().nonnegative(),
	cpuMs: number().nonnegative().nullable(),
	peakBytes: number().nonnegative().nullable(),
	waitedMs: number().nonnegative().nullable().describe("From being ready to being started.")
});
/** details.json, schema `turnpike/details/1`: what the page is made from. */
const detailsFileSchema = object({
	schema: literal("turnpike/details/1"),
	cores: number().positive(),
	budgetMs: number().positive(),
	budgetEnforced: boolean(),
	release: boolean(),
	coverage: number().nullable().describe("Covered lines in percent, when a gate measured it."),
	gates: array(gateDetailsSchema),
	suggestions: array(object({
		id: string(),
		command: string(),
		why: string(),
		enable: string().describe("Lines for turnpike.yml.")
	}))
});
/** setup.json, schema `turnpike/setup/1`: what setting up did, for the page. */
const setupFileSchema = object({
	schema: literal("turnpike/setup/1"),
	durationMs: number().nonnegative(),
	uvVersion: string().nullable(),
	uvSource: string().nullable(),
	pythonVersion: string().nullable(),
	cache: _enum([
		"hit",
		"partial",
		"miss",
		"off",
		"unavailable"
	]),
	environments: array(object({
		manager: _enum(["uv", "npm"]),
		cwd: string(),
		outcome: _enum([
			"installed",
			"skipped",
			"failed"
		]),
		reason: string().nullable()
	}))
});
/** What the verdict action knows of the jobs of a run: GitHub's `needs` context. */
const needsSchema = record(string(), object({
	result: _enum([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]),
	outputs: record(string(), string()).default({})
}));
/** For readers that show a verdict from elsewhere. */
const verdictNameSchema = _enum(VERDICTS);

export { verdictFileSchema as i, needsSchema as n, setupFileSchema as r, detailsFileSchema as t };