import { c as getState, f as saveState, n as addPath, o as exportVariable } from "./core.js";
import { O as defineAction } from "./begin.js";
import { c as literal, d as object, f as record, l as looseObject, m as string, r as array, v as unknown } from "./schemas.js";
import { c as path, l as secret, o as list, t as choice, u as text } from "./fields.js";
import { o as unreachable } from "./errors.js";
import { t as parseToml } from "./toml.js";
import { n as satisfies } from "./pep440.js";
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
	return KNOWN.find((entry) => satisfies(uvVersion, entry.versions))?.buckets;
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
/** Facts of a file that an index tells at one time and not at another; its hash says all that counts. */
function isToldByIndex(key, value) {
	return (key === "size" || key === "upload-time") && typeof value !== "object";
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
		const lock = lockSchema.parse(parseToml(text));
		const rest = {
			...lock,
			package: (lock.package ?? []).map(withoutOwnVersion),
			revision: void 0
		};
		identity = JSON.stringify(rest, (key, value) => {
			if (isToldByIndex(key, value)) return void 0;
			return typeof value === "bigint" ? String(value) : value;
		});
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

// src/core/uv/cache-policy.ts
const OFF = {
	restore: false,
	save: "never"
};
/** Runs with rights over code that somebody else may have written, or whose result is released. */
function distrust(situation) {
	if (situation.eventName === "release") return "a release is made from nothing that another run could have written";
	if (situation.refType === "tag") return "a tag is built from nothing that another run could have written";
	if (["pull_request_target", "workflow_run"].includes(situation.eventName)) return `${situation.eventName} runs with rights over code of others`;
}
/**
* @param situation the run
* @returns whether to restore and to save; never saved on releases and events of low trust, whatever the input says
*/
function decideCache(situation) {
	if (situation.mode === "false") return {
		...OFF,
		why: "the input cache is false"
	};
	const doubt = distrust(situation);
	if (situation.mode === "true") {
		if (doubt !== void 0) return {
			restore: true,
			save: "never",
			why: `the input cache is true; not saved: ${doubt}`
		};
		return {
			restore: true,
			save: "always",
			why: "the input cache is true"
		};
	}
	if (doubt !== void 0) return {
		...OFF,
		why: doubt
	};
	if (situation.isWarm) return {
		...OFF,
		why: "this machine keeps uv's cache by itself"
	};
	if (situation.eventName === "merge_group") return {
		restore: true,
		save: "never",
		why: "an entry of a merge queue is never read again"
	};
	if (situation.eventName === "pull_request") return {
		restore: true,
		save: "miss",
		why: "a pull request reads the base branch's entries"
	};
	return {
		restore: true,
		save: "always",
		why: "auto"
	};
}

// src/adapters/actions/job-environment.ts
const STATE = "turnpike";
/** The environment files of a GitHub step: `GITHUB_ENV`, `GITHUB_PATH`, `GITHUB_STATE`. */
const actionsJobEnvironment = {
	exportVariable: (name, value) => exportVariable(name, value),
	addPath: (folder) => addPath(folder),
	saveState: (text) => saveState(STATE, text),
	readState: () => {
		const text = getState(STATE);
		return text === "" ? void 0 : text;
	}
};

// src/actions/setup-uv/contract.ts
/** `actions/setup-uv`: uv, Python and the project's environment, verified and cached. */
const setupUvContract = defineAction({
	name: "setup-uv",
	title: "Turnpike: set up uv",
	description: "Installs a verified uv, the Python that the project asks for, and its locked environment, with a cache that pays.",
	inputs: {
		version: text("The uv to install: exact (`0.13.8`), a PEP 440 specifier (`>=0.13,<0.14`) or `latest`. Empty: what uv.toml or pyproject.toml require, else one that is there, else the newest. `required-version` always holds."),
		"python-version": text("The Python to use. Empty: .python-version, else requires-python."),
		"working-directory": path("The folder of the project.", { default: "." }),
		config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", { default: "turnpike.yml" }),
		sync: choice("Whether to run `uv sync --locked` and `npm ci`. `auto`: where a lock file is there. `gates`: so too, and a `uv.lock` that does not match is left to the gate `lock` to tell. `build`: only what the build command needs. `true`: a Python project without a lock is an error.", [
			"auto",
			"true",
			"false",
			"build",
			"gates"
		], { default: "auto" }),
		groups: list("Dependency groups to install besides the default ones and those that the gates need."),
		extras: list("Extras to install besides those that the gates need."),
		cache: choice("Whether to restore and save the package cache. `auto`: on, but off on releases and on events of low trust.", [
			"auto",
			"true",
			"false"
		], { default: "auto" }),
		"cache-suffix": text("Added to the cache key, to keep jobs with different needs apart."),
		checksum: text("SHA-256 of the uv wheel or release archive; nothing else is accepted when it is given."),
		"github-token": secret("For downloads from GitHub releases when no package index has uv.", { default: "${{ github.token }}" })
	},
	outputs: {
		"uv-version": { description: "The uv that was installed." },
		"uv-path": { description: "Absolute path of the uv binary." },
		"uv-source": { description: "Where it came from: path, tool-cache, index or release." },
		"python-version": { description: "The Python of the environment." },
		"cache-hit": { description: "true, partial or false." },
		"cache-key": { description: "The key that was looked for." },
		synced: { description: "true when the environment was installed from the lock." },
		"setup-file": { description: "Path of setup.json, which the report reads." }
	},
	permissions: { contents: {
		level: "read",
		why: "read the lock and the project file",
		optional: false
	} },
	post: true,
	onServiceError: "fail",
	branding: {
		icon: "download",
		color: "purple"
	}
});

// src/actions/setup-uv/use-cache.ts
/** What the post step must know; kept as one text. */
const cacheStateSchema = object({
	version: literal(1),
	key: string(),
	folder: string(),
	uvPath: string(),
	uvVersion: string()
});
const NONE = {
	key: "",
	state: void 0
};
async function topLevel(ports, folder) {
	return (await ports.files.list(folder, () => true)).map((entry) => entry.path);
}
async function keyFor(ports, inputs, subject) {
	const { platform } = ports.machine;
	const environments = [];
	for (const { root, environment } of subject.targets) {
		const lock = await ports.files.readText(`${root}/${environment.lock ?? "uv.lock"}`);
		const { cwd, groups, extras } = environment;
		environments.push({
			cwd,
			groups,
			extras,
			lock: lock === void 0 ? "" : lockIdentity(lock)
		});
	}
	return cacheKey({
		os: platform.os,
		arch: platform.arch,
		libc: platform.libc,
		image: ports.env["ImageOS"] ?? null,
		python: [...new Set(subject.pythons.map((version) => version.split(".").slice(0, 2).join(".")))].sort().join("_"),
		buckets: bucketFingerprint(subject.uv.version),
		suffix: inputs.cacheSuffix ?? "",
		environments
	});
}
/** What was restored counts only when this uv finds its folders in it. */
async function outcomeOf(ports, result, { uv, folder }) {
	if (result.kind !== "hit" && result.kind !== "partial") return "miss";
	if (hasWheels(await topLevel(ports, folder), uv.version)) return result.kind;
	ports.log.info(`The entry ${result.key} holds nothing that uv ${uv.version} reads; it counts as a miss.`);
	return "miss";
}
function mustSave(decision, outcome) {
	switch (decision.save) {
		case "always": return outcome !== "hit";
		case "miss": return outcome === "miss";
		case "never": return false;
		default: return unreachable(decision.save);
	}
}
/**
* Restores uv's cache when that is allowed and of use. Nothing here can fail the step.
*
* @param ports the world
* @param inputs the action's inputs
* @param subject what the entry is for
*/
async function restoreCache(ports, inputs, subject) {
	const { log, context } = ports;
	const { folder } = subject;
	if (subject.targets.length === 0) return {
		...NONE,
		outcome: "off"
	};
	const isWarm = (await topLevel(ports, folder)).some((name) => /^wheels-v\d+$/.test(name));
	const { eventName, refType } = context;
	const decision = decideCache({
		mode: inputs.cache,
		eventName,
		refType,
		isWarm
	});
	if (!decision.restore) {
		log.info(`Cache: off (${decision.why}).`);
		return {
			...NONE,
			outcome: "off",
			why: decision.why
		};
	}
	const { key, prefixes } = await keyFor(ports, inputs, subject);
	if (!ports.cache.isAvailable()) {
		log.info("Cache: no cache service here; packages come from the index.");
		return {
			outcome: "unavailable",
			key,
			state: void 0
		};
	}
	const start = ports.clock.monotonicMs();
	const result = await ports.cache.restore([folder], key, prefixes);
	const seconds = ((ports.clock.monotonicMs() - start) / 1e3).toFixed(1);
	if (result.kind === "unavailable") {
		log.info(`Cache: not reachable (${result.reason}); packages come from the index.`);
		return {
			outcome: "unavailable",
			key,
			state: void 0
		};
	}
	const outcome = await outcomeOf(ports, result, subject);
	const found = result.kind === "miss" ? "nothing found" : `found ${result.key}`;
	log.info(`Cache: ${outcome} in ${seconds} s (${decision.why}); looked for ${key}; ${found}.`);
	return {
		outcome,
		key,
		state: mustSave(decision, outcome) ? {
			version: 1,
			key,
			folder,
			uvPath: subject.uv.path,
			uvVersion: subject.uv.version
		} : void 0
	};
}

export { hasWheels as a, actionsJobEnvironment as i, restoreCache as n, setupUvContract as r, cacheStateSchema as t };