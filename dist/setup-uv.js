import { t as ActionsCache } from "./shared/cache.js";
import { t as readRunContext } from "./shared/context.js";
import { i as actionsJobEnvironment, n as restoreCache, r as setupUvContract } from "./shared/use-cache.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { _ as NodeFiles, b as secretsOf, c as NodeProcesses, v as systemClock, x as Masker, y as definedVariables } from "./shared/begin.js";
import { t as nodeHttp } from "./shared/http2.js";
import { t as readPlan } from "./shared/read-plan.js";
import { $ as childEnvironment, J as classifySync, K as OWN_FOLDER, M as toolchainsOf, Mt as fromRoot, Q as syncArguments, X as NPM_ARGUMENTS, Y as explainSync, Z as joinEnvironments, m as findToolchains, q as ignoreOwnFolder } from "./shared/first-gate.js";
import { r as detectPlatform, t as UvFinder } from "./shared/acquire.js";
import { i as formatError, n as TurnpikeError, o as unreachable } from "./shared/errors.js";
import { n as setupFileSchema } from "./shared/details.js";
import { i as explainRequest, n as combine, o as parseVersionRequest, t as anyVersion } from "./shared/version-request.js";
import { a as bestPython, i as readRequiresPython, n as isWorkspaceRoot, o as readPythonVersionFile, r as readRequiredVersion, t as hasUvSettings } from "./shared/required-version.js";
import { t as projectFolder } from "./shared/project-folder.js";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { access, constants, mkdir, readdir, stat } from "node:fs/promises";
import { dirname as dirname$1, join as join$1, relative as relative$1 } from "node:path/posix";

// src/adapters/uv/detect-machine.ts
async function deviceOf(path) {
	for (let folder = path;; folder = dirname(folder)) {
		const info = await stat(folder).catch(() => void 0);
		if (info !== void 0) return info.dev;
		if (folder === dirname(folder)) return void 0;
	}
}
async function exists(path) {
	return await stat(path).then((info) => info.isFile(), () => false);
}
/** Interpreters below `<folder>/<version>/`, each looked for at the given places. */
async function pythonsBelow(folder, places) {
	if (folder === void 0) return [];
	const versions = await readdir(folder).catch(() => []);
	const found = [];
	for (const version of versions) for (const place of places) {
		const path = join(folder, version, place);
		if (!await exists(path)) continue;
		found.push({
			version,
			path
		});
		break;
	}
	return found;
}
/** The layouts of the runner's tool cache (actions/python-versions) and of pyenv. */
async function findPythons(env, platform) {
	const arch = {
		x86_64: "x64",
		aarch64: "arm64",
		i686: "x86"
	}[platform.arch] ?? platform.arch;
	const program = platform.os === "windows" ? "python.exe" : join("bin", "python3");
	const tools = env["RUNNER_TOOL_CACHE"] ?? env["AGENT_TOOLSDIRECTORY"];
	const home = env["HOME"];
	const pyenv = env["PYENV_ROOT"] ?? (home === void 0 ? void 0 : join(home, ".pyenv"));
	return (await Promise.all([pythonsBelow(tools === void 0 ? void 0 : join(tools, "Python"), [join(arch, program)]), pythonsBelow(pyenv === void 0 ? void 0 : join(pyenv, "versions"), [program])])).flat();
}
/**
* Looks at the machine; starts nothing.
*
* @param env the process environment
* @param temp absolute scratch folder of the job
*/
async function detectMachine(env, temp) {
	const platform = detectPlatform();
	return {
		platform,
		spareCacheFolder: join(temp, "turnpike-uv-cache"),
		async shareFileSystem(a, b) {
			const [one, other] = await Promise.all([deviceOf(a), deviceOf(b)]);
			return one !== void 0 && one === other;
		},
		pythons: await findPythons(env, platform)
	};
}

// src/adapters/uv/tool-place.ts
/**
* Where fetched versions of uv are kept: the runner's tool cache, which outlives a job on machines that do; else the user's
* own cache folder; else the job's scratch folder.
*
* @param env the process environment
* @param temp absolute scratch folder
* @returns an absolute folder that can be written
*/
async function toolPlace(env, temp) {
	const own = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? homedir(), ".cache");
	for (const folder of [env["RUNNER_TOOL_CACHE"], join(own, "turnpike", "tools")]) {
		if (folder === void 0 || folder === "") continue;
		try {
			await mkdir(folder, { recursive: true });
			await access(folder, constants.W_OK);
			return folder;
		} catch {}
	}
	return join(temp, "turnpike-tools");
}

