import { n as TurnpikeError } from "./errors.js";

// src/adapters/actions/github.ts
/** Longest wait for one call in ms. */
const TIMEOUT_MS = 3e4;
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
/** GitHub's REST API, through `@actions/github`. */
var ActionsGitHub = class {
	#token;
	#context;
	/**
	* @param token `GITHUB_TOKEN`, or empty when there is none
	* @param context of the run
	*/
	constructor(token, context) {
		this.#token = token;
		this.#context = context;
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
			minTimeout: 500,
			randomize: true,
			shouldRetry: ({ error }) => {
				const { status } = faultOf(error);
				return status === void 0 || status >= 500 && status !== 501;
			}
		});
	}
};

export { ActionsGitHub as t };