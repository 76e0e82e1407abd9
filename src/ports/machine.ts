/** What the machine has to give. */
export interface Machine {
  /** Cores that this process may use: affinity and control groups counted in. At least 1. */
  cores(): number;
  /** Bytes of memory that this process may use, the control group's limit when that is less; null when it is not known. */
  memoryBytes(): number | null;
  /** Processes that want a core, on average of the last minute, whoever started them; null when it is not known. */
  load(): number | null;
  /** Free bytes of the file system of an absolute folder; null when it is not known. */
  freeBytes(folder: string): Promise<number | null>;
}
