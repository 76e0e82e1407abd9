import { withoutNodeOptions } from "./launchers.ts";
import type { Run, Step } from "./resolve.ts";
import { isAboutChecking, isAboutMaking, SCRIPT_FILE, saysMaking } from "./rules/classify.ts";
import { DENO } from "./rules/node-rules.ts";
import type { CheckingTool, Ecosystem } from "./rules/use.ts";

/**
 * @param name what it is called
 * @param step the command
 * @param kind what it checks
 * @returns a tool of which nothing is known but that it runs
 */
export function plainTool(name: string, { launched, entry }: Step, kind: string): CheckingTool {
  const isPython = /^(?:python|pypy)[\d.]*t?$/.test(launched?.own[0] ?? "");
  // A hook that is a script brings nothing; what a job starts by its path, nobody knows.
  const isHook = entry.system === "pre-commit" && /\.py$/.test(launched?.bare[0] ?? "");
  const ecosystem = isPython || isHook ? "python" : ecosystemOf(launched?.bare ?? [], entry.system === "scripts");
  const doubt = launched?.bare[0] === "deno" ? { doubt: DENO } : {};
  return { tool: name, kind, ecosystem, tier: "normal", exitCodes: null, imports: true, isUnknown: true, ...doubt };
}

/** Programs that a script of package.json finds on every machine, or nowhere: no package brings them. */
const OF_SYSTEM =
  /^(?:(?:ba|z|da)?sh|g?make|just|task|docker|podman|git|curl|wget|go|cargo|deno|uv|uvx|tox|nox|poetry|java|mvn|gradle|php|ruby|bundle|rake|pwsh|cmake|perl|sed|awk|grep|find|diff|cmp|test)$/;

function ecosystemOf([program = "", script = ""]: readonly string[], isOfPackage: boolean): Ecosystem {
  if (program === "python" || /\.py$/.test(script)) return "python";
  if (/^(?:node|tsx|ts-node|esno|jiti|npm|pnpm|yarn|bun)$/.test(program) || /\.[cm]?js$/.test(program)) return "node";
  return isOfPackage && !program.includes("/") && !OF_SYSTEM.test(program) ? "node" : "system";
}

/** True for a command that no table knows. */
export const isPlain = ({ isUnknown }: CheckingTool): boolean => isUnknown === true;

/** The module that `python -m` starts: `shop.checks`, whose last part is no ending of a file. */
function moduleOf({ launched }: Step): string | undefined {
  const { own = [], bare = [] } = launched ?? {};
  return own[own.length - bare.length - 1] === "-m" ? bare[0] : undefined;
}

/** Scripts that do what their first word says: `python scripts/make check-docs`, `./x.py test`. */
const RUNS_TASKS =
  /(?:^|\/)(?:make|dev|do|task|tasks|x|ci|cli|run|runner|manage|scripts?|tools?)(?:\.py|\.sh|\.[cm]?js)?$/;
/** First words that mean a check whoever says them. */
const CHECKING_TASK =
  /^(?:run-?)?(?:lint|(?:unit-?)?tests?|pytest|type-?check|mypy|ruff|verify|validate|check(?:[-_:]\w+)*|(?:\w+[-_:])+(?:check|lint|tests?))$/i;

/** The task that a runner of the repository's own is told to do. */
function taskOf(step: Step): string | undefined {
  const [program = "", ...rest] = step.launched?.bare ?? [];
  const isRunner = (word: string): boolean => RUNS_TASKS.test(word) && (word.includes("/") || SCRIPT_FILE.test(word));
  const words = isRunner(program) ? rest : rest.slice(1);
  const script = isRunner(program) ? program : (rest[0] ?? "");
  const task = words.find((word) => !word.startsWith("-"));
  return isRunner(script) && task !== undefined && CHECKING_TASK.test(task) ? task : undefined;
}

