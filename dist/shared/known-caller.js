import { n as parseReference } from "./references.js";
import { n as parseWorkflowFile } from "./project-root.js";
import { d as CALLER_MARK } from "./own-copy.js";

// src/core/adopt/known-caller.ts
const LANE = /^\.github\/workflows\/(pipeline|checks)\.ya?ml$/;
/**
* @param workflow a workflow as it was read
* @returns its jobs that call one of the two public workflows of a repository called `turnpike`
*/
function turnpikeCalls(workflow) {
	return workflow.jobs.flatMap(({ id, call }) => {
		const reference = call === void 0 ? void 0 : parseReference(call.uses);
		if (call === void 0 || reference?.kind !== "repository") return [];
		const lane = LANE.exec(reference.path)?.[1];
		if (lane === void 0 || !/\/turnpike$/i.test(reference.repository)) return [];
		return [{
			jobId: id,
			lane: lane === "checks" ? "checks" : "pipeline",
			repository: reference.repository,
			ref: reference.ref,
			line: call.token.line ?? 1
		}];
	});
}
/** `# v1.2.3` behind a pin. */
function versionBehind(line) {
	const match = /#\s*v(\d+)\.(\d+)\.(\d+)\s*$/.exec(line);
	return match === null ? void 0 : match.slice(1).map(Number);
}
function isNewer(have, version) {
	const offered = version === null ? void 0 : versionBehind(`# ${version}`);
	if (have === void 0 || offered === void 0) return false;
	for (const [index, part] of have.entries()) {
		const other = offered[index] ?? 0;
		if (part !== other) return part > other;
	}
	return false;
}
/** Changes the ref and the version behind it, and nothing else of the line. */
function withPin(line, pin) {
	const remark = pin.version === null ? "" : ` # ${pin.version}`;
	return line.replace(/@[^\s#"']+(["']?)(?:\s+#\s*v?\d[\w.-]*)?(\s*)$/, `@${pin.sha}$1${remark}$2`);
}
/**
* Tells what stands where `init` would write the caller.
*
* @param path of the file
* @param text its content
* @param pin the commit that a new caller would get
*/
async function recognizeCaller(path, text, pin) {
	const parsed = await parseWorkflowFile(path, text);
	const [call] = parsed.kind === "workflow" ? turnpikeCalls(parsed.workflow) : [];
	if (call === void 0) return { kind: "foreign" };
	if (!(text.startsWith("# Written by `turnpike init`") && call.repository.toLowerCase() === pin.repository.toLowerCase())) return {
		kind: "by-hand",
		call
	};
	const lines = text.split("\n");
	const line = lines[call.line - 1] ?? "";
	if (call.ref === pin.sha || isNewer(versionBehind(line.trimEnd()), pin.version)) return {
		kind: "current",
		call
	};
	const changed = withPin(line, pin);
	if (changed === line) return {
		kind: "by-hand",
		call
	};
	lines[call.line - 1] = changed;
	return {
		kind: "outdated",
		call,
		text: lines.join("\n")
	};
}

export { turnpikeCalls as n, recognizeCaller as t };