import { o as __toESM } from "./rolldown-runtime.js";
import { c as NodeProcesses, d as platformOf, f as whyNotStarted, g as MARKER_VARIABLE, l as findProgram, m as stopTree, p as posixSignaller, s as valueAt, u as Child, y as definedVariables } from "./begin.js";
import { c as literal, d as object, m as string, u as number } from "./schemas.js";
import { u as datetime } from "./last-gate.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { Tt as require_picomatch, i as makeTemporaryFolder, j as pLimit, kt as partsOf } from "./first-gate.js";
import { t as parse } from "./dist.js";
import { n as satisfies, r as validRange } from "./pep440.js";
import { _ as StringData, a as toEnvironment, o as toValue } from "./parse.js";
import { _ as readActionDocument, c as permissionsOfFork, d as jobStatusFunctions, f as stepStatusFunctions, g as problemAt, h as itemsOf, i as SCOPES, m as entriesOf, n as parseWorkflowFile, p as childOf, r as DEFAULT_PERMISSIONS, u as readSteps, v as isBasicExpression } from "./project-root.js";
import { t as require_semver } from "./semver.js";
import { n as zipSync, t as unzipSync } from "./esm.js";
import { t as require_saxes } from "./saxes.js";
import { a as evaluateText, i as evaluateNumber, n as evaluateFlag, o as isTrue$1, r as evaluateMap } from "./evaluate.js";
import { n as callInputs, r as checkCall, t as checkPermissions } from "./call-permissions.js";
import { n as readStrategy, t as legName } from "./matrix.js";
import { n as parseReference, t as escapes } from "./references.js";
import { r as RunRecorder, t as Git } from "./git2.js";
import { B as encode$1, D as validateCrit, E as validateB64, F as JWSInvalid, G as readObject, H as bearerOf, L as JWTInvalid, O as validateCritDuplicates, R as concat, U as jsonAnswer, V as encoder, W as readBody, _ as JWS_RECOGNIZED, a as JWS, c as checkModulusLength, d as isKeyObject, g as validateExtractableOption, j as JOSENotSupported, k as encode, l as invalidKeyInput, m as rawKey, n as JWTClaimsBuilder, o as jwsAlgorithm, p as prepareKey, r as jwtClaimsSetBytes, s as table, t as startLoopbackServer, u as isCryptoKey, v as assertNotSet, w as serializeJoseHeader, x as isDisjoint } from "./server.js";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { access, appendFile, cp, link, lstat, mkdir, open, readFile, readdir, readlink, realpath, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { finished, pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";

// src/core/workflow/action-file.ts
/**
* Reads an `action.yml` (actions/runner src/Runner.Worker/ActionManifestManager.cs).
*
* @param label how messages name the file
* @param text YAML
*/
function parseActionFile(label, text) {
	const { root, problems } = readActionDocument(label, text);
	if (root === void 0 || problems.length > 0) return {
		kind: "invalid",
		problems
	};
	const runs = readRuns(label, root);
	if ("problems" in runs) return {
		kind: "invalid",
		problems: runs.problems
	};
	return {
		kind: "action",
		action: {
			label,
			name: childOf(root, "name")?.toString() ?? "",
			inputs: entriesOf(childOf(root, "inputs")).map(({ key, value }) => ({
				name: key,
				default: childOf(value, "default"),
				deprecated: childOf(value, "deprecationMessage")?.toString()
			})),
			runs
		}
	};
}
function conditionText(token) {
	if (token === void 0) return "always()";
	return isBasicExpression(token) ? token.expression : token.toString();
}
function readRuns(label, root) {
	const runs = childOf(root, "runs");
	const using = childOf(runs, "using")?.toString().toLowerCase() ?? "";
	const wrong = (at, message) => ({ problems: [problemAt(label, at ?? root, message)] });
	if (using === "docker") return wrong(childOf(runs, "using"), "turnpike run does not do Docker actions; run this job on GitHub.");
	if (using === "composite") {
		const outputs = entriesOf(childOf(root, "outputs")).map(({ key, value }) => ({
			name: key,
			value: childOf(value, "value")
		}));
		return {
			kind: "composite",
			steps: readSteps(childOf(runs, "steps")),
			outputs
		};
	}
	if (!/^node\d+$/.test(using)) return wrong(childOf(runs, "using") ?? runs, `runs.using "${using}" is not known; use node24 or composite.`);
	const main = childOf(runs, "main")?.toString() ?? "";
	if (main === "") return wrong(runs, "runs.main is missing: the script to start.");
	return {
		kind: "javascript",
		using,
		main,
		pre: childOf(runs, "pre")?.toString(),
		preIf: conditionText(childOf(runs, "pre-if")),
		post: childOf(runs, "post")?.toString(),
		postIf: conditionText(childOf(runs, "post-if"))
	};
}

// src/core/workflow/annotations.ts
/** Of each level and step (actions/runner src/Runner.Worker/ExecutionContext.cs, _maxCountPerIssueType). */
const ANNOTATIONS_PER_LEVEL = 10;
/** Characters (ExecutionContext.cs, _maxIssueMessageLength). */
const MESSAGE_LIMIT = 4096;
function wholeNumber(text) {
	return text !== void 0 && /^\s*\d+\s*$/.test(text) ? Number(text) : void 0;
}
/**
* @param level which command it was
* @param command its properties; `endline` stands in for a missing `line`, `endcolumn` for a missing `col`
*   (src/Runner.Worker/ActionCommandManager.cs, ValidateLinesAndColumns)
* @param workspace absolute folder that `file` is made relative to
*/
function toAnnotation(level, command, workspace) {
	const { title, file, line, endline, col, endcolumn } = command.properties;
	const row = wholeNumber(line) ?? wholeNumber(endline);
	const column = row === void 0 ? void 0 : wholeNumber(col) ?? wholeNumber(endcolumn);
	return {
		level,
		message: command.data.slice(0, MESSAGE_LIMIT),
		...title === void 0 ? {} : { title },
		...file === void 0 ? {} : { file: relativeTo(workspace, file) },
		...row === void 0 ? {} : { line: row },
		...column === void 0 ? {} : { column }
	};
}
function relativeTo(folder, file) {
	return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
/** Counts annotations of one step. */
var AnnotationCounter = class {
	#counts = /* @__PURE__ */ new Map();
	/** @returns true while the step may still show one of this level; later ones stay in the log */
	take(level) {
		const count = (this.#counts.get(level) ?? 0) + 1;
		this.#counts.set(level, count);
		return count <= ANNOTATIONS_PER_LEVEL;
	}
};

// src/core/workflow/cache-mode.ts
/** What a job may do with the cache: `cache-mode` of a workflow or a job. */
const CACHE_MODES = [
	"write",
	"read",
	"write-only",
	"none"
];
/**
* What GitHub allows where no `cache-mode` is written. Reading alone is the default of events that outsiders can cause and
* that see the default branch's entries (`pull_request_target`, `issue_comment`, `workflow_run` …); none of these is made
* here. A pull request writes to a scope of its own, also one from a fork (docs.github.com, Dependency caching reference,
* "Cache access for low-trust events").
*/
const DEFAULTS = {
	push: "write",
	pull_request: "write",
	merge_group: "write",
	workflow_dispatch: "write",
	release: "write",
	schedule: "write"
};
/**
* @param event the event of a run
* @returns what its jobs may do with the cache
*/
function defaultCacheMode(event) {
	return DEFAULTS[event];
}

// src/core/workflow/run-facts.ts
/** Events that a run can be of. */
const EVENTS = [
	"push",
	"pull_request",
	"merge_group",
	"workflow_dispatch",
	"release",
	"schedule"
];
/** Address of GitHub. Clients look at its host name, so it stays the real one. */
const SERVER_URL = "https://github.com";
/** `owner/name/path@ref` of the workflow that the event started. */
function workflowRef(facts) {
	return `${facts.repository}/${facts.workflowPath}@${facts.ref}`;
}
/** @returns `refs/heads/main` without the prefix; `1/merge` for a pull request */
function refName(ref) {
	return ref.replace(/^refs\/(heads|tags|pull)\//, "");
}
/** @returns whether a ref is a tag; everything else counts as a branch, as on GitHub */
function refType(ref) {
	return ref.startsWith("refs/tags/") ? "tag" : "branch";
}
/** @returns the part before the slash */
function ownerOf(repository) {
	return repository.split("/")[0] ?? "";
}

// src/core/workflow/claims.ts
/**
* Claims of a job's OIDC token (docs.github.com, OpenID Connect reference, "Understanding the OIDC token"). Issuer,
* audience and times are the issuer's to add.
*
* @param facts the run
* @param workflow the file that the job stands in
* @param environment name of the job's environment; empty when there is none
*/
function oidcClaims(facts, workflow, environment) {
	return {
		sub: subject(facts, environment),
		repository: facts.repository,
		repository_id: facts.repositoryId,
		repository_owner: ownerOf(facts.repository),
		repository_owner_id: facts.ownerId,
		repository_visibility: facts.visibility,
		ref: facts.ref,
		ref_type: refType(facts.ref),
		ref_protected: "false",
		sha: facts.sha,
		head_ref: facts.headRef,
		base_ref: facts.baseRef,
		event_name: facts.event,
		actor: facts.actor,
		actor_id: facts.ownerId,
		workflow: facts.workflow,
		workflow_ref: workflowRef(facts),
		workflow_sha: facts.sha,
		job_workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
		job_workflow_sha: workflow.sha,
		run_id: facts.runId,
		run_number: facts.runNumber,
		run_attempt: facts.runAttempt,
		runner_environment: "self-hosted",
		...environment === "" ? {} : { environment }
	};
}
/** The default subject: environment, else pull request, else ref. */
function subject(facts, environment) {
	const prefix = `repo:${facts.repository}`;
	if (environment !== "") return `${prefix}:environment:${environment}`;
	return facts.event === "pull_request" ? `${prefix}:pull_request` : `${prefix}:ref:${facts.ref}`;
}

// src/core/workflow/commands.ts
/** Commands of the runner (actions/runner src/Runner.Worker/ActionCommandManager.cs). */
const COMMANDS = [
	"stop-commands",
	"set-env",
	"set-output",
	"save-state",
	"add-mask",
	"add-path",
	"add-matcher",
	"remove-matcher",
	"debug",
	"warning",
	"error",
	"notice",
	"group",
	"endgroup",
	"echo"
];
/** `%25` comes last, so that `%250A` is `%0A` and no line break (src/Runner.Common/ActionCommand.cs). */
function unescapeText(text, further) {
	let plain = text;
	for (const [escaped, meant] of [
		["%0D", "\r"],
		["%0A", "\n"],
		...further,
		["%25", "%"]
	]) plain = plain.replaceAll(escaped, meant);
	return plain;
}
const IN_PROPERTY = [["%3A", ":"], ["%2C", ","]];
const IN_OLD_SYNTAX = [["%3B", ";"], ["%5D", "]"]];
function readProperties(text, separator, unescapeValue) {
	const properties = {};
	for (const part of text.split(separator)) {
		const at = part.indexOf("=");
		if (at > 0 && at < part.length - 1) properties[part.slice(0, at).toLowerCase()] = unescapeValue(part.slice(at + 1));
	}
	return properties;
}
/** `::name key=value,…::data` at the beginning of a line, blanks allowed before it (ActionCommand.cs, TryParseV2). */
function parseNew(line, known) {
	const text = line.trimStart();
	if (!text.startsWith("::")) return void 0;
	const end = text.indexOf("::", 2);
	if (end < 0) return void 0;
	const info = text.slice(2, end);
	const blank = info.indexOf(" ");
	const name = blank < 0 ? info : info.slice(0, blank);
	if (!known.has(name)) return void 0;
	return {
		name,
		properties: readProperties(blank > 0 ? info.slice(blank + 1).trim() : "", ",", (value) => unescapeText(value, IN_PROPERTY)),
		data: unescapeText(text.slice(end + 2), [])
	};
}
/** `##[name key=value;…]data` anywhere in a line (ActionCommand.cs, TryParse). */
function parseOld(line, known) {
	const start = line.indexOf("##[");
	const end = start < 0 ? -1 : line.indexOf("]", start);
	if (end < 0) return void 0;
	const info = line.slice(start + 3, end);
	const blank = info.indexOf(" ");
	const name = blank < 0 ? info : info.slice(0, blank);
	if (!known.has(name)) return void 0;
	return {
		name,
		properties: readProperties(blank > 0 ? info.slice(blank + 1) : "", ";", (value) => unescapeText(value, IN_OLD_SYNTAX)),
		data: unescapeText(line.slice(end + 1), IN_OLD_SYNTAX)
	};
}
/**
* Reads a line of a step's output in both syntaxes.
*
* @param line without its line break
* @param known names that are commands now: the runner's, and the token that ends `stop-commands`
* @returns the command, or undefined when the line is plain output
*/
function parseCommand(line, known) {
	return parseNew(line, known) ?? parseOld(line, known);
}
/**
* @param token data of a `stop-commands`
* @returns true when it may not end the stop: empty, or the name of a command (ActionCommandManager.cs, ValidateStopToken)
*/
function isBadStopToken(token) {
	return token === "" || token.toLowerCase() === "pause-logging" || COMMANDS.some((name) => name === token);
}

// src/core/workflow/environment-files.ts
/** Lines end with CRLF, LF or a lone CR (actions/runner src/Runner.Worker/FileCommandManager.cs, ReadLine). */
function lineAt(text, from) {
	if (from >= text.length) return void 0;
	const match = /\r\n|\n|\r/.exec(text.slice(from));
	if (match === null) return {
		text: text.slice(from),
		end: text.length,
		next: text.length
	};
	const end = from + match.index;
	return {
		text: text.slice(from, end),
		end,
		next: end + match[0].length
	};
}
/** The text up to the line that is the delimiter, and where the line behind it begins; undefined when there is no such line. */
function readUntil(text, start, delimiter) {
	let end = start;
	for (let line = lineAt(text, start); line !== void 0; line = lineAt(text, line.next)) {
		if (line.text === delimiter) return {
			value: text.slice(start, end),
			next: line.next
		};
		end = line.end;
	}
}
/**
* Reads `NAME=value` and `NAME<<DELIMITER` … `DELIMITER`; which of the two marks comes first decides. Rules and messages
* are those of actions/runner src/Runner.Worker/FileCommandManager.cs, EnvFileKeyValuePairs.
*
* @param text content of a `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE` file
*/
function readAssignments(text) {
	const assignments = [];
	const stop = (fault) => ({
		assignments,
		fault
	});
	let line = lineAt(text, 0);
	while (line !== void 0) {
		const [equals, heredoc] = [line.text.indexOf("="), line.text.indexOf("<<")];
		if (line.text === "") line = lineAt(text, line.next);
		else if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
			assignments.push({
				name: line.text.slice(0, equals),
				value: line.text.slice(equals + 1)
			});
			line = lineAt(text, line.next);
		} else if (heredoc >= 0) {
			const [name, delimiter] = [line.text.slice(0, heredoc), line.text.slice(heredoc + 2)];
			if (name === "" || delimiter === "") return stop(`Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`);
			const read = readUntil(text, line.next, delimiter);
			if (read === void 0) return stop(`Invalid value. Matching delimiter not found '${delimiter}'`);
			assignments.push({
				name,
				value: read.value
			});
			line = lineAt(text, read.next);
		} else return stop(`Invalid format '${line.text}'`);
	}
	return {
		assignments,
		fault: void 0
	};
}
/** Variables that `GITHUB_ENV` must not set (FileCommandManager.cs, SetEnvFileCommand). */
function isBlockedVariable(name) {
	return name.toUpperCase() === "NODE_OPTIONS";
}
/**
* @param text content of a `GITHUB_PATH` file
* @returns folders, in the order written
*/
function readPaths(text) {
	return text.split(/\r\n|\n|\r/).filter((line) => line !== "");
}
/**
* @param paths folders in front of PATH, the last one first
* @param added folder to put in front
* @returns all, each once (FileCommandManager.cs, AddPathFileCommand)
*/
function prependPath(paths, added) {
	return [...paths.filter((path) => path !== added), added];
}
/** Most bytes of one step's summary (FileCommandManager.cs, CreateStepSummaryCommand). */
const SUMMARY_LIMIT_BYTES = 1048576;

// src/core/workflow/github-context.ts
/**
* The `github` context of a job (docs.github.com, Contexts reference).
*
* @param facts the run
* @param job the job
*/
function githubContext(facts, job) {
	return {
		token: job.token,
		job: job.job,
		ref: facts.ref,
		sha: facts.sha,
		repository: facts.repository,
		repository_owner: ownerOf(facts.repository),
		repository_owner_id: facts.ownerId,
		repositoryUrl: `git://github.com/${facts.repository}.git`,
		run_id: facts.runId,
		run_number: facts.runNumber,
		retention_days: "90",
		run_attempt: facts.runAttempt,
		repository_visibility: facts.visibility,
		repository_id: facts.repositoryId,
		actor_id: facts.ownerId,
		actor: facts.actor,
		triggering_actor: facts.actor,
		workflow: facts.workflow,
		head_ref: facts.headRef,
		base_ref: facts.baseRef,
		event_name: facts.event,
		event: facts.payload,
		event_path: job.eventPath,
		server_url: SERVER_URL,
		api_url: job.apiUrl,
		graphql_url: job.apiUrl.replace(/\/?$/, "/graphql"),
		ref_name: refName(facts.ref),
		ref_protected: false,
		ref_type: refType(facts.ref),
		secret_source: "Actions",
		workflow_ref: workflowRef(facts),
		workflow_sha: facts.sha,
		workspace: job.workspace
	};
}
/** Keys of the `github` context that become variables (actions/runner src/Runner.Worker/GitHubContext.cs). */
const EXPORTED = new Set("action_path action_ref action_repository action actor actor_id api_url artifacts artifacts_list base_ref env event_name event_path graphql_url head_ref job output path ref_name ref_protected ref_type ref repository repository_id repository_owner repository_owner_id retention_days run_attempt run_id run_number server_url sha state step_summary triggering_actor workflow workflow_ref workflow_sha workspace".split(" "));
/**
* @param github a `github` context
* @returns the `GITHUB_*` variables of a step
*/
function githubVariables(github) {
	const variables = {};
	for (const [key, value] of Object.entries(github)) {
		if (!EXPORTED.has(key)) continue;
		if (typeof value === "string" || typeof value === "boolean") variables[`GITHUB_${key.toUpperCase()}`] = String(value);
	}
	return variables;
}

// src/core/workflow/glob.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const WILDCARD = /[*?[]/;
/** Braces and extended patterns are plain text (actions/toolkit packages/glob/src/internal-pattern.ts). */
const OPTIONS = {
	dot: true,
	nobrace: true,
	noextglob: true,
	nonegate: true,
	posix: true
};
function unescaped(segment) {
	return segment.replace(/\\([*?[\]\\])/g, "$1");
}
function isLiteral(segment) {
	return !WILDCARD.test(segment.replace(/\\./g, ""));
}
function parsePattern(line, root) {
	const negated = line.startsWith("!");
	const text = negated ? line.slice(1).trim() : line;
	const segments = (text.startsWith("/") ? text : `${root}/${text}`).split("/").filter((segment) => segment !== "" && segment !== ".");
	const firstWild = segments.findIndex((segment) => !isLiteral(segment));
	const literal = (firstWild < 0 ? segments : segments.slice(0, firstWild)).map(unescaped);
	const glob = (0, import_picomatch.default)(`/${segments.join("/")}`, OPTIONS);
	const matchers = segments.map((segment) => segment === "**" ? void 0 : isLiteral(segment) ? unescaped(segment) : (0, import_picomatch.default)(segment, OPTIONS));
	const fits = (matcher, part) => typeof matcher === "string" ? matcher === part : matcher?.(part) ?? true;
	return {
		negated,
		searchPath: `/${literal.join("/")}`,
		matches: (path) => firstWild < 0 ? path === `/${literal.join("/")}` : glob(path),
		mayHold(folder) {
			const parts = folder.split("/").filter((part) => part !== "");
			for (const [index, part] of parts.entries()) {
				if (matchers[index] === void 0) return index < matchers.length;
				if (!fits(matchers[index], part)) return false;
			}
			return parts.length < matchers.length;
		}
	};
}
/**
* Reads patterns, one a line, with the rules of actions/toolkit packages/glob (src/internal-globber.ts,
* src/internal-pattern-helper.ts): lines with `#` are comments, `!` takes out again, and what a pattern names stands for
* all below it.
*
* @param text patterns
* @param root absolute folder that relative patterns start from
*/
function readGlobs(text, root) {
	const patterns = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).map((line) => parsePattern(line, root));
	const paths = [...new Set(patterns.filter(({ negated }) => !negated).map(({ searchPath }) => searchPath))];
	const isBelow = (path, other) => path.startsWith(other === "/" ? "/" : `${other}/`);
	const matchesWithParents = (pattern, path) => {
		for (let at = path;; at = at.slice(0, at.lastIndexOf("/"))) {
			if (at === "") return pattern.matches("/");
			if (pattern.matches(at)) return true;
		}
	};
	return {
		searchPaths: paths.filter((path) => !paths.some((other) => other !== path && isBelow(path, other))),
		includes(path) {
			let isIn = false;
			for (const pattern of patterns) if (pattern.negated === isIn && matchesWithParents(pattern, path)) isIn = !pattern.negated;
			return isIn;
		},
		mayHold: (folder) => patterns.some((pattern) => !pattern.negated && (pattern.mayHold(folder) || matchesWithParents(pattern, folder)))
	};
}

// src/core/workflow/masks.ts
function base64(shift) {
	return (value) => {
		const bytes = new TextEncoder().encode(value);
		const kept = bytes.length > shift ? bytes.slice(shift) : bytes;
		return btoa(String.fromCharCode(...kept));
	};
}
/** `Uri.EscapeDataString`: everything but unreserved characters of RFC 3986. */
function uri(value) {
	try {
		return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	} catch {
		return "";
	}
}
const XML = {
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;",
	"&": "&amp;"
};
/** Forms in which a secret shows up (actions/runner src/Runner.Common/HostContext.cs; src/Sdk/DTLogging/Logging/ValueEncoders.cs). */
const ENCODERS = [
	base64(0),
	base64(1),
	base64(2),
	(value) => value.replaceAll("\"", "\\\""),
	(value) => value.replaceAll("'", "''"),
	(value) => JSON.stringify(value).slice(1, -1),
	uri,
	(value) => value.replace(/[<>"'&]/g, (character) => XML[character] ?? character),
	(value) => value.length > 8 && value.startsWith("\"") && value.endsWith("\"") ? value.slice(1, -1) : "",
	(value) => ampersandPart(value, "before"),
	(value) => ampersandPart(value, "after")
];
/** PowerShell prints commands in parts around `&` (ValueEncoders.cs, PowerShellPreAmpersandEscape and …Post…). */
function ampersandPart(value, side) {
	const plus = value.indexOf("&+");
	const at = plus >= 0 ? plus + 2 : value.lastIndexOf("&") + 1;
	if (at === 0) return "";
	const part = side === "before" ? value.slice(0, at) : value.slice(plus >= 0 ? at + 1 : at);
	return part.length >= 6 ? part : "";
}
/** What stands where a secret stood. */
const MASK = "***";
/** Hides secrets in text. One for a whole run, as values move between jobs. */
var SecretMasker = class {
	#values = /* @__PURE__ */ new Set();
	#longest = [];
	/**
	* @param value a secret; an empty one is left out. Its encoded forms are hidden too
	*/
	add(value) {
		if (value === "" || this.#values.has(value)) return;
		this.#values.add(value);
		for (const encode of ENCODERS) {
			const encoded = encode(value);
			if (encoded !== "") this.#values.add(encoded);
		}
		this.#longest = [...this.#values].sort((a, b) => b.length - a.length);
	}
	/**
	* Adds a value and each of its lines, as `add-mask` does (ActionCommandManager.cs, AddMaskCommandExtension).
	*
	* @param value a secret, lines and all
	*/
	addLines(value) {
		this.add(value);
		for (const line of value.split(/[\r\n]+/)) this.add(line);
	}
	/**
	* @param text any text
	* @returns the text with every secret hidden; overlapping ones as one (src/Sdk/DTLogging/Logging/SecretMasker.cs)
	*/
	mask(text) {
		const found = [];
		for (const value of this.#longest) {
			if (value.length > text.length) continue;
			for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) found.push([at, at + value.length]);
		}
		if (found.length === 0) return text;
		found.sort((a, b) => a[0] - b[0]);
		let masked = "";
		let done = 0;
		let [start, end] = found[0] ?? [0, 0];
		for (const [from, to] of [...found.slice(1), [text.length + 1, text.length + 1]]) {
			if (from <= end) {
				end = Math.max(end, to);
				continue;
			}
			masked += text.slice(done, start) + MASK;
			done = end;
			[start, end] = [from, to];
		}
		return masked + text.slice(done);
	}
};

// src/core/workflow/payload.ts
function repositoryOf(facts) {
	const [owner, name = ""] = [ownerOf(facts.repository), facts.repository.split("/")[1]];
	return {
		id: Number(facts.repositoryId),
		name,
		full_name: facts.repository,
		private: facts.visibility !== "public",
		visibility: facts.visibility,
		default_branch: facts.defaultBranch,
		html_url: `${SERVER_URL}/${facts.repository}`,
		clone_url: `${SERVER_URL}/${facts.repository}.git`,
		fork: false,
		owner: {
			login: owner,
			id: Number(facts.ownerId),
			type: "Organization"
		}
	};
}
function commitOf$1(facts) {
	return {
		id: facts.sha,
		message: facts.commit.message,
		timestamp: facts.commit.timestamp,
		url: `${SERVER_URL}/${facts.repository}/commit/${facts.sha}`,
		author: { name: facts.commit.author },
		committer: { name: facts.commit.author },
		distinct: true
	};
}
/**
* A payload with the fields that workflows read (docs.github.com, Webhook events and payloads). For more, a payload of
* one's own can be given.
*
* @param event the event
* @param facts what it is about
*/
function eventPayload(event, facts) {
	const shared = {
		repository: repositoryOf(facts),
		sender: {
			login: facts.actor,
			id: Number(facts.ownerId),
			type: "User"
		}
	};
	switch (event) {
		case "push": return {
			...shared,
			ref: facts.ref,
			before: facts.before,
			after: facts.sha,
			created: /^0+$/.test(facts.before),
			deleted: false,
			forced: false,
			base_ref: null,
			compare: `${SERVER_URL}/${facts.repository}/compare/${facts.before.slice(0, 12)}...${facts.sha.slice(0, 12)}`,
			commits: facts.ref.startsWith("refs/tags/") ? [] : [commitOf$1(facts)],
			head_commit: commitOf$1(facts),
			pusher: { name: facts.actor }
		};
		case "pull_request": return {
			...shared,
			action: "synchronize",
			number: 1,
			pull_request: pullRequest(facts)
		};
		case "merge_group": return {
			...shared,
			action: "checks_requested",
			merge_group: {
				head_sha: facts.sha,
				head_ref: facts.ref,
				base_sha: facts.baseSha,
				base_ref: `refs/heads/${facts.baseRef === "" ? facts.defaultBranch : facts.baseRef}`,
				head_commit: commitOf$1(facts)
			}
		};
		case "workflow_dispatch": return {
			...shared,
			ref: facts.ref,
			inputs: facts.inputs,
			workflow: facts.workflowPath
		};
		case "release": return {
			...shared,
			action: "published",
			release: {
				id: 1,
				tag_name: refName(facts.ref),
				name: refName(facts.ref),
				target_commitish: facts.defaultBranch,
				draft: false,
				prerelease: false,
				created_at: facts.commit.timestamp,
				published_at: facts.commit.timestamp,
				html_url: `${SERVER_URL}/${facts.repository}/releases/tag/${refName(facts.ref)}`,
				assets: []
			}
		};
		case "schedule": return {
			...shared,
			schedule: facts.cron,
			workflow: facts.workflowPath
		};
	}
}
/**
* @param event the event
* @param payload its payload
* @param repository where the workflow runs
* @returns true when it is a pull request from another repository
*/
function isFromFork(event, payload, repository) {
	const head = valueAt(payload, "pull_request", "head", "repo", "full_name");
	return event === "pull_request" && typeof head === "string" && head !== repository;
}
function pullRequest(facts) {
	const repo = repositoryOf(facts);
	return {
		number: 1,
		state: "open",
		draft: false,
		merged: false,
		title: facts.commit.message.split("\n")[0] ?? "",
		body: "",
		user: {
			login: facts.actor,
			id: Number(facts.ownerId),
			type: "User"
		},
		html_url: `${SERVER_URL}/${facts.repository}/pull/1`,
		labels: [],
		head: {
			ref: facts.headRef,
			sha: facts.sha,
			label: `${ownerOf(facts.repository)}:${facts.headRef}`,
			repo
		},
		base: {
			ref: facts.baseRef,
			sha: facts.baseSha,
			label: `${ownerOf(facts.repository)}:${facts.baseRef}`,
			repo
		},
		merge_commit_sha: facts.sha
	};
}

// src/core/workflow/ref-filter.ts
/** A part of a filter pattern (docs.github.com, Workflow syntax, Filter pattern cheat sheet): `**`, `*`, `[a-z]`, `\\*`, a character. */
const PARTS = /\*\*|\[[^\]]*\]|\\(?:[\s\S]|$)|[\s\S]/g;
function toSource(part) {
	if (part === "**") return ".*";
	if (part === "*") return "[^/]*";
	if (part === "?" || part === "+") return part;
	if (part.length > 1 && part.startsWith("[")) return part.replaceAll("\\", "\\\\");
	return (part.startsWith("\\") ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function toExpression(pattern) {
	return new RegExp(`^${(pattern.match(PARTS) ?? []).map(toSource).join("")}$`);
}
function matches(pattern, name) {
	try {
		return toExpression(pattern).test(name);
	} catch {
		return false;
	}
}
/**
* @param filter a trigger's filter
* @param name branch or tag
* @returns whether the filter lets the ref pass; of the patterns of `include` the last one that matches decides
*/
function passesFilter(filter, name) {
	if (filter.ignore !== void 0) return !filter.ignore.some((pattern) => matches(pattern, name));
	if (filter.include === void 0) return true;
	let passes = false;
	for (const pattern of filter.include) {
		const isNegated = pattern.startsWith("!");
		if (matches(isNegated ? pattern.slice(1) : pattern, name)) passes = !isNegated;
	}
	return passes;
}

// src/core/workflow/shell.ts
/** Arguments of shells by name (actions/runner src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs). */
const ARGUMENTS = {
	bash: "--noprofile --norc -e -o pipefail {0}",
	sh: "-e {0}",
	python: "{0}",
	pwsh: "-command \". '{0}'\""
};
const EXTENSIONS = {
	bash: ".sh",
	sh: ".sh",
	python: ".py",
	pwsh: ".ps1"
};
/**
* @param shell value of a `shell` key; empty: the default, bash without pipefail, or sh (ScriptHandler.cs)
* @throws TurnpikeError `WORKFLOW_STEP` when it is neither a known name nor a command with `{0}`
*/
function shellCommand(shell) {
	if (shell === "") return {
		program: "bash",
		fallback: "sh",
		format: ARGUMENTS["sh"] ?? "",
		extension: ".sh"
	};
	const blank = shell.indexOf(" ");
	const program = blank < 0 ? shell : shell.slice(0, blank);
	const given = blank < 0 ? "" : shell.slice(blank + 1).trimStart();
	const format = given === "" ? ARGUMENTS[program] ?? "" : given;
	if (!format.includes("{0}")) throw new TurnpikeError("WORKFLOW_STEP", "config", "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'");
	return {
		program,
		format,
		extension: EXTENSIONS[program] ?? ""
	};
}
/**
* Splits arguments as .NET does on the runner's behalf: blanks part them, double quotes hold them together.
*
* @param format arguments with `{0}`
* @param script path of the script
*/
function shellArguments(format, script) {
	return (format.match(/(?:[^\s"]+|"(?:\\"|[^"])*")+/g) ?? []).map((part) => part.replace(/"((?:\\"|[^"])*)"/g, (_, inner) => inner.replaceAll("\\\"", "\"")).replaceAll("{0}", script));
}
/**
* @param program name of the shell
* @param script what `run` says
* @returns what is written to the file (ScriptHandlerHelpers.cs, FixUpScriptContents)
*/
function scriptContent(program, script) {
	if (program !== "pwsh") return script;
	return `$ErrorActionPreference = 'stop'\n${script}\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit \$LASTEXITCODE }`;
}

// src/local/base-environment.ts
/** What a step must not see: another run's variables, this program's own, and npm's. */
const FOREIGN = /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_|npm_|NODE_OPTIONS$|NODE_ICU_DATA$|TURNPIKE_|VIRTUAL_ENV$|CI$)/;
/** Names that look like secrets. A hosted runner would not have them, and a step should not find them by chance. */
const SECRET_LIKE = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_?KEY|ACCESS_KEY|SESSION_KEY)/i;
/**
* @param env environment of this process
* @param passed names that are handed on
* @returns names that steps do not get because they look like secrets
*/
function withheldNames(env, passed) {
	return Object.keys(definedVariables(env)).filter((name) => SECRET_LIKE.test(name) && !FOREIGN.test(name) && !passed.includes(name)).sort();
}
/**
* The machine's environment as steps inherit it: all that makes programs run here, without secrets.
*
* @param env environment of this process
* @param passed names that are handed on in spite of how they look
*/
function baseEnvironment(env, passed) {
	const kept = Object.entries(definedVariables(env)).filter(([name]) => passed.includes(name) || !FOREIGN.test(name) && !SECRET_LIKE.test(name));
	return Object.fromEntries(kept);
}

// src/local/executor/identity.ts
/**
* @param workflow a workflow with all that it calls
* @param granted what its caller grants, where there is one
* @returns whether any job may ask for an OIDC token
*/
function needsIdentity(workflow, granted) {
	return workflow.file.jobs.some((job) => {
		const effective = job.permissions ?? workflow.file.permissions ?? granted;
		const called = workflow.calls.get(job.id);
		return called === void 0 ? effective?.["id-token"] === "write" : needsIdentity(called, effective);
	});
}

// src/local/executor/job-list.ts
/** Numbers the jobs of a run and tells the REST API of them. */
var JobList = class {
	#facts;
	#clock;
	#record;
	#jobs = /* @__PURE__ */ new Map();
	/**
	* @param facts the run
	* @param clock wall time
	* @param record takes each change
	*/
	constructor(facts, clock, record) {
		this.#facts = facts;
		this.#clock = clock;
		this.#record = record;
	}
	/** @returns the id of a job that starts now */
	start(name) {
		const id = this.#jobs.size + 1;
		const now = this.#clock.now().toISOString();
		this.#change({
			id,
			name,
			status: "in_progress",
			conclusion: null,
			createdAt: now,
			startedAt: now,
			completedAt: null,
			url: `${SERVER_URL}/${this.#facts.repository}/actions/runs/${this.#facts.runId}/job/${id}`
		});
		return id;
	}
	/** Notes that a job has ended. */
	end(id, conclusion) {
		const job = this.#jobs.get(id);
		if (job === void 0) return;
		this.#change({
			...job,
			status: "completed",
			conclusion,
			completedAt: this.#clock.now().toISOString()
		});
	}
	#change(job) {
		this.#jobs.set(job.id, job);
		this.#record(job);
	}
};

