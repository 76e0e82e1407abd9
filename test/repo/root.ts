import { fileURLToPath } from "node:url";

/** Absolute root of this repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
