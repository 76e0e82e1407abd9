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
	const ref = env["GITHUB_REF"] ?? "";
	return {
		repository: env["GITHUB_REPOSITORY"] ?? "",
		repositoryId: env["GITHUB_REPOSITORY_ID"] ?? "",
		repositoryOwnerId: env["GITHUB_REPOSITORY_OWNER_ID"] ?? "",
		serverUrl: (env["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/$/, ""),
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		sha: env["GITHUB_SHA"] ?? "",
		ref,
		refName: env["GITHUB_REF_NAME"] ?? ref.replace(/^refs\/(heads|tags)\//, ""),
		refType: env["GITHUB_REF_TYPE"] === "tag" || ref.startsWith("refs/tags/") ? "tag" : "branch",
		headRef: present(env["GITHUB_HEAD_REF"]),
		baseRef: present(env["GITHUB_BASE_REF"]),
		eventName: env["GITHUB_EVENT_NAME"] ?? "",
		event: readEvent(env["GITHUB_EVENT_PATH"]),
		runId: env["GITHUB_RUN_ID"] ?? "",
		runAttempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
		runNumber: Number(env["GITHUB_RUN_NUMBER"] ?? "0"),
		workflow: env["GITHUB_WORKFLOW"] ?? "",
		workflowRef: env["GITHUB_WORKFLOW_REF"] ?? "",
		job: env["GITHUB_JOB"] ?? "",
		actor: env["GITHUB_ACTOR"] ?? "",
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(),
		temp: env["RUNNER_TEMP"] ?? "",
		runnerOs: env["RUNNER_OS"] ?? "",
		runnerArch: env["RUNNER_ARCH"] ?? "",
		runnerEnvironment: env["RUNNER_ENVIRONMENT"] ?? "",
		isActions: env["GITHUB_ACTIONS"] === "true"
	};
}

export { readRunContext as t };