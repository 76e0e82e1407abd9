import { Mt as fromRoot, Nt as shellLine } from "./first-gate.js";

// src/core/detect/plan-document.ts
/**
* The command as a person types it in the gate's folder, without reports.
*
* @param gate any gate
*/
function commandLine(gate) {
	const prefix = fromRoot(gate.cwd, "");
	return gate.reproduce.startsWith(prefix) ? gate.reproduce.slice(prefix.length) : gate.reproduce;
}
/**
* @param gate any gate
* @returns exactly what is started, as a shell line
*/
function runLine(gate) {
	return typeof gate.run === "string" ? gate.run.trim() : shellLine(gate.run);
}
function toPlanGate(gate, enable) {
	const { id, required, tool, cwd, source, declared, run, reproduce, env, needs, tier } = gate;
	return {
		id,
		outcome: null,
		required,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason: null,
		counts: {
			tests: null,
			failures: null,
			findings: null
		},
		tool,
		command: commandLine(gate),
		cwd,
		source,
		declared,
		run,
		reproduce,
		env,
		needs,
		tier,
		timeoutMs: gate.timeoutMs,
		cpu: gate.cpu,
		memoryBytes: gate.memoryBytes,
		locks: gate.locks,
		reports: gate.reports,
		inconclusive: gate.inconclusive,
		environment: gate.environment,
		toolchains: gate.toolchains ?? [],
		network: gate.network === true,
		why: gate.why,
		enable,
		owner: gate.owner ?? null,
		docs: gate.docs ?? null,
		shows: gate.shows ?? null,
		chain: gate.chain ?? [],
		certainty: gate.certainty ?? "certain",
		when: gate.when ?? null,
		retries: gate.retries ?? null,
		threshold: gate.threshold ?? null,
		waiver: gate.waiver ?? null,
		inputs: gate.inputs ?? null,
		cache: gate.cache ?? (gate.environment?.recipe === void 0 ? null : false),
		matrix: gate.matrix ?? null
	};
}
/**
* @param planned the plan and what was left out
* @param checkout what is known of the checkout
* @param sbom what the locks hold; null when there is none
* @returns the document of `turnpike plan --json`: gates that run first, suggestions after them
*/
function toPlanDocument({ plan, leftOut }, checkout, sbom = null) {
	return {
		schema: "turnpike/plan/1",
		verdict: plan.gates.length === 0 ? "nothing-to-check" : null,
		...checkout,
		startedAt: null,
		durationMs: null,
		gates: [...plan.gates.map((gate) => toPlanGate(gate, null)), ...plan.suggestions.map(({ gate, enable }) => toPlanGate(gate, enable))],
		setup: plan.environments.map((environment) => ({
			...environment,
			outcome: null,
			reason: null
		})),
		sbom: sbom === null ? null : {
			components: sbom.components,
			edges: sbom.edges
		},
		build: plan.build,
		neverRun: plan.neverRun ?? [],
		budget: plan.budget,
		notes: plan.notes,
		leftOut,
		trial: null
	};
}

export { runLine as n, toPlanDocument as r, commandLine as t };