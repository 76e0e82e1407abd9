import { t as systemClock } from "./clock.js";
import { t as definedVariables } from "./environment2.js";
import { t as NodeFiles } from "./files2.js";
import { r as repositoryState, t as noteBegin } from "./first-green-store.js";
import { t as GitProgram } from "./git2.js";
import { n as listenForStop, r as thisMachine, t as readCommitFacts } from "./commit-facts.js";
import { t as NodeProcesses } from "./processes.js";
import { t as systemRandom } from "./random.js";
import "./terminal.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { n as tellFirstGreen } from "./first-green2.js";
import { r as toPlanDocument, t as commandLine } from "./plan-document.js";
import { n as prove$1, t as isOurs } from "./proof.js";
import { c as installEnvironments, f as Masker, h as fileNamesOf, l as keyOf, p as secretsOf, r as situationHere, s as gateEnvironment, t as checkRepository, u as packagesFor } from "./check-repository.js";
import { t as countLocks } from "./count-locks2.js";
import { n as readPlanned } from "./read-plan.js";
import { t as parse } from "./dist2.js";
import { _ as triggersFor, a as choosePin, g as releaseTagsInput, l as CALLER_JOB, n as readAdoptTexts, t as readOwnCopy, y as scalar } from "./own-copy.js";
import { n as parseWorkflowFile, t as projectRoot } from "./project-root.js";
import { n as turnpikeCalls } from "./known-caller.js";
import { t as readExcerpt } from "./log-excerpt.js";
import { t as styles } from "./styles.js";
import { t as childEnvironment } from "./child-environment.js";
import { r as NPM_ARGUMENTS } from "./sync-failure.js";
import { n as renderTable, t as pad } from "./table.js";
import { r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine } from "./text.js";
import { t as watchGates } from "./gates-view2.js";
import { t as placeText } from "./plan-page.js";
import { t as liveRegion } from "./live.js";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { constants, existsSync, rmSync } from "node:fs";
import { appendFile, chmod, copyFile, cp, lstat, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rm, symlink, utimes, writeFile } from "node:fs/promises";
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

