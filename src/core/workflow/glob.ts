import picomatch from "picomatch";

/** A pattern of `hashFiles` or of an artifact's path. */
export interface GlobPattern {
  readonly negated: boolean;
  /** Absolute path that the search begins at: all segments before the first one with a wildcard. */
  readonly searchPath: string;
  /** True for the paths that the pattern itself names. */
  matches(path: string): boolean;
  /** True for folders that may hold such paths. */
  mayHold(folder: string): boolean;
}

const WILDCARD = /[*?[]/;

/** Braces and extended patterns are plain text (actions/toolkit packages/glob/src/internal-pattern.ts). */
const OPTIONS = { dot: true, nobrace: true, noextglob: true, nonegate: true, posix: true } as const;

function unescaped(segment: string): string {
  return segment.replace(/\\([*?[\]\\])/g, "$1");
}

function isLiteral(segment: string): boolean {
  return !WILDCARD.test(segment.replace(/\\./g, ""));
}

function parsePattern(line: string, root: string): GlobPattern {
  const negated = line.startsWith("!");
  const text = negated ? line.slice(1).trim() : line;
  const absolute = text.startsWith("/") ? text : `${root}/${text}`;
  const segments = absolute.split("/").filter((segment) => segment !== "" && segment !== ".");
  const firstWild = segments.findIndex((segment) => !isLiteral(segment));
  const literal = (firstWild < 0 ? segments : segments.slice(0, firstWild)).map(unescaped);
  const glob = picomatch(`/${segments.join("/")}`, OPTIONS);
  const matchers = segments.map((segment) =>
    segment === "**" ? undefined : isLiteral(segment) ? unescaped(segment) : picomatch(segment, OPTIONS),
  );
  const fits = (matcher: (typeof matchers)[number], part: string): boolean =>
    typeof matcher === "string" ? matcher === part : (matcher?.(part) ?? true);
  return {
    negated,
    searchPath: `/${literal.join("/")}`,
    matches: (path) => (firstWild < 0 ? path === `/${literal.join("/")}` : glob(path)),
    mayHold(folder) {
      const parts = folder.split("/").filter((part) => part !== "");
      for (const [index, part] of parts.entries()) {
        if (matchers[index] === undefined) return index < matchers.length;
        if (!fits(matchers[index], part)) return false;
      }
      return parts.length < matchers.length;
    },
  };
}

/** Patterns in their order. */
export interface GlobPatterns {
  /** Absolute paths that the search begins at, none inside another. */
  readonly searchPaths: readonly string[];
  /** What the patterns say of a path: the last one that matches decides; a match of a folder holds for all below it. */
  includes(path: string): boolean;
  /** True for folders worth looking into. */
  mayHold(folder: string): boolean;
}

/**
 * Reads patterns, one a line, with the rules of actions/toolkit packages/glob (src/internal-globber.ts,
 * src/internal-pattern-helper.ts): lines with `#` are comments, `!` takes out again, and what a pattern names stands for
 * all below it.
 *
 * @param text patterns
 * @param root absolute folder that relative patterns start from
 */
export function readGlobs(text: string, root: string): GlobPatterns {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const patterns = lines.map((line) => parsePattern(line, root));
  const paths = [...new Set(patterns.filter(({ negated }) => !negated).map(({ searchPath }) => searchPath))];
  const isBelow = (path: string, other: string): boolean => path.startsWith(other === "/" ? "/" : `${other}/`);
  const matchesWithParents = (pattern: GlobPattern, path: string): boolean => {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf("/"))) {
      if (at === "") return pattern.matches("/");
      if (pattern.matches(at)) return true;
    }
  };
  return {
    searchPaths: paths.filter((path) => !paths.some((other) => other !== path && isBelow(path, other))),
    includes(path) {
      let isIn = false;
      for (const pattern of patterns) {
        if (pattern.negated === isIn && matchesWithParents(pattern, path)) isIn = !pattern.negated;
      }
      return isIn;
    },
    mayHold: (folder) =>
      patterns.some((pattern) => !pattern.negated && (pattern.mayHold(folder) || matchesWithParents(pattern, folder))),
  };
}
