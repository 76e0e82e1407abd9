import { t as countOf } from "./counts.js";
import { t as fromRoot } from "./shell-line.js";
import { n as filesNamedBy, t as environmentKey } from "./environment-key.js";
import { i as inOrderOfNeeds } from "./select-gates.js";
import { t as toolFacts } from "./tools.js";
import { n as isHookSource, o as pythonVariables } from "./plan.js";
import { t as LARGEST_STORE_BYTES } from "./result-policy.js";
import { t as childEnvironment } from "./child-environment.js";
import { a as syncArguments, n as explainSync, r as NPM_ARGUMENTS, t as classifySync } from "./sync-failure.js";
import { n as formatDuration } from "./format.js";
import { t as pLimit } from "./p-limit.js";
import { t as gateEnvironment } from "./gate-environment.js";
import { createHash } from "node:crypto";
import { dirname, join, normalize } from "node:path/posix";

// src/core/gates/result-surroundings.ts
/** Variables that change what common tools do. Values are hashed into keys and kept nowhere. */
const COUNTED$1 = [
	/^(?:CI|TZ|LANG|LANGUAGE|PATHEXT|VIRTUAL_ENV|CONDA_PREFIX|SOURCE_DATE_EPOCH|DATABASE_URL|DJANGO_SETTINGS_MODULE)$/,
	/^(?:LC_|PYTHON|PYTEST_|PY_|COVERAGE_|MYPY|RUFF_|PYRIGHT_|BANDIT_|HYPOTHESIS_|TOX_|NOX)/,
	/^(?:NODE_|NPM_CONFIG_|npm_config_|VITEST|JEST_|TS_|BIOME_|ESLINT_)/,
	/^UV_(?!CACHE_DIR$|INDEX|DEFAULT_INDEX|EXTRA_INDEX|PUBLISH|HTTP|CONCURRENT|NO_PROGRESS|LINK_MODE|PROJECT_ENVIRONMENT$)/
];
/** Where things are kept, which tells nothing of what they are: the packages are looked at themselves. */
const NOT_COUNTED = /(?:_CACHE|_CACHE_DIR|CACHEPREFIX|_TOKEN|_PASSWORD|PYTEST_CURRENT_TEST|NODE_COMPILE_CACHE|NODE_EXTRA_CA_CERTS)$/i;
/** Most programs of one command line that are looked at. */
const MOST_PROGRAMS = 40;
function words(run) {
	return typeof run === "string" ? run : run.join("\0");
}
/**
* @param gate any gate
* @param names names of all variables there are
* @returns those that count for its result: common ones, and whatever its command line names
*/
function variablesNamedBy(gate, names) {
	const text = typeof gate.run === "string" ? gate.run : "";
	const named = new Set([...text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)].map((match) => match[1] ?? ""));
	return names.filter((name) => named.has(name) || COUNTED$1.some((pattern) => pattern.test(name)) && !NOT_COUNTED.test(name));
}
/** Programs that another program runs on. */
const RUNS_ON = {
	npm: "node",
	npx: "node",
	pnpm: "node",
	yarn: "node"
};
/** The first word of each simple command of a shell line, as far as that can be told without a shell. */
function firstWords(line) {
	return line.split(/[\n;|&(){}`]+/).map((command) => command.trim().replace(/^(?:(?:[A-Za-z_]\w*=\S*|if|then|else|do|while|until|!|exec|time|env)\s+)+/, "")).map((command) => /^[A-Za-z0-9_.+/-]+(?=\s|$)/.exec(command)?.[0] ?? "").filter((word) => word !== "");
}
/** A program that is called by its path: as it is, or from the root. */
function fromGate(name, cwd) {
	if (!name.includes("/") || name.startsWith("/")) return name;
	return `./${normalize(join(cwd, name))}`;
}
/**
* @param gate any gate
* @returns programs that its command starts, as far as it shows them: names on the path, absolute paths, and paths from the
*   root that begin with `./`
*/
function programsOf(gate) {
	const { run, cwd } = gate;
	const all = (typeof run === "string" ? ["bash", ...firstWords(run)] : run.slice(0, 1)).map((name) => fromGate(name, cwd)).flatMap((name) => Object.hasOwn(RUNS_ON, name) ? [name, RUNS_ON[name] ?? ""] : [name]);
	const python = words(run).includes("uv") ? [] : ["python3"];
	return [.../* @__PURE__ */ new Set([...all, .../\bpython3?\b/.test(words(run)) ? python : []])].slice(0, MOST_PROGRAMS);
}

// src/core/gates/result-key.ts
/** Counted up when results of older keys must not be believed any more. */
const KEY_VERSION$1 = 1;
/** Locks, manifests and settings that tools look for by themselves; they count whatever `inputs` names. */
const AMBIENT = /* @__PURE__ */ new Set([
	...[
		"uv.lock",
		"pylock.toml",
		"package-lock.json",
		"npm-shrinkwrap.json",
		"pnpm-lock.yaml",
		"yarn.lock",
		"poetry.lock"
	],
	...[
		"pyproject.toml",
		"setup.cfg",
		"setup.py",
		"package.json",
		"uv.toml",
		"requirements.txt",
		".npmrc"
	],
	...[
		".python-version",
		".python-versions",
		".nvmrc",
		".node-version",
		".tool-versions",
		"mise.toml"
	],
	...[
		"pytest.ini",
		".pytest.ini",
		"tox.ini",
		"conftest.py",
		".coveragerc",
		"mypy.ini",
		".mypy.ini"
	],
	...[
		"ruff.toml",
		".ruff.toml",
		"pyrightconfig.json",
		"ty.toml",
		".bandit",
		"tsconfig.json",
		"biome.json"
	]
]);
function digestOf$1(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
function digestOfFiles(files) {
	const hash = createHash("sha256");
	for (const { path, mode, id } of files) hash.update(`${mode} ${id} ${path}\0`);
	return hash.digest("hex");
}
/** Folders from the gate's own up to the root. */
function foldersOf(cwd) {
	const parts = cwd === "." ? [] : cwd.split("/");
	return [...parts.map((_, at) => parts.slice(0, parts.length - at).join("/")), "."];
}
function isAmbient(path, folders) {
	const slash = path.lastIndexOf("/");
	return AMBIENT.has(path.slice(slash + 1)) && folders.includes(slash < 0 ? "." : path.slice(0, slash));
}
/**
* @param gate any gate
* @returns tells whether a file, by its path from the root, counts for it whatever its `inputs` name
*/
function countsBeside(gate) {
	const folders = foldersOf(gate.cwd);
	return (path) => isAmbient(path, folders);
}
function inputsOf(gate, files) {
	if (gate.inputs === void 0) return files;
	const isNamed = filesNamedBy(gate.inputs);
	const isBeside = countsBeside(gate);
	return files.filter(({ path }) => !path.startsWith("../") && (isNamed(path) || isBeside(path)));
}
/** What of a gate decides its result; how it is shown and when it is started does not. */
function definitionOf(gate) {
	const { id, tool, run, cwd, env, reports, exitCodes, threshold, timeoutMs, environment } = gate;
	return [
		id,
		tool,
		run,
		cwd,
		Object.entries(env).sort(),
		reports,
		exitCodes,
		threshold ?? null,
		timeoutMs,
		environment
	];
}
/**
* Where packages of a gate may be installed.
*
* @param gate any gate
* @param env the environment of this process
* @returns places as {@link ResultGround.packages} names them
*/
function packagePlaces(gate, env) {
	const own = gate.env["UV_PROJECT_ENVIRONMENT"] ?? env["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
	return foldersOf(gate.cwd).flatMap((folder) => [`${folder}\0${own}`, `${folder}\0node_modules`]);
}
function keptEnvironment(gate, ground) {
	return gate.environment === null ? void 0 : ground.environments?.[environmentKey(gate.environment)];
}
/**
* @param gate any gate
* @param ground the environments that are kept
* @returns why a pass of it must not be remembered, whatever its inputs; undefined when it may
*/
function whyNotRemembered(gate, ground = {}) {
	if (gate.network === true || toolFacts(gate.tool)?.isAudit === true) return "it asks a service, whose answer may change";
	if (gate.environment?.recipe !== void 0 && keptEnvironment(gate, ground) === void 0 && gate.cache !== true) return "its packages are installed anew each time";
	if (gate.cache === false) return "turnpike.yml says `cache: false`";
}
function pick(from, names) {
	return [...new Set(names)].sort().map((name) => [name, from[name] ?? ""]);
}
function partsOf(gate, ground, filesOf) {
	const variables = pick(ground.env, variablesNamedBy(gate, Object.keys(ground.env)));
	const programs = pick(ground.programs, programsOf(gate));
	const packages = pick(ground.packages, packagePlaces(gate, ground.env)).filter(([, what]) => what !== "");
	const kept = keptEnvironment(gate, ground);
	const places = packages.map(([place]) => place.replace("\0", "/").replace(/^\.\//, ""));
	const names = (pairs) => pairs.map(([name]) => name).join(", ") || "none";
	return [
		{
			name: "turnpike",
			digest: digestOf$1([KEY_VERSION$1, ground.turnpike]),
			detail: "this program"
		},
		{
			name: "gate",
			digest: digestOf$1(definitionOf(gate)),
			detail: "command, folder, variables, reports, threshold"
		},
		filesOf(gate),
		{
			name: "variables",
			digest: digestOf$1(variables),
			detail: names(variables)
		},
		{
			name: "programs",
			digest: digestOf$1(programs),
			detail: names(programs)
		},
		{
			name: "packages",
			digest: digestOf$1(kept === void 0 ? packages : [packages, kept]),
			detail: [...places, ...kept === void 0 ? [] : ["an environment of its own"]].join(", ") || "none"
		},
		{
			name: "machine",
			digest: digestOf$1(ground.machine),
			detail: ground.machine
		}
	];
}
/** Files of a gate; most gates have the same. */
function memoFiles(ground) {
	const known = /* @__PURE__ */ new Map();
	return (gate) => {
		const id = JSON.stringify(gate.inputs === void 0 ? null : [gate.inputs, gate.cwd]);
		const before = known.get(id);
		if (before !== void 0) return before;
		const files = inputsOf(gate, ground.files);
		const count = countOf(files.length, "file");
		const part = {
			name: "files",
			digest: digestOfFiles(files),
			detail: count
		};
		known.set(id, part);
		return part;
	};
}
/** Nothing that a gate without files looks at can change, so its pass would be kept for good. */
function whyBlind({ inputs }, { files }) {
	if (inputs === void 0) return void 0;
	const isNamed = filesNamedBy(inputs);
	return files.some(({ path }) => isNamed(path)) ? void 0 : "its `inputs` name no file";
}
function noKey(gate, ground, keys) {
	const reason = whyNotRemembered(gate, ground) ?? ground.blind ?? whyBlind(gate, ground);
	if (reason !== void 0) return reason;
	const need = gate.needs.find((id) => keys.get(id)?.kind !== "key");
	return need === void 0 ? void 0 : `it needs \`${need}\`, of which nothing is remembered`;
}
/**
* What decides the results of gates. Two runs with the same key of a gate did the same, as far as anybody can tell without
* running it: command, contents of its files, variables, programs, packages, machine, this program, and the same of all
* that it needs.
*
* @param gates all gates that may run
* @param ground what is there
* @returns a key by id, or why there is none
*/
function resultKeys(gates, ground) {
	const keys = /* @__PURE__ */ new Map();
	const filesOf = memoFiles(ground);
	for (const gate of inOrderOfNeeds(gates)) {
		const reason = noKey(gate, ground, keys);
		if (reason !== void 0) {
			keys.set(gate.id, {
				kind: "none",
				reason
			});
			continue;
		}
		const needs = gate.needs.flatMap((id) => {
			const key = keys.get(id);
			return key?.kind === "key" ? [key.key] : [];
		});
		const own = partsOf(gate, ground, filesOf);
		const parts = needs.length === 0 ? own : [...own, {
			name: "needs",
			digest: digestOf$1([...needs].sort()),
			detail: gate.needs.join(", ")
		}];
		keys.set(gate.id, {
			kind: "key",
			key: digestOf$1(parts.map(({ name, digest }) => [name, digest])),
			parts
		});
	}
	return keys;
}

// src/core/gates/environment-reads.ts
/** Options that name a file of requirements. */
const FILE_OPTION = /^(?:-r|--requirements?|-c|--constraints?|--overrides?|--excludes|-b|--build-constraints?)$/;
const EDITABLE_OPTION = /^(?:-e|--editable)$/;
const LINKS_OPTION = /^(?:-f|--find-links)$/;
const OTHER_OPTION = /^(?:-i|--index-url|--extra-index-url|--only-binary|--no-binary|--group|--extra|--config-settings?|-C|--no-build-isolation-package|--index|--default-index|--index-strategy|--resolution|--prerelease|--reinstall-package|--refresh-package|-P|--upgrade-package|--exclude-newer|--allow-insecure-host|--keyring-provider)$/;
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$/i;
const never = (reason) => ({
	kind: "never",
	reason
});
/**
* @param name name of a package as somebody wrote it
* @returns the name that all spellings share (PEP 503)
*/
function normalName(name) {
	return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
const PROJECT = {
	kind: "own",
	how: "editable"
};
function fileAt(path, folder) {
	if (path.includes("://")) return never(`it reads ${path}`);
	const place = path.startsWith("/") ? ".." : normalize(join(folder, path));
	return place.startsWith("..") ? never(`${path} is outside of the repository`) : {
		kind: "file",
		path: place
	};
}
function ownAt(path, cwd, how) {
	if (path.includes("://")) return [];
	const bare = path.replace(/\s*\[[^\]]*\]\s*$/, "");
	const place = fileAt(bare, cwd);
	if (place.kind === "never" || ARCHIVE.test(bare) && how === "copied") return [place];
	return [{
		kind: "own",
		how
	}];
}
/** One requirement, as a word or a line says it. */
function ofRequirement(text, cwd) {
	if (text.includes("${")) return [never(`\`${text}\` depends on a variable`)];
	const bare = text.replace(/\s+--.*$/s, "").replace(/\s*;.*$/s, "");
	if (/^file:|@\s*(?:file:|[./])/.test(bare)) return [never(`\`${bare}\` is a file of this machine`)];
	if (bare.includes("://")) return [];
	if (bare.startsWith(".") || bare.includes("/") || ARCHIVE.test(bare)) return ownAt(bare, cwd, "copied");
	const pin = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*={2,3}\s*[^\s*,]+$/.exec(bare);
	return pin?.[1] === void 0 ? [] : [{
		kind: "pin",
		name: normalName(pin[1])
	}];
}
/** Words as pairs of an option and its value; a plain word has no option. */
function pairs(words) {
	const found = [];
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? "";
		const long = /^(--[^=]+)=(.*)$/s.exec(word);
		const short = /^(-[recbfiCP])(.+)$/s.exec(word);
		const [option, attached] = [long?.[1] ?? short?.[1] ?? word, long?.[2] ?? short?.[2]];
		const takes = [
			FILE_OPTION,
			EDITABLE_OPTION,
			LINKS_OPTION,
			OTHER_OPTION
		].some((one) => one.test(option));
		if (!word.startsWith("-")) found.push(["", word]);
		else if (attached !== void 0) found.push([option, attached]);
		else found.push([option, takes ? words[at + 1] ?? "" : ""]);
		if (takes && attached === void 0) at += 1;
	}
	return found;
}
function ofOption(option, value, cwd, folder) {
	if (option === "") return ofRequirement(value, cwd);
	if (FILE_OPTION.test(option)) return [fileAt(value, folder), ...value.endsWith("pyproject.toml") ? [PROJECT] : []];
	if (EDITABLE_OPTION.test(option)) return ownAt(value, cwd, "editable");
	if (LINKS_OPTION.test(option)) return value.includes("://") ? [] : [never("it takes packages from a folder")];
	if (option === "--group") return [fileAt(value.includes(":") ? value.replace(/:[^:]*$/, "") : "pyproject.toml", folder), PROJECT];
	return [];
}
/** Files by which managers know what to install. */
const MANAGER_FILES = {
	poetry: ["poetry.lock", "poetry.toml"],
	pdm: ["pdm.lock", "pdm.toml"],
	pipenv: ["Pipfile", "Pipfile.lock"]
};
function ofManager([started = "", command = "", ...args], cwd) {
	const files = MANAGER_FILES[started.replace(/@.*$/, "")];
	if (files === void 0 || !/^(?:install|sync)$/.test(command)) return [never(`what \`${started} ${command}\` installs is not known`)];
	const how = args.includes("--no-editable") ? "copied" : "editable";
	return [...files.map((name) => fileAt(name, cwd)), {
		kind: "own",
		how
	}];
}
/** Settings of uv that count for an install in a folder. */
function settingsAbove(cwd) {
	const folders = [cwd];
	for (let at = cwd; at !== "." && at !== "/"; at = dirname(at)) folders.push(dirname(at));
	return folders.flatMap((folder) => ["pyproject.toml", "uv.toml"].map((name) => fileAt(name, folder)));
}
/**
* @param install one command of a recipe
* @returns what it reads and says; files that may not be there among it
*/
function factsOfInstall({ words, cwd }) {
	const [program, first = "", second = "", ...rest] = words;
	const settings = settingsAbove(cwd);
	if (program === "uvx") return [...settings, ...ofManager(words.slice(1), cwd)];
	if (program !== "uv" || first !== "pip") return [never(`what \`${words.join(" ")}\` installs is not known`)];
	const isSync = second === "sync";
	const facts = pairs(rest).flatMap(([option, value]) => isSync && option === "" ? [fileAt(value, cwd)] : ofOption(option, value, cwd, cwd));
	return [...settings, ...facts];
}
/** Logical lines of a file of requirements: comments gone, continued lines joined. */
function linesOf(text) {
	return text.replaceAll(/\\\r?\n/g, " ").split(/\r?\n/).map((line) => line.replace(/(?:^|\s+)#.*$/, "").trim()).filter((line) => line !== "");
}
/** Names in a lock of poetry, pdm, pipenv, or of PEP 751. */
function lockedNames(text) {
	return [...text.matchAll(/^(?:name = "([^"]+)"|\s{8}"([^"]+)": \{)\s*$/gm)].map((match) => ({
		kind: "pin",
		name: normalName(match[1] ?? match[2] ?? "")
	}));
}
/**
* @param path a file that an install reads
* @param text what is in it
* @param cwd folder of the install, from which uv counts paths of packages
* @returns what it makes the install read beside it
*/
function factsOfFile(path, text, cwd) {
	if (/(?:^|\/)setup\.(?:py|cfg)$/.test(path)) return [{
		kind: "own",
		how: "copied"
	}];
	if (/\.lock$|(?:^|\/)pylock\.[^/]*toml$/.test(path)) return lockedNames(text);
	if (/link-mode\s*=\s*["']symlink/.test(text)) return [never("its files are links into uv's cache")];
	if (path.endsWith(".toml") || path.endsWith("Pipfile") || ARCHIVE.test(path)) return [];
	return linesOf(text).flatMap((line) => {
		if (!line.startsWith("-")) return ofRequirement(line, cwd);
		return pairs(line.split(/\s+/)).flatMap(([option, value]) => ofOption(option, value, cwd, dirname(path)));
	});
}

// src/core/gates/environment-reuse.ts
/** Counted up when environments of older keys must not be used any more. */
const KEY_VERSION = 1;
const HOUR_MS = 36e5;
/** Something newer may have come out after this time, where not every version is said exactly. */
const FLOATING_MS = 24 * HOUR_MS;
/** An environment that nobody used for so long is not used any more, and removed. */
const UNUSED_MS = 336 * HOUR_MS;
/** Variables that installers and compilers go by. */
const COUNTED = /^(?:(?:UV|PIP|POETRY|PDM|PIPENV|SETUPTOOLS|PBR|HATCH|CARGO)_.*|CC|CXX|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|ARCHFLAGS|RUSTFLAGS|PKG_CONFIG_PATH|SOURCE_DATE_EPOCH|NETRC)$/;
function digestOf(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
/**
* What decides an environment: two with the same key would be made the same at one time.
*
* @param recipe interpreter and installs
* @param ground what is there
* @returns lower-case hex SHA-256; no value of a variable can be read from it
*/
function environmentDigest(recipe, ground) {
	const { root, python, uv, files, commit } = ground;
	const installs = recipe.installs.map(({ words, cwd, env }) => [
		words,
		cwd,
		Object.entries(env).sort()
	]);
	const variables = Object.entries(ground.env).filter(([name]) => COUNTED.test(name)).sort();
	const asked = [recipe.python, recipe.requiresPython];
	return digestOf([
		KEY_VERSION,
		root,
		installs,
		asked,
		python,
		uv,
		variables,
		Object.entries(files).sort(),
		commit
	]);
}
/** Files that decide metadata, entry points and versions of the project's packages. */
const DECIDES = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg|MANIFEST\.in|Pipfile|(?:uv|hatch|pdm|poetry)\.toml|flit\.ini|__init__\.py|__about__\.py|[^/]*version[^/]*|[^/]*requirements[^/]*(?:\/[^/]+)?\.(?:txt|in))$|^(?:src\/)?[^/]+\.py$/i;
/** Backends and settings that build parts of an editable project in the tree. */
const BUILDS_IN_TREE = /ext[-_]modules|cffi_modules|cythonize|Extension\(|maturin|scikit[-_]build|meson[-_]?py|setuptools[-_]rust|mypycify|hooks\.(?!vcs)|custom-hook|run-setup|\[tool\.poetry\.build\]/;
const FROM_COMMIT = /scm|vcs|versioneer|versioningit|dunamai|dynamic-versioning|\bpbr\b|git describe|from git/i;
const GENERATED = /\b(?:version[-_]file|write[-_]to)["']?\s*[=:]\s*["']([^"']+)["']/g;
/**
* @param path relative to the repository's root
* @returns whether the file decides how an editable install turns out
*/
function decidesEditable(path) {
	return DECIDES.test(path);
}
/**
* @param path relative to the repository's root
* @returns whether the file says how the project is built
*/
function isBuildFile(path) {
	return /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path);
}
/** Dependencies that are folders. */
const PATH_SOURCE = /\{[^}\n]*\b(?:path|workspace)\s*=/;
const OUTER_SOURCE = /\{[^}\n]*\bpath\s*=\s*["'](?:\.\.|\/)|file:/;
/**
* @param texts build files by path
* @returns what they say together
*/
function ownBuildOf(texts) {
	const all = [...texts.values()];
	return {
		buildsInTree: all.some((text) => BUILDS_IN_TREE.test(text)),
		isFromCommit: all.some((text) => FROM_COMMIT.test(text)),
		folders: all.some((text) => OUTER_SOURCE.test(text)) ? "outside" : all.some((text) => PATH_SOURCE.test(text)) ? "inside" : "none",
		generated: [...texts].flatMap(([path, text]) => [...text.matchAll(GENERATED)].map((match) => normalize(join(dirname(path), match[1] ?? ""))).filter((one) => !one.startsWith("..") && !one.startsWith("/")))
	};
}
/** What `uv venv --seed` brings, and no gate asks for. */
const SEEDS = /* @__PURE__ */ new Set([
	"pip",
	"setuptools",
	"wheel"
]);
/**
* @param installed all that is there
* @param pins names in normal form whose version is said exactly
* @returns whether it would be the same whenever it is made
*/
function isPinned(installed, pins) {
	return installed.every(({ name, isLocal }) => isLocal || pins.has(normalName(name)) || SEEDS.has(normalName(name)));
}
/**
* @param times when it was made and used last, and whether all of it is pinned
* @param now the time
* @returns whether it may be used once more
*/
function isYoung({ madeAt, usedAt, isPinned: isFixed }, now) {
	const age = now.getTime() - madeAt.getTime();
	if (!(age >= -6e4)) return false;
	return isFixed ? now.getTime() - usedAt.getTime() <= UNUSED_MS : age <= FLOATING_MS;
}

// src/actions/gates/make-environment.ts
/** Installing a large project over a slow line, compilers included. */
const INSTALL_MS = 12e5;
const VENV_MS = 3e5;
const MAX_SAID = 400;
/** Hook managers install themselves into git's configuration when packages are installed; a checkout has no use for them. */
const NO_HOOKS = {
	HUSKY: "0",
	LEFTHOOK: "0",
	SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1"
};
const isGood = ({ end }) => end.kind === "exited" && end.code === 0;
/** The last lines of what an installer said, on one. */
function said({ stdout, stderr, end }) {
	if (end.kind === "not-started") return end.message;
	if (end.kind === "timed-out") return `it took longer than ${formatDuration(end.afterMs)}`;
	const lines = `${stdout}\n${stderr}`.split(/\r?\n/).map((line) => line.replaceAll(/[│├╰─▶×]/g, "").trim());
	const errors = lines.filter((line) => /error|failed|cannot|could not|unable to|no solution|not found|unsatisfiable|because/i.test(line));
	const chosen = (errors.length > 0 ? errors : lines.filter((line) => line !== "")).slice(0, 4).join(" ");
	const text = chosen === "" ? "it said nothing" : chosen;
	return text.length > MAX_SAID ? `${text.slice(0, MAX_SAID)}…` : text;
}
/** @returns the install command as a person types it */
function installLine({ words }) {
	return words.map((word) => /^[\w@%+=:,./[\]<>~^-]+$/.test(word) && !/[<>[\]~]/.test(word) ? word : `'${word}'`).join(" ");
}
/** Interpreters that a version manager keeps beside its shims; uv sees the shims alone. */
async function keptInterpreter(version, ports) {
	const root = ports.env["PYENV_ROOT"] ?? (ports.env["HOME"] === void 0 ? void 0 : join(ports.env["HOME"], ".pyenv"));
	if (root === void 0 || !/^\d+\.\d+(?:\.\d+)?$/.test(version)) return void 0;
	const folder = join(root, "versions");
	const entries = await ports.files.list(folder, (path) => path.includes("/")).catch(() => []);
	const name = [...new Set(entries.map(({ path }) => path.split("/")[0] ?? ""))].filter((one) => one === version || one.startsWith(`${version}.`)).sort().at(-1);
	const program = name === void 0 ? void 0 : join(folder, name, "bin", "python");
	return program !== void 0 && await ports.files.exists(program) ? program : void 0;
}
/**
* @param recipe what is asked for
* @param ports the world
* @returns requests to `uv venv`, the best first, with what to say when that one is taken
*/
async function pythonRequests(recipe, ports) {
	const { python, requiresPython } = recipe;
	const else_ = python === null ? void 0 : `Python ${python} is not on this machine; another one is used for ${recipe.name}`;
	const kept = python === null ? void 0 : await keptInterpreter(python, ports);
	return [
		...python === null ? [] : [[python, void 0]],
		...kept === void 0 ? [] : [[kept, void 0]],
		...requiresPython === null ? [] : [[requiresPython, else_]],
		[void 0, else_]
	];
}
/**
* @param folder a virtual environment
* @param env the environment of this process
* @returns variables that put its programs first
*/
function variablesOf(folder, env) {
	return {
		VIRTUAL_ENV: folder,
		PATH: `${join(folder, "bin")}:${env["PATH"] ?? ""}`
	};
}
/**
* @param env the environment of this process
* @returns the same for uv as it makes environments
*/
function venvEnvironment(env) {
	const settings = {
		UV_SYSTEM_PYTHON: void 0,
		UV_PROJECT_ENVIRONMENT: void 0
	};
	const patience = env["UV_LOCK_TIMEOUT"] === void 0 ? { UV_LOCK_TIMEOUT: String(INSTALL_MS / 1e3) } : {};
	return childEnvironment(env, {
		...settings,
		...patience
	});
}
/** Bytes of the longest file that names a Python. */
const MOST_PIN_BYTES = 4096;
/** uv follows a link called .python-version wherever it leads, and prints what stands there: devices and /proc have no size. */
async function hasPlainPin(root, ports) {
	const size = await ports.files.size(join(root, ".python-version")).catch(() => 0);
	return size === void 0 || size > 0 && size <= MOST_PIN_BYTES;
}
async function makeVenv(recipe, place, uv, ports) {
	const { folder, root } = place;
	const env = venvEnvironment(ports.env);
	const cwd = await hasPlainPin(root, ports) ? root : "/";
	let last = "";
	for (const [python, remark] of await pythonRequests(recipe, ports)) {
		const args = [
			"venv",
			"--quiet",
			"--seed",
			"--no-project",
			...python === void 0 ? [] : ["--python", python],
			folder
		];
		const result = await ports.processes.capture({
			file: uv,
			args,
			cwd,
			env
		}, { timeoutMs: VENV_MS });
		if (isGood(result)) {
			const variables = variablesOf(folder, ports.env);
			const quiet = {
				PDM_IGNORE_SAVED_PYTHON: "1",
				PIPENV_VERBOSITY: "-1",
				PIP_DISABLE_PIP_VERSION_CHECK: "1"
			};
			return {
				env: {
					...env,
					...variables,
					...quiet
				},
				variables,
				remark
			};
		}
		last = said(result);
	}
	return `no Python could be found for it: ${last}`;
}
/** pip only warns of a local `--find-links` that is not there; uv gives up. */
async function withoutMissingLinks({ words, cwd }, root, ports) {
	const at = words.findIndex((word) => word === "--find-links" || word === "-f");
	const target = at === -1 ? void 0 : words[at + 1];
	if (target === void 0 || target.includes("://") || target.startsWith("/")) return words;
	if (await ports.files.exists(join(root, cwd, target.replace(/\/+$/, "")))) return words;
	return [...words.slice(0, at), ...words.slice(at + 2)];
}
async function install(commands, root, env, ports) {
	for (const command of commands) {
		const [program = "", ...args] = await withoutMissingLinks(command, root, ports);
		const all = {
			...env,
			...command.env,
			PATH: env["PATH"] ?? "",
			...env["VIRTUAL_ENV"] === void 0 ? {} : { VIRTUAL_ENV: env["VIRTUAL_ENV"] }
		};
		const file = await ports.processes.which(program, all) ?? program;
		const result = await ports.processes.capture({
			file,
			args,
			cwd: join(root, command.cwd),
			env: all
		}, { timeoutMs: INSTALL_MS });
		if (!isGood(result)) return `\`${installLine(command)}\` of ${command.source.file}:${command.source.line} did not work: ${said(result)}`;
	}
}
/**
* Makes a virtual environment outside of the tree, with the repository's own installs in their order.
*
* @param recipe interpreter and installs
* @param place where
* @param ports the world
*/
async function makePythonEnvironment(recipe, place, ports) {
	const uv = await ports.processes.which("uv", childEnvironment(ports.env));
	if (uv === void 0) return {
		kind: "failed",
		reason: "uv is not installed"
	};
	const venv = await makeVenv(recipe, place, uv, ports);
	if (typeof venv === "string") return {
		kind: "failed",
		reason: venv
	};
	const problem = await install(recipe.installs, place.root, venv.env, ports);
	if (problem !== void 0) return {
		kind: "failed",
		reason: problem
	};
	return {
		kind: "made",
		variables: venv.variables,
		remark: venv.remark
	};
}
/**
* Installs packages of Node in the tree, as their manager does. It runs scripts of packages: only where the caller allows it.
*
* @param environment with a recipe
* @param root absolute folder of the repository
* @param ports the world
* @returns why it did not work; undefined when it did
*/
async function installNodePackages(environment, root, ports) {
	return install(environment.recipe?.installs ?? [], root, childEnvironment(ports.env, NO_HOOKS), ports);
}
/**
* Installs exactly what a lock of npm says. It runs scripts of packages: only where the caller allows it.
*
* @param environment with a lock
* @param root absolute folder of the repository
* @param ports the world
* @returns why it did not work; undefined when it did
*/
async function installLockedNode({ cwd }, root, ports) {
	const env = childEnvironment(ports.env, NO_HOOKS);
	const file = await ports.processes.which("npm", env);
	if (file === void 0) return "npm is not installed";
	const command = {
		file,
		args: NPM_ARGUMENTS,
		cwd: join(root, cwd),
		env
	};
	const result = await ports.processes.capture(command, { timeoutMs: INSTALL_MS });
	return isGood(result) ? void 0 : said(result);
}

// src/actions/gates/environment.ts
/**
* @param need an environment
* @returns what tells it from others
*/
function keyOf(need) {
	return environmentKey(need);
}
/**
* @param gate a gate
* @returns the environment whose packages must be there before it starts; null when it needs none. `uv lock --check`
*   needs uv alone: a lock that cannot be installed is just what it tells
*/
function packagesFor(gate) {
	return gate.tool === "uv lock" ? null : gate.environment;
}
/**
* @param need an environment
* @returns what uv is told of it
*/
function variablesFor({ python }) {
	return python === void 0 ? {} : pythonVariables(python);
}
/**
* @param cwd folder of an environment
* @returns it and those above it up to the root: a workspace keeps its packages at the top
*/
function upwards(cwd) {
	const folders = [cwd];
	for (let at = cwd; at !== "."; at = dirname(at)) folders.push(dirname(at));
	return folders;
}
/** A lock without packages: `npm ci` makes no node_modules for it. */
async function locksNothing(lock, root, ports) {
	try {
		const { packages } = JSON.parse(await ports.files.readText(join(root, lock)) ?? "");
		return packages !== void 0 && !Object.keys(packages).some((path) => path.includes("node_modules/"));
	} catch {
		return false;
	}
}
/**
* @param need an environment
* @param root absolute folder of the repository
* @param ports the world
* @returns whether its packages are there; whether they are the right ones is not looked at
*/
async function isInstalled(need, root, ports) {
	if (need.manager === "npm" && need.lock !== null && await locksNothing(need.lock, root, ports)) return true;
	const own = variablesFor(need)["UV_PROJECT_ENVIRONMENT"] ?? ports.env["UV_PROJECT_ENVIRONMENT"] ?? "";
	const folder = need.manager !== "uv" ? "node_modules" : own === "" ? ".venv" : own;
	if (need.manager === "yarn" && await ports.files.exists(join(root, need.cwd, ".pnp.cjs"))) return true;
	if (folder.startsWith("/")) return ports.files.exists(folder);
	for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
	return false;
}
/**
* @param environment any
* @returns what a person types to install it; the options that are for machines are left out
*/
function commandFor(environment) {
	const installs = environment.recipe?.installs ?? [];
	if (environment.manager === "venv") {
		const line = installs.length === 0 ? "Python alone" : installs.map(installLine).join(" && ");
		return `${environment.recipe?.name ?? "venv"}: ${line}`;
	}
	if (environment.recipe !== void 0) return installs.map((one) => fromRoot(one.cwd, installLine(one))).join(" && ");
	if (environment.manager !== "uv") return fromRoot(environment.cwd, `${environment.manager} ci`);
	const options = [
		...environment.groups.map((one) => `--group ${one}`),
		...environment.extras.map((one) => `--extra ${one}`),
		...environment.options ?? []
	];
	const variables = Object.entries(variablesFor(environment)).map(([name, value]) => `${name}=${value}`);
	return fromRoot(environment.cwd, [
		...variables,
		"uv sync --locked",
		...options
	].join(" "));
}

// src/actions/gates/environment-basis.ts
const ASK_MS = 6e4;
/** More files than this are not read for a key; the environment is made anew. */
const MOST_FILES = 5e3;
/** Asks uv, each thing once in a run. */
var UvAnswers = class {
	#root;
	#ports;
	#known = /* @__PURE__ */ new Map();
	/**
	* @param root absolute folder of the repository
	* @param ports the world
	*/
	constructor(root, ports) {
		this.#root = root;
		this.#ports = ports;
	}
	/** @returns version and platform of uv; undefined without one */
	version() {
		return this.#ask(["--version"]);
	}
	/**
	* @param request as `uv venv --python` takes it; undefined for any
	* @returns path of the interpreter that answers; undefined when none is on this machine
	*/
	python(request) {
		return this.#ask([
			"python",
			"find",
			"--system",
			"--no-project",
			...request === void 0 ? [] : [request]
		]);
	}
	#ask(args) {
		const id = args.join(" ");
		const known = this.#known.get(id) ?? this.#start(args);
		this.#known.set(id, known);
		return known;
	}
	async #start(args) {
		const env = venvEnvironment(this.#ports.env);
		const file = await this.#ports.processes.which("uv", env);
		if (file === void 0) return void 0;
		const { end, stdout } = await this.#ports.processes.capture({
			file,
			args,
			cwd: this.#root,
			env
		}, { timeoutMs: ASK_MS });
		return end.kind === "exited" && end.code === 0 ? stdout.trim() : void 0;
	}
};
/** The interpreter that `uv venv` would take, and those that are asked for first and are not there. */
async function interpreterFor(recipe, uv, ports) {
	const tried = [];
	for (const [request] of await pythonRequests(recipe, ports)) {
		const path = await uv.python(request);
		tried.push(`${request ?? "any"}: ${path ?? "none"}`);
		if (path !== void 0) break;
	}
	return tried;
}
/** Files that installs name, and those that these name. */
async function readNamed(recipe, root, ports) {
	const files = {};
	const facts = [];
	const open = recipe.installs.flatMap((install) => factsOfInstall(install).map((fact) => ({
		fact,
		cwd: install.cwd
	})));
	for (let next = open.shift(); next !== void 0; next = open.shift()) {
		const { fact, cwd } = next;
		facts.push(fact);
		if (fact.kind !== "file" || Object.hasOwn(files, fact.path)) continue;
		const path = join(root, fact.path);
		const text = await ports.files.readText(path);
		files[fact.path] = text === void 0 ? null : await ports.files.sha256(path);
		if (text !== void 0) open.push(...factsOfFile(fact.path, text, cwd).map((one) => ({
			fact: one,
			cwd
		})));
	}
	return {
		files,
		facts
	};
}
/**
* @param recipe how an environment is made
* @param root absolute folder of the repository
* @param ports the world
* @returns what its installs read and say, with all files that they name in turn; a fault is a fact too
*/
async function factsOfRecipe(recipe, root, ports) {
	return await readNamed(recipe, root, ports).then(({ facts }) => facts, () => [{
		kind: "never",
		reason: "what it rests on could not be read"
	}]);
}
async function digests(paths, root, ports) {
	const found = {};
	for (const path of paths) {
		const place = join(root, path);
		found[path] = await ports.files.exists(place) ? await ports.files.sha256(place) : null;
	}
	return found;
}
/** What the repository's own code brings to an environment. */
async function readOwn(isCopied, root, ports) {
	const listed = await ports.git.listFiles(root);
	if (listed.length === 0) return "git does not say what belongs to the project";
	const texts = /* @__PURE__ */ new Map();
	for (const path of listed.filter(isBuildFile)) texts.set(path, await ports.files.readText(join(root, path)) ?? "");
	const build = ownBuildOf(texts);
	if (build.folders === "outside") return "the project depends on a folder that may be outside of the repository";
	const wantsAll = isCopied || build.folders === "inside";
	if (build.buildsInTree && !wantsAll) return "parts of the project are built in the tree";
	const paths = wantsAll ? listed : listed.filter(decidesEditable);
	if (paths.length > MOST_FILES) return "the project has too many files to look at";
	const folders = new Set(listed.filter((path) => path.endsWith(".py")).map((path) => dirname(path)));
	const commit = build.isFromCommit ? [await ports.git.head(root) ?? "", ...await ports.git.tagsAt(root, "HEAD")] : [];
	const shape = Object.fromEntries([...folders].map((folder) => [`${folder}/`, null]));
	return {
		files: {
			...await digests(paths, root, ports),
			...shape
		},
		commit,
		leans: build.generated.map((path) => join(root, path))
	};
}
async function look(recipe, root, uv, ports) {
	if (ports.env["UV_LINK_MODE"] === "symlink") return {
		kind: "unknown",
		reason: "its files are links into uv's cache"
	};
	const { files, facts } = await readNamed(recipe, root, ports);
	for (const fact of facts) if (fact.kind === "never") return {
		kind: "unknown",
		reason: fact.reason
	};
	const owns = facts.flatMap((fact) => fact.kind === "own" ? [fact.how] : []);
	const own = owns.length === 0 ? {
		files: {},
		commit: [],
		leans: []
	} : await readOwn(owns.includes("copied"), root, ports);
	if (typeof own === "string") return {
		kind: "unknown",
		reason: own
	};
	const [version, python] = await Promise.all([uv.version(), interpreterFor(recipe, uv, ports)]);
	if (version === void 0) return {
		kind: "unknown",
		reason: "uv does not say its version"
	};
	const ground = {
		root: owns.length === 0 ? "" : root,
		python,
		uv: version,
		env: ports.env,
		files: {
			...files,
			...own.files
		},
		commit: own.commit
	};
	const pins = new Set(facts.flatMap((fact) => fact.kind === "pin" ? [fact.name] : []));
	return {
		kind: "known",
		key: environmentDigest(recipe, ground),
		pins,
		leans: own.leans
	};
}
/**
* Looks at all that an environment rests on. Installs nothing.
*
* @param recipe how it is made
* @param root absolute folder of the repository
* @param uv answers of uv, kept for the run
* @param ports the world
* @returns its key; a fault is a reason to make it anew
*/
async function basisOf(recipe, root, uv, ports) {
	try {
		return await look(recipe, root, uv, ports);
	} catch {
		return {
			kind: "unknown",
			reason: "what it rests on could not be read"
		};
	}
}

// src/actions/gates/node-environment.ts
/** Programs of installed packages, the nearest first, as a package manager puts them when it runs a script. */
function nodeVariables({ cwd }, root, ports) {
	return { PATH: [...upwards(cwd).map((folder) => join(root, folder, "node_modules", ".bin")), ports.env["PATH"] ?? ""].join(":") };
}
/** Whether scripts of its packages may run, and it is known how they are installed. */
function canInstall({ recipe, manager, lock }, { allowScripts, installsLocks }) {
	if (allowScripts !== true) return false;
	return recipe !== void 0 || installsLocks === true && manager === "npm" && lock !== null;
}
/** Packages of Node, installed in the tree, and only where their scripts may run. */
const nodeEnvironments = {
	look: async (environment, options, ports) => {
		const { root } = options;
		if (await isInstalled(environment, root, ports)) return { variables: nodeVariables(environment, root, ports) };
		if (canInstall(environment, options)) return void 0;
		return { problem: `node_modules is not installed; run \`${commandFor(environment)}\`` };
	},
	install: async (environment, { root, listener }, ports) => {
		const command = commandFor(environment);
		listener({
			kind: "setup-started",
			command
		});
		const problem = await (environment.recipe === void 0 ? installLockedNode : installNodePackages)(environment, root, ports);
		listener({
			kind: "setup-finished",
			command,
			problem
		});
		if (problem === void 0) return { variables: nodeVariables(environment, root, ports) };
		return { problem: `node_modules could not be installed (${problem})` };
	},
	writesTree: async () => true
};

// src/actions/gates/reuse-environment.ts
/**
* @param recipe how it is made
* @param shelf where to look
* @param ports the world
* @returns the environment of an earlier run; undefined when there is none to be used
*/
async function findEnvironment(recipe, { root, store }, ports) {
	if (store === void 0) return void 0;
	const basis = await basisOf(recipe, root, ports.uv, ports);
	return basis.kind === "known" ? store.find(basis.key) : void 0;
}
/** Keeps it when all that it rests on is still what it was before the installation. */
async function keep(before, recipe, place, ports) {
	const after = await basisOf(recipe, place.root, ports.uv, ports);
	if (after.kind !== "known" || after.key !== before.key) return void 0;
	return place.store.keep({
		key: after.key,
		folder: place.folder,
		pins: after.pins,
		leans: after.leans
	});
}
/**
* Takes the environment of an earlier run when it was made of the same, is whole and young enough; else makes it, and keeps
* it for the next run. Two runs at once make one each, and the later is kept.
*
* @param recipe how it is made
* @param place the repository, a folder for an environment that is not kept, and where others are
* @param ports the world; `onStart` is called before anything is installed
*/
async function takeEnvironment(recipe, place, ports) {
	const { root, store } = place;
	const basis = store === void 0 ? void 0 : await basisOf(recipe, root, ports.uv, ports);
	const before = basis?.kind === "known" ? basis : void 0;
	const kept = before === void 0 ? void 0 : await store?.find(before.key);
	if (kept !== void 0) return {
		kind: "kept",
		variables: variablesOf(kept.folder, ports.env),
		kept
	};
	ports.onStart();
	const own = before === void 0 ? void 0 : await store?.place(before.key);
	const made = await makePythonEnvironment(recipe, {
		root,
		folder: own ?? place.folder
	}, ports);
	if (made.kind === "failed") {
		if (own !== void 0) await ports.files.remove(own).catch(() => void 0);
		return made;
	}
	if (before === void 0 || store === void 0 || own === void 0) return {
		...made,
		kept: void 0
	};
	return {
		...made,
		kept: await keep(before, recipe, {
			root,
			folder: own,
			store
		}, ports)
	};
}

// src/actions/gates/stoppable.ts
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

// src/actions/gates/uv-environment.ts
/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 12e5;
/** Installs what a stale lock has: the gate `lock` says that it is stale, and the others can be judged all the same. */
async function syncAsItIs(environment, command, stale, ports) {
	const { UV_LOCKED: _, ...env } = command.env;
	const args = syncArguments(environment, void 0, "--frozen");
	const { end } = await ports.processes.capture({
		...command,
		args,
		env
	}, { timeoutMs: SYNC_TIMEOUT_MS });
	return end.kind === "exited" && end.code === 0 ? { stale } : { problem: stale };
}
/** uv makes the environment before it looks at the lock; what is half-made would be taken for installed next time. */
async function removeHalfMade(environment, root, { files, env }) {
	const folder = variablesFor(environment)["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
	if (folder !== ".venv" || (env["UV_PROJECT_ENVIRONMENT"] ?? "") === "") await files.remove(join(root, environment.cwd, folder));
}
/** There while an environment is installed: what is found at the next run was left by one that was killed. */
function markOf({ cwd, python }, root) {
	return join(root, ".turnpike", "installing", `${cwd}/${python ?? "venv"}`.replaceAll(/[^A-Za-z0-9.]+/g, "-"));
}
async function syncWithUv(environment, root, ports) {
	const added = variablesFor(environment);
	const env = childEnvironment(ports.env, added);
	const uv = await ports.processes.which("uv", env);
	if (uv === void 0) return { problem: {
		reason: "uv is not installed",
		mend: void 0
	} };
	const cwd = join(root, environment.cwd);
	const command = {
		file: uv,
		args: syncArguments(environment, void 0),
		cwd,
		env
	};
	const { end, stderr } = await ports.processes.capture(command, { timeoutMs: SYNC_TIMEOUT_MS });
	const own = commandFor(environment);
	if (end.kind === "exited") {
		if (end.code === 0) return {};
		const sync = classifySync(end.code, stderr);
		const { reason, mend } = explainSync(sync, environment.cwd);
		const asItIs = sync.failure.kind === "stale-lock" ? await syncAsItIs(environment, command, {
			reason,
			mend: mend ?? own
		}, ports) : void 0;
		if (asItIs?.stale !== void 0) return asItIs;
		await removeHalfMade(environment, root, ports);
		return { problem: {
			reason: reason === "" ? `uv ended with ${end.code}` : reason,
			mend: mend ?? own
		} };
	}
	await removeHalfMade(environment, root, ports);
	return { problem: {
		reason: end.kind === "not-started" ? end.message : "uv did not end by itself",
		mend: own
	} };
}
function staleRemark({ reason, mend }) {
	return `${reason.charAt(0).toUpperCase() + reason.slice(1)}; the gates ran with the packages that it has (\`uv sync --frozen\`). To mend it, run \`${mend}\`.`;
}
/** Packages of a lock of uv, installed exactly as locked. */
const uvEnvironments = {
	look: async (environment, { root }, ports) => {
		if (environment.lock === null) return {};
		return await isInstalled(environment, root, ports) && !await ports.files.exists(markOf(environment, root)) ? {} : void 0;
	},
	install: async (environment, { root, listener }, ports) => {
		const command = commandFor(environment);
		listener({
			kind: "setup-started",
			command
		});
		const mark = markOf(environment, root);
		await ports.files.write(mark, "").catch(() => void 0);
		const { problem, stale } = await syncWithUv(environment, root, ports);
		await ports.files.remove(mark).catch(() => void 0);
		listener({
			kind: "setup-finished",
			command,
			problem: problem?.reason
		});
		if (stale !== void 0) return { remark: staleRemark(stale) };
		if (problem === void 0) return {};
		const mend = problem.mend === void 0 ? "" : `; run \`${problem.mend}\``;
		return { problem: `the Python environment could not be installed (${problem.reason})${mend}` };
	},
	writesTree: async () => true
};

// src/actions/gates/venv-environment.ts
/** Virtual environments outside of the tree, made by the repository's own installs or taken from an earlier run. */
const venvEnvironments = {
	look: async ({ recipe }) => recipe === void 0 ? { problem: "nothing says how its environment is made" } : void 0,
	install: async (environment, { root, store, folder, listener, uv }, ports) => {
		const { recipe } = environment;
		if (recipe === void 0) return { problem: "nothing says how its environment is made" };
		const command = commandFor(environment);
		const onStart = () => listener({
			kind: "setup-started",
			command
		});
		const world = {
			...ports,
			uv: uv ?? new UvAnswers(root, ports),
			onStart
		};
		const taken = await takeEnvironment(recipe, {
			root,
			folder,
			store
		}, world);
		if (taken.kind === "kept") return {
			variables: taken.variables,
			kept: taken.kept
		};
		listener({
			kind: "setup-finished",
			command,
			problem: taken.kind === "failed" ? taken.reason : void 0
		});
		if (taken.kind === "made") {
			const remark = taken.remark === void 0 ? {} : { remark: `${taken.remark}.` };
			return {
				variables: taken.variables,
				kept: taken.kept,
				...remark
			};
		}
		return { problem: `the environment ${recipe.name} could not be made (${taken.reason})` };
	},
	writesTree: async ({ recipe }, { root }, ports) => {
		return (recipe === void 0 ? [] : await factsOfRecipe(recipe, root, ports)).some(({ kind }) => kind === "own" || kind === "never");
	}
};

// src/actions/gates/environments.ts
const KINDS = {
	uv: uvEnvironments,
	venv: venvEnvironments,
	npm: nodeEnvironments,
	pnpm: nodeEnvironments,
	yarn: nodeEnvironments,
	bun: nodeEnvironments
};
const TIERS = [
	"fast",
	"normal",
	"slow"
];
/** Managers that keep one cache for all folders, and lock little of it. */
const NODE_LOCK = "packages of Node";
function cheapestTier(gates) {
	return TIERS.find((tier) => gates.some((gate) => gate.tier === tier)) ?? "normal";
}
function nameOf({ manager, cwd, recipe }) {
	const name = recipe?.name ?? manager;
	return cwd === "." ? `set-up of ${name}` : `set-up of ${name} in ${cwd}`;
}
/** Names with a blank, so that none is the id of a gate; stable, because durations are remembered by them. */
function uniqueName(environment, taken) {
	const name = nameOf(environment);
	let unique = name;
	for (let at = 2; taken.has(unique); at += 1) unique = `${name}, ${at}`;
	return unique;
}
/**
* Whether a gate reads nothing that an installation may write into the tree meanwhile: hooks are given the files that git
* knows.
*/
function readsKnownFilesOnly({ tool, source }) {
	return tool === "uv lock" || isHookSource(source);
}
/**
* The packages that gates need: what is there, and what must be installed before some of them can start. Installing is part
* of the schedule, so that gates that need nothing of it need not wait.
*/
var Environments = class Environments {
	#options;
	#ports;
	#tasks = /* @__PURE__ */ new Map();
	#outcomes = /* @__PURE__ */ new Map();
	constructor(options, ports) {
		this.#options = {
			...options,
			uv: options.uv ?? new UvAnswers(options.root, ports)
		};
		this.#ports = ports;
	}
	/**
	* Looks at what is there. Installs nothing.
	*
	* @param gates the gates that will run
	* @param options environments of the plan, and where they are
	* @param ports the world
	*/
	static async open(gates, options, ports) {
		const all = new Environments(options, ports);
		const users = /* @__PURE__ */ new Map();
		for (const gate of gates) {
			const need = packagesFor(gate);
			if (need !== null) users.set(keyOf(need), [...users.get(keyOf(need)) ?? [], gate]);
		}
		for (const [at, environment] of options.environments.entries()) {
			const gatesOfIt = users.get(keyOf(environment));
			if (gatesOfIt !== void 0) await all.#look(environment, at, gatesOfIt);
		}
		return all;
	}
	async #look(environment, at, gates) {
		const key = keyOf(environment);
		if (this.#outcomes.has(key) || this.#taskOf(key) !== void 0) return;
		const kind = KINDS[environment.manager];
		const found = await kind.look(environment, this.#options, this.#ports);
		if (found !== void 0) {
			this.#outcomes.set(key, found);
			return;
		}
		const id = uniqueName(environment, new Set(this.#tasks.keys()));
		this.#tasks.set(id, {
			id,
			key,
			environment,
			needs: [],
			tier: cheapestTier(gates),
			cpu: 1,
			memoryBytes: null,
			tool: "set-up",
			locks: kind === nodeEnvironments ? [NODE_LOCK] : [],
			folder: join(this.#options.folder, String(at + 1)),
			writesTree: await kind.writesTree(environment, this.#options, this.#ports)
		});
	}
	#taskOf(key) {
		return [...this.#tasks.values()].find((task) => task.key === key);
	}
	/** @returns ids of what must be installed before the gate can start */
	waitsFor(gate) {
		const need = packagesFor(gate);
		const own = need === null ? void 0 : keyOf(need);
		const isFree = readsKnownFilesOnly(gate);
		return [...this.#tasks.values()].filter(({ key, writesTree }) => key === own || writesTree && !isFree).map(({ id }) => id);
	}
	/** @returns what must be installed for these gates, for the scheduler */
	tasksFor(gates) {
		const needed = new Set(gates.flatMap((gate) => this.waitsFor(gate)));
		return [...this.#tasks.values()].filter(({ id }) => needed.has(id));
	}
	/** @returns why the gate cannot run; undefined when its packages are there */
	problemFor(gate) {
		return this.#outcomeFor(gate)?.problem;
	}
	/** @returns variables that put the programs of the gate's environment first */
	variablesFor(gate) {
		return this.#outcomeFor(gate)?.variables ?? {};
	}
	#outcomeFor(gate) {
		const need = packagesFor(gate);
		return need === null ? void 0 : this.#outcomes.get(keyOf(need));
	}
	/**
	* @param id what a gate waits for
	* @param signal ends it
	*/
	async install(id, signal) {
		const task = this.#tasks.get(id);
		if (task === void 0) return;
		const { environment, folder, key, writesTree } = task;
		const store = writesTree && this.#options.isShortLived === true ? void 0 : this.#options.store;
		const processes = signal === void 0 ? this.#ports.processes : stoppable(this.#ports.processes, signal);
		const ports = {
			...this.#ports,
			processes
		};
		const outcome = await KINDS[environment.manager].install(environment, {
			...this.#options,
			folder,
			store
		}, ports).catch((error) => {
			return { problem: `packages could not be installed (${error instanceof Error ? error.message : String(error)})` };
		});
		this.#tasks.delete(id);
		this.#outcomes.set(key, outcome);
	}
	/**
	* Installs what is missing, before anything else.
	*
	* @param isWanted chooses; default: all
	*/
	async installAll(isWanted = () => true) {
		const limit = pLimit(Math.max(1, this.#ports.machine.cores()));
		const alone = pLimit(1);
		const wanted = [...this.#tasks.values()].filter(({ environment }) => isWanted(environment));
		await Promise.all(wanted.map(({ id, locks }) => limit(() => locks.length > 0 ? alone(() => this.install(id)) : this.install(id))));
	}
	/** Takes what earlier runs kept, and installs nothing. */
	async findKept() {
		const { root, store, uv } = this.#options;
		if (store === void 0 || uv === void 0) return;
		const limit = pLimit(Math.max(1, this.#ports.machine.cores()));
		const find = async ({ id, key, environment: { recipe } }) => {
			const found = recipe === void 0 ? void 0 : await findEnvironment(recipe, {
				root,
				store
			}, {
				...this.#ports,
				uv
			});
			if (found === void 0) return;
			this.#tasks.delete(id);
			this.#outcomes.set(key, {
				variables: variablesOf(found.folder, this.#ports.env),
				kept: found
			});
		};
		const venvs = [...this.#tasks.values()].filter(({ environment }) => environment.manager === "venv");
		await Promise.all(venvs.map((task) => limit(() => find(task))));
	}
	/** What is there now. */
	installed() {
		const pick = (what) => new Map([...this.#outcomes].flatMap(([key, outcome]) => {
			const value = what(outcome);
			return value === void 0 ? [] : [[key, value]];
		}));
		return {
			problems: pick(({ problem }) => problem),
			variables: pick(({ variables }) => variables),
			kept: pick(({ kept }) => kept),
			remarks: [...new Set([...this.#outcomes.values()].flatMap(({ remark }) => remark ?? []))].sort()
		};
	}
	/** @returns what was in each kept environment when it was found or made, by {@link keyOf} */
	made() {
		return Object.fromEntries([...this.installed().kept ?? []].map(([key, { identity }]) => [key, identity]));
	}
	/** @returns the same without those into which something was installed since */
	async unchanged() {
		const { store } = this.#options;
		const kept = [...this.installed().kept ?? []];
		const whole = await Promise.all(kept.map(async ([key, one]) => await store?.isWhole(one) === true ? [[key, one.identity]] : []));
		return Object.fromEntries(whole.flat());
	}
};
/**
* Installs all that gates need, before any of them starts.
*
* @param gates the gates that will run
* @param options environments of the plan, and where they are
* @param ports the world
* @returns what is there, and why gates cannot run for what is not
*/
async function installEnvironments(gates, options, ports) {
	const all = await Environments.open(gates, options, ports);
	await all.installAll();
	return all.installed();
}

// src/actions/gates/result-cache.ts
/** Files that are named to people. */
const MOST_NAMED = 5;
async function readStore(files, path) {
	try {
		return (await files.size(path) ?? 0) > 16777216 ? void 0 : await files.readText(path);
	} catch {
		return;
	}
}
/** Reports that a gate writes into the tree. */
function writtenBy(gate) {
	const prefix = gate.cwd === "." ? "" : `${gate.cwd}/`;
	return gate.reports.filter(({ path }) => !path.startsWith("${")).map(({ path }) => `${prefix}${path}`);
}
function groundRequest({ root, gates, written, hasInstalled }, env) {
	return {
		root,
		env: gateEnvironment(env, {}),
		programs: [...new Set(gates.flatMap(programsOf))],
		packages: [...new Set(gates.flatMap((gate) => packagePlaces(gate, env)))],
		written: [...written, ...gates.flatMap(writtenBy)],
		...hasInstalled === true ? { isFresh: true } : {}
	};
}
function differing(before, after) {
	const line = ({ path, mode, id }) => `${mode} ${id} ${path}`;
	const [old, now] = [new Set(before.files.map(line)), new Set(after.files.map(line))];
	const changed = [...before.files.filter((one) => !now.has(line(one))), ...after.files.filter((one) => !old.has(line(one)))];
	return [...new Set(changed.map(({ path }) => path))].slice(0, MOST_NAMED);
}
/** The results of one run: those that are known before it, and those that it leaves. */
var ResultCache = class ResultCache {
	#memory;
	#ports;
	#request;
	#run;
	#gates;
	/** The file of remembered passes as it was when the run began. */
	#store;
	#ground;
	/** What decides each gate's result. */
	keys;
	constructor(memory, ports, { run, request }, known) {
		this.#memory = memory;
		this.#ports = ports;
		this.#run = run;
		this.#gates = run.gates;
		this.#request = request;
		this.#store = known.store;
		this.#ground = known.ground;
		this.keys = resultKeys(run.gates, known.ground);
	}
	/**
	* Looks at all that results rest on. Before the gates start: what they write into the file meanwhile is never read.
	*
	* @param memory where results are remembered
	* @param run what the run is about
	* @param ports the world
	*/
	static async open(memory, run, ports) {
		const request = groundRequest(run, ports.env);
		const [store, ground] = await Promise.all([
			readStore(ports.files, memory.file),
			memory.grounds.look(request),
			run.environments?.findKept()
		]);
		const environments = run.environments?.made() ?? {};
		return new ResultCache(memory, ports, {
			run,
			request
		}, {
			store,
			ground: {
				...ground,
				environments
			}
		});
	}
	/** @returns judgements of gates that need not run */
	async recall() {
		const store = this.#store;
		if (this.#memory.readsNothing === true || store === void 0) return /* @__PURE__ */ new Map();
		if (![...this.keys.values()].some((key) => key.kind === "key" && store.includes(key.key))) return /* @__PURE__ */ new Map();
		const { recallFrom } = await import("./remembered-passes.js");
		return recallFrom(store, this.#gates, this.keys, this.#ports.clock.now());
	}
	/**
	* Remembers what passed, when the files of the gate are still what they were as the run began. A fault forgets, and fails
	* nothing.
	*
	* @param execution what the gates came to
	* @param masker hides secrets
	*/
	async keep(execution, masker) {
		const fresh = execution.gates.filter(({ judgement }) => judgement.outcome === "passed");
		if (fresh.length === 0) return {
			keys: this.keys,
			hasNew: false,
			restless: []
		};
		const { passOf, withPasses } = await import("./remembered-passes.js");
		const now = this.#ports.clock.now();
		const after = await this.#memory.grounds.lookAgain(this.#request);
		const [keysBefore, keysAfter] = [this.#keysBefore(), await this.#keysAfter(after)];
		const passes = new Map(fresh.flatMap((executed) => {
			const before = keysBefore.get(executed.gate.id);
			const later = keysAfter.get(executed.gate.id);
			const pass = passOf(executed, now, this.#memory.where);
			return before?.kind === "key" && later?.kind === "key" && before.key === later.key && pass !== void 0 ? [[before.key, pass]] : [];
		}));
		if (passes.size > 0) await this.#write(masker.mask(withPasses(this.#store, passes, now)));
		return {
			keys: this.keys,
			hasNew: passes.size > 0,
			restless: differing(this.#ground, after)
		};
	}
	/** What was made during the run is known by now. */
	#keysBefore() {
		return resultKeys(this.#gates, {
			...this.#ground,
			environments: this.#run.environments?.made() ?? {}
		});
	}
	/** A gate that installs into its environment leaves another one than it found. */
	async #keysAfter(after) {
		const environments = await this.#run.environments?.unchanged() ?? {};
		return resultKeys(this.#gates, {
			...this.#ground,
			...after,
			environments
		});
	}
	async #write(text) {
		try {
			await this.#ports.files.write(this.#memory.file, text);
		} catch {}
	}
};

export { keyOf as a, UNUSED_MS as c, countsBeside as d, stoppable as i, isPinned as l, Environments as n, packagesFor as o, installEnvironments as r, FLOATING_MS as s, ResultCache as t, isYoung as u };