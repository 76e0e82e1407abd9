import { _ as union, a as boolean, d as object, f as record, l as looseObject, m as string, n as _enum, r as array, u as number, v as unknown } from "./schemas.js";
import { o as unreachable } from "./errors.js";
import { t as require_saxes } from "./saxes.js";
import { a as TestKeys, o as testId, t as MOST_PASSED } from "./passed-set.js";
import { normalize } from "node:path/posix";

// src/core/reports/json-reader.ts
/** Largest JSON report; a larger one would have to be held in memory whole. */
const LARGEST_JSON = 134217728;
/** A format that is one JSON document. */
var JsonReader = class {
	#schema;
	#interpret;
	#context;
	#pieces = [];
	#length = 0;
	/**
	* @param schema what the document must be; fields that it does not name are ignored
	* @param interpret what it means
	* @param context where the tool ran
	*/
	constructor(schema, interpret, context) {
		this.#schema = schema;
		this.#interpret = interpret;
		this.#context = context;
	}
	push(text) {
		this.#length += text.length;
		if (this.#length <= LARGEST_JSON) this.#pieces.push(text);
	}
	end() {
		if (this.#length > LARGEST_JSON) return {
			kind: "broken",
			reason: "it is larger than 128 MiB"
		};
		return readJson(this.#pieces.join(""), this.#schema, (document) => this.#interpret(document, this.#context));
	}
};
/**
* @param text a JSON document, colours before it allowed
* @param schema what it must be
* @param interpret what it means
* @returns what `interpret` gives, or why the document cannot be read
*/
function readJson(text, schema, interpret) {
	let document;
	try {
		document = JSON.parse(withoutPrefix(text));
	} catch {
		return {
			kind: "broken",
			reason: "it is no whole JSON document"
		};
	}
	const parsed = schema.safeParse(document);
	if (!parsed.success) return {
		kind: "broken",
		reason: `it is not the report that was expected: ${firstIssue(parsed.error)}`
	};
	return interpret(parsed.data);
}
/** Biome prints a colour reset before its document when the report goes to standard output. */
function withoutPrefix(text) {
	return text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*/, "");
}
function firstIssue(error) {
	const issue = error.issues[0];
	if (issue === void 0) return "unknown";
	const at = issue.path.map(String).join(".").slice(0, 80);
	return at === "" ? issue.message : `${at}: ${issue.message}`;
}
/** A position that a tool may leave out. */
const optionalNumber = number().nullish();
/** A text that a tool may leave out. */
const optionalText = string().nullish();

// src/core/reports/place.ts
/** Longest path that is kept. */
const LONGEST_PATH = 1024;
function decode(path) {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
/**
* Brings a path of a report to one form.
*
* @param path as the tool wrote it: relative to its folder, absolute, or a `file:` URI
* @param context where the tool ran
* @returns the path relative to the repository's root with `/`, or null when it is empty or lies outside
*/
function placeInRepository(path, context) {
	const slashed = (path.startsWith("file:") ? decode(path.replace(/^file:(\/\/[^/]*)?/, "")) : path).replaceAll("\\", "/").replace(/^\/([A-Za-z]:\/)/, "$1");
	if (slashed.trim() === "" || slashed.length > LONGEST_PATH) return null;
	const isAbsolute = slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed);
	const root = context.root.replaceAll("\\", "/").replace(/\/$/, "");
	const full = normalize(isAbsolute ? slashed : `${root}/${context.cwd}/${slashed}`);
	return full.startsWith(`${root}/`) ? full.slice(root.length + 1) : null;
}

// src/core/reports/tally.ts
/** Most findings of one report that are kept; all are counted. */
const MOST_FINDINGS = 200;
/** Longest message and rule that are kept, in UTF-16 units. */
const LONGEST_MESSAGE = 4e3;
const LONGEST_RULE = 500;
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
function position(value) {
	return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;
}
function cut(text, limit) {
	return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
/** Collects findings: counts all, keeps the first of each severity, puts paths into one form. */
var Tally = class {
	#context;
	#kept = {
		error: [],
		warning: [],
		note: []
	};
	#totals = {
		error: 0,
		warning: 0,
		note: 0
	};
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
	}
	/** @param raw the next finding */
	add(raw) {
		this.#totals[raw.severity] += 1;
		const kept = this.#kept[raw.severity];
		if (kept.length >= MOST_FINDINGS) return;
		const path = raw.path ?? null;
		const file = path === null ? null : placeInRepository(path, this.#context);
		const message = file === null && path !== null && path !== "" ? `${path}: ${raw.message}` : raw.message;
		kept.push({
			severity: raw.severity,
			rule: raw.rule === void 0 || raw.rule === null || raw.rule === "" ? null : cut(raw.rule, LONGEST_RULE),
			message: cut(message, LONGEST_MESSAGE),
			file,
			line: file === null ? null : position(raw.line),
			column: file === null || position(raw.line) === null ? null : position(raw.column)
		});
	}
	/**
	* @param rest what else the report says
	* @returns the reading
	*/
	toReading(rest = {}) {
		return {
			producer: null,
			tests: null,
			findings: SEVERITIES.flatMap((severity) => this.#kept[severity]).slice(0, MOST_FINDINGS),
			totals: { ...this.#totals },
			work: null,
			problems: [],
			notAudited: null,
			remark: null,
			coverage: null,
			...rest
		};
	}
	/**
	* @param rest what else the report says
	* @returns the reading as a result
	*/
	toResult(rest = {}) {
		return {
			kind: "read",
			reading: this.toReading(rest)
		};
	}
};

// src/core/reports/audits.ts
function fixedIn(versions) {
	return versions.length === 0 ? "no fixed version yet" : `fixed in ${versions.join(", ")}`;
}
/** `pip-audit -f json`. A package that could not be looked up has `skip_reason` instead of `vulns`; the exit code is 0 all the same. */
const pipAuditSchema = object({ dependencies: array(object({
	name: string(),
	version: optionalText,
	skip_reason: optionalText,
	vulns: array(object({
		id: string(),
		fix_versions: array(string()).default([]),
		description: optionalText
	})).nullish()
})) });
/** @see pipAuditSchema */
const readPipAudit = (document, context) => {
	const tally = new Tally(context);
	const all = document.dependencies;
	const audited = all.filter((one) => one.vulns !== void 0 && one.vulns !== null);
	for (const { name, version, vulns } of audited) for (const { id, fix_versions: fixes, description } of vulns ?? []) {
		const text = description?.split("\n", 1)[0] ?? "";
		tally.add({
			severity: "error",
			rule: id,
			message: `${name} ${version ?? ""}: ${text} (${fixedIn(fixes)})`
		});
	}
	const skipped = all.length - audited.length;
	const isNotAudited = all.length > 0 && audited.length === 0;
	return tally.toResult({
		work: {
			amount: audited.length,
			unit: "packages"
		},
		notAudited: isNotAudited ? `${skipped} of ${all.length} packages skipped` : null,
		remark: skipped > 0 && !isNotAudited ? `${skipped} of ${all.length} packages not audited` : null
	});
};
/** `uv audit --output-format json`. */
const uvAuditSchema = object({
	summary: object({
		audited_packages: number(),
		vulnerabilities: number()
	}),
	vulnerabilities: array(object({
		dependency: object({
			name: string(),
			version: optionalText
		}),
		id: string(),
		summary: optionalText,
		fix_versions: array(string()).default([])
	})),
	adverse_statuses: array(looseObject({
		name: optionalText,
		status: optionalText
	})).default([])
});
/** @see uvAuditSchema */
const readUvAudit = (document, context) => {
	const tally = new Tally(context);
	for (const { dependency, id, summary, fix_versions: fixes } of document.vulnerabilities) {
		const message = `${dependency.name} ${dependency.version ?? ""}: ${summary ?? id} (${fixedIn(fixes)})`;
		tally.add({
			severity: "error",
			rule: id,
			message,
			path: "uv.lock",
			line: 1
		});
	}
	for (const { name, status } of document.adverse_statuses) tally.add({
		severity: "note",
		rule: "adverse-status",
		message: `${name ?? "a package"}: ${status ?? "adverse status"}`
	});
	return tally.toResult({ work: {
		amount: document.summary.audited_packages,
		unit: "packages"
	} });
};
const npmVia = union([string(), looseObject({
	title: optionalText,
	url: optionalText,
	severity: optionalText,
	range: optionalText
})]);
const npmReport = object({
	auditReportVersion: number(),
	vulnerabilities: record(string(), object({
		name: string(),
		severity: string(),
		range: optionalText,
		via: array(npmVia).default([])
	})),
	metadata: object({ dependencies: looseObject({ total: number() }) })
});
const npmFailure = object({
	message: optionalText,
	error: looseObject({
		code: optionalText,
		summary: optionalText
	}).nullish()
});
/** `npm audit --json`: a report, or an error document, which has no `auditReportVersion`. */
const npmAuditSchema = union([npmReport, npmFailure]);
/** @see npmAuditSchema */
const readNpmAudit = (document, context) => {
	const tally = new Tally(context);
	if (!("auditReportVersion" in document)) {
		const why = document.error?.summary || document.message || "no report";
		if (document.error?.code === "ENOLOCK") return tally.toResult({ problems: ["there is no lock file to audit"] });
		return tally.toResult({ notAudited: `the advisory service did not answer (${why.slice(0, 200)})` });
	}
	for (const { name, severity, range, via } of Object.values(document.vulnerabilities)) {
		const own = via.filter((one) => typeof one !== "string");
		const level = severity === "info" ? "note" : "error";
		const about = own.map((one) => one.title ?? "").filter((title) => title !== "");
		const through = via.filter((one) => typeof one === "string").join(", ");
		const text = about.length > 0 ? about.join("; ") : through === "" ? "vulnerable" : `through ${through}`;
		tally.add({
			severity: level,
			rule: name,
			message: `${name} ${range ?? ""} (${severity}): ${text}`
		});
	}
	return tally.toResult({ work: {
		amount: document.metadata.dependencies.total,
		unit: "packages"
	} });
};

// src/core/reports/line-cutter.ts
var import_saxes = require_saxes();
/** Longest line that any line format needs. A longer one is handed out cut. */
const LONGEST_LINE$1 = 65536;
/** Cuts pieces of text into lines, in bounded memory whatever the length of a line. */
var LineCutter = class {
	#onLine;
	#rest = "";
	/** @param onLine called with each line, without its end, cut to 64 KiB */
	constructor(onLine) {
		this.#onLine = onLine;
	}
	/** @param text the next piece */
	push(text) {
		let from = 0;
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
			this.#onLine(this.#rest + text.slice(from, Math.min(at, from + LONGEST_LINE$1)));
			this.#rest = "";
			from = at + 1;
		}
		const room = LONGEST_LINE$1 - this.#rest.length;
		if (room > 0) this.#rest += text.slice(from, from + room);
	}
	/** Hands out what follows the last line end. */
	end() {
		if (this.#rest !== "") this.#onLine(this.#rest);
		this.#rest = "";
	}
};

// src/core/reports/xml-cleaner.ts
const DISALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(x[0-9a-fA-F]{1,8}|[0-9]{1,8});/g;
function isAllowed(code) {
	return code === 9 || code === 10 || code === 13 || code >= 32 && code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111;
}
/**
* Replaces characters that XML 1.0 forbids (section 2.2), raw or as references, by U+FFFD. `node --test` writes them raw when
* a test's name or message holds them, and a strict parser refuses the whole report.
*/
var XmlCleaner = class {
	#held = "";
	#isFirst = true;
	/**
	* @param piece the next piece
	* @returns text for a strict parser; the beginning of a reference at the end is held back
	*/
	clean(piece) {
		let text = this.#held + piece;
		if (this.#isFirst && text !== "") {
			text = text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*\s*(?=<)/, "");
			this.#isFirst = false;
		}
		const last = text.lastIndexOf("&");
		const isCut = last !== -1 && text.length - last < 12 && !text.includes(";", last);
		this.#held = isCut ? text.slice(last) : "";
		return repair(isCut ? text.slice(0, last) : text);
	}
	/** @returns what was held back */
	rest() {
		const held = this.#held;
		this.#held = "";
		return repair(held);
	}
};
function repair(text) {
	const clean = text.replace(DISALLOWED, "�");
	if (!clean.includes("&#")) return clean;
	return clean.replace(REFERENCE, (reference, digits) => {
		return isAllowed(digits.startsWith("x") ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)) ? reference : "�";
	});
}

