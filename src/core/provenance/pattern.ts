/**
 * Whether a text matches a pattern of a policy, as a whole. `*` stands for any characters but `/`, `**` for any characters;
 * everything else stands for itself.
 *
 * @param pattern `refs/tags/v*`
 * @param text `refs/tags/v1.2.0`
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern
    .split(/(\*+)/)
    .map((part) => {
      if (part.startsWith("**")) return "[^]*";
      if (part === "*") return "[^/]*";
      return part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`, "u").test(text);
}
