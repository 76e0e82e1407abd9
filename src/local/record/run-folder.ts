import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalServices } from "../services/index.ts";
import { unpack } from "../stand-ins/zip.ts";
import { fileName } from "./recorder.ts";
import type { RunRecord } from "./run-record.ts";

/**
 * Makes `.turnpike/run/` anew. `.turnpike/.gitignore` keeps all of `.turnpike/` out of commits.
 *
 * @param top absolute top level of the repository
 * @returns absolute folder of the run
 */
export async function makeRunFolder(top: string): Promise<string> {
  const home = join(top, ".turnpike");
  const folder = join(home, "run");
  await mkdir(home, { recursive: true });
  await writeFile(join(home, ".gitignore"), "*\n");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Unpacks the artifacts of a run, and puts bundles and events, which people look for, into folders of their own.
 *
 * @param services where the artifacts are
 * @param folder absolute folder of the run
 * @returns names of the artifacts
 */
export async function keepArtifacts(services: LocalServices, folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const artifact of [...services.artifacts.list()].reverse()) {
    const bytes = await services.artifacts.read(artifact.name);
    if (bytes === undefined) continue;
    names.push(artifact.name);
    const to = join(folder, "artifacts", fileName(artifact.name));
    await mkdir(to, { recursive: true });
    if (artifact.mimeType === "application/zip") await unpack(bytes, to);
    else await writeFile(join(to, fileName(artifact.name)), bytes);
  }
  await collect(join(folder, "artifacts"), join(folder, "bundles"), /\.sigstore\.json$/);
  await collect(join(folder, "artifacts"), join(folder, "events"), /\.ndjson$/);
  return names;
}

async function collect(from: string, to: string, pattern: RegExp): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || !pattern.test(entry.name)) continue;
    await mkdir(to, { recursive: true });
    await cp(join(entry.parentPath, entry.name), join(to, entry.name));
  }
}

/** Writes `run.json`. */
export async function writeRecord(folder: string, record: RunRecord): Promise<void> {
  await writeFile(join(folder, "run.json"), `${JSON.stringify(record, undefined, 2)}\n`);
}
