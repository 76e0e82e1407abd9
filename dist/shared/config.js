import { o as __toESM } from "./rolldown-runtime.js";
import { S as nearestName, s as valueAt } from "./begin.js";
import { _ as union, a as boolean, c as literal, f as record, m as string, n as _enum, p as strictObject, r as array, u as number, x as NEVER } from "./schemas.js";
import { Tt as require_picomatch, _t as SEVERITIES, it as REPORT_FORMATS, vt as TRANSIENT_CLASSES, yt as WHEN_EVENTS } from "./first-gate.js";
import { s as parseDuration } from "./fields.js";
import { r as require_dist, t as parseYaml } from "./yaml-documents.js";

// src/core/config/fields.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Longest time that a gate or the whole may be given: a self-hosted job ends after five days (docs.github.com, "Usage limits"). */
const MAX_DURATION_MS = 432e6;
const DURATION_PATTERN = /^(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/;
const RELATIVE_PATTERN = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\0]+$/;
/** @returns options that make every fault of a value read the same */
function says(expectation) {
	return { error: () => expectation };
}
/** A length of time, read into ms. */
function duration(description, examples) {
	const expectation = "is not a duration; write 90s, 10m or 1h";
	return string(says(expectation)).min(1, says(expectation)).regex(DURATION_PATTERN, says(expectation)).transform((value, context) => {
		const ms = parseDuration(value) ?? 0;
		if (ms > 0 && ms <= MAX_DURATION_MS) return ms;
		context.addIssue({
			code: "custom",
			message: "is out of range; write a duration from 1s to 120h"
		});
		return NEVER;
	}).meta({
		description,
		examples: [...examples]
	});
}
/** A path that stays inside the repository. */
function relativePath(description, examples) {
	const expectation = "is not a path inside the repository; write it relative, without `..`";
	return string(says(expectation)).max(1e3, says(expectation)).regex(RELATIVE_PATTERN, says(expectation)).meta({
		description,
		examples: [...examples]
	});
}
/**
* Text that is not blank.
*
* @param expectation what a message says of anything else
*/
function line(description, examples, expectation) {
	return string(says(expectation)).regex(/\S/, says(expectation)).meta({
		description,
		examples: [...examples]
	});
}
/** True or false. */
function flag(description) {
	return boolean(says("is not true or false")).meta({
		description,
		examples: [true, false]
	});
}

