import { n as SafeGit, r as partsOf } from "./safe-git.js";

// src/adapters/node/checkout-state.ts
const QUESTIONS = [
	"--show-toplevel",
	"--show-prefix",
	"HEAD^{commit}",
	"HEAD^{tree}",
	"--symbolic-full-name",
	"HEAD"
];
function branchOf(ref) {
	return ref.startsWith("refs/heads/") ? ref.slice(11) : null;
}
/**
* Asks one call of git, because each costs a process, and people wait for the first gate.
*
* @param git runs git
* @param cwd a folder
* @returns where the checkout stands; undefined when the folder is in none
*/
async function askCheckoutState(git, cwd) {
	const { end, stdout } = await git.run(cwd, "rev-parse", ...QUESTIONS);
	const lines = stdout.split("\n").slice(0, -1);
	if (end.kind === "exited" && end.code === 0 && lines.length >= 5) {
		const [commit = "", tree = "", ref = ""] = lines.slice(-3);
		const [prefix = "", ...top] = lines.slice(0, -3).reverse();
		return {
			top: top.reverse().join("\n"),
			prefix,
			commit,
			tree,
			branch: branchOf(ref)
		};
	}
	const [top = "", prefix = ""] = lines;
	if (top === "") return void 0;
	return {
		top,
		prefix,
		commit: null,
		tree: null,
		branch: await git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD") ?? null
	};
}

// src/adapters/node/git.ts
const TIMEOUT_MS = 6e4;
const FIELD = "";
const RECORD = "";
const LOG_FORMAT = [
	"%H",
	"%aI",
	"%cI",
	"%P",
	"%s",
	"%b"
].join("%x1f");
/** git as a program; nothing of the repository's runs. */
var GitProgram = class {
	#git;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	*/
	constructor(processes, env) {
		this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS });
	}
	topLevel(cwd) {
		return this.#git.line(cwd, "rev-parse", "--show-toplevel");
	}
	state(cwd) {
		return askCheckoutState(this.#git, cwd);
	}
	head(cwd) {
		return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	}
	async isDirty(cwd) {
		return await this.#git.line(cwd, "status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none") !== void 0;
	}
	async changedIn(cwd, paths) {
		return (await this.#git.ask(cwd, "status", "--porcelain", "-z", "--untracked-files=all", "--", ...paths) ?? "").split("\0").flatMap((entry) => /^.. /.test(entry) ? [entry.slice(3)] : []);
	}
	branch(cwd) {
		return this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD");
	}
	async isShallow(cwd) {
		return await this.#git.line(cwd, "rev-parse", "--is-shallow-repository") === "true";
	}
	async tagsAt(cwd, ref) {
		return (await this.#git.ask(cwd, "tag", "--points-at", ref) ?? "").split("\n").filter((tag) => tag !== "");
	}
	async previousTag(cwd, ref, globs) {
		if (globs.length === 0) return void 0;
		const excluded = (await this.tagsAt(cwd, ref)).map((tag) => `--exclude=${tag.replaceAll(/[[\]*?\\]/g, "\\$&")}`);
		const matched = globs.map((glob) => `--match=${glob}`);
		return await this.#git.line(cwd, "describe", "--tags", "--abbrev=0", ...matched, ...excluded, ref);
	}
	async listFiles(cwd) {
		const text = await this.#git.ask(cwd, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
		return [...new Set(partsOf(text))].sort();
	}
	async log(cwd, range, limit) {
		return (await this.#git.ask(cwd, "log", `--max-count=${limit}`, `--format=${RECORD}${LOG_FORMAT}`, range, "--") ?? "").split(RECORD).slice(1).map(toCommit);
	}
	async changedFiles(cwd, base, head) {
		return partsOf(await this.#git.ask(cwd, "diff", "--name-only", "-z", "--no-renames", base, head, "--"));
	}
	async changedSince(cwd, base, head) {
		const commits = head === void 0 ? [base] : [base, head];
		const [changed, untracked] = await Promise.all([this.#git.ask(cwd, "diff", "--name-only", "-z", "--no-renames", "--relative", "--end-of-options", ...commits, "--"), head === void 0 ? this.#git.ask(cwd, "ls-files", "-z", "--others", "--exclude-standard") : ""]);
		if (changed === void 0 || untracked === void 0) return void 0;
		return [.../* @__PURE__ */ new Set([...partsOf(changed), ...partsOf(untracked)])].sort();
	}
	mergeBase(cwd, one, other) {
		return this.#git.line(cwd, "merge-base", "--end-of-options", one, other);
	}
	async hasCommit(cwd, sha) {
		return await this.#git.ask(cwd, "cat-file", "-e", "--end-of-options", `${sha}^{commit}`) !== void 0;
	}
	async defaultBranch(cwd) {
		const remote = await this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
		if (remote !== void 0) return remote;
		const names = [
			"refs/remotes/origin/main",
			"refs/remotes/origin/master",
			"refs/heads/main",
			"refs/heads/master"
		];
		const known = (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", ...names))?.split("\n") ?? [];
		return names.find((name) => known.includes(name))?.replace(/^refs\/(?:remotes|heads)\//, "");
	}
	async remoteUrl(cwd, remote) {
		return (await this.#git.line(cwd, "config", "--get", `remote.${remote}.url`))?.replace(/^(\w+:\/\/)[^@/]*@/, "$1");
	}
	resolve(cwd, ref) {
		return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
	}
	async remoteHead(cwd) {
		return (await this.#git.line(cwd, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"))?.replace(/^refs\/remotes\/origin\//, "");
	}
	async branches(cwd) {
		const names = (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes/origin") ?? "").split("\n").map((ref) => ref.replace(/^refs\/(?:heads|remotes\/origin)\//, ""));
		return [...new Set(names.filter((name) => name !== "" && name !== "HEAD"))];
	}
	async newestTags(cwd, limit) {
		const format = [
			"for-each-ref",
			"--sort=-creatordate",
			`--count=${limit}`,
			"--format=%(refname)",
			"refs/tags"
		];
		return (await this.#git.ask(cwd, ...format) ?? "").split("\n").filter((ref) => ref !== "").map((ref) => ref.slice(10));
	}
	async commitTime(cwd, ref) {
		const text = await this.#git.line(cwd, "log", "-1", "--format=%ct", ref, "--");
		return text === void 0 ? void 0 : Number(text);
	}
};
function toCommit(record) {
	const [sha = "", authorDate = "", committerDate = "", parents = "", subject = "", body = ""] = record.split(FIELD);
	return {
		sha,
		authorDate,
		committerDate,
		subject,
		body: body.trim(),
		parents: parents.split(" ").filter((parent) => parent !== "")
	};
}

export { askCheckoutState as n, GitProgram as t };