// src/actions/setup-uv/keep-git-settings.ts
const GIT_MS = 3e4;
async function gitFolder(ports, cwd) {
	const result = await ports.processes.capture({
		file: "git",
		args: [
			"rev-parse",
			"--path-format=absolute",
			"--git-common-dir"
		],
		cwd,
		env: { ...ports.env }
	}, { timeoutMs: GIT_MS });
	const folder = result.stdout.trim();
	return result.end.kind === "exited" && result.end.code === 0 && folder !== "" ? folder : void 0;
}
async function hookNames(ports, folder) {
	return (await ports.files.list(join$1(folder, "hooks"), () => true)).map((entry) => entry.path);
}
/**
* Does work that runs scripts of packages, and takes back what they did to the checkout's git: hook managers point
* `core.hooksPath` at files of the repository or write hooks, and git would run them in every later step.
*
* @param ports the world
* @param cwd absolute folder in the checkout
* @param work what may change the settings
* @returns what `work` returns
*/
async function keepGitSettings(ports, cwd, work) {
	const folder = await gitFolder(ports, cwd);
	if (folder === void 0) return await work();
	const config = join$1(folder, "config");
	const before = await ports.files.readText(config);
	const hooksBefore = await hookNames(ports, folder);
	try {
		return await work();
	} finally {
		const isChanged = before !== void 0 && await ports.files.readText(config) !== before;
		if (isChanged) await ports.files.write(config, before);
		const added = (await hookNames(ports, folder)).filter((name) => !hooksBefore.includes(name));
		for (const name of added) await ports.files.remove(join$1(folder, "hooks", name));
		if (isChanged || added.length > 0) ports.log.info("Install scripts changed the checkout's git settings; they are as they were again.");
	}
}