// src/local/executor/call.ts
/** Secrets that the called workflow gets: all with `inherit`, else the ones that are passed by name. */
function passedSecrets(call, of) {
	if (call.secrets === void 0) return {};
	if (call.secrets.isScalar) return { ...of.own };
	const given = new Map(entriesOf(call.secrets).map(({ key, value }) => [key.toLowerCase(), value]));
	return Object.fromEntries(of.takes.secrets.flatMap(({ name }) => {
		const token = given.get(name.toLowerCase());
		return token === void 0 ? [] : [[name, evaluateText(token, of.caller)]];
	}));
}
/** Outputs of the called workflow, from its jobs; empty ones are left out. */
function calledOutputs(takes, of) {
	const results = Object.fromEntries([...of.jobs].map(([id, { result, outputs }]) => [id, {
		result,
		outputs: { ...outputs }
	}]));
	const contexts = {
		...of.called.contexts,
		inputs: of.inputs,
		jobs: toValue(results)
	};
	const scope = {
		...of.called,
		contexts
	};
	const all = takes.outputs.map(({ name, value }) => [name, evaluateText(value, scope)]);
	return Object.fromEntries(all.filter(([, text]) => text !== ""));
}
/**
* What people are shown of a call that was stopped. A job that runs all the same, such as one that gives the verdict, may
* fail after that; for jobs that need the call this counts as a failure, and for whoever stopped it it was stopped.
*/
function ofStopped(result, jobs) {
	const isCut = [...jobs.values()].some((job) => job.result === "cancelled");
	return result === "failure" && isCut ? "cancelled" : result;
}
/**
* Runs the workflow that a job calls.
*
* @param shared the run
* @param leg the calling job
* @param runFrame runs all jobs of a workflow
* @throws TurnpikeError `WORKFLOW_INVALID` when an input has the wrong type
*/
async function runCall(shared, leg, runFrame) {
	const { frame, definition, nodeId } = leg;
	const { call } = definition;
	const workflow = frame.workflow.calls.get(definition.id);
	const takes = workflow?.file.call;
	if (call === void 0 || workflow === void 0 || takes === void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The workflow that ${nodeId} calls was not read.`);
	const { github, vars } = leg.contexts;
	const caller = {
		contexts: {
			...leg.contexts,
			secrets: toValue(frame.secrets)
		},
		functions: []
	};
	const called = {
		contexts: {
			...github === void 0 ? {} : { github },
			...vars === void 0 ? {} : { vars }
		},
		functions: []
	};
	const inputs = callInputs(frame.workflow.file.label, call, {
		takes,
		caller,
		called
	});
	if (inputs.kind === "wrong") throw new TurnpikeError("WORKFLOW_INVALID", "config", "Inputs do not fit.", { problems: inputs.problems });
	const began = shared.clock.monotonicMs();
	shared.emit({
		kind: "job-started",
		jobId: nodeId
	});
	const { result, jobs } = await runFrame({
		workflow,
		idPrefix: `${nodeId}/`,
		namePrefix: `${leg.name} / `,
		parent: nodeId,
		inputs: inputs.value,
		secrets: passedSecrets(call, {
			takes,
			caller,
			own: frame.secrets
		}),
		permissions: leg.permissions,
		signal: leg.signal
	});
	const outputs = calledOutputs(takes, {
		called,
		inputs: inputs.value,
		jobs
	});
	const durationMs = shared.clock.monotonicMs() - began;
	const conclusion = leg.signal.aborted ? ofStopped(result, jobs) : result;
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion,
		outputs,
		durationMs
	});
	return {
		result,
		outputs
	};
}

// src/local/find-files.ts
async function kindOf(path, followLinks) {
	const info = await (followLinks ? stat(path) : lstat(path)).catch(() => void 0);
	if (info === void 0) return void 0;
	return info.isDirectory() ? "folder" : "file";
}
/**
* Finds files as `@actions/glob` does (actions/toolkit packages/glob/src/internal-globber.ts).
*
* @param text patterns, one a line
* @param root absolute folder that relative patterns start from
* @param options links and hidden files
*/
async function findFiles(text, root, options) {
	const patterns = readGlobs(text, root);
	const files = [];
	for (const path of patterns.searchPaths) await walk(path, {
		patterns,
		options,
		files,
		above: []
	});
	return {
		files,
		searchPaths: patterns.searchPaths
	};
}
async function walk(path, at) {
	const { patterns, options, files } = at;
	const kind = await kindOf(path, options.followLinks);
	if (kind === void 0) return;
	if (kind === "file") {
		if (patterns.includes(path)) files.push(path);
		return;
	}
	if (!patterns.mayHold(path)) return;
	const real = options.followLinks ? await realpath(path) : path;
	if (at.above.includes(real)) return;
	for (const name of (await readdir(path)).sort()) {
		if (options.skipHidden && name.startsWith(".")) continue;
		await walk(join(path, name), {
			...at,
			above: [...at.above, real]
		});
	}
}
/**
* The hash of `hashFiles`: SHA-256 over the SHA-256 of each file below the folder
* (actions/runner src/Misc/expressionFunc/hashFiles/src/hashFiles.ts). Files are taken in the order of their names.
*
* @returns lower-case hex; empty when no file matches
*/
async function hashFiles(text, folder, followLinks) {
	const { files } = await findFiles(text, folder, {
		followLinks,
		skipHidden: false
	});
	const inside = files.filter((file) => file.startsWith(`${folder}/`));
	if (inside.length === 0) return "";
	const whole = createHash("sha256");
	for (const file of inside) {
		const one = createHash("sha256");
		await pipeline(createReadStream(file), one);
		whole.update(one.digest());
	}
	return whole.digest("hex");
}

// src/local/executor/evaluate-in.ts
/** Variables that the step sees as `env`. */
function visibleEnv(job, view) {
	return {
		...job.env,
		...view.frame.env,
		...view.env
	};
}
/** The `github` context of a step. */
function githubOf(job, view) {
	const status = view.frame.actionStatus?.();
	return {
		...job.start.github,
		...status === void 0 ? {} : { action_status: status },
		...view.github
	};
}
function scopeOf(job, view, hashes) {
	const { frame } = view;
	return {
		contexts: {
			...job.start.contexts,
			...frame.inputs === void 0 ? {} : { inputs: frame.inputs },
			github: toValue(githubOf(job, view)),
			env: toEnvironment(visibleEnv(job, view)),
			job: toValue({
				...job.start.jobContext,
				status: job.status
			}),
			steps: job.stepsContext(frame.scope)
		},
		functions: [...stepStatusFunctions(job.status, frame.actionStatus?.()), hashes]
	};
}
/**
* Evaluates something of a step. `hashFiles` reads files, which takes time, and the evaluator does not wait: what is
* asked for is noted, read, and the evaluation repeated.
*
* @param job the job
* @param view the step
* @param read what to evaluate
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
async function evaluateIn(job, view, read) {
	const known = /* @__PURE__ */ new Map();
	for (;;) {
		const wanted = /* @__PURE__ */ new Map();
		const value = read(scopeOf(job, view, {
			name: "hashfiles",
			minArgs: 1,
			maxArgs: 255,
			call: (...args) => {
				const patterns = args.map((arg) => arg.coerceString());
				const key = patterns.join("\n");
				const hash = known.get(key);
				if (hash === void 0) wanted.set(key, patterns);
				return new StringData(hash ?? "");
			}
		}));
		if (wanted.size === 0) return value;
		for (const [key, patterns] of wanted) known.set(key, await hashOf(patterns, job.start.workspace));
	}
}
/** As actions/runner src/Runner.Worker/Expressions/HashFilesFunction.cs and src/Misc/expressionFunc/hashFiles. */
async function hashOf(patterns, workspace) {
	const [first = "", ...rest] = patterns;
	const followSymbolicLinks = first.toLowerCase() === "--follow-symbolic-links";
	if (first.startsWith("--") && !followSymbolicLinks) {
		const message = `Invalid glob option ${first}, avaliable option: '--follow-symbolic-links'.`;
		throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
	}
	const globs = (followSymbolicLinks ? rest : patterns).join("\n");
	return await hashFiles(globs, workspace, followSymbolicLinks);
}

// src/local/executor/defined-step.ts
/**
* A step's name as the log shows it: as written, else `Run …` (actions/runner src/Runner.Worker/ActionRunner.cs,
* GenerateDisplayName).
*/
async function displayName(job, definition, frame) {
	const { work } = definition;
	const token = definition.name ?? (work.kind === "run" ? work.script : work.token);
	const view = {
		frame,
		env: {},
		github: { action: definition.id }
	};
	const line = (await evaluateIn(job, view, (scope) => evaluateText(token, scope)).catch(() => token.toString())).trimStart().split(/\r?\n/)[0] ?? "";
	return job.start.shared.masker.mask(definition.name === void 0 ? `Run ${line}` : line);
}

// src/local/executor/message-of.ts
/** @returns what a person should read of a failure */
function messageOf(error) {
	if (error instanceof TurnpikeError) {
		const problems = error.problems.map(({ where, line, message }) => `${where}${line === void 0 ? "" : `:${line}`} ${message}`);
		return [
			error.message,
			...problems,
			...error.hint === void 0 ? [] : [error.hint]
		].join("\n");
	}
	return error instanceof Error ? error.message : String(error);
}

// src/local/executor/guard.ts
/**
* Runs one step: asks its condition, and stops it when the job is cancelled and the condition, asked again, does not
* hold any more (actions/runner src/Runner.Worker/StepsRunner.cs, RunAsync).
*
* @param job the job
* @param step what to run
* @returns what it came to, before `continue-on-error`
*/
async function runGuarded(job, step) {
	const asked = await ask$1(job, step);
	if (asked === "no") return "skipped";
	if (asked === "error") return "failure";
	const controller = new AbortController();
	let isTimedOut = false;
	const stop = () => controller.abort();
	const onCancel = () => {
		ask$1(job, step).then((again) => {
			if (again !== "yes") stop();
		});
	};
	const { cancel, shared } = job.start;
	step.parent?.addEventListener("abort", stop, { once: true });
	if (step.parent?.aborted === true) stop();
	if (!cancel.signal.aborted) cancel.signal.addEventListener("abort", onCancel, { once: true });
	const minutes = step.timeoutMinutes ?? 0;
	const timer = minutes > 0 ? setTimeout(onTimeout, Math.min(minutes * shared.minuteMs, 2 ** 31 - 1)) : void 0;
	function onTimeout() {
		isTimedOut = true;
		stop();
	}
	try {
		const { view, output } = step;
		const result = await step.run({
			job,
			view,
			output,
			signal: controller.signal
		});
		if (!isTimedOut) return result;
		output.report("error", `The action '${step.name}' has timed out after ${minutes} minutes.`);
		return "failure";
	} catch (error) {
		step.output.report("error", messageOf(error));
		return "failure";
	} finally {
		clearTimeout(timer);
		cancel.signal.removeEventListener("abort", onCancel);
		step.parent?.removeEventListener("abort", stop);
	}
}
async function ask$1(job, { condition, view, output }) {
	try {
		return await evaluateIn(job, view, (scope) => isTrue$1(condition, scope)) ? "yes" : "no";
	} catch (error) {
		output.report("error", messageOf(error));
		return "error";
	}
}

// src/local/executor/job-outputs.ts
/** UTF-16 bytes of all outputs of a job (docs.github.com, Passing information between jobs). */
const LIMIT_BYTES = 1048576;
/**
* Outputs of a job. Empty ones are left out, ones with a secret are dropped
* (actions/runner src/Runner.Worker/JobExtension.cs, FinalizeJob).
*
* @param job the job, all steps done
* @param view where they are evaluated
* @param output where it is told
*/
async function readOutputs(job, view, output) {
	const { outputs } = job.start.definition;
	if (outputs === void 0) return {};
	const kept = {};
	try {
		const found = await evaluateIn(job, view, (scope) => evaluateMap(outputs, scope));
		output.print("Evaluate and set job outputs");
		let bytes = 0;
		for (const [name, value] of Object.entries(found)) {
			if (value === "") continue;
			bytes += 2 * (name.length + value.length);
			if (job.start.shared.masker.mask(value) !== value) output.report("warning", `Skip output '${name}' since it may contain secret.`);
			else if (bytes > LIMIT_BYTES) output.report("error", `Skip output '${name}': the outputs of a job may take 1 MB together.`);
			else {
				output.print(`Set output '${name}'`);
				kept[name] = value;
			}
		}
	} catch (error) {
		output.report("error", "Fail to evaluate job outputs");
		output.report("error", messageOf(error));
		if (job.status === "success") job.status = "failure";
	}
	return kept;
}

// src/local/executor/job-start.ts
/** @returns which workflow file the job stands in: `job.workflow_*` and the `job_workflow_*` claims */
function jobWorkflow(leg) {
	const { source, path } = leg.frame.workflow;
	return {
		repository: source.repository,
		path,
		ref: source.ref,
		sha: source.sha
	};
}
/** @returns name of the job's environment; empty when there is none */
function environmentName(leg) {
	const { environment } = leg.definition;
	if (environment === void 0) return "";
	const token = environment.isScalar ? environment : childOf(environment, "name");
	return evaluateText(token, {
		contexts: leg.contexts,
		functions: []
	});
}
function runnerFacts(shared, home) {
	return {
		name: "turnpike",
		os: {
			darwin: "macOS",
			win32: "Windows"
		}[process.platform] ?? "Linux",
		arch: process.arch === "arm64" ? "ARM64" : "X64",
		temp: home.temp,
		tool_cache: shared.toolCache,
		workspace: home.work,
		environment: "self-hosted",
		...shared.isDebug ? { debug: "1" } : {}
	};
}
/**
* Makes the folders of a job, its tokens and its contexts.
*
* @param shared the run
* @param leg the job
* @param of its number in the run, and what cancels it
*/
async function startJob(shared, leg, of) {
	const { frame, definition, nodeId, permissions } = leg;
	const { facts, services } = shared;
	const name = facts.repository.split("/")[1] ?? "work";
	const home = join(shared.temp, String(of.number));
	const [work, temp, eventPath] = [
		join(home, name),
		join(home, "_temp"),
		join(home, "event.json")
	];
	const workspace = join(work, name);
	await mkdir(workspace, { recursive: true });
	await mkdir(temp, { recursive: true });
	await writeFile(eventPath, JSON.stringify(facts.payload, void 0, 2));
	const api = services.apiEnv({
		jobId: nodeId,
		permissions
	});
	const runtime = services.runtimeEnv({
		jobId: nodeId,
		cacheMode: shared.cacheMode
	});
	const workflow = jobWorkflow(leg);
	const claims = oidcClaims(facts, workflow, environmentName(leg));
	const oidc = permissions["id-token"] === "write" ? services.oidcEnv({
		jobId: nodeId,
		claims
	}) : {};
	shared.masker.add(api.token);
	for (const [key, value] of Object.entries({
		...runtime,
		...oidc
	})) if (key.endsWith("_TOKEN")) shared.masker.add(value);
	const runner = runnerFacts(shared, {
		temp,
		work
	});
	const apiUrl = api.env["GITHUB_API_URL"] ?? "https://api.github.com";
	const job = {
		check_run_id: of.number,
		workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
		workflow_sha: workflow.sha,
		workflow_repository: workflow.repository,
		workflow_file_path: workflow.path
	};
	return {
		shared,
		nodeId,
		definition,
		source: frame.workflow.source,
		permissions,
		workspace,
		temp,
		github: githubContext(facts, {
			job: definition.id,
			workspace,
			eventPath,
			token: api.token,
			apiUrl
		}),
		contexts: {
			...leg.contexts,
			runner: toValue(runner),
			secrets: toValue({
				...frame.secrets,
				github_token: api.token
			})
		},
		jobContext: job,
		runtimeEnv: {
			...runtime,
			...services.sigstoreEnv()
		},
		oidcEnv: oidc,
		runnerEnv: Object.fromEntries(Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value])),
		cancel: of.cancel
	};
}

// src/local/executor/job-state.ts
/** What changes while the steps of a job run. */
var JobState = class {
	start;
	status = "success";
	env = {};
	defaultsRun = {};
	prepended = [];
	/** Post steps, the last one first. */
	posts = [];
	/** State of JavaScript actions between main and post, by scope and step. */
	actionState = /* @__PURE__ */ new Map();
	#steps = /* @__PURE__ */ new Map();
	constructor(start) {
		this.start = start;
		const onCancel = () => {
			this.status = "cancelled";
		};
		if (start.cancel.signal.aborted) onCancel();
		else start.cancel.signal.addEventListener("abort", onCancel, { once: true });
	}
	/** Folders in front of PATH, the newest first. */
	addPath(folder) {
		this.prepended = prependPath(this.prepended, folder);
	}
	#step(scope, id) {
		const steps = this.#steps.get(scope) ?? /* @__PURE__ */ new Map();
		this.#steps.set(scope, steps);
		const step = steps.get(id) ?? {
			outputs: {},
			record: void 0
		};
		steps.set(id, step);
		return step;
	}
	/** `scope`: of the job itself, or of an action that is called in it. */
	setOutput(scope, id, output) {
		this.#step(scope, id).outputs[output.name] = output.value;
	}
	/** Takes what a step came to; `scope` as with {@link setOutput}. */
	setRecord(scope, id, record) {
		this.#step(scope, id).record = record;
	}
	/** The `steps` context of a scope: the job's own is empty text (actions/runner src/Runner.Worker/StepsContext.cs). */
	stepsContext(scope) {
		const steps = [...this.#steps.get(scope) ?? []].filter(([id]) => !id.startsWith("__"));
		return toValue(Object.fromEntries(steps.map(([id, { outputs, record }]) => [id, {
			outputs: { ...outputs },
			...record
		}])));
	}
};

// src/local/executor/runs-on.ts
/**
* Labels of hosted runners that this machine cannot stand in for (docs.github.com, Choosing the runner for a job).
* Labels of Linux are taken on every system: what asks for them mostly runs on a developer's machine too.
*/
const SYSTEMS = [[
	/^windows(-|$)/i,
	"win32",
	"Windows"
], [
	/^macos(-|$)/i,
	"darwin",
	"macOS"
]];
/**
* A job runs on this machine whatever its labels say, but not when they ask for another system.
*
* @param labels labels of `runs-on`
* @param platform this machine's
* @returns what is wrong, or undefined
*/
function foreignSystem(labels, platform) {
	for (const label of labels) {
		const system = SYSTEMS.find(([pattern]) => pattern.test(label));
		if (system !== void 0 && system[1] !== platform) return `runs-on asks for ${label}, and this machine is no ${system[2]}. Run the job on GitHub, or choose others with --job.`;
	}
}

// src/local/executor/command-files.ts
/** Names in the `github` context, and prefixes of the files (actions/runner src/Runner.Worker/FileCommandManager.cs). */
const FILES = {
	env: "set_env_",
	output: "set_output_",
	path: "add_path_",
	state: "save_state_",
	step_summary: "step_summary_"
};
/** The environment files of one step; each step has its own, also inside a composite action. */
var CommandFiles = class CommandFiles {
	/** Absolute paths by the name in the `github` context. */
	paths;
	constructor(paths) {
		this.paths = paths;
	}
	/**
	* @param temp absolute temp folder of the job
	* @param suffix unique text
	*/
	static async create(temp, suffix) {
		const folder = join(temp, "_runner_file_commands");
		await mkdir(folder, { recursive: true });
		const pathOf = (name) => join(folder, `${FILES[name]}${suffix}`);
		const paths = {
			env: pathOf("env"),
			output: pathOf("output"),
			path: pathOf("path"),
			state: pathOf("state"),
			step_summary: pathOf("step_summary")
		};
		await Promise.all(Object.values(paths).map((path) => writeFile(path, "")));
		return new CommandFiles(paths);
	}
	/** Does what the files say, also after a step that failed or was stopped. */
	async apply(target, output, masker) {
		for (const folder of readPaths(await this.#text("path"))) target.addPath(folder);
		this.#assign(await this.#text("env"), "env", {
			target,
			output
		});
		this.#assign(await this.#text("output"), "output", {
			target,
			output
		});
		this.#assign(await this.#text("state"), "state", {
			target,
			output
		});
		await this.#summarize(output, masker);
		await Promise.all(Object.values(this.paths).map((path) => rm(path, { force: true })));
	}
	async #text(name) {
		return await readFile(this.paths[name], "utf8").then((text) => text.replace(/^\uFEFF/, ""), () => "");
	}
	#assign(text, file, to) {
		const { assignments, fault } = readAssignments(text);
		for (const { name, value } of assignments) if (file === "output") to.target.setOutput(name, value);
		else if (file === "state") to.target.saveState(name, value);
		else if (isBlockedVariable(name)) to.output.report("error", `Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
		else to.target.setEnv(name, value);
		if (fault === void 0) return;
		to.output.report("error", `Unable to process file command '${file}' successfully.`);
		to.output.report("error", fault);
		to.target.fail();
	}
	async #summarize(output, masker) {
		const bytes = await readFile(this.paths.step_summary).catch(() => void 0);
		if (bytes === void 0 || bytes.length === 0) return;
		if (bytes.length > 1048576) {
			const size = Math.floor(bytes.length / 1024);
			output.report("error", `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`);
			return;
		}
		const lines = bytes.toString("utf8").split(/\r?\n/);
		output.summary += lines.map((line) => masker.mask(line)).join("\n");
		if (!output.summary.endsWith("\n")) output.summary += "\n";
	}
};

// src/local/executor/step-process.ts
/** A cancelled step has 7.5 s after SIGINT and 2.5 s after SIGTERM (actions/runner src/Runner.Sdk/ProcessInvoker.cs). */
const CANCEL_PLAN = {
	interruptMs: 7500,
	terminateMs: 1e4,
	giveUpMs: 12e3
};
/** What a step left running is asked once when the job ends. */
const LEFTOVER_PLAN = {
	interruptMs: 0,
	terminateMs: 500,
	giveUpMs: 3e3
};
/** How long streams are read that somebody holds open after the program has ended (ProcessInvoker.cs, ProcessExitedHandler). */
const HELD_STREAM_MS = 5e3;
const platform$1 = platformOf(process.platform);
/** Longest line, in characters. What is longer is told in pieces, so that output without line breaks does not pile up. */
const LONGEST_LINE = 1048576;
/** Puts chunks of text together to lines. What is already searched for a line break is not searched again. */
var LineSplitter = class {
	#onLine;
	#parts = [];
	#length = 0;
	/** @param onLine takes each line, without its line break */
	constructor(onLine) {
		this.#onLine = onLine;
	}
	/** Takes the next piece of the stream. */
	push(text) {
		let from = 0;
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
			this.#keep(text.slice(from, end));
			this.#flush();
			from = end + 1;
		}
		this.#keep(text.slice(from));
		if (this.#length >= 1048576) this.#flush();
	}
	/** Tells the last line when it has no line break. */
	end() {
		if (this.#length > 0) this.#flush();
	}
	#keep(text) {
		this.#parts.push(text);
		this.#length += text.length;
	}
	#flush() {
		const line = this.#parts.join("");
		this.#parts = [];
		this.#length = 0;
		this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	}
};
function readLines(stream, onLine) {
	if (stream === null) return Promise.resolve();
	const decoder = new StringDecoder("utf8");
	const lines = new LineSplitter(onLine);
	stream.on("data", (chunk) => lines.push(decoder.write(chunk)));
	stream.on("error", () => void 0);
	return new Promise((resolve) => {
		stream.once("close", () => {
			lines.push(decoder.end());
			lines.end();
			resolve();
		});
	});
}
/**
* Starts a program of a step and reads its lines until it ends. What it leaves running stays until the job ends.
*
* @param command the program; its environment is complete
* @param options marker, signal and reader
*/
async function runStepProcess(command, options) {
	if (options.signal.aborted) return { kind: "stopped" };
	let child;
	try {
		child = new Child(command, [
			"ignore",
			"pipe",
			"pipe"
		], {
			platform: platform$1,
			marker: options.marker
		});
	} catch (error) {
		return {
			kind: "not-started",
			message: (await whyNotStarted(command, error)).message
		};
	}
	const streams = Promise.all([readLines(child.process.stdout, options.onLine), readLines(child.process.stderr, options.onLine)]);
	let stopping;
	const stop = () => {
		stopping ??= child.stop(options.plan);
	};
	options.signal.addEventListener("abort", stop, { once: true });
	const { end } = await child.ended;
	options.signal.removeEventListener("abort", stop);
	await stopping;
	await Promise.race([streams, setTimeout$1(HELD_STREAM_MS, void 0, { ref: false })]);
	child.process.stdout?.destroy();
	child.process.stderr?.destroy();
	child.forget();
	if (stopping !== void 0) return { kind: "stopped" };
	if (end.kind === "not-started") return {
		kind: "not-started",
		message: end.message
	};
	return {
		kind: "exited",
		code: end.kind === "exited" ? end.code : 128
	};
}
/**
* Ends everything that carries a marker: processes that steps left behind.
*
* @param marker the job's marker, which its steps' markers begin with
*/
async function endLeftovers(marker) {
	const table = platform$1.linux;
	if (table === void 0) return;
	const tree = {
		leader: -1,
		leaderStart: void 0,
		marker
	};
	if (table.survivorsSync(tree).length === 0) return;
	await stopTree({
		tree,
		table,
		signaller: posixSignaller,
		isLeaderOurs: () => false
	}, LEFTOVER_PLAN);
}

