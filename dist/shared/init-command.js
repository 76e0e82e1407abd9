import { o as __toESM } from "./rolldown-runtime.js";
import { a as boolean, c as literal, d as object, f as record, m as string, n as _enum, r as array } from "./schemas.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { t as systemClock } from "./clock.js";
import { t as definedVariables } from "./environment2.js";
import { t as noteBegin } from "./first-green-store.js";
import { t as GitProgram } from "./git2.js";
import { t as NodeProcesses } from "./processes.js";
import { t as styles } from "./styles.js";
import { g as itemsOf, i as parseReference, m as childOf, n as parseWorkflowFile, t as projectRoot } from "./project-root.js";
import { t as require_dist } from "./dist.js";
import { t as require_picomatch } from "./picomatch.js";
import { t as countOf } from "./format.js";
import { n as oneLine, r as plainText } from "./text.js";
import { n as readPlanned } from "./read-plan.js";
import { basename, dirname, join, resolve, sep } from "node:path";
import { constants, existsSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, readdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";

// src/adapters/node/change-set.ts
function refused(path, why, hint) {
	const details = hint === void 0 ? {} : { hint };
	return new TurnpikeError("FILE_UNWRITABLE", "user", `${path} ${why}. Nothing was written.`, details);
}
function whyNot(path, cause) {
	if (cause instanceof TurnpikeError) return cause;
	const code = cause.code ?? "unknown";
	const readOnly = [
		"EACCES",
		"EPERM",
		"EROFS"
	].includes(code);
	return refused(path, readOnly ? `cannot be written: its folder is read-only here (${code})` : `cannot be written (${code})`, readOnly ? `Look at the folder's rights: ls -ld "${dirname(path)}"` : void 0);
}
/** Files of one folder, written together or not at all: all are staged beside their places, then renamed; a fault renames back. */
var NodeChangeSet = class {
	#root;
	/** @param root absolute folder that nothing may lead out of */
	constructor(root) {
		this.#root = root;
	}
	async apply(changes) {
		const root = await realpath(this.#root);
		const madeFolders = [];
		const staged = [];
		const placed = [];
		try {
			for (const change of changes) await check(root, change);
			for (const change of changes) staged.push(await stage(root, change, madeFolders));
			for (const one of staged) {
				await check(root, one.change);
				await rename(one.temporary, one.file).catch((cause) => {
					throw whyNot(one.change.path, cause);
				});
				placed.push(one);
			}
		} catch (error) {
			await undo(staged, placed, madeFolders);
			throw error;
		}
	}
};
/** Nothing on the way may be a link that leads out, and the file must be what the change was made from. */
async function check(root, { path, before }) {
	if (path.split("/").includes("..")) throw refused(path, "leads out of the repository");
	let folder = root;
	for (const part of path.split("/").slice(0, -1)) {
		folder = join(folder, part);
		const real = await realpath(folder).catch(() => void 0);
		if (real === void 0) break;
		if (real !== root && !real.startsWith(root + sep)) throw refused(path, `would be written outside of the repository: ${part} is a link that leads to ${real}`);
	}
	const info = await lstat(join(root, path)).catch(() => void 0);
	if (info?.isSymbolicLink() === true) throw refused(path, "is a symbolic link; what it points at was left alone");
	if (info !== void 0 && !info.isFile()) throw refused(path, "is no regular file");
	if ((info === void 0 ? null : await readFile(join(root, path), "utf8")) !== before) throw refused(path, "was changed meanwhile", "Start again; the difference is shown anew.");
}
async function stage(root, change, madeFolders) {
	const file = join(root, change.path);
	const temporary = `${file}.${randomUUID()}.tmp`;
	try {
		const first = await mkdir(dirname(file), { recursive: true });
		if (first !== void 0) madeFolders.push(...foldersFrom(first, dirname(file)));
		const mode = change.before === null ? 438 : (await lstat(file)).mode & 511;
		await writeFile(temporary, change.after, {
			flag: "wx",
			mode
		});
		return {
			change,
			file,
			temporary
		};
	} catch (cause) {
		await rm(temporary, { force: true }).catch(() => void 0);
		throw whyNot(change.path, cause);
	}
}
/** Folders that were made, the innermost first. */
function foldersFrom(first, last) {
	const made = [];
	for (let folder = last; folder.length >= first.length; folder = dirname(folder)) made.push(folder);
	return made;
}
async function undo(staged, placed, folders) {
	for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => void 0);
	for (const { file, change } of placed) await (change.before === null ? rm(file, { force: true }) : writeFile(file, change.before)).catch(() => void 0);
	for (const folder of folders) await rmdir(folder).catch(() => void 0);
}

// src/core/adopt/plain-scalar.ts
var import_dist = require_dist();
const PLAIN = /^[A-Za-z][\w./-]*$/;
/**
* @param text foreign text, such as a branch name
* @returns it as a YAML scalar on one line, fit for flow lists; quoted where it has to be
*/
function scalar(text) {
	if (PLAIN.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|none)$/i.test(text)) return text;
	const quoted = new import_dist.Scalar(text);
	quoted.type = import_dist.Scalar.QUOTE_DOUBLE;
	return (0, import_dist.stringify)(quoted, { lineWidth: 0 }).trimEnd();
}
/** A comment behind a value: one line, and nothing in it ends it. */
function remark(text) {
	return text === null ? "" : ` # ${text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")}`;
}

// src/core/adopt/tag-patterns.ts
/** How many of the newest tags are looked at: old ones follow customs that were left. */
const NEWEST = 20;
/** The custom that a tag follows, as a filter pattern of GitHub's; undefined when it names no version. */
function customOf(tag) {
	if (/^v\d/.test(tag)) return "v*";
	if (/^\d+\.\d/.test(tag)) return "[0-9]*";
	const prefix = /^([A-Za-z][\w.]*(?:[-_][A-Za-z][\w.]*)*[-_@/]v?)\d+\.\d/.exec(tag)?.[1];
	return prefix === void 0 ? void 0 : `${prefix}*`;
}
/**
* @param tags newest first
* @returns the pattern that most of the newest version tags follow; none when no tag names a version
*/
function tagPatternsOf(tags) {
	const customs = tags.slice(0, NEWEST).flatMap((tag) => {
		const pattern = customOf(tag);
		return pattern === void 0 ? [] : [{
			pattern,
			tag
		}];
	});
	const counts = /* @__PURE__ */ new Map();
	for (const { pattern } of customs) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
	const [best] = [...counts].sort((a, b) => b[1] - a[1]);
	if (best === void 0) return [];
	const example = customs.find(({ pattern }) => pattern === best[0])?.tag;
	return [{
		pattern: best[0],
		why: `releases, as the tag ${example} is`
	}];
}

