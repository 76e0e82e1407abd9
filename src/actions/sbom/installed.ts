import { posix } from "node:path";
import type { InstalledIndex } from "../../core/sbom/describe.ts";
import { type InstalledPackage, parseInstalled } from "../../core/sbom/licenses/python-metadata.ts";
import { settleByText } from "../../core/sbom/licenses/texts.ts";
import type { Files } from "../../ports/files.ts";

/** `lib/python3.13/site-packages` and, on Windows, `Lib/site-packages` (docs.python.org, sysconfig, "Installation paths"). */
const ON_THE_WAY = /^(lib(64)?|lib(64)?\/python[\d.]+t?|lib(64)?\/python[\d.]+t?\/site-packages|lib\/site-packages)$/i;

/** Names of licence files (PEP 639, "License-File"); newer packages have them in `licenses/`. */
const LICENSE_FILE = /^(licenses\/(.*\/)?)?(licen[cs]es?|copying|notice)[^/]*$/i;

/** Longest licence file that is read. */
const MAX_TEXT_BYTES = 64 * 1024;

/** A name such as "BSD" leaves open which licence is meant; the licence files of the package may settle it. */
async function settled(files: Files, folder: string, found: InstalledPackage): Promise<InstalledPackage> {
  if (!found.licenses.some(({ kind }) => kind === "name")) return found;
  const entries = await files.list(folder);
  const own = entries.filter(
    ({ kind, path, size }) => kind === "file" && size <= MAX_TEXT_BYTES && LICENSE_FILE.test(path),
  );
  const texts = await Promise.all(own.map(({ path }) => files.readText(posix.join(folder, path))));
  const present = texts.filter((text) => text !== undefined);
  return { ...found, licenses: settleByText(found.licenses, present) };
}

async function readPackage(files: Files, folder: string): Promise<InstalledPackage | undefined> {
  const [metadata, wheel] = await Promise.all([
    files.readText(posix.join(folder, "METADATA")),
    files.readText(posix.join(folder, "WHEEL")),
  ]);
  const found = metadata === undefined ? undefined : parseInstalled(metadata, wheel ?? "");
  return found === undefined ? undefined : await settled(files, folder, found);
}

/**
 * Reads what the packages of a virtual environment say of themselves. Nothing is run: all of it is text.
 *
 * @param files the file system
 * @param environment the environment's folder
 * @returns packages by name; undefined when there is no environment
 */
export async function readInstalled(files: Files, environment: string): Promise<InstalledIndex | undefined> {
  if (!(await files.exists(posix.join(environment, "pyvenv.cfg")))) return undefined;
  const entries = await files.list(environment, (path) => !ON_THE_WAY.test(path));
  const folders = entries.filter(
    ({ kind, path }) => kind === "directory" && /\/site-packages\/[^/]+\.dist-info$/i.test(path),
  );
  const packages = await Promise.all(folders.map(({ path }) => readPackage(files, posix.join(environment, path))));
  const found = packages.filter((installed) => installed !== undefined);
  return new Map(found.map((installed) => [installed.name, installed]));
}
