import type { Cache, RestoreResult, SaveResult } from "../../ports/cache.ts";
import type { Log } from "../../ports/log.ts";
import { type ClientLines, keepClientOutput, toReason } from "./client-output.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Longest waits in ms. */
export interface CacheLimits {
  /** For the question whether there is an entry. */
  readonly lookupMs: number;
  /** For moving an archive. */
  readonly transferMs: number;
}

const LIMITS: CacheLimits = { lookupMs: 45_000, transferMs: 600_000 };

/** What a call to the client came to. `late`: it still works, nobody waits. */
type Called<T> =
  | { readonly kind: "done"; readonly value: T; readonly lines: ClientLines }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "late" };

/** Beginning of a line of the client's that tells a failure (actions/toolkit packages/cache/src/cache.ts). */
const FAILURE = /^::(?:warning|error)[^:]*::(?:Failed to (?:restore|save): )?(.*)$/;

function failureIn(lines: ClientLines): string | undefined {
  const texts = lines.map((line) => FAILURE.exec(line)?.[1]).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : toReason(texts.at(-1) ?? "");
}

/** The cache of GitHub Actions, through `@actions/cache`. */
export class ActionsCache implements Cache {
  readonly #env: Env;
  readonly #log: Log;
  readonly #limits: CacheLimits;

  /**
   * @param env the process environment; the client itself reads the same variables from the process
   * @param log takes what the client says, as debugging lines
   * @param limits longest waits
   */
  constructor(env: Env, log: Log, limits: CacheLimits = LIMITS) {
    this.#env = env;
    this.#log = log;
    this.#limits = limits;
  }

  isAvailable(): boolean {
    // isFeatureAvailable of the client, which is too heavy to load only to ask this.
    const service = this.#env["ACTIONS_CACHE_SERVICE_V2"] ? "ACTIONS_RESULTS_URL" : "ACTIONS_CACHE_URL";
    return Boolean(this.#env[service]) && Boolean(this.#env["ACTIONS_RUNTIME_TOKEN"]);
  }

  async restore(paths: readonly string[], key: string, prefixes: readonly string[] = []): Promise<RestoreResult> {
    if (!this.isAvailable()) return { kind: "unavailable", reason: "there is no cache service here" };
    const mode = this.#mode();
    if (mode === "none" || mode === "write-only") {
      return { kind: "unavailable", reason: `cache-mode ${mode} does not permit reads` };
    }
    const found = await this.#find(paths, key, prefixes);
    if (found.kind !== "found") return found;
    const restored = await this.#call(this.#limits.transferMs, async (client) =>
      client.restoreCache([...paths], found.key),
    );
    if (restored.kind === "late") return { kind: "unavailable", reason: this.#late(this.#limits.transferMs) };
    if (restored.kind === "failed") return { kind: "unavailable", reason: restored.reason };
    if (restored.value !== found.key) {
      return { kind: "unavailable", reason: failureIn(restored.lines) ?? "the entry was removed meanwhile" };
    }
    return { kind: found.key === key ? "hit" : "partial", key: found.key };
  }

  async save(paths: readonly string[], key: string): Promise<SaveResult> {
    if (!this.isAvailable()) return { kind: "unavailable", reason: "there is no cache service here" };
    const mode = this.#mode();
    if (mode === "none" || mode === "read") {
      return { kind: "denied", reason: `cache-mode ${mode} does not permit writes` };
    }
    // The client packs first and asks afterwards; asking first saves packing what is there already.
    const found = mode === "write-only" ? undefined : await this.#lookup(paths, key, []);
    if (found?.kind === "unavailable") return found;
    if (found?.kind === "found" && found.key === key) return { kind: "exists" };
    const saved = await this.#call(this.#limits.transferMs, async (client) => client.saveCache([...paths], key));
    if (saved.kind === "late") return { kind: "unavailable", reason: this.#late(this.#limits.transferMs) };
    if (saved.kind === "failed") return { kind: "unavailable", reason: saved.reason };
    return saved.value === -1 ? this.#notSaved(saved.lines) : { kind: "saved", ...this.#size(saved.lines) };
  }

  /** The client tells all refusals by the same number; its log tells them apart. */
  #notSaved(lines: ClientLines): SaveResult {
    const denied = lines.find((line) => !line.startsWith("::debug::") && line.includes("cache write denied:"));
    if (denied !== undefined) {
      return { kind: "denied", reason: toReason(denied.slice(denied.indexOf("cache write denied:"))) };
    }
    const refused = lines.find((line) => line.includes("Failed to reserve cache: "));
    if (refused === undefined) return { kind: "unavailable", reason: failureIn(lines) ?? "the client did not say why" };
    if (refused.includes("(409)") || refused.includes("already exists")) return { kind: "exists" };
    return { kind: "unavailable", reason: toReason(refused.replace(/^.*Failed to reserve cache: (Error: )?/, "")) };
  }

  #size(lines: ClientLines): { readonly bytes?: number } {
    const size = lines.map((line) => /::File Size: (\d+)$/.exec(line)?.[1]).find((text) => text !== undefined);
    return size === undefined ? {} : { bytes: Number(size) };
  }

  async #find(
    paths: readonly string[],
    key: string,
    prefixes: readonly string[],
  ): Promise<RestoreResult | { readonly kind: "found"; readonly key: string }> {
    const found = await this.#lookup(paths, key, prefixes);
    if (found.kind !== "found" || found.key === key) return found;
    if (prefixes.some((prefix) => found.key.startsWith(prefix))) return found;
    // The service also takes `key` for a prefix, which nobody asked for.
    const [first, ...others] = prefixes;
    return first === undefined ? { kind: "miss" } : await this.#lookup(paths, first, others);
  }

  async #lookup(
    paths: readonly string[],
    key: string,
    prefixes: readonly string[],
  ): Promise<Exclude<RestoreResult, { kind: "hit" | "partial" }> | { readonly kind: "found"; readonly key: string }> {
    const asked = await this.#call(this.#limits.lookupMs, async (client) =>
      client.restoreCache([...paths], key, [...prefixes], { lookupOnly: true }),
    );
    if (asked.kind === "late") return { kind: "unavailable", reason: this.#late(this.#limits.lookupMs) };
    if (asked.kind === "failed") return { kind: "unavailable", reason: asked.reason };
    if (asked.value !== undefined) return { kind: "found", key: asked.value };
    const reason = failureIn(asked.lines);
    return reason === undefined ? { kind: "miss" } : { kind: "unavailable", reason };
  }

  #mode(): string {
    return (this.#env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  }

  #late(limitMs: number): string {
    return `no answer within ${limitMs / 1000} s`;
  }

  async #call<T>(limitMs: number, use: (client: typeof import("@actions/cache")) => Promise<T>): Promise<Called<T>> {
    const lines: ClientLines = [];
    const work = async (): Promise<Called<T>> => {
      try {
        const client = await import("@actions/cache");
        return { kind: "done", value: await keepClientOutput(() => use(client), lines), lines };
      } catch (error) {
        return { kind: "failed", reason: toReason(error instanceof Error ? error.message : String(error)) };
      }
    };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Called<T>>((resolve) => {
      timer = setTimeout(() => resolve({ kind: "late" }), limitMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      for (const line of lines) if (!line.startsWith("::")) this.#log.debug(toReason(line));
    }
  }
}
