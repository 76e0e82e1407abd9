import { c as literal, d as object, f as record, m as string, u as number } from "./schemas.js";

// src/core/gates/history.ts
const entry = object({
	durationMs: number().nonnegative(),
	cpu: number().nonnegative().nullable(),
	peakBytes: number().nonnegative().nullable(),
	runs: number().int().positive()
});
const historySchema = object({
	schema: literal("turnpike/history/1"),
	gates: record(string(), entry)
});
/** Weight of the newest run. */
const NEWEST = .3;
/**
* @param text history.json; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read, because it is no more than a hint
*/
function parseHistory(text) {
	if (text === void 0) return /* @__PURE__ */ new Map();
	try {
		const parsed = historySchema.safeParse(JSON.parse(text));
		return parsed.success ? new Map(Object.entries(parsed.data.gates)) : /* @__PURE__ */ new Map();
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
function blend(before, now) {
	return before === null || before === void 0 ? now : before + NEWEST * (now - before);
}
/** Cores: less than the mean is believed only when nothing else wanted them. */
function blendCpu(before, { cpu, wasCrowded }) {
	if (cpu === null) return before ?? null;
	if (before === null || before === void 0) return wasCrowded ? null : cpu;
	return wasCrowded && cpu < before ? before : blend(before, cpu);
}
/**
* @param history what is remembered
* @param measured what gates took that ran to their end just now, by id
* @returns what to remember
*/
function remember(history, measured) {
	const next = new Map(history);
	for (const [id, now] of measured) {
		const before = next.get(id);
		next.delete(id);
		next.set(id, {
			durationMs: blend(before?.durationMs, now.durationMs),
			cpu: blendCpu(before?.cpu, now),
			peakBytes: now.peakBytes === null ? before?.peakBytes ?? null : Math.max(now.peakBytes, blend(before?.peakBytes, now.peakBytes)),
			runs: (before?.runs ?? 0) + 1
		});
	}
	return new Map([...next].slice(-2e4));
}
/**
* @param history what to remember
* @returns the text of history.json, in a form that formatters leave alone
*/
function renderHistory(history) {
	const round = (value) => value === null ? null : Math.round(value * 1e3) / 1e3;
	const gates = Object.fromEntries([...history].map(([id, { durationMs, cpu, peakBytes, runs }]) => [id, {
		durationMs: round(durationMs),
		cpu: round(cpu),
		peakBytes: round(peakBytes),
		runs
	}]));
	return `${JSON.stringify({
		schema: "turnpike/history/1",
		gates
	}, null, 2)}\n`;
}

export { remember as n, renderHistory as r, parseHistory as t };