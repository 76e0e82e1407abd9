import { readShell, unwrapLaunchers } from "../../declarations/index.ts";

/** One command of a script that a list of words says whole. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly text: string;
  /** Relative to the repository's root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** True when the script goes on after its failure. */
  readonly mayFail: boolean;
}

/** Output that is also kept in a file changes nothing of what a command judges. */
const TEE = /\s*(?:2>&1\s*)?\|\s*tee\s+(?:-a\s+)?[^\s|;&]+[ \t]*$/gm;

/** What is computed for a file of the job's is set-up, whatever it takes to compute it. */
const APPENDS: readonly string[] = ["echo"];
const APPENDING = /^\s*(?:echo|printf)\s[^\n]*>>\s*"?\$\{?GITHUB_(?:ENV|PATH|OUTPUT|STEP_SUMMARY)\}?"?[ \t]*$/gm;

/** Patterns of files are words here: nothing is run, so nothing is matched against them. */
function patternWords(text: string): readonly string[] | null {
  return /^[\w\s./*@:=+,-]+$/.test(text) ? text.trim().split(/\s+/) : null;
}

/**
 * Takes a script apart where it is nothing but commands one after another.
 *
 * @param script of a `run`
 * @param cwd where it runs, relative to the repository's root
 * @returns its commands; undefined when it needs a shell to be understood (pipes, loops, substitutions, expressions)
 */
export function commandsOf(script: string, cwd: string): readonly SimpleCommand[] | undefined {
  const plain = script.replaceAll(TEE, "").replaceAll(APPENDING, (line) => (line.includes("${{") ? line : "echo"));
  const { commands, faults } = readShell(plain, { cwd });
  if (faults.length > 0) return undefined;
  const simple: SimpleCommand[] = [];
  for (const command of commands) {
    const words = command.appends === undefined ? (command.words ?? patternWords(command.text)) : APPENDS;
    if (words === null) return undefined;
    simple.push({ words, text: command.text, cwd: command.cwd, env: command.env, mayFail: command.mayFail });
  }
  return simple;
}

/**
 * What a command starts in the end: without `uv run …`, `python -m`, `npx` and the like, and `npm test` as `npm run test`.
 *
 * @param words of a command
 */
export function unwrapped(words: readonly string[]): readonly string[] {
  const bare = unwrapLaunchers(words).words;
  const [first = "", second = ""] = bare;
  if (/^(?:npm|pnpm|yarn|bun)$/.test(first) && /^(?:test|t|tst)$/.test(second))
    return [first, "run", "test", ...bare.slice(2)];
  if (/^(?:npm|pnpm)$/.test(first) && second === "run-script") return [first, "run", ...bare.slice(2)];
  return bare;
}