// src/core/config/gate-rules-schema.ts
/** Most patterns of one list; each is matched against each file. */
const MAX_PATTERNS = 200;
/** Longest pattern in characters. */
const MAX_PATTERN = 300;
/** Gates that one entry may become: GitHub's own limit of a matrix (docs.github.com, "Actions limits"). */
const MAX_MATRIX = 256;
/** Longest text that is looked for in an output. */
const MAX_OUTPUT_TEXT = 200;
function isGlob(text) {
	try {
		import_picomatch.default.makeRe(text.replace(/^!/, ""));
		return true;
	} catch {
		return false;
	}
}
/** A list of globs relative to the repository's root. */
function globs(description, example) {
	const expectation = "is not a pattern of files; write it relative, such as \"src/**\" or \"!docs/**\"";
	return array(string(says(expectation)).max(MAX_PATTERN, says(expectation)).regex(/^!?(?![/!])(?!(?:.*\/)?\.\.(?:\/|$))[^\0]+$/, says(expectation)).refine(isGlob, says(expectation)), says(`is not a list of patterns; write \`[${example.map((one) => JSON.stringify(one)).join(", ")}]\``)).min(1, says("is empty; write a pattern or leave the key out")).max(MAX_PATTERNS, says(`has more than ${MAX_PATTERNS} patterns; write them shorter with \`**\``)).refine((list) => list.length === 0 || !list.every((one) => one.startsWith("!")), says("only takes out; write \"**\" first")).meta({
		description,
		examples: [[...example]]
	});
}
const branchGlobs = array(string(says("is not a branch; write a name or a pattern such as `release/*`")).min(1, says("is not a branch; write a name or a pattern such as `release/*`")).max(MAX_PATTERN, says("is not a branch; it is too long")), says("is not a list of branches; write `[main]`")).min(1, says("is empty; write a branch or leave the key out")).meta({
	description: "Globs of branches; for a pull request and a merge queue the branch that is merged into. Holds where there is no branch, such as on a tag.",
	examples: [["main", "release/*"]]
});
/** `when` of a gate. */
const when = strictObject({
	paths: globs("Globs of files of which one must have changed; `!` takes out again. Where it is not known what changed, the gate runs.", ["src/**", "!src/docs/**"]).optional(),
	events: array(_enum(WHEN_EVENTS, says(`is not an event; write one of ${WHEN_EVENTS.join(", ")}`)), says("is not a list of events; write `[pull_request, push]`")).min(1, says("is empty; write an event or leave the key out")).optional().meta({
		description: "Events; `local` is a run without GitHub, `release` a tag or a published release.",
		examples: [["pull_request", "release"]]
	}),
	branches: branchGlobs.optional()
}, says("is not a condition; write `{ paths: [src/**], events: [pull_request], branches: [main] }`")).refine((value) => Object.keys(value).length > 0, says("says nothing; write paths, events or branches in it")).meta({
	description: "When the gate runs; every part that is written must hold. Default: always.",
	examples: [{ paths: ["src/**"] }]
});
const RETRY_REASON = `is no reason to try again; write one of ${TRANSIENT_CLASSES.join(", ")}, an exit code, or \`{ output: "some text" }\``;
const RETRY_COUNT = "is not a number of further attempts; write 1, 2 or 3";
const retryReason = union([
	_enum(TRANSIENT_CLASSES, says(RETRY_REASON)),
	number(says(RETRY_REASON)).int(says(RETRY_REASON)).min(1, says(RETRY_REASON)).max(255, says(RETRY_REASON)),
	strictObject({ output: string(says("is not text; write what must stand in the output")).min(3, says("is too short to mean anything; write at least 3 characters")).max(MAX_OUTPUT_TEXT, says(`is longer than ${MAX_OUTPUT_TEXT} characters; write a part of it`)).meta({
		description: "Plain text that must stand in the output.",
		examples: ["Connection reset by peer"]
	}) }, says(RETRY_REASON))
], says(RETRY_REASON));
function toRetries(max, on) {
	const outputs = on.flatMap((one) => typeof one === "object" ? [one.output] : []);
	return {
		max,
		classes: on.filter((one) => typeof one === "string"),
		exitCodes: on.filter((one) => typeof one === "number"),
		outputs
	};
}
const retryCount = number(says(RETRY_COUNT)).int(says(RETRY_COUNT)).min(1, says(RETRY_COUNT)).max(3, says(RETRY_COUNT));
/** `retries` of a gate. */
const retries = union([retryCount.transform((max) => toRetries(max, ["network", "rate-limit"])), strictObject({
	max: retryCount.optional().meta({
		description: "Further attempts, 1 to 3. Default: 1.",
		examples: [2]
	}),
	on: array(retryReason, says("is not a list of reasons; write `[network, timeout]`")).min(1, says("is empty; write a reason or leave the key out")).max(20, says("has more than 20 reasons")).optional().meta({
		description: `Reasons: ${TRANSIENT_CLASSES.map((one) => `\`${one}\``).join(", ")}, an exit code, or \`{ output: text }\`. Default: network and rate-limit.`,
		examples: [[
			"network",
			75,
			{ output: "Connection reset by peer" }
		]]
	})
}, says("is not known; write 1, 2, 3, or `{ max: 2, on: [network, timeout] }`")).transform(({ max, on }) => toRetries(max ?? 1, on ?? ["network", "rate-limit"]))], says("is not known; write 1, 2, 3, or `{ max: 2, on: [network, timeout] }`")).meta({
	description: "How often, and for which reasons, the gate is tried again. A pass after that is `flaky-passed`. Default: never.",
	examples: [{
		max: 2,
		on: ["network", "timeout"]
	}]
});
const wholeNumber = (description, least) => {
	const expectation = `is not a number; write a whole one from ${least} up`;
	return number(says(expectation)).int(says(expectation)).min(least, says(expectation)).max(1e7, says(expectation)).optional().meta({
		description,
		examples: [least]
	});
};
const PERCENT = "is not a percentage; write a number from 0 to 100";
/** `threshold` of a gate. */
const threshold = strictObject({
	findings: wholeNumber("Findings that are let through at most. Default, when `severity` is written: 0.", 0),
	severity: _enum(SEVERITIES, says("is not a severity; write error, warning or note")).optional().meta({
		description: "The least severity that counts. Default: note, so every finding.",
		examples: ["warning"]
	}),
	coverage: number(says(PERCENT)).min(0, says(PERCENT)).max(100, says(PERCENT)).optional().meta({
		description: "Least coverage of lines in percent.",
		examples: [90]
	}),
	tests: wholeNumber("Least number of tests that must have run.", 1)
}, says("is not a threshold; write `{ findings: 10 }`, `{ coverage: 90 }` or `{ tests: 100 }`")).refine((value) => Object.keys(value).length > 0, says("says nothing; write findings, severity, coverage or tests")).meta({
	description: "What the report is held to beside the exit code. Default: nothing.",
	examples: [{ coverage: 90 }]
});
const DAY = "is not a day; write it as 2026-12-31";
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
/** `waiver` of a gate. */
/** A day of the calendar. */
const waiverDay = string(says(DAY)).regex(DAY_PATTERN, says(DAY)).refine((text) => !DAY_PATTERN.test(text) || (/* @__PURE__ */ new Date(`${text}T00:00:00Z`)).toJSON()?.startsWith(text) === true, says("is not a day of the calendar"));
const waiver = strictObject({
	owner: line("Who sees to it.", ["@team/payments"], "is not text; write who sees to it"),
	reason: line("Why it may be so for now.", ["the new API lands in May"], "is not text; write why it may be so"),
	expires: waiverDay.meta({
		description: "Last day on which it holds (UTC), at most 90 days ahead.",
		examples: ["2026-12-31"]
	}),
	issue: line("Where the work is tracked.", ["#123"], "is not text").optional()
}, says("is not a waiver; write `{ owner: \"@me\", reason: why, expires: 2026-12-31 }`")).meta({
	description: "Until a day, a gate that fails, runs out of time or cannot judge does not block. Default: none.",
	examples: [{
		owner: "@team/payments",
		reason: "the new API lands in May",
		expires: "2026-12-31"
	}]
});
const TOOLCHAIN = "is not a version; write one such as \"22\", \"21\" or \"1.25.x\", in quotes";
/** A version of a toolchain; what it may be is for each language to say. */
const version = (example) => union([string(), number().int()], says(TOOLCHAIN)).transform(String).refine((text) => /^(?!.*\.\.)[\w.*^~<>=|+\-/ ${}]{1,80}$/.test(text), says(TOOLCHAIN)).optional().meta({
	description: "Its version, as its own set-up action takes it.",
	examples: [example]
});
/** `toolchain` of a gate. */
const toolchain = strictObject({
	node: version("22"),
	java: version("21"),
	go: version("1.25"),
	rust: version("1.90")
}, says("is not a map of versions; write `{ node: \"22\" }`, with node, java, go or rust")).refine((value) => Object.keys(value).length > 0, says("says nothing; write node, java, go or rust")).meta({
	description: "Versions of Node, Java, Go and Rust that the gate runs on, taken from what the machine has. Default: what its job, `.nvmrc` and the like say.",
	examples: [{ node: "22" }]
});
const MATRIX_VALUE = "is not a value; write one line of text";
/** `matrix` of a gate. */
const matrix = record(string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/, says("is not a name; write letters, digits, `_` and `-`")), array(union([
	string(),
	number(),
	boolean()
], says(MATRIX_VALUE)).transform(String).refine((text) => /^[^\p{Cc}]{1,100}$/u.test(text), says(MATRIX_VALUE)), says("is not a list of values; write `[\"3.12\", \"3.13\"]`")).min(1, says("is empty; write a value")).refine((values) => new Set(values).size === values.length, says("has a value twice")).meta({
	description: "Its values.",
	examples: [["3.12", "3.13"]]
}), says("is not a matrix; write `{ python: [\"3.12\", \"3.13\"] }`")).refine((value) => Object.keys(value).length > 0, says("says nothing; write a name and its values")).refine((value) => Object.values(value).reduce((product, values) => product * values.length, 1) <= MAX_MATRIX, says("makes more than 256 gates")).meta({
	description: "Makes a gate for each combination of values, which `${matrix.NAME}` stands for in `run`, `cwd`, `env`, `toolchain` and `report`. `python` also chooses the interpreter.",
	examples: [{ python: ["3.12", "3.13"] }]
});

