// src/core/uv/child-environment.ts
/**
* Variables that give power over the run, or that only the action itself may read: runtime, cache and identity tokens, inputs
* and state of actions, and the files with which a step speaks to the runner.
*/
const WITHHELD = [
	/^ACTIONS_/,
	/^INPUT_/,
	/^STATE_/,
	/^GITHUB_TOKEN$/,
	/^GH_TOKEN$/,
	/^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)$/
];
/** Addresses of GitHub's API (GitHub documentation, "Variables reference"). */
const API_ADDRESSES = {
	GITHUB_API_URL: "https://api.github.com",
	GITHUB_GRAPHQL_URL: "https://api.github.com/graphql"
};
const LOOPBACK = /^http:\/\/(?:127(?:\.\d+){3}|\[::1\]|localhost)(?::\d+)?(?:\/|$)/;
/**
* A run on this machine has an API of its own on loopback. It answers nobody without the token that is withheld, and a
* test that names GitHub's address would fail here alone: such programs see the address that they see on GitHub.
*/
function publicAddress(name, value, serverUrl) {
	return serverUrl === "https://github.com" && LOOPBACK.test(value) ? API_ADDRESSES[name] ?? value : value;
}
/**
* The environment for programs that run code of packages or of the repository: install scripts, build backends, builds.
*
* @param env the action's own environment
* @param added what the program needs besides; an undefined value takes a variable out
* @returns the rest, with what was added
*/
function childEnvironment(env, added = {}) {
	const kept = Object.entries(env).filter(([name]) => !WITHHELD.some((pattern) => pattern.test(name))).map(([name, value]) => [name, publicAddress(name, value, env["GITHUB_SERVER_URL"])]);
	const all = {
		...Object.fromEntries(kept),
		...added
	};
	return Object.fromEntries(Object.entries(all).filter((entry) => entry[1] !== void 0));
}

export { childEnvironment as t };