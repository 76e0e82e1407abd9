import type { Log } from "../../src/ports/log.ts";

/** A log that keeps its lines as `level: message`. */
export interface MemoryLog extends Log {
  readonly lines: string[];
}

/** @returns an empty log */
export function memoryLog(): MemoryLog {
  const lines: string[] = [];
  const add = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`);
  };
  return {
    lines,
    info: add("info"),
    debug: add("debug"),
    notice: add("notice"),
    warning: add("warning"),
    error: add("error"),
    async group(title, work) {
      lines.push(`group: ${title}`);
      return await work();
    },
    mask: () => undefined,
  };
}
