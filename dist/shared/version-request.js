import { o as __toESM } from "./rolldown-runtime.js";
import { a as explain, n as satisfies$1, o as valid, r as validRange, t as maxSatisfying } from "./pep440.js";
import { t as require_semver } from "./semver.js";

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

export { highest as a, toRequirement as c, explainRequest as i, combine as n, parseVersionRequest as o, describeRequest as r, satisfies as s, anyVersion as t };