// src/core/adopt/triggers.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const MOST_BRANCHES = 10;
function triggerOf(workflow, event) {
	return workflow.triggers.find((trigger) => trigger.event === event);
}
/** For a comment; without a line, because lines move. */
function asHas({ label }) {
	return `as ${label.split("/").at(-1) ?? label} has it`;
}
function patternsOf(trigger, key) {
	const value = childOf(trigger?.settings, key);
	if (value === void 0) return [];
	return value.isScalar ? [value] : itemsOf(value);
}
function withoutRepeats(filters) {
	const seen = /* @__PURE__ */ new Set();
	return filters.filter(({ pattern }) => !seen.has(pattern) && seen.add(pattern) !== void 0);
}
/** Further branches that workflows check on a push beside pull requests: release lines, mostly. */
function branchesOf(facts) {
	const { defaultBranch, workflows } = facts;
	const further = workflows.filter((workflow) => triggerOf(workflow, "pull_request") !== void 0).flatMap((workflow) => patternsOf(triggerOf(workflow, "push"), "branches").map((token) => ({
		pattern: token.toString(),
		why: asHas(workflow)
	}))).filter(({ pattern }) => !/^!|^\*+$|^\*\*\/\*+$/.test(pattern) && !/dependabot|renovate|gh-readonly-queue/.test(pattern)).filter(({ pattern }) => !isOtherDefault(pattern, defaultBranch));
	return withoutRepeats([{
		pattern: defaultBranch,
		why: "the default branch"
	}, ...further]).slice(0, MOST_BRANCHES);
}
/** `master` beside `main` is a leftover of a rename or a template. */
function isOtherDefault(pattern, defaultBranch) {
	return pattern !== defaultBranch && ["main", "master"].includes(pattern) && ["main", "master"].includes(defaultBranch);
}
function declaredTags(workflows) {
	return workflows.flatMap((workflow) => patternsOf(triggerOf(workflow, "push"), "tags").map((token) => ({
		pattern: token.toString(),
		why: asHas(workflow)
	})));
}
/** Published releases start a workflow that names the type, or names none, which is all of them. */
function publishedReleases(workflows) {
	for (const workflow of workflows) {
		const trigger = triggerOf(workflow, "release");
		if (trigger === void 0) continue;
		const types = patternsOf(trigger, "types").map((token) => token.toString());
		if (types.length === 0 || types.some((type) => [
			"published",
			"released",
			"created"
		].includes(type))) return asHas(workflow);
	}
	return null;
}
function eventOf(workflows, event, beside) {
	for (const workflow of workflows) if (triggerOf(workflow, event) !== void 0 && (beside === void 0 || triggerOf(workflow, beside) !== void 0)) return asHas(workflow);
	return null;
}
/**
* How the repository releases: by the tags or releases that its workflows wait for, else by the tags that it has.
* Where both exist the published release wins, because a release also pushes its tag and the road would run twice.
*/
function releaseSigns({ workflows, tags }) {
	const release = publishedReleases(workflows);
	if (release !== null) return {
		tags: [],
		release
	};
	const positive = withoutRepeats(declaredTags(workflows));
	const usable = positive.some(({ pattern }) => !pattern.startsWith("!")) ? positive : [];
	if (usable.length > 0) return {
		tags: usable,
		release: null
	};
	return {
		tags: tagPatternsOf(tags),
		release: null
	};
}
/**
* What starts the road: pull requests, pushes to the default branch and to the branches that workflows check, the merge
* queue where workflows know it, and what releases.
*
* @param facts the repository
* @param isReleased whether the caller shall take releases
*/
function triggersFor(facts, isReleased) {
	const signs = releaseSigns(facts);
	const tags = signs.tags.length === 0 && signs.release === null ? [{
		pattern: "v*",
		why: "releases, by the usual name of their tags"
	}] : signs.tags;
	return {
		branches: branchesOf(facts),
		tags: isReleased ? tags : [],
		release: isReleased ? signs.release : null,
		mergeGroup: eventOf(facts.workflows, "merge_group"),
		dispatch: eventOf(facts.workflows, "workflow_dispatch", "pull_request")
	};
}
/**
* Which of these tags the road takes for releases by itself (input `release-tags`, default `v*`).
*
* @returns the value that the input needs; null when its default does
*/
function releaseTagsInput(tags) {
	if (tags.filter(({ pattern }) => !pattern.startsWith("!")).every(({ pattern }) => import_picomatch.default.isMatch(pattern.replaceAll(/[[\]*?+!]/g, "0"), "v*"))) return null;
	return "**";
}

