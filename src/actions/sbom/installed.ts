import { posix } from "node:path";
import type { InstalledIndex } from "../../core/sbom/describe.ts";
import { installedKey } from "../../core/sbom/describe.ts";
import { type InstalledPackage, parseInstalled } from "../../core/sbom/licenses/python-metadata.ts";
import type { Files } from "../../ports/files.ts";

/** `lib/python3.13/site-packages` and, on Windows, `Lib/site-packages` (docs.python.org, sysconfig, "Installation paths"). */
const ON_THE_WAY = /^(lib(64)?|lib(64)?\/python[\d.]+t?|lib(64)?\/python[\d.]+t?\/site-packages|lib\/site-packages)$/i;

/**
 * Reads what the packages of a virtual environment say of themselves. Nothing is run: `METADATA` and `WHEEL` are text.
 *
 * @param files the file system
 * @param environment the environment's folder
 * @returns packages by name and version; undefined when there is no environment
 */
export async function readInstalled(files: Files, environment: string): Promise<InstalledIndex | undefined> {
  if (!(await files.exists(posix.join(environment, "pyvenv.cfg")))) return undefined;
  const entries = await files.list(environment, (path) => !ON_THE_WAY.test(path));
  const folders = entries.filter(
    ({ kind, path }) => kind === "directory" && /\/site-packages\/[^/]+\.dist-info$/i.test(path),
  );
  const packages = await Promise.all(
    folders.map(async ({ path }): Promise<InstalledPackage | undefined> => {
      const read = (name: string): Promise<string | undefined> => files.readText(posix.join(environment, path, name));
      const [metadata, wheel] = await Promise.all([read("METADATA"), read("WHEEL")]);
      return metadata === undefined ? undefined : parseInstalled(metadata, wheel ?? "");
    }),
  );
  const found = packages.filter((installed) => installed !== undefined);
  return new Map(found.map((installed) => [installedKey(installed.name, installed.version), installed]));
}
