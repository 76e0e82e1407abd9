import type { Cache } from "../../ports/cache.ts";
import type { HistoryStore, KeepResult, LoadResult } from "../../ports/history-store.ts";

/** Begins every key; the number is that of the format. */
const PREFIX = "turnpike-history-1-";

/** A history in the cache of GitHub Actions: keys are unique, and the newest entry of the own or the default branch is read. */
export class CacheHistory implements HistoryStore {
  readonly name = "the cache";
  readonly #cache: Cache;
  readonly #folder: string;
  readonly #key: string;

  /**
   * @param cache the service
   * @param folder relative to the workspace, the same in every job: entries of other paths are not found
   * @param run what makes the key unique
   */
  constructor(
    cache: Cache,
    folder: string,
    run: { readonly runId: string; readonly attempt: number; readonly job: string },
  ) {
    this.#cache = cache;
    this.#folder = folder;
    this.#key = `${PREFIX}${run.runId}-${run.attempt}-${run.job.replaceAll(/[^\w-]/g, "_")}`;
  }

  async load(): Promise<LoadResult> {
    const result = await this.#cache.restore([this.#folder], this.#key, [PREFIX]);
    if (result.kind === "unavailable") return result;
    return { kind: result.kind === "miss" ? "none" : "loaded" };
  }

  async keep(): Promise<KeepResult> {
    const result = await this.#cache.save([this.#folder], this.#key);
    if (result.kind === "saved" || result.kind === "exists") return { kind: "kept" };
    return { kind: "unavailable", reason: result.reason };
  }
}
