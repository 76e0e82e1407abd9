import { o as __toESM } from "./rolldown-runtime.js";
import { n as turnpikeCalls } from "./known-caller.js";
import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { Et as GitProgram, H as plainText, L as thisDisk, Mt as fromRoot, Nt as shellLine, Ot as SafeGit, Pt as shellWord, U as formatBytes, V as oneLine, c as existingFolder, d as columnsOf, l as styles, xt as toolchainKey } from "./first-gate.js";
import { h as itemsOf, n as parseWorkflowFile, p as childOf, t as projectRoot } from "./project-root.js";
import { i as formatError, n as TurnpikeError } from "./errors.js";
import { f as CHECK_NAME, h as usesLine, n as readAdoptTexts, o as choosePin, s as repositoryOfUrl, t as readOwnCopy } from "./own-copy.js";
import { T as countOf, _ as NodeFiles, c as NodeProcesses, n as asTable, r as asText, t as asList, v as systemClock, y as definedVariables } from "./begin.js";
import { t as require_semver } from "./semver.js";
import { t as parse } from "./dist.js";
import { b as tomlLines } from "./declarations.js";
import { r as checkCall, t as checkPermissions } from "./call-permissions.js";
import { i as readRequiresPython, o as readPythonVersionFile, r as readRequiredVersion } from "./required-version.js";
import { a as wishText, l as chooseToolchain, r as howToGet, s as LANGUAGE_NAMES } from "./toolchains.js";
import { n as proposeUpdates } from "./propose.js";
import { o as parseVersionRequest, s as satisfies } from "./version-request.js";
import { n as satisfies$1, o as valid, r as validRange } from "./pep440.js";
import { o as wrap } from "./table.js";
import { t as nodeHttp } from "./http2.js";
import { n as readPlanned } from "./read-plan.js";
import { n as stateHome } from "./state-folder.js";
import { t as NodeToolchains } from "./toolchains3.js";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, sep } from "node:path";
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";

// src/core/doctor/document.ts
const findingSchema = object({
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	message: string().describe("What is the case, one sentence."),
	where: object({
		file: string(),
		line: number().int().positive().nullable()
	}).nullable(),
	why: string().describe("Why it matters, one sentence."),
	mend: string().nullable().describe("Commands or lines that mend it, fit to paste; null when only a person can decide.")
});
/** What `turnpike doctor --json` prints. */
const doctorFileSchema = object({
	schema: literal("turnpike/doctor/1"),
	online: boolean().describe("Whether the network was asked."),
	counts: object({
		error: number().int(),
		warning: number().int(),
		note: number().int()
	}),
	checks: array(object({
		id: string(),
		section: _enum([
			"machine",
			"repository",
			"road"
		]),
		outcome: _enum([
			"fine",
			"found",
			"not-applicable",
			"not-asked"
		]),
		text: string().nullable().describe("What was found to be well, or why nothing was asked."),
		findings: array(findingSchema)
	}))
}).describe("What `turnpike doctor --json` prints.");
/** @returns every finding, in the order of the checks */
function findingsOf(examined) {
	return examined.flatMap(({ result }) => result.kind === "found" ? result.findings : []);
}
/** @returns how many findings there are of each severity */
function countFindings(examined) {
	const counts = {
		error: 0,
		warning: 0,
		note: 0
	};
	for (const { severity } of findingsOf(examined)) counts[severity] += 1;
	return counts;
}
/**
* @param examined what the checks came to
* @param isStrict whether warnings count too
* @returns 1 when something is found that a run fails with, else 0
*/
function doctorExitCode(examined, isStrict) {
	const { error, warning } = countFindings(examined);
	return error > 0 || isStrict && warning > 0 ? 1 : 0;
}
/**
* @param examined what the checks came to
* @param isOnline whether the network was asked
*/
function toDoctorDocument(examined, isOnline) {
	return {
		schema: "turnpike/doctor/1",
		online: isOnline,
		counts: { ...countFindings(examined) },
		checks: examined.map(({ id, section, result }) => ({
			id,
			section,
			outcome: result.kind,
			text: "text" in result ? result.text : null,
			findings: result.kind === "found" ? result.findings.map((one) => ({
				...one,
				where: one.where && { ...one.where }
			})) : []
		}))
	};
}

// src/core/doctor/finding.ts
/** @returns that nothing is missing */
function fine(text) {
	return {
		kind: "fine",
		text
	};
}
/**
* @param findings what is missing
* @param text said when nothing is
*/
function found(findings, text) {
	return findings.length === 0 ? fine(text) : {
		kind: "found",
		findings
	};
}
/** The repository has nothing that the check is about. */
const NOT_APPLICABLE = { kind: "not-applicable" };
/** @returns that it could not be judged, and why */
function notAsked(text) {
	return {
		kind: "not-asked",
		text
	};
}
/**
* The command for what only a person can write: opens the file where it is to be changed.
*
* @param where the place
* @param what to do there, for the comment behind the command
*/
function editing({ file, line }, what) {
	return `"\${EDITOR:-vi}" ${line === null ? "" : `+${line} `}${shellWord(file)}   # ${what}`;
}

// src/core/doctor/npm-lock.ts
const LISTS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies"
];
function parseTable(text) {
	try {
		return asTable(JSON.parse(text));
	} catch {
		return;
	}
}
/**
* Whether package-lock.json was made from this package.json: npm notes the manifest's lists in the lock's own entry for
* the root (npm documentation, package-lock.json, `packages`), and `npm ci` refuses when they differ.
*
* @param manifest text of package.json
* @param lock text of package-lock.json, or npm-shrinkwrap.json
* @returns the lists that differ; undefined when it cannot be told, as for locks of before npm 7
*/
function npmLockDifferences(manifest, lock) {
	const wanted = parseTable(manifest);
	const root = asTable(asTable(parseTable(lock)?.["packages"])[""]);
	if (wanted === void 0 || Object.keys(root).length === 0) return void 0;
	return LISTS.filter((list) => !isDeepStrictEqual({ ...asTable(wanted[list]) }, { ...asTable(root[list]) }));
}