// src/local/executor/step-environment.ts
/**
* The environment of a process: the machine's, the job's and the step's `env`, then what the runner sets, which nothing
* replaces (actions/runner src/Runner.Worker/Handlers/{ScriptHandler,NodeScriptActionHandler}.cs).
*/
function processEnv(job, view, github) {
	const env = {
		...job.start.shared.baseEnv,
		CI: "true",
		...visibleEnv(job, view),
		...githubVariables(github),
		...job.start.runnerEnv,
		GITHUB_ACTIONS: "true"
	};
	env["PATH"] = [...[...job.prepended].reverse(), env["PATH"] ?? ""].filter((folder) => folder !== "").join(delimiter);
	return env;
}
/** The changes that a process may make. */
function commandTarget(work, step) {
	const { job, view } = work;
	return {
		setOutput: (name, value) => job.setOutput(view.frame.scope, step.id, {
			name,
			value
		}),
		saveState: (name, value) => {
			job.actionState.set(step.stateKey, {
				...job.actionState.get(step.stateKey),
				[name]: value
			});
		},
		setEnv: (name, value) => {
			job.env = {
				...job.env,
				[name]: value
			};
		},
		addPath: (folder) => job.addPath(folder),
		fail: step.onFail,
		variable: (name) => visibleEnv(job, view)[name]
	};
}
/**
* Runs a process with environment files of its own, obeys what it prints, and applies its files afterwards.
*
* @param work the step
* @param prepare makes the command from the files' `github` context
*/
async function runWithFiles(work, prepare) {
	const { job, output } = work;
	const { shared, temp, nodeId } = job.start;
	const files = await CommandFiles.create(temp, shared.random.uuid());
	const view = {
		...work.view,
		github: {
			...work.view.github,
			...files.paths
		}
	};
	const command = await prepare(view);
	let commandFailed = false;
	const target = commandTarget(work, {
		id: command.id,
		stateKey: command.stateKey,
		onFail: () => {
			commandFailed = true;
		}
	});
	const env = {
		...processEnv(job, view, githubOf(job, view)),
		...command.extra
	};
	delete env["NODE_ICU_DATA"];
	const end = await runStepProcess({
		file: command.file,
		args: command.args,
		cwd: command.cwd,
		env
	}, {
		marker: `${shared.marker}/${markerPart(nodeId)}/${shared.random.uuid()}`,
		signal: work.signal,
		plan: shared.stopPlan,
		onLine: (line) => output.take(line, target)
	});
	await files.apply(target, output, shared.masker);
	return {
		end,
		commandFailed
	};
}
/** @returns a text for markers and folders, another one for each job: ids have no dot */
function markerPart(nodeId) {
	return nodeId.replaceAll("/", ".");
}
/** @returns what the end of a process means for the step; an exit code that is not 0 was reported by the caller */
function resultOf({ end, commandFailed }) {
	if (end.kind === "stopped") return "cancelled";
	return end.kind === "exited" && end.code === 0 && !commandFailed ? "success" : "failure";
}

// src/local/executor/step-output.ts
/** The log of a top-level step: everything that is printed in it, masked, with commands obeyed. */
var StepOutput = class {
	#shared;
	#jobId;
	#step;
	#workspace;
	#annotations = new AnnotationCounter();
	#known = new Set(COMMANDS);
	#stopToken;
	#echoes = false;
	/** Markdown for the summary page, masked. */
	summary = "";
	constructor(shared, place) {
		this.#shared = shared;
		this.#jobId = place.jobId;
		this.#step = place.step;
		this.#workspace = place.workspace;
	}
	/** Prints a line; nothing in it is a command. */
	print(text, style = "plain") {
		this.#shared.emit({
			kind: "line",
			jobId: this.#jobId,
			step: this.#step,
			text: this.#shared.masker.mask(text),
			style
		});
	}
	/** Prints a line where `ACTIONS_STEP_DEBUG` is set. */
	debug(text) {
		if (this.#shared.isDebug) this.print(text, "debug");
	}
	/** Prints a message and makes it an annotation, as long as the step may make one more. */
	report(level, message) {
		this.#annotate({
			level,
			message
		});
	}
	#annotate(annotation) {
		const { masker } = this.#shared;
		const message = masker.mask(annotation.message);
		for (const line of annotation.message.split(/\r?\n/)) this.print(line, annotation.level);
		if (!this.#annotations.take(annotation.level)) return;
		const title = annotation.title === void 0 ? {} : { title: masker.mask(annotation.title) };
		this.#shared.emit({
			kind: "annotation",
			jobId: this.#jobId,
			step: this.#step,
			annotation: {
				...annotation,
				...title,
				message
			}
		});
	}
	/** Takes a line of a process: obeys it when it is a command, prints it otherwise. */
	take(line, target) {
		const command = line.includes("::") || line.includes("##[") ? parseCommand(line, this.#known) : void 0;
		if (command === void 0) {
			this.print(line);
			return;
		}
		if (this.#stopToken !== void 0) {
			if (command.name === this.#stopToken) {
				this.#known.delete(this.#stopToken);
				this.#stopToken = void 0;
			}
			this.print(line);
			return;
		}
		const isQuiet = [
			"add-mask",
			"debug",
			"warning",
			"error",
			"notice",
			"stop-commands"
		].includes(command.name);
		if (this.#echoes && !isQuiet) this.print(line);
		const fault = this.#obey(command, line, target);
		if (fault === void 0) return;
		this.report("error", `Unable to process command '${isQuiet ? command.name : line}' successfully.`);
		this.report("error", fault);
		target.fail();
	}
	/** @returns what is wrong with the command (messages of actions/runner src/Runner.Worker/ActionCommandManager.cs) */
	#obey(command, line, target) {
		const { name, data, properties } = command;
		const property = properties["name"];
		switch (name) {
			case "stop-commands": return this.#stop(data, line, target);
			case "add-mask":
				if (data === "") this.report("warning", "Can't add secret mask for empty string.");
				this.#shared.masker.addLines(data);
				return;
			case "debug":
				this.debug(data);
				return;
			case "error":
			case "warning":
			case "notice":
				this.#annotate(toAnnotation(name, command, this.#workspace));
				return;
			case "group":
				this.print(data, "fold-begin");
				return;
			case "endgroup":
				this.print("", "fold-end");
				return;
			case "echo": return this.#echo(data);
			case "set-output":
			case "save-state":
				if (property === void 0) return `Required field 'name' is missing in ##[${name}] command.`;
				this.report("warning", deprecated(name));
				if (name === "set-output") target.setOutput(property, data);
				else target.saveState(property, data);
				return;
			case "set-env":
			case "add-path": return this.#change(name, property, {
				data,
				target
			});
			default:
				this.print(`turnpike run does not do problem matchers; ${name} has no effect here.`, "notice");
				return;
		}
	}
	#echo(data) {
		const value = data.trim().toUpperCase();
		if (value !== "ON" && value !== "OFF") return `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`;
		this.#echoes = value === "ON";
	}
	#stop(token, line, target) {
		const isAllowed = isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS"));
		if (isBadStopToken(token) && !isAllowed) return "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";
		this.#stopToken = token;
		this.#known.add(token);
		if (token.length > 6) this.#shared.masker.add(token);
		this.print(line);
	}
	#change(name, property, { data, target }) {
		if (!isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_COMMANDS"))) return `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`;
		if (name === "add-path") {
			target.addPath(data);
			return;
		}
		if (property === void 0) return "Required field 'name' is missing in ##[set-env] command.";
		if (isBlockedVariable(property)) this.report("error", `Can't update ${property} environment variable using ::set-env:: command.`);
		else target.setEnv(property, data);
	}
};
function isTrue(text) {
	return text?.toLowerCase() === "true";
}
function deprecated(name) {
	return `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`;
}

// src/local/executor/script.ts
async function programOf(shell, env) {
	for (const name of [shell.program, shell.fallback]) {
		const file = name === void 0 ? void 0 : await findProgram(name, env);
		if (file !== void 0) return file;
	}
	throw new TurnpikeError("WORKFLOW_STEP", "user", `${shell.program}: command not found`);
}
/**
* Runs a `run` step (actions/runner src/Runner.Worker/Handlers/ScriptHandler.cs). Scripts get no runtime tokens; the OIDC
* pair they get.
*
* @param work what the step has at hand
* @param step what it says
*/
async function runScript(work, step) {
	const { job, view, output } = work;
	const read = await evaluateIn(job, view, (scope) => ({
		script: evaluateText(step.script, scope),
		shell: evaluateText(step.shell, scope),
		workingDirectory: evaluateText(step.workingDirectory, scope)
	}));
	const defaults = view.frame.scope === "" ? job.defaultsRun : {};
	const shell = shellCommand(read.shell === "" ? defaults["shell"] ?? "" : read.shell);
	const folder = read.workingDirectory === "" ? defaults["working-directory"] ?? "" : read.workingDirectory;
	const file = await programOf(shell, processEnv(job, view, githubOf(job, view)));
	const path = join(job.start.temp, `${job.start.shared.random.uuid()}${shell.extension}`);
	await writeFile(path, scriptContent(shell.program, read.script));
	output.print(`Run ${read.script.trimStart().split(/\r?\n/)[0] ?? ""}`, "fold-begin");
	for (const line of read.script.replaceAll("\r\n", "\n").replace(/\n+$/, "").split("\n")) output.print(line, "command");
	output.print(`shell: ${file} ${shell.format}`);
	printMap(work, "env", visibleEnv(job, view));
	output.print("", "fold-end");
	const result = await runWithFiles(work, () => Promise.resolve({
		file,
		args: shellArguments(shell.format, path),
		cwd: resolve(job.start.workspace, folder),
		extra: job.start.oidcEnv,
		stateKey: "",
		id: String(view.github["action"] ?? "")
	}));
	if (result.end.kind === "exited" && result.end.code !== 0) output.report("error", `Process completed with exit code ${result.end.code}.`);
	if (result.end.kind === "not-started") output.report("error", result.end.message);
	return resultOf(result);
}
/** Prints `env:` or `with:` and the pairs below it, as the runner's log does. */
function printMap(work, title, map) {
	const entries = Object.entries(map);
	if (entries.length === 0) return;
	work.output.print(`${title}:`);
	for (const [name, value] of entries) for (const line of `  ${name}: ${value}`.split(/\r?\n/)) work.output.print(line);
}

// src/local/executor/action-inputs.ts
/**
* Warns of inputs that the action does not have, and of old ones
* (actions/runner src/Runner.Worker/ActionRunner.cs, RunAsync).
*
* @param work what the step has at hand
* @param given names as the step writes them
* @param declared inputs of the action
*/
function warnOfInputs(work, given, declared) {
	const known = new Map(declared.map((input) => [input.name.toLowerCase(), input]));
	for (const name of given) {
		const message = known.get(name.toLowerCase())?.deprecated;
		if (message === void 0) continue;
		work.output.report("warning", `Input '${name}' has been deprecated with message: ${message}`);
	}
	const unknown = given.filter((name) => !known.has(name.toLowerCase()));
	if (unknown.length === 0) return;
	const valid = declared.map(({ name }) => name).join("', '");
	work.output.report("warning", `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid}']`);
}
/** @returns what the step passes, by name in lower case: the name as written, and the value */
async function givenInputs(work, definition) {
	const { work: uses } = definition;
	const token = uses.kind === "uses" ? uses.with : void 0;
	const given = await evaluateIn(work.job, work.view, (scope) => evaluateMap(token, scope));
	return new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), [name, value]]));
}
/**
* @param work what the step has at hand
* @param definition the step
* @param action the action that it uses
* @returns all inputs, the action's defaults included
*/
async function actionInputs(work, definition, action) {
	const given = await givenInputs(work, definition);
	const inputs = Object.fromEntries(given.values());
	for (const input of action.inputs) {
		if (given.has(input.name.toLowerCase())) continue;
		inputs[input.name] = await evaluateIn(work.job, work.view, (scope) => evaluateText(input.default, scope));
	}
	return inputs;
}

// src/local/executor/composite.ts
/**
* Runs the steps of a composite action in the log of the step that uses it. A step that fails does not end the action:
* the conditions of the others decide (actions/runner src/Runner.Worker/Handlers/CompositeActionHandler.cs).
*
* @param work what the step has at hand
* @param call the action and its inputs
* @param runStep runs a step
*/
async function runComposite(work, call, runStep) {
	const { job, view, output } = work;
	const { runs } = call.action;
	if (runs.kind !== "composite") return "failure";
	const outer = call.step;
	let status = "success";
	const posts = [];
	const frame = {
		scope: outer.frame.scope === "" ? outer.definition.id : `${outer.frame.scope}.${outer.definition.id}`,
		inputs: toValue(call.inputs),
		source: call.resolved.source ?? outer.frame.source,
		actionPath: call.resolved.folder,
		env: {
			...view.frame.env,
			...view.env
		},
		actionStatus: () => status,
		depth: outer.frame.depth + 1
	};
	for (const definition of runs.steps) {
		const { conclusion } = await runStep(job, {
			definition,
			frame,
			output,
			name: await displayName(job, definition, frame),
			parent: work.signal,
			posts
		});
		if (job.status === "cancelled") status = "cancelled";
		else if (conclusion === "failure" || conclusion === "cancelled") status = worse(status, conclusion);
	}
	if (posts.length > 0) outer.posts.push(postOf(call, {
		posts,
		view
	}));
	for (const { name, value } of runs.outputs) {
		const text = await evaluateIn(job, {
			frame,
			env: {},
			github: view.github
		}, (scope) => evaluateText(value, scope));
		job.setOutput(outer.frame.scope, outer.definition.id, {
			name,
			value: text
		});
	}
	return status;
}
function worse(now, next) {
	return now === "failure" ? now : next;
}
/** One post step for all inner ones, the last one first. */
function postOf(call, inner) {
	return {
		name: `Post ${call.step.name}`,
		condition: "always()",
		view: inner.view,
		run: async (work) => {
			let result = "success";
			for (const post of [...inner.posts].reverse()) {
				const { condition, view, name } = post;
				const inJob = {
					...view,
					frame: {
						...view.frame,
						actionStatus: void 0
					}
				};
				const ended = await runGuarded(work.job, {
					condition,
					view: inJob,
					output: work.output,
					name,
					parent: work.signal,
					run: (later) => post.run(later)
				});
				if (ended === "failure" || ended === "cancelled") result = ended;
			}
			return result;
		}
	};
}

// src/local/executor/javascript.ts
/** `INPUT_<NAME>`: blanks become underscores, letters upper case (actions/runner src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment). */
function inputVariables(inputs) {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}
function stateVariables(state) {
	return Object.fromEntries(Object.entries(state ?? {}).map(([name, value]) => [`STATE_${name}`, value]));
}
/** `GITHUB_ACTION_REPOSITORY` and `…_REF` of an action that is not local (ActionRunner.cs). */
function actionFacts({ resolved, step }) {
	const uses = step.definition.work;
	const isLocal = uses.kind === "uses" && parseReference(uses.uses).kind === "local";
	const { source } = resolved;
	if (isLocal || source === void 0) return {
		action_repository: "",
		action_ref: ""
	};
	const isSelf = uses.kind === "uses" && parseReference(uses.uses).kind === "self";
	return {
		action_repository: source.repository,
		action_ref: isSelf ? source.sha : source.ref
	};
}
async function runStage(work, call, stage) {
	const { job, output } = work;
	const { start } = job;
	const target = join(call.resolved.folder, stage.script);
	if (!await access(target).then(() => true, () => false)) throw new TurnpikeError("WORKFLOW_STEP", "config", `File not found: '${target}'`);
	const { definition, frame } = call.step;
	const stateKey = `${frame.scope}.${definition.id}`;
	const view = {
		...work.view,
		github: {
			...work.view.github,
			...actionFacts(call)
		}
	};
	const result = await runWithFiles({
		...work,
		view
	}, () => Promise.resolve({
		file: process.execPath,
		args: [target],
		cwd: start.workspace,
		extra: {
			...inputVariables(stage.inputs),
			...stateVariables(job.actionState.get(stateKey)),
			...start.runtimeEnv,
			...start.oidcEnv
		},
		stateKey,
		id: definition.id
	}));
	if (result.end.kind === "not-started") output.report("error", result.end.message);
	return resultOf(result);
}
/**
* Runs `main` of a JavaScript action and registers its `post`
* (actions/runner src/Runner.Worker/Handlers/NodeScriptActionHandler.cs; ActionRunner.cs).
*
* @param work what the step has at hand
* @param call the action and its inputs
*/
async function runJavaScript(work, call) {
	const { runs } = call.action;
	if (runs.kind !== "javascript") return "failure";
	const { post, pre } = runs;
	if (pre !== void 0) work.output.report("warning", `\`pre\` execution is not supported for local action from '${call.action.label}'`);
	if (post !== void 0) call.step.posts.push({
		name: `Post ${call.step.name}`,
		condition: runs.postIf,
		view: work.view,
		run: async (later) => {
			const inputs = await actionInputs(later, call.step.definition, call.action);
			return await runStage(later, call, {
				script: post,
				inputs
			});
		}
	});
	return await runStage(work, call, {
		script: runs.main,
		inputs: call.inputs
	});
}

// src/local/executor/uses.ts
/** Most composite actions inside each other (actions/runner src/Runner.Common/Constants.cs, CompositeActionsMaxDepth). */
const MAX_DEPTH$1 = 9;
/**
* Runs a `uses` step.
*
* @param work what the step has at hand
* @param step the step
* @param runStep runs steps of composite actions
* @throws TurnpikeError `WORKFLOW_STEP` when there is no such action
*/
async function runUses(work, step, runStep) {
	const uses = step.definition.work;
	if (uses.kind !== "uses") return "failure";
	const { shared, workspace } = work.job.start;
	const resolved = await shared.actions.resolve(uses.uses, step.frame.source, workspace);
	if (resolved.kind === "unknown") throw new TurnpikeError("WORKFLOW_STEP", "config", resolved.message, { problems: resolved.problems });
	if (resolved.kind === "stand-in") return await runStandIn(work, step, resolved);
	if (step.frame.depth >= MAX_DEPTH$1) throw new TurnpikeError("WORKFLOW_STEP", "config", `Composite action depth exceeded max depth ${MAX_DEPTH$1}`);
	const { action } = resolved;
	const given = await givenInputs(work, step.definition);
	warnOfInputs(work, [...given.values()].map(([name]) => name), action.inputs);
	const call = {
		action,
		resolved,
		step,
		inputs: await actionInputs(work, step.definition, action)
	};
	printHeader(work, uses.uses, call.inputs);
	return action.runs.kind === "composite" ? await runComposite(work, call, runStep) : await runJavaScript(work, call);
}
function printHeader(work, uses, inputs) {
	work.output.print(`Run ${uses}`, "fold-begin");
	printMap(work, "with", Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== "")));
	printMap(work, "env", visibleEnv(work.job, work.view));
	work.output.print("", "fold-end");
}
async function runStandIn(work, step, { standIn, ref }) {
	const given = await givenInputs(work, step.definition);
	const declared = Object.keys(standIn.inputs).map((name) => ({ name }));
	warnOfInputs(work, [...given.values()].map(([name]) => name), declared);
	const inputs = { ...standIn.inputs };
	for (const [name, [, value]] of given) inputs[name] = value;
	printHeader(work, `${standIn.repository}@${ref}`, Object.fromEntries([...given.values()]));
	work.output.print(`${standIn.repository} is built in; the real one runs on GitHub.`, "notice");
	const { job, view, output } = work;
	const fault = await standIn.run({
		shared: job.start.shared,
		inputs,
		workspace: job.start.workspace,
		temp: job.start.temp,
		env: processEnv(job, view, githubOf(job, view)),
		print: (line) => output.print(line),
		report: (level, message) => output.report(level, message),
		setOutput: (name, value) => job.setOutput(view.frame.scope, step.definition.id, {
			name,
			value
		}),
		setEnv: (name, value) => {
			job.env = {
				...job.env,
				[name]: value
			};
		},
		addPath: (folder) => job.addPath(folder)
	});
	if (fault !== void 0) output.report("error", fault);
	if (work.signal.aborted) return "cancelled";
	return fault === void 0 ? "success" : "failure";
}

// src/local/executor/steps-runner.ts
/**
* Runs a step of a job or of a composite action and puts its results into the `steps` context.
*
* @param job the job
* @param step the step
*/
async function runDefined(job, step) {
	const { definition, frame, output } = step;
	const base = {
		frame,
		env: {},
		github: {
			action: definition.id,
			...frame.actionPath === void 0 ? {} : { action_path: frame.actionPath }
		}
	};
	let record;
	try {
		const env = await evaluateIn(job, base, (scope) => evaluateMap(definition.env, scope));
		const view = {
			...base,
			env
		};
		const timeoutMinutes = await evaluateIn(job, view, (scope) => evaluateNumber(definition.timeoutMinutes, scope));
		const outcome = await runGuarded(job, {
			condition: definition.condition,
			view,
			output,
			name: step.name,
			timeoutMinutes,
			...step.parent === void 0 ? {} : { parent: step.parent },
			run: (work) => definition.work.kind === "run" ? runScript(work, definition.work) : runUses(work, step, runDefined)
		});
		record = {
			outcome,
			conclusion: await conclude(job, {
				definition,
				view,
				outcome
			})
		};
	} catch (error) {
		output.report("error", messageOf(error));
		record = {
			outcome: "failure",
			conclusion: "failure"
		};
	}
	job.setRecord(frame.scope, definition.id, record);
	return record;
}
/** `continue-on-error` turns a failure into a success; the outcome keeps it (ExecutionContext.cs, ApplyContinueOnError). */
async function conclude(job, step) {
	if (step.outcome !== "failure") return step.outcome;
	const read = step.definition.continueOnError;
	return await evaluateIn(job, step.view, (scope) => evaluateFlag(read, scope, false)) ? "success" : "failure";
}

// src/local/executor/job-runner.ts
/** Minutes that a job may take when it does not say (docs.github.com, Workflow syntax, `timeout-minutes`). */
const DEFAULT_TIMEOUT_MINUTES = 360;
/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const PASSED = {
	outcome: "success",
	conclusion: "success"
};
const FAILED = {
	outcome: "failure",
	conclusion: "failure"
};
/** Runs the steps of one job and tells about each. */
var JobRunner = class {
	#shared;
	#leg;
	#cancel = new AbortController();
	#step = 0;
	/**
	* @param shared the run
	* @param leg the job
	*/
	constructor(shared, leg) {
		this.#shared = shared;
		this.#leg = leg;
	}
	/** Runs the job from its set-up to its outputs. What fails in it is its result, not an error. */
	async run() {
		const { emit, clock } = this.#shared;
		const { nodeId, signal } = this.#leg;
		const began = clock.monotonicMs();
		const number = this.#shared.jobs.start(this.#leg.name);
		emit({
			kind: "job-started",
			jobId: nodeId
		});
		const onSignal = () => {
			if (!this.#leg.holdsWhenCancelled()) this.#cancel.abort();
		};
		if (signal.aborted) onSignal();
		signal.addEventListener("abort", onSignal, { once: true });
		const start = await startJob(this.#shared, this.#leg, {
			number,
			cancel: this.#cancel
		});
		const job = new JobState(start);
		const outcome = await this.#runAll(job);
		await endLeftovers(`${this.#shared.marker}/${markerPart(nodeId)}`);
		signal.removeEventListener("abort", onSignal);
		this.#shared.jobs.end(number, job.status);
		const durationMs = clock.monotonicMs() - began;
		emit({
			kind: "job-finished",
			jobId: nodeId,
			conclusion: job.status,
			outputs: outcome.outputs,
			durationMs
		});
		return outcome;
	}
	/** Runs something as a step of the log. */
	async #tell(job, name, run) {
		const { emit, clock } = this.#shared;
		const { nodeId: jobId } = this.#leg;
		this.#step += 1;
		const step = this.#step;
		const output = new StepOutput(this.#shared, {
			jobId,
			step,
			workspace: job.start.workspace
		});
		const began = clock.monotonicMs();
		emit({
			kind: "step-started",
			jobId,
			step,
			name
		});
		const { outcome, conclusion } = await run(output);
		const durationMs = clock.monotonicMs() - began;
		emit({
			kind: "step-finished",
			jobId,
			step,
			name,
			outcome,
			conclusion,
			summary: output.summary,
			durationMs
		});
		if (conclusion === "failure" && job.status === "success") job.status = "failure";
		return {
			outcome,
			conclusion
		};
	}
	#frame() {
		const { source } = this.#leg.frame.workflow;
		return {
			scope: "",
			inputs: void 0,
			source,
			actionPath: void 0,
			env: {},
			actionStatus: void 0,
			depth: 0
		};
	}
	#view() {
		return {
			frame: this.#frame(),
			env: {},
			github: {}
		};
	}
	async #runAll(job) {
		const setUp = await this.#tell(job, "Set up job", (output) => this.#setUp(job, output));
		const timer = await this.#startTimer(job);
		if (setUp.conclusion === "success") for (const definition of this.#leg.definition.steps) await this.#runStep(job, definition);
		for (const post of job.posts) await this.#tell(job, post.name, (output) => runPost(job, post, output));
		clearTimeout(timer);
		let outputs = {};
		await this.#tell(job, "Complete job", async (output) => {
			outputs = await readOutputs(job, this.#view(), output);
			return PASSED;
		});
		return {
			result: job.status === "failure" && await this.#isTolerated(job) ? "success" : job.status,
			outputs
		};
	}
	async #runStep(job, definition) {
		const frame = this.#frame();
		const name = await displayName(job, definition, frame);
		const posts = [];
		await this.#tell(job, name, (output) => runDefined(job, {
			definition,
			frame,
			output,
			name,
			posts
		}));
		job.posts.unshift(...posts.reverse());
	}
	async #isTolerated(job) {
		const token = this.#leg.definition.continueOnError;
		return await evaluateIn(job, this.#view(), (scope) => evaluateFlag(token, scope, false)).catch(() => false);
	}
	/** A job that takes too long is cancelled, as on GitHub. */
	async #startTimer(job) {
		const token = this.#leg.definition.timeoutMinutes;
		const minutes = await evaluateIn(job, this.#view(), (scope) => evaluateNumber(token, scope)).catch(() => void 0) ?? DEFAULT_TIMEOUT_MINUTES;
		const onTimeout = () => {
			const message = `The job has exceeded the maximum execution time of ${minutes} minutes.`;
			const { nodeId: jobId } = this.#leg;
			const at = {
				jobId,
				step: this.#step
			};
			this.#shared.emit({
				kind: "line",
				...at,
				text: message,
				style: "error"
			});
			this.#shared.emit({
				kind: "annotation",
				...at,
				annotation: {
					level: "error",
					message
				}
			});
			this.#cancel.abort();
		};
		return setTimeout(onTimeout, Math.min(minutes * this.#shared.minuteMs, LONGEST_TIMER_MS));
	}
	async #setUp(job, output) {
		const { frame, name, permissions } = this.#leg;
		const { source, path } = frame.workflow;
		output.print(`Runner: turnpike run, on this machine (Node ${process.version})`);
		output.print("GITHUB_TOKEN Permissions", "fold-begin");
		for (const line of listPermissions(permissions)) output.print(line);
		output.print("", "fold-end");
		output.print(`Uses: ${source.repository}/${path}@${source.ref} (${source.sha})`);
		output.print(`Complete job name: ${name}`);
		const { withheld } = this.#shared;
		if (withheld.length > 0) output.print(`Not handed on to steps (--pass-env NAME does): ${withheld.join(", ")}`);
		try {
			const environment = environmentName(this.#leg);
			if (environment !== "") output.print(`Environment: ${environment}; its rules and secrets are on GitHub`);
			const foreign = await this.#foreignLabel(job);
			if (foreign !== void 0) {
				output.report("error", foreign);
				return FAILED;
			}
			await this.#readDefaults(job);
			return PASSED;
		} catch (error) {
			output.report("error", messageOf(error));
			return FAILED;
		}
	}
	async #foreignLabel(job) {
		const token = this.#leg.definition.runsOn;
		const items = token === void 0 || token.isScalar || token.isExpression ? [token] : itemsOf(token);
		const labels = await evaluateIn(job, this.#view(), (scope) => items.map((item) => evaluateText(item, scope)));
		return foreignSystem(labels, process.platform);
	}
	async #readDefaults(job) {
		const { file } = this.#leg.frame.workflow;
		const { definition } = this.#leg;
		const view = this.#view();
		for (const token of [file.env, definition.env]) {
			const env = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
			job.env = {
				...job.env,
				...env
			};
		}
		for (const token of [file.defaultsRun, definition.defaultsRun]) {
			const defaults = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
			const given = Object.entries(defaults).filter(([, value]) => value !== "");
			job.defaultsRun = {
				...job.defaultsRun,
				...Object.fromEntries(given)
			};
		}
	}
};
async function runPost(job, post, output) {
	const { condition, view, name } = post;
	const result = await runGuarded(job, {
		condition,
		view,
		output,
		name,
		run: (work) => post.run(work)
	});
	return {
		outcome: result,
		conclusion: result
	};
}
function listPermissions(permissions) {
	return [...SCOPES.filter((scope) => (permissions[scope] ?? "none") !== "none").map((scope) => `${scope}: ${permissions[scope]}`), "metadata: read"];
}

// src/local/executor/matrix.ts
/** What several jobs came to together: a failure counts more than a cancelled one, and that more than a success. */
function combine(results) {
	for (const result of [
		"failure",
		"cancelled",
		"success"
	]) if (results.includes(result)) return result;
	return "skipped";
}
/** Tells that a job ended without a step. */
function endWithout(shared, nodeId, result) {
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion: result,
		outputs: {},
		durationMs: 0
	});
	return {
		result,
		outputs: {}
	};
}
/**
* Runs the legs of a matrix, as many at once as `max-parallel` says. With `fail-fast` the first leg that fails cancels
* the others.
*
* @param shared the run
* @param job the job
* @param runLeg runs one leg
*/
async function runMatrix(shared, job, runLeg) {
	const { strategy, nodeId } = job;
	const legs = strategy.legs ?? [];
	if (legs.length === 0) return endWithout(shared, nodeId, "skipped");
	const began = shared.clock.monotonicMs();
	const stop = new AbortController();
	const stopAll = () => stop.abort(job.signal.reason);
	job.signal.addEventListener("abort", stopAll, { once: true });
	if (job.signal.aborted) stopAll();
	shared.emit({
		kind: "job-started",
		jobId: nodeId
	});
	const queue = [...legs.map((leg, index) => plan(shared, job, {
		leg,
		index
	})).entries()];
	const outcomes = [];
	const work = async () => {
		for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
			const [index, leg] = next;
			const outcome = stop.signal.aborted ? endWithout(shared, leg.nodeId, "cancelled") : await runLeg({
				...leg,
				signal: stop.signal
			});
			outcomes[index] = outcome;
			if (outcome.result === "failure" && strategy.failFast) stopAll();
		}
	};
	const atOnce = Math.max(1, Math.min(strategy.maxParallel ?? legs.length, legs.length));
	await Promise.all(Array.from({ length: atOnce }, work));
	job.signal.removeEventListener("abort", stopAll);
	const outputs = Object.assign({}, ...outcomes.map((outcome) => outcome.outputs));
	const result = combine(outcomes.map((outcome) => outcome.result));
	const durationMs = shared.clock.monotonicMs() - began;
	shared.emit({
		kind: "job-finished",
		jobId: nodeId,
		conclusion: result,
		outputs,
		durationMs
	});
	return {
		result,
		outputs
	};
}
function plan(shared, job, of) {
	const { strategy } = job;
	const total = strategy.legs?.length ?? 1;
	const contexts = {
		...job.contexts,
		matrix: toValue(of.leg.values),
		strategy: toValue({
			"fail-fast": strategy.failFast,
			"job-index": of.index,
			"job-total": total,
			"max-parallel": strategy.maxParallel ?? total
		})
	};
	const name = job.title(contexts, of.leg.label);
	const nodeId = `${job.nodeId}/${of.index + 1}`;
	shared.announce({
		id: nodeId,
		name,
		parent: job.nodeId,
		needs: [],
		isCall: job.isCall
	});
	return {
		nodeId,
		name,
		contexts
	};
}

