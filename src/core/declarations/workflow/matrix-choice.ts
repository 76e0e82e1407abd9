import { type Json, unfoldMatrix } from "../../expressions/index.ts";
import { shortly } from "../shell/index.ts";
import { childNode, type YamlNode } from "../yaml-nodes.ts";
import { machineContexts } from "./events.ts";
import type { KnownContexts } from "./partial.ts";
import { factsOf, holds, isKnown } from "./texts.ts";

/** Values of one combination of a matrix. */
export type Combination = Readonly<Record<string, Json>>;

/** One combination that stands for those that differ from it only in platform or version. */
export interface Choice {
  /** Undefined: the matrix is known only when it runs. */
  readonly values: Combination | undefined;
  /** What tells it from the other choices of the job, such as `lint`; empty when there is one. */
  readonly label: string;
  readonly doubts: readonly string[];
  /** Versions of Python of those that it stands for; empty when their values name none. */
  readonly pythons: readonly string[];
}

/** Versions that the repository pins for its own development. */
export interface Pins {
  readonly python: string | undefined;
  readonly node: string | undefined;
}

/** Most choices of one job; the rest is said. */
const MAX_CHOICES = 12;

const VERSION =
  /^[~^>=<v ]*(?:\d+(?:\.[\dx*]+)*|lts\/.*|latest|current|lts|stable|pypy-?\d.*|py(?:py)?\d[\d.]*t?|\d[\w.-]*)$/i;
const PLATFORM = /ubuntu|windows|macos|linux|darwin|^(?:x64|x86|arm64|amd64|x86_64|aarch64|armv7|i686)$/i;
const PYTHON_KEY = /py(?:thon)?/i;
const NODE_KEY = /node/i;
const JAVA_KEY = /java|jdk/i;
const GO_KEY = /^go(?:lang)?(?:[-_]?version)?s?$/i;
const RUST_KEY = /^(?:rust(?:[-_]?version)?|(?:rust[-_]?)?toolchain|channel)s?$/i;
/** Lines of Java with long-term support, which runners keep (oracle.com/java, "Support Roadmap"). */
const JAVA_LTS: ReadonlySet<number> = new Set([8, 11, 17, 21, 25, 29]);

function isAxisValue(value: Json): boolean {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return true;
  if (typeof value === "string") return value === "" || VERSION.test(value.trim()) || PLATFORM.test(value);
  return false;
}

/** Release versions first, newest first; what is before its release, free-threaded or another implementation last. */
function versionRank(
  value: Json | undefined,
  pin: string | undefined,
  isUsual: (major: number) => boolean = () => true,
): number {
  const text = String(value ?? "").trim();
  const digits = /(\d+)(?:\.(\d+))?/.exec(text);
  if (/dev|alpha|beta|rc|nightly|pypy|graal|-\d+$|-ea\b|\dt$/i.test(text)) return -1;
  if (/^(?:lts|latest|current|stable)|^3(?:\.x)?$/i.test(text)) return 5000;
  if (digits === null) return 0;
  const version = `${digits[1]}${digits[2] === undefined ? "" : `.${digits[2]}`}`;
  if (pin !== undefined && (pin === version || pin.startsWith(`${version}.`))) return 1_000_000;
  const number = Number(digits[1]) * 1000 + Number(digits[2] ?? 0);
  return isUsual(Number(digits[1])) ? number : number / 1000;
}

function platformRank(values: Combination): number {
  const text = Object.values(values)
    .filter((value) => typeof value === "string" && PLATFORM.test(value))
    .join(" ");
  if (/windows|macos|darwin/i.test(text)) return -1;
  return /arm|aarch|i686|x86$/i.test(text) ? 0 : /ubuntu-latest/.test(text) ? 2 : 1;
}

/** The value itself, or what a list such as `["3.13", "313"]` begins with. */
function axisValue(value: Json | undefined): Json {
  return Array.isArray(value) && value.every((one) => isAxisValue(one as Json)) ? (value[0] ?? null) : (value ?? null);
}

function keysLike(values: Combination, pattern: RegExp): readonly string[] {
  return Object.keys(values).filter((key) => pattern.test(key) && isAxisValue(axisValue(values[key])));
}

function rankOf(values: Combination, pins: Pins): readonly number[] {
  const experimental = values["experimental"] === true || values["allow_failure"] === true ? -1 : 0;
  const best = (key: RegExp, pin?: string, isUsual?: (major: number) => boolean): number =>
    Math.max(-2, ...keysLike(values, key).map((one) => versionRank(axisValue(values[one]), pin, isUsual)));
  return [
    platformRank(values),
    experimental,
    best(PYTHON_KEY, pins.python),
    best(NODE_KEY, pins.node, (major) => major % 2 === 0),
    best(JAVA_KEY, undefined, (major) => JAVA_LTS.has(major)),
    best(GO_KEY),
    best(RUST_KEY),
  ];
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index !== -1 && (a[index] ?? 0) > (b[index] ?? 0);
}

/** Values that are no map, by their path: `env.tox`. */
function leavesOf(values: Json, path = ""): readonly (readonly [string, Json])[] {
  if (typeof values !== "object" || values === null) return [[path, values]];
  return Object.entries(values).flatMap(([key, value]) =>
    leavesOf(value as Json, path === "" ? key : `${path}.${key}`),
  );
}

