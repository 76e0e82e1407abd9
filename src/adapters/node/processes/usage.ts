import type { LinuxProcessTable } from "./process-table.ts";

/** Clock ticks a second in the proc file system; 100 on every Linux that Node runs on (proc(5), USER_HZ). */
const TICK_MS = 10;
const FIRST_SAMPLE_MS = 100;
const SAMPLE_MS = 500;

/** What a process tree used. */
export interface Usage {
  readonly cpuMs?: number;
  readonly peakBytes?: number;
}

/** The system's page size: our own size in bytes by our own size in pages, to the nearest power of two. */
function pageBytes(ownPages: number | undefined): number {
  if (ownPages === undefined || ownPages === 0) return 4096;
  return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / ownPages));
}

interface Watched {
  readonly leader: number;
  sampledTicks: number;
  peakPages: number;
  exited: ((usage: Usage) => void) | undefined;
}

/**
 * CPU time and memory of children on Linux.
 *
 * CPU time: the kernel adds the time of each waited-for child to its parent's `cutime` and `cstime` (proc(5)), so our own
 * counters grow by exactly what a child used when it is waited for. Children that end in one turn of the event loop share
 * that growth in proportion to what was last seen of each. Memory: the largest sum of resident sizes of the child's
 * session, looked at after 0.1 s and then twice a second; unknown for what ends before the first look.
 */
export class UsageMeter {
  readonly #table: LinuxProcessTable;
  readonly #watched = new Map<number, Watched>();
  readonly #pageBytes: number;
  #timer: NodeJS.Timeout | undefined;
  #dueMs = 0;
  #reapedTicks: number;
  #ended: Watched[] = [];
  /** Processes that belonged to nobody who is watched. A process never moves into a session of others (setsid(2)). */
  #strangers: ReadonlySet<number> = new Set();

  /** @param table the proc file system */
  constructor(table: LinuxProcessTable) {
    this.#table = table;
    const own = table.stat("self");
    this.#reapedTicks = own?.childTicks ?? 0;
    this.#pageBytes = pageBytes(own?.residentPages);
  }

  /** @param leader process id of a child that was just started in a session of its own */
  watch(leader: number): void {
    this.#watched.set(leader, { leader, sampledTicks: 0, peakPages: 0, exited: undefined });
    this.#schedule(FIRST_SAMPLE_MS);
  }

  /**
   * To be called in the turn of the event loop in which the child was waited for.
   *
   * @param leader its process id
   * @returns what it used
   */
  ended(leader: number): Promise<Usage> {
    const watched = this.#watched.get(leader);
    this.#watched.delete(leader);
    if (this.#watched.size === 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    if (watched === undefined) return Promise.resolve({});
    return new Promise((resolve) => {
      watched.exited = resolve;
      this.#ended.push(watched);
      if (this.#ended.length === 1) setImmediate(() => this.#share());
    });
  }

  #share(): void {
    const ended = this.#ended;
    this.#ended = [];
    const total = this.#table.stat("self")?.childTicks;
    const grown = total === undefined ? undefined : Math.max(0, total - this.#reapedTicks);
    this.#reapedTicks = total ?? this.#reapedTicks;
    const sampled = ended.reduce((sum, one) => sum + one.sampledTicks + 1, 0);
    for (const one of ended) {
      const cpu = grown === undefined ? {} : { cpuMs: (grown * TICK_MS * (one.sampledTicks + 1)) / sampled };
      one.exited?.({ ...cpu, ...(one.peakPages === 0 ? {} : { peakBytes: one.peakPages * this.#pageBytes }) });
    }
  }

  #schedule(afterMs: number): void {
    const dueMs = performance.now() + afterMs;
    if (this.#timer !== undefined && this.#dueMs <= dueMs) return;
    clearTimeout(this.#timer);
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => this.#sample(), afterMs);
    this.#timer.unref();
  }

  #sample(): void {
    this.#timer = undefined;
    const pages = new Map<number, number>();
    // Most processes of a machine are strangers. Those that ended are forgotten: another process may get the id.
    const strangers = new Set<number>();
    for (const pid of this.#table.pids()) {
      const isKnown = this.#strangers.has(pid) && !this.#watched.has(pid);
      const stat = isKnown ? undefined : this.#table.stat(pid);
      if (isKnown || (stat !== undefined && !this.#watched.has(stat.session))) strangers.add(pid);
      if (stat === undefined || !this.#watched.has(stat.session)) continue;
      pages.set(stat.session, (pages.get(stat.session) ?? 0) + stat.residentPages);
      const watched = this.#watched.get(stat.session);
      if (watched !== undefined && pid === stat.session) watched.sampledTicks = stat.ownTicks + stat.childTicks;
    }
    this.#strangers = strangers;
    for (const [session, sum] of pages) {
      const watched = this.#watched.get(session);
      if (watched !== undefined) watched.peakPages = Math.max(watched.peakPages, sum);
    }
    if (this.#watched.size > 0) this.#schedule(SAMPLE_MS);
  }
}
