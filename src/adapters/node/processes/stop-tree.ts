import { setTimeout as delay } from "node:timers/promises";
import type { ProcessTable, Survivor, Tree } from "./process-table.ts";

/** When a stop gets harder, in ms after it began. A runner waits 7.5 s after SIGINT (actions/runner src/Runner.Sdk/ProcessInvoker.cs). */
export interface StopPlan {
  /** Until then SIGINT may work. */
  readonly interruptMs: number;
  /** Until then SIGTERM may work; SIGKILL from then on. */
  readonly terminateMs: number;
  /** Then nobody waits any longer, whatever still lives. */
  readonly giveUpMs: number;
}

/** Somebody cancelled, or time is out. */
export const STOP_PLAN: StopPlan = { interruptMs: 3000, terminateMs: 5000, giveUpMs: 6800 };

/** The leader ended by itself and left others behind: they are asked once, then killed. */
export const SWEEP_PLAN: StopPlan = { interruptMs: 0, terminateMs: 500, giveUpMs: 3000 };

/** Sends signals. */
export interface Signaller {
  /** To one process. */
  one(pid: number, signal: NodeJS.Signals): void;
  /** To the group of a leader that was not waited for yet. */
  group(leader: number, signal: NodeJS.Signals): void;
}

/** `kill(2)`. That a target is gone meanwhile is no error. */
export const posixSignaller: Signaller = {
  one: (pid, signal) => quietly(() => process.kill(pid, signal)),
  group: (leader, signal) => quietly(() => process.kill(-leader, signal)),
};

function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // ESRCH: it is gone. EPERM: it changed its user, and nothing can be done.
  }
}

/** What a stop works on. */
export interface StopTarget {
  readonly tree: Tree;
  readonly table: ProcessTable;
  readonly signaller: Signaller;
  /** True while the leader was not waited for, so that its id cannot belong to anybody else. */
  readonly isLeaderOurs: () => boolean;
  /** Default: the machine's. */
  readonly timer?: StopTimer;
}

/** The time that a stop goes by. */
export interface StopTimer {
  /** Ms since any moment, never going back. */
  now(): number;
  wait(ms: number): Promise<unknown>;
}

const MACHINE_TIMER: StopTimer = { now: () => performance.now(), wait: (ms) => delay(ms) };

async function signalAll(target: StopTarget, survivors: readonly Survivor[], signal: NodeJS.Signals): Promise<void> {
  if (target.isLeaderOurs()) target.signaller.group(target.tree.leader, signal);
  for (const survivor of survivors) {
    if (survivor.inGroup && target.isLeaderOurs()) continue;
    // Asked again right before: between listing and signalling the id may have gone to a stranger.
    if ((await target.table.startOf(survivor.pid)) === survivor.start) target.signaller.one(survivor.pid, signal);
  }
}

/** Longest time between SIGTERM and SIGKILL, for trees whose group was gone early. */
const TERMINATE_GRACE_MS = 2000;

const HARDNESS = { SIGINT: 0, SIGTERM: 1, SIGKILL: 2 } as const;
type StopSignal = keyof typeof HARDNESS;

function signalAt(plan: StopPlan, elapsedMs: number, terminatedAtMs: number | undefined): StopSignal {
  const killMs = Math.min(plan.terminateMs, (terminatedAtMs ?? Number.POSITIVE_INFINITY) + TERMINATE_GRACE_MS);
  if (elapsedMs >= killMs) return "SIGKILL";
  return elapsedMs >= plan.interruptMs ? "SIGTERM" : "SIGINT";
}

/** SIGINT is for the group. When only escaped ones are left, waiting for it is idle. */
function livesGroup(target: StopTarget, survivors: readonly Survivor[]): boolean {
  return target.isLeaderOurs() || survivors.some((survivor) => survivor.inGroup);
}

/** What a tree got so far. */
interface Sent {
  signal: StopSignal | undefined;
  terminatedAtMs: number | undefined;
}

/** Sends the signal that is due, when the tree did not get it yet. */
async function escalate(
  target: StopTarget,
  survivors: readonly Survivor[],
  due: StopSignal,
  { sent, elapsedMs }: { readonly sent: Sent; readonly elapsedMs: number },
): Promise<void> {
  const wanted = due === "SIGINT" && !livesGroup(target, survivors) ? "SIGTERM" : due;
  if (!isDue(wanted, sent.signal)) return;
  const reached = wanted === "SIGINT" ? survivors.filter((survivor) => survivor.inGroup) : survivors;
  await signalAll(target, reached, wanted);
  sent.signal = wanted;
  if (wanted === "SIGTERM") sent.terminatedAtMs = elapsedMs;
}

/** SIGKILL is sent each time; the others once, and none after a harder one. */
function isDue(wanted: StopSignal, sent: StopSignal | undefined): boolean {
  return wanted === "SIGKILL" || sent === undefined || HARDNESS[wanted] > HARDNESS[sent];
}

/**
 * Ends a tree: SIGINT to the group, SIGTERM, SIGKILL, to escaped ones too, until nothing of it is left. However late a busy
 * machine lets it come, it never gives up before SIGKILL was sent.
 *
 * @param target the tree and how to reach it
 * @param plan how long each signal may work
 * @returns true when nothing lives any more; false when the plan's time ran out before
 */
export async function stopTree(target: StopTarget, plan: StopPlan): Promise<boolean> {
  const { now, wait } = target.timer ?? MACHINE_TIMER;
  const begin = now();
  const sent: Sent = { signal: undefined, terminatedAtMs: undefined };
  let emptyScans = 0;
  for (let pause = 5; ; pause = Math.min(pause * 2, 50)) {
    const elapsedMs = now() - begin;
    if (elapsedMs > plan.giveUpMs && sent.signal === "SIGKILL") return false;
    const survivors = await target.table.survivors(target.tree);
    // A process between fork and exec shows its parent's environment, so after a signal one empty look is not enough.
    emptyScans = survivors.length === 0 && !target.isLeaderOurs() ? emptyScans + 1 : 0;
    if (emptyScans === (sent.signal === undefined ? 1 : 2)) return true;
    await escalate(target, survivors, signalAt(plan, elapsedMs, sent.terminatedAtMs), { sent, elapsedMs });
    await wait(pause);
  }
}
