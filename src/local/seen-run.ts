import type { Conclusion, JobNode, RunAnnotation, RunEvent, RunHead } from "./events.ts";

/** One line of a step's log. */
export interface LogLine {
  readonly text: string;
  readonly style: Extract<RunEvent, { kind: "line" }>["style"];
}

/** A step as far as it is known. Times are ms since the run started. */
export interface SeenStep {
  readonly number: number;
  readonly name: string;
  readonly startMs: number;
  /** Null while it runs. */
  readonly durationMs: number | null;
  readonly outcome: Conclusion | null;
  readonly conclusion: Conclusion | null;
  /** Markdown; empty when there is none. */
  readonly summary: string;
  /** The first and the last lines of the log. */
  readonly lines: readonly LogLine[];
  /** How many lines between the first and the last ones were not kept. */
  readonly droppedLines: number;
}

/** A job as far as it is known. */
export interface SeenJob {
  readonly node: JobNode;
  /** Null before it started. */
  readonly startMs: number | null;
  /** Null while it runs. */
  readonly durationMs: number | null;
  readonly conclusion: Conclusion | null;
  /** Empty while it runs. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly SeenStep[];
  readonly annotations: readonly { readonly step: number; readonly annotation: RunAnnotation }[];
}

/** A remark about the run as a whole. */
export interface SeenNote {
  readonly level: "info" | "warning" | "error";
  readonly message: string;
}

/** A file or folder that a reader can open. */
export interface SeenFile {
  readonly label: string;
  /** As it is shown, and as a link relative to the page; with `/`. */
  readonly path: string;
  /** Null for a folder. */
  readonly bytes: number | null;
}

/** A run as far as it is known. Texts are masked and foreign. */
export interface SeenRun extends RunHead {
  /** Null while it runs. */
  readonly conclusion: Conclusion | null;
  readonly exitCode: number | null;
  readonly durationMs: number | null;
  /** Markdown about the run as a whole, beside that of its steps. */
  readonly summary?: string;
  /** In the order in which they became known. */
  readonly jobs: readonly SeenJob[];
  readonly notes: readonly SeenNote[];
  /** Filled in by whoever writes the page. */
  readonly artifacts: readonly SeenFile[];
  /** Filled in by whoever writes the page: logs, bundles, events. */
  readonly files: readonly SeenFile[];
}
