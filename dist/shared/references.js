// src/core/workflow/references.ts
/**
* Reads a `uses:` (docs.github.com, Workflow syntax, `jobs.<job_id>.steps[*].uses`; actions/runner
* src/Sdk/DTPipelines/Pipelines/PipelineConstants.cs for `$/`).
*
* @param uses as it is written
* @returns what it names; paths have no `.` in front and no slash at the end, the root is empty
*/
function parseReference(uses) {
	if (uses.startsWith("$/")) return selfReference(uses);
	if (uses === "." || uses === "./" || uses.startsWith("./")) return {
		kind: "local",
		path: cleanPath(uses.slice(1))
	};
	if (uses.startsWith("docker://")) return {
		kind: "docker",
		image: uses.slice(9)
	};
	const at = uses.lastIndexOf("@");
	const [owner = "", name = "", ...rest] = uses.slice(0, at === -1 ? void 0 : at).split("/");
	if (at === -1 || at === uses.length - 1) return {
		kind: "invalid",
		reason: `"${uses}" names no ref; write owner/repository/path@ref, ./path or $/path`
	};
	if (owner === "" || name === "") return {
		kind: "invalid",
		reason: `"${uses}" names no repository; write owner/repository/path@ref`
	};
	return {
		kind: "repository",
		repository: `${owner}/${name}`,
		path: cleanPath(rest.join("/")),
		ref: uses.slice(at + 1)
	};
}
function selfReference(uses) {
	if (uses.includes("@")) return {
		kind: "invalid",
		reason: `"${uses}" must have no ref: $/ is the commit that runs; write ${uses.slice(0, uses.indexOf("@"))}`
	};
	const path = cleanPath(uses.slice(1));
	return path === "" ? {
		kind: "invalid",
		reason: "\"$/\" names no folder; write $/path/to/action"
	} : {
		kind: "self",
		path
	};
}
function cleanPath(path) {
	return path.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
/**
* @param path a path inside a repository
* @returns true when it leaves the repository
*/
function escapes(path) {
	return path.split("/").includes("..");
}

export { parseReference as n, escapes as t };