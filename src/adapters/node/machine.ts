import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
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

/** The second number: seconds that all cores together were idle (proc_uptime(5)); `cpus` takes four times as long. */
function idleOfLinux(): number | null {
  try {
    const idle = Number(readFileSync("/proc/uptime", "latin1").trim().split(" ")[1]);
    return Number.isFinite(idle) ? idle * 1000 : null;
  } catch {
    return null;
  }
}

function mayUseAllCores(): boolean {
  const all = cpus().length;
  return availableParallelism() >= all && cgroupCores() >= all;
}

let usesAll: boolean | undefined;

function idleMs(): number | null {
  usesAll ??= mayUseAllCores();
  if (!usesAll) return null;
  return process.platform === "linux" ? idleOfLinux() : cpus().reduce((sum, { times }) => sum + times.idle, 0);
}

/** This machine. */
export const thisMachine: Machine = {
  cores: () => Math.max(1, Math.floor(Math.min(availableParallelism(), cgroupCores()))),
  idleMs,
  memoryBytes: () => {
    const limit = process.constrainedMemory();
    return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  },
  freeBytes: async (folder) => (await thisDisk.freeBytes(folder)) ?? null,
};
