import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { i as NodeChangeSet, r as topLevelOf, t as renderDifference } from "./difference.js";
import { t as definedVariables } from "./environment2.js";
import { t as GitProgram } from "./git2.js";
import { t as NodeProcesses } from "./processes.js";
import { t as styles } from "./styles.js";
import { n as TurnpikeError } from "./errors.js";
import { _ as triggersFor, a as choosePin, d as CHECK_NAME, f as renderCaller, n as readAdoptTexts, p as roadJob, t as readOwnCopy } from "./own-copy.js";
import { n as parseWorkflowFile, t as projectRoot } from "./project-root.js";
import { a as evaluateText } from "./evaluate.js";
import { i as toValue, n as readStrategy, t as legName } from "./matrix.js";
import { a as kindOf, i as planRepository, n as readPlanned, r as readSnapshot } from "./read-plan.js";
import { t as require_dist } from "./dist.js";
import { t as parseConfig } from "./config.js";
import { t as commandLine } from "./plan-document.js";
import { n as renderTable } from "./table.js";
import { t as countOf } from "./format.js";
import { n as oneLine, r as plainText } from "./text.js";
import { createHash } from "node:crypto";

// src/core/migrate/check-difference.ts
/**
* @param checks names before and after
* @returns which names go and come; names that only a run can tell and that go are in `unknown`
*/
function differenceOf({ before, after }) {
	return {
		gone: before.names.filter((name) => !after.names.includes(name)),
		added: after.names.filter((name) => !before.names.includes(name)),
		unknown: before.unknown.filter((name) => !after.unknown.includes(name))
	};
}

// src/core/migrate/references.ts
function all(source, pattern) {
	return new Set([...source.matchAll(pattern)].map(([, a, b]) => a ?? b ?? "").filter((name) => name !== ""));
}
/**
* @param source YAML of a step or a job, expressions included
* @returns what it refers to; a word in a comment counts too, which only ever keeps more
*/
function referencesOf(source) {
	return {
		steps: all(source, /\bsteps\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])/g),
		needs: all(source, /\bneeds\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])\s*\./g),
		allNeeds: /\btoJSON\(\s*needs\s*\)|\bneeds\s*\.\s*\*/i.test(source),
		secrets: [...all(source, /\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])/g)].filter((name) => name !== "GITHUB_TOKEN"),
		hasExpression: source.includes("${{")
	};
}

// src/core/migrate/job-conditions.ts
function isRecord$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** @returns how many combinations a job runs in; one without a matrix */
function legsOf({ matrix }) {
	if (matrix === void 0) return {
		count: 1,
		text: ""
	};
	if (!isRecord$1(matrix)) return {
		count: void 0,
		text: "computed when it runs"
	};
	const { include, exclude, ...vectors } = matrix;
	const lists = Object.entries(vectors);
	const isStatic = [...lists.map(([, value]) => value), include ?? []].every(Array.isArray);
	const sizeOf = (value) => Array.isArray(value) ? String(value.length) : "computed";
	const further = Array.isArray(include) && include.length > 0 ? [`include (${include.length})`] : [];
	const text = [...lists.map(([key, value]) => `${key} (${sizeOf(value)})`), ...further].join(", ");
	if (!isStatic) return {
		count: void 0,
		text
	};
	const product = lists.reduce((count, [, value]) => count * (Array.isArray(value) ? value.length : 1), lists.length > 0 ? 1 : 0);
	const own = Array.isArray(include) ? include.length : 0;
	const count = product + own - (Array.isArray(exclude) ? exclude.length : 0);
	return {
		count: Math.max(count, product > 0 || own > 0 ? 1 : 0),
		text
	};
}
function runsOnLinux(job) {
	const { runsOn, matrix } = job;
	if (/matrix\./.test(runsOn)) return /ubuntu/.test(`${runsOn}${JSON.stringify(matrix)}`) || !/windows|macos/i.test(JSON.stringify(matrix) ?? "");
	return /^"?ubuntu-|^\["ubuntu-[\w.]+"\]$/.test(runsOn);
}
/**
* @param job a job with steps
* @returns why nothing in it can be the road's, as a clause; undefined when something may
*/
function jobObstacle(job) {
	if (job.services.length > 0) return `the job has services (${job.services.join(", ")}), which the road does not start`;
	if (job.container) return "the job runs in a container of its own; the road runs on the runner";
	if (job.environment) return "the job belongs to a deployment environment";
	if (!runsOnLinux(job)) return /windows|macos/i.test(job.runsOn) ? `the job runs on ${job.runsOn}; the road runs on Linux` : `the job runs on ${job.runsOn || "a runner that nothing names"}; the road runs on ubuntu-latest`;
	const { secrets } = referencesOf(Object.values(job.env).join("\n"));
	if (secrets.length > 0) return `the job reads the secret ${secrets.join(", ")}; the road's checks have none`;
	if (job.condition !== null && /\bfailure\(\)/.test(job.condition)) return "the job runs when something has failed";
}
/** Variables that colour, quieten or speed up, and judge nothing. */
const NEUTRAL_VARIABLES = /^(?:FORCE_COLOR|NO_COLOR|PY_COLORS|CLICOLOR\w*|TERM|CI|COLUMNS|PIP_\w+|PYTHONUNBUFFERED|PYTHONDONTWRITEBYTECODE|UV_(?!INDEX|EXTRA|DEFAULT|RESOLUTION|PRERELEASE)\w+|NPM_CONFIG_\w+|npm_config_\w+|HATCH_VERBOSE|PRE_COMMIT_COLOR|PRE_COMMIT_HOME|TOX_(?:COLORED|PARALLEL_NO_SPINNER)|SETUPTOOLS_SCM_\w+|SOURCE_DATE_EPOCH|GITHUB_CONTEXT|GITHUB_TOKEN|GH_TOKEN|RUFF_OUTPUT_FORMAT|NODE_OPTIONS)$/;
/**
* @param env variables around a command
* @param own variables that the gate sets itself
* @returns the names of those that may change what is judged and that the gate does not have
*/
function missingVariables(env, own) {
	return Object.entries(env).filter(([name, value]) => !NEUTRAL_VARIABLES.test(name) && own[name] !== value).map(([name]) => name);
}