// src/core/adopt/caller.ts
/** The first line of every caller that `init` wrote; the pin of a file that begins with it is kept up to date. */
const CALLER_MARK = "# Written by `turnpike init`";
/** Job id, and first half of the name of the check to require. */
const CALLER_JOB = "turnpike";
/** The one check to require (docs/architecture.md, section 1). */
const CHECK_NAME = `${CALLER_JOB} / gate`;
function filterLines(key, filters) {
	if (filters.length === 0) return [];
	const [only] = filters;
	if (filters.length === 1 && only !== void 0) return [`    ${key}: [${scalar(only.pattern)}]${remark(only.why)}`];
	return [`    ${key}:`, ...filters.map(({ pattern, why }) => `      - ${scalar(pattern)}${remark(why)}`)];
}
function onLines({ branches, tags, release, mergeGroup, dispatch }) {
	return [
		"on:",
		"  pull_request:",
		"  push:",
		...filterLines("branches", branches),
		...filterLines("tags", tags),
		...release === null ? [] : ["  release:", `    types: [published]${remark(release)}`],
		...mergeGroup === null ? [] : [`  merge_group:${remark(mergeGroup)}`],
		...dispatch === null ? [] : [`  workflow_dispatch:${remark(dispatch)}`]
	];
}
const GRANTS = {
	checks: ["contents: read # to check the repository out"],
	pipeline: [
		"contents: read # to check the repository out",
		"id-token: write # the identity that signs a release; the signing job alone takes it, and runs no code of yours",
		"attestations: write # to keep the signatures in GitHub's attestation store"
	]
};
/**
* @param pin a commit
* @returns `# v1.2.3` for the end of the line, by which Dependabot and Renovate know the version; empty when it is unknown
*/
function versionRemark({ version }) {
	return version === null ? "" : ` # ${version}`;
}
/**
* @param lane which reusable workflow
* @param pin a commit
* @returns the value of `uses:` with its version behind it
*/
function usesLine(lane, pin) {
	return `uses: ${pin.repository}/.github/workflows/${lane}.yml@${pin.sha}${versionRemark(pin)}`;
}
/**
* The caller: what starts the road, the least that it may do, and one `uses:` line.
*
* @param facts what the repository needs
* @returns the workflow file
*/
function renderCaller({ lane, pin, triggers }) {
	const releaseTags = releaseTagsInput(triggers.tags);
	return `${[
		`${CALLER_MARK}, which keeps the pin in it up to date and leaves the rest to you.`,
		`# What is checked: \`turnpike plan\`. The one check to require: "${CHECK_NAME}".`,
		"name: turnpike",
		"",
		...onLines(triggers),
		"",
		"permissions: {} # the job below says what it needs",
		"",
		"concurrency: # a newer push to a pull request stops the run of the older one; nothing else is ever stopped",
		"  group: turnpike-${{ github.event.pull_request.number || github.run_id }}",
		"  cancel-in-progress: true",
		"",
		"jobs:",
		`  ${CALLER_JOB}: # the first half of the check's name`,
		`    name: ${CALLER_JOB}`,
		"    permissions:",
		...GRANTS[lane].map((grant) => `      ${grant}`),
		`    ${usesLine(lane, pin)}`,
		...releaseTags === null ? [] : ["    with:", `      release-tags: ${scalar(releaseTags)} # each tag that starts this workflow is a release`]
	].join("\n")}\n`;
}

// src/core/adopt/change.ts
/** Nothing to change, nothing to say. */
const NOTHING = {
	changes: [],
	remarks: []
};
/**
* @param proposals parts, in the order that people shall see them
* @returns one proposal of them all
*/
function joinProposals(...proposals) {
	return {
		changes: proposals.flatMap(({ changes }) => changes),
		remarks: proposals.flatMap(({ remarks }) => remarks)
	};
}

// src/core/adopt/dependabot.ts
const WHY$1 = "keeps the pinned commit up to date: Dependabot opens a pull request when Turnpike has a release";
const NEW_FILE = ".github/dependabot.yml";
const SETTINGS = (interval) => [
	"package-ecosystem: github-actions # the workflows of this repository, Turnpike's pin among them",
	"directory: /",
	"schedule:",
	`  interval: ${interval}`,
	"cooldown:",
	"  default-days: 7 # a bad release is mostly noticed within a week"
];
/** A list item of the settings, its dash at `indent`. */
function entryLines(interval, indent, gap) {
	const inner = " ".repeat(indent + 1 + gap);
	return SETTINGS(interval).map((line, index) => index === 0 ? `${" ".repeat(indent)}-${" ".repeat(gap)}${line}` : inner + line);
}
function entryValue(interval) {
	return {
		"package-ecosystem": "github-actions",
		directory: "/",
		schedule: { interval },
		cooldown: { "default-days": 7 }
	};
}
function asEntry(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
/** Whether an entry is about the workflows of the root (docs.github.com, Dependabot options reference, `directory`). */
function coversWorkflows(entry) {
	if (entry["package-ecosystem"] !== "github-actions") return false;
	const many = entry["directories"];
	return (Array.isArray(many) ? many : [entry["directory"]]).some((folder) => /^(?:\.?\/?|\/?\.github\/workflows\/?|\/?\*{1,2}(?:\/\*)*)$/.test(String(folder ?? "")));
}
/** Updates that are not switched off, as often as the file's other ones. */
function usualInterval(entries) {
	const intervals = entries.map((entry) => asEntry(entry["schedule"])["interval"]);
	return intervals.includes("weekly") ? "weekly" : intervals.includes("monthly") ? "monthly" : "weekly";
}
/** Puts the lines behind the last item of a block list, touching nothing else of the text. */
function spliced(text, list, interval) {
	const last = list.items.at(-1);
	const range = (0, import_dist.isNode)(last) ? last.range : void 0;
	if (list.flow === true || range === void 0 || range === null) return void 0;
	const [start, end] = range;
	const dash = text.lastIndexOf("-", start - 1);
	if (dash === -1 || text.slice(dash + 1, start).trim() !== "") return void 0;
	const lineStart = text.lastIndexOf("\n", dash) + 1;
	const indent = dash - lineStart;
	if (text.slice(lineStart, dash).trim() !== "") return void 0;
	const gap = text.slice(dash, start).includes("\n") ? 1 : start - dash - 1;
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const written = text.slice(0, end).trimEnd().length;
	const lineEnd = text.indexOf("\n", written);
	const at = lineEnd === -1 ? text.length : lineEnd + 1;
	return (lineEnd === -1 ? text.trimEnd() + eol : text.slice(0, at)) + [...list.items.length > 1 && /\n[ \t]*\r?\n[ \t]*(?:#[^\n]*\n[ \t]*)*$/.test(text.slice(0, dash)) ? [""] : [], ...entryLines(interval, indent, Math.max(1, gap))].map((line) => line + eol).join("") + text.slice(at);
}
function viaDocument(document, interval) {
	const list = document.get("updates");
	if ((0, import_dist.isSeq)(list)) {
		list.flow = false;
		list.add(document.createNode(entryValue(interval)));
	} else document.set("updates", [entryValue(interval)]);
	return document.toString({ lineWidth: 0 });
}
function addsOnly(before, after) {
	const document = (0, import_dist.parseDocument)(after);
	const now = document.errors.length > 0 ? void 0 : asEntry(document.toJS())["updates"];
	return Array.isArray(now) && now.length === before.length + 1 && isDeepStrictEqual(now.slice(0, -1), [...before]);
}
function cannot(path, reason) {
	return {
		changes: [],
		remarks: [{
			where: path,
			message: `${reason}; it was left alone. Add by hand:\n${entryLines("weekly", 2, 1).join("\n")}`
		}]
	};
}
function newFile(path, before) {
	return {
		changes: [{
			path,
			before,
			after: `${[
				"version: 2",
				"updates:",
				...entryLines("weekly", 2, 1)
			].join("\n")}\n`,
			why: WHY$1
		}],
		remarks: []
	};
}
/**
* The entry by which Dependabot updates workflows, added where it is missing. The file's own text stays as it is:
* comments, order and style.
*
* @param file `.github/dependabot.yml` or `.yaml` with its text; null when there is neither
*/
function proposeDependabot(file) {
	if (file === null) return newFile(NEW_FILE, null);
	const { path, text } = file;
	const document = (0, import_dist.parseDocument)(text);
	const [fault] = document.errors;
	if (fault !== void 0) {
		const line = fault.linePos?.[0].line;
		return cannot(`${path}${line === void 0 ? "" : `:${line}`}`, "This is not YAML that can be read");
	}
	if (document.contents === null) return newFile(path, text);
	if (!(0, import_dist.isMap)(document.contents)) return cannot(path, "This is no configuration of Dependabot's");
	const whole = asEntry(document.toJS());
	if (whole["version"] !== 2) return cannot(path, "This is no configuration of version 2");
	const updates = whole["updates"] ?? [];
	if (!Array.isArray(updates)) return cannot(path, "`updates` is no list");
	const entries = updates.map(asEntry);
	if (entries.some(coversWorkflows)) return NOTHING;
	const interval = usualInterval(entries);
	const list = document.get("updates");
	const direct = (0, import_dist.isSeq)(list) ? spliced(text, list, interval) : void 0;
	const after = direct !== void 0 && addsOnly(updates, direct) ? direct : viaDocument(document, interval);
	if (!addsOnly(updates, after)) return cannot(path, "An entry could not be added without changing others");
	return {
		changes: [{
			path,
			before: text,
			after,
			why: WHY$1
		}],
		remarks: []
	};
}

// src/core/adopt/init-document.ts
const changeSchema = object({
	path: string().describe("Relative to the repository's root."),
	kind: _enum(["create", "update"]),
	before: string().nullable().describe("The text before; null for a new file."),
	after: string(),
	why: string()
});
/** What `turnpike init --json` prints. */
const initFileSchema = object({
	schema: literal("turnpike/init/1"),
	written: boolean().describe("Whether the changes were written; false without --yes."),
	lane: _enum(["pipeline", "checks"]).describe("The reusable workflow that a new caller calls."),
	pin: object({
		repository: string(),
		sha: string().regex(/^[0-9a-f]{40}$/),
		version: string().nullable().describe("The release at that commit; null when it is not known.")
	}),
	check: string().describe("Name of the one check to require."),
	changes: array(changeSchema).describe("Empty when there is nothing to change."),
	remarks: array(object({
		where: string(),
		message: string()
	})).describe("What was left alone, and why.")
}).describe("What `turnpike init --json` prints.");
/**
* @param adoption what was proposed
* @param of the pin, further remarks, and whether it was written
*/
function toInitDocument(adoption, of) {
	return {
		schema: "turnpike/init/1",
		written: of.isWritten && adoption.changes.length > 0,
		lane: adoption.lane,
		pin: { ...of.pin },
		check: CHECK_NAME,
		changes: adoption.changes.map(({ path, before, after, why }) => ({
			path,
			kind: before === null ? "create" : "update",
			before,
			after,
			why
		})),
		remarks: [...of.remarks, ...adoption.remarks]
	};
}

// src/core/adopt/known-caller.ts
const LANE = /^\.github\/workflows\/(pipeline|checks)\.ya?ml$/;
/**
* @param workflow a workflow as it was read
* @returns its jobs that call one of the two public workflows of a repository called `turnpike`
*/
function turnpikeCalls(workflow) {
	return workflow.jobs.flatMap(({ id, call }) => {
		const reference = call === void 0 ? void 0 : parseReference(call.uses);
		if (call === void 0 || reference?.kind !== "repository") return [];
		const lane = LANE.exec(reference.path)?.[1];
		if (lane === void 0 || !/\/turnpike$/i.test(reference.repository)) return [];
		return [{
			jobId: id,
			lane: lane === "checks" ? "checks" : "pipeline",
			repository: reference.repository,
			ref: reference.ref,
			line: call.token.line ?? 1
		}];
	});
}
/** `# v1.2.3` behind a pin. */
function versionBehind(line) {
	const match = /#\s*v(\d+)\.(\d+)\.(\d+)\s*$/.exec(line);
	return match === null ? void 0 : match.slice(1).map(Number);
}
function isNewer(have, version) {
	const offered = version === null ? void 0 : versionBehind(`# ${version}`);
	if (have === void 0 || offered === void 0) return false;
	for (const [index, part] of have.entries()) {
		const other = offered[index] ?? 0;
		if (part !== other) return part > other;
	}
	return false;
}
/** Changes the ref and the version behind it, and nothing else of the line. */
function withPin(line, pin) {
	const remark = pin.version === null ? "" : ` # ${pin.version}`;
	return line.replace(/@[^\s#"']+(["']?)(?:\s+#\s*v?\d[\w.-]*)?(\s*)$/, `@${pin.sha}$1${remark}$2`);
}
/**
* Tells what stands where `init` would write the caller.
*
* @param path of the file
* @param text its content
* @param pin the commit that a new caller would get
*/
async function recognizeCaller(path, text, pin) {
	const parsed = await parseWorkflowFile(path, text);
	const [call] = parsed.kind === "workflow" ? turnpikeCalls(parsed.workflow) : [];
	if (call === void 0) return { kind: "foreign" };
	if (!(text.startsWith("# Written by `turnpike init`") && call.repository.toLowerCase() === pin.repository.toLowerCase())) return {
		kind: "by-hand",
		call
	};
	const lines = text.split("\n");
	const line = lines[call.line - 1] ?? "";
	if (call.ref === pin.sha || isNewer(versionBehind(line.trimEnd()), pin.version)) return {
		kind: "current",
		call
	};
	const changed = withPin(line, pin);
	if (changed === line) return {
		kind: "by-hand",
		call
	};
	lines[call.line - 1] = changed;
	return {
		kind: "outdated",
		call,
		text: lines.join("\n")
	};
}

// src/core/adopt/own-config.ts
const CONFIG_FILE = "turnpike.yml";
const MOST_REMARK = 100;
/** Why a suggestion is there, short enough for a comment. */
function reasonOf(gate) {
	const why = gate.why.replace(/^.*only suggested, because /s, "").replaceAll(/\s+/g, " ").trim();
	const short = why.length > MOST_REMARK ? `${why.slice(0, 99)}…` : why;
	return `by ${gate.source.file}; only suggested, because ${short}`;
}
function commandOf(gate) {
	return (gate.reproduce.split("\n")[0] ?? "").slice(0, MOST_REMARK);
}
function gateLines(gate) {
	return [`  #${remark(reasonOf(gate)).slice(2)}`, `  ${scalar(gate.id)}: {}${remark(commandOf(gate))}`];
}
/**
* turnpike.yml for what detection could not know by itself.
*
* @param plan what was detected without it
* @param choices what a person accepted
* @param repository `owner/name` of Turnpike, for the address of the schema
* @returns null when nothing was accepted: the file is optional, and without it what is declared runs
*/
function proposeConfig(plan, choices, repository) {
	const accepted = plan.suggestions.map(({ gate }) => gate).filter(({ id }) => choices.gates.includes(id));
	if (accepted.length === 0 && choices.build === null) return null;
	const lines = [
		`# yaml-language-server: $schema=${`https://raw.githubusercontent.com/${repository}/main/docs/schema/turnpike.schema.json`}`,
		"# Only what the repository does not say by itself; `turnpike plan` shows everything that runs, and why.",
		...choices.build === null ? [] : [`build: ${scalar(choices.build)} # makes what a release publishes`],
		...accepted.length === 0 ? [] : ["gates:", ...accepted.flatMap(gateLines)]
	];
	return {
		path: CONFIG_FILE,
		before: null,
		after: `${lines.join("\n")}\n`,
		why: "says what detection could not know"
	};
}

// src/core/adopt/pin.ts
const SHA = /^[0-9a-f]{40}$/;
const REPOSITORY = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/;
const VERSION_TAG = /^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
/**
* @param url of a remote, any form that git or npm takes
* @returns `owner/name`; undefined when it holds none
*/
function repositoryOfUrl(url) {
	const path = url.replace(/[#?].*$/, "").replace(/\/+$/, "").replace(/\.git$/, "");
	if (!/^[a-z+]+:\/\/[^/]+\/|^[^/@]+@[^/:]+:/.test(path)) return void 0;
	const name = /([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)$/.exec(path.replace(/^[^/@]+@[^/:]+:/, "/"))?.[1];
	return name !== void 0 && REPOSITORY.test(name) ? name : void 0;
}
/** The most exact version among tags: `v1.2.3`, not `v1`, which moves. */
function versionOf(tags) {
	return tags.filter((tag) => VERSION_TAG.test(tag)).sort((a, b) => b.localeCompare(a, "en", { numeric: true }))[0] ?? null;
}
function repositoryOf(copy) {
	const url = copy.checkout?.remote ?? copy.installed?.resolved;
	return url === void 0 || url === null ? void 0 : repositoryOfUrl(url);
}
const NAME_IT = "turnpike init --ref OWNER/turnpike@COMMIT";
function unknown(message, hint) {
	return {
		kind: "unknown",
		message,
		hint
	};
}
function noOwner(sha) {
	return unknown("This copy of Turnpike does not know which GitHub repository it comes from.", `Name it: turnpike init --ref OWNER/turnpike@${sha}`);
}
function askedPin(asked, copy) {
	const at = asked.lastIndexOf("@");
	const [named, ref] = at === -1 ? [void 0, asked] : [asked.slice(0, at), asked.slice(at + 1)];
	if (named !== void 0 && !REPOSITORY.test(named)) return unknown(`--ref "${asked}" is not OWNER/REPOSITORY@REF.`, `Write it as in: ${NAME_IT}`);
	if (ref === "") return unknown(`--ref "${asked}" names no commit.`, `Write it as in: ${NAME_IT}`);
	const repository = named ?? repositoryOf(copy);
	const found = copy.checkout?.asked ?? null;
	const sha = found?.sha ?? (SHA.test(ref) ? ref : void 0);
	if (sha === void 0) return unknown(`The commit of ${ref} cannot be known here: the running copy has no such ref.`, `Ask for it, then give it:\n  git ls-remote https://github.com/${repository ?? "OWNER/turnpike"} ${ref}\n  ${NAME_IT}`);
	if (repository === void 0) return noOwner(sha);
	return {
		kind: "known",
		pin: {
			repository,
			sha,
			version: versionOf([...VERSION_TAG.test(ref) ? [ref] : [], ...found?.tags ?? []])
		},
		because: `--ref ${asked}`
	};
}
function checkoutPin(checkout, copy) {
	const { head, isDirty, tags } = checkout;
	const choose = "Choose a commit that is on GitHub: turnpike init --ref HEAD, or --ref v1.2.3";
	if (head === null) return unknown("The running copy of Turnpike has no commit yet.", choose);
	if (isDirty) return unknown("The running copy of Turnpike has changes that are in no commit.", choose);
	const version = versionOf(tags);
	if (version === null) return unknown(`The running copy of Turnpike is no release: no tag v1.2.3 is at ${head.slice(0, 12)}.`, choose);
	const repository = repositoryOf(copy);
	if (repository === void 0) return noOwner(head);
	return {
		kind: "known",
		pin: {
			repository,
			sha: head,
			version
		},
		because: `the running copy, release ${version}`
	};
}
function installedPin(installed) {
	const repository = repositoryOfUrl(installed.resolved);
	const sha = /#([0-9a-f]{40})$/.exec(installed.resolved)?.[1];
	if (repository === void 0 || sha === void 0) return unknown("npm did not note which commit of Turnpike it installed.", `Name it: ${NAME_IT}`);
	const asked = /#(?:semver:)?(v?\d+\.\d+\.\d+\S*)$/.exec(installed.asked ?? "")?.[1];
	const tag = asked === void 0 ? void 0 : asked.startsWith("v") ? asked : `v${asked}`;
	return {
		kind: "known",
		pin: {
			repository,
			sha,
			version: tag !== void 0 && VERSION_TAG.test(tag) ? tag : null
		},
		because: "the running copy, as npm installed it"
	};
}
/**
* Which commit of Turnpike a caller is pinned to: the one that was asked for, else the running copy's own. Never a guess.
*
* @param asked `[owner/repository@]ref`: a commit, or a tag or branch that the running copy knows
* @param copy what is known of the running copy
*/
function choosePin(asked, copy) {
	if (asked !== void 0) return askedPin(asked, copy);
	if (copy.checkout !== null) return checkoutPin(copy.checkout, copy);
	if (copy.installed !== null) return installedPin(copy.installed);
	return unknown("It is not known which commit of Turnpike this copy is.", `Name it: ${NAME_IT}`);
}

// src/core/adopt/renovate.ts
/** Where Renovate looks for its configuration, in its order (docs.renovatebot.com, "Configuration options"). */
const RENOVATE_FILES = [
	"renovate.json",
	"renovate.jsonc",
	"renovate.json5",
	".github/renovate.json",
	".github/renovate.jsonc",
	".github/renovate.json5",
	".gitlab/renovate.json",
	".gitlab/renovate.jsonc",
	".gitlab/renovate.json5",
	".renovaterc",
	".renovaterc.json",
	".renovaterc.jsonc",
	".renovaterc.json5"
];
const MANAGER = "github-actions";
const WHY = "lets Renovate update workflows too, so that the pinned commit stays up to date";
function byHand(path, reason, line) {
	return {
		changes: [],
		remarks: [{
			where: path,
			message: `${reason}, and this file is not rewritten. So that the pin stays up to date, write:\n  ${line}`
		}]
	};
}
/** JSON5 and comments are read as far as YAML reads them; a plain check of words does for the rest. */
function readLoosely(path, text) {
	const list = /["']?enabledManagers["']?\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
	if (list !== void 0 && !list.includes(MANAGER)) return byHand(path, "Renovate does not update workflows here", `enabledManagers: [..., "${MANAGER}"]`);
	return NOTHING;
}
function withManager(text, at) {
	const addition = at.isEmpty ? `"${MANAGER}"` : `,${at.gap}"${MANAGER}"`;
	return text.slice(0, at.end) + addition + text.slice(at.end);
}
/**
* What Renovate's configuration lacks for keeping the pin up to date. Renovate updates workflows, and commits that are
* pinned with a version behind them, by itself; only a list of managers without `github-actions`, or the manager switched
* off, keeps it from that (docs.renovatebot.com, "Automated Dependency Updates for GitHub Actions").
*
* @param file the configuration
*/
function proposeRenovate(file) {
	const { path, text } = file;
	try {
		JSON.parse(text);
	} catch {
		return readLoosely(path, text);
	}
	const document = (0, import_dist.parseDocument)(text);
	if (document.errors.length > 0 || !(0, import_dist.isMap)(document.contents)) return NOTHING;
	if (document.getIn([MANAGER, "enabled"]) === false) return byHand(path, "The manager is switched off", `"${MANAGER}": { "enabled": true }`);
	const managers = document.get("enabledManagers");
	if (!(0, import_dist.isSeq)(managers) || managers.range === void 0 || managers.range === null) return NOTHING;
	if (managers.items.map((item) => (0, import_dist.isScalar)(item) ? String(item.value) : "").includes(MANAGER)) return NOTHING;
	const last = managers.items.at(-1);
	const [start, close] = managers.range;
	const range = (0, import_dist.isNode)(last) ? last.range : void 0;
	const before = managers.items.at(-2);
	const beforeEnd = (0, import_dist.isNode)(before) ? before.range?.[1] : start + 1;
	const gap = range === void 0 || range === null || beforeEnd === void 0 ? " " : text.slice(beforeEnd, range[0]).replace(/^,/, "");
	return {
		changes: [{
			path,
			before: text,
			after: withManager(text, range === void 0 || range === null ? {
				start,
				end: text.lastIndexOf("]", close - 1),
				isEmpty: true,
				gap: ""
			} : {
				start,
				end: range[1],
				isEmpty: false,
				gap: managers.items.length > 1 || gap.includes("\n") ? gap : " "
			}),
			why: WHY
		}],
		remarks: []
	};
}

// src/core/adopt/propose.ts
const WORKFLOWS$1 = ".github/workflows/";
async function readWorkflows(texts) {
	const files = [...texts].filter(([path]) => path.startsWith(WORKFLOWS$1) && /\.ya?ml$/.test(path)).sort();
	return (await Promise.all(files.map(([path, text]) => parseWorkflowFile(path, text)))).flatMap((one) => one.kind === "workflow" ? [one.workflow] : []);
}
function proposeUpdates(texts) {
	const renovate = RENOVATE_FILES.find((path) => texts.has(path));
	const path = [".github/dependabot.yml", ".github/dependabot.yaml"].find((name) => texts.has(name));
	if (renovate !== void 0) return proposeRenovate({
		path: renovate,
		text: texts.get(renovate) ?? ""
	});
	if (isInManifest(texts.get("package.json"))) return NOTHING;
	return proposeDependabot(path === void 0 ? null : {
		path,
		text: texts.get(path) ?? ""
	});
}
/** Renovate reads a `renovate` key of package.json too. */
function isInManifest(text) {
	try {
		const value = JSON.parse(text ?? "{}");
		return typeof value === "object" && value !== null && "renovate" in value;
	} catch {
		return false;
	}
}
async function proposeCaller(facts, wishes, of) {
	const path = WORKFLOWS$1 + wishes.callerName;
	const text = facts.texts.get(path);
	if (text !== void 0) return await proposeForExisting(path, text, wishes.pin);
	const [first] = of.workflows.flatMap((workflow) => turnpikeCalls(workflow).map((call) => ({
		where: `${workflow.label}:${call.line}`,
		call
	})));
	if (first !== void 0) {
		const message = `calls Turnpike already (job \`${first.call.jobId}\`); no second caller is written`;
		return {
			changes: [],
			remarks: [{
				where: first.where,
				message
			}],
			occupied: null
		};
	}
	const why = of.caller.lane === "pipeline" ? "runs the road: checks on every change, and on a release the signed build" : "runs the road: checks on every change; it may only read";
	return {
		changes: [{
			path,
			before: null,
			after: renderCaller(of.caller),
			why
		}],
		remarks: [],
		occupied: null
	};
}
async function proposeForExisting(path, text, pin) {
	const known = await recognizeCaller(path, text, pin);
	switch (known.kind) {
		case "current": return {
			...NOTHING,
			occupied: null
		};
		case "outdated": {
			const why = `moves the pin from ${known.call.ref.slice(0, 12)} to ${pin.version ?? pin.sha.slice(0, 12)}`;
			return {
				changes: [{
					path,
					before: text,
					after: known.text,
					why
				}],
				remarks: [],
				occupied: null
			};
		}
		case "by-hand": {
			const message = `calls Turnpike and was written by hand; it is left alone (pin: ${known.call.ref})`;
			return {
				changes: [],
				remarks: [{
					where: `${path}:${known.call.line}`,
					message
				}],
				occupied: null
			};
		}
		case "foreign": return {
			...NOTHING,
			occupied: path
		};
	}
}
/**
* All files that bring a repository onto the road, each as it is and as it would be. Nothing is proposed that stands
* already, so a second time there is nothing to change.
*
* @param facts the repository
* @param wishes what was asked for
*/
async function proposeAdoption(facts, wishes) {
	const workflows = await readWorkflows(facts.texts);
	const signs = releaseSigns({
		workflows,
		tags: facts.tags
	});
	const isReleased = signs.release !== null || signs.tags.length > 0;
	const hasBuild = facts.plan.build !== null || wishes.choices.build !== null;
	const lane = hasBuild && !wishes.checksOnly ? "pipeline" : "checks";
	const triggers = triggersFor({
		...facts,
		workflows
	}, lane === "pipeline");
	const caller = await proposeCaller(facts, wishes, {
		workflows,
		caller: {
			lane,
			pin: wishes.pin,
			triggers
		}
	});
	const config = facts.texts.has("turnpike.yml") ? null : proposeConfig(facts.plan, wishes.choices, wishes.pin.repository);
	return {
		...joinProposals(caller, {
			changes: config === null ? [] : [config],
			remarks: []
		}, proposeUpdates(facts.texts)),
		lane,
		occupied: caller.occupied,
		lacksBuild: isReleased && !hasBuild && !wishes.checksOnly
	};
}

// src/core/adopt/ruleset.ts
/**
* The App that reports the checks of workflow runs on github.com. With it, nobody else's status of the same name counts.
* (GET https://api.github.com/apps/github-actions, `id`.)
*/
const GITHUB_ACTIONS_APP = 15368;
/**
* A repository ruleset that lets nothing onto the default branch without the road's check
* (docs.github.com/rest/repos/rules, "Create a repository ruleset").
*
* @returns the body of `POST /repos/{owner}/{repo}/rulesets`
*/
function rulesetFor(checkName = CHECK_NAME) {
	return {
		name: "turnpike",
		target: "branch",
		enforcement: "active",
		conditions: { ref_name: {
			include: ["~DEFAULT_BRANCH"],
			exclude: []
		} },
		rules: [{
			type: "required_status_checks",
			parameters: {
				strict_required_status_checks_policy: false,
				do_not_enforce_on_create: true,
				required_status_checks: [{
					context: checkName,
					integration_id: GITHUB_ACTIONS_APP
				}]
			}
		}]
	};
}

// src/cli/init-ask.ts
/** No answer: somebody pressed Escape or Ctrl+C. */
const STOPPED = Symbol("stopped");
/**
* Asks which suggestions shall run, and for the build command where releases lack one.
*
* @param questions what is open; nothing is asked where nothing is
*/
async function askChoices(questions) {
	const { isCancel, multiselect, text } = await import("./dist3.js");
	let gates = [];
	if (questions.suggestions.length > 0) {
		const answer = await multiselect({
			message: "Not sure about these, so they do not run by themselves. Which shall? (Enter: none)",
			required: false,
			options: questions.suggestions.map(({ gate }) => ({
				value: gate.id,
				label: `${oneLine(gate.id, 60)}  ${oneLine(gate.reproduce.split("\n")[0] ?? "", 80)}`,
				hint: oneLine(gate.why.replace(/^.*only suggested, because /s, "because "), 160)
			}))
		});
		if (isCancel(answer)) return STOPPED;
		gates = answer;
	}
	if (!questions.lacksBuild) return {
		gates,
		build: null
	};
	const build = await text({
		message: "This repository releases. Which command builds what is released? (Enter: none; then nothing is signed)",
		placeholder: "make dist"
	});
	if (isCancel(build)) return STOPPED;
	return {
		gates,
		build: (build ?? "").trim() === "" ? null : build.trim()
	};
}
/**
* @param count how many files would be written
* @returns true for yes
*/
async function askToWrite(count) {
	const { confirm, isCancel } = await import("./dist3.js");
	const answer = await confirm({ message: count === 1 ? "Write this file?" : `Write these ${count} files?` });
	return !isCancel(answer) && answer;
}

// src/adapters/node/adopt-facts.ts
const WORKFLOWS = ".github/workflows";
const FILES = [
	...RENOVATE_FILES,
	".github/dependabot.yml",
	".github/dependabot.yaml",
	"package.json",
	"turnpike.yml"
];
/** Larger files are not configuration that people wrote. */
const MOST_BYTES = 1048576;
async function readInside(root, path) {
	const file = join(root, path);
	if (await lstat(file).catch(() => void 0) === void 0) return void 0;
	const real = await realpath(file).catch(() => void 0);
	if (real === void 0) return { why: "is a link that leads nowhere" };
	if (!real.startsWith(root + sep)) return { why: "is a link that leads out of the repository; it was not read" };
	try {
		const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const info = await handle.stat();
			if (!info.isFile()) return { why: "is no regular file; it was not read" };
			if (info.size > MOST_BYTES) return { why: "is larger than 1 MiB; it was not read" };
			return { text: new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(await handle.readFile()) };
		} finally {
			await handle.close();
		}
	} catch {
		return { why: "is no UTF-8 text that can be read" };
	}
}
/**
* @param top absolute top level of a repository
* @returns workflow files and the configurations of update bots, without following a link out of the repository
*/
async function readAdoptTexts(top) {
	const root = await realpath(top);
	const names = (await realpath(join(root, WORKFLOWS)).catch(() => void 0))?.startsWith(root + sep) === true ? await readdir(join(root, WORKFLOWS)).catch(() => []) : [];
	const paths = [...FILES, ...names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`)];
	const texts = /* @__PURE__ */ new Map();
	const unreadable = [];
	for (const path of paths) {
		const read = await readInside(root, path);
		if (read === void 0) continue;
		if ("text" in read) texts.set(path, read.text);
		else unreadable.push({
			path,
			why: read.why
		});
	}
	return {
		texts,
		unreadable
	};
}

// src/adapters/node/own-copy.ts
const installedSchema = object({ packages: record(string(), object({ resolved: string().optional() })) });
const askedSchema = object({ dependencies: record(string(), string()).optional() });
async function readJson(file) {
	try {
		return JSON.parse(await readFile(file, "utf8"));
	} catch {
		return;
	}
}
/** What npm writes beside the packages that it installs (npm documentation, package-lock.json, "Hidden Lockfiles"). */
async function readInstalled(folder) {
	const modules = dirname(folder);
	if (basename(modules) !== "node_modules") return null;
	const name = basename(folder);
	const lock = installedSchema.safeParse(await readJson(join(modules, ".package-lock.json")));
	const resolved = lock.success ? lock.data.packages[`node_modules/${name}`]?.resolved : void 0;
	if (resolved === void 0) return null;
	const manifest = askedSchema.safeParse(await readJson(join(dirname(modules), "package.json")));
	return {
		resolved,
		asked: (manifest.success ? manifest.data.dependencies?.[name] : void 0) ?? null
	};
}
async function readCheckout(git, folder, askedRef) {
	const top = await git.topLevel(folder);
	if (top === void 0 || await realpath(top) !== await realpath(folder)) return null;
	const head = await git.head(folder) ?? null;
	const sha = askedRef === void 0 ? void 0 : await git.resolve(folder, askedRef);
	return {
		head,
		isDirty: await git.isDirty(folder),
		tags: head === null ? [] : await git.tagsAt(folder, head),
		remote: await git.remoteUrl(folder, "origin") ?? null,
		asked: sha === void 0 ? null : {
			sha,
			tags: await git.tagsAt(folder, sha)
		}
	};
}
/**
* What is known of the copy of Turnpike that runs.
*
* @param git reads its checkout, when it is one
* @param folder of the copy; undefined when it is not known
* @param askedRef a ref that the checkout may know
*/
async function readOwnCopy(git, folder, askedRef) {
	if (folder === void 0) return {
		checkout: null,
		installed: null
	};
	const checkout = await readCheckout(git, folder, askedRef);
	return {
		checkout,
		installed: checkout === null ? await readInstalled(folder) : null
	};
}

// src/cli/init-facts.ts
/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;
/**
* @param git reads the repository
* @param directory where the command was called for
* @throws TurnpikeError `GIT_NOT_A_REPOSITORY`, `FILE_UNREADABLE`
* @returns absolute top level of its repository
*/
async function topLevelOf(git, directory) {
	const folder = resolve(directory);
	if (!existsSync(folder)) throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${folder}.`);
	const top = await git.topLevel(folder);
	if (top !== void 0) return top;
	throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `${folder} is in no git repository. Nothing was written.`, { hint: "Make it one, or go to yours:\n  git init" });
}
async function defaultBranchOf(git, top, asked) {
	if (asked !== void 0) return {
		name: asked,
		isSure: true
	};
	const remote = await git.remoteHead(top);
	if (remote !== void 0) return {
		name: remote,
		isSure: true
	};
	const branches = await git.branches(top);
	const known = ["main", "master"].find((name) => branches.includes(name)) ?? await git.branch(top);
	if (known !== void 0) return {
		name: known,
		isSure: false
	};
	throw new TurnpikeError("INPUT_INVALID", "config", "This clone does not say which branch is the default one.", { hint: "Say it: turnpike init --branch main\nor let git ask for it: git remote set-head origin --auto" });
}
function branchRemarks({ name, isSure }) {
	if (isSure) return [];
	return [{
		where: "this clone",
		message: `does not say which branch is the default one; ${name} was taken, --branch names another`
	}];
}
/**
* @param git reads the repository
* @param options of the command line
* @throws TurnpikeError `GIT_NOT_A_REPOSITORY`, `INPUT_INVALID` when the commit to pin or the default branch is not
*   known, and what reading the plan throws
*/
async function readInitFacts(git, options) {
	const top = await topLevelOf(git, options.directory);
	const refOnly = options.ref?.slice(options.ref.lastIndexOf("@") + 1);
	const [copy, branch, tags, read, planned] = await Promise.all([
		readOwnCopy(git, projectRoot(), refOnly),
		defaultBranchOf(git, top, options.branch),
		git.newestTags(top, MOST_TAGS),
		readAdoptTexts(top),
		readPlanned(top)
	]);
	const pin = choosePin(options.ref, copy);
	if (pin.kind === "unknown") throw new TurnpikeError("INPUT_INVALID", "config", pin.message, { hint: pin.hint });
	return {
		top,
		facts: {
			texts: read.texts,
			defaultBranch: branch.name,
			tags,
			plan: planned.plan
		},
		planned,
		pin: pin.pin,
		pinBecause: pin.because,
		remarks: read.unreadable.map(({ path, why }) => ({
			where: path,
			message: why
		})),
		branchRemarks: branchRemarks(branch),
		unread: new Set(read.unreadable.map(({ path }) => path))
	};
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}

// src/adapters/terminal/difference.ts
const CONTEXT_LINES = 3;
function paint(line, styles) {
	if (line.startsWith("+")) return styles.green(line);
	if (line.startsWith("-")) return styles.red(line);
	return line.startsWith("\\") ? styles.dim(line) : line;
}
/**
* A unified difference, as `git diff` and `patch` write it. Control characters of the file become visible.
*
* @param difference one file
* @param styles colours
* @param safe makes foreign text safe to show
* @returns lines, without a line feed at the end
*/
function renderDifference(difference, styles, safe) {
	const { path, before, after } = difference;
	const lines = structuredPatch(path, path, before ?? "", after, void 0, void 0, { context: CONTEXT_LINES }).hunks.flatMap((hunk) => [styles.cyan(`@@ -${before === null ? 0 : hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`), ...hunk.lines.map((line) => paint(safe(line.replace(/\r$/, "")), styles))]);
	return [...[before === null ? "--- /dev/null" : `--- a/${path}`, `+++ b/${path}`].map((line) => styles.bold(safe(line))), ...lines].join("\n");
}

// src/cli/init-page.ts
/** A foreign remark with its lines kept, safe to show. */
function remarkLines(remarks, { marks }) {
	return remarks.map(({ where, message }) => {
		const [first = "", ...more] = plainText(message).split("\n");
		return [`${marks.warn} ${oneLine(where, 120)} ${first}`, ...more.map((line) => `    ${line}`)].join("\n");
	});
}
/** What a build that nobody declared means, said where it is known that releases exist. */
function laneLines({ lacksBuild }, { marks }) {
	if (!lacksBuild) return [];
	return [`${marks.warn} this repository releases, but nothing says how it is built: this caller checks only, and signs nothing`, "    To have releases signed, begin with `build: COMMAND` in turnpike.yml, then call `turnpike init`."];
}
/**
* @param adoption what would be written
* @param remarks what is said besides
* @param styles colours
* @returns the difference of each file with what it is for, then the remarks
*/
function renderProposal(adoption, remarks, styles) {
	const files = adoption.changes.flatMap((change) => [
		`${styles.bold(change.path)}  ${styles.dim(`· ${change.before === null ? "new" : "changed"} · ${oneLine(change.why, 160)}`)}`,
		"",
		renderDifference(change, styles, (text) => plainText(text)),
		""
	]);
	const said = [...remarkLines([...remarks, ...adoption.remarks], styles), ...laneLines(adoption, styles)];
	return [
		...files,
		...said,
		...said.length > 0 ? [""] : []
	].map((line) => `${line}\n`).join("");
}
/** @returns `v1.2.3 (0123456789ab)` */
function pinText({ repository, sha, version }) {
	return `${repository} ${version === null ? "" : `${version} `}(${sha.slice(0, 12)})`;
}
/**
* @param next what was written, and where
* @param styles colours
* @returns the steps that are left to a person
*/
function renderNext(next, { bold, cyan, dim }) {
	const quoted = next.paths.map((path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
	const onDefault = next.branch === next.defaultBranch;
	const lines = [
		["See it before anybody else does, on this machine:", ["turnpike run --event pull_request"]],
		["Commit it and open a pull request:", [
			...onDefault ? ["git switch -c turnpike"] : [],
			`git add ${quoted.join(" ")}`,
			"git commit -m 'Check every change on the road'",
			next.branch === void 0 || onDefault ? "git push -u origin turnpike" : "git push"
		]],
		[`When its first run was green, require the check ${bold(`"${CHECK_NAME}"`)} (needs admin rights):`, ["turnpike init --ruleset | gh api \"repos/{owner}/{repo}/rulesets\" --input -"]]
	].flatMap(([what, commands], index) => [`  ${dim(`${index + 1}.`)} ${what}`, ...commands.map((command) => `       ${cyan(command)}`)]);
	return `${bold("Next")}\n${lines.join("\n")}\n`;
}

// src/cli/init-command.ts
const NO_CHOICES = {
	gates: [],
	build: null
};
/** Everything goes to standard error but a document, so that a pipe gets the document alone. */
function say(text) {
	process.stderr.write(text);
}
function occupied(path) {
	return new TurnpikeError("FILE_UNWRITABLE", "config", `${path} is there already and does not call Turnpike. Nothing was written.`, { hint: "Give the caller another name: turnpike init --workflow turnpike-road.yml" });
}
function wishesOf(args, facts, choices) {
	if (!/^[\w][\w.-]*\.ya?ml$/.test(args.workflow)) throw new TurnpikeError("INPUT_INVALID", "config", `--workflow "${args.workflow}" is no file name.`, { hint: "Give a name that ends in .yml, without folders: --workflow turnpike-road.yml" });
	return {
		pin: facts.pin,
		checksOnly: args.checksOnly,
		callerName: args.workflow,
		choices
	};
}
/** What was not read is not written either. */
function withoutUnread(adoption, { unread }) {
	return {
		...adoption,
		changes: adoption.changes.filter(({ path }) => !unread.has(path))
	};
}
async function propose(args, facts, choices) {
	const adoption = withoutUnread(await proposeAdoption(facts.facts, wishesOf(args, facts, choices)), facts);
	if (adoption.occupied !== null) throw occupied(adoption.occupied);
	return adoption;
}
function isInteractive(args) {
	return !args.yes && !args.json && process.stdin.isTTY === true && process.stderr.isTTY === true;
}
async function write(facts, adoption, git) {
	await new NodeChangeSet(facts.top).apply(adoption.changes);
	await noteBegin(facts.top, "init", {
		git,
		clock: systemClock,
		env: process.env
	});
}
async function sayNext(facts, adoption, git) {
	const next = {
		paths: adoption.changes.map(({ path }) => path),
		branch: await git.branch(facts.top),
		defaultBranch: facts.facts.defaultBranch
	};
	say(`\n${renderNext(next, styles(process.stderr, process.env))}`);
}
function makesCaller({ changes }) {
	return changes.some(({ path, before }) => before === null && path.startsWith(".github/workflows/"));
}
function remarksOf(facts, adoption) {
	return makesCaller(adoption) ? [...facts.branchRemarks, ...facts.remarks] : facts.remarks;
}
async function forPeople(args, facts, git) {
	const look = styles(process.stderr, process.env);
	let adoption = await propose(args, facts, NO_CHOICES);
	if (isInteractive(args) && makesCaller(adoption) && !facts.facts.texts.has("turnpike.yml")) {
		const { suggestions } = facts.planned.plan;
		const choices = await askChoices({
			suggestions,
			lacksBuild: adoption.lacksBuild
		});
		if (choices === STOPPED) return stopped();
		adoption = await propose(args, facts, choices);
	}
	say(renderProposal(adoption, remarksOf(facts, adoption), look));
	if (adoption.changes.length === 0) {
		say(`${look.marks.pass} Nothing to change.\n`);
		return;
	}
	say(`${look.dim(`Pinned to ${pinText(facts.pin)}: ${facts.pinBecause}.`)}\n`);
	if (!args.yes) {
		if (!isInteractive(args)) return notAsked();
		if (!await askToWrite(adoption.changes.length)) return stopped();
	}
	await write(facts, adoption, git);
	say(`${look.marks.pass} Wrote ${countOf(adoption.changes.length, "file")}.\n`);
	await sayNext(facts, adoption, git);
}
function stopped() {
	say("Nothing was written.\n");
	process.exitCode = EXIT.interrupted;
}
function notAsked() {
	say("Nothing was written: this is no terminal to ask in. To write it: turnpike init --yes\n");
	process.exitCode = EXIT.config;
}
async function forPrograms(args, facts, git) {
	const adoption = await propose(args, facts, NO_CHOICES);
	if (args.yes && adoption.changes.length > 0) await write(facts, adoption, git);
	const document = toInitDocument(adoption, {
		pin: facts.pin,
		remarks: remarksOf(facts, adoption),
		isWritten: args.yes
	});
	process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
/**
* @param args what was asked for
* @throws TurnpikeError when the directory is in no repository, the commit to pin is not known, another file has the
*   caller's name, or nothing can be written; then nothing was written
*/
async function runInitCommand(args) {
	if (args.ruleset) {
		process.stdout.write(`${JSON.stringify(rulesetFor(), null, 2)}\n`);
		return;
	}
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const facts = await readInitFacts(git, args);
	await (args.json ? forPrograms : forPeople)(args, facts, git);
}

export { runInitCommand };