import { readFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import type { Machine } from "../../ports/machine.ts";
import { thisDisk } from "./disk.ts";

/** Quota over period of the control group, in cores (Linux kernel, admin-guide/cgroup-v2, `cpu.max`). */
function cgroupCores(): number {
  try {
    const [quota, period] = readFileSync("/sys/fs/cgroup/cpu.max", "latin1").trim().split(" ");
    const cores = Number(quota) / Number(period);
    return Number.isFinite(cores) && cores > 0 ? cores : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** This machine. */
export const thisMachine: Machine = {
  cores: () => Math.max(1, Math.floor(Math.min(availableParallelism(), cgroupCores()))),
  load: () => (process.platform === "win32" ? null : (loadavg()[0] ?? null)),
  memoryBytes: () => {
    const limit = process.constrainedMemory();
    return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  },
  freeBytes: async (folder) => (await thisDisk.freeBytes(folder)) ?? null,
};