// src/core/reports/coverage.ts
function toReading(lines, context) {
	const coverage = lines.total === 0 ? null : 100 * lines.covered / lines.total;
	return {
		...new Tally(context).toReading({
			coverage,
			work: {
				amount: lines.total,
				unit: "lines"
			}
		}),
		totals: null
	};
}
/** `coverage json`. */
const coverageSchema = object({
	meta: looseObject({ version: string() }),
	totals: object({
		covered_lines: number(),
		num_statements: number()
	})
});
/** @see coverageSchema */
const readCoverage = ({ totals }, context) => {
	return {
		kind: "read",
		reading: toReading({
			covered: totals.covered_lines,
			total: totals.num_statements
		}, context)
	};
};
const istanbulTotal = looseObject({ lines: object({
	total: number(),
	covered: number()
}) });
const istanbulFile = looseObject({
	statementMap: record(string(), object({ start: object({ line: number() }) })),
	s: record(string(), number())
});
/** Istanbul's `coverage-summary.json`, or `coverage-final.json` with one entry a file. */
const istanbulSchema = union([object({ total: istanbulTotal }), record(string(), istanbulFile)]);
/** @see istanbulSchema */
const readIstanbul = (document, context) => {
	const lines = {
		covered: 0,
		total: 0
	};
	const summary = object({ total: istanbulTotal }).safeParse(document);
	if (summary.success) {
		const { total, covered } = summary.data.total.lines;
		return {
			kind: "read",
			reading: toReading({
				total,
				covered
			}, context)
		};
	}
	for (const file of Object.values(record(string(), istanbulFile).parse(document))) {
		const hits = /* @__PURE__ */ new Map();
		for (const [id, { start }] of Object.entries(file.statementMap)) hits.set(start.line, Math.max(hits.get(start.line) ?? 0, file.s[id] ?? 0));
		lines.total += hits.size;
		lines.covered += [...hits.values()].filter((count) => count > 0).length;
	}
	return {
		kind: "read",
		reading: toReading(lines, context)
	};
};
/** LCOV's tracefile (geninfo(1)). Totals are counted from the lines: `LF` and `LH` may be missing, a file may come twice. */
var LcovReader = class {
	#context;
	#files = /* @__PURE__ */ new Map();
	#lines = new LineCutter((line) => this.#line(line.trim()));
	#current;
	#isWhole = true;
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		if (!this.#isWhole) return {
			kind: "broken",
			reason: "it ends within a file"
		};
		if (this.#files.size === 0) return {
			kind: "broken",
			reason: "it names no file"
		};
		const hits = [...this.#files.values()].flatMap((file) => [...file.values()]);
		return {
			kind: "read",
			reading: toReading({
				covered: hits.filter((count) => count > 0).length,
				total: hits.length
			}, this.#context)
		};
	}
	#line(line) {
		if (line.startsWith("SF:")) {
			const name = line.slice(3);
			this.#current = this.#files.get(name) ?? /* @__PURE__ */ new Map();
			this.#files.set(name, this.#current);
			this.#isWhole = false;
		} else if (line === "end_of_record") {
			this.#current = void 0;
			this.#isWhole = true;
		} else if (line.startsWith("DA:") && this.#current !== void 0) {
			const [number, count] = line.slice(3).split(",").map(Number);
			if (number === void 0 || count === void 0 || Number.isNaN(number + count)) return;
			this.#current.set(number, (this.#current.get(number) ?? 0) + count);
		}
	}
};
/** Cobertura's XML. Lines are counted, because rates are rounded; methods repeat lines of their class and are left out. */
var CoberturaReader = class {
	#parser = new import_saxes.SaxesParser({ xmlns: false });
	#cleaner = new XmlCleaner();
	#context;
	#lines = {
		covered: 0,
		total: 0
	};
	#path = [];
	#broken;
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
		this.#parser.on("error", (error) => {
			this.#broken ??= error.message;
		});
		this.#parser.on("doctype", (doctype) => {
			if (doctype.includes("[")) this.#broken ??= "it declares entities";
		});
		this.#parser.on("opentag", ({ name, attributes }) => {
			if (this.#path.length === 0 && name !== "coverage") this.#broken ??= `its root is <${name.slice(0, 40)}>`;
			if (name === "line" && this.#path.at(-1) === "lines" && this.#path.at(-2) === "class") {
				this.#lines.total += 1;
				if (Number(attributes["hits"]) > 0) this.#lines.covered += 1;
			}
			this.#path.push(name);
		});
		this.#parser.on("closetag", () => this.#path.pop());
	}
	push(text) {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.clean(text)));
	}
	end() {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
		if (this.#broken !== void 0) return {
			kind: "broken",
			reason: this.#broken
		};
		return {
			kind: "read",
			reading: toReading(this.#lines, this.#context)
		};
	}
	#parse(work) {
		try {
			work();
		} catch (error) {
			this.#broken ??= error instanceof Error ? error.message : "it could not be parsed";
		}
	}
};

