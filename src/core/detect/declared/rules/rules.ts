import { WAITING_CPU, ZERO_ONE } from "../../draft.ts";
import type { CheckingTool, Ecosystem, Use } from "./use.ts";

/** One line of the tables: a program, how it is called, and what that is for. */
export interface ToolRule {
  readonly program: RegExp;
  /** First word after the program that is no option. */
  readonly sub?: RegExp;
  /** One of the words must match. */
  readonly needs?: RegExp;
  /** None of the words may match. */
  readonly unless?: RegExp;
  readonly use: Use;
  /** The command that only checks, for one that rewrites files. */
  readonly check?: (words: readonly string[]) => readonly string[];
}

type When = Omit<ToolRule, "program" | "use">;

/** What a row of a table says beyond the defaults; the tool is called as its program is, unless it says otherwise. */
export type ToolFacts = Partial<Omit<CheckingTool, "kind" | "ecosystem">>;

const word = (name: string | RegExp): RegExp => (typeof name === "string" ? new RegExp(`^(?:${name})$`) : name);

/** Tiers that kinds of gates have: reading sources is fast. */
const FAST = new Set(["lock", "format", "lint", "spelling", "workflows", "secrets", "docs-lint", "packaging"]);

/**
 * @param ecosystem whose packages the tool runs on
 * @returns a function that makes rows for tools which exit with 0 when clean and 1 with findings; in a row of several
 *   programs the tool's name is empty, and `classify` puts in that of the program
 */
export function gatesOf(ecosystem: Ecosystem) {
  return (kind: string, program: string | RegExp, when: When = {}, facts: ToolFacts = {}): ToolRule => {
    const { tool, exitCodes, tier, network, ...more } = facts;
    const name = tool ?? (typeof program === "string" ? program : "");
    return {
      program: word(program),
      ...when,
      use: {
        kind: "gate",
        tool: {
          ...{ tool: name, kind, ecosystem },
          tier: tier ?? (FAST.has(kind) ? "fast" : "normal"),
          exitCodes: exitCodes === undefined ? ZERO_ONE : exitCodes,
          ...(network === true ? { network, cpu: WAITING_CPU } : {}),
          ...more,
        },
      },
    };
  };
}

/** @returns a row for what is no gate */
export function row(program: string | RegExp, use: Use, when: When = {}): ToolRule {
  return { program: word(program), use, ...when };
}

/** @returns a row for a command that rewrites files, with the form of it that only checks */
export function fixer(
  program: string | RegExp,
  why: string,
  when: When,
  check?: (words: readonly string[]) => readonly string[],
): ToolRule {
  return { program: word(program), use: { kind: "fixer", why }, ...when, ...(check === undefined ? {} : { check }) };
}

/** @returns a function that takes words away which match */
export const without =
  (pattern: RegExp) =>
  (words: readonly string[]): readonly string[] =>
    words.filter((one) => !pattern.test(one));

/** @returns a function that puts words behind the program and its first subcommand */
export const withWords =
  (after: number, ...more: readonly string[]) =>
  (words: readonly string[]): readonly string[] => [...words.slice(0, after), ...more, ...words.slice(after)];

function matches(rule: ToolRule, words: readonly string[]): boolean {
  const [program = "", ...rest] = words;
  if (!rule.program.test(program)) return false;
  if (rule.sub !== undefined && !rule.sub.test(rest.find((one) => !one.startsWith("-")) ?? "")) return false;
  if (rule.needs !== undefined && !rest.some((one) => rule.needs?.test(one))) return false;
  return rule.unless === undefined || !rest.some((one) => rule.unless?.test(one));
}

/**
 * @param rules a table; the first row that fits counts
 * @param words a command from the tool's name on
 */
export function findRule(rules: readonly ToolRule[], words: readonly string[]): ToolRule | undefined {
  return rules.find((rule) => matches(rule, words));
}
