import { statSync } from "node:fs";
import { join } from "node:path";
import type { CapturedResult, Processes } from "../../ports/processes.ts";

/** Nothing of the repository's runs: hooks and the file-system monitor are programs that its configuration may name. */
export const SAFE_OPTIONS: readonly string[] = [
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "safe.directory=*"],
];

/**
 * Variables that send git to another repository, make new ones of another kind, or read our paths in another way (git,
 * "Environment Variables").
 */
const REDIRECTS =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|DEFAULT_\w+|\w+_PATHSPECS)$/;

/**
 * @param env an environment
 * @returns the same for git: it finds its repository by the folder it is in, asks nothing, speaks English, and `git status`
 *   does not write the index back
 */
export function safeEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !REDIRECTS.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}

/**
 * @param text what a command with `-z` printed; undefined when it had no answer
 * @returns its parts, each ended by NUL
 */
export function partsOf(text: string | undefined): readonly string[] {
  return (text ?? "").split("\0").filter((part) => part !== "");
}

/** git opens these whatever they are, and waits for ever at a named pipe. */
const READ_BY_GIT = [".gitignore", ".gitattributes"];

/**
 * @param root absolute folder
 * @returns the file at which git would wait when it looks at what is not tracked there; undefined for none
 */
export function stopsGit(root: string): string | undefined {
  return READ_BY_GIT.find((name) => {
    try {
      // At once: git is asked while a program loads, and would else begin only when that is done.
      const info = statSync(join(root, name), { throwIfNoEntry: false });
      return info !== undefined && !info.isFile() && !info.isDirectory();
    } catch {
      return false;
    }
  });
}

/** Looks at what is not tracked, and so reads what to ignore. */
const LOOKS_AROUND = /^(?:--exclude-standard|status)$/;

/** How git is run. */
export interface SafeGitOptions {
  readonly timeoutMs: number;
  /** Further options that stand before the command. */
  readonly options?: readonly string[];
}

/** Bytes of the longest answer that is read. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Runs git in a folder, without running anything of the repository's. */
export class SafeGit {
  readonly #processes: Processes;
  readonly #env: Readonly<Record<string, string>>;
  readonly #timeoutMs: number;
  readonly #options: readonly string[];

  /**
   * @param processes starts git
   * @param env the environment; variables that would redirect git are dropped
   * @param options how it is run
   */
  constructor(
    processes: Processes,
    env: Readonly<Record<string, string | undefined>>,
    { timeoutMs, options = [] }: SafeGitOptions,
  ) {
    this.#processes = processes;
    this.#env = safeEnvironment(env);
    this.#timeoutMs = timeoutMs;
    this.#options = [...SAFE_OPTIONS, ...options];
  }

  /** @returns how it ended, and what it said */
  run(cwd: string, ...args: readonly string[]): Promise<CapturedResult> {
    const stop = args.some((one) => LOOKS_AROUND.test(one)) ? stopsGit(cwd) : undefined;
    if (stop !== undefined) {
      const end = { kind: "not-started", reason: "other", message: `${stop} is no regular file` } as const;
      return Promise.resolve({ end, durationMs: 0, stdout: "", stderr: "" });
    }
    return this.#processes.capture(
      { file: "git", args: [...this.#options, ...args], cwd, env: this.#env },
      { timeoutMs: this.#timeoutMs, maxBytes: MAX_BYTES },
    );
  }

  /** @returns its output; undefined when git says no */
  async ask(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
    const { end, stdout } = await this.run(cwd, ...args);
    return end.kind === "exited" && end.code === 0 ? stdout : undefined;
  }

  /** @returns its output without the white space around it; undefined when git says no or nothing */
  async line(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
    const text = (await this.ask(cwd, ...args))?.trim();
    return text === "" ? undefined : text;
  }
}
