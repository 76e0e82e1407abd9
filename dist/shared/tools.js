// src/core/gates/tools.ts
const PYTEST = {
	clean: [0],
	findings: [1],
	idle: [5],
	words: {
		2: "collection failed, or pytest was interrupted",
		3: "pytest had an internal error",
		4: "pytest was called wrongly"
	}
};
const SIMPLE = {
	clean: [0],
	findings: [1]
};
const STRICT = {
	...SIMPLE,
	everyFindingFails: true
};
const AUDIT = {
	...SIMPLE,
	isAudit: true
};
const FACTS = {
	actionlint: {
		...STRICT,
		words: {
			2: "actionlint was called wrongly",
			3: "actionlint could not run"
		}
	},
	bandit: STRICT,
	biome: SIMPLE,
	coverage: {
		clean: [0],
		findings: [2]
	},
	deptry: STRICT,
	"detect-secrets": {
		clean: [0],
		findings: [0, 1],
		everyFindingFails: true
	},
	"detect-secrets-hook": STRICT,
	eslint: {
		...SIMPLE,
		words: { 2: "eslint crashed, or its configuration is wrong" }
	},
	gitleaks: {
		clean: [0],
		findings: [7, 1],
		everyFindingFails: true,
		words: { 126: "gitleaks was called wrongly" }
	},
	knip: SIMPLE,
	mypy: {
		...SIMPLE,
		words: { 2: "mypy stopped before it had checked everything" }
	},
	"node-test": SIMPLE,
	"npm-audit": AUDIT,
	"pip-audit": AUDIT,
	prettier: {
		...SIMPLE,
		words: { 2: "prettier could not read a file" }
	},
	pyright: {
		...SIMPLE,
		words: {
			2: "pyright had a fatal error",
			3: "pyright's configuration is wrong",
			4: "pyright was called wrongly"
		}
	},
	pytest: PYTEST,
	"pytest-xdist": PYTEST,
	ruff: {
		...STRICT,
		words: { 2: "ruff could not run: its configuration or call is wrong, or a file does not parse" }
	},
	tsc: {
		clean: [0],
		findings: [1, 2]
	},
	ty: STRICT,
	unittest: {
		...SIMPLE,
		idle: [5]
	},
	uv: SIMPLE,
	"uv-audit": {
		...AUDIT,
		words: { 2: "uv could not audit" }
	},
	"uv-check": SIMPLE,
	"uv-lock": {
		...SIMPLE,
		words: { 2: "uv could not read the project" }
	},
	vitest: SIMPLE,
	zizmor: {
		clean: [0],
		findings: [
			0,
			10,
			11,
			12,
			13,
			14
		],
		everyFindingFails: true,
		words: {
			1: "zizmor could not audit",
			2: "zizmor was called wrongly",
			3: "zizmor found nothing to audit"
		}
	}
};
/** Names under which a plan may know a tool. */
const ALIASES = {
	"ruff-format": "ruff",
	"ruff-check": "ruff",
	node: "node-test",
	"node:test": "node-test",
	"node --test": "node-test",
	basedpyright: "pyright",
	"npm audit": "npm-audit",
	"uv audit": "uv-audit",
	"uv lock": "uv-lock",
	"uv check": "uv-check",
	tsc7: "tsc"
};
/**
* @param tool a tool's name, or null
* @returns the name under which its facts stand, the same name when there are none
*/
function toolName(tool) {
	return tool === null ? null : ALIASES[tool] ?? tool;
}
const FORMAT_TOOLS = {
	"mypy-json": "mypy",
	"pyright-json": "pyright",
	"ruff-json": "ruff",
	"bandit-json": "bandit",
	"pip-audit-json": "pip-audit",
	"uv-audit-json": "uv-audit",
	"npm-audit-json": "npm-audit",
	"eslint-json": "eslint",
	"gitleaks-json": "gitleaks",
	"deptry-json": "deptry",
	"actionlint-json": "actionlint",
	"biome-json": "biome",
	"detect-secrets-json": "detect-secrets",
	"knip-json": "knip",
	"zizmor-json": "zizmor",
	"coverage-json": "coverage"
};
/** uv writes SARIF for its audit alone. */
const PRODUCER_TOOLS = { uv: "uv-audit" };
/**
* A gate that a person wrote names no tool, but its report does. An audit is told by its report too, whatever the plan
* calls the program.
*
* @param named the gate's tool in the plan
* @param reports its reports
* @returns the tool to judge by; `named` when the reports tell nothing better
*/
function toolOf(named, reports) {
	if (toolFacts(named)?.isAudit === true) return named;
	const known = reports.flatMap(({ format, result }) => {
		const producer = result.kind === "read" ? result.reading.producer : null;
		return [FORMAT_TOOLS[format], producer === null ? void 0 : PRODUCER_TOOLS[producer] ?? producer];
	}).filter((name) => name !== void 0 && toolFacts(name) !== void 0);
	return known.find((name) => toolFacts(name ?? null)?.isAudit === true) ?? (toolFacts(named) === void 0 ? known[0] ?? named : named);
}
/**
* @param tool a tool's name, or null
* @returns what is known of it
*/
function toolFacts(tool) {
	const name = toolName(tool);
	return name !== null && Object.hasOwn(FACTS, name) ? FACTS[name] : void 0;
}

export { toolName as n, toolOf as r, toolFacts as t };