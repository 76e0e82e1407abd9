import { _ as selectGates, et as makeStates, pt as parseHistory } from "./first-gate.js";
import { n as shareSchema, r as sharesSchema, t as planDigest } from "./share-file.js";
import { n as TurnpikeError } from "./errors.js";
import { join } from "node:path/posix";

// src/core/gates/shares/fan-out.ts
function statesOf(gates, { cores, history }) {
	const durations = new Map([...history].map(([id, { durationMs }]) => [id, durationMs]));
	return makeStates(gates, {
		capacity: {
			cores,
			memoryBytes: null
		},
		durations
	});
}
/** A verdict that a need gives on one runner would not reach another. */
function togetherByNeeds(gates) {
	const groupOf = new Map(gates.map((gate) => [gate.id, /* @__PURE__ */ new Set([gate])]));
	for (const gate of gates) for (const need of gate.needs) {
		const [mine, theirs] = [groupOf.get(gate.id), groupOf.get(need)];
		if (mine === void 0 || theirs === void 0 || mine === theirs) continue;
		for (const one of theirs) groupOf.set(one.id, mine.add(one));
	}
	return [...new Set(groupOf.values())].map((group) => gates.filter((gate) => group.has(gate)));
}
function expected({ workMs, pathMs }, cores) {
	return Math.max(workMs / cores, pathMs);
}
function bundlesOf(gates, options, targetMs) {
	const states = statesOf(gates, options);
	return togetherByNeeds(gates).flatMap((group) => {
		const known = group.flatMap((gate) => states.get(gate.id) ?? []);
		const workMs = known.reduce((sum, state) => sum + state.durationMs * state.cpu, 0);
		const pathMs = Math.max(...known.map((state) => state.pathMs));
		const [only] = group;
		const most = group.length === 1 && only !== void 0 ? options.partsOf(only) : 1;
		const parts = Math.min(Math.ceil(pathMs / targetMs), options.maxRunners, most);
		if (only === void 0 || parts < 2) return [{
			gates: group.map(({ id }) => ({
				id,
				part: null
			})),
			workMs,
			pathMs
		}];
		return Array.from({ length: parts }, (_, at) => ({
			gates: [{
				id: only.id,
				part: {
					index: at + 1,
					of: parts
				}
			}],
			workMs: workMs / parts,
			pathMs: pathMs / parts
		}));
	});
}
function hasPartOf(load, bundle) {
	return bundle.gates.some(({ id, part }) => part !== null && load.gates.some((gate) => gate.id === id));
}
/** Longest first, each to the runner that would end first: at most a third above the best (Graham 1969). */
function spread(bundles, runners, cores) {
	const loads = Array.from({ length: runners }, () => ({
		gates: [],
		workMs: 0,
		pathMs: 0
	}));
	const weight = (bundle) => expected(bundle, cores);
	for (const bundle of [...bundles].sort((a, b) => weight(b) - weight(a))) {
		const free = loads.filter((load) => !hasPartOf(load, bundle));
		const after = (load) => expected({
			workMs: load.workMs + bundle.workMs,
			pathMs: Math.max(load.pathMs, bundle.pathMs)
		}, cores);
		const best = free.reduce((a, b) => after(b) < after(a) ? b : a);
		best.gates.push(...bundle.gates);
		best.workMs += bundle.workMs;
		best.pathMs = Math.max(best.pathMs, bundle.pathMs);
	}
	return loads.filter((load) => load.gates.length > 0);
}
/**
* Spreads gates over runners when they outgrow one. Gates that need each other stay together; tests of one gate may be
* split. The same input gives the same shares.
*
* @param gates the gates that run, without cycles or unknown needs
* @param options how many runners there may be, and what is known of the gates
* @returns shares of about the same length; every gate is in one of them, or all of its parts are, each once
*/
function fanOut(gates, options) {
	const states = [...statesOf(gates, options).values()];
	const workMs = states.reduce((sum, state) => sum + state.durationMs * state.cpu, 0);
	const oneRunnerMs = expected({
		workMs,
		pathMs: Math.max(0, ...states.map((state) => state.pathMs))
	}, options.cores);
	const runners = Math.min(options.maxRunners, Math.ceil(oneRunnerMs / Math.max(1, options.aboveMs)));
	if (runners < 2 || gates.length === 0) return {
		shares: [{
			index: 1,
			of: 1,
			gates: gates.map(({ id }) => ({
				id,
				part: null
			})),
			expectedMs: oneRunnerMs
		}],
		oneRunnerMs
	};
	const loads = spread(bundlesOf(gates, options, Math.max(options.aboveMs, workMs / options.cores / runners)), runners, options.cores);
	const order = new Map(gates.map(({ id }, at) => [id, at]));
	return {
		shares: loads.map((load, at) => ({
			index: at + 1,
			of: loads.length,
			gates: load.gates.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
			expectedMs: expected(load, options.cores)
		})),
		oneRunnerMs
	};
}

