import { o as __toESM } from "./rolldown-runtime.js";
import { a as explain, i as rcompare, n as satisfies$1, o as valid, r as validRange, t as maxSatisfying } from "./pep440.js";
import { f as record, l as looseObject, m as string, r as array, v as unknown } from "./schemas.js";
import { n as TomlError, t as parse } from "./dist2.js";
import { n as TurnpikeError } from "./errors.js";
import { t as require_semver } from "./semver.js";
import { createHash } from "node:crypto";

// src/core/uv/cache-buckets.ts
/** Read from the folders that each version makes; between two versions with the same numbers they cannot have changed. */
const KNOWN = [{
	versions: ">=0.10.0,<=0.12.24",
	buckets: {
		wheels: 6,
		sdists: 9
	}
}, {
	versions: ">=0.13.0,<=0.13.8",
	buckets: {
		wheels: 7,
		sdists: 10
	}
}];
/**
* What a uv finds again in a cache that another uv wrote. A number that differs makes the whole cache dead weight.
*
* @param uvVersion `0.13.8`
* @returns the numbers, or undefined for a version that is not in the table
*/
function bucketsOf(uvVersion) {
	return KNOWN.find((entry) => satisfies$1(uvVersion, entry.versions))?.buckets;
}
/**
* @param uvVersion `0.13.8`
* @returns `w7s10`; for a version that is not in the table the version itself, so that only the same uv finds the entry
*/
function bucketFingerprint(uvVersion) {
	const buckets = bucketsOf(uvVersion);
	return buckets === void 0 ? `uv${uvVersion}` : `w${buckets.wheels}s${buckets.sdists}`;
}
/**
* @param topLevel names in the cache folder
* @param uvVersion `0.13.8`
* @returns true when this uv will find wheels there
*/
function hasWheels(topLevel, uvVersion) {
	const buckets = bucketsOf(uvVersion);
	if (buckets === void 0) return topLevel.some((name) => /^wheels-v\d+$/.test(name));
	return topLevel.includes(`wheels-v${buckets.wheels}`);
}

// src/core/uv/cache-key.ts
/** Counted up when entries of older keys must not be found any more. */
const KEY_VERSION = 1;
const packageSchema = looseObject({ source: record(string(), unknown()).optional() });
const lockSchema = looseObject({ package: array(packageSchema).optional() });
/** Sources of packages that are the checkout itself; their version changes with each release of it. */
const LOCAL_SOURCES = [
	"virtual",
	"editable",
	"directory",
	"path"
];
function withoutOwnVersion(entry) {
	return LOCAL_SOURCES.some((kind) => entry.source?.[kind] !== void 0) ? {
		...entry,
		version: void 0
	} : entry;
}
/**
* What of a uv.lock decides which packages are fetched. A new version of the project itself does not change it.
*
* @param text uv.lock
* @returns lower-case hex SHA-256; of the whole text when it cannot be read as a lock
*/
function lockIdentity(text) {
	let identity = text;
	try {
		const lock = lockSchema.parse(parse(text));
		const rest = {
			...lock,
			package: (lock.package ?? []).map(withoutOwnVersion),
			revision: void 0
		};
		identity = JSON.stringify(rest, (_, value) => typeof value === "bigint" ? String(value) : value);
	} catch {}
	return createHash("sha256").update(identity).digest("hex");
}
/** Keys may hold no comma and 512 characters (dependency caching reference of GitHub's documentation). */
function safe(part) {
	return part.replaceAll(/[^A-Za-z0-9._]+/g, "_").slice(0, 60);
}
/**
* @param parts what the entry is for
* @returns `turnpike-uv-1-linux-x86_64-gnu-ubuntu24-py3.13-w7s10-<suffix>-<hash>`, and the same without the hash as prefix
*/
function cacheKey(parts) {
	const fixed = [
		...[
			parts.os,
			parts.arch,
			parts.libc,
			parts.image
		].filter((part) => part !== null && part !== "").map((part) => safe(part ?? "")),
		`py${safe(parts.python)}`,
		safe(parts.buckets)
	];
	const suffix = parts.suffix === "" ? "all" : safe(parts.suffix);
	const prefix = `turnpike-uv-${KEY_VERSION}-${fixed.join("-")}-${suffix}-`;
	const environments = [...parts.environments].map(({ cwd, lock, groups, extras }) => [
		cwd,
		lock,
		[...groups].sort(),
		[...extras].sort()
	]).sort((a, b) => String(a[0]) < String(b[0]) ? -1 : 1);
	return {
		key: prefix + createHash("sha256").update(JSON.stringify(environments)).digest("hex").slice(0, 24),
		prefixes: [prefix]
	};
}

