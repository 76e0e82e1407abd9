import { join } from "node:path";
import { countOf, formatBytes } from "../../core/summary/index.ts";
import { formatError } from "../../errors.ts";
import type { Artifacts } from "../../ports/artifacts.ts";
import type { Files } from "../../ports/files.ts";
import type { Log } from "../../ports/log.ts";

/** What is to be kept. */
export interface Keeping {
  /** Name of the artifact; undefined: nothing is kept. */
  readonly name: string | undefined;
  /** The folder whose files are kept; relative to the root of `files`. */
  readonly folder: string;
}

/** What keeping needs of the world. */
export interface KeepingPorts {
  readonly artifacts: Artifacts;
  readonly files: Files;
  readonly log: Log;
}

/**
 * Keeps what a step wrote as an artifact of the run. A result stands whether or not it could be kept, so a fault is a warning.
 *
 * @param ports artifacts, files and log
 * @param keeping name and folder
 */
export async function keepArtifact({ artifacts, files, log }: KeepingPorts, keeping: Keeping): Promise<void> {
  const { name, folder } = keeping;
  if (name === undefined) return;
  const root = files.absolute(folder);
  const entries = (await files.list(root)).filter((entry) => entry.kind === "file");
  if (entries.length === 0) return log.info(`Nothing was written, so there is no artifact ${JSON.stringify(name)}.`);
  if (!artifacts.isAvailable()) return log.warning(`There is no artifact service here; ${folder} stays where it is.`);
  try {
    const paths = entries.map((entry) => join(root, entry.path));
    const stored = await artifacts.upload(name, paths, root);
    log.info(`Kept ${countOf(entries.length, "file")} as the artifact ${name}, ${formatBytes(stored.size)}.`);
  } catch (error) {
    log.warning(formatError(error));
  }
}
