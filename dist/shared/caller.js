import { n as TurnpikeError } from "./errors.js";
import { At as safeEnvironment, Dt as SAFE_OPTIONS, Pt as shellWord, i as makeTemporaryFolder, jt as stopsGit, kt as partsOf } from "./first-gate.js";
import { n as parseWorkflowFile, t as projectRoot } from "./project-root.js";
import { _ as releaseTagsInput, b as scalar, n as readAdoptTexts, o as choosePin, t as readOwnCopy, u as CALLER_JOB, v as triggersFor } from "./own-copy.js";
import { n as turnpikeCalls } from "./known-caller.js";
import { basename, dirname, join } from "node:path";
import { constants, copyFileSync, lstatSync, mkdirSync, readlinkSync, symlinkSync, utimesSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { appendFile, copyFile, lstat, mkdir, readFile, readdir, realpath, utimes, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

// src/core/adopt/short-caller.ts
function list(filters) {
	return `[${filters.map(({ pattern }) => scalar(pattern)).join(", ")}]`;
}
function onText({ branches, tags, release, mergeGroup, dispatch }) {
	return `on: { ${[
		`push: { ${[`branches: ${list(branches)}`, ...tags.length === 0 ? [] : [`tags: ${list(tags)}`]].join(", ")} }`,
		"pull_request: {}",
		...release === null ? [] : ["release: { types: [published] }"],
		...mergeGroup === null ? [] : ["merge_group: {}"],
		...dispatch === null ? [] : ["workflow_dispatch: {}"]
	].join(", ")} }`;
}
function usesText(lane, pin) {
	const path = `.github/workflows/${lane}.yml`;
	if (pin === void 0) return `OWNER/turnpike/${path}@v1`;
	return `${pin.repository}/${path}@${pin.sha}${pin.version === null ? "" : ` # ${pin.version}`}`;
}
async function readWorkflows(texts) {
	const files = [...texts].filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).sort();
	return (await Promise.all(files.map(([path, text]) => parseWorkflowFile(path, text)))).flatMap((one) => one.kind === "workflow" ? [one.workflow] : []);
}
/**
* The caller that `init` would write, without its comments and what a first look does not need.
*
* @param facts the repository
*/
async function shortCaller(facts) {
	const workflows = await readWorkflows(facts.texts);
	const already = workflows.flatMap((workflow) => turnpikeCalls(workflow).map(({ line }) => `${workflow.label}:${line}`));
	const { defaultBranch, tags, signs, pin } = facts;
	const triggers = triggersFor({
		defaultBranch,
		workflows,
		tags
	}, signs);
	const releaseTags = releaseTagsInput(triggers.tags);
	const permissions = signs ? "{ contents: read, id-token: write, attestations: write }" : "{ contents: read }";
	return {
		text: `${[
			"name: turnpike",
			onText(triggers),
			`permissions: ${permissions}`,
			"jobs:",
			`  ${CALLER_JOB}:`,
			`    uses: ${usesText(signs ? "pipeline" : "checks", pin)}`,
			...releaseTags === null ? [] : [`    with: { release-tags: ${scalar(releaseTags)} }`]
		].join("\n")}\n`,
		already
	};
}

// src/core/first-run/copy-environment.ts
/** Variables that would lead a command back into the original, or that belong to whoever started us. */
const DROPPED = /^(?:VIRTUAL_ENV(?:_PROMPT)?|PWD|OLDPWD|INIT_CWD|PROJECT_CWD|GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|NAMESPACE)|npm_(?:package_.*|lifecycle_.*|command|execpath|node_execpath|config_local_prefix))$/;
/** Where a program installs into: in the copy it must be a place of the copy. */
const INSTALL_PLACES = /* @__PURE__ */ new Set([
	"UV_PROJECT_ENVIRONMENT",
	"npm_config_prefix",
	"PIP_TARGET",
	"PIP_PREFIX"
]);
function escaped(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/**
* The environment for commands in a copy: what they would have in the original, with every path into the original leading
* into the copy.
*
* @param env the environment of this process
* @param folders absolute top levels of the original and of the copy
*/
function environmentInCopy(env, folders) {
	const inside = new RegExp(`(?<=^|[:;=,\\s"'])${escaped(folders.original)}(?=$|[/:;,\\s"'])`, "g");
	const moved = Object.entries(env).flatMap(([name, value]) => {
		if (DROPPED.test(name)) return [];
		const own = folders.original === "/" ? value : value.replaceAll(inside, () => folders.copy);
		return INSTALL_PLACES.has(name) && own.startsWith("/") && !own.startsWith(`${folders.copy}/`) ? [] : [[name, own]];
	});
	return Object.fromEntries(moved);
}

// src/adapters/node/private-copy/copy-files.ts
/** Files between two looks at whether somebody wants an end; about 5 ms. */
const BATCH = 64;
function at(folder, path) {
	return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, "latin1")]);
}
function parentOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function reasonOf(error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "EACCES" || code === "EPERM") return "may not be read";
	if (code === "ENOSPC") return "does not fit on the disk";
	return `could not be copied (${code === "" ? "unknown" : code})`;
}
/** A link as it is; one that leads by an absolute path into the repository would be a way to write there. */
function copyLink(request, path) {
	const { top, into } = request.links;
	const target = readlinkSync(at(request.from, path), { encoding: "latin1" });
	const inside = Buffer.from(top).toString("latin1");
	const own = target === inside || target.startsWith(`${inside}/`) ? Buffer.from(into).toString("latin1") + target.slice(inside.length) : target;
	symlinkSync(Buffer.from(own, "latin1"), at(request.to, path));
}
function copyOne(request, path) {
	const [from, to] = [at(request.from, path), at(request.to, path)];
	const info = lstatSync(from, { throwIfNoEntry: false });
	if (info === void 0) return void 0;
	if (info.isSymbolicLink()) {
		copyLink(request, path);
		return;
	}
	if (info.isDirectory()) return "is a submodule or a repository of its own, without its files here";
	if (!info.isFile()) return "is no regular file";
	copyFileSync(from, to, constants.COPYFILE_FICLONE);
	utimesSync(to, info.atime, info.mtime);
}
function whyNot(request, path) {
	try {
		return copyOne(request, path);
	} catch (error) {
		return reasonOf(error);
	}
}
function makeParents({ to, paths }) {
	const folders = new Set(paths.map(parentOf));
	for (const folder of folders) if (folder !== "") mkdirSync(at(to, folder), { recursive: true });
}
/**
* Copies files as they are: bytes, modes, times, links as links. Small files are copied faster one after another by the main
* thread than by handing each to another one, so it goes by batches.
*
* @param request what, and where to
* @returns how many, and which could not be copied; less of either when it was stopped
*/
async function copyFiles(request) {
	await mkdir(request.to, { recursive: true });
	makeParents(request);
	const left = [];
	let files = 0;
	for (const [index, path] of request.paths.entries()) {
		if (index % BATCH === 0) {
			if (index > 0) request.onProgress(files);
			await setImmediate();
		}
		if (request.signal.aborted) break;
		const why = whyNot(request, path);
		if (why === void 0) files += 1;
		else left.push({
			path: Buffer.from(path, "latin1").toString("utf8"),
			why
		});
	}
	return {
		files,
		left
	};
}

