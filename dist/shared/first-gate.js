import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { S as nearestName, T as countOf, _ as NodeFiles, b as secretsOf, c as NodeProcesses, h as LinuxProcessTable, r as asText, s as valueAt, v as systemClock, x as Masker, y as definedVariables } from "./begin.js";
import { n as TurnpikeError, o as unreachable, t as EXIT } from "./errors.js";
import { availableParallelism, cpus, homedir, tmpdir, totalmem } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync, statSync } from "node:fs";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { access, chmod, constants as constants$1, copyFile, lstat, mkdir, mkdtemp, readFile, readdir, readlink, realpath, rename, rm, statfs, utimes, writeFile } from "node:fs/promises";
import { basename as basename$1, dirname as dirname$1, join as join$1, normalize, relative as relative$1 } from "node:path/posix";
import { fileURLToPath } from "node:url";

// src/contract/shell-line.ts
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;
/**
* @param word any text
* @returns it as one word of a POSIX shell, quoted where it has to be
*/
function shellWord(word) {
	return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/**
* @param words a command
* @returns it as one line that a POSIX shell reads back as the same words
*/
function shellLine(words) {
	return words.map(shellWord).join(" ");
}
/**
* @param cwd relative to the repository's root
* @param line a shell line
* @returns the line, as a person pastes it at the repository's root
*/
function fromRoot$1(cwd, line) {
	return cwd === "." ? line : `cd ${shellWord(cwd)} && ${line}`;
}

// src/adapters/node/checkout-state.ts
const QUESTIONS = [
	"--show-toplevel",
	"--show-prefix",
	"HEAD^{commit}",
	"HEAD^{tree}",
	"--symbolic-full-name",
	"HEAD"
];
function branchOf$1(ref) {
	return ref.startsWith("refs/heads/") ? ref.slice(11) : null;
}
/**
* Asks one call of git, because each costs a process, and people wait for the first gate.
*
* @param git runs git
* @param cwd a folder
* @returns where the checkout stands; undefined when the folder is in none
*/
async function askCheckoutState(git, cwd) {
	const { end, stdout } = await git.run(cwd, "rev-parse", ...QUESTIONS);
	const lines = stdout.split("\n").slice(0, -1);
	if (end.kind === "exited" && end.code === 0 && lines.length >= 5) {
		const [commit = "", tree = "", ref = ""] = lines.slice(-3);
		const [prefix = "", ...top] = lines.slice(0, -3).reverse();
		return {
			top: top.reverse().join("\n"),
			prefix,
			commit,
			tree,
			branch: branchOf$1(ref)
		};
	}
	const [top = "", prefix = ""] = lines;
	if (top === "") return void 0;
	return {
		top,
		prefix,
		commit: null,
		tree: null,
		branch: await git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD") ?? null
	};
}

// src/adapters/node/safe-git.ts
/** Nothing of the repository's runs: hooks and the file-system monitor are programs that its configuration may name. */
const SAFE_OPTIONS = [
	...["-c", "core.hooksPath=/dev/null"],
	...["-c", "core.fsmonitor=false"],
	...["-c", "safe.directory=*"]
];
/**
* Variables that send git to another repository, make new ones of another kind, or read our paths in another way (git,
* "Environment Variables").
*/
const REDIRECTS = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|DEFAULT_\w+|\w+_PATHSPECS)$/;
/**
* @param env an environment
* @returns the same for git: it finds its repository by the folder it is in, asks nothing, speaks English, and `git status`
*   does not write the index back
*/
function safeEnvironment(env) {
	const kept = Object.entries(env).filter((entry) => entry[1] !== void 0 && !REDIRECTS.test(entry[0]));
	return {
		...Object.fromEntries(kept),
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		LC_ALL: "C"
	};
}
/**
* @param text what a command with `-z` printed; undefined when it had no answer
* @returns its parts, each ended by NUL
*/
function partsOf$1(text) {
	return (text ?? "").split("\0").filter((part) => part !== "");
}
/** git opens these whatever they are, and waits for ever at a named pipe. */
const READ_BY_GIT = [".gitignore", ".gitattributes"];
/**
* @param root absolute folder
* @returns the file at which git would wait when it looks at what is not tracked there; undefined for none
*/
function stopsGit(root) {
	return READ_BY_GIT.find((name) => {
		try {
			const info = statSync(join(root, name), { throwIfNoEntry: false });
			return info !== void 0 && !info.isFile() && !info.isDirectory();
		} catch {
			return false;
		}
	});
}
/** Looks at what is not tracked, and so reads what to ignore. */
const LOOKS_AROUND = /^(?:--exclude-standard|status)$/;
/** Bytes of the longest answer that is read. */
const MAX_BYTES = 268435456;
/** Runs git in a folder, without running anything of the repository's. */
var SafeGit = class {
	#processes;
	#env;
	#timeoutMs;
	#options;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	* @param options how it is run
	*/
	constructor(processes, env, { timeoutMs, options = [] }) {
		this.#processes = processes;
		this.#env = safeEnvironment(env);
		this.#timeoutMs = timeoutMs;
		this.#options = [...SAFE_OPTIONS, ...options];
	}
	/** @returns how it ended, and what it said */
	run(cwd, ...args) {
		const stop = args.some((one) => LOOKS_AROUND.test(one)) ? stopsGit(cwd) : void 0;
		if (stop !== void 0) {
			const end = {
				kind: "not-started",
				reason: "other",
				message: `${stop} is no regular file`
			};
			return Promise.resolve({
				end,
				durationMs: 0,
				stdout: "",
				stderr: ""
			});
		}
		return this.#processes.capture({
			file: "git",
			args: [...this.#options, ...args],
			cwd,
			env: this.#env
		}, {
			timeoutMs: this.#timeoutMs,
			maxBytes: MAX_BYTES
		});
	}
	/** @returns its output; undefined when git says no */
	async ask(cwd, ...args) {
		const { end, stdout } = await this.run(cwd, ...args);
		return end.kind === "exited" && end.code === 0 ? stdout : void 0;
	}
	/** @returns its output without the white space around it; undefined when git says no or nothing */
	async line(cwd, ...args) {
		const text = (await this.ask(cwd, ...args))?.trim();
		return text === "" ? void 0 : text;
	}
};

