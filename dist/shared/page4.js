import { t as renderSummaryHtml } from "./page3.js";

export { renderSummaryHtml };