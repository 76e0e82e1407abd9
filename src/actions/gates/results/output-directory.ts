import { join } from "node:path/posix";
import type { Files } from "../../../ports/files.ts";
import { ignoreOwnFolder } from "../../own-folder.ts";

/** What a run of the gates writes into the output directory. */
const RESULT_NAMES = [
  "verdict.json",
  "details.json",
  "observations.ndjson",
  "report.json",
  "logs",
  "reports",
  "shares",
] as const;

/**
 * Takes the results of an earlier run away, because gates that look at every file would look at them too.
 *
 * @param files the files
 * @param root absolute path of the repository
 * @param outputDirectory absolute path of where results go
 * @throws TurnpikeError `FILE_UNWRITABLE`
 */
export async function clearOutput(files: Files, root: string, outputDirectory: string): Promise<void> {
  await Promise.all([
    ...RESULT_NAMES.map((name) => files.remove(join(outputDirectory, name))),
    ignoreOwnFolder(files, root, outputDirectory),
  ]);
}
