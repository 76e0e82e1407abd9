/** What a restore did. A fault is a miss with a reason, never an error: losing a cache changes no verdict. */
export type RestoreResult =
  | { readonly kind: "hit"; readonly key: string }
  | { readonly kind: "partial"; readonly key: string }
  | { readonly kind: "miss" }
  | { readonly kind: "unavailable"; readonly reason: string };

/** What a save did. */
export type SaveResult =
  | { readonly kind: "saved"; readonly bytes?: number }
  | { readonly kind: "exists" }
  | { readonly kind: "denied"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** A store of folders by key. Keys are immutable. */
export interface Cache {
  /** True when a service is there to ask. */
  isAvailable(): boolean;
  /** Unpacks the entry of `key`, else the newest whose key starts with one of `prefixes` (in order), to `paths`. */
  restore(paths: readonly string[], key: string, prefixes?: readonly string[]): Promise<RestoreResult>;
  save(paths: readonly string[], key: string): Promise<SaveResult>;
}