// src/actions/setup-uv/install.ts
const INSTALL_MS$1 = 18e5;
function skipped(environment, reason) {
	return {
		environment,
		outcome: "skipped",
		reason
	};
}
function failed(environment, reason, failure) {
	return {
		environment,
		outcome: "failed",
		reason,
		failure
	};
}
function endOf(result) {
	switch (result.end.kind) {
		case "exited": return `ended with ${result.end.code}`;
		case "signalled": return `was ended by ${result.end.signal}`;
		case "timed-out": return `took longer than ${INSTALL_MS$1 / 6e4} minutes`;
		case "stopped": return "was stopped";
		case "not-started": return `could not be started (${result.end.reason})`;
	}
}
async function showOutput(ports, title, result) {
	const seconds = (result.durationMs / 1e3).toFixed(1);
	const lines = `${result.stdout}\n${result.stderr}`.split(/\r?\n/).filter((line) => line.trim() !== "");
	await ports.log.group(`${title} (${seconds} s, ${endOf(result)})`, async () => {
		for (const line of lines.slice(-400)) ports.log.info(line);
	});
}
function syncFailed(environment, result) {
	const code = result.end.kind === "exited" ? result.end.code : 1;
	const sync = classifySync(code, result.stderr);
	const { reason, mend } = explainSync(sync, environment.cwd);
	const relock = {
		code: "UV_LOCK_STALE",
		kind: "config",
		mend
	};
	const config = {
		code: "UV_SYNC",
		kind: "config",
		mend
	};
	const { failure } = sync;
	switch (failure.kind) {
		case "stale-lock":
		case "broken-lock": return failed(environment, reason, relock);
		case "no-lock": return failed(environment, reason, {
			...relock,
			code: "UV_LOCK_MISSING"
		});
		case "unknown-group":
		case "unknown-extra":
		case "required-version": return failed(environment, reason, config);
		case "python": return failed(environment, reason, {
			...config,
			code: "UV_PYTHON"
		});
		case "unreachable": return failed(environment, reason, {
			...config,
			kind: "service"
		});
		case "other": return failed(environment, `uv sync ${endOf(result)}: ${reason}`, {
			...config,
			kind: "user"
		});
		default: return unreachable(failure);
	}
}
const isDone$1 = ({ end }) => end.kind === "exited" && end.code === 0;
/** Runs `uv sync`, and shows what it said. */
async function sync(ports, { root, environment }, tools, lock) {
	const cwd = join$1(root, environment.cwd);
	const args = syncArguments(environment, tools.python, lock);
	const title = `uv ${args.filter((arg) => !/^--(no-progress|color)/.test(arg)).join(" ")} in ${environment.cwd}`;
	ports.log.info(`${title} …`);
	const { UV_LOCKED: locked, ...rest } = childEnvironment(ports.env, tools.variables);
	const env = lock === "--locked" && locked !== void 0 ? {
		...rest,
		UV_LOCKED: locked
	} : rest;
	const result = await ports.processes.capture({
		file: tools.uv,
		args,
		cwd,
		env
	}, { timeoutMs: INSTALL_MS$1 });
	await showOutput(ports, title, result);
	return result;
}
/**
* Installs one Python environment exactly as locked; where a stale lock is told of elsewhere, as that has it.
*
* @param ports the world
* @param target what to install, and where
* @param tools the uv to use, the Python to tell it of, and variables that it needs
*/
async function installWithUv(ports, target, tools) {
	const { environment } = target;
	const venv = join$1(target.root, environment.cwd, ".venv");
	const wasThere = await ports.files.exists(venv);
	const result = await sync(ports, target, tools, "--locked");
	if (isDone$1(result)) return {
		environment,
		outcome: "installed",
		reason: null
	};
	const failure = syncFailed(environment, result);
	const isStale = classifySync(1, result.stderr).failure.kind === "stale-lock";
	if (tools.takesStale && isStale && isDone$1(await sync(ports, target, tools, "--frozen"))) {
		const mend = failure.failure?.mend;
		const reason = `${failure.reason}, so its packages were installed as it has them; run \`${mend}\``;
		ports.log.warning(`${environment.cwd}: ${reason}.`);
		return {
			environment,
			outcome: "installed",
			reason
		};
	}
	if (!wasThere) await ports.files.remove(venv);
	return failure;
}
function npmFailed(environment, result) {
	const { cwd } = environment;
	const said = result.stderr.split(/\r?\n/).map((line) => line.replace(/^npm (ERR!|error)\s?/, "")).filter((line) => line.trim() !== "" && !/^code |A complete log|^npm warn/i.test(line)).slice(0, 4);
	if (/can only install packages when your package\.json and/.test(result.stderr)) {
		const mend = fromRoot(cwd, "npm install --package-lock-only");
		return failed(environment, `the lock ${join$1(cwd, "package-lock.json")} does not match package.json`, {
			code: "NPM_LOCK_STALE",
			kind: "config",
			mend
		});
	}
	const kind = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|5\d\d)\b/.test(result.stderr) ? "service" : "user";
	return failed(environment, `npm ci ${endOf(result)}: ${said.join(" ")}`, {
		code: "NPM_INSTALL",
		kind,
		mend: void 0
	});
}
/**
* Installs one Node environment exactly as locked. Hook managers are told to keep out, and what they do all the same is taken back.
*
* @param ports the world
* @param target what to install, and where
*/
async function installWithNpm(ports, { root, environment }) {
	if (environment.lock === null) return skipped(environment, "there is no package-lock.json");
	const npm = await ports.processes.which("npm", ports.env);
	if (npm === void 0) return failed(environment, "npm is not on PATH; add actions/setup-node before this step", {
		code: "NPM_INSTALL",
		kind: "user",
		mend: void 0
	});
	const cwd = join$1(root, environment.cwd);
	const title = `npm ${NPM_ARGUMENTS.join(" ")} in ${environment.cwd}`;
	ports.log.info(`${title} …`);
	const env = childEnvironment(ports.env, {
		HUSKY: "0",
		LEFTHOOK: "0",
		SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1"
	});
	const result = await keepGitSettings(ports, cwd, () => ports.processes.capture({
		file: npm,
		args: NPM_ARGUMENTS,
		cwd,
		env
	}, { timeoutMs: INSTALL_MS$1 }));
	await showOutput(ports, title, result);
	if (result.end.kind === "exited" && result.end.code === 0) return {
		environment,
		outcome: "installed",
		reason: null
	};
	return npmFailed(environment, result);
}

