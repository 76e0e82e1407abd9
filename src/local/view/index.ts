export { renderSummaryHtml } from "./html/page.ts";
export type { FileRecord, JobRecord, RunRecord, StepRecord } from "./record.ts";
export { RunRecorder } from "./record.ts";

export { makeTerminalView } from "./terminal.ts";
