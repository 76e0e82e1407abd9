/** What a file system says of itself. */
export interface Disk {
  /** Bytes that may still be written where the folder is, or would be made; undefined when it is not known. */
  freeBytes(folder: string): Promise<number | undefined>;
  /** Whether files can be written into a folder, or into the nearest one above it where it does not exist yet. */
  canWrite(folder: string): Promise<boolean>;
  /** When a file or folder was changed last; undefined when there is none. */
  changedAt(path: string): Promise<Date | undefined>;
}
