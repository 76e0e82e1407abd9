import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LocalServices } from "../services/index.ts";
import { unpack } from "../stand-ins/zip.ts";
import { FolderNames, fileName } from "./step-logs.ts";

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

/** An artifact in the run's folder. */
export interface KeptArtifact {
  /** As the step gave it. */
  readonly name: string;
  /** Relative to the run's folder. */
  readonly path: string;
}

/**
 * Unpacks the artifacts of a run, and puts bundles and events, which people look for, into folders of their own.
 *
 * @param services where the artifacts are
 * @param folder absolute folder of the run
 * @returns the artifacts, in the order in which they were made
 */
export async function keepArtifacts(services: LocalServices, folder: string): Promise<readonly KeptArtifact[]> {
  const kept: KeptArtifact[] = [];
  const folders = new FolderNames();
  for (const artifact of [...services.artifacts.list()].reverse()) {
    const bytes = await services.artifacts.read(artifact.name);
    if (bytes === undefined) continue;
    const path = `artifacts/${folders.nameOf(artifact.name)}`;
    kept.push({ name: artifact.name, path });
    const to = join(folder, path);
    await mkdir(to, { recursive: true });
    if (artifact.mimeType === "application/zip") await unpack(bytes, to);
    else await writeFile(join(to, fileName(artifact.name)), bytes);
  }
  await collect(join(folder, "artifacts"), join(folder, "bundles"), /\.sigstore\.json$/);
  await collect(join(folder, "artifacts"), join(folder, "events"), /^events.*\.ndjson$/);
  for (const { name, text } of services.posted()) await writeFile(join(folder, name), text);
  return kept;
}

async function collect(from: string, to: string, pattern: RegExp): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || !pattern.test(entry.name) || basename(entry.parentPath) === "spool") continue;
    await mkdir(to, { recursive: true });
    await cp(join(entry.parentPath, entry.name), join(to, entry.name));
  }
}
