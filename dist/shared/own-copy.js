import { o as __toESM } from "./rolldown-runtime.js";
import { d as object, f as record, m as string } from "./schemas.js";
import { r as require_dist } from "./yaml-documents.js";
import { Tt as require_picomatch } from "./first-gate.js";
import { h as itemsOf, p as childOf } from "./project-root.js";
import { basename, dirname, join, sep } from "node:path";
import { constants } from "node:fs";
import { lstat, open, readFile, readdir, realpath } from "node:fs/promises";

// src/core/adopt/plain-scalar.ts
var import_dist = require_dist();
const PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;
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
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
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
function isPositive({ pattern }) {
	return !pattern.startsWith("!");
}
/**
* The tags that workflows wait for. What a list takes out again is taken over only where one workflow says it all: in a
* list of several the later pattern wins, and would take out what another workflow waits for.
*/
function declaredTags(workflows) {
	const lists = workflows.map((workflow) => patternsOf(triggerOf(workflow, "push"), "tags").map((token) => ({
		pattern: token.toString(),
		why: asHas(workflow)
	}))).filter((list) => list.some(isPositive));
	const [only] = lists;
	return only !== void 0 && lists.length === 1 ? only : withoutRepeats(lists.flat().filter(isPositive));
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
	const declared = declaredTags(workflows);
	if (declared.length > 0) return {
		tags: declared,
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
	if (tags.filter(isPositive).every(({ pattern }) => import_picomatch.default.isMatch(pattern.replaceAll(/[[\]*?+!]/g, "0"), "v*"))) return null;
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
* The call of the road as a job: what it may do, and one `uses:` line.
*
* @param lane which reusable workflow
* @param pin a commit
* @param inputs of the workflow, those that are not null
* @returns lines without indentation
*/
function roadJob(lane, pin, { releaseTags, python }) {
	const inputs = [...releaseTags === null ? [] : [`release-tags: ${scalar(releaseTags)} # each tag that starts this workflow is a release`], ...python === null ? [] : [`python-version: "${python}" # as the jobs that it replaces`]];
	return [
		`name: ${CALLER_JOB}`,
		"permissions:",
		...GRANTS[lane].map((grant) => `  ${grant}`),
		usesLine(lane, pin),
		...inputs.length === 0 ? [] : ["with:", ...inputs.map((line) => `  ${line}`)]
	];
}
/**
* The caller: what starts the road, the least that it may do, and one `uses:` line.
*
* @param facts what the repository needs
* @returns the workflow file
*/
function renderCaller({ lane, pin, triggers, python = null }) {
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
		...roadJob(lane, pin, {
			releaseTags,
			python
		}).map((line) => `    ${line}`)
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
/**
* @param top absolute top level of a repository
* @param paths relative to it
* @returns those that are there and can be read as text
*/
async function readPages(top, paths) {
	const root = await realpath(top);
	return (await Promise.all(paths.map(async (file) => ({
		file,
		read: await readInside(root, file)
	})))).flatMap(({ file, read: one }) => one !== void 0 && "text" in one ? [{
		file,
		text: one.text
	}] : []);
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

export { releaseTagsInput as _, proposeRenovate as a, scalar as b, NOTHING as c, CALLER_MARK as d, CHECK_NAME as f, releaseSigns as g, usesLine as h, RENOVATE_FILES as i, joinProposals as l, roadJob as m, readAdoptTexts as n, choosePin as o, renderCaller as p, readPages as r, repositoryOfUrl as s, readOwnCopy as t, CALLER_JOB as u, triggersFor as v, remark as y };