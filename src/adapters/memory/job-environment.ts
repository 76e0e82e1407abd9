import type { JobEnvironment } from "../../ports/job-environment.ts";

/** A job environment that is only remembered. */
export class MemoryJobEnvironment implements JobEnvironment {
  readonly variables = new Map<string, string>();
  /** The last added first, as on `PATH`. */
  readonly path: string[] = [];
  #state: string | undefined;

  exportVariable(name: string, value: string): void {
    this.variables.set(name, value);
  }

  addPath(folder: string): void {
    this.path.unshift(folder);
  }

  saveState(text: string): void {
    this.#state = text;
  }

  readState(): string | undefined {
    return this.#state;
  }
}
