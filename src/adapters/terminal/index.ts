export type { LiveRegion, LiveStream } from "./live.ts";
export { liveRegion } from "./live.ts";
export type { MarkdownOptions } from "./markdown.ts";
export { renderMarkdown } from "./markdown.ts";
export type { StyledStream, Styles } from "./styles.ts";
export { styles, wantsColor } from "./styles.ts";
export type { TableOptions } from "./table.ts";
export { pad, renderTable, truncate, wrap } from "./table.ts";
