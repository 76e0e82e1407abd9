import { o as __toESM } from "./rolldown-runtime.js";
import { a as giveIds, i as fromRoot, n as WAITING_CPU, o as shellLine, r as ZERO_ONE, t as DEFAULT_TIMEOUT_MS } from "./draft.js";
import { t as require_picomatch } from "./picomatch.js";
import { n as TomlError, t as parse } from "./dist2.js";
import { t as nearestName } from "./parse.js";
import { i as unmeasured } from "./threshold.js";
import { i as pythonVariables } from "./gate-rules.js";
import { n as TurnpikeError } from "./errors.js";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { execFile } from "node:child_process";
import { dirname as dirname$1 } from "node:path/posix";
import { promisify } from "node:util";

// src/core/detect/build-command.ts
/**
* The build that the root's manifests declare: `uv build` with a `[build-system]` (without one uv would fall back to
* building an accidental package), else `npm pack` for a package that is not private.
*
* @param project the Python project of the repository's root
* @param pack the package of the repository's root
*/
function detectBuild(project, pack) {
	if (project?.document["build-system"] !== void 0) return {
		run: "uv build",
		cwd: ".",
		source: {
			file: project.file,
			line: project.lineOf(["build-system"])
		}
	};
	if (pack === void 0 || pack.document["private"] === true || typeof pack.document["name"] !== "string") return null;
	if (pack.document["version"] === void 0 || pack.manager !== "npm") return null;
	return {
		run: "npm pack",
		cwd: ".",
		source: {
			file: pack.file,
			line: pack.lineOf(["name"])
		}
	};
}

// src/core/documents/ini.ts
/** No setting of a hand-written file is longer; what is would only cost time. */
const MAX_LINE$1 = 1e3;
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
		if (line.length > MAX_LINE$1) continue;
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

// src/core/documents/json-lines.ts
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|\n/g;
/**
* Lines of the keys of a JSON document that is known to parse. Entries of arrays have no path of their own.
*
* @param text the document
* @returns a finder; the line of the nearest key above when the key itself is not there, else 1
*/
function jsonLines(text) {
	const lines = /* @__PURE__ */ new Map();
	const path = [];
	let line = 1;
	let last;
	for (const [token] of text.matchAll(TOKEN)) if (token === "\n") line += 1;
	else if (token === "{" || token === "[") path.push(void 0);
	else if (token === "}" || token === "]") path.pop();
	else if (token === ":" && last !== void 0) {
		path[path.length - 1] = unquote(last);
		const id = path.map((part) => part ?? "").join("\0");
		if (!lines.has(id)) lines.set(id, line);
	} else if (token.startsWith("\"")) last = token;
	return (wanted) => {
		for (let length = wanted.length; length > 0; length -= 1) {
			const found = lines.get(wanted.slice(0, length).join("\0"));
			if (found !== void 0) return found;
		}
		return 1;
	};
}
function unquote(token) {
	try {
		return String(JSON.parse(token));
	} catch {
		return token;
	}
}

// src/core/documents/tables.ts
/** @returns the value when it is a table, else an empty one */
function asTable(value) {
	return isTable(value) ? value : {};
}
/** @returns true for an object that is neither a list nor a date */
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** @returns the value when it is a list, else an empty one */
function asList(value) {
	return Array.isArray(value) ? value : [];
}
/** @returns the value when it is text, else undefined */
function asText(value) {
	return typeof value === "string" ? value : void 0;
}
/** @returns the texts of a list, or of a text with entries divided by commas or line breaks (mypy's and INI style) */
function textList(value) {
	return (typeof value === "string" ? value.split(/[,\n]/) : asList(value)).map((entry) => asText(entry)?.trim()).filter((entry) => entry !== void 0 && entry !== "");
}
/**
* @param table where to begin
* @param path keys one below the other
* @returns the table there, or undefined when there is none
*/
function tableAt(table, path) {
	let current = table;
	for (const key of path) {
		if (!isTable(current) || !Object.hasOwn(current, key)) return void 0;
		current = current[key];
	}
	return isTable(current) ? current : void 0;
}

