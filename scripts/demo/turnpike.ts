import { spawn } from "node:child_process";
import { join } from "node:path";

/** One call of the command line. */
export interface TurnpikeCall {
  readonly root: string;
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** True: people see it live. */
  readonly inherit: boolean;
}

/** How it ended. */
export interface TurnpikeEnd {
  readonly code: number;
  readonly output: string;
}

/**
 * @param call which command, where
 * @returns exit code and, when it was not shown, what it wrote
 */
export function runTurnpike({ root, cwd, args, env, inherit }: TurnpikeCall): Promise<TurnpikeEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "dist/turnpike.js"), ...args], {
      cwd,
      env,
      stdio: inherit ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
