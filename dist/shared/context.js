import { readFileSync } from "node:fs";

// src/adapters/actions/context.ts
function readEvent(path) {
	if (path === void 0 || path === "") return {};
	try {
		const event = JSON.parse(readFileSync(path, "utf8"));
		return typeof event === "object" && event !== null ? event : {};
	} catch {
		return {};
	}
}
function present(value) {
	return value === "" ? void 0 : value;
}
/**
* Reads the default variables of a GitHub step.
*
* @param env the process environment
* @returns the context; empty texts and 0 for what is not set
*/
function readRunContext(env) {
	const text = (name, otherwise = "") => env[name] ?? otherwise;
	const ref = text("GITHUB_REF");
	return {
		repository: text("GITHUB_REPOSITORY"),
		repositoryId: text("GITHUB_REPOSITORY_ID"),
		repositoryOwnerId: text("GITHUB_REPOSITORY_OWNER_ID"),
		serverUrl: text("GITHUB_SERVER_URL", "https://github.com").replace(/\/$/, ""),
		apiUrl: text("GITHUB_API_URL", "https://api.github.com"),
		sha: text("GITHUB_SHA"),
		ref,
		refName: env["GITHUB_REF_NAME"] ?? ref.replace(/^refs\/(heads|tags)\//, ""),
		refType: env["GITHUB_REF_TYPE"] === "tag" || ref.startsWith("refs/tags/") ? "tag" : "branch",
		headRef: present(env["GITHUB_HEAD_REF"]),
		baseRef: present(env["GITHUB_BASE_REF"]),
		eventName: text("GITHUB_EVENT_NAME"),
		event: readEvent(env["GITHUB_EVENT_PATH"]),
		runId: text("GITHUB_RUN_ID"),
		runAttempt: Number(text("GITHUB_RUN_ATTEMPT", "1")),
		runNumber: Number(text("GITHUB_RUN_NUMBER", "0")),
		workflow: text("GITHUB_WORKFLOW"),
		workflowRef: text("GITHUB_WORKFLOW_REF"),
		job: text("GITHUB_JOB"),
		actor: text("GITHUB_ACTOR"),
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(),
		temp: text("RUNNER_TEMP"),
		runnerOs: text("RUNNER_OS"),
		runnerArch: text("RUNNER_ARCH"),
		runnerEnvironment: text("RUNNER_ENVIRONMENT"),
		isActions: env["GITHUB_ACTIONS"] === "true"
	};
}

export { readRunContext as t };