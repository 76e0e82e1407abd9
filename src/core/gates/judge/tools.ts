import type { ReportFormat } from "../plan.ts";
import type { ReportResult } from "../reading.ts";

/** What the exit codes of a tool mean, and what a gate with it is. Measured with the tools themselves. */
export interface ToolFacts {
  readonly clean: readonly number[];
  /** May hold a clean code too: then only the report tells. */
  readonly findings: readonly number[];
  /** True when every finding fails the tool, whatever its severity. */
  readonly everyFindingFails?: boolean;
  /** An audit asks somebody, and may get no answer. */
  readonly isAudit?: boolean;
  /** It found nothing to do. */
  readonly idle?: readonly number[];
  /** Words for other codes. */
  readonly words?: Readonly<Record<number, string>>;
}

const PYTEST: ToolFacts = {
  clean: [0],
  findings: [1],
  idle: [5],
  words: {
    2: "collection failed, or pytest was interrupted",
    3: "pytest had an internal error",
    4: "pytest was called wrongly",
  },
};
const SIMPLE: ToolFacts = { clean: [0], findings: [1] };
const STRICT: ToolFacts = { ...SIMPLE, everyFindingFails: true };
const AUDIT: ToolFacts = { ...SIMPLE, isAudit: true };

const FACTS: Readonly<Record<string, ToolFacts>> = {
  actionlint: { ...STRICT, words: { 2: "actionlint was called wrongly", 3: "actionlint could not run" } },
  bandit: STRICT,
  biome: SIMPLE,
  // --fail-under; the report says nothing of it.
  coverage: { clean: [0], findings: [2] },
  deptry: STRICT,
  // A scan never fails; its hook does.
  "detect-secrets": { clean: [0], findings: [0, 1], everyFindingFails: true },
  "detect-secrets-hook": STRICT,
  eslint: { ...SIMPLE, words: { 2: "eslint crashed, or its configuration is wrong" } },
  gitleaks: { clean: [0], findings: [7, 1], everyFindingFails: true, words: { 126: "gitleaks was called wrongly" } },
  knip: SIMPLE,
  mypy: { ...SIMPLE, words: { 2: "mypy stopped before it had checked everything" } },
  "node-test": SIMPLE,
  "npm-audit": AUDIT,
  "pip-audit": AUDIT,
  prettier: { ...SIMPLE, words: { 2: "prettier could not read a file" } },
  pyright: {
    ...SIMPLE,
    words: { 2: "pyright had a fatal error", 3: "pyright's configuration is wrong", 4: "pyright was called wrongly" },
  },
  pytest: PYTEST,
  "pytest-xdist": PYTEST,
  ruff: { ...STRICT, words: { 2: "ruff could not run: its configuration or call is wrong, or a file does not parse" } },
  // TypeScript before 7 says 2 for findings and 1 for its own trouble; 7 says 1 for both.
  tsc: { clean: [0], findings: [1, 2] },
  ty: STRICT,
  // From Python 3.12 on; before, 0.
  unittest: { ...SIMPLE, idle: [5] },
  uv: SIMPLE,
  "uv-audit": { ...AUDIT, words: { 2: "uv could not audit" } },
  "uv-check": SIMPLE,
  "uv-lock": { ...SIMPLE, words: { 2: "uv could not read the project" } },
  vitest: SIMPLE,
  // In SARIF mode 0 says nothing; in the other formats 11 to 14 tell the severity.
  zizmor: {
    clean: [0],
    findings: [0, 10, 11, 12, 13, 14],
    everyFindingFails: true,
    words: { 1: "zizmor could not audit", 2: "zizmor was called wrongly", 3: "zizmor found nothing to audit" },
  },
};

/** Names under which a plan may know a tool. */
const ALIASES: Readonly<Record<string, string>> = {
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
  tsc7: "tsc",
};

/**
 * @param tool a tool's name, or null
 * @returns the name under which its facts stand, the same name when there are none
 */
export function toolName(tool: string | null): string | null {
  return tool === null ? null : (ALIASES[tool] ?? tool);
}

const FORMAT_TOOLS: Partial<Record<ReportFormat, string>> = {
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
  "coverage-json": "coverage",
};

/** uv writes SARIF for its audit alone. */
const PRODUCER_TOOLS: Readonly<Record<string, string>> = { uv: "uv-audit" };

/**
 * A gate that a person wrote names no tool, but its report does. An audit is told by its report too, whatever the plan
 * calls the program.
 *
 * @param named the gate's tool in the plan
 * @param reports its reports
 * @returns the tool to judge by; `named` when the reports tell nothing better
 */
export function toolOf(
  named: string | null,
  reports: readonly { readonly format: ReportFormat; readonly result: ReportResult }[],
): string | null {
  if (toolFacts(named)?.isAudit === true) return named;
  const told = reports.flatMap(({ format, result }) => {
    const producer = result.kind === "read" ? result.reading.producer : null;
    return [FORMAT_TOOLS[format], producer === null ? undefined : (PRODUCER_TOOLS[producer] ?? producer)];
  });
  const known = told.filter((name) => name !== undefined && toolFacts(name) !== undefined);
  const audit = known.find((name) => toolFacts(name ?? null)?.isAudit === true);
  return audit ?? (toolFacts(named) === undefined ? (known[0] ?? named) : named);
}

/**
 * @param tool a tool's name, or null
 * @returns what is known of it
 */
export function toolFacts(tool: string | null): ToolFacts | undefined {
  const name = toolName(tool);
  return name !== null && Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
}
