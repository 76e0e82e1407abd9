import type { ReportResult } from "../gates/index.ts";

/** Where a report comes from. */
export interface ReportContext {
  /** Absolute path of the repository's root, without a slash at the end. */
  readonly root: string;
  /** Folder in which the tool ran, relative to the root; `.` for the root. */
  readonly cwd: string;
  /** The tool, when it is known. */
  readonly tool: string | null;
}

/** Takes a report in pieces. */
export interface ReportReader {
  /** @param text the next piece, decoded */
  push(text: string): void;
  /** @returns what the report says, or why it cannot be read; never throws */
  end(): ReportResult;
}
