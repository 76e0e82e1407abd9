import { a as folderToGo, i as defaultBranchOf, o as NodeChangeSet, r as topLevelOf, t as renderDifference } from "./difference.js";
import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array, u as number } from "./schemas.js";
import { T as countOf, c as NodeProcesses, i as isTable, n as asTable, r as asText, t as asList, y as definedVariables } from "./begin.js";
import { Et as GitProgram, H as plainText, Nt as shellLine, V as oneLine, d as columnsOf, l as styles } from "./first-gate.js";
import { n as TurnpikeError } from "./errors.js";
import { _ as releaseTagsInput, b as scalar, f as CHECK_NAME, m as roadJob, n as readAdoptTexts, o as choosePin, p as renderCaller, r as readPages, t as readOwnCopy, v as triggersFor } from "./own-copy.js";
import { a as evaluateText } from "./evaluate.js";
import { n as readStrategy, t as legName } from "./matrix.js";
import { o as toValue } from "./parse.js";
import { n as remembered } from "./toml.js";
import { n as parseWorkflowFile, t as projectRoot } from "./project-root.js";
import { n as tooDeepAt, r as require_dist } from "./yaml-documents.js";
import { c as checkOfAction, d as readShell, h as unwrapLaunchers, l as versionsOfAction, n as callOf$1, r as readDeclarations, t as languagesOf, y as readYaml } from "./declarations.js";
import { a as kindOf, i as planRepository, n as readPlanned, r as readSnapshot } from "./read-plan.js";
import { p as namesOneRelease, s as LANGUAGE_NAMES, u as asksTheSame } from "./toolchains.js";
import { t as parseConfig } from "./config.js";
import { t as commandLine } from "./plan-document.js";
import { a as widthOf, r as renderTable, t as hanging } from "./table.js";
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

