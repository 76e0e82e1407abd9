/** A stored artifact. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** `sha256:…` of the archive, when the service tells. */
  readonly digest?: string;
}

/** Files that outlive a job. */
export interface Artifacts {
  isAvailable(): boolean;
  /**
   * @param name without `" : < > | * ? \ /` and line breaks
   * @param files absolute paths, all below `root`
   * @param root what stored paths are relative to
   * @throws TurnpikeError `ARTIFACT_UNAVAILABLE`
   */
  upload(name: string, files: readonly string[], root: string, retentionDays?: number): Promise<StoredArtifact>;
  /** Artifacts of this run, newest first. */
  list(): Promise<readonly StoredArtifact[]>;
  /** Unpacks into `folder`. Throws `ARTIFACT_MISSING` when there is none of that name. */
  download(name: string, folder: string): Promise<void>;
}
