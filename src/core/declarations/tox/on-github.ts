import { asTable } from "../../documents/index.ts";
import type { CallSurroundings } from "../declaration.ts";
import { logicalLines, lookUp, type Raw, type ToxConfig } from "./config.ts";
import { expandNames } from "./factors.ts";

/** Names by a version of Python or by the value of a variable. */
type Mapping = ReadonlyMap<string, readonly string[]>;

/** What a `tox` without names runs on GitHub. */
export interface ToxOnGitHub {
  readonly names: readonly string[];
  /** Why it is none, a clause. */
  readonly reason?: string;
}

/** What every Linux runner sets and mappings ask for (docs.github.com, "Default environment variables"). */
const RUNNER = { RUNNER_OS: "Linux" };

const VERSION = /^(pypy|graalpy|pyston)?-?(\d+)\.(\d+)(?:\.\d+)*(t)?/i;

/** Keys that a mapping is asked for, the most precise first (tox-gh and tox-gh-actions, `get_python_version_keys`). */
function keysOf(version: string, isThreadAware: boolean): readonly string[] {
  const [, implementation, major = "", minor = "", threaded] = VERSION.exec(version.trim()) ?? [];
  if (major === "") return [version];
  const name = implementation?.toLowerCase();
  if (name !== undefined) return [`${name}-${major}.${minor}`, `${name}-${major}`, `${name}${major}`];
  const free = threaded !== undefined && isThreadAware ? [`${major}.${minor}t`] : [];
  return [...free, `${major}.${minor}`, major];
}

function mappingOf(raw: Raw | undefined, separator: "=" | ":"): Mapping {
  if (raw?.kind === "value") {
    const pairs = Object.entries(asTable(raw.value)).map(
      ([key, value]) => [key, (Array.isArray(value) ? value : [value]).flatMap(namesIn)] as const,
    );
    return new Map(pairs);
  }
  const pairs = logicalLines(raw?.lines ?? []).flatMap(({ text }) => {
    const at = text.indexOf(separator);
    return at === -1 ? [] : [[text.slice(0, at).trim(), namesIn(text.slice(at + 1))] as const];
  });
  return new Map(pairs);
}

function namesIn(value: unknown): readonly string[] {
  return typeof value === "string" ? (expandNames(value) ?? []) : [];
}

function found(mapping: Mapping, keys: readonly string[]): readonly string[] | undefined {
  return keys.map((key) => mapping.get(key)).find((names) => names !== undefined);
}

/** tox-gh puts what is mapped in the place of `env_list`; where nothing is mapped, all of it runs. */
function byToxGh(mapping: Mapping, listed: readonly string[], around: CallSurroundings): readonly string[] {
  const told = around.env["TOX_GH_MAJOR_MINOR"];
  const versions = told === undefined ? around.pythons : [told];
  if (versions.length === 0) return [...mapping.values()].flat();
  return versions.flatMap((version) => found(mapping, keysOf(version, true)) ?? listed);
}

/** True when a name has every factor of one of the combinations. */
function isMeant(name: string, combinations: readonly (readonly string[])[]): boolean {
  const factors = new Set(name.split("-"));
  return combinations.some((all) => all.flatMap((one) => one.split("-")).every((factor) => factors.has(factor)));
}

/** tox-gh-actions keeps of `env_list` what has the factors of the interpreter and of the variables that it maps. */
function byToxGhActions(
  config: ToxConfig,
  mapping: Mapping,
  listed: readonly string[],
  { pythons, env }: CallSurroundings,
): readonly string[] {
  const byVariable = variableFactors(config, { ...RUNNER, ...env });
  const ofPython =
    pythons.length === 0
      ? [[...mapping.values()].flat()]
      : pythons.map((version) => found(mapping, keysOf(version, false)) ?? []);
  return ofPython.flatMap((python) => {
    const groups = [python, ...byVariable].filter((group) => group.length > 0);
    if (groups.length === 0) return [];
    const combinations = groups.reduce<readonly (readonly string[])[]>(
      (before, group) => before.flatMap((all) => group.map((one) => [...all, one])),
      [[]],
    );
    return listed.filter((name) => isMeant(name, combinations));
  });
}

function variableFactors(config: ToxConfig, env: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const section = config.whole("gh-actions:env");
  if (section === undefined) return [];
  return Object.entries(env).flatMap(([name, value]) => {
    const names = mappingOf(section.get(name), ":").get(value);
    return names === undefined ? [] : [names];
  });
}

/**
 * Which environments a `tox` without names runs on GitHub, where a plugin maps interpreters to environments: `[gh]` of
 * tox-gh, `[gh-actions]` of tox-gh-actions.
 *
 * @param config settings of tox
 * @param listed names of `env_list`
 * @param around the interpreters and variables of the job
 * @returns each name once; undefined when nothing is mapped
 */
export function namesOnGitHub(
  config: ToxConfig,
  listed: readonly string[],
  around: CallSurroundings,
): ToxOnGitHub | undefined {
  const gh = config.whole("gh");
  const section = gh ?? config.whole("gh-actions");
  const hasVariables = gh === undefined && config.whole("gh-actions:env") !== undefined;
  const raw = section === undefined ? undefined : lookUp([section], "python");
  if (raw === undefined && !hasVariables) return undefined;
  const mapping = mappingOf(raw, gh === undefined ? ":" : "=");
  const names = gh === undefined ? byToxGhActions(config, mapping, listed, around) : byToxGh(mapping, listed, around);
  if (names.length > 0) return { names: [...new Set(names)] };
  const what = around.pythons.length === 0 ? "any interpreter" : `Python ${around.pythons.join(", ")}`;
  return { names: [], reason: `[${gh === undefined ? "gh-actions" : "gh"}] of ${config.file} maps nothing to ${what}` };
}
