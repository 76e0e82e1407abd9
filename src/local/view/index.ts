export { renderSummaryHtml } from "./html/page.ts";
export { makeTerminalView } from "./terminal.ts";