// src/core/reports/gates-json.ts
/** The protocol for a team's own gate scripts: what they checked, and what passed. */
const gatesJsonSchema = object({ gates: array(object({
	id: string(),
	name: optionalText,
	passed: boolean(),
	message: optionalText,
	duration_seconds: number().nonnegative().nullish()
})) });
/** Checks that are kept; all are counted. */
const MOST_CHECKS = 200;
const LONGEST_TEXT$1 = 2e3;
function kept(text) {
	if (text === void 0 || text === null || text === "") return null;
	return text.length <= LONGEST_TEXT$1 ? text : `${text.slice(0, 1999).toWellFormed()}…`;
}
/** @see gatesJsonSchema */
const readGatesJson = ({ gates }, context) => {
	const tally = new Tally(context);
	const failed = gates.filter((gate) => !gate.passed);
	for (const { id, name, message } of failed) tally.add({
		severity: "error",
		rule: id,
		message: message ?? name ?? "failed"
	});
	const tests = {
		executed: gates.length,
		failed: failed.length,
		skipped: 0,
		flaky: 0
	};
	const checks = [...failed, ...gates.filter((gate) => gate.passed)].slice(0, MOST_CHECKS).map((gate) => ({
		id: kept(gate.id) ?? "",
		name: kept(gate.name),
		passed: gate.passed,
		message: kept(gate.message),
		durationMs: typeof gate.duration_seconds === "number" ? gate.duration_seconds * 1e3 : null
	}));
	return tally.toResult({
		checks,
		tests,
		work: {
			amount: gates.length,
			unit: "checks"
		}
	});
};

// src/core/reports/copied.ts
/**
* A part of a text keeps the whole piece in memory that it was cut from; a text that was joined does not.
*
* @param text a part of a report
* @param longest characters that are kept
* @returns the same text, standing for itself
*/
function copied(text, longest = text.length) {
	return ` ${text.slice(0, longest)}`.slice(1);
}