// src/local/executor/scheduler.ts
/** Starts each job of a workflow when all that it needs has ended, and jobs beside each other. */
var Scheduler = class {
	#shared;
	#limit;
	#onlyJobs;
	/**
	* @param shared the run
	* @param limit how many jobs run at once
	* @param onlyJobs jobs of the first workflow that take part; undefined: all
	*/
	constructor(shared, limit, onlyJobs) {
		this.#shared = shared;
		this.#limit = limit;
		this.#onlyJobs = onlyJobs;
	}
	/** Runs all jobs of a workflow. */
	runFrame = async (frame) => {
		const definitions = frame.workflow.file.jobs.filter(({ id }) => this.#takesPart(frame, id));
		const byId = new Map(definitions.map((one) => [one.id, one]));
		const started = /* @__PURE__ */ new Map();
		const start = (id) => {
			const known = started.get(id);
			if (known !== void 0) return known;
			const definition = byId.get(id);
			if (definition === void 0) return Promise.resolve({
				result: "skipped",
				outputs: {}
			});
			const outcome = this.#runJob(frame, definition, start);
			started.set(id, outcome);
			return outcome;
		};
		const jobs = /* @__PURE__ */ new Map();
		await Promise.all(definitions.map(({ id }) => start(id)));
		for (const { id } of definitions) jobs.set(id, await start(id));
		return {
			result: combine([...jobs.values()].map(({ result }) => result)),
			jobs
		};
	};
	#takesPart(frame, id) {
		return frame.parent !== void 0 || this.#onlyJobs === void 0 || this.#onlyJobs.has(id);
	}
	async #runJob(frame, definition, start) {
		const needs = /* @__PURE__ */ new Map();
		for (const id of definition.needs) needs.set(id, await start(id));
		const ancestors = /* @__PURE__ */ new Map();
		for (const id of ancestorsOf(frame, definition)) ancestors.set(id, (await start(id)).result);
		const needed = {
			needs,
			ancestors
		};
		const nodeId = `${frame.idPrefix}${definition.id}`;
		const isCancelled = frame.signal.aborted;
		try {
			const scope = this.#jobScope(frame, definition, {
				needed,
				isCancelled
			});
			if (!isTrue$1(definition.condition, scope)) return endWithout(this.#shared, nodeId, isCancelled ? "cancelled" : "skipped");
			const strategy = readStrategy(definition.strategy, scope);
			const leg = (of) => this.#runLeg(frame, definition, {
				...of,
				needed
			});
			if (strategy.legs !== void 0) {
				const title = (contexts, label) => legTitle(frame, definition, {
					scope: {
						...scope,
						contexts
					},
					label
				});
				const isCall = definition.call !== void 0;
				const matrix = {
					nodeId,
					strategy,
					contexts: scope.contexts,
					signal: frame.signal,
					title,
					isCall
				};
				return await runMatrix(this.#shared, matrix, leg);
			}
			const name = legTitle(frame, definition, {
				scope,
				label: ""
			});
			this.#announce(frame, definition, name);
			return await leg({
				nodeId,
				name,
				contexts: scope.contexts,
				signal: frame.signal
			});
		} catch (error) {
			return this.#fail(nodeId, error);
		}
	}
	#announce(frame, definition, name) {
		this.#shared.announce({
			id: `${frame.idPrefix}${definition.id}`,
			name,
			needs: definition.needs.map((need) => `${frame.idPrefix}${need}`),
			isCall: definition.call !== void 0,
			...frame.parent === void 0 ? {} : { parent: frame.parent }
		});
	}
	#jobScope(frame, definition, of) {
		const { facts, vars } = this.#shared;
		const needs = Object.fromEntries([...of.needed.needs].map(([id, { result, outputs }]) => [id, {
			result,
			outputs: { ...outputs }
		}]));
		const github = githubContext(facts, {
			job: definition.id,
			workspace: "",
			eventPath: "",
			token: "",
			apiUrl: ""
		});
		return {
			contexts: of.contexts ?? {
				github: toValue(github),
				inputs: frame.inputs,
				vars: toValue(vars),
				needs: toValue(needs)
			},
			functions: jobStatusFunctions(of.needed.ancestors, of.isCancelled)
		};
	}
	async #runLeg(frame, definition, of) {
		const leg = {
			frame,
			definition,
			nodeId: of.nodeId,
			name: of.name,
			contexts: of.contexts,
			signal: of.signal,
			permissions: this.#grant(definition.permissions ?? frame.workflow.file.permissions ?? frame.permissions),
			holdsWhenCancelled: () => {
				const { needed, contexts } = of;
				const scope = this.#jobScope(frame, definition, {
					needed,
					isCancelled: true,
					contexts
				});
				return isTrue$1(definition.condition, scope);
			}
		};
		try {
			if (definition.call !== void 0) return await runCall(this.#shared, leg, this.runFrame);
			return await this.#limit(async () => {
				if (leg.signal.aborted && !leg.holdsWhenCancelled()) return endWithout(this.#shared, leg.nodeId, "cancelled");
				return await new JobRunner(this.#shared, leg).run();
			});
		} catch (error) {
			return this.#fail(leg.nodeId, error);
		}
	}
	#grant(permissions) {
		const { event, payload, repository } = this.#shared.facts;
		return isFromFork(event, payload, repository) ? permissionsOfFork(permissions) : permissions;
	}
	/** A job that could not be run at all. */
	#fail(nodeId, error) {
		this.#shared.emit({
			kind: "note",
			level: "error",
			message: `${nodeId}: ${messageOf(error)}`
		});
		return endWithout(this.#shared, nodeId, "failure");
	}
};
/** All jobs that a job needs, near and far. */
function ancestorsOf(frame, definition) {
	const byId = new Map(frame.workflow.file.jobs.map((job) => [job.id, job]));
	const found = /* @__PURE__ */ new Set();
	const visit = (ids) => {
		for (const id of ids) {
			if (found.has(id)) continue;
			found.add(id);
			visit(byId.get(id)?.needs ?? []);
		}
	};
	visit(definition.needs);
	return found;
}
/** The name as written where an expression stands in it; else the values of the matrix are put behind it. */
function legTitle(frame, { id, name }, { scope, label }) {
	const own = name === void 0 ? id : evaluateText(name, scope);
	const shown = name?.isExpression === true ? own : legName(own === "" ? id : own, label);
	return `${frame.namePrefix}${shown}`;
}

