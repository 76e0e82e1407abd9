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
