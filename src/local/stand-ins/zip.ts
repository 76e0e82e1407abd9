import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { escapes } from "../../core/workflow/index.ts";

/**
 * Unpacks a zip below a folder. Names that would leave it are passed over.
 *
 * @param bytes the zip
 * @param folder absolute
 * @returns names of the files, relative to the folder
 */
export async function unpack(bytes: Uint8Array, folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.startsWith("/") || escapes(name)) continue;
    const path = join(folder, name);
    if (name.endsWith("/")) {
      await mkdir(path, { recursive: true });
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    names.push(name);
  }
  return names;
}
