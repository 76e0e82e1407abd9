import { lstat, statfs } from "node:fs/promises";
import type { Disk } from "../../ports/disk.ts";

/** The file systems of this machine. */
export const thisDisk: Disk = {
  async freeBytes(folder) {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch {
      return undefined;
    }
  },
  async changedAt(path) {
    return (await lstat(path).catch(() => undefined))?.mtime;
  },
};
