import { _ as escapeMarkdown, a as PAGE_LIMIT_BYTES, b as rankAnnotations, c as gantt, d as isOnlyOverBudget, f as joinVerdict, g as strong, h as renderBlocks, i as recordedRunOf, l as parseGantt, m as link, n as reportOf, o as renderPage, p as code, r as recordOf, s as verdictSentence, t as reportFileSchema, u as CHECK_JOB, v as fence, y as mermaidLabel } from "./summary.js";
import { n as formatBytes, r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine, r as plainText, t as cut } from "./text.js";
import { t as sbomFacts } from "./sbom-facts.js";

export { recordOf, recordedRunOf, reportOf };