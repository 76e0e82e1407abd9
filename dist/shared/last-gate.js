import { a as boolean, b as _isoDateTime, c as literal, d as object, f as record, m as string, n as _enum, r as array, t as ZodISODateTime, u as number } from "./schemas.js";
import { n as TurnpikeError } from "./errors.js";
import { b as attemptLog, ct as verdictOf, ht as renderHistory, mt as remember, pt as parseHistory, tt as LARGEST_STORE_BYTES } from "./first-gate.js";
import { dirname, join } from "node:path/posix";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/core/gates/finding.ts
/** One finding of a tool, or one failed test. All texts are foreign data. */
const findingSchema = object({
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	rule: string().nullable().describe("The tool's rule id, or the test's id."),
	message: string(),
	file: string().nullable().describe("Relative to the repository's root, with `/`."),
	line: number().int().positive().nullable(),
	column: number().int().positive().nullable()
});
/** One thing that a gate script of a team's own checked. All texts are foreign data. */
const checkSchema = object({
	id: string(),
	name: string().nullable(),
	passed: boolean(),
	message: string().nullable(),
	durationMs: number().nonnegative().nullable()
});

// src/core/gates/results/recall.ts
/**
* Chooses the gates that need not run. A pass stands for a gate only when it stands for all that need the gate too:
* they may want what it leaves behind, and a pass leaves nothing behind.
*
* @param gates all gates that would run
* @param keys their keys
* @param passOf what is remembered of a key
* @returns judgements of those that do not run
*/
function recallPasses(gates, keys, passOf) {
	const found = /* @__PURE__ */ new Map();
	for (const { id } of gates) {
		const key = keys.get(id);
		const pass = key?.kind === "key" ? passOf(key.key) : void 0;
		if (pass !== void 0) found.set(id, pass);
	}
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const open = gates.filter(({ id }) => !found.has(id));
	for (let gate = open.pop(); gate !== void 0; gate = open.pop()) for (const need of gate.needs) {
		const needed = byId.get(need);
		if (found.delete(need) && needed !== void 0) open.push(needed);
	}
	return found;
}

// src/core/gates/results/result-store.ts
const count = number().int().nonnegative().nullable();
const entrySchema = object({
	gate: string(),
	passedAt: datetime(),
	/** Where it passed, as people say it: `here`, `in run 123`. */
	where: string().max(200),
	durationMs: number().nonnegative(),
	exitCode: number().int().nullable(),
	summary: string().nullable(),
	counts: object({
		tests: count,
		failures: count,
		findings: count
	}),
	coverage: number().nullable(),
	findings: array(findingSchema),
	findingsTotal: number().int().nonnegative(),
	checks: array(checkSchema).optional()
});
const storeSchema = object({
	schema: literal("turnpike/results/1"),
	passes: record(string(), entrySchema)
});
/** Time after which a pass is not believed any more: what nobody can see, such as a certificate, changes in time. */
const BELIEVED_MS = 6048e5;
const MOST_FINDINGS = 20;
/**
* @param text the file; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read: any fault is a miss
*/
function parseResults(text) {
	if (text === void 0 || text.length > 16777216) return /* @__PURE__ */ new Map();
	try {
		const parsed = storeSchema.safeParse(JSON.parse(text));
		return parsed.success ? new Map(Object.entries(parsed.data.passes)) : /* @__PURE__ */ new Map();
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
/**
* @param store what to remember
* @returns the text of the file
*/
function renderResults(store) {
	return `${JSON.stringify({
		schema: "turnpike/results/1",
		passes: Object.fromEntries(store)
	})}\n`;
}
/**
* @param store what is remembered
* @param passes new passes by key
* @param now the time
* @returns the newest of both; what is too old to be believed is forgotten
*/
function rememberPasses(store, passes, now) {
	const all = [...[...store].filter(([key]) => !passes.has(key)), ...passes];
	return new Map(all.filter(([, pass]) => isBelieved(pass, now)).slice(-1e3));
}
function isBelieved({ passedAt }, now) {
	const age = now.getTime() - Date.parse(passedAt);
	return age <= BELIEVED_MS && age >= -6e4;
}
/**
* @param judgement a gate that passed
* @param run where and when, and what it took
* @returns what to remember of it; undefined for every other outcome: a flaky pass, a waiver and doubt are not remembered
*/
function toPass(judgement, run) {
	if (judgement.outcome !== "passed") return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks } = judgement;
	const kept = {
		summary,
		counts,
		coverage,
		findings: findings.slice(0, MOST_FINDINGS),
		findingsTotal
	};
	return {
		...run,
		...kept,
		...checks === void 0 ? {} : { checks: [...checks] }
	};
}
/**
* @param pass a pass that is remembered
* @param now the time
* @returns the judgement of the gate that is not run again; undefined when the pass is too old
*/
function recalled(pass, now) {
	if (!isBelieved(pass, now)) return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks, passedAt, where } = pass;
	return {
		outcome: "cached",
		reason: `passed with the same inputs on ${passedAt.replace(/T(\d\d:\d\d).*$/, " $1 UTC")}, ${where}`,
		summary,
		counts,
		coverage,
		findings,
		findingsTotal,
		...checks === void 0 ? {} : { checks }
	};
}

