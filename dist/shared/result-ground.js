import { n as askCheckoutState } from "./git.js";
import { n as SafeGit } from "./safe-git.js";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { createReadStream, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import { lstat, readlink } from "node:fs/promises";
import { fileURLToPath } from "node:url";

// src/adapters/node/work-tree.ts
const TIMEOUT_MS = 2e4;
/** More than this is not read; who has it beside the repository has other things to do than to run gates twice. */
const MOST_BYTES = 536870912;
const MOST_LOOSE_FILES = 2e4;
/** Files that tools leave behind beside the sources, and that nothing takes for an input while nobody commits them. */
const LEAVINGS = /(?:^|\/)(?:\.coverage(?:\..*)?|coverage\.(?:xml|json|lcov)|lcov\.info|junit[\w.-]*\.xml|\.DS_Store|Thumbs\.db|\.eslintcache|\.stylelintcache|[^/]*\.(?:py[cod]|log|tsbuildinfo|sw[op]|profraw)|[^/]*~)$/;
const blindly = (blind) => ({
	files: [],
	blind,
	untracked: /* @__PURE__ */ new Set()
});
/** `tag mode id stage\tpath`; files that git is told not to look at have another tag than `H`. */
function readIndex(text) {
	const index = /* @__PURE__ */ new Map();
	const unseen = [];
	for (const line of text.split("\0")) {
		const match = /^(\S) (\d{6}) ([0-9a-f]+) (\d)\t([\s\S]+)$/.exec(line);
		const [, tag = "", mode = "", id = "", stage = "", path = ""] = match ?? [];
		if (match === null) continue;
		index.set(path, {
			mode,
			id
		});
		if (tag !== "H" || stage !== "0") unseen.push(path);
	}
	return {
		index,
		unseen
	};
}
/** `git status --porcelain=v2 -z` (git-status, "Porcelain Format Version 2"). */
function readStatus(text) {
	const changed = [];
	const loose = [];
	const ignored = [];
	let blind;
	let dirty = false;
	for (const line of text.split("\0")) {
		const kind = line[0];
		if (kind !== void 0 && kind !== "!") dirty = true;
		if (kind === "?" || kind === "!") {
			const path = line.slice(2);
			if (!path.endsWith("/")) (kind === "?" ? loose : ignored).push(path);
			else if (kind === "?") blind ??= `${path} is a repository of its own that is not committed`;
		}
		if (kind !== "1" && kind !== "u") continue;
		const fields = line.split(" ");
		const path = fields.slice(kind === "1" ? 8 : 10).join(" ");
		const [, states = "", submodule = ""] = fields;
		if (submodule.startsWith("S") && states[1] !== ".") blind ??= `the submodule ${path} has changes`;
		else if (kind === "u" || states[1] !== ".") changed.push(path);
	}
	const caches = ignored.flatMap((path) => path.endsWith("/.gitignore") ? [path.slice(0, -10)] : []);
	const counted = ignored.filter((path) => !caches.some((folder) => path.startsWith(folder)));
	return {
		changed,
		loose: [...loose, ...counted].filter((path) => !LEAVINGS.test(path)),
		blind,
		dirty
	};
}
/** Object names of git: SHA-1, or SHA-256 in a repository of that format (gitformat-pack, "Object types"). */
function blobHash(size, algorithm) {
	return createHash(algorithm).update(`blob ${size}\0`);
}
async function readFileEntry(path, file, algorithm) {
	const info = await lstat(file).catch(() => void 0);
	if (info === void 0 || info.isDirectory()) return void 0;
	if (info.isSymbolicLink()) {
		const target = Buffer.from(await readlink(file));
		return {
			path,
			mode: "120000",
			id: blobHash(target.length, algorithm).update(target).digest("hex")
		};
	}
	if (!info.isFile()) return {
		path,
		mode: "special",
		id: ""
	};
	const hash = blobHash(info.size, algorithm);
	for await (const piece of createReadStream(file)) hash.update(piece);
	return {
		path,
		mode: (info.mode & 64) === 0 ? "100644" : "100755",
		id: hash.digest("hex")
	};
}
async function sizeOf(file) {
	const info = await lstat(file).catch(() => void 0);
	return info?.isFile() === true ? info.size : 0;
}
/** Paths relative to the top level, made relative to the root. */
function fromRoot(prefix) {
	if (prefix === "") return (path) => path;
	const up = "../".repeat(prefix.split("/").length - 1);
	return (path) => path.startsWith(prefix) ? path.slice(prefix.length) : `${up}${path}`;
}
/** Reads contents of a repository's files: of those that are as the index has them from there, of others from the disk. */
var WorkTreeReader = class {
	#git;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	*/
	constructor(processes, env) {
		this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS });
	}
	/**
	* @param root absolute path of the repository's root
	* @returns files relative to the root; `../` for those above it
	*/
	async read(root) {
		const [state, indexText, statusText] = await Promise.all([
			askCheckoutState(this.#git, root),
			this.#git.ask(root, "ls-files", "-s", "-v", "-z", "--full-name", "--", ":/"),
			this.#git.ask(root, "status", ...[
				"--porcelain=v2",
				"-z",
				"--untracked-files=all",
				"--ignored=matching",
				"--no-renames"
			], "--ignore-submodules=none")
		]);
		const status = statusText === void 0 ? void 0 : readStatus(statusText);
		return {
			...await this.#contents(state, indexText, status),
			state,
			dirty: status?.dirty ?? false
		};
	}
	async #contents(state, indexText, status) {
		if (state === void 0) return blindly("this is no git repository");
		if (indexText === void 0 || status === void 0) return blindly("git could not tell what the files hold");
		if (status.blind !== void 0) return blindly(status.blind);
		const { index, unseen } = readIndex(indexText);
		const own = fromRoot(state.prefix);
		const loose = status.loose.filter((path) => !own(path).startsWith(".turnpike/"));
		const fromDisk = /* @__PURE__ */ new Set([
			...status.changed,
			...unseen,
			...loose
		]);
		return {
			...await this.#join({
				top: state.top,
				index,
				own,
				fromDisk
			}),
			untracked: new Set(loose.map(own))
		};
	}
	async #join(seen) {
		const { top, index, own, fromDisk } = seen;
		if (fromDisk.size > MOST_LOOSE_FILES) return blindly(`more than ${MOST_LOOSE_FILES} files are not committed`);
		let bytes = 0;
		for (const path of fromDisk) bytes += await sizeOf(join(top, path));
		if (bytes > MOST_BYTES) return blindly("more than 512 MiB of files are not committed");
		const algorithm = [...index.values()][0]?.id.length === 64 ? "sha256" : "sha1";
		const files = [];
		for (const [path, { mode, id }] of index) if (!fromDisk.has(path)) files.push({
			path: own(path),
			mode,
			id
		});
		for (const path of fromDisk) {
			const entry = await readFileEntry(own(path), join(top, path), algorithm);
			if (entry !== void 0) files.push(entry);
		}
		if (files.find(({ path }) => path.includes("�")) !== void 0) return blindly("the name of a file is not UTF-8");
		return {
			files: files.sort((a, b) => a.path < b.path ? -1 : 1),
			blind: void 0
		};
	}
};

