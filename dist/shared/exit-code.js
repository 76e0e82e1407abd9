import { o as unreachable } from "./errors.js";
import { r as toolOf, t as toolFacts } from "./tools.js";

// src/core/gates/evidence.ts
/** Nothing stands against it. */
const passed = {
	outcome: "passed",
	reason: null
};
/** @returns that the tool is in trouble, for this reason */
const toolError = (reason) => ({
	outcome: "tool-error",
	reason
});

// src/core/gates/exit-code.ts
/** @returns what a command came to that did not end by itself */
function judgeEnd(end) {
	switch (end.kind) {
		case "signalled": return toolError(explainSignal(end.signal));
		case "timed-out": return {
			outcome: "timed-out",
			reason: `took longer than ${formatLimit(end.afterMs)}`
		};
		case "stopped": return {
			outcome: "cancelled",
			reason: "somebody stopped it"
		};
		case "not-started": return toolError(end.message);
		default: return unreachable(end);
	}
}
function formatLimit(ms) {
	const seconds = ms / 1e3;
	if (seconds < 60 || seconds % 60 !== 0) return `${seconds} s`;
	return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}
function explainSignal(signal) {
	if (signal === "SIGKILL") return "was killed, most likely because memory ran out";
	if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL") return `crashed (${signal})`;
	return `was ended by ${signal}, which Turnpike did not send`;
}
/** A shell reports a child's signal as 128 and its number (POSIX.1-2024, 2.8.2). */
const SHELL_CODES = {
	126: "the command could not be executed (exit code 126)",
	127: "the command was not found (exit code 127)",
	130: "was interrupted (exit code 130)",
	134: "crashed (exit code 134, abort)",
	137: "was killed, most likely because memory ran out (exit code 137)",
	139: "crashed (exit code 139, segmentation fault)",
	141: "a program wrote into a pipe that nobody read on (exit code 141; a text is run with `pipefail`)",
	143: "was terminated (exit code 143)"
};
/** @returns what is known of the exit codes of a gate; what is declared of them goes first */
function factsOf(gate) {
	const known = toolFacts(gate.tool);
	if (gate.exitCodes === null) return known;
	const findings = [.../* @__PURE__ */ new Set([...gate.exitCodes.findings, ...known?.findings ?? []])];
	return {
		...known,
		clean: gate.exitCodes.clean,
		findings
	};
}
/** Whether the exit code means findings and nothing else. Of a program that nobody knows, 1 is what most mean by it. */
function saysFindings({ end }, facts) {
	if (end.kind !== "exited") return false;
	return facts === void 0 ? end.code === 1 : facts.findings.includes(end.code);
}
/**
* @param evidence how a gate ended
* @returns true when its exit code is the one by which its tool says that it found something, or that tests failed
*/
function saysTestsFailed({ gate, end, reports }) {
	if (end.kind !== "exited") return false;
	const facts = factsOf({
		...gate,
		tool: toolOf(gate.tool, reports)
	});
	return facts?.findings.includes(end.code) === true && !facts.clean.includes(end.code);
}
/** @returns what an exit code says; of a tool that nobody knows, 0 is clean and the rest are findings */
function meaningOf(code, facts, hasReports) {
	const isClean = facts === void 0 ? code === 0 : facts.clean.includes(code);
	const isFindings = facts === void 0 ? code !== 0 : facts.findings.includes(code);
	if (!(facts !== void 0 && (isClean || isFindings)) && code in SHELL_CODES) return "error";
	if (isClean && isFindings) return hasReports ? "either" : "clean";
	if (isClean) return "clean";
	return isFindings ? "findings" : "error";
}
/** @returns a code in words */
function explainCode(code, facts) {
	const words = facts?.words?.[code];
	if (words !== void 0) return `${words} (exit code ${code})`;
	return SHELL_CODES[code] ?? `ended with exit code ${code}, which says neither clean nor findings`;
}

export { saysFindings as a, toolError as c, meaningOf as i, factsOf as n, saysTestsFailed as o, judgeEnd as r, passed as s, explainCode as t };