// src/core/first-run/release-preview.ts
/** What people call the statements that the signing job makes; core/provenance names them by their types. */
const STATEMENT_TITLES = {
	provenance: "SLSA provenance",
	sbom: "CycloneDX SBOM",
	testResult: "test result"
};
function asTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function read(text, parse) {
	try {
		return text === void 0 ? {} : asTable(parse(text));
	} catch {
		return {};
	}
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
/** Names as they stand in file names (packaging.python.org, binary distribution format, "Escaping and Unicode"). */
function pythonFiles(pyproject) {
	const project = asTable(pyproject["project"]);
	const name = textOf(project["name"])?.replaceAll(/[-_.]+/g, "_").toLowerCase() ?? "*";
	const version = textOf(project["version"]) ?? "*";
	return [`${name}-${version}.tar.gz`, `${name}-${version}-*.whl`];
}
/** `@scope/name` becomes `scope-name` (npm documentation, npm pack). */
function npmFiles(manifest) {
	return [`${textOf(manifest["name"])?.replace(/^@/, "").replaceAll("/", "-") ?? "*"}-${textOf(manifest["version"]) ?? "*"}.tgz`];
}
function subjectsOf(command, manifests) {
	const [first = ""] = command.split("\n");
	if (/\bnpm pack\b/.test(first)) return npmFiles(read(manifests.packageJson, JSON.parse));
	if (!/^(?:uv build|python3? -m build|hatch build|pdm build|poetry build|flit build)\b/.test(first)) return ["dist/*"];
	const files = pythonFiles(read(manifests.pyproject, parse));
	if (/ (?:--wheel|-w)\b/.test(first) && !/ (?:--sdist|-s)\b/.test(first)) return files.slice(1);
	return / (?:--sdist|-s)\b/.test(first) && !/ (?:--wheel|-w)\b/.test(first) ? files.slice(0, 1) : files;
}
/**
* @param build the build command of the plan
* @param manifests manifests of the folder that it runs in
* @param hasLock whether there is a lock to make an SBOM from
* @returns what would be built and signed; null when nothing is declared to be built
*/
function previewRelease(build, manifests, hasLock) {
	if (build === null) return null;
	const { provenance, sbom, testResult } = STATEMENT_TITLES;
	return {
		command: build.run,
		source: build.source,
		subjects: subjectsOf(build.run.trim(), manifests),
		statements: [
			provenance,
			...hasLock ? [sbom] : [],
			testResult
		]
	};
}

// src/core/first-run/try-document.ts
function whole(ms) {
	return Math.round(ms);
}
function wholeTimes({ sequential, ...times }) {
	const { copyMs, setUpMs, gatesMs, totalMs } = times;
	const own = sequential === null ? null : {
		setUpMs: whole(sequential.setUpMs),
		commandsMs: whole(sequential.commandsMs)
	};
	return {
		copyMs: whole(copyMs),
		setUpMs: whole(setUpMs),
		gatesMs: whole(gatesMs),
		totalMs: whole(totalMs),
		sequential: own
	};
}
/**
* @param document what was planned
* @param ran what came of it: the verdict, and of each environment in the order of the plan
* @param trial what only a try knows
*/
function toTryDocument(document, ran, trial) {
	const results = new Map(ran.verdict.gates.map((gate) => [gate.id, gate]));
	const { verdict, startedAt, durationMs } = ran.verdict;
	return {
		...document,
		verdict,
		startedAt,
		durationMs,
		gates: document.gates.map((gate) => {
			const result = gate.declared ? results.get(gate.id) : void 0;
			return result === void 0 ? gate : {
				...gate,
				...result
			};
		}),
		setup: document.setup.map((environment, at) => {
			const { outcome, reason } = ran.setUp[at] ?? {
				outcome: "skipped",
				reason: "the try was stopped"
			};
			return {
				...environment,
				outcome,
				reason
			};
		}),
		trial: {
			...trial,
			times: wholeTimes(trial.times)
		}
	};
}

// src/local/try/document.ts
/**
* @param result a try
* @returns the exit code: that of the verdict; a fault of ours that a proof found is no verdict on the repository
*/
function exitCodeOfTry({ checked, proofs }) {
	return proofs.some(isOurs) ? EXIT.service : checked.run.exitCode;
}
/**
* @param result a try
* @returns what `turnpike try --json` prints
*/
function documentOfTry(result) {
	const { checked, planned, sbom, setUp, times, proofs, release, caller, results } = result;
	const { commit, tree, dirty } = checked.verdict;
	const document = toPlanDocument(planned, {
		commit,
		tree,
		dirty: commit === null ? null : dirty
	}, sbom);
	const trial = {
		exitCode: exitCodeOfTry(result),
		times,
		proofs,
		release,
		caller,
		results
	};
	return toTryDocument(document, {
		verdict: checked.verdict,
		setUp
	}, trial);
}

// src/adapters/node/private-copy/copy-files.ts
/** Copies at a time: the file system answers in parallel, and more would only queue. */
const WORKERS = 8;
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
async function copyLink(request, path) {
	const { top, into } = request.links;
	const target = await readlink(at(request.from, path), { encoding: "latin1" });
	const inside = Buffer.from(top).toString("latin1");
	const own = target === inside || target.startsWith(`${inside}/`) ? Buffer.from(into).toString("latin1") + target.slice(inside.length) : target;
	await symlink(Buffer.from(own, "latin1"), at(request.to, path));
}
async function copyOne(request, path) {
	const [from, to] = [at(request.from, path), at(request.to, path)];
	const info = await lstat(from).catch(() => void 0);
	if (info === void 0) return void 0;
	if (info.isSymbolicLink()) {
		await copyLink(request, path);
		return;
	}
	if (!info.isFile()) return "is no regular file";
	await copyFile(from, to, constants.COPYFILE_FICLONE);
	await utimes(to, info.atime, info.mtime);
}
async function makeParents({ to, paths }) {
	const folders = new Set(paths.map(parentOf));
	for (const folder of folders) if (folder !== "") await mkdir(at(to, folder), { recursive: true });
}
/**
* Copies files as they are: bytes, modes, times, links as links.
*
* @param request what, and where to
* @returns how many, and which could not be copied; less of either when it was stopped
*/
async function copyFiles(request) {
	await mkdir(request.to, { recursive: true });
	await makeParents(request);
	const left = [];
	let [next, files] = [0, 0];
	const work = async () => {
		for (let path = request.paths[next++]; path !== void 0; path = request.paths[next++]) {
			if (request.signal.aborted) return;
			const why = await copyOne(request, path).catch(reasonOf);
			if (why === void 0) files += 1;
			else left.push({
				path: Buffer.from(path, "latin1").toString("utf8"),
				why
			});
			if (files % 100 === 0) request.onProgress(files);
		}
	};
	await Promise.all(Array.from({ length: WORKERS }, work));
	return {
		files,
		left
	};
}

// src/adapters/node/private-copy/git-of.ts
const run = promisify(execFile);
const TIMEOUT_MS = 12e4;
const MAX_BYTES = 268435456;
/** Nothing of the repository's runs: hooks and the file-system monitor are programs that its configuration may name. */
const SAFE = [
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"safe.directory=*"
];
function environment() {
	const kept = Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|DEFAULT_)/.test(name));
	return {
		...Object.fromEntries(kept),
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		LC_ALL: "C"
	};
}
/**
* Asks git. Paths are bytes, which need not be UTF-8: they come as Latin-1, one character a byte.
*
* @param cwd absolute folder
* @param args the command
* @returns what it printed; undefined when it had no answer
*/
async function askGit(cwd, ...args) {
	try {
		const { stdout } = await run("git", [...SAFE, ...args], {
			cwd,
			env: environment(),
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
/** @returns the parts of a list that is parted by NUL */
function entriesOf(text) {
	return (text ?? "").split("\0").filter((entry) => entry !== "");
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
	const lines = entriesOf(await askGit(top, "config", "--local", "--includes", "--null", "--list")).flatMap((entry) => {
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
			const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(folder, "latin1")]);
			const entries = await readdir(path, {
				withFileTypes: true,
				encoding: "buffer"
			}).catch(() => []);
			for (const entry of entries) {
				const name = entry.name.toString("latin1");
				const below = folder === "" ? name : `${folder}/${name}`;
				if (!entry.isDirectory()) files.push(below);
				else if (!SKIPPED.has(name)) next.push(below);
			}
			if (files.length > MOST_FILES) throw tooMany(root);
		}
		level = next;
	}
	return files;
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
	return entriesOf(listed).length === 0 ? void 0 : top;
}
/** A repository with all that is not committed and not ignored, and what is nested in it: submodules, clones. */
async function copyRepository(from, to, options) {
	const listed = await askGit(from, "ls-files", "--cached", "--others", "--exclude-standard", "-z");
	const entries = [...new Set(entriesOf(listed))];
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
	const modules = entriesOf(await askGit(top, "ls-files", "--stage", "-z")).flatMap((line) => line.startsWith("160000 ") ? [line.slice(line.indexOf("	") + 1)] : []);
	const clones = entries.filter((path) => path.endsWith("/")).map((path) => path.replace(/\/$/, ""));
	const found = [];
	for (const path of /* @__PURE__ */ new Set([...modules, ...clones])) {
		const folder = join(top, asText(path));
		const own = await askGit(folder, "rev-parse", "--show-toplevel").catch(() => void 0);
		if (own !== void 0 && asText(own).trim() === folder) found.push(path);
	}
	return found;
}
async function openAll(folder) {
	if ((await lstat(folder).catch(() => void 0))?.isDirectory() !== true) return;
	await chmod(folder, 448).catch(() => void 0);
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	for (const entry of entries) if (entry.isDirectory()) await openAll(join(folder, entry.name));
}
/** Tests leave folders behind that may not be written, and package caches are kept so. */
async function removeWhole(folder) {
	const options = {
		recursive: true,
		force: true,
		maxRetries: 3
	};
	try {
		await rm(folder, options);
	} catch {
		await openAll(folder);
		await rm(folder, options).catch(() => void 0);
	}
}
/**
* Copies a repository as it is on the disk, uncommitted and untracked files included, ignored ones not. Nothing of the
* original is written, locked or refreshed, no hook runs, and the copy has no remote.
*
* @param dir a folder, in a repository or not
* @param options how it is stopped and watched
* @returns the copy; it must be removed
* @throws TurnpikeError `FILE_UNREADABLE`, `GIT_FAILED`, `INPUT_INVALID`
*/
async function makePrivateCopy(dir, options) {
	const folder = await realpath(dir).catch((cause) => {
		throw new TurnpikeError("FILE_UNREADABLE", "user", `${dir} is no folder that can be read.`, { cause });
	});
	const top = await topOf(folder);
	const originalTop = top ?? folder;
	const base = await realpath(await mkdtemp(join(options.temp ?? tmpdir(), "turnpike-try-")));
	const to = join(base, "copy", basename(originalTop) || "root");
	const scratch = join(base, "scratch");
	const removeNow = () => rmSync(base, {
		recursive: true,
		force: true
	});
	process.once("exit", removeNow);
	const remove = async () => {
		await removeWhole(base);
		process.off("exit", removeNow);
	};
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
			remove
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

// src/local/try/keep-results.ts
/**
* Keeps logs, reports and verdict of a try where the next one replaces them.
*
* @param result the try
* @param folder absolute folder; undefined: nothing is kept
* @returns the folder; null when nothing could be kept, which changes nothing else
*/
async function keepResults(result, folder) {
	if (folder === void 0) return null;
	try {
		await rm(folder, {
			recursive: true,
			force: true
		});
		await mkdir(dirname(folder), { recursive: true });
		await cp(join(result.copy.scratch, "results"), folder, { recursive: true });
		await writeFile(join(folder, "turnpike.yml"), result.caller.text);
		return folder;
	} catch {
		return null;
	}
}

// src/local/try/prove.ts
const REPORTS = "${reports}";
function endOf(end) {
	switch (end.kind) {
		case "exited":
		case "signalled":
		case "stopped": return end;
		case "timed-out": return { kind: "timed-out" };
		case "not-started": return {
			kind: "not-started",
			why: end.message
		};
	}
}
/** What the repository declares for the command, without what is ours alone: places of reports that it does not name. */
async function ownVariables({ env, reproduce }, logs) {
	const own = Object.fromEntries(Object.entries(env).filter(([, value]) => !value.includes(REPORTS)));
	if (!reproduce.includes(REPORTS)) return own;
	return {
		...own,
		reports: await mkdtemp(join(logs, "own-"))
	};
}
/**
* Runs the commands of gates as a person would, one after another, and compares.
*
* @param gates what ran, in the order to run them
* @param place where
* @param ports the world, with the environment of the copy
* @returns a proof for each, fewer when it was stopped
*/
async function proveGates(gates, place, ports) {
	await mkdir(place.logs, { recursive: true });
	const names = fileNamesOf(gates.map(({ gate }) => gate.id));
	const masker = new Masker(secretsOf(ports.env));
	const proofs = [];
	for (const { gate, result } of gates) {
		if (place.signal.aborted) break;
		const label = `${gate.id}, by its own command`;
		place.listener({
			kind: "proving",
			label,
			line: ""
		});
		const logFile = join(place.logs, `${names.get(gate.id) ?? "gate"}.own.log`);
		const args = [
			"-eo",
			"pipefail",
			"-c",
			gate.reproduce
		];
		const env = gateEnvironment(ports.env, await ownVariables(gate, place.logs));
		const onLine = (line) => place.listener({
			kind: "proving",
			label,
			line: masker.mask(line)
		});
		const ran = await ports.processes.runLogged({
			file: "bash",
			args,
			cwd: place.root,
			env
		}, {
			logFile,
			timeoutMs: gate.timeoutMs,
			signal: place.signal,
			onLine
		});
		if (place.signal.aborted) break;
		const excerpt = await readExcerpt(ports.files, logFile, masker);
		const proof = prove$1({
			id: gate.id,
			command: gate.reproduce,
			outcome: result.outcome ?? "skipped",
			ourExitCode: result.exitCode,
			ourTests: result.counts.tests,
			own: endOf(ran.end),
			ownMs: Math.round(ran.durationMs),
			ownLog: excerpt.text
		});
		proofs.push(proof);
		place.listener({
			kind: "proved",
			proof
		});
	}
	return proofs;
}

// src/local/try/set-up.ts
const INSTALL_MS = 12e5;
/** Hook managers install themselves into git's configuration when packages are installed; a copy has no use for them. */
const NO_HOOKS = {
	HUSKY: "0",
	LEFTHOOK: "0",
	SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1"
};
/**
* @param processes starts programs
* @param signal ends every one of them
* @returns the same, so that helpers that know of no stop are stopped too
*/
function stoppable(processes, signal) {
	return {
		capture: (command, options = {}) => processes.capture(command, {
			signal,
			...options
		}),
		runLogged: (command, options) => processes.runLogged(command, {
			signal,
			...options
		}),
		which: (name, env) => processes.which(name, env)
	};
}
function isNpm({ manager, lock, recipe }) {
	return manager === "npm" && lock !== null && recipe === void 0;
}
/** The packages of a lock of npm. In a copy their scripts may run, as they do where the repository's own commands run. */
async function installWithNpm(environment, root, ports) {
	const env = childEnvironment(ports.env, NO_HOOKS);
	const npm = await ports.processes.which("npm", env);
	if (npm === void 0) return;
	const cwd = join(root, environment.cwd);
	await ports.processes.capture({
		file: npm,
		args: NPM_ARGUMENTS,
		cwd,
		env
	}, { timeoutMs: INSTALL_MS });
}
async function installNode(plan, root, ports, listener) {
	for (const environment of plan.environments.filter(isNpm)) {
		const command = environment.cwd === "." ? "npm ci" : `cd ${environment.cwd} && npm ci`;
		listener({
			kind: "setup-started",
			command
		});
		await installWithNpm(environment, root, ports);
		listener({
			kind: "setup-finished",
			command,
			problem: void 0
		});
	}
}
/**
* Installs in a copy what the gates need, as the repository's locks and declarations say, Python beside Node.
*
* @param plan what will run
* @param root absolute folder of the copy
* @param ports the world, with the environment of the copy
* @param listener is told of each command
* @returns what became of each environment of the plan
*/
async function setUpCopy(plan, root, ports, listener) {
	const gates = plan.gates.filter(({ declared }) => declared);
	const others = plan.environments.filter((environment) => !isNpm(environment));
	const [problems] = await Promise.all([installEnvironments(gates, {
		root,
		environments: others,
		listener
	}, ports), installNode(plan, root, ports, listener)]);
	const npm = plan.environments.filter(isNpm);
	const left = await installEnvironments(gates, {
		root,
		environments: npm,
		listener
	}, ports);
	const all = new Map([...problems, ...left]);
	const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
	return {
		results: plan.environments.map((environment) => {
			const reason = all.get(keyOf(environment));
			if (reason !== void 0) return {
				environment,
				outcome: "failed",
				reason
			};
			if (!needed.has(keyOf(environment))) return {
				environment,
				outcome: "skipped",
				reason: "no gate needs it"
			};
			if (!(environment.lock !== null || "recipe" in environment)) return {
				environment,
				outcome: "skipped",
				reason: "there is no lock file"
			};
			return {
				environment,
				outcome: "installed",
				reason: null
			};
		}),
		problems: all
	};
}

// src/local/try/sequential.ts
/**
* Runs all that ran once more: set-up in a copy of its own, then the repository's own commands one after another. This is
* what the road is compared with.
*
* @param request what ran
* @param world the world, with the environment of this process
* @param watch is told what happens, and may stop it
*/
async function runSequentially(request, world, watch) {
	const { signal } = watch.stop;
	const copy = await makePrivateCopy(request.dir, {
		signal,
		onProgress: () => void 0,
		temp: request.temp
	});
	try {
		const env = environmentInCopy(world.env, {
			original: copy.originalTop,
			copy: copy.top
		});
		const processes = stoppable(world.processes, signal);
		const ports = {
			...world,
			env,
			processes,
			files: new NodeFiles(copy.root)
		};
		const begin = ports.clock.monotonicMs();
		await setUpCopy(request.plan, copy.root, ports, (event) => {
			if (event.kind === "setup-started") watch.listener({
				kind: "proving",
				label: `its own set-up: ${event.command}`,
				line: ""
			});
		});
		const setUpMs = ports.clock.monotonicMs() - begin;
		const place = {
			root: copy.root,
			logs: request.logs,
			signal,
			listener: watch.listener
		};
		const proofs = await proveGates(request.gates, place, ports);
		const isWhole = proofs.length === request.gates.length;
		const commandsMs = proofs.reduce((sum, { ownMs }) => sum + ownMs, 0);
		return {
			proofs,
			times: isWhole ? {
				setUpMs,
				commandsMs
			} : null
		};
	} finally {
		await copy.remove();
	}
}
/** @returns the folder that logs of own commands lie in, beside ours */
function ownLogs(scratch) {
	return join(scratch, "results", "logs");
}

// src/local/try/run-try.ts
async function tellBegin(request, world, watch) {
	const folder = await realpath(request.dir).catch(() => request.dir);
	const [branch, head] = await Promise.all([world.git.branch(folder), world.git.head(folder)]);
	const ref = head === void 0 ? null : `${branch ?? "detached"}@${head.slice(0, 7)}`;
	watch.listener({
		kind: "began",
		name: basename(folder),
		ref
	});
}
/** The plan is read from the original while it is copied: it is the same, and the wait is shorter. */
async function prepare(request, world, watch) {
	const begin = world.clock.monotonicMs();
	const { listener } = watch;
	const onProgress = (files) => listener({
		kind: "copying",
		files
	});
	const temp = world.temp === void 0 ? {} : { temp: world.temp };
	const copying = makePrivateCopy(request.dir, {
		signal: watch.stop.signal,
		onProgress,
		...temp
	});
	const [made, read] = await Promise.allSettled([copying.then((copy) => {
		listener({
			kind: "copied",
			copy,
			tookMs: world.clock.monotonicMs() - begin
		});
		return copy;
	}), readPlanned(request.dir, { config: request.config })]);
	if (made.status === "rejected") throw made.reason;
	if (read.status === "rejected") {
		await made.value.remove();
		throw read.reason;
	}
	listener({
		kind: "planned",
		planned: read.value
	});
	return {
		planned: read.value,
		copy: made.value,
		tookMs: world.clock.monotonicMs() - begin
	};
}
function portsOf(copy, world, signal) {
	const env = environmentInCopy(world.env, {
		original: copy.originalTop,
		copy: copy.top
	});
	return {
		...world,
		env,
		files: new NodeFiles(copy.root),
		processes: stoppable(world.processes, signal)
	};
}
async function previewOf(planned, copy, hasLock) {
	const { build } = planned.plan;
	const read = (name) => readFile(join(copy.root, build?.cwd ?? ".", name), "utf8").catch(() => void 0);
	const [pyproject, packageJson] = await Promise.all([read("pyproject.toml"), read("package.json")]);
	return previewRelease(build, {
		pyproject,
		packageJson
	}, hasLock);
}
/** Runs the gates in the copy, and counts what the SBOM holds meanwhile. */
async function check(request, prepared, ports, watch) {
	const { planned, copy } = prepared;
	const { plan } = planned;
	const listener = (event) => watch.listener({
		kind: "gate",
		event
	});
	const begin = ports.clock.monotonicMs();
	const [setUp, sbom] = await Promise.all([setUpCopy(plan, copy.root, ports, listener), countLocks(".", ports).catch(() => null)]);
	const setUpMs = ports.clock.monotonicMs() - begin;
	watch.listener({
		kind: "set-up-ended",
		results: setUp.results,
		tookMs: setUpMs
	});
	const checked = await checkRepository({
		root: copy.root,
		plan,
		facts: readCommitFacts(copy.root, ports.git),
		only: [],
		jobs: request.jobs,
		failFast: false,
		requireGates: false,
		release: false,
		secrets: [],
		prepared: setUp.problems,
		outputDirectory: join(copy.scratch, "results"),
		historyFile: join(copy.scratch, "history.json"),
		temp: copy.scratch,
		situation: () => situationHere(copy.root, void 0, ports)
	}, ports, {
		listener,
		stop: watch.stop
	});
	watch.listener({ kind: "gates-ended" });
	return {
		setUp: setUp.results,
		setUpMs,
		sbom,
		checked
	};
}
const RED = /* @__PURE__ */ new Set([
	"failed",
	"timed-out",
	"tool-error"
]);
const NOT_RUN = /* @__PURE__ */ new Set(["skipped", "cancelled"]);
function ranGates({ verdict, execution }) {
	const results = new Map(verdict.gates.map((result) => [result.id, result]));
	return execution.gates.flatMap(({ gate }) => {
		const result = results.get(gate.id);
		return result === void 0 || NOT_RUN.has(result.outcome ?? "skipped") ? [] : [{
			gate,
			result
		}];
	});
}
/** Runs own commands beside ours, as far as that was asked for. */
async function prove(request, of, { world, watch }) {
	const { copy, planned } = of.prepared;
	const gates = ranGates(of.checked);
	const logs = ownLogs(copy.scratch);
	const { signal } = watch.stop;
	if (request.prove === "none" || signal.aborted) return {
		proofs: [],
		times: null
	};
	if (request.prove === "all") {
		const asked = {
			dir: request.dir,
			plan: planned.plan,
			gates,
			logs,
			temp: copy.scratch
		};
		return await runSequentially(asked, world, watch);
	}
	const red = gates.filter(({ result }) => RED.has(result.outcome ?? ""));
	const place = {
		root: copy.root,
		logs,
		signal,
		listener: watch.listener
	};
	return {
		proofs: await proveGates(red, place, of.ports),
		times: null
	};
}
/**
* Tries the road on a repository, in a copy that is left to the caller to remove.
*
* @param request what was asked for
* @param world what to work with
* @param watch is told what happens, and may stop it
* @returns what it came to; undefined when it was stopped before a gate could start, and nothing is left then
* @throws TurnpikeError for what cannot be tried at all; nothing is left then
*/
async function runTry(request, world, watch) {
	const begin = world.clock.monotonicMs();
	await tellBegin(request, world, watch);
	const prepared = await prepare(request, world, watch);
	const { copy, planned } = prepared;
	const { signal } = watch.stop;
	try {
		if (signal.aborted) {
			await copy.remove();
			return;
		}
		const ports = portsOf(copy, world, signal);
		const { setUp, setUpMs, sbom, checked } = await check(request, prepared, ports, watch);
		const totalMs = world.clock.monotonicMs() - begin;
		const own = await prove(request, {
			prepared,
			checked,
			ports
		}, {
			world,
			watch
		});
		const release = await previewOf(planned, copy, sbom !== null);
		const caller = await callerFor(copy.originalTop, world.git, release !== null);
		const { tookMs: copyMs } = prepared;
		const times = {
			copyMs,
			setUpMs,
			gatesMs: checked.verdict.durationMs,
			totalMs,
			sequential: own.times
		};
		const result = {
			planned,
			copy,
			setUp,
			checked,
			sbom,
			release,
			proofs: own.proofs,
			times,
			caller
		};
		return {
			...result,
			results: await keepResults(result, world.resultsFolder)
		};
	} catch (error) {
		await copy.remove();
		throw error;
	}
}

// src/cli/waiting.ts
const FRAMES = [
	"⠋",
	"⠙",
	"⠹",
	"⠸",
	"⠼",
	"⠴",
	"⠦",
	"⠧",
	"⠇",
	"⠏"
];
const FRAME_MS = 100;
/** @returns whether lines of the stream can be drawn anew */
function isLive(stream) {
	return stream.isTTY === true && process.env["TERM"] !== "dumb" && process.env["CI"] === void 0;
}
/** What a person waits for, with the time that it takes; nothing but lines that stay where the stream is no terminal. */
var Waiting = class {
	#stream;
	#styles;
	#region;
	#timer;
	#rows = [];
	#detail = "";
	#since = performance.now();
	#frame = 0;
	constructor(stream, styles) {
		this.#stream = stream;
		this.#styles = styles;
	}
	/**
	* @param rows what is under way, a line each
	* @param detail what it says, dim behind the last one
	*/
	show(rows, detail = "") {
		if (rows.join("\n") !== this.#rows.join("\n")) this.#since = performance.now();
		this.#rows = rows;
		this.#detail = detail;
		if (!isLive(this.#stream) || rows.length === 0) {
			this.#stop();
			return;
		}
		this.#region ??= liveRegion(this.#stream, () => this.#draw());
		if (this.#timer === void 0) {
			this.#timer = setInterval(() => this.#draw(), FRAME_MS);
			this.#draw();
		}
	}
	/** Writes lines that stay. */
	say(lines) {
		if (this.#region === void 0) this.#stream.write(`${lines.join("\n")}\n`);
		else this.#region.above(lines);
	}
	/** Takes the live part away. May be called again. */
	end() {
		this.show([]);
	}
	#stop() {
		clearInterval(this.#timer);
		this.#timer = void 0;
		this.#region?.end();
		this.#region = void 0;
	}
	#draw() {
		this.#frame = (this.#frame + 1) % FRAMES.length;
		const { cyan, dim } = this.#styles;
		const spinner = cyan(FRAMES[this.#frame] ?? "");
		const waited = performance.now() - this.#since;
		const time = waited < 1e3 ? "" : `  ${dim(formatDuration(Math.floor(waited / 1e3) * 1e3))}`;
		const last = this.#rows.length - 1;
		this.#region?.draw(this.#rows.map((row, at) => `${spinner} ${row}${time}${at === last ? `  ${dim(this.#detail)}` : ""}`));
	}
};

// src/cli/try-view.ts
const LABEL = 9;
function gateRow(gate, { dim }) {
	const where = gate.cwd === "." ? "" : `  (in ${oneLine(gate.cwd, 80)})`;
	const [first = "", ...more] = commandLine(gate).split("\n");
	const level = gate.required ? "" : dim("advisory");
	return [
		oneLine(gate.id, 80),
		`${oneLine(first, 300)}${more.length > 0 ? " …" : ""}${where}`,
		level,
		dim(placeText(gate.source))
	];
}
/** What is checked, and who says so. */
function planLines({ plan }, { styles, width }) {
	if (plan.gates.length === 0) return [];
	const rows = plan.gates.map((gate) => gateRow(gate, styles));
	return [
		"",
		renderTable(rows, {
			head: [
				"gate",
				"command",
				"",
				"because of"
			],
			width,
			indent: 2,
			styleHead: styles.dim
		}),
		""
	];
}
function foundWords({ plan }) {
	return `${plan.gates.length === 0 ? "no gate is declared" : `${countOf(plan.gates.length, "gate")} declared`}${plan.suggestions.length === 0 ? "" : `, ${countOf(plan.suggestions.length, "suggestion")}`}`;
}
var Watching = class {
	#options;
	#waiting;
	#running = /* @__PURE__ */ new Set();
	#gates;
	#planned;
	constructor(options) {
		this.#options = options;
		this.#waiting = new Waiting(options.stream, options.styles);
	}
	listener = (event) => {
		const { styles: look } = this.#options;
		switch (event.kind) {
			case "began":
				this.#begin(event.name, event.ref);
				break;
			case "copying":
				this.#waiting.show([`copying`], countOf(event.files, "file"));
				break;
			case "copied":
				this.#done("copied", `${countOf(event.copy.files, "file")}`, event.tookMs);
				for (const { path, why } of event.copy.left.slice(0, 5)) this.#waiting.say([`${look.marks.warn} ${oneLine(path, 200)} ${why}; the copy does without it`]);
				break;
			case "planned":
				this.#planned = event.planned;
				this.#done("read", foundWords(event.planned), null);
				this.#waiting.end();
				this.#waiting.say(planLines(event.planned, this.#options));
				break;
			case "gate":
				this.#gate(event);
				break;
			case "set-up-ended":
				this.#setUp(event);
				break;
			case "gates-ended":
				this.#gates?.end();
				this.#gates = void 0;
				break;
			case "proving":
				this.#waiting.show([event.label], oneLine(event.line, 200));
				break;
			case "proved": {
				const mark = isOurs(event.proof) ? look.marks.fail : look.marks.info;
				this.#waiting.say([`${mark} ${oneLine(event.proof.id, 80)}  ${oneLine(event.proof.sentence, 300)}`]);
				break;
			}
		}
	};
	end() {
		this.#gates?.end();
		this.#waiting.end();
	}
	#begin(name, ref) {
		const { bold, dim } = this.#options.styles;
		const what = `${bold("turnpike try")}  ${bold(oneLine(name, 100))}${ref === null ? "" : `  ${oneLine(ref, 100)}`}`;
		this.#waiting.say([
			what,
			dim("Everything happens in a copy; nothing of the repository is touched."),
			""
		]);
		this.#waiting.show(["copying"]);
	}
	#done(label, what, tookMs) {
		const { dim, marks } = this.#options.styles;
		const time = tookMs === null ? "" : `  ${dim(formatDuration(tookMs))}`;
		this.#waiting.say([`${marks.pass} ${pad(label, LABEL)} ${what}${time}`]);
	}
	#gate({ event }) {
		if (event.kind === "setup-started" || event.kind === "setup-finished") {
			if (event.kind === "setup-started") this.#running.add(event.command);
			else this.#running.delete(event.command);
			this.#waiting.show([...this.#running].map((command) => oneLine(command, 300)));
			return;
		}
		this.#gates?.listener(event);
	}
	#setUp({ results, tookMs }) {
		const { stream, styles: look, stop } = this.#options;
		this.#waiting.end();
		const installed = results.filter(({ outcome }) => outcome === "installed").map(({ environment }) => environment);
		if (installed.length > 0) {
			const names = installed.map(({ manager, cwd }) => cwd === "." ? manager : `${manager} in ${oneLine(cwd, 80)}`);
			this.#done("set up", names.join(", "), tookMs);
		}
		for (const { outcome, reason } of results) if (outcome === "failed") this.#waiting.say([`${look.marks.fail} ${oneLine(reason ?? "", 400)}`]);
		if (this.#planned === void 0 || this.#planned.plan.gates.length === 0) return;
		this.#gates = watchGates({
			stream,
			styles: look,
			plan: this.#planned.plan,
			stop
		});
	}
};
/**
* @param options the stream and its looks
* @returns a live view in a terminal, lines elsewhere
*/
function watchTry(options) {
	return new Watching(options);
}

