import type { Place } from "../../declarations/index.ts";
import type { EnvironmentNeed } from "../../gates/index.ts";
import { STATIC } from "./blockers.ts";
import type { Candidate } from "./candidates.ts";
import { compareToolchains } from "./toolchain-rank.ts";

/** One command of the plan, and the further places that say the same. */
export interface Merged {
  readonly candidate: Candidate;
  readonly others: readonly Candidate[];
}

/** Options that change what a person sees, not what is found. */
const QUIET =
  /^(?:-v+|-q+|--verbose|--quiet|--colou?r(?:=.*)?|--no-colou?r|--durations=?.*|-rA|-ra|--tb=.*|--show-source|--output-format=(?:github|full|concise)|--progress.*)$/;

/** The newest release of Python that is no preview; a matrix often ends with one that is. */
const NEWEST_PYTHON = [3, 15] as const;

/** @returns what tells a command from others: tool, folder, words, variables */
export function commandKey({ tool, situation, chosen }: Candidate): string {
  const { step } = situation;
  const { name } = situation.run.home;
  const isVariant = /\d/.test(name);
  const pattern = new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "g");
  const same = (word: string): string =>
    isVariant ? word.replaceAll(pattern, "{}") : word.replaceAll(`/${name}/`, "/{}/");
  // Without assertions tests test other things.
  const optimized = (step.launched?.own ?? []).filter((word) => /^-OO?$/.test(word));
  const words = [...optimized, ...(step.launched?.bare ?? [step.command.text])]
    .concat(step.passedOn)
    .filter((word) => !QUIET.test(word))
    .map(same);
  const cwd = step.launched?.cwd ?? step.command.cwd;
  const fetched = chosen.environment === null ? chosen.run.slice(0, 2) : [];
  // A hook is the same whatever calls pre-commit; tox sets variables for all that it starts.
  const ownEnv = situation.run.home.system === "pre-commit" ? {} : gateVariables(step.ownEnv);
  return JSON.stringify([
    tool.kind,
    words,
    cwd,
    Object.entries(ownEnv)
      .map(([key, value]) => [key, same(value)])
      .sort(),
    fetched[0] === "uvx",
  ]);
}

/** Variables of a declaration that are about the machine, colours and managers, and not about what is checked. */
const NOT_FOR_GATES =
  /^(?:GITHUB_|RUNNER_|ACTIONS_|INPUT_|TURNPIKE_|FORCE_COLOR$|NO_COLOR$|PY_COLORS$|CLICOLOR|TERM$|COLUMNS$|UV_|PIP_|POETRY_|PDM_|PIPENV_|HATCH_|PRE_COMMIT|TOX|NOX|NPM_CONFIG_|npm_config_|CACHE|CODECOV_|COVERALLS_|SONAR_|PYTHON_VERSION$|NODE_VERSION$|DEFAULT_PYTHON|MIN_PYTHON|VIRTUAL_ENV$|PATH$|HOME$|CI$|COVERAGE_FILE$)/i;

/** @returns the variables that a gate gets: constants that are about what is checked */
export function gateVariables(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isKnown = (value: string): boolean => !/[\u{e000}\u{e001}]|\$\{\{/u.test(value);
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => !NOT_FOR_GATES.test(name) && isKnown(value)));
}

function pythonRank(version: string | null): number {
  const match = /^(\d+)\.(\d+)$/.exec(version ?? "");
  if (version === null) return 0;
  if (match === null) return -1;
  const minor = Number(match[2]);
  return Number(match[1]) !== NEWEST_PYTHON[0] || minor > NEWEST_PYTHON[1] ? -1 : minor;
}

/** True when something that is installed comes from an address: an archive, a checkout or an index, mostly of what is no release yet. */
function hasAddress({ chosen }: Candidate): boolean {
  const installs = chosen.environment?.recipe?.installs ?? [];
  if (installs.some(({ env }) => env["UV_EXTRA_INDEX_URL"] !== undefined)) return true;
  return installsOf(chosen.environment).some((words) => /"(?:[^"\s]*@\s*)?(?:git\+)?https?:\/\//.test(words));
}

const variablesOf = ({ situation }: Candidate): number => Object.keys(gateVariables(situation.step.env)).length;

function isBetter(a: Candidate, b: Candidate, wanted: string | undefined): boolean {
  const blocked = a.blockers.length - b.blockers.length;
  // Where none can run, the one with the least against it says best how it would.
  if (blocked !== 0) return blocked < 0;
  if (a.required !== b.required) return a.required;
  if (hasAddress(a) !== hasAddress(b)) return !hasAddress(a);
  if (isBuild(a) && isBuild(b) && variablesOf(a) !== variablesOf(b)) return variablesOf(a) < variablesOf(b);
  if (a.followUps.length !== b.followUps.length) return a.followUps.length > b.followUps.length;
  const rank = (one: Candidate): number => {
    const python = one.chosen.environment?.recipe?.python ?? null;
    return python !== null && python === wanted ? 1000 : pythonRank(python);
  };
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  return compareToolchains(a.situation.run.root.toolchains ?? [], b.situation.run.root.toolchains ?? []) > 0;
}

function installsOf(need: EnvironmentNeed | null): readonly string[] {
  return (need?.recipe?.installs ?? []).map(({ words, cwd }) => JSON.stringify([words, cwd]));
}

