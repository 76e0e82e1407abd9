/** A pattern of branches or tags, and why it is there. */
export interface Filter {
  readonly pattern: string;
  readonly why: string;
}

/** How many of the newest tags are looked at: old ones follow customs that were left. */
const NEWEST = 20;

/** The custom that a tag follows, as a filter pattern of GitHub's; undefined when it names no version. */
function customOf(tag: string): string | undefined {
  if (/^v\d/.test(tag)) return "v*";
  if (/^\d+\.\d/.test(tag)) return "[0-9]*";
  const prefix = /^([A-Za-z][\w.]*(?:[-_][A-Za-z][\w.]*)*[-_@/]v?)\d+\.\d/.exec(tag)?.[1];
  return prefix === undefined ? undefined : `${prefix}*`;
}

/**
 * @param tags newest first
 * @returns the pattern that most of the newest version tags follow; none when no tag names a version
 */
export function tagPatternsOf(tags: readonly string[]): readonly Filter[] {
  const customs = tags.slice(0, NEWEST).flatMap((tag) => {
    const pattern = customOf(tag);
    return pattern === undefined ? [] : [{ pattern, tag }];
  });
  const counts = new Map<string, number>();
  for (const { pattern } of customs) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return [];
  const example = customs.find(({ pattern }) => pattern === best[0])?.tag;
  return [{ pattern: best[0], why: `releases, as the tag ${example} is` }];
}