// src/core/config/size.ts
/** `512MiB`, `2GiB`, `1.5 GB`. */
const SIZE_PATTERN = /^\d{1,7}(?:\.\d{1,3})? ?(?:B|[KMGT]i?B)$/;
const POWERS = [
	"B",
	"K",
	"M",
	"G",
	"T"
];
/**
* @param text a size with its unit; `KiB` counts in 1024, `KB` in 1000 (IEC 80000-13)
* @returns bytes, or undefined when it is no size
*/
function parseSize(text) {
	if (!SIZE_PATTERN.test(text)) return void 0;
	const unit = text.replace(/^[\d. ]+/, "");
	const base = unit.includes("i") ? 1024 : 1e3;
	return Math.round(Number.parseFloat(text) * base ** POWERS.indexOf(unit[0] ?? "B"));
}

// src/core/config/gate-schema.ts
/** Parts of a gate's id: letters, digits and `. _ -`; `@` and `/` for further roots. */
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9._-][A-Za-z0-9._/-]*)?$/;
const ENV_NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Variables that belong to the runner or to Turnpike; a gate cannot be given them. */
const RESERVED_ENV_PATTERN = /^(?:ACTIONS_|GITHUB_|RUNNER_|INPUT_|TURNPIKE_)/;
/** Id of a gate. */
const gateId = string(says("is not a gate's id")).max(200, says("is too long for a gate's id; 200 characters are the most")).regex(ID_PATTERN, says("is not a gate's id; write letters, digits, `.`, `_` and `-`, such as `tests` or `tests@src/git`")).meta({
	description: "Id of a gate.",
	examples: [
		"tests",
		"lint",
		"types-mypy",
		"tests@src/git"
	]
});
const command = union([line("A command line for `bash -eo pipefail`.", ["uv run ruff check src"], "is not a command"), array(string(says("is not text; each word of a command is one")), says("is not a list of words")).min(1, says("is empty; write the program first")).refine((words) => words[0] !== "", says("has no program; write it first")).meta({
	description: "A program and its arguments; no shell is involved.",
	examples: [["npm", "test"]]
})], says("is not a command; write a line for the shell, or a program and its arguments in brackets")).meta({
	description: "The command. A text goes through `bash -eo pipefail`, a list is started as it is. With `run` the entry replaces a detected gate of that id whole.",
	examples: ["uv run ruff check src", [
		"uv",
		"run",
		"python",
		"-m",
		"checks.contract"
	]]
});
const report = strictObject({
	format: _enum(REPORT_FORMATS, says(`is not a report format; write one of ${REPORT_FORMATS.join(", ")}`)).meta({
		description: "What the report is.",
		examples: ["junit", "sarif"]
	}),
	path: relativePath("Where the command writes it, relative to the gate's folder.", ["out/contract.xml"])
}, says("is not a report; write `{ format: junit, path: out/report.xml }`")).meta({
	description: "One report.",
	examples: [{
		format: "junit",
		path: "out/report.xml"
	}]
});
const resources = strictObject({
	cpu: number(says("is not a number of cores; write 1, 2 or 0.5")).positive(says("is not a number of cores; write 1, 2 or 0.5")).max(256, says("is not a number of cores; 256 are the most")).optional().meta({
		description: "Cores that the gate keeps busy. Default: 1.",
		examples: [1, 2]
	}),
	memory: string(says("is not a size; write 512MiB or 2GiB")).regex(SIZE_PATTERN, says("is not a size; write 512MiB or 2GiB")).transform((value) => parseSize(value) ?? 0).optional().meta({
		description: "Memory that the gate needs. Default: unknown.",
		examples: ["512MiB", "2GiB"]
	}),
	locks: array(string(says("is not the name of a lock")).regex(/^[A-Za-z0-9._-]{1,64}$/, says("is not the name of a lock; write letters, digits, `.`, `_` and `-`")), says("is not a list of names; write `[database]`")).optional().meta({
		description: "Names; two gates that share one never run at once.",
		examples: [["database"]]
	})
}, says("is not a map; write `{ cpu: 2, memory: 1GiB, locks: [database] }`")).meta({
	description: "What the gate needs of the machine.",
	examples: [{
		cpu: 2,
		memory: "1GiB",
		locks: ["database"]
	}]
});
const environment = record(string().regex(ENV_NAME_PATTERN, says("is not the name of a variable")), union([
	string(),
	number(),
	boolean()
], says("is not text; write the value in quotes")).transform(String).meta({ description: "Its value." }), says("is not a map of variables; write `{ NAME: value }`")).meta({
	description: "Variables that the gate gets beside its surroundings.",
	examples: [{ DATABASE_URL: "sqlite://" }]
});
/** The keys of one gate. */
const gateShape = {
	run: command.optional(),
	cwd: relativePath("The folder that the command runs in. Default: the repository's root.", ["src/git"]).optional(),
	env: environment.optional(),
	toolchain: toolchain.optional(),
	needs: array(gateId, says("is not a list of gates; write names in brackets, such as `[lint]`")).optional().meta({
		description: "Gates that must pass before this one starts.",
		examples: [["lint"]]
	}),
	tier: _enum([
		"fast",
		"normal",
		"slow"
	], says("is not a tier; write fast, normal or slow")).optional().meta({
		description: "How early the gate starts; it stops nothing. Default: normal.",
		examples: ["slow"]
	}),
	required: flag("Whether the gate can block. Default: true when it is declared.").optional(),
	timeout: duration("How long the gate may take. Default: 30m.", [
		"90s",
		"10m",
		"1h"
	]).optional(),
	resources: resources.optional(),
	report: union([report, array(report, says("is not a list of reports")).min(1, says("is empty; write a report or leave the key out"))], says("is not a report; write `{ format: junit, path: out/report.xml }`")).optional().meta({
		description: "The report that the command writes, or a list. Default: what is known of a detected gate.",
		examples: [{
			format: "junit",
			path: "out/report.xml"
		}]
	}),
	inconclusive: _enum(["fail", "warn"], says("is not known; write fail or warn")).optional().meta({
		description: "What a gate that ran but could not judge does to the verdict outside releases. Default: fail; for `audit` warn.",
		examples: ["warn"]
	}),
	when: when.optional(),
	retries: retries.optional(),
	threshold: threshold.optional(),
	matrix: matrix.optional(),
	inputs: globs("Globs of the files that the gate depends on. Default: all files that git does not ignore.", ["src/**", "tests/**"]).optional(),
	cache: flag("Whether a pass may be taken from the result cache. Default: true, but false for audits and other gates that ask a service.").optional(),
	waiver: waiver.optional(),
	owner: line("Who answers for the gate; shown by `turnpike plan`.", ["@team/payments"], "is not text").optional(),
	docs: line("Where to read about the gate; shown by `turnpike plan`.", ["docs/contract-tests.md"], "is not text").optional()
};
/** The settings of one gate. */
const gateSettings = strictObject(gateShape, says("is not a gate; write a map such as `{ run: make test }`, or `off`")).meta({
	description: "With `run`: the whole gate, in place of a detected one of that id. Without: changes to the detected or suggested gate, key by key.",
	examples: [{
		run: "make contract",
		timeout: "10m",
		needs: ["lint"]
	}, { timeout: "20m" }]
});
/** What may stand below `gates:` under an id. */
const gateEntry = union([
	_enum(["off"]),
	literal(false),
	gateSettings
], says("is not a gate; write a map such as `{ run: make test }`, or `off`")).meta({
	description: "One gate, or `off` (or false) to switch a detected one off.",
	examples: [{ run: "make test" }, "off"]
});
/** @returns true for a variable that gates cannot be given */
function isReservedVariable(name) {
	return RESERVED_ENV_PATTERN.test(name);
}

