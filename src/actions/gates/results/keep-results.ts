import { join } from "node:path/posix";
import type { Masker } from "../../../core/gates/index.ts";
import type { FileEntry, Files } from "../../../ports/files.ts";

/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;
const MOST_REPORTS = 1000;
/** Where tests put what they write, `${reports}/tmp` of a gate; thousands of files that nobody asks for later. */
const SCRATCH = /^[^/]+\/tmp\//;

async function holdsSecret(files: Files, path: string, masker: Masker): Promise<boolean> {
  let held = "";
  for await (const piece of files.streamText(path)) {
    const text = held + piece;
    if (masker.mask(text) !== text) return true;
    held = text.slice(-masker.longest);
  }
  return false;
}

/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files: Files, from: string, to: string, masker: Masker): Promise<void> {
  if (masker.isEmpty || !(await holdsSecret(files, from, masker))) {
    await files.copy(from, to);
    return;
  }
  await files.write(to, "");
  for await (const piece of masker.maskPieces(files.streamText(from))) await files.append(to, piece);
}

/**
 * Takes the secrets out of a file that is there already.
 *
 * @param files the files
 * @param path absolute
 * @param masker hides secrets
 */
export async function hideSecrets(files: Files, path: string, masker: Masker): Promise<void> {
  if (masker.isEmpty || !(await files.exists(path)) || !(await holdsSecret(files, path, masker))) return;
  const masked = `${path}.masked`;
  await copyMasked(files, path, masked, masker);
  await files.remove(path);
  await files.move(masked, path);
}

/** Names of files without secrets, each once; an artifact takes no `*` in them. */
function shownNames(paths: readonly string[], masker: Masker): ReadonlyMap<string, string> {
  const taken = new Set(paths);
  const shown = new Map<string, string>();
  for (const path of paths) {
    const name = masker.mask(path).replaceAll("***", "masked");
    let unique = name;
    for (let at = 2; name !== path && taken.has(unique); at += 1) unique = `${name}.${at}`;
    taken.add(unique);
    shown.set(path, unique);
  }
  return shown;
}

/**
 * Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets.
 *
 * @param files the files
 * @param folders scratch folder and output directory, absolute
 * @param masker hides secrets
 */
export async function keepResults(
  files: Files,
  folders: { readonly scratch: string; readonly outputDirectory: string },
  masker: Masker,
): Promise<void> {
  for (const name of ["logs", "reports"]) {
    const from = join(folders.scratch, name);
    const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
    const isReport = ({ path, size }: FileEntry) => size <= LARGEST_REPORT_BYTES && !SCRATCH.test(path);
    const kept = name === "logs" ? entries : entries.filter(isReport);
    const paths = (name === "logs" ? kept : kept.slice(0, MOST_REPORTS)).map(({ path }) => path);
    for (const [path, shown] of shownNames(paths, masker)) {
      await copyMasked(files, join(from, path), join(folders.outputDirectory, name, shown), masker);
    }
  }
}