// src/adapters/node/result-ground.ts
/** A larger program is told by size and time. */
const LARGEST_READ_BYTES = 8388608;
function digest(text) {
	return createHash("sha256").update(text).digest("hex");
}
function attempt(work) {
	try {
		return work();
	} catch {
		return;
	}
}
function names(folder) {
	return attempt(() => readdirSync(folder).sort()) ?? [];
}
/** What an installed Python environment is: its interpreter, and the names of what is installed, versions included. */
function pythonPackages(folder) {
	const config = attempt(() => readFileSync(join(folder, "pyvenv.cfg"), "utf8"));
	if (config === void 0) return "";
	const installed = ["lib", "Lib"].flatMap((lib) => {
		return (lib === "Lib" ? [""] : names(join(folder, lib)).filter((name) => name.startsWith("python"))).map((version) => join(folder, lib, version, "site-packages"));
	}).flatMap((site) => names(site).filter((name) => name !== "__pycache__"));
	return digest(JSON.stringify([config, installed]));
}
/** What package managers write when they have installed: npm, pnpm, Yarn. */
const INSTALLED = [
	".package-lock.json",
	".modules.yaml",
	".pnpm/lock.yaml",
	".yarn-state.yml",
	".yarn-integrity"
];
function nodePackages(folder) {
	if (attempt(() => statSync(folder).isDirectory()) !== true) return "";
	const texts = INSTALLED.map((name) => attempt(() => readFileSync(join(folder, name), "utf8")) ?? "");
	return digest(JSON.stringify(texts.every((text) => text === "") ? names(folder) : texts));
}
function packagesAt(root, place) {
	const [folder = ".", name = ""] = place.split("\0");
	const path = isAbsolute(name) ? name : join(root, folder, name);
	return name === "node_modules" ? nodePackages(path) : pythonPackages(path);
}
/** Names and paths; `readdirSync` takes four times as long when it is to go into folders itself. */
function programFiles(folder, prefix) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const [name, file] = [prefix + entry.name, `${folder}/${entry.name}`];
		if (entry.isDirectory()) return programFiles(file, `${name}/`);
		return /\.[jt]s$/.test(name) ? [[name, file]] : [];
	});
}
/** The files of this program: a build or another version has others. */
function ownFiles() {
	const own = fileURLToPath(import.meta.url);
	const isSource = own.endsWith(".ts");
	return digest(programFiles(isSource ? resolve(dirname(own), "..", "..") : dirname(own), "").map(([name, file]) => {
		const { size, mtimeMs } = statSync(file);
		return `${name} ${size}${isSource ? ` ${mtimeMs}` : ""}`;
	}).sort().join("\n"));
}
function distribution() {
	const text = attempt(() => readFileSync("/etc/os-release", "utf8")) ?? "";
	const value = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
	return [value("ID"), value("VERSION_ID")].filter((part) => part !== "").join(" ");
}
function machineOf(env) {
	const image = env["ImageOS"] === void 0 ? distribution() : `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim();
	return [
		process.platform,
		process.arch,
		image
	].filter((part) => part !== "").join(" ");
}
function isWritten(path, written) {
	return written.some((one) => one.endsWith("/") ? path.startsWith(one) : path === one);
}
/** Reads what results rest on from git and the disk. */
var NodeResultGrounds = class {
	#processes;
	#trees;
	#isFresh;
	#begun;
	/**
	* @param processes starts git and finds programs
	* @param env the environment of this process
	* @param isFresh true on a machine that is made anew for each run, where times of files tell nothing
	*/
	constructor(processes, env, isFresh) {
		this.#processes = processes;
		this.#trees = new WorkTreeReader(processes, env);
		this.#isFresh = isFresh;
	}
	async look(request) {
		const { root, env } = request;
		const [{ files, blind: blindTree }, programs] = await Promise.all([this.#tree(request), this.#programs(request)]);
		const packages = Object.fromEntries(request.packages.map((place) => [place, packagesAt(root, place)]));
		const turnpike = attempt(ownFiles);
		return {
			files,
			blind: blindTree ?? (turnpike === void 0 ? "this program could not be looked at" : void 0),
			programs,
			packages,
			env,
			machine: machineOf(env),
			turnpike: turnpike ?? ""
		};
	}
	lookAgain(request) {
		return this.#tree(request);
	}
	/**
	* Begins to read the files for the next look, while a plan is made.
	*
	* @param root absolute path of the repository's root
	* @returns what they hold, and where the checkout stands
	*/
	begin(root) {
		const tree = this.#read(root);
		this.#begun = {
			root,
			tree
		};
		return tree;
	}
	#read(root) {
		const blind = {
			files: [],
			blind: "the files could not be read",
			untracked: /* @__PURE__ */ new Set()
		};
		return this.#trees.read(root).catch(() => ({
			...blind,
			state: void 0,
			dirty: true
		}));
	}
	async #tree({ root, written, isFresh }) {
		const begun = this.#begun?.root === root && isFresh !== true ? this.#begun.tree : void 0;
		this.#begun = void 0;
		const { files, blind, untracked } = await (begun ?? this.#read(root));
		return {
			files: files.filter(({ path }) => !(untracked.has(path) && isWritten(path, written))),
			blind
		};
	}
	async #programs({ root, programs, env }) {
		const found = await Promise.all(programs.map(async (name) => [name, await this.#programOf(name, root, env).catch(() => "absent")]));
		return Object.fromEntries(found);
	}
	async #programOf(name, root, env) {
		const path = name.includes("/") ? resolve(root, name) : await this.#processes.which(name, env);
		if (path === void 0) return "absent";
		const real = realpathSync(path);
		const { size, mtimeMs } = statSync(real);
		if (name.startsWith("./") && size <= LARGEST_READ_BYTES) return createHash("sha256").update(readFileSync(real)).digest("hex");
		return `${real} ${size}${this.#isFresh ? "" : ` ${mtimeMs}`}`;
	}
};

export { WorkTreeReader as n, NodeResultGrounds as t };