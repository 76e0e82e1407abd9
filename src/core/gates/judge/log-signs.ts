import { toolName } from "./tools.ts";

/** Text of an output that decides more than the exit code does. */
interface Sign {
  /** Tools that write it; empty for any. */
  readonly tools: readonly string[];
  readonly pattern: RegExp;
  readonly reason: string | ((match: RegExpExecArray) => string);
}

const UNREACHABLE = "advisory service unreachable";

/** The advisory service was not there, or answered with an error; the wording of each tool. */
const NOT_AUDITED: readonly Sign[] = [
  { tools: ["uv-audit"], pattern: /cannot be performed in offline mode/, reason: "offline" },
  {
    tools: ["uv-audit"],
    pattern: /HTTP status (?:server|client) error \((\d+)/,
    reason: (match) => `advisory service answered ${match[1]}`,
  },
  {
    tools: ["uv-audit"],
    pattern: /error decoding response body/,
    reason: "the advisory service did not answer in its own language",
  },
  {
    tools: ["uv-audit"],
    pattern: /Request failed after \d+ retries|error sending request|dns error|tcp connect error/,
    reason: UNREACHABLE,
  },
  {
    tools: ["uv-audit"],
    pattern: /lockfile .*needs to be updated|Unable to find lockfile/,
    reason: "the lock is stale or missing",
  },
  { tools: ["pip-audit"], pattern: /ServiceError/, reason: "advisory service failed" },
  {
    tools: ["pip-audit"],
    pattern: /ConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded/,
    reason: UNREACHABLE,
  },
  { tools: ["pip-audit"], pattern: /could not be audited/, reason: "a package could not be looked up" },
  {
    tools: ["npm-audit"],
    pattern: /audit endpoint returned an error|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/,
    reason: UNREACHABLE,
  },
];

/** A table of packages that pip-audit passed over, with exit code 0. */
const PASSED_OVER = /^\S+ +.*\bcould not be audited\b/gm;

/**
 * @param tool the gate's tool
 * @param log the output of an audit that ended well and wrote no report
 * @returns why it may have audited nothing, when the output says so
 */
export function whyMaybeNotAudited(tool: string | null, log: string): string | undefined {
  const amount = toolName(tool) === "pip-audit" ? [...log.matchAll(PASSED_OVER)].length : 0;
  if (amount === 0) return undefined;
  return `${amount} package${amount === 1 ? "" : "s"} could not be looked up, and no report tells of the others`;
}

/** The tool did not do what it was asked, although its exit code may say so or not. */
const TOOL_TROUBLE: readonly Sign[] = [
  {
    tools: [],
    pattern: /error: Failed to spawn: `([^`\n]{1,80})`/,
    reason: (match) => `${match[1]} is not installed in the environment`,
  },
  {
    tools: ["deptry"],
    pattern: /Skipping processing of (.{1,200}?) because of the following error/,
    reason: (match) => `deptry left out ${match[1]}, which does not parse`,
  },
  {
    tools: ["zizmor"],
    pattern: /failed to parse input: (.{1,200})/,
    reason: (match) => `zizmor left out a file: ${match[1]}`,
  },
  {
    tools: ["zizmor"],
    pattern: /failed to load (.{1,200}) as workflow/,
    reason: (match) => `zizmor could not read ${match[1]}`,
  },
  {
    tools: ["bandit"],
    pattern: /^Files skipped \([1-9]\d*\):\n\s+(.{1,200}?) \(([^()\n]{1,120})\)$/m,
    reason: (match) => `bandit left out ${match[1]}: ${match[2]}`,
  },
  { tools: ["biome"], pattern: /No files were processed in the specified paths/, reason: "biome looked at no file" },
  { tools: ["gitleaks"], pattern: /^.{0,20}\bFTL\b (.{1,200})$/m, reason: (match) => `gitleaks stopped: ${match[1]}` },
  {
    tools: ["ruff"],
    pattern: /^(?:(\S.{0,200}?):\d+:\d+: E902 (.{1,120})|E902 (.{1,120})\n\s*--> (.{1,200}?):\d+:\d+)$/m,
    reason: (match) => `ruff could not read ${match[1] ?? match[4]}: ${match[2] ?? match[3]}`,
  },
  { tools: ["uv-check"], pattern: /Failed to download/, reason: "uv could not download the type checker" },
  {
    tools: ["pyright"],
    pattern: /nodeenv failed|npm install pyright/,
    reason: "pyright could not get its own runtime",
  },
];

/** Words of an output that explain a failure without a report. */
const EXPLANATIONS: readonly Sign[] = [
  {
    tools: ["uv-lock"],
    pattern: /needs to be updated/,
    reason: "uv.lock does not match pyproject.toml; run `uv lock`",
  },
  { tools: ["uv-lock"], pattern: /Unable to find lockfile/, reason: "there is no uv.lock; run `uv lock`" },
  {
    tools: [],
    pattern: /`npm ci` can only install packages when .{0,120} are in sync/,
    reason: "package-lock.json does not match package.json; run `npm install`",
  },
  { tools: ["coverage"], pattern: /Coverage failure: (.{1,120})/, reason: (match) => `coverage: ${match[1]}` },
];

/** Coverage below its limit: the tests passed, and their report says nothing of it. */
const LIMITS: readonly Sign[] = [
  {
    tools: ["pytest", "pytest-xdist"],
    pattern: /^(?:ERROR: )?Coverage failure: (.{1,120})$/m,
    reason: (match) => `coverage: ${match[1]}`,
  },
  {
    tools: ["pytest", "pytest-xdist"],
    pattern: /^FAIL Required test coverage of (\S{1,20}) not reached\. Total coverage: (\S{1,20})$/m,
    reason: (match) => `coverage is ${match[2]}, and ${match[1]} is required`,
  },
  {
    tools: ["vitest"],
    pattern: /^\s*ERROR: (Coverage for \w{1,20} \([\d.]+%\) does not meet [^\n]{1,120})$/m,
    reason: (match) => (match[1] ?? "").replace("Coverage", "coverage"),
  },
  {
    tools: ["jest"],
    pattern: /^Jest: (.{1,80} coverage threshold for .{1,120} not met: \S{1,20})$/m,
    reason: (match) => match[1] ?? "",
  },
];

function find(signs: readonly Sign[], tool: string | null, log: string): string | undefined {
  const name = toolName(tool);
  for (const { tools, pattern, reason } of signs) {
    if (tools.length > 0 && (name === null || !tools.includes(name))) continue;
    const match = pattern.exec(log);
    if (match !== null) return typeof reason === "string" ? reason : reason(match);
  }
  return undefined;
}

/**
 * @param tool the gate's tool
 * @param log the output
 * @returns why the tool could not ask its advisory service, when the output says so
 */
export function whyNotAudited(tool: string | null, log: string): string | undefined {
  return find(NOT_AUDITED, tool, log);
}

/**
 * @param tool the gate's tool
 * @param log the output
 * @returns what the tool could not do, when the output says so
 */
export function toolTrouble(tool: string | null, log: string): string | undefined {
  return find(TOOL_TROUBLE, tool, log);
}

/**
 * @param tool the gate's tool
 * @param log the output
 * @returns what a failure means, when the output says so
 */
export function explanation(tool: string | null, log: string): string | undefined {
  return find(EXPLANATIONS, tool, log);
}

/**
 * @param tool the gate's tool
 * @param log the output
 * @returns the limit that was not held, when the output says so
 */
export function brokenLimit(tool: string | null, log: string): string | undefined {
  return find(LIMITS, tool, log);
}