// src/core/doctor/script-modes.ts
/**
* @param text output of `git ls-files -z --stage --eol`
* @returns the files of it
*/
function readTracked(text) {
	return text.split("\0").flatMap((entry) => {
		const tab = entry.indexOf("	");
		const rest = entry.slice(tab + 1);
		const parts = /^i\/(\S*)\s+w\/\S*\s+attr\/[^\t]*\t([\s\S]+)$/.exec(rest);
		const mode = /^(\d{6}) /.exec(entry)?.[1];
		if (tab === -1 || parts === null || mode === void 0) return [];
		return [{
			path: parts[2] ?? "",
			mode,
			lineEnds: parts[1] ?? ""
		}];
	});
}
/** Words of a shell text that stand where a command does. */
function commandWords(text) {
	return text.split(/\r?\n|&&|\|\||[;|&(){}]/).map((part) => part.trim().replace(/^(?:\w+=\S*\s+)+/, "")).map((part) => part.split(/\s+/)[0] ?? "").filter((word) => word !== "");
}
/**
* Files of the repository that commands start by their path alone, so that they need the right to be executed.
*
* @param commands shell texts or argument lists, with the folder that they run in
* @returns paths relative to the root
*/
function startedFiles(commands) {
	const paths = commands.flatMap(({ run, cwd }) => {
		return (typeof run === "string" ? commandWords(run) : run.slice(0, 1)).filter((word) => word.includes("/") && !word.startsWith("/") && !/[$*?"'`~]/.test(word)).map((word) => joinPath(cwd, word));
	});
	return [...new Set(paths.filter((path) => path !== void 0))];
}
/** `undefined` for what leads out of the root. */
function joinPath(cwd, word) {
	const parts = [];
	for (const part of `${cwd}/${word}`.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return void 0;
	}
	return parts.join("/");
}

// src/core/doctor/uv-lock-gaps.ts
/** A requirement without a marker: with one, the lock may rightly leave it out (PEP 508). */
const UNCONDITIONAL = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[^;]*$/;
/** PEP 503. */
function normalize(name) {
	return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
function unconditional(requirements) {
	return asList(requirements).flatMap((one) => {
		const name = UNCONDITIONAL.exec(asText(one) ?? "")?.[1];
		return name === void 0 ? [] : [normalize(name)];
	});
}
/**
* Packages that a project names and its lock does not know. Tells without uv and without a network that a lock is stale;
* that nothing is found does not tell that it is current.
*
* @param manifest text of pyproject.toml
* @param lock text of uv.lock
* @returns normalised names; empty also where the manifest is no TOML
*/
function uvLockGaps(manifest, lock) {
	let document;
	try {
		document = asTable(parse(manifest));
	} catch {
		return [];
	}
	const project = asTable(document["project"]);
	const uv = asTable(asTable(document["tool"])["uv"]);
	const lists = [
		project["dependencies"],
		...Object.values(asTable(project["optional-dependencies"])),
		...Object.values(asTable(document["dependency-groups"]))
	];
	const known = new Set([...lock.matchAll(/^name = "([^"\n]+)"$/gm)].map((match) => normalize(match[1] ?? "")));
	if (known.size === 0) return [];
	const excluded = new Set(unconditional(uv["exclude-dependencies"]));
	return [...new Set(lists.flatMap(unconditional))].filter((name) => !known.has(name) && !excluded.has(name));
}

// src/core/doctor/version-source.ts
/** Requirements of a build that read tags (their own documentations). */
const BY_REQUIREMENT = /^(setuptools[-_]scm|hatch-vcs|versioningit|setuptools-git-versioning|uv-dynamic-versioning|poetry-dynamic-versioning|dunamai|flit[-_]scm|versioneer|miniver|vcs-versioning)\b/i;
/**
* @param text pyproject.toml
* @param file its path
* @returns what makes the version from tags; undefined when the version is written down, or the file is no TOML
*/
function versionSourceOf(text, file) {
	let document;
	try {
		document = asTable(parse(text));
	} catch {
		return;
	}
	const lineOf = tomlLines(text);
	const isDynamic = asList(asTable(document["project"])["dynamic"]).includes("version");
	const tool = asList(asTable(document["build-system"])["requires"]).map((one) => asText(one) ?? "").map((one) => BY_REQUIREMENT.exec(one)?.[1]).find((name) => name !== void 0);
	if (tool !== void 0 && (isDynamic || document["project"] === void 0)) return {
		tool: tool.toLowerCase(),
		file,
		line: lineOf(["build-system", "requires"])
	};
	const pdm = asTable(asTable(asTable(document["tool"])["pdm"])["version"]);
	if (isDynamic && pdm["source"] === "scm") return {
		tool: "pdm-backend",
		file,
		line: lineOf([
			"tool",
			"pdm",
			"version"
		])
	};
}

// src/actions/doctor/examine.ts
/**
* @param texts files of the repository by path
* @returns its workflow files as GitHub's parser reads them, and the jobs among them that call the road
*/
async function readRoad(texts) {
	const files = [...texts].filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
	const workflows = await Promise.all(files.map(async ([path, text]) => ({
		path,
		parsed: await parseWorkflowFile(path, text)
	})));
	return {
		workflows,
		callers: workflows.flatMap(({ parsed }) => parsed.kind === "workflow" ? turnpikeCalls(parsed.workflow).map((call) => ({
			workflow: parsed.workflow,
			call
		})) : [])
	};
}
/** A check that cannot read what it needs is no reason for the others to say nothing. */
async function examineOne(check, scene) {
	try {
		return await check.examine(scene);
	} catch (error) {
		const told = error instanceof TurnpikeError ? error.message : formatError(error).split("\n")[0];
		return notAsked(`${check.id} could not be judged: ${told}`);
	}
}
/**
* Makes all checks at once.
*
* @param checks in the order in which people see them
* @param scene the repository and the machine
*/
async function examine$1(checks, scene) {
	return await Promise.all(checks.map(async (check) => ({
		id: check.id,
		section: check.section,
		result: await examineOne(check, scene)
	})));
}

// src/actions/doctor/scene.ts
/**
* @param callers all of a repository
* @returns those that pull requests start; all of them where none does. A caller that only releases start may stand beside one
*/
function checkingCallers(callers) {
	const checking = callers.filter(({ workflow }) => workflow.triggers.some(({ event }) => event === "pull_request" || event === "pull_request_target"));
	return checking.length > 0 ? checking : callers;
}
/** Longest that one program may take, in ms: doctor answers at once or says that it could not. */
const PROGRAM_MS = 5e3;
/**
* Runs a short helper program in the repository.
*
* @param scene where
* @param file the program
* @param args its arguments
* @param cwd relative to the top
*/
function ask(scene, file, args, cwd = ".") {
	const { env, files } = scene;
	return scene.processes.capture({
		file,
		args,
		cwd: files.absolute(cwd),
		env: {
			...env,
			LC_ALL: "C",
			NO_COLOR: "1"
		}
	}, {
		timeoutMs: PROGRAM_MS,
		maxBytes: 8388608
	});
}
/** @returns whether the program ended with 0 */
function isGood({ end }) {
	return end.kind === "exited" && end.code === 0;
}
/** @returns environments that the plan installs with this manager */
function environmentsOf(scene, manager) {
	if (scene.plan.kind === "invalid") return [];
	return scene.plan.planned.plan.environments.filter((one) => one.manager === manager);
}
/** @returns whether the repository has something that uv installs */
function wantsUv(scene) {
	return scene.names.has("uv.lock") || environmentsOf(scene, "uv").length > 0;
}
/** @returns a path below a folder that is relative to the top */
function below(cwd, name) {
	return cwd === "." ? name : `${cwd}/${name}`;
}

// src/actions/doctor/checks/caller.ts
const NO_CALLER = {
	severity: "warning",
	message: "no workflow calls the road",
	where: null,
	why: "nothing of it runs on GitHub.",
	mend: "turnpike init"
};
function calledAgain({ workflow, call }) {
	return {
		severity: "warning",
		message: `the road is called a second time, by job \`${call.jobId}\``,
		where: {
			file: workflow.label,
			line: call.line
		},
		why: "everything is checked twice.",
		mend: editing({
			file: workflow.label,
			line: call.line
		}, `delete the job ${call.jobId}`)
	};
}
/** A file that is here and in no commit to come starts nothing; one that git ignores never gets there by itself. */
async function outsideGit({ askGit, names }, file) {
	if (isGood(await askGit("ls-files", "--error-unmatch", "--", file))) return [];
	const isIgnored = !names.has(file);
	const add = shellLine([
		"git",
		"add",
		...isIgnored ? ["-f"] : [],
		file
	]);
	return [{
		severity: isIgnored ? "warning" : "note",
		message: isIgnored ? "git ignores the caller" : "the caller is not in git yet",
		where: {
			file,
			line: null
		},
		why: "GitHub runs what is committed.",
		mend: add
	}];
}
async function examine(scene) {
	const { isRepository, callers, workflows } = scene;
	if (!isRepository) return NOT_APPLICABLE;
	const [first, ...more] = checkingCallers(callers);
	const isBroken = workflows.some(({ path, parsed }) => parsed.kind === "invalid" && path.endsWith("/turnpike.yml"));
	if (first === void 0) return isBroken ? NOT_APPLICABLE : found([NO_CALLER], "");
	const { label } = first.workflow;
	return found([...await outsideGit(scene, label), ...more.map(calledAgain)], `${label} calls ${first.call.lane}.yml`);
}
/** Whether a workflow that is in git calls the road, and only one. */
const callerCheck = {
	id: "caller",
	section: "road",
	examine
};

// src/actions/doctor/checks/check-name.ts
/**
* @returns the name under which GitHub reports the road's last job; undefined when it is made anew for each run
*/
function checkNameOf({ workflow, call }) {
	const job = workflow.jobs.find(({ id }) => id === call.jobId);
	const name = job?.name?.toString() ?? call.jobId;
	return job?.strategy !== void 0 || name.includes("${{") ? void 0 : `${name} / gate`;
}
function judge$8(caller) {
	const { workflow, call } = caller;
	const job = workflow.jobs.find(({ id }) => id === call.jobId);
	const where = {
		file: workflow.label,
		line: call.line
	};
	const name = checkNameOf(caller);
	const condition = childOf(job?.job, "if");
	const skipped = condition === void 0 ? [] : [{
		severity: "warning",
		message: `job \`${call.jobId}\` has an \`if\``,
		where: {
			file: workflow.label,
			line: condition.line ?? call.line
		},
		why: `where it does not hold, "${name ?? "turnpike / gate"}" is never reported, and a pull request that requires it waits for ever.`,
		mend: editing({
			file: workflow.label,
			line: condition.line ?? call.line
		}, "delete `if`")
	}];
	if (name === void 0) {
		const why = "a ruleset requires one name.";
		return [...skipped, {
			severity: "warning",
			message: "the name of the check differs from run to run",
			where,
			why,
			mend: `name: ${CHECK_NAME.split(" ")[0]}`
		}];
	}
	if (name === "turnpike / gate") return skipped;
	const message = `the check to require is called "${name}" here, not "${CHECK_NAME}"`;
	const why = "rulesets for many repositories need one name in all of them.";
	return [...skipped, {
		severity: "note",
		message,
		where,
		why,
		mend: `name: ${CHECK_NAME.split(" ")[0]}`
	}];
}
/** Whether the one check to require is always reported, under its usual name. */
const checkNameCheck = {
	id: "check-name",
	section: "road",
	examine({ callers }) {
		const checking = checkingCallers(callers);
		const [first] = checking;
		if (first === void 0) return Promise.resolve(NOT_APPLICABLE);
		return Promise.resolve(found(checking.flatMap(judge$8), `the check to require is "${checkNameOf(first)}"`));
	}
};

// src/actions/doctor/checks/clock.ts
const HOUR_S = 3600;
/** A commit from the future says that this clock is slow, or that its author's was fast. */
const clockCheck = {
	id: "clock",
	section: "machine",
	async examine({ git, isRepository, top, clock }) {
		const committed = isRepository ? await git.commitTime(top, "HEAD") : void 0;
		if (committed === void 0) return NOT_APPLICABLE;
		const now = Math.floor(clock.now().getTime() / 1e3);
		if (committed - now < HOUR_S) return found([], "the clock is not behind the newest commit");
		const finding = {
			severity: "warning",
			message: `this machine says ${(/* @__PURE__ */ new Date(now * 1e3)).toISOString().slice(0, 16)}, and the newest commit is of ${(/* @__PURE__ */ new Date(committed * 1e3)).toISOString().slice(0, 16)} (UTC)`,
			where: null,
			why: "certificates, signatures and the end of waivers are judged by the clock.",
			mend: "sudo timedatectl set-ntp true   # then: date -u"
		};
		return found([finding], "");
	}
};

// src/actions/doctor/checks/config.ts
/** turnpike.yml. */
const configCheck = {
	id: "config",
	section: "repository",
	examine({ plan, texts }) {
		if (plan.kind === "planned") return Promise.resolve(texts.has("turnpike.yml") ? found([], "turnpike.yml") : NOT_APPLICABLE);
		const findings = plan.problems.map(({ where, line, message }) => ({
			severity: "error",
			message,
			where: {
				file: where,
				line: line ?? null
			},
			why: "nothing runs until it is right.",
			mend: editing({
				file: where,
				line: line ?? null
			}, "then: turnpike plan")
		}));
		return Promise.resolve(found(findings, ""));
	}
};

// src/actions/doctor/checks/disk-space.ts
const MIB = 1048576;
/** An environment with a type checker and a test runner takes some hundred MiB; below a tenth of that nothing installs. */
const LOW_BYTES = 2048 * MIB;
const FULL_BYTES = 200 * MIB;
/** Room for packages and for checkouts of `turnpike run`. */
const diskSpaceCheck = {
	id: "disk-space",
	section: "machine",
	async examine({ top, temp, written, disk }) {
		const folders = [.../* @__PURE__ */ new Set([
			top,
			temp,
			...written.filter(({ isNeeded }) => isNeeded).map(({ folder }) => folder)
		])];
		const free = await Promise.all(folders.map((folder) => disk.freeBytes(folder)));
		const findings = folders.flatMap((folder, index) => {
			const bytes = free[index];
			if (bytes === void 0 || bytes >= LOW_BYTES) return [];
			return [{
				severity: bytes < FULL_BYTES ? "error" : "warning",
				message: `${formatBytes(bytes)} are free where ${folder} is`,
				where: null,
				why: "packages, reports and checkouts are written there.",
				mend: `uv cache prune && df -h ${shellWord(folder)}`
			}];
		});
		const least = Math.min(...free.map((bytes) => bytes ?? Number.POSITIVE_INFINITY));
		return found(findings, Number.isFinite(least) ? `${formatBytes(least)} free` : "disk space");
	}
};

// src/actions/doctor/checks/folders.ts
/** Where something is written, and whether a run fails without. */
function foldersOf(scene) {
	return [
		{
			folder: scene.temp,
			what: "reports and copies are written there",
			isNeeded: true
		},
		{
			folder: scene.top,
			what: "the newest run is kept in its `.turnpike`",
			isNeeded: true
		},
		...scene.written.filter(({ folder }) => wantsUv(scene) || !/[\\/]uv$/.test(folder))
	];
}
/** Folders that a run writes to. */
const foldersCheck = {
	id: "folders",
	section: "machine",
	async examine(scene) {
		const all = foldersOf(scene);
		const can = await Promise.all(all.map(({ folder }) => scene.disk.canWrite(folder)));
		const findings = all.flatMap(({ folder, what, isNeeded }, index) => {
			if (can[index] === true) return [];
			return [{
				severity: isNeeded ? "error" : "warning",
				message: `${folder} cannot be written to`,
				where: null,
				why: `${what}${isNeeded ? "" : "; without it runs are slower and forget"}.`,
				mend: `ls -ld ${shellWord(folder)}; df ${shellWord(folder)}   # whose it is, and whether its disk is read-only`
			}];
		});
		return found(findings, "folders can be written to");
	}
};

// src/actions/doctor/checks/gates.ts
/** Whether there is anything to check. */
const gatesCheck = {
	id: "gates",
	section: "repository",
	examine({ plan }) {
		if (plan.kind === "invalid") return Promise.resolve(NOT_APPLICABLE);
		const { gates, suggestions } = plan.planned.plan;
		if (gates.length > 0) return Promise.resolve(fine(`${countOf(gates.length, "gate")} to run`));
		const [first] = suggestions;
		const finding = {
			severity: "warning",
			message: "nothing is checked here",
			where: null,
			why: suggestions.length === 0 ? "nothing that the repository declares is known to Turnpike as a gate." : `${countOf(suggestions.length, "gate")} could run, but something is open about each: \`turnpike plan\` says what.`,
			mend: `# turnpike.yml\n${first === void 0 ? "gates:\n  tests:\n    run: THE COMMAND OF YOUR TESTS" : first.enable}`
		};
		return Promise.resolve(found([finding], ""));
	}
};

// src/actions/doctor/checks/git.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** `init --initial-branch`, which the local runner needs, is of 2.28; `rev-parse --end-of-options` works since 2.30. */
const WANTED$2 = "2.30.0";
function missing(message) {
	return {
		severity: "error",
		message,
		where: null,
		why: "which files, commit and tags there are is read with git.",
		mend: "sudo apt-get install git   # or: brew install git"
	};
}
/** Why git knows no repository there, and what helps: there may be one that it cannot read. */
async function notFound(scene) {
	const error = {
		severity: "error",
		where: null,
		why: "the road checks commits."
	};
	const bare = await scene.askGit("rev-parse", "--is-bare-repository");
	if (isGood(bare) && bare.stdout.trim() === "true") {
		const message = `${scene.top} is a bare repository, which has no files`;
		return {
			...error,
			message,
			mend: `git clone ${shellWord(scene.top)} CLONE`
		};
	}
	const [said = ""] = bare.stderr.split("\n");
	if (said === "" || isGood(bare) || /not a git repository \(or any/.test(said)) return {
		...error,
		message: `${scene.top} is in no git repository`,
		mend: "git init"
	};
	return {
		...error,
		message: `git cannot read the repository of ${scene.top}: ${said}`,
		mend: "git fsck"
	};
}
/** git refuses what belongs to somebody else, as in a container with a folder of its host (git, "safe.directory"). */
async function refusal(scene) {
	const { stderr } = await ask(scene, "git", ["rev-parse", "--git-dir"]);
	if (!stderr.includes("dubious ownership")) return [];
	return [{
		severity: "warning",
		message: `${scene.top} belongs to another user, so git refuses to work there`,
		where: null,
		why: "what gates ask git ends with an error.",
		mend: `git config --global --add safe.directory ${shellWord(scene.top)}`
	}];
}
/** git itself, and whether there is a repository. */
const gitCheck = {
	id: "git",
	section: "machine",
	async examine(scene) {
		const result = await ask(scene, "git", ["--version"]);
		const version = isGood(result) ? (0, import_semver.coerce)(result.stdout)?.version : void 0;
		if (version === void 0) return found([missing("git is not installed, or does not answer")], "");
		if (!(0, import_semver.gte)(version, WANTED$2)) return found([{
			...missing(`git ${version} is older than ${WANTED$2}`),
			severity: "warning"
		}], "");
		if (!scene.isRepository) return found([await notFound(scene)], "");
		return found(await refusal(scene), `git ${version}`);
	}
};

// src/actions/doctor/checks/history.ts
/** History and tags that a version is made from. */
const historyCheck = {
	id: "history",
	section: "repository",
	async examine({ isRepository, files, git, top }) {
		if (!isRepository) return NOT_APPLICABLE;
		const text = await files.readText("pyproject.toml");
		const source = text === void 0 ? void 0 : versionSourceOf(text, "pyproject.toml");
		if (source === void 0) return NOT_APPLICABLE;
		const { tool, file, line } = source;
		const finding = {
			severity: "warning",
			where: {
				file,
				line
			}
		};
		const why = `${tool} makes the version from tags, so what is built here gets a wrong one, or none. The road itself checks out everything.`;
		const [isShallow, tags] = await Promise.all([git.isShallow(top), git.newestTags(top, 1)]);
		if (isShallow) {
			const message = "this clone is shallow: its history is cut off";
			return found([{
				...finding,
				message,
				why,
				mend: "git fetch --unshallow --tags"
			}], "");
		}
		const none = {
			...finding,
			message: "this clone has no tags",
			why,
			mend: "git fetch --tags   # none there either: git tag v0.1.0"
		};
		return found(tags.length === 0 ? [none] : [], `whole history with tags, for ${tool}`);
	}
};

// src/actions/doctor/checks/indexes.ts
/** For one answer, in ms. */
const TIMEOUT_MS = 3e3;
const MOST$2 = 8;
const VARIABLES = [
	"UV_DEFAULT_INDEX",
	"UV_INDEX_URL",
	"UV_INDEX",
	"UV_EXTRA_INDEX_URL",
	"PIP_INDEX_URL",
	"npm_config_registry"
];
function fromVariables(env) {
	return VARIABLES.flatMap((name) => (env[name] ?? "").split(/\s+/).map((entry) => entry.replace(/^[\w-]+=(?=\w+:)/, "")).filter((url) => url !== "").map((url) => ({
		url,
		by: name
	})));
}
function tomlTable(text) {
	try {
		return asTable(parse(text ?? ""));
	} catch {
		return {};
	}
}
/** Settings of uv (uv, "Package indexes"), and the indexes that the lock was made from. */
async function fromFiles({ files }) {
	const [manifest, own, lock, npmrc] = await Promise.all([
		"pyproject.toml",
		"uv.toml",
		"uv.lock",
		".npmrc"
	].map((path) => files.readText(path)));
	const named = [{
		by: "pyproject.toml",
		uv: asTable(asTable(tomlTable(manifest)["tool"])["uv"])
	}, {
		by: "uv.toml",
		uv: tomlTable(own)
	}].flatMap(({ by, uv }) => [...asList(uv["index"]).map((one) => ({
		url: asText(asTable(one)["url"]),
		by
	})), ...[uv["index-url"], ...asList(uv["extra-index-url"])].map((one) => ({
		url: asText(one),
		by
	}))]);
	const locked = [...(lock ?? "").matchAll(/registry = "([^"]+)"/g)].map((match) => ({
		url: match[1],
		by: "uv.lock"
	}));
	const npm = [...(npmrc ?? "").matchAll(/^\s*(?:@[\w-]+:)?registry\s*=\s*(\S+)/gm)].map((match) => ({
		url: match[1],
		by: ".npmrc"
	}));
	return [
		...named,
		...locked,
		...npm
	].flatMap(({ url, by }) => url === void 0 ? [] : [{
		url,
		by
	}]);
}
async function indexesOf(scene) {
	const all = [...fromVariables(scene.env), ...await fromFiles(scene)].filter(({ url }) => /^https?:\/\//.test(url) && URL.canParse(url));
	const seen = /* @__PURE__ */ new Set();
	return all.filter(({ url }) => !seen.has(url) && seen.add(url) !== void 0).slice(0, MOST$2);
}
/** The address without who asks. */
function hostOf(url) {
	return new URL(url).host;
}
async function judge$7(scene, { url, by }) {
	const address = new URL(url);
	const [user, password] = [address.username, address.password].map(decodeURIComponent);
	[address.username, address.password] = ["", ""];
	const headers = user === "" ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
	const finding = {
		where: by.includes(".") ? {
			file: by,
			line: null
		} : null,
		why: "packages that are not cached cannot be installed."
	};
	try {
		const { status } = await scene.http.send({
			method: "HEAD",
			url: address.href,
			headers,
			timeoutMs: TIMEOUT_MS
		});
		if (status === 401 || status === 403) {
			const message = `${hostOf(url)} wants credentials (${status})`;
			const mend = `uv auth login ${address.origin}`;
			return [{
				...finding,
				severity: "warning",
				message,
				mend: by === ".npmrc" ? "npm login" : mend
			}];
		}
		if (status < 500) return [];
		return [{
			...finding,
			severity: "warning",
			message: `${hostOf(url)} answers ${status}`,
			mend: null
		}];
	} catch (error) {
		if (!(error instanceof TurnpikeError)) throw error;
		const mend = error.hint ?? `curl --head --max-time 10 ${address.origin}`;
		return [{
			...finding,
			severity: "error",
			message: error.message.replace(/\.$/, ""),
			mend
		}];
	}
}
/** Package indexes that the repository or the environment names: one request each, where the person allowed it. */
const indexesCheck = {
	id: "indexes",
	section: "machine",
	async examine(scene) {
		const indexes = await indexesOf(scene);
		if (indexes.length === 0) return NOT_APPLICABLE;
		const hosts = [...new Set(indexes.map(({ url }) => hostOf(url)))].join(", ");
		if (!scene.isOnline) return notAsked(`whether ${hosts} can be reached was not asked: --online`);
		const findings = await Promise.all(indexes.map((index) => judge$7(scene, index)));
		return found(findings.flat(), `${hosts} can be reached`);
	}
};

// src/actions/doctor/checks/leftovers.ts
/** No run takes this long, in ms. */
const OLD_MS = 864e5;
/** Folders of `turnpike run` and of downloads (`mkdtemp`), and of `turnpike gates`. */
const OURS = /^turnpike-(?:uv-)?[A-Za-z0-9]{6}$|^tpk-(?:(?:try-)?[A-Za-z0-9]{6}|[0-9a-f]{8})$/;
async function oldFolders(scene) {
	const ours = (await scene.files.list(scene.temp, () => true)).filter(({ path, kind }) => kind === "directory" && OURS.test(path)).map(({ path }) => `${scene.temp}/${path}`);
	const ages = await Promise.all(ours.map((path) => scene.disk.changedAt(path)));
	const now = scene.clock.now().getTime();
	return ours.filter((_, index) => now - (ages[index]?.getTime() ?? now) > OLD_MS);
}
async function kept(scene) {
	if (!scene.isRepository) return [];
	const tracked = await scene.askGit("ls-files", "-z", "--", ".turnpike");
	const note = {
		where: {
			file: ".turnpike",
			line: null
		},
		why: "it holds what runs on this machine leave behind."
	};
	if (isGood(tracked) && tracked.stdout !== "") {
		const mend = "git rm -r --cached --quiet .turnpike && echo .turnpike/ >> .gitignore";
		return [{
			...note,
			severity: "warning",
			message: ".turnpike is committed",
			mend
		}];
	}
	if (!await scene.files.exists(".turnpike") || isGood(await scene.askGit("check-ignore", "-q", ".turnpike/run"))) return [];
	return [{
		...note,
		severity: "note",
		message: ".turnpike is not ignored",
		mend: "echo .turnpike/ >> .gitignore"
	}];
}
/** What runs left behind that were killed, and what they leave on purpose. */
const leftoversCheck = {
	id: "leftovers",
	section: "repository",
	async examine(scene) {
		const folders = await oldFolders(scene);
		const temporary = [...scene.names].filter((name) => /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name));
		const old = folders.length === 0 ? [] : [{
			severity: "note",
			message: `${countOf(folders.length, "folder")} of runs that were killed`,
			where: null,
			why: "they take room, and nothing needs them.",
			mend: `rm -r ${shellLine(folders)}`
		}];
		const halves = temporary.map((file) => ({
			severity: "note",
			message: "the file was not finished",
			where: {
				file,
				line: null
			},
			why: "writing it was interrupted; the file that it was for is as it was.",
			mend: `rm ${shellWord(file)}`
		}));
		return found([
			...await kept(scene),
			...old,
			...halves
		], "nothing is left over");
	}
};

// src/actions/doctor/checks/locks.ts
/** Locks that are judged by uv; each costs a process. */
const MOST$1 = 4;
function stale(lock, message, mend) {
	return {
		severity: "error",
		message,
		where: {
			file: lock,
			line: null
		},
		why: "the gate `lock` fails, and the packages are not those that were written down.",
		mend
	};
}
async function judgeUv(scene, uv, cwd) {
	const lock = below(cwd, "uv.lock");
	const [manifest, text] = await Promise.all([below(cwd, "pyproject.toml"), lock].map((path) => scene.files.readText(path)));
	const mend = fromRoot(cwd, "uv lock");
	const gaps = uvLockGaps(manifest ?? "", text ?? "");
	if (gaps.length > 0) return stale(lock, `the lock does not know what pyproject.toml asks for: ${gaps.slice(0, 5).join(", ")}`, mend);
	if (uv === void 0) return "unknown";
	const result = await ask(scene, uv, [
		"lock",
		"--check",
		"--offline"
	], cwd);
	if (isGood(result)) return "current";
	if (!/needs to be updated|is outdated/.test(result.stderr)) return "unknown";
	return stale(lock, "the lock does not fit pyproject.toml any more", mend);
}
async function judgeNpm(scene, cwd, lock) {
	const [manifest, text] = await Promise.all([below(cwd, "package.json"), lock].map((path) => scene.files.readText(path)));
	const lists = npmLockDifferences(manifest ?? "", text ?? "");
	if (lists === void 0) return "unknown";
	if (lists.length === 0) return "current";
	return stale(lock, `the lock does not fit package.json any more: ${lists.join(", ")}`, fromRoot(cwd, "npm install --package-lock-only"));
}
/** Lock files that no longer say what the manifests say. */
const locksCheck = {
	id: "locks",
	section: "repository",
	async examine(scene) {
		const uvFolders = environmentsOf(scene, "uv").filter(({ lock }) => lock !== null).map(({ cwd }) => cwd);
		const npm = environmentsOf(scene, "npm").filter(({ lock }) => lock !== null);
		if (uvFolders.length + npm.length === 0) return NOT_APPLICABLE;
		const uv = uvFolders.length === 0 ? void 0 : await scene.processes.which("uv", scene.env);
		const judged = await Promise.all([...uvFolders.slice(0, MOST$1).map((cwd) => judgeUv(scene, uv, cwd)), ...npm.map(({ cwd, lock }) => judgeNpm(scene, cwd, lock ?? ""))]);
		const findings = judged.filter((one) => typeof one !== "string");
		if (findings.length === 0 && judged.includes("unknown")) return notAsked("whether the locks are current cannot be told without the network: uv lock --check");
		return found(findings, "locks are current");
	}
};

// src/actions/doctor/checks/network-settings.ts
const CERTIFICATES = [
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"NODE_EXTRA_CA_CERTS",
	"REQUESTS_CA_BUNDLE",
	"CURL_CA_BUNDLE",
	"PIP_CERT",
	"GIT_SSL_CAINFO"
];
function finding(message, why, mend) {
	return {
		severity: "warning",
		message,
		where: null,
		why,
		mend
	};
}
async function certificates(scene) {
	const named = CERTIFICATES.filter((name) => (scene.env[name] ?? "") !== "");
	const there = await Promise.all(named.map((name) => scene.files.exists(scene.env[name] ?? "")));
	return named.filter((_, index) => there[index] === false).map((name) => ({
		...finding(`${name} names a file that is not there`, "programs that read it reach nothing.", `unset ${name}`),
		severity: "error"
	}));
}
/** Names the variable and never its value: proxies carry passwords. */
function proxies({ env }) {
	return ["https_proxy", "http_proxy"].flatMap((lower) => {
		const upper = lower.toUpperCase();
		const [low, up] = [env[lower], env[upper]];
		const value = low ?? up ?? "";
		if (low !== void 0 && up !== void 0 && low !== up) return [finding(`${lower} and ${upper} differ`, "some programs read one of them and some the other.", `export ${upper}="$${lower}"`)];
		if (value === "" || /^\w+:\/\//.test(value)) return [];
		const name = low === void 0 ? upper : lower;
		return [finding(`${name} has no scheme`, "Node and uv do not read it alike.", `export ${name}="http://$${name}"`)];
	});
}
function loopback({ env }) {
	const isProxied = [
		"https_proxy",
		"HTTPS_PROXY",
		"http_proxy",
		"HTTP_PROXY"
	].some((name) => (env[name] ?? "") !== "");
	const around = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
	if (!isProxied || /(?:^|,)\s*(?:\*|localhost|127\.)/.test(around)) return [];
	const value = [around, "localhost,127.0.0.1"].filter((part) => part !== "").join(",");
	return [finding("a proxy is set, and NO_PROXY does not leave this machine out", "`turnpike run` serves cache, artifacts and identity on 127.0.0.1.", `export NO_PROXY=${shellWord(value)} no_proxy=${shellWord(value)}`)];
}
/** Variables for proxies and certificates. */
const networkSettingsCheck = {
	id: "network-settings",
	section: "machine",
	async examine(scene) {
		const findings = [
			...await certificates(scene),
			...proxies(scene),
			...loopback(scene)
		];
		return found(findings, "variables for proxies and certificates");
	}
};

// src/actions/doctor/checks/node.ts
/** What package.json asks for under `engines`; the bundles themselves run from 20 on. */
const WANTED$1 = "22.22.0";
const LEAST$1 = "20.0.0";
function ownVersion(nodeVersion) {
	if ((0, import_semver.gte)(nodeVersion, WANTED$1)) return [];
	return [{
		severity: (0, import_semver.gte)(nodeVersion, LEAST$1) ? "warning" : "error",
		message: `Node ${nodeVersion} is older than ${WANTED$1}`,
		where: null,
		why: "Turnpike is tested on Node 22.22 and newer; actions that ask for node24 run on this one in `turnpike run`.",
		mend: "npm install --global node@24"
	}];
}
/** The Node that the command line runs on. */
const nodeCheck = {
	id: "node",
	section: "machine",
	async examine(scene) {
		return found(ownVersion(scene.nodeVersion), `Node ${scene.nodeVersion}`);
	}
};

// src/actions/doctor/checks/parts.ts
async function submodules(scene) {
	if (!scene.names.has(".gitmodules")) return [];
	const ci = {
		severity: "warning",
		message: "the road checks out without submodules",
		where: {
			file: ".gitmodules",
			line: 1
		},
		why: "gates that need what lies in them fail on GitHub; run those in a job of your own.",
		mend: null
	};
	const { stdout } = await scene.askGit("submodule", "status");
	if (!/^-/m.test(stdout)) return [ci];
	return [{
		...ci,
		message: "submodules are not checked out here",
		why: "their folders are empty.",
		mend: "git submodule update --init --recursive"
	}, ci];
}
async function largeFiles(scene) {
	const index = ((scene.names.has(".gitattributes") ? await scene.files.readText(".gitattributes") : void 0) ?? "").split("\n").findIndex((line) => /^[^#]*\bfilter=lfs\b/.test(line));
	if (index === -1) return [];
	return [{
		severity: "warning",
		message: "the road checks out without Git LFS",
		where: {
			file: ".gitattributes",
			line: index + 1
		},
		why: "gates see small pointer files in place of what they stand for.",
		mend: null
	}];
}
/** Parts of the repository that a plain checkout does not bring. */
const partsCheck = {
	id: "parts",
	section: "repository",
	async examine(scene) {
		if (!scene.isRepository) return NOT_APPLICABLE;
		const findings = [...await submodules(scene), ...await largeFiles(scene)];
		return findings.length === 0 ? NOT_APPLICABLE : found(findings, "");
	}
};

// src/actions/doctor/checks/permissions.ts
async function ownWorkflow(scene, lane) {
	const path = `.github/workflows/${lane}.yml`;
	const text = await scene.ownText(path);
	const parsed = text === void 0 ? void 0 : await parseWorkflowFile(path, text);
	return parsed?.kind === "workflow" ? parsed.workflow : void 0;
}
async function judge$6(scene, { workflow, call }) {
	const called = await ownWorkflow(scene, call.lane);
	const job = workflow.jobs.find(({ id }) => id === call.jobId);
	if (called === void 0 || job?.call === void 0) return void 0;
	const calls = /* @__PURE__ */ new Map([[call.jobId, {
		file: called,
		calls: /* @__PURE__ */ new Map()
	}]]);
	const wanting = checkPermissions({
		file: workflow,
		calls
	}, /* @__PURE__ */ new Set([call.jobId]));
	const faults = called.call === void 0 ? [] : checkCall(workflow.label, job.call, called.call);
	const why = "GitHub refuses to start the run.";
	return [...wanting.slice(0, 1).map(({ problem, hint }) => ({
		severity: "error",
		message: problem.message,
		where: {
			file: workflow.label,
			line: problem.line ?? null
		},
		why,
		mend: hint
	})), ...faults.map(({ line, message }) => ({
		severity: "error",
		message,
		where: {
			file: workflow.label,
			line: line ?? null
		},
		why,
		mend: null
	}))];
}
/** Whether the caller grants what the called jobs ask for, and gives inputs that exist. */
const permissionsCheck = {
	id: "permissions",
	section: "road",
	async examine(scene) {
		if (scene.callers.length === 0) return NOT_APPLICABLE;
		const judged = await Promise.all(scene.callers.map((caller) => judge$6(scene, caller)));
		if (judged.includes(void 0)) return notAsked("the workflows of the running copy of Turnpike are not here to compare with");
		return found(judged.flatMap((one) => one ?? []), "permissions and inputs are what the called workflow asks for");
	}
};

// src/actions/doctor/checks/pin.ts
const SHA = /^[0-9a-f]{40}$/;
function judge$5({ ownPin, texts }, { workflow, call }) {
	const where = {
		file: workflow.label,
		line: call.line
	};
	if (!SHA.test(call.ref)) {
		const isSame = ownPin.kind === "known" && ownPin.pin.version === call.ref;
		const ask = `git ls-remote https://github.com/${call.repository} ${call.ref}   # then write the commit, and behind it # ${call.ref}`;
		return [{
			severity: "warning",
			message: `the road is called by a name that can move: @${call.ref}`,
			where,
			why: "whoever may move it changes what runs with your permissions.",
			mend: isSame ? usesLine(call.lane, {
				...ownPin.pin,
				repository: call.repository
			}) : ask
		}];
	}
	const line = (texts.get(workflow.label) ?? "").split("\n")[call.line - 1] ?? "";
	if (/#\s*v?\d/.test(line)) return [];
	return [{
		severity: "note",
		message: "no version is written behind the pinned commit",
		where,
		why: "people cannot read it, and Dependabot and Renovate name no version in their pull requests.",
		mend: ownPin.kind === "known" && ownPin.pin.sha === call.ref && ownPin.pin.version !== null ? usesLine(call.lane, ownPin.pin) : null
	}];
}
/** Whether the caller is pinned to a commit. */
const pinCheck = {
	id: "pin",
	section: "road",
	examine(scene) {
		const [first] = scene.callers;
		if (first === void 0) return Promise.resolve(NOT_APPLICABLE);
		const text = `pinned to ${first.call.ref.slice(0, 12)}`;
		return Promise.resolve(found(scene.callers.flatMap((caller) => judge$5(scene, caller)), text));
	}
};

// src/actions/doctor/checks/programs.ts
function wantedPrograms(scene) {
	if (scene.plan.kind === "invalid") return [];
	const { gates } = scene.plan.planned.plan;
	const shell = gates.find(({ run }) => typeof run === "string");
	const bash = {
		name: "bash",
		why: `the command of the gate ${shell?.id} goes through it.`,
		mend: "sudo apt-get install bash"
	};
	const npm = {
		name: "npm",
		why: "packages are installed with it.",
		mend: "npm comes with Node: https://nodejs.org"
	};
	return [...shell === void 0 ? [] : [bash], ...environmentsOf(scene, "npm").length > 0 ? [npm] : []];
}
/** Programs that the plan starts besides uv. */
const programsCheck = {
	id: "programs",
	section: "machine",
	async examine(scene) {
		const wanted = wantedPrograms(scene);
		if (wanted.length === 0) return NOT_APPLICABLE;
		const places = await Promise.all(wanted.map(({ name }) => scene.processes.which(name, scene.env)));
		const findings = wanted.flatMap(({ name, why, mend }, index) => places[index] === void 0 ? [{
			severity: "error",
			message: `${name} is not installed`,
			where: null,
			why,
			mend
		}] : []);
		return found(findings, wanted.map(({ name }) => name).join(", "));
	}
};

// src/actions/doctor/checks/python.ts
/** Projects that are asked for; each costs a process. */
const MOST = 5;
/** @returns what `.python-version` says, else `requires-python`, of a folder with a Python project */
async function wantedPython(scene, cwd) {
	const pinned = below(cwd, ".python-version");
	const pin = readPythonVersionFile(await scene.files.readText(pinned) ?? "");
	if (pin !== void 0) return {
		request: pin,
		file: pinned,
		cwd
	};
	const path = below(cwd, "pyproject.toml");
	const text = await scene.files.readText(path);
	const request = text === void 0 ? void 0 : readRequiresPython({
		path,
		text
	});
	return request === void 0 ? void 0 : {
		request,
		file: path,
		cwd
	};
}
/** uv's words when it fell over before it looked for an interpreter. */
const FAILED = /\bfailed to (?:initialize|create|open|read|write|parse)\b|permission denied|read-only file system|unexpected argument|unrecognized/i;
/** uv could not even look: its cache, its settings, or itself. */
function unanswered({ stderr }) {
	const [first] = stderr.split("\n").filter((line) => line.trim() !== "");
	return {
		severity: "warning",
		message: "uv could not say which Pythons are here",
		where: null,
		why: first === void 0 ? "it ended without a word." : oneLine(first, 200),
		mend: "uv python list"
	};
}
async function judge$4(scene, uv, wanted) {
	const args = [
		"python",
		"find",
		"--no-project",
		"--offline",
		"--no-config",
		wanted.request
	];
	const result = await ask(scene, uv, args, wanted.cwd);
	if (isGood(result)) return result.stdout.trim();
	if (FAILED.test(result.stderr)) return unanswered(result);
	return {
		severity: "warning",
		message: `no Python on this machine fits ${wanted.request}`,
		where: {
			file: wanted.file,
			line: null
		},
		why: "uv fetches one at the first use, which needs the network.",
		mend: fromRoot(wanted.cwd, `uv python install ${shellWord(wanted.request)}`)
	};
}
/** Interpreters that the projects ask for. */
const pythonCheck = {
	id: "python",
	section: "machine",
	async examine(scene) {
		const folders = environmentsOf(scene, "uv").map(({ cwd }) => cwd);
		const all = scene.names.has("uv.lock") && !folders.includes(".") ? [".", ...folders] : folders;
		const known = (await Promise.all(all.slice(0, MOST).map((cwd) => wantedPython(scene, cwd)))).filter((one) => one !== void 0);
		if (known.length === 0) return NOT_APPLICABLE;
		const uv = await scene.processes.which("uv", scene.env);
		if (uv === void 0) return notAsked("without uv it is not known which Pythons are here");
		const findings = (await Promise.all(known.map((one) => judge$4(scene, uv, one)))).filter((one) => typeof one !== "string");
		const requests = [...new Set(known.map(({ request }) => request))].join(", ");
		return found(findings, `a Python for ${requests}`);
	}
};

// src/actions/doctor/checks/required.ts
const rulesSchema = array(object({
	type: string(),
	parameters: object({ required_status_checks: array(object({ context: string() })).optional() }).optional()
}));
const protectionSchema = object({ contexts: array(string()) });
async function api(scene, gh, path) {
	const result = await ask(scene, gh, ["api", path]);
	if (!isGood(result)) return void 0;
	try {
		return JSON.parse(result.stdout);
	} catch {
		return;
	}
}
/** Names that rulesets and branch protection require; undefined when GitHub said nothing. */
async function requiredNames(scene, gh, at) {
	const [rules, protection] = await Promise.all([api(scene, gh, `repos/${at.repository}/rules/branches/${encodeURIComponent(at.branch)}`), api(scene, gh, `repos/${at.repository}/branches/${encodeURIComponent(at.branch)}/protection/required_status_checks`)]);
	const read = rulesSchema.safeParse(rules);
	if (!read.success) return void 0;
	const old = protectionSchema.safeParse(protection);
	return [...read.data.flatMap(({ parameters }) => (parameters?.required_status_checks ?? []).map(({ context }) => context)), ...old.success ? old.data.contexts : []];
}
function judge$3(names, name) {
	const finding = {
		severity: "warning",
		message: `nothing requires the check "${name}"`,
		where: null,
		why: "a red pull request can be merged.",
		mend: "turnpike init --ruleset | gh api \"repos/{owner}/{repo}/rulesets\" --input -"
	};
	return found(names.includes(name) ? [] : [finding], `"${name}" is required`);
}
/** Whether GitHub requires the road's check. Asks GitHub, through gh, only where the person allowed it. */
const requiredCheck = {
	id: "required",
	section: "road",
	async examine(scene) {
		const [caller] = checkingCallers(scene.callers);
		const name = caller === void 0 ? void 0 : checkNameOf(caller);
		if (name === void 0) return NOT_APPLICABLE;
		if (!scene.isOnline) return notAsked(`whether "${name}" is required was not asked: --online`);
		const gh = await scene.processes.which("gh", scene.env);
		if (gh === void 0) return notAsked(`whether "${name}" is required cannot be asked without gh`);
		const remote = await scene.git.remoteUrl(scene.top, "origin");
		const repository = remote === void 0 ? void 0 : repositoryOfUrl(remote);
		const branch = await scene.git.remoteHead(scene.top) ?? await scene.git.branch(scene.top);
		if (repository === void 0 || branch === void 0) return notAsked("the repository on GitHub is not known here");
		const names = await requiredNames(scene, gh, {
			repository,
			branch
		});
		if (names === void 0) return notAsked(`GitHub did not say what is required: gh api ${shellWord(`repos/${repository}/rules/branches/${branch}`)}`);
		return judge$3(names, name);
	}
};

// src/actions/doctor/checks/runner.ts
/** `$/` in steps, by which the road finds its own actions (actions/runner, release 2.336.0). */
const WANTED = "2.336.0";
const HOSTED = /^(?:ubuntu|windows|macos)-/;
const IMAGE = /(?:actions-runner:v?|RUNNER_VERSION\s*[=:]\s*["']?v?)(\d+\.\d+\.\d+)/;
const MOST_FILES = 50;
function ownRunners({ workflow, call }) {
	const job = workflow.jobs.find(({ id }) => id === call.jobId);
	const runner = childOf(job?.call?.with, "runner");
	if (runner === void 0 || HOSTED.test(runner.toString())) return [];
	return [{
		severity: "note",
		message: `the runners \`${runner.toString()}\` must be of version ${WANTED} or newer`,
		where: {
			file: workflow.label,
			line: runner.line ?? null
		},
		why: "older ones do not know `$/`, by which the road finds its own actions; GitHub's own runners are newer.",
		mend: null
	}];
}
/** Images of runners that the repository itself makes or deploys. */
async function images(scene) {
	const names = [...scene.names].filter((name) => /(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|runner[^/]*\.ya?ml$/i.test(name));
	const texts = await Promise.all(names.slice(0, MOST_FILES).map((name) => scene.files.readText(name)));
	return names.slice(0, MOST_FILES).flatMap((file, index) => {
		const lines = (texts[index] ?? "").split("\n");
		const line = lines.findIndex((text) => IMAGE.test(text));
		const version = IMAGE.exec(lines[line] ?? "")?.[1];
		if (version === void 0 || (0, import_semver.gte)(version, WANTED)) return [];
		return [{
			severity: "warning",
			message: `this runner is of version ${version}, and the road needs ${WANTED}`,
			where: {
				file,
				line: line + 1
			},
			why: "older runners do not know `$/`, by which the road finds its own actions.",
			mend: editing({
				file,
				line: line + 1
			}, `take ${WANTED} or newer`)
		}];
	});
}
/** Versions of runners that the repository chooses itself. */
const runnerCheck = {
	id: "runner",
	section: "road",
	async examine(scene) {
		const findings = [...scene.callers.flatMap(ownRunners), ...await images(scene)];
		return findings.length === 0 ? NOT_APPLICABLE : found(findings, "");
	}
};

// src/actions/doctor/checks/scripts.ts
const SHELL_SCRIPTS = [
	"*.sh",
	"*.bash",
	"gradlew",
	"*/gradlew",
	"mvnw",
	"*/mvnw"
];
/** Files that gates and the build start by their path. */
function started({ plan }) {
	if (plan.kind === "invalid") return [];
	const { gates, build } = plan.planned.plan;
	return startedFiles([...gates, ...build === null ? [] : [build]]);
}
function notExecutable(path) {
	return {
		severity: "error",
		message: "the file is started by its path, and may not be executed",
		where: {
			file: path,
			line: null
		},
		why: "the gate ends with \"permission denied\" on GitHub, whatever the file's rights are here.",
		mend: `git update-index --chmod=+x ${shellWord(path)}`
	};
}
function windowsLines(path) {
	return {
		severity: "warning",
		message: "the script has line ends of Windows in git",
		where: {
			file: path,
			line: 1
		},
		why: "a shell on Linux takes the carriage return for part of each command.",
		mend: `echo '${/\.(?:ba)?sh$/.test(path) ? "*.sh" : path} text eol=lf' >> .gitattributes && git add --renormalize ${shellWord(path)}`
	};
}
/** Rights and line ends of scripts, as git keeps them. */
const scriptsCheck = {
	id: "scripts",
	section: "repository",
	async examine(scene) {
		if (!scene.isRepository) return NOT_APPLICABLE;
		const wanted = started(scene);
		const result = await scene.askGit("ls-files", "-z", "--stage", "--eol", "--", ...SHELL_SCRIPTS, ...wanted.map((path) => `:(literal)${path}`));
		if (!isGood(result)) return NOT_APPLICABLE;
		const tracked = readTracked(result.stdout);
		if (tracked.length === 0) return NOT_APPLICABLE;
		const findings = tracked.flatMap(({ path, mode, lineEnds }) => [...wanted.includes(path) && mode === "100644" ? [notExecutable(path)] : [], ...lineEnds === "crlf" || lineEnds === "mixed" ? [windowsLines(path)] : []]);
		return found(findings, `rights and line ends of ${tracked.length === 1 ? "1 script" : `${tracked.length} scripts`}`);
	}
};

// src/actions/doctor/checks/shims.ts
/** The first program of that name on PATH, as a shell finds it. */
async function firstOnPath(scene, name) {
	for (const folder of (scene.env["PATH"] ?? "").split(delimiter)) if (folder.startsWith("/") && await scene.files.exists(`${folder}/${name}`)) return `${folder}/${name}`;
}
async function judge$2(scene, name) {
	const file = await firstOnPath(scene, name);
	const manager = /\/\.?([\w-]+)\/shims\/[^/]+$/.exec(file ?? "")?.[1];
	if (file === void 0 || manager === void 0) return [];
	if (isGood(await ask(scene, file, ["--version"]))) return [];
	return [{
		severity: "warning",
		message: `\`${name}\` is a shim of ${manager} that has nothing behind it in this folder`,
		where: null,
		why: "Turnpike looks behind shims, but commands that you paste do not work here.",
		mend: `${manager} install   # the version that this folder asks for`
	}];
}
/** Shims of version managers decide by the folder that they are called in. */
const shimsCheck = {
	id: "shims",
	section: "machine",
	async examine(scene) {
		const names = wantsUv(scene) ? [
			"uv",
			"python3",
			"python"
		] : ["node", "npm"];
		const findings = await Promise.all(names.map((name) => judge$2(scene, name)));
		return found(findings.flat(), `${names.join(", ")} answer here`);
	}
};

// src/actions/doctor/checks/toolchains.ts
/** Each toolchain that gates ask for, with those that do. */
function askedFor(scene) {
	if (scene.plan.kind === "invalid") return [];
	const asked = /* @__PURE__ */ new Map();
	for (const gate of scene.plan.planned.plan.gates) for (const wish of gate.toolchains ?? []) {
		const key = toolchainKey(wish);
		asked.set(key, {
			wish,
			gates: [...asked.get(key)?.gates ?? [], gate]
		});
	}
	return [...asked.values()];
}
function whyOf({ gates, wish }, { toolchain }) {
	const names = gates.slice(0, 3).map(({ id }) => id);
	const more = gates.length > names.length ? ` and ${gates.length - names.length} more` : "";
	const run = gates.length === 1 ? "runs" : "run";
	if (toolchain === void 0) return `${names.join(", ")}${more} cannot run without a ${LANGUAGE_NAMES[wish.language]}.`;
	return `${names.join(", ")}${more} ${run} on ${toolchain.version} of ${toolchain.origin}; a red there may come of that.`;
}
async function judge$1({ toolchains }, asked) {
	const { wish } = asked;
	const { language } = wish;
	const [installed, onPath] = await Promise.all([toolchains.installed(language), toolchains.onPath(language)]);
	const choice = chooseToolchain(wish, {
		installed,
		onPath
	});
	if (choice.kind === "on-path" || choice.kind === "found") return `${LANGUAGE_NAMES[language]} ${choice.toolchain.version}`;
	return {
		severity: choice.toolchain === void 0 ? "error" : "warning",
		message: `${wishText(wish)} is not on this machine`,
		where: wish.source,
		why: whyOf(asked, choice),
		mend: howToGet(wish, await toolchains.managers(language))
	};
}
/** The Node, Java, Go and Rust that gates ask for. */
const toolchainsCheck = {
	id: "toolchains",
	section: "machine",
	async examine(scene) {
		const judged = await Promise.all(askedFor(scene).map((asked) => judge$1(scene, asked)));
		if (judged.length === 0) return NOT_APPLICABLE;
		const there = [...new Set(judged.filter((one) => typeof one === "string"))];
		return found(judged.filter((one) => typeof one !== "string"), `${there.join(", ")} for the gates that ask for ${there.length === 1 ? "it" : "them"}`);
	}
};

// src/actions/doctor/checks/tools.ts
const UNBROUGHT = /no dependency group, extra or dependency brings it/;
function folderOf(file) {
	const slash = file.lastIndexOf("/");
	return slash === -1 ? "." : file.slice(0, slash);
}
/** A tool that something else brings: a hook of pre-commit, or an environment of tox, nox or hatch that a gate runs in. */
async function isBrought(scene, tool) {
	if (scene.plan.kind === "invalid") return true;
	const { gates, suggestions } = scene.plan.planned.plan;
	if ([...gates, ...suggestions.map(({ gate }) => gate)].some((gate) => gate.tool === tool || gate.reproduce.split(/[\s/]+/).includes(tool))) return true;
	return (await scene.files.readText(".pre-commit-config.yaml") ?? "").includes(tool);
}
/** Tools that have settings in a project of uv's, and that nothing brings. */
const toolsCheck = {
	id: "tools",
	section: "repository",
	async examine(scene) {
		if (scene.plan.kind === "invalid") return NOT_APPLICABLE;
		const unbrought = scene.plan.planned.leftOut.filter(({ file }) => scene.names.has(below(folderOf(file), "uv.lock"))).filter(({ reason }) => UNBROUGHT.test(reason));
		const brought = await Promise.all(unbrought.map(({ what }) => isBrought(scene, what)));
		if (!scene.names.has("uv.lock") && unbrought.length === 0) return NOT_APPLICABLE;
		const findings = unbrought.filter((_, index) => brought[index] === false).map(({ what, file, line }) => ({
			severity: "warning",
			message: `${what} has settings, but no dependency group, extra or dependency brings it`,
			where: {
				file,
				line
			},
			why: "it is not checked, because nothing says which version to run.",
			mend: `uv add --dev ${what}`
		}));
		return found(findings, "every tool with settings is in an environment");
	}
};

// src/actions/doctor/checks/triggers.ts
function triggerOf(workflow, event) {
	return workflow.triggers.find((trigger) => trigger.event === event);
}
function at(workflow, token) {
	return {
		file: workflow.label,
		line: token?.line ?? null
	};
}
function pullRequests(workflow, name) {
	const trigger = triggerOf(workflow, "pull_request");
	if (trigger === void 0) {
		const why = `"${name}" is not reported before a merge.`;
		return [{
			severity: "warning",
			message: "pull requests do not start the road",
			where: at(workflow, void 0),
			why,
			mend: "on:\n  pull_request:"
		}];
	}
	const findings = [];
	for (const key of ["paths", "paths-ignore"]) {
		const filter = childOf(trigger.settings, key);
		if (filter === void 0) continue;
		const why = `where no file matches, "${name}" is never reported, and a pull request that requires it waits for ever.`;
		findings.push({
			severity: "warning",
			message: `\`${key}\` keeps pull requests from starting the road`,
			where: at(workflow, filter),
			why,
			mend: editing({
				file: workflow.label,
				line: filter.line ?? null
			}, `delete \`${key}\``)
		});
	}
	const types = itemsOf(childOf(trigger.settings, "types")).map((token) => token.toString());
	if (types.length > 0 && !types.includes("synchronize")) findings.push({
		severity: "warning",
		message: "`types` leaves `synchronize` out",
		where: at(workflow, childOf(trigger.settings, "types")),
		why: "what is pushed to an open pull request is not checked.",
		mend: "types: [opened, synchronize, reopened]"
	});
	return findings;
}
function dangerous(workflow) {
	const trigger = triggerOf(workflow, "pull_request_target");
	if (trigger === void 0) return [];
	return [{
		severity: "error",
		message: "`pull_request_target` starts the road",
		where: at(workflow, trigger.token),
		why: "the code of strangers would run with a token that may write, and with secrets.",
		mend: "on:\n  pull_request:"
	}];
}
function mergeQueue(workflow, scene, name) {
	if (triggerOf(workflow, "merge_group") !== void 0) return [];
	const other = scene.workflows.flatMap(({ parsed }) => parsed.kind === "workflow" ? [parsed.workflow] : []).find((one) => triggerOf(one, "merge_group") !== void 0);
	if (other === void 0) return [];
	const message = `${other.label} knows the merge queue, and the caller does not`;
	const why = `"${name}" is not reported in the queue, and what requires it never merges.`;
	return [{
		severity: "warning",
		message,
		where: at(workflow, void 0),
		why,
		mend: "on:\n  merge_group:"
	}];
}
function concurrency(workflow) {
	if (workflow.hasConcurrency) return [];
	return [{
		severity: "note",
		message: "a newer push does not stop the run of an older one",
		where: at(workflow, void 0),
		why: "minutes are spent on commits that nobody waits for.",
		mend: "concurrency:\n  group: turnpike-${{ github.event.pull_request.number || github.run_id }}\n  cancel-in-progress: true"
	}];
}
/** What starts the road, and what keeps it from starting. */
const triggersCheck = {
	id: "triggers",
	section: "road",
	examine(scene) {
		if (scene.callers.length === 0) return Promise.resolve(NOT_APPLICABLE);
		const findings = checkingCallers(scene.callers).flatMap((caller) => {
			const { workflow } = caller;
			const name = checkNameOf(caller) ?? "the check";
			return [
				...dangerous(workflow),
				...pullRequests(workflow, name),
				...mergeQueue(workflow, scene, name),
				...concurrency(workflow)
			];
		});
		return Promise.resolve(found(findings, "every pull request starts it"));
	}
};

// src/actions/doctor/checks/updates.ts
/** Whether somebody moves the pinned commit when Turnpike has a release. */
const updatesCheck = {
	id: "updates",
	section: "road",
	examine({ texts, callers }) {
		if (callers.length === 0) return Promise.resolve(NOT_APPLICABLE);
		const { changes, remarks } = proposeUpdates(texts);
		const why = "the pinned commit grows old, and mended faults do not arrive.";
		const missing = changes.map(({ path, before }) => ({
			severity: "warning",
			message: before === null ? "nothing updates workflows here" : "workflows are left out of the updates",
			where: {
				file: path,
				line: null
			},
			why,
			mend: "turnpike init"
		}));
		const said = remarks.map(({ where, message }) => {
			const [first = "", ...lines] = message.split("\n");
			const place = /^(.*?)(?::(\d+))?$/.exec(where);
			const line = place?.[2] === void 0 ? null : Number(place[2]);
			return {
				severity: "note",
				message: first,
				where: {
					file: place?.[1] ?? where,
					line
				},
				why,
				mend: lines.join("\n") || null
			};
		});
		return Promise.resolve(found([...missing, ...said], "the pin is kept up to date"));
	}
};

// src/actions/doctor/checks/uv.ts
/** The oldest that the commands of the road were tried with; 0.4.30 cannot read the locks that uv writes today. */
const LEAST = "0.5.31";
/** uv.toml wins over pyproject.toml (uv, "Configuration files"). */
async function requiredVersion(scene) {
	for (const path of ["uv.toml", "pyproject.toml"]) {
		const text = await scene.files.readText(path);
		const required = text === void 0 ? void 0 : readRequiredVersion({
			path,
			text
		});
		if (text === void 0 || required === void 0) continue;
		const index = text.split("\n").findIndex((line) => /^\s*required-version\s*=/.test(line));
		return {
			text: required,
			file: path,
			line: index === -1 ? null : index + 1
		};
	}
}
function install(required) {
	const exact = required === void 0 ? "uv" : `"uv${/^\d/.test(required) ? `==${required}` : required}"`;
	return `pipx install ${exact}   # or: python3 -m pip install ${exact}`;
}
function tooOld(version, required) {
	const request = parseVersionRequest(required.text, `required-version of ${required.file}`, "exact");
	if (!request.ok || satisfies(version, request.request)) return void 0;
	return {
		severity: "error",
		message: `uv ${version} is not what required-version asks for: ${required.text}`,
		where: {
			file: required.file,
			line: required.line
		},
		why: "uv refuses to work in this project.",
		mend: `pipx install --force "uv${/^\d/.test(required.text) ? `==${required.text}` : required.text}"   # or, where uv installed itself: uv self update`
	};
}
function older(version) {
	const known = (0, import_semver.coerce)(version)?.version;
	if (known === void 0 || (0, import_semver.gte)(known, LEAST)) return void 0;
	return {
		severity: "warning",
		message: `uv ${version} is older than ${LEAST}`,
		where: null,
		why: "it does not read the lock files that newer ones write, and knows fewer options.",
		mend: "pipx install --force uv   # or, where uv installed itself: uv self update"
	};
}
/** uv, in a version that the project allows. */
const uvCheck = {
	id: "uv",
	section: "machine",
	async examine(scene) {
		if (!wantsUv(scene)) return NOT_APPLICABLE;
		const required = await requiredVersion(scene);
		const program = await scene.processes.which("uv", scene.env);
		if (program === void 0) {
			const finding = {
				severity: "error",
				message: "uv is not installed",
				where: null,
				why: "`turnpike gates` installs packages with it. On GitHub it is fetched.",
				mend: install(required?.text)
			};
			return found([finding], "");
		}
		const result = await ask(scene, program, ["--version", "--no-config"]);
		const version = /uv (\d+\.\d+\.\d+\S*)/.exec(result.stdout)?.[1];
		if (!isGood(result) || version === void 0) {
			const finding = {
				severity: "error",
				message: `${program} does not say its version`,
				where: null,
				why: "packages are installed with it.",
				mend: install(required?.text)
			};
			return found([finding], "");
		}
		const findings = [required === void 0 ? void 0 : tooOld(version, required), older(version)];
		const wanted = required === void 0 ? "" : ` (required: ${required.text})`;
		return found(findings.filter((one) => one !== void 0), `uv ${version}${wanted}`);
	}
};

// src/actions/doctor/checks/virtual-environment.ts
function setting(text, ...names) {
	const lines = text.split(/\r?\n/).map((line) => /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line));
	return names.map((name) => lines.find((match) => match?.[1] === name)?.[2]).find((value) => value !== void 0);
}
function fits(version, request) {
	if (/^\d+(\.\d+)*$/.test(request)) return version === request || version.startsWith(`${request}.`);
	return valid(version) === null || !validRange(request) || satisfies$1(version, request);
}
async function judge(scene, cwd) {
	const file = below(cwd, ".venv/pyvenv.cfg");
	const text = await scene.files.readText(file);
	if (text === void 0) return "absent";
	const again = fromRoot(cwd, "rm -r .venv && uv sync");
	const home = setting(text, "home");
	const place = {
		file,
		line: null
	};
	if (home !== void 0 && !await scene.files.exists(home)) return {
		severity: "warning",
		message: `the Python of .venv is gone: ${home}`,
		where: place,
		why: "nothing in it starts.",
		mend: again
	};
	const version = setting(text, "version_info", "version")?.match(/^\d+\.\d+\.\d+/)?.[0];
	const wanted = await wantedPython(scene, cwd);
	if (version === void 0 || wanted === void 0 || fits(version, wanted.request)) return "fits";
	return {
		severity: "note",
		message: `.venv is of Python ${version}, and ${wanted.file} asks for ${wanted.request}`,
		where: place,
		why: "uv makes it anew at the next sync, so what you installed by hand goes.",
		mend: again
	};
}
/** `.venv` of another interpreter, or of one that is gone. */
const virtualEnvironmentCheck = {
	id: "virtual-environment",
	section: "repository",
	async examine(scene) {
		const judged = await Promise.all(environmentsOf(scene, "uv").map(({ cwd }) => judge(scene, cwd)));
		if (judged.every((one) => one === "absent")) return NOT_APPLICABLE;
		return found(judged.filter((one) => typeof one !== "string"), ".venv fits");
	}
};

// src/actions/doctor/checks/workflows.ts
const MOST_A_FILE = 3;
const MOST_MESSAGE = 300;
/** Whether GitHub's own parser takes the workflow files. */
const workflowsCheck = {
	id: "workflows",
	section: "road",
	examine({ workflows, texts, unreadable }) {
		if (workflows.length + unreadable.length === 0) return Promise.resolve(NOT_APPLICABLE);
		const findings = workflows.flatMap(({ path, parsed }) => {
			if (parsed.kind === "workflow") return [];
			const isCaller = (texts.get(path) ?? "").includes("/turnpike/.github/workflows/");
			return parsed.problems.slice(0, MOST_A_FILE).map(({ line, message }) => ({
				severity: isCaller ? "error" : "warning",
				message: oneLine(message, MOST_MESSAGE),
				where: {
					file: path,
					line: line ?? null
				},
				why: "GitHub refuses the file, and none of its jobs run.",
				mend: editing({
					file: path,
					line: line ?? null
				}, "then: turnpike doctor")
			}));
		});
		const unread = unreadable.map(({ path, why }) => ({
			severity: "warning",
			message: why,
			where: {
				file: path,
				line: null
			},
			why: "what it says is not known here.",
			mend: null
		}));
		const text = workflows.length === 1 ? "1 workflow file is valid" : `${workflows.length} workflow files are valid`;
		return Promise.resolve(found([...findings, ...unread], text));
	}
};

// src/actions/doctor/table.ts
/** All checks of `turnpike doctor`, in the order in which people see them. */
const CHECKS = [
	nodeCheck,
	gitCheck,
	uvCheck,
	pythonCheck,
	toolchainsCheck,
	programsCheck,
	shimsCheck,
	networkSettingsCheck,
	indexesCheck,
	diskSpaceCheck,
	foldersCheck,
	clockCheck,
	configCheck,
	gatesCheck,
	toolsCheck,
	locksCheck,
	virtualEnvironmentCheck,
	historyCheck,
	scriptsCheck,
	partsCheck,
	leftoversCheck,
	callerCheck,
	workflowsCheck,
	permissionsCheck,
	triggersCheck,
	checkNameCheck,
	pinCheck,
	updatesCheck,
	runnerCheck,
	requiredCheck
];

// src/cli/doctor/doctor-page.ts
const TITLES = {
	machine: "This machine",
	repository: "This repository",
	road: "The road on GitHub"
};
const MOST_TEXT = 600;
const INDENT = "    ";
function markOf(severity, { marks }) {
	return {
		error: marks.fail,
		warning: marks.warn,
		note: marks.info
	}[severity];
}
function indented(text, width, first) {
	return wrap(text, Math.max(40, width - 4)).split("\n").map((line, index) => (index === 0 ? first : INDENT) + line).join("\n");
}
/** The place goes before the words, as compilers write it, so that terminals make a link of it. */
function findingLines(finding, { styles, width }) {
	const { where, message, why, mend, severity } = finding;
	return [
		indented(`${where === null ? "" : `${oneLine(where.file, 120)}${where.line === null ? "" : `:${where.line}`}  `}${oneLine(message, MOST_TEXT)}`, width, `  ${markOf(severity, styles)} `),
		...indented(oneLine(why, MOST_TEXT), width, INDENT).split("\n").map(styles.dim),
		...mend === null ? [] : plainText(mend).split("\n").map((line) => `${INDENT}  ${styles.cyan(line)}`)
	];
}
function resultLines({ result }, look) {
	const { styles, width } = look;
	switch (result.kind) {
		case "fine": return [indented(oneLine(result.text, MOST_TEXT), width, `  ${styles.marks.pass} `)];
		case "not-asked": return [indented(oneLine(result.text, MOST_TEXT), width, `  ${styles.marks.skip} `)];
		case "found": return result.findings.flatMap((finding) => findingLines(finding, look));
		case "not-applicable": return [];
	}
}
function endLine(examined, { marks, bold }) {
	const counts = countFindings(examined);
	const parts = [
		"error",
		"warning",
		"note"
	].filter((severity) => counts[severity] > 0).map((severity) => countOf(counts[severity], severity));
	return `${counts.error > 0 ? marks.fail : counts.warning > 0 ? marks.warn : marks.pass} ${bold(parts.length === 0 ? "Nothing is missing." : `${parts.join(", ")}.`)}`;
}
/**
* @param examined what the checks came to
* @param look colours and width
* @returns the page of `turnpike doctor`, ending with a line feed
*/
function renderDoctor(examined, look) {
	return `${[...Object.keys(TITLES).flatMap((section) => {
		const lines = examined.filter((one) => one.section === section).flatMap((one) => resultLines(one, look));
		return lines.length === 0 ? [] : [
			look.styles.bold(TITLES[section]),
			...lines,
			""
		];
	}), endLine(examined, look.styles)].join("\n")}\n`;
}

// src/adapters/node/repository-files.ts
/** Bytes of the longest file that is read of a repository: locks reach some megabytes. */
const MOST_BYTES = 33554432;
/** Files of a repository that nobody vouches for: what is no regular file, lies outside or is huge counts as not there. */
var RepositoryFiles = class extends NodeFiles {
	async readBytes(path) {
		const [top, real] = await Promise.all([realpath(this.absolute(".")), realpath(this.absolute(path)).catch(() => void 0)]);
		if (real === void 0 || !real.startsWith(top.endsWith(sep) ? top : top + sep)) return void 0;
		const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => void 0);
		try {
			const info = await handle?.stat();
			return info?.isFile() === true && info.size <= MOST_BYTES ? await handle?.readFile() : void 0;
		} finally {
			await handle?.close();
		}
	}
};

// src/cli/doctor/doctor-scene.ts
/** Caches of uv and of Turnpike, and what `try` and `gates` remember. */
function writtenFolders(env) {
	const home = env["HOME"] || homedir();
	const caches = env["XDG_CACHE_HOME"] || join(home, ".cache");
	return [
		{
			folder: env["UV_CACHE_DIR"] || join(caches, "uv"),
			what: "uv keeps packages there",
			isNeeded: true
		},
		{
			folder: join(caches, "turnpike"),
			what: "environments and passes are kept there",
			isNeeded: false
		},
		{
			folder: stateHome(env),
			what: "the page of `turnpike try` is kept there",
			isNeeded: false
		}
	];
}
async function planOf(top) {
	try {
		return {
			kind: "planned",
			planned: await readPlanned(top)
		};
	} catch (error) {
		if (!(error instanceof TurnpikeError)) throw error;
		return {
			kind: "invalid",
			problems: error.problems.length > 0 ? error.problems : [{
				where: "turnpike.yml",
				message: error.message
			}]
		};
	}
}
/**
* Reads what several checks need, once.
*
* @param directory where the command was called for
* @param isOnline whether the network may be asked
* @throws TurnpikeError `FILE_UNREADABLE` when there is no such folder
*/
async function readScene(directory, isOnline) {
	const folder = existingFolder(directory);
	const env = definedVariables(process.env);
	const processes = new NodeProcesses();
	const git = new GitProgram(processes, env);
	const safeGit = new SafeGit(processes, env, { timeoutMs: PROGRAM_MS });
	const own = projectRoot();
	const found = await git.topLevel(folder);
	const top = found ?? folder;
	const [read, plan, names, copy] = await Promise.all([
		readAdoptTexts(top),
		planOf(top),
		git.listFiles(top),
		readOwnCopy(git, own, void 0)
	]);
	const ownFiles = own === void 0 ? void 0 : new NodeFiles(own);
	return {
		top,
		isRepository: found !== void 0,
		isOnline,
		env,
		nodeVersion: process.versions.node,
		temp: env["RUNNER_TEMP"] ?? tmpdir(),
		written: writtenFolders(env),
		names: new Set(names),
		texts: read.texts,
		unreadable: read.unreadable,
		plan,
		...await readRoad(read.texts),
		ownPin: choosePin(void 0, copy),
		ownText: async (path) => await ownFiles?.readText(join(...path.split("/"))),
		files: new RepositoryFiles(top),
		git,
		askGit: (...args) => safeGit.run(top, ...args),
		processes,
		toolchains: new NodeToolchains(processes, env),
		http: nodeHttp,
		disk: thisDisk,
		clock: systemClock
	};
}

// src/cli/doctor/doctor-command.ts
/** Columns of a line where the output is no terminal. */
const WIDE = 120;
/**
* @param args what was asked for
* @throws TurnpikeError `FILE_UNREADABLE` when there is no such folder
*/
async function runDoctorCommand(args) {
	const scene = await readScene(args.directory, args.online);
	const examined = await examine$1(CHECKS, scene);
	process.exitCode = doctorExitCode(examined, args.strict);
	if (args.json) {
		process.stdout.write(`${JSON.stringify(toDoctorDocument(examined, args.online), null, 2)}\n`);
		return;
	}
	const look = {
		styles: styles(process.stdout, process.env),
		width: Math.min(columnsOf([process.stdout, process.stderr], WIDE), WIDE)
	};
	process.stdout.write(renderDoctor(examined, look));
}

export { runDoctorCommand };