// src/core/config/schema.ts
const budgetMap = strictObject({
	total: duration("Wall time of all gates together.", ["20m"]),
	enforce: flag("Whether going over it fails the run with exit code 4. Default: false.").optional()
}, says("is not a budget; write 20m, or `{ total: 20m, enforce: true }`")).meta({
	description: "The budget, and whether it is enforced.",
	examples: [{
		total: "20m",
		enforce: true
	}]
});
const presetList = array(_enum(["python", "node"], says("is not a preset; write python or node")), says("is not a list of presets")).meta({
	description: "Only these kinds of projects are looked for.",
	examples: [["python"]]
});
/** The keys of the whole file. */
const fileShape = {
	presets: union([_enum(["auto", "none"]), presetList], says("is not known; write auto, none, or a list such as [python, node]")).optional().meta({
		description: "Which projects gates are detected for. Default: auto.",
		examples: [
			"auto",
			"none",
			["python", "node"]
		]
	}),
	budget: union([duration("Wall time of all gates together.", ["20m"]), budgetMap], says("is not a budget; write 20m, or `{ total: 20m, enforce: true }`")).optional().meta({
		description: "Wall time that all gates together may take. Default: 20m, not enforced.",
		examples: ["20m", {
			total: "20m",
			enforce: true
		}]
	}),
	build: line("The command that builds what a release publishes. Default: `uv build` or `npm pack` where the project can.", ["uv build"], "is not a command; write one line for the shell").optional(),
	gates: record(gateId, gateEntry, says("is not a map of gates; write `lint: { run: … }` below it")).optional().meta({
		description: "Gates by id.",
		examples: [{
			lint: { run: "uv run ruff check src" },
			audit: "off"
		}]
	})
};
/** turnpike.yml, whole. The single source of its types, messages, tables and JSON Schema. */
const fileSchema = strictObject(fileShape, says("is not a map; write keys such as `gates:` at the start of a line"));

