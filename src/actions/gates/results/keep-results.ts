import { join } from "node:path/posix";
import type { Masker } from "../../../core/gates/index.ts";
import { TurnpikeError } from "../../../errors.ts";
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

/** A log or report that could not be kept, as on a full disk. */
interface Unkept {
  readonly name: string;
  readonly why: string;
}

/** What is half written is of no use to anybody, and takes the room of the verdict. */
async function keepOne(files: Files, from: string, to: string, masker: Masker): Promise<string | undefined> {
  try {
    await copyMasked(files, from, to, masker);
    return undefined;
  } catch (error) {
    if (!(error instanceof TurnpikeError) || error.code !== "FILE_UNWRITABLE") throw error;
    await files.remove(to).catch(() => undefined);
    return error.message;
  }
}

/**
 * Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets; the
 * smallest first, so that one that is too large for the disk costs no other.
 *
 * @param files the files
 * @param folders scratch folder and output directory, absolute
 * @param masker hides secrets
 * @returns what could not be kept; no gate is judged by it
 */
export async function keepResults(
  files: Files,
  folders: { readonly scratch: string; readonly outputDirectory: string },
  masker: Masker,
): Promise<readonly Unkept[]> {
  const wanted: { readonly from: string; readonly name: string; readonly size: number }[] = [];
  for (const folder of ["logs", "reports"]) {
    const from = join(folders.scratch, folder);
    const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
    const isReport = ({ path, size }: FileEntry) => size <= LARGEST_REPORT_BYTES && !SCRATCH.test(path);
    const kept = folder === "logs" ? entries : entries.filter(isReport).slice(0, MOST_REPORTS);
    const shown = shownNames(
      kept.map(({ path }) => path),
      masker,
    );
    for (const { path, size } of kept)
      wanted.push({ from: join(from, path), name: join(folder, shown.get(path) ?? path), size });
  }
  const unkept: Unkept[] = [];
  for (const { from, name } of wanted.sort((a, b) => a.size - b.size)) {
    const why = await keepOne(files, from, join(folders.outputDirectory, name), masker);
    if (why !== undefined) unkept.push({ name, why });
  }
  return unkept;
}
