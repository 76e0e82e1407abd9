import { c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { n as TurnpikeError } from "./errors.js";

// src/core/gates/failure.ts
/** Most problems that are handed on; what is over that is counted. */
const MOST_PROBLEMS = 50;
/** Most characters of a text that is handed on: a job's outputs may take 1 MB together. */
const TEXT_LIMIT = 2e3;
/** Why a step of ours failed, schema `turnpike/failure/1`: the output `failure` of every action. Texts may be foreign. */
const failureSchema = object({
	schema: literal("turnpike/failure/1"),
	code: string().describe("AREA_REASON, for programs."),
	kind: _enum([
		"config",
		"user",
		"service",
		"bug"
	]).describe("Whose move it is: a file or input is wrong, something must be granted or installed, a service failed, ours."),
	message: string().describe("What happened, one sentence."),
	problems: array(object({
		where: string().describe("A file, or the name of an input."),
		line: number().int().positive().nullable(),
		column: number().int().positive().nullable(),
		message: string().describe("What is wrong and what would be right.")
	})),
	problemsTotal: number().int().nonnegative(),
	hint: string().nullable().describe("Lines that mend it, fit to paste."),
	doc: string().nullable().describe("Where to read more: a path in this repository.")
});
function short(text) {
	return text.length <= TEXT_LIMIT ? text : `${text.slice(0, 1999).toWellFormed()}…`;
}
/**
* @param error anything thrown
* @param hide takes secrets out of a text
* @returns what another job may be told of it: bounded, without cause and stack
*/
function toFailure(error, hide = (text) => text) {
	const shown = (text) => short(hide(text));
	const known = error instanceof TurnpikeError ? error : void 0;
	const problems = known?.problems ?? [];
	return {
		schema: "turnpike/failure/1",
		code: known?.code ?? "BUG_UNEXPECTED",
		kind: known?.kind ?? "bug",
		message: shown(error instanceof Error ? error.message : String(error)),
		problems: problems.slice(0, MOST_PROBLEMS).map((problem) => ({
			where: shown(problem.where),
			line: problem.line ?? null,
			column: problem.column ?? null,
			message: shown(problem.message)
		})),
		problemsTotal: problems.length,
		hint: known?.hint === void 0 ? null : shown(known.hint),
		doc: known?.doc ?? null
	};
}
/**
* @param text the output `failure` of a step or job
* @returns why it failed; undefined when there is none, or it is not what an action of ours writes
*/
function readFailure(text) {
	if (text === void 0 || text === "") return void 0;
	try {
		return failureSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return;
	}
}
/**
* @param failure why a step gave up
* @returns what happened in a few words, for a heading: up to the first full stop or semicolon
*/
function headOf({ message }) {
	return message.split(/[.;](?:\s|$)/)[0] ?? message;
}

export { readFailure as n, toFailure as r, headOf as t };