// src/actions/setup-uv/report.ts
const DOC = "docs/setup-uv.md";
/**
* Writes setup.json into Turnpike's own folder, which ignores itself.
*
* @param ports the world
* @param done what was done
* @param startMs when it began, on the monotonic clock
* @returns absolute path of the file
*/
async function writeSetupFile(ports, done, startMs) {
	const masker = new Masker(secretsOf(ports.env));
	const file = setupFileSchema.parse({
		schema: "turnpike/setup/1",
		durationMs: Math.round(ports.clock.monotonicMs() - startMs),
		uvVersion: done.uv?.version ?? null,
		uvSource: done.uv?.source ?? null,
		pythonVersion: done.python?.version ?? null,
		cache: done.cache.outcome,
		cacheReason: done.cache.why ?? null,
		environments: done.results.map(({ environment, outcome, reason }) => ({
			manager: environment.manager === "npm" ? "npm" : "uv",
			cwd: environment.cwd,
			outcome,
			reason: reason === null ? null : masker.mask(reason)
		}))
	});
	const path = join$1(ports.context.workspace, OWN_FOLDER, "setup.json");
	await ignoreOwnFolder(ports.files, ports.context.workspace, path);
	await ports.files.write(path, `${JSON.stringify(file, null, 2)}\n`);
	return path;
}
/**
* What was under way when an error came is marked failed, so that the page can say why nothing ran.
*
* @param work what was to be done
* @param done what was done; gets the missing results
* @param error what came
*/
function markFailed(work, done, error) {
	const reason = error instanceof TurnpikeError ? error.message : "setting up broke off";
	for (const { environment } of [...work.uv, ...work.npm]) {
		if (done.results.some((result) => result.environment === environment)) continue;
		done.results.push({
			environment,
			outcome: "failed",
			reason
		});
	}
}
const INDEX_HINT = "Run it where the package index answers, name a mirror (UV_DEFAULT_INDEX, HTTPS_PROXY), or set UV_OFFLINE=1 where uv's cache holds everything.";
function sentence(reason) {
	return reason.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, "");
}
/**
* @param results what became of the environments
* @returns one error for all that failed, with the commands that mend them; undefined when none did
*/
function failureOf(results) {
	const failures = results.flatMap((one) => one.failure === void 0 ? [] : [{
		...one,
		failure: one.failure
	}]);
	const [first] = failures;
	if (first === void 0) return void 0;
	const { code, kind } = first.failure;
	const mends = failures.flatMap(({ failure }) => failure.mend ?? []);
	const remote = code === "UV_SYNC" && kind === "service" ? { hint: INDEX_HINT } : {};
	const hint = mends.length === 0 ? remote : { hint: `Run, and commit the lock:\n  ${mends.join("\n  ")}` };
	if (failures.length === 1) {
		const where = first.environment.cwd === "." ? "here" : `in ${first.environment.cwd}`;
		const what = `${sentence(first.reason ?? "")}; nothing was installed ${where}.`;
		return new TurnpikeError(code, kind, what, {
			...hint,
			doc: DOC
		});
	}
	const problems = failures.map(({ environment, reason }) => ({
		where: environment.cwd,
		message: reason ?? ""
	}));
	const what = `The packages of ${failures.length} folders could not be installed as locked.`;
	return new TurnpikeError(code, kind, what, {
		...hint,
		doc: DOC,
		problems
	});
}

// src/actions/setup-uv/choose-cache-folder.ts
const QUESTION_MS$1 = 3e4;
/**
* uv's own choice, unless it is on another file system than the checkout: then every file would be copied, not linked.
*
* @param ports the world
* @param uv absolute path of uv
* @param root absolute folder of the project, whose settings may name a cache folder
*/
async function chooseCacheFolder(ports, uv, root) {
	const env = childEnvironment(ports.env, { NO_COLOR: "1" });
	const result = await ports.processes.capture({
		file: uv,
		args: ["cache", "dir"],
		cwd: root,
		env
	}, { timeoutMs: QUESTION_MS$1 });
	const path = result.stdout.trim();
	const spare = ports.machine.spareCacheFolder;
	if (result.end.kind !== "exited" || result.end.code !== 0 || path === "") return {
		path: spare,
		isUvsOwn: false
	};
	if ((ports.env["UV_CACHE_DIR"] ?? "") !== "" || await ports.machine.shareFileSystem(path, root)) return {
		path,
		isUvsOwn: true
	};
	ports.log.info(`uv's cache ${path} is on another disk than the checkout; ${spare} is used, so that files are linked.`);
	return {
		path: spare,
		isUvsOwn: false
	};
}

