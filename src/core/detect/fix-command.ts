import { fromRoot } from "../../contract/index.ts";
import { unwrapLaunchers } from "../declarations/index.ts";
import type { Gate } from "../gates/index.ts";
import { fixWords } from "./fix-words.ts";

/** More than one command, or what a shell puts in: the words would not be all that runs. */
const COMPOSED = /[;&|<>`\n\\$]/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Words with their quotes, so that the rest of the line stays as it was written. */
function rawWords(line: string): readonly string[] {
  return line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
}

/** The same line with the tool called to mend. */
function fixedLine(line: string): string | undefined {
  const [folder = ""] = /^cd \S+ && /.exec(line) ?? [];
  const rest = line.slice(folder.length);
  if (COMPOSED.test(rest)) return undefined;
  const words = rawWords(rest);
  const program = words.findIndex((word) => !ASSIGNMENT.test(word));
  if (program === -1) return undefined;
  const own = unwrapLaunchers(words.slice(program)).words.length;
  const fixed = fixWords(words.slice(words.length - own));
  return fixed === undefined ? undefined : folder + [...words.slice(0, words.length - own), ...fixed].join(" ");
}

/** How each manager starts a program of the packages. */
const STARTERS: Readonly<Record<string, string>> = { npm: "npx", pnpm: "pnpm exec", yarn: "yarn", bun: "bunx" };

/** What runs a script of package.json: `npm` of `npm run lint`. */
function managerOf({ reproduce, cwd }: Pick<Gate, "reproduce" | "cwd">): string | undefined {
  const prefix = fromRoot(cwd, "");
  const line = reproduce.startsWith(prefix) ? reproduce.slice(prefix.length) : reproduce;
  return /^(npm|pnpm|yarn|bun) (?:run |test$)/.exec(line)?.[1];
}

/** The tool as what calls it starts it, else by itself. */
function calledLine({ shows, chain, reproduce, cwd }: FixedGate): string | undefined {
  if (shows === undefined) return undefined;
  const manager = managerOf({ reproduce, cwd });
  if (manager !== undefined) return fixedLine(`${STARTERS[manager]} ${shows}`);
  const written = chain?.at(-1)?.text.trim() ?? "";
  return fixedLine(written.endsWith(` ${shows}`) ? written : shows);
}

/** What is read of a gate. */
export type FixedGate = Pick<Gate, "reproduce" | "cwd" | "tool" | "shows" | "chain">;

const HOOK = /^(?:cd \S+ && )?pre-commit run \S/;

/**
 * The command that mends what a gate finds, for tools that can: `ruff format .` for `ruff format --check .`. It is made from
 * the gate's own command, so it looks at the same files with the same settings, and pastes where `reproduce` does.
 *
 * @param gate any gate
 * @returns null where nothing is known for sure
 */
export function fixCommand(gate: FixedGate): string | null {
  const { reproduce, cwd, tool, shows } = gate;
  // A hook is handed its files by pre-commit alone, and one that rewrites them does so when it is run to see it again.
  if (HOOK.test(reproduce)) return null;
  const direct = fixedLine(reproduce);
  if (direct !== undefined) return direct;
  const called = calledLine(gate);
  if (called !== undefined) return fromRoot(cwd, called);
  // What the script says is not known here, but it is one plain call of eslint.
  return shows === undefined && tool === "eslint" && managerOf(gate) === "npm" ? `${reproduce} -- --fix` : null;
}