// src/adapters/node/git.ts
const TIMEOUT_MS$1 = 6e4;
const FIELD = "";
const RECORD = "";
const LOG_FORMAT = [
	"%H",
	"%aI",
	"%cI",
	"%P",
	"%s",
	"%b"
].join("%x1f");
/** git as a program; nothing of the repository's runs. */
var GitProgram = class {
	#git;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	*/
	constructor(processes, env) {
		this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS$1 });
	}
	topLevel(cwd) {
		return this.#git.line(cwd, "rev-parse", "--show-toplevel");
	}
	state(cwd) {
		return askCheckoutState(this.#git, cwd);
	}
	head(cwd) {
		return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	}
	async isDirty(cwd) {
		return await this.#git.line(cwd, "status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none") !== void 0;
	}
	async changedIn(cwd, paths) {
		return (await this.#git.ask(cwd, "status", "--porcelain", "-z", "--untracked-files=all", "--", ...paths) ?? "").split("\0").flatMap((entry) => /^.. /.test(entry) ? [entry.slice(3)] : []);
	}
	/** Of paths that git has not, whether they are there or not, those that `git add` would refuse. */
	async ignored(cwd, paths) {
		return ((paths.length === 0 ? void 0 : await this.#git.ask(cwd, "check-ignore", "--", ...paths)) ?? "").split("\n").filter((path) => paths.includes(path));
	}
	branch(cwd) {
		return this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "HEAD");
	}
	async isShallow(cwd) {
		return await this.#git.line(cwd, "rev-parse", "--is-shallow-repository") === "true";
	}
	async tagsAt(cwd, ref) {
		return (await this.#git.ask(cwd, "tag", "--points-at", ref) ?? "").split("\n").filter((tag) => tag !== "");
	}
	async previousTag(cwd, ref, globs) {
		if (globs.length === 0) return void 0;
		const excluded = (await this.tagsAt(cwd, ref)).map((tag) => `--exclude=${tag.replaceAll(/[[\]*?\\]/g, "\\$&")}`);
		const matched = globs.map((glob) => `--match=${glob}`);
		return await this.#git.line(cwd, "describe", "--tags", "--abbrev=0", ...matched, ...excluded, ref);
	}
	async listFiles(cwd) {
		const text = await this.#git.ask(cwd, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
		return [...new Set(partsOf$1(text))].sort();
	}
	async log(cwd, range, limit) {
		return (await this.#git.ask(cwd, "log", `--max-count=${limit}`, `--format=${RECORD}${LOG_FORMAT}`, range, "--") ?? "").split(RECORD).slice(1).map(toCommit);
	}
	async changedFiles(cwd, base, head) {
		return partsOf$1(await this.#git.ask(cwd, "diff", "--name-only", "-z", "--no-renames", base, head, "--"));
	}
	async changedSince(cwd, base, head) {
		const commits = head === void 0 ? [base] : [base, head];
		const [changed, untracked] = await Promise.all([this.#git.ask(cwd, "diff", "--name-only", "-z", "--no-renames", "--relative", "--end-of-options", ...commits, "--"), head === void 0 ? this.#git.ask(cwd, "ls-files", "-z", "--others", "--exclude-standard") : ""]);
		if (changed === void 0 || untracked === void 0) return void 0;
		return [.../* @__PURE__ */ new Set([...partsOf$1(changed), ...partsOf$1(untracked)])].sort();
	}
	mergeBase(cwd, one, other) {
		return this.#git.line(cwd, "merge-base", "--end-of-options", one, other);
	}
	async hasCommit(cwd, sha) {
		return await this.#git.ask(cwd, "cat-file", "-e", "--end-of-options", `${sha}^{commit}`) !== void 0;
	}
	async defaultBranch(cwd) {
		const remote = await this.#git.line(cwd, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
		if (remote !== void 0) return remote;
		const names = [
			"refs/remotes/origin/main",
			"refs/remotes/origin/master",
			"refs/heads/main",
			"refs/heads/master"
		];
		const known = (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", ...names))?.split("\n") ?? [];
		return names.find((name) => known.includes(name))?.replace(/^refs\/(?:remotes|heads)\//, "");
	}
	async remoteUrl(cwd, remote) {
		return (await this.#git.line(cwd, "config", "--get", `remote.${remote}.url`))?.replace(/^(\w+:\/\/)[^@/]*@/, "$1");
	}
	/** Where a folder lies below the top level of its repository; empty at the top. */
	async below(cwd) {
		return (await this.#git.line(cwd, "rev-parse", "--show-prefix") ?? "").replace(/\/$/, "");
	}
	/** The remote that a person pushes to: `origin`, else the only one there is. */
	async remote(cwd) {
		const names = (await this.#git.ask(cwd, "remote") ?? "").split("\n").filter((name) => name !== "");
		return names.includes("origin") ? "origin" : names[0];
	}
	resolve(cwd, ref) {
		return this.#git.line(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
	}
	async remoteHead(cwd) {
		return (await this.#git.line(cwd, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"))?.replace(/^refs\/remotes\/origin\//, "");
	}
	async branches(cwd) {
		const names = (await this.#git.ask(cwd, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes/origin") ?? "").split("\n").map((ref) => ref.replace(/^refs\/(?:heads|remotes\/origin)\//, ""));
		return [...new Set(names.filter((name) => name !== "" && name !== "HEAD"))];
	}
	async newestTags(cwd, limit) {
		const format = [
			"for-each-ref",
			"--sort=-creatordate",
			`--count=${limit}`,
			"--format=%(refname)",
			"refs/tags"
		];
		return (await this.#git.ask(cwd, ...format) ?? "").split("\n").filter((ref) => ref !== "").map((ref) => ref.slice(10));
	}
	async commitTime(cwd, ref) {
		const text = await this.#git.line(cwd, "log", "-1", "--format=%ct", ref, "--");
		return text === void 0 ? void 0 : Number(text);
	}
};
function toCommit(record) {
	const [sha = "", authorDate = "", committerDate = "", parents = "", subject = "", body = ""] = record.split(FIELD);
	return {
		sha,
		authorDate,
		committerDate,
		subject,
		body: body.trim(),
		parents: parents.split(" ").filter((parent) => parent !== "")
	};
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/core/gates/file-patterns.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function readPattern(text) {
	const takesOut = text.startsWith("!");
	const glob = (takesOut ? text.slice(1) : text).replace(/^\.\//, "").replace(/\/+$/, "");
	return {
		takesOut,
		matches: (0, import_picomatch.default)([glob, `${glob}/**`], {
			dot: true,
			posix: true
		})
	};
}
/**
* @param patterns globs relative to a root; one with `!` takes out again, and the last that matches decides
* @returns tells whether they name a file, given by its path from that root
*/
function filesNamedBy(patterns) {
	const read = patterns.map(readPattern);
	return (file) => read.findLast((pattern) => pattern.matches(file))?.takesOut === false;
}

// src/core/gates/environments/environment-key.ts
/**
* @param need an environment
* @returns what tells it from others: two gates with the same key share one
*/
function environmentKey(need) {
	const { manager, cwd, python, recipe } = need;
	const place = python === void 0 ? `${manager}\0${cwd}` : `${manager}\0${cwd}\0${python}`;
	if (recipe === void 0) return place;
	const installs = recipe.installs.map(({ words, cwd: at, env }) => [
		words,
		at,
		Object.entries(env).sort()
	]);
	return `${place}\0${JSON.stringify([recipe.python, installs])}`;
}

// src/core/gates/graph.ts
/** Most cycles that are named; a repository that has more needs to mend these first. */
const MOST_CYCLES = 50;
/**
* @param gates gates with unique ids
* @returns pairs of a gate and a need of it that no gate has, in the order of the gates
*/
function findUnknownNeeds(gates) {
	const known = new Set(gates.map((gate) => gate.id));
	return gates.flatMap((gate) => gate.needs.filter((need) => !known.has(need)).map((need) => ({
		id: gate.id,
		need
	})));
}
/**
* Finds circles of needs. Each gate that is on a circle is on at least one that is returned (the shortest through it).
*
* @param gates gates with unique ids; unknown needs are ignored
* @returns paths `[a, b, c]`, meaning that a needs b, b needs c and c needs a; each begins with its first id in order of
*   names. At most 50
*/
function findCycles(gates) {
	const needs = new Map(gates.map((gate) => [gate.id, gate.needs]));
	const found = [];
	const covered = /* @__PURE__ */ new Set();
	for (const component of components(gates)) {
		const members = new Set(component);
		for (const id of component.sort()) {
			if (found.length >= MOST_CYCLES) return found;
			const cycle = covered.has(id) ? void 0 : shortestCycle(id, needs, members);
			if (cycle === void 0) continue;
			for (const member of cycle) covered.add(member);
			found.push(rotateToFirst(cycle));
		}
	}
	return found;
}
function rotateToFirst(cycle) {
	const first = cycle.indexOf([...cycle].sort()[0] ?? "");
	return [...cycle.slice(first), ...cycle.slice(0, first)];
}
function shortestCycle(from, needs, members) {
	const cameFrom = /* @__PURE__ */ new Map();
	const queue = [from];
	for (const at of queue) for (const need of needs.get(at) ?? []) {
		if (need === from) return pathTo(at, from, cameFrom);
		if (!members.has(need) || cameFrom.has(need)) continue;
		cameFrom.set(need, at);
		queue.push(need);
	}
}
function pathTo(end, from, cameFrom) {
	const path = [];
	for (let at = end; at !== void 0 && at !== from; at = cameFrom.get(at)) path.push(at);
	return [from, ...path.reverse()];
}
/** Strongly connected components (Tarjan, SIAM J. Comput. 1972), without recursion: a chain may be 10,000 gates long. */
function components(gates) {
	const needsOf = new Map(gates.map((gate) => [gate.id, gate.needs]));
	const index = /* @__PURE__ */ new Map();
	const low = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Set();
	const stack = [];
	const found = [];
	for (const gate of gates) {
		if (index.has(gate.id)) continue;
		const visits = [enter(gate.id)];
		for (let visit = visits.at(-1); visit !== void 0; visit = visits.at(-1)) {
			const need = visit.needs[visit.next];
			visit.next += 1;
			if (need === void 0) {
				visits.pop();
				leave(visit.id, visits.at(-1)?.id);
			} else if (needsOf.has(need)) {
				if (!index.has(need)) visits.push(enter(need));
				else if (open.has(need)) lower(visit.id, index.get(need));
			}
		}
	}
	return found;
	function enter(id) {
		index.set(id, index.size);
		low.set(id, index.size - 1);
		open.add(id);
		stack.push(id);
		return {
			id,
			needs: needsOf.get(id) ?? [],
			next: 0
		};
	}
	function lower(id, to) {
		low.set(id, Math.min(low.get(id) ?? 0, to ?? 0));
	}
	function leave(id, parent) {
		if (parent !== void 0) lower(parent, low.get(id));
		if (low.get(id) !== index.get(id)) return;
		const members = stack.splice(stack.lastIndexOf(id));
		for (const member of members) open.delete(member);
		found.push(members);
	}
}
/**
* @param gates gates without cycles
* @returns them, each after what it needs; else in the order given
*/
function inOrderOfNeeds(gates) {
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const entered = /* @__PURE__ */ new Set();
	const ordered = [];
	for (const gate of gates) {
		const path = entered.has(gate.id) ? [] : [{
			gate,
			next: 0
		}];
		entered.add(gate.id);
		for (let at = path.at(-1); at !== void 0; at = path.at(-1)) {
			const id = at.gate.needs[at.next];
			at.next += 1;
			const need = id === void 0 || entered.has(id) ? void 0 : byId.get(id);
			if (need !== void 0) {
				entered.add(need.id);
				path.push({
					gate: need,
					next: 0
				});
			} else if (id === void 0) {
				ordered.push(at.gate);
				path.pop();
			}
		}
	}
	return ordered;
}
/**
* What a required gate needs decides for it, so it is required too: else an advisory gate that fails would keep a
* required one from running, and nobody would be stopped.
*
* @param gates all gates
* @returns them, in order, with `required` handed on to all that required gates need
*/
function requireNeeds(gates) {
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const required = /* @__PURE__ */ new Set();
	const open = gates.filter((gate) => gate.required);
	for (let gate = open.pop(); gate !== void 0; gate = open.pop()) {
		if (required.has(gate.id)) continue;
		required.add(gate.id);
		for (const need of gate.needs) {
			const needed = byId.get(need);
			if (needed !== void 0) open.push(needed);
		}
	}
	return gates.map((gate) => gate.required === required.has(gate.id) ? gate : {
		...gate,
		required: true
	});
}

// src/core/gates/judge/tools.ts
const PYTEST = {
	clean: [0],
	findings: [1],
	idle: [5],
	words: {
		2: "collection failed, or pytest was interrupted",
		3: "pytest had an internal error",
		4: "pytest was called wrongly"
	}
};
const SIMPLE = {
	clean: [0],
	findings: [1]
};
const STRICT = {
	...SIMPLE,
	everyFindingFails: true
};
const AUDIT = {
	...SIMPLE,
	isAudit: true
};
const FACTS = {
	actionlint: {
		...STRICT,
		words: {
			2: "actionlint was called wrongly",
			3: "actionlint could not run"
		}
	},
	bandit: STRICT,
	biome: SIMPLE,
	coverage: {
		clean: [0],
		findings: [2]
	},
	deptry: STRICT,
	"detect-secrets": {
		clean: [0],
		findings: [0, 1],
		everyFindingFails: true
	},
	"detect-secrets-hook": STRICT,
	eslint: {
		...SIMPLE,
		words: { 2: "eslint crashed, or its configuration is wrong" }
	},
	gitleaks: {
		clean: [0],
		findings: [7, 1],
		everyFindingFails: true,
		words: { 126: "gitleaks was called wrongly" }
	},
	knip: SIMPLE,
	mypy: {
		...SIMPLE,
		words: { 2: "mypy stopped before it had checked everything" }
	},
	"node-test": SIMPLE,
	"npm-audit": AUDIT,
	"pip-audit": AUDIT,
	prettier: {
		...SIMPLE,
		words: { 2: "prettier could not read a file" }
	},
	pyright: {
		...SIMPLE,
		words: {
			2: "pyright had a fatal error",
			3: "pyright's configuration is wrong",
			4: "pyright was called wrongly"
		}
	},
	pytest: PYTEST,
	"pytest-xdist": PYTEST,
	ruff: {
		...STRICT,
		words: { 2: "ruff could not run: its configuration or call is wrong, or a file does not parse" }
	},
	tsc: {
		clean: [0],
		findings: [1, 2]
	},
	ty: STRICT,
	unittest: {
		...SIMPLE,
		idle: [5]
	},
	uv: SIMPLE,
	"uv-audit": {
		...AUDIT,
		words: { 2: "uv could not audit" }
	},
	"uv-check": SIMPLE,
	"uv-lock": {
		...SIMPLE,
		words: { 2: "uv could not read the project" }
	},
	vitest: SIMPLE,
	zizmor: {
		clean: [0],
		findings: [
			0,
			10,
			11,
			12,
			13,
			14
		],
		everyFindingFails: true,
		words: {
			1: "zizmor could not audit",
			2: "zizmor was called wrongly",
			3: "zizmor found nothing to audit"
		}
	}
};
/** Names under which a plan may know a tool. */
const ALIASES$1 = {
	"ruff-format": "ruff",
	"ruff-check": "ruff",
	node: "node-test",
	"node:test": "node-test",
	"node --test": "node-test",
	basedpyright: "pyright",
	"npm audit": "npm-audit",
	"uv audit": "uv-audit",
	"uv lock": "uv-lock",
	"uv check": "uv-check",
	tsc7: "tsc"
};
/**
* @param tool a tool's name, or null
* @returns the name under which its facts stand, the same name when there are none
*/
function toolName(tool) {
	return tool === null ? null : ALIASES$1[tool] ?? tool;
}
const FORMAT_TOOLS = {
	"mypy-json": "mypy",
	"pyright-json": "pyright",
	"ruff-json": "ruff",
	"bandit-json": "bandit",
	"pip-audit-json": "pip-audit",
	"uv-audit-json": "uv-audit",
	"npm-audit-json": "npm-audit",
	"eslint-json": "eslint",
	"gitleaks-json": "gitleaks",
	"deptry-json": "deptry",
	"actionlint-json": "actionlint",
	"biome-json": "biome",
	"detect-secrets-json": "detect-secrets",
	"knip-json": "knip",
	"zizmor-json": "zizmor",
	"coverage-json": "coverage"
};
/** uv writes SARIF for its audit alone. */
const PRODUCER_TOOLS = { uv: "uv-audit" };
/**
* A gate that a person wrote names no tool, but its report does. An audit is told by its report too, whatever the plan
* calls the program.
*
* @param named the gate's tool in the plan
* @param reports its reports
* @returns the tool to judge by; `named` when the reports tell nothing better
*/
function toolOf(named, reports) {
	if (toolFacts(named)?.isAudit === true) return named;
	const known = reports.flatMap(({ format, result }) => {
		const producer = result.kind === "read" ? result.reading.producer : null;
		return [FORMAT_TOOLS[format], producer === null ? void 0 : PRODUCER_TOOLS[producer] ?? producer];
	}).filter((name) => name !== void 0 && toolFacts(name) !== void 0);
	return known.find((name) => toolFacts(name ?? null)?.isAudit === true) ?? (toolFacts(named) === void 0 ? known[0] ?? named : named);
}
/**
* @param tool a tool's name, or null
* @returns what is known of it
*/
function toolFacts(tool) {
	const name = toolName(tool);
	return name !== null && Object.hasOwn(FACTS, name) ? FACTS[name] : void 0;
}

// src/core/gates/results/result-surroundings.ts
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
	return `./${normalize(join$1(cwd, name))}`;
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

// src/core/gates/results/result-key.ts
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
	const text = files.map(({ path, mode, id }) => `${mode} ${id} ${path}\0`).join("");
	return createHash("sha256").update(text).digest("hex");
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
/**
* @param wish a toolchain that a gate asks for
* @returns what tells it from others
*/
function toolchainKey({ language, version, isLimit }) {
	return isLimit === true ? `${language} ${version} at least` : `${language} ${version}`;
}
/** What of a gate decides its result; how it is shown and when it is started does not. */
function definitionOf(gate) {
	const { id, tool, run, cwd, env, reports, exitCodes, threshold, timeoutMs, environment, toolchains } = gate;
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
		environment,
		...(toolchains ?? []).map(toolchainKey)
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
	const wishes = (gate.toolchains ?? []).map(toolchainKey);
	const programs = [...pick(ground.programs, programsOf(gate)), ...pick(ground.toolchains ?? {}, wishes)];
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

// src/core/gates/gate-rules.ts
/** Events that `when.events` may name. `local` is a run without GitHub; `release` is whatever counts as a release. */
const WHEN_EVENTS = [
	"push",
	"pull_request",
	"merge_group",
	"release",
	"schedule",
	"workflow_dispatch",
	"local"
];
/** Kinds of trouble that often pass by themselves. */
const TRANSIENT_CLASSES = [
	"network",
	"rate-limit",
	"timeout",
	"crash"
];
/** Severities of findings, worst first. */
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
/**
* A folder of its own for each interpreter, so that gates side by side do not rebuild one another's environment.
*
* @param python a version, or whatever uv takes for one
* @returns what tells uv to use it (docs.astral.sh/uv, "Environment variables")
*/
function pythonVariables(python) {
	return {
		UV_PYTHON: python,
		UV_PROJECT_ENVIRONMENT: `.venv-${python.replaceAll(/[^A-Za-z0-9._+-]+/g, "-")}`
	};
}

// src/core/gates/when.ts
const ALIASES = { pull_request_target: "pull_request" };
/**
* @param facts the event
* @param release whether this run is a release
* @returns the names that `when.events` may call it by
*/
function eventsOf({ eventName }, release) {
	const name = ALIASES[eventName] ?? eventName;
	return release && name !== "release" ? [name, "release"] : [name];
}
/**
* @param facts the event
* @returns the branch that `when.branches` is about: where the change goes, not where it comes from
*/
function branchOf({ eventName, event, refType, refName, baseRef }) {
	if (eventName === "pull_request" || eventName === "pull_request_target") return baseRef;
	if (eventName === "merge_group") return asText(valueAt(event, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, "");
	return refType === "branch" && refName !== "" ? refName : void 0;
}
function eventProblem(events, situation) {
	if (situation.events.some((name) => events.some((event) => event === name))) return void 0;
	const here = WHEN_EVENTS.find((event) => event === situation.events[0]) === "local" ? "a run without GitHub" : `the event ${situation.events[0] ?? "unknown"}`;
	return `\`when.events\` names ${events.join(", ")}, and this is ${here}`;
}
function branchProblem(branches, { branch }) {
	if (branch === void 0 || import_picomatch.default.isMatch(branch, [...branches], { dot: true })) return void 0;
	return `\`when.branches\` names ${branches.slice(0, 5).join(", ")}, and this is ${branch}`;
}
/**
* @param files files that changed
* @param since what they are compared with
* @returns words that follow a verb: `none of the 3 files that changed since main`
*/
function noneOf(files, since) {
	if (files.length === 0) return `some files, and nothing changed since ${since}`;
	return files.length === 1 ? `other files than the one that changed since ${since}` : `none of the ${files.length} files that changed since ${since}`;
}
function pathProblem(paths, { changed }) {
	if (changed.kind === "unknown" || changed.files.some(filesNamedBy(paths))) return void 0;
	return `\`when.paths\` names ${noneOf(changed.files, changed.since)}`;
}
/**
* @param when the condition of a gate
* @param situation the run
* @returns why the gate does not run, naming the part that does not hold; undefined when it runs, also wherever that is in doubt
*/
function whyNotNow(when, situation) {
	if (when === void 0) return void 0;
	return (when.events === void 0 ? void 0 : eventProblem(when.events, situation)) ?? (when.branches === void 0 ? void 0 : branchProblem(when.branches, situation)) ?? (when.paths === void 0 ? void 0 : pathProblem(when.paths, situation));
}
/**
* Decides which gates do not run, and why. What a gate that runs needs, runs too, whatever is said of it: else a change
* could be checked by nothing.
*
* @param gates all gates that were asked for
* @param whyNot why one would not run by itself
* @returns the reason by id of those that do not run
*/
function leftOut(gates, whyNot) {
	const left = /* @__PURE__ */ new Map();
	const needed = /* @__PURE__ */ new Set();
	for (const gate of [...inOrderOfNeeds(gates)].reverse()) {
		const reason = needed.has(gate.id) ? void 0 : whyNot(gate);
		if (reason !== void 0) left.set(gate.id, reason);
		else for (const need of gate.needs) needed.add(need);
	}
	return left;
}

// src/core/gates/affected.ts
/** Files whose change may have changed the gate itself: where it is declared, what leads there, and turnpike.yml. */
function declares({ source, chain = [] }, config) {
	const files = /* @__PURE__ */ new Set([
		config,
		source.file,
		...chain.map((step) => step.file)
	]);
	return (file) => files.has(file);
}
/**
* Whether a change can make a gate say something else. A gate that names neither `inputs` nor `when.paths` depends on all
* files, so every change can.
*
* @param gate any gate
* @param changed what changed
* @param config path of turnpike.yml
* @returns why it cannot, naming what was looked at; undefined when it can, also when nobody knows what changed
*/
function whyUnaffected(gate, changed, config = "turnpike.yml") {
	if (changed.kind === "unknown") return void 0;
	if (changed.files.length === 0) return `nothing changed since ${changed.since}`;
	const patterns = gate.inputs ?? gate.when?.paths;
	if (patterns === void 0) return void 0;
	const isNamed = filesNamedBy(patterns);
	const isBeside = gate.inputs === void 0 ? () => false : countsBeside(gate);
	const isItsOwn = declares(gate, config);
	if (changed.files.some((file) => isNamed(file) || isBeside(file) || isItsOwn(file))) return void 0;
	return `${gate.inputs === void 0 ? "its `when.paths` name" : "its `inputs` name"} ${noneOf(changed.files, changed.since)}`;
}

// src/core/gates/environments/environment-reads.ts
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
	const place = path.startsWith("/") ? ".." : normalize(join$1(folder, path));
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
	for (let at = cwd; at !== "." && at !== "/"; at = dirname$1(at)) folders.push(dirname$1(at));
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
		return pairs(line.split(/\s+/)).flatMap(([option, value]) => ofOption(option, value, cwd, dirname$1(path)));
	});
}

// src/core/gates/environments/environment-reuse.ts
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
		generated: [...texts].flatMap(([path, text]) => [...text.matchAll(GENERATED)].map((match) => normalize(join$1(dirname$1(path), match[1] ?? ""))).filter((one) => !one.startsWith("..") && !one.startsWith("/")))
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

// src/core/gates/gate-names.ts
/** Longest part of a file name that a gate's id becomes. */
const LONGEST_NAME = 80;
/**
* @param ids ids of gates
* @returns for each a name that every file system takes, different for each also where case does not count
*/
function fileNamesOf(ids) {
	const used = /* @__PURE__ */ new Set();
	const names = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const plain = id.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, LONGEST_NAME) || "gate";
		let name = plain;
		for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`;
		used.add(name.toLowerCase());
		names.set(id, name);
	}
	return names;
}

// src/core/gates/history.ts
/** Weight of the newest run. */
const NEWEST = .3;
function isAmount(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
/** By hand: this is read before the first gate starts, and a library for schemas takes 10 ms to be there. */
function isKept(named) {
	const [, entry] = named;
	if (typeof entry !== "object" || entry === null) return false;
	const { durationMs, cpu, peakBytes, runs } = entry;
	const isRun = Number.isInteger(runs) && isAmount(runs) && runs > 0;
	return isAmount(durationMs) && [cpu, peakBytes].every((one) => one === null || isAmount(one)) && isRun;
}
/**
* @param text history.json; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read, because it is no more than a hint
*/
function parseHistory(text) {
	if (text === void 0) return /* @__PURE__ */ new Map();
	try {
		const { schema, gates } = JSON.parse(text);
		if (schema !== "turnpike/history/1" || typeof gates !== "object" || gates === null) return /* @__PURE__ */ new Map();
		const entries = Object.entries(gates);
		return entries.every(isKept) ? new Map(entries) : /* @__PURE__ */ new Map();
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
function blend(before, now) {
	return before === null || before === void 0 ? now : before + NEWEST * (now - before);
}
/** Cores: less than the mean is believed only when nothing else wanted them. */
function blendCpu(before, { cpu, wasCrowded }) {
	if (cpu === null) return before ?? null;
	if (before === null || before === void 0) return wasCrowded ? null : cpu;
	return wasCrowded && cpu < before ? before : blend(before, cpu);
}
/**
* @param history what is remembered
* @param measured what gates took that ran to their end just now, by id
* @returns what to remember
*/
function remember(history, measured) {
	const next = new Map(history);
	for (const [id, now] of measured) {
		const before = next.get(id);
		next.delete(id);
		next.set(id, {
			durationMs: blend(before?.durationMs, now.durationMs),
			cpu: blendCpu(before?.cpu, now),
			peakBytes: now.peakBytes === null ? before?.peakBytes ?? null : Math.max(now.peakBytes, blend(before?.peakBytes, now.peakBytes)),
			runs: (before?.runs ?? 0) + 1
		});
	}
	return new Map([...next].slice(-2e4));
}
/**
* @param history what to remember
* @returns the text of history.json, in a form that formatters leave alone
*/
function renderHistory(history) {
	const round = (value) => value === null ? null : Math.round(value * 1e3) / 1e3;
	const gates = Object.fromEntries([...history].map(([id, { durationMs, cpu, peakBytes, runs }]) => [id, {
		durationMs: round(durationMs),
		cpu: round(cpu),
		peakBytes: round(peakBytes),
		runs
	}]));
	return `${JSON.stringify({
		schema: "turnpike/history/1",
		gates
	}, null, 2)}\n`;
}

// src/core/gates/judge/evidence.ts
/** Nothing stands against it. */
const passed = {
	outcome: "passed",
	reason: null
};
/** @returns that the tool is in trouble, for this reason */
const toolError = (reason) => ({
	outcome: "tool-error",
	reason
});

// src/core/gates/judge/exit-code.ts
/** @returns what a command came to that did not end by itself */
function judgeEnd(end) {
	switch (end.kind) {
		case "signalled": return toolError(explainSignal(end.signal));
		case "timed-out": return {
			outcome: "timed-out",
			reason: `took longer than ${formatLimit(end.afterMs)}`
		};
		case "stopped": return {
			outcome: "cancelled",
			reason: "somebody stopped it"
		};
		case "not-started": return toolError(end.message);
		default: return unreachable(end);
	}
}
function formatLimit(ms) {
	const seconds = ms / 1e3;
	if (seconds < 60 || seconds % 60 !== 0) return `${seconds} s`;
	return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}
function explainSignal(signal) {
	if (signal === "SIGKILL") return "was killed, most likely because memory ran out";
	if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL") return `crashed (${signal})`;
	return `was ended by ${signal}, which Turnpike did not send`;
}
/** A shell reports a child's signal as 128 and its number (POSIX.1-2024, 2.8.2). */
const SHELL_CODES = {
	126: "the command could not be executed (exit code 126)",
	127: "the command was not found (exit code 127)",
	130: "was interrupted (exit code 130)",
	134: "crashed (exit code 134, abort)",
	137: "was killed, most likely because memory ran out (exit code 137)",
	139: "crashed (exit code 139, segmentation fault)",
	141: "a program wrote into a pipe that nobody read on (exit code 141; a text is run with `pipefail`)",
	143: "was terminated (exit code 143)"
};
/** @returns what is known of the exit codes of a gate; what is declared of them goes first */
function factsOf(gate) {
	const known = toolFacts(gate.tool);
	if (gate.exitCodes === null) return known;
	const findings = [.../* @__PURE__ */ new Set([...gate.exitCodes.findings, ...known?.findings ?? []])];
	return {
		...known,
		clean: gate.exitCodes.clean,
		findings
	};
}
/** Whether the exit code means findings and nothing else. Of a program that nobody knows, 1 is what most mean by it. */
function saysFindings({ end }, facts) {
	if (end.kind !== "exited") return false;
	return facts === void 0 ? end.code === 1 : facts.findings.includes(end.code);
}
/**
* @param evidence how a gate ended
* @returns true when its exit code is the one by which its tool says that it found something, or that tests failed
*/
function saysTestsFailed({ gate, end, reports }) {
	if (end.kind !== "exited") return false;
	const facts = factsOf({
		...gate,
		tool: toolOf(gate.tool, reports)
	});
	return facts?.findings.includes(end.code) === true && !facts.clean.includes(end.code);
}
/** @returns what an exit code says; of a tool that nobody knows, 0 is clean and the rest are findings */
function meaningOf(code, facts, hasReports) {
	const isClean = facts === void 0 ? code === 0 : facts.clean.includes(code);
	const isFindings = facts === void 0 ? code !== 0 : facts.findings.includes(code);
	if (!(facts !== void 0 && (isClean || isFindings)) && code in SHELL_CODES) return "error";
	if (isClean && isFindings) return hasReports ? "either" : "clean";
	if (isClean) return "clean";
	return isFindings ? "findings" : "error";
}
/** @returns a code in words */
function explainCode(code, facts) {
	const words = facts?.words?.[code];
	if (words !== void 0) return `${words} (exit code ${code})`;
	return SHELL_CODES[code] ?? `ended with exit code ${code}, which says neither clean nor findings`;
}

// src/core/gates/judge/log-signs.ts
const UNREACHABLE = "advisory service unreachable";
/** The advisory service was not there, or answered with an error; the wording of each tool. */
const NOT_AUDITED = [
	{
		tools: ["uv-audit"],
		pattern: /cannot be performed in offline mode/,
		reason: "offline"
	},
	{
		tools: ["uv-audit"],
		pattern: /HTTP status (?:server|client) error \((\d+)/,
		reason: (match) => `advisory service answered ${match[1]}`
	},
	{
		tools: ["uv-audit"],
		pattern: /error decoding response body/,
		reason: "the advisory service did not answer in its own language"
	},
	{
		tools: ["uv-audit"],
		pattern: /Request failed after \d+ retries|error sending request|dns error|tcp connect error/,
		reason: UNREACHABLE
	},
	{
		tools: ["uv-audit"],
		pattern: /lockfile .*needs to be updated|Unable to find lockfile/,
		reason: "the lock is stale or missing"
	},
	{
		tools: ["pip-audit"],
		pattern: /ServiceError/,
		reason: "advisory service failed"
	},
	{
		tools: ["pip-audit"],
		pattern: /ConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded/,
		reason: UNREACHABLE
	},
	{
		tools: ["pip-audit"],
		pattern: /could not be audited/,
		reason: "a package could not be looked up"
	},
	{
		tools: ["npm-audit"],
		pattern: /audit endpoint returned an error|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/,
		reason: UNREACHABLE
	}
];
/** A table of packages that pip-audit passed over, with exit code 0. */
const PASSED_OVER = /^\S+ +.*\bcould not be audited\b/gm;
/**
* @param tool the gate's tool
* @param log the output of an audit that ended well and wrote no report
* @returns why it may have audited nothing, when the output says so
*/
function whyMaybeNotAudited(tool, log) {
	const amount = toolName(tool) === "pip-audit" ? [...log.matchAll(PASSED_OVER)].length : 0;
	if (amount === 0) return void 0;
	return `${amount} package${amount === 1 ? "" : "s"} could not be looked up, and no report tells of the others`;
}
/** The tool did not do what it was asked, although its exit code may say so or not. */
const TOOL_TROUBLE = [
	{
		tools: [],
		pattern: /error: Failed to spawn: `([^`\n]{1,80})`/,
		reason: (match) => `${match[1]} is not installed in the environment`
	},
	{
		tools: ["deptry"],
		pattern: /Skipping processing of (.{1,200}?) because of the following error/,
		reason: (match) => `deptry left out ${match[1]}, which does not parse`
	},
	{
		tools: ["zizmor"],
		pattern: /failed to parse input: (.{1,200})/,
		reason: (match) => `zizmor left out a file: ${match[1]}`
	},
	{
		tools: ["zizmor"],
		pattern: /failed to load (.{1,200}) as workflow/,
		reason: (match) => `zizmor could not read ${match[1]}`
	},
	{
		tools: ["bandit"],
		pattern: /^Files skipped \([1-9]\d*\):\n\s+(.{1,200}?) \(([^()\n]{1,120})\)$/m,
		reason: (match) => `bandit left out ${match[1]}: ${match[2]}`
	},
	{
		tools: ["biome"],
		pattern: /No files were processed in the specified paths/,
		reason: "biome looked at no file"
	},
	{
		tools: ["gitleaks"],
		pattern: /^.{0,20}\bFTL\b (.{1,200})$/m,
		reason: (match) => `gitleaks stopped: ${match[1]}`
	},
	{
		tools: ["ruff"],
		pattern: /^(?:(\S.{0,200}?):\d+:\d+: E902 (.{1,120})|E902 (.{1,120})\n\s*--> (.{1,200}?):\d+:\d+)$/m,
		reason: (match) => `ruff could not read ${match[1] ?? match[4]}: ${match[2] ?? match[3]}`
	},
	{
		tools: ["uv-check"],
		pattern: /Failed to download/,
		reason: "uv could not download the type checker"
	},
	{
		tools: ["pyright"],
		pattern: /nodeenv failed|npm install pyright/,
		reason: "pyright could not get its own runtime"
	}
];
/** Words of an output that explain a failure without a report. */
const EXPLANATIONS = [
	{
		tools: ["uv-lock"],
		pattern: /needs to be updated/,
		reason: "uv.lock does not match pyproject.toml; run `uv lock`"
	},
	{
		tools: ["uv-lock"],
		pattern: /Unable to find lockfile/,
		reason: "there is no uv.lock; run `uv lock`"
	},
	{
		tools: [],
		pattern: /`npm ci` can only install packages when .{0,120} are in sync/,
		reason: "package-lock.json does not match package.json; run `npm install`"
	},
	{
		tools: ["coverage"],
		pattern: /Coverage failure: (.{1,120})/,
		reason: (match) => `coverage: ${match[1]}`
	}
];
/** Coverage below its limit: the tests passed, and their report says nothing of it. */
const LIMITS = [
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^(?:ERROR: )?Coverage failure: (.{1,120})$/m,
		reason: (match) => `coverage: ${match[1]}`
	},
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^FAIL Required test coverage of (\S{1,20}) not reached\. Total coverage: (\S{1,20})$/m,
		reason: (match) => `coverage is ${match[2]}, and ${match[1]} is required`
	},
	{
		tools: ["vitest"],
		pattern: /^\s*ERROR: (Coverage for \w{1,20} \([\d.]+%\) does not meet [^\n]{1,120})$/m,
		reason: (match) => (match[1] ?? "").replace("Coverage", "coverage")
	},
	{
		tools: ["jest"],
		pattern: /^Jest: (.{1,80} coverage threshold for .{1,120} not met: \S{1,20})$/m,
		reason: (match) => match[1] ?? ""
	}
];
function find(signs, tool, log) {
	const name = toolName(tool);
	for (const { tools, pattern, reason } of signs) {
		if (tools.length > 0 && (name === null || !tools.includes(name))) continue;
		const match = pattern.exec(log);
		if (match !== null) return typeof reason === "string" ? reason : reason(match);
	}
}
/**
* @param tool the gate's tool
* @param log the output
* @returns why the tool could not ask its advisory service, when the output says so
*/
function whyNotAudited(tool, log) {
	return find(NOT_AUDITED, tool, log);
}
/**
* @param tool the gate's tool
* @param log the output
* @returns what the tool could not do, when the output says so
*/
function toolTrouble(tool, log) {
	return find(TOOL_TROUBLE, tool, log);
}
/**
* @param tool the gate's tool
* @param log the output
* @returns what a failure means, when the output says so
*/
function explanation(tool, log) {
	return find(EXPLANATIONS, tool, log);
}
/**
* @param tool the gate's tool
* @param log the output
* @returns the limit that was not held, when the output says so
*/
function brokenLimit(tool, log) {
	return find(LIMITS, tool, log);
}

// src/core/gates/judge/report-sum.ts
/** @returns the sums of reports */
function summarize(readings) {
	const add = (values) => values.reduce((sum, value) => sum + value, 0);
	const tests = readings.flatMap((reading) => reading.tests === null ? [] : [reading.tests]);
	const totals = readings.flatMap((reading) => reading.totals === null ? [] : [reading.totals]);
	return {
		noun: (readings.find((reading) => reading.tests !== null)?.work?.unit ?? "tests").replace(/s$/, ""),
		tests: tests.length === 0 ? null : {
			executed: add(tests.map((one) => one.executed)),
			failed: add(tests.map((one) => one.failed)),
			skipped: add(tests.map((one) => one.skipped)),
			flaky: add(tests.map((one) => one.flaky))
		},
		hasTotals: totals.length > 0,
		errors: add(totals.map((one) => one.error)),
		findings: add(totals.map((one) => one.error + one.warning + one.note))
	};
}
/** @returns how many failed, or were found */
function whyFailed(sum) {
	return sum.tests === null ? countOf(sum.findings, "finding") : `${sum.tests.failed} of ${countOf(sum.tests.executed, sum.noun)} failed`;
}
/** @returns why nothing was judged, from the report that says so */
function whyIdle(sum, idle) {
	if (sum.tests !== null && sum.tests.skipped > 0) return allSkipped(sum.tests.skipped, sum.noun);
	const unit = idle.work?.unit ?? "files";
	return unit === "tests" ? "no tests were run" : `no ${unit} were looked at`;
}
/** @returns that nothing of what there was ran */
function allSkipped(amount, noun) {
	return amount === 1 ? `its only ${noun} was skipped` : `all ${amount} ${noun}s were skipped`;
}
/** @returns what one thing that counts against a gate is called */
function nounOf(sum) {
	return sum.tests === null ? "finding" : `failed ${sum.noun}`;
}
/** @returns what the tool says of itself in a few words; null when its reports say nothing */
function describe$1(sum, readings) {
	const parts = [];
	if (sum.tests !== null) {
		const { executed, failed, flaky, skipped } = sum.tests;
		parts.push(failed > 0 ? `${failed} of ${executed} failed` : countOf(executed, sum.noun));
		if (flaky > 0) parts.push(`${flaky} flaky`);
		if (skipped > 0) parts.push(`${skipped} skipped`);
	} else if (sum.hasTotals && sum.findings > 0) parts.push(countOf(sum.findings, "finding"));
	for (const { work, remark, coverage } of readings) {
		if (work !== null && work.unit !== `${sum.noun}s` && work.unit !== "lines") parts.push(countOf(work.amount, work.unit.replace(/s$/, "")));
		if (coverage !== null) parts.push(`${coverage.toFixed(1)} % covered`);
		if (remark !== null) parts.push(remark);
	}
	return parts.length === 0 ? null : parts.join(", ");
}

// src/core/gates/judge/log-work.ts
const NO_TESTS = "no tests were collected";
const IDLE = [
	{
		tools: ["node-test"],
		pattern: /^(?:ℹ|#) tests (\d+)\n(?:(?:ℹ|#) (?:suites|pass|fail|cancelled|skipped) \d+\n)*/gmu,
		reason: (match) => {
			if (match[1] === "0") return NO_TESTS;
			return new RegExp(`^(?:ℹ|#) skipped ${match[1]}$`, "mu").test(match[0]) ? allSkipped(Number(match[1]), "test") : void 0;
		}
	},
	{
		tools: ["vitest"],
		pattern: /^No test files found, exiting with code 0/gm,
		reason: NO_TESTS
	},
	{
		tools: ["vitest", "jest"],
		pattern: /^ *Tests:? +(?:(\d+) skipped)?(?:[^\n\d]*\d+ todo)?(?:, (\d+) total| \((\d+)\))$/gm,
		reason: (match) => {
			const total = match[2] ?? match[3];
			if (total === "0") return NO_TESTS;
			return match[1] === total ? allSkipped(Number(total), "test") : void 0;
		}
	},
	{
		tools: ["jest"],
		pattern: /^No tests found, exiting with code 0/gm,
		reason: NO_TESTS
	},
	{
		tools: ["mocha", null],
		pattern: /^ {2}0 passing \(\d+m?s\)$/gm,
		unless: /^ {2}(?:[1-9]\d* passing|\d+ failing)/m,
		reason: NO_TESTS
	},
	{
		tools: ["unittest"],
		pattern: /^Ran (\d+) tests? in \d/gm,
		reason: zeroOf(NO_TESTS)
	},
	{
		tools: ["pytest", "pytest-xdist"],
		pattern: /^=*\s?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s(?: \([\d:]+\))?\s?=*$/gm,
		reason: (match) => {
			const parts = [...(match[1] ?? "").matchAll(/(\d+) ([a-z]+)/g)].map(([, amount, word]) => ({
				amount,
				word
			}));
			const ran = parts.some(({ word }) => !/^(?:skipped|deselected|warnings?)$/.test(word ?? ""));
			const skipped = parts.find(({ word }) => word === "skipped");
			return ran || skipped === void 0 ? void 0 : allSkipped(Number(skipped.amount), "test");
		}
	},
	{
		tools: ["bandit"],
		pattern: /^\tTotal lines of code: (\d+)$/gm,
		reason: zeroOf("no lines were looked at")
	},
	{
		tools: ["pyright"],
		pattern: /^(?:No source files found\.?|File or directory "([^"\n]{1,300})" does not exist\.)$/gm,
		reason: (match) => match[1] === void 0 ? "no files were looked at" : `\`${match[1]}\` does not exist`
	},
	{
		tools: ["ruff"],
		pattern: /^warning: No Python files found under/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["ty"],
		pattern: /^WARN No python files found under/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["black"],
		pattern: /^No Python files are present to be formatted/gm,
		reason: "no files were looked at"
	},
	{
		tools: ["biome"],
		pattern: /^Checked (\d+) files? in /gm,
		reason: zeroOf("no files were looked at")
	}
];
/** @returns what a figure of 0 means; another one says nothing */
function zeroOf(reason) {
	return (match) => match[1] === "0" ? reason : void 0;
}
/**
* Of a tool that ended well and whose reports, if there are any, do not say what it looked at.
*
* @param tool the gate's tool
* @param log beginning and end of the output, without colours
* @returns that it looked at nothing, when its own words say so
*/
function whyNothingDone(tool, log) {
	const name = toolName(tool);
	for (const { tools, pattern, unless, reason } of IDLE) {
		if (!tools.includes(name) || unless?.test(log) === true) continue;
		const match = [...log.matchAll(pattern)].at(-1);
		const why = match === void 0 ? void 0 : typeof reason === "string" ? reason : reason(match);
		if (why !== void 0) return why;
	}
}

// src/core/gates/judge/threshold.ts
/** Formats that tell coverage alone. */
const COVERAGE = [
	"coverage-json",
	"cobertura",
	"istanbul-json",
	"lcov"
];
/** Formats whose entries are tests. */
const TESTS = ["junit", "gates-json"];
/** Lines of text are guessed; nothing is held to them. */
const FINDINGS_NOT = [
	...COVERAGE,
	...TESTS,
	"text"
];
/**
* @param threshold what a gate is held to
* @param reports its reports
* @returns parts that none of them measures
*/
function unmeasured(threshold, reports) {
	const has = (fits) => reports.some(({ format }) => fits(format));
	const found = [];
	const key = threshold.findings === void 0 ? "severity" : "findings";
	if (threshold[key] !== void 0 && !has((format) => !FINDINGS_NOT.includes(format))) found.push({
		key,
		formats: ["sarif"]
	});
	if (threshold.coverage !== void 0 && !has((format) => COVERAGE.includes(format))) found.push({
		key: "coverage",
		formats: COVERAGE.slice(0, 2)
	});
	if (threshold.tests !== void 0 && !has((format) => TESTS.includes(format))) found.push({
		key: "tests",
		formats: ["junit"]
	});
	return found;
}
const RANK = {
	error: 0,
	warning: 1,
	note: 2
};
/**
* @param threshold says which findings count
* @param readings what structured reports say
*/
function measuresOf(threshold, readings) {
	const least = RANK[threshold.severity ?? "note"];
	const counted = readings.flatMap(({ tests, totals }) => tests === null && totals !== null ? [totals] : []);
	const tests = readings.flatMap((reading) => reading.tests === null ? [] : [reading.tests.executed]);
	const add = (values) => values.reduce((sum, value) => sum + value, 0);
	return {
		findings: counted.length === 0 ? null : add(counted.map(({ error, warning, note }) => add([
			error,
			warning,
			note
		].filter((_, severity) => severity <= least)))),
		coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
		tests: tests.length === 0 ? null : add(tests)
	};
}
/** Findings that are let through; undefined when the threshold says nothing of findings. */
function allowedFindings({ findings, severity }) {
	return findings ?? (severity === void 0 ? void 0 : 0);
}
function percent(value) {
	return `${value.toFixed(2).replace(/\.?0+$/, "")} %`;
}
function asksOf(threshold, measures) {
	const { severity, tests, coverage } = threshold;
	const allowed = allowedFindings(threshold);
	const asks = [];
	if (allowed !== void 0) {
		const of = severity === void 0 || severity === "note" ? "" : ` of severity ${severity} or worse`;
		const limit = allowed === 0 ? "none is" : `at most ${allowed} are`;
		asks.push({
			what: "how many findings there are",
			measured: measures.findings,
			holds: (measured) => measured <= allowed,
			reason: (measured) => `${countOf(measured, "finding")}${of}, ${limit} let through`
		});
	}
	if (tests !== void 0) asks.push({
		what: "how many tests ran",
		measured: measures.tests,
		holds: (measured) => measured >= tests,
		reason: (measured) => `${countOf(measured, "test")} ran, at least ${tests} are wanted`
	});
	if (coverage !== void 0) asks.push({
		what: "the coverage",
		measured: measures.coverage,
		holds: (measured) => measured >= coverage,
		reason: (measured) => `${percent(measured)} covered, at least ${percent(coverage)} are wanted`
	});
	return asks;
}
/**
* @param threshold what the gate is held to
* @param measures what its reports say
* @returns whether it holds; a figure that is missing is neither
*/
function holdTo(threshold, measures) {
	const reasons = [];
	for (const { what, measured, holds, reason } of asksOf(threshold, measures)) {
		if (measured === null) return {
			kind: "unknown",
			reason: `no report tells ${what}, which its threshold asks for`
		};
		if (!holds(measured)) reasons.push(reason(measured));
	}
	return reasons.length === 0 ? { kind: "held" } : {
		kind: "broken",
		reasons
	};
}

// src/core/gates/judge/judge.ts
/**
* Judges one gate from exit code, reports and the work that was done. None of them is believed alone: `passed` needs a
* clean exit, whole reports, no finding that blocks, and something that was looked at. Where they disagree, the tool is
* in trouble, and the gate is neither green nor simply red.
*
* @param given what is known after the run
* @returns the outcome of docs/architecture.md, section 8, and what to show of it
*/
function judge(given) {
	const evidence = {
		...given,
		gate: {
			...given.gate,
			tool: toolOf(given.gate.tool, given.reports)
		}
	};
	const readings = readingsOf(evidence, () => true);
	const sum = summarize(readings);
	const told = readingsOf(evidence, (format) => format !== "text");
	const checks = readings.flatMap((reading) => reading.checks ?? []);
	return {
		...decide(evidence, {
			readings: told,
			sum: summarize(told),
			shown: sum
		}),
		summary: describe$1(sum, readings),
		counts: {
			tests: sum.tests?.executed ?? null,
			failures: sum.tests?.failed ?? null,
			findings: sum.tests === null && sum.hasTotals ? sum.findings : null
		},
		findings: readings.flatMap((reading) => reading.findings),
		findingsTotal: sum.findings,
		coverage: readings.find((reading) => reading.coverage !== null)?.coverage ?? null,
		...checks.length === 0 ? {} : { checks }
	};
}
function readingsOf({ reports }, take) {
	return reports.flatMap(({ format, result }) => result.kind === "read" && take(format) ? [result.reading] : []);
}
function decide(evidence, told) {
	const { end, gate, log } = evidence;
	const { readings, sum } = told;
	if (end.kind !== "exited") return judgeEnd(end);
	const facts = factsOf(gate);
	const audit = notAudited(evidence, readings, facts);
	if (audit !== void 0) return audit;
	if (facts?.idle?.includes(end.code) === true) return {
		outcome: "inconclusive",
		reason: "no tests were collected"
	};
	const trouble = readings.flatMap((reading) => reading.problems)[0] ?? toolTrouble(gate.tool, log);
	if (trouble !== void 0) return toolError(trouble);
	const meaning = meaningOf(end.code, facts, evidence.reports.length > 0);
	if (meaning === "error") return belowLimit(evidence, told) ?? toolError(explainCode(end.code, facts));
	const broken = evidence.reports.map(reportProblem).find((problem) => problem !== void 0);
	if (broken !== void 0) return toolError(broken);
	const isRed = meaning === "findings" || meaning === "either" && sum.findings > 0;
	if (gate.threshold !== void 0) return judgeByThreshold(evidence, told, {
		facts,
		isRed,
		threshold: gate.threshold
	});
	return isRed ? judgeRed(evidence, told, facts) : judgeClean(evidence, told, facts);
}
/** `coverage report` ends with 2 below its limit, and behind `&&` that is the code of tests that passed. */
function belowLimit({ end, gate, log, reports }, { sum }) {
	const isWhole = reports.length > 0 && reports.every(({ result }) => result.kind === "read");
	if (end.kind !== "exited" || end.code !== 2 || !isWhole || (sum.tests?.failed ?? 1) > 0) return void 0;
	const reason = brokenLimit(gate.tool, log);
	return reason === void 0 ? void 0 : {
		outcome: "failed",
		reason
	};
}
/**
* A threshold decides how many findings are too many, and holds figures that the exit code says nothing of. It forgives
* findings alone: a failed test, a code that is not the tool's "there are findings", or a report that does not tell, is
* what it would be without.
*/
function judgeByThreshold(evidence, told, { facts, isRed, threshold }) {
	const measures = measuresOf(threshold, told.readings);
	const decidesFindings = allowedFindings(threshold) !== void 0 && measures.findings !== null && (told.sum.tests?.failed ?? 0) === 0;
	if (isRed && !(decidesFindings && told.sum.findings > 0 && saysFindings(evidence, facts))) return judgeRed(evidence, told, facts);
	const decision = judgeClean(evidence, told, facts, decidesFindings);
	if (decision.outcome !== "passed" && decision.outcome !== "flaky-passed") return decision;
	const result = holdTo(threshold, measures);
	if (result.kind === "unknown") return toolError(result.reason);
	return result.kind === "held" ? decision : {
		outcome: "failed",
		reason: result.reasons.join("; ")
	};
}
function reportProblem({ path, format, result }) {
	const name = path.split("/").at(-1) ?? path;
	switch (result.kind) {
		case "read": return;
		case "missing": return `its report ${name} (${format}) was not written`;
		case "empty": return `its report ${name} (${format}) is empty`;
		case "broken": return `its report ${name} (${format}) cannot be read: ${result.reason}`;
		default: return unreachable(result);
	}
}
function judgeClean({ gate, end, log }, { readings, sum }, facts, areFindingsJudged = false) {
	const blocking = areFindingsJudged ? 0 : facts?.everyFindingFails === true ? sum.findings : sum.errors;
	if (blocking > 0) {
		const code = end.kind === "exited" ? end.code : 0;
		return toolError(`ended with exit code ${code}, but its report has ${countOf(blocking, nounOf(sum))}`);
	}
	const idle = readings.find((reading) => reading.work !== null && reading.work.amount === 0);
	if (idle !== void 0) return {
		outcome: "inconclusive",
		reason: whyIdle(sum, idle)
	};
	const why = readings.some(({ work }) => work !== null && work.amount > 0) ? void 0 : whyNothingDone(gate.tool, log);
	if (why !== void 0) return {
		outcome: "inconclusive",
		reason: why
	};
	if (sum.tests !== null && sum.tests.flaky > 0) return {
		outcome: "flaky-passed",
		reason: `${countOf(sum.tests.flaky, "test")} passed only when tried again`
	};
	return passed;
}
function judgeRed(evidence, { sum, shown }, facts) {
	const { gate, end, log } = evidence;
	const code = end.kind === "exited" ? end.code : 0;
	if (sum.findings > 0) return {
		outcome: "failed",
		reason: whyFailed(sum)
	};
	const limit = brokenLimit(gate.tool, log);
	if (limit !== void 0) return {
		outcome: "failed",
		reason: limit
	};
	if (sum.hasTotals) return toolError(`ended with exit code ${code}, but its report has no ${nounOf(sum)}`);
	const hasLines = shown.findings > 0 && facts !== void 0;
	if (!hasLines && needsLines(gate.tool)) return toolError(`ended with exit code ${code}, but its output has no finding`);
	return {
		outcome: "failed",
		reason: explanation(gate.tool, log) ?? (hasLines ? whyFailed(shown) : void 0) ?? `ended with exit code ${code}`
	};
}
/** tsc says 1 for findings and for a wrong call; only its lines tell them apart. */
function needsLines(tool) {
	return toolName(tool) === "tsc";
}
function notAudited(evidence, readings, facts) {
	if (facts?.isAudit !== true) return void 0;
	const { gate, end, reports, log } = evidence;
	const silent = (reason) => ({
		outcome: "inconclusive",
		reason: `not audited: ${reason}`
	});
	const told = readings.find((reading) => reading.notAudited !== null)?.notAudited;
	if (told !== void 0 && told !== null) return silent(told);
	const command = typeof gate.run === "string" ? gate.run : gate.run.join(" ");
	if (/(^|\s)--offline(\s|=|$)/.test(command)) return silent("offline");
	const isWhole = reports.length > 0 && reports.every((report) => report.result.kind === "read");
	const isClean = end.kind === "exited" && facts.clean.includes(end.code);
	if (isWhole) return void 0;
	const sign = (reports.length === 0 && isClean ? whyMaybeNotAudited : whyNotAudited)(gate.tool, log);
	return sign === void 0 ? void 0 : silent(sign);
}

// src/core/gates/judge/retry.ts
/** What a connection that broke, or a name that was not found, looks like in outputs: the wording of curl, Python, Node, Rust and git. */
const NETWORK = [
	/\b(?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|EPIPE)\b/,
	/Connection (?:reset|refused|timed out|aborted)|connection (?:reset|refused|timed out|closed before)/,
	/Temporary failure in name resolution|Could not resolve host|dns error|failed to lookup address/,
	/Network is unreachable|No route to host|Remote end closed connection|unexpected disconnect|early EOF/,
	/Max retries exceeded|ReadTimeout|ConnectTimeout|Read timed out|operation timed out|TLS handshake timeout/,
	/\b(?:502 Bad Gateway|503 Service (?:Temporarily )?Unavailable|504 Gateway Time-?out)\b/i,
	/advisory service unreachable|error sending request/
];
const RATE_LIMIT = [
	/\b429\b.{0,40}Too Many Requests|Too Many Requests.{0,40}\b429\b|HTTP (?:Error|status)?.{0,30}\b429\b/i,
	/\btoomanyrequests\b|rate limit (?:exceeded|reached)|rate-limited|secondary rate limit/i,
	/advisory service answered 429/
];
/** Signals, and the exit codes by which a shell hands them on (POSIX.1-2024, 2.8.2): abort, bus error, illegal instruction, kill, segmentation fault. */
const CRASH_CODES = /* @__PURE__ */ new Set([
	132,
	134,
	135,
	137,
	139
]);
const CRASH_SIGNALS = /* @__PURE__ */ new Set([
	"SIGABRT",
	"SIGBUS",
	"SIGILL",
	"SIGKILL",
	"SIGSEGV"
]);
/** Whether tests or findings say no: then the code is at fault, whatever else the output says. */
function isPlainFailure({ judgement }) {
	return judgement.outcome === "failed" && ((judgement.counts.failures ?? 0) > 0 || (judgement.counts.findings ?? 0) > 0);
}
function isOfClass(kind, attempt) {
	const { end, judgement, log } = attempt;
	switch (kind) {
		case "timeout": return end.kind === "timed-out";
		case "crash": return end.kind === "signalled" ? CRASH_SIGNALS.has(end.signal) : end.kind === "exited" && judgement.outcome === "tool-error" && CRASH_CODES.has(end.code);
		case "network":
		case "rate-limit":
			if (end.kind !== "exited" || isPlainFailure(attempt)) return false;
			return (kind === "network" ? NETWORK : RATE_LIMIT).some((sign) => sign.test(log) || sign.test(judgement.reason ?? ""));
	}
}
const PASSED = /* @__PURE__ */ new Set([
	"passed",
	"flaky-passed",
	"cached"
]);
/**
* Whether a gate is worth another attempt. A test that fails, or a finding, is never retried for a class of trouble,
* only when its exit code or its output is listed by hand.
*
* @param retries what is listed
* @param attempt what the last attempt came to
* @returns why, in a few words; undefined when it stays as it is
*/
function reasonToRetry(retries, attempt) {
	const { end, judgement, log } = attempt;
	if (PASSED.has(judgement.outcome) || judgement.outcome === "cancelled") return void 0;
	if (end.kind === "stopped" || end.kind === "not-started") return void 0;
	const kind = retries.classes.find((one) => isOfClass(one, attempt));
	if (kind !== void 0) return kind;
	if (end.kind === "exited" && retries.exitCodes.includes(end.code)) return `exit code ${end.code}`;
	const text = retries.outputs.find((one) => log.includes(one));
	return text === void 0 ? void 0 : `"${text}" in the output`;
}
/** Delay before the second attempt at most, in ms; it doubles with each further one. */
const BASE_MS = 2e3;
const LONGEST_MS = 3e4;
/**
* Full jitter: anything from nothing to a bound that doubles, so that gates that failed together do not come back
* together (AWS Architecture Blog, "Exponential Backoff And Jitter").
*
* @param attempt how many attempts there were
* @param share a random number from 0 to 1
* @returns ms to wait before the next
*/
function retryDelay(attempt, share) {
	return Math.round(share * Math.min(LONGEST_MS, BASE_MS * 2 ** (attempt - 1)));
}

// src/core/gates/judge/verdict-of.ts
/**
* The table of docs/architecture.md, section 8.
*
* @param gate the gate and its outcome
* @param release whether this run is a release
* @returns what it does to the verdict
*/
function effectOf(gate, release) {
	const { outcome } = gate;
	if (outcome === null || outcome === "skipped") return "nothing";
	if (outcome === "cancelled") return "cancels";
	if (!gate.required) return "ran";
	switch (outcome) {
		case "passed":
		case "cached":
		case "flaky-passed":
		case "quarantined":
		case "waived": return "ran";
		case "failed":
		case "timed-out": return "fails";
		case "inconclusive": return release || gate.inconclusive === "fail" ? "errs" : "ran";
		case "tool-error": return "errs";
		default: return unreachable(outcome);
	}
}
/** Outcomes after which a gate that needs this one may run. */
const OPENING = /* @__PURE__ */ new Set([
	"passed",
	"cached",
	"flaky-passed",
	"quarantined",
	"waived"
]);
const RED = /* @__PURE__ */ new Set([
	"failed",
	"timed-out",
	"tool-error"
]);
/**
* @param outcome what a gate came to; null when it was not asked for
* @returns whether people have to see to it
*/
function isRed(outcome) {
	return outcome !== null && RED.has(outcome);
}
/**
* What is only warned of keeps nobody from running: else gates that need it would be left unchecked, and nothing would be red.
*
* @param gate a gate and what it came to
* @param release whether this run is a release
* @returns whether gates that need it may run
*/
function opensTheWay({ outcome, inconclusive }, release) {
	return OPENING.has(outcome) || outcome === "inconclusive" && inconclusive === "warn" && !release;
}
/**
* @param gates what each gate came to
* @param options release, budget, and how the run ended
* @returns the verdict, strongest first: cancelled, failed, error, passed, nothing-to-check
*/
function verdictOf(gates, options) {
	const effects = gates.map((gate) => effectOf(gate, options.release));
	const has = (effect) => effects.includes(effect);
	const blocking = gates.filter((_, at) => effects[at] === "fails" || effects[at] === "errs").map((gate) => gate.id);
	const isOverBudget = options.budget.totalMs < options.durationMs;
	const conclude = (verdict, exitCode) => ({
		verdict,
		exitCode,
		blocking,
		isOverBudget
	});
	if (has("cancels") || options.stoppedBy !== void 0) return conclude("cancelled", options.stoppedBy === "SIGTERM" ? EXIT.terminated : EXIT.interrupted);
	if (has("fails")) return conclude("failed", EXIT.failed);
	if (!has("ran") && !has("errs")) return conclude("nothing-to-check", options.requireGates === true ? EXIT.failed : EXIT.passed);
	if (isOverBudget && options.budget.enforce) return conclude("failed", EXIT.overBudget);
	return has("errs") ? conclude("error", EXIT.service) : conclude("passed", EXIT.passed);
}

// src/core/gates/judge/waiver.ts
/** Days before its end from which a waiver is warned of. */
const WARNED_DAYS = 14;
const DAY_MS = 864e5;
/** Outcomes that can be excused. What could not run or crashed says nothing of the code, so nothing of it is excused. */
const EXCUSABLE = /* @__PURE__ */ new Set([
	"failed",
	"timed-out",
	"inconclusive"
]);
function daysLeft({ expires }, day) {
	return Math.round((Date.parse(expires) - Date.parse(day)) / DAY_MS);
}
function whose({ owner, issue }) {
	return issue === void 0 ? owner : `${owner}, ${issue}`;
}
/**
* @param judgement what the gate came to
* @param waiver its waiver
* @param day the day of the run, `2026-12-31`
* @returns `waived` with who, why and until when; after its last day the judgement as it is, which then says so
*/
function waive(judgement, waiver, day) {
	if (waiver === void 0 || !EXCUSABLE.has(judgement.outcome)) return judgement;
	const what = judgement.reason ?? judgement.summary ?? judgement.outcome;
	if (daysLeft(waiver, day) < 0) return {
		...judgement,
		reason: `${what}; its waiver (${whose(waiver)}) ended on ${waiver.expires}`
	};
	return {
		...judgement,
		outcome: "waived",
		reason: `${what}; waived until ${waiver.expires} by ${whose(waiver)}: ${waiver.reason}`
	};
}
/**
* What people should know of a waiver beside what it did.
*
* @param id the gate
* @param waiver its waiver
* @param run the day of the run, and what the gate came to; null when it was not run
* @returns one sentence; undefined when there is nothing to say
*/
function waiverRemark(id, waiver, { day, outcome }) {
	const left = daysLeft(waiver, day);
	if (left < 0) return `The waiver of ${id} (${whose(waiver)}) ended on ${waiver.expires} and does nothing any more.`;
	if (outcome === "passed" || outcome === "cached") return `The waiver of ${id} (${whose(waiver)}) is not needed now: the gate passed. Take it out.`;
	if (left > WARNED_DAYS) return void 0;
	const time = left === 0 ? "today" : left === 1 ? "tomorrow" : `in ${left} days`;
	return `The waiver of ${id} (${whose(waiver)}) ends ${time}, on ${waiver.expires}.`;
}

// src/core/gates/plan.ts
/** Report formats that the engine can judge. */
const REPORT_FORMATS = [
	"junit",
	"sarif",
	"mypy-json",
	"pyright-json",
	"ruff-json",
	"bandit-json",
	"pip-audit-json",
	"uv-audit-json",
	"npm-audit-json",
	"eslint-json",
	"gitleaks-json",
	"deptry-json",
	"actionlint-json",
	"biome-json",
	"detect-secrets-json",
	"gitlab-json",
	"knip-json",
	"zizmor-json",
	"coverage-json",
	"istanbul-json",
	"cobertura",
	"lcov",
	"gates-json",
	"text"
];
/**
* @param source where a gate is declared
* @returns whether it is a hook of pre-commit, which is handed the files that git knows
*/
function isHookSource({ file }) {
	return /(?:^|\/)\.pre-commit-config\.ya?ml$/.test(file);
}

// src/core/gates/results/result-policy.ts
/** A file that is larger was not written by this program. */
const LARGEST_STORE_BYTES = 16777216;
const none = (why) => ({
	restore: false,
	save: false,
	why
});
/**
* @param situation the run
* @returns whether earlier results are used; never on a release, never saved by code of others or with rights over it
*/
function decideResults(situation) {
	const { eventName } = situation;
	if (!situation.isWanted) return none("the input result-cache is false");
	if (situation.release || situation.refType === "tag") return none("a release is checked whole");
	if ([
		"pull_request_target",
		"workflow_run",
		"issue_comment"
	].includes(eventName)) return none(`${eventName} runs with rights over code of others`);
	if (situation.isFork) return {
		restore: true,
		save: false,
		why: "code of a fork leaves no results behind"
	};
	if (eventName === "merge_group") return {
		restore: true,
		save: false,
		why: "results of a merge queue are never read again"
	};
	return {
		restore: true,
		save: true,
		why: "on"
	};
}
/**
* @param event GitHub's payload
* @returns true when it is a pull request from another repository, or nobody can tell
*/
function isForkEvent(event) {
	if (event["pull_request"] === void 0) return false;
	const name = (side) => valueAt(event, "pull_request", side, "repo", "full_name");
	return typeof name("head") !== "string" || name("head") !== name("base");
}

// src/core/gates/schedule-state.ts
/** Assumed for a gate that never ran, when none of its tier did. */
const ASSUMED_MS = {
	fast: 2e3,
	normal: 1e4,
	slow: 6e4
};
/**
* Assumed for a gate of tier `normal` that never ran, by its tool: tests usually take longest, then type checkers and
* scanners that start an interpreter for many files. Only the order rests on it.
*/
const USUAL_MS = {
	pytest: 6e4,
	unittest: 6e4,
	coverage: 6e4,
	vitest: 6e4,
	jest: 6e4,
	mocha: 6e4,
	ava: 6e4,
	"node-test": 6e4,
	playwright: 6e4,
	"go test": 6e4,
	"cargo test": 6e4,
	pyright: 2e4,
	basedpyright: 2e4,
	mypy: 2e4,
	"detect-secrets": 2e4,
	tsc: 2e4,
	pylint: 2e4,
	"set-up": 4e3,
	ruff: 1e3,
	ty: 3e3,
	"uv lock": 1e3,
	actionlint: 1e3,
	zizmor: 1e3,
	codespell: 2e3
};
/**
* Share of a gate's first core that is enough to start on. Beside a gate that keeps one and a half of two cores busy, or
* that waits for a server a third of the time, the rest would stay idle; with less than this, gates would only take turns.
* The value is the best of `bench/gates/makespan.ts`, from 0.05 to 0.5.
*/
const LEAST_SHARE = .2;
const TIER_RANK = {
	fast: 0,
	normal: 1,
	slow: 2
};
/**
* @param tasks the gates, without cycles or unknown needs
* @param options the machine, and durations of earlier runs
* @returns what is known of each gate, by id, in the order given
*/
function makeStates(tasks, options) {
	const { capacity } = options;
	const assumed = assumedDurations(tasks, options.durations ?? /* @__PURE__ */ new Map());
	const states = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const cpu = Math.min(Math.max(task.cpu, 0), capacity.cores);
		const durationMs = assumed(task);
		states.set(task.id, {
			task,
			durationMs,
			isRemembered: options.durations?.has(task.id) === true,
			cpu,
			cpuToStart: Math.min(1, cpu) * LEAST_SHARE,
			memoryBytes: Math.min(task.memoryBytes ?? 0, capacity.memoryBytes ?? Number.POSITIVE_INFINITY),
			pathMs: durationMs,
			openNeeds: new Set(task.needs).size,
			dependents: [],
			phase: "waiting"
		});
	}
	for (const task of tasks) for (const need of new Set(task.needs)) states.get(need)?.dependents.push(task.id);
	measurePaths(tasks, states);
	return states;
}
function assumedDurations(tasks, durations) {
	const known = (task) => {
		const ms = durations.get(task.id);
		return ms !== void 0 && Number.isFinite(ms) && ms >= 0 ? ms : void 0;
	};
	const medians = /* @__PURE__ */ new Map();
	for (const tier of [
		"fast",
		"normal",
		"slow"
	]) {
		const seen = tasks.filter((task) => task.tier === tier).flatMap((task) => known(task) ?? []);
		medians.set(tier, seen.sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? ASSUMED_MS[tier]);
	}
	const usual = ({ tier, tool }) => tier === "normal" && typeof tool === "string" && Object.hasOwn(USUAL_MS, tool) ? USUAL_MS[tool] : void 0;
	return (task) => known(task) ?? usual(task) ?? medians.get(task.tier) ?? ASSUMED_MS[task.tier];
}
/** Gates that share a lock run one after another, so their durations add up like those of a chain. */
function measurePaths(tasks, states) {
	const lockLoad = /* @__PURE__ */ new Map();
	for (const state of states.values()) for (const lock of state.task.locks) lockLoad.set(lock, (lockLoad.get(lock) ?? 0) + state.durationMs);
	for (const task of [...inOrderOfNeeds(tasks)].reverse()) {
		const state = states.get(task.id);
		if (state === void 0) continue;
		const after = Math.max(0, ...state.dependents.map((id) => states.get(id)?.pathMs ?? 0));
		const held = Math.max(0, ...task.locks.map((lock) => lockLoad.get(lock) ?? 0));
		state.pathMs = Math.max(state.durationMs + after, held);
	}
}
function byName(a, b) {
	return a.task.id < b.task.id ? -1 : a.task.id > b.task.id ? 1 : 0;
}
/** A gate that can use several cores fills what is left at the end, which one that cannot leaves idle. */
function urgency({ pathMs, durationMs, cpu }) {
	return pathMs - durationMs + durationMs / Math.max(1, cpu);
}
/** Longest path first, a gate on several cores counted as long as it would take on all of them. */
const compareByPath = (a, b) => urgency(b) - urgency(a) || byName(a, b);
/** Cheap tiers first, longest path first within one. */
const compareByTier = (a, b) => TIER_RANK[a.task.tier] - TIER_RANK[b.task.tier] || compareByPath(a, b);
/**
* @param list sorted by `compare`
* @param state what to look for
* @param compare the order
* @returns where it stands, or would stand
*/
function position(list, state, compare) {
	let [from, to] = [0, list.length];
	while (from < to) {
		const middle = from + to >> 1;
		const at = list[middle];
		if (at !== void 0 && compare(at, state) < 0) from = middle + 1;
		else to = middle;
	}
	return from;
}
/**
* @param list sorted by `compare`; changed
* @param state what to put where it belongs
* @param compare the order
*/
function insert(list, state, compare) {
	list.splice(position(list, state, compare), 0, state);
}

// src/core/gates/schedule.ts
/** A gate whose path is at least this share of all that is left to do must not wait behind cheap ones. */
const CRITICAL_SHARE = .35;
/** A fast gate that took at most this share of all that is left to do delays nothing that counts: its verdict comes first. */
const BRIEF_SHARE = .02;
/** Rounding of sums of weights such as 0.1. */
const EPSILON = 1e-9;
/**
* Decides which gates run when. Pure: told of starts and ends, asked what to start next. It never leaves a core idle
* while a gate that fits waits. Brief gates of the fast tier go first, then those on the longest path; the rest by tier, so
* that cheap verdicts come early, then longest first; ties by name, so that the same input gives the same order.
*/
var Schedule = class {
	#states;
	#capacity;
	#byPath = [];
	#byTier = [];
	#heldLocks = /* @__PURE__ */ new Set();
	#leastCpu;
	#usedCpu = 0;
	#usedMemory = 0;
	#running = 0;
	#unfinished;
	/** Core milliseconds of gates that were not started. */
	#workLeft = 0;
	/**
	* @param tasks the gates, ids unique
	* @param options the machine, and durations of earlier runs
	* @throws TurnpikeError `PLAN_CYCLE` naming all cycles, `PLAN_UNKNOWN_GATE` naming all needs that do not exist
	*/
	constructor(tasks, options) {
		refuseBrokenGraph(tasks);
		this.#capacity = options.capacity;
		this.#states = makeStates(tasks, options);
		this.#unfinished = tasks.length;
		this.#leastCpu = Math.min(...[...this.#states.values()].map((state) => state.cpuToStart));
		for (const state of this.#states.values()) {
			this.#workLeft += state.durationMs * state.cpu;
			if (state.openNeeds === 0) this.#makeReady(state);
		}
	}
	/** True when every gate ran or was skipped. */
	get isDone() {
		return this.#unfinished === 0;
	}
	/** How many gates run now. */
	get running() {
		return this.#running;
	}
	/** Cores asked for by what runs now; may be more than there are. */
	get usedCpu() {
		return this.#usedCpu;
	}
	/**
	* @returns the gates to start now, most urgent first; all of them fit at the same time. Empty when none fits. Asking
	*   changes nothing
	*/
	startable() {
		const room = {
			cpu: this.#usedCpu,
			memory: this.#usedMemory,
			locks: new Set(this.#heldLocks),
			count: this.#running
		};
		const chosen = /* @__PURE__ */ new Set();
		const consider = (state) => {
			if (chosen.has(state.task.id) || !this.#fits(state, room)) return;
			chosen.add(state.task.id);
			room.cpu += state.cpu;
			room.memory += state.memoryBytes;
			room.count += 1;
			for (const lock of state.task.locks) room.locks.add(lock);
		};
		const isFull = () => room.cpu + this.#leastCpu > this.#capacity.cores + EPSILON;
		const leftMs = this.#workLeft / this.#capacity.cores;
		for (const state of this.#byTier) {
			if (isFull() || state.task.tier !== "fast") break;
			if (!state.isRemembered || state.durationMs <= BRIEF_SHARE * leftMs) consider(state);
		}
		const criticalMs = CRITICAL_SHARE * leftMs;
		for (const state of this.#byPath) {
			if (isFull() || state.pathMs < criticalMs) break;
			consider(state);
		}
		for (const state of this.#byTier) {
			if (isFull()) break;
			consider(state);
		}
		return [...chosen];
	}
	/**
	* Records that a gate was started.
	*
	* @param id a gate that {@link startable} named
	*/
	start(id) {
		const state = this.#expect(id, "ready");
		state.phase = "running";
		this.#leaveReady(state);
		this.#running += 1;
		this.#usedCpu += state.cpu;
		this.#usedMemory += state.memoryBytes;
		for (const lock of state.task.locks) this.#heldLocks.add(lock);
	}
	/**
	* Records how a running gate ended. Afterwards {@link startable} knows of it, so a failure stops others before they start.
	*
	* @param id the gate
	* @param passed whether gates that need it may run
	* @returns the gates that will not run because of it, nearest first
	*/
	finish(id, passed) {
		const state = this.#expect(id, "running");
		state.phase = "done";
		this.#unfinished -= 1;
		this.#running -= 1;
		this.#usedCpu = this.#running === 0 ? 0 : this.#usedCpu - state.cpu;
		this.#usedMemory -= state.memoryBytes;
		for (const lock of state.task.locks) this.#heldLocks.delete(lock);
		if (!passed) return this.#skipDependents(id);
		for (const dependent of state.dependents) {
			const next = this.#get(dependent);
			next.openNeeds -= 1;
			if (next.openNeeds === 0 && next.phase === "waiting") this.#makeReady(next);
		}
		return [];
	}
	/**
	* Takes back everything that has not started, for a cancelled run or after a failure when the first one is enough.
	*
	* @returns the ids, in the order of the plan
	*/
	giveUp() {
		const given = [...this.#states.values()].filter((state) => state.phase === "waiting" || state.phase === "ready");
		for (const state of given) this.#drop(state);
		return given.map((state) => state.task.id);
	}
	#fits(state, room) {
		if (state.task.locks.some((lock) => room.locks.has(lock))) return false;
		if (room.count === 0) return true;
		if (room.cpu + state.cpuToStart > this.#capacity.cores + EPSILON) return false;
		return this.#capacity.memoryBytes === null || room.memory + state.memoryBytes <= this.#capacity.memoryBytes;
	}
	#skipDependents(id) {
		const skips = [];
		const causes = [id];
		for (const cause of causes) for (const dependent of this.#get(cause).dependents) {
			const state = this.#get(dependent);
			if (state.phase === "done") continue;
			this.#drop(state);
			skips.push({
				id: dependent,
				need: cause
			});
			causes.push(dependent);
		}
		return skips;
	}
	#drop(state) {
		if (state.phase === "ready") this.#leaveReady(state);
		else this.#workLeft -= state.durationMs * state.cpu;
		state.phase = "done";
		this.#unfinished -= 1;
	}
	#makeReady(state) {
		state.phase = "ready";
		insert(this.#byPath, state, compareByPath);
		insert(this.#byTier, state, compareByTier);
	}
	#leaveReady(state) {
		this.#byPath.splice(position(this.#byPath, state, compareByPath), 1);
		this.#byTier.splice(position(this.#byTier, state, compareByTier), 1);
		this.#workLeft -= state.durationMs * state.cpu;
	}
	#get(id) {
		const state = this.#states.get(id);
		if (state === void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `There is no gate ${id} to schedule.`);
		return state;
	}
	#expect(id, phase) {
		const state = this.#get(id);
		if (state.phase === phase) return state;
		throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The gate ${id} is ${state.phase}, not ${phase}.`);
	}
};
function refuseBrokenGraph(tasks) {
	const unknown = findUnknownNeeds(tasks);
	if (unknown.length > 0) {
		const problems = unknown.map(({ id, need }) => ({
			where: id,
			message: `needs \`${need}\`, which is no gate here`
		}));
		throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "A gate needs one that does not exist.", { problems });
	}
	const cycles = findCycles(tasks);
	if (cycles.length === 0) return;
	const problems = cycles.map((cycle) => ({
		where: cycle[0] ?? "",
		message: `needs itself: ${[...cycle, cycle[0]].join(" → ")}`
	}));
	throw new TurnpikeError("PLAN_CYCLE", "config", "Gates need each other in a circle; nothing was run.", { problems });
}

// src/core/uv/child-environment.ts
/**
* Variables that give power over the run, or that only the action itself may read: runtime, cache and identity tokens, inputs
* and state of actions, and the files with which a step speaks to the runner.
*/
const WITHHELD = [
	/^ACTIONS_/,
	/^INPUT_/,
	/^STATE_/,
	/^GITHUB_TOKEN$/,
	/^GH_TOKEN$/,
	/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)$/
];
/** Addresses of GitHub's API (GitHub documentation, "Variables reference"). */
const API_ADDRESSES = {
	GITHUB_API_URL: "https://api.github.com",
	GITHUB_GRAPHQL_URL: "https://api.github.com/graphql"
};
const LOOPBACK = /^http:\/\/(?:127(?:\.\d+){3}|\[::1\]|localhost)(?::\d+)?(?:\/|$)/;
/**
* A run on this machine has an API of its own on loopback. It answers nobody without the token that is withheld, and a
* test that names GitHub's address would fail here alone: such programs see the address that they see on GitHub.
*/
function publicAddress(name, value, serverUrl) {
	return serverUrl === "https://github.com" && LOOPBACK.test(value) ? API_ADDRESSES[name] ?? value : value;
}
/**
* The environment for programs that run code of packages or of the repository: install scripts, build backends, builds.
*
* @param env the action's own environment
* @param added what the program needs besides; an undefined value takes a variable out
* @returns the rest, with what was added
*/
function childEnvironment(env, added = {}) {
	const kept = Object.entries(env).filter(([name]) => !WITHHELD.some((pattern) => pattern.test(name))).map(([name, value]) => [name, publicAddress(name, value, env["GITHUB_SERVER_URL"])]);
	const all = {
		...Object.fromEntries(kept),
		...added
	};
	return Object.fromEntries(Object.entries(all).filter((entry) => entry[1] !== void 0));
}

// src/core/uv/environments.ts
function union(a, b) {
	return [.../* @__PURE__ */ new Set([...a, ...b])].sort();
}
/**
* One environment a folder and manager: what the gates need, and what the inputs ask for.
*
* @param planned environments of the plan; two of one folder are joined
* @param wanted groups and extras of the inputs; they count for the uv environment of that folder
* @returns sorted by folder, uv before npm
*/
function joinEnvironments(planned, wanted) {
	const joined = /* @__PURE__ */ new Map();
	for (const one of planned) {
		const id = `${one.cwd}\0${one.manager}`;
		const other = joined.get(id);
		const isWanted = one.manager === "uv" && one.cwd === wanted.cwd;
		const options = union(one.options ?? [], other?.options ?? []);
		joined.set(id, {
			manager: one.manager,
			cwd: one.cwd,
			lock: one.lock ?? other?.lock ?? null,
			groups: union(union(one.groups, other?.groups ?? []), isWanted ? wanted.groups : []),
			extras: union(union(one.extras, other?.extras ?? []), isWanted ? wanted.extras : []),
			...options.length === 0 ? {} : { options }
		});
	}
	return [...joined.entries()].sort(([a], [b]) => a.replace("\0uv", "\0") < b.replace("\0uv", "\0") ? -1 : 1).map(([, environment]) => environment);
}
/**
* The arguments of `uv` that install an environment exactly as locked.
*
* @param environment groups and extras
* @param python interpreter to use, or undefined for what the project says
* @param lock `--locked`: a lock that does not match the project is refused; `--frozen`: it is taken as it is
*/
function syncArguments(environment, python, lock = "--locked") {
	return [
		"sync",
		lock,
		"--no-progress",
		"--color=never",
		...environment.groups.map((group) => `--group=${group}`),
		...environment.extras.map((extra) => `--extra=${extra}`),
		...environment.options ?? [],
		...python === void 0 ? [] : ["--python", python]
	];
}
/** The arguments of `npm` that install exactly what the lock says. */
const NPM_ARGUMENTS = [
	"ci",
	"--no-audit",
	"--no-fund"
];

// src/core/uv/sync-failure.ts
const MAX_SAID_LINES = 6;
const MAX_SAID_LENGTH = 500;
/** What draws the tree of causes, and the words before each of them. */
const DECORATION = /^[\s│├╰─▶×]*(?:error:|cause:|fatal:|[Cc]aused by:)?\s*/;
/** uv's error as one line: what failed, and the deepest cause that it names. */
function errorText(stderr) {
	const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
	const start = lines.findIndex((line) => /^(error:|\s*×)/.test(line));
	const block = start === -1 ? lines.slice(-6) : lines.slice(start);
	const isCause = (line) => /^[\s│]*(cause:|fatal:|Caused by:)/.test(line) && !/exit status/.test(line);
	const deepest = block.slice(1).findLast(isCause);
	const text = (deepest === void 0 ? block.slice(0, MAX_SAID_LINES) : [block[0] ?? "", deepest]).map((line) => line.replace(DECORATION, "").trim()).join(deepest === void 0 ? " " : ": ");
	return text.length > MAX_SAID_LENGTH ? `${text.slice(0, MAX_SAID_LENGTH)}…` : text;
}
const PATTERNS = [
	{
		pattern: /needs to be updated, but `--(?:locked|check)`/,
		of: () => ({ kind: "stale-lock" })
	},
	{
		pattern: /Unable to find lockfile/,
		of: () => ({ kind: "no-lock" })
	},
	{
		pattern: /Failed to parse `uv\.lock`|unsupported schema version/,
		of: () => ({ kind: "broken-lock" })
	},
	{
		pattern: /Group `([^`]+)` is not defined/,
		of: (name) => ({
			kind: "unknown-group",
			name
		})
	},
	{
		pattern: /Extra `([^`]+)` is not defined/,
		of: (name) => ({
			kind: "unknown-extra",
			name
		})
	},
	{
		pattern: /Required uv version/,
		of: () => ({ kind: "required-version" })
	},
	{
		pattern: /No interpreter found|incompatible with the project's Python requirement|python-build-standalone|No download found for request|Python interpreter (?:at|not found)|Failed to inspect Python/,
		of: () => ({ kind: "python" })
	},
	{
		pattern: /error sending request|dns error|Connection refused|operation timed out|Network is unreachable|Could not resolve host|network (?:was|is|connectivity is) disabled|HTTP status (?:server error|client error \(429)|error decoding response body/i,
		of: () => ({ kind: "unreachable" })
	}
];
/**
* Says why a sync failed. The exit code tells failed (1) from refused (2); which of the reasons it was, only the text tells.
*
* @param code uv's exit code; 0 is no failure and gives `other`
* @param stderr what uv printed
*/
function classifySync(code, stderr) {
	const said = errorText(stderr);
	if (code !== 0) for (const { pattern, of } of PATTERNS) {
		const match = pattern.exec(stderr);
		if (match !== null) return {
			failure: of(match[1] ?? ""),
			said
		};
	}
	return {
		failure: { kind: "other" },
		said
	};
}
/**
* @param sync why a sync failed
* @param cwd folder of the project, relative to the repository's root
* @returns the reason in words that name the files, and what mends it
*/
function explainSync({ failure, said }, cwd) {
	const at = (file) => cwd === "." ? file : `${cwd}/${file}`;
	const relock = fromRoot$1(cwd, "uv lock");
	switch (failure.kind) {
		case "stale-lock": return {
			reason: `the lock ${at("uv.lock")} does not match pyproject.toml`,
			mend: relock
		};
		case "no-lock": return {
			reason: `the lock ${at("uv.lock")} is missing`,
			mend: relock
		};
		case "broken-lock": return {
			reason: `the lock ${at("uv.lock")} cannot be read: ${said}`,
			mend: relock
		};
		case "unknown-group": return {
			reason: `there is no dependency group ${failure.name} in ${at("pyproject.toml")}`,
			mend: void 0
		};
		case "unknown-extra": return {
			reason: `there is no extra ${failure.name} in ${at("pyproject.toml")}`,
			mend: void 0
		};
		case "required-version":
		case "python":
		case "unreachable":
		case "other": return {
			reason: said,
			mend: void 0
		};
		default: return unreachable(failure);
	}
}

// src/actions/own-folder.ts
/** Turnpike's own folder at the root of a repository. */
const OWN_FOLDER = ".turnpike";
/**
* Makes Turnpike's own folder ignore itself, so that what it holds is never packed or committed.
*
* @param files the files
* @param root absolute path of the repository
* @param output absolute path that is about to be written; nothing is done where it is outside of the folder
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function ignoreOwnFolder(files, root, output) {
	const folder = join$1(root, OWN_FOLDER);
	if (output !== folder && !output.startsWith(`${folder}/`)) return;
	const ignore = join$1(folder, ".gitignore");
	if (!await files.exists(ignore)) await files.write(ignore, "*\n");
}

// src/adapters/node/random.ts
/** The system's random source. */
const systemRandom = {
	uuid: () => randomUUID(),
	bytes: (length) => new Uint8Array(randomBytes(length))
};

// node_modules/pretty-bytes/index.js
const UNIT_SETS = [
	[
		"B",
		"kB",
		"MB",
		"GB",
		"TB",
		"PB",
		"EB",
		"ZB",
		"YB"
	],
	[
		"B",
		"KiB",
		"MiB",
		"GiB",
		"TiB",
		"PiB",
		"EiB",
		"ZiB",
		"YiB"
	],
	[
		"b",
		"kbit",
		"Mbit",
		"Gbit",
		"Tbit",
		"Pbit",
		"Ebit",
		"Zbit",
		"Ybit"
	],
	[
		"b",
		"kibit",
		"Mibit",
		"Gibit",
		"Tibit",
		"Pibit",
		"Eibit",
		"Zibit",
		"Yibit"
	]
];
const toDecimalString = (number) => {
	if (number >= 1e-6 && number < 1e21) return String(number);
	const [mantissa, exponentString] = number.toExponential().split("e");
	const digits = mantissa.replace(".", "");
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, "0") : "0".repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, "");
	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};
const toLocaleString = (number, locale, options) => {
	if (typeof locale === "string" || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? void 0 : locale;
		if (options !== void 0) return number.toLocaleString(locales, options);
		const text = toDecimalString(number);
		const pointIndex = text.indexOf(".");
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;
		if (maximumFractionDigits > 100) return text;
		return number.toLocaleString(locales, { maximumFractionDigits });
	}
	if (options === void 0) return toDecimalString(number);
	return number.toLocaleString("en-US", {
		...options,
		useGrouping: false
	});
};
const log10 = (numberOrBigInt) => {
	if (typeof numberOrBigInt === "number") return Math.log10(numberOrBigInt);
	const string = numberOrBigInt.toString(10);
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};
const log = (numberOrBigInt) => {
	if (typeof numberOrBigInt === "number") return Math.log(numberOrBigInt);
	return log10(numberOrBigInt) * Math.log(10);
};
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;
	if (typeof numberOrBigInt === "number" || numberOrBigInt <= Number.MAX_SAFE_INTEGER) return Number(numberOrBigInt) / divisor;
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;
	return Number(integerPart) + Number(remainder) / divisor;
};
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;
	if (localeOptions === void 0) return whole.toString();
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const fraction = (number % scale * 10n ** BigInt(maximumFractionDigits) / scale).toString().padStart(maximumFractionDigits, "0").replace(/0+$/, "").padEnd(minimumFractionDigits, "0");
	return fraction ? `${whole}.${fraction}` : whole.toString();
};
const signOf = (number, signed) => {
	if (number < 0) return "-";
	if (!signed) return "";
	return number === 0 || number === 0n ? " " : "+";
};
const assertFixedWidth = (fixedWidth) => {
	if (fixedWidth !== void 0 && (typeof fixedWidth !== "number" || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
};
const assertFractionDigits = (name, value) => {
	if (value !== void 0 && (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 100)) throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
};
const buildLocaleOptions = (options) => {
	const { minimumFractionDigits, maximumFractionDigits } = options;
	if (minimumFractionDigits === void 0 && maximumFractionDigits === void 0) return;
	assertFractionDigits("minimumFractionDigits", minimumFractionDigits);
	assertFractionDigits("maximumFractionDigits", maximumFractionDigits);
	if (minimumFractionDigits > maximumFractionDigits) throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	return {
		...minimumFractionDigits !== void 0 && { minimumFractionDigits },
		...maximumFractionDigits !== void 0 && { maximumFractionDigits },
		roundingMode: "trunc"
	};
};
function prettyBytes(number, options) {
	if (typeof number !== "bigint" && !Number.isFinite(number)) throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options
	};
	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];
	const separator = options.space ? options.nonBreakingSpace ? "\xA0" : " " : "";
	if (Object.is(number, -0)) number = 0;
	const prefix = signOf(number, options.signed);
	if (number < 0) number = -number;
	const base = options.binary ? 1024 : 1e3;
	let exponent = 0;
	if (number >= 1) exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	const scaled = divide(number, base, exponent);
	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}
		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));
			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}
		numberString = toLocaleString(number, options.locale, localeOptions);
	} else numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	return (prefix + numberString + separator + UNITS[exponent]).padStart(options.fixedWidth ?? 0);
}

