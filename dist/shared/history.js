// src/core/gates/history.ts
/** Weight of the newest run. */
const NEWEST = .3;
function isAmount(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
/** By hand: this is read before the first gate starts, and a library for schemas takes 10 ms to be there. */
function isKept(named) {
	const [, entry] = named;
	if (typeof entry !== "object" || entry === null) return false;
	const { durationMs, cpu, peakBytes, runs } = entry;
	const isRun = Number.isInteger(runs) && isAmount(runs) && runs > 0;
	return isAmount(durationMs) && [cpu, peakBytes].every((one) => one === null || isAmount(one)) && isRun;
}
/**
* @param text history.json; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read, because it is no more than a hint
*/
function parseHistory(text) {
	if (text === void 0) return /* @__PURE__ */ new Map();
	try {
		const { schema, gates } = JSON.parse(text);
		if (schema !== "turnpike/history/1" || typeof gates !== "object" || gates === null) return /* @__PURE__ */ new Map();
		const entries = Object.entries(gates);
		return entries.every(isKept) ? new Map(entries) : /* @__PURE__ */ new Map();
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