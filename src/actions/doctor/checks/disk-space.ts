import { shellWord } from "../../../contract/index.ts";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { formatBytes } from "../../../core/summary/index.ts";
import type { Check } from "../scene.ts";

const MIB = 1024 * 1024;

/** An environment with a type checker and a test runner takes some hundred MiB; below a tenth of that nothing installs. */
const LOW_BYTES = 2048 * MIB;
const FULL_BYTES = 200 * MIB;

/** Room for packages and for checkouts of `turnpike run`. */
export const diskSpaceCheck: Check = {
  id: "disk-space",
  section: "machine",
  async examine({ top, temp, written, disk }) {
    const folders = [
      ...new Set([top, temp, ...written.filter(({ isNeeded }) => isNeeded).map(({ folder }) => folder)]),
    ];
    const free = await Promise.all(folders.map((folder) => disk.freeBytes(folder)));
    const findings = folders.flatMap((folder, index): readonly Finding[] => {
      const bytes = free[index];
      if (bytes === undefined || bytes >= LOW_BYTES) return [];
      return [
        {
          severity: bytes < FULL_BYTES ? "error" : "warning",
          message: `${formatBytes(bytes)} are free where ${folder} is`,
          where: null,
          why: "packages, reports and checkouts are written there.",
          mend: `uv cache prune && df -h ${shellWord(folder)}`,
        },
      ];
    });
    const least = Math.min(...free.map((bytes) => bytes ?? Number.POSITIVE_INFINITY));
    return found(findings, Number.isFinite(least) ? `${formatBytes(least)} free` : "disk space");
  },
};
