import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { c as checkSchema, l as findingSchema } from "./last-gate.js";
import { t as OUTCOMES } from "./verdict.js";

// src/core/gates/details.ts
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
	fix: string().optional().describe("What a person pastes to have it mended, as far as the tool can; absent where it cannot, or nothing failed."),
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
	waitedMs: number().nonnegative().nullable().describe("From being ready to being started."),
	checks: array(checkSchema).optional().describe("What a gate script of a team's own checked, those that did not pass first; absent for other gates."),
	attempts: array(object({
		outcome: _enum(OUTCOMES),
		reason: string().nullable(),
		durationMs: number().nonnegative(),
		why: string().describe("Why there was another attempt."),
		logFile: string().describe("Its log, relative to the output directory.")
	})).optional().describe("Attempts before the last one, in order; absent when there was one.")
});
/** A test that did not simply pass, now or before. */
const testDetailsSchema = object({
	name: string().describe("As findings name it."),
	id: string(),
	gate: string(),
	variant: string(),
	state: _enum([
		"healthy",
		"suspected",
		"flaky",
		"broken",
		"recovered"
	]),
	evidence: string().describe("Why, in a few words."),
	now: _enum([
		"passed",
		"failed",
		"flaky"
	]).describe("What it did in this run; `flaky`: both.")
});
/** One entry of the quarantine in this run. */
const quarantineDetailsSchema = object({
	name: string(),
	owner: string(),
	issue: string(),
	reason: string(),
	expires: string().describe("The last day on which it holds."),
	line: number().int().positive().describe("Where it stands in the file."),
	status: _enum([
		"used",
		"refused",
		"idle",
		"expired"
	]).describe("`used`: a failure was forgiven. `refused`: the test failed, and the gate was not forgiven. `idle`: it did not fail.")
});
/** details.json, schema `turnpike/details/1`: what the page is made from. */
const detailsFileSchema = object({
	schema: literal("turnpike/details/1"),
	cores: number().positive(),
	budgetMs: number().positive(),
	budgetEnforced: boolean(),
	release: boolean(),
	prefix: string().optional().describe("Where the repository's root lies below the checkout, with a slash at the end; absent when they are the same."),
	coverage: number().nullable().describe("Covered lines in percent, when a gate measured it."),
	gates: array(gateDetailsSchema),
	suggestions: array(object({
		id: string(),
		command: string(),
		why: string(),
		enable: string().describe("Lines for turnpike.yml.")
	})),
	changed: object({
		since: string(),
		files: array(string()).max(3e3)
	}).optional().describe("Files that the change under check touches, relative to the root; absent when they are not known."),
	tests: array(testDetailsSchema).optional().describe("Tests that are not simply healthy; what failed or was flaky now first."),
	quarantine: array(quarantineDetailsSchema).optional(),
	remarks: array(string()).optional().describe("What people should know of how packages were installed, one sentence each.")
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
	cacheReason: string().nullable().default(null).describe("Why the cache was off; null when it was not."),
	environments: array(object({
		manager: _enum(["uv", "npm"]),
		cwd: string(),
		outcome: _enum([
			"installed",
			"skipped",
			"failed"
		]),
		reason: string().nullable().describe("Null when it was installed as locked.")
	}))
});

export { setupFileSchema as n, detailsFileSchema as t };