// src/core/summary/format.ts
const SECOND = 1e3;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
function pair(value, [big, bigUnit], [small, smallUnit]) {
	const whole = Math.floor(value / big);
	const rest = Math.round((value - whole * big) / small);
	return rest === 0 ? `${whole} ${bigUnit}` : `${whole} ${bigUnit} ${rest} ${smallUnit}`;
}
/**
* A length of time as a person says it: `350 ms`, `4.2 s`, `48 s`, `1 min 12 s`, `20 min`, `1 h 5 min`, `2 d 3 h`.
*
* @param ms milliseconds; what is negative or no number counts as 0
* @returns at most two units, rounded to the smaller one
*/
function formatDuration(ms) {
	const value = Number.isFinite(ms) && ms > 0 ? ms : 0;
	if (Math.round(value) < SECOND) return `${Math.round(value)} ms`;
	const tenths = Math.round(value / 100) / 10;
	if (tenths < 10) return `${tenths} s`;
	const seconds = Math.round(value / SECOND) * SECOND;
	if (seconds < MINUTE) return `${seconds / SECOND} s`;
	if (seconds < HOUR) return pair(seconds, [MINUTE, "min"], [SECOND, "s"]);
	const minutes = Math.round(value / MINUTE) * MINUTE;
	if (minutes < DAY) return pair(minutes, [HOUR, "h"], [MINUTE, "min"]);
	return pair(Math.round(value / HOUR) * HOUR, [DAY, "d"], [HOUR, "h"]);
}
/**
* A size as a person says it: `512 B`, `1.2 KiB`, `34 MiB`.
*
* @param bytes a size; what is negative or no number counts as 0
* @returns a number with at most one decimal, and a unit of IEC 80000-13
*/
function formatBytes(bytes) {
	const value = Number.isFinite(bytes) && bytes > 0 ? bytes : 0;
	return prettyBytes(value, {
		binary: true,
		maximumFractionDigits: value < 10 * 1024 ** 2 ? 1 : 0
	});
}

