import { s as mermaidLabel } from "./escape.js";

// src/core/summary/timeline.ts
const HOUR_MS = 36e5;
const DAY_MS = 24 * HOUR_MS;
function clock(ms) {
	return new Date(Math.min(Math.max(0, Math.round(ms)), 86399999)).toISOString().slice(11, 23);
}
/**
* A Mermaid gantt chart. Times are written as times of a day and read back as such, so that every time zone shows the same.
*
* @param sections groups of bars
* @returns the source of the chart; every foreign text is a harmless label
*/
function gantt(sections) {
	const lines = [
		"gantt",
		"  dateFormat HH:mm:ss.SSS",
		`  axisFormat ${Math.max(0, ...sections.flatMap(({ bars }) => bars.map((bar) => bar.startMs + bar.durationMs))) < HOUR_MS ? "%M:%S" : "%H:%M:%S"}`,
		"  todayMarker off"
	];
	for (const { title, bars } of sections) {
		lines.push(`  section ${mermaidLabel(title)}`);
		for (const bar of bars) {
			const tag = bar.tag === null ? "" : `${bar.tag}, `;
			const length = Math.min(Math.max(1, Math.round(bar.durationMs)), DAY_MS);
			lines.push(`  ${mermaidLabel(bar.label)} :${tag}${clock(bar.startMs)}, ${length}ms`);
		}
	}
	return lines.join("\n");
}
const TASK = /^(.+?) :(?:(crit|active|done), )?(\d{2}):(\d{2}):(\d{2}\.\d{3}), (\d{1,8})ms$/;
/** Without the mark that keeps a name from being a statement. */
function shown(label) {
	return (label ?? "").replace("​", "");
}
/**
* Reads back what `gantt` writes, and nothing else of Mermaid.
*
* @param text the source of a Mermaid diagram, foreign
* @returns its sections, or undefined when any line of it is not what `gantt` writes
*/
function parseGantt(text) {
	const [first, ...lines] = text.trim().split("\n").map((line) => line.trim());
	if (first !== "gantt") return void 0;
	const sections = [];
	for (const line of lines) {
		if (/^(dateFormat HH:mm:ss\.SSS|axisFormat [%MSH:]+|todayMarker off)$/.test(line)) continue;
		const section = /^section (.+)$/.exec(line);
		if (section !== null) {
			sections.push({
				title: shown(section[1]),
				bars: []
			});
			continue;
		}
		const [, label = "", tag, hours, minutes, seconds, length] = TASK.exec(line) ?? [];
		const last = sections.at(-1);
		if (last === void 0 || length === void 0) return void 0;
		const startMs = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e3);
		last.bars.push({
			label: shown(label),
			startMs,
			durationMs: Number(length),
			tag: tag === "crit" || tag === "active" || tag === "done" ? tag : null
		});
	}
	return sections;
}
function tagOf(gate) {
	switch (gate.standing) {
		case "blocks": return "crit";
		case "problem":
		case "remark": return gate.result.outcome === "cancelled" ? "done" : "active";
		case "idle": return "done";
		case "passed": return gate.result.outcome === "cached" ? "done" : null;
	}
}
function gateBars(model, offsetMs) {
	return model.gates.flatMap((gate) => {
		const { id, startMs, durationMs } = gate.result;
		if (startMs === null || durationMs === null) return [];
		return [{
			label: id,
			startMs: startMs + offsetMs,
			durationMs,
			tag: tagOf(gate)
		}];
	});
}
function jobBars(model) {
	return (model.input.jobs ?? []).flatMap((job) => {
		if (job.startMs === null || job.durationMs === null) return [];
		const tag = job.result === "failure" ? "crit" : job.result === "success" ? null : "done";
		return [{
			label: job.id,
			startMs: job.startMs,
			durationMs: job.durationMs,
			tag
		}];
	});
}
/** The longest bars, in the order of their start. */
function pick(bars, count) {
	return [...bars].sort((a, b) => b.durationMs - a.durationMs).slice(0, count).sort((a, b) => a.startMs - b.startMs || (a.label < b.label ? -1 : 1));
}
/**
* @param model the page
* @param caps how many bars may be shown
* @returns the timeline of jobs and gates; nothing when there are fewer than two bars, or when they have to go
*/
function timeline(model, caps) {
	const jobs = pick(jobBars(model), caps.bars);
	const setupMs = model.input.setup?.durationMs ?? 0;
	const setup = setupMs === 0 ? [] : [{
		label: "set-up",
		startMs: 0,
		durationMs: setupMs,
		tag: "done"
	}];
	const bars = pick(gateBars(model, setupMs), caps.bars);
	const sections = [];
	if (jobs.length > 0) sections.push({
		title: "jobs",
		bars: jobs
	});
	if (bars.length > 0) sections.push({
		title: "gates",
		bars: [...setup, ...bars]
	});
	if (caps.bars === 0 || sections.flatMap((section) => section.bars).length < 2) return [];
	return [{
		kind: "code",
		language: "mermaid",
		text: gantt(sections)
	}];
}

export { timeline as n, parseGantt as t };