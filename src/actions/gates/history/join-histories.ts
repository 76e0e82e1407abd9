import { dirname, join } from "node:path/posix";
import { mergeObservations, parseObservations, renderObservations } from "../../../core/flaky/index.ts";
import { parseHistory, renderHistory } from "../../../core/gates/index.ts";
import type { Files } from "../../../ports/files.ts";
import { OBSERVATIONS_FILE } from "./history.ts";

/**
 * Takes over what the runners of a fan-out remembered.
 *
 * @param folders absolute folder of each runner's results
 * @param historyFile absolute path of the file of durations of the whole
 * @param files where all of it lies
 */
export async function joinHistories(folders: readonly string[], historyFile: string, files: Files): Promise<void> {
  try {
    const read = async (path: string) => files.readText(path).catch(() => undefined);
    const observationsFile = join(dirname(historyFile), OBSERVATIONS_FILE);
    const durations = new Map(parseHistory(await read(historyFile)));
    let observations = parseObservations(await read(observationsFile));
    for (const folder of folders) {
      const fresh = parseObservations(await read(join(folder, OBSERVATIONS_FILE)));
      observations = mergeObservations(observations, fresh);
      for (const [id, entry] of parseHistory(await read(join(folder, "history/durations.json")))) {
        // Each runner started from the same history, so the one that ran the gate knows of a run more.
        if (entry.runs > (durations.get(id)?.runs ?? 0)) durations.set(id, entry);
      }
    }
    await files.write(historyFile, renderHistory(durations));
    if (observations.length > 0) await files.write(observationsFile, renderObservations(observations));
  } catch {
    // Without it the next run starts in another order and knows less of its tests, and that is all.
  }
}
