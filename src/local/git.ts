import { SafeGit } from "../adapters/node/safe-git.ts";
import { TurnpikeError } from "../errors.ts";
import type { Processes } from "../ports/processes.ts";

/** Fetching from a folder is what a local run does; nothing is said, and nothing is tidied up behind its back. */
const OPTIONS = [
  ...["-c", "protocol.file.allow=always"],
  ...["-c", "advice.detachedHead=false"],
  ...["-c", "gc.auto=0"],
  ...["-c", "maintenance.auto=false"],
  ...["-c", "init.defaultRefFormat=files"],
];

const TIMEOUT_MS = 600_000;

/** Runs git in a folder, for what must not fail too. */
export class Git extends SafeGit {
  /**
   * @param processes starts git
   * @param env environment; variables that redirect git are dropped
   */
  constructor(processes: Processes, env: Readonly<Record<string, string | undefined>>) {
    super(processes, env, { timeoutMs: TIMEOUT_MS, options: OPTIONS });
  }

  /**
   * @param cwd where
   * @param args what; without secrets, as they are in the message of a failure
   * @throws TurnpikeError `GIT_FAILED` with what git said
   */
  async must(cwd: string, ...args: readonly string[]): Promise<string> {
    const { end, stdout, stderr } = await this.run(cwd, ...args);
    if (end.kind === "exited" && end.code === 0) return stdout;
    const said = stderr.trim().split("\n").slice(-3).join(" ");
    const why = end.kind === "not-started" ? end.message : said;
    throw new TurnpikeError("GIT_FAILED", "user", `git ${args[0] ?? ""} failed: ${why}`);
  }
}