// src/cli/try-command.ts
/**
* Tries the road on a repository. Everything for people goes to standard error.
*
* @param args what the command line says
* @throws TurnpikeError for what cannot be tried at all
*/
async function runTryCommand(args) {
	const dir = resolve(args.dir);
	if (!existsSync(dir)) throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${args.dir}.`);
	const env = definedVariables(process.env);
	const processes = new NodeProcesses();
	const git = new GitProgram(processes, env);
	const look = styles(process.stderr, env);
	const stop = listenForStop();
	const width = Math.min(process.stderr.columns ?? 100, 120);
	const view = watchTry({
		stream: process.stderr,
		styles: look,
		width,
		stop: stop.signal
	});
	const state = repositoryState(dir, git, env);
	const begun = noteBegin(dir, "try", {
		git,
		clock: systemClock,
		env
	});
	try {
		const world = {
			processes,
			git,
			env,
			clock: systemClock,
			random: systemRandom,
			machine: thisMachine,
			files: new NodeFiles(dir),
			resultsFolder: join(await state, "try")
		};
		const result = await runTry({
			...args,
			dir
		}, world, {
			listener: view.listener,
			stop
		});
		view.end();
		await begun;
		if (result === void 0) {
			process.stderr.write("Stopped; nothing is left of it.\n");
			process.exitCode = stop.cause() === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
			return;
		}
		await finish(result, args, {
			look,
			width
		});
		if (result.checked.run.verdict === "passed") await tellFirstGreen({
			dir,
			by: "try"
		}, {
			git,
			clock: systemClock,
			env
		}, look);
	} finally {
		view.end();
	}
}
async function finish(result, args, { look, width }) {
	const { renderTry } = await import("./try-page.js");
	process.stderr.write(renderTry(result, {
		styles: look,
		width
	}));
	if (args.json) process.stdout.write(`${JSON.stringify(documentOfTry(result), null, 2)}\n`);
	if (args.keep) process.stderr.write(`\nThe copy is kept: ${result.copy.top}\n`);
	else await result.copy.remove();
	process.exitCode = exitCodeOfTry(result);
}

export { runTryCommand };