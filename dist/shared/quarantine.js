import { m as string, p as strictObject, r as array } from "./schemas.js";

// src/core/flaky/quarantine.ts
/** Where the file stands, relative to the repository's root. */
const QUARANTINE_FILE = ".github/turnpike/quarantine.yml";
/** Most entries of the file: a suite that needs more is not to be believed. */
const MOST_ENTRIES = 50;
/** Share of a suite's tests that may be forgiven in one run; one test always may. */
const MOST_FORGIVEN = .05;
/**
* @param executed tests that ran
* @returns how many failures are forgiven at most, of all of them together
*/
function mostForgiven(executed) {
	return Math.max(1, Math.floor(executed * MOST_FORGIVEN));
}
const DAY_MS = 864e5;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** What is wrong with a value reads on after its name. */
function says(expectation) {
	return { error: () => expectation };
}
function words(description, expectation) {
	return string(says(expectation)).trim().min(1, says(expectation)).max(1e3, says("is longer than 1000 characters")).meta({ description });
}
function isDate(text) {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function date(description) {
	const expectation = "is not a date; write it as 2026-11-21";
	return string(says(expectation)).regex(DATE, {
		...says(expectation),
		abort: true
	}).refine(isDate, says(expectation)).meta({ description });
}
/** The keys of one entry. */
const entryShape = {
	id: string(says("is not the id of a test; write its 64 hexadecimal digits")).regex(/^[0-9a-f]{64}$/, says("is not the id of a test; write its 64 hexadecimal digits")).optional().meta({ description: "The test's id, as `turnpike quarantine list` shows it. Either this or `name`." }),
	file: words("The test's file, relative to the repository's root.", "is not a path").optional(),
	class: words("The test's class as its report names it: `tests.test_stock.TestSold`.", "is not the name of a class").optional(),
	name: words("The test's name, parameters included: `test_sold[3]`.", "is not the name of a test").optional(),
	gate: words("Only in this gate.", "is not the id of a gate").optional(),
	variant: words("Only on this operating system and interpreter: `linux/py3.12`.", "is not a variant").optional(),
	owner: words("Who mends the test.", "is not an owner; write who mends the test"),
	issue: words("Where the work on it is told.", "is not an issue; write its address or number"),
	reason: words("Why it is here.", "is not a reason; write a sentence"),
	added: date("The day it was added, UTC."),
	expires: date("The last day on which the entry holds, UTC; at most 30 days after `added`."),
	evidence: words("What is known of the test: what the page said.", "is not evidence; write a sentence").optional()
};
const entrySchema = strictObject(entryShape, says("is not an entry; write its keys below each other"));
/** quarantine.yml, whole. */
const quarantineSchema = strictObject({ quarantine: array(entrySchema, says("is not a list of entries; begin each with `- `")).max(MOST_ENTRIES, says(`has more than ${MOST_ENTRIES} entries; mend tests, or delete them`)).nullable().meta({ description: "Tests whose failure is forgiven for a while. They run all the same." }) }, says("is not a map; write `quarantine:` and the entries below it"));
/**
* @param date a day as the file has it
* @returns the first moment after it, in ms since 1970
*/
function endOfDay(date) {
	return Date.parse(`${date}T00:00:00Z`) + DAY_MS;
}
/**
* @param entry an entry
* @returns days from `added` to `expires`
*/
function daysOf({ added, expires }) {
	return (endOfDay(expires) - endOfDay(added)) / DAY_MS;
}
/**
* @param entry an entry
* @param at the moment that counts, in ms since 1970
* @returns true when the entry says nothing any more
*/
function isExpired({ expires }, at) {
	return at >= endOfDay(expires);
}
/**
* @param entry an entry
* @param test a test
* @param place where it ran
* @returns whether the entry is about the test
*/
function concerns(entry, test, place) {
	if (entry.gate !== void 0 && entry.gate !== place.gate) return false;
	if (entry.variant !== void 0 && entry.variant !== place.variant) return false;
	if (entry.id !== void 0) return entry.id === test.id;
	const same = (wanted, is) => wanted === void 0 || wanted === is;
	return same(entry.file, test.file) && same(entry.class, test.className) && entry.name === test.name;
}
/**
* @param entry an entry
* @returns what it is about, for people: `tests/test_stock.py::test_sold`
*/
function nameOfEntry({ id, file, class: className, name }) {
	if (name === void 0) return `test ${(id ?? "").slice(0, 12)}`;
	return [file ?? className, name].filter((part) => part !== void 0).join("::");
}

export { isExpired as a, quarantineSchema as c, entryShape as i, concerns as n, mostForgiven as o, daysOf as r, nameOfEntry as s, QUARANTINE_FILE as t };