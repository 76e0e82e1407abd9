// src/actions/gates/origin.ts
function textAt(value, ...path) {
	const found = path.reduce((at, key) => typeof at === "object" && at !== null ? Reflect.get(at, key) : void 0, value);
	return typeof found === "string" && found !== "" ? found : void 0;
}
/** GitHub's names of systems, as they are written elsewhere. */
const SYSTEMS = {
	Linux: "linux",
	macOS: "macos",
	Windows: "windows"
};
/**
* @param context of a workflow run
* @param part which runner of a fan-out it is, from 1; 0 for a run as a whole
* @returns where the run takes place
*/
function originOf(context, part = 0) {
	const { runId, runAttempt, ref, refName, headRef, eventName, event, runnerOs } = context;
	const main = textAt(event, "repository", "default_branch");
	return {
		run: runId === "" ? "0" : runId,
		attempt: Math.max(1, runAttempt),
		part,
		branch: headRef ?? (refName === "" ? null : refName),
		isDefaultBranch: main !== void 0 && ref === `refs/heads/${main}`,
		event: eventName,
		headSha: textAt(event, "pull_request", "head", "sha") ?? null,
		os: SYSTEMS[runnerOs] ?? (runnerOs === "" ? "unknown" : runnerOs.toLowerCase())
	};
}
/** Node's names of systems, as they are written elsewhere. */
const PLATFORMS = {
	darwin: "macos",
	win32: "windows"
};
/**
* @param root absolute path of the repository's root
* @param ports the world
* @param platform Node's name of the system
* @returns where a run of the bare command line takes place
*/
async function localOrigin(root, { git, random }, platform) {
	const branch = await git.branch(root) ?? null;
	return {
		run: random.uuid(),
		attempt: 1,
		part: 0,
		branch,
		event: "local",
		headSha: null,
		isDefaultBranch: branch === "main" || branch === "master",
		os: PLATFORMS[platform] ?? platform
	};
}

export { originOf as n, localOrigin as t };