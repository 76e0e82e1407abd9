import { isAboutChecking, isAboutMaking, saysMaking } from "./classify.ts";
import type { Launched } from "./launchers.ts";
import type { Run, Step } from "./resolve.ts";
import type { CheckingTool } from "./use.ts";

/**
 * @param name what it is called
 * @param launched its words
 * @param kind what it checks
 * @returns a tool of which nothing is known but that it runs
 */
export function plainTool(name: string, launched: Launched | null, kind: string): CheckingTool {
  const [program = "", script = ""] = launched?.bare ?? [];
  const ecosystem =
    program === "python" || /\.py$/.test(script) || /^(?:python|pypy)[\d.]*t?$/.test(launched?.own[0] ?? "")
      ? "python"
      : /^(?:node|tsx|ts-node|npm|pnpm|yarn|bun)$/.test(program)
        ? "node"
        : "system";
  return { tool: name, kind, ecosystem, tier: "normal", exitCodes: null, imports: true };
}

/** True for a command that no table knows. */
export const isPlain = ({ kind, tool, exitCodes }: CheckingTool): boolean =>
  exitCodes === null && (kind === "build" || kind === tool || kind === kindOfScript(tool));

/** Name of a script without its folder and ending: `check-docs` of `python scripts/check_docs.py`. */
export function scriptName({ launched }: Step): string {
  const [program = "", ...rest] = launched?.bare ?? [];
  const words =
    /^(?:python|node|bash|sh|tsx|ts-node|npm|pnpm|yarn|bun|make|invoke|npm-run-all|run-s|run-p|turbo|nx|lerna)$/.test(
      program,
    )
      ? rest.filter((word) => !word.startsWith("-") && word !== "run")
      : [program];
  const name = (words[0] ?? program).replace(/^.*\//, "").replace(/\.[a-z]+$/, "");
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "") || "script"
  );
}

/** Names that mean a kind of gate that everybody knows. */
const SCRIPT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:run-?)?(?:unit-?)?tests?(?:-all)?$|^unit$|^pytest$/, "tests"],
  [/^(?:run-?)?lint(?:er|ers|ing|s)?$/, "lint"],
  [/^(?:type-?check|types|typing|mypy)$/, "types"],
  [/^(?:format-check|check-format|fmt-check|check-style|style)$/, "format"],
];

/** @returns the kind of gate that a name means; else the name */
export function kindOfScript(name: string): string {
  return SCRIPT_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/**
 * @param step a command that no table knows
 * @param run where it stands
 * @returns true when the name of a script, or of what it stands in, says that it checks
 */
export function isCheckingScript(step: Step, run: Run): boolean {
  const name = scriptName(step).replaceAll("-", " ");
  if (isAboutMaking(name) || saysMaking(step.command.title ?? "")) return false;
  if (isAboutChecking(name)) return true;
  const innermost = step.entry;
  return innermost !== run.root && isAboutChecking(innermost.name);
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
