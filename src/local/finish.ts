import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keepArtifacts } from "./record/run-folder.ts";
import type { RunRecord } from "./record/run-record.ts";
import { type RecordFacts, toRunRecord } from "./record/to-run-record.ts";
import type { SeenFile, SeenRun } from "./seen-run.ts";
import type { LocalServices } from "./services/index.ts";

/** What a run left in its folder. Paths are relative to that folder. */
export interface RunFiles {
  /** Names as the steps gave them. */
  readonly artifacts: readonly string[];
  readonly artifactFolders: readonly SeenFile[];
  readonly others: readonly SeenFile[];
}

const PAGE = "summary.html";

/** Loads what renders the page. It is large: whoever calls it early has it loaded while jobs run. */
export function loadPage() {
  return import("./view/html/page.ts");
}

async function bytesOf(path: string): Promise<number> {
  return await stat(path).then(
    (info) => info.size,
    () => 0,
  );
}

/**
 * Puts artifacts, bundles and events into the run's folder.
 *
 * @param services where the artifacts are
 * @param folder absolute folder of the run
 */
export async function collectFiles(services: LocalServices, folder: string): Promise<RunFiles> {
  const kept = await keepArtifacts(services, folder);
  const others: SeenFile[] = [];
  for (const [label, name] of [
    ["bundle", "bundles"],
    ["events", "events"],
  ] as const) {
    for (const file of (await readdir(join(folder, name)).catch(() => [])).sort()) {
      const path = `${name}/${file}`;
      others.push({ label, path, bytes: await bytesOf(join(folder, path)) });
    }
  }
  others.push({ label: "logs", path: "logs", bytes: null }, { label: "record", path: "run.json", bytes: null });
  return {
    artifacts: kept.map(({ name }) => name),
    artifactFolders: kept.map(({ name, path }) => ({ label: name, path, bytes: null })),
    others,
  };
}

/** What a terminal lists, relative to the repository's top level. */
export function listedFiles(files: RunFiles): readonly SeenFile[] {
  const page = { label: "page", path: PAGE, bytes: null };
  return [page, ...files.others].map((file) => ({ ...file, path: join(".turnpike", "run", file.path) }));
}

/**
 * Writes `run.json` and the page.
 *
 * @param folder absolute folder of the run
 * @param run what was seen of the run
 * @param of when it began, where its logs are, and the files beside them
 */
export async function writeResults(
  folder: string,
  run: SeenRun,
  of: Pick<RecordFacts, "startedAt" | "logOf"> & { readonly files: RunFiles },
): Promise<RunRecord> {
  const { startedAt, logOf, files } = of;
  const record = toRunRecord(run, { startedAt, logOf, artifacts: files.artifacts });
  await writeFile(join(folder, "run.json"), `${JSON.stringify(record, undefined, 2)}\n`);
  const { renderSummaryHtml } = await loadPage();
  const shown = { ...run, artifacts: files.artifactFolders, files: files.others };
  await writeFile(join(folder, PAGE), renderSummaryHtml(shown, logOf));
  return record;
}
