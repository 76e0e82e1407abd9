import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { u as datetime } from "./last-gate.js";

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
	}).describe("What was counted."),
	ranOn: array(object({
		language: _enum([
			"node",
			"java",
			"go",
			"rust"
		]),
		version: string().nullable().describe("The version that it ran on; null when none was there."),
		asked: string().describe("What the repository asks for, as it is written."),
		source: object({
			file: string(),
			line: number().int().positive()
		}).describe("Where it does."),
		isOther: literal(true).optional().describe("The version is another one than the one that is asked for.")
	})).optional().describe("Toolchains that the repository asks for; absent where it asks for none.")
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
	partial: literal(true).optional().describe("Present when gates were left out on request; the verdict says nothing of those, so it is no verdict of the whole."),
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

export { VERDICTS as n, verdictFileSchema as r, OUTCOMES as t };