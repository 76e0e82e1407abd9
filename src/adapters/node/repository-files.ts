import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { NodeFiles } from "./files.ts";

/** Bytes of the longest file that is read of a repository: locks reach some megabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Files of a repository that nobody vouches for: what is no regular file, lies outside or is huge counts as not there. */
export class RepositoryFiles extends NodeFiles {
  override async readBytes(path: string): Promise<Uint8Array | undefined> {
    const [top, real] = await Promise.all([
      realpath(this.absolute(".")),
      realpath(this.absolute(path)).catch(() => undefined),
    ]);
    if (real === undefined || !real.startsWith(top.endsWith(sep) ? top : top + sep)) return undefined;
    // Without O_NONBLOCK a named pipe would be waited for.
    const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
    try {
      const info = await handle?.stat();
      return info?.isFile() === true && info.size <= MOST_BYTES ? await handle?.readFile() : undefined;
    } finally {
      await handle?.close();
    }
  }
}