// src/local/facts.ts
function config(message, hint) {
	return new TurnpikeError("WORKFLOW_EVENT", "config", message, { hint });
}
/**
* Finds out what the run is of. Nothing is written.
*
* @param git runs git
* @param request what was asked for
* @throws TurnpikeError `GIT_NOT_A_REPOSITORY` or `WORKFLOW_EVENT`, with what to do
*/
async function readRepository(git, request) {
	const { directory } = request;
	const top = await git.line(directory, "rev-parse", "--show-toplevel");
	if (top === void 0) throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `${directory} is in no git repository.`, { hint: "git init && git add -A && git commit -m start" });
	const head = await git.line(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	if (head === void 0) throw new TurnpikeError("GIT_FAILED", "user", "The repository has no commit yet, and a run is of a commit.", { hint: "git add -A && git commit -m start" });
	const event = eventName(request);
	const defaultBranch = await findDefaultBranch(git, top);
	const ref = await findRef(git, top, request);
	const isTag = refType(ref.ref) === "tag";
	if (event === "release" && !isTag) throw config(`A release is of a tag, and ${ref.ref} is none.`, "Say which: --ref TAG");
	const usesWorkingTree = !isTag && ref.sha === head;
	const baseSha = await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`);
	return {
		commit: {
			top,
			ref: eventRef(event, ref.ref, {
				branch: defaultBranch,
				sha: baseSha ?? ref.sha
			}),
			sha: ref.sha,
			usesWorkingTree
		},
		pushedRef: ref.ref,
		repository: await findRepository(git, top, request.repository),
		defaultBranch,
		event,
		isShallow: await git.line(top, "rev-parse", "--is-shallow-repository") === "true"
	};
}
function eventName({ event }) {
	const known = EVENTS.find((one) => one === (event ?? "push"));
	if (known !== void 0) return known;
	throw config(`The event "${event}" is not one that turnpike run makes.`, `Use one of: ${EVENTS.join(", ")}`);
}
/** A pull request runs on its merge ref, a merge group on the queue's branch. */
function eventRef(event, ref, base) {
	if (event === "pull_request") return "refs/pull/1/merge";
	if (event === "merge_group") return `refs/heads/gh-readonly-queue/${base.branch}/pr-1-${base.sha}`;
	return ref;
}
async function findRef(git, top, request) {
	const shaOf = (ref) => git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
	if (request.ref !== void 0) {
		const wanted = request.ref;
		const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/tags/${wanted}`, `refs/heads/${wanted}`];
		for (const ref of candidates) {
			const sha = await shaOf(ref);
			if (sha !== void 0) return {
				ref,
				sha
			};
		}
		throw config(`There is no tag and no branch "${wanted}".`, "git tag --list && git branch --list");
	}
	const branch = await git.line(top, "symbolic-ref", "--quiet", "HEAD");
	const sha = await shaOf("HEAD");
	if (branch !== void 0 && sha !== void 0) return {
		ref: branch,
		sha
	};
	throw config("HEAD is detached, so the run has no branch.", `Say which ref the run is of: --ref ${(await git.line(top, ...[
		"for-each-ref",
		"--points-at",
		"HEAD",
		"--sort=-refname",
		"--format=%(refname:short)"
	], "refs/tags", "refs/heads"))?.split("\n")[0] ?? "BRANCH"}`);
}
async function findDefaultBranch(git, top) {
	const remote = await git.line(top, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
	if (remote !== void 0) return remote.replace(/^origin\//, "");
	for (const name of ["main", "master"]) if (await git.line(top, "rev-parse", "--verify", "--quiet", `refs/heads/${name}`) !== void 0) return name;
	return await git.line(top, "symbolic-ref", "--quiet", "--short", "HEAD") ?? "main";
}
async function findRepository(git, top, given) {
	if (given !== void 0) {
		if (/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(given)) return given;
		throw config(`"${given}" is no repository.`, "Write it as owner/name");
	}
	const url = await git.line(top, "config", "--get", "remote.origin.url");
	const match = url === void 0 ? null : /[/:]([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/?$/.exec(url);
	if (match?.[1] !== void 0 && match[2] !== void 0 && /^(\w+:\/\/|[\w.-]+@)/.test(url ?? "")) return `${match[1]}/${match[2]}`;
	return `local/${(top.split("/").at(-1) ?? "").replace(/[^A-Za-z0-9_.-]/g, "-") || "repository"}`;
}
/** A decimal id that is the same for the same name each time. */
function idOf(name) {
	return String(createHash("sha256").update(name.toLowerCase()).digest().readUInt32BE(0));
}
async function readPayload(file) {
	try {
		const payload = JSON.parse(await readFile(file, "utf8"));
		if (typeof payload === "object" && payload !== null && !Array.isArray(payload)) return payload;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `${file} is no JSON payload: ${reason}`, { cause });
	}
	throw config(`${file} holds no JSON object.`, "Give the payload as GitHub sends it.");
}
/**
* @param git runs git
* @param request what was asked for
* @param about the repository and the chosen workflow
* @returns all facts of the run
*/
async function makeFacts(git, request, about) {
	const { found } = about;
	const { commit, event, repository, defaultBranch } = found;
	const [message = "", timestamp = "", author = ""] = (await git.ask(commit.top, "log", "-1", "--format=%B%x1f%cI%x1f%an", commit.sha) ?? "").split("");
	const before = await git.line(commit.top, "rev-parse", "--verify", "--quiet", `${commit.sha}~1`) ?? "0".repeat(40);
	const isPullRequest = event === "pull_request";
	const baseSha = await git.line(commit.top, "rev-parse", "--verify", "--quiet", `refs/heads/${defaultBranch}`) ?? before;
	const shared = {
		repository,
		repositoryId: idOf(repository),
		ownerId: idOf(ownerOf(repository)),
		visibility: request.visibility,
		defaultBranch,
		actor: request.actor,
		ref: commit.ref,
		sha: commit.sha,
		headRef: isPullRequest ? refName(found.pushedRef) : "",
		baseRef: isPullRequest ? defaultBranch : "",
		workflowPath: about.workflowPath
	};
	const made = eventPayload(event, {
		...shared,
		before,
		baseSha,
		commit: {
			message: message.trim(),
			timestamp,
			author: author.trim()
		},
		inputs: request.inputs,
		cron: about.cron
	});
	const given = request.eventFile === void 0 ? {} : await readPayload(request.eventFile);
	return {
		...shared,
		event,
		payload: {
			...made,
			...given
		},
		runId: request.runId,
		runNumber: "1",
		runAttempt: "1",
		workflow: about.workflow
	};
}

// src/local/stand-ins/zip.ts
/**
* Unpacks a zip below a folder. Names that would leave it are passed over.
*
* @param bytes the zip
* @param folder absolute
* @returns names of the files, relative to the folder
*/
async function unpack(bytes, folder) {
	const names = [];
	for (const [name, content] of Object.entries(unzipSync(bytes))) {
		if (name.startsWith("/") || escapes(name)) continue;
		const path = join(folder, name);
		if (name.endsWith("/")) {
			await mkdir(path, { recursive: true });
			continue;
		}
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		names.push(name);
	}
	return names;
}

// src/local/record/step-logs.ts
/** @returns a name for a file or folder, made from any text */
function fileName(text) {
	const plain = text.normalize("NFKD").replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+|-+$/g, "").slice(0, 60);
	return plain === "" ? "_" : plain;
}
/** Names of folders for texts that may become the same name. */
var FolderNames = class {
	#names = /* @__PURE__ */ new Map();
	#used = /* @__PURE__ */ new Set();
	/** @returns the folder's name, the same for the same text each time */
	nameOf(text) {
		const known = this.#names.get(text);
		if (known !== void 0) return known;
		let name = fileName(text);
		for (let count = 2; this.#used.has(name.toLowerCase()); count += 1) name = `${fileName(text)}-${count}`;
		this.#used.add(name.toLowerCase());
		this.#names.set(text, name);
		return name;
	}
};
/** Writes the logs of a run's steps as they come. */
var StepLogs = class {
	#folder;
	#open = /* @__PURE__ */ new Map();
	#paths = /* @__PURE__ */ new Map();
	#closing = [];
	#folders = new FolderNames();
	/** @param folder absolute folder of the run's files */
	constructor(folder) {
		this.#folder = folder;
	}
	/** Takes an event of the run. */
	listen = (event) => {
		switch (event.kind) {
			case "step-started":
				this.#begin(event);
				return;
			case "line":
				this.#open.get(keyOf(event.jobId, event.step))?.write(`${linePrefix(event.style)}${event.text}\n`);
				return;
			case "step-finished":
				this.#end(keyOf(event.jobId, event.step));
				return;
			default: return;
		}
	};
	#begin({ jobId, step, name }) {
		const path = `logs/${this.#folders.nameOf(jobId)}/${step}-${fileName(name)}.log`;
		const file = join(this.#folder, path);
		mkdirSync(dirname(file), { recursive: true });
		const stream = createWriteStream(file);
		stream.on("error", () => void 0);
		this.#open.set(keyOf(jobId, step), stream);
		this.#paths.set(keyOf(jobId, step), path);
	}
	#end(key) {
		const stream = this.#open.get(key);
		if (stream === void 0) return;
		this.#open.delete(key);
		stream.end();
		this.#closing.push(finished(stream).catch(() => void 0));
	}
	/** @returns path of a step's log, relative to the run's folder; undefined when the step never began */
	pathOf(jobId, step) {
		return this.#paths.get(keyOf(jobId, step));
	}
	/** Waits until the logs are on disk. */
	async close() {
		for (const key of [...this.#open.keys()]) this.#end(key);
		await Promise.all(this.#closing);
	}
};
function keyOf(jobId, step) {
	return `${jobId}\n${step}`;
}
function linePrefix(style) {
	switch (style) {
		case "plain": return "";
		case "command": return "[command]";
		case "fold-begin": return "##[group]";
		case "fold-end": return "##[endgroup]";
		default: return `##[${style}]`;
	}
}

// src/local/record/run-folder.ts
/**
* Makes `.turnpike/run/` anew. `.turnpike/.gitignore` keeps all of `.turnpike/` out of commits.
*
* @param top absolute top level of the repository
* @returns absolute folder of the run
*/
async function makeRunFolder(top) {
	const home = join(top, ".turnpike");
	const folder = join(home, "run");
	await mkdir(home, { recursive: true });
	await writeFile(join(home, ".gitignore"), "*\n");
	await rm(folder, {
		recursive: true,
		force: true
	});
	await mkdir(folder, { recursive: true });
	return folder;
}
/**
* Unpacks the artifacts of a run, and puts bundles and events, which people look for, into folders of their own.
*
* @param services where the artifacts are
* @param folder absolute folder of the run
* @returns the artifacts, in the order in which they were made
*/
async function keepArtifacts(services, folder) {
	const kept = [];
	const folders = new FolderNames();
	for (const artifact of [...services.artifacts.list()].reverse()) {
		const bytes = await services.artifacts.read(artifact.name);
		if (bytes === void 0) continue;
		const path = `artifacts/${folders.nameOf(artifact.name)}`;
		kept.push({
			name: artifact.name,
			path
		});
		const to = join(folder, path);
		await mkdir(to, { recursive: true });
		if (artifact.mimeType === "application/zip") await unpack(bytes, to);
		else await writeFile(join(to, fileName(artifact.name)), bytes);
	}
	await collect(join(folder, "artifacts"), join(folder, "bundles"), /\.sigstore\.json$/);
	await collect(join(folder, "artifacts"), join(folder, "events"), /^events.*\.ndjson$/);
	for (const { name, text } of services.posted()) await writeFile(join(folder, name), text);
	return kept;
}
async function collect(from, to, pattern) {
	const entries = await readdir(from, {
		recursive: true,
		withFileTypes: true
	}).catch(() => []);
	for (const entry of entries) {
		if (!entry.isFile() || !pattern.test(entry.name) || basename(entry.parentPath) === "spool") continue;
		await mkdir(to, { recursive: true });
		await cp(join(entry.parentPath, entry.name), join(to, entry.name));
	}
}

// src/local/record/to-run-record.ts
/** Nothing for a step that never ended: nobody knows what it came to. */
function stepEntries(job, step, { logOf }) {
	const { number, name, outcome, conclusion, durationMs, summary } = step;
	const log = logOf(job.node.id, number);
	if (outcome === null || conclusion === null || durationMs === null || log === void 0) return [];
	return [{
		number,
		name,
		outcome,
		conclusion,
		durationMs,
		log,
		summary,
		annotations: job.annotations.flatMap((one) => one.step === number ? [{ ...one.annotation }] : [])
	}];
}
function jobEntry(job, facts) {
	const { node, conclusion, startMs, durationMs, outputs } = job;
	return {
		id: node.id,
		name: node.name,
		parent: node.parent ?? null,
		needs: [...node.needs],
		conclusion,
		startMs,
		durationMs: durationMs ?? 0,
		outputs: { ...outputs },
		steps: job.steps.flatMap((step) => stepEntries(job, step, facts))
	};
}
/**
* @param run what was seen of a run; one that has not ended counts as cancelled
* @param facts what is known besides
* @returns what `run.json` says of it
*/
function toRunRecord(run, facts) {
	const { title, repository, event, ref, sha, workflowFile, notes, jobs } = run;
	return {
		schema: "turnpike/run/1",
		title,
		repository,
		event,
		ref,
		sha,
		workflow: workflowFile,
		startedAt: facts.startedAt.toISOString(),
		durationMs: run.durationMs ?? 0,
		conclusion: run.conclusion ?? "cancelled",
		exitCode: run.exitCode ?? 130,
		notes: notes.map(({ level, message }) => ({
			level,
			message
		})),
		jobs: jobs.map((job) => jobEntry(job, facts)),
		artifacts: [...facts.artifacts]
	};
}

// src/local/finish.ts
const PAGE = "summary.html";
/** Loads what renders the page. It is large: whoever calls it early has it loaded while jobs run. */
function loadPage() {
	return import("./page3.js");
}
async function bytesOf(path) {
	return await stat(path).then((info) => info.size, () => 0);
}
/**
* Puts artifacts, bundles and events into the run's folder.
*
* @param services where the artifacts are
* @param folder absolute folder of the run
*/
async function collectFiles(services, folder) {
	const kept = await keepArtifacts(services, folder);
	const others = [];
	for (const [label, name] of [["bundle", "bundles"], ["events", "events"]]) for (const file of (await readdir(join(folder, name)).catch(() => [])).sort()) {
		const path = `${name}/${file}`;
		others.push({
			label,
			path,
			bytes: await bytesOf(join(folder, path))
		});
	}
	others.push({
		label: "logs",
		path: "logs",
		bytes: null
	}, {
		label: "record",
		path: "run.json",
		bytes: null
	});
	return {
		artifacts: kept.map(({ name }) => name),
		artifactFolders: kept.map(({ name, path }) => ({
			label: name,
			path,
			bytes: null
		})),
		others
	};
}
/** What a terminal lists, relative to the repository's top level. */
function listedFiles(files) {
	return [{
		label: "page",
		path: PAGE,
		bytes: null
	}, ...files.others].map((file) => ({
		...file,
		path: join(".turnpike", "run", file.path)
	}));
}
/**
* Writes `run.json` and the page.
*
* @param folder absolute folder of the run
* @param run what was seen of the run
* @param of when it began, where its logs are, and the files beside them
*/
async function writeResults(folder, run, of) {
	const { startedAt, logOf, files } = of;
	const record = toRunRecord(run, {
		startedAt,
		logOf,
		artifacts: files.artifacts
	});
	await writeFile(join(folder, "run.json"), `${JSON.stringify(record, void 0, 2)}\n`);
	const { renderSummaryHtml } = await loadPage();
	const shown = {
		...run,
		artifacts: files.artifactFolders,
		files: files.others
	};
	await writeFile(join(folder, PAGE), renderSummaryHtml(shown, logOf));
	return record;
}

// src/local/job-nodes.ts
/**
* Jobs as they are known before the run. A job with a matrix is a node without steps, and its legs are added below it.
*
* @param workflow the workflow that the event started
* @param onlyJobs jobs of it that take part; undefined: all
*/
function jobNodes(workflow, onlyJobs) {
	return nodesOf(workflow, {
		idPrefix: "",
		namePrefix: "",
		onlyJobs
	});
}
function nodesOf(workflow, at) {
	return workflow.file.jobs.filter(({ id }) => at.onlyJobs?.has(id) ?? true).flatMap((job) => {
		const id = `${at.idPrefix}${job.id}`;
		const written = job.name?.isExpression === false ? job.name.toString() : job.id;
		const name = `${at.namePrefix}${written === "" ? job.id : written}`;
		const hasMatrix = childOf(job.strategy, "matrix") !== void 0;
		const called = hasMatrix ? void 0 : workflow.calls.get(job.id);
		return [{
			id,
			name,
			needs: job.needs.map((need) => `${at.idPrefix}${need}`),
			isCall: hasMatrix || job.call !== void 0,
			...at.parent === void 0 ? {} : { parent: at.parent }
		}, ...called === void 0 ? [] : nodesOf(called, {
			idPrefix: `${id}/`,
			namePrefix: `${name} / `,
			parent: id
		})];
	});
}
/**
* @param workflow a workflow
* @param id a job
* @returns the job and all that it needs, near and far
* @throws TurnpikeError `WORKFLOW_INVALID` when there is no such job
*/
function jobsWithNeeds(workflow, id) {
	const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
	if (!byId.has(id)) throw new TurnpikeError("WORKFLOW_INVALID", "config", `${workflow.label} has no job "${id}".`, { hint: `It has: ${[...byId.keys()].join(", ")}` });
	const found = /* @__PURE__ */ new Set();
	const visit = (job) => {
		if (found.has(job)) return;
		found.add(job);
		for (const need of byId.get(job)?.needs ?? []) visit(need);
	};
	visit(id);
	return found;
}

// src/local/trigger-filters.ts
function patterns(trigger, key) {
	const token = childOf(trigger.settings, key);
	if (token === void 0) return void 0;
	return token.isScalar ? [token.toString()] : itemsOf(token).map((item) => item.toString());
}
function filterOf(trigger, kind) {
	return {
		include: patterns(trigger, kind),
		ignore: patterns(trigger, `${kind}-ignore`)
	};
}
function isSet$1({ include, ignore }) {
	return include !== void 0 || ignore !== void 0;
}
/**
* Whether GitHub would start the run. It is run here all the same, as somebody asked for it.
*
* @param path the workflow's file
* @param trigger the trigger of the run's event
* @param found what the run is of
* @returns a remark, or undefined when the filters let the run pass
*/
function filterNote(path, trigger, found) {
	const at = `${path}:${trigger.token.line ?? 1}`;
	if ([patterns(trigger, "paths"), patterns(trigger, "paths-ignore")].some((list) => list !== void 0)) return `${at}: \`paths\` filters of ${trigger.event} are not looked at; the run starts here in any case.`;
	const [branches, tags] = [filterOf(trigger, "branches"), filterOf(trigger, "tags")];
	if (trigger.event === "pull_request" || trigger.event === "merge_group") {
		if (passesFilter(branches, found.defaultBranch)) return void 0;
		return `${at}: GitHub would not start this run; ${trigger.event} is for other branches than ${found.defaultBranch}.`;
	}
	if (trigger.event !== "push") return void 0;
	const name = found.pushedRef.replace(/^refs\/(heads|tags)\//, "");
	const isTag = refType(found.pushedRef) === "tag";
	const [own, other] = isTag ? [tags, branches] : [branches, tags];
	return (isSet$1(own) ? passesFilter(own, name) : !isSet$1(other)) ? void 0 : `${at}: GitHub would not start this run; push is not for ${isTag ? "tag" : "branch"} ${name}.`;
}

// src/local/opening-notes.ts
const SERVICE_WORDS = {
	cache: "cache service",
	artifacts: "artifact service",
	oidc: "identity provider",
	api: "REST API"
};
function info(message) {
	return {
		kind: "note",
		level: "info",
		message
	};
}
function usesKey(file, key) {
	return file.jobs.some(({ job }) => childOf(job, key) !== void 0) || key === "concurrency" && file.hasConcurrency;
}
/**
* What a reader should know before the first job: what was assumed, and what differs from GitHub.
*
* @param run the run
* @param request what it was asked to do without
*/
async function openingNotes(run, request) {
	const { sources, repository, found, choice } = run;
	const notes = [...sources.assumed].map(([name, folder]) => info(`${name} is taken for this project: ${folder}`));
	if (Number(process.versions.node.split(".")[0]) < 24) notes.push(info(`JavaScript actions run with Node ${process.version}; on GitHub they get Node 24.`));
	if (found.isShallow) notes.push(info("The repository is a shallow clone; steps do not find its whole history."));
	for (const name of request.without) notes.push(info(`The run has no ${SERVICE_WORDS[name]}, as --without asks.`));
	if (request.cacheMode !== void 0) notes.push(info(`Jobs have the cache mode \`${request.cacheMode}\`.`));
	const { usesWorkingTree, ref } = repository.commit;
	const changes = (await repository.changes()).length;
	if (changes > 0) notes.push(info(`${changes} uncommitted ${changes === 1 ? "change is" : "changes are"} part of the run.`));
	if (!usesWorkingTree && await repository.isDirty()) notes.push(info(`The run is of ${ref}; uncommitted changes are left out.`));
	if (usesKey(choice.workflow, "concurrency")) notes.push(info("`concurrency` is accepted; one run here waits for no other."));
	if (usesKey(choice.workflow, "environment")) notes.push(info("`environment` is accepted; its protection rules, variables and secrets are on GitHub."));
	const trigger = choice.workflow.triggers.find(({ event }) => event === found.event);
	const filter = trigger === void 0 ? void 0 : filterNote(choice.path, trigger, found);
	if (filter !== void 0) notes.push({
		kind: "note",
		level: "warning",
		message: filter
	});
	return notes;
}
/**
* @param triggers triggers of a workflow
* @returns the first cron expression of its schedule; empty when there is none
*/
function firstCron(triggers) {
	const schedule = triggers.find(({ event }) => event === "schedule")?.settings;
	return entriesOf(itemsOf(schedule)[0]).find(({ key }) => key === "cron")?.value.toString() ?? "";
}

// src/local/stand-ins/stand-in.ts
/** What a stand-in lists of the real action's inputs that change nothing here. */
function harmless(...names) {
	return Object.fromEntries(names.map((name) => [name, ""]));
}
/**
* @param context the stand-in's
* @param asked inputs that it cannot do, each with the values that ask for nothing
* @returns what is wrong, or undefined
*/
function notDone(context, action, asked) {
	for (const [name, quiet] of Object.entries(asked)) if (!["", ...quiet].includes(context.inputs[name] ?? "")) return `turnpike run does not do the input ${name} of ${action}.`;
}
/**
* @param inputs a stand-in's inputs
* @param name a flag
* @returns whether it is set, by the words that `core.getBooleanInput` takes
*/
function isSet(inputs, name) {
	return inputs[name]?.trim().toLowerCase() === "true";
}

// src/local/stand-ins/cache.ts
const INPUTS = {
	...harmless("path", "key", "restore-keys", "upload-chunk-size"),
	enableCrossOsArchive: "false",
	"fail-on-cache-miss": "false",
	"lookup-only": "false",
	"save-always": "false"
};
/** A miss is an answer that every user of a cache must live with, so it is always a true one. */
async function miss(context) {
	const { inputs } = context;
	for (const name of ["path", "key"]) if ((inputs[name] ?? "").trim() === "") return `Input required and not supplied: ${name}`;
	context.setOutput("cache-primary-key", inputs["key"] ?? "");
	context.setOutput("cache-matched-key", "");
	context.setOutput("cache-hit", "");
	if (isSet(inputs, "fail-on-cache-miss")) return `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${inputs["key"]}`;
	context.print(`Cache not found for input keys: ${inputs["key"]}`);
	context.print("turnpike run keeps nothing for this action; its own set-up and actions given by --map do have a cache.");
}
/** actions/cache, always a miss. */
const cache = {
	repository: "actions/cache",
	inputs: INPUTS,
	run: miss
};
/** actions/cache/restore, always a miss. */
const cacheRestore = {
	repository: "actions/cache/restore",
	inputs: INPUTS,
	run: miss
};
/** actions/cache/save, which keeps nothing. */
const cacheSave = {
	repository: "actions/cache/save",
	inputs: {
		...harmless("path", "key", "upload-chunk-size"),
		enableCrossOsArchive: "false"
	},
	run(context) {
		context.print("turnpike run keeps nothing for this action; nothing was saved.");
		return Promise.resolve(void 0);
	}
};

// src/local/stand-ins/checkout.ts
/** Inputs that the stand-in cannot do, with the values that ask for nothing. */
const NOT_DONE = {
	"ssh-key": [],
	filter: [],
	"sparse-checkout": [],
	lfs: ["false"],
	submodules: ["false"]
};
/** What the inputs name; a text when nothing here answers to it. */
async function targetOf({ shared, inputs }) {
	const { ref: runRef, sha: runSha, top } = shared.repository.commit;
	const wanted = inputs["ref"] ?? "";
	if (wanted === "" || wanted === runRef || wanted === runSha) return {
		ref: wanted === runSha ? "" : shared.facts.ref,
		sha: runSha
	};
	const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/heads/${wanted}`, `refs/tags/${wanted}`];
	for (const ref of candidates) {
		const sha = await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
		if (sha !== void 0) return {
			ref,
			sha
		};
	}
	const sha = /^[0-9a-f]{40}$/.test(wanted) ? await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${wanted}^{commit}`) : void 0;
	return sha === void 0 ? `A branch or tag with the name '${wanted}' could not be found` : {
		ref: "",
		sha
	};
}
/** actions/checkout of the run's own repository, from the folder that the run was started in. */
const checkout = {
	repository: "actions/checkout",
	inputs: {
		repository: "",
		ref: "",
		token: "",
		"ssh-key": "",
		"ssh-known-hosts": "",
		"ssh-strict": "true",
		"ssh-user": "git",
		"persist-credentials": "true",
		path: "",
		clean: "true",
		filter: "",
		"sparse-checkout": "",
		"sparse-checkout-cone-mode": "true",
		"fetch-depth": "1",
		"fetch-tags": "false",
		"show-progress": "true",
		lfs: "false",
		submodules: "false",
		"set-safe-directory": "true",
		"github-server-url": "",
		"allow-unsafe-pr-checkout": "false"
	},
	async run(context) {
		const { shared, inputs } = context;
		const asked = notDone(context, "actions/checkout", NOT_DONE);
		if (asked !== void 0) return asked;
		const repository = inputs["repository"] === "" ? shared.facts.repository : inputs["repository"] ?? "";
		if (repository.toLowerCase() !== shared.facts.repository.toLowerCase()) return `turnpike run checks out ${shared.facts.repository} alone; ${repository} is not here.`;
		const path = inputs["path"] ?? "";
		if (path.startsWith("/") || escapes(path)) return `Repository path '${path}' is not under '${context.workspace}'`;
		const depth = Number(inputs["fetch-depth"]);
		const target = await targetOf(context);
		if (typeof target === "string") return target;
		const withChanges = target.sha === shared.repository.commit.sha && shared.repository.commit.usesWorkingTree;
		context.print(`Syncing repository: ${repository}`);
		await shared.repository.checkout({
			to: join(context.workspace, path),
			repository,
			ref: target.ref,
			sha: target.sha,
			depth: Number.isInteger(depth) && depth >= 0 ? depth : 1,
			tags: isSet(inputs, "fetch-tags"),
			withChanges
		});
		context.print(`HEAD is now at ${target.sha.slice(0, 7)}${target.ref === "" ? "" : ` (${target.ref})`}`);
		const changed = withChanges ? (await shared.repository.changes()).length : 0;
		if (changed > 0) context.print(`${changed} uncommitted ${changed === 1 ? "change" : "changes"} put on top`);
		context.setOutput("ref", target.ref === "" ? target.sha : target.ref);
		context.setOutput("commit", target.sha);
	}
};

// src/local/stand-ins/download-artifact.ts
/** Which artifacts the inputs name; a text when that is a fault (actions/download-artifact src/download-artifact.ts). */
function choose({ inputs, shared }) {
	const all = shared.services.artifacts.list();
	const name = inputs["name"] ?? "";
	const ids = inputs["artifact-ids"] ?? "";
	if (name !== "" && ids !== "") return "Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.";
	if (name !== "") {
		const one = all.find((artifact) => artifact.name === name);
		return one === void 0 ? `Unable to download artifact(s): Artifact not found for name: ${name}` : {
			artifacts: [one],
			isSingle: true
		};
	}
	if (ids !== "") {
		const wanted = ids.split(",").map((id) => Number(id.trim()));
		const found = all.filter(({ id }) => wanted.includes(id));
		if (found.length === 0) return `None of the provided artifact IDs were found: ${ids}`;
		return {
			artifacts: found,
			isSingle: wanted.length === 1
		};
	}
	const pattern = inputs["pattern"] ?? "";
	const isWanted = pattern === "" ? () => true : (0, import_picomatch.default)(pattern, { dot: true });
	return {
		artifacts: all.filter((artifact) => isWanted(artifact.name)),
		isSingle: false
	};
}
/** A file that was stored without an archive stays what it is. */
async function keep(artifact, bytes, folder) {
	if (artifact.mimeType === "application/zip") return await unpack(bytes, folder);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, artifact.name), bytes);
	return [artifact.name];
}
/** actions/download-artifact, from the artifacts of this run. */
const downloadArtifact = {
	repository: "actions/download-artifact",
	inputs: {
		name: "",
		"artifact-ids": "",
		path: "",
		pattern: "",
		"merge-multiple": "false",
		"github-token": "",
		repository: "",
		"run-id": "",
		"skip-decompress": "false",
		"digest-mismatch": "error"
	},
	async run(context) {
		const { inputs, shared, workspace } = context;
		if ((inputs["github-token"] ?? "") !== "" && ![shared.facts.runId, ""].includes(inputs["run-id"] ?? "")) return "turnpike run has the artifacts of this run alone; artifacts of other runs are on GitHub.";
		if (isSet(inputs, "skip-decompress")) return "turnpike run does not do skip-decompress of actions/download-artifact.";
		if (!shared.services.isOn("artifacts")) return "Unable to download artifact(s): this run has no artifact service.";
		const choice = choose(context);
		if (typeof choice === "string") return choice;
		const path = (inputs["path"] ?? "").replace(/^~(?=\/|$)/, shared.baseEnv["HOME"] ?? "~");
		const target = resolve(workspace, path);
		await mkdir(target, { recursive: true });
		for (const artifact of choice.artifacts) {
			const isTogether = choice.isSingle || isSet(inputs, "merge-multiple");
			const bytes = await shared.services.artifacts.read(artifact.name);
			if (bytes === void 0) return `Unable to download artifact(s): Artifact not found for name: ${artifact.name}`;
			const files = await keep(artifact, bytes, isTogether ? target : join(target, artifact.name));
			context.print(`Artifact ${artifact.name}: ${files.length} files, ${artifact.digest}`);
		}
		context.print(`Total of ${choice.artifacts.length} artifact(s) downloaded`);
		context.setOutput("download-path", target);
	}
};

// src/local/stand-ins/setup-node.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** The version that is asked for; empty when none is. A text in brackets is a fault. */
async function wishOf({ inputs, workspace }) {
	if ((inputs["node-version"] ?? "") !== "") return { wish: inputs["node-version"] ?? "" };
	const file = inputs["node-version-file"] ?? "";
	if (file === "") return { wish: "" };
	const text = escapes(file) ? void 0 : await readFile(join(workspace, file), "utf8").catch(() => void 0);
	if (text === void 0) return { fault: `The specified node version file at: ${join(workspace, file)} does not exist` };
	if (!file.endsWith("package.json")) return { wish: text.trim() };
	try {
		const manifest = JSON.parse(text);
		return { wish: manifest.volta?.node ?? manifest.engines?.node ?? "" };
	} catch {
		return { fault: `${file} is no JSON.` };
	}
}
/** A version specification as a range; undefined for names that are about what is newest. */
function toRange(wish) {
	const text = wish.trim().replace(/^v(?=\d)/, "");
	if (text === "" || /^(lts\/|latest$|current$|node$)/.test(text)) return void 0;
	return import_semver.default.validRange(text) === null ? "" : text;
}
async function candidates$1(context) {
	const onPath = await context.shared.processes.which("node", context.env);
	const found = [];
	for (const path of /* @__PURE__ */ new Set([...onPath === void 0 ? [] : [onPath], process.execPath])) {
		const command = {
			file: path,
			args: ["--version"],
			cwd: context.temp,
			env: context.env
		};
		const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15e3 });
		const version = import_semver.default.valid(stdout.trim());
		if (version !== null) found.push({
			path,
			version
		});
	}
	return found;
}
/** actions/setup-node with a Node that is here: on PATH, or the one that runs this program. */
const setupNode = {
	repository: "actions/setup-node",
	inputs: harmless("node-version", "node-version-file", "architecture", "check-latest", "registry-url", "scope", "token", "cache", "package-manager-cache", "cache-dependency-path", "mirror", "mirror-token", "always-auth"),
	async run(context) {
		const asked = notDone(context, "actions/setup-node", {
			"registry-url": [],
			scope: []
		});
		if (asked !== void 0) return asked;
		const read = await wishOf(context);
		if ("fault" in read) return read.fault;
		const { wish } = read;
		const range = toRange(wish);
		if (range === "") return `"${wish}" is no version of Node.`;
		const here = await candidates$1(context);
		const fitting = here.find(({ version }) => range === void 0 || import_semver.default.satisfies(version, range));
		if (fitting === void 0) return `actions/setup-node asks for Node ${wish}, and here are: ${here.map(({ path, version }) => `${version} (${path})`).join(", ")}. Put it first on PATH, or run this job on GitHub.`;
		const why = range === void 0 && wish !== "" ? `, taken for ${wish}` : "";
		context.print(`Node ${fitting.version} at ${fitting.path}${why}; nothing is downloaded, and no package cache is kept`);
		context.addPath(dirname(fitting.path));
		context.setOutput("node-version", `v${fitting.version}`);
		context.setOutput("cache-hit", "false");
	}
};

// src/local/stand-ins/setup-python.ts
const NAMES = [
	"python3",
	"python",
	...[
		15,
		14,
		13,
		12,
		11,
		10,
		9,
		8
	].map((minor) => `python3.${minor}`)
];
/** `requires-python` of a pyproject.toml. */
function requiresPython(text) {
	try {
		const { project } = parse(text);
		const found = typeof project === "object" && "requires-python" in project ? project["requires-python"] : void 0;
		return typeof found === "string" ? found : void 0;
	} catch {
		return;
	}
}
/** Versions that are asked for, one a line; `.python-version` when nothing is said. A text is a fault. */
async function wishesOf({ inputs, workspace }) {
	const given = inputs["python-version"] ?? "";
	const file = inputs["python-version-file"] ?? "";
	const name = file === "" ? ".python-version" : file;
	const text = given !== "" ? given : escapes(name) ? void 0 : await readFile(join(workspace, name), "utf8").catch(() => void 0);
	if (text === void 0) return file === "" ? [] : `The specified python version file at: ${file} doesn't exist.`;
	if (given === "" && name.endsWith("pyproject.toml")) {
		const wish = requiresPython(text);
		return wish === void 0 ? `${name} has no requires-python.` : [wish];
	}
	if (given === "" && !name.endsWith(".python-version")) return `turnpike run reads Python versions of .python-version and pyproject.toml, not of ${name}.`;
	return text.split("\n").map((line) => line.replace(/#.*$/, "").trim()).filter((line) => line !== "");
}
async function ask(context, path) {
	const command = {
		file: path,
		args: [
			"-I",
			"-c",
			"import platform; print(platform.python_implementation(), platform.python_version())"
		],
		cwd: context.temp,
		env: context.env
	};
	const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15e3 });
	const version = /^CPython (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
	return version === void 0 ? void 0 : {
		path,
		version
	};
}
/** All Pythons of PATH, and what uv has when there is one. */
async function candidates(context, range) {
	const { processes } = context.shared;
	const paths = /* @__PURE__ */ new Set();
	for (const name of NAMES) {
		const path = await processes.which(name, context.env);
		if (path !== void 0) paths.add(await realpath(path));
	}
	const uv = await processes.which("uv", context.env);
	if (uv !== void 0) {
		const args = [
			"python",
			"find",
			"--offline",
			"--no-project",
			"--system",
			range
		];
		const { stdout } = await processes.capture({
			file: uv,
			args,
			cwd: context.temp,
			env: context.env
		}, { timeoutMs: 15e3 });
		if (stdout.trim() !== "") paths.add(stdout.trim());
	}
	return (await Promise.all([...paths].map((path) => ask(context, path)))).filter((one) => one !== void 0).sort((a, b) => import_semver.default.rcompare(a.version, b.version));
}
/** actions/setup-python with a Python that is here. The job gets an environment of its own of it, with pip. */
const setupPython = {
	repository: "actions/setup-python",
	inputs: {
		...harmless("python-version", "python-version-file", "cache", "architecture", "check-latest", "token", "cache-dependency-path", "allow-prereleases", "freethreaded", "pip-version"),
		"update-environment": "true"
	},
	async run(context) {
		const asked = notDone(context, "actions/setup-python", {
			freethreaded: ["false"],
			"pip-version": []
		});
		if (asked !== void 0) return asked;
		const wishes = await wishesOf(context);
		if (typeof wishes === "string") return wishes;
		if (wishes.length > 1) return "turnpike run sets up one Python a job; actions/setup-python asks for several.";
		const wish = wishes[0] ?? "";
		if (!isRange(wish)) return `turnpike run has CPython alone, by a range of versions; "${wish}" is none.`;
		const here = await candidates(context, wish === "" ? "3" : wish);
		const fitting = here.find(({ version }) => fits(version, wish));
		if (fitting === void 0) return `actions/setup-python asks for Python ${wish}, and here are: ${here.map(({ path, version }) => `${version} (${path})`).join(", ") || "none"}. Install it (uv python install ${wish}), or run this job on GitHub.`;
		return await makeEnvironment(context, fitting);
	}
};
/** Ranges are semver's in the input, and PEP 440's in pyproject.toml. */
function isRange(wish) {
	return wish === "" || import_semver.default.validRange(wish) !== null || validRange(wish);
}
function fits(version, wish) {
	if (import_semver.default.validRange(wish) !== null) return import_semver.default.satisfies(version, wish);
	return satisfies(version, wish);
}
/** The real action puts an own Python in front, whose packages the job may change. A virtual environment is that here. */
async function makeEnvironment(context, python) {
	const folder = join(context.temp, `python-${python.version}`);
	const command = {
		file: python.path,
		args: [
			"-m",
			"venv",
			folder
		],
		cwd: context.temp,
		env: context.env
	};
	const { end, stdout, stderr } = await context.shared.processes.capture(command, { timeoutMs: 12e4 });
	if (end.kind !== "exited" || end.code !== 0) {
		const said = (stderr.trim() || stdout.trim()).split("\n")[0] ?? "";
		return `${python.path} could not make an environment: ${said}`;
	}
	context.print(`Python ${python.version} at ${python.path}, in an environment of this job; no package cache is kept`);
	const bin = join(folder, "bin");
	context.setOutput("python-version", python.version);
	context.setOutput("python-path", join(bin, "python"));
	context.setOutput("cache-hit", "false");
	if (!isSet(context.inputs, "update-environment")) return void 0;
	context.addPath(bin);
	for (const name of [
		"pythonLocation",
		"Python_ROOT_DIR",
		"Python2_ROOT_DIR",
		"Python3_ROOT_DIR"
	]) context.setEnv(name, folder);
}

// src/local/stand-ins/setup-uv.ts
function logOf(context) {
	return {
		info: (message) => context.print(message),
		debug: () => void 0,
		notice: (message) => context.print(message),
		warning: (message) => context.report("warning", message),
		error: (message) => context.report("error", message),
		group: (_title, work) => work(),
		mask: (secret) => context.shared.masker.add(secret)
	};
}
/** astral-sh/setup-uv with the uv that this project's own set-up would take: from PATH, the tool folder, or fetched. */
const setupUv = {
	repository: "astral-sh/setup-uv",
	inputs: { ...harmless("version", "version-file", "python-version", "activate-environment", "venv-path", "no-project", "working-directory", "checksum", "github-token", "enable-cache", "cache-dependency-glob", "restore-cache", "save-cache", "cache-suffix", "cache-local-path", "prune-cache", "cache-python", "ignore-nothing-to-cache", "ignore-empty-workdir", "tool-dir", "tool-bin-dir", "manifest-file", "download-from-astral-mirror", "add-problem-matchers", "quiet", "resolution-strategy") },
	async run(context) {
		const asked = notDone(context, "astral-sh/setup-uv", {
			"version-file": [],
			"activate-environment": ["false"],
			checksum: [],
			"manifest-file": [],
			"resolution-strategy": ["highest"]
		});
		if (asked !== void 0) return asked;
		const { inputs, shared } = context;
		const [{ acquireUv }, { NodeFiles }, { nodeHttp }] = await Promise.all([
			import("./acquire2.js"),
			import("./files.js"),
			import("./http.js")
		]);
		try {
			const wanted = inputs["version"] ?? "";
			const uv = await acquireUv({
				into: shared.toolCache,
				env: context.env,
				processes: shared.processes,
				files: new NodeFiles(context.temp),
				http: nodeHttp,
				log: logOf(context),
				...wanted === "" || wanted === "latest-known" ? {} : { version: wanted }
			});
			context.print(`uv ${uv.version} at ${uv.path} (${uv.trust}); no package cache is kept`);
			context.addPath(dirname(uv.path));
			context.setOutput("uv-version", uv.version);
			context.setOutput("uv-path", uv.path);
			context.setOutput("uvx-path", join(dirname(uv.path), "uvx"));
			context.setOutput("cache-hit", "false");
		} catch (error) {
			return messageOf(error);
		}
		for (const [input, variable] of Object.entries({
			"python-version": "UV_PYTHON",
			"tool-dir": "UV_TOOL_DIR",
			"tool-bin-dir": "UV_TOOL_BIN_DIR"
		})) {
			const value = inputs[input] ?? "";
			if (value !== "") context.setEnv(variable, value);
		}
	}
};

// src/local/stand-ins/upload-artifact.ts
/** Longest folder that all paths share (actions/upload-artifact src/shared/search.ts, getMultiPathLCA). */
function commonFolder(paths) {
	const [first = [], ...rest] = paths.map((path) => path.split(sep));
	const folder = first.filter((_, index) => rest.every((other) => other.slice(0, index + 1).join(sep) === first.slice(0, index + 1).join(sep))).join(sep);
	return folder === "" ? sep : folder;
}
/** Files that the patterns name, and their root (search.ts, findFilesToUpload). */
async function search(context) {
	const home = context.shared.baseEnv["HOME"] ?? "~";
	const patterns = (context.inputs["path"] ?? "").replace(/^(\s*!?)~(?=\/|$)/gm, `$1${home}`);
	const skipHidden = !isSet(context.inputs, "include-hidden-files");
	const { files, searchPaths } = await findFiles(patterns, context.workspace, {
		followLinks: true,
		skipHidden
	});
	if (searchPaths.length > 1) return {
		files,
		root: commonFolder(searchPaths)
	};
	const only = searchPaths[0] ?? context.workspace;
	return {
		files,
		root: files.length === 1 && files[0] === only ? dirname(only) : only
	};
}
async function zip(found, level) {
	const entries = {};
	for (const file of found.files) {
		const name = relative(found.root, file).split(sep).join("/");
		entries[name] = [await readFile(file), {
			level: asLevel(level),
			mtime: new Date(1980, 0, 1)
		}];
	}
	return zipSync(entries);
}
function asLevel(level) {
	return [
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9
	][level] ?? 6;
}
/** actions/upload-artifact, into the artifacts of this run. */
const uploadArtifact = {
	repository: "actions/upload-artifact",
	inputs: {
		name: "artifact",
		path: "",
		"if-no-files-found": "warn",
		"retention-days": "",
		"compression-level": "6",
		overwrite: "false",
		"include-hidden-files": "false",
		archive: "true"
	},
	async run(context) {
		const { inputs, shared } = context;
		const name = inputs["name"] ?? "artifact";
		const ifNone = inputs["if-no-files-found"] ?? "warn";
		if ((inputs["path"] ?? "").trim() === "") return "Input required and not supplied: path";
		if (![
			"warn",
			"error",
			"ignore"
		].includes(ifNone)) return `Unrecognized if-no-files-found input. Provided: ${ifNone}. Available options: warn, error, ignore`;
		if (!isSet(inputs, "archive")) return "turnpike run does not do archive: false of actions/upload-artifact.";
		const found = await search(context);
		if (found.files.length === 0) {
			const message = `No files were found with the provided path: ${inputs["path"]?.trim()}. No artifacts will be uploaded.`;
			if (ifNone === "error") return message;
			if (ifNone === "warn") context.report("warning", message);
			else context.print(message);
			return;
		}
		const { length } = found.files;
		context.print(`With the provided path, there will be ${length} ${length === 1 ? "file" : "files"} uploaded`);
		if (!shared.services.isOn("artifacts")) return "Failed to CreateArtifact: this run has no artifact service.";
		const bytes = await zip(found, Number(inputs["compression-level"]));
		if (isSet(inputs, "overwrite")) await shared.services.artifacts.remove(name);
		const saved = await shared.services.artifacts.save(name, bytes);
		if (saved.kind === "refused") return `The artifact name is not valid: ${name}. ${saved.reason}`;
		if (saved.kind === "taken") return `Failed to CreateArtifact: Received non-retryable error: (409) Conflict: an artifact with this name already exists on the workflow run: ${name}`;
		const { id, digest } = saved.artifact;
		context.print(`Artifact ${name} has been successfully uploaded! Final size is ${bytes.length} bytes. Artifact ID is ${id}`);
		context.setOutput("artifact-id", String(id));
		context.setOutput("artifact-digest", digest.replace(/^sha256:/, ""));
		const run = `${SERVER_URL}/${shared.facts.repository}/actions/runs/${shared.facts.runId}`;
		context.setOutput("artifact-url", `${run}/artifacts/${id}`);
	}
};

// src/local/stand-ins/find.ts
const ALL = [
	checkout,
	uploadArtifact,
	downloadArtifact,
	setupNode,
	setupPython,
	setupUv,
	cache,
	cacheRestore,
	cacheSave
];
/**
* @param name `owner/name` or `owner/name/path`, any case
* @returns the stand-in, whatever ref or SHA it is pinned by
*/
function findStandIn(name) {
	return ALL.find((one) => one.repository === name.toLowerCase());
}

// src/local/actions.ts
function unknown(message, problems = []) {
	return {
		kind: "unknown",
		message,
		problems
	};
}
async function readAction(folder, source, label) {
	for (const name of ["action.yml", "action.yaml"]) {
		const text = await readFile(join(folder, name), "utf8").catch(() => void 0);
		if (text === void 0) continue;
		const parsed = parseActionFile(`${label}/${name}`, text);
		if (parsed.kind === "invalid") return unknown(`${label}/${name} is not valid.`, parsed.problems);
		return {
			kind: "action",
			action: parsed.action,
			folder,
			source
		};
	}
	return unknown(`${label} has no action.yml.`);
}
/** Resolves `uses:` of steps. Reads each action once. */
var ActionResolver = class {
	#sources;
	#read = /* @__PURE__ */ new Map();
	constructor(sources) {
		this.#sources = sources;
	}
	/**
	* @param uses as it is written
	* @param from the repository of the file that says it
	* @param workspace absolute, for `./`; undefined while no job runs
	*/
	resolve(uses, from, workspace) {
		const reference = parseReference(uses);
		if (reference.kind === "local") {
			if (workspace === void 0) return unknown(`${uses} is known when the job has checked out its repository.`);
			return readAction(join(workspace, reference.path), void 0, uses);
		}
		const key = reference.kind === "self" ? `${from.repository}@${from.sha}@${from.ref}/${reference.path}` : uses;
		const known = this.#read.get(key);
		if (known !== void 0) return known;
		const found = this.#find(uses, reference, from);
		this.#read.set(key, found);
		return found;
	}
	async #find(uses, reference, from) {
		switch (reference.kind) {
			case "invalid": return unknown(`${reference.reason}.`);
			case "docker": return unknown(`turnpike run does not do Docker actions: ${uses}. Run this job on GitHub.`);
			case "self": return await readAction(join(await from.folder(), reference.path), from, `${from.repository}/${reference.path}`);
			case "local": return unknown(`${uses} is known when the job has checked out its repository.`);
			case "repository": {
				const { repository, path, ref } = reference;
				const source = this.#sources.find(repository, ref);
				if (source !== void 0) return await readAction(join(await source.folder(), path), source, uses.slice(0, uses.lastIndexOf("@")));
				const standIn = findStandIn(path === "" ? repository : `${repository}/${path}`);
				if (standIn !== void 0) return {
					kind: "stand-in",
					standIn,
					ref
				};
				return unknown(`${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`);
			}
		}
	}
};

// src/local/choose-workflow.ts
const FOLDER = ".github/workflows";
/** The caller of README.md. */
const CALLER = `name: turnpike
on: { push: { branches: [main], tags: ["v*"] }, pull_request: {}, merge_group: {} }
permissions: { contents: read, id-token: write, attestations: write }
jobs:
  turnpike:
    uses: OWNER/turnpike/.github/workflows/pipeline.yml@v1`;
async function listFiles(repository, git) {
	const { top, sha, usesWorkingTree } = repository.commit;
	return (usesWorkingTree ? await readdir(join(top, FOLDER)).catch(() => []) : (await git.ask(top, "ls-tree", "--name-only", `${sha}:${FOLDER}`) ?? "").split("\n")).filter((name) => /\.ya?ml$/.test(name)).sort();
}
async function read(repository, path) {
	const text = await repository.readText(path);
	if (text === void 0) return [{
		where: path,
		message: "There is no such file."
	}];
	const parsed = await parseWorkflowFile(path, text);
	return parsed.kind === "invalid" ? parsed.problems : {
		path,
		workflow: parsed.workflow
	};
}
function isChoice(read) {
	return "workflow" in read;
}
function eventsOf({ workflow }) {
	return workflow.triggers.map(({ event }) => event).join(", ");
}
function listens(choice, event) {
	return choice.workflow.triggers.some((trigger) => trigger.event === event);
}
function callsTurnpike({ workflow }) {
	return workflow.jobs.some(({ call }) => {
		const reference = parseReference(call?.uses ?? "./");
		return reference.kind === "repository" && /\/turnpike$/i.test(reference.repository);
	});
}
function invalid$1(problems) {
	const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
	return new TurnpikeError("WORKFLOW_INVALID", "config", `${count}, nothing was run.`, { problems });
}
/**
* Finds the workflow that a run is of.
*
* @param repository the run's repository
* @param git runs git
* @param wanted path, or file name in `.github/workflows`; undefined: the one that listens to the event, and when there
*   are several, the one among them that calls Turnpike
* @param event the run's event
* @throws TurnpikeError `WORKFLOW_INVALID` or `WORKFLOW_EVENT`, with the events that the workflow has
*/
async function chooseWorkflow(repository, git, of) {
	if (of.wanted !== void 0) {
		const path = of.wanted.includes("/") ? of.wanted.replace(/^\.\//, "") : `${FOLDER}/${of.wanted}`;
		const choice = await read(repository, path);
		if (!isChoice(choice)) throw invalid$1(choice);
		if (listens(choice, of.event)) return choice;
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `${path} does not listen to ${of.event}.`, { hint: `It has: ${eventsOf(choice)}. Choose one: --event EVENT` });
	}
	const names = await listFiles(repository, git);
	if (names.length === 0) {
		const hint = `Begin with ${FOLDER}/turnpike.yml:\n\n${CALLER}`;
		throw new TurnpikeError("WORKFLOW_INVALID", "config", `There is no workflow in ${FOLDER}.`, { hint });
	}
	const all = await Promise.all(names.map((name) => read(repository, `${FOLDER}/${name}`)));
	const fitting = all.filter(isChoice).filter((choice) => listens(choice, of.event));
	const [only] = fitting;
	if (only !== void 0 && fitting.length === 1) return only;
	const [road, ...others] = fitting.filter(callsTurnpike);
	if (road !== void 0 && others.length === 0) return road;
	if (fitting.length > 1) {
		const list = fitting.map(({ path }) => path.slice(18)).join(", ");
		throw new TurnpikeError("WORKFLOW_EVENT", "config", `Several workflows listen to ${of.event}: ${list}.`, { hint: "Choose one: --workflow FILE" });
	}
	const wrong = all.flatMap((one) => isChoice(one) ? [] : one);
	if (wrong.length > 0) throw invalid$1(wrong);
	const list = all.filter(isChoice).map((choice) => `${choice.path}: ${eventsOf(choice)}`);
	throw new TurnpikeError("WORKFLOW_EVENT", "config", `No workflow listens to ${of.event}.`, { hint: `There are:\n${list.join("\n")}\nChoose one: --event EVENT` });
}

// src/local/dispatch-inputs.ts
function typed(input, text) {
	switch (input.type) {
		case "boolean": return text === "true" || text === "false" ? text === "true" : void 0;
		case "number": return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : void 0;
		case "choice": return input.options.includes(text) ? text : void 0;
		default: return text;
	}
}
/** What is wrong with the names that were given. */
function nameProblems(workflow, event, names) {
	const declared = workflow.dispatchInputs.map(({ name }) => name);
	const list = declared.join(", ") || "none";
	const problem = (name, message) => ({
		where: `--input ${name}`,
		message
	});
	if (event !== "workflow_dispatch") return names.map((name) => problem(name, "Inputs belong to a dispatch: --event workflow_dispatch."));
	return names.filter((name) => !declared.includes(name)).map((name) => problem(name, `${workflow.label} has no such input; it has: ${list}.`));
}
/** What is wrong with the text of an input. */
function textProblems(input, text, value) {
	const where = `--input ${input.name}`;
	const choices = input.type === "choice" ? ` (${input.options.join(", ")})` : "";
	return [...text === "" && input.required ? [{
		where,
		message: "The input is required."
	}] : [], ...value === void 0 ? [{
		where,
		message: `"${text}" is no ${input.type}${choices}.`
	}] : []];
}
/**
* Checks what was given against what `workflow_dispatch` declares.
*
* @param workflow the run's workflow
* @param event the run's event; inputs belong to a dispatch alone
* @param given inputs of the command line
* @throws TurnpikeError `INPUT_INVALID` with all that is wrong
*/
function dispatchInputs(workflow, event, given) {
	const problems = [...nameProblems(workflow, event, Object.keys(given))];
	const declared = event === "workflow_dispatch" ? workflow.dispatchInputs : [];
	const texts = {};
	const values = {};
	for (const input of declared) {
		const text = given[input.name] ?? input.default?.toString() ?? (input.type === "boolean" ? "false" : "");
		const value = text === "" ? "" : typed(input, text);
		problems.push(...textProblems(input, text, value));
		texts[input.name] = text;
		values[input.name] = value ?? text;
	}
	if (problems.length > 0) throw new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit, nothing was run.", { problems });
	return {
		texts,
		values
	};
}

// src/local/load.ts
/** Most workflows inside each other, the first one counted (docs.github.com, Reusing workflow configurations). */
const MAX_DEPTH = 10;
/** Most different workflow files of a run (the same page: 50 reusable ones). */
const MAX_FILES = 51;
/** Reads a workflow with all that it calls and uses, so that whatever is missing is said before anything runs. */
var WorkflowLoader = class {
	#sources;
	#actions;
	#problems = [];
	#files = /* @__PURE__ */ new Set();
	constructor(sources, actions) {
		this.#sources = sources;
		this.#actions = actions;
	}
	/**
	* @param name the file that the event starts
	* @param onlyJobs jobs of it that take part; undefined: all
	*/
	async load(name, onlyJobs) {
		const workflow = await this.#read(name, {
			depth: 1,
			onlyJobs
		});
		if (workflow === void 0 || this.#problems.length > 0) return {
			kind: "invalid",
			problems: this.#problems
		};
		return {
			kind: "loaded",
			workflow
		};
	}
	#label({ source, path }) {
		return source === this.#sources.own ? path : `${source.repository}/${path}@${source.ref}`;
	}
	async #read(name, at) {
		const label = this.#label(name);
		const text = await name.source.readText(name.path);
		if (text === void 0) {
			this.#problems.push({
				where: label,
				message: "There is no such file."
			});
			return;
		}
		const parsed = await parseWorkflowFile(label, text);
		if (parsed.kind === "invalid") {
			this.#problems.push(...parsed.problems);
			return;
		}
		this.#files.add(label);
		const { workflow: file } = parsed;
		const calls = /* @__PURE__ */ new Map();
		for (const job of file.jobs) {
			if (at.onlyJobs !== void 0 && !at.onlyJobs.has(job.id)) continue;
			this.#problems.push(...job.notDone);
			if (job.call !== void 0) {
				const called = await this.#call(job, {
					caller: name,
					label,
					depth: at.depth
				});
				if (called !== void 0) calls.set(job.id, called);
			} else await this.#checkSteps(job.steps, name.source, label);
		}
		return {
			file,
			path: name.path,
			source: name.source,
			calls
		};
	}
	async #call(job, from) {
		const { call } = job;
		if (call === void 0) return void 0;
		const wrong = (message) => {
			this.#problems.push(problemAt(from.label, call.token, message));
		};
		if (from.depth >= MAX_DEPTH) return wrong(`Workflows call each other more than ${MAX_DEPTH} levels deep.`);
		const target = this.#target(call.uses, parseReference(call.uses), from.caller.source);
		if (typeof target === "string") return wrong(target);
		if (await target.source.readText(target.path) === void 0) return wrong(`${call.uses} leads to ${this.#label(target)}, and there is no such file.`);
		const called = await this.#read(target, {
			depth: from.depth + 1,
			onlyJobs: void 0
		});
		if (called === void 0) return void 0;
		if (this.#files.size > MAX_FILES) return wrong(`The run has more than 50 reusable workflows.`);
		if (called.file.call === void 0) return wrong(`${call.uses} cannot be called: its \`on\` has no \`workflow_call\`.`);
		this.#problems.push(...checkCall(from.label, call, called.file.call));
		return called;
	}
	/** `./` and `$/` lead to the repository of the file that says it (src/Sdk/WorkflowParser/Conversion/ReusableWorkflowsLoader.cs). */
	#target(uses, reference, from) {
		switch (reference.kind) {
			case "self":
			case "local": return {
				source: from,
				path: reference.path
			};
			case "repository": {
				const source = this.#sources.find(reference.repository, reference.ref);
				if (source !== void 0) return {
					source,
					path: reference.path
				};
				const { repository, ref } = reference;
				return `${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`;
			}
			case "docker": return `${uses} is no workflow.`;
			case "invalid": return `${reference.reason}.`;
		}
	}
	/** Actions of the workspace (`./`) are known when the job has checked it out; all others are known now. */
	async #checkSteps(steps, source, label) {
		for (const { work } of steps) {
			if (work.kind !== "uses" || parseReference(work.uses).kind === "local") continue;
			const resolved = await this.#actions.resolve(work.uses, source, void 0);
			if (resolved.kind === "unknown") this.#problems.push(problemAt(label, work.token, resolved.message), ...resolved.problems);
			else if (resolved.kind === "action") {
				const { action } = resolved;
				if (action.runs.kind === "javascript" && action.runs.pre !== void 0) {
					const message = `turnpike run does not do \`pre\` of actions: ${work.uses}. Run this job on GitHub.`;
					this.#problems.push(problemAt(label, work.token, message));
				}
				if (action.runs.kind === "composite") await this.#checkSteps(action.runs.steps, resolved.source ?? source, action.label);
			}
		}
	}
};

