/** What loading did. */
export type LoadResult =
  | { readonly kind: "loaded" }
  | { readonly kind: "none" }
  | { readonly kind: "unavailable"; readonly reason: string };

/** What keeping did. */
export type KeepResult = { readonly kind: "kept" } | { readonly kind: "unavailable"; readonly reason: string };

/** A place where files of a history outlive a run. A fault is a result: losing the history changes no verdict. */
export interface HistoryStore {
  /** As part of a sentence: `the cache`. */
  readonly name: string;
  /** Writes the files that the store has into the folder; those that are there already stay. */
  load(): Promise<LoadResult>;
  /** Takes the files of the folder. */
  keep(): Promise<KeepResult>;
}

/** The history of a run, wherever it lies. Never throws. */
export interface RunHistory {
  load(): Promise<void>;
  keep(): Promise<void>;
}
