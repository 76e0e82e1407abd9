import { o as __toESM } from "./shared/rolldown-runtime.js";
import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { O as defineAction, _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { $ as childEnvironment, Et as GitProgram, K as OWN_FOLDER, Tt as require_picomatch, q as ignoreOwnFolder } from "./shared/first-gate.js";
import { o as packsNode, t as readPlan } from "./shared/read-plan.js";
import { c as path, o as list, u as text } from "./shared/fields.js";
import { t as projectFolder } from "./shared/project-folder.js";
import { n as TurnpikeError } from "./shared/errors.js";
import { n as nameProblem } from "./shared/subjects.js";
import { tmpdir } from "node:os";
import { basename, isAbsolute, join } from "node:path/posix";

// src/actions/build/contract.ts
/** `actions/build`: the repository's build command, and the digests of what it made. */
const buildContract = defineAction({
	name: "build",
	title: "Turnpike: build",
	description: "Runs the repository's build command and writes the SHA-256 of everything it made into one subjects file.",
	inputs: {
		command: text("The build command. Empty: `build` of turnpike.yml, else `uv build` for a Python project with a build system, else `npm pack`."),
		config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", { default: "turnpike.yml" }),
		"working-directory": path("The folder of the project.", { default: "." }),
		artifacts: list("What was built, as globs below the working directory. Empty: dist/* for Python, *.tgz for npm."),
		output: path("The folder that built files and the subjects file are copied to.", { default: ".turnpike/build" })
	},
	outputs: {
		"subjects-file": { description: "Path of the subjects file, in the format of sha256sum." },
		"subjects-digest": { description: "SHA-256 of the subjects file." },
		directory: { description: "The folder with the built files and the subjects file." },
		count: { description: "How many files were built." }
	},
	permissions: { contents: {
		level: "read",
		why: "read the repository",
		optional: false
	} },
	onServiceError: "fail",
	branding: {
		icon: "package",
		color: "purple"
	}
});

// src/actions/build/collect.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Name of the file with the digests. */
const SUBJECTS_FILE = "subjects.sha256";
/** Folders that hold no build results, and many files. */
const NEVER = /* @__PURE__ */ new Set([
	".git",
	"node_modules",
	".venv",
	".turnpike"
]);
/**
* What is wrong with globs of artifacts: they stay below the working directory.
*
* @param globs as written
*/
function globProblems(globs) {
	return globs.filter((glob) => glob.startsWith("/") || glob.split("/").includes("..")).map((glob) => ({
		where: "artifacts",
		message: `"${glob}" leads out of the working directory; write dist/*`
	}));
}
/**
* Files that globs name. Hidden files only where a glob names the dot.
*
* @param files where to look
* @param root absolute folder that the globs are relative to
* @param globs as picomatch takes them
* @returns sorted by path
*/
async function findArtifacts(files, root, globs) {
	const found = /* @__PURE__ */ new Map();
	for (const written of globs) {
		const glob = written.replace(/^\.\//, "");
		const { base } = import_picomatch.default.scan(glob);
		const isWanted = (0, import_picomatch.default)(glob);
		const isFlat = !glob.slice(base === "" ? 0 : base.length + 1).includes("/") && !glob.includes("**");
		const skip = (path) => {
			if (base.startsWith(`${path}/`)) return false;
			return !(base === "" || path === base || path.startsWith(`${base}/`)) || isFlat && path !== base || NEVER.has(basename(path));
		};
		for (const { path, kind } of await files.list(root, skip)) if ((kind === "file" || kind === "symlink") && isWanted(path)) found.set(path, {
			path,
			isLink: kind === "symlink"
		});
	}
	return [...found.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
function commonFolder(paths) {
	const folders = paths.map((path) => path.split("/").slice(0, -1));
	const first = folders[0] ?? [];
	const depth = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part));
	return first.slice(0, depth === -1 ? first.length : depth).join("/");
}
/**
* Names for artifacts: the file's own name, or where two share one, the path below the folder that holds all.
*
* @param found what was built
* @returns in the order of the names
* @throws TurnpikeError `BUILD_ARTIFACTS` for symbolic links and for names that no subjects file can hold, all at once
*/
function nameArtifacts(found) {
	const paths = found.map((one) => one.path);
	const areUnique = new Set(paths.map((path) => basename(path))).size === paths.length;
	const common = commonFolder(paths);
	const nameOf = (path) => areUnique ? basename(path) : common === "" ? path : path.slice(common.length + 1);
	const problems = [];
	for (const { path, isLink } of found) {
		const name = nameOf(path);
		const wrong = nameProblem(name);
		if (isLink) problems.push({
			where: path,
			message: "is a symbolic link; what is signed must be the file itself"
		});
		else if (wrong !== void 0) problems.push({
			where: path,
			message: wrong
		});
		else if (name === "subjects.sha256") problems.push({
			where: path,
			message: `${SUBJECTS_FILE} is the list of digests`
		});
	}
	if (problems.length > 0) throw new TurnpikeError("BUILD_ARTIFACTS", "user", "What was built cannot be signed; nothing was kept.", {
		problems,
		hint: "Name the files with the input artifacts, one glob a line."
	});
	return paths.map((path) => ({
		path,
		name: nameOf(path)
	})).sort((a, b) => a.name < b.name ? -1 : 1);
}
/**
* The text of a subjects file, as `sha256sum` prints it (coreutils manual, sha2 utilities).
*
* @param subjects names and lower-case hex digests
*/
function renderSubjects(subjects) {
	return subjects.map(({ name, sha256 }) => {
		const escaped = name.replaceAll("\\", "\\\\");
		return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}\n`;
	}).join("");
}

// src/actions/build/set-aside.ts
/**
* Does work while Turnpike's own folder is out of the tree: some build backends pack every file that the top .gitignore does
* not name, and what is released would hold the logs of its own checks. The folder waits inside `.git`, where nothing is packed.
*
* @param ports the world
* @param work the build
* @returns what `work` returns
*/
async function withFolderAside(ports, work) {
	const { files, context } = ports;
	const folder = join(context.workspace, OWN_FOLDER);
	const git = join(context.workspace, ".git");
	if (!await files.exists(join(git, "HEAD")) || !await files.exists(folder)) return await work();
	const aside = join(git, "turnpike-aside");
	await files.remove(aside);
	await files.move(folder, aside);
	try {
		return await work();
	} finally {
		await files.remove(folder);
		await files.move(aside, folder);
	}
}

// src/actions/build/run-build.ts
/** Backends and tools that take the version from git's tags. */
const VERSION_FROM_TAGS = /setuptools[-_]scm|vcs[-_]versioning|hatch[-_]vcs|versioningit|dunamai|flit_scm|pdm[-_]scm|versioneer/i;
function endOf(end) {
	switch (end.kind) {
		case "exited": return `ended with ${end.code}`;
		case "signalled": return `was ended by ${end.signal}`;
		case "timed-out": return `took longer than ${Math.round(end.afterMs / 1e3)} s`;
		case "stopped": return "was stopped";
		case "not-started": return end.reason === "not-found" ? "could not be started: bash is not on PATH" : "could not be started";
	}
}
/** Why a version from git's tags may be wrong here, and what mends it; undefined when nothing speaks for that. */
async function tagHint(ports, cwd, log) {
	if (!VERSION_FROM_TAGS.test(log)) return void 0;
	const isShallow = await ports.git.isShallow(cwd);
	const tags = await ports.git.tagsAt(cwd, "HEAD");
	if (!isShallow && tags.length > 0) return void 0;
	return `The version is taken from git's tags, and ${isShallow ? "this clone is shallow" : "no tag points at this commit"}. Check out with:\n  with: { fetch-depth: 0 }`;
}
/**
* The environment of a build: as the repository's own command would have it, less what gives power over the run. The commit's
* time is the time of everything in it, so that the same commit gives the same bytes (reproducible-builds.org, SOURCE_DATE_EPOCH).
*/
async function environment(ports, cwd) {
	const seconds = ports.env["SOURCE_DATE_EPOCH"] === void 0 ? await ports.git.commitTime(cwd, "HEAD") : void 0;
	if (seconds !== void 0) ports.log.info(`SOURCE_DATE_EPOCH=${seconds} (time of the commit)`);
	return childEnvironment(ports.env, seconds === void 0 ? {} : { SOURCE_DATE_EPOCH: String(seconds) });
}
/**
* Runs the build command and shows its output, folded.
*
* @param ports the world
* @param command what to run
* @throws TurnpikeError `BUILD_FAILED`
*/
async function runBuild(ports, command) {
	const { files, log, context } = ports;
	const env = await environment(ports, command.cwd);
	const logFile = join(context.temp, "turnpike-build.log");
	await files.write(logFile, "");
	const args = [
		"--noprofile",
		"--norc",
		"-eo",
		"pipefail",
		"-c",
		command.run
	];
	const result = await log.group(`Build: ${command.run} (${command.source})`, () => withFolderAside(ports, () => ports.processes.runLogged({
		file: "bash",
		args,
		cwd: command.cwd,
		env
	}, {
		logFile,
		onLine: (line) => log.info(line)
	})));
	const seconds = (result.durationMs / 1e3).toFixed(1);
	if (result.end.kind === "exited" && result.end.code === 0) {
		log.info(`Built in ${seconds} s.`);
		return;
	}
	const text = await files.readText(logFile) ?? "";
	const hint = await tagHint(ports, command.cwd, text);
	const what = `\`${command.run}\` ${endOf(result.end)} after ${seconds} s; nothing was kept. Its output is above.`;
	throw new TurnpikeError("BUILD_FAILED", "user", what, hint === void 0 ? {} : { hint });
}

// src/actions/build/run.ts
async function chooseCommand(inputs, ports, root) {
	if (inputs.command !== void 0) return {
		run: inputs.command,
		cwd: root,
		source: "the input command"
	};
	const { build } = await ports.readPlan(root, inputs.config);
	if (build === null) throw new TurnpikeError("BUILD_NOTHING", "config", "There is nothing to build: no [build-system] in pyproject.toml, no package in package.json.", { hint: "Say how this repository is built, in turnpike.yml:\n  build: make dist" });
	const source = build.source === null ? inputs.config : `${build.source.file}:${build.source.line}`;
	return {
		run: build.run,
		cwd: join(root, build.cwd),
		source
	};
}
function chooseGlobs(inputs, command) {
	if (inputs.artifacts.length > 0) return inputs.artifacts;
	return packsNode(command.run) ? ["*.tgz"] : ["dist/*"];
}
/** The output folder is emptied, so it must be one that is ours: new, empty, or of an earlier build. */
async function checkOutput(ports, output, shown) {
	const entries = await ports.files.list(output, () => true);
	if (entries.length === 0 || entries.some((entry) => entry.path === "subjects.sha256")) return;
	const message = `"${shown}" holds files that no build of Turnpike put there; name an empty folder`;
	throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", { problems: [{
		where: "output",
		message
	}] });
}
async function plan(inputs, ports) {
	const { workspace } = ports.context;
	const root = projectFolder(workspace, inputs.workingDirectory);
	if (root === void 0) {
		const message = `"${inputs.workingDirectory}" leads out of the checkout; write a folder inside it`;
		throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", { problems: [{
			where: "working-directory",
			message
		}] });
	}
	const output = isAbsolute(inputs.output) ? inputs.output : join(workspace, inputs.output);
	const command = await chooseCommand(inputs, ports, root);
	const globs = chooseGlobs(inputs, command);
	const problems = globProblems(globs);
	if (problems.length > 0) throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", { problems });
	await checkOutput(ports, output, inputs.output);
	return {
		root,
		output,
		command,
		globs
	};
}
async function digests(ports, root, found) {
	const known = /* @__PURE__ */ new Map();
	for (const { path, isLink } of found) if (!isLink) known.set(path, await ports.files.sha256(join(root, path)));
	return known;
}
function nothingFound(work) {
	const what = `The build made no file that matches ${work.globs.join(", ")}; there is nothing to sign.`;
	return new TurnpikeError("BUILD_ARTIFACTS", "user", what, { hint: "Name what it makes with the input artifacts (a folder that is a symbolic link is not looked into):\n  with:\n    artifacts: |\n      dist/*" });
}
/** Files that the build left as they were are most likely of an older version. */
async function warnOfOld(ports, work, before) {
	for (const [path, sha256] of before) if (await ports.files.sha256(join(work.root, path)).catch(() => void 0) === sha256) ports.log.warning(`${path} was there before the build, and the build left it as it was; it is kept too.`);
}
/** A version that was made up because git's tags are not there would be signed and released as it is. */
async function warnOfUnfinished(ports, work, artifacts) {
	const unfinished = artifacts.find(({ name }) => /\.dev\d|\+g?[0-9a-f]{7}/.test(name));
	if (unfinished === void 0) return;
	const { refType, refName } = ports.context;
	const isShallow = await ports.git.isShallow(work.root);
	if (refType !== "tag" && !isShallow) return;
	const why = isShallow ? "this clone is shallow" : `this is the tag ${refName}`;
	ports.log.warning(`${unfinished.name} is a development version, and ${why}. Check out with fetch-depth: 0.`);
}
async function keep(ports, work, artifacts) {
	const { files, log } = ports;
	await files.remove(work.output);
	const subjects = [];
	for (const { path, name } of artifacts) {
		const copy = join(work.output, name);
		await files.copy(join(work.root, path), copy);
		const sha256 = await files.sha256(copy);
		log.info(`${sha256}  ${name}  ${await files.size(copy) ?? 0} bytes`);
		subjects.push({
			name,
			sha256
		});
	}
	const subjectsFile = join(work.output, SUBJECTS_FILE);
	await files.write(subjectsFile, renderSubjects(subjects));
	return {
		subjectsFile,
		subjectsDigest: await files.sha256(subjectsFile),
		directory: work.output,
		count: String(subjects.length)
	};
}
/**
* Builds, and keeps what was built with its digests.
*
* @param inputs the action's inputs
* @param ports the world
* @returns the action's outputs
* @throws TurnpikeError `BUILD_NOTHING`, `BUILD_FAILED`, `BUILD_ARTIFACTS`, `INPUT_INVALID`
*/
async function build(inputs, ports) {
	const work = await plan(inputs, ports);
	const before = await digests(ports, work.root, await findArtifacts(ports.files, work.root, work.globs));
	await runBuild(ports, work.command);
	const found = await findArtifacts(ports.files, work.root, work.globs);
	if (found.length === 0) throw nothingFound(work);
	const artifacts = nameArtifacts(found);
	await warnOfOld(ports, work, before);
	await warnOfUnfinished(ports, work, artifacts);
	await ignoreOwnFolder(ports.files, ports.context.workspace, work.output);
	return await keep(ports, work, artifacts);
}

// src/actions/build/main.ts
await runAction(buildContract, async (inputs) => {
	const env = definedVariables(process.env);
	const given = readRunContext(env);
	const context = {
		...given,
		temp: given.temp === "" ? tmpdir() : given.temp
	};
	const processes = new NodeProcesses();
	return { outputs: await build(inputs, {
		files: new NodeFiles(context.workspace),
		processes,
		git: new GitProgram(processes, env),
		clock: systemClock,
		log: actionsLog,
		context,
		env,
		readPlan: (root, config) => readPlan(root, { config })
	}) };
});

export {  };