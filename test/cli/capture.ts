import type { CommandModule } from "../../src/cli/command-module.ts";
import { runProgram } from "../../src/cli/program.ts";

/** What a command wrote and how it ended. */
export interface Captured {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly error: unknown;
}

/**
 * Calls a command in this process, for commands that lean on packages which plain Node does not load from source.
 *
 * @param work the command
 * @returns what it wrote; an error is kept, and the exit code is then 0
 */
export async function captured(work: () => Promise<void>): Promise<Captured> {
  const { stdout, stderr } = process;
  const kept = { out: stdout.write, err: stderr.write, code: process.exitCode };
  const texts = { stdout: "", stderr: "" };
  const keep = (name: "stdout" | "stderr") => (text: string | Uint8Array) => {
    texts[name] += typeof text === "string" ? text : Buffer.from(text).toString();
    return true;
  };
  let error: unknown;
  stdout.write = keep("stdout");
  stderr.write = keep("stderr");
  process.exitCode = undefined;
  try {
    await work();
  } catch (thrown) {
    error = thrown;
  }
  const exitCode = Number(process.exitCode ?? 0);
  process.exitCode = kept.code;
  stdout.write = kept.out;
  stderr.write = kept.err;
  return { ...texts, exitCode, error };
}

/** How a command line ended, as a shell sees it. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function replaceEnv(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
}

const STOPS = ["SIGINT", "SIGTERM"] as const;

/** Takes away the listeners that came since: the process goes on, and its end is not the command's. */
function listenersSince(): () => void {
  const before = STOPS.map((signal) => process.listeners(signal));
  return () => {
    for (const [index, signal] of STOPS.entries()) {
      const added = process.listeners(signal).filter((listener) => before[index]?.includes(listener) !== true);
      for (const listener of added) process.off(signal, listener);
    }
  };
}

/**
 * Runs a command line as the program does, in this process: starting Node for each would take most of the time.
 *
 * @param modules the commands that the program has
 * @param args what stands after `turnpike`
 * @param place the folder that it is typed in, and its whole environment
 * @returns what it wrote, and its exit code
 */
export async function commandLine(
  modules: readonly CommandModule[],
  args: readonly string[],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const forget = listenersSince();
  try {
    process.chdir(place.cwd);
    replaceEnv(place.env);
    const { stdout, stderr, exitCode, error } = await captured(() =>
      runProgram("0.1.0", modules, ["node", "turnpike", ...args]),
    );
    if (error !== undefined) throw error;
    return { status: exitCode, stdout, stderr };
  } finally {
    forget();
    replaceEnv(before.env);
    process.chdir(before.cwd);
  }
}
