import { basename } from "node:path/posix";
import { TurnpikeError } from "../../errors.ts";
import { readPackageLock } from "./formats/npm.ts";
import { readPylock } from "./formats/pylock.ts";
import { readUvLock } from "./formats/uv.ts";
import type { Lock, LockFormatId } from "./lock.ts";
import type { LockText } from "./lock-error.ts";

/** One format: how its files are called and who reads them. */
export interface LockFormat {
  readonly id: LockFormatId;
  /** What people call it. */
  readonly name: string;
  readonly matches: (fileName: string) => boolean;
  /** Makes a broken file whole again. */
  readonly mend: string;
  readonly read: (lock: LockText) => Lock;
}

/** Every format that can be read; a new one is a reader and a row. The first row that matches wins. */
export const LOCK_FORMATS: readonly LockFormat[] = [
  {
    id: "uv",
    name: "uv.lock",
    matches: (name) => name === "uv.lock" || name.endsWith(".py.lock"),
    mend: "uv lock",
    read: readUvLock,
  },
  {
    id: "npm",
    name: "package-lock.json",
    matches: (name) => name === "package-lock.json" || name === "npm-shrinkwrap.json",
    mend: "npm install --package-lock-only",
    read: readPackageLock,
  },
  {
    id: "pylock",
    name: "pylock.toml",
    matches: (name) => /^pylock(\.[^.]+)?\.toml$/.test(name),
    mend: "uv export --format pylock.toml -o pylock.toml",
    read: readPylock,
  },
];

/**
 * @param path of any file
 * @returns the format that its name says, or undefined
 */
export function formatOf(path: string): LockFormat | undefined {
  const name = basename(path.replaceAll("\\", "/"));
  return LOCK_FORMATS.find((format) => format.matches(name));
}

/**
 * @param path shown to people; its last segment says the format
 * @param text the file
 * @returns the lock
 * @throws TurnpikeError `SBOM_LOCK` when the name is of no known format, or the file is not what its name says
 */
export function readLock(path: string, text: string): Lock {
  const format = formatOf(path);
  if (format === undefined) {
    const known = LOCK_FORMATS.map(({ name }) => name).join(", ");
    throw new TurnpikeError("SBOM_LOCK", "config", `${path} is no lock file that I know.`, {
      hint: `Known are ${known}.`,
    });
  }
  return format.read({ path, text, format: format.name, mend: format.mend });
}
