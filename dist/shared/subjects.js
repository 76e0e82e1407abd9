import { n as TurnpikeError } from "./errors.js";

// src/core/provenance/subjects.ts
/** Largest subjects file in bytes; some 100,000 files. */
const SUBJECTS_FILE_LIMIT_BYTES = 16777216;
const LINE = /^(\\?)([0-9a-fA-F]+) ([ *])(.+)$/s;
const SHA256_HEX_LENGTH = 64;
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
function unescapeName(name) {
	let isValid = true;
	const text = name.replaceAll(/\\(.?)/gs, (_, letter) => {
		if (letter === "\\") return "\\";
		if (letter === "n") return "\n";
		if (letter === "r") return "\r";
		isValid = false;
		return "";
	});
	return isValid ? text : void 0;
}
function codePoint(character) {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
/**
* What is wrong with a name as a path below the folder of a subjects file.
*
* @param name the name, unescaped
* @returns the end of a sentence that begins with the name's line, or undefined when it is fine
*/
function nameProblem(name) {
	const unsafe = UNSAFE.exec(name);
	if (unsafe !== null) return `the name holds ${codePoint(unsafe[0])}, which no file that is signed may have`;
	if (!name.isWellFormed()) return "the name is not valid Unicode";
	if (name.startsWith("/") || /^[A-Za-z]:[\\/]/.test(name)) return `"${name}" is an absolute path; write it relative to the subjects file`;
	const segments = name.split("/");
	if (name.split(/[\\/]/).includes("..")) return `"${name}" leads out of the folder of the subjects file`;
	if (segments.some((segment) => segment === "" || segment === ".")) return `"${name}" is not a plain path; write it without empty parts and dots`;
}
function parseLine(line) {
	const match = LINE.exec(line);
	if (match === null) {
		if (/^[A-Z0-9-]+ \(.*\) = [0-9a-fA-F]+$/.test(line)) return { problem: "is in the BSD format; write `sha256sum FILE…` (without --tag)" };
		return { problem: "is not a line of sha256sum: 64 hex digits, two blanks, a name" };
	}
	const [, mark, hex = "", , written = ""] = match;
	if (hex.length !== SHA256_HEX_LENGTH) return { problem: `has a digest of ${hex.length} hex digits; SHA-256 has ${SHA256_HEX_LENGTH}` };
	const unescaped = mark === "" ? written : unescapeName(written);
	if (unescaped === void 0) return { problem: "has an escape that sha256sum does not write (\\\\, \\n and \\r are)" };
	const name = unescaped.replace(/^(?:\.\/)+/, "");
	const problem = nameProblem(name);
	if (problem !== void 0) return { problem };
	return { subject: {
		name,
		digest: { sha256: hex.toLowerCase() }
	} };
}
/**
* Reads a subjects file: the output of GNU `sha256sum` (coreutils manual, cksum output modes), text or binary mode, escaped names too.
* The same name with the same digest twice counts once. `./` before a name is left out.
*
* @param text the file's text
* @param where the file's name, for messages
* @returns the subjects in the order of the file, with unique names
* @throws TurnpikeError `SIGN_SUBJECTS` with every problem and its line
*/
function parseSubjects(text, where) {
	const problems = [];
	const subjects = /* @__PURE__ */ new Map();
	for (const [index, raw] of text.split("\n").entries()) {
		const content = raw.replace(/\r$/, "");
		if (content === "") continue;
		const line = index + 1;
		const parsed = parseLine(content);
		if ("problem" in parsed) {
			problems.push({
				where,
				line,
				message: parsed.problem
			});
			continue;
		}
		const earlier = subjects.get(parsed.subject.name);
		if (earlier === void 0) subjects.set(parsed.subject.name, {
			subject: parsed.subject,
			line
		});
		else if (earlier.subject.digest["sha256"] !== parsed.subject.digest["sha256"]) problems.push({
			where,
			line,
			message: `"${parsed.subject.name}" has another digest than on line ${earlier.line}; a name stands for one file`
		});
	}
	if (problems.length === 0 && subjects.size === 0) problems.push({
		where,
		message: "holds no subject; nothing was built, or the wrong file was named"
	});
	if (problems.length > 0) throw new TurnpikeError("SIGN_SUBJECTS", "config", `${where} is not a list of subjects; nothing was signed.`, {
		problems,
		hint: "Write it with: sha256sum FILE… > subjects.sha256"
	});
	return [...subjects.values()].map(({ subject }) => subject);
}

export { nameProblem as n, parseSubjects as r, SUBJECTS_FILE_LIMIT_BYTES as t };