// src/actions/setup-uv/choose-python.ts
const QUESTION_MS = 6e4;
const INSTALL_MS = 6e5;
const NO_DOWNLOADS = /* @__PURE__ */ new Set([
	"never",
	"false",
	"0",
	"manual"
]);
async function pinned(ports, root) {
	const { workspace } = ports.context;
	for (let folder = root; folder.startsWith(workspace); folder = dirname$1(folder)) {
		const file = join$1(folder, ".python-version");
		const text = readPythonVersionFile(await ports.files.readText(file) ?? "");
		if (text !== void 0) return {
			text,
			source: relative$1(workspace, file)
		};
		if (folder === workspace || folder === dirname$1(folder)) break;
	}
}
/** Who asks for which Python. uv reads the project's files itself; we read them to say why, and for Pythons that uv cannot see. */
async function readRequest(ports, place) {
	if (place.input !== void 0) return {
		text: place.input,
		source: "the input python-version"
	};
	const variable = ports.env["UV_PYTHON"];
	if (variable !== void 0 && variable !== "") return {
		text: variable,
		source: "UV_PYTHON"
	};
	const file = await pinned(ports, place.root);
	if (file !== void 0) return file;
	const project = join$1(place.root, "pyproject.toml");
	const text = await ports.files.readText(project);
	if (text === void 0) return void 0;
	const path = relative$1(ports.context.workspace, project);
	const requires = readRequiresPython({
		path,
		text
	});
	return requires === void 0 ? void 0 : {
		text: requires,
		source: `requires-python of ${path}`
	};
}
function capture(ports, file, args, options) {
	const env = childEnvironment(ports.env, {
		UV_NO_PROGRESS: "1",
		NO_COLOR: "1"
	});
	return ports.processes.capture({
		file,
		args,
		cwd: options.cwd,
		env
	}, { timeoutMs: options.ms });
}
function isDone(result) {
	return result.end.kind === "exited" && result.end.code === 0;
}
async function versionOf(ports, path) {
	const result = await capture(ports, path, [
		"-I",
		"-c",
		"import platform; print(platform.python_version())"
	], {
		cwd: ports.context.workspace,
		ms: QUESTION_MS
	});
	return isDone(result) ? result.stdout.trim() : void 0;
}
async function find(ports, place, asked) {
	const args = [
		"python",
		"find",
		"--system",
		"--no-python-downloads",
		"--",
		...asked
	];
	const result = await capture(ports, place.uv, args, {
		cwd: place.root,
		ms: QUESTION_MS
	});
	const path = result.stdout.trim();
	const version = isDone(result) && path !== "" ? await versionOf(ports, path) : void 0;
	if (version === void 0) return { said: classifySync(1, result.stderr).said };
	return {
		path,
		version
	};
}
function notToBeHad(request, said) {
	const what = request === void 0 ? "A Python" : `Python ${request.text} (${request.source})`;
	return new TurnpikeError("UV_PYTHON", "user", `${what} is not to be had; nothing was installed. uv says: ${said}`, {
		hint: [
			"Do one of these:",
			"  install it before this step (actions/setup-python, or the system's packages);",
			"  ask for one that is there: `uv python list --only-installed` prints them;",
			"  name a mirror that uv can download from: UV_PYTHON_INSTALL_MIRROR."
		].join("\n"),
		doc: "docs/setup-uv.md"
	});
}
/**
* Finds the Python of a project as uv would, then among those that uv cannot see, else lets uv install it.
*
* @param ports the world
* @param place the project
* @returns the interpreter
* @throws TurnpikeError `UV_PYTHON` with what uv said
*/
async function choosePython(ports, place) {
	const request = await readRequest(ports, place);
	const isExplicit = request !== void 0 && ["the input python-version", "UV_PYTHON"].includes(request.source);
	const asked = isExplicit ? [request.text] : [];
	const source = request === void 0 ? "nobody asks for a version" : `${request.text} from ${request.source}`;
	const found = await find(ports, place, asked);
	if ("path" in found) return {
		...found,
		mustBeTold: isExplicit,
		source: `${source}; found by uv`
	};
	if (request === void 0) throw notToBeHad(request, found.said);
	const pythons = ports.machine.pythons;
	const version = bestPython(pythons.map((python) => python.version), request.text);
	const stored = pythons.find((python) => python.version === version);
	if (stored !== void 0) return {
		...stored,
		mustBeTold: true,
		source: `${source}; found among the machine's tools`
	};
	if (NO_DOWNLOADS.has(ports.env["UV_PYTHON_DOWNLOADS"] ?? "")) throw notToBeHad(request, found.said);
	ports.log.info(`Python ${request.text} is not here; uv installs it …`);
	const result = await capture(ports, place.uv, [
		"python",
		"install",
		"--",
		request.text
	], {
		cwd: place.root,
		ms: INSTALL_MS
	});
	if (!isDone(result)) throw notToBeHad(request, classifySync(1, result.stderr).said);
	const installed = await find(ports, place, [request.text]);
	if (!("path" in installed)) throw notToBeHad(request, installed.said);
	return {
		...installed,
		mustBeTold: true,
		source: `${source}; installed by uv`
	};
}

