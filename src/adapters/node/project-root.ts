import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the project: the bundle lies in its `dist/`, in `shared/` or beside the entry. */
export function projectRoot(start: string = fileURLToPath(import.meta.url)): string | undefined {
  for (let folder = dirname(start); dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, "actions")) && existsSync(join(folder, "dist", "turnpike.js"))) return folder;
  }
  return undefined;
}
