import { r as asText, s as valueAt } from "./begin.js";
import { t as unzipSync } from "./esm.js";
import { n as parseObservations, r as renderObservations, t as mergeObservations } from "./observation.js";
import { S as renderRuns, b as mergeRuns, x as parseRuns } from "./summary.js";
import { join, relative } from "node:path/posix";

// src/core/flaky/history-policy.ts
const NOTHING = {
	read: false,
	keep: false,
	share: false,
	useRef: false
};
/**
* @param situation the run
* @returns what may be read and written. A release reads nothing that another run could have written; a run with rights over
* code of others leaves nothing for later runs
*/
function historyPolicy({ mode, eventName, refType, isDefaultBranch }) {
	if (mode === "off") return {
		...NOTHING,
		why: "the input history is off"
	};
	if (eventName === "release" || refType === "tag") return {
		...NOTHING,
		why: "a release reads nothing that another run could have written"
	};
	const useRef = mode === "ref";
	if ([
		"pull_request_target",
		"workflow_run",
		"issue_comment"
	].includes(eventName)) return {
		...NOTHING,
		why: `${eventName} runs with rights over code of others`
	};
	if (eventName === "merge_group") return {
		read: true,
		keep: false,
		share: false,
		useRef,
		why: null
	};
	return {
		read: true,
		keep: true,
		share: isDefaultBranch,
		useRef,
		why: null
	};
}

// src/adapters/history/files.ts
/** Files of a history. Whatever else a store holds is left there. */
const HISTORY_FILES = [
	"durations.json",
	"observations.ndjson",
	"runs.ndjson"
];
/** Larger files are not ours. */
const LARGEST_FILE_BYTES = 33554432;
/**
* @param files the files
* @param folder absolute path of the history
* @param found text by name; names that are not of a history are left out
* @returns how many were written
*/
async function writeMissing(files, folder, found) {
	let written = 0;
	for (const name of HISTORY_FILES) {
		const text = found.get(name);
		const path = join(folder, name);
		if (text === void 0 || await files.exists(path)) continue;
		await files.write(path, text);
		written += 1;
	}
	return written;
}
/**
* @param files the files
* @param folder absolute path of the history
* @returns text by name of what is there
*/
async function readHistory(files, folder) {
	const found = /* @__PURE__ */ new Map();
	for (const name of HISTORY_FILES) {
		const text = await files.readText(join(folder, name));
		if (text !== void 0) found.set(name, text);
	}
	return found;
}

