import { n as parseWorkflowFile } from "./project-root.js";
import { a as proposeRenovate, b as scalar, c as NOTHING, g as releaseSigns, i as RENOVATE_FILES, l as joinProposals, p as renderCaller, v as triggersFor, y as remark } from "./own-copy.js";
import { r as require_dist } from "./yaml-documents.js";
import { n as asTable } from "./begin.js";
import { n as turnpikeCalls, t as recognizeCaller } from "./known-caller.js";
import { isDeepStrictEqual } from "node:util";

// src/core/adopt/dependabot.ts
var import_dist = require_dist();
const WHY = "keeps the pinned commit up to date: Dependabot opens a pull request when Turnpike has a release";
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
/** Whether an entry is about the workflows of the root (docs.github.com, Dependabot options reference, `directory`). */
function coversWorkflows(entry) {
	if (entry["package-ecosystem"] !== "github-actions") return false;
	const many = entry["directories"];
	return (Array.isArray(many) ? many : [entry["directory"]]).some((folder) => /^(?:\.?\/?|\/?\.github\/workflows\/?|\/?\*{1,2}(?:\/\*)*)$/.test(String(folder ?? "")));
}
/** Updates that are not switched off, as often as the file's other ones. */
function usualInterval(entries) {
	const intervals = entries.map((entry) => asTable(entry["schedule"])["interval"]);
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
	const now = document.errors.length > 0 ? void 0 : asTable(document.toJS())["updates"];
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
			why: WHY
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
	const whole = asTable(document.toJS());
	if (whole["version"] !== 2) return cannot(path, "This is no configuration of version 2");
	const updates = whole["updates"] ?? [];
	if (!Array.isArray(updates)) return cannot(path, "`updates` is no list");
	const entries = updates.map(asTable);
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
			why: WHY
		}],
		remarks: []
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

// src/core/adopt/propose.ts
const WORKFLOWS = ".github/workflows/";
async function readWorkflows(texts) {
	const files = [...texts].filter(([path]) => path.startsWith(WORKFLOWS) && /\.ya?ml$/.test(path)).sort();
	return (await Promise.all(files.map(([path, text]) => parseWorkflowFile(path, text)))).flatMap((one) => one.kind === "workflow" ? [one.workflow] : []);
}
/**
* What keeps the pinned commit up to date, where nothing does yet.
*
* @param texts configurations of Dependabot and Renovate, and package.json, by path
*/
function proposeUpdates(texts) {
	const renovate = RENOVATE_FILES.find((path) => texts.has(path));
	const path = [".github/dependabot.yml", ".github/dependabot.yaml"].find((name) => texts.has(name));
	if (renovate !== void 0) return proposeRenovate({
		path: renovate,
		text: texts.get(renovate) ?? ""
	});
	const manifest = renovateInManifest(texts.get("package.json"));
	if (manifest !== void 0) return proposeInManifest(manifest);
	return proposeDependabot(path === void 0 ? null : {
		path,
		text: texts.get(path) ?? ""
	});
}
/** Renovate reads a `renovate` key of package.json too. */
function renovateInManifest(text) {
	try {
		const value = JSON.parse(text ?? "{}");
		return typeof value === "object" && value !== null && "renovate" in value ? value.renovate : void 0;
	} catch {
		return;
	}
}
/** What a file of its own would get is said; package.json is not rewritten for it. */
function proposeInManifest(settings) {
	const { changes, remarks } = proposeRenovate({
		path: "package.json",
		text: JSON.stringify(settings)
	});
	return {
		changes: [],
		remarks: changes.length === 0 ? remarks : [{
			where: "package.json",
			message: "Renovate does not update workflows here. So that the pin stays up to date, write:\n  \"enabledManagers\": [..., \"github-actions\"]"
		}]
	};
}
/** Commands that hand a built package to the world (`what` of plan.neverRun). */
const PUBLISHES = /\b(?:upload|publish)$|^the package$|^a release$/;
/** Somebody else builds and publishes: what the road signs on a release would be files that nobody gets. */
function publishesElsewhere({ neverRun }, lane) {
	const found = (neverRun ?? []).find(({ what, file }) => file.startsWith(WORKFLOWS) && PUBLISHES.test(what) && !/^docker/.test(what));
	if (lane !== "pipeline" || found === void 0) return NOTHING;
	return {
		changes: [],
		remarks: [{
			where: `${found.file}:${found.line}`,
			message: "publishes what it builds itself, and the road would sign a build of its own. `turnpike migrate` joins them where it can; `turnpike init --checks-only` leaves releases out"
		}]
	};
}
function checksPullRequests(workflow) {
	return workflow.triggers.some(({ event }) => event === "pull_request" || event === "pull_request_target");
}
/** A caller that only releases start, such as in the workflow that publishes: what is missing beside it are the checks. */
function releaseCaller(workflows, callerName) {
	return workflows.filter(({ label }) => label !== WORKFLOWS + callerName).find((one) => turnpikeCalls(one).length > 0 && !checksPullRequests(one))?.label;
}
async function proposeCaller(facts, wishes, of) {
	const path = WORKFLOWS + wishes.callerName;
	const text = facts.texts.get(path);
	if (text !== void 0) return await proposeForExisting(path, text, wishes.pin);
	const [first] = of.workflows.flatMap((workflow) => turnpikeCalls(workflow).map((call) => ({
		where: `${workflow.label}:${call.line}`,
		workflow,
		call
	}))).filter(({ workflow }) => checksPullRequests(workflow));
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
function releasesElsewhere(where) {
	return {
		changes: [],
		remarks: [{
			where,
			message: "calls Turnpike for releases already; the new caller only checks"
		}]
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
	const released = releaseCaller(workflows, wishes.callerName);
	const lane = hasBuild && !wishes.checksOnly && released === void 0 ? "pipeline" : "checks";
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
	const makesCaller = caller.changes.some(({ before }) => before === null);
	return {
		...joinProposals(caller, released !== void 0 && makesCaller ? releasesElsewhere(released) : NOTHING, makesCaller ? publishesElsewhere(facts.plan, lane) : NOTHING, {
			changes: config === null ? [] : [config],
			remarks: []
		}, proposeUpdates(facts.texts)),
		lane,
		occupied: caller.occupied,
		lacksBuild: isReleased && !hasBuild && !wishes.checksOnly && released === void 0
	};
}

export { proposeUpdates as n, proposeAdoption as t };