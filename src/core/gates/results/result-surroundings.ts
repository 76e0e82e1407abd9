import { join, normalize } from "node:path/posix";
import type { Gate } from "../plan.ts";

/** Variables that change what common tools do. Values are hashed into keys and kept nowhere. */
const COUNTED: readonly RegExp[] = [
  /^(?:CI|TZ|LANG|LANGUAGE|PATHEXT|VIRTUAL_ENV|CONDA_PREFIX|SOURCE_DATE_EPOCH|DATABASE_URL|DJANGO_SETTINGS_MODULE)$/,
  /^(?:LC_|PYTHON|PYTEST_|PY_|COVERAGE_|MYPY|RUFF_|PYRIGHT_|BANDIT_|HYPOTHESIS_|TOX_|NOX)/,
  /^(?:NODE_|NPM_CONFIG_|npm_config_|VITEST|JEST_|TS_|BIOME_|ESLINT_)/,
  /^UV_(?!CACHE_DIR$|INDEX|DEFAULT_INDEX|EXTRA_INDEX|PUBLISH|HTTP|CONCURRENT|NO_PROGRESS|LINK_MODE|PROJECT_ENVIRONMENT$)/,
];

/** Where things are kept, which tells nothing of what they are: the packages are looked at themselves. */
const NOT_COUNTED =
  /(?:_CACHE|_CACHE_DIR|CACHEPREFIX|_TOKEN|_PASSWORD|PYTEST_CURRENT_TEST|NODE_COMPILE_CACHE|NODE_EXTRA_CA_CERTS)$/i;

/** Most programs of one command line that are looked at. */
const MOST_PROGRAMS = 40;

function words(run: Gate["run"]): string {
  return typeof run === "string" ? run : run.join("\0");
}

/**
 * @param gate any gate
 * @param names names of all variables there are
 * @returns those that count for its result: common ones, and whatever its command line names
 */
export function variablesNamedBy(gate: Gate, names: readonly string[]): readonly string[] {
  const text = typeof gate.run === "string" ? gate.run : "";
  const named = new Set([...text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)].map((match) => match[1] ?? ""));
  return names.filter(
    (name) => named.has(name) || (COUNTED.some((pattern) => pattern.test(name)) && !NOT_COUNTED.test(name)),
  );
}

/** Programs that another program runs on. */
const RUNS_ON: Readonly<Record<string, string>> = { npm: "node", npx: "node", pnpm: "node", yarn: "node" };

/** The first word of each simple command of a shell line, as far as that can be told without a shell. */
function firstWords(line: string): readonly string[] {
  return line
    .split(/[\n;|&(){}`]+/)
    .map((command) =>
      command.trim().replace(/^(?:(?:[A-Za-z_]\w*=\S*|if|then|else|do|while|until|!|exec|time|env)\s+)+/, ""),
    )
    .map((command) => /^[A-Za-z0-9_.+/-]+(?=\s|$)/.exec(command)?.[0] ?? "")
    .filter((word) => word !== "");
}

/** A program that is called by its path: as it is, or from the root. */
function fromGate(name: string, cwd: string): string {
  if (!name.includes("/") || name.startsWith("/")) return name;
  return `./${normalize(join(cwd, name))}`;
}

/**
 * @param gate any gate
 * @returns programs that its command starts, as far as it shows them: names on the path, absolute paths, and paths from the
 *   root that begin with `./`
 */
export function programsOf(gate: Gate): readonly string[] {
  const { run, cwd } = gate;
  const called = typeof run === "string" ? ["bash", ...firstWords(run)] : run.slice(0, 1);
  const own = called.map((name) => fromGate(name, cwd));
  const all = own.flatMap((name) => (Object.hasOwn(RUNS_ON, name) ? [name, RUNS_ON[name] ?? ""] : [name]));
  const python = words(run).includes("uv") ? [] : ["python3"];
  return [...new Set([...all, ...(/\bpython3?\b/.test(words(run)) ? python : [])])].slice(0, MOST_PROGRAMS);
}
