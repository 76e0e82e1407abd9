import type { HistoryPolicy } from "../../core/flaky/index.ts";
import type { HistoryStore, RunHistory } from "../../ports/history-store.ts";
import type { Log } from "../../ports/log.ts";

export { ArtifactHistory } from "./in-artifact.ts";
export { CacheHistory } from "./in-cache.ts";
export { RefHistory } from "./in-ref.ts";

/** The stores of a run; undefined for one that is not used. */
export interface HistoryStores {
  readonly cache: HistoryStore;
  readonly ref: HistoryStore | undefined;
  readonly artifact: HistoryStore;
}

/** Tells apart what is missing from what was not asked; a fault of a store is a line of the log, never more. */
class StoredHistory implements RunHistory {
  readonly #stores: HistoryStores;
  readonly #policy: HistoryPolicy;
  readonly #log: Log;

  constructor(stores: HistoryStores, policy: HistoryPolicy, log: Log) {
    this.#stores = stores;
    this.#policy = policy;
    this.#log = log;
  }

  async load(): Promise<void> {
    if (!this.#policy.read) return this.#log.info(`No history is used: ${this.#policy.why ?? "it is off"}.`);
    const { cache, ref, artifact } = this.#stores;
    for (const store of [cache, ...(ref === undefined ? [] : [ref]), artifact]) {
      const result = await this.#try(store, () => store.load());
      if (result.kind === "loaded") return this.#log.info(`The history of earlier runs is from ${store.name}.`);
      if (result.kind === "unavailable") this.#log.info(`No history from ${store.name}: ${result.reason}.`);
    }
    this.#log.info("There is no history of earlier runs yet.");
  }

  async keep(): Promise<void> {
    const { keep, share } = this.#policy;
    const { cache, ref, artifact } = this.#stores;
    const stores = [
      ...(keep ? [cache] : []),
      ...(share && ref !== undefined ? [ref] : []),
      ...(share ? [artifact] : []),
    ];
    for (const store of stores) {
      const result = await this.#try(store, () => store.keep());
      if (result.kind === "unavailable") this.#log.info(`The history was not kept in ${store.name}: ${result.reason}.`);
    }
  }

  async #try<T>(store: HistoryStore, work: () => Promise<T>) {
    try {
      return await work();
    } catch (error) {
      this.#log.debug(`${store.name}: ${error instanceof Error ? error.message : String(error)}`);
      return { kind: "unavailable", reason: "it failed" } as const;
    }
  }
}

/**
 * @param stores where a history may lie
 * @param policy what this run may read and write
 * @param log is told where it came from, and what did not work
 * @returns the history of the run
 */
export function storedHistory(stores: HistoryStores, policy: HistoryPolicy, log: Log): RunHistory {
  return new StoredHistory(stores, policy, log);
}
