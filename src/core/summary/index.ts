export { countOf, formatBytes, formatDuration } from "./format.ts";
export { cut, oneLine, plainText } from "./text.ts";
