import { n as parseRecords, r as renderRecords, t as newestLast } from "./record-file.js";
import { a as boolean, c as literal, d as object, m as string, n as _enum, p as strictObject, r as array, u as number } from "./schemas.js";
import { t as datetime } from "./iso.js";
import { t as nearestName } from "./parse.js";
import { n as readYamlTree, r as pathText } from "./config.js";
import { s as valueAt } from "./tables.js";
import { hash } from "node:crypto";
import { Buffer } from "node:buffer";

// src/core/flaky/quarantine.ts
/** Where the file stands, relative to the repository's root. */
const QUARANTINE_FILE = ".github/turnpike/quarantine.yml";
/** Most entries of the file: a suite that needs more is not to be believed. */
const MOST_ENTRIES = 50;
/** Share of a suite's tests that may be forgiven in one run; one test always may. */
const MOST_FORGIVEN = .05;
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

// src/core/flaky/bounds.ts
/** The 95 % quantile of the normal distribution, for one-sided bounds. */
const Z = 1.6448536269514722;
/** What may be wrong about a bound. */
const DOUBT = .05;
/**
* The rate that is surpassed with 95 % confidence: Wilson's score interval, one-sided (Wilson 1927; Brown, Cai, DasGupta
* 2001). 1 of 10 gives 2.3 %, 3 of 10 12.7 %, 5 of 100 2.5 %.
*
* @param failed failures, 0 to `runs`
* @param runs runs, 0 or more
* @returns a share from 0 to 1; 0 without runs
*/
function lowerBound(failed, runs) {
	if (runs <= 0 || failed <= 0) return 0;
	const share = failed / runs;
	const square = Z * Z;
	const middle = share + square / (2 * runs);
	const spread = Z * Math.sqrt(share * (1 - share) / runs + square / (4 * runs * runs));
	return Math.max(0, (middle - spread) / (1 + square / runs));
}
/**
* The rate that is not reached with 95 % confidence after nothing but passes: about 3 divided by the runs (Clopper and
* Pearson for no failure, also called the rule of three). 7 give 35 %, 100 give 3 %.
*
* @param runs clean runs in a row
* @returns a share from 0 to 1; 1 without runs
*/
function cleanBound(runs) {
	return runs <= 0 ? 1 : 1 - DOUBT ** (1 / runs);
}
function logFactorials(largest) {
	const table = new Float64Array(largest + 1);
	for (let n = 2; n <= largest; n += 1) table[n] = (table[n - 1] ?? 0) + Math.log(n);
	return table;
}
/**
* @param failed failures, 0 to `runs`
* @param runs runs
* @param rate a rate between 0 and 1
* @returns the probability of at least so many failures when the rate is this one (binomial tail)
*/
function chanceOf(failed, runs, rate) {
	if (failed <= 0) return 1;
	const factorial = logFactorials(runs);
	let sum = 0;
	for (let k = failed; k <= runs; k += 1) {
		const choose = (factorial[runs] ?? 0) - (factorial[k] ?? 0) - (factorial[runs - k] ?? 0);
		sum += Math.exp(choose + k * Math.log(rate) + (runs - k) * Math.log1p(-rate));
	}
	return Math.min(1, sum);
}
/**
* Chooses discoveries so that at most 5 % of them are expected to be false (Benjamini and Hochberg 1995).
*
* @param chances one probability for each test that failed at all
* @param tests how many were looked at, also those that never failed
* @returns the largest probability that counts as a discovery; -1 when none does
*/
function discoveryLimit(chances, tests) {
	const sorted = [...chances].sort((a, b) => a - b);
	const many = Math.max(tests, sorted.length);
	return sorted.reduce((limit, chance, at) => chance <= (at + 1) / many * DOUBT ? chance : limit, -1);
}

