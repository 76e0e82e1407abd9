import { o as __toESM } from "./rolldown-runtime.js";
import { S as nearestName, a as tableAt, i as isTable, n as asTable, o as textList, r as asText, s as valueAt, t as asList } from "./begin.js";
import { _ as checkoutWord, b as tomlLines, g as CHECKOUT_VARIABLE, h as unwrapLaunchers, m as selectFiles, o as toolchainWanted, s as OUTSIDE, t as languagesOf, u as SITE_PACKAGES, v as movedCheckout, x as jsonLines } from "./declarations.js";
import { n as TomlError } from "./dist.js";
import { t as parseToml } from "./toml.js";
import { At as safeEnvironment, Ct as environmentKey, Dt as SAFE_OPTIONS, Mt as fromRoot, Nt as shellLine, Pt as shellWord, St as toolFacts, Tt as require_picomatch, at as isHookSource, bt as pythonVariables, dt as unmeasured, jt as stopsGit, kt as partsOf, wt as filesNamedBy } from "./first-gate.js";
import { n as TurnpikeError } from "./errors.js";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { execFile } from "node:child_process";
import { dirname as dirname$1, join as join$1, relative as relative$1 } from "node:path/posix";
import { promisify } from "node:util";

// src/core/documents/ini.ts
/** No setting of a hand-written file is longer; what is would only cost time. */
const MAX_LINE = 1e3;
/**
* Reads sections, keys and values with continued lines (docs.python.org, configparser). What it does not understand it
* leaves out: it is used to find declarations, not to judge a file.
*
* @param text the file
* @returns sections by name, values as text, and a finder for `[section, key]`
*/
function readIni(text) {
	const sections = /* @__PURE__ */ new Map();
	const lines = /* @__PURE__ */ new Map();
	let section = "";
	let key;
	for (const [index, raw] of text.split("\n").entries()) {
		const line = raw.replace(/\r$/, "");
		if (line.length > MAX_LINE) continue;
		const header = /^\[([^\]]+)\]/.exec(line);
		const pair = /^([^\s#;=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
		if (header?.[1] !== void 0) {
			section = header[1];
			key = void 0;
			sections.set(section, sections.get(section) ?? /* @__PURE__ */ new Map());
			lines.set(section, index + 1);
		} else if (pair?.[1] !== void 0) {
			key = pair[1].toLowerCase();
			sections.get(section)?.set(key, pair[2] ?? "");
			lines.set(`${section}\0${key}`, index + 1);
		} else if (key !== void 0 && /^\s+[^\s#;]/.test(line)) {
			const values = sections.get(section);
			values?.set(key, `${values.get(key) ?? ""}\n${line.trim()}`);
		}
	}
	const plain = [...sections].map(([name, values]) => [name, Object.fromEntries(values)]);
	return {
		sections: Object.fromEntries(plain),
		lineOf: (path) => lines.get(path.join("\0")) ?? lines.get(path[0] ?? "") ?? 1
	};
}

// src/core/detect/node/node-build.ts
/** Scripts that make what is packed, the usual one first. */
const BUILD_SCRIPTS = [
	"build",
	"compile",
	"bundle",
	"dist"
];
/** Files that packages list and often do not have. */
const PAPERS = /^(?:readme|licen[cs]e|changelog|notice|history|authors|contributing|security)(?:[.\-_].*)?$/i;
/** What runs when packages are installed and makes nothing that is packed. */
const HOOKS_OF_GIT = /^\s*(?:husky|lefthook|simple-git-hooks|is-ci|patch-package|echo|exit|true)\b[^&;|]*$/;
const plain = (path) => path.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
/** All paths of `exports` and the like. */
function leaves(value, found = []) {
	if (typeof value === "string") found.push(value);
	else if (Array.isArray(value)) for (const one of value) leaves(one, found);
	else if (isTable(value)) for (const one of Object.values(value)) leaves(one, found);
	return found;
}
/** Paths by which others find what the package does (npm documentation, package.json: main, bin, exports). */
function entryPoints({ document }) {
	return [
		document["main"],
		document["module"],
		document["exports"],
		document["bin"]
	].flatMap((one) => leaves(one)).map((path) => plain(path.replace(/\*.*$/, ""))).filter((path) => path !== "" && path !== "package.json");
}
function listedFiles({ document }) {
	return leaves(document["files"]).filter((one) => !one.startsWith("!")).map((one) => plain(one.replace(/[*{[?].*$/, ""))).filter((path) => path !== "" && !PAPERS.test(path.replace(/^.*\//, "")));
}
/** @returns a test whether the repository has a path, as a file, a folder, or a module without its ending */
function finder(files) {
	const all = new Set(files.flatMap((file) => [
		file,
		file.replace(/\.[cm]?js$|\.json$/, ""),
		file.replace(/\/index\.js$/, "")
	]));
	return (path) => all.has(path) || files.some((file) => file.startsWith(`${path}/`));
}
/** True when packing runs the script by itself, since what packing starts calls it or says the same. */
function isRunByPacking(pack, name, { isModernYarn }) {
	const own = pack.scripts.get(name) ?? "";
	const hooks = (isModernYarn ? ["prepack"] : ["prepack", "prepare"]).map((hook) => pack.scripts.get(hook) ?? "");
	const call = new RegExp(`(?:^|[\\s&;])(?:(?:npm|pnpm|yarn|bun)(?:\\s+run)?|run-[sp]|npm-run-all)\\s+${name}(?=\\s*(?:$|[&;]))`);
	return hooks.some((text) => call.test(text) || text.includes(own));
}
/** True when packing or installing makes something. */
function hasHook({ scripts }) {
	return ["prepack", "prepare"].some((name) => !HOOKS_OF_GIT.test(scripts.get(name) ?? "true"));
}
/** What is released in another way than as a package of a registry: an action by its tag, an extension of an editor. */
function isOtherwiseReleased({ document, scripts }, files) {
	const isAction = files.includes("action.yml") || files.includes("action.yaml");
	const isMeantForRegistry = [
		"files",
		"exports",
		"bin",
		"publishConfig"
	].some((key) => document[key] !== void 0);
	const isRefused = /(?:^|[\s;&])exit 1\b/.test(scripts.get("prepublishOnly") ?? "");
	return isAction && !isMeantForRegistry || isRefused || asTable(document["engines"])["vscode"] !== void 0;
}
/** `npm pack` writes what `npm publish` would; protocols such as `workspace:` are put in by the manager that has them. */
function packWords(manager, { starter, isModernYarn }) {
	if (manager === "pnpm") return [...starter, "pack"];
	return isModernYarn ? [
		...starter,
		"pack",
		"--out",
		"%s-%v.tgz"
	] : ["npm", "pack"];
}
/**
* The build of a package that can be published: packages as locked, the script that makes what package.json names and the
* repository does not hold, and the archive. Nothing where package.json names files of which nothing says how they are made.
*
* @param pack the package of the repository's root
* @param facts what is known beside it
* @param notes gets why there is no build, where a person would expect one
*/
function nodeBuild(pack, facts, notes) {
	const { document, scripts, file, manager } = pack;
	if (document["private"] === true || asText(document["name"]) === void 0 || document["version"] === void 0) return null;
	if (isOtherwiseReleased(pack, facts.files)) return null;
	const isThere = finder(facts.files);
	const absent = entryPoints(pack).find((path) => !isThere(path));
	const isUnbuilt = absent !== void 0 || listedFiles(pack).some((path) => !isThere(path));
	const script = BUILD_SCRIPTS.find((name) => scripts.has(name));
	if (absent !== void 0 && script === void 0 && !hasHook(pack)) {
		const message = `names ${absent}, which is not in the repository, and no script says how it is made; \`build\` of turnpike.yml can`;
		notes.push({
			file,
			line: 1,
			message
		});
		return null;
	}
	const built = isUnbuilt && script !== void 0 && !isRunByPacking(pack, script, facts) ? [[
		...facts.starter,
		"run",
		script
	]] : [];
	return {
		run: [
			...pack.hasDependencies && (built.length > 0 || hasHook(pack)) && facts.install !== void 0 ? [facts.install ?? []] : [],
			...built,
			packWords(manager, facts)
		].map((words) => words.join(" ")).join(" && "),
		cwd: ".",
		source: {
			file,
			line: pack.lineOf(["name"])
		}
	};
}
/**
* @param command a build
* @returns true when it leaves the archive of a package in its folder
*/
function packsNode(command) {
	return /(?:^|[\s;&])(?:npm|(?:npx --yes )?(?:pnpm|yarn|@yarnpkg\/cli-dist)(?:@\S+)?|bun pm) pack(?=$|[\s;&])/.test(command);
}

// src/core/detect/build-command.ts
/**
* The build that the root's manifests declare: `uv build` with a `[build-system]` (without one uv would fall back to
* building an accidental package), else the archive of a package that is not private.
*
* @param project the Python project of the repository's root
* @param node the package of the repository's root
* @param notes gets why there is none, where a person would expect one
*/
function detectBuild(project, node, notes) {
	if (project?.document["build-system"] !== void 0) return {
		run: "uv build",
		cwd: ".",
		source: {
			file: project.file,
			line: project.lineOf(["build-system"])
		}
	};
	return node === void 0 ? null : nodeBuild(node.pack, node.facts, notes);
}

// src/core/detect/combine.ts
/** Order in which people read gates; kinds of their own come last. */
const KINDS$1 = [
	"lock",
	"format",
	"lint",
	"types",
	"build",
	"tests",
	"docs",
	"packaging",
	"sast",
	"deps",
	"audit",
	"secrets"
];
function familyOf({ environment, run }) {
	if (environment !== null) return environment.manager === "uv" || environment.manager === "venv" ? "python" : "node";
	const words = run("x");
	const program = typeof words === "string" ? "" : words[0];
	if (program === "uv" || program === "uvx") return "python";
	return program === "npm" || program === "npx" || program === "pnpm" || program === "yarn" || program === "bun" ? "node" : "other";
}
const rank = ({ kind }) => {
	const index = KINDS$1.indexOf(kind);
	return index === -1 ? KINDS$1.length : index;
};
function left(draft, reason) {
	return {
		kind: draft.kind,
		what: draft.tool ?? draft.kind,
		...draft.source,
		reason
	};
}
/** The declared gate that comes from the same line: a script whose name says `lint` and that checks the format. */
function ofSameLine({ source }, declared) {
	const isThere = (link) => link.file === source.file && link.line === source.line;
	return declared.find((one) => isThere(one.source) || (one.declaredBy?.chain ?? []).some(isThere));
}
function isCovered(draft, declared) {
	const same = ofSameLine(draft, declared);
	if (same !== void 0) return same;
	return declared.find((one) => one.kind === draft.kind && one.cwd === draft.cwd && (one.tool === draft.tool || familyOf(one) === familyOf(draft)));
}
function judge(draft, { drafts, source, unrun }, leftOut) {
	const same = isCovered(draft, drafts);
	if (same !== void 0) {
		leftOut.push(left(draft, `${same.source.file}:${same.source.line} says how it is run here`));
		return;
	}
	if (draft.kind === "lock" || source === null || source === "scripts" || draft.blockers.length > 0) return draft;
	if (!(source === "workflows" || drafts.some((one) => one.blockers.length === 0 && familyOf(one) === familyOf(draft)))) return draft;
	const why = source === "workflows" ? unrun : `what ${source} runs counts here, and it does not run this`;
	return {
		...draft,
		blockers: [why]
	};
}
/**
* What stands in workflows, Makefiles and their like comes before what settings of tools and names of scripts suggest.
*
* @param detected drafts from manifests and settings
* @param declared what commands of the repository say
* @returns drafts in the order in which people read them, and what gave way
*/
function combine(detected, declared) {
	const leftOut = [];
	const kept = detected.map((draft) => judge(draft, declared, leftOut)).filter((draft) => draft !== void 0);
	if (declared.drafts.length === 0) return {
		drafts: kept,
		leftOut
	};
	const place = ({ cwd }) => cwd === "." ? "" : cwd;
	return {
		drafts: [...declared.drafts, ...kept].toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0) || rank(a) - rank(b)),
		leftOut
	};
}

// src/core/detect/notes.ts
/** The first line of a library's message, without its code frame. */
function firstLine(error) {
	return ((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "").replace(/:$/, "").slice(0, 200);
}

// src/core/detect/roots.ts
/** Folders whose projects serve as examples, fixtures or copies, and are not meant to be checked for themselves. */
const NOT_OWN = /^(?:\..*|node_modules|vendor|third[-_]party|external|examples?|samples?|demos?|templates?|cookiecutter.*|fixtures?|__fixtures__|test-?data|tests?|__tests__|e2e|docs?|website|bench|benchmarks?|playgrounds?|integration|dist|build)$/i;
/** More roots than this are not looked at. */
const MAX_ROOTS = 100;
const OTHER_LOCKS = [
	"pnpm-lock.yaml",
	"yarn.lock",
	"bun.lock",
	"bun.lockb"
];
/** @returns a path below a folder that is relative to the repository's root */
function pathIn(cwd, name) {
	return cwd === "." ? name : `${cwd}/${name}`;
}
/**
* @param cwd a folder, relative to the repository's root
* @param files every file of the repository
* @returns manifests and locks that lie in the folder
*/
function rootAt(cwd, files) {
	const find = (...names) => names.map((name) => pathIn(cwd, name)).find((path) => files.has(path));
	return {
		cwd,
		pyproject: find("pyproject.toml"),
		uvLock: find("uv.lock"),
		packageJson: find("package.json"),
		npmLock: find("npm-shrinkwrap.json", "package-lock.json"),
		otherLock: find(...OTHER_LOCKS)
	};
}
const LOCK = /(?:^|\/)(?:uv\.lock|package-lock\.json|npm-shrinkwrap\.json)$/;
/** Locks of folders that are taken for examples and the like: one reason a folder's name, at the first of them. */
function passedOverIn(locks) {
	const byName = /* @__PURE__ */ new Map();
	for (const file of locks) {
		const name = notOwnPart(file);
		if (name !== void 0) byName.set(name, [...byName.get(name) ?? [], file]);
	}
	return [...byName].map(([name, files]) => {
		const reason = `${files.length === 1 ? "a project" : `${files.length} projects`} below ${name}/, which is taken for examples, fixtures or copies`;
		return {
			file: files[0] ?? name,
			reason
		};
	});
}
/** The folder above a file that says that it is an example, a fixture or a copy. */
function notOwnPart(file) {
	return dirname$1(file).split("/").find((part) => NOT_OWN.test(part));
}
/**
* Project roots: the repository's root, and every further folder that has a lock of its own beside its manifest.
* A member of a workspace has no lock of its own, so that it is not checked apart from its workspace.
*
* @param files every file of the repository
* @returns roots sorted by path, the repository's root first, and locks in folders that look like examples or fixtures
*/
function findRoots(files) {
	const all = new Set(files);
	const roots = [rootAt(".", all)];
	const tooMany = [];
	const locks = files.filter((file) => dirname$1(file) !== "." && LOCK.test(file));
	for (const file of locks.filter((lock) => notOwnPart(lock) === void 0)) {
		const cwd = dirname$1(file);
		if (roots.some((root) => root.cwd === cwd)) continue;
		if (roots.length >= MAX_ROOTS) {
			tooMany.push({
				file,
				reason: `only the first ${MAX_ROOTS} projects of a repository are looked at`
			});
			continue;
		}
		const root = rootAt(cwd, all);
		if (root.uvLock && root.pyproject || root.npmLock && root.packageJson) roots.push(root);
	}
	return {
		roots,
		passedOver: [...tooMany, ...passedOverIn(locks)]
	};
}

// src/core/detect/node/node-package.ts
/** Longest script in characters that is looked at. */
const MAX_SCRIPT = 4e3;
function managerOf(document, root) {
	const declared = /^(npm|pnpm|yarn|bun)@/.exec(asText(document["packageManager"]) ?? "")?.[1];
	if (declared === "npm" || declared === "pnpm" || declared === "yarn" || declared === "bun") return {
		manager: declared,
		managerFrom: "`packageManager` in package.json"
	};
	if (root.npmLock !== void 0) return {
		manager: "npm",
		managerFrom: root.npmLock
	};
	const lock = root.otherLock;
	if (lock === void 0) return {
		manager: "npm",
		managerFrom: "no lock of another package manager"
	};
	return {
		manager: lock.endsWith("pnpm-lock.yaml") ? "pnpm" : lock.endsWith("yarn.lock") ? "yarn" : "bun",
		managerFrom: lock
	};
}
/**
* @param root a root with a package.json
* @param snapshot where the texts are
* @param notes gets what could not be read
* @returns the package, or undefined when package.json could not be read
*/
function readNodePackage(root, snapshot, notes) {
	const file = root.packageJson;
	const text = file === void 0 ? void 0 : snapshot.texts.get(file);
	if (file === void 0 || text === void 0) return void 0;
	let document;
	try {
		document = JSON.parse(text);
	} catch (error) {
		notes.push({
			file,
			line: null,
			message: `is not JSON: ${firstLine(error)}; nothing is detected in it`
		});
		return;
	}
	if (!isTable(document)) {
		notes.push({
			file,
			line: 1,
			message: "is not a JSON object; nothing is detected in it"
		});
		return;
	}
	const scripts = Object.entries(asTable(document["scripts"])).filter((entry) => {
		return typeof entry[1] === "string" && entry[1].trim() !== "" && entry[1].length <= MAX_SCRIPT;
	});
	const names = [
		"dependencies",
		"devDependencies",
		"optionalDependencies",
		"peerDependencies"
	];
	const table = document;
	return {
		root,
		file,
		document,
		lineOf: jsonLines(text),
		scripts: new Map(scripts),
		...managerOf(document, root),
		hasDependencies: names.some((name) => Object.keys(asTable(table[name])).length > 0),
		isWorkspace: document["workspaces"] !== void 0 || snapshot.texts.has(pathIn(root.cwd, "pnpm-workspace.yaml"))
	};
}

// src/core/detect/python/uv-lock.ts
const NAME = /^\r?\nname = "([^"\n]+)"(?:\r?\nversion = "([^"\n]+)")?/;
const DEPENDENCIES = /^dependencies = \[$([\s\S]*?)^\]/m;
const DEPENDENCY = /\{ name = "([^"\n]+)"/g;
function neededBy(block) {
	return [...(DEPENDENCIES.exec(block)?.[1] ?? "").matchAll(DEPENDENCY)].map((match) => match[1] ?? "");
}
/**
* Reads names, versions and what needs what, without parsing the whole document, because locks reach megabytes.
* uv writes each package as a `[[package]]` table that begins with its name, with `dependencies` one to a line
* (crates/uv-resolver/src/lock in astral-sh/uv).
*
* @param text a uv.lock
* @returns versions by name; empty for a text that is no lock
*/
function readUvLock(text) {
	const packages = /* @__PURE__ */ new Map();
	for (const block of text.split("[[package]]").slice(1)) {
		const match = NAME.exec(block);
		if (match?.[1] !== void 0 && !packages.has(match[1])) packages.set(match[1], {
			version: match[2],
			block
		});
	}
	const versions = [...packages].flatMap(([name, { version }]) => version === void 0 ? [] : [[name, version]]);
	const reaches = (names, wanted) => {
		const seen = new Set(names);
		for (const name of seen) {
			if (name === wanted) return true;
			const found = packages.get(name);
			if (found !== void 0) for (const needed of neededBy(found.block)) seen.add(needed);
		}
		return false;
	};
	return {
		versions: new Map(versions),
		reaches
	};
}

// src/core/detect/python/python-project.ts
/** PEP 503: case, `-`, `_` and `.` do not tell names apart. */
function normalizeName(name) {
	return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
function requirementName(requirement) {
	const match = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(asText(requirement) ?? "");
	return match?.[1] === void 0 ? void 0 : normalizeName(match[1]);
}
/** @returns normalised names of a list of requirements (PEP 508) */
function requirementNames(requirements) {
	return asList(requirements).map(requirementName).filter((name) => name !== void 0);
}
/** Members of a group with those of the groups it includes (PEP 735); a circle ends where it began. */
function groupMembers(groups, name, seen) {
	if (seen.has(name)) return [];
	const key = Object.keys(groups).find((other) => normalizeName(other) === name);
	const entries = key === void 0 ? [] : asList(groups[key]);
	const included = entries.flatMap((entry) => {
		const other = asText(asTable(entry)["include-group"]);
		return other === void 0 ? [] : groupMembers(groups, normalizeName(other), /* @__PURE__ */ new Set([...seen, name]));
	});
	return [...requirementNames(entries), ...included];
}
function dependencySets(document, lineOf) {
	const project = asTable(document["project"]);
	const uv = asTable(asTable(document["tool"])["uv"]);
	const groups = asTable(document["dependency-groups"]);
	const extras = asTable(project["optional-dependencies"]);
	const sets = [];
	const add = (kind, name, packages, path) => sets.push({
		kind,
		name,
		packages: new Set(packages),
		line: lineOf(path)
	});
	add("project", "", requirementNames(project["dependencies"]), ["project", "dependencies"]);
	for (const name of Object.keys(groups)) add("group", name, groupMembers(groups, normalizeName(name), /* @__PURE__ */ new Set()), ["dependency-groups", name]);
	if (uv["dev-dependencies"] !== void 0) add("group", "dev", requirementNames(uv["dev-dependencies"]), [
		"tool",
		"uv",
		"dev-dependencies"
	]);
	for (const name of Object.keys(extras)) add("extra", name, requirementNames(extras[name]), [
		"project",
		"optional-dependencies",
		name
	]);
	return sets;
}
function defaultGroupsOf(document) {
	const groups = Object.keys(asTable(document["dependency-groups"]));
	const uv = asTable(asTable(document["tool"])["uv"]);
	const declared = uv["default-groups"];
	if (declared === "all") return groups;
	if (Array.isArray(declared)) return declared.filter((name) => typeof name === "string");
	return groups.includes("dev") || uv["dev-dependencies"] !== void 0 ? ["dev"] : [];
}
/**
* @param root a root with a pyproject.toml
* @param snapshot where the texts are
* @param notes gets what could not be read
* @returns the project, or undefined when pyproject.toml could not be read
*/
function readPythonProject(root, snapshot, notes) {
	const file = root.pyproject;
	const text = file === void 0 ? void 0 : snapshot.texts.get(file);
	if (file === void 0 || text === void 0) return void 0;
	const lineOf = tomlLines(text);
	try {
		const document = asTable(parseToml(text));
		const lockText = root.uvLock === void 0 ? void 0 : snapshot.texts.get(root.uvLock);
		return {
			root,
			file,
			document,
			lineOf,
			sets: dependencySets(document, lineOf),
			defaultGroups: defaultGroupsOf(document),
			lock: lockText === void 0 ? void 0 : readUvLock(lockText)
		};
	} catch (error) {
		const line = error instanceof TomlError ? error.line : null;
		notes.push({
			file,
			line,
			message: `is not TOML that can be read: ${firstLine(error)}; nothing is detected in it`
		});
		return;
	}
}
/**
* Finds the tool in a group, extra or the project's own dependencies, else in what the lock says that these need. Among several the one that needs nothing extra
* wins, then one whose name says what it is for.
*
* @param project the project
* @param tool normalised name of the package
* @param likely names of groups or extras that usually hold it, best first
* @returns undefined when no set names the tool
*/
function findTool(project, tool, likely) {
	const direct = project.sets.filter((set) => bringsTool(set, tool));
	const homes = direct.length > 0 ? direct : project.sets.filter((set) => project.lock?.reaches(set.packages, tool));
	const rank = (set) => {
		const position = likely.indexOf(normalizeName(set.name));
		const named = position === -1 ? likely.length : position;
		return (set.kind === "project" || set.kind === "group" && project.defaultGroups.includes(set.name) ? 0 : 100) + named;
	};
	const best = [...homes].sort((a, b) => rank(a) - rank(b))[0];
	if (best === void 0) return void 0;
	const isDefault = best.kind === "group" && project.defaultGroups.includes(best.name);
	return {
		groups: best.kind === "group" && !isDefault ? [best.name] : [],
		extras: best.kind === "extra" ? [best.name] : [],
		where: `${best.kind === "project" ? "the project's own list" : `${best.kind} ${best.name}`}${direct.length > 0 ? "" : ", by way of the lock,"}`,
		version: project.lock?.versions.get(tool)
	};
}
/** A plugin of pytest depends on pytest: `pytest-cov` in a group brings it. */
function bringsTool(set, tool) {
	if (set.packages.has(tool)) return true;
	return tool === "pytest" && [...set.packages].some((name) => name.startsWith("pytest-"));
}

// src/core/detect/declared/scene.ts
/** @returns a folder and those above it, the nearest first, `.` last */
function upwards(cwd) {
	const folders = [cwd];
	for (let at = cwd; at !== dirname$1(at); at = dirname$1(at)) folders.push(dirname$1(at));
	return folders;
}
const NODE_LOCKS = [
	"npm-shrinkwrap.json",
	"package-lock.json",
	"pnpm-lock.yaml",
	"yarn.lock",
	"bun.lock",
	"bun.lockb"
];
/** What a repository shows around its commands: manifests and locks, each read once. */
var DeclaredScene = class {
	snapshot;
	#files;
	#projects = /* @__PURE__ */ new Map();
	#packages = /* @__PURE__ */ new Map();
	#folders;
	#notes = [];
	#withScripts = /* @__PURE__ */ new Set();
	#locked = /* @__PURE__ */ new Set();
	#askedFor = /* @__PURE__ */ new Set();
	#nodeNeeds = /* @__PURE__ */ new Map();
	/** @param snapshot the repository */
	constructor(snapshot) {
		this.snapshot = snapshot;
		this.#files = new Set(snapshot.files);
	}
	/** @returns true when the repository has the file */
	has(path) {
		return this.#files.has(path);
	}
	/** @returns true when the repository has a file or folder there */
	hasPath(path) {
		const name = path.replace(/\/+$/, "");
		return name === "." || this.has(name) || this.#hasFolder(name);
	}
	#hasFolder(name) {
		if (this.#folders === void 0) {
			this.#folders = /* @__PURE__ */ new Set();
			for (const file of this.snapshot.files) for (let at = dirname$1(file); at !== "." && !this.#folders.has(at); at = dirname$1(at)) this.#folders.add(at);
		}
		return this.#folders.has(name);
	}
	/** @returns the Python project that a folder belongs to, with its lock */
	projectAt(cwd) {
		for (const folder of upwards(cwd)) {
			const project = this.#projectIn(folder);
			if (project === void 0) continue;
			return {
				cwd: folder,
				project,
				lock: upwards(folder).map((one) => pathIn(one, "uv.lock")).find((path) => this.has(path))
			};
		}
	}
	/** @returns the package that a folder belongs to, with the folder of its lock */
	packageAt(cwd) {
		const folders = upwards(cwd).filter((folder) => this.#packageIn(folder) !== void 0);
		const folder = folders.find((folder) => this.#lockIn(folder) !== void 0) ?? folders.at(-1);
		const pack = folder === void 0 ? void 0 : this.#packageIn(folder);
		if (folder === void 0 || pack === void 0) return void 0;
		const yarnrc = this.snapshot.texts.get(pathIn(folder, ".yarnrc.yml"));
		return {
			cwd: folder,
			pack,
			lock: this.#lockIn(folder),
			yarnrc
		};
	}
	/** @returns the folder of the nearest package.json, whatever is installed there */
	nearestPackageFolder(cwd) {
		return upwards(cwd).find((folder) => this.#files.has(pathIn(folder, "package.json")));
	}
	/** @returns the package.json of a folder; empty when it has none that can be read */
	manifestIn(folder) {
		return this.#packageIn(folder)?.document ?? {};
	}
	/** @returns `requires-python` of the project that a folder belongs to */
	requiresPython(cwd) {
		return asText(asTable(this.projectAt(cwd)?.project.document["project"])["requires-python"]) ?? null;
	}
	/**
	* Packages of Node lie in the tree, so that a folder can hold one set of them alone.
	*
	* @param need what one command wants of a folder
	* @returns what the first command wanted of it
	*/
	oneNeed(need) {
		const before = this.#nodeNeeds.get(need.cwd);
		if (before === void 0) this.#nodeNeeds.set(need.cwd, need);
		return before ?? need;
	}
	/**
	* Tells that a job installs packages of a folder and lets their scripts run.
	*
	* @param cwd the folder
	*/
	letScriptsRun(cwd) {
		const found = this.packageAt(cwd);
		if (found !== void 0) this.#withScripts.add(found.cwd);
	}
	/**
	* Tells that a job installs packages of a folder and holds to its lock.
	*
	* @param cwd the folder
	*/
	holdToLock(cwd) {
		const found = this.packageAt(cwd);
		if (found !== void 0) this.#locked.add(found.cwd);
	}
	/** @returns true when one of the jobs holds to the lock, so that it matches */
	holdsToLock(cwd) {
		return this.#locked.has(cwd);
	}
	/** A job fails where the lock does not match. */
	askForLock(cwd) {
		const found = this.packageAt(cwd);
		if (found !== void 0) this.#askedFor.add(found.cwd);
	}
	/** @returns true when one of the jobs says that the lock must match; Yarn 1 and bun do not ask for it by themselves */
	asksForLock(cwd) {
		return this.#askedFor.has(cwd);
	}
	/** @returns true when one of the jobs lets scripts of packages run, so that all have what these make */
	runsScripts(cwd) {
		return this.#withScripts.has(cwd);
	}
	#lockIn(folder) {
		return NODE_LOCKS.map((name) => pathIn(folder, name)).find((path) => this.has(path));
	}
	#projectIn(folder) {
		if (!this.#projects.has(folder)) this.#projects.set(folder, readPythonProject(rootAt(folder, this.#files), this.snapshot, this.#notes));
		return this.#projects.get(folder);
	}
	#packageIn(folder) {
		if (!this.#packages.has(folder)) this.#packages.set(folder, readNodePackage(rootAt(folder, this.#files), this.snapshot, this.#notes));
		return this.#packages.get(folder);
	}
};

// src/core/detect/declared/situation.ts
/** @returns what a person calls the environment of a run: `tox:lint`, `ci.yml test` */
function environmentName({ home }) {
	return home.system === "workflow" ? `${home.place.file.replace(/^.*\//, "")} ${home.name}` : home.id;
}

// src/core/detect/declared/environment/node-environment.ts
/** Options of an installation that change nothing about what is there afterwards, or leave out what other jobs need. */
const HARMLESS$1 = /^(?:ci|install|i|clean-install|--no-audit|--no-fund|--audit=false|--fund=false|--prefer-offline|--quiet|--silent|-s|--loglevel.*|--no-progress|--progress=false|--frozen-lockfile|--immutable|--non-interactive|--frozen-lockfile=true|--network-timeout.*|--no-save|--pure-lockfile|--cache.*|--production|--prod|-P|--only=.*|--omit=dev|--include=.*|\d+)$/;
function versionOf({ pack, yarnrc }, manager) {
	const declared = asText(pack.document["packageManager"]) ?? "";
	return new RegExp(`^${manager}@([0-9][^+]*)`).exec(declared)?.[1] ?? wantedOf(pack.document, manager) ?? (manager === "yarn" ? /^yarnPath:.*\byarn-(\d[\w.-]*?)\.c?js\b/m.exec(yarnrc ?? "")?.[1] : void 0);
}
/** `devEngines.packageManager`, `volta` and `engines`, where they name one version or one line of versions. */
function wantedOf(document, manager) {
	const listed = asTable(document["devEngines"])["packageManager"];
	const wished = (Array.isArray(listed) ? listed : [listed]).map(asTable);
	const version = asText(wished.find((one) => one["name"] === manager)?.["version"]) ?? asText(asTable(document["volta"])[manager]) ?? asText(asTable(document["engines"])[manager]);
	return version !== void 0 && /^[~^]?\d[\w.]*$/.test(version) ? version : void 0;
}
/** Yarn keeps no node_modules unless its settings ask for them (yarnpkg.com, "nodeLinker"). */
function isPlugAndPlay({ cwd, yarnrc, pack }, { scene }) {
	if (scene.has(pathIn(cwd, ".pnp.cjs"))) return true;
	return pack.manager === "yarn" && yarnrc !== void 0 && !/^nodeLinker:\s*["']?(?:node-modules|pnpm)\b/m.test(yarnrc);
}
/** Options of an installation that may change the lock. */
const UNLOCKED = /^--(?:no-(?:frozen-lockfile|immutable)|frozen-lockfile=false)$/;
/** Options that say that the lock must match. */
const LOCKED = /^--(?:frozen-lockfile|immutable)(?:=true)?$/;
/** The option that holds to the lock, unless the job says that it does not. */
function unlessRefused(option, flags) {
	return flags.some((flag) => UNLOCKED.test(flag)) ? [] : [option];
}
function yarnInstall({ lock, yarnrc }, version, { flags, mustMatch }) {
	if (version === void 0 ? yarnrc !== void 0 : !version.startsWith("1.")) return [
		"npx",
		"--yes",
		`@yarnpkg/cli-dist@${version ?? "latest"}`,
		"install",
		...unlessRefused("--immutable", flags),
		...flags
	];
	const toLock = unlessRefused(mustMatch ? "--frozen-lockfile" : "--pure-lockfile", flags);
	const options = lock === void 0 ? ["--no-lockfile"] : toLock;
	return [
		"npx",
		"--yes",
		`yarn@${version ?? "1.22.22"}`,
		"install",
		...options,
		...flags
	];
}
/** Words that install what the lock says and do not write it, with a manager that need not be on PATH. */
function frozen(found, manager, { flags, pinned, mustMatch }) {
	const version = versionOf(found, manager) ?? pinned;
	const isLocked = found.lock !== void 0;
	switch (manager) {
		case "npm": return isLocked ? [
			"npm",
			"ci",
			"--no-audit",
			"--no-fund",
			...flags
		] : [
			"npm",
			"install",
			"--no-package-lock",
			"--no-audit",
			"--no-fund",
			...flags
		];
		case "pnpm": return [
			"npx",
			"--yes",
			`pnpm@${version ?? "latest"}`,
			"install",
			...isLocked ? unlessRefused("--frozen-lockfile", flags) : ["--no-lockfile"],
			...flags
		];
		case "bun": return [
			"npx",
			"--yes",
			`bun@${version ?? "latest"}`,
			"install",
			...isLocked && mustMatch ? unlessRefused("--frozen-lockfile", flags) : ["--no-save"],
			...flags
		];
		case "yarn": return yarnInstall(found, version, {
			flags,
			mustMatch
		});
	}
}
/**
* @param found the package with its lock
* @param manager what installs it
* @returns words that install exactly what the lock says, with a manager that need not be on PATH
*/
function frozenInstall(found, manager) {
	return frozen(found, manager, {
		flags: [],
		pinned: void 0,
		mustMatch: true
	});
}
function needOf$1(situation, found, install) {
	const { cwd, pack, lock } = found;
	const manager = install?.manager ?? pack.manager;
	const isSkipped = (word) => HARMLESS$1.test(word) || word === "--ignore-scripts" && situation.scene.runsScripts(cwd) || UNLOCKED.test(word) && situation.scene.holdsToLock(cwd);
	const flags = (install?.words.slice(1) ?? []).filter((word) => !isSkipped(word));
	const need = {
		manager,
		cwd,
		groups: [],
		extras: []
	};
	if (manager === "npm" && flags.length === 0 && lock !== void 0 && !/(?:pnpm-lock|yarn\.lock|bun\.lock)/.test(lock)) return need;
	const words = frozen(found, manager, {
		flags,
		pinned: situation.state.pins.get(manager),
		mustMatch: situation.scene.asksForLock(cwd)
	});
	const { file, line } = situation.step.command.place;
	const name = `${manager} ${environmentName(situation.run)}`;
	return {
		...need,
		recipe: {
			name,
			python: null,
			requiresPython: null,
			installs: [{
				words,
				cwd,
				env: {},
				source: {
					file,
					line
				}
			}]
		}
	};
}
/** `pnpm run build` where pnpm need not be on PATH. */
function startedBy(found, own, pins) {
	const [first, ...rest] = own;
	if (first !== "pnpm" && first !== "yarn" && first !== "bun") return own;
	return [...frozen(found, first, {
		flags: [],
		pinned: pins.get(first),
		mustMatch: true
	}).slice(0, 3), ...rest];
}
/** What Yarn keeps in archives is found by what it starts itself: `yarn run -B eslint .`, `yarn node test.js`. */
function throughYarn(found, own, { state }) {
	const starter = frozen(found, "yarn", {
		flags: [],
		pinned: state.pins.get("yarn"),
		mustMatch: true
	}).slice(0, 3);
	if (own[0] === "yarn") return [...starter, ...own.slice(1)];
	return own[0] === "node" ? [...starter, ...own] : [
		...starter,
		"run",
		"-B",
		...own
	];
}
/**
* A program that nobody knows may ask who started it (`npm_config_user_agent`): where it is all of a script, npm starts it.
*/
function wholeScript({ step }, { pack }) {
	const { entry, command, classified, passedOn, launched } = step;
	return entry.system === "scripts" && entry.commands.length === 1 && passedOn.length === 0 && command.cwd === dirname$1(entry.place.file) && launched !== null && !/\//.test(launched.bare[0] ?? "/") && classified.use.kind === "other" && pack.manager === "npm" ? entry.name : void 0;
}
/** Programs that packages bring under another name. */
const BROUGHT_BY = {
	tsc: "typescript",
	biome: "@biomejs/biome",
	attw: "@arethetypeswrong/cli"
};
const OF_NODE = /^(?:node|npm|npx|pnpm|yarn|bun|corepack)$/;
const withoutVersion = (spec) => spec.replace(/(?<=.)@[^/]*$/, "");
function isDependency({ pack }, name) {
	return [
		"dependencies",
		"devDependencies",
		"optionalDependencies",
		"peerDependencies"
	].some((section) => Object.hasOwn(asTable(pack.document[section]), name));
}
/** A program that `npm install -g` brought: npx brings it, with all that was installed beside it. */
function throughNpx(found, own, { run, state, step }) {
	const [program = "", ...rest] = own;
	const name = BROUGHT_BY[program] ?? program;
	const isHook = run.home.system === "pre-commit";
	const isInstalled = found !== void 0 && !isHook && isDependency(found, name);
	const isLocal = OF_NODE.test(program) || program.includes("/") || isInstalled;
	if (state.programs.length === 0 || isLocal) return {
		run: own,
		blockers: []
	};
	const group = state.programs.find(({ packages }) => packages.some((one) => withoutVersion(one) === name));
	if (group === void 0 || step.launched === null) {
		const [{ placed } = { placed: "" }] = state.programs;
		return {
			run: own,
			blockers: [`of ${placed}: it installs packages for the whole machine`]
		};
	}
	const more = group.packages.flatMap((spec) => ["--package", spec]);
	return {
		run: [
			"npx",
			"--yes",
			...group.packages.length === 1 && program === name ? [group.packages[0] ?? ""] : [
				...more,
				"--",
				program
			],
			...rest
		],
		blockers: []
	};
}
/** A package inside of another, without a lock of its own, that its job installs for itself. */
function ownInstall({ scene, state, step }, { environment }) {
	const near = scene.nearestPackageFolder(step.command.cwd);
	if (environment === null || near === void 0 || near === environment.cwd) return [];
	return state.node.find(({ cwd }) => cwd === near) === void 0 ? [] : [`its job installs packages in ${near} too, where no lock says which`];
}
/**
* @param situation a command of a package
* @param words the command without what only chooses its environment
*/
function nodeEnvironment(situation, words) {
	const { run, blockers } = throughNpx(situation.scene.packageAt(situation.step.command.cwd), words, situation);
	const chosen = situation.run.home.system === "pre-commit" && run[0] === "npx" ? {
		environment: null,
		run,
		blockers: []
	} : ofPackages(situation, run);
	return {
		...chosen,
		blockers: [
			...blockers,
			...ownInstall(situation, chosen),
			...chosen.blockers
		]
	};
}
function ofPackages(situation, own) {
	const { step, scene, state } = situation;
	const { cwd } = step.command;
	const found = scene.packageAt(cwd);
	if (found === void 0) {
		const launcher = step.launched?.launchers.find(({ name }) => name === "npx");
		const words = step.command.words ?? own;
		if (launcher !== void 0) return {
			environment: null,
			run: [
				"npx",
				"--yes",
				...words.slice(1)
			],
			blockers: []
		};
		if (own[0] === "npx") return {
			environment: null,
			run: own,
			blockers: []
		};
		return {
			environment: null,
			run: own,
			blockers: ["there is no package.json above its folder"]
		};
	}
	const isOwnManager = (one) => found.lock === void 0 || one.manager === found.pack.manager;
	const install = state.node.findLast((one) => one.cwd === found.cwd && isOwnManager(one));
	if (!found.pack.hasDependencies && !found.pack.isWorkspace) return {
		environment: null,
		run: own,
		blockers: []
	};
	const environment = scene.oneNeed(needOf$1(situation, found, install));
	const script = wholeScript(situation, found);
	if (script !== void 0) return {
		environment,
		run: [
			"npm",
			"run",
			script
		],
		blockers: []
	};
	if (!isPlugAndPlay(found, situation)) return {
		environment,
		run: startedBy(found, own, state.pins),
		blockers: []
	};
	const blockers = step.launched === null ? ["Yarn's Plug'n'Play keeps no node_modules that a shell could run from"] : [];
	return {
		environment,
		run: throughYarn(found, own, situation),
		blockers
	};
}

// src/core/detect/declared/environment/node-build-facts.ts
/** Words that install the packages of the root as its gates have them, so that both are of one version of the manager. */
function installOfGates({ manager }, drafts) {
	const installs = drafts.find(({ environment }) => environment?.manager === manager && environment.cwd === ".")?.environment?.recipe?.installs ?? [];
	return installs.length === 1 ? installs[0]?.words : void 0;
}
/**
* @param snapshot the repository
* @param pack the package of its root
* @param drafts gates that its commands declare
* @returns what the build of the package rests on
*/
function nodeBuildFacts(snapshot, pack, drafts) {
	const found = new DeclaredScene(snapshot).packageAt(".");
	const words = installOfGates(pack, drafts) ?? (found === void 0 ? [] : frozenInstall(found, pack.manager));
	const isSetUp = pack.manager === "npm" && found?.lock !== void 0;
	return {
		files: snapshot.files,
		install: isSetUp || words.length === 0 ? void 0 : words,
		starter: pack.manager === "npm" ? ["npm"] : words.slice(0, 3),
		isModernYarn: words[2]?.startsWith("@yarnpkg/") === true
	};
}

// src/core/detect/declared/folder-view.ts
/** A repository as it is seen from one of its folders. */
var FolderView = class {
	/** Relative to the top. */
	folder;
	#files;
	#folders;
	/**
	* @param folder the folder, relative to the top
	* @param files all files, relative to the top
	*/
	constructor(folder, files) {
		this.folder = folder;
		this.#files = new Set(files);
		const folders = /* @__PURE__ */ new Set(["."]);
		for (const file of files) for (let at = dirname$1(file); !folders.has(at); at = dirname$1(at)) folders.add(at);
		this.#folders = folders;
	}
	/** @returns a path of the top as a path of the folder: `../ci.yml`, `src`, `.` */
	path(path) {
		const found = relative$1(`/${this.folder}`, `/${path}`);
		return found === "" ? "." : found;
	}
	/** @returns true for the folder and what lies in it */
	isWithin(path) {
		return path === this.folder || path.startsWith(`${this.folder}/`);
	}
	/** @returns true for the folders that the folder lies in */
	isAbove(path) {
		return path !== this.folder && upwards(this.folder).includes(path);
	}
	/** @returns true when there is a file of that path */
	hasFile(path) {
		return this.#files.has(path);
	}
	/** @returns true when there is a file or folder of that path */
	has(path) {
		return this.#files.has(path) || this.#folders.has(path);
	}
	/** @returns a text for people, with its `file:line` seen from the folder */
	text(text) {
		return text.replaceAll(/([^\s`'",()]+):(\d+)/g, (whole, file, line) => this.#files.has(file) ? `${this.path(file)}:${line}` : whole);
	}
};
/**
* @param words a command
* @param cwd the folder that it runs in
* @param view the repository
* @returns words that name what is there; the program itself is none
*/
function argumentPlaces(words, cwd, view) {
	return words.flatMap((word, index) => {
		const [, before = ""] = /^(--?[\w-]+=)/.exec(word) ?? [];
		const text = word.slice(before.length);
		if (index === 0 || text === "" || /^[-/]|[$*{}]/.test(text)) return [];
		const path = join$1(cwd, text).replace(/(?<=.)\/$/, "");
		const isValue = before !== "" || /^-[^=]*$/.test(words[index - 1] ?? "");
		return view.has(path) ? [{
			index,
			before,
			path,
			isValue
		}] : [];
	});
}
/**
* @param words a command
* @param places its {@link argumentPlaces}
* @param isDropped says which of them go
* @param show how a path is written now
* @returns the command with its paths written anew
*/
function rewritePlaces(words, places, isDropped, show) {
	const byIndex = new Map(places.map((place) => [place.index, place]));
	return words.flatMap((word, index) => {
		const place = byIndex.get(index);
		if (place === void 0) return [word];
		return isDropped(place) ? [] : [`${place.before}${show(place.path)}`];
	});
}

// src/core/detect/declared/launchers.ts
const PYTHON = /^(?:uv run|uv tool run|uvx|pipx run|poetry run|pdm run|pipenv run|rye run|hatch run|conda run|mamba run|micromamba run|pixi run)$/;
const NODE = /^(?:npx|npm exec|npm x|pnpm exec|pnpm dlx|pnpx|yarn exec|yarn dlx|yarn run|bunx|bun x|pnpm|yarn)$/;
/** Alone they change nothing about what runs. */
const PASSING = /^(?:env|cross-env|time|nice|ionice|nohup|exec|command|stdbuf|corepack|catchsegv|sudo)$/;
/** What they start may need what they bring. */
const PROVIDING = /^(?:sudo|xvfb-run|dbus-run-session)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
function valuesOf(options, names) {
	return options.flatMap((word, index) => {
		const [name = "", attached] = word.split("=", 2);
		return names.test(name) ? [attached ?? options[index + 1] ?? ""] : [];
	});
}
function toLauncher({ name, options }) {
	return {
		name: name === "uv tool run" ? "uvx" : name,
		family: PYTHON.test(name) ? "python" : "node",
		options,
		groups: valuesOf(options, /^--(?:only-)?group$/),
		extras: valuesOf(options, /^--extra$/),
		all: options.filter((word) => /^--all-(?:groups|extras|packages)$/.test(word)),
		makesOwn: name === "uvx" || name === "uv tool run" || options.some((word) => /^(?:--isolated|--no-project|--script|-s)$/.test(word))
	};
}
/** What a wrapper was, in words; of an environment's own launcher nothing is left. */
function wrapperWords({ name, options }) {
	if (name === "python -m") return [...options, "-m"];
	if (name === "env" && options.some((word) => /^(?:-u|--unset(?:=.*)?)$/.test(word))) return ["env", ...options.filter((word) => !ASSIGNMENT.test(word))];
	return PASSING.test(name) ? [] : [...name.split(" "), ...options];
}
/** `hatch run types:mypy src` runs mypy in the environment `types`. */
function withoutEnvironment([first = "", ...rest], launcher) {
	return launcher?.name === "hatch run" ? [first.replace(/^[\w.+-]+:(?=.)/, ""), ...rest] : [first, ...rest];
}
/** `python script.py`, whatever the interpreter is called. */
function plainPython(words) {
	const [first = "", ...rest] = words;
	if (/(?:^|\/)manage\.py$/.test(first)) return ["python", ...words];
	if (!/^(?:.*\/)?(?:python|pypy)[\d.]*t?$/.test(first)) return words;
	let index = 0;
	while (/^-(?:[bBdEiIOPqsSuvx]+|[WX].*)$/.test(rest[index] ?? "")) index += /^-[WX]$/.test(rest[index] ?? "") ? 2 : 1;
	return ["python", ...rest.slice(index)];
}
/** Options of node that take the next word (nodejs.org/api/cli.html). */
const NODE_VALUES = /^(?:-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--env-file-if-exists)$/;
/** Names of files that say nothing of the program: `uvu/bin.js`, `eslint/lib/cli.js`. */
const ANY_PROGRAM = /^(?:bin|cli|index|main|run|start)$/;
/**
* @param words a command
* @returns the words of `node` without its own options: the file and what that is given; all words of another program, and
* of node where its options say what runs (`-e`, `--test`)
*/
function withoutNodeOptions(words) {
	if (words[0] !== "node") return words;
	let index = 1;
	while (/^-./.test(words[index] ?? "")) {
		if (/^(?:-e|--eval|-p|--print|-pe|-c|--check|--test|--run)(?:=|$)/.test(words[index] ?? "")) return words;
		index += NODE_VALUES.test(words[index] ?? "") ? 2 : 1;
	}
	return ["node", ...words.slice(index)];
}
/** `node --no-warnings ./node_modules/jest/bin/jest.js -i` is jest. */
function plainNode(words) {
	if (words[0] !== "node") return words;
	let index = 1;
	while (/^-./.test(words[index] ?? "")) index += NODE_VALUES.test(words[index] ?? "") ? 2 : 1;
	const [, pack = "", file = ""] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(words[index] ?? "") ?? [];
	if (file === "") return words;
	const name = file.replace(/^.*\//, "").replace(/\.[cm]?[jt]s$/, "").replace(/^_/, "");
	return [ANY_PROGRAM.test(name) ? pack.replace(/^@[^/]+\//, "") : name, ...words.slice(index + 1)];
}
/**
* Takes off what only says where a command runs.
*
* @param words one plain command
* @param cwd the folder it runs in
*/
function unwrap(words, cwd) {
	const whole = unwrapLaunchers(words, cwd);
	const isOfPackages = ({ name }) => PYTHON.test(name) || NODE.test(name);
	const last = whole.launchers.findLastIndex(isOfPackages);
	const own = whole.launchers.slice(last + 1).flatMap(wrapperWords);
	const inside = withoutEnvironment(whole.words, whole.launchers[last]);
	const isModule = whole.launchers[last]?.options.some((word) => word === "-m" || word === "--module") === true;
	return {
		launchers: whole.launchers.filter(isOfPackages).map(toLauncher),
		env: whole.env,
		own: [
			...isModule ? ["python", "-m"] : [],
			...own,
			...inside
		],
		bare: plainNode(plainPython(inside)),
		cwd: whole.cwd,
		isPrivileged: whole.launchers.some(({ name }) => name === "sudo"),
		wrappers: whole.launchers.map(({ name }) => name).filter((name) => PROVIDING.test(name))
	};
}

// src/core/detect/declared/environment/pip-words.ts
/** Options of `pip install` that `uv pip install` has no use for, alone or with the next word. */
const DROPPED = /^(?:--user|--system|--break-system-packages|--disable-pip-version-check|--no-python-version-warning|--prefer-binary|--use-pep517|--no-input|--no-warn-script-location|--no-color|-q|-qq|-qqq|--quiet|-v|-vv|-vvv|--verbose|--isolated|--no-clean|--use-deprecated=.*|--progress-bar=.*|--root-user-action=.*|--upgrade-strategy=.*|--timeout=.*|--retries=.*|--use-feature=.*|--exists-action=.*|--no-cache-dir|--require-virtualenv|--compile|--no-compile)$/;
const DROPPED_WITH_VALUE = /^(?:--progress-bar|--root-user-action|--upgrade-strategy|--timeout|--retries|--use-feature|--use-deprecated|--exists-action|--python|-p|--cache-dir|--log|--proxy|--cert)$/;
/** Where the packages go is ours to say. */
const ELSEWHERE = /^(?:-t|--target|--prefix|--root|--src|--dry-run|--report)(?:=|$)/;
const KEPT_WITH_VALUE = /^(?:-r|--requirement|-c|--constraint|-e|--editable|-i|--index-url|--extra-index-url|-f|--find-links|--only-binary|--no-binary|--group|--extra|--config-settings?|-C|--no-build-isolation-package|--index|--default-index|--index-strategy|--override|--resolution|--prerelease|--reinstall-package|--refresh-package|-P|--upgrade-package|--exclude-newer|--build-constraints?|-b)$/;
const RENAMED = {
	"--ignore-installed": "--reinstall",
	"-I": "--reinstall",
	"--force-reinstall": "--reinstall",
	"--pre": "--prerelease=allow",
	"--requirement": "-r",
	"--constraint": "-c",
	"--no-index": "--no-index",
	"--config-setting": "--config-settings"
};
/** `ruff==0.14.*` is a version and no wildcard of a shell (PEP 440, "Version matching"). */
const ANY_PATCH = /^[A-Za-z0-9][\w.[\]-]*[=!]=[\w.+!]+\.\*$/;
/** Variables of pip, and how uv calls the same; pip separates values by white space (pip.pypa.io, "Environment Variables"). */
const VARIABLES = [
	["PIP_INDEX_URL", (value) => ["UV_DEFAULT_INDEX", value]],
	["PIP_EXTRA_INDEX_URL", (value) => ["UV_EXTRA_INDEX_URL", value]],
	["PIP_FIND_LINKS", (value) => ["UV_FIND_LINKS", value.split(/\s+/).join(",")]],
	["PIP_CONSTRAINT", (value) => ["UV_CONSTRAINT", value]],
	["PIP_BUILD_CONSTRAINT", (value) => ["UV_BUILD_CONSTRAINT", value]],
	["PIP_PRE", (value) => ["UV_PRERELEASE", /^(?:1|true|yes|on|y|t)$/i.test(value) ? "allow" : "if-necessary-or-explicit"]]
];
/**
* @param env what a declaration sets around `pip install`
* @returns the same, and what says it to uv; what is known only when it runs stays pip's alone
*/
function withUvVariables(env) {
	const said = VARIABLES.flatMap(([name, toUv]) => {
		const value = env[name]?.trim() ?? "";
		return value === "" || /[$\u{e000}\u{e001}]/u.test(value) ? [] : [toUv(value)];
	});
	if (said.length === 0) return env;
	const added = Object.fromEntries(said);
	return {
		..."UV_EXTRA_INDEX_URL" in added || "UV_FIND_LINKS" in added ? { UV_INDEX_STRATEGY: "unsafe-best-match" } : {},
		...added,
		...env
	};
}
/** Index options of pip make no index stronger than another; uv's default does. */
const MORE_INDEXES = /^--(?:extra-index-url|find-links)|^-f$/;
/** Why a word cannot be handed to uv; undefined when it can. */
function doubtOf$1(word) {
	const name = word.startsWith("--") ? word.replace(/=.*$/s, "") : word;
	if (ELSEWHERE.test(word)) return `\`${name}\` installs somewhere else`;
	return /^\$|[*?]|\$\{\{/.test(word) && !ANY_PATCH.test(word) ? `\`${word}\` is known only when it runs` : void 0;
}
/** What a word becomes for uv, with the word behind it where it takes one, and the part of it that names packages. */
function forUv(word, next) {
	if (DROPPED.test(word) || DROPPED_WITH_VALUE.test(word)) return { words: [] };
	if (word === "--trusted-host") return { words: ["--allow-insecure-host", next] };
	const renamed = RENAMED[word] ?? word;
	if (KEPT_WITH_VALUE.test(word)) return {
		words: [renamed, next],
		package: next
	};
	if (!word.startsWith("-")) return {
		words: [word],
		package: word
	};
	return {
		words: [renamed],
		.../^-[rec]./.test(word) ? { package: word.slice(2) } : {}
	};
}
const takesNext = (word) => !DROPPED.test(word) && (DROPPED_WITH_VALUE.test(word) || word === "--trusted-host" || KEPT_WITH_VALUE.test(word));
/**
* @param args words after `pip install`
* @returns the same for `uv pip install`, options kept that say what is installed
*/
function toUvPip(args) {
	const words = [];
	const packages = [];
	for (let index = 0; index < args.length; index += 1) {
		const word = args[index] ?? "";
		const doubt = doubtOf$1(word);
		if (doubt !== void 0) return {
			kind: "unsure",
			reason: doubt
		};
		const made = forUv(word, args[index + 1] ?? "");
		words.push(...made.words);
		if (made.package !== void 0) packages.push(made.package);
		if (takesNext(word)) index += 1;
	}
	const isMixed = words.some((word) => MORE_INDEXES.test(word)) && !words.some((word) => word.startsWith("--index-strategy"));
	return {
		kind: "words",
		words: [...words, ...isMixed ? ["--index-strategy", "unsafe-best-match"] : []],
		packages
	};
}

// src/core/detect/declared/environment/installs.ts
/** Programs that run other things; what they run is started without them. Not coveralls, which brings coverage along. */
const MANAGERS$1 = /^(?:pip|setuptools|wheel|uv|tox|tox-[a-z-]+|nox|nox-[a-z-]+|hatch|hatchling-?|poetry|poetry-plugin-[a-z-]+|poetry-core|pdm|pipenv|pipx|virtualenv|pre-commit|prek|pip-tools|build|poethepoet|just|rust-just|invoke|pnpm|yarn|npm|corepack|bun|npx|lerna|nx|turbo)(?:\[[^\]]*\])?(?:@.*|[=<>~!].*)?$/;
function ofPip(args) {
	const found = toUvPip(args);
	if (found.kind === "unsure") return found;
	if (found.packages.length === 0 || found.packages.every((one) => MANAGERS$1.test(one))) return { kind: "nothing" };
	return {
		kind: "venv",
		words: [
			"uv",
			"pip",
			"install",
			...found.words
		]
	};
}
function apart(found) {
	return found.kind === "venv" ? {
		...found,
		isApart: true
	} : found;
}
const SYNC_VALUES = /^(?:--(?:group|extra|only-group|no-group|no-extra|package|python|directory|project|index|default-index|index-url|no-install-package|python-platform|resolution|prerelease)|-p|-i)$/;
function ofUvSync(args) {
	const groups = [];
	const extras = [];
	const kept = [];
	let directory = null;
	for (let index = 0; index < args.length; index += 1) {
		const [name = "", attached] = (args[index] ?? "").split("=", 2);
		const takesNext = attached === void 0 && SYNC_VALUES.test(name);
		if (takesNext) index += 1;
		const value = attached ?? (takesNext ? args[index] : void 0) ?? "";
		if (name === "--group" || name === "--only-group") groups.push(value);
		else if (name === "--extra") extras.push(value);
		else if (name === "--directory" || name === "--project") directory = value;
		else if (name === "--package") kept.push("--package", value);
	}
	const all = args.filter((one) => /^--all-(?:groups|extras|packages)$/.test(one));
	if (args.some((one) => /[$*]/.test(one))) return {
		kind: "unsure",
		reason: "its options are known only when it runs"
	};
	return {
		kind: "uv-sync",
		groups,
		extras,
		all,
		kept,
		directory
	};
}
/** Managers that install into the virtual environment that is active, started through uv. */
function ofManager(program, words, version) {
	const args = words.slice(1).filter((one) => !/^(?:--no-interaction|-n|--no-ansi|-v+|-q|--quiet|--verbose|--no-cache|--system)$/.test(one));
	const started = version === null ? program : `${program}@${version}`;
	const more = program === "poetry" ? ["--no-interaction"] : [];
	return {
		kind: "venv",
		words: [
			"uvx",
			started,
			...args,
			...more
		]
	};
}
/** What `npm install --global x` brings; undefined for other commands. */
function globalPackages([program = "", ...args]) {
	if (!/^(?:npm|pnpm|yarn|bun)$/.test(program)) return void 0;
	if (!args.some((one) => /^(?:-[a-z]*g[a-z]*|--global|--location=global)$/.test(one)) && args[0] !== "global") return void 0;
	const [verb = "", ...names] = args.filter((one) => !one.startsWith("-") && one !== "global");
	return /^(?:install|i|add)$/.test(verb) ? names : void 0;
}
/** @returns true for a command that brings nothing but package managers: `npm install -g npm@latest` */
function bringsManagersAlone(words) {
	const names = globalPackages(words);
	return names !== void 0 && names.length > 0 && names.every((one) => MANAGERS$1.test(one));
}
function ofNode(words) {
	const [program = "npm", ...args] = words;
	const packages = globalPackages(words);
	if (packages !== void 0) return bringsManagersAlone(words) ? { kind: "nothing" } : {
		kind: "programs",
		packages
	};
	if (args.filter((one) => !one.startsWith("-") && !/^(?:ci|install|i|clean-install)$/.test(one)).length > 0) return {
		kind: "unsure",
		reason: "it installs packages beside those of the lock"
	};
	return {
		kind: "node",
		manager: program === "pnpm" || program === "yarn" || program === "bun" ? program : "npm",
		words
	};
}
/** Words behind a subcommand; options may stand before it: `pip --disable-pip-version-check install poetry`. */
function behind(words, verb) {
	return words.slice(words.findIndex((word) => verb.test(word)) + 1);
}
function ofUv(args) {
	const verb = args.find((one) => !one.startsWith("-"));
	if (verb === "sync") return ofUvSync(behind(args, /^sync$/));
	if (verb === "tool") return apart(ofPip(behind(args, /^install$/)));
	if (verb !== "pip") return {
		kind: "unsure",
		reason: "how uv installs is not known"
	};
	const [second = "", ...rest] = behind(args, /^pip$/);
	if (second !== "sync") return ofPip(rest);
	return {
		kind: "venv",
		words: [
			"uv",
			"pip",
			"sync",
			...rest.filter((one) => one !== "--system")
		]
	};
}
function ofPipSync(args) {
	const files = args.filter((one) => !one.startsWith("-"));
	return {
		kind: "venv",
		words: [
			"uv",
			"pip",
			"sync",
			...files.length === 0 ? ["requirements.txt"] : files
		]
	};
}
function ofSetupPy(args) {
	return {
		kind: "venv",
		words: [
			"uv",
			"pip",
			"install",
			...args.includes("develop") ? ["-e"] : [],
			"."
		]
	};
}
/**
* @param launched a command that `classify` takes for an installation
* @param versions versions that the repository wants of managers
*/
function readInstall(launched, versions) {
	const [program = "", ...args] = launched.bare;
	if (/^pip[\d.]*$/.test(program)) return ofPip(behind(args, /^install$/));
	switch (program) {
		case "uv": return ofUv(args);
		case "pipx": return apart(ofPip(behind(args, /^(?:install|inject)$/)));
		case "pip-sync": return ofPipSync(args);
		case "poetry":
		case "pdm":
		case "pipenv": return ofManager(program, launched.bare, versions.get(program) ?? null);
		case "conda":
		case "mamba":
		case "micromamba":
		case "pixi": return {
			kind: "elsewhere",
			reason: `${program} makes the environment, which Turnpike does not`
		};
		case "npm":
		case "pnpm":
		case "yarn":
		case "bun": return ofNode(launched.bare);
		default: return program === "python" && args[0] === "setup.py" ? ofSetupPy(args) : {
			kind: "unsure",
			reason: `how ${program} installs is not known`
		};
	}
}
/**
* @param words words after `pip install`, `npm install -g` and the like
* @returns version by name of the managers that are pinned there
*/
function pinnedManagers(words) {
	const pins = words.flatMap((one) => {
		const match = /^(?:(poetry|pdm|pipenv|hatch)(?:\[[^\]]*\])?==|(pnpm|yarn|bun)@)v?(\d[\w.-]*)$/.exec(one);
		const name = match?.[1] ?? match?.[2];
		return name === void 0 || match?.[3] === void 0 ? [] : [[name, match[3]]];
	});
	return new Map(pins);
}

// src/core/detect/draft.ts
/** 0 clean, 1 findings: what most checkers do. */
const ZERO_ONE = {
	clean: [0],
	findings: [1]
};
/** Wall time in ms that a gate may take when nobody says otherwise. */
const DEFAULT_TIMEOUT_MS = 18e5;
/** Cores of a gate that asks a service: it mostly waits, and must not keep a core from the others. */
const WAITING_CPU = .1;
/**
* @param id a gate's id
* @returns the id as a part of a file name
*/
function slugOf(id) {
	return id.replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
function reportsOf$1({ report }, slug) {
	if (report === void 0) return [];
	const path = `\${reports}/${slug}.${report.extension}`;
	return [{
		format: report.format,
		path,
		...report.fromStdout === true ? { fromStdout: true } : {}
	}];
}
/**
* @param draft a detected gate
* @param id the id that it got
* @returns the whole gate
*/
function toGate(draft, id) {
	const slug = slugOf(id);
	const declared = draft.blockers.length === 0;
	return {
		id,
		tool: draft.tool,
		run: draft.run(slug),
		reproduce: typeof draft.reproduce === "string" ? draft.reproduce : fromRoot(draft.cwd, shellLine(draft.reproduce)),
		cwd: draft.cwd,
		env: draft.env?.(slug) ?? {},
		needs: [],
		tier: draft.tier,
		required: draft.required ?? true,
		timeoutMs: DEFAULT_TIMEOUT_MS,
		cpu: draft.cpu ?? (draft.network === true ? .1 : 1),
		memoryBytes: null,
		locks: draft.locks ?? [],
		reports: [...reportsOf$1(draft, slug), ...draft.ownReport === void 0 ? [] : [draft.ownReport]],
		inconclusive: draft.inconclusive ?? "fail",
		exitCodes: draft.exitCodes,
		source: draft.source,
		why: declared ? `${draft.why}.` : `${draft.why}; only suggested, because ${draft.blockers.join(", and ")}.`,
		declared,
		environment: draft.environment,
		...draft.toolchains === void 0 ? {} : { toolchains: draft.toolchains },
		...draft.network === true ? { network: true } : {},
		...draft.declaredBy
	};
}
/**
* Gives out ids: the kind; with the tool where one root has two of a kind, declared or suggested, so that switching a
* suggestion on renames nothing; with the folder for further roots.
*
* @param drafts gates in the order of detection
* @returns the same gates with ids
*/
function giveIds(drafts) {
	const used = /* @__PURE__ */ new Set();
	const place = (draft) => `${draft.kind}\0${draft.cwd}`;
	const counts = /* @__PURE__ */ new Map();
	for (const draft of drafts) counts.set(place(draft), (counts.get(place(draft)) ?? 0) + 1);
	const named = drafts.map((draft) => {
		const wanted = `${draft.id ?? (counts.get(place(draft)) === 1 ? draft.kind : `${draft.kind}-${draft.label}`)}${atFolder(draft.cwd)}`;
		let id = wanted;
		for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
		used.add(id);
		return {
			draft,
			id
		};
	});
	const idOf = new Map(named.flatMap(({ draft, id }) => draft.key === void 0 ? [] : [[draft.key, id]]));
	const needs = withoutCircles(named.map(({ draft, id }) => {
		const ids = (draft.needs ?? []).map((key) => idOf.get(key)).filter((need) => need !== void 0);
		return [id, [...new Set(ids)]];
	}));
	return named.map(({ draft, id }) => ({
		...toGate(draft, id),
		needs: needs.get(id) ?? []
	}));
}
/**
* One command that stands in two jobs, or twice in one, is one gate: before and behind what it needs. What comes first in
* the plan keeps what it needs; a need that would close a circle is left out.
*/
function withoutCircles(wanted) {
	const kept = new Map(wanted.map(([id]) => [id, []]));
	const reaches = (from, to, seen = /* @__PURE__ */ new Set()) => {
		if (from === to) return true;
		if (seen.has(from)) return false;
		seen.add(from);
		return (kept.get(from) ?? []).some((next) => reaches(next, to, seen));
	};
	for (const [id, needs] of wanted) for (const need of needs) if (!reaches(need, id)) kept.get(id)?.push(need);
	return kept;
}
/** Only what turnpike.yml takes for an id, so that every gate can be named there. */
function atFolder(cwd) {
	return cwd === "." ? "" : `@${cwd.replaceAll(/[^A-Za-z0-9._/-]+|^\//g, "-")}`;
}

// src/core/detect/declared/rules/rules.ts
const word = (name) => typeof name === "string" ? new RegExp(`^(?:${name})$`) : name;
/** Tiers that kinds of gates have: reading sources is fast. */
const FAST = /* @__PURE__ */ new Set([
	"lock",
	"format",
	"lint",
	"spelling",
	"workflows",
	"secrets",
	"docs-lint",
	"packaging"
]);
/**
* @param ecosystem whose packages the tool runs on
* @returns a function that makes rows for tools which exit with 0 when clean and 1 with findings; in a row of several
*   programs the tool's name is empty, and `classify` puts in that of the program
*/
function gatesOf(ecosystem) {
	return (kind, program, when = {}, facts = {}) => {
		const { tool, exitCodes, tier, network, ...more } = facts;
		const name = tool ?? (typeof program === "string" ? program : "");
		return {
			program: word(program),
			...when,
			use: {
				kind: "gate",
				tool: {
					tool: name,
					kind,
					ecosystem,
					tier: tier ?? (FAST.has(kind) ? "fast" : "normal"),
					exitCodes: exitCodes === void 0 ? ZERO_ONE : exitCodes,
					...network === true ? {
						network,
						cpu: WAITING_CPU
					} : {},
					...more
				}
			}
		};
	};
}
/** @returns a row for what is no gate */
function row(program, use, when = {}) {
	return {
		program: word(program),
		use,
		...when
	};
}
/** @returns a row for a command that rewrites files, with the form of it that only checks */
function fixer(program, why, when, check) {
	return {
		program: word(program),
		use: {
			kind: "fixer",
			why
		},
		...when,
		...check === void 0 ? {} : { check }
	};
}
/** @returns a function that takes words away which match */
const without = (pattern) => (words) => words.filter((one) => !pattern.test(one));
/** @returns a function that puts words behind the program and its first subcommand */
const withWords = (after, ...more) => (words) => [
	...words.slice(0, after),
	...more,
	...words.slice(after)
];
function matches$1(rule, words) {
	const [program = "", ...rest] = words;
	if (!rule.program.test(program)) return false;
	if (rule.sub !== void 0 && !rule.sub.test(rest.find((one) => !one.startsWith("-")) ?? "")) return false;
	if (rule.needs !== void 0 && !rest.some((one) => rule.needs?.test(one))) return false;
	return rule.unless === void 0 || !rest.some((one) => rule.unless?.test(one));
}
/**
* @param rules a table; the first row that fits counts
* @param words a command from the tool's name on
*/
function findRule(rules, words) {
	return rules.find((rule) => matches$1(rule, words));
}

// src/core/detect/declared/rules/node-rules.ts
const gate$3 = gatesOf("node");
const VITEST_JUNIT = {
	format: "junit",
	extension: "xml",
	args: (path) => [
		"--reporter=default",
		"--reporter=junit",
		`--outputFile.junit=${path}`
	],
	own: /^(?:--reporter|--outputFile|bench|typecheck|--typecheck\.only|list)/,
	since: [1]
};
const ESLINT_JSON = {
	format: "eslint-json",
	extension: "json",
	args: (path) => [
		"-f",
		"json",
		"-o",
		path
	],
	own: /^(?:-f|--format|-o|--output-file)(?:=|$)/
};
const HELP$3 = /^(?:--version|-v|-V|--help|-h|version|help)$/;
const WATCH = /^(?:-w|--watch|--watchAll|--watch-all|watch|dev|--ui)$/;
const imports$1 = true;
/** TypeScript 5 reports findings as 2 and its own trouble as 1, TypeScript 7 both as 1. */
const TSC = {
	clean: [0],
	findings: [1, 2]
};
const LINTERS$1 = [
	fixer("eslint", "`--fix` rewrites files", { needs: /^--fix$/ }, without(/^(?:--fix|--fix-type(?:=.*)?)$/)),
	fixer("eslint", "it rewrites its list of known findings", { needs: /^--(?:prune-suppressions|suppress-all)$/ }),
	fixer("remark", "`-o` rewrites files", { needs: /^(?:--output|-[a-z]*o)$/ }, (words) => words.flatMap((one) => /^(?:--output|-o)$/.test(one) ? [] : [/^-[a-z]+$/.test(one) ? one.replace("o", "") : one])),
	gate$3("lint", "eslint", { unless: /^(?:--version|-v|--help|-h|--init|--print-config)$/ }, { report: ESLINT_JSON }),
	fixer(/^(?:oxlint|xo|standard|ts-standard|semistandard|stylelint|markdownlint|markdownlint-cli2|tslint|jshint|sort-package-json|rome|ls-lint|textlint|secretlint)$/, "`--fix` rewrites files", { needs: /^(?:--fix|--write|-w|--fix-suggestions)$/ }, without(/^(?:--fix|--write|-w)$/)),
	gate$3("lint", /^(?:oxlint|xo|standard|ts-standard|semistandard|tslint|jshint|jscs|dtslint|lintel|quick-lint-js|deno-lint|alex|ls-lint|eclint|htmlhint|html-validate|svelte-lint|solhint|buf|spectral|redocly|graphql-eslint|secretlint|rslint)$/, { unless: HELP$3 }),
	gate$3("lint", "gts", { sub: /^(?:lint|check)$/ }, { exitCodes: null }),
	fixer("gts", "it rewrites files", { sub: /^fix$/ }, (words) => words.map((one) => one === "fix" ? "lint" : one)),
	gate$3("lint", "stylelint", { unless: HELP$3 }, { exitCodes: {
		clean: [0],
		findings: [2]
	} }),
	gate$3("docs", /^(?:markdownlint|markdownlint-cli2|remark|textlint)$/, { unless: HELP$3 }, { tier: "fast" }),
	gate$3("format", "prettier", {
		needs: /^(?:--check|-c|--list-different|-l)$/,
		unless: /^(?:--write|-w)$/
	}),
	fixer("prettier", "it rewrites files", { needs: /^(?:--write|-w)$/ }, (words) => words.map((one) => /^(?:--write|-w)$/.test(one) ? "--check" : one)),
	row("prettier", { kind: "noise" }),
	fixer(/^(?:biome|rome)$/, "it rewrites files", { needs: /^(?:--write|--apply|--apply-unsafe|--fix|--unsafe)$/ }, without(/^(?:--write|--apply|--apply-unsafe|--fix|--unsafe)$/)),
	gate$3("lint", /^(?:biome|rome)$/, { sub: /^(?:ci|check|lint)$/ }, { tool: "biome" }),
	gate$3("format", /^(?:biome|rome)$/, { sub: /^format$/ }, { tool: "biome" }),
	gate$3("format", "dprint", { sub: /^check$/ }),
	fixer("dprint", "it rewrites files", { sub: /^fmt$/ }, (words) => words.map((one) => one === "fmt" ? "check" : one)),
	gate$3("format", "oxfmt", { needs: /^(?:--check|--list-different)$/ }),
	fixer("oxfmt", "it rewrites files", {}, withWords(1, "--check")),
	gate$3("format", "sort-package-json", { needs: /^(?:--check|-c)$/ })
];
const TYPES$1 = [
	row(/^(?:vue-)?tsc$/, {
		kind: "service",
		what: "a watcher"
	}, { needs: WATCH }),
	gate$3("types", /^(?:vue-tsc|tsc|tsgo)$/, { needs: /^--?no-?emit$/i }, {
		tool: "tsc",
		imports: imports$1,
		exitCodes: TSC
	}),
	row(/^(?:vue-tsc|tsc|tsgo)$/, {
		kind: "build",
		what: "TypeScript"
	}, { unless: HELP$3 }),
	gate$3("types", /^(?:tsd|svelte-check|astro-check|expect-type|tstyche|type-coverage|dtslint|attest|flow|check-dts)$/, { unless: /^(?:--watch|server|stop)$/ }, {
		imports: imports$1,
		exitCodes: null
	}),
	gate$3("types", "astro", { sub: /^check$/ }, {
		imports: imports$1,
		exitCodes: null
	}),
	gate$3("types", "nuxi", { sub: /^typecheck$/ }, {
		imports: imports$1,
		exitCodes: null
	})
];
const BROWSERS$2 = "it needs browsers, which no package manager installs";
/** Why what deno runs is a suggestion, a clause. */
const DENO = "it needs deno, which Turnpike does not install";
const TESTS$1 = [
	row("vitest", { kind: "benchmark" }, { sub: /^bench$/ }),
	row(/^(?:vitest|jest|ava|mocha|tap)$/, {
		kind: "service",
		what: "a watcher"
	}, { needs: WATCH }),
	gate$3("tests", "vitest", { needs: /^--browser/ }, {
		imports: imports$1,
		doubt: BROWSERS$2
	}),
	gate$3("tests", "vitest", {}, {
		imports: imports$1,
		report: VITEST_JUNIT
	}),
	gate$3("tests", "jest", { unless: HELP$3 }, { imports: imports$1 }),
	gate$3("tests", /^(?:mocha|ava|tap|taprun|tape|uvu|jasmine|lab|qunit|japa|borp|bnt|better-node-test|poku|brittle|tsx-test|mocha-parallel-tests|node-tap|bdd|cucumber-js|@japa|web-test-runner-node|zx-test|zora|pta|riteway|buster|vows|nodeunit|aegir-test)$/, { unless: HELP$3 }, {
		imports: imports$1,
		exitCodes: null
	}),
	gate$3("tests", "node", { needs: /^--test(?:$|[-=])/ }, {
		tool: "node --test",
		imports: imports$1
	}),
	gate$3("tests", "bun", { sub: /^test$/ }, {
		tool: "bun test",
		imports: imports$1
	}),
	gate$3("tests", "deno", { sub: /^test$/ }, {
		imports: imports$1,
		exitCodes: null,
		doubt: DENO
	}),
	gate$3("types", "deno", { sub: /^check$/ }, {
		imports: imports$1,
		exitCodes: null,
		doubt: DENO
	}),
	gate$3("lint", "deno", {
		sub: /^lint$/,
		unless: /^--fix$/
	}, {
		exitCodes: null,
		doubt: DENO
	}),
	gate$3("format", "deno", {
		sub: /^fmt$/,
		needs: /^--check$/
	}, {
		exitCodes: null,
		doubt: DENO
	}),
	fixer("deno", "it rewrites files", { sub: /^(?:fmt|lint)$/ }),
	row("deno", {
		kind: "publish",
		what: "deno publish"
	}, { sub: /^(?:publish|deploy)$/ }),
	row("deno", { kind: "noise" }, { sub: /^(?:info|doc|cache|install|add|upgrade|version|completions)$/ }),
	gate$3("tests", /^(?:c8|nyc)$/, { unless: /^(?:report|check-coverage|merge|instrument)$/ }, {
		imports: imports$1,
		exitCodes: null
	}),
	row(/^(?:c8|nyc)$/, {
		kind: "follow-up",
		tool: "coverage"
	}, { sub: /^check-coverage$/ }),
	row(/^(?:c8|nyc)$/, { kind: "report" }),
	gate$3("tests", "playwright", { sub: /^test$/ }, {
		imports: imports$1,
		doubt: BROWSERS$2
	}),
	row("playwright", {
		kind: "machine",
		what: "browsers"
	}),
	gate$3("tests", /^(?:cypress|wdio|testcafe|nightwatch|karma|web-test-runner|wtr|jasmine-browser-runner|start-server-and-test|test-storybook|storybook|puppeteer|airtap|browser-run)$/, {}, {
		imports: imports$1,
		exitCodes: null,
		doubt: BROWSERS$2
	}),
	gate$3("tests", "react-scripts", { sub: /^test$/ }, {
		imports: imports$1,
		exitCodes: null
	})
];
const PACKAGES = [
	gate$3("deps", /^(?:knip|depcheck|madge|dpdm|dependency-cruiser|depcruise|skott|unimported|syncpack|manypkg|sherif|npm-check-dependencies|installed-check|lockfile-lint|license-checker|ts-prune|ts-unused-exports|are-the-types-wrong-deps)$/, { unless: /^(?:fix|fix-mismatches|format|--fix)$/ }, { exitCodes: null }),
	gate$3("packaging", /^(?:publint|attw|arethetypeswrong|check-export-map|api-extractor|es-check|are-types-wrong|package-check|pkg-check)$/, { unless: /^--local$/ }, { exitCodes: null }),
	gate$3("size", "size-limit", { unless: HELP$3 }, { exitCodes: null }),
	gate$3("size", /^(?:bundlesize|bundlewatch|bundlemon)$/, {}, {
		exitCodes: null,
		doubt: "it measures what a build makes and may ask a service"
	}),
	gate$3("docs", "typedoc", { needs: /^none$/ }, { exitCodes: null }),
	gate$3("spelling", "cspell", { unless: HELP$3 }),
	gate$3("commits", "commitlint", {}, { doubt: "it needs the range of commits of a pull request" }),
	gate$3("commits", "danger", {}, { doubt: "it speaks to the pull request" }),
	gate$3("audit", /^(?:npm|pnpm|yarn|bun)$/, {
		sub: /^audit$/,
		unless: /^(?:fix|signatures)$/
	}, {
		tool: "npm audit",
		network: true,
		inconclusive: "warn"
	}),
	gate$3("audit", /^(?:better-npm-audit|audit-ci|npm-audit-resolver|snyk)$/, {}, {
		network: true,
		inconclusive: "warn",
		doubt: "it asks a service"
	}),
	row(/^(?:npm|pnpm|yarn|bun)$/, {
		kind: "publish",
		what: "npm publish"
	}, { sub: /^(?:publish|version|dist-tag|unpublish|deprecate)$/ }),
	row("yarn", {
		kind: "publish",
		what: "npm publish"
	}, { sub: /^npm$/ }),
	row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "install" }, { sub: /^(?:ci|install|i|clean-install)$/ }),
	row("yarn", { kind: "install" }, { unless: /^[^-]/ }),
	row(/^(?:npm|pnpm|yarn|bun)$/, {
		kind: "build",
		what: "the package"
	}, { sub: /^(?:pack|build|rebuild)$/ }),
	row(/^(?:npm|pnpm|yarn|bun)$/, {
		kind: "service",
		what: "a server"
	}, { sub: /^(?:start|dev|serve|preview|watch)$/ }),
	row(/^(?:npm|pnpm|yarn)$/, { kind: "noise" }, { sub: /^(?:config|set|get|list|ls|why|info|view|store|cache|bin|root|prefix|ping|whoami|--version|version|plugin|env|setup|dedupe|outdated|prune)$/ }),
	row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "noise" }, {
		needs: /^(?:-v|--version)$/,
		unless: /^\w/
	}),
	row(/^(?:npm|pnpm|yarn|bun)$/, {
		kind: "machine",
		what: "links between packages"
	}, { sub: /^(?:link|unlink|add|remove|uninstall|update|upgrade)$/ }),
	row(/^(?:corepack|nvm|fnm|volta|n)$/, { kind: "noise" })
];
const BUILDS$1 = [
	row(/^(?:semantic-release|release-it|np|standard-version|release-please|lerna-publish|gh-pages|vercel|netlify|wrangler|firebase|surge|auto|shipjs|conventional-changelog|bumpp|changelogen|changelogithub|pkg-pr-new|vsce|ovsx|electron-builder|expo|eas)$/, {
		kind: "publish",
		what: "a release"
	}),
	row(/^(?:changeset|changesets|lerna|nx-release|beachball|rush)$/, {
		kind: "publish",
		what: "a release"
	}, { sub: /^(?:publish|version|tag|change|pre|release)$/ }),
	gate$3("changes", "changeset", { sub: /^status$/ }, { doubt: "it compares with another branch" }),
	row(/^(?:vite|next|nuxt|nuxi|astro|webpack-dev-server|http-server|serve|live-server|parcel|nodemon|concurrently-dev|remix|gatsby|docusaurus|vitepress|vuepress|storybook-dev|ng)$/, {
		kind: "service",
		what: "a server"
	}, {
		unless: /^(?:build|generate|prepare|check|lint|test|typegen|sync)$/,
		needs: /^(?:dev|serve|start|preview|-p|--port)$/
	}),
	gate$3("lint", "next", { sub: /^lint$/ }),
	gate$3("tests", "ng", { sub: /^test$/ }, { doubt: BROWSERS$2 }),
	gate$3("lint", "ng", { sub: /^lint$/ }, { exitCodes: null }),
	row(/^(?:tsup|tsdown|rollup|webpack|esbuild|vite|next|nuxt|nuxi|astro|parcel|swc|babel|unbuild|bunchee|microbundle|ncc|pkgroll|rolldown|rspack|rslib|rsbuild|turbopack|gatsby|docusaurus|vitepress|vuepress|typedoc|svelte-kit|svelte-package|obuild|tshy|preconstruct|zshy|gulp|grunt|ng|jsdoc|sass|postcss|tailwindcss|copyfiles|cpx|shx|ncp|node-gyp|prebuildify|cmake-js|napi|wasm-pack|size|downlevel-dts|graphql-codegen|prisma|husky|patch-package|lefthook|is-ci|simple-git-hooks|electron-rebuild|storybook|remix|react-scripts|api-extractor|expo-module|bob)$/, {
		kind: "build",
		what: "the package"
	}),
	row(/^(?:rimraf|premove|trash|del-cli|del|mkdirp|cross-env-shell|sleep|wait-on|kill-port)$/, { kind: "noise" }),
	row(/^(?:tinybench|benchmark|bench|autocannon|mitata)$/, { kind: "benchmark" })
];
/** What Node's tools are for. The first row that fits counts. */
const NODE_RULES = [
	...LINTERS$1,
	...TYPES$1,
	...TESTS$1,
	...PACKAGES,
	...BUILDS$1
];

// src/core/detect/report-ways.ts
const PYTEST_JUNIT = {
	format: "junit",
	extension: "xml",
	args: (path) => [
		"-o",
		"junit_family=xunit1",
		`--junitxml=${path}`
	]
};
const BANDIT_JSON = {
	format: "bandit-json",
	extension: "json",
	args: (path) => [
		"-f",
		"json",
		"-o",
		path
	]
};
const PIP_AUDIT_JSON = {
	...BANDIT_JSON,
	format: "pip-audit-json"
};

// src/core/detect/declared/rules/python-rules.ts
const gate$2 = gatesOf("python");
/** xunit1 keeps file and line, which xunit2, the default, drops. */
const JUNIT = {
	...PYTEST_JUNIT,
	own: /^--junit-?xml/
};
const RUFF_SARIF = {
	format: "sarif",
	extension: "sarif",
	args: (path) => [
		"--output-format",
		"sarif",
		"-o",
		path
	],
	own: /^(?:--output-format|--format|-o|--output-file|--statistics|--diff|--show-files|--watch|-w)(?:=|$)/,
	since: [0, 2]
};
const MYPY_JSON = {
	format: "mypy-json",
	extension: "jsonl",
	args: () => ["-O", "json"],
	fromStdout: true,
	own: /^(?:-O|--output|--junit-xml|--pretty|--install-types|--[a-z-]+-report)(?:=|$)/,
	since: [1, 11]
};
const PYRIGHT_JSON = {
	format: "pyright-json",
	extension: "json",
	args: () => ["--outputjson"],
	fromStdout: true,
	own: /^(?:--outputjson|--verifytypes|--stats|--createstub|--writebaseline)/
};
const BANDIT = {
	...BANDIT_JSON,
	own: /^(?:-f|--format|-o|--output|--exit-zero)/
};
const PIP_AUDIT = {
	...PIP_AUDIT_JSON,
	own: /^(?:-f|--format|-o|--output|--fix$|--dry-run$|-d$)/
};
const HELP$2 = /^(?:--version|-V|--help|-h|version|help)$/;
const imports = true;
const LINTERS = [
	row("ruff", { kind: "noise" }, { needs: HELP$2 }),
	row("ruff", { kind: "noise" }, { sub: /^(?:clean|rule|config|linter|version|server|analyze)$/ }),
	fixer("ruff", "`--fix` rewrites files", {
		sub: /^(?!format$)/,
		needs: /^(?:--fix|--fix-only|--add-noqa|--unsafe-fixes)$/,
		unless: /^--diff$/
	}, without(/^(?:--fix|--fix-only|--unsafe-fixes|--exit-non-zero-on-fix|--show-fixes)$/)),
	gate$2("lint", "ruff", { sub: /^check$/ }, { report: RUFF_SARIF }),
	gate$2("format", "ruff", {
		sub: /^format$/,
		needs: /^(?:--check|--diff)$/
	}),
	fixer("ruff", "it rewrites files", { sub: /^format$/ }, withWords(2, "--check")),
	gate$2("lint", "ruff"),
	gate$2("format", "black", { needs: /^(?:--check|--diff)$/ }),
	fixer("black", "it rewrites files", {}, withWords(1, "--check")),
	gate$2("format", "isort", { needs: /^(?:--check|--check-only|-c|--diff)$/ }, { tier: "fast" }),
	fixer("isort", "it rewrites files", {}, withWords(1, "--check-only")),
	gate$2("format", /^(?:yapf|autopep8)$/, {
		needs: /^(?:--diff|-d)$/,
		unless: /^(?:--in-place|-i)$/
	}),
	fixer(/^(?:yapf|autopep8|autoflake|docformatter|pyupgrade|unify|ssort|add-trailing-comma|reorder-python-imports)$/, "it rewrites files", { unless: /^(?:--check|-c|--diff|--check-only)$/ }),
	gate$2("lint", /^(?:autoflake|docformatter)$/, { needs: /^(?:--check|-c|--check-diff|-cd)$/ }),
	gate$2("lint", /^(?:flake8|pflake8|pyflakes|pycodestyle|pydocstyle|pydoclint|darglint|wemake-python-styleguide|fixit|refurb|slotscheck|curlylint|vermin|tryceratops|perflint)$/, { unless: HELP$2 }),
	gate$2("lint", /^(?:flakehell|flakeheaven|prospector|pylama|ruff-check)$/, { unless: HELP$2 }),
	gate$2("lint", "pylint", { unless: /^(?:--version|--help|-h|--list-msgs|--generate-rcfile)$/ }, {
		exitCodes: null,
		imports,
		tier: "normal",
		cpu: 1
	}),
	gate$2("docstrings", "interrogate", { unless: HELP$2 }, { tier: "fast" }),
	gate$2("docstrings", "docstr-coverage"),
	gate$2("lint", /^(?:djlint|djhtml)$/, { needs: /^(?:--check|--lint)$/ }),
	gate$2("lint", /^(?:vulture|dead|eradicate|pyroma-lint)$/, { unless: HELP$2 }, { exitCodes: null }),
	gate$2("lint", "lint-imports", {}, {
		tool: "import-linter",
		imports
	}),
	gate$2("complexity", /^(?:xenon|lizard|flake8-cognitive)$/),
	gate$2("lint", /^(?:nbqa)$/, {}, { exitCodes: null }),
	gate$2("lint", "semgrep", {}, {
		network: true,
		doubt: "it fetches rules from a service"
	})
];
const TYPES = [
	row("mypy", { kind: "noise" }, { needs: HELP$2 }),
	gate$2("types", "mypy", {}, {
		imports,
		report: MYPY_JSON
	}),
	gate$2("types", "dmypy", { sub: /^(?:run|check)$/ }, { imports }),
	gate$2("types", /^(?:basedpyright|pyright)$/, { unless: HELP$2 }, {
		tool: "pyright",
		imports,
		cpu: 2,
		report: PYRIGHT_JSON
	}),
	gate$2("types", "ty", { sub: /^check$/ }, {
		imports,
		cpu: 2
	}),
	gate$2("types", "pyrefly", { sub: /^check$/ }, {
		imports,
		cpu: 2,
		exitCodes: null
	}),
	gate$2("types", /^(?:pytype|pyre|zuban|stubtest|typecheck|mypy\.stubtest)$/, {}, {
		imports,
		exitCodes: null
	})
];
const TESTS = [
	row(/^(?:pytest|py\.test)$/, { kind: "benchmark" }, { needs: /^--(?:benchmark-(?:only|compare|save|autosave)|codspeed)/ }),
	row(/^(?:pytest|py\.test)$/, { kind: "noise" }, { needs: /^(?:--version|--help|-h|--fixtures|--markers)$/ }),
	gate$2("tests", /^(?:pytest|py\.test)$/, {}, {
		tool: "pytest",
		imports,
		report: JUNIT,
		coverage: true
	}),
	gate$2("tests", "unittest", { unless: HELP$2 }, { imports }),
	gate$2("tests", /^(?:nosetests|nose2|stestr|zope-testrunner|trial|twisted\.trial|green|ward|behave|lettuce|robot|testr|avocado|sybil|doctest|virtue)$/, { unless: HELP$2 }, {
		imports,
		exitCodes: null
	}),
	gate$2("tests", "xdoctest", {}, { imports }),
	row("coverage", {
		kind: "follow-up",
		tool: "coverage"
	}, { sub: /^(?:report|combine)$/ }),
	row("coverage", { kind: "noise" }, { sub: /^(?:erase|debug|help)$/ }),
	row("coverage", { kind: "report" }, { sub: /^(?:html|xml|json|lcov|annotate)$/ }),
	gate$2("tests", "coverage", {
		sub: /^run$/,
		needs: /^(?:pytest|py\.test)$/
	}, {
		tool: "pytest",
		imports,
		report: JUNIT,
		coverage: true
	}),
	gate$2("tests", "coverage", { sub: /^run$/ }, {
		imports,
		coverage: true,
		exitCodes: null
	}),
	row("slipcover", { kind: "other" }),
	gate$2("coverage", /^(?:diff-cover|diff-quality|diff_cover\..*)$/, {}, { doubt: "it compares with another commit" })
];
const SAFETY = [
	gate$2("sast", "bandit", { unless: /^(?:--version|--help|-h|--exit-zero)$/ }, { report: BANDIT }),
	row("bandit", { kind: "noise" }),
	gate$2("sast", "bandit-baseline", { unless: HELP$2 }, { doubt: "it checks out the commit before, and resets the tree" }),
	gate$2("audit", "safety", { unless: HELP$2 }, {
		network: true,
		inconclusive: "warn"
	}),
	gate$2("audit", "pip-audit", { unless: HELP$2 }, {
		network: true,
		inconclusive: "warn",
		report: PIP_AUDIT
	}),
	gate$2("secrets", "detect-secrets-hook", {}, { cpu: 2 }),
	row("detect-secrets", {
		kind: "fixer",
		why: "a scan with a baseline rewrites it and accepts what is new"
	}, { sub: /^scan$/ }),
	gate$2("secrets", "detect-secrets", { sub: /^audit$/ }, { doubt: "it asks a person" }),
	gate$2("deps", "deptry", { unless: HELP$2 }),
	gate$2("deps", /^(?:creosote|fawltydeps|pip-check-reqs|pip-missing-reqs|pip-extra-reqs)$/),
	gate$2("deps", "pip", { sub: /^check$/ }, { tool: "pip check" }),
	gate$2("licenses", /^(?:pip-licenses|liccheck|licensecheck)$/, { needs: /^--(?:fail-on|allow-only|sfile|only-licenses)/ })
];
const PACKAGING = [
	row("twine", {
		kind: "publish",
		what: "twine upload"
	}, { sub: /^upload$/ }),
	gate$2("packaging", "twine", { sub: /^check$/ }, { doubt: "it checks files that a build before it makes" }),
	gate$2("packaging", /^(?:check-wheel-contents|abi3audit|auditwheel|pydistcheck)$/, { unless: HELP$2 }, { doubt: "it checks files that a build before it makes" }),
	gate$2("packaging", "check-manifest", {}, { network: false }),
	gate$2("packaging", /^(?:pyroma|validate-pyproject|pyproject-fmt-check|pyproject-lint)$/, { unless: HELP$2 }),
	fixer("pyproject-fmt", "it rewrites files", { unless: /^--check$/ }, withWords(1, "--check")),
	gate$2("format", /^(?:pyproject-fmt|toml-sort|taplo)$/, { needs: /^(?:--check|-c)$/ }),
	gate$2("packaging", "python", {
		needs: /^(?:check|sdist_check)$/,
		sub: /^setup\.py$/
	}, { tool: "setup.py check" }),
	row("python", {
		kind: "publish",
		what: "setup.py upload"
	}, {
		sub: /^setup\.py$/,
		needs: /^(?:upload|register|upload_docs)$/
	}),
	row("python", { kind: "install" }, {
		sub: /^setup\.py$/,
		needs: /^(?:develop|install)$/
	}),
	gate$2("tests", "python", {
		sub: /^setup\.py$/,
		needs: /^(?:test|pytest|nosetests)$/
	}, {
		tool: "setup.py test",
		imports,
		exitCodes: null
	}),
	row("python", {
		kind: "build",
		what: "setup.py"
	}, { sub: /^setup\.py$/ }),
	row(/^(?:build|pyproject-build|pypa-build|cibuildwheel|maturin|flit|hatchling)$/, {
		kind: "build",
		what: "a distribution"
	}, { unless: /^(?:publish|upload)$/ }),
	row(/^(?:flit|maturin)$/, {
		kind: "publish",
		what: "the package"
	})
];
const MANAGERS = [
	gate$2("lock", "uv", {
		sub: /^lock$/,
		needs: /^(?:--check|--locked)$/
	}, { tool: "uv lock" }),
	gate$2("audit", "uv", { sub: /^audit$/ }, {
		tool: "uv audit",
		network: true,
		inconclusive: "warn"
	}),
	gate$2("types", "uv", { sub: /^check$/ }, {
		tool: "uv check",
		cpu: 2
	}),
	gate$2("format", "uv", {
		sub: /^format$/,
		needs: /^(?:--check|--diff)$/
	}, { tool: "uv format" }),
	row("uv", {
		kind: "publish",
		what: "uv publish"
	}, { sub: /^publish$/ }),
	row("uv", {
		kind: "build",
		what: "a distribution"
	}, { sub: /^build$/ }),
	row("uv", { kind: "install" }, { sub: /^sync$/ }),
	row("uv", { kind: "install" }, {
		sub: /^pip$/,
		needs: /^(?:install|sync)$/
	}),
	gate$2("deps", "uv", {
		sub: /^pip$/,
		needs: /^check$/
	}, { tool: "uv pip check" }),
	row("uv", { kind: "install" }, {
		sub: /^tool$/,
		needs: /^install$/
	}),
	fixer("uv", "it changes the lock", { sub: /^(?:lock|add|remove|version)$/ }),
	row("uv", { kind: "noise" }),
	gate$2("lock", "poetry", {
		sub: /^(?:check|lock)$/,
		needs: /^(?:--lock|--check|check)$/
	}, { tool: "poetry check" }),
	row("poetry", {
		kind: "publish",
		what: "poetry publish"
	}, { sub: /^publish$/ }),
	row("poetry", {
		kind: "build",
		what: "a distribution"
	}, { sub: /^build$/ }),
	row("poetry", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
	row("poetry", { kind: "noise" }),
	gate$2("lock", "pdm", {
		sub: /^lock$/,
		needs: /^--check$/
	}, { tool: "pdm lock" }),
	row("pdm", {
		kind: "publish",
		what: "pdm publish"
	}, { sub: /^publish$/ }),
	row("pdm", {
		kind: "build",
		what: "a distribution"
	}, { sub: /^(?:build|pack)$/ }),
	row("pdm", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
	row("pdm", { kind: "noise" }, { sub: /^(?:info|config|use|venv|list|show|self|plugin|update|lock|export|cache)$/ }),
	gate$2("lock", "pipenv", { sub: /^verify$/ }, { tool: "pipenv verify" }),
	row("pipenv", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
	gate$2("audit", "pipenv", { sub: /^(?:check|audit)$/ }, {
		tool: "pipenv check",
		network: true,
		inconclusive: "warn"
	}),
	row("hatch", {
		kind: "publish",
		what: "hatch publish"
	}, { sub: /^publish$/ }),
	row("hatch", {
		kind: "build",
		what: "a distribution"
	}, { sub: /^build$/ }),
	row("hatch", { kind: "noise" }, { sub: /^(?:env|version|config|python|self|status|project|dep|clean|shell|new)$/ }),
	gate$2("lint", "hatch", {
		sub: /^fmt$/,
		needs: /^--check$/
	}, { tool: "hatch fmt" }),
	fixer("hatch", "it rewrites files", { sub: /^fmt$/ }, (words) => [...words, "--check"]),
	fixer("hatch", "`--fix` rewrites files", {
		sub: /^check$/,
		needs: /^--fix$/
	}, without(/^--fix$/)),
	gate$2("format", "hatch", {
		sub: /^check$/,
		needs: /^fmt$/
	}, { tool: "hatch check" }),
	gate$2("types", "hatch", {
		sub: /^check$/,
		needs: /^types$/
	}, {
		tool: "hatch check",
		imports
	}),
	gate$2("lint", "hatch", { sub: /^check$/ }, {
		tool: "hatch check",
		tier: "normal",
		imports
	}),
	row("hatch", { kind: "noise" }, {
		sub: /^test$/,
		needs: /^(?:-s|--show|-h|--help)$/
	}),
	gate$2("tests", "hatch", { sub: /^test$/ }, {
		tool: "hatch test",
		imports,
		coverage: true
	}),
	row(/^pip[\d.]*$/, { kind: "install" }, { sub: /^(?:install|sync)$/ }),
	row(/^pip[\d.]*$/, { kind: "noise" }),
	row("pip-sync", { kind: "install" }),
	gate$2("lock", "pip-compile", { needs: /^--dry-run$/ }, {
		network: true,
		doubt: "its answer changes with the index"
	}),
	fixer("pip-compile", "it rewrites requirement files", {}),
	row("pipx", { kind: "install" }, { sub: /^(?:install|inject)$/ }),
	row(/^(?:pipx|virtualenv|venv|ensurepip|pip-tools|conda|mamba|micromamba|pixi)$/, { kind: "noise" }, { unless: /^(?:install|create|update|env|run|add|sync)$/ }),
	row(/^(?:conda|mamba|micromamba)$/, { kind: "install" }),
	row("pixi", { kind: "install" }, { sub: /^(?:install|add|sync|update)$/ }),
	row("rye", { kind: "install" }, { sub: /^sync$/ })
];
const DOCS = [
	row("sphinx-build", { kind: "noise" }, { needs: /^(?:clean|help)$/ }),
	gate$2("docs", /^(?:sphinx-build|sphinx)$/, { unless: /^(?:--version|(?:-[bM])?linkcheck)$/ }, {
		tool: "sphinx-build",
		imports,
		exitCodes: null
	}),
	gate$2("links", /^(?:sphinx-build|sphinx)$/, { needs: /^(?:-[bM])?linkcheck$/ }, {
		tool: "sphinx-build",
		network: true,
		doubt: "it asks the sites that documents link to"
	}),
	row("mkdocs", {
		kind: "publish",
		what: "mkdocs gh-deploy"
	}, { sub: /^gh-deploy$/ }),
	row("mike", {
		kind: "publish",
		what: "mike deploy"
	}, { sub: /^(?:deploy|set-default|alias|delete)$/ }),
	row(/^(?:mkdocs|sphinx-autobuild)$/, {
		kind: "service",
		what: "a server for documents"
	}, {
		needs: /^(?:serve|-H|--port|docs)$/,
		sub: /^(?:serve|docs)$/
	}),
	gate$2("docs", "mkdocs", { sub: /^build$/ }, {
		imports,
		exitCodes: null
	}),
	gate$2("docs", "zensical", { sub: /^build$/ }, {
		imports,
		exitCodes: null
	}),
	gate$2("docs", /^(?:doc8|rstcheck|sphinx-lint|rst-lint|restructuredtext-lint|mdformat|blacken-docs|pymarkdown|pymarkdownlnt)$/, { unless: HELP$2 }, { tier: "fast" }),
	gate$2("docs", "jupyter-book", { sub: /^build$/ }, {
		imports,
		exitCodes: null
	}),
	gate$2("docs", /^(?:towncrier)$/, { sub: /^check$/ }, { doubt: "it compares with another branch" }),
	row("towncrier", {
		kind: "publish",
		what: "the changelog"
	}, { sub: /^build$/ }),
	row("scriv", {
		kind: "publish",
		what: "the changelog"
	})
];
/** `django-admin test`, `python -m django test`. */
const DJANGO_ADMIN = /^(?:django|django-admin)$/;
const DJANGO = [
	row("python", {
		kind: "service",
		what: "a server"
	}, {
		sub: /(?:^|\/)manage\.py$/,
		needs: /^(?:runserver|celery)$/
	}),
	gate$2("tests", "python", {
		sub: /(?:^|\/)manage\.py$/,
		needs: /^test$/
	}, {
		tool: "manage.py test",
		imports
	}),
	gate$2("migrations", "python", {
		sub: /(?:^|\/)manage\.py$/,
		needs: /^(?:--check|--check-changes)$/
	}, {
		tool: "manage.py makemigrations",
		imports
	}),
	gate$2("checks", "python", {
		sub: /(?:^|\/)manage\.py$/,
		needs: /^check$/
	}, {
		tool: "manage.py check",
		imports
	}),
	row("python", {
		kind: "build",
		what: "manage.py"
	}, { sub: /(?:^|\/)manage\.py$/ }),
	gate$2("tests", DJANGO_ADMIN, { sub: /^test$/ }, {
		tool: "django test",
		imports
	}),
	gate$2("migrations", DJANGO_ADMIN, {
		sub: /^makemigrations$/,
		needs: /^--check(?:-changes)?$/
	}, {
		tool: "django makemigrations",
		imports
	}),
	gate$2("checks", DJANGO_ADMIN, { sub: /^check$/ }, {
		tool: "django check",
		imports
	}),
	row(DJANGO_ADMIN, {
		kind: "service",
		what: "a server"
	}, { sub: /^(?:runserver|testserver)$/ })
];
const RELEASES$1 = [
	row(/^(?:semantic-release|python-semantic-release|psr|bump2version|bumpversion|bump-my-version|tbump|zest\.releaser|fullrelease|punch|commitizen-release)$/, {
		kind: "publish",
		what: "a release"
	}),
	row(/^(?:cz|commitizen)$/, {
		kind: "publish",
		what: "cz bump"
	}, { needs: /^(?:bump|changelog|ch)$/ }),
	gate$2("commits", /^(?:cz|commitizen)$/, { needs: /^check$/ }, {
		doubt: "it needs the range of commits of a pull request",
		tool: "commitizen"
	}),
	row("asv", { kind: "benchmark" }),
	row(/^(?:codecov|coveralls|codacy|codeclimate|cc-test-reporter|deepsource|sonar-scanner|genbadge|coverage-badge)$/, { kind: "report" }),
	row(/^(?:gunicorn|uvicorn|flask|celery|jupyter-lab|http\.server|SimpleHTTPServer|localstack|moto_server)$/, {
		kind: "service",
		what: "a server"
	})
];
/** What Python's tools are for. The first row that fits counts. */
const PYTHON_RULES = [
	...LINTERS,
	...TYPES,
	...TESTS,
	...SAFETY,
	...PACKAGING,
	...MANAGERS,
	...DOCS,
	...DJANGO,
	...RELEASES$1
];

// src/core/detect/declared/rules/rough-words.ts
/**
* Words of a shell line, quotes taken off: enough to see which program it starts, never to run it.
*
* @param line one command
*/
function roughWords(line) {
	return (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}

// src/core/detect/declared/rules/language-rules.ts
const gate$1 = gatesOf("system");
const HELP$1 = /^(?:--version|-v|-V|--help|-h|version|help)$/;
const GO_FORMATTERS = /^(?:gofmt|gofumpt|goimports|gci)$/;
const GO = [
	gate$1("tests", "go", {
		sub: /^test$/,
		needs: /^-bench/,
		unless: /^-run/
	}, { doubt: "it measures and does not check" }),
	gate$1("tests", "go", { sub: /^test$/ }, {
		tool: "go test",
		imports: true,
		cpu: 2
	}),
	gate$1("lint", "go", { sub: /^vet$/ }, {
		tool: "go vet",
		exitCodes: null
	}),
	gate$1("build", "go", { sub: /^build$/ }, {
		tool: "go build",
		cpu: 2
	}),
	row("go", {
		kind: "build",
		what: "go generate"
	}, { sub: /^generate$/ }),
	row("go", { kind: "noise" }, { sub: /^(?:version|env|mod|list|get|clean|tool|work|doc|help)$/ }),
	row("go", {
		kind: "machine",
		what: "a Go program"
	}, { sub: /^install$/ }),
	fixer("golangci-lint", "it rewrites files", { needs: /^--fix$/ }),
	gate$1("lint", "golangci-lint", {
		sub: /^run$/,
		unless: /^--fix$/
	}, { cpu: 2 }),
	gate$1("lint", /^(?:staticcheck|revive|errcheck|gosec|govulncheck)$/, {}, { exitCodes: null }),
	fixer(GO_FORMATTERS, "it rewrites files", { needs: /^-(?:w|[ls]+w|w[ls]+)$/ }),
	gate$1("format", GO_FORMATTERS, { needs: /^-(?:l|d)$/ }, { doubt: "it exits with 0 whatever it finds" })
];
/** Exit codes of cargo: 101 is what the compiler and tests found, 100 what nextest did. */
const OF_CARGO = {
	cpu: 2,
	exitCodes: {
		clean: [0],
		findings: [
			101,
			100,
			1
		]
	}
};
const RUST = [
	row("cargo", { kind: "noise" }, { needs: /^(?:--version|-V|--help)$/ }),
	gate$1("format", "cargo", {
		sub: /^fmt$/,
		needs: /^--check$/
	}, { tool: "cargo fmt" }),
	fixer("cargo", "it rewrites files", {
		sub: /^clippy$/,
		needs: /^--fix$/
	}),
	fixer("cargo", "it rewrites files", { sub: /^(?:fmt|fix)$/ }, (words) => [...words, "--check"]),
	gate$1("tests", "cargo", { sub: /^(?:test|nextest|t)$/ }, {
		tool: "cargo test",
		...OF_CARGO
	}),
	gate$1("lint", "cargo", { sub: /^clippy$/ }, {
		tool: "cargo clippy",
		...OF_CARGO
	}),
	gate$1("types", "cargo", { sub: /^(?:check|c)$/ }, {
		tool: "cargo check",
		...OF_CARGO
	}),
	gate$1("docs", "cargo", { sub: /^(?:doc|rustdoc)$/ }, {
		tool: "cargo doc",
		...OF_CARGO
	}),
	gate$1("audit", "cargo", { sub: /^(?:audit|deny|vet)$/ }, {
		tool: "cargo audit",
		network: true,
		exitCodes: null,
		doubt: "it asks an advisory service"
	}),
	row("cargo", {
		kind: "publish",
		what: "cargo publish"
	}, { sub: /^(?:publish|release|yank|owner|login)$/ }),
	row("cargo", { kind: "noise" }, {
		sub: /^llvm-cov$/,
		needs: /^(?:clean|show-env|report)$/
	}),
	gate$1("tests", "cargo", { sub: /^llvm-cov$/ }, {
		tool: "cargo llvm-cov",
		...OF_CARGO,
		doubt: "GitHub's runners do not have cargo-llvm-cov"
	}),
	row("cargo", { kind: "benchmark" }, { sub: /^bench$/ }),
	row("cargo", {
		kind: "machine",
		what: "a cargo program"
	}, { sub: /^(?:install|binstall)$/ }),
	row("cargo", { kind: "noise" }, { sub: /^(?:metadata|tree|fetch|clean|update|locate-project|pkgid|help)$/ }),
	gate$1("lint", "cargo", { sub: /^(?:machete|udeps|shear|semver-checks|msrv|hack|outdated|spellcheck|sort|public-api|dylint|miri|mutants|careful|geiger|features|minimal-versions|insta)$/ }, {
		tool: "cargo plugin",
		exitCodes: null,
		doubt: "GitHub's runners do not have that plugin of cargo"
	}),
	gate$1("build", "cargo", { sub: /^(?:build|b)$/ }, {
		tool: "cargo build",
		...OF_CARGO
	}),
	row(/^(?:rustc|rustdoc)$/, { kind: "noise" }, { needs: /^(?:--version|-V|-vV|--print.*)$/ }),
	row("rustup", {
		kind: "machine",
		what: "a Rust toolchain"
	})
];
const MAVEN = /^(?:\.\/)?mvnw?$|^mvnd$/;
const GRADLE = /^(?:\.\/)?gradlew?$/;
/** Phases and goals without tests: what is asked is that it compiles. */
const NO_TESTS = /^(?:-DskipTests|-Dmaven\.test\.skip)(?:=true)?$/;
/** Maven's phases up to the one that runs tests, and those behind it (maven.apache.org, "Lifecycle Reference"). */
const MAVEN_TESTS = /^(?:test|package|verify|integration-test|install)$/;
const OF_MAVEN = {
	tool: "maven",
	cpu: 2
};
const OF_GRADLE = {
	tool: "gradle",
	cpu: 2
};
/** Java stands on every runner of GitHub's, with Maven and Gradle (actions/runner-images). */
const JAVA = [
	row(MAVEN, {
		kind: "publish",
		what: "mvn deploy"
	}, { needs: /^(?:deploy|site-deploy|release:.*|.*:deploy)$/ }),
	row(MAVEN, { kind: "noise" }, { needs: /^(?:--version|-v|--help|-h|help)$/ }),
	gate$1("lint", MAVEN, { needs: /:(?:check|verify|cmp|compare|lint|validate)\b/ }, OF_MAVEN),
	gate$1("build", MAVEN, { needs: NO_TESTS }, OF_MAVEN),
	gate$1("tests", MAVEN, { needs: MAVEN_TESTS }, OF_MAVEN),
	gate$1("build", MAVEN, { needs: /^(?:test-)?compile$/ }, OF_MAVEN),
	gate$1("tests", MAVEN, { unless: /^(?:[\w.-]+:\S+|clean|site|validate|initialize|wrapper|prepare-package|(?:generate|process)-\S+)$/ }, OF_MAVEN),
	row(GRADLE, {
		kind: "publish",
		what: "gradle publish"
	}, { needs: /^(?:\S*:)?(?:publish|upload|deploy|release)\w*$/ }),
	row(GRADLE, { kind: "noise" }, { needs: /^(?:--version|--help|-h|tasks|wrapper|--stop)$/ }),
	gate$1("lint", GRADLE, {
		needs: /^(?:\S*:)?(?:spotless|checkstyle|ktlint|detekt|spotbugs|pmd|lint)\w*$/,
		unless: /Apply$|Format$/
	}, OF_GRADLE),
	gate$1("tests", GRADLE, { needs: /^(?:\S*:)?(?:\w*[tT]ests?|check|verify|build)$/ }, OF_GRADLE),
	gate$1("build", GRADLE, { needs: /^(?:\S*:)?(?:assemble|compile|classes|jar|testClasses)\w*$/ }, OF_GRADLE)
];
const NATIVE = [
	gate$1("tests", "ctest", { unless: HELP$1 }, {
		exitCodes: null,
		imports: true,
		cpu: 2
	}),
	gate$1("tests", "cmake", {
		needs: /^(?:test|check)$/,
		unless: /^-[EPS]$/
	}, {
		tool: "cmake",
		exitCodes: null,
		cpu: 2
	}),
	gate$1("tests", "meson", { sub: /^test$/ }, {
		exitCodes: null,
		imports: true,
		cpu: 2
	}),
	gate$1("tests", "ninja", { needs: /^(?:test|check)$/ }, {
		exitCodes: null,
		imports: true,
		cpu: 2
	}),
	gate$1("tests", /^(?:.*\/)?bats$/, { unless: HELP$1 }, {
		tool: "bats",
		exitCodes: null,
		imports: true
	}),
	gate$1("tests", /^(?:prove|shellspec|busted|urchin)$/, { unless: HELP$1 }, {
		exitCodes: null,
		imports: true
	}),
	gate$1("lint", /^(?:luacheck|selene|cppcheck|iwyu_tool|markdownlint-rb|mdl)$/, { unless: HELP$1 }, { exitCodes: null }),
	gate$1("format", "stylua", { needs: /^(?:--check|-c)$/ }),
	gate$1("lint", "buf", { sub: /^(?:lint|breaking)$/ }, { exitCodes: null })
];
const inFolder$1 = (names) => new RegExp(`^(?:.*/)?(?:${names})(?:\\.phar)?$`);
const OWN_TASKS = /^(?:exec|test|tests|spec|rake|check|checks|lint|ci|qa|phpstan|phpcs|cs|cs-check|analyse|analyze|stan)$/;
/** Languages whose tools stand on what a job sets up: their versions are not chosen here, so that nothing runs unasked. */
const TOOLCHAINS = [
	{
		name: "Ruby",
		gates: [
			["lint", /^(?:rubocop|standardrb|reek|erb_lint|haml-lint|slim-lint|brakeman)$/],
			[
				"tests",
				/^(?:rspec|cucumber|minitest|rake|bundle)$/,
				{ needs: /^(?:.*rubocop.*|standardrb)$/ }
			],
			["tests", /^(?:rspec|cucumber|minitest)$/],
			[
				"tests",
				/^(?:rake|bundle)$/,
				{ needs: OWN_TASKS }
			]
		]
	},
	{
		name: "PHP",
		gates: [
			["tests", inFolder$1("phpunit|pest|codecept|paratest|behat|phpspec|infection")],
			["types", inFolder$1("phpstan|psalm|phan|mago")],
			[
				"lint",
				inFolder$1("phpcs|parallel-lint|phpmd|deptrac|rector"),
				{ unless: /^--fix$/ }
			],
			[
				"format",
				inFolder$1("php-cs-fixer|pint|ecs"),
				{ needs: /^(?:--dry-run|--test|check)$/ }
			],
			[
				"lint",
				/^php$/,
				{ needs: /^-l$/ }
			],
			[
				"lint",
				/^composer$/,
				{ sub: /^(?:validate|audit|normalize)$/ }
			],
			[
				"tests",
				/^composer$/,
				{ needs: OWN_TASKS }
			]
		]
	},
	{
		name: ".NET",
		gates: [
			[
				"tests",
				/^dotnet$/,
				{ sub: /^(?:test|vstest)$/ }
			],
			[
				"format",
				/^dotnet$/,
				{
					sub: /^format$/,
					needs: /^--verify-no-changes$/
				}
			],
			[
				"build",
				/^dotnet$/,
				{ sub: /^build$/ }
			]
		]
	},
	{
		name: "Haskell",
		gates: [
			[
				"tests",
				/^(?:cabal|stack)$/,
				{ needs: /^(?:test|check|v2-test)$/ }
			],
			["lint", /^(?:hlint|stan|weeder)$/],
			[
				"format",
				/^(?:fourmolu|ormolu)$/,
				{ needs: /^(?:check|--mode=check|--check)$/ }
			]
		]
	},
	{
		name: "Elixir",
		gates: [
			[
				"format",
				/^mix$/,
				{
					sub: /^format$/,
					needs: /^--check-formatted$/
				}
			],
			[
				"lint",
				/^mix$/,
				{ sub: /^(?:credo|dialyzer|sobelow|doctor|xref)$/ }
			],
			[
				"tests",
				/^(?:mix|rebar3)$/,
				{ sub: /^(?:test|eunit|ct|check)$/ }
			]
		]
	},
	{
		name: "Swift",
		gates: [[
			"tests",
			/^swift$/,
			{ sub: /^(?:test|build)$/ }
		], ["lint", /^swiftlint$/]]
	},
	{
		name: "Dart",
		gates: [
			[
				"types",
				/^(?:dart|flutter)$/,
				{ sub: /^analyze$/ }
			],
			[
				"tests",
				/^(?:dart|flutter)$/,
				{ sub: /^test$/ }
			],
			[
				"format",
				/^dart$/,
				{
					sub: /^format$/,
					needs: /^--set-exit-if-changed$/
				}
			]
		]
	},
	{
		name: "Zig",
		gates: [[
			"format",
			/^zig$/,
			{
				sub: /^fmt$/,
				needs: /^--check$/
			}
		], [
			"tests",
			/^zig$/,
			{ sub: /^(?:build|test)$/ }
		]]
	},
	{
		name: "the Java virtual machine's Scala or Clojure",
		gates: [[
			"tests",
			/^(?:sbt|\.\/sbt|lein|clj|clojure|mill|\.\/mill)$/,
			{ needs: /(?:^|:|\b)(?:test|check)/ }
		]]
	},
	{
		name: "Kotlin's tools",
		gates: [["lint", /^(?:ktlint|detekt)$/]]
	},
	{
		name: "Bazel",
		gates: [[
			"tests",
			/^(?:bazel|bazelisk|buck2?|pants|\.\/pants)$/,
			{ needs: /^(?:test|check|lint)$/ }
		]]
	},
	{
		name: "Nix",
		gates: [[
			"checks",
			/^nix$/,
			{ needs: /^(?:check|build|run|develop|fmt)$/ }
		], ["checks", /^(?:nix-build|nix-shell|nix-instantiate|statix|deadnix|nixfmt|alejandra|nixpkgs-fmt)$/]]
	},
	{
		name: "Terraform",
		gates: [
			[
				"format",
				/^(?:terraform|tofu|packer|terragrunt)$/,
				{
					sub: /^(?:fmt|hclfmt)$/,
					needs: /^-{1,2}(?:check|diff)/
				}
			],
			[
				"lint",
				/^(?:terraform|tofu|packer|terragrunt)$/,
				{ sub: /^validate$/ }
			],
			[
				"tests",
				/^(?:terraform|tofu)$/,
				{ sub: /^test$/ }
			],
			["sast", /^(?:tfsec|terrascan)$/]
		]
	},
	{
		name: "Ansible",
		gates: [[
			"lint",
			/^ansible-playbook$/,
			{ needs: /^--syntax-check$/ }
		], ["tests", /^ansible-test$/]]
	},
	{
		name: "Helm",
		gates: [[
			"lint",
			/^(?:helm|ct)$/,
			{ sub: /^(?:lint|unittest|template)$/ }
		], ["lint", /^(?:kubeconform|kubeval|conftest|pluto|polaris)$/]]
	},
	{
		name: "R",
		gates: [[
			"tests",
			/^R$/,
			{
				sub: /^CMD$/,
				needs: /^check$/
			}
		]]
	},
	{
		name: "Julia",
		gates: [[
			"tests",
			/^julia$/,
			{ needs: /Pkg\.test|runtests/ }
		]]
	},
	{
		name: "Foundry",
		gates: [[
			"tests",
			/^forge$/,
			{ sub: /^(?:test|fmt|build)$/ }
		]]
	},
	{
		name: "a site generator",
		gates: [[
			"docs",
			/^(?:hugo|zola|mdbook|antora|jekyll)$/,
			{ unless: HELP$1 }
		]]
	}
];
function rulesOf$1({ name, gates }) {
	const facts = {
		exitCodes: null,
		doubt: `it needs ${name}, which Turnpike does not set up`
	};
	return gates.map(([kind, program, when]) => gate$1(kind, program, {
		unless: HELP$1,
		...when
	}, facts));
}
/** It starts containers of its own, so that it needs more than the machine. */
const CONTAINERS = [
	gate$1("tests", "molecule", { sub: /^(?:test|converge|verify|check)$/ }, {
		exitCodes: null,
		doubt: "it starts containers"
	}),
	gate$1("tests", /^(?:dgoss|container-structure-test|testinfra)$/, {}, {
		exitCodes: null,
		doubt: "it starts containers"
	}),
	gate$1("audit", /^(?:trivy|grype|osv-scanner|snyk)$/, { unless: HELP$1 }, {
		network: true,
		exitCodes: null,
		doubt: "it asks an advisory service"
	})
];
/** What prepares such checks, and deploys nothing. */
const PREPARING = [
	row("composer", {
		kind: "machine",
		what: "PHP packages"
	}, { sub: /^(?:install|update|require|remove|bin|config|global|dump-autoload|create-project)$/ }),
	row("cabal", {
		kind: "machine",
		what: "Haskell packages"
	}, { sub: /^(?:update|freeze|configure|install)$/ }),
	row("mix", {
		kind: "machine",
		what: "Elixir packages"
	}, { sub: /^(?:deps\S*|local\S*|compile)$/ }),
	row("dotnet", {
		kind: "machine",
		what: ".NET packages"
	}, { sub: /^(?:restore|tool|workload|nuget)$/ }),
	row(/^(?:terraform|tofu|packer|terragrunt|helm|ansible\S*|kubectl)$/, { kind: "noise" }, { needs: HELP$1 }),
	row(/^(?:terraform|tofu|packer|tflint)$/, {
		kind: "machine",
		what: "Terraform"
	}, { sub: /^(?:init|get|providers)$/ }),
	row("tflint", {
		kind: "machine",
		what: "Terraform"
	}, { needs: /^--init$/ }),
	row("helm", {
		kind: "machine",
		what: "Helm"
	}, { sub: /^(?:repo|dependency|dep|plugin|registry)$/ }),
	row("ansible-galaxy", {
		kind: "machine",
		what: "Ansible"
	}, { needs: /^install$/ })
];
/** What compilers and build tools of languages other than Python's and Node's are for. The first row that fits counts. */
const LANGUAGE_RULES = [
	...GO,
	...RUST,
	...JAVA,
	...NATIVE,
	...CONTAINERS,
	...PREPARING,
	...TOOLCHAINS.flatMap(rulesOf$1)
];

// src/core/detect/declared/rules/system-rules.ts
const gate = gatesOf("system");
const HELP = /^(?:--version|-v|-V|--help|-h|version|help)$/;
const CHECKS$1 = [
	gate("secrets", "gitleaks", { sub: /^(?:detect|dir|git|protect)$/ }, { cpu: 2 }),
	gate("secrets", /^(?:trufflehog|ggshield)$/, {}, {
		network: true,
		doubt: "it asks services"
	}),
	fixer("codespell", "it rewrites files", { needs: /^(?:-w|--write-changes|-i)$/ }, without(/^(?:-w|--write-changes)$/)),
	gate("spelling", "codespell", { unless: HELP }, { exitCodes: null }),
	fixer("typos", "it rewrites files", { needs: /^(?:-w|--write-changes)$/ }, without(/^(?:-w|--write-changes)$/)),
	gate("spelling", "typos", { unless: HELP }, { exitCodes: {
		clean: [0],
		findings: [2]
	} }),
	gate("workflows", "zizmor", { unless: HELP }, { exitCodes: {
		clean: [0],
		findings: [
			11,
			12,
			13,
			14
		]
	} }),
	gate("workflows", "actionlint", { unless: HELP }),
	gate("lint", /^(?:yamllint|check-jsonschema|yamlfix-check|jsonlint|hadolint|shellcheck|sqlfluff-lint|checkmake|vale|proselint|reuse-lint|cmakelint|cpplint|clang-tidy|buildifier-lint|ansible-lint|cfn-lint|tflint|kube-linter|helm-lint|editorconfig-checker|ec)$/, { unless: HELP }, { exitCodes: null }),
	gate("lint", "taplo", { sub: /^(?:lint|check)$/ }),
	gate("format", "taplo", { needs: /^--check$/ }),
	fixer("taplo", "it rewrites files", {}, withWords(2, "--check")),
	gate("lint", "sqlfluff", { sub: /^lint$/ }),
	fixer("sqlfluff", "it rewrites files", { sub: /^(?:fix|format)$/ }),
	gate("licenses", "reuse", { sub: /^lint$/ }),
	gate("format", "shfmt", {
		needs: /^(?:-d|--diff|-l)$/,
		unless: /^-w$/
	}),
	gate("format", "clang-format", { needs: /^(?:--dry-run|-n)$/ }),
	fixer(/^(?:shfmt|clang-format|buildifier|yamlfix|yamlfmt|terraform-fmt)$/, "it rewrites files", {})
];
const LINKS = [gate("links", /^(?:lychee|markdown-link-check|linkinator|linkchecker|muffet|htmltest|blc)$/, { unless: HELP }, {
	network: true,
	exitCodes: null,
	doubt: "it asks the sites that documents link to"
})];
const PUBLISH = [
	row("git", { kind: "noise" }, {
		sub: /^tag$/,
		needs: /^(?:-l|--list|--sort(?:=.*)?|--points-at|--contains|--merged|--no-merged|-n\d*|-v|--verify)$/
	}),
	row("git", {
		kind: "publish",
		what: "git push"
	}, { sub: /^(?:push|tag|commit|merge|rebase|send-email)$/ }),
	row("git", {
		kind: "tree",
		what: "git"
	}, {
		sub: /^(?:diff|status)$/,
		needs: /^(?:--exit-code|--quiet|-s|--porcelain.*)$/
	}),
	row("git", {
		kind: "machine",
		what: "git's configuration"
	}, { sub: /^config$/ }),
	row("git", {
		kind: "tree",
		what: "git"
	}, { sub: /^(?:checkout|switch|reset|restore|clean|stash|apply|am|cherry-pick|submodule|pull|mv|rm|add|clone|worktree|lfs)$/ }),
	row("git", { kind: "noise" }),
	row(/^(?:docker|podman|buildah)$/, {
		kind: "publish",
		what: "docker push"
	}, { sub: /^(?:push|login|tag|manifest)$/ }),
	row(/^(?:docker|podman|buildah|docker-compose|buildx|skopeo)$/, {
		kind: "service",
		what: "docker"
	}),
	row("gh", { kind: "noise" }, { sub: /^(?:auth|status|search|browse|version)$/ }),
	row("gh", { kind: "noise" }, {
		needs: /^(?:list|ls|view|download|verify(?:-asset)?|diff|checks|status|watch|clone|checkout|trusted-root)$/,
		unless: /^(?:create|edit|delete|close|reopen|merge|comment|review|ready|upload|cancel|rerun|run|enable|disable|sync|set|rename|archive|fork|lock|unlock|pin|unpin|transfer|update-branch)$/
	}),
	row("gh", { kind: "noise" }, {
		sub: /^api$/,
		unless: /^(?:-[XfF].*|--(?:method|field|raw-field|input)(?:=.*)?)$/
	}),
	row("gh", {
		kind: "publish",
		what: "gh"
	}),
	row("cosign", { kind: "noise" }, { sub: /^(?:verify\S*|version|tree|triangulate|download)$/ }),
	row("kubectl", { kind: "noise" }, { sub: /^(?:get|describe|logs|wait|version|cluster-info|config|explain|top)$/ }),
	row(/^(?:aws|gcloud|az|kubectl|helm|terraform|ansible|ansible-playbook|heroku|flyctl|fly|doctl|pulumi|cdk|sam|serverless|scp|rsync|ssh|sftp|ftp|lftp|goreleaser|cosign|snapcraft|gsutil|hub|glab|twurl|rclone|butler)$/, {
		kind: "publish",
		what: "a deployment"
	}),
	row(/^(?:apt|apt-get|brew|choco|yum|dnf|apk|pacman|snap|winget|add-apt-repository|dpkg|gem|sudo|su|systemctl|service|sysctl|locale-gen|update-alternatives|modprobe|mount|useradd|usermod|opam|ghcup|rosdep|cpanm|luarocks|setup-.*)$/, {
		kind: "machine",
		what: "system packages"
	}),
	row(/^(?:curl|wget)$/, {
		kind: "machine",
		what: "a download"
	}),
	row(/^(?:redis-server|postgres|pg_ctl|mysqld|mongod|minio|rabbitmq-server|elasticsearch|xvfb|Xvfb|nginx|psql|createdb|mysql|redis-cli|initdb|pg_isready)$/, {
		kind: "service",
		what: "a service"
	}),
	row(/^(?:hyperfine|ab|wrk|perf|valgrind|k6|locust|bencher)$/, { kind: "benchmark" })
];
const SHELL = [
	row(/^(?:echo|printf|true|:|ls|pwd|date|env|printenv|which|type|whoami|uname|cat|head|tail|wc|df|du|free|lscpu|nproc|id|hostname|tree|file|stat|sleep|set|shopt|test|\[|\[\[|exit|clear|hash|ulimit|umask|trap|lsb_release|sw_vers|sysinfo|tput|command|jq|yq|sccache|ccache|sha256sum|md5sum|wait|sort|uniq|read|return|getconf|ldd|otool|nm|locale)$/, { kind: "noise" }),
	row("mise", { kind: "noise" }, { sub: /^(?!(?:run|r|tasks?|t)$)/ }),
	row(/^(?:export|source|\.|cd|pushd|popd|alias|unset|deactivate|activate|eval|pyenv|asdf|direnv)$/, { kind: "noise" }),
	row(/^(?:mkdir|touch|chmod)$/, { kind: "noise" }),
	row("rm", { kind: "noise" }),
	row(/^(?:e?grep|fgrep|rg|basename|dirname|realpath|readlink|seq|expr|cut|tr|tac|column|comm|paste|xxd|base64|ps|pgrep|lsof|getent)$/, { kind: "noise" }, { unless: />/ }),
	row("find", { kind: "noise" }, { unless: /^-(?:delete|exec|execdir|ok|okdir|fprint.*|fls)$|>/ }),
	row(/^(?:sed|awk|gawk|perl)$/, { kind: "noise" }, { unless: /^(?:-[a-zA-Z]*i.*|--in-place.*)$|>/ }),
	row(/^(?:cp|mv|sed|perl|awk|gawk|ln|tee|patch|unzip|tar|zip|gunzip|gzip|dos2unix|find|xargs|grep|rename|install|truncate|dd)$/, {
		kind: "tree",
		what: "files"
	}),
	row(/^(?:codecov|codecov-cli|codecovcli|sigstore|upload-coverage|bash-coverage|coveralls|sonar-scanner)$/, { kind: "report" }),
	row(/^(?:cmake|ninja|meson|gcc|g\+\+|clang|cc|protoc|buf-generate|flatc|bison|flex|cython|cythonize|f2py|autoreconf|autoconf|automake|\.\/configure|\.\/autogen\.sh|configure|swig|bazel|buck|scons|nmake)$/, {
		kind: "build",
		what: "native code"
	})
];
/** What programs of no one language are for. The first row that fits counts. */
const SYSTEM_RULES = [
	...CHECKS$1,
	...LINKS,
	...LANGUAGE_RULES,
	...PUBLISH,
	...SHELL
];

// src/core/detect/declared/rules/task-runners.ts
/** What tasks of a monorepo are called, and what they are for. */
const KINDS = [
	[/^(?:lint|eslint|oxlint|biome|stylelint)(?:[-_:].*)?$|[-_:]lint$/, "lint"],
	[/^(?:(?:format|fmt|prettier)[-_:](?:check|ci)|check[-_:](?:format|fmt))$/, "format"],
	[/^(?:type-?checks?|types|typings|tsc|check[-_:]types?|types?[-_:]checks?|test[-_:]types?)$/, "types"],
	[/^(?:tests?|unit|vitest|jest|integration|spec)(?:[-_:].*)?$|[-_:]tests?$/, "tests"],
	[/^(?:audit(?:[-_:].*)?)$/, "audit"],
	[/^(?:check|verify|validate|ci|attw|publint|knip)(?:[-_:].*)?$/, "checks"]
];
const BUILDS = /^(?:build|compile|bundle|prepare|generate|codegen|typegen|stub|transpile|dev[-_:]prepare)(?:[-_:].*)?$/;
const REWRITES$1 = /[-_:](?:fix|write)$|^(?:fix|format|fmt)$/;
const PUBLISHES = /^(?:publish|release|deploy|version)(?:[-_:].*)?$/;
const SERVES = /^(?:dev|start|serve|watch|preview)(?:[-_:].*)?$/;
const BROWSERS$1 = /(?:^|[-_:])(?:e2e|playwright|cypress|browsers?|storybook)(?:[-_:]|$)/;
/** The tasks that a command of turbo, nx or lerna starts; undefined for commands that start none. */
function tasksOf([program = "", ...rest]) {
	const dashes = rest.indexOf("--");
	const words = dashes === -1 ? rest : rest.slice(0, dashes);
	if (program === "turbo") return turboTasks(words);
	if (program === "lerna") return words[0] === "run" ? words.slice(1).filter(isName).slice(0, 1) : void 0;
	return program === "nx" ? nxTasks(words) : void 0;
}
const isName = (word) => /^[A-Za-z@]/.test(word);
const TURBO_VALUES = /^(?:--(?:filter|concurrency|cache-dir|cwd|env-mode|log-order|output-logs|log-prefix|summarize|token|team|api|cache|ui|profile|graph)|-F)$/;
const TURBO_COMMANDS = /^(?:prune|login|logout|link|unlink|daemon|bin|gen|generate|ls|query|scan|telemetry|watch|completion|info|boundaries)$/;
/** turborepo.com/docs/reference/run. */
function turboTasks(words) {
	const names = words.filter((word, index) => isName(word) && !TURBO_VALUES.test(words[index - 1] ?? ""));
	if (TURBO_COMMANDS.test(names[0] ?? "")) return void 0;
	return (names[0] === "run" ? names.slice(1) : names).map((name) => name.replace(/^.*#/, ""));
}
/** nx.dev/reference/nx-commands. */
function nxTasks(words) {
	const [verb = "", next = ""] = words.filter((word) => !word.startsWith("-"));
	if (verb === "run-many" || verb === "affected") return nxTargets(words);
	if (verb === "run") return [next.split(":")[1] ?? next];
	if (verb === "format:check") return ["format:check"];
	return /^(?:[\w:-]*(?:cloud|daemon|reset|graph|show|list|migrate|init|add|g|generate|release|report|sync|format:write|exec|watch|repair|import|connect|login|logout|record))$/.test(verb) || next === "" ? void 0 : [verb];
}
function nxTargets(words) {
	const found = [];
	let isOpen = false;
	for (const word of words) {
		const [option = "", attached] = word.split("=", 2);
		if (/^(?:-t|--targets?)$/.test(option)) {
			if (attached !== void 0) found.push(...attached.split(","));
			isOpen = attached === void 0;
		} else if (word.startsWith("-")) isOpen = false;
		else if (isOpen) found.push(...word.split(","));
	}
	return found.filter((name) => name !== "");
}
function kindOf$1(name) {
	return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}
function gateOf(words, kinds, tasks) {
	const [program = ""] = words;
	const kind = new Set(kinds).size === 1 ? kinds[0] ?? "checks" : "checks";
	const doubt = tasks.some((name) => BROWSERS$1.test(name)) ? "it needs browsers, which no package manager installs" : words.includes("affected") || words.some((word) => /^--affected$|^--filter=?.*\.\.\.\[|^--since/.test(word)) ? "it compares with another branch" : void 0;
	return {
		tool: program,
		kind,
		ecosystem: "node",
		tier: "normal",
		exitCodes: kind === "audit" ? ZERO_ONE : null,
		imports: true,
		cpu: 2,
		...kind === "audit" ? {
			network: true,
			inconclusive: "warn"
		} : {},
		...doubt === void 0 ? {} : { doubt }
	};
}
/**
* A runner of tasks knows what its tasks need of one another, so that it is started whole, as the repository does.
*
* @param words a command from the tool's name on
* @returns what it is for; undefined when it is none of turbo, nx and lerna, or its tasks do not say
*/
function useOfTaskRunner(words) {
	const [program = "", verb = ""] = words;
	if (!/^(?:turbo|nx|lerna)$/.test(program)) return void 0;
	if (program === "lerna" && (verb === "bootstrap" || verb === "link" || /^exec -- npm (?:install|i|ci)$/.test(words.slice(1).join(" ")))) return {
		kind: "build",
		what: "packages of the members"
	};
	const tasks = tasksOf(words);
	if (tasks === void 0 || tasks.length === 0) return void 0;
	if (tasks.some((name) => PUBLISHES.test(name))) return {
		kind: "publish",
		what: `${program} ${tasks.join(" ")}`
	};
	if (tasks.some((name) => SERVES.test(name))) return {
		kind: "service",
		what: tasks.join(" ")
	};
	const handedOn = words.slice(words.indexOf("--") + 1);
	if (words.includes("--") && handedOn.some((word) => /^--(?:fix|write|prune-suppressions)$/.test(word)) || tasks.some((name) => REWRITES$1.test(name))) return {
		kind: "fixer",
		why: "it rewrites files"
	};
	const kinds = tasks.map(kindOf$1).filter((kind) => kind !== void 0);
	if (kinds.length > 0) return {
		kind: "gate",
		tool: gateOf(words, kinds, tasks)
	};
	return tasks.every((name) => BUILDS.test(name)) ? {
		kind: "build",
		what: "the packages"
	} : void 0;
}

// src/core/detect/declared/rules/classify.ts
const RULES = [
	...PYTHON_RULES,
	...NODE_RULES,
	...SYSTEM_RULES
];
/** What a script's own name says that it does. */
const PUBLISHING = /(?:^|[-_./:])(?:deploy|release|publish|upload|push|ship|promote|rollout|notify|announce|bump|tag)(?:[-_./:]|$|ing|er)/i;
const BENCHMARK = /(?:^|[-_./:])(?:bench|benchmark|benchmarks|perf|profile)(?:[-_./:]|$)/i;
const SERVING = /(?:^|[-_./:])(?:serve|server|dev|watch|start|preview|runserver)(?:[-_./:]|$)/i;
const SETTING_UP = /(?:^|[-_./:])(?:install|setup|set-up|bootstrap|provision)(?:[-_./:]|$)/i;
const CHECKING = /(?:^|[-_./: ])(?:lint|linters?|linting|tests?|testing|unittests?|pytest|checks?|checker|checking|ci|qa|quality|styles?|format|formatting|types?|typing|typecheck|mypy|pyright|audit|security|docs?|spell|spelling|verify|verification|validate|validation|coverage|unit|integration|e2e|smoke|static|analysis|pre-?commit)(?:[-_./: ]|$|\d)/i;
/** Names of what only prints: `OpenSSL.debug`, `show-versions`. */
const TELLING = /(?:^|[-_./:])(?:debug(?:[-_]info)?|sys-?info|(?:show|print)[-_]versions?|versions?|platform)(?:\.py)?$/i;
/** First words of names that say what is made, fetched or told, also where it is for checks: `generate-test-matrix`. */
const MAKING = /^(?:add|archive|build|bundle|cache|calculate|clean|clone|collect|combine|comment|compile|compute|configure|convert|copy|create|delete|detect|determine|download|dump|expand|export|extract|fetch|filter|find|free|gather|gen|generate|get|import|init|initialize|kill|label|link|list|load|make|merge|mirror|move|pack|package|parse|patch|plot|post|prepare|print|provide|pull|regen|regenerate|remove|rename|render|replace|report|reset|resolve|restore|save|seed|send|set|show|split|start|stop|summarize|sync|touch|transform|unpack|update|wait|write|zip)(?:[-_ .]|$)/i;
/** Words that say so all the same: `build-check`, `generate-and-diff`. */
const JUDGING = /(?:^|[-_ ])(?:check(?:s|ed|er)?|verify|verified|validate|validated|ensure|assert|diff|lint|drift)(?:[-_ ]|$)/i;
/**
* @param name of a job, a target or a script
* @returns true when it says that something is checked there
*/
function isAboutChecking(name) {
	return CHECKING.test(name) && !isAboutMaking(name);
}
/**
* @param title of a step
* @returns true when it says that something is made, fetched or told there, and nothing of checks
*/
function saysMaking(title) {
	return MAKING.test(title.trim()) && !CHECKING.test(title);
}
/**
* @param name of a script
* @returns true when it says that something is made, fetched or told there, and nothing judged
*/
function isAboutMaking(name) {
	return MAKING.test(name) && !JUDGING.test(name);
}
/** A file that an interpreter runs. */
const SCRIPT_FILE = /^(?!-)[\w@./-]+\.(?:[cm]?[jt]sx?|py|rb|pl)$/;
/** `make clean`: what it removes was made by nobody where a run begins. */
function cleansUp([program = "", ...rest]) {
	const targets = rest.filter((one) => !/^-|=/.test(one));
	return /^g?make$/.test(program) && targets.length > 0 && targets.every((one) => /^(?:[a-z]+-?)?clean$/.test(one));
}
/** Where cargo puts what it builds, in its profile's folder: `target/release/`. */
const CARGO_OUTPUT = /^(?:.*\/)?target\/(?:[\w.-]+\/)?(?:release|debug)[\w-]*\//;
/** Programs that run what their words name. */
const INTERPRETER = /^(?:python|node|bash|sh|zsh|ruby|perl|pwsh|tsx|ts-node|esno|jiti|deno|bun|make|gmake|just|task|invoke|inv|nox|tox|poe|doit|nx|turbo|lerna|npm|pnpm|yarn|npm-run-all|run-s|run-p|hatch|pdm|pipenv|npx|wireit)$/;
/** `python -c …` and `node --version` check nothing. */
function saysNothing(program, rest) {
	if (program === "node") return rest.every((one) => /^(?:-v|--version)$/.test(one));
	if (program !== "python") return false;
	return /^-[A-Za-z]*c$/.test(rest[0] ?? "") || rest.every((one) => /^(?:-V|--version|-VV)$/.test(one));
}
/** What the name of a script says that it does. */
function useOfName(script) {
	if (TELLING.test(script)) return { kind: "noise" };
	if (SETTING_UP.test(script)) return {
		kind: "machine",
		what: "what its gates need"
	};
	return SERVING.test(script) ? {
		kind: "service",
		what: script
	} : void 0;
}
/** `node -e 'require("fs").rmSync("dist")'`: a text of a line removes, writes or prints something. */
function useOfInlineCode(text) {
	return /\b(?:rm|rmdir|unlink|rename|cp|copyFile|writeFile|appendFile|mkdir|symlink)(?:Sync)?\s*\(/.test(text) ? {
		kind: "tree",
		what: "files"
	} : { kind: "noise" };
}
/** A command whose program no table knows: its name may tell. */
function useOfUnknown(words) {
	const [program = "", ...rest] = withoutNodeOptions(words);
	const isInterpreter = INTERPRETER.test(program);
	const first = rest.find((one) => !one.startsWith("-") && one !== "run") ?? "";
	const script = isInterpreter || SCRIPT_FILE.test(first) ? first : program;
	if (PUBLISHING.test(script.replace(CARGO_OUTPUT, ""))) return {
		kind: "publish",
		what: script
	};
	if (BENCHMARK.test(script)) return { kind: "benchmark" };
	if (rest[0] === "install" || rest[0] === "setup") return {
		kind: "machine",
		what: program
	};
	const [verb = ""] = rest.slice(rest.indexOf(script) + 1).filter((one) => !one.startsWith("-"));
	if (isInterpreter && /^(?:install|uninstall|setup|download)$/.test(verb)) return {
		kind: "machine",
		what: script
	};
	if (cleansUp(words)) return { kind: "noise" };
	if (program === "node" && /^(?:-e|--eval|-p|--print|-pe)$/.test(rest[0] ?? "")) return useOfInlineCode(rest[1] ?? "");
	return useOfName(script) ?? { kind: saysNothing(program, rest) ? "noise" : "other" };
}
/** `ruff --version`, `cargo clippy --version`: it says something of the program. */
function isQuestion(rest) {
	const [last = "", ...before] = rest.toReversed();
	return /^(?:--version|-V|--help)$/.test(last) && before.every((one) => /^[a-z][\w-]*$/.test(one)) && before.length < 2;
}
/** `find . -name '*.pyc' -delete`: what Python writes for itself, and writes again. */
function isBytecode([program, ...rest]) {
	const isFound = (word, at) => /^-i?name$/.test(rest[at - 1] ?? "") && /^(?:\*\.py\[?[cod]+\]?|__pycache__|\*\.pyc|\*\.pyo)$/.test(word);
	const names = rest.filter((_, at) => /^-i?name$/.test(rest[at - 1] ?? ""));
	const deletes = rest.includes("-delete") || /(?:^| )-exec rm (?:-r?f?r? )?\{\}/.test(rest.join(" "));
	return program === "find" && deletes && names.length > 0 && rest.filter(isFound).length === names.length;
}
/** `go run mvdan.cc/gofumpt@v0.8 -l .` and `go tool gofumpt -l .` are gofumpt, which Go builds for it. */
function goProgram([first, verb, ...rest]) {
	if (first !== "go" || verb !== "run" && verb !== "tool") return void 0;
	const at = rest.findIndex((one) => !one.startsWith("-"));
	const [path = "", ...args] = rest.slice(Math.max(at, 0));
	const isModule = /^[\w-]+(?:\.[\w-]+)+\//.test(path);
	if (at === -1 || verb === "run" && !isModule) return void 0;
	return [path.replace(/@.*$/, "").split("/").findLast((part) => !/^v\d+$/.test(part)) ?? "", ...args];
}
/** What `bundle exec` and the like start; undefined for anything else, and where nothing is known of it. */
function innerCommand(words) {
	const [first = "", second = ""] = words;
	const go = goProgram(words);
	if (go !== void 0) return findRule(RULES, go) === void 0 ? void 0 : go;
	const isStarter = /^(?:bundle|composer|rbenv|asdf|opam) exec$/.test(`${first} ${second}`);
	const inner = words.slice(words[2] === "--" ? 3 : 2);
	return isStarter && inner.length > 0 && findRule(RULES, inner) !== void 0 ? inner : void 0;
}
/**
* @param words a command from the tool's name on, as `unwrap` gives it
*/
function classify(words) {
	const [program = "", ...rest] = words;
	const name = program.replace(/\.(?:exe|cmd)$/, "");
	if (isQuestion(rest) || isBytecode([name, ...rest]) || `${name} ${rest.join(" ")}` === "git tag") return { use: { kind: "noise" } };
	if (rest.length > 0 && rest.every((one) => /^(?:--version|-V|-vV|--verbose)$/.test(one))) return { use: { kind: "noise" } };
	const inner = innerCommand([name, ...rest]);
	if (inner !== void 0) return classify(inner);
	const ofTasks = useOfTaskRunner([name, ...rest]);
	if (ofTasks !== void 0) return { use: ofTasks };
	const rule = findRule(RULES, [name, ...rest]);
	if (rule === void 0) return { use: useOfUnknown([name, ...rest]) };
	const { use } = rule;
	return {
		use: use.kind === "gate" && use.tool.tool === "" ? {
			kind: "gate",
			tool: {
				...use.tool,
				tool: name
			}
		} : use,
		...rule.check === void 0 ? {} : { check: rule.check }
	};
}
/** TypeScript's compiler checks where a script of such a name starts it: that nothing is written stands in its settings. */
const CHECKING_TYPES = /types?|typecheck|tsc|lint|check|(?:^|[-_:])(?:tests?|check)[-_:]dts/i;
/**
* @param words a command from the tool's name on
* @param name of the script, target or job that it stands in
*/
function classifyIn(words, name) {
	return classify(/^(?:vue-tsc|tsc|tsgo)$/.test(words[0] ?? "") && CHECKING_TYPES.test(name) ? [...words, "--noEmit"] : words);
}
/** A manager's own script of installation; Turnpike brings the manager itself. */
const INSTALLS_MANAGER = /^\s*(?:curl|wget)\s[^|;&]*(?:install\.python-poetry\.org|astral\.sh\/uv|get-poetry\.py|install-pdm\.py|pdm-project\.org|pdm\.fming\.dev)[^|;&]*\|\s*[^|;&\n]*$/;
/** The old way to set an output: `echo "::set-output name=a::$(…)"`. */
const TELLS_RUNNER = /^\s*(?:echo|printf)\s+["']?::(?:set-output|set-env|add-path|add-mask|group|endgroup|notice|warning)\b[^\n]*$/;
/** What stands in front of a command and changes nothing about what it is for. */
const PART_START = /^(?:(?:if|!|while|until|\{|time)\s+|[(!]+\s*|xargs\s+(?:-(?:[0rt]+|[nPLI]\s*\S+)\s+)*(?=[a-z]))+/;
/** Parts of a shell text, each as rough words: enough to see which programs it starts, never to run them. */
function roughParts(text) {
	return text.replaceAll(/\\\n/g, " ").replaceAll(/'[^'\n]*'|"[^"\n$`]*"/g, (quoted) => quoted.replaceAll(/[&|;]/g, " ")).replaceAll(/\d?>>?\s*(?:\/dev\/null|&\d)/g, " ").split(/&&|\|\||(?<!>)\||[;\n]|\bthen\b|\bdo\b|\belse\b|\$\((?!\()/).map((part) => part.trim().replace(PART_START, "")).filter((part) => !/^(?:$|#|for\s+\w+\s+in(?:\s|$)|(?:fi|done|esac|\}|\))(?:\s|$))/.test(part)).map((part) => roughWords(part).map((word) => word.replace(/(?<=[^(])\)+$/, "")));
}
/**
* @param text what only a shell can run
* @param unwrapped takes launchers off
* @returns what its parts are for, in their order
*/
function classifyShell(text, unwrapped) {
	if (INSTALLS_MANAGER.test(text) || TELLS_RUNNER.test(text)) return [{ use: { kind: "noise" } }];
	return roughParts(text).map((words) => {
		const start = words.findIndex((word) => !/^[A-Za-z_]\w*\+?=/.test(word));
		if (start === -1) return { use: { kind: "noise" } };
		const bare = unwrapped(words.slice(start));
		return bringsManagersAlone(bare) ? { use: { kind: "noise" } } : classify(bare);
	});
}

// src/core/detect/declared/script-tools.ts
/**
* @param name what it is called
* @param step the command
* @param kind what it checks
* @returns a tool of which nothing is known but that it runs
*/
function plainTool(name, { launched, entry }, kind) {
	const isPython = /^(?:python|pypy)[\d.]*t?$/.test(launched?.own[0] ?? "");
	const isHook = entry.system === "pre-commit" && /\.py$/.test(launched?.bare[0] ?? "");
	return {
		tool: name,
		kind,
		ecosystem: isPython || isHook ? "python" : ecosystemOf(launched?.bare ?? [], entry.system === "scripts"),
		tier: "normal",
		exitCodes: null,
		imports: true,
		isUnknown: true,
		...launched?.bare[0] === "deno" ? { doubt: DENO } : {}
	};
}
/** Programs that a script of package.json finds on every machine, or nowhere: no package brings them. */
const OF_SYSTEM = /^(?:(?:ba|z|da)?sh|g?make|just|task|docker|podman|git|curl|wget|go|cargo|deno|uv|uvx|tox|nox|poetry|java|mvn|gradle|php|ruby|bundle|rake|pwsh|cmake|perl|sed|awk|grep|find|diff|cmp|test)$/;
function ecosystemOf([program = "", script = ""], isOfPackage) {
	if (program === "python" || /\.py$/.test(script)) return "python";
	if (/^(?:node|tsx|ts-node|esno|jiti|npm|pnpm|yarn|bun)$/.test(program) || /\.[cm]?js$/.test(program)) return "node";
	return isOfPackage && !program.includes("/") && !OF_SYSTEM.test(program) ? "node" : "system";
}
/** True for a command that no table knows. */
const isPlain = ({ isUnknown }) => isUnknown === true;
/** The module that `python -m` starts: `shop.checks`, whose last part is no ending of a file. */
function moduleOf({ launched }) {
	const { own = [], bare = [] } = launched ?? {};
	return own[own.length - bare.length - 1] === "-m" ? bare[0] : void 0;
}
/** Scripts that do what their first word says: `python scripts/make check-docs`, `./x.py test`. */
const RUNS_TASKS = /(?:^|\/)(?:make|dev|do|task|tasks|x|ci|cli|run|runner|manage|scripts?|tools?)(?:\.py|\.sh|\.[cm]?js)?$/;
/** First words that mean a check whoever says them. */
const CHECKING_TASK = /^(?:run-?)?(?:lint|(?:unit-?)?tests?|pytest|type-?check|mypy|ruff|verify|validate|check(?:[-_:]\w+)*|(?:\w+[-_:])+(?:check|lint|tests?))$/i;
/** The task that a runner of the repository's own is told to do. */
function taskOf(step) {
	const [program = "", ...rest] = step.launched?.bare ?? [];
	const isRunner = (word) => RUNS_TASKS.test(word) && (word.includes("/") || SCRIPT_FILE.test(word));
	const words = isRunner(program) ? rest : rest.slice(1);
	const script = isRunner(program) ? program : rest[0] ?? "";
	const task = words.find((word) => !word.startsWith("-"));
	return isRunner(script) && task !== void 0 && CHECKING_TASK.test(task) ? task : void 0;
}
/** Name of a script without its folder and ending: `check-docs` of `python scripts/check_docs.py`. */
function scriptName(step) {
	const [program = "", ...rest] = withoutNodeOptions(step.launched?.bare ?? []);
	const ofGo = program === "go" && rest[0] === "run" ? rest.slice(1).find((word) => !word.startsWith("-")) : void 0;
	if (ofGo !== void 0) return asName(ofGo.replace(/(?:\/main)?\.go$|@.*$|\/\.\.\.$/, "").replace(/\/v\d+$/, ""));
	const words = /^(?:python|node|bash|sh|tsx|ts-node|esno|jiti|npm|pnpm|yarn|bun|make|invoke|npm-run-all|run-s|run-p|turbo|nx|lerna)$/.test(program) || SCRIPT_FILE.test(rest.find((word) => !word.startsWith("-")) ?? "") ? rest.filter((word) => !word.startsWith("-") && word !== "run") : [program];
	const told = taskOf(step) ?? moduleOf(step);
	return told !== void 0 ? asName(told) : asName((words[0] ?? program).replace(/\.[a-z]+$/, ""));
}
/** The last part of a path, as ids are written. */
function asName(path) {
	const name = path.replace(/^.*\//, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
	return name === "" ? "script" : name;
}
/** @returns true for a command of a script that is called a build, whatever its program is called */
function isOfBuild({ entry: { system, name } }) {
	return system === "scripts" && /^(?:build|compile|bundle)(?:[-_:]|$)/.test(name);
}
/** Names that mean a kind of gate that everybody knows. */
const SCRIPT_KINDS = [
	[/^(?:run-?)?(?:unit-?)?tests?(?:-all)?$|^unit$|^pytest$/, "tests"],
	[/^(?:run-?)?lint(?:er|ers|ing|s)?$/, "lint"],
	[/^(?:type-?check|types|typing|mypy)$/, "types"],
	[/^(?:format-check|check-format|fmt-check|check-style|style)$/, "format"]
];
/** @returns the kind of gate that a name means; else the name */
function kindOfName(name) {
	return SCRIPT_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}
const TEST_FILE = /(?:^|\/)(?:tests?|__tests__|specs?)\/|[.-](?:test|spec)\.[cm]?[jt]sx?$/;
/**
* @param step a command that no table knows
* @returns the kind of gate that its name means, or that the folder of its file means; else its name
*/
function kindOfScript(step) {
	const [, ...rest] = step.launched?.bare ?? [];
	const file = rest.find((word) => SCRIPT_FILE.test(word));
	if (file !== void 0 && TEST_FILE.test(file)) return "tests";
	const last = moduleOf(step)?.replace(/^.*\./, "") ?? "";
	return kindOfName(last) === last ? kindOfName(scriptName(step)) : kindOfName(last);
}
/** `scripts/update_readme.py --check`: it asks whether there is anything to do. In `node --check a.js` it is Node's word. */
function asksWhether({ launched }) {
	const { bare = [] } = launched ?? {};
	const script = bare.findIndex((word) => SCRIPT_FILE.test(word));
	return script !== -1 && bare.slice(script + 1).some((word) => /^--(?:check|check-only|verify)$/.test(word));
}
/**
* @param step a command that no table knows
* @param run where it stands
* @returns true when the name of a script, or of what it stands in, says that it checks
*/
function isCheckingScript(step, run) {
	const name = scriptName(step).replaceAll("-", " ");
	if (asksWhether(step)) return true;
	if (isAboutMaking(name) || saysMaking(step.command.title ?? "")) return false;
	if (isAboutChecking(name)) return true;
	const { name: caller, system } = step.entry;
	const called = system === "shell" ? caller.replace(/^.*\//, "") : caller;
	return step.entry !== run.root && isAboutChecking(called);
}
/**
* @param step a command that no table knows, and whose own name says nothing
* @returns true when the step of the workflow is called a check: what it does is likely one, and only likely
*/
function isCalledCheck({ command }) {
	const title = (command.title ?? "").trim();
	return /^(?:check|verify|validate|lint|test|ensure|assert|run (?:\S+ ){0,3}(?:tests?|checks?|lint\S*)\b)/i.test(title) && !/^check(?:ing)?[ -]?out/i.test(title);
}

// src/core/detect/declared/blockers.ts
/** Kinds of gates that read sources and nothing around them. */
const STATIC = /* @__PURE__ */ new Set([
	"lock",
	"format",
	"lint",
	"spelling",
	"types",
	"secrets",
	"workflows",
	"sast",
	"docstrings",
	"licenses",
	"packaging",
	"deps",
	"commits"
]);
/** Secrets of steps that upload results, publish, comment or name a cache: no test reads them. */
const REPORTING = /^(?:GITHUB_TOKEN|GH_TOKEN)$|CODECOV|COVERALLS|SONAR|CODACY|CODECLIMATE|CC_TEST|CODSPEED|DEEPSOURCE|SNYK|PYPI|TWINE|NPM_TOKEN|NODE_AUTH|SLACK|DISCORD|DOCKER|DEPLOY|RELEASE|PAGES|NETLIFY|VERCEL|BOT|CACHIX|NX_CLOUD|^TURBO_|^CACHE_|SENTRY|BROWSERSTACK_REPORT/i;
/** The action shows its findings in GitHub's code scanning and fails nothing. */
const CODE_SCANNING = /`(?:zizmorcore\/zizmor-action|github\/codeql-action|ossf\/scorecard-action)/;
const unique$1 = (texts) => [...new Set(texts)];
function surroundingBlockers({ run, step }, tool) {
	const around = [
		run.root,
		run.home,
		...step.chain.map(({ entry }) => entry)
	].map(({ surroundings }) => surroundings);
	const container = around.find((one) => one.container !== null)?.container;
	const blockers = container == null ? [] : [`its job runs in the container ${container}`];
	if (STATIC.has(tool.kind)) return blockers;
	const services = unique$1(around.flatMap((one) => one.services));
	const secrets = unique$1(around.flatMap((one) => one.secrets)).filter((name) => !REPORTING.test(name));
	for (const name of step.wrappers) blockers.push(`\`${name}\` starts what it stands in`);
	if (services.length > 0) blockers.push(`its job needs the service ${services.join(", ")}`);
	if (secrets.length > 0) blockers.push(`its job reads the secret ${secrets.join(", ")}`);
	return blockers;
}
function stepBlockers({ step }) {
	const blockers = [...step.doubts];
	if (step.command.doubts.some((doubt) => CODE_SCANNING.test(doubt))) blockers.push("the action shows its findings in code scanning and fails nothing by itself");
	if (step.launched?.isPrivileged === true) blockers.push("it asks for the rights of the administrator");
	return blockers;
}
function stateBlockers(situation, tool, chosen) {
	const { state } = situation;
	const unsure = situation.run.home.system === "pre-commit" || chosen.environment !== null && chosen.environment.manager !== "uv" || chosen.blockers.length > 0 ? state.unsure : [];
	const setUps = tool.ecosystem === "system" ? state.setUps : [];
	if (STATIC.has(tool.kind) && tool.kind !== "types") return tool.tool === "cargo clippy" ? [...unsure, ...setUps.slice(0, 2)] : unsure;
	return [...unsure, ...[...state.outside, ...setUps].slice(0, 2)];
}
/** Programs of every system; another one must come from the repository or from what it installs. */
const EVERYWHERE = /^(?:bash|sh|make|python|node|diff|cmp|test|sha\d+sum|shasum|cmake|ctest|cpack|ninja|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|autoreconf|autoconf|automake|aclocal|libtoolize|bison|flex|swig|go|cargo|mvn|gradle|java|javac|perl)$|\//;
/** Programs that an action installs for its own job, and that GitHub's runner images do not have (actions/runner-images). */
const NOT_ON_RUNNERS = /^(?:golangci-lint|staticcheck|revive|errcheck|gosec|govulncheck|actionlint|gitleaks|hadolint|buf|tflint|shfmt|taplo|typos|lychee|ktlint|detekt|swiftlint|dprint|editorconfig-checker|ec|reuse|bats|urchin|shellspec|busted|luacheck|selene|stylua|cppcheck|mdl)$/;
function isNobodys({ step }, tool) {
	return NOT_ON_RUNNERS.test(step.launched?.bare[0] ?? "") || tool.exitCodes === null && isPlain(tool);
}
function isFromNowhere({ step, state }) {
	const [program = ""] = step.launched?.bare ?? [];
	return !(state.installs.length + state.syncs.length + state.node.length > 0) && (step.launched?.launchers.length ?? 0) === 0 && !EVERYWHERE.test(program) && !step.entry.isolated;
}
/** What an action or a download brings is not nowhere; it is only not here. */
function whyForeign({ step }, { tool }) {
	return NOT_ON_RUNNERS.test(step.launched?.bare[0] ?? "") ? `GitHub's runners do not have ${tool}, and Turnpike does not install it` : `nothing there says where ${tool} comes from`;
}
/** size-limit measures time, too, where it is told to (github.com/ai/size-limit). */
function timesInBrowser({ scene, step }, { tool }) {
	if (tool !== "size-limit") return false;
	const document = scene.packageAt(step.command.cwd)?.pack.document ?? {};
	return Object.keys({
		...asTable(document["dependencies"]),
		...asTable(document["devDependencies"])
	}).some((name) => /^@size-limit\/(?:preset-app|preset-big-lib|time)$/.test(name));
}
/** Variables that tell what a script of the repository's own is to start with tox or nox, which no gate installs for it. */
const FOR_STARTERS = /^(?:TOXENV|TOX_ENV|NOXSESSION)$/;
function startsOther({ step, run }, tool) {
	const name = run.home.system === "workflow" && isPlain(tool) ? Object.keys(step.env).find((one) => FOR_STARTERS.test(one)) : void 0;
	return name === void 0 ? [] : [`\`${name}\` tells its script what to start, which is not known`];
}
/** Of Python 2 nothing is left on runners, and uv brings none (docs.astral.sh/uv, "Python support"). */
function isOfPython2({ environment }) {
	const python = environment?.recipe?.python ?? "";
	return /^2(?:\.|$)/.test(python) ? [`it runs on Python ${python}, which neither uv nor GitHub's runners bring`] : [];
}
/** Where an installation could not be read, that is the reason, and not that nothing installs. */
function unknownPlace({ state }, { blockers }) {
	return state.unsure.length === 0 ? blockers : blockers.filter((one) => !/^nothing there says where \S+ comes from$/.test(one));
}
/** A shell script that was not read may install into whatever is there, and do anything else. */
function isUnknownScript({ step }, tool, chosen) {
	const line = (step.launched?.bare ?? []).slice(0, 2).join(" ");
	if (!isPlain(tool) || tool.ecosystem !== "system") return false;
	return /\.(?:ba|z)?sh$/.test(line) || chosen.environment === null && line.includes("/");
}
/** A word that names a file or folder: with an ending, with a slash, or what builds are called. */
const PATH_LIKE = /^(?!-|.*[*?[\]{}$=:,]|.*\.\.\.)(?:\S*\/\S*|[\w.-]+\.[A-Za-z]{1,6}|dist|build|out|lib|site|target|public|_site)$/;
/** `shop.orders` names shop/orders.py, or src/shop/orders. */
function isModule(word, hasPath) {
	if (!/^\w+(?:\.\w+)+$/.test(word)) return false;
	const path = word.replaceAll(".", "/");
	return [path, `src/${path}`].some((one) => hasPath(one) || hasPath(`${one}.py`));
}
/** What a checker of sources is to look at and is not there: something before it makes it, or brings it along. */
function missingPath({ step, scene, run }, { kind }) {
	if (!STATIC.has(kind) || run.home.system === "pre-commit") return void 0;
	const [program = "", ...words] = step.launched?.bare ?? [];
	const { cwd } = step.launched ?? step.command;
	if (program === "go") return void 0;
	if (/^(?!\/).*\//.test(program) && !scene.hasPath(join$1(cwd, program))) return program;
	return words.find((word, index) => {
		if (/^-[^=]*$/.test(words[index - 1] ?? "") || !PATH_LIKE.test(word) || word.startsWith("/")) return false;
		return !scene.hasPath(join$1(cwd, word)) && !isModule(word, (path) => scene.hasPath(join$1(cwd, path)));
	});
}
/** A folder that something before the command makes; tox makes its own. */
function missingFolder({ step, scene, run }) {
	const cwd = step.launched?.cwd ?? step.command.cwd;
	if (run.home.system === "tox" && /(?:^|\/)\.tox(?:\/|$)/.test(cwd) || cwd.startsWith("/")) return [];
	if (cwd !== "." && scene.has(cwd)) return [`its folder ${cwd} is a submodule, which is not looked at`];
	return scene.hasPath(cwd) ? [] : [`its folder ${cwd} is not in the repository`];
}
/**
* @param situation a command
* @param tool what it is
* @param chosen how it would be started
* @param hasBuild true when it needs a build, which may make what it looks at
* @returns why it is no gate that runs by itself, clauses
*/
function blockersOf$1(situation, tool, chosen, hasBuild) {
	const isUnknown = isUnknownScript(situation, tool, chosen);
	const missing = hasBuild ? void 0 : missingPath(situation, tool);
	const isForeign = tool.ecosystem === "system" && isFromNowhere(situation) && isNobodys(situation, tool);
	return [
		...tool.doubt === void 0 ? [] : [tool.doubt],
		...timesInBrowser(situation, tool) ? ["it times the package in a browser, which no package manager installs"] : [],
		...stepBlockers(situation),
		...surroundingBlockers(situation, tool),
		...unknownPlace(situation, chosen),
		...isOfPython2(chosen),
		...startsOther(situation, tool),
		...isUnknown ? ["what the script installs and changes is not known"] : [],
		...missing === void 0 ? [] : [`${missing} is not in the repository`],
		...missingFolder(situation),
		...isForeign ? [whyForeign(situation, tool)] : [],
		...stateBlockers(situation, tool, chosen)
	];
}

// src/core/detect/declared/environment/environment.ts
const isPython = ({ family }) => family === "python";
const isNode = ({ family }) => family === "node";
function venv({ run, state, scene, step }, installs) {
	return {
		manager: "venv",
		cwd: ".",
		groups: [],
		extras: [],
		recipe: {
			name: environmentName(run),
			python: run.home.python ?? askedFor(step) ?? state.python ?? startedOn(run),
			requiresPython: scene.requiresPython(step.launched?.cwd ?? step.command.cwd),
			installs
		}
	};
}
/** `uv run --python 3.13 pytest`. */
function askedFor(step) {
	const line = (step.launched?.launchers.find(isPython) ?? outerLauncher(step))?.options.join(" ") ?? "";
	return /(?:^|\s)(?:--python|-p)[ =]?(?:python|cpython-?)?(\d+\.\d+t?)(?:\s|$)/.exec(line)?.[1] ?? null;
}
/** Environments of tox and nox that ask for no interpreter get the one that these run on. */
function startedOn({ home, root }) {
	if (home.system !== "tox" && home.system !== "nox" || root.system !== "workflow") return null;
	return root.commands.map(({ words }) => interpreterFor(home.system, words ?? [])).findLast((python) => python !== void 0) ?? root.python;
}
/** `uv tool install --python 3.14 tox`, `uvx -p 3.14 nox`: the interpreter that a runner gets for itself. */
function interpreterFor(runner, words) {
	const line = words.join(" ");
	if (!/^(?:uvx|uv tool (?:run|install)|pipx (?:run|install)) /.test(line) || !words.some((word) => new RegExp(`^${runner}(?:$|[=<>@~[])`).test(word))) return void 0;
	return /\s(?:--python[ =]|-p ?)(\d+\.\d+t?)(?:\s|$)/.exec(line)?.[1];
}
function groupsOf(project, kind) {
	return project.sets.filter((set) => set.kind === kind).map(({ name }) => name);
}
function wishOf(launcher, syncs) {
	const parts = launcher === void 0 ? syncs : [launcher, ...syncs];
	const join = (key) => [...new Set(parts.flatMap((part) => part[key] ?? []))];
	return {
		groups: join("groups"),
		extras: join("extras"),
		all: join("all"),
		kept: join("kept")
	};
}
function withAll(wish, project) {
	const groups = wish.all.includes("--all-groups") ? groupsOf(project, "group") : wish.groups;
	const extras = wish.all.includes("--all-extras") ? groupsOf(project, "extra") : wish.extras;
	return {
		...wish,
		groups: groups.filter((name) => !project.defaultGroups.includes(name)),
		extras
	};
}
/** `uv sync --locked` in the project's own environment. */
function lockedNeed({ cwd, project }, wish) {
	const { groups, extras, all, kept } = withAll(wish, project);
	const options = [...all.includes("--all-packages") ? ["--all-packages"] : [], ...kept];
	return {
		manager: "uv",
		cwd,
		groups: [...groups].sort(),
		extras: [...extras].sort(),
		...options.length === 0 ? {} : { options }
	};
}
/** What `uv sync` installs where there is no lock, in words of `uv pip`. */
function unlockedInstall({ cwd, project }, wish, step) {
	const { groups, extras } = withAll(wish, project);
	const uv = asTable(asTable(project.document["tool"])["uv"]);
	const own = uv["package"] !== false && (project.document["build-system"] !== void 0 || uv["package"] === true) ? ["-e", extras.length === 0 ? "." : `.[${extras.join(",")}]`] : [
		"-r",
		"pyproject.toml",
		...extras.flatMap((extra) => ["--extra", extra])
	];
	const all = [.../* @__PURE__ */ new Set([...project.defaultGroups, ...groups])].flatMap((group) => ["--group", group]);
	const { file, line } = step.command.place;
	return {
		words: [
			"uv",
			"pip",
			"install",
			...own,
			...all
		],
		cwd,
		env: {},
		source: {
			file,
			line
		}
	};
}
/** Options of `uv run` that still mean something once the packages are there; `--directory` is the gate's own folder. */
function keptOptions(words) {
	const kept = [];
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? "";
		const [name = "", attached] = word.split("=", 2);
		if (/^(?:--with|-w|--with-requirements|--with-editable|--env-file|--project|--package)$/.test(name)) {
			kept.push(word, ...attached === void 0 ? [words[index + 1] ?? ""] : []);
			if (attached === void 0) index += 1;
		}
	}
	return kept;
}
/** uv starts a script with what the script itself lists (PEP 723), and anything else in the environment that is active. */
function withoutProject(situation, launcher, own) {
	const { installs } = situation.state;
	if (launcher !== void 0 && /(?<!(?:^|\/)manage)\.py$/.test(own[0] ?? "")) return {
		environment: null,
		run: [
			"uv",
			"run",
			...launcher.options,
			...own
		],
		blockers: []
	};
	if (installs.length > 0) return {
		environment: venv(situation, installs),
		run: own,
		blockers: []
	};
	return {
		environment: null,
		run: own,
		blockers: ["there is no pyproject.toml for uv above its folder"]
	};
}
/** `uv run` puts locked versions back, and leaves what the lock does not name. */
function restoresLock(launcher) {
	return launcher !== void 0 && !launcher.options.includes("--no-sync");
}
/** What the lock says and then other things, in an environment of its own: the project's own is for the lock alone. */
function lockedThenChanged({ cwd, groups, extras, options = [] }, changes, { step, restores }) {
	const named = [...groups.flatMap((one) => ["--group", one]), ...extras.flatMap((one) => ["--extra", one])];
	const { file, line } = step.command.place;
	const sync = {
		words: [
			"uv",
			"sync",
			"--locked",
			"--active",
			...named,
			...options
		],
		cwd,
		env: {},
		source: {
			file,
			line
		}
	};
	const again = {
		...sync,
		words: [...sync.words, "--inexact"]
	};
	return restores ? [
		sync,
		...changes,
		again
	] : [sync, ...changes];
}
function withUv(situation, launcher, own) {
	const { step, scene, state } = situation;
	const syncs = state.syncs;
	const cwd = syncs.at(-1)?.cwd ?? step.launched?.cwd ?? step.command.cwd;
	const found = scene.projectAt(cwd);
	if (found === void 0) return withoutProject(situation, launcher, own);
	const wish = wishOf(launcher, syncs);
	const kept = launcher === void 0 ? [] : keptOptions(launcher.options);
	const changes = state.installs.filter((install) => !state.tools.has(install));
	if (found.lock !== void 0 && changes.length > 0 && kept.length === 0) return {
		environment: venv(situation, lockedThenChanged(lockedNeed(found, wish), changes, {
			step,
			restores: restoresLock(launcher)
		})),
		run: own,
		blockers: []
	};
	if (found.lock !== void 0) return {
		environment: lockedNeed(found, wish),
		run: [
			"uv",
			"run",
			"--no-sync",
			...kept,
			...own
		],
		blockers: []
	};
	const installs = [...state.installs, unlockedInstall(found, wish, step)];
	const blockers = kept.length === 0 ? [] : ["its options of `uv run` need a lock"];
	return {
		environment: venv(situation, installs),
		run: own,
		blockers
	};
}
/** Commands of managers that install what `run` of theirs needs, when the declaration does not say. */
const USUAL_INSTALL = {
	"poetry run": [
		"uvx",
		"poetry",
		"install",
		"--no-interaction"
	],
	"pdm run": [
		"uvx",
		"pdm",
		"install"
	],
	"pipenv run": [
		"uvx",
		"pipenv",
		"sync",
		"--dev"
	]
};
/** Launchers into environments of conda packages. */
const OF_CONDA = /^(?:conda|mamba|micromamba|pixi) run$/;
function withManager(situation, launcher, own) {
	const { state, step } = situation;
	if (OF_CONDA.test(launcher.name)) {
		const blocker = `${launcher.name} finds what conda installs, which Turnpike does not`;
		return {
			environment: null,
			run: step.command.words ?? own,
			blockers: [blocker]
		};
	}
	if (state.installs.length > 0) return {
		environment: venv(situation, state.installs),
		run: own,
		blockers: []
	};
	const words = USUAL_INSTALL[launcher.name];
	if (words === void 0) return {
		environment: null,
		run: own,
		blockers: [`nothing says what ${launcher.name} finds there`]
	};
	const { file, line } = step.command.place;
	return {
		environment: venv(situation, [{
			words,
			cwd: step.launched?.cwd ?? step.command.cwd,
			env: {},
			source: {
				file,
				line
			}
		}]),
		run: own,
		blockers: []
	};
}
/** What Python brings by itself. */
const STANDARD = /^(?:unittest|doctest|compileall|py_compile|venv|tabnanny)$/;
/** Groups and extras that usually hold tools, best first. */
const LIKELY$4 = [
	"dev",
	"lint",
	"linting",
	"tests",
	"test",
	"testing",
	"typing",
	"types",
	"docs",
	"all"
];
/** `python -m shop.check`, where shop/check.py is a file of the repository: Python finds it in the folder. */
function isOwnModule({ step, scene }, own) {
	const module = own[own.indexOf("-m") + 1];
	if (own[0] === void 0 || !/^python/.test(own[0]) || !own.includes("-m") || module === void 0) return false;
	const cwd = step.launched?.cwd ?? step.command.cwd;
	const path = module.replaceAll(".", "/");
	return [`${path}.py`, `${path}/__main__.py`].some((file) => scene.has(cwd === "." ? file : `${cwd}/${file}`));
}
/** `language: script` of pre-commit: the script starts itself, with what the machine has. */
function isScriptOfHook({ step, run }) {
	return run.home.system === "pre-commit" && /\/.*\.py$/.test(step.launched?.bare[0] ?? "");
}
function fromNothing(situation, own) {
	const { step, scene, run } = situation;
	const name = step.launched?.bare[0] ?? "";
	if (STANDARD.test(name) || name === "python" && run.home.isolated || isScriptOfHook(situation) || isOwnModule(situation, own)) return {
		environment: venv(situation, []),
		run: own,
		blockers: []
	};
	const found = scene.projectAt(step.launched?.cwd ?? step.command.cwd);
	const home = found?.lock === void 0 ? void 0 : findTool(found.project, name, LIKELY$4);
	if (found !== void 0 && home !== void 0 && run.root.system !== "workflow") return {
		environment: lockedNeed(found, {
			groups: home.groups,
			extras: home.extras,
			all: [],
			kept: []
		}),
		run: [
			"uv",
			"run",
			"--no-sync",
			...own
		],
		blockers: []
	};
	return {
		environment: null,
		run: own,
		blockers: [`nothing there says where ${name === "" ? "what it starts" : name} comes from`]
	};
}
function isForOne(launcher) {
	return launcher?.makesOwn === true && !launcher.options.some((word) => /^(?:--with|-w)/.test(word) && launcher.name === "uv run");
}
/** A manager that makes its environments itself, in the version that the job installs. */
function throughUvx({ run, state }, [program = "", ...rest]) {
	const version = state.pins.get(program);
	const python = run.home.python ?? state.python;
	const interpreter = program === "hatch" && python !== null ? ["--python", python] : [];
	const started = version === void 0 ? program : `${program}@${version}`;
	return {
		environment: null,
		run: [
			"uvx",
			...interpreter,
			started,
			...rest
		],
		blockers: []
	};
}
/** `hatch run types:check -v`, whatever starts hatch. */
function fromHatch({ command, passedOn }) {
	const words = command.words ?? [];
	return [...words.slice(Math.max(0, words.indexOf("hatch"))), ...passedOn];
}
/** `uv run poe lint` starts ruff in the environment of `uv run`. */
function outerLauncher({ launched, startedIn }) {
	return (launched?.launchers.length ?? 0) === 0 ? startedIn.at(-1) : void 0;
}
function pythonEnvironment(situation, own) {
	const { step, state } = situation;
	if (step.launched?.launchers.at(-1)?.name === "hatch run") return throughUvx(situation, fromHatch(step));
	const launcher = step.launched?.launchers.find(isPython) ?? outerLauncher(step);
	if (launcher !== void 0 && isForOne(launcher)) return {
		environment: null,
		run: [
			...launcher.name.split(" "),
			...launcher.options,
			...fetchedName(step, own)
		],
		blockers: []
	};
	if (launcher?.name === "pipx run") {
		const from = launcher.options.indexOf("--spec");
		return {
			environment: null,
			run: [
				"uvx",
				...from === -1 ? [] : ["--from", launcher.options[from + 1] ?? ""],
				...fetchedName(step, own)
			],
			blockers: []
		};
	}
	const [program = ""] = step.launched?.bare ?? [];
	if (launcher === void 0 && program === "uv") return {
		environment: null,
		run: own,
		blockers: []
	};
	if (launcher === void 0 && /^(?:poetry|pdm|hatch)$/.test(program)) return throughUvx(situation, own);
	if (launcher?.name === "uv run") return withUv(situation, launcher, own);
	if (launcher !== void 0) return withManager(situation, launcher, own);
	if (state.syncs.length > 0) return withUv(situation, void 0, own);
	if (state.installs.length > 0) return {
		environment: venv(situation, state.installs),
		run: own,
		blockers: []
	};
	if (step.launched === null && /^(?:uvx|pipx run) /.test(step.command.text)) return {
		environment: null,
		run: own,
		blockers: []
	};
	return fromNothing(situation, own);
}
/** The program as it was written, with its version: `ruff@0.14.0`. */
function fetchedName(step, own) {
	const words = step.command.words ?? [];
	const [first = "", ...rest] = own;
	return [words.find((word) => word === first || word.startsWith(first) && /^[@=<>~![]/.test(word.slice(first.length))) ?? first, ...rest];
}
/**
* @param situation a command with what was before it
* @param ecosystem whose packages its tool runs on
* @param own the command without what only chooses its environment
*/
function environmentOf$2(situation, ecosystem, own) {
	const { step, state } = situation;
	const launchers = step.launched?.launchers ?? [];
	const hasPython = state.installs.length > 0 || state.syncs.length > 0;
	if (launchers.some(isPython)) return pythonEnvironment(situation, own);
	if (ecosystem === "node" || launchers.some(isNode)) {
		const chosen = nodeEnvironment(situation, own);
		return ecosystem === "python" && hasPython && chosen.environment === null && chosen.blockers.length === 0 ? pythonEnvironment(situation, chosen.run) : chosen;
	}
	if (ecosystem === "python" || hasPython || outerLauncher(step) !== void 0) return pythonEnvironment(situation, own);
	return {
		environment: null,
		run: own,
		blockers: []
	};
}

// src/core/detect/declared/git-settings.ts
/** Who commits, by the setting that names it. */
const IDENTITY = {
	"user.name": ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"],
	"user.email": ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"]
};
/** Settings that change what git does in a test and nothing else of the machine. */
const PLAIN = /^(?:init\.defaultbranch|core\.(?:autocrlf|eol|longpaths)|protocol\.[\w.]+|advice\.\w+|color\.\w+|pull\.rebase)$/i;
const VALUES$1 = /^(?:-f|--file|--type|--default)$/;
function settingOf(words) {
	const [program, verb, ...rest] = words;
	if (program !== "git" || verb !== "config" || rest.some((word) => VALUES$1.test(word))) return void 0;
	const [name = "", value, ...more] = rest.filter((word) => !word.startsWith("-") && word !== "set");
	return value === void 0 || more.length > 0 ? void 0 : [name.toLowerCase(), value];
}
/**
* `git config --global user.name Bot` in variables, so that a gate finds the same and the machine stays as it is
* (git-scm.com/docs/git-config, "GIT_CONFIG_COUNT").
*
* @param words a command
* @param before variables of earlier settings
* @returns all variables; undefined for a command that does anything else
*/
function gitVariables(words, before) {
	const [name, value = ""] = settingOf(words) ?? [];
	if (name === void 0) return void 0;
	const identity = Object.hasOwn(IDENTITY, name) ? IDENTITY[name] : void 0;
	if (identity !== void 0) return {
		...before,
		...Object.fromEntries(identity.map((one) => [one, value]))
	};
	if (name === "safe.directory") return before;
	if (!PLAIN.test(name)) return void 0;
	const count = Number(before["GIT_CONFIG_COUNT"] ?? "0");
	const own = {
		GIT_CONFIG_COUNT: String(count + 1),
		[`GIT_CONFIG_KEY_${count}`]: name,
		[`GIT_CONFIG_VALUE_${count}`]: value
	};
	return {
		...before,
		...own
	};
}

// src/core/detect/declared/job-state.ts
/**
* @param python interpreter that the job asks for
* @returns a job before its first command
*/
function freshState(python) {
	return {
		python,
		installs: [],
		tools: /* @__PURE__ */ new Set(),
		syncs: [],
		node: [],
		pins: /* @__PURE__ */ new Map(),
		programs: [],
		gitVariables: {},
		unsure: [],
		outside: [],
		setUps: [],
		made: [],
		folders: []
	};
}
/** @returns the place and the text of a command, for a sentence */
function placed({ command }) {
	const [first = "", ...more] = command.text.trim().split("\n");
	const text = first.length > 80 ? `${first.slice(0, 77)}…` : `${first}${more.length > 0 ? " …" : ""}`;
	return `${command.place.file}:${command.place.line} \`${text}\``;
}
function inFolder(cwd, folder) {
	if (folder === null || folder === ".") return cwd;
	return cwd === "." ? folder.replace(/^\.\//, "") : `${cwd}/${folder.replace(/^\.\//, "")}`;
}
/** The project itself among what is installed: `.`, `.[test]`, `./`. */
const OWN_FOLDER$1 = /\s\.(?:\/|\[[^\]]*\])?\s/;
/** Sources in C that something writes, which no environment of ours has. */
function makesNative({ classified: { use } }) {
	return use.kind === "build" && use.what === "native code";
}
/** A hook of Node that is one package stands apart from the packages of the repository: npx brings it. */
function ofHook({ entry, launched }, found) {
	const names = (launched?.bare ?? []).slice(2).filter((word) => !word.startsWith("-"));
	return entry.system === "pre-commit" && launched?.bare[0] === "npm" && names.length === 1 ? {
		kind: "programs",
		packages: names
	} : found;
}
/** A word of an installation that stands for something else when it runs. */
function openWord({ launched, command }) {
	return launched?.bare.find((word) => command.doubts.includes(`\`${word}\` is known only when it runs`));
}
function afterInstall(state, step) {
	const { launched, command, env } = step;
	if (launched === null) return {
		...state,
		unsure: [...state.unsure, `${placed(step)} is more than one plain command`]
	};
	const open = openWord(step);
	if (open !== void 0) return {
		...state,
		unsure: [...state.unsure, `of ${placed(step)}: \`${open}\` is known only when it runs`]
	};
	const pins = new Map([...state.pins, ...pinnedManagers(launched.bare)]);
	const found = ofHook(step, readInstall(launched, pins));
	const { place } = command;
	const { cwd } = launched;
	switch (found.kind) {
		case "nothing": return {
			...state,
			pins
		};
		case "venv": {
			const install = {
				words: found.words,
				cwd,
				env: withUvVariables(env),
				source: {
					file: place.file,
					line: place.line
				}
			};
			const source = OWN_FOLDER$1.test(` ${found.words.join(" ")} `) ? state.made.find(makesNative) : void 0;
			const unsure = source === void 0 ? [] : [`of ${placed(step)}: it is built of what ${placed(source)} makes before it`];
			const tools = found.isApart === true ? /* @__PURE__ */ new Set([...state.tools, install]) : state.tools;
			return {
				...state,
				pins,
				tools,
				installs: [...state.installs, install],
				unsure: [...state.unsure, ...unsure]
			};
		}
		case "uv-sync": return {
			...state,
			pins,
			syncs: [...state.syncs, {
				...found,
				cwd: inFolder(cwd, found.directory)
			}]
		};
		case "programs": {
			const programs = [...state.programs, {
				packages: found.packages,
				placed: placed(step)
			}];
			return {
				...state,
				pins,
				programs
			};
		}
		case "node": return {
			...state,
			pins,
			node: [...state.node, {
				...found,
				cwd
			}]
		};
		case "elsewhere": {
			const clause = `of ${placed(step)}: ${found.reason}`;
			return outside({
				...state,
				pins,
				unsure: [...state.unsure, clause]
			}, clause);
		}
		case "unsure": return {
			...state,
			pins,
			unsure: [...state.unsure, `of ${placed(step)}: ${found.reason}`]
		};
	}
}
/** Folders below the root that `mkdir -p _static build/html` makes; those whose names only a run can tell are left out. */
function madeFolders({ launched }) {
	const { bare = [], cwd = "." } = launched ?? {};
	if (bare[0] !== "mkdir") return [];
	return bare.slice(1).filter((word, index) => !word.startsWith("-") && !/^(?:-m|--mode)$/.test(bare[index] ?? "")).filter((name) => /^[\w.@+][\w.@+/-]*$/.test(name)).map((name) => join$1(cwd, name)).filter((path) => path !== "." && !path.startsWith(".."));
}
function outside(state, clause) {
	return {
		...state,
		outside: [...state.outside, clause]
	};
}
/** A shell text that installs, serves or changes things is as good as one that could not be read. */
function afterShell(state, step) {
	if (step.parts.map(({ use }) => use.kind).includes("install")) return {
		...state,
		unsure: [...state.unsure, `${placed(step)} is more than one plain command`]
	};
	const isOdd = ({ use }) => /^(?:machine|service|tree|other)$/.test(use.kind) || use.kind === "build" && use.what !== "a distribution";
	return step.parts.some(isOdd) ? outside(state, `${placed(step)} comes before it`) : state;
}
/**
* @param state the job so far
* @param step its next command, which is no gate
* @returns the job after that command
*/
function after(state, step) {
	if (step.doubts.includes("it runs outside of the repository")) return state;
	if (step.launched === null) return afterShell(state, step);
	const { use } = step.classified;
	const git = gitVariables(step.launched.bare, state.gitVariables);
	if (git !== void 0) return {
		...state,
		gitVariables: git
	};
	switch (use.kind) {
		case "install": return afterInstall(state, step);
		case "build":
		case "other": return {
			...state,
			made: [...state.made, step]
		};
		case "service": return outside(state, `${placed(step)} starts ${use.what} before it`);
		case "machine":
			if (step.launched.bare[0] === "setup-action") {
				const what = step.launched.bare[2];
				const clause = what === void 0 ? `${placed(step)} may set up what it needs` : `${placed(step)} sets up ${what}, and gates run on what their runner has`;
				return {
					...state,
					setUps: [...state.setUps, clause]
				};
			}
			return outside(state, `${placed(step)} changes the machine before it`);
		case "tree": return outside(state, `${placed(step)} changes files before it`);
		case "noise": return {
			...state,
			folders: [...state.folders, ...madeFolders(step)]
		};
		default: return state;
	}
}

// src/core/detect/declared/candidates.ts
function ownWords({ step }) {
	return [...step.launched?.own ?? [], ...step.passedOn];
}
/** Bytes of one command line that every Linux takes, with room for the environment. */
const MOST_ARGUMENT_BYTES = 1e6;
/** A hook is handed the files that it asks for; undefined when it asks for none that are there. */
function withFiles({ step, scene }, chosen) {
	const { fileSelection } = step.entry;
	if (fileSelection === void 0) return chosen;
	const found = selectFiles(fileSelection, scene.snapshot.files);
	if (found.kind === "unknown") return {
		...chosen,
		blockers: [...chosen.blockers, found.reason]
	};
	if (found.files.length === 0 && !fileSelection.alwaysRun) return void 0;
	if (!fileSelection.passFilenames) return chosen;
	if (found.files.reduce((sum, file) => sum + file.length + 1, 0) <= MOST_ARGUMENT_BYTES) return {
		...chosen,
		run: [...chosen.run, ...found.files]
	};
	return {
		...chosen,
		blockers: [...chosen.blockers, `it is handed ${found.files.length} files at once`]
	};
}
function candidateOf(situation, tool, preparations) {
	const chosen = withFiles(situation, environmentOf$2(situation, tool.ecosystem, ownWords(situation)));
	if (chosen === void 0) return void 0;
	const needed = STATIC.has(tool.kind) && tool.ecosystem === "python" ? [] : preparations;
	const blocked = needed.find((one) => one.blockers.length > 0);
	const before = blocked === void 0 ? [] : [`${placed(blocked.situation.step)} comes before it`];
	return {
		situation,
		tool,
		chosen,
		blockers: [.../* @__PURE__ */ new Set([...blockersOf$1(situation, tool, chosen, needed.length > 0), ...before])],
		required: (tool.required ?? true) && !situation.step.mayFail,
		preparations: needed,
		followUps: [],
		isPreparation: false
	};
}
/** What the package manager of Python builds stands beside the sources and is no need of a test. */
function isDistribution({ classified, parts }) {
	return [classified, ...parts].some(({ use }) => use.kind === "build" && use.what === "a distribution");
}
/** Doubt of a hook that has no form which only checks. */
const REWRITES = "it rewrites files";
/** A build that no check needs may be all that its job is for, and is not dropped in silence. */
function suggestedBuild(one) {
	const { step } = one.situation;
	if (step.classified.use.kind !== "build" || one.tool.ecosystem !== "node") return [];
	return [{
		...one,
		isPreparation: false,
		blockers: ["it builds, and no check needs what it makes", ...one.blockers]
	}];
}
/** `actions/download-artifact`: what another job kept. */
function isDownload({ entry, launched }) {
	return entry.system === "workflow" && launched?.bare.join(" ") === "unzip artifact.zip";
}
var Sorter = class {
	#run;
	#scene;
	#builtBefore;
	#candidates = [];
	#fixers = [];
	#judges = [];
	#preparations = [];
	/** What built a distribution before, which is not made here. */
	#distribution;
	#state;
	/**
	* @param run commands of one environment, in their order
	* @param scene the repository
	* @param builtBefore what jobs make that the job waits for
	*/
	constructor(run, scene, builtBefore) {
		this.#run = run;
		this.#scene = scene;
		this.#builtBefore = builtBefore;
		this.#state = freshState(run.home.python);
	}
	/** What the run makes for others, as far as it was looked at. */
	get builds() {
		return this.#preparations;
	}
	/** Looks at all commands, idle builds included. */
	sort() {
		for (const step of this.#run.steps) this.#take(step);
		return {
			candidates: this.#candidates,
			fixers: this.#fixers,
			judges: this.#judges
		};
	}
	#take(step) {
		const fetched = isDownload(step) ? this.#builtBefore() : [];
		if (fetched.length > 0) {
			this.#preparations = [.../* @__PURE__ */ new Set([...this.#preparations, ...fetched])];
			return;
		}
		const situation = {
			run: this.#run,
			step,
			state: this.#state,
			scene: this.#scene
		};
		if (step.launched === null) this.#takeShell(situation);
		else this.#takePlain(situation);
		if (isDistribution(step)) this.#distribution = step;
		this.#state = after(this.#state, step);
	}
	#takePlain(situation) {
		const { step } = situation;
		const { use } = step.classified;
		if (step.doubts.includes("it runs outside of the repository") && use.kind !== "gate") return;
		if (use.kind === "gate") this.#add(candidateOf(situation, use.tool, this.#preparations));
		else if (use.kind === "follow-up") this.#attach(step);
		else if (use.kind === "fixer") this.#takeFixer(situation, use.why);
		else if (use.kind === "build" && !isDistribution(step)) this.#prepare(situation, "build");
		else if (use.kind === "other") this.#takeOther(situation);
	}
	#add(candidate) {
		if (candidate !== void 0) this.#candidates.push(candidate);
	}
	#takeFixer(situation, why) {
		const { step } = situation;
		const { check } = step.classified;
		if (!(step.entry.system === "pre-commit" || this.#isCompared(step)) || check === void 0) {
			this.#fixers.push({
				situation,
				why
			});
			return;
		}
		const checked = checkedStep(step);
		const use = checked?.classified.use;
		if (checked !== void 0 && use?.kind === "gate") this.#add(candidateOf({
			...situation,
			step: checked
		}, use.tool, []));
	}
	/** True when the next command says whether files have changed. */
	#isCompared(step) {
		const next = this.#run.steps[this.#run.steps.indexOf(step) + 1];
		const { use } = next?.classified ?? {};
		return use?.kind === "tree" && next?.launched?.bare[0] === "git" && /^(?:diff|status)$/.test(next.launched.bare[1] ?? "");
	}
	#takeOther(situation) {
		const { entry } = situation.step;
		if (entry.system === "pre-commit" && situation.step.doubts.includes(REWRITES)) {
			this.#fixers.push({
				situation,
				why: REWRITES
			});
			return;
		}
		if (entry.checks === true) {
			const name = entry.name.replace(/#\d+$/, "");
			const tool = plainTool(name, situation.step, kindOfName(name));
			this.#add(candidateOf(situation, tool, this.#preparations));
			return;
		}
		const name = scriptName(situation.step);
		const tool = plainTool(name, situation.step, kindOfScript(situation.step));
		if (isCheckingScript(situation.step, this.#run)) this.#add(candidateOf(situation, this.#withBuild(tool), [...this.#preparations, ...this.#sites(entry)]));
		else if (tool.ecosystem !== "node" && isCalledCheck(situation.step)) {
			const doubt = "only the name of its step says that it checks";
			this.#add(candidateOf(situation, {
				...tool,
				doubt
			}, this.#preparations));
		} else this.#prepare(situation, name);
	}
	/** Documents that the same script or target builds before a check that nobody knows, which may look at them. */
	#sites(entry) {
		return this.#candidates.filter(({ tool, situation }) => tool.kind === "docs" && situation.step.entry === entry);
	}
	/** What nobody knows and what stands behind the build of a distribution mostly looks at what was built. */
	#withBuild(tool) {
		if (this.#distribution === void 0) return tool;
		return {
			...tool,
			doubt: `${placed(this.#distribution)} builds before it what it may look at`
		};
	}
	#prepare(situation, kind) {
		const name = scriptName(situation.step);
		const made = isOfBuild(situation.step) ? "build" : kind;
		const candidate = candidateOf(situation, plainTool(name, situation.step, made), this.#preparations);
		if (candidate === void 0) return;
		const preparation = {
			...candidate,
			isPreparation: true
		};
		this.#candidates.push(preparation);
		this.#preparations = [...this.#preparations, preparation];
	}
	/** One gate for a text that only a shell can run, when a known tool checks in it and nothing else happens there. */
	#takeShell(situation) {
		const { parts } = situation.step;
		const gate = parts.find(({ use }) => use.kind === "gate")?.use;
		const harmless = parts.every(({ use }) => /^(?:gate|noise|follow-up|report)$/.test(use.kind));
		if (gate?.kind !== "gate") return;
		const { report: _report, doubt, ...tool } = gate.tool;
		const kept = doubt === void 0 || doubt.startsWith("it exits with 0") ? writesOnly(situation) : { doubt };
		const candidate = candidateOf(harmless ? withoutShellDoubts(situation) : situation, {
			...tool,
			...kept,
			exitCodes: null
		}, this.#preparations);
		if (candidate === void 0) return;
		const blockers = harmless ? candidate.blockers : [...candidate.blockers, "its shell text does more than check"];
		this.#candidates.push({
			...candidate,
			blockers
		});
	}
	/** `coverage report --fail-under` judges what the last test run measured. */
	#attach(step) {
		const index = this.#candidates.findLastIndex(({ tool }) => tool.coverage === true || tool.kind === "tests");
		const found = this.#candidates[index];
		if (found !== void 0) this.#candidates[index] = {
			...found,
			followUps: [...found.followUps, step]
		};
		else if (/--fail[-_]under/.test(step.command.text)) this.#judges.push(step);
	}
};
/** zizmor ends with 0 whatever it finds when it writes SARIF, which is for code scanning (docs.zizmor.sh, "Exit codes"). */
const ONLY_WRITES = /\bzizmor\b[^|;&\n]*--format[= ]sarif\b/;
function writesOnly({ step: { command } }) {
	return ONLY_WRITES.test(command.text) ? { doubt: "with `--format=sarif` it ends with 0 whatever it finds" } : {};
}
/** What a shell decides by itself when it is given the whole text. */
const OF_THE_SHELL = /^only a shell can run |^`\|\|` chooses |^it stands in a |^`\$\(.*` is known only when it runs$/s;
/** Names that every shell knows, or that the text itself gives a value. */
const SET = /^(?:PWD|HOME|PATH|USER|TMPDIR|RANDOM|IFS|HOSTNAME|SECONDS|LINENO|OSTYPE|CI)$/;
function isSelfContained({ command, env }) {
	const own = [...command.text.matchAll(/(?:\bfor\s+|\bread\s+(?:-\w+\s+)*|(?:^|[\s;&(]))(\w+)(?:=|\s+in\b|\s*;?\s*do\b)/g)];
	const set = new Set(own.map(([, name]) => name));
	return [...command.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name).every((name) => SET.test(name) || set.has(name) || Object.hasOwn(env, name));
}
/** A loop of which every part is known is run whole, as its own shell runs it. */
function withoutShellDoubts(situation) {
	const { step } = situation;
	const { command } = step;
	if (!isSelfContained(step)) return situation;
	const isOpen = (doubt) => OF_THE_SHELL.test(doubt) && command.doubts.includes(doubt);
	return {
		...situation,
		step: {
			...step,
			doubts: step.doubts.filter((doubt) => !isOpen(doubt))
		}
	};
}
/** @returns the step with the form of its command that only checks */
function checkedStep(step) {
	const { launched, classified, passedOn } = step;
	const bare = launched === null ? void 0 : classified.check?.([...launched.bare, ...passedOn]);
	if (launched === null || bare === void 0) return void 0;
	const before = launched.own.slice(0, launched.own.length - launched.bare.length);
	const checking = {
		...launched,
		bare,
		own: [...before, ...bare]
	};
	return {
		...step,
		launched: checking,
		passedOn: [],
		classified: classify(bare)
	};
}
/** True when `one` is the job that `id` names, or a combination or a job of it. */
const isOf = (id, one) => one === id || one.startsWith(`${id}(`) || one.startsWith(`${id}/`);
/** Builds that no check needs are suggestions, wherever the checks stand. */
function withoutIdle$1(sorted) {
	const running = sorted.flatMap(({ candidates }) => candidates).filter(({ blockers, isPreparation }) => blockers.length === 0 && !isPreparation);
	const used = new Set(running.flatMap(({ preparations }) => preparations));
	for (const one of used) for (const before of one.preparations) used.add(before);
	const isIdle = (one) => one.isPreparation && !used.has(one);
	return sorted.map((one) => ({
		...one,
		candidates: one.candidates.flatMap((each) => isIdle(each) ? suggestedBuild(each) : [each])
	}));
}
/**
* @param runs commands of environments, in their order
* @param scene the repository
* @returns of each what may become gates, with what stands against it, and what rewrites files
*/
function sortRuns(runs, scene) {
	const sorters = /* @__PURE__ */ new Map();
	const sorted = /* @__PURE__ */ new Map();
	const look = (run) => {
		const known = sorters.get(run);
		if (known !== void 0) return known;
		const needed = runs.filter((one) => run.root.needs?.some((id) => isOf(id, one.root.id)) === true);
		const sorter = new Sorter(run, scene, () => needed.flatMap((one) => look(one).builds));
		sorters.set(run, sorter);
		sorted.set(run, sorter.sort());
		return sorter;
	};
	for (const run of runs) look(run);
	return withoutIdle$1(runs.flatMap((run) => sorted.get(run) ?? []));
}

// src/core/detect/declared/counting.ts
/** Events on which a workflow checks what somebody proposes. */
const CHECKING_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
/** Order in which systems speak for a repository whose workflows check nothing. */
const ORDER = [
	"make",
	"just",
	"task",
	"mise",
	"tox",
	"nox",
	"hatch",
	"pdm",
	"poe",
	"taskipy",
	"rye",
	"pipenv",
	"invoke",
	"scripts",
	"pre-commit"
];
/** Names of targets and scripts that people run to check; what such a name calls is found by following it. */
const CHECKING_NAME = /^(?:(?:ci|qa|all|run|make|python|py|js|code)[-_:.]?)?(?:lint(?:er|ers|ing|s)?|ruff|flake8|pylint|mypy|pyright|black|isort|tests?|pytest|unit(?:[-_:]?tests?)?|check(?:s|er)?|verify|ci|qa|quality|style|format[-_:](?:check|ci)|fmt[-_:]check|check[-_:](?:format|fmt|style|types?|code|lint|all|black|isort)|(?:lint|test|style|types?|code)[-_:](?:check|ci|all|py|python|unit|types?|lint)|types?|typing|type[-_]?check(?:ing)?|docs?[-_:](?:test|check|lint)|doctests?|coverage|cov|bandit|sast|security|audit|spell(?:ing|check)?|codespell|pre-?commit)$/i;
/** `py313`, `3.13`, `tests-3.13`: one interpreter and nothing else. */
const PLAIN_VARIANT = /^(?:(?:unit-?)?tests?-)?(?:py|python)?-?\d?\.?\d*$/;
/** @returns true when a workflow runs the entry on a push or a pull request */
function isChecking({ system, runsOn }) {
	return system === "workflow" && runsOn.some((event) => CHECKING_EVENTS.has(event));
}
/** Sorts jobs that check what somebody proposes before those that only see what has landed: releases and their like. */
function proposedFirst(a, b) {
	const rank = ({ runsOn }) => runsOn.some((event) => event.startsWith("pull_request") || event === "merge_group") ? 0 : 1;
	return rank(a) - rank(b);
}
/** @returns true for a job that runs by itself, but not for what somebody proposes */
function isOtherJob(entry) {
	return entry.system === "workflow" && entry.runsOn.length > 0 && !isChecking(entry);
}
/** @returns true for a hook that a service runs on every pull request */
function isServed({ service }) {
	return service !== void 0;
}
/**
* @param entry an entry of a system without workflows
* @returns true when people run it to check: what the bare tool runs, or a name that says so
*/
function isRootBySelf(entry) {
	if (entry.system === "pre-commit") return entry.runsOn.includes("default");
	if (entry.system === "tox" || entry.system === "nox") return entry.runsOn.includes("default") && (PLAIN_VARIANT.test(entry.name) || CHECKING_NAME.test(entry.name));
	return CHECKING_NAME.test(entry.name);
}
/**
* @param reading what was read
* @param system a system
* @returns the entries of it that people run to check
*/
function rootsOf(reading, system) {
	return reading.entries.filter((entry) => entry.system === system && isRootBySelf(entry));
}

// src/core/detect/declared/toolchain-rank.ts
/** Lines that are kept for long; of the others one is taken where there is nothing else. */
const IS_USUAL = {
	node: (major) => major % 2 === 0,
	java: (major) => [
		8,
		11,
		17,
		21,
		25,
		29
	].includes(major)
};
const NAMED = 1e6;
/** What no version names is what runners have: of Rust the newest that is stable. */
function rankOf(language, wish) {
	if (wish === void 0) return language === "rust" ? NAMED : 0;
	const { version } = wish;
	if (/nightly|beta|alpha|rc\d|-ea\b/i.test(version)) return -1;
	if (/^(?:lts|latest|current|stable|node)/i.test(version)) return NAMED;
	const [, major = "", minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(version.replace(/^1\.(?=\d\b)/, "")) ?? [];
	if (major === "") return 0;
	const number = Number(major) * 1e3 + Number(minor);
	return IS_USUAL[language]?.(Number(major)) === false ? number / 1e3 : number;
}
/**
* @param a what one job sets up
* @param b what another does
* @returns more than 0 where the first has the better version for a command that both run: a newer one that is kept for long
*/
function compareToolchains(a, b) {
	const languages = new Set([...a, ...b].map(({ language }) => language));
	for (const language of languages) {
		const [one, other] = [a, b].map((all) => all.find((wish) => wish.language === language));
		const difference = rankOf(language, one) - rankOf(language, other);
		if (difference !== 0) return difference;
	}
	return 0;
}

// src/core/detect/declared/merge-candidates.ts
/** Options that change what a person sees, not what is found. */
const QUIET = /^(?:-v+|-q+|--verbose|--quiet|--colou?r(?:=.*)?|--no-colou?r|--durations=?.*|-rA|-ra|--tb=.*|--show-source|--output-format=(?:github|full|concise)|--progress.*)$/;
/** The newest release of Python that is no preview; a matrix often ends with one that is. */
const NEWEST_PYTHON = [3, 15];
/** @returns what tells a command from others: tool, folder, words, variables */
function commandKey({ tool, situation, chosen }) {
	const { step } = situation;
	const { name } = situation.run.home;
	const isVariant = /\d/.test(name);
	const pattern = new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "g");
	const same = (word) => isVariant ? word.replaceAll(pattern, "{}") : word.replaceAll(`/${name}/`, "/{}/");
	const words = [...(step.launched?.own ?? []).filter((word) => /^-OO?$/.test(word)), ...step.launched?.bare ?? [step.command.text]].concat(step.passedOn).filter((word) => !QUIET.test(word)).map(same);
	const cwd = step.launched?.cwd ?? step.command.cwd;
	const fetched = chosen.environment === null ? chosen.run.slice(0, 2) : [];
	const ownEnv = situation.run.home.system === "pre-commit" ? {} : gateVariables(step.ownEnv);
	return JSON.stringify([
		tool.kind,
		words,
		cwd,
		Object.entries(ownEnv).map(([key, value]) => [key, same(value)]).sort(),
		fetched[0] === "uvx"
	]);
}
/** Variables of a declaration that are about the machine, colours and managers, and not about what is checked. */
const NOT_FOR_GATES = /^(?:GITHUB_|RUNNER_|ACTIONS_|INPUT_|TURNPIKE_|FORCE_COLOR$|NO_COLOR$|PY_COLORS$|CLICOLOR|TERM$|COLUMNS$|UV_|PIP_|POETRY_|PDM_|PIPENV_|HATCH_|PRE_COMMIT|TOX|NOX|NPM_CONFIG_|npm_config_|CACHE|CODECOV_|COVERALLS_|SONAR_|PYTHON_VERSION$|NODE_VERSION$|DEFAULT_PYTHON|MIN_PYTHON|VIRTUAL_ENV$|PATH$|HOME$|CI$|COVERAGE_FILE$)/i;
/** @returns the variables that a gate gets: constants that are about what is checked */
function gateVariables(env) {
	const isKnown = (value) => !/[\u{e000}\u{e001}]|\$\{\{/u.test(value);
	return Object.fromEntries(Object.entries(env).filter(([name, value]) => !NOT_FOR_GATES.test(name) && isKnown(value)));
}
function pythonRank(version) {
	const match = /^(\d+)\.(\d+)$/.exec(version ?? "");
	if (version === null) return 0;
	if (match === null) return -1;
	const minor = Number(match[2]);
	return Number(match[1]) !== NEWEST_PYTHON[0] || minor > NEWEST_PYTHON[1] ? -1 : minor;
}
/** True when something that is installed comes from an address: an archive, a checkout or an index, mostly of what is no release yet. */
function hasAddress({ chosen }) {
	if ((chosen.environment?.recipe?.installs ?? []).some(({ env }) => env["UV_EXTRA_INDEX_URL"] !== void 0)) return true;
	return installsOf(chosen.environment).some((words) => /"(?:[^"\s]*@\s*)?(?:git\+)?https?:\/\//.test(words));
}
const variablesOf$1 = ({ situation }) => Object.keys(gateVariables(situation.step.env)).length;
function isBetter(a, b, wanted) {
	const blocked = a.blockers.length - b.blockers.length;
	if (blocked !== 0) return blocked < 0;
	if (a.required !== b.required) return a.required;
	if (hasAddress(a) !== hasAddress(b)) return !hasAddress(a);
	if (isBuild(a) && isBuild(b) && variablesOf$1(a) !== variablesOf$1(b)) return variablesOf$1(a) < variablesOf$1(b);
	if (a.followUps.length !== b.followUps.length) return a.followUps.length > b.followUps.length;
	const rank = (one) => {
		const python = one.chosen.environment?.recipe?.python ?? null;
		return python !== null && python === wanted ? 1e3 : pythonRank(python);
	};
	if (rank(a) !== rank(b)) return rank(a) > rank(b);
	return compareToolchains(a.situation.run.root.toolchains ?? [], b.situation.run.root.toolchains ?? []) > 0;
}
function installsOf(need) {
	return (need?.recipe?.installs ?? []).map(({ words, cwd }) => JSON.stringify([words, cwd]));
}
/** Tools that read files alone and take no plugins: what else is installed beside them changes nothing. */
const READS_ALONE = /^(?:ruff|black|pycodestyle|pyflakes|codespell|yamllint|check-manifest|doc8)$/;
/** The words of installs that bring the tool itself; undefined where one may stand in a file, a group or an extra. */
function broughtBy({ tool, chosen }) {
	if (!READS_ALONE.test(tool.tool) || chosen.environment?.manager !== "venv") return void 0;
	const named = (chosen.environment.recipe?.installs ?? []).flatMap((one) => one.words.slice(3)).filter((word) => new RegExp(`^${tool.tool}(?![\\w-])`).test(word));
	return named.length === 1 ? named[0] : void 0;
}
/** The same program reads the same files. */
function isSameReader(a, b) {
	const brought = broughtBy(a);
	return JSON.stringify(a.chosen.run) === JSON.stringify(b.chosen.run) && brought !== void 0 && brought === broughtBy(b);
}
/** True when everything that `small` brings is brought by `large` too. */
function covers(large, small) {
	if (small === null || large === null) return small === large;
	if (large.manager !== small.manager || large.cwd !== small.cwd) return false;
	const has = (list, all) => list.every((one) => all.includes(one));
	return has(small.groups, large.groups) && has(small.extras, large.extras) && has(installsOf(small), installsOf(large)) && has(small.options ?? [], large.options ?? []);
}
/** @returns variables by which a command of a matrix differs from the one that is kept, as words; none for most */
function differingVariables(kept, other) {
	const own = gateVariables(kept.situation.step.env);
	return Object.entries(gateVariables(other.situation.step.env)).flatMap(([name, value]) => own[name] === value ? [] : [`${name}=${value}`]);
}
/** Variables that say how a run is called, and nothing about what is tested. */
const LABELS = /^(?:(?:COVERAGE_)?CONTEXT|OS|PYTHON|NAME|LABEL)$/;
/** @returns the variables around a command that are about what is tested, as one text */
function worldOf({ situation }) {
	const variables = Object.entries(gateVariables(situation.step.env)).filter(([name]) => !LABELS.test(name));
	return JSON.stringify(variables.sort());
}
/** Variables of the workflow count where two commands are not variants of one line. */
const isSameWorld = (a, b) => worldOf(a) === worldOf(b);
const isAt = (one, other) => one?.file === other?.file && one?.line === other?.line;
/** A build makes one folder: there is one of it, whatever variables jobs have around it. */
const isBuild = ({ isPreparation, situation }) => isPreparation || situation.step.classified.use.kind === "build";
/** Variables that tell the repository's own tests and not how a run is called. */
function isTestedAlike(a, b) {
	return a.blockers.length > 0 || b.blockers.length > 0 || STATIC.has(a.tool.kind) || isBuild(a) || isSameWorld(a, b);
}
/**
* Variants of one declaration: a matrix, the factors of tox, the parameters of nox. Tests in a script that two jobs call
* with different variables are two gates, unless they stand in an environment of their own, as those of tox do.
*/
function isVariant(a, b) {
	const [one, other] = [a.situation, b.situation];
	if (!isAt(one.step.command.place, other.step.command.place)) return false;
	return isAt(one.step.chain[0]?.place, other.step.chain[0]?.place) || one.run.home.isolated || other.run.home.isolated || isTestedAlike(a, b);
}
function add(groups, candidate, wanted) {
	const { environment } = candidate.chosen;
	for (const [index, { candidate: kept, others }] of groups.entries()) {
		const before = kept.chosen.environment;
		if (!(isVariant(kept, candidate) || isSameReader(kept, candidate) || (isSameWorld(kept, candidate) || isBuild(kept) && isBuild(candidate)) && (covers(before, environment) || covers(environment, before)))) continue;
		groups[index] = isBetter(candidate, kept, wanted) || !isBetter(kept, candidate, wanted) && !covers(before, environment) ? {
			candidate,
			others: [...others, kept]
		} : {
			candidate: kept,
			others: [...others, candidate]
		};
		return;
	}
	groups.push({
		candidate,
		others: []
	});
}
/**
* Says each command once: the same tool with the same words, folder and variables, in environments of which one has what
* the other has. Variants of one declaration become one, with the interpreter that the repository prefers, else the newest.
*
* @param candidates in the order in which they count
* @param wanted Python version of `.python-version`, when there is one
*/
function mergeCandidates(candidates, wanted) {
	const byCommand = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const key = commandKey(candidate);
		const groups = byCommand.get(key) ?? [];
		byCommand.set(key, groups);
		add(groups, candidate, wanted);
	}
	return [...byCommand.values()].flat();
}

// src/core/detect/declared/coverage-twins.ts
/** Options of test runners that only measure beside the tests (vitest.dev, jestjs.io, nodejs.org: coverage). */
const MEASURES = /^--(?:coverage|experimental-test-coverage)(?:[.=].*)?$/;
/** Programs that measure what they start, with those of their options that take the next word. */
const MEASURERS = /^(?:c8|nyc)$/;
const VALUES = /^(?:-r|--reporter|-n|--include|-x|--exclude|-o|--reports-dir|--report-dir|--temp-directory|--temp-dir|--src|--lines|--branches|--functions|--statements|--cwd|-e|--extension)$/;
/** What a command tests, without what measures it; undefined where it measures nothing. */
function withoutMeasuring(words) {
	if (!MEASURERS.test(words[0] ?? "")) {
		const left = words.filter((word) => !MEASURES.test(word));
		return left.length === words.length ? void 0 : left;
	}
	let index = 1;
	while (/^-/.test(words[index] ?? "")) index += VALUES.test(words[index] ?? "") ? 2 : 1;
	return words.slice(index);
}
function wordsOf({ candidate }) {
	const { launched, passedOn } = candidate.situation.step;
	return launched === null ? [] : [...launched.bare, ...passedOn];
}
/** True when `plain` runs what is measured, which stands there as its words or as the call that leads to it. */
function isSame({ merged, text }, plain) {
	const [one, other] = [merged.candidate.situation.step, plain.candidate.situation.step];
	const isThere = text === wordsOf(plain).join(" ") || other.chain.some((link) => link.text.trim() === text);
	const isAlike = merged !== plain && one.command.cwd === other.command.cwd;
	return isThere && isAlike && worldOf(merged.candidate) === worldOf(plain.candidate);
}
/**
* Tests that one job measures and another does not are run once, measured: that is the one that can fail for more reasons.
*
* @param all commands, each once
* @returns the same without those that run unmeasured what another one runs measured
*/
function onceMeasured(all) {
	const tests = all.filter(({ candidate }) => candidate.tool.kind === "tests" && candidate.tool.ecosystem === "node");
	const measured = tests.flatMap((merged) => {
		const left = withoutMeasuring(wordsOf(merged));
		return left === void 0 ? [] : [{
			merged,
			text: left.join(" ")
		}];
	});
	const more = /* @__PURE__ */ new Map();
	const given = /* @__PURE__ */ new Set();
	for (const plain of measured.length === 0 ? [] : tests) {
		const open = plain.candidate.blockers.length;
		const twin = measured.find((one) => isSame(one, plain) && one.merged.candidate.blockers.length <= open)?.merged;
		if (twin === void 0) continue;
		given.add(plain);
		more.set(twin, [...more.get(twin) ?? [], plain]);
	}
	const withMore = (one) => {
		const same = (more.get(one) ?? []).flatMap(({ candidate, others }) => [candidate, ...others]);
		return same.length === 0 ? one : {
			...one,
			others: [...one.others, ...same]
		};
	};
	return all.filter((one) => !given.has(one)).map(withMore);
}

// src/core/detect/declared/lost-variables.ts
/** Names of gates that a sentence lists. */
const MOST_NAMES = 3;
function listed(ids) {
	const shown = ids.slice(0, MOST_NAMES).map((id) => `\`${id}\``);
	const more = ids.length - shown.length;
	const all = more === 0 ? shown : [...shown, `${more} more`];
	const last = all.at(-1) ?? "";
	return all.length === 1 ? `the gate ${last} runs` : `the gates ${all.slice(0, -1).join(", ")} and ${last} run`;
}
/**
* @param running commands that are gates, with their ids
* @returns a note for each variable that the repository sets for them to what only a run knows: they run without it
*/
function lostVariableNotes(running) {
	const found = /* @__PURE__ */ new Map();
	for (const [{ candidate }, id] of running) {
		const { tool, situation } = candidate;
		if (STATIC.has(tool.kind) && tool.kind !== "types") continue;
		for (const { name, place } of situation.step.lost) {
			if (!(name in gateVariables({ [name]: "" })) || name in situation.step.env) continue;
			const key = `${name} ${place.file}:${place.line}`;
			const known = found.get(key) ?? {
				note: {
					file: place.file,
					line: place.line
				},
				name,
				ids: []
			};
			known.ids.push(id);
			found.set(key, known);
		}
	}
	return [...found.values()].map(({ note, name, ids }) => ({
		...note,
		message: `sets \`${name}\` to what only a run there knows; ${listed(ids)} without it`
	}));
}

// src/core/detect/declared/name-gates.ts
function slug(text) {
	return text.toLowerCase().replaceAll(/[^a-z0-9.]+/g, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "more";
}
function folderOf({ situation }) {
	return situation.step.launched?.cwd ?? situation.step.command.cwd;
}
function groupBy(all, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of all) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [one]);
		else group.push(one);
	}
	return groups;
}
/** What people call where the command stands: the tox environment, the target, the job. */
function entryName({ situation }) {
	return slug(situation.step.entry.name);
}
const entryOf = ({ candidate }) => candidate.situation.step.entry.id;
/** Folder and name of the file that a command runs, where nothing else is known of it. */
function fileName({ tool, situation }) {
	const parts = (isPlain(tool) ? (situation.step.launched?.bare ?? []).find((word) => SCRIPT_FILE.test(word)) : void 0)?.replace(/\.\w+$/, "").split("/").slice(-2);
	return parts === void 0 ? void 0 : slug(parts.join("-"));
}
/** How well a command stands for its kind: the plain one keeps the plain name. */
function plainness({ candidate }) {
	const { tool, blockers, isPreparation } = candidate;
	const name = entryName(candidate);
	const isPlain = name === tool.kind || name === tool.tool || /^py\d*$|^(?:tests?|unit|ci|build|main)$/.test(name);
	return (blockers.length > 0 ? 4 : 0) + (isPreparation ? 2 : 0) + (isPlain ? 0 : 1);
}
const variablesOf = ({ candidate }) => Object.keys(gateVariables(candidate.situation.step.env)).length;
const isSamePlace = (a, b) => placeOf(a) === placeOf(b) && !a.candidate.situation.run.home.isolated;
function placeOf({ candidate }) {
	const { file, line } = candidate.situation.step.command.place;
	return `${line} ${file}`;
}
/** Of one line in two jobs the one with fewer variables around it is the usual one. */
const usualFirst = (a, b) => isSamePlace(a, b) ? variablesOf(a) - variablesOf(b) : 0;
/** What tells a line in one job from the same line in others; behind the name of its script, where that has another. */
function amongItsLine(one, counts, isNamedAlike) {
	const own = ownPart(one, counts);
	return own === void 0 || isNamedAlike ? own : `${entryName(one.candidate)}-${own}`;
}
/** How many of the commands of one line have a word, by the line; lines of one command are absent. */
function countByLine(all) {
	const lines = [...groupBy(all, placeOf)].filter(([, alike]) => alike.length > 1);
	return new Map(lines.map(([place, alike]) => [place, countParts(alike)]));
}
/** Without the kind in front: `tests-typing` and not `tests-test-typing`. */
function labelled(kind, label) {
	const singular = kind.replace(/s$/, "");
	const bare = label.replace(new RegExp(`^(?:${kind}|${singular})-+`), "");
	return bare === kind || bare === singular || bare === "" ? kind : `${kind}-${bare}`;
}
/** Longest part of an id that comes from a command's words. */
const MAX_LABEL = 40;
/** Words that say how a program is called and not what with. */
const CALLING = /^(?:-m|run|exec|check|test|tests|build|report|lint|format|pytest|unittest)$/;
/** Words and variables of a command that could tell it from others, the most telling first. */
function tellingParts({ situation }) {
	const { step } = situation;
	const words = [...step.launched?.bare.slice(1) ?? [], ...step.passedOn].filter((word) => !CALLING.test(word));
	const plain = words.filter((word) => !word.startsWith("-"));
	const valued = words.filter((word) => /^-.*=./.test(word));
	return [
		...plain,
		...valued,
		...Object.keys(gateVariables(step.env))
	];
}
/** `tests/integration/` is `integration`, `--python-version=3.13` is `3.13`. */
function partLabel(part) {
	return slug(part.replace(/^.*=/, "").replace(/\/+$/, "").replace(/^.*\//, "").replace(/(?<=.)\.\w*[a-z]\w*$/i, ""));
}
/** How many of the commands have a word. */
function countParts(all) {
	const counts = /* @__PURE__ */ new Map();
	for (const { candidate } of all) for (const part of new Set(tellingParts(candidate))) counts.set(part, (counts.get(part) ?? 0) + 1);
	return counts;
}
/** What this command says and none of the others does; undefined when nothing tells it apart. */
function ownPart(one, counts) {
	return tellingParts(one.candidate).filter((part) => counts.get(part) === 1).map(partLabel).find((label) => !/^(?:more|null|true|false|\d+)$/.test(label) && label.length <= MAX_LABEL);
}
/** The one tool that runs the tests: scripts that only their file tells, and suggestions, stand beside it. */
function mainTool(group) {
	if (group[0]?.candidate.tool.kind !== "tests") return void 0;
	const sure = group.filter(({ candidate }) => !isPlain(candidate.tool) && candidate.blockers.length === 0);
	const tools = new Set(sure.map(({ candidate }) => candidate.tool.tool));
	return tools.size === 1 ? [...tools][0] : void 0;
}
/** What commands of one tool may be called beside its plain name, the most readable first. */
function labelsOf(one, ordered, { counts, ofLines }) {
	const entry = entryName(one.candidate);
	const own = ownPart(one, counts);
	const { system } = one.candidate.situation.run.home;
	const isOfOne = new Set(ordered.map(entryOf)).size === 1;
	const isNamedAlike = ordered[0] !== void 0 && entryName(ordered[0].candidate) === entry;
	const alike = ofLines.get(placeOf(one));
	const among = alike === void 0 ? void 0 : amongItsLine(one, alike, isNamedAlike);
	return (isOfOne ? [
		fileName(one.candidate),
		own,
		entry
	] : isNamedAlike ? [
		own,
		among,
		system,
		entry
	] : [
		entry,
		own,
		among,
		system
	]).filter((label) => label !== void 0);
}
/** Ids for the commands of one tool: the base for the plainest, labels for the others. */
function nameOfTool(ofTool, kind, base) {
	const ids = /* @__PURE__ */ new Map();
	const used = /* @__PURE__ */ new Set([base]);
	const counts = {
		counts: countParts(ofTool),
		ofLines: countByLine(ofTool)
	};
	for (const [index, one] of ofTool.entries()) {
		const names = labelsOf(one, ofTool, counts).map((label) => labelled(kind, label));
		const counted = labelled(base, `${entryName(one.candidate)}-${index + 1}`);
		const free = names.find((name) => name !== kind && !used.has(name)) ?? counted;
		const id = index === 0 ? base : free;
		used.add(id);
		ids.set(one, id);
	}
	return ids;
}
/**
* Readable ids: the kind alone for the only one or the plainest one; the tool where kinds have several tools; else what
* people call where it stands.
*
* @param all merged commands
* @returns an id for each, before the folder is put behind it
*/
function nameGates(all) {
	const groups = groupBy(all, ({ candidate }) => `${candidate.tool.kind}\0${folderOf(candidate)}`);
	const ids = /* @__PURE__ */ new Map();
	for (const group of groups.values()) {
		const tools = groupBy(group, ({ candidate }) => candidate.tool.tool);
		const main = mainTool(group);
		for (const [tool, ofTool] of tools) {
			const ordered = ofTool.toSorted((a, b) => plainness(a) - plainness(b) || usualFirst(a, b));
			const kind = ordered[0]?.candidate.tool.kind ?? tool;
			const base = tool === main || tools.size === 1 ? kind : labelled(kind, slug(tool));
			for (const [one, id] of nameOfTool(ordered, kind, base)) ids.set(one, id);
		}
	}
	return ids;
}

// src/core/detect/declared/open-calls.ts
/** Calls of tox and nox, however they are started. */
const RUNNER = /(?:^|\s)(?:tox|nox)(?:\s|$)/;
/** The package that tox is handed in place of the one it would build: the code is the same. */
const HANDED_PACKAGE = /\s--installpkg(?:=|\s+)(?:`[^`]*`|"[^"]*"|'[^']*'|\$\([^()]*\)|\S+)/g;
/** Names that are known only when it runs: `-s "${{ matrix.session }}"`, `-e ${{ matrix.env }}`. */
const OPEN_NAME = /\s(?:-e|-s|--session|--sessions|-t|--tags)(?:=|\s+)["']?\$\{\{[^}]*\}\}["']?(?=\s|$)/g;
/** Words that are handed on and known only when it runs. */
const OPEN_REST = /\s--(?:\s+["']?\$\{\{[^}]*\}\}["']?)+\s*$/;
/** What only a shell can put in. */
const FOR_A_SHELL = /[`$*?;&|<>()\\\n]/;
function plainWords(text) {
	if (FOR_A_SHELL.test(text)) return void 0;
	return (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/["']/g, ""));
}
/** The commits between which pre-commit looks for changed files: `--from-ref origin/${GITHUB_BASE_REF} --to-ref HEAD`. */
const REFS = /\s(?:--from-ref|--to-ref|--source|--origin|-s|-o)(?:=|\s+)(?:"[^"]*"|'[^']*'|\S+)/g;
function hooksOfChange(text) {
	const words = plainWords(text.trim().replaceAll(REFS, ""));
	return words === void 0 ? void 0 : {
		words,
		isOfAll: true,
		doubt: "there it looks at changed files alone"
	};
}
/** The folder that a command runs in, as pip takes it: "file://`pwd`#egg=shop[tests]". */
const OWN_FOLDER = /["']?file:\/\/(?:`pwd`|\$\(pwd\)|\$\{?PWD\}?|\.)\/?(?:#egg=[\w.-]+(\[[^\]]*\])?)?["']?(?=\s|$)/g;
function installOfFolder(text) {
	const words = plainWords(text.trim().replaceAll(OWN_FOLDER, (_, extras) => `.${extras ?? ""}`));
	return words === void 0 ? void 0 : {
		words,
		isOfAll: false
	};
}
/**
* Reads a call of tox or nox whose words are not known whole, where what is not known changes nothing of what is checked,
* or names what is run; of hooks over changed files; and an installation of the folder that it runs in.
*
* @param command of which only a shell knows the words
* @returns undefined for any other command
*/
function openCall({ words, text }) {
	if (/\bpip3? install\b/.test(text) && text.search(OWN_FOLDER) !== -1) return installOfFolder(text);
	if (words !== null) return void 0;
	if (/(?:^|\s)(?:pre-commit|prek)\s+run\s/.test(text) && /\s--from-ref\b/.test(text)) return hooksOfChange(text);
	if (!RUNNER.test(text)) return void 0;
	const handed = text.trim().replaceAll(HANDED_PACKAGE, "");
	const left = plainWords(handed);
	if (left !== void 0) return {
		words: left,
		isOfAll: false
	};
	const all = plainWords(handed.replace(OPEN_REST, "").replaceAll(OPEN_NAME, ""));
	return all === void 0 || handed.search(OPEN_NAME) === -1 ? void 0 : {
		words: all,
		isOfAll: true
	};
}

// src/core/detect/declared/resolve.ts
const CIRCLE = "it calls itself";
/** Calls that stand inside of calls: no repository needs more, a circle would. */
const MAX_DEPTH$1 = 12;
/** Commands that are looked at in one repository. */
const MAX_STEPS = 5e3;
/** Uses of commands that make something and check nothing. */
const WORK = /^(?:build|noise|tree|other|report)$/;
/** Says which of several equal ones was read, and not that the reading could be wrong. */
const HARMLESS = /^it is one of \d+ combinations|^its matrix is what|stands for it$|^tox would have made the folder/;
/** Conditions that leave a job out when nothing that concerns it changed, or that keep it from running twice. */
const BY_CHANGE = /^its condition `(?:\$\{\{ *)?\(*(?:always\(\) && )?(?:needs\.[\w-]+\.result == 'success' && )?\(*!?(?:needs\.[\w-]+\.outputs\.|inputs\.|fromJSON\(needs\.|github\.event_name == 'push' \|\| github\.event\.pull_request)/;
const NEVER_HARMLESS = /secrets\.|release|schedule|refs\/tags/;
const serious = (doubts) => doubts.filter((doubt) => !HARMLESS.test(doubt) && (!BY_CHANGE.test(doubt) || NEVER_HARMLESS.test(doubt)));
/** Doubts of a command that could be another one when it runs. */
function doubtsOf({ certainty, doubts }) {
	if (certainty !== "unsure") return [];
	return doubts.length === 0 ? ["something in it is known only when it runs"] : serious(doubts);
}
/** tox takes the environments to run from a variable too (tox.wiki, "TOXENV"). */
function withToxEnvironment(words, bare, env) {
	const chosen = env["TOXENV"] ?? env["TOX_ENV"];
	return bare[0] === "tox" && chosen !== void 0 && !bare.some((word) => /^(?:-e|--env|-m|-f|--|list|config)/.test(word)) ? [
		...words,
		"-e",
		chosen
	] : words;
}
/** The text of `sh -c 'text'`, which a shell of its own runs. */
function innerShell(words) {
	const [program = "", flags = "", text] = words ?? [];
	return /(?:^|\/)(?:ba|da|z)?sh$/.test(program) && /^-[a-z]*c$/.test(flags) ? text : void 0;
}
/** A job on GitHub, as plugins of what it calls see it. */
function surroundingsOf({ system, python, pythons }, env) {
	return system === "workflow" ? {
		pythons: pythons ?? (python === null ? [] : [python]),
		env
	} : void 0;
}
const unique = (texts) => [...new Set(texts)];
function wayOf({ chain, env, ownEnv, lost, mayFail, doubts, passedOn, wrappers, startedIn }) {
	return {
		chain,
		env,
		ownEnv,
		lost,
		mayFail,
		doubts,
		passedOn,
		wrappers,
		startedIn
	};
}
const NO_WAY = {
	chain: [],
	env: {},
	ownEnv: {},
	lost: [],
	mayFail: false,
	doubts: [],
	passedOn: [],
	wrappers: [],
	startedIn: []
};
/** Environments of a project, which what they start sees; what brings an environment for itself alone gives none. */
function projectLaunchers(launched) {
	return launched.launchers.filter(({ family, makesOwn, name }) => family === "python" && !makesOwn && name !== "pipx run");
}
const OPEN_PART = /^(?!its condition).*known only when it runs$/;
/** Doubts of a call whose open parts do not matter. */
function withoutOpenParts(command, open) {
	const doubts = command.doubts.filter((doubt) => !OPEN_PART.test(doubt));
	if (open.doubt !== void 0) return {
		...command,
		words: open.words,
		doubts: [...doubts, open.doubt],
		certainty: "unsure"
	};
	return {
		...command,
		words: open.words,
		doubts,
		certainty: "likely"
	};
}
/** Follows calls from entries that run by themselves to the commands that do the work. */
var Follower = class Follower {
	#callOf;
	#entries;
	#byId;
	#runs = [];
	#unfollowed = [];
	#reached = /* @__PURE__ */ new Set();
	#byItself;
	#left = MAX_STEPS;
	/**
	* @param entries what all readers found
	* @param callOf recognises what calls entries
	* @param byItself commands of entries that were followed alone, by their ids
	*/
	constructor(entries, callOf, byItself = /* @__PURE__ */ new Map()) {
		this.#entries = entries;
		this.#byItself = byItself;
		this.#callOf = callOf;
		this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
	}
	/**
	* @param roots entries that run by themselves
	* @returns every command that they lead to, grouped by environment, in order
	*/
	follow(roots) {
		for (const root of roots) this.#open(root, {
			root,
			home: root,
			steps: [],
			...NO_WAY
		});
		return {
			runs: this.#runs.filter(({ steps }) => steps.length > 0),
			unfollowed: this.#unfollowed,
			reached: this.#reached
		};
	}
	#open(entry, walk) {
		this.#runs.push({
			root: walk.root,
			home: walk.home,
			steps: walk.steps
		});
		this.#enter(entry, walk);
	}
	#enter(entry, walk) {
		this.#reached.add(entry.id);
		const inner = {
			...walk,
			doubts: unique([...walk.doubts, ...serious(entry.doubts)])
		};
		const last = entry.commands.length - 1;
		for (const [index, command] of entry.commands.entries()) {
			if (this.#left <= 0) return;
			this.#left -= 1;
			this.#take(entry, command, index === last ? inner : {
				...inner,
				passedOn: []
			});
		}
	}
	#take(entry, written, walk) {
		const open = openCall(written);
		const command = open === void 0 ? written : withoutOpenParts(written, open);
		const shellText = innerShell(command.words);
		const launched = command.words === null || shellText !== void 0 ? null : unwrap(command.words, command.cwd);
		const chain = [...walk.chain, {
			place: command.place,
			text: command.text,
			entry
		}];
		const env = {
			...walk.env,
			...command.env,
			...launched?.env
		};
		const doubts = unique([...walk.doubts, ...doubtsOf(command)]);
		const mayFail = walk.mayFail || command.mayFail;
		const declared = entry.system === "workflow" ? {} : command.env;
		const ownEnv = {
			...walk.ownEnv,
			...declared,
			...launched?.env
		};
		const kept = walk.lost.filter(({ name }) => !(name in command.env));
		const lost = command.lost === void 0 ? kept : [...kept, ...command.lost];
		const inner = {
			...walk,
			chain,
			env,
			ownEnv,
			lost,
			doubts,
			mayFail
		};
		const called = withToxEnvironment(command.words ?? [], launched?.bare ?? [], env);
		const found = launched === null ? void 0 : this.#callOf(called, command.cwd, this.#entries, surroundingsOf(walk.root, env));
		const call = found === void 0 || this.#isHandedOn(found) ? void 0 : found;
		if (launched !== null && call !== void 0) {
			const wrappers = unique([...walk.wrappers, ...launched.wrappers]);
			const startedIn = [...walk.startedIn, ...projectLaunchers(launched)].slice(-1);
			this.#call(call, {
				command,
				entry
			}, {
				...inner,
				wrappers,
				startedIn
			});
			return;
		}
		walk.steps.push({
			...wayOf(inner),
			command,
			entry,
			launched,
			classified: launched === null ? { use: { kind: "other" } } : classifyIn([...launched.bare, ...walk.passedOn], entry.name),
			parts: launched === null ? classifyShell(shellText ?? command.text, (words) => unwrap(words, command.cwd).bare) : []
		});
	}
	/**
	* A script or target of which no part checks, installs or publishes is one command, whatever it is made of.
	*
	* @returns what it makes; undefined for any other
	*/
	#plainWork(id, walk) {
		const target = this.#byId.get(id);
		if (target === void 0 || target.isolated || !/^(?:scripts|make|just|task|mise)$/.test(target.system)) return void 0;
		if (walk.chain.some((link) => link.entry.id === id)) return void 0;
		const steps = this.#stepsOf(target);
		const isWork = steps.length > 0 && steps.every(({ classified, parts }) => [classified, ...parts].every(({ use }) => WORK.test(use.kind))) && steps.some(({ classified }) => classified.use.kind === "build" || classified.use.kind === "tree");
		const isNative = steps.some(({ classified: { use } }) => use.kind === "build" && use.what === "native code");
		return isWork ? isNative ? "native code" : "a script" : void 0;
	}
	/**
	* The gate that a script or target is as a whole: it checks with tools of the system, in a text that only its own shell
	* or make can run, and does nothing else.
	*/
	#wholeCheck(id, walk) {
		const target = this.#byId.get(id);
		if (target === void 0 || target.isolated || !/^(?:scripts|make|just|task|mise)$/.test(target.system)) return void 0;
		if (walk.chain.some((link) => link.entry.id === id)) return void 0;
		const steps = this.#stepsOf(target);
		const uses = steps.flatMap(({ classified, parts }) => [classified, ...parts].map(({ use }) => use));
		if (!steps.some(({ command }) => command.certainty === "unsure") || !uses.every(({ kind }) => kind === "gate" || WORK.test(kind))) return void 0;
		const tools = uses.flatMap((use) => use.kind === "gate" ? [use.tool] : []);
		if (!tools.every(({ ecosystem }) => ecosystem === "system")) return void 0;
		const tool = tools.find(({ kind }) => kind === "tests") ?? tools[0];
		if (tool === void 0) return void 0;
		const { report: _report, ...whole } = tool;
		const doubt = tools.find((one) => one.doubt !== void 0)?.doubt;
		return {
			...whole,
			exitCodes: null,
			...doubt === void 0 ? {} : { doubt }
		};
	}
	/** A rule for targets of any name that hands the name to a program nobody knows says no more than the name. */
	#isHandedOn({ made = [] }) {
		const handed = made.filter(({ anyName }) => anyName === true);
		const isUnknown = ({ classified, parts }) => [classified, ...parts].every(({ use }) => use.kind === "other");
		return handed.some((entry) => this.#stepsOf(entry).every(isUnknown));
	}
	/** What a script or target comes to by itself; nothing while that is being found out, which a circle asks. */
	#stepsOf(target) {
		const known = this.#byItself.get(target.id);
		if (known !== void 0) return known;
		this.#byId.set(target.id, target);
		this.#byItself.set(target.id, []);
		const inner = new Follower(this.#entries, this.#callOf, this.#byItself);
		inner.#left = 200;
		const { runs } = inner.follow([target]);
		const steps = runs.every((run) => run.home === target) ? runs.flatMap((run) => run.steps) : [];
		this.#byItself.set(target.id, steps);
		return steps;
	}
	#push(from, walk, id, use) {
		this.#reached.add(id);
		const { command, entry } = from;
		const words = command.words ?? [];
		const launched = {
			...unwrap(words, command.cwd),
			launchers: [],
			own: words,
			bare: words
		};
		walk.steps.push({
			...wayOf(walk),
			passedOn: [],
			command,
			entry,
			launched,
			classified: { use },
			parts: []
		});
	}
	/** Why an entry that is there is not followed; undefined when it is. */
	#whyNotEntered(id, { chain }) {
		if (chain.some((link) => link.entry.id === id)) return CIRCLE;
		return this.#byId.has(id) && chain.length > MAX_DEPTH$1 ? "it lies too deep" : void 0;
	}
	#call(call, from, walk) {
		const { place, text } = from.command;
		for (const made of call.made ?? []) {
			this.#byId.set(made.id, made);
			if (made.system === "make" || made.system === "task") this.#reached.add(made.id.replace(/\(.*\)$/s, ""));
		}
		if (call.entries.length === 0) {
			const reason = call.reason ?? `what it calls of ${call.system} could not be read`;
			if (reason !== "") this.#unfollowed.push({
				place,
				text,
				reason
			});
		}
		for (const id of call.entries) {
			const use = this.#useOfWhole(id, walk);
			if (use !== void 0) this.#push(from, walk, id, use);
			else this.#follow(call, id, from, walk);
		}
	}
	/** What an entry is that is not taken apart; undefined when its commands are looked at. */
	#useOfWhole(id, walk) {
		const what = this.#plainWork(id, walk);
		if (what !== void 0) return {
			kind: "build",
			what
		};
		const tool = this.#wholeCheck(id, walk);
		return tool === void 0 ? void 0 : {
			kind: "gate",
			tool
		};
	}
	#follow(call, id, { command, entry }, walk) {
		const target = this.#byId.get(id);
		const fault = this.#whyNotEntered(id, walk);
		if (target === void 0 || fault !== void 0) {
			const own = id === entry.id ? command.doubts[0] : void 0;
			const reason = fault === CIRCLE ? own ?? fault : fault ?? `there is no ${id}`;
			this.#unfollowed.push({
				place: command.place,
				text: command.text,
				reason
			});
			return;
		}
		const surroundings = { passedOn: call.made?.some((made) => made.id === id) === true ? [] : call.passedOn };
		if (target.isolated) this.#open(target, {
			...walk,
			...surroundings,
			home: target,
			steps: [],
			startedIn: []
		});
		else this.#enter(target, {
			...walk,
			...surroundings
		});
	}
};

// src/core/detect/python/versions.ts
/**
* Compares release numbers, to ask a tool only for what its locked version can do.
*
* @param version a version as a lock writes it; undefined or odd ones count as new
* @param least numbers of the release that can do it
* @returns true when `version` is that release or a later one
*/
function isAtLeast(version, ...least) {
	const parts = /^\d+(?:\.\d+)*/.exec(version ?? "")?.[0].split(".").map(Number);
	if (parts === void 0) return true;
	for (const [index, number] of least.entries()) {
		const other = parts[index] ?? 0;
		if (other !== number) return other > number;
	}
	return true;
}

// src/core/detect/toolchains.ts
/** @returns whether packages of Node are needed */
function isOfNode(need) {
	return need !== null && need.manager !== "uv" && need.manager !== "venv";
}
/** Languages that a gate runs on, as far as its command and its packages show. */
function languages({ run, environment }) {
	const shown = languagesOf(run);
	return isOfNode(environment) && !shown.includes("node") ? ["node", ...shown] : shown;
}
function wishFor(language, cwd, { snapshot, around }) {
	const own = toolchainWanted(snapshot, cwd, language);
	if (own !== void 0 || around === void 0) return own;
	const wish = toolchainWanted(around.snapshot, join$1(around.folder, cwd), language);
	if (wish === void 0) return void 0;
	const file = relative$1(join$1("/", around.folder), join$1("/", wish.source.file));
	return {
		...wish,
		source: {
			...wish.source,
			file
		}
	};
}
/**
* Adds what files such as `.nvmrc` ask for, where the job of a gate says nothing of the language that it runs on.
*
* @param gates all gates
* @param places the repository
* @returns the same gates with the toolchains that they are to run on
*/
function withToolchains(gates, places) {
	const known = /* @__PURE__ */ new Map();
	const ask = (language, cwd) => {
		const key = `${language}\0${cwd}`;
		if (!known.has(key)) known.set(key, wishFor(language, cwd, places));
		return known.get(key);
	};
	return gates.map((gate) => {
		const before = gate.toolchains ?? [];
		const added = languages(gate).filter((language) => !before.some((one) => one.language === language)).map((language) => ask(language, gate.cwd)).filter((wish) => wish !== void 0);
		return added.length === 0 ? gate : {
			...gate,
			toolchains: [...before, ...added]
		};
	});
}

// src/core/detect/declared/call-line.ts
const CALLS = {
	make: (name) => `make ${name}`,
	just: (name) => `just ${name}`,
	task: (name) => `task ${name}`,
	mise: (name) => `mise run ${name}`,
	tox: (name) => `tox -e ${name}`,
	nox: (name) => `nox -s ${/[^\w.-]/.test(name) ? `'${name}'` : name}`,
	hatch: (name) => `hatch run ${name}`,
	pdm: (name) => `pdm run ${name}`,
	poe: (name) => `poe ${name}`,
	taskipy: (name) => `task ${name}`,
	rye: (name) => `rye run ${name}`,
	pipenv: (name) => `pipenv run ${name}`,
	invoke: (name) => `invoke ${name}`,
	"pre-commit": (name) => `pre-commit run ${name} --all-files`
};
/** `bun test` is bun's own test runner, not the script. */
const scriptCall = (manager) => (name) => name === "test" && manager !== "bun" ? `${manager} test` : `${manager} run ${name}`;
/**
* @param entry any entry
* @param manager program that runs scripts of packages there
* @returns what a person types to run it, and where; undefined when nobody can call it by name
*/
function callLine(entry, manager) {
	const call = entry.system === "scripts" ? scriptCall(manager) : CALLS[entry.system];
	if (call === void 0) return void 0;
	const id = /^(?:make|task)$/.test(entry.system) ? entry.id.replace(/\(.*\)$/s, "") : entry.id;
	const at = id.lastIndexOf("@");
	const folder = at === -1 ? "." : id.slice(at + 1);
	const isFolder = entry.place.file.startsWith(`${folder}/`);
	const given = Object.entries(entry.overrides ?? {}).map(([name, value]) => `${name}=${shellWord(value)}`);
	return {
		line: [call(entry.name), ...given].join(" "),
		cwd: isFolder ? folder : "."
	};
}

// src/core/detect/declared/to-draft.ts
/** @returns what tells a merged command from all others of the plan */
function keyOf(candidate) {
	return `${commandKey(candidate)}\0${JSON.stringify(candidate.chosen.environment)}`;
}
function insertBefore(words, more) {
	const end = words.indexOf("--");
	return end === -1 ? [...words, ...more] : [
		...words.slice(0, end),
		...more,
		...words.slice(end)
	];
}
/** Version that an install command names, or undefined. */
function pinnedVersion({ chosen }, tool) {
	const words = [...(chosen.environment?.recipe?.installs ?? []).flatMap((install) => install.words), ...chosen.run.slice(0, 3)];
	const escaped = tool.replaceAll(/[^A-Za-z0-9-]/g, "");
	const pattern = new RegExp(`^${escaped}(?:\\[[^\\]]*\\])?(?:==|~=|<=?|@)v?(\\d[\\d.]*)`);
	return words.map((word) => pattern.exec(word)?.[1]).find((version) => version !== void 0);
}
/** The way to a report, when the command leaves it to us and the version can do it. */
function reportWay(candidate, lockedVersion) {
	const { tool, situation, chosen, followUps } = candidate;
	const { report } = tool;
	const words = situation.step.launched?.own ?? [];
	if (report === void 0 || situation.step.launched === null || words.some((word) => report.own.test(word))) return void 0;
	if (report.fromStdout === true && followUps.length > 0) return void 0;
	if (report.since === void 0) return report;
	if (tool.ecosystem === "node") return isNewInNode(candidate, report.since) ? report : void 0;
	const version = chosen.environment?.manager === "uv" ? lockedVersion(tool.tool) : pinnedVersion(candidate, tool.tool);
	return (version === void 0 ? chosen.environment?.manager !== "uv" && namesIt(candidate) : isAtLeast(version, ...report.since)) ? report : void 0;
}
const SECTIONS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies"
];
/** True when package.json asks for such a version of the tool, or for one that a catalog or a tag names. */
function isNewInNode({ situation: { scene, step }, tool }, since) {
	const range = [scene.manifestIn(step.command.cwd), scene.packageAt(step.command.cwd)?.pack.document ?? {}].flatMap((one) => SECTIONS.map((section) => asText(asTable(one[section])[tool.tool]))).find((one) => one !== void 0);
	const version = /\d+(?:\.\d+)*/.exec(range ?? "")?.[0];
	return range !== void 0 && (version === void 0 || isAtLeast(version, ...since));
}
function namesIt({ chosen, tool, situation }) {
	const isOthers = /^(?:hatch|conda|mamba|micromamba|pixi) run$/.test(situation.step.launched?.launchers.at(-1)?.name ?? "");
	if (chosen.environment === null) return !isOthers;
	return (chosen.environment.recipe?.installs ?? []).some(({ words }) => words.some((word) => word === tool.tool || word.startsWith(`${tool.tool}[`) || word.startsWith(`${tool.tool}>`)));
}
const REPORTS$2 = "${reports}";
function escaped(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/** What the shell puts in for {@link SITE_PACKAGES}. */
const SITE = "${site_packages}";
const ASK_SITE = [
	"python",
	"-c",
	"import site; print(site.getsitepackages()[0])"
];
/** One word for bash; the folders of reports and of packages stay variables. */
function quoted$1(word) {
	if (!word.includes(REPORTS$2) && !word.includes("{env_site_packages_dir}")) return shellWord(word);
	return `"${word.replaceAll(SITE_PACKAGES, SITE).replaceAll(/[`"\\]|\$(?!\{(?:reports|site_packages)\})/g, "\\$&")}"`;
}
/** Folder of tox's own that it would make and run in; undefined when the command runs in a folder that is there. */
function toxFolder({ situation }) {
	const { step, run } = situation;
	const [, root = ".", below] = /^(?:(.+)\/)?(\.tox(?:\/.*)?)$/.exec(step.launched?.cwd ?? step.command.cwd) ?? [];
	return run.home.system !== "tox" || below === void 0 ? void 0 : {
		root,
		below
	};
}
/** Folders that the declaration makes before a command which may want them; what only reads sources does not. */
function folderLine({ tool, situation }) {
	const { state, scene, step } = situation;
	const missing = STATIC.has(tool.kind) ? [] : state.folders.filter((path) => !scene.hasPath(path));
	const cwd = step.launched?.cwd ?? step.command.cwd;
	return missing.length === 0 ? [] : [shellLine([
		"mkdir",
		"-p",
		...missing.map((path) => relative$1(cwd, path))
	])];
}
/** What a shell has to do before the command. */
function beforeLine(candidate, launcher, line) {
	const folder = toxFolder(candidate)?.below;
	return [
		...folder === void 0 ? folderLine(candidate) : [],
		...folder === void 0 ? [] : [`mkdir -p ${shellWord(folder)}`, `cd ${shellWord(folder)}`],
		...line.includes(SITE) ? [`site_packages="$(${shellLine([...launcher, ...ASK_SITE])})"`] : []
	];
}
function followUpLine(candidate, step) {
	const own = candidate.situation.step.launched?.own.length ?? 0;
	return [...candidate.chosen.run.slice(0, candidate.chosen.run.length - own), ...step.launched?.own ?? []].map(quoted$1).join(" ");
}
function runOf(candidate, way) {
	const { situation, chosen, followUps } = candidate;
	if (situation.step.launched === null) return () => inEnvironment(candidate, situation.step.command.text.trim());
	const { name, system } = situation.run.home;
	const folder = system === "tox" || system === "nox" ? new RegExp(`\\.[tn]ox/${escaped(name)}/`, "g") : void 0;
	return (slug) => {
		const more = way === void 0 ? [] : way.args(`${REPORTS$2}/${slug}.${way.extension}`);
		const words = insertBefore((folder === void 0 ? chosen.run : chosen.run.map((word) => word.replaceAll(folder, `${REPORTS$2}/`))).map((word) => word.replace(/^--basetemp=\.[tn]ox\/.+$/, `--basetemp=${REPORTS$2}/tmp`)), more);
		const line = words.map(quoted$1).join(" ");
		const before = beforeLine(candidate, chosen.run.slice(0, chosen.run.length - (situation.step.launched?.own.length ?? 0) - situation.step.passedOn.length), line);
		if (followUps.length === 0 && before.length === 0) return words;
		return [
			...before,
			line,
			...followUps.map((step) => followUpLine(candidate, step))
		].join(" && ");
	};
}
/** A shell text in the environment that its tools need. */
function inEnvironment({ chosen }, text) {
	return chosen.environment?.manager === "uv" ? [
		"uv",
		"run",
		"--no-sync",
		"bash",
		"-eo",
		"pipefail",
		"-c",
		text
	] : text;
}
/** JUnit that the command writes by itself is read where it lies. */
function ownReport({ situation, tool }) {
	const words = situation.step.launched?.own ?? [];
	if (tool.report?.format !== "junit" || tool.tool !== "pytest") return void 0;
	const index = words.findIndex((word) => /^--junit-?xml/.test(word));
	const path = words[index]?.includes("=") === true ? words[index]?.replace(/^[^=]*=/, "") : words[index + 1];
	return index === -1 || path === void 0 || path === "" || path.startsWith("/") ? void 0 : {
		format: "junit",
		path
	};
}
function coresOf$1({ situation, tool }) {
	const line = (situation.step.launched?.own ?? []).join(" ");
	const workers = tool.tool === "pytest" ? /(?:^|\s)(?:-n[ =]?|--numprocesses[ =])(\d+|auto|logical)/.exec(line)?.[1] : void 0;
	if (workers === void 0) return tool.cpu;
	return /^\d+$/.test(workers) ? Math.max(1, Math.min(Number(workers), 64)) : 2;
}
function environmentVariables(candidate) {
	const { tool, followUps, situation } = candidate;
	const declared = gateVariables(situation.step.env);
	const measures = tool.coverage === true || followUps.length > 0;
	const sync = situation.step.launched === null && candidate.chosen.environment?.manager === "uv" ? { UV_NO_SYNC: "1" } : {};
	const git = STATIC.has(tool.kind) ? {} : situation.state.gitVariables;
	return (slug) => ({
		...git,
		...scriptVariables(situation),
		...watchesUnlessCi(situation.step) ? { CI: "true" } : {},
		...declared,
		...sync,
		...measures ? { COVERAGE_FILE: `${REPORTS$2}/${slug}.coverage` } : {}
	});
}
/** They watch and do not end unless this says that nobody looks (vitest before 0.31, react-scripts). */
function watchesUnlessCi({ launched }) {
	const [program = "", ...words] = launched?.bare ?? [];
	if (program === "react-scripts") return words[0] === "test";
	return program === "vitest" && !words.some((word) => /^(?:run|--run|related|--watch=false|--no-watch)$/.test(word));
}
/** What npm tells a script of the package that it belongs to (npm's documentation, "scripts"): tests and settings ask for it. */
function scriptVariables({ step: { entry }, scene }) {
	if (entry.system !== "scripts") return {};
	const document = scene.manifestIn(dirname$1(entry.place.file));
	const [name, version] = [asText(document["name"]), asText(document["version"])];
	return {
		npm_lifecycle_event: entry.name,
		...name === void 0 ? {} : { npm_package_name: name },
		...version === void 0 ? {} : { npm_package_version: version }
	};
}
function chainOf({ situation }) {
	return situation.step.chain.map(({ place, text }) => ({
		file: place.file,
		line: place.line,
		text: text.trim()
	}));
}
function whyOf({ candidate, others }) {
	const chain = chainOf(candidate);
	const texts = chain.map(({ file, line, text }) => `${file}:${line} runs \`${text.split("\n")[0] ?? ""}\``);
	const places = [...new Set(others.map(({ situation }) => situation.step.chain[0]).map((link) => `${link?.place.file}:${link?.place.line}`))].filter((place) => place !== `${chain[0]?.file}:${chain[0]?.line}`);
	const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
	const same = places.length === 0 ? "" : `, and the same at ${places.slice(0, 3).join(", ")}${more}`;
	return texts.join(", ") + same;
}
/** The call as the workflow starts it: `uv run poe lint`. */
function startedLine({ startedIn, entry }, line) {
	const [launcher] = entry.isolated ? [] : startedIn;
	if (launcher === void 0 || line.startsWith(launcher.name)) return line;
	return `${shellLine([...launcher.name.split(" "), ...launcher.options])} ${line}`;
}
function reproduceOf$2(candidate) {
	const { step, scene } = candidate.situation;
	const called = callLine(step.entry, scene.packageAt(step.command.cwd)?.pack.manager ?? "npm");
	if (called !== void 0) return fromRoot(called.cwd, startedLine(step, called.line));
	const isWritten = (name) => new RegExp(`(?:^|\\s)${escaped(name)}=`).test(step.command.text);
	const declared = Object.entries(gateVariables(step.env)).filter(([name]) => !isWritten(name));
	const folder = step.command.cwd;
	const word = (value) => value.includes("${checkout}") ? checkoutWord(value, folder) : shellWord(value);
	const env = declared.map(([name, value]) => `${name}=${word(value)}`);
	if (isFetched(candidate)) return fromRoot(step.command.cwd, [...env, shellLine(candidate.chosen.run)].join(" "));
	const isPlain = step.launched !== null;
	const text = [...throughUv(candidate), step.command.text.trim()].join(" ");
	const line = env.length === 0 ? text : isPlain ? `${env.join(" ")} ${text}` : `export ${env.join(" ")}; ${text}`;
	return fromRoot(step.command.cwd, line);
}
/** A program that the job installs for the whole machine, which a person's machine need not have. */
function isFetched({ chosen, situation }) {
	const { launched } = situation.step;
	return situation.state.programs.length > 0 && chosen.run[0] === "npx" && launched?.launchers.length === 0;
}
/** A script that `uv run` started finds programs that a person's shell does not. */
function throughUv({ chosen, situation }) {
	const { launched } = situation.step;
	const { environment, run } = chosen;
	const startsItself = launched === null || launched.launchers.length > 0 || launched.bare[0] === "uv";
	if (environment?.manager !== "uv" || run[0] !== "uv" || startsItself) return [];
	const groups = environment.groups.flatMap((name) => ["--group", name]);
	const extras = environment.extras.flatMap((name) => ["--extra", name]);
	return [
		"uv run",
		...groups,
		...extras
	];
}
/** The work itself, without what brings its packages. */
function showsOf({ situation, followUps }) {
	const { step } = situation;
	const words = [...step.launched?.own ?? [], ...step.passedOn];
	return [step.launched === null ? step.command.text.trim() : shellLine(words), ...followUps.map((one) => shellLine(one.launched?.own ?? []))].join(" && ");
}
/**
* What the job sets up. A checker of sources is told of the language that it runs on; anything else may start whatever its
* job has.
*/
function toolchainsOf$1({ situation, tool, chosen }) {
	const { run, step } = situation;
	const own = languagesOf(step.launched === null ? step.command.text : chosen.run);
	const isUsed = ({ language }) => !STATIC.has(tool.kind) || own.some((one) => one === language) || language === "node" && (tool.ecosystem === "node" || isOfNode(chosen.environment));
	const toolchains = (run.root.toolchains ?? []).filter(isUsed);
	return toolchains.length === 0 ? {} : { toolchains };
}
/**
* @param merged a command that checks
* @param parts its id and what stands against it
* @returns the draft of its gate
*/
function toDraft(merged, parts) {
	const { candidate } = merged;
	const { situation, tool, chosen } = candidate;
	const { step } = situation;
	const way = reportWay(candidate, (name) => parts.lockedVersion(candidate, name));
	const own = ownReport(candidate);
	const cpu = coresOf$1(candidate);
	const blockers = [.../* @__PURE__ */ new Set([...parts.blockers, ...candidate.blockers])];
	return {
		kind: tool.kind,
		label: tool.tool,
		id: parts.id,
		key: keyOf(candidate),
		tool: step.launched === null ? null : toolNameOf(tool),
		cwd: toxFolder(candidate)?.root ?? step.launched?.cwd ?? step.command.cwd,
		run: runOf(candidate, way),
		reproduce: reproduceOf$2(candidate),
		env: environmentVariables(candidate),
		...way === void 0 ? {} : { report: way },
		...own === void 0 ? {} : { ownReport: own },
		tier: tool.tier,
		...cpu === void 0 ? {} : { cpu },
		exitCodes: tool.exitCodes,
		source: {
			file: step.command.place.file,
			line: step.command.place.line
		},
		why: whyOf(merged),
		blockers,
		required: candidate.required,
		...tool.inconclusive === void 0 ? {} : { inconclusive: tool.inconclusive },
		...tool.network === true ? { network: true } : {},
		...locksOf(tool),
		environment: chosen.environment,
		...toolchainsOf$1(candidate),
		needs: [...new Set(candidate.preparations.map(keyOf))],
		declaredBy: {
			shows: showsOf(candidate),
			chain: chainOf(candidate),
			certainty: step.command.certainty
		}
	};
}
/** Programs that build into one folder and wait for each other, or break what the other makes. */
function locksOf({ tool }) {
	const [name] = /^(?:cargo|maven|gradle)/.exec(tool) ?? [];
	return name === void 0 ? {} : { locks: [name] };
}
/** Only tools whose exit codes and reports are known are judged by them. */
function toolNameOf({ tool, exitCodes }) {
	return exitCodes === null ? null : tool;
}

// src/core/detect/declared/unread-commands.ts
/** @returns the first line of a text, for a sentence */
function oneLine(text) {
	return text.trim().split("\n")[0]?.slice(0, 200) ?? "";
}
/** What starts checks somewhere else, in a text that only a shell can run. */
const STARTS_CHECKS = /(?:^|[\s;&|(])(?:tox|nox|make|just|hatch|pdm|poe|pytest|npm|pnpm|yarn|bun|pre-commit|prek|cargo|go|invoke|task|turbo|nx)\s/;
/** Programs that run tasks of files that no reader knows. */
const OTHER_RUNNERS = /^(?:nx|turbo|lerna|rush|moon|lage|doit|mage|bazel|pants|earthly|dagger|deno|rake|ant|grunt|gulp)$/;
/** Programs whose files are read, where the call leads to nothing that was found in them. */
const KNOWN_RUNNERS = /^(?:g?make|just|task|mise|invoke|inv|poe|tox|nox)$/;
function openReason({ launched, command, doubts, parts }) {
	if (launched !== null || !STARTS_CHECKS.test(command.text)) return void 0;
	if (parts.some(({ use }) => use.kind === "gate" || use.kind === "install")) return void 0;
	if (parts.length > 0 && parts.every(({ use }) => /^(?:noise|publish|report|build)$/.test(use.kind))) return void 0;
	return doubts[0] ?? "only a shell can tell what it runs";
}
/** What is checked in a container that the repository builds. */
function containerReason({ classified, parts, command }) {
	const isDocker = [classified, ...parts].some(({ use }) => use.kind === "service" && use.what === "docker");
	const checks = /\b(?:run|exec)\b.*\b(?:pytest|tests?|check|lint|mypy|ruff|tox|nox)\b/s.test(command.text);
	return isDocker && checks ? "it runs in a container" : void 0;
}
function runnerReason(step, run) {
	const [program = ""] = step.launched?.bare ?? [];
	if (step.classified.use.kind !== "other" || isCheckingScript(step, run)) return void 0;
	if (KNOWN_RUNNERS.test(program)) return `what it calls of ${program} was not found`;
	if (!OTHER_RUNNERS.test(program)) return void 0;
	return `tasks of ${program} are not read; what of them checks can be a gate of turnpike.yml`;
}
/**
* @param runs commands that count
* @returns those that lead nowhere: what they check is not checked here
*/
function unreadCommands(runs) {
	const found = /* @__PURE__ */ new Map();
	for (const run of runs) for (const step of run.steps) {
		const reason = step.doubts.includes("it runs outside of the repository") ? void 0 : containerReason(step) ?? openReason(step) ?? runnerReason(step, run);
		const { place, text } = step.command;
		const key = `${place.file}:${place.line}:${step.command.cwd}:${text.replaceAll(/\d+/g, "")}`;
		if (reason === void 0 || found.has(key)) continue;
		const message = `runs \`${oneLine(text).slice(0, 100)}\`, and what it checks is not known: ${reason}`;
		found.set(key, {
			file: place.file,
			line: place.line,
			message
		});
	}
	return [...found.values()];
}
/** Commands of a job that no table knows, and that nothing which runs needs. */
function strangersOf({ steps }) {
	return steps.filter((step) => {
		const { classified, parts, launched, command } = step;
		if (launched !== null) return classified.use.kind === "other" && !isOfBuild(step);
		return parts.length > 0 && parts.every(({ use }) => use.kind === "other") && !isAssignment(command.text);
	});
}
/** What only gives a variable its value or opens a block. */
function isAssignment(text) {
	return /^\s*(?:[A-Za-z_]\w*=|\{|\[)/.test(text);
}
/** Legs of a matrix are one job to a person: `test(3.12)`. */
const jobName = ({ root }) => root.name.replace(/\(.*$/s, "");
/**
* @param runs commands that count
* @param known entries of which something became a gate or a suggestion, by their ids
* @returns a note a workflow with jobs of which nothing is checked here although they run something: a green tick would
* say too much
*/
function silentJobs(runs, known) {
	const named = new Set(runs.filter(({ root }) => known.has(root.id)).map((run) => `${run.root.place.file} ${jobName(run)}`));
	const found = runs.filter((run) => isChecking(run.root) && !named.has(`${run.root.place.file} ${jobName(run)}`)).filter((run) => strangersOf(run).length > 0 && unreadCommands([run]).length === 0);
	return [...new Set(found.map(({ root }) => root.place.file))].flatMap((file) => silentNote(found.filter(({ root }) => root.place.file === file)));
}
function silentNote(runs) {
	const [first] = runs;
	const step = first === void 0 ? void 0 : strangersOf(first)[0];
	if (first === void 0 || step === void 0) return [];
	const [own = "", ...others] = [...new Set(runs.map(jobName))];
	const shown = others.slice(0, 3).map((name) => `\`${name.slice(0, 60)}\``);
	const rest = others.length > shown.length ? ` and ${others.length - shown.length} more` : "";
	const so = shown.length === 0 ? "" : `; so it is with ${shown.join(", ")}${rest}`;
	const text = oneLine(step.command.text).slice(0, 100);
	const { file, line } = step.command.place;
	return [{
		file,
		line,
		message: `runs \`${text}\` in the job \`${own.slice(0, 60)}\`, and whether it checks is not known${so}`
	}];
}
/**
* @param entries what was read, where nothing of it checks the code
* @param told files of which something became a gate or a suggestion, or is said by another note
* @returns workflows that run on pushes: a green tick would say too much
*/
function silentWorkflows(entries, told) {
	const checking = entries.filter((entry) => isChecking(entry) && !told.has(entry.place.file));
	return [...new Map(checking.map(({ place }) => [place.file, place.line]))].map(([file, line]) => ({
		file,
		line,
		message: "runs on pushes or pull requests, and no check of the code could be read in it"
	}));
}
/** Files in which other services than GitHub are told what to check. */
const SERVICES = [
	[/^\.circleci\/config\.ya?ml$/, "CircleCI"],
	[/^\.gitlab-ci\.ya?ml$/, "GitLab"],
	[/^\.travis\.ya?ml$/, "Travis CI"],
	[/^azure-pipelines\.ya?ml$/, "Azure Pipelines"],
	[/^bitbucket-pipelines\.ya?ml$/, "Bitbucket"],
	[/^Jenkinsfile$/, "Jenkins"],
	[/^\.cirrus\.ya?ml$/, "Cirrus CI"],
	[/^\.drone\.ya?ml$/, "Drone"],
	[/^\.woodpecker\.ya?ml$/, "Woodpecker"],
	[/^\.builds?\.ya?ml$/, "builds.sr.ht"],
	[/^\.buildkite\/pipeline\.ya?ml$/, "Buildkite"],
	[/^\.semaphore\/semaphore\.ya?ml$/, "Semaphore"]
];
/**
* @param files of a repository whose workflows check nothing
* @returns where else it says what it checks, which is not read
*/
function otherServices(files) {
	return files.flatMap((file) => {
		const service = SERVICES.find(([pattern]) => pattern.test(file))?.[1];
		const message = `tells ${service} what to check, which is not read; what of it checks can be a gate of turnpike.yml`;
		return service === void 0 ? [] : [{
			file,
			line: 1,
			message
		}];
	});
}

// src/core/detect/declared/plan-declared.ts
/** Kinds that say nothing about the code itself: where only these run, the checks of the code stand elsewhere. */
const ASIDE = /* @__PURE__ */ new Set([
	"workflows",
	"commits",
	"links",
	"audit",
	"secrets",
	"spelling",
	"licenses",
	"changes"
]);
/** A workflow with more suggestions than this drowns what matters. */
const MOST_SUGGESTIONS = 20;
/** A limit for what the tests of several jobs covered together. */
function judgeNote({ command }) {
	const { file, line } = command.place;
	const limit = /--fail[-_]under[= ](\d+)/.exec(command.text)?.[1];
	const own = limit === void 0 ? "a `threshold` of turnpike.yml" : `\`threshold: { coverage: ${limit} }\` of turnpike.yml`;
	return {
		file,
		line,
		message: `runs \`${oneLine(command.text).slice(0, 80)}\` over what several test runs measured, which is not done here; ${own} holds one run to a limit`
	};
}
const hasTests = ({ steps }) => steps.some(({ classified: { use } }) => use.kind === "gate" && !STATIC.has(use.tool.kind));
/** Packages of Node lie in the tree once for all jobs: where one with tests lets their scripts run, others find what they made. */
function noteInstall({ classified, launched }, scene) {
	const [program = "", ...words] = launched?.bare ?? [];
	if (!(classified.use.kind === "install" && /^(?:npm|pnpm|yarn|bun)$/.test(program)) || launched === null) return;
	if (!words.includes("--ignore-scripts")) scene.letScriptsRun(launched.cwd);
	if (!words.some((word) => UNLOCKED.test(word))) scene.holdToLock(launched.cwd);
	if (words[0] === "ci" || words.some((word) => LOCKED.test(word))) scene.askForLock(launched.cwd);
}
function levelOf(source, roots, { reading, callOf }, scene) {
	const { runs, reached, unfollowed } = new Follower(reading.entries, callOf).follow(roots);
	for (const { steps } of runs.filter(hasTests)) for (const step of steps) noteInstall(step, scene);
	const sorted = sortRuns(runs, scene);
	return {
		source,
		candidates: sorted.flatMap(({ candidates }) => candidates),
		fixers: sorted.flatMap(({ fixers }) => fixers),
		reached,
		runs,
		notes: [...unfollowed.map(({ place, text, reason }) => ({
			file: place.file,
			line: place.line,
			message: `runs \`${text.slice(0, 80)}\`, which is not followed: ${reason}`
		})), ...sorted.flatMap(({ judges }) => judges.map(judgeNote))]
	};
}
const checksCode = (level) => level.candidates.some(({ tool, isPreparation }) => !isPreparation && !ASIDE.has(tool.kind));
const hasGate = (level) => level.candidates.some((one) => one.blockers.length === 0 && !ASIDE.has(one.tool.kind));
/**
* True when all that keeps the checks of a level from being gates is a condition that is known only when it runs, and no
* job of it needs more than the repository: what people type for the same checks says it then.
*/
function isOnlyDoubted({ candidates, runs }) {
	const isPlainJob = ({ root, home }) => [root, home].every(({ surroundings }) => surroundings.services.length === 0 && surroundings.container === null);
	const checks = candidates.filter(({ tool, isPreparation }) => !isPreparation && !ASIDE.has(tool.kind));
	return runs.every(isPlainJob) && mergeCandidates(checks, void 0).every(({ candidate: { blockers, situation } }) => blockers.every((one) => /\bcondition\b/.test(one) && situation.step.doubts.includes(one)));
}
/** The first level that says what the code is checked with: workflows and services, else the systems in their order. */
function chooseLevels(declarations, scene) {
	const { entries } = declarations.reading;
	const main = levelOf("workflows", entries.filter((entry) => isChecking(entry) || isServed(entry)).toSorted(proposedFirst), declarations, scene);
	if (hasGate(main) || checksCode(main) && !isOnlyDoubted(main)) return {
		main,
		second: void 0
	};
	for (const system of ORDER) {
		const found = rootsOf(declarations.reading, system);
		const level = found.length === 0 ? void 0 : levelOf(system, found, declarations, scene);
		if (level !== void 0 && hasGate(level)) return {
			main,
			second: level
		};
	}
	return {
		main,
		second: void 0
	};
}
function isPublish({ classified, parts }) {
	const found = [classified.use, ...parts.map(({ use }) => use)].find((use) => use.kind === "publish");
	return found?.kind === "publish" ? found.what : void 0;
}
/** Of a text that only a shell can run, the line that publishes. */
function publishingLine({ command, launched }) {
	const lines = launched === null ? command.text.split("\n").map((line) => line.trim()) : [];
	const publishes = (line) => classifyShell(line, (words) => unwrap(words, command.cwd).bare).some(({ use }) => use.kind === "publish");
	return oneLine(lines.find(publishes) ?? command.text);
}
function neverRunOf(runs) {
	const found = runs.flatMap(({ steps }) => steps.flatMap((step) => {
		const what = isPublish(step);
		const { place } = step.command;
		return what === void 0 ? [] : [{
			what,
			text: publishingLine(step),
			file: place.file,
			line: place.line
		}];
	}));
	return [...new Map(found.map((one) => [`${one.file}:${one.line}:${one.text}`, one])).values()];
}
function buildOf(runs) {
	const found = runs.flatMap(({ steps: all }) => all).find(({ classified: { use }, command, doubts }) => use.kind === "build" && use.what === "a distribution" && command.certainty !== "unsure" && doubts.length === 0);
	if (found === void 0) return null;
	const { command } = found;
	return {
		run: command.text.trim(),
		cwd: command.cwd,
		source: {
			file: command.place.file,
			line: command.place.line
		}
	};
}
function pythonWanted({ snapshot }) {
	return /^\s*(\d+\.\d+)/.exec(snapshot.texts.get(".python-version") ?? "")?.[1];
}
/** Hooks that nothing runs are suggested by what everybody checks, not one by one. */
const KNOWN_KIND = /^(?:lock|format|lint|types|tests|spelling|sast|secrets|workflows|docs|docstrings|licenses|packaging)$/;
/** What stands in other systems and that nothing which counts runs: a stale target is the commonest false red. */
function unreachedCandidates(declarations, levels, scene) {
	const reached = new Set(levels.flatMap((level) => [...level.reached]));
	const covered = new Set(levels.flatMap(({ candidates }) => candidates.map(({ tool }) => tool.kind)));
	const roots = ORDER.flatMap((system) => rootsOf(declarations.reading, system)).filter(({ id }) => !reached.has(id));
	const isHook = ({ system }) => system === "pre-commit";
	const named = levelOf("others", roots.filter((one) => !isHook(one)), declarations, scene);
	const hooks = roots.filter((one) => isHook(one) && !named.reached.has(one.id));
	return [...named.candidates, ...levelOf("others", hooks, declarations, scene).candidates].filter(({ tool, isPreparation, situation }) => !isPreparation && !covered.has(tool.kind) && !reached.has(situation.step.entry.id) && (situation.run.root.system !== "pre-commit" || KNOWN_KIND.test(tool.kind)));
}
/** Why a command counts for nothing, a clause; workflows that could not be read may run it. */
function unrunClause({ reading }) {
	const has = (pattern) => reading.unread.some(({ message }) => pattern.test(message));
	if (has(/^the job `.*` runs on .*; only Linux is read$/)) return "no workflow runs it on Linux";
	return has(/, a workflow of another repository, which is not read$/) ? "no workflow that is read runs it" : "no workflow runs it";
}
function whyNotRun({ situation }, source, declarations) {
	const { system } = situation.run.root;
	return source === "workflows" ? unrunClause(declarations) : `${source} comes before ${system} here`;
}
function fixerLeftOut({ situation, why }) {
	const { place, text } = situation.step.command;
	return {
		kind: "format",
		what: oneLine(text).slice(0, 80),
		file: place.file,
		line: place.line,
		reason: `${why}, so it is no check`
	};
}
function mergedLeftOut({ candidate, others }) {
	return others.map((other) => {
		const { situation, tool } = other;
		const { place, text } = situation.step.command;
		const { place: kept } = candidate.situation.step.command;
		const name = situation.run.home.name;
		const where = `${kept.file}:${kept.line}${candidate.situation.run.home.name === name ? "" : ` of ${candidate.situation.run.home.name}`}`;
		const differing = differingVariables(candidate, other);
		const reason = differing.length === 0 ? `${name} says the same as ${where}; once is enough` : `${name} says the same as ${where} with ${differing.slice(0, 3).join(" ")}; one of the matrix is run`;
		return {
			kind: tool.kind,
			what: oneLine(text).slice(0, 80),
			file: place.file,
			line: place.line,
			reason
		};
	});
}
function stepsOf({ candidate, others }) {
	return [candidate, ...others].map(({ situation }) => situation.step);
}
/** What runs as it stands needs no note that it could not be looked into. */
function withoutSteps(run, steps) {
	return {
		...run,
		steps: run.steps.filter((step) => !steps.has(step))
	};
}
/**
* Of a matrix one leg is run, so that what only another leg prepared is needed no more: it must not run, least of all where
* it rewrites files for an old interpreter.
*/
function withoutIdle(all) {
	const isRunning = ({ candidate }) => candidate.blockers.length === 0 && !candidate.isPreparation;
	const used = new Set(all.filter(isRunning).flatMap(({ candidate }) => candidate.preparations));
	const partsOf = ({ candidate, others }) => [candidate, ...others];
	const preparing = all.filter(({ candidate }) => candidate.isPreparation);
	const needed = /* @__PURE__ */ new Set();
	for (let before = -1; before !== needed.size;) {
		before = needed.size;
		for (const one of preparing.filter((each) => partsOf(each).some((part) => used.has(part)))) {
			needed.add(one);
			for (const part of one.candidate.preparations) used.add(part);
		}
	}
	return all.flatMap((one) => {
		if (!one.candidate.isPreparation || needed.has(one)) return [one];
		return suggestedBuild(one.candidate).map((candidate) => ({
			...one,
			candidate
		}));
	});
}
/** More notes than this are counted and not listed. */
const MOST_NOTES = 60;
function eachOnce(notes) {
	const all = [...new Map(notes.map((note) => [`${note.file}\0${note.line}\0${note.message}`, note])).values()];
	if (all.length <= MOST_NOTES) return all;
	const more = {
		file: ".",
		line: null,
		message: `has ${all.length - MOST_NOTES} further places that could not be read`
	};
	return [...all.slice(0, MOST_NOTES), more];
}
/**
* From declarations to drafts of gates. Nothing is run.
*
* @param declarations what the readers found
* @param snapshot the repository
*/
function planDeclared(declarations, snapshot) {
	const scene = new DeclaredScene(snapshot);
	const { entries, unread: unreadPlaces } = declarations.reading;
	const { main, second } = chooseLevels(declarations, scene);
	const levels = second === void 0 ? [main] : [main, second];
	const wanted = pythonWanted(scene);
	const candidates = levels.flatMap((level) => level.candidates);
	const counting = withoutIdle(onceMeasured(mergeCandidates(candidates, wanted)));
	const scheduled = levelOf("schedule", entries.filter(isOtherJob), declarations, scene);
	const source = second?.source ?? (checksCode(main) ? "workflows" : null);
	const others = source === null ? [] : unreachedCandidates(declarations, levels, scene);
	const further = mergeCandidates([...others], wanted).slice(0, MOST_SUGGESTIONS);
	const all = [...counting, ...further];
	const names = nameGates(all);
	const lockedVersion = (candidate, tool) => scene.projectAt(candidate.situation.step.command.cwd)?.project.lock?.versions.get(tool);
	const drafts = all.map((merged) => {
		const blockers = further.includes(merged) && source !== null ? [whyNotRun(merged.candidate, source, declarations)] : [];
		return toDraft(merged, {
			id: names.get(merged) ?? merged.candidate.tool.kind,
			blockers,
			lockedVersion
		});
	});
	const runs = [...levels, scheduled].flatMap((level) => level.runs);
	const gates = counting.filter(({ candidate }) => candidate.blockers.length === 0);
	const running = new Set(gates.flatMap(stepsOf));
	const unread = [...levels.flatMap(({ runs: all }) => unreadCommands(all.map((run) => withoutSteps(run, running)))), ...levels.flatMap(({ notes }) => notes)];
	const strange = silentJobs(main.runs, new Set(main.candidates.map(({ situation }) => situation.run.root.id)));
	const told = /* @__PURE__ */ new Set([...[
		...unread,
		...strange,
		...unreadPlaces
	].map(({ file }) => file), ...main.candidates.map(({ situation }) => situation.run.root.place.file)]);
	return {
		drafts,
		neverRun: neverRunOf(runs),
		build: buildOf(runs),
		notes: eachOnce([
			...checksCode(main) ? [] : [...silentWorkflows(entries, told), ...otherServices(snapshot.files)],
			...unread,
			...strange,
			...lostVariableNotes(new Map(gates.map((merged) => [merged, names.get(merged) ?? merged.candidate.tool.kind]))),
			...unreadPlaces.map(({ file, line, message }) => ({
				file,
				line,
				message
			}))
		]),
		leftOut: [...counting.flatMap(mergedLeftOut), ...levels.flatMap(({ fixers }) => fixers.map(fixerLeftOut))],
		source,
		unrun: unrunClause(declarations)
	};
}

// src/core/detect/declared/narrow.ts
/** Tools that read their settings beside the files that they look at, wherever they are started (their documentation). */
const SETTINGS_BY_FILE = /^(?:ruff|black|isort|pytest|prettier)\b/;
/** Moves drafts of a repository into one of its folders. */
var Narrowing = class {
	#view;
	constructor(view) {
		this.#view = view;
	}
	/** @returns the draft as it is in the folder; undefined when it runs elsewhere */
	draft(draft) {
		if (this.#view.isWithin(draft.cwd)) return this.#moved(draft, draft.run, []);
		return this.#view.isAbove(draft.cwd) ? this.#lowered(draft) : void 0;
	}
	/** A command that runs above the folder and is given paths in it alone. */
	#lowered(draft) {
		const words = draft.run("x");
		if (typeof words === "string") return void 0;
		const places = argumentPlaces(words, draft.cwd, this.#view);
		const outside = places.filter(({ path }) => !this.#view.isWithin(path));
		const isDropped = this.#handed(draft);
		if (outside.length === places.length || outside.some((place) => !place.isValue && !isDropped(place))) return void 0;
		const run = (slug) => this.#loweredWords(draft, draft.run(slug));
		const isModule = words.join(" ").includes("python -m ");
		const where = `it is started in ${this.#view.path(draft.cwd)}, where its settings may be read`;
		const moved = this.#moved(draft, run, SETTINGS_BY_FILE.test(draft.label) && !isModule ? [] : [where]);
		const shows = draft.declaredBy?.shows?.split(" ");
		if (shows === void 0) return moved;
		const shown = rewritePlaces(shows, argumentPlaces(shows, draft.cwd, this.#view), () => false, (path) => this.#view.path(path));
		return {
			...moved,
			declaredBy: {
				...moved.declaredBy,
				shows: shown.join(" ")
			}
		};
	}
	/** Tells the files elsewhere that a hook is handed from what its own arguments name. */
	#handed(draft) {
		if (!isHookSource(draft.source)) return () => false;
		const own = new Set((draft.declaredBy?.shows ?? "").split(" "));
		return ({ path, before }) => before === "" && !this.#view.isWithin(path) && this.#view.hasFile(path) && !own.has(path);
	}
	#loweredWords(draft, words) {
		if (typeof words === "string") return words;
		const places = argumentPlaces(words, draft.cwd, this.#view);
		const kept = rewritePlaces(words, places, this.#handed(draft), (path) => this.#view.path(path));
		const { environment } = draft;
		const isElsewhere = environment?.manager === "uv" && !this.#view.isWithin(environment.cwd);
		const [program, verb, ...rest] = kept;
		if (!isElsewhere || program !== "uv" || verb !== "run") return kept;
		return rest.some((word) => /^--(?:project|directory)\b/.test(word)) ? kept : [
			"uv",
			"run",
			"--project",
			this.#view.path(environment.cwd),
			...rest
		];
	}
	#moved(draft, run, more) {
		const cwd = this.#view.isWithin(draft.cwd) ? this.#view.path(draft.cwd) : ".";
		const environment = this.#environment(draft.environment);
		const { declaredBy } = draft;
		const chain = declaredBy?.chain?.map((step) => ({
			...step,
			file: this.#view.path(step.file)
		}));
		const toolchains = draft.toolchains?.map((one) => ({
			...one,
			source: {
				...one.source,
				file: this.#view.path(one.source.file)
			}
		}));
		return {
			...draft,
			cwd,
			run,
			reproduce: typeof draft.reproduce === "string" ? this.#line(draft.reproduce) : draft.reproduce,
			source: {
				...draft.source,
				file: this.#view.path(draft.source.file)
			},
			why: this.#view.text(draft.why),
			blockers: [...draft.blockers.map((text) => this.#view.text(text)), ...more],
			...draft.env === void 0 ? {} : { env: this.#variables(draft.env) },
			environment,
			...toolchains === void 0 ? {} : { toolchains },
			declaredBy: {
				...declaredBy,
				...chain === void 0 ? {} : { chain },
				...this.#readsAbove(draft) ? { cache: false } : {}
			}
		};
	}
	#variables(env) {
		return (slug) => this.#movedVariables(env(slug));
	}
	#movedVariables(env) {
		const moved = (value) => movedCheckout(value, this.#view.folder);
		return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)]));
	}
	/** True when the command or its packages lie above the folder. */
	#readsAbove({ cwd, environment }) {
		const folders = [cwd, ...environment?.manager === "venv" ? [] : [environment?.cwd ?? cwd]];
		const installs = (environment?.recipe?.installs ?? []).map((one) => one.cwd);
		return [...folders, ...installs].some((folder) => !this.#view.isWithin(folder));
	}
	#environment(need) {
		if (need === null) return null;
		const cwd = need.manager === "venv" ? need.cwd : this.#view.path(need.cwd);
		if (need.recipe === void 0) return {
			...need,
			cwd
		};
		const installs = need.recipe.installs.map((install) => ({
			...install,
			env: this.#movedVariables(install.env),
			cwd: this.#view.path(install.cwd),
			source: {
				...install.source,
				file: this.#view.path(install.source.file)
			}
		}));
		return {
			...need,
			cwd,
			recipe: {
				...need.recipe,
				installs
			}
		};
	}
	/** A line that pastes at the top, as it pastes in the folder. */
	#line(line) {
		const [, folder = "", rest = ""] = /^cd ([A-Za-z0-9_@%+=:,./-]+) && ([\s\S]+)$/.exec(line) ?? [];
		return folder !== "" && this.#view.isWithin(folder) ? fromRoot(this.#view.path(folder), rest) : fromRoot(this.#view.path("."), line);
	}
};
/** A gate that needs what runs elsewhere is only suggested: without it, it would be red for nothing. */
function withLostNeeds(kept, all) {
	const keys = new Set(kept.map(({ key }) => key));
	const lost = new Map(all.flatMap((draft) => draft.key === void 0 || keys.has(draft.key) ? [] : [[draft.key, draft]]));
	return kept.map((draft) => {
		const missing = (draft.needs ?? []).map((key) => lost.get(key)).find((one) => one !== void 0);
		if (missing === void 0) return draft;
		return {
			...draft,
			blockers: [...draft.blockers, `${missing.declaredBy?.shows ?? missing.kind} comes before it, outside of this folder`]
		};
	});
}
/**
* From what a whole repository declares to what is about one of its folders: commands that run in it or below it, and those
* that are given paths in it alone.
*
* @param plan what the repository declares, with paths relative to its top
* @param around the folder, and the files of the repository
*/
function narrowPlan(plan, { folder, snapshot }) {
	const view = new FolderView(folder, snapshot.files);
	const narrowing = new Narrowing(view);
	const pairs = plan.drafts.map((draft) => [draft, narrowing.draft(draft)]);
	const kept = pairs.flatMap(([, moved]) => moved === void 0 ? [] : [moved]);
	const sources = pairs.flatMap(([draft, moved]) => moved === void 0 ? [] : [draft]);
	const files = new Set(sources.flatMap(({ source, declaredBy }) => [source, ...declaredBy?.chain ?? []].map(({ file }) => file)));
	const isAbout = ({ file }) => view.isWithin(file) || files.has(file);
	const placed = (one) => ({
		...one,
		file: view.path(one.file)
	});
	const elsewhere = pairs.length - kept.length;
	const count = {
		file: view.path("."),
		line: null,
		message: `declares ${elsewhere === 1 ? "1 further command that runs" : `${elsewhere} further commands that run`} outside of this folder; the plan of the whole repository has ${elsewhere === 1 ? "it" : "them"}`
	};
	const { build } = plan;
	const isOwnBuild = build !== null && view.isWithin(build.cwd);
	return {
		plan: {
			drafts: withLostNeeds(kept, plan.drafts),
			neverRun: plan.neverRun.map(placed),
			build: isOwnBuild ? {
				...build,
				cwd: view.path(build.cwd),
				source: build.source === null ? null : placed(build.source)
			} : null,
			notes: plan.notes.filter(isAbout).map((note) => ({
				...placed(note),
				message: view.text(note.message)
			})),
			leftOut: plan.leftOut.filter(isAbout).map((one) => ({
				...placed(one),
				reason: view.text(one.reason)
			})),
			source: sources.some(({ kind }) => !ASIDE.has(kind)) ? plan.source : null,
			unrun: plan.unrun
		},
		speaks: sources.some(({ blockers, declaredBy }) => blockers.length === 0 || declaredBy?.chain?.[0]?.file.startsWith(".github/workflows/") === true),
		notes: elsewhere === 0 ? [] : [count]
	};
}

// src/core/detect/enclosing-workspace.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Folders above a folder, the nearest first, `.` last. */
function above(cwd) {
	const parts = cwd.split("/");
	return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join("/") || ".");
}
function tableReader(snapshot) {
	const known = /* @__PURE__ */ new Map();
	return (path, read) => {
		const before = known.get(path);
		if (before !== void 0) return before;
		let table = {};
		try {
			table = asTable(read(snapshot.texts.get(path) ?? ""));
		} catch {}
		known.set(path, table);
		return table;
	};
}
function matches(folder, globs, excluded) {
	const tidy = (list) => list.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
	const positive = tidy(globs.filter((glob) => !glob.startsWith("!")));
	const negative = tidy([...excluded, ...globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1))]);
	return positive.length > 0 && (0, import_picomatch.default)(positive, { ignore: negative })(folder);
}
/**
* The manifest whose workspace a folder belongs to. The tool then works at the workspace's root, whatever lock the folder
* has (npm documentation, "workspaces"; docs.astral.sh/uv/concepts/projects/workspaces).
*/
function enclosing(cwd, manager, tableOf) {
	for (const folder of above(cwd)) {
		const at = (name) => pathIn(folder, name);
		const below = folder === "." ? cwd : cwd.slice(folder.length + 1);
		if (manager === "npm") {
			const { workspaces } = tableOf(at("package.json"), JSON.parse);
			if (matches(below, textList(isTable(workspaces) ? workspaces["packages"] : workspaces), [])) return at("package.json");
		} else {
			const workspace = tableAt(tableOf(at("pyproject.toml"), parseToml), [
				"tool",
				"uv",
				"workspace"
			]);
			if (matches(below, textList(workspace?.["members"]), textList(workspace?.["exclude"]))) return at("pyproject.toml");
		}
	}
}
/**
* Takes out locks that no tool reads, because their folder is part of a workspace: installing there would replace what
* the workspace's root has installed.
*
* @param found roots by their files
* @param snapshot where the manifests' texts are
* @returns roots with the locks that count; a root that has none left is passed over
*/
function withoutMembers(found, snapshot) {
	const passedOver = [...found.passedOver];
	const pass = (file, manifest) => {
		passedOver.push({
			file,
			reason: `its folder is part of the workspace of ${manifest}, whose lock counts`
		});
	};
	const tableOf = tableReader(snapshot);
	return {
		roots: found.roots.flatMap((root) => {
			if (root.cwd === ".") return [root];
			const npm = root.npmLock === void 0 ? void 0 : enclosing(root.cwd, "npm", tableOf);
			const uv = root.uvLock === void 0 ? void 0 : enclosing(root.cwd, "uv", tableOf);
			if (npm !== void 0 && root.npmLock !== void 0) pass(root.npmLock, npm);
			if (uv !== void 0 && root.uvLock !== void 0) pass(root.uvLock, uv);
			const kept = {
				...root,
				...npm === void 0 ? {} : {
					npmLock: void 0,
					packageJson: void 0
				},
				...uv === void 0 ? {} : {
					uvLock: void 0,
					pyproject: void 0
				}
			};
			return kept.npmLock === void 0 && kept.uvLock === void 0 ? [] : [kept];
		}),
		passedOver
	};
}

// src/core/detect/environments.ts
/**
* The union of what gates need, one entry an environment.
*
* @param gates gates that run
* @param lockOf lock file of a manager that holds for a folder, or undefined
* @returns sorted by folder, uv before the others
*/
function joinNeeds(gates, lockOf) {
	const joined = /* @__PURE__ */ new Map();
	for (const { environment: need } of gates) {
		if (need === null) continue;
		const id = environmentKey(need);
		const other = joined.get(id);
		const options = union(other?.options ?? [], need.options ?? []);
		joined.set(id, {
			manager: need.manager,
			cwd: need.cwd,
			groups: union(other?.groups ?? [], need.groups),
			extras: union(other?.extras ?? [], need.extras),
			lock: lockOf(need.manager, need.cwd) ?? null,
			...need.python === void 0 ? {} : { python: need.python },
			...options.length === 0 ? {} : { options },
			...need.recipe === void 0 ? {} : { recipe: other?.recipe ?? need.recipe }
		});
	}
	const order = ({ cwd, manager, python = "" }) => `${cwd}\0${manager === "uv" ? 0 : 1}\0${python}`;
	return [...joined.values()].toSorted((a, b) => order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0);
}
function union(a, b) {
	return [.../* @__PURE__ */ new Set([...a, ...b])].sort();
}

// src/core/detect/file-notes.ts
const REASONS = {
	"too-large": "is too large to be read; nothing is detected in it",
	"not-utf8": "is not UTF-8 text; nothing is detected in it",
	outside: "is a link that leads out of the repository; it was not read",
	"not-a-file": "is not a regular file; it was not read",
	unreadable: "could not be read; nothing is detected in it"
};
/** Names that people give the file, and that are not read. */
const OTHER_CONFIG_NAMES = [
	"turnpike.yaml",
	".turnpike.yml",
	".turnpike.yaml",
	".github/turnpike.yml"
];
/**
* @param snapshot the repository
* @param config its turnpike.yml, or undefined when it has none
* @returns files that look like turnpike.yml and are not read
*/
function strayConfigNotes(snapshot, config) {
	if (config !== void 0) return [];
	return OTHER_CONFIG_NAMES.filter((name) => snapshot.files.includes(name)).map((file) => ({
		file,
		line: null,
		message: "is not read: the configuration is turnpike.yml at the root, unless the input or option `config` names another"
	}));
}
/** What Git LFS keeps elsewhere (github.com/git-lfs/git-lfs, docs/spec.md). */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//;
function lfsNotes({ texts }) {
	return [...texts].flatMap(([file, text]) => LFS_POINTER.test(text) ? [{
		file,
		line: null,
		message: "is a pointer of Git LFS; `git lfs pull` brings what it stands for"
	}] : []);
}
/** A repository that is pushed to has git's own files at its top, and none of its own. */
function bareNotes({ files }) {
	if (!(files.includes("HEAD") && files.includes("config") && files.includes("description")) || files.some((file) => !/^(?:HEAD|config|description|packed-refs|(?:hooks|info|objects|refs|logs)\/)/.test(file))) return [];
	return [{
		file: "HEAD",
		line: null,
		message: "is that of a bare git repository, which has no files; look at a clone of it"
	}];
}
/** What the plan stands on is not in the folder that gates run in. */
function sparseNotes({ sparse = [] }) {
	const [file, ...more] = sparse;
	if (file === void 0) return [];
	return [{
		file,
		line: null,
		message: `is left out of this sparse checkout${more.length === 0 ? "" : ` (and ${more.length} more)`} and was read from git; gates may need files that are not here, and \`git sparse-checkout disable\` brings them`
	}];
}
/**
* @param snapshot the repository
* @returns files that could not be read, and what else their list alone says
*/
function startNotes(snapshot) {
	const notes = snapshot.unreadable.map(({ file, reason }) => ({
		file,
		line: null,
		message: REASONS[reason]
	}));
	notes.push(...lfsNotes(snapshot), ...bareNotes(snapshot), ...sparseNotes(snapshot));
	if (snapshot.files.includes(".gitmodules")) notes.push({
		file: ".gitmodules",
		line: null,
		message: "names submodules; what is in them is not looked at"
	});
	if (snapshot.isCut) notes.push({
		file: ".",
		line: null,
		message: `only the first ${snapshot.files.length} files were looked at`
	});
	return notes;
}
/**
* @param around the repository that a folder lies in
* @returns what could not be read above the folder, where commands about it would stand
*/
function aboveNotes(around) {
	if (around === void 0) return [];
	const { folder, snapshot } = around;
	const above = upwards(folder).slice(1);
	return snapshot.unreadable.filter(({ file }) => file.startsWith(".github/") || above.includes(dirname$1(file))).map(({ file, reason }) => ({
		file: relative$1(`/${folder}`, `/${file}`),
		line: null,
		message: REASONS[reason]
	}));
}
/**
* @param notes of all readers
* @returns the same, where two readers of one file that stumble over the same place say it once
*/
function onceEach(notes) {
	const byPlace = /* @__PURE__ */ new Map();
	return notes.filter((note) => {
		const reason = /^(is not (?:JSON|TOML).*?)(?:; nothing is detected in it)?$/s.exec(note.message)?.[1];
		const key = `${note.file}\0${note.line}\0${reason}`;
		if (reason === void 0 || !byPlace.has(key)) {
			byPlace.set(key, note);
			return true;
		}
		return false;
	});
}

// src/core/detect/node/node-reports.ts
/** More than one command, or anything that a shell does with it: arguments at the end would reach the last one only. */
const COMPOSED = /[;&|<>`$(){}\n]/;
const KNOWN = [
	{
		pattern: /^vitest(?:\s+(?:run|--run))?(?:\s|$)/,
		tool: "vitest",
		exitCodes: ZERO_ONE,
		ownOutput: /--reporter|--outputFile|\bbench\b|\btypecheck\b/,
		report: {
			format: "junit",
			extension: "xml",
			args: (path) => [
				"--reporter=default",
				"--reporter=junit",
				`--outputFile.junit=${path}`
			]
		}
	},
	{
		pattern: /^eslint(?:\s|$)/,
		tool: "eslint",
		exitCodes: ZERO_ONE,
		ownOutput: /(?:^|\s)(?:-f|--format|-o|--output-file)(?:\s|=)/,
		report: {
			format: "eslint-json",
			extension: "json",
			args: (path) => [
				"-f",
				"json",
				"-o",
				path
			]
		}
	},
	{
		pattern: /^(?:vue-)?tsc(?:\s|$)/,
		tool: "tsc",
		exitCodes: {
			clean: [0],
			findings: [1, 2]
		}
	},
	{
		pattern: /^prettier(?:\s|$)/,
		tool: "prettier",
		exitCodes: ZERO_ONE
	},
	{
		pattern: /^biome(?:\s|$)/,
		tool: "biome",
		exitCodes: ZERO_ONE
	},
	{
		pattern: /^jest(?:\s|$)/,
		tool: "jest",
		exitCodes: ZERO_ONE
	},
	{
		pattern: /^ava(?:\s|$)/,
		tool: "ava",
		exitCodes: ZERO_ONE
	},
	{
		pattern: /^xo(?:\s|$)/,
		tool: "xo",
		exitCodes: ZERO_ONE
	},
	{
		pattern: /^mocha(?:\s|$)/,
		tool: "mocha",
		exitCodes: null
	},
	{
		pattern: /^node\s+(?:.*\s)?--test(?:\s|$)/,
		tool: "node --test",
		exitCodes: ZERO_ONE
	}
];
/**
* @param text the command of a package.json script
* @returns the tool that it starts, when it starts exactly one that is known
*/
function toolOfScript(text) {
	const bare = text.trim().replace(/^(?:cross-env\s+)?(?:[A-Z_][A-Z0-9_]*=\S*\s+)+/, "");
	if (COMPOSED.test(bare)) return void 0;
	const known = KNOWN.find(({ pattern }) => pattern.test(bare));
	if (known === void 0) return void 0;
	const { tool, exitCodes, ownOutput, report } = known;
	return {
		tool,
		exitCodes,
		...report !== void 0 && ownOutput?.test(bare) !== true ? { report } : {}
	};
}

// src/core/detect/node/node-scripts.ts
/** Names that npm packages use; the first that is a gate wins. */
const SCRIPT_RULES = [
	{
		kind: "format",
		names: [
			"format:check",
			"check:format",
			"format-check",
			"check-format",
			"fmt:check",
			"prettier:check",
			"format:ci"
		],
		mustCheck: [
			"format",
			"fmt",
			"prettier"
		]
	},
	{
		kind: "lint",
		names: [
			"lint",
			"lint:ci",
			"lint:check",
			"eslint"
		],
		mustCheck: ["check"]
	},
	{
		kind: "types",
		names: [
			"typecheck",
			"type-check",
			"check-types",
			"types:check",
			"check:types",
			"typecheck:ci",
			"tsc:check"
		],
		mustCheck: [
			"types",
			"tsc",
			"test:types"
		]
	},
	{
		kind: "tests",
		names: [
			"test",
			"test:ci",
			"tests",
			"test:unit",
			"test:run",
			"unit",
			"unit-test"
		],
		mustCheck: []
	}
];
const WRITES = /(?:^|\s)(?:--fix(?:-dry-run)?|--write|-w|--apply(?:-unsafe)?|--unsafe)(?=\s|$|=)/;
const WATCHES = /(?:^|\s)--?watch(?:All)?(?=\s|$|=(?!false))|\b(?:nodemon|tsc-watch|vitest\s+watch|vitest\s+dev|ava\s+--watch)\b/;
const RELEASES = /\b(?:npm|pnpm|yarn)\s+(?:run\s+)?publish\b|\b(?:semantic-release|release-it|lerna\s+publish|changeset\s+publish|gh-pages|vercel|netlify\s+deploy|wrangler\s+(?:deploy|publish)|git\s+push|firebase\s+deploy)\b/;
const PLACEHOLDER = /no test specified|^\s*(?:exit\s+\d+|true|:)\s*$|^\s*echo\b[^&|;]*(?:(?:&&|;)\s*exit\s+\d+\s*)?$/;
const BROWSERS = /\b(?:playwright|cypress|wdio|testcafe|nightwatch|karma|puppeteer|storybook)\b/;
const OTHER_RUNTIMES = /(?:^|[\s&|;(])(?:bunx?|deno|docker(?:-compose)?|cargo|go|gradle|mvn|python3?|uv|make|tox|poetry|composer|bundle)(?=\s)/;
/** What the text of a script must hold when its name alone may mean another thing. */
const CHECKS = {
	format: /(?:^|\s)(?:--check|-c|--list-different|-l)(?=\s|$)|\bbiome\s+(?:ci|format)\b|\bdprint\s+check\b/,
	lint: /^\s*(?:biome\s+(?:ci|check|lint)|eslint|oxlint|xo|standard)\b[^&|;]*$/,
	types: /--no-?emit\b|\b(?:vue-tsc|svelte-check|tsd|attw|expect-type|tstyche|pyright|dtslint)\b/i
};
/**
* Judges a script by its text alone; nothing is run.
*
* @param rule the kind of gate that its name suggests
* @param name the script's name
* @param text the script's command
*/
function useOfScript(rule, name, text) {
	if (PLACEHOLDER.test(text)) return {
		kind: "never",
		reason: "it is a placeholder"
	};
	if (WRITES.test(text)) return {
		kind: "never",
		reason: "it rewrites files"
	};
	if (WATCHES.test(text)) return {
		kind: "never",
		reason: "it watches and does not end"
	};
	if (RELEASES.test(text)) return {
		kind: "never",
		reason: "it publishes or deploys"
	};
	const check = CHECKS[rule.kind];
	if (rule.mustCheck.includes(name) && check !== void 0 && !check.test(text)) return {
		kind: "never",
		reason: "its command does not say that it only checks"
	};
	const runtime = OTHER_RUNTIMES.exec(text)?.[0].trim().replace(/^[&|;(]+\s*/, "");
	if (runtime !== void 0) return {
		kind: "unsure",
		reason: `it starts ${runtime}, which the package manager does not install`
	};
	const browser = BROWSERS.exec(text)?.[0];
	if (browser !== void 0) return {
		kind: "unsure",
		reason: `${browser} needs browsers, which the package manager does not install`
	};
	return { kind: "gate" };
}

// src/core/detect/node/node-gates.ts
/** What stands between a script and a run: nothing installs packages of other managers, or without a lock. */
function environmentBlocker(pack) {
	if (pack.manager !== "npm") return `what is run says nothing of how ${pack.manager} installs its packages`;
	if (!pack.hasDependencies || pack.root.npmLock !== void 0) return void 0;
	return "no package-lock.json says which versions to install";
}
function environmentOf$1(pack) {
	if (pack.manager !== "npm" || pack.root.npmLock === void 0) return null;
	return {
		manager: "npm",
		cwd: pack.root.cwd,
		groups: [],
		extras: []
	};
}
/** The first script of a rule that may be a gate; those before it are left out, with the reason. */
function chooseScript({ pack, leftOut }, rule) {
	const sure = [];
	const unsure = [];
	const leave = (name, reason) => {
		const line = pack.lineOf(["scripts", name]);
		leftOut.push({
			kind: rule.kind,
			what: `scripts.${name}`,
			file: pack.file,
			line,
			reason
		});
	};
	for (const name of [...rule.names, ...rule.mustCheck]) {
		const text = pack.scripts.get(name);
		if (text === void 0) continue;
		const use = useOfScript(rule, name, text);
		if (use.kind === "gate") sure.push({
			name,
			text,
			use
		});
		else if (use.kind === "unsure") unsure.push({
			name,
			text,
			use
		});
		else leave(name, use.reason);
	}
	const [chosen, ...others] = [...sure, ...unsure];
	for (const { name } of others) leave(name, `scripts.${chosen?.name} stands for ${rule.kind} already`);
	return chosen;
}
/** Members of a workspace have scripts that its root may not know: a suggestion, since nobody runs them from the root. */
function memberDraft({ pack, snapshot }, rule) {
	const globs = textList(isTable(pack.document["workspaces"]) ? pack.document["workspaces"]["packages"] : pack.document["workspaces"]);
	if (globs.length === 0 || pack.manager !== "npm") return void 0;
	const prefix = pack.root.cwd === "." ? "" : `${pack.root.cwd}/`;
	const isMember = (0, import_picomatch.default)(globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, "")));
	for (const [path, text] of snapshot.texts) {
		if (!path.startsWith(prefix) || !path.endsWith("/package.json")) continue;
		if (!isMember(dirname$1(path.slice(prefix.length)))) continue;
		const name = rule.names.find((one) => useOfMember(rule, one, text));
		if (name === void 0) continue;
		const command = [
			"npm",
			"run",
			name,
			"--workspaces",
			"--if-present"
		];
		return {
			kind: rule.kind,
			label: "npm",
			tool: null,
			cwd: pack.root.cwd,
			run: () => command,
			reproduce: command,
			tier: "normal",
			exitCodes: null,
			source: {
				file: path,
				line: jsonLines(text)(["scripts", name])
			},
			why: `members of the workspace have the script \`${name}\``,
			blockers: ["the workspace's root has no script that runs it"],
			environment: environmentOf$1(pack)
		};
	}
}
function useOfMember(rule, name, text) {
	try {
		const script = asText(asTable(asTable(JSON.parse(text))["scripts"])[name]);
		return script !== void 0 && script.length < 4e3 && useOfScript(rule, name, script).kind === "gate";
	} catch {
		return false;
	}
}
function scriptDraft(pack, rule, chosen) {
	const { name, text, use } = chosen;
	const { cwd } = pack.root;
	const command = name === "test" && pack.manager !== "bun" ? [pack.manager, "test"] : [
		pack.manager,
		"run",
		name
	];
	const known = toolOfScript(text);
	const report = pack.manager === "npm" ? known?.report : void 0;
	const blocker = environmentBlocker(pack);
	return {
		kind: rule.kind,
		label: pack.manager,
		tool: known?.tool ?? null,
		cwd,
		run: (slug) => report === void 0 ? command : [
			...command,
			"--",
			...report.args(`\${reports}/${slug}.${report.extension}`)
		],
		reproduce: command,
		.../\breact-scripts\s+test\b/.test(text) ? { env: () => ({ CI: "true" }) } : {},
		...report === void 0 ? {} : { report: {
			format: report.format,
			extension: report.extension
		} },
		tier: rule.kind === "format" || rule.kind === "lint" ? "fast" : "normal",
		exitCodes: known?.exitCodes ?? null,
		source: {
			file: pack.file,
			line: pack.lineOf(["scripts", name])
		},
		why: `package.json has the script \`${name}\``,
		blockers: [...use.kind === "unsure" ? [use.reason] : [], ...blocker === void 0 ? [] : [blocker]],
		environment: environmentOf$1(pack)
	};
}
/**
* `npm ci` refuses a lock that does not match package.json; the dry run does so too, installs nothing and needs no network
* for a lock that matches. One that does not asks the index what is missing: without retries that fails at once offline.
*/
function lockDraft(pack) {
	const { cwd, npmLock } = pack.root;
	if (npmLock === void 0 || pack.manager !== "npm") return [];
	const command = [
		"npm",
		"ci",
		"--dry-run",
		"--ignore-scripts",
		"--no-audit",
		"--no-fund",
		"--fetch-retries=0"
	];
	return [{
		kind: "lock",
		label: "npm",
		tool: "npm ci",
		cwd,
		run: () => command,
		reproduce: command,
		tier: "fast",
		exitCodes: ZERO_ONE,
		source: {
			file: npmLock,
			line: 1
		},
		why: `${npmLock} is in the repository, so it should match ${pack.file}`,
		blockers: [],
		environment: null
	}];
}
function auditDraft(pack) {
	const { cwd, npmLock } = pack.root;
	if (npmLock === void 0 || pack.manager !== "npm") return [];
	return [{
		kind: "audit",
		label: "npm",
		tool: "npm audit",
		cwd,
		run: () => [
			"npm",
			"audit",
			"--json"
		],
		reproduce: ["npm", "audit"],
		report: {
			format: "npm-audit-json",
			extension: "json",
			fromStdout: true
		},
		tier: "normal",
		exitCodes: ZERO_ONE,
		source: {
			file: npmLock,
			line: 1
		},
		why: `${npmLock} says which packages could have known flaws`,
		blockers: ["asking an advisory service is the repository's own choice"],
		inconclusive: "warn",
		network: true,
		environment: null
	}];
}
/**
* Gates of a package: `lock`, and the scripts whose names and commands say that they check. Only these names count;
* scripts that build, publish, deploy, watch or fix never do.
*
* @param scene the package, and where scripts that are no gate are noted
*/
function nodeGates(scene) {
	const { pack } = scene;
	const scripts = SCRIPT_RULES.map((rule) => {
		const chosen = chooseScript(scene, rule);
		return chosen === void 0 ? memberDraft(scene, rule) : scriptDraft(pack, rule, chosen);
	});
	return [
		...lockDraft(pack),
		...scripts.filter((draft) => draft !== void 0),
		...auditDraft(pack)
	];
}

// src/core/detect/other-languages.ts
/** Manifests at a repository's root that say in which language its gates are, with the command that most of them have. */
const MANIFESTS = [
	{
		file: "go.mod",
		language: "Go",
		command: "go test ./..."
	},
	{
		file: "Cargo.toml",
		language: "Rust",
		command: "cargo test"
	},
	{
		file: "pom.xml",
		language: "Java with Maven",
		command: "mvn -B verify"
	},
	{
		file: "build.gradle",
		language: "Gradle",
		command: "./gradlew check"
	},
	{
		file: "build.gradle.kts",
		language: "Gradle",
		command: "./gradlew check"
	},
	{
		file: "Gemfile",
		language: "Ruby",
		command: "bundle exec rake"
	},
	{
		file: "composer.json",
		language: "PHP",
		command: "composer test"
	},
	{
		file: "mix.exs",
		language: "Elixir",
		command: "mix test"
	},
	{
		file: "CMakeLists.txt",
		language: "CMake",
		command: "ctest --test-dir build"
	},
	{
		file: "deno.json",
		language: "Deno",
		command: "deno task test"
	},
	{
		file: "deno.jsonc",
		language: "Deno",
		command: "deno task test"
	},
	{
		file: "environment.yml",
		language: "conda",
		command: "conda run --name NAME pytest"
	},
	{
		file: "environment.yaml",
		language: "conda",
		command: "conda run --name NAME pytest"
	},
	{
		file: "pixi.toml",
		language: "pixi",
		command: "pixi run test"
	},
	{
		file: "setup.py",
		language: "Python without pyproject.toml",
		command: "python -m pytest"
	},
	{
		file: "requirements.txt",
		language: "Python without pyproject.toml",
		command: "uv run --no-project --with-requirements requirements.txt --with pytest pytest"
	}
];
/** Files that say less than a manifest of the same language. */
const BESIDE_MANIFEST = /* @__PURE__ */ new Set(["setup.py", "requirements.txt"]);
/**
* Languages without a preset: their gates are to be written down, and a person should read so.
*
* @param files every file of the repository
* @returns one entry a language that stands at the root
*/
function otherLanguages(files) {
	const all = new Set(files);
	return MANIFESTS.filter(({ file }) => all.has(file) && !(BESIDE_MANIFEST.has(file) && all.has("pyproject.toml"))).map(({ file, language, command }) => ({
		kind: "tests",
		what: file,
		file,
		line: 1,
		reason: `${language} has no preset; declare its gates in turnpike.yml, such as \`tests: { run: ${command} }\``
	}));
}

// src/core/detect/own/known-commands.ts
const UNKNOWN = {
	tool: null,
	words: [],
	exitCodes: null,
	needs: null,
	network: false,
	cpu: 1
};
/** True when the line is one simple command, so that its exit code is the tool's. */
function isSimple(line) {
	return !/[;&|<>`\n]|\$\(/.test(line.trim());
}
/** Whose environment a command asks for: by what starts it, or because it is a command of the manager itself. */
function needsOf({ launchers, bare: [program, sub = ""] }) {
	const launcher = launchers.at(-1);
	const name = launcher?.name ?? program ?? "";
	const named = {
		groups: launcher?.groups ?? [],
		extras: launcher?.extras ?? []
	};
	if (/^uvx?(?: run)?$/.test(name)) return {
		manager: "uv",
		...named
	};
	if (/^(?:npx|npm (?:exec|x))$/.test(name)) return {
		manager: "npm",
		...named
	};
	return name === "npm" && !/^(?:audit|ci)$/.test(sub) ? {
		manager: "npm",
		...named
	} : null;
}
/** What a person makes a gate of is meant to check: a compiler checks types, a fixer is known by its form that only checks. */
function checkingTool(words) {
	const { use, check } = classifyIn(words, "check");
	const asGate = use.kind === "fixer" && check !== void 0 ? classify(check(words)).use : use;
	return asGate.kind === "gate" && asGate.tool.isUnknown !== true ? asGate.tool : void 0;
}
/** A checking tool that does other work has its own exit codes all the same: `detect-secrets scan`. */
function toolAtOtherWork([program = "", sub = ""]) {
	const isStarter = program === "uv" || program === "node";
	return [`${program} ${sub}`, ...isStarter ? [] : [program]].find((name) => toolFacts(name) !== void 0) ?? null;
}
/**
* Recognises the tool that a person's command starts, so that its exit codes can be told apart and its packages are
* installed; the tables are those by which the repository's own commands are read. The command itself is not changed here.
*
* @param run a shell line or a list of words
*/
function knowCommand(run) {
	const all = typeof run === "string" ? roughWords(run) : run;
	const start = all.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
	const launched = unwrap(start === -1 ? [] : all.slice(start), ".");
	const needs = needsOf(launched);
	if (typeof run === "string" && !isSimple(run)) return {
		...UNKNOWN,
		needs
	};
	const words = launched.bare;
	const tool = checkingTool(words);
	if (tool === void 0) return {
		...UNKNOWN,
		tool: toolAtOtherWork(words),
		words,
		needs
	};
	const { exitCodes, network = false, cpu = 1 } = tool;
	return {
		tool: tool.tool === "" ? null : tool.tool,
		words,
		exitCodes,
		needs,
		network,
		cpu
	};
}

// src/core/detect/own/matrix-gates.ts
function combinationsOf(matrix) {
	return Object.entries(matrix).reduce((before, [key, values]) => before.flatMap((point) => values.map((value) => ({
		...point,
		[key]: value
	}))), [{}]);
}
/** A value as a part of a name. */
function nameOf(value) {
	return value.replaceAll(/[^A-Za-z0-9._+-]+/g, "-");
}
/** `tests:python=3.12`, `tests:python=3.12:django=5.2`: nothing in it needs quotes in a shell. */
function idOf(id, values) {
	return [id, ...Object.entries(values).map(([key, value]) => `${key}=${nameOf(value)}`)].join(":");
}
function filled(value, values) {
	if (typeof value === "string") return value.replaceAll(/\$\{matrix\.([^}]*)\}/g, (whole, key) => values[key] ?? whole);
	if (Array.isArray(value)) return value.map((one) => filled(one, values));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
}
function needOf(need, python) {
	return need === null || need.manager !== "uv" || python === void 0 ? need : {
		...need,
		python
	};
}
/** A line that also chooses the interpreter. */
function reproduceOf$1(gate, values) {
	const line = filled(gate.reproduce, values);
	const python = values["python"];
	if (python === void 0) return line;
	const pairs = Object.entries(pythonVariables(python)).map(([name, value]) => `${name}=${shellWord(value)}`);
	const [, folder = "", command = line] = /^(cd \S+ && )?([\s\S]*)$/.exec(line) ?? [];
	const variables = pairs.join(" ");
	return `${folder}${/[;&|\n]/.test(command) ? `export ${variables};` : variables} ${command}`;
}
/**
* @param gate the gate of an entry with a matrix
* @param matrix its matrix
* @returns one gate for each combination, in the order of the file, ids different
*/
function expandMatrix(gate, matrix) {
	const used = /* @__PURE__ */ new Set();
	return combinationsOf(matrix).map((values) => {
		const wanted = idOf(gate.id, values);
		let id = wanted;
		for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
		used.add(id);
		const python = values["python"];
		return {
			...gate,
			id,
			run: filled(gate.run, values),
			cwd: filled(gate.cwd, values),
			...gate.toolchains === void 0 ? {} : { toolchains: filled(gate.toolchains, values) },
			env: {
				...python === void 0 ? {} : pythonVariables(python),
				...filled(gate.env, values)
			},
			reports: filled(gate.reports, values),
			reproduce: reproduceOf$1(gate, values),
			environment: needOf(gate.environment, python),
			matrix: {
				of: gate.id,
				values
			}
		};
	});
}
/**
* @param gates all gates
* @param matrices the matrix of each entry that has one, by its id
* @returns the gates with every matrix unfolded; who needs an entry needs all of its gates
*/
function unfoldMatrices(gates, matrices) {
	if (matrices.size === 0) return gates;
	const unfolded = new Map(gates.map((gate) => {
		const matrix = matrices.get(gate.id);
		return [gate.id, matrix === void 0 ? [gate] : expandMatrix(gate, matrix)];
	}));
	const idsOf = (id) => unfolded.get(id)?.map((one) => one.id) ?? [id];
	return [...unfolded.values()].flat().map((gate) => ({
		...gate,
		needs: gate.needs.flatMap(idsOf)
	}));
}

// src/core/detect/own/ask-for-report.ts
const ASKED = {
	pytest: {
		...PYTEST_JUNIT,
		own: /^(?:--junit-?xml|--collect-?only|--co$|--help$|-h$|--version$|-V$|--fixtures|--markers$|--setup-(?:plan|only)$|--cache-show|(?:-p)?no:junitxml$|(?:-p)?no:terminal$)/
	},
	bandit: {
		...BANDIT_JSON,
		own: /^(?:-f|--format|-o|--output|--exit-zero|--help$|-h$|--version$)/
	},
	"pip-audit": {
		...PIP_AUDIT_JSON,
		own: /^(?:-f|--format|-o|--output|--fix$|--dry-run$|-d$|--help$|-h$|--version$|-V$)/
	},
	eslint: {
		format: "eslint-json",
		extension: "json",
		args: (path) => [
			"-f",
			"json",
			"-o",
			path
		],
		needs: /(?:^| )--(?:no-error-on-unmatched-pattern|pass-on-no-patterns)(?: |$)/,
		own: /^(?:-f|--format|-o|--output-file|--help$|-h$|--version$|-v$|--init$|--print-config)/
	},
	"detect-secrets": {
		format: "detect-secrets-json",
		extension: "json",
		args: () => [],
		fromStdout: true,
		needs: /^scan /,
		own: /^(?:--baseline|--string|--list-all-plugins$|--help$|-h$)/
	},
	zizmor: {
		format: "sarif",
		extension: "sarif",
		args: () => [],
		fromStdout: true,
		needs: /(?:^| )--format[ =]sarif(?: |$)/,
		own: /^(?:--help|-h|--version|-V)$/
	}
};
const REPORTS$1 = "${reports}";
/**
* A command that a person wrote without a `report`, asked for the one by which alone it can be believed.
*
* @param run the command
* @param known what is known of it
* @param id the gate's id
* @returns the command with the words that ask, and the report; undefined when it stays as it is
*/
function askForReport(run, known, id) {
	const asked = known.tool !== null && Object.hasOwn(ASKED, known.tool) ? ASKED[known.tool] : void 0;
	if (asked === void 0 || known.words.some((word) => asked.own.test(word))) return void 0;
	if (asked.needs?.test(`${known.words.slice(1).join(" ")} `) === false) return void 0;
	if (known.words.includes("--") || typeof run === "string" && hasMore(run)) return void 0;
	const path = `${REPORTS$1}/${slugOf(id)}.${asked.extension}`;
	const report = {
		format: asked.format,
		path,
		...asked.fromStdout ? { fromStdout: true } : {}
	};
	if (typeof run !== "string") return {
		run: [...run, ...asked.args(path)],
		report
	};
	const words = asked.args(path).map((word) => word.includes(REPORTS$1) ? `"${word}"` : word);
	return {
		run: [run.trimEnd(), ...words].join(" "),
		report
	};
}
/** A comment would swallow words behind it, and so may a backslash. */
function hasMore(run) {
	return /[#\\]/.test(run.replaceAll(/"[^"\\]*"|'[^']*'/g, ""));
}

// src/core/detect/own/own-gates.ts
/** What turnpike.yml asks for, then what was known of other languages. */
function toolchainsOf({ settings, place }, file, known = []) {
	const own = Object.entries(settings.toolchain ?? {}).flatMap(([language, version]) => version === void 0 ? [] : [{
		language,
		version,
		source: {
			file,
			line: place.line
		}
	}]);
	const others = known.filter(({ language }) => !own.some((one) => one.language === language));
	return own.length + others.length === 0 ? {} : { toolchains: [...own, ...others] };
}
/**
* @param id a gate's id, `types-mypy@src/git`
* @returns its kind, `types`
*/
function kindOf(id) {
	return id.split(/[-@:]/)[0] ?? id;
}
function reportsOf(settings) {
	if (settings.report === void 0) return void 0;
	return Array.isArray(settings.report) ? settings.report : [settings.report];
}
const REPORTS = "${reports}";
/** One word for a shell; the folder of reports stays a variable. */
function quoted(word) {
	return word.includes(REPORTS) ? word.split(REPORTS).map(quotedPart).join(`"${REPORTS}"`) : shellWord(word);
}
function quotedPart(part) {
	return part === "" ? "" : shellWord(part);
}
/**
* A line that gives the person's variables to the command, and pastes at the repository's root. The folder of reports is
* there only while gates run; without one, `${reports}/out.xml` would be a file at the root of the machine.
*/
function reproduceOf(run, cwd, env) {
	const line = typeof run === "string" ? run.trim() : run.map(quoted).join(" ");
	const pairs = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
	const isSimple = !/[;&|\n]/.test(line);
	const bare = pairs.length === 0 ? line : `${pairs.join(" ")} ${line}`;
	const whole = isSimple || pairs.length === 0 ? bare : `export ${pairs.join(" ")}; ${line}`;
	return fromRoot(cwd, /\$\{?reports\b/.test(whole) ? `export reports=$(mktemp -d); ${whole}` : whole);
}
/** Packages that the command needs: its own options, and what the gate needed that it replaces. */
function environmentOf(known, cwd, replaced) {
	if (known.needs === null) return null;
	const before = replaced?.environment?.manager === known.needs.manager ? replaced.environment : null;
	const groups = [.../* @__PURE__ */ new Set([...known.needs.groups, ...before?.groups ?? []])];
	const extras = [.../* @__PURE__ */ new Set([...known.needs.extras, ...before?.extras ?? []])];
	return {
		manager: known.needs.manager,
		cwd,
		groups,
		extras
	};
}
/** What is taken as it is written, whether the gate is the person's own or a detected one. */
function rulesOf(settings) {
	const { when, retries, threshold, waiver, inputs, cache, owner, docs } = settings;
	return {
		...when === void 0 ? {} : { when },
		...retries === void 0 ? {} : { retries },
		...threshold === void 0 ? {} : { threshold },
		...waiver === void 0 ? {} : { waiver },
		...inputs === void 0 ? {} : { inputs },
		...cache === void 0 ? {} : { cache },
		...owner === void 0 ? {} : { owner },
		...docs === void 0 ? {} : { docs }
	};
}
function cleanPath(path) {
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	return parts.length === 0 ? "." : parts.join("/");
}
/**
* Two runs that measure coverage into one `.coverage` at once come to a wrong number with exit code 0, so they are kept
* apart; one that has a place of its own is free.
*/
function sharedData(run, cwd, env) {
	const line = typeof run === "string" ? run : run.join(" ");
	if (!/(?:^|\s)--cov(?:=|\s|$)|\bcoverage\s+run\b/.test(line) || env["COVERAGE_FILE"] !== void 0 || line.includes("COVERAGE_FILE=")) return [];
	return [cwd === "." ? ".coverage" : `${cwd}/.coverage`];
}
/**
* The gate of an entry with `run`: whole, as the person wrote it, asked for a report where the exit code alone says nothing.
*
* @param entry the entry
* @param file turnpike.yml's path
* @param replaced the detected gate of that id, when there is one
*/
function ownGate(entry, file, replaced) {
	const { settings } = entry;
	const run = settings.run ?? "";
	const cwd = cleanPath(settings.cwd ?? ".");
	const env = settings.env ?? {};
	const known = knowCommand(run);
	const reports = reportsOf(settings);
	const asked = reports === void 0 ? askForReport(run, known, entry.id) : void 0;
	return {
		id: entry.id,
		tool: known.tool,
		run: asked?.run ?? run,
		reproduce: reproduceOf(run, cwd, env),
		cwd,
		env,
		needs: settings.needs ?? [],
		tier: settings.tier ?? "normal",
		required: settings.required ?? true,
		timeoutMs: settings.timeout ?? 18e5,
		cpu: settings.resources?.cpu ?? known.cpu,
		memoryBytes: settings.resources?.memory ?? null,
		locks: [.../* @__PURE__ */ new Set([...settings.resources?.locks ?? [], ...sharedData(run, cwd, env)])],
		reports: reports ?? (asked === void 0 ? [] : [asked.report]),
		inconclusive: settings.inconclusive ?? (kindOf(entry.id) === "audit" ? "warn" : "fail"),
		exitCodes: known.exitCodes,
		source: {
			file,
			line: entry.place.line
		},
		why: `${file} declares it${replaced === void 0 ? "" : `, in place of the command that ${replaced.source.file} shows`}.`,
		declared: true,
		environment: environmentOf(known, cwd, replaced),
		...toolchainsOf(entry, file, replaced?.toolchains),
		...known.network ? { network: true } : {},
		...rulesOf(settings)
	};
}
/**
* The gate of an entry without `run`: the detected or suggested one, changed key by key.
*
* @param entry the entry
* @param file turnpike.yml's path
* @param base the gate of that id
*/
function extendedGate(entry, file, base) {
	const { settings } = entry;
	const isSwitchedOn = !base.declared;
	const env = {
		...base.env,
		...settings.env
	};
	const cwd = settings.cwd === void 0 ? base.cwd : cleanPath(settings.cwd);
	const isMoved = cwd !== base.cwd || settings.env !== void 0;
	const bare = base.cwd === "." ? base.reproduce : base.reproduce.replace(/^cd .*? && /, "");
	return {
		...base,
		...toolchainsOf(entry, file, base.toolchains),
		cwd,
		env,
		reproduce: isMoved ? reproduceOf(bare, cwd, settings.env ?? {}) : base.reproduce,
		needs: settings.needs ?? base.needs,
		tier: settings.tier ?? base.tier,
		required: settings.required ?? (isSwitchedOn ? true : base.required),
		timeoutMs: settings.timeout ?? base.timeoutMs,
		cpu: settings.resources?.cpu ?? base.cpu,
		memoryBytes: settings.resources?.memory ?? base.memoryBytes,
		locks: settings.resources?.locks ?? base.locks,
		reports: reportsOf(settings) ?? base.reports,
		inconclusive: settings.inconclusive ?? base.inconclusive,
		declared: true,
		...isSwitchedOn ? {
			source: {
				file,
				line: entry.place.line
			},
			why: `${file} switches it on; ${base.why.replace(/; only suggested.*$/s, ".")}`
		} : { why: `${base.why.replace(/\.$/, "")}; ${file} line ${entry.place.line} changes it.` },
		...rulesOf(settings)
	};
}

// src/core/detect/own/merge.ts
function applyEntry(merging, entry) {
	const { gates, config, detected } = merging;
	const base = gates.get(entry.id);
	if (entry.settings.run !== void 0) {
		gates.set(entry.id, ownGate(entry, config.file, base));
		return;
	}
	if (base !== void 0) {
		gates.set(entry.id, extendedGate(entry, config.file, base));
		return;
	}
	const nearest = nearestName(entry.id, [...detected]);
	const advice = nearest === void 0 ? "write the command as `run`" : `did you mean \`${nearest}\`? Else write the command as \`run\``;
	const message = `gates.${entry.id} has no \`run\`, and no gate of that id is detected; ${advice}`;
	merging.problems.push({
		where: config.file,
		...entry.place,
		message
	});
}
function switchOff(merging, id, line) {
	const { gates, config, notes } = merging;
	if (gates.delete(id)) return;
	const nearest = nearestName(id, [...merging.detected]);
	const advice = nearest === void 0 ? "" : `; did you mean \`${nearest}\`?`;
	notes.push({
		file: config.file,
		line,
		message: `gates.${id} is switched off, but nothing of that id is detected${advice}`
	});
}
/** Why a gate that is needed is none; a clause. */
function whyNoGate(need, of, { gates, config }, known) {
	if (config.gates.some((other) => other.kind === "off" && other.id === need)) return "is switched off";
	if (gates.has(need)) return `is only suggested; switch it on with \`${need}: {}\``;
	const others = known.filter((id) => id !== of);
	const nearest = nearestName(need, others);
	const declared = [...gates.values()].filter((gate) => gate.declared).map(({ id }) => id);
	return `is no gate here; ${nearest === void 0 ? `gates are ${declared.join(", ")}` : `did you mean \`${nearest}\`?`}`;
}
function checkNeeds(merging) {
	const { gates, config, problems } = merging;
	const declared = [...gates.values()].filter((gate) => gate.declared).map(({ id }) => id);
	const written = config.gates.filter(({ kind }) => kind === "gate").map(({ id }) => id);
	const known = [.../* @__PURE__ */ new Set([...declared, ...written])];
	for (const entry of config.gates) {
		if (entry.kind === "off") continue;
		for (const [index, need] of (entry.settings.needs ?? []).entries()) {
			if (known.includes(need)) continue;
			const place = config.placeOf([
				"gates",
				entry.id,
				"needs",
				index
			]);
			const why = whyNoGate(need, entry.id, merging, known);
			problems.push({
				where: config.file,
				...place,
				message: `gates.${entry.id}.needs names "${need}", which ${why}`
			});
		}
	}
}
/** What rewrites files while other gates read them makes both say something else from run to run. */
function tellWriters({ config, gates, notes }) {
	if ([...gates.values()].filter((gate) => gate.declared).length < 2) return;
	for (const entry of config.gates) {
		if (entry.kind === "off" || entry.settings.run === void 0) continue;
		const { words } = knowCommand(entry.settings.run);
		const { use, check } = classify(words);
		if (use.kind !== "fixer") continue;
		const instead = check === void 0 ? "" : `; \`${shellLine(check(words))}\` only checks`;
		const message = `gates.${entry.id} changes files that other gates read meanwhile (${use.why})${instead}`;
		notes.push({
			file: config.file,
			line: entry.place.line,
			message
		});
	}
}
function matricesOf(config) {
	return new Map(config.gates.flatMap((entry) => entry.kind === "gate" && entry.settings.matrix !== void 0 ? [[entry.id, entry.settings.matrix]] : []));
}
/** A threshold that nothing measures would fail each run; it is told before the first one. */
function checkThresholds({ gates, config, problems }) {
	for (const entry of config.gates) {
		const gate = gates.get(entry.id);
		if (entry.kind === "off" || gate?.threshold === void 0) continue;
		for (const { key, formats } of unmeasured(gate.threshold, gate.reports)) {
			const place = config.placeOf([
				"gates",
				entry.id,
				"threshold",
				key
			]);
			const message = `gates.${entry.id}.threshold.${key} is measured by no report of the gate; give it a \`report\` such as ${formats.join(" or ")}`;
			problems.push({
				where: config.file,
				...place,
				message
			});
		}
	}
}
/**
* @param detected gates that the repository shows, declared and suggested
* @param config turnpike.yml
* @returns the gates as turnpike.yml wants them; problems when it names what is not there
*/
function mergeConfig(detected, config) {
	const merging = {
		gates: new Map(detected.map((gate) => [gate.id, gate])),
		detected: new Set(detected.map(({ id }) => id)),
		problems: [],
		notes: [],
		config
	};
	for (const entry of config.gates) if (entry.kind === "off") switchOff(merging, entry.id, entry.place.line);
	else applyEntry(merging, entry);
	checkNeeds(merging);
	checkThresholds(merging);
	tellWriters(merging);
	return {
		gates: unfoldMatrices([...merging.gates.values()], matricesOf(config)),
		problems: merging.problems,
		notes: merging.notes
	};
}

// src/core/detect/pattern-notes.ts
/** Names at the top of a repository, and folders below: what a slip of the pen meant. */
function namesOf(files) {
	return [...new Set(files.flatMap((file) => [file, ...foldersOf(file)]))];
}
function foldersOf(file) {
	const parts = file.split("/").slice(0, -1);
	return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
/** The part of a pattern before its first wildcard, without the slash at its end. */
function bareOf(pattern) {
	return pattern.replace(/^\.\//, "").replace(/\/?[^/]*[*?[{].*$/, "").replace(/\/$/, "");
}
/**
* Patterns of turnpike.yml that name no file. A slip in `inputs` would keep a pass for good, one in `when.paths` would keep a
* gate from ever running.
*
* @param config turnpike.yml
* @param files all files of the repository, relative to its root
* @returns a note for each
*/
function patternNotes(config, files) {
	const notes = [];
	let names;
	const look = (id, key, patterns = []) => {
		for (const [index, pattern] of patterns.entries()) {
			if (pattern.startsWith("!") || files.some(filesNamedBy([pattern]))) continue;
			names ??= namesOf(files);
			const bare = bareOf(pattern);
			const nearest = bare === "" || names.includes(bare) ? void 0 : nearestName(bare, names);
			const advice = nearest === void 0 ? "" : `; did you mean \`${nearest}\`?`;
			const { line } = config.placeOf([
				"gates",
				id,
				...key,
				index
			]);
			notes.push({
				file: config.file,
				line,
				message: `gates.${id}.${key.join(".")} "${pattern}" names no file${advice}`
			});
		}
	};
	for (const entry of config.gates) {
		if (entry.kind === "off") continue;
		look(entry.id, ["inputs"], entry.settings.inputs);
		look(entry.id, ["when", "paths"], entry.settings.when?.paths);
	}
	return notes;
}

// src/core/detect/workspace.ts
function readMember(text) {
	try {
		const project = asTable(asTable(parseToml(text))["project"]);
		const name = asText(project["name"]);
		return name === void 0 ? void 0 : {
			name: normalizeName(name),
			needs: requirementNames(project["dependencies"])
		};
	} catch {
		return;
	}
}
/** Members by `[tool.uv.workspace]` (docs.astral.sh/uv/concepts/projects/workspaces). */
function membersOf(project, snapshot) {
	const workspace = tableAt(project.document, [
		"tool",
		"uv",
		"workspace"
	]);
	const globs = textList(workspace?.["members"]);
	if (globs.length === 0) return [];
	const { cwd } = project.root;
	const isMember = (0, import_picomatch.default)(globs.map((glob) => glob.replace(/\/+$/, "")), { ignore: [...textList(workspace?.["exclude"])] });
	const prefix = cwd === "." ? "" : `${cwd}/`;
	return [...snapshot.texts].flatMap(([path, text]) => {
		if (!path.startsWith(prefix) || !path.endsWith("/pyproject.toml")) return [];
		const folder = dirname$1(path.slice(prefix.length));
		const member = folder !== "." && isMember(folder) ? readMember(text) : void 0;
		return member === void 0 ? [] : [member];
	});
}
/**
* Members of a uv workspace that `uv sync` at its root does not install, because the root's project does not need them.
*
* @param project the root of the workspace
* @param snapshot where the members' texts are
* @returns their names, sorted; none when it is no workspace
*/
function membersNotInstalled(project, snapshot) {
	const members = membersOf(project, snapshot);
	if (members.length === 0) return [];
	const byName = new Map(members.map((member) => [member.name, member]));
	const installed = new Set(project.sets.filter(({ kind, name }) => kind !== "group" || project.defaultGroups.includes(name)).flatMap(({ packages }) => [...packages]));
	const own = asText(asTable(project.document["project"])["name"]);
	if (own !== void 0) installed.add(normalizeName(own));
	for (const name of installed) for (const need of byName.get(name)?.needs ?? []) installed.add(need);
	const isInstalled = (name) => installed.has(name) || project.lock?.reaches(installed, name) === true;
	return [...byName.keys()].filter((name) => !isInstalled(name)).sort();
}
/**
* Extras to install for gates that import the code (tests, type checkers): all of them, as most projects' own checks
* do, less those that `[tool.uv] conflicts` says cannot be installed together.
*
* @param project the project
* @returns names of extras, sorted
*/
function extrasToImport(project) {
	const conflicts = asTable(asTable(project.document["tool"])["uv"])["conflicts"];
	const conflicting = /* @__PURE__ */ new Set();
	for (const set of Array.isArray(conflicts) ? conflicts : []) for (const entry of Array.isArray(set) ? set : []) {
		const extra = asText(asTable(entry)["extra"]);
		if (extra !== void 0) conflicting.add(normalizeName(extra));
	}
	return project.sets.filter(({ kind, name }) => kind === "extra" && !conflicting.has(normalizeName(name))).map(({ name }) => name).sort();
}

// src/core/detect/python/python-gate.ts
/** What must be installed for a gate: the tool; and for one that imports the code, the extras that the code may import. */
function packagesOf({ project }, { home, imports }) {
	const extras = imports === true ? extrasToImport(project) : [];
	return {
		groups: home.groups,
		extras: [.../* @__PURE__ */ new Set([...home.extras, ...extras])].sort()
	};
}
function blockersOf({ project, absentMembers }, spec) {
	const blockers = [];
	if (spec.fixedBy === void 0) blockers.push(spec.unfixed);
	if (project.root.uvLock === void 0) blockers.push("no uv.lock says which versions to install");
	if (spec.doubt !== void 0) blockers.push(spec.doubt);
	const absent = spec.imports === true ? absentMembers : [];
	if (absent.length > 0) {
		const more = absent.length > 3 ? ` and ${absent.length - 3} more` : "";
		blockers.push(`nothing says that it needs the workspace's members ${absent.slice(0, 3).join(", ")}${more}`);
	}
	return blockers;
}
/**
* @param home what the tool needs
* @returns options of `uv run` that install it, for a person
*/
function uvRunOptions(home) {
	return [...home.groups.flatMap((group) => ["--group", group]), ...home.extras.flatMap((extra) => ["--extra", extra])];
}
/**
* @param scene the project
* @param spec the tool's gate
* @returns a draft: declared when a key of the table fixes what is checked and a lock says which versions, else suggested
*/
function pythonGate(scene, spec) {
	const { project } = scene;
	const { config, home, report } = spec;
	const packages = packagesOf(scene, spec);
	const options = uvRunOptions(packages);
	const reportPath = (slug) => `\${reports}/${slug}.${report?.extension ?? "txt"}`;
	const table = config.file === project.file ? `${config.file} has settings for ${spec.tool}` : `${config.file} is there`;
	const fixed = spec.fixedBy === void 0 ? "" : `, \`${spec.fixedBy}\` says what to check`;
	const sync = project.root.uvLock === void 0 ? options : ["--no-sync"];
	return {
		kind: spec.kind,
		label: spec.tool,
		tool: spec.tool,
		cwd: project.root.cwd,
		run: (slug) => [
			"uv",
			"run",
			...sync,
			...spec.command,
			...spec.extra?.(reportPath(slug), slug) ?? []
		],
		reproduce: [
			"uv",
			"run",
			...options,
			...spec.command
		],
		...spec.env === void 0 ? {} : { env: spec.env },
		...report === void 0 ? {} : { report },
		tier: spec.tier ?? "normal",
		cpu: spec.cpu ?? 1,
		required: spec.required ?? true,
		exitCodes: spec.exitCodes ?? ZERO_ONE,
		source: {
			file: config.file,
			line: config.lineOf(...spec.fixedBy === void 0 ? [] : spec.fixedBy.split("."))
		},
		why: `${table}${fixed}, and ${home.where} brings ${spec.tool}`,
		blockers: blockersOf(scene, spec),
		environment: {
			manager: "uv",
			cwd: project.root.cwd,
			...packages
		}
	};
}

// src/core/detect/python/tool-config.ts
function readDocument(name, text) {
	if (name.endsWith(".toml")) return {
		table: asTable(parseToml(text)),
		lineOf: tomlLines(text)
	};
	if (name.endsWith(".json")) return {
		table: asTable(JSON.parse(text)),
		lineOf: jsonLines(text)
	};
	const ini = readIni(text);
	return {
		table: ini.sections,
		lineOf: ini.lineOf
	};
}
function documentOf(project, file, text) {
	if (file === project.file) return {
		table: project.document,
		lineOf: project.lineOf
	};
	return readDocument(file, text);
}
/**
* The first place that has settings of a tool.
*
* @param project the project whose folder is searched
* @param places in the tool's order of precedence
* @param seen where the texts are, and where notes on unreadable files go
* @returns undefined when no place has any
*/
function findToolConfig(project, places, seen) {
	for (const { name, path } of places) {
		const file = pathIn(project.root.cwd, name);
		const text = seen.snapshot.texts.get(file);
		if (text === void 0) continue;
		try {
			const document = documentOf(project, file, text);
			const table = tableAt(document.table, path);
			if (table === void 0) continue;
			return {
				table,
				file,
				lineOf: (...keys) => document.lineOf([...path, ...keys])
			};
		} catch (error) {
			const line = error instanceof TomlError ? error.line : null;
			const message = `cannot be read: ${firstLine(error)}; nothing is detected in it`;
			if (!seen.notes.some((note) => note.file === file)) seen.notes.push({
				file,
				line,
				message
			});
		}
	}
}

// src/core/detect/python/python-linters.ts
const LIKELY$3 = [
	"lint",
	"linting",
	"dev",
	"style",
	"format",
	"checks"
];
/** Files in the folder come before pyproject.toml (docs.astral.sh/ruff/configuration, "Config file discovery"). */
const PLACES$1 = [
	{
		name: ".ruff.toml",
		path: []
	},
	{
		name: "ruff.toml",
		path: []
	},
	{
		name: "pyproject.toml",
		path: ["tool", "ruff"]
	}
];
/** SARIF came between 0.1 and 0.2. */
function lintReport(version) {
	if (!isAtLeast(version, 0, 2)) return { extra: () => ["--no-cache"] };
	const extra = (report) => [
		"--no-cache",
		"--output-format",
		"sarif",
		"-o",
		report
	];
	return {
		extra,
		report: {
			format: "sarif",
			extension: "sarif"
		}
	};
}
/** `--output-format` is unknown to 0.13.0, needs preview mode up to 0.15, and works from 0.16 on. */
function formatReport(version) {
	if (!isAtLeast(version, 0, 16)) return { extra: () => ["--no-cache"] };
	return {
		extra: () => [
			"--no-cache",
			"--output-format",
			"sarif"
		],
		report: {
			format: "sarif",
			extension: "sarif",
			fromStdout: true
		}
	};
}
/** What ruff is to check: its `include`, else the folders that `src` names and that hold Python files. */
function scopeOf(config, scene) {
	if (textList(config.table["include"]).length > 0) return {
		fixedBy: "include",
		paths: []
	};
	const prefix = scene.project.root.cwd === "." ? "" : `${scene.project.root.cwd}/`;
	const folders = textList(config.table["src"]).map((folder) => folder.replace(/\/+$/, ""));
	if (folders.includes(".")) return {
		fixedBy: "src",
		paths: []
	};
	const paths = folders.filter((folder) => scene.snapshot.files.some((file) => file.startsWith(`${prefix}${folder}/`) && /\.(?:py|pyi|ipynb)$/.test(file)));
	return paths.length === 0 ? {
		fixedBy: void 0,
		paths: []
	} : {
		fixedBy: "src",
		paths
	};
}
/**
* `lint` from ruff's settings, and `format` where `[tool.ruff.format]` says that ruff formats here.
*
* @param scene one Python project
*/
function lintersOf(scene) {
	const config = findToolConfig(scene.project, PLACES$1, scene);
	if (config === void 0) return [];
	const home = findTool(scene.project, "ruff", LIKELY$3);
	if (home === void 0) {
		scene.leftOut.push({
			kind: "lint",
			what: "ruff",
			file: config.file,
			line: config.lineOf(),
			reason: "ruff has settings, but no dependency group, extra or dependency brings it"
		});
		return [];
	}
	const { fixedBy, paths } = scopeOf(config, scene);
	const common = {
		tool: "ruff",
		config,
		fixedBy,
		home,
		tier: "fast",
		unfixed: "neither `include` nor `src` of ruff says what to check"
	};
	const lint = {
		...common,
		kind: "lint",
		command: [
			"ruff",
			"check",
			"--no-fix",
			...paths
		],
		...lintReport(home.version)
	};
	const format = {
		...common,
		kind: "format",
		command: [
			"ruff",
			"format",
			"--check",
			...paths.length === 0 ? ["."] : paths
		],
		...formatReport(home.version)
	};
	if (Object.keys(asTable(config.table["format"])).length > 0) return [format, lint].map((spec) => pythonGate(scene, spec));
	scene.leftOut.push({
		kind: "format",
		what: "ruff format",
		file: config.file,
		line: config.lineOf(),
		reason: "no [tool.ruff.format] says that ruff formats this repository"
	});
	return [pythonGate(scene, lint)];
}

// src/core/detect/python/python-lock.ts
/**
* `uv.lock` in the repository declares that it should be kept current.
*
* @param scene one Python project
* @returns the `lock` gate, or nothing without a lock
*/
function lockGate({ project }) {
	const { cwd, uvLock } = project.root;
	if (uvLock === void 0) return [];
	return [{
		kind: "lock",
		label: "uv",
		tool: "uv lock",
		cwd,
		run: () => [
			"uv",
			"lock",
			"--check"
		],
		reproduce: [
			"uv",
			"lock",
			"--check"
		],
		tier: "fast",
		exitCodes: ZERO_ONE,
		source: {
			file: uvLock,
			line: 1
		},
		why: `${uvLock} is in the repository, so it should match ${project.file}`,
		blockers: [],
		environment: {
			manager: "uv",
			cwd,
			groups: [],
			extras: []
		}
	}];
}

// src/core/detect/python/python-safety.ts
const LIKELY$2 = [
	"security",
	"lint",
	"linting",
	"dev",
	"checks"
];
/** Folders of the project's own code: those that hold a package, tests and documentation aside. */
function codeFolders({ project, snapshot }) {
	const prefix = project.root.cwd === "." ? "" : `${project.root.cwd}/`;
	const folders = /* @__PURE__ */ new Set();
	for (const file of snapshot.files) {
		if (!file.startsWith(prefix) || !file.endsWith("/__init__.py")) continue;
		const first = file.slice(prefix.length).split("/")[0] ?? "";
		if (!/^(?:\..*|tests?|docs?|examples?|scripts?|benchmarks?|build|dist)$/.test(first)) folders.add(first);
	}
	return folders.has("src") ? ["src"] : [...folders].sort().slice(0, 8);
}
/** bandit reads `targets` in its own `.bandit` only; in pyproject.toml it serves us as the folders to name. */
function banditGate(scene) {
	const config = findToolConfig(scene.project, [{
		name: ".bandit",
		path: ["bandit"]
	}, {
		name: "pyproject.toml",
		path: ["tool", "bandit"]
	}], scene);
	const home = findTool(scene.project, "bandit", LIKELY$2);
	if (config === void 0 || home === void 0) return [];
	const isOwnFile = config.file.endsWith(".bandit");
	const targets = textList(config.table["targets"]);
	const folders = targets.length > 0 ? targets : codeFolders(scene);
	return [pythonGate(scene, {
		kind: "sast",
		tool: "bandit",
		command: [
			"bandit",
			"-q",
			...isOwnFile ? ["--ini", ".bandit"] : ["-c", "pyproject.toml"],
			"-r",
			...folders.length === 0 ? ["."] : folders
		],
		extra: (report) => [
			"-f",
			"json",
			"-o",
			report
		],
		report: {
			format: "bandit-json",
			extension: "json"
		},
		required: false,
		config,
		fixedBy: isOwnFile && targets.length > 0 ? "targets" : void 0,
		unfixed: "no `targets` in .bandit says what to check, and bandit reads them nowhere else",
		home
	})];
}
function deptryGate(scene) {
	const config = findToolConfig(scene.project, [{
		name: "pyproject.toml",
		path: ["tool", "deptry"]
	}], scene);
	const home = findTool(scene.project, "deptry", LIKELY$2);
	const folders = codeFolders(scene);
	if (config === void 0 || home === void 0 || folders.length === 0) return [];
	return [pythonGate(scene, {
		kind: "deps",
		tool: "deptry",
		command: ["deptry", ...folders],
		extra: (report) => ["--json-output", report],
		report: {
			format: "deptry-json",
			extension: "json"
		},
		required: false,
		config,
		fixedBy: void 0,
		unfixed: "deptry's settings do not say which folders to check",
		home
	})];
}
/** `uv audit` asks an advisory service, so nothing but a person's word switches it on. */
function auditGate({ project }) {
	const { cwd, uvLock } = project.root;
	if (uvLock === void 0) return [];
	const command = [
		"uv",
		"audit",
		"--preview-features",
		"audit-command,json-output"
	];
	return [{
		kind: "audit",
		label: "uv",
		tool: "uv audit",
		cwd,
		run: () => [
			...command,
			"--output-format",
			"json"
		],
		reproduce: [
			"uv",
			"audit",
			"--preview-features",
			"audit-command"
		],
		report: {
			format: "uv-audit-json",
			extension: "json",
			fromStdout: true
		},
		tier: "normal",
		exitCodes: ZERO_ONE,
		source: {
			file: uvLock,
			line: 1
		},
		why: `${uvLock} says which packages could have known flaws`,
		blockers: ["asking an advisory service is the repository's own choice"],
		inconclusive: "warn",
		network: true,
		environment: {
			manager: "uv",
			cwd,
			groups: [],
			extras: []
		}
	}];
}
/**
* `sast`, `audit` and `deps` of a Python project; suggestions unless the repository's own files fix them.
*
* @param scene one Python project
*/
function safetyGates(scene) {
	return [
		...banditGate(scene),
		...auditGate(scene),
		...deptryGate(scene)
	];
}

// src/core/detect/python/python-tests.ts
const LIKELY$1 = [
	"tests",
	"test",
	"testing",
	"pytest",
	"dev",
	"develop",
	"all"
];
/** The first that exists is used (docs.pytest.org, "Configuration file formats"). */
const PLACES = [
	{
		name: "pytest.ini",
		path: ["pytest"]
	},
	{
		name: ".pytest.ini",
		path: ["pytest"]
	},
	{
		name: "pyproject.toml",
		path: [
			"tool",
			"pytest",
			"ini_options"
		]
	},
	{
		name: "pyproject.toml",
		path: ["tool", "pytest"]
	},
	{
		name: "tox.ini",
		path: ["pytest"]
	},
	{
		name: "setup.cfg",
		path: ["tool:pytest"]
	}
];
/** Options of the cache provider: with one of them in `addopts`, pytest does not start without the provider. */
const NEEDS_CACHE = /(?:^|\s)(?:--lf|--last-failed|--ff|--failed-first|--nf|--new-first|--sw|--stepwise|--cache)/;
function addOptions(config) {
	const value = config.table["addopts"];
	return asText(value) ?? textList(value).join(" ");
}
/** xdist's `-n` starts that many processes; `auto` as many as there are cores, of which we count two. */
function coresOf(options) {
	const workers = /(?:^|\s)(?:-n[ =]?|--numprocesses[ =])(\d+|auto|logical)/.exec(options)?.[1];
	if (workers === void 0) return 1;
	return /^\d+$/.test(workers) ? Math.max(1, Math.min(Number(workers), 64)) : 2;
}
/**
* `tests` from pytest's settings. JUnit in the xunit1 family, because xunit2 drops file and line.
*
* @param scene one Python project
*/
function testGates(scene) {
	const { project } = scene;
	const config = findToolConfig(project, PLACES, scene);
	if (config === void 0) return [];
	const home = findTool(project, "pytest", LIKELY$1);
	if (home === void 0) {
		scene.leftOut.push({
			kind: "tests",
			what: "pytest",
			file: config.file,
			line: config.lineOf(),
			reason: "pytest has settings, but no dependency group, extra or dependency brings it"
		});
		return [];
	}
	const options = addOptions(config);
	const measures = options.includes("--cov") || project.lock?.versions.has("coverage") === true;
	const cache = (slug) => NEEDS_CACHE.test(options) ? ["-o", `cache_dir=\${reports}/${slug}.cache`] : ["-p", "no:cacheprovider"];
	return [pythonGate(scene, {
		kind: "tests",
		tool: "pytest",
		command: ["pytest"],
		extra: (report, slug) => [
			...cache(slug),
			"-o",
			"junit_family=xunit1",
			`--junitxml=${report}`
		],
		report: {
			format: "junit",
			extension: "xml"
		},
		...measures ? { env: (slug) => ({ COVERAGE_FILE: `\${reports}/${slug}.coverage` }) } : {},
		cpu: coresOf(options),
		config,
		imports: true,
		fixedBy: textList(config.table["testpaths"]).length > 0 || (asText(config.table["testpaths"]) ?? "") !== "" ? "testpaths" : void 0,
		unfixed: "no `testpaths` of pytest says where the tests are",
		home
	})];
}

// src/core/detect/python/python-types.ts
const LIKELY = [
	"typing",
	"types",
	"typecheck",
	"type-checking",
	"mypy",
	"lint",
	"linting",
	"dev"
];
/** 0.0.15 knows neither format, 0.0.20 has JUnit, 0.0.100 has SARIF too (`ty check --help` of each). */
function tySpec(home) {
	const command = ["ty", "check"];
	const format = isAtLeast(home.version, 0, 0, 100) ? "sarif" : isAtLeast(home.version, 0, 0, 20) ? "junit" : void 0;
	if (format === void 0) return {
		command,
		cpu: 2
	};
	return {
		command,
		extra: () => ["--output-format", format],
		report: {
			format,
			extension: format === "sarif" ? "sarif" : "xml",
			fromStdout: true
		},
		cpu: 2
	};
}
/** JSON output came with mypy 1.11, `--junit-format` with 1.9 (mypy.readthedocs.io/en/stable/changelog.html). */
function mypySpec(home) {
	const command = ["mypy"];
	if (isAtLeast(home.version, 1, 11)) return {
		command,
		extra: () => ["-O", "json"],
		report: {
			format: "mypy-json",
			extension: "jsonl",
			fromStdout: true
		}
	};
	if (!isAtLeast(home.version, 1, 9)) return { command };
	const extra = (path) => [
		"--junit-xml",
		path,
		"--junit-format",
		"per_file"
	];
	return {
		command,
		extra,
		report: {
			format: "junit",
			extension: "xml"
		}
	};
}
/** pyright keeps 1.6 cores busy: its garbage collector has threads of its own. */
function pyrightSpec(tool) {
	return {
		command: [tool],
		extra: () => ["--outputjson"],
		report: {
			format: "pyright-json",
			extension: "json",
			fromStdout: true
		},
		cpu: 2
	};
}
const CHECKERS = [
	{
		tool: "mypy",
		places: [
			{
				name: "mypy.ini",
				path: ["mypy"]
			},
			{
				name: ".mypy.ini",
				path: ["mypy"]
			},
			{
				name: "pyproject.toml",
				path: ["tool", "mypy"]
			},
			{
				name: "setup.cfg",
				path: ["mypy"]
			}
		],
		scopeKeys: [
			"files",
			"packages",
			"modules"
		],
		spec: mypySpec
	},
	{
		tool: "pyright",
		places: [{
			name: "pyrightconfig.json",
			path: []
		}, {
			name: "pyproject.toml",
			path: ["tool", "pyright"]
		}],
		scopeKeys: ["include"],
		spec: () => pyrightSpec("pyright")
	},
	{
		tool: "basedpyright",
		places: [{
			name: "pyproject.toml",
			path: ["tool", "basedpyright"]
		}, {
			name: "pyrightconfig.json",
			path: []
		}],
		scopeKeys: ["include"],
		spec: () => pyrightSpec("basedpyright")
	},
	{
		tool: "ty",
		places: [{
			name: "ty.toml",
			path: []
		}, {
			name: "pyproject.toml",
			path: ["tool", "ty"]
		}],
		scopeKeys: ["src.include"],
		spec: tySpec
	}
];
function findChecker(scene, checker) {
	const config = findToolConfig(scene.project, checker.places, scene);
	if (config === void 0) return void 0;
	const home = findTool(scene.project, checker.tool, LIKELY);
	if (home !== void 0) return {
		checker,
		config,
		home
	};
	const reason = `${checker.tool} has settings, but no dependency group, extra or dependency brings it`;
	scene.leftOut.push({
		kind: "types",
		what: checker.tool,
		file: config.file,
		line: config.lineOf(),
		reason
	});
}
/** Pyright's settings serve editors too: beside mypy, a basic mode is how a project keeps its editors quiet. */
function doubtOf({ config }, all) {
	const mode = asText(config.table["typeCheckingMode"]);
	if (!all.some(({ checker }) => checker.tool === "mypy") || mode !== "basic" && mode !== "off") return void 0;
	return `its mode "${mode}" beside mypy looks like settings for editors`;
}
/**
* `types` from the settings of mypy, pyright, basedpyright and ty.
*
* @param scene one Python project
*/
function typeCheckers(scene) {
	const all = CHECKERS.map((checker) => findChecker(scene, checker)).filter((found) => found !== void 0);
	return all.map((found) => {
		const { checker, config, home } = found;
		const fixedBy = checker.scopeKeys.find((key) => textList(valueAt(config.table, ...key.split("."))).length > 0);
		const unfixed = `no \`${checker.scopeKeys[0] ?? ""}\` of ${checker.tool} says what to check`;
		const spec = {
			kind: "types",
			tool: checker.tool,
			config,
			fixedBy,
			unfixed,
			home,
			imports: true
		};
		return pythonGate(scene, {
			...spec,
			doubt: doubtOf(found, all),
			...checker.spec(home)
		});
	});
}

// src/core/detect/python/python-tools.ts
/**
* @param scene one Python project
* @returns its gates, declared and suggested, in the order in which people read them
*/
function pythonGates(scene) {
	return [
		...lockGate(scene),
		...lintersOf(scene),
		...typeCheckers(scene),
		...testGates(scene),
		...safetyGates(scene)
	];
}

// src/core/detect/detect.ts
/** Wall time in ms that all gates together may take when nobody says otherwise. */
const DEFAULT_BUDGET_MS = 12e5;
const LOCKS = {
	uv: ["uv.lock"],
	npm: ["npm-shrinkwrap.json", "package-lock.json"],
	pnpm: ["pnpm-lock.yaml"],
	yarn: ["yarn.lock"],
	bun: ["bun.lock", "bun.lockb"]
};
/** A lock may be a workspace's, above the folder; of a folder that is planned alone, above the root too. */
function lockFinder(files, around) {
	const all = new Set(around?.snapshot.files ?? files);
	const root = around?.folder ?? ".";
	return (manager, cwd) => {
		for (const folder of upwards(join$1(root, cwd))) {
			const found = (LOCKS[manager] ?? []).map((name) => pathIn(folder, name)).find((path) => all.has(path));
			if (found !== void 0) return relative$1(join$1("/", root), join$1("/", found));
		}
	};
}
const NOTHING_DECLARED = {
	drafts: [],
	neverRun: [],
	build: null,
	notes: [],
	leftOut: [],
	source: null,
	unrun: "no workflow runs it"
};
/** What commands say of a folder: those of the repository around it, else its own. */
function readDeclared(snapshot, declarations, around) {
	const narrowed = around === void 0 ? void 0 : narrowPlan(planDeclared(around.declarations, around.snapshot), around);
	const notes = narrowed?.notes ?? [];
	if (narrowed?.speaks === true) return {
		...narrowed.plan,
		notes: [...narrowed.plan.notes, ...notes]
	};
	const own = declarations === void 0 ? NOTHING_DECLARED : planDeclared(declarations, snapshot);
	return {
		...own,
		notes: [...own.notes, ...notes]
	};
}
function detectGates(snapshot, presets, declarations, around) {
	const notes = [...startNotes(snapshot), ...aboveNotes(around)];
	const declared = readDeclared(snapshot, declarations, around);
	const leftOut = [];
	const { roots, passedOver } = withoutMembers(findRoots(snapshot.files), snapshot);
	leftOut.push(...passedOver.map(({ file, reason }) => ({
		kind: "lock",
		what: file,
		file,
		line: 1,
		reason
	})));
	const drafts = [];
	let build = null;
	for (const root of roots) {
		const project = presets.includes("python") ? readPythonProject(root, snapshot, notes) : void 0;
		const pack = presets.includes("node") ? readNodePackage(root, snapshot, notes) : void 0;
		if (root.cwd === ".") {
			const facts = pack === void 0 ? void 0 : {
				pack,
				facts: nodeBuildFacts(snapshot, pack, declared.drafts)
			};
			build = detectBuild(project, facts, notes);
		}
		if (project !== void 0) {
			const absentMembers = membersNotInstalled(project, snapshot);
			drafts.push(...pythonGates({
				project,
				absentMembers,
				snapshot,
				notes,
				leftOut
			}));
		}
		if (pack !== void 0) drafts.push(...nodeGates({
			pack,
			snapshot,
			leftOut
		}));
	}
	const combined = combine(drafts, declared);
	leftOut.push(...declared.leftOut, ...combined.leftOut);
	if (declared.drafts.length === 0) leftOut.push(...otherLanguages(snapshot.files));
	return {
		gates: giveIds(combined.drafts),
		build: build ?? declared.build,
		neverRun: declared.neverRun,
		lockOf: lockFinder(snapshot.files, around),
		notes: [...notes, ...declared.notes],
		leftOut
	};
}
function suggestionsOf(gates) {
	return gates.filter(({ declared }) => !declared).map((gate) => ({
		gate,
		enable: `gates:\n  ${gate.id}: {}`
	}));
}
/**
* What would run in a repository with this turnpike.yml, and why. Nothing of the repository's is run to find out.
*
* @param snapshot what the repository shows
* @param config its turnpike.yml, or undefined when it has none
* @param declarations what its workflows, Makefiles and the like declare
* @param around the repository that it is a folder of; undefined when it is a repository by itself
* @returns the plan with what was left out; or problems, when turnpike.yml names gates that are not there
*/
function planRepository(snapshot, config, declarations, around) {
	const chosen = config?.presets ?? "auto";
	const presets = chosen === "auto" ? ["python", "node"] : chosen === "none" ? [] : chosen;
	const detection = chosen === "none" ? detectGates(snapshot, presets, void 0, void 0) : detectGates(snapshot, presets, declarations, around);
	const merged = config === void 0 ? {
		gates: detection.gates,
		problems: [],
		notes: []
	} : mergeConfig(detection.gates, config);
	if (merged.problems.length > 0) return {
		ok: false,
		problems: merged.problems
	};
	const all = withToolchains(merged.gates, {
		snapshot,
		around
	});
	const gates = all.filter(({ declared }) => declared);
	const ofPatterns = config === void 0 || snapshot.isCut ? [] : patternNotes(config, snapshot.files);
	const notes = onceEach([
		...strayConfigNotes(snapshot, config),
		...detection.notes,
		...merged.notes,
		...ofPatterns
	]);
	const suggestions = suggestionsOf(all);
	if (gates.length === 0) {
		const message = `declares nothing that Turnpike could check; add gates to turnpike.yml${suggestions.length === 0 ? "" : ", or switch a suggestion on"}`;
		notes.push({
			file: ".",
			line: null,
			message
		});
	}
	return {
		ok: true,
		plan: {
			gates,
			suggestions,
			environments: joinNeeds(gates, detection.lockOf),
			budget: config?.budget ?? {
				totalMs: DEFAULT_BUDGET_MS,
				enforce: false
			},
			build: config?.build === void 0 ? detection.build : {
				run: config.build.run,
				cwd: ".",
				source: {
					file: config.file,
					line: config.build.line
				}
			},
			neverRun: detection.neverRun,
			notes
		},
		leftOut: detection.leftOut
	};
}

// src/core/detect/snapshot.ts
const KIB = 1024;
const MANIFEST_BYTES = 1024 * KIB;
const LOCK_BYTES = 32768 * KIB;
/** Largest `turnpike.yml` in bytes. Hand-written files are a hundredth of it; parsing a larger one would take long. */
const CONFIG_BYTES = 64 * KIB;
const LIMITS = {
	"pyproject.toml": MANIFEST_BYTES,
	"package.json": MANIFEST_BYTES,
	"uv.lock": LOCK_BYTES,
	"ruff.toml": MANIFEST_BYTES,
	".ruff.toml": MANIFEST_BYTES,
	"mypy.ini": MANIFEST_BYTES,
	".mypy.ini": MANIFEST_BYTES,
	"pytest.ini": MANIFEST_BYTES,
	".pytest.ini": MANIFEST_BYTES,
	"tox.ini": MANIFEST_BYTES,
	"setup.cfg": MANIFEST_BYTES,
	"pyrightconfig.json": MANIFEST_BYTES,
	"ty.toml": MANIFEST_BYTES,
	".bandit": MANIFEST_BYTES
};
/**
* Further files that commands are declared in. Readers say themselves what they read (`wantsDeclaration`); their names stand
* here too, so that listing files loads no parser. A test holds the two together.
*/
const DECLARING = [
	/^\.github\/workflows\/[^/]+\.ya?ml$/,
	/(?:^|\/)action\.ya?ml$/,
	/(?:^|\/)(?:GNUm|[mM])akefile$|\.mk$/,
	/(?:^|\/)(?:\.?justfile|Justfile|JUSTFILE)$|\.just$/,
	/(?:^|\/)(?:[tT]askfile(?:\.dist)?\.ya?ml|\.?mise\.toml)$/,
	/(?:^|\/)(?:tox\.toml|noxfile\.py|hatch\.toml|tasks\.py|Pipfile|poe_tasks\.(?:toml|ya?ml|json))$/,
	/(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$/,
	/(?:^|\/)(?:\.python-version|pnpm-workspace\.yaml|\.yarnrc\.yml)$/,
	/(?:^|\/)(?:\.(?:node|java|go)-version|\.nvmrc|\.sdkmanrc|\.tool-versions|\.?mise\.toml|rust-toolchain(?:\.toml)?|go\.(?:mod|work))$/,
	/^(?:\.?ci|\.github(?:\/workflows)?\/scripts|dev|hack|scripts?)\/(?:[^/]+\/)?[^/.]+$/,
	/^(?:(?:\.?ci|\.github(?:\/[^/]+)?|bin|build|dev|hack|scripts?|tools?|tasks?|tests?|utils?|etc|e2e|integration)\/(?:[^/]+\/)?)?[^/]+\.(?:ba)?sh$/,
	/(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+|constraints[^/]*)\.(?:txt|in)$/
];
const MAX_WANTED = 2e3;
/**
* @param files every file of the repository
* @param configFile path of turnpike.yml, relative to the root
* @returns the files whose texts detection needs, at most 2,000
*/
function wantedFiles(files, configFile) {
	const wanted = [{
		path: configFile,
		maxBytes: CONFIG_BYTES
	}];
	for (const path of files) {
		const maxBytes = limitOf(path);
		if (maxBytes === void 0 || path === configFile || path.split("/").length > 7) continue;
		wanted.push({
			path,
			maxBytes
		});
		if (wanted.length >= MAX_WANTED) break;
	}
	return wanted;
}
function limitOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (Object.hasOwn(LIMITS, name)) return LIMITS[name];
	return DECLARING.some((pattern) => pattern.test(path)) ? MANIFEST_BYTES : void 0;
}

// src/adapters/node/repository-snapshot.ts
/** More files than this are not listed. */
const MAX_FILES = 2e5;
const MAX_LIST_BYTES = 67108864;
const MAX_DEPTH = 16;
const GIT_TIMEOUT_MS = 2e4;
/** Folders that hold no sources; only a walk needs this, git knows by itself. */
const SKIPPED = /* @__PURE__ */ new Set([
	".git",
	".hg",
	".venv",
	"venv",
	"node_modules",
	"__pycache__",
	".turnpike",
	".tox",
	".nox"
]);
const run = promisify(execFile);
/** What git says in a folder; undefined where it has no answer. */
async function askGit(cwd, args, more = {}) {
	try {
		const bounds = {
			timeout: GIT_TIMEOUT_MS,
			maxBuffer: MAX_LIST_BYTES
		};
		return (await run("git", [...SAFE_OPTIONS, ...args], {
			cwd,
			env: {
				...safeEnvironment(process.env),
				...more
			},
			...bounds
		})).stdout;
	} catch {
		return;
	}
}
/** Tracked files and untracked ones that are not ignored; undefined where git has no answer. */
async function listByGit(root) {
	if (stopsGit(root) !== void 0) return void 0;
	const listed = await askGit(root, [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	]);
	const files = partsOf(listed);
	return files.length === 0 ? void 0 : files;
}
/**
* Looks at the repository that a folder lies in, as {@link readSnapshot} does; nothing above its top is read.
*
* @param root an existing folder, absolute
* @returns undefined when the folder is the top of a repository, lies in none, or holds nothing that the repository tracks
*/
async function readAround(root) {
	const folder = await realpath(root);
	if (await lstat(join(folder, ".git")).catch(() => void 0) !== void 0) return void 0;
	const said = (await askGit(folder, ["rev-parse", "--show-toplevel"]))?.replace(/\r?\n$/, "");
	if (said === void 0 || said === "") return void 0;
	const top = await realpath(said).catch(() => folder);
	if (top === folder || !folder.startsWith(top.endsWith(sep) ? top : top + sep)) return void 0;
	const tracked = await askGit(folder, [
		"ls-files",
		"-z",
		"--cached"
	]);
	if (tracked === void 0 || tracked === "") return void 0;
	return {
		folder: relative(top, folder).split(sep).join("/"),
		snapshot: await readSnapshot(top, "turnpike.yml")
	};
}
async function listByWalk(root) {
	const files = [];
	let level = [""];
	for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && files.length <= MAX_FILES; depth += 1) {
		const next = [];
		for (const folder of level) {
			const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
			const below = (name) => folder === "" ? name : `${folder}/${name}`;
			const folders = entries.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
			files.push(...entries.filter((entry) => !entry.isDirectory()).map(({ name }) => below(name)));
			next.push(...folders.map(({ name }) => below(name)));
			if (files.length > MAX_FILES) break;
		}
		level = next;
	}
	return files.slice(0, 200001);
}
/** The text, or where the first byte is that is not UTF-8. */
function decode(bytes) {
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		const before = new TextDecoder().decode(bytes).split("�", 1)[0]?.split("\n") ?? [];
		return {
			reason: "not-utf8",
			place: {
				line: before.length,
				column: (before.at(-1)?.length ?? 0) + 1
			}
		};
	}
}
/** Reads a bounded regular file inside `root`; undefined when there is none. */
async function readInside(root, { path, maxBytes }) {
	const file = join(root, path);
	if (await lstat(file).catch(() => void 0) === void 0) return void 0;
	const real = await realpath(file).catch(() => void 0);
	if (real === void 0) return { reason: "unreadable" };
	if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return { reason: "outside" };
	let handle;
	try {
		handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
		const info = await handle.stat();
		if (!info.isFile()) return { reason: "not-a-file" };
		if (info.size > maxBytes) return { reason: "too-large" };
		return decode(await handle.readFile());
	} catch {
		return { reason: "unreadable" };
	} finally {
		await handle?.close();
	}
}
/** More files than this are not asked of git one by one. */
const MOST_SPARSE = 200;
/** Without it git fetches what a partial clone lacks. */
const NO_FETCH = { GIT_NO_LAZY_FETCH: "1" };
/** Texts of files that git tracks and a sparse checkout leaves out, as git's index has them. */
async function readSparse(root, wanted) {
	if (wanted.length === 0) return /* @__PURE__ */ new Map();
	const tagged = partsOf(await askGit(root, [
		"ls-files",
		"-z",
		"-t",
		"--cached"
	]));
	const left = new Set(tagged.filter((line) => line.startsWith("S ")).map((line) => line.slice(2)));
	const texts = /* @__PURE__ */ new Map();
	for (const { path, maxBytes } of wanted.filter((one) => left.has(one.path)).slice(0, MOST_SPARSE)) {
		const text = await askGit(root, [
			"cat-file",
			"blob",
			`:./${path}`
		], NO_FETCH);
		if (text !== void 0 && Buffer.byteLength(text) <= maxBytes) texts.set(path, text);
	}
	return texts;
}
/**
* Looks at a repository without running anything of it and without following a link out of it.
*
* @param root folder of the repository, absolute
* @param configFile path of turnpike.yml, relative to `root`
* @throws TurnpikeError `FILE_UNREADABLE` when `root` is no folder
* @returns file names, by git where it knows the folder, else by a bounded walk; and the texts that detection needs
*/
async function readSnapshot(root, configFile) {
	const realRoot = await realpath(root);
	if (!(await lstat(realRoot)).isDirectory()) throw new TurnpikeError("FILE_UNREADABLE", "user", `${root} is no folder.`);
	const listed = await listByGit(realRoot) ?? await listByWalk(realRoot);
	const files = [...new Set(listed)].sort().slice(0, MAX_FILES);
	const texts = /* @__PURE__ */ new Map();
	const unreadable = [];
	const missing = /* @__PURE__ */ new Set();
	for (const wanted of wantedFiles(files, configFile)) {
		const result = await readInside(realRoot, wanted);
		if (result === void 0) missing.add(wanted.path);
		else if ("text" in result) texts.set(wanted.path, result.text);
		else unreadable.push({
			file: wanted.path,
			...result
		});
	}
	const sparse = await readSparse(realRoot, wantedFiles(files, configFile).filter(({ path }) => missing.has(path)));
	for (const [path, text] of sparse) {
		texts.set(path, text);
		missing.delete(path);
	}
	return {
		files: files.filter((file) => !missing.has(file)),
		texts,
		unreadable,
		isCut: listed.length > MAX_FILES,
		...sparse.size === 0 ? {} : { sparse: [...sparse.keys()] }
	};
}

// src/adapters/node/read-plan.ts
const CONFIG_FILE = "turnpike.yml";
/** What `parseConfig` tells at most, and what stays readable. */
const MOST_TOLD = 100;
function invalid(problems) {
	const isCut = problems.length > MOST_TOLD;
	const count = problems.length === 1 ? "1 problem" : `${isCut ? `More than ${MOST_TOLD}` : problems.length} problems`;
	return new TurnpikeError("CONFIG_INVALID", "config", `${count}, nothing was run.`, {
		problems,
		doc: "docs/turnpike-yml.md"
	});
}
const UNREADABLE = {
	"too-large": "is larger than 64 KiB, which no file written by hand is; it was not read",
	"not-utf8": "is not UTF-8 text",
	outside: "is a link that leads out of the repository; it was not read",
	"not-a-file": "is not a regular file; it was not read",
	unreadable: "could not be read"
};
async function readConfig(snapshot, file) {
	const fault = snapshot.unreadable.find((one) => one.file === file);
	if (fault !== void 0) {
		const { line, column } = fault.place ?? {
			line: 1,
			column: 1
		};
		throw invalid([{
			where: file,
			line,
			column,
			message: UNREADABLE[fault.reason]
		}]);
	}
	const text = snapshot.texts.get(file);
	if (text === void 0 && file === CONFIG_FILE) return {
		config: void 0,
		problems: []
	};
	if (text === void 0) throw invalid([{
		where: file,
		line: 1,
		column: 1,
		message: `is named as the configuration, and is not there${snapshot.files.includes(CONFIG_FILE) ? `; ${CONFIG_FILE} is` : ""}`
	}]);
	const { parseConfig } = await import("./config2.js");
	const result = parseConfig(text, file, /* @__PURE__ */ new Date());
	if (result.ok) return {
		config: result.config,
		problems: []
	};
	if (result.readable === void 0) throw invalid(result.problems);
	return {
		config: result.readable,
		problems: result.problems
	};
}
/** What commands of the repository say. */
function declarationsOf({ callOf, readDeclarations }, snapshot) {
	return {
		reading: readDeclarations(snapshot),
		callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, snapshot, around)
	};
}
function isEmpty({ reading }) {
	return reading.entries.length === 0 && reading.unread.length === 0;
}
/** What commands of the repository around the folder say. */
function aroundOf(readers, around) {
	return around === void 0 ? void 0 : {
		...around,
		declarations: declarationsOf(readers, around.snapshot)
	};
}
/** By place, each once: a name that is wrong in itself is not in the repository either. */
function joined(faults, names) {
	const place = ({ line = 0, column = 0 }) => `${line}:${column}`;
	const taken = new Set(faults.map(place));
	const order = (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
	return [...faults, ...names.filter((problem) => !taken.has(place(problem)))].sort(order);
}
/**
* What would run in a repository, and what was left out on the way.
*
* @param root folder of the repository
* @param options where turnpike.yml is
* @throws TurnpikeError `CONFIG_INVALID` with every problem of turnpike.yml; `FILE_UNREADABLE` when `root` is no folder
*/
async function readPlanned(root, options = {}) {
	const folder = resolve(root);
	const given = options.config ?? CONFIG_FILE;
	const file = (isAbsolute(given) ? relative(folder, given) : given).replace(/^\.\//, "");
	const snapshot = await readSnapshot(folder, file).catch((cause) => {
		throw new TurnpikeError("FILE_UNREADABLE", "user", `${root} is no folder that can be read.`, { cause });
	});
	const around = await readAround(folder);
	options.onSnapshot?.(snapshot, around);
	const { config, problems } = await readConfig(snapshot, file);
	const readers = await import("./declarations2.js");
	const own = declarationsOf(readers, snapshot);
	const planned = planRepository(snapshot, config, isEmpty(own) ? void 0 : own, aroundOf(readers, around));
	if (!planned.ok) throw invalid(joined(problems, planned.problems));
	if (problems.length > 0) throw invalid(problems);
	return planned;
}
/**
* What would run in a repository.
*
* @param root folder of the repository
* @param options where turnpike.yml is
* @throws TurnpikeError `CONFIG_INVALID` with every problem of turnpike.yml; `FILE_UNREADABLE` when `root` is no folder
*/
async function readPlan(root, options = {}) {
	return (await readPlanned(root, options)).plan;
}

export { kindOf as a, planRepository as i, readPlanned as n, packsNode as o, readSnapshot as r, readPlan as t };