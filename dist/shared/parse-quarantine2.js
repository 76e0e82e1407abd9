import { a as toProblems, n as readYamlFile, r as firstProblems } from "./config.js";
import { c as quarantineSchema, i as entryShape, r as daysOf } from "./quarantine.js";

// src/core/flaky/parse-quarantine.ts
/** Largest file in characters that is read. */
const LARGEST = 262144;
const keysAt = (path) => ({ known: path.length === 0 ? ["quarantine"] : Object.keys(entryShape) });
function keyOf(entry) {
	const { id, file, class: className, name, gate, variant } = entry;
	return JSON.stringify([
		id,
		file,
		className,
		name,
		gate,
		variant
	]);
}
/** Rules that join several keys. */
function crossProblems(entries, tree, file) {
	const first = /* @__PURE__ */ new Map();
	return entries.flatMap((entry, at) => {
		const problems = [];
		const say = (key, message) => problems.push({
			where: file,
			...tree.placeOf([
				"quarantine",
				at,
				key
			], "value"),
			message
		});
		const name = `quarantine[${at}]`;
		const isNamed = entry.name !== void 0 && (entry.file !== void 0 || entry.class !== void 0);
		if (entry.id === void 0 && !isNamed) say("name", `${name} does not say which test; write its id, or its name with file or class`);
		if (entry.id !== void 0 && entry.name !== void 0) say("id", `${name} has an id and a name; keep one of them`);
		const days = daysOf(entry);
		if (days < 0) say("expires", `${name}.expires is before ${name}.added`);
		if (days > 30) say("expires", `${name}.expires is ${days} days after added; ${30} is the most`);
		const before = first.get(keyOf(entry));
		if (before !== void 0) say("name", `${name} is about the same test as the entry in line ${before}`);
		else first.set(keyOf(entry), entry.line);
		return problems;
	});
}
/**
* Reads quarantine.yml strictly: all problems at once, each with its place.
*
* @param text the file; undefined when there is none
* @param file its path, for messages
* @returns the entries, none when there is no file, or every problem (at most 50). Never throws
*/
function parseQuarantine(text, file) {
	if (text === void 0) return {
		ok: true,
		entries: []
	};
	const refused = (problems) => ({
		ok: false,
		problems: firstProblems(problems)
	});
	const read = readYamlFile(text, file, LARGEST);
	if (read.kind === "unreadable") return refused(read.problems);
	const { tree } = read;
	if (tree.isEmpty) return {
		ok: true,
		entries: []
	};
	const parsed = quarantineSchema.safeParse(tree.value);
	if (!parsed.success) return refused([...read.problems, ...toProblems(parsed.error, tree, file, keysAt)]);
	const entries = (parsed.data.quarantine ?? []).map((entry, at) => {
		return {
			...entry,
			line: tree.placeOf(["quarantine", at], "value").line
		};
	});
	const found = [...read.problems, ...crossProblems(entries, tree, file)];
	return found.length > 0 ? refused(found) : {
		ok: true,
		entries
	};
}

export { parseQuarantine as t };