import { t as renderSummaryHtml } from "./page2.js";

export { renderSummaryHtml };