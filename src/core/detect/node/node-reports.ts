import type { ReportFormat } from "../../gates/index.ts";
import { type ExitCodes, ZERO_ONE } from "../draft.ts";

/** What is known of the one tool that a script starts. */
export interface ScriptTool {
  readonly tool: string;
  readonly exitCodes: ExitCodes | null;
  /** Arguments that make it write a report, appended after `--`; absent when the script chooses its own output. */
  readonly report?: {
    readonly format: ReportFormat;
    readonly extension: string;
    readonly args: (path: string) => readonly string[];
  };
}

/** More than one command, or anything that a shell does with it: arguments at the end would reach the last one only. */
const COMPOSED = /[;&|<>`$(){}\n]/;

interface Known {
  readonly pattern: RegExp;
  readonly tool: string;
  readonly exitCodes: ExitCodes | null;
  /** The script sets its own output when this matches. */
  readonly ownOutput?: RegExp;
  readonly report?: NonNullable<ScriptTool["report"]>;
}

const KNOWN: readonly Known[] = [
  {
    pattern: /^vitest(?:\s+(?:run|--run))?(?:\s|$)/,
    tool: "vitest",
    exitCodes: ZERO_ONE,
    ownOutput: /--reporter|--outputFile|\bbench\b|\btypecheck\b/,
    report: {
      format: "junit",
      extension: "xml",
      args: (path) => ["--reporter=default", "--reporter=junit", `--outputFile.junit=${path}`],
    },
  },
  {
    pattern: /^eslint(?:\s|$)/,
    tool: "eslint",
    exitCodes: ZERO_ONE,
    ownOutput: /(?:^|\s)(?:-f|--format|-o|--output-file)(?:\s|=)/,
    report: { format: "eslint-json", extension: "json", args: (path) => ["-f", "json", "-o", path] },
  },
  // TypeScript 5 reports findings as 2 and its own trouble as 1, TypeScript 7 both as 1.
  { pattern: /^(?:vue-)?tsc(?:\s|$)/, tool: "tsc", exitCodes: { clean: [0], findings: [1, 2] } },
  { pattern: /^prettier(?:\s|$)/, tool: "prettier", exitCodes: ZERO_ONE },
  { pattern: /^biome(?:\s|$)/, tool: "biome", exitCodes: ZERO_ONE },
  { pattern: /^jest(?:\s|$)/, tool: "jest", exitCodes: ZERO_ONE },
  { pattern: /^ava(?:\s|$)/, tool: "ava", exitCodes: ZERO_ONE },
  { pattern: /^xo(?:\s|$)/, tool: "xo", exitCodes: ZERO_ONE },
  { pattern: /^mocha(?:\s|$)/, tool: "mocha", exitCodes: null },
  { pattern: /^node\s+(?:.*\s)?--test(?:\s|$)/, tool: "node --test", exitCodes: ZERO_ONE },
];

/**
 * @param text the command of a package.json script
 * @returns the tool that it starts, when it starts exactly one that is known
 */
export function toolOfScript(text: string): ScriptTool | undefined {
  const bare = text.trim().replace(/^(?:cross-env\s+)?(?:[A-Z_][A-Z0-9_]*=\S*\s+)+/, "");
  if (COMPOSED.test(bare)) return undefined;
  const known = KNOWN.find(({ pattern }) => pattern.test(bare));
  if (known === undefined) return undefined;
  const { tool, exitCodes, ownOutput, report } = known;
  const canReport = report !== undefined && ownOutput?.test(bare) !== true;
  return { tool, exitCodes, ...(canReport ? { report } : {}) };
}