// src/local/make-checkout.ts
/**
* @param git runs git
* @param top absolute top level
*/
async function readOrigin(git, top) {
	const [objects = "", shallowFile = ""] = (await git.must(top, "rev-parse", "--path-format=absolute", "--git-path", "objects", "--git-path", "shallow")).trim().split("\n");
	const refs = (await git.must(top, "for-each-ref", `--format=%(objectname) %(*objectname) %(refname)`, "refs/heads", "refs/tags")).split("\n").flatMap((line) => {
		const [sha, peeled, ref] = line.split(" ");
		if (sha === void 0 || peeled === void 0 || ref === void 0) return [];
		return [[ref, {
			sha,
			commit: peeled === "" ? sha : peeled
		}]];
	});
	return {
		top,
		objects,
		refs: new Map(refs),
		shallow: await readFile(shallowFile, "utf8").catch(() => "")
	};
}
/**
* Makes a checkout as actions/checkout does (its src/git-source-provider.ts and src/ref-helper.ts): same remote, same
* refs, same depth. Objects are read from the origin, so nothing is copied.
*
* @param git runs git
* @param origin where objects and refs come from
* @param request what and where
* @throws TurnpikeError `GIT_FAILED`
*/
async function makeCheckout(git, origin, request) {
	const { to, sha } = request;
	await mkdir(to, { recursive: true });
	const branch = /^refs\/heads\/(.+)$/.exec(request.ref)?.[1];
	const objectFormat = sha.length === 64 ? ["--object-format=sha256"] : [];
	await git.must(to, "init", "--quiet", "--template=", "--initial-branch", "turnpike-empty", ...objectFormat);
	await borrow(origin, request);
	if (request.depth > 1) await fetchSome(git, origin, request);
	else await writeRefs(origin, request);
	if (branch === void 0) await git.must(to, "checkout", "--quiet", "--force", "--detach", sha);
	else await git.must(to, "checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`);
}
async function borrow(origin, { to, repository }) {
	const info = join(to, ".git", "objects", "info");
	await mkdir(info, { recursive: true });
	await writeFile(join(info, "alternates"), `${origin.objects}\n`);
	const remote = `[remote "origin"]\n\turl = https://github.com/${repository}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
	await appendFile(join(to, ".git", "config"), remote);
}
/** Where the commit of the run stands in the checkout. */
function ownRef({ ref }) {
	if (ref.startsWith("refs/heads/")) return ref.replace("refs/heads/", "refs/remotes/origin/");
	if (ref.startsWith("refs/tags/")) return ref;
	return ref === "" ? void 0 : ref.replace("refs/", "refs/remotes/");
}
/** The refs that a fetch would leave, without one: all objects are there. */
async function writeRefs(origin, request) {
	const isWhole = request.depth === 0;
	const refs = /* @__PURE__ */ new Map();
	for (const [ref, value] of origin.refs) if (ref.startsWith("refs/tags/")) {
		if (isWhole || request.tags || ref === request.ref) refs.set(ref, value);
	} else if (isWhole) refs.set(ref.replace("refs/heads/", "refs/remotes/origin/"), value);
	const own = ownRef(request);
	if (own !== void 0 && !own.startsWith("refs/tags/")) refs.set(own, {
		sha: request.sha,
		commit: request.sha
	});
	const lines = [...refs].map(([ref, { sha }]) => `${sha} ${ref}\n`).sort();
	const folder = join(request.to, ".git");
	await writeFile(join(folder, "packed-refs"), lines.join(""));
	const tips = new Set([...refs.values()].map(({ commit }) => `${commit}\n`).concat(`${request.sha}\n`));
	const shallow = isWhole ? origin.shallow : [...tips].join("");
	if (shallow !== "") await writeFile(join(folder, "shallow"), shallow);
}
/** Some commits of history: which ones, git knows. */
async function fetchSome(git, origin, request) {
	const own = ownRef(request);
	const spec = own?.startsWith("refs/tags/") === true ? `+${own}:${own}` : `+${request.sha}:${own ?? "refs/turnpike/run"}`;
	const tags = request.tags ? ["+refs/tags/*:refs/tags/*"] : [];
	const fetch = [
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--update-shallow",
		`--depth=${request.depth}`,
		origin.top
	];
	if (tags.length > 0) await git.must(request.to, ...fetch, ...tags);
	await git.must(request.to, ...fetch, spec);
}

// src/local/own-repository.ts
/** The repository that a run is of. It is read only: everything is written into checkouts of it. */
var OwnRepository = class {
	commit;
	#git;
	#overlay;
	#changes;
	#gone = [];
	#origin;
	/**
	* @param git runs git
	* @param commit what the run is of
	* @param overlay absolute folder that the uncommitted files are copied to, once, so that all jobs see the same ones
	*/
	constructor(git, commit, overlay) {
		this.#git = git;
		this.commit = commit;
		this.#overlay = overlay;
	}
	/** @returns a file's text at the run's commit, uncommitted changes included where the run is of the working tree */
	async readText(path) {
		if (!this.commit.usesWorkingTree) return await this.#git.ask(this.commit.top, "show", `${this.commit.sha}:${path}`);
		return await readFile(join(this.commit.top, path), "utf8").catch(() => void 0);
	}
	/** @returns whether the working tree differs from its HEAD */
	async isDirty() {
		return (await this.#git.ask(this.commit.top, "status", "--porcelain", "--untracked-files=normal") ?? "").split("\n").some((line) => line !== "" && !line.endsWith(" .turnpike/"));
	}
	/** @returns paths that differ from the commit, or are new and not ignored; `.turnpike/` is left out */
	changes() {
		this.#changes ??= this.#snapshot();
		return this.#changes;
	}
	async #snapshot() {
		if (!this.commit.usesWorkingTree) return [];
		const { top } = this.commit;
		const status = await this.#git.must(top, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames");
		const paths = partsOf(status).map((entry) => entry.slice(3)).filter((path) => !path.startsWith(".turnpike/"));
		const gone = [];
		for (const path of paths) {
			const [from, to] = [join(top, path), join(this.#overlay, path)];
			const info = await lstat(from).catch(() => void 0);
			if (info === void 0) gone.push(path);
			else if (info.isFile() || info.isSymbolicLink()) await copyEntry(from, to, info.isSymbolicLink());
		}
		this.#gone = gone;
		return paths;
	}
	/**
	* Makes a real git checkout of the repository, from its own objects. No hook of anybody's runs.
	*
	* @param request what and where
	* @throws TurnpikeError `GIT_FAILED`
	*/
	async checkout(request) {
		this.#origin ??= readOrigin(this.#git, this.commit.top);
		await makeCheckout(this.#git, await this.#origin, request);
		if (request.withChanges) await this.#overlayChanges(request.to);
	}
	async #overlayChanges(to) {
		const changes = await this.changes();
		for (const path of this.#gone) await rm(join(to, path), {
			force: true,
			recursive: true
		});
		const copied = new Set(changes.filter((path) => !this.#gone.includes(path)));
		for (const path of copied) {
			const from = join(this.#overlay, path);
			const info = await lstat(from).catch(() => void 0);
			if (info !== void 0) await copyEntry(from, join(to, path), info.isSymbolicLink());
		}
	}
};
async function copyEntry(from, to, isLink) {
	await rm(to, {
		force: true,
		recursive: true
	});
	await mkdir(dirname(to), { recursive: true });
	if (isLink) await symlink(await readlink(from), to);
	else await cp(from, to, { preserveTimestamps: true });
}

// src/local/sources.ts
/** Where references lead. */
var Sources = class {
	own;
	#maps;
	#project;
	#assumed = /* @__PURE__ */ new Map();
	/**
	* @param own the run's repository at the run's commit
	* @param maps folders that were given
	* @param project this project's own tree, which stands for every repository called `turnpike`
	*/
	constructor(own, maps, project) {
		this.own = own;
		this.#maps = maps;
		this.#project = project;
	}
	/** References that were taken for this project: `owner/turnpike@v1` to its folder. */
	get assumed() {
		return this.#assumed;
	}
	/** @returns what the reference leads to, or undefined when nothing stands for it here */
	find(repository, ref) {
		const name = repository.toLowerCase();
		const map = this.#maps.find((one) => one.repository.toLowerCase() === name && (one.ref === void 0 || one.ref === ref));
		if (map !== void 0) return folderSource({
			repository,
			ref,
			sha: map.sha
		}, map.folder);
		if (this.#project !== void 0 && name.endsWith("/turnpike")) {
			this.#assumed.set(`${repository}@${ref}`, this.#project.folder);
			return folderSource({
				repository,
				ref,
				sha: this.#project.sha
			}, this.#project.folder);
		}
		const isRun = [
			this.own.ref,
			refName(this.own.ref),
			this.own.sha
		].includes(ref);
		if (name === this.own.repository.toLowerCase() && isRun) return this.own;
	}
};
function folderSource(name, folder) {
	return {
		...name,
		readText: (path) => escapes(path) ? Promise.resolve(void 0) : readFile(join(folder, path), "utf8").catch(() => void 0),
		folder: () => Promise.resolve(folder)
	};
}

// src/local/prepare.ts
const ZERO_SHA = "0".repeat(40);
async function commitOf(git, folder) {
	return await git.line(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") ?? ZERO_SHA;
}
function invalid(problems) {
	const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}, nothing was run.`;
	return new TurnpikeError("WORKFLOW_INVALID", "config", count, { problems });
}
/** The run's repository at the run's commit. A tree of it is made when an action of it is used by `$/`. */
function ownSource(found, repository, folder) {
	let made;
	const make = async () => {
		const { ref, sha, usesWorkingTree } = found.commit;
		const request = {
			to: folder,
			repository: found.repository,
			ref,
			sha,
			depth: 1,
			tags: false
		};
		await repository.checkout({
			...request,
			withChanges: usesWorkingTree
		});
		return folder;
	};
	return {
		repository: found.repository,
		ref: found.commit.ref,
		sha: found.commit.sha,
		readText: (path) => repository.readText(path),
		folder: () => {
			made ??= make();
			return made;
		}
	};
}
async function findSources(request, world, of) {
	const maps = [];
	for (const map of request.maps) maps.push({
		...map,
		sha: await commitOf(of.git, map.folder)
	});
	const folder = world.projectRoot;
	const project = folder === void 0 ? void 0 : {
		folder,
		sha: await commitOf(of.git, folder)
	};
	return new Sources(of.own, maps, project);
}
/**
* Reads everything that a run needs and checks what can be checked before a job starts.
*
* @param request what to run
* @param world what to run it with
* @param temp absolute folder of the run
* @throws TurnpikeError with all that is wrong
*/
async function prepareRun(request, world, temp) {
	const processes = new NodeProcesses();
	const git = new Git(processes, world.env);
	const found = await readRepository(git, {
		...request,
		runId: ""
	});
	const repository = new OwnRepository(git, found.commit, join(temp, "overlay"));
	const own = ownSource(found, repository, join(temp, "sources", "own"));
	const sources = await findSources(request, world, {
		git,
		own
	});
	const actions = new ActionResolver(sources);
	const choice = await chooseWorkflow(repository, git, {
		wanted: request.workflow,
		event: found.event
	});
	const onlyJobs = request.job === void 0 ? void 0 : jobsWithNeeds(choice.workflow, request.job);
	const loaded = await new WorkflowLoader(sources, actions).load({
		source: own,
		path: choice.path
	}, onlyJobs);
	if (loaded.kind === "invalid") throw invalid(loaded.problems);
	const { workflow } = loaded;
	const violations = checkPermissions(workflow, onlyJobs);
	const [first] = violations;
	if (first !== void 0) {
		const problems = violations.map(({ problem }) => problem);
		throw new TurnpikeError("WORKFLOW_PERMISSIONS", "config", "The run would not start on GitHub: it asks for more permissions than it is granted.", {
			problems,
			hint: first.hint
		});
	}
	return {
		git,
		processes,
		found,
		repository,
		sources,
		actions,
		choice,
		workflow,
		onlyJobs,
		dispatch: dispatchInputs(choice.workflow, found.event, request.inputs),
		vars: request.vars,
		temp
	};
}

// src/local/run.ts
/**
* Runs a workflow of a repository on this machine.
*
* @param request what to run
* @param world what to run it with
* @throws TurnpikeError when nothing can be run: wrong workflow, permissions, input or repository
*/
async function runWorkflow(request, world) {
	const temp = await makeTemporaryFolder("turnpike-");
	if (request.keep) await temp.keep();
	try {
		return await execute(request, world, await prepareRun(request, world, temp.path));
	} finally {
		if (!request.keep) await temp.remove();
	}
}
async function execute(request, world, run) {
	const { clock } = world;
	const startedAt = clock.now();
	const began = clock.monotonicMs();
	const facts = await factsOf$1(request, run, startedAt);
	const folder = await makeRunFolder(run.found.commit.top);
	const logs = new StepLogs(folder);
	const recorder = new RunRecorder();
	let files = {
		artifacts: [],
		artifactFolders: [],
		others: []
	};
	const listeners = [
		logs.listen,
		recorder.listen,
		...world.watch(() => listedFiles(files))
	];
	const emit = (event) => {
		const atMs = clock.monotonicMs() - began;
		for (const listen of listeners) listen({
			...event,
			atMs
		});
	};
	const nodes = jobNodes(run.workflow, run.onlyJobs);
	const announce = announcer(nodes, emit);
	const services = await servicesOf(request, world, {
		run,
		facts,
		startedAt
	});
	try {
		const shared = await sharedOf(request, world, {
			run,
			facts,
			services,
			emit,
			announce
		});
		await open$1(request, run, {
			facts,
			nodes,
			emit
		});
		loadPage();
		const { result, jobs } = await new Scheduler(shared, pLimit(request.jobsAtOnce), run.onlyJobs).runFrame({
			workflow: run.workflow,
			idPrefix: "",
			namePrefix: "",
			parent: void 0,
			inputs: toValue(run.dispatch.values),
			secrets: isFromFork(facts.event, facts.payload, facts.repository) ? {} : request.secrets,
			permissions: run.workflow.file.permissions ?? DEFAULT_PERMISSIONS,
			signal: world.signal
		});
		const conclusion = world.signal.aborted ? "cancelled" : result;
		const exitCode = exitCodeFor(conclusion, world.signal, jobs);
		files = await collectFiles(services, folder);
		emit({
			kind: "run-finished",
			conclusion,
			exitCode,
			durationMs: clock.monotonicMs() - began
		});
		await logs.close();
		const logOf = logs.pathOf.bind(logs);
		return {
			conclusion,
			exitCode,
			folder,
			record: await writeResults(folder, recorder.record(), {
				startedAt,
				logOf,
				files
			})
		};
	} finally {
		await services.close();
	}
}
/** Tells of jobs that were not told of before, or under another name. */
function announcer(nodes, emit) {
	const names = new Map(nodes.map(({ id, name }) => [id, name]));
	return (job) => {
		if (names.get(job.id) === job.name) return;
		names.set(job.id, job.name);
		emit({
			kind: "job-added",
			job
		});
	};
}
async function open$1(request, run, of) {
	const { facts, emit } = of;
	emit({
		kind: "run-started",
		title: titleOf(run, facts),
		event: facts.event,
		ref: facts.ref,
		sha: facts.sha,
		repository: facts.repository,
		workflowFile: run.choice.path,
		jobs: of.nodes
	});
	for (const note of await openingNotes(run, request)) emit(note);
}
/** `run-name`, where there is one; else the workflow's name. */
function titleOf(run, facts) {
	const { runName } = run.choice.workflow;
	if (runName === void 0) return facts.workflow;
	const github = githubContext(facts, {
		job: "",
		workspace: "",
		eventPath: "",
		token: "",
		apiUrl: ""
	});
	const contexts = {
		github: toValue(github),
		inputs: toValue(run.dispatch.values),
		vars: toValue(run.vars)
	};
	return evaluateText(runName, {
		contexts,
		functions: []
	}) || facts.workflow;
}
async function factsOf$1(request, run, startedAt) {
	const { workflow, path } = run.choice;
	const about = {
		found: run.found,
		workflow: workflow.name ?? path,
		workflowPath: path,
		cron: firstCron(workflow.triggers)
	};
	const runId = String(startedAt.getTime());
	return await makeFacts(run.git, {
		...request,
		inputs: run.dispatch.texts,
		runId
	}, about);
}
async function servicesOf(request, world, of) {
	const { run, facts, startedAt } = of;
	const home = join(run.found.commit.top, ".turnpike");
	const sigstore = needsIdentity(run.workflow) ? world.startSigstore?.(join(home, "sigstore")) : void 0;
	return await world.startServices({
		folder: join(run.temp, "services"),
		cacheFolder: join(home, "cache"),
		repository: facts.repository,
		repositoryId: facts.repositoryId,
		ownerId: facts.ownerId,
		defaultBranch: facts.defaultBranch,
		isPrivate: facts.visibility !== "public",
		runId: facts.runId,
		workflow: facts.workflow,
		event: facts.event,
		sha: facts.sha,
		refName: refName(facts.ref),
		createdAt: startedAt.toISOString(),
		cacheScopes: [facts.ref, `refs/heads/${facts.defaultBranch}`],
		services: Object.fromEntries(request.without.map((name) => [name, "off"])),
		...sigstore === void 0 ? {} : { sigstore }
	});
}
async function sharedOf(request, world, of) {
	const { git, processes, sources, actions, repository, temp } = of.run;
	const toolCache = world.env["RUNNER_TOOL_CACHE"] ?? join(cacheHome(world.env), "turnpike", "tools");
	await mkdir(toolCache, { recursive: true });
	const masker = new SecretMasker();
	for (const secret of Object.values(request.secrets)) masker.addLines(secret);
	const outer = world.env[MARKER_VARIABLE];
	const own = Buffer.from(world.random.bytes(9)).toString("hex");
	return {
		facts: of.facts,
		services: of.services,
		cacheMode: request.cacheMode ?? defaultCacheMode(of.facts.event),
		sources,
		actions,
		repository,
		git,
		processes,
		jobs: new JobList(of.facts, world.clock, (job) => of.services.recordJob(job)),
		masker,
		clock: world.clock,
		emit: of.emit,
		announce: of.announce,
		temp,
		toolCache,
		baseEnv: baseEnvironment(world.env, request.passEnv),
		withheld: withheldNames(world.env, request.passEnv),
		vars: request.vars,
		secrets: request.secrets,
		signal: world.signal,
		minuteMs: world.minuteMs ?? 6e4,
		stopPlan: world.stopPlan ?? CANCEL_PLAN,
		isDebug: request.vars["ACTIONS_STEP_DEBUG"] === "true" || request.secrets["ACTIONS_STEP_DEBUG"] === "true",
		marker: outer === void 0 || outer === "" ? own : `${outer}/${own}`,
		random: world.random
	};
}
function cacheHome(env) {
	const home = env["HOME"] || tmpdir();
	return env["XDG_CACHE_HOME"] || join(home, ".cache");
}
/** Exit codes of a run that did not pass, which a called workflow may have as its output `exit-code`. */
const CODES = new Set([
	EXIT.failed,
	EXIT.config,
	EXIT.service,
	EXIT.overBudget
].map(String));
/** The code that all failed jobs agree on; 1 when one says nothing, as jobs do that call no workflow of ours. */
function exitCodeFor(conclusion, signal, jobs) {
	if (signal.aborted) return signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
	if (conclusion === "success" || conclusion === "skipped") return EXIT.passed;
	const failed = [...jobs.values()].filter(({ result }) => result === "failure");
	const codes = new Set(failed.map(({ outputs }) => outputs["exit-code"] ?? ""));
	const [code] = codes;
	return codes.size === 1 && code !== void 0 && CODES.has(code) ? Number(code) : EXIT.failed;
}

// src/local/services/artifact-store.ts
/** Characters that a name must not have (actions/toolkit path-and-artifact-name-validation.ts). */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;
/**
* @param name proposed name
* @returns what is wrong with it, or undefined
*/
function artifactNameFault(name) {
	if (name === "") return "an artifact needs a name";
	if (name.length > 256) return "an artifact's name has at most 256 characters";
	return FORBIDDEN.test(name) ? "an artifact's name must not have any of \" : < > | * ? \\ / or a line break" : void 0;
}
/** Artifacts of one run, in a folder. Names are unique; files are named at random. */
var ArtifactStore = class {
	#folder;
	#artifacts = /* @__PURE__ */ new Map();
	#lastId = 0;
	/** @param folder absolute */
	constructor(folder) {
		this.#folder = folder;
	}
	/** Absolute folder for uploads. */
	get uploadFolder() {
		return join(this.#folder, "uploads");
	}
	/** Newest first. */
	list() {
		return [...this.#artifacts.values()].sort((a, b) => b.id - a.id);
	}
	/** @returns the artifact of that name, or undefined */
	get(name) {
		return this.#artifacts.get(name);
	}
	/** @returns the artifact, or undefined when its name is taken */
	async add(artifact) {
		if (this.#artifacts.has(artifact.name)) return void 0;
		this.#lastId += 1;
		const file = join(this.#folder, `${randomBytes(16).toString("hex")}.blob`);
		const stored = {
			id: this.#lastId,
			name: artifact.name,
			size: artifact.size,
			digest: `sha256:${artifact.sha256}`,
			createdAt: (/* @__PURE__ */ new Date()).toISOString(),
			mimeType: artifact.mimeType,
			file,
			jobBackendId: artifact.jobBackendId
		};
		this.#artifacts.set(stored.name, stored);
		await mkdir(this.#folder, { recursive: true });
		await rename(artifact.file, file);
		return stored;
	}
	/** Stores bytes that did not come over the wire. Same result as `add`. */
	async save(name, bytes, mimeType) {
		if (this.#artifacts.has(name)) return void 0;
		await mkdir(this.uploadFolder, { recursive: true });
		const file = join(this.uploadFolder, randomBytes(16).toString("hex"));
		await writeFile(file, bytes, { flag: "wx" });
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		return await this.add({
			name,
			mimeType,
			jobBackendId: "",
			file,
			size: bytes.length,
			sha256
		});
	}
	/** @returns the stored bytes, or undefined when there is no artifact of that name */
	async read(name) {
		const artifact = this.get(name);
		return artifact === void 0 ? void 0 : await readFile(artifact.file);
	}
	/** @returns what was removed, or undefined when there is no artifact of that name */
	async remove(name) {
		const artifact = this.get(name);
		if (artifact === void 0) return void 0;
		this.#artifacts.delete(name);
		await rm(artifact.file, { force: true });
		return artifact;
	}
};

// src/local/services/twirp.ts
/** Twirp error codes that the services use, with their HTTP status (twitchtv/twirp docs/errors.md). */
const STATUS = {
	invalid_argument: 400,
	unauthenticated: 401,
	permission_denied: 403,
	not_found: 404,
	already_exists: 409,
	resource_exhausted: 429,
	unimplemented: 501
};
/** Requests are small JSON texts. */
const REQUEST_LIMIT_BYTES = 1048576;
/**
* @param code a Twirp code
* @param msg what clients show; they do not retry these
*/
function twirpFault(code, msg) {
	return jsonAnswer(STATUS[code], {
		code,
		msg
	});
}
function fieldsOf(body) {
	const read = (name) => body[name] ?? body[name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase())];
	return {
		text(name) {
			const value = read(name);
			return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
		},
		texts(name) {
			const value = read(name);
			return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
		}
	};
}
/**
* Serves `POST /twirp/<service>/<method>` (JSON form of Twirp) to holders of a job's runtime token.
*
* @param service full name of the service
* @param methods by name; undefined when the service is switched off
* @param tokens who may call
*/
function twirpHandler(service, methods, tokens) {
	const prefix = `/twirp/${service}/`;
	return async (exchange) => {
		if (!exchange.url.pathname.startsWith(prefix)) return void 0;
		const name = exchange.url.pathname.slice(prefix.length);
		if (methods === void 0) return twirpFault("unimplemented", `${service} is switched off in this local run`);
		const method = Object.hasOwn(methods, name) ? methods[name] : void 0;
		if (exchange.method !== "POST" || method === void 0) return twirpFault("unimplemented", `the local ${service} does not have ${exchange.method} ${name}`);
		const job = tokens.runtimeJob(bearerOf(exchange));
		if (job === void 0) return twirpFault("unauthenticated", "the token is not one of a job of this run");
		const body = await readObject(exchange.stream, REQUEST_LIMIT_BYTES);
		if (body.kind === "refused") return twirpFault("invalid_argument", body.reason);
		return await method(fieldsOf(body.value), job);
	};
}

// src/local/services/artifact-service.ts
/** Full name of the service (actions/toolkit packages/artifact/src/generated/results/api/v1/artifact.ts). */
const ARTIFACT_SERVICE = "github.actions.results.api.v1.ArtifactService";
/** Most artifacts of one job. */
const ARTIFACTS_PER_JOB = 500;
/** A client may only speak for the job that its token was made for. */
function speaksForItself(fields, job) {
	return fields.text("workflow_run_backend_id") === job.runBackendId && fields.text("workflow_job_run_backend_id") === job.jobBackendId;
}
function describe(artifact, job) {
	return {
		workflow_run_backend_id: job.runBackendId,
		workflow_job_run_backend_id: artifact.jobBackendId === "" ? job.jobBackendId : artifact.jobBackendId,
		database_id: String(artifact.id),
		name: artifact.name,
		size: String(artifact.size),
		created_at: artifact.createdAt,
		digest: artifact.digest
	};
}
/** A file name for `Content-Disposition` (RFC 6266 and RFC 8187). */
function dispositionOf(artifact) {
	const name = artifact.mimeType === "application/zip" ? `${artifact.name}.zip` : artifact.name;
	return `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
const NOT_YOURS = "the ids are not those of the job that the token was made for";
const TAKEN = "an artifact with this name already exists on the workflow run";
/**
* @param parts store, blobs, limit and origin
* @returns the methods of the artifact service, version 4 and later
*/
function artifactMethods(parts) {
	const { store, blobs, limitBytes, origin } = parts;
	const pending = /* @__PURE__ */ new Map();
	const create = async (fields, job) => {
		const name = fields.text("name");
		const fault = artifactNameFault(name);
		if (fault !== void 0) return twirpFault("invalid_argument", fault);
		if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
		if (pending.has(name) || store.get(name) !== void 0) return twirpFault("already_exists", TAKEN);
		if (store.list().filter((artifact) => artifact.jobBackendId === job.jobBackendId).length >= ARTIFACTS_PER_JOB) return twirpFault("resource_exhausted", `a job has at most ${ARTIFACTS_PER_JOB} artifacts`);
		const mimeType = fields.text("mime_type") || "application/zip";
		pending.set(name, {
			uploadId: "",
			mimeType
		});
		const upload = await blobs.openUpload(store.uploadFolder, limitBytes);
		pending.set(name, {
			uploadId: upload.id,
			mimeType
		});
		return jsonAnswer(200, {
			ok: true,
			signed_upload_url: `${origin()}${upload.path}`
		});
	};
	const finalize = async (fields, job) => {
		const name = fields.text("name");
		if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
		const begun = pending.get(name);
		if (begun === void 0) return twirpFault("not_found", "no upload of an artifact of that name was begun");
		const blob = await blobs.finishUpload(begun.uploadId);
		pending.delete(name);
		if (blob === void 0) return twirpFault("not_found", "nothing was uploaded for that artifact");
		const hash = fields.text("hash");
		if (hash !== "" && hash !== `sha256:${blob.sha256}`) {
			await blobs.discard(blob);
			return twirpFault("invalid_argument", "hash is not that of what was uploaded");
		}
		const artifact = await store.add({
			...blob,
			name,
			mimeType: begun.mimeType,
			jobBackendId: job.jobBackendId
		});
		if (artifact === void 0) return twirpFault("already_exists", TAKEN);
		return jsonAnswer(200, {
			ok: true,
			artifact_id: String(artifact.id)
		});
	};
	const list = async (fields, job) => {
		const name = fields.text("name_filter");
		const id = fields.text("id_filter");
		const artifacts = store.list().filter((artifact) => (name === "" || artifact.name === name) && (id === "" || String(artifact.id) === id));
		return jsonAnswer(200, { artifacts: artifacts.map((artifact) => describe(artifact, job)) });
	};
	const sign = async (fields) => {
		const artifact = store.get(fields.text("name"));
		if (artifact === void 0) return twirpFault("not_found", "there is no artifact of that name");
		const form = {
			contentType: artifact.mimeType,
			disposition: dispositionOf(artifact)
		};
		return jsonAnswer(200, { signed_url: `${origin()}${blobs.signDownload(artifact.file, form)}` });
	};
	const remove = async (fields) => {
		const artifact = await store.remove(fields.text("name"));
		if (artifact === void 0) return twirpFault("not_found", "there is no artifact of that name");
		return jsonAnswer(200, {
			ok: true,
			artifact_id: String(artifact.id)
		});
	};
	return {
		CreateArtifact: create,
		FinalizeArtifact: finalize,
		ListArtifacts: list,
		GetSignedArtifactURL: sign,
		DeleteArtifact: remove
	};
}

// src/local/services/job-tokens.ts
var import_saxes = require_saxes();
/** Random texts are long: clients turn them into masks, and a short mask wrecks a log. */
const SECRET_BYTES = 36;
/** @returns a text that cannot be guessed, made of letters, digits, `-` and `_` */
function randomSecret() {
	return randomBytes(SECRET_BYTES).toString("base64url");
}
/**
* Compares without telling by its time how much was right.
*
* @param expected what was handed out
* @param given what came back; the Azure client may strip `=` at the end
*/
function isSameSecret(expected, given) {
	const left = Buffer.from(expected.replace(/=+$/, ""));
	const right = Buffer.from(given.replace(/=+$/, ""));
	return left.length === right.length && timingSafeEqual(left, right);
}
function segment(value) {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}
/** The tokens that jobs were given, each bound to what its job may do. */
var JobTokens = class {
	#runtime = /* @__PURE__ */ new Map();
	#runBackendId;
	/** @param runBackendId id of the run in the scopes of its tokens */
	constructor(runBackendId) {
		this.#runBackendId = runBackendId;
	}
	/**
	* A token in the form of the results service's: a JWT that clients only decode
	* (actions/toolkit packages/artifact/src/internal/shared/util.ts, getBackendIdsFromToken).
	*
	* @param jobId the job
	* @param cacheMode what the job may do with the cache
	*/
	issueRuntime(jobId, cacheMode) {
		const jobBackendId = randomBytes(16).toString("hex");
		const scp = `Actions.Results:${this.#runBackendId}:${jobBackendId}`;
		const token = `${segment({
			alg: "none",
			typ: "JWT"
		})}.${segment({
			scp,
			jobId
		})}.${randomSecret()}`;
		this.#runtime.set(token, {
			jobId,
			runBackendId: this.#runBackendId,
			jobBackendId,
			cacheMode
		});
		return token;
	}
	/** @returns whose token it is, or undefined for one that was never issued */
	runtimeJob(token) {
		return token === void 0 ? void 0 : this.#runtime.get(token);
	}
};

// src/local/services/blobs.ts
/** A list of 50,000 blocks, Azure's most, with its XML around it. */
const BLOCK_LIST_LIMIT_BYTES = 8388608;
function azureAnswer(status, headers = {}, body) {
	return {
		status,
		headers: {
			"x-ms-request-id": randomBytes(16).toString("hex"),
			"x-ms-version": "2025-11-05",
			...headers
		},
		...body === void 0 ? {} : { body }
	};
}
/** @see https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2 */
function azureFault(status, code) {
	return {
		status,
		headers: {
			"content-type": "application/xml",
			"x-ms-error-code": code
		},
		body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
	};
}
/** @returns bytes written, or undefined when there were more than `limit` */
async function writeStream(stream, file, limit) {
	const temporary = `${file}.${randomBytes(8).toString("hex")}`;
	const handle = await open(temporary, "wx");
	let size = 0;
	try {
		for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
			size += chunk.length;
			if (size > limit) return void 0;
			await handle.writeFile(chunk);
		}
		await rename(temporary, file);
		return size;
	} finally {
		await handle.close();
		await rm(temporary, { force: true });
	}
}
/** @returns block ids in the order of a `<BlockList>`, or undefined when it is not well-formed */
function parseBlockList(xml) {
	const ids = [];
	let text = "";
	const parser = new import_saxes.SaxesParser();
	parser.on("opentag", () => {
		text = "";
	});
	parser.on("text", (part) => {
		text += part;
	});
	parser.on("closetag", (tag) => {
		if (tag.name === "Latest" || tag.name === "Uncommitted" || tag.name === "Committed") ids.push(text.trim());
	});
	try {
		parser.write(xml).close();
		return ids;
	} catch {
		return;
	}
}
function parseRange(range, size) {
	const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
	if (match === null) return void 0;
	const start = Number(match[1]);
	const end = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
	return start > end ? void 0 : {
		start,
		length: end - start + 1
	};
}
/**
* Uploads and downloads by signed address, as far as the block blobs of Azure Storage are used by GitHub's clients:
* `Put Blob`, `Put Block`, `Put Block List`, `Get Blob`. Files are named by random ids, never by what a client sent.
*/
var Blobs = class {
	#uploads = /* @__PURE__ */ new Map();
	#downloads = /* @__PURE__ */ new Map();
	/**
	* @param folder absolute folder of the upload; the finished file stays in it
	* @param limit most bytes
	* @returns id, and path with query, of a place to upload to
	*/
	async openUpload(folder, limit) {
		const id = randomBytes(16).toString("hex");
		await mkdir(folder, { recursive: true });
		const file = join(folder, id);
		const upload = {
			sig: randomSecret(),
			file,
			limit,
			blockFolder: `${file}.blocks`,
			blockSizes: /* @__PURE__ */ new Map()
		};
		this.#uploads.set(id, upload);
		return {
			id,
			path: `/blobs/${id}?sig=${upload.sig}`
		};
	}
	/**
	* Ends an upload; its address stops working.
	*
	* @returns what was uploaded, or undefined when nothing was
	*/
	async finishUpload(id) {
		const upload = this.#uploads.get(id);
		if (upload === void 0) return void 0;
		this.#uploads.delete(id);
		await rm(upload.blockFolder, {
			recursive: true,
			force: true
		});
		const info = await stat(upload.file).catch(() => void 0);
		if (info === void 0) return void 0;
		const hash = createHash("sha256");
		await pipeline(createReadStream(upload.file), hash);
		return {
			file: upload.file,
			size: info.size,
			sha256: hash.digest("hex")
		};
	}
	/** Removes what was uploaded. */
	async discard(blob) {
		await rm(blob.file, { force: true });
	}
	/** @returns path with query of a download of `file` */
	signDownload(file, form) {
		const id = randomBytes(16).toString("hex");
		const sig = randomSecret();
		this.#downloads.set(id, {
			...form,
			file,
			sig
		});
		return `/blobs/${id}?sig=${sig}`;
	}
	/** Serves `/blobs/<id>?sig=…`. */
	handler = async (exchange) => {
		const id = /^\/blobs\/([0-9a-f]{32})$/.exec(exchange.url.pathname)?.[1];
		if (id === void 0) return void 0;
		const sig = exchange.url.searchParams.get("sig") ?? "";
		const upload = this.#uploads.get(id);
		if (upload !== void 0 && exchange.method === "PUT") return isSameSecret(upload.sig, sig) ? await this.#put(upload, exchange) : azureFault(403, "AuthenticationFailed");
		const download = this.#downloads.get(id);
		if (download !== void 0 && (exchange.method === "GET" || exchange.method === "HEAD")) return isSameSecret(download.sig, sig) ? await this.#get(download, exchange) : azureFault(403, "AuthenticationFailed");
		return azureFault(404, "BlobNotFound");
	};
	async #put(upload, exchange) {
		const query = exchange.url.searchParams;
		switch (query.get("comp")) {
			case null: return await this.#putWhole(upload, exchange);
			case "block": return await this.#putBlock(upload, exchange, query.get("blockid") ?? "");
			case "blocklist": return await this.#putBlockList(upload, exchange);
			default: return azureFault(400, "InvalidQueryParameterValue");
		}
	}
	async #putWhole(upload, exchange) {
		if (exchange.headers["x-ms-blob-type"] !== "BlockBlob") return azureFault(400, "InvalidHeaderValue");
		return await writeStream(exchange.stream, upload.file, upload.limit) === void 0 ? azureFault(413, "RequestBodyTooLarge") : this.#created();
	}
	async #putBlock(upload, exchange, blockId) {
		if (blockId === "" || blockId.length > 128) return azureFault(400, "InvalidQueryParameterValue");
		const others = [...upload.blockSizes].reduce((sum, [id, size]) => id === blockId ? sum : sum + size, 0);
		await mkdir(upload.blockFolder, { recursive: true });
		const size = await writeStream(exchange.stream, blockFile(upload, blockId), upload.limit - others);
		if (size === void 0) return azureFault(413, "RequestBodyTooLarge");
		upload.blockSizes.set(blockId, size);
		return azureAnswer(201);
	}
	async #putBlockList(upload, exchange) {
		const body = await readBody(exchange.stream, BLOCK_LIST_LIMIT_BYTES);
		if (body.kind === "too-large") return azureFault(413, "RequestBodyTooLarge");
		const ids = parseBlockList(body.bytes.toString("utf8"));
		if (ids === void 0) return azureFault(400, "InvalidXmlDocument");
		if (ids.some((id) => !upload.blockSizes.has(id))) return azureFault(400, "InvalidBlockList");
		if (ids.reduce((sum, id) => sum + (upload.blockSizes.get(id) ?? 0), 0) > upload.limit) return azureFault(413, "RequestBodyTooLarge");
		const target = `${upload.file}.list`;
		await rm(target, { force: true });
		const out = createWriteStream(target, { flags: "wx" });
		await pipeline(async function* () {
			for (const id of ids) yield* createReadStream(blockFile(upload, id));
		}, out);
		await rename(target, upload.file);
		return this.#created();
	}
	#created() {
		return azureAnswer(201, {
			etag: `"0x${randomBytes(8).toString("hex").toUpperCase()}"`,
			"last-modified": (/* @__PURE__ */ new Date()).toUTCString()
		});
	}
	async #get(download, exchange) {
		const info = await stat(download.file).catch(() => void 0);
		if (info === void 0) return azureFault(404, "BlobNotFound");
		const headers = {
			"content-type": download.contentType,
			"accept-ranges": "bytes",
			etag: `"0x${info.mtimeMs.toString(16).replace(".", "")}${info.size.toString(16)}"`,
			"last-modified": info.mtime.toUTCString(),
			...download.disposition === void 0 ? {} : { "content-disposition": download.disposition }
		};
		const part = parseRange(exchange.headers.range, info.size);
		if (part === void 0) return azureAnswer(200, headers, {
			file: download.file,
			start: 0,
			length: info.size
		});
		const range = `bytes ${part.start}-${part.start + part.length - 1}/${info.size}`;
		return azureAnswer(206, {
			...headers,
			"content-range": range
		}, {
			file: download.file,
			...part
		});
	}
};
function blockFile(upload, blockId) {
	return join(upload.blockFolder, createHash("sha256").update(blockId).digest("hex"));
}

