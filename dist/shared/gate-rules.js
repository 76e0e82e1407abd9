// src/core/gates/gate-rules.ts
/** Events that `when.events` may name. `local` is a run without GitHub; `release` is whatever counts as a release. */
const WHEN_EVENTS = [
	"push",
	"pull_request",
	"merge_group",
	"release",
	"schedule",
	"workflow_dispatch",
	"local"
];
/** Kinds of trouble that often pass by themselves. */
const TRANSIENT_CLASSES = [
	"network",
	"rate-limit",
	"timeout",
	"crash"
];
/** Severities of findings, worst first. */
const SEVERITIES = [
	"error",
	"warning",
	"note"
];
/**
* A folder of its own for each interpreter, so that gates side by side do not rebuild one another's environment.
*
* @param python a version, or whatever uv takes for one
* @returns what tells uv to use it (docs.astral.sh/uv, "Environment variables")
*/
function pythonVariables(python) {
	return {
		UV_PYTHON: python,
		UV_PROJECT_ENVIRONMENT: `.venv-${python.replaceAll(/[^A-Za-z0-9._+-]+/g, "-")}`
	};
}

export { pythonVariables as i, TRANSIENT_CLASSES as n, WHEN_EVENTS as r, SEVERITIES as t };