import { t as readRunContext } from "./shared/context.js";
import { t as ActionsGitHub } from "./shared/github.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as stepSummary } from "./shared/page.js";
import { O as defineAction, _ as NodeFiles, b as secretsOf, s as valueAt, x as Masker, y as definedVariables } from "./shared/begin.js";
import { c as path, i as flag, l as secret, u as text } from "./shared/fields.js";
import { h as escapeMarkdown, t as reportFileSchema } from "./shared/summary.js";
import { createHash } from "node:crypto";

// src/actions/report/contract.ts
/** `actions/report`: the verdict as a check run and as one comment. */
const reportContract = defineAction({
	name: "report",
	title: "Turnpike: report",
	description: "Shows the verdict as a check run of the commit and as one comment of the pull request, each when asked for.",
	inputs: {
		"check-run": flag("Make a check run of the commit, or update it.", { default: "false" }),
		comment: flag("Write one comment to the pull request, or update it in place.", { default: "false" }),
		name: text("Name of the check run; the comment of another name is another comment.", { default: "Turnpike" }),
		"report-file": path("report.json, which the gates and verdict actions write.", { default: ".turnpike/report.json" }),
		"github-token": secret("For check run and comment.", { default: "${{ github.token }}" })
	},
	outputs: {
		"check-run-url": { description: "Where the check run is; empty when there is none." },
		"comment-url": { description: "Where the comment is; empty when there is none." }
	},
	permissions: {
		checks: {
			level: "write",
			why: "make the check run",
			optional: true
		},
		"pull-requests": {
			level: "write",
			why: "write the comment",
			optional: true
		}
	},
	onServiceError: "warn",
	branding: {
		icon: "message-square",
		color: "purple"
	}
});

// src/actions/report/run.ts
/** Larger files are not ours. */
const LARGEST_BYTES = 4194304;
/** Begins the id of a check run and the marker of a comment. */
const OWN = "turnpike";
async function readReport(path, files) {
	try {
		if ((await files.size(path) ?? Number.POSITIVE_INFINITY) > LARGEST_BYTES) return void 0;
		return reportFileSchema.safeParse(JSON.parse(await files.readText(path) ?? "")).data;
	} catch {
		return;
	}
}
/** The runner masks logs and summaries, but neither check runs nor comments. */
function masked(report, masker) {
	const mask = (text) => masker.mask(text);
	return {
		...report,
		title: mask(report.title),
		summary: mask(report.summary),
		comment: mask(report.comment),
		annotations: report.annotations.map(({ details, ...one }) => ({
			...one,
			path: mask(one.path),
			title: mask(one.title),
			message: mask(one.message),
			...details === void 0 ? {} : { details: mask(details) }
		}))
	};
}
function pullRequestOf({ event }) {
	const number = valueAt(event, "pull_request", "number");
	const sha = valueAt(event, "pull_request", "head", "sha");
	return typeof number === "number" && typeof sha === "string" ? {
		number,
		headSha: sha
	} : void 0;
}
/** Unseen in the comment, and the same for every run of this name. */
function markerOf(name) {
	return `<!-- ${OWN}:${createHash("sha256").update(name).digest("hex").slice(0, 16)} -->`;
}
/** One line of the log, and one of the page when it could not be done. */
async function tell(what, result, { log, page }) {
	switch (result.kind) {
		case "created":
		case "updated":
		case "unchanged":
			log.info(`The ${what} is ${result.kind}: ${result.url}`);
			return result.url;
		case "not-permitted":
		case "unavailable":
			log.info(`There is no ${what}: ${result.reason}.`);
			await page.append(`> [!NOTE]\n> There is no ${what} of Turnpike: ${escapeMarkdown(result.reason)}.\n\n`);
			return "";
	}
}
/** Whatever happens while posting changes nothing of the run. */
async function attempt(work) {
	try {
		return await work();
	} catch (error) {
		return {
			kind: "unavailable",
			reason: error instanceof Error ? error.message.split("\n")[0] ?? "" : "it failed"
		};
	}
}
/**
* Posts what report.json says. Neither a missing permission nor a service that does not answer is an error.
*
* @param inputs the action's inputs
* @param ports the world
* @returns where check run and comment are
*/
async function report(inputs, ports) {
	const { files, github, log, context, env } = ports;
	const found = await readReport(inputs.reportFile, files);
	const outputs = {
		checkRunUrl: "",
		commentUrl: ""
	};
	if (found === void 0) {
		log.warning(`${inputs.reportFile} is not there or is no report, so there is neither a check run nor a comment.`);
		return { outputs };
	}
	const told = masked(found, new Masker([inputs.githubToken, ...secretsOf(env)].filter((value) => value !== "")));
	const { name } = inputs;
	const pull = pullRequestOf(context);
	if (inputs.checkRun) {
		const { conclusion, title, summary, annotations, runUrl } = told;
		const run = {
			name,
			headSha: pull?.headSha ?? context.sha,
			externalId: OWN,
			detailsUrl: runUrl,
			conclusion,
			title,
			summary,
			annotations: annotations.map(withoutUndefined)
		};
		outputs.checkRunUrl = await tell("check run", await attempt(() => github.putCheckRun(run)), ports);
	}
	if (inputs.comment && pull === void 0) log.info("This run is of no pull request, so there is no comment.");
	if (inputs.comment && pull !== void 0) {
		const marker = markerOf(name);
		const body = `${marker}\n${told.comment}`;
		const comment = {
			pullRequest: pull.number,
			marker,
			body
		};
		outputs.commentUrl = await tell("comment", await attempt(() => github.putComment(comment)), ports);
	}
	return { outputs };
}
function withoutUndefined({ details, ...one }) {
	return details === void 0 ? one : {
		...one,
		details
	};
}

// src/actions/report/main.ts
const context = readRunContext(process.env);
await runAction(reportContract, (inputs) => report(inputs, {
	context,
	log: actionsLog,
	env: definedVariables(process.env),
	files: new NodeFiles(context.workspace),
	github: new ActionsGitHub(inputs.githubToken, context),
	page: stepSummary(process.env)
}));

export {  };