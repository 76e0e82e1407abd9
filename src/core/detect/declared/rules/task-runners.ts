import { ZERO_ONE } from "../../draft.ts";
import type { CheckingTool, Use } from "./use.ts";

/** What tasks of a monorepo are called, and what they are for. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:lint|eslint|oxlint|biome|stylelint)(?:[-_:].*)?$|[-_:]lint$/, "lint"],
  [/^(?:(?:format|fmt|prettier)[-_:](?:check|ci)|check[-_:](?:format|fmt))$/, "format"],
  [/^(?:type-?checks?|types|typings|tsc|check[-_:]types?|types?[-_:]checks?|test[-_:]types?)$/, "types"],
  [/^(?:tests?|unit|vitest|jest|integration|spec)(?:[-_:].*)?$|[-_:]tests?$/, "tests"],
  [/^(?:audit(?:[-_:].*)?)$/, "audit"],
  [/^(?:check|verify|validate|ci|attw|publint|knip)(?:[-_:].*)?$/, "checks"],
];
const BUILDS = /^(?:build|compile|bundle|prepare|generate|codegen|typegen|stub|transpile|dev[-_:]prepare)(?:[-_:].*)?$/;
const REWRITES = /[-_:](?:fix|write)$|^(?:fix|format|fmt)$/;
const PUBLISHES = /^(?:publish|release|deploy|version)(?:[-_:].*)?$/;
const SERVES = /^(?:dev|start|serve|watch|preview)(?:[-_:].*)?$/;
const BROWSERS = /(?:^|[-_:])(?:e2e|playwright|cypress|browsers?|storybook)(?:[-_:]|$)/;

/** The tasks that a command of turbo, nx or lerna starts; undefined for commands that start none. */
function tasksOf([program = "", ...rest]: readonly string[]): readonly string[] | undefined {
  const dashes = rest.indexOf("--");
  const words = dashes === -1 ? rest : rest.slice(0, dashes);
  if (program === "turbo") return turboTasks(words);
  if (program === "lerna") return words[0] === "run" ? words.slice(1).filter(isName).slice(0, 1) : undefined;
  return program === "nx" ? nxTasks(words) : undefined;
}

const isName = (word: string): boolean => /^[A-Za-z@]/.test(word);
const TURBO_VALUES =
  /^(?:--(?:filter|concurrency|cache-dir|cwd|env-mode|log-order|output-logs|log-prefix|summarize|token|team|api|cache|ui|profile|graph)|-F)$/;
const TURBO_COMMANDS =
  /^(?:prune|login|logout|link|unlink|daemon|bin|gen|generate|ls|query|scan|telemetry|watch|completion|info|boundaries)$/;

/** turborepo.com/docs/reference/run. */
function turboTasks(words: readonly string[]): readonly string[] | undefined {
  const names = words.filter((word, index) => isName(word) && !TURBO_VALUES.test(words[index - 1] ?? ""));
  if (TURBO_COMMANDS.test(names[0] ?? "")) return undefined;
  return (names[0] === "run" ? names.slice(1) : names).map((name) => name.replace(/^.*#/, ""));
}

/** nx.dev/reference/nx-commands. */
function nxTasks(words: readonly string[]): readonly string[] | undefined {
  const [verb = "", next = ""] = words.filter((word) => !word.startsWith("-"));
  if (verb === "run-many" || verb === "affected") return nxTargets(words);
  if (verb === "run") return [next.split(":")[1] ?? next];
  if (verb === "format:check") return ["format:check"];
  const isOwn =
    /^(?:[\w:-]*(?:cloud|daemon|reset|graph|show|list|migrate|init|add|g|generate|release|report|sync|format:write|exec|watch|repair|import|connect|login|logout|record))$/;
  return isOwn.test(verb) || next === "" ? undefined : [verb];
}

function nxTargets(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const [option = "", attached] = word.split("=", 2);
    if (/^(?:-t|--targets?)$/.test(option)) {
      if (attached !== undefined) found.push(...attached.split(","));
      isOpen = attached === undefined;
    } else if (word.startsWith("-")) isOpen = false;
    else if (isOpen) found.push(...word.split(","));
  }
  return found.filter((name) => name !== "");
}

function kindOf(name: string): string | undefined {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

function gateOf(words: readonly string[], kinds: readonly string[], tasks: readonly string[]): CheckingTool {
  const [program = ""] = words;
  const kind = new Set(kinds).size === 1 ? (kinds[0] ?? "checks") : "checks";
  const doubt = tasks.some((name) => BROWSERS.test(name))
    ? "it needs browsers, which no package manager installs"
    : words.includes("affected") || words.some((word) => /^--affected$|^--filter=?.*\.\.\.\[|^--since/.test(word))
      ? "it compares with another branch"
      : undefined;
  const asks = kind === "audit" ? ({ network: true, inconclusive: "warn" } as const) : {};
  return {
    ...{ tool: program, kind, ecosystem: "node", tier: "normal", exitCodes: kind === "audit" ? ZERO_ONE : null },
    ...{ imports: true, cpu: 2, ...asks },
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/**
 * A runner of tasks knows what its tasks need of one another, so that it is started whole, as the repository does.
 *
 * @param words a command from the tool's name on
 * @returns what it is for; undefined when it is none of turbo, nx and lerna, or its tasks do not say
 */
export function useOfTaskRunner(words: readonly string[]): Use | undefined {
  const [program = "", verb = ""] = words;
  if (!/^(?:turbo|nx|lerna)$/.test(program)) return undefined;
  if (
    program === "lerna" &&
    (verb === "bootstrap" || verb === "link" || /^exec -- npm (?:install|i|ci)$/.test(words.slice(1).join(" ")))
  )
    return { kind: "build", what: "packages of the members" };
  const tasks = tasksOf(words);
  if (tasks === undefined || tasks.length === 0) return undefined;
  if (tasks.some((name) => PUBLISHES.test(name))) return { kind: "publish", what: `${program} ${tasks.join(" ")}` };
  if (tasks.some((name) => SERVES.test(name))) return { kind: "service", what: tasks.join(" ") };
  const handedOn = words.slice(words.indexOf("--") + 1);
  const isFixing = words.includes("--") && handedOn.some((word) => /^--(?:fix|write|prune-suppressions)$/.test(word));
  if (isFixing || tasks.some((name) => REWRITES.test(name))) return { kind: "fixer", why: "it rewrites files" };
  const kinds = tasks.map(kindOf).filter((kind) => kind !== undefined);
  if (kinds.length > 0) return { kind: "gate", tool: gateOf(words, kinds, tasks) };
  return tasks.every((name) => BUILDS.test(name)) ? { kind: "build", what: "the packages" } : undefined;
}
