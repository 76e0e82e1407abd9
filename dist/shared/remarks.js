import { ot as waiverRemark } from "./first-gate.js";

// src/actions/gates/shown/remarks.ts
/** Runs that are about a change, so that it is strange when nobody knows which. */
const ABOUT_CHANGE = /* @__PURE__ */ new Set([
	"push",
	"pull_request",
	"merge_group",
	"local"
]);
/**
* @param checked what the gates came to
* @param situation why and where it took place
* @returns what people should know of packages, waivers and conditions beside the results, one sentence each
*/
function remarksOf({ execution, results, installed }, situation) {
	const restless = results === void 0 || results.restless.length === 0 ? [] : [`Nothing is remembered of gates that look at ${results.restless.join(", ")}: it changed while the gates ran.`];
	const always = [...installed.remarks ?? [], ...restless];
	if (situation === void 0) return always;
	const gates = execution.gates;
	const waivers = gates.flatMap(({ gate, judgement: { outcome } }) => gate.waiver === void 0 ? [] : waiverRemark(gate.id, gate.waiver, {
		day: situation.day,
		outcome
	}) ?? []);
	const { changed, events } = situation;
	const isAboutChange = events.some((event) => ABOUT_CHANGE.has(event)) && !events.includes("release");
	const byPath = gates.filter(({ gate }) => gate.when?.paths !== void 0).map(({ gate }) => gate.id);
	if (changed.kind === "known" || !isAboutChange || byPath.length === 0) return [...always, ...waivers];
	const which = byPath.length === 1 ? `${byPath[0]} ran` : `${byPath.length} gates with \`when.paths\` ran`;
	return [
		...always,
		...waivers,
		`What changed is not known (${changed.reason}), so ${which} whatever changed.`
	];
}

export { remarksOf as t };