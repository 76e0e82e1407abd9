/** A part of a filter pattern (docs.github.com, Workflow syntax, Filter pattern cheat sheet): `**`, `*`, `[a-z]`, `\\*`, a character. */
const PARTS = /\*\*|\[[^\]]*\]|\\(?:[\s\S]|$)|[\s\S]/g;

function toSource(part: string): string {
  if (part === "**") return ".*";
  if (part === "*") return "[^/]*";
  if (part === "?" || part === "+") return part;
  if (part.length > 1 && part.startsWith("[")) return part.replaceAll("\\", "\\\\");
  const plain = part.startsWith("\\") ? part.slice(1) : part;
  return plain.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function toExpression(pattern: string): RegExp {
  return new RegExp(`^${(pattern.match(PARTS) ?? []).map(toSource).join("")}$`);
}

function matches(pattern: string, name: string): boolean {
  try {
    return toExpression(pattern).test(name);
  } catch {
    return false; // A pattern that is no pattern matches nothing.
  }
}

/** Filters of a trigger on one kind of ref. */
export interface RefFilter {
  /** `branches` or `tags`; patterns with `!` take out again. Undefined: no filter. */
  readonly include: readonly string[] | undefined;
  /** `branches-ignore` or `tags-ignore`. */
  readonly ignore: readonly string[] | undefined;
}

/**
 * @param filter a trigger's filter
 * @param name branch or tag
 * @returns whether the filter lets the ref pass; of the patterns of `include` the last one that matches decides
 */
export function passesFilter(filter: RefFilter, name: string): boolean {
  if (filter.ignore !== undefined) return !filter.ignore.some((pattern) => matches(pattern, name));
  if (filter.include === undefined) return true;
  let passes = false;
  for (const pattern of filter.include) {
    const isNegated = pattern.startsWith("!");
    if (matches(isNegated ? pattern.slice(1) : pattern, name)) passes = !isNegated;
  }
  return passes;
}