// src/core/summary/text.ts
/** Escape sequences of terminals: CSI, OSC (ended by BEL or ST), and the two-character ones (ECMA-48, 5.4 and 5.6). */
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Characters that change the order in which text is shown (Unicode UAX 9, table 4), and separators that some viewers take for a new line. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g;
/**
* Foreign text made safe to show: terminal escapes are removed, other control characters and direction overrides become
* U+FFFD, so that what is seen is what is there. Line feeds and tabs stay; CR LF and CR become LF.
*
* @param text foreign text
* @returns well-formed text without control characters other than `\n` and `\t`
*/
function plainText(text) {
	return text.replaceAll(ESCAPES, "").replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, "�").replaceAll(REORDERING, "�").toWellFormed();
}
/**
* Foreign text on one line.
*
* @param text foreign text
* @param limit most characters (UTF-16 units) to keep
* @returns safe text with every run of white space turned to one space; what is over the limit is replaced by `…`
*/
function oneLine(text, limit = Number.POSITIVE_INFINITY) {
	return cut(plainText(Number.isFinite(limit) ? text.slice(0, limit * 4 + 64) : text).replaceAll(/\s+/g, " ").trim(), limit);
}
/**
* @param text safe text
* @param limit most characters to keep, 1 or more
* @returns the text, or its beginning and `…`; a surrogate pair is never split
*/
function cut(text, limit) {
	if (text.length <= limit) return text;
	return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, "")}…`;
}

// src/adapters/node/environment-store.ts
/** Environments that are kept at most; those used least go first. */
const MOST_KEPT = 100;
/** Whoever found one a moment ago may still be at work in it. */
const IN_USE_MS = 216e5;
/** A shebang has room for few bytes (128 in older kernels), so names are short. */
const NAME_LENGTH = 24;
/**
* @param env the process environment
* @returns absolute folder of the environments that are kept for this person; it need not exist
*/
function environmentHome(env) {
	const given = env["XDG_CACHE_HOME"] ?? "";
	const home = isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".cache");
	return join(home, "turnpike", "environments");
}
function sitesOf(folder) {
	return readdirSync(join(folder, "lib")).filter((name) => name.startsWith("python")).sort().map((version) => join(folder, "lib", version, "site-packages"));
}
/** Throws when it is no whole environment. */
function lookOf(folder) {
	const python = realpathSync(join(folder, "bin", "python"));
	const { size, mtimeMs } = statSync(python);
	const folders = [...sitesOf(folder), join(folder, "bin")].map((one) => [one, statSync(one).mtimeMs]);
	return JSON.stringify([
		python,
		size,
		mtimeMs,
		folders,
		readFileSync(join(folder, "pyvenv.cfg"), "utf8")
	]);
}
/** Records hold a digest of each file; scripts name this very folder, and uv's own note the time. */
function recordOf(info) {
	const path = join(info, "RECORD");
	if (!existsSync(path)) return "";
	return readFileSync(path, "utf8").split(/\r?\n/).filter((line) => !line.startsWith("../") && !/uv_cache\.json|\.pyc,/.test(line)).sort().join("\n");
}
function contentsOf(folder) {
	const hash = createHash("sha256");
	const distributions = [];
	for (const site of sitesOf(folder)) for (const name of readdirSync(site).sort()) {
		if (!/\.(?:dist-info|egg-info|egg-link|egg)$/.test(name)) continue;
		const address = join(site, name, "direct_url.json");
		const source = existsSync(address) ? readFileSync(address, "utf8") : "";
		distributions.push({
			name: name.replace(/\.[a-z-]+$/, "").replace(/-[^-]*$/, ""),
			isLocal: /"url":\s*"file:/.test(source)
		});
		hash.update(`${name}\0${source}\0${recordOf(join(site, name))}\0`);
	}
	return {
		distributions,
		digest: hash.digest("hex")
	};
}
/** Environments in a folder: `KEY.json` names the folder of the newest that is whole; others are leftovers. */
var NodeEnvironmentStore = class {
	#home;
	#clock;
	#findsNothing;
	/**
	* @param home absolute folder, which need not exist
	* @param clock tells how old environments are
	* @param findsNothing true to make every environment anew
	*/
	constructor(home, clock, findsNothing = false) {
		this.#home = home;
		this.#clock = clock;
		this.#findsNothing = findsNothing;
	}
	async find(key) {
		if (this.#findsNothing) return void 0;
		try {
			const file = this.#recordFile(key);
			const record = await this.#read(file);
			if (record === void 0) return void 0;
			const now = this.#clock.now();
			const times = {
				madeAt: new Date(record.madeAt),
				usedAt: statSync(file).mtime,
				isPinned: record.isPinned
			};
			if (!isYoung(times, now)) return void 0;
			const kept = this.#kept(key, record);
			if (!await this.isWhole(kept)) return void 0;
			await utimes(file, now, now);
			return kept;
		} catch {
			return;
		}
	}
	async place(key) {
		try {
			await mkdir(this.#home, {
				recursive: true,
				mode: 448
			});
			return join(this.#home, `${key.slice(0, NAME_LENGTH)}-${randomUUID().slice(0, 8)}`);
		} catch {
			return;
		}
	}
	async keep({ key, folder, pins, leans }) {
		try {
			for (const site of sitesOf(folder)) mkdirSync(join(site, "__pycache__"), { recursive: true });
			const { distributions, digest } = contentsOf(folder);
			const record = {
				schema: "turnpike/environment/1",
				folder: folder.slice(this.#home.length + 1),
				madeAt: this.#clock.now().toISOString(),
				isPinned: isPinned(distributions, pins),
				installed: digest,
				look: lookOf(folder),
				leans: leans.filter((path) => existsSync(path))
			};
			await this.#leave(await this.#read(this.#recordFile(key)));
			await this.#write(this.#recordFile(key), record);
			await this.#prune().catch(() => void 0);
			return this.#kept(key, record);
		} catch {
			return;
		}
	}
	async isWhole({ folder, identity }) {
		try {
			const record = await this.#read(this.#recordFile(identity.split(" ")[0] ?? ""));
			if (record === void 0 || join(this.#home, record.folder) !== folder) return false;
			return record.look === lookOf(folder) && record.leans.every((path) => existsSync(path));
		} catch {
			return false;
		}
	}
	#recordFile(key) {
		return join(this.#home, `${key.slice(0, NAME_LENGTH)}.json`);
	}
	#kept(key, { folder, installed }) {
		return {
			folder: join(this.#home, folder),
			identity: `${key} ${installed}`
		};
	}
	async #read(file) {
		if (!existsSync(file)) return void 0;
		const { parseEnvironmentRecord } = await import("./environment-record.js");
		return parseEnvironmentRecord(readFileSync(file, "utf8"));
	}
	async #write(file, record) {
		const temporary = `${file}.${randomUUID()}.tmp`;
		await writeFile(temporary, `${JSON.stringify(record)}\n`);
		const now = this.#clock.now();
		await utimes(temporary, now, now);
		await rename(temporary, file);
	}
	/** One that is replaced may still be in use: its time as a leftover begins now. */
	async #leave(old) {
		const now = this.#clock.now();
		if (old !== void 0) await utimes(join(this.#home, old.folder), now, now).catch(() => void 0);
	}
	/** Records that nobody used for long or that are too many, then folders that no record names. */
	async #prune() {
		const now = this.#clock.now().getTime();
		const names = readdirSync(this.#home);
		const ages = names.filter((name) => name.endsWith(".json")).map((name) => ({
			name,
			age: now - statSync(join(this.#home, name)).mtimeMs
		})).sort((a, b) => a.age - b.age);
		const old = ages.filter(({ age }, at) => age > 12096e5 || at >= MOST_KEPT && age > IN_USE_MS);
		for (const { name } of old) await rm(join(this.#home, name), { force: true });
		const gone = new Set(old.map(({ name }) => name));
		const whole = ages.filter(({ name }) => !gone.has(name));
		const records = await Promise.all(whole.map(({ name }) => this.#read(join(this.#home, name))));
		const named = new Set(records.map((record) => record?.folder));
		const freed = new Set(old.map(({ name }) => name.slice(0, -5)));
		for (const name of names.filter((one) => !one.endsWith(".json") && !named.has(one))) {
			const path = join(this.#home, name);
			if (freed.has(name.slice(0, NAME_LENGTH)) || now - statSync(path).mtimeMs > 864e5) await rm(path, {
				recursive: true,
				force: true
			});
		}
	}
};

// src/adapters/node/disk.ts
/** The folder, or the nearest one above it that is there. */
function nearest(folder) {
	let path = folder;
	while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
	return path;
}
/** The file systems of this machine. */
const thisDisk = {
	async freeBytes(folder) {
		try {
			const { bavail, bsize } = await statfs(nearest(folder));
			return bavail * bsize;
		} catch {
			return;
		}
	},
	async canWrite(folder) {
		return await access(nearest(folder), constants$1.W_OK).then(() => true, () => false);
	},
	async changedAt(path) {
		return (await lstat(path).catch(() => void 0))?.mtime;
	}
};

// src/adapters/node/machine.ts
/** Quota over period of the control group, in cores (Linux kernel, admin-guide/cgroup-v2, `cpu.max`). */
function cgroupCores() {
	try {
		const [quota, period] = readFileSync("/sys/fs/cgroup/cpu.max", "latin1").trim().split(" ");
		const cores = Number(quota) / Number(period);
		return Number.isFinite(cores) && cores > 0 ? cores : Number.POSITIVE_INFINITY;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}
/** The second number: seconds that all cores together were idle (proc_uptime(5)); `cpus` takes four times as long. */
function idleOfLinux() {
	try {
		const idle = Number(readFileSync("/proc/uptime", "latin1").trim().split(" ")[1]);
		return Number.isFinite(idle) ? idle * 1e3 : null;
	} catch {
		return null;
	}
}
function mayUseAllCores() {
	const all = cpus().length;
	return availableParallelism() >= all && cgroupCores() >= all;
}
let usesAll;
function idleMs() {
	usesAll ??= mayUseAllCores();
	if (!usesAll) return null;
	return process.platform === "linux" ? idleOfLinux() : cpus().reduce((sum, { times }) => sum + times.idle, 0);
}
/** This machine. */
const thisMachine = {
	cores: () => Math.max(1, Math.floor(Math.min(availableParallelism(), cgroupCores()))),
	idleMs,
	memoryBytes: () => {
		const limit = process.constrainedMemory();
		return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
	},
	freeBytes: async (folder) => await thisDisk.freeBytes(folder) ?? null
};

// src/adapters/node/work-tree.ts
const TIMEOUT_MS = 2e4;
/** More than this is not read; who has it beside the repository has other things to do than to run gates twice. */
const MOST_BYTES$1 = 536870912;
const MOST_LOOSE_FILES = 2e4;
/** Files that tools leave behind beside the sources, and that nothing takes for an input while nobody commits them. */
const LEAVINGS = /(?:^|\/)(?:\.coverage(?:\..*)?|coverage\.(?:xml|json|lcov)|lcov\.info|junit[\w.-]*\.xml|\.DS_Store|Thumbs\.db|\.eslintcache|\.stylelintcache|[^/]*\.(?:py[cod]|log|tsbuildinfo|sw[op]|profraw)|[^/]*~)$/;
const blindly = (blind) => ({
	files: [],
	blind,
	untracked: /* @__PURE__ */ new Set()
});
/**
* `tag mode id stage\tpath`; files that git is told not to look at have another tag than `H`. Cut by hand: of ten thousand
* files a pattern with five groups takes as long as git itself.
*/
function readIndex(text) {
	const index = [];
	const unseen = [];
	for (let at = 0, end = text.indexOf("\0"); end !== -1; at = end + 1, end = text.indexOf("\0", at)) {
		const tab = text.indexOf("	", at);
		const idEnd = text.lastIndexOf(" ", tab);
		const modeEnd = text.indexOf(" ", at + 2);
		if (tab === -1 || tab > end || modeEnd >= idEnd) continue;
		const path = text.slice(tab + 1, end);
		index.push({
			path,
			mode: text.slice(at + 2, modeEnd),
			id: text.slice(modeEnd + 1, idEnd)
		});
		if (text[at] !== "H" || text.slice(idEnd + 1, tab) !== "0") unseen.push(path);
	}
	return {
		index,
		unseen
	};
}
/** Git lists by bytes, which is our order but for characters beyond the first plane. */
function inOrder(files) {
	const isBefore = (a, b) => b === void 0 || a.path <= b.path;
	if (files.every((file, at) => isBefore(file, files[at + 1]))) return files;
	return [...files].sort((a, b) => a.path < b.path ? -1 : 1);
}
/** `git status --porcelain=v2 -z` (git-status, "Porcelain Format Version 2"). */
function readStatus(text) {
	const found = {
		changed: [],
		loose: [],
		ignored: [],
		blind: void 0
	};
	const lines = text.split("\0");
	for (const line of lines) readStatusLine(line, found);
	const { changed, loose, ignored, blind } = found;
	const caches = ignored.flatMap((path) => path.endsWith("/.gitignore") ? [path.slice(0, -10)] : []);
	const counted = ignored.filter((path) => !caches.some((folder) => path.startsWith(folder)));
	return {
		changed,
		loose: [...loose, ...counted].filter((path) => !LEAVINGS.test(path)),
		blind,
		dirty: lines.some((line) => line !== "" && !line.startsWith("!"))
	};
}
function readStatusLine(line, found) {
	const kind = line[0];
	if (kind === "?" || kind === "!") {
		const path = line.slice(2);
		if (!path.endsWith("/")) (kind === "?" ? found.loose : found.ignored).push(path);
		else if (kind === "?") found.blind ??= `${path} is a repository of its own that is not committed`;
	}
	if (kind !== "1" && kind !== "u") return;
	const fields = line.split(" ");
	const path = fields.slice(kind === "1" ? 8 : 10).join(" ");
	const [, states = "", submodule = ""] = fields;
	if (submodule.startsWith("S") && states[1] !== ".") found.blind ??= `the submodule ${path} has changes`;
	else if (kind === "u" || states[1] !== ".") found.changed.push(path);
}
/** Object names of git: SHA-1, or SHA-256 in a repository of that format (gitformat-pack, "Object types"). */
function blobHash(size, algorithm) {
	return createHash(algorithm).update(`blob ${size}\0`);
}
async function readFileEntry(path, file, algorithm) {
	const info = await lstat(file).catch(() => void 0);
	if (info === void 0 || info.isDirectory()) return void 0;
	if (info.isSymbolicLink()) {
		const target = Buffer.from(await readlink(file));
		return {
			path,
			mode: "120000",
			id: blobHash(target.length, algorithm).update(target).digest("hex")
		};
	}
	if (!info.isFile()) return {
		path,
		mode: "special",
		id: ""
	};
	const hash = blobHash(info.size, algorithm);
	for await (const piece of createReadStream(file)) hash.update(piece);
	return {
		path,
		mode: (info.mode & 64) === 0 ? "100644" : "100755",
		id: hash.digest("hex")
	};
}
async function sizeOf(file) {
	const info = await lstat(file).catch(() => void 0);
	return info?.isFile() === true ? info.size : 0;
}
/** Paths relative to the top level, made relative to the root. */
function fromRoot(prefix) {
	if (prefix === "") return (path) => path;
	const up = "../".repeat(prefix.split("/").length - 1);
	return (path) => path.startsWith(prefix) ? path.slice(prefix.length) : `${up}${path}`;
}
/** Reads contents of a repository's files: of those that are as the index has them from there, of others from the disk. */
var WorkTreeReader = class {
	#git;
	/**
	* @param processes starts git
	* @param env the environment; variables that would redirect git are dropped
	*/
	constructor(processes, env) {
		this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS });
	}
	/**
	* @param root absolute path of the repository's root
	* @returns files relative to the root; `../` for those above it
	*/
	async read(root) {
		const [state, indexText, statusText] = await Promise.all([
			askCheckoutState(this.#git, root),
			this.#git.ask(root, "ls-files", "-s", "-v", "-z", "--full-name", "--", ":/"),
			this.#git.ask(root, "status", ...[
				"--porcelain=v2",
				"-z",
				"--untracked-files=all",
				"--ignored=matching",
				"--no-renames"
			], "--ignore-submodules=none")
		]);
		const status = statusText === void 0 ? void 0 : readStatus(statusText);
		return {
			...await this.#contents(state, indexText, status),
			state,
			dirty: status?.dirty ?? false
		};
	}
	async #contents(state, indexText, status) {
		if (state === void 0) return blindly("this is no git repository");
		if (indexText === void 0 || status === void 0) return blindly("git could not tell what the files hold");
		if (status.blind !== void 0) return blindly(status.blind);
		const { index, unseen } = readIndex(indexText);
		const own = fromRoot(state.prefix);
		const loose = status.loose.filter((path) => !own(path).startsWith(".turnpike/"));
		const fromDisk = /* @__PURE__ */ new Set([
			...status.changed,
			...unseen,
			...loose
		]);
		return {
			...await this.#join({
				top: state.top,
				index,
				own,
				fromDisk
			}),
			untracked: new Set(loose.map(own))
		};
	}
	async #join(seen) {
		const { top, index, own, fromDisk } = seen;
		if (fromDisk.size > MOST_LOOSE_FILES) return blindly(`more than ${MOST_LOOSE_FILES} files are not committed`);
		let bytes = 0;
		for (const path of fromDisk) bytes += await sizeOf(join(top, path));
		if (bytes > MOST_BYTES$1) return blindly("more than 512 MiB of files are not committed");
		const algorithm = index[0]?.id.length === 64 ? "sha256" : "sha1";
		const files = [];
		for (const file of index) {
			const path = own(file.path);
			if (!fromDisk.has(file.path)) files.push(path === file.path ? file : {
				...file,
				path
			});
		}
		for (const path of fromDisk) {
			const entry = await readFileEntry(own(path), join(top, path), algorithm);
			if (entry !== void 0) files.push(entry);
		}
		if (files.find(({ path }) => path.includes("�")) !== void 0) return blindly("the name of a file is not UTF-8");
		return {
			files: inOrder(files),
			blind: void 0
		};
	}
};

// src/adapters/node/result-ground.ts
/** A larger program is told by size and time. */
const LARGEST_READ_BYTES = 8388608;
function digest(text) {
	return createHash("sha256").update(text).digest("hex");
}
function attempt(work) {
	try {
		return work();
	} catch {
		return;
	}
}
function names(folder) {
	return attempt(() => readdirSync(folder).sort()) ?? [];
}
/** What an installed Python environment is: its interpreter, and the names of what is installed, versions included. */
function pythonPackages(folder) {
	const config = attempt(() => readFileSync(join(folder, "pyvenv.cfg"), "utf8"));
	if (config === void 0) return "";
	const installed = ["lib", "Lib"].flatMap((lib) => {
		return (lib === "Lib" ? [""] : names(join(folder, lib)).filter((name) => name.startsWith("python"))).map((version) => join(folder, lib, version, "site-packages"));
	}).flatMap((site) => names(site).filter((name) => name !== "__pycache__"));
	return digest(JSON.stringify([config, installed]));
}
/** What package managers write when they have installed: npm, pnpm, Yarn. */
const INSTALLED = [
	".package-lock.json",
	".modules.yaml",
	".pnpm/lock.yaml",
	".yarn-state.yml",
	".yarn-integrity"
];
function nodePackages(folder) {
	if (attempt(() => statSync(folder).isDirectory()) !== true) return "";
	const texts = INSTALLED.map((name) => attempt(() => readFileSync(join(folder, name), "utf8")) ?? "");
	return digest(JSON.stringify(texts.every((text) => text === "") ? names(folder) : texts));
}
function packagesAt(root, place) {
	const [folder = ".", name = ""] = place.split("\0");
	const path = isAbsolute(name) ? name : join(root, folder, name);
	return name === "node_modules" ? nodePackages(path) : pythonPackages(path);
}
/** Names and paths; `readdirSync` takes four times as long when it is to go into folders itself. */
function programFiles(folder, prefix) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const [name, file] = [prefix + entry.name, `${folder}/${entry.name}`];
		if (entry.isDirectory()) return programFiles(file, `${name}/`);
		return /\.[jt]s$/.test(name) ? [[name, file]] : [];
	});
}
/** The files of this program: a build or another version has others. */
function ownFiles() {
	const own = fileURLToPath(import.meta.url);
	const isSource = own.endsWith(".ts");
	return digest(programFiles(isSource ? resolve(dirname(own), "..", "..") : dirname(own), "").map(([name, file]) => {
		const { size, mtimeMs } = statSync(file);
		return `${name} ${size}${isSource ? ` ${mtimeMs}` : ""}`;
	}).sort().join("\n"));
}
function distribution() {
	const text = attempt(() => readFileSync("/etc/os-release", "utf8")) ?? "";
	const value = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
	return [value("ID"), value("VERSION_ID")].filter((part) => part !== "").join(" ");
}
function machineOf(env) {
	const image = env["ImageOS"] === void 0 ? distribution() : `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim();
	return [
		process.platform,
		process.arch,
		image
	].filter((part) => part !== "").join(" ");
}
function isWritten(path, written) {
	return written.some((one) => one.endsWith("/") ? path.startsWith(one) : path === one);
}
/** Reads what results rest on from git and the disk. */
var NodeResultGrounds = class {
	#processes;
	#trees;
	#isFresh;
	#begun;
	/**
	* @param processes starts git and finds programs
	* @param env the environment of this process
	* @param isFresh true on a machine that is made anew for each run, where times of files tell nothing
	*/
	constructor(processes, env, isFresh) {
		this.#processes = processes;
		this.#trees = new WorkTreeReader(processes, env);
		this.#isFresh = isFresh;
	}
	async look(request) {
		const { root, env } = request;
		const [{ files, blind: blindTree }, programs] = await Promise.all([this.#tree(request), this.#programs(request)]);
		const packages = Object.fromEntries(request.packages.map((place) => [place, packagesAt(root, place)]));
		const turnpike = attempt(ownFiles);
		return {
			files,
			blind: blindTree ?? (turnpike === void 0 ? "this program could not be looked at" : void 0),
			programs,
			packages,
			env,
			machine: machineOf(env),
			turnpike: turnpike ?? ""
		};
	}
	lookAgain(request) {
		return this.#tree(request);
	}
	/**
	* Begins to read the files for the next look, while a plan is made.
	*
	* @param root absolute path of the repository's root
	* @returns what they hold, and where the checkout stands
	*/
	begin(root) {
		const tree = this.#read(root);
		this.#begun = {
			root,
			tree
		};
		return tree;
	}
	#read(root) {
		const blind = {
			files: [],
			blind: "the files could not be read",
			untracked: /* @__PURE__ */ new Set()
		};
		return this.#trees.read(root).catch(() => ({
			...blind,
			state: void 0,
			dirty: true
		}));
	}
	async #tree({ root, written, isFresh }) {
		const begun = this.#begun?.root === root && isFresh !== true ? this.#begun.tree : void 0;
		this.#begun = void 0;
		const { files, blind, untracked } = await (begun ?? this.#read(root));
		return {
			files: files.filter(({ path }) => !(untracked.has(path) && isWritten(path, written))),
			blind
		};
	}
	async #programs({ root, programs, env }) {
		const found = await Promise.all(programs.map(async (name) => [name, await this.#programOf(name, root, env).catch(() => "absent")]));
		return Object.fromEntries(found);
	}
	async #programOf(name, root, env) {
		const path = name.includes("/") ? resolve(root, name) : await this.#processes.which(name, env);
		if (path === void 0) return "absent";
		const real = realpathSync(path);
		const { size, mtimeMs } = statSync(real);
		if (name.startsWith("./") && size <= LARGEST_READ_BYTES) return createHash("sha256").update(readFileSync(real)).digest("hex");
		return `${real} ${size}${this.#isFresh ? "" : ` ${mtimeMs}`}`;
	}
};

