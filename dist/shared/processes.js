import { n as TurnpikeError } from "./errors.js";
import { basename, delimiter, dirname, join } from "node:path";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, readdirSync, statSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { randomBytes } from "node:crypto";
import { access, open, readFile, readdir, stat } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { setMaxListeners } from "node:events";
import { execFile, spawn } from "node:child_process";

// src/adapters/node/processes/process-table.ts
/** Name of the variable that marks every process that we start and all that it starts, whatever session they move to. */
const MARKER_VARIABLE = "TURNPIKE_PROCESS";
/**
* @param text content of `/proc/<pid>/stat`; the command's name stands in brackets and may hold brackets and blanks
* @returns its fields, or undefined when it is cut
*/
function parseProcStat(text) {
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	const at = (field) => Number(fields[field - 3]);
	const start = fields[19];
	const state = fields[0];
	if (start === void 0 || state === void 0) return void 0;
	return {
		state,
		group: at(5),
		session: at(6),
		ownTicks: at(14) + at(15),
		childTicks: at(16) + at(17),
		start,
		residentPages: at(24)
	};
}
/**
* @param environ content of `/proc/<pid>/environ`, variables ended by NUL
* @param marker the marker to find
* @returns true when the process carries the marker or a nested one
*/
function carriesMarker(environ, marker) {
	const entry = `${MARKER_VARIABLE}=${marker}`;
	for (let at = environ.indexOf(entry); at !== -1; at = environ.indexOf(entry, at + 1)) {
		const before = at === 0 ? "\0" : environ[at - 1];
		const after = environ[at + entry.length] ?? "\0";
		if (before === "\0" && (after === "\0" || after === "/")) return true;
	}
	return false;
}
/**
* @param file a path or an open descriptor's path below /proc
* @returns what names the file itself, whatever its path; undefined when it is not there
*/
function fileIdentity(file) {
	try {
		const { dev, ino } = statSync(file);
		return `${dev}:${ino}`;
	} catch {
		return;
	}
}
function isLiving(stat) {
	return stat !== void 0 && stat.state !== "Z" && stat.state !== "X";
}
/** Linux: the proc file system. */
var LinuxProcessTable = class {
	#root;
	/** @param root where the proc file system is mounted */
	constructor(root = "/proc") {
		this.#root = root;
	}
	/** @returns all process ids */
	pids() {
		try {
			return readdirSync(this.#root).filter((name) => /^\d+$/.test(name)).map(Number);
		} catch {
			return [];
		}
	}
	/**
	* @param pid a process id
	* @returns its stat fields, or undefined when there is no such process
	*/
	stat(pid) {
		const text = this.#read(pid, "stat");
		return text === void 0 ? void 0 : parseProcStat(text);
	}
	/**
	* @param pid a process id
	* @returns its start, or undefined when it does not live
	*/
	startSync(pid) {
		const stat = this.stat(pid);
		return isLiving(stat) ? stat.start : void 0;
	}
	/**
	* @param tree a tree
	* @returns what still lives of it
	*/
	survivorsSync(tree) {
		const leader = this.stat(tree.leader);
		const isRecycled = leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart;
		const found = [];
		for (const pid of this.pids()) {
			if (pid === process.pid || tree.strangers?.has(pid) === true) continue;
			const stat = this.stat(pid);
			if (!isLiving(stat)) continue;
			const inGroup = tree.leader > 0 && !isRecycled && stat.group === tree.leader;
			if (inGroup || this.#belongs(pid, tree)) found.push({
				pid,
				start: stat.start,
				inGroup
			});
		}
		return found;
	}
	#belongs(pid, { marker, outputs }) {
		if (carriesMarker(this.#read(pid, "environ") ?? "", marker)) return true;
		if (outputs === void 0) return false;
		return [1, 2].some((fd) => outputs.has(fileIdentity(join(this.#root, String(pid), "fd", String(fd))) ?? ""));
	}
	startOf(pid) {
		return Promise.resolve(this.startSync(pid));
	}
	survivors(tree) {
		return Promise.resolve(this.survivorsSync(tree));
	}
	#read(pid, file) {
		try {
			return readFileSync(join(this.#root, String(pid), file), "latin1");
		} catch {
			return;
		}
	}
};

// src/adapters/node/processes/foreign-tables.ts
/** The system's own programs, asked for at most 2 s. */
const askSystem = (file, args) => new Promise((resolve) => {
	const options = {
		timeout: 2e3,
		maxBuffer: 67108864,
		windowsHide: true
	};
	execFile(file, [...args], options, (error, stdout) => resolve(error === null ? stdout : ""));
});
const PS_LINE = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\w{3}\s+\w{3}\s+\d+\s+[\d:]{8}\s+\d{4})\s+(.*)$/;
/**
* @param text output of macOS `ps`
* @returns its lines; what does not look like one is left out
*/
function parsePs(text) {
	const lines = [];
	for (const line of text.split("\n")) {
		const [, pid, group, state, start, command] = PS_LINE.exec(line) ?? [];
		if (pid === void 0 || group === void 0 || state === void 0 || start === void 0) continue;
		lines.push({
			pid: Number(pid),
			group: Number(group),
			state,
			start,
			command: command ?? ""
		});
	}
	return lines;
}
/** macOS: `ps`, which shows the environment of the user's own processes. Tested with recorded data, not run there. */
var MacProcessTable = class {
	#ask;
	/** @param ask runs `ps` */
	constructor(ask = askSystem) {
		this.#ask = ask;
	}
	async #lines() {
		return parsePs(await this.#ask("/bin/ps", [
			"-A",
			"-E",
			"-w",
			"-w",
			"-o",
			"pid=,pgid=,stat=,lstart=,command="
		])).filter((line) => !line.state.startsWith("Z"));
	}
	async startOf(pid) {
		return (await this.#lines()).find((line) => line.pid === pid)?.start;
	}
	async survivors(tree) {
		const lines = await this.#lines();
		const leader = lines.find((line) => line.pid === tree.leader);
		const isRecycled = leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart;
		const marker = new RegExp(`(^|\\s)${MARKER_VARIABLE}=${tree.marker}(/|\\s|$)`);
		return lines.map((line) => ({
			...line,
			inGroup: !isRecycled && line.group === tree.leader
		})).filter((line) => line.pid !== process.pid && (line.inGroup || marker.test(line.command))).map(({ pid, start, inGroup }) => ({
			pid,
			start,
			inGroup
		}));
	}
};
/**
* @param text output of `ConvertTo-Json -Compress` over ProcessId, ParentProcessId and Start
* @returns the processes; empty when it is no JSON
*/
function parseCim(text) {
	let rows;
	try {
		rows = JSON.parse(text);
	} catch {
		return [];
	}
	const found = [];
	for (const row of Array.isArray(rows) ? rows : [rows]) {
		if (typeof row !== "object" || row === null) continue;
		const { ProcessId: pid, ParentProcessId: parent, Start: start } = row;
		if (typeof pid === "number" && typeof parent === "number" && typeof start === "string") found.push({
			pid,
			parent,
			start
		});
	}
	return found;
}
/**
* A parent's id may have been given to a new process; a child is never older than its parent.
*
* @param processes all processes
* @param root where to begin
* @returns the processes below `root`, without it
*/
function descendantsOf(processes, root) {
	const found = [];
	const open = [root];
	const seen = /* @__PURE__ */ new Set([root.pid]);
	for (let parent = open.pop(); parent !== void 0; parent = open.pop()) for (const child of processes) {
		if (child.parent !== parent.pid || child.start < parent.start || seen.has(child.pid)) continue;
		seen.add(child.pid);
		found.push(child);
		open.push(child);
	}
	return found;
}
const CIM_QUERY = "Get-CimInstance Win32_Process | Select-Object ProcessId, ParentProcessId, @{n='Start';e={$_.CreationDate.ToUniversalTime().ToString('o')}} | ConvertTo-Json -Compress";
/**
* Windows: parent ids and creation times. The environment of another process cannot be read there, so a child whose
* parents have all ended is not found. Tested with recorded data, not run there.
*/
var WindowsProcessTable = class {
	#ask;
	/** @param ask runs PowerShell */
	constructor(ask = askSystem) {
		this.#ask = ask;
	}
	async #all() {
		return parseCim(await this.#ask("powershell.exe", [
			"-NoProfile",
			"-NonInteractive",
			"-Command",
			CIM_QUERY
		]));
	}
	async startOf(pid) {
		return (await this.#all()).find((entry) => entry.pid === pid)?.start;
	}
	async survivors(tree) {
		const all = await this.#all();
		const leader = all.find((entry) => entry.pid === tree.leader);
		if (leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart) return [];
		const root = leader ?? {
			pid: tree.leader,
			parent: 0,
			start: tree.leaderStart ?? ""
		};
		return [...leader === void 0 ? [] : [leader], ...descendantsOf(all, root)].map(({ pid, start }) => ({
			pid,
			start,
			inGroup: true
		}));
	}
};

// src/adapters/node/processes/stop-tree.ts
/** Somebody cancelled, or time is out. */
const STOP_PLAN = {
	interruptMs: 3e3,
	terminateMs: 5e3,
	giveUpMs: 6800
};
/** The leader ended by itself and left others behind: they are asked once, then killed. */
const SWEEP_PLAN = {
	interruptMs: 0,
	terminateMs: 500,
	giveUpMs: 3e3
};
/** `kill(2)`. That a target is gone meanwhile is no error. */
const posixSignaller = {
	one: (pid, signal) => quietly(() => process.kill(pid, signal)),
	group: (leader, signal) => quietly(() => process.kill(-leader, signal))
};
function quietly(work) {
	try {
		work();
	} catch {}
}
const MACHINE_TIMER = {
	now: () => performance.now(),
	wait: (ms) => setTimeout$1(ms)
};
async function signalAll(target, survivors, signal) {
	if (target.isLeaderOurs()) target.signaller.group(target.tree.leader, signal);
	for (const survivor of survivors) {
		if (survivor.inGroup && target.isLeaderOurs()) continue;
		if (await target.table.startOf(survivor.pid) === survivor.start) target.signaller.one(survivor.pid, signal);
	}
}
/** Longest time between SIGTERM and SIGKILL, for trees whose group was gone early. */
const TERMINATE_GRACE_MS = 2e3;
const HARDNESS = {
	SIGINT: 0,
	SIGTERM: 1,
	SIGKILL: 2
};
function signalAt(plan, elapsedMs, terminatedAtMs) {
	if (elapsedMs >= Math.min(plan.terminateMs, (terminatedAtMs ?? Number.POSITIVE_INFINITY) + TERMINATE_GRACE_MS)) return "SIGKILL";
	return elapsedMs >= plan.interruptMs ? "SIGTERM" : "SIGINT";
}
/**
* Ends a tree: SIGINT to the group, SIGTERM, SIGKILL, to escaped ones too, until nothing of it is left. However late a busy
* machine lets it come, it never gives up before SIGKILL was sent.
*
* @param target the tree and how to reach it
* @param plan how long each signal may work
* @returns true when nothing lives any more; false when the plan's time ran out before
*/
async function stopTree(target, plan) {
	const { now, wait } = target.timer ?? MACHINE_TIMER;
	const begin = now();
	let sent;
	let terminatedAtMs;
	let emptyScans = 0;
	for (let pause = 5;; pause = Math.min(pause * 2, 50)) {
		const elapsedMs = now() - begin;
		if (elapsedMs > plan.giveUpMs && sent === "SIGKILL") return false;
		const survivors = await target.table.survivors(target.tree);
		emptyScans = survivors.length === 0 && !target.isLeaderOurs() ? emptyScans + 1 : 0;
		if (emptyScans === (sent === void 0 ? 1 : 2)) return true;
		const groupLives = target.isLeaderOurs() || survivors.some((survivor) => survivor.inGroup);
		const due = signalAt(plan, elapsedMs, terminatedAtMs);
		const wanted = due === "SIGINT" && !groupLives ? "SIGTERM" : due;
		if (wanted === "SIGKILL" || sent === void 0 || HARDNESS[wanted] > HARDNESS[sent]) {
			await signalAll(target, wanted === "SIGINT" ? survivors.filter((survivor) => survivor.inGroup) : survivors, wanted);
			sent = wanted;
			if (wanted === "SIGTERM") terminatedAtMs = elapsedMs;
		}
		await wait(pause);
	}
}

// src/adapters/node/processes/usage.ts
/** Clock ticks a second in the proc file system; 100 on every Linux that Node runs on (proc(5), USER_HZ). */
const TICK_MS = 10;
const FIRST_SAMPLE_MS = 100;
const SAMPLE_MS = 500;
/** The system's page size: our own size in bytes by our own size in pages, to the nearest power of two. */
function pageBytes(ownPages) {
	if (ownPages === void 0 || ownPages === 0) return 4096;
	return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / ownPages));
}
/**
* CPU time and memory of children on Linux.
*
* CPU time: the kernel adds the time of each waited-for child to its parent's `cutime` and `cstime` (proc(5)), so our own
* counters grow by exactly what a child used when it is waited for. Children that end in one turn of the event loop share
* that growth in proportion to what was last seen of each. Memory: the largest sum of resident sizes of the child's
* session, looked at after 0.1 s and then twice a second; unknown for what ends before the first look.
*/
var UsageMeter = class {
	#table;
	#watched = /* @__PURE__ */ new Map();
	#pageBytes;
	#timer;
	#dueMs = 0;
	#reapedTicks;
	#ended = [];
	/** Processes that belonged to nobody who is watched. A process never moves into a session of others (setsid(2)). */
	#strangers = /* @__PURE__ */ new Set();
	/** @param table the proc file system */
	constructor(table) {
		this.#table = table;
		const own = table.stat("self");
		this.#reapedTicks = own?.childTicks ?? 0;
		this.#pageBytes = pageBytes(own?.residentPages);
	}
	/** @param leader process id of a child that was just started in a session of its own */
	watch(leader) {
		this.#watched.set(leader, {
			leader,
			sampledTicks: 0,
			peakPages: 0,
			exited: void 0
		});
		this.#schedule(FIRST_SAMPLE_MS);
	}
	/**
	* To be called in the turn of the event loop in which the child was waited for.
	*
	* @param leader its process id
	* @returns what it used
	*/
	ended(leader) {
		const watched = this.#watched.get(leader);
		this.#watched.delete(leader);
		if (this.#watched.size === 0) {
			clearTimeout(this.#timer);
			this.#timer = void 0;
		}
		if (watched === void 0) return Promise.resolve({});
		return new Promise((resolve) => {
			watched.exited = resolve;
			this.#ended.push(watched);
			if (this.#ended.length === 1) setImmediate(() => this.#share());
		});
	}
	#share() {
		const ended = this.#ended;
		this.#ended = [];
		const total = this.#table.stat("self")?.childTicks;
		const grown = total === void 0 ? void 0 : Math.max(0, total - this.#reapedTicks);
		this.#reapedTicks = total ?? this.#reapedTicks;
		const sampled = ended.reduce((sum, one) => sum + one.sampledTicks + 1, 0);
		for (const one of ended) {
			const cpu = grown === void 0 ? {} : { cpuMs: grown * TICK_MS * (one.sampledTicks + 1) / sampled };
			one.exited?.({
				...cpu,
				...one.peakPages === 0 ? {} : { peakBytes: one.peakPages * this.#pageBytes }
			});
		}
	}
	#schedule(afterMs) {
		const dueMs = performance.now() + afterMs;
		if (this.#timer !== void 0 && this.#dueMs <= dueMs) return;
		clearTimeout(this.#timer);
		this.#dueMs = dueMs;
		this.#timer = setTimeout(() => this.#sample(), afterMs);
		this.#timer.unref();
	}
	#sample() {
		this.#timer = void 0;
		const pages = /* @__PURE__ */ new Map();
		const strangers = /* @__PURE__ */ new Set();
		for (const pid of this.#table.pids()) {
			const isKnown = this.#strangers.has(pid) && !this.#watched.has(pid);
			const stat = isKnown ? void 0 : this.#table.stat(pid);
			if (isKnown || stat !== void 0 && !this.#watched.has(stat.session)) strangers.add(pid);
			if (stat === void 0 || !this.#watched.has(stat.session)) continue;
			pages.set(stat.session, (pages.get(stat.session) ?? 0) + stat.residentPages);
			const watched = this.#watched.get(stat.session);
			if (watched !== void 0 && pid === stat.session) watched.sampledTicks = stat.ownTicks + stat.childTicks;
		}
		this.#strangers = strangers;
		for (const [session, sum] of pages) {
			const watched = this.#watched.get(session);
			if (watched !== void 0) watched.peakPages = Math.max(watched.peakPages, sum);
		}
		if (this.#watched.size > 0) this.#schedule(SAMPLE_MS);
	}
};

// src/adapters/node/processes/child.ts
/** Less time than it takes to start 32,768 processes. */
const RECYCLE_MS = 5e3;
/** Windows has no signals: `taskkill` asks first and forces then. Not run there. */
const windowsSignaller = {
	one: (pid, signal) => taskkill(pid, signal),
	group: (leader, signal) => taskkill(leader, signal)
};
function taskkill(pid, signal) {
	execFile("taskkill.exe", taskkillArguments(pid, signal), { windowsHide: true }, () => void 0);
}
/**
* @param pid root of the tree to end
* @param signal SIGKILL forces
* @returns arguments of taskkill.exe
*/
function taskkillArguments(pid, signal) {
	return [
		"/T",
		...signal === "SIGKILL" ? ["/F"] : [],
		"/PID",
		String(pid)
	];
}
/**
* @param name `process.platform`
* @returns what there is on it
*/
function platformOf(name) {
	if (name === "win32") return {
		table: new WindowsProcessTable(),
		signaller: windowsSignaller,
		linux: void 0,
		meter: void 0
	};
	if (name === "darwin") return {
		table: new MacProcessTable(),
		signaller: posixSignaller,
		linux: void 0,
		meter: void 0
	};
	const linux = new LinuxProcessTable();
	return {
		table: linux,
		signaller: posixSignaller,
		linux,
		meter: new UsageMeter(linux)
	};
}
/** A started program: leader of a session and a group of its own, all of its signals at their default, no terminal. */
var Child = class {
	process;
	/** Resolves when the leader was waited for, or could not be started. */
	ended;
	#platform;
	#tree;
	#before;
	#startedMs = performance.now();
	#isLeaderOurs;
	/**
	* @param command what to start
	* @param stdio where its streams go
	* @param context the platform, the marker's value, and paths of files that only this child writes
	*/
	constructor(command, stdio, context) {
		this.#platform = context.platform;
		this.#before = new Set(this.#platform.linux?.pids() ?? []);
		this.process = spawn(command.file, command.args, {
			cwd: command.cwd,
			env: {
				...command.env,
				[MARKER_VARIABLE]: context.marker
			},
			detached: process.platform !== "win32",
			stdio,
			windowsHide: true
		});
		const leader = this.process.pid ?? 0;
		const leaderStart = leader === 0 ? void 0 : this.#platform.linux?.stat(leader)?.start;
		const outputs = new Set((context.outputs ?? []).flatMap((file) => fileIdentity(file) ?? []));
		this.#tree = {
			leader,
			leaderStart,
			marker: context.marker,
			...outputs.size === 0 ? {} : { outputs }
		};
		this.#isLeaderOurs = leader !== 0;
		if (leader !== 0) {
			living.set(leader, this);
			this.#platform.meter?.watch(leader);
		}
		this.ended = this.#awaitEnd(command);
	}
	/** The tree, for whoever looks for what is left of it. */
	get tree() {
		return this.#tree;
	}
	async #awaitEnd(command) {
		const exit = await new Promise((resolve) => {
			this.process.once("error", (error) => {
				if (this.process.pid !== void 0) return;
				whyNotStarted(command, error).then((end) => resolve({
					end,
					usage: Promise.resolve({})
				}));
			});
			this.process.once("exit", (code, signal) => {
				this.#isLeaderOurs = false;
				const usage = this.#platform.meter?.ended(this.#tree.leader) ?? Promise.resolve({});
				resolve({
					end: toEnd(code, signal),
					usage
				});
			});
		});
		return {
			end: exit.end,
			usage: await exit.usage
		};
	}
	/**
	* @param plan how long each signal may work
	* @returns true when nothing of the tree lives any more
	*/
	async stop(plan) {
		if (this.#tree.leader === 0) return true;
		const target = {
			tree: performance.now() - this.#startedMs < RECYCLE_MS ? {
				...this.#tree,
				strangers: this.#before
			} : this.#tree,
			table: this.#platform.table,
			signaller: this.#platform.signaller,
			isLeaderOurs: () => this.#isLeaderOurs
		};
		const isGone = await stopTree(target, plan);
		this.forget();
		return isGone;
	}
	/** Ends the watch over this child: it is gone, or may stay. */
	forget() {
		living.delete(this.#tree.leader);
	}
	/** Kills at once, for the moment in which our own process ends. */
	killNow() {
		if (this.#isLeaderOurs) this.#platform.signaller.group(this.#tree.leader, "SIGKILL");
		for (const survivor of this.#platform.linux?.survivorsSync(this.#tree) ?? []) this.#platform.signaller.one(survivor.pid, "SIGKILL");
	}
};
/** Children whose tree may still live, by leader. */
const living = /* @__PURE__ */ new Map();
process.once("exit", () => {
	for (const child of living.values()) child.killNow();
});
function toEnd(code, signal) {
	if (signal !== null) return {
		kind: "signalled",
		signal
	};
	return {
		kind: "exited",
		code: code ?? 0
	};
}
/**
* @param command what was to be started
* @param error what starting it threw
* @returns why it did not start, in words for a person
*/
async function whyNotStarted(command, error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
	const folder = await stat(command.cwd).catch(() => void 0);
	if (folder === void 0 || !folder.isDirectory()) return {
		kind: "not-started",
		reason: "no-such-cwd",
		message: `${command.cwd} is not a folder.`
	};
	if (code === "ENOENT") return command.file.includes("/") && await access(command.file, constants.F_OK).then(yes, no) ? {
		kind: "not-started",
		reason: "not-executable",
		message: `${command.file} names an interpreter that is not there.`
	} : {
		kind: "not-started",
		reason: "not-found",
		message: `${command.file} was not found.`
	};
	if (code === "EACCES" || code === "ENOEXEC") return {
		kind: "not-started",
		reason: "not-executable",
		message: `${command.file} cannot be executed (${code}).`
	};
	return {
		kind: "not-started",
		reason: "other",
		message: `${command.file} could not be started (${code}).`
	};
}
const yes = () => true;
const no = () => false;

// src/adapters/node/processes/log-follower.ts
/** How often a followed file is looked at. */
const POLL_MS = 200;
const CHUNK_BYTES = 262144;
/** With `onlyNewest`, what is read of all that came since the last look. */
const NEWEST_BYTES = 16384;
/** Longer lines are cut, so that a line of 100 MB costs no memory. */
const LONGEST_LINE = 8192;
/** Cuts a stream of bytes into lines. Invalid UTF-8 becomes U+FFFD; `\r\n` ends a line as `\n` does. */
var LineSplitter = class {
	#onLine;
	#decoder = new StringDecoder("utf8");
	#line = "";
	#isSkipping = false;
	/** @param onLine called with each complete line, cut to {@link LONGEST_LINE} characters */
	constructor(onLine) {
		this.#onLine = onLine;
	}
	/** @param bytes the next bytes */
	push(bytes) {
		this.#take(this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
	}
	/** Forgets what it has of a line; the next bytes begin anywhere in another one. */
	skipToNextLine() {
		this.#decoder.end();
		this.#line = "";
		this.#isSkipping = true;
	}
	/** Gives out what is left as a last line. */
	end() {
		this.#take(this.#decoder.end());
		if (this.#line !== "") this.#flush();
	}
	#take(text) {
		let from = 0;
		if (this.#isSkipping) {
			from = text.indexOf("\n") + 1;
			if (from === 0) return;
			this.#isSkipping = false;
		}
		for (let at = text.indexOf("\n", from); at !== -1; at = text.indexOf("\n", from)) {
			this.#grow(text, from, at);
			this.#flush();
			from = at + 1;
		}
		this.#grow(text, from, text.length);
	}
	#grow(text, from, to) {
		const room = LONGEST_LINE - this.#line.length;
		if (room > 0) this.#line += text.slice(from, Math.min(to, from + room));
	}
	#flush() {
		const line = this.#line;
		this.#line = "";
		this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	}
};
/** Reads a file that another process is writing. */
var LogFollower = class {
	#path;
	#splitter;
	#onlyNewest;
	#buffer = Buffer.allocUnsafeSlow(NEWEST_BYTES);
	#handle;
	#position = 0;
	#timer;
	#reading = Promise.resolve();
	#isDone = false;
	/**
	* @param path the file; it exists
	* @param onLine called with each complete line
	* @param onlyNewest whether lines may be left out that nobody could read in time
	*/
	constructor(path, onLine, onlyNewest = false) {
		this.#path = path;
		this.#onlyNewest = onlyNewest;
		this.#splitter = new LineSplitter(onLine);
		this.#poll();
	}
	#poll() {
		this.#timer = setTimeout(() => {
			this.#reading = this.#read().finally(() => {
				if (!this.#isDone) this.#poll();
			});
		}, POLL_MS);
	}
	async #read() {
		try {
			if (this.#handle === void 0 && statSync(this.#path).size === 0) return;
			this.#handle ??= await open(this.#path, constants.O_RDONLY);
			const { size } = await this.#handle.stat();
			if (size < this.#position) this.#position = 0;
			if (this.#onlyNewest && size - this.#position > NEWEST_BYTES) {
				this.#position = size - NEWEST_BYTES;
				this.#splitter.skipToNextLine();
			}
			const wanted = Math.min(CHUNK_BYTES, size - this.#position);
			const buffer = wanted <= NEWEST_BYTES ? this.#buffer : Buffer.allocUnsafe(wanted);
			while (this.#position < size) {
				const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, this.#position);
				if (bytesRead === 0) break;
				this.#position += bytesRead;
				this.#splitter.push(buffer.subarray(0, bytesRead));
			}
		} catch {}
	}
	/** Gives out what is still unread, up to the size that the file has now. */
	async end() {
		this.#isDone = true;
		clearTimeout(this.#timer);
		await this.#reading;
		await this.#read();
		this.#splitter.end();
		await this.#handle?.close().catch(() => void 0);
	}
};

// src/adapters/node/processes/stream-tail.ts
/** Keeps the last bytes of a stream. */
var StreamTail = class {
	/** Resolves when the stream has ended. */
	ended;
	#stream;
	#maxBytes;
	#chunks = [];
	#bytes = 0;
	/**
	* @param stream the stream; null counts as ended
	* @param maxBytes how much of its end to keep
	*/
	constructor(stream, maxBytes) {
		this.#stream = stream;
		this.#maxBytes = maxBytes;
		stream?.on("data", (chunk) => this.#keep(chunk));
		this.ended = new Promise((resolve) => {
			if (stream === null) resolve();
			stream?.once("close", resolve);
			stream?.once("error", () => resolve());
		});
	}
	#keep(chunk) {
		this.#chunks.push(chunk);
		this.#bytes += chunk.length;
		while (this.#chunks.length > 1 && this.#bytes - (this.#chunks[0]?.length ?? 0) >= this.#maxBytes) this.#bytes -= this.#chunks.shift()?.length ?? 0;
	}
	/** @returns the kept text, UTF-8; what is invalid becomes U+FFFD. The stream is read no further. */
	close() {
		this.#stream?.destroy();
		const all = Buffer.concat(this.#chunks);
		this.#chunks = [];
		return all.subarray(Math.max(0, all.length - this.#maxBytes)).toString("utf8");
	}
};

// src/adapters/node/processes/which.ts
async function isProgram(file) {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
/** Names that a program may have on Windows (PATHEXT); elsewhere the name alone. */
function namesOf(name, env) {
	if (process.platform !== "win32") return [name];
	return [name, ...(env["PATHEXT"] ?? ".EXE;.CMD;.BAT;.COM").split(";").filter((extension) => extension !== "").map((extension) => `${name}${extension.toLowerCase()}`)];
}
async function inFolder(folder, name, env) {
	for (const candidate of namesOf(name, env)) {
		const file = join(folder, candidate);
		if (await isProgram(file)) return file;
	}
}
/** Newest first: `3.12.10` before `3.12.9`, and names that begin with a digit before others (`3.12` before `pypy3.10`). */
function newestFirst(a, b) {
	const digits = Number(/^\d/.test(b)) - Number(/^\d/.test(a));
	return digits !== 0 ? digits : b.localeCompare(a, "en", { numeric: true });
}
async function subfolders(folder) {
	return (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name).sort(newestFirst);
}
/** Versions that were chosen for the whole machine, wanted first. Files of a project are left out on purpose: they may ask for what is not installed. */
async function chosenVersions(root, env) {
	const asked = env[`${basename(root).replace(/^\./, "").toUpperCase()}_VERSION`];
	const text = await readFile(join(root, "version"), "utf8").catch(() => "");
	return [...(asked ?? "").split(":"), ...text.split(/\s+/)].filter((version) => version !== "");
}
/** pyenv, rbenv, nodenv: `<root>/shims/x` stands for `<root>/versions/<version>/bin/x`. */
async function behindVersions(root, name, env) {
	const installed = await subfolders(join(root, "versions"));
	const chosen = await chosenVersions(root, env);
	if (chosen[0] === "system") return void 0;
	for (const version of [...chosen.filter((one) => installed.includes(one)), ...installed]) {
		const file = await inFolder(join(root, "versions", version, "bin"), name, env);
		if (file !== void 0) return file;
	}
}
/** asdf and mise: `<root>/shims/x` stands for `<root>/installs/<tool>/<version>/[bin/]x`, for uv one folder deeper. */
async function behindInstalls(root, name, env) {
	const installs = join(root, "installs");
	const tools = await subfolders(installs);
	const ordered = [...tools.filter((tool) => tool === name), ...tools.filter((tool) => tool !== name)];
	for (const tool of ordered) for (const version of await subfolders(join(installs, tool))) {
		const home = join(installs, tool, version);
		for (const folder of [
			join(home, "bin"),
			home,
			...(await subfolders(home)).map((inner) => join(home, inner))
		]) {
			const file = await inFolder(folder, name, env);
			if (file !== void 0) return file;
		}
	}
}
/** volta: `<root>/bin/x` stands for `<root>/tools/image/<tool>/<version>/bin/x`, or for a package's program. */
async function behindVolta(root, name, env) {
	const image = join(root, "tools", "image");
	for (const tool of [
		name,
		"node",
		"npm",
		"yarn",
		"pnpm"
	]) for (const version of await subfolders(join(image, tool))) {
		const file = await inFolder(join(image, tool, version, "bin"), name, env);
		if (file !== void 0) return file;
	}
	for (const owner of await subfolders(join(image, "packages"))) {
		const file = await inFolder(join(image, "packages", owner, "bin"), name, env);
		if (file !== void 0) return file;
	}
}
async function shimOf(folder) {
	const root = dirname(folder);
	const isFolder = (path) => stat(path).then((info) => info.isDirectory(), () => false);
	if (basename(folder) === "shims") {
		if (await isFolder(join(root, "versions"))) return {
			root,
			resolve: behindVersions
		};
		if (await isFolder(join(root, "installs"))) return {
			root,
			resolve: behindInstalls
		};
	}
	if (basename(folder) === "bin" && await isFolder(join(root, "tools", "image"))) return {
		root,
		resolve: behindVolta
	};
}
/**
* Looks a program up as a shell would, but sees through the shims of version managers (pyenv, rbenv, nodenv, asdf, mise,
* volta): a shim decides by the folder that it is called in, and fails where that asks for a version that is not there.
*
* @param name a program's name, or a path, which is only checked
* @param env `PATH`, and `PYENV_VERSION` and the like
* @returns its absolute path; undefined when there is none. A shim with nothing behind it is passed over
*/
async function findProgram(name, env) {
	if (name.includes("/")) return await isProgram(name) ? name : void 0;
	for (const folder of (env["PATH"] ?? env["Path"] ?? "").split(delimiter)) {
		if (folder === "") continue;
		const file = await inFolder(folder, name, env);
		if (file === void 0) continue;
		const shim = await shimOf(folder);
		if (shim === void 0) return file;
		const real = await shim.resolve(shim.root, name, env);
		if (real !== void 0) return real;
	}
}

// src/adapters/node/processes.ts
const DEFAULT_MAX_BYTES = 10485760;
/** How long a stream that an escaped child holds open is read after its program has ended. */
const HELD_PIPE_MS = 1e3;
/**
* Programs as processes of this machine. Each gets a session and a process group of its own and a marker variable, by
* which children are found that left both. A marker of an outer run is kept as the beginning of the own ones, so that the
* outer run finds them too.
*/
var NodeProcesses = class {
	#platform;
	#runMarker;
	#count = 0;
	/** @param outerMarker marker of the run that started this one, if any */
	constructor(outerMarker = process.env[MARKER_VARIABLE]) {
		this.#platform = platformOf(process.platform);
		const own = randomBytes(9).toString("hex");
		this.#runMarker = outerMarker === void 0 || outerMarker === "" ? own : `${outerMarker}/${own}`;
	}
	async capture(command, options = {}) {
		const started = performance.now();
		if (options.signal?.aborted === true) return {
			end: { kind: "stopped" },
			durationMs: 0,
			stdout: "",
			stderr: ""
		};
		const child = await this.#start(command, [
			options.stdin === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe"
		]);
		if (!(child instanceof Child)) return {
			...child,
			durationMs: performance.now() - started,
			stdout: "",
			stderr: ""
		};
		const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
		const stdout = new StreamTail(child.process.stdout, maxBytes);
		const stderr = new StreamTail(child.process.stderr, maxBytes);
		child.process.stdin?.on("error", () => void 0);
		child.process.stdin?.end(options.stdin);
		const result = await this.#supervise(child, options, started);
		await Promise.race([Promise.all([stdout.ended, stderr.ended]), setTimeout$1(HELD_PIPE_MS, void 0, { ref: false })]);
		child.forget();
		return {
			...result,
			stdout: stdout.close(),
			stderr: stderr.close()
		};
	}
	async runLogged(command, options) {
		const started = performance.now();
		if (options.signal?.aborted === true) return {
			end: { kind: "stopped" },
			durationMs: 0
		};
		const opened = [];
		try {
			const log = openEmpty(options.logFile, opened);
			const report = options.stdoutFile === void 0 ? log : openEmpty(options.stdoutFile, opened);
			const outputs = [options.logFile, ...options.stdoutFile === void 0 ? [] : [options.stdoutFile]];
			const child = await this.#start(command, [
				"ignore",
				report,
				log
			], outputs);
			if (!(child instanceof Child)) return {
				...child,
				durationMs: performance.now() - started
			};
			const follower = options.onLine === void 0 ? void 0 : new LogFollower(options.logFile, options.onLine, options.onlyNewest);
			const result = await this.#supervise(child, options, started);
			await child.stop(SWEEP_PLAN);
			await follower?.end();
			return result;
		} finally {
			for (const file of opened) closeSync(file);
		}
	}
	which(name, env) {
		return findProgram(name, env);
	}
	async #start(command, stdio, outputs = []) {
		this.#count += 1;
		const marker = `${this.#runMarker}.${this.#count}`;
		try {
			return new Child(command, stdio, {
				platform: this.#platform,
				marker,
				outputs
			});
		} catch (error) {
			return { end: await whyNotStarted(command, error) };
		}
	}
	async #supervise(child, limits, started) {
		const { timeoutMs, signal } = limits;
		let stopping;
		let cause;
		const stop = (end) => {
			cause ??= end;
			stopping ??= child.stop(STOP_PLAN);
		};
		const stopped = new Promise((resolve) => {
			const finish = (end) => {
				stop(end);
				stopping?.then(() => resolve(void 0));
			};
			if (timeoutMs !== void 0) setTimer(timeoutMs, child, () => finish({
				kind: "timed-out",
				afterMs: timeoutMs
			}));
			const onAbort = () => finish({ kind: "stopped" });
			if (signal !== void 0) setMaxListeners(0, signal);
			signal?.addEventListener("abort", onAbort, { once: true });
			child.ended.then(() => signal?.removeEventListener("abort", onAbort));
			if (signal?.aborted === true) onAbort();
		});
		const ended = await Promise.race([child.ended, stopped.then(() => setTimeout$1(50, void 0))]);
		await stopping;
		if (ended === void 0) child.process.unref();
		const durationMs = performance.now() - started;
		return {
			end: cause ?? ended?.end ?? { kind: "stopped" },
			durationMs,
			...ended?.usage
		};
	}
};
/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function setTimer(ms, child, onTimeout) {
	const timer = setTimeout(onTimeout, Math.min(ms, LONGEST_TIMER_MS));
	child.ended.then(() => clearTimeout(timer));
}
function openEmpty(path, opened) {
	try {
		const file = openSync(path, "a");
		opened.push(file);
		ftruncateSync(file, 0);
		return file;
	} catch (cause) {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written.`, { cause });
	}
}

export { whyNotStarted as a, MARKER_VARIABLE as c, platformOf as i, findProgram as n, posixSignaller as o, Child as r, stopTree as s, NodeProcesses as t };