import { normalize } from "node:path/posix";
import type { ReportContext } from "./reader.ts";

/** Longest path that is kept. */
const LONGEST_PATH = 1024;

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Not encoded after all: some tools write raw names into URIs.
  }
}

/**
 * Brings a path of a report to one form.
 *
 * @param path as the tool wrote it: relative to its folder, absolute, or a `file:` URI
 * @param context where the tool ran
 * @returns the path relative to the repository's root with `/`, or null when it is empty or lies outside
 */
export function placeInRepository(path: string, context: ReportContext): string | null {
  const plain = path.startsWith("file:") ? decode(path.replace(/^file:(\/\/[^/]*)?/, "")) : path;
  const slashed = plain.replaceAll("\\", "/").replace(/^\/([A-Za-z]:\/)/, "$1");
  if (slashed.trim() === "" || slashed.length > LONGEST_PATH) return null;
  const isAbsolute = slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed);
  const root = context.root.replaceAll("\\", "/").replace(/\/$/, "");
  const full = normalize(isAbsolute ? slashed : `${root}/${context.cwd}/${slashed}`);
  return full.startsWith(`${root}/`) ? full.slice(root.length + 1) : null;
}
