import { C as mermaidLabel, S as fence, T as rankAnnotations, _ as strong, a as PAGE_LIMIT_BYTES, b as escapeHtml, c as gantt, d as exitCodeOfVerdict, f as isOnlyOverBudget, g as renderBlocks, h as link, i as recordedRunOf, l as parseGantt, m as code, n as reportOf, o as renderPage, p as joinVerdict, r as recordOf, s as verdictSentence, t as reportFileSchema, u as CHECK_JOB, v as codeElement, w as urlPath, x as escapeMarkdown, y as codeSpan } from "./summary.js";
import { n as formatBytes, r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine, r as plainText, t as cut } from "./text.js";
import { t as sbomFacts } from "./sbom-facts.js";

export { recordOf, recordedRunOf, reportOf };