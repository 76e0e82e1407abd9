import { r as asText, s as valueAt } from "./tables.js";

// src/actions/gates/changed-files.ts
const unknown = (reason) => ({
	kind: "unknown",
	reason
});
/** A commit id and nothing that git could take for anything else. */
function shaAt(event, ...path) {
	const text = asText(valueAt(event, ...path));
	return text !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text) && !/^0+$/.test(text) ? text : void 0;
}
function short(sha) {
	return sha.slice(0, 7);
}
async function since(root, base, git) {
	if (!await git.hasCommit(root, base)) {
		const why = await git.isShallow(root) ? "; the clone is shallow, `fetch-depth: 0` brings all of it" : "";
		return unknown(`the clone has no commit ${short(base)}${why}`);
	}
	const files = await git.changedSince(root, base, "HEAD");
	return files === void 0 ? unknown(`git could not compare with ${short(base)}`) : {
		kind: "known",
		files,
		since: short(base)
	};
}
/** GitHub checks a pull request out merged into its base; then the first parent is just what it is merged into. */
async function sinceBase(root, event, git) {
	const base = shaAt(event, "pull_request", "base", "sha");
	const head = shaAt(event, "pull_request", "head", "sha");
	if (base === void 0) return unknown("the event does not say what the pull request is based on");
	const [first, second, ...others] = (await git.log(root, "HEAD", 1))[0]?.parents ?? [];
	if (first !== void 0 && second !== void 0 && second === head && others.length === 0 && await git.hasCommit(root, first)) return since(root, first, git);
	if (!await git.hasCommit(root, base)) return since(root, base, git);
	const parting = await git.mergeBase(root, base, "HEAD");
	return parting === void 0 ? unknown(`the clone does not show where ${short(base)} and HEAD parted`) : since(root, parting, git);
}
async function sinceDefaultBranch(root, git) {
	const branch = await git.defaultBranch(root);
	if (branch === void 0) return unknown("there is no default branch to compare with");
	const parting = await git.mergeBase(root, branch, "HEAD");
	return parting === void 0 ? unknown(`the clone does not show where ${branch} and HEAD parted`) : since(root, parting, git);
}
/**
* @param root absolute path of the repository's root
* @param event what GitHub says of the run
* @param release whether this run is a release; a release is checked whole
* @param git the checkout
* @returns what changed; unknown, with the reason, wherever the event or the clone does not tell
*/
async function changedByEvent(root, event, release, git) {
	if (release || event.refType === "tag") return unknown("a release is checked whole");
	switch (event.eventName) {
		case "pull_request":
		case "pull_request_target": return sinceBase(root, event.event, git);
		case "merge_group": {
			const base = shaAt(event.event, "merge_group", "base_sha");
			return base === void 0 ? unknown("the event does not say what the merge queue is based on") : since(root, base, git);
		}
		case "push": {
			const before = shaAt(event.event, "before");
			return before === void 0 ? sinceDefaultBranch(root, git) : since(root, before, git);
		}
		default: return unknown(`the event ${event.eventName} is about no change`);
	}
}
/**
* @param root absolute path of the repository's root
* @param base a commit, branch or tag to compare with; undefined: where the current branch left the default branch
* @param git the checkout
* @returns what differs from there in commits and in files as they are now
*/
async function changedHere(root, base, git) {
	if (await git.head(root) === void 0) return unknown("there is no commit to compare with");
	const branch = base ?? await git.defaultBranch(root);
	if (branch === void 0) return unknown("there is no default branch to compare with");
	if (base === void 0 && branch === await git.branch(root)) return unknown(`this is ${branch} itself, and there is no remote to compare it with`);
	if (base !== void 0 && !await git.hasCommit(root, base)) return unknown(`there is no commit, branch or tag ${base} here`);
	const parting = await git.mergeBase(root, branch, "HEAD");
	if (parting === void 0) return unknown(`the clone does not show where ${branch} and HEAD parted`);
	const files = await git.changedSince(root, parting);
	return files === void 0 ? unknown(`git could not compare with ${branch}`) : {
		kind: "known",
		files,
		since: branch
	};
}

export { changedHere as n, changedByEvent as t };