// src/adapters/node/stop-request.ts
/**
* Listens for SIGINT, SIGTERM and SIGHUP. The first one asks for an orderly end. A second SIGINT ends the process at once; a
* later SIGTERM does not, because a runner sends it while the orderly end is still on its way (actions/runner
* src/Runner.Sdk/ProcessInvoker.cs). SIGHUP, of a terminal that was closed, counts as SIGTERM: gates have sessions of their
* own, so nobody else would end them.
*
* @param self this process
* @returns what came
*/
function listenForStop(self = process) {
	const controller = new AbortController();
	let cause;
	const take = (signal) => {
		if (cause === void 0) {
			cause = signal;
			controller.abort();
		} else if (signal === "SIGINT" && cause === "SIGINT") self.exit(130);
	};
	self.on("SIGINT", () => take("SIGINT"));
	self.on("SIGTERM", () => take("SIGTERM"));
	self.on("SIGHUP", () => take("SIGTERM"));
	return {
		signal: controller.signal,
		cause: () => cause
	};
}

// src/adapters/node/toolchains-of.ts
/**
* @param processes finds and asks programs
* @param env the environment of this process
* @returns loads what looks for toolchains, when a gate asks for one
*/
function toolchainsOf(processes, env) {
	let opened;
	const open = async () => {
		const { NodeToolchains } = await import("./toolchains4.js");
		return new NodeToolchains(processes, env);
	};
	return () => {
		opened ??= open();
		return opened;
	};
}

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
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

// src/actions/gates/gate-environment.ts
/** Shorter values are shared by chance. */
const SHORTEST_TOKEN = 6;
const TOKEN_VARIABLES = /^(?:ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_.*(?:TOKEN|SECRET|PASSWORD).*)$/i;
/**
* @param variables of a gate or an installation
* @param root absolute folder of the checkout
* @returns the same, with the folder where `${checkout}` stands for it
*/
function inCheckout(variables, root) {
	const filled = Object.entries(variables).map(([name, value]) => [name, value.replaceAll("${checkout}", root)]);
	return Object.fromEntries(filled);
}
/**
* The environment of a gate: what the repository's own command would have, less the runner's tokens, action inputs and state,
* and less any variable that holds one of these tokens under another name; plus what the gate declares.
*
* @param env the environment of this process
* @param declared the gate's own variables
* @returns the whole environment of the gate
*/
function gateEnvironment(env, declared) {
	const tokens = new Set(Object.entries(env).filter(([name, value]) => TOKEN_VARIABLES.test(name) && value.length >= SHORTEST_TOKEN).map(([, value]) => value));
	const kept = Object.entries(childEnvironment(env)).filter(([, value]) => !tokens.has(value));
	return {
		...Object.fromEntries(kept),
		...declared
	};
}

