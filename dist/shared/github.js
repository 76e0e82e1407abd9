import { r as asText, s as valueAt } from "./begin.js";
import { n as TurnpikeError } from "./errors.js";

// src/adapters/actions/reporting.ts
/** Most annotations that one call takes (docs.github.com, "Checks runs", `annotations`). */
const BATCH = 50;
/** Most pages of comments that are looked through for ours. */
const MOST_COMMENTS = 3e3;
function toApi({ path, line, level, title, message, details }) {
	return {
		path,
		start_line: line,
		end_line: line,
		annotation_level: level,
		title,
		message,
		...details === void 0 ? {} : { raw_details: details }
	};
}
function keyOf(one) {
	return JSON.stringify([
		one.path,
		one.start_line,
		one.title ?? "",
		one.message ?? ""
	]);
}
/** Annotations of a check run cannot be taken back, only added to, so those that are there are left out. */
async function withoutPresent(annotations, id, repository, call) {
	const present = await call((octokit, request) => octokit.paginate(octokit.rest.checks.listAnnotations, {
		...repository,
		check_run_id: id,
		per_page: 100,
		request
	}));
	const known = new Set(present.map((one) => keyOf({
		...one,
		path: one.path
	})));
	return annotations.filter((one) => !known.has(keyOf(one)));
}
/**
* Makes the check run of a commit, or brings the one that is there up to date.
*
* @param run as it is to be
* @param repository whose
* @param call makes calls
* @returns what was done
* @throws what the client throws
*/
async function putCheckRun(run, repository, call) {
	const before = (await call((octokit, request) => octokit.rest.checks.listForRef({
		...repository,
		ref: run.headSha,
		check_name: run.name,
		filter: "latest",
		per_page: 100,
		request
	}))).data.check_runs.find(({ external_id: id }) => id === run.externalId);
	const all = run.annotations.map(toApi);
	const fresh = before === void 0 ? all : await withoutPresent(all, before.id, repository, call);
	const text = {
		title: run.title,
		summary: run.summary
	};
	const state = {
		status: "completed",
		conclusion: run.conclusion,
		...run.detailsUrl === null ? {} : { details_url: run.detailsUrl }
	};
	const first = {
		...text,
		annotations: fresh.slice(0, BATCH)
	};
	const { id, html_url: url } = await call(async (octokit, request) => {
		return (before === void 0 ? await octokit.rest.checks.create({
			...repository,
			...state,
			name: run.name,
			head_sha: run.headSha,
			external_id: run.externalId,
			output: first,
			request
		}) : await octokit.rest.checks.update({
			...repository,
			...state,
			check_run_id: before.id,
			output: first,
			request
		})).data;
	});
	for (let at = BATCH; at < fresh.length; at += BATCH) {
		const output = {
			...text,
			annotations: fresh.slice(at, at + BATCH)
		};
		await call((octokit, request) => octokit.rest.checks.update({
			...repository,
			check_run_id: id,
			output,
			request
		}));
	}
	return {
		kind: before === void 0 ? "created" : "updated",
		url: url ?? ""
	};
}
/**
* Makes the one comment of a pull request, or brings it up to date. Only a comment that a program wrote is taken for ours:
* a person who quotes the marker keeps what was written.
*
* @param comment as it is to be
* @param repository whose
* @param call makes calls
* @returns what was done; `unchanged` when it says that already
* @throws what the client throws
*/
async function putComment(comment, repository, call) {
	const found = await call(async (octokit, request) => {
		const options = {
			...repository,
			issue_number: comment.pullRequest,
			per_page: 100,
			request
		};
		let seen = 0;
		for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, options)) {
			const own = data.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(comment.marker) === true);
			seen += data.length;
			if (own !== void 0 || seen >= MOST_COMMENTS) return own;
		}
	});
	if (found?.body === comment.body) return {
		kind: "unchanged",
		url: found.html_url
	};
	const { body } = comment;
	const url = await call(async (octokit, request) => {
		return (found === void 0 ? await octokit.rest.issues.createComment({
			...repository,
			issue_number: comment.pullRequest,
			body,
			request
		}) : await octokit.rest.issues.updateComment({
			...repository,
			comment_id: found.id,
			body,
			request
		})).data.html_url;
	});
	return {
		kind: found === void 0 ? "created" : "updated",
		url
	};
}

