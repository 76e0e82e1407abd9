export { renderSummaryHtml } from "./html/page.ts";
export type { FileRecord, RunRecord } from "./record.ts";
export { RunRecorder } from "./record.ts";
export type { TerminalViewOptions } from "./terminal.ts";
export { makeTerminalView } from "./terminal.ts";