// src/local/services/cache-service.ts
/** Full name of the service (actions/toolkit packages/cache/src/generated/results/api/v1/cache.ts). */
const CACHE_SERVICE = "github.actions.results.api.v1.CacheService";
/** Longest key (actions/toolkit packages/cache/src/cache.ts, checkKey). */
const KEY_LIMIT = 512;
const EXISTS = "cache entry with the same key, version, and scope already exists";
function isKey(key) {
	return key !== "" && key.length <= KEY_LIMIT && !key.includes(",");
}
/**
* @param parts store, blobs, scopes and origin
* @returns the methods of the cache service, version 2
*/
function cacheMethods(parts) {
	const { store, blobs, scopes, origin } = parts;
	/** Upload id by what it will be; a key is taken from its reservation on. */
	const pending = /* @__PURE__ */ new Map();
	const create = async (fields, job) => {
		const key = fields.text("key");
		const version = fields.text("version");
		if (!isKey(key) || version === "") return twirpFault("invalid_argument", "key or version is not valid");
		if (job.cacheMode === "read" || job.cacheMode === "none") return jsonAnswer(200, {
			ok: false,
			signed_upload_url: "",
			message: `cache write denied: the effective cache-mode of this job is ${job.cacheMode}`
		});
		const identity = {
			key,
			version,
			scope: scopes[0]
		};
		const name = JSON.stringify(identity);
		if (pending.has(name) || await store.has(identity)) return twirpFault("already_exists", EXISTS);
		pending.set(name, "");
		const upload = await blobs.openUpload(store.uploadFolder, store.limitBytes);
		pending.set(name, upload.id);
		return jsonAnswer(200, {
			ok: true,
			signed_upload_url: `${origin()}${upload.path}`,
			message: ""
		});
	};
	const finalize = async (fields) => {
		const identity = {
			key: fields.text("key"),
			version: fields.text("version"),
			scope: scopes[0]
		};
		const name = JSON.stringify(identity);
		const uploadId = pending.get(name);
		if (uploadId === void 0) return twirpFault("not_found", "no upload of that key was begun");
		const blob = await blobs.finishUpload(uploadId);
		pending.delete(name);
		if (blob === void 0) return twirpFault("not_found", "nothing was uploaded for that key");
		if (String(blob.size) !== fields.text("size_bytes")) {
			await blobs.discard(blob);
			return twirpFault("invalid_argument", `size_bytes is not ${blob.size}, the size of what was uploaded`);
		}
		const entry = await store.add(identity, blob.file, blob.size);
		if (entry === void 0) return twirpFault("already_exists", EXISTS);
		return jsonAnswer(200, {
			ok: true,
			entry_id: entry.id,
			message: ""
		});
	};
	const find = async (fields, job) => {
		if (job.cacheMode === "none" || job.cacheMode === "write-only") {
			const msg = `cache read denied: the effective cache-mode of this job is ${job.cacheMode}`;
			return twirpFault("permission_denied", msg);
		}
		const keys = [fields.text("key"), ...fields.texts("restore_keys")];
		if (!keys.every(isKey)) return twirpFault("invalid_argument", "a key is not valid");
		const entry = await store.find({
			keys,
			version: fields.text("version"),
			scopes
		});
		if (entry === void 0) return jsonAnswer(200, {
			ok: false,
			signed_download_url: "",
			matched_key: ""
		});
		const path = blobs.signDownload(store.fileOf(entry), { contentType: "application/octet-stream" });
		return jsonAnswer(200, {
			ok: true,
			signed_download_url: `${origin()}${path}`,
			matched_key: entry.key
		});
	};
	return {
		CreateCacheEntry: create,
		FinalizeCacheEntryUpload: finalize,
		GetCacheEntryDownloadURL: find
	};
}