// src/core/reports/key-set.ts
/** A set of numbers above 0 in one block of memory: a `Set` of so many takes several times as long and as much. */
var KeySet = class {
	#slots;
	#mask;
	#size = 0;
	/** @param bits the set has 2 to this many slots, and takes keys for half of them */
	constructor(bits) {
		this.#slots = new Float64Array(2 ** bits);
		this.#mask = 2 ** bits - 1;
	}
	/**
	* @param key a number above 0
	* @returns true when it was there before; what does not fit is left out
	*/
	add(key) {
		let at = key & this.#mask;
		for (let found = this.#slots[at]; found !== 0; found = this.#slots[at]) {
			if (found === key) return true;
			at = at + 1 & this.#mask;
		}
		if (this.#size * 2 > this.#mask) return false;
		this.#slots[at] = key;
		this.#size += 1;
		return false;
	}
};

// src/core/reports/junit-cases.ts
/** Most tests of one kind that are kept by name. */
const MOST_NAMED = 1e3;
/** Repeated tests are looked for among the first 65,536 (half of two to this). */
const SEEN_BITS = 17;
/** Most files whose place is remembered. */
const MOST_FILES = 4096;
/** Longest part of a name that is kept. */
const LONGEST_PART = 1e3;
function announced(text) {
	return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}
/** Collects which tests of a report passed, failed, or did both: names of the few, keys of the many. */
var JunitCases = class {
	#context;
	#frames = [];
	#flaky = /* @__PURE__ */ new Map();
	/** Passed cases that were there before, by id, in a report whose producer writes each try that way. */
	#doubled = /* @__PURE__ */ new Map();
	#seen;
	#keys = new TestKeys();
	#passed = /* @__PURE__ */ new Float64Array(1024);
	#passedCount = 0;
	#doublings = 0;
	/** Cases beyond what their suites announce. */
	#surplus = 0;
	#isShort = false;
	#places = /* @__PURE__ */ new Map();
	/** @param context where the tool ran */
	constructor(context) {
		this.#context = context;
	}
	/** @param attributes what the suite says of itself: tests, failures and errors */
	openSuite({ tests, failures, errors }) {
		const parent = this.#frames.at(-1);
		if (parent !== void 0) parent.hasSuites = true;
		const failed = announced(failures) + (errors === "" ? 0 : announced(errors));
		this.#frames.push({
			tests: announced(tests),
			failures: failed,
			cases: 0,
			failed: 0,
			hasSuites: false
		});
	}
	/** The suite that was opened last ends. */
	closeSuite() {
		const frame = this.#frames.pop();
		if (frame === void 0 || frame.hasSuites) return;
		if (frame.cases < frame.tests || frame.failed < frame.failures) this.#isShort = true;
		if (frame.cases > frame.tests) this.#surplus += frame.cases - frame.tests;
	}
	/** @param failed whether the case failed; counts it for its suite */
	sawCase(failed) {
		const frame = this.#frames.at(-1);
		if (frame === void 0) return;
		frame.cases += 1;
		if (failed) frame.failed += 1;
	}
	#nameOf({ suite, className, name, file }) {
		return {
			format: "junit",
			suite,
			className,
			name,
			file: this.#placed(file)
		};
	}
	/** The same wherever the repository lies. */
	#placed(file) {
		if (file === "") return "";
		const known = this.#places.get(file);
		if (known !== void 0) return known;
		const placed = copied(placeInRepository(file, this.#context) ?? file);
		if (this.#places.size >= MOST_FILES) this.#places.clear();
		this.#places.set(copied(file), placed);
		return placed;
	}
	/**
	* @param one a case
	* @returns 48 bits that nearly always tell it from others
	*/
	keyOf(one) {
		return this.#keys.keyOf(this.#nameOf(one));
	}
	#named(one, dialect) {
		const label = dialect.findingsOf(one)[0]?.rule ?? one.name;
		const test = this.#nameOf(one);
		return {
			id: testId(test),
			key: this.#keys.keyOf(test),
			format: "junit",
			file: copied(this.#placed(one.file), LONGEST_PART),
			className: copied(one.className, LONGEST_PART),
			name: copied(one.name, LONGEST_PART),
			label: copied(label, LONGEST_PART)
		};
	}
	/**
	* @param one a case that passed
	* @param key its key
	* @param dialect how to name it
	*/
	addPassed(one, key, dialect) {
		if (this.addKey(key, dialect)) return;
		const test = this.#named(one, dialect);
		this.#doublings += 1;
		if (this.#doubled.size < MOST_NAMED) this.#doubled.set(test.id, test);
	}
	/**
	* @param key the key of a case that passed
	* @param dialect whose case it is
	* @returns false when it was there before, in a report whose producer writes each try that way; it is not kept again then
	*/
	addKey(key, dialect) {
		if (this.#passed === null) return true;
		if (dialect.repeatsRetried === true && this.#wasSeen(key)) return false;
		this.#keep(key, this.#passed);
		return true;
	}
	#wasSeen(key) {
		this.#seen ??= new KeySet(SEEN_BITS);
		return this.#seen.add(key + 1);
	}
	#keep(key, passed) {
		if (this.#passedCount >= 2e5) {
			this.#passed = null;
			return;
		}
		if (this.#passedCount === passed.length) {
			this.#passed = new Float64Array(passed.length * 2);
			this.#passed.set(passed);
		}
		(this.#passed ?? passed)[this.#passedCount] = key;
		this.#passedCount += 1;
	}
	/**
	* @param one a case that failed and passed
	* @param dialect how to name it
	*/
	addFlaky(one, dialect) {
		const test = this.#named(one, dialect);
		if (this.#flaky.size < MOST_NAMED) this.#flaky.set(test.id, test);
	}
	/**
	* Cases that a producer writes a second time because it tried them again. That they were is proven by the suite, which
	* announces fewer tests than it holds.
	*
	* @param failed identities of failed cases, which were tried again in vain
	* @returns how many were repeated, and how many of them passed in the end
	*/
	retried(failed) {
		if (this.#doublings === 0 || this.#surplus < this.#doublings) return {
			repeated: 0,
			passed: 0
		};
		const inVain = new Set(failed.map(({ id }) => id));
		const passed = [...this.#doubled].filter(([id]) => !inVain.has(id));
		for (const [id, test] of passed) this.#flaky.set(id, test);
		return {
			repeated: this.#doublings,
			passed: passed.length
		};
	}
	/**
	* @param failed the failed cases whose texts were kept
	* @param dialect how to name them
	* @returns the same as tests
	*/
	namesOf(failed, dialect) {
		return failed.slice(0, MOST_NAMED).map((one) => this.#named(one, dialect));
	}
	/**
	* @param failed the failed tests
	* @param failedTotal how many there are in all
	* @returns what later runs need to know
	*/
	done(failed, failedTotal) {
		const passed = this.#passed?.slice(0, this.#passedCount) ?? null;
		const isComplete = !this.#isShort && failed.length === failedTotal;
		return {
			failed,
			flaky: [...this.#flaky.values()],
			passed,
			isComplete
		};
	}
};

// src/core/reports/junit-dialects.ts
const LINTERS = [
	"ruff",
	"biome",
	"mypy",
	"gitleaks",
	"bandit",
	"ty"
];
/**
* @param suite the name of the outermost suite that has one
* @param tool the gate's tool, when it is known
* @returns how to read it
*/
function dialectOf(suite, tool) {
	const name = suite.toLowerCase();
	const linter = LINTERS.find((one) => name === one || tool === one);
	if (linter === "mypy") return MYPY;
	if (linter !== void 0) return LINTER;
	if (name.startsWith("pytest") || tool === "pytest") return PYTEST;
	if (tool === "node-test" || tool === "node") return NODE;
	return {
		...TESTS,
		isGuess: suite === ""
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0]?.trim() ?? "";
}
function escapeForRegExp(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/** The places of a file in a stack trace or an assertion, in the order of the text. */
function placesOf(text, file) {
	const pattern = new RegExp(`${escapeForRegExp(file)}:(\\d{1,7})(?::(\\d{1,7}))?`, "g");
	return [...text.matchAll(pattern)].map((match) => ({
		line: Number(match[1]),
		column: Number(match[2])
	}));
}
/** vitest and jest write the file into the class name. */
function fileOf(failed) {
	if (failed.file !== "") return failed.file;
	return /^[\w@./ -]+\.[cm]?[jt]sx?$/.test(failed.className) ? failed.className : "";
}
const TESTS = {
	kind: "tests",
	isGuess: false,
	findingsOf(failed) {
		const path = fileOf(failed);
		const place = path === "" ? void 0 : placesOf(failed.text, path)[0];
		return [{
			severity: "error",
			rule: failed.className === "" || failed.className === failed.name ? failed.name : `${failed.className} > ${failed.name}`,
			message: failed.message || firstLine(failed.text) || "failed",
			path,
			line: place?.line ?? failed.line,
			column: place?.column ?? failed.column
		}];
	},
	problemOf: endedEarly
};
/**
* `node --test` reports a file that told of no test as one test with the file's own name. It may have none, or it may have
* ended before it got to them (`process.exit`), and then everything in it is gone, with exit code 0.
*/
function endedEarly(one) {
	const isWholeFile = one.className === "test" && one.file !== "" && one.file.replaceAll("\\", "/").endsWith(`/${one.name}`);
	if (one.failed || !isWholeFile) return void 0;
	return `${one.name} told of no test: it has none, or it ended before they ran`;
}
const NODE = { ...TESTS };
/** `tests.test_money.TestPlus` in `tests/test_money.py` is the class `TestPlus`. */
function pytestId(failed) {
	if (failed.file === "") return [failed.className, failed.name].filter((part) => part !== "").join("::");
	const module = failed.file.replace(/\.py$/, "").replaceAll("/", ".");
	if (failed.className === "" || failed.name === module) return failed.file;
	const classes = (failed.className.startsWith(module) ? failed.className.slice(module.length + 1) : failed.className).split(".").filter((part) => part !== "");
	return [
		failed.file,
		...classes,
		failed.name
	].join("::");
}
const PYTEST = {
	kind: "tests",
	isGuess: false,
	repeatsRetried: true,
	findingsOf(failed) {
		const line = placesOf(failed.text, failed.file).at(-1)?.line ?? failed.line + 1;
		const path = failed.file;
		const message = firstLine(failed.message) || firstLine(failed.text) || "failed";
		const more = failed.message.split("\n").slice(1, 4).join("\n");
		return [{
			severity: "error",
			rule: pytestId(failed),
			message: `${message}\n${more}`.trim(),
			path,
			line
		}];
	}
};
const LINTER = {
	kind: "linter",
	isGuess: false,
	findingsOf(failed) {
		const rule = failed.name.replace(/^org\.(ruff|biome)\./, "").replace(/ has detected .*$/s, "");
		const line = Number.isNaN(failed.line) ? Number(/, line (\d+)\.?$/.exec(failed.message)?.[1]) : failed.line;
		return [{
			severity: "error",
			rule,
			message: failed.message || failed.text,
			path: failed.file || failed.suite,
			line,
			column: failed.column
		}];
	}
};
const MYPY_LINE = /^(.+?):(\d+):(?:(\d+):)? (error|warning|note): (.*?)(?: {2}\[([\w-]+)\])?$/;
/** mypy writes one case a file, with all messages of it as text (`--junit-format per_file`), or one case in all. */
const MYPY = {
	kind: "linter",
	isGuess: false,
	findingsOf(failed) {
		const found = failed.text.split("\n").filter((line) => line.trim() !== "").flatMap((text) => {
			const match = MYPY_LINE.exec(text);
			if (match === null) return [];
			const [, path, line, column, severity, message, rule] = match;
			if (severity === "note") return [];
			return [{
				severity: "error",
				rule,
				message: message ?? "",
				path,
				line: Number(line),
				column: Number(column)
			}];
		});
		return found.length > 0 ? found : [{
			severity: "error",
			message: failed.text || failed.message
		}];
	}
};

// src/core/reports/plain-cases.ts
const OPEN_CASE = "<testcase";
const CLOSE_CASE = "</testcase>";
/** Attributes that producers write. A case with another one is no plain case. */
const ATTRIBUTES = [...[
	"name",
	"classname",
	"file",
	"time",
	"line",
	"column",
	"assertions",
	"timestamp",
	"status",
	"id",
	"url"
], ...[
	"hostname",
	"duration",
	"started-at",
	"finished-at",
	"package",
	"result",
	"type",
	"owner"
]];
const FIRST_LETTERS = ATTRIBUTES.map((name) => name.charCodeAt(0));
const [SLASH, GREATER, EQUALS, QUOTE, LESS, SPACE] = [
	47,
	62,
	61,
	34,
	60,
	32
];
function isBlank(code) {
	return code === SPACE || code === 10 || code === 13 || code === 9;
}
/** Where the first character stands that is no white space; the length of the text when there is none. */
function skipBlanks(text, from) {
	let at = from;
	while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
	return at;
}
/** The attribute whose name begins here and is followed by `="`, as its index; -1 when it is none of the list. */
function attributeAt(text, at) {
	const first = text.charCodeAt(at);
	for (let index = 0; index < ATTRIBUTES.length; index += 1) {
		const name = ATTRIBUTES[index] ?? "";
		if (FIRST_LETTERS[index] !== first || !text.startsWith(name, at)) continue;
		const end = at + name.length;
		if (text.charCodeAt(end) === EQUALS && text.charCodeAt(end + 1) === QUOTE) return index;
	}
	return -1;
}
/** The quote that ends a value; -1 when something comes before it that a parser has to look at. */
function endOfValue(text, from) {
	for (let at = from; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) return at;
		if (code === LESS || code < SPACE || code >= 55296 && code <= 57343) return -1;
	}
	return -1;
}
/** The references that every document knows (XML 1.0, section 4.6). */
const REFERENCES = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
/** A value without references; undefined when it holds one that a parser has to look at. */
function plainValue(value) {
	let left = 0;
	for (let at = value.indexOf("&"); at !== -1; at = value.indexOf("&", at + 1)) left += 1;
	if (left === 0) return value;
	const plain = value.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name) => {
		left -= 1;
		return REFERENCES[name] ?? "";
	});
	return left === 0 ? plain : void 0;
}
/** A case without content, with ordinary attributes, in one piece. One object is filled again and again. */
var PlainCase = class {
	name = "";
	className = "";
	file = "";
	/** Where the case that was read last ends. */
	end = -1;
	/**
	* @param text part of a report
	* @param at any place in it
	* @returns true when a plain case begins there; what it says is in the fields then
	*/
	read(text, at) {
		if (!text.startsWith(OPEN_CASE, at) || !mayBeEmpty(text, at)) return false;
		this.name = "";
		this.className = "";
		this.file = "";
		const end = this.#readAttributes(text, at + 9);
		if (end === -1) return false;
		this.end = endOfElement(text, end);
		return this.end !== -1;
	}
	/** @returns where the attributes end, at `/` or `>`; -1 when a parser has to look at them */
	#readAttributes(text, from) {
		let seen = 0;
		for (let before = from;;) {
			const at = skipBlanks(text, before);
			const code = text.charCodeAt(at);
			if (code === SLASH || code === GREATER) return at;
			const index = at === before ? -1 : attributeAt(text, at);
			if (index === -1 || (seen & 1 << index) !== 0) return -1;
			seen |= 1 << index;
			const begin = at + (ATTRIBUTES[index]?.length ?? 0) + 2;
			const end = endOfValue(text, begin);
			const value = end === -1 ? void 0 : plainValue(text.slice(begin, end));
			if (value === void 0) return -1;
			this.#keep(index, value);
			before = end + 1;
		}
	}
	#keep(index, value) {
		if (index === 0) this.name = value;
		else if (index === 1) this.className = value;
		else if (index === 2) this.file = value;
	}
};
/** False for most cases that hold something, found without reading them. A value may hold `>`; then a parser reads it. */
function mayBeEmpty(text, from) {
	const at = text.indexOf(">", from);
	return text.charCodeAt(at - 1) === SLASH || endOfElement(text, at) !== -1;
}
/** `/>`, or `>` and nothing but white space before the end tag; -1 when there is anything else. */
function endOfElement(text, at) {
	if (text.charCodeAt(at) === SLASH) return text.charCodeAt(at + 1) === GREATER ? at + 2 : -1;
	const close = skipBlanks(text, at + 1);
	return text.startsWith(CLOSE_CASE, close) ? close + 11 : -1;
}
/**
* Hands a report to a parser, less its plain cases. They are nearly all of a long report, and a parser makes a dozen objects of
* each. What is not quite as plain is the parser's, whatever the reason, so it decides what is well-formed.
*/
var PlainCases = class {
	#parser;
	#count;
	#plain = new PlainCase();
	/** Characters that the parser was given, and of these up to the end of the last tag. */
	#given = 0;
	#lastTagEnd = 0;
	/** True when nothing but white space follows the last tag: then the parser is within no tag, comment or CDATA section. */
	#isAfterTag = false;
	/**
	* @param parser gets the rest
	* @param count takes a plain case; false leaves it to the parser, as it must be before the root and in another case
	*/
	constructor(parser, count) {
		this.#parser = parser;
		this.#count = count;
	}
	/** To be called in the parser's own events of opened and closed tags. */
	sawTag() {
		this.#lastTagEnd = this.#parser.position;
	}
	/** @param text the next part of the report */
	read(text) {
		let from = 0;
		let at = text.indexOf(OPEN_CASE);
		while (at !== -1) {
			this.#give(text.slice(from, at));
			from = this.#isAfterTag ? this.#readPlain(text, at) : at;
			at = text.indexOf(OPEN_CASE, from === at ? at + 9 : from);
		}
		this.#give(text.slice(from));
	}
	#give(piece) {
		if (piece === "") return;
		this.#parser.write(piece);
		this.#given += piece.length;
		const gap = this.#given - this.#lastTagEnd;
		const isWithin = gap <= piece.length;
		const isBlank = skipBlanks(piece, isWithin ? piece.length - gap : 0) === piece.length;
		this.#isAfterTag = isBlank && (isWithin || this.#isAfterTag);
	}
	/** Where plain cases end that stand one after another. */
	#readPlain(text, at) {
		let end = at;
		while (this.#plain.read(text, end) && this.#count(this.#plain)) end = skipBlanks(text, this.#plain.end);
		return end;
	}
};

// src/core/reports/junit.ts
/** Longest text of one failure that is kept while reading. */
const LONGEST_TEXT = 16384;
/** Most failed cases that are remembered, so that a later pass of the same case is seen. */
const MOST_REMEMBERED = 5e4;
/** Most failed cases whose texts are kept. */
const MOST_DETAILED = 1e3;
const MOST_PROBLEMS = 20;
/** Deeper nesting than any producer writes. */
const DEEPEST = 200;
/** Maven Surefire writes `flaky…` for a test that passed in the end, `rerun…` beside the failure of one that did not. */
const RETRIES = /* @__PURE__ */ new Set([
	"flakyFailure",
	"flakyError",
	"rerunFailure",
	"rerunError"
]);
const OUTCOMES = /* @__PURE__ */ new Set([
	"failure",
	"error",
	"skipped",
	...RETRIES
]);
function attribute(attributes, name) {
	const value = attributes[name];
	return typeof value === "string" ? value : "";
}
/**
* JUnit's XML as its many producers write it. There is no standard; counts in attributes are missing or wrong, so the cases
* themselves are counted, at any depth. Read as a stream: a report of a million cases needs no more memory than a small one.
*/
var JunitReader = class {
	#parser = new import_saxes.SaxesParser({ xmlns: false });
	#cleaner = new XmlCleaner();
	#tally;
	#tool;
	#counts = {
		executed: 0,
		failed: 0,
		skipped: 0,
		flaky: 0
	};
	/** Failed cases by identity, for those that pass later; without their texts after the first ones. */
	#failed = /* @__PURE__ */ new Map();
	/** Keys of the failed cases, which tell at once that a passed case is none of them. */
	#failedKeys = /* @__PURE__ */ new Set();
	#cases;
	#suites = [];
	#problems = [];
	#dialect;
	#case;
	#plain = new PlainCases(this.#parser, (one) => this.#countPlain(one));
	#inOutcome = false;
	#depth = 0;
	#hasRoot = false;
	#broken;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tool = context.tool;
		this.#tally = new Tally(context);
		this.#cases = new JunitCases(context);
		this.#dialect = dialectOf("", context.tool);
		this.#parser.on("error", ({ message }) => {
			if (!message.includes(`"]]>" is disallowed`)) this.#refuse(message.replace(/^[\d:]+\s*/, ""));
		});
		this.#parser.on("doctype", () => this.#refuse("it declares a document type, which may hold entity bombs"));
		this.#parser.on("opentag", (tag) => this.#open(tag));
		this.#parser.on("closetag", (tag) => this.#close(tag.name));
		this.#parser.on("text", (text) => this.#text(text));
		this.#parser.on("cdata", (text) => this.#text(text));
	}
	push(text) {
		if (this.#broken === void 0) this.#parse(() => this.#plain.read(this.#cleaner.clean(text)));
	}
	end() {
		if (this.#broken === void 0) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
		if (this.#broken !== void 0) return {
			kind: "broken",
			reason: this.#broken
		};
		if (!this.#hasRoot) return {
			kind: "broken",
			reason: "it holds no XML"
		};
		const problems = this.#problems;
		if (this.#dialect.kind === "linter") return this.#tally.toResult({ problems });
		const failed = [...this.#failed.values()].filter((one) => one !== void 0);
		for (const one of failed) this.#report(one);
		const names = this.#cases.namesOf(failed, this.#dialect);
		const retried = this.#cases.retried(names);
		const { executed, flaky } = this.#counts;
		const tests = {
			...this.#counts,
			executed: executed - retried.repeated,
			flaky: flaky + retried.passed
		};
		const totals = {
			error: tests.failed,
			warning: 0,
			note: 0
		};
		const cases = this.#cases.done(names, tests.failed);
		return this.#tally.toResult({
			tests,
			totals,
			problems,
			cases,
			work: {
				amount: tests.executed,
				unit: "tests"
			}
		});
	}
	#parse(work) {
		try {
			work();
		} catch (error) {
			this.#refuse(error instanceof Error ? error.message : "it could not be parsed");
		}
	}
	#refuse(reason) {
		this.#broken ??= reason;
	}
	/** False where more must be known than that it passed. */
	#countPlain({ name, className, file }) {
		if (!(this.#depth > 0 && this.#depth < DEEPEST && this.#case === void 0) || this.#broken !== void 0) return false;
		if (this.#dialect.kind === "linter" || name === "" && className === "") return false;
		const one = {
			suite: this.#suites.at(-1) ?? "",
			name,
			className,
			file,
			line: NaN,
			column: NaN,
			failed: false
		};
		if (this.#dialect.problemOf?.(one) !== void 0) return false;
		const key = this.#cases.keyOf(one);
		if (this.#failedKeys.has(key) || !this.#cases.addKey(key, this.#dialect)) return false;
		this.#cases.sawCase(false);
		this.#counts.executed += 1;
		return true;
	}
	#open(tag) {
		this.#plain.sawTag();
		this.#depth += 1;
		if (this.#depth > DEEPEST) this.#refuse(`it nests deeper than ${DEEPEST} elements`);
		const name = tag.name;
		if (!this.#hasRoot && name !== "testsuites" && name !== "testsuite") this.#refuse(`its root is <${name.slice(0, 40)}>, not <testsuites> or <testsuite>`);
		this.#hasRoot = true;
		if (name === "testsuites" || name === "testsuite") this.#openSuite(tag.attributes);
		if (name === "testcase") this.#openCase(tag.attributes);
		if (this.#case !== void 0 && OUTCOMES.has(name)) this.#openOutcome(this.#case, name, tag.attributes);
	}
	#openSuite(attributes) {
		const name = attribute(attributes, "name");
		this.#suites.push(name);
		const [tests, failures, errors] = [
			"tests",
			"failures",
			"errors"
		].map((one) => attribute(attributes, one));
		this.#cases.openSuite({
			tests: tests ?? "",
			failures: failures ?? "",
			errors: errors ?? ""
		});
		if (this.#dialect.isGuess && name !== "") this.#dialect = dialectOf(name, this.#tool);
	}
	#openCase(attributes) {
		this.#case = {
			suite: this.#suites.at(-1) ?? "",
			name: attribute(attributes, "name"),
			className: attribute(attributes, "classname"),
			file: attribute(attributes, "file"),
			line: Number.parseInt(attribute(attributes, "line"), 10),
			column: Number.parseInt(attribute(attributes, "column"), 10),
			failed: false,
			skipped: false,
			flaky: false,
			message: "",
			text: ""
		};
	}
	#openOutcome(open, name, attributes) {
		if (name === "skipped") open.skipped = true;
		else if (RETRIES.has(name)) open.flaky = true;
		else {
			open.failed = true;
			if (open.message === "") open.message = attribute(attributes, "message");
			this.#inOutcome = true;
		}
	}
	#text(text) {
		if (!this.#inOutcome || this.#case === void 0) return;
		const room = LONGEST_TEXT - this.#case.text.length;
		if (room > 0) this.#case.text += text.slice(0, room);
	}
	#close(name) {
		this.#plain.sawTag();
		this.#depth -= 1;
		if (name === "failure" || name === "error") this.#inOutcome = false;
		if (name === "testsuites" || name === "testsuite") {
			this.#suites.pop();
			this.#cases.closeSuite();
		}
		if (name === "testcase" && this.#case !== void 0) {
			this.#count(this.#case);
			this.#case = void 0;
		}
	}
	#count(done) {
		if (done.name === "" && done.className === "") return;
		this.#cases.sawCase(done.failed && !done.skipped);
		const problem = this.#dialect.problemOf?.(done);
		if (problem !== void 0 && this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
		if (done.skipped) this.#counts.skipped += 1;
		else if (done.failed) this.#countFailed(done);
		else this.#countPassed(done);
	}
	#countFailed(done) {
		if (this.#dialect.kind === "linter") {
			this.#report(done);
			return;
		}
		const id = identityOf(done);
		if (this.#failed.has(id)) return;
		this.#counts.executed += 1;
		this.#counts.failed += 1;
		if (this.#failed.size >= MOST_REMEMBERED) return;
		this.#failedKeys.add(this.#cases.keyOf(done));
		this.#failed.set(id, this.#failed.size < MOST_DETAILED ? detached(done) : void 0);
	}
	#countPassed(done) {
		if (done.flaky) this.#counts.flaky += 1;
		const key = this.#dialect.kind === "tests" ? this.#cases.keyOf(done) : 0;
		const retried = this.#failedKeys.has(key) && this.#failed.delete(identityOf(done));
		if (retried) {
			this.#counts.failed -= 1;
			this.#counts.flaky += 1;
		} else this.#counts.executed += 1;
		if (done.flaky || retried) this.#cases.addFlaky(done, this.#dialect);
		else if (this.#dialect.kind === "tests") this.#cases.addPassed(done, key, this.#dialect);
	}
	#report(failed) {
		const text = failed.text.trim();
		for (const finding of this.#dialect.findingsOf({
			...failed,
			text
		})) this.#tally.add(finding);
	}
};
function detached(one) {
	const { name, className, suite, file, message, text } = one;
	const fields = {
		className: copied(className),
		suite: copied(suite),
		file: copied(file)
	};
	return {
		...one,
		...fields,
		name: copied(name),
		message: copied(message),
		text: copied(text)
	};
}
/** Same file, class and name: the same case, tried again. */
function identityOf(one) {
	return [
		one.suite,
		one.file,
		one.className,
		one.name
	].join("\0");
}