// src/actions/gates/history/history.ts
/** What single tests did, beside the file of durations. */
const OBSERVATIONS_FILE = "observations.ndjson";
/** Nothing was looked at. */
const NO_TESTS = {
	fresh: [],
	standings: [],
	text: ""
};
/** Files that differ from the commit belong to no tree, so a run of them proves nothing of it. */
function observedRun({ origin, facts, startedAt }) {
	if (origin === void 0 || facts.tree === null || facts.dirty) return void 0;
	const { run, attempt, part, branch, isDefaultBranch, event } = origin;
	const { tree, commit } = facts;
	return {
		tree,
		commit,
		branch,
		isDefaultBranch,
		event,
		run,
		attempt,
		part,
		at: startedAt
	};
}
/** A test that failed in one attempt of its gate and passed in the last one did both. */
function ofAllAttempts({ tests, earlier }) {
	if (tests === null || earlier.length === 0) return tests;
	const passed = new Set(tests.cases.passed);
	const before = earlier.flatMap((attempt) => attempt.tests?.hasTimedOut === false ? attempt.tests.cases.failed : []);
	const both = new Map(before.filter(({ key }) => passed.has(key)).map((test) => [test.id, test]));
	return {
		...tests,
		cases: {
			...tests.cases,
			flaky: [...tests.cases.flaky, ...both.values()]
		}
	};
}
/**
* @param check the run
* @param gates what each gate came to
* @param files where the history lies; what cannot be read there counts as not remembered
* @returns this run's records, and what all records together say
*/
async function lookBack(check, gates, files) {
	const withTests = gates.flatMap((executed) => {
		const tests = ofAllAttempts(executed);
		return tests === null ? [] : [{
			gate: executed.gate.id,
			...tests
		}];
	});
	if (withTests.length === 0) return NO_TESTS;
	const kept = await files.readText(join(dirname(check.historyFile), OBSERVATIONS_FILE)).catch(() => void 0);
	const { observeTests } = await import("./observe-tests.js");
	return observeTests(observedRun(check), withTests, kept);
}
/**
* Keeps what this run took, and what its tests did. Without it the next run starts in another order and knows less of its
* tests, and that is all, so a fault is silent.
*
* @param historyFile absolute path of the file of durations
* @param execution what gates took
* @param tests what tests did
* @param files where it is kept
*/
async function keepHistory(historyFile, execution, tests, files) {
	try {
		const history = parseHistory(await files.readText(historyFile));
		await files.write(historyFile, renderHistory(remember(history, execution.measured)));
		if (tests.fresh.length > 0) await files.write(join(dirname(historyFile), OBSERVATIONS_FILE), tests.text);
	} catch {}
}