// src/adapters/actions/github.ts
/** Longest wait for one call in ms. */
const TIMEOUT_MS = 3e4;
/** Pause before the second of them in ms, at least; each further one is twice as long. */
const PAUSE_MS = 500;
/** Larger artifacts are not ours. */
const LARGEST_ARTIFACT_BYTES = 33554432;
/** GitHub's messages end with the address of their documentation; the first line is enough, as part of a sentence. */
function firstLine(message) {
	return (message.split(/\n| - https?:/, 1)[0] ?? "").slice(0, 200).replace(/\.$/, "");
}
function faultOf(error) {
	const { status, response } = error;
	if (typeof status === "number" && response !== void 0 && error instanceof Error) return {
		status,
		reason: `HTTP ${status}, ${firstLine(error.message)}`
	};
	let reason = "there was no answer";
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause;
		if (typeof code === "string") reason = code;
		if (cause.name === "TimeoutError") reason = `no answer within ${TIMEOUT_MS / 1e3} s`;
	}
	return {
		status: void 0,
		reason
	};
}
function isPermission(status) {
	return status === 401 || status === 403 || status === 404;
}
/** The newest of a branch of the repository itself: a branch of that name in a fork is somebody else's. */
function newestOf(artifacts, branch) {
	return artifacts.filter(({ expired, size_in_bytes: size, workflow_run: run }) => {
		return run?.head_branch === branch && run.head_repository_id === run.repository_id && !expired && size <= LARGEST_ARTIFACT_BYTES;
	}).map(({ id }) => id).sort((a, b) => b - a)[0];
}
/** GitHub's REST API, through `@actions/github`. */
var ActionsGitHub = class {
	#token;
	#context;
	#pauseMs;
	/**
	* @param token `GITHUB_TOKEN`, or empty when there is none
	* @param context of the run
	* @param pauseMs shortest pause before a call is made again
	*/
	constructor(token, context, pauseMs = PAUSE_MS) {
		this.#token = token;
		this.#context = context;
		this.#pauseMs = pauseMs;
	}
	isAvailable() {
		return this.#token !== "" && this.#context.repository !== "";
	}
	async storeAttestation(bundle) {
		if (!this.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no token for GitHub's API"
		};
		try {
			const answer = await this.#call((octokit, request) => octokit.request("POST /repos/{owner}/{repo}/attestations", {
				...this.#repository(),
				bundle,
				request
			}));
			const id = String(answer.data.id ?? "");
			const { serverUrl, repository } = this.#context;
			return {
				kind: "stored",
				id,
				url: `${serverUrl}/${repository}/attestations/${id}`
			};
		} catch (error) {
			const { status, reason } = faultOf(error);
			if (!isPermission(status)) return {
				kind: "unavailable",
				reason
			};
			return {
				kind: "not-permitted",
				reason: `${reason}; the job needs the permission \`attestations: write\``
			};
		}
	}
	async jobsOfRun() {
		if (!this.isAvailable()) return void 0;
		const { runId, runAttempt } = this.#context;
		try {
			return (await this.#call((octokit, request) => octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
				...this.#repository(),
				run_id: Number(runId),
				attempt_number: runAttempt,
				per_page: 100,
				request
			}))).map((job) => ({
				id: job.id,
				name: job.name,
				status: job.status,
				conclusion: job.conclusion,
				createdAt: job.created_at,
				startedAt: job.started_at ?? null,
				completedAt: job.completed_at,
				url: job.html_url ?? ""
			}));
		} catch (error) {
			const { status, reason } = faultOf(error);
			if (isPermission(status)) return void 0;
			throw new TurnpikeError("GITHUB_API", "service", `The jobs of this run could not be listed: ${reason}.`);
		}
	}
	async artifactOfDefaultBranch(name) {
		if (!this.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no token for GitHub's API"
		};
		try {
			const id = newestOf((await this.#call((octokit, request) => octokit.rest.actions.listArtifactsForRepo({
				...this.#repository(),
				name,
				per_page: 100,
				request
			}))).data.artifacts, this.#defaultBranch());
			if (id === void 0) return { kind: "none" };
			const answer = await this.#call((octokit, request) => octokit.rest.actions.downloadArtifact({
				...this.#repository(),
				artifact_id: id,
				archive_format: "zip",
				request
			}));
			return {
				kind: "found",
				zip: new Uint8Array(answer.data)
			};
		} catch (error) {
			const { status, reason } = faultOf(error);
			if (!isPermission(status)) return {
				kind: "unavailable",
				reason
			};
			return {
				kind: "not-permitted",
				reason: `${reason}; the job needs the permission \`actions: read\``
			};
		}
	}
	async putCheckRun(run) {
		return this.#write("checks: write", () => putCheckRun(run, this.#repository(), (use) => this.#call(use)));
	}
	async putComment(comment) {
		return this.#write("pull-requests: write", () => putComment(comment, this.#repository(), (use) => this.#call(use)));
	}
	async #write(permission, work) {
		if (!this.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no token for GitHub's API"
		};
		try {
			return await work();
		} catch (error) {
			const { status, reason } = faultOf(error);
			if (!isPermission(status) || /rate limit|abuse/i.test(reason)) return {
				kind: "unavailable",
				reason
			};
			return {
				kind: "not-permitted",
				reason: `${reason}; the job needs the permission \`${permission}\``
			};
		}
	}
	/** As the event tells it; a payload without a repository is of no push. */
	#defaultBranch() {
		return asText(valueAt(this.#context.event, "repository", "default_branch")) || "main";
	}
	#repository() {
		const [owner = "", repo = ""] = this.#context.repository.split("/");
		return {
			owner,
			repo
		};
	}
	async #call(use) {
		const [{ getOctokit }, { default: retry }] = await Promise.all([import("./github3.js"), import("./p-retry.js")]);
		const octokit = getOctokit(this.#token, { baseUrl: this.#context.apiUrl });
		return await retry(() => use(octokit, { signal: AbortSignal.timeout(TIMEOUT_MS) }), {
			retries: 2,
			minTimeout: this.#pauseMs,
			randomize: true,
			shouldRetry: ({ error }) => {
				const { status } = faultOf(error);
				return status === void 0 || status >= 500 && status !== 501;
			}
		});
	}
};

export { ActionsGitHub as t };