// src/core/reports/linters.ts
/** `pyright --outputjson`; lines and columns count from 0. */
const pyrightSchema = object({
	generalDiagnostics: array(object({
		file: optionalText,
		severity: string(),
		message: string(),
		rule: optionalText,
		range: object({ start: object({
			line: number(),
			character: number()
		}) }).nullish()
	})),
	summary: object({
		filesAnalyzed: number(),
		errorCount: number()
	})
});
/** @see pyrightSchema */
const readPyright = (document, context) => {
	const tally = new Tally(context);
	for (const { severity, message, rule, file, range } of document.generalDiagnostics) tally.add({
		severity: severity === "error" ? "error" : severity === "warning" ? "warning" : "note",
		rule,
		message,
		path: file,
		line: range == null ? null : range.start.line + 1,
		column: range == null ? null : range.start.character + 1
	});
	return tally.toResult({ work: {
		amount: document.summary.filesAnalyzed,
		unit: "files"
	} });
};
/** `ruff check --output-format json`. */
const ruffSchema = array(object({
	code: optionalText,
	message: string(),
	filename: string(),
	location: object({
		row: number(),
		column: number()
	}).nullish()
}));
/** @see ruffSchema */
const readRuff = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	for (const { code, message, filename, location } of document) {
		if (code === "E902") problems.push(`${filename}: ${message}`);
		const at = {
			path: filename,
			line: location?.row,
			column: location?.column
		};
		tally.add({
			severity: "error",
			rule: code ?? "invalid-syntax",
			message,
			...at
		});
	}
	return tally.toResult({ problems });
};
/** `bandit -f json`. */
const banditSchema = object({
	errors: array(object({
		filename: optionalText,
		reason: optionalText
	})),
	metrics: object({ _totals: looseObject({ loc: number() }) }),
	results: array(object({
		filename: string(),
		line_number: optionalNumber,
		col_offset: optionalNumber,
		issue_severity: string(),
		issue_text: string(),
		test_id: string(),
		test_name: optionalText
	}))
});
/** @see banditSchema */
const readBandit = (document, context) => {
	const tally = new Tally(context);
	for (const found of document.results) {
		const severity = found.issue_severity === "HIGH" ? "error" : found.issue_severity === "LOW" ? "note" : "warning";
		const column = typeof found.col_offset === "number" ? found.col_offset + 1 : null;
		const at = {
			path: found.filename,
			line: found.line_number,
			column
		};
		tally.add({
			severity,
			rule: found.test_id,
			message: found.issue_text,
			...at
		});
	}
	const problems = document.errors.map((one) => `${one.filename ?? "a file"}: ${one.reason ?? "not read"}`);
	return tally.toResult({
		problems,
		work: {
			amount: document.metrics._totals.loc,
			unit: "lines"
		}
	});
};
/** `eslint -f json`. */
const eslintSchema = array(object({
	filePath: string(),
	messages: array(object({
		ruleId: optionalText,
		severity: number(),
		message: string(),
		line: optionalNumber,
		column: optionalNumber
	}))
}));
/** @see eslintSchema */
const readEslint = (document, context) => {
	const tally = new Tally(context);
	for (const { filePath, messages } of document) for (const { ruleId, severity, message, line, column } of messages) tally.add({
		severity: severity >= 2 ? "error" : "warning",
		rule: ruleId,
		message,
		path: filePath,
		line,
		column
	});
	return tally.toResult({ work: {
		amount: document.length,
		unit: "files"
	} });
};
/** `gitleaks --report-format json`. The secret itself is not read, even when it was not redacted. */
const gitleaksSchema = array(object({
	RuleID: string(),
	Description: optionalText,
	File: string(),
	StartLine: optionalNumber,
	StartColumn: optionalNumber
}));
/** @see gitleaksSchema */
const readGitleaks = (document, context) => {
	const tally = new Tally(context);
	for (const { RuleID: rule, Description, File: path, StartLine: line, StartColumn: column } of document) tally.add({
		severity: "error",
		rule,
		message: Description ?? "a secret",
		path,
		line,
		column
	});
	return tally.toResult();
};
/** `deptry --json-output`. */
const deptrySchema = array(object({
	error: object({
		code: string(),
		message: string()
	}),
	location: object({
		file: string(),
		line: optionalNumber,
		column: optionalNumber
	})
}));
/** @see deptrySchema */
const readDeptry = (document, context) => {
	const tally = new Tally(context);
	for (const { error, location } of document) {
		const { file: path, line, column } = location;
		tally.add({
			severity: "error",
			rule: error.code,
			message: error.message,
			path,
			line,
			column
		});
	}
	return tally.toResult();
};
/** `actionlint -format '{{json .}}'`; `null` stands for no findings in some versions. */
const actionlintSchema = array(object({
	message: string(),
	filepath: optionalText,
	line: optionalNumber,
	column: optionalNumber,
	kind: optionalText
})).nullable();
/** @see actionlintSchema */
const readActionlint = (document, context) => {
	const tally = new Tally(context);
	for (const { message, filepath, line, column, kind } of document ?? []) tally.add({
		severity: "error",
		rule: kind,
		message,
		path: filepath,
		line,
		column
	});
	return tally.toResult();
};
const gitlabPosition = object({
	line: optionalNumber,
	column: optionalNumber
}).nullish();
/** GitLab's code quality format, as `ty check --output-format gitlab` and others write it. */
const gitlabSchema = array(object({
	check_name: string(),
	description: string(),
	severity: string(),
	location: object({
		path: string(),
		lines: object({ begin: optionalNumber }).nullish(),
		positions: object({ begin: gitlabPosition }).nullish()
	})
}));
/** @see gitlabSchema */
const readGitlab = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	for (const { check_name: rule, description, severity, location } of document) {
		if (rule === "io" && location.path === "") problems.push(description);
		const level = severity === "info" ? "note" : severity === "minor" ? "warning" : "error";
		const line = location.positions?.begin?.line ?? location.lines?.begin;
		const column = location.positions?.begin?.column;
		const message = description.startsWith(`${rule}: `) ? description.slice(rule.length + 2) : description;
		tally.add({
			severity: level,
			rule,
			message,
			path: location.path,
			line,
			column
		});
	}
	return tally.toResult({ problems });
};