// src/adapters/node/private-copy/git-of.ts
const run = promisify(execFile);
const TIMEOUT_MS = 12e4;
const MAX_BYTES = 268435456;
/**
* Asks git. Paths are bytes, which need not be UTF-8: they come as Latin-1, one character a byte.
*
* @param cwd absolute folder
* @param args the command
* @returns what it printed; undefined when it had no answer
*/
async function askGit(cwd, ...args) {
	try {
		const { stdout } = await run("git", [...SAFE_OPTIONS, ...args], {
			cwd,
			env: safeEnvironment(process.env),
			timeout: TIMEOUT_MS,
			maxBuffer: MAX_BYTES,
			encoding: "latin1"
		});
		return stdout;
	} catch {
		return;
	}
}
/**
* @param text Latin-1, one character a byte
* @returns the same bytes read as UTF-8
*/
function asText(text) {
	return Buffer.from(text, "latin1").toString("utf8");
}

// src/adapters/node/private-copy/git-folder.ts
/** More objects than this are read from the repository instead of copied. */
const MOST_BYTES = 201326592;
const MOST_FILES$1 = 1e4;
/** Settings that decide how files compare with the index, or who commits; everything else stays behind. */
const KEPT_SETTINGS = /^(?:core\.(?:autocrlf|eol|safecrlf|filemode|ignorecase|symlinks|precomposeunicode|sparsecheckout(?:cone)?)|user\.(?:name|email))$/;
/**
* What the copy says for itself. There is no remote, and nothing can be pushed by an address either; no helper is asked
* for a password. Files were copied with their times, but not with their inodes.
*/
const OWN_SETTINGS = `[core]
	checkStat = minimal
	trustctime = false
[credential]
	helper =
[push]
	default = nothing
[gc]
	auto = 0
[maintenance]
	auto = false
[url "turnpike-try-pushes-nothing://"]
	pushInsteadOf = https://
	pushInsteadOf = http://
	pushInsteadOf = ssh://
	pushInsteadOf = git://
	pushInsteadOf = git@
	pushInsteadOf = file://
	pushInsteadOf = /
`;
async function placesOf(top) {
	const args = [
		"objects",
		"index",
		"shallow",
		"info/exclude",
		"info/attributes",
		"info/sparse-checkout"
	].flatMap((name) => ["--git-path", name]);
	const said = await askGit(top, "rev-parse", "--path-format=absolute", ...args);
	if (said === void 0) return void 0;
	const [objects = "", index = "", shallow = "", exclude = "", attributes = "", sparse = ""] = asText(said).split("\n");
	return {
		objects,
		index,
		shallow,
		exclude,
		attributes,
		sparse
	};
}
async function objectFiles(folder) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => []);
	const files = [];
	for (const entry of entries) {
		if (!entry.isFile() || files.length > MOST_FILES$1) continue;
		const file = join(entry.parentPath, entry.name);
		const bytes = await lstat(file).then(({ size }) => size, () => 0);
		files.push({
			path: file.slice(folder.length + 1),
			bytes
		});
	}
	return files;
}
/** Copied, so that no command in the copy can even refresh the time of an object; borrowed when there are too many. */
async function giveObjects(from, to) {
	const files = await objectFiles(from);
	const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
	const alternates = join(to, "info", "alternates");
	await mkdir(dirname(alternates), { recursive: true });
	if (files.length > MOST_FILES$1 || total > MOST_BYTES) {
		await writeFile(alternates, `${from}\n`);
		return;
	}
	for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(join(to, folder), { recursive: true });
	for (const { path } of files) await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
}
async function giveRefs(top, to) {
	const refs = await askGit(top, "for-each-ref", "--format=%(objectname) %(refname)") ?? "";
	await writeFile(join(to, "packed-refs"), refs, "latin1");
	const branch = await askGit(top, "symbolic-ref", "--quiet", "HEAD");
	const head = branch === void 0 ? await askGit(top, "rev-parse", "--verify", "--quiet", "HEAD") : `ref: ${branch}`;
	if (head !== void 0 && head !== "") await writeFile(join(to, "HEAD"), head, "latin1");
}
/** With its time: by it git knows which files may have changed in the moment after it was written. */
async function copyWithTime(from, to) {
	const info = await lstat(from).catch(() => void 0);
	if (info === void 0 || !info.isFile()) return;
	await mkdir(dirname(to), { recursive: true });
	await copyFile(from, to, constants.COPYFILE_FICLONE);
	await utimes(to, info.atime, info.mtime);
}
async function giveIndex(index, to) {
	const folder = dirname(index);
	const shared = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith("sharedindex."));
	for (const name of shared) await copyWithTime(join(folder, name), join(to, name));
	await copyWithTime(index, join(to, "index"));
}
function quoted(value) {
	return `"${value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n")}"`;
}
async function giveSettings(top, to) {
	const lines = partsOf(await askGit(top, "config", "--local", "--includes", "--null", "--list")).flatMap((entry) => {
		const cut = entry.indexOf("\n");
		const [name, value] = cut === -1 ? [entry, "true"] : [entry.slice(0, cut), entry.slice(cut + 1)];
		const [section = "", key = ""] = name.split(".");
		return KEPT_SETTINGS.test(name) ? [`[${section}]\n\t${key} = ${quoted(value)}\n`] : [];
	});
	await appendFile(join(to, "config"), lines.join(""), "latin1");
	await appendFile(join(to, "config"), OWN_SETTINGS);
}
/**
* Makes a git folder for the copy of a work tree: history, branches, tags and index, without remotes, hooks, credentials and
* settings that name programs. Works for clones of any depth, linked work trees and submodules.
*
* @param top absolute top level of the repository, which is only read
* @param to absolute top level of the copy
* @throws TurnpikeError `GIT_FAILED` when git makes no repository there
*/
async function copyGitFolder(top, to) {
	const places = await placesOf(top);
	const format = (await askGit(top, "rev-parse", "--show-object-format"))?.trim() ?? "sha1";
	const options = format === "sha1" ? [] : [`--object-format=${format}`];
	const made = await askGit(to, "-c", "init.defaultRefFormat=files", "init", "--quiet", "--template=", ...options);
	if (places === void 0 || made === void 0) throw new TurnpikeError("GIT_FAILED", "user", "git could not make a copy of this repository.", { hint: "Is git installed, and may this folder be read? See: git status" });
	const folder = join(to, ".git");
	await giveObjects(places.objects, join(folder, "objects"));
	await giveRefs(top, folder);
	await giveIndex(places.index, folder);
	await giveSettings(top, folder);
	const shallow = await readFile(places.shallow).catch(() => void 0);
	if (shallow !== void 0) await writeFile(join(folder, "shallow"), shallow);
	await copyWithTime(places.exclude, join(folder, "info", "exclude"));
	await copyWithTime(places.attributes, join(folder, "info", "attributes"));
	await copyWithTime(places.sparse, join(folder, "info", "sparse-checkout"));
}