// src/core/config/cycles.ts
/**
* Circles in `needs`.
*
* @param needs ids by id; an id that is no key needs nothing
* @returns each circle once, as the ids along it, beginning and ending with the same one
*/
function findCycles(needs) {
	const cycles = [];
	const done = /* @__PURE__ */ new Set();
	for (const start of needs.keys()) {
		const path = [];
		const onPath = /* @__PURE__ */ new Set();
		const stack = [];
		const enter = (id) => {
			path.push(id);
			onPath.add(id);
			stack.push({
				id,
				rest: [...needs.get(id) ?? []]
			});
		};
		if (!done.has(start)) enter(start);
		for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
			const next = top.rest.shift();
			if (next === void 0) {
				done.add(top.id);
				onPath.delete(top.id);
				path.pop();
				stack.pop();
			} else if (onPath.has(next)) cycles.push([...path.slice(path.indexOf(next)), next]);
			else if (!done.has(next)) enter(next);
		}
	}
	return cycles;
}

// src/core/config/known-keys.ts
/** Keys of the format that are planned, and that must not be taken for built. */
const LATER_FILE_KEYS = [
	"setup",
	"sbom",
	"sign",
	"verify",
	"events"
];
/** Keys of the maps inside. */
const INNER_KEYS = {
	budget: ["total", "enforce"],
	resources: [
		"cpu",
		"memory",
		"locks"
	],
	when: [
		"paths",
		"events",
		"branches"
	],
	retries: ["max", "on"],
	threshold: [
		"findings",
		"severity",
		"coverage",
		"tests"
	],
	waiver: [
		"owner",
		"reason",
		"expires",
		"issue"
	]
};
/** Keys of turnpike.yml. */
const keysAt = (path) => {
	const last = path.at(-1);
	if (path.length === 0) return {
		known: Object.keys(fileShape),
		later: LATER_FILE_KEYS
	};
	if (path[0] === "gates" && path.length === 2) return { known: Object.keys(gateShape) };
	return { known: (typeof last === "string" && Object.hasOwn(INNER_KEYS, last) ? INNER_KEYS[last] : void 0) ?? (path.includes("retries") ? ["output"] : ["format", "path"]) };
};

// src/core/config/matrix-names.ts
/** A place where a value of the matrix is put in. */
const PLACEHOLDER = /\$\{matrix\.([^}]*)\}/g;
function textsOf(value, path) {
	if (typeof value === "string") return [{
		path,
		text: value
	}];
	if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, [...path, index]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]));
}
/**
* @param gate an entry of turnpike.yml as it was read
* @returns placeholders that no key of its matrix fills, and keys that nothing asks for; `python` chooses the interpreter by itself
*/
function matrixFaults(gate) {
	const matrix = gate["matrix"];
	const known = typeof matrix === "object" && matrix !== null ? Object.keys(matrix) : [];
	const used = [
		"run",
		"cwd",
		"env",
		"toolchain",
		"report"
	].flatMap((key) => textsOf(gate[key], [key])).flatMap(({ path, text }) => [...text.matchAll(PLACEHOLDER)].map((match) => ({
		path,
		name: match[1] ?? ""
	})));
	const strangers = used.filter(({ name }) => !known.includes(name)).map(({ path, name }) => ({
		path,
		message: `names \${matrix.${name.slice(0, 40)}}, which the gate's \`matrix\` does not have`
	}));
	const idle = known.filter((name) => name !== "python" && !used.some((one) => one.name === name)).map((name) => ({
		path: ["matrix", name],
		message: `is asked for nowhere; write \${matrix.${name}} in run, cwd, env, toolchain or report`
	}));
	return [...strangers, ...idle];
}