// src/core/uv/python-request.ts
/**
* @param text content of a .python-version file
* @returns the first version in it, comments left out, or undefined
*/
function readPythonVersionFile(text) {
	return text.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim()).find((line) => line !== "");
}
function fits(version, request) {
	if (/^\d+(\.\d+){0,2}$/.test(request)) return version === request || version.startsWith(`${request}.`);
	return satisfies$1(version, request);
}
/**
* @param versions installed CPython versions, `3.13.1`
* @param request what is wanted, as uv takes it
* @returns the highest that fits; undefined when none does or when the request is not about versions of CPython alone
*/
function bestPython(versions, request) {
	const wish = request.trim().replace(/^(?:cpython|python)@?(?=\d)/i, "");
	if (valid(wish) === null && !validRange(wish)) return void 0;
	return versions.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && fits(version, wish)).sort(rcompare)[0];
}

// src/core/uv/required-version.ts
function asTable(value) {
	const parsed = record(string(), unknown()).safeParse(value);
	return parsed.success ? parsed.data : {};
}
/**
* Reads a TOML file of the project.
*
* @param file uv.toml, pyproject.toml or uv.lock
* @returns the document
* @throws TurnpikeError `CONFIG_UNREADABLE` with the line and column of what is no TOML
*/
function readToml(file) {
	try {
		return asTable(parse(file.text));
	} catch (cause) {
		const place = cause instanceof TomlError ? {
			line: cause.line,
			column: cause.column
		} : {};
		const said = cause instanceof Error ? cause.message.split("\n")[0] ?? "" : "";
		const problem = {
			where: file.path,
			...place,
			message: said.replace(/^Invalid TOML document: /, "")
		};
		throw new TurnpikeError("CONFIG_UNREADABLE", "config", `${file.path} is not TOML; uv would refuse it too.`, {
			problems: [problem],
			cause
		});
	}
}
function textAt(document, keys) {
	let value = document;
	for (const key of keys) value = asTable(value)[key];
	return typeof value === "string" ? value : void 0;
}
/**
* @param file uv.toml or pyproject.toml
* @returns the project's `required-version` (uv settings reference), or undefined
*/
function readRequiredVersion(file) {
	const keys = file.path.endsWith("uv.toml") ? ["required-version"] : [
		"tool",
		"uv",
		"required-version"
	];
	return textAt(readToml(file), keys);
}
/**
* @param file pyproject.toml
* @returns `project.requires-python`, or undefined
*/
function readRequiresPython(file) {
	return textAt(readToml(file), ["project", "requires-python"]);
}
/** True when a pyproject.toml holds settings of uv, so that uv stops looking further up. */
function hasUvSettings(file) {
	return asTable(readToml(file)["tool"])["uv"] !== void 0;
}
/** True when a pyproject.toml makes its folder the root of a workspace, whose lock serves all members. */
function isWorkspaceRoot(file) {
	return asTable(asTable(readToml(file)["tool"])["uv"])["workspace"] !== void 0;
}