// src/actions/setup-uv/choose-version.ts
function upwards(from, to) {
	const folders = [from];
	for (let folder = from; folder !== to && folder.startsWith(`${to}/`);) {
		folder = dirname$1(folder);
		folders.push(folder);
	}
	return folders;
}
/** The settings file that uv would take: the nearest folder with a uv.toml, or a pyproject.toml that speaks of uv. */
async function settingsFile({ files, workspace, root }) {
	for (const folder of upwards(root, workspace)) for (const name of ["uv.toml", "pyproject.toml"]) {
		const text = await files.readText(join$1(folder, name));
		if (text === void 0) continue;
		const file = {
			path: relative$1(workspace, join$1(folder, name)),
			text
		};
		if (name === "uv.toml" || hasUvSettings(file)) return file;
	}
}
function wrong(problem, isInput) {
	return new TurnpikeError(isInput ? "INPUT_INVALID" : "CONFIG_INVALID", "config", "Which uv to use is not clear; nothing was installed.", { problems: [problem] });
}
/**
* Which uv is wanted: the input, joined with the project's `required-version`, because uv refuses to work against it.
*
* @param input the input `version`, empty for none
* @param place where the project is
* @returns the request, with who says so
* @throws TurnpikeError `INPUT_INVALID`, `CONFIG_INVALID` or `CONFIG_UNREADABLE`
*/
async function chooseVersion(input, place) {
	const wish = parseVersionRequest(input ?? "", "the input version");
	if (!wish.ok) throw wrong({
		where: "version",
		message: `"${input}" ${wish.why}`
	}, true);
	const file = await settingsFile(place);
	const text = file === void 0 ? void 0 : readRequiredVersion(file);
	if (file === void 0 || text === void 0) return wish.request.kind === "any" ? anyVersion("nobody in particular") : wish.request;
	const required = parseVersionRequest(text, `required-version of ${file.path}`, "exact");
	if (!required.ok) throw wrong({
		where: file.path,
		message: `required-version "${text}" ${required.why}`
	}, false);
	const both = combine(wish.request, required.request);
	if (!both.ok) throw wrong({
		where: "version",
		message: both.why
	}, true);
	return both.request;
}

// src/actions/setup-uv/place-environments.ts
function has(files, ...parts) {
	return files.exists(join$1(...parts));
}
async function isWorkspace(files, root, cwd) {
	const path = join$1(cwd, "pyproject.toml");
	const text = await files.readText(join$1(root, path));
	return text !== void 0 && isWorkspaceRoot({
		path,
		text
	});
}
/** A gate may run in a folder below its project: uv looks upwards for the project, and for the workspace that has the lock. */
async function place(files, root, environment) {
	if (environment.manager !== "uv" || environment.lock !== null) return environment;
	let cwd = environment.cwd;
	while (cwd !== "." && !await has(files, root, cwd, "pyproject.toml")) cwd = dirname$1(cwd);
	for (let above = cwd;; above = dirname$1(above)) {
		if ((above === cwd || await isWorkspace(files, root, above)) && await has(files, root, above, "uv.lock")) return {
			...environment,
			cwd,
			lock: join$1(above, "uv.lock")
		};
		if (above === ".") return {
			...environment,
			cwd
		};
	}
}
/**
* What must be installed: what the gates need, each in the folder of its project, and what the root's own locks say.
*
* @param files the checkout
* @param root absolute folder of the repository
* @param plan what the gates need
*/
async function placeEnvironments(files, root, plan) {
	const placed = [];
	const locked = plan.environments.filter(({ recipe }) => recipe === void 0);
	for (const environment of locked) placed.push(await place(files, root, environment));
	for (const { manager, lock, project } of [{
		manager: "uv",
		lock: "uv.lock",
		project: "pyproject.toml"
	}, {
		manager: "npm",
		lock: "package-lock.json",
		project: "package.json"
	}]) {
		if (placed.some((one) => one.manager === manager && one.cwd === ".") || !await has(files, root, project)) continue;
		const isLocked = await has(files, root, lock);
		if (!isLocked && manager === "npm") continue;
		placed.push({
			manager,
			cwd: ".",
			groups: [],
			extras: [],
			lock: isLocked ? lock : null
		});
	}
	return placed;
}

