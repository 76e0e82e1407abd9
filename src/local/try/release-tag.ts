const VERSION = /^(?<prefix>\D*)(?<major>\d+)\.(?<minor>\d+)(?:\.(?<patch>\d+))?/;

/**
 * The tag that a release made now could have: the version of the manifest written as the newest tags are; else the next
 * patch after the newest of them.
 *
 * @param version of the manifest; undefined where the build makes it from tags
 * @param tags newest first
 */
export function releaseTag(version: string | undefined, tags: readonly string[]): string {
  const groups = tags.map((tag) => VERSION.exec(tag)?.groups).find((found) => found !== undefined);
  const prefix = groups?.["prefix"] ?? "v";
  if (version !== undefined && /^\d/.test(version)) return prefix + version;
  if (groups === undefined) return "v0.0.1";
  return `${prefix}${groups["major"]}.${groups["minor"]}.${Number(groups["patch"] ?? 0) + 1}`;
}