// src/local/services/cache-store.ts
const entrySchema = object({
	schema: literal("turnpike/cache-entry/1"),
	id: string().regex(/^\d+$/),
	key: string(),
	version: string(),
	scope: string(),
	blob: string().regex(/^[0-9a-f]{32}\.blob$/),
	size: number().int().nonnegative(),
	createdAt: datetime()
});
/** Another run may still be writing what is younger. */
const ABANDONED_MS = 864e5;
function nameOf(identity) {
	const text = JSON.stringify([
		identity.scope,
		identity.version,
		identity.key
	]);
	return `${createHash("sha256").update(text).digest("hex")}.json`;
}
/**
* Cache entries in a folder. Several runs may share the folder: an entry appears by a hard link that only one can make,
* and is never changed afterwards.
*/
var CacheStore = class {
	#folder;
	#capBytes;
	/**
	* @param folder absolute
	* @param capBytes what all blobs together may take; the least recently used entries go first
	*/
	constructor(folder, capBytes) {
		this.#folder = folder;
		this.#capBytes = capBytes;
	}
	/** Absolute folder for uploads; on the same file system, so that taking one over is a rename. */
	get uploadFolder() {
		return join(this.#folder, "uploads");
	}
	/** Most bytes that one entry may have. */
	get limitBytes() {
		return this.#capBytes;
	}
	/** Removes uploads and archives that a run left behind when it was killed, once they are a day old. */
	async tidy() {
		const named = new Set((await this.#all()).map((entry) => entry.blob));
		const left = await readdir(this.#folder).catch(() => []);
		const uploads = await readdir(this.uploadFolder).catch(() => []);
		const candidates = [...left.filter((name) => /\.(blob|tmp)$/.test(name) && !named.has(name)).map((name) => join(this.#folder, name)), ...uploads.map((name) => join(this.uploadFolder, name))];
		for (const path of candidates) {
			const info = await stat(path).catch(() => void 0);
			if (info !== void 0 && Date.now() - info.mtimeMs > ABANDONED_MS) await rm(path, {
				recursive: true,
				force: true
			});
		}
	}
	/** @returns true when there is an entry of exactly this identity */
	async has(identity) {
		return await this.#read(nameOf(identity)) !== void 0;
	}
	/**
	* Takes a finished file over as an entry.
	*
	* @param file absolute path; it is moved
	* @returns the entry, or undefined when another run was first
	*/
	async add(identity, file, size) {
		await mkdir(this.#folder, { recursive: true });
		const blob = `${randomBytes(16).toString("hex")}.blob`;
		const entry = {
			schema: "turnpike/cache-entry/1",
			id: BigInt(`0x${randomBytes(6).toString("hex")}`).toString(),
			...identity,
			blob,
			size,
			createdAt: (/* @__PURE__ */ new Date()).toISOString()
		};
		const temporary = join(this.#folder, `${randomBytes(16).toString("hex")}.tmp`);
		await rename(file, join(this.#folder, blob));
		try {
			await writeFile(temporary, JSON.stringify(entry), { flag: "wx" });
			if (await this.#claim(temporary, nameOf(identity))) {
				await this.#evict(entry);
				return entry;
			}
		} finally {
			await rm(temporary, { force: true });
		}
		await rm(join(this.#folder, blob), { force: true });
	}
	/**
	* Finds what GitHub would restore: per scope the exact key, then for each key in order the newest entry that starts with it
	* (https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching).
	*/
	async find(query) {
		const entries = (await this.#all()).filter((entry) => entry.version === query.version);
		entries.sort((a, b) => a.createdAt < b.createdAt ? 1 : -1);
		for (const scope of query.scopes) {
			const ofScope = entries.filter((entry) => entry.scope === scope);
			for (const key of query.keys) {
				const found = ofScope.find((entry) => entry.key === key) ?? ofScope.find((entry) => entry.key.startsWith(key));
				if (found !== void 0) return await this.#used(found);
			}
		}
	}
	/** @returns absolute path of an entry's archive */
	fileOf(entry) {
		return join(this.#folder, entry.blob);
	}
	/** @returns true when the name is ours now; a torn entry under it makes way */
	async #claim(temporary, name) {
		for (const isLast of [false, true]) try {
			await link(temporary, join(this.#folder, name));
			return true;
		} catch (error) {
			if (error.code !== "EEXIST") throw error;
			if (isLast || await this.#read(name) !== void 0) return false;
			await rm(join(this.#folder, name), { force: true });
		}
		return false;
	}
	async #used(entry) {
		const now = /* @__PURE__ */ new Date();
		await utimes(this.fileOf(entry), now, now).catch(() => void 0);
		return entry;
	}
	async #read(name) {
		try {
			const entry = entrySchema.parse(JSON.parse(await readFile(join(this.#folder, name), "utf8")));
			return (await stat(this.fileOf(entry))).size === entry.size ? entry : void 0;
		} catch {
			return;
		}
	}
	async #all() {
		const names = await readdir(this.#folder).catch(() => []);
		return (await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => this.#read(name)))).filter((entry) => entry !== void 0);
	}
	async #evict(keep) {
		const entries = await this.#all();
		let total = entries.reduce((sum, entry) => sum + entry.size, 0);
		const used = await Promise.all(entries.filter((entry) => entry.id !== keep.id).map(async (entry) => ({
			entry,
			at: (await stat(this.fileOf(entry)).catch(() => void 0))?.mtimeMs ?? 0
		})));
		for (const { entry } of used.sort((a, b) => a.at - b.at)) {
			if (total <= this.#capBytes) return;
			await rm(join(this.#folder, nameOf(entry)), { force: true });
			await rm(this.fileOf(entry), { force: true });
			total -= entry.size;
		}
	}
};

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
const wrap = [["encrypt", "wrapKey"], ["decrypt", "unwrapKey"]];
const derive = [[], ["deriveBits"]];
const none = [[], []];
function rsaes(bits) {
	return {
		kty: ["RSA"],
		mode: "key-encryption",
		subtle: {
			name: "RSA-OAEP",
			hash: `SHA-${bits}`
		},
		usages: wrap,
		ops: ["wrapKey", "unwrapKey"]
	};
}
function ecdh(mode) {
	return {
		kty: ["EC", "OKP"],
		mode,
		subtle: { name: "ECDH" },
		resolve: ({ kty, crv, asymmetricKeyType }) => {
			if (crv === "X25519" || asymmetricKeyType === "x25519") return { name: "X25519" };
			if (kty === "OKP") throw new JOSENotSupported("Invalid or unsupported JWK \"alg\" (Algorithm) Parameter value");
			return {
				name: "ECDH",
				namedCurve: crv
			};
		},
		usages: derive,
		ops: [void 0, "deriveBits"]
	};
}
function aeskw(bits, gcm = !1) {
	return {
		kty: ["oct"],
		mode: "key-wrapping",
		secret: !0,
		subtle: {
			name: gcm ? "AES-GCM" : "AES-KW",
			length: bits
		},
		usages: none,
		ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
	};
}
function pbes2() {
	return {
		kty: ["oct"],
		mode: "key-wrapping",
		secret: !0,
		subtle: { name: "PBKDF2" },
		usages: none,
		ops: ["deriveBits", "deriveBits"]
	};
}
const JWE = table({
	dir: {
		kty: ["oct"],
		mode: "direct-encryption",
		secret: !0,
		subtle: { name: "AES-GCM" },
		usages: none,
		ops: ["encrypt", "decrypt"]
	},
	"RSA-OAEP": rsaes(1),
	"RSA-OAEP-256": rsaes(256),
	"RSA-OAEP-384": rsaes(384),
	"RSA-OAEP-512": rsaes(512),
	"ECDH-ES": ecdh("direct-key-agreement"),
	"ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
	"ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
	"ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
	A128KW: aeskw(128),
	A192KW: aeskw(192),
	A256KW: aeskw(256),
	A128GCMKW: aeskw(128, !0),
	A192GCMKW: aeskw(192, !0),
	A256GCMKW: aeskw(256, !0),
	"PBES2-HS256+A128KW": pbes2(),
	"PBES2-HS384+A192KW": pbes2(),
	"PBES2-HS512+A256KW": pbes2()
});
const contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = !1) {
	return {
		kty: ["oct"],
		secret: !0,
		subtle: {
			name: cbc ? "AES-CBC" : "AES-GCM",
			length: bits
		},
		usages: none,
		ops: contentOps,
		cekBits: bits,
		ivBits: cbc ? 128 : 96,
		cbc
	};
}
const ENC = table({
	A128GCM: contentEncryption(128),
	A192GCM: contentEncryption(192),
	A256GCM: contentEncryption(256),
	"A128CBC-HS256": contentEncryption(256, !0),
	"A192CBC-HS384": contentEncryption(384, !0),
	"A256CBC-HS512": contentEncryption(512, !0)
});

// node_modules/jose/dist/webapi/lib/jws_sign.js
async function createSignature(input, key, rejectUnencoded) {
	let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
	if (protectedHeader !== void 0) {
		const normalized = serializeJoseHeader(JWSInvalid, protectedHeader);
		protectedHeader = normalized[0], encodedProtectedHeader = encode(normalized[1]);
	}
	if (unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWSInvalid, unprotectedHeader)[0]), !protectedHeader && !unprotectedHeader) throw new JWSInvalid("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
	if (!isDisjoint(protectedHeader, unprotectedHeader)) throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
	const joseHeader = {
		...protectedHeader,
		...unprotectedHeader
	};
	validateCritDuplicates(JWSInvalid, protectedHeader);
	const b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, crit, protectedHeader, joseHeader));
	b64 || rejectUnencoded?.();
	const { alg } = joseHeader;
	if (typeof alg != "string" || !alg) throw new JWSInvalid("JWS \"alg\" (Algorithm) Header Parameter missing or invalid");
	const entry = jwsAlgorithm(alg);
	let encodedPayload = "", signingPayload = payload, signingInput;
	if (b64) {
		const encodedPayloadCache = input[4];
		encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= encode(payload), signingPayload = encodedPayloadCache[1] ??= encode$1(encodedPayload)) : (encodedPayload = encode(payload), signingInput = encoder.encode(`${encodedProtectedHeader}.${encodedPayload}`));
	}
	signingInput ??= concat(encode$1(encodedProtectedHeader), encode$1("."), signingPayload);
	const signingKey = await rawKey(await prepareKey(entry, key, "sign"), entry.subtle, "sign");
	entry.minRsaBits && checkModulusLength(entry.alg, signingKey);
	const jws = {
		signature: encode(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
		payload: encodedPayload
	};
	return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), [jws, b64];
}
async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
	const [jws] = await createSignature([
		payload,
		protectedHeader,
		void 0,
		crit
	], key, rejectUnencoded);
	return `${jws.protected}.${jws.payload}.${jws.signature}`;
}

// node_modules/jose/dist/webapi/jwt/sign.js
const SignJWT_base = JWTClaimsBuilder;
var SignJWT = class extends SignJWT_base {
	#protectedHeader;
	setProtectedHeader(protectedHeader) {
		return assertNotSet(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, this;
	}
	async sign(key, options) {
		return createCompactSignature(jwtClaimsSetBytes(this), this.#protectedHeader, options?.crit, key, () => {
			throw new JWTInvalid("JWTs MUST NOT use unencoded payload");
		});
	}
};

// node_modules/jose/dist/webapi/lib/key_algorithm.js
const algArgument = "\"alg\" (Algorithm)";
function unsupportedAlg(source = "JWK \"alg\" (Algorithm) Parameter") {
	throw new JOSENotSupported(`Invalid or unsupported ${source} value`);
}
function keyAlgorithm(alg, source) {
	return (typeof alg == "string" ? JWS[alg] ?? JWE[alg] : void 0) ?? unsupportedAlg(source);
}

// node_modules/jose/dist/webapi/key/export.js
async function exportJWK(key) {
	if (isKeyObject(key)) if (key.type === "secret") key = key.export();
	else return key.export({ format: "jwk" });
	if (key instanceof Uint8Array) return {
		kty: "oct",
		k: encode(key)
	};
	if (!isCryptoKey(key)) throw new TypeError(invalidKeyInput(key, "CryptoKey", "KeyObject", "Uint8Array"));
	if (!key.extractable) throw new TypeError("non-extractable CryptoKey cannot be exported as a JWK");
	const jwk = await crypto.subtle.exportKey("jwk", key);
	delete jwk.ext, delete jwk.key_ops, delete jwk.use, jwk.kty !== "AKP" && delete jwk.alg;
	for (const parameter of Object.keys(jwk)) jwk[parameter] === void 0 && delete jwk[parameter];
	return jwk;
}

// node_modules/jose/dist/webapi/key/generate_key_pair.js
function getModulusLengthOption(options) {
	const modulusLength = options?.modulusLength ?? 2048;
	if (typeof modulusLength != "number" || !Number.isInteger(modulusLength) || modulusLength < 2048) throw new JOSENotSupported("Invalid or unsupported modulusLength option provided, 2048 bits or larger keys must be used");
	return modulusLength;
}
async function generateKeyPair(alg, options) {
	const extractable = validateExtractableOption(options?.extractable), entry = keyAlgorithm(alg, algArgument);
	entry.secret && unsupportedAlg("\"alg\" (Algorithm)");
	let algorithm;
	if (entry.resolve) {
		const crv = options?.crv ?? "P-256";
		if (![
			"P-256",
			"P-384",
			"P-521",
			"X25519"
		].includes(crv)) throw new JOSENotSupported("Invalid or unsupported crv option provided, supported values are P-256, P-384, P-521, and X25519");
		algorithm = entry.resolve({ crv });
	} else {
		if (entry.crv !== void 0 && options?.crv !== void 0 && options.crv !== entry.crv) throw new JOSENotSupported(`Invalid or unsupported crv option provided, the only supported value for ${alg} is ${entry.crv}`);
		algorithm = entry.kty[0] === "RSA" ? {
			...entry.subtle,
			publicExponent: Uint8Array.of(1, 0, 1),
			modulusLength: getModulusLengthOption(options)
		} : entry.subtle;
	}
	return crypto.subtle.generateKey(algorithm, extractable ?? !1, [...entry.usages[1], ...entry.usages[0]]);
}

// src/local/services/oidc-issuer.ts
/** Seconds that a token is valid, as on GitHub. */
const LIFETIME_SECONDS = 300;
/** Longest audience that is accepted. */
const AUDIENCE_LIMIT = 1024;
/** Claims that the issuer sets itself; `sub` is given with the others. */
const OWN_CLAIMS = /* @__PURE__ */ new Set([
	"iss",
	"aud",
	"exp",
	"nbf",
	"iat",
	"jti"
]);
async function makeKey() {
	const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
	const kid = randomBytes(16).toString("hex");
	return {
		kid,
		privateKey,
		jwks: { keys: [{
			...await exportJWK(publicKey),
			kid,
			alg: "RS256",
			use: "sig"
		}] }
	};
}
/** Issues tokens as GitHub's OIDC provider does, with a key of this run. */
var OidcIssuer = class {
	#origin;
	#requesters = /* @__PURE__ */ new Map();
	#owner;
	#key;
	/**
	* @param origin of the server; also the issuer's name
	* @param owner owner of the repository, for the default audience
	*/
	constructor(origin, owner) {
		this.#origin = origin;
		this.#owner = owner;
	}
	/** Public keys. */
	async jwks() {
		return (await this.#signingKey()).jwks;
	}
	/**
	* @param claims what tokens of the job say; all values are texts, ids too, as on GitHub
	* @returns the two variables that `core.getIDToken` reads
	*/
	env(claims) {
		const id = randomBytes(16).toString("hex");
		const token = randomSecret();
		this.#requesters.set(id, {
			token,
			claims
		});
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${this.#origin()}/oidc/token/${id}?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: token
		};
	}
	/** Serves discovery, keys and tokens. */
	handler = async (exchange) => {
		const { pathname, searchParams } = exchange.url;
		if (exchange.method === "GET" && pathname === "/.well-known/openid-configuration") return this.#configuration();
		if (exchange.method === "GET" && pathname === "/.well-known/jwks") return jsonAnswer(200, await this.jwks());
		const id = /^\/oidc\/token\/([0-9a-f]{32})$/.exec(pathname)?.[1];
		if (id === void 0) return void 0;
		const requester = this.#requesters.get(id);
		const token = bearerOf(exchange);
		if (requester === void 0 || token === void 0 || !isSameSecret(requester.token, token)) return jsonAnswer(401, { message: "the request token is not one of a job of this run" });
		const audience = searchParams.get("audience") ?? `https://github.com/${this.#owner}`;
		if (audience === "" || audience.length > AUDIENCE_LIMIT) return jsonAnswer(400, { message: "audience is not valid" });
		return jsonAnswer(200, { value: await this.#sign(requester.claims, audience) });
	};
	#signingKey() {
		this.#key ??= makeKey();
		return this.#key;
	}
	#configuration() {
		const issuer = this.#origin();
		return jsonAnswer(200, {
			issuer,
			jwks_uri: `${issuer}/.well-known/jwks`,
			subject_types_supported: ["public"],
			response_types_supported: ["id_token"],
			id_token_signing_alg_values_supported: ["RS256"],
			scopes_supported: ["openid"]
		});
	}
	async #sign(claims, audience) {
		const { kid, privateKey } = await this.#signingKey();
		const given = Object.fromEntries(Object.entries(claims).filter(([name]) => !OWN_CLAIMS.has(name)));
		const now = Math.floor(Date.now() / 1e3);
		return await new SignJWT(given).setProtectedHeader({
			alg: "RS256",
			typ: "JWT",
			kid
		}).setIssuer(this.#origin()).setAudience(audience).setIssuedAt(now).setNotBefore(now).setExpirationTime(now + LIFETIME_SECONDS).setJti(randomBytes(16).toString("hex")).sign(privateKey);
	}
};

// src/local/services/rest-answers.ts
/**
* @param status HTTP status
* @param message as GitHub words it
* @param doc where GitHub documents the endpoint, below https://docs.github.com/rest
* @returns an error as GitHub answers it
*/
function apiFault(status, message, doc = "") {
	return jsonAnswer(status, {
		message,
		documentation_url: `https://docs.github.com/rest${doc}`,
		status: String(status)
	});
}
/**
* @param exchange a request with `per_page` and `page`
* @param name of the list
* @param items all of it
* @returns one page, with the `Link` header that octokit's paginate follows
*/
function pageAnswer(exchange, name, items) {
	const query = exchange.url.searchParams;
	const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? "30") || 30));
	const page = Math.max(1, Number(query.get("page") ?? "1") || 1);
	const shown = items.slice((page - 1) * perPage, page * perPage);
	const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
	next.search = new URLSearchParams({
		per_page: String(perPage),
		page: String(page + 1)
	}).toString();
	const link = page * perPage < items.length ? { link: `<${next.href}>; rel="next"` } : void 0;
	return jsonAnswer(200, {
		total_count: items.length,
		[name]: shown
	}, link);
}
/** @returns a repository as `GET /repos/{owner}/{repo}` has it, in part */
function describeRepository(facts) {
	const { repository, repositoryId, ownerId, defaultBranch, isPrivate, serverUrl } = facts;
	const [owner = "", name = ""] = repository.split("/");
	return {
		id: Number(repositoryId),
		name,
		full_name: repository,
		owner: {
			login: owner,
			id: Number(ownerId)
		},
		private: isPrivate,
		visibility: isPrivate ? "private" : "public",
		default_branch: defaultBranch,
		html_url: `${serverUrl}/${repository}`,
		fork: false,
		archived: false
	};
}
/** @returns a run that is under way, as `GET …/actions/runs/{id}` has it, in part */
function describeRun(facts) {
	return {
		id: Number(facts.runId),
		name: facts.workflow,
		event: facts.event,
		status: "in_progress",
		conclusion: null,
		run_number: facts.runNumber,
		run_attempt: facts.runAttempt,
		head_sha: facts.sha,
		head_branch: facts.refName,
		created_at: facts.createdAt,
		run_started_at: facts.createdAt,
		html_url: `${facts.serverUrl}/${facts.repository}/actions/runs/${facts.runId}`
	};
}
/** @returns jobs as `GET …/jobs` has them, in part */
function describeJobs(facts, jobs) {
	const { runId, runAttempt, sha } = facts;
	return [...jobs].map((job) => ({
		id: job.id,
		run_id: Number(runId),
		run_attempt: runAttempt,
		head_sha: sha,
		name: job.name,
		status: job.status,
		conclusion: job.conclusion,
		created_at: job.createdAt,
		started_at: job.startedAt,
		completed_at: job.completedAt,
		html_url: job.url,
		steps: []
	}));
}
/** @returns artifacts as `GET …/artifacts` has them, in part */
function describeArtifacts(facts, artifacts) {
	return artifacts.map((artifact) => ({
		id: artifact.id,
		name: artifact.name,
		size_in_bytes: artifact.size,
		digest: artifact.digest,
		created_at: artifact.createdAt,
		expired: false,
		workflow_run: {
			id: Number(facts.runId),
			head_sha: facts.sha,
			head_branch: facts.refName,
			repository_id: Number(facts.repositoryId),
			head_repository_id: Number(facts.repositoryId)
		}
	}));
}

// src/local/services/attestation-store.ts
/** `sha256:…` of the subjects of a bundle's in-toto statement; none when it holds no statement. */
function subjectDigests(bundle) {
	try {
		const { payload } = bundle.dsseEnvelope;
		return JSON.parse(Buffer.from(payload, "base64").toString("utf8")).subject.map((subject) => `sha256:${subject.digest.sha256}`);
	} catch {
		return [];
	}
}
/** Bundles that were stored by this run, in a folder. */
var AttestationStore = class {
	#folder;
	#count = 0;
	/** @param folder absolute */
	constructor(folder) {
		this.#folder = folder;
	}
	/** @returns the number of the stored bundle, from 1 */
	async add(bundle) {
		this.#count += 1;
		const id = this.#count;
		await mkdir(this.#folder, { recursive: true });
		await writeFile(this.#file(id), JSON.stringify(bundle), { flag: "wx" });
		return id;
	}
	/** @returns bundles whose statement has a subject with that digest, `sha256:…` */
	async about(digest) {
		const bundles = [];
		for (let id = 1; id <= this.#count; id += 1) {
			const bundle = JSON.parse(await readFile(this.#file(id), "utf8"));
			if (subjectDigests(bundle).includes(digest)) bundles.push(bundle);
		}
		return bundles;
	}
	#file(id) {
		return join(this.#folder, `${id}.sigstore.json`);
	}
};

// src/local/services/report-store.ts
/** Most bytes of a request. */
const BODY_LIMIT_BYTES$1 = 16777216;
/** Limits of GitHub's API (docs.github.com, "Check runs" and "Issue comments"). */
const MOST_TEXT = 65535;
const MOST_COMMENT = 65536;
const MOST_ANNOTATIONS = 50;
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Check runs and comments of one run. */
var ReportStore = class {
	#facts;
	#checks = [];
	#comments = [];
	/** @param facts repository and run */
	constructor(facts) {
		this.#facts = facts;
	}
	/** @returns what was posted, as files; none when nothing was */
	posted() {
		const lists = {
			"check-runs.json": this.#checks.map((check) => ({
				...this.#describeCheck(check),
				annotations: check.annotations
			})),
			"comments.json": this.#comments.map((one) => this.#describeComment(one))
		};
		return Object.entries(lists).filter(([, list]) => list.length > 0).map(([name, list]) => ({
			name,
			text: `${JSON.stringify(list, null, 2)}\n`
		}));
	}
	/** GET /commits/{ref}/check-runs */
	listChecks(exchange, ref) {
		const name = exchange.url.searchParams.get("check_name");
		const found = this.#checks.filter(({ fields }) => fields["head_sha"] === ref && (name === null || fields["name"] === name));
		return pageAnswer(exchange, "check_runs", found.map((check) => this.#describeCheck(check)).reverse());
	}
	/** GET /check-runs/{id}/annotations */
	listAnnotations(exchange, id) {
		const check = this.#checks.find((one) => String(one.id) === id);
		if (check === void 0) return apiFault(404, "Not Found");
		const page = Math.max(1, Number(exchange.url.searchParams.get("page") ?? "1") || 1);
		const size = Math.min(100, Number(exchange.url.searchParams.get("per_page") ?? "30") || 30);
		const shown = check.annotations.slice((page - 1) * size, page * size);
		return this.#listAnswer(exchange, shown, page * size < check.annotations.length ? page + 1 : void 0);
	}
	/** POST /check-runs, PATCH /check-runs/{id} */
	async putCheck(exchange, id) {
		const read = await readObject(exchange.stream, BODY_LIMIT_BYTES$1);
		if (read.kind === "refused") return apiFault(read.status, read.reason);
		const fault = faultOfCheck(read.value, id === void 0);
		if (fault !== void 0) return apiFault(422, `Invalid request: ${fault}`);
		const known = this.#checks.find((one) => String(one.id) === id);
		if (id !== void 0 && known === void 0) return apiFault(404, "Not Found");
		const check = known ?? {
			id: this.#checks.length + 1,
			fields: {},
			annotations: []
		};
		if (known === void 0) this.#checks.push(check);
		const { output, ...rest } = read.value;
		Object.assign(check.fields, rest);
		if (isObject(output)) {
			const { annotations, ...text } = output;
			check.fields["output"] = text;
			if (Array.isArray(annotations)) check.annotations.push(...annotations.filter(isObject));
		}
		return jsonAnswer(known === void 0 ? 201 : 200, this.#describeCheck(check));
	}
	/** GET /issues/{number}/comments */
	listComments(exchange, pull) {
		const found = this.#comments.filter((one) => one.pull === pull);
		return this.#listAnswer(exchange, found.map((one) => this.#describeComment(one)), void 0);
	}
	/** POST /issues/{number}/comments, PATCH /issues/comments/{id} */
	async putComment(exchange, where) {
		const read = await readObject(exchange.stream, BODY_LIMIT_BYTES$1);
		if (read.kind === "refused") return apiFault(read.status, read.reason);
		const body = read.value["body"];
		if (typeof body !== "string" || body === "" || body.length > MOST_COMMENT) return apiFault(422, "Validation Failed: body is too long (maximum is 65536 characters)");
		const known = "id" in where ? this.#comments.find((one) => String(one.id) === where.id) : void 0;
		if ("id" in where && known === void 0) return apiFault(404, "Not Found");
		const comment = known ?? {
			id: this.#comments.length + 1,
			pull: "pull" in where ? where.pull : "",
			body
		};
		comment.body = body;
		if (known === void 0) this.#comments.push(comment);
		return jsonAnswer(known === void 0 ? 201 : 200, this.#describeComment(comment));
	}
	/** GitHub answers these lists without a count around them. */
	#listAnswer(exchange, items, nextPage) {
		if (nextPage === void 0) return jsonAnswer(200, items);
		const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
		next.search = new URLSearchParams({
			per_page: String(items.length),
			page: String(nextPage)
		}).toString();
		return jsonAnswer(200, items, { link: `<${next.href}>; rel="next"` });
	}
	#describeCheck({ id, fields, annotations }) {
		const { serverUrl, repository } = this.#facts;
		const output = isObject(fields["output"]) ? fields["output"] : {};
		return {
			...fields,
			id,
			html_url: `${serverUrl}/${repository}/runs/${id}`,
			output: {
				...output,
				annotations_count: annotations.length
			}
		};
	}
	#describeComment({ id, pull, body }) {
		const { serverUrl, repository } = this.#facts;
		return {
			id,
			body,
			user: {
				login: "github-actions[bot]",
				type: "Bot"
			},
			html_url: `${serverUrl}/${repository}/pull/${pull}#issuecomment-${id}`
		};
	}
};
function faultOfCheck(body, isNew) {
	if (isNew && (typeof body["name"] !== "string" || typeof body["head_sha"] !== "string")) return "`name`, `head_sha`";
	const output = body["output"];
	if (output === void 0) return void 0;
	if (!isObject(output)) return "`output` is not an object";
	if (String(output["title"] ?? "").length > 255) return "`title` is too long";
	if (String(output["summary"] ?? "").length > MOST_TEXT) return "`summary` exceeds 65535 characters";
	const annotations = output["annotations"];
	if (Array.isArray(annotations) && annotations.length > MOST_ANNOTATIONS) return "more than 50 annotations";
}

// src/local/services/rest-api.ts
/** Path below which the REST API is served. */
const API_PATH = "/api/v3";
/** Most bytes of a request; GitHub takes bundles of up to 16 MiB. */
const BODY_LIMIT_BYTES = 16777216;
/** @returns the path without percent-encoding, or undefined when it is malformed */
function decodePath(path) {
	try {
		return decodeURIComponent(path);
	} catch {
		return;
	}
}
function isGranted(permissions, needs) {
	if (needs === void 0) return true;
	const level = Object.hasOwn(permissions, needs[0]) ? permissions[needs[0]] : "none";
	return level === "write" || level === "read" && needs[1] === "read";
}
/** GitHub's REST API as far as workflows use it here; what is missing says so. */
var RestApi = class {
	#facts;
	#artifacts;
	#jobs = /* @__PURE__ */ new Map();
	#tokens = /* @__PURE__ */ new Map();
	#attestations;
	#reports;
	#routes;
	/**
	* @param facts repository and run
	* @param folder absolute folder where attestations are kept
	* @param artifacts of the run
	*/
	constructor(facts, folder, artifacts) {
		this.#facts = facts;
		this.#attestations = new AttestationStore(folder);
		this.#artifacts = artifacts;
		this.#reports = new ReportStore(facts);
		this.#routes = this.#makeRoutes();
	}
	/** Adds a job, or replaces what was told of it. */
	recordJob(job) {
		this.#jobs.set(job.id, job);
	}
	/** @returns a token in the form of GitHub's that may do what `permissions` say */
	issueToken(permissions) {
		const token = `ghs_${randomSecret()}`;
		this.#tokens.set(token, permissions);
		return token;
	}
	/** @returns check runs and comments as files */
	posted() {
		return this.#reports.posted();
	}
	/** Serves everything below `API_PATH`. */
	handler = async (exchange) => {
		const { pathname } = exchange.url;
		if (pathname !== "/api/v3" && !pathname.startsWith(`${"/api/v3"}/`)) return void 0;
		const path = decodePath(pathname.slice(7));
		if (path === void 0) return apiFault(400, "The path is not well-formed.");
		const permissions = this.#tokens.get(bearerOf(exchange) ?? "");
		if (permissions === void 0) return apiFault(401, "Bad credentials");
		const match = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path);
		if (match === null) return this.#absent(exchange.method, path);
		if (match[1]?.toLowerCase() !== this.#facts.repository.toLowerCase()) return apiFault(404, "Not Found");
		const rest = match[2] ?? "";
		for (const route of this.#routes) {
			const parts = route.method === exchange.method ? route.path.exec(rest) : null;
			if (parts === null) continue;
			if (!isGranted(permissions, route.needs)) return apiFault(403, "Resource not accessible by integration", route.doc);
			return await route.answer({
				exchange,
				permissions,
				parts: parts.slice(1)
			});
		}
		return this.#absent(exchange.method, path);
	};
	#absent(method, path) {
		return apiFault(501, `The local stand-in of GitHub's API does not have ${method} ${path}.`);
	}
	#makeRoutes() {
		return [
			{
				method: "GET",
				path: /^$/,
				doc: "/repos/repos#get-a-repository",
				answer: () => jsonAnswer(200, describeRepository(this.#facts))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)$/,
				needs: ["actions", "read"],
				doc: `/actions/workflow-runs#get-a-workflow-run`,
				answer: (call) => this.#ofThisRun(call, () => jsonAnswer(200, describeRun(this.#facts)))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)(?:\/attempts\/(\d+))?\/jobs$/,
				needs: ["actions", "read"],
				doc: "/actions/workflow-jobs#list-jobs-for-a-workflow-run",
				answer: (call) => this.#ofThisRun(call, () => pageAnswer(call.exchange, "jobs", describeJobs(this.#facts, this.#jobs.values())))
			},
			{
				method: "GET",
				path: /^\/actions\/runs\/(\d+)\/artifacts$/,
				needs: ["actions", "read"],
				doc: "/actions/artifacts#list-workflow-run-artifacts",
				answer: (call) => this.#ofThisRun(call, () => pageAnswer(call.exchange, "artifacts", describeArtifacts(this.#facts, this.#artifacts.list())))
			},
			{
				method: "GET",
				path: /^\/actions\/artifacts$/,
				needs: ["actions", "read"],
				doc: "/actions/artifacts#list-artifacts-for-a-repository",
				answer: ({ exchange }) => {
					const name = exchange.url.searchParams.get("name");
					const listed = this.#artifacts.list().filter((one) => name === null || one.name === name);
					return pageAnswer(exchange, "artifacts", describeArtifacts(this.#facts, listed));
				}
			},
			{
				method: "GET",
				path: /^\/actions\/artifacts\/(\d+)\/zip$/,
				needs: ["actions", "read"],
				doc: "/actions/artifacts#download-an-artifact",
				answer: (call) => this.#downloadArtifact(Number(call.parts[0]))
			},
			...this.#reportRoutes(),
			{
				method: "POST",
				path: /^\/attestations$/,
				needs: ["attestations", "write"],
				doc: "/repos/attestations#create-an-attestation",
				answer: (call) => this.#storeAttestation(call.exchange)
			},
			{
				method: "GET",
				path: /^\/attestations\/(sha256:[0-9a-f]{64})$/,
				needs: ["attestations", "read"],
				doc: "/repos/attestations#list-attestations",
				answer: (call) => this.#findAttestations(call.parts[0] ?? "")
			}
		];
	}
	#reportRoutes() {
		const [checks, pulls] = ["/checks/runs", "/issues/comments"];
		return [
			{
				method: "GET",
				path: /^\/commits\/([^/]+)\/check-runs$/,
				needs: ["checks", "read"],
				doc: checks,
				answer: ({ exchange, parts }) => this.#reports.listChecks(exchange, parts[0] ?? "")
			},
			{
				method: "GET",
				path: /^\/check-runs\/(\d+)\/annotations$/,
				needs: ["checks", "read"],
				doc: checks,
				answer: ({ exchange, parts }) => this.#reports.listAnnotations(exchange, parts[0] ?? "")
			},
			{
				method: "POST",
				path: /^\/check-runs$/,
				needs: ["checks", "write"],
				doc: checks,
				answer: ({ exchange }) => this.#reports.putCheck(exchange)
			},
			{
				method: "PATCH",
				path: /^\/check-runs\/(\d+)$/,
				needs: ["checks", "write"],
				doc: checks,
				answer: ({ exchange, parts }) => this.#reports.putCheck(exchange, parts[0] ?? "")
			},
			{
				method: "GET",
				path: /^\/issues\/(\d+)\/comments$/,
				needs: ["pull-requests", "read"],
				doc: pulls,
				answer: ({ exchange, parts }) => this.#reports.listComments(exchange, parts[0] ?? "")
			},
			{
				method: "POST",
				path: /^\/issues\/(\d+)\/comments$/,
				needs: ["pull-requests", "write"],
				doc: pulls,
				answer: ({ exchange, parts }) => this.#reports.putComment(exchange, { pull: parts[0] ?? "" })
			},
			{
				method: "PATCH",
				path: /^\/issues\/comments\/(\d+)$/,
				needs: ["pull-requests", "write"],
				doc: pulls,
				answer: ({ exchange, parts }) => this.#reports.putComment(exchange, { id: parts[0] ?? "" })
			}
		];
	}
	#ofThisRun(call, answer) {
		const [runId, attempt] = call.parts;
		if (runId !== this.#facts.runId) return apiFault(404, "Not Found");
		if (attempt !== void 0 && attempt !== String(this.#facts.runAttempt)) return apiFault(404, "Not Found");
		return answer();
	}
	/** GitHub answers with a redirection to its store; here the store is this. */
	async #downloadArtifact(id) {
		const artifact = this.#artifacts.list().find((one) => one.id === id);
		const bytes = artifact === void 0 ? void 0 : await this.#artifacts.read(artifact.name);
		if (bytes === void 0) return apiFault(404, "Not Found", "/actions/artifacts#download-an-artifact");
		return {
			status: 200,
			headers: { "content-type": "application/zip" },
			body: bytes
		};
	}
	async #storeAttestation(exchange) {
		const body = await readObject(exchange.stream, BODY_LIMIT_BYTES);
		if (body.kind === "refused") return apiFault(body.status, body.reason);
		const bundle = body.value["bundle"];
		if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) return apiFault(422, "Invalid request: `bundle` is not an object.", "/repos/attestations#create-an-attestation");
		return jsonAnswer(201, { id: await this.#attestations.add(bundle) });
	}
	async #findAttestations(digest) {
		const bundles = await this.#attestations.about(digest);
		if (bundles.length === 0) return apiFault(404, "Not Found", "/repos/attestations#list-attestations");
		const repositoryId = Number(this.#facts.repositoryId);
		return jsonAnswer(200, { attestations: bundles.map((bundle) => ({
			bundle,
			repository_id: repositoryId
		})) });
	}
};

// src/local/services/index.ts
/** The services that a run may be given. */
const SERVICES = [
	"cache",
	"artifacts",
	"oidc",
	"api"
];
const GIBIBYTE = 1024 ** 3;
function factsOf(options) {
	return {
		repository: options.repository,
		repositoryId: options.repositoryId ?? "1",
		ownerId: options.ownerId ?? "1",
		defaultBranch: options.defaultBranch ?? "main",
		isPrivate: options.isPrivate ?? true,
		serverUrl: options.serverUrl ?? "https://github.com",
		runId: options.runId,
		runNumber: options.runNumber ?? 1,
		runAttempt: options.runAttempt ?? 1,
		workflow: options.workflow ?? "",
		event: options.event ?? "push",
		sha: options.sha ?? "",
		refName: options.refName ?? "main",
		createdAt: options.createdAt ?? (/* @__PURE__ */ new Date()).toISOString()
	};
}
async function saveZip(store, name, zipBytes) {
	const reason = artifactNameFault(name);
	if (reason !== void 0) return {
		kind: "refused",
		reason
	};
	const artifact = await store.save(name, zipBytes, "application/zip");
	return artifact === void 0 ? { kind: "taken" } : {
		kind: "saved",
		artifact
	};
}
/** Stands where the API would be. */
const noApi = async ({ url }) => url.pathname.startsWith("/api/v3") ? apiFault(501, "This run has no REST API.") : void 0;
async function makeParts(options, origin) {
	const facts = factsOf(options);
	const isOn = (name) => options.services?.[name] !== "off";
	const blobs = new Blobs();
	const tokens = new JobTokens(`run-${facts.runId}-${facts.runAttempt}`);
	const artifacts = new ArtifactStore(join(options.folder, "artifacts"));
	const cacheFolder = options.cacheFolder ?? join(options.folder, "caches");
	const caches = new CacheStore(cacheFolder, options.cacheCapBytes ?? 10 * GIBIBYTE);
	await caches.tidy();
	const api = new RestApi(facts, join(options.folder, "attestations"), artifacts);
	const issuer = new OidcIssuer(origin, facts.repository.split("/")[0] ?? "");
	const limitBytes = options.artifactLimitBytes ?? 5 * GIBIBYTE;
	const scopes = options.cacheScopes ?? [`refs/heads/${facts.defaultBranch}`];
	const ofCache = isOn("cache") ? cacheMethods({
		store: caches,
		blobs,
		scopes,
		origin
	}) : void 0;
	const ofArtifacts = isOn("artifacts") ? artifactMethods({
		store: artifacts,
		blobs,
		limitBytes,
		origin
	}) : void 0;
	return {
		tokens,
		issuer,
		artifacts,
		api,
		handlers: [
			twirpHandler(CACHE_SERVICE, ofCache, tokens),
			twirpHandler(ARTIFACT_SERVICE, ofArtifacts, tokens),
			blobs.handler,
			...isOn("oidc") ? [issuer.handler] : [],
			isOn("api") ? api.handler : noApi
		],
		isOn
	};
}
/**
* Starts GitHub's services for one run: cache, artifacts, OIDC and REST API, on 127.0.0.1 at a free port.
* Everything is answered as GitHub's own clients expect it; what is missing answers 404 or 501 and says so.
*
* @param options where things are kept, whose run it is, and which services are switched off
* @returns the running services; call `close` when the run has ended
*/
async function startServices(options) {
	let origin = "";
	const { tokens, issuer, artifacts, api, handlers, isOn } = await makeParts(options, () => origin);
	const server = await startLoopbackServer(handlers, options.log ?? (() => void 0));
	origin = server.origin;
	const localIssuer = {
		url: origin,
		jwks: () => issuer.jwks()
	};
	const sigstore = await startBeside(options.sigstore, localIssuer, server);
	return {
		origin,
		issuer: localIssuer,
		isOn,
		runtimeEnv({ jobId, cacheMode }) {
			if (!isOn("cache") && !isOn("artifacts")) return {};
			return {
				ACTIONS_RESULTS_URL: `${origin}/`,
				ACTIONS_RUNTIME_URL: `${origin}/`,
				ACTIONS_RUNTIME_TOKEN: tokens.issueRuntime(jobId, cacheMode),
				...isOn("cache") ? {
					ACTIONS_CACHE_SERVICE_V2: "true",
					ACTIONS_CACHE_MODE: cacheMode
				} : {}
			};
		},
		oidcEnv: ({ claims }) => isOn("oidc") ? issuer.env(claims) : {},
		apiEnv({ permissions }) {
			return {
				env: { GITHUB_API_URL: `${origin}${API_PATH}` },
				token: api.issueToken(permissions)
			};
		},
		recordJob: (job) => api.recordJob(job),
		posted: () => api.posted(),
		artifacts: {
			list: () => artifacts.list(),
			read: (name) => artifacts.read(name),
			save: (name, zipBytes) => saveZip(artifacts, name, zipBytes),
			remove: async (name) => await artifacts.remove(name) !== void 0
		},
		sigstoreEnv: () => sigstore?.env() ?? {},
		async close() {
			await sigstore?.close();
			await server.close();
		}
	};
}
/** Starts the signing services; when they do not start, the server is closed again. */
async function startBeside(start, issuer, server) {
	try {
		return await start?.(issuer);
	} catch (error) {
		await server.close();
		throw error;
	}
}

export { CACHE_MODES as i, startServices as n, runWorkflow as r, SERVICES as t };