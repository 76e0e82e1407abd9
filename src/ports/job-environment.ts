/** What a step leaves for the steps after it, and for its own post step. */
export interface JobEnvironment {
  /** Sets a variable for every later step of the job. */
  exportVariable(name: string, value: string): void;
  /** Puts a folder in front of `PATH` for every later step. */
  addPath(folder: string): void;
  /** Keeps one text for the post step of the same action. */
  saveState(text: string): void;
  /** What `saveState` kept, in the post step; undefined when there is nothing. */
  readState(): string | undefined;
}
