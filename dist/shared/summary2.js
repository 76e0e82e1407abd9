import { T as countOf } from "./begin.js";
import { B as cut, H as plainText, U as formatBytes, V as oneLine, W as formatDuration } from "./first-gate.js";
import { _ as mermaidLabel, a as PAGE_LIMIT_BYTES, c as gantt, d as code, f as link, g as fence, h as escapeMarkdown, i as recordedRunOf, l as parseGantt, m as strong, n as reportOf, o as renderPage, p as renderBlocks, r as recordOf, s as verdictSentence, t as reportFileSchema, u as joinVerdict, v as planAnnotations, y as rankAnnotations } from "./summary.js";
import { t as sbomFacts } from "./sbom-facts.js";

export { recordOf, recordedRunOf, reportOf };