// src/actions/gates/results/keep-results.ts
/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 67108864;
const MOST_REPORTS = 1e3;
/** Where tests put what they write, `${reports}/tmp` of a gate; thousands of files that nobody asks for later. */
const SCRATCH = /^[^/]+\/tmp\//;
async function holdsSecret(files, path, masker) {
	let held = "";
	for await (const piece of files.streamText(path)) {
		const text = held + piece;
		if (masker.mask(text) !== text) return true;
		held = text.slice(-masker.longest);
	}
	return false;
}
/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files, from, to, masker) {
	if (masker.isEmpty || !await holdsSecret(files, from, masker)) {
		await files.copy(from, to);
		return;
	}
	await files.write(to, "");
	for await (const piece of masker.maskPieces(files.streamText(from))) await files.append(to, piece);
}
/**
* Takes the secrets out of a file that is there already.
*
* @param files the files
* @param path absolute
* @param masker hides secrets
*/
async function hideSecrets(files, path, masker) {
	if (masker.isEmpty || !await files.exists(path) || !await holdsSecret(files, path, masker)) return;
	const masked = `${path}.masked`;
	await copyMasked(files, path, masked, masker);
	await files.remove(path);
	await files.move(masked, path);
}
/** Names of files without secrets, each once; an artifact takes no `*` in them. */
function shownNames(paths, masker) {
	const taken = new Set(paths);
	const shown = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const name = masker.mask(path).replaceAll("***", "masked");
		let unique = name;
		for (let at = 2; name !== path && taken.has(unique); at += 1) unique = `${name}.${at}`;
		taken.add(unique);
		shown.set(path, unique);
	}
	return shown;
}
/** What is half written is of no use to anybody, and takes the room of the verdict. */
async function keepOne(files, from, to, masker) {
	try {
		await copyMasked(files, from, to, masker);
		return;
	} catch (error) {
		if (!(error instanceof TurnpikeError) || error.code !== "FILE_UNWRITABLE") throw error;
		await files.remove(to).catch(() => void 0);
		return error.message;
	}
}
/**
* Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets; the
* smallest first, so that one that is too large for the disk costs no other.
*
* @param files the files
* @param folders scratch folder and output directory, absolute
* @param masker hides secrets
* @returns what could not be kept; no gate is judged by it
*/
async function keepResults(files, folders, masker) {
	const wanted = [];
	for (const folder of ["logs", "reports"]) {
		const from = join(folders.scratch, folder);
		const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
		const isReport = ({ path, size }) => size <= LARGEST_REPORT_BYTES && !SCRATCH.test(path);
		const kept = folder === "logs" ? entries : entries.filter(isReport).slice(0, MOST_REPORTS);
		const shown = shownNames(kept.map(({ path }) => path), masker);
		for (const { path, size } of kept) wanted.push({
			from: join(from, path),
			name: join(folder, shown.get(path) ?? path),
			size
		});
	}
	const unkept = [];
	for (const { from, name } of wanted.sort((a, b) => a.size - b.size)) {
		const why = await keepOne(files, from, join(folders.outputDirectory, name), masker);
		if (why !== void 0) unkept.push({
			name,
			why
		});
	}
	return unkept;
}

// src/actions/gates/results/fixes.ts
/**
* @param gates gates after the run
* @returns by id of a gate that failed: the command that mends what it found, for tools that can. What knows the tools is
* loaded when something failed
*/
async function fixesOf(gates) {
	const failed = gates.filter(({ judgement }) => judgement.outcome === "failed" || judgement.outcome === "waived");
	if (failed.length === 0) return /* @__PURE__ */ new Map();
	const { fixCommand } = await import("./fix-command.js");
	return new Map(failed.flatMap(({ gate }) => {
		const fix = fixCommand(gate);
		return fix === null ? [] : [[gate.id, { fix }]];
	}));
}