// src/core/uv/version-request.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** Longest text that is read as a version request. */
const LONGEST_REQUEST = 200;
/** A request that is met by any version. */
function anyVersion(source) {
	return {
		kind: "any",
		source
	};
}
function exact(version, source) {
	return {
		ok: true,
		request: {
			kind: "exact",
			version: normal(version),
			source
		}
	};
}
/** The normalised form that file names and indexes use: no epoch of 0, no leading `v`. */
function normal(version) {
	return explain(version)?.public ?? version;
}
function specifier(text, source) {
	const single = /^={2,3}\s*([^,*\s]+)$/.exec(text);
	if (single?.[1] !== void 0 && valid(single[1]) !== null) return exact(single[1], source);
	return {
		ok: true,
		request: {
			kind: "specifier",
			specifier: text.replaceAll(/\s+/g, ""),
			source
		}
	};
}
/** `^0.13.2`, `~0.13`, `0.13.x`, `>=0.4.0 <0.5.0` as a PEP 440 specifier; undefined when it is no single semver range. */
function fromSemver(text) {
	if (text.includes("||") || import_semver.default.validRange(text) === null) return void 0;
	return (new import_semver.default.Range(text).set[0] ?? []).filter((comparator) => comparator.operator !== void 0 && comparator.value !== "").map((comparator) => {
		return `${comparator.operator === "" ? "==" : comparator.operator}${comparator.semver.version.replace(/-0$/, "")}`;
	}).join(",");
}
/**
* Reads which uv is wanted: an exact version, a PEP 440 specifier, a semver range (`^`, `~`, `x`, spaces), or `latest`.
* Where both grammars fit, PEP 440 (packaging.python.org, Version specifiers) decides, because uv is a Python package.
*
* @param text what was written; empty means any version
* @param source who asks, for messages
* @param bare what a bare version with fewer than three numbers means
*/
function parseVersionRequest(text, source, bare = "series") {
	const wish = text.trim();
	if (wish === "" || wish === "*") return {
		ok: true,
		request: {
			kind: "any",
			source
		}
	};
	if (wish === "latest") return {
		ok: true,
		request: {
			kind: "latest",
			source
		}
	};
	const wrong = {
		ok: false,
		why: `is no version that uv could have; write 0.13.8, >=0.13,<0.14 or latest`
	};
	if (wish.length > LONGEST_REQUEST) return wrong;
	const version = wish.replace(/^[vV](?=\d)/, "");
	if (/^\d+(\.\d+)?$/.test(version) && bare === "series") return specifier(`==${version}.*`, source);
	if (valid(version) !== null) return exact(version, source);
	if (validRange(wish)) return specifier(wish, source);
	const range = fromSemver(version);
	if (range === void 0) return wrong;
	return range === "" ? {
		ok: true,
		request: {
			kind: "any",
			source
		}
	} : specifier(range, source);
}
/**
* @param version a version as uv prints it
* @param request what is wanted
* @returns true when the version will do; `latest` and `any` take every version
*/
function satisfies(version, request) {
	switch (request.kind) {
		case "any":
		case "latest": return true;
		case "exact": return valid(version) !== null && satisfies$1(version, `==${request.version}`);
		case "specifier": return satisfies$1(version, request.specifier);
	}
}
/**
* @param versions in any order
* @param request what is wanted
* @returns the highest that will do; pre-releases only where the request names one (PEP 440, handling of pre-releases)
*/
function highest(versions, request) {
	const known = versions.filter((version) => valid(version) !== null);
	switch (request.kind) {
		case "exact": return known.find((version) => satisfies(version, request));
		case "specifier": return maxSatisfying([...known], request.specifier) ?? void 0;
		case "any":
		case "latest": return maxSatisfying([...known], ">=0") ?? void 0;
	}
}
/**
* Both wishes at once: a version must please the person and the project, or uv refuses to work.
*
* @param wish what the input says
* @param required what the project's `required-version` says
*/
function combine(wish, required) {
	const source = `${wish.source} and ${required.source}`;
	if (required.kind === "any" || required.kind === "latest") return {
		ok: true,
		request: wish
	};
	if (wish.kind === "any" || wish.kind === "latest") return {
		ok: true,
		request: wish.kind === "any" ? required : {
			...required,
			source
		}
	};
	const exactOne = wish.kind === "exact" ? wish : required.kind === "exact" ? required : void 0;
	if (exactOne !== void 0) {
		const other = exactOne === wish ? required : wish;
		if (satisfies(exactOne.version, other)) return {
			ok: true,
			request: {
				...exactOne,
				source
			}
		};
		return {
			ok: false,
			why: `asks for ${describeRequest(wish)}, but ${required.source} requires ${describeRequest(required)}`
		};
	}
	return {
		ok: true,
		request: {
			kind: "specifier",
			specifier: [wish, required].map((one) => one.kind === "specifier" ? one.specifier : "").join(","),
			source
		}
	};
}
/** What is wanted, for people: `0.13.8`, `>=0.13`, `the latest`, `any version`. */
function describeRequest(request) {
	switch (request.kind) {
		case "any": return "any version";
		case "latest": return "the latest version";
		case "exact": return request.version;
		case "specifier": return request.specifier;
	}
}
/** What is wanted and who says so, for the log. */
function explainRequest(request) {
	return request.kind === "any" ? "any version; none is asked for" : `${describeRequest(request)}, from ${request.source}`;
}
/** The request as a requirement that an installer takes: `uv==0.13.8`. */
function toRequirement(request) {
	switch (request.kind) {
		case "any":
		case "latest": return "uv";
		case "exact": return `uv==${request.version}`;
		case "specifier": return `uv${request.specifier}`;
	}
}

export { bucketFingerprint as _, highest as a, toRequirement as c, readRequiredVersion as d, readRequiresPython as f, lockIdentity as g, cacheKey as h, explainRequest as i, hasUvSettings as l, readPythonVersionFile as m, combine as n, parseVersionRequest as o, bestPython as p, describeRequest as r, satisfies as s, anyVersion as t, isWorkspaceRoot as u, hasWheels as v };