/** Name of a script without its folder and ending: `check-docs` of `python scripts/check_docs.py`. */
export function scriptName(step: Step): string {
  const [program = "", ...rest] = withoutNodeOptions(step.launched?.bare ?? []);
  const ofGo = program === "go" && rest[0] === "run" ? rest.slice(1).find((word) => !word.startsWith("-")) : undefined;
  if (ofGo !== undefined) return asName(ofGo.replace(/(?:\/main)?\.go$|@.*$|\/\.\.\.$/, "").replace(/\/v\d+$/, ""));
  const words =
    /^(?:python|node|bash|sh|tsx|ts-node|esno|jiti|npm|pnpm|yarn|bun|make|invoke|npm-run-all|run-s|run-p|turbo|nx|lerna)$/.test(
      program,
    ) || SCRIPT_FILE.test(rest.find((word) => !word.startsWith("-")) ?? "")
      ? rest.filter((word) => !word.startsWith("-") && word !== "run")
      : [program];
  const told = taskOf(step) ?? moduleOf(step);
  return told !== undefined ? asName(told) : asName((words[0] ?? program).replace(/\.[a-z]+$/, ""));
}

/** The last part of a path, as ids are written. */
function asName(path: string): string {
  const name = path
    .replace(/^.*\//, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return name === "" ? "script" : name;
}

/** @returns true for a command of a script that is called a build, whatever its program is called */
export function isOfBuild({ entry: { system, name } }: Step): boolean {
  return system === "scripts" && /^(?:build|compile|bundle)(?:[-_:]|$)/.test(name);
}

/** Names that mean a kind of gate that everybody knows. */
const SCRIPT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:run-?)?(?:unit-?)?tests?(?:-all)?$|^unit$|^pytest$/, "tests"],
  [/^(?:run-?)?lint(?:er|ers|ing|s)?$/, "lint"],
  [/^(?:type-?check|types|typing|mypy)$/, "types"],
  [/^(?:format-check|check-format|fmt-check|check-style|style)$/, "format"],
];

/** @returns the kind of gate that a name means; else the name */
export function kindOfName(name: string): string {
  return SCRIPT_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

const TEST_FILE = /(?:^|\/)(?:tests?|__tests__|specs?)\/|[.-](?:test|spec)\.[cm]?[jt]sx?$/;

/**
 * @param step a command that no table knows
 * @returns the kind of gate that its name means, or that the folder of its file means; else its name
 */
export function kindOfScript(step: Step): string {
  const [, ...rest] = step.launched?.bare ?? [];
  const file = rest.find((word) => SCRIPT_FILE.test(word));
  if (file !== undefined && TEST_FILE.test(file)) return "tests";
  const last = moduleOf(step)?.replace(/^.*\./, "") ?? "";
  return kindOfName(last) === last ? kindOfName(scriptName(step)) : kindOfName(last);
}

/** `scripts/update_readme.py --check`: it asks whether there is anything to do. In `node --check a.js` it is Node's word. */
function asksWhether({ launched }: Step): boolean {
  const { bare = [] } = launched ?? {};
  const script = bare.findIndex((word) => SCRIPT_FILE.test(word));
  return script !== -1 && bare.slice(script + 1).some((word) => /^--(?:check|check-only|verify)$/.test(word));
}

/**
 * @param step a command that no table knows
 * @param run where it stands
 * @returns true when the name of a script, or of what it stands in, says that it checks
 */
export function isCheckingScript(step: Step, run: Run): boolean {
  const name = scriptName(step).replaceAll("-", " ");
  if (asksWhether(step)) return true;
  if (isAboutMaking(name) || saysMaking(step.command.title ?? "")) return false;
  if (isAboutChecking(name)) return true;
  const { name: caller, system } = step.entry;
  const called = system === "shell" ? caller.replace(/^.*\//, "") : caller;
  return step.entry !== run.root && isAboutChecking(called);
}

/**
 * @param step a command that no table knows, and whose own name says nothing
 * @returns true when the step of the workflow is called a check: what it does is likely one, and only likely
 */
export function isCalledCheck({ command }: Step): boolean {
  const title = (command.title ?? "").trim();
  return (
    /^(?:check|verify|validate|lint|test|ensure|assert|run (?:\S+ ){0,3}(?:tests?|checks?|lint\S*)\b)/i.test(title) &&
    !/^check(?:ing)?[ -]?out/i.test(title)
  );
}
