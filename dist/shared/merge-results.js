import { o as mostForgiven } from "./quarantine.js";
import { t as detailsFileSchema } from "./details.js";
import { t as planDigest } from "./share-file.js";
import { r as verdictFileSchema } from "./verdict.js";
import { _ as selectGates, ct as verdictOf, y as clearOutput } from "./first-gate.js";
import { n as TurnpikeError } from "./errors.js";
import { a as notRun } from "./last-gate.js";
import { join } from "node:path/posix";

// src/core/gates/shares/merge-shares.ts
/** Of several parts of one gate the first that is there decides. `inconclusive` comes last: a part may well have no tests. */
const STRONGEST_FIRST = [...[
	"cancelled",
	"failed",
	"timed-out",
	"tool-error",
	"skipped"
], ...[
	"waived",
	"quarantined",
	"flaky-passed",
	"passed",
	"cached",
	"inconclusive"
]];
function sum(values) {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
function missing({ id, required }, reason) {
	return {
		id,
		outcome: "tool-error",
		required,
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
function rankOf({ result }) {
	return result.outcome === null ? STRONGEST_FIRST.length : STRONGEST_FIRST.indexOf(result.outcome);
}
function joinResults(pieces) {
	const [first] = pieces;
	const starts = pieces.flatMap(({ result, offsetMs }) => result.startMs === null ? [] : [result.startMs + offsetMs]);
	const ends = pieces.flatMap(({ result, offsetMs }) => result.startMs === null ? [] : [result.startMs + offsetMs + (result.durationMs ?? 0)]);
	const startMs = starts.length === 0 ? null : Math.min(...starts);
	const count = (key) => sum(pieces.map(({ result }) => result.counts[key]));
	return {
		...first.result,
		startMs,
		durationMs: startMs === null ? null : Math.max(...ends) - startMs,
		reason: first.result.reason === null ? null : `${first.label}${first.result.reason}`,
		counts: {
			tests: count("tests"),
			failures: count("failures"),
			findings: count("findings")
		}
	};
}
/** Their logs lie where the logs of that runner lie. */
function joinAttempts({ details, folder }) {
	if (details.attempts === void 0) return {};
	return { attempts: details.attempts.map((one) => ({
		...one,
		logFile: `${folder}${one.logFile}`
	})) };
}
function joinChecks(all) {
	const checks = all.flatMap((one) => one.checks ?? []);
	return checks.length === 0 ? {} : { checks };
}
function joinDetails(pieces) {
	const known = pieces.flatMap((piece) => piece.details === null ? [] : [{
		...piece,
		details: piece.details
	}]);
	const [first] = known;
	if (first === void 0) return null;
	const all = known.map(({ details }) => details);
	return {
		...first.details,
		summary: all.length === 1 ? first.details.summary : all.map(({ summary }) => summary ?? "").filter(Boolean).join("; ") || null,
		logFile: first.details.logFile === null ? null : `${first.folder}${first.details.logFile}`,
		...joinAttempts(first),
		...joinChecks(all),
		findings: all.flatMap(({ findings }) => findings),
		findingsTotal: sum(all.map(({ findingsTotal }) => findingsTotal)) ?? 0,
		cpuMs: sum(all.map(({ cpuMs }) => cpuMs)),
		peakBytes: Math.max(...all.map(({ peakBytes }) => peakBytes ?? 0)) || null
	};
}
function piecesOf(gate, request, beginMs) {
	const pieces = [];
	let lost = null;
	for (const share of request.shares) {
		const planned = share.gates.find(({ id }) => id === gate.id);
		if (planned === void 0) continue;
		const name = `share ${share.index} of ${share.of}`;
		const done = request.results.find((result) => result.share.index === share.index);
		const result = done?.verdict.gates.find(({ id, outcome }) => id === gate.id && outcome !== null);
		if (done !== void 0 && done.verdict.tree !== request.tree) lost ??= `${name} checked another commit; run the whole workflow again`;
		else if (done === void 0 || result === void 0) lost ??= `${name} left no result of it; see the log of that job, and run the failed jobs again`;
		else pieces.push({
			result,
			details: done.details?.gates.find(({ id }) => id === gate.id) ?? null,
			offsetMs: Date.parse(done.verdict.startedAt) - beginMs,
			folder: done.folder,
			label: planned.part === null ? "" : `part ${planned.part.index} of ${planned.part.of}: `
		});
	}
	return {
		pieces,
		lost: pieces.length === 0 && lost === null ? "no runner was given it" : lost
	};
}
/**
* Joins what several runners left into one result, as if one had done all of it. Nothing that is missing is green: a gate
* with a lost part is a `tool-error`, unless another part of it failed.
*
* @param request the plan, its shares, and what came back
*/
function mergeShares(request) {
	const starts = request.results.map(({ verdict }) => Date.parse(verdict.startedAt));
	const beginMs = starts.length === 0 ? Date.parse(request.startedAt) : Math.min(...starts);
	const gates = [];
	const details = [];
	for (const gate of request.gates) {
		const { pieces, lost } = piecesOf(gate, request, beginMs);
		const [first, ...others] = [...pieces].sort((a, b) => rankOf(a) - rankOf(b));
		const joined = first === void 0 ? void 0 : joinResults([first, ...others]);
		const isRed = joined?.outcome === "failed" || joined?.outcome === "cancelled" || joined?.outcome === "timed-out";
		gates.push(joined === void 0 || lost !== null && !isRed ? missing(gate, lost ?? "no result") : joined);
		const more = first === void 0 ? null : joinDetails([first, ...others]);
		if (more !== null) details.push(more);
	}
	const ends = gates.map(({ startMs, durationMs }) => (startMs ?? 0) + (durationMs ?? 0));
	return {
		gates,
		details,
		cores: sum(request.results.map((result) => result.details?.cores ?? null)) ?? 1,
		coverage: request.results.map((result) => result.details?.coverage ?? null).find((one) => one !== null) ?? null,
		startedAt: new Date(beginMs).toISOString(),
		durationMs: Math.max(0, ...ends)
	};
}

// src/core/gates/shares/merge-tests.ts
const NOW = [
	"flaky",
	"failed",
	"passed"
];
const STATUS = [
	"used",
	"refused",
	"expired",
	"idle"
];
/** Of entries with one key the one that says most. */
function strongest(all, keyOf, rankOf) {
	const kept = /* @__PURE__ */ new Map();
	for (const one of all) {
		const before = kept.get(keyOf(one));
		if (before === void 0 || rankOf(one) < rankOf(before)) kept.set(keyOf(one), one);
	}
	return [...kept.values()];
}
/**
* @param parts what the runners of a fan-out say of single tests and of the quarantine
* @returns the same as if one runner had said it; nothing where none did
*/
function mergeTests(parts) {
	const tests = parts.flatMap((part) => part.tests ?? []);
	const quarantine = parts.flatMap((part) => part.quarantine ?? []);
	if (tests.length === 0 && quarantine.length === 0) return {};
	const testKey = ({ id, gate, variant }) => JSON.stringify([
		id,
		gate,
		variant
	]);
	const nowRank = ({ now }) => NOW.indexOf(now);
	const statusRank = ({ status }) => STATUS.indexOf(status);
	return {
		tests: strongest(tests, testKey, nowRank).sort((a, b) => nowRank(a) - nowRank(b)),
		quarantine: strongest(quarantine, ({ line }) => String(line), statusRank)
	};
}

// src/actions/gates/results/merge-results.ts
/** Larger than any that this program writes. */
const LARGEST_BYTES = 67108864;
/** Nothing when it is missing or broken: the gates of that runner then have no result, which is an error. */
async function readPart(files, path, schema) {
	try {
		if ((await files.size(path) ?? Number.POSITIVE_INFINITY) > LARGEST_BYTES) return void 0;
		return schema.safeParse(JSON.parse(await files.readText(path) ?? "")).data;
	} catch {
		return;
	}
}
async function copyFolder(files, from, to) {
	if (!await files.exists(from)) return;
	for (const { path, kind } of await files.list(from)) if (kind === "file") await files.copy(join(from, path), join(to, path));
}
async function readResult(share, request, files) {
	const from = join(request.directory, `turnpike-share-${share.index}`);
	const verdict = await readPart(files, join(from, "verdict.json"), verdictFileSchema);
	if (verdict === void 0) return [];
	const details = await readPart(files, join(from, "details.json"), detailsFileSchema) ?? null;
	const folder = `shares/${share.index}/`;
	for (const name of ["logs", "reports"]) {
		const target = join(request.outputDirectory, folder, name);
		await copyFolder(files, join(from, name), target).catch(() => void 0);
	}
	return [{
		share,
		verdict,
		details,
		folder
	}];
}
function refuseOtherPlan(gates, shares) {
	const digest = planDigest(gates);
	if (shares.every(({ plan }) => plan === digest)) return;
	throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was joined.", { problems: [{
		where: "shares",
		message: "were made from another plan than this checkout gives; check out the same commit in all jobs"
	}] });
}
/** Every gate of the plan, also those that nobody asked for. */
function verdictFileOf(facts, run, merged, plan) {
	const { startedAt, durationMs } = merged;
	const byId = new Map(merged.gates.map((gate) => [gate.id, gate]));
	const declared = plan.gates.filter((gate) => gate.declared);
	const gates = declared.map((gate) => {
		const result = byId.get(gate.id) ?? notRun(gate);
		const { startMs, durationMs: took } = result;
		return {
			...result,
			startMs: startMs === null ? null : Math.round(startMs),
			durationMs: took === null ? null : Math.round(took)
		};
	});
	return {
		schema: "turnpike/verdict/1",
		verdict: run.verdict,
		...facts,
		startedAt,
		durationMs: Math.round(durationMs),
		...declared.some(({ id }) => !byId.has(id)) ? { partial: true } : {},
		gates
	};
}
/** Each part forgave few of its own tests; all together they may be more than one runner would have forgiven. */
function withinQuarantine(result) {
	const { failures, tests } = result.counts;
	if (result.outcome !== "quarantined" || failures === null || tests === null) return result;
	const most = mostForgiven(tests);
	if (failures <= most) return result;
	const reason = `${failures} of ${tests} tests failed; not forgiven: at most ${most} of ${tests} are forgiven`;
	return {
		...result,
		outcome: "failed",
		reason
	};
}
/** Every runner looked at the same change. */
function changedOf(results) {
	const changed = results.map(({ details }) => details?.changed).find((one) => one !== void 0);
	return changed === void 0 ? {} : { changed };
}
/** Every runner looked at the same folder of the checkout. */
function prefixOf(results) {
	const prefix = results.map(({ details }) => details?.prefix).find((one) => one !== void 0);
	return prefix === void 0 ? {} : { prefix };
}
/** Every runner installs for itself. */
function remarksOf(results) {
	const remarks = [...new Set(results.flatMap(({ details }) => details?.remarks ?? []))];
	return remarks.length === 0 ? {} : { remarks };
}
/**
* Joins what the runners of a fan-out left into one verdict.json, details.json and folder of logs.
*
* @param request the plan, its shares, and where their results lie
* @param ports the world
* @throws TurnpikeError `INPUT_INVALID` when the shares were made from another plan, `FILE_UNWRITABLE`
*/
async function mergeResults(request, ports) {
	const { plan, shares, outputDirectory, release, requireGates } = request;
	const { files } = ports;
	const gates = selectGates(plan, request.only);
	refuseOtherPlan(gates, shares);
	const facts = await request.facts;
	await clearOutput(files, request.root, outputDirectory);
	const results = (await Promise.all(shares.map((share) => readResult(share, request, files)))).flat();
	const lost = shares.filter(({ index }) => results.every(({ share }) => share.index !== index));
	const startedAt = ports.clock.now().toISOString();
	const shared = mergeShares({
		gates,
		shares,
		results,
		tree: facts.tree,
		startedAt
	});
	const merged = {
		...shared,
		gates: shared.gates.map(withinQuarantine)
	};
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const run = verdictOf(merged.gates.map((result) => ({
		...result,
		inconclusive: byId.get(result.id)?.inconclusive ?? "fail"
	})), {
		release,
		budget: plan.budget,
		durationMs: merged.durationMs,
		requireGates
	});
	const verdict = verdictFileOf(facts, run, merged, plan);
	const details = {
		schema: "turnpike/details/1",
		cores: merged.cores,
		release,
		coverage: merged.coverage,
		budgetMs: plan.budget.totalMs,
		budgetEnforced: plan.budget.enforce,
		gates: [...merged.details],
		...changedOf(results),
		...prefixOf(results),
		...remarksOf(results),
		...mergeTests(results.flatMap((result) => result.details === null ? [] : [result.details])),
		suggestions: plan.suggestions.map(({ gate, enable }) => ({
			id: gate.id,
			command: gate.reproduce,
			why: gate.why,
			enable
		}))
	};
	const verdictFile = join(outputDirectory, "verdict.json");
	const detailsFile = join(outputDirectory, "details.json");
	await files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
	await files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
	return {
		run,
		verdict,
		details,
		lost,
		verdictFile,
		verdictDigest: await files.sha256(verdictFile),
		detailsFile
	};
}

export { mergeResults };