// src/core/flaky/identity.ts
/** One above the largest key: 48 bits are exact in a number. */
const KEY_SPACE = 2 ** 48;
/**
* @param test a test as its report names it
* @returns lower-case hex SHA-256; parameters of a test are part of its name, and so of its id
*/
function testId({ format, suite, file, className, name }) {
	return hash("sha256", `${format}\0${suite}\0${file}\0${className}\0${name}`, "hex");
}
/** Two lanes of 32 bits, in the manner of MurmurHash3: fast enough for a million tests, and for nothing that must be secret. */
var Mixer = class {
	#a = 3735928559;
	#b = 1103547991;
	add(text) {
		let [a, b] = [this.#a, this.#b];
		for (let at = 0; at < text.length; at += 1) {
			const code = text.charCodeAt(at);
			a = Math.imul(a ^ code, 2654435761);
			b = Math.imul(b ^ code, 1597334677);
		}
		this.#a = Math.imul(a ^ 131071, 2654435761);
		this.#b = Math.imul(b ^ 131071, 1597334677);
	}
	continueFrom(other) {
		this.#a = other.#a;
		this.#b = other.#b;
	}
	key() {
		let a = Math.imul(this.#a ^ this.#a >>> 16, 2246822507) ^ Math.imul(this.#b ^ this.#b >>> 13, 3266489909);
		let b = Math.imul(this.#b ^ this.#b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
		a ^= a >>> 15;
		b ^= b >>> 16;
		return (b & 65535) * 2 ** 32 + (a >>> 0);
	}
};
/** Makes the keys of many tests. Tests of one class stand together, so what they share is mixed once. */
var TestKeys = class {
	#suite = "";
	#file = "";
	#className = "";
	#shared = this.#mixShared();
	#mixer = new Mixer();
	#mixShared() {
		const mixer = new Mixer();
		for (const part of [
			this.#suite,
			this.#file,
			this.#className
		]) mixer.add(part);
		return mixer;
	}
	/**
	* @param test a test
	* @returns 48 bits that nearly always tell it from others, for sets that must be small
	*/
	keyOf({ suite, file, className, name }) {
		if (suite !== this.#suite || file !== this.#file || className !== this.#className) {
			this.#suite = suite;
			this.#file = file;
			this.#className = className;
			this.#shared = this.#mixShared();
		}
		this.#mixer.continueFrom(this.#shared);
		this.#mixer.add(name);
		return this.#mixer.key();
	}
};

// src/core/flaky/passed-set.ts
/**
* A set of keys in Golomb-Rice code: the keys are scaled down, sorted, and their distances written with a quotient in unary
* and a rest in {@link REST_BITS} bits (bitcoin/bips, BIP 158, section "Golomb-coded sets"). About 26 bits a key; a key that
* was not put in is found by mistake once in 2^24 times.
*/
const REST_BITS = 24;
const RANGE = 2 ** REST_BITS;
/** Most keys of one set. */
const MOST_PASSED = 2e5;
/** Scaled to `count` times the range, so that distances are about the range. */
function scaled(key, count) {
	return Math.floor(key / KEY_SPACE * count * RANGE);
}
var BitWriter = class {
	#bytes;
	#at = 0;
	constructor(bits) {
		this.#bytes = new Uint8Array(Math.ceil(bits / 8) + 16);
	}
	#reserve(bits) {
		const needed = Math.ceil((this.#at + bits) / 8);
		if (needed <= this.#bytes.length) return;
		const larger = new Uint8Array(needed * 2);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
	#bit(value) {
		if (value === 1) {
			const index = this.#at >> 3;
			this.#bytes[index] = (this.#bytes[index] ?? 0) | 128 >> (this.#at & 7);
		}
		this.#at += 1;
	}
	write(distance) {
		const quotient = Math.floor(distance / RANGE);
		const rest = distance % RANGE;
		this.#reserve(quotient + 1 + REST_BITS);
		for (let left = quotient; left > 0; left -= 1) this.#bit(1);
		this.#bit(0);
		for (let bit = 23; bit >= 0; bit -= 1) this.#bit(rest >> bit & 1);
	}
	done() {
		return this.#bytes.subarray(0, Math.ceil(this.#at / 8));
	}
};
/**
* @param keys keys of tests, in any order, repeated or not
* @returns the set; null when there are too many
*/
function encodePassed(keys) {
	if (keys.length > 2e5) return null;
	const sorted = keys.slice().sort();
	const unique = sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
	const writer = new BitWriter(unique.length * 26);
	let before = 0;
	for (const key of unique) {
		const value = scaled(key, unique.length);
		writer.write(value - before);
		before = value;
	}
	return {
		count: unique.length,
		bits: Buffer.from(writer.done()).toString("base64")
	};
}
/** Distances in order; undefined at the end, or where the bits make no sense. */
var BitReader = class {
	#bytes;
	#at = 0;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	#bit() {
		const value = (this.#bytes[this.#at >> 3] ?? 0) >> 7 - (this.#at & 7) & 1;
		this.#at += 1;
		return value;
	}
	read() {
		const end = this.#bytes.length * 8;
		let quotient = 0;
		while (this.#at < end && this.#bit() === 1) quotient += 1;
		if (this.#at + REST_BITS > end) return void 0;
		let rest = 0;
		for (let bit = 0; bit < REST_BITS; bit += 1) rest = rest * 2 + this.#bit();
		return quotient * RANGE + rest;
	}
};
/**
* Asks for many keys at once, in one pass over the set.
*
* @param set a set as it was kept; a broken one holds nothing after its fault
* @param keys what is looked for
* @returns those of them that are in it
*/
function findPassed(set, keys) {
	const wanted = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const value = scaled(key, set.count);
		const same = wanted.get(value);
		if (same === void 0) wanted.set(value, [key]);
		else same.push(key);
	}
	const found = /* @__PURE__ */ new Set();
	if (wanted.size === 0 || set.count > 2e5) return found;
	const reader = new BitReader(Buffer.from(set.bits, "base64"));
	let value = 0;
	for (let at = 0; at < set.count; at += 1) {
		const distance = reader.read();
		if (distance === void 0) break;
		value += distance;
		for (const key of wanted.get(value) ?? []) found.add(key);
	}
	return found;
}

// src/core/flaky/analyse.ts
/** Distinct trees with a disagreement that prove a test flaky. */
const PROVING_TREES = 2;
/** A rate at or above this counts as flaky. */
const FLAKY_RATE = .01;
/** Below these a rate says nothing (buildpulse.io docs: at least 10 results); one failure is no pattern. */
const LEAST_RUNS = 10;
const LEAST_FAILURES = 2;
/** Failures in a row on the default branch, on as many trees, that show a test broken. */
const BROKEN_RUNS = 3;
/** Fewer clean runs say nothing whatever the rate was. */
const LEAST_CLEAN_RUNS = 7;
/** What a record says of any of the tests that are followed. */
function outcomesOf(record, keys) {
	const passed = record.passed === null ? /* @__PURE__ */ new Set() : findPassed(record.passed, keys);
	const failed = new Set(record.failed.map(({ id }) => id));
	const flaky = new Set(record.flaky.map(({ id }) => id));
	return ({ id, key }) => {
		if (flaky.has(id)) return "both";
		if (failed.has(id)) return "failed";
		return passed.has(key) ? "passed" : void 0;
	};
}
/** Only tests that failed once are followed: of the others there is nothing to tell. */
function tracksOf(records) {
	const tests = /* @__PURE__ */ new Map();
	for (const record of records) for (const test of [...record.failed, ...record.flaky]) tests.set(test.id, test);
	const tracks = [...tests.values()].map((test) => ({
		test,
		seen: []
	}));
	if (tracks.length === 0) return [];
	const keys = tracks.map(({ test }) => test.key);
	for (const of of records) {
		const outcomeOf = outcomesOf(of, keys);
		for (const { test, seen } of tracks) {
			const outcome = outcomeOf(test);
			if (outcome !== void 0) seen.push({
				of,
				outcome
			});
		}
	}
	return tracks;
}
/** Trees on which it did both: proof that the result does not come from the code alone. */
function disagreeingTrees(seen) {
	const byTree = /* @__PURE__ */ new Map();
	for (const { of, outcome } of seen) {
		const outcomes = byTree.get(of.tree) ?? /* @__PURE__ */ new Set();
		byTree.set(of.tree, outcomes.add(outcome));
	}
	const disagrees = (outcomes) => outcomes.has("both") || outcomes.has("passed") && outcomes.has("failed");
	return new Set([...byTree].filter(([, outcomes]) => disagrees(outcomes)).map(([tree]) => tree));
}
/** Runs in which a failure is not the fault of a change under review. */
function countedRuns(seen) {
	const passedTrees = /* @__PURE__ */ new Set();
	return seen.filter(({ of, outcome }) => {
		const counts = of.isDefaultBranch || passedTrees.has(of.tree) || outcome === "both";
		if (outcome !== "failed") passedTrees.add(of.tree);
		return counts;
	});
}
/** One fault that stays for five commits is one fault: a row of plain failures counts as one run. */
function rateOf(counted) {
	let [failed, runs] = [0, 0];
	let inRow = false;
	for (const { outcome } of counted) {
		const continues = outcome === "failed" && inRow;
		inRow = outcome === "failed";
		if (continues) continue;
		runs += 1;
		if (outcome !== "passed") failed += 1;
	}
	return {
		failed,
		runs
	};
}
function isBroken(seen, disagreeing) {
	const onDefault = seen.filter(({ of }) => of.isDefaultBranch);
	const firstPass = [...onDefault].reverse().findIndex(({ outcome }) => outcome !== "failed");
	const row = firstPass === -1 ? onDefault : onDefault.slice(onDefault.length - firstPass);
	const trees = new Set(row.map(({ of }) => of.tree));
	return trees.size >= BROKEN_RUNS && ![...trees].some((tree) => disagreeing.has(tree));
}
function judgeTrack(track) {
	const rate = rateOf(countedRuns(track.seen));
	const chance = rate.failed === 0 ? 1 : chanceOf(rate.failed, rate.runs, FLAKY_RATE);
	return {
		track,
		trees: disagreeingTrees(track.seen),
		...rate,
		chance
	};
}
/** The last failure that says something, and how often there was one until then. */
function lastEvent({ track, trees }) {
	const isEvent = ({ of, outcome }) => outcome !== "passed" && (of.isDefaultBranch || trees.has(of.tree));
	const at = track.seen.findLastIndex(isEvent);
	const until = rateOf(countedRuns(track.seen.slice(0, at + 1)));
	return {
		at,
		rate: Math.max(FLAKY_RATE, until.runs === 0 ? 1 : until.failed / until.runs)
	};
}
function standingOf(judged, limit) {
	const { track, trees, failed, runs, chance } = judged;
	const { test, seen } = track;
	const bound = lowerBound(failed, runs);
	const event = lastEvent(judged);
	const cleanRuns = seen.slice(event.at + 1).filter(({ outcome }) => outcome === "passed").length;
	const hasRecovered = cleanRuns >= LEAST_CLEAN_RUNS && cleanBound(cleanRuns) <= event.rate;
	const hasRate = runs >= LEAST_RUNS && failed >= LEAST_FAILURES && bound >= FLAKY_RATE && chance <= limit;
	const unwell = trees.size >= PROVING_TREES || hasRate ? "flaky" : trees.size > 0 ? "suspected" : "healthy";
	const state = isBroken(seen, trees) ? "broken" : unwell !== "healthy" && hasRecovered ? "recovered" : unwell;
	const last = seen[seen.findLastIndex(({ outcome }) => outcome !== "passed")]?.of;
	return {
		test,
		gate: last?.gate ?? "",
		variant: last?.variant ?? "",
		state,
		disagreements: trees.size,
		failed,
		runs,
		lowerBound: bound,
		cleanRuns,
		cleanBound: cleanBound(cleanRuns),
		lastFailedAt: last?.at ?? null
	};
}
function standingsOfGroup(records) {
	const judged = tracksOf(records).map(judgeTrack);
	const tests = Math.max(0, ...records.map(({ executed }) => executed));
	const chances = judged.filter(({ failed }) => failed > 0).map(({ chance }) => chance);
	const limit = discoveryLimit(chances, tests);
	return judged.map((one) => standingOf(one, limit));
}
/**
* What the records say of tests that failed at least once. A test that passed and failed on one tree is proven not to depend
* on the code alone; a rate alone makes a test flaky only while at most 5 % of such discoveries are expected to be false.
* Runs in which the surroundings failed count for nothing. See docs/flaky.md.
*
* @param observations records, the newest last
* @returns one entry a test, gate and variant, healthy ones too, in the order of their first failure
*/
function analyseTests(observations) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of observations) {
		if (one.guard !== null) continue;
		const key = JSON.stringify([one.gate, one.variant]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return [...groups.values()].flatMap(standingsOfGroup);
}

// src/core/flaky/observation.ts
/** Most failed and most flaky tests of one record. */
const MOST_NAMED = 200;
/** Most characters of a base64 set: 26 bits a key, with room for chance. */
const LONGEST_SET = MOST_PASSED * 6;
const BOUNDS = {
	records: 400,
	characters: 4194304
};
/** From this share of failures on, the surroundings are to blame (trunk.io docs, "flaky tests: detection": 80 %). */
const MASS_FAILURE = .8;
/** In a smaller suite one honest failure could be that share. */
const LEAST_FOR_MASS = 5;
const text = string().max(1100);
const testSchema = object({
	id: string().regex(/^[0-9a-f]{64}$/),
	key: number().int().nonnegative().max(KEY_SPACE - 1).describe("48 bits, as in `passed`."),
	format: literal("junit"),
	file: text,
	className: text,
	name: text,
	label: text
});
/** One line of observations.ndjson: what the tests of one gate did in one run. Texts are foreign. */
const observationSchema = object({
	schema: literal("turnpike/observations/1"),
	gate: string().max(300),
	variant: string().max(100).describe("Operating system and interpreter: `linux/py3.12`."),
	tree: string().regex(/^[0-9a-f]{40,64}$/).describe("SHA of the tree that was checked out: commits of one tree are the same code."),
	commit: string().max(64).nullable(),
	branch: string().max(300).nullable(),
	isDefaultBranch: boolean(),
	event: string().max(100),
	run: string().min(1).max(100),
	attempt: number().int().positive(),
	part: number().int().nonnegative().describe("Which runner of a fan-out, from 1; 0 for a run as a whole."),
	at: datetime(),
	executed: number().int().nonnegative(),
	failedTotal: number().int().nonnegative(),
	guard: _enum(["mass-failure", "timed-out"]).nullable().describe("Why the run says nothing of its tests: most of them failed, or the gate ran out of time."),
	failed: array(testSchema).max(MOST_NAMED),
	flaky: array(testSchema).max(MOST_NAMED).describe("Failed and passed in this run."),
	passed: object({
		count: number().int().nonnegative().max(MOST_PASSED),
		bits: string().max(LONGEST_SET)
	}).nullable().describe("A Golomb-coded set of the keys of tests that passed; null when it is not known which did.")
}).meta({
	title: "observations.ndjson",
	description: "One line. What later runs need to tell flaky tests from broken ones."
});
function guardOf({ hasTimedOut, executed, failedTotal }) {
	if (hasTimedOut) return "timed-out";
	return executed >= LEAST_FOR_MASS && failedTotal / executed >= MASS_FAILURE ? "mass-failure" : null;
}
function withoutFailed(passed, failed) {
	const keys = new Set(failed.map(({ key }) => key));
	return keys.size === 0 ? passed : passed.filter((key) => !keys.has(key));
}
/**
* @param run the run
* @param gate what its tests did
* @returns the record of it; without names when the surroundings are to blame
*/
function toObservation(run, gate) {
	const { cases, executed, failedTotal } = gate;
	const guard = guardOf(gate);
	const says = guard === null;
	return {
		schema: "turnpike/observations/1",
		gate: gate.gate.slice(0, 300),
		variant: gate.variant.slice(0, 100),
		...run,
		branch: run.branch?.slice(0, 300) ?? null,
		executed,
		failedTotal,
		guard,
		failed: says ? cases.failed.slice(0, MOST_NAMED) : [],
		flaky: says ? cases.flaky.slice(0, MOST_NAMED) : [],
		passed: says && cases.passed !== null ? encodePassed(withoutFailed(cases.passed, cases.failed)) : null
	};
}
function inOrder(observations) {
	return newestLast(observations, ({ run, attempt, part, gate, variant }) => [
		run,
		attempt,
		part,
		gate,
		variant
	]);
}
/**
* @param content observations.ndjson; undefined when there is none
* @returns its records, the newest last; lines that are no records are left out, because losing them decides nothing
*/
function parseObservations(content) {
	return inOrder(parseRecords(content, BOUNDS, (value) => observationSchema.safeParse(value).data));
}
/**
* @param histories records from several places
* @returns each record once, the newest last
*/
function mergeObservations(...histories) {
	return inOrder(histories.flat());
}
/**
* @param observations records, the newest last
* @returns observations.ndjson with the newest of them, at most 400 and 4 MiB
*/
function renderObservations(observations) {
	return renderRecords(observations, BOUNDS);
}

export { quarantineSchema as C, nameOfEntry as S, parseQuarantine as _, toObservation as a, concerns as b, encodePassed as c, TestKeys as d, testId as f, lowerBound as g, discoveryLimit as h, renderObservations as i, findPassed as l, cleanBound as m, observationSchema as n, analyseTests as o, chanceOf as p, parseObservations as r, MOST_PASSED as s, mergeObservations as t, KEY_SPACE as u, MOST_FORGIVEN as v, isExpired as x, QUARANTINE_FILE as y };