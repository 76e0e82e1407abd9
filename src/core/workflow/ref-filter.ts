/** Characters that a filter pattern gives a meaning (docs.github.com, Workflow syntax, Filter pattern cheat sheet). */
function toExpression(pattern: string): RegExp {
  let source = "";
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? "";
    if (character === "*" && pattern[at + 1] === "*") {
      source += ".*";
      at += 1;
    } else if (character === "*") source += "[^/]*";
    else if (character === "?" || character === "+") source += character;
    else if (character === "[") {
      const end = pattern.indexOf("]", at);
      source += end < 0 ? "\\[" : pattern.slice(at, end + 1).replaceAll("\\", "\\\\");
      at = end < 0 ? at : end;
    } else if (character === "\\") {
      at += 1;
      source += (pattern[at] ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    } else source += character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }
  return new RegExp(`^${source}$`);
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
