import { V as oneLine, d as columnsOf, l as styles } from "./first-gate.js";
import "./terminal.js";
import { S as nearestName, T as countOf } from "./begin.js";
import { r as require_dist } from "./yaml-documents.js";
import { t as parseQuarantine } from "./parse-quarantine2.js";
import { a as isExpired, n as concerns, s as nameOfEntry, t as QUARANTINE_FILE } from "./quarantine.js";
import { t as analyseTests } from "./analyse.js";
import { t as evidenceOf } from "./evidence.js";
import { n as parseObservations } from "./observation.js";
import { r as renderTable } from "./table.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { dirname, join, resolve } from "node:path";
import { mkdir, readFile, writeFile } from "node:fs/promises";

// src/core/flaky/add-entry.ts
var import_dist = require_dist();
const HEADER = `# Tests whose failure is forgiven for a while (docs/flaky.md). They run all the same.
# \`turnpike quarantine add\` adds an entry; \`turnpike quarantine check\` says what has ended.
`;
/** \`tests/test_stock.py::TestSold::test_all[3]\`; the parameters may hold \`::\` too. */
const PYTEST_NAME = /^(?<file>[^:[]+\.py)::(?:(?<classes>[^[]+)::)?(?<name>[^:[]+(?:\[.*\])?)$/s;
/**
* @param label a test as pytest and our pages name it
* @returns what an entry needs to find it in a report; undefined when the label is no such name
*/
function partsOfLabel(label) {
	const groups = PYTEST_NAME.exec(label)?.groups;
	if (groups === void 0) return void 0;
	const { file = "", classes, name = "" } = groups;
	if (classes === void 0) return {
		file,
		name
	};
	return {
		file,
		class: [file.replace(/\.py$/, "").replaceAll("/", "."), ...classes.split("::")].join("."),
		name
	};
}
/**
* @param test a test that was seen
* @returns what an entry needs to find it in a report
*/
function partsOfTest({ id, file, className, name }) {
	if (file === "" && className === "") return { id };
	return {
		...file === "" ? {} : { file },
		...className === "" ? {} : { class: className },
		name
	};
}
const ORDER = [
	"id",
	"file",
	"class",
	"name",
	"gate",
	"variant",
	"owner",
	"issue",
	"reason",
	"added",
	"expires",
	"evidence"
];
function render(entry, indent) {
	const present = ORDER.filter((key) => entry[key] !== void 0).map((key) => [key, entry[key]]);
	return (0, import_dist.stringify)(Object.fromEntries(present), { lineWidth: 0 }).trimEnd().split("\n").map((line, at) => `${indent}${at === 0 ? "- " : "  "}${line}\n`).join("");
}
/** Through the parser, which keeps comments and changes blanks; for files whose list is not written line by line. */
function addByTree(text, entry) {
	const document = (0, import_dist.parseDocument)(text);
	if (document.getIn(["quarantine"]) === null) document.setIn(["quarantine"], document.createNode([]));
	const present = ORDER.filter((key) => entry[key] !== void 0).map((key) => [key, entry[key]]);
	document.addIn(["quarantine"], document.createNode(Object.fromEntries(present)));
	return document.toString({ lineWidth: 0 });
}
/**
* Adds an entry and leaves everything else as it is, comments included.
*
* @param text the file, which must be right; undefined when there is none
* @param entry what to add
* @returns the file with the entry; it is not checked
*/
function addEntry(text, entry) {
	const before = text ?? HEADER;
	if (!/^quarantine\s*:/m.test(before)) return `${before.replace(/\n*$/, "\n")}quarantine:\n${render(entry, "  ")}`;
	const count = (content) => {
		const parsed = parseQuarantine(content, QUARANTINE_FILE);
		return parsed.ok ? parsed.entries.length : -1;
	};
	const indent = /^( *)- /m.exec(before)?.[1] ?? "  ";
	const appended = `${before.replace(/\n*$/, "\n")}${render(entry, indent)}`;
	return count(appended) === count(before) + 1 ? appended : addByTree(before, entry);
}

// src/cli/quarantine/quarantine-command.ts
const DAY_MS = 864e5;
const DOC = "docs/flaky.md";
async function readOptional(path) {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		if (cause.code === "ENOENT") return void 0;
		throw new TurnpikeError("FILE_UNREADABLE", "user", `${path} could not be read.`, { cause });
	}
}
async function readAll(dir) {
	const path = join(resolve(dir), QUARANTINE_FILE);
	const text = await readOptional(path);
	const parsed = parseQuarantine(text, QUARANTINE_FILE);
	if (!parsed.ok) {
		const { problems } = parsed;
		throw new TurnpikeError("CONFIG_INVALID", "config", `${countOf(problems.length, "problem")}.`, {
			problems,
			doc: DOC
		});
	}
	const history = await readOptional(join(resolve(dir), ".turnpike/history/observations.ndjson"));
	return {
		path,
		text,
		entries: parsed.entries,
		standings: analyseTests(parseObservations(history))
	};
}
function today() {
	return (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
}
/** What an entry cannot be without, each with how it is given. */
const NEEDED = [
	[
		"test",
		"the test",
		"tests/test_a.py::test_b"
	],
	[
		"owner",
		"--owner",
		"--owner @team/stock"
	],
	[
		"issue",
		"--issue",
		"--issue '#12'"
	],
	[
		"reason",
		"--reason",
		"--reason 'race with the clock'"
	]
];
/** Everything that is missing or wrong is said at once. */
function askedOf(args) {
	const problems = NEEDED.filter(([key]) => (args[key] ?? "").trim() === "").map(([, where, example]) => ({
		where,
		message: `is missing; such as ${example}`
	}));
	if (!/^(?:[1-9]|[12]\d|30)$/.test(args.days)) {
		const message = `${JSON.stringify(oneLine(args.days, 40))} is no whole number of days from 1 to 30`;
		problems.push({
			where: "--days",
			message
		});
	}
	if (problems.length > 0) {
		const message = `${countOf(problems.length, "problem")}, nothing was written.`;
		throw new TurnpikeError("INPUT_INVALID", "config", message, {
			problems,
			doc: DOC
		});
	}
	const { test = "", owner = "", issue = "", reason = "" } = args;
	return {
		test,
		owner,
		issue,
		reason,
		days: Number(args.days)
	};
}
function find(test, standings) {
	const isId = /^[0-9a-f]{8,64}$/.test(test);
	return standings.find((one) => one.test.label === test || isId && one.test.id.startsWith(test));
}
function partsOf(test, standing, standings) {
	if (standing !== void 0) return partsOfTest(standing.test);
	if (/^[0-9a-f]{64}$/.test(test)) return { id: test };
	const parts = partsOfLabel(test);
	if (parts !== void 0) return parts;
	const nearest = nearestName(test, standings.map((one) => one.test.label));
	const message = `${JSON.stringify(oneLine(test, 120))} is no test that failed here, and no name that I can take apart.`;
	const hint = nearest === void 0 ? "Write it as the page names it, such as tests/test_a.py::test_b, or give its id." : `Did you mean ${oneLine(nearest, 300)}?`;
	throw new TurnpikeError("INPUT_INVALID", "config", message, {
		hint,
		doc: DOC
	});
}
/**
* Adds an entry.
*
* @param args the test, and who mends it
* @throws TurnpikeError `INPUT_INVALID` for what is missing, all of it, and for a test that cannot be found or is broken;
*   `CONFIG_INVALID` for a file with faults
*/
async function addToQuarantine(args) {
	const { test, owner, issue, reason, days } = askedOf(args);
	const { path, text, standings } = await readAll(args.dir);
	const standing = find(test, standings);
	if (standing?.state === "broken") {
		const message = `${oneLine(test, 200)} ${evidenceOf(standing)}.`;
		throw new TurnpikeError("INPUT_INVALID", "user", message, {
			hint: "Mend it, or revert what broke it.",
			doc: DOC
		});
	}
	const added = today();
	const expires = new Date(Date.parse(added) + days * DAY_MS).toISOString().slice(0, 10);
	const { gate, variant } = args;
	const entry = {
		...partsOf(test, standing, standings),
		...gate === void 0 ? {} : { gate },
		...variant === void 0 ? {} : { variant },
		owner,
		issue,
		reason,
		added,
		expires,
		...standing === void 0 ? {} : { evidence: evidenceOf(standing) }
	};
	const next = addEntry(text, entry);
	const parsed = parseQuarantine(next, QUARANTINE_FILE);
	if (!parsed.ok) throw new TurnpikeError("CONFIG_INVALID", "config", "With this entry the file would not be right; nothing was written.", {
		problems: parsed.problems,
		doc: DOC
	});
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, next);
	} catch (cause) {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `${QUARANTINE_FILE} could not be written.`, { cause });
	}
	const look = styles(process.stderr, process.env);
	process.stderr.write(`${look.marks.pass} ${QUARANTINE_FILE}: ${nameOfEntry({
		...entry,
		line: 1
	})} until ${expires}\n${look.dim("  It holds once it is committed. The test runs all the same.")}\n`);
}
function stateOf(entry, standings) {
	return standings.find((one) => concerns(entry, one.test, one));
}
/**
* Shows the entries and what is known of tests.
*
* @param options the repository, and whether a program reads it
* @throws TurnpikeError `CONFIG_INVALID` for a file with faults
*/
async function listQuarantine(options) {
	const { entries, standings } = await readAll(options.dir);
	const now = Date.now();
	const tests = standings.filter(({ state }) => state !== "healthy");
	if (options.json) {
		const document = {
			quarantine: entries.map((entry) => ({
				...entry,
				expired: isExpired(entry, now)
			})),
			tests: tests.map(({ test, ...rest }) => ({
				id: test.id,
				name: test.label,
				...rest
			}))
		};
		process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
		return;
	}
	const look = styles(process.stderr, process.env);
	const say = (line) => void process.stderr.write(`${line}\n`);
	if (entries.length === 0) say("No test is quarantined.");
	const rows = entries.map((entry) => [
		isExpired(entry, now) ? look.marks.warn : look.marks.skip,
		oneLine(nameOfEntry(entry), 100),
		`${isExpired(entry, now) ? "ended" : "until"} ${entry.expires}`,
		oneLine(entry.owner, 40),
		oneLine(entry.issue, 60),
		stateOf(entry, standings)?.state ?? ""
	]);
	if (rows.length > 0) say(renderTable(rows, {
		width: columnsOf([process.stderr, process.stdout], 160),
		overflow: "wrap"
	}));
	const open = tests.filter((one) => !entries.some((entry) => concerns(entry, one.test, one)));
	if (open.length > 0) say(`${entries.length === 0 ? "" : "\n"}Not quarantined:`);
	for (const one of open) {
		say(`${look.marks.warn} ${look.bold(oneLine(one.test.label, 120))}  ${one.state}: ${evidenceOf(one)}`);
		say(look.dim(`  ${one.gate} on ${one.variant}, id ${one.test.id.slice(0, 12)}`));
	}
}
/**
* Says what has ended, by today's date. Sets exit code 1 a week after the end of an entry, and for tests that are broken.
*
* @param options the repository
* @throws TurnpikeError `CONFIG_INVALID` for a file with faults
*/
async function checkQuarantine(options) {
	const { entries, standings } = await readAll(options.dir);
	const look = styles(process.stderr, process.env);
	const say = (mark, line) => void process.stderr.write(`${mark} ${line}\n`);
	const now = Date.now();
	let faults = 0;
	for (const entry of entries) {
		const where = `${QUARANTINE_FILE}:${entry.line}  ${oneLine(nameOfEntry(entry), 120)}`;
		const isLate = isExpired(entry, now - 7 * DAY_MS);
		if (stateOf(entry, standings)?.state === "broken") {
			faults += 1;
			say(look.marks.fail, `${where}  is broken, not flaky: it failed in all of the last runs on the default branch`);
		} else if (isExpired(entry, now)) {
			faults += isLate ? 1 : 0;
			const when = isLate ? `more than ${7} days ago` : "and forgives nothing any more";
			say(isLate ? look.marks.fail : look.marks.warn, `${where}  ended on ${entry.expires}, ${when}; ${oneLine(entry.owner, 60)}: ${oneLine(entry.issue, 120)}`);
		}
	}
	if (faults > 0) {
		say(look.marks.fail, `${countOf(faults, "entry is", "entries are")} due: mend the test, or delete it, and take the entry out.`);
		process.exitCode = EXIT.failed;
	} else say(look.marks.pass, `${countOf(entries.length, "entry", "entries")}, none overdue.`);
}

export { addToQuarantine, checkQuarantine, listQuarantine };