// src/actions/gates/toolchains/own-manager.ts
/** Package managers that gates are started by; what they are called as packages. */
const MANAGER = /^(?:pnpm|yarn|bun|@yarnpkg\/cli-dist)@/;
/**
* `npx --yes pnpm@10.33.0` asks the network where nothing was brought yet. A pnpm of that version that is on the path, or
* that Corepack has, is started itself.
*
* @param command any command
* @param ports the world
* @returns the same by the package manager that is here; as it was where there is none of that version
*/
async function withOwnManager(command, { toolchains }) {
	const { file, args, env } = command;
	const [yes, spec = "", ...rest] = args;
	if (toolchains === void 0 || basename$1(file) !== "npx" || yes !== "--yes" || !MANAGER.test(spec)) return command;
	const found = await (await toolchains()).packageManager(spec, env);
	return found === void 0 ? command : {
		...command,
		file: found.file,
		args: [...found.args, ...rest]
	};
}

// src/actions/gates/without-npx.ts
/** One version of one package; a range or a tag must be asked for anew. */
const EXACT = /^((?:@[\w.~-]+\/)?[\w~][\w.~-]*)@(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;
const MOST_BYTES = 1048576;
/** Where npm keeps what npx brought: one folder for each list of packages (libnpmexec, lib/index.js, `installDir`). */
function folderOf(spec, { npm_config_cache: cache, HOME: home }) {
	if (cache === void 0 && home === void 0) return void 0;
	const name = createHash("sha512").update(spec).digest("hex").slice(0, 16);
	return join$1(cache ?? join$1(home ?? "", ".npm"), "_npx", name, "node_modules");
}
/** The program that npx starts of a package (libnpmexec, lib/get-bin-from-manifest.js). */
function programOf$1(name, bin) {
	const own = basename$1(name);
	if (typeof bin === "string") return own;
	const names = Object.keys(typeof bin === "object" && bin !== null ? bin : {});
	return names.length === 1 || new Set(Object.values(bin ?? {})).size === 1 ? names[0] : names.find((one) => one === own);
}
async function manifestAt(path, { files }) {
	try {
		const size = await files.size(path);
		if (size === void 0 || size > MOST_BYTES) return void 0;
		const manifest = JSON.parse(await files.readText(path) ?? "");
		return typeof manifest === "object" && manifest !== null ? { ...manifest } : void 0;
	} catch {
		return;
	}
}
/**
* `npx --yes pnpm@10.33.0 build` takes most of a second before pnpm starts, for each gate anew. Where npx has brought just
* this version already, its program is started itself, with its folder on `PATH` as npx puts it.
*
* @param command any command
* @param ports the world
* @returns the same without npx; as it was where npx has something to decide or to bring
*/
async function withoutNpx(command, ports) {
	const { file, args, env } = command;
	const [yes, spec = "", ...rest] = args;
	const [, name = "", version] = (basename$1(file) === "npx" && yes === "--yes" ? EXACT.exec(spec) : null) ?? [];
	const folder = name === "" ? void 0 : folderOf(spec, env);
	if (folder === void 0) return command;
	const manifest = await manifestAt(join$1(folder, name, "package.json"), ports);
	const program = manifest?.["version"] === version ? programOf$1(name, manifest?.["bin"]) : void 0;
	if (program === void 0 || program.includes("/")) return command;
	const bin = join$1(folder, ".bin");
	if (!await ports.files.exists(join$1(bin, program))) return command;
	return {
		...command,
		file: join$1(bin, program),
		args: rest,
		env: {
			...env,
			PATH: `${bin}:${env["PATH"] ?? ""}`
		}
	};
}

// src/actions/gates/environments/make-environment.ts
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
	const lines = `${stdout}\n${stderr}`.split(/\r?\n/).map((line) => line.replaceAll(/[│├╰─▶×]/g, "").trim().replace(/^\|\s*/, ""));
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
	const root = ports.env["PYENV_ROOT"] ?? (ports.env["HOME"] === void 0 ? void 0 : join$1(ports.env["HOME"], ".pyenv"));
	if (root === void 0 || !/^\d+\.\d+(?:\.\d+)?$/.test(version)) return void 0;
	const folder = join$1(root, "versions");
	const entries = await ports.files.list(folder, (path) => path.includes("/")).catch(() => []);
	const name = [...new Set(entries.map(({ path }) => path.split("/")[0] ?? ""))].filter((one) => one === version || one.startsWith(`${version}.`)).sort().at(-1);
	const program = name === void 0 ? void 0 : join$1(folder, name, "bin", "python");
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
		PATH: `${join$1(folder, "bin")}:${env["PATH"] ?? ""}`
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
	const size = await ports.files.size(join$1(root, ".python-version")).catch(() => 0);
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
	if (await ports.files.exists(join$1(root, cwd, target.replace(/\/+$/, "")))) return words;
	return [...words.slice(0, at), ...words.slice(at + 2)];
}
async function install(commands, root, env, ports) {
	for (const command of commands) {
		const [program = "", ...args] = await withoutMissingLinks(command, root, ports);
		const all = {
			...env,
			...inCheckout(command.env, root),
			PATH: env["PATH"] ?? "",
			...env["VIRTUAL_ENV"] === void 0 ? {} : { VIRTUAL_ENV: env["VIRTUAL_ENV"] }
		};
		const asked = {
			file: await ports.processes.which(program, all) ?? program,
			args,
			cwd: join$1(root, command.cwd),
			env: all
		};
		const started = await withoutNpx(await withOwnManager(asked, ports), ports);
		const result = await ports.processes.capture(started, { timeoutMs: INSTALL_MS });
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
		cwd: join$1(root, cwd),
		env
	};
	const result = await ports.processes.capture(command, { timeoutMs: INSTALL_MS });
	return isGood(result) ? void 0 : said(result);
}

// src/actions/gates/environments/environment.ts
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
	for (let at = cwd; at !== "."; at = dirname$1(at)) folders.push(dirname$1(at));
	return folders;
}
/** A lock without packages: `npm ci` makes no node_modules for it. */
async function locksNothing(lock, root, ports) {
	try {
		const { packages } = JSON.parse(await ports.files.readText(join$1(root, lock)) ?? "");
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
	if (need.manager === "yarn" && await ports.files.exists(join$1(root, need.cwd, ".pnp.cjs"))) return true;
	if (folder.startsWith("/")) return ports.files.exists(folder);
	for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join$1(root, cwd, folder))) return true;
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
	if (environment.recipe !== void 0) return installs.map((one) => fromRoot$1(one.cwd, installLine(one))).join(" && ");
	if (environment.manager !== "uv") return fromRoot$1(environment.cwd, `${environment.manager} ci`);
	const options = [
		...environment.groups.map((one) => `--group ${one}`),
		...environment.extras.map((one) => `--extra ${one}`),
		...environment.options ?? []
	];
	const variables = Object.entries(variablesFor(environment)).map(([name, value]) => `${name}=${value}`);
	return fromRoot$1(environment.cwd, [
		...variables,
		"uv sync --locked",
		...options
	].join(" "));
}

// src/actions/gates/environments/environment-basis.ts
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
		const path = join$1(root, fact.path);
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
		const place = join$1(root, path);
		found[path] = await ports.files.exists(place) ? await ports.files.sha256(place) : null;
	}
	return found;
}
/** What the repository's own code brings to an environment. */
async function readOwn(isCopied, root, ports) {
	const listed = await ports.git.listFiles(root);
	if (listed.length === 0) return "git does not say what belongs to the project";
	const texts = /* @__PURE__ */ new Map();
	for (const path of listed.filter(isBuildFile)) texts.set(path, await ports.files.readText(join$1(root, path)) ?? "");
	const build = ownBuildOf(texts);
	if (build.folders === "outside") return "the project depends on a folder that may be outside of the repository";
	const wantsAll = isCopied || build.folders === "inside";
	if (build.buildsInTree && !wantsAll) return "parts of the project are built in the tree";
	const paths = wantsAll ? listed : listed.filter(decidesEditable);
	if (paths.length > MOST_FILES) return "the project has too many files to look at";
	const folders = new Set(listed.filter((path) => path.endsWith(".py")).map((path) => dirname$1(path)));
	const commit = build.isFromCommit ? [await ports.git.head(root) ?? "", ...await ports.git.tagsAt(root, "HEAD")] : [];
	const shape = Object.fromEntries([...folders].map((folder) => [`${folder}/`, null]));
	return {
		files: {
			...await digests(paths, root, ports),
			...shape
		},
		commit,
		leans: build.generated.map((path) => join$1(root, path))
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

// src/actions/gates/environments/node-environment.ts
/** Programs of installed packages, the nearest first, as a package manager puts them when it runs a script. */
function nodeVariables({ cwd }, root, ports) {
	return { PATH: [...upwards(cwd).map((folder) => join$1(root, folder, "node_modules", ".bin")), ports.env["PATH"] ?? ""].join(":") };
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
	install: async (environment, { root, listener, variables }, ports) => {
		const command = commandFor(environment);
		listener({
			kind: "setup-started",
			command
		});
		const problem = await (environment.recipe === void 0 ? installLockedNode : installNodePackages)(environment, root, {
			...ports,
			env: {
				...ports.env,
				...variables
			}
		});
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

// src/actions/gates/environments/reuse-environment.ts
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

// src/actions/gates/environments/uv-environment.ts
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
	if (folder !== ".venv" || (env["UV_PROJECT_ENVIRONMENT"] ?? "") === "") await files.remove(join$1(root, environment.cwd, folder));
}
/** There while an environment is installed: what is found at the next run was left by one that was killed. */
function markOf({ cwd, python }, root) {
	return join$1(root, ".turnpike", "installing", `${cwd}/${python ?? "venv"}`.replaceAll(/[^A-Za-z0-9.]+/g, "-"));
}
async function syncWithUv(environment, root, ports) {
	const added = variablesFor(environment);
	const env = childEnvironment(ports.env, added);
	const uv = await ports.processes.which("uv", env);
	if (uv === void 0) return { problem: {
		reason: "uv is not installed",
		mend: void 0
	} };
	const cwd = join$1(root, environment.cwd);
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

// src/actions/gates/environments/venv-environment.ts
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

// src/actions/gates/environments/environments.ts
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
			gate: gates[0],
			needs: [],
			tier: cheapestTier(gates),
			cpu: 1,
			memoryBytes: null,
			tool: "set-up",
			locks: kind === nodeEnvironments ? [NODE_LOCK] : [],
			folder: join$1(this.#options.folder, String(at + 1)),
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
		const own = this.#outcomeFor(gate)?.variables ?? {};
		return this.#options.toolchains?.withToolchains(gate, own) ?? own;
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
		const { environment, folder, key, writesTree, gate } = task;
		const store = writesTree && this.#options.isShortLived === true ? void 0 : this.#options.store;
		const processes = signal === void 0 ? this.#ports.processes : stoppable(this.#ports.processes, signal);
		const ports = {
			...this.#ports,
			processes
		};
		const variables = gate === void 0 ? {} : this.#options.toolchains?.withToolchains(gate, {});
		const outcome = await KINDS[environment.manager].install(environment, {
			...this.#options,
			folder,
			store,
			variables: variables ?? {}
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
		const { toolchains } = this.#options;
		const remarks = [...new Set([...this.#outcomes.values()].flatMap(({ remark }) => remark ?? []))].sort();
		return {
			problems: pick(({ problem }) => problem),
			variables: pick(({ variables }) => variables),
			kept: pick(({ kept }) => kept),
			remarks: [...toolchains?.remarks ?? [], ...remarks],
			...toolchains === void 0 ? {} : { toolchains }
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

// src/actions/gates/executed.ts
/** What a gate found that was not run. */
const nothing = {
	summary: null,
	counts: {
		tests: null,
		failures: null,
		findings: null
	},
	findings: [],
	findingsTotal: 0,
	coverage: null
};
/**
* @param executed a gate
* @returns when it ended, in ms after the run began; 0 when it did not run
*/
function endOf(executed) {
	return executed?.startMs == null ? 0 : executed.startMs + (executed.durationMs ?? 0);
}
/**
* @param judgement what a need came to
* @returns why it does not open the way, after the need's name
*/
function whyClosed(judgement) {
	switch (judgement?.outcome) {
		case void 0: return "did not pass";
		case "failed": return "failed";
		case "timed-out": return "ran out of time";
		case "skipped": return "was skipped";
		case "cancelled": return "was cancelled";
		case "inconclusive": return "could not be judged";
		default: return "did not pass";
	}
}
/**
* @param reason one sentence
* @returns a gate whose command was not started
*/
function couldNotRun(reason) {
	return {
		judgement: {
			...nothing,
			outcome: "tool-error",
			reason
		},
		result: {
			end: {
				kind: "not-started",
				reason: "other",
				message: reason
			},
			durationMs: 0
		},
		excerpt: {
			text: "",
			tail: [],
			bytes: 0
		},
		tests: null,
		earlier: [],
		totalMs: 0
	};
}
/**
* @param run a gate with all of its attempts
* @returns the CPU time of all of them and the largest memory of any; undefined where the platform does not tell
*/
function usedByAll({ result, earlier }) {
	const all = [...earlier.map((one) => one.result), result];
	const cpu = all.flatMap(({ cpuMs }) => cpuMs ?? []);
	const peaks = all.flatMap(({ peakBytes }) => peakBytes ?? []);
	return {
		...cpu.length === 0 ? {} : { cpuMs: cpu.reduce((sum, one) => sum + one, 0) },
		...peaks.length === 0 ? {} : { peakBytes: Math.max(...peaks) }
	};
}
/**
* What earlier runs measured is better than a guess. Less than half of several declared cores is not believed: the work may
* be done by a service that the gate calls.
*
* @param gate the gate
* @param history what is remembered
* @returns the gate as the scheduler should see it
*/
function withMeasuredSize(gate, history) {
	const entry = history.get(gate.id);
	if (entry === void 0) return gate;
	const cpu = entry.cpu === null ? gate.cpu : Math.max(.1, gate.cpu > 1 ? Math.max(gate.cpu / 2, entry.cpu) : entry.cpu);
	return {
		...gate,
		cpu,
		memoryBytes: gate.memoryBytes ?? entry.peakBytes
	};
}

// src/actions/gates/log-excerpt.ts
/** Bytes of a log's beginning and end that are looked at. */
const EDGE_BYTES = 65536;
const TAIL_LINES = 40;
const LONGEST_LINE = 400;
async function readRange(files, path, start, end) {
	let text = "";
	for await (const piece of files.streamText(path, {
		start,
		end
	})) text += piece;
	return text;
}
/** A progress bar draws one line again and again; what stands there at last is what a person would see. */
function lastDrawn(line) {
	return line.replace(/\r+$/, "").split("\r").at(-1) ?? "";
}
/** One line as a person reads it: what it is indented by stays, because tracebacks and diffs mean something by it. */
function shownLine(line) {
	return cut(plainText(lastDrawn(line).slice(0, LONGEST_LINE * 4)), LONGEST_LINE).replaceAll("	", "    ").replaceAll("\n", " ").trimEnd();
}
/**
* @param files where the log lies
* @param path the log
* @param masker hides secrets
* @returns beginning and end of it; empty when there is no log
*/
async function readExcerpt(files, path, masker) {
	const bytes = await files.size(path).catch(() => void 0) ?? 0;
	if (bytes === 0) return {
		text: "",
		tail: [],
		bytes
	};
	const isShort = bytes <= 2 * EDGE_BYTES;
	const head = await readRange(files, path, 0, isShort ? bytes : EDGE_BYTES);
	const end = isShort ? head : await readRange(files, path, bytes - EDGE_BYTES, bytes);
	const lines = (isShort ? masker.mask(end) : masker.maskCut(end)).split("\n").map(shownLine);
	const last = lines.findLastIndex((line) => line !== "");
	return {
		text: plainText(isShort ? head : `${head}\n${end}`),
		tail: lines.slice(Math.max(0, last + 1 - TAIL_LINES), last + 1).map((line) => masker.mask(line)),
		bytes
	};
}
/**
* A log for people: whole when it is short, else its beginning and its end with a line that says what is left out.
*
* @param files where the log lies
* @param path the log
* @param options hides secrets; how much to show; where the whole log is, as a person finds it
*/
async function* showLog(files, path, options) {
	const { masker, part, whole } = options;
	const bytes = await files.size(path).catch(() => void 0) ?? 0;
	const isShort = bytes <= part.headBytes + part.tailBytes;
	const head = files.streamText(path, { end: isShort ? bytes : part.headBytes });
	yield* masker.maskPieces(head, { end: !isShort });
	if (isShort) return;
	yield `\n… ${bytes - part.headBytes - part.tailBytes} bytes are left out here; the whole log is ${whole} …\n`;
	yield* masker.maskPieces(files.streamText(path, {
		start: bytes - part.tailBytes,
		end: bytes
	}), { start: true });
}

// src/actions/gates/run-gate.ts
const REPORTS = "${reports}";
/** A path inside the repository, or undefined when it leads out of it. */
function inside(root, ...parts) {
	if (parts.some((part) => part.startsWith("/"))) return void 0;
	const path = normalize(join$1(root, ...parts)).replace(/\/$/, "");
	return path === root || path.startsWith(`${root}/`) ? path : void 0;
}
function reportFiles(gate, place) {
	const files = [];
	for (const { format, path, fromStdout } of gate.reports) {
		const found = path.startsWith(`${REPORTS}/`) ? inside(place.reports, path.slice(11)) : inside(place.root, gate.cwd, path);
		if (found === void 0 || found === place.root) return `its report path ${path} leads out of the repository`;
		files.push({
			format,
			path: found,
			fromStdout: fromStdout === true
		});
	}
	return files;
}
/** What an executable's name stands for. A version manager's shim of uv fails where the folder asks for another version. */
async function programOf(ports, name, env) {
	if (name !== "uv" && name !== "uvx") return name;
	return await ports.processes.which(name, env) ?? name;
}
async function commandOf(gate, place, ports) {
	const cwd = inside(place.root, gate.cwd);
	if (cwd === void 0) return `its folder ${gate.cwd} leads out of the repository`;
	const fill = (text) => text.replaceAll(REPORTS, place.reports);
	const variables = Object.entries(inCheckout(gate.env, place.root));
	const own = Object.fromEntries(variables.map(([name, value]) => [name, fill(value)]));
	const env = gateEnvironment(ports.env, {
		...place.variables,
		...own
	});
	if (typeof gate.run === "string") return {
		file: "bash",
		args: [
			"-eo",
			"pipefail",
			"-c",
			gate.run
		],
		cwd,
		env: {
			...env,
			reports: place.reports
		}
	};
	const [file = "", ...args] = gate.run.map(fill);
	const command = {
		file: await programOf(ports, file, env),
		args,
		cwd,
		env
	};
	return withoutNpx(await withOwnManager(command, ports), ports);
}
async function removeOld(ports, reports) {
	for (const { path, fromStdout } of reports) {
		if (await ports.files.size(path).catch(() => void 0) !== void 0) await ports.files.remove(path);
		if (fromStdout) await ports.files.makeDirectory(join$1(path, ".."));
	}
}
function toGateEnd(end) {
	switch (end.kind) {
		case "exited":
		case "signalled":
		case "timed-out":
		case "stopped":
		case "not-started": return end;
		default: return unreachable(end);
	}
}
const notStarted = (message) => ({
	end: {
		kind: "not-started",
		reason: "other",
		message
	},
	durationMs: 0
});
async function start(gate, options, ports) {
	const { place, signal, onLine } = options;
	const reports = reportFiles(gate, place);
	const command = await commandOf(gate, place, ports);
	if (typeof command === "string") return notStarted(command);
	if (typeof reports === "string") return notStarted(reports);
	await removeOld(ports, reports);
	const stdoutFile = reports.find((report) => report.fromStdout)?.path;
	return ports.processes.runLogged(command, {
		logFile: place.log,
		timeoutMs: gate.timeoutMs,
		signal,
		onLine,
		onlyNewest: true,
		...stdoutFile === void 0 ? {} : { stdoutFile }
	});
}
/**
* Runs one gate and judges it.
*
* @param gate the gate
* @param options where it runs, and what may stop it
* @param ports the world
* @returns what it came to; a gate that cannot be run is a `tool-error`
*/
async function runGate(gate, options, ports) {
	const { place, masker } = options;
	const result = await start(gate, options, ports);
	const excerpt = await readExcerpt(ports.files, place.log, masker);
	const context = {
		root: place.root,
		cwd: gate.cwd,
		tool: gate.tool
	};
	const files = reportFiles(gate, place);
	const reports = [];
	for (const { format, path } of typeof files === "string" ? [] : files) reports.push({
		format,
		path,
		result: await read({
			format,
			path
		}, context, ports)
	});
	if (result.end.kind === "exited" && result.end.code !== 0 && !reports.some((report) => report.result.kind === "read")) {
		const shown = await read({
			format: "text",
			path: place.log
		}, context, ports);
		if (shown.kind === "read") reports.push({
			format: "text",
			path: "output",
			result: shown
		});
	}
	const evidence = {
		gate,
		end: toGateEnd(result.end),
		reports,
		log: excerpt.text
	};
	const { judgement, tests } = await withTests(evidence, judge(evidence), options, ports);
	const full = judgement.outcome === "passed" ? void 0 : await whyFull(place, ports);
	return {
		judgement: maskJudgement(full === void 0 ? judgement : {
			...judgement,
			reason: `${(judgement.reason ?? "failed").replace(/\.$/, "")}; ${full}`
		}, masker),
		result,
		excerpt,
		tests
	};
}
/** Less is nothing to a program that writes. */
const FULL_BYTES = 65536;
/** Whoever cannot write says little of it, because what it says cannot be written either. */
async function whyFull({ root, log }, { machine }) {
	const places = [[dirname$1(log), "temporary files"], [root, "the repository"]];
	for (const [folder, whose] of places) {
		const free = await machine.freeBytes(folder);
		if (free !== null && free < FULL_BYTES) return `the disk of ${whose} is full`;
	}
}
/** Parsers are loaded with the first report, not before a gate runs. */
async function read(file, context, { files }) {
	const { readReport } = await import("./read-report.js");
	return readReport(files, file, context);
}
/** Only where a report tells of single tests; most gates have none. */
async function withTests(evidence, judgement, { quarantine, place, masker }, ports) {
	if (!evidence.reports.some(({ result }) => result.kind === "read" && result.reading.cases !== void 0)) return {
		judgement,
		tests: null
	};
	const { lookAtTests } = await import("./gate-tests.js");
	return lookAtTests(evidence, judgement, {
		quarantine,
		root: place.root,
		masker
	}, ports);
}
function maskJudgement(judgement, masker) {
	if (masker.isEmpty) return judgement;
	const mask = (text) => text === null ? null : masker.maskCut(text);
	return {
		...judgement,
		reason: mask(judgement.reason),
		summary: mask(judgement.summary),
		...judgement.checks === void 0 ? {} : { checks: judgement.checks.map((check) => maskCheck(check, masker)) },
		findings: judgement.findings.map((finding) => ({
			...finding,
			message: masker.maskCut(finding.message),
			rule: mask(finding.rule),
			file: mask(finding.file)
		}))
	};
}
function maskCheck(check, masker) {
	const mask = (text) => text === null ? null : masker.maskCut(text);
	return {
		...check,
		id: masker.maskCut(check.id),
		name: mask(check.name),
		message: mask(check.message)
	};
}

// src/actions/gates/run-attempts.ts
/** Where the log of an earlier attempt is kept, beside the log of the last one. */
function attemptLog(log, attempt) {
	return log.replace(/\.log$/, `.attempt-${attempt}.log`);
}
function randomShare(ports) {
	const [high = 0, low = 0] = ports.random.bytes(2);
	return (high * 256 + low) / 65536;
}
/** The next attempt finds what the first one found: an empty folder for reports and no log. */
async function makeReady({ place }, attempt, { files }) {
	await files.move(place.log, attemptLog(place.log, attempt)).catch(() => void 0);
	await files.remove(place.reports);
	await files.makeDirectory(place.reports);
	await files.makeDirectory(dirname$1(place.log));
}
/** `ended with exit code 7` says why it was tried again by itself. */
function reasonWith({ reason, outcome }, why) {
	return reason?.includes(why) === true ? reason : `${reason ?? outcome} (${why})`;
}
function describe(earlier) {
	return earlier.map(({ judgement, why }, at) => `attempt ${at + 1}: ${reasonWith(judgement, why)}`).join("; ");
}
function judged(judgement, earlier) {
	if (earlier.length === 0) return judgement;
	if (judgement.outcome === "passed" || judgement.outcome === "flaky-passed") return {
		...judgement,
		outcome: "flaky-passed",
		reason: `passed on attempt ${earlier.length + 1}; ${describe(earlier)}`
	};
	if (judgement.outcome === "cancelled") return judgement;
	return {
		...judgement,
		reason: `${judgement.reason ?? judgement.outcome}, after ${earlier.length + 1} attempts`
	};
}
/**
* Runs a gate, again where it says for which trouble.
*
* @param gate the gate
* @param options where it runs, and what may stop it: also the wait between two attempts
* @param ports the world
* @returns what the last attempt came to; a pass after another one is `flaky-passed`
*/
async function runAttempts(gate, options, ports) {
	const begin = ports.clock.monotonicMs();
	const earlier = [];
	for (;;) {
		const run = await runGate(gate, options, ports);
		const { retries } = gate;
		const canRetry = retries !== void 0 && earlier.length < retries.max && !options.signal.aborted;
		const attempt = {
			end: run.result.end,
			judgement: run.judgement,
			log: run.excerpt.text
		};
		const why = canRetry ? reasonToRetry(retries, attempt) : void 0;
		const totalMs = () => earlier.length === 0 ? run.result.durationMs : ports.clock.monotonicMs() - begin;
		if (why === void 0) return {
			...run,
			judgement: judged(run.judgement, earlier),
			earlier,
			totalMs: totalMs()
		};
		const waitMs = retryDelay(earlier.length + 1, randomShare(ports));
		options.onLine(`${run.judgement.reason ?? run.judgement.outcome}; trying again in ${(waitMs / 1e3).toFixed(1)} s`);
		await ports.clock.sleep(waitMs, options.signal);
		if (options.signal.aborted) {
			const judgement = {
				...run.judgement,
				outcome: "cancelled",
				reason: "somebody stopped it"
			};
			return {
				...run,
				judgement,
				earlier,
				totalMs: ports.clock.monotonicMs() - begin
			};
		}
		earlier.push({
			judgement: run.judgement,
			tests: run.tests,
			result: run.result,
			why: options.masker.mask(why)
		});
		await makeReady(options, earlier.length, ports);
	}
}

// src/actions/gates/execute.ts
/** Silence after which people are told what still runs. */
const HEARTBEAT_MS = 6e4;
/** CPU time is counted in steps of 10 ms, so the cores of a shorter run are not known. */
const LEAST_MEASURED_MS = 500;
/** Share of all cores that was idle while a gate ran, from which on the gate had what it wanted. */
const IDLE_SHARE = .03;
/** A red on another toolchain than the one that is asked for may be that toolchain's. */
function withDoubt(run, doubts) {
	const { judgement } = run;
	if (doubts.length === 0 || !isRed(judgement.outcome)) return run;
	return {
		...run,
		judgement: {
			...judgement,
			reason: [judgement.reason ?? "failed", ...doubts].join("; ")
		}
	};
}
const NO_QUARANTINE = {
	entries: [],
	at: 0,
	os: "unknown"
};
/** One run of gates: starts what the schedule offers, tells it of ends, until nothing is left. */
var GateRunner = class {
	#gates;
	/** Tasks of the schedule that are no gates. */
	#setUps;
	/** Since when each of them runs, in ms after the run began. */
	#settingUp = /* @__PURE__ */ new Map();
	/** When each of them ended, in ms after the run began. */
	#setUpEnds = /* @__PURE__ */ new Map();
	#waitsFor;
	#schedule;
	#options;
	#ports;
	#names;
	#executed = /* @__PURE__ */ new Map();
	#measured = /* @__PURE__ */ new Map();
	#running = /* @__PURE__ */ new Map();
	#beginMs;
	#stop = new AbortController();
	/** The first required gate that failed, when one is enough. */
	#firstFailure;
	#lastEventMs = 0;
	#done = () => void 0;
	constructor(gates, options, ports) {
		this.#gates = new Map(gates.map((gate) => [gate.id, gate]));
		this.#options = options;
		this.#ports = ports;
		this.#names = fileNamesOf(gates.map((gate) => gate.id));
		const durations = new Map([...options.history].map(([id, entry]) => [id, entry.durationMs]));
		const capacity = {
			cores: options.cores,
			memoryBytes: options.memoryBytes
		};
		const started = gates.filter((gate) => options.known?.has(gate.id) !== true);
		const { environments } = options;
		const setUps = environments.tasksFor(started);
		this.#waitsFor = new Map(started.map((gate) => [gate.id, environments.waitsFor(gate)]));
		const tasks = started.map((gate) => {
			const needs = [...this.#waitsFor.get(gate.id) ?? [], ...gate.needs];
			return {
				...withMeasuredSize(gate, options.history),
				needs
			};
		});
		this.#setUps = new Set(setUps.map(({ id }) => id));
		this.#schedule = new Schedule([...setUps, ...tasks], {
			capacity,
			durations
		});
		this.#beginMs = ports.clock.monotonicMs();
	}
	async run() {
		const finished = new Promise((resolve) => {
			this.#done = resolve;
		});
		const onStop = () => this.#stopAll("the run was cancelled before it started");
		this.#options.signal.addEventListener("abort", onStop, { once: true });
		const heart = new AbortController();
		this.#beat(this.#ports.clock, heart.signal);
		for (const [id, judgement] of this.#options.known ?? []) this.#recordUnstarted(id, judgement);
		if (this.#options.signal.aborted) onStop();
		else this.#pump();
		await finished;
		heart.abort();
		this.#options.signal.removeEventListener("abort", onStop);
		return {
			gates: [...this.#gates.keys()].flatMap((id) => this.#executed.get(id) ?? []),
			measured: this.#measured,
			durationMs: this.#now()
		};
	}
	#now() {
		return this.#ports.clock.monotonicMs() - this.#beginMs;
	}
	#pump() {
		if (!this.#stop.signal.aborted) for (const id of this.#schedule.startable()) if (this.#setUps.has(id)) this.#setUp(id);
		else this.#start(id);
		if (this.#schedule.isDone) this.#done();
	}
	#start(id) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		this.#schedule.start(id);
		this.#running.set(id, {
			sinceMs: this.#now(),
			line: "",
			idleMs: this.#ports.machine.idleMs()
		});
		this.#tell({
			kind: "started",
			id,
			atMs: this.#now()
		});
		this.#runGate(gate).then((run) => this.#finish(gate, run), (error) => this.#finish(gate, couldNotRun(error instanceof Error ? error.message : String(error))));
	}
	/** Whether it worked is told by the gates that need it. */
	#setUp(id) {
		const begin = this.#now();
		this.#schedule.start(id);
		this.#settingUp.set(id, begin);
		this.#options.environments.install(id, this.#stop.signal).then(() => {
			const durationMs = this.#now() - begin;
			this.#settingUp.delete(id);
			this.#setUpEnds.set(id, this.#now());
			if (!this.#stop.signal.aborted) this.#measured.set(id, {
				durationMs,
				cpu: null,
				peakBytes: null,
				wasCrowded: true
			});
			this.#schedule.finish(id, true);
			this.#pump();
		});
	}
	async #runGate(gate) {
		const { environments } = this.#options;
		const problem = environments.problemFor(gate);
		if (problem !== void 0) return couldNotRun(this.#options.masker.mask(problem));
		const name = this.#names.get(gate.id) ?? gate.id;
		const place = {
			root: this.#options.root,
			variables: environments.variablesFor(gate),
			reports: join$1(this.#options.scratch, "reports", name),
			log: join$1(this.#options.scratch, "logs", `${name}.log`)
		};
		await this.#ports.files.makeDirectory(place.reports);
		const onLine = (line) => this.#onLine(gate.id, line);
		const { masker, quarantine = NO_QUARANTINE, toolchains } = this.#options;
		const how = {
			place,
			masker,
			quarantine,
			signal: this.#stop.signal,
			onLine
		};
		return withDoubt(await runAttempts(gate, how, this.#ports), toolchains?.chosenFor(gate).flatMap(({ doubt }) => doubt ?? []) ?? []);
	}
	#onLine(id, line) {
		const running = this.#running.get(id);
		if (running === void 0 || line.trim() === "") return;
		running.line = this.#options.masker.maskCut(line);
		this.#options.listener({
			kind: "line",
			id,
			text: running.line
		});
	}
	#finish(gate, run) {
		const running = this.#running.get(gate.id);
		this.#running.delete(gate.id);
		const judgement = this.#judgementOf(gate, run);
		this.#record(gate, {
			...run,
			judgement
		}, running?.sinceMs ?? 0);
		if (run.result.end.kind === "exited") this.#measure(gate.id, run, running);
		const { inconclusive } = gate;
		const isOpen = opensTheWay({
			outcome: judgement.outcome,
			inconclusive
		}, this.#options.release === true);
		const skips = this.#schedule.finish(gate.id, isOpen);
		for (const { id, need } of skips) this.#skip(id, `\`${need}\` ${whyClosed(this.#executed.get(need)?.judgement)}`);
		if (gate.required && isRed(judgement.outcome) && this.#options.failFast && this.#firstFailure === void 0) {
			this.#firstFailure = gate.id;
			this.#stopAll(`not started, because \`${gate.id}\` failed first`);
		}
		this.#pump();
	}
	/** What was stopped because of the first failure was not cancelled by anybody. */
	#judgementOf({ waiver }, { judgement }) {
		if (judgement.outcome !== "cancelled" || this.#options.signal.aborted || this.#firstFailure === void 0) return this.#options.day === void 0 ? judgement : waive(judgement, waiver, this.#options.day);
		return {
			...judgement,
			outcome: "skipped",
			reason: `stopped, because \`${this.#firstFailure}\` failed first`
		};
	}
	#measure(id, { result }, running) {
		const { durationMs, cpuMs, peakBytes } = result;
		const cpu = cpuMs === void 0 || durationMs < LEAST_MEASURED_MS ? null : cpuMs / durationMs;
		this.#measured.set(id, {
			durationMs,
			cpu,
			peakBytes: peakBytes ?? null,
			wasCrowded: !this.#hadRoom(running)
		});
	}
	/** Whoever started what else ran: where cores were idle, nobody had to wait for one. */
	#hadRoom(running) {
		const idleMs = this.#ports.machine.idleMs();
		if (running === void 0 || running.idleMs === null || idleMs === null) return false;
		return idleMs - running.idleMs > IDLE_SHARE * this.#options.cores * (this.#now() - running.sinceMs);
	}
	#record(gate, run, sinceMs) {
		const { end } = run.result;
		const { cpuMs, peakBytes } = usedByAll(run);
		const durationMs = run.totalMs;
		const setUpEnds = (this.#waitsFor.get(gate.id) ?? []).map((id) => this.#setUpEnds.get(id) ?? 0);
		const readyMs = Math.max(0, ...setUpEnds, ...gate.needs.map((need) => endOf(this.#executed.get(need))));
		const name = this.#names.get(gate.id) ?? gate.id;
		const wasStarted = end.kind !== "not-started";
		this.#executed.set(gate.id, {
			gate,
			judgement: run.judgement,
			startMs: sinceMs,
			durationMs,
			waitedMs: Math.max(0, sinceMs - readyMs),
			exitCode: end.kind === "exited" ? end.code : null,
			cpuMs: cpuMs ?? null,
			peakBytes: peakBytes ?? null,
			fileName: name,
			logFile: wasStarted ? join$1(this.#options.scratch, "logs", `${name}.log`) : null,
			excerpt: wasStarted ? run.excerpt : null,
			earlier: run.earlier,
			tests: run.tests
		});
		this.#tellFinished(gate, run.judgement, durationMs);
	}
	#skip(id, reason) {
		this.#recordUnstarted(id, {
			...nothing,
			outcome: "skipped",
			reason
		});
	}
	#recordUnstarted(id, judgement) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		this.#executed.set(id, {
			gate,
			judgement,
			startMs: null,
			durationMs: null,
			waitedMs: null,
			exitCode: null,
			cpuMs: null,
			peakBytes: null,
			fileName: this.#names.get(id) ?? id,
			logFile: null,
			excerpt: null,
			earlier: [],
			tests: null
		});
		this.#tellFinished(gate, judgement, null);
	}
	#stopAll(reason) {
		for (const id of this.#schedule.giveUp()) this.#skip(id, reason);
		this.#stop.abort();
		if (this.#schedule.isDone) this.#done();
	}
	#tellFinished({ id, required }, judgement, durationMs) {
		const { outcome, reason, summary } = judgement;
		this.#tell({
			kind: "finished",
			run: {
				id,
				outcome,
				reason,
				summary,
				durationMs,
				required
			}
		});
	}
	#tell(event) {
		this.#lastEventMs = this.#now();
		this.#options.listener(event);
	}
	async #beat(clock, signal) {
		while (!signal.aborted) {
			await clock.sleep(Math.max(1, this.#lastEventMs + HEARTBEAT_MS - this.#now()), signal);
			if (signal.aborted || this.#now() - this.#lastEventMs < HEARTBEAT_MS) continue;
			const running = [...[...this.#settingUp].map(([id, sinceMs]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line: ""
			})), ...[...this.#running].map(([id, { sinceMs, line }]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line
			}))];
			if (running.length > 0) this.#tell({
				kind: "silent",
				running
			});
		}
	}
};
/**
* Runs gates as a graph.
*
* @param gates the gates to run; what they need is among them
* @param options where and how
* @param ports the world
* @returns what each came to; a failed gate is a result
* @throws TurnpikeError `PLAN_CYCLE`, `PLAN_UNKNOWN_GATE`
*/
function executeGates(gates, options, ports) {
	return new GateRunner(gates, options, ports).run();
}

