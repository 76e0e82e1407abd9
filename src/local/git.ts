import { definedVariables } from "../adapters/node/environment.ts";
import { TurnpikeError } from "../errors.ts";
import type { Processes } from "../ports/processes.ts";

/** Nothing of a repository's runs, and nothing asks a question. */
const SAFE = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "safe.directory=*",
  "-c",
  "protocol.file.allow=always",
  "-c",
  "advice.detachedHead=false",
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
];

const REDIRECTS = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|ALTERNATE_OBJECT_DIRECTORIES)$/;
const TIMEOUT_MS = 600_000;

/** Runs git in a folder. */
export class Git {
  readonly #processes: Processes;
  readonly #env: Readonly<Record<string, string>>;

  /**
   * @param processes starts git
   * @param env environment; variables that redirect git are dropped
   */
  constructor(processes: Processes, env: Readonly<Record<string, string | undefined>>) {
    this.#processes = processes;
    const kept = Object.entries(definedVariables(env)).filter(([name]) => !REDIRECTS.test(name));
    this.#env = {
      ...Object.fromEntries(kept),
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      LC_ALL: "C",
      GIT_DEFAULT_REF_FORMAT: "files",
    };
  }

  /** @returns its output, or undefined when git says no */
  async ask(cwd: string, ...args: string[]): Promise<string | undefined> {
    const { end, stdout } = await this.#run(cwd, args);
    return end.kind === "exited" && end.code === 0 ? stdout : undefined;
  }

  /** @returns the first line of its output, or undefined when git says no or nothing */
  async line(cwd: string, ...args: string[]): Promise<string | undefined> {
    const text = (await this.ask(cwd, ...args))?.trim();
    return text === "" ? undefined : text;
  }

  /**
   * @param cwd where
   * @param args what; without secrets, as they are in the message of a failure
   * @throws TurnpikeError `GIT_FAILED` with what git said
   */
  async must(cwd: string, ...args: string[]): Promise<string> {
    const { end, stdout, stderr } = await this.#run(cwd, args);
    if (end.kind === "exited" && end.code === 0) return stdout;
    const said = stderr.trim().split("\n").slice(-3).join(" ");
    const why = end.kind === "not-started" ? end.message : said;
    throw new TurnpikeError("GIT_FAILED", "user", `git ${args[0] ?? ""} failed: ${why}`);
  }

  #run(cwd: string, args: readonly string[]) {
    return this.#processes.capture(
      { file: "git", args: [...SAFE, ...args], cwd, env: this.#env },
      { timeoutMs: TIMEOUT_MS, maxBytes: 256 * 1024 * 1024 },
    );
  }
}