// src/actions/gates/results/write-results.ts
/** A gate that did not run ran on nothing. */
function ranOn({ gate, startMs }, toolchains) {
	const chosen = startMs === null ? [] : toolchains?.chosenFor(gate) ?? [];
	if (chosen.length === 0) return {};
	return { ranOn: chosen.map(({ wish, choice, doubt }) => ({
		language: wish.language,
		version: choice.toolchain?.version ?? null,
		asked: wish.version,
		source: wish.source,
		...doubt === void 0 ? {} : { isOther: true }
	})) };
}
function toResult(executed, toolchains) {
	const { gate, judgement, startMs, durationMs, exitCode } = executed;
	return {
		id: gate.id,
		outcome: judgement.outcome,
		required: gate.required,
		startMs: startMs === null ? null : Math.round(startMs),
		durationMs: durationMs === null ? null : Math.round(durationMs),
		exitCode,
		reason: judgement.reason,
		counts: judgement.counts,
		...ranOn(executed, toolchains)
	};
}
/**
* @param gate a gate that was left out on request
* @param reason why, a few words
* @returns its entry in verdict.json
*/
function notRun({ id, required }, reason = "not among the gates that were asked for") {
	return {
		id,
		required,
		outcome: null,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason,
		counts: {
			tests: null,
			failures: null,
			findings: null
		}
	};
}
function attemptsOf({ earlier, fileName }) {
	if (earlier.length === 0) return {};
	return { attempts: earlier.map(({ judgement, result, why }, at) => ({
		outcome: judgement.outcome,
		reason: judgement.reason,
		why,
		durationMs: Math.round(result.durationMs),
		logFile: attemptLog(`logs/${fileName}.log`, at + 1)
	})) };
}
/** What the page says of single tests; loaded when there is something to say. */
async function toldOf({ execution, quarantine, tests }) {
	if (quarantine.entries.length === 0 && execution.gates.every((one) => one.tests === null)) return {};
	const { tellTests } = await import("./test-details.js");
	return tellTests(tests.standings, quarantine, execution.gates);
}
async function detailsOf(request, ran) {
	const { execution, cores } = ran;
	const [told, fixes] = await Promise.all([toldOf(ran), fixesOf(execution.gates)]);
	const { plan } = request;
	const { remarks = [] } = ran.installed;
	return {
		schema: "turnpike/details/1",
		cores,
		budgetMs: plan.budget.totalMs,
		budgetEnforced: plan.budget.enforce,
		release: request.release,
		...request.prefix === void 0 || request.prefix === "" ? {} : { prefix: request.prefix },
		coverage: execution.gates.map((one) => one.judgement.coverage).find((percent) => percent !== null) ?? null,
		gates: execution.gates.map((executed) => {
			const { gate, judgement, excerpt, logFile, fileName } = executed;
			return {
				id: gate.id,
				tool: gate.tool,
				tier: gate.tier,
				reproduce: gate.reproduce,
				cwd: gate.cwd,
				...fixes.get(gate.id),
				source: gate.source,
				summary: judgement.summary,
				logFile: logFile === null ? null : `logs/${fileName}.log`,
				logTail: [...excerpt?.tail ?? []],
				findings: [...judgement.findings],
				findingsTotal: judgement.findingsTotal,
				cpuMs: executed.cpuMs,
				peakBytes: executed.peakBytes,
				waitedMs: executed.waitedMs,
				...attemptsOf(executed),
				...judgement.checks === void 0 ? {} : { checks: [...judgement.checks] }
			};
		}),
		suggestions: plan.suggestions.map(({ gate, enable }) => ({
			id: gate.id,
			command: gate.reproduce,
			why: gate.why,
			enable
		})),
		...changedOf(await situationOf(request, ran)),
		...told,
		...remarks.length === 0 ? {} : { remarks: [...remarks] }
	};
}
/** Most files that the page is told of. */
const MOST_CHANGED = 3e3;
/** A page is made on GitHub alone; here nobody waits for what only it shows. */
async function situationOf({ origin, situation }, ran) {
	if (ran.situation !== void 0 || origin === void 0 || origin.event === "local") return ran.situation;
	return await situation?.().catch(() => void 0);
}
function changedOf(situation) {
	if (situation?.changed.kind !== "known" || situation.changed.files.length > MOST_CHANGED) return {};
	const { since, files } = situation.changed;
	return { changed: {
		since,
		files: [...files]
	} };
}
/**
* Writes verdict.json, details.json and what tests did.
*
* @param request what was asked for
* @param ran what came of it
* @param ports the world
* @param watch tells whether somebody stopped the run
* @returns the verdict and all that was measured
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function writeResults(request, ran, ports, watch) {
	const { plan, outputDirectory } = request;
	const { execution, facts, masker, startedAt, durationMs, situation, results } = ran;
	const { release, requireGates } = request;
	const run = verdictOf(execution.gates.map(({ gate, judgement }) => ({
		...gate,
		outcome: judgement.outcome
	})), {
		release,
		budget: plan.budget,
		durationMs,
		requireGates,
		stoppedBy: watch.stop.cause()
	});
	const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed, ran.installed.toolchains)]));
	const declared = plan.gates.filter((gate) => gate.declared);
	const verdict = {
		schema: "turnpike/verdict/1",
		verdict: run.verdict,
		...facts,
		startedAt,
		durationMs,
		...declared.some((gate) => !byId.has(gate.id)) ? { partial: true } : {},
		gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate, ran.unaffected.get(gate.id)))
	};
	const details = await detailsOf(request, ran);
	const verdictFile = join(outputDirectory, "verdict.json");
	const detailsFile = join(outputDirectory, "details.json");
	await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
	await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
	const observations = ran.tests.fresh.map((one) => `${JSON.stringify(one)}\n`).join("");
	if (observations !== "") await ports.files.write(join(outputDirectory, OBSERVATIONS_FILE), observations);
	return {
		run,
		verdict,
		details,
		execution,
		verdictFile,
		verdictDigest: await ports.files.sha256(verdictFile),
		detailsFile,
		masker,
		logs: join(outputDirectory, "logs"),
		situation,
		results,
		installed: ran.installed
	};
}

// src/actions/gates/results/conclude.ts
/** What people should know of what could not be kept: the verdict does not rest on it. */
function told({ installed, masker }, unkept) {
	const [first] = unkept;
	if (first === void 0) return {};
	const more = unkept.length === 1 ? "" : ` (and ${unkept.length - 1} more)`;
	const remark = `Not every log and report is kept: ${masker.mask(first.why)}${more}`;
	return { installed: {
		...installed,
		remarks: [...installed.remarks ?? [], remark]
	} };
}
/**
* Keeps what a run left: logs, reports, results, and what the next run is told of it.
*
* @param request what was asked for
* @param ran what came of it
* @param scratch absolute folder where gates wrote logs and reports
* @param ports the world
* @param watch is told what happens
* @returns the verdict and all that was measured
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function conclude(request, ran, scratch, ports, watch) {
	const { files } = ports;
	const { historyFile, origin, outputDirectory } = request;
	const { execution, facts, masker, startedAt } = ran;
	const unkept = await keepResults(files, {
		scratch,
		outputDirectory
	}, masker);
	const tests = await lookBack({
		origin,
		facts,
		startedAt,
		historyFile
	}, execution.gates, files);
	const checked = await writeResults(request, {
		...ran,
		...told(ran, unkept),
		tests
	}, ports, watch);
	await keepHistory(historyFile, execution, tests, files);
	return checked;
}

// src/actions/gates/results/remembered-passes.ts
/**
* @param text the file of remembered passes
* @param gates all gates that would run
* @param keys their keys
* @param now the time
* @returns judgements of gates that need not run
*/
function recallFrom(text, gates, keys, now) {
	const store = parseResults(text);
	return recallPasses(gates, keys, (key) => {
		const pass = store.get(key);
		return pass === void 0 ? void 0 : recalled(pass, now);
	});
}
/**
* @param executed a gate that ran
* @param now the time
* @param where it ran, as people say it
* @returns what to remember of it; undefined when it did not simply pass
*/
function passOf(executed, now, where) {
	const { gate, judgement, durationMs, exitCode } = executed;
	const passedAt = now.toISOString();
	return toPass(judgement, {
		gate: gate.id,
		passedAt,
		where,
		durationMs: durationMs ?? 0,
		exitCode
	});
}
/**
* @param text the file of remembered passes; undefined when there is none
* @param passes new ones by key
* @param now the time
* @returns the file with them
*/
function withPasses(text, passes, now) {
	return renderResults(rememberPasses(parseResults(text), passes, now));
}

export { notRun as a, checkSchema as c, conclude as i, findingSchema as l, recallFrom as n, hideSecrets as o, withPasses as r, OBSERVATIONS_FILE as s, passOf as t, datetime as u };