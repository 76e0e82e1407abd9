/** A virtual environment that later runs may use. */
export interface KeptEnvironment {
  /** Absolute. */
  readonly folder: string;
  /** What decides results of what runs in it: its key and a digest of what is installed. */
  readonly identity: string;
}

/** A virtual environment that was just made. */
export interface NewEnvironment {
  readonly key: string;
  /** As {@link EnvironmentStore.place} gave it. */
  readonly folder: string;
  /** Names of packages in normal form whose version is said exactly. */
  readonly pins: ReadonlySet<string>;
  /** Absolute paths of files in the tree that installing may have written; without them it is not whole. */
  readonly leans: readonly string[];
}

/** Virtual environments in a folder of the user's. Any fault is an environment that is not there; nothing here throws. */
export interface EnvironmentStore {
  /** @returns one that is whole and young enough, now marked as used */
  find(key: string): Promise<KeptEnvironment | undefined>;
  /** @returns a free absolute folder for one; undefined when nothing can be kept */
  place(key: string): Promise<string | undefined>;
  /** Keeps one for later runs, and removes old ones. */
  keep(made: NewEnvironment): Promise<KeptEnvironment | undefined>;
  /** @returns whether nothing was installed into it since it was kept */
  isWhole(kept: KeptEnvironment): Promise<boolean>;
}