// src/adapters/history/in-artifact.ts
/** Name of the artifact in every run that leaves one. */
const HISTORY_ARTIFACT = "turnpike-history";
/** Days after which GitHub deletes it: a repository without a run for so long starts anew. */
const RETENTION_DAYS = 90;
function textsOf(zip) {
	const known = new Set(HISTORY_FILES);
	const isWanted = ({ name, originalSize }) => known.has(name) && originalSize <= 33554432;
	const entries = Object.entries(unzipSync(zip, { filter: isWanted }));
	return new Map(entries.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}
/** A history in an artifact of the last run on the default branch; reading it needs `actions: read`. */
var ArtifactHistory = class {
	name = "the artifact of the last run on the default branch";
	#ports;
	#folder;
	/**
	* @param ports API, artifacts and files
	* @param folder absolute path of the history
	*/
	constructor(ports, folder) {
		this.#ports = ports;
		this.#folder = folder;
	}
	async load() {
		const answer = await this.#ports.github.artifactOfDefaultBranch(HISTORY_ARTIFACT);
		switch (answer.kind) {
			case "found": return this.#unpack(answer.zip);
			case "none": return { kind: "none" };
			case "not-permitted":
			case "unavailable": return {
				kind: "unavailable",
				reason: answer.reason
			};
		}
	}
	async #unpack(zip) {
		try {
			return { kind: await writeMissing(this.#ports.files, this.#folder, textsOf(zip)) > 0 ? "loaded" : "none" };
		} catch {
			return {
				kind: "unavailable",
				reason: "what was downloaded is no archive"
			};
		}
	}
	async keep() {
		const { artifacts, files } = this.#ports;
		if (!artifacts.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no artifact service here"
		};
		const present = [];
		for (const name of HISTORY_FILES) {
			const path = join(this.#folder, name);
			if (await files.exists(path)) present.push(path);
		}
		if (present.length === 0) return {
			kind: "unavailable",
			reason: "there is nothing to keep"
		};
		try {
			await artifacts.upload(HISTORY_ARTIFACT, present, this.#folder, RETENTION_DAYS);
			return { kind: "kept" };
		} catch (error) {
			return {
				kind: "unavailable",
				reason: error instanceof Error ? error.message.replace(/\.$/, "") : "it was refused"
			};
		}
	}
};

// src/adapters/history/in-cache.ts
/** Begins every key; the number is that of the format. */
const PREFIX = "turnpike-history-1-";
/** A history in the cache of GitHub Actions: keys are unique, and the newest entry of the own or the default branch is read. */
var CacheHistory = class {
	name = "the cache";
	#cache;
	#folder;
	#key;
	/**
	* @param cache the service
	* @param folder relative to the workspace, the same in every job: entries of other paths are not found
	* @param run what makes the key unique
	*/
	constructor(cache, folder, run) {
		this.#cache = cache;
		this.#folder = folder;
		this.#key = `${PREFIX}${run.runId}-${run.attempt}-${run.job.replaceAll(/[^\w-]/g, "_")}`;
	}
	async load() {
		const result = await this.#cache.restore([this.#folder], this.#key, [PREFIX]);
		if (result.kind === "unavailable") return result;
		return { kind: result.kind === "miss" ? "none" : "loaded" };
	}
	async keep() {
		const result = await this.#cache.save([this.#folder], this.#key);
		if (result.kind === "saved" || result.kind === "exists") return { kind: "kept" };
		return {
			kind: "unavailable",
			reason: result.reason
		};
	}
};

// src/adapters/history/in-ref.ts
/** The ref that holds the history; no branch and no tag, so nobody sees it. */
const HISTORY_REF = "refs/turnpike/history";
/** Another writer may be faster; so often it is tried again. */
const ATTEMPTS = 4;
const TIMEOUT_MS = 6e4;
/** The token goes by the environment: command lines are for everybody on the machine to see. */
function environmentOf(env, { remote, token }) {
	const kept = Object.entries(env).filter(([name]) => !/^GIT_/.test(name));
	const who = {
		NAME: "turnpike",
		EMAIL: "turnpike@example.org"
	};
	const basic = btoa(`x-access-token:${token}`);
	const config = [
		["core.hooksPath", "/dev/null"],
		["credential.helper", ""],
		...token === "" ? [] : [[`http.${remote}.extraheader`, `AUTHORIZATION: basic ${basic}`]]
	];
	return {
		...Object.fromEntries(kept),
		GIT_TERMINAL_PROMPT: "0",
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_AUTHOR_NAME: who.NAME,
		GIT_AUTHOR_EMAIL: who.EMAIL,
		GIT_COMMITTER_NAME: who.NAME,
		GIT_COMMITTER_EMAIL: who.EMAIL,
		GIT_CONFIG_COUNT: String(config.length),
		...Object.fromEntries(config.flatMap(([key = "", value = ""], at) => [[`GIT_CONFIG_KEY_${at}`, key], [`GIT_CONFIG_VALUE_${at}`, value]]))
	};
}
function whyNot({ stderr }) {
	if (/\b403\b|Permission to|not permitted|denied/i.test(stderr)) return "pushing needs the permission `contents: write`";
	if (/Authentication failed|could not read (?:Username|Password)|\b401\b/i.test(stderr)) return "its token is not let into the repository";
	if (/Could not resolve|Could not read|timed out|unable to access/i.test(stderr)) return "the repository did not answer";
	return "git refused it";
}
function unavailable(reason) {
	return {
		kind: "unavailable",
		reason
	};
}
/** True when somebody else pushed between the reading and the writing. */
function isOvertaken({ stderr }) {
	return /stale info|rejected|cannot lock ref/i.test(stderr);
}
/** What both know, each record once. */
function joined(name, theirs, ours) {
	if (theirs === void 0 || ours === void 0) return ours ?? theirs;
	if (name === "observations.ndjson") return renderObservations(mergeObservations(parseObservations(theirs), parseObservations(ours)));
	return name === "runs.ndjson" ? renderRuns(mergeRuns(parseRuns(theirs), parseRuns(ours))) : ours;
}
/**
* A history in a ref of the repository. One commit without a parent holds it, so that it does not grow; it is only replaced
* when it is still the one that was read (`--force-with-lease`), else both are joined and it is tried again.
*/
var RefHistory = class {
	name = `the ref ${HISTORY_REF}`;
	#ports;
	#place;
	#env;
	/**
	* @param ports processes and files
	* @param place where the ref and the history are
	* @param env the environment of git
	*/
	constructor(ports, place, env) {
		this.#ports = ports;
		this.#place = place;
		this.#env = environmentOf(env, place);
	}
	async load() {
		return this.#inScratch(async () => {
			const head = await this.#fetch();
			if (typeof head === "object") return unavailable(whyNot(head));
			if (head === "") return { kind: "none" };
			return { kind: await writeMissing(this.#ports.files, this.#place.folder, await this.#texts()) > 0 ? "loaded" : "none" };
		});
	}
	async keep() {
		return this.#inScratch(async () => {
			const ours = await readHistory(this.#ports.files, this.#place.folder);
			if (ours.size === 0) return unavailable("there is nothing to keep");
			for (let attempt = 1;; attempt += 1) {
				const pushed = await this.#push(ours);
				if ("kind" in pushed) return pushed;
				if (attempt >= ATTEMPTS || !isOvertaken(pushed)) return unavailable(whyNot(pushed));
			}
		});
	}
	/** Replaces what is there by what both know; git's own answer where it refuses that. */
	async #push(ours) {
		const head = await this.#fetch();
		if (typeof head === "object") return unavailable(whyNot(head));
		const commit = await this.#commit(ours, head === "" ? /* @__PURE__ */ new Map() : await this.#texts());
		if (commit === void 0) return unavailable("git could not write it");
		const lease = `--force-with-lease=${HISTORY_REF}:${head}`;
		const pushed = await this.#git([
			"push",
			"-q",
			lease,
			this.#place.remote,
			`${commit}:${HISTORY_REF}`
		]);
		return pushed.isGood ? { kind: "kept" } : pushed;
	}
	async #inScratch(work) {
		const { scratch } = this.#place;
		try {
			await this.#ports.files.makeDirectory(scratch);
			return (await this.#git([
				"init",
				"-q",
				"--bare",
				"."
			])).isGood ? await work() : unavailable("git did not start");
		} catch {
			return unavailable("git did not start");
		} finally {
			await this.#ports.files.remove(scratch).catch(() => void 0);
		}
	}
	/** @returns the commit, empty when there is none, or what git said */
	async #fetch() {
		const refspec = `+${HISTORY_REF}:${HISTORY_REF}`;
		const fetched = await this.#git([
			"fetch",
			"-q",
			"--no-tags",
			"--depth=1",
			this.#place.remote,
			refspec
		]);
		if (!fetched.isGood) return /couldn't find remote ref/i.test(fetched.stderr) ? "" : fetched;
		const head = (await this.#git([
			"rev-parse",
			"--verify",
			"-q",
			HISTORY_REF
		])).stdout.trim();
		return /^[0-9a-f]{40,64}$/.test(head) ? head : "";
	}
	async #texts() {
		const found = /* @__PURE__ */ new Map();
		for (const name of HISTORY_FILES) {
			const size = Number((await this.#git([
				"cat-file",
				"-s",
				`${HISTORY_REF}:${name}`
			])).stdout);
			if (!Number.isInteger(size) || size > 33554432 || size <= 0) continue;
			const blob = await this.#git([
				"cat-file",
				"blob",
				`${HISTORY_REF}:${name}`
			]);
			if (blob.isGood) found.set(name, blob.stdout);
		}
		return found;
	}
	async #commit(ours, theirs) {
		const lines = [];
		for (const name of HISTORY_FILES) {
			const text = joined(name, theirs.get(name), ours.get(name));
			if (text === void 0) continue;
			const blob = await this.#git([
				"hash-object",
				"-w",
				"--stdin"
			], text);
			if (!blob.isGood) return void 0;
			lines.push(`100644 blob ${blob.stdout.trim()}\t${name}\n`);
		}
		const tree = await this.#git(["mktree"], lines.join(""));
		const commit = await this.#git([
			"commit-tree",
			tree.stdout.trim(),
			"-m",
			"What earlier runs took and found"
		]);
		return commit.isGood ? commit.stdout.trim() : void 0;
	}
	async #git(args, stdin) {
		const command = {
			file: "git",
			args,
			cwd: join(this.#place.scratch),
			env: this.#env
		};
		const options = {
			timeoutMs: TIMEOUT_MS,
			maxBytes: 2 * LARGEST_FILE_BYTES
		};
		const result = await this.#ports.processes.capture(command, stdin === void 0 ? options : {
			...options,
			stdin
		});
		return {
			isGood: result.end.kind === "exited" && result.end.code === 0,
			stdout: result.stdout,
			stderr: result.stderr
		};
	}
};

