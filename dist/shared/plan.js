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

// src/core/gates/plan.ts
/** Report formats that the engine can judge. */
const REPORT_FORMATS = [
	"junit",
	"sarif",
	"mypy-json",
	"pyright-json",
	"ruff-json",
	"bandit-json",
	"pip-audit-json",
	"uv-audit-json",
	"npm-audit-json",
	"eslint-json",
	"gitleaks-json",
	"deptry-json",
	"actionlint-json",
	"biome-json",
	"detect-secrets-json",
	"gitlab-json",
	"knip-json",
	"zizmor-json",
	"coverage-json",
	"istanbul-json",
	"cobertura",
	"lcov",
	"gates-json",
	"text"
];
/**
* @param source where a gate is declared
* @returns whether it is a hook of pre-commit, which is handed the files that git knows
*/
function isHookSource({ file }) {
	return /(?:^|\/)\.pre-commit-config\.ya?ml$/.test(file);
}

export { WHEN_EVENTS as a, TRANSIENT_CLASSES as i, isHookSource as n, pythonVariables as o, SEVERITIES as r, REPORT_FORMATS as t };