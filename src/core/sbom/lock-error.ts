import { type Problem, TurnpikeError } from "../../errors.ts";

/** Largest lock that is read, in bytes. The largest seen in public repositories have a few MB. */
export const MAX_LOCK_BYTES = 48 * 1024 * 1024;

/** A file being read, and what its messages need. */
export interface LockText {
  /** Shown to people. */
  readonly path: string;
  readonly text: string;
  /** What the file is called in messages: `uv.lock`. */
  readonly format: string;
  /** What to run when the file is broken: `uv lock`. */
  readonly mend: string;
}

/** Longest foreign text that a message repeats. */
const SHOWN_LENGTH = 80;

/**
 * Foreign text made fit for a message: one line, no control characters, not long.
 *
 * @param text anything from a lock
 * @returns the text to show
 */
export function shown(text: string): string {
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
  return clean.length > SHOWN_LENGTH ? `${clean.slice(0, SHOWN_LENGTH)}…` : clean;
}

/**
 * @param lock the file
 * @param problems what is wrong with it; `where` may be left to this function
 * @returns the error to throw
 */
export function lockError(lock: LockText, problems: readonly Omit<Problem, "where">[]): TurnpikeError {
  return new TurnpikeError("SBOM_LOCK", "config", `${lock.path} could not be read as ${lock.format}.`, {
    problems: problems.map((problem) => ({ where: lock.path, ...problem })),
    hint: `Mend it with \`${lock.mend}\`; nothing was written.`,
  });
}

/**
 * @param text a file
 * @param offset index of a character
 * @returns the 1-based line it stands on
 */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/**
 * Refuses what no parser should see: an empty file, and one with merge conflict markers.
 *
 * @param lock the file
 * @throws TurnpikeError `SBOM_LOCK`
 */
export function checkLockText(lock: LockText): void {
  if (lock.text.trim() === "")
    throw lockError(lock, [{ line: 1, message: "is empty; a lock says at least its version" }]);
  const conflict = /^(?:<{7}|>{7})(?: |$)/m.exec(lock.text);
  if (conflict !== null) {
    const line = lineAt(lock.text, conflict.index);
    throw lockError(lock, [
      { line, message: "has merge conflict markers; take one side, then lock again so that it fits both" },
    ]);
  }
}

/**
 * @param path shown to people
 * @param bytes size of the file
 * @throws TurnpikeError `SBOM_LOCK` when it is larger than {@link MAX_LOCK_BYTES}
 */
export function checkLockSize(path: string, bytes: number): void {
  if (bytes <= MAX_LOCK_BYTES) return;
  const size = (value: number): string => `${Math.ceil(value / (1024 * 1024))} MiB`;
  throw new TurnpikeError("SBOM_LOCK", "config", `${path} is too large to be a lock.`, {
    problems: [{ where: path, message: `has ${size(bytes)}; at most ${size(MAX_LOCK_BYTES)} are read` }],
    hint: "Name the lock files to read, or leave this one out.",
  });
}