// src/adapters/history/index.ts
/** Tells apart what is missing from what was not asked; a fault of a store is a line of the log, never more. */
var StoredHistory = class {
	#stores;
	#policy;
	#log;
	constructor(stores, policy, log) {
		this.#stores = stores;
		this.#policy = policy;
		this.#log = log;
	}
	async load() {
		if (!this.#policy.read) return this.#log.info(`No history is used: ${this.#policy.why ?? "it is off"}.`);
		const { cache, ref, artifact } = this.#stores;
		for (const store of [
			cache,
			...ref === void 0 ? [] : [ref],
			artifact
		]) {
			const result = await this.#try(store, () => store.load());
			if (result.kind === "loaded") return this.#log.info(`The history of earlier runs is from ${store.name}.`);
			if (result.kind === "unavailable") this.#log.info(`No history from ${store.name}: ${result.reason}.`);
		}
		this.#log.info("There is no history of earlier runs yet.");
	}
	async keep() {
		const { keep, share } = this.#policy;
		const { cache, ref, artifact } = this.#stores;
		const stores = [
			...keep ? [cache] : [],
			...share && ref !== void 0 ? [ref] : [],
			...share ? [artifact] : []
		];
		for (const store of stores) {
			const result = await this.#try(store, () => store.keep());
			if (result.kind === "unavailable") this.#log.info(`The history was not kept in ${store.name}: ${result.reason}.`);
		}
	}
	async #try(store, work) {
		try {
			return await work();
		} catch (error) {
			this.#log.debug(`${store.name}: ${error instanceof Error ? error.message : String(error)}`);
			return {
				kind: "unavailable",
				reason: "it failed"
			};
		}
	}
};
/**
* @param stores where a history may lie
* @param policy what this run may read and write
* @param log is told where it came from, and what did not work
* @returns the history of the run
*/
function storedHistory(stores, policy, log) {
	return new StoredHistory(stores, policy, log);
}

