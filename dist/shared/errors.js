// src/errors.ts
/** The only error that Turnpike code throws. Results (a failed gate, a cache miss) are values, not errors. */
var TurnpikeError = class extends Error {
	code;
	kind;
	hint;
	doc;
	problems;
	/**
	* @param code what happened, for programs
	* @param kind whose move it is; decides the exit code
	* @param message what happened, one sentence, without secrets, command lines or environment
	* @param details hint, documentation, problems and cause
	*/
	constructor(code, kind, message, details = {}) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "TurnpikeError";
		this.code = code;
		this.kind = kind;
		this.hint = details.hint;
		this.doc = details.doc;
		this.problems = details.problems ?? [];
	}
};
/** Exit codes of the command line and of every action (docs/architecture.md, section 7). */
const EXIT = {
	passed: 0,
	failed: 1,
	config: 2,
	service: 3,
	overBudget: 4,
	interrupted: 130,
	terminated: 143
};
/**
* @param error anything thrown
* @returns the exit code that a process should end with
*/
function exitCodeOf(error) {
	if (!(error instanceof TurnpikeError)) return EXIT.service;
	switch (error.kind) {
		case "config":
		case "user": return EXIT.config;
		case "service":
		case "bug": return EXIT.service;
	}
}
/**
* @param problem one problem
* @returns `file:line:column  message`, the part before the message as far as it is known
*/
function formatProblem(problem) {
	const line = problem.line === void 0 ? "" : `:${problem.line}`;
	const column = problem.column === void 0 ? "" : `:${problem.column}`;
	return `${problem.where}${line}${column}  ${problem.message}`;
}
/**
* Text for a person: what happened, each problem, then what to do. Never a stack trace.
*
* @param error anything thrown
* @param told problems that were shown already
* @returns lines without colour; a value that is not a TurnpikeError is reported by its message alone
*/
function formatError(error, told = []) {
	if (!(error instanceof TurnpikeError)) return `Turnpike met something it did not expect: ${error instanceof Error ? error.message : String(error)}\nThis is a fault of Turnpike's; please report it with the command that led here.`;
	const lines = error.problems.filter((problem) => !told.includes(problem)).map(formatProblem);
	lines.push(error.message);
	if (error.hint !== void 0) lines.push(error.hint);
	if (error.doc !== void 0) lines.push(`More: ${error.doc}`);
	return lines.join("\n");
}
/**
* For the end of an exhaustive switch.
*
* @param value what the compiler proved impossible
* @throws TurnpikeError `BUG_UNEXPECTED` when it happens all the same
*/
function unreachable(value) {
	throw new TurnpikeError("BUG_UNEXPECTED", "bug", `A case that should not exist was reached: ${JSON.stringify(value)}.`);
}

export { formatProblem as a, formatError as i, TurnpikeError as n, unreachable as o, exitCodeOf as r, EXIT as t };