// src/core/migrate/roles/known-actions.ts
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
	[/^(?:google[\w-]*\/release-please-action|changesets\/action|getsentry\/(?:craft|action-prepare-release)|goreleaser\/goreleaser-action|cycjimmy\/semantic-release-action|python-semantic-release\/[\w-]+)$/, "publish"],
	[/^(?:docker\/build-push-action|actions\/create-release|actions\/upload-release-asset)$/, "publish"],
	[/^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|cloudflare\/wrangler-action|crazy-max\/ghaction-github-pages|actions\/(?:configure-pages|upload-pages-artifact)|JamesIves\/github-pages-deploy-action)$/, "deploy"],
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
/** @returns whether a job that calls this workflow is the road */
function isRoadCall(uses) {
	return /\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(uses);
}
/** What only prepares the runner, by the last part of its name: `setup-just`, `rust-toolchain`, `install-action`. */
const PREPARES = /(?:^|[-/])(?:set-?up|install|toolchain)(?:[-/]|$)|[-/](?:rust|deps|ccache|sccache|ccache-action|apt-pkgs)-?cache|-cache-action$/i;
/** Preparations with other names: they guard, open or unlock the runner, or bring tools. */
const ALSO_PREPARES = /^(?:step-security\/harden-runner|jdx\/mise-action|docker\/login-action|mxschmitt\/action-tmate|jlumbroso\/free-disk-space|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|swatinem\/rust-cache|awalsh128\/cache-apt-pkgs-action|webfactory\/ssh-agent|actions\/create-github-app-token|tibdex\/github-app-token)$/i;
/** @returns whether an action only prepares the job that it is in */
function preparesRunner(uses) {
	const name = actionName(uses);
	return PREPARES.test(name.split("/").slice(1).join("/")) || ALSO_PREPARES.test(name);
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
/** @returns how many combinations a job runs in; one without a matrix */
function legsOf({ matrix }) {
	if (matrix === void 0) return {
		count: 1,
		text: ""
	};
	if (!isTable(matrix)) return {
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

// src/core/migrate/roles/commands.ts
/** Output that is also kept in a file changes nothing of what a command judges. */
const TEE = /\s*(?:2>&1\s*)?\|\s*tee\s+(?:-a\s+)?[^\s|;&]+[ \t]*$/gm;
/** What is computed for a file of the job's is set-up, whatever it takes to compute it. */
const APPENDS = ["echo"];
const APPENDING = /^\s*(?:echo|printf)\s[^\n]*>>\s*"?\$\{?GITHUB_(?:ENV|PATH|OUTPUT|STEP_SUMMARY)\}?"?[ \t]*$/gm;
/** Patterns of files are words here: nothing is run, so nothing is matched against them. */
function patternWords(text) {
	return /^[\w\s./*@:=+,-]+$/.test(text) ? text.trim().split(/\s+/) : null;
}
/**
* Takes a script apart where it is nothing but commands one after another.
*
* @param script of a `run`
* @param cwd where it runs, relative to the repository's root
* @returns its commands; undefined when it needs a shell to be understood (pipes, loops, substitutions, expressions)
*/
function commandsOf(script, cwd) {
	const plain = script.replaceAll(TEE, "").replaceAll(APPENDING, (line) => line.includes("${{") ? line : "echo");
	const { commands, faults } = readShell(plain, { cwd });
	if (faults.length > 0) return void 0;
	const simple = [];
	for (const command of commands) {
		const words = command.appends === void 0 ? command.words ?? patternWords(command.text) : APPENDS;
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

// src/core/migrate/roles/releases.ts
function listOf(value) {
	return value === void 0 || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);
}
/** Tags of a workflow that nothing else starts than tags and published releases: whenever it runs, it is a release. */
function releaseTagsOf(on) {
	const events = [...on.keys()];
	if (events.length === 0 || events.some((event) => event !== "push" && event !== "release")) return void 0;
	const release = on.get("release");
	if (on.has("release") && (!isTable(release) || listOf(release["types"]).join() !== "published")) return void 0;
	if (!on.has("push")) return [];
	const push = on.get("push");
	if (!isTable(push)) return void 0;
	return Object.keys(push).filter((key) => key !== "tags").every((key) => key === "branches-ignore" && listOf(push[key]).join() === "**") && push["tags"] !== void 0 ? listOf(push["tags"]) : void 0;
}
const PYTHON_BUILD = /^(?:uv build|build|pyproject-build|hatch build|poetry build|pdm build|flit build)$/;
/** Options that say where to or what of the two that are built anyway; `.` is where the project is. */
const SAME_RESULT = /^(?:\.|--sdist|--wheel|-s|-w|dist|dist\/|--(?:out-?dir|output)(?:=dist\/?)?|-o|--no-sources|--ansi|--verbose|-v)$/;
function buildsAlike(words, run) {
	const bare = unwrapped(words).filter((word) => word !== "--ansi");
	const [first = "", second = ""] = bare;
	const own = [
		"uv",
		"hatch",
		"poetry",
		"pdm",
		"flit",
		"npm"
	].includes(first) ? 2 : 1;
	const name = own === 2 ? `${first} ${second}` : first;
	if (run === "npm pack") return name === "npm pack" && bare.length === 2;
	const rest = bare.slice(own);
	const halves = rest.filter((word) => /^(?:--sdist|--wheel|-s|-w)$/.test(word)).length;
	return run === "uv build" && PYTHON_BUILD.test(name) && halves !== 1 && rest.every((word) => SAME_RESULT.test(word));
}
/**
* @param step a step that builds
* @param build what the road builds on a release
* @returns whether both make the same files: every front end of a Python project calls the same build system
*/
function isRoadsBuild(step, job, build) {
	if (build === null || build.cwd !== "." || legsOf(job).count !== 1) return false;
	if (step.uses !== null) return kindOfAction(step.uses) === "build" && Object.keys(step.with).every((key) => /^attest|^skip-wheel$/.test(key));
	const folder = step.cwd ?? job.cwd ?? ".";
	if (step.run === null || folder !== "." && folder !== "./") return false;
	const commands = commandsOf(step.run, ".") ?? [];
	const building = commands.filter(({ words }) => buildsAlike(words, build.run));
	return commands.length > 0 && building.length === 1 && commands.every((one) => building.includes(one) || /^(?:echo|ls|mkdir|pip|uv pip|npm ci)\b|^python\S* -m pip\b/.test(one.text));
}
/**
* Finds the one workflow that releases and nothing else, where the road can build.
*
* @param workflows the repository's
* @param build what the road builds on a release
* @returns undefined when there is none, or more than one
*/
function releasingWorkflow(workflows, build) {
	const found = workflows.flatMap((workflow) => {
		const tags = releaseTagsOf(workflow.on);
		if (tags === void 0) return [];
		const builds = workflow.jobs.some((job) => job.steps.some((step) => isRoadsBuild(step, job, build)));
		const filters = tags.map((pattern) => ({
			pattern,
			why: ""
		}));
		return builds ? [{
			file: workflow.file,
			releaseTags: tags.length === 0 ? null : releaseTagsInput(filters)
		}] : [];
	});
	return found.length === 1 ? found[0] : void 0;
}

// src/core/migrate/settle/job-state.ts
/** Index under which the call of a reusable workflow is kept. */
const CALL = -1;
/** @returns whether the step was not kept before */
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
/** @returns whether the road builds what this job built itself, so that the job must fetch it */
function fetchesBuild(state) {
	return state.kept.size > 0 && state.roles.some(({ kind }, index) => kind === "build" && !state.kept.has(index));
}
/** @returns jobs of the same workflow, itself too */
function siblings(settling, state) {
	return settling.jobs.filter(({ workflow }) => workflow.file === state.workflow.file);
}
/** @returns what a step is called in a sentence */
function labelOf$1({ label }) {
	return label.split("\n")[0]?.slice(0, 60) ?? "";
}

// src/core/migrate/road-condition.ts
/** @returns the condition without `${{ }}` */
function bare(condition) {
	return condition.trim().replace(/^\$\{\{(.*)\}\}$/s, "$1").trim();
}
/** @returns whether a job always runs, as far as its own `if` goes */
function isOpenCondition({ condition }) {
	return condition === null || /^(?:always\(\)|success\(\)|!\s*cancelled\(\)|true)$/.test(bare(condition));
}
/**
* The condition that the call of the road takes over from the jobs that it replaces in a workflow that releases: without
* it the road, and what publishes behind it, would run in forks too.
*
* @param states jobs of one workflow
* @returns null when they have none, or not all the same, or one that asks other jobs
*/
function commonCondition(states) {
	const gone = states.filter((state) => state.gone);
	const conditions = new Set(gone.map(({ job }) => isOpenCondition(job) ? "" : bare(job.condition ?? "")));
	const [only] = conditions;
	return only === void 0 || only === "" || conditions.size > 1 || /\bneeds\s*[.[]/.test(only) ? null : only;
}

// src/core/migrate/settle/settle-jobs.ts
const RUNS_NOTHING = "nothing of the job is the road's";
function hasWork(state) {
	return state.isReleasing && state.roles.some((role) => role.kind === "build") || state.roles.some((role) => role.kind === "gate" || role.kind === "aggregate");
}
/** A job of set-up alone goes when all that waited for it went; else it is a check of its own. */
function settleHelper(settling, state) {
	if (!state.gone || state.kept.size > 0 || hasWork(state)) return false;
	const waiting = siblings(settling, state).filter(({ job }) => job.needs.includes(state.job.id));
	if (waiting.length > 0 && waiting.every(({ gone }) => gone)) return false;
	return keepAll(state, waiting.length > 0 ? "jobs that stay wait for it" : RUNS_NOTHING);
}
/** A job that sums others up goes with all of them, or stays. */
function settleAggregate(settling, state) {
	if (!state.roles.some(({ kind }) => kind === "aggregate")) return false;
	const needed = siblings(settling, state).filter(({ job }) => state.job.needs.includes(job.id));
	const left = needed.filter(({ gone }) => !gone).map(({ job }) => job.id);
	if (needed.length > 0 && left.length === 0) return false;
	return keepAll(state, left.length === 0 ? "nothing says what it sums up" : `it sums up jobs that stay (${left.slice(0, 4).join(", ")})`);
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
/** What the job refers to of other jobs, outside of the downloads that are written anew. */
function needsWithout({ job }, rewired) {
	const sources = job.steps.filter((_, index) => !rewired.has(index)).map(({ source }) => source);
	return referencesOf([job.head, ...sources].join("\n")).needs;
}
/**
* Where a download puts the files of one artifact: without a name each artifact gets a folder of its own
* (github.com/actions/download-artifact, "Inputs").
*
* @returns the folder as `path` would say it; null for the working directory; undefined when there are several
*/
function placeOf(step, names) {
	const { path, name, "artifact-ids": ids, "merge-multiple": merged } = step.with;
	if (name !== void 0 || ids !== void 0 || merged === "true") return path ?? null;
	const [only] = names;
	if (names.size !== 1 || only === void 0 || /\$\{\{/.test(only)) return void 0;
	return path === void 0 ? only : `${path.replace(/\/+$/, "")}/${only}`;
}
/**
* Downloads of what a job of the same workflow built and the road builds from now on: they fetch the road's artifact.
*
* @returns where each puts the files, by index of the step
*/
function rewiredDownloads(settling, state) {
	if (!state.isReleasing) return /* @__PURE__ */ new Map();
	const others = siblings(settling, state);
	const uploads = others.flatMap((other) => artifactsOf(other).map(({ index, name }) => ({
		other,
		index,
		name
	})));
	const actionBuilt = others.some(({ job, kept }) => job.steps.some(({ uses }, at) => !kept.has(at) && /build-and-inspect/.test(uses ?? "")));
	const found = state.roles.flatMap((role, index) => {
		const step = state.job.steps[index];
		if (role.kind !== "download" || step === void 0 || !state.kept.has(index)) return [];
		if (actionBuilt && role.name === "Packages") return [[index, step.with["path"] ?? null]];
		const taken = uploads.filter(({ name }) => takes(role.name, name));
		const isBuilds = taken.every(({ other, index: at }) => other.roles[at]?.kind === "upload" && !other.kept.has(at) && isBuildUpload(other.roles[at]));
		const place = placeOf(step, new Set(taken.map(({ name }) => name)));
		return taken.length > 0 && isBuilds && place !== void 0 ? [[index, place]] : [];
	});
	return new Map(found);
}
function isBuildUpload(role) {
	return role?.kind === "upload" && role.what === "build";
}
/** Outputs and artifacts that kept jobs take from jobs that would go. */
function pullJobs(settling, state) {
	let changed = false;
	const rewired = rewiredDownloads(settling, state);
	const needs = needsWithout(state, rewired);
	const downloads = state.roles.flatMap((role, index) => role.kind === "download" && state.kept.has(index) && !rewired.has(index) ? [role.name] : []);
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
/**
* A job that runs under a condition is skipped without it, and so is what waits for it. On the road it would always run,
* so it stays; except where the road of a release can take the condition over.
*/
function settleConditions(settling, state) {
	if (state.gone || state.roles.some(({ kind }) => kind === "aggregate")) return false;
	const all = siblings(settling, state);
	if (state.isReleasing && commonCondition(all) !== null) return false;
	return all.filter(({ gone, job }) => gone && !isOpenCondition(job) && state.job.needs.includes(job.id)).map((one) => keepAll(one, `it runs under a condition, and the job ${state.job.id}, which stays, only after it`)).some(Boolean);
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

// src/core/migrate/settle/settle-steps.ts
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
/** Kinds of gates that leave nothing behind that another gate could need. */
const QUIET = /* @__PURE__ */ new Set([
	...JUDGES,
	"tests",
	"spelling",
	"docstrings"
]);
/** Steps of a job follow one another and gates run side by side: what a step makes, the next one may need. */
function settleOrder(state) {
	const working = [...state.roles.entries()].flatMap(([index, role]) => role.kind === "gate" && !state.kept.has(index) ? [{
		index,
		gates: role.gates
	}] : []);
	const makes = working.some(({ gates }) => gates.some(({ id }) => !QUIET.has(kindOf(id))));
	const isAlone = working.length < 2 && state.kept.size === 0;
	if (!makes || isAlone) return false;
	return working.map(({ index }) => keep(state, index, "its job makes something on the way, and gates run side by side")).some(Boolean);
}
/** Steps whose work the step at `index` may take up: what ran before it and is no set-up. */
function keepProducers(state, index, why) {
	return state.roles.map((role, before) => before < index && isProducer(role) ? keep(state, before, why) : false).some(Boolean);
}
/** Steps that kept steps lean on: by what they say, or by what they write. */
function pullSteps(state) {
	let changed = false;
	for (const index of [...state.kept.keys()]) {
		const step = state.job.steps[index];
		const role = state.roles[index];
		if (step === void 0 || role === void 0) continue;
		const { steps } = referencesOf(step.source);
		for (const [other, { id }] of state.job.steps.entries()) if (id !== null && steps.has(id)) changed = keep(state, other, `the step "${labelOf$1(step)}" uses what it says`) || changed;
		if ((role.kind === "coverage" || role.kind === "inspect" || role.kind === "publish" || role.kind === "upload") && !fetchesBuild(state)) changed = keepProducers(state, index, `the step "${labelOf$1(step)}" takes up what it writes`) || changed;
	}
	return changed;
}
/** An upload goes with what it uploads: reports of gates are kept by the road; everything else stays. */
function settleUploads(state) {
	let changed = false;
	for (const [index, role] of state.roles.entries()) {
		if (role.kind !== "upload" || state.kept.has(index)) continue;
		const before = state.roles.slice(0, index);
		const hasGate = before.some((one, at) => one.kind === "gate" && !state.kept.has(at));
		const hasBuild = before.some((one, at) => one.kind === "build" && !state.kept.has(at));
		if (role.what === "build" ? !hasBuild : role.what !== "reports" || !hasGate) changed = keep(state, index, "what it uploads, the road does not make") || changed;
	}
	return changed;
}
/** What stays needs the set-up before it. */
function settleSetUp(state) {
	if (state.kept.size === 0) return false;
	return state.roles.map((role, index) => {
		if (role.kind === "upload" && role.what === "build") return false;
		if (role.kind === "set-up" || role.kind === "download") return keep(state, index, "the steps after it need it");
		if (role.kind === "evidence" && !fetchesBuild(state)) return keep(state, index, "it speaks of what this job makes");
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
/** Permissions with which a step can change what others see. */
const WRITES = /"(?:contents|packages|pages|deployments|id-token)":"write"|^"write-all"$/;
function canWrite({ job }) {
	return WRITES.test(JSON.stringify(job.permissions ?? null));
}
/** True for a kept step that must not run once a check before it has failed. */
function isGuarded(state, index) {
	const role = state.roles[index];
	const step = state.job.steps[index];
	if (role === void 0 || step === void 0) return false;
	if (role.kind === "publish" || role.kind === "stays" && role.acts === true) return true;
	return role.kind === "stays" && (canWrite(state) || referencesOf(step.source).secrets.length > 0);
}
/** A check in front of what publishes or deploys holds it back; on the road it would do so no longer. */
function settleGuards(state) {
	const last = [...state.kept.keys()].filter((index) => isGuarded(state, index)).sort((a, b) => b - a)[0];
	const step = last === void 0 ? void 0 : state.job.steps[last];
	if (last === void 0 || step === void 0) return false;
	return state.roles.map((role, index) => role.kind === "gate" && index < last ? keep(state, index, `"${labelOf$1(step)}" after it waits for it to pass`) : false).some(Boolean);
}

// src/core/migrate/roles/command-kind.ts
const SET_UP = [
	/^(?:pip[\d.]*|uv pip|pipx|uv tool|poetry|pdm|rye) (?:install|upgrade|inject|ensurepath|sync)\b/,
	/^uv (?:sync|venv|python install|self update|lock --check)\b/,
	/^(?:npm|pnpm) (?:ci|clean-install|install-clean|i|install|config|cache)(?![\w-])/,
	/^yarn(?: install)?(?: --\S+)*$/,
	/^bun install\b/,
	/^corepack (?:enable|prepare)\b/,
	/^(?:sudo )?(?:apt-get|apt|brew|dnf|yum|apk|choco|winget)(?: -\S+)* (?:install|update|upgrade|add)\b/,
	/^(?:poetry|pdm|hatch) (?:config|env|self)\b/,
	/^(?:poetry|pdm)(?: --\S+)* install\b/,
	/^(?:echo|printf|mkdir|ls|pwd|which|env|printenv|cat|date|true|virtualenv|git fetch|git config)\b/,
	/^(?:python[\d.]*|pip[\d.]*|uv|node|npm|pnpm|yarn|tox|nox|git|which) (?:-V+|-v|--version|list|freeze|debug)(?![\w-])/,
	/^(?:uv pip|pip[\d.]*|pdm|poetry|npm|pnpm) (?:list|ls|freeze|show|tree)(?![\w-])|^uv tree(?![\w-])/,
	/^source \S*activate$|^\. \S*activate$/,
	/^(?:tox|nox)\b.*\s(?:--notest|--install-only)\b/
];
const BUILD = /^(?:uv build|build|pyproject-build|hatch build|poetry(?: --\S+)* build|pdm build|flit build|npm pack)\b/;
const INSPECT = /^(?:twine check|check-wheel-contents|wheel-inspect)\b/;
const COVERAGE = /^(?:coverage|codecov|coveralls|smokeshow|diff-cover|genbadge)\b/;
const SBOM = /^(?:cyclonedx-py|cyclonedx-npm|syft|npm sbom|uv export --format cyclonedx\S*)\b/;
const SIGN = /^(?:sigstore sign|cosign (?:sign|attest)|gpg)\b/;
const PUBLISH = /^(?:twine upload|uv publish|poetry publish|pdm publish|hatch publish|flit publish|npm publish|pnpm publish|gh release|docker push|docker buildx|semantic-release|release-please|changeset publish|lerna publish)\b/;
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
	return /^(?:ruff|prettier|biome|codespell|typos|black|isort|eslint|zizmor|actionlint|yamllint|taplo|markdownlint(?:-cli2)?|shellcheck|uv lock)\b/.test(unwrapped(command.words).join(" "));
}

// src/core/migrate/roles/match-gate.ts
/** Options that change what is shown or kept, not what is judged. */
const NEUTRAL = /^(?:-v+|-q+|-r[a-zA-Z]+|--verbose|--quiet|--silent|--no-progress|--pretty|--show-error-codes|--no-cache|--no-fix|--diff|--show-diff-on-failure|--color(?:=\S+)?|--output-format(?:=\S+)?|--output-file=\S+|--format=\S+|--durations=\d+|--junit-?xml=\S+|--junit_xml=\S+|--no-incremental|--tb=\S+|--strict-markers)$/;
/** Neutral options whose value is the next word. */
const NEUTRAL_PAIRS = /^(?:-O|-f|--output-format|--output-file|--junit-?xml|--color|-o|-p|--durations|--cache-dir)$/;
/** A pair of `-o`, `-p` or `-f` is neutral only for what the engine itself adds. */
const NEUTRAL_VALUES = /^(?:junit_\S+|cache_dir=\S+|no:cacheprovider|json|sarif|junit|\$\{reports\}\S*)$/;
/** @returns whether a word changes only what is shown */
function isNeutralWord(word) {
	return NEUTRAL.test(word);
}
function essentials(words) {
	const kept = [];
	const bare = unwrapped(words);
	for (let index = 0; index < bare.length; index += 1) {
		const word = bare[index] ?? "";
		const value = bare[index + 1] ?? "";
		if (NEUTRAL_PAIRS.test(word) && (!/^-[opf]$/.test(word) || NEUTRAL_VALUES.test(value))) index += 1;
		else if (!NEUTRAL.test(word)) kept.push(word.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1"));
	}
	return kept.filter((word, index) => index === 0 || word !== ".");
}
function commandsOfGate(gate) {
	const { run } = gate;
	if (typeof run !== "string") return [run];
	const certain = run.replaceAll(/"([^"']*\$\{reports\}[^"']*)"/g, "'$1'");
	return (commandsOf(certain, ".") ?? []).map(({ words }) => words);
}
const known = /* @__PURE__ */ new WeakMap();
/** What each command of a gate comes to; worked out once, because every step is compared with every gate. */
function essentialsOfGate(gate) {
	const before = known.get(gate);
	if (before !== void 0) return before;
	const worked = commandsOfGate(gate).map(essentials);
	known.set(gate, worked);
	return worked;
}
function isSame$1(a, b) {
	return a.length === b.length && a.every((word, index) => word === b[index]);
}
/** @returns whether a gate starts just these words, apart from options that only change what is shown */
function startsWords(gate, words) {
	const commands = essentialsOfGate(gate);
	return commands.length === 1 && isSame$1(commands[0] ?? [], essentials(words));
}
/** @returns whether two gates start the same, whatever starts it and wherever its report goes */
function startAlike(a, b) {
	const [own, other] = [essentialsOfGate(a), essentialsOfGate(b)];
	if (own.length === 0) return false;
	return own.length === other.length && own.every((words, index) => isSame$1(words, other[index] ?? []));
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
	return gates.find((gate) => gate.cwd === cwd && essentialsOfGate(gate).some((own) => isSame$1(own, wanted)));
}

// src/core/migrate/roles/covering.ts
/** A task that runs tasks that run tasks; deeper ones are not looked into. */
const MOST_DEPTH$2 = 6;
/** A step runs on GitHub, with any of the interpreters that its job has. */
const ON_GITHUB = {
	pythons: [],
	env: {}
};
function namesEntry({ reproduce }, { name }) {
	return reproduce.split(/[\s,'"]+/).includes(name);
}
/** The way to a gate ends at the command that it was made of, whatever it is started with by now: files of a hook, a report. */
function isMadeOf(gate, { place, text }) {
	const last = gate.chain?.at(-1);
	return last?.file === place.file && last.line === place.line && last.text.trim() === text.trim();
}
/** The gate that the plan made of a command of an entry: declared at its place, called by the entry's name, and the same. */
function gateAt(command, entry, gates) {
	const { place, words } = command;
	const there = gates.filter((gate) => gate.source.file === place.file && gate.source.line === place.line && namesEntry(gate, entry));
	return there.find((gate) => isMadeOf(gate, command)) ?? there.find((gate) => words === null ? there.length === 1 : startsWords(gate, words));
}
/** A hook is known by its id; its command is pre-commit's own affair. */
function missingPart({ text, doubts }, { system, name }) {
	const rewrites = doubts.some((doubt) => doubt.includes("rewrites files"));
	return {
		kind: "missing",
		parts: [{
			text: system === "pre-commit" ? name : text,
			rewrites
		}]
	};
}
function coverCommand(command, entry, at) {
	const own = gateAt(command, entry, at.known.gates);
	if (own !== void 0) return {
		kind: "gates",
		gates: [own]
	};
	if (command.mayFail) return {
		kind: "gates",
		gates: []
	};
	if (command.words === null) return missingPart(command, entry);
	const cover = coverPart({
		words: command.words,
		text: command.text,
		cwd: command.cwd
	}, at.known, at.depth + 1);
	return cover.kind === "missing" && cover.parts.every(({ text }) => text === command.text) ? missingPart(command, entry) : cover;
}
function joinCovers(covers) {
	const parts = covers.flatMap((cover) => cover.kind === "missing" ? cover.parts : []);
	if (parts.length > 0) return {
		kind: "missing",
		parts
	};
	return {
		kind: "gates",
		gates: [...new Set(covers.flatMap((cover) => cover.kind === "gates" ? cover.gates : []))]
	};
}
function coverPart(part, known, depth) {
	const missing = {
		kind: "missing",
		parts: [{
			text: part.text,
			rewrites: false
		}]
	};
	const gate = gateFor(part.words, part.cwd, known.gates);
	if (gate !== void 0) return {
		kind: "gates",
		gates: [gate]
	};
	if (kindOfCommand({
		...part,
		env: {},
		mayFail: false
	}) === "set-up") return {
		kind: "gates",
		gates: []
	};
	const call = depth >= MOST_DEPTH$2 ? void 0 : known.declarations.callOf(part.words, part.cwd, known.declarations.reading.entries, ON_GITHUB);
	if (call === void 0 || !call.passedOn.every(isNeutralWord)) return missing;
	const entries = call.entries.flatMap((id) => known.declarations.reading.entries.find((entry) => entry.id === id) ?? []);
	if (entries.length === 0 || entries.length < call.entries.length) return missing;
	return joinCovers(entries.flatMap((entry) => entry.commands.map((command) => coverCommand(command, entry, {
		known,
		depth
	}))));
}
/**
* Finds the gates that do all that a command does, also when it only calls what the repository declares elsewhere: a make
* target, tox environments, hooks, scripts. A part that no gate does makes it missing, so that nothing is lost.
*
* @param part the command
* @param known gates and declarations
* @returns gates, at least one; or what is missing
*/
function coverOf(part, known) {
	const cover = coverPart(part, known, 0);
	return cover.kind === "gates" && cover.gates.length === 0 ? {
		kind: "missing",
		parts: [{
			text: part.text,
			rewrites: false
		}]
	} : cover;
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
/** @returns names of the workflows whose end starts a workflow (`workflow_run`) */
function namesWatched(on) {
	const settings = on.get("workflow_run");
	const names = typeof settings === "object" && settings !== null && "workflows" in settings ? settings.workflows : [];
	return (Array.isArray(names) ? names : [names]).map(String);
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

// src/core/migrate/roles/interpreters.ts
const NODE_MANAGERS = /* @__PURE__ */ new Set([
	"npm",
	"pnpm",
	"yarn",
	"bun"
]);
/** Tools that bring or choose the interpreter of what they start. */
const CHOOSES_ITSELF = /^(?:tox|nox|pre-commit|prek|hatch|pipenv)\b/;
/** The only value of a key of a matrix that has one combination. */
function onlyOf(matrix, key) {
	if (!isTable(matrix)) return void 0;
	const list = matrix[key];
	const own = Array.isArray(list) && list.length === 1 ? list[0] : void 0;
	const [first] = Array.isArray(matrix["include"]) && matrix["include"].length === 1 ? matrix["include"] : [];
	const value = own ?? (isTable(first) ? first[key] : void 0);
	return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
}
/** A version as it is written, with what the file itself says put in; an expression that only a run can fill in stays. */
function resolved(text, { workflow, job }) {
	const env = {
		...workflow.env,
		...job.env
	};
	return text.replaceAll(/\$\{\{\s*(matrix|env)\.([\w-]+)\s*\}\}/g, (whole, kind, key) => (kind === "env" ? env[key] : onlyOf(job.matrix, key)) ?? whole).replaceAll(/\$\{\{.*?\}\}/g, (expression) => expression.replaceAll(/\s+/g, ""));
}
/** What the actions of a job set up, in their order. */
function setUps(place) {
	return place.job.calls.flatMap(({ uses, with: inputs }) => {
		const texts = Object.entries(inputs).map(([name, text]) => [name, resolved(text, place)]);
		return uses === null ? [] : [versionsOfAction(uses, Object.fromEntries(texts))];
	});
}
/** The Python that a job asks for; the last that is said counts. */
function wishedPython(place) {
	const { UV_PYTHON: variable } = {
		...place.workflow.env,
		...place.job.env
	};
	if (variable !== void 0) return resolved(variable, place);
	return setUps(place).flatMap(({ python }) => python ?? []).at(-1);
}
/** The version of another language that a job asks for, as it says it itself. */
function wishedVersion(language, place) {
	return setUps(place).flatMap(({ toolchain }) => toolchain?.language === language ? [toolchain.version] : []).findLast((version) => version !== "");
}
function minorOf(version) {
	return /^(?:python|cpython)?[-@]?(\d+\.\d+t?)(?:\.\d+)?(?:-dev)?$/.exec(version.trim())?.[1];
}
/** `3`, `3.x`, `>=3.10`: whatever there is. */
function takesAny(version) {
	return /^(?:>=\s*)?3(?:\.x)?$|^>=\s*3\.\d+$/.test(version.trim());
}
/** @returns `3.12` where a job asks for one version of Python */
function pythonWish(place) {
	const wish = wishedPython(place);
	return wish === void 0 ? void 0 : minorOf(wish);
}
/** @returns the version of Python that a gate's own environment has; null when the project's decides */
function ownPython({ environment }) {
	return environment?.recipe?.python ?? environment?.python ?? null;
}
/**
* The Python that the road is called with, so that what is replaced goes on running on it: the one that most jobs ask for.
*
* @param workflows the repository's
* @returns null where `.python-version` says it, or no job asks for one
*/
function chosenPython(workflows, pinned) {
	if (pinned !== null) return null;
	const counts = /* @__PURE__ */ new Map();
	for (const workflow of workflows.filter(({ on }) => startsOf(on).checks)) for (const job of workflow.jobs) {
		const wish = pythonWish({
			workflow,
			job
		});
		if (wish !== void 0) counts.set(wish, (counts.get(wish) ?? 0) + 1);
	}
	return [...counts].sort(([a, m], [b, n]) => n - m || b.localeCompare(a, "en", { numeric: true }))[0]?.[0] ?? null;
}
function pythonDoubt(gate, context) {
	const wish = wishedPython(context);
	if (wish === void 0 || takesAny(wish)) return void 0;
	const { pinnedPython, calledWithPython } = context.known;
	const own = ownPython(gate) ?? pinnedPython ?? calledWithPython;
	if (own !== null && minorOf(own) !== void 0 && minorOf(own) === minorOf(wish)) return void 0;
	const has = own === null || own === void 0 ? "on the newest that the project allows" : `on ${own}`;
	const hint = own === null || own === void 0 ? `; a .python-version with ${minorOf(wish) ?? "it"} would say so` : "";
	return `its job asks for Python ${wish}, and the gate ${gate.id} runs ${has}${hint}`;
}
/** Versions that leave it to the action, or to the runner: whatever is there is taken. */
const OPEN = {
	node: /^(?!)/,
	java: /^(?!)/,
	go: /^(?:stable|oldstable|[\^>~].*)$/,
	rust: /^(?:stable|master|v\d+|[0-9a-f]{40})$/
};
/**
* The road takes what is asked for from what its runner keeps. That is one release of a line at most, so that a job which
* names a release fetches what the road would not.
*/
function toolchainDoubt(language, gate, place) {
	const version = wishedVersion(language, place);
	if (version === void 0 || OPEN[language].test(version)) return void 0;
	const name = LANGUAGE_NAMES[language];
	const asked = `its job asks for ${name} ${version}`;
	const own = gate.toolchains?.find((one) => one.language === language);
	if (own === void 0) return `${asked}, and the gate ${gate.id} runs on the ${name} of its runner`;
	const wish = {
		language,
		version
	};
	if (!asksTheSame(own, wish)) return `${asked}, and the gate ${gate.id} asks for ${own.version}`;
	return !namesOneRelease(wish) ? void 0 : `${asked}, of which runners keep another release`;
}
/**
* The same command on another interpreter is another check.
*
* @param matched commands with the gates that run them
* @param context where they stand
* @returns why an interpreter differs, as a clause; undefined when none does, as far as files tell
*/
function interpreterDoubt(matched, context) {
	for (const { command, gate } of matched) {
		const starts = unwrapped(command.words).join(" ");
		if (isSameEverywhere(command) || CHOOSES_ITSELF.test(starts)) continue;
		const isNode = NODE_MANAGERS.has(gate.environment?.manager ?? "") || /^(?:npm|npx|pnpm|yarn|node)\b/.test(starts);
		const own = languagesOf(unwrapped(command.words));
		const doubt = (isNode ? [.../* @__PURE__ */ new Set([...own, "node"])] : own).map((one) => toolchainDoubt(one, gate, context)).find((one) => one !== void 0) ?? (isNode ? void 0 : pythonDoubt(gate, context));
		if (doubt !== void 0) return doubt;
	}
}

// src/core/migrate/roles/role-types.ts
/** @returns the role of a step that stays */
function stays(why) {
	return {
		kind: "stays",
		why
	};
}

// src/core/migrate/roles/command-role.ts
/** Longest command in a reason. */
const MOST_TEXT = 80;
function folderOf$2(step, { job, workflow }) {
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
/** Set-up that makes another environment than the one that everybody gets. */
const SPECIAL = /\b(?:un|de)install\b|\binstall\b[^\n]*["'][^"'\n]*[<>=!~]=?[^"'\n]*["']|--resolution|--upgrade-strategy/;
/** One version of a package that is put in the place of what the lock says, not for the whole machine. */
const OTHER_PACKAGE = /\b(?:npm|pnpm|yarn|bun)\s+(?:i|install|add)\b(?![^\n]*\s(?:-g|--global|--location=global)\b)[^\n]*\s(?:@[\w.-]+\/)?[\w.-]+@[\d^~<>=]/;
/** The same command in another environment is another check: without an optional package, or with an old one. */
function preparedOtherwise(step, matched, { job }) {
	const depending = matched.filter(({ command }) => !isSameEverywhere(command));
	if (depending.length === 0) return void 0;
	if (job.steps.some(({ run }) => run !== null && (SPECIAL.test(run) || OTHER_PACKAGE.test(run)))) return "its job prepares other packages than those that the gate has";
	const isHere = ({ file, line }) => file === step.file && line >= step.lines.first && line <= step.lines.last;
	const other = depending.find(({ gate }) => {
		const places = [gate.source, ...gate.chain ?? []].filter(({ file }) => file.startsWith(".github/workflows/"));
		return places.length > 0 && !places.some(isHere);
	});
	return other === void 0 ? void 0 : `the gate ${other.gate.id} is this command as another job prepares it`;
}
/** What these choose is compared with what the gate has. */
const BRINGS_COMPILER = /^(?:graalvm\/setup-graalvm|dtolnay\/rust-toolchain|actions-rs\/toolchain|actions-rust-lang\/setup-rust-toolchain)@/i;
/** Inputs that choose which release of a tool is set up. */
const VERSION_INPUT = /(?:^|-)version(?:-file)?$/;
/** An action that is not known by name and chooses a version may bring another runtime for all that follows. */
function strangeSetUp({ calls }) {
	const strange = calls.find(({ uses, with: inputs }) => uses !== null && kindOfAction(uses) === void 0 && preparesRunner(uses) && !BRINGS_COMPILER.test(uses) && Object.keys(inputs).some((name) => VERSION_INPUT.test(name)));
	if (strange?.uses == null) return void 0;
	return `its job chooses a version with ${actionName(strange.uses)}, which the gate does not have`;
}
/** A gate that the plan would not have without this step. */
function tiedText({ id, source }) {
	return /^\.pre-commit-config\.|^prek\.toml$/.test(source.file) ? `the hook ${id} is a gate because this step runs it, and would be none without it` : `the gate ${id} runs it, but only here it is said what it is installed with, or on which interpreter`;
}
/** Why a command that a gate runs cannot be left to the gate here; undefined when it can. */
function doubtOf(step, matched, context) {
	const legs = legsOf(context.job);
	if (!(legs.count === 1 || /\bmatrix\.[\w.-]+\s*==\s*['"]?(?!win|mac)/i.test(step.condition ?? "")) && !matched.every(({ command }) => isSameEverywhere(command))) return `it runs in ${legs.count === void 0 ? "several combinations" : `${legs.count} combinations`} of ${legs.text}; the road runs one, on Linux`;
	const { secrets } = referencesOf(step.source);
	if (secrets.length > 0) return `it reads the secret ${secrets.join(", ")}; the road's checks have none`;
	const tolerant = matched.find(({ command, gate }) => (step.mayFail || command.mayFail) && gate.required);
	if (tolerant !== void 0) return `its failure is tolerated here, and the gate ${tolerant.gate.id} is required`;
	const prepared = preparedOtherwise(step, matched, context);
	if (prepared !== void 0) return prepared;
	const interpreter = interpreterDoubt(matched, context);
	if (interpreter !== void 0) return interpreter;
	const chosen = matched.every(({ command }) => isSameEverywhere(command)) ? void 0 : strangeSetUp(context.job);
	if (chosen !== void 0) return chosen;
	const tied = matched.find(({ gate }) => context.known.tied.has(gate.id));
	if (tied !== void 0) return tiedText(tied.gate);
	const env = environmentOf(step, context);
	for (const { gate, command } of matched) {
		const [name] = missingVariables({
			...env,
			...command.env
		}, gate.env);
		if (name !== void 0) return `it runs with ${name} set, and the gate ${gate.id} does not`;
	}
}
/** Parts of a command that are named in a reason. */
const MOST_PARTS = 3;
/** A command in a reason: its first line, cut at a word. */
function shortened(text) {
	const line = text.split("\n")[0] ?? "";
	if (line === text && line.length <= MOST_TEXT) return text;
	return `${line.slice(0, MOST_TEXT).replace(/\s+\S*$/, "")} …`;
}
function listed(parts) {
	const texts = [...new Set(parts.map(({ text }) => `\`${shortened(text)}\``))];
	const more = texts.length > MOST_PARTS ? [`${texts.length - MOST_PARTS} more`] : [];
	const shown = [...texts.slice(0, MOST_PARTS), ...more];
	return shown.length === 1 ? shown[0] ?? "" : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** The parts that no gate does, and what calls them. */
function partsText(parts) {
	const fixers = parts.filter(({ rewrites }) => rewrites);
	const others = parts.filter(({ rewrites }) => !rewrites);
	const rewriting = fixers.length === 1 ? "which rewrites files, as no gate does" : "which rewrite files, as no gate does";
	return [...others.length === 0 ? [] : [`${listed(others)}, which no gate of the plan runs`], ...fixers.length === 0 ? [] : [`${listed(fixers)}, ${rewriting}`]].join(", and ");
}
function whyMissing(rest, isPartly) {
	const also = isPartly ? "also " : "";
	const called = rest.find(({ command, cover }) => cover.kind === "missing" && cover.parts.some(({ text }) => text !== command.text));
	if (called?.cover.kind === "missing" && called === rest[0]) return `it ${also}runs \`${shortened(called.command.text)}\`, and by it ${partsText(called.cover.parts)}`;
	return `it ${also}runs ${partsText(rest.filter((one) => one !== called).map(({ command }) => ({
		text: command.text,
		rewrites: false
	})))}`;
}
/**
* @param step the step
* @param commands what it starts
* @param context where it stands and what the road runs
* @returns what it is for, by its commands
*/
function commandRole(step, commands, context) {
	const working = commands.map((command) => ({
		command,
		kind: kindOfCommand(command),
		cover: coverOf(command, context.known)
	})).filter(({ kind, cover }) => cover.kind === "gates" || kind !== "set-up");
	if (working.length === 0) return {
		kind: "set-up",
		what: "installs or prepares"
	};
	const matched = working.flatMap(({ command, cover }) => cover.kind === "gates" ? cover.gates.map((gate) => ({
		command,
		gate
	})) : []);
	const rest = working.filter(({ cover }) => cover.kind === "missing");
	if (rest.length === 0) {
		const doubt = doubtOf(step, matched, context);
		return doubt === void 0 ? {
			kind: "gate",
			gates: [...new Set(matched.map(({ gate }) => gate))]
		} : stays(doubt);
	}
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
	return stays(whyMissing(rest, matched.length > 0));
}
/**
* @param step the step
* @param script its `run`
* @param context where it stands and what the road runs
* @returns what it is for
*/
function scriptRole(step, script, context) {
	const { allNeeds } = referencesOf(step.source);
	if (allNeeds) return { kind: "aggregate" };
	if (step.shell !== null && !/^(?:bash|sh)\b/.test(step.shell)) return stays(`it is written for ${step.shell}`);
	const commands = commandsOf(script, folderOf$2(step, context));
	if (commands === void 0) {
		if (/\$\{\{/.test(script)) return stays("its command holds an expression, which only a run can fill in");
		return stays("its script does more than start commands one after another");
	}
	return commandRole(step, commands, context);
}

// src/core/migrate/roles/local-actions.ts
/** Actions that call actions that call actions; deeper ones are not looked into. */
const MOST_DEPTH$1 = 4;
function textsOf$1(value) {
	if (!isTable(value)) return {};
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === null ? "" : String(inner)]));
}
/** `./path` is the repository that is checked out, `$/path` the one of the file: here both are the same. */
function folderOf$1(uses) {
	if (uses === null || !/^(?:\.|\$)(?:\/|$)/.test(uses)) return void 0;
	return uses.split("/").slice(1).filter((part) => part !== "").join("/");
}
function compositeOf(uses, texts) {
	const folder = folderOf$1(uses);
	if (folder === void 0) return void 0;
	const inside = folder === "" ? "" : `${folder}/`;
	const text = texts.get(`${inside}action.yml`) ?? texts.get(`${inside}action.yaml`);
	const read = text === void 0 ? void 0 : readYaml(text);
	if (read === void 0 || "fault" in read) return void 0;
	const action = asTable(read.value);
	const runs = asTable(action["runs"]);
	if (runs["using"] !== "composite") return void 0;
	const inputs = Object.entries(asTable(action["inputs"])).map(([name, input]) => [name, textsOf$1(input)["default"] ?? ""]);
	const steps = asList(runs["steps"]).map((item) => {
		const step = asTable(item);
		return {
			uses: asText(step["uses"]) ?? null,
			run: asText(step["run"]) ?? null,
			with: textsOf$1(step["with"])
		};
	});
	return {
		inputs: Object.fromEntries(inputs),
		steps
	};
}
/** What an action gets, with the inputs of the action around it filled in. */
function filled(inputs, given) {
	const fill = (text) => text.replaceAll(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (whole, name) => given[name] ?? whole);
	return Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, fill(text)]));
}
function callsBehind(call, texts, depth) {
	const composite = depth > MOST_DEPTH$1 ? void 0 : compositeOf(call.uses, texts);
	if (composite === void 0) return [call];
	const given = {
		...composite.inputs,
		...call.with
	};
	return composite.steps.flatMap((step) => callsBehind({
		uses: step.uses,
		with: filled(step.with, given)
	}, texts, depth + 1));
}
/**
* @param workflow as its file says it
* @param texts files of the repository by path
* @returns the same, and its jobs know the actions that actions of the repository call for them
*/
function withLocalActions(workflow, texts) {
	const reached = (job) => ({
		...job,
		calls: job.calls.flatMap((call) => callsBehind(call, texts, 0))
	});
	return {
		...workflow,
		jobs: workflow.jobs.map(reached)
	};
}
function isSetUpStep({ uses, run }, texts, depth) {
	if (uses !== null) return [
		"checkout",
		"set-up",
		"cache"
	].includes(kindOfAction(uses) ?? "") || preparesRunner(uses) || setsUpOnly(uses, texts, depth + 1);
	return (run === null ? void 0 : commandsOf(run, "."))?.every((command) => kindOfCommand(command) === "set-up") ?? false;
}
/**
* @param uses an action of the repository, as it is called
* @param texts files of the repository by path
* @returns whether all that it does is to prepare the job: check out, set up, cache, install
*/
function setsUpOnly(uses, texts, depth = 0) {
	const composite = depth > MOST_DEPTH$1 ? void 0 : compositeOf(uses, texts);
	if (composite === void 0 || composite.steps.length === 0) return false;
	return composite.steps.every((step) => isSetUpStep(step, texts, depth));
}

// src/core/migrate/roles/role.ts
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
		case "scan": return stays(OTHER_ACTIONS[kind] ?? "");
		case "deploy":
		case "automation": return {
			...stays(OTHER_ACTIONS[kind] ?? ""),
			acts: true
		};
		case void 0: return startedBy$1(step, uses, context) ?? unknownAction(uses, context);
	}
}
/** An action that only starts a tool: the command that it stands for. */
function startedBy$1(step, uses, context) {
	const words = checkOfAction(uses, step.with);
	if (words === void 0) return void 0;
	if (actionName(uses) === "zizmorcore/zizmor-action" && step.with["advanced-security"] !== "false") return stays("it shows its findings in GitHub's code scanning; the road does not");
	return commandRole(step, [{
		words,
		text: words.join(" "),
		cwd: ".",
		env: {},
		mayFail: false
	}], context);
}
function checkoutRole(step) {
	const elsewhere = step.with["repository"];
	if (elsewhere !== void 0) return stays(`it checks out ${elsewhere}, another repository`);
	return {
		kind: "set-up",
		what: "checks the repository out"
	};
}
function unknownAction(uses, { known }) {
	const name = actionName(uses);
	const prepares = {
		kind: "set-up",
		what: "prepares the job that it is in"
	};
	if (!/^\.|^\$/.test(name)) return preparesRunner(uses) ? prepares : foreignAction(name);
	if (setsUpOnly(uses, known.texts)) return {
		kind: "set-up",
		what: "is the repository's own action, and only sets up"
	};
	const last = name.split("/").at(-1) ?? "";
	return /^(?:set-?up|install|prepare|bootstrap|init)/i.test(last) ? {
		kind: "set-up",
		what: "is the repository's own set-up action, by its name"
	} : stays("it is an action of the repository's own; the road does not look into it");
}
function foreignAction(name) {
	return /(?:^|[-/])(?:release|publish)(?:r|s|er|ing)?(?:[-/]|$)/i.test(name.split("/").slice(1).join("/")) ? {
		kind: "publish",
		why: `the road has nothing in place of ${name}, which releases or publishes by its name`
	} : stays(`the road has nothing in place of ${name}`);
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

// src/core/migrate/settle/start-state.ts
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
/** @returns a job with what surely stays of it */
function startState(job, workflow, world) {
	const { known, workflows, build, releasing } = world;
	const isReleasing = releasing?.file === workflow.file;
	const roles = job.steps.map((step) => roleOf(step, {
		workflow,
		job,
		known
	}));
	const state = {
		workflow,
		job,
		roles,
		kept: /* @__PURE__ */ new Map(),
		gone: job.call === null,
		isReleasing
	};
	const on = effectiveEvents(workflow, workflows);
	const obstacle = triggerObstacle(startsOf(on), on) ?? watchedObstacle(workflow, workflows) ?? jobObstacle(job) ?? releaseObstacle(startsOf(on), isReleasing);
	const built = job.steps.map((step) => isReleasing && isRoadsBuild(step, job, build) && canLeave(job));
	for (const [index, role] of roles.entries()) {
		if (isReleasing && isLeftToRoad(role, index, {
			built,
			workflow
		})) continue;
		if (obstacle !== void 0) state.kept.set(index, obstacle);
		else if ([
			"stays",
			"publish",
			"build",
			"inspect",
			"coverage"
		].includes(role.kind)) state.kept.set(index, keepReason(role));
	}
	return state;
}
/** Another workflow that starts when this one has ended acts on what its jobs came to. */
function watchedObstacle(workflow, workflows) {
	const watcher = workflows.find(({ on }) => namesWatched(on).includes(workflow.name ?? workflow.file));
	return watcher === void 0 ? void 0 : `${watcher.file.split("/").at(-1)} starts when this workflow has ended, and may act on its result`;
}
/** A workflow that only releases and whose build stays has no road in it that could run its checks. */
function releaseObstacle({ checks }, isReleasing) {
	return checks || isReleasing ? void 0 : "the workflow runs on releases only, and the road does not build for it";
}
/** The environment of a job guards what it publishes; the build needs none. */
function canLeave(job) {
	return jobObstacle({
		...job,
		environment: false
	}) === void 0;
}
/** In a workflow that releases: the build, and what looks at it or signs it, is the road's. */
function isLeftToRoad(role, index, of) {
	if (role.kind === "build") return of.built[index] === true;
	const isAfterBuild = of.built.slice(0, index).includes(true);
	if (role.kind === "evidence") return isAfterBuild && role.what === "signature";
	const checksMetadata = of.workflow.jobs.some(({ steps }) => steps.some(({ uses }) => uses?.startsWith("pypa/gh-action-pypi-publish@")));
	return role.kind === "inspect" && isAfterBuild && checksMetadata;
}

// src/core/migrate/settle/settle.ts
function settleOne(settling, state) {
	if (state.job.call !== null) return false;
	const changes = [
		settleWatched(state),
		settleGuards(state),
		settleOrder(state),
		settleUploads(state),
		pullSteps(state),
		settleAggregate(settling, state),
		settleHelper(settling, state),
		settleSetUp(state)
	];
	state.gone = state.kept.size === 0;
	return changes.some(Boolean);
}
function isKeptAtAll(state) {
	return !state.gone;
}
/**
* Decides what can go: starts with everything that the road replaces, and takes back what something kept needs, until
* nothing changes.
*
* @param world all workflows of the repository that can be edited, and what the road does
*/
function settle(world) {
	const { workflows } = world;
	const settling = {
		jobs: workflows.flatMap((workflow) => workflow.jobs.map((job) => startState(job, workflow, world))),
		workflows: new Map(workflows.map((workflow) => [workflow.file, workflow]))
	};
	resettle(settling);
	return settling;
}
/** Decides again after something was taken back. */
function resettle(settling) {
	for (let changed = true; changed;) {
		const own = settling.jobs.map((state) => settleOne(settling, state) || settleCall(settling, state));
		const crossed = settling.jobs.filter(isKeptAtAll).flatMap((state) => [pullJobs(settling, state), settleConditions(settling, state)]);
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
	const callers = settling.jobs.filter(({ job }) => job.call !== null && isRoadCall(job.call.uses));
	if (callers.length > 0 && !callers.some(({ workflow }) => workflow.file === file)) return false;
	if (["push", "pull_request"].some((event) => /"paths(?:-ignore)?"/.test(JSON.stringify(on.get(event) ?? null)))) return false;
	return settling.jobs.filter(({ workflow, roles, kept }) => workflow.file !== file && roles.length > kept.size).length === 0 || on.has("push") && on.has("pull_request");
}
/** One file at most calls the road for the jobs that stay; in the others those jobs keep what they wait for. */
function chooseHost(settling, releasing) {
	for (;;) {
		const files = [...settling.workflows.keys()].filter((file) => file !== releasing?.file && waitingIn(settling, file).length > 0);
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
			const commands = role.gates.map(({ shows, reproduce }) => `\`${shows ?? reproduce}\``);
			return replaced(`gate ${ids.join(", ")}`, `the road runs ${commands.join(" and ")}`, ids);
		}
		case "set-up": return replaced("set-up", `it ${role.what}; nothing that needs it stays in the job`);
		case "download": return replaced("set-up", "it fetches what only replaced steps used");
		case "upload":
			if (role.what === "build") return replaced("build", "the road hands over what it built");
			return replaced("artifacts", "the road keeps the reports and logs of every gate");
		case "aggregate": return replaced("turnpike / gate", "everything that it sums up is on the road, whose last job says the same");
		case "evidence": return replaced("sign", `the road makes the ${role.what} of a release`);
		case "inspect": return replaced("build", "the action that publishes looks at the same metadata");
		default: return replaced("build", "the road builds what is released, and signs it");
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
	if (isRoadCall(uses)) return {
		kind: "kept",
		why: IS_ROAD
	};
	const why = uses.startsWith("./") ? "something of the workflow that it calls stays" : "it calls a workflow of another repository";
	return {
		kind: "kept",
		why: state.kept.get(-1) ?? why
	};
}
function judge(state, rewired) {
	const { job } = state;
	if (job.call !== null) return [{
		unit: job.call,
		verdict: callVerdict(state, job.call.uses)
	}];
	return job.steps.map((unit, index) => ({
		unit,
		verdict: rewired.has(index) ? {
			kind: "kept",
			why: "it stays, and fetches what the road built"
		} : stepVerdict(state, state.roles[index] ?? {
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
* @param road what it runs and builds, and what the repository declares
* @param given files that are not looked into, with the verdict of everything in them
*/
function decide(workflows, road, given) {
	const fixed = (workflow) => brokenVerdict(workflow) ?? given?.get(workflow.file);
	const editable = workflows.filter((workflow) => fixed(workflow) === void 0);
	const { build } = road;
	const found = releasingWorkflow(editable, build);
	const settling = settle({
		workflows: editable,
		known: road,
		build,
		releasing: found
	});
	const releasing = settling.jobs.some((state) => state.isReleasing && leavesBuild(state)) ? found : void 0;
	const host = chooseHost(settling, releasing);
	const judged = workflows.flatMap((workflow) => {
		const verdict = fixed(workflow);
		if (verdict !== void 0) return workflow.jobs.flatMap(unitsOf).map((unit) => ({
			unit,
			verdict
		}));
		return settling.jobs.filter((state) => state.workflow === workflow).flatMap((state) => judge(state, rewiredDownloads(settling, state)));
	});
	const rewired = settling.jobs.flatMap((state) => [...rewiredDownloads(settling, state)].flatMap(([index, folder]) => {
		const step = state.job.steps[index];
		return step === void 0 ? [] : [[step, folder]];
	}));
	return {
		judged,
		states: settling.jobs,
		host,
		releasing,
		rewired: new Map(rewired)
	};
}
function leavesBuild(state) {
	return state.roles.some(({ kind }, index) => kind === "build" && !state.kept.has(index));
}

// src/core/migrate/parsed-workflow.ts
const parse = remembered((key) => {
	const at = key.indexOf("\0");
	return parseWorkflowFile(key.slice(0, at), key.slice(at + 1));
});
/**
* What GitHub's parser makes of a workflow, each text once: a migration looks at the files as they are and as they would be,
* again and again.
*
* @param file its path
* @param text YAML
*/
function parsedWorkflow(file, text) {
	return parse(`${file}\0${text}`);
}

// src/core/migrate/read-workflow.ts
var import_dist = require_dist();
/** Most characters of a command or name that labels a step. */
const LABEL = 120;
/** Levels of a workflow; GitHub refuses deeper ones, and the parser is slow on them. */
const MAX_DEPTH = 100;
function textOf(value) {
	if (value === null || value === void 0) return null;
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function textsOf(value) {
	if (!isTable(value)) return {};
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
	if (!isTable(value)) return JSON.stringify(value) ?? "null";
	return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
/** @returns SHA-256 in hex of a value, whatever the order of its keys */
function digestOf(value) {
	return createHash("sha256").update(canonical(value)).digest("hex");
}
function toTable(source, node) {
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
function pairLines(source, pair) {
	if (pair === void 0) return null;
	const first = lineAt(source, startOf(pair.key));
	return {
		first,
		last: Math.max(first, lastLine(source, pair.value))
	};
}
function readStep(source, item, { job, index }) {
	const value = toTable(source, item);
	const step = isTable(value) ? value : {};
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
		withLines: pairLines(source, pairOf(item, "with")),
		env: textsOf(step["env"]),
		cwd: textOf(step["working-directory"]),
		shell: textOf(step["shell"]),
		mayFail: step["continue-on-error"] !== void 0 && step["continue-on-error"] !== false,
		source: slice(source, {
			first: line,
			last: lines.last
		}),
		value: step
	};
}
function defaultFolder(value) {
	const run = isTable(value) ? value["run"] : void 0;
	return isTable(run) ? textOf(run["working-directory"]) : null;
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
	const value = toTable(source, pair.value);
	const job = isTable(value) ? value : {};
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
		matrix: isTable(strategy) ? strategy["matrix"] : textOf(strategy) ?? void 0,
		services: isTable(job["services"]) ? Object.keys(job["services"]) : [],
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
		calls: steps.map(({ uses, with: inputs }) => ({
			uses,
			with: inputs
		})),
		head: headOf(source, pair, lines),
		source: slice(source, lines)
	};
}
function readOn(value) {
	if (isTable(value)) return new Map(Object.entries(value));
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
	return readFacts(`${file}\0${text}`);
}
const readFacts = remembered((key) => {
	const at = key.indexOf("\0");
	const [file, whole] = [key.slice(0, at), key.slice(at + 1)];
	const deep = tooDeepAt(whole, MAX_DEPTH);
	const facts = readText(file, deep === void 0 ? whole : "");
	if (deep === void 0) return facts;
	const line = whole.slice(0, deep).split("\n").length;
	return {
		...facts,
		text: whole,
		notEditable: [{
			line,
			message: `is nested more than ${MAX_DEPTH} levels deep`
		}]
	};
});
function readText(file, text) {
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
	const top = (key) => toTable(source, nodeOf(root, key));
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

// src/core/migrate/check-names.ts
const EMPTY = {
	contexts: {},
	functions: []
};
/** Calls of calls; GitHub itself ends at ten (docs.github.com, "Reusing workflow configurations"). */
const MOST_DEPTH = 10;
/** Jobs that are looked at behind calls: workflows that call one another several times each multiply. */
const MOST_JOBS = 5e3;
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
var Names = class {
	names = /* @__PURE__ */ new Set();
	unknown = /* @__PURE__ */ new Set();
	#workflows;
	#jobs = 0;
	constructor(workflows) {
		this.#workflows = workflows;
	}
	/** Jobs of a called workflow stand behind the name of the job that calls it. */
	add(file, workflow, before) {
		for (const job of workflow.jobs) {
			const own = namesOfJob(job);
			if (own === void 0) this.unknown.add(`${file}: ${job.id}`);
			for (const name of own ?? []) this.#addJob(job, [...before, name]);
		}
	}
	#addJob({ call }, path) {
		const shown = path.join(" / ");
		this.#jobs += 1;
		if (call === void 0) this.names.add(shown);
		else if (isRoadCall(call.uses)) this.names.add(`${shown} / gate`);
		else {
			const file = call.uses.replace(/^\.\//, "");
			const called = this.#workflows.get(file);
			if (called === void 0 || path.length > MOST_DEPTH || this.#jobs > MOST_JOBS) this.names.add(`${shown} / …`);
			else this.add(file, called, path);
		}
	}
};
/**
* The names of the checks that pull requests and pushes to branches get from a set of workflows.
*
* @param files texts by path
* @returns names without repeats, sorted; a file that GitHub would refuse gives none
*/
async function checkNames(files) {
	const workflows = /* @__PURE__ */ new Map();
	for (const [file, text] of files) {
		const parsed = await parsedWorkflow(file, text);
		if (parsed.kind === "workflow") workflows.set(file, parsed.workflow);
	}
	const names = new Names(workflows);
	for (const [file, workflow] of workflows) if (startsOf(readWorkflow({
		file,
		text: files.get(file) ?? ""
	}).on).checks) names.add(file, workflow, []);
	return {
		names: [...names.names].sort(),
		unknown: [...names.unknown].sort()
	};
}

// src/core/migrate/declared.ts
/** Each round of a migration asks again for the repository as it is. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/**
* What make, tox, hooks, workflows and the like declare in a repository, for planning and for what a step calls.
*
* @param snapshot the repository as it is, or as it would be
*/
function declarationsIn(snapshot) {
	const known = KNOWN.get(snapshot);
	if (known !== void 0) return known;
	const declarations = {
		reading: readDeclarations(snapshot),
		callOf: (words, cwd, entries, around) => callOf$1(words, cwd, entries, snapshot, around)
	};
	KNOWN.set(snapshot, declarations);
	return declarations;
}

// src/core/migrate/pin-gates.ts
const CONFIG_FILE = "turnpike.yml";
/** The command with what it needs: `uv run` brings the packages of uv's own environments along. */
function wholeCommand(gate) {
	const { environment } = gate;
	const command = gate.shows ?? commandLine(gate);
	if (environment?.manager !== "uv" || environment.recipe !== void 0) return withoutVariables(commandLine(gate), gate);
	if (/^uv run\b/.test(command)) return command;
	const groups = environment.groups.map((name) => `--group ${name}`);
	const extras = environment.extras.map((name) => `--extra ${name}`);
	return [
		"uv run",
		...groups,
		...extras,
		command
	].join(" ");
}
/** Variables are a key of the gate, so its command need not say them again. */
function withoutVariables(command, { env }) {
	const prefix = Object.keys(env).reduce((rest, name) => {
		const own = new RegExp(`^${name}=(?:'(?:[^']|'\\\\'')*'|[^\\s'"]*)\\s+`).exec(rest)?.[0] ?? "";
		return rest.slice(own.length);
	}, command);
	return prefix === "" ? command : prefix;
}
function entryOf(gate) {
	return {
		run: wholeCommand(gate),
		...gate.cwd === "." ? {} : { cwd: gate.cwd },
		...Object.keys(ownVariables(gate)).length === 0 ? {} : { env: ownVariables(gate) },
		...Object.keys(toolchainsOfWorkflows(gate)).length === 0 ? {} : { toolchain: toolchainsOfWorkflows(gate) },
		...gate.required ? {} : { required: false }
	};
}
/** Variables that the repository gives; where reports go is the engine's business. */
function ownVariables({ env }) {
	return Object.fromEntries(Object.entries(env).filter(([, value]) => !value.includes("${reports}")));
}
/** What is installed, whoever says so and whatever surrounds it. */
function installedBy({ environment }) {
	const isAside = (key) => [
		"name",
		"source",
		"env",
		"requiresPython"
	].includes(key);
	return JSON.stringify(environment, (key, value) => isAside(key) ? void 0 : value);
}
/** What is started; where reports go follows from the gate's id. */
function startedBy({ run }) {
	return JSON.stringify(run).replaceAll(/\$\{reports\}[^\s"\\,]*/g, "");
}
function isOurs(gate) {
	return gate.source.file === CONFIG_FILE;
}
/** Variables that the one has, that judge, and that the other lacks. */
function lacking(a, b) {
	const own = ownVariables(a);
	return Object.fromEntries(missingVariables(own, b.env).map((name) => [name, own[name] ?? ""]));
}
/** Versions that the one is to run on and the other is not. */
function lackingToolchains(a, b) {
	const theirs = b.toolchains ?? [];
	const lost = (a.toolchains ?? []).filter((wish) => !theirs.some((one) => asksTheSame(one, wish)));
	return Object.fromEntries(lost.map(({ language, version }) => [language, version]));
}
/** Those that a workflow asks for; files are read again. */
function toolchainsOfWorkflows(gate) {
	const toolchains = (gate.toolchains ?? []).filter(({ source }) => /\.ya?ml$/.test(source.file));
	return lackingToolchains({
		...gate,
		toolchains
	}, {
		...gate,
		toolchains: []
	});
}
/** Made of the same line; which files a hook is handed follows from the repository, whose workflows are files too. */
function comesFromSame(a, b) {
	const [one, other] = [a.chain?.at(-1), b.chain?.at(-1)];
	if (one === void 0 || other === void 0) return false;
	return one.file === other.file && one.line === other.line && one.text === other.text && a.reproduce === b.reproduce;
}
/** The same command on the same packages, whatever surrounds it. */
function isAlike(a, b) {
	return (comesFromSame(a, b) || startedBy(a) === startedBy(b) || isOurs(b) && (commandLine(a) === commandLine(b) || startAlike(a, b))) && a.cwd === b.cwd && installedBy(a) === installedBy(b);
}
function isSame(a, b) {
	const lost = {
		...lacking(a, b),
		...lackingToolchains(a, b)
	};
	return isAlike(a, b) && Object.keys(lost).length === 0 && (b.required || !a.required);
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
	const planned = planRepository(snapshot, parsed?.config, declarationsIn(snapshot));
	return planned.ok ? planned : void 0;
}
/** Gates that the plan no longer has, under whatever name, or no longer after those that they need. */
function missing(used, before, planned) {
	const gates = planned?.plan.gates ?? [];
	const keepsOrder = (gate, one) => gate.needs.every((id) => {
		const need = before.find((other) => other.id === id);
		return need === void 0 || gates.some((other) => one.needs.includes(other.id) && isAlike(need, other));
	});
	return used.filter((gate) => !gates.some((one) => isSame(gate, one) && keepsOrder(gate, one)));
}
/** What an entry needs, by the ids that those gates have from now on. */
function withNeeds(entries, before, planned) {
	const idOf = (id) => {
		const written = entries.find(({ gate }) => gate.id === id)?.entry[0];
		const need = before.find((gate) => gate.id === id);
		if (written !== void 0 || need === void 0) return written;
		return planned?.plan.gates.find((gate) => isAlike(need, gate))?.id;
	};
	return entries.map(({ gate, entry: [id, settings] }) => {
		const needs = gate.needs.flatMap((one) => idOf(one) ?? []);
		return [id, settings === "off" || needs.length === 0 ? settings : {
			...settings,
			needs
		}];
	});
}
/** Id and settings of a gate: what it lacks where it is still known, else its command. */
function entryFor(gate, planned, suffix) {
	const known = [...planned?.plan.gates ?? [], ...(planned?.plan.suggestions ?? []).map((one) => one.gate)];
	const alike = known.find((one) => isAlike(gate, one));
	if (alike === void 0) return [known.some(({ id }) => id === gate.id) ? gate.id + suffix : gate.id, entryOf(gate)];
	const env = lacking(gate, alike);
	const toolchain = lackingToolchains(gate, alike);
	const settings = {
		...Object.keys(env).length === 0 ? {} : { env },
		...Object.keys(toolchain).length === 0 ? {} : { toolchain },
		...gate.required ? {} : { required: false }
	};
	return [alike.id, settings];
}
function withEntries(text, entries, build) {
	const top = build === null ? {} : { build };
	if (text === void 0) {
		const gates = entries.length === 0 ? {} : { gates: Object.fromEntries(entries) };
		return `# What only workflows said before; \`turnpike plan\` shows everything that runs, and why.\n${(0, import_dist.stringify)({
			...top,
			...gates
		}, { lineWidth: 0 })}`;
	}
	const document = (0, import_dist.parseDocument)(text);
	if (build !== null) document.set("build", build);
	if (entries.length === 0) return document.toString({ lineWidth: 0 });
	if (!(0, import_dist.isMap)(document.get("gates"))) document.set("gates", document.createNode({}));
	for (const [id, settings] of entries) if (!(0, import_dist.isMap)(document.getIn(["gates", id])) || settings === "off" || "run" in settings) document.setIn(["gates", id], document.createNode(settings));
	else for (const [key, value] of Object.entries(settings)) document.setIn([
		"gates",
		id,
		key
	], document.createNode(value));
	return document.toString({ lineWidth: 0 });
}
/** Gates that nobody asked for: they would run only because nothing tells otherwise any more. */
function newcomers(before, planned, taken) {
	const ids = new Set(taken.map(([id]) => id));
	return (planned?.plan.gates ?? []).filter((gate) => !ids.has(gate.id) && !before.some((one) => isAlike(one, gate))).map(({ id }) => [id, "off"]);
}
/**
* Keeps the plan as it is when workflows go that say what runs: turnpike.yml says it from then on. The plan of the
* repository as it would be is made and compared, so that nothing rests on a guess.
*
* @param snapshot the repository as it is
* @param changes what happens to its workflows
* @param plan what steps were replaced by, and all gates of the plan as it is
*/
function pinGates(snapshot, changes, { used, before, build }) {
	if (changes.length === 0) return {
		change: void 0,
		ids: [],
		off: [],
		lost: []
	};
	const after = afterChanges(snapshot, changes);
	const text = snapshot.texts.get(CONFIG_FILE);
	const planned = plannedWith(after, text);
	const lostBuild = build !== null && planned?.plan.build?.run !== build ? build : null;
	const attempt = (suffix) => {
		const wanted = withNeeds(missing(used, before, planned).map((gate) => ({
			gate,
			entry: entryFor(gate, planned, suffix)
		})), before, planned);
		const added = newcomers(before, planned, wanted);
		const entries = [...wanted, ...added];
		if (entries.length === 0 && lostBuild === null) return {
			change: void 0,
			ids: [],
			off: [],
			lost: []
		};
		const written = withEntries(text, entries, lostBuild);
		const change = {
			file: CONFIG_FILE,
			before: text ?? null,
			after: written
		};
		const lost = missing(used, before, plannedWith(afterChanges(after, [change]), written));
		const idsOf = (some) => [...new Set(some.map(([id]) => id))];
		return {
			change,
			ids: idsOf(wanted),
			off: idsOf(added),
			lost: lost.map(({ id }) => id)
		};
	};
	const first = attempt("");
	return first.lost.length === 0 ? first : attempt("-ci");
}

// src/core/migrate/remarks.ts
function isStep$1(unit) {
	return unit.index !== null;
}
function mutableRefs(steps) {
	const moving = steps.filter(({ uses }) => uses !== null && /^[^./$][^@]*@/.test(uses) && !/^docker:/.test(uses) && !/@[0-9a-f]{40}$/.test(uses));
	return [...new Set(moving.map(({ file }) => file))].map((file) => {
		const own = moving.filter((step) => step.file === file);
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
	const steps = staying.filter(isStep$1);
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

// src/core/migrate/release-steps.ts
/** Artifact with what the road built, and the one with its signatures (pipeline.yml). */
const BUILT = "turnpike-build";
const SIGNED = "turnpike-attestations";
const SIGNED_FOLDER = ".turnpike/signed";
/** The same commit as in pipeline.yml. */
const DOWNLOAD = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c";
const DOWNLOAD_VERSION = "v8.0.1";
function folderOf(path) {
	const folder = (path ?? ".").trim().replace(/\/+$/, "");
	return folder === "" ? "." : folder;
}
function quoted(path) {
	return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}
/** What a download of another artifact becomes: the same step with the road's artifact. */
function rewiredWith(folder) {
	return {
		name: BUILT,
		...folder === null ? {} : { path: folder }
	};
}
/** @returns the plain data of a step once it fetches the road's artifact */
function rewiredValue(step, folder) {
	return {
		...step.value,
		with: rewiredWith(folder)
	};
}
/** What a job gets that built itself what it publishes. */
function fetchStep() {
	return {
		value: {
			name: "Fetch what the road built",
			uses: DOWNLOAD,
			with: {
				name: BUILT,
				path: "dist"
			}
		},
		version: DOWNLOAD_VERSION
	};
}
/**
* What stands between fetching and publishing: nothing is published whose signatures do not hold.
*
* @param path folder that the files were fetched into
* @param pin the road's commit
*/
function verifySteps(path, pin) {
	const folder = folderOf(path);
	const artifacts = folder === "." ? "*.whl\n*.tar.gz\n*.tgz\n" : `${folder}/*`;
	return [
		{
			value: {
				name: "Fetch the signatures",
				uses: DOWNLOAD,
				with: {
					name: SIGNED,
					path: SIGNED_FOLDER
				}
			},
			version: DOWNLOAD_VERSION
		},
		{
			value: {
				name: "Leave the list of digests out",
				run: `rm ${quoted(`${folder}/subjects.sha256`)}`
			},
			version: null
		},
		{
			value: {
				name: "Verify what is published",
				uses: `${pin.repository}/actions/verify@${pin.sha}`,
				with: {
					artifacts,
					bundles: `${SIGNED_FOLDER}/attestations`,
					policy: `${SIGNED_FOLDER}/attestations/policy.yml`
				}
			},
			version: pin.version
		}
	];
}
/**
* @param step to write
* @param indent blanks before its dash
* @returns its lines
*/
function renderStep({ value, version }, indent) {
	return (0, import_dist.stringify)([value], { lineWidth: 0 }).trimEnd().split("\n").map((line) => {
		return `${indent}${line}${version !== null && /^\s*uses: /.test(line) ? ` # ${version}` : ""}`;
	});
}

// src/core/migrate/rewrite.ts
/** Job id of the road's call, and first half of the name of its check. */
const ROAD_JOB = "turnpike";
function linesOf(lines, { first, last }) {
	return lines.slice(first - 1, last);
}
function indentOf(line) {
	return /^\s*/.exec(line ?? "")?.[0] ?? "";
}
/** Where the `needs` of a job stand. */
function needsOf(text, job) {
	const counter = new import_dist.LineCounter();
	const node = (0, import_dist.parseDocument)(text, {
		lineCounter: counter,
		logLevel: "silent"
	}).getIn(["jobs", job], true);
	const pair = (0, import_dist.isMap)(node) ? node.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === "needs") : void 0;
	if (pair === void 0) return void 0;
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
function newNeeds(job, { gone, road }, wantsRoad) {
	const names = job.needs.map((id) => gone.has(id) ? road : id);
	return [...new Set(wantsRoad ? [...names, road] : names)];
}
function needsEdit(workflow, job, names) {
	if (names.join() === job.needs.join()) return [];
	const lines = workflow.text.split("\n");
	const short = names.length === 1 ? `${names[0]}` : `[${names.join(", ")}]`;
	const place = needsOf(workflow.text, job.id);
	if (place === void 0) {
		const child = lines.slice(job.line).find((line) => line.trim() !== "" && !line.trim().startsWith("#"));
		return [{
			kind: "insert",
			before: job.line + 1,
			text: [`${indentOf(child)}needs: ${short}`]
		}];
	}
	const { first, last } = place.lines;
	const text = last > first && /:\s*(?:#.*)?$/.test(lines[first - 1] ?? "") ? [`${place.indent}needs:`, ...names.map((name) => `${place.indent}  - ${name}`)] : [`${place.indent}needs: ${short}`];
	return [{
		kind: "replace",
		lines: place.lines,
		text
	}];
}
/** The same step with other inputs, then what verifies what it fetched. */
function rewireEdit(workflow, { step, folder }, pin) {
	const lines = workflow.text.split("\n");
	const dash = indentOf(lines[step.line - 1]);
	const added = verifySteps(folder ?? void 0, pin);
	const inputs = Object.entries(rewiredWith(folder)).map(([key, value]) => `${dash}    ${key}: ${value}`);
	const place = step.withLines ?? {
		first: step.lines.last + 1,
		last: step.lines.last
	};
	const behind = linesOf(lines, {
		first: place.last + 1,
		last: step.lines.last
	});
	const text = [
		`${dash}  with:`,
		...inputs,
		...behind,
		...added.flatMap((one) => renderStep(one, dash))
	];
	const target = {
		first: place.first,
		last: Math.max(step.lines.last, place.last)
	};
	if (step.withLines === null) return {
		edits: [{
			kind: "insert",
			before: place.first,
			text
		}],
		added
	};
	return {
		edits: [{
			kind: "replace",
			lines: target,
			text
		}],
		added
	};
}
function removal(step) {
	return {
		kind: "delete",
		lines: step.lines
	};
}
function stepEdits(workflow, state, of) {
	const { steps } = state.job;
	const edits = steps.filter((_, index) => !state.kept.has(index)).map(removal);
	const added = [];
	for (const step of steps) {
		const folder = of.decision.rewired.get(step);
		if (folder === void 0) continue;
		const rewired = rewireEdit(workflow, {
			step,
			folder
		}, of.pin);
		edits.push(...rewired.edits);
		added.push(...rewired.added);
	}
	const built = steps.find((_, index) => state.roles[index]?.kind === "build" && !state.kept.has(index));
	if (built !== void 0 && fetchesBuild(state)) {
		const fetching = [fetchStep(), ...verifySteps("dist", of.pin)];
		const dash = indentOf(workflow.text.split("\n")[built.line - 1]);
		edits.push({
			kind: "insert",
			before: built.lines.first,
			text: fetching.flatMap((one) => renderStep(one, dash))
		});
		added.push(...fetching);
	}
	return {
		edits,
		added
	};
}
/** The call with the condition of the jobs that it replaces. */
function conditioned(road, states) {
	const condition = commonCondition(states);
	const [name = "", ...rest] = road;
	return condition === null ? road : [
		name,
		`if: ${scalar(condition)}`,
		...rest
	];
}
function roadEdit(workflow, states, road) {
	const first = states.find(({ gone }) => gone)?.job ?? states[0]?.job;
	const indent = indentOf(workflow.text.split("\n")[(first?.line ?? 1) - 1]);
	const text = [
		`${indent}${ROAD_JOB}:`,
		...road.map((line) => `${indent}${indent || "  "}${line}`),
		""
	];
	return {
		kind: "insert",
		before: first?.lines.first ?? 1,
		text
	};
}
function keptJobEdits(workflow, state, of) {
	const { edits, added } = stepEdits(workflow, state, of);
	const names = newNeeds(state.job, of, added.length > 0);
	return {
		edits: [...edits, ...needsEdit(workflow, state.job, names)],
		added
	};
}
/**
* Takes out of a workflow what the road replaces. Lines that stay are not touched, except `needs` of jobs that waited for
* jobs that go, and downloads of what the road builds from now on.
*
* @param workflow the file
* @param decision what goes
* @param roads the calls of the road, for the files that get one
* @returns undefined when the file stays as it is
*/
function rewriteWorkflow(workflow, decision, roads) {
	const states = decision.states.filter((state) => state.workflow === workflow);
	if (states.length > 0 && states.every(({ gone }) => gone)) return {
		after: null,
		added: []
	};
	const gone = new Set(states.filter((state) => state.gone).map(({ job }) => job.id));
	const there = states.find(({ job }) => job.call !== null && isRoadCall(job.call.uses));
	const edits = [];
	const added = [];
	for (const state of states) if (state.gone) edits.push({
		kind: "delete",
		lines: state.job.lines
	});
	else {
		const own = keptJobEdits(workflow, state, {
			decision,
			pin: roads.pin,
			gone,
			road: there?.job.id ?? "turnpike"
		});
		edits.push(...own.edits);
		added.push(...own.added);
	}
	if (decision.host === workflow.file && there === void 0) edits.push(roadEdit(workflow, states, roads.checks));
	if (decision.releasing?.file === workflow.file) edits.push(roadEdit(workflow, states, conditioned(roads.release, states)));
	if (edits.length === 0) return void 0;
	return {
		after: editLines(workflow.text, edits),
		added: added.map(({ value }) => digestOf(value))
	};
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
/** A file whose jobs nobody can read has no step that could say so. */
function brokenLines(workflows) {
	return workflows.flatMap(({ file, jobs, notEditable: [first] }) => first === void 0 || jobs.some(({ steps, call }) => steps.length > 0 || call !== null) ? [] : [`${file}:${first.line} ${first.message}; migrate leaves the file as it is`]);
}
function scheduleLines(workflows, changes) {
	const gone = new Set(changes.filter(({ after }) => after === null).map(({ file }) => file));
	return workflows.filter(({ file, on }) => gone.has(file) && on.has("schedule")).map(({ file }) => `${file} ran on a schedule too; the road does not. Add \`schedule:\` to the caller if you want it`);
}
/** Pages that show the badge of a workflow, or lead to it. */
function badgeLines(pages, changes) {
	const gone = changes.filter(({ after }) => after === null).map(({ file }) => file.split("/").at(-1) ?? file);
	return pages.flatMap(({ file, text }) => text.split("\n").flatMap((line, index) => {
		const name = gone.find((one) => new RegExp(`workflows/${one.replaceAll(".", "\\.")}(?![\\w.])`).test(line));
		return name === void 0 ? [] : [`${file}:${index + 1} shows ${name}, which goes; let it show the road's workflow`];
	}));
}
function releaseLines(releasing, calledIn) {
	if (releasing === null) return [];
	const alone = `the road runs in ${releasing} alone, on releases; \`turnpike init\` puts its checks on pull requests too`;
	return [`${releasing} publishes what the road built and signed; a gate that fails stops it now. Try it with a tag of a pre-release first. Its name and environments stay, so trusted publishing needs no change`, ...calledIn === releasing ? [alone] : []];
}
/**
* What a migration leaves to a person.
*
* @param unread files that could not be read, and pages that show workflows
* @param workflows the others
* @param of the verdicts and what would be written
* @returns sentences, each with its place
*/
function todoOf({ unread, pages }, workflows, of) {
	const files = unread.map(({ file, line, message }) => `${file}${line === null ? "" : `:${line}`} ${message}`);
	return [
		...personLines(of.judged),
		...brokenLines(workflows),
		...files,
		...releaseLines(of.releasing, of.calledIn),
		...scheduleLines(workflows, of.changes),
		...badgeLines(pages ?? [], of.changes)
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
	const known = new Set(units);
	const counts = /* @__PURE__ */ new Map();
	for (const { unit } of judged) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	const missing = units.filter((unit) => counts.get(unit) !== 1);
	const strangers = judged.filter(({ unit }) => !known.has(unit));
	return [...missing.map((unit) => `${unit.file}:${unit.line} has ${counts.get(unit) ?? 0} verdicts instead of one`), ...strangers.map(({ unit }) => `${unit.file}:${unit.line} is judged and is no step`)];
}
function isStep(unit) {
	return unit.index !== null;
}
/** Steps that stay are there afterwards, unchanged, and nothing else is, except the road. */
function inventoryProblems({ judged, rewired }, change) {
	const own = judged.filter(({ unit }) => unit.file === change.file);
	const staying = own.filter(({ verdict }) => verdict.kind !== "replaced").map(({ unit }) => {
		const folder = rewired.get(unit);
		return isStep(unit) && folder !== void 0 ? {
			...unit,
			digest: digestOf(rewiredValue(unit, folder))
		} : unit;
	});
	const after = change.after === null ? [] : readWorkflow({
		file: change.file,
		text: change.after
	}).jobs.flatMap(unitsOf);
	const wasThere = own.some(({ unit }) => unit.job === ROAD_JOB);
	const [wanted, found] = [counted(staying), counted(after.filter(({ job }) => wasThere || job !== "turnpike"))];
	const lost = staying.filter((unit) => (found.get(contentKey(unit)) ?? 0) !== wanted.get(contentKey(unit)));
	const allowed = new Set(change.added);
	const added = [...found.keys()].filter((key) => !wanted.has(key) && !allowed.has(key.split("\0").at(-1) ?? ""));
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
	if (change.before !== null && (await parsedWorkflow(change.file, change.before)).kind === "invalid") return [];
	const parsed = await parsedWorkflow(change.file, change.after);
	if (parsed.kind === "workflow") return [];
	return parsed.problems.map(({ line, message }) => `${change.file}:${line ?? 1} would be refused by GitHub: ${message}`);
}
/**
* Checks what a migration would write, whatever decided it: no step lost or changed, nothing that GitHub's parser refuses,
* no output that nobody gives any more.
*
* @param expected the verdicts
* @param change of one workflow file
* @returns what is wrong, one sentence each; a change with any is not made
*/
async function changeProblems(expected, change) {
	return [
		...inventoryProblems(expected, change),
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
	return jobs.some(({ call }) => call !== null && isRoadCall(call.uses));
}
/** The lane that signs releases needs a build, a caller of its own, and nobody else who builds and publishes. */
function laneOf(workflows, { plan }, { host, states }) {
	const releasesElsewhere = states.some(({ roles }) => roles.some(({ kind }) => kind === "publish")) || workflows.some(({ on }) => startsOf(on).releases);
	return plan.build !== null && host === null && !releasesElsewhere ? "pipeline" : "checks";
}
function gatesUsed(judged, gates) {
	const ids = new Set(judged.flatMap(({ verdict }) => verdict.kind === "replaced" ? verdict.gates : []));
	return gates.filter(({ id }) => ids.has(id));
}
/** True when a gate takes the place of a command that asked for this Python, and nothing else would give it. */
function restsOn(python, states) {
	return states.some((state) => pythonWish(state) === python && state.roles.some((role, index) => role.kind === "gate" && !state.kept.has(index) && role.gates.some((gate) => ownPython(gate) === null)));
}
async function callerChange(facts, lane, python) {
	const workflows = (await Promise.all(facts.workflows.map(({ file, text }) => parsedWorkflow(file, text)))).flatMap((one) => one.kind === "workflow" ? [one.workflow] : []);
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
			triggers,
			python
		})
	};
}
async function draft(facts, workflows, of) {
	const { plan } = facts.adopt;
	const { given, tied } = of;
	const { gates, build } = plan;
	const pinnedPython = facts.snapshot.texts.get(".python-version")?.trim().split(/\s+/)[0] ?? null;
	const calledWithPython = chosenPython(workflows, pinnedPython);
	const known = {
		gates,
		build,
		declarations: declarationsIn(facts.snapshot),
		texts: facts.snapshot.texts,
		tied,
		pinnedPython,
		calledWithPython
	};
	const decision = decide(workflows, known, given);
	const python = restsOn(calledWithPython, decision.states) ? calledWithPython : null;
	const lane = laneOf(workflows, facts.adopt, decision);
	const roads = {
		checks: roadJob(lane, facts.pin, {
			releaseTags: null,
			python
		}),
		release: roadJob("pipeline", facts.pin, {
			releaseTags: decision.releasing?.releaseTags ?? null,
			python: null
		}),
		pin: facts.pin
	};
	const changes = [];
	for (const workflow of workflows) {
		const rewritten = rewriteWorkflow(workflow, decision, roads);
		if (rewritten !== void 0 && !given.has(workflow.file) && workflow.notEditable.length === 0) changes.push({
			file: workflow.file,
			before: workflow.text,
			...rewritten
		});
	}
	if (decision.judged.filter((one) => isReplaced(one) && one.unit.file !== decision.releasing?.file).length > 0 && decision.host === null && !workflows.some(callsRoad)) changes.push(await callerChange(facts, lane, python));
	const pinned = pinGates(facts.snapshot, changes, {
		used: gatesUsed(decision.judged, gates),
		before: gates,
		build: decision.releasing === void 0 ? null : build?.run ?? null
	});
	if (pinned.change !== void 0) changes.push(pinned.change);
	return {
		decision,
		judged: decision.judged,
		changes,
		pinned,
		lane
	};
}
/** What forbids a change, by file. */
async function faultsOf({ decision, changes }) {
	const faults = /* @__PURE__ */ new Map();
	for (const change of changes.filter(({ file }) => file.startsWith(FOLDER))) {
		const [first] = await changeProblems(decision, change);
		if (first !== void 0 && change.before !== null) faults.set(change.file, first);
	}
	return faults;
}
/** Works a draft out again and again until nothing forbids it; each round leaves more as it is. */
async function soundDraft(facts, workflows) {
	const given = new Map([...startGiven(facts), ...await refusedFiles(workflows)]);
	const tied = /* @__PURE__ */ new Set();
	for (;;) {
		const current = await draft(facts, workflows, {
			given,
			tied
		});
		for (const id of current.pinned.lost) tied.add(id);
		if (current.pinned.lost.length > 0) continue;
		const faults = await faultsOf(current);
		if (faults.size === 0) return current;
		for (const [file, why] of faults) {
			const todo = `change ${file} by hand, or leave it: ${why}`;
			given.set(file, {
				kind: "person",
				why: `migrate would not write it: ${why}`,
				todo
			});
		}
	}
}
/** A file that GitHub would refuse says nothing reliable, so nothing of it is touched. */
async function refusedFiles(workflows) {
	const refused = [];
	for (const { file, text, notEditable } of workflows) {
		const parsed = notEditable.length > 0 ? void 0 : await parsedWorkflow(file, text);
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
	const { texts } = facts.snapshot;
	const workflows = facts.workflows.map((one) => withLocalActions(readWorkflow(one), texts));
	const current = await soundDraft(facts, workflows);
	const { decision, changes, pinned } = current;
	const [wrong] = accountProblems(workflows, decision.judged);
	if (wrong !== void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `Not every step was accounted for: ${wrong}.`);
	const caller = changes.find(({ before, after }) => before === null && after !== null && after.includes(`  ${"turnpike"}:`));
	const calledIn = decision.judged.some(isReplaced) ? decision.host ?? caller?.file ?? decision.releasing?.file ?? workflows.find(callsRoad)?.file ?? null : null;
	const releasing = decision.releasing?.file ?? null;
	return {
		judged: decision.judged,
		workflows,
		unread: facts.unread,
		changes,
		calledIn,
		releasedIn: releasing,
		lane: current.lane,
		pinned,
		checks: await namesOf(facts, changes),
		remarks: remarksOn(workflows, decision.judged),
		todo: todoOf(facts, workflows, {
			...current,
			calledIn,
			releasing
		}),
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
	releasedIn: string().nullable().describe("The workflow for whose releases the road builds and signs from now on; null when there is none."),
	pin: object({
		repository: string(),
		sha: string(),
		version: string().nullable()
	}),
	gatesDeclared: array(string()).describe("Gates that turnpike.yml declares from now on."),
	gatesOff: array(string()).describe("Gates that only settings would declare from now on, and that turnpike.yml switches off."),
	checks: object({
		require: string().nullable().describe("Name of the one check to require; null where pull requests do not get it, as on releases alone."),
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
		releasedIn: migration.releasedIn,
		pin: { ...of.pin },
		gatesDeclared: [...migration.pinned.ids],
		gatesOff: [...migration.pinned.off],
		checks: {
			require: migration.checks.after.names.includes("turnpike / gate") ? CHECK_NAME : null,
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

// src/cli/migrate/migrate-facts.ts
/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;
const WORKFLOWS = ".github/workflows/";
/** Stands in a proposal that cannot be written yet. */
const UNKNOWN_PIN = {
	repository: "OWNER/turnpike",
	sha: "COMMIT",
	version: null
};
/** The only workflow that is asked for; undefined when all are. */
function chosenWorkflow(asked, files) {
	if (asked === void 0) return void 0;
	return files.find((file) => file === asked || file === WORKFLOWS + asked || file === asked.replace(/^\.\//, ""));
}
/** Options that are wrong, all of them at once. */
function refuseWishes({ caller, workflow }, files) {
	const problems = [];
	if (!/^[\w][\w.-]*\.ya?ml$/.test(caller)) {
		const message = `"${caller}" is no file name; give one that ends in .yml, without folders, such as turnpike-road.yml`;
		problems.push({
			where: "--caller",
			message
		});
	}
	if (workflow !== void 0 && chosenWorkflow(workflow, files) === void 0) {
		const there = files.length === 0 ? "there is none in .github/workflows" : `there are ${files.join(", ")}`;
		problems.push({
			where: "--workflow",
			message: `"${workflow}" is no workflow of this repository; ${there}`
		});
	}
	if (problems.length === 0) return;
	const message = `${countOf(problems.length, "problem")}, nothing was written.`;
	throw new TurnpikeError("INPUT_INVALID", "config", message, { problems });
}
/** Where badges of workflows stand. */
const PAGES = [
	"README.md",
	"README.rst",
	"README",
	".github/README.md",
	"docs/index.md",
	"CONTRIBUTING.md"
];
/**
* @param git reads the repository
* @param wishes what is asked for
* @throws TurnpikeError when the directory is in no repository, an option is wrong, or turnpike.yml is
*/
async function readMigrateFacts(git, wishes) {
	const top = await topLevelOf(git, wishes.directory);
	const refOnly = wishes.ref?.slice(wishes.ref.lastIndexOf("@") + 1);
	const [copy, defaultBranch, tags, read, planned, snapshot, pages] = await Promise.all([
		readOwnCopy(git, projectRoot(), refOnly),
		defaultBranchOf(git, top, wishes.branch),
		git.newestTags(top, MOST_TAGS),
		readAdoptTexts(top),
		readPlanned(top),
		readSnapshot(top, "turnpike.yml"),
		readPages(top, PAGES)
	]);
	const pin = choosePin(wishes.ref, copy);
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
	const files = [...workflows, ...unread].map(({ file }) => file);
	refuseWishes(wishes, files);
	return {
		top,
		facts: {
			workflows: workflows.sort((a, b) => a.file < b.file ? -1 : 1),
			unread,
			pages,
			snapshot,
			adopt: {
				texts: read.texts,
				defaultBranch: defaultBranch?.name ?? "main",
				tags,
				plan: planned.plan
			},
			pin: pin.kind === "known" ? pin.pin : UNKNOWN_PIN,
			callerName: wishes.caller,
			only: chosenWorkflow(wishes.workflow, files)
		},
		pinProblem: pin.kind === "known" ? null : {
			message: pin.message,
			hint: pin.hint.replaceAll("turnpike init", "turnpike migrate")
		}
	};
}

// src/cli/migrate/migrate-page.ts
const MOST_LABEL = 60;
const MOST_WHY = 400;
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
function fileTable(file, judged, look) {
	const { styles, width } = look;
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
		indent: 2,
		right: [4],
		styleHead: styles.dim
	});
	return [
		"",
		styles.bold(oneLine(file, 120)),
		widthOf(table) <= width ? table : belowEachOther(rows, look)
	];
}
/** Where the columns do not fit: the reason below its step, so that neither is broken into pieces. */
function belowEachOther(rows, { styles, width }) {
	const cells = rows.flatMap(([job = "", verdict = "", step = "", why = "", line = ""]) => [[
		job,
		verdict,
		step
	], [
		"",
		"",
		`${styles.dim(why)} ${styles.dim("· line")} ${line}`
	]]);
	return renderTable(cells, {
		width,
		indent: 2,
		overflow: "wrap"
	});
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
	return [head, `${styles.marks.warn} ${runs}, so nothing can go yet. The road can run beside them: turnpike init`];
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
	const { changes, calledIn, releasedIn, pinned, lane } = migration;
	if (changes.length === 0) return [];
	const { before, after } = jobCounts(migration);
	const workflows = changes.filter(({ before: text, after: next }) => text !== null && next === null).length;
	const road = lane === "pipeline" ? "check and gate on a change, build and sign on a release" : "check and gate";
	const places = [...calledIn === null || calledIn === releasedIn ? [] : [`in ${calledIn}`], ...releasedIn === null ? [] : [`in ${releasedIn}, on releases: check, build, sign and gate`]];
	return [
		section("What it saves", "counts, no guesses of minutes", look),
		`  jobs of your own    ${before} before, ${after} after${calledIn === releasedIn ? "" : `, and the road's: ${road}`}`,
		`  workflows that go   ${workflows}`,
		...places.map((place) => `  the road is called  ${place}`),
		...configLines(pinned)
	];
}
function configLines({ ids, off }) {
	return [...ids.length === 0 ? [] : [`  turnpike.yml gets   ${ids.join(", ")}, which only the workflows declared`], ...off.length === 0 ? [] : [`  and switches off    ${off.join(", ")}, which no workflow runs and settings would declare`]];
}
function namesText(names) {
	const more = names.length > MOST_NAMES ? [`    and ${names.length - MOST_NAMES} more`] : [];
	return [...names.slice(0, MOST_NAMES).map((name) => `    ${oneLine(name, 120)}`), ...more];
}
function checkLines({ checks, changes }, look) {
	const { gone, unknown } = differenceOf(checks);
	const isRequired = checks.after.names.includes(CHECK_NAME);
	if (changes.length === 0 || !isRequired && gone.length + unknown.length === 0) return [];
	const lines = [
		...gone.length === 0 ? [] : ["  take off the required checks, they no longer appear:", ...namesText(gone)],
		...unknown.length === 0 ? [] : ["  the names of these jobs only a run can tell; they no longer appear:", ...namesText(unknown)],
		...isRequired ? [`  require: ${look.styles.bold(CHECK_NAME)}`, "  turnpike init --ruleset | gh api \"repos/{owner}/{repo}/rulesets\" --input -"] : []
	];
	return [section("Required checks", "change them with the merge, not before", look), ...lines];
}
function todoLines({ todo }, look) {
	if (todo.length === 0) return [];
	return [section("For a person", "migrate does not decide these", look), ...todo.map((one) => `  [ ] ${hanging(oneLine(one, 400), look.width, 6)}`)];
}
function remarkLines({ remarks }, look) {
	if (remarks.length === 0) return [];
	const lines = remarks.map(({ file, line, message }) => `  ${look.styles.marks.warn} ${hanging(`${oneLine(file, 80)}:${line} ${oneLine(message, 300)}`, look.width, 4)}`);
	return [section("Seen on the way", "of what stays; nothing of it is changed", look), ...lines];
}
/**
* @param migration what was worked out
* @param look colours and width
* @returns the page of `turnpike migrate`, ending with a line feed
*/
function renderMigration(migration, look) {
	const files = [...new Set(migration.judged.map(({ unit }) => unit.file))];
	const judgedIn = (file) => migration.judged.filter(({ unit }) => unit.file === file);
	return `${[
		...heading(migration, look),
		...files.flatMap((file) => fileTable(file, judgedIn(file), look)),
		...differenceLines(migration, look),
		...countLines(migration, look),
		...checkLines(migration, look),
		...todoLines(migration, look),
		...remarkLines(migration, look)
	].join("\n")}\n`;
}
/**
* @param migration what was written
* @param folder where the commands are for, when that is not where somebody is; else null
* @param look colours
* @returns what to do once the files were written
*/
function renderWritten({ changes, todo }, folder, { styles }) {
	const paths = changes.map(({ file }) => file);
	const force = todo.some((one) => one.includes("is ignored by git")) ? " -f" : "";
	return `${[
		"",
		`${styles.marks.pass} Wrote ${countOf(changes.length, "file")}. Review, try, commit:`,
		...folder === null ? [] : [`    ${styles.cyan(`cd ${shellLine([folder])}`)}`],
		`    ${styles.cyan("git diff -- .github turnpike.yml")}`,
		`    ${styles.cyan("turnpike gates")}`,
		`    ${styles.cyan("git switch -c turnpike")}`,
		`    ${styles.cyan(`git add -A${force} -- ${shellLine(paths)}`)}`,
		`    ${styles.cyan("git commit -m 'Move the checks onto the road'")}`
	].join("\n")}\n`;
}

// src/cli/migrate/migrate-command.ts
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
/** New files that git would leave out of the commit are said: nothing would run then. */
async function withIgnored(git, top, migration) {
	const made = migration.changes.filter(({ before }) => before === null).map(({ file }) => file);
	const todo = (await git.ignored(top, made)).map((file) => `${file} is ignored by git; take it into the commit with \`git add -f ${file}\``);
	return {
		...migration,
		todo: [...migration.todo, ...todo]
	};
}
function notWritten({ pinProblem }) {
	if (pinProblem === null) return "Nothing was written. To write it: turnpike migrate --write";
	const hint = pinProblem.hint.replaceAll("turnpike migrate", "turnpike migrate --write");
	return `Nothing was written. ${pinProblem.message}\n${hint}`;
}
/**
* @param args what was asked for
* @throws TurnpikeError when the directory is in no repository, turnpike.yml is wrong, or nothing can be written; then
*   nothing was written
*/
async function runMigrateCommand(args) {
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const facts = await readMigrateFacts(git, args);
	const migration = await withIgnored(git, facts.top, await migrate(facts.facts));
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
		width: columnsOf([process.stdout, process.stderr], WIDE)
	};
	process.stdout.write(renderMigration(migration, look));
	if (isWriting) process.stdout.write(renderWritten(migration, folderToGo(process.cwd(), facts.top), look));
	else if (migration.changes.length > 0) process.stdout.write(`\n${notWritten(facts)}\n`);
}

export { runMigrateCommand };