import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SAFE_OPTIONS, safeEnvironment } from "../safe-git.ts";

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Asks git. Paths are bytes, which need not be UTF-8: they come as Latin-1, one character a byte.
 *
 * @param cwd absolute folder
 * @param args the command
 * @returns what it printed; undefined when it had no answer
 */
export async function askGit(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", [...SAFE_OPTIONS, ...args], {
      cwd,
      env: safeEnvironment(process.env),
      timeout: TIMEOUT_MS,
      maxBuffer: MAX_BYTES,
      encoding: "latin1",
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/**
 * @param text Latin-1, one character a byte
 * @returns the same bytes read as UTF-8
 */
export function asText(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}
