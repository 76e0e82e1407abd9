import { o as __toESM } from "./rolldown-runtime.js";
import { t as nearestName } from "./parse.js";
import { c as literal, d as object, f as record, m as string, r as array, u as number } from "./schemas.js";
import { t as datetime } from "./iso.js";
import { t as require_picomatch } from "./picomatch.js";
import { i as pythonVariables, r as WHEN_EVENTS } from "./gate-rules.js";
import { n as secretsOf, t as Masker } from "./mask.js";
import { n as TurnpikeError, o as unreachable, t as EXIT } from "./errors.js";
import { r as toolFacts, t as judge } from "./judge.js";
import { t as waive } from "./waiver.js";
import { t as environmentKey } from "./environment-key.js";
import { t as childEnvironment } from "./child-environment.js";
import { a as syncArguments, n as explainSync, t as classifySync } from "./sync-failure.js";
import { t as readExcerpt } from "./log-excerpt.js";
import { r as findingSchema, t as checkSchema } from "./details.js";
import { createHash } from "node:crypto";
import { dirname, join, normalize } from "node:path/posix";

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

// src/core/gates/result-surroundings.ts
/** Variables that change what common tools do. Values are hashed into keys and kept nowhere. */
const COUNTED = [
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
	return names.filter((name) => named.has(name) || COUNTED.some((pattern) => pattern.test(name)) && !NOT_COUNTED.test(name));
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
	return line.split(/[\n;|&(){}`]+/).map((command) => command.trim().replace(/^(?:(?:[A-Za-z_]\w*=\S*|if|then|else|do|while|until|!|exec|time|env)\s+)+/, "")).map((command) => /^[A-Za-z0-9_.+-]+(?=\s|$)/.exec(command)?.[0] ?? "").filter((word) => word !== "");
}
/**
* @param gate any gate
* @returns names of programs on the path that its command starts, as far as it shows them
*/
function programsOf(gate) {
	const { run } = gate;
	const all = (typeof run === "string" ? ["bash", ...firstWords(run)] : run.slice(0, 1).filter((name) => !name.includes("/"))).flatMap((name) => Object.hasOwn(RUNS_ON, name) ? [name, RUNS_ON[name] ?? ""] : [name]);
	const python = words(run).includes("uv") ? [] : ["python3"];
	return [.../* @__PURE__ */ new Set([...all, .../\bpython3?\b/.test(words(run)) ? python : []])].slice(0, MOST_PROGRAMS);
}

// src/core/gates/result-key.ts
/** Counted up when results of older keys must not be believed any more. */
const KEY_VERSION = 1;
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
function digestOf(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
function digestOfFiles(files) {
	const hash = createHash("sha256");
	for (const { path, mode, id } of files) hash.update(`${mode} ${id} ${path}\0`);
	return hash.digest("hex");
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
/** What of a gate decides its result; how it is shown and when it is started does not. */
function definitionOf(gate) {
	const { id, tool, run, cwd, env, reports, exitCodes, threshold, timeoutMs, environment } = gate;
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
		environment
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
/**
* @param gate any gate
* @returns why a pass of it must not be remembered, whatever its inputs; undefined when it may
*/
function whyNotRemembered(gate) {
	if (gate.network === true || toolFacts(gate.tool)?.isAudit === true) return "it asks a service, whose answer may change";
	if (gate.environment?.recipe !== void 0 && gate.cache !== true) return "its packages are installed anew each time";
	if (gate.cache === false) return "turnpike.yml says `cache: false`";
}
function pick(from, names) {
	return [...new Set(names)].sort().map((name) => [name, from[name] ?? ""]);
}
function partsOf(gate, ground, filesOf) {
	const variables = pick(ground.env, variablesNamedBy(gate, Object.keys(ground.env)));
	const programs = pick(ground.programs, programsOf(gate));
	const packages = pick(ground.packages, packagePlaces(gate, ground.env)).filter(([, what]) => what !== "");
	const names = (pairs) => pairs.map(([name]) => name).join(", ") || "none";
	return [
		{
			name: "turnpike",
			digest: digestOf([KEY_VERSION, ground.turnpike]),
			detail: "this program"
		},
		{
			name: "gate",
			digest: digestOf(definitionOf(gate)),
			detail: "command, folder, variables, reports, threshold"
		},
		filesOf(gate),
		{
			name: "variables",
			digest: digestOf(variables),
			detail: names(variables)
		},
		{
			name: "programs",
			digest: digestOf(programs),
			detail: names(programs)
		},
		{
			name: "packages",
			digest: digestOf(packages),
			detail: packages.map(([place]) => place.replace("\0", "/").replace(/^\.\//, "")).join(", ") || "none"
		},
		{
			name: "machine",
			digest: digestOf(ground.machine),
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
		const count = `${files.length.toLocaleString("en-US")} file${files.length === 1 ? "" : "s"}`;
		const part = {
			name: "files",
			digest: digestOfFiles(files),
			detail: count
		};
		known.set(id, part);
		return part;
	};
}
function noKey(gate, ground, keys) {
	const reason = whyNotRemembered(gate) ?? ground.blind;
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
			digest: digestOf([...needs].sort()),
			detail: gate.needs.join(", ")
		}];
		keys.set(gate.id, {
			kind: "key",
			key: digestOf(parts.map(({ name, digest }) => [name, digest])),
			parts
		});
	}
	return keys;
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
	if (eventName === "merge_group") {
		const group = event["merge_group"];
		const ref = typeof group === "object" && group !== null ? Reflect.get(group, "base_ref") : void 0;
		return typeof ref === "string" ? ref.replace(/^refs\/heads\//, "") : void 0;
	}
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
/**
* Whether a change can make a gate say something else. A gate that names neither `inputs` nor `when.paths` depends on all
* files, so every change can.
*
* @param gate any gate
* @param changed what changed
* @returns why it cannot, naming what was looked at; undefined when it can, also when nobody knows what changed
*/
function whyUnaffected(gate, changed) {
	if (changed.kind === "unknown") return void 0;
	if (changed.files.length === 0) return `nothing changed since ${changed.since}`;
	const patterns = gate.inputs ?? gate.when?.paths;
	if (patterns === void 0) return void 0;
	const isNamed = filesNamedBy(patterns);
	const isBeside = gate.inputs === void 0 ? () => false : countsBeside(gate);
	if (changed.files.some((file) => isNamed(file) || isBeside(file))) return void 0;
	return `${gate.inputs === void 0 ? "its `when.paths` name" : "its `inputs` name"} ${noneOf(changed.files, changed.since)}`;
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
	ruff: 1e3,
	ty: 3e3,
	"uv lock": 1e3,
	actionlint: 1e3,
	zizmor: 1e3,
	codespell: 2e3
};
/**
* Share of a gate's first core that is enough to start on. Beside a gate that keeps one and a half of two cores busy, the
* other half would stay idle; with less than that, two gates would only take turns.
*/
const LEAST_SHARE = .5;
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
const entry = object({
	durationMs: number().nonnegative(),
	cpu: number().nonnegative().nullable(),
	peakBytes: number().nonnegative().nullable(),
	runs: number().int().positive()
});
const historySchema = object({
	schema: literal("turnpike/history/1"),
	gates: record(string(), entry)
});
/** Weight of the newest run. */
const NEWEST = .3;
/**
* @param text history.json; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read, because it is no more than a hint
*/
function parseHistory(text) {
	if (text === void 0) return /* @__PURE__ */ new Map();
	try {
		const parsed = historySchema.safeParse(JSON.parse(text));
		return parsed.success ? new Map(Object.entries(parsed.data.gates)) : /* @__PURE__ */ new Map();
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

// src/core/gates/recall.ts
/**
* Chooses the gates that need not run. A pass stands for a gate only when it stands for all that need the gate too:
* they may want what it leaves behind, and a pass leaves nothing behind.
*
* @param gates all gates that would run
* @param keys their keys
* @param passOf what is remembered of a key
* @returns judgements of those that do not run
*/
function recallPasses(gates, keys, passOf) {
	const found = /* @__PURE__ */ new Map();
	for (const { id } of gates) {
		const key = keys.get(id);
		const pass = key?.kind === "key" ? passOf(key.key) : void 0;
		if (pass !== void 0) found.set(id, pass);
	}
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const open = gates.filter(({ id }) => !found.has(id));
	for (let gate = open.pop(); gate !== void 0; gate = open.pop()) for (const need of gate.needs) {
		const needed = byId.get(need);
		if (found.delete(need) && needed !== void 0) open.push(needed);
	}
	return found;
}

// src/core/gates/result-store.ts
const count = number().int().nonnegative().nullable();
const entrySchema = object({
	gate: string(),
	passedAt: datetime(),
	/** Where it passed, as people say it: `here`, `in run 123`. */
	where: string().max(200),
	durationMs: number().nonnegative(),
	exitCode: number().int().nullable(),
	summary: string().nullable(),
	counts: object({
		tests: count,
		failures: count,
		findings: count
	}),
	coverage: number().nullable(),
	findings: array(findingSchema),
	findingsTotal: number().int().nonnegative(),
	checks: array(checkSchema).optional()
});
const storeSchema = object({
	schema: literal("turnpike/results/1"),
	passes: record(string(), entrySchema)
});
/** Time after which a pass is not believed any more: what nobody can see, such as a certificate, changes in time. */
const BELIEVED_MS = 6048e5;
const MOST_FINDINGS = 20;
/** A file that is larger was not written by this program. */
const LARGEST_STORE_BYTES = 16777216;
/**
* @param text the file; undefined when there is none
* @returns what is remembered; nothing when the file cannot be read: any fault is a miss
*/
function parseResults(text) {
	if (text === void 0 || text.length > 16777216) return /* @__PURE__ */ new Map();
	try {
		const parsed = storeSchema.safeParse(JSON.parse(text));
		return parsed.success ? new Map(Object.entries(parsed.data.passes)) : /* @__PURE__ */ new Map();
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
/**
* @param store what to remember
* @returns the text of the file
*/
function renderResults(store) {
	return `${JSON.stringify({
		schema: "turnpike/results/1",
		passes: Object.fromEntries(store)
	})}\n`;
}
/**
* @param store what is remembered
* @param passes new passes by key
* @param now the time
* @returns the newest of both; what is too old to be believed is forgotten
*/
function rememberPasses(store, passes, now) {
	const all = [...[...store].filter(([key]) => !passes.has(key)), ...passes];
	return new Map(all.filter(([, pass]) => isBelieved(pass, now)).slice(-1e3));
}
function isBelieved({ passedAt }, now) {
	const age = now.getTime() - Date.parse(passedAt);
	return age <= 6048e5 && age >= -6e4;
}
/**
* @param judgement a gate that passed
* @param run where and when, and what it took
* @returns what to remember of it; undefined for every other outcome: a flaky pass, a waiver and doubt are not remembered
*/
function toPass(judgement, run) {
	if (judgement.outcome !== "passed") return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks } = judgement;
	const kept = {
		summary,
		counts,
		coverage,
		findings: findings.slice(0, MOST_FINDINGS),
		findingsTotal
	};
	return {
		...run,
		...kept,
		...checks === void 0 ? {} : { checks: [...checks] }
	};
}
/**
* @param pass a pass that is remembered
* @param now the time
* @returns the judgement of the gate that is not run again; undefined when the pass is too old
*/
function recalled(pass, now) {
	if (!isBelieved(pass, now)) return void 0;
	const { summary, counts, coverage, findings, findingsTotal, checks, passedAt, where } = pass;
	return {
		outcome: "cached",
		reason: `passed with the same inputs on ${passedAt.replace(/T(\d\d:\d\d).*$/, " $1 UTC")}, ${where}`,
		summary,
		counts,
		coverage,
		findings,
		findingsTotal,
		...checks === void 0 ? {} : { checks }
	};
}

// src/core/gates/retry.ts
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

// src/core/gates/verdict-of.ts
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
/**
* @param outcome what a gate came to
* @returns whether gates that need it may run
*/
function opensTheWay(outcome) {
	return OPENING.has(outcome);
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

// src/actions/gates/make-environment.ts
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
	const lines = `${stdout}\n${stderr}`.split(/\r?\n/).map((line) => line.replaceAll(/[│├╰─▶×]/g, "").trim());
	const errors = lines.filter((line) => /error|failed|cannot|could not|no solution|not found|unsatisfiable|because/i.test(line));
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
	const root = ports.env["PYENV_ROOT"] ?? (ports.env["HOME"] === void 0 ? void 0 : join(ports.env["HOME"], ".pyenv"));
	if (root === void 0 || !/^\d+\.\d+(?:\.\d+)?$/.test(version)) return void 0;
	const folder = join(root, "versions");
	const entries = await ports.files.list(folder, (path) => path.includes("/")).catch(() => []);
	const name = [...new Set(entries.map(({ path }) => path.split("/")[0] ?? ""))].filter((one) => one === version || one.startsWith(`${version}.`)).sort().at(-1);
	const program = name === void 0 ? void 0 : join(folder, name, "bin", "python");
	return program !== void 0 && await ports.files.exists(program) ? program : void 0;
}
/** Requests to `uv venv`, the best first, with what to say when that one is taken. */
async function requests(recipe, ports) {
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
async function makeVenv(recipe, place, uv, ports) {
	const { folder, root } = place;
	const env = childEnvironment(ports.env, {
		UV_SYSTEM_PYTHON: void 0,
		UV_PROJECT_ENVIRONMENT: void 0
	});
	let last = "";
	for (const [python, remark] of await requests(recipe, ports)) {
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
			cwd: root,
			env
		}, { timeoutMs: VENV_MS });
		if (isGood(result)) {
			const variables = {
				VIRTUAL_ENV: folder,
				PATH: `${join(folder, "bin")}:${ports.env["PATH"] ?? ""}`
			};
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
	if (await ports.files.exists(join(root, cwd, target.replace(/\/+$/, "")))) return words;
	return [...words.slice(0, at), ...words.slice(at + 2)];
}
async function install(commands, root, env, ports) {
	for (const command of commands) {
		const [program = "", ...args] = await withoutMissingLinks(command, root, ports);
		const all = {
			...env,
			...command.env,
			PATH: env["PATH"] ?? "",
			...env["VIRTUAL_ENV"] === void 0 ? {} : { VIRTUAL_ENV: env["VIRTUAL_ENV"] }
		};
		const file = await ports.processes.which(program, all) ?? program;
		const result = await ports.processes.capture({
			file,
			args,
			cwd: join(root, command.cwd),
			env: all
		}, { timeoutMs: INSTALL_MS });
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

// src/actions/gates/install-environments.ts
/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 12e5;
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
/** What uv is told of an environment with an interpreter of its own. */
function variablesFor({ python }) {
	return python === void 0 ? {} : pythonVariables(python);
}
/** Folders from an environment's own up to the root: a workspace keeps its packages at the top. */
function upwards(cwd) {
	const folders = [cwd];
	for (let at = cwd; at !== "."; at = dirname(at)) folders.push(dirname(at));
	return folders;
}
/** A lock without packages: `npm ci` makes no node_modules for it. */
async function locksNothing(lock, root, ports) {
	try {
		const { packages } = JSON.parse(await ports.files.readText(join(root, lock)) ?? "");
		return packages !== void 0 && !Object.keys(packages).some((path) => path.includes("node_modules/"));
	} catch {
		return false;
	}
}
async function isInstalled(need, root, ports) {
	if (need.manager === "npm" && need.lock !== null && await locksNothing(need.lock, root, ports)) return true;
	const own = variablesFor(need)["UV_PROJECT_ENVIRONMENT"] ?? ports.env["UV_PROJECT_ENVIRONMENT"] ?? "";
	const folder = need.manager !== "uv" ? "node_modules" : own === "" ? ".venv" : own;
	if (folder.startsWith("/")) return ports.files.exists(folder);
	for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
	return false;
}
function fromRoot(cwd, command) {
	return cwd === "." ? command : `cd ${cwd} && ${command}`;
}
/** What a person types; the options that are for machines are left out. */
function commandFor(environment) {
	const installs = environment.recipe?.installs ?? [];
	if (environment.manager === "venv") return `${environment.recipe?.name ?? "venv"}: ${installs.map(installLine).join(" && ")}`;
	if (environment.recipe !== void 0) return installs.map((one) => fromRoot(one.cwd, installLine(one))).join(" && ");
	if (environment.manager !== "uv") return fromRoot(environment.cwd, `${environment.manager} ci`);
	const options = [
		...environment.groups.map((one) => `--group ${one}`),
		...environment.extras.map((one) => `--extra ${one}`),
		...environment.options ?? []
	];
	const variables = Object.entries(variablesFor(environment)).map(([name, value]) => `${name}=${value}`);
	return fromRoot(environment.cwd, [
		...variables,
		"uv sync --locked",
		...options
	].join(" "));
}
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
async function syncWithUv(environment, root, ports) {
	const added = variablesFor(environment);
	const env = childEnvironment(ports.env, added);
	const uv = await ports.processes.which("uv", env);
	if (uv === void 0) return { problem: {
		reason: "uv is not installed",
		mend: void 0
	} };
	const cwd = join(root, environment.cwd);
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
		const folder = added["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
		if (folder !== ".venv" || (ports.env["UV_PROJECT_ENVIRONMENT"] ?? "") === "") await ports.files.remove(join(cwd, folder));
		return { problem: {
			reason: reason === "" ? `uv ended with ${end.code}` : reason,
			mend: mend ?? own
		} };
	}
	return { problem: {
		reason: end.kind === "not-started" ? end.message : "uv did not end by itself",
		mend: own
	} };
}
/** Programs of installed packages, the nearest first, as a package manager puts them when it runs a script. */
function nodeVariables({ cwd }, root, ports) {
	return { PATH: [...upwards(cwd).map((folder) => join(root, folder, "node_modules", ".bin")), ports.env["PATH"] ?? ""].join(":") };
}
async function seeToNode(environment, options, ports) {
	const { root, listener, allowScripts } = options;
	const variables = nodeVariables(environment, root, ports);
	if (await isInstalled(environment, root, ports)) return { variables };
	const command = commandFor(environment);
	if (allowScripts !== true || environment.recipe === void 0) return { problem: `node_modules is not installed; run \`${command}\`` };
	listener({
		kind: "setup-started",
		command
	});
	const problem = await installNodePackages(environment, root, ports);
	listener({
		kind: "setup-finished",
		command,
		problem
	});
	return problem === void 0 ? { variables } : { problem: `node_modules could not be installed (${problem})` };
}
async function seeToVenv(environment, at, options, ports) {
	const { recipe } = environment;
	if (recipe === void 0) return { problem: "nothing says how its environment is made" };
	const command = commandFor(environment);
	options.listener({
		kind: "setup-started",
		command
	});
	const place = {
		root: options.root,
		folder: join(options.folder, String(at + 1))
	};
	const made = await makePythonEnvironment(recipe, place, ports);
	const problem = made.kind === "failed" ? made.reason : void 0;
	const remark = made.kind === "made" && made.remark !== void 0 ? ` (${made.remark})` : "";
	options.listener({
		kind: "setup-finished",
		command: `${command}${remark}`,
		problem
	});
	if (made.kind === "made") return { variables: made.variables };
	return { problem: `the environment ${recipe.name} could not be made (${made.reason})` };
}
function staleRemark({ reason, mend }) {
	return `${reason.charAt(0).toUpperCase() + reason.slice(1)}; the gates ran with the packages that it has (\`uv sync --frozen\`). To mend it, run \`${mend}\`.`;
}
async function seeToUv(environment, options, ports) {
	if (environment.lock === null || await isInstalled(environment, options.root, ports)) return {};
	const command = commandFor(environment);
	options.listener({
		kind: "setup-started",
		command
	});
	const { problem, stale } = await syncWithUv(environment, options.root, ports);
	options.listener({
		kind: "setup-finished",
		command,
		problem: problem?.reason
	});
	if (stale !== void 0) return { remark: staleRemark(stale) };
	if (problem === void 0) return {};
	const mend = problem.mend === void 0 ? "" : `; run \`${problem.mend}\``;
	return { problem: `the Python environment could not be installed (${problem.reason})${mend}` };
}
/**
* Sees to the packages that gates need. Where a locked Python environment is missing, it is installed exactly as locked; one
* that the repository makes by commands is made outside of the tree; each is a step that is shown. Packages of Node are
* installed only where their scripts may run.
*
* @param gates the gates that will run
* @param options environments of the plan, and where they are
* @param ports the world
* @returns what is there, and why gates cannot run for what is not
*/
async function installEnvironments(gates, options, ports) {
	const problems = /* @__PURE__ */ new Map();
	const variables = /* @__PURE__ */ new Map();
	const remarks = [];
	const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
	await eachOf(options.environments.filter((one) => needed.has(keyOf(one))), Math.max(1, ports.machine.cores()), async (environment, at) => {
		const outcome = await (environment.manager === "venv" ? seeToVenv(environment, at, options, ports) : environment.manager === "uv" ? seeToUv(environment, options, ports) : seeToNode(environment, options, ports));
		if (outcome.problem !== void 0) problems.set(keyOf(environment), outcome.problem);
		if (outcome.variables !== void 0) variables.set(keyOf(environment), outcome.variables);
		if (outcome.remark !== void 0) remarks.push(outcome.remark);
	});
	return {
		problems,
		variables,
		remarks: [...new Set(remarks)].sort()
	};
}
/** Does work for each, a few at a time. */
async function eachOf(all, atOnce, work) {
	let next = 0;
	const worker = async () => {
		for (let at = next; at < all.length; at = next) {
			next += 1;
			const one = all[at];
			if (one !== void 0) await work(one, at);
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

// src/actions/gates/gate-environment.ts
/** Shorter values are shared by chance. */
const SHORTEST_TOKEN = 6;
const TOKEN_VARIABLES = /^(?:ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_.*(?:TOKEN|SECRET|PASSWORD).*)$/i;
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

// src/actions/gates/run-gate.ts
const REPORTS = "${reports}";
/** A path inside the repository, or undefined when it leads out of it. */
function inside(root, ...parts) {
	if (parts.some((part) => part.startsWith("/"))) return void 0;
	const path = normalize(join(root, ...parts)).replace(/\/$/, "");
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
	const own = Object.fromEntries(Object.entries(gate.env).map(([name, value]) => [name, fill(value)]));
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
	return {
		file: await programOf(ports, file, env),
		args,
		cwd,
		env
	};
}
async function removeOld(ports, reports) {
	for (const { path, fromStdout } of reports) {
		if (await ports.files.size(path).catch(() => void 0) !== void 0) await ports.files.remove(path);
		if (fromStdout) await ports.files.makeDirectory(join(path, ".."));
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
	const { readReport } = await import("./read-report.js");
	for (const { format, path } of typeof files === "string" ? [] : files) reports.push({
		format,
		path,
		result: await readReport(ports.files, {
			format,
			path
		}, context)
	});
	if (result.end.kind === "exited" && result.end.code !== 0 && !reports.some((report) => report.result.kind === "read")) {
		const shown = await readReport(ports.files, {
			format: "text",
			path: place.log
		}, context);
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
	return {
		judgement: maskJudgement(judgement, masker),
		result,
		excerpt,
		tests
	};
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
	const mask = (text) => text === null ? null : masker.mask(text);
	return {
		...judgement,
		reason: mask(judgement.reason),
		summary: mask(judgement.summary),
		...judgement.checks === void 0 ? {} : { checks: judgement.checks.map((check) => maskCheck(check, masker)) },
		findings: judgement.findings.map((finding) => ({
			...finding,
			message: masker.mask(finding.message),
			rule: mask(finding.rule),
			file: mask(finding.file)
		}))
	};
}
function maskCheck(check, masker) {
	const mask = (text) => text === null ? null : masker.mask(text);
	return {
		...check,
		id: masker.mask(check.id),
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
	await files.makeDirectory(dirname(place.log));
}
function describe(earlier) {
	return earlier.map(({ judgement, why }, at) => `attempt ${at + 1}: ${judgement.reason ?? judgement.outcome} (${why})`).join("; ");
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
/** Above this many processes a core somebody else wants the machine too. */
const CROWDED_LOAD = 1.25;
const NO_QUARANTINE = {
	entries: [],
	at: 0,
	os: "unknown"
};
/** One run of gates: starts what the schedule offers, tells it of ends, until nothing is left. */
var GateRunner = class {
	#gates;
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
		this.#schedule = new Schedule(started.map((gate) => withMeasuredSize(gate, options.history)), {
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
		if (!this.#stop.signal.aborted) for (const id of this.#schedule.startable()) this.#start(id);
		if (this.#schedule.isDone) this.#done();
	}
	#start(id) {
		const gate = this.#gates.get(id);
		if (gate === void 0) return;
		this.#schedule.start(id);
		this.#running.set(id, {
			sinceMs: this.#now(),
			line: "",
			isCrowded: false
		});
		if (this.#schedule.usedCpu > this.#options.cores) for (const one of this.#running.values()) one.isCrowded = true;
		this.#tell({
			kind: "started",
			id,
			atMs: this.#now()
		});
		this.#runGate(gate).then((run) => this.#finish(gate, run), (error) => this.#finish(gate, couldNotRun(error instanceof Error ? error.message : String(error))));
	}
	async #runGate(gate) {
		const need = packagesFor(gate);
		const problem = need === null ? void 0 : this.#options.installed.problems.get(keyOf(need));
		if (problem !== void 0) return couldNotRun(problem);
		const name = this.#names.get(gate.id) ?? gate.id;
		const place = {
			root: this.#options.root,
			variables: need === null ? {} : this.#options.installed.variables.get(keyOf(need)) ?? {},
			reports: join(this.#options.scratch, "reports", name),
			log: join(this.#options.scratch, "logs", `${name}.log`)
		};
		await this.#ports.files.makeDirectory(place.reports);
		const onLine = (line) => this.#onLine(gate.id, line);
		const { masker, quarantine = NO_QUARANTINE } = this.#options;
		return runAttempts(gate, {
			place,
			masker,
			quarantine,
			signal: this.#stop.signal,
			onLine
		}, this.#ports);
	}
	#onLine(id, line) {
		const running = this.#running.get(id);
		if (running === void 0 || line.trim() === "") return;
		running.line = this.#options.masker.mask(line);
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
		if (run.result.end.kind === "exited") this.#measure(gate.id, run, running?.isCrowded ?? true);
		const skips = this.#schedule.finish(gate.id, opensTheWay(judgement.outcome));
		for (const { id, need } of skips) this.#skip(id, `\`${need}\` ${whyClosed(this.#executed.get(need)?.judgement)}`);
		if (gate.required && [
			"failed",
			"timed-out",
			"tool-error"
		].includes(judgement.outcome) && this.#options.failFast && this.#firstFailure === void 0) {
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
	#measure(id, { result }, sharedCores) {
		const load = this.#ports.machine.load();
		const wasCrowded = sharedCores || load !== null && load > CROWDED_LOAD * this.#options.cores;
		const { durationMs, cpuMs, peakBytes } = result;
		const cpu = cpuMs === void 0 || durationMs < LEAST_MEASURED_MS ? null : cpuMs / durationMs;
		this.#measured.set(id, {
			durationMs,
			cpu,
			peakBytes: peakBytes ?? null,
			wasCrowded
		});
	}
	#record(gate, run, sinceMs) {
		const { end } = run.result;
		const { cpuMs, peakBytes } = usedByAll(run);
		const durationMs = run.totalMs;
		const readyMs = Math.max(0, ...gate.needs.map((need) => endOf(this.#executed.get(need))));
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
			logFile: wasStarted ? join(this.#options.scratch, "logs", `${name}.log`) : null,
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
			const running = [...this.#running].map(([id, { sinceMs, line }]) => ({
				id,
				forMs: this.#now() - sinceMs,
				line
			}));
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

// src/actions/gates/history.ts
/** What single tests did, beside the file of durations. */
const OBSERVATIONS_FILE = "observations.ndjson";
/** Nothing was looked at. */
const NO_TESTS = {
	fresh: [],
	standings: [],
	text: ""
};
/** Files that differ from the commit belong to no tree, so a run of them proves nothing of it. */
function observedRun({ origin, facts, startedAt }) {
	if (origin === void 0 || facts.tree === null || facts.dirty) return void 0;
	const { run, attempt, part, branch, isDefaultBranch, event } = origin;
	const { tree, commit } = facts;
	return {
		tree,
		commit,
		branch,
		isDefaultBranch,
		event,
		run,
		attempt,
		part,
		at: startedAt
	};
}
/** A test that failed in one attempt of its gate and passed in the last one did both. */
function ofAllAttempts({ tests, earlier }) {
	if (tests === null || earlier.length === 0) return tests;
	const passed = new Set(tests.cases.passed);
	const before = earlier.flatMap((attempt) => attempt.tests?.hasTimedOut === false ? attempt.tests.cases.failed : []);
	const both = new Map(before.filter(({ key }) => passed.has(key)).map((test) => [test.id, test]));
	return {
		...tests,
		cases: {
			...tests.cases,
			flaky: [...tests.cases.flaky, ...both.values()]
		}
	};
}
/**
* @param check the run
* @param gates what each gate came to
* @param files where the history lies; what cannot be read there counts as not remembered
* @returns this run's records, and what all records together say
*/
async function lookBack(check, gates, files) {
	const withTests = gates.flatMap((executed) => {
		const tests = ofAllAttempts(executed);
		return tests === null ? [] : [{
			gate: executed.gate.id,
			...tests
		}];
	});
	if (withTests.length === 0) return NO_TESTS;
	const flaky = await import("./flaky2.js");
	const run = observedRun(check);
	const fresh = run === void 0 ? [] : withTests.map((gate) => flaky.toObservation(run, gate));
	const kept = await files.readText(join(dirname(check.historyFile), OBSERVATIONS_FILE)).catch(() => void 0);
	const all = flaky.mergeObservations(flaky.parseObservations(kept), fresh);
	return {
		fresh,
		standings: flaky.analyseTests(all),
		text: flaky.renderObservations(all)
	};
}
/**
* Keeps what this run took, and what its tests did. Without it the next run starts in another order and knows less of its
* tests, and that is all, so a fault is silent.
*
* @param historyFile absolute path of the file of durations
* @param execution what gates took
* @param tests what tests did
* @param files where it is kept
*/
async function keepHistory(historyFile, execution, tests, files) {
	try {
		const history = parseHistory(await files.readText(historyFile));
		await files.write(historyFile, renderHistory(remember(history, execution.measured)));
		if (tests.fresh.length > 0) await files.write(join(dirname(historyFile), OBSERVATIONS_FILE), tests.text);
	} catch {}
}
/**
* Takes over what the runners of a fan-out remembered.
*
* @param folders absolute folder of each runner's results
* @param historyFile absolute path of the file of durations of the whole
* @param files where all of it lies
*/
async function joinHistories(folders, historyFile, files) {
	try {
		const flaky = await import("./flaky2.js");
		const read = async (path) => files.readText(path).catch(() => void 0);
		const observationsFile = join(dirname(historyFile), OBSERVATIONS_FILE);
		const durations = new Map(parseHistory(await read(historyFile)));
		let observations = flaky.parseObservations(await read(observationsFile));
		for (const folder of folders) {
			const fresh = flaky.parseObservations(await read(join(folder, OBSERVATIONS_FILE)));
			observations = flaky.mergeObservations(observations, fresh);
			for (const [id, entry] of parseHistory(await read(join(folder, "history/durations.json")))) if (entry.runs > (durations.get(id)?.runs ?? 0)) durations.set(id, entry);
		}
		await files.write(historyFile, renderHistory(durations));
		if (observations.length > 0) await files.write(observationsFile, flaky.renderObservations(observations));
	} catch {}
}

// src/actions/gates/keep-results.ts
/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 67108864;
const MOST_REPORTS = 1e3;
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
* @param outputDirectory absolute path
*/
async function removeOldResults(files, outputDirectory) {
	for (const name of RESULT_NAMES) await files.remove(join(outputDirectory, name));
}
/**
* Turnpike's own folder ignores itself, so that what it holds is never committed.
*
* @param files the files
* @param root absolute path of the repository
* @param outputDirectory absolute path of where results go
*/
async function ignoreOwnFolder(files, root, outputDirectory) {
	const own = join(root, ".turnpike");
	if (outputDirectory !== own && !outputDirectory.startsWith(`${own}/`)) return;
	const ignore = join(own, ".gitignore");
	if (!await files.exists(ignore)) await files.write(ignore, "*\n");
}
async function* decoded(files, path) {
	const decoder = new TextDecoder("utf-8");
	for await (const piece of files.stream(path)) yield decoder.decode(piece, { stream: true });
	yield decoder.decode();
}
async function holdsSecret(files, path, masker) {
	let held = "";
	for await (const piece of decoded(files, path)) {
		const text = held + piece;
		if (masker.mask(text) !== text) return true;
		held = text.slice(-masker.longest);
	}
	return false;
}
/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files, from, to, masker) {
	if (masker.isEmpty || !await holdsSecret(files, from, masker)) {
		await files.copy(from, to);
		return;
	}
	await files.write(to, "");
	for await (const piece of masker.maskPieces(decoded(files, from))) await files.append(to, piece);
}
/**
* Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets.
*
* @param files the files
* @param folders scratch folder and output directory, absolute
* @param masker hides secrets
*/
async function keepResults(files, folders, masker) {
	for (const name of ["logs", "reports"]) {
		const from = join(folders.scratch, name);
		const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
		const kept = name === "logs" ? entries : entries.filter((entry) => entry.size <= LARGEST_REPORT_BYTES);
		for (const { path } of name === "logs" ? kept : kept.slice(0, MOST_REPORTS)) await copyMasked(files, join(from, path), join(folders.outputDirectory, name, path), masker);
	}
}

// src/actions/gates/quarantine.ts
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
	const text = await ports.files.readText(join(root, FILE));
	const os = origin?.os ?? "unknown";
	if (text === void 0) return {
		entries: [],
		at: 0,
		os
	};
	const { parseQuarantine } = await import("./flaky2.js");
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

// src/actions/gates/result-cache.ts
/** Files that are named to people. */
const MOST_NAMED = 5;
async function readStore(files, path) {
	try {
		if ((await files.size(path) ?? 0) > 16777216) return /* @__PURE__ */ new Map();
		return parseResults(await files.readText(path));
	} catch {
		return /* @__PURE__ */ new Map();
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
	#gates;
	#store;
	#ground;
	/** What decides each gate's result. */
	keys;
	constructor(memory, ports, run, known) {
		this.#memory = memory;
		this.#ports = ports;
		this.#gates = run.gates;
		this.#request = run.request;
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
		const { gates } = run;
		const [store, ground] = await Promise.all([readStore(ports.files, memory.file), memory.grounds.look(request)]);
		return new ResultCache(memory, ports, {
			gates,
			request
		}, {
			store,
			ground
		});
	}
	/** @returns judgements of gates that need not run */
	recall() {
		if (this.#memory.readsNothing === true) return /* @__PURE__ */ new Map();
		const now = this.#ports.clock.now();
		return recallPasses(this.#gates, this.keys, (key) => {
			const pass = this.#store.get(key);
			return pass === void 0 ? void 0 : recalled(pass, now);
		});
	}
	/**
	* Remembers what passed, when the files of the gate are still what they were as the run began. A fault forgets, and fails
	* nothing.
	*
	* @param execution what the gates came to
	* @param masker hides secrets
	*/
	async keep(execution, masker) {
		const passes = /* @__PURE__ */ new Map();
		const fresh = execution.gates.filter(({ judgement }) => judgement.outcome === "passed");
		const after = fresh.length === 0 ? this.#ground : await this.#memory.grounds.lookAgain(this.#request);
		const keysAfter = fresh.length === 0 ? this.keys : resultKeys(this.#gates, {
			...this.#ground,
			...after
		});
		for (const one of fresh) {
			const before = this.keys.get(one.gate.id);
			const now = keysAfter.get(one.gate.id);
			const pass = this.#toPass(one);
			if (before?.kind === "key" && now?.kind === "key" && before.key === now.key && pass !== void 0) passes.set(before.key, pass);
		}
		if (passes.size > 0) await this.#write(passes, masker);
		return {
			keys: this.keys,
			hasNew: passes.size > 0,
			restless: differing(this.#ground, after)
		};
	}
	#toPass({ gate, judgement, durationMs, exitCode }) {
		const passedAt = this.#ports.clock.now().toISOString();
		const { where } = this.#memory;
		return toPass(judgement, {
			gate: gate.id,
			passedAt,
			where,
			durationMs: durationMs ?? 0,
			exitCode
		});
	}
	async #write(passes, masker) {
		try {
			const text = renderResults(rememberPasses(this.#store, passes, this.#ports.clock.now()));
			await this.#ports.files.write(this.#memory.file, masker.mask(text));
		} catch {}
	}
};

// src/actions/gates/changed-files.ts
const unknown = (reason) => ({
	kind: "unknown",
	reason
});
function textAt(value, ...path) {
	const found = path.reduce((at, key) => typeof at === "object" && at !== null ? Reflect.get(at, key) : void 0, value);
	return typeof found === "string" && found !== "" ? found : void 0;
}
/** A commit id and nothing that git could take for anything else. */
function shaAt(event, ...path) {
	const text = textAt(event, ...path);
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

// src/actions/gates/check-repository.ts
/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = .9;
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
function toResult(executed) {
	const { gate, judgement, startMs, durationMs, exitCode } = executed;
	return {
		id: gate.id,
		outcome: judgement.outcome,
		required: gate.required,
		startMs: startMs === null ? null : Math.round(startMs),
		durationMs: durationMs === null ? null : Math.round(durationMs),
		exitCode,
		reason: judgement.reason,
		counts: judgement.counts
	};
}
function notRun({ id, required }, reason = "not among the gates that were asked for") {
	return {
		id,
		required,
		outcome: null,
		startMs: null,
		durationMs: null,
		exitCode: null,
		reason,
		counts: {
			tests: null,
			failures: null,
			findings: null
		}
	};
}
function attemptsOf({ earlier, fileName }) {
	if (earlier.length === 0) return {};
	return { attempts: earlier.map(({ judgement, result, why }, at) => ({
		outcome: judgement.outcome,
		reason: judgement.reason,
		why,
		durationMs: Math.round(result.durationMs),
		logFile: attemptLog(`logs/${fileName}.log`, at + 1)
	})) };
}
/** What the page says of single tests; loaded when there is something to say. */
async function toldOf({ execution, quarantine, tests }) {
	if (quarantine.entries.length === 0 && execution.gates.every((one) => one.tests === null)) return {};
	const { tellTests } = await import("./test-details.js");
	return tellTests(tests.standings, quarantine, execution.gates);
}
async function detailsOf(request, ran) {
	const { execution, cores } = ran;
	const told = await toldOf(ran);
	const { plan } = request;
	return {
		schema: "turnpike/details/1",
		cores,
		budgetMs: plan.budget.totalMs,
		budgetEnforced: plan.budget.enforce,
		release: request.release,
		coverage: execution.gates.map((one) => one.judgement.coverage).find((percent) => percent !== null) ?? null,
		gates: execution.gates.map((executed) => {
			const { gate, judgement, excerpt, logFile, fileName } = executed;
			return {
				id: gate.id,
				tool: gate.tool,
				tier: gate.tier,
				reproduce: gate.reproduce,
				cwd: gate.cwd,
				source: gate.source,
				summary: judgement.summary,
				logFile: logFile === null ? null : `logs/${fileName}.log`,
				logTail: [...excerpt?.tail ?? []],
				findings: [...judgement.findings],
				findingsTotal: judgement.findingsTotal,
				cpuMs: executed.cpuMs,
				peakBytes: executed.peakBytes,
				waitedMs: executed.waitedMs,
				...attemptsOf(executed),
				...judgement.checks === void 0 ? {} : { checks: [...judgement.checks] }
			};
		}),
		suggestions: plan.suggestions.map(({ gate, enable }) => ({
			id: gate.id,
			command: gate.reproduce,
			why: gate.why,
			enable
		})),
		...changedOf(await situationOf(request, ran)),
		...told,
		...ran.remarks.length === 0 ? {} : { remarks: [...ran.remarks] }
	};
}
/** Most files that the page is told of. */
const MOST_CHANGED = 3e3;
/** A page is made on GitHub alone; here nobody waits for what only it shows. */
async function situationOf({ origin, situation }, ran) {
	if (ran.situation !== void 0 || origin === void 0 || origin.event === "local") return ran.situation;
	return await situation?.().catch(() => void 0);
}
function changedOf(situation) {
	if (situation?.changed.kind !== "known" || situation.changed.files.length > MOST_CHANGED) return {};
	const { since, files } = situation.changed;
	return { changed: {
		since,
		files: [...files]
	} };
}
/** A release is checked whole, whoever asks. */
async function openResults({ results, root, release, outputDirectory }, gates, ports, hasInstalled) {
	if (results === void 0 || release) return void 0;
	const own = outputDirectory.startsWith(`${root}/`) ? [`${outputDirectory.slice(root.length + 1)}/`] : [];
	return ResultCache.open(results, {
		gates,
		root,
		written: own,
		hasInstalled
	}, ports);
}
/** Gates that a change cannot make say something else, with the reason. */
function unaffectedBy(change, gates) {
	return change === void 0 ? /* @__PURE__ */ new Map() : leftOut(gates, (gate) => whyUnaffected(gate, change));
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
async function writeResults(request, ran, ports, watch) {
	const { plan, outputDirectory } = request;
	const { execution, facts, masker, startedAt, durationMs, situation, results } = ran;
	const { release, requireGates } = request;
	const run = verdictOf(execution.gates.map(({ gate, judgement }) => ({
		...gate,
		outcome: judgement.outcome
	})), {
		release,
		budget: plan.budget,
		durationMs,
		requireGates,
		stoppedBy: watch.stop.cause()
	});
	const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
	const declared = plan.gates.filter((gate) => gate.declared);
	const verdict = {
		schema: "turnpike/verdict/1",
		verdict: run.verdict,
		...facts,
		startedAt,
		durationMs,
		...declared.some((gate) => !byId.has(gate.id)) ? { partial: true } : {},
		gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate, ran.unaffected.get(gate.id)))
	};
	const details = await detailsOf(request, ran);
	const verdictFile = join(outputDirectory, "verdict.json");
	const detailsFile = join(outputDirectory, "details.json");
	await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
	await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
	const observations = ran.tests.fresh.map((one) => `${JSON.stringify(one)}\n`).join("");
	if (observations !== "") await ports.files.write(join(outputDirectory, OBSERVATIONS_FILE), observations);
	return {
		run,
		verdict,
		details,
		execution,
		verdictFile,
		verdictDigest: await ports.files.sha256(verdictFile),
		detailsFile,
		masker,
		logs: join(outputDirectory, "logs"),
		situation,
		results,
		remarks: ran.remarks
	};
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
	const { root, plan, outputDirectory, failFast } = request;
	const { files } = ports;
	const asked = selectGates(plan, request.only);
	const unaffected = unaffectedBy(request.change, asked);
	const gates = asked.filter((gate) => !unaffected.has(gate.id));
	const facts = await request.facts;
	const quarantine = await readQuarantine(root, request.origin, facts, ports);
	await removeOldResults(files, outputDirectory);
	await ignoreOwnFolder(files, root, outputDirectory);
	const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
	const scratch = join(request.temp, `turnpike-gates-${ports.random.uuid()}`);
	const cores = request.jobs ?? ports.machine.cores();
	const memory = ports.machine.memoryBytes();
	const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
	try {
		await files.makeDirectory(join(scratch, "logs"));
		const startedAt = ports.clock.now().toISOString();
		const begin = ports.clock.monotonicMs();
		const { listener } = watch;
		const situation = asksForSituation(gates) ? await request.situation?.() : void 0;
		const held = heldBack(gates, situation);
		const started = gates.filter((gate) => !held.has(gate.id));
		const folder = join(scratch, "environments");
		const allowScripts = request.allowScripts === true;
		let hasInstalled = false;
		const tell = (event) => {
			hasInstalled ||= event.kind === "setup-started";
			listener(event);
		};
		const wanted = {
			root,
			environments: plan.environments,
			listener: tell,
			folder,
			allowScripts
		};
		const installed = request.prepared ?? await installEnvironments(started, wanted, ports);
		const cache = await openResults(request, started, ports, hasInstalled);
		const known = new Map([...held, ...cache?.recall() ?? []]);
		const history = parseHistory(await files.readText(request.historyFile).catch(() => void 0));
		const where = {
			root,
			scratch,
			cores,
			memoryBytes
		};
		const how = {
			failFast,
			history,
			installed,
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
		const results = await cache?.keep(execution, masker);
		await keepResults(files, {
			scratch,
			outputDirectory
		}, masker);
		const observed = {
			origin: request.origin,
			facts,
			startedAt,
			historyFile: request.historyFile
		};
		const tests = await lookBack(observed, execution.gates, files);
		const checked = await writeResults(request, {
			execution,
			facts,
			masker,
			cores,
			startedAt,
			durationMs,
			situation,
			quarantine,
			tests,
			results,
			unaffected,
			remarks: installed.remarks ?? []
		}, ports, watch);
		await keepHistory(request.historyFile, execution, tests, files);
		return checked;
	} finally {
		await files.remove(scratch).catch(() => void 0);
	}
}

export { makeStates as _, changedHere as a, removeOldResults as c, installEnvironments as d, keyOf as f, fileNamesOf as g, parseHistory as h, situationOnGitHub as i, joinHistories as l, verdictOf as m, selectGates as n, ResultCache as o, packagesFor as p, situationHere as r, ignoreOwnFolder as s, checkRepository as t, gateEnvironment as u };