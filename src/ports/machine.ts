/** What the machine has to give. */
export interface Machine {
  /** Cores that this process may use: affinity and control groups counted in. At least 1. */
  cores(): number;
  /** Bytes of memory that this process may use, the control group's limit when that is less; null when it is not known. */
  memoryBytes(): number | null;
  /**
   * Core milliseconds, since some moment, in which no process wanted a core, whoever started it; null when it is not known, as
   * where this process may not use all cores of the machine.
   */
  idleMs(): number | null;
  /** Free bytes of the file system of an absolute folder; null when it is not known. */
  freeBytes(folder: string): Promise<number | null>;
}
