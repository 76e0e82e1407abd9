import { a as toneOf } from "./describe-gate.js";
import { F as WorkTreeReader, N as listenForStop, V as oneLine, n as runRound, o as askCheckout, r as showRound, s as planOf } from "./first-gate.js";
import { T as countOf } from "./begin.js";
import { i as formatError, n as TurnpikeError, t as EXIT } from "./errors.js";
import { dirname, join } from "node:path";
import { watch } from "node:fs";

// src/adapters/node/tree-watcher.ts
/** Editors write a file in several steps; what follows within this time is one change. */
const SETTLE_MS = 150;
/** Where the system gives no more watches, the files are looked at this often. */
const POLL_MS = 2e3;
/** Each folder takes a watch of the system, of which a user has some thousands (inotify(7), max_user_watches). */
const MOST_FOLDERS = 8192;
function contentOf(files) {
	return new Map(files.map(({ path, mode, id }) => [path, `${mode} ${id}`]));
}
function changedBetween(before, after) {
	return [...[...after].filter(([path, what]) => before.get(path) !== what).map(([path]) => path), ...[...before.keys()].filter((path) => !after.has(path))].sort();
}
/**
* Tells which files of a repository change. Events of the file system only wake it; what changed is what git and the
* contents say, so folders that git ignores, times and changes that were taken back are none.
*/
var TreeWatcher = class {
	#root;
	#reader;
	#watches = /* @__PURE__ */ new Map();
	#content = /* @__PURE__ */ new Map();
	#untracked = /* @__PURE__ */ new Set();
	#isPolling = false;
	/** True when something happened since the files were looked at. */
	#isStirred = false;
	#wake = () => void 0;
	/**
	* @param root absolute path of the repository's root
	* @param reader reads contents
	*/
	constructor(root, reader) {
		this.#root = root;
		this.#reader = reader;
	}
	/** How many files are watched. */
	get size() {
		return this.#content.size;
	}
	/**
	* Takes the files as they are now for unchanged.
	*
	* @returns why they cannot be watched, as a clause; undefined when they are
	*/
	async start() {
		const { blind } = await this.#look();
		return blind;
	}
	/**
	* @param file relative to the root
	* @returns true when nobody commits it
	*/
	isUntracked(file) {
		return this.#untracked.has(file);
	}
	/**
	* Looks without waiting.
	*
	* @returns files that changed since the last call, relative to the root, sorted
	*/
	async changedNow() {
		if (!this.#isStirred && !this.#isPolling) return [];
		return (await this.#look()).changed;
	}
	async #look() {
		this.#isStirred = false;
		const { files, blind, untracked } = await this.#reader.read(this.#root);
		if (blind !== void 0) return {
			changed: [],
			blind
		};
		const after = contentOf(files);
		const changed = changedBetween(this.#content, after);
		this.#content = after;
		this.#untracked = untracked;
		this.#follow(files);
		return {
			changed,
			blind
		};
	}
	/**
	* Waits for a change.
	*
	* @param signal ends the wait
	* @returns files that changed since the last call, relative to the root, sorted; empty when the wait was ended
	*/
	async next(signal) {
		while (!signal.aborted) {
			if (!this.#isStirred) await this.#untilStirred(signal);
			if (signal.aborted) break;
			await pause(SETTLE_MS, signal);
			const { changed } = await this.#look();
			if (changed.length > 0) return changed;
		}
		return [];
	}
	/** Ends all watches. */
	close() {
		for (const one of this.#watches.values()) one.close();
		this.#watches.clear();
	}
	async #untilStirred(signal) {
		const stirred = new Promise((resolve) => {
			this.#wake = resolve;
		});
		const waits = this.#isPolling ? [pause(POLL_MS, signal)] : [];
		const ended = new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
		await Promise.race([
			stirred,
			ended,
			...waits
		]);
	}
	#stir() {
		this.#isStirred = true;
		this.#wake();
	}
	/** Watches every folder with a file in it, and no other. */
	#follow(files) {
		const folders = /* @__PURE__ */ new Set(["."]);
		for (const { path } of files) for (let at = dirname(path); !path.startsWith("../") && !folders.has(at); at = dirname(at)) folders.add(at);
		for (const [folder, one] of this.#watches) {
			if (folders.has(folder)) continue;
			one.close();
			this.#watches.delete(folder);
		}
		for (const folder of folders) if (!this.#watches.has(folder)) this.#watch(folder);
	}
	#watch(folder) {
		if (this.#watches.size >= MOST_FOLDERS) {
			this.#isPolling = true;
			return;
		}
		try {
			const one = watch(join(this.#root, folder), { persistent: true }, () => this.#stir());
			one.on("error", () => this.#stir());
			this.#watches.set(folder, one);
		} catch {
			this.#isPolling = true;
		}
	}
};
function pause(ms, signal) {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		}, { once: true });
	});
}