// src/core/documents/toml-lines.ts
const HEADER = /^\s*\[{1,2}\s*(.+?)\s*\]{1,2}\s*(?:#.*)?$/;
const KEY = /^\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=/;
const KEY_PART = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+)/g;
/** No table or key of a hand-written file is longer; what is would only cost time. */
const MAX_LINE = 1e3;
const MULTILINE = /"""|'''/g;
function partsOf(dotted) {
	return [...dotted.matchAll(KEY_PART)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
function keyOf(path) {
	return path.join("\0");
}
/**
* Lines of the tables and keys of a TOML document that is known to parse. It reads line by line: a table or key that is
* written inside an inline table is found by the line of the nearest part above it.
*
* @param text the document
* @returns a finder; 1 when nothing on the way to the path was found
*/
function tomlLines(text) {
	const lines = /* @__PURE__ */ new Map();
	let table = [];
	let closing;
	let depth = 0;
	for (const [index, line] of text.split("\n").entries()) {
		if (!(closing !== void 0 || depth > 0) && line.length <= MAX_LINE) {
			const header = HEADER.exec(line);
			if (header !== null) table = partsOf(header[1] ?? "");
			const key = header === null ? KEY.exec(line) : null;
			const path = key === null ? table : [...table, ...partsOf(key[1] ?? "")];
			if (header !== null || key !== null) noteLine(lines, path, index + 1);
			if (header !== null) continue;
		}
		for (const [quotes] of line.matchAll(MULTILINE)) if (closing === void 0) closing = quotes;
		else if (closing === quotes) closing = void 0;
		if (closing === void 0) depth = Math.max(0, depth + bracketDepth(line));
	}
	return (path) => {
		for (let length = path.length; length > 0; length -= 1) {
			const line = lines.get(keyOf(path.slice(0, length)));
			if (line !== void 0) return line;
		}
		return 1;
	};
}
/** The first line wins, also for the tables above: `[tool.ruff.lint]` alone declares `tool.ruff`. */
function noteLine(lines, path, line) {
	for (let length = 1; length <= path.length; length += 1) {
		const key = keyOf(path.slice(0, length));
		if (!lines.has(key)) lines.set(key, line);
	}
}
/** Brackets of an array over several lines, strings and comments left out. */
function bracketDepth(line) {
	const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "").replace(/#.*$/, "");
	return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
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
		const at = (name) => folder === "." ? name : `${folder}/${name}`;
		const below = folder === "." ? cwd : cwd.slice(folder.length + 1);
		if (manager === "npm") {
			const { workspaces } = tableOf(at("package.json"), JSON.parse);
			if (matches(below, textList(isTable(workspaces) ? workspaces["packages"] : workspaces), [])) return at("package.json");
		} else {
			const workspace = tableAt(tableOf(at("pyproject.toml"), parse), [
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
* The union of what gates need, one entry a manager, folder and interpreter.
*
* @param gates gates that run
* @param locks lock file by `manager\0folder`
* @returns sorted by folder, uv before npm
*/
function joinNeeds(gates, locks) {
	const joined = /* @__PURE__ */ new Map();
	for (const { environment: need } of gates) {
		if (need === null) continue;
		const place = `${need.manager}\0${need.cwd}`;
		const id = need.python === void 0 ? place : `${place}\0${need.python}`;
		const other = joined.get(id);
		joined.set(id, {
			manager: need.manager,
			cwd: need.cwd,
			groups: union(other?.groups ?? [], need.groups),
			extras: union(other?.extras ?? [], need.extras),
			lock: locks.get(place) ?? null,
			...need.python === void 0 ? {} : { python: need.python }
		});
	}
	const order = ({ cwd, manager, python = "" }) => `${cwd}\0${manager === "uv" ? 0 : 1}\0${python}`;
	return [...joined.values()].sort((a, b) => order(a) < order(b) ? -1 : 1);
}
function union(a, b) {
	return [.../* @__PURE__ */ new Set([...a, ...b])].sort();
}

// src/core/detect/matrix-gates.ts
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
	const pairs = Object.entries(pythonVariables(python)).map(([name, value]) => `${name}=${shellLine([value])}`);
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

// src/core/detect/known-commands.ts
/** Exit codes as the tools' own documentation and runs give them; all other codes are the tool's own trouble. */
const TOOLS = [
	{
		words: ["uv", "lock"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["uv", "audit"],
		exitCodes: ZERO_ONE,
		network: true
	},
	{
		words: ["npm", "audit"],
		exitCodes: ZERO_ONE,
		network: true
	},
	{
		words: ["npm", "ci"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["pip-audit"],
		exitCodes: ZERO_ONE,
		network: true
	},
	{
		words: ["ruff", "check"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["ruff", "format"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["mypy"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["pyright"],
		exitCodes: ZERO_ONE,
		cpu: 2
	},
	{
		words: ["basedpyright"],
		exitCodes: ZERO_ONE,
		cpu: 2
	},
	{
		words: ["ty", "check"],
		exitCodes: ZERO_ONE,
		cpu: 2
	},
	{
		words: ["pytest"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["bandit"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["deptry"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["detect-secrets-hook"],
		exitCodes: ZERO_ONE,
		cpu: 2
	},
	{
		words: ["gitleaks"],
		exitCodes: ZERO_ONE,
		cpu: 2
	},
	{
		words: ["actionlint"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["zizmor"],
		exitCodes: {
			clean: [0],
			findings: [
				11,
				12,
				13,
				14
			]
		}
	},
	{
		words: ["eslint"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["tsc"],
		exitCodes: {
			clean: [0],
			findings: [1, 2]
		}
	},
	{
		words: ["vitest"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["jest"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["prettier"],
		exitCodes: ZERO_ONE
	},
	{
		words: ["biome"],
		exitCodes: ZERO_ONE
	}
];
const UNKNOWN = {
	tool: null,
	exitCodes: null,
	needs: null,
	network: false,
	cpu: 1
};
/** Options of `uv run` that take the next word as their value (docs.astral.sh/uv/reference/cli, "uv run"). */
const UV_VALUE_OPTIONS = /^(?:--(?:group|extra|no-group|only-group|no-extra|with|with-editable|with-requirements|package|python|env-file|index|default-index|directory|project|resolution|config-file|cache-dir|python-platform|color|link-mode|index-url|extra-index-url|find-links|refresh-package|upgrade-package|no-build-package|no-binary-package|config-setting|exclude-newer|keyring-provider|index-strategy|prerelease|module)|-[pmiCPf])$/;
/** Words of a command line, quotes taken off; enough to see which program it starts. */
function wordsOf(line) {
	return (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
/** True when the line is one simple command, so that its exit code is the tool's. */
function isSimple(line) {
	return !/[;&|<>`\n]|\$\(/.test(line.trim());
}
/** Takes off `uv run …`: what it starts, and the groups and extras that it asks for. */
function unwrapUvRun(words) {
	const groups = [];
	const extras = [];
	let index = 2;
	for (; index < words.length && words[index]?.startsWith("-") === true && words[index] !== "--"; index += 1) {
		const word = words[index] ?? "";
		const [option = "", attached] = word.split("=", 2);
		if (word === "-m" || word === "--module") break;
		const value = attached ?? words[index + 1];
		if (option === "--group" && value !== void 0) groups.push(value);
		if (option === "--extra" && value !== void 0) extras.push(value);
		if (attached === void 0 && UV_VALUE_OPTIONS.test(option)) index += 1;
	}
	if (words[index] === "--") index += 1;
	const rest = words.slice(index);
	return {
		words: rest[0] === "-m" || rest[0] === "--module" ? rest.slice(1) : rest,
		needs: {
			manager: "uv",
			groups,
			extras
		}
	};
}
function unwrap(words) {
	const [first, second] = words;
	const npm = {
		manager: "npm",
		groups: [],
		extras: []
	};
	const uv = {
		manager: "uv",
		groups: [],
		extras: []
	};
	if (first === "uv" && second === "run") {
		const inner = unwrapUvRun(words);
		return /^python[\d.]*$/.test(inner.words[0] ?? "") && inner.words[1] === "-m" ? {
			...inner,
			words: inner.words.slice(2)
		} : inner;
	}
	if (first === "uv" || first === "uvx") return {
		words: first === "uvx" ? words.slice(1) : words,
		needs: uv
	};
	if (first === "npx") return {
		words: words.slice(1).filter((word) => !/^(?:--no-install|--no|--yes|-y)$/.test(word)),
		needs: npm
	};
	if (first === "npm") return {
		words,
		needs: second === "audit" || second === "ci" ? null : npm
	};
	if (/^python[\d.]*$/.test(first ?? "") && second === "-m") return {
		words: words.slice(2),
		needs: null
	};
	return {
		words,
		needs: null
	};
}
/**
* Recognises the tool that a person's command starts, so that its exit codes can be told apart and its packages are
* installed. The command itself is never changed.
*
* @param run a shell line or a list of words
*/
function knowCommand(run) {
	const line = typeof run === "string" ? run.trim() : "";
	const words = typeof run === "string" ? wordsOf(line) : run;
	const start = words.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
	const unwrapped = unwrap(start === -1 ? [] : words.slice(start));
	const { needs } = unwrapped;
	if (typeof run === "string" && !isSimple(line)) return {
		...UNKNOWN,
		needs
	};
	const tool = TOOLS.find(({ words: wanted }) => wanted.every((word, index) => unwrapped.words[index] === word));
	if (tool === void 0) return {
		...UNKNOWN,
		needs
	};
	return {
		tool: tool.words[0] === "uv" || tool.words[0] === "npm" ? tool.words.join(" ") : tool.words[0] ?? null,
		exitCodes: tool.exitCodes,
		needs,
		network: tool.network === true,
		cpu: tool.cpu ?? (tool.network === true ? .1 : 1)
	};
}

// src/core/detect/own-gates.ts
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
/** A line that gives the person's variables to the command, and pastes at the repository's root. */
function reproduceOf(run, cwd, env) {
	const line = typeof run === "string" ? run.trim() : shellLine(run);
	const pairs = Object.entries(env).map(([name, value]) => `${name}=${shellLine([value])}`);
	if (pairs.length === 0) return fromRoot(cwd, line);
	const isSimple = !/[;&|\n]/.test(line);
	return fromRoot(cwd, isSimple ? `${pairs.join(" ")} ${line}` : `export ${pairs.join(" ")}; ${line}`);
}
/** Packages that the command needs: its own options, and what the gate needed that it replaces. */
function environmentOf$1(known, cwd, replaced) {
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
* The gate of an entry with `run`: whole, as the person wrote it.
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
	return {
		id: entry.id,
		tool: known.tool,
		run,
		reproduce: reproduceOf(run, cwd, env),
		cwd,
		env,
		needs: settings.needs ?? [],
		tier: settings.tier ?? "normal",
		required: settings.required ?? true,
		timeoutMs: settings.timeout ?? 18e5,
		cpu: settings.resources?.cpu ?? known.cpu,
		memoryBytes: settings.resources?.memory ?? null,
		locks: settings.resources?.locks ?? [],
		reports: reportsOf(settings) ?? [],
		inconclusive: settings.inconclusive ?? (kindOf(entry.id) === "audit" ? "warn" : "fail"),
		exitCodes: known.exitCodes,
		source: {
			file,
			line: entry.place.line
		},
		why: `${file} declares it${replaced === void 0 ? "" : `, in place of the command that ${replaced.source.file} shows`}.`,
		declared: true,
		environment: environmentOf$1(known, cwd, replaced),
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

// src/core/detect/merge.ts
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
function checkNeeds(merging) {
	const { gates, config, problems } = merging;
	const written = config.gates.filter(({ kind }) => kind === "gate").map(({ id }) => id);
	const declared = [...gates.values()].filter((gate) => gate.declared).map(({ id }) => id);
	const known = [.../* @__PURE__ */ new Set([...declared, ...written])];
	for (const entry of config.gates) {
		if (entry.kind === "off") continue;
		for (const [index, need] of (entry.settings.needs ?? []).entries()) {
			if (known.includes(need)) continue;
			const gate = gates.get(need);
			const nearest = nearestName(need, known.filter((id) => id !== entry.id));
			const why = config.gates.some((other) => other.kind === "off" && other.id === need) ? "is switched off" : gate !== void 0 ? `is only suggested; switch it on with \`${need}: {}\`` : `is no gate here; ${nearest === void 0 ? `gates are ${declared.join(", ")}` : `did you mean \`${nearest}\`?`}`;
			const place = config.placeOf([
				"gates",
				entry.id,
				"needs",
				index
			]);
			problems.push({
				where: config.file,
				...place,
				message: `gates.${entry.id}.needs names "${need}", which ${why}`
			});
		}
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
	return {
		gates: unfoldMatrices([...merging.gates.values()], matricesOf(config)),
		problems: merging.problems,
		notes: merging.notes
	};
}

// src/core/detect/node-reports.ts
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

// src/core/detect/node-scripts.ts
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

// src/core/detect/node-gates.ts
/** What stands between a script and a run: nothing installs packages of other managers, or without a lock. */
function environmentBlocker(pack) {
	if (pack.manager !== "npm") return `${pack.managerFrom} chooses ${pack.manager}, whose packages Turnpike does not install yet`;
	if (!pack.hasDependencies || pack.root.npmLock !== void 0) return void 0;
	return "no package-lock.json says which versions to install";
}
function environmentOf(pack) {
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
			environment: environmentOf(pack)
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
		environment: environmentOf(pack)
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

// src/core/detect/notes.ts
/** The first line of a library's message, without its code frame. */
function firstLine(error) {
	return ((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "").replace(/:$/, "").slice(0, 200);
}

// src/core/detect/node-package.ts
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
		isWorkspace: document["workspaces"] !== void 0
	};
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
		file: "setup.py",
		language: "Python without pyproject.toml",
		command: "python -m pytest"
	}
];
/**
* Languages without a preset: their gates are to be written down, and a person should read so.
*
* @param files every file of the repository
* @returns one entry a language that stands at the root
*/
function otherLanguages(files) {
	const all = new Set(files);
	return MANIFESTS.filter(({ file }) => all.has(file) && !(file === "setup.py" && all.has("pyproject.toml"))).map(({ file, language, command }) => ({
		kind: "tests",
		what: file,
		file,
		line: 1,
		reason: `${language} has no preset; declare its gates in turnpike.yml, such as \`tests: { run: ${command} }\``
	}));
}

// src/core/detect/uv-lock.ts
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

// src/core/detect/python-project.ts
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
		const document = asTable(parse(text));
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

// src/core/detect/workspace.ts
function readMember(text) {
	try {
		const project = asTable(asTable(parse(text))["project"]);
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

// src/core/detect/python-gate.ts
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

// src/core/detect/tool-config.ts
function readDocument(name, text) {
	if (name.endsWith(".toml")) return {
		table: asTable(parse(text)),
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
		const file = project.root.cwd === "." ? name : `${project.root.cwd}/${name}`;
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

// src/core/detect/versions.ts
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

// src/core/detect/python-linters.ts
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

// src/core/detect/python-lock.ts
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

// src/core/detect/python-safety.ts
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

// src/core/detect/python-tests.ts
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

// src/core/detect/python-types.ts
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
function valueAt(config, key) {
	let value = config.table;
	for (const part of key.split(".")) value = typeof value === "object" && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : void 0;
	return textList(value);
}
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
		const fixedBy = checker.scopeKeys.find((key) => valueAt(config, key).length > 0);
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

// src/core/detect/python-tools.ts
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
function inFolder(cwd, name) {
	return cwd === "." ? name : `${cwd}/${name}`;
}
function rootAt(cwd, files) {
	const find = (...names) => names.map((name) => inFolder(cwd, name)).find((path) => files.has(path));
	return {
		cwd,
		pyproject: find("pyproject.toml"),
		uvLock: find("uv.lock"),
		packageJson: find("package.json"),
		npmLock: find("npm-shrinkwrap.json", "package-lock.json"),
		otherLock: find(...OTHER_LOCKS)
	};
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
	const passedOver = [];
	const notOwn = /* @__PURE__ */ new Map();
	for (const file of files) {
		const cwd = dirname$1(file);
		if (cwd === "." || !/(?:^|\/)(?:uv\.lock|package-lock\.json|npm-shrinkwrap\.json)$/.test(file)) continue;
		const folder = cwd.split("/").find((part) => NOT_OWN.test(part));
		if (folder !== void 0) {
			const before = notOwn.get(folder);
			notOwn.set(folder, {
				file: before?.file ?? file,
				count: (before?.count ?? 0) + 1
			});
			continue;
		}
		if (roots.some((root) => root.cwd === cwd)) continue;
		if (roots.length >= MAX_ROOTS) {
			passedOver.push({
				file,
				reason: `only the first ${MAX_ROOTS} projects of a repository are looked at`
			});
			continue;
		}
		const root = rootAt(cwd, all);
		if (root.uvLock && root.pyproject || root.npmLock && root.packageJson) roots.push(root);
	}
	for (const [folder, { file, count }] of notOwn) {
		const what = count === 1 ? "a project" : `${count} projects`;
		passedOver.push({
			file,
			reason: `${what} below ${folder}/, which is taken for examples, fixtures or copies`
		});
	}
	return {
		roots,
		passedOver
	};
}

// src/core/detect/detect.ts
/** Wall time in ms that all gates together may take when nobody says otherwise. */
const DEFAULT_BUDGET_MS = 12e5;
const REASONS = {
	"too-large": "is too large to be read; nothing is detected in it",
	"not-utf8": "is not UTF-8 text; nothing is detected in it",
	outside: "is a link that leads out of the repository; it was not read",
	"not-a-file": "is not a regular file; it was not read",
	unreadable: "could not be read; nothing is detected in it"
};
function locksOf(roots) {
	return new Map(roots.flatMap(({ cwd, uvLock, npmLock }) => [...uvLock === void 0 ? [] : [[`uv\0${cwd}`, uvLock]], ...npmLock === void 0 ? [] : [[`npm\0${cwd}`, npmLock]]]));
}
/** Names that people give the file, and that are not read. */
const OTHER_CONFIG_NAMES = [
	"turnpike.yaml",
	".turnpike.yml",
	".turnpike.yaml",
	".github/turnpike.yml"
];
function strayConfigNotes(snapshot, config) {
	if (config !== void 0) return [];
	return OTHER_CONFIG_NAMES.filter((name) => snapshot.files.includes(name)).map((file) => ({
		file,
		line: null,
		message: "is not read: the configuration is turnpike.yml at the root, unless the input or option `config` names another"
	}));
}
function startNotes(snapshot) {
	const notes = snapshot.unreadable.map(({ file, reason }) => ({
		file,
		line: null,
		message: REASONS[reason]
	}));
	if (snapshot.isCut) notes.push({
		file: ".",
		line: null,
		message: `only the first ${snapshot.files.length} files were looked at`
	});
	return notes;
}
function detectGates(snapshot, presets) {
	const notes = startNotes(snapshot);
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
		if (root.cwd === ".") build = detectBuild(project, pack);
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
	leftOut.push(...otherLanguages(snapshot.files));
	return {
		gates: giveIds(drafts),
		build,
		locks: locksOf(roots),
		notes,
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
* @returns the plan with what was left out; or problems, when turnpike.yml names gates that are not there
*/
function planRepository(snapshot, config) {
	const chosen = config?.presets ?? "auto";
	const detection = detectGates(snapshot, chosen === "auto" ? ["python", "node"] : chosen === "none" ? [] : chosen);
	const merged = config === void 0 ? {
		gates: detection.gates,
		problems: [],
		notes: []
	} : mergeConfig(detection.gates, config);
	if (merged.problems.length > 0) return {
		ok: false,
		problems: merged.problems
	};
	const gates = merged.gates.filter(({ declared }) => declared);
	const notes = [
		...strayConfigNotes(snapshot, config),
		...detection.notes,
		...merged.notes
	];
	const suggestions = suggestionsOf(merged.gates);
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
			environments: joinNeeds(gates, detection.locks),
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
		const slash = path.lastIndexOf("/");
		const maxBytes = Object.hasOwn(LIMITS, path.slice(slash + 1)) ? LIMITS[path.slice(slash + 1)] : void 0;
		if (maxBytes === void 0 || path === configFile || path.split("/").length > 7) continue;
		wanted.push({
			path,
			maxBytes
		});
		if (wanted.length >= MAX_WANTED) break;
	}
	return wanted;
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
/** Nothing of the repository's runs: hooks and the file-system monitor are programs that its configuration may name. */
const SAFE = [
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"safe.directory=*"
];
const run = promisify(execFile);
/** Tracked files and untracked ones that are not ignored; undefined where git has no answer. */
async function listByGit(root) {
	const env = {
		...process.env,
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		LC_ALL: "C"
	};
	for (const name of [
		"GIT_DIR",
		"GIT_WORK_TREE",
		"GIT_INDEX_FILE",
		"GIT_OBJECT_DIRECTORY"
	]) Reflect.deleteProperty(env, name);
	try {
		const args = [
			...SAFE,
			"ls-files",
			"-z",
			"--cached",
			"--others",
			"--exclude-standard"
		];
		const { stdout } = await run("git", args, {
			cwd: root,
			env,
			timeout: GIT_TIMEOUT_MS,
			maxBuffer: MAX_LIST_BYTES
		});
		const files = stdout.split("\0").filter((file) => file !== "");
		return files.length === 0 ? void 0 : files;
	} catch {
		return;
	}
}
async function listByWalk(root) {
	const files = [];
	let level = [""];
	for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
		const next = [];
		for (const folder of level) {
			const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
			for (const entry of entries) {
				const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
				if (!entry.isDirectory()) files.push(path);
				else if (!SKIPPED.has(entry.name)) next.push(path);
				if (files.length > MAX_FILES) return files;
			}
		}
		level = next;
	}
	return files;
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
	return {
		files: files.filter((file) => !missing.has(file)),
		texts,
		unreadable,
		isCut: listed.length > MAX_FILES
	};
}

// src/adapters/node/read-plan.ts
const CONFIG_FILE = "turnpike.yml";
function invalid(problems) {
	const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
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
	if (text === void 0) return {
		config: void 0,
		problems: []
	};
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
	options.onSnapshot?.(snapshot);
	const { config, problems } = await readConfig(snapshot, file);
	const planned = planRepository(snapshot, config);
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

export { kindOf as a, asTable as c, planRepository as i, asText as l, readPlanned as n, tomlLines as o, readSnapshot as r, asList as s, readPlan as t };