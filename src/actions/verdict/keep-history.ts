import { join } from "node:path/posix";
import type { InputsOf } from "../../contract/index.ts";
import { mergeRuns, renderRuns } from "../../core/gates/index.ts";
import { type PageInput, recordedRunOf, recordOf } from "../../core/summary/index.ts";
import type { verdictContract } from "./contract.ts";
import type { VerdictPorts } from "./ports.ts";

/** What the check job remembered, below its history. */
const HANDED_ON = ["durations.json", "observations.ndjson"] as const;

/**
 * Keeps what the run came to, and what the check job remembered, for later runs. A fault is silent: it decides nothing.
 *
 * @param inputs the action's inputs
 * @param page what the page is made from
 * @param ports the world
 */
export async function keepHistory(
  inputs: Pick<InputsOf<typeof verdictContract>, "directory" | "outputDirectory">,
  page: PageInput,
  { files, context, history }: VerdictPorts,
): Promise<void> {
  const folder = join(inputs.outputDirectory, "history");
  try {
    for (const name of HANDED_ON) {
      const from = join(inputs.directory, "check/history", name);
      if (await files.exists(from)) await files.copy(from, join(folder, name));
    }
    const record = recordOf(page, recordedRunOf(context));
    if (record !== undefined) {
      await files.write(join(folder, "runs.ndjson"), renderRuns(mergeRuns(page.past ?? [], [record])));
    }
  } catch {
    // See above.
  }
  await history?.keep();
}