// src/actions/gates/history/quarantine.ts
/** The same file as `QUARANTINE_FILE` of core/flaky, which is loaded only where there is one. */
const FILE = ".github/turnpike/quarantine.yml";
/**
* The moment that counts for the end of entries. A commit is judged the same whenever it is run again, so the commit's own
* date counts; a scheduled run is there to find what has ended, so it goes by today.
*/
async function momentOf(origin, facts, root, ports) {
	const today = ports.clock.now().getTime();
	if (origin?.event === "schedule") return today;
	for (const commit of [origin?.headSha ?? null, facts.commit]) {
		const seconds = commit === null ? void 0 : await ports.git.commitTime(root, commit);
		if (seconds !== void 0) return seconds * 1e3;
	}
	return today;
}
/**
* @param root absolute path of the repository's root
* @param origin where the run takes place
* @param facts what is checked out
* @param ports the world
* @returns the quarantine; without entries where there is no file
* @throws TurnpikeError `CONFIG_INVALID` with all problems of the file
*/
async function readQuarantine(root, origin, facts, ports) {
	const text = await ports.files.readText(join$1(root, FILE));
	const os = origin?.os ?? "unknown";
	if (text === void 0) return {
		entries: [],
		at: 0,
		os
	};
	const { parseQuarantine } = await import("./parse-quarantine.js");
	const parsed = parseQuarantine(text, FILE);
	if (!parsed.ok) throw new TurnpikeError("CONFIG_INVALID", "config", "Nothing was run.", {
		problems: parsed.problems,
		doc: "docs/flaky.md"
	});
	return {
		entries: parsed.entries,
		at: await momentOf(origin, facts, root, ports),
		os
	};
}

// src/actions/gates/results/output-directory.ts
/** What a run of the gates writes into the output directory. */
const RESULT_NAMES = [
	"verdict.json",
	"details.json",
	"observations.ndjson",
	"report.json",
	"logs",
	"reports",
	"shares"
];
/**
* Takes the results of an earlier run away, because gates that look at every file would look at them too.
*
* @param files the files
* @param root absolute path of the repository
* @param outputDirectory absolute path of where results go
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function clearOutput(files, root, outputDirectory) {
	await Promise.all([...RESULT_NAMES.map((name) => files.remove(join$1(outputDirectory, name))), ignoreOwnFolder(files, root, outputDirectory)]);
}

// src/actions/gates/results/result-cache.ts
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
				environments,
				toolchains: run.toolchains ?? {}
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
		const now = this.#ports.clock.now();
		const [after, { passOf, withPasses }] = await Promise.all([this.#memory.grounds.lookAgain(this.#request), import("./remembered-passes.js")]);
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

// src/actions/gates/select-gates.ts
/**
* Chooses the gates that run.
*
* @param plan all gates
* @param only ids to run with all that they need; empty: all
* @returns them, in the order of the plan, what required gates need being required too
* @throws TurnpikeError `PLAN_UNKNOWN_GATE` naming every id that there is not
*/
function selectGates(plan, only) {
	const declared = requireNeeds(plan.gates.filter((gate) => gate.declared));
	if (only.length === 0) return declared;
	const idsOf = (id) => declared.filter((gate) => gate.id === id || gate.matrix?.of === id).map((gate) => gate.id);
	const problems = only.flatMap((id) => idsOf(id).length > 0 ? [] : [unknownGate(id, plan)]);
	if (problems.length > 0) throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "Nothing was run.", { problems });
	const chosen = new Set(only.flatMap(idsOf));
	for (const gate of [...inOrderOfNeeds(declared)].reverse()) if (chosen.has(gate.id)) for (const need of gate.needs) chosen.add(need);
	return declared.filter((gate) => chosen.has(gate.id));
}
function unknownGate(id, plan) {
	const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
	if (plan.suggestions.some((suggestion) => suggestion.gate.id === id)) return {
		where: id,
		message: "is only suggested; declare it in turnpike.yml to run it"
	};
	const nearest = nearestName(id, ids);
	if (nearest !== void 0) return {
		where: id,
		message: `is no gate here; did you mean \`${nearest}\`?`
	};
	return {
		where: id,
		message: ids.length === 0 ? "is no gate; there are none here" : `is no gate; there are ${ids.join(", ")}`
	};
}

// src/actions/gates/changed-files.ts
const unknown = (reason) => ({
	kind: "unknown",
	reason
});
/** A commit id and nothing that git could take for anything else. */
function shaAt(event, ...path) {
	const text = asText(valueAt(event, ...path));
	return text !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text) && !/^0+$/.test(text) ? text : void 0;
}
function short(sha) {
	return sha.slice(0, 7);
}
async function since(root, base, git) {
	if (!await git.hasCommit(root, base)) {
		const why = await git.isShallow(root) ? "; the clone is shallow, `fetch-depth: 0` brings all of it" : "";
		return unknown(`the clone has no commit ${short(base)}${why}`);
	}
	const files = await git.changedSince(root, base, "HEAD");
	return files === void 0 ? unknown(`git could not compare with ${short(base)}`) : {
		kind: "known",
		files,
		since: short(base)
	};
}
/** GitHub checks a pull request out merged into its base; then the first parent is just what it is merged into. */
async function sinceBase(root, event, git) {
	const base = shaAt(event, "pull_request", "base", "sha");
	const head = shaAt(event, "pull_request", "head", "sha");
	if (base === void 0) return unknown("the event does not say what the pull request is based on");
	const [first, second, ...others] = (await git.log(root, "HEAD", 1))[0]?.parents ?? [];
	if (first !== void 0 && second !== void 0 && second === head && others.length === 0 && await git.hasCommit(root, first)) return since(root, first, git);
	if (!await git.hasCommit(root, base)) return since(root, base, git);
	const parting = await git.mergeBase(root, base, "HEAD");
	return parting === void 0 ? unknown(`the clone does not show where ${short(base)} and HEAD parted`) : since(root, parting, git);
}
async function sinceDefaultBranch(root, git) {
	const branch = await git.defaultBranch(root);
	if (branch === void 0) return unknown("there is no default branch to compare with");
	const parting = await git.mergeBase(root, branch, "HEAD");
	return parting === void 0 ? unknown(`the clone does not show where ${branch} and HEAD parted`) : since(root, parting, git);
}
/**
* @param root absolute path of the repository's root
* @param event what GitHub says of the run
* @param release whether this run is a release; a release is checked whole
* @param git the checkout
* @returns what changed; unknown, with the reason, wherever the event or the clone does not tell
*/
async function changedByEvent(root, event, release, git) {
	if (release || event.refType === "tag") return unknown("a release is checked whole");
	switch (event.eventName) {
		case "pull_request":
		case "pull_request_target": return sinceBase(root, event.event, git);
		case "merge_group": {
			const base = shaAt(event.event, "merge_group", "base_sha");
			return base === void 0 ? unknown("the event does not say what the merge queue is based on") : since(root, base, git);
		}
		case "push": {
			const before = shaAt(event.event, "before");
			return before === void 0 ? sinceDefaultBranch(root, git) : since(root, before, git);
		}
		default: return unknown(`the event ${event.eventName} is about no change`);
	}
}
/**
* @param root absolute path of the repository's root
* @param base a commit, branch or tag to compare with; undefined: where the current branch left the default branch
* @param git the checkout
* @returns what differs from there in commits and in files as they are now
*/
async function changedHere(root, base, git) {
	if (await git.head(root) === void 0) return unknown("there is no commit to compare with");
	const branch = base ?? await git.defaultBranch(root);
	if (branch === void 0) return unknown("there is no default branch to compare with");
	if (base === void 0 && branch === await git.branch(root)) return unknown(`this is ${branch} itself, and there is no remote to compare it with`);
	if (base !== void 0 && !await git.hasCommit(root, base)) return unknown(`there is no commit, branch or tag ${base} here`);
	const parting = await git.mergeBase(root, branch, "HEAD");
	if (parting === void 0) return unknown(`the clone does not show where ${branch} and HEAD parted`);
	const files = await git.changedSince(root, parting);
	return files === void 0 ? unknown(`git could not compare with ${branch}`) : {
		kind: "known",
		files,
		since: branch
	};
}

