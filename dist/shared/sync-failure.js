import { o as unreachable } from "./errors.js";
import { t as fromRoot } from "./shell-line.js";

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
	const relock = fromRoot(cwd, "uv lock");
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

export { syncArguments as a, joinEnvironments as i, explainSync as n, NPM_ARGUMENTS as r, classifySync as t };