/** Tools that read files alone and take no plugins: what else is installed beside them changes nothing. */
const READS_ALONE = /^(?:ruff|black|pycodestyle|pyflakes|codespell|yamllint|check-manifest|doc8)$/;

/** The words of installs that bring the tool itself; undefined where one may stand in a file, a group or an extra. */
function broughtBy({ tool, chosen }: Candidate): string | undefined {
  if (!READS_ALONE.test(tool.tool) || chosen.environment?.manager !== "venv") return undefined;
  const words = (chosen.environment.recipe?.installs ?? []).flatMap((one) => one.words.slice(3));
  const named = words.filter((word) => new RegExp(`^${tool.tool}(?![\\w-])`).test(word));
  return named.length === 1 ? named[0] : undefined;
}

/** The same program reads the same files. */
function isSameReader(a: Candidate, b: Candidate): boolean {
  const brought = broughtBy(a);
  const isOfSame = JSON.stringify(a.chosen.run) === JSON.stringify(b.chosen.run);
  return isOfSame && brought !== undefined && brought === broughtBy(b);
}

/** True when everything that `small` brings is brought by `large` too. */
function covers(large: EnvironmentNeed | null, small: EnvironmentNeed | null): boolean {
  if (small === null || large === null) return small === large;
  if (large.manager !== small.manager || large.cwd !== small.cwd) return false;
  const has = (list: readonly string[], all: readonly string[]) => list.every((one) => all.includes(one));
  return (
    has(small.groups, large.groups) &&
    has(small.extras, large.extras) &&
    has(installsOf(small), installsOf(large)) &&
    has(small.options ?? [], large.options ?? [])
  );
}

/** @returns variables by which a command of a matrix differs from the one that is kept, as words; none for most */
export function differingVariables(kept: Candidate, other: Candidate): readonly string[] {
  const own = gateVariables(kept.situation.step.env);
  const theirs = Object.entries(gateVariables(other.situation.step.env));
  return theirs.flatMap(([name, value]) => (own[name] === value ? [] : [`${name}=${value}`]));
}

/** Variables that say how a run is called, and nothing about what is tested. */
const LABELS = /^(?:(?:COVERAGE_)?CONTEXT|OS|PYTHON|NAME|LABEL)$/;

/** @returns the variables around a command that are about what is tested, as one text */
export function worldOf({ situation }: Candidate): string {
  const variables = Object.entries(gateVariables(situation.step.env)).filter(([name]) => !LABELS.test(name));
  return JSON.stringify(variables.sort());
}

/** Variables of the workflow count where two commands are not variants of one line. */
const isSameWorld = (a: Candidate, b: Candidate): boolean => worldOf(a) === worldOf(b);

const isAt = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.file === other?.file && one?.line === other?.line;

/** A build makes one folder: there is one of it, whatever variables jobs have around it. */
const isBuild = ({ isPreparation, situation }: Candidate): boolean =>
  isPreparation || situation.step.classified.use.kind === "build";

/** Variables that tell the repository's own tests and not how a run is called. */
function isTestedAlike(a: Candidate, b: Candidate): boolean {
  const isOpen = a.blockers.length > 0 || b.blockers.length > 0;
  return isOpen || STATIC.has(a.tool.kind) || isBuild(a) || isSameWorld(a, b);
}

/**
 * Variants of one declaration: a matrix, the factors of tox, the parameters of nox. Tests in a script that two jobs call
 * with different variables are two gates, unless they stand in an environment of their own, as those of tox do.
 */
function isVariant(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.situation, b.situation];
  if (!isAt(one.step.command.place, other.step.command.place)) return false;
  const isCalledAlike = isAt(one.step.chain[0]?.place, other.step.chain[0]?.place);
  return isCalledAlike || one.run.home.isolated || other.run.home.isolated || isTestedAlike(a, b);
}

function add(groups: Merged[], candidate: Candidate, wanted: string | undefined): void {
  const { environment } = candidate.chosen;
  for (const [index, { candidate: kept, others }] of groups.entries()) {
    const before = kept.chosen.environment;
    const isSame =
      isVariant(kept, candidate) ||
      isSameReader(kept, candidate) ||
      ((isSameWorld(kept, candidate) || (isBuild(kept) && isBuild(candidate))) &&
        (covers(before, environment) || covers(environment, before)));
    if (!isSame) continue;
    const wins =
      isBetter(candidate, kept, wanted) || (!isBetter(kept, candidate, wanted) && !covers(before, environment));
    groups[index] = wins
      ? { candidate, others: [...others, kept] }
      : { candidate: kept, others: [...others, candidate] };
    return;
  }
  groups.push({ candidate, others: [] });
}

/**
 * Says each command once: the same tool with the same words, folder and variables, in environments of which one has what
 * the other has. Variants of one declaration become one, with the interpreter that the repository prefers, else the newest.
 *
 * @param candidates in the order in which they count
 * @param wanted Python version of `.python-version`, when there is one
 */
export function mergeCandidates(candidates: readonly Candidate[], wanted: string | undefined): readonly Merged[] {
  const byCommand = new Map<string, Merged[]>();
  for (const candidate of candidates) {
    const key = commandKey(candidate);
    const groups = byCommand.get(key) ?? [];
    byCommand.set(key, groups);
    add(groups, candidate, wanted);
  }
  return [...byCommand.values()].flat();
}
