import { t as countOf } from "./counts.js";
import { _ as mermaidLabel, a as PAGE_LIMIT_BYTES, c as gantt, d as code, f as link, g as fence, h as escapeMarkdown, i as recordedRunOf, l as parseGantt, m as strong, n as reportOf, o as renderPage, p as renderBlocks, r as recordOf, s as verdictSentence, t as reportFileSchema, u as joinVerdict, v as rankAnnotations } from "./summary.js";
import { n as formatDuration, t as formatBytes } from "./format.js";
import { n as oneLine, r as plainText, t as cut } from "./text.js";
import { t as sbomFacts } from "./sbom-facts.js";

export { recordOf, recordedRunOf, reportOf };