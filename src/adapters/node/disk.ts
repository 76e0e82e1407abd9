import { existsSync } from "node:fs";
import { access, constants, lstat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Disk } from "../../ports/disk.ts";

/** The folder, or the nearest one above it that is there. */
function nearest(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}

/** The file systems of this machine. */
export const thisDisk: Disk = {
  async freeBytes(folder) {
    try {
      const { bavail, bsize } = await statfs(nearest(folder));
      return bavail * bsize;
    } catch {
      return undefined;
    }
  },
  async canWrite(folder) {
    return await access(nearest(folder), constants.W_OK).then(
      () => true,
      () => false,
    );
  },
  async changedAt(path) {
    return (await lstat(path).catch(() => undefined))?.mtime;
  },
};