// src/core/config/problems.ts
/** Longest value that a message repeats. */
const SHOWN_LENGTH = 60;
function shown(value) {
	if (typeof value === "object") return Array.isArray(value) ? "a list" : "a map";
	const text = typeof value === "string" ? JSON.stringify(value) : String(value);
	return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
/** @returns a path as people write it: `gates.lint.report[0].path` */
function pathText(path) {
	const text = path.map((part) => typeof part === "number" ? `[${part}]` : `.${part}`).join("");
	return (text.startsWith(".") ? text.slice(1) : text).replaceAll(/\p{Cc}/gu, "?").slice(0, 200);
}
function unknownKey(path, key, keysAt) {
	const where = pathText([...path, key]);
	const { known, later = [] } = keysAt(path);
	if (later.includes(key)) return `${where} comes later and is not built yet; take it out`;
	const nearest = nearestName(key, known);
	return nearest === void 0 ? `${where} is not a key I know; known here are ${known.join(", ")}` : `${where} is not a key I know; did you mean \`${nearest}\`?`;
}
/** Of a union the branch that the value was meant for: the one whose own type fits, so that its inner faults are told. */
function meantBranch(issue) {
	return issue.errors.find((errors) => errors.length > 0 && !errors.some(isOwnType));
}
/** True for a fault of the branch's own type, which says that the value was meant for another branch. */
function isOwnType(issue) {
	return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}
function flatten(issue, base) {
	const path = [...base, ...issue.path];
	if (issue.code === "invalid_union") {
		const branch = meantBranch(issue);
		if (branch !== void 0) return branch.flatMap((inner) => flatten(inner, path));
	}
	if (issue.code === "invalid_key") return issue.issues.slice(0, 1).map((inner) => ({
		...issue,
		message: inner.message,
		path
	}));
	return [{
		...issue,
		path
	}];
}
function partsOf(path) {
	return path.map((part) => typeof part === "symbol" ? String(part) : part);
}
function valueMessage(path, value, fault) {
	const name = path.length === 0 ? "the file" : pathText(path);
	if (value === void 0) return `${name} is missing: ${fault.replace(/^is not [^;]*; |^must be /, "")}`;
	if (value === null) return `${name} is empty; ${fault.replace(/^[^;]*; /, "")}`;
	return typeof value === "object" ? `${name} ${fault}` : `${name} ${shown(value)} ${fault}`;
}
/**
* @param issues what the schema found
* @param tree the file
* @param file its name
* @param keysAt the format's keys
* @returns one problem a fault, with place, value and what would be right
*/
function toProblems({ issues: all }, tree, file, keysAt) {
	const found = all.flatMap((issue) => flatten(issue, []));
	const strange = new Set(found.flatMap((one) => one.code === "unrecognized_keys" ? [one.path.join("\0")] : []));
	return found.filter((one) => one.code !== "custom" || !strange.has(one.path.join("\0"))).flatMap((issue) => {
		const path = partsOf(issue.path);
		if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
			where: file,
			...tree.placeOf([...path, key], "key"),
			message: unknownKey(path, key, keysAt)
		}));
		const isKey = issue.code === "invalid_key";
		const place = tree.placeOf(path, isKey ? "key" : "value");
		const message = isKey ? `${pathText(path)} ${issue.message}` : valueMessage(path, valueAt(tree.value, ...path), issue.message);
		return [{
			where: file,
			...place,
			message
		}];
	});
}
/** More faults than that are one mistake made often; how many there are is told. */
const MAX_PROBLEMS = 100;
/** Two rules may say the same of one value. */
function once(problems) {
	const told = /* @__PURE__ */ new Set();
	return problems.filter(({ line, column, message }) => {
		const key = JSON.stringify([
			line,
			column,
			message
		]);
		return !told.has(key) && told.add(key);
	});
}
/**
* @param problems of one file, in any order
* @returns each once, in the order of the file, so that people mend it from its top: 100 at most, then how many more there are
*/
function firstProblems(problems) {
	const order = (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
	const sorted = once([...problems].sort(order));
	const shown = sorted.slice(0, MAX_PROBLEMS);
	const first = sorted[MAX_PROBLEMS];
	if (first === void 0) return shown;
	const message = `and ${sorted.length - MAX_PROBLEMS} more from here on; mend those above first`;
	return [...shown, {
		...first,
		message
	}];
}

// src/core/config/yaml-tree.ts
var import_dist = require_dist();
/** Length of the paths of values that stay text as they are written: variables, and the values of a matrix. */
const TEXT_DEPTHS = {
	env: 4,
	matrix: 5
};
/** Nodes that a file may have, aliases counted each time they are used: an "anchors bomb" ends here. */
const MAX_NODES = 2e4;
const MAX_DEPTH = 20;
const TEXTS = {
	TAB_AS_INDENT: "is indented with a tab; YAML allows spaces only",
	BAD_ALIAS: "uses an alias (`*name`) whose anchor (`&name`) does not stand above it",
	MULTIPLE_DOCS: "begins a second document; one file holds one"
};
/** Walks nodes into plain values, noting places and faults. */
var TreeWalker = class {
	problems = [];
	#places = /* @__PURE__ */ new Map();
	#lines;
	#anchors = /* @__PURE__ */ new Map();
	#nodes = 0;
	#isStopped = false;
	get isStopped() {
		return this.#isStopped;
	}
	constructor(lines) {
		this.#lines = lines;
	}
	place(offset) {
		const { line, col } = this.#lines.linePos(offset);
		return {
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	}
	placeOf(path, which) {
		for (let length = path.length; length >= 0; length -= 1) {
			const id = path.slice(0, length).join("\0");
			const found = this.#places.get(`${which}\0${id}`) ?? this.#places.get(`value\0${id}`);
			if (found !== void 0) return found;
		}
		return {
			line: 1,
			column: 1
		};
	}
	#fault(node, message) {
		this.problems.push({
			...this.place(node?.range?.[0] ?? 0),
			message
		});
	}
	#stop(node, message) {
		if (!this.#isStopped) this.#fault(node, message);
		this.#isStopped = true;
	}
	walk(node, path) {
		if (node === null || node === void 0 || this.#isStopped) return null;
		this.#nodes += 1;
		if (this.#nodes > MAX_NODES) return this.#stop(node, `expands to more than ${MAX_NODES} values; it holds too many aliases`);
		if (path.length > MAX_DEPTH) return this.#stop(node, `is nested more than ${MAX_DEPTH} levels deep`);
		const id = `value\0${path.join("\0")}`;
		if (!this.#places.has(id)) this.#places.set(id, this.place(node.range?.[0] ?? 0));
		if ((0, import_dist.isAlias)(node)) return this.#alias(node, path);
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if ((0, import_dist.isScalar)(node)) return this.#scalar(node, path);
		if ((0, import_dist.isSeq)(node)) return node.items.map((item, index) => this.walk(item, [...path, index]));
		return (0, import_dist.isMap)(node) ? this.#map(node.items, path) : null;
	}
	#alias(node, path) {
		const target = this.#anchors.get(node.source);
		if (target === void 0) return this.#fault(node, `uses the alias \`*${node.source.slice(0, 40)}\`, which no anchor above it names`);
		return this.walk(target, path);
	}
	/** Variables and versions keep the text as it was written: `1.10` must not become 1.1. */
	#scalar(node, path) {
		const isVariable = path[0] === "gates" && TEXT_DEPTHS[String(path[2])] === path.length;
		const isPlainValue = typeof node.value === "number" || typeof node.value === "boolean" || typeof node.value === "bigint";
		if (isVariable && isPlainValue) return node.source ?? String(node.value);
		return typeof node.value === "bigint" ? Number(node.value) : node.value;
	}
	#map(items, path) {
		const map = Object.create(null);
		for (const { key, value } of items) {
			const name = (0, import_dist.isScalar)(key) ? String(key.source ?? key.value) : void 0;
			const fault = name === void 0 ? "has a key that is not plain text" : this.#keyFault(map, [...path, name]);
			if (name === void 0 || fault !== void 0) {
				this.#fault(key, fault ?? "");
				continue;
			}
			const here = [...path, name];
			const id = `key\0${here.join("\0")}`;
			if (!this.#places.has(id)) this.#places.set(id, this.place(key.range?.[0] ?? 0));
			map[name] = this.walk(value, here);
		}
		return map;
	}
	/** Why a key cannot stand in a map; undefined when it can. */
	#keyFault(map, here) {
		const name = String(here.at(-1));
		const shown = here.join(".").slice(0, 100);
		if (name === "<<") return "uses a merge key (`<<`), which YAML 1.2 no longer has; write the keys out";
		if (name === "__proto__") return `${shown} is not a key I know`;
		const first = this.#places.get(`key\0${here.join("\0")}`);
		if (!Object.hasOwn(map, name) || first === void 0) return void 0;
		return `${shown} is written twice; the first is in line ${first.line}`;
	}
};
/**
* Reads YAML 1.2 (core schema) into plain values with places.
*
* @param text the file; the caller has checked its size
* @returns value and places; problems when it is not YAML, too deep, too large when expanded, or has double keys
*/
function readYamlTree(text) {
	const parsed = parseYaml(text, MAX_DEPTH);
	if (parsed.kind === "documents") return toTree(parsed.documents, new TreeWalker(parsed.lines));
	const { line, column, message } = parsed;
	return {
		value: void 0,
		isEmpty: false,
		isWhole: false,
		problems: [{
			line,
			column,
			message
		}],
		placeOf: () => ({
			line: 1,
			column: 1
		})
	};
}
function toTree(documents, walker) {
	const [document, second] = documents;
	const problems = documents.flatMap(({ errors }) => errors).map((error) => ({
		...walker.place(error.pos[0]),
		message: TEXTS[error.code] ?? `is not YAML: ${error.message.split("\n")[0]?.slice(0, 150)}`
	}));
	if (second !== void 0) {
		const start = second.range?.[0] ?? 0;
		problems.push({
			...walker.place(start),
			message: TEXTS["MULTIPLE_DOCS"] ?? ""
		});
	}
	const contents = document?.contents ?? null;
	return {
		value: problems.length > 0 ? void 0 : walker.walk(contents, []),
		isEmpty: contents === null || (0, import_dist.isScalar)(contents) && contents.value === null,
		isWhole: problems.length === 0 && !walker.isStopped,
		problems: withoutRepeats([...problems, ...walker.problems]),
		placeOf: (path, which) => walker.placeOf(path, which)
	};
}
/** The parser finds the same fault on each level that it leaves. */
function withoutRepeats(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

// src/core/config/yaml-file.ts
/**
* @param text the file
* @param file its path, for messages
* @param longest characters that are read; hand-written files are a hundredth of it
*/
function readYamlFile(text, file, longest) {
	const unreadable = (line, message) => {
		return {
			kind: "unreadable",
			problems: [{
				where: file,
				line,
				column: 1,
				message
			}]
		};
	};
	if (text.length > longest) return unreadable(1, `is larger than ${longest / 1024} KiB, which no file written by hand is; it was not read`);
	const offset = text.search(/[\0\ufffd]/);
	if (offset >= 0) return unreadable(text.slice(0, offset).split("\n").length, "is not UTF-8 text");
	const tree = readYamlTree(text);
	const problems = tree.problems.map((problem) => ({
		where: file,
		...problem
	}));
	return tree.isWhole ? {
		kind: "tree",
		tree,
		problems
	} : {
		kind: "unreadable",
		problems
	};
}

// src/core/config/parse-config.ts
/** Largest file in characters that is parsed. */
const MAX_LENGTH = 65536;
/** Gates of a circle that a message names. */
const MAX_CIRCLE = 8;
function gateEntries(content, tree) {
	return Object.entries(content.gates ?? {}).map(([id, entry]) => {
		const place = tree.placeOf(["gates", id], "key");
		return entry === "off" || entry === false ? {
			kind: "off",
			id,
			place
		} : {
			kind: "gate",
			id,
			place,
			settings: entry
		};
	});
}
function mapOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}
function mapAt(value, key) {
	return mapOf(mapOf(value)[key]);
}
/** Rules that join several keys, or that a pattern cannot say; told beside the schema's, so the values are still raw. */
function crossProblems(tree, file) {
	const problems = [];
	const needs = /* @__PURE__ */ new Map();
	const gates = mapAt(tree.value, "gates");
	for (const id of Object.keys(gates)) {
		const wanted = typeof gates[id] === "object" && gates[id] !== null ? Reflect.get(gates[id], "needs") : void 0;
		if (Array.isArray(wanted)) needs.set(id, wanted.filter((need) => typeof need === "string"));
		for (const name of Object.keys(mapAt(gates[id], "env")).filter(isReservedVariable)) {
			const path = [
				"gates",
				id,
				"env",
				name
			];
			const message = `${pathText(path)} belongs to the runner and cannot be given to a gate`;
			problems.push({
				where: file,
				...tree.placeOf(path, "key"),
				message
			});
		}
		for (const fault of matrixFaults(mapOf(gates[id]))) {
			const path = [
				"gates",
				id,
				...fault.path
			];
			problems.push({
				where: file,
				...tree.placeOf(path, "value"),
				message: `${pathText(path)} ${fault.message}`
			});
		}
	}
	for (const cycle of findCycles(needs)) {
		const place = tree.placeOf([
			"gates",
			cycle[0] ?? "",
			"needs"
		], "value");
		const circle = cycle.length > MAX_CIRCLE ? [...cycle.slice(0, MAX_CIRCLE), "…"] : cycle;
		problems.push({
			where: file,
			...place,
			message: `${pathText([
				"gates",
				cycle[0] ?? "",
				"needs"
			])} runs in a circle: ${circle.map((id) => id.slice(0, 100)).join(" needs ")}`
		});
	}
	return problems;
}
/** Days ahead that a waiver may reach. */
const MOST_WAIVED_DAYS = 90;
const DAY_MS = 864e5;
/** An excuse that never ends is no excuse; what was right once stays right, because the day only comes nearer. */
function waiverProblems(tree, file, today) {
	const last = new Date(today.getTime() + MOST_WAIVED_DAYS * DAY_MS).toISOString().slice(0, 10);
	const gates = mapAt(tree.value, "gates");
	return Object.keys(gates).flatMap((id) => {
		const { data: expires } = waiverDay.safeParse(mapAt(gates[id], "waiver")["expires"]);
		if (expires === void 0 || expires <= last) return [];
		const path = [
			"gates",
			id,
			"waiver",
			"expires"
		];
		const message = `${pathText(path)} "${expires}" is more than ${MOST_WAIVED_DAYS} days ahead; ${last} is the last day that is taken`;
		return [{
			where: file,
			...tree.placeOf(path, "value"),
			message
		}];
	});
}
function toConfig(content, tree, file) {
	const { presets, budget, build } = content;
	return {
		file,
		presets: presets ?? "auto",
		budget: budget === void 0 ? void 0 : typeof budget === "number" ? {
			totalMs: budget,
			enforce: false
		} : {
			totalMs: budget.total,
			enforce: budget.enforce ?? false
		},
		build: build === void 0 ? void 0 : {
			run: build,
			line: tree.placeOf(["build"], "key").line
		},
		gates: gateEntries(content, tree),
		placeOf: (path) => tree.placeOf(path, "value")
	};
}
/** An entry with faults, reduced to what other entries and the repository are checked against. */
function readableEntry(value) {
	if (value === "off" || value === false) return value;
	const parsed = gateSettings.safeParse(value);
	if (parsed.success) return parsed.data;
	if (typeof value !== "object" || value === null) return { run: "" };
	const needs = Reflect.get(value, "needs");
	return {
		...Object.keys(value).some((key) => nearestName(key, Object.keys(gateShape)) === "run") ? { run: "" } : {},
		...Array.isArray(needs) ? { needs: needs.filter((need) => typeof need === "string") } : {}
	};
}
/** What is right in a file with faults. */
function readableConfig(tree, file) {
	const presets = fileShape.presets.safeParse(mapOf(tree.value)["presets"]).data;
	const entries = Object.entries(mapAt(tree.value, "gates")).map(([id, value]) => [id, readableEntry(value)]);
	return toConfig({
		...presets === void 0 ? {} : { presets },
		gates: Object.fromEntries(entries)
	}, tree, file);
}
function refused(problems, readable) {
	return {
		ok: false,
		problems: firstProblems(problems),
		readable
	};
}
/**
* Reads turnpike.yml: all problems at once, each with place, value and the nearest valid name.
*
* @param text the file
* @param file its path relative to the repository's root, for messages
* @param today the day that waivers are measured from; undefined: they may reach as far as they want
* @returns the configuration, or every problem (100 at most, then how many more there are) with what could be read all the same; an empty file is a configuration that says nothing. Never throws
*/
function parseConfig(text, file, today) {
	const read = readYamlFile(text, file, MAX_LENGTH);
	if (read.kind === "unreadable") return refused(read.problems);
	const { tree } = read;
	const found = [...read.problems];
	const parsed = fileSchema.safeParse(tree.isEmpty ? {} : tree.value);
	if (!parsed.success) found.push(...toProblems(parsed.error, tree, file, keysAt));
	found.push(...crossProblems(tree, file));
	if (today !== void 0) found.push(...waiverProblems(tree, file, today));
	if (!parsed.success || found.length > 0) return refused(found, readableConfig(tree, file));
	return {
		ok: true,
		config: toConfig(parsed.data, tree, file)
	};
}

export { toProblems as a, pathText as i, readYamlFile as n, firstProblems as r, parseConfig as t };