import { allSkipped } from "./report-sum.ts";
import { toolName } from "./tools.ts";

/** Words by which a tool ends well although it looked at nothing. */
interface IdleSign {
  /** Tools that write it; null: a program that nobody knows. */
  readonly tools: readonly (string | null)[];
  /** The last match counts: what tests print stands before the tool's own sum. */
  readonly pattern: RegExp;
  /** What shows that something was done all the same. */
  readonly unless?: RegExp;
  readonly reason: string | ((match: RegExpMatchArray) => string | undefined);
}

const NO_TESTS = "no tests were collected";

const IDLE: readonly IdleSign[] = [
  {
    tools: ["node-test"],
    pattern: /^(?:ℹ|#) tests (\d+)\n(?:(?:ℹ|#) (?:suites|pass|fail|cancelled|skipped) \d+\n)*/gmu,
    reason: (match) => {
      if (match[1] === "0") return NO_TESTS;
      return new RegExp(`^(?:ℹ|#) skipped ${match[1]}$`, "mu").test(match[0])
        ? allSkipped(Number(match[1]), "test")
        : undefined;
    },
  },
  { tools: ["vitest"], pattern: /^No test files found, exiting with code 0/gm, reason: NO_TESTS },
  {
    tools: ["vitest", "jest"],
    pattern: /^ *Tests:? +(?:(\d+) skipped)?(?:[^\n\d]*\d+ todo)?(?:, (\d+) total| \((\d+)\))$/gm,
    reason: (match) => {
      const total = match[2] ?? match[3];
      if (total === "0") return NO_TESTS;
      return match[1] === total ? allSkipped(Number(total), "test") : undefined;
    },
  },
  { tools: ["jest"], pattern: /^No tests found, exiting with code 0/gm, reason: NO_TESTS },
  {
    tools: ["mocha", null],
    pattern: /^ {2}0 passing \(\d+m?s\)$/gm,
    // Of several runs in one line of a shell one may be empty.
    unless: /^ {2}(?:[1-9]\d* passing|\d+ failing)/m,
    reason: NO_TESTS,
  },
  { tools: ["unittest"], pattern: /^Ran (\d+) tests? in \d/gm, reason: zeroOf(NO_TESTS) },
  {
    tools: ["pytest", "pytest-xdist"],
    pattern: /^=*\s?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s(?: \([\d:]+\))?\s?=*$/gm,
    reason: (match) => {
      const parts = [...(match[1] ?? "").matchAll(/(\d+) ([a-z]+)/g)].map(([, amount, word]) => ({ amount, word }));
      const ran = parts.some(({ word }) => !/^(?:skipped|deselected|warnings?)$/.test(word ?? ""));
      const skipped = parts.find(({ word }) => word === "skipped");
      return ran || skipped === undefined ? undefined : allSkipped(Number(skipped.amount), "test");
    },
  },
  { tools: ["bandit"], pattern: /^\tTotal lines of code: (\d+)$/gm, reason: zeroOf("no lines were looked at") },
  {
    tools: ["pyright"],
    pattern: /^(?:No source files found\.?|File or directory "([^"\n]{1,300})" does not exist\.)$/gm,
    reason: (match) => (match[1] === undefined ? "no files were looked at" : `\`${match[1]}\` does not exist`),
  },
  { tools: ["ruff"], pattern: /^warning: No Python files found under/gm, reason: "no files were looked at" },
  { tools: ["ty"], pattern: /^WARN No python files found under/gm, reason: "no files were looked at" },
  { tools: ["black"], pattern: /^No Python files are present to be formatted/gm, reason: "no files were looked at" },
  { tools: ["biome"], pattern: /^Checked (\d+) files? in /gm, reason: zeroOf("no files were looked at") },
];

/** @returns what a figure of 0 means; another one says nothing */
function zeroOf(reason: string): (match: RegExpMatchArray) => string | undefined {
  return (match) => (match[1] === "0" ? reason : undefined);
}

/**
 * Of a tool that ended well and whose reports, if there are any, do not say what it looked at.
 *
 * @param tool the gate's tool
 * @param log beginning and end of the output, without colours
 * @returns that it looked at nothing, when its own words say so
 */
export function whyNothingDone(tool: string | null, log: string): string | undefined {
  const name = toolName(tool);
  for (const { tools, pattern, unless, reason } of IDLE) {
    if (!tools.includes(name) || unless?.test(log) === true) continue;
    const match = [...log.matchAll(pattern)].at(-1);
    const why = match === undefined ? undefined : typeof reason === "string" ? reason : reason(match);
    if (why !== undefined) return why;
  }
  return undefined;
}
