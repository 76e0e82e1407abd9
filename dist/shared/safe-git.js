import { join } from "node:path";
import { statSync } from "node:fs";

// src/adapters/node/safe-git.ts
/** Nothing of the repository's runs: hooks and the file-system monitor are programs that its configuration may name. */
const SAFE_OPTIONS = [
	...["-c", "core.hooksPath=/dev/null"],
	...["-c", "core.fsmonitor=false"],
	...["-c", "safe.directory=*"]
];
/**
* Variables that send git to another repository, make new ones of another kind, or read our paths in another way (git,
* "Environment Variables").
*/
const REDIRECTS = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|DEFAULT_\w+|\w+_PATHSPECS)$/;
/**
* @param env an environment
* @returns the same for git: it finds its repository by the folder it is in, asks nothing, speaks English, and `git status`
*   does not write the index back
*/
function safeEnvironment(env) {
	const kept = Object.entries(env).filter((entry) => entry[1] !== void 0 && !REDIRECTS.test(entry[0]));
	return {
		...Object.fromEntries(kept),
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		LC_ALL: "C"
	};
}
/**
* @param text what a command with `-z` printed; undefined when it had no answer
* @returns its parts, each ended by NUL
*/
function partsOf(text) {
	return (text ?? "").split("\0").filter((part) => part !== "");
}
/** git opens these whatever they are, and waits for ever at a named pipe. */
const READ_BY_GIT = [".gitignore", ".gitattributes"];
/**
* @param root absolute folder
* @returns the file at which git would wait when it looks at what is not tracked there; undefined for none
*/
function stopsGit(root) {
	return READ_BY_GIT.find((name) => {
		try {
			const info = statSync(join(root, name), { throwIfNoEntry: false });
			return info !== void 0 && !info.isFile() && !info.isDirectory();
		} catch {
			return false;
		}
	});
}
/** Looks at what is not tracked, and so reads what to ignore. */
const LOOKS_AROUND = /^(?:--exclude-standard|status)$/;
/** Bytes of the longest answer that is read. */
const MAX_BYTES = 268435456;
/** Runs git in a folder, without running anything of the repository's. */
var SafeGit = class {
	#processes;
	#env;
	#timeoutMs;
	#options;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	* @param options how it is run
	*/
	constructor(processes, env, { timeoutMs, options = [] }) {
		this.#processes = processes;
		this.#env = safeEnvironment(env);
		this.#timeoutMs = timeoutMs;
		this.#options = [...SAFE_OPTIONS, ...options];
	}
	/** @returns how it ended, and what it said */
	run(cwd, ...args) {
		const stop = args.some((one) => LOOKS_AROUND.test(one)) ? stopsGit(cwd) : void 0;
		if (stop !== void 0) {
			const end = {
				kind: "not-started",
				reason: "other",
				message: `${stop} is no regular file`
			};
			return Promise.resolve({
				end,
				durationMs: 0,
				stdout: "",
				stderr: ""
			});
		}
		return this.#processes.capture({
			file: "git",
			args: [...this.#options, ...args],
			cwd,
			env: this.#env
		}, {
			timeoutMs: this.#timeoutMs,
			maxBytes: MAX_BYTES
		});
	}
	/** @returns its output; undefined when git says no */
	async ask(cwd, ...args) {
		const { end, stdout } = await this.run(cwd, ...args);
		return end.kind === "exited" && end.code === 0 ? stdout : void 0;
	}
	/** @returns its output without the white space around it; undefined when git says no or nothing */
	async line(cwd, ...args) {
		const text = (await this.ask(cwd, ...args))?.trim();
		return text === "" ? void 0 : text;
	}
};

export { stopsGit as a, safeEnvironment as i, SafeGit as n, partsOf as r, SAFE_OPTIONS as t };