// src/core/reports/more-linters.ts
const zizmorPoint = object({
	row: number(),
	column: number()
});
/** `zizmor --format json`; rows and columns count from 0. */
const zizmorSchema = array(object({
	ident: string(),
	desc: string(),
	determinations: object({ severity: string() }).nullish(),
	locations: array(object({
		symbolic: object({
			key: object({ Local: looseObject({ verbatim_path: optionalText }).nullish() }).nullish(),
			kind: optionalText
		}),
		concrete: object({ location: object({ start_point: zizmorPoint }) }).nullish()
	}))
}));
/** @see zizmorSchema */
const readZizmor = (document, context) => {
	const tally = new Tally(context);
	for (const { ident, desc, determinations, locations } of document) {
		const level = determinations?.severity ?? "High";
		const primary = locations.find((one) => one.symbolic.kind === "Primary") ?? locations[0];
		const start = primary?.concrete?.location.start_point;
		tally.add({
			severity: level === "High" ? "error" : level === "Medium" ? "warning" : "note",
			rule: ident,
			message: desc,
			path: primary?.symbolic.key?.Local?.verbatim_path,
			line: start === void 0 ? null : start.row + 1,
			column: start === void 0 ? null : start.column + 1
		});
	}
	return tally.toResult();
};
const biomePoint = object({
	line: optionalNumber,
	column: optionalNumber
}).nullish();
/** `biome ci --reporter=json`. */
const biomeSchema = object({
	summary: object({
		errors: number(),
		warnings: number(),
		changed: optionalNumber,
		unchanged: optionalNumber,
		diagnosticsNotPrinted: optionalNumber
	}),
	diagnostics: array(object({
		severity: string(),
		message: unknown(),
		category: optionalText,
		location: object({
			path: unknown(),
			start: biomePoint
		}).nullish()
	}))
});
/** @see biomeSchema */
const readBiome = (document, context) => {
	const tally = new Tally(context);
	for (const { severity, message, category, location } of document.diagnostics) {
		const isError = severity === "error" || severity === "fatal";
		tally.add({
			severity: isError ? "error" : severity === "warning" ? "warning" : "note",
			rule: category,
			message: typeof message === "string" ? message : JSON.stringify(message),
			path: typeof location?.path === "string" ? location.path : null,
			line: location?.start?.line,
			column: location?.start?.column
		});
	}
	const { summary } = document;
	const reading = tally.toReading();
	const totals = {
		error: Math.max(summary.errors, reading.totals?.error ?? 0),
		warning: Math.max(summary.warnings, reading.totals?.warning ?? 0),
		note: reading.totals?.note ?? 0
	};
	const files = (summary.changed ?? 0) + (summary.unchanged ?? 0);
	const work = summary.unchanged == null ? null : {
		amount: files,
		unit: "files"
	};
	return {
		kind: "read",
		reading: {
			...reading,
			totals,
			work
		}
	};
};
const knipEntry = object({
	name: optionalText,
	line: optionalNumber,
	col: optionalNumber
});
/** `knip --reporter json`: one entry a file, one list a kind of issue. */
const knipSchema = object({ issues: array(looseObject({ file: string() })) });
/** @see knipSchema */
const readKnip = (document, context) => {
	const tally = new Tally(context);
	for (const issue of document.issues) for (const [kind, list] of Object.entries(issue)) {
		const entries = array(unknown()).safeParse(list);
		for (const entry of entries.data ?? []) {
			const { name, line, col } = knipEntry.catch({
				name: null,
				line: null,
				col: null
			}).parse(entry);
			const message = `${name ?? "it"} is unused or unresolved (${kind})`;
			tally.add({
				severity: "error",
				rule: kind,
				message,
				path: issue.file,
				line,
				column: col
			});
		}
	}
	return tally.toResult();
};
/** `detect-secrets scan`, and its hook with `--json`. */
const detectSecretsSchema = object({ results: record(string(), array(object({
	type: string(),
	line_number: optionalNumber
}))) });
/** @see detectSecretsSchema */
const readDetectSecrets = (document, context) => {
	const tally = new Tally(context);
	for (const [path, secrets] of Object.entries(document.results)) for (const { type, line_number: line } of secrets) tally.add({
		severity: "error",
		rule: type,
		message: `possible secret: ${type}`,
		path,
		line
	});
	return tally.toResult();
};
const mypyLine = object({
	file: string(),
	line: optionalNumber,
	column: optionalNumber,
	message: string(),
	code: optionalText,
	severity: string()
});
/** `mypy -O json`: one document a line, columns from 0; lines that are text (the closing one) are left out. */
var MypyReader = class {
	#tally;
	#lines = new LineCutter((line) => this.#line(line));
	#isBroken = false;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tally = new Tally(context);
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		return this.#isBroken ? {
			kind: "broken",
			reason: "a line of it is no whole JSON document"
		} : this.#tally.toResult();
	}
	#line(line) {
		if (!line.startsWith("{")) return;
		try {
			const found = mypyLine.parse(JSON.parse(line));
			const severity = found.severity === "error" ? "error" : "note";
			const column = typeof found.column === "number" ? found.column + 1 : null;
			const at = {
				path: found.file,
				line: found.line,
				column
			};
			this.#tally.add({
				severity,
				rule: found.code,
				message: found.message,
				...at
			});
		} catch {
			this.#isBroken = true;
		}
	}
};