/** Values that the job reads and that do not only choose a platform or a version. */
function tasksOf(values: Combination, used: ReadonlySet<string>): readonly string[] {
  const isUsed = (path: string): boolean => [...used].some((key) => path === key || path.startsWith(`${key}.`));
  return leavesOf(values)
    .filter(([path, value]) => isUsed(path) && !isAxisValue(value))
    .map(([, value]) => String(value));
}

const VERSION_PART = /(?:py(?:py)?|django|node|v)?-?\d+(?:\.\d+)*t?/gi;

/** `stress-py3.14` and `stress-py3.13` are one task. */
function taskOf(values: Combination, used: ReadonlySet<string>): string {
  return tasksOf(values, used)
    .map((text) => text.replaceAll(VERSION_PART, ""))
    .join("\0");
}

/** What the combinations for Linux say of Python's version, each once. */
function pythonsOf(all: readonly Combination[]): readonly string[] {
  const values = all
    .filter((one) => platformRank(one) >= 0)
    .flatMap((one) => keysLike(one, PYTHON_KEY).map((key) => String(axisValue(one[key]))));
  return [...new Set(values.filter((value) => /^(?:(?:pypy|graalpy)-?)?\d+\.\d+/i.test(value)))];
}

/** What a combination has other than the best one. */
function changed(best: Combination, values: Combination): Combination {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(best[key])),
  );
}

function describe(values: Combination): string {
  const pairs = Object.entries(values).filter(([, value]) => typeof value !== "object");
  return shortly(pairs.map(([key, value]) => `${key} ${value}`).join(", "));
}

/** True for a combination that people develop with: Linux, a release, no experiment. */
function isOrdinary(values: Combination, pins: Pins): boolean {
  const [platform = -1, experimental = 0, ...versions] = rankOf(values, pins);
  return platform >= 0 && experimental === 0 && !versions.includes(-1);
}

/** Conditions that surely do not hold in a combination. */
function leftOut(values: Combination, conditions: readonly string[]): readonly string[] {
  const contexts = { ...machineContexts(), matrix: { facts: values, isWhole: true } };
  return conditions.filter((condition) => holds(condition, contexts) === "no");
}

/**
 * The best combination, and the best ones that run what it leaves out: linters often have an `if:` on one version.
 */
function legsFor(
  all: readonly Combination[],
  { conditions, pins }: Pick<MatrixUse, "conditions" | "pins">,
): readonly Combination[] {
  const bestOf = (legs: readonly Combination[]): Combination =>
    legs.reduce((a, b) => (isBetter(rankOf(b, pins), rankOf(a, pins)) ? b : a));
  const chosen = [bestOf(all)];
  const ordinary = all.filter((one) => isOrdinary(one, pins));
  let open = leftOut(chosen[0] ?? {}, conditions);
  while (open.length > 0 && chosen.length < MAX_CHOICES) {
    const further = ordinary.filter((one) => leftOut(one, open).length < open.length);
    if (further.length === 0) break;
    const next = bestOf(further);
    chosen.push(next);
    open = leftOut(next, open);
  }
  return chosen;
}

/** What a job does with its matrix. */
export interface MatrixUse {
  /** Keys that steps read. */
  readonly keys: ReadonlySet<string>;
  /** Conditions of steps that ask for the matrix, without `${{ }}`. */
  readonly conditions: readonly string[];
  /** Versions that the repository pins. */
  readonly pins: Pins;
}

/**
 * Chooses, of each kind of work in a matrix, the combination that fits a Linux machine best: a released version, the one
 * that the repository pins, else the newest. Steps with conditions that it does not meet bring further combinations.
 *
 * @param strategy value of `strategy`
 * @param contexts of the job
 * @param use what the job does with it
 */
export function chooseCombinations(
  strategy: YamlNode | undefined,
  contexts: KnownContexts,
  use: MatrixUse,
): readonly Choice[] {
  const matrix = childNode(strategy, "matrix");
  if (matrix === undefined) return [{ values: {}, label: "", doubts: [], pythons: [] }];
  const facts = factsOf(matrix, contexts);
  const unknown = { values: undefined, label: "", doubts: ["its matrix is known only when it runs"], pythons: [] };
  if (!isKnown(facts)) return [unknown];
  const legs = legsOf(facts);
  if (legs === undefined) return [{ ...unknown, doubts: ["its matrix cannot be unfolded"] }];
  const groups = new Map<string, Combination[]>();
  for (const values of legs) {
    const task = taskOf(values, use.keys);
    groups.set(task, [...(groups.get(task) ?? []), values]);
  }
  const more = groups.size - MAX_CHOICES;
  const cut = more > 0 ? [`${more} further kinds of its matrix are not shown`] : [];
  return [...groups].slice(0, MAX_CHOICES).flatMap(([, all]) => {
    const task = (values: Combination): string => (groups.size === 1 ? "" : tasksOf(values, use.keys).join(", "));
    return legsFor(all, use).map((values, index, [best = {}]) => {
      const chosen =
        all.length === 1 ? [] : [`it is one of ${all.length} combinations of its matrix: ${describe(values)}`];
      const label = [task(values), ...(index === 0 ? [] : [describe(changed(best, values))])].filter(
        (part) => part !== "",
      );
      return { values, label: shortly(label.join(", ")), doubts: [...chosen, ...cut], pythons: pythonsOf(all) };
    });
  });
}

function legsOf(matrix: Json): readonly Combination[] | undefined {
  try {
    const legs = unfoldMatrix(matrix).map(({ values }) => values);
    return legs.length === 0 ? undefined : legs;
  } catch {
    // What GitHub refuses when it unfolds a matrix.
    return undefined;
  }
}