// src/cli/gates/watch-gates.ts
/** Files that a line names. */
const MOST_NAMED = 3;
/** A file that nobody commits, and that cuts so many rounds one after another, is written by a gate. */
const ROUNDS_OF_A_GATE = 2;
function listenForKeys() {
	const controller = new AbortController();
	let runAll = () => void 0;
	const input = process.stdin;
	const take = (data) => {
		const key = data.toString("utf8");
		if (key === "q" || key === "" || key === "") controller.abort();
		if (key === "\r" || key === "\n" || key === "a") runAll();
	};
	const isTerminal = input.isTTY === true;
	if (isTerminal) {
		input.setRawMode(true);
		input.on("data", take);
		input.resume();
	}
	return {
		ended: controller.signal,
		everything: () => new Promise((resolve) => {
			runAll = resolve;
		}),
		close() {
			if (!isTerminal) return;
			input.off("data", take);
			input.setRawMode(false);
			input.pause();
		}
	};
}
function namesOf(files) {
	const shown = files.slice(0, MOST_NAMED).map((file) => oneLine(file, 80));
	const more = files.length - shown.length;
	return `${shown.join(", ")}${more > 0 ? ` and ${countOf(more, "more file")}` : ""}`;
}
var Watch = class {
	#session;
	#tree;
	#keys;
	#stop;
	/** Gates that did not pass when they ran last. */
	#red = /* @__PURE__ */ new Set();
	/** In how many rounds, one after another, a file changed while gates ran. */
	#restless = /* @__PURE__ */ new Map();
	#written = /* @__PURE__ */ new Set();
	constructor(session, tree, keys, stop) {
		this.#session = session;
		this.#tree = tree;
		this.#keys = keys;
		this.#stop = stop;
	}
	get #ended() {
		return AbortSignal.any([this.#keys.ended, this.#stop.signal]);
	}
	async run() {
		const ended = this.#ended;
		let cause = { kind: "all" };
		while (!ended.aborted) {
			const { isWhole, next } = await this.#round(cause);
			if (ended.aborted) return;
			if (next === void 0) {
				this.#say(this.#footer());
				cause = await this.#nextCause(ended);
				this.#announce(cause);
			} else cause = isWhole ? next : joined(cause, next);
		}
	}
	/** Runs gates until they are done or something changes. */
	async #round(cause) {
		const cut = new AbortController();
		const over = new AbortController();
		const waiting = this.#nextCause(over.signal).then((found) => {
			if (!isNothing(found)) cut.abort();
			return found;
		});
		const stop = {
			signal: AbortSignal.any([this.#ended, cut.signal]),
			cause: () => this.#stop.cause()
		};
		let isWhole = false;
		try {
			const checkout = askCheckout(this.#session);
			const { plan } = await planOf(this.#session);
			const change = cause.kind === "all" ? void 0 : {
				kind: "known",
				files: cause.files,
				since: "the last round"
			};
			const checked = await runRound(this.#session, {
				plan,
				stop,
				checkout,
				change,
				cut: cut.signal
			});
			isWhole = !cut.signal.aborted;
			if (isWhole) await this.#show(checked);
		} catch (error) {
			if (!(error instanceof TurnpikeError)) throw error;
			this.#say(formatError(error));
			isWhole = true;
		} finally {
			over.abort();
		}
		const found = await waiting;
		if (!isNothing(found)) {
			this.#announce(found);
			if (found.kind === "files") this.#noteRestless(found.files);
			return {
				isWhole,
				next: found
			};
		}
		const late = (await this.#tree.changedNow()).filter((file) => !this.#tree.isUntracked(file));
		return {
			isWhole,
			next: late.length === 0 ? void 0 : {
				kind: "files",
				files: late
			}
		};
	}
	async #show(checked) {
		for (const { gate, judgement } of checked.execution.gates) {
			if (judgement.outcome === "cancelled" || judgement.outcome === "skipped") continue;
			if (toneOf({
				outcome: judgement.outcome,
				required: gate.required
			}) === "bad") this.#red.add(gate.id);
			else this.#red.delete(gate.id);
		}
		await showRound(this.#session, checked);
		const ran = new Set(checked.execution.gates.map(({ gate }) => gate.id));
		const still = [...this.#red].filter((id) => !ran.has(id));
		if (still.length > 0) this.#say(`${this.#session.look.marks.fail} not passing since before: ${still.join(", ")}`);
		this.#restless.clear();
	}
	async #nextCause(signal) {
		const done = new AbortController();
		const both = AbortSignal.any([signal, done.signal]);
		const all = this.#keys.everything().then(() => ({ kind: "all" }));
		const files = this.#nextFiles(both).then((found) => ({
			kind: "files",
			files: found
		}));
		const cause = await Promise.race([all, files]);
		done.abort();
		await files;
		return cause;
	}
	async #nextFiles(signal) {
		while (!signal.aborted) {
			const changed = (await this.#tree.next(signal)).filter((file) => !this.#isWritten(file));
			if (changed.length > 0) return changed;
		}
		return [];
	}
	#announce(cause) {
		if (isNothing(cause)) return;
		const what = cause.kind === "all" ? "running everything" : `${namesOf(cause.files)} changed`;
		this.#say(`\n${this.#session.look.bold(`▸ ${what}`)}`);
	}
	#isWritten(file) {
		return this.#written.has(file) && this.#tree.isUntracked(file);
	}
	/** Files that gates themselves write would start them for ever. */
	#noteRestless(files) {
		for (const file of files.filter((one) => this.#tree.isUntracked(one))) {
			const count = (this.#restless.get(file) ?? 0) + 1;
			this.#restless.set(file, count);
			if (count < ROUNDS_OF_A_GATE) continue;
			this.#written.add(file);
			this.#say(`${oneLine(file, 80)} changes whenever gates run, so it is not watched any more. Let git ignore it, or commit it.`);
		}
	}
	#footer() {
		const keys = process.stdin.isTTY === true ? " · Enter runs all · q ends" : " · Ctrl-C ends";
		return this.#session.look.dim(`Watching ${countOf(this.#tree.size, "file")}${keys}`);
	}
	#say(text) {
		process.stderr.write(`${text}\n`);
	}
};
function isNothing(cause) {
	return cause.kind === "files" && cause.files.length === 0;
}
function joined(before, cut) {
	if (before.kind === "all" || cut.kind === "all") return { kind: "all" };
	return {
		kind: "files",
		files: [.../* @__PURE__ */ new Set([...before.files, ...cut.files])].sort()
	};
}
/**
* Runs the gates, and again those that a change can make say something else, until somebody ends it. A change while gates
* run stops them first; nothing of them lives on.
*
* @param session the repository
* @throws TurnpikeError `GIT_NOT_A_REPOSITORY` where nobody can tell what changes
*/
async function watchGatesHere(session) {
	const tree = new TreeWatcher(session.root, new WorkTreeReader(session.processes, session.env));
	const problem = await tree.start();
	if (problem !== void 0) throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `Changes cannot be watched here: ${problem}.`, { hint: "git init && git add -A && git commit -m start" });
	const stop = listenForStop();
	const keys = listenForKeys();
	try {
		await new Watch(session, tree, keys, stop).run();
	} finally {
		keys.close();
		tree.close();
	}
	process.exitCode = stop.cause() === "SIGTERM" ? EXIT.terminated : stop.cause() === "SIGINT" ? EXIT.interrupted : EXIT.passed;
}

export { watchGatesHere };