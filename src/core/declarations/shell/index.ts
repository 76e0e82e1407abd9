export { readShell } from "./read-shell.ts";
export type { ShellCommand, ShellSurroundings } from "./text.ts";
export { shortly, UNKNOWN_CLOSE, UNKNOWN_OPEN } from "./words.ts";