// src/core/gates/shares/test-parts.ts
/** More parts than this cost more in set-up than they save. */
const MOST_PARTS = 16;
/** Options that split tests, of the runners that have one (vitest and jest `--shard`, Node `--test-shard`). */
const SHARD_OPTIONS = {
	vitest: "--shard",
	jest: "--shard",
	playwright: "--shard",
	"node-test": "--test-shard",
	"node --test": "--test-shard"
};
/** pytest's default (`python_files`); a file with another name runs in every part, so that none is lost. */
const PYTEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** What runners of JavaScript take for tests by default; they split files, so more parts than files leave some without any. */
const SCRIPT_FILE = /(?:^|\/)(?:(?:__tests__|tests?)\/(?:.*\/)?[^/]+|(?:[^/]+[-_.])?(?:test|spec)|test[-_.][^/]+|[^/]+\.(?:test|spec)(?:\.[^/]+)?)\.[cm]?[jt]sx?$/;
/**
* @param path of a file, relative to the repository's root
* @returns whether it may hold tests
*/
function mayHoldTests(path) {
	return (PYTEST_FILE.test(path) || SCRIPT_FILE.test(path)) && !/(?:^|\/)node_modules\//.test(path);
}
function wordsOf(gate) {
	return typeof gate.run === "string" ? [] : gate.run;
}
/** A share of the tests covers a share of the code: a threshold for all of it would fail in each part. */
function measuresCoverage(gate) {
	return Object.hasOwn(gate.env, "COVERAGE_FILE") || wordsOf(gate).some((word) => /^--(?:cov|coverage)\b/.test(word)) || gate.reports.some(({ format }) => /coverage|cobertura|lcov|istanbul/.test(format));
}
const PYTEST_SETTINGS = [
	"pytest.ini",
	".pytest.ini",
	"pyproject.toml",
	"tox.ini",
	"setup.cfg"
];
const SCRIPT_SETTINGS = [
	"vitest.config",
	"vite.config",
	"jest.config"
].flatMap((name) => [
	"ts",
	"mts",
	"cts",
	"js",
	"mjs",
	"cjs"
].map((end) => `${name}.${end}`));
/**
* @param gate a gate whose tests could be split
* @returns files, relative to the repository's root, whose settings may measure coverage without a word on the command line
*/
function coverageSettings(gate) {
	return (gate.tool === "pytest" ? PYTEST_SETTINGS : [
		"package.json",
		"jest.config.json",
		...SCRIPT_SETTINGS
	]).map((name) => gate.cwd === "." ? name : `${gate.cwd}/${name}`);
}
/**
* @param gate a gate whose tests could be split
* @param text of such a file
* @returns whether it holds coverage against a limit, which no part of the tests would reach
*/
function limitsCoverage(gate, text) {
	return (gate.tool === "pytest" ? /--cov\b|fail[_-]under/ : /\bcoverageThreshold\b|\bthresholds\b/).test(text);
}
function below(cwd, files, kind) {
	const prefix = cwd === "." ? "" : `${cwd}/`;
	return files.filter(({ path }) => path.startsWith(prefix) && kind.test(path)).map(({ path, bytes }) => ({
		path: path.slice(prefix.length),
		bytes
	}));
}
/** A file that is named on the command line runs although it is ignored too. */
function namesTests(words) {
	return words.some((word) => !word.startsWith("-") && /\.py(?:::|$)/.test(word));
}
/**
* @param gate a gate
* @param files the repository's files with tests
* @returns into how many parts its tests can be split without losing one; 1 when they cannot
*/
function partsOf(gate, files) {
	const words = wordsOf(gate);
	if (gate.tool === null || words.length === 0 || measuresCoverage(gate)) return 1;
	if (gate.threshold !== void 0) return 1;
	const isSharded = Object.hasOwn(SHARD_OPTIONS, gate.tool);
	if (!isSharded && (gate.tool !== "pytest" || namesTests(words))) return 1;
	return Math.max(1, Math.min(MOST_PARTS, below(gate.cwd, files, isSharded ? SCRIPT_FILE : PYTEST_FILE).length));
}
/** Largest first, each to the part that has least: the same files give the same parts. */
function filesByPart(files, of) {
	const parts = Array.from({ length: of }, () => ({
		paths: [],
		bytes: 0
	}));
	const sorted = [...files].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
	for (const { path, bytes } of sorted) {
		const least = parts.reduce((a, b) => b.bytes < a.bytes ? b : a);
		least.paths.push(path);
		least.bytes += bytes;
	}
	return parts.map(({ paths }) => paths);
}
/**
* The gate for one part of its tests. pytest is told what to leave out, not what to run: a test that nobody thought of
* runs in every part rather than in none.
*
* @param gate a gate of which {@link partsOf} says that it can be split
* @param part which part
* @param files the repository's files with tests
*/
function gateForPart(gate, part, files) {
	const words = wordsOf(gate);
	const option = gate.tool === null ? void 0 : SHARD_OPTIONS[gate.tool];
	const piece = {
		...gate,
		inconclusive: "warn"
	};
	if (option !== void 0) {
		const isScript = /^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "") && !words.includes("--");
		return {
			...piece,
			run: [
				...words,
				...isScript ? ["--"] : [],
				`${option}=${part.index}/${part.of}`
			]
		};
	}
	const others = filesByPart(below(gate.cwd, files, PYTEST_FILE), part.of).filter((_, at) => at !== part.index - 1);
	return {
		...piece,
		run: [...words, ...others.flat().sort().map((path) => `--ignore=${path}`)]
	};
}

