import { isTable } from "../documents/index.ts";
import type { JobFacts } from "./model.ts";
import { referencesOf } from "./references.ts";

/** The combinations of a matrix. */
export interface Legs {
  /** Undefined when only a run can tell. */
  readonly count: number | undefined;
  /** What differs, for people: `python-version (5), os (3)`. */
  readonly text: string;
}

/** @returns how many combinations a job runs in; one without a matrix */
export function legsOf({ matrix }: JobFacts): Legs {
  if (matrix === undefined) return { count: 1, text: "" };
  if (!isTable(matrix)) return { count: undefined, text: "computed when it runs" };
  const { include, exclude, ...vectors } = matrix;
  const lists = Object.entries(vectors);
  const isStatic = [...lists.map(([, value]) => value), include ?? []].every(Array.isArray);
  const sizeOf = (value: unknown): string => (Array.isArray(value) ? String(value.length) : "computed");
  const further = Array.isArray(include) && include.length > 0 ? [`include (${include.length})`] : [];
  const text = [...lists.map(([key, value]) => `${key} (${sizeOf(value)})`), ...further].join(", ");
  if (!isStatic) return { count: undefined, text };
  const product = lists.reduce(
    (count, [, value]) => count * (Array.isArray(value) ? value.length : 1),
    lists.length > 0 ? 1 : 0,
  );
  const own = Array.isArray(include) ? include.length : 0;
  // An include may only add keys to a combination; counting it as one more errs towards keeping.
  const count = product + own - (Array.isArray(exclude) ? exclude.length : 0);
  return { count: Math.max(count, product > 0 || own > 0 ? 1 : 0), text };
}

function runsOnLinux(job: JobFacts): boolean {
  const { runsOn, matrix } = job;
  if (/matrix\./.test(runsOn))
    return /ubuntu/.test(`${runsOn}${JSON.stringify(matrix)}`) || !/windows|macos/i.test(JSON.stringify(matrix) ?? "");
  return /^"?ubuntu-|^\["ubuntu-[\w.]+"\]$/.test(runsOn);
}

/**
 * @param job a job with steps
 * @returns why nothing in it can be the road's, as a clause; undefined when something may
 */
export function jobObstacle(job: JobFacts): string | undefined {
  if (job.services.length > 0)
    return `the job has services (${job.services.join(", ")}), which the road does not start`;
  if (job.container) return "the job runs in a container of its own; the road runs on the runner";
  if (job.environment) return "the job belongs to a deployment environment";
  if (!runsOnLinux(job)) {
    return /windows|macos/i.test(job.runsOn)
      ? `the job runs on ${job.runsOn}; the road runs on Linux`
      : `the job runs on ${job.runsOn || "a runner that nothing names"}; the road runs on ubuntu-latest`;
  }
  const { secrets } = referencesOf(Object.values(job.env).join("\n"));
  if (secrets.length > 0) return `the job reads the secret ${secrets.join(", ")}; the road's checks have none`;
  if (job.condition !== null && /\bfailure\(\)/.test(job.condition)) return "the job runs when something has failed";
  return undefined;
}

/** Variables that colour, quieten or speed up, and judge nothing. */
const NEUTRAL_VARIABLES =
  /^(?:FORCE_COLOR|NO_COLOR|PY_COLORS|CLICOLOR\w*|TERM|CI|COLUMNS|PIP_\w+|PYTHONUNBUFFERED|PYTHONDONTWRITEBYTECODE|UV_(?!INDEX|EXTRA|DEFAULT|RESOLUTION|PRERELEASE)\w+|NPM_CONFIG_\w+|npm_config_\w+|HATCH_VERBOSE|PRE_COMMIT_COLOR|PRE_COMMIT_HOME|TOX_(?:COLORED|PARALLEL_NO_SPINNER)|SETUPTOOLS_SCM_\w+|SOURCE_DATE_EPOCH|GITHUB_CONTEXT|GITHUB_TOKEN|GH_TOKEN|RUFF_OUTPUT_FORMAT|NODE_OPTIONS)$/;

/**
 * @param env variables around a command
 * @param own variables that the gate sets itself
 * @returns the names of those that may change what is judged and that the gate does not have
 */
export function missingVariables(
  env: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(env)
    .filter(([name, value]) => !NEUTRAL_VARIABLES.test(name) && own[name] !== value)
    .map(([name]) => name);
}
