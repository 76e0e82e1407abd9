import type { Clock } from "../../ports/clock.ts";

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/**
 * A clock whose time passes only while everybody sleeps: when nothing else is left to do in this turn of the event loop,
 * it jumps to the moment at which the next sleeper wakes. So a day passes at once, and always in the same order.
 */
export class VirtualClock implements Clock {
  readonly #startMs: number;
  #elapsedMs = 0;
  #sleepers: Sleeper[] = [];
  #isWatching = false;

  /** @param start wall time at the beginning, ISO 8601 */
  constructor(start = "2026-01-01T00:00:00Z") {
    this.#startMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#startMs + this.#elapsedMs);
  }

  monotonicMs(): number {
    return this.#elapsedMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = { dueMs: this.#elapsedMs + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        resolve();
      });
      this.#watch();
    });
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    setImmediate(() => {
      this.#isWatching = false;
      const dueMs = Math.min(...this.#sleepers.map((sleeper) => sleeper.dueMs));
      if (!Number.isFinite(dueMs)) return; // Nobody sleeps, or only those who wait for a stop.
      this.#elapsedMs = Math.max(this.#elapsedMs, dueMs);
      const due = this.#sleepers.filter((sleeper) => sleeper.dueMs <= dueMs);
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.dueMs > dueMs);
      for (const sleeper of due) sleeper.wake();
      if (this.#sleepers.length > 0) this.#watch();
    });
  }
}
