import type { EnvironmentNeed } from "../gates/index.ts";
import { type ExitCodes, WAITING_CPU, ZERO_ONE } from "./draft.ts";

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

interface Tool {
  readonly words: readonly string[];
  readonly exitCodes: ExitCodes;
  readonly network?: boolean;
  readonly cpu?: number;
}

/** Exit codes as the tools' own documentation and runs give them; all other codes are the tool's own trouble. */
const TOOLS: readonly Tool[] = [
  { words: ["uv", "lock"], exitCodes: ZERO_ONE },
  { words: ["uv", "audit"], exitCodes: ZERO_ONE, network: true },
  { words: ["npm", "audit"], exitCodes: ZERO_ONE, network: true },
  { words: ["npm", "ci"], exitCodes: ZERO_ONE },
  { words: ["pip-audit"], exitCodes: ZERO_ONE, network: true },
  { words: ["ruff", "check"], exitCodes: ZERO_ONE },
  { words: ["ruff", "format"], exitCodes: ZERO_ONE },
  { words: ["mypy"], exitCodes: ZERO_ONE },
  { words: ["pyright"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["basedpyright"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["ty", "check"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["pytest"], exitCodes: ZERO_ONE },
  { words: ["unittest"], exitCodes: ZERO_ONE },
  { words: ["node", "--test"], exitCodes: ZERO_ONE },
  { words: ["black"], exitCodes: ZERO_ONE },
  { words: ["bandit"], exitCodes: ZERO_ONE },
  { words: ["deptry"], exitCodes: ZERO_ONE },
  { words: ["detect-secrets", "scan"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["detect-secrets-hook"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["gitleaks"], exitCodes: ZERO_ONE, cpu: 2 },
  { words: ["actionlint"], exitCodes: ZERO_ONE },
  { words: ["zizmor"], exitCodes: { clean: [0], findings: [11, 12, 13, 14] } },
  { words: ["eslint"], exitCodes: ZERO_ONE },
  { words: ["tsc"], exitCodes: { clean: [0], findings: [1, 2] } },
  { words: ["vitest"], exitCodes: ZERO_ONE },
  { words: ["jest"], exitCodes: ZERO_ONE },
  { words: ["prettier"], exitCodes: ZERO_ONE },
  { words: ["biome"], exitCodes: ZERO_ONE },
];

const UNKNOWN: KnownCommand = { tool: null, words: [], exitCodes: null, needs: null, network: false, cpu: 1 };

/** Options of `uv run` that take the next word as their value (docs.astral.sh/uv/reference/cli, "uv run"). */
const UV_VALUE_OPTIONS =
  /^(?:--(?:group|extra|no-group|only-group|no-extra|with|with-editable|with-requirements|package|python|env-file|index|default-index|directory|project|resolution|config-file|cache-dir|python-platform|color|link-mode|index-url|extra-index-url|find-links|refresh-package|upgrade-package|no-build-package|no-binary-package|config-setting|exclude-newer|keyring-provider|index-strategy|prerelease|module)|-[pmiCPf])$/;

/** Words of a command line, quotes taken off; enough to see which program it starts. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}

/** True when the line is one simple command, so that its exit code is the tool's. */
function isSimple(line: string): boolean {
  return !/[;&|<>`\n]|\$\(/.test(line.trim());
}

interface Unwrapped {
  readonly words: readonly string[];
  readonly needs: KnownCommand["needs"];
}

/** Takes off `uv run …`: what it starts, and the groups and extras that it asks for. */
function unwrapUvRun(words: readonly string[]): Unwrapped {
  const groups: string[] = [];
  const extras: string[] = [];
  let index = 2;
  for (; index < words.length && words[index]?.startsWith("-") === true && words[index] !== "--"; index += 1) {
    const word = words[index] ?? "";
    const [option = "", attached] = word.split("=", 2);
    if (word === "-m" || word === "--module") break;
    const value = attached ?? words[index + 1];
    if (option === "--group" && value !== undefined) groups.push(value);
    if (option === "--extra" && value !== undefined) extras.push(value);
    if (attached === undefined && UV_VALUE_OPTIONS.test(option)) index += 1;
  }
  if (words[index] === "--") index += 1;
  const rest = words.slice(index);
  const started = rest[0] === "-m" || rest[0] === "--module" ? rest.slice(1) : rest;
  return { words: started, needs: { manager: "uv", groups, extras } };
}

function unwrap(words: readonly string[]): Unwrapped {
  const [first, second] = words;
  const npm = { manager: "npm", groups: [], extras: [] } as const;
  const uv = { manager: "uv", groups: [], extras: [] } as const;
  if (first === "uv" && second === "run") {
    const inner = unwrapUvRun(words);
    const isPython = /^python[\d.]*$/.test(inner.words[0] ?? "") && inner.words[1] === "-m";
    return isPython ? { ...inner, words: inner.words.slice(2) } : inner;
  }
  if (first === "uv" || first === "uvx") return { words: first === "uvx" ? words.slice(1) : words, needs: uv };
  if (first !== undefined && second === "run" && /^(?:poetry|pdm|pipenv|rye)$/.test(first)) {
    return { ...unwrap(words.slice(2)), needs: null };
  }
  if (first === "pnpm" && second === "exec") return { words: words.slice(2), needs: null };
  if (first === "npx")
    return { words: words.slice(1).filter((word) => !/^(?:--no-install|--no|--yes|-y)$/.test(word)), needs: npm };
  if (first === "npm") return { words, needs: second === "audit" || second === "ci" ? null : npm };
  if (/^python[\d.]*$/.test(first ?? "") && second === "-m") return { words: words.slice(2), needs: null };
  return { words, needs: null };
}

/** A program that is called by its path is known by its name: `node_modules/.bin/vitest`, `.venv/bin/pytest`. */
function named({ words: [program = "", ...rest], needs }: Unwrapped): Unwrapped {
  const isTool = /(?:^|\/)bin\/|^(?:.*\/)?\.bin\//.test(program);
  const words = [isTool ? (program.split("/").at(-1) ?? program) : program, ...rest];
  const isModule = isTool && /^python[\d.]*$/.test(words[0] ?? "") && words[1] === "-m";
  return { words: isModule ? words.slice(2) : words, needs };
}

/**
 * Recognises the tool that a person's command starts, so that its exit codes can be told apart and its packages are
 * installed. The command itself is not changed here.
 *
 * @param run a shell line or a list of words
 */
export function knowCommand(run: string | readonly string[]): KnownCommand {
  const line = typeof run === "string" ? run.trim() : "";
  const words = typeof run === "string" ? wordsOf(line) : run;
  const start = words.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
  const bare = start === -1 ? [] : words.slice(start);
  const unwrapped = named(unwrap(bare));
  const { needs } = unwrapped;
  if (typeof run === "string" && !isSimple(line)) return { ...UNKNOWN, needs };
  const tool = TOOLS.find(({ words: wanted }) => wanted.every((word, index) => unwrapped.words[index] === word));
  if (tool === undefined) return { ...UNKNOWN, words: unwrapped.words, needs };
  return {
    tool: /^(?:uv|npm|node)$/.test(tool.words[0] ?? "") ? tool.words.join(" ") : (tool.words[0] ?? null),
    words: unwrapped.words,
    exitCodes: tool.exitCodes,
    needs,
    network: tool.network === true,
    cpu: tool.cpu ?? (tool.network === true ? WAITING_CPU : 1),
  };
}