// src/actions/gates/situation.ts
function dayOf(date) {
	return date.toISOString().slice(0, 10);
}
/** The checks of one commit must not turn red by waiting, so they go by the commit's own day. */
const DAY_OF_COMMIT = /* @__PURE__ */ new Set([
	"push",
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
async function dayOfCommit(root, { git, clock }) {
	const seconds = await git.commitTime(root, "HEAD");
	return dayOf(seconds === void 0 ? clock.now() : /* @__PURE__ */ new Date(seconds * 1e3));
}
/**
* @param root absolute path of the repository's root
* @param run what GitHub says, and whether it is a release
* @param ports the world
* @returns why and where this run takes place
*/
async function situationOnGitHub(root, { context, release }, ports) {
	const byCommit = DAY_OF_COMMIT.has(context.eventName) && !release;
	const [changed, day] = await Promise.all([changedByEvent(root, context, release, ports.git), byCommit ? dayOfCommit(root, ports) : dayOf(ports.clock.now())]);
	return {
		events: eventsOf(context, release),
		branch: branchOf(context),
		changed,
		day
	};
}
/**
* @param root absolute path of the repository's root
* @param base what to compare with; undefined: where the current branch left the default branch
* @param ports the world
* @returns a run without GitHub
*/
async function situationHere(root, base, ports) {
	const [changed, branch] = await Promise.all([changedHere(root, base, ports.git), ports.git.branch(root)]);
	return {
		events: ["local"],
		branch,
		changed,
		day: dayOf(ports.clock.now())
	};
}
/**
* @param gates gates that may run
* @returns whether any of them asks for the situation; reading it costs a few calls of git
*/
function asksForSituation(gates) {
	return gates.some((gate) => gate.when !== void 0 || gate.waiver !== void 0);
}

// src/actions/gates/toolchains/gate-toolchains.ts
/** Nothing is asked for. */
const NO_TOOLCHAINS = {
	withToolchains: (_, variables) => variables,
	chosenFor: () => [],
	identities: () => ({}),
	remarks: []
};

// src/actions/gates/toolchains/find.ts
/**
* Looks for the toolchains that gates ask for. Where none does, nothing is looked at and nothing loaded.
*
* @param gates the gates that may run
* @param ports the world
*/
async function findToolchains(gates, ports) {
	if (ports.toolchains === void 0 || gates.every((gate) => gate.toolchains === void 0)) return NO_TOOLCHAINS;
	const [{ chooseToolchains }, toolchains] = await Promise.all([import("./choose.js"), ports.toolchains()]);
	return chooseToolchains(gates, {
		toolchains,
		env: ports.env
	});
}

// src/actions/gates/commit-facts.ts
/**
* @param root absolute path of the repository's root
* @param git the checkout
* @returns what the files are; outside a repository they are bound to no commit
*/
async function readCommitFacts(root, git) {
	const [state, dirty] = await Promise.all([git.state(root), git.isDirty(root)]);
	return commitFactsOf(state, dirty);
}
/**
* @param state where the checkout stands; undefined: outside a repository
* @param dirty whether files differ from it
* @returns what the files are
*/
function commitFactsOf(state, dirty) {
	if (state === void 0) return {
		commit: null,
		tree: null,
		dirty: false
	};
	return {
		commit: state.commit,
		tree: state.tree,
		dirty
	};
}

// src/actions/gates/check-repository.ts
/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = .9;
/** Installers may say what they were given. */
function maskedInstalled(installed, masker) {
	const problems = new Map([...installed.problems].map(([key, text]) => [key, masker.mask(text)]));
	return {
		...installed,
		problems,
		remarks: (installed.remarks ?? []).map((text) => masker.mask(text))
	};
}
/** A release is checked whole, whoever asks, in environments that are its own. */
async function open$1(request, gates, { scratch, masker, listener, signal, toolchains }, ports) {
	const { root, plan, results, release, outputDirectory } = request;
	let hasInstalled = false;
	const options = {
		root,
		environments: plan.environments,
		folder: join$1(scratch, "environments"),
		allowScripts: request.allowScripts === true,
		installsLocks: request.installsLocks === true,
		isShortLived: request.isShortLived === true,
		store: release ? void 0 : request.environments,
		toolchains,
		listener: (event) => {
			hasInstalled ||= event.kind === "setup-started";
			listener(event.kind === "setup-finished" && event.problem !== void 0 ? {
				...event,
				problem: masker.mask(event.problem ?? "")
			} : event);
		}
	};
	const processes = stoppable(ports.processes, signal);
	const environments = await Environments.open(gates, options, {
		...ports,
		processes
	});
	if (results === void 0 || release) return {
		environments,
		cache: void 0
	};
	await environments.installAll(({ manager }) => manager !== "venv");
	const written = outputDirectory.startsWith(`${root}/`) ? [`${outputDirectory.slice(root.length + 1)}/`] : [];
	const rests = {
		environments,
		toolchains: toolchains.identities()
	};
	return {
		environments,
		cache: await ResultCache.open(results, {
			gates,
			root,
			written,
			hasInstalled,
			...rests
		}, ports)
	};
}
/** Gates that a change cannot make say something else, with the reason. */
function unaffectedBy({ change, config }, gates) {
	return change === void 0 ? /* @__PURE__ */ new Map() : leftOut(gates, (gate) => whyUnaffected(gate, change, config));
}
/** Gates that `when` holds back, with the reason. */
function heldBack(gates, situation) {
	if (situation === void 0) return /* @__PURE__ */ new Map();
	const left = leftOut(gates, ({ when }) => whyNotNow(when, situation));
	return new Map([...left].map(([id, reason]) => [id, {
		...nothing,
		outcome: "skipped",
		reason
	}]));
}
/**
* Runs the gates of a repository, writes verdict.json, details.json, logs and reports.
*
* @param request what to run, and where results go
* @param ports the world
* @param watch is told what happens, and may stop it; a stopped run leaves its verdict too
* @returns the verdict and all that was measured
* @throws TurnpikeError `PLAN_UNKNOWN_GATE`, `PLAN_CYCLE`, `FILE_UNWRITABLE`
*/
async function checkRepository(request, ports, watch) {
	const { root, plan, outputDirectory, failFast, scratch } = request;
	const { files } = ports;
	const asked = selectGates(plan, request.only);
	const unaffected = unaffectedBy(request, asked);
	const gates = asked.filter((gate) => !unaffected.has(gate.id));
	if (gates.length > 0) watch.listener({
		kind: "begun",
		gates: gates.length
	});
	const finding = findToolchains(gates, ports);
	finding.catch(() => void 0);
	const facts = await request.facts;
	const quarantine = await readQuarantine(root, request.origin, facts, ports);
	const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
	const cores = request.jobs ?? ports.machine.cores();
	const memory = ports.machine.memoryBytes();
	const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
	const clearing = clearOutput(files, root, outputDirectory);
	clearing.catch(() => void 0);
	await files.makeDirectory(join$1(scratch, "logs"));
	const startedAt = ports.clock.now().toISOString();
	const begin = ports.clock.monotonicMs();
	const { listener } = watch;
	const situation = asksForSituation(gates) ? await request.situation?.() : void 0;
	const held = heldBack(gates, situation);
	const started = gates.filter((gate) => !held.has(gate.id));
	const toolchains = await finding;
	const { environments, cache } = await open$1(request, started, {
		scratch,
		masker,
		listener,
		signal: watch.stop.signal,
		toolchains
	}, ports);
	const known = new Map([...held, ...await cache?.recall() ?? []]);
	const history = parseHistory(await files.readText(request.historyFile).catch(() => void 0));
	await clearing;
	const where = {
		root,
		scratch,
		cores,
		memoryBytes
	};
	const how = {
		failFast,
		release: request.release,
		history,
		environments,
		toolchains,
		masker,
		listener,
		signal: watch.stop.signal,
		known,
		quarantine
	};
	const day = situation === void 0 ? {} : { day: situation.day };
	const execution = await executeGates(gates, {
		...where,
		...how,
		...day
	}, ports);
	const durationMs = Math.round(ports.clock.monotonicMs() - begin);
	const [results, { conclude }] = await Promise.all([cache?.keep(execution, masker), import("./conclude.js")]);
	return await conclude(request, {
		execution,
		facts,
		masker,
		cores,
		startedAt,
		durationMs,
		situation,
		quarantine,
		results,
		unaffected,
		installed: maskedInstalled(environments.installed(), masker)
	}, scratch, ports, watch);
}

// src/adapters/terminal/columns.ts
/**
* Columns for lines that go to a stream. Where it is a pipe, such as to a pager, the other stream may still be the terminal
* that people read in.
*
* @param streams the stream, then others of the process
* @param otherwise columns where none of them is a terminal
*/
function columnsOf(streams, otherwise) {
	return streams.map(({ columns }) => columns).find((columns) => columns !== void 0 && columns > 0) ?? otherwise;
}

// node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));

// src/adapters/terminal/styles.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/**
* Whether a stream gets colours. `NO_COLOR` (not empty) switches them off (no-color.org), `FORCE_COLOR` on, or off when it
* is `0` or `false` (force-color.org); else a terminal gets them unless it says that it is `dumb`.
*
* @param stream the stream
* @param env the process environment
* @returns true when colours may be written
*/
function wantsColor(stream, env) {
	if ((env["NO_COLOR"] ?? "") !== "") return false;
	const forced = env["FORCE_COLOR"];
	if (forced !== void 0) return forced !== "0" && forced !== "false";
	return stream.isTTY === true && env["TERM"] !== "dumb";
}
/**
* @param stream where the text will be written
* @param env the process environment
* @returns colours and marks that fit the stream
*/
function styles(stream, env) {
	const isColored = wantsColor(stream, env);
	const { bold, dim, italic, underline, red, green, yellow, blue, magenta, cyan, gray } = import_picocolors.default.createColors(isColored);
	return {
		isColored,
		bold,
		dim,
		italic,
		underline,
		red,
		green,
		yellow,
		blue,
		magenta,
		cyan,
		gray,
		marks: {
			pass: green("✓"),
			fail: red("✗"),
			warn: yellow("!"),
			skip: gray("–"),
			cancel: yellow("■"),
			info: blue("i"),
			arrow: cyan("→")
		}
	};
}

// src/adapters/node/existing-folder.ts
/**
* @param directory a folder as a person wrote it
* @param hint what else may be meant by a name that is no folder
* @returns its absolute path
* @throws TurnpikeError `FILE_UNREADABLE` when it is not there, or no folder
*/
function existingFolder(directory, hint) {
	const path = resolve(directory);
	const found = statSync(path, { throwIfNoEntry: false });
	if (found === void 0) throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${directory}.`, { ...hint === void 0 || !/^[\w.:=+-]+$/.test(directory) ? {} : { hint: hint(directory) } });
	if (found.isDirectory()) return path;
	throw new TurnpikeError("FILE_UNREADABLE", "user", `${directory} is a file; the folder of a repository is needed.`, { hint: `The folder that it is in: ${dirname(directory)}` });
}

// src/adapters/node/plan-cache.ts
/** A change within this time of being looked at could go unseen, because clocks of file systems are coarse. */
const SETTLED_MS = 2e3;
/** Larger repositories are planned anew each time; looking at every folder would take as long. */
const MOST_PLACES = 3e4;
function lookAt(path) {
	const info = statSync(path, { throwIfNoEntry: false });
	return info === void 0 ? null : [
		info.ctimeMs,
		info.size,
		info.ino
	];
}
function isSame(a, b) {
	if (a === void 0 || a === null || b === null) return a === b;
	return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
/**
* @param kind what is kept
* @param about what it is about; told apart by a digest
* @param env the process environment
* @returns absolute path of a file in the user's cache folder, which need not exist
*/
function cacheFile(kind, about, env) {
	const home = env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
	const name = createHash("sha256").update(about).digest("hex").slice(0, 32);
	return join(home, "turnpike", kind, `${name}.json`);
}
/**
* Not in the repository, which could bring one along: a plan says what is run, so it must come from this program alone.
*/
function fileOf({ root, config, env }) {
	return cacheFile("plans", `${root}\0${config}`, env);
}
/**
* @returns the folder of the bundle, whose files a build or a checkout of another version makes anew; undefined where the
*   program runs from its sources, any of which may change alone
*/
function bundleFolder() {
	const own = fileURLToPath(import.meta.url);
	return own.endsWith(".ts") ? void 0 : dirname(own);
}
/** Every folder with a file in it, every text that was read, and what decides which files git lists. */
function placesOf(snapshot, config) {
	const folders = /* @__PURE__ */ new Set(["."]);
	for (const file of snapshot.files) for (let at = dirname$1(file); !folders.has(at); at = dirname$1(at)) folders.add(at);
	const ignores = snapshot.files.filter((file) => file === ".gitignore" || file.endsWith("/.gitignore"));
	const read = [...snapshot.texts.keys(), ...snapshot.unreadable.map(({ file }) => file)];
	return [.../* @__PURE__ */ new Set([
		...folders,
		...read,
		...ignores,
		config,
		".git/index",
		".git/info/exclude",
		".git/HEAD"
	])];
}
/** The same of the repository around a folder, seen from the folder. */
function placesAround(around) {
	if (around === void 0) return [];
	const up = relative$1(`/${around.folder}`, "/");
	return placesOf(around.snapshot, "turnpike.yml").map((path) => `${up}/${path}`);
}
/**
* The plan of the run before, when nothing that it was made from has changed: no folder got or lost an entry, no text that
* was read is another one, and this is the same program.
*
* @param place the repository, and where plans are kept
* @returns undefined when there is none or something changed; any fault is a miss
*/
async function recallPlan(place) {
	if (place.program === void 0) return void 0;
	try {
		const kept = JSON.parse(await readFile(fileOf(place), "utf8"));
		if (kept.schema !== "turnpike/kept-plan/1" || !isSame(kept.program, lookAt(place.program))) return void 0;
		return Object.entries(kept.looks).every(([path, look]) => isSame(look, lookAt(join(place.root, path)))) ? kept.plan : void 0;
	} catch {
		return;
	}
}
/**
* Looks at all that a plan is made from. To be called when the plan is made, before gates run: what they change makes the
* next plan another one.
*
* @param place the repository, and where plans are kept
* @param snapshot what the plan was made from
* @param nowMs the time, in ms since 1970
* @param around the repository around it, where that was looked at too
* @returns undefined when the plan is not to be kept: something was changed a moment ago, or the repository is very large
*/
function lookAtGround(place, snapshot, nowMs, around) {
	const isWhole = (one) => one?.isCut !== true && one?.sparse === void 0;
	if (place.program === void 0 || !isWhole(snapshot) || !isWhole(around?.snapshot)) return void 0;
	const places = [...placesOf(snapshot, place.config), ...placesAround(around)];
	if (places.length > MOST_PLACES) return void 0;
	const looks = places.map((path) => [path, lookAt(join(place.root, path))]);
	return looks.every(([, look]) => look === null || look[0] < nowMs - SETTLED_MS) ? Object.fromEntries(looks) : void 0;
}
/**
* Keeps a plan for {@link recallPlan}. A fault is no reason to fail: the next run plans anew.
*
* @param place the repository, and where plans are kept
* @param looks what {@link lookAtGround} gave
* @param plan the plan
*/
async function keepPlan(place, looks, plan) {
	if (place.program === void 0) return;
	const kept = {
		schema: "turnpike/kept-plan/1",
		program: lookAt(place.program),
		looks,
		plan
	};
	const file = fileOf(place);
	const draft = `${file}.${process.pid}`;
	try {
		await mkdir(dirname(file), {
			recursive: true,
			mode: 448
		});
		await writeFile(draft, JSON.stringify(kept), { mode: 384 });
		await rename(draft, file);
	} catch {
		await rm(draft, { force: true }).catch(() => void 0);
	}
}

// src/cli/gates/gates-session.ts
/**
* @param args what the command line says
* @throws TurnpikeError `FILE_UNREADABLE` when the folder is none
*/
function openSession(args) {
	const root = realpathSync(existingFolder(args.dir, (name) => `For a gate of that name: turnpike gates --only ${name}`));
	const env = definedVariables(process.env);
	const processes = new NodeProcesses();
	const ports = {
		processes,
		env,
		clock: systemClock,
		random: systemRandom,
		machine: thisMachine,
		files: new NodeFiles(root),
		git: new GitProgram(processes, env),
		toolchains: toolchainsOf(processes, env)
	};
	const memory = {
		file: cacheFile("results", root, env),
		grounds: new NodeResultGrounds(processes, env, false),
		where: "here",
		readsNothing: !args.cache
	};
	return {
		args,
		root,
		env,
		processes,
		ports,
		look: styles(process.stderr, env),
		memory
	};
}
/**
* @param session the repository
* @returns its plan
* @throws TurnpikeError `CONFIG_INVALID`
*/
async function planOf({ root, env, args }) {
	const place = {
		root,
		config: args.config,
		env,
		program: bundleFolder()
	};
	const kept = await recallPlan(place);
	if (kept !== void 0) return {
		plan: kept,
		keep: async () => void 0
	};
	const { readPlan } = await import("./read-plan2.js");
	let ground;
	const onSnapshot = (snapshot, around) => {
		ground = lookAtGround(place, snapshot, Date.now(), around);
	};
	const plan = await readPlan(place.root, {
		config: place.config,
		onSnapshot
	});
	const keep = async () => ground === void 0 ? void 0 : keepPlan(place, ground, plan);
	return {
		plan,
		keep
	};
}
/**
* Asks early what the files are; awaited later.
*
* @param session the repository
*/
async function askCheckout({ root, memory }) {
	const { state, dirty } = await memory.grounds.begin(root);
	return {
		...commitFactsOf(state, dirty),
		branch: state?.branch ?? null
	};
}

// src/cli/gates/gates-command.ts
async function keepVerdict(checked, file) {
	if (file === void 0) return;
	const target = resolve(file);
	try {
		await mkdir(dirname(target), { recursive: true });
		await copyFile(checked.verdictFile, target);
	} catch (cause) {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause });
	}
}
/** What to write when a folder was meant. */
function forFolder(folder) {
	return `for the folder, write it first: turnpike gates ${folder} --changed`;
}
/** `--changed DIR` reads like a run of DIR, and DIR is what the option takes for its base. */
function folderAsBase(folder, { dir }) {
	const message = `${folder} is a folder, and --changed takes a commit, branch or tag. Nothing was run.`;
	const hint = dir === "." ? `For the folder, write it first:\n  turnpike gates ${folder} --changed` : void 0;
	return new TurnpikeError("INPUT_INVALID", "config", message, hint === void 0 ? {} : { hint });
}
/** What `--changed` stands for; a base that a person names must be there. */
async function changeOf({ args, root, ports }) {
	if (args.changed === void 0) return void 0;
	const base = args.changed === true ? void 0 : args.changed;
	const change = await changedHere(root, base, ports.git);
	const isFolder = base !== void 0 && statSync(base, { throwIfNoEntry: false })?.isDirectory() === true;
	if (change.kind === "known") {
		if (isFolder) process.stderr.write(`${base} is taken for a commit; ${forFolder(base)}\n`);
		return change;
	}
	if (isFolder) throw folderAsBase(base, args);
	if (base !== void 0) throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", { problems: [{
		where: "--changed",
		message: `what changed since ${base} cannot be told: ${change.reason}`
	}] });
	process.stderr.write(`What changed is not known (${change.reason}), so every gate runs.\n`);
	return change;
}
async function runOnce(session) {
	const { args, root, ports, env, look } = session;
	const checkout = askCheckout(session);
	const [planned, change, { runRound, showRound }] = await Promise.all([
		planOf(session),
		changeOf(session),
		import("./gates-round.js")
	]);
	const stop = listenForStop();
	const checked = await runRound(session, {
		plan: planned.plan,
		stop,
		checkout,
		change
	});
	await keepVerdict(checked, args.verdict);
	await showRound(session, checked, planned.plan.notes);
	if (args.json) process.stdout.write(`${JSON.stringify(checked.verdict, null, 2)}\n`);
	if (checked.run.verdict === "passed" && checked.verdict.partial !== true) {
		const { tellFirstGreen } = await import("./first-green.js");
		await tellFirstGreen({
			dir: root,
			by: "gates"
		}, {
			git: ports.git,
			clock: systemClock,
			env
		}, look);
	}
	process.exitCode = checked.run.exitCode;
	await planned.keep();
}
/**
* Runs the gates here.
*
* @param args what the command line says
* @throws TurnpikeError for what cannot be run at all; a failed gate is an exit code
*/
async function runGatesCommand(args) {
	const session = openSession(args);
	if (args.explainCache !== void 0) {
		const { explainCache } = await import("./explain-cache.js");
		const { environmentsOf } = await import("./gates-round.js");
		const { plan } = await planOf(session);
		const { root, memory } = session;
		return explainCache(args.explainCache, {
			root,
			plan,
			memory,
			environments: environmentsOf(session)
		}, session.ports);
	}
	if (args.watch === true) {
		const { watchGatesHere } = await import("./watch-gates.js");
		return watchGatesHere(session);
	}
	return runOnce(session);
}

// src/actions/gates/history/local-origin.ts
/** Node's names of systems, as they are written elsewhere. */
const PLATFORMS = {
	darwin: "macos",
	win32: "windows"
};
/**
* @param branch what is checked out; null when HEAD is detached
* @param random makes the name of the run
* @param platform Node's name of the system
* @returns where a run of the bare command line takes place
*/
function localOrigin(branch, random, platform) {
	return {
		run: random.uuid(),
		attempt: 1,
		part: 0,
		branch,
		event: "local",
		headSha: null,
		isDefaultBranch: branch === "main" || branch === "master",
		os: PLATFORMS[platform] ?? platform
	};
}

// src/adapters/node/temporary-folder.ts
const NAME = new RegExp(`^(?:${[
	"tpk-",
	"tpk-try-",
	"turnpike-"
].join("|")})[A-Za-z0-9]{6}$`);
const OWNER = ".owner";
/** Whoever clears up does not hold somebody up for long. */
const MOST_CLEARED = 20;
/** Who a folder belongs to; ids of processes mean something only beside others of the same namespace and boot. */
function ownerMark(pid) {
	try {
		const start = new LinuxProcessTable().startSync(pid);
		return start === void 0 ? void 0 : `${readlinkSync("/proc/self/ns/pid")} ${pid} ${start}\n`;
	} catch {
		return;
	}
}
/** True only when its owner surely lives no more: marks of other machines, containers and platforms tell nothing. */
function isOrphan(mark) {
	const [namespace, pid] = mark.trim().split(" ");
	const own = ownerMark(process.pid);
	if (pid === void 0 || own === void 0 || !own.startsWith(`${namespace} `)) return false;
	return ownerMark(Number(pid)) !== mark;
}
async function openAll(folder) {
	if ((await lstat(folder).catch(() => void 0))?.isDirectory() !== true) return;
	await chmod(folder, 448).catch(() => void 0);
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	for (const entry of entries) if (entry.isDirectory()) await openAll(join(folder, entry.name));
}
const REMOVAL = {
	recursive: true,
	force: true,
	maxRetries: 3
};
/** Tests leave folders behind that may not be written, and package caches are kept so. */
async function removeWhole(folder) {
	try {
		await rm(folder, REMOVAL);
	} catch {
		await openAll(folder);
		await rm(folder, REMOVAL).catch(() => void 0);
	}
}
/** Whoever was killed could not clear up. Only folders that say whose they were are touched. */
async function clearOrphans(parent) {
	const names = (await readdir(parent).catch(() => [])).filter((name) => NAME.test(name)).slice(0, 1e3);
	let cleared = 0;
	for (const name of names) {
		const folder = join(parent, name);
		const info = await lstat(folder).catch(() => void 0);
		if (info?.isDirectory() !== true || info.uid !== process.getuid?.()) continue;
		const mark = await readFile(join(folder, OWNER), "utf8").catch(() => void 0);
		if (mark === void 0 || !isOrphan(mark)) continue;
		await removeWhole(folder);
		cleared += 1;
		if (cleared === MOST_CLEARED) return;
	}
}
/**
* @param prefix what its name begins with
* @param parent absolute folder to make it in; default: the system's folder for temporary files
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function makeTemporaryFolder(prefix, parent = tmpdir()) {
	const home = await realpath(parent).catch(() => parent);
	const path = await mkdtemp(join(home, prefix)).catch((cause) => {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `No folder can be made in ${home}.`, {
			cause,
			hint: "Name another folder for temporary files: TMPDIR=/path turnpike ..."
		});
	});
	const removeNow = () => {
		try {
			rmSync(path, REMOVAL);
		} catch {}
	};
	process.once("exit", removeNow);
	const mark = ownerMark(process.pid);
	if (mark !== void 0) await writeFile(join(path, OWNER), mark).catch(() => void 0);
	return {
		path,
		async remove() {
			await removeWhole(path);
			process.off("exit", removeNow);
			await clearOrphans(home);
		},
		async keep() {
			process.off("exit", removeNow);
			await rm(join(path, OWNER), { force: true });
		}
	};
}

// src/cli/gates/late-view.ts
/** Nobody sees a shorter delay; by then the first gate is running. */
const DELAY_MS = 40;
/**
* The view measures text, which takes tens of milliseconds to load. The first gate does not wait for it: events are kept
* until there is something to show, and are then shown in their order.
*
* @param options what the view is made from
* @param load gives the function that makes it
*/
function lateView(options, load) {
	const kept = [];
	let view;
	let loading;
	let hurry = () => void 0;
	const soon = () => new Promise((resolve) => {
		hurry = resolve;
		setTimeout(resolve, DELAY_MS).unref();
	});
	const start = async () => {
		const made = (await load())(options);
		for (const event of kept.splice(0)) made.listener(event);
		view = made;
	};
	return {
		listener: (event) => {
			if (view !== void 0) return view.listener(event);
			kept.push(event);
			loading ??= soon().then(start);
		},
		end: async () => {
			hurry();
			await loading;
			view?.end();
		}
	};
}

// src/cli/gates/gates-round.ts
/**
* @param session the repository
* @returns where environments of its own installs are kept between runs
*/
function environmentsOf({ env, args }) {
	return new NodeEnvironmentStore(environmentHome(env), systemClock, !args.cache);
}
/** What shows the end is loaded while git is asked what the gates changed. */
function loadsReport(listener) {
	let left = 0;
	return (event) => {
		if (event.kind === "begun") left = event.gates;
		if (event.kind === "finished" && --left === 0) import("./gates-report.js");
		listener(event);
	};
}
function isUnfinished(event) {
	return event.kind === "finished" && (event.run.outcome === "cancelled" || event.run.outcome === "skipped");
}
/**
* Runs gates once, shown while they run.
*
* @param session the repository
* @param round what this run is about
*/
async function runRound(session, round) {
	const { args, root, ports, look, memory } = session;
	const { plan, stop, checkout, change, cut } = round;
	const shownStop = cut === void 0 ? stop.signal : new AbortController().signal;
	const view = lateView({
		stream: process.stderr,
		styles: look,
		plan,
		stop: shownStop
	}, async () => (await import("./gates-view.js")).watchGates);
	const [scratch, { branch, ...facts }] = await Promise.all([makeTemporaryFolder("tpk-"), checkout]);
	try {
		const { only, jobs, failFast, config } = args;
		return await checkRepository({
			root,
			plan,
			facts: Promise.resolve(facts),
			only,
			jobs,
			failFast,
			config,
			change,
			origin: localOrigin(branch, ports.random, process.platform),
			release: false,
			requireGates: false,
			secrets: [],
			situation: () => situationHere(root, void 0, ports),
			results: memory,
			environments: environmentsOf(session),
			outputDirectory: join(root, ".turnpike", "gates"),
			historyFile: join(root, ".turnpike", "history", "durations.json"),
			scratch: scratch.path
		}, ports, {
			listener: loadsReport((event) => cut?.aborted === true && isUnfinished(event) ? void 0 : view.listener(event)),
			stop
		});
	} finally {
		await scratch.remove();
		await view.end();
	}
}
/**
* Shows what came of it. Everything for people goes to standard error.
*
* @param session the repository
* @param checked the run
* @param notes of the plan; what they say of turnpike.yml is shown
*/
async function showRound({ args, root, look, ports }, checked, notes = []) {
	const { renderGatesReport } = await import("./gates-report.js");
	const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
	const top = checked.verdict.gates.length === 0 ? await ports.git.topLevel(root) : void 0;
	const above = top === void 0 ? void 0 : relative(root, top);
	process.stderr.write(renderGatesReport(checked, {
		styles: look,
		width,
		root,
		top: above === "" ? void 0 : above,
		notes: notes.filter(({ file }) => file === args.config)
	}));
}

export { childEnvironment as $, stoppable as A, safeEnvironment as At, cut as B, showLog as C, environmentKey as Ct, packagesFor as D, SAFE_OPTIONS as Dt, keyOf as E, GitProgram as Et, WorkTreeReader as F, systemRandom as G, plainText as H, thisMachine as I, classifySync as J, OWN_FOLDER as K, thisDisk as L, toolchainsOf as M, fromRoot$1 as Mt, listenForStop as N, shellLine as Nt, gateEnvironment as O, SafeGit as Ot, NodeResultGrounds as P, shellWord as Pt, syncArguments as Q, NodeEnvironmentStore as R, readExcerpt as S, toolFacts as St, installEnvironments as T, require_picomatch as Tt, formatBytes as U, oneLine as V, formatDuration as W, NPM_ARGUMENTS as X, explainSync as Y, joinEnvironments as Z, selectGates as _, SEVERITIES as _t, runGatesCommand as a, isHookSource as at, attemptLog as b, pythonVariables as bt, existingFolder as c, verdictOf as ct, columnsOf as d, unmeasured as dt, makeStates as et, checkRepository as f, saysTestsFailed as ft, situationOnGitHub as g, fileNamesOf as gt, situationHere as h, renderHistory as ht, makeTemporaryFolder as i, REPORT_FORMATS as it, pLimit as j, stopsGit as jt, inCheckout as k, partsOf$1 as kt, styles as l, holdTo as lt, findToolchains as m, remember as mt, runRound as n, decideResults as nt, askCheckout as o, waiverRemark as ot, readCommitFacts as p, parseHistory as pt, ignoreOwnFolder as q, showRound as r, isForkEvent as rt, planOf as s, isRed as st, environmentsOf as t, LARGEST_STORE_BYTES as tt, require_picocolors as u, measuresOf as ut, ResultCache as v, TRANSIENT_CLASSES as vt, Environments as w, filesNamedBy as wt, runAttempts as x, toolchainKey as xt, clearOutput as y, WHEN_EVENTS as yt, environmentHome as z };