import { a as toneOf, i as idColumns, n as alignedLine } from "./describe-gate.js";
import { n as isLive, r as liveRegion, t as spinnerAt } from "./spinner.js";
import { i as truncate, n as pad, o as wrap } from "./table.js";
import { H as plainText, V as oneLine, W as formatDuration } from "./first-gate.js";

// src/cli/gates/gates-view.ts
const FURTHER_IN = "    ";
/** Installations that are shown at once. */
const MOST_SET_UPS = 3;
function markOf(tone, { marks }) {
	return {
		good: marks.pass,
		bad: marks.fail,
		odd: marks.warn,
		idle: marks.skip
	}[tone];
}
function finishedLine(run, look, columns) {
	const tone = toneOf(run);
	const line = plainText(alignedLine(run, columns)).replaceAll("\n", " ").slice(0, 400);
	return `${markOf(tone, look)} ${tone === "idle" ? look.dim(line) : line}`;
}
function columnsOf(plan, lineColumns) {
	const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
	return idColumns(ids, lineColumns);
}
/** Whole seconds: the view is drawn often, and tenths would only flicker. */
function seconds(ms) {
	return ms < 1e3 ? "0 s" : formatDuration(Math.floor(ms / 1e3) * 1e3);
}
/** Line by line, for logs and pipes. */
function plainView({ stream, styles: look, plan, stop }) {
	const columns = columnsOf(plan);
	const say = (line) => void stream.write(`${line}\n`);
	stop.addEventListener("abort", () => say("Stopping…"), { once: true });
	const listener = (event) => {
		if (event.kind === "finished") say(finishedLine(event.run, look, columns));
		if (event.kind === "setup-started") say(`Installing what is missing: ${event.command}`);
		if (event.kind === "setup-finished" && event.problem !== void 0) say(`It did not work: ${oneLine(event.problem, 400)}`);
		if (event.kind === "silent") for (const one of event.running) say(`… ${one.id} has run for ${formatDuration(one.forMs)}  ${oneLine(one.line, 120)}`);
	};
	return {
		listener,
		end: () => void 0
	};
}
var LiveView = class {
	#options;
	#region;
	#rows = /* @__PURE__ */ new Map();
	#timer;
	#begin = performance.now();
	#left = 0;
	#setUps = /* @__PURE__ */ new Set();
	#isOver = false;
	constructor(options) {
		this.#options = options;
		this.#region = liveRegion(options.stream, () => this.#draw());
		this.#timer = setInterval(() => this.#draw(), 100);
	}
	listener = (event) => {
		switch (event.kind) {
			case "begun":
				this.#left = event.gates;
				break;
			case "setup-started":
				this.#setUps.add(event.command);
				break;
			case "setup-finished":
				this.#setUps.delete(event.command);
				if (event.problem !== void 0) this.#region.above([`It did not work: ${oneLine(event.problem, 400)}`]);
				break;
			case "started":
				this.#rows.set(event.id, {
					startedMs: performance.now(),
					line: ""
				});
				break;
			case "line": {
				const row = this.#rows.get(event.id);
				if (row !== void 0) row.line = event.text;
				break;
			}
			case "finished":
				this.#rows.delete(event.run.id);
				this.#left -= 1;
				this.#region.above([this.#finished(event.run)]);
		}
	};
	end() {
		if (this.#isOver) return;
		this.#isOver = true;
		clearInterval(this.#timer);
		this.#region.end();
	}
	/** A long reason goes on below itself, a little further in. */
	#finished(run) {
		const { styles: look, plan } = this.#options;
		const { columns } = this.#region.size();
		const room = columns - 1 - 4;
		return wrap(finishedLine(run, look, columnsOf(plan, columns)), room).replaceAll("\n", `\n${FURTHER_IN}`);
	}
	#draw() {
		if (this.#isOver) return;
		const { styles: look, plan, stop } = this.#options;
		const { columns, rows } = this.#region.size();
		const spinner = look.cyan(spinnerAt(performance.now()));
		const ids = columnsOf(plan, columns);
		const setUps = [...this.#setUps].slice(0, MOST_SET_UPS);
		const lines = [...this.#rows].slice(0, rows - 2 - setUps.length).map(([id, row]) => {
			const time = seconds(performance.now() - row.startedMs);
			return `${spinner} ${pad(truncate(oneLine(id, 200), ids), ids)}  ${time.padStart(10)}  ${look.dim(oneLine(row.line, columns))}`;
		});
		for (const command of setUps) lines.push(`${spinner} ${look.dim(oneLine(`installing: ${command}`, columns))}`);
		const waiting = this.#left - this.#rows.size;
		const hidden = this.#rows.size + setUps.length - lines.length;
		const foot = [
			seconds(performance.now() - this.#begin),
			...hidden > 0 ? [`${hidden} more running`] : [],
			...stop.aborted ? ["stopping; once more to end at once"] : waiting > 0 ? [`${waiting} waiting`] : []
		];
		this.#region.draw([...lines, look.dim(foot.join("  ·  "))]);
	}
};
/**
* @param options the stream and its looks, what will run
* @returns a live view in a terminal, lines elsewhere
*/
function watchGates(options) {
	return isLive(options.stream, process.env) ? new LiveView(options) : plainView(options);
}

export { watchGates as t };