import { t as nearestName } from "./parse.js";
import { n as readYamlTree, r as pathText } from "./config.js";
import { s as valueAt } from "./tables.js";
import { c as quarantineSchema, i as entryShape, r as daysOf } from "./quarantine.js";

// src/core/flaky/parse-quarantine.ts
/** Largest file in characters that is read. */
const LARGEST = 262144;
/** The first faults of a file are enough to mend it. */
const MOST_PROBLEMS = 50;
function shown(value) {
	if (typeof value === "object") return "";
	return ` ${JSON.stringify(value)?.slice(0, 60) ?? ""}`;
}
function unknownKey(path, key) {
	const known = path.length === 0 ? ["quarantine"] : Object.keys(entryShape);
	const nearest = nearestName(key, known);
	const where = pathText([...path, key]);
	return nearest === void 0 ? `${where} is not a key I know; known here are ${known.join(", ")}` : `${where} is not a key I know; did you mean \`${nearest}\`?`;
}
function toProblems(issue, tree, file) {
	const path = issue.path.map((part) => typeof part === "symbol" ? String(part) : part);
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => {
		return {
			where: file,
			...tree.placeOf([...path, key], "key"),
			message: unknownKey(path, key)
		};
	});
	const value = valueAt(tree.value, ...path);
	const name = path.length === 0 ? "the file" : pathText(path);
	const message = value === void 0 || value === null ? `${name} is missing: ${issue.message.replace(/^is not [^;]*; /, "")}` : `${name}${shown(value)} ${issue.message}`;
	return [{
		where: file,
		...tree.placeOf(path, "value"),
		message
	}];
}
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
	const refused = (problems) => {
		return {
			ok: false,
			problems: [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)).slice(0, MOST_PROBLEMS)
		};
	};
	if (text.length > LARGEST) return refused([{
		where: file,
		line: 1,
		column: 1,
		message: "is larger than 256 KiB; it was not read"
	}]);
	const tree = readYamlTree(text);
	const found = tree.problems.map(({ line, column, message }) => ({
		where: file,
		line,
		column,
		message
	}));
	if (!tree.isWhole) return refused(found);
	if (tree.isEmpty) return {
		ok: true,
		entries: []
	};
	const parsed = quarantineSchema.safeParse(tree.value);
	if (!parsed.success) return refused([...found, ...parsed.error.issues.flatMap((issue) => toProblems(issue, tree, file))]);
	const entries = (parsed.data.quarantine ?? []).map((entry, at) => {
		return {
			...entry,
			line: tree.placeOf(["quarantine", at], "value").line
		};
	});
	found.push(...crossProblems(entries, tree, file));
	return found.length > 0 ? refused(found) : {
		ok: true,
		entries
	};
}

export { parseQuarantine as t };