import picomatch from "picomatch";

interface Pattern {
  readonly takesOut: boolean;
  readonly matches: (file: string) => boolean;
}

function readPattern(text: string): Pattern {
  const takesOut = text.startsWith("!");
  const glob = (takesOut ? text.slice(1) : text).replace(/^\.\//, "").replace(/\/+$/, "");
  // A folder's name stands for all that is in it.
  return { takesOut, matches: picomatch([glob, `${glob}/**`], { dot: true, posix: true }) };
}

/**
 * @param patterns globs relative to a root; one with `!` takes out again, and the last that matches decides
 * @returns tells whether they name a file, given by its path from that root
 */
export function filesNamedBy(patterns: readonly string[]): (file: string) => boolean {
  const read = patterns.map(readPattern);
  return (file) => read.findLast((pattern) => pattern.matches(file))?.takesOut === false;
}