// src/adapters/node/private-copy/index.ts
/** Folders that a folder without git would have ignored. */
const SKIPPED = /* @__PURE__ */ new Set([...[
	".git",
	".hg",
	".svn",
	".venv",
	"venv",
	"node_modules",
	"__pycache__",
	".turnpike",
	".tox",
	".nox"
], ...[
	".mypy_cache",
	".ruff_cache",
	".pytest_cache"
]]);
const MOST_FILES = 2e5;
const MOST_DEPTH = 64;
/** Every file below a folder; links are listed, never followed. Paths are Latin-1, one character a byte. */
async function walk(root) {
	const files = [];
	let level = [""];
	for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
		const next = [];
		for (const folder of level) {
			const found = await listFolder(root, folder);
			files.push(...found.files);
			next.push(...found.folders);
			if (files.length > MOST_FILES) throw tooMany(root);
		}
		level = next;
	}
	return files;
}
/** What lies in one folder, with its path from the root. */
async function listFolder(root, folder) {
	const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(folder, "latin1")]);
	const named = (await readdir(path, {
		withFileTypes: true,
		encoding: "buffer"
	}).catch(() => [])).map((entry) => ({
		name: entry.name.toString("latin1"),
		isFolder: entry.isDirectory()
	}));
	const below = (name) => folder === "" ? name : `${folder}/${name}`;
	return {
		files: named.filter(({ isFolder }) => !isFolder).map(({ name }) => below(name)),
		folders: named.filter(({ name, isFolder }) => isFolder && !SKIPPED.has(name)).map(({ name }) => below(name))
	};
}
function tooMany(folder) {
	return new TurnpikeError("INPUT_INVALID", "user", `${folder} holds more than 200,000 files and is no git repository.`, { hint: "Name the folder of a project: turnpike try DIR" });
}
/** The repository that knows the folder's files; undefined where none does, as in a folder that the one above ignores. */
async function topOf(dir) {
	const said = await askGit(dir, "rev-parse", "--show-toplevel");
	if (said === void 0 || said.trim() === "") return void 0;
	const top = asText(said).replace(/\n$/, "");
	if (top === dir) return top;
	const listed = await askGit(dir, "ls-files", "--cached", "--others", "--exclude-standard", "--directory", "-z");
	return partsOf(listed).length === 0 ? void 0 : top;
}
/** A repository with all that is not committed and not ignored, and what is nested in it: submodules, clones. */
async function copyRepository(from, to, options) {
	const stop = stopsGit(from);
	if (stop !== void 0) {
		const path = join(from, stop);
		throw new TurnpikeError("FILE_UNREADABLE", "user", `${path} is no regular file, and git would wait at it.`, { hint: `Remove it: rm ${shellWord(path)}` });
	}
	const listed = await askGit(from, "ls-files", "--cached", "--others", "--exclude-standard", "-z");
	const entries = [...new Set(partsOf(listed))];
	const nested = await nestedOf(from, entries);
	const paths = entries.filter((path) => !path.endsWith("/") && !nested.includes(path));
	const { links, signal, onProgress } = options;
	let { files, left } = await copyFiles({
		from,
		to,
		paths,
		links,
		signal,
		onProgress
	});
	for (const path of nested) {
		if (signal.aborted) break;
		const inner = await copyRepository(join(from, asText(path)), join(to, asText(path)), options);
		files += inner.files;
		left = [...left, ...inner.left];
	}
	if (!signal.aborted) await copyGitFolder(from, to);
	return {
		files,
		left
	};
}
/** Folders among what git lists: submodules by their name, untracked clones with a slash behind it. */
async function nestedOf(top, entries) {
	const modules = partsOf(await askGit(top, "ls-files", "--stage", "-z")).flatMap((line) => line.startsWith("160000 ") ? [line.slice(line.indexOf("	") + 1)] : []);
	const clones = entries.filter((path) => path.endsWith("/")).map((path) => path.replace(/\/$/, ""));
	const found = [];
	for (const path of /* @__PURE__ */ new Set([...modules, ...clones])) {
		const folder = join(top, asText(path));
		const own = await askGit(folder, "rev-parse", "--show-toplevel").catch(() => void 0);
		if (own !== void 0 && asText(own).trim() === folder) found.push(path);
	}
	return found;
}
/**
* Copies a repository as it is on the disk, uncommitted and untracked files included, ignored ones not. Nothing of the
* original is written, locked or refreshed, no hook runs, and the copy has no remote.
*
* @param dir a folder, in a repository or not
* @param options how it is stopped and watched
* @returns the copy; it must be removed or kept
* @throws TurnpikeError `FILE_UNREADABLE`, `GIT_FAILED`, `INPUT_INVALID`
*/
async function makePrivateCopy(dir, options) {
	const folder = await realpath(dir).catch((cause) => {
		throw new TurnpikeError("FILE_UNREADABLE", "user", `${dir} is no folder that can be read.`, { cause });
	});
	const top = await topOf(folder);
	const originalTop = top ?? folder;
	const base = await makeTemporaryFolder("tpk-try-", options.temp);
	const remove = () => base.remove();
	const keep = () => base.keep();
	const to = join(base.path, "copy", basename(originalTop) || "root");
	const scratch = join(base.path, "scratch");
	try {
		await mkdir(to, { recursive: true });
		await mkdir(scratch);
		const copying = {
			...options,
			links: {
				top: originalTop,
				into: to
			}
		};
		const copied = top === void 0 ? await copyFiles({
			...copying,
			from: folder,
			to,
			paths: await walk(folder)
		}) : await copyRepository(top, to, copying);
		const root = to + folder.slice(originalTop.length);
		await mkdir(root, { recursive: true });
		return {
			originalTop,
			top: to,
			root,
			scratch,
			isRepository: top !== void 0,
			...copied,
			remove,
			keep
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

// src/local/try/caller.ts
const WORKFLOWS = ".github/workflows";
/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;
/** The default branch as the clone noted it, else by its usual names, else the one that is checked out. */
async function defaultBranch(top, git) {
	const remote = await git.remoteHead(top);
	if (remote !== void 0) return remote;
	const branches = await git.branches(top);
	return ["main", "master"].find((name) => branches.includes(name)) ?? await git.branch(top) ?? "main";
}
/**
* The workflow to paste.
*
* @param top absolute top level of the repository, which is only read
* @param git answers for it
* @param signs whether a release of it would be signed
*/
async function callerFor(top, git, signs) {
	const [branch, tags, { texts }, own] = await Promise.all([
		defaultBranch(top, git),
		git.newestTags(top, MOST_TAGS),
		readAdoptTexts(top),
		readOwnCopy(git, projectRoot(), void 0)
	]);
	const pin = choosePin(void 0, own);
	const facts = {
		texts,
		tags,
		signs,
		defaultBranch: branch,
		pin: pin.kind === "known" ? pin.pin : void 0
	};
	const name = texts.has(`${WORKFLOWS}/turnpike.yml`) ? "turnpike-road.yml" : "turnpike.yml";
	return {
		path: `${WORKFLOWS}/${name}`,
		...await shortCaller(facts)
	};
}

export { makePrivateCopy as n, environmentInCopy as r, callerFor as t };