import { join } from "node:path/posix";
import { mergeRuns, parseRuns, type RunRecord, renderRuns } from "../../../core/gates/index.ts";
import type { PageInput } from "../../../core/summary/index.ts";
import type { Files } from "../../../ports/files.ts";
import type { GatesActionPorts } from "../gate-ports.ts";

/** What runs came to, below the output directory. */
const RUNS_FILE = "history/runs.ndjson";

/**
 * @param outputDirectory absolute path
 * @param files where the history lies
 * @returns earlier runs, the newest last; none when they cannot be read
 */
export async function pastRuns(outputDirectory: string, files: Files): Promise<readonly RunRecord[]> {
  return parseRuns(await files.readText(join(outputDirectory, RUNS_FILE)).catch(() => undefined));
}

/**
 * Keeps what the run came to for later pages, with the rest of the history. A fault is silent: it decides nothing.
 *
 * @param outputDirectory absolute path
 * @param page what the page is made from
 * @param ports the world
 */
export async function rememberRun(
  outputDirectory: string,
  page: PageInput,
  { files, context, history }: Pick<GatesActionPorts, "files" | "context" | "history">,
): Promise<void> {
  try {
    const { recordedRunOf, recordOf } = await import("../../../core/summary/index.ts");
    const record = recordOf(page, recordedRunOf(context));
    if (record !== undefined) {
      await files.write(join(outputDirectory, RUNS_FILE), renderRuns(mergeRuns(page.past ?? [], [record])));
    }
  } catch {
    // See above.
  }
  await history?.keep();
}