// src/actions/gates/share-out.ts
/** Work that is expected to take less than this share of the budget stays on one runner. */
const BUDGET_SHARE = .5;
/** A name that a person reads in a list of jobs. */
const NAME_LENGTH = 60;
async function testFiles(root, ports) {
	const names = (await ports.git.listFiles(root)).filter(mayHoldTests);
	return Promise.all(names.map(async (path) => ({
		path,
		bytes: await ports.files.size(join(root, path)).catch(() => 0) ?? 0
	})));
}
function nameOf(gates) {
	const line = gates.map(({ id, part }) => part === null ? id : `${id} ${part.index}/${part.of}`).join(", ");
	return line.length <= NAME_LENGTH ? line : `${line.slice(0, 59)}…`;
}
/** Gates whose tests cannot be split, because a file of settings holds their coverage against a limit. */
async function limitedBySettings(gates, root, { files }) {
	const limited = /* @__PURE__ */ new Set();
	for (const gate of gates) for (const path of coverageSettings(gate)) {
		const text = await files.readText(join(root, path)).catch(() => void 0);
		if (text !== void 0 && limitsCoverage(gate, text)) limited.add(gate.id);
	}
	return limited;
}
/**
* Decides how many runners the gates need, and which of them runs what.
*
* @param request the plan, and how far it may be spread
* @param ports the repository's files, and what one runner has
* @returns shares for the matrix of a workflow; none when one runner is enough. And what one runner should take, in ms
* @throws TurnpikeError `PLAN_UNKNOWN_GATE`
*/
async function shareOut(request, ports) {
	const { root, plan, maxRunners } = request;
	const gates = selectGates(plan, request.only);
	const tests = await testFiles(root, ports);
	const whole = await limitedBySettings(gates.filter((gate) => partsOf(gate, tests) > 1), root, ports);
	const { shares, oneRunnerMs } = fanOut(gates, {
		maxRunners,
		aboveMs: request.aboveMs ?? plan.budget.totalMs * BUDGET_SHARE,
		cores: ports.machine.cores(),
		history: parseHistory(await ports.files.readText(request.historyFile).catch(() => void 0)),
		partsOf: (gate) => whole.has(gate.id) ? 1 : partsOf(gate, tests)
	});
	if (shares.length < 2) return {
		shares: [],
		oneRunnerMs
	};
	const digest = planDigest(gates);
	return {
		shares: shares.map(({ index, of, gates: shared, expectedMs }) => ({
			schema: "turnpike/share/1",
			plan: digest,
			index,
			of,
			name: nameOf(shared),
			gates: shared.map(({ id, part }) => ({
				id,
				part: part === null ? null : { ...part }
			})),
			expectedMs: Math.round(expectedMs)
		})),
		oneRunnerMs
	};
}
function refuse(input, message) {
	return new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", { problems: [{
		where: input,
		message
	}] });
}
/** The fields of an input that is no share, by what is wrong first. */
function whatIsWrong(error) {
	const [issue] = error.issues;
	return `is not what the planning job gave (${issue?.path.join(".") || "the text"}: ${issue?.message ?? "unknown"})`;
}
/**
* @param value the input `share`
* @throws TurnpikeError `INPUT_INVALID`
*/
function readShare(value) {
	const parsed = shareSchema.safeParse(value);
	if (!parsed.success) throw refuse("share", whatIsWrong(parsed.error));
	return parsed.data;
}
/**
* @param value the input `shares`
* @throws TurnpikeError `INPUT_INVALID`
*/
function readShares(value) {
	const parsed = sharesSchema.safeParse(value);
	if (!parsed.success) throw refuse("shares", whatIsWrong(parsed.error));
	return parsed.data;
}
/**
* The part of a plan that one runner runs.
*
* @param plan the whole plan, made here
* @param share what this runner was given
* @param where the repository's root, and gates that were asked for
* @param ports the repository's files
* @throws TurnpikeError `INPUT_INVALID` when the share was made from another plan: then something would be lost
*/
async function planOfShare(plan, share, where, ports) {
	const gates = selectGates(plan, where.only);
	if (planDigest(gates) !== share.plan) throw refuse("share", "was made from another plan than this checkout gives; check out the same commit in both jobs");
	const byId = new Map(gates.map((gate) => [gate.id, gate]));
	const tests = share.gates.some(({ part }) => part !== null) ? await testFiles(where.root, ports) : [];
	const chosen = share.gates.flatMap(({ id, part }) => {
		const gate = byId.get(id);
		if (gate === void 0) throw refuse("share", `names the gate ${id}, which this checkout does not have`);
		return [part === null ? gate : gateForPart(gate, part, tests)];
	});
	return {
		...plan,
		gates: chosen,
		suggestions: []
	};
}

export { planOfShare, readShare, readShares, shareOut };