/** A file to write, and what it must hold before. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Its text before; null: there must be no such file. */
  readonly before: string | null;
  /** Null: the file is deleted. */
  readonly after: string | null;
}

/** Several files that are written together or not at all. */
export interface ChangeSet {
  /**
   * @throws TurnpikeError `FILE_UNWRITABLE` when a folder leads out of the root through a link, a file is a link, was
   *   changed meanwhile, or cannot be written; then everything is as it was before
   */
  apply(changes: readonly FileChange[]): Promise<void>;
}
