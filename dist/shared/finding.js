import { a as boolean, d as object, m as string, n as _enum, u as number } from "./schemas.js";

// src/core/gates/finding.ts
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
/** One thing that a gate script of a team's own checked. All texts are foreign data. */
const checkSchema = object({
	id: string(),
	name: string().nullable(),
	passed: boolean(),
	message: string().nullable(),
	durationMs: number().nonnegative().nullable()
});

export { findingSchema as n, checkSchema as t };