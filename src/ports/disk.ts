/** What a file system says of itself. */
export interface Disk {
  /** Bytes that may still be written where the folder is; undefined when it is not known. */
  freeBytes(folder: string): Promise<number | undefined>;
  /** When a file or folder was changed last; undefined when there is none. */
  changedAt(path: string): Promise<Date | undefined>;
}