// src/actions/setup-uv/work.ts
function wrongInput(where, message) {
	return new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit the repository; nothing was installed.", { problems: [{
		where,
		message
	}] });
}
async function findRoot({ workingDirectory }, ports) {
	const root = projectFolder(ports.context.workspace, workingDirectory);
	if (root === void 0) throw wrongInput("working-directory", `"${workingDirectory}" leads out of the checkout; write a folder inside it`);
	if (await ports.files.exists(root)) return root;
	throw wrongInput("working-directory", `"${workingDirectory}" is no folder of the checkout; was the repository checked out before this step?`);
}
/**
* Decides what to set up.
*
* @param inputs the action's inputs
* @param ports the world; nothing of it is changed
* @throws TurnpikeError for inputs and files that are wrong
*/
async function planWork(inputs, ports) {
	const root = await findRoot(inputs, ports);
	const { workspace } = ports.context;
	const request = await chooseVersion(inputs.version, {
		files: ports.files,
		workspace,
		root
	});
	const plan = await ports.readPlan(root, inputs.config);
	const environments = await placeEnvironments(ports.files, root, plan);
	const { groups, extras } = inputs;
	const targets = joinEnvironments(environments, {
		cwd: ".",
		groups,
		extras
	}).map((environment) => ({
		root,
		environment
	}));
	const uv = targets.filter((target) => target.environment.manager === "uv");
	const asked = [...groups, ...extras];
	if (asked.length > 0 && !uv.some((target) => target.environment.cwd === ".")) {
		const message = `${asked.join(", ")} cannot be installed: there is no Python project in ${inputs.workingDirectory}`;
		throw wrongInput(groups.length > 0 ? "groups" : "extras", message);
	}
	const isAskedFor = inputs.sync === "true" || inputs.version !== void 0 || inputs.pythonVersion !== void 0;
	return {
		root,
		request,
		uv,
		npm: targets.filter((target) => target.environment.manager === "npm"),
		gates: plan.gates,
		wantsUv: uv.length > 0 || isAskedFor || startsUv(plan),
		sync: syncOf(inputs.sync, plan)
	};
}
/** Virtual environments of the repository's own installs are made by uv, whether or not there is a project of uv's. */
function startsUv({ environments, gates }) {
	const isUvs = (run) => typeof run === "string" ? /(?:^|[\s;&|(])uvx?\s/.test(run) : /^uvx?$/.test(run[0] ?? "");
	return environments.some(({ manager }) => manager === "venv") || gates.some(({ run }) => isUvs(run));
}
/** `uv build` installs what a build needs into an environment of its own (PEP 517); another command may need the project's. */
function syncOf(asked, plan) {
	if (asked !== "build") return asked;
	return plan.build !== null && /^uv build\b/.test(plan.build.run) ? "isolated" : "auto";
}
/**
* @param environment an environment
* @param sync what the input comes to
* @returns why it is not installed, or undefined when it is
*/
function whySkipped(environment, sync) {
	if (sync === "isolated") return "`uv build` makes an environment of its own";
	if (sync === "false") return "the input sync is false";
	return (sync === "auto" || sync === "gates" || environment.manager === "npm") && environment.lock === null ? "there is no lock file" : void 0;
}

// src/actions/setup-uv/set-up-python.ts
const SOURCES = {
	path: "PATH",
	"tool-cache": "the tool folder",
	index: "the package index",
	release: "GitHub's releases"
};
async function getUv(work, inputs, ports) {
	const start = ports.clock.monotonicMs();
	const { checksum } = inputs;
	const uv = await ports.uv.provide({
		request: work.request,
		...checksum === void 0 ? {} : { checksum }
	});
	const seconds = ((ports.clock.monotonicMs() - start) / 1e3).toFixed(1);
	const wish = explainRequest(work.request);
	ports.log.info(`uv ${uv.version} (${wish}) from ${SOURCES[uv.source]} in ${seconds} s: ${uv.trust}.`);
	if (uv.source !== "path") ports.job.addPath(dirname$1(uv.path));
	return uv;
}
/** A Python for each project. One that nobody needs now and that is not there is no error: `uv run` would say so. */
async function getPythons(work, inputs, ports, done) {
	const pythons = /* @__PURE__ */ new Map();
	const uv = done.uv?.path ?? "";
	const input = inputs.pythonVersion;
	const isAlone = work.uv.length === 0 && input !== void 0;
	for (const target of isAlone ? [void 0] : work.uv) {
		const root = target === void 0 ? work.root : join$1(target.root, target.environment.cwd);
		const isNeeded = target === void 0 || whySkipped(target.environment, work.sync) === void 0;
		try {
			const python = await choosePython(ports, {
				uv,
				input,
				root
			});
			ports.log.info(`Python ${python.version} (${python.source}): ${python.path}`);
			if (target !== void 0) pythons.set(target, python);
			done.python ??= python;
		} catch (error) {
			if (isNeeded || input !== void 0) throw error;
			ports.log.info(formatError(error));
		}
	}
	if (input !== void 0 && done.python !== void 0) ports.job.exportVariable("UV_PYTHON", done.python.path);
	return pythons;
}
/**
* Provides uv, the Pythons and the packages of all Python projects.
*
* @param work what is to be done
* @param inputs the action's inputs
* @param ports the world
* @param done filled as it goes, so that what was reached before an error is known
* @throws TurnpikeError when a uv or a Python cannot be had; packages that cannot are results
*/
async function setUpPython(work, inputs, ports, done) {
	if (!work.wantsUv) return;
	const uv = await getUv(work, inputs, ports);
	done.uv = uv;
	const folder = await chooseCacheFolder(ports, uv.path, work.root);
	const variables = folder.isUvsOwn ? {} : { UV_CACHE_DIR: folder.path };
	for (const [name, value] of Object.entries(variables)) ports.job.exportVariable(name, value);
	const pythons = await getPythons(work, inputs, ports, done);
	const targets = work.uv.filter(({ environment }) => whySkipped(environment, work.sync) === void 0);
	const versions = targets.flatMap((target) => pythons.get(target)?.version ?? []);
	done.cache = await restoreCache(ports, inputs, {
		uv,
		pythons: versions,
		targets,
		folder: folder.path
	});
	const tools = {
		uv: uv.path,
		variables,
		takesStale: work.sync === "gates"
	};
	for (const target of work.uv) {
		const { environment } = target;
		const reason = whySkipped(environment, work.sync);
		if (reason === void 0) {
			const python = pythons.get(target);
			const told = python?.mustBeTold === true ? python.path : void 0;
			done.results.push(await installWithUv(ports, target, {
				...tools,
				python: told
			}));
		} else {
			ports.log.info(`${environment.cwd}: nothing installed by uv, ${reason}.`);
			done.results.push({
				environment,
				outcome: "skipped",
				reason
			});
		}
	}
}

// src/actions/setup-uv/run.ts
const CACHE_HIT = {
	hit: "true",
	partial: "partial",
	miss: "false",
	off: "false",
	unavailable: "false"
};
/** Before gates a lock that does not match is no error of the set-up: the gate `lock` tells of it. */
function forGates(result, { sync }) {
	const { failure, ...rest } = result;
	return sync === "gates" && failure?.code === "NPM_LOCK_STALE" ? rest : result;
}
async function setUpNode(work, ports, done) {
	for (const target of work.npm) {
		const { environment } = target;
		const reason = whySkipped(environment, work.sync);
		if (reason !== void 0) {
			done.results.push({
				environment,
				outcome: "skipped",
				reason
			});
			continue;
		}
		const env = {
			...ports.env,
			...await ports.toolchainFor?.(work.gates, environment)
		};
		done.results.push(forGates(await installWithNpm({
			...ports,
			env
		}, target), work));
	}
}
function outputsOf(done, setupFile) {
	const isSynced = done.results.some((one) => one.environment.manager === "uv" && one.outcome === "installed");
	return {
		uvVersion: done.uv?.version ?? "",
		uvPath: done.uv?.path ?? "",
		uvSource: done.uv?.source ?? "",
		pythonVersion: done.python?.version ?? "",
		cacheHit: CACHE_HIT[done.cache.outcome],
		cacheKey: done.cache.key,
		synced: String(isSynced),
		setupFile
	};
}
/**
* Provides uv, Python and the packages that the repository's gates need, exactly as locked.
*
* @param inputs the action's inputs
* @param ports the world
* @returns the action's outputs
* @throws TurnpikeError when a uv, a Python or the packages of a lock cannot be had; setup.json says so too
*/
async function setUp(inputs, ports) {
	const startMs = ports.clock.monotonicMs();
	const work = await planWork(inputs, ports);
	const done = {
		uv: void 0,
		python: void 0,
		cache: {
			outcome: "off",
			key: "",
			state: void 0
		},
		results: []
	};
	if (!work.wantsUv && work.npm.length === 0) ports.log.info("Nothing to set up: there is no Python or Node project here.");
	const broken = (await Promise.allSettled([setUpPython(work, inputs, ports, done), setUpNode(work, ports, done)])).find((end) => end.status === "rejected");
	if (broken !== void 0) markFailed(work, done, broken.reason);
	const setupFile = await writeSetupFile(ports, done, startMs);
	if (broken !== void 0) throw broken.reason;
	const failure = failureOf(done.results);
	if (failure !== void 0) throw failure;
	if (done.cache.state !== void 0) ports.job.saveState(JSON.stringify(done.cache.state));
	return outputsOf(done, setupFile);
}

// src/actions/setup-uv/main.ts
await runAction(setupUvContract, async (inputs) => {
	const env = definedVariables(process.env);
	const given = readRunContext(env);
	const context = {
		...given,
		temp: given.temp === "" ? tmpdir() : given.temp
	};
	const files = new NodeFiles(context.workspace);
	const processes = new NodeProcesses();
	const into = await toolPlace(env, context.temp);
	const token = inputs.githubToken === "" ? {} : { githubToken: inputs.githubToken };
	return { outputs: await setUp(inputs, {
		files,
		processes,
		cache: new ActionsCache(env, actionsLog),
		clock: systemClock,
		log: actionsLog,
		context,
		job: actionsJobEnvironment,
		uv: new UvFinder({
			into,
			env,
			processes,
			files,
			http: nodeHttp,
			log: actionsLog,
			...token
		}),
		machine: await detectMachine(env, context.temp),
		env,
		readPlan: (root, config) => readPlan(root, { config }),
		toolchainFor: async (gates, environment) => {
			const { manager, cwd } = environment;
			const gate = gates.find((one) => one.environment?.manager === manager && one.environment.cwd === cwd);
			if (gate === void 0) return {};
			return (await findToolchains([gate], {
				env,
				toolchains: toolchainsOf(processes, env)
			})).withToolchains(gate, {});
		}
	}) };
});

export {  };