// src/core/reports/sarif.ts
const level = _enum([
	"none",
	"note",
	"warning",
	"error"
]).nullish().catch(null);
const message = object({
	text: optionalText,
	markdown: optionalText
}).nullish();
const location = object({
	physicalLocation: object({
		artifactLocation: object({
			uri: optionalText,
			uriBaseId: optionalText,
			index: optionalNumber
		}).nullish(),
		region: object({
			startLine: optionalNumber,
			startColumn: optionalNumber
		}).nullish()
	}).nullish(),
	logicalLocations: array(object({
		name: optionalText,
		fullyQualifiedName: optionalText
	})).nullish()
});
const rule = object({
	id: optionalText,
	defaultConfiguration: object({ level }).nullish()
});
const result = object({
	ruleId: optionalText,
	ruleIndex: optionalNumber,
	rule: object({
		id: optionalText,
		index: optionalNumber
	}).nullish(),
	kind: optionalText,
	level,
	message,
	locations: array(location).nullish(),
	suppressions: array(object({ status: optionalText })).nullish(),
	baselineState: optionalText
});
const notification = object({
	level,
	message,
	locations: array(location).nullish()
});
const run = object({
	tool: object({ driver: object({
		name: string(),
		rules: array(rule).nullish()
	}) }),
	results: array(result).nullish(),
	artifacts: array(object({ location: object({ uri: optionalText }).nullish() })).nullish(),
	originalUriBaseIds: record(string(), object({ uri: optionalText })).nullish(),
	invocations: array(object({
		executionSuccessful: boolean().nullish(),
		toolConfigurationNotifications: array(notification).nullish(),
		toolExecutionNotifications: array(notification).nullish()
	})).nullish()
});
/** The part of SARIF 2.1.0 that is read (OASIS, sections 3.14, 3.20, 3.27). */
const sarifSchema = object({
	version: string().regex(/^2\.1\./, "is not SARIF 2.1"),
	runs: array(run)
});
const SEVERITY = {
	error: "error",
	warning: "warning",
	note: "note",
	none: "note"
};
/** Rules of ruff and ty that mean that a file could not be read; with ruff they come with exit code 1, as findings do. */
const UNREADABLE_RULES = /* @__PURE__ */ new Set(["E902", "io"]);
function ruleOf(entry, driver) {
	const index = entry.ruleIndex ?? entry.rule?.index;
	const byIndex = typeof index === "number" ? driver.rules?.[index] : void 0;
	const id = entry.ruleId ?? entry.rule?.id;
	return byIndex ?? (id === void 0 || id === null ? void 0 : driver.rules?.find((one) => one.id === id));
}
/** 3.27.10: the result's own level, else the rule's default, else `warning`; only for kind `fail`. */
function severityOf$1(entry, driver) {
	if (entry.kind !== void 0 && entry.kind !== null && entry.kind !== "fail") return "note";
	const own = entry.level ?? ruleOf(entry, driver)?.defaultConfiguration?.level ?? "warning";
	return SEVERITY[own] ?? "warning";
}
/** 3.14.14: relative URIs may be below a named base. */
function uriOf(place, within) {
	const artifact = place?.physicalLocation?.artifactLocation;
	if (artifact === void 0 || artifact === null) return null;
	const index = artifact.index ?? -1;
	const uri = artifact.uri ?? within.artifacts?.[index]?.location?.uri ?? null;
	const base = artifact.uriBaseId ?? "";
	const baseUri = within.originalUriBaseIds?.[base]?.uri ?? "";
	const isRelative = uri !== null && !/^([a-z][a-z0-9+.-]*:|\/)/i.test(uri);
	const joined = isRelative && baseUri !== "" ? `${baseUri.replace(/\/?$/, "/")}${uri}` : uri;
	return joined !== null && isRelative && !joined.startsWith("file:") ? decoded(joined) : joined;
}
/** A relative URI is percent-encoded too; some tools write it raw. */
function decoded(uri) {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
function isSuppressed(entry) {
	return (entry.suppressions ?? []).some((one) => one.status !== "underReview" && one.status !== "rejected") || entry.baselineState === "absent";
}
function notificationsOf(within) {
	return (within.invocations ?? []).flatMap((invocation) => {
		const errors = [...invocation.toolConfigurationNotifications ?? [], ...invocation.toolExecutionNotifications ?? []].filter((one) => one.level === "error").map((one) => [uriOf(one.locations?.[0], within), one.message?.text].filter((part) => part).join(": "));
		if (errors.length > 0 || invocation.executionSuccessful !== false) return errors;
		return [`${within.tool.driver.name} says that it did not run well`];
	});
}
/** One result as a finding. */
function findingOf(entry, within) {
	const place = entry.locations?.[0];
	const logical = place?.logicalLocations?.[0];
	const text = entry.message?.text ?? entry.message?.markdown ?? "no message";
	const owner = logical?.fullyQualifiedName ?? logical?.name;
	return {
		severity: severityOf$1(entry, within.tool.driver),
		rule: entry.ruleId ?? entry.rule?.id ?? ruleOf(entry, within.tool.driver)?.id ?? null,
		message: owner && !text.includes(owner) ? `${owner}: ${text}` : text,
		path: uriOf(place, within),
		line: place?.physicalLocation?.region?.startLine,
		column: place?.physicalLocation?.region?.startColumn
	};
}
/** What a result says of a file that could not be read; undefined for a finding alone. */
function unreadOf(entry, { rule, path }) {
	if (rule === null || rule === void 0 || !UNREADABLE_RULES.has(rule)) return void 0;
	return `${path ?? "a file"}: ${entry.message?.text ?? entry.message?.markdown ?? "no message"}`;
}
/** Results become findings; error notifications, unread files and unsuccessful invocations become problems. */
const readSarif = (document, context) => {
	const tally = new Tally(context);
	const problems = [];
	if (document.runs.length === 0) problems.push("the report holds no run");
	for (const within of document.runs) {
		problems.push(...notificationsOf(within));
		for (const entry of (within.results ?? []).filter((one) => !isSuppressed(one))) {
			const found = findingOf(entry, within);
			const unread = unreadOf(entry, found);
			if (unread !== void 0) problems.push(unread);
			tally.add(found);
		}
	}
	const producer = document.runs[0]?.tool.driver.name.toLowerCase() ?? null;
	return tally.toResult({
		producer,
		problems
	});
};

// src/core/reports/text.ts
/** Lines longer than this are no finding. */
const LONGEST_LINE = 4096;
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
/** In the manner of problem matchers (actions/toolkit docs/problem-matchers.md): the first that fits wins. */
const PATTERNS = [
	{
		expression: /^(?<file>[^\s(][^(]*)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning|info)\s+(?<rule>[\w-]+): (?<message>.*)$/,
		severity: "error"
	},
	{
		expression: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? (?<severity>fatal error|error|warning|note|info): (?<message>.*?)(?: {1,4}\[(?<rule>[\w-]+)\])?$/i,
		severity: "error"
	},
	{
		expression: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?<column>\d+): (?<rule>[A-Z]+\d+)\s+(?<message>.*)$/,
		severity: "error"
	},
	{
		expression: /^\[warn\] (?<file>[\w@./ -]+\.\w+)$/,
		severity: "error"
	},
	{
		expression: /^\[error\] (?<file>[\w@./ -]+\.\w+): (?<message>\w*Error: .*?)(?: \((?<line>\d+):(?<column>\d+)\))?$/,
		severity: "error"
	}
];
/** ruff, ty and rustc write the place on a line of its own below the message. */
const HEADLINE = /^(?<severity>error|warning|info)(?:\[(?<rule>[\w-]+)\])?: (?<message>.+)$/;
const ARROW = /^\s*--> (?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/;
function severityOf(word, fallback) {
	const lower = word?.toLowerCase();
	if (lower === void 0) return fallback;
	if (lower.endsWith("error")) return "error";
	return lower === "warning" ? "warning" : "note";
}
/** Findings in the text that people read, line by line. It proves nothing by itself: no line found is not a clean run. */
var TextReader = class {
	#tally;
	#lines = new LineCutter((line) => this.#line(line));
	#headline;
	/** @param context where the tool ran */
	constructor(context) {
		this.#tally = new Tally(context);
	}
	push(text) {
		this.#lines.push(text);
	}
	end() {
		this.#lines.end();
		return this.#tally.toResult();
	}
	#line(raw) {
		if (raw.length > LONGEST_LINE) return;
		const line = raw.replace(COLOURS, "").trimEnd();
		const arrow = ARROW.exec(line)?.groups;
		if (arrow !== void 0 && this.#headline !== void 0) {
			this.#add({
				...this.#headline,
				...arrow
			}, "error");
			this.#headline = void 0;
			return;
		}
		const headline = HEADLINE.exec(line)?.groups;
		if (headline !== void 0) {
			this.#headline = headline;
			return;
		}
		for (const { expression, severity } of PATTERNS) {
			const groups = expression.exec(line)?.groups;
			if (groups === void 0) continue;
			this.#add(groups, severity);
			return;
		}
	}
	#add(groups, fallback) {
		this.#tally.add({
			severity: severityOf(groups["severity"], fallback),
			rule: groups["rule"],
			message: groups["message"] ?? "not formatted",
			path: groups["file"],
			line: Number(groups["line"]),
			column: Number(groups["column"])
		});
	}
};