// src/core/declarations/folders.ts
/**
* @param from a folder relative to the root, `.` for the root
* @param to a path relative to it
* @returns the folder that it leads to; undefined when it is absolute or leads out of the repository
*/
function enterFolder(from, to) {
	if (to.startsWith("/") || to.startsWith("~") || /^[A-Za-z]:/.test(to) || to === "-") return void 0;
	const parts = from === "." ? [] : from.split("/");
	for (const part of to.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return void 0;
	}
	return parts.length === 0 ? "." : parts.join("/");
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
	{ words: ["catchsegv"] }
];
const PYTHON = /^(?:python|pypy)(?:\d+(?:\.\d+)?)?t?(?:\.exe)?$/;
const PYTHON_VALUES = /^-[XWQ]$/;
const BINARY = /^(?:.*\/)?(?:[^/]*v?env[^/]*\/(?:bin|Scripts)|node_modules\/\.bin)\/([^/]+)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
/** Behind a path into an environment's programs stands the program. */
function withoutPath(words) {
	const name = BINARY.exec(words[0] ?? "")?.[1];
	return name === void 0 ? words : [name.replace(/\.exe$/, ""), ...words.slice(1)];
}
function startOf$1(words, rule) {
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
		if (rule.assigns === true && ASSIGNMENT.test(word)) {
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
	const start = startOf$1(words, rule);
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
	if (!PYTHON.test(words[0] ?? "")) return void 0;
	let index = 1;
	while (index < words.length && words[index] !== "-m" && /^-[A-Za-z]/.test(words[index] ?? "")) index += PYTHON_VALUES.test(words[index] ?? "") ? 2 : 1;
	const program = words[index + 1];
	if (words[index] !== "-m" || program === void 0) return void 0;
	const launcher = {
		name: "python -m",
		options: [words[0] ?? "", ...words.slice(1, index)]
	};
	return {
		words: words.slice(index + 1),
		launcher,
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

// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
	return code >= 48 && code <= 55;
}
function isHex(code) {
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
		while (end < limit && end - digitsStart < 2 && isHex(source.charCodeAt(end))) end++;
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
				while (pos < limit && pos - digitsStart < maxDigits && isHex(source.charCodeAt(pos))) pos++;
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
	return new Parser(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
	return new Parser(source, start, end, depth, parenBoundary, void 0, context).run();
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
		const found = new Parser(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
		if (pending.length === count) {
			boundaries.set(boundary.start, found);
			if (found !== -1) substitutionBoundaries(context).set(boundary.start, found);
			pending.pop();
		}
	}
	return boundaries.get(start) ?? -1;
}
var Parser = class {
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

// src/core/declarations/shell-words.ts
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
function expansion(part, lookup) {
	switch (part.type) {
		case "SimpleExpansion": return lookup(part.text.slice(1)) ?? unknown(part.text);
		case "ParameterExpansion": return parameter(part, lookup);
		case "CommandExpansion":
		case "ArithmeticExpansion": return unknown(part.text);
		default: return;
	}
}
function quotedPieces(parts, lookup) {
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
function piecesOf(parts, word, lookup, tilde) {
	if (tilde && /^~(?:$|[/+\w-])/.test(word.text)) return new NotBefore("a shell must unfold `~`", false);
	if (parts.length === 0) return [{
		text: word.value,
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
/** @returns the value that an assignment gives; undefined when it is a list, or known only when it runs */
function assignedValue(value, lookup) {
	if (value.type === "ArrayValue") return void 0;
	const pieces = piecesOf(value.parts ?? [], value, lookup, true);
	if (pieces instanceof NotBefore) return void 0;
	const text = pieces.map((piece) => piece.text).join("");
	return text.includes("") ? void 0 : text;
}
/** @returns the words as a line that a shell reads back as the same words */
function quoteWords(words) {
	return words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}

// src/core/declarations/shell-context.ts
/** Of one text; a bound against texts written to be slow. */
const MAX_VARIABLES = 500;
const DECLARES = /* @__PURE__ */ new Set([
	"export",
	"declare",
	"local",
	"readonly",
	"typeset"
]);
const TOP = /^\$\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR)\}?(?:\/(.*))?$/;
/** What commands of a shell text change for those that follow. */
var ShellContext = class ShellContext {
	#start;
	/** Names whose value is known only when it runs. */
	#unknown;
	cwd;
	env;
	constants;
	constructor(around, inner = {}, unknown = []) {
		this.#start = around.cwd;
		this.cwd = "cwd" in inner ? inner.cwd : around.cwd;
		this.env = { ...inner.env ?? around.env };
		this.constants = { ...inner.constants ?? around.constants };
		this.#unknown = new Set(unknown);
	}
	/** @returns a copy, as a subshell has it */
	copy() {
		return new ShellContext({ cwd: this.#start }, this, this.#unknown);
	}
	lookup = (name) => {
		if (this.#unknown.has(name)) return void 0;
		if (Object.hasOwn(this.constants, name)) return this.constants[name];
		return Object.hasOwn(this.env, name) ? this.env[name] : void 0;
	};
	/** From here on the value of the name is known only when it runs. */
	forget(name) {
		this.#set(name, void 0, false);
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
			if (name === "export") for (const { value } of words) this.#export(value);
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
		for (const { name, value, append, index } of assignments) {
			const text = index === void 0 && certain ? assignedValue(value, this.lookup) : void 0;
			const before = append === true ? this.lookup(name) : "";
			this.#set(name, text === void 0 || before === void 0 ? void 0 : before + text, exported);
		}
	}
	#target(words) {
		const target = words.find(({ value }) => !/^-(?:-|P|L)$/.test(value));
		if (target === void 0 || this.cwd === void 0) return void 0;
		const top = TOP.exec(target.value.replaceAll(/^"|"$/g, ""));
		if (top !== null) return enterFolder(".", top[1] ?? ".");
		if (target.value === "-") return this.#start;
		const expanded = expandWord(target, this.lookup);
		const [field] = expanded.kind === "fields" ? expanded.fields : [];
		return field === void 0 ? void 0 : enterFolder(this.cwd, field);
	}
	#set(name, value, exported) {
		const isExported = exported || Object.hasOwn(this.env, name);
		delete this.constants[name];
		delete this.env[name];
		this.#unknown.delete(name);
		if (value === void 0 || Object.keys(this.env).length > MAX_VARIABLES) this.#unknown.add(name);
		else if (isExported) this.env[name] = value;
		else this.constants[name] = value;
	}
	#export(name) {
		if (Object.hasOwn(this.constants, name)) this.#set(name, this.constants[name], true);
	}
};
function isAssignment(one) {
	return typeof one === "object" && one !== null && "type" in one && one.type === "Assignment";
}

// src/core/declarations/shell-forms.ts
/** Commands that do nothing a reader of declarations wants to know. */
const SILENT = /* @__PURE__ */ new Set([
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
const CONDITION = {
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
	If: CONDITION,
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

// src/core/declarations/shell-reader.ts
const PLAIN = {
	mayFail: false,
	doubts: []
};
/** Of one list of commands; a bound against texts written to be slow. */
const MAX_COMMANDS = 1e3;
const ELSEWHERE = "its folder is known only when it runs";
/** Walks the tree of one shell text and collects its commands. */
var ShellReader = class {
	#source;
	#start;
	#lineEnds;
	#functions = /* @__PURE__ */ new Set();
	#context;
	#ended = false;
	constructor(source, around) {
		this.#source = source;
		this.#start = around.cwd;
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
	script(script, manner = PLAIN) {
		const commands = [];
		for (const { command, background } of script.commands) {
			if (this.#ended || commands.length >= MAX_COMMANDS) break;
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
			default: return this.#compound(node, manner);
		}
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
		const text = this.#source.slice(node.pos, node.end);
		for (const [, loop, assigned] of text.matchAll(LOOP_VARIABLES)) this.#context.forget(loop ?? assigned ?? "");
		if (inner.type !== "Subshell" && /(?:^|[\s;&|(])(?:cd|pushd|popd)\s/.test(text)) this.#context.cwd = void 0;
		return commands;
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
		const { commands, operators } = node;
		const first = operators.indexOf("||") + 1;
		if (first === 0) return this.#chain(commands, manner);
		const rest = commands[first];
		const meaning = rest === void 0 || first !== commands.length - 1 ? "other" : alternativeOf(rest);
		if (meaning === "other" || commands.slice(0, first).some(isTest)) return this.#whole({
			node,
			doubt: "`||` chooses what runs when it runs",
			unsure: true
		}, manner);
		return this.#chain(commands.slice(0, first), {
			...manner,
			mayFail: manner.mayFail || meaning === "ignored"
		});
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
		if (SILENT.has(name)) return [];
		if (name === "exit" || name === "return") {
			this.#ended = isSure;
			return [];
		}
		const args = node.suffix.filter((one) => one.type === "Word");
		if (this.#context.apply(name, node.suffix, args, isSure)) return [];
		return this.#plain(node, this.#leading(assignments), manner);
	}
	#plain(node, env, manner) {
		const words = [];
		let changed = false;
		for (const word of [node.name, ...node.suffix]) {
			if (word?.type !== "Word" && word?.type !== "Assignment") continue;
			const expanded = word.type === "Word" ? expandWord(word, this.#context.lookup) : this.#inWord(word);
			if (expanded.kind === "shell") return this.#whole({
				node,
				env,
				...expanded
			}, manner);
			words.push(...expanded.fields);
			changed = changed || expanded.changed;
		}
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
		const own = Object.entries(env).map(([key, value]) => `${key}=${quoteWords([value])} `);
		const text = changed ? `${own.join("")}${quoteWords(words)}` : this.#textOf(node);
		return this.#add({
			node,
			text,
			words,
			env
		}, manner);
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
		const text = this.#textOf(found.node);
		const names = new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
		const front = Object.entries(this.#context.constants).filter(([name]) => names.has(name)).map(([name, value]) => `${name}=${quoteWords([value])}; `).join("");
		return this.#add({
			...found,
			text: front + text
		}, manner);
	}
	#textOf(node) {
		const text = this.#source.slice(node.pos, node.end).trim();
		return text.includes("<<") ? text : text.replaceAll(/[ \t]*\\\n[ \t]*/g, " ");
	}
	#add({ node, text, words, doubt, unsure, env, appends }, manner) {
		const { cwd } = this.#context;
		const isUnsure = unsure === true || manner.doubts.length > 0 || cwd === void 0;
		return [{
			line: this.lineAt(node.pos),
			text: text ?? this.#textOf(node),
			words: words ?? null,
			env: {
				...this.#context.env,
				...env
			},
			cwd: cwd ?? this.#start,
			mayFail: manner.mayFail,
			certainty: isUnsure ? "unsure" : doubt === void 0 ? "certain" : "likely",
			doubts: [
				...manner.doubts,
				...doubt === void 0 ? [] : [doubt],
				...cwd === void 0 ? [ELSEWHERE] : []
			],
			appends
		}];
	}
};

// src/core/declarations/shell.ts
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

// src/core/migrate/commands.ts
/** Output that is also kept in a file changes nothing of what a command judges. */
const TEE = /\s*(?:2>&1\s*)?\|\s*tee\s+(?:-a\s+)?[^\s|;&]+[ \t]*$/gm;
/** What is computed for a file of the job's is set-up, whatever it takes to compute it. */
const APPENDS = ["echo"];
/**
* Takes a script apart where it is nothing but commands one after another.
*
* @param script of a `run`
* @param cwd where it runs, relative to the repository's root
* @returns its commands; undefined when it needs a shell to be understood (pipes, loops, substitutions, expressions)
*/
function commandsOf(script, cwd) {
	const { commands, faults } = readShell(script.replaceAll(TEE, ""), { cwd });
	if (faults.length > 0) return void 0;
	const simple = [];
	for (const command of commands) {
		const words = command.appends === void 0 ? command.words : APPENDS;
		if (words === null) return void 0;
		simple.push({
			words,
			text: command.text,
			cwd: command.cwd,
			env: command.env,
			mayFail: command.mayFail
		});
	}
	return simple;
}
/**
* What a command starts in the end: without `uv run …`, `python -m`, `npx` and the like, and `npm test` as `npm run test`.
*
* @param words of a command
*/
function unwrapped(words) {
	const bare = unwrapLaunchers(words).words;
	const [first = "", second = ""] = bare;
	if (/^(?:npm|pnpm|yarn|bun)$/.test(first) && /^(?:test|t|tst)$/.test(second)) return [
		first,
		"run",
		"test",
		...bare.slice(2)
	];
	if (/^(?:npm|pnpm)$/.test(first) && second === "run-script") return [
		first,
		"run",
		...bare.slice(2)
	];
	return bare;
}

// src/core/migrate/command-kind.ts
const SET_UP = [
	/^(?:pip[\d.]*|uv pip|pipx|uv tool|poetry|pdm|rye) (?:install|upgrade|inject|ensurepath|sync)\b/,
	/^uv (?:sync|venv|python install|self update|lock --check)\b/,
	/^(?:npm|pnpm) (?:ci|i|install|config|cache)\b/,
	/^yarn(?: install)?(?: --\S+)*$/,
	/^bun install\b/,
	/^corepack (?:enable|prepare)\b/,
	/^(?:poetry|pdm|hatch) (?:config|env|self)\b/,
	/^(?:poetry|pdm)(?: --\S+)* install\b/,
	/^(?:echo|printf|mkdir|ls|pwd|which|env|printenv|cat|date|true|virtualenv|git fetch|git config)\b/,
	/^(?:python[\d.]*|pip[\d.]*|uv|node|npm|pnpm|yarn|tox|nox|git|which) (?:-V+|-v|--version|list|freeze|debug|check)\b/,
	/^source \S*activate$|^\. \S*activate$/,
	/^(?:tox|nox)\b.*\s(?:--notest|--install-only)\b/
];
const BUILD = /^(?:uv build|build|pyproject-build|hatch build|poetry(?: --\S+)* build|pdm build|flit build|npm pack)\b/;
const INSPECT = /^(?:twine check|check-wheel-contents|wheel-inspect)\b/;
const COVERAGE = /^(?:coverage|codecov|coveralls|smokeshow|diff-cover|genbadge)\b/;
const SBOM = /^(?:cyclonedx-py|cyclonedx-npm|syft|npm sbom|uv export --format cyclonedx\S*)\b/;
const SIGN = /^(?:sigstore sign|cosign (?:sign|attest)|gpg)\b/;
const PUBLISH = /^(?:twine upload|uv publish|poetry publish|pdm publish|hatch publish|flit publish|npm publish|pnpm publish|gh release|docker push|docker buildx)\b/;
/**
* @param command one command
* @returns what it is for; `other` when nothing is known of it
*/
function kindOfCommand(command) {
	const whole = command.words.join(" ");
	const inner = unwrapped(command.words).join(" ");
	const fits = (pattern) => pattern.test(inner) || pattern.test(whole);
	if (SET_UP.some(fits)) return "set-up";
	if (fits(PUBLISH)) return "publish";
	if (fits(BUILD)) return "build";
	if (fits(INSPECT)) return "inspect";
	if (fits(SBOM)) return "sbom";
	if (fits(SIGN)) return "sign";
	return fits(COVERAGE) ? "coverage" : "other";
}
/** True when the tool's answer does not depend on the interpreter that happens to be there, nor on the system. */
function isSameEverywhere(command) {
	return /^(?:ruff|prettier|biome|codespell|black|isort|eslint|zizmor|actionlint)\b/.test(unwrapped(command.words).join(" "));
}

// src/core/migrate/known-actions.ts
/** By repository (and path, where it matters); the first that fits counts. */
const ACTIONS = [
	[/^actions\/checkout$/, "checkout"],
	[/^actions\/cache(?:\/(?:restore|save))?$/, "cache"],
	[/^actions\/upload-artifact$/, "upload"],
	[/^actions\/download-artifact$/, "download"],
	[/^actions\/(?:attest|attest-build-provenance|attest-sbom)$/, "sign"],
	[/^(?:slsa-framework\/|sigstore\/(?:cosign-installer|gh-action-sigstore-python))/, "sign"],
	[/^anchore\/sbom-action$|^cyclonedx\/gh-/i, "sbom"],
	[/^(?:codecov\/codecov-action|coverallsapp\/github-action|AndreMiras\/coveralls-python-action)$/, "coverage"],
	[/^re-actors\/alls-green$/, "aggregate"],
	[/^(?:dorny\/paths-filter|tj-actions\/changed-files|Ana06\/get-changed-files)$/, "filter"],
	[/^hynek\/build-and-inspect-python-package$/, "build"],
	[/^(?:pypa\/gh-action-pypi-publish|JS-DevTools\/npm-publish|softprops\/action-gh-release|ncipollo\/release-action)$/, "publish"],
	[/^(?:docker\/build-push-action|actions\/create-release|actions\/upload-release-asset)$/, "publish"],
	[/^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|cloudflare\/wrangler-action|JamesIves\/github-pages-deploy-action)$/, "deploy"],
	[/^(?:github\/codeql-action|ossf\/scorecard-action|actions\/dependency-review-action)/, "scan"],
	[/^(?:dessant\/lock-threads|actions\/(?:stale|labeler|github-script|add-to-project)|peter-evans\/)/, "automation"],
	[/^actions\/setup-(?:python|node)$/, "set-up"],
	[/^(?:astral-sh\/setup-uv|hynek\/setup-cached-uv|yezz123\/setup-uv)$/, "set-up"],
	[/^(?:snok\/install-poetry|abatilo\/actions-poetry|pdm-project\/setup-pdm|pypa\/hatch|wntrblm\/nox)$/, "set-up"],
	[/^(?:pnpm\/action-setup|oven-sh\/setup-bun|actions\/setup-(?:go|java|dotnet))$/, "set-up"]
];
/**
* @param uses as it is written
* @returns owner, name and path, without the ref
*/
function actionName(uses) {
	return uses.replace(/@[^@]*$/, "").trim();
}
/**
* @param uses as it is written
* @returns what the action is for; undefined when it is not known
*/
function kindOfAction(uses) {
	const name = actionName(uses);
	return ACTIONS.find(([pattern]) => pattern.test(name))?.[1];
}
/** Actions that only start a tool: the command that they stand for, as their own documentation says. */
function commandOfAction(uses, inputs) {
	const split = (text, fallback) => (text ?? fallback).split(/\s+/).filter((word) => word !== "");
	switch (actionName(uses)) {
		case "pre-commit/action": return [
			"pre-commit",
			"run",
			...split(inputs["extra_args"], "--all-files")
		];
		case "astral-sh/ruff-action": return [
			"ruff",
			...split(inputs["args"], "check"),
			...split(inputs["src"], "")
		];
		case "chartboost/ruff-action": return [
			"ruff",
			...split(inputs["args"], "check"),
			...split(inputs["src"], ".")
		];
		case "psf/black": return [
			"black",
			...split(inputs["options"], "--check --diff"),
			...split(inputs["src"], ".")
		];
		case "zizmorcore/zizmor-action": return ["zizmor", ...split(inputs["inputs"], ".")];
		case "codespell-project/actions-codespell": return ["codespell", ...split(inputs["path"], "")];
		default: return;
	}
}

// src/core/migrate/match-gate.ts
/** Options that change what is shown or kept, not what is judged. */
const NEUTRAL = /^(?:-v+|-q+|-r[a-zA-Z]+|--verbose|--quiet|--silent|--no-progress|--pretty|--show-error-codes|--no-cache|--no-fix|--diff|--show-diff-on-failure|--color(?:=\S+)?|--output-format(?:=\S+)?|--output-file=\S+|--format=\S+|--durations=\d+|--junit-?xml=\S+|--junit_xml=\S+|--no-incremental|--tb=\S+|--strict-markers)$/;
/** Neutral options whose value is the next word. */
const NEUTRAL_PAIRS = /^(?:--output-format|--output-file|--junit-?xml|--color|-o|-p|--durations|--cache-dir)$/;
/** A pair of `-o` or `-p` is neutral only for what the engine itself adds. */
const NEUTRAL_VALUES = /^(?:junit_\S+|cache_dir=\S+|no:cacheprovider)$/;
function essentials(words) {
	const kept = [];
	const bare = unwrapped(words);
	for (let index = 0; index < bare.length; index += 1) {
		const word = bare[index] ?? "";
		const value = bare[index + 1] ?? "";
		if (NEUTRAL_PAIRS.test(word) && (!/^-[op]$/.test(word) || NEUTRAL_VALUES.test(value))) index += 1;
		else if (!NEUTRAL.test(word)) kept.push(word.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1"));
	}
	return kept.filter((word, index) => index === 0 || word !== ".");
}
function commandsOfGate(gate) {
	const { run } = gate;
	if (typeof run !== "string") return [run];
	return (commandsOf(run, ".") ?? []).map(({ words }) => words);
}
function isSame$1(a, b) {
	return a.length === b.length && a.every((word, index) => word === b[index]);
}
/**
* Finds the gate that does what a command does: the same tool on the same arguments in the same folder. Options that only
* change what is shown do not count.
*
* @param words of the command
* @param cwd where it runs, relative to the repository's root
* @param gates of the plan
*/
function gateFor(words, cwd, gates) {
	const wanted = essentials(words);
	if (wanted.length === 0) return void 0;
	return gates.find((gate) => gate.cwd === cwd && commandsOfGate(gate).some((own) => isSame$1(essentials(own), wanted)));
}
/** @returns whether a gate is declared by one of these lines of a file */
function isDeclaredAt(gate, file, first, last) {
	return gate.source.file === file && gate.source.line >= first && gate.source.line <= last;
}

// src/core/migrate/role.ts
const stays = (why) => ({
	kind: "stays",
	why
});
const WHAT = {
	checkout: "checks the repository out",
	cache: "keeps a cache",
	"set-up": "sets up a tool",
	filter: "decides which jobs run"
};
const OTHER_ACTIONS = {
	deploy: "it deploys; the road does not",
	scan: "it scans with a service of GitHub's; the road does not",
	automation: "it works on issues, pull requests or the repository; the road does not"
};
function uploadOf(step) {
	const paths = step.with["path"] ?? "";
	const name = step.with["name"] ?? "artifact";
	if (/cover|htmlcov/i.test(`${paths} ${name}`)) return {
		kind: "upload",
		name,
		what: "other"
	};
	if (/(?:^|\/)dist\b|\.whl|\.tar\.gz|\.tgz/.test(paths)) return {
		kind: "upload",
		name,
		what: "build"
	};
	return {
		kind: "upload",
		name,
		what: /junit|test-?results|reports?\b|\.sarif|\.log\b|(?:^|\/)logs?\b|-report/i.test(paths) ? "reports" : "other"
	};
}
function actionRole(step, uses, context) {
	const command = commandOfAction(uses, step.with);
	if (command !== void 0) return commandRole(step, [{
		words: command,
		text: command.join(" "),
		cwd: ".",
		env: {},
		mayFail: false
	}], context);
	const kind = kindOfAction(uses);
	switch (kind) {
		case "checkout": return checkoutRole(step);
		case "cache":
		case "set-up":
		case "filter": return {
			kind: "set-up",
			what: WHAT[kind] ?? "sets up"
		};
		case "upload": return uploadOf(step);
		case "download": return {
			kind: "download",
			name: step.with["name"] ?? null
		};
		case "sign": return {
			kind: "evidence",
			what: "signature"
		};
		case "sbom": return {
			kind: "evidence",
			what: "SBOM"
		};
		case "coverage":
		case "aggregate":
		case "build": return { kind };
		case "publish": return {
			kind: "publish",
			why: "it publishes; the road hands over what it built and signed"
		};
		case "deploy":
		case "scan":
		case "automation": return stays(OTHER_ACTIONS[kind] ?? "");
		case void 0: return unknownAction(uses);
	}
}
function checkoutRole(step) {
	const elsewhere = step.with["repository"];
	if (elsewhere !== void 0) return stays(`it checks out ${elsewhere}, another repository`);
	return {
		kind: "set-up",
		what: "checks the repository out"
	};
}
function unknownAction(uses) {
	const name = actionName(uses);
	if (!/^\.|^\$/.test(name)) return stays(`the road has nothing in place of ${name}`);
	const last = name.split("/").at(-1) ?? "";
	return /^(?:set-?up|install|prepare|bootstrap|init)/i.test(last) ? {
		kind: "set-up",
		what: "is the repository's own set-up action, by its name"
	} : stays("it is an action of the repository's own; the road does not look into it");
}
function folderOf(step, { job, workflow }) {
	const parts = (step.cwd ?? job.cwd ?? workflow.cwd ?? ".").split("/").filter((part) => part !== "" && part !== ".");
	return parts.length === 0 ? "." : parts.join("/");
}
function environmentOf(step, { job, workflow }) {
	return {
		...workflow.env,
		...job.env,
		...step.env
	};
}
/** Why a command that a gate runs cannot be left to the gate here; undefined when it can. */
function doubtOf(step, matched, context) {
	const legs = legsOf(context.job);
	if (!(legs.count === 1 || /\bmatrix\.[\w.-]+\s*==\s*['"]?(?!win|mac)/i.test(step.condition ?? "")) && !matched.every(({ command }) => isSameEverywhere(command))) return `it runs in ${legs.count === void 0 ? "several combinations" : `${legs.count} combinations`} of ${legs.text}; the road runs one, on Linux`;
	const { secrets } = referencesOf(step.source);
	if (secrets.length > 0) return `it reads the secret ${secrets.join(", ")}; the road's checks have none`;
	const tolerant = matched.find(({ command, gate }) => (step.mayFail || command.mayFail) && gate.required);
	if (tolerant !== void 0) return `its failure is tolerated here, and the gate ${tolerant.gate.id} is required`;
	const env = environmentOf(step, context);
	for (const { gate, command } of matched) {
		const [name] = missingVariables({
			...env,
			...command.env
		}, gate.env);
		if (name !== void 0) return `it runs with ${name} set, and the gate ${gate.id} does not`;
	}
}
function commandRole(step, commands, context) {
	const working = commands.map((command) => ({
		command,
		kind: kindOfCommand(command),
		gate: gateFor(command.words, command.cwd, context.gates)
	})).filter(({ kind, gate }) => gate !== void 0 || kind !== "set-up");
	if (working.length === 0) return {
		kind: "set-up",
		what: "installs or prepares"
	};
	const matched = working.flatMap(({ command, gate }) => gate === void 0 ? [] : [{
		command,
		gate
	}]);
	if (matched.length === working.length) {
		const doubt = doubtOf(step, matched, context);
		return doubt === void 0 ? {
			kind: "gate",
			gates: [...new Set(matched.map(({ gate }) => gate))]
		} : stays(doubt);
	}
	const rest = working.filter(({ gate }) => gate === void 0);
	const [first] = rest;
	const only = (kind) => rest.every((one) => one.kind === kind) && matched.length === 0;
	if (rest.some(({ kind }) => kind === "publish")) return {
		kind: "publish",
		why: "it publishes; the road hands over what it built and signed"
	};
	if (only("build")) return { kind: "build" };
	if (only("inspect")) return { kind: "inspect" };
	if (rest.every(({ kind }) => kind === "coverage") || only("coverage")) return { kind: "coverage" };
	if (only("sbom")) return {
		kind: "evidence",
		what: "SBOM"
	};
	if (only("sign")) return {
		kind: "evidence",
		what: "signature"
	};
	const also = matched.length === 0 ? "" : "also ";
	return stays(`it ${also}runs \`${first?.command.text.slice(0, 80)}\`, which no gate of the plan runs`);
}
function scriptRole(step, script, context) {
	const { allNeeds } = referencesOf(step.source);
	if (allNeeds) return { kind: "aggregate" };
	if (step.shell !== null && !/^(?:bash|sh)\b/.test(step.shell)) return stays(`it is written for ${step.shell}`);
	const declared = context.gates.filter((gate) => isDeclaredAt(gate, step.file, step.lines.first, step.lines.last));
	const commands = commandsOf(script, folderOf(step, context));
	if (commands === void 0) {
		if (/\$\{\{/.test(script)) return stays("its command holds an expression, which only a run can fill in");
		return stays("its script does more than start commands one after another");
	}
	const role = commandRole(step, commands, context);
	if (role.kind !== "stays" || declared.length === 0) return role;
	const working = commands.filter((command) => kindOfCommand(command) !== "set-up");
	if (working.length > declared.length) return role;
	const doubt = doubtOf(step, declared.flatMap((gate, index) => working[index] === void 0 ? [] : [{
		command: working[index],
		gate
	}]), context);
	return doubt === void 0 ? {
		kind: "gate",
		gates: declared
	} : stays(doubt);
}
/**
* What a step is for, by itself: what other steps need of it is decided later.
*
* @param step the step
* @param context where it stands and what the road runs
*/
function roleOf(step, context) {
	if (step.condition !== null && /\bfailure\(\)/.test(step.condition)) return step.uses !== null && kindOfAction(step.uses) === "upload" ? { ...uploadOf(step) } : {
		kind: "person",
		why: "it runs when a step before it has failed",
		todo: "decide what it shall watch: the job it is in, or the road (`needs: turnpike` with `if: failure()`)"
	};
	if (step.uses !== null) return actionRole(step, step.uses, context);
	if (step.run !== null) return scriptRole(step, step.run, context);
	return stays("it has neither `uses` nor `run`");
}

// src/core/migrate/triggers.ts
const CHECKS = /* @__PURE__ */ new Set(["pull_request", "merge_group"]);
const HARMLESS = /* @__PURE__ */ new Set([
	"schedule",
	"workflow_dispatch",
	"workflow_call"
]);
function keysOf(value) {
	return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
function pushStarts(settings) {
	const keys = keysOf(settings);
	const namesTags = keys.includes("tags") || keys.includes("tags-ignore");
	return {
		checks: keys.includes("branches") || keys.includes("branches-ignore") || !namesTags,
		releases: namesTags
	};
}
/** @returns what starts a workflow */
function startsOf(on) {
	const push = on.has("push") ? pushStarts(on.get("push")) : {
		checks: false,
		releases: false
	};
	const events = [...on.keys()];
	return {
		checks: push.checks || events.some((event) => CHECKS.has(event)),
		releases: push.releases || events.includes("release"),
		others: events.filter((event) => event !== "push" && event !== "release" && !CHECKS.has(event) && !HARMLESS.has(event)),
		onlyCalled: events.length > 0 && events.every((event) => event === "workflow_call")
	};
}
/**
* @param starts what starts a workflow
* @param on its events
* @returns why the road does not run when this workflow does, as a clause; undefined when it does
*/
function triggerObstacle(starts, on) {
	const events = [...on.keys()];
	if (starts.others.length > 0) return `the workflow runs on ${starts.others.join(", ")}, which the road does not`;
	if (starts.checks || starts.releases) return void 0;
	if (events.length === 0) return "nothing says when the workflow runs";
	return `the workflow runs on ${events.join(", ")} only; the road runs on pushes and pull requests`;
}

// src/core/migrate/settle.ts
/** Index under which the call of a reusable workflow is kept. */
const CALL = -1;
const RUNS_NOTHING = "nothing of the job is the road's";
function keepReason(role) {
	switch (role.kind) {
		case "stays":
		case "publish":
		case "person": return role.why;
		case "build": return "it builds on every run; the road builds on a release";
		case "inspect": return "it looks at what was built before";
		case "coverage": return "it hands coverage on, which the road does not";
		default: return "";
	}
}
/** Events that start a workflow, by way of those in the repository that call it. */
function effectiveEvents(workflow, workflows) {
	if (!startsOf(workflow.on).onlyCalled) return workflow.on;
	const events = workflows.filter(({ jobs }) => jobs.some(({ call }) => call?.uses === `./${workflow.file}`)).filter((caller) => caller.file !== workflow.file).flatMap(({ on }) => [...on]);
	return events.length === 0 ? workflow.on : new Map(events);
}
function startState(job, workflow, world) {
	const { gates, workflows } = world;
	const roles = job.steps.map((step) => roleOf(step, {
		workflow,
		job,
		gates
	}));
	const state = {
		workflow,
		job,
		roles,
		kept: /* @__PURE__ */ new Map(),
		gone: job.call === null
	};
	const on = effectiveEvents(workflow, workflows);
	const obstacle = triggerObstacle(startsOf(on), on) ?? jobObstacle(job);
	for (const [index, role] of roles.entries()) if (obstacle !== void 0) state.kept.set(index, obstacle);
	else if ([
		"stays",
		"publish",
		"build",
		"inspect",
		"coverage"
	].includes(role.kind)) state.kept.set(index, keepReason(role));
	return state;
}
function keep(state, index, why) {
	if (state.kept.has(index)) return false;
	state.kept.set(index, why);
	return true;
}
/** @returns whether anything was kept that was not before */
function keepAll(state, why) {
	state.gone = false;
	return [...state.job.call === null ? state.roles.keys() : [-1]].map((index) => keep(state, index, why)).some(Boolean);
}
function labelOf$1({ label }) {
	return label.split("\n")[0]?.slice(0, 60) ?? "";
}
/** Kinds of gates that judge and write nothing that another step could take up. */
const JUDGES = /* @__PURE__ */ new Set([
	"lock",
	"format",
	"lint",
	"types",
	"sast",
	"audit",
	"deps",
	"secrets",
	"workflows"
]);
function isProducer(role) {
	if (role.kind === "build") return true;
	return role.kind === "gate" && !role.gates.every(({ id }) => JUDGES.has(kindOf(id)));
}
/** Steps whose work the step at `index` may take up: what ran before it and is no set-up. */
function keepProducers(state, index, why) {
	return state.roles.map((role, before) => before < index && isProducer(role) ? keep(state, before, why) : false).some(Boolean);
}
function pullSteps(state) {
	let changed = false;
	for (const index of [...state.kept.keys()]) {
		const step = state.job.steps[index];
		const role = state.roles[index];
		if (step === void 0 || role === void 0) continue;
		const { steps } = referencesOf(step.source);
		for (const [other, { id }] of state.job.steps.entries()) if (id !== null && steps.has(id)) changed = keep(state, other, `the step "${labelOf$1(step)}" uses what it says`) || changed;
		if (role.kind === "coverage" || role.kind === "inspect" || role.kind === "publish" || role.kind === "upload") changed = keepProducers(state, index, `the step "${labelOf$1(step)}" takes up what it writes`) || changed;
	}
	return changed;
}
/** An upload goes with what it uploads: reports of gates are kept by the road; everything else stays. */
function settleUploads(state) {
	let changed = false;
	for (const [index, role] of state.roles.entries()) {
		if (role.kind !== "upload" || state.kept.has(index)) continue;
		const hasGate = state.roles.slice(0, index).some((one, at) => one.kind === "gate" && !state.kept.has(at));
		if (role.what !== "reports" || !hasGate) changed = keep(state, index, "what it uploads, the road does not make") || changed;
	}
	return changed;
}
function settleSetUp(state) {
	if (state.kept.size === 0) return false;
	return state.roles.map((role, index) => {
		if (role.kind === "set-up" || role.kind === "download") return keep(state, index, "the steps after it need it");
		if (role.kind === "evidence") return keep(state, index, "it speaks of what this job makes");
		return false;
	}).some(Boolean);
}
/** A step that watches the others for failure keeps them: what it would watch must not vanish from under it. */
function settleWatched(state) {
	const index = state.roles.findIndex(({ kind }) => kind === "person");
	const step = state.job.steps[index];
	if (step === void 0) return false;
	return keepAll(state, `the step "${labelOf$1(step)}" watches it for failure`);
}
function hasWork(state) {
	return state.roles.some((role) => role.kind === "gate" || role.kind === "aggregate");
}
function siblings(settling, state) {
	return settling.jobs.filter(({ workflow }) => workflow.file === state.workflow.file);
}
/** A job of set-up alone goes when all that waited for it went; else it is a check of its own. */
function settleHelper(settling, state) {
	if (!state.gone || state.kept.size > 0 || hasWork(state)) return false;
	const waiting = siblings(settling, state).filter(({ job }) => job.needs.includes(state.job.id));
	if (waiting.length > 0 && waiting.every(({ gone }) => gone)) return false;
	return keepAll(state, waiting.length > 0 ? "jobs that stay wait for it" : RUNS_NOTHING);
}
function settleAggregate(settling, state) {
	if (!state.roles.some(({ kind }) => kind === "aggregate")) return false;
	const needed = siblings(settling, state).filter(({ job }) => state.job.needs.includes(job.id));
	const left = needed.filter(({ gone }) => !gone).map(({ job }) => job.id);
	if (needed.length > 0 && left.length === 0) return false;
	return keepAll(state, left.length === 0 ? "nothing says what it sums up" : `it sums up jobs that stay (${left.slice(0, 4).join(", ")})`);
}
function settleOne(settling, state) {
	if (state.job.call !== null) return false;
	const changes = [
		settleWatched(state),
		settleUploads(state),
		pullSteps(state),
		settleAggregate(settling, state),
		settleHelper(settling, state),
		settleSetUp(state)
	];
	state.gone = state.kept.size === 0;
	return changes.some(Boolean);
}
function artifactsOf(state) {
	return state.roles.flatMap((role, index) => role.kind === "upload" ? [{
		index,
		name: role.name
	}] : []);
}
function takes(download, upload) {
	if (download === null || /\$\{\{/.test(`${download}${upload}`)) return true;
	return download === upload;
}
/** Outputs and artifacts that kept jobs take from jobs that would go. */
function pullJobs(settling, state) {
	let changed = false;
	const needs = referencesOf(state.job.source).needs;
	const downloads = state.roles.flatMap((role, index) => role.kind === "download" && state.kept.has(index) ? [role.name] : []);
	for (const other of siblings(settling, state)) {
		if (other === state) continue;
		if (needs.has(other.job.id)) changed = keepAll(other, `the job ${state.job.id} uses its outputs or its result`) || changed;
		for (const { index, name } of artifactsOf(other)) {
			if (other.kept.has(index) || !downloads.some((download) => takes(download, name))) continue;
			changed = keep(other, index, `the job ${state.job.id} takes the artifact`) || changed;
		}
	}
	return changed;
}
/** A job that calls a workflow of the repository goes when nothing is left of that workflow. */
function settleCall(settling, state) {
	if (state.job.call === null) return false;
	const path = state.job.call.uses.replace(/^\.\//, "");
	const called = settling.jobs.filter(({ workflow }) => workflow.file === path);
	const before = state.gone;
	state.gone = called.length > 0 && called.every(({ gone }) => gone) && state.kept.size === 0;
	return before !== state.gone;
}
function isKeptAtAll(state) {
	return !state.gone;
}
/**
* Decides what can go: starts with everything that the road replaces, and takes back what something kept needs, until
* nothing changes.
*
* @param workflows all workflows of the repository that can be edited
* @param gates what the road runs
*/
function settle(workflows, gates) {
	const settling = {
		jobs: workflows.flatMap((workflow) => workflow.jobs.map((job) => startState(job, workflow, {
			workflows,
			gates
		}))),
		workflows: new Map(workflows.map((workflow) => [workflow.file, workflow]))
	};
	resettle(settling);
	return settling;
}
/** Decides again after something was taken back. */
function resettle(settling) {
	for (let changed = true; changed;) {
		const own = settling.jobs.map((state) => settleOne(settling, state) || settleCall(settling, state));
		const crossed = settling.jobs.filter(isKeptAtAll).map((state) => pullJobs(settling, state));
		changed = own.some(Boolean) || crossed.some(Boolean);
	}
}

// src/core/migrate/decide.ts
/** Why a call of the road itself is kept. */
const IS_ROAD = "it is the road";
/** Kept jobs that wait for jobs that go. */
function waitingIn(settling, file) {
	const own = settling.jobs.filter(({ workflow }) => workflow.file === file);
	return own.filter(({ gone }) => !gone).map((state) => ({
		state,
		needed: own.filter(({ gone, job }) => gone && state.job.needs.includes(job.id))
	})).filter(({ needed }) => needed.length > 0);
}
function goneIn(settling, file) {
	return settling.jobs.filter(({ workflow, gone }) => gone && workflow.file === file).length;
}
/** Events whose checks other files lose must start the host too, without a filter that lets some of them through only. */
function canHost(settling, file) {
	const on = settling.workflows.get(file)?.on;
	if (on === void 0 || !startsOf(on).checks) return false;
	if (settling.jobs.filter(({ workflow, roles, kept }) => workflow.file !== file && roles.length > kept.size).length === 0) return true;
	return !["push", "pull_request"].some((event) => /"paths(?:-ignore)?"/.test(JSON.stringify(on.get(event) ?? null))) && on.has("push") && on.has("pull_request");
}
/** One file at most calls the road for the jobs that stay; in the others those jobs keep what they wait for. */
function chooseHost(settling) {
	for (;;) {
		const files = [...settling.workflows.keys()].filter((file) => waitingIn(settling, file).length > 0);
		const host = files.filter((file) => canHost(settling, file)).sort((a, b) => goneIn(settling, b) - goneIn(settling, a))[0] ?? null;
		const others = files.filter((file) => file !== host);
		if (others.length === 0) return host;
		for (const { state, needed } of others.flatMap((file) => waitingIn(settling, file))) for (const one of needed) keepAll(one, `the job ${state.job.id}, which stays, waits for it`);
		resettle(settling);
	}
}
function replacedBy(role) {
	const replaced = (by, why, gates = []) => ({
		kind: "replaced",
		by,
		gates,
		why
	});
	switch (role.kind) {
		case "gate": {
			const ids = role.gates.map(({ id }) => id);
			const commands = role.gates.map(({ reproduce }) => `\`${reproduce}\``);
			return replaced(`gate ${ids.join(", ")}`, `the road runs ${commands.join(" and ")}`, ids);
		}
		case "set-up": return replaced("set-up", `it ${role.what}; nothing that needs it stays in the job`);
		case "download": return replaced("set-up", "it fetches what only replaced steps used");
		case "upload": return replaced("artifacts", "the road keeps the reports and logs of every gate");
		case "aggregate": return replaced("turnpike / gate", "everything that it sums up is on the road, whose last job says the same");
		case "evidence": return replaced("sign", `the road makes the ${role.what} of a release`);
		default: return replaced("build", "the road builds what is released");
	}
}
function stepVerdict(state, role, index) {
	const why = state.kept.get(index);
	if (why === void 0) return replacedBy(role);
	return role.kind === "person" && state.roles.some(({ kind }) => kind === "gate") ? {
		kind: "person",
		why: role.why,
		todo: role.todo
	} : {
		kind: "kept",
		why: role.kind === "person" ? role.why : why
	};
}
function callVerdict(state, uses) {
	if (state.gone) return {
		kind: "replaced",
		by: "the road",
		gates: [],
		why: "nothing is left of the workflow that it calls"
	};
	if (/\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(uses)) return {
		kind: "kept",
		why: IS_ROAD
	};
	const why = uses.startsWith("./") ? "something of the workflow that it calls stays" : "it calls a workflow of another repository";
	return {
		kind: "kept",
		why: state.kept.get(-1) ?? why
	};
}
function judge(state) {
	const { job } = state;
	if (job.call !== null) return [{
		unit: job.call,
		verdict: callVerdict(state, job.call.uses)
	}];
	return job.steps.map((unit, index) => ({
		unit,
		verdict: stepVerdict(state, state.roles[index] ?? {
			kind: "stays",
			why: ""
		}, index)
	}));
}
/** @returns every step and call of a job */
function unitsOf(job) {
	return job.call === null ? job.steps : [job.call];
}
/** What holds for everything in a file that cannot be edited. */
function brokenVerdict({ file, notEditable: [first] }) {
	if (first === void 0) return void 0;
	return {
		kind: "person",
		why: `the file ${first.message} (line ${first.line})`,
		todo: `look at ${file}:${first.line}; migrate leaves the file as it is`
	};
}
/**
* Says of each step of each workflow what becomes of it.
*
* @param workflows all that could be read
* @param gates what the road runs
* @param given files that are not looked into, with the verdict of everything in them
*/
function decide(workflows, gates, given) {
	const fixed = (workflow) => brokenVerdict(workflow) ?? given?.get(workflow.file);
	const editable = workflows.filter((workflow) => fixed(workflow) === void 0);
	const settling = settle(editable, gates);
	const host = chooseHost(settling);
	return {
		judged: workflows.flatMap((workflow) => {
			const verdict = fixed(workflow);
			if (verdict !== void 0) return workflow.jobs.flatMap(unitsOf).map((unit) => ({
				unit,
				verdict
			}));
			return settling.jobs.filter((state) => state.workflow === workflow).flatMap(judge);
		}),
		states: settling.jobs,
		host
	};
}

// src/core/migrate/check-names.ts
const EMPTY = {
	contexts: {},
	functions: []
};
function namesOfJob(definition) {
	const { id, name } = definition;
	try {
		const { legs } = readStrategy(definition.strategy, EMPTY);
		return (legs ?? [{
			values: {},
			label: ""
		}]).map(({ values, label }) => {
			const scope = {
				contexts: { matrix: toValue({ ...values }) },
				functions: []
			};
			const own = name === void 0 ? id : evaluateText(name, scope);
			return name?.isExpression === true ? own : legName(own === "" ? id : own, label);
		});
	} catch {
		return;
	}
}
function checksOf(workflow) {
	const names = [];
	const unknown = [];
	for (const job of workflow.jobs) {
		const own = namesOfJob(job);
		if (own === void 0) unknown.push(job.id);
		else if (job.call === void 0) names.push(...own);
		else if (/\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(job.call.uses)) names.push(...own.map((name) => `${name} / gate`));
		else names.push(...own.map((name) => `${name} / …`));
	}
	return {
		names,
		unknown
	};
}
/**
* The names of the checks that pull requests and pushes get from a set of workflows.
*
* @param files texts by path
* @returns names without repeats, sorted; a file that GitHub would refuse gives none
*/
async function checkNames(files) {
	const names = /* @__PURE__ */ new Set();
	const unknown = /* @__PURE__ */ new Set();
	for (const [file, text] of files) {
		const parsed = await parseWorkflowFile(file, text);
		if (parsed.kind === "invalid") continue;
		const on = new Map(parsed.workflow.triggers.map(({ event }) => [event, null]));
		if (!startsOf(on).checks) continue;
		const own = checksOf(parsed.workflow);
		for (const name of own.names) names.add(name);
		for (const id of own.unknown) unknown.add(`${file}: ${id}`);
	}
	return {
		names: [...names].sort(),
		unknown: [...unknown].sort()
	};
}

// src/core/migrate/pin-gates.ts
var import_dist = require_dist();
const CONFIG_FILE = "turnpike.yml";
function entryOf(gate) {
	return {
		run: commandLine(gate),
		...gate.cwd === "." ? {} : { cwd: gate.cwd },
		...Object.keys(gate.env).length === 0 ? {} : { env: gate.env },
		...gate.required ? {} : { required: false }
	};
}
function isSame(a, b) {
	if (b === void 0) return false;
	return commandLine(a) === commandLine(b) && a.cwd === b.cwd && a.required === b.required;
}
/** A repository as it would be. */
function afterChanges(snapshot, changes) {
	const texts = new Map(snapshot.texts);
	const files = new Set(snapshot.files);
	for (const { file, after } of changes) if (after === null) {
		texts.delete(file);
		files.delete(file);
	} else {
		if (texts.has(file) || !files.has(file)) texts.set(file, after);
		files.add(file);
	}
	return {
		...snapshot,
		files: [...files].sort(),
		texts
	};
}
function plannedWith(snapshot, text) {
	const parsed = text === void 0 ? void 0 : parseConfig(text, CONFIG_FILE);
	if (parsed !== void 0 && !parsed.ok) return void 0;
	const planned = planRepository(snapshot, parsed?.config);
	return planned.ok ? planned : void 0;
}
function missing(used, planned) {
	const gates = new Map((planned?.plan.gates ?? []).map((gate) => [gate.id, gate]));
	return used.filter((gate) => !isSame(gate, gates.get(gate.id)));
}
function withEntries(text, gates) {
	if (text === void 0) {
		const entries = Object.fromEntries(gates.map((gate) => [gate.id, entryOf(gate)]));
		return `# Gates that only workflows declared before; \`turnpike plan\` shows everything that runs, and why.\n${(0, import_dist.stringify)({ gates: entries }, { lineWidth: 0 })}`;
	}
	const document = (0, import_dist.parseDocument)(text);
	if (!(0, import_dist.isMap)(document.get("gates"))) document.set("gates", document.createNode({}));
	for (const gate of gates) document.setIn(["gates", gate.id], document.createNode(entryOf(gate)));
	return document.toString({ lineWidth: 0 });
}
/**
* Keeps the gates that only the workflows declared which go: turnpike.yml declares them from then on. The plan of the
* repository as it would be is made and compared, so that nothing rests on a guess.
*
* @param snapshot the repository as it is
* @param changes what happens to its workflows
* @param used gates that steps were replaced by
*/
function pinGates(snapshot, changes, used) {
	const after = afterChanges(snapshot, changes);
	const text = snapshot.texts.get(CONFIG_FILE);
	const wanting = missing(used, plannedWith(after, text));
	if (wanting.length === 0) return {
		change: void 0,
		ids: [],
		lost: []
	};
	const written = withEntries(text, wanting);
	const change = {
		file: CONFIG_FILE,
		before: text ?? null,
		after: written
	};
	const lost = missing(used, plannedWith(afterChanges(after, [change]), written));
	return {
		change,
		ids: wanting.map(({ id }) => id),
		lost: lost.map(({ id }) => id)
	};
}

// src/core/migrate/read-workflow.ts
/** Most characters of a command or name that labels a step. */
const LABEL = 120;
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function textOf(value) {
	if (value === null || value === void 0) return null;
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function textsOf(value) {
	if (!isRecord(value)) return {};
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textOf(inner) ?? ""]));
}
function namesOf$1(value) {
	if (value === null || value === void 0) return [];
	return (Array.isArray(value) ? value : [value]).map(String);
}
function pairOf(map, key) {
	if (!(0, import_dist.isMap)(map)) return void 0;
	return map.items.find((pair) => (0, import_dist.isScalar)(pair.key) && pair.key.value === key);
}
function nodeOf(map, key) {
	return pairOf(map, key)?.value;
}
function startOf(node) {
	return node?.range?.[0] ?? 0;
}
function lineAt(source, offset) {
	return source.counter.linePos(offset).line;
}
/** Last line with something on it that belongs to the node. */
function lastLine(source, node) {
	let end = node?.range?.[1] ?? 0;
	while (end > 0 && /\s/.test(source.text[end - 1] ?? "")) end -= 1;
	return lineAt(source, Math.max(0, end - 1));
}
/** The first line of the comment that stands right above a line at its own indentation. */
function withComment(source, line) {
	const indent = /^[ ]*/.exec(source.lines[line - 1] ?? "")?.[0] ?? "";
	let first = line;
	while (first > 1 && (source.lines[first - 2] ?? "").startsWith(`${indent}#`)) first -= 1;
	return first;
}
/** Line of the `-` before an item of a list. */
function dashLine(source, item) {
	let at = startOf(item) - 1;
	while (at > 0 && source.text[at] !== "-") at -= 1;
	return lineAt(source, Math.max(at, 0));
}
function slice(source, { first, last }) {
	return source.lines.slice(first - 1, last).join("\n");
}
/** JSON with sorted keys, so that the order of keys does not matter. */
function canonical(value) {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (!isRecord(value)) return JSON.stringify(value) ?? "null";
	return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
/** @returns SHA-256 in hex of a value, whatever the order of its keys */
function digestOf(value) {
	return createHash("sha256").update(canonical(value)).digest("hex");
}
function toPlain(source, node) {
	if (node === null || node === void 0) return null;
	try {
		const value = node.toJS(source.document, { maxAliasCount: 1e3 });
		return JSON.stringify(value) === void 0 ? null : value;
	} catch {
		return null;
	}
}
function labelOf(step) {
	return (textOf(step["name"]) ?? textOf(step["uses"]) ?? textOf(step["run"])?.trim().split("\n")[0] ?? "(empty step)").slice(0, LABEL);
}
function readStep(source, item, { job, index }) {
	const value = toPlain(source, item);
	const step = isRecord(value) ? value : {};
	const line = dashLine(source, item);
	const lines = {
		first: withComment(source, line),
		last: Math.max(line, lastLine(source, item))
	};
	return {
		file: source.file,
		job,
		index,
		line,
		lines,
		label: labelOf(step),
		digest: digestOf(value),
		id: textOf(step["id"]),
		name: textOf(step["name"]),
		uses: textOf(step["uses"]),
		run: textOf(step["run"]),
		condition: textOf(step["if"]),
		with: textsOf(step["with"]),
		env: textsOf(step["env"]),
		cwd: textOf(step["working-directory"]),
		shell: textOf(step["shell"]),
		mayFail: step["continue-on-error"] !== void 0 && step["continue-on-error"] !== false,
		source: slice(source, {
			first: line,
			last: lines.last
		})
	};
}
function defaultFolder(value) {
	const run = isRecord(value) ? value["run"] : void 0;
	return isRecord(run) ? textOf(run["working-directory"]) : null;
}
function callOf(source, id, pair, job) {
	const uses = textOf(job["uses"]);
	if (uses === null) return null;
	const line = lineAt(source, startOf(nodeOf(pair.value, "uses")));
	const { needs: _, ...rest } = job;
	return {
		file: source.file,
		job: id,
		index: null,
		line,
		label: uses.slice(0, LABEL),
		digest: digestOf(rest),
		uses
	};
}
function headOf(source, pair, lines) {
	const steps = pairOf(pair.value, "steps");
	if (steps === void 0) return slice(source, lines);
	const first = lineAt(source, startOf(steps.key));
	const last = steps.value === null ? first : lastLine(source, steps.value);
	return [slice(source, {
		...lines,
		last: first - 1
	}), slice(source, {
		first: last + 1,
		last: lines.last
	})].join("\n");
}
function readJob(source, pair) {
	const id = textOf((0, import_dist.isScalar)(pair.key) ? pair.key.value : null) ?? "";
	const line = lineAt(source, startOf(pair.key));
	const lines = {
		first: withComment(source, line),
		last: Math.max(line, lastLine(source, pair.value))
	};
	const value = toPlain(source, pair.value);
	const job = isRecord(value) ? value : {};
	const written = nodeOf(pair.value, "steps");
	const stepsNode = (0, import_dist.isAlias)(written) ? written.resolve(source.document) : written;
	const steps = (0, import_dist.isSeq)(stepsNode) ? stepsNode.items.map((item, index) => readStep(source, item, {
		job: id,
		index
	})) : [];
	const strategy = job["strategy"];
	return {
		file: source.file,
		id,
		line,
		lines,
		name: textOf(job["name"]),
		needs: namesOf$1(job["needs"]),
		condition: textOf(job["if"]),
		runsOn: textOf(job["runs-on"]) ?? "",
		matrix: isRecord(strategy) ? strategy["matrix"] : textOf(strategy) ?? void 0,
		services: isRecord(job["services"]) ? Object.keys(job["services"]) : [],
		container: job["container"] !== void 0,
		environment: job["environment"] !== void 0,
		env: textsOf(job["env"]),
		cwd: defaultFolder(job["defaults"]),
		hasOutputs: job["outputs"] !== void 0,
		hasTimeout: job["timeout-minutes"] !== void 0,
		hasPermissions: job["permissions"] !== void 0,
		permissions: job["permissions"],
		call: callOf(source, id, pair, job),
		steps,
		head: headOf(source, pair, lines),
		source: slice(source, lines)
	};
}
function readOn(value) {
	if (isRecord(value)) return new Map(Object.entries(value));
	return new Map(namesOf$1(value).map((event) => [event, null]));
}
function styleObstacles(source, jobs) {
	const flow = (node, what) => ((0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node)) && node.flow === true ? [{
		line: lineAt(source, startOf(node)),
		message: `${what} in braces or brackets, on one line; migrate edits lines`
	}] : [];
	const inner = jobs.items.flatMap((pair) => [...flow(pair.value, "writes a job"), ...flow(nodeOf(pair.value, "steps"), "writes the steps of a job")]);
	return [...flow(jobs, "writes its jobs"), ...inner];
}
function aliasObstacles(source) {
	let line;
	(0, import_dist.visit)(source.document, { Alias: (_, node) => {
		line ??= lineAt(source, node.range?.[0] ?? 0);
	} });
	return line === void 0 ? [] : [{
		line,
		message: "uses YAML anchors: a step may be written elsewhere, so migrate does not edit it"
	}];
}
function obstaclesOf(source, jobs) {
	const errors = source.document.errors.map(({ pos, message }) => ({
		line: lineAt(source, pos[0]),
		message: `is no valid YAML: ${message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "")}`
	}));
	if (errors.length > 0) return errors.slice(0, 1);
	if (!(0, import_dist.isMap)(jobs) || jobs.items.length === 0) return [{
		line: 1,
		message: "has no jobs"
	}];
	if ((0, import_dist.isAlias)(jobs)) return aliasObstacles(source);
	return [...aliasObstacles(source), ...styleObstacles(source, jobs)];
}
/**
* Reads a workflow by its YAML alone, so that its steps are known also where GitHub would refuse the file.
*
* @param file path and text
* @returns its jobs and steps with their places; `notEditable` says where it is broken or cannot be edited by lines
*/
function readWorkflow({ file, text }) {
	const counter = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		uniqueKeys: true,
		logLevel: "silent"
	});
	const source = {
		file,
		text,
		lines: text.split("\n"),
		counter,
		document
	};
	const root = document.contents;
	const jobs = nodeOf(root, "jobs");
	const top = (key) => toPlain(source, nodeOf(root, key));
	return {
		file,
		text,
		name: textOf(top("name")),
		on: readOn(top("on")),
		env: textsOf(top("env")),
		cwd: defaultFolder(top("defaults")),
		hasPermissions: pairOf(root, "permissions") !== void 0,
		hasConcurrency: pairOf(root, "concurrency") !== void 0,
		jobs: (0, import_dist.isMap)(jobs) ? jobs.items.map((pair) => readJob(source, pair)) : [],
		notEditable: obstaclesOf(source, jobs)
	};
}

// src/core/migrate/remarks.ts
function isStep(unit) {
	return unit.index !== null;
}
function mutableRefs(steps) {
	const moving = steps.filter(({ uses }) => uses !== null && /^[^./$][^@]*@/.test(uses) && !/^docker:/.test(uses) && !/@[0-9a-f]{40}$/.test(uses));
	return [...Map.groupBy(moving, ({ file }) => file)].map(([file, own]) => {
		const names = [...new Set(own.map(({ uses }) => `${actionName(uses ?? "")}@${(uses ?? "").split("@").at(-1)}`))];
		const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
		return {
			file,
			line: own[0]?.line ?? 1,
			message: `refs that can move: ${names.slice(0, 3).join(", ")}${more}; pin the commit`
		};
	});
}
function scripts(steps) {
	return steps.flatMap(({ file, line, run }) => {
		if (run === null) return [];
		const found = [];
		const say = (message) => void found.push({
			file,
			line,
			message
		});
		if (/^\s*detect-secrets scan\b(?!.*--baseline)/m.test(run)) say("`detect-secrets scan` writes a baseline and refuses nothing; use `detect-secrets-hook --baseline`");
		if (/PIPESTATUS/.test(run) && /\|\s*tee\b/.test(run) && !/set \+e/.test(run)) say("under `bash -e -o pipefail` a failing pipe ends the script before PIPESTATUS is read");
		if (/https:\/\/[^\s@/]*\$\{\{\s*secrets\.[^}]*\}\}[^\s@]*@/.test(run)) say("a secret stands in a URL, where it ends up in logs and in git's configuration");
		return found;
	});
}
function timeouts(workflows, kept) {
	return workflows.flatMap(({ file, jobs }) => {
		const open = jobs.filter((job) => !job.hasTimeout && job.call === null && kept.has(`${file}\0${job.id}`));
		if (open.length === 0) return [];
		const names = open.map(({ id }) => id);
		const shown = names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", ");
		return [{
			file,
			line: open[0]?.line ?? 1,
			message: `no \`timeout-minutes\`: ${shown}; a job that hangs runs for six hours`
		}];
	});
}
function permissions(workflows, kept) {
	return workflows.filter(({ file, hasPermissions, jobs }) => !hasPermissions && jobs.some((job) => !job.hasPermissions && kept.has(`${file}\0${job.id}`))).map(({ file }) => ({
		file,
		line: 1,
		message: "no `permissions`: its jobs get whatever the repository's default token may do"
	}));
}
/**
* Defects of what stays.
*
* @param workflows the files
* @param judged the verdicts
* @returns by file and line
*/
function remarksOn(workflows, judged) {
	const staying = judged.filter(({ verdict }) => verdict.kind !== "replaced").map(({ unit }) => unit);
	const jobs = new Set(staying.map(({ file, job }) => `${file}\0${job}`));
	const steps = staying.filter(isStep);
	return [
		...mutableRefs(steps),
		...scripts(steps),
		...timeouts(workflows, jobs),
		...permissions(workflows, jobs)
	].sort((a, b) => a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);
}

// src/core/migrate/edit-lines.ts
function isBlank(line) {
	return line !== void 0 && line.trim() === "";
}
function deleteLines(lines, { first, last }) {
	let end = last;
	while (isBlank(lines[end])) end += 1;
	const atEnd = end >= lines.length;
	lines.splice(first - 1, end - first + 1);
	if (!atEnd) return;
	while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop();
	lines.push("");
}
/**
* @param text a file
* @param edits that do not overlap, in any order
* @returns the file with all of them done; lines that no edit names are the same bytes as before
*/
function editLines(text, edits) {
	const lines = text.split("\n");
	const place = (edit) => edit.kind === "insert" ? edit.before - .5 : edit.lines.first;
	for (const edit of [...edits].sort((a, b) => place(b) - place(a))) if (edit.kind === "insert") lines.splice(edit.before - 1, 0, ...edit.text);
	else if (edit.kind === "replace") lines.splice(edit.lines.first - 1, edit.lines.last - edit.lines.first + 1, ...edit.text);
	else deleteLines(lines, edit.lines);
	return lines.join("\n");
}

// src/core/migrate/rewrite.ts
/** Job id of the road's call, and first half of the name of its check. */
const ROAD_JOB = "turnpike";
/** Where the `needs` of a job stand. */
function needsOf({ file, text }, job) {
	const counter = new import_dist.LineCounter();
	const node = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		logLevel: "silent"
	}).getIn(["jobs", job], true);
	const pair = (0, import_dist.isMap)(node) ? node.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === "needs") : void 0;
	if (pair === void 0 || file === "") return void 0;
	const start = pair.key.range?.[0] ?? 0;
	let end = pair.value?.range?.[1] ?? start;
	while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
	const first = counter.linePos(start);
	return {
		lines: {
			first: first.line,
			last: counter.linePos(Math.max(start, end - 1)).line
		},
		indent: " ".repeat(first.col - 1)
	};
}
/** In the order of before, with the road in place of the first that went. */
function newNeeds(job, gone) {
	const names = job.needs.map((id) => gone.has(id) ? ROAD_JOB : id);
	return [...new Set(names)];
}
function needsEdit(workflow, job, gone) {
	if (!job.needs.some((id) => gone.has(id))) return [];
	const place = needsOf(workflow, job.id);
	if (place === void 0) return [];
	const names = newNeeds(job, gone);
	const text = place.lines.last > place.lines.first && /:\s*(?:#.*)?$/.test(workflow.text.split("\n")[place.lines.first - 1] ?? "") ? [`${place.indent}needs:`, ...names.map((name) => `${place.indent}  - ${name}`)] : [`${place.indent}needs: ${names.length === 1 ? names[0] : `[${names.join(", ")}]`}`];
	return [{
		kind: "replace",
		lines: place.lines,
		text
	}];
}
function stepEdits(state) {
	return state.job.steps.filter((_, index) => !state.kept.has(index)).map(({ lines }) => ({
		kind: "delete",
		lines
	}));
}
function jobIndent({ text, jobs: [first] }) {
	return /^\s*/.exec(text.split("\n")[(first?.line ?? 1) - 1] ?? "")?.[0] ?? "  ";
}
function hostEdit(workflow, states, road) {
	const indent = jobIndent(workflow);
	const first = states.find(({ gone }) => gone)?.job ?? states[0]?.job;
	const step = indent === "" ? "  " : indent;
	const text = [
		`${indent}${ROAD_JOB}:`,
		...road.map((line) => `${indent}${step}${line}`),
		""
	];
	return {
		kind: "insert",
		before: first?.lines.first ?? 1,
		text
	};
}
/**
* Takes out of a workflow what the road replaces. Lines that stay are not touched, except `needs` of jobs that waited for
* jobs that go.
*
* @param workflow the file
* @param decision what goes
* @param road the call of the road, for the file that hosts it
*/
function rewriteWorkflow(workflow, decision, road) {
	const states = decision.states.filter((state) => state.workflow === workflow);
	const isHost = decision.host === workflow.file;
	if (states.length > 0 && states.every(({ gone }) => gone)) return null;
	const gone = new Set(states.filter((state) => state.gone).map(({ job }) => job.id));
	const edits = states.flatMap((state) => state.gone ? [{
		kind: "delete",
		lines: state.job.lines
	}] : [...stepEdits(state), ...needsEdit(workflow, state.job, gone)]);
	if (isHost) edits.push(hostEdit(workflow, states, road));
	return edits.length === 0 ? void 0 : editLines(workflow.text, edits);
}

// src/core/migrate/todo.ts
/** What holds for a whole file is said once, with its own place. */
function personLines(judged) {
	const lines = judged.flatMap(({ unit, verdict }) => {
		if (verdict.kind !== "person") return [];
		return [verdict.todo.includes(unit.file) ? verdict.todo : `${unit.file}:${unit.line} ${verdict.todo}`];
	});
	return [...new Set(lines)];
}
function scheduleLines(workflows, changes) {
	const gone = new Set(changes.filter(({ after }) => after === null).map(({ file }) => file));
	return workflows.filter(({ file, on }) => gone.has(file) && on.has("schedule")).map(({ file }) => `${file} ran on a schedule too; the road does not. Add \`schedule:\` to the caller if you want it`);
}
/**
* What a migration leaves to a person.
*
* @param unread files that could not be read
* @param workflows the others
* @param of the verdicts and what would be written
* @returns sentences, each with its place
*/
function todoOf({ unread }, workflows, of) {
	const files = unread.map(({ file, line, message }) => `${file}${line === null ? "" : `:${line}`} ${message}`);
	return [
		...personLines(of.judged),
		...files,
		...scheduleLines(workflows, of.changes)
	];
}

// src/core/migrate/verify-result.ts
/** The same thing in a file before and after, wherever it now stands in its job. */
function contentKey({ file, job, index, digest }) {
	return [
		file,
		job,
		index === null ? "call" : "step",
		digest
	].join("\0");
}
function counted(units) {
	const counts = /* @__PURE__ */ new Map();
	for (const unit of units) counts.set(contentKey(unit), (counts.get(contentKey(unit)) ?? 0) + 1);
	return counts;
}
/**
* Every step has exactly one verdict.
*
* @param workflows the files
* @param judged the verdicts
* @returns what is wrong, one sentence each; empty when the account is right
*/
function accountProblems(workflows, judged) {
	const units = workflows.flatMap(({ jobs }) => jobs.flatMap(unitsOf));
	const counts = /* @__PURE__ */ new Map();
	for (const { unit } of judged) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	const missing = units.filter((unit) => counts.get(unit) !== 1);
	const strangers = judged.filter(({ unit }) => !units.includes(unit));
	return [...missing.map((unit) => `${unit.file}:${unit.line} has ${counts.get(unit) ?? 0} verdicts instead of one`), ...strangers.map(({ unit }) => `${unit.file}:${unit.line} is judged and is no step`)];
}
/** Steps that stay are there afterwards, unchanged, and nothing else is, except the road. */
function inventoryProblems(judged, change) {
	const staying = judged.filter(({ unit }) => unit.file === change.file).filter(({ verdict }) => verdict.kind !== "replaced").map(({ unit }) => unit);
	const after = change.after === null ? [] : readWorkflow({
		file: change.file,
		text: change.after
	}).jobs.flatMap(unitsOf);
	const [wanted, found] = [counted(staying), counted(after.filter(({ job }) => job !== ROAD_JOB))];
	const lost = staying.filter((unit) => (found.get(contentKey(unit)) ?? 0) !== wanted.get(contentKey(unit)));
	const added = [...found.keys()].filter((key) => !wanted.has(key));
	return [...lost.map((unit) => `${unit.file}:${unit.line} "${unit.label}" would be lost or changed`), ...added.map((key) => `${change.file} would get a step that was not there: ${key.split("\0")[1]}`)];
}
function referenceProblems(change) {
	if (change.after === null) return [];
	const { jobs } = readWorkflow({
		file: change.file,
		text: change.after
	});
	const before = change.before === null ? [] : readWorkflow({
		file: change.file,
		text: change.before
	}).jobs;
	return jobs.flatMap((job) => {
		const old = before.find(({ id }) => id === job.id);
		const known = new Set(old === void 0 ? [] : referencesOf(old.source).needs);
		return [...referencesOf(job.source).needs].filter((id) => known.has(id) && old?.needs.includes(id) && !job.needs.includes(id)).map((id) => `${change.file}: the job ${job.id} uses outputs of ${id}, which would be gone`);
	});
}
async function parseProblems(change) {
	if (change.after === null) return [];
	if (change.before !== null && (await parseWorkflowFile(change.file, change.before)).kind === "invalid") return [];
	const parsed = await parseWorkflowFile(change.file, change.after);
	if (parsed.kind === "workflow") return [];
	return parsed.problems.map(({ line, message }) => `${change.file}:${line ?? 1} would be refused by GitHub: ${message}`);
}
/**
* Checks what a migration would write, whatever decided it: no step lost or changed, nothing that GitHub's parser refuses,
* no output that nobody gives any more.
*
* @param judged the verdicts
* @param change of one workflow file
* @returns what is wrong, one sentence each; a change with any is not made
*/
async function changeProblems(judged, change) {
	return [
		...inventoryProblems(judged, change),
		...referenceProblems(change),
		...await parseProblems(change)
	];
}

// src/core/migrate/migrate.ts
const FOLDER = ".github/workflows/";
function isReplaced({ verdict }) {
	return verdict.kind === "replaced";
}
function callsRoad({ jobs }) {
	return jobs.some(({ call }) => call !== null && /\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(call.uses));
}
/** The lane that signs releases needs a build and nobody else who builds what is released. */
function laneOf(workflows, { plan }) {
	const releasesElsewhere = workflows.some(({ on }) => startsOf(on).releases);
	return plan.build !== null && !releasesElsewhere ? "pipeline" : "checks";
}
function gatesUsed(judged, gates) {
	const ids = new Set(judged.flatMap(({ verdict }) => verdict.kind === "replaced" ? verdict.gates : []));
	return gates.filter(({ id }) => ids.has(id));
}
async function callerChange(facts, lane) {
	const workflows = (await Promise.all(facts.workflows.map(({ file, text }) => parseWorkflowFile(file, text)))).flatMap((one) => one.kind === "workflow" ? [one.workflow] : []);
	const { defaultBranch, tags } = facts.adopt;
	const triggers = triggersFor({
		defaultBranch,
		tags,
		workflows
	}, lane === "pipeline");
	const file = FOLDER + facts.callerName;
	if (facts.adopt.texts.has(file)) throw new TurnpikeError("FILE_UNWRITABLE", "config", `${file} is there already and does not call Turnpike.`, { hint: "Give the caller another name: turnpike migrate --caller turnpike-road.yml" });
	return {
		file,
		before: null,
		after: renderCaller({
			lane,
			pin: facts.pin,
			triggers
		})
	};
}
async function draft(facts, workflows, given) {
	const gates = facts.adopt.plan.gates;
	const decision = decide(workflows, gates, given);
	const lane = laneOf(workflows, facts.adopt);
	const road = roadJob(lane, facts.pin, null);
	const changes = [];
	for (const workflow of workflows) {
		const after = rewriteWorkflow(workflow, decision, road);
		if (after !== void 0 && !given.has(workflow.file) && workflow.notEditable.length === 0) changes.push({
			file: workflow.file,
			before: workflow.text,
			after
		});
	}
	if (changes.length > 0 && decision.host === null && !workflows.some(callsRoad)) changes.push(await callerChange(facts, lane));
	const pinned = pinGates(facts.snapshot, changes, gatesUsed(decision.judged, gates));
	if (pinned.change !== void 0) changes.push(pinned.change);
	return {
		decision,
		judged: decision.judged,
		changes,
		pinned
	};
}
/** What forbids a change, by file; a gate that would be lost forbids the files whose steps it replaces. */
async function faultsOf({ decision, changes, pinned }) {
	const faults = /* @__PURE__ */ new Map();
	for (const change of changes.filter(({ file }) => file.startsWith(FOLDER))) {
		const [first] = await changeProblems(decision.judged, change);
		if (first !== void 0 && change.before !== null) faults.set(change.file, first);
	}
	for (const { unit, verdict } of decision.judged) {
		const lost = verdict.kind === "replaced" ? verdict.gates.find((id) => pinned.lost.includes(id)) : void 0;
		if (lost !== void 0) faults.set(unit.file, `the gate ${lost} would be lost with the workflow that declares it`);
	}
	return faults;
}
/** A file that GitHub would refuse says nothing reliable, so nothing of it is touched. */
async function refusedFiles(workflows) {
	const refused = [];
	for (const { file, text, notEditable } of workflows) {
		const parsed = notEditable.length > 0 ? void 0 : await parseWorkflowFile(file, text);
		if (parsed?.kind !== "invalid") continue;
		const [first] = parsed.problems;
		const place = `${file}:${first?.line ?? 1}`;
		const why = `GitHub would refuse the file (line ${first?.line ?? 1}): ${first?.message ?? "it is no workflow"}`;
		refused.push([file, {
			kind: "person",
			why,
			todo: `mend ${place}; migrate leaves the file as it is`
		}]);
	}
	return refused;
}
function startGiven(facts) {
	const others = facts.workflows.filter(({ file }) => facts.only !== void 0 && file !== facts.only);
	return new Map(others.map(({ file }) => [file, {
		kind: "kept",
		why: "it is another workflow than the one that was asked for"
	}]));
}
async function namesOf(facts, changes) {
	const before = new Map(facts.workflows.map(({ file, text }) => [file, text]));
	const after = new Map(before);
	for (const change of changes.filter(({ file }) => file.startsWith(FOLDER))) if (change.after === null) after.delete(change.file);
	else after.set(change.file, change.after);
	return {
		before: await checkNames(before),
		after: await checkNames(after)
	};
}
/**
* Works out what of a repository's workflows the road replaces, and what they would become. What would be written is
* checked: every step accounted for, every kept step there unchanged, every gate still in the plan, every file taken by
* GitHub's parser. A file that fails is left as it is, and says why.
*
* @param facts the repository
* @throws TurnpikeError `FILE_UNWRITABLE` when another workflow has the caller's name; `BUG_UNEXPECTED` when a step has no
*   verdict, or two
*/
async function migrate(facts) {
	const workflows = facts.workflows.map(readWorkflow);
	const given = new Map([...startGiven(facts), ...await refusedFiles(workflows)]);
	let current = await draft(facts, workflows, given);
	for (let faults = await faultsOf(current); faults.size > 0; faults = await faultsOf(current)) {
		for (const [file, why] of faults) given.set(file, {
			kind: "person",
			why: `migrate would not write it: ${why}`,
			todo: `change ${file} by hand, or leave it: ${why}`
		});
		current = await draft(facts, workflows, given);
	}
	const { decision, changes, pinned } = current;
	const [wrong] = accountProblems(workflows, decision.judged);
	if (wrong !== void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `Not every step was accounted for: ${wrong}.`);
	const caller = changes.find(({ before, after }) => before === null && after !== null && after.includes(`  ${"turnpike"}:`));
	const calledIn = decision.judged.some(isReplaced) ? decision.host ?? caller?.file ?? workflows.find(callsRoad)?.file ?? null : null;
	return {
		judged: decision.judged,
		workflows,
		unread: facts.unread,
		changes,
		calledIn,
		lane: laneOf(workflows, facts.adopt),
		pinned: pinned.ids,
		checks: await namesOf(facts, changes),
		remarks: remarksOn(workflows, decision.judged),
		todo: todoOf(facts, workflows, current),
		gates: facts.adopt.plan.gates
	};
}

// src/core/migrate/migrate-document.ts
const stepSchema = object({
	file: string().describe("Relative to the repository's root."),
	line: number().int().positive(),
	job: string().describe("Id of the job."),
	step: number().int().positive().nullable().describe("Place in the job, from 1; null for a job that calls a workflow."),
	label: string().describe("Its name, its action, or the first line of its command."),
	verdict: _enum([
		"replaced",
		"kept",
		"person"
	]),
	by: string().nullable().describe("What replaces it: `gate lint`, `set-up`, `build`, …; null when it is not replaced."),
	gates: array(string()).describe("Ids of the gates that replace it."),
	why: string().describe("A clause."),
	todo: string().nullable().describe("What a person has to do; null when nothing.")
});
const changeSchema = object({
	path: string().describe("Relative to the repository's root."),
	kind: _enum([
		"create",
		"update",
		"delete"
	]),
	before: string().nullable().describe("The text before; null for a new file."),
	after: string().nullable().describe("The text after; null when the file goes.")
});
/** What `turnpike migrate --json` prints. */
const migrationFileSchema = object({
	schema: literal("turnpike/migration/1"),
	written: boolean().describe("Whether the changes were written; false without --write."),
	steps: array(stepSchema).describe("Every step of every workflow, each once."),
	counts: object({
		workflows: number().int(),
		jobs: object({
			before: number().int(),
			after: number().int()
		}).describe("Jobs of the repository's own; those of the road are not counted."),
		replaced: number().int(),
		kept: number().int(),
		person: number().int()
	}),
	changes: array(changeSchema).describe("Empty when there is nothing to change."),
	calledIn: string().nullable().describe("The file that calls the road; null when nothing is replaced."),
	pin: object({
		repository: string(),
		sha: string(),
		version: string().nullable()
	}),
	gatesDeclared: array(string()).describe("Gates that turnpike.yml declares from now on."),
	checks: object({
		require: string().describe("Name of the one check to require."),
		gone: array(string()).describe("Names of checks that no longer appear: take them off the required ones."),
		added: array(string()),
		unknown: array(string()).describe("`file: job` whose names only a run can tell.")
	}),
	todo: array(string()).describe("What is left to a person."),
	remarks: array(object({
		file: string(),
		line: number().int().positive(),
		message: string()
	})).describe("Defects of what stays."),
	unread: array(object({
		file: string(),
		message: string()
	})).describe("Workflow files that could not be read.")
}).describe("What `turnpike migrate --json` prints.");
function toStep({ unit, verdict }) {
	return {
		file: unit.file,
		line: unit.line,
		job: unit.job,
		step: unit.index === null ? null : unit.index + 1,
		label: unit.label,
		verdict: verdict.kind,
		by: verdict.kind === "replaced" ? verdict.by : null,
		gates: verdict.kind === "replaced" ? [...verdict.gates] : [],
		why: verdict.why,
		todo: verdict.kind === "person" ? verdict.todo : null
	};
}
/** @returns jobs of the repository's own, before and after */
function jobCounts({ judged }) {
	const key = ({ unit }) => `${unit.file}\0${unit.job}`;
	const staying = judged.filter(({ verdict }) => verdict.kind !== "replaced");
	return {
		before: new Set(judged.map(key)).size,
		after: new Set(staying.map(key)).size
	};
}
/**
* @param migration what was worked out
* @param of the commit that the road is pinned to, and whether the files were written
*/
function toMigrationDocument(migration, of) {
	const count = (kind) => migration.judged.filter(({ verdict }) => verdict.kind === kind).length;
	return {
		schema: "turnpike/migration/1",
		written: of.isWritten,
		steps: migration.judged.map(toStep),
		counts: {
			workflows: migration.workflows.length + migration.unread.length,
			jobs: jobCounts(migration),
			replaced: count("replaced"),
			kept: count("kept"),
			person: count("person")
		},
		changes: migration.changes.map(({ file, before, after }) => ({
			path: file,
			kind: before === null ? "create" : after === null ? "delete" : "update",
			before,
			after
		})),
		calledIn: migration.calledIn,
		pin: { ...of.pin },
		gatesDeclared: [...migration.pinned],
		checks: {
			require: CHECK_NAME,
			...differenceOf(migration.checks)
		},
		todo: [...migration.todo],
		remarks: migration.remarks.map((remark) => ({ ...remark })),
		unread: migration.unread.map(({ file, message }) => ({
			file,
			message
		}))
	};
}

// src/cli/migrate-facts.ts
/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;
const WORKFLOWS = ".github/workflows/";
/** Stands in a proposal that cannot be written yet. */
const UNKNOWN_PIN = {
	repository: "OWNER/turnpike",
	sha: "COMMIT",
	version: null
};
async function branchOf(git, top, asked) {
	if (asked !== void 0) return asked;
	const remote = await git.remoteHead(top);
	if (remote !== void 0) return remote;
	const branches = await git.branches(top);
	return ["main", "master"].find((name) => branches.includes(name)) ?? await git.branch(top) ?? "main";
}
function chosenWorkflow(asked, files) {
	if (asked === void 0) return void 0;
	const path = files.find((file) => file === asked || file === WORKFLOWS + asked || file === asked.replace(/^\.\//, ""));
	if (path !== void 0) return path;
	throw new TurnpikeError("INPUT_INVALID", "config", `--workflow "${asked}" is no workflow of this repository.`, { hint: files.length === 0 ? "There is none in .github/workflows." : `There are: ${files.join(", ")}` });
}
/**
* @param git reads the repository
* @param args of the command line
* @throws TurnpikeError when the directory is in no repository, an option is wrong, or turnpike.yml is
*/
async function readMigrateFacts(git, args) {
	if (!/^[\w][\w.-]*\.ya?ml$/.test(args.caller)) throw new TurnpikeError("INPUT_INVALID", "config", `--caller "${args.caller}" is no file name.`, { hint: "Give a name that ends in .yml, without folders: --caller turnpike-road.yml" });
	const top = await topLevelOf(git, args.directory);
	const refOnly = args.ref?.slice(args.ref.lastIndexOf("@") + 1);
	const [copy, defaultBranch, tags, read, planned, snapshot] = await Promise.all([
		readOwnCopy(git, projectRoot(), refOnly),
		branchOf(git, top, args.branch),
		git.newestTags(top, MOST_TAGS),
		readAdoptTexts(top),
		readPlanned(top),
		readSnapshot(top, "turnpike.yml")
	]);
	const pin = choosePin(args.ref, copy);
	const isWorkflow = (path) => path.startsWith(WORKFLOWS) && /\.ya?ml$/.test(path);
	const workflows = [...read.texts].filter(([path]) => isWorkflow(path)).map(([file, text]) => ({
		file,
		text
	}));
	const unread = read.unreadable.filter(({ path }) => isWorkflow(path)).map(({ path, why }) => ({
		file: path,
		line: null,
		message: why
	}));
	return {
		top,
		facts: {
			workflows: workflows.sort((a, b) => a.file < b.file ? -1 : 1),
			unread,
			snapshot,
			adopt: {
				texts: read.texts,
				defaultBranch,
				tags,
				plan: planned.plan
			},
			pin: pin.kind === "known" ? pin.pin : UNKNOWN_PIN,
			callerName: args.caller,
			only: chosenWorkflow(args.workflow, [...workflows, ...unread].map(({ file }) => file))
		},
		pinProblem: pin.kind === "known" ? null : {
			message: pin.message,
			hint: pin.hint.replaceAll("turnpike init", "turnpike migrate")
		}
	};
}

// src/cli/migrate-page.ts
const MOST_LABEL = 60;
const MOST_WHY = 200;
const MOST_NAMES = 40;
function rowsOf(judged) {
	const rows = [];
	for (const { unit, verdict } of judged) {
		const last = rows.at(-1);
		if (last?.job === unit.job && last.verdict.kind === verdict.kind && last.verdict.why === verdict.why && last !== void 0) last.units.push(unit);
		else rows.push({
			job: unit.job,
			verdict,
			units: [unit]
		});
	}
	return rows;
}
function verdictText(verdict, { green, dim, yellow }) {
	switch (verdict.kind) {
		case "replaced": return green("replaced");
		case "kept": return dim("kept");
		case "person": return yellow("person");
	}
}
function labelText(units) {
	return units.map(({ label }) => oneLine(label.replace(/@[0-9a-f]{40}$/, ""), MOST_LABEL)).join(" · ");
}
function whyText(verdict) {
	const by = verdict.kind === "replaced" ? `${verdict.by}: ` : "";
	return oneLine(by + verdict.why, MOST_WHY);
}
function lineText(units) {
	const [first, last] = [units[0]?.line ?? 0, units.at(-1)?.line ?? 0];
	return first === last ? `${first}` : `${first}–${last}`;
}
function fileTable(file, judged, { styles, width }) {
	let previous = "";
	const rows = rowsOf(judged).map(({ job, verdict, units }) => {
		const shown = job === previous ? "" : styles.bold(oneLine(job, 40));
		previous = job;
		return [
			shown,
			verdictText(verdict, styles),
			labelText(units),
			whyText(verdict),
			styles.dim(lineText(units))
		];
	});
	const table = renderTable(rows, {
		head: [
			"job",
			"verdict",
			"step",
			"why",
			"line"
		],
		width,
		indent: 2,
		right: [4],
		styleHead: styles.dim,
		overflow: "wrap"
	});
	return [
		"",
		styles.bold(oneLine(file, 120)),
		table
	];
}
function heading({ judged, workflows, unread, changes, gates }, { styles }) {
	const count = (kind) => judged.filter(({ verdict }) => verdict.kind === kind).length;
	const jobs = jobCounts({ judged });
	if (workflows.length + unread.length === 0) return [`${styles.marks.warn} ${styles.bold("There are no workflows here.")} To begin: turnpike init`];
	const what = `${countOf(judged.length, "step")} in ${countOf(jobs.before, "job")} of ${countOf(workflows.length, "workflow")}`;
	const verdicts = [
		`${count("replaced")} replaced`,
		`${count("kept")} kept`,
		`${count("person")} for a person`
	];
	const head = `${styles.bold(what)}  ${styles.dim("·")} ${verdicts.join(", ")}`;
	if (changes.length > 0) return [head];
	if (judged.some(({ verdict }) => verdict.why === "it is the road")) return [head, `${styles.marks.pass} Nothing is left to migrate.`];
	const runs = gates.length === 0 ? "The plan has no gates" : `The plan has ${countOf(gates.length, "gate")}, and no step here runs just that`;
	return [head, `${styles.marks.warn} ${runs}, so nothing can go yet. See: turnpike plan`];
}
function section(title, note, { styles }) {
	return `\n${styles.bold(title)}  ${styles.dim(`· ${note}`)}`;
}
function differenceLines({ changes }, look) {
	if (changes.length === 0) return [];
	const shown = changes.map(({ file, before, after }) => renderDifference({
		path: file,
		before,
		after
	}, look.styles, (text) => plainText(text)));
	return [section("What the files become", countOf(changes.length, "file"), look), ...shown];
}
function countLines(migration, look) {
	const { changes, calledIn, pinned, lane } = migration;
	if (changes.length === 0) return [];
	const { before, after } = jobCounts(migration);
	const workflows = changes.filter(({ before: text, after: next }) => text !== null && next === null).length;
	const road = lane === "pipeline" ? "check and gate on a change, build and sign on a release" : "check and gate";
	return [
		section("What it saves", "counts, no guesses of minutes", look),
		`  jobs of your own    ${before} before, ${after} after, and the road's: ${road}`,
		`  workflows that go   ${workflows}`,
		`  the road is called  in ${calledIn ?? "no file"}`,
		...pinned.length === 0 ? [] : [`  turnpike.yml gets   ${pinned.join(", ")}, which only the workflows declared`]
	];
}
function namesText(names) {
	const more = names.length > MOST_NAMES ? [`    and ${names.length - MOST_NAMES} more`] : [];
	return [...names.slice(0, MOST_NAMES).map((name) => `    ${oneLine(name, 120)}`), ...more];
}
function checkLines({ checks, changes }, look) {
	const { gone, added, unknown } = differenceOf(checks);
	if (changes.length === 0) return [];
	const lines = [
		...gone.length === 0 ? [] : ["  take off the required checks, they no longer appear:", ...namesText(gone)],
		...unknown.length === 0 ? [] : ["  the names of these jobs only a run can tell; they no longer appear:", ...namesText(unknown)],
		...added.includes("turnpike / gate") ? [`  require: ${look.styles.bold(CHECK_NAME)}`] : [],
		"  turnpike init --ruleset | gh api \"repos/{owner}/{repo}/rulesets\" --input -"
	];
	return [section("Required checks", "change them with the merge, not before", look), ...lines];
}
function todoLines({ todo }, look) {
	if (todo.length === 0) return [];
	return [section("For a person", "migrate does not decide these", look), ...todo.map((one) => `  [ ] ${oneLine(one, 300)}`)];
}
function remarkLines({ remarks }, look) {
	if (remarks.length === 0) return [];
	const lines = remarks.map(({ file, line, message }) => `  ${look.styles.marks.warn} ${oneLine(file, 80)}:${line} ${oneLine(message, 300)}`);
	return [section("Seen on the way", "of what stays; nothing of it is changed", look), ...lines];
}
/**
* @param migration what was worked out
* @param look colours and width
* @returns the page of `turnpike migrate`, ending with a line feed
*/
function renderMigration(migration, look) {
	const byFile = Map.groupBy(migration.judged, ({ unit }) => unit.file);
	return `${[
		...heading(migration, look),
		...[...byFile].flatMap(([file, judged]) => fileTable(file, judged, look)),
		...differenceLines(migration, look),
		...countLines(migration, look),
		...checkLines(migration, look),
		...todoLines(migration, look),
		...remarkLines(migration, look)
	].join("\n")}\n`;
}
/** @returns what to do once the files were written */
function renderWritten({ changes }, { styles }) {
	const paths = changes.map(({ file }) => /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`);
	return `${[
		"",
		`${styles.marks.pass} Wrote ${countOf(changes.length, "file")}. Review, try, commit:`,
		`    ${styles.cyan("git diff -- .github turnpike.yml")}`,
		`    ${styles.cyan("turnpike gates")}`,
		`    ${styles.cyan("git switch -c turnpike")}`,
		`    ${styles.cyan(`git add -A -- ${paths.join(" ")}`)}`,
		`    ${styles.cyan("git commit -m 'Move the checks onto the road'")}`
	].join("\n")}\n`;
}

// src/cli/migrate-command.ts
/** Columns of a line where the output is no terminal. */
const WIDE = 160;
async function refuseDirty(git, { top }, args) {
	if (args.force) return;
	const dirty = await git.changedIn(top, [".github", "turnpike.yml"]);
	if (dirty.length === 0) return;
	throw new TurnpikeError("FILE_UNWRITABLE", "user", "Some of the files have changes that are in no commit. Nothing was written.", {
		problems: dirty.slice(0, 10).map((where) => ({
			where,
			message: "is changed or new"
		})),
		hint: "Commit them first, so that the migration is a commit of its own; or: turnpike migrate --write --force"
	});
}
async function write(git, facts, { args, migration }) {
	if (facts.pinProblem !== null) {
		const { message, hint } = facts.pinProblem;
		throw new TurnpikeError("INPUT_INVALID", "config", `${message} Nothing was written.`, { hint });
	}
	await refuseDirty(git, facts, args);
	await new NodeChangeSet(facts.top).apply(migration.changes.map(({ file, before, after }) => ({
		path: file,
		before,
		after
	})));
}
/**
* @param args what was asked for
* @throws TurnpikeError when the directory is in no repository, turnpike.yml is wrong, or nothing can be written; then
*   nothing was written
*/
async function runMigrateCommand(args) {
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const facts = await readMigrateFacts(git, args);
	const migration = await migrate(facts.facts);
	const isWriting = args.write && migration.changes.length > 0;
	if (isWriting) await write(git, facts, {
		args,
		migration
	});
	if (args.json) {
		process.stdout.write(`${JSON.stringify(toMigrationDocument(migration, {
			pin: facts.facts.pin,
			isWritten: isWriting
		}), null, 2)}\n`);
		return;
	}
	const look = {
		styles: styles(process.stdout, process.env),
		width: process.stdout.columns ?? WIDE
	};
	process.stdout.write(renderMigration(migration, look));
	if (isWriting) process.stdout.write(renderWritten(migration, look));
	else if (migration.changes.length > 0) {
		const hint = facts.pinProblem === null ? "turnpike migrate --write" : `${facts.pinProblem.message}\n${facts.pinProblem.hint}`;
		process.stdout.write(`\nNothing was written. To write it: ${hint}\n`);
	}
}

export { runMigrateCommand };