// src/adapters/history/of-run.ts
/** A history is worth no longer wait. */
const HISTORY_LIMITS = {
	lookupMs: 1e4,
	transferMs: 3e4
};
function isDefaultBranch({ event, ref }) {
	const name = asText(valueAt(event, "repository", "default_branch")) ?? "";
	return name !== "" && ref === `refs/heads/${name}`;
}
/**
* @param ports the world
* @param inputs what the action says
* @returns the history of this workflow run
*/
function historyOfRun(ports, inputs) {
	const { cache, artifacts, github, files, processes, log, context, env } = ports;
	const { eventName, refType, workspace, runId, runAttempt: attempt, job } = context;
	const policy = historyPolicy({
		mode: inputs.mode,
		eventName,
		refType,
		isDefaultBranch: isDefaultBranch(context)
	});
	const folder = files.absolute(inputs.folder);
	const hasRef = policy.useRef && [context.serverUrl, context.apiUrl].every((url) => url.startsWith("https://"));
	if (policy.useRef && !hasRef) log.info("The history is not kept in a ref: this run is not on GitHub.");
	const place = {
		remote: `${context.serverUrl}/${context.repository}.git`,
		token: inputs.token,
		folder,
		scratch: join(context.temp, `turnpike-history-${runId}-${job}`)
	};
	return storedHistory({
		cache: new CacheHistory(cache, relative(workspace, folder), {
			runId,
			attempt,
			job
		}),
		ref: hasRef ? new RefHistory({
			processes,
			files
		}, place, env) : void 0,
		artifact: new ArtifactHistory({
			github,
			artifacts,
			files
		}, folder)
	}, policy, log);
}

export { historyOfRun as n, HISTORY_LIMITS as t };