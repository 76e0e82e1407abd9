import { r as verdictOf } from "./verdict-of.js";
import { t as OBSERVATIONS_FILE } from "./history2.js";
import { t as attemptLog } from "./run-attempts.js";
import { join } from "node:path/posix";

// src/actions/gates/fixes.ts
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

// src/actions/gates/write-results.ts
function toResult(executed) {
	const { gate, judgement, startMs, durationMs, exitCode } = executed;
	return {
		id: gate.id,
		outcome: judgement.outcome,
		required: gate.required,
		startMs: startMs === null ? null : Math.round(startMs),
		durationMs: durationMs === null ? null : Math.round(durationMs),
		exitCode,
		reason: judgement.reason,
		counts: judgement.counts
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
	const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
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

export { writeResults as n, notRun as t };