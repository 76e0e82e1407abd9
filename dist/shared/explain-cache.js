import { V as oneLine, _ as selectGates, d as columnsOf, l as styles, v as ResultCache, w as Environments } from "./first-gate.js";
import { r as renderTable } from "./table.js";

// src/cli/gates/explain-cache.ts
/** Enough of a digest to compare by eye. */
const SHOWN = 12;
/**
* Says what decides whether a gate has to run again. Nothing is run.
*
* @param id a gate, or the entry of a matrix
* @param about the repository, its plan, and where results and environments are kept
* @param ports the world
* @throws TurnpikeError `PLAN_UNKNOWN_GATE`
*/
async function explainCache(id, { root, plan, memory, environments: store }, ports) {
	const look = styles(process.stdout, ports.env);
	const chosen = selectGates(plan, [id]).filter((gate) => gate.id === id || gate.matrix?.of === id);
	const written = [".turnpike/"];
	const gates = selectGates(plan, []);
	const options = {
		root,
		environments: plan.environments,
		folder: root,
		listener: () => void 0,
		store
	};
	const environments = await Environments.open(gates, options, ports);
	const cache = await ResultCache.open(memory, {
		gates,
		root,
		written,
		environments
	}, ports);
	const passes = await cache.recall();
	const blocks = chosen.map((gate) => {
		const key = cache.keys.get(gate.id);
		const title = look.bold(oneLine(gate.id, 200));
		if (key?.kind !== "key") return `${title}  is always run: ${oneLine(key?.reason ?? "", 300)}`;
		const state = passes.get(gate.id)?.reason ?? "runs next time: nothing with this key has passed, or what needs it has to run";
		const rows = key.parts.map((part) => [
			look.dim(part.name),
			part.digest.slice(0, SHOWN),
			oneLine(part.detail, 2e3)
		]);
		const table = renderTable(rows, {
			width: Math.min(columnsOf([process.stdout, process.stderr], 100), 120),
			indent: 2,
			overflow: "wrap"
		});
		return [
			`${title}  ${look.dim(`· key ${key.key.slice(0, SHOWN)}`)}`,
			`  ${oneLine(state, 300)}`,
			table
		].join("\n");
	});
	process.stdout.write(`${blocks.join("\n\n")}\n`);
}

export { explainCache };