import { type EnvironmentNeed, toolFacts } from "../../gates/index.ts";
import { type Launched, unwrap } from "../declared/launchers.ts";
import { classify, classifyIn } from "../declared/rules/classify.ts";
import { roughWords } from "../declared/rules/rough-words.ts";
import type { CheckingTool } from "../declared/rules/use.ts";
import type { ExitCodes } from "../draft.ts";

/** What is known of a command that a person wrote. */
export interface KnownCommand {
  readonly tool: string | null;
  /** Words of the tool itself, without what starts it; empty where a shell does more than to start one. */
  readonly words: readonly string[];
  readonly exitCodes: ExitCodes | null;
  /** Package manager whose environment the command runs in, with the groups and extras that it names. */
  readonly needs: Pick<EnvironmentNeed, "manager" | "groups" | "extras"> | null;
  /** True when the command asks a service on the network. */
  readonly network: boolean;
  /** Cores that the tool keeps busy. */
  readonly cpu: number;
}

const UNKNOWN: KnownCommand = { tool: null, words: [], exitCodes: null, needs: null, network: false, cpu: 1 };

/** True when the line is one simple command, so that its exit code is the tool's. */
function isSimple(line: string): boolean {
  return !/[;&|<>`\n]|\$\(/.test(line.trim());
}

/** Whose environment a command asks for: by what starts it, or because it is a command of the manager itself. */
function needsOf({ launchers, bare: [program, sub = ""] }: Launched): KnownCommand["needs"] {
  const launcher = launchers.at(-1);
  const name = launcher?.name ?? program ?? "";
  const named = { groups: launcher?.groups ?? [], extras: launcher?.extras ?? [] };
  if (/^uvx?(?: run)?$/.test(name)) return { manager: "uv", ...named };
  if (/^(?:npx|npm (?:exec|x))$/.test(name)) return { manager: "npm", ...named };
  return name === "npm" && !/^(?:audit|ci)$/.test(sub) ? { manager: "npm", ...named } : null;
}

/** What a person makes a gate of is meant to check: a compiler checks types, a fixer is known by its form that only checks. */
function checkingTool(words: readonly string[]): CheckingTool | undefined {
  const { use, check } = classifyIn(words, "check");
  const asGate = use.kind === "fixer" && check !== undefined ? classify(check(words)).use : use;
  return asGate.kind === "gate" && asGate.tool.isUnknown !== true ? asGate.tool : undefined;
}

/** A checking tool that does other work has its own exit codes all the same: `detect-secrets scan`. */
function toolAtOtherWork([program = "", sub = ""]: readonly string[]): string | null {
  const isStarter = program === "uv" || program === "node";
  const names = [`${program} ${sub}`, ...(isStarter ? [] : [program])];
  return names.find((name) => toolFacts(name) !== undefined) ?? null;
}

/**
 * Recognises the tool that a person's command starts, so that its exit codes can be told apart and its packages are
 * installed; the tables are those by which the repository's own commands are read. The command itself is not changed here.
 *
 * @param run a shell line or a list of words
 */
export function knowCommand(run: string | readonly string[]): KnownCommand {
  const all = typeof run === "string" ? roughWords(run) : run;
  const start = all.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
  const launched = unwrap(start === -1 ? [] : all.slice(start), ".");
  const needs = needsOf(launched);
  if (typeof run === "string" && !isSimple(run)) return { ...UNKNOWN, needs };
  const words = launched.bare;
  const tool = checkingTool(words);
  if (tool === undefined) return { ...UNKNOWN, tool: toolAtOtherWork(words), words, needs };
  const { exitCodes, network = false, cpu = 1 } = tool;
  return { tool: tool.tool === "" ? null : tool.tool, words, exitCodes, needs, network, cpu };
}