// src/core/reports/index.ts
/** Formats whose clean report may have 0 bytes: one line a finding, and no finding. */
const MAY_BE_EMPTY = /* @__PURE__ */ new Set(["text", "mypy-json"]);
/**
* @param format what the report is
* @param context where the tool ran
* @returns a reader for one report
*/
function makeReader(format, context) {
	switch (format) {
		case "junit": return new JunitReader(context);
		case "sarif": return new JsonReader(sarifSchema, readSarif, context);
		case "mypy-json": return new MypyReader(context);
		case "pyright-json": return new JsonReader(pyrightSchema, readPyright, context);
		case "ruff-json": return new JsonReader(ruffSchema, readRuff, context);
		case "bandit-json": return new JsonReader(banditSchema, readBandit, context);
		case "eslint-json": return new JsonReader(eslintSchema, readEslint, context);
		case "gitleaks-json": return new JsonReader(gitleaksSchema, readGitleaks, context);
		case "deptry-json": return new JsonReader(deptrySchema, readDeptry, context);
		case "actionlint-json": return new JsonReader(actionlintSchema, readActionlint, context);
		case "gitlab-json": return new JsonReader(gitlabSchema, readGitlab, context);
		case "zizmor-json": return new JsonReader(zizmorSchema, readZizmor, context);
		case "biome-json": return new JsonReader(biomeSchema, readBiome, context);
		case "knip-json": return new JsonReader(knipSchema, readKnip, context);
		case "detect-secrets-json": return new JsonReader(detectSecretsSchema, readDetectSecrets, context);
		case "pip-audit-json": return new JsonReader(pipAuditSchema, readPipAudit, context);
		case "uv-audit-json": return new JsonReader(uvAuditSchema, readUvAudit, context);
		case "npm-audit-json": return new JsonReader(npmAuditSchema, readNpmAudit, context);
		case "coverage-json": return new JsonReader(coverageSchema, readCoverage, context);
		case "istanbul-json": return new JsonReader(istanbulSchema, readIstanbul, context);
		case "cobertura": return new CoberturaReader(context);
		case "lcov": return new LcovReader(context);
		case "gates-json": return new JsonReader(gatesJsonSchema, readGatesJson, context);
		case "text": return new TextReader(context);
		default: return unreachable(format);
	}
}

// src/actions/gates/read-report.ts
/**
* Reads a report as a stream.
*
* @param files where it lies
* @param report its absolute path and its format
* @param context where the tool ran
* @returns what it says; that it is missing or cannot be read is a result
*/
async function readReport(files, report, context) {
	const size = await files.size(report.path).catch(() => void 0);
	if (size === void 0) return { kind: "missing" };
	if (size === 0 && !MAY_BE_EMPTY.has(report.format)) return { kind: "empty" };
	const reader = makeReader(report.format, context);
	try {
		for await (const piece of files.streamText(report.path)) reader.push(piece);
	} catch {
		return {
			kind: "broken",
			reason: "it is no file that can be read"
		};
	}
	return reader.end();
}

export { readReport };